"""What is changed on the page itself: saved by the button of its fields, or as soon as they are left."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps


def ward(button="Save changes", region=True, form=False):
    """The page of one bed, its fields in a part of the page that is no form."""
    built = Builder()
    built.text("Bed 12", role="heading")
    if region:
        built.into("form" if form else "region")
    built.field("Height", value="40", selector="#height")
    built.field("Nurse", value="Ada", selector="#nurse")
    if button:
        built.button(button, selector="#save")
    built.out()
    built.button("Call", selector="#call")
    return built.page()


@pytest.mark.parametrize("goal", ["Change the height to 55", "Update the height to 55", "Cambia Height a 55"])
@pytest.mark.parametrize("form", [True, False])
def test_fields_with_a_button_of_their_own_are_saved_by_it(goal, form):
    assert steps(plan(ward(form=form), goal))[-1] == ("click", "#save", None)


@pytest.mark.parametrize("page", [ward(button=""), ward(button="Discharge"), ward(button="Add nurse")])
def test_a_field_that_nothing_saves_is_left_when_it_is_filled_in(page):
    assert [p.step.action for p in plan(page, "Change the height to 55").steps] == ["fill", "press"]

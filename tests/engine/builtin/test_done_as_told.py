"""What is done to one thing: moved by the button that is called so, priced like others of its kind, tried in vain."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.planner import changed_of_it

from .test_planner import Builder, plan


def _parts(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if not part.implied]


def _visits(button="Move"):
    built = Builder()
    for name in ("Rex", "Nala"):
        built.holder = -1
        built.into("article")
        built.text(name, role="heading")
        built.text("Check-up 14 Apr 2026, 11:00")
        built.button(button, selector=f"#{name}")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    ["Move Nala's check-up to 17 April 2026 at 10:30", "Nala's check-up has to be moved to 17 April 2026 at 10:30."],
)
def test_the_button_of_an_entry_may_be_called_as_the_order_is(goal):
    assert [p.step.selector for p in plan(_visits(), goal).steps] == ["#Nala"]


@pytest.mark.parametrize("goal", ["Set the price of a root canal to £400", "Pon el precio de un empaste a 40 €"])
def test_a_value_of_one_of_a_kind_changes_that_entry(goal):
    assert [verb for verb, _ in _parts(goal)] == ["edit"]


@pytest.mark.parametrize("goal", ["Set the date of birth to 4 June 1990", "Set the name of a new room to Oslo"])
def test_a_field_that_is_called_so_is_filled_in(goal):
    assert [verb for verb, _ in _parts(goal)] == ["fill"]


@pytest.mark.parametrize("said", ["It should not work", "That must not work", "No debe funcionar"])
def test_what_must_not_work_is_refused(said):
    assert _parts(f'Try to delete room 3. {said}: "In use."')[-1] == ("expect", "refused In use.")


def test_a_thing_that_must_not_work_is_no_refusal():
    assert _parts("Delete room 3. The filter should not work.")[-1] == ("expect", "The filter should not work")


def test_what_is_changed_of_a_thing_is_typed_though_its_entry_says_it():
    (part,) = [p for p in read_goal("Change Rex's owner to Ada Ray and his weight to 32").parts if p.verb == "edit"]
    owner = next(t for t in part.words if t.text == "owner")

    assert changed_of_it(part) == {owner.number}

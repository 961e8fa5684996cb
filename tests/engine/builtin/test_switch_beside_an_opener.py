"""A switch of a thing on its page is no form for what is recorded of it: the button beside it opens that."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps


def pump(field=False):
    built = Builder()
    built.text("Pump P-8", role="heading")
    built.into("region")
    built.add("control", "switch", "Frost guard", tag="input", type="checkbox", selector="#frost", checked=False)
    built.button("Record service", selector="#record")
    if field:
        built.field("Service notes", selector="#notes")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    ["Record a service with the notes Oiled", "Add a service with notes Oiled", "Registra un service con notas Oiled"],
)
def test_the_form_is_opened(goal):
    assert steps(plan(pump(), goal)) == [("click", "#record", None)]


def test_a_field_beside_the_button_is_a_form():
    assert steps(plan(pump(field=True), "Record a service with the notes Oiled"))[0] == ("fill", "#notes", "Oiled")

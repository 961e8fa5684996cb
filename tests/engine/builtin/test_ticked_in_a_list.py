"""A box that is ticked in an entry of a list is kept at once, and sends no form that stands beside the list."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps


def chores(with_form=True):
    built = Builder()
    for name in ("Sweep", "Paint the door"):
        built.holder = -1
        built.into("listitem")
        built.add("control", "checkbox", name, label=name, type="checkbox", tag="input", checked=False,
                  selector=f"#{name.split()[0]}")  # fmt: skip
        built.text(name)
    built.out()
    built.into("form")
    if with_form:
        built.field("Chore", selector="#chore")
    built.add("control", "button", "Add chore" if with_form else "Save", selector="#send")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal", ["Mark the chore Sweep as done.", 'Marca la tarea "Sweep" como hecha.', "Mark Sweep as finished."]
)
def test_what_is_ticked_in_a_list_sends_no_form_beside_it(goal):
    assert steps(plan(chores(), goal)) == [("check", "#Sweep", None)]

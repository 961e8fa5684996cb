"""A box that is ticked in an entry of a list is kept at once, and sends no form that stands beside the list."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


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


def pinned(typed=""):
    built = Builder()
    for name in ("Sweep", "Paint the door"):
        built.holder = -1
        built.into("listitem")
        built.text(name)
        built.button("Pin", selector=f"#pin-{name.split()[0]}")
    built.out()
    built.into("form")
    built.field("Chore", selector="#chore", value=typed)
    built.button("Add chore", selector="#send")
    built.out()
    return built.page()


@pytest.mark.parametrize(("typed", "sent"), [("", False), ("Dust the", True)])
def test_what_is_pressed_in_a_list_sends_no_empty_form_beside_it(typed, sent):
    goal = 'Write the chore "Sweep", save it and pin it.'
    done = (("fill", "#chore", 0), ("click", "#send", 1), ("click", "#pin-Sweep", 2))
    page = pinned(typed)
    past = [
        Tried(
            Planned(
                Step(action, selector=selector, value="Sweep" if action == "fill" else None),
                uses=frozenset(range(12)), part=part, ends_part=True,
            ),
            True,
            before=page,
        )
        for action, selector, part in done
    ]  # fmt: skip

    assert bool(steps(plan(page, goal, *past))) is sent

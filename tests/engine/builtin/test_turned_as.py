"""What a thing is marked as may be a box of its form: set for `as listed`, and not for `as not listed`."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def form(*boxes, name="Brass lamp"):
    built = Builder()
    built.text("Edit lamp", role="heading")
    built.into("form", tag="form")
    built.field("Name", value=name, tag="input")
    for box in boxes:
        built.add("control", "checkbox", box, label=box, type="checkbox", tag="input", checked=True)
    built.button("Save lamp")
    return replace(built.page(), url="http://app.test/lamps/3")


def taken(goal, page):
    """What is planned for a goal in the form that was opened from the list of lamps."""
    built = Builder()
    built.into("row", tag="tr")
    built.text("Brass lamp", role="cell")
    built.link("Edit")
    opened = Planned(Step("click", selector="#n2"))
    found = plan(page, goal, Tried(opened, True, before=built.page()))
    return [(p.step.action, p.target.name) for p in found.steps if p.target][:1]


@pytest.mark.parametrize(
    ("goal", "boxes", "step"),
    [
        ("Mark the Brass lamp as not listed", ("Listed", "Used"), ("uncheck", "Listed")),
        ("Mark the Brass lamp as unlisted", ("Listed", "Used"), ("uncheck", "Listed")),
        ("Mark the Brass lamp as inactive", ("Active this week", "Used"), ("uncheck", "Active this week")),
        ("Mark the Brass lamp as not listed today", ("Listed today", "Listed"), ("uncheck", "Listed today")),
        ("Mark the Brass lamp as listed", ("Listed", "Used"), ("check", "Listed")),
        ("Mark the Brass lamp as inactive", ("Inactive", "Active"), ("check", "Inactive")),
        ("Marca la Brass lamp como no visible", ("Visible", "Usada"), ("uncheck", "Visible")),
        ("Marca la Brass lamp como visible hoy", ("Visible hoy", "Usada"), ("check", "Visible hoy")),
    ],
)
def test_the_one_box_that_says_it_is_turned(goal, boxes, step):
    assert taken(goal, form(*boxes)) == [step]


@pytest.mark.parametrize(
    ("goal", "boxes", "name"),
    [
        ("Mark the Brass lamp as not listed", ("Listed here", "Listed there"), "Brass lamp"),
        ("Mark the Brass lamp as not listed", ("Used",), "Brass lamp"),
        ("Mark the Brass lamp as not listed", ("Listed",), "Iron lamp"),
        ("Marca la Brass lamp como no visible", ("Visible",), "Iron lamp"),
    ],
)
def test_no_box_is_turned_that_may_be_another_one_or_that_of_another_thing(goal, boxes, name):
    assert not [action for action, _ in taken(goal, form(*boxes, name=name)) if action in ("check", "uncheck")]


def house(*choices, called="Shutters"):
    built = Builder()
    built.text("Settings", role="heading")
    built.into("form", tag="form")
    whole = built.holder
    for group in (called, "Pool"):
        built.into("group", group, parent=whole)
        for number, choice in enumerate(choices):
            built.add("control", "radio", choice, tag="input", type="radio", checked=not number)
    built.holder = whole
    built.button("Save settings")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "page"),
    [
        ("Close the shutters and save", house("Open", "Closed")),
        ("Close the garden and save", house("Abierto", "Cerrado", called="Jardín")),
        ("Cierra el jardín y guarda", house("Abierto", "Cerrado", called="Jardín")),
        ("Cierra la cocina y guarda", house("Open", "Closed", called="Kitchen")),
        ("Open the shutters and save", house("Closed", "Open")),
    ],
)
def test_what_is_closed_or_opened_may_be_chosen_under_its_name(goal, page):
    [radio, *_] = [n for n in page.nodes if n.role == "radio"][1:]
    first = plan(page, goal).steps[0].step

    assert (first.action, first.selector) == ("check", radio.selector)


@pytest.mark.parametrize(
    ("goal", "page"),
    [
        ("Close the garage and save", house("Open", "Closed")),
        ("Close the shutters and save", house("Half", "Up")),
        ("Cierra la puerta y guarda", house("Open", "Closed")),
    ],
)
def test_nothing_is_chosen_under_another_name_or_for_another_state(goal, page):
    assert all(p.step.action != "check" for p in plan(page, goal).steps)


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Closed is still selected after a reload", True),
        ("Closed stays selected after refreshing the page", True),
        ("after reloading the page Closed is still selected", True),
        ("Closed sigue seleccionado tras recargar", True),
        ("Open is still selected after a reload", False),
        ("Closed is selected after a reload of the house", None),
    ],
)
def test_a_choice_may_be_asked_for_after_a_reload(check, met):
    built = Builder()
    for choice in ("Open", "Closed"):
        built.add("control", "radio", choice, tag="input", type="radio", checked=choice == "Closed")
    [part] = [p for p in read_goal(f"Check that {check}").parts if p.verb == "expect"]
    found = answer(part, built.page())

    assert (found.met if found else None) is met or (met is None and found is not None and not found.met)

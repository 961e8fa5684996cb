"""What a thing is marked as may be a box of its form: set for `as listed`, and not for `as not listed`."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

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

"""What is not to be in a list is looked for in that list, and not in the form that holds it still."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

LIST, FORM = "http://app.test/boats", "http://app.test/boats/new"


def boats(*names):
    built = Builder()
    built.text("Boats", role="heading")
    built.button("New boat", selector="#new")
    for name in names:
        built.out()
        built.into("row")
        built.text(name, role="cell")
    built.out()
    return replace(built.page(), url=LIST)


def form(value="", error=""):
    built = Builder()
    built.into("form")
    built.field("Name", value=value, selector="#name")
    built.button("Save", selector="#save")
    if error:
        built.into("alert")
        built.text(error)
    return replace(built.page(), url=FORM)


def situation(check, *revisited):
    steps = [
        (boats("Teal of Heron Bay"), Planned(Step("click", selector="#new"), uses=frozenset(range(9)))),
        (form(), Planned(Step("fill", selector="#name", value="Heron"), uses=frozenset(range(9)))),
        (form("Heron"), Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)),
    ]
    past = tuple(Tried(planned, True, before=page) for page, planned in steps)
    goal = f"Try to add a boat called Heron. {check}"
    return Situation(goal, LIST, form("Heron", "No berth is free."), boats(), past, revisited=revisited)


CHECKS = [
    "The boat Heron must not be in the list",
    "Heron should not be listed",
    "Heron no debe aparecer en la lista",
    "I expect an error. Heron must not be in the list of boats",
]


@pytest.mark.parametrize("check", CHECKS)
def test_the_list_is_looked_at_after_the_form_was_refused(check):
    told, examiner = situation(check), BuiltinExaminer()

    assert examiner.wants_reload(told.goal)
    assert LIST in examiner.pages_left(told)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(
    ("listed", "met"), [(("Teal of Heron Bay",), True), (("Teal of Heron Bay", "Heron"), False), (None, None)]
)
def test_what_the_list_shows_decides(check, listed, met):
    told = situation(check, *([boats(*listed)] if listed else []))

    assert BuiltinExaminer().examine(told, form(), ()).met is met


def test_what_a_form_refuses_is_read_on_the_form():
    told = situation("I expect an error")

    assert not BuiltinExaminer().wants_reload(told.goal)
    assert BuiltinExaminer().examine(told, None, ()).met is True

"""Which way a number goes is held to what it was, what is not chosen counts nothing, and a chosen state is said."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from ghostly.engine.page import Option
from ghostly.engine.planning import Situation, Tried


def stall(*fees):
    built = Builder()
    built.text(f"Total fees: {sum(fees)}")
    built.button("Add a stall", selector="#add")
    for fee in fees:
        built.holder = -1
        built.into("listitem")
        built.text(f"Stall of {fee}")
    return built.page()


@pytest.mark.parametrize(
    ("check", "is_so"),
    [
        ("the total fees should go up", True),
        ("the total fees should increase", True),
        ("the total fees should go down", False),
        ("the total fees decrease", False),
    ],
)
def test_a_number_goes_the_way_that_is_told(check, is_so):
    goal, before, now = f"Press Add a stall. Then {check}.", stall(5), stall(5, 7)
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)
    found = BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), None, ())

    assert (found.met is True) is is_so


def terms(chosen):
    built = Builder()
    for label in ("12 months", "18 months"):
        built.add("control", "radio", label, label=label, tag="input", type="radio", checked=label == chosen)
        built.text(label)
    return built.page()


def test_a_choice_that_was_not_made_counts_nothing():
    (part,) = read_goal("Check that the interval should be 12 months").parts

    assert answer(part, terms("12 months")).met is True
    assert answer(part, terms("18 months")).met is False


def tanks(*kinds):
    built = Builder()
    listed = built.add("holder", "list")
    for number, kind in enumerate(kinds, 1):
        built.holder = listed
        built.into("listitem")
        built.text(f"Tank {number}")
        options = tuple(Option(each.lower(), each, each == kind) for each in ("Raw", "Pure"))
        built.add(
            "control", "combobox", "Kind", tag="select", options=options, value=kind.lower(), selector=f"#k{number}"
        )
    return built.page()


def test_what_is_chosen_in_one_entry_is_not_chosen_in_every_one():
    goal = "Change the kind of Tank 2 to Pure and check that every tank is Pure"
    before, now = tanks("Raw", "Raw"), tanks("Raw", "Pure")
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)

    assert [t.planned.step.selector for t in past][:1] == ["#k2"]
    assert BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), now, ()).met is not True

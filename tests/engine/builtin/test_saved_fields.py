"""A field that was filled in and saved is asked what it holds when the page is loaded again."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.builtin.saved import saves_fields
from ghostly.engine.planning import Situation, Tried

SET = "Set the Speed to 9, save and check that"
PUT = "Pon 9 en Speed, guarda y comprueba que"


def settings(speed, message=""):
    built = Builder()
    built.text("Fan", role="heading")
    if message:
        built.text(message)
    built.into("form")
    built.field("Speed", selector="#speed", value=speed)
    built.button("Save", type="submit")
    return built.page()


def saved(goal, kept, message=""):
    before, examiner = settings("12"), BuiltinExaminer()
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)
    now = Situation(goal, before.url, settings("9", message), before, past)
    assert [t.planned.step.action for t in past] == ["fill", "click"]
    return examiner.examine(now, settings(kept) if examiner.wants_reload(goal) else None, ()).met


@pytest.mark.parametrize(
    "goal",
    [
        f"{SET} the Speed field holds 9",
        f"{SET} the speed is 9",
        f"{SET} the speed has changed from 12 to 9",
        f"{PUT} el campo Speed contiene 9",
    ],
)
@pytest.mark.parametrize(("kept", "met"), [("9", True), ("12", False), ("90", False)])
def test_what_was_saved_is_held_after_a_reload(goal, kept, met):
    assert (saved(goal, kept) is True) is met


@pytest.mark.parametrize("value", ["12", "9"])
def test_a_value_that_a_field_no_longer_holds_is_told_from_one_that_it_does(value):
    goal = f"{SET} the speed is 9 and the speed is no longer {value}"

    assert (saved(goal, "9") is True) is (value == "12")


@pytest.mark.parametrize(
    "goal",
    [
        f"{SET} the speed is no longer 12",
        f"{PUT} el Speed ya no es 12",
        f'{SET} it says "Saved"',
        f'{SET} the message says "Speed 9 was saved"',
        "Set the Speed to 9 and save it. It must be saved.",
        "Set the Speed to 9 and save",
        f"{PUT} aparece «Saved»",
    ],
)
@pytest.mark.parametrize(("kept", "met"), [("9", True), ("9.00", True), ("12", False), ("90", False)])
def test_what_a_message_says_is_not_enough_where_the_field_holds_something_else(goal, kept, met):
    assert (saved(goal, kept, message="Saved. Speed 9 was saved") is True) is met


@pytest.mark.parametrize(
    ("typed", "kept", "met"),
    [
        ("611 222 333", "611222333", True),
        ("ada.test", "https://ada.test/", True),
        ("ADA", "ada", True),
        ("Ada Lane", "Ada", False),
        ("", "", True),
    ],
)
def test_a_field_may_write_in_its_own_way_what_it_was_given(typed, kept, met):
    before = settings("12")
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, "Set the Speed to 9 and save").steps)
    filled = replace(past[0], planned=replace(past[0].planned, step=replace(past[0].planned.step, value=typed)))
    now = Situation("Set the Speed to 9 and save", before.url, settings(typed, "Saved"), before, (filled, *past[1:]))

    assert (BuiltinExaminer().examine(now, settings(kept), ()).met is True) is met


@pytest.mark.parametrize("goal", ["Add a fan with speed 9 and save", "Fill in the Speed with 9 and send it"])
def test_a_form_for_something_new_may_be_as_it_was(goal):
    assert not saves_fields(goal_of(goal))

"""A field that was filled in and saved is asked what it holds when the page is loaded again."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation, Tried

SET = "Set the Speed to 9, save and check that"
PUT = "Pon 9 en Speed, guarda y comprueba que"


def settings(speed):
    built = Builder()
    built.text("Fan", role="heading")
    built.into("form")
    built.field("Speed", selector="#speed", value=speed)
    built.button("Save", type="submit")
    return built.page()


def saved(goal, kept):
    before, examiner = settings("12"), BuiltinExaminer()
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)
    now = Situation(goal, before.url, settings("9"), before, past)
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


def test_what_a_message_says_of_it_needs_no_reload():
    goal = 'Set the Speed to 9, save and check that the message says "Speed 9 was saved"'

    assert not BuiltinExaminer().wants_reload(goal)

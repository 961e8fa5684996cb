"""What is said to be all that somebody has left is held against the other entries of the same, and of nobody else."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

BILLS = {"F-1": "Ada Ray", "F-2": "Ada Ray", "F-3": "Bo Lind"}


def bills(listed=BILLS, notice=""):
    built = Builder()
    built.into("table")
    holder = built.holder
    for number, (code, owner) in enumerate(listed.items(), 1):
        built.holder = holder
        built.into("row")
        for at, said in enumerate((code, owner)):
            built.add("text", "cell", text=said, box=(200 * at, 40 * number, 100, 20))
        built.button(f"Delete bill {code}", selector=f"#delete-{code}")
    if notice:
        built.holder = -1
        built.into("status")
        built.text(notice)
    return built.page()


def judged(goal, listed, notice=""):
    target = Target("button", "Delete bill F-2", "#delete-F-2")
    step = Planned(
        Step("click", selector="#delete-F-2"), uses=frozenset(range(30)), commits=True, ends_part=True, target=target
    )
    now = bills(listed, notice)
    return BuiltinExaminer().examine(
        Situation(goal, "http://app.test/", now, bills(), (Tried(step, True, before=bills()),)), now, ()
    )


@pytest.mark.parametrize("check", ["of Ada Ray only F-1 is left", "for Ada Ray only F-1 is listed"])
@pytest.mark.parametrize(
    ("listed", "met"),
    [({"F-1": "Ada Ray", "F-3": "Bo Lind"}, True), ({"F-1": "Ada Ray", "F-4": "Ada Ray", "F-3": "Bo Lind"}, False)],
)
def test_the_only_one_of_somebody_lies_beside_those_of_others(check, listed, met):
    assert (judged(f"Delete the bill F-2. Check that {check}.", listed).met is True) is met


@pytest.mark.parametrize(("notice", "met"), [("Bill removed for good.", True), ("Bill kept.", False), ("", False)])
def test_what_it_says_may_be_what_a_notice_says(notice, met):
    goal = 'Delete the bill F-2 and confirm it says "Bill removed for good."'

    assert (judged(goal, {"F-1": "Ada Ray", "F-3": "Bo Lind"}, notice).met is True) is met


@pytest.mark.parametrize(
    ("check", "met"),
    [("F-1 is still listed and F-2 is not", True), ("F-2 is still listed and F-1 is not", False)],
)
def test_which_is_gone_and_which_is_there_are_not_changed_round(check, met):
    assert (judged(f"Delete the bill F-2. {check}.", {"F-1": "Ada Ray", "F-3": "Bo Lind"}).met is True) is met


def test_none_of_somebody_is_more_than_the_one_that_was_deleted():
    part = read_goal("Delete the paid bill of Ada Ray and check that none of Ada Ray is left.").parts[-1]

    assert part.negated

"""A page that a check names first is gone to, and what it counts there is read beside its label."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def ward():
    built = Builder()
    built.add("control", "link", "Today", selector="#today", href="/today", tag="a")
    built.add("control", "link", "Beds", selector="#beds", href="/beds", tag="a")
    built.text("Bed 7", role="heading")
    built.button("Free bed", selector="#free")
    return built.page()


def today(free, patients=3):
    built = Builder()
    built.text("Today", role="heading")
    for number, label in ((5, "Visits today"), (free, "Free beds"), (patients, "Patients")):
        built.into("group")
        built.text(str(number))
        built.text(label)
        built.out()
    return replace(built.page(), url="http://app.test/today")


@pytest.mark.parametrize(
    "check",
    [
        "The Today page should count 4 free beds.",
        "The Today page must count 4 free beds.",
        "The Today page should give 4 free beds.",
        "The Today page should read 4 free beds.",
        "Check that the Today page counts 4 free beds.",
        "After that the Today page should count four free beds.",
    ],
)
def test_a_page_that_is_to_count_is_gone_to_and_read(check):
    pressed = Planned(Step("click", selector="#free"), uses=frozenset(range(4)), ends_part=True, commits=True)
    situation = Situation(
        f"Press Free bed. {check}", "http://app.test/", ward(), ward(), (Tried(pressed, True, before=ward()),)
    )
    [went] = BuiltinPlanner().plan(situation).steps
    assert (went.step.selector, went.explores) == ("#today", True)

    past = (*situation.past, Tried(went, True, before=ward()))
    for page, met in ((today(4), True), (today(3), False), (today(3, patients=4), False)):
        there = replace(situation, page=page, past=past)
        assert (BuiltinExaminer().examine(there, page, ()).met is True) is met

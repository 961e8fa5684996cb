"""Things that are told apart by a number after their kind: `Bay 4` is not the `Bay 2` that has 4 racks."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.matching import numbered_otherwise
from ghostly.engine.builtin.words import tokens_of
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

BAYS = {1: "2", 2: "4", 3: "4", 4: "6", 5: "4"}


def bays(first=1, **racks):
    built = Builder()
    built.text("Bays", role="heading")
    for number, held in list(BAYS.items())[first - 1 :]:
        built.into("row")
        built.text(f"Bay {number}", role="cell")
        built.text(racks.get(f"bay{number}", held), role="cell")
        built.into("form", parent=built.holder)
        built.field("New racks", type="number", selector=f"#racks{number}")
        built.button("Change", selector=f"#change{number}")
        built.out()
    return built.page()


GOALS = [
    "Change the racks of Bay 4 to 9",
    "Set the racks of Bay 4 to 9",
    "Given Bay 4 was rebuilt, set its racks to 9.",
    "Cambia los racks de Bay 4 a 9",
]


@pytest.mark.parametrize("goal", GOALS)
def test_the_one_with_that_number_is_changed(goal):
    assert [p.step.selector for p in plan(bays(), goal).steps][:1] == ["#racks4"]


@pytest.mark.parametrize("goal", GOALS)
def test_no_other_is_where_that_one_is_not_listed(goal):
    assert not any(p.step.action == "fill" for p in plan(bays(first=5), goal).steps)


def test_another_one_that_was_changed_is_no_pass():
    goal = GOALS[0]
    typed = Planned(Step("fill", selector="#racks2", value="9"), uses=frozenset(range(9)))
    sent = Planned(Step("click", selector="#change2"), part=1, commits=True, ends_part=True)
    past = tuple(Tried(step, True, before=bays()) for step in (typed, sent))
    now = bays(bay2="9")

    finding = BuiltinExaminer().examine(Situation(goal, now.url, now, bays(), past, 6), now, ())

    assert finding.met is not True


@pytest.mark.parametrize(
    ("text", "is_other"),
    [("Bay 2 with 4 racks", True), ("Bay 4 with 2 racks", False), ("North bay 4", False), ("Racks 2", False)],
)
def test_what_begins_with_the_same_word_and_another_number_is_another_one(text, is_other):
    assert numbered_otherwise(text, tokens_of("the racks of Bay 4")) is is_other

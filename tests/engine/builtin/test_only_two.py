"""Several things that a sentence says to be the only ones are one check, and told apart without a name."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


@pytest.mark.parametrize(
    "goal",
    [
        "Filter by Wood. Only the round table and the long bench should be listed.",
        "Search for Ada. Only the old invoice and the new invoice must be visible.",
        "Filtra por Madera. Solo la mesa redonda y el banco largo deben aparecer.",
        "Filtra por Madera: solo la mesa redonda y el banco largo deben aparecer.",
    ],
)
def test_what_only_several_things_are_is_one_check(goal):
    assert [part.verb for part in read_goal(goal).parts if not part.implied][1:] == ["expect"]


def rooms(*names):
    built = Builder()
    built.into("list")
    holder = built.holder
    for name in names:
        built.holder = holder
        built.into("listitem")
        built.text(name)
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("told", "met"),
    [
        ("Only the round table and the long bench should be listed.", True),
        ("Only the round table and the tall bench should be listed.", False),
        ("Only the round table should be listed.", False),
    ],
)
def test_each_of_the_only_ones_is_shown_and_no_other(told, met):
    goal = f"Filter by Wood. {told}"
    before, after = rooms("Round table", "Glass lamp", "Long bench"), rooms("Round table", "Long bench")
    chosen = Planned(Step("fill", selector="#q", value="Wood"), uses=frozenset(range(4)), part=0, ends_part=True)
    situation = Situation(goal, "http://app.test/", after, before, (Tried(chosen, True, before=before),))

    assert BuiltinExaminer().examine(situation, None, ()).met is met


def test_one_more_than_the_only_ones_is_too_many():
    goal = "Filter by Wood. Only the round table and the long bench should be listed."
    before = rooms("Round table", "Glass lamp", "Long bench", "Oak chair")
    after = rooms("Round table", "Long bench", "Oak chair")
    chosen = Planned(Step("fill", selector="#q", value="Wood"), uses=frozenset(range(4)), part=0, ends_part=True)
    situation = Situation(goal, "http://app.test/", after, before, (Tried(chosen, True, before=before),))

    assert BuiltinExaminer().examine(situation, None, ()).met is False

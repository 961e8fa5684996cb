"""What a page calls by several words is meant by all of them, though only the first is written as a name."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

FIELDS = ("Field of wheat", "Field of barley", "Meadow")


def fields(*names):
    built = Builder()
    built.text("Paintings", role="heading")
    for name in names:
        built.into("row", tag="tr")
        built.text(name, role="cell")
        built.add("control", "button", "Delete", selector=f"#{name.split()[-1]}")
        built.out()
    return built.page()


def judged(goal, *left):
    before, now = fields(*FIELDS), fields(*left)
    target = Target("button", "Delete", "#barley")
    deleted = Planned(Step("click", selector="#barley"), uses=frozenset(range(9)), ends_part=True, target=target)
    situation = Situation(goal, "http://app.test/", now, before, (Tried(deleted, True, before=before),))
    return BuiltinExaminer().examine(situation, now, ())


@pytest.mark.parametrize(
    "check",
    [
        "Field of wheat has to stay, Field of barley must be gone.",
        "Field of barley must not be listed any more.",
        "Verify that Field of wheat is still there and that Field of barley has disappeared.",
        "Field of barley ya no debe aparecer.",
    ],
)
def test_one_that_is_called_alike_may_stay(check):
    assert judged(f"Delete Field of barley. {check}", "Field of wheat", "Meadow").met is True


@pytest.mark.parametrize(
    ("check", "left"),
    [
        ("Field of barley must be gone.", FIELDS),
        ("Field of wheat has to stay.", ("Meadow",)),
        ("Field of wheat must be gone.", ("Field of wheat", "Meadow")),
        ("Comprueba que Field of wheat sigue ahí.", ("Meadow",)),
    ],
)
def test_no_other_of_the_name_proves_it(check, left):
    assert judged(f"Delete Field of barley. {check}", *left).met is not True


@pytest.mark.parametrize("goal", ["Delete Field of rye", "Remove Field with poppies", "Borra Field con amapolas"])
def test_one_that_says_only_the_first_word_of_a_name_is_not_deleted(goal):
    assert not plan(fields("Field of wheat", "Meadow"), goal).steps


@pytest.mark.parametrize("goal", ["Delete Field of wheat", "Delete Meadow from the list", "Borra Meadow de la lista"])
def test_one_that_says_all_of_the_name_is_deleted(goal):
    assert [p.target.name for p in plan(fields("Field of wheat", "Meadow"), goal).steps] == ["Delete"]

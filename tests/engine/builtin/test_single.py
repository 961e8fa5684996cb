"""Something is said to be the only one that is listed, and is looked for among others of its kind."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def harbour(*rows):
    built = Builder()
    built.text("Boats", role="heading")
    built.into("search")
    built.add("control", "searchbox", "Search boats", tag="input", type="search", selector="#find")
    built.button("Search")
    built.out()
    table = built.add("holder", "table")
    for row in rows:
        built.holder = table
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
    return built.page()


GULL, HERON, GULLS = ("Gull", "Vigo"), ("Heron", "Cork"), ("Gull", "Cork")


def met(claim, *rows):
    goal = f"Search the boats for Vigo and check that {claim}"
    before = harbour(GULL, HERON, GULLS)
    box, button = (Target("searchbox", "Search boats", "#find"), Target("button", "Search", "#go"))
    told = Planned(Step("fill", selector="#find", value="Vigo"), part=0, uses=frozenset(range(6)), target=box)
    sent = Planned(Step("click", selector="#go"), part=0, uses=frozenset(), target=button, ends_part=True)
    past = (Tried(told, True, before=before), Tried(sent, True, before=before))
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", harbour(*rows), before, past), None, ()).met


@pytest.mark.parametrize(
    "claim",
    [
        "the only one that appears is Gull",
        "the only boat listed is Gull",
        "the sole result is Gull",
        "el único que aparece es Gull",
        "la única que sale en la lista es Gull",
        "únicamente sale Gull",
    ],
)
def test_the_only_one_is_listed_once_and_has_no_other_beside_it(claim):
    assert met(claim, GULL) is True
    assert met(claim, GULL, HERON) is not True
    assert met(claim, HERON) is not True


@pytest.mark.parametrize("claim", ["the only one that appears is Gull", "el único que aparece es Gull"])
def test_the_only_one_is_not_one_of_two_that_are_called_alike(claim):
    assert met(claim, GULL, GULLS) is not True


@pytest.mark.parametrize(
    "goal",
    [
        "Busca Vigo entre los barcos",
        "Busca entre los boats Vigo",
        "Look among the boats for Vigo",
        "Search Vigo among the boats",
    ],
)
def test_what_it_is_looked_for_among_is_not_typed(goal):
    values = [value for action, _, value in steps(plan(harbour(GULL), goal)) if action == "fill"]

    assert values == ["Vigo"]

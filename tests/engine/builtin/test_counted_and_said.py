"""How many are listed, with what they come to and what each of them is; and the card of what was made."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def loads(query=""):
    built = Builder()
    built.add("control", "searchbox", "Search", label="Search", tag="input", type="search", selector="#q", value=query)
    rows = [("W-1", "Bo Ray", "Oak", "40 kg"), ("W-2", "Ada Moss", "Elm", "25 kg"), ("W-3", "Ada Moss", "Oak", "31 kg")]
    found = [row for row in rows if query in row[1]]
    built.text(f"Total: {sum(int(row[3].split()[0]) for row in found)} kg")
    for row in found:
        built.holder = -1
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("There should be two of them, 56 kg in total", True),
        ("There should be two of them in total", True),
        ("There should be three of them, 56 kg in total", False),
        ("There should be two of them, 65 kg in total", False),
        ("Debe haber dos", True),
        ("Debe haber 3", False),
        ("There are 2 loads, both from Ada Moss", True),
        ("There are 2 loads, both Elm", False),
        ("There are 2 loads, all of Oak", False),
        ("Debe haber 2, las dos de Elm", False),
        ("Debe haber 2, ambas de Ada Moss", True),
    ],
)
def test_how_many_are_found_and_what_each_of_them_is(check, met):
    first, now = loads(), loads("Ada Moss")
    past = tuple(
        Tried(Planned(step, uses=frozenset(range(6)), ends_part=ends), True, before=before)
        for step, before, ends in (
            (Step("fill", selector="#q", value="Ada Moss"), first, False),
            (Step("press", selector="#q", key="Enter"), now, True),
        )
    )
    goal = f"Search the loads for Ada Moss. {check}."

    assert (BuiltinExaminer().examine(Situation(goal, now.url, now, first, past), None, ()).met is True) is met


def team(*names):
    built = Builder()
    built.text("Team", role="heading")
    for name in names:
        built.holder = -1
        built.into("article")
        built.text(name, role="heading")
        built.text("Porto")
    built.out()
    return built.page()


@pytest.mark.parametrize("check", ["her card appears", "its card is shown in the list", "aparece su tarjeta"])
@pytest.mark.parametrize(("kept", "met"), [(("Bo Ray", "Ada Moss"), True), (("Bo Ray",), False)])
def test_the_card_of_what_was_made_is_its_own_entry(check, kept, met):
    form = Builder()
    form.field("Name", selector="#name")
    form.button("Save", selector="#save")
    first, opened = team("Bo Ray"), form.page()
    every = frozenset(range(8))
    past = (
        Tried(Planned(Step("click", selector="#new"), uses=every), True, before=first),
        Tried(
            Planned(Step("fill", selector="#name", value="Ada Moss"), uses=every, ends_part=True), True, before=opened
        ),
        Tried(Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True), True, before=opened),
    )
    goal = (
        f"Add the member Ada Moss and check that {check}" if "card" in check else f"Crea a Ada Moss y mira que {check}"
    )
    finding = BuiltinExaminer().examine(Situation(goal, first.url, team(*kept), first, past), team(*kept), ())

    assert (finding.met is True) is met

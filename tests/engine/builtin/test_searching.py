"""A search is narrowed by the lists beside it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def catalogue():
    built = Builder()
    built.text("Books", role="heading")
    built.into("search")
    built.add("control", "searchbox", "Search books", tag="input", type="search", selector="#find")
    built.select("Language", "Any", "French", "German")
    built.button("Search")
    built.out()
    built.into("form")
    built.select("Currency", "Euro", "Pound")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "chosen"),
    [
        ('Search the books for "Rilke" with language German', "German"),
        ('Search for "Rilke" in the French books', "French"),
        ("Busca los libros de «Rilke» con idioma German", "German"),
        ('Search the books for "French"', None),
        ('Search the books for "Pound"', None),
        ('Search the books for "Rilke" for a Pound', None),
    ],
)
def test_a_search_is_narrowed_by_what_the_lists_of_its_form_offer(goal, chosen):
    values = [value for action, _, value in steps(plan(catalogue(), goal)) if action == "selectOption"]

    assert values == ([chosen] if chosen else [])


def shelf(form="Filter"):
    built = Builder()
    built.text("Wines", role="heading")
    built.into("form")
    built.add("control", "searchbox", "Find a wine", tag="input", type="search", selector="#find")
    built.select("Region", "Any", "Rioja", "Douro")
    built.add(
        "control", "checkbox", "Almost sold out only", tag="input", type="checkbox", selector="#few", checked=False
    )
    built.button(form)
    return built.page()


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("Show only the wines almost sold out", [("check", "#few")]),
        ("Filter by almost sold out", [("check", "#few")]),
        ("Filtra por almost sold out", [("check", "#few")]),
        ("Filter the wines by Rioja and almost sold out", [("selectOption", "Region"), ("check", "#few")]),
        ("Show only wines with Rioja", [("selectOption", "Region")]),
        ("Show only the wines sold to Ada Ray", []),
    ],
)
def test_a_list_is_narrowed_by_the_box_that_the_words_call_by_its_name(goal, expected):
    done = [
        (action, selector) for action, selector, _ in steps(plan(shelf(), goal)) if action in ("check", "selectOption")
    ]

    assert [action for action, _ in done] == [action for action, _ in expected]
    assert [s for a, s in done if a == "check"] == [s for a, s in expected if a == "check"]


def test_a_box_of_a_form_that_saves_narrows_no_list():
    assert not [
        step for step in steps(plan(shelf("Save"), "Show only the wines almost sold out")) if step[0] == "check"
    ]


def test_a_list_is_held_against_what_it_was_narrowed_to_and_not_against_a_page_that_has_lost_that():
    goal = "Filter by almost sold out and check that there are 2 wines"

    def wines(number, ticked):
        built = Builder()
        built.text("Wines", role="heading")
        built.add("control", "checkbox", "Almost sold out", tag="input", selector="#few", checked=ticked)
        for name in range(number):
            built.out()
            built.into("row")
            built.text(f"Wine {name}", role="cell")
        return built.page()

    step = Planned(Step("check", selector="#few"), uses=frozenset(range(20)), ends_part=True)
    now, again = wines(2, True), wines(5, False)
    situation = Situation(goal, "http://app.test/", now, again, (Tried(step, True, before=again),))

    assert BuiltinExaminer().examine(situation, again, ()).met is True
    assert BuiltinExaminer().examine(replace(situation, page=wines(3, True)), again, ()).met is not True
    assert BuiltinExaminer().examine(situation, wines(3, True), ()).met is not True

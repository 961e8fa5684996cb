"""A list is narrowed and shown whole again, and what it comes to is told in few words."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps
from engine.builtin.test_tallies import boats, met

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option


def read(goal):
    return [(part.verb, part.said) for part in read_goal(goal).parts if not part.implied]


def verbs(goal):
    return [verb for verb, _ in read(goal)]


def shelf():
    built = Builder()
    built.text("Wines", role="heading")
    built.into("search")
    built.add("control", "searchbox", "Find a wine", tag="input", type="search", selector="#find", value="oak")
    options = (Option("", "Any"), Option("rioja", "Rioja", True))
    built.add("control", "combobox", "Region", tag="select", selector="#region", options=options, value="rioja")
    built.button("Filter")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "emptied"),
    [
        ("Remove the filter", ["#find", "#region"]),
        ("Take the filters away", ["#find", "#region"]),
        ("Quita el filtro", ["#find", "#region"]),
        ("Delete what I typed in the search box", ["#find"]),
        ('Delete "oak" from the search', ["#find"]),
        ("Borra lo que he escrito en el buscador", ["#find"]),
        ("Deja la búsqueda vacía", ["#find"]),
        ("Remove the region filter", ["#region"]),
    ],
)
def test_a_filter_or_a_search_is_taken_away(goal, emptied):
    done = steps(plan(shelf(), goal))

    assert [selector for action, selector, _ in done if action in ("fill", "selectOption")] == emptied
    assert {value for action, _, value in done if action in ("fill", "selectOption")} <= {"", "Any"}


@pytest.mark.parametrize("goal", ["Delete the filter Summer", "Remove the saved filter", "Borra el filtro «Verano»"])
def test_a_filter_that_is_a_thing_is_deleted(goal):
    assert verbs(goal) == ["delete"]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Clear the search -> 14 wines", ["clear", "expect"]),
        ("Filter by Rioja: only W-7", ["filter", "expect"]),
        ("Filter by Rioja. 3 wines. Remove the filter. 14 wines.", ["filter", "expect", "clear", "expect"]),
        ("Busca seda → «Nada.»; quita la búsqueda → 14 vinos", ["search", "expect", "clear", "expect"]),
        ("Si borro la búsqueda vuelven a salir los 7 vinos", ["clear", "expect"]),
        ("Quita el filtro y abajo vuelve a poner «14 vinos»", ["clear", "expect"]),
        ("Remove the filter. All 14 wines are back.", ["clear", "expect"]),
        ("Search for a trip to Porto. 2 adults.", ["search"]),
        ("Vuelve a la lista y vuelve a poner 3 en la cantidad", ["back", "fill"]),
        ("Go to Settings -> Billing -> Invoices", ["open", "open", "open"]),
    ],
)  # fmt: skip
def test_what_a_list_comes_to_is_a_check(goal, told):
    assert verbs(goal) == told


@pytest.mark.parametrize(
    ("check", "facts"),
    [
        ("only W-1 and W-2 are listed, total €5.00", ["only W-1 and W-2 are listed", "total €5.00"]),
        ('salen 3 vinos, "3 en total", 7,50 € en total', ["salen 3 vinos", "3 en total", "7,50 € en total"]),
        ('I see "No wine matches." and "0 wines in all"', ["see No wine matches.", "0 wines in all"]),
        ('I see "Ada" and "Sold"', ["see Ada and Sold"]),
        ("I expect 3 wines, none of Ada", ["I expect 3 wines", "none of Ada"]),
        ("the first row is W-9 and the last one W-1", ["the first row is W-9", "the last row is W-1"]),
        ("I see W-1 from Ada and W-2 from Bo", ["see W-1 from Ada", "W-2 from Bo"]),
        (
            "there are 3 wines and there shouldn't be any Sold one",
            ["there are 3 wines", "there shouldn't be any Sold one"],
        ),
    ],
)
def test_each_of_several_facts_is_looked_for_by_itself(check, facts):
    assert [said.strip('"') for verb, said in read(f"Filter by Rioja. {check}.") if verb == "expect"] == facts


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("Its grower is Ada.", "the grower of W-7 is Ada"),
        ("Su cosecha es 2019.", "the cosecha of W-7 es 2019"),
        ("I shouldn't see any of the others.", "only W-7 listed"),
        ("Los demás vinos no tienen que aparecer.", "only W-7 listed"),
    ],
)
def test_what_was_found_is_spoken_of_further(after, told):
    assert read(f"Search for oak. Only W-7 is listed. {after}")[-1] == ("expect", told)
    assert read(f"Delete W-7. W-8 is listed. {after}")[-1][1] != told


@pytest.mark.parametrize(
    ("check", "expected"),
    [('the last line says "2 boats"', True), ('the last line says "3 boats"', False), ("the last row is Gull", False)],
)
def test_the_last_line_may_be_no_entry(check, expected):
    page = boats(("Tern", "Pier 7", "Docked"), ("Gull", "Pier 8", "Docked"), ("2 boats", "", ""))

    assert (met(check, page) is True) is expected


@pytest.mark.parametrize(
    "goal",
    [
        "Title: Search narrows it\nSteps:\n1. Log in: ada@x.test / s3cret\n2. Search for oak\nExpected: W-7 is shown",
        "Título: buscar y borrar\nPasos:\n1. Entro con ada@x.test / s3cret\n2. Busco oak\nResultado esperado: sale W-7",
        "Hi team, quick check of the search please. Log in with ada@x.test / s3cret, search for oak. W-7 is shown.",
        "Quiero saber cuántos hay. Entra con ada@x.test / s3cret y busca oak. Sale W-7. No hace falta tocar nada más.",
        "Open the shop, log in with ada@x.test / s3cret and search for oak. W-7 is shown. Nothing should be changed.",
    ],
)
def test_what_only_introduces_a_search_asks_for_nothing(goal):
    assert verbs(goal) == ["login", "search", "expect"]


def test_short_notes_are_read_line_by_line() -> None:
    goal = 'log in ada@x.test / s3cret\nwines: search "oak" + region Rioja\nexpect only W-7 is listed'

    assert verbs(goal) == ["login", "search", "expect"]
    wrapped = "Please log in with the account ada@x.test and the password\ns3cret and search for oak."
    assert verbs(wrapped) == ["login", "search"]

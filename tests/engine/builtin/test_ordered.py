"""In which order a list stands, and what stands at which place of it."""

from dataclasses import replace

import pytest
from engine.builtin.test_tallies import boats, met

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.ranks import ranked
from ghostly.engine.page import Node

DAYS = ("2026-05-03", "2026-05-01", "2026-04-28")


def dated(*days):
    heads = ("Boat", "Date", "Length")
    return boats(*((f"Boat {i}", day, f"{9 + i} m") for i, day in enumerate(days)), heads=heads)


@pytest.mark.parametrize(
    "check",
    [
        "the boats are sorted by date, newest first",
        "the list is sorted by date in descending order",
        "the boats are listed from newest to oldest",
        "los barcos van del más nuevo al más antiguo",
        "la lista está ordenada por fecha de forma descendente",
    ],
)
def test_a_list_is_in_order_when_each_entry_is(check):
    written = (DAYS, ("3 May 2026", "1 May 2026", "28 Apr 2026"), ("15/05/2026", "1/05/2026", "28/04/2026"))
    others = ((DAYS[0], DAYS[2], DAYS[1]), ("3 May 2026", "28 Apr 2026", "1 May 2026"), (DAYS[0],) * 3)

    assert all(met(check, dated(*days)) is True for days in written)
    assert not any(met(check, dated(*days)) is True for days in (*others, *(days[::-1] for days in written)))


@pytest.mark.parametrize(
    ("check", "at"),
    [
        ("Tern comes first", 0),
        ("Tern is the first one", 0),
        ("the list starts with Tern", 0),
        ("the top entry is Tern", 0),
        ("Tern sale la primera", 0),
        ("la lista empieza por Tern", 0),
        ("Tern comes last", 2),
        ("the list ends with Tern", 2),
        ("the bottom entry is Tern", 2),
        ("la lista termina con Tern", 2),
        ("Tern is second in the list", 1),
    ],
)
def test_what_stands_at_a_place_of_a_list_is_looked_for_there(check, at):
    rows = [("Gull", "Pier 8", "Docked"), ("Swan", "Pier 9", "Docked")]
    lists = [boats(*rows[:place], ("Tern", "Pier 7", "Docked"), *rows[place:]) for place in range(3)]

    assert [met(check, page) is True for page in lists] == [place == at for place in range(3)]


@pytest.mark.parametrize(
    "check",
    [
        "the first page shows Tern",
        "Tern aparece en la primera página",
        "the first name is Tern",
        "it ends up with Tern",
    ],
)
def test_what_is_first_otherwise_is_no_place_of_a_list(check):
    part = read_goal(f"Check that {check}").parts[-1]

    assert ranked(part, boats(("Gull", "Pier 8", "Docked"), ("Tern", "Pier 7", "Docked"))) is None


@pytest.mark.parametrize("check", ["Tern comes last", "the list ends with Tern", "la lista termina con Tern"])
def test_what_comes_last_is_not_told_by_a_list_that_goes_on(check):
    page = boats(("Gull", "Pier 8", "Docked"), ("Tern", "Pier 7", "Docked"))
    further = Node(len(page.nodes), -1, "control", "link", "#next", tag="a", name="Next", href="/boats?page=2")

    assert ranked(read_goal(f"Check that {check}").parts[-1], page).met is True
    goes_on = replace(page, nodes=(*page.nodes, further))
    assert ranked(read_goal(f"Check that {check}").parts[-1], goes_on).met is None

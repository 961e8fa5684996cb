"""How many there are to be, within bounds, in a state, and more than before."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation, Tried

URL = "http://app.test/boats"
NAMES = ("Gull", "Heron", "Tern", "Puffin", "Swan", "Coot", "Skua", "Auk")


def boats(*rows, texts=(), heads=("Boat", "Berth", "State"), buttons=()):
    """A page with a list of boats, each with what it says under each head."""
    b = Builder()
    b.into("navigation")
    b.add("control", "link", "Boats", href="/boats", selector="#boats")
    b.out()
    b.text("Boats", role="heading")
    for text in texts:
        b.text(text)
    table = b.add("holder", "table")
    for y, row in enumerate((heads, *rows)):
        b.holder = table
        b.into("row")
        for x, said in enumerate(row):
            b.add("text", "cell" if y else "columnheader", text=said, box=(150 * x, 30 * y, 140, 20))
    b.out()
    for name in buttons:
        b.button(name, selector=f"#{name}")
    return replace(b.page(), url=URL)


def fleet(docked, at_sea=0):
    states = ["Docked"] * docked + ["At sea"] * at_sea
    return [(NAMES[i], f"Pier {9 - i}", state) for i, state in enumerate(states)]


def met(check, page, before=None):
    """Whether a check is met on a page that was come to from another one, or that was another before."""
    goal = f"Open Boats and check that {check}"
    before = before or replace(boats(), nodes=boats().nodes[:2], url="http://app.test/")
    steps = plan(before, goal).steps
    situation = Situation(goal, before.url, page, before, tuple(Tried(step, True, before=before) for step in steps))
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize(
    ("check", "some", "others"),
    [
        ("there are at least 4 boats", (4, 6), (3, 1)),
        ("more than three boats are listed", (4, 5), (3, 2)),
        ("no fewer than 4 boats are shown", (4, 7), (3,)),
        ("there are 4 or more boats", (4, 5), (3,)),
        ("there are fewer than 4 boats", (3, 1), (4, 5)),
        ("up to 3 boats are listed", (3, 2), (4, 6)),
        ("there are between 2 and 4 boats", (2, 4), (5, 1)),
        ("hay al menos 4 barcos", (4, 6), (3,)),
        ("hay más de tres barcos", (4, 6), (3,)),
        ("no hay más de 3 barcos", (3, 2), (4,)),
        ("aparecen 4 barcos o más", (4, 5), (3,)),
        ("hay entre 2 y 4 barcos", (3,), (5,)),
        ("the number of boats is 4", (4,), (3, 5)),
        ("el número de barcos es 4", (4,), (3, 5)),
    ],
)
def test_a_check_of_how_many_is_held_to_its_bounds(check, some, others):
    assert all(met(check, boats(*fleet(n))) is True for n in some)
    assert not any(met(check, boats(*fleet(n))) is True for n in others)


@pytest.mark.parametrize(
    "check",
    [
        "2 boats are docked",
        "two of the boats are Docked",
        "exactly two boats have the state Docked",
        "2 rows say Docked",
        "only two boats are Docked",
        "dos barcos están en Docked",
        "dos filas dicen Docked",
        "2 de los barcos figuran como Docked",
    ],
)
def test_those_in_a_state_are_counted_and_not_the_whole_list(check):
    named = [("Docked Lady", "Pier 1", "At sea"), ("Docked Tom", "Pier 2", "At sea"), ("Gull", "Pier 3", "At sea")]

    assert met(check, boats(*fleet(2, 3))) is True
    assert met(check, boats(*fleet(3, 2))) is not True
    assert met(check, boats(*fleet(0, 2))) is not True
    assert met(check, boats(*named)) is not True


@pytest.mark.parametrize("check", ["there are 12 boats", "the list has 12 entries", "hay 12 barcos"])
@pytest.mark.parametrize(
    ("told", "is_so"), [("Showing 1-3 of 12", True), ("1 a 3 de 12", True), ("Showing 1-3 of 120", False)]
)
def test_a_page_of_a_list_says_how_many_there_are_in_all(check, told, is_so):
    assert (met(check, boats(*fleet(3), texts=[told], buttons=["Next"])) is True) is is_so


@pytest.mark.parametrize(
    "check",
    ["the list goes from 4 to 2 boats", "there are two fewer boats", "la lista pasa de 4 a 2 barcos"],
)
def test_a_list_is_held_to_what_it_had_before(check):
    assert met(check, boats(*fleet(2)), before=boats(*fleet(4))) is True
    assert met(check, boats(*fleet(2)), before=boats(*fleet(2))) is not True
    assert met(check, boats(*fleet(3)), before=boats(*fleet(4))) is not True

"""That something is the only one, that nothing else is there, or that all or none are so, is read in a list of them."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.provisos import only_kind, says_alone
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

PRESSED = Planned(Step("click", selector="#B-7"), uses=frozenset(range(6)), part=0, ends_part=True)


def board(**cards):
    built = Builder()
    built.text("Boats", role="heading")
    for column in ("Afloat", "Docked"):
        built.out()
        built.into("region", column)
        held = built.holder
        built.text(column, role="heading")
        for card in cards.get(column, ()):
            built.into("article", parent=held)
            built.text(card)
            built.button("Dock", selector=f"#{card}")
    return built.page()


def boats(*rows):
    built = Builder()
    built.text("Boats", role="heading")
    for row in rows:
        built.out()
        built.into("row")
        for cell in row.split():
            built.text(cell, role="cell")
    built.out()
    return built.page()


def judged(goal, now, before, again=None):
    past = (Tried(PRESSED, True, before=before),)
    return BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), again, ()).met


@pytest.mark.parametrize(
    ("check", "others", "met"),
    [
        ("the Docked column has only that one", ("B-9",), False),
        ("the Docked column has only that one", (), True),
        ("the Docked column has nothing else", ("B-9",), False),
        ("in the Docked column there is only it", ("B-9",), False),
        ("B-7 is in the Docked column", ("B-9",), True),
    ],
)
def test_that_only_one_is_in_a_column_is_read_in_that_column(check, others, met):
    before = board(Afloat=("B-7", "B-8"), Docked=others)
    now = board(Afloat=("B-8",), Docked=("B-7", *others))

    assert judged(f"Dock the boat B-7 and check that {check}", now, before) is met


@pytest.mark.parametrize(
    ("check", "rows", "met"),
    [
        ("Heron es la única Docked", ("Heron Docked", "Teal Afloat"), True),
        ("Heron es la única Docked", ("Heron Docked", "Teal Docked"), False),
        ("Heron is the only boat", ("Heron Docked", "Teal Afloat"), False),
        ("Heron is the only one", ("Heron Docked",), True),
        ("Heron es la única", ("Heron Docked", "Teal Afloat"), False),
        ("Heron es la única", ("Heron Docked",), True),
    ],
)
def test_that_something_is_the_only_one_of_its_kind_is_read_in_the_list(check, rows, met):
    before = boats("Heron Afloat", *rows[1:])

    assert judged(f"Dock the boat Heron and check that {check}", boats(*rows), before) is met


def test_no_page_of_its_own_shows_that_something_is_the_only_one():
    built = Builder()
    built.text("Heron", role="heading")
    built.text("Docked")
    own = replace(built.page(), url="http://app.test/boats/1")

    assert judged("Dock the boat Heron and check that Heron is the only one", own, boats("Heron Afloat")) is None


@pytest.mark.parametrize(
    "check", ["all the boats are docked", "every boat is docked", "there are no boats afloat left"]
)
def test_no_page_of_one_shows_what_all_or_none_of_them_are(check):
    built = Builder()
    built.text("Heron", role="heading")
    built.text("State: docked")
    own = replace(built.page(), url="http://app.test/boats/1")
    before = boats("Heron afloat", "Teal afloat")

    assert judged(f"Dock the boat Heron and check that {check}", own, before) is not True


@pytest.mark.parametrize(
    ("check", "kind"),
    [
        ("Heron is the only docked boat", ["docked", "boat"]),
        ("Heron is the only one left", []),
        ("Heron es la única barca", ["barca"]),
        ("only Heron is listed", None),
        ("the page has only Heron", None),
    ],
)
def test_of_what_kind_something_is_the_only_one(check, kind):
    told = only_kind(read_goal(f"check that {check}").parts[-1].words)

    assert (told if told is None else [t.norm for t in told]) == kind


@pytest.mark.parametrize(
    ("check", "alone"),
    [
        ("the list has only that one", True),
        ("nothing else is listed", True),
        ("la lista tiene solo ese", True),
        ("only Heron is listed", False),
        ("that one is listed", False),
    ],
)
def test_that_nothing_else_is_there(check, alone):
    assert says_alone(read_goal(f"check that {check}").parts[-1].words) is alone

"""What stands at the foot of a table or in the menu is looked for there, in just the words that a check gives it."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def boats(*ways, foot="2 boats afloat"):
    built = Builder()
    built.into("navigation", "Main")
    for way in ways:
        built.link(way)
    built.out()
    built.into("table", "Boats")
    table = built.holder
    for rows in ((("columnheader", "Boat"),), (("cell", "Heron"), ("cell", "Swift")), (("cell", foot),)):
        built.holder = table
        built.into("rowgroup")
        group = built.holder
        for role, text in rows:
            built.into("row", parent=group)
            built.text(text, role=role)
    built.holder = -1
    built.into("contentinfo")
    built.text("Harbour office")
    return built.page()


def after(goal, now, before):
    pressed = Planned(Step("click", selector="#x"), uses=frozenset(range(5)), part=0, ends_part=True)
    situation = Situation(goal, now.url, now, before, (Tried(pressed, True, before=before),))
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("check that the footer of the table says 2 boats afloat", True),
        ("the table footer must show 2 boats afloat", True),
        ("comprueba que el pie de la tabla dice «2 boats afloat»", True),
        ("en el pie de la tabla debe poner «2 boats afloat»", True),
        ("the footer of the page must say Harbour office", True),
        ("check that the footer of the table says Heron", False),
        ("comprueba que el pie de la tabla dice «Harbour office»", False),
        ("the footer of the page must say 2 boats afloat", False),
    ],
)
def test_what_is_to_be_at_the_foot_stands_there(check, so):
    met = after(f"Press Undock; {check}.", boats("Boats"), boats("Boats", foot="3 boats afloat"))

    assert (met is True) is so


def test_a_total_below_a_form_is_told_of_in_one_sentence():
    told = read_goal("Press Count; the total below the form must show €5.").parts[-1]

    assert (told.verb, " ".join(t.text for t in told.words)) == ("expect", "the total below the form must show €5")


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("check that the menu now says Barcos, Muelles and Avisos", True),
        ("the main menu should show Barcos, Muelles and Avisos", True),
        ("el menú principal debe mostrar Barcos, Muelles y Avisos", True),
        ("check that the menu now says Barcos, Muelles and Facturas", False),
        ("check that the menu now says Boats, Piers and Notices", False),
    ],
)
def test_a_menu_says_each_of_its_ways(check, so):
    english, spanish = boats("Boats", "Piers", "Notices"), boats("Barcos", "Muelles", "Avisos")

    assert (after(f"Press Flag; {check}.", spanish, english) is True) is so

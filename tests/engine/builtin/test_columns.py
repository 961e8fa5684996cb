"""In which column of a board a card is, and the board that a goal begins with."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def board(**cards):
    built = Builder()
    built.add("control", "link", "Boats", href="/boats", selector="#boats")
    built.text("Boats", role="heading")
    for column in ("In dock", "Ready", "At sea"):
        built.out()
        built.into("region", column)
        held = built.holder
        built.text(column, role="heading")
        built.text(str(len(cards.get(column.lower().replace(" ", "_"), ()))))
        for card in cards.get(column.lower().replace(" ", "_"), ()):
            built.into("article", parent=held)
            built.text(card)
            built.text("Pier 4")
    return replace(built.page(), url="http://app.test/boats")


def boat(title="Boat B-7"):
    built = Builder()
    built.add("control", "link", "Boats", href="/boats", selector="#boats")
    built.text(title, role="heading")
    built.field("Pier", value="4")
    return replace(built.page(), url="http://app.test/boats/7")


CLICK = Planned(Step("click", selector="#x"), uses=frozenset(range(6)), part=0, ends_part=True)
BEFORE = board(in_dock=("B-7", "B-8"), ready=("B-9",))


@pytest.mark.parametrize(
    ("check", "column"),
    [
        ("B-7 is in the Ready column", "ready"),
        ("B-7 must be in the At sea column", "at_sea"),
        ("B-7 must be in the In dock column", "in_dock"),
        ("comprueba que B-7 está en la columna Ready", "ready"),
        ("check that B-7 appears in the column At sea", "at_sea"),
    ],
)
def test_a_card_is_in_the_column_under_whose_heading_it_stands(check, column):
    for moved in ("ready", "at_sea", "in_dock"):
        now = board(**{"in_dock": ("B-8",), moved: ("B-8", "B-7")})
        situation = Situation(f"Press Undock. {check}", now.url, now, BEFORE, (Tried(CLICK, True, before=BEFORE),))

        assert (BuiltinExaminer().examine(situation, None, ()).met is True) is (moved == column)


def test_a_column_that_no_page_shows_proves_nothing():
    now = board(ready=("B-7",))
    goal = "Press Undock. B-7 must be in the In repair column"
    situation = Situation(goal, now.url, now, BEFORE, (Tried(CLICK, True, before=BEFORE),))

    assert BuiltinExaminer().examine(situation, None, ()).met is not True


def test_the_board_that_was_left_is_gone_back_to():
    goal = "Press Undock. B-7 must be in the Ready column"

    assert steps(plan(boat(), goal, Tried(CLICK, True, before=BEFORE))) == [("click", "#boats", None)]


@pytest.mark.parametrize("given", ["Given the boats board", "Given the boats overview", "Dado el tablero de boats"])
def test_a_goal_may_begin_with_the_place_of_things_by_any_word_for_it(given):
    goal = f"{given}, when I press Undock, then B-7 is listed"

    assert read_goal(goal).parts[0].verb == "open"
    assert steps(plan(boat("Crew"), goal)) == [("click", "#boats", None)]


@pytest.mark.parametrize("given", ["Given the boats list has 3 entries", "Given the price list Summer"])
def test_what_a_goal_tells_of_a_list_is_no_place(given):
    assert all(part.verb != "open" for part in read_goal(f"{given}, when I press Undock, then B-7 is listed").parts)

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


DRAG = Planned(Step("dragTo", selector="#b-7", target="#ready"), uses=frozenset(range(8)), part=0, ends_part=True)


@pytest.mark.parametrize("moved", ["Move B-7 to Ready", "Drag B-7 over to the Ready column", "Mueve B-7 a Ready"])
@pytest.mark.parametrize(
    "check",
    [
        "The card must be in that column",
        "Check that it is in that column",
        "B-7 should be in the same column then",
        "La tarjeta debe estar en esa columna",
        "Comprueba que el boat queda en dicha columna",
    ],
)
def test_that_column_is_the_one_to_which_something_was_moved(moved, check):
    for column in ("ready", "at_sea", "in_dock"):
        now = board(**{"in_dock": ("B-8",), column: ("B-8", "B-7")})
        situation = Situation(f"{moved}. {check}", now.url, now, BEFORE, (Tried(DRAG, True, before=BEFORE),))

        assert (BuiltinExaminer().examine(situation, now, ()).met is True) is (column == "ready")


@pytest.mark.parametrize(
    "check",
    ["B-8 must be in that column", "The total must be in that column", "B-8 and B-7 are in that column"],
)
def test_what_is_said_of_another_thing_in_that_column_is_not_so(check):
    now = board(in_dock=("B-8",), ready=("B-9", "B-7"))
    situation = Situation(f"Move B-7 to Ready. {check}", now.url, now, BEFORE, (Tried(DRAG, True, before=BEFORE),))

    assert BuiltinExaminer().examine(situation, now, ()).met is not True


def held(**cards):
    """The board, and on each card a list of the columns."""
    built = Builder()
    built.text("Boats", role="heading")
    for column in ("In dock", "Ready", "Sold"):
        built.out()
        built.into("region", column)
        lane = built.holder
        built.text(column, role="heading")
        for card in cards.get(column.lower().replace(" ", "_"), ()):
            built.into("article", parent=lane)
            built.text(card)
            built.select(f"Place of {card}", "In dock", "Ready", "Sold")
    return replace(built.page(), url="http://app.test/boats")


@pytest.mark.parametrize(
    ("check", "column"),
    [
        ("check that B-7 is sold", "sold"),
        ("check that the boat B-7 is now ready", "ready"),
        ("it is listed as sold", "sold"),
        ("comprueba que B-7 figura como ready", "ready"),
        ("check that B-7 and B-9 are ready", "ready"),
    ],
)
def test_what_a_card_is_said_to_be_is_the_column_in_which_it_stands(check, column):
    before = held(in_dock=("B-7", "B-8"), ready=("B-9",), sold=("B-5",))
    for moved in ("ready", "sold"):
        now = held(**{"in_dock": ("B-8",), "ready": ("B-9",), "sold": ("B-5",), moved: ("B-7", "B-9", "B-5")})
        situation = Situation(
            f"Move B-7 to {moved}. {check}", now.url, now, before, (Tried(DRAG, True, before=before),)
        )

        assert (BuiltinExaminer().examine(situation, now, ()).met is True) is (moved == column)


def test_what_another_card_is_said_to_be_is_not_told_by_the_one_that_was_moved():
    before = held(in_dock=("B-7", "B-8"), ready=("B-9",), sold=("B-5",))
    now = held(in_dock=("B-8",), ready=("B-9", "B-7"), sold=("B-5",))
    goal = "Move the boat B-7 to Ready. Check that the boat B-8 also shows as ready"
    situation = Situation(goal, now.url, now, before, (Tried(DRAG, True, before=before),))

    assert BuiltinExaminer().examine(situation, now, ()).met is not True


@pytest.mark.parametrize(
    "goal",
    ["Put B-7 in the Ready column", "Pasa B-7 a la columna de ready", "Lleva la tarjeta B-7 a la columna Ready"],
)
def test_what_goes_into_a_column_is_moved_there(goal):
    assert read_goal(goal).parts[0].verb == "drag"


@pytest.mark.parametrize(
    "goal",
    [
        "Put 5 in the Stock column of B-7",
        "Put B-7 in the Boat column of T-2",
        "Change the state of B-7 in the State column to Ready",
        "Check that B-7 is in the Ready column",
        "Pasa a la siguiente columna",
    ],
)
def test_what_only_names_a_column_moves_nothing(goal):
    assert read_goal(goal).parts[0].verb != "drag"


@pytest.mark.parametrize(
    "goal",
    [
        "Move B-7 and B-8 to Sold",
        "Drag B-7, B-8 into the Sold column",
        "Mueve B-7 y B-8 a la columna Sold",
        "On the board move B-7 and B-8 to Sold",
    ],
)
def test_several_cards_are_moved_one_after_the_other(goal):
    page = held(in_dock=("B-7", "B-8", "B-9"), ready=("B-5",))

    first = plan(page, goal).steps
    moved = held(in_dock=("B-8", "B-9"), ready=("B-5",), sold=("B-7",))
    past = tuple(Tried(planned, True, before=page) for planned in first)
    second = plan(moved, goal, *past).steps

    told = [planned.target.name for planned in (first[0], second[0])]
    assert [next(code for code in ("B-7", "B-8", "B-9") if code in name) for name in told] == ["B-7", "B-8"]
    assert (first[-1].ends_part, second[-1].ends_part) == (False, True)


@pytest.mark.parametrize(
    ("goal", "moved", "met"),
    [
        ("Drag B-7 from In dock to Ready. It has to end up in the Ready column", "ready", True),
        ("Drag B-7 from In dock to Ready. It has to end up in the Ready column", "at_sea", False),
        ("Arrastra B-7 desde In dock a Ready. Debe quedar en la columna Ready", "ready", True),
    ],
)
def test_what_a_card_was_moved_from_is_not_said_by_it_any_more(goal, moved, met):
    now = board(**{"in_dock": ("B-8",), moved: ("B-8", "B-7")})
    dragged = Planned(Step("dragTo", selector="#x"), uses=frozenset(range(9)), part=0, ends_part=True)
    situation = Situation(goal, now.url, now, BEFORE, (Tried(dragged, True, before=BEFORE),))

    assert (BuiltinExaminer().examine(situation, now, ()).met is True) is met

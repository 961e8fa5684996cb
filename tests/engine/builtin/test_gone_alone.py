"""What was deleted is gone when its entry is, and not when that only says something else, or the whole list is gone."""

import pytest
from engine.builtin.test_planner import Builder, plan
from engine.builtin.test_proofs import examined

from ghostly.engine.planning import Tried

ROOMS = (("R-2", "Attic", "Free"), ("R-20", "Cellar", "Free"), ("R-200", "Porch", "Taken"))
CHECKS = (
    "R-20 is gone",
    "it is gone",
    "it is no longer there",
    "it disappears from the list",
    "R-2 and R-200 are still listed",
    "the Cellar no longer appears",
)
SPANISH = ("ya no sale", "desaparece de la lista", "R-2 sigue en la lista", "quedan R-2 y R-200")


def rooms(*rows):
    built = Builder()
    built.text("Rooms", role="heading")
    for row in rows:
        built.holder = -1
        built.into("row")
        for cell in row:
            built.text(cell, role="cell")
        built.button("Delete", selector=f"#delete-{row[0]}")
    built.out()
    if not rows:
        built.text("No rooms yet.")
    return built.page()


def deleted(goal, *rows):
    before = rooms(*ROOMS)
    past = [Tried(planned, True, before=before) for planned in plan(before, goal).steps]
    return examined(goal, before, rooms(*rows), *past)


GOALS = (
    *(f"Delete the room R-20 and check that {check}" for check in CHECKS),
    *(f"Borra la habitación R-20 y comprueba que {check}" for check in SPANISH),
)


@pytest.mark.parametrize("goal", GOALS)
def test_an_entry_that_is_gone_alone_is_deleted(goal):
    assert deleted(goal, ROOMS[0], ROOMS[2]).met is True


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize(
    "rows",
    [
        (ROOMS[0], ("R-20", "Cellar", "Archived"), ROOMS[2]),
        (ROOMS[1], ROOMS[2]),
        (),
        (ROOMS[0],),
    ],
)
def test_an_entry_that_is_listed_otherwise_or_gone_with_others_is_not(goal, rows):
    assert deleted(goal, *rows).met is not True


def test_an_entry_that_says_that_it_was_deleted_may_stay():
    goal = "Delete the room R-20"

    assert deleted(goal, ROOMS[0], ("R-20", "Cellar", "Deleted"), ROOMS[2]).met is True


@pytest.mark.parametrize(("rows", "met"), [((ROOMS[0], ROOMS[2]), True), ((ROOMS[2],), False)])
def test_how_many_remain_is_counted(rows, met):
    assert (deleted("Delete the room R-20 and check that 2 rooms remain", *rows).met is True) is met


def test_an_entry_alike_that_moves_up_from_the_next_page_is_not_the_one_that_was_deleted():
    before = rooms(("R-1", "Attic of Ada", "Free"), ("R-2", "Porch of Bo", "Taken"))
    goal = "Delete the free room of Ada, not the taken one"
    past = [Tried(planned, True, before=before) for planned in plan(before, goal).steps]
    after = rooms(("R-2", "Porch of Bo", "Taken"), ("R-9", "Attic of Ada", "Taken"))

    assert past
    assert examined(goal, before, after, *past).met is True

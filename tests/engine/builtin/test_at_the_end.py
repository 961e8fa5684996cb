"""What was pressed in an entry is said to take it to an end of the list."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def songs(*names):
    built = Builder()
    built.text("Songs", role="heading")
    listed = built.add("holder", "list")
    for name in names:
        built.holder = listed
        built.into("listitem")
        built.text(name)
        built.button("Star", selector=f"#star-{name[:4]}")
    built.out()
    return built.page()


def met(claim, *names):
    before = songs("Autumn leaves", "Moon river", "Take five")
    star = Planned(
        Step("click", selector="#star-Moon"),
        part=0,
        uses=frozenset(range(6)),
        target=Target("button", "Star", "#star-Moon"),
        ends_part=True,
    )
    goal = f"Star the song about the moon, {claim}"
    situation = Situation(goal, "http://app.test/", songs(*names), before, (Tried(star, True, before=before),))
    return BuiltinExaminer().examine(situation, None, ()).met


@pytest.mark.parametrize(
    "claim",
    [
        "it should jump to the top of the list",
        "it should go to the top of the list",
        "it must leap to the top",
        "debe saltar al principio de la lista",
        "tiene que pasar al comienzo de la lista",
    ],
)
def test_an_entry_jumps_to_the_top_where_it_stands_there(claim):
    assert met(claim, "Moon river", "Autumn leaves", "Take five") is True
    assert met(claim, "Autumn leaves", "Moon river", "Take five") is not True
    assert met(claim, "Autumn leaves", "Take five", "Moon river") is not True


def test_an_entry_drops_to_the_bottom_where_it_stands_there():
    claim = "it should drop to the bottom of the list"

    assert met(claim, "Autumn leaves", "Take five", "Moon river") is True
    assert met(claim, "Moon river", "Autumn leaves", "Take five") is not True


def test_a_list_in_which_it_cannot_be_told_any_more_shows_no_place():
    assert met("it should jump to the top of the list", "Autumn leaves", "Take five") is not True

"""A counter is a number beside a name, and no entry of a list that says both."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from tests.engine.builtin.test_planner import Builder


def _tiles(number_first: bool) -> Builder:
    built = Builder()
    for column, (name, number) in enumerate((("Working", "4"), ("Broken", "3"), ("To check", "1"))):
        for line, said in enumerate((number, name) if number_first else (name, number)):
            built.add("text", "", text=said, box=(200 * column, 10 + 20 * line, 100, 20))
    built.into("article")
    built.text("Pump P-7")
    built.text("12 kg")
    built.text("Working")
    built.out()
    return built


@pytest.mark.parametrize("number_first", [True, False])
@pytest.mark.parametrize(("goal", "met"), [
    ("Check that the Working counter says 4", True), ("Check that the counter of Working is 4", True),
    ("Comprueba que el contador de Broken marca 3", True), ("Check that the counter for Broken shows 3", True),
    ("Check that the Working counter says 12", False), ("Check that the counter of Working is 3", False),
    ("Comprueba que el contador de Broken es 4", False), ("Check that the counter of Broken is 1", False),
])  # fmt: skip
def test_a_counter_is_what_stands_beside_its_name(goal: str, met: bool, number_first: bool) -> None:
    part = next(part for part in read_goal(goal).parts if part.verb == "expect")

    found = answer(part, _tiles(number_first).page())

    assert found is not None
    assert found.met is met


def test_there_are_still_so_many() -> None:
    parts = read_goal("Comprueba que sigue habiendo 8 bombas").parts

    assert [t.text for t in parts[0].words] == ["hay", "8", "bombas"]


@pytest.mark.parametrize("told", ["se han quedado así", "ha quedado así", "se ha quedado así"])
def test_what_has_stayed_so_is_so_still(told: str) -> None:
    goal = "Cambia el plazo a 15 y comprueba que {}"

    read, same = (
        [(p.verb, [t.text for t in p.words]) for p in read_goal(goal.format(each)).parts]
        for each in (told, "siguen así")
    )

    assert read == same

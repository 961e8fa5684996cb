"""What is said of every entry of a list is said of each of them, and of those that a search has lost."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation, Tried

BREWS = [("Old Oak", "Porter"), ("New Ash", "Lager"), ("Red Elm", "Porter")]


def brews(*rows, search=False):
    built = Builder()
    built.text("Brews", role="heading")
    if search:
        built.add("control", "searchbox", "Search brews", tag="input", type="search", selector="#q")
    table = built.add("holder", "table")
    for y, row in enumerate((("Brew", "Kind"), *rows)):
        built.holder = table
        built.into("row")
        for x, said in enumerate(row):
            built.add("text", "cell" if y else "columnheader", text=said, box=(150 * x, 30 * y, 140, 20))
    return built.page()


def met(goal, page, before=None):
    before = before or page
    past = tuple(Tried(planned, True, before=before) for planned in plan(before, goal).steps)
    return BuiltinExaminer().examine(Situation(goal, page.url, page, before, past), None, ()).met


@pytest.mark.parametrize(
    "check",
    [
        "they all say Porter",
        "everything listed is Porter",
        "everything shows Porter",
        "the 3 brews are Porter",
        "in the Kind column every row says Porter",
        "every brew is a Porter",
    ],
)
def test_one_entry_is_no_proof_of_what_is_said_of_every_one(check):
    porters = [(name, "Porter") for name, _ in BREWS]

    assert met(f"Check that {check}", brews(*porters)) is True
    assert met(f"Check that {check}", brews(*BREWS)) is not True


@pytest.mark.parametrize("check", ["todo es Porter", "en todas las filas pone Porter", "cada fila dice Porter"])
def test_one_entry_is_no_proof_in_spanish_either(check):
    assert met(f"Comprueba que {check}", brews(*BREWS)) is not True


def test_three_of_a_kind_may_lie_among_others():
    porters = [*BREWS, ("Low Yew", "Porter")]

    assert met("Check that the 3 porters are Porter", brews(*porters)) is not False


@pytest.mark.parametrize(
    "goal",
    [
        "Search for Porter and check that every row says Porter",
        "Busca Porter y comprueba que todas las filas dicen Porter",
    ],
)
def test_a_hit_that_a_search_has_lost_speaks_against_it(goal):
    before = brews(*BREWS, search=True)

    assert met(goal, brews(BREWS[0], BREWS[2], search=True), before) is True
    assert met(goal, brews(BREWS[0], search=True), before) is not True
    assert met(goal, brews(*BREWS, search=True), before) is not True


def test_what_says_it_in_another_place_is_no_hit():
    noted = [("Porter House", "Lager"), ("Old Oak", "Porter")]
    goal = "Search for Porter and check that every row says Porter"

    assert met(goal, brews(noted[1], search=True), brews(*noted, search=True)) is True

"""That one is the only one in a state, and how many are, is told by what entries say, and not by what buttons offer."""

import pytest
from engine.builtin.test_planner import Builder, plan
from engine.builtin.test_proofs import examined

from ghostly.engine.planning import Tried

PLAIN = (("L-3", "Open"), ("L-30", "Open"), ("L-300", "Open"))


def loans(*rows):
    built = Builder()
    built.text("Loans", role="heading")
    table = built.add("holder", "table")
    for line, cells in enumerate((("Loan", "State"), *rows)):
        built.holder = table
        built.into("row")
        for column, cell in enumerate(cells):
            role = "cell" if line else "columnheader"
            built.add("text", role, text=cell, box=(100 * column, 30 * line, 90, 20))
        if line:
            built.button("Mark as closed", selector=f"#close-{cells[0]}")
    return built.page()


def closed(check, *states, order="Mark the loan L-30 as closed and check that"):
    before = loans(*PLAIN)
    past = [Tried(planned, True, before=before) for planned in plan(before, f"{order} {check}").steps]
    now = loans(*((code, state) for (code, _), state in zip(PLAIN, states, strict=True)))
    return examined(f"{order} {check}", before, now, *past).met


ONE = (
    "only L-30 is Closed",
    "L-30 is the only one that is Closed",
    "there is 1 closed loan",
    "one loan is Closed",
    "exactly one loan is marked as Closed",
)


@pytest.mark.parametrize("check", ONE)
def test_one_in_a_state_may_stand_beside_others_that_only_could_be(check):
    assert closed(check, "Open", "Closed", "Open") is True


@pytest.mark.parametrize("check", ONE)
@pytest.mark.parametrize(
    "states",
    [
        ("Open", "Open", "Open"),
        ("Closed", "Closed", "Open"),
        ("Closed", "Open", "Open"),
        ("Open", "Not closed", "Open"),
        ("Open", "Open", "Closed"),
    ],
)
def test_another_one_in_that_state_or_none_speaks_against_it(check, states):
    assert closed(check, *states) is not True


@pytest.mark.parametrize("check", ["there are 3 closed loans", "three loans are Closed"])
def test_what_buttons_would_do_is_not_counted(check):
    assert closed(check, "Open", "Closed", "Open") is not True
    assert closed(check, "Closed", "Closed", "Closed") is True


@pytest.mark.parametrize("check", ["solo L-30 está Closed", "L-30 es el único que sale como Closed"])
@pytest.mark.parametrize(("states", "met"), [(("Open", "Closed", "Open"), True), (("Closed", "Closed", "Open"), False)])
def test_a_spanish_check_says_the_same(check, states, met):
    order = "Marca el préstamo L-30 como Closed y comprueba que"

    assert (closed(check, *states, order=order) is True) is met


def test_only_what_is_listed_is_listed_alone():
    assert closed("only L-30 is listed", "Open", "Closed", "Open") is not True

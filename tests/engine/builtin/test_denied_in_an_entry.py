"""An entry that says that something is not so does not say that it is: `Not docked` is no `docked`."""

import pytest
from engine.builtin.test_out_of_the_way import met, tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.vouching import says_not
from ghostly.engine.builtin.words import tokens_of


def boats(*states, role="row", whole=False):
    built = Builder()
    built.text("Boats", role="heading")
    for code, state in zip(("B-4", "B-5"), states, strict=True):
        built.out()
        built.into(role)
        for text in (f"{code}: {state}",) if whole else (code, state):
            built.text(text, role="cell" if role == "row" else "")
        built.button("Moor", selector=f"#{code}")
    built.out()
    return built.page()


def shown(goal, *states, before=("Free", "Free"), **kind):
    first, now = boats(*before, **kind), boats(*states, **kind)
    return met(goal, first, now, tried("click", "#B-4", first, 0), again=now)


CHECKS = [
    "check that B-4 is docked",
    "verify that it is docked",
    "check that it should say Docked",
    'check that its row says "Docked"',
    "check that B-4 is listed as Docked",
    "comprueba que B-4 aparece como Docked",
    "check that the first row says Docked",
]


@pytest.mark.parametrize("kind", [{}, {"role": "listitem"}])
@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("denial", ["Not docked", "Not yet docked", "No docked", "Never docked"])
def test_a_state_that_an_entry_denies_is_not_its_state(check, kind, denial):
    goal = f"Press Moor for B-4 and {check}"

    assert shown(goal, denial, "Free", **kind) is not True
    assert shown(goal, "Docked", "Free", **kind) is True


@pytest.mark.parametrize("check", CHECKS[:3])
def test_it_may_be_said_in_one_text_with_the_name(check):
    goal = f"Press Moor for B-4 and {check}"

    assert shown(goal, "Not docked", "Free", role="listitem", whole=True) is not True
    assert shown(goal, "Docked", "Free", role="listitem", whole=True) is True


@pytest.mark.parametrize(
    "check", ['check that it says "Not docked"', "check that it is shown as not docked", "check that B-4 is not docked"]
)
def test_a_denial_that_is_asked_for_is_read(check):
    goal = f"Press Moor for B-4 and {check}"

    assert shown(goal, "Not docked", "Docked", before=("Docked", "Docked")) is True
    assert shown(goal, "Docked", "Docked", before=("Docked", "Docked")) is not True


@pytest.mark.parametrize("check", ["every row says Docked", "each entry says Docked"])
def test_every_row_means_them_all(check):
    goal = f"Press Moor for B-4 and check that {check}"

    assert shown(goal, "Docked", "Docked") is True
    assert shown(goal, "Docked", "Not docked") is not True
    assert shown(goal, "Docked", "Free") is not True


@pytest.mark.parametrize(
    ("text", "said", "so"),
    [
        ("Not paid", "it is paid", True),
        ("Sin pagar", "consta pagar", True),
        ("No longer paid", "it is paid", True),
        ("Paid, not sent", "it is paid", False),
        ("Not paid", "it is not paid", False),
        ("No 5", "number 5", False),
        ("Not paid before, paid now", "it is paid", False),
    ],
)
def test_what_a_text_denies_is_what_stands_right_behind_the_denial(text, said, so):
    assert says_not(text, tokens_of(said)) is so

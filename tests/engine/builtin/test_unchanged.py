"""What is said to be as it was is held against what it said before the last change."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.showing import same_from
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

HEADS = ("Berth", "Boat", "Fee", "State")
BEFORE = {"Alba": ("A1", "Alba", "$40", "Free"), "Brisa": ("A2", "Brisa", "$55", "Taken")}


def harbour(rows=BEFORE, takings="$95"):
    """A table of berths, with what they bring in under it."""
    built = Builder()
    built.text("Berths", role="heading")
    for cells in (HEADS, *rows.values()):
        built.out()
        built.into("row")
        for place, said in enumerate(cells):
            number = built.text(said, role="columnheader" if cells is HEADS else "cell")
            built.nodes[number] = replace(built.nodes[number], box=(100 * place, 40 * len(built.nodes), 90, 20))
        if cells is not HEADS:
            built.button("Change", selector=f"#{cells[1]}")
    built.out()
    built.text(f"Takings: {takings}")
    return built.page()


def form(fee):
    built = Builder()
    built.into("form")
    built.field("Fee", value=fee, selector="#fee")
    built.button("Save", selector="#save")
    return built.page()


def judged(check, now):
    goal = f"Change the fee of Alba to $60 and check that {check}"
    steps = [
        (harbour(), Planned(Step("click", selector="#Alba"), uses=frozenset(range(8)))),
        (form("$40"), Planned(Step("fill", selector="#fee", value="$60"), uses=frozenset(range(8)))),
        (form("$60"), Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)),
    ]
    past = tuple(Tried(planned, True, before=before) for before, planned in steps)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, harbour(), past), now, ())


ALBA = {**BEFORE, "Alba": ("A1", "Alba", "$60", "Free")}


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("its state stays the same", True),
        ("its fee stays the same", False),
        ("its state has not changed", True),
        ("the fee of Alba remains unchanged", False),
        ("the fee of Brisa remains unchanged", True),
        ("Brisa is unchanged", True),
        ("Alba is unchanged", False),
        ("su estado sigue igual", True),
        ("la tarifa de Alba no ha cambiado", None),
        ("el estado de Alba no cambia", True),
        ("the number of berths stays the same", True),
        ("the takings stay as they were", False),
        ("the colour of Alba stays the same", None),
        ("the harbour master remains the same", None),
    ],
)
def test_what_stays_the_same_says_what_it_said_before_the_change(check, met):
    assert judged(check, harbour(ALBA, takings="$115")).met is met


def test_what_another_entry_has_turned_to_is_seen():
    rows = {**ALBA, "Brisa": ("A2", "Brisa", "$60", "Taken")}

    assert judged("the fee of Brisa stays the same", harbour(rows)).met is False
    assert judged("the state of Brisa stays the same", harbour(rows)).met is True


def test_what_is_not_there_any_more_is_not_known_to_be_as_it_was():
    assert judged("the fee of Brisa stays the same", harbour({"Alba": ALBA["Alba"]})).met is None


@pytest.mark.parametrize(
    ("check", "about"),
    [
        ("its price stays the same", "its price"),
        ("the email should not have changed", "the email"),
        ("el correo no ha cambiado", "el correo"),
        ("su fecha se mantiene igual", "su fecha"),
        ("the price remains as it was", "the price"),
        ("the price must stay 4", None),
        ("the price is the same as that of Tea", None),
        ("the state changes", None),
        ("el estado cambia a Cerrado", None),
        ("Tea is still listed", None),
    ],
)
def test_that_something_has_not_changed_is_told_from_what_it_is(check, about):
    words = read_goal(f"check that {check}").parts[-1].words
    at = same_from(words)

    assert (" ".join(t.text for t in words[:at]) if at else None) == about

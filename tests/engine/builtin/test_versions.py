"""A version of a thing is called by what is done with it, as the control is that opens it."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal


def tickets():
    built = Builder()
    for code in ("T-1", "T-2"):
        built.holder = -1
        built.into("row")
        built.text(code, role="cell")
        built.link(f"Edit ticket {code}")
        built.add("control", "link", f"Print ticket {code}", selector=f"#print-{code}", href=f"/{code}/print")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Open the printable version of the ticket T-2.",
        "Open the printable view of ticket T-2.",
        "Open the version for printing of the ticket T-2.",
        "Abre la versión para imprimir del ticket T-2.",
        "Abre la vista para imprimir del ticket T-2.",
    ],
)
def test_a_version_for_printing_is_opened_by_what_prints(goal):
    assert steps(plan(tickets(), goal)) == [("click", "#print-T-2", None)]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Open the version for Windows.", "the version for Windows"),
        ("Open version 2 of the contract.", "version 2 of the contract"),
        ("Open the view of order ORD-7.", "the view of order ORD-7"),
        ("Abre la vista de lista.", "la vista de lista"),
    ],
)
def test_a_version_that_is_told_otherwise_keeps_its_words(goal, words):
    assert " ".join(t.text for t in read_goal(goal).parts[0].words) == words

"""`As an HR manager I want to …` says who asks, and nothing of what is asked for; a name says more."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def words(goal):
    return [t.norm for part in read_goal(goal).parts for t in part.words]


@pytest.mark.parametrize(
    ("goal", "asked"),
    [
        ("As a QA engineer I want to delete the note Dust", "the note dust"),
        ("As an Admin I want to delete the note Dust", "the note dust"),
        ("As part of the HR team, I want to delete the note Dust", "the note dust"),
        ("Como responsable de TI quiero borrar la nota Polvo", "la nota polvo"),
        ("Como parte del equipo de IT necesito borrar la nota Polvo", "la nota polvo"),
    ],
)
def test_a_role_with_capitals_in_it_asks_for_nothing(goal, asked):
    assert " ".join(words(goal)) == asked


@pytest.mark.parametrize(
    "goal",
    [
        "As Ada I want to delete the note Dust",
        "As BOB I want to delete the note Dust",
        "Como ADA quiero borrar la nota",
    ],
)
def test_a_name_is_no_role(goal):
    assert {"ada", "bob"} & set(words(goal))

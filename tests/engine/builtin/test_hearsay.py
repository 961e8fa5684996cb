"""What a goal tells of a thing is held against the pages: nothing is done to what they have for somebody else."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.hearsay import told_of_another


def loans(**owners):
    built = Builder()
    for code, owner in ({"B1": "Ana Soto", "B2": "Piper & Co", "B3": "Luis Vera"} | owners).items():
        built.out()
        built.into("row")
        for text in (f"BK-{code}", owner, "Lent"):
            built.text(text, role="cell")
    built.out()
    return built.page()


def detail(code, owner):
    built = Builder()
    built.text(f"Loan {code}", role="heading")
    built.text("Reader")
    built.text(owner)
    return built.page()


def told(goal, *pages):
    read = read_goal(goal)
    return next(filter(None, (told_of_another(read, part, pages or (loans(),)) for part in read.parts)), "")


@pytest.mark.parametrize(
    ("goal", "name"),
    [
        ("Ana Soto has brought back BK-B2, mark it as returned", "Ana Soto"),
        ("Ana Soto has brought back BK-B2. Mark it as returned", "Ana Soto"),
        ("Luis Vera has lost BK-B1: delete it", "Luis Vera"),
        ("Ana Soto ha devuelto BK-B2, márcalo como devuelto", "Ana Soto"),
        ("Luis Vera ha perdido BK-B1: bórralo", "Luis Vera"),
        ("Ana Soto has brought back BK-B1, mark it as returned", ""),
        ("Piper & Co has lost BK-B2: delete it", ""),
        ("Nadie Perez has lost BK-B2: delete it", ""),
        ("Luis Vera ha perdido BK-B3: bórralo", ""),
    ],
)
def test_a_story_of_one_and_a_thing_of_another_do_not_agree(goal, name):
    assert told(goal) == name


def test_who_is_named_on_the_page_of_the_thing_has_to_do_with_it():
    goal = "Ana Soto has brought back BK-B2, mark it as returned"

    assert told(goal, loans(), detail("BK-B2", "Ana Soto, for Piper & Co")) == ""
    assert told(goal, loans(), detail("BK-B2", "Piper & Co")) == "Ana Soto"


def test_a_name_that_no_other_entry_has_says_nothing_against_it():
    assert told("Ana Soto has brought back BK-B2, mark it as returned", loans(B1="Bo Ray")) == ""

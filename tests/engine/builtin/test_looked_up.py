"""What a thing that was looked up says in the columns that a check names, whether before or after its values."""

import pytest
from engine.builtin.test_planner import Builder
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import values_by_head
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

HEADS = ("Company", "Plan", "Desks", "Status")


def firms(*rows):
    built = Builder()
    table = built.add("holder", "table")
    for number, cells in enumerate((HEADS, *rows)):
        built.holder = table
        built.into("row")
        for column, cell in enumerate(cells):
            role = "cell" if number else "columnheader"
            built.add("text", role, text=cell, box=(100 * column, 30 * number, 90, 20))
    built.out()
    built.add("control", "searchbox", "Search", tag="input", selector="#q")
    return built.page()


LIND, REY = ("Lind & Co", "Business", "22", "Trial"), ("Casa Rey", "Basic", "5", "Open")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("they are on the Business plan with 22 desks", {"plan": "Business", "desks": "22"}),
        ("it has 22 desks and status Trial", {"desks": "22", "status": "Trial"}),
        ("the row shows plan Basic and desks 5", {"plan": "Basic", "desks": "5"}),
        ("the desks of Casa Rey should be 5", {"desks": "5"}),
        ("the desks of Casa Rey must still be 5", {"desks": "5"}),
        ("the desks should become 7", {"desks": "7"}),
        ("the 'Plan' column says Basic", {"plan": "Basic"}),
        ('the column "Desks" must show 7', {"desks": "7"}),
        ('la columna "Status" dice Trial', {"status": "Trial"}),
        ('the row says "Plan" and Basic', {}),
        ("the desks must go up to 7", {"desks": "7"}),
    ],
)
def test_a_value_belongs_to_the_head_that_it_stands_beside(said, told):
    found = values_by_head(firms(LIND, REY), read_goal(f"Check that {said}").parts[0].words)

    assert {" ".join(t.norm for t in head): " ".join(t.text for t in values) for head, values in found} == told


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("the desks of Casa Rey should be 5", True),
        ("the desks of Casa Rey should be 22", False),
        ("the status for Lind & Co must be Trial", True),
        ("the status for Lind & Co must be Open", False),
        ("el plan de Casa Rey debe ser Basic", True),
        ("el plan de Casa Rey debe ser Business", False),
    ],
)
def test_a_column_is_asked_of_the_entry_that_is_named_with_it(check, met):
    assert (examined(f"Check that {check}", firms(), firms(LIND, REY)).met is True) is met


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("They should be on the Business plan with 22 desks", True),
        ("They should be on the Basic plan with 22 desks", False),
        ("They should be on the Business plan with 5 desks", False),
        ("It should have 22 desks", True),
        ("It should have 5 desks", False),
        ("It should be on the Basic plan with 5 desks", False),
    ],
)
@pytest.mark.parametrize("listed", [(LIND,), (LIND, REY)])
def test_what_was_looked_up_is_what_the_check_is_about(listed, check, met):
    goal = f"Look up Lind & Co. {check}"
    typed = Planned(Step("fill", selector="#q", value="Lind & Co"), uses=frozenset(range(9)), ends_part=True)

    found = examined(goal, firms(LIND, REY), firms(*listed), Tried(typed, True, before=firms(LIND, REY)))

    assert (found.met is True) is met


def test_rows_are_counted_where_no_column_says_the_number():
    assert examined("Check that there are 2 rows", firms(), firms(LIND, REY)).met is True

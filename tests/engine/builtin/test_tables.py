"""Tables in a goal say of one thing what each of its fields is."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.tables import with_tables


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("| Field | Value |\n| Guest | Ada |\n| Nights | 3 |", "Guest: Ada\nNights: 3"),
        ("| Campo | Valor |\n|---|:--|\n| Cliente | Ada |", "Cliente: Ada"),
        ("| Guest | Ada |\n| Nights | 3 |", "Guest: Ada\nNights: 3"),
        ("  | Guest | Nights | Notes |\n  | Ada   | 3      |       |", "Guest: Ada\nNights: 3"),
        ("| Guest | Nights |\n| --- | --- |\n| Ada | 3 |", "Guest: Ada\nNights: 3"),
    ],
)
def test_a_table_of_one_thing_is_read_as_its_lines(table, lines):
    assert with_tables(f"Add a booking\n{table}") == f"Add a booking:\n{lines}"


@pytest.mark.parametrize(
    "table", ["| Guest | Nights | City |\n| Ada | 3 | Bergen |\n| Bo | 4 | Oslo |", "Press a | b", "| Ada |\n| Bo |"]
)
def test_a_table_of_several_things_is_left_as_it_is(table):
    assert with_tables(table) == table


def test_a_table_behind_an_order_is_what_is_filled_in():
    goal = (
        "When I add a booking with these details\n  | Guest | Nights |\n  |---|---|\n  | Ada | 3 |\nThen it is listed"
    )

    told = [(p.verb, [t.text for t in p.words]) for p in read_goal(goal).parts]
    assert told[0] == ("create", ["a", "booking", ",", "Guest", ":", "Ada", ",", "Nights", ":", "3"])
    assert [verb for verb, _ in told] == ["create", "save", "expect"]


def test_a_table_behind_a_check_is_what_is_to_be_seen():
    goal = "When I search for Ada\nThen I see a row with\n| Guest | Nights |\n|---|---|\n| Ada | 3 |\nAnd I log out"

    told = [(p.verb, [t.text for t in p.words]) for p in read_goal(goal).parts]
    assert told[1] == ("expect", ["a", "row", "with", "Guest", "Ada", ",", "Nights", "3"])
    assert [verb for verb, _ in told] == ["search", "expect", "logout"]

"""A list that is limited to some, and how many of them are listed then."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer


def boats(count, further=False):
    built = Builder()
    built.text("Boats", role="heading")
    built.into("table")
    table = built.holder
    for number in range(count):
        built.holder = table
        built.into("row")
        built.text(f"Boat {number}", role="cell")
        built.text("Paid" if number else "Open", role="cell")
    built.holder = -1
    if further:
        built.button("Next")
    return built.page()


def asked(goal, page):
    (part,) = [part for part in read_goal(goal).parts if part.verb == "expect"]
    return answer(part, page)


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Limit the boats to yachts", "filter"),
        ("I am signed in as ada with s3cret-1, and when I limit the list to yachts, then 3 boats are listed", "filter"),
        ("Given I'm logged in as ada with s3cret-1, when I limit the boats to yachts, then five are listed", "filter"),
        ("Limita los barcos a veleros", "filter"),
        ("Restringe la lista a veleros", "filter"),
        ("Set the credit limit to 500 and save", "fill"),
        ("Limit: 500", "fill"),
        ("Límite: 500", "fill"),
        ("Edit the card C-4: limit 500, name Ada", "edit"),
    ],
)
def test_a_list_is_limited_and_a_limit_is_filled_in(goal, verb):
    parts = [part for part in read_goal(goal).parts if part.verb != "login"]

    assert parts[0].verb == verb


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Then five of them are listed", True),
        ("Check that five are listed", True),
        ("Exactly 5 of them are shown", True),
        ("Deben salir cinco", True),
        ("Six of them are listed", False),
        ("Deben salir cuatro", False),
    ],
)
def test_a_number_of_them_is_that_of_all_that_is_listed(check, met):
    assert asked(check, boats(5)).met is met


def test_one_page_of_several_does_not_tell_how_many_there_are():
    assert asked("Five of them are listed", boats(5, further=True)).met is None


@pytest.mark.parametrize("check", ["Check that five of them are paid", "Check that five are late"])
def test_a_number_of_those_in_a_state_is_no_number_of_all(check):
    found = asked(check, boats(5))

    assert found is None or found.met is not True

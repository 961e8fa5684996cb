"""A sentence that says how something is is a check, and orders nothing."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "told",
    [
        "The Orders page opens",
        "The list starts with Ada",
        "ORD-7 was entered by Ada",
        "13 orders remain",
        "La lista empieza por Ada",
        "Las otras dos, ORD-7 y ORD-8, siguen en la lista",
        "No blue note is left on the page",
    ],
)
def test_what_only_tells_how_something_is_is_looked_at(told):
    *_, (verb, words) = read(f"Delete ORD-9. {told}.")

    assert (verb, words.replace(" ,", ",")) == ("expect", told)


@pytest.mark.parametrize("told", ["Its total is €5 now", "ORD-8 is still Open", "The list has 3 rows"])
def test_behind_a_change_it_has_to_be_of_something_else_or_as_it_is_now(told):
    assert read(f"Change the quantity of ORD-7 to 3. {told}.")[-1][0] == "expect"


@pytest.mark.parametrize("told", ["The total is 5", "The customer is Ada"])
def test_what_goes_into_a_form_is_no_check(told):
    assert not any(verb == "expect" for verb, _ in read(f"Create an order for Bo. {told}."))


@pytest.mark.parametrize(
    ("told", "checks"),
    [
        ("ORD-7 is not Paid, but ORD-8 is", ["ORD-7 is not Paid", "ORD-8 is Paid"]),
        ("ORD-7 is Open while ORD-8 isn't", ["ORD-7 is Open", "ORD-8 is not Open"]),
        ("One order is Paid, two are Open", ["One order is Paid", "two orders are Open"]),
        ("Ada is from Leeds and Bo from Bath", ["Ada is from Leeds", "Bo is from Bath"]),
        ("3 notes are there, one of them pinned", ["3 notes are there", "one of them are pinned"]),
        ("The list starts with Ada and ends with Bo", ["The list starts with Ada", "The list ends with Bo"]),
    ],
)
def test_what_a_clause_leaves_out_is_that_of_the_one_before(told, checks):
    assert [words for verb, words in read(f"Search for Oak. Check that {told}.") if verb == "expect"] == checks


@pytest.mark.parametrize(
    ("goal", "sought", "checks"),
    [
        ("Search Oak, two boats, one Sold and another Docked", "Oak", ["two boats", "one boat are Sold"]),
        ("Al buscar «oak», la lista tiene una sola barca, la B-7", "oak", ["la lista tiene una sola barca"]),
        ("Al buscar «oak» solo tienen que quedar dos", "oak", ["solo tienen que quedar dos"]),
        ('Typing "oak" should leave 3 boats', "oak", ["should leave 3 boats"]),
    ],
)
def test_what_a_search_finds_is_not_searched_for(goal, sought, checks):
    (verb, words), *rest = read(goal)

    assert (verb, words) == ("search", sought)
    assert [words for _, words in rest][: len(checks)] == checks


def test_the_one_that_is_to_be_kept_is_looked_at_and_nothing_is_pressed_for_it():
    verbs = [verb for verb, _ in read("Delete the order of Ada for 25 rolls. Keep the one for 20.")]

    assert verbs == ["delete", "expect"]


def test_what_somebody_wonders_in_a_title_is_not_searched_for():
    parts = read("See what happens when something is missing: search for oak. It must say that there are no boats.")

    assert parts[0] == ("search", "oak")

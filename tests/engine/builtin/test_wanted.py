"""What somebody wants is what the order behind it makes; what is left behind a filter is a check."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        ("Ada Ray wants 5 Oak lamps. Create the order.", "the order for Ada Ray : 5 Oak lamps"),
        ("The customer Ada has asked for 5 lamps. Add the order", "the order for Ada : 5 lamps"),
        ("Ada Ray quiere 5 lámparas. Crea el pedido", "el pedido for Ada Ray : 5 lámparas"),
        ("Ada Ray has ordered 5 lamps: create the order", "the order for Ada Ray : 5 lamps"),
        ("Ada Ray wants to pay. Create a bill", "a bill"),
        ("Nuevo pedido de Ada Ray, 5 lámparas", "pedido de Ada Ray , 5 lámparas"),
    ],
)
def test_what_is_wanted_goes_into_the_order_that_names_nothing(goal, made):
    creates = [words for verb, words in read(goal) if verb == "create"]

    assert creates == [made]


@pytest.mark.parametrize("told", ["Only ORD-7 is left", "It is Paid in the list", "Only ORD-7 remains"])
def test_what_is_left_behind_a_filter_is_a_check(told):
    verbs = [verb for verb, _ in read(f"Choose Paid in the status filter. {told}.") if verb != "save"]

    assert verbs == ["choose", "expect"]


def test_why_something_goes_says_no_more_of_it():
    assert read("El pedido ORD-7 sobra: bórralo")[0][1] == ", pedido ORD-7"


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        ("Añade una nota que diga Buy new labels", "una nota que diga Buy new labels"),
        ("Add a note saying Ring Bo, then save", "a note saying Ring Bo"),
        ("Add a note that says Call Ada on Monday and check that it is listed", "a note that says Call Ada on Monday"),
    ],
)
def test_what_a_thing_is_to_say_is_one_text(goal, made):
    part = read_goal(goal).parts[0]

    assert " ".join(t.text for t in part.words) == made
    assert part.words[-1].kind == "quoted"

"""Refusals told in short, fields that are emptied, and entries that are opened only to change them."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words if t.kind != "mark")) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "told",
    [
        ": it is refused",
        ", it is refused",
        " and it gets rejected",
        " (it is refused)",
        ". That fails",
        ". It won't let me save",
        " - the form rejects it",
        ", se rechaza",
        ": no te deja guardar",
        " y da error",
        ". La aplicación lo rechaza",
    ],
)
def test_what_is_told_in_short_behind_an_order_is_its_refusal(told):
    parts = read(f"Create a bill for Ada with quantity 0{told}.")

    assert parts[:2] == [("create", "a bill for Ada with quantity 0"), ("save", "")]
    assert [verb for verb, _ in parts[2:]] == ["expect"]
    assert parts[2][1].lower() in ("it is refused", "the form rejects it", "la aplicación lo rechaza", "se rechaza")


@pytest.mark.parametrize(
    "goal", ["Reject the claim of Ada: it is rejected", "Create a bill with the note: it is refused by Ada"]
)
def test_what_was_ordered_to_be_refused_and_what_is_typed_are_no_refusal(goal):
    assert not any(verb == "expect" and words == "it is refused" for verb, words in read(goal))


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Edit the order ORD-7 and leave the quantity empty: it is refused",
            [("edit", "the order ORD-7"), ("clear", "the quantity"), ("save", ""), ("expect", "it is refused")],
        ),
        (
            "Abro el pedido ORD-7, dejo la cantidad vacía y guardo",
            [("edit", "el pedido ORD-7"), ("clear", "la cantidad"), ("save", "")],
        ),
    ],
)
def test_what_is_left_empty_of_what_is_there_is_emptied(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Open ORD-7, set the quantity to 5 and save", ["edit", "fill", "save"]),
        ("Open the tab 2, set the quantity to 5 and save", ["open", "fill", "save"]),
        ("Open ORD-7 and check that the quantity is 5", ["open", "expect"]),
    ],
)
def test_what_is_opened_to_be_set_and_saved_is_changed(goal, verbs):
    assert [verb for verb, _ in read(goal)] == verbs


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Pon a ORD-7 la cantidad 5", ("edit", "la cantidad of ORD-7 to 5")),
        ("Give order ORD-7 a quantity of 5", ("edit", "a quantity of order ORD-7 to 5")),
        ("Pon en Notas la dirección Mayor 5", ("fill", "en Notas la dirección Mayor 5")),
    ],
)
def test_a_value_that_an_entry_is_given_is_a_change_of_it(goal, told):
    assert read(goal)[0] == told


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Booking of Ada: change the nights to 3", ("edit", "the nights of booking of Ada to 3")),
        ("Order of Ada: mark as Paid", ("edit", "as Paid order of Ada")),
        ("Visit of Ada: delete it", ("delete", "it visit of Ada")),
        ("Pedido de Ada: bórralo", ("delete", "pedido de Ada")),
        ("Order of Ada: quantity 5, product Tea", ("create", "of Ada quantity 5 product Tea")),
    ],
)
def test_what_is_done_behind_the_name_of_a_thing_is_done_to_it(goal, told):
    assert read(goal)[0] == told


@pytest.mark.parametrize(
    "told", ["It shows 9", "Now it shows 9", "It then shows 9", "Ahora muestra 9", "The bill shows 9", "It says 9"]
)
def test_what_shows_something_is_not_told_to(told):
    assert [verb for verb, _ in read(f"Delete bill 4. {told}")] == ["delete", "expect"]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Edit ORD-7 with quantity 5 and notes Urgent", "ORD-7 quantity 5 and notes Urgent"),
        ('Write "Ring" in the notes of order ORD-7', "the notes of order ORD-7 to Ring"),
        ("Edit the order with quantity 5", "the order with quantity 5"),
    ],
)
def test_what_an_entry_is_edited_with_is_what_is_changed(goal, told):
    assert read(goal)[0] == ("edit", told)

"""One field of an entry is set in whatever order its name, the code of the entry and the value are told."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def first(goal):
    part = read_goal(goal).parts[0]
    return part.verb, " ".join(t.text for t in part.words)


@pytest.mark.parametrize(
    "goal",
    [
        "Make the quantity of ORD-7 9",
        "Edit ORD-7, quantity 9, save",
        "ORD-7 should have quantity 9. Change it",
        "In order ORD-7 set quantity = 9",
        "Deja ORD-7 con cantidad 9",
        "Modifica ORD-7 para que la cantidad sea 9",
        "Corrige la cantidad de ORD-7: son 9",
        "Al ORD-7 ponle 9 de cantidad",
        "Pon la cantidad de ORD-7 en 9",
    ],
)
def test_a_field_is_set_however_it_is_told(goal):
    field = "cantidad" if "cantidad" in goal else "quantity"

    assert first(goal) == ("edit", f"{field} of ORD-7 to 9")


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Order ORD-7 needs quantity 9 instead of 4", "quantity of ORD-7 from 4 to 9"),
        ("Raise ORD-7 to 9 pieces", "ORD-7 to 9 pieces"),
        ("Put ORD-7 on Paid. It is Paid in the list", "ORD-7 to Paid"),
        ("ORD-7 is to be Paid now, change its status and check it", "status of ORD-7 to Paid"),
    ],
)
def test_what_was_there_before_and_a_value_without_a_field_are_told_too(goal, told):
    assert first(goal) == ("edit", told)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Pon el NIF B-7", ("fill", "el NIF B-7")),
        ("En NIF pon B-7", ("fill", "B-7 , En NIF")),
        ("Order SKU-7 for Ada", ("create", "SKU-7 for Ada")),
        ("ORD-7 has quantity 9", ("expect", "ORD-7 has quantity 9")),
        ("Set the reference to ORD-7", ("fill", "the reference to ORD-7")),
        ("Put ORD-7 in the search field", ("fill", "ORD-7 in the search field")),
        ("Fill in Ada Ray for berth B-7", ("fill", "Ada Ray for berth B-7")),
        ("Set ORD-7 to Paid and ORD-8 to Open", ("edit", "ORD-7 to Paid and ORD-8 to Open")),
    ],
)
def test_nothing_else_is_taken_for_a_field_that_is_set(goal, told):
    assert first(goal) == told


def test_what_is_checked_behind_a_change_is_not_ticked():
    assert [p.verb for p in read_goal("Set ORD-7 to Paid and check it").parts] == ["edit", "save"]
    assert [p.verb for p in read_goal("Add the task Lamp and check it").parts][-1] != "edit"


def test_what_was_typed_and_is_added_is_sent():
    assert [p.verb for p in read_goal('Go to Notes, type "Tea" and add it').parts] == ["open", "fill", "save"]
    assert [p.verb for p in read_goal("Ve a Notas, escribe «Té» y añádela").parts] == ["open", "fill", "save"]

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


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("The Oak order of Ada: set the quantity to 9", "the quantity of the Oak order of Ada to 9"),
        ("Set the quantity to 9 in the order of Ada", "the quantity of the order of Ada to 9"),
        ("Pon la cantidad a 9 en el pedido de Ada", "la cantidad of el pedido de Ada a 9"),
    ],
)
def test_a_thing_that_is_named_before_or_behind_is_what_is_changed(goal, told):
    assert first(goal) == ("edit", told)
    assert first("Set the city to Oslo in the form of Ada") == ("fill", "the city to Oslo in the form of Ada")


@pytest.mark.parametrize(
    "told", ["Te quedas en la página de entrada", "Deberías llegar a Pedidos", "Llego a Pedidos", "Te pide entrar"]
)
def test_what_is_told_of_whoever_does_it_is_to_be_seen(told):
    assert [p.verb for p in read_goal(f"Abre las facturas. {told}.").parts] == ["open", "expect"]


def test_what_a_check_calls_by_its_kind_is_what_was_typed_and_sent():
    def told(goal):
        return " ".join(t.text for t in read_goal(goal).parts[-1].words)

    assert told('Type "Tea" and save it. The note must stay in Your notes') == "The note Tea must stay in Your notes"
    assert told('Type "Tea" in the search. The list shows two in the table') == "The list shows two in the table"

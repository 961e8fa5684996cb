"""Which of several is meant where a goal has told of them, and what it says of those that are to stay."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    parts = [part for part in read_goal(goal).parts if not part.implied]
    return [(part.verb, " ".join(t.text for t in part.words if t.kind != "mark")) for part in parts]


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("There are two bills from Ada Ray, one paid and one still open. Delete the unpaid one.", "delete",
         "the open bill from Ada Ray"),
        ("Ada has an open bill and a paid one. Remove the one that is not open.", "delete", "the paid bill of Ada"),
        ("Of the two bills of Ada, delete the one for 12 March.", "delete", "the bill of Ada for 12 March"),
        ("De las dos facturas de Tea, edita la de Bo Lee.", "edit", "la factura de Tea de Bo Lee"),
        ("De las dos facturas de Bo, la que sigue abierta pásala a Pagada.", "edit",
         "la factura abierta de Bo a Pagada"),
        ("Ada Ray ordered 12 Tea twice. Delete the one from 3 May.", "delete",
         "the order of Ada Ray of 12 Tea from 3 May"),
        ("Bo Lee placed two orders, one paid and one open. Delete the paid one.", "delete", "the paid order of Bo Lee"),
        ("Hay dos facturas de 20 Tea. La de Bo Lee hay que borrarla.", "delete", "La factura de 20 Tea de Bo Lee"),
    ],
)  # fmt: skip
def test_the_one_that_is_meant_has_all_that_was_told_of_it(goal, verb, words):
    assert (verb, words) in read(goal)


def test_those_that_are_looked_for_first_are_told_apart_behind_that():
    goal = "Busca las facturas de Tea con cantidad 20: hay una de Ada Ray y otra de Bo Lee. Borra la de Bo Lee."

    (sought, deleted) = read(goal)

    assert sought == ("search", "las facturas de Tea con cantidad 20")
    assert deleted[1].startswith("la factura de Tea con cantidad 20 de Bo Lee")


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Delete the paid bill of Ada Ray. Keep the open one.", "the open bill of Ada Ray must stay in the list"),
        ("Delete the bill of Ada for 25 Tea; leave the one for 20.", "the bill of Ada for 20 must stay in the list"),
        ("Borra la factura pagada de Bo Lee; la abierta se queda.",
         "la factura abierta de Bo Lee debe seguir en la lista"),
        ("Borra la factura pagada de Bo Lee. La otra que tiene, la abierta, que no desaparezca.",
         "la factura abierta de Bo Lee debe seguir en la lista"),
        ("Quiero que desaparezca la factura pagada de Bo Lee, la otra no.",
         "la otra factura de Bo Lee debe seguir en la lista"),
    ],
)  # fmt: skip
def test_what_is_to_stay_is_a_check_with_its_whole_name(goal, check):
    assert read(goal)[1:] == [("expect", check)]


def test_a_value_that_a_field_is_left_at_is_no_entry_that_stays():
    assert read("Edit the bill of Ada Ray and leave the quantity at 11.") == [
        ("edit", "the bill of Ada Ray the quantity to 11")
    ]


@pytest.mark.parametrize(
    ("goal", "denied", "listed"),
    [
        ("Delete F-1. F-1 no longer turns up in the bills, while F-2 does.", "F-1", "F-2"),
        ("Delete F-1. F-1 is gone but F-2 is not.", "F-1", "F-2"),
        ("Borra F-1. F-1 ya no sale en la lista y F-2 sí.", "F-1", "F-2"),
        ("Delete F-1. F-2 is still listed and F-1 is not.", "F-1", "F-2"),
    ],
)
def test_a_check_that_leaves_out_its_verb_is_of_the_other_one(goal, denied, listed):
    checks = {p.words[0].text: p.negated for p in read_goal(goal).parts if p.verb == "expect"}

    assert checks == {denied: True, listed: False}


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("I want the tea bill of Ada raised from 10 to 14 pieces.",
         [("edit", "the tea bill of Ada from 10 to 14 pieces")]),
        ("Raise the bill F-7 from 10 to 14.", [("edit", "the bill F-7 from 10 to 14")]),
        ("Use the board, not the form, to move F-7 from Open to Paid.",
         [("drag", "F-7 from Open to Paid on the board")]),
        ("Borra F-7 aceptando la confirmación.", [("delete", "F-7"), ("accept", "")]),
        ("Si busco Bo Lee, la lista tiene una única factura.",
         [("search", "Bo Lee"), ("expect", "la lista tiene una única factura")]),
        ("Delete the note about the driver («Call the carrier…»).", [("delete", "the note Call the carrier")]),
        ("Ada keeps losing the note about the labels. Pin it.", [("say", "it note about the labels")]),
        ("A customer with bills can't be removed. Try to delete Bo Lee.", [("delete", "the customer Bo Lee")]),
        ("Bo Lee has moved to Porto. Update the city in his customer record.",
         [("edit", "its city of customer Bo Lee to Porto")]),
    ],
)  # fmt: skip
def test_an_order_is_read_however_it_is_told(goal, parts):
    assert set(parts) <= set(read(goal))


def test_an_issue_that_is_raised_is_a_new_one():
    assert read("Raise an issue for Ada.") == [("create", "an issue for Ada")]


@pytest.mark.parametrize(
    ("goal", "part"),
    [
        ("Delete the tea bill that Ada Ray placed.", ("delete", "the tea bill of Ada Ray")),
        ("Borra la factura que pidió Bo Lee.", ("delete", "la factura de Bo Lee")),
        ("Delete the 80-piece bill.", ("delete", "the 80 bill")),
        ("¿Puedes pasar a Pagada la factura F-7?", ("edit", "la factura F-7 a Pagada")),
        ("Borra F-7.\nYa no sale F-7.", ("expect", "ya no sale F-7")),
        ("Nos piden borrar F-7.", ("delete", "F-7")),
        ("Baja de 20 a 18 la cantidad de F-7.", ("edit", "la cantidad de F-7 de 20 a 18")),
        ("Cuando en el tablero arrastra F-7 a Pagada.", ("drag", "F-7 a Pagada en el tablero")),
        ("Borra F-7, y que F-8 siga en la lista.", ("expect", "F-8 siga en la lista")),
        ("Quiero borrar F-7, y que F-8 siga en la lista.", ("expect", "F-8 siga en la lista")),
        ("Delete F-7\nF-8 unchanged", ("expect", "F-8 must not change")),
        ("Bo Lee needs 6 pieces of Tea Rose instead of 4. Update the quantity on his bill.",
         ("edit", "quantity of bill of Bo Lee Tea Rose to 6")),
        ("Drag F-7 from Open to Paid on the board.", ("drag", "F-7 from Open to Paid on the board")),
        ("The waiter ought to reply that F-7 is gone.", ("expect", "The waiter should reply that F-7 is gone")),
    ],
)  # fmt: skip
def test_small_ways_of_saying_it_are_read_plainly(goal, part):
    assert any(verb == part[0] and words.casefold() == part[1].casefold() for verb, words in read(goal))

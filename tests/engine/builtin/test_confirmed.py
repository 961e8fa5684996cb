"""How a deletion is confirmed or declined, what it leaves alone, and where it is said twice."""

import pytest

from ghostly.engine.builtin.evidence import names_refusal
from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    "answer",
    [
        "Delete ORD-7. Confirm when you are asked.",
        "Delete ORD-7 and confirm that I am sure.",
        "Delete ORD-7 and say yes when it asks if you are sure.",
        "Delete ORD-7 and confirm the dialog.",
        "Borra ORD-7 y confirmo que sí.",
        "Borra ORD-7, aceptando cuando pregunte.",
        "Borra ORD-7. Confirmar el borrado.",
        "Borra ORD-7. Cuando salga la pregunta, acepta.",
    ],
)
def test_what_only_answers_the_question_asks_for_nothing_more(answer):
    assert read(answer) == [("delete", "ORD-7"), ("accept", "")]


@pytest.mark.parametrize(
    "answer",
    [
        "Delete ORD-7 but cancel when it asks if you are sure.",
        "Delete ORD-7 but dismiss the confirmation.",
        "Delete ORD-7. If it asks, cancel.",
        "Borra ORD-7 y cancelo la confirmación.",
        "Borra ORD-7 pero cancela cuando pregunte.",
    ],
)
def test_what_declines_the_question_is_never_left_out(answer):
    assert read(answer) == [("delete", "ORD-7"), ("close", "")]


@pytest.mark.parametrize(
    ("told", "check"),
    [
        ("Delete ORD-7. ORD-8 must not be touched.", "ORD-8 must not change"),
        ("Borra ORD-7. ORD-8 no se toca.", "ORD-8 debe quedar como estaba"),
        ("Borra ORD-7. Las otras dos las quiero conservar.", "Las otras dos debe seguir"),
        ("Delete ORD-7. ORD-8 of Ada looks just like it and must stay.", "ORD-8 Ada must stay"),
        (
            "Borra ORD-7. El otro de Casa Lienzo, el de lana, sigue en la lista.",
            "El otro de Casa Lienzo , el de lana , sigue en la lista",
        ),
    ],
)
def test_what_is_to_be_let_be_is_looked_for(told, check):
    assert read(told)[1:] == [("expect", check)]


@pytest.mark.parametrize(
    ("told", "checks"),
    [
        (
            "Delete ORD-7. ORD-7 must be gone and the other order of Ada, ORD-8, must stay.",
            [(True, "ORD-7 must be gone"), (False, "the other order of Ada , ORD-8 , must stay")],
        ),
        (
            "Borra ORD-7. ORD-7 ya no está en la lista y los dos pedidos de Ada siguen ahí.",
            [(True, "ORD-7 ya no está en la lista"), (False, "los dos pedidos de Ada siguen ahí")],
        ),
        (
            'Delete ORD-7. Expected: message "ORD-7 deleted." and ORD-7 gone from the table.',
            [(False, "message ORD-7 deleted."), (True, "ORD-7 gone from the table")],
        ),
        (
            "Borra ORD-7. Comprueba que ORD-7 ya no aparece y que ORD-8 sí.",
            [(True, "ORD-7 ya no aparece"), (False, "ORD-8 está en la lista")],
        ),
    ],
)
def test_what_is_gone_and_what_stays_are_two_checks(told, checks):
    parts = read_goal(told).parts[1:]

    assert [(part.negated, " ".join(t.text for t in part.words)) for part in parts] == checks


@pytest.mark.parametrize(
    "goal",
    [
        'As a user I want to delete the note "Buy tea".\n- I sign in as ada@x.test with s3cret12\n- I delete that note',
        'I need you to delete a note. Sign in as ada@x.test with s3cret12. Delete the note "Buy tea".',
        'Quiero borrar la nota "Buy tea". Entra con ada@x.test y s3cret12 y borra la nota.',
        'Ticket: delete a double note\nSign in as ada@x.test with s3cret12\nDelete the note "Buy tea"',
        'Title: delete a note\nSteps: sign in as ada@x.test with s3cret12\nDelete the note "Buy tea"',
    ],
)
def test_a_deletion_that_is_told_twice_is_one(goal):
    parts = [part for part in read_goal(goal).parts if part.verb == "delete"]

    assert len(parts) == 1
    assert any(t.text == "Buy tea" for t in parts[0].words)


@pytest.mark.parametrize(
    "goal",
    [
        "Sign in as ada@x.test with s3cret12. Delete a note and then delete the order ORD-7.",
        'Entra con ada@x.test y s3cret12. Borra un aviso y borra la nota "Buy tea".',
    ],
)
def test_two_deletions_stay_two(goal):
    assert [part.verb for part in read_goal(goal).parts].count("delete") == 2


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ('Quita el aviso de las cookies con "Entendido"', "close"),
        ("Get rid of the cookie popup", "close"),
        ("Remove the notice about pumps", "delete"),
        ('Delete the notice "Lost keys"', "delete"),
    ],
)
def test_what_is_in_the_way_is_closed_and_a_thing_is_deleted(goal, verb):
    assert [part.verb for part in read_goal(goal).parts] == [verb]


@pytest.mark.parametrize(
    ("check", "refused"),
    [
        ('Sale el aviso "Nota borrada."', False),
        ('A warning "Order saved." appears', False),
        ('Sale el aviso "Falta el nombre."', True),
        ('A warning "The order could not be saved." appears', True),
    ],
)
def test_a_notice_that_quotes_what_was_done_tells_of_no_refusal(check, refused):
    assert names_refusal(read_goal(f"Delete ORD-7. {check}").parts[-1]) is refused

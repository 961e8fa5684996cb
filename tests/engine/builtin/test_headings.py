"""The title of a goal asks for nothing."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    parts = [(part.verb, " ".join(t.text for t in (*part.verb_words, *part.words))) for part in read_goal(goal).parts]
    return [part for part in parts if part[0] != "save"]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("TICKET 31: Elm Ltd rang. Delete A-7.", [("delete", "Delete A-7")]),
        ("Bug 12 (reabierto): no se guardaba el cambio. Borra A-7.", [("delete", "Borra A-7")]),
        ("INCIDENCIA 57\nBorra A-7.", [("delete", "Borra A-7")]),
        (
            "INCIDENCIA 57\nBorra la nota de Ada Ruiz en el tablero de Leo Gil.",
            [("delete", "Borra la nota de Ada Ruiz en el tablero de Leo Gil")],
        ),
        ("Regression #12. Delete A-7.", [("delete", "Delete A-7")]),
        ("TC-04: delete A-7", [("delete", "delete A-7")]),
        ("Ticket 40 - wrong date\nDelete A-7.", [("delete", "Delete A-7")]),
        ("Negative test, amounts. Delete A-7.", [("delete", "Delete A-7")]),
        ("Smoke test of the bills page. Delete A-7.", [("delete", "Delete A-7")]),
        ("Prueba de humo. Borra A-7.", [("delete", "Borra A-7")]),
        ("Filtro combinado: borra A-7", [("delete", "borra A-7")]),
        ("Hello, I'm from accounts. Delete A-7.", [("delete", "Delete A-7")]),
        ("Hola, soy de administración. Borra A-7.", [("delete", "Borra A-7")]),
    ],
)
def test_a_title_asks_for_nothing(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Add a task: Buy milk", [("create", "Add a task : Buy milk")]),
        ("New bill: Elm Ltd, 3 hours", [("create", "New bill : Elm Ltd , 3 hours")]),
        ("Delete the bill: A-7. It is gone.", [("delete", "Delete the bill : A-7"), ("expect", "It is gone")]),
        ("Add Elm Ltd and it shows up in the list.", [("create", "Add Elm Ltd"), ("expect", "shows up in the list")]),
    ],
)
def test_what_asks_for_something_is_no_title(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Press Save: an error appears.", [("click", "Press Save"), ("expect", "an error appears")]),
        ("Pulsa Guardar: sale un error.", [("click", "Pulsa Guardar"), ("expect", "sale un error")]),
        ("Click Send: the page must say Sent", [("click", "Click Send"), ("expect", "the page must say Sent")]),
        ("The Open column has exactly one card.", [("expect", "The Open column has exactly one card")]),
        ("The list holds 3 bills.", [("expect", "The list holds 3 bills")]),
        ("Borrad A-7 y comprobad que ya no está.", [("delete", "Borrad A-7"), ("expect", "comprobad que ya no está")]),
        ("Busca Roble y deja solo los abiertos.", [("search", "Busca Roble"), ("filter", "deja solo los abiertos")]),
        ("Delete A-7. It has one mistake.", [("delete", "Delete A-7"), ("say", "It has one mistake")]),
    ],
)
def test_what_an_order_leads_to_is_a_check(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    ("goal", "verb", "words"),
    [
        ("Parcel P-7: set the state to Sent", "edit", "the state to Sent , P-7"),
        ("Parcel P-7: mark it as sent", "edit", "it as sent , P-7"),
        ("Order P-7: set it to Sent", "edit", "it to Sent , P-7"),
        ("Booking P-7: change the date to 9 May", "edit", "the date to 9 May , P-7"),
        ('Parcel P-7: fill in the note "Fragile"', "edit", "P-7 : the note Fragile"),
        ("Order 7: delete it", "delete", "it , 7"),
        ("Paquete P-7: bórralo", "delete", ", P-7"),
        ("Paquete P-7: anúlalo", "delete", ", P-7"),
        ("El paquete P-7: ponerlo como enviado", "edit", "como enviado , paquete P-7"),
        ("Paquete P-7: cambiar el estado a Enviado", "edit", "el estado a Enviado , P-7"),
        ("Paquete P-7: debe salir como Enviado", "expect", "P-7 debe salir como Enviado"),
    ],
)
def test_what_is_named_before_a_colon_is_what_is_meant_behind_it(goal, verb, words):
    part = read_goal(goal).parts[0]

    assert (part.verb, " ".join(t.text for t in part.words)) == (verb, words)


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Parcel P-7: set the state of P-8 to Sent", "the state of P-8 to Sent"),
        ("Caso T-12: borra el paquete P-9", "el paquete P-9"),
        ("Case T-12: check that the list is empty", "the list is empty"),
        ("Scenario R-5: delete the note 4", "the note 4"),
    ],
)
def test_what_names_a_thing_of_its_own_is_about_that(goal, words):
    assert " ".join(t.text for t in read_goal(goal).parts[0].words) == words

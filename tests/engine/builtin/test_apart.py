"""Two things that one sentence tells are two checks, and punctuation that it lacks is no hindrance."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def told(goal):
    return [(p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("check", "one", "other"),
    [
        (
            'Expected: message "Bill B-7 saved." and a row B-7 in the table with 5',
            "message Bill B-7 saved.",
            "a row B-7 in the table with 5",
        ),
        (
            'Aparece "Factura B-7 guardada." y en la tabla hay una fila con 5',
            "Aparece Factura B-7 guardada.",
            "en la tabla hay una fila con 5",
        ),
        (
            "It should be the first one in the list of bills, with a total of 5",
            "It should be the first one in the list of bills",
            "it is listed with a total of 5",
        ),
        (
            "La factura tiene que quedar la primera, abierta y con 5 €",
            "La factura tiene que quedar la primera",
            "it is abierta y con 5 €",
        ),
        ("Dime si sale Ana y si el total es 5", "sale Ana", "el total es 5"),
        ('Me sale "Escribe algo." y se añade una factura', "Me sale Escribe algo.", "se añade una factura"),
        ('Aparece "Bien hecho." y se guarda la factura', "Aparece Bien hecho.", "se guarda la factura"),
        ('Debe salir "Falta algo." y pasar a la página de pago', "Debe salir Falta algo.", "pasar a la página de pago"),
    ],
)
def test_two_things_told_at_once_are_two_checks(check, one, other):
    assert told(f"Create a bill for Ana. {check}")[-2:] == [("expect", one), ("expect", other)]


@pytest.mark.parametrize(
    "check",
    ["The first name is Ana with 5", 'I see the message "Saved" and Ana', "The first row should be Ana with 5"],
)
def test_what_is_one_stays_one(check):
    assert [verb for verb, _ in told(f"Save the bill. {check}")] == ["save", "expect"]


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ('Al guardarlo tiene que decir "Hecho del todo."', "tiene que decir Hecho del todo."),
        ('Cuando lo guardo sale "Hecho del todo."', "sale Hecho del todo."),
        ('On saving it has to say "All done."', "it has to say All done."),
    ],
)
def test_what_comes_of_a_deed_needs_no_comma(goal, check):
    save, seen = told(f"Crea una factura para Ana. {goal}")[1:]

    assert save[0] == "save"
    assert seen == ("expect", check)


def test_a_pronoun_at_the_end_of_a_verb_is_a_word_of_its_own():
    assert told("Guarda la factura. La tabla debe mostrarla con 5")[-1] == ("expect", "La tabla debe mostrar it con 5")


@pytest.mark.parametrize(
    ("goal", "field"),
    [
        ("Set the amount to 5. In the notes write: Call Ana before you come. Save", "In the notes"),
        ("Pon 5 en el importe. En notas escribe: Llamar a Ana. Guarda", "En notas"),
        ('I type 5 into the amount, in the notes I write "Ring" and press Save', "in the notes"),
    ],
)
def test_a_field_may_be_named_before_what_is_written_into_it(goal, field):
    parts = [(verb, words) for verb, words in told(goal) if verb == "fill"]

    assert len(parts) == 2
    assert parts[1][1].endswith(field)


@pytest.mark.parametrize(
    "title",
    [
        "TITLE: New bill shows up in the list",
        "Bug check HILO-88: new bills go missing",
        "Objective: a new bill is kept",
    ],
)
def test_the_title_of_a_report_asks_for_nothing(title):
    goal = f"{title}\nSteps: create a bill for Ana.\nExpected: a row B-7 in the table"

    assert [verb for verb, _ in told(goal)] == ["create", "save", "expect"]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        (
            "I want to see whether the total is right. Create a bill for Ana. It should say 5",
            ["create", "save", "expect"],
        ),
        ("Quiero ver si se calcula bien. Crea una factura para Ana. Debe salir 5", ["create", "save", "expect"]),
        # Nothing else says what has to be so.
        ("I want to see that Ana cannot be deleted. Delete Ana", ["expect", "delete"]),
    ],
)
def test_what_is_to_be_seen_may_be_announced(goal, verbs):
    assert [verb for verb, _ in told(goal)][-3:] == verbs


def test_a_call_before_a_goal_orders_nothing():
    assert told("Morning! Create a bill for Ana.")[0] == ("create", "a bill for Ana")

"""Two things that one sentence tells are two checks, and punctuation that it lacks is no hindrance."""

import pytest
from engine.builtin.test_planner import Builder
from engine.builtin.test_proofs import WORDS, examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


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


@pytest.mark.parametrize(
    ("check", "gone", "there"),
    [
        ("No debe aparecer B-7, pero sí B-9.", "No debe aparecer B-7", "B-9 debe aparecer"),
        ("No debe aparecer B-7, pero B-9 sí.", "No debe aparecer B-7", "B-9 debe aparecer"),
        ("B-7 no debe salir en la lista, pero sí B-9.", "B-7 no debe salir en la lista", "B-9 debe salir en"),
        ("Después no debe salir B-7 y sí B-9.", "no debe salir B-7", "B-9 debe salir"),
        ("No tiene que aparecer Ana, pero sí Eva.", "No tiene que aparecer Ana", "Eva tiene que aparecer"),
        ("No debe salir B-7, pero sí el otro de Ana, B-9.", "No debe salir B-7", "el otro de Ana B-9 debe salir"),
        ("The list must not show B-7 but B-9.", "The list must not show B-7", "The list must show B-9"),
        ("The state should not be Open but Paid.", "The state should not be Open", "The state should be Paid"),
        ("El estado no debe ser Abierto sino Pagado.", "El estado no debe ser Abierto", "El estado debe ser Pagado"),
    ],
)
def test_what_is_not_to_be_seen_and_what_is_are_two_checks(check, gone, there):
    parts = read_goal(f"Delete the bill B-7. {check}").parts[1:]
    said = [" ".join(t.text for t in p.words if t.kind != "mark") for p in parts]

    assert (said, [p.negated for p in parts]) == ([gone, there], [True, False])


@pytest.mark.parametrize("check", ["No debe salir B-7 ni B-9.", "B-7 and B-9 are not shown.", "B-7 is not listed."])
def test_what_is_denied_with_the_rest_is_not_to_be_seen(check):
    assert all(part.negated for part in read_goal(f"Delete the bill B-7. {check}").parts[1:])


@pytest.mark.parametrize(
    ("check", "first", "second"),
    [
        ("Check that first Ada (5), second Bo (3).", "Ada 5", "Bo 3"),
        ("Expected: first Ada with 5, second Bo with 3.", "Ada with 5", "Bo with 3"),
        ("Comprueba: primero Ada (5 €), segundo Bo (3 €).", "Ada 5 €", "Bo 3 €"),
        ("Comprueba: primera Ada, segunda Bo.", "Ada", "Bo"),
    ],
)
def test_what_stands_at_each_of_several_places_is_a_check_of_its_own(check, first, second):
    one, other = (said for verb, said in told(f"Sort by price. {check}") if verb == "expect")

    assert (one.split(" row ")[1], other.split(" row ")[1]) == (first, second)


def dear(*names):
    built = Builder()
    built.into("table")
    table = built.holder
    for name in names:
        built.holder = table
        built.into("row")
        built.text(name, role="cell")
        built.text("5" if name == "Ada" else "3", role="cell")
    built.out()
    return built.page()


@pytest.mark.parametrize("check", ["first Ada (5), second Bo (3)", "primero Ada (5), segundo Bo (3)"])
def test_each_has_to_stand_at_its_own_place(check):
    def met(claim, *names):
        sort = Tried(Planned(Step("click", selector="#sort"), uses=WORDS), True, before=dear("Cy", "Bo", "Ada"))
        return examined(f"Sort by price -> {claim}.", sort.before, dear(*names), sort).met

    assert met(check, "Ada", "Bo", "Cy") is True
    assert met(check, "Bo", "Ada", "Cy") is not True
    assert met(check, "Ada", "Cy", "Bo") is not True
    assert met(check.replace("(3)", "(4)"), "Ada", "Bo", "Cy") is not True


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("If I choose Paid I'd expect to see three bills", "choose"),
        ("If I choose Paid I expect three bills", "choose"),
        ("When I filter by Paid I'd expect three bills", "filter"),
        ("If I pick Open I would like to see B-4", "choose"),
        ("Once I choose Paid we'd expect B-4 to be listed", "choose"),
        ("Si elijo Pagado esperaría ver tres cuotas", "choose"),
        ("Cuando filtro por Pagado espero ver tres cuotas", "filter"),
    ],
)
def test_what_is_expected_of_a_deed_stands_apart_from_it(goal, verb):
    assert [part.verb for part in read_goal(goal).parts] == [verb, "expect"]

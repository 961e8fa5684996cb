"""A sentence in the present tense after an order tells what has come of it, or says more of what is ordered."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.evidence import names_refusal
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Create the recipe Lentil Stew. It is then at the top of the list.", "It is then at the top of the list"),
        ("Crea la receta Sopa. Luego está entonces en la tabla.", "está entonces en la tabla"),
        ("Set the hours of JOB-4 to 3. The balance of JOB-4 is €90.", "The balance of JOB-4 is €90"),
        ("Cambia las horas de JOB-4 a 3. El saldo de JOB-4 es 90 €.", "El saldo de JOB-4 es 90 €"),
        ("Create the job JOB-4. The total of JOB-4 is €5.", "The total of JOB-4 is €5"),
        ("Set the hours of JOB-4 to 3. The phase of JOB-4 is Open.", "The phase of JOB-4 is Open"),
        ("Add Oak Desk to the basket. The total of the Basket page is 90", "The total of the Basket page is 90"),
        ("Añade Mesa al carrito. El total del carrito es 90 €.", "El total del carrito es 90 €"),
        ("Create the recipe Stew. The list has 3 rows.", "The list has 3 rows"),
        ("Delete the recipe Stew. The table is empty.", "The table is empty"),
        ("Mark Stew as cooked. The counter of open recipes is 3.", "The counter of open recipes is 3"),
        ("Crea la receta Sopa. En la lista está Sopa", "En la lista está Sopa"),
        ("Approve JOB-4. JOB-4 is Approved.", "JOB-4 is Approved"),
    ],
)
def test_what_a_place_shows_or_an_application_works_out_is_a_check(goal, check):
    assert read(goal)[-1] == ("expect", check)


@pytest.mark.parametrize(
    "goal",
    [
        "Create a job. The client is Acme.",
        "Create a job for Acme. The total is 5.",
        "Create the item SKU-7. The price of SKU-7 is 5.",
        "Edit JOB-4. The quantity of JOB-4 is 3.",
        "Crea un trabajo para Acme. El importe es 5.",
        "Create a list. The list has 3 columns.",
        "Book a table for Ada. The table has 4 seats.",
        "Create a task. It is urgent.",
        "Add a client called Ada. She is from Berlin.",
    ],
)
def test_what_a_new_thing_is_to_hold_is_no_check(goal):
    assert "expect" not in [verb for verb, _ in read(goal)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the card should read Settled", "the balance fall to 12"),
        ("the card should read Settled", "its count go down to 2"),
        ("the card reads Settled", "the balance drops to 12"),
        ("the board shows JOB-4", "the badge turns to Late"),
        ("la ficha debe quedar como Hecha", "el saldo bajar a 12"),
        ("la ficha dice Hecha", "el saldo sube a 12"),
    ],
)
def test_what_a_number_comes_to_is_a_check_of_its_own(first, second):
    joint = "y" if first.startswith("la ") else "and"

    assert read(f"Settle JOB-4; {first} {joint} {second}")[-2:] == [("expect", first), ("expect", second)]


@pytest.mark.parametrize("thing", ["the price drop of 12", "the job record of 2024"])
def test_a_thing_that_is_called_like_a_change_is_none(thing):
    said = f"the card should show Settled and {thing}"

    assert read(f"Settle JOB-4; {said}")[-1] == ("expect", said)


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Sort the parcels by weight. The first one is Parcel 9.", "The first one is Parcel 9"),
        ("Discard the jar. Its label is Empty.", "Its label is Empty"),
        ("Open JOB-4. The job is sealed.", "The job is sealed"),
        ("Rechaza el encargo de Inés. La lista muestra Parado.", "La lista muestra Parado"),
        ("Abre Proveedores. El correo de Inés es ines@taller.test", "El correo de Inés es ines@taller.test"),
        ("The phase of JOB-4 is Open", "The phase of JOB-4 is Open"),
        ("Ada's phase is Open now", "Ada phase is Open now"),
        ("Search for jars. All jars are of Acme.", "All jars are of Acme"),
        ("Busca tarros. Todos los tarros son de Acme.", "Todos los tarros son de Acme"),
    ],
)
def test_a_statement_that_no_order_takes_up_is_a_check(goal, check):
    assert read(goal)[-1] == ("expect", check)


@pytest.mark.parametrize(
    "goal",
    [
        "Delete JOB-4. It is wrong.",
        "Delete JOB-4. It is a copy of JOB-3.",
        "Elimina JOB-4. Es una copia de JOB-3.",
        "The phase of JOB-4 is Open now, change it to Closed",
        "Ada's phase is Open. Change it to Closed.",
        "Edit JOB-4. The client is Acme.",
    ],
)
def test_why_something_is_done_and_what_it_is_to_hold_are_no_checks(goal):
    assert "expect" not in [verb for verb, _ in read(goal)]


@pytest.mark.parametrize(
    ("goal", "negated"),
    [
        ("check that JOB-4 is listed as deleted", False),
        ("comprueba que JOB-4 figura como eliminado", False),
        ("check that JOB-4 is deleted", True),
        ("comprueba que JOB-4 ha desaparecido", True),
        ("comprueba que en la carta sale Sin lactosa", False),
        ("check that the tin reads Without sugar", False),
        ("comprueba que sale sin errores", True),
    ],
)
def test_a_state_that_is_called_by_what_is_not_so_denies_nothing(goal, negated):
    assert read_goal(goal).parts[-1].negated is negated


@pytest.mark.parametrize(
    "goal",
    [
        "Cancel the visit of Ines; she wants a refund.",
        "Cancel the visit of Ines. She wants a refund.",
        "Cancela la visita de Inés; quiere un reembolso.",
        "Cancela la visita de Inés. Ella pide un reembolso.",
    ],
)
def test_what_somebody_would_have_is_not_done_after_another_deed(goal):
    built = Builder()
    built.into("row")
    built.text("Ines Inés Soto visit visita", role="cell")
    built.button("Refund reembolso", selector="#refund")
    built.button("Cancel Cancela", selector="#cancel")
    page = built.page()
    cancelled = Planned(Step("click", selector="#cancel"), uses=frozenset(range(5)), ends_part=True)

    draft = plan(page, goal, Tried(cancelled, True, before=page))

    assert "#refund" not in [planned.step.selector for planned in draft.steps]


@pytest.mark.parametrize(
    ("goal", "checks"),
    [
        ("Search for jars: every result is in Hall 2.", ["every result is in Hall 2"]),
        ("Filter by hall 2: all of them are full.", ["all of them are full"]),
        ("Filtra por sala 2, todas están llenas.", ["todas están llenas"]),
        ("Open JAR-4. Its hall is Hall 2 and its lid is not Red.", ["Its hall is Hall 2", "its lid is not Red"]),
    ],
)
def test_what_is_found_is_told_apart_from_what_is_sought(goal, checks):
    assert [said for verb, said in read(goal) if verb == "expect"] == checks


def test_a_statement_that_denies_is_a_check_that_does():
    assert [p.negated for p in read_goal("Open JAR-4. It has no lid.").parts] == [False, True]
    assert [p.negated for p in read_goal("Abre JAR-4. No tiene tapa.").parts] == [False, True]


@pytest.mark.parametrize(
    ("goal", "refuses"),
    [
        ("Reject the offer of Ines and check that the offer of Luis is rejected too", False),
        ("Rechaza la oferta de Inés y comprueba que la de Luis también queda rechazada", False),
        ("Try to save the offer and check that it is rejected", True),
        ("Intenta guardar la oferta y comprueba que queda rechazada", True),
    ],
)
def test_what_was_ordered_to_be_rejected_is_no_refusal(goal, refuses):
    assert names_refusal(read_goal(goal).parts[-1]) is refuses

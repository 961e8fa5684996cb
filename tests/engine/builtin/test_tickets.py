"""Goals as they are written down: titles of scenarios, what they are accepted by, what is told of whose things are."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def told(goal):
    parts = [part for part in read_goal(goal).parts if not part.implied]
    return [(p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in parts]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Scenario: Close one of two bills\n  When I delete the bill B-7\n  Then B-8 is listed",
            [("delete", "the bill B-7"), ("expect", "B-8 is listed")],
        ),
        (
            "Escenario: Marcar una visita como hecha\n  Cuando borro la visita V-3\n  Entonces V-4 aparece",
            [("delete", "la visita V-3"), ("expect", "V-4 aparece")],
        ),
        (
            "Incidencia: hora equivocada en una visita\nBorra la visita V-3 de Ada Roy.",
            [("delete", "la visita V-3 de Ada Roy")],
        ),
        # Where no step says what is done, or to what, the title does.
        (
            "Scenario: Delete the bill B-7\n  Then B-8 is listed",
            [("delete", "the bill B-7"), ("expect", "B-8 is listed")],
        ),
        (
            "Scenario: Delete the bill B-7\n  When I look at the bills\n  Then B-8 is listed",
            [("delete", "the bill B-7"), ("open", "the bills"), ("expect", "B-8 is listed")],
        ),
    ],
)
def test_the_title_of_a_scenario_asks_for_nothing_that_its_steps_do(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    ("goal", "checks"),
    [
        ("Delete B-7. Done when the list has 4 bills.", ["the list has 4 bills"]),
        ("Delete B-7. The test passes if B-7 is gone and B-8 is listed.", ["B-7 is gone", "B-8 is listed"]),
        ("Borra B-7. Se da por bueno si la lista tiene 4 facturas.", ["la lista tiene 4 facturas"]),
        ("Borra B-7. La prueba es correcta cuando aparece B-8.", ["aparece B-8"]),
        ("Borra B-7.\nCriterio de aceptación: después de borrar se ve B-8.", ["se ve B-8"]),
        ("Delete B-7. Expected: after deleting it the list shows B-8.", ["the list shows B-8"]),
        (
            'Borra B-7.\nEsperado: la factura no se borra y aparece el aviso "En uso".',
            ["la factura no se borra", "aparece el aviso En uso"],
        ),
    ],
)
def test_what_a_goal_is_accepted_by_is_checked(goal, checks):
    assert [words for verb, words in told(goal) if verb == "expect"] == checks


def test_what_was_not_ordered_before_is_not_left_out_of_what_is_expected():
    assert "close" in {verb for verb, _ in told("Delete B-7. Expected: after closing the list shows B-8.")}


def test_a_clause_that_has_a_verb_of_its_own_is_denied_by_none_behind_it():
    parts = read_goal("Borra B-7. Comprueba que la lista tiene 4 facturas y B-7 ya no está.").parts

    assert [part.negated for part in parts if part.verb == "expect"] == [False, True]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Ada Roy has two visits, one on 3 May and one on 9 May. Cancel the one on 9 May.",
            [("delete", "the visit of Ada Roy on 9 May")],
        ),
        (
            "Ada Roy tiene dos reuniones, una con Bo y otra con Leo. Borra la de Leo.",
            [("delete", "la reunion de Ada Roy de Leo")],
        ),
        (
            "Given Oak Ltd has three orders for Cotton\nWhen I delete the one of 20 pieces",
            [("delete", "the order of Oak Ltd for Cotton of 20 pieces")],
        ),
        (
            "Ada has two orders. Check that the list has 2 orders.",
            [("expect", "Ada has two orders"), ("expect", "the list has 2 orders")],
        ),
    ],
)
def test_the_one_is_of_whom_was_told(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    "goal",
    [
        "There is a banner about a failed payment. It has nothing to do with this test. Delete B-7.",
        "Arriba hay un aviso de errores. Es solo una ayuda y no tiene que ver con esta prueba. Delete B-7.",
        "Delete B-7, and only that one.",
        "Delete B-7 and nothing else.",
    ],
)
def test_what_has_nothing_to_do_with_it_asks_for_nothing(goal):
    assert told(goal) == [("delete", "B-7")]


@pytest.mark.parametrize(
    "goal",
    [
        "Delete B-7. It is not part of the list any more.",
        "Delete B-7. Check that the bill is not part of the report.",
        "Check that the list shows B-7 and nothing else.",
    ],
)
def test_what_is_to_be_seen_is_no_disclaimer(goal):
    assert sum(verb == "expect" for verb, _ in told(goal)) >= 1


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Cambia a 18 la cantidad del pedido P-7.", [("edit", "la cantidad del pedido P-7 a 18")]),
        ("Set to 25 € the price of Linen.", [("edit", "the price of Linen to 25 €")]),
        ("Sube a 40 el límite de Ada.", [("edit", "el límite de Ada a 40")]),
        ("Abre una visita nueva para Ada.", [("create", "una visita nueva para Ada")]),
        ("Abre una pestaña nueva.", [("open", "una pestaña nueva")]),
        ("Load the bills page again.", [("reload", "the bills page again")]),
        ("Vuelvo a cargar la página de facturas.", [("reload", "la página de facturas")]),
        ("Carga la foto en la página.", [("upload", "la foto en la página")]),
        ("Sal de la aplicación con el botón Salir.", [("logout", "con el botón Salir")]),
        ("La visita V-3 figura como Abierta. Hay que ponerla en estado Hecha.", [("edit", "V-3 to Hecha")]),
        (
            'Ada wants 3 rolls. Enter this as a new order with the note "Soon".',
            [("create", "a new order Ada wants 3 rolls with the note Soon")],
        ),
        (
            "I want to delete old notes. I open my notes. I delete the note about tea. It is gone.",
            [("open", "my notes"), ("delete", "the note about tea"), ("expect", "It is gone")],
        ),
        (
            "I want to delete notes that are old. Delete the bill of Ada.",
            [("delete", "notes that are old"), ("delete", "the bill of Ada")],
        ),
        (
            "Check that the bills for Ada and for Bo are Paid.",
            [("expect", "the bills for Ada are Paid"), ("expect", "the bills for Bo are Paid")],
        ),
        (
            "Entra en la aplicación para ver mis notas. Usuario: a@x.test, clave: abcd1234",
            [("login", "a@x.test abcd1234"), ("open", "mis notas")],
        ),
        (
            "Given I opened the bills and am asked to sign in\nWhen I sign in with a@x.test / abcd1234",
            [("login", "a@x.test abcd1234"), ("open", "the bills")],
        ),
    ],
)
def test_an_order_is_read_however_it_is_put(goal, parts):
    assert told(goal) == parts


@pytest.mark.parametrize(
    ("goal", "left"),
    [
        ("Edit Oak Ltd, not Oak & Sons, and set the city to Leeds.", "Oak & Sons"),
        ("Edita Textiles Norte, no Textiles Sur: ciudad Leeds.", "Textiles Sur"),
    ],
)
def test_a_name_that_is_not_meant_is_left_out(goal, left):
    [part] = [part for part in read_goal(goal).parts if part.excluded]

    assert " ".join(t.text for t in part.excluded) == left


def form(*labels):
    built = Builder()
    built.text("New firm", role="heading")
    built.into("form")
    for label in labels:
        built.field(label, selector=f"#{label.split()[0].lower()}")
    built.button("Save firm", selector="#save")
    return built.page()


@pytest.mark.parametrize("without", ["without giving the VAT", "sin poner el VAT", "without a VAT"])
def test_what_is_left_empty_is_neither_typed_nor_typed_into(without):
    steps = plan(form("Firm", "VAT"), f'Create a firm called "Oak" {without}').steps

    assert [(p.step.selector, p.step.value) for p in steps if p.step.action == "fill"] == [("#firm", "Oak")]


def orders(*rows):
    built = Builder()
    built.text("Orders", role="heading")
    for number, cells in enumerate((("Order", "Quantity", "Total"), *rows)):
        built.out()
        built.into("row")
        for at, cell in enumerate(cells):
            built.text(cell, role="cell" if number else "columnheader")
            built.nodes[-1] = replace(built.nodes[-1], box=(at * 100, number * 20, 90, 18))
        if number:
            built.button("Delete", selector=f"#delete-{cells[0]}")
    built.out()
    return built.page()


@pytest.mark.parametrize(("row", "left"), [(("P-7", "20", "€5"), []), (("P-7", "5", "€20"), ["pieces"])])
def test_a_word_for_what_is_counted_is_used_by_the_row_that_counts_so_many(row, left):
    page = orders(row, ("P-8", "3", "€7"))
    goal = "Delete the order of 20 pieces."
    words = frozenset(t.number for t in read_goal(goal).parts[0].words if t.text in ("order", "20"))
    step = Planned(Step("click", selector="#delete-P-7"), uses=words, part=0, ends_part=True)
    past = (Tried(step, True, before=page),)

    assert BuiltinExaminer().examine(
        Situation(goal, page.url, orders(("P-8", "3", "€7")), page, past), None, ()
    ).unused == tuple(left)

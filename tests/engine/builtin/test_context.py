"""What is told before an order: it names what the order means, and asks for nothing itself."""

import pytest

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.secrecy import logins_in


def read(goal):
    return [
        (p.verb, " ".join(t.text for t in p.words if t.kind != "mark")) for p in read_goal(goal).parts if not p.implied
    ]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Bo Ray has just returned LN-31. Delete it", [("delete", "it LN-31")]),
        ("Bo Ray has lost LN-31. Delete his account", [("delete", "his account Bo Ray")]),
        ("Hey, the notice about Lost keys is old. Delete it", [("delete", "it Lost keys")]),
        ("Oye, el aviso de Llaves perdidas ya no sirve. Bórralo", [("delete", "Llaves perdidas")]),
        ("Han llegado los libros (LB-4). Márcalos como recibidos", [("edit", "LB-4 como recibidos")]),
        ("The tenants (F-12) have left. Strike them from the register", [("delete", "them F-12")]),
        ("Bo can't come on Monday. Cancel his lesson", [("delete", "his lesson Bo")]),
        ("El señor Gil no puede venir. Anúlale la clase", [("delete", "la clase Gil")]),
        ("Ayer salieron las notas y Ada Gil sacó plaza. Ponle Apto en ese test", [("edit", "test Ada Gil to Apto")]),
        ("Ada Gil came second. Put 2 in that result", [("edit", "result Ada Gil to 2")]),
        ("Ada Gil ha aprobado el test. Cambia ese test a Apto", [("edit", "Ada Gil ese test a Apto")]),
        ("We're opening a new branch, so add one called North", [("create", "branch called North")]),
        ("We agreed 45 € for JB-3, not 40 €. Fix the price", [("edit", "the price of JB-3 to 45 €")]),
        ("Hemos acordado 45 € por JB-3 en lugar de 40 €. Corrige el precio", [("edit", "el precio of JB-3 to 45 €")]),
        ("Ada Ray has moved from Porto to Faro. Update her city", [("edit", "city of Ada Ray from Porto to Faro")]),
        ("La sala Sol pasa de 10 a 12 plazas. Cambia su aforo", [("edit", "aforo of sala Sol de 10 a 12 plazas")]),
        ("The fee of JB-3 rose from 5 to 7. Update it", [("edit", "fee of JB-3 from 5 to 7")]),
        ("Ada Ray has paid. Change her seat from Stalls to Box", [("edit", "Ada Ray her seat from Stalls to Box")]),
        ("Ada Ray ha pagado. Cambia su sitio de Platea a Palco", [("edit", "Ada Ray su sitio de Platea a Palco")]),
        ("Open Ada Ray and change her seat from Stalls to Box", [("edit", "Ada Ray her seat from Stalls to Box")]),
        ("Ada Ray has paid. Change the seat of Bo Gil to Box", [("edit", "the seat of Bo Gil to Box")]),
        ("Ada Ray moved from Porto. Update her city to Faro", [("edit", "Ada Ray Porto her city to Faro")]),
    ],
)
def test_a_statement_before_an_order_only_says_what_the_order_means(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Paid bills cannot be deleted. Try to delete B-3", [("expect", "refused"), ("delete", "B-3")]),
        ("LN-7 cannot be deleted. Delete it", [("expect", "refused"), ("delete", "it")]),
        ("Bo cannot edit loans. Edit LN-7", [("expect", "refused"), ("edit", "LN-7")]),
    ],
)
def test_what_is_said_to_be_impossible_and_tried_then_is_no_story(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Take Bo Ray off the mailing list", [("delete", "Bo Ray from the mailing list")]),
        ("Saca a Ada Gil del grupo Azul", [("delete", "a Ada Gil from grupo Azul")]),
        ("Take 10% off the price of tea", [("say", "10% off the price of tea")]),
        ("Take the day off", [("say", "the day off")]),
        ("Record that LN-7 was returned", [("edit", "LN-7 as returned")]),
        ("Registra que la factura F-3 está pagada", [("edit", "la factura F-3 as pagada")]),
        ("Record that Ada has paid 40", [("create", "that Ada has paid 40")]),
    ],
)
def test_what_becomes_of_a_thing_is_said_with_more_than_a_verb(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Delete Ada Gil. Searching for her afterwards should find nobody",
            [("delete", "Ada Gil"), ("search", "Ada Gil"), ("expect", "should find nobody")],
        ),
        (
            "Searching the books for LB-4 afterwards should give 0 found",
            [("search", "the books for LB-4"), ("expect", "should give 0 found")],
        ),
        ("Save. Check it's listed", [("save", ""), ("expect", "it is listed")]),
        ("Save. Check that they're listed", [("save", ""), ("expect", "they are listed")]),
        ("Save. Check it'll be listed", [("save", ""), ("expect", "it will be listed")]),
        ("They're closing the account, so delete LB-4", [("delete", "LB-4")]),
        ("They are closing the account, so delete LB-4", [("delete", "LB-4")]),
        ("pls delete LB-4", [("delete", "LB-4")]),
    ],
)
def test_what_is_sought_and_seen_is_read_as_it_is_meant(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "login"),
    [
        ("Sign in with ada/s3cret1 and delete LB-4", ["ada", "s3cret1"]),
        ("Entra con ada / s3cret1 y borra LB-4", ["ada", "s3cret1"]),
        ("Sign in with Google/GitHub", None),
        ("Set it as Draft/v12", None),
    ],
)
def test_a_name_and_a_password_may_be_parted_by_a_stroke_alone(goal, login):
    assert bool(logins_in(goal)) == bool(login)
    if login:
        assert [t.text for t in read_goal(goal).parts[0].words] == login


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Given I am editing loan LN-7\nWhen I set the fee to 5 and save\nThen it says 5",
         ["edit", "fill", "save", "expect"]),
        ("Given I am editing Bo\nWhen I enter a limit of 900 and save", ["edit", "fill", "save"]),
        ("I'm adding a member called Bo. Check that the city field is empty", ["create", "expect"]),
        ("Dado que estoy editando la ficha de Ada\nCuando pongo el teléfono 600 y guardo", ["edit", "fill", "save"]),
        ("I'm cancelling LN-7. Delete it", ["delete"]),
        ("Enter a limit of 900 for Bo", ["create", "save"]),
    ],
)  # fmt: skip
def test_who_is_in_the_middle_of_something_has_begun_it_and_saved_nothing(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Save. After closing the dialog the row still shows 5",
         [("save", ""), ("close", "the dialog"), ("expect", "the row still shows 5")]),
        ("Add a member called Bo. After saving, the list must show 5 members",
         [("create", "a member called Bo"), ("save", ""), ("expect", "the list must show 5 members")]),
        ("Save. After closing the dialog the row must say 5",
         [("save", ""), ("close", "the dialog"), ("expect", "the row must say 5")]),
        ("Change LN-7 to 5 and save. After saving, it says 5",
         [("edit", "LN-7 to 5"), ("save", ""), ("expect", "it says 5")]),
        ("Cambia LN-7 a 5 y guarda. Tras guardar, debe decir 5",
         [("edit", "LN-7 a 5"), ("save", ""), ("expect", "debe decir 5")]),
        ("Edit the loan of Bo: it should be 5 days instead of 3", [("edit", "the loan of Bo 5 days")]),
        ("Corrige la visita de Ada: debe ser 10:30, no 9:30", [("edit", "la visita de Ada 10:30")]),
        ("Edit LN-7. It should be 5", [("edit", "LN-7"), ("expect", "It should be 5")]),
    ],
)  # fmt: skip
def test_a_time_before_a_check_is_done_once(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Edit LN-7 and try to save fee 900", [("edit", "LN-7"), ("fill", "fee 900"), ("save", "")]),
        ("Edita LN-7 e intenta guardar la cuota 900", [("edit", "LN-7"), ("fill", "la cuota 900"), ("save", "")]),
        ("Save the loan 42", [("save", "the loan 42")]),
        ("Save it as 5", [("save", "it as 5")]),
        ("Save LN-7", [("save", "LN-7")]),
    ],
)
def test_a_value_that_is_saved_is_filled_in_first(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Try to delete Bo. It should not let you because he has loans", [("delete", "Bo"), ("expect", "refused")]),
        ("Intenta borrar el socio Gil. No se puede", [("delete", "el socio Gil"), ("expect", "refused")]),
        ("Try to delete Bo. You must not be able to", [("delete", "Bo"), ("expect", "refused")]),
        ("Intenta borrar a Gil. No debe dejarte porque debe dinero («hay deudas») y Gil tiene que seguir en la lista",
         [("delete", "a Gil"), ("expect", "refused hay deudas"), ("expect", "Gil tiene que seguir en la lista")]),
        ("Check that a blank fee is not accepted: edit LN-7, clear the fee and save. Then close the form",
         [("edit", "LN-7"), ("clear", "the fee"), ("save", ""), ("expect", "refused"), ("close", "the form")]),
        ('Delete LN-7 because the owner said "gone"', [("delete", "LN-7")]),
    ],
)  # fmt: skip
def test_a_refusal_that_is_expected_is_looked_for_when_it_was_tried(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    "check",
    ["LN-3 cannot be in the list", "LN-3 no puede estar entre ellos", "LN-3 shouldn't be one of them"],
)
def test_what_cannot_be_among_others_is_not_to_be_seen(check):
    last = read_goal(f"Filter by red. {check}").parts[-1]

    assert (last.verb, last.negated) == ("expect", True)


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("En la lista debe poner 9", "expect"),
        ("La fila tiene que poner 9", "expect"),
        ("Después ha de poner 9", "expect"),
        ("Debes poner 9 en la nota", "fill"),
        ("Hay que poner 9 en la nota", "fill"),
    ],
)
def test_what_has_to_stand_somewhere_is_to_be_seen_and_what_somebody_has_to_put_there_is_not(said, verb):
    assert read_goal(f"Edita la fila LN-3 y guarda. {said}").parts[2].verb == verb


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Add a member called Bo and see all values on the review page before I finish",
            [("create", False), ("save", True), ("expect", False), ("save", False)],
        ),
        (
            "Añade un socio llamado Bo, comprueba que el total pone 9 antes de guardar",
            [("create", False), ("save", True), ("expect", False), ("save", False)],
        ),
        (
            "Add a member called Bo. On the review page go back, change the city to Faro and finish. It must be listed",
            [("create", False), ("save", True), ("back", False), ("edit", False), ("save", False), ("expect", False)],
        ),
        ("Add a member called Bo. Go back to the list", [("create", False), ("save", False), ("back", False)]),
        (
            "Add a member called Bo. Check that the one before is listed",
            [("create", False), ("save", False), ("expect", False)],
        ),
    ],
)
def test_what_is_done_before_a_form_is_sent_leaves_its_sending_for_later(goal, parts):
    assert [(part.verb, part.underway) for part in read_goal(goal).parts] == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Press Send with no letter chosen", [("click", "Send")]),
        ("Clicking Send with nothing filled in must say Missing", [("click", "Send"), ("expect", "must say Missing")]),
        ("Pulsa Enviar sin elegir ninguna carta", [("click", "Enviar")]),
        ("Pulsa Enviar con todo vacío", [("click", "Enviar")]),
        ("Pulsa Enviar sin ninguna carta elegida", [("click", "Enviar")]),
        # What tells a thing from others stays.
        ("Press Send with no stamp", [("click", "Send with no stamp")]),
        ("Press Send with no Letters chosen", [("click", "Send with no Letters chosen")]),
        ("Delete the letter with no stamp chosen", [("delete", "the letter with no stamp chosen")]),
        ("Check that it lists 3 letters with no stamp chosen", [("expect", "it lists 3 letters with no stamp chosen")]),
    ],
)
def test_what_an_order_leaves_empty_is_no_part_of_what_is_pressed(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Si al crear una sala pulso Guardar, debe decir Falta", ["una sala", "Guardar", "debe decir Falta"]),
        ("If when adding a room I press Save, it must say Missing", ["a room", "Save", "it must say Missing"]),
        ("If while adding a room I press Save it must say Missing", ["a room", "Save", "it must say Missing"]),
    ],
)
def test_what_is_done_while_something_is_made_comes_after_its_form(goal, parts):
    assert [verb for verb, _ in read(goal)] == ["create", "click", "expect"]
    assert [words for _, words in read(goal)] == parts

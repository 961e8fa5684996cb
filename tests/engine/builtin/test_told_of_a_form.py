"""What goes into a form is told in many places and ways: behind a colon, in turn, page by page, of what was made."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder, plan, typed
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.evidence import names_refusal, said_wrong
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts if not p.implied]


def verbs(goal):
    return [verb for verb, _ in read(goal)]


def form(*fields, sends="Save room", heading="New room"):
    built = Builder()
    built.text(heading, role="heading")
    built.into("form")
    for name, kind in fields:
        built.field(name, type=kind)
    built.button(sends)
    return built.page()


ROOM = form(("Name", "text"), ("Town", "text"), ("Email", "email"))


@pytest.mark.parametrize(
    "goal",
    [
        "Enter a new order for Ada & Co: 7 of Felt, notes Urgent.",
        "Hay que meter un pedido nuevo de Ada: 7 de Felt, notas Urgente.",
        "Mete un pedido nuevo de Ada. Producto: Felt; cantidad: 7.",
    ],
)
def test_what_stands_behind_a_new_thing_goes_into_its_form(goal):
    (verb, words), *rest = read(goal)

    assert verb == "create"
    assert "7" in words
    assert "Felt" in words
    assert not [each for each, _ in rest if each == "expect"]


@pytest.mark.parametrize(
    "goal",
    [
        "Quiero crear un pedido de 3 sillas y verlo en la lista con un total de 9 €.",
        "Clear the search -> 14 orders.",
    ],
)
def test_what_is_to_be_seen_then_is_a_check(goal):
    assert verbs(goal)[-1] == "expect"


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Add a new room\n- Oslo, Malmö, o@x.test", {"Name": "Oslo", "Town": "Malmö", "Email": "o@x.test"}),
        ('Add a room: "North wing", Bergen, n@x.test', {"Name": "North wing", "Town": "Bergen", "Email": "n@x.test"}),
    ],
)
def test_what_is_told_without_labels_goes_into_the_fields_in_turn(told, wanted):
    assert typed(ROOM, told) == wanted


def test_more_than_the_form_has_fields_for_goes_nowhere_in_turn():
    assert "Town" not in typed(ROOM, "Add a new room\n- Oslo, Malmö, Bergen, o@x.test")


def test_a_quoted_name_alone_is_what_a_new_thing_is_called():
    page = form(("Room name", "text"), ("Number", "text"))
    opened = Tried(Planned(Step("click", selector="#new"), part=0), True, before=page)
    steps = plan(page, 'Register "North wing", number B-7', opened).steps

    assert {(p.target.name, p.step.value) for p in steps if p.step.action == "fill"} >= {("Room name", "North wing")}


@pytest.mark.parametrize(
    "goal",
    ['Go to Rooms and register "North wing", tax number 7', "En Rooms, registra «North wing», número 7"],
)
def test_a_quoted_name_is_made_where_the_goal_has_gone_to(goal):
    built = Builder()
    built.text("Rooms", role="heading")
    built.button("New room", selector="#new")
    past = (tried("click", "#rooms", built.page(), 0),) if goal.startswith("Go to") else ()
    steps = plan(built.page(), goal, *past).steps

    assert [p.step.selector for p in steps] == ["#new"]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Add the room Oslo, but leave the town empty.", "the room Oslo , without town"),
        ("Registra la sala Oslo pero deja vacía la persona de contacto.", "la sala Oslo sin persona de contacto"),
        ("Registra la sala Oslo, deja en blanco el NIF y guarda.", "la sala Oslo , sin NIF"),
    ],
)
def test_what_is_left_empty_of_a_new_thing_is_no_value(goal, words):
    assert read(goal)[0] == ("create", words)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        (
            "Register a room: name Oslo, number 4, then Next.\nGo Back, change the name to Rome and carry on; the"
            " contact is Ada Ray, a@x.test. After Finish only Rome is listed.",
            ["create", "next", "back", "edit", "next", "fill", "save", "expect"],
        ),
        (
            "Rellena nombre Oslo, NIF 4, Siguiente, contacto Ada, correo a@x.test, Siguiente y Terminar.",
            ["fill", "next", "fill", "next", "save"],
        ),
        ("Pon el NIF B-7 y sigue con el contacto, Ada Ray.", ["fill", "next", "fill"]),
        ("Register the room Oslo. Press Next on every page, then Finish.", ["create", "save"]),
        ("Registra la sala Oslo. Pulsa Siguiente en cada paso y Terminar.", ["create", "save"]),
        (
            "Registra la sala Oslo sin NIF: no te deja seguir. Pon el NIF B-7 y termina.",
            ["create", "expect", "fill", "save"],
        ),
        (
            "Registra la sala Oslo sin NIF: sale un error. Pon el NIF B-7 y termina.",
            ["create", "expect", "fill", "save"],
        ),
        ("La nota sigue con la chincheta Roja.", ["expect"]),
        ("Add a note: it does not rain.", ["create"]),
    ],
)
def test_a_form_of_several_pages_is_gone_through_as_it_is_told(goal, told):
    assert verbs(goal) == told


@pytest.mark.parametrize(
    ("goal", "first", "then"),
    [
        ("Add the guest Ada Ray. Then place an order for her: 3 pears.", "Ada", "Ada Ray"),
        ("Añade el cliente Ada Ray y después hazle su primer pedido, 3 peras.", "Ada", "Ada Ray"),
        ("New guest: Ada Ray, Oslo. Register her and place an order for the new guest.", "Oslo", "Ada Ray"),
    ],
)
def test_what_is_made_for_the_new_one_is_made_for_it(goal, first, then):
    (one, told), (other, more) = read(goal)

    assert (one, other) == ("create", "create")
    assert first in told
    assert then in more


def test_what_is_made_for_somebody_named_is_not_made_for_the_new_one():
    assert "Ray" not in read("Add the guest Ada Ray. Then place an order for Bo Lind: 3 pears.")[1][1]


@pytest.mark.parametrize(
    ("check", "about"),
    [
        ("It should say that a valid email is needed.", ["email"]),
        ("Comprueba que avisa de que el correo debe ser válido.", ["correo"]),
        ("The page says that the ticket is valid.", None),
        ("The status must be Valid.", None),
    ],
)
def test_that_something_valid_is_needed_tells_of_a_refusal(check, about):
    part = read_goal(f"Add the guest Ada. {check}").parts[-1]

    assert names_refusal(part) is (about is not None)
    assert about is None or [t.text for t in said_wrong(part)] == about


def rooms(*names):
    built = Builder()
    built.text("Rooms", role="heading")
    for name in names:
        built.holder = -1
        built.into("row")
        built.text(name)
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("It should be the first row of the rooms table with the town Bergen.", True),
        ("It should be the first row of the rooms table with the town Paris.", False),
        ("It should be the last row of the rooms table with the town Bergen.", False),
    ],
)
def test_of_which_list_it_is_the_first_is_nothing_that_the_row_says(check, met):
    before, now = rooms("Rome, town Paris"), rooms("Oslo, town Bergen", "Rome, town Paris")
    past = (tried("fill", "#name", before, 0, value="Oslo"), tried("click", "#save", before, 1, commits=True))

    assert (examined(f"Add the room Oslo. Save. {check}", before, now, *past).met is True) is met


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        (
            "When a room is added its size is required: log in as a@x.test / pw12, fill in the name Oslo, leave the"
            " size blank and save. It must be rejected.",
            ["create", "fill", "save", "expect"],
        ),
        (
            "We should never accept silly sizes. Log in as a@x.test / pw12, add the room Oslo with size 900 and save."
            " It must be rejected.",
            ["create", "save", "expect"],
        ),
        ("The total must be 5. Log in as a@x.test / pw12 and add Oslo. It must be listed.", None),
    ],
)
def test_a_rule_above_all_else_is_neither_an_order_nor_a_check(goal, told):
    read_so = [verb for verb in verbs(goal) if verb != "login"]

    assert read_so == told if told else "expect" in read_so


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        ("Un pedido de 24 peras para Ada. Tiene que salir en la lista.", True),
        ("Prueba: entra con a@x.test / pw12, pedido nuevo para Ada, cantidad 5, guardar. Debe salir.", True),
        ("A new order for Ada: 3 pears. It must be listed.", True),
        ("A new order for Ada must be listed.", False),
        ("An order of Ada is open. Delete it.", False),
        ("A new price: 5. Save.", False),
    ],
)
def test_a_new_thing_that_no_verb_asks_for_is_made_where_nothing_else_is_done(goal, made):
    assert ("create" in verbs(goal)) is made


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Write a new note: Order more hangers. Save it.", "a new note : Order more hangers"),
        ("Add a note saying: Open the window.", "a note saying : Open the window"),
        ("Add a note. Open the list.", "a note"),
    ],
)
def test_what_a_new_note_says_may_begin_like_an_order(goal, words):
    assert read(goal)[0] == ("create", words)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Go through the whole company registration. The company: Oslo Ltd. Number: 7.", ["create"]),
        ("Empieza el alta de la empresa Oslo. Intenta pasar al segundo paso y comprueba que no te deja.",
         ["create", "next", "expect"]),
        ("Rooms > New room\n- Oslo, Bergen, o@x.test\n- save", ["open", "open", "fill", "save"]),
        ("Order 2 pears for Ada, check it was entered by Bo.", ["create", "expect"]),
        ("Escribe el NIF B-7.", ["fill"]),
        ("Escribe la nota Ada.", ["create"]),
        ("Press Next. You should stay on the first step with a hint to fill in the field.",
         ["click", "expect", "expect"]),
        ("Registra una sala, que ayer fallaba. Se llama Oslo.", ["create"]),
    ],
)  # fmt: skip
def test_how_it_is_told_what_is_done_in_a_form(goal, told):
    assert verbs(goal) == told


def test_which_one_is_meant_is_not_taken_for_how_it_went_before():
    assert "paid" in read("Delete the bill, which was paid.")[0][1]


def test_what_is_added_to_a_form_that_is_open_goes_into_its_field():
    page = form(("Name", "text"), ("Tax number", "text"), sends="Next")
    begun = Tried(Planned(Step("fill", selector=page.nodes[2].selector, value="Oslo"), part=0), True, before=page)
    steps = plan(page, "Register the room Oslo. Then add the tax number B-7.", begun).steps

    assert ("Tax number", "B-7") in {(p.target.name, p.step.value) for p in steps if p.step.action == "fill"}


@pytest.mark.parametrize(("told", "opens"), [("the new guest form", False), ("Guests", True)])
def test_the_form_for_a_new_one_is_not_the_list_of_them(told, opens):
    built = Builder()
    built.link("Guests")
    step = plan(built.page(), f"Open {told} and type Oslo as the name").steps[0]

    assert step.target.name == "Guests"
    assert step.ends_part is opens


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        ("Enter this order: Ada, 3 pears.", True),
        ("Mete este pedido: Ada, 3 peras.", True),
        ("Fill in this form: name Ada, town Oslo.", False),
        ("Pon un pedido de 3 peras a nombre de Ada.", True),
        ("Pon una chincheta en la nota Ada.", False),
        ("Apunta un pedido de 3 peras para Ada.", True),
        ("Apunta a Ada al taller.", False),
        ("Order: Ada, 3 pears. Log in as a@x.test / pw12, create it and check that it is listed.", True),
    ],
)
def test_by_what_verbs_a_new_thing_is_asked_for(goal, made):
    assert ("create" in verbs(goal)) is made


def test_what_was_just_told_of_is_what_is_made():
    goal = "Acabamos de captar a Ada Ray (Oslo, ada@x.test). Créala como socia y hazle un pedido de 3 peras."
    (_, told), (_, more) = read(goal)

    assert {"Ada", "Ray", "Oslo", "ada@x.test"} <= set(told.split())
    assert "Ada Ray" in more


@pytest.mark.parametrize(("value", "wanted"), [("B-7", {"Number": "B-7"}), ("the colour B-7", {})])
def test_a_bare_value_goes_into_the_one_field_that_is_empty_still(value, wanted):
    built = Builder()
    built.field("Name", value="Oslo", selector="#name")
    built.field("Number", selector="#number")
    built.button("Next")
    page = built.page()
    begun = Tried(Planned(Step("fill", selector="#name", value="Oslo"), part=0, ends_part=True), True, before=page)
    steps = plan(page, f"Fill in the name Oslo. Type {value}.", begun).steps

    assert {p.target.name: p.step.value for p in steps if p.step.action == "fill"} == wanted


def test_whoever_goes_back_by_a_button_presses_it():
    built = Builder()
    built.text("New room", role="heading")
    built.link("Rooms")
    built.button("Cancel", selector="#cancel")

    assert plan(built.page(), "Go back to the list with Cancel").steps[0].step.selector == "#cancel"


@pytest.mark.parametrize("again", [True, False])
def test_only_what_was_typed_and_then_changed_is_known_not_to_be_listed(again):
    before, now = rooms("Bergen"), rooms("Bergen", "Rome")
    values = ("Oslo", "Rome") if again else ("Rome",)
    fills = [tried("fill", "#name", before, 0, value=value) for value in values]
    past = (*fills, tried("click", "#save", before, 1, commits=True))

    assert (examined("Add the room Rome. Save. Oslo is not listed.", before, now, *past).met is True) is again

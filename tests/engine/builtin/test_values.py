"""Which value goes where, when the goal names no field: by what could stand there, and by what is left."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.planning import Tried


@pytest.fixture
def order():
    built = Builder()
    built.text("New order", role="heading")
    built.into("dialog", "New order", modal=True)
    built.select("Customer", "Textil Sur", "Casa Lienzo")
    built.select("Product", "Linen roll", "Cotton roll")
    built.field("Quantity", type="number")
    built.field("Date", type="date")
    built.button("Save order")
    return built.page()


def values(page, goal):
    return {p.target.name: p.step.value for p in plan(page, goal).steps if p.step.value}


@pytest.mark.parametrize(
    "goal",
    [
        "Create an order: Casa Lienzo, Cotton roll, 14 units",
        "Create an order of 14x Cotton roll for Casa Lienzo",
        "New order for Casa Lienzo: Cotton roll x14",
        "Crea un pedido: Casa Lienzo; Cotton roll; 14 unidades",
    ],
)
def test_a_number_of_things_is_their_quantity(order, goal):
    assert values(order, goal) == {"Customer": "Casa Lienzo", "Product": "Cotton roll", "Quantity": "14"}


def invoice(**fee):
    built = Builder()
    built.into("form", "New invoice")
    built.field("Client")
    built.field("Fee", **fee)
    built.field("Due", placeholder="dd/mm/yyyy")
    built.button("Save invoice")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "fee", "typed"),
    [
        ("Create an invoice with client Ada and fee £30", {}, "30"),
        ("Create an invoice with client Ada and fee 45,50 €", {}, "45,50"),
        ('Create an invoice with client Ada and fee "£30"', {}, "£30"),
        ("Create an invoice with client Ada and fee £30", {"placeholder": "£0.00"}, "£30"),
    ],
)
def test_an_amount_is_typed_without_its_sign_unless_the_field_or_the_goal_shows_one(goal, fee, typed):
    assert values(invoice(**fee), goal)["Fee"] == typed


@pytest.mark.parametrize(
    ("said", "typed"), [("3 May 2027", "03/05/2027"), ("2027-05-03", "03/05/2027"), ("03/05/2027", "03/05/2027")]
)
def test_a_date_is_typed_in_the_order_that_a_field_for_text_asks_for(said, typed):
    assert values(invoice(), f"Create an invoice with client Ada, due {said}")["Due"] == typed


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ("Crea un pedido para Casa Lienzo con la fecha 5/6/2027", "2027-06-05"),
        ("Crea un pedido para Casa Lienzo con la fecha 25/6/2027", "2027-06-25"),
        ("Create an order for Casa Lienzo with the date 5/6/2027", "2027-05-06"),
        ("Create an order for Casa Lienzo with the date 25/6/2027", "2027-06-25"),
        ("Create an order for Casa Lienzo with the date 5/6/2027. It is not 25/6/2027", "2027-06-05"),
    ],
)
def test_the_day_of_a_date_in_numbers_comes_first_in_spanish(order, goal, typed):
    assert values(order, goal)["Date"] == typed


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ("Create an order for Casa Lienzo with the quantity 1,800", "1800"),
        ("Create an order for Casa Lienzo with the quantity 1.800", "1.800"),
        ("Crea un pedido para Casa Lienzo con la cantidad 1.800", "1800"),
        ("Crea un pedido para Casa Lienzo con la cantidad 1,80", "1.80"),
    ],
)
def test_the_sign_between_thousands_is_not_typed(order, goal, typed):
    assert values(order, goal)["Quantity"] == typed


def loan(*fields):
    """The form that came with the press of a button, with these fields besides the tool."""
    before, after = Builder(), Builder()
    opener = before.button("Lend a tool")
    after.button("Lend a tool")
    after.into("dialog", "Lend a tool", modal=True)
    after.select("Tool", "Sander", "Tile cutter")
    for name in fields:
        after.field(name)
    after.field("Due back", type="date")
    after.button("Lend it")
    return before.page(), after.page(), before.nodes[opener].selector


def lent(goal, *fields):
    before, after, opener = loan(*fields)
    [pressed] = plan(before, goal).steps
    assert pressed.step.selector == opener
    return plan(after, goal, Tried(pressed, True, before=before))


LEND = "Lend the Sander to Rosa Vidal until 2026-12-15"


def test_the_one_name_that_is_left_goes_into_the_one_field_that_is_left():
    draft = lent(LEND, "Member")

    found = {p.target.name: p.step.value for p in draft.steps if p.step.value}
    assert found == {"Tool": "Sander", "Due back": "2026-12-15", "Member": "Rosa Vidal"}


def test_a_name_that_could_go_into_two_fields_goes_into_none():
    draft = lent(LEND, "Member", "Witness")

    assert draft.steps == ()
    assert "Vidal" in draft.unsure


def test_labels_with_their_values_need_no_verb(order):
    assert values(order, "Open New order\nCustomer Casa Lienzo, Product Cotton roll") == {
        "Customer": "Casa Lienzo",
        "Product": "Cotton roll",
    }


def test_the_word_beside_a_value_that_says_what_its_field_is_is_used_with_it(order):
    [chosen] = [p for p in plan(order, "Create an order for Casa Lienzo customer").steps if p.step.value]

    assert {"Casa", "Lienzo", "customer"} <= {
        t.text for t in goal_of("Create an order for Casa Lienzo customer").tokens if t.number in chosen.uses
    }


@pytest.mark.parametrize(
    "goal",
    [
        "Add a course called Ada Basics in the Music section, held in Porto",
        "Add a course called Ada Basics held in Porto, in the Music section",
        "Add a course named Ada Basics, taking place in Porto, section Music",
        "Add a course with the title Ada Basics, held in Porto, for the Music section",
    ],
)
def test_a_name_keeps_what_it_is_called_when_a_list_is_named_after_it(goal):
    built = Builder()
    built.into("form", "New course")
    built.field("Course title")
    built.select("Section", "Music", "Crafts")
    built.field("Place")
    built.button("Add course")

    found = values(built.page(), goal)
    assert (found["Course title"], found["Section"]) == ("Ada Basics", "Music")


def test_an_option_uses_no_more_words_than_it_says(order):
    goal = "Create an order for the Casa Lienzo branch in Sevilla customer"
    used = {n for p in plan(order, goal).steps for n in p.uses}

    assert "Sevilla" in {t.text for t in goal_of(goal).tokens if t.number not in used}


@pytest.mark.parametrize(
    "goal",
    [
        'Add a job for Ada: bike "Trek", fault "Flat tyre" and delivery on 20/03/2026',
        "Da de alta un trabajo para Ada: bici Trek, 22 € de mano de obra y entrega el 20/03/2026",
        "Crea una reserva para Ana con salida el 3 de mayo y entrega prevista el 5 de mayo",
    ],
)
def test_a_noun_that_looks_like_a_verb_tells_a_day_of_what_is_made(goal):
    made, saved = read_goal(goal).parts

    assert (made.verb, saved.verb, saved.implied) == ("create", "save", True)
    assert {"delivery", "entrega"} & {t.norm for t in made.words}


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Crea el pedido para Ana y entrega el pedido 7", ["create", "say", "save"]),
        ("Crea la nota Uno y envíala el 20/03/2026", ["create", "save"]),
        ("Create the note Uno and send it on 20/03/2026", ["create", "save"]),
    ],
)
def test_what_is_done_to_a_thing_on_a_day_is_an_order_all_the_same(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs

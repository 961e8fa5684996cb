"""Which value goes where, when the goal names no field: by what could stand there, and by what is left."""

import pytest
from engine.builtin.test_planner import Builder, plan

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

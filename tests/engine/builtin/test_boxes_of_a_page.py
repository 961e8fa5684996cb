"""A page of one thing that is made of boxes: what opens its form, and what a line of a cart says of it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

OPENED = Planned(Step("click", selector="#go"), target=Target("link", "Brass lamp 40 cm", "#go"))


def lamps():
    built = Builder()
    built.text("Lamps", role="heading")
    built.into("row")
    built.add("control", "link", "Brass lamp 40 cm", selector="#go")
    return replace(built.page(), url="http://app.test/lamps")


def lamp(headed=True):
    built = Builder()
    built.text(
        "Brass lamp 40 cm",
        role="heading",
    )
    built.into("item")
    built.text("Price")
    built.text("£38.00")
    built.add("control", "link", "Edit lamp", selector="#edit")
    for title, field in (("Count", "Pieces"), ("Order", "Quantity")):
        built.out()
        built.into("item")
        built.text(title, role="heading" if headed else "")
        built.into("form", parent=built.holder)
        built.field(field, "number", selector=f"#{field}")
        built.button(f"Send {title}")
    return replace(built.page(), url="http://app.test/lamps/7")


@pytest.mark.parametrize(
    "goal",
    [
        "Edit Brass lamp 40 cm: price 41.50 and shelf 12",
        "Change the price of Brass lamp 40 cm to 41.50",
        "Cambia el precio de Brass lamp 40 cm a 41.50",
    ],
)
def test_the_form_of_a_thing_is_opened_on_its_page_whatever_other_forms_stand_there(goal):
    assert steps(plan(lamp(), goal, Tried(OPENED, True, before=lamps()))) == [("click", "#edit", None)]


def test_what_belongs_to_one_of_several_entries_of_a_page_is_left():
    goal = "Edit Brass lamp 40 cm: price 41.50 and shelf 12"

    assert ("click", "#edit", None) not in steps(plan(lamp(headed=False), goal, Tried(OPENED, True, before=lamps())))


def cart(*lines):
    built = Builder()
    built.text("Cart", role="heading")
    for name, quantity in lines:
        built.out()
        built.into("row")
        built.text(name, role="cell")
        built.field(f"Quantity for {name}", "number", value=quantity)
    return replace(built.page(), url="http://app.test/cart")


@pytest.mark.parametrize(
    ("lines", "met"),
    [
        ([("Brass lamp 40 cm", "6")], True),
        ([("Iron lamp", "2"), ("Brass lamp 40 cm", "6")], True),
        ([("Brass lamp 40 cm", "1")], False),
        ([("Iron lamp", "6")], False),
        ([], False),
    ],
)
def test_a_new_line_of_a_cart_holds_the_quantity_in_a_field_of_its_own(lines, met):
    goal = "Add 6 of it to the cart"
    typed = Planned(Step("fill", selector="#Quantity", value="6"), uses=frozenset(range(9)))
    sent = Planned(Step("click", selector="#n9"), uses=frozenset(range(9)), part=1, commits=True, ends_part=True)
    past = (Tried(typed, True, before=lamp()), Tried(sent, True, before=lamp()))
    now = cart(*lines)

    assert (BuiltinExaminer().examine(Situation(goal, now.url, now, lamp(), past), now, ()).met is True) is met

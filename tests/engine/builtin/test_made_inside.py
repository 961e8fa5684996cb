"""What is recorded for an entry is made on the page of that entry: the entry is opened first, then its tab or form."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried


def listing(*entries, ways=("Orders", "Customers")):
    built = Builder()
    built.into("navigation")
    for way in ways:
        built.link(way)
    built.out()
    built.text("Orders", role="heading")
    built.link("New order")
    for code, name in entries:
        built.into("row", tag="tr")
        built.add("control", "link", code, href=f"/orders/{code}")
        built.text(name, role="cell")
        built.link(f"Edit {code}")
        built.out()
    return built.page()


ORDERS = (("R-7", "Ada Ray"), ("R-8", "Bo Lind"))


def taken(page, goal, *past):
    return [(p.target.name, p.explores) for p in plan(page, goal, *past).steps]


@pytest.mark.parametrize(
    "goal",
    [
        "Record a payment of 120 € on order R-8 with the date 2026-05-01",
        "Add a payment of 120 € to the order of Bo Lind",
        "Register a payment for R-8",
        "Registra un pago de 120 € en el pedido de Bo Lind",
        "Añade un pago al pedido R-8: 120 €",
    ],
)
def test_the_entry_is_opened_in_which_something_is_made(goal):
    assert taken(listing(*ORDERS), goal) == [("R-8", True)]


def test_inside_the_entry_the_way_to_things_of_that_kind_comes_first():
    goal = "Record a payment of 120 € on order R-8"
    page = listing(*ORDERS)
    [opened] = plan(page, goal).steps
    inside = Builder()
    for way in ("Orders", "Order details", "Payments (0)"):
        inside.link(way)
    inside.text("R-8", role="heading")

    assert taken(replace(inside.page(), url="http://app.test/orders/R-8"), goal, Tried(opened, True, before=page)) == [
        ("Payments (0)", True)
    ]


def test_things_with_a_place_of_their_own_are_made_there():
    page = listing(*ORDERS, ways=("Orders", "Payments"))

    assert taken(page, "Record a payment of 120 € on order R-8") == [("Payments", True)]


def test_of_two_entries_with_the_same_name_none_is_opened():
    page = listing(("R-7", "Bo Lind"), ("R-8", "Bo Lind"))

    assert ("R-7", True) not in taken(page, "Add a payment of 120 € to the order of Bo Lind")
    assert ("R-8", True) not in taken(page, "Add a payment of 120 € to the order of Bo Lind")


def test_the_thing_that_something_is_made_in_is_not_made():
    assert ("New order", False) not in taken(listing(*ORDERS), "Book a visit on order R-8")
    assert taken(listing(*ORDERS), "Create an order for R-8")[0][0] == "New order"


HORSES = (("Bess", "Mare"), ("Comet", "Gelding"), ("Bess II", "Mare"))


@pytest.mark.parametrize(
    ("goal", "opened"),
    [
        ("Record the shoeing Front pair for Comet on 2026-05-04", "Comet"),
        ("Add a shoeing to Bess dated 4 May 2026", "Bess"),
        ("Registra el herraje Completo a Comet con fecha 4 de mayo de 2026", "Comet"),
    ],
)
def test_an_entry_that_is_called_by_just_one_name_is_opened_for_what_is_made_in_it(goal, opened):
    page = listing(*HORSES, ways=("Stables", "Riders"))

    assert taken(page, goal) == [(opened, True)]


def test_an_entry_that_only_says_the_name_is_not():
    names = {name for name, _ in taken(listing(*HORSES, ways=("Stables", "Riders")), "Add a shoeing for Mare")}

    assert not names & {"Bess", "Comet", "Bess II"}


def test_of_two_entries_that_are_called_by_the_same_name_none_is_opened_either():
    page = listing(("Bess", "Mare"), ("Bess", "Pony"), ways=("Stables", "Riders"))

    assert ("Bess", True) not in taken(page, "Add a shoeing to Bess dated 4 May 2026")

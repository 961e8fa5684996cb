"""A title with a number names what its order is done to, and one word over an order is the place of such things."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option


def tickets():
    built = Builder()
    built.text("Tickets", role="heading")
    table = built.add("holder", "table")
    for number in (4, 40, 400):
        built.holder = table
        built.into("row")
        built.text(f"Ticket {number}", role="cell")
        options = tuple(Option(each.lower(), each, each == "Open") for each in ("Open", "Closed"))
        built.add("control", "combobox", "Status", tag="select", options=options, value="Open", selector=f"#s{number}")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Ticket 40: set the status to Closed",
        "Ticket 40: change the status to Closed",
        "Ticket 40: pon Status en Closed",
    ],
)
def test_the_numbered_one_is_changed(goal):
    assert steps(plan(tickets(), goal))[0] == ("selectOption", "#s40", "Closed")


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Invoice 40: set the total to 90", "the total of invoice 40 to 90"),
        ("Factura 40: cambia el estado a Pagada", "el estado of factura 40 a Pagada"),
        ("Step 4: set the status to Paid", "the status to Paid"),
        ("Ticket 482: set the language to Spanish", "the language to Spanish"),
        ("Invoice 40: set the status of Ada to Paid", "the status of Ada to Paid"),
    ],
)
def test_what_has_no_other_name_is_that_of_the_title(goal, words):
    assert [told for _, told in read(goal)] == [words]


@pytest.mark.parametrize("goal", ["Orders: delete ORD-7", "Order: delete ORD-7", "Reports: delete ORD-7"])
def test_a_word_over_an_order_asks_for_nothing_else(goal):
    assert read(goal) == [("delete", "ORD-7")]


def test_a_colon_behind_an_order_is_no_title():
    assert next(verb for verb, _ in read("Search: open orders")) == "search"

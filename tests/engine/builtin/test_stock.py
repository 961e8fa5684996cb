"""How many of a thing come in or go out is told to the one form on its page that asks for that."""

import pytest
from engine.builtin.test_planner import Builder, plan


def book(title="Green Tides", *forms):
    built = Builder()
    built.text(title, role="heading")
    for label, button in forms or (("Received copies", "Book in stock"), ("Sold copies", "Book out")):
        built.into("form")
        built.field(label, selector=f"#{label.split()[0].lower()}")
        built.button(button, selector=f"#{button.split()[-1].lower()}")
        built.out()
    return built.page()


def taken(page, goal):
    return [(p.step.action, p.step.selector, p.step.value) for p in plan(page, goal).steps]


SOLD = [("fill", "#sold", "2"), ("click", "#out", None)]


@pytest.mark.parametrize(
    "goal",
    [
        "Sell 2 copies of Green Tides",
        "Vende 2 ejemplares de Green Tides",
    ],
)
def test_what_is_sold_goes_where_the_page_asks_for_it(goal):
    assert taken(book(), goal) == SOLD


def test_a_spanish_page_asks_for_it_in_its_own_words():
    page = book("Mareas", ("Entradas", "Apuntar"), ("Vendidos", "Restar"))

    assert taken(page, "Vende 3 ejemplares de Mareas") == [("fill", "#vendidos", "3"), ("click", "#restar", None)]


@pytest.mark.parametrize(
    ("page", "goal"),
    [
        (book("Green Tides Diary 2", ("Lent copies", "Store")), "Sell 2 copies of Green Tides"),
        (book("Blue Tides"), "Sell 2 copies of Green Tides"),
        (book(), "Sell copies of Green Tides"),
        (book(), "Sell 2 copies of Green Tides at 9"),
        (book(), "Sell 2 copies of Green Tides to Ada"),
        (book("Green Tides", ("Sold copies", "Book out"), ("Sold abroad", "Store")), "Sell 2 copies of Green Tides"),
    ],
)
def test_another_page_or_another_number_is_left_alone(page, goal):
    assert "fill" not in [action for action, _, _ in taken(page, goal)]


def choices(chosen):
    built = Builder()
    built.text("Garden spades", role="heading")
    built.into("form")
    for label in ("Received", "Removed"):
        said = {"type": "radio", "selector": f"#{label.lower()}", "checked": label == chosen}
        built.add("control", "radio", label, **said)
    built.field("Units", selector="#units", type="number")
    built.button("Update stock", selector="#update")
    return built.page()


def test_what_is_done_with_them_is_chosen_where_the_number_does_not_say_it():
    goal = "25 garden spades have been received: book them in"
    told = [("fill", "#units", "25"), ("click", "#update", None)]

    assert taken(choices("Received"), goal) == told
    assert taken(choices("Removed"), goal) == [("check", "#received", None), *told]

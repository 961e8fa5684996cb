"""Adding without a form, picking by place and number, and what must not be pressed by the way."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ('Add a todo "Buy milk"', "Buy milk"),
        ("Add the task Walk the dog", "Walk the dog"),
        ('Añade la tarea "Comprar pan"', "Comprar pan"),
    ],
)
def test_what_is_added_is_typed_into_the_only_line_and_sent_with_enter(goal, typed):
    built = Builder()
    built.add("control", "textbox", tag="input", type="text", placeholder="What needs to be done?")
    built.button("Clear completed")

    draft = plan(built.page(), goal)
    assert steps(draft) == [("fill", "#n0", typed), ("press", "#n0", None)]
    done = tuple(Tried(planned, True) for planned in draft.steps)
    assert steps(plan(built.page(), goal, *done)) == []


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ("Add Water the plants", "Water the plants"),
        ("Create a new todo called Renew passport", "Renew passport"),
        ("Añade una tarea llamada Comprar pan", "Comprar pan"),
    ],
)
def test_a_list_that_sorts_what_is_shown_does_not_keep_a_line_from_being_typed(goal, typed):
    built = Builder()
    built.add("control", "textbox", tag="input", type="text", placeholder="What needs to be done?")
    built.add("control", "combobox", "Sort", tag="select", label="Sort", options=("Added", "Title"))

    assert steps(plan(built.page(), goal)) == [("fill", "#n0", typed), ("press", "#n0", None)]


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ("Register Ada Ray (badge B-12, contact ada@x.test)", []),
        ("Añade a Ada Ray, carnet B-12, correo ada@x.test", []),
        ("Add Call Ada at ada@x.test", [("fill", "#n1", "Call Ada at ada@x.test"), ("press", "#n1", None)]),
        ("Add Buy 2 eggs, 3 apples", [("fill", "#n1", "Buy 2 eggs, 3 apples"), ("press", "#n1", None)]),
    ],
)
def test_a_line_does_not_take_what_has_several_details_of_its_own(goal, typed):
    built = Builder()
    built.text("Notes", role="heading")
    built.add("control", "textbox", tag="input", type="text", label="New note", name="New note")

    assert steps(plan(built.page(), goal)) == typed


@pytest.mark.parametrize(("goal", "first"), [("Register Ada Ray", "#n3"), ("Approve the bill B-12", "#n5")])
def test_what_is_new_is_on_no_further_page_of_a_list(goal, first):
    built = Builder()
    built.text("Bills", role="heading")
    built.into("navigation", "Main")
    for name in ("Members", "Rooms"):
        built.holder = 1
        built.link(name)
    built.out()
    built.into("navigation", "Pages")
    built.link("Next")
    nodes = [n.selector for n in built.nodes if n.name in ("Members", "Next")]

    assert steps(plan(built.page(), goal)) == [("click", nodes[first == "#n5"], None)]


def test_nothing_is_added_through_the_line_of_a_search():
    built = Builder()
    built.add("control", "textbox", tag="input", type="text", placeholder="Search products")

    assert plan(built.page(), "Add Green tea").unsure


def shelf(*names):
    built = Builder()
    for name in names:
        built.out()
        built.into("item", tag="div", classes="product")
        built.text(name, role="heading")
        built.button("Add to cart")
    return built.page()


def test_each_thing_that_is_named_is_added():
    draft = plan(shelf("Green tea", "Black tea", "Rooibos"), "Add Green tea and Rooibos to the cart")

    assert [selector for _, selector, _ in steps(draft)] == ["#n2", "#n8"]


def test_nothing_is_added_in_place_of_what_is_not_there():
    assert plan(shelf("Green tea", "Black tea"), "Add Oolong to the cart").unsure


def test_what_is_told_with_the_sending_is_filled_in_first():
    built = Builder()
    built.field("Your name")
    built.field("E-mail", type="email")
    built.add("control", "textbox", "Message", tag="textarea", label="Message")
    built.button("Send message")

    draft = plan(built.page(), 'Send a message as Ada Lovelace (ada@x.test) saying "Hello"')
    assert {s for s in steps(draft) if s[0] == "fill"} == {
        ("fill", "#n0", "Ada Lovelace"),
        ("fill", "#n1", "ada@x.test"),
        ("fill", "#n2", "Hello"),
    }


def test_nothing_is_sent_by_a_button_that_does_something_else():
    built = Builder()
    built.text("Orders", role="heading")
    built.into("row")
    built.text("ORD-1 Textil Sur")
    built.button("Edit order ORD-1")
    built.button("Delete order ORD-1")

    assert plan(built.page(), "Send an email to Textil Sur about order ORD-1").unsure


def priced(*prices):
    built = Builder()
    for price in prices:
        built.button(f"Book for ${price}")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "clicked"),
    [("Click on the cheapest one", ["#n1"]), ("Click the one with the highest price", ["#n2"])],
)
def test_the_least_and_the_most_are_told_by_their_numbers(goal, clicked):
    assert [s for _, s, _ in steps(plan(priced("1,844", "130", "14,210.50"), goal))] == clicked


def test_of_two_that_cost_the_same_neither_is_the_cheapest():
    assert plan(priced("130", "130", "200"), "Click on the cheapest one").unsure


def test_a_result_is_found_by_its_place():
    built = Builder()
    for name in ("Ada", "Bob", "Cyd"):
        built.add("control", "link", name, tag="a", classes="hit", box=(10, 10, 50, 10))
    built.button("Search")

    assert steps(plan(built.page(), "Click on the 2nd search result")) == [("click", "#n1", None)]
    assert plan(built.page(), "Click on the 7th search result").unsure


def test_numbers_are_clicked_in_their_order():
    built = Builder()
    for number in ("7", "-2", "30"):
        built.add("text", "", text=number)

    assert steps(plan(built.page(), "Click on the numbers in descending order"))[0] == ("click", "#n2", None)


def test_a_kind_of_control_alone_must_be_the_only_one_of_its_kind():
    built = Builder()
    built.button("Yes")
    built.button("No")

    assert plan(built.page(), "Click the button").unsure
    assert steps(plan(built.page(), "Click a button")) == [("click", "#n0", None)]


def store(taken="", left=""):
    """The page of one thing, with a form for what comes in and one for what goes out."""
    built = Builder()
    built.text("Flour", role="heading")
    built.link("Back")
    for kind, value, button in (("Delivered sacks", taken, "Book in"), ("Sold sacks", left, "Book out")):
        built.holder = -1
        built.into("form")
        built.field(kind, selector=f"#{kind.split()[0].lower()}", value=value)
        built.button(button, selector=f"#{button.split()[1]}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "done"),
    [
        ("Book in 6 delivered sacks of Flour", [("fill", "#delivered", "6"), ("click", "#in", None)]),
        ("Book out 2 sold sacks of Flour", [("fill", "#sold", "2"), ("click", "#out", None)]),
        ("I want to book in 12 sacks of Flour", [("fill", "#delivered", "12"), ("click", "#in", None)]),
    ],
)
def test_an_amount_told_with_the_act_is_filled_in_beside_its_button(goal, done):
    draft = plan(store(), goal)

    assert steps(draft) == done
    assert draft.steps[-1].commits


def test_what_is_booked_in_a_place_is_no_delivery():
    assert read_goal("Book in Lisbon a room for 2").parts[0].verb == "create"
    assert read_goal("Book 6 sacks of Flour").parts[0].verb == "create"


def goods(*names, onward=True):
    built = Builder()
    built.text("Goods", role="heading")
    for name in names:
        built.holder = -1
        built.into("row")
        built.link(name)
        built.text("6 sacks", role="cell")
    built.out()
    built.button("Previous", selector="#back")
    if onward:
        built.button("Next", selector="#next")
    return built.page()


def test_how_many_come_says_nothing_of_what_they_are():
    goal, past, turned = "Book in 6 sacks of Rye Flour", [], []
    middle, end = goods("Rye Flour", "Oats"), goods("Spelt", onward=False)
    for page in (goods("Rye Bran", "Wheat Flour"), middle, end, middle):
        draft = plan(page, goal, *past)
        assert draft.steps, draft.unsure
        turned += [p.target.name for p in draft.steps]
        past += [Tried(planned, True, before=page) for planned in draft.steps]

    assert turned == ["Next", "Next", "Previous", "Rye Flour"]

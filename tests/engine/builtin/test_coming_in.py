"""What comes in and goes out by an amount that is told with the act."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried


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

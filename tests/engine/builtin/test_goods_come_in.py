"""Goods that are told to have come are booked into the stock of what is there, and nothing new is made of them."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal


@pytest.mark.parametrize(
    ("goal", "goods"),
    [
        ("25 garden spades have been received: book them in", "25 garden spades"),
        ("Twelve Basil pots arrived this morning. Please book them in.", "Twelve Basil pots"),
        ("25 units of Basil have arrived. Book them in.", "25 units of Basil"),
    ],
)
def test_what_came_is_booked_in(goal, goods):
    part, *_ = read_goal(goal).parts

    assert part.verb == "say"
    assert [t.norm for t in part.verb_words] == ["book", "in"]
    assert " ".join(t.text for t in part.words) == goods


@pytest.mark.parametrize("goal", ["Ada and Bo have called: book them in", "Book Ada in with Dr Shah"])
def test_somebody_is_booked_in_by_a_new_booking(goal):
    assert [part.verb for part in read_goal(goal).parts][:1] == ["create"]


def products():
    built = Builder()
    built.link("New product")
    for name in ("Clay pot 25 cm", "Garden spades", "Garden spade rack"):
        built.into("row", tag="tr")
        built.link(name)
        built.out()
    return built.page()


def test_an_entry_that_is_told_whole_is_opened_however_it_is_written():
    draft = plan(products(), "25 garden spades have been received: book them in")

    assert [p.target.name for p in draft.steps] == ["Garden spades"]

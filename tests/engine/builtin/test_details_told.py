"""What a thing is told of with at length, in a goal that makes it, and how often it was made."""

import pytest
from engine.builtin.test_planner import Builder
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "thing"),
    [
        ("Add a guest: Ana Ruiz, booking for Oslo, 2 nights", "a guest : Ana Ruiz , booking for Oslo , 2 nights"),
        ("Crea un cliente: Bo Ray, enviando a Sevilla", "un cliente : Bo Ray , enviando a Sevilla"),
    ],
)
def test_what_ends_like_a_verb_may_say_more_of_a_thing(goal, thing):
    assert read(goal) == [("create", thing), ("save", "")]


def test_what_is_done_with_the_thing_is_an_order_of_its_own():
    assert [verb for verb, _ in read("Create a note: Title Milk, saving it as Draft")] == ["create", "save"]


def cards(*names):
    built = Builder()
    built.text("Guests", role="heading")
    for name in names:
        built.out()
        built.into("listitem")
        built.into("article", parent=built.holder)
        built.text(name)
        built.text("Hotel Oslo")
    built.out()
    built.field("Name", selector="#name")
    return built.page()


@pytest.mark.parametrize(("now", "met"), [(("Ana", "Bo"), True), (("Ana", "Bo", "Bo"), False)])
def test_a_card_in_an_item_of_a_list_is_one_thing(now, met):
    goal = "Add a guest: Bo, booking for Hotel Oslo"
    before = cards("Ana")
    words = frozenset(t.number for t in read_goal(goal).tokens if t.text != "booking")
    typed = Planned(Step("fill", selector="#name", value="Bo"), uses=words, part=0)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)

    past = [Tried(each, True, before=before) for each in (typed, saved)]
    assert examined(goal, before, cards(*now), *past).met is met


def test_a_noun_that_ends_like_a_verb_has_to_be_used():
    goal = "Add a booking for Bo"
    before = cards("Ana")
    words = frozenset(t.number for t in read_goal(goal).tokens if t.text != "booking")
    typed = Planned(Step("fill", selector="#name", value="Bo"), uses=words, part=0)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)

    past = [Tried(each, True, before=before) for each in (typed, saved)]
    assert examined(goal, before, cards("Ana", "Bo"), *past).met is None

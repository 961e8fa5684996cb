"""What a mark or a `then` parts from an order: a statement about several things, or another thing to do it to."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.evidence import is_how
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.words import tokens_of


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize(
    ("goal", "checked"),
    [
        ("Search the plants for oak - only P-7 and P-9 should come up", "only P-7 and P-9 should come up"),
        ("Search for Ada, just P-7 and P-9 must be listed", "just P-7 and P-9 must be listed"),
        ("Filter by kind Tree: only Oak and Elm should be listed", "only Oak and Elm should be listed"),
        ("Busca roble: solo P-7 y P-9 deben salir", "solo P-7 y P-9 deben salir"),
        ("Search plants for oak: only P-7 and P-9 should come up", "only P-7 and P-9 should come up"),
        ("Delete P-4, only P-7 and P-9 must remain", "only P-7 and P-9 must remain"),
    ],
)
def test_what_only_several_are_to_be_is_one_check_after_an_order(goal, checked):
    assert [each for verb, each in read(goal)[1:] if verb == "expect"] == [checked]
    assert len(read(goal)) == 2


@pytest.mark.parametrize(
    "goal",
    ["Create an order for Ada, only 3 rolls and save it", "Create a group: only Ada and Bo, and save it"],
)
def test_an_only_that_says_no_check_stays_with_its_order(goal):
    assert [verb for verb, _ in read(goal)] == ["create", "save"]


@pytest.mark.parametrize(
    ("goal", "things"),
    [
        ("Delete plant P-7 and then the gardener Bo Ray", ["plant P-7", "the gardener Bo Ray"]),
        ("Delete the plant P-7, then the gardener Bo.", ["the plant P-7", "the gardener Bo"]),
        ("Borra la planta P-7 y después el jardinero Bo", ["la planta P-7", "el jardinero Bo"]),
        ("Elimina la planta P-7 y luego la P-9", ["la planta P-7", "la P-9"]),
    ],
)
def test_what_is_deleted_after_another_thing_is_a_part_of_its_own(goal, things):
    assert read(goal) == [("delete", thing) for thing in things]


@pytest.mark.parametrize("goal", ["Delete P-7 and then the dialog", "Borra la planta 4 después del jardinero Bo"])
def test_where_no_other_thing_is_named_it_is_one(goal):
    assert len(read(goal)) == 1


@pytest.mark.parametrize(("word", "how"), [("leerse", True), ("decirse", True), ("parse", False), ("podarse", False)])
def test_a_spanish_passive_says_no_more_than_its_verb(word, how):
    assert is_how(tokens_of(word)[0]) is how


@pytest.fixture
def door():
    built = Builder()
    built.into("form")
    built.field("E-mail", type="email")
    built.field("Password", type="password")
    built.button("Sign in")
    built.out()
    return built


@pytest.mark.parametrize("goal", ["Search for oak. It should say None.", "Busca roble en la lista", "Find oak"])
def test_who_searches_is_let_in_first_with_what_the_page_offers(door, goal):
    door.text("Try it as ada@x.test / s3cret1")

    assert [value for _, _, value in steps(plan(door.page(), goal))] == ["ada@x.test", "s3cret1", None]


def test_where_nothing_is_offered_or_a_search_is_there_nobody_signs_in(door):
    assert not steps(plan(door.page(), "Search for oak"))

    door.text("Try it as ada@x.test / s3cret1")
    door.field("Search")
    assert next(value for _, _, value in steps(plan(door.page(), "Search for oak"))) == "oak"

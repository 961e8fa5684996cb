"""What an application tells somebody to do is a check, and what it asks for has to be what it asked for."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Trouble
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, part.said) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("When I add a room called Blue with 90 seats\n", "Then the form tells me to enter seats from 1 to 50"),
        ("When I add a room called Blue with 90 seats\n", "Then the page asks for a number from 1 to 50"),
        ("Cuando añado una sala Azul con 90 plazas\n", "Entonces el formulario me pide un número de 1 a 50"),
        ("Add a room called Blue with 90 seats. ", "The form tells me to enter a number from 1 to 50."),
    ],
)
def test_what_the_form_asks_then_is_a_check(made, told):
    assert [verb for verb, _ in read(made + told)] == ["create", "expect"]


@pytest.mark.parametrize(
    "told",
    ["The form asks for a name: Ada Moss. Save it.", "The guest asks for 2 beds on 3 May 2025. Save it."],
)
def test_what_is_asked_for_and_given_is_filled_in(told):
    assert [verb for verb, _ in read(f"Create a booking. {told}")] == ["create", "save"]


def form(held="", complaint=""):
    built = Builder()
    built.into("form")
    built.field("Seats", selector="#seats", value=held)
    if complaint:
        built.add("text", "alert", text=complaint)
    built.button("Save", selector="#save")
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("Then the form tells me to enter a whole number from 1 to 50", True),
        ("Then the form asks for a whole number from 1 to 50", True),
        ("Entonces el formulario me pide escribir un número entero de 1 a 50", True),
        ("Then the form tells me to enter a whole number from 1 to 60", False),
        ("Then the form tells me to enter a whole number from 2 to 50", False),
        ("Then the form tells me to enter a name", False),
        ("Then the form asks for a title", False),
        ("Then the form tells me to choose a guest", False),
    ],
)
def test_the_form_has_to_ask_for_just_that(check, met):
    goal = f"When I set the seats to 90 and save\n{check}"
    taken = [
        (form(), Planned(Step("fill", selector="#seats", value="90"), uses=frozenset(range(8)), part=0)),
        (form("90"), Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)),
    ]
    past = tuple(Tried(planned, True, before=page) for page, planned in taken)
    now = form("90", "Enter a whole number from 1 to 50.")
    situation = Situation(goal, "http://app.test/", now, form(), past)
    refused = Trouble("refused", "POST /rooms answered 422: UNPROCESSABLE ENTITY")

    assert (BuiltinExaminer().examine(situation, None, (refused,)).met is True) is met

"""A box around a table stands for none of its rows, and whole messages need not stand together."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

PRESS = Planned(
    Step("click", selector="#n1"), part=0, uses=frozenset({0, 1}), target=Target("", "", ""), ends_part=True
)


def examined(goal, before, after, reloaded, commits=False):
    planned = Planned(PRESS.step, part=0, uses=PRESS.uses, target=PRESS.target, ends_part=True, commits=commits)
    past = (Tried(planned, True, before=before),)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), reloaded, ())


def lamps(*rows):
    built = Builder()
    built.text("Lamps", role="heading")
    built.link("Lamps")
    built.into("item")
    box = built.holder
    for number, row in enumerate((("Model", "Price", "Stock"), *rows)):
        built.into("row", parent=box)
        for column, said in enumerate(row):
            role = "cell" if number else "columnheader"
            built.add("text", role, text=said, box=(100 * column, 40 * number, 90, 20))
    return built.page()


@pytest.mark.parametrize(
    ("rows", "met"),
    [
        ((("Oak lamp", "5", "40"), ("Elm lamp", "9", "12")), True),
        ((("Elm lamp", "5", "40"), ("Oak lamp", "9", "12")), False),
        ((("Elm lamp", "5", "12"), ("Oak lamp", "9", "40")), False),
    ],
)
def test_what_the_first_row_says_is_not_said_of_another(rows, met):
    page = lamps(*rows)
    start = Builder()
    start.text("Welcome", role="heading")
    start.link("Lamps")
    finding = examined("Click Lamps. The Oak lamp is listed with price 5 and stock 40", start.page(), page, page)

    assert (finding.met is True) is met


def form(*messages):
    built = Builder()
    built.text("New member", role="heading")
    built.button("Save")
    built.into("form")
    built.field("First name")
    for said in messages:
        built.text(said)
    return built.page()


@pytest.mark.parametrize(
    ("messages", "met"),
    [
        (("The first name is required.", "Enter a phone number."), True),
        (("The first name is required.",), False),
        (("Enter a phone number.",), False),
    ],
)
def test_two_messages_are_each_to_be_seen(messages, met):
    goal = 'Click Save. I should see "The first name is required." and "Enter a phone number."'
    finding = examined(goal, form(), form(*messages), form(), commits=True)

    assert (finding.met is True) is met

"""A form that is not taken before somebody agrees to something: the box is ticked where the page asks for it."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.planning import Tried

GOAL = "Create a booking for Bo Ray"


def form(*texts, label="I accept the terms of the hall", name="Bo Ray", shut=False, **box):
    built = Builder()
    built.text("New booking", role="heading")
    built.into("form")
    built.field("Name", selector="#name", value=name)
    of = {"tag": "input", "type": "checkbox", "selector": "#terms", "label": label, "checked": False}
    built.add("control", "checkbox", label, **(of | box))
    for text in texts:
        built.text(text, role="alert")
    built.button("Create booking", type="submit", selector="#send", disabled=shut)
    return built.page()


def sent(goal, after, **of):
    """What is done once the form was sent, and the page is as given."""
    page = form(name="", **of)
    past = []
    while not past or past[-1].planned.step.selector != "#send":
        draft = plan(page, goal, *past)
        assert draft.steps, draft.unsure
        for planned in draft.steps:
            past.append(Tried(planned, True, before=page))
            page = form(**of)
    return steps(plan(after, goal, *past)) if draft.has_more else []


@pytest.mark.parametrize("goal", [GOAL, "Crea una reserva para Bo Ray", GOAL + ". It must be listed then."])
def test_a_box_that_the_page_asks_for_is_ticked_and_the_form_sent_again(goal):
    asked = form("Please accept the terms first.")

    assert sent(goal, asked) == [("check", "#terms", None), ("click", "#send", None)]


def test_a_box_that_the_browser_holds_to_is_ticked_too():
    assert sent(GOAL, form(required=True))[0] == ("check", "#terms", None)


def test_a_button_that_waits_for_the_box_is_pressed_once_it_is_ticked():
    page = form(name="", shut=True)
    typed = [Tried(planned, True, before=page) for planned in plan(page, GOAL).steps[:1]]
    waiting = plan(form(shut=True), GOAL, *typed)
    ticked = Tried(waiting.steps[-1], True, before=form(shut=True))

    assert steps(waiting) == [("check", "#terms", None)]
    assert steps(plan(form(checked=True), GOAL, *typed, ticked)) == [("click", "#send", None)]
    assert "disabled" in plan(form(shut=True, checked=True), GOAL, *typed, ticked).unsure


@pytest.mark.parametrize(
    "after",
    [
        form("The name is taken."),
        form(name=""),
        form("Your booking was made. Read the terms.", name=""),
        form("Please accept the terms first.", checked=True),
    ],
)
def test_it_is_left_alone_where_nothing_asks_for_it(after):
    assert ("check", "#terms", None) not in sent(GOAL, after)


@pytest.mark.parametrize(
    "goal",
    [
        "Try to create a booking for Bo Ray. The form must say that something is missing.",
        "Create a booking for Bo Ray without accepting anything",
        "Create a booking for Bo Ray, leaving the terms alone",
        "Try to create a booking for Bo Ray. It must be refused, since a required box is missing.",
    ],
)
def test_it_is_left_alone_where_the_goal_tells_of_it_or_of_what_is_missing(goal):
    assert ("check", "#terms", None) not in sent(goal, form("Please accept the terms first."))


@pytest.mark.parametrize(
    "goal",
    [
        "Try to create a booking for Bo Ray. It must be refused.",
        "Try to create a booking for Bo Ray. I expect to be told that the name is taken.",
        "Intenta crear una reserva para Bo Ray. Debe decir que el nombre ya está en uso.",
    ],
)
def test_what_is_to_be_refused_is_not_refused_for_want_of_a_box(goal):
    assert ("check", "#terms", None) in sent(goal, form("Please accept the terms first."))


def test_what_asks_for_news_is_no_rule_of_the_form():
    news = {"label": "Send me news"}

    assert sent(GOAL, form("Please fill in the news box.", **news), **news) == []

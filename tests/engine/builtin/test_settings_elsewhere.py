"""A value for a setting that is kept on another page: it is not typed into what only narrows the list that is shown."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried

PLACES = ("Add a boat", "Overdue", "Setup")


def frame(path):
    built = Builder()
    built.into("navigation")
    for name in PLACES:
        built.add("control", "link", name, href=f"/{name.split()[-1].lower()}")
    built.out()
    return built, f"http://app.test{path}"


def boats():
    built, url = frame("/boats")
    built.text("Boats", role="heading")
    built.into("form")
    built.field("Name or owner", selector="#q")
    built.button("Search")
    built.out()
    return replace(built.page(), url=url)


def setup(label="Overdue after this many days at most"):
    built, url = frame("/setup")
    built.text("Setup", role="heading")
    built.into("form")
    built.field(label, selector="#days", value="14")
    built.button("Save setup", selector="#save")
    built.out()
    return replace(built.page(), url=url)


GOALS = [
    "Set the overdue limit to 9 and check that it is saved",
    "Set the overdue threshold to 9 and check that it is saved",
    "Pon el límite overdue en 9 y comprueba que se ha guardado",
    "Pon a 9 el umbral overdue y comprueba que se ha guardado",
    "Put 9 as the overdue limit and check that it is saved",
]


@pytest.mark.parametrize("goal", GOALS)
def test_what_only_narrows_a_list_takes_no_value_that_is_called_otherwise(goal):
    steps = plan(boats(), goal).steps

    assert [(s.step.action, s.explores) for s in steps] == [("click", True)]


@pytest.mark.parametrize("goal", ['Type "Heron" and press Search', "Type Heron into the field for name or owner"])
def test_it_still_takes_what_is_called_like_it_or_not_at_all(goal):
    assert [(s.step.selector, s.step.value) for s in plan(boats(), goal).steps][:1] == [("#q", "Heron")]


def sought(goal, page):
    walked = plan(boats(), goal).steps
    return [(s.step.action, s.step.selector) for s in plan(page, goal, Tried(walked[0], True, before=boats())).steps]


@pytest.mark.parametrize("goal", GOALS)
def test_settings_that_were_looked_for_are_saved(goal):
    assert sought(goal, setup()) == [("fill", "#days"), ("click", "#save")]


def test_they_are_not_where_a_word_of_the_goal_calls_something_else():
    assert sought("Set the overdue colour to 9 and check that it is saved", setup())[1:] == []


def test_a_report_is_looked_at_under_the_link_that_is_called_so():
    goal = "Check that the Overdue report shows 8 boats"

    assert [s.target.name for s in plan(setup(), goal).steps] == ["Overdue"]

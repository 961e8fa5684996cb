"""A form that is named by what it is for is opened, and left unsaved where the goal says so."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def verbs(goal):
    return [part.verb for part in read_goal(goal).parts]


def trips(*rows):
    built = Builder()
    built.text("Trips", role="heading")
    built.add("control", "button", "New trip", selector="#new")
    built.add("control", "link", "Help", selector="#help", href="/help")
    built.into("table", "Trips")
    table = built.holder
    for row in rows:
        built.holder = table
        built.into("row")
        built.text(row, role="cell")
    return built.page()


def dialog():
    built = Builder()
    built.text("Trips", role="heading")
    built.into("dialog", "New trip", modal=True)
    built.field("Boat", selector="#boat")
    built.button("Save")
    built.add("control", "button", "Cancel", selector="#cancel")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Open the new trip form, set Boat to Heron.",
        "In the New trip dialog set Boat to Heron.",
        "On the new trip form set Boat to Heron.",
    ],
)
def test_a_form_is_opened_by_the_button_that_is_called_like_it(goal):
    assert steps(plan(trips("Swift"), goal)) == [("click", "#new", None)]


def test_a_button_that_sends_the_form_it_stands_in_opens_none():
    built = Builder()
    built.into("form")
    built.field("Boat", selector="#boat")
    built.add("control", "button", "New trip", selector="#new")

    assert ("click", "#new", None) not in steps(plan(built.page(), "In the New trip dialog set Boat to Heron."))


@pytest.mark.parametrize(
    "goal",
    [
        "Add a trip for Ada but don't save it; the total must show €5.",
        "Add a trip for Ada. Do not submit the form. The total must show €5.",
        "Añade un viaje para Ada pero no lo guardes todavía; el total debe ser 5 €.",
        "Añade un viaje para Ada, no envíes nada, y comprueba que el total es 5 €.",
        "Add a trip for Ada; the total must show €5. Don't save it.",
    ],
)
def test_what_is_not_to_be_saved_is_not_saved(goal):
    assert verbs(goal) == ["create", "expect"]


@pytest.mark.parametrize(
    "goal",
    [
        "Add a trip for Ada; the list must show it.",
        "Add a trip for Ada and check that the app does not send it twice.",
        "Añade un viaje para Ada y comprueba que no se guarda dos veces.",
    ],
)
def test_what_is_only_said_of_the_application_leaves_nothing_unsaved(goal):
    assert verbs(goal) == ["create", "save", "expect"]


@pytest.mark.parametrize(
    "check",
    [
        "No trip may have been added.",
        "No trip should have been added.",
        "Nothing may have been saved in the list.",
        "No puede haberse añadido ningún viaje.",
    ],
)
def test_what_may_not_have_been_made_is_a_check_and_no_refusal(check):
    told = read_goal(f"Open the new trip form and cancel. {check}").parts[-1]

    assert (told.verb, told.words[0].text) == ("expect", check.split()[0])


def called_off(goal, now, again):
    filled = Planned(Step("fill", selector="#boat", value="Heron"), uses=frozenset(range(12)), part=1, ends_part=True)
    left = Planned(Step("click", selector="#cancel"), uses=frozenset({12}), part=2, ends_part=True)
    opened = Planned(Step("click", selector="#new"), uses=frozenset(range(5)), ends_part=True)
    past = (Tried(opened, True, before=trips("Swift")), Tried(filled, True, before=dialog()),
            Tried(left, True, before=dialog()))  # fmt: skip
    examiner = BuiltinExaminer()
    assert examiner.wants_reload(goal)
    return examiner.examine(Situation(goal, now.url, now, trips("Swift"), past), again, ()).met


@pytest.mark.parametrize("check", ["No trip may have been added.", "No trip should have been added."])
def test_what_was_called_off_is_not_kept_after_a_reload_either(check):
    goal = f"Open the new trip form, set Boat to Heron, then cancel. {check}"

    assert called_off(goal, trips("Swift"), trips("Swift")) is True
    assert called_off(goal, trips("Swift"), trips("Swift", "Heron")) is False
    assert called_off(goal, trips("Swift", "Heron"), trips("Swift", "Heron")) is False

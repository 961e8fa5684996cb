"""Several fields of one form on the page are changed at once, each by what is said before its own `to`."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from ghostly.engine.page import Option


def harbour(save="Save changes", rows=False):
    built = Builder()
    built.text("Harbour settings", role="heading")
    built.into("form")
    built.field("Duty phone", value="600", selector="#phone")
    built.field("Survey day", type="date", value="2026-01-02", selector="#day")
    options = tuple(Option(each, each, each == "Deep Water Pool") for each in ("Deep Water Pool", "Old Quay Basin"))
    built.add("control", "combobox", "Default berth", label="Default berth", options=options, selector="#berth")
    form = built.holder
    built.into("group", "Tide table", parent=form)
    for weeks in ("2 weeks", "4 weeks"):
        built.add("control", "radio", weeks, tag="input", type="radio", label=weeks, selector=f"#t{weeks[0]}")
    built.holder = form
    built.button(save, selector="#save")
    built.out()
    return built.page()


PHONE, BERTH = ("fill", "#phone", "611"), ("selectOption", "#berth", "Old Quay Basin")


@pytest.mark.parametrize(
    ("goal", "set_to"),
    [
        ("Change the duty phone to 611 and the default berth to Old Quay Basin", [PHONE, BERTH]),
        ("Change the default berth to Old Quay Basin, the duty phone to 611", [BERTH, PHONE]),
        ("Update the phone to 611 and the survey day to 15 May 2026", [PHONE, ("fill", "#day", "2026-05-15")]),
        ("Cambia el duty phone a 611 y el default berth a Old Quay Basin", [PHONE, BERTH]),
    ],
)
def test_each_field_is_set_to_its_own_value(goal, set_to):
    assert steps(plan(harbour(), goal))[:2] == set_to


@pytest.mark.parametrize(
    "goal",
    [
        "Change the duty phone to 611 and the night rate to 40",
        "Change the duty phone of Ada to 611 and the default berth to Old Quay Basin",
        "Change the duty phone to 611 and the duty phone to 612",
    ],
)
def test_nothing_is_set_where_words_are_left_over(goal):
    assert ("fill", "#phone", "611") not in steps(plan(harbour(), goal))


def test_a_form_that_makes_something_new_is_not_changed():
    goal = "Change the duty phone to 611 and the default berth to Old Quay Basin"

    assert PHONE not in steps(plan(harbour(save="Add harbour"), goal))


@pytest.mark.parametrize(
    ("check", "met"), [("the phone is 600", True), ("the phone should be 611", None), ("the day is 600", None)]
)
def test_a_part_of_a_name_calls_the_field_that_holds_just_what_is_told(check, met):
    part = read_goal(f"Check that {check}").parts[0]
    found = answer(part, harbour())

    assert (found.met if found else None) is met

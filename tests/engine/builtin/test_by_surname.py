"""Forms that call people by their surname first or ask for both names, and values that belong to one field alone."""

import pytest
from engine.builtin.test_planner import Builder, plan, typed

from ghostly.engine.page import Option


def visit(*people):
    built = Builder()
    built.text("New visit", role="heading")
    built.into("form")
    built.select("Owner", "Choose an owner", *people)
    built.select("Vet", "Dr Ida Moss", "Dr Lee Park")
    built.field("Comment (optional)")
    built.button("Save visit")
    return built.page()


def person():
    built = Builder()
    built.text("New member", role="heading")
    built.into("form")
    for name, kind in (("First name", "text"), ("Last name", "text"), ("Date of birth", "date"), ("E-mail", "email")):
        built.field(name, type=kind)
    built.button("Save member")
    return built.page()


def chosen(page, goal):
    return {p.target.name: p.step.value for p in plan(page, goal).steps if p.step.action == "selectOption"}


@pytest.mark.parametrize(
    ("goal", "owner"),
    [
        ("Book a visit for Ada Ray with Dr Lee Park", "Ray, Ada"),
        ("Create a visit: owner Bo Ray, vet Dr Lee Park", "Ray, Bo"),
        ("Add a visit for Eva Sanz Gil with Dr Lee Park", "Sanz Gil, Eva"),
        ('Add a visit for "Ada Ray" with Dr Lee Park', "Ray, Ada"),
        ("Crea una visita para Eva Sanz Gil con Dr Lee Park", "Sanz Gil, Eva"),
    ],
)
def test_who_is_listed_by_the_surname_is_chosen_by_the_whole_name(goal, owner):
    page = visit("Ray, Ada", "Ray, Bo", "Sanz Gil, Eva")

    assert chosen(page, goal) == {"Owner": owner, "Vet": "Dr Lee Park"}


@pytest.mark.parametrize("listed", ["Ray-Moss, Ada", "Rayner, Ada", "Ray, Adam", "Ada, Ray and Sons"])
def test_nobody_else_is_chosen_and_no_remark_takes_the_name(listed):
    draft = plan(visit(listed, "Ray, Bo"), "Create a visit for Ada Ray with Dr Lee Park")

    assert draft.steps == ()
    assert "Ada" in draft.unsure


@pytest.mark.parametrize(
    "goal",
    ["Enter Ada Ray, born 4 June 1990, ada@x.test", "Introduce Ada Ray, ada@x.test, fecha 4 June 1990"],
)
def test_a_full_name_is_parted_where_a_form_asks_for_both(goal):
    assert typed(person(), goal) == {
        "First name": "Ada",
        "Last name": "Ray",
        "Date of birth": "1990-06-04",
        "E-mail": "ada@x.test",
    }


@pytest.mark.parametrize(
    "goal",
    ["Set reminders to 24 hours before", "Change reminders to 24 hours before", "Pon reminders a 24 hours before"],
)
def test_what_an_option_says_goes_into_no_other_field(goal):
    built = Builder()
    built.text("Settings", role="heading")
    built.into("form")
    hours = tuple(Option(each, f"{each} hours before") for each in ("24", "48"))
    built.add("control", "combobox", "Send reminders", label="Send reminders", options=hours)
    built.field("Out-of-hours message", value="Ring 112")
    built.button("Save settings")
    page = built.page()

    assert chosen(page, goal) == {"Send reminders": "24 hours before"}
    assert typed(page, goal) == {}


@pytest.mark.parametrize("verb", ["Restore", "Archive", "Approve", "Reactivate"])
@pytest.mark.parametrize(
    ("name", "is_there"), [("Petra Novak", True), ("Peter Novak", False), ("Patrick Novak", False)]
)
def test_nothing_is_done_to_a_namesake(verb, name, is_there):
    built = Builder()
    built.text("People", role="heading")
    for listed in ("Novak, Petra", "Moss, Ida"):
        built.out()
        built.into("row")
        built.link(listed)
        built.button(verb)
    built.out()

    assert bool(plan(built.page(), f"{verb} {name}").steps) is is_there

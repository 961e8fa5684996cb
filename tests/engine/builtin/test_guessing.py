"""What is followed by its meaning alone: ways only, where nothing says it, and checked afterwards."""

import pytest

from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Situation

from .test_planner import Builder


class FakeMeaning:
    """Knows how near the names of a page are to whatever it is asked about; others are far."""

    def __init__(self, **near):
        self.near = {name.replace("_", " "): likeness for name, likeness in near.items()}
        self.asked = []

    def likeness(self, text, others):
        self.asked.append(text)
        return tuple(self.near.get(other, 0.0) for other in others)


def planned(meaning, goal, *links, buttons=()):
    builder = Builder()
    for name in links:
        builder.link(name)
    for name in buttons:
        builder.button(name)
    page = builder.page()
    draft = BuiltinPlanner(meaning).plan(Situation(goal, "http://app.test/", page, page, (), 6))
    return [step for step in draft.steps if not step.explores]


CHECKED = "Open the staff and check that Ana is listed"


def test_the_nearest_way_is_followed_and_its_words_are_used_because_a_check_follows():
    [step] = planned(FakeMeaning(Employees=0.8, Payroll=0.4), CHECKED, "Employees", "Payroll")

    assert (step.step.action, step.target.name, step.ends_part, step.commits) == ("click", "Employees", True, False)
    assert step.why == 'nothing says "Open the staff"; "Employees" is the nearest in meaning (0.80)'
    assert 2 in step.uses


def test_without_a_check_the_words_stay_unused():
    [step] = planned(FakeMeaning(Employees=0.8), "Open the staff", "Employees", "Payroll")

    assert 2 not in step.uses


@pytest.mark.parametrize(
    ("meaning", "links", "buttons"),
    [
        (FakeMeaning(Employees=0.5), ("Employees",), ()),
        (FakeMeaning(Employees=0.8, Members=0.7), ("Employees", "Members"), ()),
        (FakeMeaning(Save_draft=0.9), ("Save draft",), ()),
        (FakeMeaning(Delete_account=0.9), ("Delete account", "Employees"), ()),
        (FakeMeaning(Send=0.9), ("Send", "Employees"), ()),
        (FakeMeaning(Pay_now=0.9), ("Pay now", "Employees"), ()),
        (FakeMeaning(Sign_out=0.9), ("Sign out", "Employees"), ()),
        (FakeMeaning(Cerrar_sesión=0.9), ("Cerrar sesión", "Employees"), ()),
        (FakeMeaning(Employees=0.9), (), ("Employees",)),
    ],
    ids=["too far", "two as near", "saves", "deletes", "sends", "pays", "leaves", "leaves, spanish", "a button"],
)
def test_it_abstains(meaning, links, buttons):
    assert planned(meaning, CHECKED, *links, buttons=buttons) == []


@pytest.mark.parametrize(
    ("goal", "links"),
    [
        (CHECKED, ("Staff", "Employees")),
        ("Open ORD-7 and check that Ana is listed", ("Employees",)),
        ("Open Northwind and check that Ana is listed", ("Employees",)),
        ("Delete the staff", ("Employees",)),
        ("Check that the staff is listed", ("Employees",)),
    ],
    ids=["something says it", "a value", "a name", "a change", "a check"],
)
def test_it_is_not_even_asked(goal, links):
    meaning = FakeMeaning(Employees=0.9)
    planned(meaning, goal, *links)

    assert meaning.asked == []

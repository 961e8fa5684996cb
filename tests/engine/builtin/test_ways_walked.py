"""Pages of a list and tabs take little of what a search may walk, and nothing leads it back to where it was."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.planning import Tried

PLACES = ("Boats", "Trips", "Bills", "Setup")
TABS = ("Open (3)", "Done (2)", "Late (1)", "All")
ONWARD = "Next \u203a"


def place(name, number=1, tab=""):
    built = Builder()
    built.into("navigation")
    for each in PLACES:
        built.link(each)
        built.nodes[-1] = replace(built.nodes[-1], href=f"#/{each.lower()}")
    built.out()
    built.text(name, role="heading")
    if name == "Boats":
        for each in "ab":
            built.into("row")
            built.link(f"Boat {number}{each}")
            built.out()
        built.button(ONWARD, selector="#next", disabled=number == 3)
    if name == "Trips":
        for each in TABS:
            built.add("control", "tab", each, states={"selected": str(each == (tab or TABS[0])).lower()})
    if name == "Setup":
        built.add("control", "checkbox", "Send weather warnings", tag="input", type="checkbox", checked=False)
    return replace(built.page(), url=f"http://app.test/#/{name.lower()}")


def walked(goal):
    past, names, now, number, tab = (), [], "Boats", 1, ""
    for _ in range(12):
        page = place(now, number, tab)
        drafted = plan(page, goal, *past)
        if not drafted.steps or not drafted.steps[0].explores:
            return names, drafted
        step = drafted.steps[0]
        past += (Tried(step, True, before=page),)
        name = step.target.name
        names.append(name)
        if name == ONWARD:
            number += 1
        elif name in PLACES:
            now, number, tab = name, 1, ""
        else:
            tab = name
    raise AssertionError(names)


@pytest.mark.parametrize(
    "goal",
    [
        "Switch on the weather warnings",
        "Activate the weather warnings and check that they are on",
        "Turn on weather warnings",
        "Tick the weather warnings",
        "Activa los weather warnings",
    ],
)
def test_a_search_comes_to_the_last_place_of_an_application(goal):
    names, drafted = walked(goal)

    assert names == [ONWARD, ONWARD, "Trips", "Done (2)", "Late (1)", "All", "Bills", "Setup"]
    assert [step.target.name for step in drafted.steps] == ["Send weather warnings"]


def test_what_is_nowhere_is_not_looked_for_twice_in_one_place():
    names, drafted = walked("Switch on the radar echoes")

    assert drafted.unsure
    assert names.count("Boats") == names.count("Open (3)") == 0

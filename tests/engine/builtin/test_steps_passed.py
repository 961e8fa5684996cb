"""Forms of several pages: what is not wanted stays unticked, and what a page showed that was passed."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

BOXES = ("Parking", "Email updates", "Start with a 14-day trial")


def room(*ticked):
    built = Builder()
    built.text("New room", role="heading")
    built.into("form")
    built.field("Name")
    for name in BOXES:
        of = {"label": name, "tag": "input", "type": "checkbox", "selector": f"#{name.split()[0].lower()}"}
        built.add("control", "checkbox", name, checked=name in ticked, **of)
    built.button("Create room", type="submit")
    return built.page()


@pytest.mark.parametrize(
    ("told", "ticks", "unticks"),
    [
        ("no parking", [], ["#parking"]),
        ("no email updates and with parking", ["#parking"], ["#email"]),
        ("with parking and no trial", ["#parking"], ["#start"]),
        ("not by email", [], ["#email"]),
        ("no trial, parking", ["#parking"], ["#start"]),
    ],
)
def test_what_is_not_wanted_is_not_ticked(told, ticks, unticks):
    goal = f"Create a room: name Oslo, {told}"

    def turned(page, action):
        return [selector for done, selector, _ in steps(plan(page, goal)) if done == action]

    assert (turned(room(), "check"), turned(room(), "uncheck")) == (ticks, [])
    assert turned(room(*BOXES), "uncheck") == unticks


def page(heading, *texts):
    built = Builder()
    built.text(heading, role="heading")
    for text in texts:
        built.text(text)
    built.field("Name", selector="#name")
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("The review step should show a total of €90.00", True),
        ("The review step should show a total of €95.00", False),
        ("On the review page the total should be €90.00", True),
        ("The name step should show a total of €90.00", False),
        ("El paso de review debe mostrar €90.00", True),
    ],
)
def test_a_page_that_was_passed_is_looked_at_as_it_was(check, met):
    goal = f"Create a room called Oslo. {check}"
    begun, review, done = page("Step 1: Name"), page("Step 2: Review", "Total: €90.00"), page("Rooms", "Oslo", "€95.00")
    words = frozenset(t.number for t in read_goal(goal).tokens[:5])
    past = (
        Tried(Planned(Step("fill", selector="#name", value="Oslo"), uses=words), True, before=begun),
        Tried(Planned(Step("click", selector="#next"), uses=words, ends_part=True), True, before=begun),
        Tried(Planned(Step("click", selector="#create"), part=1, commits=True, ends_part=True), True, before=review),
    )

    assert (examined(goal, begun, done, *past).met is True) is met

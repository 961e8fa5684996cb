"""Forms of several pages: what is not wanted stays unticked, and what a page showed that was passed."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

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

"""What a page that asks to sign in mentions does not show what is behind it."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def door():
    built = Builder()
    built.text("Harbour office")
    built.text("Berths and boats in good hands")
    built.field("User", selector="#user")
    built.field("Password", type="password", selector="#word")
    built.button("Sign in", selector="#in")
    return built.page()


def inside():
    built = Builder()
    built.button("Sign out", selector="#out")
    built.text("Berths", role="heading")
    for berth in ("A1", "A2"):
        built.out()
        built.into("row")
        built.text(berth, role="cell")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("I should still see the berths", None),
        ("the berths are still shown", None),
        ("todavía se ven los berths", None),
        ("I should see the sign in form", True),
        ('it says "Harbour office"', True),
        ("it should show Berths and boats in good hands", True),
    ],
)
def test_a_slogan_on_the_way_in_does_not_show_what_is_behind_it(check, met):
    goal = f"Sign in as ada / s3cret, then sign out. Check that {check}"
    steps = [
        (door(), Planned(Step("fill", selector="#user", value="ada"), part=0)),
        (door(), Planned(Step("fill", selector="#word", value="s3cret"), part=0)),
        (door(), Planned(Step("click", selector="#in"), uses=frozenset(range(5)), part=0, commits=True)),
        (inside(), Planned(Step("click", selector="#out"), uses=frozenset(range(5, 9)), part=1, ends_part=True)),
    ]
    past = tuple(Tried(planned, True, before=page) for page, planned in steps)
    situation = Situation(goal, "http://app.test/", door(), door(), past)

    assert BuiltinExaminer().examine(situation, None, ()).met is met

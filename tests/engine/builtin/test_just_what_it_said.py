"""What an entry says just as it did before proves no deed, and is not changed by one either."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def table(*rows):
    built = Builder()
    built.text("Lessons", role="heading")
    for cells in rows:
        built.out()
        built.into("row")
        for column, text in enumerate(cells):
            built.add("text", "cell", text=text, box=(100 * column, 30, 90, 20))
        built.add("control", "link", "Open", selector=f"#open-{cells[0]}")
    built.out()
    return built.page()


def inside():
    built = Builder()
    built.text("Ada Moss", role="heading")
    built.text("Booked")
    built.button("Call it off", selector="#off")
    return replace(built.page(), url="http://app.test/lessons/1")


def called_off(check, state):
    goal = f"Cancel the lesson of Ada Moss. {check}"
    before, now = (table(("Ada Moss", said), ("Bo Ray", "Booked")) for said in ("Booked", state))
    opened = Planned(Step("click", selector="#open-Ada Moss"), uses=frozenset(range(9)), part=0, explores=True)
    press = Planned(
        Step("click", selector="#off"), uses=frozenset(range(9)), part=0, ends_part=True,
        target=Target("button", "Call it off", "#off"),
    )  # fmt: skip
    back = Planned(Step("click", selector="#back"), part=1, explores=True)
    past = (Tried(opened, True, before=before), Tried(press, True, before=inside()), Tried(back, True, before=inside()))
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, past), now, ()).met


@pytest.mark.parametrize(
    "check",
    ["Her lesson is still Booked.", "Check that Ada Moss is still listed.", "Su clase sigue figurando como Booked."],
)
def test_what_was_called_off_and_is_listed_just_as_before_was_not(check):
    assert called_off(check, "Booked") is not True


@pytest.mark.parametrize("check", ["It appears as Cancelled.", "The list says Cancelled for Ada Moss."])
def test_what_was_called_off_may_be_listed_as_that(check):
    assert called_off(check, "Cancelled") is True
    assert called_off(check, "Booked") is not True


def lent(*after):
    goal = "Lend the Yawl to Bo Ray until 30 June 2026"
    before = table(("V-1", "Skiff", "Free"), ("C-2", "Gig", "Ada Moss", "30/06/2026"), ("K-3", "Yawl", "Free"))
    form = Builder()
    form.field("Until", selector="#until")
    form.button("Lend", selector="#lend")
    steps = (
        (Planned(Step("click", selector="#open-K-3"), uses=frozenset(range(20)), part=0), before),
        (Planned(Step("fill", selector="#until", value="2026-06-30"), uses=frozenset(range(20)), part=0), form.page()),
        (Planned(Step("click", selector="#lend"), part=0, commits=True, ends_part=True), form.page()),
    )
    past = tuple(Tried(planned, True, before=page) for planned, page in steps)
    now = table(*after)
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, past), now, ()).met


def test_a_neighbour_that_says_what_it_said_before_was_not_changed_instead():
    skiff, gig = ("V-1", "Skiff", "Free"), ("C-2", "Gig", "Ada Moss", "30/06/2026")

    assert lent(skiff, gig, ("K-3", "Yawl", "Bo Ray", "30/06/2026")) is True
    assert lent(("V-1", "Skiff", "Bo Ray", "30/06/2026"), gig, ("K-3", "Yawl", "Free")) is not True
    assert lent(skiff, ("C-2", "Gig", "Bo Ray", "30/06/2026"), ("K-3", "Yawl", "Free")) is not True

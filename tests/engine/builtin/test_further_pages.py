"""What a check says of a new or changed entry is read where that is listed, though it may be on a further page."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

FIRST, SECOND = "http://app.test/stalls", "http://app.test/stalls?p=2"
OLD = (("Blue Kettle", "Open"), ("Old Press", "Closed"))
TYPED = ("Copper Pan", "555 100", "pan@x.test", "High Lane 4", "Ely")


def stalls(*rows, url=FIRST, notice=""):
    built = Builder()
    if notice:
        built.text(notice, role="status")
    built.text("Stalls", role="heading")
    for row in rows:
        built.into("row", tag="tr")
        for text in row:
            built.text(text, role="cell")
        built.out()
    built.link("Next →" if url == FIRST else "← Previous")
    return replace(built.page(), url=url)


def form():
    built = Builder()
    built.into("form", tag="form")
    for name in ("Name", "Phone", "Email", "Street", "Town"):
        built.field(name)
    built.button("Save")
    return replace(built.page(), url="http://app.test/stalls/new")


def made(goal):
    """A run that has filled in a longer form, and the list that it has come back to."""
    filled = (Planned(Step("fill", selector=f"#n{n}", value=v)) for n, v in enumerate(TYPED, 1))
    saved = Planned(Step("click", selector="#save"), commits=True, ends_part=True, target=Target("button", "Save", "#"))
    opened = Planned(Step("click", selector="#new"), uses=frozenset(range(6)), explores=True)
    past = (Tried(opened, True, before=stalls(*OLD)), *(Tried(p, True, before=form()) for p in (*filled, saved)))
    now = stalls(*OLD, notice="Copper Pan was saved.")
    return Situation(goal, FIRST, now, past[0].before, past, 6)


@pytest.mark.parametrize(
    "check",
    [
        "It should appear in the list as Open.",
        "Must appear in the list as Open.",
        "Debe aparecer en el listado como Open.",
        "Debe figurar como Open en la lista.",
        "En la lista debe salir como Open.",
    ],
)
def test_a_new_entry_is_looked_for_on_the_next_page_and_read_there(check):
    situation = made(f"Add a stall called Copper Pan. {check}")
    [turned] = BuiltinPlanner().plan(situation).steps
    assert (turned.target.name, turned.explores) == ("Next →", True)

    past = (*situation.past, Tried(turned, True, before=situation.page))
    for state, met in (("Open", True), ("Closed", False)):
        there = stalls(("Red Barrow", "Open"), (*TYPED, state), url=SECOND)
        assert BuiltinExaminer().examine(replace(situation, page=there, past=past), there, ()).met is met


def called_off(check, *again):
    before = stalls(("Red Barrow", "Open"), ("Copper Pan", "Open"), url=SECOND)
    target = Target("button", "Cancel", "#cancel")
    inside = Builder()
    inside.text("Copper Pan", role="heading")
    inside.add("control", "button", "Cancel", selector="#cancel")
    steps = (
        (Planned(Step("click", selector="#next"), explores=True), stalls(*OLD)),
        (Planned(Step("click", selector="#pan"), uses=frozenset(range(6)), explores=True), before),
        (
            Planned(
                Step("click", selector="#cancel"), uses=frozenset(range(6)), commits=True, ends_part=True, target=target
            ),
            replace(inside.page(), url="http://app.test/stalls/9"),
        ),
    )
    now = stalls(*OLD, notice="Copper Pan is cancelled.")
    past = tuple(Tried(planned, True, before=page) for planned, page in steps)
    goal = f"Cancel the stall Copper Pan; {check}"
    situation = Situation(goal, FIRST, now, past[0].before, past)
    assert SECOND in BuiltinExaminer().pages_left(situation)
    there = stalls(("Red Barrow", "Open"), *again, url=SECOND)
    return BuiltinExaminer().examine(replace(situation, revisited=(there,)), now, ())


@pytest.mark.parametrize(
    "check", ["in the list it must appear as Cancelled", "en la lista debe figurar como Cancelled"]
)
def test_what_was_called_off_is_read_on_the_page_that_listed_it(check):
    assert called_off(check, ("Copper Pan", "Cancelled")).met is True
    assert called_off(check, ("Copper Pan", "Open")).met is not True
    assert called_off(check, ("Copper Pan", "Open"), ("Tin Can", "Cancelled")).met is not True
    assert called_off(check).met is not True

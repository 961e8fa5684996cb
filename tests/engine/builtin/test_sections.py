"""What stands under a heading, in which state a control is, and why something is refused."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan
from engine.builtin.test_tallies import met

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation, Tried


def shelves(spare, taken):
    """A page with two lists, each under a heading of its own."""
    b = Builder()
    b.text("Shelves", role="heading")
    for head, codes in (("Spare", spare), ("Taken", taken)):
        b.out()
        b.text(head, role="heading")
        listed = b.add("holder", "list")
        for code in codes:
            b.holder = listed
            b.into("listitem")
            b.text(code)
    return replace(b.page(), url="http://app.test/boats")


@pytest.mark.parametrize(
    "check",
    [
        "S-7 is listed under Taken",
        "S-7 is in the Taken section",
        "in the Taken list there is S-7",
        "the Taken section contains S-7",
        "S-7 aparece en la sección Taken",
        "en Taken está S-7",
    ],
)
def test_what_is_said_to_stand_under_a_heading_is_looked_for_there(check):
    assert met(check, shelves(["S-8"], ["S-7", "S-9"])) is True
    assert met(check, shelves([], ["S-7"])) is True
    assert met(check, shelves(["S-7", "S-8"], ["S-9"])) is not True
    assert met(check, shelves(["S-7"], [])) is not True


def form(alerts=True, send=True, code=True):
    b = Builder()
    b.text("Boats", role="heading")
    b.into("form")
    b.add("control", "checkbox", "Alerts", label="Alerts", checked=alerts, selector="#alerts")
    b.add("control", "textbox", "Code", label="Code", type="text", value="X1", disabled=not code, selector="#code")
    b.add("control", "button", "Send", tag="button", disabled=not send, selector="#send")
    return replace(b.page(), url="http://app.test/boats")


@pytest.mark.parametrize(
    ("check", "so", "otherwise"),
    [
        ("the Send button is greyed out", form(send=False), form()),
        ("the Send button is inactive", form(send=False), form()),
        ("el botón Send sale en gris", form(send=False), form()),
        ("Send is active", form(), form(send=False)),
        ("the Code field is not editable", form(code=False), form()),
        ("the Code field is read-only", form(code=False), form()),
        ("Alerts is already ticked", form(), form(alerts=False)),
        ("la casilla de Alerts aparece marcada", form(), form(alerts=False)),
        ("Alerts is enabled by default", form(), form(alerts=False)),
    ],
)
def test_a_control_is_in_the_state_that_is_told(check, so, otherwise):
    assert met(check, so) is True
    assert met(check, otherwise) is not True


@pytest.mark.parametrize("check", ["the Code field is not searchable", "the Code field is not encrypted"])
def test_what_nobody_can_see_of_a_field_is_not_denied_by_what_it_holds(check):
    assert met(check, form()) is None


@pytest.mark.parametrize(("held", "is_so"), [("X2", True), ("X22", False), ("X", False), ("X1", False)])
def test_that_a_field_no_longer_holds_the_old_value_is_no_proof_of_the_new_one(held, is_so):
    def shown(value):
        return replace(form(), nodes=tuple(replace(n, value=value) if n.role == "textbox" else n for n in form().nodes))

    goal = "Set the Code to X2, press Send and check that the code is no longer X1"
    first, past = form(), ()
    for page in (first, first.holding("#code", ("X2",))):
        past += tuple(Tried(step, True, before=page) for step in plan(page, goal, *past).steps[:1])
    situation = Situation(goal, first.url, shown(held), first, past)

    assert (BuiltinExaminer().examine(situation, shown(held), ()).met is True) is is_so

"""What is said to be so after a reload is read on the page that was loaded again, as is what was sent at once."""

from dataclasses import replace

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Situation
from ghostly.engine.ports import Trouble

SENT = (Trouble("written", "PUT /buoys/4 answered 200", "PUT", "/buoys/4", 200, 0),)


def buoy(on, told="", note="", form=False):
    built = Builder()
    built.text("Buoy B-4", role="heading")
    built.text("Lamp")
    built.text(told or ("Armed" if on else "Not armed"))
    if form:
        built.into("form")
    built.add("control", "switch", "Night alarm", tag="input", selector="#alarm", checked=on)
    if form:
        built.button("Save")
        built.out()
    if note:
        built.into("status")
        built.text(note)
    return built.page()


def found(goal, *, first=False, now, again, troubles=SENT, form=False):
    action = "uncheck" if first else "check"
    before = buoy(first, form=form)
    situation = Situation(goal, before.url, now, before, (tried(action, "#alarm", before, 0),))
    return BuiltinExaminer().examine(situation, again, troubles)


CHECKS = [
    "After a page refresh it should still be shown as armed.",
    "After a refresh it should be shown as armed.",
    "It must still say Armed.",
    "It should be shown as armed.",
    "The lamp should remain Armed.",
    "The message that it is armed should appear.",
    "Tras recargar la página debe seguir apareciendo como Armed.",
    "Al refrescar sigue saliendo Armed.",
]


@pytest.mark.parametrize("check", CHECKS)
def test_a_state_that_a_reload_takes_back_is_no_success(check):
    goal = f"Turn on the night alarm. {check}"

    lost = found(goal, now=buoy(True, note="It is armed"), again=buoy(False))

    assert lost.met is not True
    assert "after a reload" not in " ".join(fact.text for fact in lost.evidence if fact.supports)


@pytest.mark.parametrize("check", CHECKS)
def test_a_state_that_is_kept_is_one(check):
    goal = f"Turn on the night alarm. {check}"

    assert found(goal, now=buoy(True, note="It is armed"), again=buoy(True)).met is True


@pytest.mark.parametrize(
    "check",
    [
        "After a page refresh it should be shown as not armed.",
        'When I reload the page, "Not armed" should still be shown.',
        "After a refresh it should no longer be armed.",
    ],
)
def test_what_was_turned_off_has_to_stay_off(check):
    goal = f"Turn off the night alarm. {check}"

    assert found(goal, first=True, now=buoy(False), again=buoy(True)).met is not True
    assert found(goal, first=True, now=buoy(False), again=buoy(False)).met is True


@pytest.mark.parametrize(
    ("goal", "wanted"),
    [
        ("Turn on the night alarm and check that it is armed after a reload", True),
        ("Activa la alarma y comprueba que sigue Armed tras recargar la página", True),
        ("Turn on the night alarm and check that it is armed", False),
    ],
)
def test_a_page_is_loaded_again_where_a_check_says_so(goal, wanted):
    assert BuiltinExaminer().wants_reload(goal) is wanted


@pytest.mark.parametrize("goal", ["Turn on the night alarm", "Turn on the night alarm and check that it says Calm"])
def test_a_box_that_was_sent_at_once_has_to_hold(goal):
    now, kept, lost = (buoy(on, told="Calm") for on in (True, True, False))

    assert found(goal, now=now, again=kept).met is True
    fallen = found(goal, now=now, again=lost)
    assert (fallen.met, fallen.app_bug) == (False, True)


def test_a_box_of_a_form_is_kept_by_the_button_of_that():
    goal = "Turn on the night alarm and check that it says Calm"
    now, lost = buoy(True, told="Calm", form=True), buoy(False, told="Calm", form=True)

    assert found(goal, now=now, again=lost, form=True).met is True


def test_a_box_that_nobody_sent_is_lost_by_nobody():
    goal = "Turn on the night alarm and check that it says Calm"
    told = (replace(SENT[0], step_index=7),)

    assert found(goal, now=buoy(True, told="Calm"), again=buoy(False, told="Calm"), troubles=told).met is True


def chores(*done):
    built = Builder()
    for name in ("Sweep", "Rinse"):
        if name in done:
            continue
        built.out()
        built.into("listitem")
        built.text(name)
        built.add("control", "checkbox", "Done", tag="input", selector="li:nth-child(1) input", checked=False)
    built.out()
    built.text("1 left" if done else "2 left")
    return built.page()


def test_a_box_of_another_entry_in_its_place_says_nothing():
    before, now = chores(), chores("Sweep")
    goal = "Tick Sweep and check that 1 left is shown"
    situation = Situation(goal, before.url, now, before, (tried("check", "li:nth-child(1) input", before, 0),))

    assert BuiltinExaminer().examine(situation, now, SENT).met is True


def test_a_name_that_begins_with_the_kind_of_a_thing_is_no_name_of_such_a_thing():
    built = Builder()
    built.text("Buoy B-4", role="heading")
    built.text("Armed")
    built.into("row")
    built.text("No visits", role="cell")
    page = built.page()
    goal = "Turn on the Buoy Light Order and check that the buoy is armed"

    situation = Situation(goal, page.url, page, buoy(False), (tried("check", "#alarm", buoy(False), 0),))

    assert BuiltinExaminer().examine(situation, page, ()).met is True

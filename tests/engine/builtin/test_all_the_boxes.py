"""That no box of a page is ticked, or every one is, and that a box which is not there proves nothing."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer


def alerts(*ticked, others=()):
    built = Builder()
    built.text("Alerts", role="heading")
    for number, is_on in enumerate(ticked):
        built.add("control", "checkbox", f"Alert {number}", tag="input", type="checkbox", checked=is_on)
    if others:
        built.text("Sounds", role="heading")
    for number, is_on in enumerate(others):
        built.add("control", "checkbox", f"Bell {number}", tag="input", type="checkbox", checked=is_on)
    return built.page()


def met(check, page):
    [part] = [p for p in read_goal(check).parts if p.verb == "expect"]
    found = answer(part, page)
    return found.met if found else None


@pytest.mark.parametrize(
    "check",
    [
        "Check that not a single alert is switched on",
        "Verify that no box is ticked",
        "Check that none of the alerts is on",
        "Check that every alert is off",
        "Comprueba que ninguna casilla está marcada",
        "Comprueba que ni una sola casilla está marcada",
    ],
)
def test_none_is_ticked_only_where_all_of_them_are_clear(check):
    assert met(check, alerts(False, False)) is True
    assert met(check, alerts(False, True)) is False


def test_all_are_ticked_only_where_none_is_clear():
    assert met("Check that all boxes are ticked", alerts(True, True)) is True
    assert met("Check that all boxes are ticked", alerts(True, False)) is False


def test_a_box_under_another_heading_may_be_of_another_kind():
    assert met("Check that no alert is on", alerts(False, others=[True])) is None
    assert met("Check that no alert is on", alerts(False, others=[False])) is True


@pytest.mark.parametrize("check", ["Check that the newsletter box is not ticked", "Check that no siren is on"])
def test_what_is_not_on_the_page_is_not_known_to_be_off(check):
    assert met(check, alerts(False, False)) is None

"""What is pressed in an entry is judged by that entry: by what it says now, and after a reload."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

PRESS = "Take back the Sander"


def loans(sander="Late", drill="Lent"):
    """A table of loans under a button that is called like a state."""
    built = Builder()
    built.button("Returned")
    for tool, state in (("Drill", drill), ("Sander", sander)):
        built.holder = -1
        built.into("row")
        built.text(f"{tool} of the workshop", role="cell")
        built.text(state, role="cell")
        built.add("control", "button", "Take back", selector=f"#back-{tool}")
    built.out()
    return built


def judged(goal, now, again):
    before = loans().page()
    pressed = Planned(Step("click", selector="#back-Sander"), uses=frozenset(range(9)), ends_part=True)
    past = (Tried(pressed, True, before=before),)
    situation = Situation(goal, "http://app.test/", now.page(), before, past)
    return BuiltinExaminer().examine(situation, again.page() if again else None, ())


@pytest.mark.parametrize(
    ("check", "sander", "met"),
    [
        ("its row says Returned", "Returned", True),
        ("its row says Returned", "Late", False),
        ("its row says Late", "Returned", False),
        ("the row shows Lent", "Returned", False),
    ],
)
def test_what_its_row_says_is_looked_for_in_no_other_place(check, sander, met):
    page = loans(sander)

    assert judged(f"{PRESS} and check that {check}", page, page).met is met


def test_an_entry_that_is_as_it_was_after_a_reload_has_not_been_changed():
    finding = judged(PRESS, loans("Returned"), loans("Late"))

    assert (finding.met, finding.app_bug) == (False, True)


def test_a_message_beside_an_entry_that_is_as_it_was_proves_nothing():
    now = loans("Late")
    now.text("Sander is back.", role="status")

    assert judged(PRESS, now, loans("Late")).met is None
    assert judged(PRESS, loans("Returned"), loans("Returned")).met is True

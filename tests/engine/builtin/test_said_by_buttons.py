"""A button says what may be done to a thing, and nothing of how that thing is."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.claims import Claims
from ghostly.engine.builtin.evidence import only_offered, without_acts
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def boats(damage="", offers=("Note damage", "Moor elsewhere")):
    built = Builder()
    built.text("Boats", role="heading")
    for name in ("Heron", "Petrel"):
        built.out()
        built.into("article")
        built.text(name)
        if name == "Heron" and damage:
            built.text(f"Damage: {damage}")
            built.button("Mend damage", selector="#mend")
        else:
            built.button(offers[0], selector=f"#note-{name}")
        built.button(offers[1], selector=f"#moor-{name}")
    built.out()
    return built.page()


def mended(check, after):
    goal = f"Mend the damage of Heron. {check}"
    press = Planned(
        Step("click", selector="#mend"), uses=frozenset(range(9)), part=0, ends_part=True,
        target=Target("button", "Mend damage", "#mend"),
    )  # fmt: skip
    before = boats("Torn sail")
    situation = Situation(goal, "http://app.test/", after, before, (Tried(press, True, before=before),))
    return BuiltinExaminer().examine(situation, after, ())


@pytest.mark.parametrize(
    "check",
    [
        "Check that no damage is shown on it any more.",
        "The damage must be gone.",
        "Check that there is no damage left.",
        "Comprueba que ya no sale ninguna damage.",
    ],
)
def test_what_a_button_would_report_is_not_there(check):
    assert mended(check, boats()).met is True
    assert mended(check, boats("Torn sail")).met is not True


def asked(check):
    return read_goal(f"Check that {check}").parts[0].words


@pytest.mark.parametrize("check", ["the damage is shown", "the damage appears on Heron", "it is moored elsewhere"])
def test_nothing_is_shown_that_only_a_button_names(check):
    assert only_offered(boats(), "Note damage", asked(check))


@pytest.mark.parametrize(
    "check",
    ["damage can be repaired", "there is a button for damage", "Note damage is shown", "it is possible to note damage"],
)
def test_a_check_about_what_may_be_done_is_about_the_buttons(check):
    assert not only_offered(boats(), "Note damage", asked(check))
    assert without_acts(boats(), asked(check)).words_of(boats().nodes[1]).count("damage") == 1


def test_that_a_thing_can_be_seen_is_no_act():
    assert only_offered(boats(), "Note damage", asked("the damage can be seen"))


def test_what_an_entry_begins_with_is_its_name_and_what_tells_a_number_what_there_is():
    built = Builder()
    built.into("article")
    built.button("Torn sail")
    built.button("3 damages noted")
    page = built.page()

    assert not only_offered(page, "Torn sail", asked("the sail is shown"))
    assert not only_offered(page, "3 damages noted", asked("damages are shown"))


@pytest.mark.parametrize(
    ("check", "fault", "shown"),
    [
        ("the fault is still shown at LIFT-4", "", False),
        ("the fault is still listed for LIFT-4", "", False),
        ("la avería sigue apareciendo en LIFT-4", "", False),
        ("the fault is still shown at LIFT-4", "Fault: door stuck", True),
        ("la avería sigue apareciendo en LIFT-4", "Avería: puerta", True),
        ("LIFT-4 is still shown", "", True),
    ],
)
def test_what_is_still_to_be_seen_is_said_by_more_than_a_button(check, fault, shown):
    def lifts():
        built = Builder()
        for name in ("LIFT-3", "LIFT-4"):
            built.out()
            built.into("row")
            built.text(name, role="cell")
            built.text(fault, role="cell")
            built.button("Fault avería seen", selector=f"#{name[-1]}")
        return built.page()

    page = lifts()
    pressed = Planned(Step("click", selector="#4"), uses=frozenset(range(5)), ends_part=True)
    situation = Situation(
        f"Press Fault avería seen at LIFT-4 and check that {check}",
        "http://app.test/",
        page,
        page,
        (Tried(pressed, True, before=page),),
    )
    case = Claims(situation, None, read_goal(situation.goal))

    assert (case.expected(case.goal.parts[-1]).met is True) is shown

"""What a form of its own changes is read behind its label on the page of the thing; a list that asks holds nothing."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

PROMPT, ROOMS = "Pick a room", ("R1 (1 of 3 taken)", "R2 (0 of 2 taken)", "R3 (2 of 4 taken)")


def patient(room, message="", chosen=PROMPT):
    """The page of a patient, with a form that moves them to another room."""
    built = Builder()
    if message:
        built.text(message, role="status")
    built.text("Ada Moss", role="heading")
    for label, said in (("Ward", "North"), ("Room", room), ("Last visit to", "R2")):
        built.text(label)
        built.text(said)
    built.into("form")
    options = tuple(Option("" if o == PROMPT else o[:2], o, o == chosen) for o in (PROMPT, *ROOMS))
    built.add("control", "combobox", "New room", label="New room", options=options, value=chosen, selector="#room")
    built.add("control", "button", "Transfer", selector="#transfer")
    built.out()
    return replace(built.page(), url="http://app.test/patients/4")


def judged(goal, again, message="Ada Moss is in R2 now."):
    chosen = Planned(Step("selectOption", selector="#room", value=ROOMS[1]), uses=frozenset(range(40)), part=0,
                     target=Target("combobox", "New room", "#room"))  # fmt: skip
    sent = Planned(Step("click", selector="#transfer"), part=1, commits=True, ends_part=True)
    past = (Tried(chosen, True, before=patient("R1")), Tried(sent, True, before=patient("R1", chosen=ROOMS[1])))
    now = patient("R2", message)
    situation = Situation(goal, "http://app.test/patients/4", now, patient("R1"), past)
    return BuiltinExaminer().examine(situation, again, ())


@pytest.mark.parametrize(
    "goal",
    [
        "Move Ada Moss to room R2.",
        "Change the room of Ada Moss to R2.",
        "Mueve a Ada Moss a la habitación R2.",
        "Cambia la habitación de Ada Moss a R2.",
    ],
)
def test_what_a_thing_says_behind_a_label_is_what_was_chosen_in_a_field_of_that_name(goal):
    for message in ("Ada Moss is in R2 now.", "Done."):
        finding = judged(goal, patient("R2"), message)

        assert (finding.met, finding.app_bug) == (True, False), finding


def test_what_says_the_same_as_before_behind_its_label_was_not_changed():
    finding = judged("Move Ada Moss to room R2.", patient("R1"))

    assert finding.met is False
    assert finding.app_bug


def test_a_list_that_asks_again_has_lost_nothing():
    """Where the page does not tell the room, that the list asks for one again says nothing."""
    finding = judged("Move Ada Moss to room R2.", patient("North"), "Done.")

    assert not finding.app_bug
    assert finding.met is not True

"""A state is told by its participle, and brought about by the button that is called by the verb: `Ship` for shipped."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.lexicon import is_done
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


@pytest.mark.parametrize(
    ("participle", "verb", "so"),
    [
        ("shipped", "ship", True),
        ("archived", "archive", True),
        ("verified", "verify", True),
        ("tostada", "tostar", True),
        ("molidos", "moler", True),
        ("shipped", "show", False),
        ("tostada", "tostador", False),
        ("red", "r", False),
        ("bread", "brea", False),
    ],
)
def test_a_participle_says_that_its_verb_was_carried_out(participle, verb, so):
    assert is_done(participle, verb) is so


def batches(*offered, alone="Tostar {}"):
    """A table of batches under tabs, each with the buttons that are named."""
    built = Builder()
    for tab in ("All", "Waiting", "Tostadas"):
        built.add("control", "tab", tab, selector=f"#{tab}")
    for code, farm in (("L-31", "Finca Alta"), ("L-32", "Finca Baja")):
        built.holder = -1
        built.into("row")
        built.text(code, role="cell")
        built.text(farm, role="cell")
        built.text("Waiting", role="cell")
        for said in offered or (alone, "Discard {}"):
            built.button(said.format(code), selector=f"#{said.split()[0]}-{code}")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "offered", "pressed"),
    [
        ("Marca como tostada la tanda L-32", ("Tostar {}",), "#Tostar-L-32"),
        ("Marca la tanda L-31 como tostada", ("Tostar", "Discard"), "#Tostar-L-31"),
        ("Mark batch L-31 as shipped", ("Ship {}", "Discard {}"), "#Ship-L-31"),
        ("Mark the batch of Finca Baja as shipped", ("Ship {}",), "#Ship-L-32"),
        ("Mark batch L-31 as archived", ("Archived", "Archive"), "#Archived-L-31"),
    ],
)
def test_the_button_of_the_verb_is_pressed_in_its_entry(goal, offered, pressed):
    assert steps(plan(batches(*offered), goal)) == [("click", pressed, None)]


@pytest.mark.parametrize(
    ("goal", "offered"),
    [
        ("Mark batch L-31 as shipped", ("Show {}", "Discard {}")),
        ("Mark batch L-31 as shipped", ("Ship sample {}",)),
        ("Marca como tostada la tanda L-39", ("Tostar {}",)),
    ],
)
def test_no_button_is_pressed_of_another_verb_or_another_entry(goal, offered):
    assert not any(selector and "L-3" in selector for _, selector, _ in steps(plan(batches(*offered), goal)))


def under_tab(listed, state):
    built = Builder()
    built.add("control", "tab", "Tostadas", selector="#Tostadas", states={"selected": "true"})
    built.add("text", "status", text="Batch L-31 was marked as tostada.")
    for code, farm, now in (("L-31", "Finca Alta", state), ("L-32", "Finca Baja", "Waiting")):
        if code in listed:
            built.holder = -1
            built.into("row")
            built.text(code, role="cell")
            built.text(farm, role="cell")
            built.text(now, role="cell")
    built.out()
    return built.page()


@pytest.mark.parametrize("goal", ["Marca como tostada la tanda L-31", "Tuesta la tanda L-31", "Mark L-31 as tostada"])
@pytest.mark.parametrize(
    ("listed", "state", "met"),
    [(("L-31",), "Done", True), ((), "Done", False), (("L-32",), "Waiting", False), (("L-31",), "Waiting", False)],
)
def test_what_is_to_be_under_a_tab_is_an_entry_there_and_no_notice(goal, listed, state, met):
    first = batches()
    pressed = Planned(
        Step("click", selector="#Tostar-L-31"), uses=frozenset(range(8)), ends_part=True,
        target=Target("button", "Tostar L-31", "#Tostar-L-31"),
    )  # fmt: skip
    english = goal.startswith("Mark ")
    whole = goal + (" and check that it is listed under Tostadas" if english else " y mira que sale en Tostadas")
    number = next(p.number for p in goal_of(whole).parts if p.verb == "expect")
    place = frozenset(t.number for t in goal_of(whole).parts[number].words if t.text == "Tostadas")
    looked = Planned(
        Step("click", selector="#Tostadas"), part=number, explores=True, uses=place,
        target=Target("tab", "Tostadas", "#Tostadas"),
    )  # fmt: skip
    past = (Tried(pressed, True, before=first), Tried(looked, True, before=under_tab(("L-31", "L-32"), state)))
    situation = Situation(whole, "http://app.test/", under_tab(listed, state), first, past)
    finding = BuiltinExaminer().examine(situation, under_tab(("L-31", "L-32"), state), ())

    assert (finding.met is True) is met

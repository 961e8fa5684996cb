"""What became of one entry that was changed: under which heading it stands, and that the other one is as it was."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.page import Option
from ghostly.engine.planning import Situation, Tried

STAGES = ("Planned", "Running", "Finished")


def sections(**named):
    """Jobs under the heading of their stage."""
    built = Builder()
    built.text("Jobs", role="heading")
    for stage in STAGES:
        built.out()
        built.text(stage, role="heading")
        if not (jobs := named.get(stage.lower(), ())):
            built.text("Nothing here")
            continue
        listed = built.add("holder", "list")
        for job in jobs:
            built.holder = listed
            built.into("listitem")
            built.text(job)
            built.button("Edit", selector=f"#edit-{job}")
    return built.page()


def table(*rows):
    built = Builder()
    built.text("Jobs", role="heading")
    listed = built.add("holder", "table")
    for down, row in enumerate((("Code", "Stage", "Due"), *rows)):
        built.holder = listed
        built.into("row")
        for across, said in enumerate(row):
            role = "cell" if down else "columnheader"
            built.add("text", role, text=said, box=(150 * across, 30 * down, 140, 20))
        if down:
            built.button("Edit", selector=f"#edit-{row[0]}")
    return built.page()


def form():
    built = Builder()
    built.text("Edit job", role="heading")
    built.into("form")
    options = tuple(Option(stage.lower(), stage, stage == "Planned") for stage in STAGES)
    built.add("control", "combobox", "Stage", label="Stage", options=options, value="planned", selector="#stage")
    built.add("control", "textbox", "Due", label="Due", type="text", value="", selector="#due")
    built.button("Save", type="submit", selector="#save")
    return built.page()


def met(goal, before, after):
    page, past = before, ()
    for _ in range(4):
        draft = BuiltinPlanner().plan(Situation(goal, before.url, page, before, past, 9))
        for planned in draft.steps:
            past += (Tried(planned, True, before=page),)
            value = planned.step.value
            if planned.step.selector == "#edit-J-1":
                page = form()
                break
            if planned.step.action in ("fill", "selectOption"):
                page = page.holding(planned.step.selector, (value,) if isinstance(value, str) else tuple(value))
        if not draft.steps or past[-1].planned.commits:
            break
    assert past, draft.unsure
    return BuiltinExaminer().examine(Situation(goal, after.url, after, before, past), replace(after), ()).met


ENGLISH = "Edit J-1, set the stage to Finished, save and check that {}"
SPANISH = "Edita J-1, pon Finished en Stage, guarda y comprueba que {}"
BEFORE = sections(planned=("J-1", "J-10"), finished=("J-2",))


@pytest.mark.parametrize(
    "goal",
    [
        *(ENGLISH.format(c) for c in ("it is listed under Finished", "J-1 is listed under Finished",
                                      "it stands under the heading Finished", "J-1 has moved to Finished",
                                      "the job is in the Finished section")),
        *(SPANISH.format(c) for c in ("sale bajo Finished", "J-1 está en la sección Finished")),
    ],
)  # fmt: skip
def test_what_was_changed_stands_under_its_new_heading(goal):
    assert met(goal, BEFORE, sections(planned=("J-10",), finished=("J-2", "J-1"))) is True
    assert met(goal, BEFORE, BEFORE) is not True
    assert met(goal, BEFORE, sections(planned=("J-1",), finished=("J-2", "J-10"))) is not True
    assert met(goal, BEFORE, sections(planned=("J-10",), running=("J-1",), finished=("J-2",))) is not True
    assert met(goal, BEFORE, sections(planned=("J-10",), finished=("J-2",))) is not True


ONE, TWO = ("J-1", "Planned", "1 May 2026"), ("J-2", "Planned", "9 May 2026")
DONE = ("J-1", "Finished", "1 May 2026")


@pytest.mark.parametrize(
    "goal",
    [
        ENGLISH.format("J-1 is now Finished and the other one is still Planned"),
        ENGLISH.format("J-1 is Finished and the other job is still Planned"),
        SPANISH.format("J-1 está en Finished y el otro sigue en Planned"),
    ],
)
def test_the_other_of_two_is_as_it_was(goal):
    assert met(goal, table(ONE, TWO), table(DONE, TWO)) is True
    assert met(goal, table(ONE, TWO), table(DONE, ("J-2", "Finished", "9 May 2026"))) is not True
    assert met(goal, table(ONE, TWO), table(ONE, ("J-2", "Finished", "9 May 2026"))) is not True
    assert met(goal, table(ONE, TWO), table(DONE)) is not True


@pytest.mark.parametrize("day", ["due on 3 May 2026", "now due on 3 May"])
def test_the_date_of_a_due_date_is_meant_by_the_field_due(day):
    goal = f"Edit J-1, set the due date to 3 May 2026, save and check that J-1 is {day}"
    assert met(goal, table(ONE, TWO), table(("J-1", "Planned", "3 May 2026"), TWO)) is True
    assert met(goal, table(ONE, TWO), table(("J-1", "Planned", "30 May 2026"), TWO)) is not True
    assert met(goal, table(ONE, TWO), table(ONE, ("J-2", "Planned", "3 May 2026"))) is not True

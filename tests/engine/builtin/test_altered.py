"""What changes in an entry besides what was asked for is no success, unless it follows from what was done."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.altered import altered_besides
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step

HEADS = ("Code", "Owner", "Remark", "Length", "State")
HERON, PETREL = ("B-1", "Ada Moss", "Needs new sails soon", "9", "Free"), ("B-2", "Bo Ray", "", "7", "Out")


def boats(*rows, heads=HEADS, besides=()):
    built = Builder()
    built.text("Boats", role="heading")
    for text in besides:
        built.text(text)
    for number, cells in enumerate((heads, *rows)):
        built.out()
        built.into("row")
        for column, text in enumerate(cells):
            role = "cell" if number else "columnheader"
            built.add("text", role, text=text, box=(100 * column, 30 * number, 90, 20))
        if number:
            built.add("control", "button", "Edit", selector=f"#edit-{cells[0]}")
    built.out()
    return built.page()


def text_of(page, code):
    return next(text for node, text in page.entries if text.startswith(code))


def heron(**changed):
    at = {head.lower(): number for number, head in enumerate(HEADS)}
    cells = list(HERON)
    for head, text in changed.items():
        cells[at[head]] = text
    return tuple(cells)


def altered(now, told=(), heads=HEADS, besides=()):
    before = boats(HERON, PETREL, heads=heads)
    return altered_besides(before, text_of(before, "B-1"), boats(now, PETREL, heads=heads, besides=besides), told)


def test_a_name_or_a_text_in_another_column_is_noticed():
    assert "Owner" in altered(heron(length="12", owner="Eva Lund"))
    assert "Remark" in altered(heron(length="12", remark="Sold to the club"))


@pytest.mark.parametrize(
    "changed",
    [
        {"length": "12"},
        {"length": "12", "state": "Out"},
        {"length": "12", "state": "In repair"},
        {"length": "12", "remark": "Due on 3 May 2026"},
    ],
)
def test_numbers_dates_and_states_may_follow_from_a_change(changed):
    assert altered(heron(**changed)) == ""


def test_what_was_told_and_who_does_it_may_be_new():
    assert altered(heron(owner="Eva Lund"), told={"eva", "lund"}) == ""
    assert altered(heron(owner="Eva Lund"), besides=("Eva Lund",)) == ""


@pytest.mark.parametrize("head", ["Status", "Changed by", "Last owner", "Modificado por", "Situación"])
def test_columns_that_say_what_was_done_are_no_part_of_it(head):
    assert altered(heron(owner="Eva Lund"), heads=("Code", head, "Remark", "Length", "State")) == ""


def test_a_row_that_is_called_otherwise_or_like_another_one_cannot_be_told():
    assert altered(("B-9", "Eva Lund", *HERON[2:])) == ""
    before = boats(HERON, ("B-1", *PETREL[1:]))
    assert altered_besides(before, text_of(before, "B-1"), boats(heron(owner="Eva Lund"), PETREL), ()) == ""


@pytest.mark.parametrize(
    ("now", "met"),
    [
        (heron(length="12"), True),
        (heron(length="12", state="Out"), True),
        (heron(length="12", owner="Eva Lund"), False),
        (heron(length="12", remark="Sold to the club"), False),
    ],
)
def test_a_change_that_took_something_else_along_is_no_success(now, met):
    goal = "Change the length of B-1 to 12 and check that its length is 12"
    before, after = boats(HERON, PETREL), boats(now, PETREL)
    form = Builder()
    form.field("Length", selector="#length", value="9")
    form.button("Save", selector="#save")
    uses = frozenset(range(20))
    opened = Planned(Step("click", selector="#edit-B-1"), uses=uses, target=Target("button", "Edit", "#edit-B-1"))
    typed = Planned(Step("fill", selector="#length", value="12"), uses=uses, ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = (Tried(opened, True, before=before), *(Tried(p, True, before=form.page()) for p in (typed, saved)))

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", after, before, past), after, ())

    assert (finding.met is True) is met

"""What was made says in the columns of the fields what was typed there, stays in its list, and is there once."""

import pytest
from engine.builtin.test_planner import Builder
from engine.builtin.test_proofs import examined

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

HEADS = ("Boat", "Harbour", "Berth")
OLD = ("Sea Larken", "Whitby", "30")
NEW = ("Sea Lark", "Brixham", "3")
ADD = "Add a boat called Sea Lark with harbour Brixham and berth 3 and check that"


def boats(*rows, notice="", beside=""):
    built = Builder()
    built.text("Boats", role="heading")
    if notice:
        built.add("text", "status", text=notice)
    if beside:
        built.text(beside)
    built.into("form")
    for name in HEADS:
        built.field(name, selector=f"#{name}")
    built.button("Save", type="submit", selector="#save")
    built.out()
    table = built.add("holder", "table")
    for line, cells in enumerate((HEADS, *rows)):
        built.holder = table
        built.into("row")
        for column, cell in enumerate(cells):
            role = "cell" if line else "columnheader"
            built.add("text", role, text=cell, box=(100 * column, 30 * line, 90, 20))
    return built.page()


def made(check, *rows, again=None, order=ADD, **told):
    goal, before = f"{order} {check}", boats(OLD)
    words = frozenset(t.number for t in read_goal(goal).parts[0].words)
    fills = [Planned(Step("fill", selector=f"#{h}", value=v), uses=words) for h, v in zip(HEADS, NEW, strict=True)]
    save = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = [Tried(each, True, before=before) for each in (*fills, save)]
    return examined(goal, before, boats(*rows, **told), *past, reloaded=boats(*(rows if again is None else again)))


CHECKS = (
    "Sea Lark is listed",
    "it is in the list",
    "the new boat is listed",
    "it was saved",
    "the list shows Sea Lark",
)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(
    "row",
    [
        ("Sea Lark", "Whitby", "3"),
        ("Sea Lark", "Brixham", "13"),
        ("Sea Lark", "Brixham", "30"),
        ("Sea Larks", "Brixham", "3"),
        ("Brixham", "Sea Lark", "3"),
    ],
)
def test_what_a_column_says_instead_of_what_was_typed_is_no_success(check, row):
    assert made(check, OLD, row).met is False


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(
    "row",
    [
        NEW,
        ("SEA LARK", "Brixham", "3"),
        ("Sea Lark", "Brixham, Devon", "3"),
        ("Sea Lark", "Brix…", "3"),
        ("Sea Lark", "Brixham", "Berth 3"),
        ("Sea Lark", "Yes", "3"),
    ],
)
def test_what_a_column_cuts_adds_or_only_flags_is_one(check, row):
    assert made(check, OLD, row).met is True


def test_another_entry_that_got_the_name_is_not_the_new_one():
    assert made("Sea Lark is listed", ("Sea Lark", "Whitby", "30")).met is False


@pytest.mark.parametrize(
    "check", ["Sea Lark is on the page", "Sea Lark can be seen", "after a reload Sea Lark is still there"]
)
@pytest.mark.parametrize("told", [{"notice": "Sea Lark was saved."}, {"beside": "Sea Lark"}])
def test_what_only_announced_it_proves_nothing(check, told):
    assert made(check, OLD, **told).met is not True
    assert made(check, OLD, NEW, **told).met is True


def test_what_a_message_is_to_say_may_go():
    assert made('the message says "Sea Lark was saved."', OLD, NEW, notice="Sea Lark was saved.").met is True


SPANISH = "Añade un barco llamado Sea Lark con harbour Brixham y berth 3 y comprueba que"


@pytest.mark.parametrize(
    ("order", "check"),
    [
        (ADD, "Sea Lark shows up only once"),
        (ADD, "exactly one Sea Lark is listed"),
        (ADD, "Sea Lark is in the list once"),
        (SPANISH, "Sea Lark sale una sola vez"),
        (SPANISH, "Sea Lark aparece solo una vez en la lista"),
    ],
)
def test_what_is_to_be_listed_once_is_counted_by_its_own_name(order, check):
    assert made(check, OLD, NEW, order=order).met is True
    assert made(check, OLD, NEW, NEW, order=order).met is False


def test_a_name_that_begins_like_another_had_not_been_there_before():
    assert made("Sea Lark was added", OLD, NEW).met is True

"""What one entry comes to is not what the list comes to, and what is up at the top of a page is no entry."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.differences import changed_way
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.ranks import ranked
from ghostly.engine.builtin.tallies import tally
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

HEADS = ("Hire", "Boat", "Hours", "Total", "By")
HIRES = (("H-1", "Gull", "2", "€24.00", "Ada Moss"), ("H-2", "Swan", "3", "€36.00", "Bo Lind"))


def hires(*more, total="€60.00"):
    b = Builder()
    b.text("Signed in as Bo Lind")
    b.text("Hires", role="heading")
    table = b.add("holder", "table")
    for y, row in enumerate((HEADS, *HIRES, *more, ("Total of all hires", "", "", total, ""))):
        b.holder = table
        b.into("row")
        for x, said in enumerate(row):
            b.add("text", "cell" if y else "columnheader", text=said, box=(150 * x, 30 * y, 140, 20))
    return replace(b.page(), url="http://app.test/hires")


def form():
    b = Builder()
    b.into("form")
    b.field("Boat", selector="#boat")
    b.field("Hours", selector="#hours")
    b.add("control", "button", "Save", selector="#save")
    return b.page()


def added(check, cost="€48.00", total="€108.00"):
    goal = f"Add a hire of Tern with 4 hours. {check}"
    uses = frozenset(range(12))
    steps = [
        Planned(Step("fill", selector="#boat", value="Tern"), uses=uses),
        Planned(Step("fill", selector="#hours", value="4"), uses=uses, ends_part=True),
        Planned(Step("click", selector="#save"), uses=uses, part=1, commits=True, ends_part=True),
    ]
    past = tuple(Tried(step, True, before=form()) for step in steps)
    now = hires(("H-3", "Tern", "4", cost, "Bo Lind"), total=total)
    return BuiltinExaminer().examine(Situation(goal, now.url, now, hires(), past), now, ()).met


@pytest.mark.parametrize(
    "check",
    [
        "The total should be €48.00.",
        "Check that the total is €48.00.",
        "It should come to €48.00.",
        "The table should show it with a total of €48.00.",
        "Comprueba que el total es 48,00 €.",
    ],
)
def test_the_total_of_what_was_made_is_said_by_its_entry(check):
    assert added(check) is True
    assert added(check, cost="€47.00") is not True


def test_the_total_of_the_list_is_said_by_its_last_row():
    check = "The total at the foot of the table should be €108.00."

    assert added(check) is True
    assert added(check, total="€107.00") is not True
    assert added(check.replace("€108.00", "€48.00")) is not True


def rank(check):
    found = ranked(read_goal(f"Check that {check}").parts[-1], hires())
    return found.met if found else None


@pytest.mark.parametrize("check", ["at the top it says Bo Lind", "arriba pone Bo Lind", "Cy Park is at the top"])
def test_what_a_page_says_at_the_top_is_no_first_entry(check):
    assert rank(check) is None


@pytest.mark.parametrize(("check", "so"), [("Gull is at the top", True), ("Swan is at the top", False)])
def test_what_a_list_has_at_its_top_is_its_first_entry(check, so):
    assert rank(check) is so


@pytest.mark.parametrize(
    "check",
    [
        "the table shows 4 for that hire",
        "the list says 4 hours for this boat",
        "quedan 4 en existencias",
        "se ven 4 en la columna Hours",
        "aparecen 4 para ese barco",
    ],
)
def test_a_number_that_an_entry_says_counts_no_entries(check):
    prefix = "Check that" if check.startswith("the") else "Comprueba que"

    assert tally(read_goal(f"{prefix} {check}").parts[-1], hires()) is None


@pytest.mark.parametrize(
    ("check", "way"),
    [
        ("the total should go up", 1),
        ("the price has come down", -1),
        ("the stock falls", -1),
        ("el total debe bajar", -1),
        ("el stock sube", 1),
        ("only H-1 and H-2 come up", 0),
        ("Tern came up", 0),
        ("la prioridad es baja", 0),
        ("aparece con prioridad baja", 0),
        ("Ana figura de baja", 0),
        ("the list should show cough drops", 0),
    ],
)
def test_a_number_goes_up_or_down_where_a_verb_says_so(check, way):
    prefix = "Comprueba que" if check.split()[0] in ("el", "la", "aparece", "Ana") else "Check that"
    told = changed_way(read_goal(f"{prefix} {check}").parts[-1])

    assert (told.way if told else 0) == way

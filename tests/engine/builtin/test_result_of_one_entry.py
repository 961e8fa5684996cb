"""How a check tells what became of one entry that was made: its state, its sum, its place, and the others."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.planner import BuiltinPlanner
from ghostly.engine.planning import Situation, Tried

HEADS = ("Number", "Guest", "Nights", "Price", "Status")
OLD = (("BK-3", "Lena Orth", "2", "€180.00", "Confirmed"), ("BK-4", "Tom Iker", "5", "€450.00", "Waiting"))
MADE = ("BK-5", "Mara Sol", "3", "€270.00", "Confirmed")


def bookings(*rows, acts=("Edit",), foot="", tabs=()):
    built = Builder()
    built.text("Bookings", role="heading")
    for tab in tabs:
        built.add("control", "tab", tab, tag="button", states={"selected": "false"})
    built.into("form")
    built.text("New booking", role="heading")
    for label in ("Guest", "Nights"):
        built.add("control", "textbox", label, label=label, type="text", value="", selector=f"#{label}")
    built.button("Save", type="submit", selector="#save")
    built.out()
    table = built.add("holder", "table")
    for down, row in enumerate((HEADS, *rows)):
        built.holder = table
        built.into("row")
        for across, said in enumerate(row):
            role = "cell" if down else "columnheader"
            built.add("text", role, text=said, box=(150 * across, 30 * down, 140, 20))
        for act in acts if down else ():
            built.button(act, selector=f"#{act}-{row[0]}")
    built.out()
    if foot:
        built.text(foot)
    return built.page()


def met(claim, after, goal="Add a booking with guest Mara Sol and nights 3, save and check that {}"):
    """What the examiner finds of what the planner does for it, on a page that looks so in the end."""
    goal = goal.format(claim)
    before = page = bookings(*OLD)
    past = ()
    for _ in range(3):
        draft = BuiltinPlanner().plan(Situation(goal, page.url, page, before, past, 9))
        for planned in draft.steps:
            past += (Tried(planned, True, before=page),)
            if planned.step.action == "fill":
                page = page.holding(planned.step.selector, (planned.step.value,))
        if not draft.steps or past[-1].planned.commits:
            break
    assert past, draft.unsure
    return BuiltinExaminer().examine(Situation(goal, after.url, after, before, past), replace(after), ()).met


SPANISH = "Añade una reserva con guest Mara Sol y 3 en Nights, guarda y comprueba que {}"


def state(said):
    return (*MADE[:4], said)


@pytest.mark.parametrize(
    "claim",
    [
        "Mara Sol appears with status Confirmed",
        "the new booking is Confirmed",
        "the new booking has the status Confirmed",
        "the booking of Mara Sol is Confirmed",
        "it is listed as Confirmed",
    ],
)
def test_a_state_is_not_told_by_what_a_row_offers_in_one_word(claim):
    assert met(claim, bookings(*OLD, MADE)) is True
    assert met(claim, bookings(*OLD, MADE, acts=("Confirmed", "Edit"))) is True
    assert met(claim, bookings(*OLD, state("Waiting"), acts=("Confirmed", "Edit"))) is not True
    assert met(claim, bookings(*OLD, state("Waiting"), tabs=("Confirmed", "Waiting"))) is not True


@pytest.mark.parametrize("claim", ["la nueva reserva está en estado Confirmed", "queda en estado Confirmed"])
def test_nor_is_it_in_spanish(claim):
    assert met(claim, bookings(*OLD, MADE), SPANISH) is True
    assert met(claim, bookings(*OLD, state("Waiting"), acts=("Confirmed", "Edit")), SPANISH) is not True


@pytest.mark.parametrize("claim", ["the price of the new booking is €270.00", "the new booking comes to €270.00"])
def test_what_is_called_new_is_that_which_was_made(claim):
    assert met(claim, bookings(*OLD, MADE)) is True
    other = (*MADE[:3], "€300.00", MADE[4])
    assert met(claim, bookings(*OLD, other, foot="Price so far €270.00")) is not True
    assert met(claim, bookings((*OLD[0][:3], "€270.00", OLD[0][4]), OLD[1], other)) is not True


FIRST = [
    "the first row is the new one",
    "the first row is the new one: Mara Sol",
    "it is the first in the list",
    "the new booking comes first",
    "the first entry is the new booking",
]


@pytest.mark.parametrize("claim", FIRST)
def test_what_was_made_stands_at_the_place_that_is_told(claim):
    assert met(claim, bookings(MADE, *OLD)) is True
    assert met(claim, bookings(*OLD, MADE)) is not True
    assert met(claim, bookings(OLD[0], MADE, OLD[1])) is not True


@pytest.mark.parametrize(
    "claim",
    ["la nueva reserva sale la primera", "la primera fila es la nueva", "la reserva nueva está arriba del todo",
     "sale la primera", "es la primera de la lista"],
)  # fmt: skip
def test_its_place_in_spanish(claim):
    assert met(claim, bookings(MADE, *OLD), SPANISH) is True
    assert met(claim, bookings(*OLD, MADE), SPANISH) is not True


def test_the_last_place_is_another_one():
    assert met("the last row is the new one", bookings(*OLD, MADE)) is True
    assert met("the last row is the new one", bookings(MADE, *OLD)) is not True


OTHERS = [
    "the other bookings are still there",
    "the other two bookings are still listed",
    "the other bookings have not changed",
]


@pytest.mark.parametrize("claim", OTHERS)
def test_the_others_stay_when_one_is_made(claim):
    assert met(claim, bookings(*OLD, MADE)) is True
    assert met(claim, bookings(OLD[0], MADE)) is not True
    assert met(claim, bookings(MADE)) is not True
    assert met(claim, bookings(OLD[0], (*OLD[1][:2], "6", *OLD[1][3:]), MADE)) is not True


@pytest.mark.parametrize("claim", ["las otras dos reservas siguen ahí", "las demás reservas siguen en la lista"])
def test_the_others_stay_in_spanish(claim):
    assert met(claim, bookings(*OLD, MADE), SPANISH) is True
    assert met(claim, bookings(OLD[1], MADE), SPANISH) is not True

"""What a check says of the thing that was changed is looked for in that, and not in what others say."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.part import content_of
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

STALLS = (("Stall 4", "Honey", "low", "10:30"), ("Stall 5", "Soap", "high", "11:30"))


def market(*stalls):
    built = Builder()
    built.text("Market stalls", role="heading")
    built.into("table", "Stalls")
    table = built.holder
    built.into("row")
    for head in ("Stall", "Goods", "Rent", "Opens"):
        built.text(head, role="columnheader")
    for cells in stalls:
        built.holder = table
        built.into("row")
        for cell in cells:
            built.text(cell, role="cell")
    return built.page()


def form():
    built = Builder()
    built.into("form")
    built.field("Stall", selector="#stall")
    rents = (Option("low", "low"), Option("high", "high"))
    built.add("control", "combobox", "Rent", label="Rent", options=rents, selector="#rent")
    built.add("control", "button", "Save", selector="#save")
    return built.page()


def added(check, *rows):
    goal = f"Add a stall called Stall 6 with wool. {check}"
    uses = frozenset(range(12))
    steps = [
        Planned(Step("fill", selector="#stall", value="Stall 6"), uses=uses, ends_part=True),
        Planned(Step("click", selector="#save"), uses=uses, part=1, commits=True, ends_part=True),
    ]
    past = tuple(Tried(step, True, before=form()) for step in steps)
    now = market(*STALLS, *rows)
    return BuiltinExaminer().examine(Situation(goal, now.url, now, market(*STALLS), past), now, ()).met


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("It should appear with a low rent.", True),
        ("It should appear with a high rent.", False),
        ("Comprueba que aparece con high rent.", False),
        ("It should be in the stalls table at 12:30.", True),
        ("It should be in the stalls table at 11:30.", False),
    ],
)
def test_what_another_entry_says_is_not_said_of_the_new_one(check, so):
    assert (added(check, ("Stall 6", "Wool", "low", "12:30")) is True) is so


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("It is in Room A", "A"),
        ("It is in Hall A now", "now"),
        ("Create A Note", "Note"),
        ("It is a note", "note"),
    ],
)
def test_a_letter_that_ends_a_name_is_no_article(said, last):
    words = read_goal(said).tokens

    assert content_of(words)[-1].text == last or (last == "now" and any(t.text == "A" for t in content_of(words)))


def board(state):
    built = Builder()
    built.into("main")
    main = built.holder
    for column in ("Ready", "Packed"):
        built.holder = main
        built.into("region", column)
        built.text(column, role="heading")
        if column == state:
            built.into("listitem")
            built.text("Box B-7")
            options = tuple(Option(each, each, each == state) for each in ("Ready", "Packed"))
            built.add("control", "combobox", "State of B-7", options=options, value=state, selector="#state")
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("check that it is in the Packed column", True),
        ("check that it is in the Ready column", False),
        ("comprueba que queda en la columna Packed", True),
        ("comprueba que queda en la columna Ready", False),
    ],
)
def test_a_card_that_was_moved_stands_in_the_column_that_is_told(check, met):
    goal = f"Move B-7 to Packed and {check}"
    chosen = Planned(Step("selectOption", selector="#state", value="Packed"), uses=frozenset(range(5)), ends_part=True)
    past = (Tried(chosen, True, before=board("Ready")),)
    situation = Situation(goal, "http://app.test/", board("Packed"), board("Ready"), past)

    assert BuiltinExaminer().examine(situation, board("Packed"), ()).met is met


@pytest.mark.parametrize("check", ["comprueba que pasa a En curso", "check that it goes to On hold"])
def test_a_state_that_it_comes_to_is_said_by_its_own_entry(check):
    said = check.rsplit(" a ", 1)[-1].rsplit(" to ", 1)[-1]

    assert added(check + ".", ("Stall 6", "Wool", "low", "12:30"), ("Stall 7", "Tea", said, "9:00")) is not True


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("make sure I land on the Customers page", None),
        ("check that the Customers page opens", True),
        ("check that I can see the Customers page", True),
    ],
)
def test_nobody_lands_where_the_run_went_only_to_look_for_it(check, met):
    def page(title, url):
        built = Builder()
        built.text(title, role="heading")
        built.link("Customers")
        built.button("Sign out")
        return replace(built.page(), url=f"http://app.test/{url}", title=title)

    first, now = page("Orders", "orders"), page("Customers", "customers")
    goal = f"Press Start and {check}"
    steps = [
        Planned(Step("click", selector="#start"), uses=frozenset(range(2)), ends_part=True),
        Planned(Step("click", selector="#n1"), why="Customers", part=1, explores=True),
    ]
    past = tuple(Tried(step, True, before=first) for step in steps)

    assert BuiltinExaminer().examine(Situation(goal, first.url, now, first, past), now, ()).met is met


@pytest.mark.parametrize(
    "check",
    [
        "Check that the table shows {} for that stall.",
        "Check that the table shows {} for it.",
        "Comprueba que la tabla muestra {} para ese local.",
    ],
)
def test_what_a_table_says_for_that_thing_is_said_by_its_entry(check):
    row = ("Stall 6", "Wool", "low", "12:30")

    assert added(check.format("12:30"), row) is True
    assert added(check.format("11:30"), row) is not True


def test_an_old_value_that_is_still_there_shows_no_change():
    goal = "Change the rent of Stall 4 to high and check that 10:30 is still shown"
    chosen = Planned(Step("selectOption", selector="#rent", value="high"), uses=frozenset(range(9)), ends_part=True)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    past = (Tried(chosen, True, before=form()), Tried(saved, True, before=form()))
    same, turned = market(*STALLS), market(("Stall 4", "Honey", "high", "10:30"), STALLS[1])

    assert BuiltinExaminer().examine(Situation(goal, same.url, same, same, past), same, ()).met is not True
    assert BuiltinExaminer().examine(Situation(goal, same.url, turned, same, past), turned, ()).met is True

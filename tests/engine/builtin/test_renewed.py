"""What a check calls new is what was filled in, wherever it is to be seen; and choices that stand under a name."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

RENAME = "Rename the ship Petrel to Heron"
FORM, SAVE = frozenset(range(3)), frozenset(range(3, 6))


def berths(first, second):
    """A list of berths, each with the name of its ship."""
    built = Builder()
    for number, ship in (("BT-1", first), ("BT-2", second)):
        built.holder = -1
        built.into("row")
        built.text(number, role="cell")
        built.text(ship, role="cell")
    return built.page()


def judged(check, now):
    form = Builder()
    form.field("Name", value="Petrel", selector="#name")
    form.button("Save")
    before = form.page()
    typed = Planned(Step("fill", selector="#name", value="Heron"), uses=FORM)
    saved = Planned(Step("click", selector="#n1"), uses=SAVE, ends_part=True, commits=True)
    past = (Tried(typed, True, before=before), Tried(saved, True, before=before))
    return BuiltinExaminer().examine(Situation(f"{RENAME}. Check that {check}", now.url, now, before, past), now, ())


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("BT-1 shows the new name", True),
        ("BT-1 carries the new ship name", True),
        ("BT-1 lleva el nombre nuevo", True),
        ("BT-2 shows the new name", False),
        ("BT-2 lleva el nombre nuevo", False),
    ],
)
def test_the_new_name_is_looked_for_in_the_entry_that_is_said_to_show_it(check, met):
    assert (judged(check, berths("Heron", "Gull")).met is True) is met


@pytest.mark.parametrize(
    "check",
    [
        "the card shows the new name",
        "the entry shows the updated name",
        "the row carries the new name",
        "la tarjeta muestra el nombre nuevo",
        "la entrada tiene el nuevo nombre",
    ],
)
def test_what_holds_the_new_name_may_be_called_by_what_it_is_on_a_page(check):
    assert judged(check, berths("Heron", "Gull")).met is True
    assert judged(check, berths("Petrel", "Gull")).met is not True


def test_a_new_name_that_is_not_shown_there_is_no_pass():
    assert judged("BT-1 shows the new name", berths("Petrel", "Gull")).met is not True


@pytest.mark.parametrize("goal", ["Switch the language to Spanish", "Cambia el idioma a español"])
def test_a_choice_that_stands_beside_others_under_a_name_is_pressed(goal):
    built = Builder()
    built.into("navigation", "Language")
    built.link("English")
    spanish = built.link("Español")
    built.out()
    built.link("Next")

    assert steps(plan(built.page(), goal)) == [("click", f"#n{spanish}", None)]


def test_what_holds_the_links_of_a_page_is_never_pressed():
    built = Builder()
    built.into("navigation", "Language")
    built.link("English")
    built.out()

    assert steps(plan(built.page(), "Switch the language to German")) != [("click", "#n0", None)]


@pytest.mark.parametrize("check", ["the list shows the new name", "en la lista sale el nombre nuevo"])
def test_the_word_for_what_is_new_is_not_what_is_new(check):
    built = Builder()
    built.text("Name", role="columnheader")
    kept = built.page()

    assert judged(check, kept).met is not True


def dues(berth, day):
    built = Builder()
    built.into("row")
    for cell in ("BT-1", berth, day):
        built.text(cell, role="cell")
    return built.page()


@pytest.mark.parametrize(
    ("row", "met"), [(("Pool", "15 May 2026"), True), (("Pool", "2 Jan 2026"), False), (("Quay", "15 May 2026"), False)]
)
def test_each_of_several_that_are_called_new_is_looked_for_and_a_day_however_it_is_written(row, met):
    form = Builder()
    form.field("Berth", value="Quay", selector="#berth")
    form.field("Due date", value="2026-01-02", type="date", selector="#due")
    form.button("Save", selector="#save")
    before = form.page()
    set_to = (("#berth", "Pool"), ("#due", "2026-05-15"))
    typed = [Planned(Step("fill", selector=at, value=value), uses=frozenset(range(14))) for at, value in set_to]
    saved = Planned(Step("click", selector="#save"), uses=frozenset(range(14)), ends_part=True, commits=True)
    past = tuple(Tried(planned, True, before=before) for planned in (*typed, saved))
    goal = "Change the berth to Pool and the due date to 15 May 2026. BT-1 shows the new berth and the new date"

    now = dues(*row)
    assert (BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), now, ()).met is True) is met

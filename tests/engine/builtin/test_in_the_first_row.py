"""What is told of the row at a place is told of that row alone, each value in the column that is named with it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from ghostly.engine.builtin.ranks import told_in_row
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step

WORDS = frozenset(range(90))
HEADS = ("Bill", "Guest", "Nights", "Total", "State")
BILLS = (
    ("B-3", "Ada Moss", "3", "40", "Late"),
    ("B-2", "Bo Lind", "40", "3", "Paid"),
    ("B-1", "Cy Wren", "5", "9", ""),
)


def bills(*rows, button="Delete"):
    built = Builder()
    built.text("Bills", role="heading")
    built.into("table")
    table = built.holder
    for at, row in enumerate((HEADS, *rows)):
        built.into("row", parent=table)
        for column, said in enumerate(row):
            box = (200 * column, 100 + 40 * at, 200, 40)
            built.add("text", "cell" if at else "columnheader", text=said, box=box)
        if at:
            built.button(f"{button} {row[0]}", selector=f"#{row[0]}")
    built.out()
    built.link("Next")
    return built.page()


def met(asked, check):
    found = asked(read_goal(check).parts[-1], bills(*BILLS))
    return found.met if found else None


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("Then I see Ada Moss and 40 in the first row", True),
        ("Check that in the first row the guest Ada Moss is shown", True),
        ("Entonces se ven Ada Moss y Late en la primera fila de la tabla", True),
        ("Comprueba que en la segunda fila aparece Bo Lind", True),
        ("Then I see Bo Lind and 40 in the first row", False),
        ("Entonces veo Ada Moss y Paid en la primera fila", False),
        ("Then I see Ada Moss and 41 in the first row", False),
        ("Check that in the first row the state Paid is shown", False),
        ("The list shows Ada Moss in the second row", False),
        ("Then I see Ada Moss", None),
        ("Then I see Ada Moss on the first page", None),
        ("Then I see Ada Moss in the fifth row", None),
    ],
)
def test_what_is_seen_in_a_row_is_in_that_row(check, so):
    assert met(told_in_row, check) is so


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("The first row should show Ada Moss, nights 3 and a total of 40", True),
        ("The second row of the table shows Bo Lind, nights 40 and a total of 3", True),
        ("The first row should show Ada Moss, nights 40 and a total of 3", False),
        ("The first row should show Ada Moss, nights 3 and a total of 41", False),
        ("The first row should show Bo Lind, nights 3 and a total of 40", False),
    ],
)
def test_a_row_says_each_value_in_the_column_that_is_named(check, so):
    assert met(answer, check) is so


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Borra B-2. Comprueba que la otra factura de Bo, B-1, sigue ahí.", "la otra factura de Bo B-1 sigue ahí"),
        ("Verifica que B-2 se fue y que los otros, B-1 y B-3, siguen ahí", "los otros B-1 y B-3 siguen ahí"),
    ],
)
def test_what_is_told_between_commas_does_not_end_a_check(goal, told):
    assert " ".join(t.text for t in read_goal(goal).parts[-1].words if t.text not in (",", "que")) == told


@pytest.mark.parametrize("goal", ["Comprueba Ada, Bo, sigue adelante", "Verifica Ada, Bo, sigue a Facturas"])
def test_what_goes_on_to_something_else_ends_a_check(goal):
    assert len(read_goal(goal).parts) > 1


def deleted(goal, *rows, button="Delete"):
    before, page = bills(*BILLS, button=button), bills(*rows, button=button)
    pressed = plan(before, goal).steps[:1]
    assert [p.step.selector for p in pressed] == ["#B-2"]
    past = (Tried(pressed[0], True, before=before),)
    if "onfirm" in goal:
        past += (Tried(Planned(Step("acceptDialog"), part=1, ends_part=True), True, before=before),)
    return BuiltinExaminer().examine(Situation(goal, page.url, page, before, past), page, ()).met


@pytest.mark.parametrize(
    "goal",
    [
        "Press the Delete button of the bill B-2 and confirm the question. Check that B-2 is no longer in the table.",
        "Click Delete B-2. Check that B-2 is not listed any more.",
        "Pulsa el botón Delete de la factura B-2 y confirma. Comprueba que B-2 ya no sale en la tabla.",
    ],
)
def test_what_was_deleted_by_its_button_is_looked_for_on_no_other_page(goal):
    assert deleted(goal, BILLS[0], BILLS[2]) is True
    assert deleted(goal, *BILLS) is not True
    assert deleted(goal.replace("B-2 is n", "B-1 is n").replace("que B-2", "que B-1"), BILLS[0]) is not True


def test_what_was_not_deleted_may_be_on_another_page():
    goal = "Press the Hide button of the bill B-2. Check that B-2 is no longer in the table."

    assert deleted(goal, BILLS[0], BILLS[2], button="Hide") is not True


DATED = (("B-3", "Ada Moss", "3", "40", "Late"), ("B-2", "Ada Moss", "5", "40", "Paid"), ("B-1", "Bo", "5", "9", ""))


def stays(check, *rows):
    goal = f"Set the state of the bill B-3 of Ada Moss to Sent and save it. {check}."
    before, page = bills(*DATED), bills(*rows)
    told = (("click", "#B-3", "", 0), ("fill", "#state", "Sent", 0), ("click", "#save", "", 1))
    past = tuple(
        Tried(
            Planned(Step(act, selector=to, value=value), part=part, uses=WORDS, ends_part=True, commits=part > 0),
            True,
            before=before,
        )
        for act, to, value, part in told
    )
    return BuiltinExaminer().examine(Situation(goal, page.url, page, before, past), page, ()).met


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("Check that the one with nights 5 is still Paid", True),
        ("Check that the bill B-3 is Sent and that the one with nights 5 is still Paid", True),
        ("Check that the one with nights 4 is still Paid", False),
        ("Check that the one with nights 40 is still Paid", False),
        ("Check that the one with nights 5 is still Late", False),
    ],
)
def test_the_one_that_a_column_tells_is_still_what_it_was(check, so):
    sent = ("B-3", "Ada Moss", "3", "40", "Sent")
    assert (stays(check, sent, *DATED[1:]) is True) is so
    assert stays(check, sent, ("B-2", "Ada Moss", "5", "40", "Late"), DATED[2]) is not True


def made(check, *rows):
    goal = f"Add a bill with the guest Cleo Dunn, 7 nights and the total €77, and save it. {check}."
    before = bills(*BILLS)
    page = replace(bills(*rows), nodes=tuple(n for n in bills(*rows).nodes if n.role != "link"))
    told = (("click", "#add", "", 0), ("fill", "#guest", "Cleo Dunn", 0), ("fill", "#nights", "7", 0))
    told += (("fill", "#total", "€77", 0), ("click", "#save", "", 1))
    past = tuple(
        Tried(
            Planned(Step(act, selector=to, value=value), part=part, uses=WORDS, ends_part=True, commits=part > 0),
            True,
            before=before,
        )
        for act, to, value, part in told
    )
    return BuiltinExaminer().examine(Situation(goal, page.url, page, before, past), page, ()).met


@pytest.mark.parametrize(
    ("check", "first"),
    [
        ("It must come out at the very top with €77", True),
        ("Check that the new bill is at the bottom of the table and its total is €77", False),
        ("Debe salir arriba del todo con 77 €", True),
        ("Debe salir abajo del todo con 77 €", False),
    ],
)
def test_what_was_made_stands_where_a_check_tells_it_whatever_that_says_besides(check, first):
    new = ("B-4", "Cleo Dunn", "7", "77 €" if "77 €" in check else "€77", "Late")
    assert (made(check, new, *BILLS) is True) is first
    assert (made(check, *BILLS, new) is True) is not first

"""A thing that a story has named and the order calls by its kind; a check that only says that what was told is so."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def told(goal):
    return [
        (p.verb, " ".join(t.text for t in p.words if t.kind != "mark"))
        for p in read_goal(goal).parts
        if p.verb != "login" and not p.implied
    ]


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        ("Bo Ray has returned L-7. Mark the loan as closed", "L-7 the loan as closed"),
        ("Bo Ray has returned L-7. Sign in as a@x.test / s3cret1, mark that loan as closed", "L-7 that loan as closed"),
        ("There is a mistake in L-7. Change the length of the loan to 5", "L-7 the length of the loan to 5"),
        ("There is a mistake in L-7. Change the loan's length to 5", "L-7 the loan length to 5"),
        ("The loan L-7 came back. Change the loan to Closed", "L-7 the loan to Closed"),
        ("Bo Ray ha devuelto L-7. Marca el préstamo como cerrado", "L-7 el préstamo como cerrado"),
        ("Hay un error en L-7. Cambia la duración del préstamo a 5", "L-7 la duración del préstamo a 5"),
    ],
)
def test_the_thing_of_a_kind_is_what_was_told_of(goal, order):
    assert told(goal)[-1] == ("edit", order)


@pytest.mark.parametrize(
    ("goal", "order"),
    [
        ("Bo Ray came by. Change the language to Spanish", "the language to Spanish"),
        ("Bo Ray has returned L-7. Mark L-8 as closed", "L-8 as closed"),
        ("Mark the loan as closed", "the loan as closed"),
    ],
)
def test_what_is_of_no_kind_that_was_told_of_stays_as_it_is(goal, order):
    assert told(goal)[-1] == ("edit", order)


@pytest.mark.parametrize(
    ("goal", "check"),
    [
        ("Mark L-7 as closed and check the list says so", "the list says so L-7 as closed"),
        ("Mark L-7 as closed and make sure that the table shows so too", "the table shows so L-7 as closed too"),
        ("Set L-7 to closed. The list has to say so.", "The list has to say so L-7 as closed"),
        ("Marca L-7 como cerrado y comprueba que la lista lo refleja", "la lista lo refleja L-7 as cerrado"),
        ("Marca L-7 como cerrado y comprueba que la lista así lo dice", "la lista así lo dice L-7 as cerrado"),
        ("Delete L-7 and check the list says so", "the list says so"),
    ],
)
def test_what_says_so_says_what_the_change_was_to(goal, check):
    assert told(goal)[-1] == ("expect", check)


def loans(*rows):
    built = Builder()
    built.text("Loans", role="heading")
    for number, (code, state) in enumerate(rows):
        built.holder = -1
        built.into("row")
        built.text(code, role="cell")
        built.text(state, role="cell")
        built.button("Edit", selector=f"#edit{number}")
    return built.page()


def changed(goal, now):
    first = loans(("L-7", "Open"), ("L-8", "Closed"))
    built = Builder()
    built.into("form")
    built.select("State", "Open", "Closed", "Lost")
    built.button("Save", selector="#save")
    edit = read_goal(goal).parts[0]
    told = edit.numbers
    past = (
        Tried(
            Planned(Step("click", selector="#edit0"), uses=told, target=Target("button", "Edit", "#edit0")), True,
            before=first,
        ),
        Tried(Planned(Step("selectOption", selector="#n1", value="Closed"), uses=told), True, before=built.page()),
        Tried(
            Planned(Step("click", selector="#save"), part=0, ends_part=True, target=Target("button", "Save", "#save"),
                    commits=True),
            True, before=built.page(),
        ),
    )  # fmt: skip
    return BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, first, past), now, ())


def test_a_thing_is_what_its_entry_says_now_and_did_not_before():
    goal = "Mark L-7 as closed and check that L-7 is closed"

    assert changed(goal, loans(("L-7", "Closed"), ("L-8", "Closed"))).met
    assert not changed(goal, loans(("L-7", "Open"), ("L-8", "Closed"))).met
    assert not changed(goal, loans(("L-7", "Lost"), ("L-8", "Closed"))).met

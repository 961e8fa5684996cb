"""Checks that ask how many, in which state, in which field and at which address, and goals in other voices."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def orders(count=3, extra=0):
    built = Builder()
    built.into("table", "Orders")
    table = built.holder
    for number in range(count):
        built.holder = table
        built.into("row")
        built.text(f"ORD-{number}", role="cell")
        built.text("Open" if number else "Paid", role="cell")
    built.out()
    for number in range(extra):
        built.holder = -1
        built.into("listitem")
        built.text(f"Note {number}")
    built.out()
    return built


def asked(goal, page):
    (part,) = [part for part in read_goal(goal).parts if part.verb == "expect"]
    return answer(part, page)


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("Check that the table has 3 rows", True),
        ("Check that the table has 4 rows", False),
        ("Verify that there are 2 open orders", True),
        ("Verify that there are 3 open orders", False),
        ("Check that there are not 3 rows", False),
        ("Comprueba que hay 3 filas", True),
        ("I expect three rows", True),
        ("I expect four orders", False),
        ("Espero dos filas", False),
        ("Comprueba que hay dos filas", False),
        ("Comprueba que solo hay una fila", False),
    ],
)
def test_entries_are_counted(goal, met):
    assert asked(goal, orders().page()).met is met


@pytest.mark.parametrize(
    "check", ["Expected: a single one, ORD-0, for €5", "Check that there is just one", "Comprueba que queda solo una"]
)
def test_a_single_one_is_all_that_is_listed(check):
    assert [asked(check, orders(count).page()).met for count in (1, 2, 3)] == [True, False, False]


def test_rows_are_counted_though_their_head_has_more_cells():
    built = Builder()
    built.into("table", "Orders")
    table = built.holder
    for cells in (("columnheader", "Number", "State", "Actions"), ("cell", "ORD-1", "Open"), ("cell", "ORD-2", "Paid")):
        built.holder = table
        built.into("row")
        for text in cells[1:]:
            built.text(text, role=cells[0])
    built.out()

    assert asked("Check that the table has 2 rows", built.page()).met is True
    assert asked("Check that the first row is ORD-1", built.page()).met is True
    assert asked("Check that the first row is ORD-2", built.page()).met is False


def test_the_number_of_one_list_among_several_proves_nothing():
    found = asked("Check that there are 3 rows", orders(3, extra=5).page())

    assert found.met is None
    assert "3 and 5" in found.said


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("Check that the Save button is disabled", True),
        ("Check that the Save button is enabled", False),
        ("Check that Newsletter is checked", True),
        ("Check that Newsletter is not checked", False),
        ("Comprueba que el botón Save está deshabilitado", True),
    ],
)
def test_states_are_those_of_the_control(goal, met):
    built = Builder()
    built.button("Save", disabled=True)
    built.add("control", "checkbox", "Newsletter", tag="input", checked=True)

    assert asked(goal, built.page()).met is met


def test_what_a_field_holds_is_read_from_the_field():
    built = Builder()
    built.field("Quantity", value="7")
    built.text("Quantity 9")

    assert asked("Check that the Quantity field shows 7", built.page()).met is True
    assert asked("Check that the Quantity field shows 9", built.page()).met is False


def test_the_title_and_the_address_are_the_pages_own():
    page = orders().page()

    assert asked('Check that the page title is "App"', page).met is True
    assert asked('Check that the page title is "Orders"', page).met is False


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("As a sales clerk I want to create an order for Textil Sur", ["create", "save"]),
        ("As an HR manager I want to create an order for Textil Sur", ["create", "save"]),
        (
            "Given I am signed in as a@b.test with password x1y2z3\nWhen I create an order for Textil Sur\n"
            "Then it should appear in the table",
            ["login", "create", "save", "expect"],
        ),
        ("1. Sign in as a@b.test with password x1y2z3\n2. Delete ORD-7\n3. Check that ORD-7 is gone",
         ["login", "delete", "expect"]),
        ("After signing in as a@b.test with password x1y2z3, delete ORD-7", ["login", "delete"]),
        ("Raise a ticket with the subject Lost key", ["create", "save"]),
        ("- open Notes\n- add the note Call Bo", ["open", "create", "save"]),
        ("Creá un pedido para Textil Sur y verificá que aparezca", ["create", "save", "expect"]),
        ("Chek that ORD-7 is listed", ["expect"]),
        ("Cancel the booking of Bo Ray", ["delete"]),
    ],
)  # fmt: skip
def test_goals_are_read_in_many_voices(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def test_a_word_for_the_kind_of_a_thing_need_not_be_on_the_page():
    built = Builder()
    built.link("Broken lamp")
    built.link("Broken chair")

    assert steps(plan(built.page(), "Click on the ticket Broken lamp")) == [("click", "#n0", None)]


def test_a_button_that_says_the_same_in_other_words_is_taken_only_when_it_is_the_only_one():
    built = Builder()
    built.button("Create purchase")
    built.button("Delete purchase")
    assert steps(plan(built.page(), "Click New order"))[:1] == [("click", "#n0", None)]

    built.button("Add purchase")
    assert plan(built.page(), "Click New order").steps == ()


@pytest.mark.parametrize(
    ("button", "goal", "pressed"),
    [
        ("Store changes", "Press Save booking", True),
        ("Save details", 'Press "Store visit"', True),
        ("Guardar datos", "Pulsa Grabar reserva", True),
        ("Registrar cambios", "Dale a Guardar reserva", True),
        ("Delete changes", "Press Save booking", False),
        ("Store invoice", "Press Save booking", False),
        ("Store changes", "Press Delete booking", False),
    ],
)
def test_a_button_that_keeps_the_changes_saves_whatever_is_changed(button, goal, pressed):
    built = Builder()
    built.button("Dismiss")
    built.button(button)

    assert steps(plan(built.page(), goal)) == ([("click", "#n1", None)] if pressed else [])


def test_a_value_is_chosen_in_the_menu_that_is_named():
    built = Builder()
    built.button("Status: Open")
    before = built.page()
    goal = "Set the status to Solved"
    (opened,) = plan(before, goal).steps
    assert (opened.step.action, opened.step.selector) == ("click", "#n0")

    built.add("control", "menuitem", "Waiting")
    built.add("control", "menuitem", "Solved")
    chosen = plan(built.page(), goal, Tried(opened, True, before=before))

    assert steps(chosen)[0] == ("click", "#n2", None)


def pages(*rows):
    built = Builder()
    built.into("table", "Orders")
    table = built.holder
    for who in rows:
        built.holder = table
        built.into("row")
        built.text(who, role="cell")
        built.button("Delete")
    built.out()
    built.button("Next")
    return built.page()


def test_the_other_pages_are_looked_at_before_the_only_one_that_fits_is_deleted():
    first, second = pages("Textil Sur", "Casa Lienzo"), pages("Textil Sur", "Oak")
    goal = "Delete the order of Textil Sur"
    (turn,) = plan(first, goal).steps
    assert turn.step == Step("click", selector=first.nodes[-1].selector)

    draft = plan(second, goal, Tried(Planned(turn.step, turn.why, part=0, explores=True), True, before=first),
                 Tried(Planned(turn.step, turn.why, part=0, explores=True), True, before=pages("Oak")),
                 Tried(Planned(turn.step, turn.why, part=0, explores=True), True, before=pages("Elm")),
                 Tried(Planned(turn.step, turn.why, part=0, explores=True), True, before=pages("Ash")))  # fmt: skip

    assert draft.steps == ()
    assert "Several things fit" in draft.unsure


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Throw away order ORD-7", ["delete"]),
        ("Intente guardar un pedido nuevo sin producto", ["create", "save"]),
        ("sing in as a@x.test with password hunter22", ["login"]),
        ("1. Pick Ada as customer\n2. Quantity 17\n3. Save it", ["choose", "save"]),
    ],
)
def test_other_voices_ask_for_the_same(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


def test_an_article_is_no_number():
    assert asked("Comprueba que se muestra un error", orders().page()) is None


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("There should be 2 orders left", True),
        ("There should be 3 orders left", False),
        ("Comprueba que se encuentran 2 orders", True),
        ("Check that 2 orders are found", True),
        ("Check that 3 orders are found", False),
    ],
)
def test_how_many_are_left_or_found_is_counted(goal, met):
    built = Builder()
    built.text("Orders", role="heading")
    for name in ("Ada", "Bob"):
        built.holder = -1
        built.into("row")
        built.text(name, role="cell")
    page = built.page()

    finding = BuiltinExaminer().examine(Situation(goal, "http://app.test/", page, page, ()), page, ())

    assert (finding.met is True) is met


def invoices(last="Total of 2 invoices"):
    built = Builder()
    for number, amount in (("IN-1", "€40.00"), ("IN-2", "€50.00"), (last, "€90.00")):
        built.holder = -1
        built.into("row")
        built.text(number, role="cell")
        built.text(amount, role="cell")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        ("There should be 2 invoices worth €90.00 in total", True),
        ("There should be 2 invoices worth €40.00 in total", False),
        ("Verify that there are 2 invoices that come to €95.00", False),
        ("Verify that there are 3 invoices worth €90.00", False),
        ("Comprueba que hay 2 invoices por valor de 90,00 €", True),
        ("Comprueba que hay 2 invoices que suman 50,00 €", False),
    ],
)
def test_what_counted_things_come_to_is_the_sum_that_the_page_says_and_no_entry_of_it(goal, met):
    assert asked(goal, invoices()).met is met


def test_what_counted_things_come_to_is_not_known_where_the_page_says_no_sum():
    assert asked("Verify that there are 3 invoices worth €90.00", invoices("IN-3")).met is None


@pytest.mark.parametrize("which", ["over €90.00", "of €40.00"])
def test_an_amount_of_each_is_no_sum_of_them(which):
    assert [t.kind for t in asked(f"Verify that there are 2 invoices {which}", invoices()).rest] == ["number"]


def test_a_table_that_has_only_its_head_is_no_list_to_count_in():
    built = orders()
    built.into("table", "Drafts")
    built.into("row")
    built.text("Number", role="columnheader")
    built.out()

    assert asked("Comprueba que hay tres pedidos abiertos", built.page()).met is False

"""Beside filling in forms: dates, dragging, icons, colours, copies, replies, and pages that echo the goal."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.colors import color_words
from ghostly.engine.builtin.echo import page_without_echo
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried


def calendar(month, days=31):
    built = Builder()
    built.field("Date", readonly=True)
    built.add("control", "", "Prev", tag="a", box=(10, 60, 10, 10))
    built.add("control", "", "Next", tag="a", box=(90, 60, 10, 10))
    built.add("text", "", text=month, box=(40, 60, 40, 10))
    for day in range(1, days + 1):
        built.add("control", "link", str(day), tag="a")
    return built.page()


def test_a_field_that_only_a_calendar_fills_is_opened_first():
    built = Builder()
    built.field("Date", readonly=True)
    built.button("Submit")

    assert steps(plan(built.page(), "Select 03/05/2016 as the date"))[0] == ("click", "#n0", None)


@pytest.mark.parametrize(
    ("month", "clicked"),
    [
        ("March 2016", ["#n8"]),
        ("January 2016", ["#n2", "#n2"]),
        ("Abril de 2016", ["#n1"]),
        ("December 2015", ["#n2"] * 3),
    ],
)
def test_a_calendar_is_leafed_through_to_the_month_and_then_the_day_is_clicked(month, clicked):
    draft = plan(calendar(month), "Select 03/05/2016 as the date", most=3)

    assert [planned.step.selector for planned in draft.steps] == clicked


def grid():
    built = Builder()
    for number, name in enumerate(["Ada", "Bob", "Cyd", "Dan"]):
        built.add("text", "", text=name, tag="li", box=(10 + 50 * (number % 2), 10 + 50 * (number // 2), 40, 40))
    return built.page()


@pytest.mark.parametrize(
    ("goal", "selector", "across", "down"),
    [
        ("Drag Ada to the 3rd position", "#n0", 0, 50),
        ("Drag Ada down by one", "#n0", 0, 50),
        ("Drag Dan to the top left", "#n3", -50, -50),
        ("Drag Dan to the bottom left corner", "#n3", -50, 0),
        ("Arrastra Bob abajo por uno", "#n1", 0, 50),
    ],
)
def test_things_are_dragged_to_a_place_among_their_like_and_a_little_past_it(goal, selector, across, down):
    (planned,) = plan(grid(), goal).steps
    first, last = planned.step.path

    assert (planned.step.action, planned.step.selector) == ("dragTo", selector)
    assert all(abs(by - far) < 20 for by, far in ((last.x - first.x, across), (last.y - first.y, down)))
    # Past the middle of the place, but within it.
    assert all(abs(by) >= abs(far) for by, far in ((last.x - first.x, across), (last.y - first.y, down)))


def test_one_thing_is_dragged_onto_another():
    (planned,) = plan(grid(), "Drag Cyd onto Bob").steps

    assert (planned.step.action, planned.step.selector, planned.step.target) == ("dragTo", "#n2", "#n1")


def test_a_place_that_does_not_exist_is_not_guessed():
    assert plan(grid(), "Drag Ada to the 9th position").steps == ()


def test_an_icon_is_found_by_what_its_maker_called_it_in_the_entry_that_is_named():
    built = Builder()
    for name in ("Ada", "Bob"):
        built.out()
        built.into("item", tag="div", classes="message")
        built.text(f"{name} wrote something")
        built.add("shape", "img", tag="span", classes="icon trash")
    page = built.page()

    draft = plan(page, "Find the message of Bob and click the trash icon")
    assert steps(draft) == [("click", "#n5", None)]
    assert plan(page, "Click the trash icon").unsure


@pytest.mark.parametrize(
    ("css", "names"),
    [
        ("rgb(255, 0, 0)", {"red", "rojo"}),
        ("rgb(246, 131, 131)", {"red"}),
        ("rgb(0, 255, 255)", {"aqua", "cyan"}),
        ("rgb(128, 128, 128)", {"gray", "grey", "gris"}),
        ("none", set()),
    ],
)
def test_colours_have_the_names_that_people_use(css, names):
    assert names <= color_words(css)
    if "red" in names:
        assert "blue" not in color_words(css)


def test_all_things_of_a_colour_are_clicked():
    built = Builder()
    for color in ("rgb(200, 30, 30)", "rgb(30, 30, 200)", "rgb(250, 120, 120)"):
        built.add("shape", "img", tag="span", color=color)

    assert [s for _, s, _ in steps(plan(built.page(), "Select all the shades of red"))] == ["#n0", "#n2"]


def test_what_is_copied_is_what_the_field_holds():
    built = Builder()
    built.add("control", "textbox", tag="textarea", value="Lorem ipsum")
    built.field("Target")

    draft = plan(built.page(), "Copy the text in the textarea and paste it into the Target field")
    assert steps(draft) == [("fill", "#n1", "Lorem ipsum")]


def test_nothing_is_pasted_that_was_not_copied():
    built = Builder()
    built.field("Target")

    assert "copy something first" in plan(built.page(), "Paste it into the Target field").unsure


def test_a_reply_is_opened_filled_in_and_sent():
    closed = Builder()
    closed.text("Ada: how are you?")
    closed.button("Reply")
    opened = Builder()
    opened.add("control", "textbox", tag="textarea", name="Message")
    opened.button("Send")
    goal = 'Reply to Ada with the text "Fine, thanks"'

    first = plan(closed.page(), goal)
    assert steps(first) == [("click", "#n1", None)]
    second = plan(opened.page(), goal, Tried(first.steps[0], True))
    assert steps(second) == [("fill", "#n0", "Fine, thanks"), ("click", "#n1", None)]


def test_a_text_that_only_repeats_the_goal_is_neither_a_target_nor_a_proof():
    built = Builder()
    built.text("Click on the trash icon of Bob and confirm that it is gone")
    built.text("Click here")
    goal = read_goal("Click on the trash icon of Bob and confirm that it is gone")

    assert [node.said for node in page_without_echo(built.page(), goal).nodes] == ["Click here"]


def test_an_answer_that_is_expected_after_a_colon_is_no_order():
    built = Builder()
    built.text("Your seat by the window is booked.", role="status")
    goal = read_goal('Press Book. Expected answer: "Your seat by the window is booked."')

    assert len(page_without_echo(built.page(), goal).nodes) == 1


def test_a_row_that_has_the_words_of_the_goal_stays():
    built = Builder()
    built.into("row")
    built.text("Textil Sur Linen roll 7", role="cell")
    goal = read_goal("Create an order for Textil Sur Linen roll 7")

    assert len(page_without_echo(built.page(), goal).nodes) == 2


def test_of_two_that_nothing_tells_apart_the_first_is_taken_but_never_of_two_rows():
    twins = Builder()
    twins.button("OK")
    twins.button("OK")
    rows = Builder()
    for name in ("Ada", "Bob"):
        rows.out()
        rows.into("row")
        rows.text(name, role="cell")
        rows.button("Archive")

    assert steps(plan(twins.page(), "Click OK")) == [("click", "#n0", None)]
    assert "several things" in plan(rows.page(), "Click Archive").unsure


@pytest.mark.parametrize(
    ("goal", "typed"),
    [
        ('Type "ada" in upper case letters into the Name field', "ADA"),
        ('Enter "ada" into the Name field', "ada"),
        ('Escribe "ADA" en el campo Name en minúsculas', "ada"),
    ],
)
def test_a_text_is_typed_as_it_was_asked_for(goal, typed):
    built = Builder()
    built.field("Name")

    assert steps(plan(built.page(), goal)) == [("fill", "#n0", typed)]


def test_one_value_goes_into_both_fields():
    built = Builder()
    built.field("Password", type="password")
    built.field("Repeat password", type="password")

    draft = plan(built.page(), 'Enter the password "x9" into both fields')
    assert steps(draft) == [("fill", "#n0", "x9"), ("fill", "#n1", "x9")]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("In the row of ORD-1 press Edit, set Quantity to 2 and save", ["click", "fill", "save"]),
        ("As ada@x.test (password: p4ss) sign in", ["login"]),
        ("Use the account ada@x.test with password p4ss to sign in", ["login"]),
        ("Open order ORD-1 and change its quantity to 2", ["edit", "save"]),
        ("Set the status of ORD-1 to Paid", ["edit", "save"]),
        ("Mark ORD-1 as paid", ["edit", "save"]),
        ("Click on New and then on Cancel", ["click", "click"]),
        ("Delete ORD-1 (accept the question) and confirm it is not listed", ["delete", "accept", "expect"]),
        ("Sign in as ada@x.test with password p4ss and merge the lists", ["login", "say", "save"]),
        ("Write a note that says Hello", ["create", "save"]),
        ("The new order has to be visible", ["expect"]),
        ("La nota tiene que aparecer", ["expect"]),
    ],
)
def test_orders_inside_sentences_are_told_apart(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts] == verbs


@pytest.mark.parametrize(
    ("goal", "negated"),
    [
        ("Check that ORD-1 is listed and ORD-2 is not", [False, True]),
        ("Check that ORD-1 and ORD-2 are not shown", [True, True]),
        ("Comprueba que aparece ORD-1 y que no aparece ORD-2", [False, True]),
        ("Check that the row shows Textil Sur and 12", [False]),
        ("Check that neither ORD-1 nor ORD-2 is listed", [True, True]),
        ("ORD-1 must disappear", [True]),
    ],
)
def test_facts_are_checked_one_by_one(goal, negated):
    assert [part.negated for part in read_goal(goal).parts] == negated

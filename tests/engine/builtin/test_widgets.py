"""What is offered, stepped up, selected, worked out, read off, resized, or named by its place."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.constraints import pattern_of
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


@pytest.mark.parametrize(
    ("goal", "fits", "fails"),
    [
        ('Enter a city that starts with "Bar" and ends with "na"', "Barcelona", "Barranquilla"),
        ("Choose the option ending with pdf", "q3.pdf", "q3.doc"),
        ('Elige una ciudad que empiece por "Mal"', "Málaga", "Madrid"),
    ],
)
def test_how_a_choice_must_look_is_read(goal, fits, fails):
    pattern = pattern_of(read_goal(goal).parts[0].words)

    assert pattern is not None
    assert pattern.fits(fits)
    assert not pattern.fits(fails)


def test_what_is_checked_to_start_with_something_is_no_choice():
    assert plan(Builder().page(), "Check that the title starts with Or").steps == ()


def typed(built, goal, value):
    before = built.page()
    done = Planned(Step("fill", selector="#n0", value=value), part=0)
    for number, offer in enumerate(("Barcelona", "Barranquilla")):
        built.add("text", "", text=offer, box=(10, 40 + 20 * number, 100, 18))
    return plan(built.page(), goal, Tried(done, True, before=before))


def test_the_offer_that_fits_is_taken_and_nothing_else():
    built = Builder()
    built.field("City")
    goal = 'Enter a city that starts with "Bar" and ends with "lona"'
    assert steps(plan(built.page(), goal)) == [("fill", "#n0", "Bar")]

    assert steps(typed(built, goal, "Bar")) == [("click", "#n1", None)]


def test_where_nothing_that_is_offered_fits_nothing_is_taken():
    built = Builder()
    built.field("City")

    draft = typed(built, 'Enter a city that starts with "Bar" and ends with "zz"', "Bar")

    assert draft.steps == ()
    assert "Nothing that is offered fits" in draft.unsure


def test_the_only_option_that_fits_is_selected():
    built = Builder()
    built.select("Fruit", "Apple", "Pear", "Apricot")

    assert steps(plan(built.page(), 'Select the fruit that starts with "Ap" and ends with "ot"')) == [
        ("selectOption", "#n0", "Apricot")
    ]


def dishes():
    built = Builder()
    for dish in ("Pasta", "Salad", "Soup"):
        built.holder = -1
        built.into("item")
        built.text(dish)
        built.button("-")
        built.button("+")
    built.out()
    built.button("Order")
    return built


def test_amounts_are_pressed_up_beside_each_thing():
    draft = plan(dishes().page(), "Order 2 pasta and one soup", most=9)

    assert [planned.step.selector for planned in draft.steps] == ["#n3", "#n3", "#n11"]


def test_what_was_pressed_counts_and_the_order_is_sent_last():
    pressed = [Tried(Planned(Step("click", selector=each), part=0), True) for each in ("#n3", "#n3", "#n11")]

    assert steps(plan(dishes().page(), "Order 2 pasta and one soup", *pressed))[0] == ("click", "#n12", None)


def test_an_amount_of_what_is_not_there_is_not_pressed():
    assert plan(dishes().page(), "Add 2 pizzas").steps == ()


@pytest.mark.parametrize(
    ("goal", "step"),
    [
        ("Make the word Ada bold", ("selectText", "#n0", None)),
        ('Make the word "report" bold', ("selectText", "#n0", "report")),
        ("Pon todo el texto en negrita", ("selectText", "#n0", None)),
    ],
)
def test_a_style_is_given_to_text_that_is_selected_first(goal, step):
    built = Builder()
    built.add("control", "textbox", "Letter", tag="div", value="Dear Ada, the report is late.")
    built.button("Bold")

    planned = plan(built.page(), goal).steps[0].step

    assert (planned.action, planned.selector) == step[:2]
    assert step[2] in (None, planned.text)


def test_text_is_highlighted_by_its_words_or_its_place():
    built = Builder()
    for text in ("Alpha beta gamma.", "One two three."):
        built.add("text", "", text=text, tag="p")

    assert [(p.step.selector, p.step.text) for p in plan(built.page(), "Highlight the second paragraph").steps] == [
        ("#n1", None)
    ]
    assert [(p.step.selector, p.step.text) for p in plan(built.page(), 'Highlight the text "beta"').steps] == [
        ("#n0", "beta")
    ]
    assert plan(built.page(), 'Highlight the text "delta"').steps == ()


def test_a_sum_on_the_page_is_worked_out_and_typed():
    built = Builder()
    built.text("What is 17 - 5 = ?")
    built.field("Result")

    assert steps(plan(built.page(), "Solve the math problem and type your answer into the textbox")) == [
        ("fill", "#n1", "12")
    ]
    assert steps(plan(built.page(), "Answer the security question"))[0] == ("fill", "#n1", "12")


@pytest.mark.parametrize("text", ["12/11/2026", "Call 555-123", "3 + 4 = ? or 5 + 6 = ?"])
def test_what_only_looks_like_a_sum_is_left_alone(text):
    built = Builder()
    built.text(text)
    built.field("Result")

    assert plan(built.page(), "Solve the math problem").steps == ()


def test_a_cell_is_read_by_its_row_and_its_column():
    built = Builder()
    for number, row in enumerate(
        (("Name", "Phone", "Email"), ("Bo", "555-1", "bo@x.test"), ("Cy", "555-2", "cy@x.test"))
    ):
        built.holder = -1
        built.into("row")
        for cell in row:
            built.text(cell, role="columnheader" if not number else "cell")
    built.out()
    built.field("Call")

    assert steps(plan(built.page(), "Type the phone number of Cy into the Call field")) == [("fill", "#n12", "555-2")]
    assert steps(plan(built.page(), "Enter Bo's email in the text field")) == [("fill", "#n12", "bo@x.test")]


def test_a_word_is_read_by_its_place_in_the_text():
    built = Builder()
    built.text("the quick brown fox, jumps over a dog")
    built.field("Word")

    assert steps(plan(built.page(), "Type the 4th word of the text into the field")) == [("fill", "#n1", "fox")]


@pytest.mark.parametrize(
    ("goal", "across", "down"),
    [
        ("Resize the notes so that they are taller", 0, 1),
        ("Make the text area narrower", -1, 0),
        ("Make the notes larger", 1, 1),
        ("Make the notes larger in height", 0, 1),
        ("Haz el campo más ancho", 1, 0),
    ],
)
def test_a_field_is_resized_by_its_corner(goal, across, down):
    built = Builder()
    built.add("control", "textbox", "Notes", tag="textarea", box=(0, 0, 200, 100))

    (planned,) = plan(built.page(), goal).steps
    first, last = planned.step.path

    assert (first.x, first.y) == (196, 96)
    assert [(by > 0) - (by < 0) for by in (last.x - first.x, last.y - first.y)] == [across, down]


def test_lists_and_options_are_named_by_their_place():
    built = Builder()
    for number in range(2):
        built.add(
            "control", "combobox", tag="select", options=tuple(Option(o, f"{o}{number}") for o in ("a", "b", "c"))
        )

    goal = "Choose a0 in the first dropdown and the 3rd option of the second dropdown"

    assert steps(plan(built.page(), goal)) == [("selectOption", "#n0", "a0"), ("selectOption", "#n1", "c1")]


def test_a_thing_is_marked_by_its_own_control():
    built = Builder()
    for number in ("ORD-1", "ORD-2"):
        built.holder = -1
        built.into("item")
        built.text(number)
        built.button("Paid")
        built.button("Lost")

    assert steps(plan(built.page(), "Mark ORD-2 as lost"))[0] == ("click", "#n7", None)


def test_a_control_beside_a_name_is_not_the_name():
    built = Builder()
    built.into("listitem")
    built.add("control", "", "▾")
    built.text("Reports")
    built.text("q3.pdf")

    assert steps(plan(built.page(), 'Click on "q3.pdf"')) == [("click", "#n3", None)]


def test_a_control_that_is_called_by_a_word_of_no_weight_is_found():
    built = Builder()
    built.button("Show")
    built.button("Hide")

    assert steps(plan(built.page(), "Press Show")) == [("click", "#n0", None)]


def test_the_controls_of_all_things_that_are_named_are_pressed():
    built = Builder()
    for who in ("@ana", "@leo", "@ana"):
        built.holder = -1
        built.into("item")
        built.text(who)
        built.button("Like")

    assert [s[1] for s in steps(plan(built.page(), "Like all the posts by @ana"))] == ["#n2", "#n8"]

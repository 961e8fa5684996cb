"""What a check says of sums is said of the last row of a table, of each under its head, and of nothing else."""

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.evidence import another_shown, item_of
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.questions import answer, lists
from ghostly.engine.builtin.totals import sums_told
from ghostly.engine.page import Option

HEADS = ("Day", "Rider", "Hours", "Distance (km)", "Fee")
RIDES = (("3 May", "Ada Moss", "2.5", "40", "€12.00"), ("4 May", "Bo Lind", "4", "61", "€20.50"))


def rides(*foot, title="Rides", rider="", is_apart=True):
    """A table with its sums; a single row at the foot stands in no group of its own."""
    built = Builder()
    built.text(title, role="heading")
    if rider:
        built.add("control", "combobox", "Rider", options=(Option("a", rider, True),), tag="select", text=rider)
    built.into("table")
    table, y = built.holder, 100
    for at, row in enumerate((HEADS, *RIDES, foot)):
        if at < 2 or (at == 3 and not is_apart):
            built.holder = table
            built.into("rowgroup", parent=table)
            group = built.holder
        parent = table if at == 3 and is_apart else group
        built.into("row", parent=parent)
        for column, said in enumerate(row):
            box = (200 * column, y + 40 * at, 200, 40)
            built.add("text", "cell" if at else "columnheader", text=said, box=box)
    return built.page()


SUMS = ("Total (2 rides)", "", "6.5", "1,101", "€32.50")


def told(check, page):
    found = sums_told(read_goal(check).parts[-1], page)
    return found.met if found else None


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("Check that the total is 6.5 hours", True),
        ("The totals below the table should be 6.5 hours and 1,101 kilometres", True),
        ("The rides must add up to 6.5 hours and €32.50", True),
        ("Check that the total distance is 1101 km", True),
        ("Verify that the total of the fee is €32.50", True),
        ("The footer must be 6.5 hours, 1,101 km, 2 rides", True),
        ("Comprueba que los rides suman 6,5 hours y 32,50 €", True),
        ("El total de kilómetros debe ser 1.101", True),
        ("Check that the total is now 5 hours", False),
        ("The totals should be 6.5 hours and 1,110 kilometres", False),
        ("The totals should be 1,101 hours and 6.5 kilometres", False),
        ("The footer must be 6.5 hours, 1,101 km, 3 rides", False),
        ("Comprueba que el total es de 32,05 €", False),
        ("Check that the total is 2 hours", False),
        # What the row does not add up, and what the page does not say that it is of.
        ("Check that the total distance is 1101 miles", None),
        ("Check that the total of paid hours is 6.5", None),
        ("Check that the total hours of Ada Moss are 6.5", None),
        ("Check that the total is 6.5", None),
        ("Check that the total is $32.50", None),
        ("Check that the total is not 7 hours", None),
        ("The footer of the page must say 7 hours", None),
        ("Check that 6.5 hours are listed", None),
    ],
)
@pytest.mark.parametrize("is_apart", [True, False])
def test_sums_are_told_by_the_last_row_under_their_heads(check, so, is_apart):
    assert told(check, rides(*SUMS, is_apart=is_apart)) is so


@pytest.mark.parametrize(
    ("check", "so"),
    [
        ("The rides have a total of €32.50", True),
        ("The table shows rides with a total of €32.05", False),
        ("The table shows the new ride with a total of €20.50", None),
        ("That ride shows 4 hours and a total of €20.50", None),
        ("The ride now has a total of €12.00", None),
        ("The table lists one ride with a total fee of €12.00", None),
        ("Comprueba que el nuevo ride tiene un total de 20,50 €", None),
    ],
)
def test_what_one_of_the_entries_comes_to_is_no_sum_of_them_all(check, so):
    assert told(check, rides(*SUMS)) is so


def test_sums_are_of_whom_a_page_is_about_by_the_whole_name():
    check = "Check that the total hours of Ada Moss are 6.5"

    assert told(check, rides(*SUMS, title="Ada Moss")) is True
    assert told(check, rides(*SUMS, rider="Ada Moss")) is True
    assert told(check, rides(*SUMS, title="Ada Moss Junior")) is None
    assert told(check, rides(*SUMS, rider="Bo Lind")) is None


def test_a_row_of_entries_is_no_row_of_sums():
    last = ("5 May", "Cy Park", "6.5", "12", "€9.00")

    assert told("Check that the total is 6.5 hours", rides(*last, is_apart=False)) is None
    assert told("Check that the total is €9.00", rides("Shipping", "", "", "", "€9.00")) is None


def asked(check, page):
    found = answer(read_goal(check).parts[-1], page)
    return found.met if found else None


@pytest.mark.parametrize(
    ("said", "check", "so"),
    [
        ("12 of 12 boats", "Check that there are 12 boats", True),
        ("3 of 12 boats", "Check that there are 12 boats", False),
        ("1,200 boats", "Check that there are 200 boats", False),
        ("21.5 boats", "Check that there are 5 boats", False),
    ],
)
def test_all_of_them_are_counted_by_whole_numbers(said, check, so):
    built = Builder()
    built.text(said)

    assert (asked(check, built.page()) is True) is so


def test_what_is_measured_is_not_counted_by_its_entries():
    page = rides(*SUMS)

    assert asked("Check that there are 2 hours", page) is None
    assert asked("Check that there are 2 rides", page) is True


def boxes(*bars):
    built = Builder()
    for bar in bars:
        built.out()
        built.into("item")
        for role, said in bar:
            built.field(said) if role == "textbox" else built.text(said, role=role)
    for name in ("Heron", "Swift", "Tern"):
        built.out()
        built.into("item")
        built.text(name)
        built.add("control", "switch", f"{name} open")
        built.button("Edit")
    return built.page()


def test_boxes_beside_cards_that_are_made_otherwise_are_not_counted():
    head, bar = (("heading", "Boats"), ("", "3 afloat")), (("textbox", "Find a boat"), ("", "Find a boat"))

    assert [len(each) for each in lists(boxes())] == [3]
    assert [len(each) for each in lists(boxes(head, bar))] == [3]


def test_a_card_of_another_make_is_one_that_should_not_be_there():
    head, bar = (("heading", "Boats"), ("", "3 afloat")), (("textbox", "Find a boat"), ("", "Find a boat"))
    built = Builder()
    built.nodes = list(boxes(head, bar).nodes)
    built.into("item")
    built.text("Kite")
    built.link("Where it is")
    three = [read_goal("only Heron, Swift and Tern").tokens[at : at + 1] for at in (1, 3, 5)]

    assert another_shown(boxes(head, bar), three) == ""
    assert another_shown(built.page(), three)


def test_a_bar_of_fields_or_of_buttons_is_no_entry():
    built = Builder()
    built.into("item")
    built.select("Rider", "Ada", "Bo")
    begin = built.button("Log a ride")
    built.out()
    built.into("dialog", "Ride")
    built.into("item", parent=built.holder)
    end = [built.button(said) for said in ("Edit", "Delete ride", "Close")][1]
    built.out()
    built.into("item")
    built.text("Mug")
    built.field("Quantity")
    kept = built.button("Remove")
    page = built.page()

    assert [item_of(page, f"#n{number}") for number in (begin, end, kept)] == [None, None, "Mug Quantity Remove"]

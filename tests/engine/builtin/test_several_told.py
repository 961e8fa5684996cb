"""Several entries that are told of first, that another page of a list has, or to which a named action is done; and
the lines of a list that are a path, a label with its value, or just `Next`."""

import pytest
from engine.builtin.test_bulk import bills, named
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Tried


def read(goal):
    return [(part.verb, part.said) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        (
            "Both bills that are open in the list (B-1 and B-12) have been settled. Tick the two, change their status "
            "to Paid.",
            [("check", "Tick B-1 B-12"), ("edit", "change their status to Paid")],
        ),
        ("The bills B-1 and B-12 have been paid. Mark both as paid.", [("edit", "Mark B-1 B-12 as paid")]),
        ("Las facturas B-1 y B-12 ya se han pagado. Marca ambas como paid.", [("edit", "Marca B-1 B-12 como paid")]),
    ],
)
def test_both_are_those_that_were_told_of(goal, parts):
    assert read(goal) == parts


@pytest.mark.parametrize("goal", ["Tick the two boxes", "Tick both", "Bill B-1 has been paid. Tick both."])
def test_both_are_not_guessed(goal):
    assert "B-1" not in read_goal(goal).parts[-1].said


@pytest.mark.parametrize("goal", ["Check both really say Paid", "Check that both say Paid"])
def test_what_both_say_is_looked_at(goal):
    assert [part.verb for part in read_goal(goal).parts] == ["expect"]


def test_what_is_ticked_is_no_check():
    assert read("Tick B-1") == [("check", "Tick B-1")]


@pytest.mark.parametrize("goal", ["Use the bulk action Mark as paid", "Apply the action Mark as paid to them"])
def test_a_named_action_is_done_to_what_is_ticked(goal):
    page = bills("B-1", "B-2", control="list")

    assert named(page, plan(page, goal)) == [("selectOption", "Bulk action"), ("click", "Apply")]


def test_a_named_action_is_not_done_to_nothing():
    page = bills(control="list")

    assert ("click", "Apply") not in named(page, plan(page, "Use the bulk action Mark as paid"))


def paged(*numbers):
    built = Builder()
    for number in numbers:
        built.out()
        built.into("row")
        built.add("control", "checkbox", f"Select {number}", tag="input", type="checkbox", checked=False)
        built.text(number, role="cell")
    built.out()
    built.link("New bill")
    built.text("1")
    built.link("2")
    built.button("Mark as paid")
    return built.page()


@pytest.mark.parametrize("goal", ["Select B-7 and B-9 in the list", "Tick B-7 and B-9", "Mark B-7 and B-9 as paid"])
def test_entries_are_looked_for_on_the_further_pages_of_their_list(goal):
    page = paged("B-1", "B-2")
    [turned] = plan(page, goal).steps
    assert (turned.target.name, turned.explores) == ("2", True)

    further = paged("B-7", "B-8", "B-9")
    ticked = [name for action, name in named(further, plan(further, goal, Tried(turned, True, before=page)))]
    assert ticked[:2] == ["Select B-7", "Select B-9"]


def test_a_path_is_followed_to_its_end():
    built = Builder()
    built.link("Reports")
    built.link("New report")
    page = built.page()
    goal = "Steps:\n1. Reports > New report\n2. Save"
    [first] = plan(page, goal).steps

    assert [p.target.name for p in plan(page, goal, Tried(first, True, before=page)).steps] == ["New report"]


def test_a_line_may_say_only_a_label_and_what_a_list_is_to_say():
    built = Builder()
    built.select("Client", "Aster Mills", "Northern Rail")
    built.button("Next")

    draft = plan(built.page(), "1. Client Northern Rail, Next\n2. Save")
    assert steps(draft) == [("selectOption", "#n0", "Northern Rail"), ("click", "#n1", None)]


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("Tick B-1, Next, Save", ["check", "next", "save"]),
        ('1. Open Reports\n2. Title "Spring"\n3. Next', ["open", "fill", "next"]),
        ("Press Solve. Result: the list has 2 bills", ["click", "expect"]),
    ],
)
def test_items_of_a_line_are_parts(goal, parts):
    assert [part.verb for part in read_goal(goal).parts if not part.implied] == parts


def test_what_leads_nowhere_is_not_pressed_again():
    built = Builder()
    built.button("Next")
    page = built.page()
    goal = "Delete the bill B-9"
    [first] = plan(page, goal).steps

    assert plan(page, goal, Tried(first, True, before=page)).steps == ()


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Verify Ada Ray and Bo Gil are Paid", ["Ada Ray are Paid", "Bo Gil are Paid"]),
        (
            "Check that B-1, B-2 and B-3 should be in the Ready column",
            [f"B-{number} should be in the Ready column" for number in (1, 2, 3)],
        ),
        ("Comprueba que B-1 y B-2 están en la lista", ["B-1 están en la lista", "B-2 están en la lista"]),
        # Said of several together, or of one of them.
        ("Check that Ada and Bo are the only ones listed", ["Ada", "Bo are the only ones listed"]),
        ("Check that only Ada and Bo are listed", ["only Ada and Bo are listed"]),
        ("The name and email are shown", ["The name", "email are shown"]),
    ],
)
def test_what_is_said_of_several_things_is_said_of_each(goal, told):
    assert [" ".join(t.text for t in p.words if t.kind != "mark") for p in read_goal(goal).parts] == told

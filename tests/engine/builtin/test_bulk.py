"""Several entries are ticked, and what is to be done is done to all of them by one control, and to no others."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def bills(*ticked, control="button", states=("Open", "Open", "Open")):
    """Three bills with a box each, and one control for those that are ticked."""
    built = Builder()
    built.text("Bills", role="heading")
    for number, state in zip(("B-1", "B-2", "B-12"), states, strict=True):
        built.out()
        built.into("row")
        built.add("control", "checkbox", f"Select {number}", tag="input", type="checkbox", checked=number in ticked)
        built.text(number, role="cell")
        built.text(state, role="cell")
        built.button("Delete")
    built.out()
    if control == "button":
        built.button("Mark as paid")
        built.button("Archive selected")
    else:
        options = tuple(Option(o, o) for o in ("Bulk action…", "Mark as paid", "Mark as sent"))
        built.add("control", "combobox", "Bulk action", label="Bulk action", options=options)
        built.button("Apply")
    return built.page()


def named(page, draft):
    by_selector = {node.selector: node.said for node in page.nodes}
    return [(action, by_selector[selector]) for action, selector, _ in steps(draft)]


@pytest.mark.parametrize(
    "goal", ["Mark B-1 and B-12 as paid", "Mark as paid the bills B-1 and B-12", "Marca B-1 y B-12 como paid"]
)
def test_entries_that_are_named_are_ticked_first(goal):
    page = bills()

    assert named(page, plan(page, goal)) == [
        ("check", "Select B-1"),
        ("check", "Select B-12"),
        ("click", "Mark as paid"),
    ]


def test_what_is_ticked_already_is_meant_by_a_pronoun():
    page = bills("B-1", "B-2")

    assert named(page, plan(page, "Mark them as paid")) == [("click", "Mark as paid")]


def test_a_list_of_things_to_do_is_set_and_applied():
    page = bills(control="list")

    assert named(page, plan(page, "Mark B-1 and B-2 as sent")) == [
        ("check", "Select B-1"),
        ("check", "Select B-2"),
        ("selectOption", "Bulk action"),
        ("click", "Apply"),
    ]


@pytest.mark.parametrize("goal", ["Approve B-1 and B-2", "Mark B-1 and B-7 as paid"])
def test_nothing_is_ticked_for_what_no_control_does_or_an_entry_that_is_not_there(goal):
    page = bills()

    assert not [said for action, said in named(page, plan(page, goal)) if action == "check" or "Archive" in said]


@pytest.mark.parametrize(("states", "met"), [(("Paid", "Paid", "Open"), True), (("Paid", "Open", "Open"), False)])
def test_each_of_those_that_were_ticked_is_held_to_a_check_of_both(states, met):
    before, now = bills(), bills(states=states)
    ticks = [n.selector for n in before.nodes if n.role == "checkbox"][:2]
    words = frozenset(range(40))
    past = [Tried(Planned(Step("check", selector=each), uses=words), True, before=before) for each in ticks]
    press = next(n.selector for n in before.nodes if n.said == "Mark as paid")
    past.append(Tried(Planned(Step("click", selector=press), uses=words, ends_part=True), True, before=before))
    goal = "Mark B-1 and B-2 as paid. Both must be Paid"

    found = BuiltinExaminer().examine(Situation(goal, "http://app.test/", now, before, tuple(past)), now, ())
    assert found.met is met


def gifts():
    built = Builder()
    built.add("control", "searchbox", "Search gifts", tag="input", type="search")
    for name in ("Ada Ray", "Bo Lee", "Cy Day"):
        built.out()
        built.into("row")
        built.add("control", "checkbox", "Select", tag="input", type="checkbox", checked=False)
        built.text(name, role="cell")
    return built.page()


def test_entries_that_are_to_be_selected_are_ticked_and_not_searched_for():
    page = gifts()
    boxes = [node.selector for node in page.nodes if node.role == "checkbox"]

    assert steps(plan(page, "Select the gifts of Ada Ray and Cy Day")) == [
        ("check", boxes[0], None),
        ("check", boxes[2], None),
    ]


def test_a_list_that_only_narrows_what_is_shown_does_nothing_to_what_is_ticked():
    built = Builder()
    built.into("form")
    built.select("Priority", "Any", "Low", "Urgent")
    built.button("Show")
    built.out()
    for code in ("T-1", "T-2"):
        built.holder = -1
        built.into("row")
        built.add("control", "checkbox", f"Select {code}", tag="input", type="checkbox")
        built.text(code, role="cell")
        built.text("Low", role="cell")

    draft = plan(built.page(), "Set the priority of T-1 to Urgent")

    assert "Priority" not in [p.target.name for p in draft.steps]

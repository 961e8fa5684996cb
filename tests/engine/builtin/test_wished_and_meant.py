"""What somebody wants is told of what is made for them, and one word in an entry does not make it the thing that is
meant."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal


def read(goal):
    return [(p.verb, " ".join(t.text for t in p.words)) for p in read_goal(goal).parts if not p.implied]


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        ("Add Ada Moss to the queue; she wants a large locker.", "Ada Moss to the queue , wants a large locker"),
        ("Register the guest Bo Ray. He needs a cot.", "the guest Bo Ray , needs a cot"),
        ("Create a booking for Bo Ray; he prefers mornings", "a booking for Bo Ray , prefers mornings"),
        ("Apunta a Ada Moss en la cola; quiere una grande.", "a Ada Moss en la cola , quiere una grande"),
    ],
)  # fmt: skip
def test_what_somebody_wants_belongs_to_what_is_made_for_them(goal, first):
    assert [words for _, words in read(goal)] == [first]


@pytest.mark.parametrize("check", ["She needs to be listed.", "She needs to be at the end of the list."])
def test_what_needs_to_be_so_is_a_check(check):
    assert read(f"Add Ada Moss to the queue. {check}")[-1][0] == "expect"


def test_what_somebody_wants_is_no_part_of_what_is_deleted():
    assert read("Delete the booking of Ada Moss; she wants a refund")[0] == ("delete", "the booking of Ada Moss")


def queue(*wishes):
    built = Builder()
    built.text("Queue", role="heading")
    for name, wish in zip(("Ada Moss", "Bo Ray"), wishes, strict=True):
        built.out()
        built.into("listitem")
        built.text(f"{name} wants: {wish}")
        built.button("Edit", selector=f"#edit-{name}")
    built.out()
    built.link("Settings")
    return built.page()


GOAL = "Raise the monthly rent for a large locker to 40"


def test_an_entry_that_says_one_word_of_many_is_not_what_is_changed():
    assert "#edit-Ada Moss" not in [selector for _, selector, _ in steps(plan(queue("Large", "Small"), GOAL))]


def test_an_entry_that_says_most_of_a_description_is_what_is_changed():
    page = queue("Large locker, monthly rent 30", "Small")

    assert [selector for _, selector, _ in steps(plan(page, GOAL))] == ["#edit-Ada Moss"]


def test_what_is_changed_is_not_typed_into_a_form_that_makes_something_else():
    built = Builder()
    built.text("Work days", role="heading")
    built.into("form")
    built.field("Places", type="number", selector="#places")
    built.button("Add work day", selector="#add")
    built.out()
    built.link("Settings")

    assert "#places" not in [selector for _, selector, _ in steps(plan(built.page(), GOAL))]
    assert "#places" in [s for _, s, _ in steps(plan(built.page(), "Change the places to 40"))]

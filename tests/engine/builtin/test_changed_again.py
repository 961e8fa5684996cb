"""A thing that is put into a state, and changed once more as `it`; both changes have to be seen."""

import pytest
from engine.builtin.test_planner import plan
from engine.builtin.test_proofs import examined, orders

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize(
    ("goal", "first", "second"),
    [
        ("Put trip T-5 on hold and reduce it to 2 seats", "trip T-5 as on hold", "T-5 it to 2 seats"),
        ("Pon a Ana Ruiz en espera y cambia su tutor a Bo", "a Ana Ruiz as en espera", "Ana Ruiz su tutor a Bo"),
        ("Rename the trip Oslo to Bergen and change it to 9 seats", "the trip Oslo to Bergen", "Bergen it to 9 seats"),
        ("Change the fee of Ana to 5 and set its due day to 3 May", "the fee of Ana to 5", "Ana its due day to 3 May"),
    ],
)
def test_what_is_changed_again_is_the_same_thing(goal, first, second):
    assert read(goal) == [("edit", first), ("edit", second)]


def test_what_is_left_out_is_left_out_again():
    goal = read_goal("Put the Oslo trip (not the long one) on hold and reduce it to 2 seats")

    assert [[t.text for t in part.excluded] for part in goal.parts if part.verb == "edit"] == [
        ["the", "long", "one"]
    ] * 2


@pytest.mark.parametrize(
    ("goal", "verb"),
    [("Put Milk on the list", "fill"), ("Put 5 in the quantity field", "fill"), ("Put it on hold", "fill")],
)
def test_what_is_put_somewhere_or_into_a_field_is_no_state(goal, verb):
    assert read(goal)[0][0] == verb


def test_a_thing_that_the_page_does_not_have_is_not_changed_by_its_number_alone():
    page = orders(("ORD-1", "Textil Sur", "€640.00", "Open", "Dana"))

    assert plan(page, "Reduce T-5 to 2 seats").steps == ()


@pytest.mark.parametrize(
    ("total", "status", "met"), [("€9.00", "Paid", True), ("€640.00", "Paid", False), ("€9.00", "Open", False)]
)
def test_both_values_have_to_be_seen(total, status, met):
    goal = "Change ORD-1 to Paid and set its total to €9.00. Both values should be visible in the list"
    before = orders(("ORD-1", "Textil Sur", "€640.00", "Open", "Dana"))
    now = orders(("ORD-1", "Textil Sur", total, status, "Dana"))
    words = frozenset(range(60))
    numbers = [part.number for part in read_goal(goal).parts if part.verb == "edit"]
    past = [
        Tried(
            Planned(Step("fill", selector=f"#{n}", value=value), uses=words, part=n, ends_part=True),
            True,
            before=before,
        )
        for n, value in zip(numbers, ("Paid", "€9.00"), strict=True)
    ]
    saved = Planned(
        Step("click", selector="#edit-ORD-1"), uses=words, part=numbers[-1] + 1, commits=True, ends_part=True
    )

    assert (examined(goal, before, now, *past, Tried(saved, True, before=before)).met is True) is met

"""What should be otherwise than it is, and an order that only says to put that right."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal


def edits(goal):
    return [" ".join(t.text for t in p.words if t.kind != "mark") for p in read_goal(goal).parts if p.verb == "edit"]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("LN-4 should have been Oak, not Pine. Correct it.", "LN-4 from Pine to Oak"),
        ("The width of LN-4 should be 90 instead of 80. Change it.", "width of LN-4 from 80 to 90"),
        ("LN-4 was meant to be Oak, not Pine. Fix it, please.", "LN-4 from Pine to Oak"),
        ("LN-4 debería ser Roble, no Pino. Corrígelo.", "LN-4 from Pino to Roble"),
        (
            "Ha llamado Sara Gil: serán 6 sillas en vez de 5. Cámbialo en su encargo.",
            "encargo of Sara Gil from 5 to 6 sillas",
        ),
        (
            "Sara Gil called: it will be 6 chairs instead of 5. Change it in her file.",
            "file of Sara Gil from 5 to 6 chairs",
        ),
    ],
)
def test_an_order_to_put_it_right_changes_the_old_value_to_the_new_one(goal, told):
    assert edits(goal) == [told]


@pytest.mark.parametrize(
    "goal",
    [
        "LN-4 should be Oak, not Pine.",
        "LN-4 should be Oak, not Pine. Change LN-5 to Oak.",
        "LN-4 should be listed, not hidden. Check it.",
    ],
)
def test_a_check_alone_changes_nothing(goal):
    assert not any("from" in told for told in edits(goal))


def shelf(value):
    built = Builder()
    built.text("Sara Gil", role="heading")
    built.into("form")
    built.field("Chairs", type="number", selector="#chairs", value=value)
    built.button("Save order", selector="#save")
    built.out()
    return built.page()


GOAL = "Sara Gil called: it will be 6 chairs instead of 5. Change it in her order."


def test_it_is_changed_where_the_field_holds_the_old_value():
    assert [(p.step.action, p.step.selector, p.step.value) for p in plan(shelf("5"), GOAL).steps][:1] == [
        ("fill", "#chairs", "6")
    ]


def test_nothing_is_changed_where_it_holds_another_one():
    assert plan(shelf("4"), GOAL).steps == ()

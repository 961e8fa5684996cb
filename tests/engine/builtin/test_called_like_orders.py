"""Things may be called like orders: a capital within a sentence begins the name of the next one."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal


def tasks(*names):
    built = Builder()
    built.text("Tasks", role="heading")
    built.button("Delete selected", selector="#bulk")
    built.button("Send", selector="#send")
    listed = built.add("holder", "list")
    for name in names:
        built.holder = listed
        built.into("listitem")
        built.add(
            "control", "checkbox", name, label=name, type="checkbox", tag="input", selector=f"#{name[-2:].strip()}"
        )
        built.text(name)
    return built.page()


@pytest.mark.parametrize(
    "goal", ["Delete Send invoice 7 and Send invoice 70", "Borra Send invoice 7 y Send invoice 70"]
)
def test_each_of_them_is_ticked_and_nothing_else_is_pressed(goal):
    page = tasks("Send invoice 7", "Send invoice 70", "Pay rent 5")

    assert steps(plan(page, goal)) == [("check", "#7", None), ("check", "#70", None), ("click", "#bulk", None)]


@pytest.mark.parametrize(
    "goal",
    [
        "Delete Book flight and Send cards",
        "Tick Book flight and Send cards",
        "Archive Open house, Send cards and Book flight",
        "Delete Buy milk, Call the bank and Send cards",
        "Borra Comprar leche y Enviar cartas",
        "Delete Order 5 and Order 7",
    ],
)
def test_names_that_look_like_orders_are_one_part(goal):
    (part,) = [part for part in read_goal(goal).parts if not part.implied]

    assert part.words[-1].number == len(read_goal(goal).tokens) - 1


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Delete Ana Ruiz, Bo Ray and Save changes", ["delete", "save"]),
        ("Delete Send cards and Save", ["delete", "save"]),
        ("Delete Send cards and save the list", ["delete", "save"]),
        ("Open Settings and Save changes", ["open", "save"]),
        ("Delete Note 4 and Open the list", ["delete", "open"]),
        ("Edit Search results and Save changes", ["edit", "save"]),
    ],
)
def test_an_order_is_one_still(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts if not part.implied] == verbs

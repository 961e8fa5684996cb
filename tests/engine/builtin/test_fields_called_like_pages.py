"""A field of an entry is set in its form, though a page is called like the field."""

import pytest
from engine.builtin.test_planner import Builder, plan


def orders():
    built = Builder()
    built.into("navigation", "Main")
    for link in ("Orders", "Notes", "Customers"):
        built.link(link)
    built.out()
    built.text("Orders", role="heading")
    built.into("table")
    for code in ("ORD-7", "ORD-8"):
        built.into("row")
        built.text(code, role="cell")
        built.button(f"Edit order {code}", selector=f"#edit-{code}")
        built.out()
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Change the notes of ORD-7 to Urgent",
        "In ORD-7 change the notes to Urgent",
        "Update the customer of order ORD-7 to Ada",
        "Escribe «Urgente» en las notas del pedido ORD-7",
        "Pon en ORD-7 la cantidad 5",
    ],
)
def test_the_form_of_the_entry_is_opened(goal):
    assert [p.step.selector for p in plan(orders(), goal).steps] == ["#edit-ORD-7"]

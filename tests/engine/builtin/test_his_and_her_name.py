"""`Martin` and `Martina` are two people, whatever is done to one of them."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.lexicon import is_another, same_name


def people(*names):
    built = Builder()
    built.text("People", role="heading")
    table = built.add("holder", "table")
    for name in names:
        built.holder = table
        built.into("row")
        built.text(name, role="cell")
        built.button("Delete", selector=f"#{name.split()[0]}")
    return built.page()


@pytest.mark.parametrize("one", ["martin", "juan", "marin", "roman", "ernesto", "daniel"])
def test_two_names_are_not_the_same(one):
    her = f"{one.removesuffix('o')}a"

    assert not same_name(one, her)
    assert is_another(one, her)


@pytest.mark.parametrize(
    ("one", "other"), [("pagada", "pagado"), ("urgent", "urgente"), ("doctor", "doctora"), ("order", "orders")]
)
def test_what_somebody_or_something_is_may_end_otherwise(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize("goal", ["Delete Martin", "Delete Martin Ruiz", "Borra a Martín Ruiz"])
def test_nothing_is_done_to_her_in_his_place(goal):
    assert steps(plan(people("Martina Ruiz", "Bo Ray"), goal)) == []
    assert steps(plan(people("Martina Ruiz", "Martin Ruiz"), goal)) == [("click", "#Martin", None)]


def test_a_slip_in_a_name_is_read_still():
    assert steps(plan(people("Alexandra Ruiz", "Bo Ray"), "Delete Alexndra Ruiz")) == [("click", "#Alexandra", None)]

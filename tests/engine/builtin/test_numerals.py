"""An amount in several words is typed as the number that it is."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal


def product(stock="5"):
    built = Builder()
    built.text("Edit lamp", role="heading")
    built.into("form")
    built.field("Name", value="Oak")
    built.field("Stock", value=stock)
    built.field("Discount", value="10", type="number")
    built.button("Save", type="submit")
    return built.page()


def typed(goal):
    return {p.target.name: p.step.value for p in plan(product(), goal, most=6).steps if p.step.action == "fill"}


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("two hundred", "200"),
        ("two hundred and fifty", "250"),
        ("one thousand two hundred", "1200"),
        ("twenty five", "25"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen", "24"),
        ("ninety", "90"),
        ("42", "42"),
    ],
)
def test_how_many_is_typed_in_figures(said, number):
    assert typed(f"Set the Stock to {said} and save") == {"Stock": number}


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("doscientos", "200"),
        ("treinta y cinco", "35"),
        ("dos mil quinientos", "2500"),
        ("una docena", "12"),
        ("ciento veinte", "120"),
    ],
)
def test_and_in_spanish_too(said, number):
    assert typed(f"Pon el Stock en {said} y guarda") == {"Stock": number}


@pytest.mark.parametrize(
    "said", ["15 %", "15%", "15 percent", "fifteen per cent", "15 por ciento", "quince por ciento"]
)
def test_a_share_is_a_number_where_only_numbers_are_taken(said):
    assert typed(f"Set the Discount to {said} and save") == {"Discount": "15"}


@pytest.mark.parametrize(
    ("goal", "name"),
    [("Set the Name to Two Hundred and save", "Two Hundred"), ('Set the Name to "two hundred"', "two hundred")],
)
def test_a_name_is_left_as_it_is_written(goal, name):
    assert typed(goal) == {"Name": name}


@pytest.mark.parametrize("goal", ["Tick one and two", "Sign in as ada with the password mil and open the list"])
def test_what_is_no_amount_is_none(goal):
    assert all(t.kind != "number" for part in read_goal(goal).parts for t in part.words)

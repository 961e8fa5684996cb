"""What a list comes to, and in what unit something is told."""

import pytest
from engine.builtin.test_tallies import boats, met

HEADS = ("Trip", "Hours", "Cost")


def trips(hours, cost, first="8"):
    return boats(("Out", first, "100 €"), ("Back", "6", "140 €"), ("Total", hours, cost), heads=HEADS)


@pytest.mark.parametrize(
    "check",
    ["the hours add up to 14.5", "the total is 14.5 hours", "la suma de las horas es 14,5", "las horas suman 14,5"],
)
def test_a_total_is_what_the_row_of_totals_says(check):
    assert met(check, trips("14.5", "240 €")) is True
    assert met(check, trips("14,5 h", "240 €")) is True
    assert met(check, trips("15", "240 €", first="14.5")) is not True
    assert met(check, trips("240", "14.5 €")) is not True


@pytest.mark.parametrize("check", ["the total comes to 240 €", "la suma es 240 €", "el total asciende a 240 euros"])
def test_a_total_is_told_in_its_currency(check):
    assert met(check, trips("14.5", "240 €")) is True
    assert met(check, trips("14.5", "€240.00")) is True
    assert met(check, trips("14.5", "$240")) is not True
    assert met(check, trips("14.5", "2400 €")) is not True


@pytest.mark.parametrize(
    ("check", "some", "others"),
    [
        ("Gull is listed with 4.5 m", ("4.5 m", "9 €"), ("9 m", "4.5 €")),
        ("Gull aparece con 4,5 m", ("4,5 m", "9 €"), ("9 m", "4,5 €")),
        ("there are 3 left of the Gull", ("9 m", "3"), ("9 m", "3 €")),
        ("Gull costs 1200 euros", ("9 m", "1,200.00 EUR"), ("1200 m", "90 €")),
        ("el precio de Gull es de 1.200 €", ("9 m", "€1200"), ("9 m", "€120")),
    ],
)
def test_a_number_is_told_in_its_unit(check, some, others):
    heads = ("Boat", "Length", "Price")

    assert met(check, boats(("Gull", *some), ("Swan", "2 m", "5"), heads=heads)) is True
    assert met(check, boats(("Gull", *others), ("Swan", "2 m", "5"), heads=heads)) is not True

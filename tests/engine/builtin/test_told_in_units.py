"""A number goes into its field as that takes it, whatever it is told with: a currency, a unit, either decimal mark."""

import pytest
from engine.builtin.test_planner import Builder, typed

from ghostly.engine.builtin.dates import read_date
from ghostly.engine.builtin.taking import read_time


def form(label, kind="number", **fields):
    built = Builder()
    built.text("New parcel", role="heading")
    built.into("form")
    built.field("Sender")
    built.field(label, type=kind, **fields)
    built.field("Locker")
    built.button("Save", type="submit")
    return built.page()


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("3 kg", "3"),
        ("3kg", "3"),
        ("2,5 kg", "2.5"),
        ("EUR 45", "45"),
        ("45.90 USD", "45.90"),
        ("45 dollars", "45"),
        ("1.200,50 €", "1200.50"),
        ("1,200.50", "1200.50"),
        ("15 %", "15"),
        ("12 litres", "12"),
        ("twenty", "20"),
        ("thirty-five", "35"),
        ("veinticinco", "25"),
    ],
)
@pytest.mark.parametrize(
    "goal",
    [
        "Create a parcel with sender Tall tree and insured value {}.",
        "Set the sender to Tall tree, set the insured value to {} and press Save.",
        "Crea un parcel con {} como insured value y Tall tree como sender.",
    ],
)
def test_a_field_for_numbers_gets_the_number_alone(said, number, goal):
    found = typed(form("Insured value"), goal.format(said))

    assert found["Insured value"] == number
    assert "Locker" not in found


@pytest.mark.parametrize("said", ["3 kg", "3kg", "1,200 g", "2 m", "30 minutes"])
@pytest.mark.parametrize(
    "goal", ["Create a parcel with sender Bo and size {}.", "Create a parcel with {} as the size."]
)
def test_a_field_of_text_gets_the_unit_too(said, goal):
    assert typed(form("Size", kind="text"), goal.format(said))["Size"] == said


@pytest.mark.parametrize(
    ("label", "fields"), [("Size (kg)", {}), ("Size", {"placeholder": "0.0"}), ("Size", {"value": "12"})]
)
def test_a_field_of_text_that_asks_for_a_number_gets_that_alone(label, fields):
    assert typed(form(label, kind="text", **fields), "Create a parcel with sender Bo and size 3 kg")[label] == "3"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("12.03.2026", "2026-03-12"),
        ("3.12.2026", "2026-12-03"),
        ("12/03/2026", "2026-12-03"),
        ("25-12-2026", "2026-12-25"),
    ],
)
def test_a_day_between_points_comes_before_its_month(said, day):
    assert read_date(said).isoformat() == day


@pytest.mark.parametrize(("said", "time"), [("14h30", "14:30"), ("9:05", "09:05"), ("2 pm", "14:00"), ("h30", "")])
def test_the_minutes_of_an_hour_may_follow_its_letter(said, time):
    assert read_time(said) == time


def test_a_time_with_a_point_is_one_where_a_field_takes_nothing_else():
    assert typed(form("Pickup", kind="time"), "Create a parcel with sender Bo and pickup 14.30")["Pickup"] == "14:30"

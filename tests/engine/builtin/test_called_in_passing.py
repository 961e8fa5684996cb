"""Fields that are called by part of their labels, and values in brackets, in lines and behind a use."""

import pytest

from .test_planner import Builder, plan


def _typed(goal, *fields):
    built = Builder()
    built.into("form")
    for name, kind in fields:
        built.field(name, type=kind)
    built.button("Save", type="submit")
    return {p.target.name: p.step.value for p in plan(built.page(), goal).steps if p.step.action == "fill"}


ROOM, HEIGHT, START, STREET = (
    ("Room name", "text"),
    ("Height in cm", "number"),
    ("Start day", "date"),
    ("Calle y número", "text"),
)
NAME, TITLE, SEATS, NOTE = (
    ("Nombre completo", "text"),
    ("Title of the play", "text"),
    ("Seats", "number"),
    ("Your message", "text"),
)


@pytest.mark.parametrize(
    ("goal", "fields", "typed"),
    [
        ("Enter the room name (Blue Hall) and the message (Lock it)", (ROOM, NOTE), ["Blue Hall", "Lock it"]),
        ("Introduce el nombre (Eva Paz) y la calle (Calle Luna 8)", (NAME, STREET), ["Eva Paz", "Calle Luna 8"]),
        ('Enter the seats ("40") and the message ("Please ring")', (SEATS, NOTE), ["40", "Please ring"]),
        ("Enter the message (Please ring twice) and the seats (40)", (NOTE, SEATS), ["Please ring twice", "40"]),
        ('Put "9" in the height field and "Blue Hall" in the room name field', (HEIGHT, ROOM), ["9", "Blue Hall"]),
        ('Write "9" in the height in cm box. Write "B7" in the room name box.', (HEIGHT, ROOM), ["9", "B7"]),
        ("Fill in the seats with 40 and the start with 2027-02-03", (SEATS, START), ["40", "2027-02-03"]),
        ("Message: Please ring\nSeats: 40\nSave", (NOTE, SEATS), ["Please ring", "40"]),
        ("Title: Old Boats\nSeats: 40\nSave", (TITLE, SEATS), ["Old Boats", "40"]),
        ("Usa Eva Paz como nombre completo y Calle Luna 8 como calle", (NAME, STREET), ["Eva Paz", "Calle Luna 8"]),
        ("En nombre completo pon Eva Paz y en calle pon Calle Luna 8", (NAME, STREET), ["Eva Paz", "Calle Luna 8"]),
        ("Introduce nombre Eva Paz y calle Calle Luna 8", (NAME, STREET), ["Eva Paz", "Calle Luna 8"]),
        ("Usa 40 como seats y Old Boats como title", (SEATS, TITLE), ["40", "Old Boats"]),
    ],
)
def test_each_value_goes_where_part_of_a_label_says(goal, fields, typed):
    assert _typed(goal, *fields) == dict(zip([name for name, _ in fields], typed, strict=True))


def test_a_unit_in_brackets_is_no_value():
    assert _typed("Fill in the height (cm) and the seats (pcs)", HEIGHT, SEATS) == {}


def test_a_title_above_steps_is_no_value():
    assert _typed("Title: Old Boats\nSteps: see below\nSet the seats to 40", TITLE, SEATS) == {"Seats": "40"}

"""An adjective behind a number and its unit names the field: `950 metres long` goes into the length."""

import pytest
from engine.builtin.test_planner import Builder, typed


def pool(*labels, title="New pool"):
    built = Builder()
    built.text(title, role="heading")
    built.into("form")
    built.field("Name")
    for label in labels:
        built.field(label, type="number")
    built.field("Note")
    built.button("Save", type="submit")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "title"),
    [
        ("Create a pool called Lido: 50 metres long, 20 metres wide, note Old", "New pool"),
        ("Create a pool called Lido: 20 m wide and 50 m long, note Old", "New pool"),
        ("Crea una piscina llamada Lido: 50 metros de largo, 20 metros de ancho, nota Old", "Nueva piscina"),
        ("Crea una piscina llamada Lido, 20 metros de ancho, 50 metros de largo, nota Old", "Nueva piscina"),
    ],
)
@pytest.mark.parametrize("labels", [("Length (m)", "Width (m)"), ("Ancho (m)", "Largo (m)"), ("Anchura", "Longitud")])
def test_what_is_measured_goes_into_the_field_for_that(goal, title, labels):
    found = typed(pool(*labels, title=title), goal)
    by_length = {value: name for name, value in found.items()}

    assert by_length["50"].split()[0] in ("Length", "Largo", "Longitud")
    assert by_length["20"].split()[0] in ("Width", "Ancho", "Anchura")
    assert (found["Name"], found["Note"]) == ("Lido", "Old")


def test_a_name_with_such_a_word_is_kept():
    found = typed(pool("Length (m)"), 'Create a pool called "Long Lane 5" with a length of 50 metres')

    assert found == {"Name": "Long Lane 5", "Length (m)": "50"}


def test_a_unit_behind_a_number_is_no_name_of_another_field():
    found = typed(pool("Length (m)", "Width (m)"), "Create a pool called Lido: width 20 m and length 50 m, note Old")

    assert found == {"Name": "Lido", "Width (m)": "20", "Length (m)": "50", "Note": "Old"}

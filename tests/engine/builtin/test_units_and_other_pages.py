"""A number with its unit goes into the field that is called by the unit; what a field is not called goes elsewhere."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.planner import goal_of


def parcel():
    built = Builder()
    built.text("New parcel", role="heading")
    built.into("form")
    built.field("Kilos", tag="input", selector="#kilos")
    built.field("Discount (%)", tag="input", selector="#off")
    built.field("Note", tag="input", selector="#note")
    built.button("Add parcel", selector="#add")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Add a parcel: 1.250 kg, discount 7,5 %",
        "Add a parcel of 1.250 kg with a discount of 7,5%",
        "Añade un parcel de 1.250 kilogramos con un 7,5 % de descuento",
        "Add a parcel with a 7,5% discount, 1.250 kilos",
    ],
)
def test_a_number_goes_where_its_unit_names_the_field(goal):
    typed = {selector: value for action, selector, value in steps(plan(parcel(), goal)) if action == "fill"}

    assert (typed["#kilos"], typed["#off"]) == ("1.250", "7,5")


def stock(*ways, label="Boxes"):
    built = Builder()
    for way in ways:
        built.link(way)
    built.text("Move boxes", role="heading")
    built.into("form")
    built.field(label, tag="input", selector="#only")
    built.button("Move", selector="#move")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("goal", "page", "typed"),
    [
        ("Set the late fee to 12 €", stock("Team", "Settings"), False),
        ("Pon la tasa por retraso en 12 €", stock("Team", "Settings"), False),
        ("Set the number of boxes to 12", stock("Team", "Settings"), True),
        ("Set the late fee to 12 €", stock(), True),
        ("Type 12 into the field", stock("Team"), True),
    ],
)
def test_the_only_field_takes_no_value_that_is_called_otherwise(goal, page, typed):
    assert any(selector == "#only" for _, selector, _ in steps(plan(page, goal))) is typed


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("al volver a entrar se mantienen", "se mantienen"),
        ("comprueba que al volver a abrirla se conserva", "se conserva"),
        ("comprueba que al volver a cargarlos siguen igual", "siguen igual"),
        ("comprueba que se puede volver a entrar", "se puede volver a entrar"),
    ],
)
def test_coming_back_says_nothing_of_what_is_still_so(told, left):
    part = goal_of(f"Guarda los datos y {told}").parts[-1]

    assert " ".join(t.text for t in part.words) == left

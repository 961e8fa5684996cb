"""A name of several words is one, whatever small words, points and articles it has in it."""

import pytest
from engine.builtin.test_planner import Builder, plan

NAMES = [
    "Ellie's Bakery", "O'Hara & Sons", "St. Anne's Hospital", "J. R. Wilson", "Dr. Amina Osei", "Vega de la Torre",
    "Los Pinos", "The White Hart", "van der Meer", "Kraft GmbH & Co. KG", "Forest Deli", "Studio 12", "Mr. Lau",
    "María José Gil", "Sun-Dry Labs", "d'Alembert",
]  # fmt: skip
WAYS = [
    "Add a customer called {name} with phone 555 123",
    "Create a new customer: name {name}, phone 555 123",
    "Crea un cliente llamado {name} con el teléfono 555 123",
    "Añade el cliente {name}, teléfono 555 123. Debe salir en la lista.",
    "Register a customer whose name is {name} and whose phone is 555 123",
    "Name: {name}\nPhone: 555 123\nSave",
]


def form():
    page = Builder()
    page.text("New customer", role="heading")
    page.into("form")
    fields = {page.field(name): name for name in ("Name", "City", "Phone")}
    page.button("Save", type="submit")
    return page.page(), {f"#n{number}": name for number, name in fields.items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", WAYS)
def test_a_name_is_typed_whole_and_nowhere_else(way, name):
    page, fields = form()

    draft = plan(page, way.format(name=name))

    typed = {fields[each.step.selector]: each.step.value for each in draft.steps if each.step.action == "fill"}
    assert typed == {"Name": name, "Phone": "555 123"}


@pytest.mark.parametrize("name", ["Tejidos Paz S.L.", "Old Mill Ltd."])
def test_the_point_of_a_firm_is_its_own_within_a_sentence(name):
    page, fields = form()

    draft = plan(page, f"Add the customer {name} with phone 555 123")

    assert {fields[s.step.selector]: s.step.value for s in draft.steps if s.step.value}["Name"] == name

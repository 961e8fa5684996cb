"""A new thing that is told by its kind, which is one of its fields, or by nothing but its name and what it has."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.page import Option
from ghostly.engine.planning import Tried


def vehicles(*, heading="Vehicles", maker="New vehicle", kinds=("Van", "Lorry"), makers=1):
    built = Builder()
    built.text(heading, role="heading")
    for _ in range(makers):
        built.link(maker)
    for number, kind in enumerate(kinds):
        built.out()
        built.into("row")
        built.text(f"V-{number}", role="cell")
        built.text(kind, role="cell")
    return built.page()


def pressed(page, goal):
    return [p.target.name for p in plan(page, goal).steps if not p.explores]


@pytest.mark.parametrize(
    "goal",
    [
        "Add a new van called Blue One with plate AB-12",
        "Register another lorry named Old Tom",
        "I want to add a van for the depot",
    ],
)
def test_what_is_of_one_of_the_kinds_in_a_list_is_made_like_the_others(goal):
    assert pressed(vehicles(), goal) == ["New vehicle"]


def test_a_kind_is_known_in_spanish_too():
    page = vehicles(heading="Vehículos", maker="Nuevo vehículo", kinds=("Furgoneta", "Camión"))

    assert pressed(page, "Añade una furgoneta nueva llamada Azul con matrícula AB-12") == ["Nuevo vehículo"]


@pytest.mark.parametrize(
    ("page", "goal"),
    [
        (vehicles(), "Add a new driver called Ada Ray"),
        (vehicles(kinds=("V", "W")), "Add a new van called Blue One"),
        (vehicles(heading="Journeys"), "Add a new van called Blue One"),
    ],
)
def test_a_thing_of_no_kind_that_is_listed_is_looked_for_elsewhere(page, goal):
    assert pressed(page, goal) == []


@pytest.mark.parametrize("way", ["Drivers", "Driver"])
def test_what_has_a_page_of_its_own_is_no_kind_of_what_is_listed(way):
    built = Builder()
    built.link(way)
    built.text("Journeys", role="heading")
    built.link("New journey")
    for role, text in (("columnheader", "Driver"), ("cell", "Driver")):
        built.out()
        built.into("row")
        built.text(text, role=role)

    assert pressed(built.page(), "Add the driver Ada Ray in Porto") == []


def test_the_head_of_a_column_is_no_kind():
    built = Builder()
    built.text("Journeys", role="heading")
    built.link("New journey")
    built.into("row")
    built.text("Driver", role="columnheader")

    assert pressed(built.page(), "Add the driver Ada Ray in Porto") == []


def staff(*, sends="Add person", places=("Sales", "Support")):
    built = Builder()
    built.text("Staff", role="heading")
    built.into("row")
    built.text("Ines Oda", role="cell")
    built.out()
    built.text("Add a person", role="heading")
    built.into("form", tag="form")
    built.field("Full name", selector="#name")
    built.add(
        "control",
        "combobox",
        "Place",
        label="Place",
        options=tuple(Option(each.lower(), each) for each in places),
        selector="#place",
    )
    built.field("Work email", type="email", selector="#email")
    built.button(sends, type="submit")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Add Ada Ray from Sales, email ada@x.test",
        "1. Go to Staff\n2. Add Ada Ray from Sales, email ada@x.test",
        "Add Ada Ray, Sales, ada@x.test",
        "Añade a Ada Ray, de Sales, con correo ada@x.test",
    ],
)
def test_what_has_no_kind_is_made_in_the_form_that_takes_all_that_is_told(goal):
    filled = {p.step.selector: p.step.value for p in plan(staff(), goal).steps if p.step.action != "click"}

    assert filled == {"#name": "Ada Ray", "#place": "Sales", "#email": "ada@x.test"}


@pytest.mark.parametrize(
    "goal",
    [
        "Add Ada Ray from Sales to the Apollo project, email ada@x.test",
        "Add Ada Ray from Marketing, email ada@x.test",
        "Add Green Tea",
    ],
)
def test_a_form_that_lacks_a_field_for_it_is_not_meant(goal):
    assert [p for p in plan(staff(), goal).steps if p.step.action in ("fill", "selectOption")] == []


def new_vehicle():
    built = Builder()
    built.text("New vehicle", role="heading")
    built.into("form", tag="form")
    built.field("Name", selector="#name")
    built.field("Plate", selector="#plate")
    built.field("Seats", type="number", selector="#seats")
    offered = tuple(Option(each.lower(), each, each == "Van") for each in ("Van", "Lorry"))
    built.add("control", "combobox", "Kind", label="Kind", options=offered, value="Van", selector="#kind")
    built.button("Save vehicle", type="submit", selector="#save")
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Add a lorry Old Tom 7, plate AB-12, seats 3",
        "Add the lorry Old Tom 7 with plate AB-12 and seats 3",
        "Register another lorry called Old Tom 7 with plate AB-12 and 3 seats",
    ],
)
def test_the_kind_is_chosen_even_where_its_name_follows_at_once(goal):
    page, past = new_vehicle(), ()
    opened = plan(vehicles(), goal).steps
    past += tuple(Tried(each, True, before=vehicles()) for each in opened)
    while (found := plan(page, goal, *past, most=3).steps) and len(past) < 8:
        past += tuple(Tried(each, True, before=page) for each in found)

    filled = {t.planned.step.selector: t.planned.step.value for t in past[1:] if t.planned.step.action != "click"}
    assert filled == {"#name": "Old Tom 7", "#plate": "AB-12", "#seats": "3", "#kind": "Lorry"}

"""Entries that are called by their headings, and what is left of an order once its thing was opened."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

TOURS = ("Ruta de los faros", "Bajada en kayak", "Kayak nocturno")


def cards(opener="Ver ruta", *titles, nav=("Rutas", "Guías"), also=()):
    built = Builder()
    built.into("navigation")
    for name in nav:
        built.link(name)
    built.out()
    built.text("Salidas", role="heading")
    for number, title in enumerate(titles or TOURS):
        built.into("article", tag="article")
        built.text(title, role="heading")
        built.text("8 plazas")
        built.add("control", "link", opener, href=f"/rutas/{number}", selector=f"#tour{number}")
        for name in also:
            built.link(name)
        built.out()
    return built.page()


def clicked(page, goal, *past):
    return [(p.step.selector, p.explores) for p in plan(page, goal, *past).steps]


@pytest.mark.parametrize(
    ("goal", "opener", "selector"),
    [
        ("Cambia la ruta de los faros al domingo", "Ver ruta", "#tour0"),
        ("Cambia la bajada en kayak a las 9:30", "Detalles", "#tour1"),
        ("Cambia el precio del kayak nocturno a 35", "Ver más", "#tour2"),
        ("Change the bajada en kayak to Sunday", "View", "#tour1"),
        ("Cambia la bajada en kayak: guía Noé y hora 9:30", "Abrir", "#tour1"),
        ("Apunta a Noé Gil a la ruta de los faros", "Ver ruta", "#tour0"),
    ],
)
def test_a_link_that_only_opens_its_card_is_called_by_the_heading_of_that(goal, opener, selector):
    assert clicked(cards(opener), goal) == [(selector, True)]


@pytest.mark.parametrize(
    ("goal", "opener", "titles", "also"),
    [
        ("Cambia la bajada en bici a las 9:30", "Ver ruta", TOURS, ()),
        ("Cambia la bajada en kayak a las 9:30", "Reservar ahora", TOURS, ()),
        ("Cambia la bajada en kayak a las 9:30", "Ver ruta", TOURS, ("Ver guía",)),
        ("Cambia la bajada en kayak a las 9:30", "Ver ruta", ("Bajada en kayak", "Bajada en kayak"), ()),
    ],
)
def test_no_card_is_opened_by_another_or_an_equal_title_or_by_what_may_do_more(goal, opener, titles, also):
    page = cards(opener, *titles, also=also)

    assert not any(selector.startswith("#tour") for selector, _ in clicked(page, goal))


def form(*fields):
    built = Builder()
    built.text("Editar ruta", role="heading")
    built.into("form", tag="form")
    for name, kind, options in fields:
        if options:
            found = tuple(Option(o.lower(), o) for o in options)
            built.add("control", "combobox", name, label=name, options=found, selector=f"#{name}")
        else:
            built.field(name, type=kind, selector=f"#{name}")
    built.button("Guardar")
    return replace(built.page(), url="http://app.test/rutas/1/editar")


def filled(goal, page, opener="Editar"):
    """What is set in the form that the page of a thing has opened, which a card has led to."""
    inside = Builder()
    inside.text("Bajada en kayak", role="heading")
    inside.link(opener)
    own = replace(inside.page(), url="http://app.test/rutas/1")
    listed = replace(cards(), url="http://app.test/rutas")
    [into] = plan(listed, goal).steps
    way = Planned(Step("click", selector="#n1"))
    past = (Tried(into, True, before=listed), Tried(way, True, before=own))
    return [(p.step.selector, p.step.value) for p in plan(page, goal, *past).steps if p.step.action != "click"]


def test_a_day_and_an_hour_go_each_into_its_own_field():
    page = form(("Día", "", ("Viernes", "Domingo")), ("Salida", "time", ()))

    assert filled("Cambia la bajada en kayak al domingo a las 9:30", page) == [
        ("#Día", "Domingo"),
        ("#Salida", "09:30"),
    ]


def test_what_is_no_value_before_it_still_calls_another_field():
    page = form(("Guía", "", ("Noé", "Iria")), ("Salida", "time", ()))

    assert filled("Cambia la bajada en kayak cierre a las 9:30", page) == []


def test_what_it_is_changed_to_is_known_once_the_thing_has_taken_its_name():
    goal, listed = "Cambia Kayak nocturno a Noé", replace(cards(), url="http://app.test/rutas")
    inside = Builder()
    inside.text("Kayak nocturno", role="heading")
    inside.link("Editar ruta")
    [into] = plan(listed, goal).steps
    own = replace(inside.page(), url="http://app.test/rutas/2")

    assert [p.target.name for p in plan(own, goal, Tried(into, True, before=listed)).steps] == ["Editar ruta"]


def test_somebody_is_put_into_what_was_opened_by_the_list_beside_the_button():
    goal, listed = "Apunta a Noé Gil a la ruta de los faros", replace(cards(), url="http://app.test/rutas")
    inside = Builder()
    inside.text("Ruta de los faros", role="heading")
    inside.into("form", tag="form")
    inside.select("Apuntar a", "Iria Paz", "Noé Gil")
    inside.button("Apuntar")
    own = replace(inside.page(), url="http://app.test/rutas/0")
    [into] = plan(listed, goal).steps

    chosen = plan(own, goal, Tried(into, True, before=listed)).steps
    assert (chosen[0].step.action, chosen[0].step.value) == ("selectOption", "Noé Gil")


def test_a_name_in_spanish_is_no_new_thing_to_be_typed_into_a_line():
    built = Builder()
    built.text("Noé Gil", role="heading")
    built.into("form", tag="form")
    built.add("control", "textbox", "Nueva nota", label="Nueva nota", tag="textarea")
    built.button("Añadir")

    assert not any(p.step.action == "fill" for p in plan(built.page(), "Apunta a Noé Gil al taller de vela").steps)

"""A check that tells of a list, or of a card in it, is made there, once the thing was opened out of it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.taking import best_option
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step


def nav(built):
    built.into("navigation")
    built.add("control", "link", "Barcas", href="/barcas", selector="#nav-boats")
    built.add("control", "link", "Muelles", href="/muelles", selector="#nav-docks")
    built.out()


def harbour(role):
    built = Builder()
    nav(built)
    built.text("Barcas", role="heading")
    for name in ("La Perla", "Marejada"):
        built.into(role)
        built.add("control", "link", name, href=f"/barcas/{name}", selector=f"#{name}")
        built.text("4 plazas")
        built.out()
    return replace(built.page(), url="http://app.test/barcas")


def boat(*entries):
    built = Builder()
    nav(built)
    built.text("Marejada", role="heading")
    for role in entries:
        built.into(role)
        built.text("Motor nuevo")
        built.out()
    return replace(built.page(), url="http://app.test/barcas/Marejada")


def next_clicks(goal, role, *entries):
    listed, own = harbour(role), boat(*entries)
    into = Planned(Step("click", selector="#Marejada"), part=0, explores=True)
    done = Planned(Step("click", selector="#save"), part=0, ends_part=True, commits=True)
    past = (Tried(into, True, before=listed), Tried(done, True, before=own))
    return [p.step.selector for p in plan(own, goal, *past).steps]


@pytest.mark.parametrize(
    ("check", "role"),
    [
        ("check that the card says 6 seats", "article"),
        ("comprueba que la tarjeta pone 6 plazas", "article"),
        ("make sure the list shows its new seats", "row"),
        ("comprueba que en la tabla sale con 6 plazas", "row"),
        ("comprueba que el listado refleja el cambio", "listitem"),
    ],
)
def test_a_check_of_the_list_leads_back_to_it(check, role):
    assert next_clicks(f"Cambia las plazas de Marejada a 6 y {check}", role) == ["#nav-boats"]


@pytest.mark.parametrize(
    ("check", "role", "entries"),
    [
        ("comprueba que pone 6 plazas", "article", ()),
        ("comprueba que la tarjeta pone 6 plazas", "row", ()),
        ("check that the table says 6", "row", ("row",)),
    ],
)
def test_a_check_of_something_else_or_of_a_list_that_is_here_stays(check, role, entries):
    assert next_clicks(f"Cambia las plazas de Marejada a 6 y {check}", role, *entries) == []


@pytest.mark.parametrize(
    ("options", "said", "label"),
    [
        ((Option("5", "La Perla"), Option("6", "Marejada")), "5", None),
        ((Option("5", "Five"), Option("6", "Six")), "5", "Five"),
        ((Option("5", "5 plazas"), Option("6", "6 plazas")), "5", "5 plazas"),
        ((Option("pt", "Portugal"), Option("es", "Spain")), "es", "Spain"),
    ],
)
def test_the_number_of_an_option_that_nobody_sees_names_it_not(options, said, label):
    found = best_option(options, said)

    assert (found.label if found else None) == label

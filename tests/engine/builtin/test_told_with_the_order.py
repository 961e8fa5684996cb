"""What an order tells is chosen in the dialog that the order has opened, where a list waits for it."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Tried

WAYS = ("Choose…", "Courier", "Van", "Night van", "Pick-up point")


def parcels(dialog=False, chosen=""):
    built = Builder()
    built.text("Parcels", role="heading")
    for code in ("P-41", "P-42"):
        built.into("row")
        built.text(code, role="cell")
        built.button("Request delivery", selector=f"#{code}")
        built.out()
    if dialog:
        built.into("dialog", "Delivery", modal=True)
        built.select("Sent by", *WAYS)
        options = tuple(Option("" if each == WAYS[0] else each, each, each == (chosen or WAYS[0])) for each in WAYS)
        built.nodes[-1] = replace(built.nodes[-1], options=options, selector="#way")
        built.button("Send", selector="#send")
        built.button("Close")
        built.out()
    return built.page()


def opened(goal):
    first = plan(parcels(), goal)
    return [Tried(step, True, before=parcels()) for step in first.steps]


@pytest.mark.parametrize(
    ("goal", "way"),
    [
        ("Request a courier delivery for P-42", "Courier"),
        ("Request a night van delivery for P-42", "Night van"),
        ("Request a delivery by van for P-42", "Van"),
        ("Request a delivery to a pick-up point for P-42", "Pick-up point"),
    ],
)
def test_what_the_order_tells_is_chosen_from_the_list_that_waits(goal, way):
    past = opened(goal)
    chosen = plan(parcels(dialog=True), goal, *past)
    assert steps(chosen) == [("selectOption", "#way", way)]

    past += [Tried(step, True, before=parcels(dialog=True)) for step in chosen.steps]
    assert steps(plan(parcels(dialog=True, chosen=way), goal, *past)) == [("click", "#send", None)]


@pytest.mark.parametrize("goal", ["Request a delivery for P-42", "Request a delivery for P-42 today"])
def test_nothing_is_chosen_that_the_order_does_not_tell(goal):
    assert "selectOption" not in [action for action, *_ in steps(plan(parcels(dialog=True), goal, *opened(goal)))]


def test_what_was_chosen_already_is_left_alone():
    goal = "Request a courier delivery for P-42"

    assert "selectOption" not in [a for a, *_ in steps(plan(parcels(dialog=True, chosen="Van"), goal, *opened(goal)))]


@pytest.mark.parametrize(
    ("goal", "verbs"),
    [
        ("Cuando la borro, entonces desaparece.", ["delete", "expect"]),
        ("Abro la ficha Pan y la borro.", ["open", "delete"]),
        ("Dado que la nota Pan está libre, cuando la borro, entonces desaparece.", ["delete", "expect"]),
        ("Busco las facturas de Ada y las archivo.", ["search", "say"]),
        ("Borra la foto y el marco.", ["delete"]),
    ],
)
def test_what_somebody_does_to_it_is_an_order(goal, verbs):
    assert [part.verb for part in read_goal(goal).parts if not part.implied] == verbs


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ('Mira en Tanques que Norte sale con el aviso "Bajo".', "expect"),
        ("Mira en la lista si Ada aparece como Pagada.", "expect"),
        ("Mira en Pedidos.", "open"),
        ("Mira en la lista de pedidos el que sale primero.", "open"),
    ],
)
def test_what_somebody_looks_for_in_a_place_is_a_check(goal, verb):
    assert read_goal(goal).parts[0].verb == verb

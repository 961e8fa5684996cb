"""Applications drawn in the browser: buttons for a navigation, buttons that open cards, fields without a form."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Tried
from ghostly.engine.steps import Step

PLACES = ("Turnos", "Herramientas", "Huertos", "Riego")


def garden(*places, holder="navigation", current="Turnos", cards=(), opener="Abrir"):
    built = Builder()
    built.into(holder)
    for name in places or PLACES:
        built.button(name, states={"current": "page"} if name == current else {}, selector=f"#{name}")
    built.out()
    built.text(current, role="heading")
    for number, title in enumerate(cards):
        built.into("article")
        built.text(title, role="heading")
        built.button(opener, selector=f"#open{number}")
        built.out()
    return replace(built.page(), url="http://app.test/#turnos")


def clicked(page, goal, *past):
    return [(p.step.selector, p.explores) for p in plan(page, goal, *past).steps]


def test_the_buttons_of_a_navigation_lead_about():
    assert clicked(garden(), "Cambia el nombre del huerto Sur a Solana") == [("#Huertos", True)]
    assert clicked(garden(), "Edit the pump Norte: level 3") == [("#Herramientas", True)]


@pytest.mark.parametrize(
    ("places", "holder"),
    [
        (PLACES, "toolbar"),
        (("Turnos", "Borrar todo", "Guardar"), "navigation"),
        (("1", "2", "3", "4"), "navigation"),
        (("Turnos", "Riego"), "navigation"),
    ],
)
def test_no_other_buttons_are_pressed_to_look_around(places, holder):
    page = garden(*places, holder=holder)

    assert all(selector in ("#2",) for selector, _ in clicked(page, "Edit the pump Norte: level 3"))


def test_a_button_that_only_opens_a_card_is_called_by_its_heading():
    page = garden(cards=("Fuga en la balsa", "Valla caída"))

    assert clicked(page, "La fuga de la balsa ya está arreglada: ponla como Resuelta") == [("#open0", True)]
    assert clicked(garden(cards=("Fuga en la balsa",), opener="Reparar"), "Cambia la fuga de la balsa a Resuelta") != [
        ("#open0", True)
    ]


def wizard():
    built = Builder()
    built.text("Nuevo turno", role="heading")
    built.into("region")
    for name in ("Mañana", "Tarde"):
        built.add("control", "radio", name, label=name, type="radio", tag="input", html_name="t")
    built.button("Continuar", selector="#on")
    return built.page()


def test_what_goes_on_in_a_form_turns_no_page():
    assert ("#on", True) not in clicked(wizard(), "Edit the pump Norte: level 3")


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("La fuga de la balsa ya está arreglada: ponla como Resuelta", "fuga de la balsa como Resuelta"),
        ("La valla del camino está rota. Márcala como Urgente.", "valla del camino como Urgente"),
        ("El turno T-4 está hecho: ponlo como Cerrado", "T-4 como Cerrado"),
    ],
)
def test_a_thing_that_is_told_of_without_a_name_is_what_the_order_means(goal, words):
    part = read_goal(goal).parts[0]

    assert part.verb == "edit"
    assert {t.norm for t in part.words if t.kind != "mark"} == {
        t.norm for t in read_goal(f"Pon {words}").parts[0].words
    }


def own_page(*after):
    built = Builder()
    built.text("Fuga en la balsa", role="heading")
    options = tuple(Option(o.lower(), o) for o in ("Abierta", "Resuelta"))
    built.add("control", "combobox", "Estado", label="Estado", options=options, selector="#state")
    for kind, name in after:
        built.text(name, role="heading") if kind == "heading" else built.button(name, selector=f"#{name}")
    return replace(built.page(), url="http://app.test/#turnos-1")


@pytest.mark.parametrize(
    ("after", "done"),
    [
        ((("button", "Actualizar"),), ["#state", "#Actualizar"]),
        ((("heading", "Notas"), ("button", "Guardar")), ["#state", "#state"]),
        ((("button", "Imprimir"),), ["#state", "#state"]),
    ],
)
def test_a_field_without_a_form_is_sent_by_the_button_right_below_it(after, done):
    goal, listed = "La fuga de la balsa ya está arreglada: ponla como Resuelta", garden(cards=("Fuga en la balsa",))
    into = Planned(Step("click", selector="#open0"), uses=frozenset({1, 2, 3, 4}), part=0, explores=True)

    steps = plan(own_page(*after), goal, Tried(into, True, before=listed)).steps
    assert [p.step.selector for p in steps][:2] == done


def listed(*, after_list=False):
    """A list with what narrows it before it, or with what is filled in after it."""
    built = Builder()
    built.text("Boats", role="heading")
    built.into("main")
    main = built.holder
    if not after_list:
        built.add("control", "combobox", "Kind", label="Kind", tag="select", parent=main)
    for name in ("Heron", "Petrel"):
        built.holder = main
        built.into("article")
        built.text(name, role="heading")
        built.button("Dock")
    built.holder = main
    if after_list:
        built.add("control", "combobox", "Kind", label="Kind", tag="select", parent=main)
    built.button("Next", selector="#next")
    return built.page()


def test_a_list_is_turned_by_the_button_after_it_though_something_narrows_it():
    assert clicked(listed(), "Dock the boat Tern") == [("#next", True)]
    assert clicked(listed(after_list=True), "Dock the boat Tern") != [("#next", True)]


def test_what_is_searched_is_gone_to_by_its_button():
    assert clicked(garden(), "Busca los huertos de Ada Ray") == [("#Huertos", True)]

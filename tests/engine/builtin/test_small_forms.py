"""Forms of few words: the one button that narrows a list, names that say nothing, words in the other language."""

import pytest
from engine.builtin.test_planner import Builder, plan

from ghostly.engine.builtin.fields import assign
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.lexicon import same
from ghostly.engine.builtin.matching import Reading
from ghostly.engine.builtin.taking import fields_of
from ghostly.engine.page import Option


def catalogue(*buttons):
    built = Builder()
    built.text("Películas", role="heading")
    built.into("form", tag="form")
    for name, options in (("Género", ("Comedia", "Drama")), ("Ordenar por", ("Título", "Duración"))):
        found = tuple(Option(o.lower(), o) for o in options)
        built.add("control", "combobox", name, label=name, options=found, selector=f"#{name[:2]}")
    for name in buttons:
        built.button(name, selector=f"#{name}")
    built.out()
    return built.page()


@pytest.mark.parametrize("goal", ["Muestra solo las de género Comedia", "Ordena por duración"])
def test_a_list_is_narrowed_and_sorted_by_the_one_button_of_its_form(goal):
    assert [p.step.selector for p in plan(catalogue("Ver"), goal).steps][1:] == ["#Ver"]


@pytest.mark.parametrize("buttons", [(), ("Imprimir",), ("Ver", "Comprar")])
def test_no_other_button_is_pressed_for_that(buttons):
    assert len(plan(catalogue(*buttons), "Ordena por duración").steps) == 1


def test_a_field_is_not_called_by_a_word_that_says_nothing():
    built = Builder()
    built.into("form", tag="form")
    built.field("Entregado", type="date", html_name="de", id="de", selector="#day")
    built.field("Cajas", type="number", html_name="n", selector="#boxes")
    goal = read_goal("Registra un envío de 2 cajas el 3 de abril de 2026")
    fields = fields_of(Reading(built.page()), built.page().controls)

    found = assign(goal.parts[0].words, goal.text, fields, frozenset())
    assert {a.field.node.selector: a.value for a in found} == {"#day": "3 de abril de 2026", "#boxes": "2"}


@pytest.mark.parametrize(
    ("goal", "verb"),
    [
        ("Tick Conserva among the uses of Ada", "check"),
        ("Save the card and confirm its page lists it", "expect"),
        ("Confirm the order", "save"),
        ("Check the list shows Conserva", "expect"),
    ],
)
def test_what_is_written_as_a_name_states_nothing_and_what_lists_something_does(goal, verb):
    assert [p.verb for p in read_goal(goal).parts if not p.implied][-1] == verb


@pytest.mark.parametrize(
    ("one", "other"),
    [("months", "meses"), ("receipt", "recibo"), ("capacity", "aforo"), ("lesson", "clases"), ("levels", "nivel")],
)
def test_everyday_words_are_the_same_in_either_language(one, other):
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [("meses", "mesas"), ("clase", "clave"), ("nivel", "novel")])
def test_words_that_only_look_alike_are_not(one, other):
    assert not same(one, other)

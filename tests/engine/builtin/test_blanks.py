"""What a goal leaves empty is what a page has to ask for, where a check says no more than that it is required."""

import pytest
from engine.builtin.test_out_of_the_way import tried
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Situation


def form(alert="", kept="", labels=("Name", "Phone", "Plate")):
    built = Builder()
    built.text("New visit", role="heading")
    if alert:
        built.add("text", "alert", text=alert)
    for label in labels:
        built.field(label, selector=f"#{label.lower()}", value=kept if label == labels[0] else "")
    built.button("Save", selector="#save")
    return built.page()


def met(goal, now, **labels):
    before = form(**labels)
    past = (
        tried("fill", f"#{labels.get('labels', ('name',))[0].lower()}", before, 0, value="Ada"),
        tried("click", "#save", form(kept="Ada", **labels), 1, commits=True, ends_part=True),
    )
    return BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), None, ()).met


@pytest.mark.parametrize(
    "goal",
    [
        'Add a visit with the name "Ada", leaving the phone empty. It must tell you that it is required.',
        'Add a visit with the name "Ada" without a phone. It should complain that this is mandatory.',
        'Try to add a visit with the name "Ada", leave the phone field blank, and save. It must say it is missing.',
        'Add a visit with the name "Ada" without giving the phone. Check that the page asks to fill in that field.',
    ],
)
def test_what_was_left_empty_is_what_the_page_has_to_ask_for(goal):
    assert met(goal, form("Enter a phone number.", "Ada")) is True
    assert met(goal, form("The plate is required.", "Ada")) is None
    assert met(goal, form(kept="Ada")) is False


@pytest.mark.parametrize(
    "goal",
    [
        'Intenta guardar una visita nueva con nombre "Ada", dejando vacía la matrícula. Tiene que avisar de que es'
        " obligatoria.",
        'Crea una visita con nombre "Ada" sin matrícula y comprueba que avisa de que es obligatoria.',
        'Crea una visita con nombre "Ada" sin poner la matrícula y comprueba que la página pide rellenar ese campo.',
        'Intenta guardar una visita nueva con nombre "Ada" dejando en blanco la matrícula: debe indicar que falta.',
    ],
)
def test_that_it_is_missing_is_said_in_spanish_too(goal):
    labels = {"labels": ("Nombre", "Teléfono", "Matrícula")}

    assert met(goal, form("La matrícula es obligatoria.", "Ada", **labels), **labels) is True
    assert met(goal, form("El teléfono es obligatorio.", "Ada", **labels), **labels) is None
    assert met(goal, form(kept="Ada", **labels), **labels) is False


@pytest.mark.parametrize(
    "goal",
    [
        "Press Save without filling anything in. It has to warn that the phone is missing.",
        "Press Save without entering anything: it must say that the phone is required.",
        "Send the empty form. It should complain that the phone is mandatory.",
        "Pulsa Guardar sin rellenar nada. Tiene que avisar de que falta el teléfono.",
        "Pulsa Guardar sin escribir nada y comprueba que avisa de que el teléfono es obligatorio.",
    ],
)
def test_where_nothing_is_filled_in_the_check_says_what_is_missing(goal):
    before = form()
    past = (tried("click", "#save", before, 0, commits=True, ends_part=True),)

    def verdict(now):
        return BuiltinExaminer().examine(Situation(goal, now.url, now, before, past), None, ()).met

    assert verdict(form("Enter a phone number.")) is True
    assert verdict(form("Enter a plate.")) is not True
    assert verdict(form()) is not True


@pytest.mark.parametrize(
    "goal",
    [
        "Add a visit for Ada without a phone. Check that the list shows the visit as required.",
        "Add a visit for Ada leaving the phone empty and the plate empty without a name. It must say it is required.",
        "Add a visit for Ada without saving. It must say that it is required.",
        "Add a visit for Ada leaving the phone empty. It must say that order 7 is missing.",
    ],
)
def test_what_says_more_or_leaves_nothing_empty_is_read_as_it_is_written(goal):
    said = [t.text for t in read_goal(goal).parts[-1].words]

    assert "phone" not in said


def test_a_goal_that_ends_with_its_reason_is_read():
    parts = read_goal("Crea una visita sin nombre y la nota mala. Debe protestar, porque es necesaria").parts

    assert [part.verb for part in parts][:1] == ["create"]

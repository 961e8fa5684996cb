"""`The setting is still there` asks whether what was set holds, and not whether the page is called settings."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


def settings(chosen):
    built = Builder()
    built.text("Configuración", role="heading")
    built.into("form", tag="form")
    options = tuple(Option(o, o, o == chosen) for o in ("Semanal", "Diario"))
    built.add("control", "combobox", "Resumen", label="Resumen", options=options, value=chosen, selector="#digest")
    built.button("Guardar", selector="#save")
    return replace(built.page(), url="http://app.test/configuracion")


def finding(goal, after, saved=True):
    before = settings("Semanal")
    words = frozenset(range(6))
    step = Planned(Step("selectOption", selector="#digest", value="Diario"), uses=words, part=0, ends_part=True)
    save = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    save = replace(save, target=Target("button", "Guardar", "#save"))
    past = (Tried(step, True, before=before), *([Tried(save, True, before=settings("Diario"))] if saved else []))
    situation = Situation(goal, "http://app.test/", settings("Diario"), before, past)
    return BuiltinExaminer().examine(situation, settings(after), ())


@pytest.mark.parametrize(
    "goal",
    [
        "Set the Resumen to Diario, save, and check that the setting is still there",
        "Pon el Resumen a Diario, guarda y comprueba que el ajuste sigue ahí",
    ],
)
@pytest.mark.parametrize(("after", "met"), [("Diario", True), ("Semanal", False)])
def test_the_setting_has_to_hold_after_a_reload(goal, after, met):
    assert finding(goal, after).met is met


def test_what_was_not_sent_is_not_lost_by_the_application():
    found = finding("Set the Resumen to Diario and check that the setting is still there", "Semanal", saved=False)

    assert (found.met, found.app_bug) == (False, False)


@pytest.mark.parametrize(
    ("goal", "saves"),
    [
        ("Set the digest to daily and check that the setting is still there after a reload", True),
        ("Pon el resumen a diario y comprueba que el cambio sigue ahí al recargar la página", True),
        ("Set the digest to daily and check that the preview says daily", False),
    ],
)
def test_what_is_filled_in_is_saved_where_it_has_to_be_kept(goal, saves):
    assert any(part.implied and part.verb == "save" for part in read_goal(goal).parts) is saves


@pytest.mark.parametrize(("value", "met"), [("Diario", True), ("Semanal", False)])
def test_what_could_be_chosen_and_was_not_is_no_value(value, met):
    built = Builder()
    built.text("Configuración", role="heading")
    built.text("Resumen")
    for number, name in enumerate(("Semanal", "Diario")):
        built.text(name)
        built.add("control", "radio", name, label=name, type="radio", tag="input", html_name="p", checked=number == 1)
    page = built.page()
    goal = f"Check that the resumen is {value}"

    assert (
        BuiltinExaminer().examine(Situation(goal, "http://app.test/", page, page, ()), None, ()).met is not False
    ) is met

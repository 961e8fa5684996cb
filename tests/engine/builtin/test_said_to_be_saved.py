"""A message says that something was saved, in its own language; what was set has to be so still after a reload."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.evidence import tells_of_message
from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.lexicon import same_deed
from ghostly.engine.builtin.planner import goal_of
from ghostly.engine.page import Option
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("saved", "guardados", True),
        ("guardada", "saved", True),
        ("deleted", "eliminado", True),
        ("saved", "borrado", False),
        ("saved", "guardar", False),
        ("red", "rojo", False),
    ],
)
def test_participles_say_the_same_in_both_languages(one, other, same):
    assert same_deed(one, other) is same


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("A message should confirm that the settings were saved", True),
        ("a notification must tell us that the changes have been stored", True),
        ("Debe salir un mensaje de que se han guardado los cambios", True),
        ("A message should say that the settings were not saved", False),
        ("A message should confirm the settings", False),
        ("The settings were saved", False),
    ],
)
def test_whether_a_message_is_to_say_that_something_was_saved(check, told):
    part = goal_of(f"Set the opening hour to 9 and save. {check}.").parts[-1]

    assert tells_of_message(part) is told


def shop(hour="08:00", notice=""):
    built = Builder()
    built.text("Ajustes", role="heading")
    if notice:
        built.add("text", "status", text=notice)
    built.into("form")
    built.field("Hora de apertura de la tienda", type="time", tag="input", selector="#opens", value=hour)
    built.field("Correo de la tienda", type="email", tag="input", selector="#mail", value="tienda@x.test")
    built.button("Guardar ajustes", selector="#save")
    built.out()
    return built.page()


@pytest.mark.parametrize(
    "goal",
    [
        "Set the opening time of the shop to 9:15 and save. {}",
        "Set the shop opening time to 9:15 and save. {}",
        "Pon la hora de apertura a las 9:15 y guarda. {}",
    ],
)
def test_a_time_goes_into_the_field_for_times_and_into_no_address(goal):
    assert steps(plan(shop(), goal.format("")))[0] == ("fill", "#opens", "09:15")


def test_what_is_no_address_may_be_tried_as_one():
    goal = 'Set the shop email to "nobody" and save.'

    assert steps(plan(shop(), goal))[0] == ("fill", "#mail", "nobody")


@pytest.mark.parametrize(
    "check",
    [
        "A message should confirm that the settings were saved",
        "A notice must say that the changes have been saved",
        "Debe salir un mensaje de que se han guardado los ajustes",
    ],
)
@pytest.mark.parametrize(
    ("notice", "kept", "met"),
    [
        ("Ajustes guardados.", "09:15", True),
        ("Ajustes guardados.", "08:00", False),
        ("", "09:15", False),
        ("Ajustes no guardados.", "09:15", False),
        ("Ajustes abiertos.", "09:15", False),
    ],
)
def test_a_message_says_so_and_the_field_has_it_after_a_reload(check, notice, kept, met):
    goal, first = f"Set the opening time to 9:15 and save. {check}.", shop()
    number = next(p.number for p in goal_of(goal).parts if p.verb == "save")
    every = frozenset(range(12))
    past = (
        Tried(Planned(Step("fill", selector="#opens", value="09:15"), uses=every, ends_part=True), True, before=first),
        Tried(
            Planned(
                Step("click", selector="#save"), part=number, uses=every, ends_part=True, commits=True,
                target=Target("button", "Guardar ajustes", "#save"),
            ),
            True,
            before=shop("09:15"),
        ),
    )  # fmt: skip
    examiner = BuiltinExaminer()

    assert examiner.wants_reload(goal)
    finding = examiner.examine(Situation(goal, first.url, shop("09:15", notice), first, past), shop(kept), ())

    assert (finding.met is True) is met


def racks(**grades):
    built = Builder()
    for rack in ("Rack North", "Rack South", "Rack West"):
        built.holder = -1
        built.into("row")
        built.text(rack, role="cell")
        built.text("40 boxes", role="cell")
        grade = grades.get(rack.split()[1], "Fine")
        options = tuple(Option(o.lower(), o, o == grade) for o in ("Fine", "Extra fine", "Coarse"))
        built.add(
            "control", "combobox", f"Grade of {rack}", label=f"Grade of {rack}", tag="select", options=options,
            value=grade.lower(), selector=f"#{rack.split()[1]}",
        )  # fmt: skip
    built.out()
    return built.page()


@pytest.mark.parametrize(
    ("value", "check", "kept", "met"),
    [
        ("Coarse", "check that it is still Coarse after reloading the page", "Coarse", True),
        ("Extra fine", "it should still be Extra fine after a refresh", "Extra fine", True),
        ("Coarse", "comprueba que sigue en Coarse tras recargar", "Coarse", True),
        ("Coarse", "check that it is still Coarse after reloading the page", "Fine", False),
        ("Coarse", "check that it is still Extra fine after reloading the page", "Coarse", False),
        ("Fine", "check that it is still Fine after reloading the page", "Extra fine", False),
    ],
)
def test_what_was_chosen_in_an_entry_is_what_its_list_has_chosen_after_a_reload(value, check, kept, met):
    goal = f"Change the grade of Rack South to {value}. {check[:1].upper()}{check[1:]}"
    first, last = racks(South="" if value == "Fine" else "Fine"), racks(South=value)
    chosen = Planned(
        Step("selectOption", selector="#South", value=value), uses=frozenset(range(9)), ends_part=True,
        target=Target("combobox", "Grade of Rack South", "#South"),
    )  # fmt: skip
    situation = Situation(goal, first.url, last, first, (Tried(chosen, True, before=first),))

    assert (BuiltinExaminer().examine(situation, racks(South=kept), ()).met is True) is met

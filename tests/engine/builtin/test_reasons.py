"""A refusal proves a check that says why only where the page tells a reason of that kind, and of that field."""

from dataclasses import replace

import pytest
from engine.builtin.test_planner import Builder

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.builtin.reasons import field_in, is_for_another
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def is_other(said, complaint):
    goal = read_goal(said)
    return is_for_another(next(p for p in goal.parts if p.verb == "expect"), goal, [complaint])


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("It must be refused because the price is too low", "This code already exists"),
        ("Check that it is rejected with a message about a locked account", "Wrong user or password"),
        ("It must be refused because that code is already taken", "Please enter a price"),
        ("Tiene que avisar de que el código ya existe", "El precio es obligatorio"),
        ("Debe rechazarse porque la cuenta está bloqueada", "Contraseña incorrecta"),
        ("Add Ada. As that name is already taken, it must be refused", "Please enter a price"),
        ("Como la cuenta está bloqueada, debe rechazarse", "Contraseña incorrecta"),
    ],
)
def test_a_reason_of_another_kind_is_another_reason(said, complaint):
    assert is_other(said, complaint)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("It must be refused because that code is already taken", "Code already in use"),
        ("It must be refused because the price is too low", "The price must be at least 5"),
        ("It must be refused because the name is missing", "Please enter a name"),
        ("It must be refused with an error", "This code already exists"),
        ("Because the name is missing, it must be refused", "Please enter a name"),
        ("Logging in as the locked user Ada must be refused", "Wrong user or password"),
        ("Tiene que avisar de que el nombre es obligatorio", "Escribe un nombre"),
        ("It must be refused because the price is too low", "Not possible"),
    ],
)
def test_a_reason_of_its_kind_or_none_at_all_is_no_other_one(said, complaint):
    assert not is_other(said, complaint)


def form(complaint=""):
    built = Builder()
    built.into("form")
    built.field("Guest name")
    built.field("Nightly rate (€)", selector="#rate")
    built.add("control", "button", "Save", selector="#save")
    built.out()
    if complaint:
        built.add("holder", "alert", text=complaint)
        built.add("text", "", text=complaint, parent=len(built.nodes) - 1)
    return built.page()


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ("It must complain that the name is required", True),
        ("It must be refused with an error", True),
        ("It must complain that the rate is required", None),
        ("Debe salir un error de rate", None),
    ],
)
def test_a_complaint_about_one_field_is_none_about_another(check, met):
    goal = f"Save a booking with a rate of 40. {check}."
    uses = frozenset(range(30))
    typed = Planned(Step("fill", selector="#rate", value="40"), uses=uses, ends_part=True)
    saved = Planned(Step("click", selector="#save"), uses=uses, part=1, commits=True, ends_part=True)
    before, now = form(), form("Guest name is required.")
    past = (Tried(typed, True, before=before), Tried(saved, True, before=before))

    assert BuiltinExaminer().examine(Situation(goal, before.url, now, replace(before), past), None, ()).met is met


def test_a_word_that_several_fields_share_names_none_of_them():
    built = Builder()
    built.field("First name")
    built.field("Last name")
    goal = read_goal("It must complain that the name is required")
    check = next(p for p in goal.parts if p.verb == "expect")

    assert not field_in(check, built.page(), goal)


@pytest.mark.parametrize(("complaint", "met"), [("Email is required", True), ("Guest is required", None)])
@pytest.mark.parametrize("check", ["it is refused because the email is missing", "se rechaza porque falta el email"])
def test_the_reason_of_a_refusal_names_the_field_that_the_page_complains_of(check, complaint, met):
    def form(*said):
        built = Builder()
        built.into("form")
        built.field("Guest", value="Ada Ray" if said else "", selector="#guest")
        built.field("Email", selector="#email")
        built.button("Save", type="submit", selector="#save")
        for text in said:
            built.add("text", "alert", text=text)
        return built.page()

    goal = f"Add a guest called Ada Ray, leave the email empty, save and check that {check}"
    if "rechaza" in check:
        goal = f"Añade un huésped con guest Ada Ray, deja el email vacío, guarda y comprueba que {check}"
    typed = Planned(Step("fill", selector="#guest", value="Ada Ray"), uses=frozenset(range(40)), part=0)
    saved = Planned(Step("click", selector="#save"), part=1, commits=True, ends_part=True)
    before, now = form(), form(complaint)
    past = (Tried(typed, True, before=before), Tried(saved, True, before=before))

    found = BuiltinExaminer().examine(Situation(goal, before.url, now, replace(before), past), None, ())
    assert (found.met is True) is (met is True)


@pytest.mark.parametrize(
    ("check", "met"),
    [
        ('under City it says "Enter a city, please."', True),
        ('"Enter a city, please." appears next to the City field', True),
        ('junto a City sale "Enter a city, please."', True),
        ('under Guest it says "Enter a city, please."', None),
        ('"Enter a city, please." appears next to the Guest field', None),
        ('junto a Guest sale "Enter a city, please."', None),
    ],
)
def test_a_message_at_a_field_is_not_at_one_that_is_not_marked(check, met):
    def form(*said):
        built = Builder()
        built.into("form")
        built.field("Guest", value="Ada Ray", selector="#guest")
        built.field("City", selector="#city", invalid=bool(said))
        built.button("Save", type="submit", selector="#save")
        for text in said:
            built.add("text", "alert", text=text)
        return built.page()

    goal = f"Add a guest called Ada Ray and leave the city empty, save and check that {check}"
    uses = frozenset(range(40))
    typed = Planned(Step("fill", selector="#guest", value="Ada Ray"), uses=uses, ends_part=True)
    saved = Planned(Step("click", selector="#save"), uses=uses, part=1, commits=True, ends_part=True)
    before, now = form(), form("Enter a city, please.")
    past = (Tried(typed, True, before=before), Tried(saved, True, before=before))

    assert BuiltinExaminer().examine(Situation(goal, before.url, now, replace(before), past), None, ()).met is met

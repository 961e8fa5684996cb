"""The title of a scenario asks for nothing that is told below it, and what a goal is about is shown by what it does."""

import pytest
from engine.builtin.test_planner import Builder, plan, steps

from ghostly.engine.builtin.examiner import BuiltinExaminer
from ghostly.engine.builtin.grammar import read_goal
from ghostly.engine.planning import Planned, Situation, Tried
from ghostly.engine.steps import Step


def read(goal):
    return [(part.verb, part.said) for part in read_goal(goal).parts if not part.implied]


def verbs(goal):
    return [verb for verb, _ in read(goal)]


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Scenario: leaving the shop\n  When I delete bill B-7\n  Then it is gone", ["delete", "expect"]),
        ("Escenario: borrar una sala y buscarla\nCuando borro la sala Azul\nEntonces ya no está", ["delete", "expect"]),
        ("Feature: rooms\nScenario: closing one\nWhen I delete the room Blue\nThen it is gone", ["delete", "expect"]),
        ("Scenario: searching finds rooms\nWhen I search for Blue\nThen I see 3 rooms", ["search", "expect"]),
        ("Scenario: close room R-7\nWhen I delete room R-7\nThen R-7 is gone", ["delete", "expect"]),
    ],
)  # fmt: skip
def test_the_title_of_a_scenario_is_done_below_it(goal, told):
    assert verbs(goal) == told


@pytest.mark.parametrize(
    "goal",
    [
        "Scenario: delete room R-7\nGiven I am on the rooms page\nThen the list has 3 rooms",
        "Scenario: delete all rooms\nWhen I open the list\nThen no room is left",
    ],
)
def test_a_title_stays_where_nothing_below_it_does_what_it_says(goal):
    assert verbs(goal)[0] == "delete"
    assert len(verbs(goal)) > 2


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Check that rooms can be edited. Edit room R-7: seats 3. Verify that it has 3.", ["edit", "expect"]),
        ("Comprueba que se puede borrar una sala. Borra la sala Azul. No debe salir.", ["delete", "expect"]),
        ("Verify that a guest can be added. Add the guest Ada, city Bath. Ada is listed.", ["create", "expect"]),
        ("Asegúrate de que se pueden borrar salas: borra la sala Azul y mira que ya no está.", ["delete", "expect"]),
    ],
)  # fmt: skip
def test_that_something_can_be_done_is_shown_by_doing_it(goal, told):
    assert verbs(goal) == told


@pytest.mark.parametrize(
    "goal",
    [
        "Check that room R-3 can be deleted. Delete room R-7. R-7 is gone.",
        "Check that a guest can be edited. Edit room R-7: seats 3. Check that its seats are 3.",
        "Comprueba que no se puede borrar una sala. Borra la sala Azul. La sala Azul sigue en la lista.",
        "Check that a room can be deleted. Add the room Blue. Blue is listed.",
        "Check that a room can be deleted. Delete the room Blue.",
    ],
)
def test_that_something_else_can_be_done_is_still_to_be_seen(goal):
    assert verbs(goal)[0] == "expect"


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("The fee of that booking should be 20", "its fee should be 20"),
        ("The fee of the booking has to be 20", "its fee has to be 20"),
        ("The fee of the bookings should be 20", "The fee of the bookings should be 20"),
        ("The fee of that guest should be 20", "The fee of that guest should be 20"),
        ("The fee of booking B-8 should be 20", "The fee of booking B-8 should be 20"),
    ],
)
def test_what_that_thing_has_is_its_own(check, told):
    assert read(f"Edit booking B-7, set the seats to 2 and save. {check}")[-1] == ("expect", told)


def test_what_that_thing_has_is_its_own_in_spanish_too():
    goal = "Edita la reserva B-7, pon 2 en las plazas y guarda. "

    assert read(goal + "El precio de esa reserva debería pasar a 20 €")[-1][1] == "su precio debería pasar a 20 €"
    assert read(goal + "El precio de las reservas debe ser 20 €")[-1][1] == "El precio de las reservas debe ser 20 €"


@pytest.mark.parametrize(
    ("goal", "head"),
    [
        ("Probar a entrar con ada@x.test y la clave s3cret2. No debe dejar pasar.", "Probar a entrar con"),
        ("Tratar de iniciar sesión con ada@x.test / s3cret2.", "Tratar de iniciar sesión con"),
        ("Try to log in with ada@x.test and s3cret2.", "Try to log in with"),
    ],
)
def test_trying_to_sign_in_is_one_part(goal, head):
    first, *rest = read_goal(goal).parts

    assert first.verb == "login"
    assert " ".join(t.text for t in first.verb_words) == head
    assert all(part.verb == "expect" for part in rest)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Con la sesión de ada@x.test (s3cret2), borra la sala Azul", ["login", "delete"]),
        ("Con la sesión iniciada como ada@x.test / s3cret2, borra la sala Azul", ["login", "delete"]),
        ("Usando la sesión de ada@x.test / s3cret2 borra la sala Azul", ["login", "delete"]),
        ("Cierra la sesión. Entra con ada@x.test / s3cret2 y borra la sala Azul", ["logout", "login", "delete"]),
    ],
)
def test_whose_session_it_is_says_who_signs_in(goal, told):
    assert verbs(goal) == told


@pytest.mark.parametrize(
    ("goal", "made"),
    [
        (
            'Start a new guest called Ada Moss and give "ada" as the email. Saving should be refused.',
            "guest called Ada Moss with the email ada",
        ),
        ('Crea un cliente Ada, indicando "ada" como correo. No debe guardarse.', "un cliente Ada with correo ada"),
    ],
)
def test_what_is_given_as_something_is_filled_in_with_the_rest(goal, made):
    created = next(part for part in read_goal(goal).parts if part.verb == "create")

    assert " ".join(t.text for t in created.words) == made


def signed_in():
    built = Builder()
    built.text("Berths", role="heading")
    built.button("Sign out", selector="#out")
    built.button("Save", selector="#save")
    return built.page()


def door():
    built = Builder()
    built.field("User", selector="#user")
    built.field("Password", type="password", selector="#word")
    built.button("Sign in", selector="#in")
    return built.page()


@pytest.mark.parametrize(("button", "pressed", "met"), [("Sign out", "#out", True), ("Save", "#save", False)])
def test_who_presses_sign_out_had_been_signed_in(button, pressed, met):
    goal = f'Sign in as ada / s3cret, then click "{button}". Check that the sign-in form is shown'
    taken = [
        (door(), Planned(Step("fill", selector="#user", value="ada"), part=0)),
        (door(), Planned(Step("fill", selector="#word", value="s3cret"), part=0)),
        (door(), Planned(Step("click", selector="#in"), uses=frozenset(range(5)), part=0, commits=True)),
        (signed_in(), Planned(Step("click", selector=pressed), uses=frozenset(range(5, 10)), part=1, ends_part=True)),
    ]
    past = tuple(Tried(planned, True, before=page) for page, planned in taken)
    situation = Situation(goal, "http://app.test/", door(), door(), past)

    assert BuiltinExaminer().examine(situation, None, ()).met is met


def languages():
    built = Builder()
    built.link("Bits")
    built.into("navigation", "Language")
    built.add("control", "link", "English", text="EN", selector="#en")
    built.add("control", "link", "Español", text="ES", selector="#es")
    return built.page()


@pytest.mark.parametrize(
    ("goal", "clicked"),
    [
        ("Pulsa el enlace ES", "#es"),
        ("Click the ES link", "#es"),
        ("Click the link EN", "#en"),
        ("Cambia el idioma a español con el enlace ES de arriba", "#es"),
        ("Switch the language to Spanish using the ES link in the header", "#es"),
        ("Switch the language to English with the EN link", "#en"),
    ],
)
def test_a_control_is_called_by_what_people_read_on_it_too(goal, clicked):
    assert steps(plan(languages(), goal))[:1] == [("click", clicked, None)]


@pytest.mark.parametrize("goal", ["Switch the language to Spanish with the EN link", "Click the IT link"])
def test_a_control_that_says_otherwise_is_not_pressed(goal):
    assert all(planned.explores for planned in plan(languages(), goal).steps)

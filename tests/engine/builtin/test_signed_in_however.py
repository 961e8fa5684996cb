"""Who signs in is told in whatever person and tense, and the name need not be an address."""

import pytest

from ghostly.engine.builtin.grammar import read_goal

_SPANISH = [
    "Entro", "Accedo", "Ingreso", "Me conecto", "Me identifico", "He iniciado sesión", "Dado que he iniciado sesión",
    "Dado que ya hemos entrado", "Habiendo accedido", "Una vez iniciada la sesión", "Con la sesión iniciada",
    "Dado un usuario que ha iniciado sesión",
]  # fmt: skip
_ENGLISH = ["Given I have logged in", "Given a user who has signed in", "Having signed in", "I log in"]


def _parts(goal: str) -> list[tuple[str, str]]:
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts]


@pytest.mark.parametrize("who", ["almacen", "luz@x.test"])
@pytest.mark.parametrize("told", ["como {} con la clave Teja-52", "con {} / Teja-52", "como {} (Teja-52)"])
@pytest.mark.parametrize("head", _SPANISH)
def test_somebody_is_let_in_first_however_it_is_said(head: str, told: str, who: str) -> None:
    goal = f"{head} {told.format(who)}, abro Envíos y veo 3 envíos."

    assert _parts(goal) == [("login", f"{who} Teja-52"), ("open", "Envíos"), ("expect", "3 envíos")]


@pytest.mark.parametrize("told", ["as depot with password Tile-52", "as depot (Tile-52)", "(depot, Tile-52)"])
@pytest.mark.parametrize("head", _ENGLISH)
def test_somebody_is_let_in_first_in_english(head: str, told: str) -> None:
    goal = f"{head} {told}, I open Parcels and see 3 parcels."

    assert _parts(goal) == [("login", "depot Tile-52"), ("open", "Parcels"), ("expect", "3 parcels")]


@pytest.mark.parametrize("goal", [
    "Dado que soy almacen (Teja-52)\nCuando abro Envíos\nEntonces veo 3 envíos",
    "Given I am depot (Tile-52)\nWhen I open Envíos\nThen I see 3 envíos",
])  # fmt: skip
def test_who_one_is_may_be_followed_by_the_password(goal: str) -> None:
    assert [verb for verb, _ in _parts(goal)] == ["login", "open", "expect"]


@pytest.mark.parametrize("goal", [
    "Entra en el envío ENV-204 y pulsa Cerrar", "Accede a Ajustes y cambia el plazo a 15", "Ingresa 3 cajas y guarda",
    "Conecta el sensor S4b2 a la red", "Add a note as ana (rev2b) and save", "Soy cliente y abro Envíos",
    "Comprueba que el usuario ana (rev2b) aparece en la lista",
])  # fmt: skip
def test_nobody_is_let_in_where_something_else_is_entered(goal: str) -> None:
    assert all(verb != "login" for verb, _ in _parts(goal))


_SAID = [
    "Do this as Bo (bo@x.test / s3cret1).", "I'm Bo Lund, bo@x.test, password s3cret1.",
    "My login is bo@x.test and the password's s3cret1.", "bo@x.test has the password s3cret1: sign in with it.",
    "User: bo@x.test · Password: s3cret1", "Use Bo's account for this (bo@x.test, s3cret1).",
    "The clerk is signed in as bo@x.test (s3cret1).", "Bo (bo@x.test, s3cret1) signs in.",
    "With the password s3cret1, sign in as bo@x.test.", "Precondition: logged in as bo@x.test / s3cret1.",
    "Log in as bo@x.test, whose password is s3cret1, as usual.", "Entra para ello como bo@x.test con la clave s3cret1.",
    "Soy Bo (bo@x.test / s3cret1).", "Puedes usar bo@x.test, la contraseña es s3cret1.",
    "Precond.: logged in (bo@x.test / s3cret1).", "Para entrar te valen bo@x.test y s3cret1.",
    "La sesión se abre con bo@x.test y s3cret1.", "bo@x.test tiene la clave s3cret1: entra con ella.",
]  # fmt: skip


@pytest.mark.parametrize("goal", ["{} Delete bill 4. Bill 5 is listed.", "Delete bill 4. {}\nBill 5 is listed.",
    "Delete bill 4. Bill 5 is listed. {}"])  # fmt: skip
@pytest.mark.parametrize("said", _SAID)
def test_a_sentence_that_says_who_signs_in_asks_for_nothing_else(said: str, goal: str) -> None:
    goal = goal.format(said).replace("s3cret1 Delete", "s3cret1\nDelete")

    assert _parts(goal) == [("login", "bo@x.test s3cret1"), ("delete", "bill 4"), ("expect", "Bill 5 is listed")]


@pytest.mark.parametrize("said", [
    "As Bo (bo@x.test, s3cret1):", "Given a clerk who is signed in as bo@x.test (s3cret1),",
    "Working as bo@x.test (s3cret1),", "When you're in as bo@x.test (s3cret1),",
    "From the account of Bo Lund (bo@x.test / s3cret1),", "Desde la cuenta de Bo (bo@x.test, clave s3cret1),",
])  # fmt: skip
def test_so_does_a_clause_before_an_order(said: str) -> None:
    assert _parts(f"{said} delete bill 4") == [("login", "bo@x.test s3cret1"), ("delete", "bill 4")]


@pytest.mark.parametrize(("goal", "left"), [
    ("Refund Ada as bo@x.test (s3cret1).", ("say", "Refund Ada")),
    ("Delete bill 4 for Oak Ltd as Bo (bo@x.test / s3cret1)", ("delete", "bill 4 for Oak Ltd")),
    ("In Companies as bo@x.test (s3cret1), open Acme", ("open", "Acme , In Companies")),
    ("Check that bo@x.test with the password s3cret1 gets in", ("expect", "gets in")),
    ("Sign in as bo@x.test / s3cret1. I am signed in as Bo Lund.", ("expect", "am signed in as Bo Lund")),
    ("Entra con bo@x.test / s3cret1. He entrado como Bo Lund.", ("expect", "entrado como Bo Lund")),
])  # fmt: skip
def test_what_such_a_sentence_asks_for_besides_is_left(goal: str, left: tuple[str, str]) -> None:
    assert _parts(goal) == [("login", "bo@x.test s3cret1"), left]


def test_a_password_that_is_changed_lets_nobody_in() -> None:
    assert [verb for verb, _ in _parts("Change the password of bo@x.test to s3cret12 and save")] == ["edit", "save"]


@pytest.mark.parametrize("goal", [
    "Use bo@x.test with bo123x, which must fail, then with s3cret1. Bill 5 is listed.",
    "Log in as bo@x.test, but type the wrong password bo123x first. Then try again with s3cret1. Bill 5 is listed.",
    "Primero equivócate: bo@x.test con bo123x. Luego entra bien, con s3cret1. Bill 5 is listed.",
])  # fmt: skip
def test_a_password_is_tried_after_one_that_fails(goal: str) -> None:
    logins = [words for verb, words in _parts(goal) if verb == "login"]

    assert logins == ["bo@x.test bo123x", "bo@x.test s3cret1"]

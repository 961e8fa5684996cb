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

"""What is told in general before anything is done asks for nothing, and what is told of a thing stays."""

import pytest

from ghostly.engine.builtin.grammar import read_goal


def _parts(goal: str) -> list[tuple[str, str]]:
    return [(part.verb, " ".join(t.text for t in part.words)) for part in read_goal(goal).parts if not part.implied]


@pytest.mark.parametrize("told", [
    "Someone who mistypes their password must not get in.", "We should never accept silly amounts.",
    "I keep mistyping my password.", "Dana does not remember her password.",
    "A customer says login is broken.", "A wrong amount must not be accepted.",
    "Nadie puede entrar con la contraseña equivocada:", "Quiero ver qué pasa al borrar algo:", "Primero equivócate:",
])  # fmt: skip
def test_a_rule_before_the_order_is_neither_done_nor_looked_for(told: str) -> None:
    assert _parts(f"{told} delete bill 4. Bill 5 is listed.") == [("delete", "bill 4"), ("expect", "Bill 5 is listed")]


@pytest.mark.parametrize(("goal", "check"), [
    ("Bills of Acme must never be listed. Open the bills. Bill 5 is listed.", "Bills of Acme must never be listed"),
    ("Open the bills. Nobody is listed.", "Nobody is listed"),
])  # fmt: skip
def test_what_names_a_thing_or_follows_what_is_done_is_looked_for(goal: str, check: str) -> None:
    assert ("expect", check) in _parts(goal)


@pytest.mark.parametrize("goal", [
    "Hola, necesito que borres la factura 4.", "Además, borra la factura 4.", "Borra la factura 4, gracias.",
    "Buenas tardes, quiero borrar la factura 4, por favor.",
])  # fmt: skip
def test_a_greeting_and_thanks_are_no_part_of_an_order(goal: str) -> None:
    assert _parts(goal) == [("delete", "la factura 4")]


def test_what_is_to_be_so_then_is_looked_for() -> None:
    parts = read_goal("Quiero borrar la nota y que no se vea ya en la lista").parts

    assert [(part.verb, part.negated) for part in parts] == [("delete", False), ("expect", True)]


@pytest.mark.parametrize(("goal", "verbs"), [
    ("Borra la factura 4. Que no salga ya en la lista.", ["delete", "expect"]),
    ("Entra con bo@x.test / s3cret1 y sal otra vez: se ve el formulario", ["login", "logout", "expect"]),
    ("Quien entre con bo@x.test y s3cret1 debe leer «Hola»", ["login", "expect"]),
])  # fmt: skip
def test_each_says_what_it_says(goal: str, verbs: list[str]) -> None:
    assert [verb for verb, _ in _parts(goal)] == verbs

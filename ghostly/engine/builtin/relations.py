"""Verbs that tell what a page keeps behind a label or under a head: `it costs $5` where that says `Price`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .words import Token

# The forms of a verb, and the words of its label; those behind a bar count where nothing is called like those before.
_LABELS = """
cost costs costing cuesta cuestan costaba:
  price cost precio coste costo pvp | value worth amount fee rate charge valor importe tarifa cuota | total
worth vale valen: value worth valor | price cost precio coste costo | amount total importe
belong belongs belonging pertenece pertenecen:
  owner assigned assignee holder belongs propietario propietaria dueno duena asignado asignada titular
  | customer client company account team group department user person cliente empresa cuenta equipo grupo usuario
weigh weighs pesa pesan: weight peso
last lasts dura duran: duration length duracion
start starts begin begins empieza empiezan comienza comienzan: start starts begin begins inicio comienzo empieza
end ends expire expires termina terminan vence vencen caduca caducan acaba:
  end ends expiry expires expiration due fin vencimiento caducidad vence caduca
live lives vive viven: city address town lives ciudad direccion localidad domicilio
work works trabaja trabajan: department team company works departamento equipo empresa
"""


def relates(token: Token) -> bool:
    """Whether a word is such a verb."""
    return token.kind == "word" and token.text.islower() and token.norm in _families()


def labels_of(verb: Token) -> Sequence[frozenset[str]]:
    """The words of the labels behind which a page may keep what the verb tells, the closest first."""
    return _families().get(verb.norm, ())


@cache
def _families() -> dict[str, tuple[frozenset[str], ...]]:
    said = _LABELS.replace("\n  ", " ").strip().splitlines()
    lines = (line.partition(":") for line in said)
    ranked = [(verbs, tuple(frozenset(each.split()) for each in labels.split("|"))) for verbs, _, labels in lines]
    return {verb: families for verbs, families in ranked for verb in verbs.split()}

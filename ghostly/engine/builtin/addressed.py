"""What a goal tells of whoever does it, in the second person or the first, as what is to be seen: `te quedas en la
entrada`, `deberías llegar a Pedidos`, `llego a la lista`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .speech import ENDS, joins
from .words import Token

_ONESELF = {"te", "me", "nos"}
_STAYS = {"quedas", "quedo", "quedamos", "mantienes", "mantengo"}
_SHOULD = {"deberias": "deberia", "deberiamos": "deberia", "tendrias": "tendria", "tendriamos": "tendria"}
_ENDS_UP = {
    "llegas": "llegar", "llego": "llegar", "llegamos": "llegar", "acabas": "acabar", "acabo": "acabar",
    "acabamos": "acabar", "terminas": "acabar", "aterrizas": "acabar", "aterrizo": "acabar",
}  # fmt: skip
_SEES = {"ves", "vemos"}
_ASKS = {"pide", "piden", "exige", "solicita"}
_SIGNING_IN = {"entrar", "entre", "acceder", "acceda", "identificarme", "identificarte", "identificarse", "iniciar"}
_AFTER = {"a", "en", "al"}


def with_person(tokens: Sequence[Token]) -> tuple[Token, ...]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not found or found[-1].text in ENDS or found[-1].kind == "mark" or joins(found[-1])
        said = [t.norm for t in tokens[at : at + 5]] + [""] * 5
        taken, words = _told(said) if begins else (0, "")
        if not taken:
            found.append(tokens[at])
            at += 1
            continue
        found += [replace(tokens[at], text=word, norm=word) for word in words.split()]
        at += taken
    return tuple(found)


def _told(said: Sequence[str]) -> tuple[int, str]:
    """How many words say so, and the words that are understood; 0 for none."""
    if said[0] in _ONESELF and said[1] in _STAYS and said[2] == "en":
        return 2, "sigo"
    if said[0] in _SHOULD:
        return 1, _SHOULD[said[0]]
    if said[0] in _ENDS_UP and said[1] in _AFTER:
        return 1, f"debe {_ENDS_UP[said[0]]}"
    if said[0] in _SEES:
        return 1, "veo"
    asks = said[0] in _ONESELF and said[1] in _ASKS
    what = said[2 + (said[2] == "que") :]
    if asks and what[0] in _SIGNING_IN and (what[0] != "iniciar" or what[1] == "sesion"):
        return 2 + (said[2] == "que") + 1 + (what[0] == "iniciar"), "debe verse el formulario de entrada"
    return 0, ""

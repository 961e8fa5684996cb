"""What is to be listed besides a message, told with it: `It must say "Saved." and appear in the list`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import DETERMINERS, ENDS, MODAL, ONE_MORE, joins, verb_at
from .words import Token

_APPEARS = {"appear", "appears", "aparecer", "aparece", "salir", "sale", "figurar", "figura", "estar", "be", "is"}
_IN = {"in", "on", "under", "en"}
_LISTS = {"list", "table", "overview", "lista", "tabla", "listado"}
_ROW = {"row", "line", "entry", "fila", "linea", "entrada"}
_THERE = {"hay", "existe", "aparece"}
_LONGEST = 4


def with_listed(tokens: Sequence[Token]) -> list[Token]:
    """The goal with a check of its own for what is to be listed besides a message, and for `en la tabla hay una fila
    con Ada`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        thing = _listed(tokens, at + 1) if joins(token) and at and tokens[at - 1].kind == "quoted" else None
        if thing is not None:
            found += [replace(token, kind="mark", text=".", norm="."), *_said("verify that", token)]
            found += [*(thing or _said("it", token)), *_said("is", token)]
            at += 1 + len(thing) + (tokens[at + 1 + len(thing)].norm in _APPEARS)
            continue
        if (not at or tokens[at - 1].text in ENDS | {","} or joins(tokens[at - 1])) and _says_a_row(tokens, at):
            found += _said("verify that", token)
        found.append(token)
        at += 1
    return found


def _listed(tokens: Sequence[Token], at: int) -> Sequence[Token] | None:
    """The thing of which it is told there that it is in a list, and nothing more; empty where that is not said again,
    None where something else is told."""
    clause = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), tokens[at:]))
    where = next((i for i, t in enumerate(clause) if t.norm in _IN), 0)
    thing = [t for t in clause[:where] if t.norm not in _APPEARS]
    placed = bool(where) and bool(_LISTS & {t.norm for t in clause[where + 1 :]})
    says_so = len(thing) < where or (thing[:1] != [] and thing[0].norm in DETERMINERS and len(thing) > 1)
    plain = all(t.kind == "word" for t in clause) and thing == clause[: len(thing)]
    plain = plain and not any(t.norm in MODAL for t in clause)
    # `… and check that it is in the list` says so already.
    plain = plain and not any(verb_at(thing, i) for i in range(len(thing)) if not i or thing[0].norm not in DETERMINERS)
    return thing if placed and says_so and plain and len(thing) <= _LONGEST else None


def _says_a_row(tokens: Sequence[Token], at: int) -> bool:
    """`En la tabla hay una fila con Ada`"""
    clause = list(takewhile(lambda t: t.text not in ENDS | {","}, tokens[at:]))
    there = next((i for i, t in enumerate(clause) if t.norm in _THERE), 0)
    row = clause[there + 1 : there + 3]
    is_row = len(row) > 1 and row[0].norm in ONE_MORE and row[1].norm in _ROW
    return there > 1 and clause[0].norm in _IN and bool(_LISTS & {t.norm for t in clause[:there]}) and is_row


def _said(words: str, near: Token) -> list[Token]:
    return [replace(near, kind="word", text=word, norm=word) for word in words.split()]

"""What somebody wants, told in a sentence before the order to make it: `Ada wants 5 lamps. Create the order`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import COMMA, DETERMINERS, ENDS, PRONOUNS, verb_at
from .words import Token

_WANTS = {
    "wants", "want", "needs", "need", "ordered", "requested", "orders", "requests", "quiere", "quieren", "necesita",
    "necesitan", "pide", "piden", "pidio", "encarga", "encargo", "solicita", "solicito",
}  # fmt: skip
_HAVE = {"has", "have", "ha", "han"}
_ASKED = {"asked", "ordered", "requested", "pedido", "encargado", "solicitado"}
_LONGEST_ORDER = 4


def with_wanted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `Create the order for Ada: 5 lamps` for the two sentences, where the order says no more itself."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not found or found[-1].text in ENDS
        end = _end(tokens, at)
        told = _told(tokens[at:end]) if begins else None
        order = tokens[end + 1 : _end(tokens, end + 1)] if told else ()
        if told is None or not _makes_it(order):
            found.append(tokens[at])
            at += 1
            continue
        who, what = told
        for_ = replace(COMMA, kind="word", text="for", norm="for")
        thing = [t for t in order if t.norm not in {"then", "entonces", "now", "please"}]
        thing = [t for t in thing if t.norm not in PRONOUNS]
        found += [*thing, for_, *who, replace(COMMA, text=":", norm=":"), *what]
        at = end + 1 + len(order)
    return tuple(found)


def _end(tokens: Sequence[Token], at: int) -> int:
    return next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS | {":"}), len(tokens))


def _told(sentence: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Who wants what; None where a sentence says anything else."""
    start = int(bool(sentence) and sentence[0].norm in DETERMINERS)
    # `The customer Ada`
    start += bool(start) and len(sentence) > 1 and sentence[1].text.islower()
    who = list(takewhile(lambda t: t.kind == "word" and t.text[:1].isupper(), sentence[start:]))
    rest = sentence[start + len(who) :]
    if len(rest) > 1 and rest[0].norm in _HAVE and rest[1].norm in _ASKED:
        rest = rest[1 + (len(rest) > 2 and rest[2].norm == "for") :]
    elif not rest or rest[0].norm not in _WANTS:
        return None
    what = rest[1:]
    return (who, what) if who and any(t.names for t in what) and what[0].norm not in {"to", "que", "that"} else None


def _makes_it(order: Sequence[Token]) -> bool:
    """`Create the order`, `add it`: an order to make something that says nothing of it."""
    verb = verb_at(order, 0) if order else None
    rest = order[len(verb[1]) :] if verb else ()
    plain = all(t.kind == "word" and (t.text.islower() or t.norm in PRONOUNS) for t in rest)
    return verb is not None and verb[0] == "create" and plain and len(rest) <= _LONGEST_ORDER

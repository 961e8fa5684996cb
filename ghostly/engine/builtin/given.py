"""What an order gives besides, told in words of its own: `Reject it, giving "Too late" as the reason`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import STOP, Verb
from .speech import COMMA, DETERMINERS, ends_here, is_order, joins, verb_at
from .words import Token

_GIVING = {
    "giving", "give", "stating", "state", "entering", "enter", "providing", "provide", "specifying", "specify",
    "typing", "writing", "indicando", "dando", "poniendo", "introduciendo", "escribiendo", "alegando",
}  # fmt: skip
# `New order with the following data: …`
_WITH = {"with", "con"}
_DATA = {"data", "details", "values", "fields", "datos", "valores", "detalles", "campos"}
_SUCH = {"this", "these", "the", "following", "estos", "los", "siguientes", "below", "next"}
# Orders after which a page may ask for more.
_ASKS: frozenset[Verb] = frozenset({"say", "delete", "close", "create", "edit"})


def with_given(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `with the reason "Too late"` instead, and without a `with this data:` that only leads to it."""
    tokens = _without_lead(tokens)
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        label = _label_at(tokens, at) if _follows_order(tokens, at) else []
        if not label:
            kept.append(tokens[at])
            at += 1
            continue
        while kept and (kept[-1].text == "," or joins(kept[-1])):
            kept.pop()
        kept += [replace(tokens[at], text="with", norm="with"), *label, tokens[at + 1]]
        at = next(i for i, t in enumerate(tokens) if t is label[-1]) + 1
    return tuple(kept)


def _without_lead(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    until = 0
    for at, token in enumerate(tokens):
        led = list(takewhile(lambda t: t.norm in _SUCH | _DATA, tokens[at + 1 :])) if token.norm in _WITH else []
        ends = tokens[at + 1 + len(led) :][:1]
        if led and {t.norm for t in led} & _DATA and ends and ends[0].text == ":":
            until = at + 1 + len(led)
        if at >= until:
            kept.append(token)
    return kept


def _label_at(tokens: Sequence[Token], at: int) -> list[Token]:
    """What the field is called of `giving "Too late" as the reason`; nothing where no field is given anything."""
    value, as_ = (*tokens[at + 1 : at + 3], COMMA, COMMA)[:2]
    if tokens[at].norm not in _GIVING or value.kind != "quoted" or as_.norm not in ("as", "como"):
        return []
    led = list(takewhile(lambda t: t.kind == "word" and t.text.islower() and not joins(t), tokens[at + 3 :]))
    article = led[:1] if led and led[0].norm in DETERMINERS else []
    called = list(takewhile(lambda t: t.norm not in STOP, led[len(article) :]))
    return [*article, *called] if called else []


def _follows_order(tokens: Sequence[Token], at: int) -> bool:
    begin = next((i + 1 for i in range(at - 1, -1, -1) if ends_here(tokens, i)), 0)
    found = (verb_at(tokens, i) for i in range(begin, at))
    return is_order(tokens, begin) or any(verb is not None and verb[0] in _ASKS for verb in found)

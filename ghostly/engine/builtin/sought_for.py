"""What a search is to find, where the sentence begins with it: `si busco Ada, la lista tiene un único pedido`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import ENDS, HAS_TO, MODAL, WHENEVER, joins, tells_of, verb_at
from .words import Token

_WHEN = WHENEVER | {"on", "by"}
_DOERS = {"i", "we", "you", "one", "se", "user", "usuario"}
_HOLDS = {"tiene", "tienen", "hay", "has", "have", "there's", "sale", "salen", "only", "solo", "solamente", "just"}
_LONGEST, _SOON = 10, 3
_CHECK = {True: ("comprueba", "que"), False: ("check", "that")}


def with_found(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `check that` before what is to be found, where nothing else says that it is a check."""
    found: list[Token] = []
    until = -1
    for at, token in enumerate(tokens):
        begins = not at or tokens[at - 1].text in ENDS | {","}
        until = _end_of_search(tokens, at) if begins and until < at else until
        found.append(token)
        if at == until:
            spanish = any(t.norm in ("si", "cuando", "al", "se") for t in found[-_LONGEST:])
            found += [replace(token, kind="word", text=word, norm=word) for word in _CHECK[spanish]]
    return tuple(found)


def _end_of_search(tokens: Sequence[Token], at: int) -> int:
    """The comma behind a search that begins here with `when`, before something that is no order; -1 where none is."""
    led = list(takewhile(lambda t: t.norm in _WHEN | _DOERS, tokens[at : at + 3]))
    verb = verb_at(tokens, at + len(led)) if led and at + len(led) < len(tokens) else None
    if verb is None or verb[0] != "search":
        return -1
    begin = at + len(led) + len(verb[1])
    sought = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), tokens[begin : begin + _LONGEST]))
    comma = begin + len(sought)
    rest = list(takewhile(lambda t: t.text not in ENDS, tokens[comma + 1 :]))
    named = bool(sought) and sought[-1].names
    if not named or comma >= len(tokens) or tokens[comma].text != "," or not rest:
        return -1
    must = any(t.norm in MODAL for t in rest[:_SOON]) or tuple(t.norm for t in rest[:2]) in HAS_TO
    orders = any(verb_at(rest, i) for i in range(2))
    tells = not must and not orders and any(tells_of(t) or t.norm in _HOLDS for t in rest)
    return comma if tells else -1

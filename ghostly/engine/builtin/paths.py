"""Ways that a goal writes with signs: `Settings > Billing` goes to one place after the other."""

from __future__ import annotations

from collections.abc import Sequence

from .speech import ASIDES, COMMA, DETERMINERS, ENDS, joins, verb_at
from .words import Token

_SIGNS = {">", "→", "›", "»", "➔", "⟶"}
_LONGEST = 4
_LEADS = ASIDES | DETERMINERS | {"via", "through", "por", "a", "al", "menu", "to", "then"}


def along_paths(tokens: Sequence[Token]) -> list[Token]:
    """The goal with an order of its own for each place of such a way."""
    told: list[Token] = []
    at = 0
    while at < len(tokens):
        places, end = _way(tokens, at)
        before = _without_leads(told)
        begins = _begins(before)
        if begins and len(places) == 1 and (done := _done_there(tokens, end)):
            told = [*before, *_OPEN, *places[0], _mark(".", places[0][-1]), *done]
            at = end + len(done) + (tokens[end + len(done)].text == ":")
            continue
        if len(places) < 2 or not (begins or _goes(told)):
            told.append(tokens[at])
            at += 1
            continue
        told = before if begins else told
        for number, place in enumerate(places):
            told += [*(_OPEN if number or begins else ()), *place, _mark(".", place[-1])]
        at = end
        while at < len(tokens) and (tokens[at].text in (",", ":") or joins(tokens[at])):
            at += 1
    return told


def _done_there(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """What is done in a place: the `add` of `Suppliers > add: Northern Looms`."""
    verb = verb_at(tokens, at) if at and tokens[at - 1].text in _SIGNS else None
    does = verb is not None and verb[0] in ("create", "delete", "edit") and at + len(verb[1]) < len(tokens)
    return verb[1] if verb and does else ()


def _way(tokens: Sequence[Token], at: int) -> tuple[list[list[Token]], int]:
    """The places of a way that begins there, and where it ends."""
    places: list[list[Token]] = []
    while place := _place(tokens, at, is_first=not places):
        places.append(place)
        at += len(place)
        sign = at < len(tokens) and (tokens[at].text in _SIGNS or _is_arrow(tokens, at))
        if not sign:
            break
        at += 2 if _is_arrow(tokens, at) else 1
    return places, at


def _is_arrow(tokens: Sequence[Token], at: int) -> bool:
    return [t.text for t in tokens[at : at + 2]] == ["-", ">"]


def _place(tokens: Sequence[Token], at: int, is_first: bool) -> list[Token]:
    """What a place is called there: a quoted name, or words of which the first is written as a name."""
    if at >= len(tokens) or not (tokens[at].kind == "quoted" or tokens[at].text[:1].isupper()):
        return []
    if tokens[at].kind == "quoted":
        return [tokens[at]]
    # `Open Settings > Billing`, `In Settings > Billing`
    leads = verb_at(tokens, at) or tokens[at].norm in _LEADS
    if is_first and leads and tokens[at + 1 : at + 2] and tokens[at + 1].text not in _SIGNS:
        return []
    end = at
    while end < len(tokens) and end - at < _LONGEST and tokens[end].kind == "word" and not joins(tokens[end]):
        if end > at and _is_order(tokens, end):
            break
        end += 1
    return list(tokens[at:end])


def _is_order(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb begins there, and is not the end of a name: `New report`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    is_last = after is None or (after.kind == "mark" and after.text != '"') or joins(after)
    return verb_at(tokens, at) is not None and not is_last


def _without_leads(told: Sequence[Token]) -> list[Token]:
    """What was told before, without the words that only lead to a place: `in the menu`."""
    end = len(told)
    while end and told[end - 1].norm in _LEADS:
        end -= 1
    return list(told[:end])


def _begins(told: Sequence[Token]) -> bool:
    # `Fill in the title, EN → NO` is a value.
    return not told or told[-1].text in ENDS | {":", ")"}


def _goes(told: Sequence[Token]) -> bool:
    """Whether the last words say to go somewhere; what is pressed along a way is one order: `click File > Export`."""
    found = (verb_at(told, at) for at in range(max(0, len(told) - _LONGEST), len(told)))
    verbs = [each[0] for each in found if each]
    return verbs[-1:] in (["open"], ["explore"])


_OPEN = (Token(COMMA.number, "word", "open", "open", 0, 0),)


def _mark(text: str, after: Token) -> Token:
    return Token(COMMA.number, "mark", text, text, after.end, after.end)

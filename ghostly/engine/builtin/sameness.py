"""What is to be the same as was told before: `with the same email` is with the one that the goal has said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .dates import DATES
from .lexicon import Verb, same
from .part import Part
from .speech import SAME
from .words import Token

_SAYS = {"is", "are", "es", "son", "of", "de", "to", "a", ":", "="}
_ARTICLES = {"the", "a", "an", "el", "la", "un", "una", "as"}
_TAKES: frozenset[Verb] = frozenset({"fill", "choose", "create", "edit", "say"})


def with_same(parts: Sequence[Part]) -> list[Part]:
    """The parts, each `same` with the value that an earlier one gives for it, where there is just one."""
    found: list[Part] = []
    for part in parts:
        found.append(_resolved(part, found) if part.verb in _TAKES else part)
    return found


def _resolved(part: Part, before: Sequence[Part]) -> Part:
    words = list(part.words)
    for at in range(len(words) - 2, -1, -1):
        said, label = words[at : at + 2]
        is_label = said.norm in SAME and label.kind == "word" and label.text.islower()
        values = _told(label, before) if is_label else []
        led = at + 2 < len(words) and words[at + 2].names
        if values and not led:
            words[at : at + 2] = [label, *values]
    return replace(part, words=tuple(words))


def _told(label: Token, before: Sequence[Part]) -> list[Token]:
    """What the parts before give a field of this name; nothing where they give it several values."""
    told: dict[tuple[str, ...], list[Token]] = {}
    for part in before:
        if part.verb not in _TAKES:
            continue
        for at, token in enumerate(part.words):
            fits = _is_of_kind(token, label)
            value = [token] if fits else _behind(part.words, at) if _is_label(token, label) else []
            if value:
                told[tuple(t.norm for t in value)] = value
    return next(iter(told.values())) if len(told) == 1 else []


def _is_label(token: Token, label: Token) -> bool:
    return token.kind == "word" and token.text.islower() and same(token.norm, label.norm)


def _is_of_kind(token: Token, label: Token) -> bool:
    """Whether a value can be told for what it is without its label: an address, a day."""
    if same(label.norm, "email"):
        return token.kind == "email"
    return same(label.norm, "date") and bool(DATES.fullmatch(token.text))


def _behind(words: Sequence[Token], at: int) -> list[Token]:
    """The value that follows a label at once: `email ada@x.test`, `the phone is 555`."""
    after = list(words[at + 1 :])
    while after and (after[0].norm in _SAYS or after[0].norm in _ARTICLES):
        after.pop(0)
    named = list(takewhile(lambda t: t.names, after))
    return named[:1] if named and named[0].is_value else named

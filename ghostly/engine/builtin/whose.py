"""Whose value a check tells of: `the total of that order` is its total, where an order was changed last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import Verb
from .part import Part
from .speech import ASIDES, DETERMINERS, finite_at, says_which
from .words import Token

_CHANGES: frozenset[Verb] = frozenset({"create", "edit", "delete"})
_OF, _OF_THE = {"of", "de"}, {"del"}
_THAT = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha", "the", "la"}
_LONGEST = 3


def with_whose(parts: Sequence[Part]) -> list[Part]:
    """The parts with `its total` for `the total of that order`, where an order was changed last before the check."""
    return [_owned(part, parts[:at]) if part.verb == "expect" else part for at, part in enumerate(parts)]


def _owned(part: Part, before: Sequence[Part]) -> Part:
    words = part.words
    of = next((i for i, t in enumerate(words[: _LONGEST + 1]) if t.norm in _OF | _OF_THE), 0)
    kind = of + 1 + (bool(of) and words[of].norm in _OF)
    changed = next((each for each in reversed(before) if each.verb in _CHANGES), None)
    if of < 2 or words[0].norm not in DETERMINERS or kind + 1 >= len(words) or changed is None:
        return part
    that = words[of].norm in _OF_THE or words[of + 1].norm in _THAT
    plain = all(t.kind == "word" and t.text.islower() for t in words[1 : kind + 1])
    # `The total of the orders` sums up several, and `the order total` of a line that was added is no line's.
    is_its = any(t.norm == words[kind].norm for t in _thing_of(changed))
    if not that or not plain or not is_its or finite_at(words[kind + 1 :]) != 0:
        return part
    said = "its" if words[of].norm == "of" else "su"
    its = replace(words[0], text=said, norm=said)
    return replace(part, words=(its, *words[1:of], *words[kind + 1 :]))


def _thing_of(changed: Part) -> list[Token]:
    """The words for what is changed or made, where it is one that is named or new."""
    led = list(takewhile(lambda t: t.norm not in ASIDES | {"of", "de", "to", "a"} and t.kind != "mark", changed.words))
    # What is made begins with its article.
    led = led or list(changed.words[1:2])
    return led if changed.verb != "delete" and (changed.verb == "create" or says_which(led)) else []

"""A choice that is not named but described: `a city that starts with "Bar" and ends with "na"`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..page import Node
from ..steps import Step
from .desk import Desk, Move, lost
from .finding import find, usable
from .lexicon import STOP
from .offers import offered_by
from .part import Part, content_of
from .taking import is_typed
from .words import Token, bare, normal

_STARTS = {
    "starts", "start", "starting", "begins", "begin", "beginning", "empieza", "empiece", "empiezan", "empiecen",
    "comienza", "comience", "empezando",
}  # fmt: skip
_ENDS = {"ends", "end", "ending", "finishes", "finishing", "termina", "termine", "terminan", "acaba", "acabe"}
_HOLDS = {"contains", "containing", "includes", "including", "contiene", "contenga", "incluye", "incluya"}
_ARTICLES = {"the", "a", "an", "el", "la", "un", "una"}
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a text begins, ends, and what is in it; `uses` are the numbers of the words that say so."""

    starts: str = ""
    ends: str = ""
    holds: str = ""
    uses: frozenset[int] = frozenset()

    def fits(self, text: str) -> bool:
        told = bare(text)
        starts, ends, holds = bare(self.starts), bare(self.ends), bare(self.holds)
        return told.startswith(starts) and told.endswith(ends) and holds in told


def pattern_of(words: Sequence[Token]) -> Pattern | None:
    found: dict[str, str] = {}
    uses: set[int] = set()
    for index, token in enumerate(words):
        kind = next((name for name, said in _KINDS if token.norm in said), "")
        value = _value(words[index + 1 : index + 1 + _NEAR])
        # `The start with "2026-04-02"` names a field.
        is_named = index > 0 and words[index - 1].norm in _ARTICLES
        if kind and value is not None and token.kind == "word" and not is_named:
            found[kind] = value.text
            uses |= {token.number, value.number}
    return Pattern(**found, uses=frozenset(uses)) if found.keys() & {"starts", "ends"} else None


def _value(words: Sequence[Token]) -> Token | None:
    """What follows `with`; nothing where it is a thing and no text: `starting with the lowest number`, `start date`."""
    after = next((i for i, t in enumerate(words) if t.is_value or t.norm not in _WITH), None)
    token = words[after] if after is not None else None
    if token is None or (not after and token.kind != "quoted"):
        return None
    if token.kind == "number" and words[0].norm in _WHEN:
        # `Starts on 5 May` is a time.
        return None
    return token if token.is_value or token.norm not in STOP else None


_WITH = {"with", "in", "by", "on", "con", "en", "por", "letters", "letras"}
_WHEN = {"on", "in", "en"}
_KINDS = (("starts", _STARTS), ("ends", _ENDS), ("holds", _HOLDS))


def choose_fitting(desk: Desk, part: Part) -> Move | None:
    """Take the one that fits: in a list, among what a field offers, or on the page; None when there is none."""
    pattern = pattern_of(part.words)
    if pattern is None:
        return None
    for node in usable(desk.reading):
        fits = [o for o in node.options if o.label and pattern.fits(o.label)]
        if len(fits) == 1 and not desk.done_for(part):
            step = Step("selectOption", selector=node.selector, value=fits[0].label)
            return Move((desk.plan(part, step, node, part.numbers, True),))
    return _from_field(desk, part, pattern)


def _from_field(desk: Desk, part: Part, pattern: Pattern) -> Move | None:
    offers = [n for n in offered_by(desk, part) if pattern.fits(n.said)]
    if offers:
        why = f'take "{offers[0].said}", which fits'
        return Move((desk.act(part, "click", offers[0], part.numbers, ends=True, why=why),))
    if desk.done_for(part):
        return lost(part, what=f'Nothing that is offered fits "{part.said}".', final=True)
    field = _field(desk, [t for t in part.words if t.number not in pattern.uses])
    if field is None:
        return _on_page(desk, part, pattern)
    step = Step("fill", selector=field.selector, value=pattern.starts or pattern.ends)
    # What it must look like is only said by what is taken.
    return Move((desk.plan(part, step, field, frozenset(), False),))


def _on_page(desk: Desk, part: Part, pattern: Pattern) -> Move | None:
    fits = [n for n in usable(desk.reading, ("control", "text")) if n.said and pattern.fits(n.said)]
    names = {normal(n.said) for n in fits}
    return Move((desk.act(part, "click", fits[0], part.numbers, ends=True),)) if len(names) == 1 else None


def _field(desk: Desk, words: Sequence[Token]) -> Node | None:
    fields = [n for n in usable(desk.reading) if is_typed(n)]
    if len(fields) == 1:
        return fields[0]
    found = find(desk.reading, words, fields) if content_of(words) else None
    return found.match.node if found and found.match and not found.rivals else None

"""Whether two goals ask for the same thing: by what they do, with what values, in what order."""

from __future__ import annotations

from .lexicon import STOP, meanings
from .part import content_of
from .planner import goal_of
from .words import Token, bare, stem

LEAST = 0.6


def likeness(one: str, other: str) -> float:
    """0 to 1; 0 when a value, a name or the kind of a step differs: another goal then, however alike it sounds."""
    if one == other:
        return 1.0
    first, second = goal_of(one), goal_of(other)
    if [(p.verb, p.negated) for p in first.parts] != [(p.verb, p.negated) for p in second.parts]:
        return 0.0
    if _particulars(first.tokens) != _particulars(second.tokens):
        return 0.0
    said, wanted = _words(first.tokens), _words(second.tokens)
    common = sum(any(word == each or meanings(word) & meanings(each) for each in wanted) for word in said)
    return round(2 * common / (len(said) + len(wanted)), 2) if said or wanted else 1.0


def _particulars(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The values and the names, which no paraphrase changes."""
    names = {part for token in tokens if _is_name(token) for part in bare(token.text).split()}
    return frozenset(names)


def _is_name(token: Token) -> bool:
    return token.is_value or (
        token.kind == "word" and token.text[:1].isupper() and token.norm not in STOP and token.number > 0
    )


def _words(tokens: tuple[Token, ...]) -> set[str]:
    return {stem(token.norm) for token in content_of(tokens) if token.kind == "word"}

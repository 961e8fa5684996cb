"""The kind of a thing that a rule tells before the thing is named: `A customer with orders can't be removed. Try to
delete Ada` tries it with the customer Ada."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .lexicon import STOP, Verb, participles
from .speech import ENDS, NOT, verb_at
from .words import Token

_SPANISH = {"un", "una", "ningun", "ninguna"}
_A = {"a", "an", "any", "no", *_SPANISH}
_TRIES: frozenset[Verb] = frozenset({"delete", "edit", "open", "create"})
_CAN = {"can", "can't", "cannot", "be", "may", "must", "mustn't", "should", "shouldn't", "puede", "debe", "deberia"}


def with_kind_of_rule(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with the kind of what is named without one, where a rule for that kind was told before."""
    found: list[Token] = []
    kind: tuple[Sequence[Token], set[Verb]] | None = None
    for at, token in enumerate(tokens):
        begins = not at or tokens[at - 1].text in ENDS
        kind = (_rule_at(tokens, at) if begins else None) or kind
        verb = verb_at(tokens, at - 1) if at and kind else None
        if kind and verb and verb[0] in kind[1] and len(verb[1]) == 1 and _is_name(token):
            found += (replace(each, start=token.start, end=token.start) for each in kind[0])
        found.append(token)
    return tuple(found)


def _rule_at(tokens: Sequence[Token], at: int) -> tuple[Sequence[Token], set[Verb]] | None:
    """The kind of a thing with which something cannot be done, as the sentence here says, and what."""
    said = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    denies = any(t.norm in NOT or t.norm.endswith("n't") or t.norm == "cannot" for t in said)
    if not denies or not _CAN & {t.norm for t in said} or any(_is_name(t) for t in said[1:]):
        return None
    pairs = [(a, b) for a, b in pairwise(said) if a.norm in _A and b.norm not in STOP and b.text.islower()]
    done = [participles().get(t.norm) or (verb_at(said, i) or ("",))[0] for i, t in enumerate(said)]
    tried = {each for each in _TRIES if each in done}
    if not pairs or not tried:
        return None
    article, noun = pairs[0]
    the = "el" if article.norm in _SPANISH else "the"
    return (replace(article, text=the, norm=the), noun), tried


def _is_name(token: Token) -> bool:
    return token.kind == "quoted" or (token.kind == "word" and token.text[:1].isupper())

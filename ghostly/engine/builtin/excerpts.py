"""The text of an entry that is quoted behind other words for it: `the note about the driver («Call the carrier…»)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import DETERMINERS, ENDS, joins, verb_at
from .words import Token

_DOTS, _DOT = ("…", "..."), "…. "
# What leads from the kind of a thing to what it is about.
_ABOUT = {
    "que", "sobre", "de", "del", "about", "of", "that", "which", "with", "saying", "regarding", "on", "con", "acerca",
    "para", "for",
}  # fmt: skip
_ACTS = {"delete", "edit", "check", "uncheck", "say", "open", "click"}


def with_excerpts(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with what an entry says for its description, and without the dots that shorten it."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        opened = bool(found) and found[-1].text == "(" and token.kind == "quoted"
        closed = tokens[at + 1].text == ")" if at + 1 < len(tokens) else False
        if opened and closed and len(token.text.split()) > 1 and (about := _description(found[:-1])):
            del found[len(found) - 1 - about :]
            short = token.text.endswith(_DOTS)
            found.append(replace(token, text=token.text.rstrip(_DOT), norm=token.norm.rstrip(_DOT)) if short else token)
            at += 2
            continue
        found.append(token)
        at += 1
    return tuple(found)


def _description(before: Sequence[Token]) -> int:
    """How many words before a bracket describe the thing of an order, behind the word for its kind; 0 for none."""
    clause = list(takewhile(lambda t: t.text not in ENDS | {",", ":"} and t.kind != "quoted", reversed(before)))[::-1]
    verb = next((i for i in range(len(clause)) if (found := verb_at(clause, i)) and found[0] in _ACTS), None)
    if verb is None and not (clause and clause[0].norm in DETERMINERS):
        return 0
    # `La nota de las etiquetas («New shelf labels…») ya no vale` begins with it.
    verb = -1 if verb is None else verb
    the = next((i for i in range(verb + 1, len(clause)) if clause[i].norm in DETERMINERS), len(clause))
    noun, about = (*clause[the + 1 : the + 3], *[clause[0]] * 2)[:2]
    plain = the + 2 < len(clause) and noun.kind == "word" and noun.text.islower() and about.norm in _ABOUT
    return len(clause) - the - 2 if plain and not any(joins(t) for t in clause[the:]) else 0

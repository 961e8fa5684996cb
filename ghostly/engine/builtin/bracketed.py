"""Values in brackets behind what they are for: `Enter the name (Ada Ray) and the room (B12)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from .part import Part
from .speech import DETERMINERS, TYPES, joins
from .words import Token, normal

# How other verbs begin that give a field its value.
_GIVES = ("put", "pon", "indic", "add", "anad", "set", "provide", "give")
# What leads to a value, which then stands in no brackets.
_LEADS = {"with", "to", "into", "in", "as", "for", "a", "en", "como", "con", "para"}


def unbracketed(part: Part) -> Part:
    """The values without their brackets, each as if it were quoted, where every label that a part names has one."""
    head = " ".join(t.norm for t in part.verb_words)
    opened = [i for i, t in enumerate(part.words) if t.text == "("]
    if not opened or part.verb not in ("fill", "open") or not head.startswith(TYPES + _GIVES):
        return part
    found: list[Token] = []
    at = 0
    for start in opened:
        shut = next((i for i in range(start, len(part.words)) if part.words[i].text == ")"), len(part.words))
        label, value = _after_joint(part.words[at:start]), part.words[start + 1 : shut]
        lists = any(t.kind == "mark" and t.text in ",:;" for t in value)
        if lists or not _is_label(label) or not any(t.names or t.is_value for t in value):
            return part
        found += [*part.words[at:start], _as_quoted(value)]
        at = shut + 1
    # `The weight (KG) 3`: what has its value behind the brackets has its unit in them.
    return replace(part, words=tuple(found)) if not part.words[at:] else part


def _after_joint(words: Sequence[Token]) -> list[Token]:
    return list(dropwhile(lambda t: t.text == "," or joins(t) or t.norm in DETERMINERS, words))


def _is_label(words: Sequence[Token]) -> bool:
    return bool(words) and all(t.kind == "word" and t.norm not in _LEADS for t in words)


def _as_quoted(words: Sequence[Token]) -> Token:
    """Several words as one value, with the space that is between them."""
    if len(words) == 1 and words[0].kind != "code":
        return words[0]
    said = words[0].text
    for before, token in pairwise(words):
        said += " " * (token.start > before.end) + token.text
    return replace(words[0], kind="quoted", text=said, norm=normal(said), end=words[-1].end)

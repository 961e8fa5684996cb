"""What a remark says, where nothing quotes it: `Add the note Screen cracked to the iPad Air`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .dates import MONTHS
from .part import Part
from .speech import DETERMINERS, ENDS, NEW, joins, verb_at
from .words import Token, normal

_REMARKS = {
    "note", "comment", "message", "reply", "remark", "nota", "comentario", "mensaje", "respuesta", "observacion",
}  # fmt: skip
# What leads to the thing that gets a remark, the last time it is said.
_TO = {"to", "on", "a", "al", "en"}
# What leads to more of it, where a thing follows.
_WITH = {"with", "in", "into", "for", "under", "from", "by", "con", "para", "bajo", "called", "named", "titled", "that"}
_LEAST = 2


def with_note(tokens: Sequence[Token], text: str) -> tuple[Token, ...]:
    """The goal with what is behind `write a new note:` as one quoted text, though it begins like an order: `Order more
    hangers`."""
    for at, token in enumerate(tokens):
        led = list(takewhile(lambda t: t.norm in DETERMINERS | NEW, reversed(tokens[:at])))
        verb = verb_at(tokens, at - len(led) - 1) if token.norm in _REMARKS and led and at > len(led) else None
        colon = next((i for i in (at + 1, at + 2) if i < len(tokens) and tokens[i].text == ":"), 0) if verb else 0
        said = list(takewhile(lambda t: t.text not in ENDS | {","}, tokens[colon + 1 :])) if colon else []
        ends = colon + 1 + len(said)
        is_text = len(said) >= _LEAST and all(t.kind == "word" for t in said) and said[0].text[:1].isupper()
        stops = ends >= len(tokens) or tokens[ends].text == "."
        if verb and verb[0] in ("create", "fill") and is_text and stops and verb_at(said, 0):
            whole = text[said[0].start : said[-1].end]
            quoted = replace(said[0], kind="quoted", text=whole, norm=normal(whole), end=said[-1].end)
            found = (*tokens[: colon + 1], quoted, *tokens[ends:])
            return tuple(replace(t, number=number) for number, t in enumerate(found))
    return tuple(tokens)


def with_remark(part: Part, text: str) -> Part:
    """The words that follow `the note` as one text, as if they were quoted: they begin like a sentence, and say more
    than a name."""
    words = part.words
    at = next((i for i, t in enumerate(words[:3]) if t.norm in _REMARKS), None)
    if part.verb != "create" or at is None or not all(t.norm in DETERMINERS | NEW for t in words[:at]):
        return part
    start = at + 1 + any(t.text == ":" for t in words[at + 1 : at + 2])
    end = _end_of(words, start)
    said = words[start:end]
    if len(said) < _LEAST or not all(t.kind == "word" for t in said) or not said[0].text[:1].isupper():
        return part
    if said[0].start < 0 or joins(said[-1]):
        return part
    whole = text[said[0].start : said[-1].end]
    quoted = replace(said[0], kind="quoted", text=whole, norm=normal(whole), end=said[-1].end)
    return replace(part, words=(*words[:start], quoted, *words[end:]))


def _end_of(words: Sequence[Token], start: int) -> int:
    stop = next((i for i in range(start, len(words)) if words[i].kind == "mark" or _leads(words, i, _WITH)), len(words))
    to = [i for i in range(start, stop) if _leads(words, i, _TO)]
    return to[-1] if to else stop


def _leads(words: Sequence[Token], at: int, led: set[str]) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    is_thing = after is not None and (after.norm in DETERMINERS or (after.names and after.norm not in MONTHS))
    return words[at].norm in led and is_thing

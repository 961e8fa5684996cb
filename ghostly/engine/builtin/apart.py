"""Checks that tell two things in one sentence, each as a check of its own: what a message says and what a table shows,
at which place something stands and what it says there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .arrivals import page_meant
from .part import Part
from .settling import settled
from .speech import COMMA, DETERMINERS, finite_at, joins
from .words import ORDINALS, Token

_MESSAGES = {"message", "notice", "toast", "alert", "text", "mensaje", "aviso", "notificacion", "texto", "confirmation"}
_SHOWN = {
    "appears",
    "see",
    "aparece",
    "sale",
    "veo",
    "ve",
    "muestra",
    "shown",
    "salga",
    "aparezca",
    "salir",
    "aparecer",
}
_HOLDS = {
    "row", "table", "list", "entry", "line", "listing", "fila", "tabla", "lista", "listado", "entrada", "linea",
}  # fmt: skip
_WITH = {"with", "con"}
_OF_LIST = {
    "one", "of", "in", "on", "all", "del", "de", "en", "todo", "todos", "todas", "place", "position", "lugar", "row",
    "fila", *DETERMINERS,
}  # fmt: skip
_WHETHER = {"si", "whether", "if"}
_FURTHEST = 5


def told_apart(part: Part) -> Iterator[Part]:
    """The part, or the two checks that it is."""
    words = part.words if part.verb == "expect" and not part.negated else ()
    message = _end_of_message(words, {t.norm for t in part.verb_words})
    asked = _end_of_question(words)
    if asked:
        yield replace(part, words=words[:asked])
        yield settled(Part(part.number, "expect", words[asked + 2 :]))
    elif message:
        yield replace(part, words=words[: message - 1])
        yield settled(Part(part.number, "expect", words[message:]))
    elif (place := _end_of_place(words)) and _names(rest := _facts(words[place:])):
        yield replace(part, words=words[:place])
        yield settled(Part(part.number, "expect", rest))
    else:
        yield part


def _end_of_question(words: Sequence[Token]) -> int:
    """Where `y si …` begins a second question: `dime si sale Ada y si el total es 5`; 0 where nothing does."""
    pairs = (i for i, (a, b) in enumerate(pairwise(words)) if i and joins(a) and b.norm in _WHETHER)
    return next((i for i in pairs if i + 2 < len(words)), 0)


def _end_of_message(words: Sequence[Token], led: set[str]) -> int:
    """Where what is to be seen in a list begins, what comes to be, or what page is come to, behind what a message says;
    0 where nothing does."""
    quoted = next((i for i, t in enumerate(words[: _FURTHEST + 1]) if t.kind == "quoted"), None)
    if (
        quoted is None
        or not (led | {t.norm for t in words[:quoted]}) & (_MESSAGES | _SHOWN)
        or " " not in words[quoted].norm
    ):
        return 0
    after, rest = words[quoted + 1 : quoted + 2], words[quoted + 2 :]
    parted = bool(after) and (joins(after[0]) or after[0].text in (",", ";"))
    holds = {t.norm for t in rest[:_FURTHEST]} & _HOLDS
    listed = bool(holds) and any(t.is_value or t.names for t in rest)
    return quoted + 2 if parted and (listed or _comes_to_be(rest) or page_meant(rest)) else 0


def _comes_to_be(words: Sequence[Token]) -> bool:
    """`Se guarda la nota`"""
    return len(words) > 2 and words[0].norm == "se" and finite_at(words[1:2]) is None and words[1].text.islower()


def _end_of_place(words: Sequence[Token]) -> int:
    """Where the words end that tell the place of something, of which nothing is told before; 0 where none do."""
    for at, token in enumerate(words):
        if token.is_value or (at and token.names):
            return 0
        if token.norm in ORDINALS or token.norm in ("top", "arriba"):
            end = at + 1
            while end < len(words) and words[end].norm in _OF_LIST | _HOLDS:
                end += 1
            of_kind = end < len(words) and words[end - 1].norm in ("of", "de") and words[end].text.islower()
            end += of_kind
            return end if end < len(words) and (words[end].text == "," or words[end].norm in _WITH) else 0
    return 0


def _facts(words: Sequence[Token]) -> tuple[Token, ...]:
    """What is told of the thing behind its place, as a statement of its own: `it is listed with a total of 5`."""
    rest = list(words)
    while rest and (rest[0].text == "," or joins(rest[0])):
        rest.pop(0)
    said = ("it", "is", "listed") if rest and rest[0].norm in _WITH else ("it", "is")
    return (*(replace(COMMA, kind="word", text=word, norm=word) for word in said), *rest)


def _names(words: Sequence[Token]) -> bool:
    return any(t.is_value or (i and t.names) for i, t in enumerate(words))

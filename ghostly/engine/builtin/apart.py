"""Checks that tell two things in one sentence, each as a check of its own: what a message says and what a table shows,
at which place something stands and what it says there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .arrivals import page_meant
from .lexicon import STOP
from .part import Part
from .settling import settled
from .speech import COMMA, DETERMINERS, SOLELY, finite_at, joins
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
_FURTHEST, _LEAST = 5, 2
_BUT, _NO = {"but", "pero", "sino"}, {"no", "not", "ni", "nor", "tampoco", "never", "nunca"}
# `Nothing but Ada` names what is to be seen.
_ANYTHING = {"nothing", "anything", "none", "any", "nobody", "nada", "nadie", "ninguno", "ninguna", "otro", "other"}


def told_apart(part: Part) -> Iterator[Part]:
    """The part, or the checks that it is."""
    if several := _each_in_place(part) or _but_so(part):
        yield from (settled(Part(part.number, "expect", tuple(each), part.verb_words)) for each in several)
        return
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


def _but_so(part: Part) -> list[Sequence[Token]]:
    """What is not to be seen and what is, where one verb says both: `no debe salir Ada, pero sí Bo`."""
    words = part.words if part.verb == "expect" and part.negated else ()
    at = next((i for i, t in enumerate(words) if i and t.norm in _BUT and words[i - 1].norm not in _ANYTHING), 0)
    if not at and (so := next((i for i, t in enumerate(words) if i > 1 and t.text == "sí"), 0)):
        at = so - 1 if joins(words[so - 1]) else 0
    rest = _with_brackets([t for t in words[at + 1 :] if t.text != "sí"])
    denied = words[: at - (words[at - 1].text == ",")] if at else ()
    no = next((i for i, t in enumerate(denied) if t.norm in _NO), None)
    whole = no is not None and any(map(_is_told, denied)) and any(map(_is_told, rest))
    if no is None or not whole or finite_at(rest) is not None or rest[0].norm in _NO | SOLELY:
        return []
    named = next((i for i, t in enumerate(denied) if i > no and (_is_told(t) or t.norm in DETERMINERS)), len(denied))
    verb = denied[no + 1 : named]
    led = denied[:no] if not any(map(_is_told, denied[:no])) else ()
    return [denied, [*led, *verb, *rest] if led else [*rest, *verb]] if verb else []


def _with_brackets(words: Sequence[Token]) -> list[Token]:
    """`The other one of Ada, B-9`, where the comma tells more of one thing."""
    code = [t.kind == "code" for t in words[-1:]] == [True]
    is_one = code and words[0].norm in DETERMINERS and [t.text for t in words].count(",") == 1
    return [replace(t, text="(", norm="(") if is_one and t.text == "," and t is words[-2] else t for t in words]


def _is_told(token: Token) -> bool:
    return token.names and token.norm not in STOP and token.norm not in _NO


def _each_in_place(part: Part) -> list[Sequence[Token]]:
    """What stands at each of several places of a list, told without a verb: `first Ada (5), second Bo (3)`."""
    words = part.words if part.verb == "expect" and not part.negated else ()
    starts = [i for i, t in enumerate(words) if t.norm in ORDINALS and (not i or _parts(words[i - 1]))]
    each = [words[a:b] for a, b in pairwise([*starts, len(words)])]
    told = [[t for t in group[1:] if t.kind != "mark" and not joins(t)] for group in each]
    led = starts and any(t.kind != "mark" for t in words[: starts[0]])
    if len(each) < _LEAST or led or any(not any(t.names for t in g) or finite_at(g) is not None for g in told):
        return []
    return [[*_in_row(group[0]), *rest] for group, rest in zip(each, told, strict=True)]


def _parts(token: Token) -> bool:
    return token.kind == "mark" or joins(token)


def _in_row(ordinal: Token) -> list[Token]:
    said = (("in", "in"), ("the", "the"), (ordinal.text, ordinal.norm), ("row", "row"))
    return [replace(ordinal, text=text, norm=norm) for text, norm in said]


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

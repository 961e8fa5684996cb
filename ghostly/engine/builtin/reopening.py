"""What a check says of an entry that is opened again: `When ORD-7 is opened again its note still reads "Fragile"`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, dropwhile, takewhile

from ..page import Node, Page
from .lexicon import STOP, same
from .part import Goal, Part
from .speech import IS, NOT, STILL, TELL, says_which, without_ends
from .taking import is_typed
from .words import Token, bare, parts

_WHEN = {"when", "once", "after", "if", "on", "al", "cuando", "si", "tras"}
_OPENS = {
    "opened", "open", "opening", "reopened", "reopening", "reopen", "edit", "editing", "edited", "abrir", "abre",
    "abro", "abierto", "abierta", "abrirlo", "abrirla", "reabrir", "reabre", "editar", "edita",
}  # fmt: skip
_REOPENS = {"reopened", "reopening", "reopen", "reabrir", "reabre"}
_AGAIN = (("again",), ("otra", "vez"), ("de", "nuevo"), ("once", "more"))
_ITS = {"its", "the", "su", "sus", "el", "la", "los", "las", "their"}
_PARTLY = {"contains", "includes", "incluye", "contiene", "mentions"}
_SAYS = (TELL | IS | {"es", "read", "say", "show"}) - _PARTLY


@dataclass(frozen=True, slots=True)
class Inside:
    """What is opened again, and which of its fields holds what then."""

    thing: Sequence[Token]
    field: Sequence[Token]
    value: Token


def opens_again(words: Sequence[Token]) -> bool:
    norms = [t.norm for t in words]
    again = any(tuple(norms[i : i + len(run)]) == run for i in range(len(norms)) for run in _AGAIN)
    return bool(_REOPENS & set(norms)) or (again and bool(_OPENS & set(norms)))


def told_inside(part: Part, goal: Goal) -> Inside | None:
    """What the check of one field of an entry asks for; None where it is about anything else."""
    if part.verb != "expect" or part.negated or {t.norm for t in part.words} & NOT:
        return None
    if _is_told_when(part.words):
        at = _claim_at(part.words)
        return _inside(part.words[:at], part.words[at + 1 :])
    before = goal.parts[part.number - 1] if part.number else None
    asked = before is not None and before.verb in ("open", "edit") and opens_again((*before.verb_words, *before.words))
    words = list(dropwhile(lambda t: t.norm in {"that", "que", "then"}, part.words))
    if before is None or not asked or not words or words[0].norm not in _ITS or not _is_claim(words[1:]):
        return None
    return _inside(before.words, words[1:])


def looked_into(parts: Sequence[Part]) -> list[Part]:
    """What is opened again and what is to be read there, as a deed and a check, or as the one check that they are."""
    found: list[Part] = []
    for part in chain.from_iterable(map(_opened_first, parts)):
        before = found[-1] if found else None
        if part.verb == "say" and not part.verb_words and _is_told_when(part.words):
            found.append(replace(part, verb="expect"))
            continue
        if before and _is_only_when(before) and part.verb == "expect" and not part.verb_words and not part.negated:
            joined = replace(before, words=(*before.words, *part.words))
            if _is_told_when(joined.words):
                found[-1] = joined
                continue
        found.append(part)
    return [replace(part, number=number) for number, part in enumerate(found)]


def _is_only_when(part: Part) -> bool:
    led = bool(part.words) and part.words[0].norm in _WHEN
    return part.verb == "expect" and not part.verb_words and led and opens_again(part.words)


def _claim_at(words: Sequence[Token]) -> int:
    """Where it begins to say what a field holds; 0 where it does not."""
    return next((i for i, t in enumerate(words) if i and t.norm in _ITS and _is_claim(words[i + 1 :])), 0)


def _is_told_when(words: Sequence[Token]) -> bool:
    at = _claim_at(words)
    return at > 0 and words[0].norm in _WHEN and opens_again(words[:at])


def _opened_first(part: Part) -> Iterator[Part]:
    """`Open ORD-7 again: its note reads "Fragile"` opens it, and looks."""
    words = part.words
    at = _claim_at(words)
    thing = tuple(without_ends(words[:at]))
    if part.verb != "open" or not says_which(thing) or not opens_again((*part.verb_words, *thing)):
        yield part
        return
    yield replace(part, words=thing)
    yield Part(part.number, "expect", words[at:])


def field_inside(inside: Inside, page: Page, outside: Page) -> Node | None:
    """The one field of the opened form that is called so, which the page does not have without it."""
    there = {n.selector for n in outside.nodes if not n.hidden}
    nodes = [n for n in page.nodes if not n.hidden and n.selector not in there and not n.secret]
    nodes = [n for n in nodes if is_typed(n) or n.tag == "select"]
    fits = [n for n in nodes if _is_called(n, inside.field)]
    return fits[0] if len(fits) == 1 else None


def _is_called(node: Node, field: Sequence[Token]) -> bool:
    said = [word for word in parts(node.label or node.name) if word not in STOP]
    return bool(said) and all(any(same(t.norm, word) for word in said) for t in field)


def _is_claim(words: Sequence[Token]) -> bool:
    field, value = _split(words)
    return bool(field) and len(value) == 1 and value[0].is_value


def _split(words: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    field = list(takewhile(lambda t: t.kind == "word" and t.norm not in _SAYS | STILL, words))
    rest = list(words[len(field) :])
    value = list(dropwhile(lambda t: t.norm in _SAYS | STILL, rest))
    return (field, value) if len(value) < len(rest) else ((), ())


def _inside(thing: Sequence[Token], claim: Sequence[Token]) -> Inside:
    field, value = _split(claim)
    return Inside(thing, field, value[0])


def is_meant(inside: Inside, changed: Part) -> bool:
    """Whether what is opened again is what was changed: no other is named."""
    named = {bare(t.text) for t in inside.thing if t.kind in ("code", "quoted", "number") or _is_name(t)}
    return named <= {bare(t.text) for t in changed.words}


def _is_name(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and token.norm not in _WHEN

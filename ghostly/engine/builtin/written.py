"""Lines of a goal that say what goes into a form, `Title: Save the date`: no word in them is an order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from .lexicon import COMMITTING, same
from .settling import FIELDISH, REMARKS
from .speech import HAS_TO, MODAL, NEW, SECRETS, is_statement, verb_at
from .words import Token, normal, parts, tokens_of

_LINE = re.compile(
    r"^[^\S\n]*(?:[-*•–—][^\S\n]*|\d{1,2}[.)][^\S\n]+)?(?P<label>[^\W\d_][^:\n.,;\"'“«=]{0,40}?)[^\S\n]*:[^\S\n]+"
    r"(?P<value>\S[^\n]*?)[^\S\n]*$",
    re.MULTILINE,
)
# A further label on the same line, or the button that is pressed then.
_FURTHER = re.compile(r";\s+[^\W\d_][^:;\n]{0,40}:\s|[.;]\s+(?:Next|Continue|Siguiente|Continuar)\W*$")
# What stands over what is to be done or seen, and over no value.
_HEADS = {
    "step", "action", "given", "when", "then", "precondition", "expected", "result", "goal", "scenario", "test", "case",
    "background", "setup", "task", "check", "verify", "assert", "feature", "story", "note", "login", "first", "finally",
    "paso", "accion", "precondicion", "esperado", "resultado", "objetivo", "escenario", "prueba", "caso", "comprobar",
    "despues", "luego", "primero", "tarea", "next", "after", "before", "what", "why", "how", "steps", "expectation",
}  # fmt: skip
# What takes a text of any kind.
_TEXTS = {
    "title", "name", "subject", "description", "notes", "comment", "comments", "message", "text", "summary", "reason",
    "remarks", "body", "titulo", "nombre", "asunto", "descripcion", "notas", "comentario", "comentarios", "mensaje",
    "texto", "resumen", "motivo", "observaciones",
}  # fmt: skip
# What a report says of itself, as forms of such things ask for it too.
_REPORTED = {"title", "summary", "description", "titulo", "resumen", "asunto", "descripcion"}
_EXPECTED = {"expected", "expectation", "esperado", "esperada", "esperados"}
_LONGEST = 4
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A label and its value, as places in the goal."""

    label: tuple[int, int]
    value: tuple[int, int]


def with_written(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """A label with a verb in it, and a text with one, each as one token as if it were quoted."""
    spans = [span for line in _lines(text) for span in _torn(line, tokens, text)]
    found: list[Token] = []
    for token in tokens:
        start, end = next(((a, b) for a, b in spans if a <= token.start and token.end <= b), (-1, -1))
        if start < 0:
            found.append(token)
        elif not found or found[-1].start != start:
            said = text[start:end]
            found.append(replace(token, kind="quoted", text=said, norm=normal(said), start=start, end=end))
    return tuple(replace(token, number=number) for number, token in enumerate(found))


@lru_cache(maxsize=256)
def _lines(text: str) -> tuple[_Line, ...]:
    """The lines with a label, where several stand below each other."""
    told = [m for m in _LINE.finditer(text) if not _heads(parts(m["label"])) and not _orders(m["label"])]
    told = [m for m in told if not _is_done_then(m["label"], m["value"])]
    told = told if not _is_report(told, text) else [m for m in told if not _TEXTS & set(parts(m["label"]))]
    starts = {text.count("\n", 0, m.start("label")): m for m in told}
    beside = [m for row, m in starts.items() if row - 1 in starts or row + 1 in starts]
    found = tuple(_Line(m.span("label"), m.span("value")) for m in beside if not _FURTHER.search(m["value"]))
    return found if len(found) >= _LEAST else ()


def _is_report(lines: Sequence[re.Match[str]], text: str) -> bool:
    """Whether a goal begins with lines of which a text says what is done, `Description: create a bill`, and what is
    expected, but no steps, is told below them."""
    heads = {word for m in _LINE.finditer(text) for word in parts(m["label"])}
    begins = bool(lines) and not text[: lines[0].start("label")].strip(" \n-*•")
    told = [m["value"] for m in lines if _REPORTED & set(parts(m["label"]))]
    begins = begins and len(told) == sum(bool(_TEXTS & set(parts(m["label"]))) for m in lines)
    orders = any((verb_at(tokens_of(value), 0) or ("",))[0] in COMMITTING for value in told)
    return begins and orders and bool(heads & _EXPECTED) and "steps" not in heads and "pasos" not in heads


def value_of_line(words: Sequence[Token], label: Sequence[Token], text: str) -> tuple[str, frozenset[int]] | None:
    """All that a line says behind the label that it begins with, and the words of that; None where no label begins one,
    or where not all of it is among the words."""
    line = next((each for each in _lines(text) if each.label == (label[0].start, label[-1].end)), None)
    if line is None:
        return None
    begin, end = line.value
    inside = [t for t in words if begin <= t.start and t.end <= end]
    said = text[begin:end].rstrip(",; " if text.count(".", begin, end) >= _LEAST else ".,; ")
    if len(inside) > 1 and any(t.kind == "email" for t in inside):
        # `Contact: Ada, ada@x.test` tells two things.
        return None
    whole = bool(inside) and inside[0].start == begin and inside[-1].end >= begin + len(said)
    if not whole or inside[0].kind == "quoted" or re.search(r"[.!?]\s+[A-ZÁÉÍÓÚ¿¡]", said):
        return None
    return said, frozenset(t.number for t in inside if t.kind != "mark")


def is_head(label: Sequence[Token]) -> bool:
    """Whether a label stands over what is to be done or seen, and over no value."""
    return _heads([t.norm for t in label if t.kind == "word"])


def _heads(said: Sequence[str]) -> bool:
    return len(said) > _LONGEST or not said or any(same(word, head) for word in said for head in (_HEADS & {word}))


def _orders(label: str) -> bool:
    """Whether a label is what is to be done, `Sign in`, `New order`, `Edit Ada`, and no field: `New price`."""
    said = tokens_of(label)
    verb = verb_at(said, 0)
    things = {t.norm for t in said} - NEW
    is_new = verb is not None and verb[0] == "create" and 0 < len(things) < len(said)
    if verb is not None and verb[0] in ("edit", "delete", "open") and 0 < len(verb[1]) < len(said):
        thing = said[len(verb[1]) :]
        return all(t.names for t in thing) and not things & (FIELDISH | REMARKS | SECRETS)
    return verb is not None and (verb[0] == "login" or (is_new and not things & (FIELDISH - REMARKS | SECRETS)))


def _is_done_then(label: str, value: str) -> bool:
    """`Save: the error must appear`, `Cancelar: no se ha guardado`: what is done, and what is to come of it."""
    said, told = tokens_of(label), tokens_of(value)
    verb = verb_at(said, 0)
    has_to = any(pair in HAS_TO for pair in pairwise(t.norm for t in told[:_LONGEST]))
    states = has_to or is_statement(told) or any(t.norm in MODAL for t in told)
    return verb is not None and verb[0] in ("save", "close") and len(verb[1]) == len(said) and states


def _torn(line: _Line, tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    label, value = (_within(tokens, span) for span in (line.label, line.value))
    if any(verb_at(tokens, at) for at in label):
        yield line.label
    is_text = bool(_TEXTS & set(parts(text[slice(*line.label)])))
    is_plain = all(tokens[at].kind != "quoted" for at in value)
    polite = bool(value) and tokens[value[0]].norm == "please"
    if is_text and is_plain and (polite or any(verb_at(tokens, at) for at in value)):
        start, end = line.value
        yield start, end - (text[start:end].endswith(".") and text.count(".", start, end) == 1)


def _within(tokens: Sequence[Token], span: tuple[int, int]) -> list[int]:
    return [at for at, token in enumerate(tokens) if span[0] <= token.start and token.end <= span[1]]

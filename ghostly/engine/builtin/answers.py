"""Values that are worked out or read off the page: a sum, a word of a text, a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import add, mul, sub, truediv

from ..page import Node
from ..steps import Step
from .desk import Desk, Move
from .finding import usable
from .part import Part, content_of
from .taking import is_typed
from .words import ORDINALS, Token, normal, parts, stem

_TERM = r"(-?\d+(?:\.\d+)?)\s*([+\-−–x×*·/÷])\s*(-?\d+(?:\.\d+)?)"
# Dates and telephone numbers look alike: a sum asks for something, or is all that a text says.
_SUM = re.compile(rf"(?<![\w./-]){_TERM}(?=\s*[=?])|^\s*{_TERM}\s*$")
_DOES: dict[str, Callable[[float, float], float]] = {
    "+": add, "-": sub, "−": sub, "–": sub, "x": mul, "×": mul, "*": mul, "·": mul, "/": truediv, "÷": truediv,
}  # fmt: skip
_SOLVES = {
    "solve", "calculate", "compute", "answer", "resuelve", "resolver", "calcula", "calcular", "responde", "responder",
    "contesta", "contestar",
}  # fmt: skip
_ANSWER = {
    "answer", "result", "solution", "sum", "respuesta", "resultado", "solucion", "suma", "your", "tu", "su", "math",
    "problem", "question", "security", "problema", "pregunta", "seguridad", "operation", "operacion", "captcha",
}  # fmt: skip
_FIELDS = {
    "field", "box", "textbox", "textfield", "input", "text", "area", "textarea", "blank", "campo", "caja", "casilla",
    "texto", "cuadro", "form",
}  # fmt: skip
_WORD = {"word", "palabra"}
_SOURCES = {"paragraph", "text", "area", "textarea", "parrafo", "texto"}


def solves(part: Part) -> bool:
    return bool({t.norm for t in (*part.verb_words, *part.words[:1])} & _SOLVES)


def solve(desk: Desk, part: Part) -> Move | None:
    """Work out the only sum on the page; where the goal does not say where to type it, into the only field."""
    result = result_on(desk)
    if result is None:
        return None
    if any(_is_answer(other) for other in desk.goal.parts[part.number + 1 :] if other.verb == "fill"):
        return Move(done=True)
    return type_answer(desk, part, result, ())


def _is_answer(part: Part) -> bool:
    said = [t for t in content_of(part.words) if t.norm not in _FIELDS]
    return bool(said) and all(t.norm in _ANSWER for t in said)


def answer(desk: Desk, part: Part) -> Move | None:
    """`Type your answer into the box`: the result of the sum that is on the page."""
    result = result_on(desk) if _is_answer(part) and not desk.done_for(part) else None
    solving = [other for other in desk.goal.parts[: part.number] if solves(other)]
    return type_answer(desk, part, result, solving) if result is not None else None


def type_answer(desk: Desk, part: Part, value: str, also: Sequence[Part]) -> Move | None:
    fields = [n for n in usable(desk.reading) if is_typed(n) and not n.value]
    if len(fields) != 1:
        return None
    uses = {t.number for each in (part, *also) for t in (*each.verb_words, *each.words)}
    step = Step("fill", selector=fields[0].selector, value=value)
    return Move((desk.plan(part, step, fields[0], frozenset(uses), True),))


def result_on(desk: Desk) -> str | None:
    """The result of the only sum that the page shows."""
    found = (match for text in desk.situation.page.readable for match in _SUM.finditer(text))
    sums = {tuple(group for group in match.groups() if group) for match in found}
    if len(sums) != 1:
        return None
    one, sign, other = sums.pop()
    if _DOES[sign] is truediv and not float(other):
        return None
    return f"{_DOES[sign](float(one), float(other)):g}"


def word_of_text(desk: Desk, part: Part) -> tuple[str, frozenset[int]] | None:
    """`The 4th word of the paragraph`: the word, and the tokens that name it."""
    for index, token in enumerate(part.words[:-1]):
        if token.norm not in ORDINALS or stem(part.words[index + 1].norm) not in _WORD:
            continue
        words = max((text.split() for text in _texts(desk)), key=len, default=[])
        place = ORDINALS[token.norm] - 1 if ORDINALS[token.norm] > 0 else -1
        if -len(words) <= place < len(words):
            named = {token.number, part.words[index + 1].number}
            source = {t.number for t in part.words if stem(t.norm) in _SOURCES}
            return words[place].strip(".,;:!?\"'()"), frozenset(named | source)
    return None


def _texts(desk: Desk) -> list[str]:
    """What can be read on the page, and in its larger fields."""
    told = [n for n in desk.situation.page.nodes if not n.hidden and not n.secret]
    read = [n.said for n in told if n.kind == "text" and not n.role]
    return read + [n.value for n in told if n.tag == "textarea"]


def cell_of(desk: Desk, words: Sequence[Token]) -> tuple[str, frozenset[int]] | None:
    """`The phone of Bo`: what stands in the row of the one and the column of the other, and the tokens that name it."""
    rows = [n for n in desk.situation.page.nodes if n.role == "row" and not n.hidden]
    table = [[c for c in desk.reading.page.within(row) if c.kind == "text"] for row in rows]
    heads = next((row for row in table if row and all(c.role == "columnheader" for c in row)), None)
    if heads is None:
        return None
    found: dict[str, frozenset[int]] = {}
    for row in table:
        if row is heads or len(row) != len(heads):
            continue
        named = _says(words, row[0])
        for head, cell in zip(heads[1:], row[1:], strict=True):
            asked = _says(words, head)
            if named and asked:
                found[cell.said] = named | asked
    return next(iter(found.items())) if len(found) == 1 else None


def _says(words: Sequence[Token], cell: Node) -> frozenset[int]:
    """The tokens that say all of a short text."""
    wanted = parts(cell.said)
    said = [t for t in words if t.kind != "mark" and set(parts(normal(t.text))) <= set(wanted)]
    whole = wanted and {p for t in said for p in parts(normal(t.text))} == set(wanted)
    return frozenset(t.number for t in said) if whole else frozenset()

"""What a list comes to, in the row that says its totals: `the hours add up to 21.5`, `el total asciende a 340 €`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..page import Node, Page
from .evidence import is_how
from .lexicon import STOP, same
from .part import Part
from .questions import CELLS, Answer, cell_under, first_said, heads_of, items, says
from .speech import MODAL
from .units import is_otherwise, names_unit
from .words import Token, parts

_TOTAL = {"total", "totals", "totales", "sum", "suma", "sums", "suman", "totalling", "totaling"}
_COMES = {"add", "adds", "amount", "amounts", "come", "comes", "asciende", "ascienden", "suma", "suman", "sums", "sum"}
_TO = {"to", "up", "a"}
_IDLE = {
    "row",
    "fila",
    "line",
    "linea",
    "bottom",
    "last",
    "ultima",
    "column",
    "columna",
    "foot",
    "up",
    "grand",
    "general",
}


def comes_to(part: Part, page: Page) -> Answer | None:
    """None where a check tells of no total, or no single row says the totals."""
    figures = [t for t in part.words if t.kind == "number"]
    words = [t for t in part.words if t.kind != "mark" and t not in figures]
    if part.negated or len(figures) != 1 or not _tells_total(words):
        return None
    unit = next((b for a, b in pairwise(part.words) if a is figures[0] and names_unit(b)), None)
    head = _head_in(page, words)
    if any(not _is_idle(t) for t in words if t is not unit and t not in head):
        return None
    rows = [node for node, _ in items(page) if _TOTAL & set(parts(first_said(page, node)))]
    if len(rows) != 1:
        return None
    cells = [cell_under(page, rows[0], head)] if head else _cells(page, rows[0])
    fits = [cell for cell in cells if says(cell, figures[0]) and not is_otherwise(cell, part.words)]
    said = f'The total is "{page.words_of(rows[0])[:80]}".'
    return Answer(bool(fits), said)


def _tells_total(words: Sequence[Token]) -> bool:
    comes = any(a.norm in _COMES and b.norm in _TO for a, b in pairwise(words))
    return comes or any(t.norm in _TOTAL for t in words)


def _head_in(page: Page, words: Sequence[Token]) -> Sequence[Token]:
    """The column that a check names; of several none is sure."""
    heads = {head for head in heads_of(page) if not _TOTAL & set(head)}
    found = [[t for t in words if any(same(t.norm, w) for w in head)] for head in heads]
    named = [run for run, head in zip(found, heads, strict=True) if len(run) == len(head)]
    return named[0] if len(named) == 1 else ()


def _is_idle(token: Token) -> bool:
    return is_how(token) or token.norm in STOP | MODAL | _TOTAL | _COMES | _IDLE


def _cells(page: Page, row: Node) -> list[str]:
    return [page.words_of(n) for n in page.within(row) if n.role in CELLS and not n.hidden]

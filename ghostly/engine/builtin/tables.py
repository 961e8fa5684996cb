"""Tables of data in a goal, as Gherkin and Markdown write them, become lines of a label and its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from .words import normal

_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"[-:\s]+$")
_LABELS = {"field", "fields", "label", "key", "property", "attribute", "campo", "campos", "etiqueta", "dato", "clave"}
_VALUES = {"value", "values", "valor", "valores", "content", "contenido"}
# How a line begins or goes on that says what is to be seen.
_CHECKS = re.compile(
    r"\s*(?:[-*•]\s*)?(?:then|entonces|expect\w*|verify|check|confirm|comprueba|verifica)\b"
    r"|.*\b(?:i (?:should )?see|shows?|displays?|should|must|listed|veo|muestra|aparecen?|debe)\b",
    re.IGNORECASE,
)
_PAIR = 2


def with_tables(text: str) -> str:
    """The goal with `Customer: Ada` for `| Customer | Ada |`; a table of several entries stays as it is."""
    found: list[str] = []
    for is_row, lines in groupby(text.split("\n"), lambda line: bool(_ROW.match(line))):
        told = list(lines)
        data = _as_lines([_cells(line) for line in told]) if is_row else None
        before = found[-1].rstrip() if found else ""
        if data and _CHECKS.match(before):
            found[-1:] = [f"{before.rstrip(':')} {', '.join(line.replace(': ', ' ', 1) for line in data)}"]
            continue
        if data and before[-1:].isalnum():
            found[-1] = f"{before}:"
        found += data or told
    return "\n".join(found)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip()[1:-1].split("|")]


def _as_lines(table: Sequence[Sequence[str]]) -> list[str] | None:
    rows = [row for row in table if not all(_RULE.match(cell) for cell in row)]
    if any(len(row) != len(rows[0]) for row in rows):
        return None
    if len(rows[0]) == _PAIR and len(rows) > 1 and _is_head(rows[0]):
        rows = rows[1:]
    elif len(rows) == _PAIR and (len(rows[0]) > _PAIR or len(rows) < len(table)):
        # One entry under the names of its columns; a rule under them says that they are names.
        rows = list(zip(*rows, strict=True))
    elif len(rows[0]) != _PAIR:
        return None
    return [f"{label}: {value}" for label, value in rows if label and value]


def _is_head(row: Sequence[str]) -> bool:
    label, value = (normal(cell) for cell in row)
    return label in _LABELS and value in _VALUES

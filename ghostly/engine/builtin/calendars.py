"""Dates that are picked in a calendar: it is opened, leafed through to the month, and the day is clicked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ..page import Node
from .dates import MONTHS, read_date
from .desk import Desk, Move
from .finding import usable
from .part import Part, content_of
from .words import Token, normal, parts

_LEAST_DAYS = 28
_FAR = 60
_FORTH = {"next", "siguiente", "forward", "right", ">", "›", "»", "→"}
_BACK = {"prev", "previous", "anterior", "back", "left", "<", "‹", "«", "←"}


def pick_date(desk: Desk, part: Part) -> Move | None:
    """The next clicks towards the date that the words give; None when no calendar is needed for it."""
    shown = _month_shown(desk)
    token, day = next(_dates(part, shown[1].year if shown else None), (None, None))
    if token is None or day is None:
        return None
    days = _days(desk)
    if shown is None or len(days) < _LEAST_DAYS:
        return _opened(desk, part, token)
    header, month = shown
    apart = (day.year - month.year) * 12 + day.month - month.month
    if apart:
        return _leafed(desk, part, header, apart)
    here = [node for node in days if node.said == str(day.day)]
    # The first days of the next month may be shown too, and the last of the one before.
    node = here[0] if day.day < 15 else here[-1]
    return Move((desk.act(part, "click", node, {token.number}, ends=True),))


def _dates(part: Part, year: int | None) -> Iterator[tuple[Token, date]]:
    for token in part.words:
        is_date = token.kind == "number" and re.search(r"\d[/.-]\d+[/.-]\d|[a-z]{3}", token.norm)
        day = read_date(token.text, year) if is_date else None
        if day:
            yield token, day


def _opened(desk: Desk, part: Part, token: Token) -> Move | None:
    """Click the field that opens the calendar: one that cannot be typed into."""
    fields = [n for n in usable(desk.reading) if n.tag == "input" and n.readonly and not n.disabled and not n.value]
    asked = content_of([each for each in part.words if each is not token])
    ranked = sorted(fields, key=lambda n: (-desk.reading.match(n, asked).score, n.number))
    if not ranked or any(p.step.selector == ranked[0].selector for p in desk.done_for(part)):
        return None
    return Move((desk.act(part, "click", ranked[0], desk.reading.match(ranked[0], asked).used),))


def _days(desk: Desk) -> list[Node]:
    nodes = [n for n in usable(desk.reading, ("control", "text")) if re.fullmatch(r"[1-9]|[12]\d|3[01]", n.said)]
    controls = [n for n in nodes if n.kind == "control"]
    return controls if len(controls) >= _LEAST_DAYS else nodes


def _month_shown(desk: Desk) -> tuple[Node, date] | None:
    texts = [n for n in usable(desk.reading, ("text", "control", "holder")) if n.said and len(n.said) < _FAR]
    for node, said in (*((n, n.said) for n in texts), *((a, f"{a.said} {b.said}") for a, b in pairwise(texts))):
        words = parts(said)
        year = next((int(word) for word in words if re.fullmatch(r"(19|20)\d\d", word)), None)
        month = next((MONTHS[word] for word in words if word in MONTHS), None)
        if year and month and len(words) <= 4:
            return node, date(year, month, 1)
    return None


def _leafed(desk: Desk, part: Part, header: Node, apart: int) -> Move | None:
    wanted = _FORTH if apart > 0 else _BACK
    leaves = [n for n in usable(desk.reading) if _turns(n, wanted) and abs(n.center[1] - header.center[1]) < _FAR]
    if not leaves:
        return None
    step = desk.act(part, "click", leaves[0], why=f'leaf to the month of "{part.said}"')
    return Move(tuple(replace(step) for _ in range(min(abs(apart), desk.situation.most))))


def _turns(node: Node, wanted: set[str]) -> bool:
    said = {*parts(node.said), *parts(node.title), normal(node.said)}
    return bool(wanted & (said or {*parts(node.classes)})) or bool(not node.said and wanted & {*parts(node.classes)})

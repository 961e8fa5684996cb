"""In which order a list stands, as a check tells it: `sorted by date, newest first`, `de menor a mayor`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from ..page import Node, Page
from .dates import read_date
from .evidence import tells_of_message
from .lexicon import same
from .part import Part
from .questions import Answer, as_amount, cell_under, lists
from .words import Token, normal, parts

_HIGHEST = (
    r"(?:newest|latest|highest|largest|biggest|greatest|dearest|most recent|most expensive"
    r"|mas (?:recientes?|nuev[oa]s?|alt[oa]s?|car[oa]s?|grandes?)|mayor(?:es)?)"
)
_LOWEST = (
    r"(?:oldest|earliest|lowest|smallest|cheapest|least recent"
    r"|mas (?:antigu[oa]s?|viej[oa]s?|baj[oa]s?|barat[oa]s?|pequen[oa]s?)|menor(?:es)?)"
)
# `High to low`, where `the new one is at the bottom` is said of one.
_HIGH, _LOW = rf"(?:{_HIGHEST}|high|new|z)", rf"(?:{_LOWEST}|low|old|a)"
_FIRST = r"(?:first|at the top|on top|top|primer[oa]?|arriba|al principio|en primer lugar)"
_LAST = r"(?:last|at the bottom|bottom|ultim[oa]|abajo|al final|en ultimo lugar)"
_BETWEEN = r"(?: (?!and\b|y\b)[a-z]+){0,4}? "
_DOWN = re.compile(rf"\b(?:descend\w*|reverse|{_HIGH} (?:\w+ )?(?:to|a|al?) (?:la |the )?{_LOW})\b")
_UP = re.compile(rf"\b(?:ascend\w+|alphabetic\w*|alfabetic\w*|{_LOW} (?:\w+ )?(?:to|a|al?) (?:la |the )?{_HIGH})\b")
_ENDS = tuple(
    (re.compile(rf"\b{extreme}\b(?:{_BETWEEN}| ){end}\b"), is_high, at)
    for extreme, is_high in ((_HIGHEST, True), (_LOWEST, False))
    for end, at in ((_FIRST, 0), (_LAST, -1))
)
_SORTED = re.compile(r"\b(?:sorted|ordered|arranged|order of|in (?:\w+ )?order|ordenad[oa]s?|orden)\b")
_OF_NAMES = re.compile(r"\balphabetic\w*|\balfabetic\w*")
_OF_TIME = re.compile(
    r"\b(?:dates?|newest|latest|oldest|earliest|recent|fechas?|recientes?|nuev[oa]s?|antigu[oa]s?|viej[oa]s?)\b"
)
_FIGURE = re.compile(r"-?\d[\d.,]*")
_SLASHED = re.compile(r"\D*(\d{1,2})[/.-]\d{1,2}[/.-]")
_LED = {"by", "por", "of", "de"}
_LEAST, _MONTHS = 2, 12


def in_order(part: Part, page: Page) -> Answer | None:
    """None where a check tells of no order, or of one that the page does not show in a column."""
    said = normal(" ".join(t.text for t in part.words if t.kind != "mark"))
    wanted = _wanted(said)
    if wanted is None or tells_of_message(part) or any(t.is_value for t in part.words):
        return None
    way, end = wanted
    rows = max(lists(page), key=len, default=[])
    values = _values(page, [node for node, _ in rows], part.words, said)
    if values is None or None in values or len(set(map(str, values))) < _LEAST:
        return None
    if end is not None:
        extreme = max(values) if way else min(values)
        return _told(values[end] == extreme, part)
    if way is None:
        # Names are put in order from A on, and days either way.
        way = False if isinstance(values[0], str) else values[0] > values[-1]
    kept = all(b <= a if way else a <= b for a, b in pairwise(values))
    return _told(kept, part)


def _told(is_so: bool, part: Part) -> Answer:
    return Answer(is_so is not part.negated, f'The list is {"" if is_so else "not "}in the order of "{part.said}".')


def _wanted(said: str) -> tuple[bool | None, int | None] | None:
    """Whether the highest is to come first, which may be unsaid, and the one end that is told of, if it is no more."""
    down, up, is_sorted = _DOWN.search(said), _UP.search(said), _SORTED.search(said)
    if down and up:
        return None
    if down or up:
        return bool(down), None
    ends = [(is_high, at) for pattern, is_high, at in _ENDS if pattern.search(said)]
    if len(ends) == 1:
        is_high, at = ends[0]
        return (is_high is (at == 0), None) if is_sorted else (is_high, at)
    return (None, None) if is_sorted and not ends else None


def _values(page: Page, rows: Sequence[Node], words: Sequence[Token], said: str) -> list[Any] | None:
    """What the entries say in the column that is meant, in a form that can be compared."""
    heads = [n for n in page.nodes if n.role == "columnheader" and parts(n.said) and not n.hidden]
    lower = [t for t in words if t.kind == "word"]
    named = [n for n in heads if all(any(same(t.norm, w) for t in lower) for w in parts(n.said))]
    if len(named) > 1:
        # `The boats are sorted by date`, where the first column is called `Boat`.
        led = [b for a, b in pairwise(lower) if a.norm in _LED]
        named = [n for n in named if any(same(t.norm, w) for t in led for w in parts(n.said))]
    told = [(head in named, _column(page, rows, head)) for head in heads]
    known = [(is_named, _keyed(cells)) for is_named, cells in told if len(cells) == len(rows) and all(cells)]
    own = [values for is_named, values in known if is_named]
    # `In alphabetical order` is said of what the entries are called.
    own = own or ([known[0][1]] if known and _OF_NAMES.search(said) and isinstance(known[0][1][0], str) else [])
    # `The newest first` says no column: it is the only one of days.
    days = [values for _, values in known if isinstance(values[0], date)]
    if _OF_TIME.search(said) and len(days) == 1:
        return days[0]
    return own[0] if len(own) == 1 and len(named) < 2 else None


def _column(page: Page, rows: Sequence[Node], head: Node) -> list[str]:
    told = tuple(Token(-1, "word", w, w, 0, 0) for w in parts(head.said))
    return [cell_under(page, row, told) for row in rows]


def _keyed(cells: Sequence[str]) -> list[Any]:
    """The cells as days, as numbers, or as words; as nothing where the days may be read in two ways."""
    days, turned = ([day for cell in cells if (day := key(cell))] for key in (_day, _day_first))
    led = [int(found[1]) for cell in cells if (found := _SLASHED.match(cell))]
    if len(turned) == len(cells) and any(number > _MONTHS for number in led):
        return turned
    if len(days) == len(cells):
        alike = len(turned) < len(cells) or sorted(days) == sorted(turned) or not led
        return days if alike else [None] * len(cells)
    values = [number for cell in cells if (number := _number(cell)) is not None]
    return values if len(values) == len(cells) else [normal(cell) for cell in cells]


def _day(text: str) -> date | None:
    return read_date(text) if re.search(r"\d\D+\d|[^\W\d]{3}", text) and len(re.findall(r"\d+", text)) > 1 else None


def _day_first(text: str) -> date | None:
    return _day(re.sub(r"^(\d{1,2})([/.-])(\d{1,2})([/.-])", r"\3\2\1\4", text))


def _number(text: str) -> float | None:
    found = _FIGURE.findall(text)
    if len(found) != 1 or re.search(r"[^\W\d]{4}", text):
        return None
    return float(as_amount(found[0])[1]) * (-1 if found[0].startswith("-") else 1)

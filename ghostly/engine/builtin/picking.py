"""Things named by their place or number among others: the third result, the cheapest, in ascending order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from ..page import Node
from ..steps import Point
from .desk import Desk, Move, lost
from .finding import does, is_kind, usable
from .matching import Reading
from .part import Part, content_of
from .words import ORDINALS, Token, bare, normal

_ENTRIES = {
    "result", "results", "item", "items", "entry", "entries", "product", "card", "post", "article", "element", "search",
    "resultado", "resultados", "elemento", "producto", "entrada", "tarjeta", "articulo", "busqueda", "list", "lista",
}  # fmt: skip
_LEAST = {
    "cheapest", "lowest", "smallest", "least", "shortest", "fewest", "earliest", "minimum", "barato", "barata", "menor",
    "corto", "corta",
}  # fmt: skip
_MOST = {
    "most", "highest", "largest", "biggest", "greatest", "longest", "latest", "maximum", "priciest", "mayor",
    "caro", "cara", "largo", "larga",
}  # fmt: skip
_PRICES = {
    "cheapest",
    "priciest",
    "price",
    "cost",
    "fare",
    "expensive",
    "precio",
    "coste",
    "barato",
    "barata",
    "caro",
    "cara",
}
_TIMES = {"shortest", "longest", "duration", "time", "duracion", "corto", "corta", "largo", "larga"}
UP, DOWN = {"ascending", "increasing", "ascendente", "creciente"}, {"descending", "decreasing", "descendente"}
_MOST_TURNS = 20
_AMOUNT = re.compile(r"[$€£]\s?(\d[\d.,]*)|(\d[\d.,]*)\s?[$€£](?!\s?\d)")
_TIME = re.compile(r"(?:(\d+)\s*h\w*)?\s*(?:(\d+)\s*m\w*)?")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def pick(desk: Desk, part: Part, among: Sequence[Node] = ()) -> Move | None:
    """The click for such words, on one of those controls; None when they name their thing otherwise."""
    words = _unnamed(part)
    if words & (UP | DOWN):
        return _in_order(desk, part, bool(words & DOWN))
    if desk.done_for(part):
        return None
    if words & (_LEAST | _MOST):
        return _extreme(desk, part, words, among)
    return _nth(desk, part)


def is_extreme(part: Part) -> bool:
    return bool({token.norm for token in part.words} & (_LEAST | _MOST))


def _unnamed(part: Part) -> set[str]:
    """The words of a part that belong to no name, as `Mayor` does to `Plaza Mayor`."""
    named = {
        b.number for a, b in pairwise(part.words) if a.number > 0 and a.text[:1].isupper() and b.text[:1].isupper()
    }
    return {token.norm for token in part.words if token.number not in named}


def _nth(desk: Desk, part: Part) -> Move | None:
    place = next((ORDINALS[t.norm] for t in part.words if t.norm in ORDINALS), 0)
    rest = [t for t in content_of(part.words) if t.norm not in ORDINALS and not is_kind(t)]
    if not place or not rest or any(t.norm not in _ENTRIES for t in rest):
        return None
    group = _entries(desk)
    index = place - 1 - _turned(desk, part) if place > 0 else len(group) - 1
    if index >= len(group):
        return _turn(desk, part, len(group), place)
    return Move((desk.act(part, "click", group[index], part.numbers, ends=True),))


def _turned(desk: Desk, part: Part) -> int:
    """How many entries were on the pages of results that were turned."""
    turns = [t for t in desk.situation.past if t.ok and t.planned.explores and t.planned.part == part.number]
    return sum(len(_entries(replace(desk, reading=Reading(t.before)))) for t in turns if t.before)


def _turn(desk: Desk, part: Part, shown: int, place: int) -> Move | None:
    """To the next page of results, when the place is not on this one."""
    if not shown or len([t for t in desk.situation.past if t.planned.explores]) >= _MOST_TURNS:
        return None
    done = [t.planned.target.name for t in desk.situation.past if t.planned.explores and t.planned.target]
    at = max((int(name) for name in done if name.isdigit()), default=1)
    nodes = [n for n in usable(desk.reading) if n.role in ("link", "button", "") and not n.disabled]
    onward = [n for n in nodes if bare(n.said) == str(at + 1)] or [n for n in nodes if does(n, "next")]
    why = f"turn to where number {place} is"
    return Move((desk.act(part, "click", onward[0], explores=True, why=why),)) if onward else None


def _entries(desk: Desk) -> Sequence[Node]:
    """The largest group of controls that are made alike: what a list of results consists of."""
    groups: dict[tuple[str, str, str, int], list[Node]] = defaultdict(list)
    for node in usable(desk.reading):
        apart = any(
            h.role in ("navigation", "banner", "contentinfo", "tablist") for h in desk.reading.page.parents(node)
        )
        if (
            not apart
            and node.said
            and not node.said.isdigit()
            and node.tag not in ("input", "select", "textarea", "button")
        ):
            groups[node.role, node.tag, node.classes, node.box[0]].append(node)
    return max(groups.values(), key=len, default=[])


def _extreme(desk: Desk, part: Part, words: set[str], among: Sequence[Node]) -> Move | None:
    """The control of the thing with the least or the most of something."""
    measure = _price if words & _PRICES else _minutes if words & _TIMES else _number
    nodes = among or [n for n in usable(desk.reading) if n.role in ("button", "link", "option", "radio", "")]
    named = [t for t in content_of(part.words) if t.names] if among else []
    nodes = [n for n in nodes if {t.number for t in named} <= desk.reading.match(n, named).used]
    measured = [(value, n) for n in nodes if (value := _measured(desk, n, measure)) is not None]
    if len(measured) < 2:
        return None
    values = sorted(value for value, _ in measured)
    best = values[0] if words & _LEAST else values[-1]
    fits = [node for value, node in measured if value == best]
    if len(fits) != 1:
        return None
    known = _LEAST | _MOST | _PRICES | _TIMES
    match = desk.reading.match(fits[0], content_of(part.words))
    uses = match.used | {t.number for t in part.words if t.norm in known}
    return Move((desk.act(part, "click", fits[0], uses, ends=True),))


def _measured(desk: Desk, node: Node, measure: Callable[[str], float | None]) -> float | None:
    """The number that a control says, or that stands before it where its neighbours' stand before theirs."""
    if (value := measure(node.said)) is not None:
        return value
    item = desk.reading.item(node)
    if item is not None:
        return measure(desk.reading.page.words_of(item))
    above = [n for n in desk.situation.page.nodes if n.kind == "text" and n.number < node.number]
    return next((value for n in reversed(above[-4:]) if (value := measure(n.said)) is not None), None)


def _price(text: str) -> float | None:
    found = _AMOUNT.search(text)
    return as_number(found[1] or found[2]) if found else None


def _minutes(text: str) -> float | None:
    found = next((m for m in _TIME.finditer(normal(text)) if m[1] or m[2]), None)
    return int(found[1] or 0) * 60.0 + int(found[2] or 0) if found else None


def _number(text: str) -> float | None:
    found = NUMBER.search(text)
    return as_number(found[0]) if found else None


def as_number(text: str) -> float:
    digits = text.rstrip(".,").replace(",", "")
    return float(digits) if digits.count(".") < 2 else float(digits.replace(".", ""))


def _in_order(desk: Desk, part: Part, down: bool) -> Move | None:
    """Numbers, one after the other; each is found anew, because what was clicked may be gone."""
    nodes = [n for n in usable(desk.reading, ("control", "text", "shape")) if _is_number(n)]
    done = [planned.target.name for planned in desk.done_for(part) if planned.target]
    uses = _said(part.words)
    began = next((t.before for t in desk.situation.past if t.ok and t.planned.part == part.number and t.before), None)
    if began is not None and len(done) > 0 and not [n for n in nodes if n.said not in done]:
        return _where_it_was(desk, part, _sorted([n for n in began.nodes if _is_number(n)], down)[len(done) :], uses)
    left = _sorted([n for n in nodes if n.said not in done], down)
    return Move((desk.act(part, "click", left[0], uses, ends=len(left) == 1),)) if left else None


def _is_number(node: Node) -> bool:
    return bool(NUMBER.fullmatch(node.said.strip()))


def _sorted(nodes: Sequence[Node], down: bool) -> list[Node]:
    return sorted(nodes, key=lambda n: as_number(n.said.strip()), reverse=down)


def _where_it_was(desk: Desk, part: Part, gone: Sequence[Node], uses: frozenset[int]) -> Move:
    """The click on the place of a number that can be seen no more, but could when the part began."""
    if not gone:
        return Move(done=True)
    surface = next((n for n in usable(desk.reading, ("surface",)) if _holds(n, gone[0])), None)
    if surface is None:
        said = ", ".join(n.said for n in gone)
        return lost(part, what=f"Before all numbers were clicked these were gone: {said}.", final=True)
    (x, y), (left, top) = gone[0].center, surface.box[:2]
    at, why = Point(round(x - left), round(y - top)), f"click where {gone[0].said} was"
    return Move((desk.act(part, "click", surface, uses, ends=len(gone) == 1, why=why, position=at),))


def _holds(surface: Node, node: Node) -> bool:
    x, y, width, height = surface.box
    return x <= node.center[0] <= x + width and y <= node.center[1] <= y + height


def _said(words: Sequence[Token]) -> frozenset[int]:
    known = UP | DOWN | {"order", "orden", "number", "numbers", "numero", "numeros"}
    return frozenset(t.number for t in words if t.norm in known)

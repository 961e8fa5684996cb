"""Drawing on a surface: a line through a point, a circle around one, the line that halves an angle."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, dist, hypot, pi, sin

from ..page import Node, Place
from ..steps import Point, Step
from .desk import Desk, Move, lost
from .figures import Figure, described, figures_of, surface_of
from .part import Part, content_of
from .words import stem

_LINE, _CIRCLE = {"line", "linea", "stroke", "trazo"}, {"circle", "circulo", "ring"}
DRAWN = _LINE | _CIRCLE
_ACROSS, _UPRIGHT = {"horizontal", "horizontally"}, {"vertical", "vertically"}
_ABOUT = {"through", "around", "about", "at", "on", "of", "over", "por", "alrededor", "sobre", "en", "de", "del"}
_HALVES = {"bisect", "halve", "biseca", "bisecta", "divide"}
_HOW = {
    "drag", "dragging", "mouse", "pointer", "cursor", "raton", "arrastrando", "centered", "centred", "center", "run",
    "runs", "passes", "passing", "goes", "going", "create", "draw", "evenly", "two", "half", "pase", "pasa", "equal",
    "centrado", "angle", "angulo", "mitad", "dos", "that", "by",
}  # fmt: skip
# From the rim of the surface, as a share of its size; how large a circle is, and of how many strokes.
_MARGIN, _REACH, _STROKES = 0.1, 0.8, 32


def draws(part: Part, desk: Desk) -> bool:
    """Whether the part asks for a line or a circle, and the page has something to draw on."""
    words = {stem(t.norm) for t in (*part.verb_words, *part.words[:3])}
    return bool(words & DRAWN) and any(n.kind == "surface" and not n.hidden for n in desk.situation.page.nodes)


def draw(desk: Desk, part: Part) -> Move:
    if desk.done_for(part):
        return Move(done=True)
    words = {stem(t.norm) for t in part.words}
    figures = figures_of(desk.reading)
    if words & _HALVES:
        return _halving(desk, part, figures)
    at = next((i for i, t in enumerate(part.words) if t.norm in _ABOUT), len(part.words))
    named = [t for t in part.words[at + 1 :] if stem(t.norm) not in _HOW and t.norm not in _HOW]
    found = described(figures, named)
    if len(found.figures) != 1:
        return lost(part, found.unknown or content_of(named))
    point = found.figures[0].node
    surface = surface_of(desk.reading, point)
    if surface is None:
        return lost(part, content_of(named))
    path = _ring(surface, point.center) if words & _CIRCLE else _line(surface, point.center, words)
    if path is None:
        return lost(part, what=f'"{part.said}" does not say whether the line is to be horizontal or vertical.')
    return _drawn(desk, part, surface, path)


def _drawn(desk: Desk, part: Part, surface: Node, path: Sequence[Place]) -> Move:
    x, y = surface.box[:2]
    points = tuple(Point(round(at[0] - x), round(at[1] - y)) for at in path)
    step = Step("dragTo", selector=surface.selector, path=points)
    return Move((desk.plan(part, step, surface, part.numbers, True),))


def _line(surface: Node, through: Place, words: set[str]) -> list[Place] | None:
    x, y, width, height = surface.box
    if words & _ACROSS:
        return [(x + _MARGIN * width, through[1]), through, (x + (1 - _MARGIN) * width, through[1])]
    if words & _UPRIGHT:
        return [(through[0], y + _MARGIN * height), through, (through[0], y + (1 - _MARGIN) * height)]
    return None


def _ring(surface: Node, middle: Place) -> list[Place]:
    reach = _REACH * _room(surface, middle)
    turns = [2 * pi * n / _STROKES for n in range(_STROKES + 1)]
    return [(middle[0] + reach * cos(turn), middle[1] + reach * sin(turn)) for turn in turns]


def _room(surface: Node, place: Place) -> float:
    """How far it is from a place to the nearest rim."""
    x, y, width, height = surface.box
    return min(place[0] - x, x + width - place[0], place[1] - y, y + height - place[1])


def _halving(desk: Desk, part: Part, figures: Sequence[Figure]) -> Move:
    """From where two lines meet, along the middle between them."""
    lines = [f.node for f in figures if f.node.tag == "line" and len(f.node.points) == 2]
    if len(lines) != 2:
        return lost(part, what=f"An angle has two lines, and the page shows {len(lines)}.")
    one, other = (line.points for line in lines)
    tip, near, far = min(((a, one[1 - i], other[1 - j]) for i, a in enumerate(one) for j, _ in enumerate(other)),
        key=lambda ends: min(dist(ends[0], place) for place in other if place is not ends[2]))  # fmt: skip
    surface = surface_of(desk.reading, lines[0])
    toward = [(a[0] - tip[0], a[1] - tip[1]) for a in (near, far)]
    units = [(x / hypot(x, y), y / hypot(x, y)) for x, y in toward if hypot(x, y)]
    if surface is None or len(units) != 2:
        return lost(part)
    way = (units[0][0] + units[1][0], units[0][1] + units[1][1])
    reach = min(hypot(*each) for each in toward) / 2 / (hypot(*way) or 1)
    end = (tip[0] + way[0] * reach, tip[1] + way[1] * reach)
    return _drawn(desk, part, surface, [tip, end])

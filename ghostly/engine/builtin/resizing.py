"""Fields that are made larger or smaller by the handle in their corner."""

from __future__ import annotations

from ..page import Node
from ..steps import Point, Step
from .desk import Desk, Move, lost
from .finding import usable
from .part import Part

# What the words ask for: how much wider, how much taller.
_WAYS = {
    **dict.fromkeys(("taller", "higher", "longer", "alto", "alta"), (0, 1)),
    **dict.fromkeys(("shorter", "lower", "bajo", "baja"), (0, -1)),
    **dict.fromkeys(("wider", "broader", "ancho", "ancha"), (1, 0)),
    **dict.fromkeys(("narrower", "thinner", "estrecho", "estrecha"), (-1, 0)),
    **dict.fromkeys(("larger", "bigger", "grande"), (1, 1)),
    **dict.fromkeys(("smaller", "pequeno", "pequena"), (-1, -1)),
}
_DIMENSIONS = {"height": (0, 1), "altura": (0, 1), "width": (1, 0), "anchura": (1, 0)}
_HANDLE, _LEAST = 4, 24


def resizes(desk: Desk, part: Part) -> bool:
    return _way(part) is not None and len(_areas(desk)) == 1


def resize(desk: Desk, part: Part) -> Move:
    """Drag the handle of the only field that has one by half of its size."""
    way, areas = _way(part), _areas(desk)
    if way is None or len(areas) != 1:
        return lost(part)
    width, height = areas[0].box[2:]
    corner = Point(width - _HANDLE, height - _HANDLE)
    by = [sign * max(size // 2, _LEAST) for sign, size in zip(way, (width, height), strict=True)]
    step = Step("dragTo", selector=areas[0].selector, path=(corner, Point(corner.x + by[0], corner.y + by[1])))
    return Move((desk.plan(part, step, areas[0], part.numbers, True),))


def _way(part: Part) -> tuple[int, int] | None:
    # `Taller Nube` is somebody's name.
    way = next((_WAYS[t.norm] for t in part.words if t.norm in _WAYS and t.text.islower()), None)
    only = next((_DIMENSIONS[t.norm] for t in part.words if t.norm in _DIMENSIONS), None)
    return (way[0] * only[0], way[1] * only[1]) if way and only else way


def _areas(desk: Desk) -> list[Node]:
    return [n for n in usable(desk.reading) if n.tag == "textarea"]

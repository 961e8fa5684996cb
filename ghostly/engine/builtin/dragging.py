"""Dragging: onto what is named, or to a place among things of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node
from ..steps import Step
from .acting import prefers_small
from .desk import Desk, Move, lost
from .fields import assign, fields_of
from .finding import Found, find, usable
from .forms import ended, steps_for
from .grammar import Part, content_of
from .words import NUMBER_WORDS, ORDINALS, Token

_TO = {"to", "into", "onto", "on", "a", "en", "hasta", "al", "over", "in", "inside"}
_EVERY = {"all", "every", "each", "todos", "todas", "cada"}
_PLACES = {"position", "place", "spot", "posicion", "lugar", "puesto", "slot"}
_WAYS = {
    "up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1),
    "arriba": (0, -1), "abajo": (0, 1), "izquierda": (-1, 0), "derecha": (1, 0), "upper": (0, -1), "lower": (0, 1),
    "center": (0, 0), "middle": (0, 0), "centro": (0, 0),
}  # fmt: skip


def drag(desk: Desk, part: Part) -> Move:
    """Drag one thing onto another or to a place: `X into Y`, `X to the 3rd position`, `X up by one`."""
    nodes = usable(desk.reading, ("control", "text", "shape", "holder"))
    if slid := _slide(desk, part):
        return slid
    place = next((i for i, t in enumerate(part.words) if i and t.norm in _TO | _WAYS.keys()), None)
    if place is None:
        return lost(part)
    if _EVERY & {t.norm for t in part.words[:place]}:
        return _all_onto(desk, part, nodes, place)
    movable = [n for n in nodes if n.tag not in ("input", "select", "textarea", "button")]
    what = find(desk.reading, part.words[:place], movable, lambda n: 0.5 if n.draggable else prefers_small(n))
    if what.match is None or what.unused:
        return lost(part, what.unused)
    rest = part.words[place:] if part.words[place].norm in _WAYS else part.words[place + 1 :]
    if spot := _spot(_alike(desk, what.match.node, nodes), what.match.node, rest):
        step = Step("dragTo", selector=what.match.node.selector, target=spot.selector)
        used = what.match.used | {t.number for t in rest}
        return Move((desk.plan(part, step, what.match.node, used, True),))
    own = desk.reading.item(what.match.node) or what.match.node
    outside = [n for n in nodes if n is not own and own not in desk.reading.page.parents(n)]
    return _onto(desk, part, what, find(desk.reading, rest, outside, lambda n: 0.2 if n.kind == "holder" else 0.0))


def _slide(desk: Desk, part: Part) -> Move | None:
    """`Move the brightness slider to 25` sets it."""
    sliders = [n for n in usable(desk.reading) if n.role == "slider" and not n.disabled]
    found = assign(part.words, desk.goal.text, fields_of(desk.reading, sliders), frozenset())
    return (
        ended(steps_for(desk, part, found)) if found and found[0].value.lstrip("-").replace(".", "").isdigit() else None
    )


def _all_onto(desk: Desk, part: Part, nodes: Sequence[Node], place: int) -> Move:
    """`All circles into the black box`, one after the other."""
    asked = content_of([t for t in part.words[:place] if t.norm not in _EVERY])
    largest = max((n.box[2] * n.box[3] for n in nodes if n.kind == "shape"), default=0)
    where = find(desk.reading, part.words[place + 1 :], nodes, lambda n: 0.3 if n.box[2] * n.box[3] == largest else 0.0)
    if where.match is None or where.unused:
        return lost(part, where.unused)
    target = where.match
    matches = [desk.reading.match(n, asked) for n in nodes if n is not target.node and n.kind != "text"]
    whole = [m for m in matches if asked and len(m.own) == len(asked)]
    done = {planned.step.selector for planned in desk.done_for(part)}
    left = [m for m in whole if m.node.selector not in done]
    if not whole:
        return lost(part, asked)
    steps = [Step("dragTo", selector=m.node.selector, target=target.node.selector) for m in left]
    planned = [
        desk.plan(part, step, m.node, m.used | target.used, m is left[-1]) for step, m in zip(steps, left, strict=True)
    ]
    return Move(tuple(planned), done=not left)


def _onto(desk: Desk, part: Part, what: Found, where: Found) -> Move:
    if what.match is None or where.match is None or where.unused or where.match.node is what.match.node:
        return lost(part, where.unused)
    step = Step("dragTo", selector=what.match.node.selector, target=where.match.node.selector)
    return Move((desk.plan(part, step, what.match.node, what.match.used | where.match.used, True),))


def _alike(desk: Desk, node: Node, nodes: Sequence[Node]) -> list[Node]:
    """The things of one kind and size that lie with the node, in reading order."""
    same = [n for n in nodes if (n.role, n.tag, n.kind) == (node.role, node.tag, node.kind)]
    sized = [n for n in same if abs(n.box[2] - node.box[2]) < 6 and abs(n.box[3] - node.box[3]) < 6]
    return sorted(sized, key=lambda n: (n.box[1], n.box[0]))


def _spot(alike: Sequence[Node], node: Node, words: Sequence[Token]) -> Node | None:
    if len(alike) < 2 or any(t.norm not in _KNOWN for t in content_of(words)):
        return None
    place = next((ORDINALS[t.norm] for t in words if t.norm in ORDINALS), 0)
    if place:
        index = place - 1 if place > 0 else len(alike) - 1
        return alike[index] if index < len(alike) else None
    ways = [_WAYS[t.norm] for t in words if t.norm in _WAYS]
    if not ways:
        return None
    toward = (sum(x for x, _ in ways), sum(y for _, y in ways))
    by = next((int(t.norm) if t.norm.isdigit() else NUMBER_WORDS.get(t.norm, 0) for t in words if _counts(t)), 0)
    return _step_away(alike, node, toward, by) if by else _corner(alike, toward)


_KNOWN = _WAYS.keys() | _PLACES | ORDINALS.keys() | NUMBER_WORDS.keys() | {"by", "corner", "esquina", "list", "grid"}


def _counts(token: Token) -> bool:
    return token.norm.isdigit() or token.norm in NUMBER_WORDS


def _step_away(alike: Sequence[Node], node: Node, toward: tuple[int, int], by: int) -> Node | None:
    """The thing that lies so many places away in a direction."""
    width, height = max(node.box[2], 1), max(node.box[3], 1)
    near = sorted({abs(a.center[axis] - node.center[axis]) for a in alike for axis in (0, 1) if a is not node})
    least = next((gap for gap in near if gap > min(width, height) / 2), float(height))
    aim = (node.center[0] + toward[0] * by * least, node.center[1] + toward[1] * by * least)
    best = min((n for n in alike if n is not node), key=lambda n: _far(n.center, aim))
    return best if _far(best.center, aim) < least else None


def _corner(alike: Sequence[Node], toward: tuple[int, int]) -> Node:
    if toward == (0, 0):
        middle = (sum(n.center[0] for n in alike) / len(alike), sum(n.center[1] for n in alike) / len(alike))
        return min(alike, key=lambda n: _far(n.center, middle))
    return max(alike, key=lambda n: (n.center[0] * toward[0] + n.center[1] * toward[1], -n.number))


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])

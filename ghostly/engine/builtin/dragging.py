"""Dragging: onto or into what is named, to a place among things of its kind, or just some way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..page import Box, Node, Page, Place
from ..planning import Planned, Tried
from ..steps import Point, Step
from .acting import prefers_small
from .controls import ended, steps_for
from .desk import Desk, Move, lost
from .fields import assign
from .figures import SIDES, Figure, described, figures_of, surface_of
from .finding import Found, find, is_left_out, usable
from .lexicon import EVERY
from .part import Part, content_of
from .several import codes_apart, with_only
from .taking import fields_of
from .words import NUMBER_WORDS, ORDINALS, Token

_TO = {"to", "into", "onto", "on", "a", "en", "hasta", "al", "over", "in", "inside", "dentro"}
_REST = {"everything", "rest", "others", "remaining", "resto", "demas", "otros", "otras"}
_PLACES = {"position", "place", "spot", "posicion", "lugar", "puesto", "slot"}
_WAYS = {
    "up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1),
    "arriba": (0, -1), "abajo": (0, 1), "izquierda": (-1, 0), "derecha": (1, 0), "upper": (0, -1), "lower": (0, 1),
    "center": (0, 0), "middle": (0, 0), "centro": (0, 0), "upwards": (0, -1), "downwards": (0, 1),
}  # fmt: skip
_WHOLE = {"so", "completely", "fully", "entirely", "completamente", "is", "it", "are", "they", "be", "de", "modo"}
# How far something is dragged that is only to go some way: a share of what is left to the rim.
_SOME_WAY = 0.5
_SOME_PX = 60
# How far past the middle of its place a thing is dropped, so that the others make room for it.
_PAST = 0.35


def one_by_one(desk: Desk, part: Part, handler: Callable[[Desk, Part], Move]) -> Move:
    """`Move B-7 and B-8 to Ready`: one after the other, as the page is after each."""
    codes = codes_apart(part)
    own = [t for t in desk.situation.past if t.planned.part == part.number and not t.planned.explores]
    done = {n for t in own if t.ok for n in t.planned.uses}
    left = [code for code in codes if code.number not in done]
    if not left:
        return handler(desk, part)
    # What was done for the others says nothing of this one.
    past = tuple(t for t in desk.situation.past if t not in own)
    move = handler(replace(desk, situation=replace(desk.situation, past=past)), with_only(part, left[0]))
    if not move.steps or not move.steps[-1].ends_part:
        # A form would have to be gone through for each.
        return move if move.lost else lost(part)
    last = replace(move.steps[-1], ends_part=len(left) == 1)
    return replace(move, steps=(*move.steps[:-1], last))


def drag(desk: Desk, part: Part) -> Move:
    """Drag each of several things that are named, or the one."""
    move = one_by_one(desk, part, _drag)
    if not move.steps or not part.left_out:
        return move
    first, *more = move.steps
    return replace(move, steps=(replace(first, uses=first.uses | part.left_out), *more))


def _drag(desk: Desk, part: Part) -> Move:
    """Drag one thing onto another or to a place: `X into Y`, `X to the 3rd position`, `X up by one`, `X left`."""
    nodes = usable(desk.reading, ("control", "text", "shape", "holder"))
    if slid := _slide(desk, part):
        return slid
    groups = _groups(part.words)
    if any(EVERY & {t.norm for t in group} for group in groups) or len(groups) > 1:
        return _all_into(desk, part, groups, nodes)
    place = _place(part.words)
    if place is None:
        return lost(part)
    movable = [n for n in nodes if n.tag not in ("input", "select", "textarea", "button")]
    movable = [n for n in movable if not is_left_out(desk.reading, n, part)]
    what = _what(desk, part.words[:place], movable)
    if what.match is None or what.unused:
        return lost(part, what.unused)
    rest = part.words[place:] if part.words[place].norm in _WAYS else part.words[place + 1 :]
    return _one(desk, part, what, rest, nodes)


def is_drag(tried: Tried) -> bool:
    return tried.planned.step.action == "dragTo"


def was_in_vain(tried: Tried, following: Sequence[Tried], now: Page) -> bool:
    """Whether something was dragged and lay where it was after that, by the steps that followed and the page now."""
    if not is_drag(tried) or tried.before is None:
        return False
    # Steps of one plan were all planned on the same page.
    later = (t.before for t in following if t.before is not None and t.before is not tried.before)
    return _is_unmoved(tried.before, next(later, now), tried.planned.step.selector or "")


def _is_unmoved(before: Page, now: Page, selector: str) -> bool:
    """Whether nothing on the page has changed, and the thing lies where it did; scrolling moves all alike."""
    if before.signature != now.signature:
        return False
    places = {n.selector: n.box for n in before.nodes}
    shifts = {n.selector: (n.box[0] - was[0], n.box[1] - was[1]) for n in now.nodes if (was := places.get(n.selector))}
    usual = Counter(shifts.values()).most_common(1)
    return selector not in shifts or not usual or shifts[selector] == usual[0][0]


def _one(desk: Desk, part: Part, what: Found, rest: Sequence[Token], nodes: Sequence[Node]) -> Move:
    assert what.match is not None
    moved = what.match.node
    told = frozenset(t.number for t in rest)
    alike = alike_of(moved, nodes)
    if spot := _spot(alike, moved, rest):
        return Move((drop_at(desk, part, moved, spot, what.match.used | told, True),))
    boxes = described(figures_of(desk.reading), [t for t in rest if t.norm not in _WHOLE])
    into = [f for f in boxes.figures if f.node is not moved]
    if surface_of(desk.reading, moved) is None and len(alike) < 2 and not into:
        found = _other(desk, moved, rest, nodes)
        if found.match is not None and not found.unused:
            return _onto(desk, part, what, found)
    if len(into) == 1:
        uses = what.match.used | told
        return Move((_moved(desk, part, moved, into[0].node.center, uses, True),))
    if ways := [_WAYS[t.norm] for t in rest if t.norm in _WAYS]:
        return Move((_some_way(desk, part, moved, ways[0], what.match.used | told),))
    return _onto(desk, part, what, _other(desk, moved, rest, nodes))


def _what(desk: Desk, words: Sequence[Token], movable: Sequence[Node]) -> Found:
    """What is to be dragged: by what it says, or by what it looks like."""
    found = find(desk.reading, words, movable, lambda n: 0.5 if n.draggable else prefers_small(n))
    if found.match is not None and not found.unused and not found.rivals:
        return found
    drawn = described(figures_of(desk.reading), [t for t in words if t.norm not in _WHOLE])
    return _as_found(desk, drawn.figures[0], drawn.used) if len(drawn.figures) == 1 else found


def _as_found(desk: Desk, figure: Figure, used: frozenset[int]) -> Found:
    return Found(replace(desk.reading.match(figure.node, ()), used=used))


def _place(words: Sequence[Token]) -> int | None:
    """Where the words begin that say where to."""
    return next((i for i, t in enumerate(words) if i and t.norm in _TO | _WAYS.keys()), None)


def _other(desk: Desk, moved: Node, rest: Sequence[Token], nodes: Sequence[Node]) -> Found:
    own = desk.reading.item(moved) or moved
    outside = [n for n in nodes if n is not own and own not in desk.reading.page.parents(n)]
    return find(desk.reading, rest, outside, lambda n: 0.2 if n.kind == "holder" else 0.0)


def _slide(desk: Desk, part: Part) -> Move | None:
    """`Move the brightness slider to 25` sets it."""
    sliders = [n for n in usable(desk.reading) if n.role == "slider" and not n.disabled]
    found = assign(part.words, desk.goal.text, fields_of(desk.reading, sliders), frozenset())
    return (
        ended(steps_for(desk, part, found)) if found and found[0].value.lstrip("-").replace(".", "").isdigit() else None
    )


def _groups(words: Sequence[Token]) -> list[list[Token]]:
    """`all circles into the left box` and `everything else into the right box`."""
    groups: list[list[Token]] = [[]]
    for index, token in enumerate(words):
        follows = {t.norm for t in words[index + 1 : index + 3]}
        if token.norm in ("and", "y") and follows & (_REST | EVERY) and groups[-1]:
            groups.append([])
        else:
            groups[-1].append(token)
    return groups


def _all_into(desk: Desk, part: Part, groups: Sequence[Sequence[Token]], nodes: Sequence[Node]) -> Move:
    """`All circles into the black box`, one after the other; what lies there already stays."""
    figures = figures_of(desk.reading)
    named: set[int] = set()
    steps: list[Planned] = []
    for group in groups:
        place = _place(group)
        if place is None:
            return lost(part)
        where = _target(desk, figures, group[place + 1 :], nodes)
        if where.match is None or where.unused:
            return lost(part, where.unused)
        around = surface_of(desk.reading, where.match.node)
        beside = [f for f in figures if surface_of(desk.reading, f.node) == around]
        what = _members(beside, group[:place], named | {where.match.node.number})
        if isinstance(what, tuple):
            return lost(part, what)
        named |= {f.node.number for f in what}
        uses = frozenset(t.number for t in group)
        steps += _into(desk, part, what, where.match.node, uses)
    if len(desk.done_for(part)) > 3 * len(named):
        return lost(part, what="What was dragged does not stay where it was put.", final=True)
    return ended(steps)


def _members(figures: Sequence[Figure], words: Sequence[Token], named: set[int]) -> list[Figure] | tuple[Token, ...]:
    """The figures that the words describe, or the words that describe none."""
    left = [f for f in figures if f.node.number not in named and (f.node.painted or f.node.said)]
    if _REST & {t.norm for t in words}:
        return left
    found = described(left, [t for t in words if t.norm not in EVERY])
    return list(found.figures) or found.unknown or tuple(content_of(words))


def _target(desk: Desk, figures: Sequence[Figure], words: Sequence[Token], nodes: Sequence[Node]) -> Found:
    """Where to drop: the largest of the figures that the words describe, or what they name."""
    largest = max((f.area for f in figures), default=0)
    found = described([f for f in figures if 2 * f.area > largest], words)
    if len(found.figures) == 1:
        return _as_found(desk, found.figures[0], found.used)
    return find(desk.reading, words, nodes, lambda n: 0.3 if n.box[2] * n.box[3] == largest else 0.0)


def _into(
    desk: Desk, part: Part, what: Sequence[Figure], target: Node, uses: frozenset[int]
) -> list[Planned]:  # fmt: skip
    """The steps that lay things side by side into a target, so that none covers another."""
    outside = [f.node for f in what if not _is_within(f.node.center, target.box)]
    x, y, width, height = target.box
    across = max(1, len(what))
    there = len(what) - len(outside)
    slots = [(x + width * (n + 0.5) / across, y + height / 2) for n in range(there, across)]
    return [_moved(desk, part, node, slot, uses, False) for node, slot in zip(outside, slots, strict=False)]


def _is_within(place: Place, box: Box) -> bool:
    x, y, width, height = box
    return x < place[0] < x + width and y < place[1] < y + height


def _onto(desk: Desk, part: Part, what: Found, where: Found) -> Move:
    if what.match is None or where.match is None or where.unused or where.match.node is what.match.node:
        return lost(part, where.unused)
    step = Step("dragTo", selector=what.match.node.selector, target=where.match.node.selector)
    return Move((desk.plan(part, step, what.match.node, what.match.used | where.match.used, True),))


def _moved(desk: Desk, part: Part, node: Node, to: Place, uses: frozenset[int], ends: bool) -> Planned:
    """The step that drags a thing by its middle to a place on the page."""
    x, y, width, height = node.box
    path = (Point(width // 2, height // 2), Point(round(to[0]) - x, round(to[1]) - y))
    return desk.plan(part, Step("dragTo", selector=node.selector, path=path), node, uses, ends)


def _some_way(desk: Desk, part: Part, node: Node, way: tuple[int, int], uses: frozenset[int]) -> Planned:
    surface = surface_of(desk.reading, node)
    x, y, width, height = surface.box if surface else (0, 0, desk.situation.page.width, desk.situation.page.height)
    left, top, across, tall = node.box
    room = {
        (-1, 0): left - x, (1, 0): x + width - left - across, (0, -1): top - y, (0, 1): y + height - top - tall
    }.get(way, 0)  # fmt: skip
    far = min(max(room * _SOME_WAY, 1), _SOME_PX)
    to = (node.center[0] + way[0] * far, node.center[1] + way[1] * far)
    return _moved(desk, part, node, to, uses, True)


def drop_at(desk: Desk, part: Part, node: Node, spot: Node, uses: frozenset[int], ends: bool) -> Planned:
    """The step that drags a thing to where another of its kind is, a little past its middle."""
    (ax, ay), (bx, by) = node.center, spot.center
    past = (_sign(bx - ax) * _PAST * spot.box[2], _sign(by - ay) * _PAST * spot.box[3])
    # Along a column or a row only its own direction counts.
    apart = (abs(bx - ax) > spot.box[2] / 2, abs(by - ay) > spot.box[3] / 2)
    to = (bx + past[0] * apart[0], by + past[1] * apart[1])
    return _moved(desk, part, node, to, uses, ends)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def alike_of(node: Node, nodes: Sequence[Node]) -> list[Node]:
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
    return _step_away(alike, node, toward, by) if by else _at_edge(alike, ways)


_KNOWN = _WAYS.keys() | SIDES.keys() | _PLACES | ORDINALS.keys() | NUMBER_WORDS.keys() | {"by", "corner", "esquina"} | {
    "list", "grid"}  # fmt: skip


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


def _at_edge(alike: Sequence[Node], ways: Sequence[tuple[int, int]]) -> Node:
    """The thing at a corner, at the middle of an edge, or in the middle of all."""
    xs, ys = [n.center[0] for n in alike], [n.center[1] for n in alike]
    across, down = sum(x for x, _ in ways), sum(y for _, y in ways)
    aim = (
        {-1: min(xs), 1: max(xs)}.get(across, (min(xs) + max(xs)) / 2),
        {-1: min(ys), 1: max(ys)}.get(down, (min(ys) + max(ys)) / 2),
    )
    return min(alike, key=lambda n: _far(n.center, aim))


def _far(one: Place, other: Place) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])

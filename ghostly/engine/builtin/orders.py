"""Orders that a page has a word of its own for: `Reply to Ada with the text …`, `Print the invoice`; copy and paste."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ..page import Node
from ..steps import Step
from .acting import click, clickable
from .desk import Desk, Move, lost
from .fields import assign, fields_of, is_typed
from .finding import Found, find, usable
from .forms import ended, scope, steps_for
from .grammar import Part, content_of
from .lexicon import same
from .words import Token, bare, parts


def say(desk: Desk, part: Part) -> Move:
    """Press the control that is called like the order, and fill in what it asks for then."""
    if desk.done_for(part):
        taken = frozenset(n for planned in desk.done_for(part) for n in planned.uses)
        found = assign(part.words, desk.goal.text, fields_of(desk.reading, scope(desk)), taken)
        return ended(steps_for(desk, part, found))
    verb = part.verb_words or part.words[:1]
    nodes = [n for n in (*clickable(desk), *usable(desk.reading, ("shape",))) if _is_called(n, verb)]
    texts = [n for n in usable(desk.reading, ("control", "text")) if same(bare(n.said), verb[0].norm)] if verb else []
    nodes = texts or nodes
    if not nodes:
        return click(desk, part) if not part.verb_words else lost(part, verb)
    rest = [token for token in part.words if token not in verb]
    found_node = find(desk.reading, rest, nodes) if content_of(rest) else Found(desk.reading.match(nodes[0], ()))
    if len(nodes) > 1 and (found_node.match is None or found_node.rivals):
        return lost(part, content_of(rest))
    chosen = found_node.match.node if found_node.match else nodes[0]
    used = (found_node.match.used if found_node.match else frozenset[int]()) | {t.number for t in verb}
    left = [t for t in content_of(rest) if t.number not in used and (t.is_value or t.text[:1].isupper())]
    return Move((desk.act(part, "click", chosen, used, ends=not left),))


def _is_called(node: Node, verb: Sequence[Token]) -> bool:
    inner = (*parts(node.classes), *parts(node.id)) if not node.said else ()
    said = (*parts(node.said), *parts(node.title), *inner)
    return bool(verb) and any(same(word, verb[0].norm) or _is_cognate(word, verb[0].norm) for word in said)


_LEAST_ROOT = 7


def _is_cognate(one: str, other: str) -> bool:
    """Whether two words have most of their beginning in common: `invite` and `invita`, `export` and `exporta`."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    return common >= max(5, 0.7 * longest) or common >= max(_LEAST_ROOT, 0.8 * shortest)


def paste(desk: Desk, part: Part) -> Move:
    """Type what the part that copies has named into the field that this one names."""
    source = next((p for p in reversed(desk.goal.parts[: part.number]) if p.verb == "copy"), None)
    if source is None:
        return lost(part, what=f'"{part.said}" does not say what to paste: copy something first.')
    fields = [n for n in usable(desk.reading) if is_typed(n)]
    texts = [n for n in usable(desk.reading, ("control", "text")) if n.value or n.kind == "text"]
    copied = find(desk.reading, source.words, [n for n in texts if n.value] or texts)
    if copied.match is None or copied.rivals or copied.unused:
        return lost(source, copied.unused)
    empty = [n for n in fields if not n.value and n is not copied.match.node]
    target = find(desk.reading, part.words, empty)
    if target.match is None or target.rivals or target.unused:
        return lost(part, target.unused)
    value = copied.match.node.value or copied.match.node.said
    used = copied.match.used | target.match.used | {t.number for t in source.verb_words}
    return Move(
        (
            desk.plan(
                part, Step("fill", selector=target.match.node.selector, value=value), target.match.node, used, True
            ),
        )
    )


ORDERS = {"say": say, "paste": paste}

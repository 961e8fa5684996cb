"""Values that are chosen in a menu which a button opens, where there is no field: `set its status to Solved`."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node
from .desk import Desk, Move
from .fields import is_typed
from .finding import does, find, usable
from .lexicon import Verb, same
from .part import Part, content_of
from .words import Token, parts

_CHOICES = ("control", "text")
_NEVER: tuple[Verb, ...] = ("delete", "save", "create", "logout", "close")


def from_menu(desk: Desk, part: Part, value: Sequence[Token]) -> Move | None:
    """Open the menu that the words name, then take the value in it; None when the page has no such menu."""
    value = content_of(value)
    named = [t for t in content_of(part.words) if t not in value and t.kind == "word" and t.text.islower()]
    if not value or not named:
        return None
    if fresh := _opened(desk, part):
        found = find(desk.reading, value, fresh)
        if found.is_sure and found.match and found.match.own >= {t.number for t in value}:
            return Move((desk.act(part, "click", found.match.node, found.match.used, ends=True),))
        return None
    openers = [(n, told) for n in usable(desk.reading) if _may_open(n) and (told := _named(desk, n, named))]
    if len(openers) != 1:
        return None
    node, told = openers[0]
    return Move((desk.act(part, "click", node, told, why=f'open "{node.said}" for {part.said}'),))


def _may_open(node: Node) -> bool:
    is_field = (
        is_typed(node) or node.tag in ("select", "a") or node.role in ("checkbox", "radio", "switch", "link", "tab")
    )
    return not is_field and not node.disabled and not node.covered and not any(does(node, verb) for verb in _NEVER)


def _named(desk: Desk, node: Node, words: Sequence[Token]) -> frozenset[int]:
    """The words that name the menu: on its button, before a colon, or in the text right before it."""
    label, colon, _ = node.said.partition(":")
    before = _text_before(desk, node)
    said = parts(label) if colon else parts(before)
    told = frozenset(t.number for t in words if any(same(t.norm, word) for word in said))
    return told if said and len(said) <= len(told) else frozenset()


def _text_before(desk: Desk, node: Node) -> str:
    at = next(i for i, n in enumerate(desk.situation.page.nodes) if n is node)
    before = desk.situation.page.nodes[at - 1] if at else None
    beside = before is not None and before.kind == "text" and abs(before.center[1] - node.center[1]) < node.box[3]
    return before.said if before is not None and beside else ""


def _opened(desk: Desk, part: Part) -> list[Node]:
    """What has come to the page since the menu of this part was opened."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if (
        last is None
        or last.before is None
        or last.planned.part != part.number
        or not last.planned.why.startswith("open ")
    ):
        return []
    before = {(n.selector, n.said) for n in last.before.nodes}
    return [n for n in usable(desk.reading, _CHOICES) if (n.selector, n.said) not in before]

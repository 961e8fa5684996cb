"""What is chosen in a menu which a button opens: `set its status to Solved`, `open Stock from the Reports menu`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..page import Node
from .desk import Desk, Move
from .finding import does, find, usable
from .lexicon import Verb, same
from .part import Part, content_of
from .speech import COMMA, DETERMINERS, joins
from .taking import is_typed
from .words import Token, bare, parts

_CHOICES = ("control", "text")
_MENU = {"menu", "dropdown", "desplegable"}
_THROUGH = {"from", "in", "under", "desde", "en", "del"}
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


def along_menu(desk: Desk, part: Part) -> Part:
    """The part as the way through a menu of the page that it names: `Stock from the Reports menu` as `Reports >
    Stock`."""
    words = part.words
    at = next((i for i, t in enumerate(words) if t.norm in _THROUGH and _names_menu(words[i + 1 :])), None)
    if at is None or part.verb not in ("open", "click"):
        return part
    place = _place(words[at + 1 :])
    name = " ".join(t.norm for t in content_of(place) if t.norm not in _MENU)
    opens = [n for n in usable(desk.reading) if name and bare(n.said) == name and opens_more(n)]
    rest = [t for t in (*words[:at], *words[at + 1 + len(place) :]) if t is not COMMA]
    if len(opens) != 1 or not content_of(rest):
        return part
    return replace(part, words=(*place, replace(COMMA, text=">", norm=">"), *rest))


def _names_menu(words: Sequence[Token]) -> bool:
    return bool(_MENU & {t.norm for t in _place(words)})


def _place(words: Sequence[Token]) -> list[Token]:
    """`The Reports menu`, `el menú Informes`: up to that word, and a name that follows it."""
    place = list(takewhile(lambda t: t.kind in ("word", "quoted") and not joins(t), words))
    at = next((i for i, t in enumerate(place) if t.norm in _MENU), 0)
    called = any(t.norm not in DETERMINERS for t in place[:at])
    after = takewhile(lambda t: t.names or t.norm in ("de", "of"), place[at + 1 :])
    return [*place[: at + 1], *(() if called else after)]


def opens_more(node: Node) -> bool:
    """Whether something folds out when it is pressed."""
    return "haspopup" in node.states or "expanded" in node.states or node.tag == "summary"

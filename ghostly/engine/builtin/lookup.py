"""A value that the goal names by its label on the page: `enter the country from the table as answer`."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node
from ..steps import Step
from .desk import Desk, Move
from .fields import is_typed
from .finding import find, usable
from .grammar import Part, content_of
from .lexicon import STOP
from .words import Token, parts

_LABELS = ("td", "th", "dt")
_AROUND = {
    "value", "valor", "table", "tabla", "page", "pagina", "list", "lista", "above", "below", "shown", "text", "texto",
    "field", "campo", "box", "input", "data", "datos",
}  # fmt: skip


def look_up(desk: Desk, part: Part) -> Move | None:
    """Type the value that stands beside its label on the page into the field that is named, or the only one."""
    if any(t.is_value for t in part.words) or desk.done_for(part):
        return None
    found = [(label, value, run) for label, value in _labelled(desk) if (run := _named(part.words, label))]
    if len({value for _, value, _ in found}) != 1:
        return None
    _, value, run = found[0]
    rest = [t for t in part.words if t.number not in run and t.norm not in _AROUND]
    fields = [n for n in usable(desk.reading) if is_typed(n) and not n.value]
    named = find(desk.reading, rest, fields) if content_of(rest) else None
    if named and (named.match is None or named.rivals or named.unused):
        return None
    if not named and len(fields) != 1:
        return None
    node = named.match.node if named and named.match else fields[0]
    around = {t.number for t in part.words if t.norm in _AROUND}
    used = run | around | (named.match.used if named and named.match else frozenset[int]())
    return Move((desk.plan(part, Step("fill", selector=node.selector, value=value), node, frozenset(used), True),))


def _labelled(desk: Desk) -> list[tuple[str, str]]:
    """What stands beside each label of a table or a list of terms, or behind its colon."""
    texts = [n for n in desk.situation.page.nodes if n.kind == "text" and not n.hidden and n.said]
    pairs = []
    for text, after in zip(texts, [*texts[1:], None], strict=True):
        label, colon, value = text.said.partition(":")
        if colon and value.strip() and len(label.split()) <= 4:
            pairs.append((label, value.strip()))
        elif after and text.tag in _LABELS and after.parent == text.parent and _is_beside(text, after):
            pairs.append((label, after.said))
    return pairs


def _is_beside(label: Node, value: Node) -> bool:
    return abs(label.center[1] - value.center[1]) < max(label.box[3], value.box[3]) and value.box[0] > label.box[0]


def _named(words: Sequence[Token], label: str) -> frozenset[int]:
    """The tokens that say the whole label."""
    wanted = [p for p in parts(label) if p not in STOP]
    said = [t for t in words if t.kind == "word" and t.norm in wanted]
    whole = wanted and {t.norm for t in said} == set(wanted)
    return frozenset(t.number for t in said) if whole else frozenset()

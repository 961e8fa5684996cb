"""A value that the goal names by its label on the page: `enter the country from the table as answer`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .answers import cell_of, word_of_text
from .desk import Desk, Move
from .finding import find, usable
from .lexicon import STOP
from .part import Part, content_of, groups_of
from .taking import is_typed
from .words import ORDINALS, Token, parts

_LABELS = ("td", "th", "dt")
_AROUND = {
    "value", "valor", "table", "tabla", "page", "pagina", "list", "lista", "above", "below", "shown", "text", "texto",
    "field", "campo", "box", "input", "data", "datos",
    "number", "numero", "answer", "respuesta", "it", "one", "two", "both",
}  # fmt: skip
_FIELDS = {"field", "campo", "box", "input", "text", "texto"}


def look_up(desk: Desk, part: Part) -> Move | None:
    """Type the value that stands beside its label on the page into the field that is named, or the only one."""
    if any(t.is_value for t in part.words) or desk.done_for(part):
        return None
    return _several(desk, part) or _one(desk, part, [n for n in usable(desk.reading) if is_typed(n)])


def _several(desk: Desk, part: Part) -> Move | None:
    """`Country into the first field and Colour into the second`: each value into the field that is named with it."""
    groups = groups_of(part.words)
    if len(groups) < 2:
        return None
    typed = [n for n in usable(desk.reading) if is_typed(n)]
    steps: list[Planned] = []
    for number, group in enumerate(groups):
        place = next((ORDINALS[t.norm] - 1 for t in group if ORDINALS.get(t.norm, 0) > 0), number)
        words = tuple(t for t in group if t.norm not in ORDINALS)
        found = _one(desk, replace(part, words=words), typed[place : place + 1])
        if found is None:
            return None
        uses = frozenset(t.number for t in group)
        steps += [replace(step, ends_part=False, uses=step.uses | uses) for step in found.steps]
    return Move((*steps[:-1], replace(steps[-1], ends_part=True)))


def _one(desk: Desk, part: Part, typed: Sequence[Node]) -> Move | None:
    named = cell_of(desk, part.words) or word_of_text(desk, part) or _beside_label(desk, part)
    if named is None:
        return None
    value, run = named
    fields = [n for n in typed if not n.value]
    names = {word for n in fields for word in parts(f"{n.said} {n.label}")} - _FIELDS
    rest = [t for t in part.words if t.number not in run and (t.norm not in _AROUND or t.norm in names)]
    field = find(desk.reading, rest, fields) if content_of(rest) else None
    if field and (field.match is None or field.rivals or field.unused):
        return None
    if not field and len(fields) != 1:
        return None
    node = field.match.node if field and field.match else fields[0]
    around = {t.number for t in part.words if t.norm in _AROUND}
    used = run | around | (field.match.used if field and field.match else frozenset[int]())
    return Move((desk.plan(part, Step("fill", selector=node.selector, value=value), node, frozenset(used), True),))


def _beside_label(desk: Desk, part: Part) -> tuple[str, frozenset[int]] | None:
    found = [(value, run) for label, value in _labelled(desk) if (run := _named(part.words, label))]
    return found[0] if len({value for value, _ in found}) == 1 else None


def _labelled(desk: Desk) -> list[tuple[str, str]]:
    """What stands beside each label of a table or a list of terms, or behind its colon."""
    texts = [n for n in desk.situation.page.nodes if n.kind == "text" and not n.hidden and n.said]
    pairs = []
    for text, after in zip_longest(texts, texts[1:]):
        label, colon, value = text.said.partition(":")
        if colon and value.strip() and len(label.split()) <= 4:
            pairs.append((label, value.strip()))
        elif after and text.tag in _LABELS and after.parent == text.parent and _belongs(text, after):
            pairs.append((label, after.said))
    return pairs


def _belongs(label: Node, value: Node) -> bool:
    return (label.tag, value.tag) == ("dt", "dd") or _is_beside(label, value)


def _is_beside(label: Node, value: Node) -> bool:
    return abs(label.center[1] - value.center[1]) < max(label.box[3], value.box[3]) and value.box[0] > label.box[0]


def _named(words: Sequence[Token], label: str) -> frozenset[int]:
    """The tokens that say the whole label."""
    wanted = [p for p in parts(label) if p not in STOP]
    said = [t for t in words if t.kind == "word" and t.norm in wanted]
    whole = wanted and {t.norm for t in said} == set(wanted)
    return frozenset(t.number for t in said) if whole else frozenset()

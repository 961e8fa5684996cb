"""Lists and options that are named by their place: `the 3rd option of the second dropdown`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ..page import Node, Option
from ..planning import Planned
from ..steps import Step
from .controls import ended
from .desk import Desk, Move
from .finding import usable
from .part import Part, content_of, groups_of
from .taking import best_option
from .words import ORDINALS, Token, stem

_LISTS = {
    "dropdown", "select", "selector", "list", "combo", "combobox", "menu", "desplegable", "lista", "listbox",
    "drop-down",
}  # fmt: skip
_OPTIONS = {"option", "item", "choice", "entry", "value", "opcion", "elemento", "valor"}
T = TypeVar("T")
_OF = {"of", "in", "from", "on", "de", "del", "en", "within"}


def choose_by_place(desk: Desk, part: Part) -> Move | None:
    """One choice for each `… in the second list`; None when no list or option is named by its place."""
    lists = [n for n in usable(desk.reading) if n.tag == "select" and not n.disabled]
    groups = groups_of(part.words)
    if not lists or not any(t.norm in ORDINALS for t in part.words) or not groups:
        return None
    steps: list[Planned] = []
    done = {planned.step.selector for planned in desk.done_for(part)}
    for group in groups:
        chosen = _chosen(lists, group)
        if chosen is None:
            return None
        node, option = chosen
        step = Step("selectOption", selector=node.selector, value=option.label)
        uses = frozenset(t.number for t in group)
        if node.selector not in done:
            steps.append(desk.plan(part, step, node, uses, False))
    return ended(steps)


def _chosen(lists: Sequence[Node], words: Sequence[Token]) -> tuple[Node, Option] | None:
    """The list and the option that the words name; the only list, if none is named."""
    cut = next((i for i, t in enumerate(words) if t.norm in _OF and _is_list(words[i + 1 :])), None)
    node = lists[0] if cut is None and len(lists) == 1 else _nth(lists, words[cut:]) if cut is not None else None
    if node is None:
        return None
    offered = [o for o in node.options if o.label]
    named = [t for t in (words[:cut] if cut is not None else words) if t.norm not in ("the", "el", "la")]
    if any(stem(t.norm) in _OPTIONS for t in named):
        option = _nth(offered, named)
    else:
        option = best_option(offered, " ".join(t.text for t in content_of(named)))
    return (node, option) if option else None


def _is_list(words: Sequence[Token]) -> bool:
    near = words[:4]
    return any(stem(t.norm) in _LISTS for t in near) and any(t.norm in ORDINALS for t in near)


def _nth(things: Sequence[T], words: Sequence[Token]) -> T | None:
    place = next((ORDINALS[t.norm] for t in words if t.norm in ORDINALS), 0)
    if not place or not -len(things) <= place <= len(things):
        return None
    return things[place - 1 if place > 0 else place]

"""Putting a list in order by dragging its entries, one after the other, until it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ..page import Node
from .desk import Desk, Move, lost
from .dragging import alike_of, drop_at
from .finding import usable
from .part import Part
from .picking import DOWN, NUMBER, UP, as_number
from .searching import sort as sort_by_control
from .words import normal

_LETTERS = {"alphabetical", "alphabetically", "alfabetico", "alfabeticamente", "name", "nombre", "title", "titulo"}
_LEAST = 3

Rank = Callable[[Node], float | str]


def sort(desk: Desk, part: Part) -> Move:
    """Press what sorts; where nothing does, drag the entries."""
    sorted_by = sort_by_control(desk, part)
    return (reorder(desk, part) or sorted_by) if sorted_by.lost else sorted_by


def reorder(desk: Desk, part: Part) -> Move | None:
    """The next drag; None when the words ask for no order, or nothing is there that could be put in one."""
    words = {token.norm for token in part.words}
    if not words & (UP | DOWN | _LETTERS):
        return None
    rank: Rank = _letters if words & _LETTERS else _number
    entries = _entries(desk, words)
    if len(entries) < _LEAST:
        return None
    wanted = sorted(entries, key=rank, reverse=bool(words & DOWN))
    wrong = next((i for i, entry in enumerate(entries) if rank(entry) != rank(wanted[i])), None)
    if wrong is None:
        return Move(done=True)
    if len(desk.done_for(part)) > 2 * len(entries):
        return lost(part, what="The entries do not stay where they were dragged.", final=True)
    uses = part.numbers
    return Move((drop_at(desk, part, wanted[wrong], entries[wrong], uses, False),))


def _number(node: Node) -> float:
    return as_number(node.said.strip())


def _letters(node: Node) -> str:
    return normal(node.said)


def _entries(desk: Desk, words: set[str]) -> list[Node]:
    """The largest group of alike texts that stand in a column or a row; numbers, unless letters are asked for."""
    texts = [n for n in usable(desk.reading, ("text", "control")) if n.said and n.tag not in ("input", "button")]
    if not words & _LETTERS:
        texts = [n for n in texts if NUMBER.fullmatch(n.said.strip())]
    groups = [alike_of(node, texts) for node in texts]
    return max((group for group in groups if _in_line(group)), key=len, default=[])


def _in_line(nodes: Sequence[Node]) -> bool:
    return any(all(a.box[axis] == b.box[axis] for a, b in pairwise(nodes)) for axis in (0, 1))

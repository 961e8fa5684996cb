"""Questions for a number, `How many red circles are there?`: the answer is chosen among those offered, or typed."""

from __future__ import annotations

from ..page import Node
from ..steps import Step
from .colors import COLORS
from .desk import Desk, Move, lost
from .figures import KNOWN, described, figures_of, surface_of
from .finding import does, usable
from .lexicon import ASKS_FOR_NUMBER
from .part import Part, content_of
from .taking import is_typed
from .words import Token, bare, stem

_SIDES = {"side", "corner", "edge", "vertex", "vertice", "lado", "esquina"}
_HAS = {"does", "do", "has", "have", "tiene", "tienen", "hay", "exist", "exists"}


def asks_for_number(part: Part) -> bool:
    return _question(part) is not None


def _question(part: Part) -> int | None:
    return next((i for i, t in enumerate(part.words) if t.norm in ASKS_FOR_NUMBER), None)


def count(desk: Desk, part: Part) -> Move:
    """Answer the question that the part asks, or is about."""
    at = _question(part)
    asked = [t for t in part.words[at + 1 if at is not None else 0 :] if t.norm not in _HAS]
    number, unknown = _number(desk, asked)
    if number is None:
        # What offers the numbers is no way to anywhere.
        return lost(part, unknown, final=True)
    uses = part.numbers
    if desk.done_for(part):
        sent = [n for n in usable(desk.reading) if does(n, "save") and not n.disabled]
        last = desk.done_for(part)[-1].step.action
        return Move((desk.act(part, "click", sent[0], ends=True),)) if sent and last == "fill" else Move(done=True)
    why = f"answer {number}"
    fits = [n for n in usable(desk.reading) if bare(n.said) == str(number) and not is_typed(n)]
    if len(fits) == 1:
        return Move((desk.act(part, "click", fits[0], uses, ends=True, why=why),))
    fields = [n for n in usable(desk.reading) if is_typed(n)]
    if len(fields) != 1:
        return lost(part, what=f"The answer is {number}, and the page has no place for it.")
    step = Step("fill", selector=fields[0].selector, value=str(number))
    return Move((desk.plan(part, step, fields[0], uses, False, why),))


def _number(desk: Desk, asked: list[Token]) -> tuple[int | None, tuple[Token, ...]]:
    """How many there are of what is asked for; None with the words that say nothing about what is drawn."""
    figures = [f for f in figures_of(desk.reading) if not _is_answer(desk, f.node)]
    words = content_of(asked)
    if words and stem(words[0].norm) in _SIDES:
        shapes = [f for f in figures if f.node.points or f.node.tag in ("rect", "circle")]
        return (_corners(shapes[0].node), ()) if len(shapes) == 1 else (None, tuple(words))
    found = described(figures, asked)
    foreign = tuple(t for t in found.unknown if not {t.norm, stem(t.norm)} & (KNOWN | COLORS))
    return (None, foreign or tuple(words)) if foreign or not words else (len(found.figures), ())


def _corners(node: Node) -> int:
    return len(node.points) or {"rect": 4}.get(node.tag, 0)


def _is_answer(desk: Desk, node: Node) -> bool:
    """Whether a text is on something to press that is not drawn: it offers an answer."""
    on_control = any(h.kind == "control" for h in (node, *desk.reading.page.parents(node)))
    return on_control and surface_of(desk.reading, node) is None

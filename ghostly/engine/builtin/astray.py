"""Whether a form would be filled in or sent that the goal has neither named nor opened: it was only come upon."""

from __future__ import annotations

from ..planning import Planned
from .controls import page_is_about
from .desk import Desk, Move
from .matching import says
from .part import Part, content_of
from .words import Token, parts

# What looks for something, and who signs in, may use the only field there is.
_HARMLESS = {"search", "filter", "login"}
_SETS = {"fill", "selectOption", "check", "setInputFiles"}


def writes_astray(desk: Desk, part: Part, move: Move) -> bool:
    """Whether a part that has come to this page by looking around, by a way that it does not name, would fill in or
    send a form of which nothing is called by its words."""
    sets = [p for p in move.steps if p.step.action in _SETS or (part.verb == "save" and p.commits)]
    if part.verb in _HARMLESS or not sets or desk.steps or not _has_strayed(desk, part):
        return False
    return not any(_is_named(desk, part, planned) for planned in sets)


def _has_strayed(desk: Desk, part: Part) -> bool:
    """Whether the last step led here only to look around, by what neither this part nor that of the step names."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or not last.explores or last.target is None:
        return False
    told = [t for number in {last.part, part.number} for t in content_of(desk.goal.parts[number].words)]
    return not any(_says(last.target.name, t) for t in told)


def _is_named(desk: Desk, part: Part, planned: Planned) -> bool:
    if planned.step.action in _SETS - {"fill"}:
        # A box is called by a word of the goal, and a list has an option that is.
        return True
    labels = [t for t in content_of(part.words) if t.kind == "word" or part.verb == "save"]
    node = next((n for n in desk.reading.page.controls if n.selector == planned.step.selector), None)
    by_label = node is not None and bool(desk.reading.match(node, labels).own)
    return by_label or page_is_about(desk, [t for t in labels if t.text.islower()])


def _says(text: str, token: Token) -> bool:
    return says(parts(text), token.norm)

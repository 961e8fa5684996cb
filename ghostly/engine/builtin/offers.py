"""Fields that offer what fits while one types: the offer that is meant has to be taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..page import Node
from ..planning import Planned
from .desk import Desk, Move
from .finding import usable
from .matching import holds
from .part import Part, content_of
from .words import ORDINALS, bare, normal, parts

_OFFERING = {"autocomplete", "typeahead", "suggest", "suggestions", "combobox", "lookup"}
_SUGGESTED = {
    "suggestion", "suggestions", "suggested", "option", "offered", "autocomplete", "match", "sugerencia", "sugerencias",
    "opcion", "sugerida", "sugerido", "proposal",
}  # fmt: skip
_LISTS = {"list", "listbox", "listitem", "menu", "option"}


def may_offer(node: Node) -> bool:
    """Whether something may open under a field when it is typed into."""
    if node.tag != "input" or node.type not in ("", "text", "search"):
        return False
    said = {*parts(node.classes), *parts(node.id)}
    opens = node.states.get("haspopup", "false") != "false" or "expanded" in node.states
    return node.role == "combobox" or node.autocomplete == "off" or opens or bool(said & _OFFERING)


def until_offers(desk: Desk, part: Part, steps: Sequence[Planned]) -> Sequence[Planned]:
    """The steps up to the first after which one has to look what is offered; what was typed already is left out."""
    fields = _offering(desk)
    typed = {(p.step.selector, p.step.value) for p in desk.done_for(part) if p.step.action == "fill"}
    left = [p for p in steps if p.step.selector not in fields or (p.step.selector, p.step.value) not in typed]
    for index, planned in enumerate(left):
        if planned.step.action == "fill" and planned.step.selector in fields:
            return (*left[:index], replace(planned, ends_part=False))
    return left


def waits_for_offers(desk: Desk) -> bool:
    """Whether the plan so far ends with such a step."""
    last = desk.steps[-1] if desk.steps else None
    return last is not None and last.step.action == "fill" and last.step.selector in _offering(desk)


def _offering(desk: Desk) -> set[str]:
    return {n.selector for n in desk.situation.page.controls if may_offer(n)}


def take_offer(desk: Desk, part: Part) -> Move | None:
    """The click on what was offered for the value that was typed last; None when nothing sure was."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.planned.part != part.number:
        return None
    typed = str(last.planned.step.value)
    if not bare(typed):
        return None
    offers = [n for n in _offers(desk) if _is_listed(desk, n)]
    fits = [n for n in offers if holds(normal(n.said), bare(typed))]
    # A list that holds the offer says it too.
    around = {h.number for n in fits for h in desk.reading.page.parents(n)}
    fits = [n for n in fits if n.number not in around]
    same = [n for n in fits if bare(n.said) == bare(typed)] or fits
    if not same or (len({bare(n.said) for n in same}) > 1):
        return None
    return Move((desk.act(part, "click", same[0], why=f'take "{same[0].said}", which the field offers'),))


def offered_by(desk: Desk, part: Part) -> list[Node]:
    """What came up under the field into which the part has typed, in order; without what only holds the rest."""
    done = desk.done_for(part)
    return _innermost(desk, _offers(desk)) if done and done[-1].step.action == "fill" else []


def _innermost(desk: Desk, nodes: Sequence[Node]) -> list[Node]:
    """Without what only holds others of them."""
    around = {h.number for n in nodes for h in desk.reading.page.parents(n)}
    return [n for n in nodes if n.number not in around]


def take_suggestion(desk: Desk, part: Part) -> Move | None:
    """The click on `the suggestion` that came up under the field that was typed into last, or on the first of them."""
    words = {t.norm for t in part.words}
    offers = _innermost(desk, [n for n in _offers(desk) if n.said]) if words & _SUGGESTED else []
    place = next((ORDINALS[t.norm] for t in part.words if t.norm in ORDINALS), 0 if len(offers) > 1 else 1)
    named = [t for t in content_of(part.words) if t.norm not in _SUGGESTED | ORDINALS.keys()]
    if not place or not -len(offers) <= place <= len(offers) or named:
        return None
    uses = part.numbers
    return Move((desk.act(part, "click", offers[place - 1 if place > 0 else place], uses, ends=True),))


def _offers(desk: Desk) -> list[Node]:
    """What was not there before the last step typed into a field, and stands under that field."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.before is None or last.planned.step.action != "fill":
        return []
    field = next((n for n in desk.situation.page.nodes if n.selector == last.planned.step.selector), None)
    before = {(n.selector, n.said) for n in last.before.nodes}
    new = [n for n in usable(desk.reading, ("control", "text")) if (n.selector, n.said) not in before]
    return [n for n in new if field and n is not field and _is_under(field, n)]


def _is_listed(desk: Desk, node: Node) -> bool:
    return node.role in _LISTS or any(h.role in _LISTS for h in desk.reading.page.parents(node))


def _is_under(field: Node, node: Node) -> bool:
    x, y, width, height = node.box
    left, top, across, tall = field.box
    return y >= top + tall / 2 and y - top < 500 and x < left + max(across, 300) and left < x + width and height > 0

"""An amount that is told with an act: typed into the one field beside the button that does it."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .desk import Desk
from .fields import is_typed
from .finding import usable
from .lexicon import STOP
from .part import Part
from .words import NUMBER_WORDS, Token

COUNTED = ("", "text", "number", "tel")
_FURTHEST = 3
_BELONGS = {"of", "de", "at", "to", "a", "number", "numero", "no", "nr"}


def with_amount(desk: Desk, part: Part, button: Node, taken: frozenset[int]) -> Planned | None:
    """The step that fills in how many before a button is pressed; None where none is told, or no field is for it."""
    told = [(i, n) for i, n in amounts_in(part.words) if part.words[i].number not in taken | desk.used]
    field = _field_beside(desk, button)
    if len(told) != 1 or field is None:
        return None
    at, value = told[0]
    unit = part.words[at + 1 : at + 2]
    is_unit = [t.norm for t in part.words[at + 2 : at + 3]] in (["of"], ["de"], ["del"])
    uses = {part.words[at].number, *(t.number for t in unit if is_unit)}
    step = Step("fill", selector=field.selector, value=value)
    return desk.plan(part, step, field, frozenset(uses), False)


def amounts_in(words: Sequence[Token]) -> list[tuple[int, str]]:
    """The numbers of things: each stands before a word for them, and not after one that it belongs to."""
    found = []
    for at, token in enumerate(words[:-1]):
        value = token.norm if token.norm.isdigit() else str(NUMBER_WORDS.get(token.norm, ""))
        after, before = words[at + 1], words[at - 1] if at else None
        is_one = after.kind in ("word", "quoted") and after.norm not in STOP - {"of", "de"}
        of_more = before is not None and (before.norm in _BELONGS or before.is_value)
        if value and is_one and not of_more and token.norm not in ("un", "una", "one", "uno"):
            found.append((at, value))
    return found


def _field_beside(desk: Desk, button: Node) -> Node | None:
    """The only field to type into that stands with a button, and with no other button, in the smallest box of both."""
    fields = [n for n in usable(desk.reading) if is_typed(n) and n.tag == "input" and n.type in COUNTED]
    for holder in list(desk.reading.page.parents(button))[:_FURTHEST]:
        inside = {n.number for n in desk.reading.page.within(holder)}
        typed = [n for n in fields if n.number in inside]
        others = [n for n in usable(desk.reading) if n.number in inside and n.tag in ("select", "textarea")]
        buttons = [n for n in usable(desk.reading) if n.number in inside and n.role == "button"]
        if typed or others:
            alone = len(typed) == 1 and not others and buttons == [button] and not typed[0].value
            return typed[0] if alone else None
    return None

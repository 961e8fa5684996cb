"""An amount or a value that is told with an act: typed into the one field beside the button that does it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .desk import Desk
from .finding import usable_in
from .lexicon import STOP
from .matching import holds
from .part import Part, content_of
from .speech import COMMA
from .taking import is_typed
from .words import NUMBER_WORDS, Token, bare, normal

COUNTED = ("", "text", "number", "tel")
_WRITTEN = (*COUNTED, "email", "url")
_WITH = {"with", "con", "using", "usando"}
_IN = {"in", "into", "to", "on", "en"}
_BOXES = {"box", "form", "section", "field", "widget", "area", "caja", "formulario", "seccion", "apartado", "recuadro"}
_HOLDERS = ("region", "form", "group", "iframe", "complementary", "dialog")
_FURTHEST, _PAIR = 3, 2
_BELONGS = {"of", "de", "at", "to", "a", "number", "numero", "no", "nr"}


def with_amount(desk: Desk, part: Part, button: Node, taken: frozenset[int]) -> Planned | None:
    """The step that fills in how many before a button is pressed; None where none is told, or no field is for it."""
    if written := _with_value(desk, part, button, taken):
        return written
    told = [(i, n) for i, n in amounts_in(part.words) if part.words[i].number not in taken | desk.used]
    field = _field_beside(desk, button, COUNTED)
    if len(told) != 1 or field is None:
        return None
    at, value = told[0]
    unit = part.words[at + 1 : at + 2]
    is_unit = [t.norm for t in part.words[at + 2 : at + 3]] in (["of"], ["de"], ["del"])
    uses = {part.words[at].number, *(t.number for t in unit if is_unit)}
    step = Step("fill", selector=field.selector, value=value)
    return desk.plan(part, step, field, frozenset(uses), False)


def _with_value(desk: Desk, part: Part, button: Node, taken: frozenset[int]) -> Planned | None:
    """The step that fills in what an act ends with and the page does not say: `Subscribe to the bulletin with x-7`."""
    lead, value = part.words[-2:] if len(part.words) >= _PAIR else (COMMA, COMMA)
    is_told = value.is_value or (value.kind == "word" and not value.text.isalnum())
    field = _field_beside(desk, button, _WRITTEN) if lead.norm in _WITH and is_told else None
    if field is None or value.number in taken | desk.used:
        return None
    if any(holds(normal(text), bare(value.text)) for text in desk.situation.page.readable):
        return None
    step = Step("fill", selector=field.selector, value=value.text)
    return desk.plan(part, step, field, frozenset({value.number}), False)


def asked_in(desk: Desk, part: Part) -> tuple[Planned, ...]:
    """The steps that type what is quoted into the one field of a named box, and press its one button: `Ask "Why?" in
    the Help box`."""
    quoted = [t for t in part.words if t.kind == "quoted"]
    at = next((i for i, t in enumerate(part.words) if i and t.norm in _IN and part.words[i - 1] in quoted), None)
    place = [t for t in content_of(part.words[at + 1 :]) if t.norm not in _BOXES] if at is not None else []
    led = content_of([t for t in part.words[:at] if t not in quoted])
    if len(quoted) != 1 or not place or len(led) > 1 or any(t.kind != "word" for t in place):
        return ()
    name = " ".join(t.norm for t in place)
    page = desk.reading.page
    for box in (n for n in page.nodes if n.role in _HOLDERS and not n.hidden and bare(n.name) == name):
        own = usable_in(desk.reading, box)
        fields = [n for n in own if is_typed(n) or n.tag == "select"]
        buttons = [n for n in own if n.role == "button" and not n.disabled]
        if len(fields) == len(buttons) == 1 and is_typed(fields[0]) and not fields[0].value:
            step = Step("fill", selector=fields[0].selector, value=quoted[0].text)
            uses = frozenset(t.number for t in (*quoted, *place, *led))
            pressed = replace(desk.act(part, "click", buttons[0], ends=True), commits=True)
            return (desk.plan(part, step, fields[0], uses, False), pressed)
    return ()


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


def _field_beside(desk: Desk, button: Node, types: Collection[str]) -> Node | None:
    """The only field to type into that stands with a button, and with no other button, in the smallest box of both."""
    for holder in list(desk.reading.page.parents(button))[:_FURTHEST]:
        inside = usable_in(desk.reading, holder)
        typed = [n for n in inside if is_typed(n) and n.tag == "input" and n.type in types]
        others = [n for n in inside if n.tag in ("select", "textarea")]
        buttons = [n for n in inside if n.role == "button"]
        if typed or others:
            alone = len(typed) == 1 and not others and buttons == [button] and not typed[0].value
            return typed[0] if alone else None
    return None

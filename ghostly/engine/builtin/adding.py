"""Adding without a form of its own: a line that is typed and sent with Enter, an `Add` beside each thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .desk import Desk, Move
from .fields import is_typed
from .finding import does, usable
from .lexicon import STOP, Verb
from .part import Part, content_of, thing_of
from .words import Token, parts

_SENDS: tuple[Verb, ...] = ("create", "save", "search")
_TO = {"to", "into", "in", "a", "al", "en"}
_LEADS = {
    "called", "named", "saying", "says", "that", "which", "llamado", "llamada", "que", "diga", "dice", "to", "titled",
}  # fmt: skip
_DETAILS = {"code", "email", "url"}
_NAMES_IT = {"called", "named", "titled", "saying", "llamado", "llamada", "titulado", "titulada"}


def add_line(desk: Desk, part: Part, fields: Sequence[Node]) -> Move | None:
    """Type what is to be added into the only line there is, and send it: `Add the task Walk the dog`."""
    lines = [n for n in fields if is_typed(n) and n.tag in ("input", "textarea") and n.type in ("", "text")]
    lines = [n for n in lines if not does(n, "search")]
    # A list that narrows or sorts what is shown goes with no line, where nothing on the page sends a form.
    sends = any(does(n, verb) for n in fields if n.role in ("button", "link") for verb in _SENDS)
    others = [n for n in fields if n not in lines and (is_typed(n) or (n.tag == "select" and sends))]
    several = [t for t in part.words if t.kind in ("quoted", "placeholder") and t.number not in desk.used]
    if len(lines) != 1 or others or (desk.done_for(part) and not several):
        return None
    value = _line(part)
    if len(several) > 1 or desk.done_for(part):
        sent = [_sent(desk, part, lines[0], token, token is several[-1]) for token in several]
        whole = sent[: max(1, desk.situation.most // 2)]
        return Move(tuple(step for pair in whole for step in pair))
    # A line takes one thing: where more is told of it, it is not what the goal means.
    if (
        _is_record(value)
        or not value
        or any(t.is_value and t not in value and t.number not in desk.used for t in part.words)
    ):
        return None
    text = value[0].text if len(value) == 1 else desk.goal.text[value[0].start : value[-1].end]
    noun = [t.number for t in content_of([t for t in part.words if t.start < value[0].start])]
    uses = frozenset([*noun, *(t.number for t in value)])
    typed = desk.plan(part, Step("fill", selector=lines[0].selector, value=text), lines[0], uses, False)
    press = Step("press", key="Enter", selector=lines[0].selector)
    return Move((typed, desk.plan(part, press, None, frozenset(), True)))


def _is_record(value: Sequence[Token]) -> bool:
    """Whether what is to be added has a number, an address and the like of its own, each of which wants a field."""
    return sum(t.kind in _DETAILS for t in value) > 1 and any(t.kind == "mark" for t in value)


def _sent(desk: Desk, part: Part, line: Node, token: Token, ends: bool) -> tuple[Planned, Planned]:
    typed = Step("fill", selector=line.selector, value=token.text)
    press = Step("press", key="Enter", selector=line.selector)
    uses = frozenset({token.number})
    return desk.plan(part, typed, line, uses, False), desk.plan(part, press, None, frozenset(), ends)


def _line(part: Part) -> list[Token]:
    """The quoted text, or all that follows the noun: `the task Walk the dog`, `a todo called Walk`, `Walk the dog`."""
    quoted = [t for t in part.words if t.kind in ("quoted", "placeholder")]
    if quoted:
        return quoted[:1] if len(quoted) == 1 else []
    if called := next((i for i, t in enumerate(part.words) if t.norm in _NAMES_IT), None):
        return list(part.words[called + 1 :])
    if part.words and part.words[0].kind == "word" and part.words[0].text[:1].isupper():
        return list(part.words)
    nouns = [i for i, t in enumerate(part.words) if t.kind == "word" and t.norm not in STOP]
    after = list(part.words[nouns[0] + 1 :]) if nouns else []
    while after and (after[0].norm in _LEADS or after[0].kind == "mark"):
        after.pop(0)
    return after


def add_to(desk: Desk, part: Part) -> Move | None:
    """Press the `Add` of each thing that is named: `Add green tea and rooibos to the cart`."""
    place = next((i for i, t in enumerate(part.words) if i and t.norm in _TO), None)
    buttons = [n for n in usable(desk.reading) if does(n, "create") and not n.disabled and desk.reading.item(n)]
    if place is None or not buttons:
        return None
    target = content_of(part.words[place + 1 :])
    done = {planned.step.selector for planned in desk.done_for(part)}
    steps: list[Planned] = []
    for words in _things(part.words[:place]) or _things(thing_of(part)) or [[]]:
        fits = [n for n in buttons if words and _is_of(desk, n, words)]
        if len(fits) != 1:
            return None
        uses = {t.number for t in (*words, *(t for t in target if _is_said(fits[0], t)))}
        if fits[0].selector not in done:
            steps.append(desk.act(part, "click", fits[0], uses))
    if not steps:
        return Move(done=True)
    return Move((*steps[:-1], replace(steps[-1], ends_part=True)))


def _things(words: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.text == "," or (token.kind == "word" and token.norm in ("and", "y", "e")):
            groups.append([])
        else:
            groups[-1].append(token)
    return [list(content_of(group)) for group in groups if content_of(group)]


def _is_of(desk: Desk, button: Node, words: Sequence[Token]) -> bool:
    match = desk.reading.match(button, words)
    return len(match.used) == len(words)


def _is_said(button: Node, token: Token) -> bool:
    return token.norm in parts(button.said)

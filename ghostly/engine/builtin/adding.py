"""Adding without a form of its own: a line that is typed and sent with Enter, an `Add` beside each thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .desk import Desk, Move
from .finding import does, usable, usable_in
from .lexicon import STOP, Verb, content, same
from .part import Part, content_of, thing_of
from .questions import says
from .taking import is_typed
from .words import NUMBER_WORDS, Token, parts

_SENDS: tuple[Verb, ...] = ("create", "save", "search")
_TO = {"to", "into", "in", "a", "al", "en"}
_LEADS = {
    "called", "named", "saying", "says", "that", "which", "llamado", "llamada", "que", "diga", "dice", "to", "titled",
}  # fmt: skip
_MORE = 2
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


def add_listed(desk: Desk, part: Part) -> Move | None:
    """Choose what is to be added from the list beside an `Add`, and how many: `Add two filters to the repair`, on the
    page of that."""
    place = next((i for i, t in enumerate(part.words) if i and t.norm in _TO), len(part.words))
    told, target = _counted(part.words[:place]), content_of(part.words[place + 1 :])
    titles = [n.said for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    if desk.done_for(part) or not told.thing or not all(any(says(h, t) for h in titles) for t in target):
        return None
    made = [(line, label) for line in _add_lines(desk) if (label := _option_called(line.choices, told.thing))]
    if len(made) != 1 or (told.amount and made[0][0].number is None):
        return None
    line, label = made[0]
    uses = frozenset(t.number for t in (*told.thing, *target))
    chosen = Step("selectOption", selector=line.choices.selector, value=label)
    steps = [desk.plan(part, chosen, line.choices, uses, False)]
    if told.amount and line.number is not None:
        typed = Step("fill", selector=line.number.selector, value=told.amount)
        steps.append(desk.plan(part, typed, line.number, frozenset(t.number for t in told.counts), False))
    return Move((*steps, replace(desk.act(part, "click", line.button), commits=True, ends_part=True)))


@dataclass(frozen=True, slots=True)
class _Line:
    """A list to choose from, a number at most, and the button that adds what was chosen."""

    choices: Node
    number: Node | None
    button: Node


@dataclass(frozen=True, slots=True)
class _Counted:
    amount: str
    counts: Sequence[Token]
    thing: Sequence[Token]


def _add_lines(desk: Desk) -> list[_Line]:
    found = []
    for form in (n for n in desk.reading.page.nodes if n.role == "form" and not n.hidden):
        inside = usable_in(desk.reading, form)
        lists = [n for n in inside if n.tag == "select"]
        numbers = [n for n in inside if is_typed(n)]
        buttons = [n for n in inside if n.role == "button"]
        is_one = len(lists) == len(buttons) == 1 and does(buttons[0], "create") and not buttons[0].disabled
        if is_one and all(n.type == "number" for n in numbers) and len(numbers) < _MORE:
            found.append(_Line(lists[0], (*numbers, None)[0], buttons[0]))
    return found


def _counted(words: Sequence[Token]) -> _Counted:
    """How many, and of what: `two filters`, `2 units of filter`."""
    told = [t for t in words if t.kind != "mark"]
    first = told[0].norm if told else ""
    number = first if first.isdigit() else str(NUMBER_WORDS.get(first, ""))
    of_units = len(told) > _MORE + 1 and same(told[1].norm, "units") and told[_MORE].norm in ("of", "de")
    start = _MORE + 1 if number and of_units else int(bool(number))
    return _Counted(number, told[:start], content_of(told[start:]))


def _option_called(choices: Node, thing: Sequence[Token]) -> str:
    """The one option that says these words and no others."""
    fits = [
        o.label
        for o in choices.options
        if all(says(o.label, t) for t in thing)
        and all(any(same(word, each) for t in thing for each in parts(t.text)) for word in content(o.label))
    ]
    return fits[0] if len(fits) == 1 else ""


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

"""How many of a thing come in or go out, on its page: `Sell 2 copies of Dune` where a field asks for `Sold copies`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..page import Node
from ..steps import Step
from .amounts import COUNTED, amounts_in
from .desk import Desk, Move
from .finding import usable_in
from .lexicon import STOP, same
from .part import Part, content_of
from .taking import is_typed
from .words import Token, parts

# What is done with goods, as an order says it and as what asks for their number does, in both languages.
_MOVES = tuple(
    re.compile(said)
    for said in (
        r"(?:sell|sold|sale|vend[aeiou]|vend[ei]r|venta)",
        r"(?:receiv|receipt|book in|reciba?|recibid|entrada|ingres)",
        r"(?:return|devuel|devol)",
        r"(?:lend|lent|loan|prest)",
        r"(?:restock|replenish|repon|repues|reposici)",
    )
)

_ENTRIES = ("row", "listitem", "article")


@dataclass(frozen=True, slots=True)
class _Form:
    """A number, the button that sends it, and the choice that says what is done, where the number's label does not."""

    number: Node
    button: Node
    choice: Node | None


def move_stock(desk: Desk, part: Part) -> Move | None:
    """Fill in how many and send it, where the page is that of the thing and has one form for what is done with it."""
    words = desk.goal.parts[part.number].words
    told = amounts_in(words)
    said = " ".join(t.norm for t in part.verb_words)
    kinds = [kind for kind in _MOVES if kind.match(said)]
    if len(kinds) != 1 or len(told) != 1 or desk.done_for(part) or not _is_of(desk, words, told[0][0]):
        return None
    forms = [form for form in _forms(desk, kinds[0]) if not form.number.value]
    rows = [h for form in forms for h in desk.reading.page.parents(form.button) if h.role in _ENTRIES]
    if len(forms) != 1 or rows:
        return None
    form, value = forms[0], told[0][1]
    uses = frozenset(t.number for t in words)
    typed = Step("fill", selector=form.number.selector, value=value)
    steps = [desk.plan(part, typed, form.number, uses, False)]
    if form.choice and not form.choice.checked:
        steps.insert(0, desk.act(part, "check", form.choice))
    pressed = desk.act(part, "click", form.button, why=f'press "{form.button.said}"')
    return Move((*steps, replace(pressed, commits=True, ends_part=True)))


def _is_of(desk: Desk, words: Sequence[Token], amount: int) -> bool:
    """Whether a heading says all that is told besides the number, and how it is counted: nobody, and no price."""
    heads = [parts(n.said) for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    of = next((i for i, t in enumerate(words) if i > amount and t.norm in ("of", "de", "del")), amount)
    thing = content_of([*words[:amount], *words[of + 1 :]])
    named = [word for t in thing for word in parts(t.text) if word not in STOP]
    return bool(named) and any(all(any(same(word, each) for each in head) for word in named) for head in heads)


def _forms(desk: Desk, kind: re.Pattern[str]) -> list[_Form]:
    found = []
    for form in (n for n in desk.reading.page.nodes if n.role == "form" and not n.hidden):
        inside = usable_in(desk.reading, form)
        numbers = [n for n in inside if is_typed(n) and n.type in COUNTED and n.tag == "input"]
        buttons = [n for n in inside if n.role == "button" and not n.disabled]
        others = [n for n in inside if n not in numbers and n not in buttons and n.type != "radio"]
        if len(numbers) != 1 or len(buttons) != 1 or others:
            continue
        radios = [n for n in inside if n.type == "radio"]
        chosen = [n for n in radios if _says(n, kind)]
        if (not radios and _says(numbers[0], kind)) or len(chosen) == 1:
            found.append(_Form(numbers[0], buttons[0], (*chosen, None)[0]))
    return found


def _says(node: Node, kind: re.Pattern[str]) -> bool:
    return any(kind.match(word) for word in parts(node.label or node.name)[:1])

"""Amounts that are set with a plus beside each thing: `Order 2 pizzas and 1 soup`."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node
from ..planning import Planned
from .desk import Desk, Move
from .finding import usable
from .lexicon import STOP, same
from .part import Part, content_of
from .words import NUMBER_WORDS, Token, bare, parts, stem

_PLUS = {"+", "plus", "increase", "increment", "aumentar", "▲", "➕"}
_MOST = 50


def step_up(desk: Desk, part: Part) -> Move | None:
    """The presses that set the amounts; None when the words name none, or the page has no plus for them."""
    pluses = [n for n in usable(desk.reading) if _is_plus(n) and desk.reading.item(n)]
    orders = _orders(part)
    if not pluses or not orders:
        return None
    presses: list[Planned] = []
    done = [planned.step.selector for planned in desk.done_for(part)]
    for amount, words in orders:
        fits = [n for n in pluses if _is_for(desk, n, words)]
        if len(fits) != 1 or amount > _MOST:
            return None
        uses = part.numbers
        presses += [desk.act(part, "click", fits[0], uses)] * (amount - done.count(fits[0].selector))
    return Move(tuple(presses)) if presses else _sent(desk, part)


def _sent(desk: Desk, part: Part) -> Move:
    """In `Order 2 pizzas` the button that is called like the order is pressed at last."""
    verbs = [t.norm for t in part.verb_words]
    called = [n for n in usable(desk.reading) if any(same(word, verb) for word in parts(n.said)[:1] for verb in verbs)]
    last = desk.done_for(part)[-1]
    buttons = [n for n in called if n.role == "button" and not _is_plus(n) and n.selector != last.step.selector]
    return Move((desk.act(part, "click", buttons[0], ends=True),)) if len(buttons) == 1 else Move(done=True)


def _orders(part: Part) -> list[tuple[int, list[Token]]]:
    """Each amount with the words of its thing."""
    found: list[tuple[int, list[Token]]] = []
    for token in part.words:
        amount = int(token.norm) if token.norm.isdigit() else NUMBER_WORDS.get(token.norm, 0)
        if amount:
            found.append((amount, []))
        elif found and (token.is_value or (token.kind == "word" and token.norm not in STOP)):
            found[-1][1].append(token)
        elif not found and token in content_of(part.words):
            return []
    return found if all(words for _, words in found) else []


def _is_plus(node: Node) -> bool:
    said = {bare(node.said), node.said.strip(), *parts(node.title), *parts(node.classes)[:2]}
    return not node.disabled and bool(said & _PLUS) and (len(node.said) < 3 or len(parts(node.said)) == 1)


def _is_for(desk: Desk, node: Node, words: Sequence[Token]) -> bool:
    item = desk.reading.item(node)
    said = {stem(part) for part in parts(desk.reading.text(item))} if item else set()
    return all(stem(part) in said for token in words for part in parts(token.text))

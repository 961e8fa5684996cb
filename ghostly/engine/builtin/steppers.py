"""Amounts that are set with a plus beside each thing, or between a plus and a minus: `Order 2 pizzas and 1 soup`,
`Raise the seats to 8`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..page import Node
from ..planning import Planned
from .desk import Desk, Move
from .finding import usable
from .lexicon import STOP, same
from .matching import Reading
from .part import Part, content_of
from .words import NUMBER_WORDS, Token, bare, parts, stem

_PLUS = {"+", "plus", "increase", "increment", "aumentar", "▲", "➕"}
_MINUS = {"-", "−", "–", "minus", "decrease", "decrement", "disminuir", "▼", "➖"}
_MORE = {"more", "mas", "increase", "aumentar", "add", "sumar"}
_LESS = {"less", "fewer", "menos", "decrease", "reducir"}
_MOST = 50
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Stepper:
    """A number between two buttons, one for more and one for less; `words` are what it is called."""

    number: int
    more: Node
    less: Node
    words: frozenset[str]


def step_to(desk: Desk, part: Part) -> Move | None:
    """The presses that bring a number to what the words say, by the only stepper that is called as they say."""
    whole = desk.goal.parts[part.number].words
    wanted = wanted_number(whole)
    if wanted is None:
        return None
    told = [t for t in content_of(whole) if t is not wanted and t.kind == "word"]
    named = [s for s in steppers(desk.reading) if any(same(t.norm, word) for t in told for word in s.words)]
    if len(named) != 1:
        return None
    stepper = named[0]
    away = int(wanted.norm) - stepper.number
    if abs(away) > _MOST:
        return None
    if not away:
        return Move(done=True) if desk.done_for(part) else None
    button = stepper.more if away > 0 else stepper.less
    titles = {w for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden for w in parts(n.said)}
    uses = {t.number for t in told if any(same(t.norm, word) for word in stepper.words | titles)} | {wanted.number}
    step = desk.act(part, "click", button, uses, why=f"press {button.said!r} until it says {wanted.text}: {part.said}")
    return Move((*[step] * (abs(away) - 1), replace(step, ends_part=True)))


def wanted_number(words: Sequence[Token]) -> Token | None:
    """The whole number that something is to come to: `to 8`, `a 8`."""
    numbers = [t for t in words if t.kind == "number"]
    to = [i for i, t in enumerate(words[:-1]) if t.norm in ("to", "a", "hasta") and words[i + 1] in numbers]
    return words[to[0] + 1] if len(to) == len(numbers) == 1 and numbers[0].norm.isdigit() else None


def steppers(reading: Reading) -> Iterator[Stepper]:
    """The numbers of a page that stand with a button for more and one for less."""
    page = reading.page
    buttons = [n for n in usable(reading) if n.role == "button" and not n.disabled]
    for more in (n for n in buttons if _steps(n, _PLUS | {"＋"}, _MORE)):
        holders = ((h, [n for n in page.within(h) if not n.hidden]) for h in page.parents(more))
        holder, inside = next((each for each in holders if any(n in buttons for n in each[1] if n != more)), (None, []))
        less = [n for n in inside if n in buttons and n is not more]
        numbers = [n for n in inside if n not in buttons and n.said.strip().isdigit()]
        if holder is None or len(less) != 1 or not _steps(less[0], _MINUS, _LESS) or not numbers:
            continue
        if len({n.said.strip() for n in numbers}) > 1 or any(n.tag in ("input", "select", "textarea") for n in inside):
            continue
        beside = [n.said for n in inside if n.kind == "text" and n not in numbers]
        titles = [n.said for n in page.nodes if n.number < holder.number and n.kind == "text" and not n.hidden][-1:]
        named = (more.said, more.title, less[0].said, holder.name, *beside, *titles)
        words = {word for said in named for word in parts(said) if word not in STOP | _MORE | _LESS | _PLUS}
        yield Stepper(int(numbers[0].said), more, less[0], frozenset(words))


def _steps(node: Node, signs: set[str], words: set[str]) -> bool:
    """Whether a button says that it makes a number more, or less: `+`, `More seats`."""
    said = parts(node.said)
    return node.said.strip() in signs or (0 < len(said) <= _SHORT and said[0] in words | signs)


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

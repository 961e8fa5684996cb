"""`Mark R-502 and R-505 as paid`, where the entries are ticked first and one control then does it to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..page import Node, Option
from ..planning import Planned
from ..steps import Step
from .contrasts import closest, entry_of
from .controls import page_is_about
from .desk import Desk, Move
from .finding import does, is_left_out, only_filters, usable
from .lexicon import EVERY, STOP, same
from .matching import holds
from .part import Part, content_of, groups_of
from .speech import ASIDES, DETERMINERS, PRONOUNS, says_every
from .surveying import onward
from .taking import best_option
from .words import Token, bare, normal, parts, stem

_TO = {"to", "as", "como", "a", "into"}
_THESE = PRONOUNS | {
    "both",
    "these",
    "those",
    "selected",
    "ticked",
    "ambos",
    "ambas",
    "estos",
    "estas",
    "seleccionados",
}
_ACTIONS = {"bulk", "action", "actions", "accion", "acciones", "lote", "masiva", "masivas", "selected", "seleccionados"}
_CHOSEN = {"selected", "selection", "ticked", "seleccionados", "seleccionadas", "seleccion", "marcados", "marcadas"}
# What a control for several says besides what it does.
_BESIDES = {
    "mark", "set", "move", "change", "as", "to", "selected", "the", "all", "status", "marcar", "mover", "cambiar",
    "como", "a", "seleccionados", "seleccionadas", "seleccion", "estado", "marked", "ticked", "items", "apply",
    "aplicar",
}  # fmt: skip
# What a box says by which an entry is only chosen.
_PICKS = {"select", "choose", "pick", "seleccionar", "selecciona", "elegir", "elige", "marcar"}
_SMALL = DETERMINERS | {"of", "de", "del"}
_LEAST = 2
_MOST_TURNS = 10


def do_to_all(desk: Desk, part: Part) -> Move | None:
    """None where the page has no entries that can be ticked, or no control that does it to those that are."""
    boxes = _boxes(desk)
    if len(boxes) < _LEAST or part.verb not in ("edit", "say", "drag", "delete", "save", "click", "check"):
        return None
    cut = next((i for i, t in enumerate(part.words) if t.norm in _TO and t.kind == "word"), None)
    action = _action(part)
    state = action or _state(part, cut)
    meant = [box for box in boxes if box.checked] if action else _meant(desk, part, boxes, state)
    control = _control(desk, part, state)
    if control and not meant and not action and (turned := turn_to_entries(desk, part, state)):
        return turned
    control = control if meant else None
    told_so = bool(action) or _says_these(part)
    if control is None or (len(meant) < _LEAST and not told_so and _has_own(desk, part, meant[0], state)):
        return None
    node, option = control
    told = frozenset(t.number for t in content_of(part.words))
    done = {planned.step.selector for planned in desk.done_for(part)}
    ticks = [desk.act(part, "check", box, told) for box in meant if not box.checked and box.selector not in done]
    steps: list[Planned] = [*ticks]
    if option:
        step = Step("selectOption", selector=node.selector, value=option)
        steps.append(desk.plan(part, step, node, told, False))
        node = next(iter(_sender(desk, node)), node)
    if node.tag != "select":
        steps.append(replace(desk.act(part, "click", node, told, ends=True), commits=True))
    return Move(tuple(steps))


def needs_ticks(desk: Desk, node: Node, part: Part) -> bool:
    """Whether a control does something to the entries that are ticked, and neither is one nor is that asked for."""
    if not _CHOSEN & set(parts(node.said)) or _CHOSEN & {t.norm for t in (*part.words, *part.verb_words)}:
        return False
    boxes = _boxes(desk)
    return len(boxes) >= _LEAST and not any(box.checked for box in boxes) and not _is_in_entry(desk, node)


def _action(part: Part) -> list[Token]:
    """What is named as the action itself: `Archive` in `use the bulk action Archive`."""
    words = [*part.verb_words, *part.words]
    at = next((i for i, t in enumerate(words) if t.norm in ("action", "accion") and t in part.verb_words), None)
    named = words[at + 1 :] if at is not None else []
    return list(takewhile(lambda t: t.kind != "mark" and t.norm not in ASIDES - _TO, named))


def turn_to_entries(desk: Desk, part: Part, state: Sequence[Token] = ()) -> Move | None:
    """To the next page of a list whose entries are ticked, where this one has none of those that are named."""
    names = [t for t in part.words if t.names and t not in state and not (t.kind == "word" and t is part.words[0])]
    names = names or [t for t in part.words[:1] if t.names]
    turned = [t for t in desk.situation.past if t.planned.part == part.number and t.planned.explores]
    page = desk.situation.page
    told = [*(normal(text) for text in page.readable), *(normal(o.label) for n in page.controls for o in n.options)]
    is_here = any(holds(text, bare(t.text)) for t in names for text in told)
    further = onward(desk) if names and not is_here and len(_boxes(desk)) >= _LEAST else None
    if further is None or len(turned) >= _MOST_TURNS or desk.done_for(part):
        return None
    why = f"look for {part.said} on the next page"
    return Move((desk.act(part, "click", further, explores=True, why=why),))


def choose_entries(desk: Desk, part: Part) -> Move | None:
    """`Select the gifts of Ada and Bo`, where each entry is chosen by a box of its own that says nothing of it."""
    boxes = [box for box in _boxes(desk) if len(_text(desk, box)) > len(parts(box.said))]
    meant = _meant(desk, part, boxes, []) if len(boxes) >= _LEAST else []
    offered = {bare(o.label) for n in usable(desk.reading) for o in n.options}
    if not meant or any(bare(t.text) in offered for t in part.words):
        return None
    told = frozenset(t.number for t in content_of(part.words))
    done = {planned.step.selector for planned in desk.done_for(part)}
    ticks = [desk.act(part, "check", box, told) for box in meant if not box.checked and box.selector not in done]
    return Move((*ticks[:-1], replace(ticks[-1], ends_part=True))) if ticks else Move(done=True)


def _text(desk: Desk, box: Node) -> tuple[str, ...]:
    entry = entry_of(desk, box)
    return parts(desk.reading.text(entry)) if entry else ()


def _boxes(desk: Desk) -> list[Node]:
    """The boxes by which entries are chosen, one in each."""
    boxes = [n for n in usable(desk.reading) if n.role == "checkbox" and not n.disabled]
    items = [item.number if (item := entry_of(desk, n)) else -1 for n in boxes]
    heads = {n.parent for n in desk.situation.page.nodes if n.role == "columnheader"}
    return [
        n for n, item in zip(boxes, items, strict=True) if item >= 0 and items.count(item) == 1 and item not in heads
    ]


def _is_in_entry(desk: Desk, node: Node) -> bool:
    """Whether a control belongs to one of the entries that can be ticked."""
    held = {entry.number for box in _boxes(desk) if (entry := entry_of(desk, box))}
    return any(holder.number in held for holder in desk.reading.page.parents(node))


def _state(part: Part, cut: int | None) -> list[Token]:
    """What the entries are to become: `paid` in `mark R-5 as paid`, and in `mark as paid the bills of …`."""
    if cut is None:
        return []
    after = [t for t in takewhile(lambda t: t.norm not in ASIDES, part.words[cut + 1 :]) if t.kind != "mark"]
    if cut == 0 and after:
        # The entries follow.
        return after[:1]
    return [t for t in after if not (t.norm in PRONOUNS or t.kind == "number")][:2]


def _meant(desk: Desk, part: Part, boxes: Sequence[Node], state: Sequence[Token]) -> list[Node]:
    """The boxes of the entries that are named, or those that are ticked where the part says `both` or `them`."""
    ticked = [box for box in boxes if box.checked]
    verb = part.words[:1] if not part.verb_words else ()
    names = [t for t in part.words if t.names and t not in state and not (t.kind == "word" and t in verb)]
    if _says_these(part) and ticked and not names:
        return ticked
    if says_every(part.words):
        return _every(desk, part, boxes, state)
    groups = [group for group in groups_of(part.words) if names and content_of(_thing(group, [*state, *verb]))]
    found: list[Node] = []
    for group in groups:
        named = [t for t in group if t in names]
        fits = closest(desk, [box for box in boxes if all(_names(desk, box, t) for t in named)], _thing(group, state))
        if len(fits) != 1 and not (fits and _is_plural(desk, group, boxes)):
            return []
        found += fits
    return found


def _every(desk: Desk, part: Part, boxes: Sequence[Node], state: Sequence[Token]) -> list[Node]:
    """The boxes of all the entries that are told, where the whole list can be seen: `Delete all draft notes`."""
    picked = all(set(parts(box.said)[:1]) <= _PICKS for box in boxes)
    # `All done notes` are some of them, and so are `all other notes`.
    asked = [t for t in part.words if t.kind != "mark" and t not in state and t.norm not in EVERY | _TO | _SMALL]
    texts = {box.number: _text(desk, box) for box in boxes}
    said = [t for t in asked if any(_is_in(text, t) for text in texts.values())]
    about = [t for t in asked if t not in said and page_is_about(desk, [t])]
    missing = [t for t in asked if t not in said and t not in about]
    # One word may be what such things are called.
    if not picked or len(missing) > (not about) or any(t.names for t in missing) or onward(desk):
        return []
    fits = [box for box in boxes if all(_is_in(texts[box.number], t) for t in said)]
    return [box for box in fits if not is_left_out(desk.reading, box, part)]


def _is_plural(desk: Desk, group: Sequence[Token], boxes: Sequence[Node]) -> bool:
    """Whether a word for several things, which no entry is called, leads a group: `the notes of Ada`."""
    kind = next((t for t in group if t.norm not in STOP), None)
    plain = kind is not None and kind.kind == "word" and kind.text.islower() and stem(kind.norm) != kind.norm
    return plain and kind is not None and not any(_is_in(_text(desk, box), kind) for box in boxes)


def _is_in(text: Sequence[str], token: Token) -> bool:
    return all(any(same(word, told) for told in text) for word in parts(token.text))


def _thing(group: Sequence[Token], state: Sequence[Token]) -> list[Token]:
    return [t for t in group if t not in state and t.norm not in _TO]


def _names(desk: Desk, box: Node, token: Token) -> bool:
    """Whether an entry is called so: a bare number has to be in what it begins with."""
    entry = entry_of(desk, box)
    if entry is None:
        return False
    if token.kind != "number":
        return holds(desk.reading.text(entry), bare(token.text))
    texts = [n.said for n in desk.reading.page.within(entry) if n.said and n is not box and not n.hidden]
    return any(bare(token.text) in parts(text) for text in texts[:1])


def _says_these(part: Part) -> bool:
    return bool(_THESE & {t.norm for t in part.words})


def _control(desk: Desk, part: Part, state: Sequence[Token]) -> tuple[Node, str] | None:
    """The button that does it to what is ticked, or the list that takes what it is to become, with the option."""
    apart = [n for n in usable(desk.reading) if not _is_in_entry(desk, n) and not n.disabled]
    words = [*part.verb_words, *state]
    # A button that is pressed in or out, or tells a number, shows only some of the entries.
    buttons = [n for n in apart if n.role == "button" and "pressed" not in n.states and _does_it(n, part, words, state)]
    if len(buttons) == 1:
        return buttons[0], ""
    said = " ".join(t.text for t in state)
    lists = [(n, o) for n in apart if n.tag == "select" and state and (o := best_option(n.options, said))]
    lists = [(n, o) for n, o in lists if _sender(desk, n)] or lists
    # The list that narrows what is shown is none of them.
    page = desk.reading.page
    lists = [(n, o) for n, o in lists if _acts(n, o) or not only_filters(page, n)]
    lists = [(n, o) for n, o in lists if _acts(n, o) or not any(_narrows(b) for b in _sender(desk, n))]
    return (lists[0][0], lists[0][1].label) if len(lists) == 1 else None


def _acts(node: Node, option: Option) -> bool:
    """Whether a list is one of things to be done, by its name or by its option: `Mark as sent`."""
    return is_of_actions(node) or parts(option.label)[:1] in [
        (word,) for word in ("mark", "marcar", "set", "move", "mover")
    ]


def is_of_actions(node: Node) -> bool:
    """Whether a list is called by what is done with it."""
    return bool(_ACTIONS & {word for said in (node.label, node.name, node.said) for word in parts(said)})


def _narrows(button: Node) -> bool:
    return does(button, "filter") and not _CHOSEN & set(parts(button.said))


def _does_it(node: Node, part: Part, words: Sequence[Token], state: Sequence[Token]) -> bool:
    said = [word for word in parts(node.said) if not word.isdigit()]
    if state:
        has = all(any(same(t.norm, word) for word in said) for t in state)
        return has and all(word in _BESIDES or any(same(t.norm, word) for t in words) for word in said)
    does_so = part.verb == "delete" and does(node, "delete")
    return bool(said) and (does_so or any(same(t.norm, said[0]) for t in part.verb_words))


def _has_own(desk: Desk, part: Part, box: Node, state: Sequence[Token]) -> bool:
    """Whether the entry has a control of its own for that."""
    entry = entry_of(desk, box)
    inside = [n for n in desk.reading.page.within(entry) if n.role in ("button", "link")] if entry else []
    return any(_does_it(n, part, [*part.verb_words, *state], state) for n in inside)


def _sender(desk: Desk, node: Node) -> list[Node]:
    """The button that belongs to a list outside of the entries."""
    form = next((h for h in desk.reading.page.parents(node) if h.role in ("form", "group", "toolbar", "search")), None)
    around = list(desk.reading.page.within(form)) if form else list(desk.reading.page.children.get(node.parent, ()))
    buttons = [n for n in around if n.role == "button" and not n.disabled and not _is_in_entry(desk, n)]
    after = [n for n in buttons if n.number > node.number]
    return after[:1] or [n for n in buttons if normal(n.said)][:1]

"""Parts that search, narrow and sort what a page lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .acting import click
from .calendars import pick_date
from .controls import (
    SEARCHES,
    ended,
    is_filled,
    page_is_about,
    plainly_sends,
    same_word,
    says_name,
    steps_for,
    unfilled,
)
from .desk import Desk, Move, lost
from .exploring import navigates
from .fields import assign
from .finding import Found, closes, does, find, only_filters, usable
from .lexicon import STOP
from .matching import Match
from .menus import from_menu
from .narrowed import FILTERS, is_emptied
from .part import Part, content_of
from .speech import DETERMINERS, LEAVES
from .taking import Assignment, Field, fields_of, is_typed
from .words import Token, bare, parts

_TEXTS = {"text", "texto", "word", "palabra", "search", "busqueda", "term", "termino"}
_AMONG = {"among", "amongst", "entre"}
_INSIDE = {"in", "en"}
_PLACES = _AMONG | {"in", "en", "using", "con", "with", "on", "within"}


def search(desk: Desk, part: Part) -> Move:
    """Type into the search of the page and send it; without one, what is looked for is found by the other parts."""
    boxes = [
        n
        for n in usable(desk.reading)
        if is_typed(n)
        and (n.role == "searchbox" or SEARCHES & set(parts(f"{n.said} {n.placeholder} {n.html_name} {n.id}")))
    ]
    if away := _searched_elsewhere(desk, part, boxes):
        return away
    value = _sought(desk, part, boxes[0]) if boxes else []
    if not boxes or not value:
        return search_form(desk, part)
    text = value[0].text if len(value) == 1 else desk.goal.text[value[0].start : value[-1].end]
    match = desk.reading.match(boxes[0], content_of(part.words))
    about = {t.number for t in part.words if t.kind == "word" and page_is_about(desk, [t])}
    uses = match.used | about | {t.number for t in value} | {t.number for t in part.words if about and t.norm in _AMONG}
    typed = desk.plan(part, Step("fill", selector=boxes[0].selector, value=text), boxes[0], uses, False)
    besides = _set_besides(desk, part, boxes[0], frozenset(t.number for t in value))
    return Move((typed, *besides, _send(desk, part, boxes[0])))


def _set_besides(desk: Desk, part: Part, box: Node, taken: frozenset[int]) -> list[Planned]:
    """What is chosen in the lists of the same form, as in `search for wool with status Cancelled`."""
    form = _form_of(desk, box)
    lists = [f for f in fields_of(desk.reading, list(desk.reading.page.within(form)) if form else []) if f.options]
    found = assign(part.words, desk.goal.text, lists, taken)
    return [desk.plan(part, a.step(desk.goal.day_first), a.field.node, a.uses, False) for a in found]


def _searched_elsewhere(desk: Desk, part: Part, boxes: Sequence[Node]) -> Move | None:
    """The way to the things that are to be searched, as in `search the customers for Leeds`, when they have a page of
    their own."""
    until = next((i for i, t in enumerate(part.words) if t.is_value or t.norm in ("for", "por")), len(part.words))
    nouns = [t for t in part.words[:until] if t.kind == "word" and t.text.islower() and t.norm not in STOP | _AMONG]
    labels = [word for n in boxes for word in parts(n.label or n.name or n.placeholder)]
    here = any(same_word(t, word) for t in nouns for word in labels) or page_is_about(desk, nouns)
    if len(nouns) != 1 or here or any(p.explores for p in _steps_of(desk, part)):
        return None
    nodes = usable(desk.reading)
    ways = [n for n in nodes if (n.role in ("link", "tab") or navigates(desk, n)) and len(parts(n.said)) == 1]
    named = [n for n in ways if same_word(nouns[0], parts(n.said)[0])]
    return Move((desk.act(part, "click", named[0], {nouns[0].number}, explores=True),)) if len(named) == 1 else None


def _steps_of(desk: Desk, part: Part) -> list[Planned]:
    return [t.planned for t in desk.situation.past if t.ok and t.planned.part == part.number]


def search_form(desk: Desk, part: Part) -> Move:
    """Fill in a search that asks for several things: `a trip from Porto to Prague on 2026-12-03`."""
    nodes = usable(desk.reading)
    found = assign(part.words, desk.goal.text, fields_of(desk.reading, nodes), frozenset())
    if not part.words:
        filled = next((n for n in nodes if is_filled(desk, n)), None)
        return Move((_send(desk, part, filled),)) if filled else Move(done=True)
    found = (*found, *_left_over(desk, part, found, fields_of(desk.reading, nodes)))
    missing = [t for t in unfilled(part, found) if t.number not in desk.used]
    if len(found) < 2 or any(t.kind != "number" for t in missing):
        return Move(done=True)
    steps = steps_for(desk, part, found)
    if missing:
        picked = None if steps else pick_date(desk, part)
        steps = [replace(s, ends_part=False) for s in picked.steps] if picked else steps
        return Move(tuple(steps), done=not steps)
    rest = frozenset(t.number for t in content_of(part.words) if page_is_about(desk, [t]))
    sent = _send(desk, part, found[-1].field.node)
    again = any(p.step == sent.step for p in desk.done_for(part))
    return Move(done=True) if again else Move((*steps, replace(sent, uses=rest)))


def _left_over(desk: Desk, part: Part, found: Sequence[Assignment], fields: Sequence[Field]) -> Sequence[Assignment]:
    """In `comedy films by Lubitsch from 1940` what is no name of anything goes into the only field that is left."""
    used = {n for a in found for n in a.uses}
    taken = {a.field.node.selector for a in found}
    free = [f for f in fields if f.node.selector not in taken and not f.node.value]
    left = [t for t in content_of(part.words) if t.number not in used and not page_is_about(desk, [t])]
    if not found or len(free) != 1 or free[0].options or len(left) != 1:
        return ()
    return (Assignment(free[0], left[0].text, frozenset({left[0].number})),)


def _form_of(desk: Desk, node: Node) -> Node | None:
    return next((h for h in desk.reading.page.parents(node) if h.role in ("search", "form")), None)


def _send(desk: Desk, part: Part, box: Node) -> Planned:
    form = _form_of(desk, box)
    near = desk.reading.page.within(form) if form else usable(desk.reading)
    buttons = [n for n in near if n.role == "button" and not n.disabled and (does(n, "search") or does(n, "filter"))]
    buttons = [n for n in buttons if not _undoes(n)]
    buttons = buttons if form or len(buttons) == 1 else []
    if buttons:
        return desk.act(part, "click", buttons[0], ends=True)
    return desk.plan(part, Step("press", key="Enter", selector=box.selector), box, frozenset(), True)


def _sought(desk: Desk, part: Part, box: Node) -> list[Token]:
    # What a comma parts from it is told besides.
    words = list(takewhile(lambda t: t.text not in (",", ";"), part.words))
    if named := _by_place(desk, words, box):
        return named
    for index, token in enumerate(words):
        if index and token.norm in _PLACES and index + 1 < len(words):
            words = words[:index]
            break
    firm = [t for t in words if t.is_value]
    if firm:
        return firm[:1]
    leads = [i for i, t in enumerate(words) if t.norm in ("for", "por")]
    words = words[leads[0] + 1 :] if leads else words
    titles = parts(" ".join((box.said, box.placeholder, desk.situation.page.title)))
    named = [t for t in words if t.kind == "word" and t.norm not in STOP | _AMONG]
    value = [t for t in named if not any(same_word(t, w) for w in titles)] or named
    return [t for t in named if value and value[0].start <= t.start <= value[-1].start]


def _by_place(desk: Desk, words: Sequence[Token], box: Node) -> list[Token]:
    """The `Oslo` of `find the customers in Oslo` on the page of the customers, where it is no page of its own."""
    at = next((i for i, t in enumerate(words) if i and t.norm in _INSIDE), len(words))
    titles = parts(" ".join((box.said, box.placeholder, desk.situation.page.title)))
    kind = [t for t in words[:at] if t.norm not in STOP]
    place = [t for t in words[at + 1 :] if t.norm not in DETERMINERS]
    is_kind = bool(kind) and all(t.kind == "word" and any(same_word(t, w) for w in titles) for t in kind)
    if not is_kind or not place or not all(t.kind == "word" and t.names for t in place):
        return []
    called = bare(" ".join(t.text for t in place))
    named = (n for n in desk.reading.page.nodes if n.role in ("link", "tab", "heading", "columnheader"))
    return [] if any(bare(n.said) == called for n in named) else place


def take_away(desk: Desk, part: Part) -> Move | None:
    """Empty the search of the page, or set its filters back; None where nothing is set, or something else is meant."""
    if not is_emptied(part):
        return None
    told = {t.norm for t in part.words}
    only_search = not told & FILTERS
    nodes = [n for n in usable(desk.reading) if _narrows(desk, n) and _is_set(n)]
    nodes = [n for n in nodes if is_typed(n)] if only_search and any(map(is_typed, nodes)) else nodes
    lists = [n for n in nodes if n.options]
    named = [n for n in lists if any(same_word(t, w) for t in part.words for w in parts(n.label or n.name))]
    if not nodes:
        left = part.verb_words[0].norm in LEAVES and any(_narrows(desk, n) for n in usable(desk.reading))
        return Move(done=True) if left else None
    steps = [_set_back(desk, part, node) for node in named or nodes]
    steps[0] = replace(steps[0], uses=steps[0].uses | part.numbers)
    return Move((*steps, _send(desk, part, nodes[0])))


def _narrows(desk: Desk, node: Node) -> bool:
    is_one = node.role == "searchbox" or only_filters(desk.reading.page, node)
    return is_one and (is_typed(node) or node.tag == "select")


def _is_set(node: Node) -> bool:
    return not node.options[0].selected if node.options else bool(node.value)


def _set_back(desk: Desk, part: Part, node: Node) -> Planned:
    value = node.options[0].label if node.options else ""
    step = Step("selectOption" if node.options else "fill", selector=node.selector, value=value)
    return desk.plan(part, step, node, frozenset(), False)


_BOXES = {"checkbox", "switch", "menuitemcheckbox"}
_OPPOSITES = (
    {"mayor", "menor"}, {"highest", "lowest"}, {"high", "low"}, {"newest", "oldest"}, {"largest", "smallest"},
    {"most", "least"}, {"z", "a"}, {"biggest", "smallest"}, {"latest", "earliest"},
)  # fmt: skip


# In which direction something is sorted.
_DOWNWARDS = {
    "descending", "descendente", "desc", "highest", "newest", "mayor", "reverse", "largest", "biggest", "latest",
    "decreasing", "decreciente",
}  # fmt: skip
_UPWARDS = {
    "ascending", "ascendente", "asc", "lowest", "oldest", "menor", "smallest", "earliest", "increasing", "creciente",
}  # fmt: skip
_ENDMOST = {word for pair in _OPPOSITES for word in pair if len(word) > 1} | {"from", "desde", "first", "primero"}


def narrow(desk: Desk, part: Part) -> Move:
    """Set the filters that the words name, and apply them."""
    everywhere = usable(desk.reading)
    fields = fields_of(desk.reading, everywhere)
    value = [t for t in content_of(part.words) if t.is_value or says_name(t, part)]
    found = assign(part.words, desk.goal.text, [f for f in fields if f.options], frozenset())
    box = _box_named(desk, part, frozenset(n for a in found for n in a.uses))
    if not found and box is None and (menu := from_menu(desk, part, value)):
        return menu
    found = found if found or box else assign(part.words, desk.goal.text, fields, frozenset())
    if not found and box is None:
        return click(desk, part) if content_of(part.words) else lost(part)
    steps = [desk.plan(part, a.step(desk.goal.day_first), a.field.node, a.uses, False) for a in found]
    steps += _typed_besides(desk, part, found[-1].field.node) if found else []
    if box is not None:
        ticks = Step("check" if box.node.tag == "input" else "click", selector=box.node.selector)
        steps.append(desk.plan(part, ticks, box.node, box.used, False))
    around = _form_of(desk, box.node if box else found[-1].field.node)
    buttons = [
        n
        for n in (desk.reading.page.within(around) if around else everywhere)
        if n.role == "button" and does(n, "filter") and not n.disabled and not _undoes(n)
    ]
    if button := next(iter(buttons), None) or _sole_button(desk, box.node if box else found[-1].field.node):
        steps.append(desk.act(part, "click", button))
    rest = [t for t in part.words if t.kind == "word" and page_is_about(desk, [t])]
    steps[-1] = replace(steps[-1], ends_part=True, uses=steps[-1].uses | {t.number for t in rest})
    return Move(tuple(steps))


def _typed_besides(desk: Desk, part: Part, node: Node) -> list[Planned]:
    """What is typed into the search of the form of a list: `filter by Paid and by the text "oak"`."""
    form = _form_of(desk, node)
    boxes = [n for n in desk.reading.page.within(form) if n.role == "searchbox" and is_typed(n)] if form else []
    chosen = {bare(option.label) for n in (desk.reading.page.within(form) if form else ()) for option in n.options}
    quoted = [t for t in part.words if t.kind == "quoted" and bare(t.text) not in chosen]
    quoted = [t for t in quoted if not any(bare(t.text) == bare(n.label or n.name) for n in usable(desk.reading))]
    if len(boxes) != 1 or len(quoted) != 1:
        return []
    said = {t.number for t in part.words if t.norm in _TEXTS}
    step = Step("fill", selector=boxes[0].selector, value=quoted[0].text)
    return [desk.plan(part, step, boxes[0], frozenset({quoted[0].number, *said}), False)]


def _sole_button(desk: Desk, node: Node) -> Node | None:
    """The one button of a form that only narrows or sorts a list, whatever it says: `Show`, `Ver`."""
    form = _form_of(desk, node)
    own = [n for n in desk.reading.page.within(form) if n.role == "button" and not n.hidden] if form else []
    is_one = len(own) == 1 and not own[0].disabled and only_filters(desk.reading.page, node)
    return own[0] if is_one and not _undoes(own[0]) else None


def _undoes(node: Node) -> bool:
    """Whether a button takes away what is searched or narrowed: `Clear filters`, `Quitar filtros`."""
    return does(node, "clear") or does(node, "delete") or closes(node)


def _box_named(desk: Desk, part: Part, taken: frozenset[int]) -> Match | None:
    """The box beside a list that is called by what the lists of choices have left: `only the products low in stock`."""
    words = [t for t in content_of(part.words) if t.number not in taken and not page_is_about(desk, [t])]
    boxes = [n for n in usable(desk.reading) if n.role in _BOXES and not n.disabled and not _is_of_list(desk, n)]
    for quoted in [t for t in part.words if t.kind == "quoted" and t.number not in taken and not part.negated]:
        # Called by its whole name, whatever the list is called by.
        called = [n for n in boxes if bare(n.said) == bare(quoted.text) and not n.checked]
        if len(called) == 1:
            return replace(desk.reading.match(called[0], (quoted,)), used=frozenset({quoted.number}))
    found = find(desk.reading, words, boxes) if words else Found(None)
    if not found.is_sure or found.match is None or not found.match.own >= {t.number for t in words}:
        return None
    return None if found.match.node.checked or part.negated else found.match


def _is_of_list(desk: Desk, box: Node) -> bool:
    """Whether a box chooses an entry, or sets what a form saves: it narrows nothing."""
    around = desk.reading.page.parents(box)
    form = next((h for h in around if h.role == "form"), None)
    inside = desk.reading.page.within(form) if form and not only_filters(desk.reading.page, box) else ()
    saves = any(n.role == "button" and plainly_sends(n) for n in inside)
    return saves or any(h.role == "row" for h in around)


def sort(desk: Desk, part: Part) -> Move:
    end = _far_end(part.words)
    part = replace(part, words=tuple(t for t in part.words if t not in end))
    move = _sorted(desk, part)
    if not move.steps:
        return move
    told = frozenset(t.number for t in end)
    return replace(move, steps=(replace(move.steps[0], uses=move.steps[0].uses | told), *move.steps[1:]))


def _without_direction(words: Sequence[Token]) -> list[Token]:
    """The words without those that only say in which direction: `tasa de mayor`, `lowest price`."""
    kept = [t for t in words if t.norm not in _DOWNWARDS | _UPWARDS]
    return kept if any(t.norm not in STOP for t in kept) else list(words)


def _far_end(words: Sequence[Token]) -> Sequence[Token]:
    """The end of `from highest to lowest`, which the beginning says too."""
    for at in range(len(words) - 2):
        one, to, other = (t.norm for t in words[at : at + 3])
        if to in ("to", "a") and any({one, other} == pair for pair in _OPPOSITES):
            return words[at + 1 : at + 3]
    return ()


def _sorted(desk: Desk, part: Part) -> Move:
    down = _DOWNWARDS & {t.norm for t in part.words}
    words = [
        t
        for t in part.words
        if t.norm not in ("descending", "descendente", "ascending", "ascendente", "desc", "asc", "order", "orden")
    ]
    heads = [
        n
        for n in usable(desk.reading)
        if any(h.role == "columnheader" for h in desk.reading.page.parents(n)) or n.states.get("sort")
    ]
    fields = [f for f in fields_of(desk.reading, usable(desk.reading)) if f.options]
    if not heads and (found := assign(words, desk.goal.text, fields, frozenset())):
        button = _sole_button(desk, found[-1].field.node)
        pressed = [desk.act(part, "click", button)] if button else []
        return ended([*steps_for(desk, part, found), *pressed])
    by = next((i for i, t in enumerate(words) if t.norm in ("by", "por")), None)
    words = words[by + 1 :] if by is not None else words
    # `By amount from the highest` names the column and where it begins.
    words = [t for t in words if t.norm not in _ENDMOST] or words
    found_head = find(desk.reading, words, heads or usable(desk.reading))
    if found_head.match is None or found_head.unused:
        words = _without_direction(words)
        found_head = find(desk.reading, words, heads or usable(desk.reading))
    if found_head.match is None or not found_head.match.own or found_head.unused:
        return lost(part, content_of(words))
    again = len(desk.done_for(part)) == 0 and bool(down)
    uses = found_head.match.used | {t.number for t in part.words if t not in words}
    return Move((desk.act(part, "click", found_head.match.node, uses, ends=not again),))

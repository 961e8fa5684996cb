"""The controls of forms: which are meant, which send them or go on, and what of a part they have taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from ..page import ENTRIES, Node
from ..planning import Planned
from .desk import Desk, Move, used_selectors
from .finding import does, only_filters, top_dialog, usable
from .lexicon import STOP, same
from .part import Part, thing_of
from .taking import Assignment, is_typed
from .words import Token, parts

NAMES = {"name", "nombre", "title", "titulo"}
TO = {"to", "a", "por", "as", "como", "into"}
SETTING = ("fill", "selectOption", "check", "uncheck")
MOST_PAGES = 6
FOR_THE_REST = " for the rest of the form"
_LONGEST_BUTTON = 4
SEARCHES = {"search", "buscar", "busqueda", "buscador", "find", "query", "q"}
SECRET_WORDS = {"password", "contrasena", "clave", "passphrase", "pin", "pass", "pw", "pwd", "pasword"}
LAYERS = ("dialog", "alertdialog", "form")


def steps_for(desk: Desk, part: Part, assignments: Iterable[Assignment]) -> list[Planned]:
    done = {planned.step.selector for planned in desk.done_for(part)} | used_selectors(desk.steps)
    made = []
    for assignment in assignments:
        step = assignment.step(desk.goal.day_first)
        # Of radio buttons the one is meant that is pressed.
        node = next((n for n in assignment.field.nodes if n.selector == step.selector), assignment.field.node)
        if step.selector not in done:
            made.append(desk.plan(part, step, node, assignment.uses, False))
    return made


def ended(steps: Sequence[Planned]) -> Move:
    return Move((*steps[:-1], replace(steps[-1], ends_part=True))) if steps else Move(done=True)


def scope(desk: Desk) -> list[Node]:
    """The controls of the form that is meant: of the dialog on top, else of the page without its search."""
    nodes = usable(desk.reading)
    if top_dialog(desk.reading):
        return nodes
    return [node for node in nodes if not is_search(desk, node) and not only_filters(desk.reading.page, node)]


def is_search(desk: Desk, node: Node) -> bool:
    label = parts(node.label or node.name or node.placeholder)
    return (
        node.role == "searchbox"
        or bool(SEARCHES & set(label[:1]))
        or any(h.role in ("search", "navigation", "banner") for h in desk.reading.page.parents(node))
    )


def taken_by(desk: Desk, part: Part) -> frozenset[int]:
    return frozenset(n for planned in desk.done_for(part) for n in planned.uses)


def unfilled(part: Part, found: Sequence[Assignment]) -> list[Token]:
    """The values that no field takes."""
    used = {number for assignment in found for number in assignment.uses}
    return [t for t in part.words if t.number not in used and (t.is_value or says_name(t, part))]


def says_name(token: Token, part: Part) -> bool:
    """Whether a word is written as a name: it says who or what, and must go somewhere."""
    return token.kind == "word" and token.text[:1].isupper() and token.norm not in STOP and token is not part.words[0]


def was_pressed(desk: Desk, button: Node) -> bool:
    """Whether the button was pressed last, and the same fields are still there."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.before is None or last.planned.step.selector != button.selector:
        return False
    pages = (last.before, desk.situation.page)
    before, now = ({n.selector for n in page.controls if is_typed(n) or n.tag == "select"} for page in pages)
    return before == now and last.before.url == desk.situation.page.url


def way_onward(desk: Desk, form: Sequence[Node]) -> Node | None:
    """The button that leads to the next page of a form."""
    holders = {h.number for node in form for h in desk.reading.page.parents(node) if h.role in LAYERS}
    inside = [n for n in usable(desk.reading) if any(h.number in holders for h in desk.reading.page.parents(n))]
    return next((n for n in inside if sends(n) and goes_on(n) and not n.disabled), None)


def same_word(token: Token, word: str) -> bool:
    return same(token.norm, word)


def beside(desk: Desk, maker: Node, typed: Sequence[Node]) -> list[Node]:
    """The fields that share the nearest holder with a button, where no form is around them."""
    for holder in desk.reading.page.parents(maker):
        if holder.role in ("main", "form", "table", "row", "dialog") or holder.number == 0:
            return []
        if inside := [n for n in desk.reading.page.within(holder) if n in typed]:
            return inside
    # Nothing holds them: those that stand right before it.
    before = [n for n in reversed(desk.reading.page.nodes) if n.number < maker.number and n.parent == maker.parent]
    return [
        n for n in takewhile(lambda n: n in typed or (n.kind == "text" and n.role != "heading"), before) if n in typed
    ]


def page_is_about(desk: Desk, nouns: Sequence[Token]) -> bool:
    heads = [n for n in desk.situation.page.nodes if n.role in ("heading", "table", "region", "main")]
    # The heading of one card among many says what that card is about.
    told = [n.said for n in heads if n.role != "heading" or not is_of_an_entry(desk, n)]
    # The tab that was turned to says what is shown under it.
    told += [n.said for n in desk.situation.page.controls if n.role == "tab" and n.states.get("selected") == "true"]
    return any(same_word(t, word) for t in nouns for said in (*told, desk.situation.page.title) for word in parts(said))


def is_of_an_entry(desk: Desk, node: Node) -> bool:
    """Whether a button belongs to one of several entries: it sends nothing that was filled in elsewhere."""
    item = desk.reading.item(node)
    return item is not None and item.role in ENTRIES and sum(n.role == item.role for n in desk.situation.page.nodes) > 1


def goes_on(button: Node) -> bool:
    return does(button, "next") and not does(button, "create") and not {"finish", "complete"} & set(parts(button.said))


def is_plain(button: Node) -> bool:
    return button.role == "button" and plainly_sends(button)


def plainly_sends(button: Node) -> bool:
    """Whether a button can only be meant to send what is there: one that opens a form for something new cannot."""
    return does(button, "save") and not does(button, "create")


def sends(node: Node) -> bool:
    return (
        (_is_button(node) or node.type in ("submit", "image") or (not node.said and does(node, "save")))
        and not node.hidden
        and not does(node, "close")
        and not does(node, "delete")
    )


def _is_button(node: Node) -> bool:
    """Whether people take it for a button: what can be clicked may be made of anything."""
    made = not node.role and node.kind == "control" and node.tag not in ("input", "select", "textarea", "a", "label")
    return node.role == "button" or (made and 0 < len(parts(node.said)) <= _LONGEST_BUTTON and not is_typed(node))


def sending_score(desk: Desk, node: Node, asked: Sequence[Token]) -> float:
    match = desk.reading.match(node, asked)
    score = 1.0 if does(node, "save") else 0.0
    score += 0.6 if node.type == "submit" or (node.tag == "button" and not node.type) else 0.0
    score += 0.3 if {"primary", "submit", "main"} & set(parts(node.classes)) else 0.0
    return score + 1.5 * len(match.own) - (0.2 if node.disabled else 0.0)


def after_to(part: Part) -> list[Token]:
    """What a thing is changed to: `to 7`, `as paid`, `: the city is Porto`, `so that its quantity is 4`."""
    words = part.words
    changed = next((i for i in range(1, len(words)) if words[i].text == ":" or _says_how(words, i)), None)
    if changed is None:
        # What was opened has taken its name: `to Room 3` is left of `move the choir to Room 3`.
        opened = bool(words) and part.verb_words and words[0].number > part.verb_words[-1].number + 1
        # `Edita a Ada` changes her to nothing.
        first = 0 if opened or (words and words[0].norm in TO - {"a", "por"}) else 1
        changed = next((i for i in range(len(words) - 1, first - 1, -1) if words[i].norm in TO), None)
    # Of what it is changed may be told at the end: `set its seats to 7`, of the table that was told of before.
    lent = {t.number for t in thing_of(part)} if changed is not None else set[int]()
    new = words[changed + 1 :] if changed is not None else ()
    return [t for t in new if t.kind != "mark" and t.number >= 0 and t.number not in lent]


def _says_how(words: Sequence[Token], at: int) -> bool:
    return [t.norm for t in words[at : at + 2]] in (["so", "that"], ["para", "que"], ["de", "modo"])


def is_filled(desk: Desk, node: Node) -> bool:
    """Whether a part before has typed into the field."""
    past = [t.planned for t in desk.situation.past if t.ok]
    return any(p.step.action == "fill" and p.step.selector == node.selector for p in (*past, *desk.steps))


def said_with(part: Part, words: set[str]) -> frozenset[int]:
    return frozenset(t.number for t in part.words if t.norm in words)

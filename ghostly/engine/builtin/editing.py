"""Parts that change or delete a thing: its entry is found, and what belongs to that entry alone is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import ENTRIES, Node
from ..planning import Planned
from ..steps import Step
from .acting import open_page
from .belonging import is_of_kind, kind_of, leads_to_kind, owned_thing
from .bulk import needs_ticks
from .comparing import comparison_in, of_compared
from .contrasts import by_story, by_texts, closest, entry_of, is_another, nth
from .controls import (
    NAMES,
    SETTING,
    TO,
    after_to,
    beside,
    ended,
    is_of_an_entry,
    is_plain,
    page_is_about,
    plainly_sends,
    same_word,
    says_name,
    scope,
    sends,
    steps_for,
    taken_by,
)
from .desk import Desk, Move, lost
from .fields import assign
from .finding import does, is_left_out, opens_all, top_dialog, usable, usable_in
from .lexicon import STOP, is_conjugated, names_language, same, verbs
from .listing import ways_to_lists
from .matching import Match, Reading, holds, numbered_otherwise, own_words, says
from .menus import from_menu, opens_more
from .part import Part, calls_off, content_of, gives_up, marks
from .picking import is_extreme, pick
from .questions import items
from .questions import says as says_it
from .settling import CONTROLS, CORNERS, MEANS
from .speech import DETERMINERS, NOT, joins, says_which
from .surveying import Finder, survey
from .taking import Assignment, Field, fields_of, is_typed
from .unnamed import COUNTS
from .words import Token, bare, normal, parts

_AS = {"as", "como"}
_LINKS = {"with", "of", "con", "de"}
_DONE = {"done", "complete", "completed", "finished", "hecho", "hecha", "completada", "completado", "terminada"}
_IT = {"it", "this", "that", "lo", "la", "su", "its", "este", "esta", "ese", "esa"}
_SURE = {"yes", "si", "confirm", "confirmar", "confirmo", "sure", "seguro", "ok", "accept", "aceptar"}
_DELETION = {"delete", "deletion", "remove", "removal", "borrar", "borrado", "eliminar", "eliminacion", "baja"}
_WITH = {"with", "for", "giving", "stating", "con", "por", "indicando", "poniendo", "dando", ","}
# What says why, or what is to be said of it.
_REASONS = {
    "reason", "comment", "explanation", "justification", "cause", "motivo", "razon", "comentario", "justificacion",
    "causa",
}  # fmt: skip
_GROUPS = {"navigation", "group", "toolbar", "menu", "radiogroup", "tablist", "region", "list"}
_OPTIONS = {"link", "button", "tab", "menuitem", "menuitemradio", "radio"}
# Words that say little by themselves, and of a thing what is to be changed.
_VALUES = {"value", "valor"}
_SEVERAL = 2
_HOME = {"home", "start", "inicio", "portada"}
_LONGEST_VALUE = 8
_ROOT = 5
_DAY = re.compile(r"\d[/.-]\d+[/.-]\d|^\d{1,2}(?: de)? [a-z]{3,}(?: |$)|^[a-z]{3,} \d{1,2}(?:,|$)")
# The parts that may answer what the page asks.
_ANSWERS = {"click", "press", "choose", "close", "say"}


# What people call all that an application shows.
_APPLICATION = {
    "interface", "ui", "app", "application", "site", "website", "page", "screen", "texts", "everything", "interfaz",
    "aplicacion", "sitio", "web", "pagina", "pantalla", "textos", "todo",
}  # fmt: skip


def edit(desk: Desk, part: Part) -> Move:
    """Open the form of the thing that is to be changed, and change what the words say."""
    if ticked := _ticked(desk, part):
        return ticked
    began = bool(desk.done_for(part))
    here = [n for n in scope(desk) if is_typed(n) or n.tag == "select" or n.type in ("radio", "checkbox")]
    here = _just_opened(desk, part, here) or _of_the_named(desk, part, here)
    if here and began and (turned := _turned_as(desk, part, here)):
        return turned
    if here and (began or top_dialog(desk.reading)):
        taken = taken_by(desk, part) - _attributes(desk, part, here)
        own = [*_own_name(part, here), *_told_by_held(part, fields_of(desk.reading, here))]
        held = _held_before(part, fields_of(desk.reading, here))
        words = [t for t in part.words if t not in own and t.number not in held]
        found = assign(words, desk.goal.text, fields_of(desk.reading, here), taken)
        found = tuple(replace(a, uses=a.uses | {t.number for t in own} | _old_of(a, held)) for a in found)
        new = after_to(part)
        if marks(part):
            found = tuple(a for a in found if a.uses & {t.number for t in new})
        else:
            listed = fields_of(desk.reading, here)
            found = found or _replaced(desk, part, listed, taken) or _chosen_instead(part, listed)
            found = found if any(a.uses & {t.number for t in new} for a in found) else _counted(part, listed) or found
        found = tuple(a for a in found if not _is_of_another(desk, part, a, found))
        missing = [
            t
            for t in new
            if t.is_value and t.number not in {n for a in found for n in a.uses} and t.number not in desk.used
        ]
        if missing or (new and not found and not desk.done_for(part)[1:]):
            return _form_of_page(desk, part, here) or lost(part, missing or new)
        return ended(steps_for(desk, part, found))
    if not began and (inline := _in_place(desk, part)):
        return inline
    if chosen := _in_group(desk, part) or from_menu(desk, part, after_to(part)):
        return chosen
    return Move(done=True) if began and not after_to(part) else _editor(desk, part)


def _held_before(part: Part, fields: Sequence[Field]) -> dict[int, str]:
    """The words right before the new value that say just what a field holds, with that: what it is changed from."""
    new = after_to(part)
    to = next((i for i, t in enumerate(part.words) if new and t.number == new[0].number), 1) - 1
    for start in range(max(0, to - _LONGEST_VALUE), to):
        said, before = [p for t in part.words[start:to] for p in parts(t.text)], part.words[start - 1 : start]
        value = next(
            (f.node.value for f in fields if not f.options and said and parts(f.node.value) == tuple(said)), ""
        )
        led = bool(before) and before[0].norm in ("from", "de", "desde")
        if value and not (before and before[0].norm in ("of", "for")):
            return {t.number: value for t in part.words[start - led : to]}
    return {}


def _told_by_held(part: Part, fields: Sequence[Field]) -> list[Token]:
    """The `dated 2025-02-11` that only says which one is to be changed, where its field holds that."""
    new = {t.number for t in after_to(part)}
    found: list[Token] = []
    for label, value in pairwise(part.words):
        told = value.is_value and not value.text.isdigit() and value.number not in new
        named = [f for f in fields if told and parts(f.node.value) == parts(value.text)]
        if any(same_word(label, word) for f in named for name in f.names for word in parts(name)):
            found += [label, value]
    return found if new else []


def _old_of(assignment: Assignment, held: dict[int, str]) -> set[int]:
    return {number for number, value in held.items() if value == assignment.field.node.value}


def _attributes(desk: Desk, part: Part, fields: Sequence[Node]) -> set[int]:
    """The `fee` of `the fee of WS-7 to 40`, which calls a field here, though the entry of the thing says that too."""
    labels = {word for node in fields for word in parts(node.label or node.name)}
    pairs = pairwise(part.words)
    return {a.number for a, b in pairs if b.norm in ("of", "de", "del") and any(same_word(a, word) for word in labels)}


def _in_group(desk: Desk, part: Part) -> Move | None:
    """`Switch the language to Spanish`, where the languages stand side by side under that name."""
    part, means = _means_of(part)
    new = content_of(after_to(part))
    kind = [t for t in content_of(part.words) if t not in new]
    page = desk.reading.page
    named = [n for n in page.nodes if n.role in _GROUPS and not n.hidden and kind and _says_same(n.name, kind)]
    led = [t for t in part.words if t not in new and t.norm not in DETERMINERS | TO and t.kind == "word"]
    if led and all(t.norm in _APPLICATION for t in led) and len(new) == 1 and names_language(new[0].norm):
        # `Flip the interface to Spanish`: what an application is put to is its language.
        named = [n for n in page.nodes if n.role in _GROUPS and not n.hidden and same(bare(n.name), "language")]
    inside = [n for group in named for n in page.within(group) if n.role in _OPTIONS and not n.disabled]
    meant = [n for n in inside if new and _says_same(n.said, new)]
    called = [t for t in means if t.norm not in CONTROLS | CORNERS]
    if len(meant) != 1 or desk.done_for(part) or not all(says(own_words(meant[0]), t.norm) for t in called):
        return None
    return Move((desk.act(part, "click", meant[0], frozenset(t.number for t in (*kind, *new, *means)), ends=True),))


def _means_of(part: Part) -> tuple[Part, tuple[Token, ...]]:
    """A change without the control that it is to be made with, and the words for that: `… with the ES link`."""
    words = part.words
    at = next((i for i in range(len(words) - 1, 1, -1) if words[i].norm in MEANS), len(words))
    named = {t.norm for t in words[at + 2 :]} & CONTROLS and words[at + 1].norm in DETERMINERS
    return (replace(part, words=words[:at]), content_of(words[at + 1 :])) if named else (part, ())


def _says_same(said: str, words: Sequence[Token]) -> bool:
    told = [word for word in parts(said) if word not in STOP]
    wanted = [word for token in words for word in parts(token.text)]
    return len(told) == len(wanted) and all(any(same(word, each) for each in told) for word in wanted)


def _form_of_page(desk: Desk, part: Part, fields: Sequence[Node]) -> Move | None:
    """The control that opens the form of the thing on whose page the fields of other forms stand."""
    pressed = {p.step.selector for p in desk.done_for(part)}
    if top_dialog(desk.reading) or any(p.step.action in SETTING for p in desk.done_for(part)):
        return None
    nodes = [n for n in usable(desk.reading) if does(n, "edit") and not n.disabled and n.selector not in pressed]
    # What sends a form that is there already opens none.
    forms = [h for n in fields for h in desk.reading.page.parents(n) if h.role == "form"]
    nodes = [n for n in nodes if not any(n in desk.reading.page.within(form) for form in forms)]
    new = {t.number for t in after_to(part)}
    # What the page is called is told in the whole of the part, of which its entry has taken the name.
    whole = [t for t in desk.goal.parts[part.number].words if t.number not in new]
    chosen = _of_page(desk, whole, nodes)
    return Move((desk.act(part, "click", chosen.node, chosen.used),)) if chosen else None


def _own_name(part: Part, fields: Sequence[Node]) -> list[Token]:
    """The words of what a thing is called as its form holds it, where something else of it is changed: its numbers are
    no values, as in `the stock of Oil 500 ml to 30`."""
    to = next((i for i in range(len(part.words) - 1, 0, -1) if part.words[i].norm in TO), 0)
    led = part.words[:to]
    held = {parts(n.value) for n in fields if is_typed(n) and n.value and not n.value.strip().isdigit()}
    runs = ((i, j) for i in range(len(led)) for j in range(len(led), i, -1))
    run = next(((i, j) for i, j in runs if tuple(w for t in led[i:j] for w in parts(t.text)) in held), (0, 0))
    own = list(led[run[0] : run[1]])
    # `Change Oil to Vinegar` gives it another name.
    return own if any(t not in own and t.kind == "word" for t in content_of(led)) else []


def _is_of_another(desk: Desk, part: Part, assignment: Assignment, found: Sequence[Assignment]) -> bool:
    """Whether a text goes into a field that is not called as the part says: `its status` is no name, and neither is
    what another field takes, as in `to Thursday at 20:00`."""
    new = {t.number for t in after_to(part)}
    if assignment.field.options or not assignment.uses & new:
        return False
    names = {word for name in assignment.field.names for word in parts(name)}
    if _is_day_elsewhere(part, assignment, names):
        return True
    if COUNTS & names and any(t.norm in COUNTS for t in after_to(part)):
        # `To 14 pieces` says what is counted.
        return False
    taken = {number for other in found if other is not assignment for number in other.uses}
    # What has told the entry, and is the name of none of its fields, says nothing of what is changed.
    labels = {word for n in scope(desk) if is_typed(n) or n.tag == "select" for word in parts(n.label or n.name)}
    opened = taken_by(desk, part)
    taken |= {t.number for t in part.words if t.number in opened and not any(same_word(t, w) for w in labels)}
    called = [t for t in _attribute(desk, part, assignment.field) if t.number not in taken]
    return any(not any(same_word(t, word) for word in names) for t in called)


def _is_day_elsewhere(part: Part, assignment: Assignment, names: Set[str]) -> bool:
    """Whether a day would go into a plain text that holds none and is not named: `move it to 17 March 2027`."""
    node, days = assignment.field.node, [t for t in part.words if t.number in assignment.uses and _DAY.search(t.norm)]
    told = any(same_word(t, word) for t in part.words for word in names)
    plain = node.type in ("", "text") and bool(node.value) and not any(c.isdigit() for c in node.value)
    return bool(days) and plain and not told


def _attribute(desk: Desk, part: Part, field: Field) -> list[Token]:
    """The word right before `to` that says what of a thing is to be changed, if it is no part of its old name."""
    to = next((i for i in range(len(part.words) - 1, 0, -1) if part.words[i].norm in TO), 0)
    of = next((i for i in range(1, to - 1) if part.words[i].norm in ("of", "de", "del")), 0)
    if of and _is_attribute(desk, part.words[of - 1], field):
        # `The stock of Oil to 30`
        return [part.words[of - 1]]
    last = part.words[to - 1] if to else None
    if last is None or last.kind != "word" or not last.text.islower() or last.norm in STOP | NAMES:
        return []
    known = last.norm in parts(field.node.value) or page_is_about(desk, [last])
    return [] if known else [last]


def _is_attribute(desk: Desk, token: Token, field: Field) -> bool:
    """Whether a word may say what of a thing is changed, and not what kind of a thing it is."""
    plain = token.kind == "word" and token.text.islower() and token.norm not in (STOP - _VALUES) | NAMES
    return plain and token.norm not in parts(field.node.value) and not page_is_about(desk, [token])


def _just_opened(desk: Desk, part: Part, fields: Sequence[Node]) -> list[Node]:
    """The fields that came with the last step of the part: an entry that is edited in its place has its own."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.before is None or last.planned.part != part.number or last.planned.step.action != "click":
        return []
    before = {n.selector for n in last.before.nodes}
    return [n for n in fields if n.selector not in before]


def _in_place(desk: Desk, part: Part) -> Move | None:
    """Type into a field that stands on the page itself, as the quantity in a cart."""
    new = {t.number for t in after_to(part)}
    nodes = [n for n in scope(desk) if is_typed(n) or n.tag == "select" or n.type == "radio"]
    nodes = [n for n in _of_the_named(desk, part, nodes) if not is_left_out(desk.reading, n, part)]
    told = assign(part.words, desk.goal.text, fields_of(desk.reading, nodes), frozenset())
    if several := _several_in_place(desk, part, told):
        return several
    found = [a for a in told if a.uses & new]
    named = [t for t in part.words if t.number not in new and (t.is_value or says_name(t, part))]
    if len(found) != 1:
        return None
    node = found[0].field.node
    own = entry_of(desk, node)
    if own and any((other := entry_of(desk, n)) and other != own and _is_alike(n, node) for n in nodes):
        # Several fit what is named.
        return None
    item = desk.reading.item(node)
    said = _told_in(desk, item) if item else ""
    used = desk.reading.match(node, named).used
    named += [t for t in content_of(part.words) if t.number not in new and t not in named and holds(said, t.norm)]
    if any(t.number not in used and not holds(said, bare(t.text)) and not _is_held(node, t, part) for t in named):
        return None
    uses = found[0].uses | {t.number for t in named} | part.left_out
    typed = desk.plan(part, found[0].step(desk.goal.day_first), node, uses, False)
    form = next((h for h in desk.reading.page.parents(node) if h.role == "form"), None)
    if form is not None and item is None and _makes_another(desk, form) and _is_of_another(desk, part, found[0], found):
        return None
    in_form = form is not None and any(sends(n) for n in desk.reading.page.within(form))
    if in_form or (form is None and item is None and _is_sent_beside(desk, node, nodes)) or _is_sent_below(desk, node):
        # Its own button sends it.
        return ended([typed])
    left = desk.plan(part, Step("press", key="Tab", selector=node.selector), node, frozenset(), True)
    return Move((typed, left))


def _several_in_place(desk: Desk, part: Part, found: Sequence[Assignment]) -> Move | None:
    """The price and the shift of `change the price to 5 and the shift to Late`, where one form on the page itself has
    both, and they are all that the words say."""
    forms = [next((h for h in desk.reading.page.parents(a.field.node) if h.role == "form"), None) for a in found]
    form, used = forms[0] if forms else None, {n for a in found for n in a.uses}
    if form is None or len(found) < _SEVERAL or any(each != form for each in forms) or _makes_another(desk, form):
        return None
    own = all(desk.reading.item(a.field.node) is None or a.field.node.type == "radio" for a in found)
    sent = any(sends(n) for n in desk.reading.page.within(form))
    whole = all(t.number in used or page_is_about(desk, [t]) for t in content_of(part.words))
    return ended(steps_for(desk, part, found)) if own and sent and whole else None


def _makes_another(desk: Desk, form: Node) -> bool:
    """Whether a form is there to make something new: what is changed is not typed in there."""
    return any(n.role == "button" and does(n, "create") for n in desk.reading.page.within(form))


def _is_held(node: Node, token: Token, part: Part) -> bool:
    """Whether a value is what a part says that the field holds before it is changed: `from 2 to 4 people`."""
    at = part.words.index(token)
    return at > 0 and part.words[at - 1].norm in ("from", "de", "desde") and bare(node.value) == bare(token.text)


def _is_sent_beside(desk: Desk, field: Node, fields: Sequence[Node]) -> bool:
    """Whether a button that plainly saves shares the nearest holder with a field."""
    buttons = [n for n in usable(desk.reading) if is_plain(n) and not n.disabled and not is_of_an_entry(desk, n)]
    return any(field in beside(desk, n, fields) for n in buttons)


def _is_sent_below(desk: Desk, field: Node) -> bool:
    """Whether the first button behind a field that no form holds plainly saves, under the same heading."""
    after = [n for n in desk.reading.page.nodes if n.number > field.number and not n.hidden]
    same = list(takewhile(lambda n: n.role != "heading", after))
    button = next((n for n in same if n.role == "button"), None)
    own = desk.reading.item(button) == desk.reading.item(field) if button else False
    return button is not None and own and not button.disabled and plainly_sends(button)


def _of_the_named(desk: Desk, part: Part, nodes: Sequence[Node]) -> list[Node]:
    """The fields that belong to the thing that is named, where each of several has its own; else all of them."""
    new = {t.number for t in after_to(part)}
    told = [t for t in part.words if t.number not in new]
    names = [t for t in told if t.is_value or says_name(t, part)]
    items = [(n, desk.reading.item(n)) for n in nodes if not _is_other_number(desk, n, told)]
    if len({item.number for _, item in items if item}) < _SEVERAL:
        return [n for n, _ in items]
    return closest(desk, [n for n, item in items if item is None or _says_each(_told_in(desk, item), names)], told)


def _is_alike(one: Node, other: Node) -> bool:
    return one.tag == other.tag and bare(one.label or one.name) == bare(other.label or other.name)


def _told_in(desk: Desk, item: Node) -> str:
    """What an entry says, and what its fields hold."""
    held = [n.value for n in desk.reading.page.within(item) if n.value and not n.secret]
    return normal(" ".join((desk.reading.text(item), *held)))


def _says_each(text: str, names: Sequence[Token]) -> bool:
    return all(holds(text, bare(t.text)) for t in names)


def _ticked(desk: Desk, part: Part) -> Move | None:
    """`Mark it as done`: the box of the entry that is named, or that was added last."""
    if not _DONE & {t.norm for t in part.words} or desk.done_for(part):
        return None
    named = [t for t in content_of(part.words) if t.norm not in _DONE]
    typed = [t.planned.step.value for t in desk.situation.past if t.ok and t.planned.step.action == "fill"]
    boxes = [n for n in usable(desk.reading) if n.role in ("checkbox", "switch") and not n.disabled]
    items = [(n, item) for n in boxes if (item := desk.reading.item(n))]
    if named:
        fits = closest(desk, _best_named(desk, items, named), named)
    else:
        last = set(parts(str(typed[-1] if typed else "")))
        fits = [n for n, item in items if last and last <= set(parts(desk.reading.text(item)))]
    if len(fits) != 1:
        return None
    uses = {t.number for t in part.words if t in named or t.norm in _DONE}
    action = "check" if fits[0].tag == "input" else "click"
    return Move((desk.act(part, action, fits[0], uses, ends=True),))


def _turned_as(desk: Desk, part: Part, fields: Sequence[Node]) -> Move | None:
    """`Mark it as not available`, `as unavailable`: the one box of its form that says whether it is."""
    at = next((i for i, t in enumerate(part.words) if t.norm in _AS), len(part.words))
    state = part.words[at + 1 :]
    named = [t for t in part.words[:at] if t.names and t.number not in taken_by(desk, part)]
    if not all(_is_form_of(desk, t) for t in named):
        return None
    said = [word for t in state for word in parts(t.text)]
    denied = bool(said) and said[0] in NOT
    wanted = [word for word in said[denied:] if word not in DETERMINERS]
    boxes = [n for n in fields if n.role in ("checkbox", "switch") and not n.disabled]
    fits = _saying(boxes, wanted)
    if not fits and not denied and wanted and wanted[0].startswith(("un", "in")):
        denied, fits = True, _saying(boxes, [wanted[0][2:], *wanted[1:]])
    if len(fits) != 1 or not wanted:
        return None
    action = ("uncheck" if denied else "check") if fits[0].tag == "input" else "click"
    if action == "click" and fits[0].checked is not denied:
        return Move(done=True)
    return Move((desk.act(part, action, fits[0], {t.number for t in state}, ends=True),))


def _is_form_of(desk: Desk, token: Token) -> bool:
    """Whether the form on the page is that of what is named: a heading or one of its fields says so."""
    heads = [n.said for n in desk.situation.page.nodes if n.role in ("heading", "dialog") and not n.hidden]
    held = [n.value for n in scope(desk) if n.value and not n.secret]
    return any(set(parts(token.text)) <= set(parts(text)) for text in (*heads, *held))


def _saying(boxes: Sequence[Node], words: Sequence[str]) -> list[Node]:
    """The boxes that say all of the words; those that say no more where there are any."""
    fits = [n for n in boxes if words and all(any(same(word, told) for told in parts(n.said)) for word in words)]
    return [n for n in fits if len(parts(n.said)) == len(words)] or fits


def _best_named(desk: Desk, items: Sequence[tuple[Node, Node]], named: Sequence[Token]) -> list[Node]:
    """The boxes of the entries that say most of the words, and all that are names or values."""
    told = [(n, [t for t in named if set(parts(t.text)) <= set(parts(desk.reading.text(item)))]) for n, item in items]
    most = max((len(said) for _, said in told), default=0)
    firm = [t for t in named if t.names]
    return [n for n, said in told if most and len(said) == most and all(t in said for t in firm)]


def _replaced(desk: Desk, part: Part, fields: Sequence[Field], taken: frozenset[int]) -> tuple[Assignment, ...]:
    """The field that holds the old value takes the new one."""
    new = [t for t in after_to(part) if t.number not in taken]
    old = [t for t in part.words if t not in new]
    holding = [f for f in fields if not f.options and f.node.value and _says_all(f.node.value, old)]
    if len(holding) != 1 or not new or _attribute(desk, part, holding[0]):
        # Something else of it may be to be changed: `its status to On hold`.
        return ()
    text = new[0].text if len(new) == 1 else desk.goal.text[new[0].start : new[-1].end]
    said = {word for token in new for word in parts(token.text)} | set(parts(holding[0].node.value))
    uses = {t.number for t in part.words if set(parts(t.text)) <= said}
    return (Assignment(holding[0], text, frozenset(uses)),)


def _chosen_instead(part: Part, fields: Sequence[Field]) -> tuple[Assignment, ...]:
    """The list in which the old value is chosen takes the one option that says the new one: `from thread to cotton`."""
    to = next((i for i in range(len(part.words) - 1, 0, -1) if part.words[i].norm in TO), 0)
    since = next((i for i in range(to - 1, -1, -1) if part.words[i].norm in ("from", "de", "desde")), to)
    old, new = (content_of(words) for words in (part.words[since + 1 : to], part.words[to + 1 :]))
    fits = [
        (field, option.label)
        for field in fields
        for option in field.options
        if old and new and _says_words(field.node.value, old) and _says_words(option.label, new)
    ]
    if len(fits) != 1 or _says_words(fits[0][0].node.value, new):
        return ()
    return (Assignment(*fits[0], frozenset(t.number for t in (*old, *new))),)


def _counted(part: Part, fields: Sequence[Field]) -> tuple[Assignment, ...]:
    """The one field for how many there are takes `14 pieces`, and the one field for a number takes `14`."""
    new = after_to(part)
    number, units = (new[0], new[1:]) if new else (None, [])
    if number is None or not number.text.isdigit() or len(units) > 1 or any(t.norm not in COUNTS for t in units):
        return ()
    typed = [f for f in fields if not f.options and f.node.type == "number"]
    counts = [f for f in typed if COUNTS & {word for name in f.names for word in parts(name)}]
    fits = counts if units else typed
    return (Assignment(fits[0], number.text, frozenset(t.number for t in new)),) if len(fits) == 1 else ()


def _says_words(value: str, words: Sequence[Token]) -> bool:
    return all(any(same_word(t, word) for word in parts(value)) for t in words)


def _says_all(value: str, words: Sequence[Token]) -> bool:
    said = {p for token in words for p in parts(token.text)}
    return bool(parts(value)) and set(parts(value)) <= said


def _editor(desk: Desk, part: Part) -> Move:
    new = {t.number for t in after_to(part)}
    identity = _without_old(desk, before_changes([t for t in part.words if t.number not in new]))
    failed = desk.failed_selectors()

    def editing(reading: Reading) -> list[Node]:
        told = [n for n in usable(reading) if does(n, "edit") or _is_called_so(reading, n, part)]
        nodes = [n for n in told if not n.disabled and n.selector not in failed]
        return [n for n in nodes if not _sends_another(reading, n, part)]

    nodes = by_story(desk, part, [n for n in editing(desk.reading) if not is_left_out(desk.reading, n, part)])
    if made := _of_created(desk, part, nodes):
        return Move((desk.act(part, "click", made.node, made.used),))
    told = comparison_in(identity)
    identity = told.rest(identity) if told else identity
    if told:
        matches = [desk.reading.match(n, content_of(identity)) for n in nodes]
        chosen: Match | str | None = of_compared(desk, told, identity, matches)
    else:
        chosen = _of_item(desk, identity, nodes) or nth(desk, nodes, identity) or _of_page(desk, identity, nodes)
    if isinstance(chosen, str):
        final = not _only_mentioned(desk, identity)
        return _told_better(desk, part, identity, nodes, editing) or lost(part, what=chosen, final=final)
    if chosen and (kept := _kept_elsewhere(desk, part, identity, chosen) or _listed_elsewhere(desk, part, identity)):
        return kept
    if others := survey(desk, part, content_of(identity), chosen, editing, told.rank if told else None):
        return others
    if chosen is None:
        particular = [t for t in identity if t.names]
        if particular and all(page_is_about(desk, [t]) for t in particular):
            return lost(part, content_of(identity) or content_of(part.words))
        opened = open_page(desk, replace(part, words=tuple(t for t in identity)))
        leads = bool(opened.steps) and not any(_does_something_else(desk, s, identity) for s in opened.steps)
        return (
            Move(tuple(replace(s, ends_part=False) for s in opened.steps), opened.lost)
            if leads
            else lost(part, content_of(identity))
        )
    pressed = _as_told(desk, part, chosen.node) or chosen.node
    return Move((desk.act(part, "click", pressed, chosen.used | part.left_out),))


def _told_better(
    desk: Desk, part: Part, identity: Sequence[Token], nodes: Sequence[Node], controls: Finder
) -> Move | None:
    """Where several fit equally, the way to where such things are kept, or a step through the pages of the list if none
    of them says all that is told of one."""
    asked = content_of(identity)
    best = max((desk.reading.match(n, asked) for n in nodes), key=lambda m: m.score)
    untold = [t for t in asked if t.number not in best.used and not page_is_about(desk, [t])]
    elsewhere = _kept_elsewhere(desk, part, identity, None)
    return elsewhere or (survey(desk, part, asked, best, controls) if untold else None)


def _does_something_else(desk: Desk, planned: Planned, identity: Sequence[Token]) -> bool:
    """Whether what was found for an entry is called neither like opening or editing it nor like the thing itself: the
    only button of its row may be `Pay`."""
    node = next((n for n in desk.situation.page.controls if n.selector == planned.step.selector), None)
    if node is None or node.role not in ("link", "button") or opens_all(node) or opens_more(node) or does(node, "edit"):
        return False
    said = [word for word in parts(node.said) if word not in STOP]
    named = [part for t in content_of(identity) for part in parts(t.text)]
    told = [word in named or any(same_word(t, word) for t in content_of(identity)) for word in said]
    # `Pay Ada` is called by her as well.
    return not (any(told) and (node.role == "link" or told[0]))


def before_changes(words: Sequence[Token]) -> list[Token]:
    """What is changed in two ways at once, without the first: `the price of the lamp` is left of `the price of the
    lamp to 9.50 and its stock to`."""
    to = next((i for i in range(1, len(words)) if words[i].norm in TO), len(words))
    joint = next((i for i in range(to + 1, len(words)) if joins(words[i]) or words[i].text == ","), len(words))
    last = next((i for i in range(len(words) - 1, joint, -1) if words[i].norm in TO), joint)
    field = words[joint + 1 : last]
    is_first = says_which(words[:to]) and any(t.names for t in words[to:joint])
    return [*words[:to], *words[last + 1 :]] if is_first and field and not says_which(field) else list(words)


def _without_old(desk: Desk, words: Sequence[Token]) -> list[Token]:
    """What tells the entry of `the phone of Ada from 555 0101`, where no page says the old value before the form of
    the entry is open."""
    # `De Ada de 30` has another one for the entry.
    since = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in ("from", "desde", "de")), len(words))
    old, entry = words[since + 1 :], words[:since]
    is_told = any(t.names for t in entry) and any(t.names for t in old)
    # A day may be written otherwise there.
    shown = is_told and any(desk.reading.match(node, old).used for node in usable(desk.reading))
    return list(entry if is_told and not shown and not _is_listed_before(desk, old) else words)


def _is_listed_before(desk: Desk, words: Sequence[Token]) -> bool:
    """Whether an entry of a page that was left says all of the names: whose a thing is, and no old value."""
    names = [t for t in words if t.names]
    left = [text for tried in desk.situation.past if tried.before for _, text in items(tried.before)]
    return any(all(says_it(text, t) for t in names) for text in left)


def _is_called_so(reading: Reading, node: Node, part: Part) -> bool:
    """Whether the button of an entry is called by the order, which other pages call otherwise: `Move`, of a visit that
    is to be moved to another day."""
    head = part.verb_words[0].norm if len(part.verb_words) == 1 else ""
    says_so = bool(head) and node.role == "button" and bare(node.said) in (head, f"{head}e")
    return says_so and bool(after_to(part)) and reading.item(node) is not None


def _as_told(desk: Desk, part: Part, editor: Node) -> Node | None:
    """The button beside that for editing which is called just as the goal says: `open Ada and change …`, by `Open`."""
    told = [t.norm for t in part.verb_words[:1] if "open" in verbs().get(t.norm, ())]
    entry = desk.reading.item(editor)
    beside = usable_in(desk.reading, entry) if told and entry else []
    called = [n for n in beside if n.role in ("button", "link") and bare(n.said) in told and not n.disabled]
    return called[0] if len(called) == 1 else None


def _sends_another(reading: Reading, node: Node, part: Part) -> bool:
    """Whether a button sends a form that is there already, of which no field is called as the part says."""
    form = next((h for h in reading.page.parents(node) if h.role == "form"), None)
    fields = [n for n in reading.page.within(form) if is_typed(n) or n.tag == "select"] if form else []
    labels = [word for n in fields for word in parts(n.label or n.name)]
    return sends(node) and bool(fields) and not any(same_word(t, w) for t in content_of(part.words) for w in labels)


def _only_mentioned(desk: Desk, identity: Sequence[Token]) -> bool:
    """Whether the page is about things of another kind, the entries of which only mention the one that is named: it
    says nothing of what is to be changed, and no way into any of them is called so."""
    names = [t for t in identity if t.names]
    about = [t for t in content_of(identity) if not t.names]
    page = desk.situation.page
    apart = {n.number for h in page.nodes if h.role in ("navigation", "banner") for n in page.within(h)}
    told = [parts(n.said) for n in page.nodes if not n.hidden and n.number not in apart]
    called = [n for n in page.controls if not n.hidden and all(set(parts(t.text)) <= set(parts(n.said)) for t in names)]
    return (
        bool(names and about) and not called and not any(same_word(t, w) for t in about for said in told for w in said)
    )


def _listed_elsewhere(desk: Desk, part: Part, identity: Sequence[Token]) -> Move | None:
    """The way to the list that a later check names, where the page only mentions what is to be changed."""
    been = {t.planned.step.selector for t in desk.situation.past if t.planned.explores}
    links = [n for n in usable(desk.reading) if n.role in ("link", "tab") and n.selector not in been]
    links = [n for n in links if n.states.get("current") not in ("page", "true")]
    ways = ways_to_lists(desk.goal.parts[part.number + 1 :], links)
    there = len({n.href for n in ways}) == 1 and _only_mentioned(desk, identity)
    return Move((desk.act(part, "click", ways[0], explores=True),)) if there else None


def _says_just(desk: Desk, node: Node, names: Sequence[Token]) -> bool:
    """Whether the entry of a control says each name as it is written."""
    item = desk.reading.item(node)
    said = set(parts(desk.reading.page.words_of(item) if item else node.said))
    return all(set(parts(t.text)) <= said for t in names)


def _is_called_just(desk: Desk, node: Node, asked: Sequence[Token]) -> bool:
    """Whether something in the entry of a control is called as the words end: `Pump 2`, and not `Pump 2 spare`."""
    item = desk.reading.item(node)
    # A word for its kind may stand before it; a number alone is no name.
    kinds = len(list(takewhile(lambda t: t.text.islower(), asked)))
    runs = [asked[at:] for at in range(kinds + 1) if any(t.kind != "number" for t in asked[at:])]
    names = {bare(" ".join(t.text for t in run)) for run in runs}
    return item is not None and any(bare(n.said) in names for n in desk.reading.page.within(item))


def _is_other_number(desk: Desk, node: Node, identity: Sequence[Token]) -> bool:
    item = desk.reading.item(node)
    return item is not None and numbered_otherwise(desk.reading.page.words_of(item), identity)


def _of_item(desk: Desk, identity: Sequence[Token], nodes: Sequence[Node]) -> Match | str | None:
    """The control that belongs to the thing that is named; a sentence when several could be."""
    asked = content_of(identity)
    matches = sorted((desk.reading.match(n, asked) for n in nodes), key=lambda m: (-m.score, m.node.number))
    naming = [m for m in matches if m.used and not _is_other_number(desk, m.node, identity)]
    if not naming:
        return matches[0] if len(matches) == 1 and not [t for t in asked if t.names] else None
    best = naming[0]
    particular = [t for t in asked if t.names]
    if any(t.number not in best.used for t in particular):
        return None
    untold = [t for t in asked if t.number not in best.used and not page_is_about(desk, [t])]
    if not particular and len(untold) > len([t for t in asked if t.number in best.used]):
        # An entry that only happens to say `half` is not `the yearly fee for a half plot`.
        return None
    rivals = [m for m in naming[1:] if best.score - m.score < 0.08]
    # `Ernesta` is not `Ernesto`, though nearly.
    exact = [m for m in (best, *rivals) if _says_just(desk, m.node, particular)]
    if len(exact) > 1 and rivals:
        # What no entry says is what of it is to be changed: the `phone` of `Ada Ray's phone`.
        named = [t for t in asked if t.number in best.used]
        exact = [m for m in exact if _is_called_just(desk, m.node, named)]
    if len(exact) != 1 and rivals:
        said = by_texts(desk, [m.node for m in (best, *rivals)], asked)
        exact = [m for m in (best, *rivals) if m.node in said]
    best, rivals = (exact[0], []) if len(exact) == 1 and rivals else (best, rivals)
    if rivals:
        places = [desk.reading.item(m.node) for m in (best, *rivals)]
        names = "; ".join(
            dict.fromkeys(
                (desk.reading.page.words_of(p) if p else m.node.said)[:60]
                for p, m in zip(places, (best, *rivals), strict=True)
            )
        )
        return f'Several things fit "{" ".join(t.text for t in asked)}", and the goal does not say which: {names}.'
    return None if is_another(desk, best.node, asked) else best


def _of_page(desk: Desk, identity: Sequence[Token], nodes: Sequence[Node]) -> Match | None:
    """The only such control that stands on the page itself, where that is the page of what is named."""
    particular = [t for t in content_of(identity) if t.names]
    heads = [n.said for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    named = any(
        all(any(same_word(t, w) for w in parts(said)) for t in particular for _ in parts(t.text)) for said in heads
    )
    apart = [n for n in nodes if not is_of_an_entry(desk, n) or _is_in_box(desk, n)]
    if not particular or not named or len(apart) != 1:
        return None
    told = frozenset(t.number for t in content_of(identity) if page_is_about(desk, [t]))
    return Match(apart[0], 1.0, told, frozenset(), 0.0)


def _of_opened(desk: Desk, part: Part, nodes: Sequence[Node]) -> Match | None:
    """The only such control of the dialog that was opened by the name of the thing."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    named = {t.number for t in desk.goal.parts[part.number].words if t.names}
    inside = top_dialog(desk.reading)
    was_opened = last is not None and last.explores and last.part == part.number and bool(last.uses & named)
    if inside is None or not was_opened or len(nodes) != 1 or any(t.names for t in content_of(part.words)):
        return None
    text = parts(desk.reading.text(inside))
    told = frozenset(t.number for t in content_of(part.words) if says(text, t.norm))
    return Match(nodes[0], 1.0, told, frozenset(), 0.0)


def _is_in_box(desk: Desk, node: Node) -> bool:
    """Whether a control stands in one of the boxes that a page is made of, each other of which has its own heading."""
    page, item = desk.situation.page, desk.reading.item(node)
    others = [n for n in page.nodes if item and n.role == item.role == "item" and n.parent == item.parent and n != item]
    return bool(others) and all(any(h.role == "heading" for h in page.within(n)) for n in others)


def _of_created(desk: Desk, part: Part, nodes: Sequence[Node]) -> Match | None:
    """The control in the entry that the goal has made before, when the part only says `it`."""
    made = next((p for p in reversed(desk.goal.parts[: part.number]) if p.verb == "create"), None)
    told = part.words[: next((i for i, t in enumerate(part.words) if t.norm in TO), len(part.words))]
    if made is None or not any(t.norm in _IT for t in part.words) or any(t.names for t in told):
        return None
    past = [t for t in desk.situation.past if t.ok and made.number <= t.planned.part < part.number]
    values = [str(t.planned.step.value) for t in past if t.planned.step.action in ("fill", "selectOption")]
    before = {t.before.words_of(n) for t in past[:1] if t.before for n in t.before.nodes if n.role in ENTRIES}
    fits = []
    for node in nodes:
        item = next((h for h in desk.reading.page.parents(node) if h.role in ENTRIES), None)
        said = desk.reading.page.words_of(item) if item else ""
        if item and said not in before and all(holds(normal(said), bare(value)) for value in values if bare(value)):
            fits.append(node)
    return (
        Match(fits[0], 1.0, frozenset(t.number for t in told), frozenset(), 0.0) if len(fits) == 1 and values else None
    )


def _kept_elsewhere(desk: Desk, part: Part, identity: Sequence[Token], chosen: Match | None) -> Move | None:
    """The way to where things of the named kind are kept, when what was found is not of that kind."""
    used = chosen.used if chosen else frozenset[int]()
    if any(t.planned.explores and t.planned.uses for t in desk.situation.past if t.planned.part == part.number):
        # The thing itself has been opened.
        return None
    particular = [t for t in identity if t.names]
    if particular and all(page_is_about(desk, [t]) for t in particular):
        return None
    if any({a.number, b.number} <= used and a.text.islower() and b.names for a, b in pairwise(identity)):
        # `The notes of order ORD-7`, which calls itself an order: there is nothing of another kind to be found.
        return None
    if part.verb == "edit" and after_to(part) and any(t.kind == "code" and t.number in used for t in identity):
        # `The notes of ORD-7 to Urgent` are a field of it, whatever else is called so.
        return None
    told = owned_thing(identity) if part.verb == "delete" else []
    if told and all(t.number in used or page_is_about(desk, [t]) for t in told):
        # `The order of the customer Ada`: whose it is says nothing of where it is kept.
        return None
    kinds = [t for t in identity if t.kind == "word" and t.text.islower() and t.norm not in STOP]
    kinds = [t for t in kinds if t.number not in used]
    # `The notes to "Ring first"` are a field of what is named before.
    changed = {a.number for a, b in pairwise(part.words) if b.norm in TO and any(t.names for t in identity)}
    kinds = [t for t in kinds if t.number not in changed and not page_is_about(desk, [t])]
    links = [
        n
        for n in usable(desk.reading)
        if n.role in ("link", "tab")
        and any(same_word(t, w) for t in kinds for w in parts(n.said))
        # `The start date` is kept at no start.
        and not set(parts(n.said)) <= _HOME
        and not any(h.role in ENTRIES - {"listitem"} for h in desk.reading.page.parents(n))
    ]
    been = {t.planned.step.selector for t in desk.situation.past if t.planned.explores}
    left = [n for n in links if n.selector not in been]
    return Move((desk.act(part, "click", left[0], explores=True),)) if left else None


def delete(desk: Desk, part: Part) -> Move:
    """Press the control that deletes the thing that is named, say why if that is told, and confirm if the page asks."""
    # The page of the thing may have taken its name already.
    reason = _reason(desk.goal.parts[part.number])
    part = part.without(reason)
    if desk.done_for(part):
        return (_say_why(desk, part, reason) if reason else None) or _confirm(desk, part)
    if desk.situation.page.dialog:
        return lost(part)
    failed = desk.failed_selectors()

    def deleting(reading: Reading) -> list[Node]:
        nodes = [n for n in usable(reading) if _deletes(n, part) and not n.disabled and n.selector not in failed]
        return [n for n in nodes if not needs_ticks(desk, n, part)]

    nodes = by_story(desk, part, [n for n in deleting(desk.reading) if not is_left_out(desk.reading, n, part)])
    if made := _of_created(desk, part, nodes):
        return Move((desk.act(part, "click", made.node, made.used),))
    if nodes and is_extreme(part) and (picked := pick(desk, part, nodes)):
        # It may have to be confirmed yet.
        return Move(tuple(replace(step, ends_part=False) for step in picked.steps))
    chosen = _of_item(desk, part.words, nodes) or nth(desk, nodes, part.words) or _of_page(desk, part.words, nodes)
    chosen = chosen or _of_opened(desk, part, nodes)
    if isinstance(chosen, str):
        return _told_better(desk, part, part.words, nodes, deleting) or lost(part, what=chosen, final=True)
    if chosen and _says_half(desk, part, chosen):
        return lost(part, content_of(part.words))
    if chosen and (kept := _kept_elsewhere(desk, part, part.words, chosen)):
        return kept
    return _delete_chosen(desk, part, chosen, deleting)


def _delete_chosen(desk: Desk, part: Part, chosen: Match | None, deleting: Finder) -> Move:
    """Press what was chosen, once it is known that nothing else on the pages of the list is meant as well."""
    if chosen and _is_of_other_kind(desk, part, chosen):
        return lost(part, content_of(part.words))
    if others := survey(desk, part, content_of(part.words), chosen, deleting):
        return others
    if chosen is None:
        return lost(part, content_of(part.words))
    return Move((desk.act(part, "click", chosen.node, chosen.used | part.left_out),))


def _is_of_other_kind(desk: Desk, part: Part, chosen: Match) -> bool:
    """Whether what was chosen only says whose it is: the boat for `the repair of Alder`, or the note `Call Alder` where
    repairs have a page of their own."""
    page, item = desk.situation.page, desk.reading.item(chosen.node)
    if item is None and _names_other(desk, part, chosen.node):
        return True
    kinds = kind_of(part.words) if item else owned_thing(part.words)
    said = parts(desk.reading.text(item)) if item else ()
    told = is_of_kind(page, chosen.node, kinds) or any(says(said, t.norm) for t in kinds)
    return bool(kinds) and not told and (item is None or leads_to_kind(page, kinds))


def _names_other(desk: Desk, part: Part, button: Node) -> bool:
    """Whether a button says what it takes away, which the page tells of and the order does not, and nothing there says
    a word of what that is about: `Cancel membership` beside `Membership: active` for `the urgent flag of Ada`."""
    facts = {word for n in desk.situation.page.nodes if n.kind == "text" and not n.hidden for word in parts(n.said)}
    thing = [word for word in parts(button.said)[1:] if word not in STOP and word in facts]
    asked = [t for t in content_of(part.words) if t.kind == "word" and t.text.islower()]
    told = any(same_word(t, word) for t in asked for word in thing)
    return bool(thing) and bool(asked) and not told and not all(page_is_about(desk, [t]) for t in asked)


def _says_half(desk: Desk, part: Part, chosen: Match) -> bool:
    """Whether what was chosen says the first word of a name and not the rest: `Cake plain` for `Cake with lemon`."""
    item = desk.reading.item(chosen.node)
    text = normal(desk.reading.text(item) if item else " ".join(desk.situation.page.readable))
    for name, link, rest in zip(part.words, part.words[1:], part.words[2:], strict=False):
        named = name.kind == "word" and name.names and name.number in chosen.used and link.norm in _LINKS
        if (
            named
            and rest.kind == "word"
            and not rest.names
            and rest.norm not in STOP
            and not says(parts(text), rest.norm)
        ):
            return True
    return False


def _confirm(desk: Desk, part: Part) -> Move:
    """Answer what the page asks once a deletion was begun."""
    if desk.situation.page.dialog:
        answered = _is_answered_by(desk, part)
        return Move(done=True) if answered else Move((desk.act(part, "acceptDialog", None, ends=True),))
    asks = top_dialog(desk.reading)
    sure = [
        n
        for n in usable(desk.reading)
        if asks and (does(n, "delete") or does(n, "accept") or does(n, "save")) and not does(n, "close")
    ]
    best = sorted(sure, key=lambda n: (not does(n, "delete"), n.number)) or _asked_on_page(desk, part)
    if best and _is_declined(desk, part, best[0]):
        return Move(done=True)
    return Move((desk.act(part, "click", best[0], ends=True),)) if best else Move(done=True)


def _is_declined(desk: Desk, part: Part, sure: Node) -> bool:
    """Whether the goal goes on with another answer than the one that deletes: `delete J-4, but choose Keep job`."""
    following = desk.goal.parts[part.number + 1 :][:1]
    if not following or following[0].verb not in _ANSWERS:
        return False
    if gives_up(following[0]):
        return True
    told = {t.norm for t in following[0].words if t.kind != "mark"}
    told |= {word for t in following[0].words if t.kind == "quoted" for word in parts(t.text)}
    asks = top_dialog(desk.reading)
    beside = [n for n in usable(desk.reading) if n.role in ("button", "link") and n is not sure and n.said]
    beside = [n for n in beside if asks or n.parent == sure.parent]
    # What deletes may be named as well: `press Delete in the dialog`.
    named = [n for n in beside if set(parts(n.said)) <= told and not does(n, "delete")]
    return bool(named) and not set(parts(sure.said)) <= told


def _reason(part: Part) -> Sequence[Token]:
    """The end of `cancel ORD-5 with the reason "No stock"`, which says nothing of which one is meant."""
    for at in range(1, len(part.words) - 1):
        lead = [t.norm for t in takewhile(lambda t: t.kind == "word" and t.text.islower(), part.words[at + 1 : at + 5])]
        names_it = bool(_REASONS & set(lead)) and set(lead) <= _REASONS | STOP
        if part.words[at].norm in _WITH and names_it and says_which(part.words[:at]):
            return part.words[at:]
    return ()


def _say_why(desk: Desk, part: Part, reason: Sequence[Token]) -> Move | None:
    """Fill in the reason where the page asks for it since the deletion was begun."""
    fields = [n for n in _just_opened(desk, part, usable(desk.reading)) if is_typed(n) or n.tag == "select"]
    found = assign(reason, desk.goal.text, fields_of(desk.reading, fields), frozenset())
    return Move(tuple(steps_for(desk, part, found))) if found else None


def _asked_on_page(desk: Desk, part: Part) -> list[Node]:
    """The button that a page, or a line of it, shows in answer to the first press: `Delete ORD-5? [Yes, delete]`."""
    # A reason may have been filled in since.
    last, *more = [p for p in desk.done_for(part) if p.step.action not in SETTING] or desk.done_for(part)
    before = next((t.before for t in reversed(desk.situation.past) if t.planned == last), None)
    if before is None or last.step.action != "click" or more:
        return []
    had = Counter(n.said for n in before.controls if not n.hidden)
    now = Counter(n.said for n in usable(desk.reading))
    new = [n for n in usable(desk.reading) if n.role == "button" and now[n.said] > had[n.said]]
    # `Yes, cancel it` calls off what is meant; `Cancel` alone leaves the question.
    new = [n for n in new if not does(n, "close") or _is_same_order(n, part) or (calls_off(part) and _is_sure(n, part))]
    asked = any("?" in text and text not in before.readable for text in desk.situation.page.readable)
    own = [n for n in new if _is_sure(n, part) or (asked and _deletes(n, part) and not is_of_an_entry(desk, n))]
    return own if len(own) == 1 else []


def _is_same_order(node: Node, part: Part) -> bool:
    """Whether a button says the order and its thing, `Discard draft`, where `Discard` alone may only leave a form."""
    verb, said = part.verb_words[:1], parts(node.said)
    whole = [t.norm for t in part.words] if verb else []
    things = len(said) > 1 and all(any(same(word, told) for told in whole) for word in said[1:])
    return things and _is_form(verb[0], said[0]) and not calls_off(part) and _deletes(node, part)


def _is_sure(node: Node, part: Part) -> bool:
    """`Yes`, `Confirm deletion`: a button that agrees to this and to nothing else, as `Confirm order` would."""
    said = set(parts(node.said))
    verb = part.verb_words[0] if part.verb_words else None
    deletes = {word for word in said if word in _DELETION or (verb and _is_form(verb, word))}
    things = content_of(part.words) if deletes else []
    rest = said - deletes - _SURE - STOP
    return bool(_SURE & said) and all(any(same_word(t, word) for t in things) for word in rest)


def _deletes(node: Node, part: Part) -> bool:
    """Whether a control does away with its thing, by the word of the goal if that is one of its own: `cancel`."""
    if not calls_off(part):
        return does(node, "delete")
    verb, said = part.verb_words[0], parts(node.said)
    # `Anular cita` cancels it too, whereas `Cancelar` alone leaves a form.
    other = len(said) > 1 and said[0].startswith(("cancel", "anul")) and any(same_word(t, said[1]) for t in part.words)
    return other or any(_is_form(verb, word) for word in said[:1])


def _is_form(verb: Token, word: str) -> bool:
    """Whether a word is the verb of an order in another form: `Anular` of `anula`."""
    return same_word(verb, word) or is_conjugated(verb.norm, word) or word[:_ROOT] == verb.norm[:_ROOT]


def _is_answered_by(desk: Desk, part: Part) -> bool:
    """Whether the goal itself says next how to answer the question."""
    following = (each for each in desk.goal.parts[part.number + 1 :] if each.verb != "expect")
    return next((each.verb for each in following), "") in ("accept", "close")

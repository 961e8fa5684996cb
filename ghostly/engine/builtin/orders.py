"""Orders that a page has a word of its own for: `Reply to Ada with the text …`, `Print the invoice`; copy and paste."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .acting import click, clickable, how_many
from .amounts import asked_in, with_amount
from .bulk import needs_ticks
from .contrasts import by_story, entry_of, is_another, is_namesake, owners_missed
from .controls import ended, is_of_an_entry, scope, steps_for, unfilled
from .creating import create, further, left_empty, not_left_empty
from .desk import Desk, Move, lost
from .exploring import receivers
from .fields import assign
from .filling import the_last
from .finding import Found, does, find, is_kind, is_left_out, top_dialog, usable
from .lexicon import EVERY, infinitives, is_conjugated, same, verbs
from .matching import holds
from .part import Part, content_of
from .picking import is_extreme, pick
from .speech import says_every
from .stock import move_stock
from .taking import Assignment, Field, best_option, fields_of, is_typed
from .words import Token, bare, normal, parts

_SENDING = {"save", "click", "close", "press", "fill", "choose", "check", "uncheck", "next", "accept"}
_ARTICLES = {"the", "a", "an", "el", "la", "un", "una"}
_TO = {"to", "a", "al", "as"}
_WITH = {"with", "con", "saying", "diciendo"}
_ADDRESSES = {"to", "recipient", "recipients", "para", "destinatario", "destinatarios"}
_IN_FORM = "open the form for"
# How verbs begin that bring something to its end, as forms are filled in too.
_ENDS = re.compile(r"(?:complet|finish|finaliz|termin)")
_GIVES = re.compile(r"(?:re)?(?:assign|allocat|asign|adjudi[cq])|hand|giv|encarg|deriv|traspas")
_PASSES_ON = {"send", "give", "pass", "enviar", "envia", "manda", "mandar", "da", "dar", "pasa"}


def say(desk: Desk, part: Part) -> Move:
    """Press the control that is called like the order, and fill in what it asks for then."""
    if done := desk.done_for(part):
        if sure := _asked_again(desk, part):
            return sure
        opened = all(p.why.startswith(_IN_FORM) for p in done)
        if not opened and _is_pressed(desk, part, done):
            return Move(done=True)
        return (_on_its_page(desk, part) or lost(part, content_of(part.words))) if opened else _fill_in(desk, part)
    verb = part.verb_words or part.words[:1]
    called = _called(desk, verb) or _passing_on(desk, verb)
    if at_once := (pick(desk, part, called) if is_extreme(part) else None) or _by_labels(desk, part):
        return at_once
    nodes = [n for n in by_story(desk, part, called) if not needs_ticks(desk, n, part)] if called else []
    if called and not nodes:
        return lost(part, content_of(part.words))
    if not nodes and (asked := asked_in(desk, part)):
        return Move(asked)
    move = _press(desk, part, verb, nodes) if nodes else _without_control(desk, part, verb)
    unasked = not part.verb_words and any(_acts_unasked(desk, each, part) for each in move.steps)
    return lost(part, content_of(part.words)) if unasked else move


def _asked_again(desk: Desk, part: Part) -> Move | None:
    """Press in a dialog that only asks the button that is called like the one which has opened it: `End tenancy`."""
    dialog, last = top_dialog(desk.reading), next((t for t in reversed(desk.situation.past) if t.ok), None)
    pressed = last.planned.target if last and last.before and not last.before.dialogs else None
    if dialog is None or last is None or pressed is None or last.planned.part != part.number:
        return None
    inside = [n for n in desk.reading.page.within(dialog) if n in usable(desk.reading)]
    asks = not any(is_typed(n) or n.tag == "select" or n.type in ("radio", "checkbox") for n in inside)
    fits = [n for n in inside if n.role == "button" and bare(n.said) == bare(pressed.name)]
    return Move((desk.act(part, "click", fits[0], ends=True),)) if asks and len(fits) == 1 else None


def _is_pressed(desk: Desk, part: Part, done: Sequence[Planned]) -> bool:
    """Whether all that an order names was said by what was pressed for it."""
    taken = {n for planned in done for n in planned.uses}
    presses = all(planned.step.action == "click" for planned in done)
    return presses and not any(t.names and t.number not in taken for t in content_of(part.words))


def switch(desk: Desk, part: Part) -> Move | None:
    """`Deactivate the coupon MAY-10`, where its entry has a button that is called so, and the page no box to clear."""
    boxes = any(n.role in ("checkbox", "switch") for n in usable(desk.reading))
    names = [t for t in content_of(part.words) if t.names]
    turns = part.verb in ("check", "uncheck") and bool(part.verb_words)
    if boxes or not names or not turns or desk.done_for(part):
        return None
    called = _called(desk, part.verb_words)
    nodes = [n for n in called if n.role in ("button", "link", "menuitem") and not n.disabled]
    # `Deactivate Oak` means Oak, and not `White oak`.
    said = [word for t in names for word in parts(t.text)]
    nodes = [n for n in nodes if list(parts(n.said)[1:]) == said] or nodes
    found = find(desk.reading, part.words, nodes)
    if found.match is None or found.rivals or any(t in found.unused for t in names):
        return None
    return Move((desk.act(part, "click", found.match.node, found.match.used, ends=True),))


def press_spelled(desk: Desk, part: Part) -> Move | None:
    """`Put ticket T-4 on hold`, where a button of its page is called `Put on hold`."""
    tells = any(t.text in (":", "=") or t.kind == "quoted" for t in part.words)
    if part.verb != "fill" or tells or not part.verb_words or desk.done_for(part):
        return None
    told = [t for t in part.words if t.kind == "word"]
    buttons = [n for n in clickable(desk) if n.role in ("button", "link", "menuitem") and not n.disabled]
    nodes = [n for n in buttons if _is_spelled(parts(n.said), part, told)]
    said = {word for n in nodes for word in parts(n.said)}
    names = [t for t in part.words if t.names and t.norm not in said]
    nodes = [n for n in nodes if all(_is_told_of(desk, n, t) for t in names)]
    if len(nodes) != 1:
        return None
    uses = {t.number for t in part.words if t.norm in said or t in names}
    return Move((desk.act(part, "click", nodes[0], uses, ends=True),))


def _is_spelled(said: Sequence[str], part: Part, told: Sequence[Token]) -> bool:
    """Whether a label is the verb of an order and words of it: `Poner en pausa` for `pon la cola en pausa`."""
    verb, words = part.verb_words[0].norm, {t.norm for t in told}
    if len(said) < _PAIR or not words.issuperset(said[1:]):
        return False
    does_it = part.verb in verbs().get(said[0], ()) and said[0].startswith(verb[:_ROOT])
    return same(said[0], verb) or is_conjugated(verb, said[0]) or does_it


def _is_told_of(desk: Desk, node: Node, name: Token) -> bool:
    """Whether the page of a control, or its entry, says a name."""
    item = desk.reading.item(node)
    heads = [n.said for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    texts = (*heads, desk.reading.text(item) if item else "")
    return any(set(parts(name.text)) <= set(parts(text)) for text in texts)


def _without_control(desk: Desk, part: Part, verb: Sequence[Token]) -> Move:
    """What nothing on the page is called like."""
    if moved := move_stock(desk, part):
        return moved
    # `Asigna a Ada el aviso 4` makes nothing.
    gives = [t.norm for t in _given(part.words)[:1]] in (["el"], ["la"], ["los"], ["las"])
    # `Apunta a Ada` neither.
    gives = gives or (desk.goal.is_spanish and part.words[:1] != () and part.words[0].norm == "a")
    if part.words and part.words[0].norm in ("a", "an", "un", "una", "another") and not gives:
        # What a page has no such word for is made by its form for new ones: `schedule a campaign`.
        return create(desk, part)
    if (
        placed := _in_its_entry(desk, part)
        or _handed(desk, part)
        or (_on_its_page(desk, part) if part.verb_words else None)
    ):
        return placed
    if part.verb_words and (form := _form_of_it(desk, part)):
        return form
    return click(desk, part) if not part.verb_words else lost(part, verb)


def _acts_unasked(desk: Desk, planned: Planned, part: Part) -> bool:
    """Whether a button begins with what it does to a thing, of which a sentence without an order says nothing: `Remove
    Ada Ray` is not meant by `Ada Ray is away today`."""
    node = next((n for n in desk.reading.page.controls if n.selector == planned.step.selector), None)
    said = parts(node.said) if node else ()
    told = [word for t in part.words for word in parts(t.text)]
    acts = node is not None and node.role in ("button", "menuitem") and len(said) > 1
    return acts and not any(same(said[0], word) or _is_form_of(said[0], word) for word in told)


def _press(desk: Desk, part: Part, verb: Sequence[Token], nodes: Sequence[Node]) -> Move:
    """Press the one of the controls that are called like the order which belongs to what the words name."""
    if field := _as_field(desk, part, nodes):
        return field
    rest = [token for token in part.words if token not in verb and token.norm not in EVERY]
    if says_every(part.words) or how_many(part):
        return _all_called(desk, part, nodes, rest, verb)
    thing = _unlabelled(rest)
    if not content_of(thing) and len({entry.number for n in nodes if (entry := entry_of(desk, n))}) == len(nodes) > 1:
        # Each of several entries has one, and nothing tells which.
        return lost(part, part.words)
    found_node = find(desk.reading, thing, nodes) if content_of(thing) else Found(desk.reading.match(nodes[0], ()))
    if len(nodes) > 1 and (found_node.match is None or found_node.rivals):
        return lost(part, content_of(rest))
    chosen = found_node.match.node if found_node.match else nodes[0]
    about = _thing_in(thing)
    if is_another(desk, chosen, about) or owners_missed(desk, chosen, about) or is_namesake(desk, chosen, about):
        return lost(part, content_of(rest))
    used = (found_node.match.used if found_node.match else frozenset[int]()) | {t.number for t in verb}
    left = [t for t in content_of(rest) if t.number not in used and t.names]
    item = desk.reading.item(chosen)
    if left and (item is None or item.role not in ("row", "listitem", "article")) and _is_entry(desk, part, left):
        # What is named is there to be opened: it has a control of its own.
        return lost(part, left)
    # What it asks then is answered for the order still.
    pressed = desk.act(part, "click", chosen, used)
    if filled := _filled_beside(desk, part, chosen, used):
        return Move((*filled, replace(pressed, commits=True, ends_part=True)))
    if amount := with_amount(desk, part, chosen, used):
        return Move((amount, replace(pressed, commits=True, ends_part=True)))
    return Move((pressed,))


def _filled_beside(desk: Desk, part: Part, button: Node, used: frozenset[int]) -> list[Planned]:
    """What an order fills in before it presses the button of a form: `Close the case with the reason Solved`."""
    at = next((i for i, t in enumerate(part.words) if i and (t.norm in _WITH or t.text in (":", ","))), len(part.words))
    form = next((h for h in desk.reading.page.parents(button) if h.role == "form" or h.tag == "form"), None)
    inside = [n for n in desk.reading.page.within(form) if n in usable(desk.reading)] if form else []
    fields = [f for f in fields_of(desk.reading, inside) if any(is_typed(n) or n.tag == "select" for n in f.nodes)]
    return steps_for(desk, part, assign(part.words[at:], desk.goal.text, fields, used | desk.used)) if fields else []


def as_pressed(desk: Desk, part: Part) -> Part:
    """The order to complete a thing, as one that is done by the button of that name, where the page has one, or nothing
    to fill in: `complete the appointment of Ada`."""
    ends = part.verb == "fill" and any(_ENDS.match(t.norm) for t in part.verb_words[:1])
    if not ends or not part.words or part.words[0].norm not in ("the", "el", "la") or desk.done_for(part):
        return replace(part, verb="say") if ends and _was_pressed_for(desk, part) else part
    called = [n for n in _called(desk, part.verb_words) if n.role in ("button", "link") and len(parts(n.said)) > 1]
    fillable = any(is_typed(n) or n.tag == "select" for n in scope(desk))
    return replace(part, verb="say") if called or not fillable else part


def _was_pressed_for(desk: Desk, part: Part) -> bool:
    done = desk.done_for(part)
    return bool(done) and any(_is_form_of(w, part.verb_words[0].norm) for p in done if p.target
                              for w in parts(p.target.name))  # fmt: skip


def _thing_in(words: Sequence[Token]) -> Sequence[Token]:
    """The words before whom or what it is done to, or with what."""
    cut = (i for i, t in enumerate(words) if t.norm in _TO or (t.norm in _WITH and not _is_definite(words, i + 1)))
    return words[: next(cut, len(words))]


def _is_definite(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].norm in ("the", "el", "la", "los", "las")


def _by_labels(desk: Desk, part: Part) -> Move | None:
    """`Client Textil Sur, quantity 3` without a verb: each label with its value, and nothing else."""
    if part.verb_words:
        return None
    found = assign(part.words, desk.goal.text, fields_of(desk.reading, scope(desk)), frozenset())
    used = {n for assignment in found for n in assignment.uses}
    labelled = bool(part.words) and part.words[0].number in used
    if not found or not labelled or any(t.number not in used for t in content_of(part.words)):
        return None
    return ended(steps_for(desk, part, found))


def _fill_in(desk: Desk, part: Part) -> Move:
    """Fill in what was asked for once the control was pressed."""
    taken = frozenset(n for planned in desk.done_for(part) for n in planned.uses)
    fields = fields_of(desk.reading, scope(desk))
    empty = left_empty(part, fields)
    free = not_left_empty(part, fields)
    found = assign(part.words, desk.goal.text, free, taken | empty) or _addressed(part, free)
    found = (*found, *the_last(desk, part.less(empty), free, found)) if found else found
    steps = steps_for(desk, part, found)
    steps[:1] = [replace(planned, uses=planned.uses | empty) for planned in steps[:1]]
    seen = [t.before for t in desk.situation.past if t.before]
    known = [text for page in seen for text in page.readable]
    left = [t for t in unfilled(part, found) if t.number not in desk.used] if seen else []
    missing = [t for t in left if not any(holds(normal(text), bare(t.text)) for text in known)]
    form = [node for field in fields for node in field.nodes]
    begun = [*steps, *(p for p in desk.done_for(part) if p.step.action in ("fill", "selectOption", "check"))]
    if missing and begun and (onward := further(desk, part, form)):
        return Move((*steps, onward))
    if missing and part.words[:1] and part.words[0].norm in ("a", "an", "un", "una"):
        # `Catalogue a book: Winter Birds, 2 copies` names what is made.
        made = create(desk, part)
        if made.steps and not made.lost:
            return made
    # A form that lacks what the goal names is not sent.
    return lost(part, missing, final=True) if missing and steps else ended([*steps, *_sent_by(desk, part, steps)])


def _sent_by(desk: Desk, part: Part, steps: Sequence[Planned]) -> list[Planned]:
    """The button of a dialog that is called like the one by which it was opened, once its fields are filled in."""
    following = desk.goal.parts[part.number + 1 : part.number + 2]
    dialog, opened = top_dialog(desk.reading), desk.done_for(part)
    filled = any(p.step.action in ("fill", "selectOption", "check") for p in (*steps, *opened))
    if dialog is None or not filled or any(p.verb in _SENDING for p in following):
        return []
    names = {bare(p.target.name) for p in opened if p.target and p.step.action == "click"}
    inside = [n for n in desk.reading.page.within(dialog) if n.role == "button" and not n.disabled]
    fits = [n for n in inside if bare(n.said) in names]
    sent = [replace(desk.act(part, "click", n), commits=True) for n in fits]
    return sent if len(fits) == 1 else []


def _is_entry(desk: Desk, part: Part, names: Sequence[Token]) -> bool:
    """Whether a link on the page is called by these words of the part, and no others."""
    told = {word for t in part.words for word in parts(t.text)}
    links = [parts(n.said) for n in usable(desk.reading) if n.role == "link" and n.said]
    return any(told >= set(said) and all(set(parts(t.text)) <= set(said) for t in names) for said in links)


def _as_field(desk: Desk, part: Part, nodes: Sequence[Node]) -> Move | None:
    """`Assign T-18 to Ada` where the page asks for the assignee: the list that is called so takes the name."""
    lists = [n for n in nodes if n.tag == "select"] or _right_before(desk, nodes)
    to = next((i for i in range(len(part.words) - 1, -1, -1) if part.words[i].norm in ("to", "a", "al")), None)
    value = [t for t in part.words[to + 1 :] if t.kind != "mark"] if to is not None else []
    if len(lists) != 1 or not value:
        return None
    option = best_option(lists[0].options, " ".join(t.text for t in value))
    if option is None or not (lists[0] in nodes or _is_its_page(desk, part)):
        return None
    uses = {t.number for t in value} | desk.reading.match(lists[0], content_of(part.words)).used
    step = Step("selectOption", selector=lists[0].selector, value=option.label)
    return Move((desk.plan(part, step, lists[0], frozenset(uses), True),))


def _right_before(desk: Desk, nodes: Sequence[Node]) -> list[Node]:
    """The lists behind each of which one of these buttons stands at once."""
    controls = [n for n in usable(desk.reading) if not any(h.role == "form" for h in desk.reading.page.parents(n))]
    return [one for one, other in pairwise(controls) if one.tag == "select" and other in nodes]


def _is_its_page(desk: Desk, part: Part) -> bool:
    """Whether the page is that of the thing which the order names: what it is called stands above all, or was pressed
    to come here."""
    thing = _given(desk.goal.parts[part.number].words)
    opened = any(t not in part.words for t in thing)
    names = [t for t in thing if t.names] or (content_of(thing) if opened else ())
    left = [t for t in names if t in part.words and t.names]
    heads = [parts(n.said) for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    return bool(names) and (not left or any(all(set(parts(t.text)) <= set(said) for t in left) for said in heads))


def _given(words: Sequence[Token]) -> Sequence[Token]:
    """What is given to somebody: before whom, or behind, as in `asigna a Ada Ray el aviso 4`."""
    if words and words[0].norm in _TO:
        return words[1 + len(list(takewhile(lambda t: t.names, words[1:]))) :]
    return words[: next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in _TO), 0)]


def _receiver(words: Sequence[Token]) -> list[Token]:
    """Whom something is given to."""
    if words and words[0].norm in _TO:
        return list(takewhile(lambda t: t.names, words[1:]))
    to = next((i for i in range(len(words) - 1, -1, -1) if words[i].norm in _TO), None)
    return [t for t in words[to + 1 :] if t.names] if to is not None else []


def _on_its_page(desk: Desk, part: Part) -> Move | None:
    """`Hand Ada over to Bo`, where the page of Ada has just one list with Bo in it."""
    value = _receiver(part.words)
    said = " ".join(t.text for t in value)
    offers = [(n, best_option(n.options, said)) for n in usable(desk.reading) if n.tag == "select" and value]
    found = [(n, option) for n, option in offers if option]
    # `Ada` in one list is less than `Ada Ray` in another.
    found = [(n, option) for n, option in found if bare(option.label) == bare(said)] or found
    lists, option = [n for n, _ in found], found[0][1] if len(found) == 1 and _is_its_page(desk, part) else None
    if option is None:
        return None
    step = Step("selectOption", selector=lists[0].selector, value=option.label)
    return ended([desk.plan(part, step, lists[0], frozenset(t.number for t in content_of(part.words)), True)])


def _form_of_it(desk: Desk, part: Part) -> Move | None:
    """Open the form of the thing whose page this is, where the order gives it to somebody: `Assign the leak to Bo`."""
    given = _receiver(part.words) and _GIVES.match(part.verb_words[0].norm)
    forms = [n for n in usable(desk.reading) if does(n, "edit") and not n.disabled and not is_of_an_entry(desk, n)]
    if not given or len(forms) != 1 or not _is_its_page(desk, part):
        return None
    return Move((desk.act(part, "click", forms[0], why=f"{_IN_FORM} {part.said}"),))


def _in_its_entry(desk: Desk, part: Part) -> Move | None:
    """`Assign Ada to the group Blue`, where the entry of Ada has a list with that group in it."""
    to = next((i for i in range(len(part.words) - 1, 0, -1) if part.words[i].norm in _TO), None)
    names = [t for t in part.words[:to] if t.names] if to else []
    value = [t for t in part.words[to + 1 :] if t.names] if to else []
    if not names or not value:
        return None
    said = " ".join(t.text for t in value)
    lists = [n for n in usable(desk.reading) if n.tag == "select" and best_option(n.options, said)]
    items = [(n, item) for n in lists if (item := desk.reading.item(n))]
    fits = [n for n, item in items if all(holds(desk.reading.text(item), bare(t.text)) for t in names)]
    option = best_option(fits[0].options, said) if len(fits) == 1 else None
    if option is None:
        return None
    step = Step("selectOption", selector=fits[0].selector, value=option.label)
    return ended([desk.plan(part, step, fits[0], frozenset(t.number for t in content_of(part.words)), True)])


def _handed(desk: Desk, part: Part) -> Move | None:
    """`Give Ada the van V-3` and `give Ada Ray Van 3`, where the entry of just Ada has a list with that van in it."""
    verb = part.verb_words[0].norm if part.verb_words else ""
    words = [t for t in part.words if t.kind != "mark"]
    if not (_GIVES.match(verb) or verb in _PASSES_ON) or any(t.norm in _TO for t in words):
        return None
    found = []
    for node, item in ((n, desk.reading.item(n)) for n in usable(desk.reading) if n.tag == "select"):
        for at in range(1, len(words)) if item else ():
            whom, what = words[:at], [t for t in words[at:] if t.norm not in _ARTICLES]
            option = next((o for o in node.options if bare(o.label) == bare(" ".join(t.text for t in what))), None)
            named = all(t.names and holds(desk.reading.text(item), bare(t.text)) for t in whom) if item else False
            found += [(node, option)] if option and named else []
    if len(found) != 1:
        return None
    step = Step("selectOption", selector=found[0][0].selector, value=found[0][1].label)
    return ended([desk.plan(part, step, found[0][0], frozenset(t.number for t in content_of(part.words)), True)])


def _unlabelled(words: Sequence[Token]) -> Sequence[Token]:
    """The words before what is to be filled in: `Ada's request` in `Ada's request, comment: Not before the first`."""
    colon = next((i for i, t in enumerate(words) if t.text in (":", "=")), None)
    if colon is None:
        return words
    return words[: next((i for i in range(colon - 1, 0, -1) if words[i].text == ","), colon)]


def _all_called(desk: Desk, part: Part, nodes: Sequence[Node], words: Sequence[Token], verb: Sequence[Token]) -> Move:
    """The controls of all the things that the words name."""
    most = how_many(part)
    asked = [token for token in content_of(words) if not is_kind(token) and not (most and token.norm.isdigit())]
    nodes = [n for n in nodes if not is_left_out(desk.reading, n, part)]
    matches = [m for m in (desk.reading.match(n, asked) for n in nodes) if len(m.used) == len(asked)]
    if len(matches) < most:
        return lost(part, asked)
    matches = matches[:most] if most else matches
    uses = frozenset(token.number for token in (*part.words, *verb)) | part.left_out
    steps = [desk.act(part, "click", m.node, uses) for m in matches]
    return ended(steps) if steps else lost(part, asked)


def _pressable(desk: Desk) -> list[Node]:
    """Controls and icons; what has no name of its own and only holds such is left to what it holds."""
    nodes = (*clickable(desk), *usable(desk.reading, ("shape",)))
    return [n for n in nodes if n.said or not desk.reading.text(n)]


def _addressed(part: Part, fields: Sequence[Field]) -> Sequence[Assignment]:
    """Who is to get it goes where the page asks for that."""
    places = [f for f in fields if any(_ADDRESSES & set(parts(name)) for name in f.names)]
    names = receivers(part)
    if len(places) != 1 or len(names) != 1:
        return ()
    return (Assignment(places[0], names[0].text, frozenset({names[0].number})),)


def _passing_on(desk: Desk, verb: Sequence[Token]) -> list[Node]:
    """What passes things on, for an order to send or give them to somebody."""
    if not verb or verb[0].norm not in _PASSES_ON:
        return []
    words = (replace(verb[0], norm=word) for word in ("forward", "share"))
    return next((found for word in words if (found := _called(desk, (word,)))), [])


def _called(desk: Desk, verb: Sequence[Token]) -> list[Node]:
    """What says just the word of the order, or is called by it among other words."""
    texts = [n for n in usable(desk.reading, ("control", "text")) if same(bare(n.said), verb[0].norm)] if verb else []
    if texts and all(n.role == "tab" for n in texts):
        # A tab called `Let` shows what is let, and lets nothing.
        texts = [] if any(n.role == "button" and _is_called(n, verb) for n in _pressable(desk)) else texts
    found = texts or [n for n in _pressable(desk) if _is_called(n, verb) and (n.role != "tab" or n in texts)]
    found = found or [n for n in _pressable(desk) if _is_called(n, verb)]
    found = [n for n in found if not _tells_state(n, verb)]
    # `Check in` is not `Check out`.
    particle = verb[-1].norm if len(verb) > 1 and verb[-1].norm in _PARTICLES else ""
    return [n for n in found if particle in parts(n.said)] if particle else found


def _tells_state(node: Node, verb: Sequence[Token]) -> bool:
    """Whether something is called by what has been done: `Rejected (2)` rejects nothing."""
    said = [word for word in parts(node.said) if not word.isdigit()]
    return len(said) == 1 and bool(_DONE.search(said[0])) and not _DONE.search(verb[0].norm)


def _is_called(node: Node, verb: Sequence[Token]) -> bool:
    inner = (*parts(node.classes), *parts(node.id)) if not node.said else ()
    said = (*parts(node.said), *parts(node.title), *inner)
    return bool(verb) and any(_is_form_of(word, verb[0].norm) for word in said)


def _is_form_of(word: str, verb: str) -> bool:
    """Whether a word of the page says what an order does, in whatever form or language: `Undo` for `deshaz`."""
    alike = same(word, verb) or _is_cognate(word, verb) or is_conjugated(verb, word)
    return alike or any(same(word, infinitive) for infinitive in infinitives(verb))


_PARTICLES = {"in", "out", "off", "up", "down", "back"}
_LEAST_ROOT, _ROOT, _PAIR = 7, 3, 2
_DONE = re.compile(r"(?:ed|[ai]d[oa]s?)$")


def _is_cognate(one: str, other: str) -> bool:
    """Whether two words have most of their beginning in common: `invite` and `invita`, `export` and `exporta`."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    return common >= max(5, 0.7 * longest) or common >= max(_LEAST_ROOT, 0.8 * shortest)


def paste(desk: Desk, part: Part) -> Move:
    """Type what the part that copies has named into the field that this one names."""
    source = next((p for p in reversed(desk.goal.parts[: part.number]) if p.verb == "copy"), None)
    if source is None:
        return lost(part, what=f'"{part.said}" does not say what to paste: copy something first.')
    fields = [n for n in usable(desk.reading) if is_typed(n)]
    texts = [n for n in usable(desk.reading, ("control", "text")) if n.value or n.kind == "text"]
    copied = find(desk.reading, source.words, [n for n in texts if n.value] or texts)
    if copied.match is None or copied.rivals or copied.unused:
        return lost(source, copied.unused)
    empty = [n for n in fields if not n.value and n is not copied.match.node]
    target = find(desk.reading, part.words, empty)
    if target.match is None or target.rivals or target.unused:
        return lost(part, target.unused)
    value = copied.match.node.value or copied.match.node.said
    used = copied.match.used | target.match.used | {t.number for t in source.verb_words}
    return Move(
        (
            desk.plan(
                part, Step("fill", selector=target.match.node.selector, value=value), target.match.node, used, True
            ),
        )
    )


ORDERS = {"say": say, "paste": paste}

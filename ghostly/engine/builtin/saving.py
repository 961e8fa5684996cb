"""Parts that send a form: its own button, told from those of the page around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ..page import Node
from ..planning import Planned, Tried
from .acting import click, confirm_asked
from .agreeing import TO_SEE_IF_COMPLETE, box_insisted_on, boxes_to_agree, waits_for_answer
from .controls import (
    FOR_THE_REST,
    LAYERS,
    MOST_PAGES,
    SETTING,
    beside,
    goes_on,
    is_of_an_entry,
    is_plain,
    page_is_about,
    plainly_sends,
    says_name,
    scope,
    sending_score,
    sends,
    steps_for,
    taken_by,
    unfilled,
    was_pressed,
)
from .creating import creation_form, left_empty, narrows
from .desk import Desk, Move, lost
from .fields import assign, by_order
from .finding import does, top_dialog, usable
from .lexicon import STOP, Verb, same
from .matching import Reading
from .part import Part, content_of
from .speech import COMMA, DETERMINERS, EMPTY
from .taking import fields_of, is_typed
from .words import Token, parts

# What people call the whole of what they filled in.
_FILLED_IN = {
    "change", "changes", "cambio", "cambios", "form", "formulario", "data", "datos", "information", "informacion",
    "edits", "everything", "todo", "details", "detalles", "wizard", "asistente", "settings", "ajustes",
}  # fmt: skip

_CHOOSES: frozenset[Verb] = frozenset({"fill", "choose", "check", "uncheck"})
_WITH_BUTTON = {"with", "using", "via", "through", "by", "on", "con", "usando", "mediante", "en", "pulsando"}
_CHOICES = {"check", "uncheck", "selectOption"}
_OPENS = {"edit", "editar"}
_TOWARDS = (("to",), ("for",), ("a",), ("al",), ("para",))
# How far a button is from its field at most, and how much they may overlap, in CSS pixels.
_NEAR, _TOUCH = 60, 4


def save(desk: Desk, part: Part) -> Move:
    """Press the button that sends the form that was filled in last."""
    if told := _told_with(desk, part) or _told_before(desk, part):
        return told
    if part.keeps:
        return _keep(desk, part)
    if any(t.norm.startswith("confirm") for t in part.verb_words[:1]) and (confirmed := confirm_asked(desk, part)):
        return confirmed
    began = bool(desk.done_for(part))
    if part.implied and _was_dragged(desk):
        return _send_dragged(desk, part)
    if part.implied and not began and _has_only_narrowed(desk):
        return Move(done=True)
    has_form = _has_form(desk) or _is_untouched(desk, part) or _is_on_the_way(desk, part)
    has_form = has_form or _has_waited(desk, part) or bool(_said_empty(desk, part))
    if part.implied and not began and (not has_form or (_was_sent(desk, part) and not _was_just_opened(desk, part))):
        return Move(done=True)
    if part.implied and not began and (own := _own_button(desk, part)):
        return Move((desk.act(part, "click", own, ends=True, why=f'press "{own.said}"'),))
    buttons = _senders(desk, part, began, has_form)
    if not buttons:
        return Move(done=True) if part.implied or began else click(desk, part)
    asked = content_of(part.words)
    ranked = sorted(buttons, key=lambda n: (-sending_score(desk, n, asked), n.number))
    if part.implied and not began and _sends_another_form(desk, ranked[0]):
        return Move(done=True)
    return _pressed(desk, part, ranked[0])


def _has_only_narrowed(desk: Desk) -> bool:
    """Whether all that was set last are lists of choices by which a page shows less, or in another order: that is
    nothing to be saved, whatever button stands beside them."""
    made = [*(t.planned for t in desk.situation.past if t.ok), *desk.steps]
    last = {p.step.selector for p in takewhile(lambda p: p.step.action in SETTING, reversed(made))}
    nodes = [n for n in desk.reading.page.controls if n.selector in last]
    return bool(nodes) and len(nodes) == len(last) and all(narrows(n) and not _form_of(desk, n) for n in nodes)


def _sends_another_form(desk: Desk, button: Node) -> bool:
    """Whether all that was set last is a box in an entry of a list, and a button sends what is typed in a form beside
    it: what was ticked is kept at once."""
    made = [*(t.planned for t in desk.situation.past if t.ok), *desk.steps]
    last = [p for p in made if made and p.part == made[-1].part and not p.explores]
    ticked = [n for n in desk.reading.page.nodes if any(p.step.selector == n.selector for p in last)]
    form = _form_of(desk, button)
    inside = list(desk.reading.page.within(form)) if form else []
    in_list = all(any(h.role in ("row", "listitem") for h in desk.reading.page.parents(n)) for n in ticked)
    only = bool(ticked) and all(p.step.action in ("check", "uncheck") for p in last)
    # What only was pressed may belong to a form; an empty one that waits for something new is not that.
    empty = not any(n.value for n in inside if is_typed(n))
    only = only or (bool(last) and empty and all(p.step.action == "click" for p in last) and len(ticked) == len(last))
    return only and in_list and any(map(is_typed, inside)) and not any(n in inside for n in ticked)


def _keep(desk: Desk, part: Part) -> Move:
    """Press the one button that saves the choices which were made last; nothing more where there is none, and where
    anything was typed, which may be a draft."""
    made = [*(t.planned for t in desk.situation.past if t.ok), *desk.steps]
    made = list(takewhile(lambda p: desk.goal.parts[p.part].verb in _CHOOSES and not p.explores, reversed(made)))
    node = next((n for n in desk.reading.page.controls if made and n.selector == made[0].step.selector), None)
    if node is None or desk.done_for(part) or any(p.step.action not in _CHOICES for p in made):
        return Move(done=True)
    buttons = [n for n in usable(desk.reading) if is_plain(n) and not n.disabled and not is_of_an_entry(desk, n)]
    buttons = [n for n in buttons if _form_of(desk, n) == _form_of(desk, node)]
    if len(buttons) != 1:
        return Move(done=True)
    return Move((desk.act(part, "click", buttons[0], ends=True, why=f'press "{buttons[0].said}"'),))


def _form_of(desk: Desk, node: Node) -> Node | None:
    return next((h for h in desk.reading.page.parents(node) if h.role == "form"), None)


def _pressed(desk: Desk, part: Part, best: Node) -> Move:
    """Press the button that is meant, unless what it sends waits or was sent."""
    began, asked = bool(desk.done_for(part)), content_of(part.words)
    if waits_for_answer(desk, part):
        return _agreed_to(desk, part, best)
    if part.underway and not goes_on(best):
        # What sends the form waits.
        return Move(done=True)
    if began and was_pressed(desk, best):
        return Move(done=True)
    if best.disabled and len(boxes := boxes_to_agree(desk)) == 1:
        return Move((_agree(desk, part, boxes[0]),))
    if best.disabled:
        return lost(part, what=f'The button "{best.said}" is disabled: the form does not accept what was filled in.')
    if sending_score(desk, best, asked) < 0.5:
        return lost(part, asked)
    uses = desk.reading.match(best, asked).used | {t.number for t in part.words if t.norm in _FILLED_IN}
    uses |= _left_empty(desk, part)
    # A button that leads to the next page of a form does not end the form.
    ends = not goes_on(best) or len(desk.done_for(part)) >= MOST_PAGES
    if ends and boxes_to_agree(desk):
        why = f'press "{best.said}"{TO_SEE_IF_COMPLETE}'
        return Move((desk.act(part, "click", best, uses, why=why),))
    return Move((desk.act(part, "click", best, uses, ends=ends, why=f'press "{best.said}"'),))


def _agreed_to(desk: Desk, part: Part, button: Node) -> Move:
    """The box ticked that the form insists on, and the form sent again; nothing more where it was taken."""
    box = box_insisted_on(desk, button)
    if box is None:
        return Move(done=True)
    sent = desk.act(part, "click", button, ends=True, why=f'press "{button.said}"')
    return Move((_agree(desk, part, box), sent))


def _agree(desk: Desk, part: Part, box: Node) -> Planned:
    return desk.act(part, "check", box, why=f'tick "{box.label or box.name}", which the form insists on')


def _own_button(desk: Desk, part: Part) -> Node | None:
    """The button right behind the field that was set last, which is called like that or like the order: `Move` behind
    `Move to stage`."""
    before = desk.goal.parts[part.number - 1] if part.number else None
    last = desk.steps[-1] if desk.steps else next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    if before is None or last is None or last.part != before.number or last.step.action not in SETTING:
        return None
    controls = usable(desk.reading)
    at = next((i for i, n in enumerate(controls) if n.selector == last.step.selector), len(controls))
    field, button = (*controls[at : at + 2], None, None)[:2]
    if field is None or button is None or not sends(button) or button.disabled or button.covered:
        return None
    if any(h.role == "form" for h in desk.reading.page.parents(field)) or top_dialog(desk.reading):
        return None
    if _OPENS & set(parts(button.said)[:1]):
        # `Edit` opens a form, though that is what was asked for.
        return None
    called = [*parts(field.label or field.name), *(t.norm for t in before.verb_words)]
    said = [word for word in parts(button.said) if word not in STOP]
    # `Update stock` behind `Stock` says that it saves just that.
    named = said[1:] if len(said) > 1 and does(button, "save") else said
    is_called = bool(said) and all(any(same(word, each) for each in called) for word in named)
    return button if is_called or _stands_alone_beside(field, button, controls[at + 2 : at + 3]) else None


def _stands_alone_beside(field: Node, button: Node, following: Sequence[Node]) -> bool:
    """Whether a list from which nothing was chosen yet has one button, in a line with it: `Choose a person… [Lend]`."""
    waits = field.tag == "select" and _waits(field)
    gap = button.box[0] - field.box[0] - field.box[2]
    is_next = _in_line(field, button) and -_TOUCH <= gap <= _NEAR
    return waits and is_next and not does(button, "clear") and not any(_in_line(field, n) for n in following)


def _in_line(one: Node, other: Node) -> bool:
    return one.box[1] < other.box[1] + other.box[3] and other.box[1] < one.box[1] + one.box[3]


def _leads_away(button: Node, part: Part, before: Part | None) -> bool:
    """Whether a button says where it sends something, of which the goal says nothing: `Send to repair`."""
    said = parts(button.said)
    told = [t for each in (before, part) if each for t in (*each.verb_words, *each.words)]
    return said[1:2] in _TOWARDS and not any(same(t.norm, word) for t in told for word in said[2:] if word not in STOP)


def _left_empty(desk: Desk, part: Part) -> frozenset[int]:
    """The words of the part before that ask for just that: the field of `a room without a name` is empty."""
    before = desk.goal.parts[part.number - 1] if part.implied and part.number else None
    if before is None or before.verb != "create":
        return frozenset()
    empty = left_empty(before, [f for f in fields_of(desk.reading, scope(desk)) if not f.node.value])
    return empty | _said_empty(desk, part)


def _said_empty(desk: Desk, part: Part) -> frozenset[int]:
    """The `empty` of `save an empty note`, where the form for one is there and nothing is typed into it."""
    before = desk.goal.parts[part.number - 1] if part.implied and part.number else None
    form = creation_form(desk, before, began=True) if before and before.verb == "create" else None
    typed = [n for n in form or () if is_typed(n)]
    if before is None or not typed or any(n.value for n in typed):
        return frozenset()
    return frozenset(t.number for t in before.words if t.norm in EMPTY)


def _is_beside_filled(desk: Desk, node: Node) -> bool:
    """Whether a button stands with the fields that were filled in, where no form is around them."""
    filled = {t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action in SETTING}
    filled |= {s.step.selector for s in desk.steps if s.step.action in SETTING}
    fields = [n for n in usable(desk.reading) if n.selector in filled]
    makes = does(node, "create") or does(node, "save")
    return makes and bool(fields) and bool(beside(desk, node, fields))


def _is_only_one(desk: Desk, node: Node) -> bool:
    """Whether a form of the page itself has no other button, and nothing to fill in: the last page of a wizard."""
    holders = list(desk.reading.page.parents(node))
    form = next((h for h in holders if h.role == "form"), None)
    if (
        form is None
        or any(h.role in ("navigation", "banner", "row", "listitem") for h in holders)
        or does(node, "logout")
    ):
        return False
    inside = list(desk.reading.page.within(form))
    return [n for n in inside if n.role == "button"] == [node] and not any(is_typed(n) for n in inside)


def _goes_on_again(desk: Desk, node: Node) -> bool:
    """Whether a form goes on by a button that is called like the one that led to this page of it."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    is_same = last is not None and last.target is not None and last.target.name == node.said
    return is_same and goes_on(node) and any(h.role == "form" for h in desk.reading.page.parents(node))


def _senders(desk: Desk, part: Part, began: bool, has_form: bool) -> list[Node]:
    """The buttons that may send what was filled in."""
    around = _form_around(desk)
    before = desk.goal.parts[part.number - 1] if part.number else None
    # Without a form around what was filled in, a button must say that it sends.
    is_form = has_form and len(around) < len(usable(desk.reading))
    is_form = is_form or top_dialog(desk.reading) is not None
    came = _came_with_form(desk, part)
    is_left = part.implied and not began and _is_dialog_left(desk)
    return [
        n
        for n in around
        if sends(n)
        and not n.covered
        and (not is_left or is_plain(n))
        and (is_form or not (is_of_an_entry(desk, n) or _leads_away(n, part, before)))
        and (
            is_form
            or is_plain(n)
            or n.type == "submit"
            or _says(n, part)
            or n.selector in came
            or (began and (_is_only_one(desk, n) or _goes_on_again(desk, n)))
            or _is_beside_filled(desk, n)
        )
    ]


def _is_dialog_left(desk: Desk) -> bool:
    """Whether the dialog in which something was pressed last is open still and has nothing to fill in: what else it
    offers is another act."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    dialog = None if desk.steps else top_dialog(desk.reading)
    before = top_dialog(Reading(last.before)) if last and last.before and dialog else None
    if last is None or last.before is None or dialog is None or before is None or last.planned.step.action != "click":
        return False
    pressed = any(n.selector == last.planned.step.selector for n in last.before.within(before))
    fields = [n for n in desk.reading.page.within(dialog) if is_typed(n) or n.tag == "select" or n.checked is not None]
    return pressed and dialog.name == before.name and not fields


def _was_dragged(desk: Desk) -> bool:
    last = desk.steps[-1] if desk.steps else next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.step.action == "dragTo"


def _send_dragged(desk: Desk, part: Part) -> Move:
    """What was moved or drawn is sent where the page has one button for that, and nothing else that it could send."""
    nodes = usable(desk.reading)
    buttons = [n for n in nodes if n.role == "button" and plainly_sends(n) and not n.disabled]
    if len(buttons) != 1 or any(is_typed(n) for n in nodes):
        return Move(done=True)
    return Move((desk.act(part, "click", buttons[0], ends=True, why=f'press "{buttons[0].said}"'),))


def _came_with_form(desk: Desk, part: Part) -> set[str]:
    """The controls that came when the form was opened, which no page before had."""
    opened = next((t for t in desk.situation.past if t.ok and _opens_form(t, part) and t.before), None)
    if opened is None or opened.before is None:
        return set()
    before = {(n.selector, n.said) for n in opened.before.controls}
    return {n.selector for n in desk.situation.page.controls if (n.selector, n.said) not in before and does(n, "save")}


def _is_on_the_way(desk: Desk, part: Part) -> bool:
    """Whether the part before went on to a further page of its form, which is still to be sent."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.part == part.number - 1 and last.why.endswith(FOR_THE_REST) and not desk.steps


def _has_waited(desk: Desk, part: Part) -> bool:
    """Whether a form was gone through to its end before, and its sending has waited for this."""
    before = [p for p in desk.goal.parts[: part.number] if p.verb == "save"]
    return bool(before) and before[-1].underway and not part.underway


def _is_untouched(desk: Desk, part: Part) -> bool:
    """Whether a form was opened for something new and nothing is to be filled in: then it is sent as it is."""
    before = desk.goal.parts[part.number - 1] if part.number else None
    opened = next((t for t in desk.situation.past if t.ok and _opens_form(t, part) and t.before), None)
    if before is None or before.verb != "create" or opened is None or opened.before is None:
        return False
    if opened.planned.explores and _has_more(desk, before):
        # What was looked into on the way is no form, and what is told of the new thing is not in one yet.
        return False
    had = {n.selector for n in opened.before.controls}
    return any(
        is_typed(n) or n.tag == "select" or n.type == "radio" for n in usable(desk.reading) if n.selector not in had
    )


def _has_more(desk: Desk, part: Part) -> bool:
    """Whether more is told of a new thing than what it is, of which the page says nothing."""
    told = content_of(part.words)[1:]
    return any(t.number not in desk.used and not page_is_about(desk, [t]) for t in told)


def _was_just_opened(desk: Desk, part: Part) -> bool:
    """Whether nothing was done since the form came: what opens it may be called like what sends it, `Add property`."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    opened = next((t for t in desk.situation.past if t.ok and _opens_form(t, part)), None)
    return last is not None and last is opened and not desk.steps and _is_untouched(desk, part)


def _opens_form(tried: Tried, part: Part) -> bool:
    return tried.planned.step.action == "click" and tried.planned.part == part.number - 1


def _told_with(desk: Desk, part: Part) -> Move | None:
    """Fill in what the words of the sending say themselves: `send a message as Ada saying "Hello"`."""
    told = [t for t in part.words if t.is_value or says_name(t, part)]
    # What is sent is no field: `send a message as Ada`; what follows a value may be one: `save 80 km`.
    sent = takewhile(lambda t: not t.is_value, content_of(part.words[:2]))
    taken = taken_by(desk, part) | {t.number for t in sent}
    if not told or all(t.number in taken for t in told) or _names_button(part):
        return None
    fields = fields_of(desk.reading, scope(desk))
    found = by_order(part.words, desk.goal.text, fields) or assign(part.words, desk.goal.text, fields, taken)
    steps = steps_for(desk, part, found)
    if not steps:
        return None
    missing = [t for t in unfilled(part, found) if t.number not in taken and not page_is_about(desk, [t])]
    return lost(part, missing, final=True) if missing else Move(tuple(steps))


def _names_button(part: Part) -> bool:
    """`Save with "Store changes"`, `guardo con "Registrar"`: what is pressed for it, and nothing to be filled in."""
    lead, *rest = part.words or (COMMA,)
    rest = [t for t in rest if t.norm not in DETERMINERS | {"button", "boton"}]
    return lead.norm in _WITH_BUTTON and [t.kind for t in rest] == ["quoted"]


def _told_before(desk: Desk, part: Part) -> Move | None:
    """Choose in the dialog that an order has opened what the order itself told: `take a cash payment for B-3`, where a
    list with `Cash` in it waits."""
    before = desk.goal.parts[part.number - 1] if part.implied and part.number else None
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    dialog = None if desk.steps else top_dialog(desk.reading)
    if before is None or last is None or dialog is None or (last.part, last.step.action) != (before.number, "click"):
        return None
    told = [t for t in content_of(before.words) if t.number not in desk.used and t.kind in ("word", "quoted")]
    waiting = [n for n in desk.reading.page.within(dialog) if n.tag == "select" and not n.disabled and _waits(n)]
    fits = [(n, o, uses) for n in waiting for o in n.options if o.value and (uses := _says_all(told, o.label))]
    # `Gift card` is more than `Card`.
    fits = [each for each in fits if not any(each[2] < other[2] for other in fits)]
    if len(fits) != 1:
        return None
    node, option, uses = fits[0]
    why = f'choose "{option.label}" for {before.said}'
    return Move((desk.act(part, "selectOption", node, uses, why=why, value=option.label),))


def _waits(node: Node) -> bool:
    """Whether nothing was chosen from a list yet."""
    return any(o.selected and not o.value for o in node.options)


def _says_all(told: Sequence[Token], label: str) -> frozenset[int]:
    """The words that say all of a label; none where they leave some of it out."""
    said = [word for word in parts(label) if word not in STOP]
    found = [[t.number for t in told if any(same(word, each) for each in parts(t.text))] for word in said]
    return frozenset(n for numbers in found for n in numbers) if all(found) else frozenset()


def _was_sent(desk: Desk, part: Part) -> bool:
    """Whether the part before has sent what it filled in already."""
    last = desk.steps[-1] if desk.steps else next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.part == part.number - 1 and (last.commits or last.step.action == "press")


def _says(button: Node, part: Part) -> bool:
    """Whether a button begins with the word of the order itself."""
    return any(same(parts(button.said)[0], t.norm) for t in part.verb_words if parts(button.said))


def _has_form(desk: Desk) -> bool:
    filled = {
        t.planned.step.selector
        for t in desk.situation.past
        if t.ok and t.planned.step.action in ("fill", "selectOption", "check", "uncheck")
    }
    filled |= {s.step.selector for s in desk.steps}
    here = [n for n in usable(desk.reading) if n.selector in filled]
    return bool(here) or top_dialog(desk.reading) is not None


def _form_around(desk: Desk) -> list[Node]:
    nodes = usable(desk.reading)
    recent = [t.planned.step.selector for t in desk.situation.past if t.ok] + [s.step.selector for s in desk.steps]
    for selector in reversed(recent):
        node = next(
            (
                n
                for n in nodes
                if n.selector == selector
                and (is_typed(n) or n.tag == "select" or n.type in ("checkbox", "radio", "file"))
            ),
            None,
        )
        form = next((h for h in desk.reading.page.parents(node) if h.role in LAYERS), None) if node else None
        if form:
            inside = [n for n in desk.reading.page.within(form) if n in nodes]
            if any(sends(n) for n in inside):
                return inside
    return nodes

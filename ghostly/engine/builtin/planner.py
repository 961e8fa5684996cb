"""Plans without a model: the next part of the goal is matched to what the page offers now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from ..planning import Draft, Planned, Situation, Tried
from ..ports import Meaning
from .acting import ACTING, codes_in, list_left, made_before, seen_before
from .answers import answer, solve, solves
from .astray import writes_astray
from .bulk import choose_entries, do_to_all, turn_to_entries
from .constraints import choose_fitting
from .counting import asks_for_number, count
from .creating import is_being_filled
from .desk import Desk, Move, lost
from .dragging import drag, is_drag, one_by_one, was_in_vain
from .drawing import draw, draws
from .echo import without_echo
from .exploring import look_elsewhere
from .filling import next_page
from .finding import only_filters, top_dialog
from .forms import FORMS
from .grammar import read_goal
from .guessing import guess
from .listing import named_place, names_place
from .lists import choose_by_place
from .logins import sign_in
from .marking import mark
from .matching import Reading
from .newtabs import into_new_tab, opens_tab
from .offers import take_offer, take_suggestion, until_offers, waits_for_offers
from .orders import ORDERS, as_pressed, press_spelled, switch
from .outcomes import is_wish_besides
from .part import Part, content_of
from .places import way_to_place, without_place
from .reordering import sort
from .resizing import resize, resizes
from .selecting import highlight, highlights, restyle, style_of
from .settling import TO_BE
from .sliding import slide
from .speech import NEW
from .steppers import step_to, step_up
from .surveying import back_one, longer
from .taking import is_typed
from .words import Token

_KEEPS_PAGE = {"fill", "selectOption", "check", "uncheck", "setInputFiles"}

_CONTROLS = {"link", "button", "combobox", "menuitem", "radio", "textbox", "option"}
_IN_FORMS = {"fill", "choose", "check", "uncheck", "accept"}
_RESHAPING = {"create", "edit", "say", "fill", "choose", "click", "check"}
_SLIDING = {"choose", "fill", "edit", "drag", "say", "click"}
_ORDERING = {"create", "edit", "say", "fill", "choose", "sort", "click"}
# Verbs that say of any form that it is sent.
_SENDS = {
    "save", "submit", "send", "apply", "confirm", "finish", "complete", "store", "saves", "saving", "submits", "sends",
    "submitting", "sending", "applies", "applying", "confirming", "turn", "place", "check", "guardar", "guarda",
    "guardo", "guarde", "guardando", "guardalo", "guardala", "enviar", "envia", "envio", "envie", "aplicar",
    "mandar", "manda", "mando", "mande",
    "aplica", "confirmar", "confirma", "grabar", "graba", "finalizar", "finaliza", "terminar", "termina", "realiza",
}  # fmt: skip
_ANSWERING = {"say", "click", "press", "choose", "fill", "search", "expect"}

_LOOKED_BACK = 4
_LEADS = {"a", "al", "to", "in", "into", "en", "de", "del", "of", "for", "the", "el", "la", "los", "las"}
# What is pressed several times, whether or not one can see that it does anything.
_REPEATED = {"click", "double", "press", "hover", "next", "scroll", "draw", "drag"}
goal_of = lru_cache(maxsize=64)(read_goal)

Handler = Callable[[Desk, Part], Move]

HANDLERS: Mapping[str, Handler] = {**ACTING, **FORMS, **ORDERS, "drag": drag, "draw": draw, "sort": sort}


class BuiltinPlanner:
    """A Planner. `meaning` tells what words mean that nothing on a page says, if there is one."""

    def __init__(self, meaning: Meaning | None = None) -> None:
        self._meaning = meaning

    def plan(self, situation: Situation) -> Draft:
        goal = goal_of(situation.goal)
        situation = without_echo(situation, goal)
        desk = Desk(situation, goal, Reading(situation.page))
        if not desk.goal.parts:
            return Draft(unsure="The goal says nothing that could be done: write what to do and what to check.")
        if tab := into_new_tab(desk):
            desk.steps.append(tab)
            return _draft(desk)
        at = _current(desk)
        while at < len(desk.goal.parts) and len(desk.steps) < situation.most:
            move = self._move(desk, desk.goal.parts[at])
            if move.lost:
                # What was planned already is done first: it may change the page.
                return _draft(desk) if desk.steps else Draft(unsure=move.lost)
            desk.steps.extend(until_offers(desk, desk.goal.parts[at], move.steps))
            if waits_for_offers(desk):
                break
            if move.steps and not (move.steps[-1].ends_part and all(s.step.action in _KEEPS_PAGE for s in move.steps)):
                break
            at += 1
        return _draft(desk)

    def _move(self, desk: Desk, part: Part) -> Move:
        named, part = part, as_pressed(desk, _inside(desk, part))
        if way := way_to_place(desk, part):
            return way
        whole, part = part, without_place(desk, part)
        return _with_uses(self._moved(desk, part, named), whole.numbers - part.numbers)

    def _moved(self, desk: Desk, part: Part, named: Part) -> Move:
        is_way = part.verb == "open" and part is not named and not any(t.norm in NEW for t in part.words)
        if is_way and not any(token.names for token in part.words):
            return Move(done=True)
        if is_wish_besides(part, desk.goal.parts[: part.number]):
            return lost(part, content_of(part.words), final=True)
        move = _particular(desk, part) or _handler(desk, part)(desk, part)
        if _goes_round(desk, part, move) or writes_astray(desk, part, move):
            move = lost(part, content_of(part.words))
        if part.verb == "search" and not (move.steps or move.lost or desk.steps) and (asked := sign_in(desk, part)):
            # What the page does not search is behind the way in, and not nowhere.
            return asked
        if not move.lost or move.final or desk.steps or _is_in_form(desk, part) or is_being_filled(desk, part):
            return move
        if part.verb == "drag" and _goes_by_controls(moved := one_by_one(desk, part, HANDLERS["edit"])):
            # What cannot be dragged is changed where its form says where it is.
            return moved
        if further := _through_form(desk, part):
            return further
        if (guessed := guess(desk, part, self._meaning)).steps:
            return guessed
        if asked := sign_in(desk, part):
            return asked
        elsewhere = look_elsewhere(desk, part)
        return elsewhere if elsewhere.steps or elsewhere.lost else move


def _through_form(desk: Desk, part: Part) -> Move | None:
    """To another page of a form, where what is asked for now may be: the next one, or the one before where one goes
    back to change something."""
    before = desk.goal.parts[part.number - 1] if part.number else None
    if before and before.verb == "back" and part.verb in ("edit", "fill") and not desk.done_for(part):
        again = HANDLERS["back"](replace(desk, steps=[]), before)
        return _for_the_part_before(again, part) if again.steps else None
    further = next_page(desk, part) if part.verb in _IN_FORMS or _presses_to_send(part) else None
    return _for_the_part_before(further, part) if further and part.verb == "click" else further


def _presses_to_send(part: Part) -> bool:
    """`Press Finish`: that may be on a later page of the form."""
    told = content_of(part.words) if part.verb == "click" else ()
    return len(told) == 1 and told[0].norm in _SENDS


def _for_the_part_before(move: Move, part: Part) -> Move:
    """The move as one that does not carry out the part yet."""
    return replace(move, steps=tuple(replace(s, part=max(part.number - 1, 0), ends_part=False) for s in move.steps))


def _goes_round(desk: Desk, part: Part, move: Move) -> bool:
    """Whether the next click is the last one again, which has changed nothing."""
    last = desk.situation.past[-1] if desk.situation.past and not desk.steps else None
    repeated = part.verb in _REPEATED and not (part.verb == "drag" and not is_drag(last)) if last else False
    if last is None or not move.steps or repeated or not last.ok or last.before is None:
        return False
    again = move.steps[0].step.action == "click" and move.steps[0].step == last.planned.step
    return again and last.planned.part == part.number and last.before.looks == desk.situation.page.looks


def _with_uses(move: Move, uses: frozenset[int]) -> Move:
    """The move, the first step of which has carried out these words too."""
    if not uses or not move.steps:
        return move
    return replace(move, steps=(replace(move.steps[0], uses=move.steps[0].uses | uses), *move.steps[1:]))


def _handler(desk: Desk, part: Part) -> Handler:
    if asks_for_number(part) and part.verb in _ANSWERING:
        return count
    if part.verb == "create" and draws(part, desk):
        return draw
    if highlights(part):
        return highlight
    if part.verb in _RESHAPING and style_of(desk, part):
        return restyle
    if part.verb == "drag" and _dragged_in_vain(desk, part):
        return _move_otherwise
    if part.verb == "save" and _passes_on(desk, part):
        return HANDLERS["say"]
    return resize if part.verb in _RESHAPING and resizes(desk, part) else HANDLERS[part.verb]


def _dragged_in_vain(desk: Desk, part: Part) -> bool:
    """Whether the one thing that was dragged for a part lies where it lay."""
    done = [t for t in desk.situation.past if t.ok]
    drags = [t for t in done if t.planned.part == part.number and is_drag(t)]
    return len(drags) == 1 and was_in_vain(drags[0], done[done.index(drags[0]) + 1 :], desk.situation.page)


def _move_otherwise(desk: Desk, part: Part) -> Move:
    """Change where a thing belongs, as if nobody had tried to drag it."""
    past = tuple(t for t in desk.situation.past if not (t.planned.part == part.number and is_drag(t)))
    return one_by_one(replace(desk, situation=replace(desk.situation, past=past)), part, HANDLERS["edit"])


def _passes_on(desk: Desk, part: Part) -> bool:
    """Whether something that is there already is to be sent to somebody: nothing was filled in for it."""
    if part.verb_words and not part.implied and not any(t.norm in _SENDS for t in part.verb_words):
        # `Publish the job`: a verb of its own, done to what it names.
        return bool(content_of(part.words)) and not desk.steps
    before = [t.planned for t in desk.situation.past if t.planned.part < part.number and t.ok]
    if any(t.kind == "code" for t in part.words) and not any(p.step.action in _KEEPS_PAGE for p in before):
        # `Confirm R-205`
        return True
    began = next((t.before for t in desk.situation.past if t.planned.part == part.number and t.before), None)
    page = began or desk.situation.page
    fields = [n for n in page.controls if is_typed(n) and n.role != "searchbox" and not only_filters(page, n)]
    named = any(t.kind == "word" and t.text[:1].isupper() for t in part.words)
    return named and not fields and not any(p.step.action == "fill" for p in before)


def _particular(desk: Desk, part: Part) -> Move | None:
    """What only some parts ask for, and only some pages can do; None where neither is so."""
    if part.verb == "expect":
        return None
    if offered := take_offer(desk, part) or choose_fitting(desk, part) or take_suggestion(desk, part):
        return offered
    if solves(part) and (solved := solve(desk, part)):
        return solved
    if several := do_to_all(desk, part):
        return several
    if part.verb == "fill" and (typed := press_spelled(desk, part) or answer(desk, part)):
        return typed
    if part.verb in _SLIDING and (slid := slide(desk, part)):
        return slid
    if part.verb == "choose" and (placed := choose_by_place(desk, part) or choose_entries(desk, part)):
        return placed
    if part.verb in ("choose", "check") and (turned := turn_to_entries(desk, part)):
        return turned
    if part.verb in ("edit", "check", "say", "open", "close") and (marked := mark(desk, part)):
        return marked
    stepped = (step_to(desk, part) or step_up(desk, part)) if part.verb in _ORDERING else None
    return switch(desk, part) or stepped


def _goes_by_controls(move: Move) -> bool:
    return bool(move.steps) and all(p.target is not None and p.target.role in _CONTROLS for p in move.steps)


def _is_in_form(desk: Desk, part: Part) -> bool:
    """Whether the part has come to a dialog with fields: what it does not find there is not behind it."""
    dialog = top_dialog(desk.reading) if desk.done_for(part) else None
    return dialog is not None and any(is_typed(n) or n.tag == "select" for n in desk.reading.page.within(dialog))


def _inside(desk: Desk, part: Part) -> Part:
    """The part without the words by which an entry was found and opened."""
    done = [t for t in desk.situation.past if t.ok]
    opened = [(i, t) for i, t in enumerate(done) if t.planned.explores and t.planned.part == part.number]
    told = {n for i, t in opened if _is_still_in(desk, done, i) for n in t.planned.uses}
    return replace(part, words=_left_of(part.words, told - changed_of_it(part))) if told else part


def changed_of_it(part: Part) -> set[int]:
    """What is changed of a thing that is named right before: the `owner` of `Rex's owner to Ada`, which the entry of
    the thing may say too."""
    runs = zip(part.words, part.words[1:], part.words[2:], strict=False)
    return {b.number for a, b, c in runs if a.names and b.text.islower() and not b.names and c.norm in TO_BE}


def _left_of(words: Sequence[Token], told: set[int]) -> tuple[Token, ...]:
    """The words without those that were told, and without the small ones that led to them: the `al` of `al coro`."""
    left: list[Token] = []
    for token in words:
        if token.number not in told:
            left.append(token)
            continue
        while left and left[-1].text in _LEADS:
            left.pop()
    return tuple(left)


def _is_still_in(desk: Desk, done: Sequence[Tried], at: int) -> bool:
    """Whether the page is what a step has opened, or a part of it: what was left again was opened in vain."""
    came = done[at + 1].before if at + 1 < len(done) else desk.situation.page
    before = done[at].before
    if came is None or before is None:
        return True
    if came.url == before.url:
        # What changed nothing here has opened nothing, or something in a window of its own.
        return came.looks != before.looks and desk.situation.page.url == before.url
    inside, now = (urlsplit(page.url) for page in (came, desk.situation.page))
    return f"{now.path}#{now.fragment}".startswith(f"{inside.path}#{inside.fragment}".rstrip("#/"))


def _current(desk: Desk) -> int:
    """The number of the part that comes next: parts are never gone back to."""
    at = 0
    done = [tried for tried in desk.situation.past if tried.ok]
    for index, tried in enumerate(done):
        if not was_in_vain(tried, done[index + 1 :], desk.situation.page):
            at = max(at, tried.planned.part + (1 if tried.planned.ends_part else 0))
    return at


def _draft(desk: Desk) -> Draft:
    most = desk.situation.most
    steps = tuple(desk.steps[:most])
    if len(desk.steps) > most:
        steps = (
            *steps[:-1],
            replace(steps[-1], ends_part=steps[-1].part != desk.steps[most].part and steps[-1].ends_part),
        )
    rationale = "; ".join(dict.fromkeys(planned.why for planned in steps))
    return Draft(steps, has_more=bool(steps) and not _is_last(desk, steps[-1]), rationale=rationale)


def _is_last(desk: Desk, planned: Planned) -> bool:
    """Whether nothing but checks is left of the goal once the step is done."""
    part = desk.goal.parts[planned.part]
    named = codes_in(part) or seen_before(desk, part)
    if planned.explores and part.verb == "expect" and (made_before(desk, part) or named):
        # The list that was come to may have further pages.
        return False
    if opens_tab(desk, planned):
        return False
    left = desk.goal.parts[planned.part + 1 :] if planned.ends_part else desk.goal.parts[planned.part :]
    following = [part for part in left if part.number != planned.part]
    asks = any(names_place(part) or named_place(part, desk.reading.page) or list_left(desk, part) for part in following)
    looked_for = (codes_in(part) or seen_before(desk, part) or made_before(desk, part) for part in following)
    turns = any(looked_for) and _has_pages(desk)
    return not asks and not turns and all(part.verb in ("expect", "wait") for part in left)


def _has_pages(desk: Desk) -> bool:
    """Whether this page or one that was left is a list of several pages."""
    # A form is seen anew after each of its fields.
    past = [t.before for t in desk.situation.past if t.before]
    apart = list({page.url: page for page in past}.values())
    pages = {id(page): page for page in (*past[-_LOOKED_BACK:], *apart[-_LOOKED_BACK:], desk.situation.page)}.values()
    desks = (replace(desk, reading=Reading(page)) for page in pages)
    return any(longer(each) or back_one(each) for each in desks)

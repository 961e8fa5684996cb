"""Parts that create something: its form is opened, filled in with what the goal says, and left to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import Node
from ..planning import Planned
from .adding import add_line, add_listed, add_to
from .boxes import answered
from .controls import (
    FOR_THE_REST,
    MOST_PAGES,
    NAMES,
    SETTING,
    beside,
    ended,
    goes_on,
    is_of_an_entry,
    page_is_about,
    same_word,
    says_name,
    scope,
    sends,
    steps_for,
    taken_by,
    unfilled,
    was_pressed,
    way_onward,
)
from .desk import Desk, Move, lost
from .fields import assign
from .filling import chosen_of, the_last
from .finding import does, only_filters, top_dialog, usable
from .lexicon import EVERY, STOP, is_conjugated, same
from .matching import holds
from .part import Part, aside_of, booked_by, content_of
from .picking import is_extreme, pick
from .searching import search_form
from .speech import COMMA, DOING, ONE_MORE, joins
from .stories import NO_ACT, NOT_TO_DO
from .taking import Assignment, Field, fields_of, is_done, is_typed, shape_of_date, taken_as
from .unnamed import FORENAMES, SURNAMES
from .words import Token, bare, normal, parts, stem

_CODES = {
    "sku", "code", "codigo", "reference", "referencia", "ref", "number", "numero", "id", "serial", "matricula", "plate",
    "isbn", "key", "clave",
}  # fmt: skip
_DETERMINERS = {"the", "el", "la", "los", "las", "his", "her", "their", "a", "an", "un", "una"}
_NOT_TO = {"don't", "not", "no"}
_NEWS = {"new", "nuevo", "nueva", "called", "named", "llamado", "llamada"}
# How it is told what something is called.
_ANY_ONE = {"uno", "una", "unos", "unas", "one", "ones"}
_CALLS = {"called", "named", "llame", "llama", "llaman", "llamado", "llamada"}
_CALLED_SO = _CALLS | {"is", "es", "se"}
_LONGEST_KIND = 5
# Verbs that say of anything that it is made.
_MAKES = {"add", "create", "new", "make", "crear", "crea", "nuevo", "anadir", "anade", "agregar", "agrega", "insert"}
_PARTICLES = {"of", "de", "del", "la", "las", "los", "the", "and", "y", "e", "von", "van", "da", "do", "di"}
_NO = {"no", "not", "ningun", "ninguna"}
_JOINTS = {"and", "with", "y", "con", "but", "pero"}
_OF = {"of", "de", "del"}
_SORTS = {"sort", "sorted", "ordenar", "ordenado"}
_LEAST_WORD = 2
_SEVERAL = 2
_AFTER = {"called", "named", "with", "for", "llamado", "llamada", "con", "para", "de", "of"}
# What leads from a name to what else is told of it, and what is no part of a name before that.
_AFTER_NAME = {"with", "and", "whose", "con", "y", "cuyo", "cuya"}
_TIMES_OF_DAY = {"today", "tomorrow", "yesterday", "hoy", "manana", "ayer"}
_INSIDE = {"in", "on", "to", "within", "inside", "en", "a", "dentro"}
_SUCH = {"that", "this", "the", "ese", "esa", "este", "esta", "el", "la", "dicho", "dicha"}
_WHERE = {"on", "in", "to", "for", "at", "en", "al", "para"}


def create(desk: Desk, part: Part) -> Move:
    """Open the form for a new thing, unless it is open, and fill in what the words say."""
    if listed := add_listed(desk, part):
        return listed
    began = bool(desk.done_for(part)) or _goes_on_filling(desk, part)
    form = creation_form(desk, part, began)
    if is_extreme(part) and not _is_label_of(desk, part, form) and (best := _best_of_search(desk, part)):
        return best
    if form is None:
        return (began and _step_without_fields(desk, part)) or _without_form(desk, part, began)
    every = fields_of(desk.reading, form)
    fields = not_left_empty(part, every)
    switches = [n for n in scope(desk) if n.role == "switch" and n not in form]
    answers = answered(part, [*form, *switches], taken_by(desk, part))
    empty = left_empty(part, every) | _left_unticked(part, form) | answers.kept
    noun = _named_elsewhere(desk, part)
    ticked = [*_ticked_of_group(desk, part, form), *answers.found]
    free = _not_done(desk, part, fields)
    found = assign(part.words, desk.goal.text, free, noun | empty | {n for a in ticked for n in a.uses})
    found = (*_with_surname((*_called(desk, part, fields, found, noun), *found), fields), *ticked)
    found = (*found, *_ticked_with(part, form, {n for a in found for n in a.uses} | desk.used | noun | empty))
    found = (*found, *_in_turn(desk, part, free, found, form))
    found = (*found, *the_last(desk, part.less(answers.kept | empty), fields, found))
    steps = steps_for(desk, part, found)
    steps[:1] = [replace(planned, uses=planned.uses | empty) for planned in steps[:1]]
    left = [t for t in unfilled(part, found) if t.number not in desk.used | answers.kept | empty]
    missing = [t for t in left if not page_is_about(desk, [t])]
    if steps and (told := _described(desk, part, missing)):
        steps[0] = replace(steps[0], uses=steps[0].uses | {t.number for t in told})
        missing = [t for t in missing if t not in told]
    if not missing:
        return ended(steps)
    if chosen := chosen_of(desk, part, missing):
        return Move((*steps, chosen))
    onward = way_onward(desk, form)
    if onward is None or len(desk.done_for(part)) > 4 * MOST_PAGES:
        return lost(part, missing, f"The form has no field for {', '.join(token.text for token in missing)}.")
    if not steps and was_pressed(desk, onward):
        return lost(part, missing, f'"{onward.said}" leads nowhere, and {_not_taken(missing)}.', final=True)
    return Move((*steps, desk.act(part, "click", onward, why=f'press "{onward.said}"{FOR_THE_REST}')))


def _in_turn(
    desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment], form: Sequence[Node]
) -> Sequence[Assignment]:
    """What is told without labels, in the order of the fields that are left, where there are just as many, or more and
    a further page: `Fjord Fabrics, Bergen, post@fjord.test`."""
    used = {n for a in found for n in a.uses} | desk.used
    lines = [f for f in fields if not f.options and f.node.tag == "input" and f.node.type in ("", "text")]
    lines = [f for f in lines if not (f.node.value or shape_of_date(f.node) or any(a.field is f for a in found))]
    groups = [g for g in _told_apart(part.words) if not any(t.number in used for t in g) and content_of(g)]
    # What is told of the kind of the thing, and what the page is about, goes nowhere.
    groups = [g for g in groups if any(t.names for t in g) and not page_is_about(desk, g)]
    plain = all(t.is_value or t.names or (i and g[i - 1].names) for g in groups for i, t in enumerate(g))
    # An address is for a later page.
    later = [g for g in groups if g[0].kind == "email"]
    groups = [g for g in groups if g not in later]
    onward = way_onward(desk, form)
    further = onward is not None and goes_on(onward)
    if not plain or len(lines) < _SEVERAL or not (len(lines) == len(groups) or (further and len(groups) > len(lines))):
        return ()
    taken = (taken_as(f, g, desk.goal.text, frozenset()) for f, g in zip(lines, groups, strict=False))
    placed = [each for each in taken if each is not None]
    return placed if len(placed) == len(lines) else ()


def _told_apart(words: Sequence[Token]) -> list[list[Token]]:
    """What stands between marks and `and`."""
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.kind == "mark" or joins(token):
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if group]


def _not_done(desk: Desk, part: Part, fields: Sequence[Field]) -> list[Field]:
    done = {p.step.selector for p in desk.done_for(part)}
    return [f for f in fields if not any(n.selector in done for n in f.nodes)]


def _described(desk: Desk, part: Part, missing: Sequence[Token]) -> list[Token]:
    """The words in brackets that only say more about what was opened on the way, where that page says so: `for Max (the
    German Shepherd)`."""
    opened = [t for t in desk.situation.past if t.ok and t.planned.explores and t.planned.part == part.number]
    pages = [*(t.before for t in opened[1:] if t.before), desk.situation.page] if opened else []
    inside: set[int] = set()
    for at, token in enumerate(part.words):
        begins = token.text == "(" and bool({t.norm for t in part.words[at + 1 : at + 2]} & _DETERMINERS)
        end = next((i for i in range(at, len(part.words)) if part.words[i].text == ")"), len(part.words))
        inside |= {t.number for t in part.words[at + 1 : end]} if begins else set()
    told = [t for t in missing if t.number in inside]
    is_so = any(all(any(holds(normal(text), bare(t.text)) for text in page.readable) for t in told) for page in pages)
    return told if told and is_so else []


def _goes_on_filling(desk: Desk, part: Part) -> bool:
    """Whether what is to be added is a field of the form that is being filled in: `then add the tax number B-7`."""
    label = list(takewhile(lambda t: t.kind == "word" and (t.text.islower() or t.text.isupper()), part.words))
    named = [t for t in label if t.norm not in STOP]
    page = desk.reading.page
    typed = {t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action in SETTING}
    held = any(n.selector in typed and not n.hidden and is_typed(n) for n in page.controls)
    told = any(t.names for t in part.words[len(label) :])
    if not named or not held or not told or part.words[0].norm in ONE_MORE:
        return False
    fields = [n for n in page.controls if is_typed(n) and not n.hidden and not only_filters(page, n)]
    return sum(all(any(same_word(t, w) for w in parts(n.label or n.name)) for t in named) for n in fields) == 1


def is_being_filled(desk: Desk, part: Part) -> bool:
    """Whether the form for the new thing of a part lies open: what it lacks is not to be looked for elsewhere."""
    return part.verb == "create" and bool(desk.done_for(part)) and creation_form(desk, part, began=True) is not None


def further(desk: Desk, part: Part, form: Sequence[Node]) -> Planned | None:
    """The click to the next page of a form, where what this one does not ask for may be."""
    onward = way_onward(desk, form) if form else None
    if onward is None or was_pressed(desk, onward) or len(desk.done_for(part)) > 4 * MOST_PAGES:
        return None
    return desk.act(part, "click", onward, why=f'press "{onward.said}"{FOR_THE_REST}')


def _with_surname(found: Sequence[Assignment], fields: Sequence[Field]) -> tuple[Assignment, ...]:
    """The first name and the surname, each in its own field, where a form asks for both."""
    taken = {a.field.node.selector for a in found}
    lasts = [f for f in fields if any(SURNAMES & set(parts(name)) for name in f.names)]
    if len(lasts) != 1 or lasts[0].node.selector in taken or lasts[0].node.value:
        return tuple(found)
    made: list[Assignment] = []
    for each in found:
        names = each.value.split()
        is_first = not each.field.options and any(FORENAMES & set(parts(name)) for name in each.field.names)
        if is_first and len(names) > 1 and all(name[:1].isupper() for name in (names[0], names[-1])):
            made += [replace(each, value=names[0]), Assignment(lasts[0], " ".join(names[1:]), each.uses)]
        else:
            made.append(each)
    return tuple(made)


def _ticked_with(part: Part, form: Sequence[Node], used: set[int]) -> list[Assignment]:
    """The boxes that the words ask for: `with parking and without a locker`."""
    found: list[Assignment] = []
    wanted = True
    for token in part.words:
        wanted = False if token.norm in ("without", "sin") else True if token.norm in ("with", "con") else wanted
        if token.kind != "word" or token.number in used or token.norm in STOP or not token.text.islower():
            continue
        boxes = _boxes_called(form, token)
        no = _denied(part, token, boxes[0]) if len(boxes) == 1 else None
        asked = wanted and no is None
        is_told = any(a.field.nodes == tuple(boxes) for a in found)
        if len(boxes) == 1 and not is_told and not boxes[0].disabled and (asked or boxes[0].checked):
            uses = frozenset({token.number, *(() if no is None else (no.number,))})
            found.append(Assignment(Field((boxes[0],), (boxes[0].name,)), "" if asked else "off", uses))
    return found


def _boxes_called(form: Sequence[Node], token: Token) -> list[Node]:
    return [n for n in form if n.type == "checkbox" and any(same_word(token, w) for w in parts(n.label or n.name))]


def _denied(part: Part, token: Token, box: Node) -> Token | None:
    """The `no` of `no parking`, and of `not by e-mail` where that is what the box is called."""
    called = parts(box.label or box.name)
    for before in reversed(part.words[: part.words.index(token)]):
        if before.norm in _NO:
            return before
        is_its = before.kind == "word" and any(same_word(before, word) for word in called)
        if not (is_its or before.norm in STOP - _JOINTS):
            return None
    return None


def _left_unticked(part: Part, form: Sequence[Node]) -> frozenset[int]:
    """The words of `no parking` where the box for that is not ticked anyway."""
    found: set[int] = set()
    for token in part.words:
        is_word = token.kind == "word" and token.norm not in STOP
        boxes = [n for n in _boxes_called(form, token) if not n.checked] if is_word else []
        no = _denied(part, token, boxes[0]) if len(boxes) == 1 else None
        found |= {token.number, no.number} if no else set()
    return frozenset(found)


def _ticked_of_group(desk: Desk, part: Part, form: Sequence[Node]) -> list[Assignment]:
    """The boxes of a group that is named with them: `on the Members list`, where a form asks for `Lists`."""
    found: list[Assignment] = []
    for box in form:
        group = next((h for h in desk.reading.page.parents(box) if h.role == "group" and h.name), None)
        if group is None or box.type != "checkbox" or box.disabled or box.checked:
            continue
        label = parts(box.label or box.name)
        for at in range(len(part.words)):
            said = part.words[at : at + len(label)]
            told = [w for t in said for w in parts(t.text)] == list(label) and all(
                t.number not in desk.used for t in said
            )
            around = _around_list(part.words, at, at + len(said), _labels_in(desk, group))
            kinds = {t.number for t in around if any(same_word(t, word) for word in parts(group.name))}
            if told and kinds:
                uses = frozenset({*(t.number for t in said), *kinds})
                found.append(Assignment(Field((box,), (box.name,)), "", uses))
    return found


def _labels_in(desk: Desk, group: Node) -> set[str]:
    boxes = [n for n in desk.reading.page.within(group) if n.type == "checkbox"]
    return {word for box in boxes for word in parts(box.label or box.name)}


def _around_list(words: Sequence[Token], start: int, end: int, labels: set[str]) -> list[Token]:
    """What stands before and after a list of the boxes of a group: `skills` in `skills Dutch, Danish and Welsh`."""

    def is_listed(token: Token) -> bool:
        return joins(token) or token.text == "," or all(word in labels for word in parts(token.text))

    while start > 0 and is_listed(words[start - 1]):
        start -= 1
    while end < len(words) and is_listed(words[end]):
        end += 1
    return [*words[max(0, start - 1) : start], *words[end : end + 1]]


def _step_without_fields(desk: Desk, part: Part) -> Move | None:
    """A page of a form on which things are only clicked, as days and hours are."""
    left = [t for t in unfilled(part, ()) if t.number not in desk.used and not page_is_about(desk, [t])]
    if not left:
        return None
    if chosen := chosen_of(desk, part, left):
        return Move((chosen,))
    onward = next((n for n in usable(desk.reading) if sends(n) and goes_on(n) and not n.disabled), None)
    if onward is None or was_pressed(desk, onward) or len(desk.done_for(part)) > 4 * MOST_PAGES:
        return None
    return Move((desk.act(part, "click", onward, why=f'press "{onward.said}"{FOR_THE_REST}'),))


def _without_form(desk: Desk, part: Part, began: bool) -> Move:
    if added := add_to(desk, part):
        return added
    if began:
        return add_line(desk, part, scope(desk)) or Move(done=True)
    opener = _opener(desk, part)
    return (opener.lost and add_line(desk, part, scope(desk))) or opener


def _best_of_search(desk: Desk, part: Part) -> Move | None:
    """`Book the cheapest flight from A to B`: what is offered has to be searched for first, unless it is there."""
    if picked := pick(desk, replace(part, number=-1)):
        return Move(tuple(replace(s, part=part.number) for s in picked.steps), picked.lost, picked.done)
    searched = search_form(desk, part)
    return Move(tuple(replace(s, ends_part=False) for s in searched.steps)) if searched.steps else None


def _not_taken(missing: Sequence[Token]) -> str:
    return f"the form has no field for {', '.join(token.text for token in missing)}"


def _called(
    desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment], noun: frozenset[int]
) -> Sequence[Assignment]:
    """In `add the company Northern Looms` the name goes where a name is asked for, or what the noun says."""
    # `A laptop Pro 14`, where the form asks for the kind.
    kinds = {n for a in found if a.field.options for n in a.uses}
    nouns = [i for i, t in enumerate(part.words[:4]) if t.number in noun | kinds and t.kind == "word"]
    if coded := _coded(desk, part, fields, found):
        return coded
    used = taken_by(desk, part) | {n for a in found for n in a.uses}
    free = [f for f in fields if not f.options and not f.node.value and all(a.field is not f for a in found)]
    thing = part.words[nouns[0]] if nouns else COMMA
    at, named = _named_at(part, thing, used) if nouns else _named_without(part, fields, used)
    if not named or any(t.number in used for t in named):
        return ()
    fits = [f for f in free if any(w in NAMES or same_word(thing, w) for name in f.names for w in parts(name))]
    if len(fits) > 1:
        # Of first name and surname the first one leads.
        fits = [f for f in fits if not any(SURNAMES & set(parts(name)) for name in f.names)]
    if len(fits) != 1:
        return ()
    value = named[0].text if len(named) == 1 else desk.goal.text[named[0].start : named[-1].end]
    # Its kind is still to be chosen.
    told = {t.number for t in (*part.words[at : part.words.index(named[0])], *named)} | {thing.number}
    return (Assignment(fits[0], value, frozenset(told - kinds - {COMMA.number})),)


def _named_at(part: Part, thing: Token, used: frozenset[int]) -> tuple[int, list[Token]]:
    """Where the thing is said, and the name that follows it there: `a company. The company is called Acme`."""
    places = [i for i, t in enumerate(part.words) if t is thing or t.norm == thing.norm]
    found = ((i, _name_after(part, i + 1, used)) for i in places)
    calls = [i for i, t in enumerate(part.words) if t.norm in _CALLS and places[0] < i]
    named = next(((i, name) for i, name in found if name), None)
    return named or next(((i, name) for i in calls if (name := _name_after(part, i, used))), (0, []))


def _named_without(part: Part, fields: Sequence[Field], used: frozenset[int]) -> tuple[int, list[Token]]:
    """The name that is told first of a thing of which the page does not speak: `our new partner Birch & Sons`."""
    labels = {word for f in fields for name in f.names for word in parts(name)} - STOP
    at = next((i for i, t in enumerate(part.words) if t.names), len(part.words))
    led = part.words[:at]
    # `Register "Acme", number 7` names no kind.
    led_by_name = at == 0 and bool(part.words) and part.words[0].kind == "quoted"
    plain = (led_by_name or 0 < at <= _LONGEST_KIND) and all(
        t.kind == "word" and not any(same_word(t, w) for w in labels) for t in led
    )
    return (at, _name_after(part, at, used)) if plain else (0, [])


def _coded(desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment]) -> Sequence[Assignment]:
    """In `create the item HD-540 "Desk lamp"` the code goes where one is asked for, and the name where a name is."""
    used = taken_by(desk, part) | {n for a in found for n in a.uses}
    free = [f for f in fields if not f.options and not f.node.value and all(a.field is not f for a in found)]
    made: list[Assignment] = []
    for token, after in pairwise(part.words):
        if token.kind != "code" or token.number in used or (after.kind != "quoted" and not says_name(after, part)):
            continue
        named = [after] if after.kind == "quoted" else _name_after(part, part.words.index(after))
        text = named[0].text if len(named) == 1 else desk.goal.text[named[0].start : named[-1].end]
        for wanted, value, uses in ((_CODES, token.text, [token]), (NAMES, text, named)):
            fits = [f for f in free if any(wanted & set(parts(name)) for name in f.names)]
            if len(fits) == 1 and not any(t.number in used for t in uses):
                made.append(Assignment(fits[0], value, frozenset(t.number for t in uses)))
    return made


def _name_after(part: Part, at: int, used: frozenset[int] = frozenset()) -> list[Token]:
    """The name that stands here, after `new` or a colon: `Hilados del Norte` in `una empresa: Hilados del Norte`."""
    words = part.words
    while at < len(words) and (words[at].text in (":", ",") or words[at].norm in _NEWS | _CALLED_SO | {"for", "para"}):
        at += 1
    named: list[Token] = []
    while at < len(words):
        after = words[at + 1] if at + 1 < len(words) else None
        joins = bool(named) and words[at].norm in _PARTICLES and after is not None and after.text[:1].isupper()
        # `Pro 14`, if nothing follows that it could be the number of.
        ends = after is None or after.kind == "mark" or (after.norm in STOP and after.norm not in _OF)
        ends = ends and bool(named) and words[at].kind == "number"
        if not (words[at].kind == "quoted" or words[at].text == "&" or joins or ends or says_name(words[at], part)):
            break
        named.append(words[at])
        at += 1
    return [*named, *_in_small_letters(words[at:], used)] if len(named) == 1 and named[0].kind == "word" else named


def _in_small_letters(words: Sequence[Token], used: frozenset[int]) -> list[Token]:
    """What a name of one word goes on with, up to where something else begins: `Water bill` with the phone of …"""
    rest = list(takewhile(lambda t: _goes_on_so(t) and t.number not in used, words))
    after = words[len(rest)] if len(rest) < len(words) else None
    ends = after is None or after.text in (",", ";", ".", "(") or after.norm in _AFTER_NAME or after.number in used
    # `Ada living in Porto` is called Ada.
    ends = ends or (bool(rest) and after is not None and after.norm in STOP and not rest[-1].norm.endswith(DOING))
    return rest if ends else []


def _goes_on_so(token: Token) -> bool:
    return (
        token.kind == "word" and token.text.islower() and token.norm not in STOP | _TIMES_OF_DAY and not is_done(token)
    )


def left_empty(part: Part, fields: Sequence[Field]) -> frozenset[int]:
    """The words of `without a product`: that field stays as it is."""
    for index, token in enumerate(part.words):
        if token.norm not in {"without", "sin"} | _NOT_TO:
            continue
        ahead = part.words[index + 1 : index + 7]
        acts = [t for t in ahead[:2] if t.norm in NO_ACT | NOT_TO_DO]
        if token.norm in _NOT_TO and not acts and token.norm != "no":
            continue
        named = [t for t in ahead if t.kind == "word" and t not in acts and (t.norm not in STOP)]
        # `No tour` may be what can be chosen, or what a box is called.
        meant = [f for f in fields if token.norm != "no" or not _offers_none(f)]
        if named and any(same_word(named[0], word) for field in meant for name in field.names for word in parts(name)):
            until = ahead.index(named[0])
            return frozenset({token.number, *(t.number for t in ahead[: until + 1])})
    return frozenset()


def _offers_none(field: Field) -> bool:
    box = field.node.type in ("checkbox", "radio")
    return box or any(_NO & set(parts(option.label)) for option in field.options)


def not_left_empty(part: Part, fields: Sequence[Field]) -> list[Field]:
    """The fields but those of which the words say that they stay as they are."""
    empty = left_empty(part, fields)
    named = [t for t in part.words if t.number in empty and t.norm not in STOP]
    return [f for f in fields if not any(same_word(t, word) for t in named for name in f.names for word in parts(name))]


def _named_elsewhere(desk: Desk, part: Part) -> frozenset[int]:
    """The word of a thing that is created is not the label of a field: `an order` in a form for orders."""
    nouns = [t for t in part.words[:4] if t.kind == "word" and t.norm not in STOP | _NEWS]
    heads = [n for n in desk.situation.page.nodes if n.role in ("heading", "dialog", "button") and not n.hidden]
    titles = " ".join(n.said for n in heads if n.role == "dialog" or not is_of_an_entry(desk, n))
    first = nouns[:1] if nouns and any(same_word(nouns[0], word) for word in parts(titles)) else []
    return frozenset(token.number for token in first) | taken_by(desk, part)


def creation_form(desk: Desk, part: Part, began: bool) -> list[Node] | None:
    """The controls of the form for the new thing, if it is there."""
    here = scope(desk)
    typed = [node for node in here if _is_field(node)]
    if top_dialog(desk.reading):
        return here if typed else None
    # A text field may be called by what is made with it: `New note`.
    makers = [node for node in here if does(node, "create") or does(node, "save")]
    makers = [node for node in makers if node not in typed or is_typed(node)]
    for maker in makers:
        form = next((h for h in desk.reading.page.parents(maker) if h.role == "form"), None)
        inside = [n for n in desk.reading.page.within(form) if n in typed] if form else []
        if inside and (began or _is_about(desk, part, maker, form)):
            return inside
    if began:
        return typed or None
    if whole := _that_takes_all(desk, part, makers, typed):
        return whole
    for maker in makers:
        inside = [n for n in beside(desk, maker, typed) if not narrows(n) and not _is_with_search(desk, n)]
        inside = [n for n in inside if not _is_of_other_entry(desk, maker, n)]
        # A switch beside it sets something of what is there.
        takes = any(n.role not in ("checkbox", "switch") for n in inside)
        if takes and (_is_about(desk, part, maker, None) or _offers(inside, part)):
            return inside
    return None


def _is_with_search(desk: Desk, node: Node) -> bool:
    """Whether a list of choices that begins with none stands with a search: it narrows what is listed."""
    page, empty = desk.reading.page, bool(node.options) and not node.options[0].value
    holder = next(iter(page.parents(node)), None)
    return empty and holder is not None and any(n.role == "searchbox" for n in page.within(holder))


def _is_of_other_entry(desk: Desk, maker: Node, field: Node) -> bool:
    """Whether a field sets something of an entry that a button does not stand in, as `Stock` for `New plant`."""
    return is_of_an_entry(desk, field) and desk.reading.item(field) != desk.reading.item(maker)


def narrows(node: Node) -> bool:
    """Whether a list of choices chooses which entries are shown, or in what order: beside it nothing new is told."""
    first = parts(node.options[0].label)[:1] if node.options else ()
    return bool(first) and (first[0] in EVERY or bool(_SORTS & set(parts(node.label or node.name)[:1])))


def _that_takes_all(desk: Desk, part: Part, makers: Sequence[Node], typed: Sequence[Node]) -> list[Node] | None:
    """The one form on the page in which all has its place that is told of a new thing, which only its name tells from
    others: `add Ada Ray from Sales, email ada@x.test`."""
    told = content_of(part.words)
    if not _begins_with_name(told):
        return None
    fits: list[list[Node]] = []
    for maker in makers:
        form = next((h for h in desk.reading.page.parents(maker) if h.role == "form"), None)
        inside = [n for n in desk.reading.page.within(form) if n in typed] if form and does(maker, "create") else []
        found = assign(part.words, desk.goal.text, fields_of(desk.reading, inside), frozenset())
        used = {n for a in found for n in a.uses}
        if len(found) >= _SEVERAL and all(t.number in used or page_is_about(desk, [t]) for t in told):
            fits.append(inside)
    return fits[0] if len(fits) == 1 else None


def _begins_with_name(told: Sequence[Token]) -> bool:
    return bool(told) and told[0].kind in ("word", "quoted") and (told[0].text[:1].isupper() or told[0].is_value)


def _is_field(node: Node) -> bool:
    """Whether a control takes a value: it makes nothing, though it may be called `New status`."""
    return is_typed(node) or node.tag == "select" or node.type in ("radio", "checkbox")


def _is_label_of(desk: Desk, part: Part, form: Sequence[Node] | None) -> bool:
    """Whether what would be the most or the least of several is what a field is called: `minimum`."""
    names = {word for field in fields_of(desk.reading, form or ()) for name in field.names for word in parts(name)}
    extremes = [t for t in part.words if is_extreme(replace(part, words=(t,)))]
    return bool(extremes) and all(any(same_word(t, word) for word in names) for t in extremes)


def _offers(fields: Sequence[Node], part: Part) -> bool:
    """Whether a list has the name that the part begins with: `add Joon Park`."""
    said = " ".join(t.norm for t in content_of(part.words)[:2])
    return bool(said) and any(holds(normal(o.label), said) for n in fields for o in n.options)


def _is_about(desk: Desk, part: Part, maker: Node, form: Node | None) -> bool:
    """Whether a form on the page is for the thing that the words name: the button, or a heading, says so."""
    around = [maker, *([form] if form else []), *(n for n in desk.situation.page.nodes if n.role == "heading")]
    # What a tab is called is said of the form under it.
    around += [h for h in desk.reading.page.parents(maker) if h.role == "tabpanel"]
    if not does(maker, "create") and not any(does(n, "create") for n in around) and not _was_led_to(desk, part, form):
        return False
    nouns = content_of(part.words)[:2]
    if _makes_just_that(maker, part):
        return True
    inside = list(desk.reading.page.within(form)) if form else []
    kinds = [*(o.label for n in inside for o in n.options), *(n.said for n in inside if n.type == "radio")]
    if any(same_word(t, word) for t in nouns[:1] for label in kinds for word in parts(label)[:1]):
        # `A bug` where the form for a new issue asks of which type it is.
        return True
    return not nouns or any(same_word(token, word) for token in nouns for n in around for word in parts(n.said))


def _place_at_end(words: Sequence[Token]) -> Sequence[Token]:
    """`Registra Paños Vega en Empresas`, up to the first mark."""
    clause = list(takewhile(lambda t: t.kind != "mark", words))
    led = len(clause) > 2 and clause[-2].norm in ("in", "under", "en")
    return clause[-1:] if led and clause[-1].text[:1].isupper() else ()


def _was_led_to(desk: Desk, part: Part, form: Node | None) -> bool:
    """Whether a form that holds nothing yet stands on the page that was looked for, by what it is called itself."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    led = bare(last.target.name) if last and last.explores and last.part == part.number and last.target else ""
    heads = [bare(n.said) for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    fields = [n for n in desk.reading.page.within(form) if is_typed(n)] if form else []
    return bool(led) and led in heads and bool(fields) and not any(n.value for n in fields)


def _was_gone_to(desk: Desk, part: Part) -> bool:
    """Whether the goal says right before that this page is to be gone to: `go to People, add Ada Ray`."""
    before = desk.goal.parts[part.number - 1] if part.number else None
    # `En Salas, registra «Oslo»` says so in the same breath.
    said = aside_of(desk.goal.parts[part.number]) or (before.words if before and before.verb == "open" else ())
    said = said or _place_at_end(part.words)
    place = [t for t in content_of(said) if t.kind == "word"]
    return bool(place) and all(page_is_about(desk, [t]) for t in place)


def _lists_kind(desk: Desk, part: Part, opener: Node) -> bool:
    """Whether the things that are made here are of several kinds, one of which the words name: `a laptop` where a list
    of assets, or what narrows it, says Laptop."""
    kind = list(takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm not in _AFTER, part.words))
    kind = [t for t in kind if t.norm not in STOP | _NEWS]
    page = desk.situation.page
    made = [word for word in parts(opener.said)[1:] if word not in STOP]
    heads = [word for n in page.nodes if n.role == "heading" and not n.hidden for word in parts(n.said)]
    if not kind or not made or not any(same(word, head) for word in made for head in heads):
        return False
    ways = [parts(n.said) for n in page.nodes if n.role == "link" and not n.hidden and not desk.reading.item(n)]
    if any(said and all(any(same_word(t, w) for t in kind) for w in said) for said in ways):
        # Such things have a page of their own.
        return False
    texts = [n for n in page.nodes if n.kind == "text" and n.role != "columnheader" and not n.hidden]
    cells = [n.said for n in texts if desk.reading.item(n)]
    cells += [o.label for n in page.controls if n.tag == "select" for o in n.options]
    return any(said and all(any(same_word(t, w) for t in kind) for w in said) for said in map(parts, cells))


def _makes_just_that(maker: Node, part: Part) -> bool:
    """Whether a button says what the order does, whatever kind of word that is: `Add a line`, `Create a new item`."""
    thing = [word for word in parts(maker.said)[1:] if len(word) > _LEAST_WORD]
    # `Book a visit on property P-12` makes no property.
    led = takewhile(lambda t: t.norm not in _WHERE, part.words[:4])
    said = [t for t in led if t.kind == "word"]
    return bool(thing) and all(any(t.norm == word or same_word(t, word) for t in said) for word in thing)


def _makes_the_place(node: Node, part: Part) -> bool:
    """Whether a control makes only what the new thing is made in: `New job` for `a line in that job`."""
    made = next((t for t in content_of(part.words) if t.kind == "word"), None)
    places = [
        t
        for at, t in enumerate(part.words)
        if t.kind == "word" and t.text.islower() and t is not made
        and any(a.norm in _INSIDE and b.norm in _SUCH for a, b in pairwise(part.words[max(0, at - 2) : at]))
    ]  # fmt: skip
    said = [word for word in parts(node.said)[1:] if word not in STOP]
    own = made is not None and any(same_word(made, word) for word in said)
    return bool(said) and not own and any(same_word(t, said[-1]) for t in places)


def _is_told_elsewhere(desk: Desk, part: Part, node: Node) -> bool:
    """Whether the goal says elsewhere what somebody is added as, of whom only the name is told: `a candidate`."""
    words = [t for t in desk.goal.tokens if t.kind == "word" and t.text.islower() and t.number not in part.numbers]
    return any(same_word(t, word) for t in words if t.norm not in STOP for word in parts(node.said)[1:])


def _begins_as_told(node: Node, part: Part) -> bool:
    """Whether what opens a form is called by the order itself and by what is made: `Open ticket`."""
    act, *thing = parts(node.said) or ("",)
    verb = next((t.norm for t in part.verb_words if t.norm not in _MAKES), "")
    does_it = bool(verb) and (same(act, verb) or is_conjugated(verb, act))
    return does_it and any(same_word(t, word) for t in content_of(part.words)[:1] for word in thing)


def _thing_told(part: Part) -> Sequence[Token]:
    """What is made, and of what, before what it is filled in with: `the return of the ladder` with …"""
    ends = _WHERE | _JOINTS | {"a", "hasta", "until"}
    told = takewhile(lambda t: t.kind == "word" and t.norm not in ends, part.words)
    return [t for t in content_of(list(told)) if t.text.islower()]


def _openers(desk: Desk, part: Part) -> list[Node]:
    """What may open a form for the new thing."""
    failed = desk.failed_selectors()
    nodes = [n for n in usable(desk.reading) if n.selector not in failed and not n.disabled]
    forms = [n for n in desk.reading.page.nodes if n.role == "form"]
    sending = {n.number for form in forms for n in desk.reading.page.within(form)}
    nodes = [n for n in nodes if does(n, "create") or (n.number not in sending and _begins_as_told(n, part))]
    # Where it is made may be known already.
    whole = desk.goal.parts[part.number]
    return [n for n in nodes if not _is_field(n) and not _makes_the_place(n, whole)]


def _opener(desk: Desk, part: Part) -> Move:
    nodes = _openers(desk, part)
    if not nodes:
        return lost(part, content_of(part.words)[:1])
    asked = tuple(t for t in content_of(part.words) if t.norm not in _ANY_ONE)
    ranked = sorted((desk.reading.match(n, asked) for n in nodes), key=lambda m: (-m.score, m.node.number))
    best = ranked[0]
    nouns = [t for t in asked if t.kind == "word"][:1]
    about = not nouns or any(t.number in best.used for t in nouns) or page_is_about(desk, nouns)
    # The goal may quote what the page calls it.
    quoted = {t.number for t in asked if t.kind == "quoted" and bare(t.text) == bare(best.node.said)}
    about = about or bool(quoted)
    # `Book Ruby with Dr. Patel` is done under `Book appointment`.
    about = about or _makes_just_that(best.node, part)
    about = about or any(t.norm == parts(best.node.said)[0] for t in part.verb_words if t.norm not in _MAKES)
    # `Add Ada Ray to the waiting list` is done on the page of that list.
    is_named = bool(asked) and asked[0].text[:1].isupper() and asked[0].kind in ("word", "quoted")
    where = [t for t in asked if t.kind == "word" and t.text.islower()]
    is_only = len(nodes) == 1 and not is_of_an_entry(desk, best.node)
    about = about or (is_named and len(nodes) == 1 and any(page_is_about(desk, [t]) for t in where))
    about = about or (is_only and ((is_named and _was_gone_to(desk, part)) or _lists_kind(desk, part, best.node)))
    about = about or (is_named and len(nodes) == 1 and _is_told_elsewhere(desk, part, best.node))
    # `Order 3 rolls` makes an order, and `Book Bo in with Dr Shah` an appointment.
    verbs = [t for t in part.verb_words[:1] if t.norm not in _MAKES]
    made = [*(t.norm for t in verbs), *booked_by(part)]
    about = about or any(same(each, word) for each in made for word in parts(best.node.said)[1:])
    if not about:
        return lost(part, nouns)
    if is_of_an_entry(desk, best.node) and (other := [t for t in _thing_told(part) if t.number not in best.used]):
        # `Register the loan of the long ladder` registers no return of a short one.
        return lost(part, other)
    if len(ranked) > 1 and best.score - ranked[1].score < 0.08 and ranked[1].used == best.used:
        names = ", ".join(f'"{match.node.said}"' for match in ranked[:3])
        return lost(part, what=f'"{part.said}" could begin with several controls: {names}.')
    told = {t.number for t in nouns if quoted or t.number in best.used or page_is_about(desk, [t])}
    # `Priority High` is a value to enter, though a word for it may be one for what opens the form.
    values = {t.number for t in asked if t.is_value or (t.text[:1].isupper() and t is not asked[0])}
    said = {t.number for t in asked if any(stem(t.norm) == stem(word) for word in parts(best.node.said))}
    return Move((desk.act(part, "click", best.node, (best.own - (values - said)) | told | quoted),))

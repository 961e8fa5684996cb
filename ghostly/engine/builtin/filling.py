"""Parts that fill in fields and choose from what is offered: values go where the page asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import ENTRIES, Node
from ..planning import Planned
from ..steps import Step
from .acting import click
from .adding import add_to
from .boxes import answered
from .calendars import pick_date
from .contrasts import closest
from .controls import (
    FOR_THE_REST,
    SEARCHES,
    SECRET_WORDS,
    SETTING,
    after_to,
    ended,
    is_search,
    page_is_about,
    plainly_sends,
    said_with,
    same_word,
    sends,
    steps_for,
    unfilled,
    was_pressed,
    way_onward,
)
from .desk import Desk, Move, lost
from .fields import assign, by_order
from .finding import does, find, is_kind, only_filters, usable
from .lexicon import EVERY, STOP
from .lookup import look_up
from .menus import from_menu
from .part import Part, content_of
from .questions import says
from .searching import take_away
from .settling import REMARKS
from .taking import Assignment, Field, best_option, fields_of, is_typed, shape_of_date
from .unnamed import is_labelled_otherwise
from .words import Token, bare, parts

_SEVERAL = 2
_EVERYWHERE = {*EVERY, "both", "ambos", "ambas"}
_UPPER, _LOWER = {"upper", "uppercase", "mayusculas", "capitals"}, {"lower", "lowercase", "minusculas"}
_CASES = _UPPER | _LOWER | {"case", "letters", "letras"}
_FIELDS = {"fields", "field", "campos", "campo", "boxes", "inputs", "passwords"}
_LIMITS = {"limit", "threshold", "cap", "limite", "umbral", "tope"}
_BOUNDS = {
    "fewer", "less", "most", "least", "maximum", "minimum", "max", "min", "menos", "maximo", "maxima", "minimo",
    "minima",
}  # fmt: skip
_NOTHING = {"nothing", "none", "nada", "ninguno", "ninguna"}
_CHOICES = {"option", "radio", "checkbox", "menuitem", "menuitemradio", "menuitemcheckbox", "tab", "treeitem", "switch"}


def fill(desk: Desk, part: Part) -> Move:
    """Type each value of the words into the field that they name."""
    everywhere = fields_of(desk.reading, _fillable(desk, part))
    at_once = pick_date(desk, part) or _offered(desk, part) or look_up(desk, part)
    if at_once := at_once or _from_list(desk, part, everywhere) or _in_every(desk, part):
        return at_once
    answers = answered(part, usable(desk.reading), frozenset())
    found = by_order(part.words, desk.goal.text, everywhere)
    found = found or assign(part.words, desk.goal.text, everywhere, _case_words(part) | answers.uses)
    found = (*(replace(a, uses=a.uses | answers.kept) for a in found), *answers.found)
    found = tuple(replace(a, value=_cased(a.value, part), uses=a.uses | _case_words(part)) for a in found)
    if found and (desk.done_for(part) or not _labels_unknown(desk, part, found)):
        found = (*found, *the_last(desk, part, everywhere, found))
    found = tuple(replace(a, uses=a.uses | _limit_words(part, a)) for a in found)
    meant = _of_meant_entry(desk, part, found, everywhere)
    if isinstance(meant, Move):
        return meant
    steps = steps_for(desk, part, found := meant)
    if not found:
        only = [field for field in everywhere if not field.options]
        only = _empty_beside_filled(desk, part, only) or only
        only = [f for f in only if len(only) == 1 and not _is_elsewhere(desk, part, f) and not _narrows(desk, part, f)]
        only = [f for f in only if not _is_called_otherwise(desk, part, f)]
        if only and (value := _all_words(desk, part)):
            typed = {t.number for t in part.words if set(parts(t.text)) <= set(parts(value))}
            uses = typed | desk.reading.match(only[0].node, content_of(part.words)).used | _case_words(part)
            steps = steps_for(desk, part, [Assignment(only[0], _cased(value, part), frozenset(uses))])
        elif menu := from_menu(desk, part, after_to(part)):
            return menu
        elif option := chosen_of(desk, part, [t for t in part.words if t.is_value and t.number not in desk.used]):
            return Move((option,))
        elif not desk.done_for(part):
            return next_page(desk, part) or add_to(desk, part) or lost(part, content_of(part.words))
    missing = [t for t in unfilled(part, found) if not page_is_about(desk, [t])] if found else []
    if missing and not desk.done_for(part):
        return next_page(desk, part) or lost(part, missing)
    return ended([*steps, *_sent_with(desk, part, steps)])


def _empty_beside_filled(desk: Desk, part: Part, fields: Sequence[Field]) -> list[Field]:
    """The one field that is empty still of a form that was filled in, where nothing but a value is told: `now type
    B-7`."""
    filled = {t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action in SETTING}
    typed = [f for f in fields if is_typed(f.node) and not only_filters(desk.reading.page, f.node)]
    empty = [f for f in typed if not f.node.value and f.node.selector not in filled]
    alone = len([t for t in part.words if t.kind != "mark"]) == 1 and any(t.is_value for t in part.words)
    began = any(f.node.selector in filled and f.node.value for f in typed)
    return empty if alone and began and len(empty) == 1 else []


def _limit_words(part: Part, assignment: Assignment) -> frozenset[int]:
    """The `limit` by which a field is called that says of itself that it bounds something: `Overdue after at most`."""
    said = {word for name in assignment.field.names for word in parts(name)}
    named = any(same_word(t, word) for t in part.words if t.number in assignment.uses for word in said)
    return said_with(part, _LIMITS) if named and said & _BOUNDS else frozenset()


def _of_meant_entry(
    desk: Desk, part: Part, found: Sequence[Assignment], fields: Sequence[Field]
) -> tuple[Assignment, ...] | Move:
    """The same fields of the entry that the goal tells the most of, where each entry of a list has such fields."""
    placed: list[Assignment] = []
    for assignment in found:
        twins = _twins(desk, assignment.field, fields)
        words = [t for t in part.words if t.number not in assignment.uses]
        near = closest(desk, [field.node for field in twins.values()], words) if len(twins) >= _SEVERAL else []
        if len(near) == 1:
            placed.append(replace(assignment, field=next(f for f in twins.values() if f.node in near)))
            continue
        told = [t for t in desk.goal.tokens if t.names and t.number not in assignment.uses]
        counts = [sum(says(text, t) for t in told) for text in twins]
        if len(twins) < _SEVERAL:
            placed.append(assignment)
        elif len(near) > 0 < max(counts) and counts.count(max(counts)) == 1:
            placed.append(replace(assignment, field=list(twins.values())[counts.index(max(counts))]))
        else:
            said = assignment.field.node.label or assignment.field.node.name
            return lost(part, what=f'Several entries have a field "{said}", and the goal does not say which is meant.')
    return tuple(placed)


def _twins(desk: Desk, field: Field, fields: Sequence[Field]) -> dict[str, Field]:
    """The fields of that name, by what the entries say that they are in; entries that say the same are one."""
    node = field.node
    alike = [f for f in fields if (f.node.tag, f.node.label, f.node.name) == (node.tag, node.label, node.name)]
    holders = [next((h for h in desk.reading.page.parents(f.node) if h.role in ENTRIES), None) for f in alike]
    return {desk.reading.page.words_of(h): f for f, h in zip(alike, holders, strict=True) if h is not None}


def _sent_with(desk: Desk, part: Part, steps: Sequence[Planned]) -> list[Planned]:
    """The button of an entry's own form, or of the settings that were looked for, where nothing that follows presses
    it."""
    following = {p.verb for p in desk.goal.parts[part.number + 1 :]}
    node = next((n for n in desk.reading.page.controls if steps and n.selector == steps[-1].step.selector), None)
    if node is None or following & {"save", "click", "press", "accept", "fill", "choose", "next"}:
        return []
    holders = list(desk.reading.page.parents(node))
    form = next((h for h in holders if h.role == "form"), None)
    if form is None:
        return []
    buttons = [n for n in desk.reading.page.within(form) if sends(n) and not n.disabled]
    if not any(h.role in ENTRIES for h in holders[holders.index(form) :]):
        sought = any(t.ok and t.planned.explores and t.planned.part == part.number for t in desk.situation.past)
        told = {n for planned in steps for n in planned.uses} | desk.reading.match(node, content_of(part.words)).own
        whole = all(t.number in told for t in content_of(part.words))
        # What was set already is set anew once it is saved.
        buttons = [n for n in buttons if plainly_sends(n)] if sought and whole and node.value else []
    return [desk.act(part, "click", buttons[0])] if len(buttons) == 1 else []


def _labels_unknown(desk: Desk, part: Part, found: Sequence[Assignment]) -> bool:
    """Whether a value that no field takes is called something that no field is: `shoe size "42"`."""
    used = {n for a in found for n in a.uses}
    for before, token in pairwise(part.words):
        is_label = (
            before.kind == "word" and before.text.islower() and before.norm not in STOP and before.number not in used
        )
        if token.is_value and token.number not in used and is_label:
            return True
    return False


def next_page(desk: Desk, part: Part) -> Move | None:
    """To the next page of the form that was filled in last, where what comes now may be."""
    filled = [t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action in SETTING]
    set_so = [n for n in usable(desk.reading) if n.selector in filled[-8:]]
    nodes = [n for n in set_so if is_typed(n) or n.tag == "select" or n.type in ("radio", "checkbox")]
    onward = way_onward(desk, nodes) if nodes else None
    if onward is None or was_pressed(desk, onward):
        return None
    return Move((desk.act(part, "click", onward, why=f'press "{onward.said}"{FOR_THE_REST}'),))


def _from_list(desk: Desk, part: Part, fields: Sequence[Field]) -> Move | None:
    """Choose from a list that is opened by a button, when it is what the words name: `set the language to Basque`."""
    lists = [n for n in usable(desk.reading) if n.role == "combobox" and not is_typed(n) and n.tag != "select"]
    lists += [n for n in usable(desk.reading) if n.states.get("haspopup") == "listbox" and n not in lists]
    asked = content_of(part.words)
    named = [n for n in lists if desk.reading.match(n, asked).own]
    if len(named) != 1 or assign(part.words, desk.goal.text, fields, frozenset()):
        return None
    told = desk.reading.match(named[0], asked).own
    value = [t for t in asked if t.number not in told]
    opened = any(p.step.selector == named[0].selector for p in desk.done_for(part))
    if not opened:
        return Move((desk.act(part, "click", named[0], told),))
    options = [n for n in usable(desk.reading) if n.role in ("option", "menuitem", "menuitemradio")]
    found = find(desk.reading, value, options)
    if not found.is_sure or found.match is None:
        return lost(part, value, final=True)
    return Move((desk.act(part, "click", found.match.node, found.match.used | told, ends=True),))


def _is_elsewhere(desk: Desk, part: Part, field: Field) -> bool:
    """Whether the words name another control that was seen on the way: the only field there is is not what is meant."""
    said = {word for name in field.names for word in parts(name)}
    ways = {t.planned.target.name for t in desk.situation.past if t.planned.target and t.planned.part == part.number}
    named = [
        t for t in part.words if t.kind == "word" and t.norm not in STOP and not any(same_word(t, w) for w in said)
    ]
    return any(same_word(t, word) for t in named for way in ways for word in parts(way))


def _is_called_otherwise(desk: Desk, part: Part, field: Field) -> bool:
    """Whether a value is told with a name of which the only field there is says nothing, nor does its page: `the price
    to 5` beside a field Quantity is meant for another page, if there is one."""
    at = next((i for i, t in enumerate(part.words) if t.is_value), 0)
    labels = [t for t in content_of(part.words[:at]) if t.kind == "word" and t.text.islower() and not is_kind(t)]
    page = desk.situation.page
    ways = any(n.role == "link" and n.states.get("current") is None for n in page.controls)
    is_named = bool(field.node.label or field.node.name) and ways and bool(labels)
    return is_named and not any(says(text, t) for text in (*field.names, *page.readable) for t in labels)


def _narrows(desk: Desk, part: Part, field: Field) -> bool:
    """Whether a field only narrows a list, and the words call what they fill in otherwise: `the limit to 5`."""
    if SEARCHES & {t.norm for t in part.words} or not only_filters(desk.reading.page, field.node):
        return False
    new = {t.number for t in after_to(part)} or {t.number for t in part.words}
    is_value = any(t.is_value for t in part.words)
    said = {word for name in field.names for word in parts(name)}
    labels = [t for t in content_of(part.words) if t.kind == "word" and t.text.islower() and not is_kind(t)]
    labels = [t for t in labels if is_value or t.number not in new]
    return bool(labels) and not any(same_word(t, word) for t in labels for word in said)


def _fillable(desk: Desk, part: Part) -> list[Node]:
    """What may be typed into: the search of the page only if it is named, or there is nothing else."""
    nodes = usable(desk.reading)
    if SEARCHES & {t.norm for t in part.words}:
        return nodes
    searches = {n.number for n in nodes if is_search(desk, n)}
    without = [n for n in nodes if n.number not in searches]
    named = [n for n in nodes if n.number in searches and desk.reading.match(n, content_of(part.words)).own]
    return [*without, *named]


def _in_every(desk: Desk, part: Part) -> Move | None:
    """One value for all the fields there are: `into both fields`."""
    values = [t for t in part.words if t.is_value]
    if len(values) != 1 or not any(_is_every_field(part.words, i) for i in range(len(part.words))):
        return None
    nodes = [n for n in usable(desk.reading) if is_typed(n) and n.tag == "input" and not is_search(desk, n)]
    uses = frozenset({values[0].number}) | said_with(part, _EVERYWHERE | _FIELDS | SECRET_WORDS)
    done = {planned.step.selector for planned in desk.done_for(part)}
    steps = [Step("fill", selector=n.selector, value=values[0].text) for n in nodes if n.selector not in done]
    planned = [desk.plan(part, s, n, uses, False) for s, n in zip(steps, nodes, strict=False)]
    return ended(planned) if nodes else None


def _is_every_field(words: Sequence[Token], at: int) -> bool:
    return words[at].norm in _EVERYWHERE and bool(_FIELDS & {t.norm for t in words[at + 1 : at + 4]})


def _case_words(part: Part) -> frozenset[int]:
    """The words that say only in which letters to type."""
    return said_with(part, _CASES) if said_with(part, _UPPER | _LOWER) else frozenset()


def _cased(value: str, part: Part) -> str:
    words = {t.norm for t in part.words}
    if words & _UPPER:
        return value.upper()
    return value.lower() if words & _LOWER else value


def _all_words(desk: Desk, part: Part) -> str:
    said = [token for token in part.words if token.kind != "mark"]
    value = next((token.text for token in said if token.is_value), "")
    if value or not said:
        return value
    until = next((i for i in range(1, len(said) - 1) if _leads_to_field(said, i)), len(said))
    words = content_of(said[:until])
    return desk.goal.text[words[0].start : words[-1].end] if words else ""


def _leads_to_field(words: Sequence[Token], at: int) -> bool:
    """Whether what follows is where to type: `into the search box`."""
    return words[at].norm in ("into", "in", "en") and words[at + 1].norm in ("the", "el", "la", "that")


def _offered(desk: Desk, part: Part) -> Move | None:
    """A field that offers what fits what was typed wants one of the offers to be taken."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.part != part.number or last.step.action != "fill":
        return None
    typed = next((n for n in desk.situation.page.nodes if n.selector == last.step.selector), None)
    options = [n for n in usable(desk.reading) if n.role == "option" and bare(n.said) == bare(str(last.step.value))]
    if typed is None or typed.role != "combobox" or len(options) != 1:
        return None
    return Move((desk.act(part, "click", options[0], ends=last.ends_part),))


def choose(desk: Desk, part: Part) -> Move:
    """Choose what the words name: in a list, among buttons of a kind, or in a menu that has to be opened first."""
    if any(token.text in ">›→" for token in part.words):
        return click(desk, part)
    if _NOTHING & {token.norm for token in part.words} and not any(token.is_value for token in part.words):
        return Move(done=True)
    if picked := pick_date(desk, part):
        return picked
    fields = fields_of(desk.reading, usable(desk.reading))
    several = _several(desk, part, fields)
    if several:
        return several
    found = assign(part.words, desk.goal.text, [f for f in fields if f.options], frozenset())
    if found and not unfilled(part, found):
        return ended(steps_for(desk, part, found))
    choices = [node for node in usable(desk.reading) if node.role in _CHOICES and not node.disabled]
    if picked := _picked(desk, part, choices):
        return picked
    typed = assign(part.words, desk.goal.text, fields, frozenset())
    if typed and not unfilled(part, typed):
        return _offered(desk, part) or ended(steps_for(desk, part, typed))
    return _opened_list(desk, part) or click(desk, part)


def _several(desk: Desk, part: Part, fields: Sequence[Field]) -> Move | None:
    """Several options of one list that takes several."""
    for field in fields:
        if not field.node.multiple or field.node.tag != "select":
            continue
        groups = _groups(part.words)
        options = [best_option(field.options, " ".join(t.text for t in content_of(g))) for g in groups]
        if all(options):
            step = Step("selectOption", selector=field.node.selector, value=tuple(o.label for o in options if o))
            return Move((desk.plan(part, step, field.node, part.numbers, True),))
    return None


def _groups(words: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.norm in ("from", "in", "de", "en"):
            break
        if token.kind == "mark" or token.norm in ("and", "y"):
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if content_of(group)]


def _picked(desk: Desk, part: Part, choices: Sequence[Node]) -> Move | None:
    groups = _groups(part.words) if len(_groups(part.words)) > 1 else [list(part.words)]
    done = {planned.step.selector for planned in desk.done_for(part)}
    steps = []
    for group in groups:
        found = find(desk.reading, group, choices)
        if not found.is_sure or found.match is None or not found.match.own:
            return None
        node = found.match.node
        action = "check" if node.tag == "input" and node.type in ("checkbox", "radio") else "click"
        if node.selector not in done:
            steps.append(desk.act(part, action, node, found.match.used))
    return ended(steps) if steps else Move(done=True)


def _opened_list(desk: Desk, part: Part) -> Move | None:
    """Open the list that the words name, or the only one there is; its options come next."""
    lists = [
        n
        for n in usable(desk.reading)
        if (n.role in ("combobox", "listbox") and n.tag != "select") or "expanded" in n.states
    ]
    closed = [
        n
        for n in lists
        if n.states.get("expanded") == "false" and n.selector not in {p.step.selector for p in desk.done_for(part)}
    ]
    if not closed:
        return None
    named = [(len(desk.reading.match(n, content_of(part.words)).own), n) for n in closed]
    best = max(score for score, _ in named)
    top = [n for score, n in named if score == best]
    return Move((desk.act(part, "click", top[0]),)) if len(top) == 1 else None


def chosen_of(desk: Desk, part: Part, missing: Sequence[Token]) -> Planned | None:
    """The day of a calendar, or a button that says just what no field takes: `16:30`."""
    picked = pick_date(desk, replace(part, words=tuple(t for t in part.words if t in missing)))
    if picked and picked.steps:
        return replace(picked.steps[0], ends_part=False)
    for token in missing:
        nodes = [n for n in usable(desk.reading) if bare(n.said) == bare(token.text) and not n.disabled]
        nodes = [n for n in nodes if n.role in ("button", "option", "radio", "")]
        if len(nodes) == 1 and token.is_value:
            return desk.act(part, "click", nodes[0], {token.number})
    return None


def the_last(desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment]) -> Sequence[Assignment]:
    """In `lend the drill to Ada until Friday` the one name that is left goes into the one field that is left."""
    past = [t.planned for t in desk.situation.past if t.ok]
    # What was sent before this part leaves its form free again.
    sent = max((i for i, p in enumerate(past) if p.commits and p.part < part.number), default=-1)
    filled = {p.step.selector for p in past[sent + 1 :]}
    lines = [f for f in fields if not f.options and f.node.tag == "input" and f.node.type in ("", "text")]
    # Nobody who is named is a remark.
    lines = [f for f in lines if not shape_of_date(f.node) and not any(REMARKS & {*parts(n)} for n in f.names)]
    free = [
        f for f in lines if not f.node.value and f.node.selector not in filled and all(a.field is not f for a in found)
    ]
    left = [t for t in unfilled(part, found) if t.number not in desk.used and not page_is_about(desk, [t])]
    left = _whole_name(part, left, {n for a in found for n in a.uses} | desk.used)
    if len(free) != 1 or not left or any(b.number - a.number != 1 for a, b in pairwise(left)):
        return ()
    coded = len(left) == 1 and any(c.isalpha() for c in left[0].text)
    plain = ("word", "quoted", "code") if coded else ("word", "quoted")
    if any(t.kind not in plain for t in left) or (len(left) > 1 and left[0].kind == "quoted"):
        return ()
    if left[0].kind == "quoted" and is_labelled_otherwise(part.words, left[0], fields):
        return ()
    others = {word for f in fields if f is not free[0] for name in f.names for word in parts(name)} - STOP
    led = part.words[: part.words.index(left[0])] if left[0] in part.words else ()
    label = next((t for t in reversed(led) if t.norm not in STOP and t.text not in (":", "=")), None)
    # The label of a field into which its value has not gone is nothing to type, and that value is none for another one.
    # What the form is for is the label of none: `a new item: "helmet"` beside a box `Valuable item`.
    used = {n for a in found for n in a.uses}
    told = [*left, *([label] if label and label.number not in used and not page_is_about(desk, [label]) else ())]
    if any(t.kind == "word" and t.norm in others for t in told):
        return ()
    value = left[0].text if len(left) == 1 else desk.goal.text[left[0].start : left[-1].end]
    return (Assignment(free[0], value, frozenset(t.number for t in left)),)


def _whole_name(part: Part, left: list[Token], used: set[int]) -> list[Token]:
    """A name with the words that follow it up to the next mark: `Design hours` in `a line: Design hours, 3 of them`."""
    if not left or left[-1].kind != "word" or left[-1] not in part.words:
        return left
    at = part.words.index(left[-1])
    begins = (
        part.words[part.words.index(left[0]) - 1] if left[0] in part.words and left[0] is not part.words[0] else None
    )
    if begins is None or begins.text not in (":", ",", "("):
        return left
    after = list(takewhile(lambda t: t.kind == "word" and t.norm not in STOP, part.words[at + 1 :]))
    ends = part.words[at + 1 + len(after) : at + 2 + len(after)]
    is_end = not ends or ends[0].text in (",", ")", ";")
    return [*left, *after] if is_end and not any(t.number in used for t in after) else left


_FILES = {"file", "files", "archivo", "archivos", "fichero", "document", "documento", "attachment", "adjunto"}


def upload(desk: Desk, part: Part) -> Move:
    files = [n for n in desk.situation.page.nodes if n.type == "file"]
    named = [t for t in part.words if "." in t.text.strip(".") and t.kind in ("word", "quoted", "code")]
    if not files or not named:
        return lost(part, named) if named else lost(part)
    best = max(files, key=lambda n: desk.reading.match(n, content_of(part.words)).score)
    step = Step("setInputFiles", selector=best.selector, files=tuple(t.text for t in named))
    uses = desk.reading.match(best, content_of(part.words)).used | {t.number for t in named}
    return Move((desk.plan(part, step, best, uses | said_with(part, _FILES), True),))


def clear(desk: Desk, part: Part) -> Move:
    if away := take_away(desk, part):
        return away
    fields = [n for n in usable(desk.reading) if is_typed(n)]
    found = find(desk.reading, part.words, fields)
    if found.is_sure and found.match:
        return Move((desk.act(part, "fill", found.match.node, found.match.used, ends=True, value=""),))
    buttons = [n for n in usable(desk.reading) if does(n, "clear")]
    if len(buttons) == 1 and (match := desk.reading.match(buttons[0], content_of(part.words))).used >= {
        t.number for t in content_of(part.words)
    }:
        return Move((desk.act(part, "click", buttons[0], match.used, ends=True),))
    return lost(part, content_of(part.words))

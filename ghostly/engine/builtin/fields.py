"""Which value of a goal goes into which field of a form: fields are looked for in the goal, not the other way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile

from ..page import Node, Option
from ..steps import Step
from .dates import MONTHS, read_date
from .lexicon import STOP, same
from .matching import Reading, fuzzy, holds
from .part import groups_of
from .units import names_of_unit
from .words import NUMBER_WORDS, ORDINALS, Token, bare, normal, parts, runs_of, stem

_TEXT_ROLES = {"textbox", "searchbox", "spinbutton", "combobox", "slider", ""}
_NOT_TYPED = {"button", "submit", "reset", "image", "checkbox", "radio", "file", "hidden"}
_BEFORE = {"in", "into", "as", "en", "como", "inside", "within", "on", "al", "for"}
_LEADS = {
    "to", "as", "is", "=", ":", "with", "of", "a", "como", "es", "de", "con", "being", "be", "should", "an", "equal",
    "por", "into", "for", "on", "-", "(", "says", "saying", "en", "que", "diga", "dice", "reading", "se", "llama",
    "llamado", "llamada", "called", "named",
}  # fmt: skip
_TRAILS = {
    "and", "y", ",", "with", "con", "the", "for", "its", "a", "an", "of", "de", "el", "la", "los", "las", "para", "e",
    ")", "(", "in", "to", "by", "en", "un", "una", ";", "as", "como", "set", "su", "al", "on", "from", "desde", "at",
    "into", "inside",
}  # fmt: skip
_DETERMINERS = {"the", "el", "la"}
_DENIES = {"no", "not", "without", "sin", "ningun", "ninguna"}
_BESIDE = {"with", "con", "without", "sin", "using", "usando"}
_OWNS = {"of", "for", "de", "del"}
_CHANGES_TO = {"to", "a", "from", "de", "desde", "por"}
_SOURCES = {"from", "by", "of", "de"}
_FIELD_WORDS = {
    "field", "textbox", "textfield", "input", "box", "textarea", "area", "text", "campo", "caja", "casilla", "entrada",
}  # fmt: skip
_NAMING = {
    "called", "named", "titled", "llamado", "llamada", "titulado", "titulada", "says", "saying", "reads", "text",
    "dice", "diga", "texto", "name", "nombre",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A place for a value: one control, or a group of radio buttons; `names` are what people would call it."""

    nodes: tuple[Node, ...]
    names: tuple[str, ...]
    options: tuple[Option, ...] = ()

    @property
    def node(self) -> Node:
        return self.nodes[0]

    @property
    def is_choice(self) -> bool:
        return bool(self.options)


@dataclass(frozen=True, slots=True)
class Assignment:
    field: Field
    value: str
    uses: frozenset[int]

    def step(self, day_first: bool = False) -> Step:
        """What fills it in; `day_first` says how a date is meant that could be either way."""
        node = self.field.node
        if node.type == "checkbox":
            return Step("uncheck" if self.value else "check", selector=node.selector)
        if self.field.options and node.type == "radio":
            chosen = next(n for n in self.field.nodes if bare(_radio_name(n)) == bare(self.value))
            return Step("check", selector=chosen.selector)
        if self.field.options and node.tag == "select":
            return Step("selectOption", selector=node.selector, value=self.value)
        year = re.match(r"(\d{4})-", node.value)
        given = _NUMERIC_DATE.sub(r"\3-\2-\1", self.value) if day_first and node.type == "date" else self.value
        given = _without_thousands(given, day_first) if node.type in ("number", "range") else given
        value = _formatted(given, node.type, int(year[1]) if year else None)
        if shape := shape_of_date(node):
            value = _shaped(value, shape)
        return Step("fill", selector=node.selector, value=value)


# How a field for plain text says that it wants a date: `dd/mm/yyyy`, `AAAA-MM-DD`.
_DATE_SHAPE = re.compile(r"\b(?:dd?([./-])mm?\1|mm?([./-])dd?\2)(?:yy|aa){1,2}\b|\b(?:yyyy|aaaa)([./-])mm?\3dd?\b")
_PLAIN = ("", "text", "tel")


def shape_of_date(node: Node) -> str:
    """How a field for plain text wants a date to be written; empty where it does not ask for one."""
    found = _DATE_SHAPE.search(normal(f"{node.placeholder} {node.label} {node.title}")) if node.type in _PLAIN else None
    return found[0] if found else ""


def _shaped(value: str, shape: str) -> str:
    """A date as a field shows how to write it; what has that shape already stays as it is."""
    # Three numbers with the year last may be meant in either order.
    day = (
        None
        if _NUMERIC_DATE.match(value) or re.fullmatch(re.sub(r"[dmya]+", r"\\d+", shape), value)
        else read_date(value)
    )
    if day is None:
        return value
    told = {"d": f"{day.day:02}", "m": f"{day.month:02}", "y": str(day.year), "a": str(day.year)}
    return re.sub(r"([dmya])\1*", lambda run: told[run[1]][-max(2, len(run[0])) :], shape)


def is_typed(node: Node) -> bool:
    """Whether people type into the control."""
    if node.readonly or node.disabled or node.hidden:
        return False
    if node.tag == "select":
        return False
    if node.role == "slider":
        return True
    if node.tag in ("input", "textarea"):
        return node.type not in _NOT_TYPED
    return node.role in ("textbox", "searchbox", "spinbutton") or (node.role == "combobox" and node.tag == "input")


def fields_of(reading: Reading, controls: Iterable[Node]) -> tuple[Field, ...]:
    found: list[Field] = []
    radios: dict[str, list[Node]] = {}
    for node in controls:
        if node.disabled or (node.hidden and node.type != "file"):
            continue
        if node.tag == "select":
            found.append(Field((node,), _names(reading, node), tuple(o for o in node.options if o.label)))
        elif node.type == "radio":
            radios.setdefault(node.html_name or str(node.parent), []).append(node)
        elif is_typed(node):
            found.append(Field((node,), _names(reading, node)))
    for group in radios.values():
        holder = next((h for h in reading.page.parents(group[0]) if h.role in ("group", "radiogroup") and h.name), None)
        names = (holder.name, group[0].html_name) if holder else (group[0].html_name, reading.near(group[0]))
        options = tuple(Option(node.selector, _radio_name(node), bool(node.checked)) for node in group)
        found.append(Field(tuple(group), tuple(filter(None, names)), options))
    return tuple(found)


def _radio_name(node: Node) -> str:
    return node.name or node.label


def _names(reading: Reading, node: Node) -> tuple[str, ...]:
    seen = (node.label or node.name, node.name, node.placeholder, node.title)
    # A letter alone says nothing about a field.
    inner = tuple(" ".join(parts(name)) for name in (node.html_name, node.id, node.test_id) if len(name) > 1)
    near = () if node.label or node.name else (reading.near(node),)
    return tuple(dict.fromkeys(name for name in (*seen, *near, *inner) if name))


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a goal names a field: the tokens from `start` up to `end`."""

    field: Field
    start: int
    end: int
    quality: float


def assign(words: Sequence[Token], text: str, fields: Sequence[Field], taken: frozenset[int]) -> tuple[Assignment, ...]:
    """The fields that the words give a value; `taken` are the numbers of words that mean something else already."""
    found: list[Assignment] = []
    used = set(taken)
    free = list(fields)

    def note(assignment: Assignment | None) -> None:
        if assignment:
            assignment = _with_unit(assignment, words, used)
            found.append(assignment)
            used.update(assignment.uses)
            free.remove(assignment.field)

    for placed in chain(_by_ordinal(words, text, used, fields), _of_anything(words, free, used)):
        note(placed)
    mentions = _mentions(words, free, used)
    for number, mention in enumerate(mentions):
        if mention.field in free:
            lists = [field for field in free if field.options and field is not mention.field]
            note(_value_of(mention, mentions, number, _before_list(words, mention, lists), text, used))
    for field in [field for field in free if field.options]:
        note(_by_option(field, words, used))
    for field in list(free):
        note(_by_type(field, words, text, used, free))
    for rated in _by_rate(words, used, free):
        note(rated)
    note(_by_money(words, used, free))
    note(_by_age(words, used, free))
    note(_by_address(words, text, used, free))
    note(_by_place(words, text, used, free))
    note(_by_lead(words, text, used, free))
    note(_by_title(words, text, used, free))
    note(_by_maker(words, text, used, free))
    note(_by_person(words, text, used, free))
    if not found or any(token.norm in _NAMING for token in words):
        note(_by_naming(words, text, used, free, alone=not found))
    return tuple(found)


def by_order(words: Sequence[Token], text: str, fields: Sequence[Field]) -> tuple[Assignment, ...]:
    """`Fjord Fabrics, Bergen, post@fjord.test`: what is told without a label, in the order of the fields of the form,
    where it has just as many, and all of them are empty."""
    groups = groups_of(words)
    whole = all(_is_free_name(t, set()) or t.is_value or i for group in groups for i, t in enumerate(group))
    plain = whole and not any(t.norm in STOP or t.kind == "mark" for group in groups for t in group)
    lines = [field for field in fields if not field.options and field.node.type != "checkbox"]
    if len(groups) < _SEVERAL or len(groups) != len(lines) or not plain or _mentions(words, fields, set()):
        return ()
    fitted = [_fitted(f, g, text, frozenset()) for f, g in zip(lines, groups, strict=True) if _is_of_kind(f, g)]
    found = tuple(each for each in fitted if each and not each.field.node.value)
    return found if len(found) == len(lines) else ()


def _is_of_kind(field: Field, words: Sequence[Token]) -> bool:
    """Whether an address is for a field of addresses, and only for that."""
    wants = field.node.type == "email" or any("mail" in name for name in map(normal, field.names))
    return wants == (words[0].kind == "email") and (words[0].kind == "email" or field.node.type != "url")


def _by_ordinal(words: Sequence[Token], text: str, used: set[int], fields: Sequence[Field]) -> list[Assignment]:
    """`into the second field`: a field named by its place among those that are typed into."""
    typed = [field for field in fields if not field.options]
    found: list[Assignment] = []
    for index, token in enumerate(words):
        kinds = [i for i in range(index + 1, min(index + 4, len(words))) if words[i].norm in _FIELD_WORDS]
        place = ORDINALS.get(token.norm, 0)
        if not place or not kinds or not -len(typed) <= (place - 1 if place > 0 else place) < len(typed):
            continue
        value = _trimmed(words[:index], used) if _points(words[:index]) else _trimmed(words[kinds[-1] + 1 :], used)
        named = frozenset(t.number for t in words[index : kinds[-1] + 1])
        fitted = _fitted(typed[place - 1 if place > 0 else place], value, text, named) if value else None
        if fitted and all(fitted.field is not other.field for other in found):
            found.append(fitted)
            used |= fitted.uses
    return found


def _points(words: Sequence[Token]) -> bool:
    """Whether a value stands before, followed by `into the`."""
    left = [t for t in words if t.kind != "mark" and t.norm not in _DETERMINERS]
    return len(left) > 1 and left[-1].norm in _BEFORE


def _mentions(words: Sequence[Token], fields: Sequence[Field], used: set[int]) -> list[_Mention]:
    """Where the fields are named; where two could be meant, the better name wins."""
    all_of_them = [m for field in fields for m in _places(field, words, used)]
    all_of_them.sort(key=lambda m: (-m.quality, m.start))
    kept: list[_Mention] = []
    for mention in all_of_them:
        clash = any(mention.start < other.end and other.start < mention.end for other in kept)
        if not clash and all(other.field is not mention.field for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _places(field: Field, words: Sequence[Token], used: set[int]) -> Iterable[_Mention]:
    for rank, name in enumerate(field.names):
        wanted = [part for part in parts(name) if part not in STOP] or list(parts(name))
        if not wanted or len(wanted) > 6:
            continue
        for start, token in enumerate(words):
            if token.kind not in ("word", "quoted") or token.number in used:
                continue
            if token.kind == "quoted" and bare(token.text) == bare(name):
                yield _Mention(field, start, start + 1, 3.0)
                continue
            said, end = _run(words, start, wanted, parts(name))
            while said and end < len(words) and words[end].norm in parts(name):
                end += 1
            if said:
                whole = said / len(wanted)
                yield _Mention(field, start, end, said + whole - rank * 0.05 if whole >= 0.5 else whole * 0.5)


def _run(words: Sequence[Token], start: int, wanted: Sequence[str], name: Sequence[str]) -> tuple[int, int]:
    """How many of the wanted words stand here one after the other, and where they end; the small words of the name may
    stand between them: `orden del día`, and `unidad de distancia` for the distance unit."""
    left = list(wanted)
    at = end = start
    while at < len(words) and left and words[at].kind == "word":
        hit = next(
            (w for w in left if w == words[at].norm or same(w, words[at].norm) or fuzzy(w, words[at].norm)), None
        )
        if hit is None and (at == start or words[at].norm not in (*name, "de", "del", "of")):
            break
        at += 1
        if hit is not None:
            left.remove(hit)
            end = at
    return len(wanted) - len(left), end


def _value_of(
    mention: _Mention, mentions: Sequence[_Mention], number: int, words: Sequence[Token], text: str, used: set[int]
) -> Assignment | None:
    before_from = mentions[number - 1].end if number else 0
    after_to = mentions[number + 1].start if number + 1 < len(mentions) else len(words)
    before = _trimmed(words[before_from : mention.start], used)
    told_after = _without_owner(words[mention.end : after_to])
    after = _trimmed(_without_denial(told_after, number + 1 < len(mentions)), used)
    lead = next(
        (
            t
            for t in reversed(words[before_from : mention.start])
            if t.norm not in ("the", "el", "la", "a", "an", "field", "campo", "box", "input", "text")
        ),
        None,
    )
    pointed = lead is not None and lead.norm in _BEFORE
    told = _is_named(after[:1]) and not _is_named(before[-1:])
    # `Linea Studio in the city Porto`: what follows at once is what the city is called.
    told = told or (_is_named(words[mention.end : mention.end + 1]) and words[mention.end].number not in used)
    value = before if pointed and before and not told else after
    number_field = mention.field.node.type == "number" and not any(t.kind == "number" for t in value)
    counted = list(words[mention.start - 1 : mention.start]) if _is_counted(words, mention) else []
    if counted or (number_field and _is_number(before[-1:])):
        value = counted or before[-1:]
    if not value and before and (before[-1].is_value or before[-1].norm in NUMBER_WORDS):
        value = before[-1:]
    elif value is after and value and (to := _after_to(value)):
        value = to
    named = frozenset(token.number for token in words[mention.start : mention.end])
    # A list knows what it can be: `in the column Doing`, `in Doing as the column`.
    values = (value, after, before) if mention.field.options else (value,)
    found = next((fitted for each in values if each and (fitted := _fitted(mention.field, each, text, named))), None)
    if found is None or not mention.field.options:
        return found
    # `the vehicle 2210 JRD` has said all that an option is called.
    beside = [t for t in (*words[before_from : mention.start], *words[mention.end : after_to]) if t.number not in used]
    label = parts(found.value)
    named_too = {t.number for t in beside if t.kind != "mark" and parts(t.text) and set(parts(t.text)) <= set(label)}
    return Assignment(found.field, found.value, found.uses | named_too)


def _without_owner(words: Sequence[Token]) -> Sequence[Token]:
    """Without the `of WS-7` of `the fee of WS-7 to 40`, which says whose it is, and without what was so before."""
    code = next((i for i, t in enumerate(words[:4]) if t.kind == "code"), 0)
    after = words[code + 1 :] if code and words[0].norm in _OWNS else words
    if after[1:] and after is not words and after[0].norm not in _CHANGES_TO:
        return words
    old = next((i for i, t in enumerate(after) if t.norm in ("to", "a") and i > 1), 0)
    from_old = old and after[0].norm in ("from", "de", "desde") and after[1].is_value
    return after[old:] if from_old else after or words


def _with_unit(assignment: Assignment, words: Sequence[Token], used: set[int]) -> Assignment:
    """The `miles` of `1200 miles` belongs to the number that goes into the field Mileage."""
    names = [word for name in assignment.field.names for word in parts(name)]
    units = {
        unit.number
        for number, unit in pairwise(words)
        if number.kind == "number" and number.number in assignment.uses and unit.kind == "word"
        and unit.number not in used and any(_measures(stem(unit.norm), word) for word in names)
    }  # fmt: skip
    return replace(assignment, uses=assignment.uses | units) if units else assignment


def _measures(unit: str, word: str) -> bool:
    """Whether a field is called by what its number counts: `mile` and `mileage`, `kilometro` and `kilometraje`."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(unit, word, strict=False)))
    return common >= max(_LEAST_UNIT, len(unit) - 1)


def _of_anything(words: Sequence[Token], fields: Sequence[Field], used: set[int]) -> Iterator[Assignment | None]:
    """`Any model`, `cualquier modelo`: what a field takes, whatever that is."""
    for mention in _mentions(words, fields, used):
        yield _anything(words, mention)


def _anything(words: Sequence[Token], mention: _Mention) -> Assignment | None:
    said = [t.norm for t in words[max(0, mention.start - 2) : mention.start]]
    node, options = mention.field.node, [o.label for o in mention.field.options if o.value]
    value = options[0] if options else _MADE_UP.get(node.type, "") if node.tag in ("input", "textarea") else ""
    if said[-1:] == [] or said[-1] not in _ANY or set(said) & _WITHOUT or not value:
        return None
    return Assignment(mention.field, value, frozenset(t.number for t in words[mention.start - 1 : mention.end]))


def _without_denial(words: Sequence[Token], is_followed: bool) -> Sequence[Token]:
    """Without the `no` of the field that is named next: `a vegan meal, no workshop`."""
    return words[:-1] if is_followed and words and words[-1].norm in _DENIES else words


def _before_list(words: Sequence[Token], mention: _Mention, lists: Sequence[Field]) -> Sequence[Token]:
    """The words up to a `to` after which one of these lists has an option: `for donor Ada Ray to Animal Rescue`."""
    begin = mention.end
    for at in range(begin + 1, len(words) - 1):
        if words[at].norm in ("to", "a") and words[begin].text[:1].isupper() and words[at + 1].names:
            said = " ".join(t.text for t in takewhile(lambda t: t.names, words[at + 1 :]))
            if any(bare(said) == bare(option.label) for field in lists for option in field.options):
                return words[:at]
    return words


def _is_named(words: Sequence[Token]) -> bool:
    return any(t.names for t in words)


def _is_counted(words: Sequence[Token], mention: _Mention) -> bool:
    """Whether a number stands before the name, and none behind it: `3 nights`."""
    after = words[mention.end : mention.end + 1]
    return _is_number(words[max(0, mention.start - 1) : mention.start]) and not any(t.is_value for t in after)


def _is_number(words: Sequence[Token]) -> bool:
    return bool(words) and (words[0].kind == "number" or words[0].norm in NUMBER_WORDS)


def _trimmed(words: Sequence[Token], used: set[int]) -> list[Token]:
    """The tokens of one value: without what leads to it and what follows it."""
    left = list(words)
    led = False
    while left and _leads(left[0], used, len(left)):
        # `with Al`, `as The Hobbit`: after what leads to it, a word that is written as a name begins it.
        if led and left[0].kind == "word" and left[0].text[:1].isupper() and left[0].number not in used:
            break
        led = (left[0].kind == "word" and left[0].text.islower()) or left[0].text in (":", "=")
        left.pop(0)
    for index, token in enumerate(left):
        after = left[index + 1] if index + 1 < len(left) else None
        if index and token.text == "," and after is not None and after.text.isupper() and len(after.text) <= 3:
            # Of a place with its region, such as `Reno, NV`.
            continue
        ends = token.number in used or (token.kind == "mark" and token.text in ",;()")
        # `Bo with parking`: what comes besides is no part of a name.
        besides = token.norm in _BESIDE and after is not None and after.text.islower()
        ends = ends or (index > 0 and (besides or _is_told_besides(left, index)))
        if ends or _joins(token, after) or (index and (_dates(token, after) or _is_next_thing(left, index))):
            left = left[:index]
            break
    named = led and bool(left) and left[0].text[:1].isupper()
    while left and (left[-1].norm in _TRAILS or left[-1].kind == "mark" or left[-1].number in used):
        if named and len(left) == 1:
            break
        left.pop()
    if left and left[0].kind in ("quoted", "email", "placeholder", "url", "number", "code"):
        return left[:1]
    return left


def _is_told_besides(words: Sequence[Token], at: int) -> bool:
    """Whether a name has ended, and how it is with it follows: `Ada Ray based in Porto`."""
    token, after = words[at], words[at + 1] if at + 1 < len(words) else None
    names = all(t.kind == "word" and t.text[:1].isupper() for t in words[:at])
    # A name of one word may go on in small letters: `Data warehouse`.
    tells = at > 1 or bool(_PARTICIPLE.search(token.norm))
    is_word = token.text.islower() and token.norm not in STOP
    return names and tells and is_word and after is not None and after.norm in _WHERE


def _leads(token: Token, used: set[int], left: int) -> bool:
    return (
        token.norm in _LEADS
        or token.kind == "mark"
        or token.number in used
        or (
            # `Linea` begins a name, and `linea` says nothing.
            token.norm in STOP and left > 1 and not token.text[:1].isupper()
        )
    )


def _is_next_thing(words: Sequence[Token], at: int) -> bool:
    """Whether a name has ended and a thing follows: `Ada the report of May`."""
    after = words[at + 1 : at + 3]
    begins = words[at].norm in _DETERMINERS and len(after) > 1 and after[0].text.islower() and after[1].norm in _SOURCES
    return begins and words[at - 1].text[:1].isupper()


def _dates(token: Token, after: Token | None) -> bool:
    """Whether a time or a number follows that is not part of a name: `Prague on 2026-12-03`."""
    return token.norm in ("on", "at", "el") and after is not None and after.kind == "number"


def _joins(token: Token, after: Token | None) -> bool:
    """Whether an `and` begins something else: it does not within a name such as `Salt and Pepper`."""
    return token.norm in ("and", "y", "e") and after is not None and not after.text[:1].isupper()


def _after_to(value: Sequence[Token]) -> list[Token]:
    """In `of order 12 to 25` what comes after the last `to`."""
    places = [index for index, token in enumerate(value) if token.norm in ("to", "a", "por", "como", "as")]
    return list(value[places[-1] + 1 :]) if places and places[-1] + 1 < len(value) else []


def _fitted(field: Field, value: Sequence[Token], text: str, named: frozenset[int]) -> Assignment | None:
    uses = named | {token.number for token in value}
    said = value[0].text if len(value) == 1 else text[value[0].start : value[-1].end]
    if field.node.type == "number" and normal(said) in NUMBER_WORDS:
        said = str(NUMBER_WORDS[normal(said)])
    if not field.options and not _is_taken(field, said):
        return None
    if not field.options:
        given = said if value[0].kind == "quoted" else _plain_amount(said, field.node)
        return Assignment(field, given, frozenset(uses))
    option = best_option(field.options, said)
    if option is None:
        return None
    # Of `Ada Ray in the North team` the option North says one word, and leaves the rest to be used.
    said_by = {*parts(option.label), *parts(option.value)}
    whole = bare(option.label) == bare(said) or normal(option.value) == bare(said)
    told = {t.number for t in value if whole or all(any(_alike(w, each) for each in said_by) for w in parts(t.text))}
    # `Pounds` for `GBP`
    told |= {t.number for t in value if set(names_of_unit(t.norm)) & said_by}
    return Assignment(field, option.label, named | told)


def _alike(one: str, other: str) -> bool:
    return same(one, other) or fuzzy(one, other)


def _plain_amount(said: str, node: Node) -> str:
    """`£30` as the number that people type, unless the field itself shows such a sign."""
    is_money = re.fullmatch(r"[€$£]\s?[\d.,]*\d|[\d.,]*\d\s?[€$£]", said)
    return re.sub(r"[€$£\s]", "", said) if is_money and not set("€$£") & set(node.value + node.placeholder) else said


def _is_taken(field: Field, said: str) -> bool:
    """Whether a field takes such a value at all: a field for numbers takes no name."""
    if field.node.type in ("number", "range"):
        return bool(re.search(r"\d", said))
    if field.node.type == "date" or shape_of_date(field.node):
        return bool(re.search(r"\d", said)) or normal(said) in ("today", "hoy", "tomorrow", "manana")
    return field.node.type != "time" or bool(re.search(r"\d", said))


def best_option(options: Sequence[Option], said: str) -> Option | None:
    """The one option that is meant; None when several could be."""
    wanted = bare(said)
    tests: tuple[Callable[[Option], bool], ...] = (
        lambda o: bare(o.label) == wanted or normal(o.value) == wanted,
        lambda o: _same_words(parts(o.label), parts(wanted)),
        # `US dollars` for `US dollar (USD)`
        lambda o: _same_words(parts(_BESIDES.sub("", o.label)), parts(wanted)) and bool(wanted),
        lambda o: bool(wanted) and holds(normal(o.label), wanted),
        lambda o: len(bare(o.label)) > 1 and holds(wanted, bare(o.label)),
        lambda o: bool(set(names_of_unit(wanted)) & set(parts(o.label))),
    )
    for fits in tests:
        found = [option for option in options if fits(option)]
        if len(found) == 1:
            return found[0]
    return None


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(same(a, b) or fuzzy(a, b) for a, b in zip(one, other, strict=True))


_PARTICIPLE = re.compile(r"\w{2}(?:ed|ing|ad[oa]|id[oa])$")
_WHERE = {"in", "at", "on", "to", "by", "for", "en", "a", "por", "para", "con"}
_MORE = re.compile(r"[(,·|:]|\s[-–—]\s")
_BESIDES = re.compile(
    r"\s*\([^)]*\)|\s+(?:[-–·]\s*)?(?:(?:from|desde)\s+)?(?:[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?[€$£])\s*$", re.IGNORECASE
)


def _by_option(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The option that the words name, if it is just one; the longest name wins."""
    found = []
    for option in field.options:
        # What stands in brackets is told besides, and so is a price: `Eye test (€30)`, `Eye test from €30`.
        wanted = parts(_BESIDES.sub("", option.label)) or parts(option.label)
        place = _stretch(words, wanted, used) if wanted and not (len(wanted) == 1 and wanted[0] in STOP) else None
        if place:
            found.append((len(wanted), option, place))
    if not found and (timed := _by_time(field, words, used)):
        return timed
    if not found:
        return _by_code_of_option(field, words, used) or _by_part_of_option(field, words, used)
    most = max(length for length, _, _ in found)
    best = [(option, place) for length, option, place in found if length == most]
    if len(best) != 1:
        best = _by_brackets(best, words, used)
    if len(best) != 1:
        return None
    option, place = best[0]
    return Assignment(field, option.label, place | _called_beside(field, words, place))


def _by_brackets(
    found: Sequence[tuple[Option, frozenset[int]]], words: Sequence[Token], used: set[int]
) -> list[tuple[Option, frozenset[int]]]:
    """Of options called alike the one of which the words say what stands in brackets: `Price (highest first)`."""
    told = []
    for option, place in found:
        besides = {word for inside in re.findall(r"\(([^)]*)\)", option.label) for word in parts(inside)} - STOP
        said = {t.number for t in words if t.number not in used and any(same(t.norm, word) for word in besides)}
        told.append((option, place | said))
    most = max(len(place) for _, place in told)
    return [(option, place) for option, place in told if len(place) == most]


def _called_beside(field: Field, words: Sequence[Token], place: frozenset[int]) -> frozenset[int]:
    """The word right beside a value that says what the field is: `pool water`, `normal priority`."""
    names = {word for name in field.names for word in parts(name)} - STOP
    pairs = [*pairwise(words), *((b, a) for a, b in pairwise(words))]
    return frozenset(b.number for a, b in pairs if a.number in place and b.kind == "word" and b.norm in names)


def _by_code_of_option(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The only option with a code in it, and what else it is called beside that: `R-12 (Room 3, North House)`."""
    for at, token in enumerate(words):
        if token.kind != "code" or token.number in used:
            continue
        fits = [option for option in field.options if holds(normal(option.label), bare(token.text))]
        if len(fits) == 1:
            beside = _while_said(words[at + 1 :], fits[0].label, used)
            return Assignment(field, fits[0].label, frozenset({token.number, *beside}))
    return None


def _by_time(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The option for a time that is told otherwise: `3 pm` where a list has 15:00."""
    times = {o.label: read_time(o.label) for o in field.options}
    for token in words:
        time = read_time(token.text) if token.kind == "number" and token.number not in used else ""
        fits = [label for label, told in times.items() if time and told == time]
        if len(fits) == 1:
            return Assignment(field, fits[0], frozenset({token.number}))
    return None


def _while_said(words: Sequence[Token], label: str, used: set[int]) -> set[int]:
    """The words up to the first that a label does not say."""
    said = set(parts(label))
    told = takewhile(lambda t: t.kind == "mark" or t.norm in _DETERMINERS or set(parts(t.text)) <= said, words)
    return {t.number for t in told if t.kind != "mark" and t.norm not in _DETERMINERS and t.number not in used}


def _by_part_of_option(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The only option that says a whole name of several words, and more: `Ada Ray, Engineer`."""
    for names in _names_of_names(words, used):
        fits = [o for o in field.options if all(holds(normal(o.label), t.norm) for t in names)]
        if len(fits) == 1:
            return Assignment(field, fits[0].label, frozenset(t.number for t in names))
    for names in _names_together(words, used):
        said = " ".join(t.norm for t in names)
        fits = [option for option in field.options if holds(normal(option.label), said)]
        if len(fits) == 1:
            return Assignment(field, fits[0].label, frozenset(t.number for t in names))
    for at, token in enumerate(words):
        around = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        alone = _is_free_name(token, used) and not any(t.kind == "word" and t.text[:1].isupper() for t in around)
        fits = [o for o in field.options if token.norm in parts(o.label)] if alone else []
        # `Kiki the parrot`, where an option is called so and says more: `Kiki (parrot) - Ada Ray`.
        if len(fits) == 1 and bare(_MORE.split(fits[0].label)[0]) == token.norm:
            beside = _while_said(words[at + 1 :], fits[0].label, used)
            return Assignment(field, fits[0].label, frozenset({token.number, *beside}))
    return None


def _names_of_names(words: Sequence[Token], used: set[int]) -> Iterable[list[Token]]:
    """`the Corolla of Nuria Calvo`: a name and whose it is, both of which an option may say in any order."""
    for at in range(1, len(words) - 1):
        if words[at].norm not in ("of", "de", "del"):
            continue
        before = list(takewhile(lambda t: _is_free_name(t, used), reversed(words[:at])))
        after = list(takewhile(lambda t: _is_free_name(t, used), words[at + 1 :]))
        if before and after:
            yield [*reversed(before), *after]


def _is_free_name(token: Token, used: set[int]) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and token.number not in used


def _names_together(words: Sequence[Token], used: set[int]) -> Iterable[list[Token]]:
    def is_name(token: Token) -> bool:
        return token.kind in ("word", "quoted") and token.text[:1].isupper() and token.number not in used

    return (run for run in runs_of(words, is_name) if len(run) > 1 or run[0].kind == "quoted")


def _stretch(words: Sequence[Token], wanted: Sequence[str], used: set[int]) -> frozenset[int] | None:
    """The tokens, side by side, that say the wanted words."""
    flat = [(part, token.number) for token in words if token.number not in used for part in parts(token.text)]
    for start in range(len(flat) - len(wanted) + 1):
        stretch = flat[start : start + len(wanted)]
        if _same_words([part for part, _ in stretch], wanted):
            return frozenset(number for _, number in stretch)
    return None


_ANY, _WITHOUT = {"any", "whatever", "cualquier", "cualquiera"}, {"without", "sin", "no", "not"}
# What is typed where anything will do.
_MADE_UP = {"": "Test", "text": "Test", "textarea": "Test", "number": "1", "email": "someone@example.test"}
_SEVERAL, _LEAST_UNIT = 2, 4
_NONE = Token(-1, "mark", "", "", 0, 0)
_TYPES = {
    "email": "email",
    "url": "url",
    "number": "number",
    "date": "number",
    "time": "number",
    "tel": "code",
    "range": "number",
    "color": "code",
}


def _by_type(
    field: Field, words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]
) -> Assignment | None:
    """A value that only this field can take."""
    kind = (
        field.node.type
        if field.node.type in _TYPES
        else "email"
        if any("mail" in n for n in map(normal, field.names))
        else "date"
        if shape_of_date(field.node)
        else ""
    )
    if field.options or not kind:
        return None
    rivals = [o for o in free if (o.node.type == field.node.type or _both_slide(o, field)) and not o.options]
    if kind == "date":
        rivals = [o for o in free if o.node.type == "date" or shape_of_date(o.node)]
    if len(rivals) > 1 and kind != "email":
        return None
    for token in words:
        if token.number in used:
            continue
        number = (
            str(NUMBER_WORDS[token.norm])
            if token.norm in NUMBER_WORDS and kind == "number" and token.norm not in ("una", "uno", "one")
            else ""
        )
        if (token.kind == _TYPES[kind] or number) and _suits(token, kind):
            return Assignment(field, number or token.text, frozenset({token.number}))
    return None


def _both_slide(one: Field, other: Field) -> bool:
    return one.node.role == other.node.role == "slider"


def _suits(token: Token, kind: str) -> bool:
    looks = {
        "date": rf"\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}$|.*\b(?:{'|'.join(MONTHS)})\b",
        "time": r"\d{1,2}(:\d\d|\s*[ap]\.?m\b)",
        "number": r"[-\d.,%$€£ ]+$|[a-z]+$",
        "range": r"[-\d.,%]+$",
    }
    if kind == "number" and re.match(looks["date"], token.text):
        return False
    return kind not in looks or bool(re.match(looks[kind], token.norm))


_PLACES = {
    "city",
    "ciudad",
    "town",
    "country",
    "pais",
    "place",
    "lugar",
    "location",
    "venue",
    "sitio",
    "ubicacion",
    "address",
    "direccion",
}


_ADDRESSES = {"address", "street", "direccion", "calle", "domicilio"}
_MONEY = {"amount", "importe", "monto", "price", "precio", "cost", "coste", "sum", "suma", "euros", "eur", "usd"}
_COUNTS = {"quantity", "qty", "cantidad", "units", "unidades", "count", "pieces", "piezas", "uds"}
# What stands between how many there are and what one costs.
_EACH = {"at", "a", "@", "por", "x", "×"}
_FROM = {"from", "between", "de", "desde", "entre"}
_TIMES = {"time", "hour", "start", "hora", "inicio"}
_ARTICLES = {"the", "a", "an", "el", "la", "un", "una"}
# Who made what a catalogue lists.
_MAKERS = {
    "author", "authors", "writer", "artist", "composer", "director", "creator", "maker", "speaker", "autor", "autora",
    "autores", "escritor", "artista", "compositor", "directora", "creador", "ponente",
}  # fmt: skip
_MADE_BY = {"by", "de", "por"}
_COINS = {"euro", "euros", "dollar", "dollars", "dolar", "dolares", "eur", "usd", "pounds", "libras"}


def _by_money(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`45 €` goes into the one field for an amount."""
    fields = [f for f in free if not f.options and any(_MONEY & set(parts(n)) or set("€$£") & set(n) for n in f.names)]
    if len(fields) != 1:
        return None
    is_priced = not any(f.node.type == "time" or any(_TIMES & set(parts(n)) for n in f.names) for f in free)
    for token, after in pairwise((*words, Token(-1, "mark", "", "", 0, 0))):
        is_coin = after.norm in _COINS
        is_sum = is_coin or set("€$£") & set(token.text) or (is_priced and _is_priced(words, token))
        if token.kind == "number" and token.number not in used and is_sum:
            uses = {token.number, after.number} if is_coin else {token.number}
            return Assignment(fields[0], re.sub(r"[€$£\s]", "", token.text), frozenset(uses))
    return None


def _by_rate(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> list[Assignment]:
    """`2 at 65.00`: how many go into the one field for that, and what one costs into that for a price."""
    counts, prices = ([f for f in free if not f.options and _called(f) & names] for names in (_COUNTS, _MONEY))
    if len(counts) != 1 or len(prices) != 1 or counts == prices:
        return []
    for before, count, at, price in zip((_NONE, *words), words, words[1:], words[2:], strict=False):
        numbers = count.kind == price.kind == "number" and not {count.number, price.number} & used
        if numbers and at.norm in _EACH and count.text.isdigit() and before.norm not in _FROM:
            cost = re.sub(r"[€$£\s]", "", price.text)
            told = ((counts[0], count.text, count), (prices[0], cost, price))
            return [Assignment(field, value, frozenset({token.number})) for field, value, token in told]
    return []


def _called(field: Field) -> set[str]:
    return {word for name in field.names for word in parts(name)}


def _is_priced(words: Sequence[Token], token: Token) -> bool:
    """`At 24.50`, `a 24,50`: a price without its sign, where nothing asks for a time."""
    before = words[words.index(token) - 1] if token is not words[0] else None
    led = before is not None and before.norm in ("at", "for", "a", "por")
    return led and bool(re.fullmatch(r"\d+[.,]\d\d", token.text))


def _by_age(words: Sequence[Token], used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`11 years old`, `aged 11`: it goes into the field for that."""
    fields = [f for f in free if not f.options and any({"age", "edad"} & set(parts(name)) for name in f.names)]
    if not words:
        return None
    for before, token, after in zip((_NONE, *words[:-1]), words, (*words[1:], _NONE), strict=True):
        is_age = after.norm in ("years", "year", "anos", "ano") or before.norm in ("aged", "age", "edad")
        if len(fields) == 1 and is_age and token.kind == "number" and token.number not in used:
            return Assignment(fields[0], token.text, frozenset({token.number, after.number} - {-1}))
    return None


def _by_address(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`27 Mill Lane`, `Calle Mayor 12`: a name with a number before or behind it goes into the one field for that."""
    fields = [f for f in free if not f.options and any(_ADDRESSES & set(parts(name)) for name in f.names)]
    if len(fields) != 1 or fields[0].node.type not in ("", "text", "textarea"):
        return None
    for run in runs_of(words, lambda t: t.number not in used and (t.kind == "number" or _is_free_name(t, used))):
        numbers = [i for i, t in enumerate(run) if t.kind == "number"]
        if len(run) > 1 and numbers in ([0], [len(run) - 1]) and all(run[i].text.isdigit() for i in numbers):
            return _fitted(fields[0], run, text, frozenset())
    return None


def _by_place(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`from Sevilla`: a name after such a word goes into the one field for places."""
    fields = [f for f in free if not f.options and any(_PLACES & set(parts(name)) for name in f.names)]
    if len(fields) != 1:
        return None
    for at, token in enumerate(words):
        led = [t.norm for t in words[max(0, at - 2) : at]]
        # `in the Main hall`, `en el Salón social`
        within = led[-1:] in (["from"], ["in"], ["de"], ["en"]) or (
            led[:1] in (["in"], ["at"], ["en"]) and led[1:] and led[1] in _DETERMINERS
        )
        if within and _is_free_name(token, used) and (named := _whole_place(words, at, used)):
            return _fitted(fields[0], named, text, frozenset())
    return None


def _whole_place(words: Sequence[Token], at: int, used: set[int]) -> list[Token]:
    """The names that begin here, with the plain words that follow them up to a mark or the end."""
    named = list(takewhile(lambda t: _is_free_name(t, used), words[at:]))
    rest = words[at + len(named) :]
    after = list(takewhile(lambda t: t.kind == "word" and t.norm not in STOP and t.number not in used, rest))
    ends = rest[len(after) : len(after) + 1]
    return [*named, *after] if not ends or ends[0].kind == "mark" else named


def _by_naming(
    words: Sequence[Token], text: str, used: set[int], free: Sequence[Field], alone: bool
) -> Assignment | None:
    """`called X`, or the only quoted text: it goes into the field for names, or the first one for text."""
    typed = [field for field in free if not field.options and field.node.type in ("", "text", "search", "textarea")]
    if not typed:
        return None
    naming = next((i for i, token in enumerate(words) if token.norm in _NAMING and token.number not in used), None)
    quoted = [token for token in words if token.kind in ("quoted", "placeholder") and token.number not in used]
    quoted = [token for token in quoted if not is_labelled_otherwise(words, token, typed)]
    value = _trimmed(words[naming + 1 :], used) if naming is not None else quoted[:1] if alone else []
    if quoted and value and value[0].kind not in ("quoted", "placeholder"):
        value = quoted[:1]
    if not value:
        return None
    is_text = naming is not None and words[naming].norm in _TEXTS
    if is_text and (texts := [f for f in typed if f.node.tag == "textarea" or _is_for_text(f)]):
        return _fitted(texts[0], value, text, frozenset({words[naming].number}) if naming is not None else frozenset())
    named = next(
        (
            f
            for f in typed
            if any({"name", "title", "subject", "nombre", "titulo", "asunto"} & set(parts(n)) for n in f.names)
        ),
        typed[0],
    )
    extra = frozenset({words[naming].number}) if naming is not None else frozenset[int]()
    return _fitted(named, value, text, extra)


def is_labelled_otherwise(words: Sequence[Token], value: Token, fields: Sequence[Field]) -> bool:
    """Whether a text is called something that no field is: `with the agenda "Solar panels"`."""
    before = words[: words.index(value)]
    lead = next(
        (i for i in range(len(before) - 1, max(-1, len(before) - 6), -1) if before[i].norm in ("with", "con")), -1
    )
    label = before[lead + 1 :] if lead >= 0 else []
    if not label or any(t.kind != "word" or not t.text.islower() for t in label):
        return False
    named = [t for t in label if t.norm not in STOP | _NAMING]
    said = {word for field in fields for name in field.names for word in parts(name)}
    return bool(named) and not any(same(t.norm, word) for t in named for word in said)


_TEXTS = {"says", "saying", "reads", "text", "dice", "diga", "texto"}


def _is_for_text(field: Field) -> bool:
    wanted = {"message", "text", "body", "comment", "note", "mensaje", "texto", "comentario", "nota"}
    return any(wanted & set(parts(name)) for name in field.names)


def _by_lead(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`Invite Ada Lovelace with …`: what comes first is the name of it."""
    led = words[1:] if words and words[0].norm in ("a", "al", "the", "to") else words
    named = list(takewhile(lambda t: t.kind == "word" and t.text[:1].isupper() and t.number not in used, led))
    fields = [f for f in free if not f.options and any({"name", "nombre"} & set(parts(n)) for n in f.names)]
    return _fitted(fields[0], named, text, frozenset()) if named and len(fields) == 1 else None


def _by_title(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`Add the book "Winter light" by …`: what follows the kind of a thing at once is what it is called."""
    fields = [f for f in free if not f.options and any({"title", "titulo"} & set(parts(n)) for n in f.names)]
    kind = list(
        takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm not in _LEADS | _TRAILS, words[1:])
    )
    rest = words[1 + len(kind) :]
    if len(fields) != 1 or not kind or words[0].norm not in _ARTICLES or not rest or rest[0].number in used:
        return None
    named = rest[:1] if rest[0].kind == "quoted" else list(takewhile(lambda t: _is_free_name(t, used), rest))
    return _fitted(fields[0], named, text, frozenset()) if named else None


def _by_maker(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`By Ada Ray`: who made a thing goes into the one field for that."""
    fields = [f for f in free if not f.options and any(_MAKERS & set(parts(name)) for name in f.names)]
    for at, token in enumerate(words):
        named = list(takewhile(lambda t: _is_free_name(t, used), words[at + 1 :])) if token.norm in _MADE_BY else []
        if named and len(fields) == 1:
            return _fitted(fields[0], named, text, frozenset())
    return None


def _by_person(words: Sequence[Token], text: str, used: set[int], free: Sequence[Field]) -> Assignment | None:
    """`as Ada Lovelace`: who it is from goes into the one field for names."""
    fields = [f for f in free if not f.options and any({"name", "nombre"} & set(parts(n)) for n in f.names)]
    for index, token in enumerate(words[:-1]):
        if token.norm in ("as", "como") and len(fields) == 1:
            named = list(takewhile(lambda t: t.text[:1].isupper() and t.number not in used, words[index + 1 :]))
            if named:
                return _fitted(fields[0], named, text, frozenset({token.number}))
    return None


def _without_thousands(value: str, comma_first: bool) -> str:
    """`1,800` as 1800, and `1.800` where a comma parts the decimals, as in Spanish."""
    said = value.strip()
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", said) and not comma_first:
        return said.replace(",", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", said) and comma_first:
        return said.replace(".", "")
    return value


def _formatted(value: str, kind: str, year: int | None = None) -> str:
    """The value as a field of that type wants it typed."""
    if kind == "date" and (day := read_date(value, year)):
        return day.isoformat()
    if kind == "time" and (time := read_time(value)):
        return time
    if kind not in ("number", "range"):
        return value
    # Such a field takes a point only: `6,50 €`.
    return re.sub(r"^(-?\d+),(\d{1,2})$", r"\1.\2", re.sub(r"[€$£%\s]", "", value))


# The day, the month and the year last, in numbers.
_NUMERIC_DATE = re.compile(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$")


def read_time(text: str) -> str:
    """A time of the day as 15:30, which may be told as `3:30 pm` or `3 p.m.`; empty where it is none."""
    found = re.match(r"(\d{1,2})(?::(\d\d))?\s*(?:([ap])\.?m\b)?", normal(text))
    if not found or not (found[2] or found[3]):
        return ""
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
    return f"{hour:02}:{found[2] or '00'}"

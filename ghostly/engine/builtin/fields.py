"""Which value of a goal goes into which field of a form: fields are looked for in the goal, not the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, takewhile

from .choosing import by_ends, by_option
from .lexicon import STOP, same, verbs
from .matching import fuzzy
from .part import groups_of
from .taking import DETERMINERS, Assignment, Field, is_free_name, shape_of_date, taken_as, trimmed
from .units import names_of_unit, names_unit
from .unnamed import (
    NAMING,
    by_address,
    by_age,
    by_full_name,
    by_lead,
    by_maker,
    by_money,
    by_naming,
    by_person,
    by_phone,
    by_place,
    by_rate,
    by_reason,
    by_title,
    by_type,
)
from .vouching import BINDS
from .words import NUMBER_WORDS, ORDINALS, Token, bare, normal, parts, stem
from .written import value_of_line

_BEFORE = {"in", "into", "as", "en", "como", "inside", "within", "on", "al", "for"}
_BEFORE_LABELS = {"the", "el", "la", "a", "an", "field", "campo", "box", "input", "text"}
_OWNS = {"of", "for", "de", "del"}
_BETWEEN = {"of", "the", "de", "del", "la", "el", "los", "las"}
_CHANGES_TO = {"to", "a", "from", "de", "desde", "por"}
_FIELD_WORDS = {
    "field", "textbox", "textfield", "input", "box", "textarea", "area", "text", "campo", "caja", "casilla", "entrada",
}  # fmt: skip
_ANY, _WITHOUT = {"any", "whatever", "cualquier", "cualquiera"}, {"without", "sin", "no", "not"}
# What is typed where anything will do.
_MADE_UP = {"": "Test", "text": "Test", "textarea": "Test", "number": "1", "email": "someone@example.test"}
_WRITES = {"fill", "create", "edit", "say"}
_LINES = {"", "text", "textarea", "tel"}
_SEVERAL, _LEAST_UNIT, _LONGEST_OWNER = 2, 4, 5


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

    first = (_by_ordinal(words, text, used, fields), _of_anything(words, free, used), by_ends(words, free, used))
    for placed in chain(*first):
        note(placed)
    mentions = _mentions(words, free, used)
    for number, mention in enumerate(mentions):
        # In `24 hours before`, which a list has taken, no field of hours is named.
        if mention.field in free and not any(t.number in used for t in words[mention.start : mention.end]):
            lists = [field for field in free if field.options and field is not mention.field]
            note(_value_of(mention, mentions, number, _before_list(words, mention, lists), text, used))
    for field in [field for field in free if field.options]:
        note(by_option(field, words, used))
    for field in list(free):
        note(by_type(field, words, text, used, free))
    found = _with_coins(found, words, used)
    for placed in chain(by_rate(words, used, free), _told_by_kind(words, text, used, free)):
        note(placed)
    if not found or any(token.norm in NAMING for token in words):
        note(by_naming(words, text, used, free, alone=not found))
    return tuple(found)


def _told_by_kind(words: Sequence[Token], text: str, used: set[int], free: list[Field]) -> Iterator[Assignment | None]:
    """What is told without its field, by what kind of thing it is; each is taken before the next one is looked for."""
    yield by_phone(words, used, free)
    yield by_money(words, used, free)
    yield by_age(words, used, free)
    yield by_address(words, text, used, free)
    yield by_place(words, text, used, free)
    yield from by_full_name(words, used, free)
    yield by_lead(words, text, used, free)
    yield by_title(words, text, used, free)
    yield by_maker(words, text, used, free)
    yield by_person(words, text, used, free)
    yield by_reason(words, text, used, free)


def by_order(words: Sequence[Token], text: str, fields: Sequence[Field]) -> tuple[Assignment, ...]:
    """`Fjord Fabrics, Bergen, post@fjord.test`: what is told without a label, in the order of the fields of the form,
    where it has just as many, and all of them are empty."""
    groups = groups_of(words)
    whole = all(is_free_name(t, set()) or t.is_value or i for group in groups for i, t in enumerate(group))
    plain = whole and not any(t.norm in STOP or t.kind == "mark" for group in groups for t in group)
    lines = [field for field in fields if not field.options and field.node.type != "checkbox"]
    if len(groups) < _SEVERAL or len(groups) != len(lines) or not plain or _mentions(words, fields, set()):
        return ()
    fitted = [taken_as(f, g, text, frozenset()) for f, g in zip(lines, groups, strict=True) if _is_of_kind(f, g)]
    found = tuple(each for each in fitted if each and not each.field.node.value)
    return found if len(found) == len(lines) else ()


def _is_of_kind(field: Field, words: Sequence[Token]) -> bool:
    """Whether an address is for a field of addresses, and only for that."""
    wants = field.node.type == "email" or any("mail" in name for name in map(normal, field.names))
    return wants == (words[0].kind == "email") and (words[0].kind == "email" or field.node.type != "url")


def _by_ordinal(words: Sequence[Token], text: str, used: set[int], fields: Sequence[Field]) -> list[Assignment]:
    """`into the second field`: a field named by its place among those that are typed into."""
    typed = [field for field in fields if not field.options]
    called = {word for field in fields for name in field.names for word in parts(name)}
    found: list[Assignment] = []
    for index, token in enumerate(words):
        kinds = [i for i in range(index + 1, min(index + 4, len(words))) if words[i].norm in _FIELD_WORDS]
        # `The last name field` is called so.
        place = 0 if token.norm in called else ORDINALS.get(token.norm, 0)
        if not place or not kinds or not -len(typed) <= (place - 1 if place > 0 else place) < len(typed):
            continue
        value = trimmed(words[:index], used) if _points(words[:index]) else trimmed(words[kinds[-1] + 1 :], used)
        named = frozenset(t.number for t in words[index : kinds[-1] + 1])
        fitted = taken_as(typed[place - 1 if place > 0 else place], value, text, named) if value else None
        if fitted and all(fitted.field is not other.field for other in found):
            found.append(fitted)
            used |= fitted.uses
    return found


def _points(words: Sequence[Token]) -> bool:
    """Whether a value stands before, followed by `into the`."""
    left = [t for t in words if t.kind != "mark" and t.norm not in DETERMINERS]
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
    return sorted([*kept, *_by_their_kind(words, fields, used, kept)], key=lambda m: m.start)


def _by_their_kind(
    words: Sequence[Token], fields: Sequence[Field], used: set[int], kept: Sequence[_Mention]
) -> Iterator[_Mention]:
    """`Linea as the name`, where one field alone has a name in its own: the company name."""
    for at, token in enumerate(words):
        owners = [field for field in fields if any(token.norm in parts(name) for name in field.names)]
        if token.norm not in NAMING or token.number in used or len(owners) != 1:
            continue
        lead = next((t for t in reversed(words[:at]) if t.norm not in _BEFORE_LABELS), None)
        told = (lead is not None and lead.norm in _BEFORE) or any(
            t.names or t.text == ":" for t in words[at + 1 : at + 2]
        )
        known = any(m.field is owners[0] or m.start <= at < m.end for m in kept)
        if told and not known and not owners[0].options:
            yield _Mention(owners[0], at, at + 1, 1.0)
            return


def _places(field: Field, words: Sequence[Token], used: set[int]) -> Iterable[_Mention]:
    for rank, name in enumerate(field.names):
        wanted = [part for part in parts(name) if part not in STOP] or list(parts(name))
        if not wanted or len(wanted) > 6:
            continue
        for start, token in enumerate(words):
            if token.kind not in ("word", "quoted") or token.number in used:
                continue
            if start and len(wanted) > 1 and words[start - 1].kind == "number" and names_unit(token):
                # The `m` of `20 m` is no `Length (m)`.
                continue
            if token.kind == "quoted" and bare(token.text) == bare(name):
                yield _Mention(field, start, start + 1, 3.0)
                continue
            said, end = _run(words, start, wanted, parts(name))
            while said and end < len(words) and words[end].norm in parts(name):
                end += 1
            if said:
                whole = said / len(wanted)
                yield _Mention(
                    field,
                    _begun(words, start, parts(name)),
                    end,
                    said + whole - rank * 0.05 if whole >= 0.5 else whole * 0.5,
                )


def _begun(words: Sequence[Token], start: int, name: Sequence[str]) -> int:
    """Where a label begins whose first word alone would say little: the `nombre` of `nombre de la empresa`."""
    before = list(takewhile(lambda t: t.norm in _BETWEEN or t.norm in name, reversed(words[:start])))
    named = [i for i, t in enumerate(before, 1) if t.norm in name and t.norm not in _BETWEEN | _BEFORE]
    return start - (named[-1] if named else 0)


def _run(words: Sequence[Token], start: int, wanted: Sequence[str], name: Sequence[str]) -> tuple[int, int]:
    """How many of the wanted words stand here one after the other, and where they end; the small words of the name may
    stand between them: `orden del día`, and `unidad de distancia` for the distance unit."""
    left = list(wanted)
    at = end = start
    while at < len(words) and left and (words[at].kind == "word" or (end > start and words[at].text in "()[]")):
        if words[at].kind != "word":
            at += 1
            continue
        hit = next((w for w in left if _is_label(w, words[at].norm)), None)
        # `The time of the delivery`
        article = at > start and words[at].norm in DETERMINERS and words[at - 1].norm in ("of", "de")
        if hit is None and not article and (at == start or words[at].norm not in (*name, "de", "del", "of")):
            break
        at += 1
        if hit is not None:
            left.remove(hit)
            end = at + (words[at].text in (")", "]") if at < len(words) else 0)
    return len(wanted) - len(left), end


def _is_label(word: str, said: str) -> bool:
    """Whether a word of a label is meant; `not` is none of `notes`."""
    return word == said or (said not in BINDS and (same(word, said) or fuzzy(word, said)))


def _value_of(
    mention: _Mention, mentions: Sequence[_Mention], number: int, words: Sequence[Token], text: str, used: set[int]
) -> Assignment | None:
    before_from = mentions[number - 1].end if number else 0
    after_to = mentions[number + 1].start if number + 1 < len(mentions) else len(words)
    before = trimmed(_up_to_field_word(words[before_from : mention.start]), used)
    told_after = _without_owner(_without_field_word(words[mention.end : after_to]))
    titled = any(t.norm in NAMING for t in words[mention.start : mention.end])
    pointed = _is_pointed_at(words[before_from : mention.start])
    told_after = _without_verb(told_after, pointed)
    after = trimmed(_without_denial(told_after, number + 1 < len(mentions)), used, titled)
    told = _is_named(after[:1]) and not _is_named(before[-1:])
    told = told and not (before and _is_led_to_next(mentions, number, words))
    # `Linea Studio in the city Porto`: what follows at once is what the city is called.
    told = told or (_is_named(words[mention.end : mention.end + 1]) and words[mention.end].number not in used)
    placed = {"after": after, "before": before}
    value = placed.get(_order(words, mentions, used), before if pointed and before and not told else after)
    number_field = mention.field.node.type == "number" and not any(t.kind == "number" for t in value)
    counted = list(words[mention.start - 1 : mention.start]) if _is_counted(words, mention) else []
    if counted or (number_field and _is_number(before[-1:])):
        value = counted or before[-1:]
    if not value and before and (before[-1].is_value or before[-1].norm in NUMBER_WORDS):
        value = before[-1:]
    elif value is after and value and (to := _after_to(value)):
        value = to
    named = frozenset(token.number for token in words[mention.start : mention.end])
    named |= _writing(told_after, value) if value is after else frozenset()
    if line := _of_line(mention, words, words[mention.end : after_to], text):
        return line
    around = (words[before_from : mention.start], words[mention.end : after_to])
    street = _with_street(mention.field, value, around[value is after], used)
    # A list knows what it can be: `in the column Doing`, `in Doing as the column`.
    exact = _option_at(mention.field, words[mention.end :], used)
    values = (exact, value, after, before) if mention.field.options else (street,)
    if _is_no_address(mention.field, value, words, used):
        return None
    found = next((fitted for each in values if each and (fitted := taken_as(mention.field, each, text, named))), None)
    if found is None or not mention.field.options:
        return found
    return _with_all_said(found, [t for t in chain(*around) if t.number not in used])


def _is_pointed_at(before: Sequence[Token]) -> bool:
    """Whether `into the`, `as` or `for the field` stands before the name of a field."""
    lead = next((t for t in reversed(before) if t.norm not in _BEFORE_LABELS), None)
    return lead is not None and lead.norm in _BEFORE


def _without_verb(words: Sequence[Token], pointed: bool) -> Sequence[Token]:
    """Without the `enter` of `for the venue enter Main hall`."""
    writes = pointed and bool(words) and words[0].text.islower() and bool(_WRITES & {*verbs().get(words[0].norm, ())})
    return words[1:] if writes else words


def _order(words: Sequence[Token], mentions: Sequence[_Mention], used: set[int]) -> str:
    """Whether all values stand behind their fields or all before them, which is told by the end that is bare; empty
    where that is not told."""
    between = [words[a.end : b.start] for a, b in pairwise(mentions)]
    if not between or not all(_says_something(each, used) for each in between):
        return ""
    begins = _says_something(words[: mentions[0].start], used)
    ends = _says_something(words[mentions[-1].end :], used)
    pointed = all(_is_pointed_at(each) for each in (words[: mentions[0].start], *between))
    return "after" if ends and not begins else "before" if begins and not ends and pointed else ""


def _says_something(words: Sequence[Token], used: set[int]) -> bool:
    plain = STOP | _FIELD_WORDS | _BEFORE
    told = [t for t in words if t.kind != "mark" and t.number not in used and t.norm not in plain]
    return any(t.kind != "word" or not _WRITES & {*verbs().get(t.norm, ())} for t in told)


def _option_at(field: Field, words: Sequence[Token], used: set[int]) -> Sequence[Token]:
    """What stands at once behind the name of a list and is just what one of its options is called: `status done`."""
    led = list(takewhile(lambda t: t.text in (":", "=") or t.norm in _CHANGES_TO | DETERMINERS | {"as", "is"}, words))
    rest = list(takewhile(lambda t: t.kind != "mark" and t.number not in used, words[len(led) :]))
    labels = {bare(option.label) for option in field.options}
    ends = (end for end in range(len(rest), 0, -1) if bare(" ".join(t.text for t in rest[:end])) in labels)
    return rest[: next(ends, 0)]


def _is_no_address(field: Field, value: Sequence[Token], words: Sequence[Token], used: set[int]) -> bool:
    """Whether words were taken for an e-mail address, though one is told: `a task Email Bo with bo@x.test`."""
    told = [t for t in words if t.kind == "email" and t.number not in used]
    return field.node.type == "email" and bool(value) and bool(told) and all(t.kind == "word" for t in value)


def _of_line(mention: _Mention, words: Sequence[Token], own: Sequence[Token], text: str) -> Assignment | None:
    """All of a line that begins with the name of a field of text: `Address: Quay 5, flat 2`."""
    label = words[mention.start : mention.end]
    line = (
        value_of_line(words, label, text) if mention.field.node.type in _LINES and not mention.field.options else None
    )
    if line is None or not line[1] <= {t.number for t in own} or shape_of_date(mention.field.node):
        return None
    single = len(line[1]) == 1
    return None if single else Assignment(mention.field, line[0], line[1] | {t.number for t in label})


def _with_all_said(found: Assignment, beside: Sequence[Token]) -> Assignment:
    """With all that says what an option is called: `the vehicle 2210 JRD`."""
    label = parts(found.value)
    named_too = {t.number for t in beside if t.kind != "mark" and parts(t.text) and set(parts(t.text)) <= set(label)}
    return Assignment(found.field, found.value, found.uses | named_too)


def _is_led_to_next(mentions: Sequence[_Mention], number: int, words: Sequence[Token]) -> bool:
    """Whether what follows a field is for the next one: `Main hall for the venue and 9 May for the date`."""
    end = mentions[number + 1].start if number + 1 < len(mentions) else len(words)
    between = _without_field_word(words[mentions[number].end : end])
    joined = bool(between) and (between[0].norm in ("and", "y", "e") or between[0].text == ",")
    if end == len(words):
        # The page may call the next one otherwise.
        return joined and any(a.norm in _BEFORE and b.norm in DETERMINERS for a, b in pairwise(between[2:]))
    lead = next((t for t in reversed(between) if t.norm not in _BEFORE_LABELS), None)
    return joined and lead is not None and lead.norm in _BEFORE


def _without_field_word(words: Sequence[Token]) -> Sequence[Token]:
    """Without the `field` of `in the Name field and …`."""
    return words[1:] if len(words) > 1 and words[0].norm in _FIELD_WORDS and words[0].text.islower() else words


def _up_to_field_word(words: Sequence[Token]) -> Sequence[Token]:
    """Without the `campo` of `rojo en el campo Color`, and the `field for` of `red into the field for the colour`."""
    for_ = len(words) > 1 and words[-1].norm in _OWNS and words[-2].norm in _FIELD_WORDS
    at = len(words) - 1 - for_
    led = at > 1 and words[at - 1].norm in DETERMINERS | {"un", "a"} and words[at - 2].norm in _BEFORE
    is_word = led and words[at].norm in _FIELD_WORDS and words[at].text.islower()
    return words[:at] if is_word else words


def _writing(words: Sequence[Token], value: Sequence[Token]) -> frozenset[int]:
    """The verb between a field and what is quoted for it: `in the notes put "Ring twice"`."""
    led = takewhile(lambda t: t is not value[0], words) if value and value[0].kind == "quoted" else ()
    return frozenset(t.number for t in led if _WRITES & {*verbs().get(t.norm, ())})


def _with_street(field: Field, value: Sequence[Token], words: Sequence[Token], used: set[int]) -> Sequence[Token]:
    """The whole of `13 Mill Lane`, where what was taken for a field of text is its number."""
    if not value or field.options or field.node.type not in ("", "text", "textarea"):
        return value
    at = next((i for i, t in enumerate(words) if t is value[-1] and t.kind == "number"), len(words))
    if at + 1 < len(words) and _is_measure(field, words[at], words[at + 1], used):
        return [*value, words[at + 1]]
    return [*value, *takewhile(lambda t: is_free_name(t, used), words[at + 1 :])]


def _is_measure(field: Field, number: Token, unit: Token, used: set[int]) -> bool:
    """Whether a field of text takes the unit too, as in `3 kg`: nothing in it or on it says that it wants the number
    alone."""
    shown = normal(" ".join((*field.names, field.node.placeholder, field.node.value)))
    names = names_of_unit(unit.norm)
    is_measure = (
        number.text.replace(".", "").replace(",", "").isdigit() and unit.kind == "word" and unit.number not in used
    )
    return (
        is_measure
        and bool(names)
        and names[0] not in "€$£¥%"
        and not set(names) & set(parts(shown))
        and not any(letter.isdigit() for letter in shown)
    )


def _without_owner(words: Sequence[Token]) -> Sequence[Token]:
    """Without the `of WS-7` of `the fee of WS-7 to 40`, which says whose it is, and without what was so before."""
    code = next((i for i, t in enumerate(words[:4]) if t.kind == "code"), 0)
    if not code and words and words[0].norm in _OWNS:
        # `The address of the parcel to 5 Mill Lane`
        to = [i for i, t in enumerate(words) if i > 1 and t.norm in ("to", "a")]
        plain = len(to) == 1 and to[0] <= _LONGEST_OWNER and all(t.kind == "word" for t in words[: to[0]])
        return words[to[0] :] if plain else words
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


def _with_coins(found: Sequence[Assignment], words: Sequence[Token], used: set[int]) -> list[Assignment]:
    """With the `USD` of `45.90 USD` and the `kg` of `3 kg`, where the number has gone into a field that takes no more,
    and no other field takes them."""
    made: list[Assignment] = []
    for each in found:
        units = {
            unit.number
            for number, unit in pairwise(words)
            if number.kind == "number" and number.number in each.uses and unit.number not in used
            and names_unit(unit) and each.field.node.type in ("number", "range") and not _counts_otherwise(each, unit)
        }  # fmt: skip
        used |= units
        made.append(replace(each, uses=each.uses | units))
    return made


def _counts_otherwise(assignment: Assignment, unit: Token) -> bool:
    """Whether a field is called by another unit: `Hours` for 30 minutes."""
    said = {other for name in assignment.field.names for word in parts(name) for other in names_of_unit(word)}
    return bool(said) and unit.norm not in said


def _measures(unit: str, word: str) -> bool:
    """Whether a field is called by what its number counts: `mile` and `mileage`, `kilometro` and `kilometraje`."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(unit, word, strict=False)))
    # `Plazo (días)`
    return unit == stem(word) or common >= max(_LEAST_UNIT, len(unit) - 1)


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
    return words[:-1] if is_followed and words and words[-1].norm in BINDS else words


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


def _after_to(value: Sequence[Token]) -> list[Token]:
    """In `of order 12 to 25` what comes after the last `to`."""
    places = [index for index, token in enumerate(value) if token.norm in ("to", "a", "por", "como", "as")]
    return list(value[places[-1] + 1 :]) if places and places[-1] + 1 < len(value) else []

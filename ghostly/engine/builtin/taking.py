"""What a field takes: its names, its options, and the values that fit it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..page import Node, Option
from ..steps import Step
from .dates import read_date
from .lexicon import STOP, same
from .matching import Reading, fuzzy, holds
from .speech import DOING
from .units import names_of_unit
from .words import NUMBER_WORDS, Token, bare, normal, parts

_NOT_TYPED = {"button", "submit", "reset", "image", "checkbox", "radio", "file", "hidden"}
LEADS = {
    "to", "as", "is", "=", ":", "with", "of", "a", "como", "es", "de", "con", "being", "be", "should", "an", "equal",
    "por", "into", "for", "on", "-", "(", "says", "saying", "en", "que", "diga", "dice", "reading", "se", "llama",
    "llamado", "llamada", "called", "named",
}  # fmt: skip
TRAILS = {
    "and", "y", ",", "with", "con", "the", "for", "its", "a", "an", "of", "de", "el", "la", "los", "las", "para", "e",
    ")", "(", "in", "to", "by", "en", "un", "una", ";", "as", "como", "set", "su", "al", "on", "from", "desde", "at",
    "into", "inside",
}  # fmt: skip
DETERMINERS = {"the", "el", "la"}
# What stands before a value, whatever that is; the ends of a way are fields of their own where nothing else says so.
_ENDS = {"to", "from", "para", "desde"}
_LEADING = DETERMINERS | _ENDS | {
    "of", "in", "on", "at", "for", "with", "by", "into", "as", "a", "an", "de", "del", "al", "en", "con", "por", "como",
    "and", "y", "is", "es", "no",
}  # fmt: skip
_BESIDE = {"with", "con", "without", "sin", "using", "usando"}
_SOURCES = {"from", "by", "of", "de"}
# How a field for plain text says that it wants a date: `dd/mm/yyyy`, `AAAA-MM-DD`.
_DATE_SHAPE = re.compile(r"\b(?:dd?([./-])mm?\1|mm?([./-])dd?\2)(?:yy|aa){1,2}\b|\b(?:yyyy|aaaa)([./-])mm?\3dd?\b")
_PLAIN = ("", "text", "tel")
_PARTICIPLE = re.compile(r"\w{2}(?:ed|ing|ad[oa]|id[oa])$")
# What tells more of what was just named.
_RELATES = {"whose", "cuyo", "cuya", "cuyos", "cuyas"}
_WHERE = {"in", "at", "on", "to", "by", "for", "en", "a", "por", "para", "con"}
BESIDES = re.compile(
    r"\s*\([^)]*\)|\s+(?:[-–·]\s*)?(?:(?:from|desde)\s+)?(?:[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?[€$£])\s*$", re.IGNORECASE
)
# A number with a word or a sign for what it counts before or behind it.
_MEASURED = re.compile(
    r"(?P<before>[^\W\d_]{3,}|[€$£])?\s?(?P<number>-?\d(?:[\d.,\s]*\d)?)\s?(?P<after>[^\W\d_]+[²2]?|[%€$£])?"
)
# The day, the month and the year last, in numbers.
_NUMERIC_DATE = re.compile(r"^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$")


@dataclass(frozen=True, slots=True)
class Field:
    """A place for a value: one control, or a group of radio buttons; `names` are what people would call it."""

    nodes: tuple[Node, ...]
    names: tuple[str, ...]
    options: tuple[Option, ...] = ()

    @property
    def node(self) -> Node:
        return self.nodes[0]


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
        if node.role == "switch":
            return Step("click", selector=node.selector)
        if self.field.options and node.type == "radio":
            chosen = next(n for n in self.field.nodes if bare(_radio_name(n)) == bare(self.value))
            return Step("check", selector=chosen.selector)
        if self.field.options and node.tag == "select":
            return Step("selectOption", selector=node.selector, value=self.value)
        year = re.match(r"(\d{4})-", node.value)
        given = _NUMERIC_DATE.sub(r"\3-\2-\1", self.value) if day_first and node.type == "date" else self.value
        given = _without_thousands(without_unit(given), day_first) if node.type in ("number", "range") else given
        value = _formatted(given, node.type, int(year[1]) if year else None)
        if shape := shape_of_date(node):
            value = _shaped(value, shape)
        return Step("fill", selector=node.selector, value=value)


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
    # A letter alone says nothing about a field, and what programs call `to` or `de` leads to any value.
    leading = _LEADING if any(seen) else _LEADING - _ENDS
    told = (parts(name) for name in (node.html_name, node.id, node.test_id) if len(name) > 1)
    inner = tuple(" ".join(said) for said in told if not leading.issuperset(said))
    near = () if node.label or node.name else (reading.near(node),)
    return tuple(dict.fromkeys(name for name in (*seen, *near, *inner) if name))


def trimmed(words: Sequence[Token], used: set[int], titled: bool = False) -> list[Token]:
    """The tokens of one value: without what leads to it and what follows it; `titled` where it is what a thing is
    called, in which somebody may be doing something: `Pond cleaning on Friday`."""
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
        told = _is_told_besides(left, index) and not (titled and token.norm.endswith(DOING))
        ends = ends or (index > 0 and (besides or told or token.norm in _RELATES))
        if ends or _joins(token, after) or (index and (_dates(token, after) or _is_next_thing(left, index))):
            left = left[:index]
            break
    named = led and bool(left) and left[0].text[:1].isupper()
    while left and (left[-1].norm in TRAILS or left[-1].kind == "mark" or left[-1].number in used):
        if named and len(left) == 1:
            break
        left.pop()
    if left and left[0].kind in ("quoted", "email", "placeholder", "url", "number", "code"):
        return left[:1]
    # `In the notes put "Ring twice"`: of what is quoted nobody types what leads to it.
    quoted = next((i for i, t in enumerate(left) if t.kind == "quoted"), 0)
    is_led = all(t.kind == "word" and t.text.islower() for t in left[:quoted])
    return left[quoted : quoted + 1] if quoted and is_led else left


def _is_told_besides(words: Sequence[Token], at: int) -> bool:
    """Whether a name has ended, and how it is with it follows: `Ada Ray based in Porto`."""
    token, after = words[at], words[at + 1] if at + 1 < len(words) else None
    names = all(t.kind == "word" and t.text[:1].isupper() for t in words[:at])
    # A name of one word may go on in small letters: `Data warehouse`.
    tells = at > 1 or is_done(token)
    is_word = token.text.islower() and token.norm not in STOP
    return names and tells and is_word and after is not None and after.norm in _WHERE


def is_done(token: Token) -> bool:
    """Whether a word tells how something is that was named before: `based` in `Ada based in Porto`."""
    return bool(_PARTICIPLE.search(token.norm))


def _leads(token: Token, used: set[int], left: int) -> bool:
    return (
        token.norm in LEADS
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
    begins = words[at].norm in DETERMINERS and len(after) > 1 and after[0].text.islower() and after[1].norm in _SOURCES
    return begins and words[at - 1].text[:1].isupper()


def _dates(token: Token, after: Token | None) -> bool:
    """Whether a time or a number follows that is not part of a name: `Prague on 2026-12-03`."""
    return token.norm in ("on", "at", "el") and after is not None and after.kind == "number"


def _joins(token: Token, after: Token | None) -> bool:
    """Whether an `and` begins something else: it does not within a name such as `Salt and Pepper`."""
    return token.norm in ("and", "y", "e") and after is not None and not after.text[:1].isupper()


def taken_as(field: Field, value: Sequence[Token], text: str, named: frozenset[int]) -> Assignment | None:
    uses = named | {token.number for token in value}
    said = value[0].text if len(value) == 1 else text[value[0].start : value[-1].end]
    counts = field.node.type == "number" or field.node.value.isdigit()
    if counts and value[0].kind != "quoted" and normal(said) in NUMBER_WORDS:
        said = str(NUMBER_WORDS[normal(said)])
    # That a bad address is refused may be what is tried, but nobody tries a bare number or a time of the day for one.
    mismatched = field.node.type == "email" and value[0].kind == "number"
    if not field.options and (mismatched or not _is_taken(field, said)):
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
    is_share = re.fullmatch(r"[\d.,]*\d\s?%", said) and "%" not in node.value + node.placeholder
    says_it = "%" in node.label + node.name or bool(re.fullmatch(r"[\d.,]+", node.value))
    if is_share and (says_it or node.type in ("number", "range")):
        # `Discount (%)` says it already.
        return said.rstrip("% ")
    is_money = re.fullmatch(r"[€$£]\s?[\d.,]*\d|[\d.,]*\d\s?[€$£]", said)
    return re.sub(r"[€$£\s]", "", said) if is_money and not set("€$£") & set(node.value + node.placeholder) else said


def _is_taken(field: Field, said: str) -> bool:
    """Whether a field takes such a value at all: a field for numbers takes no name."""
    if field.node.type in ("number", "range"):
        return bool(re.search(r"\d", said))
    if field.node.type == "date" or shape_of_date(field.node):
        return bool(re.search(r"\d", said)) or normal(said) in ("today", "hoy", "tomorrow", "manana")
    return field.node.type != "time" or bool(re.search(r"\d", said))


def says_number(label: str, number: str) -> bool:
    """Whether a label says a number, in figures or as a word."""
    said = parts(label)
    return number in said or any(str(NUMBER_WORDS.get(word, "")) == number for word in said)


def best_option(options: Sequence[Option], said: str) -> Option | None:
    """The one option that is meant; None when several could be."""
    wanted = bare(said)
    tests: tuple[Callable[[Option], bool], ...] = (
        # The number of an entry in some table is no name of it: people read the label.
        lambda o: bare(o.label) == wanted or (normal(o.value) == wanted and not wanted.isdigit()),
        lambda o: normal(o.value) == wanted and (says_number(o.label, wanted) or not parts(o.label)),
        lambda o: same_words(parts(o.label), parts(wanted)) or (bool(wanted) and forename_first(o.label) == wanted),
        # `US dollars` for `US dollar (USD)`
        lambda o: same_words(parts(BESIDES.sub("", o.label)), parts(wanted)) and bool(wanted),
        lambda o: bool(wanted) and holds(normal(o.label), wanted),
        lambda o: len(bare(o.label)) > 1 and holds(wanted, bare(o.label)),
        lambda o: bool(set(names_of_unit(wanted)) & set(parts(o.label))),
    )
    for fits in tests:
        found = [option for option in options if fits(option)]
        if len(found) == 1:
            return found[0]
    return None


def forename_first(label: str) -> str:
    """`ada ray` for `Ray, Ada`, as lists put those who are in order of their surnames; empty for any other label."""
    surname, _, forename = label.partition(", ")
    names = [*surname.split(), *forename.split()]
    is_name = bool(forename) and "," not in forename and all(name[:1].isupper() for name in names)
    return bare(f"{forename} {surname}") if is_name else ""


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(same(a, b) or fuzzy(a, b) for a, b in zip(one, other, strict=True))


def is_free_name(token: Token, used: set[int]) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and token.number not in used


def _without_thousands(value: str, comma_first: bool) -> str:
    """`1,800` as 1800, and `1.800` where a comma parts the decimals, as in Spanish."""
    said = re.sub(r"(?<=\d)\s(?=\d{3}(?!\d))", "", value.strip())
    # Where both are written, the last one parts the decimals in any language.
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", said) and ("." in said or not comma_first):
        return said.replace(",", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", said) and ("," in said or comma_first):
        return said.replace(".", "").replace(",", ".")
    return said


def without_unit(value: str) -> str:
    """The number alone of `3 kg`, `EUR 45` and `12 dollars`, for a field that takes nothing else."""
    told = _MEASURED.fullmatch(value.strip())
    units = [unit for unit in (told["before"], told["after"]) if unit] if told else []
    return told["number"] if told and all(names_of_unit(normal(unit)) for unit in units) else value


def _formatted(value: str, kind: str, year: int | None = None) -> str:
    """The value as a field of that type wants it typed."""
    if kind == "date" and (day := read_date(value, year)):
        return day.isoformat()
    # A point parts hours and minutes where nothing but a time can be meant.
    if kind == "time" and (time := read_time(re.sub(r"^(\d{1,2})\.(\d\d)\b", r"\1:\2", value))):
        return time
    if kind not in ("number", "range"):
        return value
    # Such a field takes a point only: `6,50 €`.
    return re.sub(r"^(-?\d+),(\d{1,2})$", r"\1.\2", re.sub(r"[€$£%\s]", "", value))


def read_time(text: str) -> str:
    """A time of the day as 15:30, which may be told as `3:30 pm`, `3 p.m.` or `15h30`; empty where it is none."""
    found = re.match(r"(\d{1,2})(?:(?::|(?<=\d)h)(\d\d))?\s*(?:([ap])\.?m\b)?", normal(text))
    if not found or not (found[2] or found[3]):
        return ""
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
    return f"{hour:02}:{found[2] or '00'}"

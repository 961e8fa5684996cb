"""What should be otherwise than it is, and the order to put that right: `F-3 should be Tea, not Salt. Correct it`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .context import INSTEAD_OF
from .part import Part, content_of, is_on_it
from .speech import ASIDES, COMMA, DETERMINERS, ITS, PRONOUNS, SAME, has_its_object, joins, says_which
from .stories import names_in
from .words import Token

# Each says of what ought to be, or will be, what that is: `should have been`, `tenía que ser`, `serán`.
_OUGHT = (
    ("should", "have", "been"), ("should", "be"), ("must", "be"), ("ought", "to", "be"), ("has", "to", "be"),
    ("was", "supposed", "to", "be"), ("was", "meant", "to", "be"), ("were", "supposed", "to", "be"), ("will", "be"),
    ("deberia", "haber", "sido"), ("tendria", "que", "haber", "sido"), ("tenia", "que", "haber", "sido"),
    ("tenia", "que", "ser"), ("tenian", "que", "ser"), ("deberia", "ser"), ("deberian", "ser"), ("debia", "ser"),
    ("debe", "ser"), ("deben", "ser"), ("tiene", "que", "ser"), ("sera",), ("seran",), ("tendria", "que", "ser"),
    ("should", "read"), ("should", "say"), ("must", "read"),
)  # fmt: skip
# Each says of what something is, that it is not so: `was not`, `no era`.
_IS_NOT = (
    ("was", "not"), ("wasn't",), ("were", "not"), ("weren't",), ("is", "not"), ("isn't",), ("are", "not"), ("aren't",),
    ("should", "not", "have", "been"), ("shouldn't", "have", "been"), ("should", "not", "be"), ("shouldn't", "be"),
    ("no", "era"), ("no", "eran"), ("no", "es"), ("no", "son"), ("no", "fue"), ("no", "fueron"), ("no", "debe", "ser"),
    ("no", "deberia", "ser"), ("no", "debia", "ser"), ("no", "tenia", "que", "ser"), ("no", "tiene", "que", "ser"),
)  # fmt: skip
_HAS_NEW = (
    ("has", "a", "new"), ("has", "got", "a", "new"), ("has", "another"), ("tiene", "otro"), ("tiene", "otra"),
    ("tiene", "un", "nuevo"), ("tiene", "una", "nueva"), ("tiene", "nuevo"), ("tiene", "nueva"),
)  # fmt: skip
_TOWARDS = {"to", "a", "into", "por"}
_BUT = {"but", "sino"}
# What says of a thing only that it is not as it should be: `the date of F-3 is wrong`.
_IS_WRONG = (
    ("is", "wrong"), ("was", "wrong"), ("is", "incorrect"), ("is", "not", "right"), ("is", "mistaken"), ("esta", "mal"),
    ("estaba", "mal"), ("es", "incorrecta"), ("es", "incorrecto"), ("no", "es", "correcta"), ("no", "es", "correcto"),
    ("esta", "equivocada"), ("esta", "equivocado"),
)  # fmt: skip
# Each says whose or for whom something is: `it belongs to Ada, not to Bo`, `es de Ada, no de Bo`.
_IS_OF = (
    ("belongs", "to"), ("belong", "to"), ("goes", "to"), ("is", "for"), ("are", "for"), ("was", "for"),
    ("pertenece", "a"), ("pertenecen", "a"), ("corresponde", "a"), ("es", "de"), ("son", "de"), ("era", "de"),
    ("es", "para"), ("son", "para"), ("era", "para"),
)  # fmt: skip

_LEADS = {"for", "of", "de", "para"}
# How an order goes on that says what something is to be: `: it is 5`, `: son 5`.
_ARE = (
    ("it", "is"), ("it's",), ("they", "are"), ("there", "are"), ("it", "should", "be"), ("it", "must", "be"), ("son",),
    ("es",), ("sean",), ("sea",), ("deben", "ser"), ("debe", "ser"), ("tiene", "que", "ser"), ("tienen", "que", "ser"),
)  # fmt: skip
# How it is said how many of something there are, and how many there are to be.
_HOLDS = (
    ("has",), ("have",), ("is", "for"), ("tiene",), ("tienen",), ("es", "de"), ("es", "para"), ("esta", "para"),
    ("son",), ("says",), ("dice",),
)  # fmt: skip
_TO_BE = (
    ("want", "it", "to", "have"), ("want", "it", "to", "be"), ("want", "them", "to", "be"), ("should", "have"),
    ("should", "be"), ("must", "be"), ("must", "have"), ("que", "sean"), ("que", "sea"), ("que", "tenga"),
    ("que", "tengan"), ("deberia", "ser"), ("deberia", "tener"), ("deberian", "ser"), ("debe", "ser"), ("somos",),
    ("tienen", "que", "ser"), ("tiene", "que", "ser"),
)  # fmt: skip
_Told = tuple[Sequence[Token], Sequence[Token], Sequence[Token]]


def righted(parts: Sequence[Part]) -> list[Part]:
    """The order with what is to be changed, from what and to what, where the statement before it tells that."""
    found: list[Part] = []
    for part in parts:
        if (new := _set_to(part)) and found and (about := _wrong_about(found[-1])):
            found[-1] = replace(part, verb="edit", number=found[-1].number, words=(*about, _word("to"), *new))
            continue
        if found and (new := _is_to_be(part)) and _says_what(found[-1]):
            found[-1] = replace(found[-1], words=(*found[-1].words, _word("to"), *new))
            continue
        if inside := _told_inside(part):
            found.append(_set_right(part, inside, ()))
            continue
        told = _told(found) if part.verb == "edit" and _names_nothing(part) else None
        if told is None:
            found.append(part)
            continue
        count, (about, new, old) = told
        found = found[:-count]
        said = [t for t in part.words if t.kind != "mark" and not joins(t)]
        kind = tuple(t for t in said if t.norm not in PRONOUNS | ASIDES | DETERMINERS | ITS)
        found.append(_set_right(part, (about, new, old), kind))
    return found


def _set_right(part: Part, told: _Told, kind: Sequence[Token]) -> Part:
    about, new, old = told
    of = (_word("of"),) if kind else ()
    since = (_word("from"), *_without_lead(old)) if old else ()
    return replace(part, words=(*kind, *of, *about, *since, _word("to"), *_without_lead(new)), excluded=())


def _without_lead(value: Sequence[Token]) -> Sequence[Token]:
    """Without the `for` of `it should be for 28 pieces`, `debe ser de 28`."""
    return value[1:] if len(value) > 1 and value[0].norm in _LEADS and value[1].kind == "number" else value


def _told_inside(part: Part) -> _Told | None:
    """What an order says itself of what is to be changed: `change the seats of R-12: instead of 3 it is 5`."""
    words = [*part.words, *_left_out(part)]
    colon = next((i for i, t in enumerate(words) if t.text == ":"), 0)
    if part.verb != "edit" or not part.verb_words or not colon:
        return None
    clause = words[colon + 1 :]
    begins = _instead_at(clause, 0) if clause else 0
    be = next((i for i in range(begins, len(clause)) if any(_runs(clause, i, run) for run in _ARE)), None)
    run = next((run for run in _ARE if be is not None and _runs(clause, be, run)), ())
    if be is None or not says_which(words[:colon]):
        return None
    after = clause[be + len(run) :]
    if begins:
        old, new = clause[begins:be], after
    else:
        ends, then = next(((i, j) for i in range(1, len(after)) if (j := _instead_at(after, i))), (0, 0))
        old, new = after[then:], after[:ends]
    old = [t for t in old if t.kind != "mark"]
    is_told = bool(content_of(old)) and says_which(new) and (not be or bool(begins))
    return (words[:colon], new, old) if is_told and not any(t.kind == "mark" for t in new) else None


def _read_wish(words: Sequence[Token]) -> _Told | None:
    """The same of `R-12 has 3 seats and I want it to have 5`, `la F-7 es de 30 horas y debería ser de 32`."""
    runs = ((i, run) for i in range(1, len(words)) for run in _HOLDS if _runs(words, i, run))
    at, run = next(runs, (0, ()))
    old = words[at + len(run) :][:1]
    wishes = ((i, wish) for i in range(at + len(run), len(words)) for wish in _TO_BE if _runs(words, i, wish))
    begins, wish = next(wishes, (0, ()))
    new = _without_lead(words[begins + len(wish) :])
    counts = bool(old) and old[0].kind == "number" and bool(new) and new[0].kind == "number"
    about = _about(words[:at]) if at and begins and counts and not any(t.kind == "mark" for t in new) else ()
    unit = words[at + len(run) + 1 : at + len(run) + 2]
    called = [t for t in unit if t.kind == "word" and t.text.islower() and content_of([t]) and not joins(t)]
    return ((*called, _word("of"), *about) if called else about, new, old) if about else None


def _set_to(part: Part) -> Sequence[Token]:
    """The `9 May` of `change it to 9 May`, `cámbialo a 9 May`; nothing where the order says more."""
    led = part.words[: part.words[:1] != () and part.words[0].norm in PRONOUNS]
    to = part.words[len(led) : len(led) + 1]
    ordered = part.verb in ("edit", "fill") and part.verb_words and (led or has_its_object(part.verb_words[-1]))
    new = part.words[len(led) + 1 :]
    return new if ordered and to and to[0].norm in _TOWARDS and not any(t.kind == "mark" for t in new) else ()


def _is_to_be(part: Part) -> Sequence[Token]:
    """The `9 May` of `it should be 9 May`, `debe ser 9 May`; nothing where something else is told of."""
    words = part.words if part.verb == "expect" and not part.verb_words else ()
    led = words[:1] != () and words[0].norm in PRONOUNS
    run = next((run for run in _OUGHT if _runs(words, led, run)), ())
    new = words[led + len(run) :] if run else ()
    return new if says_which(new) and not any(t.kind == "mark" for t in new) else ()


def _says_what(part: Part) -> bool:
    """Whether an order says what of a thing is to be changed, and not to what: `correct the date of F-3`."""
    named = next((i for i, t in enumerate(part.words) if t.names), 0)
    about = [t for t in part.words if t.kind == "word" and t.text.islower() and content_of([t])]
    plain = not any(t.norm in _TOWARDS or t.kind == "mark" for t in part.words)
    return part.verb == "edit" and bool(part.verb_words) and bool(named and about) and plain


def _wrong_about(part: Part) -> Sequence[Token]:
    """The `date of F-3` of a statement that says just that it is wrong."""
    if part.verb_words or part.verb not in ("expect", "say", "fill"):
        return ()
    words = [t for t in (*part.words, *_left_out(part)) if t.kind != "mark"]
    at = next((i for i in range(1, len(words)) for run in _IS_WRONG if tuple(t.norm for t in words[i:]) == run), 0)
    about = words[words[0].norm in DETERMINERS : at] if at else []
    return about if says_which(about) else ()


def _names_nothing(part: Part) -> bool:
    """Whether an order says only that it is done to what was told of: `change it`, `change it in her file`."""
    said = [t for t in part.words if t.kind != "mark"]
    on_it = is_on_it(part) or any(t.norm in PRONOUNS | ITS for t in said)
    return bool(part.verb_words) and on_it and not any(t.is_value or t.text[:1].isupper() for t in said)


def _told(parts: Sequence[Part]) -> tuple[int, _Told] | None:
    """How many parts before tell what should be otherwise, and of what, to what and from what."""
    for count in (1, 2):
        run = parts[-count:]
        if len(run) < count or any(p.verb_words or p.verb not in ("expect", "say", "fill") for p in run):
            return None
        words = [t for p in run for t in (*p.words, *_left_out(p), COMMA)][:-1]
        if told := _read(words):
            return count, told
    return None


def _left_out(part: Part) -> Sequence[Token]:
    """The `, not Bo` of a statement, of which an order would be done to none but the others."""
    return (COMMA, _word("not"), *part.excluded) if part.excluded else ()


def _read(words: Sequence[Token]) -> _Told | None:
    """The thing, its new value and its old one."""
    if told := _read_contrast(words) or _read_wrong(words) or _read_new(words) or _read_wish(words):
        return told
    runs = ((i, run) for i in range(len(words)) for run in (*_OUGHT, *_IS_OF) if _runs(words, i, run))
    at, run = next(runs, (0, ("",)))
    after = words[at + len(run) :]
    ends, begins = next(((i, j) for i in range(1, len(after)) if (j := _instead_at(after, i))), (0, 0))
    new, old = after[:ends], [t for t in after[begins:] if t.kind != "mark" or t.text == "&"]
    # What leads to both is no part of either: `to Ada, not to Bo`.
    old = old[run in _IS_OF and old[:1] != [] and old[0].norm == run[1] :]
    about = _about(words[:at])
    is_told = any(run) and about and ends and says_which(new) and content_of(old)
    return (about, new, old) if is_told and not any(t.kind == "mark" and t.text != "&" for t in new) else None


def _read_wrong(words: Sequence[Token]) -> _Told | None:
    """The same of `the date of F-3 is wrong, it should be 9 May`, which does not say what it is."""
    runs = ((i, run) for i in range(1, len(words)) for run in _IS_WRONG if _runs(words, i, run))
    at, run = next(runs, (0, ("",)))
    oughts = ((i, ought) for i in range(at + len(run), len(words)) for ought in _OUGHT if _runs(words, i, ought))
    begins, ought = next(oughts, (0, ("",)))
    between = [t for t in words[at + len(run) : begins] if t.kind != "mark"]
    new = words[begins + len(ought) :]
    about = _about(words[:at]) if any(t.text == ":" for t in words[:at]) else words[:at]
    is_told = at and begins and says_which(words[1:at]) and about and content_of(new) and says_which(new)
    plain = all(t.norm in PRONOUNS or joins(t) for t in between) and not any(t.kind == "mark" for t in new)
    return (about, new, ()) if is_told and plain else None


def _read_contrast(words: Sequence[Token]) -> _Told | None:
    """The same of `F-3 was not for Salt but for Tea`, which says first what is not so."""
    runs = ((i, run) for i in range(1, len(words)) for run in _IS_NOT if _runs(words, i, run))
    at, run = next(runs, (0, ("",)))
    after = words[at + len(run) :]
    but = next((i for i in range(1, len(after)) if after[i].norm in _BUT), 0)
    old = [t for t in after[:but] if t.kind != "mark"]
    told = list(after[but + 1 :])
    ends = next((i for i, t in enumerate(told) if t.kind == "mark"), len(told))
    new, rest = told[:ends], [t for t in told[ends:] if t.kind != "mark"]
    # `… but Tea, the same amount`: nothing else is to be changed.
    is_all = not rest or (rest[rest[0].norm in DETERMINERS].norm in SAME and not any(t.names for t in rest))
    # What leads to both is no part of either: `de hilo sino de algodón`.
    shared = bool(old) and bool(new) and old[0].norm == new[0].norm
    old, new = (old[1:], new[1:]) if shared else (old, new)
    about = _about(words[:at])
    return (about, new, old) if at and but and about and content_of(old) and content_of(new) and is_all else None


def _read_new(words: Sequence[Token]) -> _Told | None:
    """The same of `Ada has a new phone: 555 0199`, `Ada tiene otro teléfono: 555 0199`."""
    runs = ((i, run) for i in range(1, len(words)) for run in _HAS_NEW if _runs(words, i, run))
    at, run = next(runs, (0, ("",)))
    colon = next((i for i in range(at + len(run) + 1, len(words)) if words[i].text == ":"), 0)
    who, label, new = words[:at], words[at + len(run) : colon], words[colon + 1 :]
    plain = all(t.kind == "word" and t.text.islower() for t in label) and not any(
        t.kind == "mark" for t in (*who, *new)
    )
    is_told = at and colon and says_which(who) and content_of(new)
    return ((*label, _word("of"), *_about(who)), new, ()) if is_told and plain and _about(who) else None


def _about(led: Sequence[Token]) -> Sequence[Token]:
    """The thing of `the fee of F-3`; of `Ada Ray called:` only who it is about."""
    colon = next((i for i, t in enumerate(led) if t.text == ":"), 0)
    if colon:
        of_whom = tuple(names_in(led[:colon]))
        # `Ada Ray called` begins with a name, `Ha llamado Ada` does not.
        begins = led[0].kind == "word" and led[0].names and of_whom[:1] == tuple(led[1:2])
        return (led[0], *of_whom) if begins and led[0].norm not in DETERMINERS else of_whom
    named = led[1:] if led and led[0].norm in DETERMINERS else led
    return named if says_which(named) else ()


def _instead_at(words: Sequence[Token], at: int) -> int:
    """Where the old value begins that what stands here leads to: `instead of 2`, `, not 2`, `y no 2`; else 0."""
    pair = tuple(t.norm for t in words[at : at + 2])
    if pair in INSTEAD_OF:
        return at + 2
    if words[at].norm == "en" and tuple(t.norm for t in words[at + 1 : at + 3]) in INSTEAD_OF:
        return at + 3
    parted = words[at].text == "," or words[at].norm in ("and", "y")
    return at + 2 if parted and len(pair) > 1 and pair[1] in ("not", "no") else 0


def _runs(words: Sequence[Token], at: int, run: Sequence[str]) -> bool:
    return tuple(t.norm for t in words[at : at + len(run)]) == run


def _word(text: str) -> Token:
    return replace(COMMA, kind="word", text=text, norm=text)

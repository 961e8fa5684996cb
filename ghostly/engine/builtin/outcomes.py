"""What a sentence in the present tense tells to have come of an order: `The total of ORD-7 is €5`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .asserting import asserts, shows_itself
from .ellipses import goes_on_alike
from .endings import LOOKS, facts_of, parted_ends, sought
from .lexicon import EVERY, STOP, says_done
from .part import Part
from .speech import (
    COMMA,
    DETERMINERS,
    EMPTY,
    LONGEST_LABEL,
    PRONOUNS,
    TELL,
    THEY_WISH,
    denies,
    joins,
    opens_itself,
    to_at,
)
from .words import NUMBER_WORDS, Token, count_of, stem

# What an application works out, and nobody types where it is told of a thing or of a place.
WORKED_OUT = {
    "total", "subtotal", "sum", "balance", "count", "counter", "average", "suma", "saldo", "recuento", "contador",
    "promedio",
}  # fmt: skip
_REFUSES = re.compile(r"(?:reject|refus|declin|den[iy]|rechaz|deneg)\w*$")
# What only ever shows something.
_SHOWS = {"counter", "contador"}
# Where things are shown.
_PLACES = {
    "list", "table", "page", "screen", "cart", "basket", "overview", "dashboard", "lista", "listado", "tabla", "pagina",
    "pantalla", "carrito", "cesta", "panel", "resumen",
}  # fmt: skip
_IS = {"is", "are", "es", "son", "esta", "estan"}
_ARE = {"are", "son", "estan"}
_HAS = {"has", "have", "tiene", "tienen"}
_IN = {"in", "on", "en"}
_OF = {"of", "de", "del", "for", "in", "on", "en", "para"}
_THE = {"the", "el", "la", "los", "las"}
_ORDERED = {"create", "edit", "say", "check", "uncheck", "delete", "fill", "choose", "drag"}
_LONGEST_SUBJECT = 12
# What the subject of a statement begins with, unless it is a name.
_BEGINS = DETERMINERS | {"its", "his", "her", "their", "it", "they", "he", "she", "su", "sus"}
_SOMEBODY = {"she", "he", "they", "ella", "el", "ellos", "ellas"}
_IF = {"if", "when", "because", "si", "cuando", "porque", "that", "which", "who", "que", "to", "and", "y"}


def tells_outcome(words: Sequence[Token], before: Part) -> bool:
    """Whether a statement after an order is of what the page then shows, and no more of the order: it speaks of a
    place, of what is worked out for a thing that it names, or of an entry by its code."""
    at = next((i for i, t in enumerate(words[:_LONGEST_SUBJECT]) if t.norm in _IS | _HAS), 0)
    subject, told = words[:at], words[at + 1 :]
    if before.verb not in _ORDERED or not before.verb_words or not subject or not any(map(_says, told)):
        return False
    if subject[0].norm in _IN:
        return words[at].norm in _IS and bool(_nouns(subject) & _PLACES)
    if subject[0].norm not in _THE:
        return False
    codes = {t.norm for t in subject if t.kind == "code"}
    if codes and _is_told(before, codes):
        return True
    leads = _nouns(list(takewhile(lambda t: t.norm not in _OF, subject)))
    if leads & WORKED_OUT:
        # `The total is 9` may be what a field is to hold.
        names = any(t.names for t in subject[1:])
        return bool(leads & _SHOWS) or names or bool(_nouns(subject) & _PLACES)
    return bool(leads & _PLACES - _made(before)) and (words[at].norm in _HAS or _is_so_much(told[0]))


def stated(parts: Sequence[Part]) -> list[Part]:
    """A statement that no order takes up is a check, and nothing to be done: `Sort by price. The first one is Ada`."""
    parts = [each for part in _with_subjects(parts) for each in _parted(part)]
    told = [each for at, part in enumerate(parts) for each in _as_stated(part, parts[:at], parts[at + 1 :])]
    told = [each for part in told for each in (parted_ends(part) if part.verb == "expect" else (part,))]
    return [replace(part, number=number) for number, part in enumerate(told)]


def _with_subjects(parts: Sequence[Part]) -> list[Part]:
    """With `every result` in the check of `Search for keys: every result is Free`, and not in what is searched for."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        words = before.words if before is not None and before.verb in ("search", "filter") else ()
        at = max((i for i, t in enumerate(words) if t.kind == "mark"), default=0)
        subject = words[at + 1 :]
        is_left_out = part.verb == "expect" and not part.verb_words and bool(part.words) and part.words[0].norm in _IS
        plain = bool(subject) and subject[0].norm in DETERMINERS | EVERY and not any(t.names for t in subject[1:])
        if before is not None and at and is_left_out and plain:
            found[-1] = replace(before, words=words[:at])
            part = replace(part, words=(*subject, *part.words))
        found.append(part)
    return found


def _parted(part: Part) -> list[Part]:
    """What is looked for, and what all that is found is to be: `Filter by ward North: all of them are Poor`."""
    words = part.words if part.verb in ("search", "filter") else ()
    commas = [i for i in range(1, len(words) - 1) if words[i].text in (",", ";", ":")]
    until = next((i for i in commas if _tells_of_found(words[i + 1 :])), 0)
    if until:
        told = words[until + 1 :]
        return [replace(part, words=words[:until]), *facts_of(Part(0, "expect", told, negated=denies(told)))]
    at = next((i for i in range(1, len(words) - 2) if words[i].kind == "mark" and words[i + 1].norm in EVERY), 0)
    rest = words[at + 1 :]
    if not at or not any(t.norm in _ARE for t in rest[1:5]) or not says_how_it_is(rest, looked=True):
        return [part]
    return [replace(part, words=words[:at]), Part(0, "expect", rest, negated=denies(rest))]


def _tells_of_found(words: Sequence[Token]) -> bool:
    """Whether it is told here how many are found, or how what is found is: `two orders, one of them Paid`."""
    comma = next((i for i, t in enumerate(words) if t.text in (",", ":") or joins(t)), 0)
    # `Two adults` is searched for, and of `two orders, one of them Paid` the second is told.
    counts = count_of(words[0]) is not None and comma > 1 and goes_on_alike(words[:comma], words[comma + 1 :])
    return counts or asserts(words, None)


def _as_stated(part: Part, before: Sequence[Part], after: Sequence[Part]) -> list[Part]:
    last = next((p for p in reversed(before) if p.verb != "expect"), None)
    looks = last is not None and last.verb in LOOKS and last.verb != "login"
    alone = not before and not any(p.verb not in LOOKS for p in after)
    is_one = part.verb == "say" and not part.verb_words and says_how_it_is(part.words, looks)
    is_last = not any(p.verb not in LOOKS for p in after)
    told = asserts(part.words, last) if is_last else shows_itself(part.words)
    told = told or opens_itself(part.words)
    is_one = is_one or (part.verb == "say" and not part.verb_words and told)
    if not is_one or not (alone or before):
        return [part]
    # What an order would be done to, it was lent.
    words = tuple(takewhile(lambda t: t is not COMMA, part.words))
    told_of = sought(replace(part, verb="expect", words=words, negated=denies(words)))
    return [fact for each in told_of for fact in (facts_of(each) if each.verb == "expect" else (each,))]


def says_how_it_is(told: Sequence[Token], looked: bool) -> bool:
    """Whether words say what something is or shows; where nothing was only looked at before, what it is has a name:
    `Delete it. It is wrong` and `It is a copy of B-2` say why, and ask for nothing."""
    words = [t for t in told if t.kind != "mark"]
    at = next((i for i, t in enumerate(words[:_LONGEST_SUBJECT]) if i and t.norm in _IS | _HAS | TELL), 0)
    subject, predicate = words[:at], words[at + 1 :]
    if not subject or not any(map(_says, predicate)) or _IF & {t.norm for t in subject}:
        return False
    # `It has one mistake` tells why something is done.
    counts = subject[0].norm not in PRONOUNS and any(t.norm in NUMBER_WORDS for t in predicate)
    is_state = (counts or any(t.names for t in predicate)) and predicate[0].norm not in DETERMINERS
    return (subject[0].norm in _BEGINS or subject[0].names) and (looked or words[at].norm in TELL or is_state)


def refused_as_ordered(parts: Sequence[Part]) -> list[Part]:
    """What was ordered to be rejected is to be so, and nothing is refused by that: `Reject her claim … it is rejected`
    tells a state, which is one name."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        orders = [t.norm for p in parts[:at] if p.verb != "expect" for t in p.verb_words[:1]]
        told = (t for t in part.words if part.verb == "expect" and t.kind == "word" and _REFUSES.match(t.norm))
        # In `the Rejected tab` it is a name already.
        states = {t.number for t in told if t.text.islower() and any(says_done(t.norm, order) for order in orders)}
        words = tuple(replace(t, kind="quoted") if t.number in states else t for t in part.words)
        found.append(replace(part, words=words) if states else part)
    return found


def is_wish_besides(part: Part, before: Sequence[Part]) -> bool:
    """Whether a sentence after a deed only says what somebody would have: `Cancel her order; she wants a refund` may
    say why, and orders nothing else."""
    done = next((p for p in reversed(before) if not p.implied), None)
    deed = done is not None and done.verb not in {*LOOKS, "create", "edit", "fill"}
    said = [t for t in (*part.verb_words, *part.words) if t.norm not in _SOMEBODY][:1]
    return part.verb == "say" and deed and bool(said) and said[0].norm in THEY_WISH


def _is_told(before: Part, codes: set[str]) -> bool:
    """Whether the order has said all there is to it: `Edit ORD-7. The quantity of ORD-7 is 3` says more of it."""
    if before.verb == "create":
        return not codes & {t.norm for t in before.words}
    changes = any(t.kind in ("number", "quoted") and t.norm not in codes for t in before.words)
    return before.verb != "edit" or changes or bool(to_at(before.words))


def _says(token: Token) -> bool:
    return token.kind != "mark" and (token.names or token.norm not in STOP - EMPTY)


def _nouns(words: Sequence[Token]) -> set[str]:
    return {word for t in words if t.kind == "word" for word in (t.norm, stem(t.norm))}


def _made(before: Part) -> set[str]:
    """What the order makes one of: in `Create a list. The list has …` that says what goes into it."""
    thing = takewhile(lambda t: t.norm not in _OF | {"to", "a"} - DETERMINERS and not joins(t), before.words)
    return _nouns(list(thing)[:LONGEST_LABEL]) if before.verb == "create" else set()


def _is_so_much(token: Token) -> bool:
    return token.kind == "number" or token.norm in NUMBER_WORDS or token.norm in EMPTY

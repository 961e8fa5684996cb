"""What a sentence in the present tense tells to have come of an order: `The total of ORD-7 is €5`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .endings import LOOKS
from .lexicon import STOP
from .part import Part
from .speech import DETERMINERS, EMPTY, LONGEST_LABEL, TELL, THEY_WISH, joins, to_at
from .words import NUMBER_WORDS, Token, stem

# What an application works out, and nobody types where it is told of a thing or of a place.
_WORKED_OUT = {
    "total", "subtotal", "sum", "balance", "count", "counter", "average", "suma", "saldo", "recuento", "contador",
    "promedio",
}  # fmt: skip
# What only ever shows something.
_SHOWS = {"counter", "contador"}
# Where things are shown.
_PLACES = {
    "list", "table", "page", "screen", "cart", "basket", "overview", "dashboard", "lista", "listado", "tabla", "pagina",
    "pantalla", "carrito", "cesta", "panel", "resumen",
}  # fmt: skip
_IS = {"is", "are", "es", "son", "esta", "estan"}
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
    if leads & _WORKED_OUT:
        # `The total is 9` may be what a field is to hold.
        names = any(t.names for t in subject[1:])
        return bool(leads & _SHOWS) or names or bool(_nouns(subject) & _PLACES)
    return bool(leads & _PLACES - _made(before)) and (words[at].norm in _HAS or _is_so_much(told[0]))


def stated(parts: Sequence[Part]) -> list[Part]:
    """A statement that no order takes up is a check, and nothing to be done: `Sort by price. The first one is Ada`."""
    return [_as_stated(part, parts[:at], parts[at + 1 :]) for at, part in enumerate(parts)]


def _as_stated(part: Part, before: Sequence[Part], after: Sequence[Part]) -> Part:
    last = next((p for p in reversed(before) if p.verb != "expect"), None)
    looks = last is not None and last.verb in LOOKS and last.verb != "login"
    alone = not before and not any(p.verb not in LOOKS for p in after)
    is_one = part.verb == "say" and not part.verb_words and says_how_it_is(part.words, looks)
    return replace(part, verb="expect") if is_one and (alone or before) else part


def says_how_it_is(told: Sequence[Token], looked: bool) -> bool:
    """Whether words say what something is or shows; where nothing was only looked at before, what it is has a name:
    `Delete it. It is wrong` and `It is a copy of B-2` say why, and ask for nothing."""
    words = [t for t in told if t.kind != "mark"]
    at = next((i for i, t in enumerate(words[:_LONGEST_SUBJECT]) if i and t.norm in _IS | _HAS | TELL), 0)
    subject, predicate = words[:at], words[at + 1 :]
    if not subject or not any(map(_says, predicate)) or _IF & {t.norm for t in subject}:
        return False
    is_state = any(t.names for t in predicate) and predicate[0].norm not in DETERMINERS
    return (subject[0].norm in _BEGINS or subject[0].names) and (looked or words[at].norm in TELL or is_state)


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

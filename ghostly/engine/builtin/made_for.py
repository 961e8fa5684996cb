"""What is made for a thing that the same goal has made before: `Add Ada. Then place an order for her`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import verbs
from .part import Part
from .speech import COMMA, ITS, NEW, ONE_MORE, PRONOUNS
from .words import Token

_FOR = {"for", "to", "para"}
_WHOM = {"it", "her", "him", "them", "ella", "ellos", "ellas"}
_TO_WHOM = ("le", "les")
_FIRST = {"first", "primer", "primera", "very"}
_THE = {"the", "this", "that", "el", "la", "ese", "esa", "este", "esta"}
_HAVING = {"we", "have", "has", "got", "tenemos", "tengo", "hay", "there", "is", "i", *ONE_MORE} - NEW


def registered(parts: Sequence[Part]) -> list[Part]:
    """`New customer: Ada, from Oslo. Register her under Customers` makes one."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before is not None and _is_announced(before) and _makes_it(part):
            rest = [t for t in part.words if t.norm not in PRONOUNS]
            words = _without_having(before.words)
            found[-1] = replace(part, verb="create", words=(*words, *((COMMA, *rest) if rest else ())))
            continue
        told = part.verb == "create" and _makes_it(part)
        found.append(replace(part, words=tuple(_without_having(part.words))) if told else part)
    return found


def _without_having(words: Sequence[Token]) -> Sequence[Token]:
    """`A new customer` of `we have a new customer`."""
    led = list(takewhile(lambda t: t.norm in _HAVING, words))
    return words[len(led) :] if any(t.norm in _HAVING - ONE_MORE for t in led) else words


def _is_announced(part: Part) -> bool:
    """`New customer: Ada`, which no verb asks for."""
    return part.verb == "create" and bool(part.verb_words) and all(t.norm in NEW for t in part.verb_words)


def _makes_it(part: Part) -> bool:
    makes = part.verb in ("create", "save") and any("create" in verbs().get(t.norm, ()) for t in part.verb_words)
    means_it = any(t.norm in PRONOUNS for t in part.words[:1]) or any(t.norm.endswith("lo") for t in part.verb_words)
    means_it = means_it or any(t.norm.endswith(("la", "los", "las")) and len(t.norm) > 4 for t in part.verb_words)
    return makes and means_it


_ONE = {"uno", "one"}


def made_for(parts: Sequence[Part]) -> list[Part]:
    """The parts with the name of what was made before for `her`, `their first order` and `hazle un pedido`."""
    found: list[Part] = []
    for part in parts:
        name = next((_name_of(each) for each in reversed(found) if each.verb == "create"), ())
        told = {t.norm for t in name}
        if part.verb == "create" and len(part.words) > 1 and part.words[0].norm in _ONE:
            # `Crea uno llamado Ada`: of what, the page says.
            part = replace(part, words=part.words[1:])
        if part.verb == "create" and name and not told <= {t.norm for t in part.words}:
            part = _with_name(part, name)
        found.append(part)
    return found


def _name_of(part: Part) -> tuple[Token, ...]:
    """The name that is told first of what is made."""
    at = next((i for i, t in enumerate(part.words) if t.kind in ("word", "quoted") and t.names), len(part.words))
    return tuple(takewhile(lambda t: t.kind in ("word", "quoted") and t.names, part.words[at:]))


def _with_name(part: Part, name: Sequence[Token]) -> Part:
    words = list(part.words)
    for at in range(1, len(words)):
        ends = at + 1 == len(words) or words[at + 1].kind == "mark"
        if words[at - 1].norm in _FOR and words[at].norm in _WHOM and ends:
            return replace(part, words=(*words[:at], *name, *words[at + 1 :]))
        new = words[at : at + 3]
        if words[at - 1].norm in _FOR and len(new) > 2 and new[0].norm in _THE and {t.norm for t in new[1:]} & NEW:
            # `For the new customer`
            return replace(part, words=(*words[:at], *name, *words[at + 3 :]))
    owned = bool(words) and words[0].norm in ITS
    given = any(t.norm.endswith(_TO_WHOM) and "create" in verbs().get(t.norm, ()) for t in part.verb_words)
    if not owned and not given:
        return part
    kept = [t for i, t in enumerate(words) if i > 1 or t.norm not in ITS | _FIRST]
    lead = replace(words[0], kind="mark", text=",", norm=","), replace(words[0], kind="word", text="for", norm="for")
    return replace(part, words=(*kept, *lead, *name))

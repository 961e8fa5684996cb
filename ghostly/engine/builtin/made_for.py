"""What is made for a thing that the same goal has made before: `Add Ada. Then place an order for her`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .endings import LOOKS
from .lexicon import verbs
from .part import Part
from .settling import FIELDISH, REMARKS
from .speech import COMMA, DETERMINERS, ITS, MODAL, NEW, ONE_MORE, PRONOUNS, SECRETS, tells_of
from .words import Token

_FOR = {"for", "to", "para"}
_WHOM = {"it", "her", "him", "them", "ella", "ellos", "ellas"}
_TO_WHOM = ("le", "les")
_FIRST = {"first", "primer", "primera", "very"}
_THE = {"the", "this", "that", "el", "la", "ese", "esa", "este", "esta"}
_HAVING = {
    "we", "i", "have", "has", "we've", "got", "received", "there", "is", "there's", "tenemos", "tengo", "hay", "nos",
    "ha", "han", "hemos", "llegado", "entrado", "recibido", *ONE_MORE,
} - NEW  # fmt: skip
_ONE = {"uno"}
_IN, _PAIR = {"in", "on", "under", "among", "en", "bajo", "entre"}, 2


def by_name(parts: Sequence[Part]) -> list[Part]:
    """`Un pedido de 24 rollos para Ada`, which no verb asks for, is made where nothing else in the goal is done."""
    acts = [p for p in parts if p.verb not in LOOKS | {"save", "next"} and not _names_new(p)]
    named = [p for p in parts if _names_new(p)]
    # A phrase alone is no goal.
    told = any(p.verb in ("expect", "save", "login") for p in parts)
    if acts or len(named) != 1 or not told:
        return list(parts)
    return [_made(p) if p is named[0] else p for p in parts]


def _names_new(part: Part) -> bool:
    return part.verb in ("say", "fill") and not part.verb_words and bool(_new_of(part.words))


def _new_of(words: Sequence[Token]) -> Sequence[Token]:
    """What a part names that begins like a new thing, behind a colon or at once; nothing else begins so."""
    colon = next((i for i, t in enumerate(words) if t.text == ":"), -1)
    for at in dict.fromkeys((0, colon + 1)):
        told = words[at:]
        begins = {t.norm for t in told[:1]} & ONE_MORE or {t.norm for t in told[1:2]} & NEW
        noun = next((t for t in told[:3] if t.norm not in ONE_MORE), COMMA)
        plain = noun.kind == "word" and (noun.text.islower() or (not at and noun is told[0]))
        plain = plain and noun.norm not in FIELDISH - REMARKS | SECRETS
        values = any(t.names for t in told[2:]) and not any(map(tells_of, told))
        if begins and plain and values:
            return told
    return ()


def _made(part: Part) -> Part:
    told = _new_of(part.words)
    head = replace(told[0], text="new", norm="new")
    kept = [t for i, t in enumerate(told) if i > 1 or t.norm not in ONE_MORE]
    kept[0] = replace(kept[0], text=kept[0].text.lower())
    return replace(part, verb="create", verb_words=(head,), words=tuple(kept))


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
        if before is not None and _is_labelled_thing(before) and _makes_it(part) and not any(map(_names, part.words)):
            found[-1] = replace(
                part, verb="create", words=(*before.words, *((COMMA, *part.words) if part.words else ()))
            )
            continue
        story = _story_of(before) if before is not None and part.verb == "create" and _makes_it(part) else ()
        if story and not any(map(_names, part.words)):
            rest = [t for t in part.words if t.norm not in PRONOUNS]
            found[-1] = replace(part, words=(*story, *((COMMA, *rest) if rest else ())))
            continue
        told = part.verb == "create" and _makes_it(part)
        found.append(replace(part, words=tuple(_without_having(part.words))) if told else part)
    return found


def _is_labelled_thing(part: Part) -> bool:
    """`Order: Ada, 3 pears`, which the part after it makes: `create it`."""
    label = list(takewhile(lambda t: t.text != ":", part.words))
    named = {t.norm for t in label}
    plain = len(label) == 1 and label[0].kind == "word" and not named & (FIELDISH | REMARKS | SECRETS)
    return part.verb in ("say", "fill") and not part.verb_words and plain and len(part.words) > len(label) + 1


def _story_of(part: Part) -> Sequence[Token]:
    """What a statement tells of that is made next: `we have a new guest, Ada, from Oslo. Create her`."""
    at = next((i for i, t in enumerate(part.words) if i and t.names and t.kind in ("word", "quoted")), 0)
    told = part.words[at:] if part.verb in ("say", "expect") and not part.negated else ()
    plain = not any(t.norm in MODAL for t in part.words)
    return told if plain and len(told) > 2 and any(t.kind == "mark" for t in told) else ()


def _names(token: Token) -> bool:
    return token.names


def _without_having(words: Sequence[Token]) -> Sequence[Token]:
    """`A new customer` of `we have a new customer`."""
    led = list(takewhile(lambda t: t.norm in _HAVING, words))
    return words[len(led) :] if any(t.norm in _HAVING - ONE_MORE for t in led) else words


def _is_announced(part: Part) -> bool:
    """`New customer: Ada`, which no verb asks for."""
    return part.verb == "create" and bool(part.verb_words) and all(t.norm in NEW for t in part.verb_words)


def _makes_it(part: Part) -> bool:
    makes = any("create" in verbs().get(t.norm, ()) for t in part.verb_words)
    makes = part.verb == "create" or (part.verb == "save" and makes)
    means_it = any(t.norm in PRONOUNS for t in part.words[:1]) or any(t.norm.endswith("lo") for t in part.verb_words)
    means_it = means_it or any(t.norm.endswith(("la", "los", "las")) and len(t.norm) > 4 for t in part.verb_words)
    return makes and means_it


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


def with_typed(parts: Sequence[Part]) -> list[Part]:
    """`Write "Tea" … the note must stay in Your notes`: what a check calls by its kind alone is what was typed."""
    found: list[Part] = []
    for part in parts:
        deeds = [each for each in found if each.verb not in ("expect", "save", "reload", "open")]
        sent = any(each.verb == "save" for each in found) and bool(deeds) and deeds[-1].verb == "fill"
        typed = [t for t in deeds[-1].words if t.kind == "quoted"] if sent else []
        if len(typed) == 1 and part.verb == "expect" and (at := _kind_ends(part.words)):
            part = replace(part, words=(*part.words[:at], *typed, *part.words[at:]))
        found.append(part)
    return found


def _kind_ends(words: Sequence[Token]) -> int:
    """Where the `the note` ends that a check begins with, which says besides only where it is; 0 where it says more."""
    led = len(words) > _PAIR and words[0].norm in DETERMINERS and words[1].kind == "word" and words[1].text.islower()
    place = next((i for i in range(_PAIR, len(words)) if words[i].norm in _IN), len(words))
    names = any(t.names for t in words[1:place]) or any(t.is_value for t in words)
    return _PAIR if led and place < len(words) - 1 and not names and not tells_of(words[1]) else 0


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
    given = any(t.norm.endswith(_TO_WHOM) and verbs().get(t.norm) and t.norm[:-2] in verbs() for t in part.verb_words)
    if not owned and not given:
        return part
    kept = [t for i, t in enumerate(words) if i > 1 or t.norm not in ITS | _FIRST]
    lead = replace(words[0], kind="mark", text=",", norm=","), replace(words[0], kind="word", text="for", norm="for")
    return replace(part, words=(*kept, *lead, *name))

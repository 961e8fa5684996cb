"""What one entry is set to, in whatever order its field, its code and the new value are told: `Make the quantity of
ORD-7 9`, `al pedido ORD-7 ponle 9 de cantidad`, `raise ORD-7 to 9 pieces`, `ORD-7 needs quantity 9 instead of 4`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .part import Part, is_on_it
from .retelling import only_changes_it
from .speech import COMMA, DETERMINERS, MODAL, PRONOUNS, to_at
from .words import Token, runs_of

# How an entry is told to get something, as an order and as what it needs.
_SETS = {
    "put", "set", "make", "give", "raise", "lower", "increase", "reduce", "leave", "turn", "bring", "needs", "need",
    "change", "correct", "update", "edit", "modify", "fix", "adjust", "pon", "ponle", "poner", "ponerle", "deja",
    "dejar", "dale", "haz", "sube", "subir", "baja", "bajar", "necesita", "cambia", "cambiar", "corrige", "corregir",
    "actualiza", "edita", "modifica", "ajusta",
}  # fmt: skip
_IDLE = {
    "a", "al", "to", "in", "on", "into", "of", "de", "del", "en", "as", "como", "at", "with", "con", "the", "el", "la",
    "los", "las", "su", "its", "be", "is", "es", "son", "sea", "sean", "ser", "esta", "for", "para", "so", "now",
    "ahora", "ya", "le", "only", "please", "should", "must", "debe", "deberia", "tiene", "it", "lo", "=", ":", ",",
    "an", "un", "una", "por", "up", "down", "just", "has", "have", "having", "tener", "lleva", "llevar", "gets", "get",
    "that", "que",
}  # fmt: skip
# What an entry may be called before its code, which says nothing elsewhere.
_KINDS = {"order", "pedido"}
_WORDS = _IDLE | _SETS | _KINDS
# Nouns that look like orders, and orders that mean something else with an entry.
_HEADS = {"raise", *_KINDS}
_INSTEAD = (("instead", "of"), ("en", "vez", "de"), ("en", "lugar", "de"), ("rather", "than"))
_FROM = {"from", "desde"}
_LONGEST_FIELD, _LONGEST_SHORT = 3, 5


@dataclass(frozen=True, slots=True)
class Setting:
    """The words of the field, of the entry and of the value, and of the one before if that is told."""

    field: Sequence[Token]
    thing: Sequence[Token]
    value: Sequence[Token]
    old: Sequence[Token] = ()


def as_settings(parts: Iterable[Part]) -> list[Part]:
    """Parts that set one thing of an entry as changes of it: `the quantity of ORD-7 to 9`."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before is not None and only_changes_it(part) and _is_to_be(before) and (told := _setting(before.words)):
            # `ORD-7 should have quantity 9. Change it`
            found[-1] = _changed(replace(part, number=before.number), told)
            continue
        if before is not None and _only_adds_it(part) and before.verb == "fill":
            # `Type "Tea" and add it` sends what was typed.
            part = replace(part, verb="save")
        head = part.verb_words
        noun = part.verb == "create" and len(head) == 1 and head[0].norm in _HEADS
        sets = part.verb in ("fill", "choose", "say") or noun
        plain = part.verb == "edit" and (_is_behind_colon(part.words) or not to_at(part.words))
        plain = plain and not _is_listed(part.words)
        told = _setting(part.words) if (sets or plain) and _is_told_to(part) else None
        found.append(_changed(part, told) if told else part)
    return [replace(part, number=number) for number, part in enumerate(found)]


def _is_told_to(part: Part) -> bool:
    """Whether an order to set something is among the words, or is what the part is."""
    if part.verb in ("fill", "choose"):
        return any(t.norm in _SETS for t in part.verb_words[:1])
    if part.verb == "edit":
        return True
    words = (*part.verb_words, *part.words) if part.verb == "say" else part.words
    raised = part.verb == "create" and part.verb_words[0].norm == "raise" and bool(to_at(part.words))
    return raised or any(t.norm in _SETS for t in words)


def _is_listed(words: Sequence[Token]) -> bool:
    """Whether fields stand behind the entry and a colon, which is understood anyway: `ORD-7: quantity 9`."""
    colon = next((i for i, t in enumerate(words) if t.text == ":"), len(words))
    return any(t.kind == "code" for t in words[:colon]) and any(map(_is_label, words[colon:]))


def _is_behind_colon(words: Sequence[Token]) -> bool:
    """`Change its status: ORD-7 is to be Paid`"""
    colon = next((i for i, t in enumerate(words) if t.text == ":"), len(words))
    return any(t.kind == "code" for t in words[colon:])


def _is_label(token: Token) -> bool:
    # `NIF` is one as well.
    plain = token.text.islower() or _is_short(token)
    return token.kind == "word" and plain and token.norm not in _WORDS


def _is_value(token: Token) -> bool:
    return token.names and token.kind != "mark" and token.norm not in _WORDS and not _is_short(token)


def _is_short(token: Token) -> bool:
    return token.kind == "word" and token.text.isupper() and token.text.isalpha() and len(token.text) <= _LONGEST_SHORT


def _only_adds_it(part: Part) -> bool:
    """`Add it`, `añádela`"""
    on_it = all(t.norm in PRONOUNS for t in part.words) and (part.words or is_on_it(part))
    return part.verb == "create" and bool(on_it)


def _is_to_be(part: Part) -> bool:
    """`ORD-7 should have quantity 9`, `ORD-7 is to be Paid`"""
    told = [t.norm for t in part.words]
    wished = bool(set(told) & MODAL) or ("is", "to") in set(pairwise(told))
    return part.verb in ("expect", "say") and not part.negated and not part.verb_words and wished


def _setting(words: Sequence[Token]) -> Setting | None:
    """What is set; None where the words tell of no entry by its code, of several things, or of more than that."""
    codes = [i for i, t in enumerate(words) if t.kind == "code"]
    if len(codes) != 1:
        return None
    at = codes[0]
    kind = at > 0 and words[at - 1].kind == "word" and words[at - 1].text.islower()
    kind = kind and words[at - 1].norm not in _IDLE | _SETS
    thing = words[at - kind : at + 1]
    rest = [t for i, t in enumerate(words) if not at - kind <= i <= at]
    rest, old = _without_old(rest)
    labels = list(runs_of(rest, _is_label))
    values = list(runs_of(rest, _is_value))
    if len(values) != 1 or len(labels) > 1 or any(t.kind == "mark" and t.norm not in _IDLE for t in rest):
        return None
    field, value = labels[0] if labels else [], values[0]
    if len(field) > _LONGEST_FIELD:
        return None
    if field and value[-1].kind == "number" and rest.index(field[0]) == rest.index(value[-1]) + 1 and len(field) == 1:
        # `9 pieces`
        return Setting((), thing, (*value, *field), old)
    return Setting(field, thing, value, old)


def _without_old(words: Sequence[Token]) -> tuple[list[Token], Sequence[Token]]:
    """The words without the value that was there before, and that: `instead of 4`, `from 4`."""
    norms = [t.norm for t in words]
    for at in range(len(words)):
        run = next((run for run in _INSTEAD if tuple(norms[at : at + len(run)]) == run), ())
        until = at + (len(run) or (1 if norms[at] in _FROM else 0))
        if until > at and until < len(words) and words[until].names:
            return [*words[:at], *words[until + 1 :]], words[until : until + 1]
    return list(words), ()


def _changed(part: Part, told: Setting) -> Part:
    def said(norm: str) -> Token:
        return replace(COMMA, kind="word", text=norm, norm=norm)

    of = (said("of"),) if told.field else ()
    since = (said("from"), *told.old) if told.old else ()
    field = [t for t in told.field if t.norm not in DETERMINERS]
    words = (*field, *of, *told.thing, *since, said("to"), *told.value)
    return replace(part, verb="edit", words=words, negated=False)

"""What a check says to be there again: `vuelven a salir los 14 pedidos`, `all 14 orders are back`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .speech import DETERMINERS, joins, sentence_so_far, verb_at
from .words import NUMBER_WORDS, Token

_AGAIN = {"vuelve": 0, "vuelven": 1, "vuelvo": 2}
# What must be so again, where it is said what is to be seen; `vuelva a la lista` orders something.
_TO_BE_AGAIN = {"vuelva": 0, "vuelvan": 1}
# What is seen once more, as it is told of one thing and of several; and what somebody sees.
_SEEN = {
    "salir": ("sale", "salen"), "aparecer": ("aparece", "aparecen"), "verse": ("aparece", "aparecen"),
    "mostrarse": ("aparece", "aparecen"), "listarse": ("aparece", "aparecen"), "figurar": ("figura", "figuran"),
    "estar": ("esta", "estan"), "haber": ("hay", "hay"), "quedar": ("queda", "quedan"), "decir": ("dice", "dicen"),
    "tener": ("tiene", "tienen"), "poner": ("pone", "ponen"), "mostrar": ("muestra", "muestran"),
    "ver": ("", "", "veo"),
}  # fmt: skip
# Verbs that order something as well, unless what is said follows.
_ORDERS_TOO = {"poner", "mostrar"}
_SAID = {form for forms in _SEEN.values() for form in forms if form} | {"ve", "ven"}
_NEAR = 4
_LEADS = {"abajo", "arriba", "me", "nos", "se", "ya", "ahora", "entonces", "alli", "ahi"}
_WHEN = {"si", "cuando", "al", "if", "when"}
_ARE = {"is": "is", "are": "are", "come": "are", "comes": "is"}


def with_coming_back(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with a plain verb for each such one, and a check of its own for what it begins."""
    found: list[Token] = []
    tokens = _placed_first(tokens)
    at = 0
    while at < len(tokens):
        verb, length = _again(tokens, at)
        if verb and _begins_with(tokens, at + length):
            _part_off(found)
        if not verb and _once_more(tokens, at) and any(t.norm in _SAID for t in found[-_NEAR:]):
            # `Aparece otra vez ORD-7`
            at += 2
            continue
        found += [replace(tokens[at], text=verb, norm=verb, end=tokens[at + length - 1].end)] if verb else [tokens[at]]
        at += max(1, length)
    return tuple(_in_english(found))


def _placed_first(tokens: Sequence[Token]) -> Sequence[Token]:
    """`Debe aparecer al principio de la lista` for `debe aparecer el primero de la lista`."""
    found = list(tokens)
    for at in range(1, len(tokens) - 2):
        the, first, of = tokens[at : at + 3]
        seen = tokens[at - 1].norm in _SEEN or tokens[at - 1].norm in _SAID
        place = {"primero": "principio", "primera": "principio", "ultimo": "final", "ultima": "final"}.get(first.norm)
        if seen and place and the.norm in ("el", "la") and of.norm in ("de", "en"):
            found[at] = replace(the, text="al", norm="al")
            found[at + 1] = replace(first, text=place, norm=place)
            found[at + 2] = replace(of, text="de", norm="de")
    return found


def _once_more(tokens: Sequence[Token], at: int) -> bool:
    return tuple(t.norm for t in tokens[at : at + 2]) in (("otra", "vez"), ("de", "nuevo"))


def _again(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The verb that tells what is there again, and in how many words it was told."""
    several = {**_AGAIN, **_TO_BE_AGAIN}.get(tokens[at].norm)
    to, done, said = (*tokens[at + 1 : at + 4], *[tokens[at]] * 3)[:3]
    if several is None:
        return "", 0
    if to.norm == "a":
        verb = dict(enumerate(_SEEN.get(done.norm, ()))).get(several, "")
        is_said = said.kind in ("quoted", "number") and not _names_place(tokens[at + 4 : at + 5])
        return (verb, 3) if verb and (done.norm not in _ORDERS_TOO or is_said) else ("", 0)
    is_thing = (
        tokens[at].norm in _AGAIN
        and to is not tokens[at]
        and (to.norm in DETERMINERS | {"todo"} or to.kind in ("number", "code"))
    )
    return (_SEEN["aparecer"][several], 1) if is_thing and several < len(_SEEN["aparecer"]) else ("", 0)


def _names_place(after: Sequence[Token]) -> bool:
    """Whether it is told where something is put: `vuelve a poner 3 en la cantidad`."""
    return bool(after) and after[0].norm in ("en", "a", "como", "de")


def _begins_with(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is told of stands behind the verb."""
    after = tokens[at] if at < len(tokens) else None
    return after is not None and (after.names or after.norm in DETERMINERS | NUMBER_WORDS.keys() | {"todo", "el"})


def _part_off(found: list[Token]) -> None:
    """A check begins here, after an order in the same sentence."""
    led = len(found)
    while led and found[led - 1].norm in _LEADS:
        led -= 1
    clause = sentence_so_far(found[:led])
    if not clause:
        found += [replace(found[-1], kind="word", text=word, norm=word) for word in ("verify", "that")] if found else []
        return
    if any((v := verb_at(clause, i)) and v[0] == "expect" for i in range(len(clause))):
        return
    joint = clause[-1]
    when = clause[0].norm in _WHEN or any(joins(a) and b.norm in _WHEN for a, b in pairwise(clause))
    if joins(joint) or joint.kind == "mark":
        found[led - 1] = replace(joint, kind="mark", text=".", norm=".")
    elif when:
        found.insert(led, replace(joint, kind="mark", text=".", norm="."))
        led += 1
    else:
        return
    found[led:led] = [replace(joint, kind="word", text=word, norm=word) for word in ("verify", "that")]


def _in_english(tokens: Sequence[Token]) -> list[Token]:
    """`Are back` and `come back` at the end of a clause: they are listed."""
    found = list(tokens)
    for at in range(1, len(found)):
        ends = at + 1 == len(found) or found[at + 1].kind == "mark" or found[at + 1].norm == "again"
        before = _ARE.get(found[at - 1].norm)
        if found[at].norm == "back" and before and ends and at > 1 and found[at - 2].norm not in ("to", "and"):
            found[at - 1] = replace(found[at - 1], text=before, norm=before)
            found[at] = replace(found[at], text="listed", norm="listed")
    return found

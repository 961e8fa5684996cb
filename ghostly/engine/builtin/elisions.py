"""Checks that leave their verb to the one before: `ORD-1 no longer turns up, while ORD-2 does`, `ORD-2 sí`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import ENDS, GONE, MODAL, NOT, joins, sentence_so_far
from .words import Token, normal

_WHILE = {"while", "whereas", "but", "although", "though", "mientras", "pero", "mas", "aunque"}
_DOES = (("does",), ("do",), ("is",), ("are",), ("has",), ("si",), ("si", "que"), ("still", "is"), ("still", "does"))
_DOES_NOT = (
    ("is", "not"), ("isn't",), ("does", "not"), ("doesn't",), ("are", "not"), ("aren't",), ("do", "not"), ("don't",),
    ("has", "not"), ("hasn't",), ("no",), ("ya", "no"), ("not",), ("is", "no", "longer"), ("no", "longer"),
)  # fmt: skip
_NO_MORE = NOT | {"longer"}
# What is said of a thing that a page lists, or lists no more.
_LISTED = {
    "turns", "turn", "shows", "show", "shown", "listed", "lists", "appears", "appear", "there", "present", "visible",
    "gone", "remains", "remain", "stays", "stay", "left", "exists", "exist", "found", "sale", "salen", "aparece",
    "aparecen", "aparecer", "figura", "figuran", "figurar", "sigue", "siguen", "seguir", "queda", "quedan", "quedar",
    "esta", "estan", "estar", "existe", "desaparece", "desaparecido", "disappears", "disappeared", "salir", "vanishes",
}  # fmt: skip
_SPANISH = {"si", "no", "ya", "que"}
_LONGEST_NAME = 5


def with_ellipses(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with the verb of each check that leaves it out."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end, told = _left_out(tokens, at)
        if not told:
            found.append(tokens[at])
            at += 1
            continue
        if found and found[-1].text == ",":
            found.pop()
        found += told
        at = end
    return tuple(found)


def _left_out(tokens: Sequence[Token], at: int) -> tuple[int, Sequence[Token]]:
    """Where a check ends that begins with its conjunction here, and all that it says; nothing where it has a verb."""
    led = list(takewhile(lambda t: t.norm in _WHILE | {"que"} or joins(t) or t.text == ",", tokens[at:]))
    begin = at + len(led)
    clause = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), tokens[begin:]))
    subject = list(takewhile(lambda t: t.names or t.norm in ("the", "el", "la", "de", "of"), clause))
    rest = tuple(t.norm for t in clause[len(subject) :])
    said = rest[1:] if rest[:1] in (("still",), ("todavia",), ("aun",)) else rest
    if not led or not 0 < len(subject) <= _LONGEST_NAME or not subject[-1].names or said not in _DOES + _DOES_NOT:
        return at, ()
    before = sentence_so_far(tokens[:at])
    of_list = [t for t in before if t.norm in _LISTED or GONE.match(t.norm)]
    if not of_list or any(t.norm in MODAL for t in before) or any(t.is_value and t.kind != "code" for t in before):
        return at, ()
    denied = bool(_NO_MORE & {t.norm for t in before})
    gone = not denied and any(GONE.match(t.norm) or t.norm in ("desaparece", "disappears") for t in of_list)
    # `ORD-2 doesn't` behind what is not listed says neither that nor the contrary for sure.
    if denied and said in _DOES_NOT:
        return at, ()
    if (said in _DOES) is gone:
        # What is not listed either is read as it stands.
        return at, ()
    words = "está en la lista" if _SPANISH & set(said) else "is in the list"
    first = clause[len(subject)]
    stop = replace(led[0], kind="mark", text=";", norm=";")
    return begin + len(clause), [
        stop, *subject, *(replace(first, kind="word", text=word, norm=normal(word)) for word in words.split()),
    ]  # fmt: skip

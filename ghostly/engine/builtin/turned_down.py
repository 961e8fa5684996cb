"""That an order is refused, said in short behind it: `Add a room with 0 seats: it gets rejected`, `y no te deja`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .endings import denied_at
from .speech import COMMA, ENDS, WHENEVER, joins, sentence_so_far, verb_at
from .unkept import SPEAKER, turns_down
from .words import Token

_MAKES = {"create", "edit", "fill", "fillform", "save", "delete", "click", "choose", "next", "upload", "clear"}
_HINDERS = "(?:refused|rejected|declined|denied|blocked|stopped|prevented|turned down|not (?:accepted|allowed))"
_WRITES = (
    r"(?: (?:save|send|submit|continue|proceed|go (?:on|further|through|any further)|move on|through|past"
    r"|guardar(?:l[oa])?|enviar(?:l[oa])?|continuar|seguir(?: adelante)?|pasar|avanzar|crear(?:l[oa])?"
    r"|hacerl[oa])(?: it| this)?)?"
)
_WILL_NOT = r"(?:(?:does|will|did|should|must|is) not|doesn't|won't|didn't|shouldn't|mustn't|cannot|can't|isn't)"
# A whole clause that says in short that it was not to be.
_NOT_TO_BE = re.compile(
    rf"(?:(?:it|this|that|(?:the|el|la) (?:\w+ )?{SPEAKER}|(?:the )?sav(?:e|ing)) (?:then |just )?)?(?:"
    rf"(?:gets?|is|was|should be|must be|has to be|will be) {_HINDERS}"
    rf"|{_WILL_NOT} (?:let|allow) (?:me|us|you|them|it|this)(?: to)?{_WRITES}"
    rf"|{_WILL_NOT} (?:go through|save|submit|(?:be|get) saved|be accepted|(?:accept|take) it|possible|allowed)"
    r"|fails|errors out"
    rf"|(?:rejects?|refuses?|declines?)(?: it| this| that)"
    rf"|(?:eso )?no (?:me |te |nos |se |lo |la |le )*(?:dej|permit|acept|admit|pued|cuel|guard|envi)\w*{_WRITES}"
    r"|(?:me |te |nos |se )?(?:lo |la )?(?:rechaz|denieg|bloque)(?:a|an|ado|ada)"
    r"|(?:debe|tiene que|ha de) (?:ser rechazad[oa]|rechazarse|rechazarl[oa])"
    r"|(?:me |te |nos )?da(?:ra)? (?:un )?(?:error|fallo)|(?:debe|tiene que) dar (?:un )?(?:error|fallo)|falla"
    r")"
)
# What goes on to say why, or with which words.
_GOES_ON = {"with", "because", "as", "since", "saying", "due", "con", "porque", "ya", "diciendo", "por"}
_TOLD = re.compile("(?:refused|denied)$")
_STEM = 5
_APART = {",", ":", "(", "-", "–", "—", "→"}


def with_refusals(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `it is refused` as a sentence of its own for what says so in short behind an order: `Add a room
    with 0 seats: it gets rejected`, `pon cantidad 0 y no te deja`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        joined = joins(tokens[at]) or tokens[at].norm in ("but", "pero", "so")
        led = tokens[at].text in ENDS | _APART or joined
        clause = list(takewhile(lambda t: t.kind == "word" and not joins(t), tokens[at + 1 :])) if led else []
        clause = list(takewhile(lambda t: t.norm not in _GOES_ON, clause))
        if not clause or not _is_not_to_be(clause) or not _follows_order(found, clause, tokens[at]):
            found.append(tokens[at])
            at += 1
            continue
        if found[-1].text not in ENDS:
            found.append(replace(tokens[at] if not joined else COMMA, kind="mark", text=".", norm="."))
        found += clause if _is_said_so(clause) else _refused(clause)
        at += 1 + len(clause)
        at += at < len(tokens) and tokens[at].text == ")" and bool(found)
    return tuple(found)


def _is_said_so(clause: Sequence[Token]) -> bool:
    """Whether it is told in words that are understood anyway, and name no deed of their own."""
    denied = denied_at(clause)[0] is not None and not any(verb_at(clause, at) for at in range(len(clause)))
    return denied or turns_down(clause) or bool(_TOLD.match(clause[-1].norm))


def _refused(clause: Sequence[Token]) -> list[Token]:
    first, last = clause[0], clause[-1]
    said = (("it", -1), ("is", -1), ("refused", first.number))
    at = {"start": first.start, "end": last.end}
    return [replace(first, kind="word", text=word, norm=word, number=number, **at) for word, number in said]


def _is_not_to_be(clause: Sequence[Token]) -> bool:
    return bool(_NOT_TO_BE.fullmatch(" ".join(t.norm for t in clause)))


def _follows_order(before: Sequence[Token], clause: Sequence[Token], mark: Token) -> bool:
    """Whether something was ordered before that may be refused, in the same sentence unless that has ended; `Reject the
    claim … it is rejected` tells a state."""
    stems = {t.norm[:_STEM] for t in clause if len(t.norm) > _STEM}
    sentence = before if mark.text in ENDS | {":"} else sentence_so_far(before)
    ordered = any((verb_at(sentence, at) or ("",))[0] in _MAKES for at in range(len(sentence)))
    gives = bool(sentence) and sentence[0].norm in WHENEVER | _GOES_ON
    return ordered and not gives and not any(t.norm[:_STEM] in stems for t in before)

"""Small ways of saying which entry and what of it, told in plain words: `the order that Ada placed`, `the 80-piece
order`, `pasa a Enviado el pedido de Ada`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import COMMA, DETERMINERS, ENDS, WISHES, joins, sentence_so_far, tells_of, verb_at
from .words import Token

_COUNTED = re.compile(r"(\d+)-(?:pieces?|units?|items?|boxe?s?|rolls?|packs?)$")
_PLACED = {"placed", "ordered", "made", "sent", "booked", "hizo", "pidio", "encargo", "mando", "reservo"}
_THAT = {"that", "which", "que"}
_AGAIN = (("again",), ("de", "nuevo"), ("otra", "vez"))
_OPENS = ("open", "reopen", "abri", "reabr", "vuelv", "vuelva", "abro")
_WHEN = {"when", "al", "cuando", "once", "if", "si", "after", "tras"}
_PASSES = {"pasar", "cambiar"}
_STATE = re.compile(r"\w+(?:[ai]d|iert|uelt|ech|ent)[oae]s?$")
_ASKS = (
    ("nos", "piden"), ("me", "piden"), ("nos", "pide"), ("me", "pide"), ("nos", "han", "pedido"),
    ("me", "han", "pedido"), ("toca",), ("they", "asked", "us", "to"),
    ("they", "ask", "us", "to"), ("we", "were", "asked", "to"),
)  # fmt: skip
_GONE_NOW = {"ya", "todavia", "aun"}
_LISTED = re.compile(r"(?:esta|sale|aparece|figura|queda|hay)n?$")


def told_shortly(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with these ways of saying it told plainly."""
    told = _opened_again(_by_owner(_counted(tuple(tokens))))
    told = _asked_of_us(_said_missing(_on_board(_state_first(told))))
    return _wished_besides(_place_last(told))


def _counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`The 80-piece order` is the one of 80."""
    found = []
    for token in tokens:
        count = _COUNTED.match(token.norm)
        found.append(replace(token, kind="number", text=count[1], norm=count[1]) if count else token)
    return tuple(found)


def _by_owner(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`The order that Ada placed` and `el pedido que hizo Ada` are hers."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        that = tokens[at].norm in _THAT
        rest = tokens[at + that :]
        verb_first = bool(rest) and that and rest[0].norm in _PLACED
        names = list(takewhile(lambda t: t.kind == "word" and t.text[:1].isupper(), rest[verb_first:]))
        placed = verb_first or (len(rest) > len(names) and rest[len(names)].norm in _PLACED)
        noun = tokens[at - 1] if at else COMMA
        after = (*rest[len(names) + 1 :], COMMA)[0]
        ends = after.kind == "mark" or joins(after) or after.text.islower()
        plain = noun.kind == "word" and noun.text.islower() and not joins(noun)
        if names and placed and plain and ends and (that or noun.norm not in DETERMINERS) and _is_thing(tokens, at):
            of = "de" if verb_first else "of"
            found += [replace(names[0], text=of, norm=of), *names]
            at += that + len(names) + 1
            continue
        found.append(tokens[at])
        at += 1
    return tuple(found)


def _is_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun with its article stands before that place, and no statement."""
    led = list(takewhile(lambda t: t.kind == "word" and not joins(t), reversed(tokens[:at])))
    the = next((i for i, t in enumerate(led) if t.norm in DETERMINERS), -1)
    return the > 0 and not any(map(tells_of, led[:the]))


def _opened_again(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`When you open ORD-7 again the note is there` with the comma that it lacks."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        found.append(token)
        run = next((r for r in _AGAIN if tuple(t.norm for t in tokens[max(0, at + 1 - len(r)) : at + 1]) == r), ())
        after = tokens[at + 1] if run and at + 1 < len(tokens) else COMMA
        led = list(takewhile(lambda t: t.kind != "mark", reversed(found)))[::-1] if run else []
        opens = any(t.norm in _WHEN for t in led[:2]) and any(t.norm.startswith(_OPENS) for t in led)
        if opens and after.kind == "word" and after.norm in DETERMINERS:
            found.append(replace(COMMA, number=token.number))
    return tuple(found)


def _state_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Pasa a Enviado el pedido de Ada` changes it to that."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        a, state, the = (*tokens[at + 1 : at + 4], COMMA, COMMA, COMMA)[:3]
        told = token.norm in _PASSES and a.norm == "a" and state.text[:1].isupper() and the.norm in ("el", "la")
        told = told and bool(_STATE.match(state.norm))
        if not told:
            continue
        thing = list(
            takewhile(lambda t: t.text not in ENDS | {",", ":"} and t.norm not in ("y", "e"), tokens[at + 3 :])
        )
        place = next((i for i, t in enumerate(thing) if t.norm in ("desde", "en")), len(thing))
        verb = replace(token, text="cambia", norm="cambia")
        found[at : at + 3 + len(thing)] = [verb, *thing[:place], a, state, *_apart(thing[place:])]
        return tuple(found)
    return tuple(found)


def _apart(place: Sequence[Token]) -> list[Token]:
    return (
        [replace(COMMA, number=place[0].number), replace(place[0], text="en", norm="en"), *place[1:]] if place else []
    )


def _on_board(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Drag ORD-7 from Open to Paid on the board`: where that is done is no part of what it comes to."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        to, state = tokens[max(0, at - 2) : at] if at > 1 else (COMMA, COMMA)
        the, noun, after = (*tokens[at + 1 : at + 4], COMMA, COMMA, COMMA)[:3]
        place = token.norm in ("on", "en") and the.norm in ("the", "el", "la") and noun.text.islower()
        into = to.norm in ("to", "a") and state.text[:1].isupper()
        if place and into and (after.kind == "mark" or joins(after)) and _is_dragged(tokens[:at]):
            found.append(replace(COMMA, number=token.number))
        found.append(token)
    return tuple(found)


def _is_dragged(before: Sequence[Token]) -> bool:
    led = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), reversed(before)))
    return any((verb_at(led, i) or ("",))[0] == "drag" for i in range(len(led)))


def _asked_of_us(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Nos piden borrar ORD-7` orders it."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1])
        run = next((r for r in _ASKS if begins and tuple(t.norm for t in tokens[at : at + len(r)]) == r), ())
        after = at + len(run)
        if run and after < len(tokens) and verb_at(tokens, after) is not None:
            at = after
            continue
        found.append(tokens[at])
        at += 1
    return tuple(found)


def _place_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Cuando en el tablero arrastra ORD-7` says behind the order where that is done."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        where, the, noun = (*tokens[at : at + 3], COMMA, COMMA)[:3]
        led = tokens[at - 1] if at else COMMA
        begins = led.norm in _WHEN
        place = where.norm in ("en", "on") and the.norm in ("el", "la", "the") and noun.text.islower()
        verb = verb_at(tokens, at + 3) if begins and place and at + 3 < len(tokens) else None
        if verb is None or verb[0] not in ("drag", "delete", "edit") or noun.kind != "word":
            found.append(where)
            at += 1
            continue
        clause = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), tokens[at + 3 :]))
        found += [*clause, replace(COMMA, number=noun.number), where, the, noun]
        at += 3 + len(clause)
    return tuple(found)


def _said_missing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Ya no está ORD-7` at the beginning of a line is looked at."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        begins = not at or tokens[at - 1].text in ENDS
        no, verb = (*tokens[at + 1 : at + 3], COMMA, COMMA)[:2]
        if begins and token.norm in _GONE_NOW and no.norm == "no" and _LISTED.match(verb.norm):
            found += [replace(token, text=word, norm=word) for word in ("comprueba", "que")]
        found.append(token)
    return tuple(found)


def _wished_besides(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Quiero borrar ORD-7, y que ya no salga` wishes to see the second."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        that = tokens[at + 1] if at + 1 < len(tokens) else COMMA
        led = sentence_so_far(tokens[:at]) if token.norm == "y" and that.norm == "que" else []
        wish = bool(led) and led[0].norm in WISHES and len(led) > 1 and verb_at(led, 1) is not None
        verb = verb_at(led, 0) if led and tokens[at - 1].text == "," else None
        wish = wish or (verb is not None and verb[0] in ("delete", "edit", "create", "drag"))
        if wish:
            while found[-1].text == ",":
                found.pop()
            found += [
                replace(token, kind="mark", text=";", norm=";"),
                replace(token, text="comprueba", norm="comprueba"),
            ]
            continue
        found.append(token)
    return tuple(found)

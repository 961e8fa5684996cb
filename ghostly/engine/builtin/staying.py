"""What a goal says to be let be: `ORD-8 must not be touched`, `no se toca`, `las otras dos las quiero conservar`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import DETERMINERS, ENDS, MODAL, joins, means_one, sentence_so_far, tells_of, verb_at
from .words import Token

# How it is said in other words, each with the plain ones that say the same.
_SAID = (
    (
        r"(?:(?:must|should|shall|is|are)(?: to)? not (?:to )?be|(?:mustn't|shouldn't) be) "
        r"(?:touched|changed|altered|affected|modified|edited)"
        r"|(?:has to|have to|must|should) be left (?:alone|untouched)",
        ("must", "not", "change"),
    ),
    (
        r"no se (?:tocan?|deben? tocar|pueden? tocar|modifican?)"
        r"|no (?:deben?|pueden?) (?:tocarse|modificarse|cambiarse)"
        r"|no hay que tocarl[oa]s?|se quedan? (?:(?:tal )?como est(?:a|an|aba|aban)|igual|tal cual)",
        ("debe", "quedar", "como", "estaba"),
    ),
    (
        r"(?:(?:must|should) not be|(?:mustn't|shouldn't) be) (?:deleted|removed)"
        r"|(?:has to|have to|must|should) be kept|i (?:want|need) to keep",
        ("must", "stay"),
    ),
    (
        r"l[oa]s? (?:quiero|queremos|necesito) (?:conservar|mantener|guardar|dejar)"
        r"|(?:quiero|queremos) (?:conservarl[oa]s?|mantenerl[oa]s?)",
        ("debe", "seguir"),
    ),
)
# The same said of a thing without a verb, as in a list of what to see: `ORD-8 unchanged`, `ORD-8 sin cambios`.
_BARE = {
    ("unchanged",): ("must", "not", "change"), ("untouched",): ("must", "not", "change"),
    ("sin", "cambios"): ("debe", "quedar", "como", "estaba"), ("sin", "tocar"): ("debe", "quedar", "como", "estaba"),
    ("intacto",): ("debe", "quedar", "como", "estaba"), ("intacta",): ("debe", "quedar", "como", "estaba"),
}  # fmt: skip
_STAYS = tuple((re.compile(rf"(?:{said})$"), plain) for said, plain in _SAID)
_LONGEST, _PAIR = 7, 2
_KEEPS = {"keep", "conserva", "conserve", "deja", "deje", "leave", "manten"}


def with_staying(tokens: Sequence[Token]) -> list[Token]:
    """The goal with `must not change`, `must stay` for each of these, where a thing is said to be so."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if one := _kept_one(tokens, at):
            stay = (replace(tokens[at], text=word, norm=word) for word in ("must", "stay"))
            kept += [*one, *stay]
            at += 1 + len(one)
            continue
        end, plain = _staying(tokens, at) if _has_subject(kept) else (at, ())
        end, plain = (end, plain) if end > at else _bare(tokens, at, kept)
        kept = _with_each(kept, plain, tokens[at]) if end > at else kept
        kept += [replace(tokens[at], text=word, norm=word) for word in plain] if end > at else [tokens[at]]
        at = max(end, at + 1)
    return kept


def _bare(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> tuple[int, Sequence[str]]:
    """Where a line ends that says of a thing, and without a verb, that it stays as it was; the same place for none."""
    run = next((r for r in _BARE if tuple(t.norm for t in tokens[at : at + len(r)]) == r), ())
    if not run:
        return at, ()
    after = tokens[at + len(run) : at + len(run) + 1]
    led = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), reversed(before)))[::-1]
    named = bool(led) and any(t.names for t in led) and not any(map(tells_of, led))
    verbs = any(verb_at(led, i) for i in range(len(led)))
    ends = not after or after[0].kind == "mark" or joins(after[0])
    return (at + len(run), _BARE[run]) if ends and named and not verbs else (at, ())


def _with_each(before: list[Token], plain: Sequence[str], at: Token) -> list[Token]:
    """The thing before `and` said to stay as well, in `the name and the email are not to be touched`."""
    led = sentence_so_far(before)
    joint = next((i for i, t in enumerate(led) if joins(t)), 0)
    first, second = led[:joint], led[joint + 1 :]
    alike = all(len(run) == _PAIR and run[0].norm in DETERMINERS and run[1].text.islower() for run in (first, second))
    if not alike:
        return before
    said = [replace(at, text=word, norm=word) for word in plain]
    stop = replace(led[joint], kind="mark", text=";", norm=";")
    return [*before[: len(before) - len(led)], *first, *said, stop, *second]


def _kept_one(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The one of several that is not to be deleted as the other was: `Keep the one for 20`; empty where none is."""
    begins = at > 0 and (tokens[at - 1].text in ENDS or joins(tokens[at - 1]))
    if not begins or tokens[at].norm not in _KEEPS:
        return ()
    deletes = any((verb_at(tokens, i) or ("",))[0] == "delete" for i in range(at))
    clause = list(takewhile(lambda t: t.text not in ENDS and not joins(t) and t.text != ",", tokens[at + 1 :]))
    return clause if deletes and means_one(clause) and len(clause) > _PAIR else ()


def _staying(tokens: Sequence[Token], at: int) -> tuple[int, Sequence[str]]:
    """Where such words end that begin here, at the end of their clause, and what they say; the same place for none."""
    clause = list(takewhile(lambda t: t.kind == "word", tokens[at : at + _LONGEST]))
    for length in range(len(clause), 1, -1):
        said = " ".join(t.norm for t in clause[:length])
        plain = next((plain for pattern, plain in _STAYS if pattern.match(said)), ())
        after = tokens[at + length : at + length + 1]
        if plain and (not after or after[0].kind == "mark" or joins(after[0])):
            return at + length, plain
    return at, ()


def _has_subject(before: Sequence[Token]) -> bool:
    """Whether the clause has begun with a thing, and with no order."""
    led = list(takewhile(lambda t: t.text not in ENDS and not joins(t), reversed(before)))[::-1]
    led = [t for t in led if t.text != ","]
    return bool(led) and not any(t.norm in MODAL for t in led) and verb_at(led, 0) is None

"""Commas that a sentence lacks, and colons that it has too many of: `al guardarlo tiene que decir "Hecho"`, `in the
notes write: Ring first`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import COMMITTING, verbs
from .speech import ASIDES, COMMA, DETERMINERS, DOING, ENDS, HAS_TO, MODAL, TELL, TYPES, joins, verb_at
from .words import Token

_LEADS: tuple[tuple[str, ...], ...] = (
    ("despues", "de"),
    ("al",),
    ("tras",),
    ("cuando",),
    ("after",),
    ("upon",),
    ("on",),
    ("when",),
    ("once",),
)
_CLITICS = ("lo", "la", "los", "las")
_SUBJECTS = {"it", "se", "me", "nos", "i", "we", "there", "this"}
_APPEARS = {"aparece", "aparecen", "veo", "vemos", "ve", "ven", "debo"}
_SHOWS = ("mostrar", "listar", "incluir", "reflejar", "contener", "recoger", "ensenar", "ver")
_LONGEST, _LONGEST_FIELD = 3, 5


def punctuated(tokens: Sequence[Token], text: str) -> tuple[Token, ...]:
    """The goal with a comma before what comes of a deed, without a colon behind what types something, and with the `it`
    of `debe mostrarlo` as a word of its own."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS or tokens[at - 1].kind == "mark"
        deed = _end_of_deed(tokens, at) if begins else at
        typed = _colon_of_typing(tokens, at) if begins and deed == at else at
        if deed > at:
            # `On saving` is no place.
            when = replace(tokens[at], text="after", norm="after") if tokens[at].norm in ("on", "upon") else tokens[at]
            found += [when, *tokens[at + 1 : deed], replace(COMMA, number=tokens[deed].number)]
            at = deed
        elif typed > at:
            found += tokens[at:typed]
            at, value = _typed(tokens, typed + 1, text)
            found.append(value)
        else:
            found += _apart(tokens[at], found)
            at += 1
    return tuple(found)


def _end_of_deed(tokens: Sequence[Token], at: int) -> int:
    """Where a deed ends that is told with its time, and at once what comes of it: `al guardarlo` before `sale "Hecho"`;
    the same place where none is."""
    lead = next((run for run in _LEADS if tuple(t.norm for t in tokens[at : at + len(run)]) == run), ())
    start = at + len(lead)
    start += start < len(tokens) and tokens[start].norm in _CLITICS
    verb = verb_at(tokens, start) if lead else None
    if verb is None or verb[0] not in COMMITTING or not _is_deed(verb[1][0].norm, lead[0]):
        return at
    end = start + len(verb[1])
    for until in range(end, min(end + _LONGEST, len(tokens) - 1) + 1):
        if until == len(tokens) or tokens[until].kind != "word" or joins(tokens[until]):
            return at
        if _comes_of_it(tokens, until):
            return until
    return at


def _is_deed(verb: str, lead: str) -> bool:
    if lead == "cuando":
        return verb.endswith(("o", "mos"))
    spanish = lead in ("al", "tras", "despues")
    bare = next((verb.removesuffix(c) for c in _CLITICS if verb.endswith(f"r{c}")), verb)
    return bare.endswith(("ar", "er", "ir")) if spanish else verb.endswith((*DOING, "ed"))


def _comes_of_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins that says what is to be seen then: `tiene que decir …`, `it must say …`."""
    said = [t.norm for t in tokens[at : at + 4]]
    starts = 1 if said[0] in _SUBJECTS else 2 if said[0] in DETERMINERS else 0
    told = said[starts:]
    if told[:1] == []:
        return False
    # `Al guardar el aviso sale`: a noun may still belong to the deed.
    return told[0] in MODAL or tuple(told[:2]) in HAS_TO or (starts < 2 and told[0] in TELL | _APPEARS)


def _colon_of_typing(tokens: Sequence[Token], at: int) -> int:
    """Where the colon stands behind `in the notes write`; the same place where there is none."""
    if tokens[at].norm not in ASIDES:
        return at
    colon = next((i for i in range(at, min(len(tokens), at + _LONGEST_FIELD + 1)) if tokens[i].kind == "mark"), at)
    verb = tokens[colon - 1].norm if colon > at + 1 else ""
    writes = verb.startswith(TYPES) or "fill" in verbs().get(verb, ())
    ends = colon + 1 < len(tokens) and tokens[colon + 1].kind != "mark"
    return colon if writes and tokens[colon].text == ":" and ends else at


def _typed(tokens: Sequence[Token], at: int, text: str) -> tuple[int, Token]:
    """Where what is typed ends, up to the sentence's end or an order that follows, and it as one quoted value."""
    end = at + 1
    while end < len(tokens) and tokens[end].text not in ENDS:
        if joins(tokens[end]) and (verb_at(tokens, end + 1) or ("",))[0] in ("save", "click", "press"):
            break
        end += 1
    if end == at + 1:
        return end, tokens[at]
    start, until = tokens[at].start, tokens[end - 1].end
    said = text[start:until]
    return end, replace(tokens[at], kind="quoted", text=said, norm=" ".join(t.norm for t in tokens[at:end]), end=until)


def _apart(token: Token, before: Sequence[Token]) -> list[Token]:
    """`Mostrar` and `it` of `debe mostrarlo`."""
    verb = next((token.norm.removesuffix(c) for c in _CLITICS if token.norm.endswith(f"r{c}")), "")
    led = [t.norm for t in before[-2:]]
    must = bool(led) and (led[-1] in MODAL or tuple(led) in HAS_TO)
    if verb not in _SHOWS or not must:
        return [token]
    return [replace(token, text=verb, norm=verb), replace(token, text="it", norm="it", number=-1)]

"""Commas that a sentence lacks, and colons that it has too many of: `al guardarlo tiene que decir "Hecho"`, `in the
notes write: Ring first`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import COMMITTING, STOP, Verb, verbs
from .speech import ASIDES, COMMA, DETERMINERS, DOING, ENDS, HAS_TO, MODAL, TELL, TYPES, WHENEVER, joins, verb_at
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
_SAYING: tuple[tuple[str, ...], ...] = (
    ("that", "says"), ("which", "says"), ("that", "reads"), ("saying",), ("que", "diga"), ("que", "ponga"),
    ("que", "dice"), ("diciendo",), ("with", "the", "text"), ("con", "el", "texto"),
)  # fmt: skip
# Orders that end what is typed.
_ENDING: tuple[Verb, ...] = ("save", "click", "press", "expect", "check")
_CLITICS = ("lo", "la", "los", "las")
_SUBJECTS = {"it", "se", "me", "nos", "i", "we", "there", "this"}
_APPEARS = {"aparece", "aparecen", "veo", "vemos", "ve", "ven", "debo"}
_SHOWS = ("mostrar", "listar", "incluir", "reflejar", "contener", "recoger", "ensenar", "ver")
_LONGEST, _LONGEST_FIELD = 3, 5
# How a value is told to be wrong that follows at once, and what it then lacks.
_WRONG = {
    "wrong", "wrongly", "badly", "incorrectly", "incorrect", "invalid", "mistyped", "misspelt", "misspelled", "mal",
    "incorrectamente", "incorrecto", "incorrecta", "equivocado", "equivocada", "invalido", "invalida", "erroneo",
    "erronea",
}  # fmt: skip
_WRITTEN = {"written", "typed", "spelt", "spelled", "escrito", "escrita", "puesto", "puesta", "formado", "formada"}
_LACKS, _BUT_WITH = {"without", "missing", "lacking", "minus", "sin"}, {"with", "con"}
_IT, _MEANWHILE = {"it", "this", "that", "which"}, {"now", "then", "also", "still", "just"}
_NOW = {"ahora", "ya", "entonces"}
_HOPES = {"espero", "esperamos", "esperaria", "esperariamos"}
_PLAINLY = {"we'd": "i'd", "esperaria": "espero", "esperariamos": "esperamos"}
_BEFORE_VALUE = (":", "(", ",")
_LONGEST_LACK = 4
_LEAST_TOLD = 3
# What somebody is said to want or to need, or not to.
_WANTS = {
    "wants", "want", "needs", "need", "does", "doesn't", "asks", "asked", "quiere", "quieren", "necesita", "necesitan",
    "pide", "piden",
}  # fmt: skip


def punctuated(tokens: Sequence[Token], text: str) -> tuple[Token, ...]:
    """The goal with a comma before what comes of a deed, without a colon behind what types something, and with the `it`
    of `debe mostrarlo` as a word of its own."""
    tokens = _with_stories_apart(_with_shown(_with_expected_apart(_without_faults(tokens))))
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS or tokens[at - 1].kind == "mark"
        if said := _said_in_it(tokens, at, found):
            end, value = _typed(tokens, at + said, text)
            if end > at + said + 1:
                found += [*tokens[at : at + said], value]
                at = end
                continue
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


def _with_shown(tokens: Sequence[Token]) -> Sequence[Token]:
    """The goal with `it displays 9` for `it (now) shows 9` and `ahora dice 9` for `ahora muestra 9`: no order to show
    something."""
    found: list[Token] = []
    for token, after in zip(tokens, (*tokens[1:], COMMA), strict=True):
        led = [t for t in takewhile(lambda t: t.kind == "word", reversed(found)) if t.norm not in _MEANWHILE]
        it = bool(led) and led[0].norm in _IT and (len(led) == 1 or joins(led[1])) and after.norm != "up"
        now = len(led) == 1 and led[0].norm in _NOW
        said = "displays" if token.norm == "shows" and it else "dice" if token.norm == "muestra" and now else ""
        found.append(replace(token, text=said, norm=said) if said else token)
    return found


def _with_stories_apart(tokens: Sequence[Token]) -> Sequence[Token]:
    """`Ada Ray does not want it any more: cancel her order` tells what somebody wants, and is no title."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0) if token.text == ":" else at
        said = tokens[begin:at]
        named = len(said) > _LEAST_TOLD and said[0].text[:1].isupper() and said[0].norm not in STOP | DETERMINERS
        wants = named and any(t.norm in _WANTS for t in said[1:])
        verb = verb_at(tokens, at + 1) if wants and not verb_at(said, 0) else None
        if verb is not None and verb[0] != "expect":
            found[at] = replace(token, text=".", norm=".")
    return found


def _without_faults(tokens: Sequence[Token]) -> Sequence[Token]:
    """The goal without what says between a field and its value how the value is wrong: `type the email wrong, without
    the @: ada.test`."""
    found: list[Token] = []
    fault, fault_opened = 0, False
    for at, token in enumerate(tokens):
        # What is wrong is typed as it stands.
        token = replace(token, kind="quoted") if fault and token.kind == "word" else token
        fault = 0
        if token.text in _BEFORE_VALUE and _is_value_alone(tokens, at):
            clause = list(takewhile(lambda t: t.text not in (*ENDS, ":", "("), reversed(found)))[::-1]
            fault = _fault_of(clause, token.text)
            del found[len(found) - fault :]
            # A comma would part the field from its value.
            token = replace(token, text=":", norm=":") if fault else token
        closes = token.text == ")" and fault_opened
        fault_opened = (fault > 0 and tokens[at].text == "(") or (fault_opened and token.kind == "quoted")
        found += () if closes else (token,)
    return found


def _is_value_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a value follows that mark: no message, and no clause."""
    value, after = [*tokens[at + 1 :], COMMA, COMMA][:2]
    odd = any(not c.isalpha() for c in value.text) and value.kind != "mark"
    return odd and (after.kind == "mark" or joins(after)) and not (value.kind == "quoted" and tokens[at].text == ",")


def _fault_of(clause: Sequence[Token], mark: str) -> int:
    """How many words at the end of a clause tell of a fault, behind the name of a field that is filled in."""
    end = len(clause)
    typed = any((verb_at(clause, i) or ("",))[0] == "fill" for i in range(end))
    lack = next((i for i in range(end - 1, max(end - 1 - _LONGEST_LACK, 0), -1) if _lacks(clause, i)), end)
    start = lack - (0 < lack < end and clause[lack - 1].text == ",")
    wrong = start
    while wrong > 1 and clause[wrong - 1].norm in _WRONG | _WRITTEN:
        wrong -= 1
    is_wrong = any(t.norm in _WRONG for t in clause[max(wrong - 2, 0) : start])
    if wrong == end or (not is_wrong and (not typed or lack == end)) or (mark == "," and not typed):
        return 0
    names_field = clause[wrong - 1].kind == "word" and clause[wrong - 1].norm not in DETERMINERS
    return end - wrong if names_field else 0


def _lacks(clause: Sequence[Token], at: int) -> bool:
    """`Without the @`; and `with a letter`, where it has been said before that it is wrong."""
    led = {t.norm for t in clause[max(at - 2, 0) : at]}
    return clause[at].norm in _LACKS or (clause[at].norm in _BUT_WITH and bool(led & _WRONG))


def _with_expected_apart(tokens: Sequence[Token]) -> Sequence[Token]:
    """The goal with a comma before what somebody expects of a deed told with `if`: `If I choose Paid I'd expect …`."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        clause = list(takewhile(lambda t: t.text not in ENDS and t.kind != "mark", reversed(found)))[::-1]
        led = (
            len(clause) > _LONGEST - 1 and clause[0].norm in WHENEVER and any(t.names and t.norm != "i" for t in clause)
        )
        verbs_in = [verb for i in range(1, len(clause)) if (verb := verb_at(clause, i))] if led else []
        if not clause and _is_there(tokens, at):
            # `There I see …`: where one has come to anyway.
            continue
        if verbs_in and verbs_in[0][0] != "expect" and _expects(tokens, at):
            plain = _PLAINLY.get(token.norm, token.norm)
            found.append(replace(COMMA, number=token.number))
            token = replace(token, text=plain, norm=plain)
        found.append(token)
    return found


def _is_there(tokens: Sequence[Token], at: int) -> bool:
    said = [t.norm for t in tokens[at + 1 : at + 3]]
    sees = said[:1] in (["veo"], ["vemos"]) or said in (["i", "see"], ["we", "see"], ["se", "ve"], ["se", "ven"])
    return tokens[at].norm in ("there", "here", "alli", "ahi", "aqui") and sees


def _expects(tokens: Sequence[Token], at: int) -> bool:
    """`I'd expect`, `I would like to see`, `espero ver`."""
    said = [t.norm for t in tokens[at : at + 5]]
    wishes = said[1:] if said[0] in ("i", "we", "i'd", "we'd") else []
    wishes = wishes[1:] if wishes[:1] in (["would"], ["should"]) else wishes
    sees = wishes[:1] == ["expect"] or (wishes[:2] in (["like", "to"], ["want", "to"]) and wishes[2:3] == ["see"])
    return sees or said[0] in _HOPES


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


def _said_in_it(tokens: Sequence[Token], at: int, before: Sequence[Token]) -> int:
    """How many words lead to what something is to say that is made: `that says` in `add a note that says Call Ada`; 0
    where none do."""
    run = next((run for run in _SAYING if tuple(t.norm for t in tokens[at : at + len(run)]) == run), ())
    sentence = list(takewhile(lambda t: t.text not in ENDS and t.text != ":", reversed(before)))[::-1] if run else []
    made = any((verb_at(sentence, i) or ("",))[0] == "create" for i in range(len(sentence)))
    rest = tokens[at + len(run) : at + len(run) + 2]
    plain = len(rest) > 1 and all(t.kind == "word" for t in rest) and bool(sentence) and sentence[-1].text.islower()
    return len(run) if run and made and plain and rest[0].text[:1].isupper() else 0


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
        further = end + 1 + (tokens[end].text == "," and any(map(joins, tokens[end + 1 : end + 2])))
        ends = joins(tokens[end]) or tokens[end].text == ","
        if ends and (verb_at(tokens, further) or ("",))[0] in _ENDING:
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

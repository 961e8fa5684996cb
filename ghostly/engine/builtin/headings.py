"""Titles of a goal, which ask for nothing: `TICKET 482: …`, `Negative test, quantities. …`, `Combined filter: …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .endings import LOOKS
from .pieces import NOUNS, PLURALS
from .speech import COMMA, DETERMINERS, ENDS, SECRETS, TELL, WANTS, WISHES, is_statement, tells_of, verb_at
from .stories import GREETINGS, tells
from .words import Token

_ENDS = (".", ":", "\n")
_DASHES = ("-", "–", "—")
# What is written down to be done, and has a number.
TICKETS = {
    "ticket", "bug", "issue", "defect", "story", "case", "test", "tc", "task", "requirement", "regression", "scenario",
    "incident", "incidencia", "caso", "prueba", "historia", "tarea", "defecto", "error", "requisito", "escenario",
}  # fmt: skip
_TESTS = {
    "test", "tests", "smoke", "regression", "sanity", "negative", "qa", "uat", "e2e", "prueba", "pruebas", "humo",
    "regresion", "negativa",
}  # fmt: skip
_SELVES = {"soy", "somos", "i'm", "we're"}
_SELVES_APART = {("i", "am"), ("we", "are")}
# What a thing is changed to, which tells of no other thing.
_TOWARDS = {"to", "as", "into", "a", "en", "como", "is", "es"}
# What the first line of a goal says that is no field of a form, as no form is open yet.
_TITLED = {"title", "titulo"}
# What a scenario has its title behind, and what it begins with to tell what is done.
_SCENARIOS = {"scenario", "feature", "escenario", "funcionalidad", "caracteristica", "outline", "esquema"}
_DOES = {"when", "cuando"}
_LONGEST = 12
_SHORT = 3
# How soon after a colon a statement says what it tells.
_SOON = 5
_APPEARS = {"appears", "appear", "aparece", "aparecen", "must", "should", "debe", "deben", "tiene"}
_THINGS = {"it", "an", "a", "one", "nothing", "no", "un", "una", "se", "nada"}


def without_titles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without a first line `Incident: wrong state of an order`, where the lines that follow say what is done,
    and to what."""
    line = list(takewhile(lambda t: t.text != "\n", tokens))
    after = tokens[len(line) + 1 :]
    colon = next((i for i, t in enumerate(line[: _SHORT + 1]) if t.text == ":"), 0)
    label, title = {t.norm for t in line[:colon] if t.kind == "word"}, line[colon + 1 :]
    told_again = {t.norm for t in after}
    named = [t for t in title if t.names and (t.is_value or t is not title[0])]
    if not colon or not title or not label & TICKETS or any(t.norm not in told_again for t in named):
        return tokens
    plain = not is_statement(title) and not any(tells_of(t) or t.kind == "mark" for t in title)
    return after if plain and verb_at(title, 0) is None and _names_others(after) else tokens


def without_heading(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without a title that names nothing that is meant."""
    end = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.kind == "mark" and t.text in _ENDS), 0)
    said = tokens[:end]
    if not said or not any(t.kind == "word" for t in tokens[end + 1 :]):
        return tokens
    if (number := _ticket(said)) and _names_others(tokens[end + 1 :]):
        asks = number < end and tokens[number].text in _DASHES and verb_at(tokens, number + 1) is not None
        return tokens[(number if asks else end) + 1 :]
    is_title = _is_title(tokens, end) or _says_what_is_tested(tokens, end) or _tells_who(said, tokens[end])
    return tokens[end + 1 :] if is_title else tokens


def without_scenarios(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal without the title of a scenario that is told below it: `Scenario: leaving the shop`, whatever verbs the
    title has; one with a value that is told nowhere else stays."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end_of_scenario(tokens, at) if not kept or kept[-1].text in ENDS else at
        values = {t.norm for t in tokens[at:end] if t.is_value}
        if end > at and values <= {t.norm for t in tokens[end:]}:
            at = end
            continue
        kept.append(tokens[at])
        at += 1
    return tuple(kept)


def _end_of_scenario(tokens: Sequence[Token], at: int) -> int:
    """Where the line ends that is a title, if what is done is told below it; the same place otherwise."""
    said, colon = (*tokens[at : at + 2], COMMA, COMMA)[:2]
    if said.norm not in (_SCENARIOS if at else _SCENARIOS | _TITLED) or colon.text != ":":
        return at
    end = next((i for i in range(at, len(tokens)) if tokens[i].text == "\n"), len(tokens))
    if said.norm in _TITLED and any(t.text == ":" for t in tokens[end + 1 : end + 1 + _SHORT]):
        # `Title: Old Boats` over `Seats: 40` is a field too.
        return at
    lines = [i + 1 for i in range(end, len(tokens) - 1) if tokens[i].text in ENDS]
    acts = any(verb[0] not in LOOKS for i in range(at + 2, end) if (verb := verb_at(tokens, i)))
    return end + 1 if any(_is_done(tokens, line, acts) for line in lines) else at


def _is_done(tokens: Sequence[Token], at: int, acts: bool) -> bool:
    """Whether a line tells of a deed: `When I click Sign out`, `Delete it`; a look is one where the title has none."""
    said = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    verb = next((verb[0] for i in range(len(said)) if (verb := verb_at(said, i))), None)
    begins = verb_at(said, 0) is not None or (bool(said) and said[0].norm in _DOES)
    return begins and verb != "login" and not (acts and verb in LOOKS)


def with_results(tokens: Sequence[Token]) -> list[Token]:
    """`Press Save: an error appears` is an order and a check."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.text != ":" or not 0 < at < len(tokens) - 2:
            continue
        begins = max((i for i in range(at) if tokens[i].text in ENDS), default=-1) + 1
        after = [t for t in tokens[at + 1 : at + _LONGEST] if t.kind == "word"][:_SOON]
        verb, told = verb_at(tokens, begins), next((i for i, t in enumerate(after) if t.norm in TELL | _APPEARS), None)
        if verb is None or verb[0] not in ("click", "press", "save", "upload", "next") or told is None:
            continue
        # `The name: Sale …` names what is written so.
        if after[told].text.islower() and (told == 0 or after[0].norm in _THINGS | DETERMINERS):
            found[at] = replace(token, text=".", norm=".")
    return found


def _ticket(said: Sequence[Token]) -> int:
    """Where `TICKET 482` and a bracket behind it end; 0 where the title is no such thing."""
    if len(said) < 2 or said[0].norm not in TICKETS or said[1].kind not in ("number", "code"):
        return 0
    end = 2
    if said[2:3] and said[2].text in ("(", "["):
        end = next((i for i, t in enumerate(said) if t.text in (")", "]")), len(said) - 1) + 1
    return end if end == len(said) or said[end].text in (*_DASHES, ",") else 0


def _names_others(words: Sequence[Token]) -> bool:
    """Whether what follows says itself what it is about, so that `Ticket 40` is not what is to be changed."""
    named = [t for before, t in pairwise(words) if t.names and before.kind == "word" and before.norm not in _TOWARDS]
    runs = [t for t in named if t.kind in ("word", "quoted") and not any(t.number == o.number + 1 for o in named)]
    return any(t.kind == "code" for t in words) or len(runs) > 1


def _is_title(tokens: Sequence[Token], end: int) -> bool:
    said = tokens[:end]
    if any(t.is_value for t in said) or any(t.names for t in said[1:] if not t.text.isupper()):
        return False
    words = [t.norm for t in said if t.kind == "word"]
    if _TESTS & set(words[:_SHORT]) and not tells(said):
        return True
    if len(words) == 1 and _names_place(tokens, end):
        return True
    # `Combined filter: search for …`; a place is said with its article: `The orders: …`.
    plain = len(said) == len(words) and words[0] not in DETERMINERS and len(words) > 1
    short = tokens[end].text == ":" and plain and len(words) <= _SHORT
    return short and verb_at(tokens, end + 1) is not None and not _orders(said)


def _says_what_is_tested(tokens: Sequence[Token], end: int) -> bool:
    """`Check the filter of boats.`, where it is said next how somebody signs in, before whom nothing is shown yet, and
    then what is to be seen."""
    said, after = tokens[:end], tokens[end + 1 :]
    verb = verb_at(said, 0)
    thing = said[len(verb[1]) :] if verb and (verb[0] == "expect" or verb[1][0].norm == "check") else ()
    plain = bool(thing) and thing[0].norm in DETERMINERS and all(t.kind == "word" and t.text.islower() for t in thing)
    signs_in = any(t.norm in SECRETS or t.kind == "email" for t in after[:_LONGEST])
    return plain and not tells(thing) and signs_in and (tells(after) or any(t.norm in _APPEARS for t in after))


def _names_place(tokens: Sequence[Token], end: int) -> bool:
    """`Orders: delete ORD-7`: a word that looks like an order stands over what is done with such things."""
    word, then = tokens[end - 1].norm, verb_at(tokens, end + 1)
    acts = then is not None and then[0] in ("create", "edit", "delete")
    return tokens[end].text == ":" and acts and word in NOUNS | PLURALS


def _orders(said: Sequence[Token]) -> bool:
    """Whether a title may be an order all the same: `Add one: …`."""
    verb = verb_at(said, 0)
    return verb is not None and verb[0] not in ("filter", "search", "sort", "expect", "say")


def _tells_who(said: Sequence[Token], ends: Token) -> bool:
    """`Hello, I'm from accounts.`"""
    if ends.text == ":":
        return False
    led = next((i for i, t in enumerate(said[:3]) if t.kind == "word" and t.norm not in GREETINGS), 0)
    begins = said[led].norm in _SELVES or tuple(t.norm for t in said[led : led + 2]) in _SELVES_APART
    asks = any(t.norm in WANTS | WISHES or t.is_value for t in said) or any(
        verb_at(said, i) for i in range(led + 1, len(said))
    )
    return begins and not asks

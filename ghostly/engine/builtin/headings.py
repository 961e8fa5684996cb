"""Titles of a goal, which ask for nothing: `TICKET 482: …`, `Negative test, quantities. …`, `Combined filter: …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .endings import LOOKS, denied_at
from .lexicon import Verb
from .pieces import NOUNS, PLURALS
from .speech import (
    COMMA,
    DETERMINERS,
    ENDS,
    MODAL,
    NOTICES,
    SECRETS,
    TELL,
    WANTS,
    WISHES,
    is_statement,
    is_tried,
    tells_of,
    verb_at,
)
from .stories import GREETINGS, tells
from .words import Token, stem

_ENDS = (".", ":", "\n")
_DASHES = ("-", "–", "—")
_LEADS_TO = (*_DASHES, ":", "→")
# Orders that take no values which a statement behind them could be.
_PLAIN = ("click", "press", "save", "upload", "next", "delete")
# What is written down to be done, and has a number.
TICKETS = {
    "ticket", "bug", "issue", "defect", "story", "case", "test", "tc", "task", "requirement", "regression", "scenario",
    "incident", "incidencia", "caso", "prueba", "historia", "tarea", "defecto", "error", "requisito", "escenario",
}  # fmt: skip
_TESTS = {
    "test", "tests", "smoke", "regression", "sanity", "negative", "qa", "uat", "e2e", "prueba", "pruebas", "humo",
    "regresion", "negativa",
}  # fmt: skip
_STEPS = {"steps", "step", "pasos", "paso"}
_EXPECTED = {"expected", "expectation", "result", "results", "esperado", "esperada", "resultado", "resultados"}
_SELVES = {"soy", "somos", "i'm", "we're"}
_SELVES_APART = {("i", "am"), ("we", "are")}
# What a thing is changed to, which tells of no other thing.
_TOWARDS = {"to", "as", "into", "a", "en", "como", "is", "es"}
# What the first line of a goal says that is no field of a form, as no form is open yet.
# What a scenario has its title behind, and what it begins with to tell what is done.
_SCENARIOS = {"scenario", "feature", "escenario", "funcionalidad", "caracteristica", "outline", "esquema"}
_TITLES = {"title", "titulo", "summary", "resumen", "asunto"}
_NARROWS: frozenset[Verb] = frozenset({"search", "filter", "sort"})
_NO_PLACES = TICKETS | _TESTS | {"steps", "pasos", "tasks", "tareas", "casos", "results", "resultados", "notes"}
_TESTING = _TESTS | {
    "check", "testing", "try", "verify", "review", "look", "pruebe", "pruebes", "probar", "probad", "comprobar",
    "comprobacion", "revisar", "revise", "revises", "revision", "verificar", "repaso",
}  # fmt: skip
_FEATURES = {
    "search", "searching", "filter", "filters", "filtering", "sorting", "paging", "list", "form", "login", "filtro",
    "filtros", "busqueda", "buscador", "orden", "paginacion", "lista", "listado", "formulario",
}  # fmt: skip
_LINES = {"steps", "pasos", "expected", "esperado", "esperada"}
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
    if not colon or not title or not label & (TICKETS | _TITLES) or any(t.norm not in told_again for t in named):
        return tokens
    if label & _TITLES and len(label) == 1 and "\n" in [t.text for t in after] and _is_done_below(after):
        # `Title: delete an order`, whatever it says of it, where steps follow.
        return after
    if not named and (verb := verb_at(title, 0)) and verb[0] in _done_to_named(after):
        # `Ticket: delete a double order`, and which one is said below.
        return after
    plain = not is_statement(title) and not any(tells_of(t) or t.kind == "mark" for t in title)
    return after if plain and verb_at(title, 0) is None and _names_others(after) else tokens


def without_told_title(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without a first line over the `Steps:` and the `Expected:` of a ticket, whatever it says: what is done
    and seen is told below it."""
    line = list(takewhile(lambda t: t.text != "\n", tokens))
    after = tokens[len(line) + 1 :]
    heads = [at for at in range(len(after)) if not at or after[at - 1].text == "\n"]
    labels = [_label_at(after, at) for at in heads]
    labels = [label for label in labels if label]
    told_again = {t.norm for t in after}
    title = line[next((i + 1 for i, t in enumerate(line[: _SHORT + 1]) if t.text == ":"), 0) :]
    named = [t for i, t in enumerate(title) if i and t.names]
    steps = bool(labels) and bool(labels[0] & _STEPS) and any(label & _EXPECTED for label in labels[1:])
    return after if steps and all(t.norm in told_again for t in named) else tokens


def _label_at(tokens: Sequence[Token], at: int) -> set[str]:
    """The words of a label that begins a line: `Steps to reproduce:`; none where none does."""
    colon = next((i for i, t in enumerate(tokens[at : at + _SHORT + 1]) if t.text == ":"), 0)
    return {t.norm for t in tokens[at : at + colon]}


def _done_to_named(words: Sequence[Token]) -> set[Verb]:
    """What the lines do to something that they name."""
    begins = (i for i in range(len(words)) if not i or words[i - 1].kind == "mark")
    acts = [(verb, i) for i in begins if (verb := verb_at(words, i)) and verb[0] in ("delete", "edit", "create")]
    return {verb[0] for verb, i in acts if any(t.names for t in takewhile(lambda t: t.text != "\n", words[i + 1 :]))}


def _is_done_below(words: Sequence[Token]) -> bool:
    """Whether something is done there, and not only said what goes into a form: lines of steps, and what to see."""
    found = [verb_at(words, i) for i in range(len(words)) if not i or words[i - 1].kind == "mark"]
    acts = {verb[0] for verb in found if verb is not None}
    return "login" in acts or bool(acts & {"delete", "edit", "create", "click"})


def without_heading(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without a title that names nothing that is meant."""
    end = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.kind == "mark" and t.text in _ENDS), 0)
    said = tokens[:end]
    if not said or not any(t.kind == "word" for t in tokens[end + 1 :]):
        return tokens
    if (number := _ticket(said)) and _names_others(tokens[end + 1 :]):
        asks = number < end and tokens[number].text in _DASHES and verb_at(tokens, number + 1) is not None
        return tokens[(number if asks else end) + 1 :]
    is_title = (
        _is_title(tokens, end)
        or _introduces_test(tokens, end)
        or _says_what_is_tested(tokens, end)
        or _tells_who(said, tokens[end])
    )
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
    titled = not at and said.norm in _TITLES and _has_steps(tokens)
    if not (titled or said.norm in _SCENARIOS) or colon.text != ":":
        return at
    end = next((i for i in range(at, len(tokens)) if tokens[i].text == "\n"), len(tokens))
    if said.norm in _TITLES and any(t.text == ":" for t in tokens[end + 1 : end + 1 + _SHORT]):
        # `Title: Old Boats` over `Seats: 40` is a field too.
        return at
    lines = [i + 1 for i in range(end, len(tokens) - 1) if tokens[i].text in ENDS]
    acts = any(verb[0] not in LOOKS for i in range(at + 2, end) if (verb := verb_at(tokens, i)))
    done = any(_acts(tokens, line) if titled else _is_done(tokens, line, acts) for line in lines)
    return end + 1 if done else at


def _has_steps(tokens: Sequence[Token]) -> bool:
    """Whether a line says that the steps follow, or what is expected: a form asks for nothing of that name."""
    lines = [i + 1 for i in range(len(tokens)) if tokens[i].text in ENDS]
    labels = [list(takewhile(lambda t: t.text != ":", tokens[at : at + _SHORT + 1])) for at in lines]
    return any(len(label) <= _SHORT and _LINES & {t.norm for t in label} for label in labels)


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a step is told in a line, and not only that somebody signs in, or what is to be seen."""
    said = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    verb = next((verb[0] for i in range(len(said)) if (verb := verb_at(said, i))), None)
    return verb is not None and verb not in ("login", "expect")


def _is_done(tokens: Sequence[Token], at: int, acts: bool) -> bool:
    """Whether a line tells of a deed: `When I click Sign out`, `Delete it`; a look is one where the title has none."""
    said = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    verb = next((verb[0] for i in range(len(said)) if (verb := verb_at(said, i))), None)
    begins = verb_at(said, 0) is not None or (bool(said) and said[0].norm in _DOES)
    return begins and verb != "login" and not (acts and verb in LOOKS)


def with_results(tokens: Sequence[Token]) -> list[Token]:
    """`Press Save: an error appears`, `Delete Oslo - not possible, message "In use"`: an order and a check."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.text not in _LEADS_TO or not 0 < at < len(tokens) - 2:
            continue
        begins = max((i for i in range(at) if tokens[i].text in ENDS), default=-1) + 1
        verb, after = verb_at(tokens, begins), list(takewhile(lambda t: t.text not in ENDS, tokens[at + 1 :]))
        if verb is None or verb[0] in LOOKS or verb[0] in ("fill", "choose", "say"):
            continue
        if _is_outcome(after) or (token.text == ":" and verb[0] in _PLAIN and _tells_soon(after)):
            found[at] = replace(token, text=".", norm=".")
    return found


def _tells_soon(after: Sequence[Token]) -> bool:
    """Whether a statement begins; `The name: Sale …` names what is written so."""
    words = [t for t in after[: _LONGEST - 1] if t.kind == "word"][:_SOON]
    told = next((i for i, t in enumerate(words) if t.norm in TELL | _APPEARS), None)
    first = told is not None and words[told].text.islower()
    return first and (told == 0 or words[0].norm in _THINGS | DETERMINERS)


def _is_outcome(after: Sequence[Token]) -> bool:
    """Whether it says that it cannot be done, or what a message says then."""
    if denied_at(after[:_SOON])[0] is not None:
        return True
    notice = next((i for i, t in enumerate(after[:_SHORT]) if t.norm in NOTICES or t.norm == "error"), None)
    return notice is not None and any(t.kind == "quoted" for t in after[notice + 1 : notice + 1 + _SHORT])


def with_places(tokens: Sequence[Token]) -> list[Token]:
    """`Orders: search oak + status Paid` as what is done on the page of those: `on the orders page, search …`."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        begins = not at or tokens[at - 1].text in ENDS
        verb = verb_at(tokens, at + 2) if at + 2 < len(tokens) and tokens[at + 1].text == ":" else None
        is_place = begins and token.kind == "word" and stem(token.norm) != token.norm and token.norm not in _NO_PLACES
        if verb is not None and verb[0] in _NARROWS and is_place:
            found += [replace(token, text=word, norm=word) for word in ("on", "the", token.norm, "page")]
        elif (
            token.text == ":"
            and found[-1:] != []
            and found[-1].norm == "page"
            and found[-1].start == tokens[at - 1].start
        ):
            found.append(replace(token, text=",", norm=","))
        elif token.text == "+" and _joins_words(tokens, at):
            joint = "and" if verb_at(tokens, at + 1) else "with"
            found.append(replace(token, kind="word", text=joint, norm=joint))
        else:
            found.append(token)
    return found


def _joins_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands between two words, and adds up no numbers: `search oak + status Paid`."""
    around = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return len(around) > 1 and around[0].end < tokens[at].start and all(t.kind in ("word", "quoted") for t in around)


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
    if _TESTS & set(words[:_SHORT]) and not tells(said) and not any(is_tried(said, i) for i in range(1, end)):
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


def _introduces_test(tokens: Sequence[Token], end: int) -> bool:
    """`Hi team, quick check of the order search please.`, `Necesito que alguien pruebe el filtro.`: that something is
    to be tested, before it is told how to sign in and what to do."""
    said = [t for t in tokens[:end] if t.kind != "mark"]
    norms = {t.norm for t in said}
    plain = not any(t.names and t is not tokens[0] for t in said) and not is_statement(said) and not norms & MODAL
    signs_in = any(t.norm in SECRETS or t.kind == "email" for t in tokens[end + 1 : end + 1 + _LONGEST])
    return plain and signs_in and bool(norms & _TESTING) and bool(norms & _FEATURES)


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

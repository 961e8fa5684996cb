"""How a goal says what it is accepted by: `Done when …`, `Se da por bueno si …`, `Acceptance: after signing in …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import COMMITTING, verbs
from .speech import COMMA, DETERMINERS, ENDS, NEW, NOTICES, PRONOUNS, STATING, TELL, WHENEVER, tells_of, verb_at
from .words import Token

_TESTS = {
    "it", "this", "that", "test", "task", "ticket", "story", "case", "prueba", "caso", "tarea", "historia", "esto",
    "todo", "everything", "all", "that's", "it's",
}  # fmt: skip
_COUNTS = {
    "is", "it's", "counts", "as", "se", "da", "dara", "considera", "por", "como", "esta", "es", "queda", "will", "be",
    "estara", "sera", "quedara", "that's",
}  # fmt: skip
_ACCEPTED = {
    "done", "finished", "complete", "completed", "accepted", "passed", "fulfilled", "successful", "bueno", "buena",
    "valido", "valida", "hecho", "hecha", "terminado", "terminada", "superado", "superada", "aprobado", "aprobada",
    "aceptado", "aceptada", "cumplido", "cumplida", "listo", "lista", "correcto", "correcta", "conseguido",
    "passes", "succeeds", "acepta", "pasa",
}  # fmt: skip
# What may only allow something too, as in `it is fine if that takes a while`.
_ALLOWS = {"fine", "ok", "okay", "good", "right", "alright", "bien", "vale", "perfecto", "worked", "works", "funciona"}
_PUTS = {"pone", "ponga"}
_EXPECTS = {
    ("se", "espera"), ("se", "esperaba"), ("es", "de", "esperar"), ("lo", "que", "se", "espera"), ("esperamos",),
    ("espero",), ("it", "is", "expected"), ("we", "expect"), ("i", "expect"),
}  # fmt: skip
_LABELS = {"expected", "expectation", "acceptance", "esperado", "esperada", "aceptacion", "result", "resultado"}
_AFTER = {("after",), ("upon",), ("despues", "de"), ("tras",), ("al",)}
# Whenever that is, something has been done then.
_OVER = {"terminar", "acabar", "finalizar", "final"}
# `Criteria:` of a test, and not those of a search.
_CRITERIA = {"criterion", "criteria", "criterio", "criterios"}
_OF_TEST = {"of", "for", "de", "del", "para", "success", "exito", "pass", "passing", "validation", "validacion"}
_LONGEST_LEAD, _LONGEST_LABEL = 8, 4


def with_expected(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `Expected: …` for each `It is done when …`."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = (
            not at or tokens[at - 1].text in ENDS or (tokens[at - 1].kind == "quoted" and tokens[at].text.istitle())
        )
        end = _end_of_saying(tokens, at) if begins else at
        if end > at + 1:
            last = tokens[end - 1]
            kept += [
                replace(tokens[at], text="Expected", norm="expected"),
                replace(last, kind="mark", text=":", norm=":"),
            ]
            at = end
        else:
            kept.append(tokens[at])
            at += 1
    return _without_deeds(kept)


def _end_of_saying(tokens: Sequence[Token], at: int) -> int:
    return _end_of_lead(tokens, at) or _end_of_criteria(tokens, at) or _end_of_expecting(tokens, at)


def _end_of_criteria(tokens: Sequence[Token], at: int) -> int:
    """Where `Criterio:` and `success criteria:` end before what is so then; 0 for all else, as `criteria: status Open`
    tells what to search for."""
    led = [t.norm for t in takewhile(lambda t: t.kind == "word", tokens[at : at + _LONGEST_LABEL])]
    end = at + len(led)
    label = bool(_CRITERIA & set(led)) and set(led) <= _CRITERIA | _OF_TEST | _LABELS | _TESTS | DETERMINERS
    told = takewhile(lambda t: t.text not in ENDS, tokens[end + 1 :])
    colon = end < len(tokens) and tokens[end].text == ":"
    return end + 1 if label and colon and any(tells_of(t) or t.norm in TELL | STATING for t in told) else 0


def _end_of_lead(tokens: Sequence[Token], at: int) -> int:
    """Where the words end that say when something is done; 0 where they say something else."""
    led = list(takewhile(lambda t: t.kind == "word" and t.norm not in WHENEVER, tokens[at : at + _LONGEST_LEAD]))
    end = at + len(led)
    said = {t.norm for t in led}
    ends = end < len(tokens) and tokens[end].norm in WHENEVER and len(said & (_ACCEPTED | _ALLOWS)) == 1
    only = ends and said <= _TESTS | _COUNTS | _ACCEPTED | _ALLOWS | DETERMINERS
    return end + 1 if only and (said & _ACCEPTED or _tells_what(tokens, end)) else 0


def _tells_what(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is said behind an `if` what is to be seen, by its name, and nothing that somebody does."""
    told = list(takewhile(lambda t: t.text not in ENDS, tokens[at + 1 :]))
    says = TELL | _PUTS | STATING
    # `Si al terminar pone …`: when it is seen; `the order` and `list of orders`: a thing.
    nouns = DETERMINERS | NEW | {"al", "of", "de", "del", "in", "en", "with", "con"}
    acts = (
        verb_at(told, i) for i, t in enumerate(told) if t.norm not in says and not (i and told[i - 1].norm in nouns)
    )
    deeds = any(verb is not None and verb[0] != "expect" for verb in acts)
    shows = any(tells_of(t) or t.norm in says for t in told)
    return tokens[at].norm in WHENEVER and shows and any(t.names or t.is_value for t in told[1:]) and not deeds


def _end_of_expecting(tokens: Sequence[Token], at: int) -> int:
    """Where `se espera que` ends, or `esperamos:`; 0 for all else, as `se espera a que cargue` only waits."""
    run = next((len(run) for run in _EXPECTS if tuple(t.norm for t in tokens[at : at + len(run)]) == run), 0)
    then, after = (*tokens[at + run : at + run + 2], COMMA, COMMA)[:2]
    if not run or not (then.text == ":" or (run > 1 and then.norm in ("que", "that", "ver"))):
        told = run > 1 and (then.kind == "quoted" or (then.norm in DETERMINERS and after.norm in NOTICES))
        return at + run if told else 0
    return at + run + 1


def _without_deeds(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without the `after signing in` behind such a label, where that was ordered before."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        led = [
            t.norm for t in takewhile(lambda t: t.text not in ENDS, reversed(tokens[max(0, at - _LONGEST_LABEL) : at]))
        ]
        labelled = led[:1] == [":"] and bool(_LABELS & set(led))
        at = _end_of_deed(tokens, at) if labelled else at
        kept.append(tokens[at])
        at += 1
    return tuple(kept)


def _end_of_deed(tokens: Sequence[Token], at: int) -> int:
    """Where `después de entrar` ends, which only says once more what is done before; the beginning for all else."""
    lead = next((len(w) for w in _AFTER if tuple(t.norm for t in tokens[at : at + len(w)]) == w), 0)
    if lead and at + lead + 1 < len(tokens) and tokens[at + lead].norm in _OVER:
        return at + lead + 1 + (tokens[at + lead + 1].text == ",")
    verb = verb_at(tokens, at + lead) if lead else None
    if verb is None:
        return at
    before = [meant for i in range(at) if (meant := verb_at(tokens, i))]
    acts = set(verbs().get(verb[1][0].norm, ())) | {verb[0]}
    # What is made is saved, too.
    was_ordered = verb[0] == "save" and any(meant[0] in COMMITTING for meant in before)
    was_ordered = was_ordered or any(acts & ({meant[0]} | set(verbs().get(meant[1][0].norm, ()))) for meant in before)
    end = at + lead + len(verb[1])
    end += end < len(tokens) and tokens[end].norm in PRONOUNS
    end += end < len(tokens) and tokens[end].text == ","
    return end if was_ordered and verb[0] != "reload" and end < len(tokens) else at

"""How a goal says what it is accepted by: `Done when …`, `Se da por bueno si …`, `Acceptance: after signing in …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import verbs
from .speech import DETERMINERS, ENDS, PRONOUNS, verb_at
from .words import Token

_TESTS = {
    "it", "this", "that", "test", "task", "ticket", "story", "case", "prueba", "caso", "tarea", "historia", "esto",
    "todo", "everything",
}  # fmt: skip
_COUNTS = {
    "is", "it's", "counts", "as", "se", "da", "dara", "considera", "por", "como", "esta", "es", "queda", "will", "be",
}  # fmt: skip
_ACCEPTED = {
    "done", "finished", "complete", "completed", "accepted", "passed", "fulfilled", "successful", "bueno", "buena",
    "valido", "valida", "hecho", "hecha", "terminado", "terminada", "superado", "superada", "aprobado", "aprobada",
    "aceptado", "aceptada", "cumplido", "cumplida", "listo", "lista", "correcto", "correcta", "conseguido",
    "passes", "succeeds", "acepta", "pasa",
}  # fmt: skip
_IF = {"when", "if", "once", "si", "cuando"}
_LABELS = {"expected", "expectation", "acceptance", "esperado", "esperada", "aceptacion", "result", "resultado"}
_AFTER = {("after",), ("upon",), ("despues", "de"), ("tras",)}
_LONGEST_LEAD, _LONGEST_LABEL = 8, 4


def with_expected(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `Expected: …` for each `It is done when …`."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = (
            not at or tokens[at - 1].text in ENDS or (tokens[at - 1].kind == "quoted" and tokens[at].text.istitle())
        )
        end = _end_of_lead(tokens, at) if begins else at
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


def _end_of_lead(tokens: Sequence[Token], at: int) -> int:
    """Where the words end that say when something is done; the beginning where they say something else."""
    led = list(takewhile(lambda t: t.kind == "word" and t.norm not in _IF, tokens[at : at + _LONGEST_LEAD]))
    end = at + len(led)
    said = [t.norm for t in led]
    ends = end < len(tokens) and tokens[end].norm in _IF and sum(word in _ACCEPTED for word in said) == 1
    return end + 1 if ends and set(said) <= _TESTS | _COUNTS | _ACCEPTED | DETERMINERS else at


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
    verb = verb_at(tokens, at + lead) if lead else None
    if verb is None:
        return at
    before = [meant for i in range(at) if (meant := verb_at(tokens, i))]
    acts = set(verbs().get(verb[1][0].norm, ())) | {verb[0]}
    was_ordered = any(acts & ({meant[0]} | set(verbs().get(meant[1][0].norm, ()))) for meant in before)
    end = at + lead + len(verb[1])
    end += end < len(tokens) and tokens[end].norm in PRONOUNS
    end += end < len(tokens) and tokens[end].text == ","
    return end if was_ordered and verb[0] != "reload" and end < len(tokens) else at

"""A rule that a goal begins with and then tries: `When a room is added, its number is required.`, `We must never accept
silly sizes.`"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .endings import denied_at
from .lexicon import participles
from .speech import DETERMINERS, ENDS, IS, MODAL, NOT, verb_at
from .words import Token

_REQUIRED = {
    "required", "mandatory", "compulsory", "needed", "obligatory", "obligatorio", "obligatoria", "obligatorios",
    "obligatorias", "necesario", "necesaria", "imprescindible", "requerido", "requerida",
}  # fmt: skip
_NEVER = NOT | {"never", "nunca", "jamas"}
_TAKES = ("accept", "allow", "permit", "let", "save", "store", "acept", "admit", "dej", "guard", "register", "regist")
# How it is told afterwards that something was refused.
_REFUSES = (
    "must", "should", "debe", "tiene", "no", "not", "reject", "refus", "rechaz", "error", "complain", "quej", "object",
    "stay", "sigue", "pid", "ask", "block", "avis", "warn", "say", "dec", "dic",
)  # fmt: skip
_WHEN = {"al", "when", "on", "cuando"}
_ACTS = ("create", "fill", "click", "save")
_LONGEST = 16


def without_rule(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without the rule above all else, where it is then said what is tried and what comes of it."""
    end = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.text in ENDS | {":"}), 0)
    said, rest = tokens[:end], tokens[end + 1 :]
    named = any(t.is_value or (i and t.names and not t.text.isupper()) for i, t in enumerate(said))
    if not said or not rest or named:
        return tokens
    if not (_is_rule(said) and _is_tried(rest)):
        return tokens
    # What is made is told nowhere else.
    deed = _deed_in(said)
    makes = any((v := verb_at(rest, i)) and v[0] == "create" for i in range(len(rest)))
    kinds = {t.norm for t in deed[1:] if t.kind == "word"} - DETERMINERS
    return rest if not deed or (makes and kinds & {t.norm for t in rest}) else (*deed, tokens[end], *rest)


def _deed_in(said: Sequence[Token]) -> Sequence[Token]:
    """`Registrar una empresa`, of `al registrar una empresa el NIF es obligatorio`."""
    begins = said[0].norm in _WHEN and len(said) > 1
    led = list(takewhile(lambda t: t.norm not in IS, said[1:])) if begins else []
    done = said[len(led) + 2] if led and len(led) + 2 < len(said) else said[0]
    if led and led[0].norm in DETERMINERS and participles().get(done.norm) == "create":
        # `When a room is added`
        return (replace(done, text="add", norm="add"), *led)
    verb = verb_at(said, 1) if begins else None
    if verb is None or verb[0] != "create":
        return ()
    thing = list(takewhile(lambda t: t.kind == "word" and t.norm not in IS, said[1 + len(verb[1]) :]))
    at = next((i for i, t in enumerate(thing) if i and t.norm in DETERMINERS), len(thing))
    return (*verb[1], *thing[:at])


def _is_rule(said: Sequence[Token]) -> bool:
    """Whether a sentence says of all things of a kind that something is needed, or is never accepted."""
    norms = [t.norm for t in said]
    needed = any(norm in _REQUIRED for norm in norms) and any(norm in IS | {"es", "son", "ser", "be"} for norm in norms)
    never = (
        any(n in MODAL for n in norms) and any(n in _NEVER for n in norms) and any(n.startswith(_TAKES) for n in norms)
    )
    return (needed or never) and denied_at(said)[0] is None


def _is_tried(rest: Sequence[Token]) -> bool:
    acts = (i for i in range(len(rest)) if (verb := verb_at(rest, i)) and verb[0] in _ACTS)
    at = next(acts, len(rest))
    return any(t.norm.startswith(_REFUSES) for t in rest[at:])

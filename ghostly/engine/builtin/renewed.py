"""What a check calls new by what it is: `ORD-7 shows the new name` asks for the name that was filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..planning import Tried
from .lexicon import STOP, same
from .part import Part
from .speech import ASIDES, DETERMINERS, ITS, NOT, STILL, tells_of
from .words import Kind, Token, normal, parts

_NEW = {"new", "updated", "changed", "nuevo", "nueva", "actualizado", "actualizada", "cambiado", "cambiada"}
# `That date`: the one that was filled in.
_SAID_BEFORE = {"that", "esa", "ese", "dicha", "dicho"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_KIND = 2
_AROUND = (
    ASIDES | DETERMINERS | NOT | STILL | {"of", "de", "del", "and", "y", "or", "o", "instead", "too", "also", "one"}
)

_WITH, _OF = {"with", "con"}, {"of", "de"}
_WHOSE = {"her", "his", "their", "su"}


def with_own_name(part: Part, filled: Sequence[Tried]) -> Part:
    """The check with the name of the one person that was filled in or chosen before, which it calls `her name`."""
    at = next((i for i in range(len(part.words) - 1) if _is_own_name(part.words[i : i + 2])), None)
    values = {value for tried in filled if isinstance(value := tried.planned.step.value, str) and value.istitle()}
    if at is None or len(values) != 1:
        return part
    said = values.pop()
    told = replace(part.words[at + 1], kind="quoted", text=said, norm=normal(said))
    return replace(part, words=(*part.words[:at], told, *part.words[at + 2 :]))


def _is_own_name(words: Sequence[Token]) -> bool:
    return words[0].norm in _WHOSE and words[1].norm in ("name", "nombre")


def with_its_value(part: Part, filled: Sequence[Tried]) -> Part:
    """The check with what was filled in for `con su NIF` and `with its tax number`, where one field is called so."""
    at = next((i for i, (a, b) in enumerate(pairwise(part.words)) if a.norm in _WITH and b.norm in ITS), None)
    said = part.words[at + 2 :] if at is not None else ()
    label = list(takewhile(lambda t: t.kind == "word" and t.norm not in STOP - _OF, said))
    named = [t for t in label if t.norm not in _OF]
    held = {t.planned.step.selector: t for t in filled}
    values = {v for t in held.values() if named and all(v := _value_under(t, [word]) for word in named)}
    if at is None or len(values) != 1:
        return part
    value = values.pop()
    its = replace(part.words[at + 1], kind="quoted", text=value, norm=normal(value))
    return replace(part, words=(*part.words[: at + 1], its, *said[len(label) :]))


def with_new_value(part: Part, filled: Sequence[Tried]) -> Part:
    """The check with what was filled in last under that name, where it says of something else that it shows that."""
    start, end = _place_of_new(part.words)
    start, end = (start, end) if end else _place_of_that(part.words)
    kind, rest = part.words[start:end], (*part.words[:start], *part.words[end:])
    values = [value for tried in filled if (value := _value_under(tried, kind))] if kind else []
    if not values or not any(t.is_value or (at and t.names) for at, t in enumerate(rest)):
        return part
    # What a field for a day takes is shown in any way.
    written: Kind = "number" if _DAY.fullmatch(values[-1]) else "quoted"
    told = replace(kind[0], kind=written, text=values[-1], norm=normal(values[-1]))
    # `The new name and the new date`
    return with_new_value(replace(part, words=(*part.words[:start], told, *part.words[end:])), filled)


def new_kind(words: Sequence[Token]) -> Sequence[Token]:
    """The words of `the new name`; none where nothing is called new."""
    return words[slice(*_place_of_new(words))]


def _place_of_new(words: Sequence[Token]) -> tuple[int, int]:
    """Where `new name` or `nombre nuevo` stands; an empty place where nothing is called new."""
    at = next((i for i, t in enumerate(words) if t.norm in _NEW and t.kind == "word"), None)
    if at is None:
        return 0, 0
    end = at + 1
    while end < len(words) and end - at <= _LONGEST_KIND and _is_kind(words[end]):
        end += 1
    start = at - 1 if end == at + 1 and at and _is_kind(words[at - 1]) else at
    return start, end


def _place_of_that(words: Sequence[Token]) -> tuple[int, int]:
    """Where `that date` stands at the end of a check; an empty place elsewhere."""
    ends = len(words) > _LONGEST_KIND and words[-2].norm in _SAID_BEFORE and _is_kind(words[-1])
    return (len(words) - 2, len(words)) if ends else (0, 0)


def _is_kind(token: Token) -> bool:
    return token.kind == "word" and not token.names and token.norm not in _AROUND and not tells_of(token)


def _value_under(tried: Tried, kind: Sequence[Token]) -> str:
    """What a step filled in, where the field is called by the kind."""
    step = tried.planned.step
    node = next((n for n in tried.before.nodes if n.selector == step.selector), None) if tried.before else None
    label = parts(node.label or node.name) if node else ()
    named = any(same(word, t.norm) for t in kind if t.norm not in _NEW for word in label)
    return step.value if named and isinstance(step.value, str) and "{{" not in step.value else ""

"""What a number measures, said by an adjective behind it: `950 metres long` is a length of 950 metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import Verb
from .part import Part
from .speech import joins
from .units import names_of_unit
from .words import Token

_MEASURED = {
    "long": "length", "wide": "width", "high": "height", "tall": "height", "deep": "depth", "thick": "thickness",
    "largo": "longitud", "ancho": "anchura", "alto": "altura", "profundidad": "profundidad", "grosor": "grosor",
}  # fmt: skip
_TAKES: frozenset[Verb] = frozenset({"create", "edit", "fill", "say"})
_OF = {"de"}


def measured(part: Part) -> Part:
    """The part with the name of what is measured before its number, as a field for it is called."""
    if part.verb not in _TAKES:
        return part
    words: list[Token] = []
    at = 0
    while at < len(part.words):
        end = _end_of(part.words, at)
        if end:
            said = part.words[end - 1]
            words.append(replace(said, text=_MEASURED[said.norm], norm=_MEASURED[said.norm]))
            words += [t for t in part.words[at : end - 1] if t.norm not in _OF]
        else:
            words.append(part.words[at])
        at = end or at + 1
    return replace(part, words=tuple(words))


def _end_of(words: Sequence[Token], at: int) -> int:
    """Where `950 metres long` ends that begins there; 0 where none does, or more follows that may be measured: `45 cm
    deep snow`."""
    if words[at].kind != "number":
        return 0
    unit = at + 1 < len(words) and bool(names_of_unit(words[at + 1].norm))
    until = at + 1 + unit
    until += until < len(words) and words[until].norm in _OF
    measured = until < len(words) and words[until].norm in _MEASURED and words[until].text.islower()
    ends = until + 1 >= len(words) or words[until + 1].kind == "mark" or joins(words[until + 1])
    return until + 1 if unit and measured and ends else 0

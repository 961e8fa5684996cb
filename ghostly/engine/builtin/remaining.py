"""What a check says of all the others: `the other two remain`, `deben seguir los demás`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .evidence import is_how
from .lexicon import same
from .part import Part, content_of
from .speech import OTHERS, SOLELY
from .words import Token, count_of

_STAYS = re.compile(
    r"(?:still|remain\w*|stay\w*|left|kept|there|listed|shown|visible|qued\w+|sig[au]e?n?|segu\w+|perman\w+|continu\w+"
    r"|todavia|aun|sal\w+|figur\w+|aparec\w*|ahi|alli)$"
)
_KINDS = {"entry", "entries", "row", "rows", "item", "items", "one", "ones", "entrada", "entradas", "fila", "filas"}


def rest_told(part: Part, change: Part) -> tuple[int | None] | None:
    """How many others a check says are left, which may be unsaid; None where it says no such thing."""
    words = [t for t in part.words if t.kind != "mark"]
    at = next((i for i, t in enumerate(words) if t.norm in OTHERS), None)
    if at is None or part.verb != "expect" or not (part.negated or any(_STAYS.match(t.norm) for t in words)):
        return None
    counts = [t for t in words if _number(t) is not None]
    idle = [t for t in content_of(words) if t not in counts and t.norm not in OTHERS and not _is_idle(t)]
    if len(counts) > 1 or not all(_is_of_kind(t, change.words) for t in idle):
        return None
    return (_number(counts[0]) if counts else None,)


def _is_idle(token: Token) -> bool:
    return is_how(token) or bool(_STAYS.match(token.norm)) or token.norm in _KINDS | SOLELY


def _is_of_kind(token: Token, changed: Sequence[Token]) -> bool:
    """Whether a word is the one for what was changed: `the other notes`, where a note was deleted."""
    return token.kind == "word" and any(t.kind == "word" and not t.names and same(token.norm, t.norm) for t in changed)


def _number(token: Token) -> int | None:
    return count_of(token) if token.norm not in ("one", "uno", "una") else None

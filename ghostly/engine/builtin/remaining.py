"""What a check says of all the others: `the other two remain`, `deben seguir los demás`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .evidence import is_how
from .lexicon import same
from .part import Part, content_of, groups_of
from .speech import OTHERS, SOLELY, finite_at
from .words import Token, count_of

_STAYS = re.compile(
    r"(?:still|remain\w*|stay\w*|left|kept|there|listed|shown|visible|qued\w+|sig[au]e?n?|segu\w+|perman\w+|continu\w+"
    r"|todavia|aun|sal\w+|figur\w+|aparec\w*|ahi|alli)$"
)
_KINDS = {"entry", "entries", "row", "rows", "item", "items", "one", "ones", "entrada", "entradas", "fila", "filas"}


def rest_told(part: Part, change: Part) -> tuple[int | None] | None:
    """How many others a check says are left, which may be unsaid; None where it says no such thing."""
    opens, closes = _particulars(part)
    words = [t for t in (*part.words[:opens], *part.words[closes:]) if t.kind != "mark"]
    at = next((i for i, t in enumerate(words) if t.norm in OTHERS), None)
    if at is None or part.verb != "expect" or not (part.negated or any(_STAYS.match(t.norm) for t in words)):
        return None
    counts = [t for t in words if _number(t) is not None]
    idle = [t for t in content_of(words) if t not in counts and t.norm not in OTHERS and not _is_idle(t)]
    if len(counts) > 1 or not all(_is_of_kind(t, change.words) for t in idle):
        return None
    return (_number(counts[0]) if counts else None,)


def each_of_rest(part: Part) -> list[list[Token]]:
    """What a check tells of each of the others: `the other two (the Heron, the Ibis) remain`."""
    opens, closes = _particulars(part)
    told = [content_of(group) for group in groups_of(part.words[opens:closes])]
    return [[t for t in group if t.kind != "mark"] for group in told]


def _particulars(part: Part) -> tuple[int, int]:
    """Where brackets, commas or a colon begin to tell which the others are, and where they end."""
    words = part.words
    at = next((i for i, t in enumerate(words) if t.norm in OTHERS), len(words))
    opens = next((i for i in range(at, len(words)) if words[i].text in ("(", ",", ":")), len(words))
    ends = (i for i in range(opens + 2, len(words)) if words[i - 1].kind == "mark")
    return opens, next((i for i in ends if finite_at(words[i:]) == 0 or _STAYS.match(words[i].norm)), len(words))


def _is_idle(token: Token) -> bool:
    return is_how(token) or bool(_STAYS.match(token.norm)) or token.norm in _KINDS | SOLELY


def _is_of_kind(token: Token, changed: Sequence[Token]) -> bool:
    """Whether a word is the one for what was changed: `the other notes`, where a note was deleted."""
    return token.kind == "word" and any(t.kind == "word" and not t.names and same(token.norm, t.norm) for t in changed)


def _number(token: Token) -> int | None:
    return count_of(token) if token.norm not in ("one", "uno", "una") else None

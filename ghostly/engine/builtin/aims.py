"""What a goal says first that it is about: that something can be done, which it then does itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import STOP, participles, same, verbs
from .part import Part
from .speech import NOT
from .words import Token

_CAN = {
    "can", "could", "able", "possible", "puede", "pueden", "puedo", "podemos", "pueda", "puedan", "posible", "poder",
}  # fmt: skip
_WHO = {"user", "users", "people", "somebody", "someone", "everybody", "usuario", "usuarios", "usuaria", "alguien"}


def without_aim(parts: Sequence[Part]) -> list[Part]:
    """The parts without the check that an order can be edited, where one is edited later and then looked at."""
    at = next((i for i, part in enumerate(parts) if part.verb not in ("login", "open")), len(parts))
    later = parts[at + 1 :]
    deed = next((i for i, part in enumerate(later) if _is_done_by(parts[at], part)), len(later))
    if not any(part.verb == "expect" for part in later[deed + 1 :]):
        return list(parts)
    return [replace(part, number=number) for number, part in enumerate((*parts[:at], *later))]


def _is_done_by(aim: Part, deed: Part) -> bool:
    """Whether a check says only that what a part does can be done, to a thing of that kind that it does not name."""
    words = [t for t in aim.words if t.kind == "word"]
    told = {t.norm for t in words}
    plain = aim.verb == "expect" and aim.verb_words and not any(t.is_value or t.names for t in aim.words)
    if not plain or not told & _CAN or told & NOT or deed.verb == "expect" or deed.tried:
        return False
    acts = [t for t in words if t.norm not in _CAN and _does(t, deed)]
    things = [t for t in words if t not in acts and t.norm not in STOP | _CAN | _WHO]
    return bool(acts and things) and all(any(same(t.norm, each.norm) for each in deed.words) for t in things)


def _does(token: Token, deed: Part) -> bool:
    """Whether a word names what a part does: the `edited` of `it can be edited`, by the verb or in just its words."""
    meant = {*verbs().get(token.norm, ()), participles().get(token.norm)}
    return deed.verb in meant or any(same(token.norm, t.norm) for t in deed.verb_words)

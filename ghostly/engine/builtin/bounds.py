"""How many of something there may be, as a goal says it: `at least 5`, `more than 3`, `between 2 and 4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .speech import DETERMINERS, OTHERS, SOLELY
from .words import Token, count_of

# What stands before a number that may be more, or fewer; by how much the number itself is left out, and which way.
_BOUNDS: dict[tuple[str, ...], tuple[int, int]] = {
    **dict.fromkeys((("at", "least"), ("al", "menos"), ("como", "minimo"), ("por", "lo", "menos")), (0, 1)),
    **dict.fromkeys((("a", "minimum", "of"), ("un", "minimo", "de")), (0, 1)),
    **dict.fromkeys((("more", "than"), ("greater", "than"), ("mas", "de")), (1, 1)),
    **dict.fromkeys((("at", "most"), ("up", "to"), ("como", "maximo"), ("como", "mucho"), ("a", "maximum", "of"),
                     ("un", "maximo", "de"), ("a", "lo", "sumo"), ("hasta",)), (0, -1)),
    **dict.fromkeys((("fewer", "than"), ("less", "than"), ("menos", "de")), (1, -1)),
}  # fmt: skip
_AFTER = {
    **dict.fromkeys((("or", "more"), ("o", "mas"), ("at", "least"), ("como", "minimo")), 1),
    **dict.fromkeys((("or", "fewer"), ("or", "less"), ("o", "menos"), ("at", "most"), ("como", "maximo")), -1),
}  # fmt: skip
_SAYS = {
    "says", "say", "saying", "message", "error", "hint", "warns", "warning", "dice", "diga", "indica", "mensaje",
    "aviso", "avisa", "notice", "complains",
}  # fmt: skip
_BETWEEN, _AND = {"between", "entre"}, {"and", "y", "e"}

_THEM = {"ellas", "ellos", "estas", "estos", "las", "los"}


@dataclass(frozen=True, slots=True)
class Bound:
    """How many there are to be: from and to, and no end where there may be more."""

    least: int
    most: int | None

    def fits(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)

    @property
    def said(self) -> str:
        if self.least == self.most:
            return str(self.least)
        return f"{self.least} or more" if self.most is None else f"{self.least} to {self.most}"


def bound_in(words: Sequence[Token]) -> tuple[Bound, int, int, bool] | None:
    """The first number of a check with its bounds, where that begins and ends, and whether it may be another."""
    norms = [t.norm for t in words]
    for at, token in enumerate(words):
        number = count_of(token)
        if number is None or is_any(norms, at):
            continue
        if norms[at - 1 : at] and norms[at - 1] in _BETWEEN and norms[at + 1 : at + 2] and norms[at + 1] in _AND:
            other = count_of(words[at + 2]) if at + 2 < len(words) else None
            return (Bound(number, other), at - 1, at + 3, True) if other is not None else None
        for lead, (out, way) in _BOUNDS.items():
            if tuple(norms[max(at - len(lead), 0) : at]) == lead:
                return _bound(number, out, way), at - len(lead), at + 1, True
        for led, way in _AFTER.items():
            if tuple(norms[at + 1 : at + 1 + len(led)]) == led:
                return _bound(number, 0, way), at, at + 1 + len(led), True
            if tuple(norms[-len(led) :]) == led and at + 1 < len(words) - len(led):
                return _bound(number, 0, way), at, at + 1, True
        return Bound(number, number), at, at + 1, False
    return None


def is_message(words: Sequence[Token]) -> bool:
    """Whether a page is to say of what there must be so many: `it says that at least 8 characters are needed`."""
    return any(a.norm in _SAYS and b.norm in ("that", "que", "de") for a, b in pairwise(words))


def is_any(norms: Sequence[str], at: int) -> bool:
    """Whether a `one` counts nothing: `the other one`, and `una fila`, which may be any."""
    before = norms[at - 1] if at else ""
    after = list(norms[at + 1 : at + 3])
    # `Una de ellas` and `uno está Pagado` count.
    counts = before in SOLELY or after[:1] == ["esta"] or (after[:1] == ["de"] and after[1:] and after[1] in _THEM)
    is_article = norms[at] in ("una", "uno") and not counts
    return is_article or (norms[at] == "one" and before in DETERMINERS | OTHERS)


def _bound(number: int, out: int, way: int) -> Bound:
    return Bound(number + out, None) if way > 0 else Bound(0, number - out)

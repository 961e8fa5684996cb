"""Which of several entries is meant by how it compares: `the newer of the two orders`, `el pedido más antiguo`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .dates import read_date
from .desk import Desk
from .matching import Match
from .part import content_of
from .picking import as_number
from .words import NUMBER_WORDS, Token, tokens_of

_NEWER = {"newer", "newest", "later", "recent", "reciente", "nuevo", "nueva"}
_OLDER = {"older", "oldest", "antiguo", "antigua", "viejo", "vieja"}
_LARGER = {"larger", "bigger", "grande"}
_SMALLER = {"smaller", "pequeno", "pequena"}
_MORE = {"mas", "more", "most"}
_AMOUNT = re.compile(r"[€$£]?\s?\d[\d.,]*\s?[€$£]?$")

# The entry among several, by what each says; None where that cannot be told.
Ranking = Callable[[Sequence[str]], int | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The words that compare, with how the entries are ranked by them."""

    numbers: frozenset[int]
    rank: Ranking

    def rest(self, words: Sequence[Token]) -> list[Token]:
        return [t for t in words if t.number not in self.numbers]


def comparison_in(words: Sequence[Token]) -> Comparison | None:
    """What a part says of its thing by comparing it with others of its kind."""
    for at, token in enumerate(words):
        spanish = at > 0 and words[at - 1].norm == "mas"
        if token.kind != "word" or not token.text.islower() or not (spanish or _is_compared(words, at)):
            continue
        rank = _ranking_by(token.norm)
        if rank is not None:
            more = [words[at - 1]] if at and words[at - 1].norm in _MORE else []
            count = [t for t in words[at + 1 : at + 4] if t.norm in NUMBER_WORDS.keys() | {"both"}]
            return Comparison(frozenset(t.number for t in (token, *more, *count)), rank)
    return None


def _is_compared(words: Sequence[Token], at: int) -> bool:
    """Whether an English word compares by itself, or with a `most` before it; a Spanish one needs its `más`."""
    said = words[at].norm
    return said.endswith(("er", "est")) or (said == "recent" and at > 0 and words[at - 1].norm in _MORE)


def _ranking_by(word: str) -> Ranking | None:
    for words, ranking in ((_NEWER, _latest), (_OLDER, _earliest), (_LARGER, _largest), (_SMALLER, _smallest)):
        if word in words:
            return ranking
    return None


def of_compared(desk: Desk, told: Comparison, words: Sequence[Token], matches: Sequence[Match]) -> Match | None:
    """The control of the entry that is meant, among those that say the most of the other words."""
    names = {t.number for t in content_of(words) if t.names}
    most = max((len(m.used) for m in matches), default=0)
    fits = [m for m in matches if most and len(m.used) == most and names <= m.used]
    items = [desk.reading.item(m.node) for m in fits]
    place = told.rank([desk.reading.page.words_of(i) if i else "" for i in items])
    if place is None:
        return None
    best = fits[place]
    return Match(best.node, best.score, best.used | told.numbers, best.own, best.extra)


def _latest(texts: Sequence[str]) -> int | None:
    return _only_best([_day_in(text) for text in texts])


def _earliest(texts: Sequence[str]) -> int | None:
    return _only_best([-day if (day := _day_in(text)) is not None else None for text in texts])


def _only_best(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    is_told = len(known) == len(values) > 0 and known.count(max(known)) == 1
    return known.index(max(known)) if is_told else None


def _day_in(text: str) -> int | None:
    """The only day that an entry says; one that says several may be compared by any of them."""
    read = {day for t in tokens_of(text) if t.kind == "number" and (day := read_date(t.text))}
    return next(iter(read)).toordinal() if len(read) == 1 else None


def _largest(texts: Sequence[str]) -> int | None:
    return _above_all([_amounts_in(text) for text in texts])


def _smallest(texts: Sequence[str]) -> int | None:
    return _above_all([[-amount for amount in _amounts_in(text)] for text in texts])


def _above_all(rows: Sequence[Sequence[float]]) -> int | None:
    """The row with the most of everything: where the amounts differ in that, it is not told which of them counts."""
    alike = len({len(row) for row in rows}) == 1 and bool(rows[0])
    bests = [
        i for i, row in enumerate(rows) if alike and all(a >= b for o in rows for a, b in zip(row, o, strict=True))
    ]
    return bests[0] if len(bests) == 1 else None


def _amounts_in(text: str) -> list[float]:
    told = [t.text for t in tokens_of(text) if t.kind == "number" and not read_date(t.text)]
    return [as_number(re.sub(r"[€$£\s]", "", each)) for each in told if _AMOUNT.match(each)]

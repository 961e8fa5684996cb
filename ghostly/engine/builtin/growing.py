"""How many more or fewer a page lists than before, as a check tells it: `one more order`, `pasa de 3 a 4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..page import Page
from .differences import changed_by, differences
from .evidence import is_how
from .lexicon import STOP, same
from .part import Part
from .questions import COUNTED, about_of, counted_in, is_of, told_counts
from .speech import finite_at
from .tallies import paged, tallied
from .words import Token, count_of, parts, stem

_MORE, _FEWER = {"more", "additional", "extra", "mas"}, {"fewer", "less", "menos"}
_THAN = {"than", "de", "que"}
_FROM, _TO = {"from", "de", "desde"}, {"to", "a", "hasta"}
COUNTERS = {"counter", "contador", "number", "numero", "count", "badge", "figure", "cifra", "total", "list", "lista"}
_IDLE = {"there", "before", "antes", "ahora", "i", "we", "it", "list", "lista", "listado", "table", "tabla", "page"}


@dataclass(frozen=True, slots=True)
class Grown:
    """How many there were and are, or by how many more, and of what; `rest` says which of several figures is meant."""

    by: int
    since: int | None
    noun: Token | None
    kinds: Sequence[Token]
    rest: Sequence[Token]


def grown(part: Part) -> Grown | None:
    """None where a check tells of no more and no fewer."""
    words = [t for t in part.words if t.kind != "mark"]
    return _one_more(words) or _from_to(words) or _by(part, words)


def _one_more(words: Sequence[Token]) -> Grown | None:
    """`One more order`, `un pedido más`."""
    for at, token in enumerate(words):
        number = 1 if token.norm in ("un", "another") else count_of(token)
        after = words[at + 1 :]
        if number is None or not after:
            continue
        english = after[0].norm in _MORE | _FEWER
        end = 0 if english else next((i for i, t in enumerate(after[:4]) if t.norm in _MORE | _FEWER), None)
        if end is None or (after[end + 1 : end + 2] and after[end + 1].norm in _THAN):
            continue
        of = after[1:] if english else after[:end]
        nouns = list(takewhile(_is_noun, of))[:2]
        way = -1 if after[end].norm in _FEWER else 1
        noun = (nouns[-1] if english else nouns[0]) if nouns else None
        used = [token, *after[: end + 1], *nouns]
        rest = [t for t in words if t not in used and not _is_idle(t)]
        return Grown(way * number, None, noun, [t for t in nouns if t is not noun], rest) if noun else None
    return None


def _from_to(words: Sequence[Token]) -> Grown | None:
    """`The number of orders goes from 3 to 4`, `la lista pasa de 3 a 2 pedidos`."""
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    found = [(a, b, c, d) for a, b, c, d in runs if a.norm in _FROM and c.norm in _TO]
    told = [(run, count_of(run[1]), count_of(run[3])) for run in found]
    run, was, now = told[0] if len(told) == 1 else ((), None, None)
    if was is None or now is None:
        return None
    rest = [t for t in words if t not in run and not _is_idle(t)]
    nouns = [t for t in rest if t.text.islower() and stem(t.norm) != t.norm]
    noun = nouns[-1] if nouns else None
    counts = noun is not None or any(t.norm in ("list", "lista", "table", "tabla") for t in words)
    kinds = [t for t in rest if t is not noun and t.text.islower()]
    others = [t for t in rest if t is not noun and t not in kinds]
    return Grown(now - was, was, noun, kinds, others) if counts else None


def _by(part: Part, words: Sequence[Token]) -> Grown | None:
    """`The list has grown by one`, `the number of orders goes up by 1`."""
    told = changed_by(part)
    if told is None or not told.amount.is_integer() or not any(t.norm in COUNTERS for t in words):
        return None
    rest = [t for t in part.words[: told.at] if not _is_idle(t)]
    noun = next((t for t in reversed(rest) if t.text.islower() and stem(t.norm) != t.norm), None)
    kinds = [t for t in rest if t is not noun and t.text.islower()]
    others = [t for t in rest if t is not noun and t not in kinds]
    return Grown(told.way * int(told.amount), None, noun, kinds, others)


def _is_noun(token: Token) -> bool:
    return token.text.islower() and (
        token.norm in COUNTED or not (token.norm in STOP or is_how(token) or finite_at((token,)) is not None)
    )


def _is_idle(token: Token) -> bool:
    return is_how(token) or token.norm in STOP | COUNTERS | _IDLE


def has_grown(told: Grown, before: Page, now: Page) -> tuple[bool, str] | None:
    """Whether there are so many more, and what the pages say of it; None where nothing tells how many there were."""
    if told.rest:
        found = differences(before, now, told.rest)
        return (all(d == told.by for d in found), ", ".join(f"{d:+g}" for d in found)) if found else None
    was, is_ = (_size_of(page, told) for page in (before, now))
    if was is None or is_ is None:
        return None
    return is_ - was == told.by and told.since in (None, was), f"{was} before, and {is_} now"


def _size_of(page: Page, told: Grown) -> int | None:
    said = told_counts(page, told.noun, told.kinds) if told.noun else []
    if said or (said := paged(page) if not told.kinds else []):
        return said[0] if len(set(said)) == 1 else None
    sizes = [sum(is_of(page, e, told.kinds, told.kinds) for e in group) for group in about_of(page, told.noun)]
    return sizes[0] if len(sizes) == 1 else 0 if not sizes else None


def counting_page(part: Part, here: Page, seen: Sequence[Page]) -> Page | None:
    """The page seen last that says how many there are of what a check counts, where this page neither says it nor is
    about such things."""
    told = grown(part)
    noun, kinds = (told.noun, told.kinds) if told else counted_in(part) or tallied(part, here) or (None, ())
    if part.negated or noun is None or (told and told.rest) or told_counts(here, noun, kinds):
        return None
    if any(_is_about(here, t) for t in (noun, *kinds)):
        return None
    return next((page for page in reversed(seen) if page.url != here.url and told_counts(page, noun, kinds)), None)


def _is_about(page: Page, noun: Token) -> bool:
    heads = [page.title, *(n.said for n in page.nodes if n.role == "heading" and not n.hidden)]
    return any(same(noun.norm, word) for said in heads for word in parts(said))

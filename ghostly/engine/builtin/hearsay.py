"""What a goal tells of a thing before it asks for something, held against what the pages list of that thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..page import Page
from .part import Goal, Part
from .questions import items, says
from .speech import ENDS
from .stories import names_in
from .words import Token


def told_of_another(goal: Goal, part: Part, pages: Sequence[Page]) -> str:
    """The name that a story tells with the thing that an order lacks, where a page has it with others of the kind and
    not with that one: `Ada has paid ORD-7, mark it paid`, and ORD-7 is of Bo; empty where nothing speaks against it."""
    runs = list(_runs(_story_of(goal, part)))
    things = [run for run in runs if any(t.kind == "code" for t in run)]
    if len(things) != 1:
        return ""
    others = [run for run in runs if run is not things[0]]
    told = (" ".join(t.text for t in run) for run in others if _is_of_others(pages, things[0], run))
    return next(told, "")


def _story_of(goal: Goal, part: Part) -> Sequence[Token]:
    """The clause before an order in which stands what the order has no name for itself."""
    begins = part.verb_words[0].number if part.verb_words else -1
    lent = [t.number for t in part.words if t.names and 0 <= t.number < begins]
    if not lent:
        return ()
    tokens = goal.tokens
    first = next((i for i, t in enumerate(tokens) if t.number == lent[-1]), 0)
    start = next((i + 1 for i in range(first, -1, -1) if tokens[i].text in ENDS), 0)
    return [t for t in tokens[start:] if t.number < begins]


def _runs(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The names of a clause, with those that stand side by side as one."""
    named = {t.number for t in names_in(words) if t.kind in ("word", "quoted", "code")}
    run: list[Token] = []
    for token in words:
        if token.number in named:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_of_others(pages: Sequence[Page], thing: Sequence[Token], name: Sequence[Token]) -> bool:
    """Whether a list has the name with other things, and no page has it with this one."""
    if any(_has(text, (*thing, *name)) for page in pages for text in _told_in(page, thing)):
        return False
    lists = ([text for _, text in items(page)] for page in pages)
    return any(any(_has(text, thing) for text in texts) and any(_has(text, name) for text in texts) for texts in lists)


def _told_in(page: Page, thing: Sequence[Token]) -> Iterator[str]:
    """The entries of a page and its texts; all of it where it is headed by the thing."""
    yield from (text for _, text in items(page))
    yield from page.readable
    yield from (f"{one} {other}" for one, other in pairwise(page.readable))
    if any(n.role == "heading" and _has(n.said, thing) for n in page.nodes if not n.hidden):
        yield " ".join(page.readable)


def _has(text: str, words: Sequence[Token]) -> bool:
    return all(says(text, t) for t in words)

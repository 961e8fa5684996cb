"""What a goal says that something is good for, of which no page says a word: `…, so that it gets delivered`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from ..page import Page
from .lexicon import same
from .part import Part, content_of
from .speech import MODAL, NOT, tells_of, to_at
from .words import Token, parts

_LEADS = (
    ("so", "that"), ("so", "as", "to"), ("in", "order", "to"), ("so", "we"), ("so", "i"), ("so", "they"), ("so", "the"),
    ("so", "he"), ("so", "she"), ("so", "nobody"), ("para", "que"), ("para", "poder"), ("para", "no"),
)  # fmt: skip
_TO_BE_ABLE = {"poder", "pueda", "puedan", "able"}
# `Para tenerla en el listado`: where it is to be is said behind it.
_HAVING = re.compile(r"tener(?:l[oa]s?)?$")
# How much of a word tells what it is about.
_ROOT = 5


def idle_purpose(part: Part, pages: Iterable[Page]) -> Sequence[Token]:
    """The words behind an order that is told in full which only say what for; what a page has a word of may be asked
    for there, and a name or a number is."""
    at = next((i for i in range(1, len(part.words)) if _leads(part.words, i)), 0)
    # What is lent behind a comma says where, and is no purpose.
    told, purpose = part.words[:at], list(takewhile(lambda t: t.kind != "mark", part.words[at:]))
    changed = to_at(told)
    full = part.verb == "create" or (part.verb == "edit" and changed > 0 and any(t.names for t in told[changed:]))
    asks = any(t.is_value or t.kind == "mark" or t.norm in MODAL or (t.names and t.norm != "i") for t in purpose)
    denies = any(t.norm in NOT for t in purpose[2:])
    said = [t for t in content_of(purpose) if t.norm not in _TO_BE_ABLE]
    if not at or not full or asks or denies or not any(t.names for t in told):
        return [b for a, b in pairwise(part.words) if a.norm == "para" and _HAVING.match(b.norm)]
    if part.verb == "edit" and _LEADS[0] == tuple(t.norm for t in purpose[:2]) and not any(map(tells_of, purpose)):
        # A clause of its own that shows nothing: `so that the lorry leaves full`.
        return purpose
    on_pages = {word for page in pages for text in _texts(page) for word in parts(text)}
    return () if any(_is_about(word, t) for word in on_pages for t in said) else purpose


def _leads(words: Sequence[Token], at: int) -> bool:
    return any(tuple(t.norm for t in words[at : at + len(run)]) == run for run in _LEADS)


def _is_about(word: str, token: Token) -> bool:
    said = parts(token.text)
    return any(same(each, word) or (len(each) >= _ROOT and each[:_ROOT] == word[:_ROOT]) for each in said)


def _texts(page: Page) -> Iterable[str]:
    for node in page.nodes:
        yield from (node.said, node.label, node.title, node.placeholder, *(option.label for option in node.options))

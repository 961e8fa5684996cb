"""The page that lists what was sent, when the page after the sending only says thank you."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from ..page import Node, Page
from ..planning import Situation
from .finding import does
from .grammar import Goal, Part
from .lexicon import STOP, same
from .matching import holds
from .words import bare, normal, parts

_ITEMS = {"row", "listitem", "article", "item"}
_SHORT = 2
_LISTS = re.compile(r"(?:list|show|contain|includ|display|hold|has|have|muestr|mostr|contien|conten|inclu|tien|ten)")
_MUST = re.compile(r"(?:must|should|shall|will|now|deb|tien)")
_TYPES = {"fill", "selectOption"}


def place_of(situation: Situation, goal: Goal, page: Page) -> str:
    """The address of the page that is called like what was sent; empty when nothing was, or it is on this page."""
    values = typed(situation)
    # What only opens a form may be called like what sends it: `Register a company`.
    sent = [t.planned.part for t in situation.past if t.ok and t.planned.commits and t.planned.ends_part]
    if not values or not sent or not 0 <= sent[-1] < len(goal.parts):
        return ""
    if any(holds(normal(text), bare(value)) for text in _entries(page) for value in values):
        return ""
    links = [n for n in page.nodes if n.role == "link" and n.href and not n.hidden and _is_a_way(n, page)]
    nouns = _nouns(goal.parts[sent[-1]])
    named = [n for n in links if any(same(noun, word) for noun in nouns for word in parts(n.said))]
    places = {urljoin(page.url, n.href) for n in named}
    return places.pop() if len(places) == 1 else ""


def named_place(part: Part, page: Page) -> tuple[Node, frozenset[int]] | None:
    """The way to the place that a check begins with, as in `the cart must list both`, and the words that name it; none
    when the page is that place, or the name could mean several."""
    says = next((i for i, t in enumerate(part.words) if _LISTS.match(t.norm)), 0)
    named = [t for t in part.words[:says] if t.kind == "word" and t.norm not in STOP and not _MUST.match(t.norm)]
    if part.verb != "expect" or not named or len(named) > _SHORT or not all(t.text.islower() for t in named):
        return None
    links = [n for n in page.nodes if n.role == "link" and n.href and not n.hidden and _is_a_way(n, page)]
    found = [n for n in links if all(any(same(t.norm, word) for word in parts(n.said)) for t in named)]
    places = {urljoin(page.url, n.href) for n in found}
    return (found[0], frozenset(t.number for t in named)) if len(places) == 1 else None


def typed(situation: Situation) -> list[str]:
    steps = [t.planned.step for t in situation.past if t.ok and t.planned.step.action in _TYPES]
    return [s.value for s in steps if isinstance(s.value, str) and len(bare(s.value)) > 1 and "{{" not in s.value]


def entry_of(situation: Situation, listed: Page) -> str | None:
    """The entry that says what was typed, or the number that the application has given it; "" when the page lists
    nothing at all, and None when that cannot be told."""
    entries = _entries(listed)
    before = set(situation.first.readable)
    given = [n for text in situation.page.readable if text not in before for n in re.findall(r"\d{3,}", text)]
    wanted = [*given, *sorted(typed(situation), key=len, reverse=True)]
    found = next((text for value in wanted for text in entries if holds(normal(text), bare(value))), None)
    return found if found or entries else ""


def _nouns(part: Part) -> set[str]:
    words = [token.norm for token in (*part.verb_words, *part.words) if token.kind == "word"]
    return {word for word in words if word not in STOP and len(word) > _SHORT}


def _is_a_way(link: Node, page: Page) -> bool:
    address = urlsplit(urljoin(page.url, link.href))
    here = urlsplit(page.url)
    away = address.netloc != here.netloc or address.path == here.path
    return not away and not any(does(link, verb) for verb in ("delete", "logout", "create", "edit", "save"))


def _entries(page: Page) -> list[str]:
    rows = [n for n in page.nodes if n.role in _ITEMS and not n.hidden]
    heads = {n.parent for n in page.nodes if n.role == "columnheader"}
    apart = {n.number for n in rows if any(h.role in ("navigation", "banner", "contentinfo") for h in page.parents(n))}
    return [page.words_of(n) for n in rows if n.number not in heads | apart]

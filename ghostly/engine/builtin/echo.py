"""A page may repeat the goal itself, as an instruction or a search term: that is no control, and proves nothing."""

from __future__ import annotations

from dataclasses import replace

from ..page import Node, Page
from ..planning import Situation
from .part import Goal
from .words import parts

_LEAST = 4


def without_echo(situation: Situation, goal: Goal) -> Situation:
    """The situation with pages that lack the texts which only say what the goal says."""
    kept: dict[int, Page] = {}

    def heard(page: Page) -> Page:
        if id(page) not in kept:
            kept[id(page)] = page_without_echo(page, goal)
        return kept[id(page)]

    past = tuple(replace(t, before=heard(t.before)) if t.before else t for t in situation.past)
    return replace(situation, page=heard(situation.page), first=heard(situation.first), past=past)


def page_without_echo(page: Page, goal: Goal) -> Page:
    said = parts(goal.text)
    verbs = (token for each in goal.parts for token in each.verb_words if token.kind != "mark")
    orders = {len(parts(goal.text[: token.start])) for token in verbs}
    kept = tuple(node for node in page.nodes if not _repeats(node, said, orders))
    return page if len(kept) == len(page.nodes) else replace(page, nodes=kept)


def _repeats(node: Node, goal: tuple[str, ...], orders: set[int]) -> bool:
    """Whether a text is a stretch of the goal that has an order in it; what a table says has none.

    `orders` are the places of the words that give one: within a quoted text they are none.
    """
    if node.kind != "text":
        return False
    words = parts(node.text or node.name)
    if len(words) < _LEAST:
        return False
    places = [start for start in range(len(goal) - len(words) + 1) if goal[start : start + len(words)] == words]
    whole = len(words) >= 0.8 * len(goal)
    return any(whole or orders & set(range(start, start + len(words))) for start in places)

"""What is known about a goal: facts, each with where it comes from, those that weigh most first. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from .page import Node, Page
from .ports import Trouble

# In order of authority: what comes later never outweighs what comes before.
Source = Literal["request", "reload", "change", "page-error", "coverage", "untrusted", "judge"]
_ORDER: tuple[Source, ...] = get_args(Source)
_MOST, _MOST_CHANGES, _LONGEST = 60, 20, 300
_FOR = {"written": True, "accepted": True, "unanswered": None}
_REGIONS = {"dialog", "alertdialog", "form", "region", "table", "grid", "list", "navigation", "status", "alert", "log"}
_HEADS = {"heading", "legend", "caption"}


@dataclass(frozen=True, slots=True)
class Fact:
    """`authority` counts from 1, which weighs most; `supports` says whether it speaks for the goal, and is absent when
    it speaks for neither; `step_index` is the step that it came of."""

    source: Source
    text: str
    supports: bool | None = None
    step_index: int | None = None
    screenshot_path: str | None = None
    method: str | None = None
    path: str | None = None
    status: int | None = None
    authority: int = 0
    number: int = 0


def ranked(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, each once, by authority and numbered from 1; the least are left out when there are too many."""
    unique = dict.fromkeys(found)
    by_weight = sorted(unique, key=lambda fact: _ORDER.index(fact.source))[:_MOST]
    return tuple(_numbered(fact, number) for number, fact in enumerate(by_weight, 1))


def _numbered(fact: Fact, number: int) -> Fact:
    return Fact(
        fact.source,
        fact.text if len(fact.text) <= _LONGEST else fact.text[: _LONGEST - 1] + "…",
        fact.supports,
        fact.step_index,
        fact.screenshot_path,
        fact.method,
        fact.path,
        fact.status,
        _ORDER.index(fact.source) + 1,
        number,
    )


def of_troubles(troubles: Sequence[Trouble], expects_refusal: bool = False) -> tuple[Fact, ...]:
    """What the server answered to the steps, and what scripts of the page threw."""
    return tuple(_of_trouble(trouble, expects_refusal) for trouble in troubles)


def _of_trouble(trouble: Trouble, expects_refusal: bool) -> Fact:
    if trouble.kind == "exception":
        return Fact("page-error", f"A script of the page failed: {trouble.message}", False, trouble.step_index)
    supports = _FOR.get(trouble.kind, False)
    if trouble.kind == "refused" and expects_refusal:
        supports = True
    return Fact(
        "request",
        trouble.message,
        supports,
        trouble.step_index,
        method=trouble.method or None,
        path=trouble.path or None,
        status=trouble.status or None,
    )


def of_changes(before: Page, after: Page, typed: Iterable[str] = ()) -> tuple[Fact, ...]:
    """What people can read now and could not before, and where; what the run typed is nothing new."""
    old = Counter(text for text, _ in _texts(before))
    own = {text.strip() for text in typed}
    new = [(text, place) for text, place in _texts(after) if text not in old and text not in own]
    lines = [f'New {place}: "{text}".' for text, place in new[:_MOST_CHANGES]]
    alerts = [node for node in after.nodes if node.role == "alert" and not node.hidden and after.words_of(node)]
    told = [said for node in alerts if (said := after.words_of(node)) and said not in _alerts(before)]
    return (
        *(Fact("page-error", f'The page alerts: "{said}".', None) for said in told),
        *(Fact("change", line) for line in lines),
    )


def _alerts(page: Page) -> set[str]:
    return {page.words_of(node) for node in page.nodes if node.role == "alert" and not node.hidden}


def _texts(page: Page) -> list[tuple[str, str]]:
    """Every text that stands for itself, with where on the page it is."""
    found, heading = [], ""
    for node in page.nodes:
        if node.hidden or node.kind != "text" or not node.said:
            continue
        found.append((node.said, _place(page, node, heading)))
        if node.role in _HEADS:
            heading = node.said
    return found


def _place(page: Page, node: Node, heading: str) -> str:
    holder = next((h for h in page.parents(node) if h.role in _REGIONS), None)
    if holder is not None and holder.name:
        return f'in the {holder.role} "{holder.name}"'
    where = f'in the {holder.role} under "{heading}"' if holder and heading else ""
    return where or (f"in the {holder.role}" if holder else f'under "{heading}"' if heading else "on the page")

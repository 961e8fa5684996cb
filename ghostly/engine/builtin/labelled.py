"""What a page says right behind its labels: `Status: Open`, or a term and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..page import Page
from .evidence import LONGEST_LABEL
from .words import parts


def behind(page: Page, family: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The labels that say one of these words, each with what stands right behind it."""
    texts = [n for n in page.nodes if n.kind == "text" and not n.hidden and parts(n.said)]
    for at, node in enumerate(texts):
        label, colon, said = node.said.partition(":")
        if not family & set(parts(label)) or len(parts(label)) > LONGEST_LABEL or node.role == "columnheader":
            continue
        if colon and parts(said):
            yield label.strip(), said.strip()
        elif at + 1 < len(texts):
            yield label.strip(), texts[at + 1].said


def facts_told(page: Page, told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The labels of a page that words name in full, each with what stands behind it."""
    return ((label, said) for label, said in behind(page, frozenset(told)) if set(parts(label)) <= set(told))

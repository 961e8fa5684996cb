"""What a page says right behind its labels: `Status: Open`, or a term and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..page import Node, Page
from .evidence import LONGEST_LABEL
from .words import parts


def behind(page: Page, family: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The labels that say one of these words, each with what stands right behind it."""
    for node, label, said in behind_each(texts_of(page)):
        if family & set(parts(label)) and len(parts(label)) <= LONGEST_LABEL and node.role != "columnheader":
            yield label, said


def texts_of(page: Page) -> list[Node]:
    """The texts that say anything."""
    return [n for n in page.nodes if n.kind == "text" and not n.hidden and parts(n.said)]


def behind_each(texts: Sequence[Node]) -> Iterator[tuple[Node, str, str]]:
    """What every text says up to its colon, and what it says behind that, or else what the next text says."""
    for at, node in enumerate(texts):
        label, colon, said = node.said.partition(":")
        if colon and parts(said):
            yield node, label.strip(), said.strip()
        elif at + 1 < len(texts):
            yield node, label.strip(), texts[at + 1].said


def facts_told(page: Page, told: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The labels of a page that words name in full, each with what stands behind it."""
    return ((label, said) for label, said in behind(page, frozenset(told)) if set(parts(label)) <= set(told))

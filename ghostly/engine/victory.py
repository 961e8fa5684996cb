"""The conditions that a run was given: what must be read, where the page must be, what must be seen. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .page import Page


@dataclass(frozen=True, slots=True)
class Victory:
    """All of the conditions, or any one of them when `must_all` is false; `revalidate`: also after a reload."""

    text_includes: tuple[str, ...] = ()
    url_includes: tuple[str, ...] = ()
    selector_visible: tuple[str, ...] = ()
    must_all: bool = True
    revalidate: bool | None = None

    def texts(self) -> tuple[str, ...]:
        return (*self.text_includes, *self.url_includes, *self.selector_visible)

    def __bool__(self) -> bool:
        return bool(self.text_includes or self.url_includes or self.selector_visible)


@dataclass(frozen=True, slots=True)
class Result:
    """One answer a condition, in their order; `missing` names what was not met."""

    met: bool
    texts: tuple[bool, ...]
    urls: tuple[bool, ...]
    selectors: tuple[bool, ...]
    missing: tuple[str, ...]


def check(victory: Victory, page: Page, first: Page | None, visible: Mapping[str, bool]) -> Result:
    """What is met on the page; a text that `first` showed already is no sign of anything."""
    texts = tuple(_reads(page, text) and not (first and _reads(first, text)) for text in victory.text_includes)
    urls = tuple(part.casefold() in page.url.casefold() for part in victory.url_includes)
    selectors = tuple(visible.get(selector, False) for selector in victory.selector_visible)
    answers = (*texts, *urls, *selectors)
    named = (*victory.text_includes, *victory.url_includes, *victory.selector_visible)
    missing = tuple(name for name, met in zip(named, answers, strict=True) if not met)
    return Result(all(answers) if victory.must_all else any(answers), texts, urls, selectors, missing)


def _reads(page: Page, text: str) -> bool:
    wanted = _flat([text])
    return wanted in _flat(page.readable) or any(wanted in _flat([each]) for each in page.readable)


def _flat(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split()).casefold()

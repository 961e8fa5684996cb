"""The tabs of a run, in the order they were opened, and the one that steps act on."""

from __future__ import annotations

from playwright.async_api import BrowserContext, Page

from ghostly.errors import PageError

from .refusals import shown


class Tabs:
    """Follows a context's pages; the current one stays current until it is switched or closes."""

    def __init__(self) -> None:
        self._pages: list[Page] = []
        self._current: Page | None = None
        self._crashed: set[Page] = set()

    def watch(self, context: BrowserContext) -> None:
        context.on("page", self._opened)

    def current(self) -> Page:
        """The page that steps act on; raises PageError when there is none, or when it crashed."""
        if self._current is None:
            raise PageError("Every page of the run was closed.", "page_closed")
        if self._current in self._crashed:
            raise PageError("The page crashed.", "page_closed")
        return self._current

    def find(self, index: int | None, url_includes: str | None) -> Page | None:
        if index is not None:
            return self._pages[index] if 0 <= index < len(self._pages) else None
        return next((page for page in self._pages if (url_includes or "") in page.url), None)

    def switch(self, page: Page) -> None:
        self._current = page

    def described(self) -> str:
        named = [f"{index}: {shown(page.url)}" for index, page in enumerate(self._pages)]
        return "; ".join(named) or "none"

    def _opened(self, page: Page) -> None:
        self._pages.append(page)
        self._current = self._current or page
        page.on("close", self._closed)
        page.on("crash", self._on_crash)

    def _on_crash(self, page: Page) -> None:
        self._crashed.add(page)

    def _closed(self, page: Page) -> None:
        self._pages.remove(page)
        if self._current is page:
            self._current = self._pages[-1] if self._pages else None

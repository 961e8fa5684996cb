"""Takes the pictures of a visit: of the whole page, with the fields that hold secrets covered."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import BrowserContext, CDPSession, Locator, Page
from playwright.async_api import Error as PlaywrightError

_LONGEST_MS = 5_000
# What it takes to ask how long nothing has happened.
_ROUNDING_MS = 3


@dataclass(slots=True)
class Shot:
    """A picture that is begun while the page is still waited for, and taken again if the page has changed since."""

    take: Callable[[], Awaitable[str | None]]
    _began: float = 0.0
    _changed: float = 0.0
    _taking: asyncio.Future[str | None] | None = None

    def notice(self, quiet_ms: float) -> None:
        """Told every time how long nothing has happened. It is begun once only: some pictures touch the page."""
        now = time.monotonic()
        self._changed = now - quiet_ms / 1000
        if self._taking is None and quiet_ms > _ROUNDING_MS:
            self._began, self._taking = now, asyncio.ensure_future(self.take())

    async def taken(self) -> str | None:
        early = await self._taking if self._taking else None
        return early if early and self._changed <= self._began + _ROUNDING_MS / 1000 else await self.take()

    def drop(self) -> None:
        if self._taking:
            self._taking.cancel()


@dataclass(slots=True)
class Camera:
    """One per context. Where there is nothing to cover, the page is neither touched nor made to wait."""

    context: BrowserContext
    _lenses: dict[Page, CDPSession] = field(default_factory=dict)

    async def take(self, page: Page, path: Path, covered: Sequence[Locator]) -> None:
        """Raises what Playwright raises when the page allows none."""
        shown = await asyncio.gather(*(locator.count() for locator in covered))
        if any(shown) or not await self._taken_fast(page, path):
            await page.screenshot(path=path, full_page=True, mask=covered, timeout=_LONGEST_MS)

    async def _taken_fast(self, page: Page, path: Path) -> bool:
        try:
            picture = await asyncio.wait_for(self._captured(page), _LONGEST_MS / 1000)
        # Another browser than Chromium, or a page that has just gone.
        except (PlaywrightError, TimeoutError):
            self._lenses.pop(page, None)
            return False
        await asyncio.to_thread(path.write_bytes, picture)
        return True

    async def _captured(self, page: Page) -> bytes:
        if page not in self._lenses:
            self._lenses[page] = await self.context.new_cdp_session(page)
        lens = self._lenses[page]
        size = (await lens.send("Page.getLayoutMetrics"))["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        wish = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": True, "clip": clip}
        return base64.b64decode((await lens.send("Page.captureScreenshot", wish))["data"])

"""Takes the pictures of a visit, with the fields that hold secrets covered."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Locator, Page
from playwright.async_api import Error as PlaywrightError

_LONGEST_MS = 5_000


@dataclass(slots=True)
class Camera:
    """One per context. Where there is nothing to cover, the page is neither touched nor made to wait."""

    context: BrowserContext
    _lenses: dict[Page, CDPSession] = field(default_factory=dict)

    async def take(self, page: Page, path: Path, covered: Sequence[Locator], in_view: bool) -> None:
        """Of what is in the window or of the whole page; raises what Playwright raises when the page allows none."""
        shown = await asyncio.gather(*(locator.count() for locator in covered))
        if any(shown) or not await self._taken_fast(page, path, in_view):
            await page.screenshot(path=path, full_page=not in_view, mask=covered, timeout=_LONGEST_MS)

    async def _taken_fast(self, page: Page, path: Path, in_view: bool) -> bool:
        try:
            picture = await asyncio.wait_for(self._captured(page, in_view), _LONGEST_MS / 1000)
        # Another browser than Chromium, or a page that has just gone.
        except (PlaywrightError, TimeoutError):
            self._lenses.pop(page, None)
            return False
        await asyncio.to_thread(path.write_bytes, picture)
        return True

    async def _captured(self, page: Page, in_view: bool) -> bytes:
        if page not in self._lenses:
            self._lenses[page] = await self.context.new_cdp_session(page)
        lens = self._lenses[page]
        wish: dict[str, Any] = {"format": "png", "optimizeForSpeed": True}
        metrics = {} if in_view else await lens.send("Page.getLayoutMetrics")
        # To show more than the window the browser lays the page out anew, which takes longer than all the rest.
        if metrics and not _fits(metrics["cssContentSize"], metrics["cssLayoutViewport"]):
            size = metrics["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
            wish |= {"captureBeyondViewport": True, "clip": clip}
        return base64.b64decode((await lens.send("Page.captureScreenshot", wish))["data"])


def _fits(content: dict[str, float], window: dict[str, float]) -> bool:
    return content["width"] <= window["clientWidth"] and content["height"] <= window["clientHeight"]

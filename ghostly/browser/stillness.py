"""Whether a page has settled: nothing loads, nothing changes, and nothing is about to."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame, Page

from . import scripts
from .options import BrowserOptions
from .traffic import Traffic

_LONGEST_LOOK_S = 2.0


@dataclass(slots=True)
class Stillness:
    """How long a page has been still, counted from the last thing that a step did to it."""

    options: BrowserOptions
    traffic: Traffic
    _step_began: float = 0.0
    _acted: float = 0.0

    def begin_step(self) -> None:
        self._step_began = time.monotonic()

    def acted(self) -> None:
        self._acted = time.monotonic()

    async def is_settled(self, page: Page) -> bool:
        return await self.quiet_ms(page) >= self.options.settle_ms

    async def calm_ms(self, page: Page) -> float:
        """As `quiet_ms`, but a timer that is to fire late, such as that of a toast, is not waited for."""
        return await self.quiet_ms(page, self.options.calm_timer_ms)

    async def quiet_ms(self, page: Page, longest_timer_ms: int | None = None) -> float:
        """How many milliseconds the page has been still; 0 while it is busy or cannot be asked."""
        longest = self.options.longest_timer_ms if longest_timer_ms is None else longest_timer_ms
        looks = [self._frame_quiet_ms(frame, longest) for frame in page.frames]
        try:
            frames = await asyncio.wait_for(asyncio.gather(*looks), _LONGEST_LOOK_S)
        except (PlaywrightError, TimeoutError):
            return 0
        since_acted = (time.monotonic() - self._acted) * 1000
        return min(*frames, since_acted, self.traffic.quiet_ms(page))

    async def late_ms(self, page: Page) -> float:
        """For how long a timer may still save what steps did, such as that of a form that saves itself; 0 for none."""
        left_ms = self.options.late_save_ms - (time.monotonic() - self._acted) * 1000
        if left_ms <= 0:
            return 0
        looks = [frame.evaluate(scripts.LATE, self.options.late_save_ms) for frame in page.frames]
        try:
            frames = await asyncio.wait_for(asyncio.gather(*looks), _LONGEST_LOOK_S)
        except (PlaywrightError, TimeoutError):
            return 0
        return min(left_ms, max(map(float, frames)))

    async def _frame_quiet_ms(self, frame: Frame, longest_timer_ms: int) -> float:
        since_ms = (time.monotonic() - self._step_began) * 1000
        asked = [since_ms, longest_timer_ms, self.options.polling_after]
        try:
            return float(await frame.evaluate(scripts.QUIET_FOR, asked))
        except PlaywrightError:
            if frame.is_detached():
                return float("inf")
            raise

"""What is taken of a page while it is still waited for."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Generic, TypeVar

from playwright.async_api import Error as PlaywrightError

Taken = TypeVar("Taken")

# What it takes to ask how long nothing has happened.
_ROUNDING_MS = 3


@dataclass(slots=True)
class Early(Generic[Taken]):
    """A picture or a reading that is begun as soon as nothing happens, and taken again if something has since."""

    take: Callable[[], Coroutine[None, None, Taken]]
    clock: Callable[[], float] = time.monotonic
    _began: float = 0.0
    _changed: float = 0.0
    _taking: asyncio.Future[Taken] | None = None

    def notice(self, quiet_ms: float) -> None:
        """Told every time how long nothing has happened. It is begun once only: some pictures touch the page."""
        now = self.clock()
        self._changed = now - quiet_ms / 1000
        if self._taking is None and quiet_ms > _ROUNDING_MS:
            self._began, self._taking = now, asyncio.ensure_future(self.take())

    async def taken(self) -> Taken:
        early = await self._early() if self._taking else None
        return early if early and self._changed <= self._began + _ROUNDING_MS / 1000 else await self.take()

    async def _early(self) -> Taken | None:
        assert self._taking is not None
        try:
            return await self._taking
        # The page was left meanwhile; what it says now is asked anew.
        except PlaywrightError:
            return None

    def drop(self) -> None:
        if self._taking:
            self._taking.cancel()

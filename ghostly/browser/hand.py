"""The hand of a run: acts on the one element that a selector means, and gives up as soon as waiting is pointless."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator, Page

from ghostly.engine.ports import Target
from ghostly.errors import DONE_LATE, PageError

from . import refusals
from .dialogs import Dialogs
from .options import BrowserOptions
from .stillness import Stillness
from .tabs import Tabs
from .targets import Match, Place, Sight, ambiguous, chain, has_moved, hidden, locate, missing, obstacle

Do = Callable[[Locator, float], Awaitable[object]]
Objection = Callable[[Match], PageError | None]

_LONGEST_LOOK_S = 2.0
_SHORTEST_LOOK_S = 0.5
# A deed scrolls to its element itself, which a slow machine sees as a move or two.
_KEEPS_MOVING = 3
_DONE = "action done"
_PERFORMING = re.compile(r"performing \w+ action")
_INTERCEPTED = re.compile(r"(<[^>]{1,120}>).{0,200}intercepts pointer events")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done to an element: the action itself, and what would make it impossible.

    Most elements are described as they were before; `looks_after` is for a deed whose outcome is checked.
    """

    do: Do
    objection: Objection = lambda match: None
    needs_visible: bool = True
    needs_free: bool = True
    looks_after: bool = False

    def impossible(self, sight: Sight, selector: str, keeps_moving: bool = False) -> PageError | None:
        """Why the deed cannot be done to what is seen, if nothing changes any more."""
        if sight.count == 0:
            return missing(selector)
        match = sight.only()
        if match is None:
            return ambiguous(sight) if sight.visible else hidden(sight)
        if self.needs_visible and not match.visible:
            return hidden(sight)
        return (obstacle(match, keeps_moving) if self.needs_free else None) or self.objection(match)


@dataclass(slots=True)
class Hand:
    """One per run; `deadline` is that of the step being done."""

    options: BrowserOptions
    tabs: Tabs
    dialogs: Dialogs
    stillness: Stillness
    deadline: float = 0.0
    _seen: Sight | None = None

    def left_ms(self) -> float:
        return max(1.0, (self.deadline - time.monotonic()) * 1000)

    async def act(self, selector: str, deed: Deed) -> tuple[Target | None, Match | None]:
        """Do the deed to the element that is meant; raises PageError."""
        self._seen = None
        await self.dialogs.until_opened(self._read_whole(self.tabs.current()))
        if len(chain(selector)) == 1:
            place = Place(self.tabs.current().locator(selector))
            try:
                return await self._do(place, selector, deed)
            except PlaywrightError as error:
                if "strict mode violation" not in str(error):
                    raise self._refusal(error, selector, deed) from None
        place, match = await self.find(selector, deed)
        chosen = Place(place.locator.nth(match.index), place.frame)
        try:
            return await self._do(chosen, selector, deed)
        except PlaywrightError as error:
            raise self._refusal(error, selector, deed) from None

    async def _read_whole(self, page: Page) -> None:
        """Wait until the document has been read: before that its buttons are there, but not the scripts behind them."""
        with contextlib.suppress(PlaywrightError):
            longest = min(self.left_ms() / 2, self.options.load_ms)
            await page.wait_for_load_state("domcontentloaded", timeout=longest)

    async def find(self, selector: str, deed: Deed) -> tuple[Place, Match]:
        """Wait for the one element that is meant, ready for the deed; raises PageError."""
        while True:
            place, sight = await self.look(selector)
            match = sight.only() if sight else None
            if place and match and (match.visible or not deed.needs_visible):
                return place, match
            if sight and sight.visible > 1:
                raise ambiguous(sight)
            refused = deed.impossible(sight, selector) if sight else None
            await self.wait(refused or PageError(f"{selector!r} could not be looked for in time.", "timeout"))

    async def wait(self, refused: PageError, to_the_end: bool = False) -> None:
        """Wait a moment; raises what is refused when the page has settled or the step's time is over."""
        if time.monotonic() >= self.deadline:
            raise refused
        page = self.tabs.current()
        if not to_the_end and refused.code != "timeout" and await self.stillness.is_settled(page):
            raise refused
        # A dialog may have opened by now: it is what some wait for.
        if refused.code != "no_dialog":
            self.dialogs.refuse_if_open()
        await asyncio.sleep(min(self.options.look_every_ms, self.left_ms()) / 1000)

    async def look(self, selector: str) -> tuple[Place | None, Sight | None]:
        """What the selector matches now; nothing when the page cannot be asked, as it is being replaced."""
        try:
            longest = min(_LONGEST_LOOK_S, max(_SHORTEST_LOOK_S, self.left_ms() / 1000))
            return await asyncio.wait_for(self._look(selector), longest)
        except TimeoutError:
            return None, None
        except PlaywrightError as error:
            text = str(error)
            if refused := refusals.selector_refusal(selector, text):
                raise refused from None
            if refusals.is_closed(text) or not refusals.is_interrupted(text):
                raise refusals.refusal(text) from None
            return None, None

    async def _look(self, selector: str) -> tuple[Place, Sight]:
        place = await locate(self.tabs.current(), selector)
        return place, await place.look()

    async def _do(self, place: Place, selector: str, deed: Deed) -> tuple[Target | None, Match | None]:
        # The messages of the look go out first, so that it sees the element as it was before.
        look = None if deed.looks_after else asyncio.ensure_future(place.look())
        action: asyncio.Future[object] = asyncio.ensure_future(deed.do(place.locator, self.left_ms()))
        watch = asyncio.ensure_future(self._watch(place, selector, deed))
        opened = asyncio.ensure_future(self.dialogs.wait_opened())
        droppable: list[asyncio.Future[Any]] = [watch, opened, action, *([look] if look else [])]
        url = place.locator.page.url
        try:
            await asyncio.wait(droppable[:3], return_when=asyncio.FIRST_COMPLETED)
            if action.done():
                action.result()
            elif watch.done():
                watch.result()
            else:
                droppable.remove(action)
                self.dialogs.hold(action, in_doubt=not await self._was_there(look))
            match = await self._seen_by(look or asyncio.ensure_future(place.look()))
            if match is None and action.done() and place.locator.page.url == url:
                # It came and was acted on between two looks.
                match = await self._seen_by(asyncio.ensure_future(place.look()))
            return (place.target(match), match) if match else (None, None)
        finally:
            for task in droppable:
                _drop(task)

    async def _was_there(self, look: asyncio.Future[Sight] | None) -> bool:
        """Whether the element was seen before a dialog opened; otherwise some timer of the page may have opened it."""
        if look is None or (self._seen and self._seen.only()):
            return True
        try:
            return (await asyncio.wait_for(asyncio.shield(look), _LONGEST_LOOK_S)).only() is not None
        except (PlaywrightError, TimeoutError):
            return True

    async def _seen_by(self, look: asyncio.Future[Sight]) -> Match | None:
        """What was acted on: as it was seen before, or by the watch when it came later."""
        try:
            sight = await asyncio.wait_for(look, _LONGEST_LOOK_S)
        except (PlaywrightError, TimeoutError):
            sight = Sight(0, 0, [])
        return sight.only() or (self._seen.only() if self._seen else None)

    async def _watch(self, place: Place, selector: str, deed: Deed) -> None:
        """Ends by raising, when the page has settled and the deed cannot be done to it."""
        await asyncio.sleep(self.options.patience_ms / 1000)
        earlier: Match | None = None
        moves = 0
        while True:
            sight = await self._glance(place)
            settled = await self.stillness.is_settled(self.tabs.current())
            if sight is not None:
                self._seen = sight
                moves = moves + 1 if has_moved(earlier, sight.only()) else 0
                refused = deed.impossible(sight, selector, keeps_moving=moves >= _KEEPS_MOVING)
                if settled and refused is not None:
                    raise refused
                earlier = sight.only()
            await asyncio.sleep(self.options.look_every_ms / 1000)

    async def _glance(self, place: Place) -> Sight | None:
        try:
            return await asyncio.wait_for(place.look(), _LONGEST_LOOK_S)
        except (PlaywrightError, TimeoutError):
            return None

    def _refusal(self, error: PlaywrightError, selector: str, deed: Deed) -> PageError:
        text = str(error)
        if refused := refusals.selector_refusal(selector, text):
            return refused
        if "Timeout" not in text or "exceeded" not in text:
            return refusals.refusal(text)
        if _DONE in text:
            return PageError(DONE_LATE, "timeout")
        seen = deed.impossible(self._seen, selector) if self._seen else None
        if seen is None and (cover := _INTERCEPTED.search(text)):
            return PageError(f"The element is covered by {cover[1]}.", "target_blocked")
        if seen is None and "element is not stable" in text:
            return PageError("The element keeps moving.", "target_blocked")
        return seen or PageError(f"{selector!r} was not ready in time.", "timeout")


def was_done(error: PlaywrightError, page: Page) -> bool:
    """Whether an action went through and then closed its own page."""
    text = str(error)
    return page.is_closed() and refusals.is_closed(text) and bool(_PERFORMING.search(text))


def _drop(task: asyncio.Future[Any]) -> None:
    """Cancel what is still going on, and mark a failure as seen."""
    if not task.done():
        task.cancel()
    elif not task.cancelled():
        task.exception()

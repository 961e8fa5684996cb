"""Reads what people see on a page, frames and shadow roots included, once it has become calm."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import FrameLocator
from playwright.async_api import Page as BrowserPage

from ghostly.engine.secrecy import MASK, sounds_secret
from ghostly.engine.wire import snake

from . import scripts
from .messages import Message
from .stillness import Stillness
from .targets import SECRET_AUTOCOMPLETE

PAGE_ENGINE = "ghostly-page"
_READ_MS = 5_000
_DEEPEST_FRAME = 4
_LONGEST_LOOK_S = 2.0
_SHORTEST_PAUSE_MS = 4
# Most pages become calm shortly, and are asked more often so long.
_SHORTLY_MS = 200
_BUSY_PAUSE_MS = (5, 20)

_reads = itertools.count(1)


@dataclass(slots=True)
class Observer:
    """One per run."""

    stillness: Stillness

    async def calm(
        self, page: BrowserPage, still_ms: int, longest_ms: int, notice: Callable[[float], object] = float
    ) -> None:
        """Wait until the page has been still for a while, or the time is over. `notice` is told how long it has been,
        again and again."""
        began = time.monotonic()
        while (waited_ms := (time.monotonic() - began) * 1000) < longest_ms:
            quiet_ms, busy = await asyncio.gather(self.stillness.calm_ms(page), _is_busy(page))
            notice(0 if busy else quiet_ms)
            if quiet_ms >= still_ms and not busy:
                return
            left_ms = still_ms - quiet_ms if quiet_ms and not busy else _BUSY_PAUSE_MS[waited_ms > _SHORTLY_MS]
            await asyncio.sleep(max(_SHORTEST_PAUSE_MS, left_ms) / 1000)

    async def saved(
        self, page: BrowserPage, still_ms: int, longest_ms: int, notice: Callable[[float], object] = float
    ) -> None:
        """Wait until what steps did has been saved, where the page does that a while later."""
        deadline = time.monotonic() + longest_ms / 1000
        while (late_ms := await self.stillness.late_ms(page)) and (left_ms := (deadline - time.monotonic()) * 1000) > 0:
            await asyncio.sleep(min(late_ms, left_ms) / 1000)
            await self.calm(page, still_ms, round(left_ms), notice)

    async def read(self, page: BrowserPage) -> Message:
        """The page as it is now, as `page_of` takes it; raises what Playwright raises when it cannot be asked."""
        began = time.monotonic()
        top = await _read_document(page)
        nodes: list[Message] = []
        await _gather(page, top, "", -1, nodes, 0)
        told = [_told(number, facts) for number, facts in enumerate(nodes)]
        return {**top, "nodes": told, "elapsed_ms": round((time.monotonic() - began) * 1000)}


async def secret_values(page: BrowserPage) -> list[str]:
    """What was typed into the fields of the page that nobody may read back."""
    nodes: list[Message] = []
    await _gather(page, await _read_document(page), "", -1, nodes, 0)
    typed = (facts for facts in nodes if facts.get("value") and facts.get("tag") != "select")
    return [facts["value"] for facts in typed if _is_secret(facts)]


async def _read_document(root: BrowserPage | FrameLocator) -> Message:
    said = root.locator("head").first.locator(f"{PAGE_ENGINE}={next(_reads)}")
    found: Message = json.loads(await said.text_content(timeout=_READ_MS) or "{}")
    return found


async def _gather(
    root: BrowserPage | FrameLocator, seen: Message, prefix: str, holder: int, nodes: list[Message], depth: int
) -> None:
    """Add the nodes of a document, those of its frames where the frames are; `holder` is the frame's own number."""
    numbers: list[int] = []
    for facts in seen["nodes"]:
        parent = facts.pop("parent")
        numbers.append(len(nodes))
        inner = facts["selector"]
        facts |= {"parent": numbers[parent] if parent >= 0 else holder, "selector": f"{prefix}{inner}"}
        nodes.append(facts)
        if facts["kind"] == "frame" and depth < _DEEPEST_FRAME:
            frame = root.frame_locator(inner)
            try:
                inside = await asyncio.wait_for(_read_document(frame), 1.0)
            except (PlaywrightError, TimeoutError):
                continue
            await _gather(frame, inside, f"{prefix}{inner} >> ", numbers[-1], nodes, depth + 1)
            seen["whole"] = seen["whole"] and inside["whole"]


def _is_secret(facts: Message) -> bool:
    hints = set(facts.get("autocomplete", "").split())
    sounds = any(map(sounds_secret, facts.get("words", ())))
    return sounds or facts.get("type") == "password" or bool(hints & SECRET_AUTOCOMPLETE)


# The names come from our own script, so there are few of them.
_field = cache(snake)


def _told(number: int, facts: Message) -> Message:
    """What is told of a node: of one that is secret everything but what it holds."""
    secret = _is_secret(facts)
    told = {_field(name): value for name, value in facts.items() if value is not None and name != "words"}
    if secret and told.get("value"):
        told["value"] = MASK
    return {**told, "number": number, "secret": secret}


async def _is_busy(page: BrowserPage) -> bool:
    try:
        return await asyncio.wait_for(_shows_busy(page), _LONGEST_LOOK_S)
    # A page that is being left does not answer before the next one has come.
    except (PlaywrightError, TimeoutError):
        return True


async def _shows_busy(page: BrowserPage) -> bool:
    marked = page.locator("[aria-busy=true]")
    return bool(await marked.count()) and bool(await marked.evaluate_all(scripts.BUSY))

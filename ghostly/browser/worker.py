"""The browser process: hosts Playwright and its browsers for one worker, and dies with it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from ghostly.engine.ports import Look, Recordings
from ghostly.engine.steps import Step
from ghostly.errors import BrowserGone, GhostlyError, PageError

from . import launching, messages, observer, processes, scripts, targets
from .messages import Message
from .options import BrowserOptions
from .visit import Visit

_KEPT_VARIABLES = (
    "PATH",
    "HOME",
    "LANG",
    "TZ",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "LD_LIBRARY_PATH",
    "NO_PROXY",
)
_KEPT_PREFIXES = ("LC_", "XDG_", "FONTCONFIG", "PLAYWRIGHT_", "SSL_", "NODE_", "HTTP_PROXY", "HTTPS_PROXY")
_GONE = "The browser ended unexpectedly while the run was using it."
_LONGEST_REFUSAL = 1_000
_CLOSED = PageError("The run closed its browser while the step was going on.", "page_closed")


@dataclass(slots=True)
class Worker:
    """Answers the messages of its parent, every one in a task of its own, until the socket ends."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    options: BrowserOptions
    scratch: Path
    _driver: Playwright | None = None
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _browsers: dict[bool, Browser] = field(default_factory=dict)
    _visits: dict[int, Visit] = field(default_factory=dict)
    _tasks: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _visiting: dict[int, int] = field(default_factory=dict)
    _stopping: bool = False

    async def serve(self) -> None:
        while line := await self.reader.readline():
            message = messages.decode(line)
            if message["call"] == "stop":
                break
            if message["call"] == "cancel":
                self._cancel(message["id"])
                continue
            task = asyncio.create_task(self._answer(message))
            self._tasks[message["id"]] = task
            self._visiting[message["id"]] = message.get("visit", 0)
            task.add_done_callback(partial(self._forget, message["id"]))
        await self._stop()

    async def _answer(self, message: Message) -> None:
        reply: Message = {"id": message["id"]}
        try:
            reply["ok"] = messages.plain(await self._do(message))
        except GhostlyError as error:
            reply["error"] = messages.error_to_json(error)
        except asyncio.CancelledError:
            reply["error"] = messages.error_to_json(BrowserGone(_GONE) if self._stopping else _CLOSED)
        # The last line of defence: whatever it is, the caller must hear of it.
        except Exception as error:
            reply["error"] = messages.error_to_json(PageError(f"The browser process failed: {type(error).__name__}."))
        self.writer.write(messages.encode(reply))

    async def _do(self, message: Message) -> Any:
        call, key = message["call"], message.get("visit", 0)
        if call == "ping":
            return True
        if call == "open":
            return await self._open(key, message["session"])
        if call == "close":
            return await self._close(key, message["keep_video"])
        visit = self._visits.get(key)
        if visit is None:
            raise PageError("The run has closed its browser.", "page_closed")
        if not visit.browser.is_connected():
            raise BrowserGone(_GONE)
        return await self._asked(visit, message)

    async def _asked(self, visit: Visit, message: Message) -> Any:
        try:
            match message["call"]:
                case "perform":
                    step = Step.from_wire(message["step"])
                    return await visit.perform(step, message["index"], message["longest_ms"])
                case "is_secret":
                    return await visit.is_secret(message["selector"])
                case "observe":
                    return await visit.observe(Look(**message["look"]))
                case "rest":
                    return await visit.rest(message["longest_ms"])
                case "picture":
                    return await visit.picture(message["file"])
                case _:
                    return await visit.troubles(message.get("wait", True))
        except PageError as error:
            raise PageError(visit.hider.cut(str(error), _LONGEST_REFUSAL), error.code, error.screenshot) from None
        # Whatever a dying browser or driver makes of a question, it is told as what it is.
        except (PlaywrightError, OSError, RuntimeError):
            if await visit.is_gone():
                raise BrowserGone(_GONE) from None
            raise

    async def _open(self, key: int, data: Message) -> bool:
        session = messages.session_of(data)
        scratch = Path(tempfile.mkdtemp(dir=self.scratch))
        for _ in range(2):
            browser = await self._browser(session.headless)
            try:
                self._visits[key] = await Visit.open(session, self.options, browser, scratch)
                return True
            except PlaywrightError:
                # It died just now, unnoticed: another one is started.
                self._browsers.pop(session.headless, None)
        raise BrowserGone(_GONE)

    async def _close(self, key: int, keep_video: bool) -> Recordings:
        for request, visiting in list(self._visiting.items()):
            if visiting == key and self._tasks[request] is not asyncio.current_task():
                self._cancel(request)
        visit = self._visits.pop(key, None)
        return await visit.close(keep_video) if visit else Recordings()

    async def _browser(self, headless: bool) -> Browser:
        async with self._starting:
            browser = self._browsers.get(headless)
            if browser is None or not browser.is_connected():
                self._driver = self._driver or await _start_driver()
                browser = await self._launched(self._driver, headless)
                self._browsers[headless] = browser
            return browser

    async def _launched(self, driver: Playwright, headless: bool) -> Browser:
        try:
            return await launching.launch(driver, self.options, headless)
        except GhostlyError:
            if not await _is_dead(driver):
                raise
        # Without its driver this process is of no use: its parent starts another one.
        self.reader.feed_eof()
        raise BrowserGone(_GONE)

    async def _stop(self) -> None:
        """End everything at once: the browsers get a moment to leave, and nothing is left of them after it."""
        self._stopping = True
        for task in list(self._tasks.values()):
            task.cancel()
        closing = [browser.close() for browser in self._browsers.values()]
        with contextlib.suppress(Exception):
            await asyncio.wait_for(asyncio.gather(*closing, return_exceptions=True), self.options.stop_ms / 1000)
        processes.end_descendants(os.getpid())
        shutil.rmtree(self.scratch, ignore_errors=True)

    def _cancel(self, request: int) -> None:
        if task := self._tasks.get(request):
            task.cancel()

    def _forget(self, request: int, task: asyncio.Task[None]) -> None:
        self._tasks.pop(request, None)
        self._visiting.pop(request, None)


async def _start_driver() -> Playwright:
    driver = await async_playwright().start()
    await driver.selectors.register(targets.LOOK_ENGINE, scripts.LOOK_ENGINE, content_script=True)
    await driver.selectors.register(targets.TEXT_ENGINE, scripts.TEXT_ENGINE, content_script=True)
    await driver.selectors.register(observer.PAGE_ENGINE, scripts.PAGE_ENGINE, content_script=True)
    return driver


async def _is_dead(driver: Playwright) -> bool:
    """Whether the driver answers no more, whatever it is asked."""
    try:
        asked = await driver.request.new_context()
        await asked.dispose()
    except PlaywrightError:
        return True
    return False


async def _main(link: socket.socket) -> None:
    reader, writer = await asyncio.open_connection(sock=link, limit=messages.LONGEST_LINE)
    loop = asyncio.get_running_loop()
    # What ends in the background has been told to its caller already, and may hold secrets.
    loop.set_exception_handler(lambda _, context: None)
    hello = messages.decode(await reader.readline())
    options = BrowserOptions(**hello["options"])
    worker = Worker(reader, writer, options, Path(hello["scratch"]))
    serving = asyncio.create_task(worker.serve())
    loop.add_signal_handler(signal.SIGTERM, reader.feed_eof)
    loop.add_signal_handler(signal.SIGINT, lambda: None)
    writer.write(messages.encode({"id": 0, "ok": True}))
    with contextlib.suppress(ConnectionError):
        await serving


def main(descriptor: int) -> None:
    processes.bind_to_parent()
    logging.disable()
    link = socket.socket(fileno=descriptor)
    asyncio.run(_main(link))


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""One run's visit: its browser context, the steps done in it, and what is captured of them."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import time
import zipfile
from collections.abc import Awaitable, Coroutine
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from playwright.async_api import Browser, BrowserContext
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page as BrowserPage

from ghostly.engine.ports import Look, Performed, Recordings, Session, Trouble
from ghostly.engine.steps import Step
from ghostly.errors import BrowserGone, PageError

from . import recordings, refusals, scripts
from .camera import Camera
from .dialogs import Dialogs
from .early import Early
from .hand import Hand
from .hiding import Hider
from .messages import Message
from .observer import Observer, secret_values
from .options import BrowserOptions
from .stillness import Stillness
from .tabs import Tabs
from .targets import LONGEST_NAME, locate
from .traffic import Traffic
from .verbs import Verbs

Result = TypeVar("Result")

_ACTING = {
    "goto",
    "click",
    "dblclick",
    "hover",
    "check",
    "uncheck",
    "fill",
    "press",
    "selectOption",
    "setInputFiles",
} | {
    "dragTo",
    "acceptDialog",
    "dismissDialog",
}
_ANSWERS = {"acceptDialog", "dismissDialog"}
_SHOWN = ("name", "text", "value", "label")
_SECRET_LOOK_S = 1.0
_PICTURE_S = 12.0
_PENDING_PICTURE_S = 1.0
_GONE_LOOK_S = 2.0
_SECRET_VALUES = """() => [...document.querySelectorAll("input[type=password]")].map((e) => e.value).filter(Boolean)"""


@dataclass(slots=True)
class Visit:
    """Opened once, then asked for one thing at a time, then closed."""

    session: Session
    options: BrowserOptions
    browser: Browser
    scratch: Path
    context: BrowserContext
    tabs: Tabs
    dialogs: Dialogs
    traffic: Traffic
    hand: Hand
    verbs: Verbs
    hider: Hider
    camera: Camera
    # The pictures that a look has begun, by the name of their file, until they are asked for.
    _pictures: dict[str, asyncio.Task[str | None]] = field(default_factory=dict)
    _closed: bool = field(default=False)

    @classmethod
    async def open(cls, session: Session, options: BrowserOptions, browser: Browser, scratch: Path) -> Visit:
        size = {"width": options.viewport_width, "height": options.viewport_height}
        context = await browser.new_context(
            viewport=size,  # type: ignore[arg-type]  # a TypedDict of the same two keys
            record_video_dir=scratch if session.video else None,
            record_video_size=size if session.video else None,  # type: ignore[arg-type]
        )
        try:
            return await cls._prepared(session, options, browser, scratch, context)
        except BaseException:
            with contextlib.suppress(PlaywrightError):
                await asyncio.shield(context.close())
            raise

    @classmethod
    async def _prepared(
        cls, session: Session, options: BrowserOptions, browser: Browser, scratch: Path, context: BrowserContext
    ) -> Visit:
        hider = Hider(session.secrets)
        tabs, dialogs, traffic = Tabs(), Dialogs(hider), Traffic(session.base_url, options, hider)
        hand = Hand(options, tabs, dialogs, Stillness(options, traffic))
        for watcher in (tabs, dialogs, traffic):
            watcher.watch(context)
        await context.add_init_script(scripts.QUIET)
        if session.trace:
            await context.tracing.start(screenshots=True, snapshots=True)
        await context.new_page()
        verbs = Verbs(session, hand, hider)
        seeing = (tabs, dialogs, traffic, hand, verbs, hider, Camera(context))
        return cls(session, options, browser, scratch, context, *seeing)

    async def perform(self, step: Step, index: int, longest_ms: int | None = None) -> Performed:
        """Do the step and capture what the run asked for; raises PageError with a screenshot of the failure."""
        own_ms = self.session.timeout_ms
        most_ms = max(own_ms, step.timeout_ms or 0) if longest_ms is None else longest_ms
        if step.timeout_ms is not None:
            step = replace(step, timeout_ms=min(step.timeout_ms, most_ms))
        await self._pictured()
        acting = step.action in _ACTING
        self.hand.deadline = time.monotonic() + min(own_ms, most_ms) / 1000
        self.hand.stillness.begin_step()
        self.traffic.begin_step(acting, index)
        try:
            if step.action not in _ANSWERS:
                self.dialogs.refuse_if_open()
            limit_ms = min(max(own_ms, step.timeout_ms or 0), most_ms) + _GRACE_MS
            target = await asyncio.wait_for(self.verbs.do(step, anew=index < 0), limit_ms / 1000)
        except TimeoutError:
            hangs = PageError("The page did not respond in time: a script of it may be running without end.", "timeout")
            raise await self._failure(hangs, index, _PENDING_PICTURE_S) from None
        except PlaywrightError as error:
            raise await self._failure(refusals.refusal(str(error)), index) from None
        except PageError as error:
            raise await self._failure(error, index) from None
        finally:
            if acting:
                self.hand.stillness.acted()
        screenshot = await self._screenshot(f"step-{index + 1}-ok.png") if self.session.screenshots else None
        a11y = await self._outline() if self.session.a11y or step.action == "snapshot" else None
        name = self.hider.been_cut(target.name, LONGEST_NAME) if target else ""
        held = None if self.verbs.held is None else tuple(map(self.hider.text, self.verbs.held))
        return Performed(self._url(), replace(target, name=name) if target else None, screenshot, a11y, held)

    async def is_secret(self, selector: str) -> bool | None:
        try:
            place = await asyncio.wait_for(locate(self.tabs.current(), selector), _SECRET_LOOK_S)
            sight = await asyncio.wait_for(place.look(), _SECRET_LOOK_S)
        except (PlaywrightError, PageError, TimeoutError):
            return None
        only = sight.only()
        if only is not None:
            return only.is_secret()
        if not sight.found:
            return None
        return len(sight.found) < sight.count or any(match.is_secret() for match in sight.found)

    async def observe(self, look: Look) -> Message:
        """The page once it is calm, or as it is when that takes longer, as `page_of` takes it; raises PageError."""
        await self._pictured()
        observer = Observer(self.hand.stillness)
        if dialog := self.dialogs.current():
            said = f"{dialog.type}: {self.dialogs.said(500)}"
            return {"url": self._url(), "title": "", "nodes": [], "dialog": said}
        page = self.tabs.current()
        still_ms, longest_ms, picture = self._still_ms(page, look.in_passing), look.longest_ms, look.picture
        reading = Early(lambda: observer.read(page))
        shot = Early(lambda: self._screenshot(picture, in_view=look.in_view))

        def notice(quiet_ms: float) -> None:
            reading.notice(quiet_ms)
            if picture:
                shot.notice(quiet_ms)

        async def looked() -> Message:
            await observer.calm(page, still_ms, longest_ms, notice)
            if look.at_end:
                await observer.saved(page, still_ms, longest_ms, notice)
            if picture:
                self._pictures[picture] = asyncio.ensure_future(self._undisturbed(shot.taken()))
            return await self._read(reading, page)

        try:
            seen = await self.dialogs.until_opened(asyncio.ensure_future(looked()))
        except BaseException:
            self._drop(reading, shot, picture)
            raise
        if seen is None:
            self._drop(reading, shot, picture)
            return await self.observe(look)
        return seen

    async def rest(self, longest_ms: int) -> None:
        """Wait until the page is calm, as in passing; raises PageError."""
        page = self.tabs.current()
        calm = Observer(self.hand.stillness).calm(page, self._still_ms(page, True), longest_ms)
        await self.dialogs.until_opened(asyncio.ensure_future(calm))

    async def _undisturbed(self, taken: Coroutine[None, None, str | None]) -> str | None:
        """The picture; None when a dialog opens meanwhile, which holds up whoever asks the page for anything."""
        taking, opened = asyncio.ensure_future(taken), asyncio.ensure_future(self.dialogs.wait_opened())
        try:
            await asyncio.wait({taking, opened}, return_when=asyncio.FIRST_COMPLETED)
            return taking.result() if taking.done() else None
        finally:
            taking.cancel()
            opened.cancel()

    async def _pictured(self) -> None:
        """Wait for the pictures that are being taken, before the page may become another."""
        if self._pictures:
            await asyncio.wait(self._pictures.values())

    def _drop(self, reading: Early[Message], shot: Early[str | None], picture: str) -> None:
        reading.drop()
        shot.drop()
        if taking := self._pictures.pop(picture, None):
            taking.cancel()

    async def _read(self, reading: Early[Message], page: BrowserPage) -> Message:
        for attempt in range(3):
            try:
                seen = await (reading.take() if attempt else reading.taken())
            except PlaywrightError as error:
                refused = refusals.refusal(str(error))
                if refusals.is_closed(str(error)) or not refusals.is_interrupted(str(error)):
                    break
                await asyncio.sleep(self.options.look_every_ms / 1000)
            else:
                method, status = self.traffic.document(page)
                return self._masked({**seen, "status": status, "posted": method == "POST"})
        raise refused

    def _still_ms(self, page: BrowserPage, in_passing: bool) -> int:
        """How long nothing must have happened: what comes unasked is announced by nothing."""
        if self.traffic.is_live(page):
            return self.options.calm_live_ms
        return self.options.calm_passing_ms if in_passing else self.options.calm_ms

    def _masked(self, seen: Message) -> Message:
        """The page without the secrets that a run knows, wherever it shows them."""
        for node in seen["nodes"]:
            for name in _SHOWN:
                if said := node.get(name):
                    node[name] = self.hider.been_cut(said, LONGEST_NAME)
        hide = self.hider.text
        return {**seen, "url": hide(refusals.without_credentials(seen["url"])), "title": hide(seen["title"])}

    async def picture(self, name: str) -> str | None:
        begun = self._pictures.pop(name, None)
        return await (begun or self._screenshot(name))

    async def troubles(self, wait: bool = True) -> tuple[Trouble, ...]:
        if wait and not self.dialogs.current():
            observer, passing_ms = Observer(self.hand.stillness), self.options.calm_passing_ms
            pages = [observer.saved(page, passing_ms, self.options.trouble_wait_ms) for page in self.context.pages]
            await self.dialogs.until_opened(asyncio.gather(*pages))
        return (*await self.traffic.troubles(wait), *(self.dialogs.doubts() if wait else ()))

    async def is_gone(self) -> bool:
        """Whether the browser itself has ended, or its driver; a small question tells."""
        if not self.browser.is_connected():
            return True
        try:
            await asyncio.wait_for(self.context.cookies(self.session.base_url), _GONE_LOOK_S)
        except (PlaywrightError, OSError, RuntimeError):
            return True
        return False

    async def close(self, keep_video: bool) -> Recordings:
        """Close the context and keep its recordings; takes no longer than the options say, whatever happens."""
        if self._closed:
            return Recordings()
        self._closed = True
        self.dialogs.forsake()
        for taking in self._pictures.values():
            taking.cancel()
        await _bounded(self.dialogs.dismiss_all(), self.options.close_ms)
        try:
            traced = await self._stop_trace() if self.session.trace else None
        except (OSError, zipfile.BadZipFile):
            traced = None
        videos = [page.video for page in self.context.pages if page.video]
        recorded = bool(self.session.video or self.session.trace)
        await _bounded(self.context.close(), self.options.recording_ms if recorded else self.options.close_ms)
        kept = await _bounded(self._keep_video(), self.options.recording_ms) if videos and keep_video else None
        await asyncio.to_thread(shutil.rmtree, self.scratch, True)
        return Recordings(kept, traced)

    async def _stop_trace(self) -> str | None:
        packed = self.scratch / "trace-with-secrets.zip"
        await _bounded(self.context.tracing.stop(path=packed), self.options.recording_ms)
        return await asyncio.to_thread(recordings.keep_trace, packed, Path(self.session.artifacts), self.hider)

    async def _keep_video(self) -> str | None:
        videos = sorted(self.scratch.glob("*.webm"), key=lambda path: path.stat().st_ctime)
        artifacts = Path(self.session.artifacts)
        return await asyncio.to_thread(recordings.keep_video, videos[0], artifacts) if videos else None

    async def _failure(self, error: PageError, index: int, picture_s: float = _PICTURE_S) -> PageError:
        if await self.is_gone():
            raise BrowserGone("The browser ended unexpectedly while the run was using it.")
        screenshot = await self._screenshot(f"step-{index + 1}-failed.png", picture_s) if index >= 0 else None
        return PageError(str(error), error.code, screenshot)

    async def _screenshot(self, name: str, longest_s: float = _PICTURE_S, in_view: bool = False) -> str | None:
        path = Path(self.session.artifacts) / name
        if not name or self.dialogs.current():
            return None
        try:
            page = self.tabs.current()
            mask = [(await locate(page, selector)).locator for selector in self.verbs.secret_fields]
            # A page that waits for another one may show no picture before that has come.
            longest_s = _PENDING_PICTURE_S if self.traffic.document_pending() else longest_s
            await asyncio.wait_for(self.camera.take(page, path, mask, in_view), longest_s)
        except (PlaywrightError, PageError, TimeoutError):
            return None
        return name

    async def _outline(self) -> str | None:
        if self.dialogs.current():
            return None
        page = self.tabs.current()
        try:
            values = [await frame.evaluate(_SECRET_VALUES) for frame in page.frames]
            values.append(await secret_values(page))
            outline = await page.aria_snapshot(timeout=self.hand.left_ms())
        except PlaywrightError as error:
            raise refusals.refusal(str(error)) from None
        return self.hider.also(value for found in values for value in found).text(outline)

    def _url(self) -> str:
        try:
            return refusals.without_credentials(self.tabs.current().url)
        except PageError:
            return ""


# What a step may take beyond its own time, because what it waits for inside the page has no other end.
_GRACE_MS = 2_000


async def _bounded(awaitable: Awaitable[Result], ms: int) -> Result | None:
    """The result, or None when it fails or takes too long."""
    try:
        return await asyncio.wait_for(awaitable, ms / 1000)
    except (PlaywrightError, TimeoutError, OSError):
        return None

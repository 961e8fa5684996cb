"""The verbs of a step, each done to the page as a person would do it, and checked where that is possible."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame, Locator, Page, Position

from ghostly.engine.ports import Session, Target
from ghostly.engine.secrecy import MASK
from ghostly.engine.steps import Action, Point, Step
from ghostly.errors import PageError

from . import refusals, scripts, sliders, uploads
from .hand import Deed, Hand, was_done
from .hiding import Hider
from .targets import Match, Sight, hidden, missing, read

_FOCUS = """(e) => {
  e.focus({ preventScroll: false });
  const root = e.getRootNode();
  return root.activeElement === e || (!!root.activeElement && e.contains(root.activeElement)) || e === document.body;
}"""

# Pages tell a drag from a click by the moves between its ends.
_DRAG_MOVES = 5

Verb = Callable[["Verbs", Step], Awaitable[Target | None]]


@dataclass(slots=True)
class Verbs:
    """Carries out one step at a time; raises PageError when the page does not accept it. `held` is what the field of
    the last step held before it, as in `Performed`."""

    session: Session
    hand: Hand
    hider: Hider
    secret_fields: list[str] = field(default_factory=list)
    held: tuple[str, ...] | None = None
    _loads_anew: bool = False

    async def do(self, step: Step, anew: bool = False) -> Target | None:
        """`anew`: an address is loaded from the server even where going to it would only turn the page."""
        self._loads_anew = anew
        self.held = None
        return await _VERBS[step.action](self, step)

    async def goto(self, step: Step) -> None:
        url = urljoin(self.session.base_url, step.url or "")
        if _origin(url) != _origin(self.session.base_url):
            allowed = refusals.shown(self.session.base_url)
            raise PageError(f"{refusals.shown(url)} is not on the origin of {allowed}.", "origin_refused")
        await self.hand.dialogs.until_opened(self._visit(url))

    async def _visit(self, url: str) -> None:
        page = self.hand.tabs.current()
        anew = self._loads_anew or page.url == url
        try:
            loaded = await page.goto(url, wait_until="domcontentloaded", timeout=self.hand.left_ms())
            # Another place of the same document, as in `/#/orders`: the server has not been asked.
            if loaded is None and anew:
                await page.reload(wait_until="domcontentloaded", timeout=self.hand.left_ms())
        except PlaywrightError as error:
            text = str(error)
            # The server did answer, with an error and no page; or the page went on to another one by itself.
            if "ERR_HTTP_RESPONSE_CODE_FAILURE" not in text and "interrupted by another navigation" not in text:
                await _stop_loading(page)
                raise refusals.navigation_refusal(url, text) from None
        longest = min(self.hand.left_ms(), self.hand.options.load_ms)
        try:
            await page.wait_for_load_state("load", timeout=longest)
        except PlaywrightError as error:
            if refusals.is_closed(str(error)):
                raise refusals.refusal(str(error)) from None

    async def click(self, step: Step) -> Target | None:
        at = _position(step)
        return await self._point(step, lambda locator, ms: locator.click(timeout=ms, position=at))

    async def dblclick(self, step: Step) -> Target | None:
        at = _position(step)
        return await self._point(step, lambda locator, ms: locator.dblclick(timeout=ms, position=at))

    async def hover(self, step: Step) -> Target | None:
        at = _position(step)
        return await self._point(step, lambda locator, ms: locator.hover(timeout=ms, position=at))

    async def _point(self, step: Step, do: Callable[[Locator, float], Awaitable[None]]) -> Target | None:
        page = self.hand.tabs.current()

        async def point(locator: Locator, ms: float) -> None:
            try:
                await do(locator, ms)
            except PlaywrightError as error:
                if not was_done(error, page):
                    raise

        target, _ = await self.hand.act(_selector(step), Deed(point))
        return target

    async def check(self, step: Step) -> Target | None:
        return await self._set_checked(step, True)

    async def uncheck(self, step: Step) -> Target | None:
        return await self._set_checked(step, False)

    async def _set_checked(self, step: Step, checked: bool) -> Target | None:
        async def set_checked(locator: Locator, ms: float) -> None:
            try:
                await locator.set_checked(checked, timeout=ms)
            except PlaywrightError as error:
                raise _check_refusal(str(error), checked) or error from None

        target, _ = await self.hand.act(_selector(step), Deed(set_checked))
        return target

    async def fill(self, step: Step) -> Target | None:
        value = step.value if isinstance(step.value, str) else ""

        slid = False

        async def fill(locator: Locator, ms: float) -> None:
            nonlocal slid
            try:
                await locator.fill(value, timeout=ms)
            except PlaywrightError as error:
                if "not an <input>" not in str(error) or not sliders.is_number(value):
                    raise
                await sliders.slide(locator, float(value), self.hand.left_ms)
                slid = True

        deed = Deed(fill, objection=_fill_objection, needs_free=False, looks_after=True)
        target, match = await self.hand.act(_selector(step), deed)
        if match is None or match.is_secret() or any(secret in value for secret in self.session.secrets):
            self.hider.learn(value)
            self.secret_fields.append(_selector(step))
        if match is not None and not slid:
            _check_taken(match, value)
            self.held = _held(match)
        return target

    async def press(self, step: Step) -> Target | None:
        key = step.key or ""
        target = None
        if step.selector is not None:
            target = await self._focus(step.selector)
        try:
            await self.hand.dialogs.until_opened(self.hand.tabs.current().keyboard.press(key))
        except PlaywrightError as error:
            if "Unknown key" in str(error):
                raise PageError(f"There is no key named {key!r}; try Enter, Tab, Escape or a letter.") from None
            raise refusals.refusal(str(error)) from None
        return target

    async def _focus(self, selector: str) -> Target | None:
        # On a slow machine the page has settled long before the element was asked to take the focus.
        refused = False

        async def focus(locator: Locator, ms: float) -> None:
            nonlocal refused
            while not await locator.evaluate(_FOCUS, timeout=self.hand.left_ms()):
                refused = True
                if self.hand.left_ms() <= 1:
                    raise PageError("The element does not take the keyboard focus.", "target_blocked")
                await asyncio.sleep(self.hand.options.look_every_ms / 1000)

        deed = Deed(focus, objection=lambda match: _focus_objection(match, refused), needs_free=False)
        target, _ = await self.hand.act(selector, deed)
        return target

    async def select_option(self, step: Step) -> Target | None:
        wanted = [step.value] if isinstance(step.value, str) else list(step.value or ())
        selected: list[str] = []

        async def select(locator: Locator, ms: float) -> None:
            selected.extend(await locator.select_option(wanted, timeout=ms))

        deed = Deed(select, objection=lambda match: _option_objection(match, wanted), needs_free=False)
        target, match = await self.hand.act(_selector(step), deed)
        if len(selected) != len(set(wanted)) and self.hand.dialogs.current() is None:
            title = match.title if match else "The list"
            raise PageError(f"{title} took {len(selected)} of {len(set(wanted))} options.")
        if match is not None:
            self.held = tuple(option["value"] for option in match.options if option["selected"])
        return target

    async def select_text(self, step: Step) -> Target | None:
        text = step.text or ""

        async def select(locator: Locator, ms: float) -> None:
            await locator.scroll_into_view_if_needed(timeout=ms)
            ends = await locator.evaluate(scripts.SELECT, text, timeout=ms)
            if ends is None:
                raise PageError(f"The text {text!r} is not in the element." if text else "The element has no text.")
            if ends:
                await self._drag_along(locator, [(end["x"], end["y"]) for end in ends], self.hand.left_ms())
            taken = _spaced(await locator.evaluate(scripts.SELECTED, timeout=ms))
            if not taken or _spaced(text).casefold() not in taken.casefold():
                raise PageError("The page does not let the text be selected.", "target_blocked")

        return await self._point(step, select)

    async def set_input_files(self, step: Step) -> Target | None:
        paths = uploads.resolve(self.session.uploads, step.files or ())

        async def upload(locator: Locator, ms: float) -> None:
            await locator.set_input_files(paths, timeout=ms)

        deed = Deed(upload, objection=_upload_objection, needs_visible=False, needs_free=False)
        target, _ = await self.hand.act(_selector(step), deed)
        return target

    async def drag_to(self, step: Step) -> Target | None:
        if step.path:
            return await self._draw(step, step.path)
        onto = Deed(_nothing)
        place, match = await self.hand.find(step.target or "", onto)
        goal = place.locator.nth(match.index)

        async def drag(locator: Locator, ms: float) -> None:
            await locator.hover(timeout=ms)
            # What is dragged along with the pointer covers its goal, which is no reason not to drop it there.
            await locator.drag_to(goal, timeout=ms, force=True)

        return await self._point(step, drag)

    async def _draw(self, step: Step, path: tuple[Point, ...]) -> Target | None:
        async def draw(locator: Locator, ms: float) -> None:
            await locator.hover(timeout=ms, position=_as_position(path[0]))
            await self._drag_along(locator, [(point.x, point.y) for point in path], ms)

        return await self._point(step, draw)

    async def _drag_along(self, locator: Locator, path: Sequence[tuple[float, float]], ms: float) -> None:
        """Draw the pressed pointer along a way that is measured from the corner of the element."""
        mouse = self.hand.tabs.current().mouse
        box = await locator.bounding_box(timeout=ms)
        if box is None:
            raise PageError("The element went away while it was dragged.", "target_not_found")
        await mouse.move(box["x"] + path[0][0], box["y"] + path[0][1])
        await mouse.down()
        try:
            for x, y in path[1:]:
                await mouse.move(box["x"] + x, box["y"] + y, steps=_DRAG_MOVES)
        finally:
            await mouse.up()

    async def scroll(self, step: Step) -> Target | None:
        target = None
        locator = None
        if step.selector is not None:
            deed = Deed(_into_view, needs_free=False)
            target, _ = await self.hand.act(step.selector, deed)
            place, match = await self.hand.find(step.selector, deed)
            locator = place.locator.nth(match.index)
        if step.y:
            await self._scroll_by(locator, step.y)
        return target

    async def _scroll_by(self, locator: Locator | None, y: int) -> None:
        try:
            holder = locator or self.hand.tabs.current().locator("html")
            moved = await holder.evaluate(scripts.SCROLL, y, timeout=self.hand.left_ms())
        except PlaywrightError as error:
            raise refusals.refusal(str(error)) from None
        if not moved:
            raise PageError(f"Nothing scrolled: the page does not go further {'down' if y > 0 else 'up'}.")

    async def wait_for_selector(self, step: Step) -> Target | None:
        if step.timeout_ms is not None:
            self.hand.deadline = time.monotonic() + step.timeout_ms / 1000
        return await self._see(_selector(step), to_the_end=step.timeout_ms is not None, code="target_not_found")

    async def assert_visible(self, step: Step) -> Target | None:
        return await self._see(_selector(step), to_the_end=False, code="assertion_failed")

    async def _see(self, selector: str, to_the_end: bool, code: str) -> Target | None:
        last: Sight | None = None
        while True:
            place, sight = await self.hand.look(selector)
            if place and sight and sight.visible:
                return place.target(sight.found[0])
            last = sight or last
            await self.hand.wait(_unseen(selector, last, code), to_the_end)

    async def accept_dialog(self, step: Step) -> None:
        await self._answer(True, step.prompt_text)

    async def dismiss_dialog(self, step: Step) -> None:
        await self._answer(False, None)

    async def _answer(self, accept: bool, prompt_text: str | None) -> None:
        dialogs = self.hand.dialogs
        while (dialog := dialogs.current()) is None:
            await self.hand.wait(PageError("No native dialog is open.", "no_dialog"))
        if prompt_text is not None and dialog.type != "prompt":
            raise PageError(f"The open dialog is of type {dialog.type} and takes no text.")
        await dialogs.answer(accept, prompt_text)

    async def switch_tab(self, step: Step) -> None:
        tabs = self.hand.tabs
        wanted = f"number {step.index}" if step.index is not None else f"with {step.url_includes!r} in its URL"
        while (page := tabs.find(step.index, step.url_includes)) is None:
            await self.hand.wait(PageError(f"There is no tab {wanted}. Open are: {tabs.described()}.", "no_tab"))
        tabs.switch(page)
        try:
            await page.bring_to_front()
            await page.wait_for_load_state("load", timeout=min(self.hand.left_ms(), self.hand.options.load_ms))
        except PlaywrightError as error:
            if refusals.is_closed(str(error)):
                raise refusals.refusal(str(error)) from None

    async def assert_text(self, step: Step) -> None:
        text = step.text or ""
        while True:
            found = await self._read(text)
            if found == "yes":
                return
            detail = "; it is there in other capitals" if found == "case" else ""
            refused = PageError(f"The text {text!r} is not on the page{detail}.", "assertion_failed")
            await self.hand.wait(refused)

    async def _read(self, text: str) -> str:
        page = self.hand.tabs.current()
        found = set()
        for frame in page.frames:
            try:
                answer = await read(frame, text)
                if answer != "no" and (frame.parent_frame is None or await _is_shown(frame)):
                    found.add(answer)
            except PlaywrightError as error:
                if refusals.is_closed(str(error)):
                    raise refusals.refusal(str(error)) from None
        return "yes" if "yes" in found else "case" if "case" in found else "no"

    async def snapshot(self, step: Step) -> None:
        """Nothing is done: what is captured after every step is what was asked for."""


async def _nothing(locator: Locator, ms: float) -> None:
    """What is done to an element that is only looked for."""


async def _into_view(locator: Locator, ms: float) -> None:
    await locator.scroll_into_view_if_needed(timeout=ms)


async def _is_shown(frame: Frame) -> bool:
    """Whether the element that holds a frame, and those around it, can be seen."""
    at: Frame | None = frame
    while at is not None and at.parent_frame is not None:
        if not await (await at.frame_element()).is_visible():
            return False
        at = at.parent_frame
    return True


def _position(step: Step) -> Position | None:
    return _as_position(step.position) if step.position else None


def _as_position(point: Point) -> Position:
    return {"x": point.x, "y": point.y}


def _selector(step: Step) -> str:
    if not step.selector:
        raise PageError(f"{step.action} needs a selector.", "invalid_selector")
    return step.selector


async def _stop_loading(page: Page) -> None:
    """A page that waits for another one answers nothing before that has come."""
    with contextlib.suppress(PlaywrightError):
        browser = await page.context.new_cdp_session(page)
        await browser.send("Page.stopLoading")
        await browser.detach()


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    try:
        return parts.scheme, parts.hostname or "", parts.port or default
    except ValueError:
        raise PageError(f"{refusals.shown(url)} is not a valid URL.", "navigation_failed") from None


def _unseen(selector: str, sight: Sight | None, code: str) -> PageError:
    if sight is None:
        return PageError(f"The page could not be searched for {selector!r} in time.", "timeout")
    refused = hidden(sight) if sight.count else missing(selector)
    return PageError(str(refused), code)


def _blocked(match: Match, why: str) -> PageError:
    return PageError(f"{match.title} {why}.", "target_blocked")


def _fill_objection(match: Match) -> PageError | None:
    if match.disabled:
        return _blocked(match, "is disabled")
    return _blocked(match, "is read-only") if match.readonly else None


def _focus_objection(match: Match, refused: bool) -> PageError | None:
    if match.disabled:
        return _blocked(match, "is disabled")
    return _blocked(match, "does not take the keyboard focus") if refused else None


def _upload_objection(match: Match) -> PageError | None:
    return _blocked(match, "is disabled") if match.disabled else None


def _option_objection(match: Match, wanted: list[str]) -> PageError | None:
    if match.disabled:
        return _blocked(match, "is disabled")
    offered = {option[part]: option["disabled"] for option in match.options for part in ("value", "label")}
    for name in wanted:
        if name not in offered:
            labels = ", ".join(repr(option["label"]) for option in match.options[:10])
            return PageError(f"{match.title} has no option {name!r}; it offers {labels or 'none'}.")
        if offered[name]:
            return _blocked(match, f"offers {name!r}, but that option is disabled")
    return None


def _check_refusal(text: str, checked: bool) -> PageError | None:
    if "did not change its state" in text:
        return PageError(f"It was clicked, but it is still {'not checked' if checked else 'checked'}.")
    return None


def _check_taken(match: Match, value: str) -> None:
    """Raises when the field did not take the text; a field that writes it in its own way did."""
    holds, typed = _spaced(match.value), _spaced(value)
    is_number = match.type in ("range", "number")
    if is_number and holds and _differs(holds, typed):
        raise PageError(f"{match.title} holds {holds} instead of {typed}: it cannot be set to that.")
    if not is_number and holds and len(holds) < len(typed) and typed.startswith(holds):
        raise PageError(f"{match.title} took only the first {len(holds)} of {len(typed)} characters.")
    if holds == typed or (match.value and match.value != match.before):
        return
    kept = "what it held before" if match.value else "nothing"
    raise PageError(f"{match.title} did not take the text: it holds {kept}.")


def _held(match: Match) -> tuple[str, ...] | None:
    """What a field held before it was typed into; what is secret stays so."""
    if match.before is None:
        return None
    return (MASK if match.before and match.is_secret() else match.before,)


def _differs(one: str, other: str) -> bool:
    """Whether both are numbers, and not the same."""
    return sliders.is_number(one) and sliders.is_number(other) and float(one) != float(other)


def _spaced(text: str) -> str:
    return " ".join(text.split())


_VERBS: dict[Action, Verb] = {
    "goto": Verbs.goto,
    "click": Verbs.click,
    "dblclick": Verbs.dblclick,
    "hover": Verbs.hover,
    "check": Verbs.check,
    "uncheck": Verbs.uncheck,
    "fill": Verbs.fill,
    "press": Verbs.press,
    "selectOption": Verbs.select_option,
    "selectText": Verbs.select_text,
    "setInputFiles": Verbs.set_input_files,
    "dragTo": Verbs.drag_to,
    "scroll": Verbs.scroll,
    "waitForSelector": Verbs.wait_for_selector,
    "acceptDialog": Verbs.accept_dialog,
    "dismissDialog": Verbs.dismiss_dialog,
    "switchTab": Verbs.switch_tab,
    "assertText": Verbs.assert_text,
    "assertVisible": Verbs.assert_visible,
    "snapshot": Verbs.snapshot,
}

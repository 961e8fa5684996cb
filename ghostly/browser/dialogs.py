"""The native dialogs of a run: one that opens stays open until a step answers it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable
from typing import Any, TypeVar

from playwright.async_api import BrowserContext, Dialog
from playwright.async_api import Error as PlaywrightError

from ghostly.engine.ports import Trouble
from ghostly.errors import PageError

from . import refusals
from .hiding import Hider

Result = TypeVar("Result")


class Dialogs:
    """Holds the open dialog, and the actions that it keeps from ending."""

    def __init__(self, hider: Hider) -> None:
        self._hider = hider
        self._open: list[Dialog] = []
        self._opened = asyncio.Event()
        self._held: set[asyncio.Future[Any]] = set()
        self._in_doubt: set[asyncio.Future[Any]] = set()
        self._broken: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("dialog", self._on_dialog)

    def said(self, longest: int) -> str:
        """What the open dialog says, without secrets."""
        return self._hider.cut(self._open[0].message, longest)

    def current(self) -> Dialog | None:
        return self._open[0] if self._open else None

    def refuse_if_open(self) -> None:
        if dialog := self.current():
            said = f' that says "{self.said(200)}"' if dialog.message else ""
            raise PageError(
                f"A native {dialog.type} dialog{said} is open: answer it with acceptDialog or dismissDialog first.",
                "dialog_open",
            )

    async def wait_opened(self) -> None:
        await self._opened.wait()

    def hold(self, action: asyncio.Future[Any], in_doubt: bool = False) -> None:
        """Let an action that a dialog interrupted go on until the dialog has been answered.

        In doubt is one that may not have begun, because something else opened the dialog.
        """
        self._held.add(action)
        if in_doubt:
            self._in_doubt.add(action)
        action.add_done_callback(self._released)

    async def until_opened(self, action: Awaitable[Result]) -> Result | None:
        """The result of the action, or None as soon as a dialog opens; the action then ends after the dialog."""
        task = asyncio.ensure_future(action)
        opened = asyncio.ensure_future(self.wait_opened())
        try:
            await asyncio.wait({task, opened}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            self.hold(task)
            return None
        except asyncio.CancelledError:
            task.cancel()
            raise
        finally:
            opened.cancel()

    async def answer(self, accept: bool, prompt_text: str | None) -> None:
        """Answer the open dialog and let what it held up go on, up to the next dialog."""
        dialog = self._open.pop(0)
        if not self._open:
            self._opened.clear()
        if not accept:
            await dialog.dismiss()
        elif dialog.type == "prompt":
            await dialog.accept(dialog.default_value if prompt_text is None else prompt_text)
        else:
            await dialog.accept()
        held = asyncio.ensure_future(self._held_up())
        await self.until_opened(held)
        if self._broken:
            raise PageError(f"What the dialog had interrupted was not done: {self._broken.pop()}")

    def doubts(self) -> tuple[Trouble, ...]:
        """That an action may never have been done, as long as the dialog that interrupted it is open."""
        dialog = self.current()
        if dialog is None or not self._in_doubt:
            return ()
        return (Trouble("unanswered", f"a native {dialog.type} dialog opened before a step was seen to be done"),)

    async def dismiss_all(self) -> None:
        self._opened.clear()
        while self._open:
            with contextlib.suppress(PlaywrightError):
                await self._open.pop(0).dismiss()

    def forsake(self) -> None:
        for action in set(self._held):
            action.cancel()

    async def _held_up(self) -> None:
        if self._held:
            await asyncio.wait(set(self._held))

    def _released(self, action: asyncio.Future[Any]) -> None:
        self._held.discard(action)
        self._in_doubt.discard(action)
        error = None if action.cancelled() else action.exception()
        # A page that goes away with its dialog has taken the action before.
        if error is not None and not refusals.is_closed(str(error)):
            self._broken.append(str(refusals.refusal(str(error))))

    def _on_dialog(self, dialog: Dialog) -> None:
        self._open.append(dialog)
        self._opened.set()

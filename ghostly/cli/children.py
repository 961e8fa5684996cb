"""Processes that a command starts, waits for, and never leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from .exits import Unreachable
from .words import printable

Ready = TypeVar("Ready")
LAST_LINES = 5
STOP_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Command:
    """What `python` is to do, where, and what people call it."""

    name: str
    arguments: tuple[str, ...]
    folder: Path
    environ: Mapping[str, str]


class Child:
    """A process that ends with the block, if it was started; whatever it says is in `log`."""

    def __init__(self, command: Command, log: Path, stop_seconds: float = STOP_SECONDS) -> None:
        self._command = command
        self._log = log
        self._stop_seconds = stop_seconds
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("wb") as log:
            # A session of its own: a Ctrl-C is for us, and we stop the children in order.
            self._process = subprocess.Popen(
                [sys.executable, *self._command.arguments],
                cwd=self._command.folder,
                env=self._command.environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is None:
            return
        try:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(self._stop_seconds)
        finally:
            # Also after a second Ctrl-C, and for what a dead child may have left.
            self._kill_family(self._process)

    def until(self, is_ready: Callable[[], Ready | None], seconds: float) -> Ready:
        """What `is_ready` returns once it is something; raises Unreachable if the child dies, or takes too long."""
        deadline = time.monotonic() + seconds
        while (found := is_ready()) is None:
            code = self._process.poll() if self._process else None
            if code is not None:
                raise Unreachable(f"{self._command.name} ended at its start with code {code}. {self._last_words()}")
            if time.monotonic() > deadline:
                raise Unreachable(f"{self._command.name} did not get ready within {seconds:g} s. {self._last_words()}")
            time.sleep(0.05)
        return found

    def said(self) -> str:
        return self._log.read_text(errors="replace")

    def _last_words(self) -> str:
        lines = [printable(line) for line in self.said().splitlines() if line.strip()]
        if not lines:
            return f"It said nothing; its log is {self._log}."
        return f"The end of {self._log}:" + "".join(f"\n  {line}" for line in lines[-LAST_LINES:])

    def _kill_family(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

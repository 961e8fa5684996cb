"""The greenlet side of the browser: calls go over a socket to a process of their own, where no patching reaches."""

from __future__ import annotations

import contextlib
import itertools
import shutil
import sys
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import gevent
from gevent import socket, subprocess
from gevent.event import AsyncResult, Event
from gevent.lock import BoundedSemaphore
from gevent.queue import SimpleQueue

from ghostly.engine.page import Page
from ghostly.engine.ports import Browser, Look, Performed, Recordings, Session, Trouble
from ghostly.engine.steps import Step
from ghostly.errors import BrowserGone, BrowserMissing, GhostlyError

from . import executables, messages, processes, recordings
from .messages import Message
from .options import BrowserOptions

_ROOT = Path(__file__).resolve().parents[2]
_CHUNK = 256 * 1024
_GONE = "The browser process ended unexpectedly while the run was using it."
_STOPPED = "The browser was stopped, because the server is shutting down."
_LEAVING_S = 0.3
_PING_S = 2.0


class RemoteBrowsers:
    """Opens browsers in a child process, which is started on first use and started anew when it died."""

    def __init__(self, options: BrowserOptions | None = None) -> None:
        self._options = options or BrowserOptions()
        self._child: _Child | None = None
        self._starting = BoundedSemaphore()

    def open(self, session: Session) -> Browser:
        reused = self._child is not None
        child = self._running()
        try:
            return child.open(session)
        except BrowserGone:
            # A child that was found dead only now is no fault of this run.
            if not reused or not child.ended.wait(_LEAVING_S):
                raise
        return self._running().open(session)

    def alive(self) -> bool:
        """Whether the next `open` may be expected to work."""
        child = self._child
        if child is None or child.gone:
            return self._can_start()
        try:
            with gevent.Timeout(_PING_S):
                return bool(child.call("ping"))
        except (gevent.Timeout, GhostlyError):
            return False

    def stop(self) -> None:
        """End the child and its browsers; whatever still waits for them hears that the server is shutting down."""
        with self._starting:
            child, self._child = self._child, None
        if child is not None:
            child.stop()

    def _can_start(self) -> bool:
        if self._options.ws_endpoint:
            return True
        try:
            executables.find_executable(self._options, headless=True)
        except BrowserMissing:
            return False
        return True

    def _running(self) -> _Child:
        with self._starting:
            if self._child is None or self._child.gone:
                self._child = _Child(self._options)
            return self._child


class RemoteBrowser:
    """One run's browser, as the engine sees it."""

    def __init__(self, child: _Child, visit: int) -> None:
        self._child = child
        self._visit = visit
        self._closed: Recordings | None = None
        self._begun: _Question | None = None

    def perform(self, step: Step, index: int, longest_ms: int | None = None) -> Performed:
        self._begun = None
        asked = {"step": step.wire(), "index": index, "longest_ms": longest_ms}
        return messages.performed_of(self._child.call("perform", self._visit, **asked))

    def is_secret(self, selector: str) -> bool | None:
        answer = self._child.call("is_secret", self._visit, selector=selector)
        return None if answer is None else bool(answer)

    def observe(self, look: Look) -> Page:
        begun, self._begun = self._begun, None
        asked = begun or self._child.ask("observe", self._visit, look=asdict(look))
        return messages.page_of(self._child.answer(asked))

    def rest(self, longest_ms: int) -> None:
        self._begun = None
        self._child.call("rest", self._visit, longest_ms=longest_ms)

    def look_ahead(self, look: Look) -> None:
        with contextlib.suppress(BrowserGone):
            self._begun = self._child.ask("observe", self._visit, look=asdict(look))

    def picture(self, name: str) -> str | None:
        taken = self._child.call("picture", self._visit, file=name)
        return None if taken is None else str(taken)

    def troubles(self, wait: bool = True) -> tuple[Trouble, ...]:
        return messages.troubles_of(self._child.call("troubles", self._visit, wait=wait))

    def close(self, keep_video: bool) -> Recordings:
        if self._closed is None:
            self._closed = self._child.close(self._visit, keep_video)
        return self._closed


@dataclass(frozen=True, slots=True)
class _Question:
    """What the child was asked."""

    request: int
    name: str
    answer: AsyncResult[Any]


class _Child:
    """The process, and the calls that wait for its answers."""

    def __init__(self, options: BrowserOptions) -> None:
        self.gone: str | None = None
        self.ended = Event()
        self._options = options
        self._ids: Iterator[int] = itertools.count(1)
        self._waiting: dict[int, AsyncResult[Any]] = {}
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._mark = uuid.uuid4().hex
        self._scratch = tempfile.mkdtemp(prefix="ghostly-browser-")
        self._link, theirs = socket.socketpair()
        self._process = _spawn(theirs.fileno(), options, self._mark, Path(self._scratch))
        theirs.close()
        hello = {"options": asdict(options), "scratch": self._scratch}
        self._outbox.put(messages.encode(hello))
        self._writing = gevent.spawn(self._write)
        self._reading = gevent.spawn(self._read)

    def open(self, session: Session) -> RemoteBrowser:
        visit = next(self._ids)
        try:
            self.call("open", visit, session=messages.plain(session))
        except GhostlyError:
            raise
        except BaseException:
            self._post({"id": next(self._ids), "call": "close", "visit": visit, "keep_video": False})
            raise
        return RemoteBrowser(self, visit)

    def call(self, name: str, visit: int = 0, **arguments: Any) -> Any:
        return self.answer(self.ask(name, visit, **arguments))

    def ask(self, name: str, visit: int = 0, **arguments: Any) -> _Question:
        if self.gone:
            raise BrowserGone(self.gone)
        asked = _Question(next(self._ids), name, AsyncResult())
        self._waiting[asked.request] = asked.answer
        self._post({"id": asked.request, "call": name, "visit": visit, **arguments})
        return asked

    def answer(self, asked: _Question) -> Any:
        """Wait for it; a greenlet that is killed meanwhile takes the question back at once."""
        try:
            return asked.answer.get()
        finally:
            # What closes goes on even if nobody waits for it: a context that is half closed would stay for ever.
            if self._waiting.pop(asked.request, None) is not None and asked.name != "close":
                self._post({"id": asked.request, "call": "cancel"})

    def close(self, visit: int, keep_video: bool) -> Recordings:
        longest_ms = self._options.close_ms * 2 + self._options.recording_ms * 3
        try:
            with gevent.Timeout(longest_ms / 1000) as patience:
                return messages.recordings_of(self.call("close", visit, keep_video=keep_video))
        except GhostlyError:
            return Recordings()
        except gevent.Timeout as late:
            if late is not patience:
                raise
            return Recordings()

    def stop(self) -> None:
        self._end(_STOPPED)
        gevent.joinall([self._writing], timeout=0.1)
        with contextlib.suppress(OSError):
            self._link.shutdown(socket.SHUT_WR)
        self._bury(self._options.stop_ms / 1000 + _LEAVING_S)

    def _post(self, message: Message) -> None:
        if not self.gone:
            self._outbox.put(messages.encode(message))

    def _write(self) -> None:
        while (line := self._outbox.get()) is not None:
            try:
                self._link.sendall(line)
            except OSError:
                return

    def _read(self) -> None:
        rest: list[bytes] = []
        while chunk := self._receive():
            *lines, last = chunk.split(b"\n")
            for line in lines:
                self._deliver(messages.decode(b"".join([*rest, line])))
                rest = []
            rest.append(last)
        if self.gone is None:
            self._end(_GONE)
            self._bury(_LEAVING_S)

    def _receive(self) -> bytes:
        try:
            return bytes(self._link.recv(_CHUNK))
        except OSError:
            return b""

    def _deliver(self, message: Message) -> None:
        answer = self._waiting.pop(message["id"], None)
        if answer is None:
            return
        if "error" in message:
            answer.set_exception(messages.error_of(message["error"]))
        else:
            answer.set(message["ok"])

    def _end(self, why: str) -> None:
        self.gone = why
        self.ended.set()
        self._outbox.put(None)
        waiting, self._waiting = self._waiting, {}
        for answer in waiting.values():
            answer.set_exception(BrowserGone(why))

    def _bury(self, patience_s: float) -> None:
        """Wait for the process to end, end it and its browsers if it does not, and leave nothing of them."""
        try:
            self._process.wait(timeout=patience_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        pool = gevent.get_hub().threadpool
        pool.apply(processes.end_marked, (self._mark, _LEAVING_S))
        pool.apply(shutil.rmtree, (self._scratch, True))
        self._link.close()


def _spawn(descriptor: int, options: BrowserOptions, mark: str, scratch: Path) -> subprocess.Popen[bytes]:
    browsers = recordings.prepare_ffmpeg(options, scratch) or options.browsers_path
    given = [f"{processes.MARK}={mark}", f"TMPDIR={scratch}"]
    given += [f"PLAYWRIGHT_BROWSERS_PATH={browsers}"] if browsers else []
    withheld = [word for name in options.withheld for word in ("-u", name)]
    # A session of its own, so that Ctrl-C reaches the server alone, which then ends this process in order.
    with (scratch / "stderr").open("wb") as errors:
        return subprocess.Popen(
            ["/usr/bin/env", *withheld, *given, sys.executable, "-m", "ghostly.browser.worker", str(descriptor)],
            cwd=_ROOT,
            pass_fds=(descriptor,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )

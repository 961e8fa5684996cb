"""Wakes the readers of a run. A bus may lose or repeat what it carries: readers trust the log."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Generic, Protocol, TypeVar

from blinker import Namespace
from gevent.queue import Empty, Full, Queue

from .log import Record

Listener = Callable[..., Any]
T = TypeVar("T")


class Mailbox(Generic[T]):
    """One reader's inbox. Putting never blocks and never raises.

    When it is full it is emptied and `lagging` says that the reader has to ask the log instead; `closed` is what
    the reader was told to leave with, if it was.
    """

    def __init__(self, size: int) -> None:
        self._queue: Queue[T | None] = Queue(size)
        self.lagging = False
        self.closed: str | None = None

    def put(self, item: T) -> None:
        if self.lagging:
            return
        try:
            self._queue.put_nowait(item)
        except Full:
            self.lag()

    def lag(self) -> None:
        """Send the reader to the log, whatever it holds."""
        self.lagging = True
        self._wake()

    def close(self, reason: str) -> None:
        self.closed = self.closed or reason
        self._wake()

    def take(self) -> list[T]:
        """Everything that is there, waiting for the first; may be empty after `lag` or `close`."""
        items = [self._queue.get()]
        try:
            while True:
                items.append(self._queue.get_nowait())
        except Empty:
            return [item for item in items if item is not None]

    def _wake(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()
        self._queue.put_nowait(None)


class Bus(Protocol):
    def publish(self, record: Record) -> None:
        """Tell every listener of the run. Never blocks and never raises into the writer."""

    def listening(self, run_id: str, listener: Listener) -> AbstractContextManager[object]:
        """Within the `with` block, `listener(run_id, record=…)` is called for each record of the run."""


class LocalBus:
    """A bus within one process, carried by a blinker signal."""

    def __init__(self) -> None:
        self._appended = Namespace().signal("record-appended", doc="Sender: run id. Argument: record.")

    def publish(self, record: Record) -> None:
        self._appended.send(record.run_id, record=record)

    def listening(self, run_id: str, listener: Listener) -> AbstractContextManager[object]:
        return self._appended.connected_to(listener, sender=run_id)

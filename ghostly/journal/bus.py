"""Wakes the readers of a run. A bus may lose or repeat what it carries: readers trust the log."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

from blinker import Namespace

from .log import Record

Listener = Callable[..., Any]


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

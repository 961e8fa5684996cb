"""What the server counts, as Prometheus wants it."""

from __future__ import annotations

import json
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, PlatformCollector, ProcessCollector

from ..journal.log import Record


class Metrics:
    """`count` is to be called for every event that this worker appends."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._events = Counter("ghostly_events", "Events appended, by type.", ["type"], registry=self._registry)
        self._runs = Counter("ghostly_runs", "Runs that ended, by verdict.", ["verdict"], registry=self._registry)
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)

    @property
    def registry(self) -> CollectorRegistry:
        return self._registry

    def count(self, record: Record) -> None:
        self._events.labels(record.type).inc()
        if record.ends_run:
            self._runs.labels(json.loads(record.data)["payload"]["verdict"]).inc()

    def watch(self, streams: Callable[[], int], runs: Callable[[], tuple[int, int]]) -> None:
        """Show what these answer whenever somebody looks: open streams; (running, waiting) runs."""
        for name, about, value in (
            ("ghostly_streams_open", "Open event streams.", streams),
            ("ghostly_runs_active", "Runs being driven.", lambda: runs()[0]),
            ("ghostly_runs_waiting", "Runs waiting for their turn.", lambda: runs()[1]),
        ):
            Gauge(name, about, registry=self._registry).set_function(value)

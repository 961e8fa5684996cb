"""A run followed to its end: resumes after every cut, and says when there is no sense in going on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from httpx_sse import ServerSentEvent

from .continuity import Assist, Continuity, End, Status, Told, told
from .exits import StreamBroken, Unreachable

SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 10.0
# A connection that lived for so long was a real one, though it told nothing new.
GOOD_CONNECTION = 1.0


class Source(Protocol):
    def stream(self, run_id: str, after: int) -> AbstractContextManager[Iterator[ServerSentEvent] | None]: ...


@dataclass(frozen=True, slots=True)
class Pause:
    """The connection was lost after event number `after`; the next one is tried in so many seconds."""

    reason: str
    seconds: float
    after: int


class Patience:
    """How long to go on trying, and how long to wait in between: at least what the server's `retry:` says."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self.retry = 1.0
        self._clock = clock
        self._since: float | None = None
        self._failures = 0

    def renew(self) -> None:
        self._since, self._failures = None, 0

    def pause(self) -> float | None:
        """Seconds until the next attempt; None at the end of all patience."""
        now = self._clock()
        if self._since is None:
            self._since = now
        left = self._since + self.seconds - now
        least = max(self.retry, SHORTEST_PAUSE)
        wait = max(least, min(least * 2.0 ** min(self._failures, 20), LONGEST_PAUSE))
        self._failures += 1
        return min(wait, left) if left >= least else None


class Stream:
    """Everything that a run tells, each event once and in order, `End` last and only if it is proved."""

    def __init__(
        self, source: Source, run_id: str, patience: Patience, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self.continuity = Continuity()
        self._source = source
        self._run_id = run_id
        self._patience = patience
        self._sleep = sleep
        self._clock = time.monotonic
        self._proved = False

    def __iter__(self) -> Iterator[Told | Pause]:
        while not self._proved:
            began, reason = self._clock(), "the server closed the stream"
            try:
                yield from self._connection()
            except Unreachable as error:
                if error.lasting:
                    raise
                reason = str(error).rstrip(".")
            if not self._proved:
                if self._clock() - began >= GOOD_CONNECTION:
                    self._patience.renew()
                yield (pause := self._pause(reason))
                self._sleep(pause.seconds)

    def _pause(self, reason: str) -> Pause:
        seconds = self._patience.pause()
        if seconds is None:
            raise Unreachable(
                f"Gave up after {self._patience.seconds:g} s without the server: {reason}. The run may still go on."
            )
        return Pause(reason, seconds, self.continuity.seen)

    def _connection(self) -> Iterator[Told]:
        with self._source.stream(self._run_id, self.continuity.seen) as events:
            if events is None:
                yield from self._end_of_a_finished_run()
                return
            for event in events:
                if (news := self._read(event)) is None:
                    continue
                if isinstance(news, Assist):
                    self.continuity.take(news, event.id)
                if isinstance(news, End):
                    yield self._prove(news)
                    return
                yield news

    def _end_of_a_finished_run(self) -> Iterator[Told]:
        """Only `end` was lost with the last connection: it comes again after the whole history."""
        with self._source.stream(self._run_id, 0) as events:
            if events is None:
                raise StreamBroken("The stream is broken: the run has ended without a single event.")
            for event in events:
                news = self._read(event)
                if isinstance(news, End):
                    yield self._prove(news)
                    return

    def _read(self, event: ServerSentEvent) -> Told | None:
        if event.retry is not None:
            self._patience.retry = max(event.retry, 0) / 1000
        if event.event == "ping":
            self._patience.renew()
            return None
        news = told(event.data) if event.data else None
        # A status alone is no sign of life: it is also what a server says that has no room for us.
        if news is not None and not isinstance(news, Status):
            self._patience.renew()
        return news

    def _prove(self, end: End) -> End:
        self.continuity.prove(end)
        self._proved = True
        return end

"""Follow a run: its history first, then whatever happens, each event once and in order, until its end.

subscribe ─► read the store ─► live ◄──────┐
                  ▲              │ next seq │
                  └── a gap, an overflow, ──┘
                      a nudge
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from threading import Lock

from ..engine.events import Status
from ..storage.database import LOST
from . import sse
from .bus import Bus, Mailbox
from .log import Head, Journal, Record, iso

GOODBYE = "goodbye"
GONE = "gone"
_LARGEST_PIECE = 128 * 1024


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """`queue`: events per reader; `ring`: events kept per followed run; `page`: events per read of the store."""

    queue: int = 256
    ring: int = 512
    page: int = 200
    streams: int = 2000


@dataclass(frozen=True, slots=True)
class Frame:
    """An encoded event, shared by all its readers. A ping has seq 0."""

    seq: int
    data: bytes
    ends_run: bool = False


class Channel:
    """What this worker knows of one followed run: its readers, and its last frames, without a gap."""

    def __init__(self, size: int) -> None:
        self.readers: set[Mailbox[Frame]] = set()
        self.reading = Lock()
        self.ending: Head | None = None
        self.subscription = ExitStack()
        self.subscribed = False
        self._ring: deque[Frame] = deque(maxlen=size)

    @property
    def known(self) -> int:
        return self._ring[-1].seq if self._ring else 0

    def hear(self, _run_id: str, record: Record) -> None:
        """A doorbell rang. Encoded once here, whoever reads it."""
        frame = _frame(record)
        if frame.seq == self.known + 1:
            self._ring.append(frame)
        elif frame.seq > self.known:
            self._ring.clear()
            self._ring.append(frame)
        for mailbox in self.readers:
            mailbox.put(frame)

    def learn(self, frames: list[Frame]) -> bool:
        """Keep what was read from the store, if it continues or precedes what is kept; whether it is news.

        Nobody rang for news, so the readers that wait have to be sent after it: `check_heads` sees no gap any more.
        """
        if not self._ring or frames[-1].seq > self.known:
            kept = [frame for frame in frames if frame.seq > self.known]
            if self._ring and kept[0].seq != self.known + 1:
                self._ring.clear()
            self._ring.extend(kept)
            return True
        for frame in reversed(frames):
            if len(self._ring) < (self._ring.maxlen or 0) and frame.seq == self._ring[0].seq - 1:
                self._ring.appendleft(frame)
        return False

    def since(self, seen: int) -> list[Frame] | None:
        """The frames after `seen`; None when that is not kept here."""
        if not self._ring or self._ring[0].seq > seen + 1 or self.known <= seen:
            return None
        return [frame for frame in self._ring if frame.seq > seen]


class Feed:
    """The readers of this worker. `ping` and `check_heads` are to be called from time to time."""

    def __init__(self, journal: Journal, bus: Bus, options: FeedOptions, now_ms: Callable[[], int]) -> None:
        self._journal = journal
        self._bus = bus
        self._options = options
        self._now_ms = now_ms
        self._channels: dict[str, Channel] = {}
        self.draining = False
        self.open = 0

    def follow(self, head: Head, after: int, mailbox: Mailbox[Frame]) -> Iterator[bytes]:
        """The body of a stream: `status`, the events after `after`, and `end` once the run has ended."""
        if self.draining or self.open >= self._options.streams:
            yield self.goodbye(head.status)
            return
        self.open += 1
        try:
            with self._joined(head.run_id, mailbox) as channel:
                yield from self._lifecycle(channel, mailbox, head, after)
        except LOST:
            # Not an error for the reader: it comes back with its cursor and misses nothing.
            yield self.goodbye(head.status)
        finally:
            self.open -= 1

    def mailbox(self) -> Mailbox[Frame]:
        return Mailbox(self._options.queue)

    def goodbye(self, status: Status = "running") -> bytes:
        """A last `status` that asks the reader to come back in a while."""
        return sse.status(status, self._now(), _retry_ms())

    def drain(self) -> None:
        """End every stream cleanly, and those that come from now on as well."""
        self.draining = True
        for mailbox in self._mailboxes():
            mailbox.close(GOODBYE)

    def ping(self) -> None:
        frame = Frame(0, sse.ping(self._now_ms() / 1000))
        for mailbox in self._mailboxes():
            mailbox.put(frame)

    def check_heads(self) -> None:
        """Make good whatever the bus has lost: one query for all followed runs."""
        if not self._channels:
            return
        heads = self._journal.heads(list(self._channels))
        for run_id, channel in list(self._channels.items()):
            head = heads.get(run_id)
            for mailbox in list(channel.readers):
                if head is None:
                    mailbox.close(GONE)
                elif head.last_seq > channel.known:
                    mailbox.lag()

    def _lifecycle(self, channel: Channel, mailbox: Mailbox[Frame], head: Head, after: int) -> Iterator[bytes]:
        seen, ended = after, head.finished and after >= head.last_seq
        preface = sse.status(head.status, self._now(), _retry_ms())
        while not ended and mailbox.closed is None:
            # Cleared before the read, so that an overflow during it is not overlooked.
            mailbox.lagging = False
            while frames := _portion(self._next(channel, head.run_id, seen)):
                seen, ended = frames[-1].seq, frames[-1].ends_run
                yield preface + b"".join(frame.data for frame in frames)
                preface = b""
                if ended or mailbox.closed:
                    break
            if preface:
                yield preface
                preface = b""
            if not ended:
                seen, ended = yield from self._live(mailbox, seen)
        if ended:
            yield preface + self._closing(channel, head)
        elif mailbox.closed == GOODBYE:
            yield self.goodbye()

    def _live(self, mailbox: Mailbox[Frame], seen: int) -> Generator[bytes, None, tuple[int, bool]]:
        """Pass on what comes until the log has to be asked; returns (seen, ended)."""
        while mailbox.closed is None and not mailbox.lagging:
            chunk, gap = [], False
            for frame in mailbox.take():
                if frame.seq == seen + 1 or not frame.seq:
                    chunk.append(frame.data)
                    seen = frame.seq or seen
                    if frame.ends_run:
                        yield b"".join(chunk)
                        return seen, True
                elif frame.seq > seen:
                    gap = True
                    break
            if chunk:
                yield b"".join(chunk)
            if gap:
                break
        return seen, False

    def _next(self, channel: Channel, run_id: str, seen: int) -> list[Frame]:
        """The next frames after `seen`, from memory if they are there; empty at the head of the run."""
        if (frames := channel.since(seen)) is not None:
            return frames
        # Readers that arrive together wait for the first one's read and find its result in memory.
        with channel.reading:
            if (frames := channel.since(seen)) is not None:
                return frames
            frames = [_frame(record) for record in self._journal.read(run_id, seen, self._options.page)]
            if frames and channel.learn(frames):
                for mailbox in channel.readers:
                    mailbox.lag()
            return frames

    def _closing(self, channel: Channel, head: Head) -> bytes:
        """`end`, after the final `status` unless the reader began with it."""
        if channel.ending is None:
            channel.ending = self._journal.head(head.run_id)
        ending = channel.ending
        if ending is None or ending.digest is None:
            return self.goodbye()
        at = iso(ending.finished_ms or self._now_ms())
        status = b"" if head.finished else sse.status(ending.status, at)
        return status + sse.end(at, ending.last_seq, ending.digest)

    @contextmanager
    def _joined(self, run_id: str, mailbox: Mailbox[Frame]) -> Iterator[Channel]:
        """Subscribed to the run; its channel lives as long as it has readers."""
        channel = self._channels.setdefault(run_id, Channel(self._options.ring))
        channel.readers.add(mailbox)
        try:
            with channel.reading:
                if not channel.subscribed:
                    channel.subscription.enter_context(self._bus.listening(run_id, channel.hear))
                    channel.subscribed = True
            yield channel
        finally:
            channel.readers.discard(mailbox)
            if not channel.readers:
                del self._channels[run_id]
                channel.subscription.close()

    def _mailboxes(self) -> list[Mailbox[Frame]]:
        return [mailbox for channel in self._channels.values() for mailbox in channel.readers]

    def _now(self) -> str:
        return iso(self._now_ms())


def _frame(record: Record) -> Frame:
    return Frame(record.seq, sse.assist(record), record.ends_run)


def _portion(frames: list[Frame]) -> list[Frame]:
    """As many of the first frames as go out in one piece, so that a slow reader of large events is not cut for it."""
    total = 0
    for number, frame in enumerate(frames):
        total += len(frame.data)
        if total > _LARGEST_PIECE and number:
            return frames[:number]
    return frames


def _retry_ms() -> int:
    return random.randint(1000, 5000)

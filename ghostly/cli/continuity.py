"""What a stream tells, and the proof that it is the whole and exact history of its run. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from .exits import NotUnderstood, StreamBroken


@dataclass(frozen=True, slots=True)
class Status:
    """How the run stands. `data` is always the exact text that the stream carried."""

    data: str
    status: str


@dataclass(frozen=True, slots=True)
class Assist:
    """An event of the run."""

    data: str
    seq: int
    type: str
    at: str
    step_index: int | None
    payload: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class End:
    """What the server says that it has told."""

    data: str
    events: int
    digest: str


Told = Status | Assist | End


def told(data: str) -> Told | None:
    """The meaning of a `data` line; None for a kind that is not known here. Raises NotUnderstood."""
    try:
        fields = json.loads(data)
        match fields:
            case {"kind": "status", "status": str(status)}:
                return Status(data, status)
            case {"kind": "end", "events": int(events), "digest": str(digest)}:
                return End(data, events, digest)
            case {"kind": "assist", "seq": int(seq), "type": str(kind), "payload": dict() as payload}:
                return Assist(data, seq, kind, str(fields.get("at", "")), _index(fields), payload)
            case {"kind": str(kind)} if kind not in {"status", "assist", "end"}:
                return None
    except (ValueError, RecursionError):
        pass
    raise NotUnderstood(f"The stream carries something that is not understood: {data[:60]!r}.")


def _index(fields: Mapping[str, object]) -> int | None:
    index = fields.get("stepIndex")
    return index if isinstance(index, int) else None


class Continuity:
    """Counts and hashes what was told; raises StreamBroken for whatever is missing, doubled or altered."""

    def __init__(self) -> None:
        self.seen = 0
        self._hash = hashlib.sha256()
        self._over = False

    @property
    def digest(self) -> str:
        return f"sha256:{self._hash.hexdigest()}"

    def take(self, event: Assist, event_id: str) -> None:
        if event_id != str(event.seq):
            raise StreamBroken(f"The stream is broken: event {event.seq} came with the id {event_id!r}.")
        if self._over:
            raise StreamBroken(f"The stream is broken: event {event.seq} came after the end of its run.")
        if event.seq <= self.seen:
            raise StreamBroken(f"The stream is broken: event {event.seq} came again after event {self.seen}.")
        if event.seq > self.seen + 1:
            raise StreamBroken(f"The stream is broken: event {event.seq} came right after event {self.seen}.")
        self.seen = event.seq
        self._over = event.type == "run_end"
        self._hash.update(event.data.encode("utf-8", "surrogatepass") + b"\n")

    def prove(self, end: End) -> None:
        if not self._over:
            raise StreamBroken("The stream is broken: it ended before its run did.")
        if end.events != self.seen:
            raise StreamBroken(f"The stream is broken: the run has {end.events} events, and {self.seen} came.")
        if end.digest != self.digest:
            raise StreamBroken(f"The stream is broken: its events hash to {self.digest}, and should to {end.digest}.")

"""The event log: the one place where an event is redacted, numbered, stored and announced."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from ..engine.events import Event, RunEnded, Status, StepFailed, StepPassed
from ..engine.wire import wire
from ..errors import RunOver
from ..storage.database import Database
from ..storage.models import EventRow, RunRow, StepRow
from .closing import closing
from .redact import Redactor

Missing = Callable[[Sequence[tuple[str, str]], int], Sequence[Event]]

# A frame stays below 64 KiB, its `id:` and `event:` lines included.
LARGEST_DATA = 64 * 1024 - 256


@dataclass(frozen=True, slots=True)
class Record:
    """An event as stored: numbered within its run, `data` the exact text that every reader gets."""

    run_id: str
    seq: int
    type: str
    data: str

    @property
    def ends_run(self) -> bool:
        return self.type == RunEnded.type


@dataclass(frozen=True, slots=True)
class Head:
    """How far a run has come. `last_seq` is the number of its events so far."""

    run_id: str
    user_id: str
    status: Status
    last_seq: int
    finished_ms: int | None
    digest: str | None

    @property
    def finished(self) -> bool:
        return self.status != "running"


# Made once: to build them for every event costs more than to run them.
_NEXT_SEQ = (
    update(RunRow.__table__)  # type: ignore[arg-type]  # it is a table
    .where(RunRow.id == bindparam("of_run"), RunRow.status == "running")
    .values(last_seq=RunRow.last_seq + 1)
    .returning(RunRow.last_seq)
)
_NEW_EVENT = insert(EventRow.__table__)  # type: ignore[arg-type]  # the same
_NEW_STEP = insert(StepRow.__table__)  # type: ignore[arg-type]  # the same


class Journal:
    """Append-only history of runs.

    What `append` and `finish` return is redacted, stored, and numbered 1, 2, 3… within its run, whoever wrote it.
    """

    def __init__(self, database: Database, announce: Callable[[Record], object], now_ms: Callable[[], int]) -> None:
        self._database = database
        self._announce = announce
        self._now_ms = now_ms

    def append(self, run_id: str, event: Event, redactor: Redactor) -> Record:
        """Raises RunOver when the run has ended already."""
        with self._database.transaction() as connection:
            # The run's row owns the counter, so two writers can never share a number.
            seq = connection.execute(_NEXT_SEQ, {"of_run": run_id}).scalar_one_or_none()
            if seq is None:
                raise RunOver(f"run {run_id} has ended")
            record = Record(run_id, seq, event.type, serialise(event, seq, iso(self._now_ms()), redactor))
            _keep(connection, record, event, redactor)
        self._announce(record)
        return record

    def finish(self, run_id: str, ending: RunEnded, redactor: Redactor) -> Record | None:
        """End the run. None when somebody else has ended it already: a run ends once."""
        return self._finish(run_id, ending, redactor, lambda history, now: [])

    def cut_short(self, run_id: str, ending: RunEnded, redactor: Redactor) -> Record | None:
        """The same for a run that was not done: what it has left open is closed in its name, at the same moment."""
        return self._finish(run_id, ending, redactor, lambda history, now: closing(history, ending, now))

    def _finish(self, run_id: str, ending: RunEnded, redactor: Redactor, missing_in: Missing) -> Record | None:
        now = self._now_ms()
        with self._database.transaction() as connection:
            run = connection.execute(
                update(RunRow)
                .where(RunRow.id == run_id, RunRow.status == "running")
                .values(
                    status=ending.status,
                    verdict=ending.verdict,
                    verdict_reason=redactor.text(ending.verdict_reason),
                    usage=_compact(wire(ending.usage)) if ending.usage else None,
                    stop_reason=ending.stop_reason,
                    finished_ms=now,
                )
                .returning(RunRow.last_seq, RunRow.started_ms)
            ).one_or_none()
            if run is None:
                return None
            chosen = select(EventRow.type, EventRow.data).where(EventRow.run_id == run_id).order_by(EventRow.seq)
            history = [(row.type, row.data) for row in connection.execute(chosen)]
            missing = missing_in(history, now)
            last = _ended(ending, missing, now - run.started_ms)
            records = []
            for seq, event in enumerate([*missing, last], run.last_seq + 1):
                records.append(Record(run_id, seq, event.type, serialise(event, seq, iso(now), redactor)))
                _keep(connection, records[-1], event, redactor)
            proof = digest([*(data for _, data in history), *(record.data for record in records)])
            ended = {"last_seq": records[-1].seq, "digest": proof}
            connection.execute(update(RunRow).where(RunRow.id == run_id).values(ended))
        for record in records:
            self._announce(record)
        return records[-1]

    def head(self, run_id: str) -> Head | None:
        return self.heads([run_id]).get(run_id)

    def heads(self, run_ids: Iterable[str]) -> dict[str, Head]:
        columns = (RunRow.id, RunRow.user_id, RunRow.status, RunRow.last_seq, RunRow.finished_ms, RunRow.digest)
        with self._database.read() as session:
            rows = session.execute(select(*columns).where(RunRow.id.in_(list(run_ids)))).all()
        return {row.id: Head(*row) for row in rows}

    def read(self, run_id: str, after: int = 0, limit: int = 500) -> list[Record]:
        """The next events, at most `limit`. A short transaction of its own: a stream may live for hours."""
        with self._database.read() as session:
            rows = session.execute(
                select(EventRow.run_id, EventRow.seq, EventRow.type, EventRow.data)
                .where(EventRow.run_id == run_id, EventRow.seq > after)
                .order_by(EventRow.seq)
                .limit(limit)
            ).all()
        return [Record(*row) for row in rows]


def _ended(ending: RunEnded, missing: Iterable[Event], duration_ms: int) -> RunEnded:
    """The ending with what only the records know: what was left open, and how long the run took from start to end."""
    failed = [event for event in missing if isinstance(event, StepFailed)]
    total = max([ending.total_steps, *(event.step_index + 1 for event in failed)])
    counted = ending.failed_steps + len(failed)
    return replace(ending, duration_ms=duration_ms, failed_steps=counted, total_steps=total)


def serialise(event: Event, seq: int, at: str, redactor: Redactor) -> str:
    """The JSON of an event, on one line of ASCII: some client libraries also break lines at U+2028 and its kin."""
    head: dict[str, object] = {"kind": "assist", "type": event.type, "seq": seq, "at": at}
    if event.at_step is not None:
        head["stepIndex"] = event.at_step
    payload = redactor.data(event.payload())
    data = _compact({**head, "payload": payload})
    longest = LARGEST_DATA // 2
    while len(data) > LARGEST_DATA and longest:
        data = _compact({**head, "payload": {**_cut(payload, longest), "truncated": True}})
        longest //= 2
    return data


def digest(history: Iterable[str]) -> str:
    """The proof of continuity: SHA-256 over the data of each event, in order, each followed by LF."""
    total = hashlib.sha256()
    for data in history:
        total.update(data.encode() + b"\n")
    return "sha256:" + total.hexdigest()


def iso(milliseconds: int) -> str:
    at = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return at.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


def _cut(value: object, longest: int) -> dict[str, object]:
    cut = _shortened(value, longest)
    return cut if isinstance(cut, dict) else {}


def _shortened(value: object, longest: int) -> object:
    if isinstance(value, str):
        return value if len(value) <= longest else value[:longest] + "…"
    if isinstance(value, dict):
        return {key: _shortened(v, longest) for key, v in value.items()}
    if isinstance(value, list):
        return [_shortened(v, longest) for v in value[: max(1, longest)]]
    return value


def _keep(connection: Connection, record: Record, event: Event, redactor: Redactor) -> None:
    row = {"run_id": record.run_id, "seq": record.seq, "type": record.type, "data": record.data}
    connection.execute(_NEW_EVENT, row)
    if isinstance(event, StepPassed) or (isinstance(event, StepFailed) and event.final):
        connection.execute(_NEW_STEP, {"run_id": record.run_id, "seq": record.seq, **_outcome(event, redactor)})


def _outcome(event: StepPassed | StepFailed, redactor: Redactor) -> dict[str, object]:
    """What became of a step, as its row has it."""
    outcome: dict[str, object] = {
        "index": event.step_index,
        "action": event.step.action,
        "ok": isinstance(event, StepPassed),
        "duration_ms": event.duration_ms,
        "screenshot": event.screenshot_path,
        "healed": False,
        "error": None,
        "a11y": None,
        "target": None,
    }
    if isinstance(event, StepFailed):
        outcome["error"] = redactor.text(event.error.message)
        return outcome
    outcome["healed"] = bool(event.healed)
    outcome["a11y"] = redactor.text(event.a11y) if event.a11y is not None else None
    outcome["target"] = _compact(redactor.data(wire(event.target))) if event.target is not None else None
    return outcome

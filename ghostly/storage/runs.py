"""Runs as they are kept: their rows, their steps, and who says that they live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, or_, select, tuple_, update

from .database import Database
from .models import EventRow, RunRow, StepRow

_DAY_MS = 86_400_000
_LEAST_OF_ID = 6


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run has done so far."""

    total: int
    failed: int
    healed: int
    started_ms: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which runs somebody wants to see; `before` is the (started_ms, id) of the last one of the page before."""

    user_id: str
    project_id: str | None = None
    status: str | None = None
    before: tuple[int, str] | None = None
    limit: int = 50
    verdict: str | None = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The finished runs of somebody since a time, of one project or of all; days begin `offset_ms` before UTC's."""

    user_id: str
    project_id: str | None
    since_ms: int
    offset_ms: int = 0

    def conditions(self) -> tuple[ColumnElement[bool], ...]:
        mine = (RunRow.user_id == self.user_id, RunRow.started_ms >= self.since_ms, RunRow.status != "running")
        return mine if self.project_id is None else (*mine, RunRow.project_id == self.project_id)


class FlowRun(NamedTuple):
    run_id: str
    flow: str
    took_ms: int | None


class FlowStep(NamedTuple):
    """What is told of a step when many runs are looked at; `target` is JSON."""

    run_id: str
    place: int
    action: str
    ok: bool
    healed: bool
    target: str | None


class Runs:
    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, row: RunRow) -> None:
        with self._database.write() as session:
            session.add(row)

    def find(self, run_id: str, user_id: str) -> RunRow | None:
        with self._database.read() as session:
            return session.scalar(select(RunRow).where(RunRow.id == run_id, RunRow.user_id == user_id))

    def page(self, wanted: Wanted) -> list[RunRow]:
        """Newest first, one more than wanted when there is a next page."""
        chosen = select(RunRow).where(RunRow.user_id == wanted.user_id)
        if wanted.project_id is not None:
            chosen = chosen.where(RunRow.project_id == wanted.project_id)
        if wanted.status is not None:
            chosen = chosen.where(RunRow.status == wanted.status)
        if wanted.verdict is not None:
            chosen = chosen.where(RunRow.verdict == wanted.verdict)
        for word in wanted.search.split():
            columns = (RunRow.goal, RunRow.base_url, RunRow.verdict_reason)
            held = [column.icontains(word, autoescape=True) for column in columns]
            # A few digits are in many an id, and are not meant as one.
            named = [RunRow.id.startswith(word.lower(), autoescape=True)] if len(word) >= _LEAST_OF_ID else []
            chosen = chosen.where(or_(*held, *named))
        if wanted.before is not None:
            chosen = chosen.where(tuple_(RunRow.started_ms, RunRow.id) < wanted.before)
        chosen = chosen.order_by(RunRow.started_ms.desc(), RunRow.id.desc()).limit(wanted.limit + 1)
        with self._database.read() as session:
            return list(session.scalars(chosen))

    def request(self, run_id: str) -> str | None:
        """What the run was asked for, as it was stored."""
        with self._database.read() as session:
            return session.scalar(select(RunRow.request).where(RunRow.id == run_id))

    def by_day(self, period: Period) -> list[tuple[int, str, bool, int]]:
        """How many finished runs there are by day (since 1970), verdict, and whether they passed."""
        day, passed = (RunRow.started_ms + period.offset_ms) // _DAY_MS, RunRow.status == "pass"
        verdict = func.coalesce(RunRow.verdict, "inconclusive")
        chosen = select(day, verdict, passed, func.count()).where(*period.conditions()).group_by(day, verdict, passed)
        with self._database.read() as session:
            return [(int(row[0]), row[1], bool(row[2]), row[3]) for row in session.execute(chosen)]

    def flows(self, period: Period, most: int) -> list[FlowRun]:
        """The latest finished runs, newest first."""
        columns = (RunRow.id, func.coalesce(RunRow.goal, RunRow.base_url), RunRow.finished_ms - RunRow.started_ms)
        chosen = select(*columns).where(*period.conditions()).order_by(RunRow.started_ms.desc()).limit(most)
        with self._database.read() as session:
            return [FlowRun(*row) for row in session.execute(chosen)]

    def flow_steps(self, run_ids: Sequence[str]) -> list[FlowStep]:
        columns = (StepRow.run_id, StepRow.index, StepRow.action, StepRow.ok, StepRow.healed, StepRow.target)
        with self._database.read() as session:
            return [FlowStep(*row) for row in session.execute(select(*columns).where(StepRow.run_id.in_(run_ids)))]

    def events(self, run_id: str) -> list[str]:
        """The data of its events, in order."""
        with self._database.read() as session:
            chosen = select(EventRow.data).where(EventRow.run_id == run_id).order_by(EventRow.seq)
            return list(session.scalars(chosen))

    def delete(self, run_id: str, user_id: str) -> bool:
        """False when there is no such finished run."""
        with self._database.write() as session:
            mine = (RunRow.id == run_id, RunRow.user_id == user_id, RunRow.status != "running")
            if session.scalar(select(RunRow.id).where(*mine)) is None:
                return False
            for table in (EventRow, StepRow):
                session.execute(delete(table).where(table.run_id == run_id))
            session.execute(delete(RunRow).where(*mine))
            return True

    def steps(self, run_ids: Sequence[str]) -> list[StepRow]:
        with self._database.read() as session:
            chosen = select(StepRow).where(StepRow.run_id.in_(run_ids)).order_by(StepRow.run_id, StepRow.seq)
            return list(session.scalars(chosen))

    def tally(self, run_id: str) -> Tally:
        with self._database.read() as session:
            run = session.get_one(RunRow, run_id)
            ended = session.scalar(select(func.count()).where(StepRow.run_id == run_id)) or 0
            failed = session.scalar(select(func.count()).where(StepRow.run_id == run_id, StepRow.ok.is_(False)))
            # What a goal takes is not known beforehand.
            return Tally(max(run.total_steps, ended), failed or 0, 0, run.started_ms)

    def set_recordings(self, run_id: str, video: str | None, trace: str | None) -> None:
        with self._database.write() as session:
            session.execute(update(RunRow).where(RunRow.id == run_id).values(video=video, trace=trace))

    def beat(self, run_ids: Sequence[str], now_ms: int) -> None:
        """Say that these runs live."""
        if run_ids:
            with self._database.write() as session:
                session.execute(update(RunRow).where(RunRow.id.in_(run_ids)).values(heartbeat_ms=now_ms))

    def abandoned(self, before_ms: int) -> list[str]:
        """Ids of the running runs that nobody has said to live since `before_ms`."""
        with self._database.read() as session:
            chosen = select(RunRow.id).where(RunRow.status == "running", RunRow.heartbeat_ms < before_ms)
            return list(session.scalars(chosen))

    def is_abandoned(self, run_id: str, before_ms: int) -> bool:
        return run_id in self.abandoned(before_ms)

    def request_cancel(self, run_id: str) -> None:
        with self._database.write() as session:
            session.execute(update(RunRow).where(RunRow.id == run_id).values(cancel_requested=True))

    def cancel_requested(self, run_ids: Sequence[str]) -> list[str]:
        """Those of the runs that somebody wants cancelled."""
        if not run_ids:
            return []
        with self._database.read() as session:
            return list(session.scalars(select(RunRow.id).where(RunRow.id.in_(run_ids), RunRow.cancel_requested)))

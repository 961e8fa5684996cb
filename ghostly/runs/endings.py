"""How a run ends when its engine does not get to say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..engine.crew.script import ending
from ..engine.events import RunEnded, Verdict
from ..engine.verdict import Conclusion
from .records import Records


@dataclass(frozen=True, slots=True)
class Past:
    """What the records say of a run that is about to end."""

    total: int
    failed: int
    duration_ms: int


Make = Callable[[Past], RunEnded]


def made(make: Make, records: Records, run_id: str) -> RunEnded:
    tally = records.runs.tally(run_id)
    return make(Past(tally.total, tally.failed, records.now_ms() - tally.started_ms))


def cancelled(past: Past) -> RunEnded:
    reason = "The run was cancelled before it could finish."
    return replace(_ending(past, "inconclusive", reason, "cancelled"), cancelled=True, source="user")


def cancelled_orphan(past: Past) -> RunEnded:
    return replace(cancelled(past), stale_after_restart=True)


def abandoned(past: Past) -> RunEnded:
    reason = "The server process that drove the run died, so nobody knows how it would have ended."
    return replace(_ending(past, "inconclusive-environment", reason, "worker-lost"), stale_after_restart=True)


def server_stopped(past: Past) -> RunEnded:
    reason = "The server was stopped while the run was going on."
    return _ending(past, "inconclusive-environment", reason, "server-stopped")


def timed_out(reason: str, past: Past) -> RunEnded:
    return _ending(past, "inconclusive-environment", reason, "timed-out")


def environment_failed(reason: str, past: Past) -> RunEnded:
    return _ending(past, "inconclusive-environment", reason, "environment")


def crashed(past: Past) -> RunEnded:
    reason = "Ghostly itself failed, which says nothing about the application; the server's log has the details."
    return _ending(past, "inconclusive", reason, "internal-error")


def _ending(past: Past, verdict: Verdict, reason: str, stop_reason: str) -> RunEnded:
    return ending(Conclusion(verdict, reason, stop_reason), past.duration_ms, past.total, past.failed)

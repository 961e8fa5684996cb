"""The ways into a run from outside: launch one, cancel one."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..engine.ports import Session
from ..engine.steps import Step
from ..journal.redact import Redactor
from ..storage.artifacts import Artifacts
from ..storage.models import RunRow
from . import endings
from .records import Records
from .supervisor import Job, Supervisor


@dataclass(frozen=True, slots=True)
class RunRequest:
    """A run as somebody asked for it; `steps` are in wire form and valid, `timeout_ms` is per step."""

    user_id: str
    project_id: str
    base_url: str
    steps: tuple[Mapping[str, object], ...]
    headless: bool
    screenshots: bool
    a11y: bool
    video: bool
    trace: bool
    timeout_ms: int
    context_id: str | None
    assisted: Mapping[str, object] | None
    secrets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where runs leave files and take files from; `uploads` is absolute."""

    artifacts: Artifacts
    uploads: str


class Launcher:
    """Turns requests into runs of this worker, and reaches those of other workers."""

    def __init__(self, records: Records, supervisor: Supervisor, folders: Folders, stale_ms: int) -> None:
        self._records = records
        self._supervisor = supervisor
        self._folders = folders
        self._stale_ms = stale_ms

    def launch(self, request: RunRequest) -> str:
        """The id of the new run; raises Unavailable while draining and TooManyRequests when too many wait."""
        self._supervisor.admit()
        run_id, redactor = str(uuid.uuid4()), Redactor(request.secrets.values())
        session = self._session(run_id, request)
        steps = tuple(Step.from_wire(step) for step in request.steps)
        self._records.runs.create(self._row(run_id, request, redactor))
        self._supervisor.start(Job(session, steps, request.secrets, redactor))
        return run_id

    def cancel(self, run_id: str) -> Literal["cancelling", "cancelled", "finished"]:
        """`cancelled`: the run had lost its owner and is ended now; `finished`: there was nothing to cancel."""
        if self._supervisor.cancel(run_id):
            return "cancelling"
        head = self._records.journal.head(run_id)
        if head is None or head.finished:
            return "finished"
        if self._records.runs.is_abandoned(run_id, self._records.now_ms() - self._stale_ms):
            ending = endings.made(endings.cancelled_orphan, self._records, run_id)
            return "cancelled" if self._records.journal.finish(run_id, ending, Redactor()) else "finished"
        self._records.runs.request_cancel(run_id)
        return "cancelling"

    def _row(self, run_id: str, request: RunRequest, redactor: Redactor) -> RunRow:
        now = self._records.now_ms()
        assisted = json.dumps(redactor.data(request.assisted)) if request.assisted is not None else None
        return RunRow(
            id=run_id,
            user_id=request.user_id,
            project_id=request.project_id,
            status="running",
            started_ms=now,
            base_url=redactor.text(request.base_url),
            context_id=request.context_id,
            assisted=assisted,
            total_steps=len(request.steps),
            owner=self._records.owner,
            heartbeat_ms=now,
        )

    def _session(self, run_id: str, request: RunRequest) -> Session:
        return Session(
            run_id=run_id,
            base_url=request.base_url,
            artifacts=str(self._folders.artifacts.folder(run_id)),
            uploads=self._folders.uploads,
            headless=request.headless,
            timeout_ms=request.timeout_ms,
            screenshots=request.screenshots,
            a11y=request.a11y,
            video=request.video,
            trace=request.trace,
            secrets=tuple(request.secrets.values()),
        )

"""The ways into a run from outside: launch one, cancel one."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

from ..engine.assist import Assignment, Bounds
from ..engine.crew.script import filled_in
from ..engine.ports import Session
from ..engine.secrecy import named_secrets, secrets_in
from ..engine.steps import Step
from ..engine.victory import Victory
from ..engine.wire import camel, wire
from ..errors import Conflict
from ..journal.redact import Redactor
from ..storage.artifacts import Artifacts
from ..storage.models import RunRow
from . import endings
from .records import Records
from .supervisor import Job, Supervisor


@dataclass(frozen=True, slots=True)
class RunRequest:
    """A run as somebody asked for it; `steps` are in wire form and valid, `timeout_ms` is per step, `assist` holds the
    fields of the contract's object of that name in snake_case, every default filled in."""

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
    assist: Mapping[str, Any] | None = None
    hints: str = ""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where runs leave files and take files from; `uploads` is absolute."""

    artifacts: Artifacts
    uploads: str


class Safe(Protocol):
    """Keeps texts unreadable in the database; `shown` is empty for what cannot be read any more."""

    def hidden(self, key: str, /) -> str: ...
    def shown(self, hidden: str | None, /) -> str: ...


class Launcher:
    """Turns requests into runs of this worker, and reaches those of other workers."""

    def __init__(self, records: Records, supervisor: Supervisor, folders: Folders, stale_ms: int, safe: Safe) -> None:
        self._records = records
        self._safe = safe
        self._supervisor = supervisor
        self._folders = folders
        self._stale_ms = stale_ms

    def launch(self, request: RunRequest) -> str:
        """The id of the new run; raises Unavailable while draining and TooManyRequests when too many wait."""
        self._supervisor.admit()
        run_id, redactor = str(uuid.uuid4()), Redactor(request.secrets.values())
        for secret in _goal_secrets(request):
            redactor.learn(secret)
        session = self._session(run_id, request)
        # A plan names the passwords of its goal and does not hold them.
        given = named_secrets(request.assist["goal"]) if request.assist else {}
        steps = tuple(filled_in(Step.from_wire(step), given) for step in request.steps)
        self._records.runs.create(self._row(run_id, request, redactor))
        task = _task(request, steps) if request.assist is not None else None
        self._supervisor.start(
            Job(session, steps, request.secrets, redactor, request.user_id, request.project_id, task, request.hints)
        )
        return run_id

    def asked(self, run_id: str) -> RunRequest:
        """What the run was asked for; raises Conflict when that was not kept, or cannot be read any more."""
        told = self._safe.shown(self._records.runs.request(run_id))
        if not told:
            sentence = "what this run was asked for cannot be read any more: start a new one"
            raise Conflict(sentence, code="request_unreadable")
        kept = json.loads(told)
        return RunRequest(**{**kept, "steps": tuple(kept["steps"])})

    def cancel(self, run_id: str) -> Literal["cancelling", "cancelled", "finished"]:
        """`cancelled`: the run had lost its owner and is ended now; `finished`: there was nothing to cancel."""
        if self._supervisor.cancel(run_id):
            return "cancelling"
        head = self._records.journal.head(run_id)
        if head is None or head.finished:
            return "finished"
        if self._records.runs.is_abandoned(run_id, self._records.now_ms() - self._stale_ms):
            ending = endings.made(endings.cancelled_orphan, self._records, run_id)
            return "cancelled" if self._records.journal.cut_short(run_id, ending, Redactor()) else "finished"
        self._records.runs.request_cancel(run_id)
        return "cancelling"

    def pause(self, run_id: str) -> bool:
        """Raises Conflict when the run has ended, is held already, or is driven by another server process."""
        return self._held(run_id, self._supervisor.hold(run_id), "paused already")

    def resume(self, run_id: str) -> bool:
        """Raises Conflict when the run has ended, is not held, or is driven by another server process."""
        return self._held(run_id, self._supervisor.release(run_id), "not paused")

    def _held(self, run_id: str, changed: bool | None, otherwise: str) -> bool:
        if changed is None:
            head = self._records.journal.head(run_id)
            if head is None or head.finished:
                raise Conflict("run already finished: it can neither be paused nor resumed", code="run_finished")
            raise Conflict("the run is driven by another server process: ask that one", code="run_elsewhere")
        if not changed:
            raise Conflict(f"the run is {otherwise}", code="run_state")
        return True

    def _row(self, run_id: str, request: RunRequest, redactor: Redactor) -> RunRow:
        now = self._records.now_ms()
        assisted = _assisted(request)
        return RunRow(
            id=run_id,
            user_id=request.user_id,
            project_id=request.project_id,
            status="running",
            started_ms=now,
            base_url=redactor.text(request.base_url),
            context_id=request.context_id,
            assisted=json.dumps(redactor.data(assisted)) if assisted is not None else None,
            total_steps=len(request.steps),
            owner=self._records.owner,
            heartbeat_ms=now,
            goal=redactor.text(str(assisted["goal"])) if assisted is not None else None,
            request=self._safe.hidden(json.dumps(asdict(request))),
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
            secrets=(*request.secrets.values(), *_goal_secrets(request)),
        )


def _task(request: RunRequest, steps: tuple[Step, ...]) -> Assignment:
    assert request.assist is not None
    asked, victory = request.assist, request.assist["victory"] or {}
    return Assignment(
        goal=asked["goal"],
        base_url=request.base_url,
        bounds=Bounds(
            horizons=asked["max_horizons"],
            steps_per_horizon=asked["steps_per_horizon"],
            loop_ms=asked["max_loop_ms"],
            tokens=asked["max_tokens"] or 0,
            # A request of an older server was kept without it.
            steps=asked.get("max_steps", 0),
            heals_per_step=asked["max_healing_attempts_per_step"],
            observed_nodes=asked["observer_max_nodes"],
            calm_ms=asked["modal_loader_max_wait_ms"],
        ),
        victory=Victory(
            tuple(victory.get("text_includes", ())),
            tuple(victory.get("url_includes", ())),
            tuple(victory.get("selector_visible", ())),
            victory.get("must_all", True),
            victory.get("revalidate"),
        ),
        is_full_plan=asked["is_full_plan"],
        steps=steps,
        memory_mode=asked["memory_mode"],
    )


def _assisted(request: RunRequest) -> Mapping[str, object] | None:
    """What the record shows of where the steps come from."""
    if request.assist is None:
        return request.assisted
    config = {
        camel(name): value for name, value in request.assist.items() if value is not None and name not in ("goal", "v2")
    }
    return {"goal": request.assist["goal"], **(request.assisted or {}), "assistConfig": wire(config)}


def secret_names(goal: str) -> set[str]:
    """The placeholders that a step may use for the passwords of a goal."""
    return set(named_secrets(goal))


def _goal_secrets(request: RunRequest) -> tuple[str, ...]:
    """The passwords that a goal names itself."""
    return tuple(secrets_in(request.assist["goal"])) if request.assist else ()

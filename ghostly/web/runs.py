"""Runs over HTTP: start one, look at them, cancel, delete, and let others watch."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, request

from ..errors import Conflict, InvalidInput, NotFound
from ..journal.log import iso
from ..runs.launch import Launcher, RunRequest
from ..storage.artifacts import Artifacts
from ..storage.models import RunRow, StepRow
from ..storage.runs import Runs, Wanted
from ..storage.users import Projects
from .auth import Gate, stream_token
from .body import body, fitted
from .record import evidence_in, shown_event, shown_run
from .schemas import Run, RunsQuery

# What the wrapper of older clients may carry; the top level wins.
_PLAN = (
    "baseUrl",
    "steps",
    "headless",
    "captureA11yAfterEachStep",
    "captureScreenshotAfterEachStep",
    "recordVideoOnFailure",
    "defaultTimeoutMs",
    "contextId",
    "codeHints",
)

# Of a step, what nobody types.
_PLAIN = ("action", "selector", "target", "key")


@dataclass(frozen=True, slots=True)
class RunDesk:
    """What the door to the runs needs behind it."""

    gate: Gate
    projects: Projects
    runs: Runs
    artifacts: Artifacts
    launcher: Launcher
    now_ms: Callable[[], int]
    stream_token_seconds: int


def blueprint(desk: RunDesk) -> Blueprint:
    door = Blueprint("runs", __name__)
    door.add_url_rule("/v1/run", "start", lambda: _start(desk), methods=["POST"])
    door.add_url_rule("/v1/runs", "listed", lambda: _listed(desk))
    door.add_url_rule("/v1/runs/<run_id>", "found", lambda run_id: _found(desk, run_id))
    door.add_url_rule("/v1/runs/<run_id>", "deleted", lambda run_id: _deleted(desk, run_id), methods=["DELETE"])
    door.add_url_rule("/v1/runs/<run_id>/cancel", "cancel", lambda run_id: _cancel(desk, run_id), methods=["POST"])
    door.add_url_rule("/v1/runs/<run_id>/pause", "pause", lambda run_id: _pause(desk, run_id), methods=["POST"])
    door.add_url_rule("/v1/runs/<run_id>/resume", "resume", lambda run_id: _resume(desk, run_id), methods=["POST"])
    door.add_url_rule(
        "/v1/runs/<run_id>/stream-token", "token", lambda run_id: _stream_token(desk, run_id), methods=["POST"]
    )
    return door


def _start(desk: RunDesk) -> tuple[Response, int]:
    caller = desk.gate.caller()
    given = fitted(Run, _merged(body()))
    if desk.projects.find(given.project, caller.user_id) is None:
        sentence = "invalid project: you have no project with this id; GET /v1/projects lists them"
        raise InvalidInput(sentence, code="invalid_project", fields={"project": [sentence]})
    run_id = desk.launcher.launch(_request(caller.user_id, given))
    return jsonify(ok=True, id=run_id, status="running"), 202


def _merged(data: dict[str, Any]) -> dict[str, Any]:
    """The body with its `plan` wrapper merged in, and without what only older servers read."""
    plan = data.pop("plan", None)
    if plan is not None and not isinstance(plan, dict):
        raise InvalidInput("plan must be an object", code="validation_error", fields={"plan": ["it must be an object"]})
    for name in _PLAN:
        if plan and name in plan:
            data.setdefault(name, plan[name])
    unknown = [name for name in plan or () if name not in _PLAN and name not in Run.ignored]
    if unknown:
        sentences = [f"plan.{name} is not a known field" for name in unknown]
        raise InvalidInput(f"validation error: {sentences[0]}", code="validation_error", fields={"plan": sentences})
    return {name: value for name, value in data.items() if name not in Run.ignored}


def _request(user_id: str, given: Run) -> RunRequest:
    return RunRequest(
        user_id=user_id,
        project_id=given.project,
        base_url=given.base_url,
        steps=tuple(step.model_dump(by_alias=True, exclude_none=True) for step in given.steps),
        headless=given.headless,
        screenshots=given.capture_screenshot_after_each_step,
        a11y=given.capture_a11y_after_each_step,
        video=given.record_video_on_failure,
        trace=given.record_trace,
        timeout_ms=given.default_timeout_ms,
        context_id=given.context_id,
        assisted=given.assisted.model_dump(by_alias=True) if given.assisted else None,
        secrets=given.secrets,
        assist=given.assist.model_dump() if given.assist else None,
        hints=given.code_hints.model_dump_json(by_alias=True, exclude_none=True) if given.code_hints else "",
    )


def _listed(desk: RunDesk) -> Response:
    caller = desk.gate.caller()
    query = fitted(RunsQuery, request.args.to_dict())
    rows = desk.runs.page(_wanted(caller.user_id, query))
    page = rows[: query.limit]
    steps: dict[str, list[StepRow]] = {}
    for step in desk.runs.steps([row.id for row in page]):
        steps.setdefault(step.run_id, []).append(step)
    answer = jsonify([shown_run(row, steps.get(row.id, []), desk.now_ms()) for row in page])
    if len(rows) > query.limit:
        following = {**request.args.to_dict(), "cursor": _cursor(page[-1])}
        answer.headers["Link"] = f'<{request.path}?{urlencode(following)}>; rel="next"'
    return answer


def _wanted(user_id: str, query: RunsQuery) -> Wanted:
    before = _position(query.cursor) if query.cursor else None
    project, status, verdict = (value or None for value in (query.project, query.status, query.verdict))
    return Wanted(user_id, project, status, before, query.limit, verdict, query.q)


def _found(desk: RunDesk, run_id: str) -> Response:
    return jsonify(whole(desk, mine(desk, run_id)))


def whole(desk: RunDesk, row: RunRow) -> dict[str, Any]:
    """The record of a run with its events and its evidence, and what a scripted one is to do."""
    record = shown_run(row, desk.runs.steps([row.id]), desk.now_ms())
    events = [shown_event(data) for data in desk.runs.events(row.id)]
    if evidence := evidence_in(events):
        record["evidence"] = evidence
    if planned := _planned(desk, row.id):
        record["planned"] = planned
    record["events"] = events
    return record


def _planned(desk: RunDesk, run_id: str) -> list[dict[str, Any]]:
    """The steps of a scripted run without their values, any of which may be a secret."""
    try:
        asked = desk.launcher.asked(run_id)
    except Conflict:
        return []
    if asked.assist is not None:
        return []
    return [{name: step[name] for name in _PLAIN if name in step} for step in asked.steps]


def _cancel(desk: RunDesk, run_id: str) -> Response:
    mine(desk, run_id)
    match desk.launcher.cancel(run_id):
        case "finished":
            raise Conflict("run already finished: there is nothing to cancel", code="run_finished")
        case "cancelled":
            return jsonify(ok=True, id=run_id, status="cancelled", stale=True)
    return jsonify(ok=True, id=run_id, status="cancelling")


def _pause(desk: RunDesk, run_id: str) -> Response:
    mine(desk, run_id)
    desk.launcher.pause(run_id)
    return jsonify(ok=True, id=run_id, status="paused")


def _resume(desk: RunDesk, run_id: str) -> Response:
    mine(desk, run_id)
    desk.launcher.resume(run_id)
    return jsonify(ok=True, id=run_id, status="running")


def _deleted(desk: RunDesk, run_id: str) -> Response:
    row = mine(desk, run_id)
    if not desk.runs.delete(run_id, row.user_id):
        raise Conflict("the run is still going on: cancel it first", code="run_active")
    desk.artifacts.delete(run_id)
    return jsonify(ok=True)


def _stream_token(desk: RunDesk, run_id: str) -> Response:
    row = mine(desk, run_id)
    token = stream_token(row.user_id, run_id, desk.stream_token_seconds)
    expires = iso(desk.now_ms() + desk.stream_token_seconds * 1000)
    return jsonify(token=token, expiresAt=expires, url=f"/v1/runs/{run_id}/events/stream?token={token}")


def mine(desk: RunDesk, run_id: str) -> RunRow:
    """The caller's run of that id; raises NotFound."""
    caller = desk.gate.caller()
    row = desk.runs.find(run_id, caller.user_id) if _is_id(run_id) else None
    if row is None:
        raise NotFound("not found: you have no run with this id")
    return row


def _is_id(text: str) -> bool:
    return len(text) == 36 and all(letter in "0123456789abcdef-" for letter in text)


def _cursor(row: RunRow) -> str:
    return base64.urlsafe_b64encode(f"{row.started_ms}.{row.id}".encode()).decode().rstrip("=")


def _position(cursor: str) -> tuple[int, str]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        started, _, run_id = base64.urlsafe_b64decode(padded.encode("ascii")).decode("ascii").partition(".")
        if started.isdigit() and len(started) < 16 and _is_id(run_id):
            return int(started), run_id
    except (ValueError, binascii.Error):
        pass
    sentence = "cursor: use the one in the Link header of the page before"
    raise InvalidInput(f"validation error: {sentence}", code="validation_error", fields={"cursor": [sentence]})

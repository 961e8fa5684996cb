"""A run as clients see it: the record of the contract, with whatever is absent left out."""

from __future__ import annotations

import json
from typing import Any

from ..journal.log import iso
from ..storage.models import RunRow, StepRow


def shown_run(run: RunRow, steps: list[StepRow], now_ms: int) -> dict[str, Any]:
    record = {
        "id": run.id,
        "status": run.status,
        "verdict": run.verdict,
        "verdictReason": run.verdict_reason,
        "stopReason": run.stop_reason,
        "startedAt": iso(run.started_ms),
        "finishedAt": iso(run.finished_ms) if run.finished_ms is not None else None,
        "durationMs": max(0, (run.finished_ms or now_ms) - run.started_ms),
        "baseUrl": run.base_url,
        "project": run.project_id,
        "contextId": run.context_id or None,
        "assisted": json.loads(run.assisted) if run.assisted else None,
        "usage": json.loads(run.usage) if run.usage else None,
        "videoPath": artifact_path(run.id, run.video),
        "tracePath": artifact_path(run.id, run.trace),
        "steps": [shown_step(step) for step in steps],
    }
    return {name: value for name, value in record.items() if value is not None}


def shown_step(step: StepRow) -> dict[str, Any]:
    outcome = {
        "index": step.index,
        "action": step.action,
        "ok": step.ok,
        "error": step.error,
        "durationMs": step.duration_ms,
        "screenshotPath": step.screenshot,
        "a11y": step.a11y,
        "healed": step.healed or None,
        "target": json.loads(step.target) if step.target else None,
    }
    return {name: value for name, value in outcome.items() if value is not None}


def shown_event(data: str) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(data)
    event.pop("kind")
    return event


def evidence_in(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts that the verdict rests on, those that weigh most first, as the run told them when it stopped."""
    told = (e["payload"] for e in reversed(events) if e["type"] == "loop_state" and e["payload"]["state"] == "stopped")
    found: list[dict[str, Any]] = next((payload.get("evidence", []) for payload in told), [])
    return found


def worked(events: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any], dict[str, Any]]]:
    """The steps that were carried out, as they were in the end, by index: with what is known of their targets."""
    done: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
    for event in events:
        if event["type"] == "step_success" and not event["payload"].get("skipped"):
            done[event["stepIndex"]] = event["payload"]["step"], event["payload"].get("target", {})
    return [(index, *done[index]) for index in sorted(done)]


def artifact_path(run_id: str, name: str | None) -> str | None:
    return f"/artifacts/{run_id}/{name}" if name else None

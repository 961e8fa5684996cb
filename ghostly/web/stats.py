"""What many runs add up to: how they ended day by day, which are slow, which steps are flaky or heal often."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from flask import Blueprint, Response, jsonify, request

from ..storage.models import RunRow, StepRow
from .body import fitted
from .runs import RunDesk
from .schemas import StatsQuery

_MOST_RUNS = 2_000
_SHOWN = 8
_BATCH = 500
_DAY_MS = 86_400_000

_Place = tuple[str, int, str]


def blueprint(desk: RunDesk) -> Blueprint:
    door = Blueprint("stats", __name__)

    @door.get("/v1/stats")
    def stats() -> Response:
        caller, query = desk.gate.caller(), fitted(StatsQuery, request.args.to_dict())
        now = desk.now_ms()
        since = (now // _DAY_MS - query.days + 1) * _DAY_MS
        rows = desk.runs.since(caller.user_id, query.project or None, since, _MOST_RUNS)
        ids = [row.id for row in rows]
        steps = [step for at in range(0, len(ids), _BATCH) for step in desk.runs.steps(ids[at : at + _BATCH])]
        return jsonify(
            runs=len(rows),
            passed=sum(row.status == "pass" for row in rows),
            days=_days(rows, now, query.days),
            slowest=_slowest(rows),
            **_by_step(rows, steps),
        )

    return door


def _days(rows: list[RunRow], now_ms: int, days: int) -> list[dict[str, Any]]:
    """Every day of the time, the empty ones too, oldest first."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[_day(row.started_ms)][row.verdict or "inconclusive"] += 1
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
    names = [(today - timedelta(days=back)).isoformat() for back in reversed(range(days))]
    return [{"day": name, "runs": found[name].total(), "verdicts": dict(found[name])} for name in names]


def _day(moment_ms: int) -> str:
    return datetime.fromtimestamp(moment_ms / 1000, UTC).date().isoformat()


def _slowest(rows: list[RunRow]) -> list[dict[str, Any]]:
    flows: defaultdict[str, list[RunRow]] = defaultdict(list)
    for row in rows:
        flows[_flow(row)].append(row)
    found = [
        {
            "flow": name,
            "runs": len(runs),
            "medianMs": round(median((run.finished_ms or run.started_ms) - run.started_ms for run in runs)),
            "runId": runs[0].id,
        }
        for name, runs in flows.items()
    ]
    return sorted(found, key=lambda flow: -int(str(flow["medianMs"])))[:_SHOWN]


def _by_step(rows: list[RunRow], steps: list[StepRow]) -> dict[str, list[dict[str, Any]]]:
    """The steps that fail in some runs and pass in others of the same flow, and those that heal."""
    flows = {row.id: _flow(row) for row in rows}
    tried: Counter[_Place] = Counter()
    failed: Counter[_Place] = Counter()
    healed: Counter[_Place] = Counter()
    labels: dict[_Place, str] = {}
    latest: dict[_Place, str] = {}
    for step in steps:
        place = flows[step.run_id], step.index, step.action
        tried[place] += 1
        failed[place] += not step.ok
        healed[place] += step.healed
        labels.setdefault(place, "")
        labels[place] = labels[place] or _target(step)
        if not step.ok or step.healed:
            latest.setdefault(place, step.run_id)

    def shown(place: _Place, count: int) -> dict[str, Any]:
        flow, index, action = place
        step = f"{index + 1}. {action} {labels[place]}".rstrip()
        return {"flow": flow, "step": step, "runs": tried[place], "count": count, "runId": latest[place]}

    flaky = [place for place, count in failed.items() if 0 < count < tried[place]]
    flaky.sort(key=lambda place: -failed[place] / tried[place])
    return {
        "flakiest": [shown(place, failed[place]) for place in flaky[:_SHOWN]],
        "healed": [shown(place, count) for place, count in healed.most_common(_SHOWN) if count],
    }


def _target(step: StepRow) -> str:
    target = json.loads(step.target) if step.target else {}
    return str(target.get("name") or target.get("selector") or "")


def _flow(row: RunRow) -> str:
    return row.goal or row.base_url

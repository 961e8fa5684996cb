"""What many runs add up to: how they ended day by day, which are slow, which steps are flaky or heal often."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime
from statistics import median
from typing import Any

from flask import Blueprint, Response, jsonify, request

from ..storage.runs import FlowRun, FlowStep, Period
from .body import fitted
from .runs import RunDesk
from .schemas import StatsQuery

_MOST_RUNS = 2_000
_SHOWN = 8
_BATCH = 500
_DAY_MS = 86_400_000
_MINUTE_MS = 60_000

_Place = tuple[str, int, str]


def blueprint(desk: RunDesk) -> Blueprint:
    door = Blueprint("stats", __name__)

    @door.get("/v1/stats")
    def stats() -> Response:
        caller, query = desk.gate.caller(), fitted(StatsQuery, request.args.to_dict())
        offset = query.offset * _MINUTE_MS
        today = (desk.now_ms() + offset) // _DAY_MS
        first = today - query.days + 1
        period = Period(caller.user_id, query.project or None, first * _DAY_MS - offset, offset)
        counted = desk.runs.by_day(period)
        rows = desk.runs.flows(period, _MOST_RUNS)
        ids = [row.run_id for row in rows]
        steps = [step for at in range(0, len(ids), _BATCH) for step in desk.runs.flow_steps(ids[at : at + _BATCH])]
        return jsonify(
            runs=sum(count for *_, count in counted),
            passed=sum(count for *_, passed, count in counted if passed),
            days=_days(counted, range(first, today + 1)),
            slowest=_slowest(rows),
            **_by_step(rows, steps),
        )

    return door


def _days(counted: list[tuple[int, str, bool, int]], days: range) -> list[dict[str, Any]]:
    """Every day of the time, the empty ones too, oldest first."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for day, verdict, _, count in counted:
        found[day][verdict] += count
    return [{"day": _named(day), "runs": found[day].total(), "verdicts": dict(found[day])} for day in days]


def _named(day: int) -> str:
    return datetime.fromtimestamp(day * _DAY_MS / 1000, UTC).date().isoformat()


def _slowest(rows: list[FlowRun]) -> list[dict[str, Any]]:
    flows: defaultdict[str, list[FlowRun]] = defaultdict(list)
    for row in rows:
        flows[row.flow].append(row)
    found = [
        {
            "flow": name,
            "runs": len(runs),
            "medianMs": round(median(run.took_ms or 0 for run in runs)),
            "runId": runs[0].run_id,
        }
        for name, runs in flows.items()
    ]
    return sorted(found, key=lambda flow: -int(str(flow["medianMs"])))[:_SHOWN]


def _by_step(rows: list[FlowRun], steps: list[FlowStep]) -> dict[str, list[dict[str, Any]]]:
    """The steps that fail in some runs and pass in others of the same flow, and those that heal."""
    flows = {row.run_id: row.flow for row in rows}
    tried: Counter[_Place] = Counter()
    failed: Counter[_Place] = Counter()
    healed: Counter[_Place] = Counter()
    labels: dict[_Place, str] = {}
    latest: dict[_Place, str] = {}
    # Newest run first, so that the first name of a place and the first link to it are the latest.
    order = {row.run_id: at for at, row in enumerate(rows)}
    for step in sorted(steps, key=lambda step: order[step.run_id]):
        place = flows[step.run_id], step.place, step.action
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


def _target(step: FlowStep) -> str:
    target = json.loads(step.target) if step.target else {}
    return str(target.get("name") or target.get("selector") or "")

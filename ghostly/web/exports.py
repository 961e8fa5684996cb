"""A run to take away: a Playwright test of what worked, the record as JSON, a JUnit report."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from flask import Blueprint, Response, request

from ..runs.export import playwright_test
from .body import fitted
from .record import worked
from .runs import RunDesk, mine, whole
from .schemas import ExportQuery


def blueprint(desk: RunDesk) -> Blueprint:
    door = Blueprint("exports", __name__)

    @door.get("/v1/runs/<run_id>/export")
    def exported(run_id: str) -> Response:
        query = fitted(ExportQuery, request.args.to_dict())
        record = whole(desk, mine(desk, run_id))
        if query.format == "json":
            return _file(json.dumps(record, ensure_ascii=False, indent=2), "application/json", f"run-{run_id}.json")
        if query.format == "junit":
            return _file(_junit(record), "application/xml", f"run-{run_id}.xml")
        steps = [step for _, step, _ in worked(record["events"])]
        reason = record.get("verdictReason", "the run has not ended")
        text = playwright_test(run_id, record["baseUrl"], _goal(record), reason, steps)
        return _file(text, "text/x-python", f"test_run_{run_id[:8]}.py")

    return door


def _file(text: str, kind: str, name: str) -> Response:
    answer = Response(text, content_type=f"{kind}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _goal(record: dict[str, Any]) -> str:
    return str(record.get("assisted", {}).get("goal") or f"{len(record['steps'])} steps on {record['baseUrl']}")


def _junit(record: dict[str, Any]) -> str:
    """A test case for each step, and one for the verdict, which may fail although every step passed."""
    failed = [step for step in record["steps"] if not step["ok"]]
    passed, ended = record["status"] == "pass", record["status"] != "running"
    suite = ElementTree.Element(
        "testsuite",
        name=_clean(_goal(record)),
        timestamp=record["startedAt"].rstrip("Z"),
        tests=str(len(record["steps"]) + 1),
        failures=str(len(failed) + (ended and not passed)),
        errors="0",
        skipped=str(int(not ended)),
        time=_seconds(record["durationMs"]),
    )
    for step in record["steps"]:
        target = step.get("target", {})
        name = f"step {step['index'] + 1}: {step['action']} {target.get('role', '')} {target.get('name', '')}".rstrip()
        case = _case(suite, record, name, step.get("durationMs", 0))
        if not step["ok"]:
            ElementTree.SubElement(case, "failure", message=_clean(step.get("error", "failed")), type="step")
    verdict = _case(suite, record, "verdict", record["durationMs"])
    if not ended:
        ElementTree.SubElement(verdict, "skipped", message="the run has not ended")
    elif not passed:
        reason, kind = _clean(record.get("verdictReason", "")), record.get("verdict", "fail")
        ElementTree.SubElement(verdict, "failure", message=reason, type=kind)
    whole_report = ElementTree.Element("testsuites")
    whole_report.append(suite)
    ElementTree.indent(whole_report)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(whole_report, encoding="unicode") + "\n"


def _case(suite: ElementTree.Element, record: dict[str, Any], name: str, taken_ms: int) -> ElementTree.Element:
    given = {"classname": f"ghostly.{record['id']}", "name": _clean(name), "time": _seconds(taken_ms)}
    return ElementTree.SubElement(suite, "testcase", given)


def _seconds(taken_ms: int) -> str:
    return f"{taken_ms / 1000:.3f}"


def _clean(text: str) -> str:
    """What XML may hold of the text: no control characters, no half of a pair."""
    return "".join(
        c if c in "\t\n" or (c >= " " and not 0xD800 <= ord(c) < 0xE000 and ord(c) not in (0xFFFE, 0xFFFF)) else "�"
        for c in text
    )

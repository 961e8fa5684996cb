"""What an event says, as one line for people. Pure; nothing that came from a page can command the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .continuity import Assist

Mood = Literal["good", "bad", "doubtful", "busy", "quiet"]
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    mood: Mood = "quiet"


class Facts:
    """A payload, read with forgiveness: what is absent or of another kind is empty."""

    def __init__(self, fields: object) -> None:
        self._fields: Mapping[object, object] = fields if isinstance(fields, Mapping) else {}

    def text(self, name: str, otherwise: str = "") -> str:
        value = self._fields.get(name)
        return printable(value) if isinstance(value, (str, int, float)) and value != "" else otherwise

    def number(self, name: str) -> int:
        value = self._fields.get(name)
        return int(value) if isinstance(value, (int, float)) and abs(value) < 1e15 else 0

    def is_true(self, name: str) -> bool:
        return self._fields.get(name) is True

    def part(self, name: str) -> Facts:
        return Facts(self._fields.get(name))

    @property
    def fields(self) -> Mapping[object, object]:
        return self._fields

    def count(self, name: str) -> int:
        value = self._fields.get(name)
        return len(value) if isinstance(value, list) else 0


def printable(value: object) -> str:
    """On one line, without the characters that a terminal would obey."""
    text = " ".join(str(value).split())
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def line(event: Assist) -> Line:
    said = _LINES.get(event.type, _of_no_known_type)(event, Facts(event.payload))
    return Line(_short(said.text, LONGEST), said.mood)


def time_of_day(at: str) -> str:
    """The local time of an ISO 8601 time."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S.%f")[:-3]
    except (ValueError, OverflowError):
        return printable(at)[:12].ljust(12)


def seconds(ms: int) -> str:
    return f"{ms} ms" if ms < 1000 else f"{ms / 1000:.1f} s"


def doing(step: Facts) -> str:
    """A step, as its author would say it."""
    action = step.text("action", "step")
    value, selector = step.text("value"), step.text("selector")
    key, text, url = step.text("key"), step.text("text"), step.text("url")
    parts = [action, url, key, selector, f"“{text}”" if text else "", f"with “{value}”" if value else ""]
    if target := step.text("target"):
        parts.append(f"to {target}")
    if places := step.count("path"):
        parts.append(f"along {places} places")
    return " ".join(part for part in parts if part)


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _number(event: Assist) -> str:
    return "step" if event.step_index is None else f"step {event.step_index + 1}"


def _step_start(event: Assist, facts: Facts) -> Line:
    return Line(f"{_number(event)}: {doing(facts.part('step'))} …", "busy")


def _step_success(event: Assist, facts: Facts) -> Line:
    step, target = facts.part("step"), facts.part("target")
    if facts.is_true("skipped"):
        return Line(f"{_number(event)} skipped: {facts.text('reason', 'not needed')}", "quiet")
    on = f"{target.text('role')} “{_short(target.text('name'))}”" if target.text("name") else ""
    did = f"{step.text('action', 'done')} {on}" if on else doing(step)
    healed = ", healed" if facts.is_true("healed") else ""
    return Line(f"{_number(event)} passed: {did} ({seconds(facts.number('durationMs'))}{healed})", "good")


def _step_failure(event: Assist, facts: Facts) -> Line:
    error = facts.part("error")
    said = error.text("message", "no reason was given")
    code = f" [{error.text('code')}]" if error.text("code") else ""
    return Line(f"{_number(event)} failed: {doing(facts.part('step'))}: {said}{code}", "bad")


def _loop_state(event: Assist, facts: Facts) -> Line:
    state, reason = facts.text("state", "changed"), facts.text("reason")
    because = f": {reason}" if reason else ""
    match state:
        case "queued":
            return Line(f"waiting, number {facts.number('position')} in the queue{because}", "busy")
        case "executing":
            return Line(("carries it out" if facts.number("horizon") else "the browser is ready") + because, "quiet")
        case "judge_verdict":
            return Line(f"the judge says {facts.text('verdict')}: {facts.text('summary')}", "doubtful")
        case "stalled" | "circuit_breaker_tripped" | "persistence_check_failed" | "paused":
            return Line(state.replace("_", " ") + because, "doubtful")
    return Line(state.replace("_", " ") + because, "quiet")


def _recon(event: Assist, facts: Facts) -> Line:
    return Line(f"looked at “{facts.text('title')}” {facts.text('url')} ({facts.number('nodeCount')} elements)")


def _plan_chunk(event: Assist, facts: Facts) -> Line:
    count, source = facts.count("steps"), facts.text("source", "planner")
    more = ", more to come" if facts.is_true("hasMore") else ""
    by = f", {facts.text('model')}" if facts.text("model") else ""
    why = f": {_short(facts.text('rationale'), 160)}" if facts.text("rationale") else ""
    return Line(f"planned {count} {'step' if count == 1 else 'steps'} ({source}{by}{more}){why}", "busy")


def _horizon_start(event: Assist, facts: Facts) -> Line:
    return Line(f"round {facts.number('horizon')} begins, {facts.number('pendingSteps')} steps to go")


def _horizon_end(event: Assist, facts: Facts) -> Line:
    return Line(f"round {facts.number('horizon')} ends: {facts.text('outcome', 'continue')}")


def _victory_check(event: Assist, facts: Facts) -> Line:
    if not facts.is_true("configured"):
        return Line("no success condition was given")
    met = facts.is_true("met")
    reason = f": {facts.text('reason')}" if facts.text("reason") else ""
    return Line(f"the success condition is {'met' if met else 'not met yet'}{reason}", "good" if met else "quiet")


def _memory_hit(event: Assist, facts: Facts) -> Line:
    return Line(f"remembers {facts.number('candidates')} ways that worked before")


def _memory_miss(event: Assist, facts: Facts) -> Line:
    return Line(f"remembers nothing for this: {facts.text('reason', 'it is new')}")


def _heal_start(event: Assist, facts: Facts) -> Line:
    attempt = f"attempt {facts.number('attempt')} of {facts.number('maxAttempts')}"
    return Line(f"{_number(event)}: healing, {attempt}: {facts.text('cause', 'it failed')}", "doubtful")


def _heal_action(event: Assist, facts: Facts) -> Line:
    why = f" ({facts.text('rationale')})" if facts.text("rationale") else ""
    return Line(f"{_number(event)}: tries {doing(facts.part('step'))}{why}", "busy")


def _heal_success(event: Assist, facts: Facts) -> Line:
    return Line(f"{_number(event)} healed by {facts.text('by', 'the healer')}: {doing(facts.part('step'))}", "good")


def _heal_failure(event: Assist, facts: Facts) -> Line:
    return Line(f"{_number(event)} could not be healed: {facts.text('reason', facts.text('error'))}", "bad")


def _run_end(event: Assist, facts: Facts) -> Line:
    passed = facts.text("status") == "pass"
    return Line(f"the run has ended: {facts.text('status', 'fail')}", "good" if passed else "bad")


def _of_no_known_type(event: Assist, facts: Facts) -> Line:
    return Line(printable(event.type))


_LINES: dict[str, Callable[[Assist, Facts], Line]] = {
    "recon": _recon,
    "plan_chunk": _plan_chunk,
    "loop_state": _loop_state,
    "horizon_start": _horizon_start,
    "horizon_end": _horizon_end,
    "victory_check": _victory_check,
    "memory_hit": _memory_hit,
    "memory_miss": _memory_miss,
    "step_start": _step_start,
    "step_success": _step_success,
    "step_failure": _step_failure,
    "heal_start": _heal_start,
    "heal_action": _heal_action,
    "heal_success": _heal_success,
    "heal_failure": _heal_failure,
    "run_end": _run_end,
}

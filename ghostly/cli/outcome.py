"""What came of a run, as its last event tells it."""

from __future__ import annotations

from dataclasses import dataclass

from .continuity import Assist
from .exits import Exit
from .words import Facts, Line, seconds


@dataclass(frozen=True, slots=True)
class Outcome:
    exit_code: Exit
    headline: Line
    reason: str
    numbers: str


def outcome(run_end: Assist) -> Outcome:
    facts = Facts(run_end.payload)
    verdict = facts.text("verdict", "no verdict")
    code = _exit_code(facts, verdict)
    headline = {
        Exit.PASS: Line(verdict, "good"),
        Exit.FAIL: Line(verdict, "bad"),
        Exit.INCONCLUSIVE: Line(verdict, "doubtful"),
        Exit.CANCELLED: Line(f"cancelled ({verdict})", "doubtful"),
    }[code]
    return Outcome(code, headline, facts.text("verdictReason", facts.text("stopReason")), _numbers(facts))


def _exit_code(facts: Facts, verdict: str) -> Exit:
    if facts.is_true("cancelled"):
        return Exit.CANCELLED
    if verdict.startswith("inconclusive"):
        return Exit.INCONCLUSIVE
    return Exit.PASS if facts.text("status") == "pass" else Exit.FAIL


def _numbers(facts: Facts) -> str:
    total = facts.number("totalSteps")
    counted = [
        f"{facts.number(f'{kind}Steps')} {kind}" for kind in ("failed", "healed") if facts.number(f"{kind}Steps")
    ]
    steps = f"{total} {'step' if total == 1 else 'steps'}"
    return ", ".join([steps, *counted, seconds(facts.number("durationMs"))])

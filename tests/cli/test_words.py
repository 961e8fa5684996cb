"""What people read of an event."""

import pytest

from ghostly.cli.continuity import Assist
from ghostly.cli.exits import Exit
from ghostly.cli.outcome import outcome
from ghostly.cli.words import LONGEST, line, printable, time_of_day

CLICK = {"action": "click", "selector": "#save"}
FILL = {"action": "fill", "selector": "#name", "value": "Ada"}
TARGET = {"role": "button", "name": "Save", "selector": "#save"}
PATH = [{"x": 1, "y": 2}, {"x": 3, "y": 4}]
TOO_LATE = {"code": "timeout", "message": "It took too long."}

SAID = [
    ("recon", {"title": "Shop", "url": "/orders", "nodeCount": 7}, "looked at “Shop” /orders (7 elements)"),
    ("plan_chunk", {"steps": [CLICK], "source": "input", "hasMore": False}, "planned 1 step (input)"),
    ("plan_chunk", {"steps": [CLICK, FILL], "source": "planner", "hasMore": True}, "2 steps (planner, more to come)"),
    ("loop_state", {"state": "queued", "position": 3, "reason": "4 go on."}, "waiting, number 3 in the queue: 4 go"),
    ("loop_state", {"state": "executing"}, "the browser is ready"),
    ("loop_state", {"state": "stopped", "reason": "completed"}, "stopped: completed"),
    ("loop_state", {"state": "circuit_breaker_tripped"}, "circuit breaker tripped"),
    (
        "loop_state",
        {"state": "judge_verdict", "verdict": "success", "summary": "Saved."},
        "the judge says success: Saved.",
    ),
    ("horizon_start", {"horizon": 2, "pendingSteps": 3}, "round 2 begins, 3 steps to go"),
    ("horizon_end", {"horizon": 2, "outcome": "exhausted"}, "round 2 ends: exhausted"),
    ("victory_check", {"configured": False, "met": False}, "no success condition was given"),
    ("victory_check", {"configured": True, "met": True}, "the success condition is met"),
    ("victory_check", {"configured": True, "met": False, "reason": "no text"}, "condition is not met yet: no text"),
    ("memory_hit", {"candidates": 2, "source": "durable"}, "remembers 2 ways"),
    ("memory_miss", {"reason": "a new goal"}, "remembers nothing for this: a new goal"),
    ("step_start", {"step": FILL, "source": "input"}, "step 2: fill #name with “Ada” …"),
    ("step_start", {"step": {"action": "goto", "url": "/orders"}}, "step 2: goto /orders …"),
    ("step_start", {"step": {"action": "dragTo", "selector": "#a", "target": "#b"}}, "step 2: dragTo #a to #b …"),
    (
        "step_start",
        {"step": {"action": "dragTo", "selector": "#a", "path": PATH}},
        "step 2: dragTo #a along 2 places …",
    ),
    ("step_success", {"step": CLICK, "durationMs": 12, "target": TARGET}, "step 2 passed: click button “Save” (12 ms)"),
    ("step_success", {"step": CLICK, "durationMs": 1200, "healed": True}, "step 2 passed: click #save (1.2 s, healed)"),
    ("step_success", {"step": CLICK, "skipped": True, "reason": "done before"}, "step 2 skipped: done before"),
    ("step_failure", {"step": CLICK, "error": TOO_LATE}, "step 2 failed: click #save: It took too long. [timeout]"),
    ("heal_start", {"attempt": 1, "maxAttempts": 3, "cause": "gone"}, "step 2: healing, attempt 1 of 3: gone"),
    ("heal_action", {"step": CLICK, "rationale": "renamed"}, "step 2: tries click #save (renamed)"),
    ("heal_success", {"step": CLICK, "by": "builtin"}, "step 2 healed by builtin: click #save"),
    ("heal_failure", {"reason": "no candidate"}, "step 2 could not be healed: no candidate"),
    ("run_end", {"status": "pass"}, "the run has ended: pass"),
    ("something_new", {}, "something_new"),
]


def event(kind, payload, at="2026-01-02T03:04:05.678Z"):
    return Assist("{}", 1, kind, at, 1, payload)


@pytest.mark.parametrize(("kind", "payload", "words"), SAID, ids=lambda value: value if isinstance(value, str) else "")
def test_an_event_is_told_in_a_line(kind, payload, words):
    assert words in line(event(kind, payload)).text


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in SAID}))
@pytest.mark.parametrize("value", [None, "text", 1e300, [[]], {"step": 1}, {}])
def test_a_payload_of_another_shape_is_told_as_well_as_it_can_be(kind, value):
    names = {name for _, payload, _ in SAID for name in payload}

    assert line(event(kind, dict.fromkeys(names, value))).text


def test_nothing_from_a_page_can_command_the_terminal():
    nasty = "\x1b]0;owned\x07\x1b[2J\r\nred\u202egnp\ud800"

    said = line(event("recon", {"title": nasty, "url": nasty})).text

    assert said.isprintable()
    assert "owned" in said


def test_a_line_has_an_end():
    assert len(line(event("recon", {"title": "x" * 60_000})).text) == LONGEST


def test_white_space_becomes_single_spaces():
    assert printable("a\n\tb  c") == "a b c"


@pytest.mark.parametrize("at", ["", "yesterday", "9999-99-99", "\x1b[2J"])
def test_a_time_that_is_none_keeps_its_column(at):
    assert len(time_of_day(at)) == 12
    assert "\x1b" not in time_of_day(at)


OUTCOMES = [
    ({"status": "pass", "verdict": "success"}, Exit.PASS),
    ({"status": "fail", "verdict": "fail-app-bug"}, Exit.FAIL),
    ({"status": "fail", "verdict": "fail-test-broken"}, Exit.FAIL),
    ({"status": "fail", "verdict": "fail-agent-lost"}, Exit.FAIL),
    ({"status": "fail", "verdict": "inconclusive"}, Exit.INCONCLUSIVE),
    ({"status": "fail", "verdict": "inconclusive-environment"}, Exit.INCONCLUSIVE),
    ({"status": "fail", "verdict": "inconclusive", "cancelled": True}, Exit.CANCELLED),
    ({"status": "pass"}, Exit.PASS),
    ({"status": "fail"}, Exit.FAIL),
    ({}, Exit.FAIL),
]


@pytest.mark.parametrize(("payload", "code"), OUTCOMES)
def test_a_verdict_means_an_exit_code(payload, code):
    assert outcome(event("run_end", payload)).exit_code == code


def test_the_outcome_counts_what_failed_and_was_healed():
    payload = {"totalSteps": 4, "failedSteps": 1, "healedSteps": 2, "durationMs": 2345}

    assert outcome(event("run_end", payload)).numbers == "4 steps, 1 failed, 2 healed, 2.3 s"

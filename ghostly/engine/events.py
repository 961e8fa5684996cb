"""What can happen in a run. Names are facts in the past; `type` is the name on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, cast

from .ports import Target, Trouble
from .steps import Step
from .wire import wire

Verdict = Literal[
    "success",
    "fail-app-bug",
    "fail-test-broken",
    "fail-agent-lost",
    "inconclusive-environment",
    "inconclusive",
]
Status = Literal["running", "pass", "fail"]
LoopStateName = Literal["queued", "executing", "stopped"]


@dataclass(frozen=True, slots=True)
class Event:
    """The base. Fields named in `beside` are facts for the records, not for the payload."""

    type: ClassVar[str]
    beside: ClassVar[frozenset[str]] = frozenset()

    def payload(self) -> dict[str, object]:
        fields = cast(dict[str, object], wire(self))
        return {name: value for name, value in fields.items() if name not in self.beside}

    @property
    def at_step(self) -> int | None:
        return None


@dataclass(frozen=True, slots=True)
class StepEvent(Event):
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex"})
    step_index: int
    step: Step

    @property
    def at_step(self) -> int | None:
        return self.step_index


@dataclass(frozen=True, slots=True)
class StepStarted(StepEvent):
    type: ClassVar[str] = "step_start"
    source: str = "input"


@dataclass(frozen=True, slots=True)
class StepPassed(StepEvent):
    """A step that was carried out."""

    type: ClassVar[str] = "step_success"
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex", "a11y"})
    duration_ms: int
    url: str
    screenshot_path: str | None = None
    target: Target | None = None
    a11y: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a step failed; the codes are those of `errors.PageError`."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class StepFailed(StepEvent):
    """A step that was not; `final` says that nothing more will be tried for it."""

    type: ClassVar[str] = "step_failure"
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex", "durationMs"})
    error: Failure
    final: bool
    duration_ms: int
    screenshot_path: str | None = None


@dataclass(frozen=True, slots=True)
class LoopStateChanged(Event):
    type: ClassVar[str] = "loop_state"
    state: LoopStateName
    elapsed_ms: int = 0
    reason: str | None = None
    position: int | None = None
    evidence: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class RunStopped(LoopStateChanged):
    """Nothing is left to do; `troubles` is what the application did wrong on the way."""

    beside: ClassVar[frozenset[str]] = frozenset({"troubles"})
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class RunEnded(Event):
    """The last event of every run; a run has exactly one."""

    type: ClassVar[str] = "run_end"
    ok: bool
    status: Literal["pass", "fail"]
    verdict: Verdict
    verdict_reason: str
    stop_reason: str
    duration_ms: int
    total_steps: int
    failed_steps: int
    healed_steps: int
    cancelled: bool | None = None
    source: str | None = None
    stale_after_restart: bool | None = None

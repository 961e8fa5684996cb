"""What can happen in a run. Names are facts in the past; `type` is the name on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import ClassVar, Literal

from .facts import Fact
from .page import Page
from .planning import Cure, Draft, Finding, Planned, PlannerName
from .ports import Target, Trouble, Usage
from .steps import Step
from .wire import camel, wire

Verdict = Literal[
    "success",
    "fail-app-bug",
    "fail-test-broken",
    "fail-agent-lost",
    "inconclusive-environment",
    "inconclusive",
]
Status = Literal["running", "pass", "fail"]
LoopStateName = Literal[
    "queued",
    "planning",
    "executing",
    "circuit_breaker_tripped",
    "revalidating_persistence",
    "persistence_check_failed",
    "judge_invoked",
    "judge_verdict",
    "stalled",
    "paused",
    "resumed",
    "stopped",
]
Outcome = Literal["continue", "success", "exhausted", "failed"]
PlanSource = Literal["input", "memory", "planner", "replan"]


@dataclass(frozen=True, slots=True)
class Event:
    """The base. Fields named in `beside` are facts for the records, not for the payload."""

    type: ClassVar[str]
    beside: ClassVar[frozenset[str]] = frozenset()

    def payload(self) -> dict[str, object]:
        given = ((camel(f.name), getattr(self, f.name)) for f in fields(self))
        return {name: wire(value) for name, value in given if value is not None and name not in self.beside}

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
    """A step that was carried out; `planned` is what it turned out to be for, when nobody had said so before, `held`
    what its field held until then."""

    type: ClassVar[str] = "step_success"
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex", "a11y", "planned", "held"})
    duration_ms: int
    url: str
    screenshot_path: str | None = None
    healed: bool | None = None
    skipped: bool | None = None
    reason: str | None = None
    target: Target | None = None
    a11y: str | None = None
    planned: Planned | None = None
    held: tuple[str, ...] | None = None


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
    beside: ClassVar[frozenset[str]] = frozenset({"usage"})
    state: LoopStateName
    elapsed_ms: int = 0
    reason: str | None = None
    position: int | None = None
    evidence: tuple[Fact, ...] | None = None
    horizon: int | None = None
    verdict: Verdict | None = None
    confidence: str | None = None
    summary: str | None = None
    reasoning: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class RunStopped(LoopStateChanged):
    """Nothing is left to do; `troubles` is what the application did wrong on the way."""

    beside: ClassVar[frozenset[str]] = frozenset({"troubles", "usage"})
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
    usage: Usage | None = None
    cancelled: bool | None = None
    source: str | None = None
    stale_after_restart: bool | None = None
    plan_progress_summary: str | None = None


@dataclass(frozen=True, slots=True)
class Unspoken(Event):
    """A fact that changes the state of a run and is nobody else's business: it is not told."""

    type: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Opened(Unspoken):
    """The application has been opened, or the time of the run was over before that."""

    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Observed(Unspoken):
    """What people see now; `reloaded` says that the page was loaded again for it. `troubles` are new ones; `listed` is
    the page that lists what was sent, `inside` what was changed, opened again, and `revisited` are pages that had been
    left, if they were looked at."""

    page: Page
    troubles: tuple[Trouble, ...] = ()
    reloaded: bool = False
    at_ms: int = 0
    listed: Page | None = None
    inside: Page | None = None
    revisited: tuple[Page, ...] = ()
    # Which of the selectors of the success conditions are seen, if that was asked.
    visible: Mapping[str, bool] | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examined(Unspoken):
    """The goal has been examined: `troubles` is all that the application did wrong."""

    finding: Finding
    troubles: tuple[Trouble, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recon(Event):
    """The page before anything was done to it, as the planner gets to see it."""

    type: ClassVar[str] = "recon"
    url: str
    title: str
    node_count: int
    tree_markdown: str
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class PlanMade(Event):
    type: ClassVar[str] = "plan_chunk"
    beside: ClassVar[frozenset[str]] = frozenset({"draft"})
    horizon: int
    steps: tuple[Step, ...]
    has_more: bool
    source: PlanSource
    planner: PlannerName
    elapsed_ms: int
    draft: Draft
    model: str | None = None
    rationale: str | None = None
    dropped_steps: tuple[Step, ...] | None = None
    plan_progress: tuple[dict[str, object], ...] | None = None
    replanned_from_error: bool | None = None
    failed_step: Step | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class HorizonStarted(Event):
    type: ClassVar[str] = "horizon_start"
    horizon: int
    pending_steps: int


@dataclass(frozen=True, slots=True)
class HorizonEnded(Event):
    type: ClassVar[str] = "horizon_end"
    horizon: int
    pending_steps: int
    has_more: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VictoryChecked(Event):
    """Whether the conditions of the run are met; one answer for each text, address and selector, in their order."""

    type: ClassVar[str] = "victory_check"
    horizon: int
    configured: bool
    met: bool
    text_includes: tuple[bool, ...] | None = None
    url_includes: tuple[bool, ...] | None = None
    selector_visible: tuple[bool, ...] | None = None
    immediate: bool | None = None
    reason: str | None = None
    evidence: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class MemoryHit(Event):
    """A flow that reached the same goal before; `draft` is what it did."""

    type: ClassVar[str] = "memory_hit"
    beside: ClassVar[frozenset[str]] = frozenset({"draft", "memoryId"})
    candidates: int
    source: Literal["durable", "runtime"]
    draft: Draft
    memory_id: str = ""
    goal_similarity: float | None = None
    saved_at: str | None = None


@dataclass(frozen=True, slots=True)
class MemoryMissed(Event):
    type: ClassVar[str] = "memory_miss"
    reason: str


@dataclass(frozen=True, slots=True)
class HealEvent(Event):
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex"})
    step_index: int

    @property
    def at_step(self) -> int | None:
        return self.step_index


@dataclass(frozen=True, slots=True)
class HealStarted(HealEvent):
    type: ClassVar[str] = "heal_start"
    attempt: int
    max_attempts: int
    node_count: int
    cause: str


@dataclass(frozen=True, slots=True)
class HealChosen(HealEvent):
    """What is done instead of the step that failed."""

    type: ClassVar[str] = "heal_action"
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex", "cure"})
    step: Step
    rationale: str
    cure: Cure
    candidates: tuple[dict[str, object], ...] | None = None


@dataclass(frozen=True, slots=True)
class HealSucceeded(HealEvent):
    """`passed` is the success of the step itself, which is told next."""

    type: ClassVar[str] = "heal_success"
    beside: ClassVar[frozenset[str]] = frozenset({"stepIndex", "passed"})
    step: Step
    by: PlannerName
    elapsed_ms: int
    passed: StepPassed


@dataclass(frozen=True, slots=True)
class HealFailed(HealEvent):
    type: ClassVar[str] = "heal_failure"
    reason: str
    error: str | None = None

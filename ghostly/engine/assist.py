"""Where an assisted run stands, and what it should do next. Pure.

opening -> horizon -> planning -> running -> (healing) -> checking -> horizon ... -> closing
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Literal

from .events import (
    Event,
    Examined,
    HealChosen,
    HealFailed,
    HealStarted,
    HealSucceeded,
    HorizonEnded,
    HorizonStarted,
    LoopStateChanged,
    MemoryHit,
    MemoryMissed,
    Observed,
    Opened,
    PlanMade,
    PlanSource,
    Recon,
    RunStopped,
    StepFailed,
    StepPassed,
    StepStarted,
    VictoryChecked,
)
from .page import Page
from .planning import Cure, Draft, Finding, Planned, PlannerName, Situation, Tried
from .ports import Trouble, Usage
from .steps import Step
from .verdict import ENVIRONMENT, OUT_OF_TIME
from .victory import Victory

_STALLED_AFTER = 3
_MOST_STALLS = 2
_KEEPS_PAGE = ("fill", "selectOption", "check", "uncheck")
_TELLS_WHAT_WAS_HELD = ("fill", "selectOption")
CHECKS = ("assertText", "assertVisible")
FAILED_APP = ("response", "unreachable")

Phase = Literal["opening", "horizon", "planning", "running", "healing", "checking", "closing"]
MemoryMode = Literal["off", "runtime", "adaptive"]


class Move(Enum):
    OPEN = auto()
    OBSERVE = auto()
    RECON = auto()
    RECALL = auto()
    ADOPT = auto()
    START_HORIZON = auto()
    SAY_PLANNING = auto()
    PLAN = auto()
    SAY_EXECUTING = auto()
    ANNOUNCE = auto()
    ACT = auto()
    TRIP = auto()
    SAY_STALLED = auto()
    CHECK_AT_ONCE = auto()
    START_HEALING = auto()
    CURE = auto()
    TREAT = auto()
    TELL_HEALED = auto()
    GIVE_UP_STEP = auto()
    END_HORIZON = auto()
    CHECK = auto()
    SAY_REVALIDATING = auto()
    RELOAD = auto()
    EXAMINE = auto()
    SAY_LOST = auto()
    SAY_JUDGE = auto()
    JUDGE = auto()
    STOP = auto()
    CONCLUDE = auto()


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a run may go. Times in milliseconds; `tokens` and `steps` 0 mean as many as it takes."""

    horizons: int = 12
    steps_per_horizon: int = 3
    loop_ms: int = 300_000
    tokens: int = 0
    steps: int = 0
    heals_per_step: int = 1
    observed_nodes: int = 300
    calm_ms: int = 180_000


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an assisted run is asked to do."""

    goal: str
    base_url: str
    bounds: Bounds = field(default_factory=Bounds)
    victory: Victory = field(default_factory=Victory)
    is_full_plan: bool = False
    steps: tuple[Step, ...] = ()
    memory_mode: MemoryMode = "off"
    revalidates: bool = False
    refuses_reload: bool = False
    has_judge: bool = False


@dataclass(frozen=True, slots=True)
class Healing:
    """A step that failed and is being healed: how often that was tried, and what is tried now."""

    failure: StepFailed
    attempts: int = 0
    cure: Cure | None = None
    passed: StepPassed | None = None
    under_way: bool = False


@dataclass(frozen=True, slots=True)
class AssistState:
    """The sum of the events of a run so far. Times are those of the clock, in milliseconds."""

    task: Assignment
    started_ms: int = 0
    now_ms: int = 0
    phase: Phase = "opening"
    opened: bool = False
    recalled: bool = False
    memory_id: str = ""
    page: Page | None = None
    first: Page | None = None
    reloaded: Page | None = None
    listed: Page | None = None
    inside: Page | None = None
    revisited: tuple[Page, ...] = ()
    visible_at_first: Mapping[str, bool] = field(default_factory=dict)
    seen_fresh: bool = False
    recon_told: bool = False
    horizon: int = 0
    horizon_steps: int = 0
    said: str = ""
    source: PlanSource = "planner"
    queue: tuple[Planned, ...] = ()
    has_more: bool = True
    unsure: str = ""
    announced: bool = False
    index: int = 0
    past: tuple[Tried, ...] = ()
    failed_steps: int = 0
    healed_steps: int = 0
    healing: Healing | None = None
    replanned: frozenset[Step] = frozenset()
    replan_for: StepFailed | None = None
    # The checks of the request that stood after a step that failed: another way to the goal does not do without them.
    owed: tuple[Planned, ...] = ()
    final_failure: StepFailed | None = None
    unchanged: int = 0
    tried_at_look: int = 0
    stalls: int = 0
    troubles: tuple[Trouble, ...] = ()
    tripped: bool = False
    checked: bool = False
    checked_horizon: int = 0
    victory: VictoryChecked | None = None
    planner: PlannerName = "builtin"
    revalidating: bool = False
    finding: Finding | None = None
    lost_told: bool = False
    judging: bool = False
    judgement: LoopStateChanged | None = None
    stopped: bool = False
    usage: Usage = field(default_factory=Usage)
    # The artifacts that show how the page was: `end`, `reloaded`, and `step-N` for those that have one.
    pictures: Mapping[str, str] = field(default_factory=dict)

    @property
    def current(self) -> Planned:
        return self.queue[0]

    def situation(self, page: Page | None = None) -> Situation:
        now = page or self.page
        assert now is not None
        assert self.first is not None
        most = self.task.bounds.steps_per_horizon
        task = self.task
        looked = (self.listed, self.inside, self.revisited)
        return Situation(task.goal, task.base_url, now, self.first, self.past, most, *looked)

    def after(self, event: Event) -> AssistState:
        fold = _FOLDS.get(type(event))
        if fold is None:
            raise TypeError(f"unknown event {event!r}")
        return fold(self, event)


def _observed(state: AssistState, event: Observed) -> AssistState:
    if event.reloaded:
        troubles = (*state.troubles, *event.troubles)
        pictures = {**state.pictures, **event.pictures}
        seen = replace(state, reloaded=event.page, listed=event.listed, inside=event.inside, seen_fresh=True)
        return replace(seen, troubles=troubles, pictures=pictures, revisited=event.revisited)
    unchanged, done = state.unchanged, any(tried.ok for tried in state.past[state.tried_at_look :])
    # Only what was done could have changed something: a page is looked at more often while a step is healed.
    if state.page is not None and (done or event.page.looks != state.page.looks):
        unchanged = unchanged + 1 if event.page.looks == state.page.looks else 0
    troubles = (*state.troubles, *event.troubles)
    first = state.first or event.page
    now = event.at_ms or state.now_ms
    return replace(
        state,
        page=event.page,
        past=_seen_afterwards(state, event.page),
        tried_at_look=len(state.past),
        first=first,
        troubles=troubles,
        seen_fresh=True,
        unchanged=unchanged,
        now_ms=now,
        visible_at_first=state.visible_at_first if event.visible is None else event.visible,
    )


def _seen_afterwards(state: AssistState, page: Page) -> tuple[Tried, ...]:
    """The steps so far, and what those done in passing found: the page as it is now, with what its fields held then."""
    past = list(state.past)
    for at in reversed(range(state.tried_at_look, len(past))):
        tried = past[at]
        if tried.before is not None or tried.held is None:
            break
        page = page.holding(tried.planned.step.selector or "", tried.held)
        past[at] = replace(tried, before=page)
    return tuple(past)


def _planned(state: AssistState, event: PlanMade) -> AssistState:
    draft = event.draft
    return replace(
        state,
        queue=draft.steps,
        owed=() if is_whole(draft) else state.owed,
        has_more=draft.has_more,
        unsure=draft.unsure,
        source=event.source,
        replan_for=None,
        phase="running" if draft.steps else "closing",
        said="" if draft.steps else state.said,
        planner=event.planner,
        usage=state.usage + (event.usage or Usage()),
        recalled=True,
    )


def _passed(state: AssistState, event: StepPassed) -> AssistState:
    cure = state.healing.cure if state.healing and event.healed else None
    done = replace(state.current, step=cure.step) if cure and cure.step and not cure.then_original else state.current
    tried = Tried(event.planned or done, True, healed=bool(event.healed), before=_before(state), held=event.held)
    return replace(
        state,
        announced=False,
        queue=state.queue[1:],
        index=state.index + 1,
        horizon_steps=state.horizon_steps + 1,
        past=(*state.past, tried),
        healing=None,
        final_failure=None,
        pictures=_with_picture(state, event.screenshot_path),
        healed_steps=state.healed_steps + bool(event.healed),
        phase="running",
        seen_fresh=False,
        checked=False,
    )


def _before(state: AssistState) -> Page | None:
    """The page that a step finds, as it was looked at; None while another one has come since."""
    since = state.past[state.tried_at_look :]
    return state.page if all(tried.planned.step.action in _KEEPS_PAGE for tried in since) else None


def has_left(state: AssistState) -> bool:
    """Whether the last step has led to a page that nobody has looked at yet."""
    return len(state.past) > state.tried_at_look and state.past[-1].planned.step.action not in _KEEPS_PAGE


def _with_picture(state: AssistState, path: str | None) -> Mapping[str, str]:
    return {**state.pictures, f"step-{state.index}": path} if path else state.pictures


def _failed(state: AssistState, event: StepFailed) -> AssistState:
    if not event.final:
        return replace(state, announced=False, healing=Healing(event), phase="healing", seen_fresh=False)
    tried = Tried(state.current, False, event.error.message, before=state.page)
    # A check of the request that fails has failed, whatever else may lead to the goal.
    settled = state.task.is_full_plan or _is_owed(state, state.current)
    owed = (*(planned for planned in state.queue[1:] if _is_owed(state, planned)), *state.owed)
    again = event.step not in state.replanned and not settled and event.error.code not in (*ENVIRONMENT, OUT_OF_TIME)
    return replace(
        state,
        announced=False,
        healing=None,
        index=state.index + 1,
        past=(*state.past, tried),
        failed_steps=state.failed_steps + 1,
        replanned=state.replanned | {event.step},
        replan_for=event if again else None,
        final_failure=event,
        pictures=_with_picture(state, event.screenshot_path),
        queue=(),
        owed=owed,
        has_more=True,
        phase="checking",
        seen_fresh=False,
    )


def _is_owed(state: AssistState, planned: Planned) -> bool:
    return planned.step.action in CHECKS and planned.step in state.task.steps


def is_whole(draft: Draft) -> bool:
    """Whether a plan leaves nothing to be planned after it."""
    return not draft.has_more and not draft.unsure


def _loop_state(state: AssistState, event: LoopStateChanged) -> AssistState:
    match event.state:
        case "circuit_breaker_tripped":
            return replace(state, tripped=True, phase="closing")
        case "stalled":
            return replace(state, stalls=state.stalls + 1, unchanged=0, queue=(), has_more=True, phase="checking")
        case "revalidating_persistence":
            return replace(state, revalidating=True, seen_fresh=False)
        case "persistence_check_failed":
            return replace(state, lost_told=True)
        case "judge_invoked":
            return replace(state, judging=True)
        case "judge_verdict":
            return replace(state, judgement=event, usage=state.usage + (event.usage or Usage()))
    return replace(state, said=event.state)


def _healed(state: AssistState, event: HealSucceeded) -> AssistState:
    assert state.healing is not None
    return replace(state, healing=replace(state.healing, passed=event.passed))


def _heal_chosen(state: AssistState, event: HealChosen) -> AssistState:
    assert state.healing is not None
    usage = state.usage + (event.cure.usage or Usage())
    return replace(state, healing=replace(state.healing, cure=event.cure), usage=usage)


def _heal_failed(state: AssistState, event: HealFailed) -> AssistState:
    assert state.healing is not None
    return replace(state, healing=replace(state.healing, cure=None, under_way=False), seen_fresh=False)


def _heal_started(state: AssistState, event: HealStarted) -> AssistState:
    assert state.healing is not None
    return replace(state, healing=replace(state.healing, attempts=event.attempt, under_way=True))


def _horizon_started(state: AssistState, event: HorizonStarted) -> AssistState:
    phase: Phase = "running" if state.queue else "planning"
    return replace(state, horizon=event.horizon, horizon_steps=0, phase=phase, said="")


def _horizon_ended(state: AssistState, event: HorizonEnded) -> AssistState:
    over = state.phase == "closing" or event.outcome != "continue"
    return replace(state, phase="closing" if over else "checking", said="ended")


def _checked(state: AssistState, event: VictoryChecked) -> AssistState:
    if event.immediate:
        return replace(state, checked=True, victory=event)
    # A model may go on for ever; the builtin planner knows when it has carried out every part.
    enough = event.configured and event.met and state.planner == "llm" and not state.owed
    over = state.phase == "closing" or enough
    return replace(
        state,
        victory=event,
        phase="closing" if over else "horizon",
        checked_horizon=state.horizon,
        has_more=state.has_more and not enough,
    )


_FOLDS: Mapping[type[Event], Callable[..., AssistState]] = {
    Opened: lambda state, event: replace(state, opened=True, now_ms=event.at_ms or state.now_ms),
    Observed: _observed,
    Recon: lambda state, _: replace(state, recon_told=True),
    MemoryHit: lambda state, event: replace(
        state, recalled=True, queue=event.draft.steps, source="memory", memory_id=event.memory_id
    ),
    MemoryMissed: lambda state, _: replace(state, recalled=True),
    HorizonStarted: _horizon_started,
    PlanMade: _planned,
    StepStarted: lambda state, _: replace(state, announced=True),
    StepPassed: _passed,
    StepFailed: _failed,
    LoopStateChanged: _loop_state,
    HealStarted: _heal_started,
    HealChosen: _heal_chosen,
    HealSucceeded: _healed,
    HealFailed: _heal_failed,
    HorizonEnded: _horizon_ended,
    VictoryChecked: _checked,
    Examined: lambda state, event: replace(
        state, finding=event.finding, troubles=event.troubles, pictures={**state.pictures, **event.pictures}
    ),
    RunStopped: lambda state, event: replace(state, stopped=True, troubles=event.troubles),
}


def next_move(state: AssistState) -> Move:
    return Move.CONCLUDE if state.stopped else _MOVES[state.phase](state)


def _opening(state: AssistState) -> Move:
    if not state.opened:
        return Move.OPEN
    if exhausted(state) == "time":
        return Move.STOP
    if state.page is None:
        return Move.OBSERVE
    if not state.recon_told:
        return Move.RECON
    if state.task.steps and not state.recalled:
        return Move.ADOPT
    if state.task.memory_mode == "adaptive" and not state.recalled:
        return Move.RECALL
    return Move.ADOPT if state.queue else Move.START_HORIZON


def _horizon(state: AssistState) -> Move:
    return Move.STOP if exhausted(state) or is_stalled(state) else Move.START_HORIZON


def _planning(state: AssistState) -> Move:
    return Move.PLAN if state.said == "planning" else Move.SAY_PLANNING


def _running(state: AssistState) -> Move:
    if state.index and not state.seen_fresh and not _is_known_way(state):
        return Move.OBSERVE
    if not state.tripped and any(trouble.kind in FAILED_APP for trouble in state.troubles):
        return Move.TRIP
    if state.past and not state.checked and state.task.victory:
        return Move.CHECK_AT_ONCE
    if state.unchanged >= _STALLED_AFTER and state.queue and not _is_given_whole(state):
        return Move.SAY_STALLED
    if state.horizon == 0 and state.queue:
        return Move.START_HORIZON
    if state.queue and state.said != "executing":
        return Move.SAY_EXECUTING
    if state.queue and not exhausted(state):
        return Move.ACT if state.announced else Move.ANNOUNCE
    return Move.END_HORIZON


def _is_given_whole(state: AssistState) -> bool:
    """Whether the request gave every step: they are all done, whether or not one can see that they do anything."""
    return state.task.is_full_plan and bool(state.task.steps)


def _is_known_way(state: AssistState) -> bool:
    """Whether the next step of a flow that has worked before can be done without a look: only what is on the page that
    was looked at last, or what is typed into a form that has just been opened and is looked at once it is filled in.
    What is neither seen before nor told by what it held is no evidence afterwards, nor is a page after it was saved."""
    if not on_known_way(state) or state.task.victory or not state.past or state.page is None or state.queue[0].commits:
        return False
    last, following = state.past[-1], state.queue[0].step
    if not last.ok or last.healed:
        return False
    opens = last.planned.step.action == "click" and not last.planned.commits
    if opens or (last.before is None and last.held is not None):
        return following.action in _TELLS_WHAT_WAS_HELD
    is_seen = any(node.selector == following.selector for node in state.page.nodes)
    return last.before is not None and last.planned.step.action in _KEEPS_PAGE and is_seen


def is_replay(state: AssistState) -> bool:
    """Whether all that is done comes from a flow that has worked before."""
    return state.source == "memory"


def on_known_way(state: AssistState) -> bool:
    """Whether the next step comes from a flow that has worked before."""
    return is_replay(state) and bool(state.queue)


def _healing(state: AssistState) -> Move:
    healing = state.healing
    assert healing is not None
    if healing.passed is not None:
        return Move.TELL_HEALED
    if healing.cure is not None:
        return Move.TREAT
    if not state.seen_fresh:
        return Move.OBSERVE
    if healing.under_way:
        return Move.CURE
    if healing.attempts < state.task.bounds.heals_per_step and not _hopeless(state, healing):
        return Move.START_HEALING
    return Move.GIVE_UP_STEP


def _hopeless(state: AssistState, healing: Healing) -> bool:
    """Whether no other element would help: the application is away, or the step is a check that failed."""
    failure = healing.failure
    app_failed = any(trouble.kind in FAILED_APP for trouble in state.troubles)
    checks = failure.step.action in ("assertText", "assertVisible", "goto")
    return app_failed or checks or failure.error.code in ENVIRONMENT


def _checking(state: AssistState) -> Move:
    if not state.seen_fresh and not is_out_of_time(state):
        return Move.OBSERVE
    return Move.CHECK if state.said == "ended" else Move.END_HORIZON


def _closing(state: AssistState) -> Move:
    if state.horizon and state.said != "ended":
        return Move.END_HORIZON
    if state.tripped:
        return Move.STOP
    if state.horizon != state.checked_horizon:
        return Move.CHECK
    if not finished(state):
        return Move.STOP
    return _examining(state)


def _examining(state: AssistState) -> Move:
    if state.finding is not None:
        return _judging(state, state.finding)
    # What was sent to the server is looked for again, whatever the words of the goal.
    sent = any(trouble.kind == "written" for trouble in state.troubles) and not state.task.refuses_reload
    if not (state.task.revalidates or sent) or state.reloaded is not None:
        return Move.EXAMINE
    return Move.RELOAD if state.revalidating else Move.SAY_REVALIDATING


def _judging(state: AssistState, finding: Finding) -> Move:
    if finding.met is False and finding.app_bug and state.reloaded and not state.lost_told:
        return Move.SAY_LOST
    is_open = finding.met is None and all(trouble.kind in ("written", "accepted") for trouble in state.troubles)
    # What no step has carried out cannot be judged to have been done.
    if state.task.has_judge and is_open and not finding.unused and state.judgement is None:
        return Move.JUDGE if state.judging else Move.SAY_JUDGE
    return Move.STOP


def is_stalled(state: AssistState) -> bool:
    return state.stalls >= _MOST_STALLS


def finished(state: AssistState) -> bool:
    """Whether the plan has been carried out to its end."""
    return not state.queue and not state.has_more and not state.unsure and not state.replan_for


def is_out_of_time(state: AssistState) -> bool:
    """Whether the last step was cut short because the time of the run was over."""
    return state.final_failure is not None and state.final_failure.error.code == OUT_OF_TIME


def exhausted(state: AssistState) -> str:
    """Which budget is used up; empty while there is some left of each."""
    bounds = state.task.bounds
    if state.now_ms - state.started_ms >= bounds.loop_ms or is_out_of_time(state):
        return "time"
    if state.horizon >= bounds.horizons and not (state.phase == "running" and state.queue):
        return "horizons"
    if bounds.tokens and state.usage.tokens >= bounds.tokens:
        return "tokens"
    if bounds.steps and state.index >= bounds.steps and state.queue:
        return "steps"
    return ""


_MOVES: Mapping[Phase, Callable[[AssistState], Move]] = {
    "opening": _opening,
    "horizon": _horizon,
    "planning": _planning,
    "running": _running,
    "healing": _healing,
    "checking": _checking,
    "closing": _closing,
}

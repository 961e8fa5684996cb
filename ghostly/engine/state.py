"""Where a run stands, and what it should do next. Pure.

BEGIN -> ANNOUNCE -> ACT -> ANNOUNCE -> ACT ... -> STOP -> CONCLUDE
                      |                             ^
                      +------- a step failed -------+
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from .events import Event, LoopStateChanged, RunStopped, StepFailed, StepPassed, StepStarted
from .ports import Trouble
from .steps import Step


class Move(Enum):
    BEGIN = auto()
    ANNOUNCE = auto()
    ACT = auto()
    STOP = auto()
    CONCLUDE = auto()


@dataclass(frozen=True, slots=True)
class RunState:
    """The sum of the events of a run so far. Times are those of the clock, in milliseconds."""

    steps: tuple[Step, ...]
    base_url: str
    started_ms: int = 0
    began: bool = False
    announced: bool = False
    passed: int = 0
    failure: StepFailed | None = None
    troubles: tuple[Trouble, ...] | None = None

    @property
    def current(self) -> Step:
        return self.steps[self.passed]

    def after(self, event: Event) -> RunState:
        match event:
            case RunStopped():
                return replace(self, troubles=event.troubles)
            case LoopStateChanged():
                return replace(self, began=True)
            case StepStarted():
                return replace(self, announced=True)
            case StepPassed():
                return replace(self, announced=False, passed=self.passed + 1)
            case StepFailed():
                return replace(self, announced=False, failure=event)
        raise TypeError(f"unknown event {event!r}")


def next_move(state: RunState) -> Move:
    """The first line that applies wins."""
    if not state.began:
        return Move.BEGIN
    if state.troubles is not None:
        return Move.CONCLUDE
    if state.failure or state.passed == len(state.steps):
        return Move.STOP
    if not state.announced:
        return Move.ANNOUNCE
    return Move.ACT

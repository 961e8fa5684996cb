"""What a run that is cut short has left open: the step, the healing and the horizon that were going on. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..engine.events import (
    Event,
    Failure,
    HealChosen,
    HealFailed,
    HealStarted,
    HealSucceeded,
    HorizonEnded,
    HorizonStarted,
    PlanMade,
    RunEnded,
    StepFailed,
    StepPassed,
    StepStarted,
)
from ..engine.steps import Step

_HEALING = (HealStarted.type, HealChosen.type, HealSucceeded.type)
_TOLD = {
    *(StepStarted.type, StepPassed.type, StepFailed.type, HealFailed.type, *_HEALING),
    *(HorizonStarted.type, HorizonEnded.type, PlanMade.type),
}


@dataclass(slots=True)
class _Open:
    """The events that began what has not ended yet, as they are stored."""

    step: Mapping[str, Any] | None = None
    heals: bool = False
    horizon: Mapping[str, Any] | None = None
    pending: int = 0
    has_more: bool = True


def closing(history: Iterable[tuple[str, str]], ending: RunEnded, now_ms: int) -> list[Event]:
    """The events that are missing before the ending; `history` has the type and the data of each event so far."""
    left = _left_open([json.loads(data) for kind, data in history if kind in _TOLD])
    found: list[Event] = []
    if left.step is not None:
        said, index = _sentence(ending), left.step["stepIndex"]
        if left.heals:
            found.append(HealFailed(index, said))
        step, code = Step.from_wire(left.step["payload"]["step"]), ending.stop_reason.replace("-", "_")
        lasted_ms = max(0, now_ms - round(datetime.fromisoformat(left.step["at"]).timestamp() * 1000))
        found.append(StepFailed(index, step, error=Failure(code, said), final=True, duration_ms=lasted_ms))
    if left.horizon is not None:
        number = left.horizon["payload"]["horizon"]
        found.append(HorizonEnded(number, left.pending, left.has_more, "failed"))
    return found


def _sentence(ending: RunEnded) -> str:
    if ending.cancelled:
        return "The run was cancelled while the step was going on."
    return f"The run ended while the step was going on. {ending.verdict_reason}"


def _left_open(events: Sequence[Mapping[str, Any]]) -> _Open:
    left = _Open()
    for event in events:
        kind, payload = event["type"], event["payload"]
        if kind == StepStarted.type:
            left.step, left.heals = event, False
        elif kind == StepPassed.type or (kind == StepFailed.type and payload["final"]):
            left.step, left.heals = None, False
            left.pending = max(0, left.pending - 1)
        elif kind in _HEALING or kind == HealFailed.type:
            left.heals = kind in (HealStarted.type, HealChosen.type)
        elif kind == HorizonStarted.type:
            left.horizon, left.pending = event, payload["pendingSteps"]
        elif kind == HorizonEnded.type:
            left.horizon = None
        elif kind == PlanMade.type:
            left.pending, left.has_more = len(payload["steps"]), payload["hasMore"]
    return left

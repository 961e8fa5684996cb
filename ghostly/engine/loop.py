"""Drive one run from its first step to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, Self, TypeVar

from .events import Event, RunEnded, Unspoken


class State(Protocol):
    def after(self, event: Event) -> Self:
        """The state once the event has happened."""


S = TypeVar("S", bound=State)
M = TypeVar("M")


def drive(
    state: S, next_move: Callable[[S], M], crew: Mapping[M, Callable[[S], Event]], emit: Callable[[Event], object]
) -> RunEnded:
    """`next_move` decides, the role acts, and what happened is told before it counts.

    The ending is returned and not told: whoever called has files to put away before the run is over.
    """
    while True:
        event = crew[next_move(state)](state)
        if isinstance(event, RunEnded):
            return event
        if not isinstance(event, Unspoken):
            emit(event)
        state = state.after(event)

"""Drive one run from its first step to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .events import Event, RunEnded
from .state import Move, RunState, next_move

Role = Callable[[RunState], Event]


def drive(state: RunState, crew: Mapping[Move, Role], emit: Callable[[Event], object]) -> RunEnded:
    """`state` decides, the role acts, and what happened is told before it counts.

    The ending is returned and not told: whoever called has files to put away before the run is over.
    """
    while True:
        event = crew[next_move(state)](state)
        if isinstance(event, RunEnded):
            return event
        emit(event)
        state = state.after(event)

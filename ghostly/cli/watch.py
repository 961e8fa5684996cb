"""A run followed on the screen: from its first event to its verdict and the exit code that it means."""

from __future__ import annotations

from dataclasses import dataclass

from .continuity import Assist
from .exits import Exit, StreamBroken
from .outcome import Outcome, outcome
from .screen import Lines, Raw, Screen
from .stream import Patience, Pause, Source, Stream


@dataclass(frozen=True, slots=True)
class Watch:
    """Which run, for how long to put up with a lost server, for programs or people, and from which event on."""

    run_id: str
    patience: float = 60.0
    as_json: bool = False
    first: int = 1


def watch(source: Source, wish: Watch) -> Exit:
    screen: Screen = Raw(wish.first) if wish.as_json else Lines(wish.first)
    stream = Stream(source, wish.run_id, Patience(wish.patience))
    ended: Outcome | None = None
    for told in stream:
        if isinstance(told, Pause):
            screen.pause(told)
            continue
        if isinstance(told, Assist) and told.type == "run_end":
            ended = outcome(told)
        screen.show(told)
    if ended is None:
        raise StreamBroken("The stream is broken: it ended before its run did.")
    screen.close(ended, stream.continuity)
    return ended.exit_code

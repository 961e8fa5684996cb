"""Where a followed run is shown: lines for people, or the stream's own lines for programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from .continuity import Assist, Continuity, Status, Told
from .exits import NobodyReads
from .outcome import Outcome
from .stream import Pause
from .words import line, printable, time_of_day

WIDE = 1000
MARKS = {
    "good": ("✓", "green"),
    "bad": ("✗", "red"),
    "doubtful": ("!", "yellow"),
    "busy": ("·", ""),
    "quiet": ("·", "dim"),
}


class Screen(Protocol):
    def show(self, told: Told) -> None: ...
    def pause(self, pause: Pause) -> None: ...
    def close(self, outcome: Outcome, continuity: Continuity) -> None: ...


class Output(Console):
    """Text as it is: nothing in it is taken for markup, and no line is wrapped."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def table(self, columns: tuple[str, ...], rows: Sequence[Mapping[str, object]]) -> None:
        table = Table(box=None, pad_edge=False)
        for column in columns:
            table.add_column(column, no_wrap=True)
        for row in rows:
            table.add_row(*(Text(printable(row.get(column, ""))) for column in columns))
        # As wide as it needs to be: an id that is cut off cannot be copied.
        self.width = WIDE
        self.print(table)

    def on_broken_pipe(self) -> None:
        raise NobodyReads("Nobody reads the output any more.")


class Lines:
    """A line for each event from number `first` on; colours and a panel where there is a terminal."""

    def __init__(self, first: int = 1) -> None:
        self._first = first
        self._out = Output()
        self._err = Output(stderr=True)

    def show(self, told: Told) -> None:
        if not isinstance(told, Assist) or told.seq < self._first:
            return
        said = line(told)
        mark, style = MARKS[said.mood]
        self._out.print(
            Text.assemble(
                (time_of_day(told.at), "dim"), " ", (f"{told.seq:>4}", "cyan"), " ", (f"{mark} {said.text}", style)
            )
        )

    def pause(self, pause: Pause) -> None:
        _tell(self._err, pause)

    def close(self, outcome: Outcome, continuity: Continuity) -> None:
        _, style = MARKS[outcome.headline.mood]
        if self._out.is_terminal:
            headline, numbers = (outcome.headline.text, f"bold {style}"), (outcome.numbers, "dim")
            body = Text.assemble(headline, f"\n{outcome.reason}\n", numbers)
            panel = Panel(body, title="verdict", title_align="left", border_style=style, expand=False)
            # Else a long reason would be cut off at the border.
            self._out.print(panel, soft_wrap=False)
        else:
            self._out.print(Text(f"verdict: {outcome.headline.text}\n{outcome.reason}\n{outcome.numbers}"))
        self._out.print(Text(_proof(continuity), "dim"))


class Raw:
    """Each data line as it came; a status only when it is news, so that a cut leaves no trace."""

    def __init__(self, first: int = 1) -> None:
        self._first = first
        self._status = ""
        self._err = Output(stderr=True)

    def show(self, told: Told) -> None:
        match told:
            case Assist(seq=seq) if seq < self._first:
                return
            case Status(status=status) if status == self._status:
                return
            case Status(status=status):
                self._status = status
        try:
            sys.stdout.write(told.data + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            raise NobodyReads("Nobody reads the output any more.") from None

    def pause(self, pause: Pause) -> None:
        _tell(self._err, pause)

    def close(self, outcome: Outcome, continuity: Continuity) -> None:
        self._err.print(_proof(continuity))


def _tell(err: Output, pause: Pause) -> None:
    where = f"after event {pause.after}" if pause.after else "before the first event"
    err.print(Text(f"{where}: {pause.reason}; trying again in {pause.seconds:.1f} s", "yellow"))


def _proof(continuity: Continuity) -> str:
    events = "event" if continuity.seen == 1 else "events"
    return f"stream verified: {continuity.seen} {events}, {continuity.digest}"

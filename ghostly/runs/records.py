"""What is written about runs, and by which clock: the journal, the tables, the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..journal.log import Journal
from ..storage.runs import Runs


@dataclass(frozen=True, slots=True)
class Records:
    """`owner` names this worker in the rows of its runs; `now_ms` is the time of day, in milliseconds since 1970."""

    journal: Journal
    runs: Runs
    now_ms: Callable[[], int]
    owner: str

"""Says that the runs of this worker live, does what others ask of them, and ends runs that nobody drives any more."""

from __future__ import annotations

import logging

from ..journal.redact import Redactor
from . import endings
from .records import Records
from .supervisor import Supervisor

log = logging.getLogger(__name__)


class Reaper:
    """`beat` and `obey` are to be called from time to time."""

    def __init__(self, records: Records, supervisor: Supervisor, stale_ms: int) -> None:
        self._records = records
        self._supervisor = supervisor
        self._stale_ms = stale_ms

    def beat(self) -> None:
        # First our own, then the others': a machine that slept must not bury what it is driving.
        now = self._records.now_ms()
        mine = self._supervisor.run_ids
        self._records.runs.beat(mine, now)
        for run_id in self._records.runs.abandoned(now - self._stale_ms):
            if run_id not in mine:
                self._bury(run_id)

    def obey(self) -> None:
        """Cancel what was asked of another worker, which could only leave a note."""
        for run_id in self._records.runs.cancel_requested(self._supervisor.run_ids):
            self._supervisor.cancel(run_id)

    def _bury(self, run_id: str) -> None:
        ending = endings.made(endings.abandoned, self._records, run_id)
        if self._records.journal.cut_short(run_id, ending, Redactor()):
            log.warning("run %s was abandoned by its worker and is ended", run_id)

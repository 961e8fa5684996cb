"""The pen of one run: writes its events, and waits out a database that is lost for a while."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from ..engine.events import Event, RunEnded
from ..journal.log import Journal
from ..journal.redact import Redactor
from ..storage.database import LOST

log = logging.getLogger(__name__)


class Pen:
    """The only writer of its run, which is how it can tell whether an event whose commit was cut off got through."""

    def __init__(self, journal: Journal, run_id: str, redactor: Redactor, patience_seconds: float = 60.0) -> None:
        self._journal = journal
        self._run_id = run_id
        self._patience_seconds = patience_seconds
        self._written = 0
        self.redactor = redactor

    def write(self, event: Event) -> None:
        """Raises RunOver when the run has ended, and what the database raises when patience is at an end."""
        self._patiently(lambda in_doubt: self._write(event, in_doubt))

    def end(self, ending: Callable[[], RunEnded]) -> None:
        """Ends the run unless it has ended already; `ending` may ask the database as well."""
        self._patiently(lambda _: self._journal.finish(self._run_id, ending(), self.redactor))

    def cut_short(self, ending: Callable[[], RunEnded]) -> None:
        """The same for a run whose engine does not get to its end."""
        self._patiently(lambda _: self._journal.cut_short(self._run_id, ending(), self.redactor))

    def _write(self, event: Event, in_doubt: bool) -> None:
        if in_doubt and (head := self._journal.head(self._run_id)) and head.last_seq > self._written:
            self._written = head.last_seq
            return
        self._written = self._journal.append(self._run_id, event, self.redactor).seq

    def _patiently(self, write: Callable[[bool], object]) -> None:
        deadline, pause, in_doubt = time.monotonic() + self._patience_seconds, 0.05, False
        while True:
            try:
                write(in_doubt)
            except LOST as error:
                if time.monotonic() > deadline:
                    raise
                log.warning("run %s waits for the database: %s", self._run_id, type(error).__name__)
                in_doubt = True
            else:
                return
            time.sleep(pause)
            pause = min(2 * pause, 2.0)

"""A run to tell stories about: its row, and events to write into it."""

import time
import uuid

from sqlalchemy import create_engine

from ghostly.engine.crew.script import ending
from ghostly.engine.events import LoopStateChanged, StepPassed, StepStarted
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step
from ghostly.engine.verdict import Conclusion
from ghostly.journal.log import Journal
from ghostly.journal.redact import Redactor
from ghostly.storage.database import Database
from ghostly.storage.models import RunRow, UserRow

RUN = "11111111-1111-4111-8111-111111111111"
USER = "22222222-2222-4222-8222-222222222222"
CLICK = Step("click", selector="#save")


def a_run(database, run_id=RUN, user_id=USER, **columns):
    """Insert a running run, and its user when there is none."""
    given = {"project_id": "p", "status": "running", "base_url": "http://app.test", "owner": "test"}
    times = {"started_ms": 1, "heartbeat_ms": 1}
    with database.write() as session:
        if session.get(UserRow, user_id) is None:
            session.add(UserRow(id=user_id, email="a@b.test", password_hash="-", role="admin", created_ms=1))
            session.flush()
        session.add(RunRow(id=run_id, user_id=user_id, **{**given, **times, **columns}))
    return run_id


def started(index):
    return StepStarted(index, CLICK)


def passed(index):
    return StepPassed(index, CLICK, 12, "http://app.test/", target=Target("button", "Save", "#save"))


def ended():
    return ending(Conclusion("inconclusive", "Cancelled.", "cancelled"), 5, 1, 0)


class Ledger:
    """Writes runs of `user_id` into a database that a server uses as well."""

    def __init__(self, url, user_id):
        self._engine = create_engine(url)
        self.database = Database(self._engine)
        self.journal = Journal(self.database, lambda record: None, now_ms)
        self._user_id = user_id

    def begin(self, events=0, **columns):
        """A run with so many events, which no reaper takes for abandoned."""
        run_id = str(uuid.uuid4())
        later = now_ms() + 3_600_000
        a_run(self.database, run_id, self._user_id, **{"started_ms": now_ms(), "heartbeat_ms": later, **columns})
        self.write(run_id, events)
        return run_id

    def write(self, run_id, events=1):
        for index in range(events):
            self.journal.append(run_id, started(index), Redactor())

    def write_large(self, run_id, events):
        """Events of about 16 kB each."""
        for _ in range(events):
            self.journal.append(run_id, LoopStateChanged("executing", reason="x" * 16_000), Redactor())

    def finish(self, run_id):
        self.journal.finish(run_id, ended(), Redactor())

    def close(self):
        self._engine.dispose()


def now_ms():
    return int(time.time() * 1000)

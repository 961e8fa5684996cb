"""A run to tell stories about: its row, and events to write into it."""

from ghostly.engine.crew.script import ending
from ghostly.engine.events import StepPassed, StepStarted
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step
from ghostly.engine.verdict import Conclusion
from ghostly.storage.models import RunRow, UserRow

RUN = "11111111-1111-4111-8111-111111111111"
USER = "22222222-2222-4222-8222-222222222222"
CLICK = Step("click", selector="#save")


def a_run(database, run_id=RUN, **columns):
    """Insert a running run, and its user when there is none."""
    given = {"project_id": "p", "status": "running", "started_ms": 1, "base_url": "http://app.test", "owner": "test"}
    with database.write() as session:
        if session.get(UserRow, USER) is None:
            session.add(UserRow(id=USER, email="a@b.test", password_hash="-", role="admin", created_ms=1))
            session.flush()
        session.add(RunRow(id=run_id, user_id=USER, heartbeat_ms=1, **{**given, **columns}))
    return run_id


def started(index):
    return StepStarted(index, CLICK)


def passed(index):
    return StepPassed(index, CLICK, 12, "http://app.test/", target=Target("button", "Save", "#save"))


def ended():
    return ending(Conclusion("inconclusive", "Cancelled.", "cancelled"), 5, 1, 0)

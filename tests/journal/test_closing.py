"""What a run that is cut short has left open is closed in its name, and nothing else."""

import json
from dataclasses import replace

import pytest
from stories import RUN, a_run, ended, passed, started

from ghostly.engine.events import Failure, HealFailed, HealStarted, HorizonEnded, HorizonStarted, StepFailed
from ghostly.journal.log import Journal
from ghostly.journal.redact import Redactor

AT_MS = 1_700_000_000_123
FAILED = StepFailed(0, started(0).step, error=Failure("timeout", "late"), final=False, duration_ms=1)


@pytest.fixture
def journal(database):
    a_run(database, started_ms=AT_MS - 5_000)
    return Journal(database, lambda record: None, lambda: AT_MS)


@pytest.mark.parametrize(
    ("before", "missing"),
    [
        ([], []),
        ([started(0)], ["step_failure"]),
        ([started(0), passed(0)], []),
        ([started(0), passed(0), started(1)], ["step_failure"]),
        ([started(0), replace(FAILED, final=True)], []),
        ([started(0), FAILED], ["step_failure"]),
        ([started(0), FAILED, HealStarted(0, 1, 1, 3, "late")], ["heal_failure", "step_failure"]),
        ([started(0), FAILED, HealStarted(0, 1, 1, 3, "late"), HealFailed(0, "no")], ["step_failure"]),
        ([HorizonStarted(1, 2)], ["horizon_end"]),
        ([HorizonStarted(1, 2), started(0)], ["step_failure", "horizon_end"]),
        ([HorizonStarted(1, 2), HorizonEnded(1, 0, False, "success")], []),
    ],
)
def test_what_was_going_on_ends_before_the_run(journal, before, missing):
    for event in before:
        journal.append(RUN, event, Redactor())
    assert journal.cut_short(RUN, ended(), Redactor()).seq == len(before) + len(missing) + 1
    assert journal.cut_short(RUN, ended(), Redactor()) is None

    told = [json.loads(record.data) for record in journal.read(RUN)]
    assert [event["type"] for event in told[len(before) :]] == [*missing, "run_end"]
    assert [event["seq"] for event in told] == list(range(1, len(told) + 1))
    assert journal.head(RUN).last_seq == len(told)


def test_the_time_of_a_run_is_that_from_its_start_to_its_end(journal):
    ending = json.loads(journal.finish(RUN, ended(), Redactor()).data)["payload"]

    assert ending["durationMs"] == 5_000

"""The event log: numbers without a gap, one ending, nothing secret."""

import hashlib
import json

import gevent
import pytest
from stories import RUN, a_run, ended, passed, started

from ghostly.engine.events import LoopStateChanged, StepPassed
from ghostly.engine.ports import Target
from ghostly.engine.steps import Step
from ghostly.errors import RunOver
from ghostly.journal.log import LARGEST_DATA, Journal, iso, serialise
from ghostly.journal.redact import Redactor
from ghostly.storage.models import RunRow, StepRow


@pytest.fixture
def heard():
    return []


@pytest.fixture
def journal(database, heard):
    a_run(database)
    return Journal(database, heard.append, lambda: 1_700_000_000_123)


def test_events_are_numbered_from_one_without_a_gap_and_announced_after_they_are_stored(journal, heard):
    for index in range(3):
        journal.append(RUN, started(index), Redactor())

    assert [record.seq for record in heard] == [1, 2, 3]
    assert journal.read(RUN) == heard
    assert [record.seq for record in journal.read(RUN, after=1, limit=1)] == [2]


def test_many_writers_at_once_never_share_or_skip_a_number(journal, heard):
    writers = [gevent.spawn(journal.append, RUN, started(index), Redactor()) for index in range(40)]
    gevent.joinall(writers, raise_error=True)

    assert [record.seq for record in journal.read(RUN)] == list(range(1, 41))
    assert sorted(record.seq for record in heard) == list(range(1, 41))


def test_the_data_is_what_the_contract_says(journal):
    record = journal.append(RUN, passed(4), Redactor())

    assert json.loads(record.data) == {
        "kind": "assist",
        "type": "step_success",
        "seq": 1,
        "at": "2023-11-14T22:13:20.123Z",
        "stepIndex": 4,
        "payload": {
            "step": {"action": "click", "selector": "#save"},
            "durationMs": 12,
            "url": "http://app.test/",
            "target": {"role": "button", "name": "Save", "selector": "#save"},
        },
    }


def test_a_run_ends_once_whoever_ends_it(journal, heard):
    endings = [gevent.spawn(journal.finish, RUN, ended(), Redactor()) for _ in range(8)]
    gevent.joinall(endings, raise_error=True)

    assert len([ending.value for ending in endings if ending.value]) == 1
    assert [record.type for record in heard] == ["run_end"]


def test_nothing_comes_after_the_end(journal):
    journal.finish(RUN, ended(), Redactor())

    with pytest.raises(RunOver):
        journal.append(RUN, started(0), Redactor())
    assert [record.type for record in journal.read(RUN)] == ["run_end"]


def test_the_digest_covers_the_exact_bytes_of_every_event(journal):
    journal.append(RUN, started(0), Redactor())
    journal.finish(RUN, ended(), Redactor())

    lines = b"".join(record.data.encode() + b"\n" for record in journal.read(RUN))
    head = journal.head(RUN)
    assert head.digest == "sha256:" + hashlib.sha256(lines).hexdigest()
    assert (head.status, head.last_seq, head.finished) == ("fail", 2, True)


def test_a_step_is_stored_with_the_event_that_says_so(journal, database):
    journal.append(RUN, started(0), Redactor())
    journal.append(RUN, passed(0), Redactor())

    with database.read() as session:
        [row] = session.query(StepRow).all()
    assert (row.index, row.action, row.ok, row.duration_ms) == (0, "click", True, 12)
    assert json.loads(row.target) == {"role": "button", "name": "Save", "selector": "#save"}


def test_the_ending_is_on_the_record_of_the_run(journal, database):
    journal.finish(RUN, ended(), Redactor())

    with database.read() as session:
        row = session.get(RunRow, RUN)
    assert (row.status, row.verdict, row.stop_reason) == ("fail", "inconclusive", "cancelled")
    assert row.finished_ms == 1_700_000_000_123


def test_an_event_too_large_for_a_frame_is_cut_and_says_so():
    event = StepPassed(0, Step("snapshot"), duration_ms=1, url="http://app.test/" + "é" * 70_000)

    data = serialise(event, 1, iso(0), Redactor())

    assert len(data) <= LARGEST_DATA
    payload = json.loads(data)["payload"]
    assert payload["truncated"] is True
    assert payload["step"] == {"action": "snapshot"}


def test_the_wire_is_ascii_on_one_line_whatever_a_page_contains():
    hostile = "a\u2028b\u2029c\x85d\x0be\x1cf\r\ng\x00h\ud800i"
    event = StepPassed(0, Step("click", selector=hostile), 1, "http://app.test/", target=Target("b", hostile, hostile))

    data = serialise(event, 1, iso(0), Redactor())

    assert data.isascii()
    assert len(data.splitlines()) == 1
    assert json.loads(data)["payload"]["step"]["selector"].startswith("a\u2028b\u2029c\x85d")


def test_secrets_are_masked_before_anything_is_stored(journal):
    step = Step("fill", selector="#who", value="tiger-striped")

    record = journal.append(RUN, LoopStateChanged("stopped", reason="typed tiger-striped"), Redactor(["tiger-striped"]))
    shown = serialise(StepPassed(0, step, 1, "http://u:tiger-striped@a/"), 2, iso(0), Redactor(["tiger-striped"]))

    assert "tiger-striped" not in record.data + shown
    assert "typed [REDACTED]" in record.data

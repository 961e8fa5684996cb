"""Runs under supervision: whatever happens, one run_end, one status, every step kept."""

import json

import gevent
import pytest
from fakes import FakeBrowser, FakeBrowsers, FakeClock, eventually
from gevent.event import Event as Gate
from sqlalchemy.exc import OperationalError
from stories import USER, a_run, now_ms

from ghostly.engine.events import HorizonStarted, StepStarted
from ghostly.engine.ports import Session
from ghostly.engine.steps import Step
from ghostly.errors import BrowserGone, BrowserMissing, TooManyRequests, Unavailable
from ghostly.journal.bus import LocalBus
from ghostly.journal.log import Journal
from ghostly.journal.redact import Redactor
from ghostly.runs.reaper import Reaper
from ghostly.runs.records import Records
from ghostly.runs.supervisor import Job, Limits, Supervisor
from ghostly.storage.runs import Runs

STEPS = (Step("goto", url="/"), Step("click", selector="#save"))


class Desk:
    """A supervisor with its records, and shortcuts to look at them."""

    def __init__(self, database, *browsers, journal=Journal, **limits):
        self.database = database
        self.journal = journal(database, LocalBus().publish, now_ms)
        self.records = Records(self.journal, Runs(database), now_ms, "me")
        self.browsers = FakeBrowsers(*browsers)
        self.supervisor = Supervisor(self.records, self.browsers, FakeClock(), Limits(**limits))
        self._count = 0

    def start(self, steps=STEPS, secrets=None):
        self._count += 1
        run_id = f"{self._count:08d}-1111-4111-8111-111111111111"
        a_run(self.database, run_id, USER, owner="me", total_steps=len(steps), started_ms=now_ms())
        session = Session(run_id, "http://app.test/", "/nowhere", "/nowhere")
        self.supervisor.start(Job(session, steps, secrets or {}, Redactor((secrets or {}).values())))
        return run_id

    def events(self, run_id):
        return [json.loads(record.data) for record in self.journal.read(run_id)]

    def ended(self, run_id):
        eventually(lambda: self.journal.head(run_id).finished and run_id not in self.supervisor.run_ids)
        events = self.events(run_id)
        assert [event["type"] for event in events].count("run_end") == 1
        assert events[-1]["type"] == "run_end"
        head = self.journal.head(run_id)
        assert head.status == events[-1]["payload"]["status"]
        return events[-1]["payload"]


def test_a_run_goes_from_its_first_step_to_one_ending(database):
    desk = Desk(database)

    ending = desk.ended(desk.start())

    assert (ending["ok"], ending["verdict"], ending["totalSteps"]) == (True, "success", 2)
    assert desk.browsers.opened[0].closed == 1


def test_further_runs_wait_in_order_and_say_so(database):
    gate = Gate()
    desk = Desk(database, FakeBrowser(gate=gate), runs=1)
    first, second, third = desk.start(), desk.start(), desk.start()

    def positions(run_id):
        states = [event["payload"] for event in desk.events(run_id) if event["type"] == "loop_state"]
        return [state["position"] for state in states if state["state"] == "queued"]

    eventually(lambda: positions(second) == [1] and positions(third) == [2])
    assert positions(first) == []
    gate.set()
    for run_id in (first, second, third):
        assert desk.ended(run_id)["ok"]

    assert positions(third) == [2, 1]
    ends = [desk.journal.head(run_id).finished_ms for run_id in (first, second, third)]
    assert ends == sorted(ends)


def test_the_time_that_a_run_is_held_is_not_counted_as_its_own(database):
    desk = Desk(database)
    desk.supervisor = Supervisor(desk.records, desk.browsers, clock := HandClock(), Limits())
    desk.supervisor.admit()
    run_id = desk.start()
    assert desk.supervisor.hold(run_id)
    eventually(lambda: "paused" in [event["payload"].get("state") for event in desk.events(run_id)])
    clock.now += 3_600_000
    assert desk.supervisor.release(run_id)

    assert desk.ended(run_id)["ok"]
    told = [event["payload"] for event in desk.events(run_id) if event["type"] == "loop_state"]
    assert [(state["state"], state["elapsedMs"]) for state in told[-3:]] == [
        *(("paused", 0), ("resumed", 0), ("stopped", 0)),
    ]


class HandClock:
    """Moves on when it is told to."""

    now = 1_000

    def now_ms(self):
        return self.now


@pytest.mark.parametrize("moment", ["queued", "before its first line", "mid-action", "opening"])
def test_a_run_can_be_cancelled_at_any_moment(database, moment):
    gate = Gate()
    desk = Desk(database, FakeBrowser(gate=gate), FakeBrowser(gate=gate), runs=1)
    if moment == "opening":
        desk.browsers.open = lambda session: gate.wait()
    blocker = desk.start() if moment == "queued" else None
    run_id = desk.start()
    if moment in ("mid-action", "opening"):
        eventually(lambda: run_id in desk.supervisor._active)
    if moment == "mid-action":
        eventually(lambda: desk.events(run_id) or desk.browsers.opened)
    if moment == "queued":
        eventually(lambda: desk.events(run_id))

    assert desk.supervisor.cancel(run_id)
    ending = desk.ended(run_id)

    assert (ending["cancelled"], ending["source"], ending["status"]) == (True, "user", "fail")
    assert (ending["verdict"], ending["stopReason"]) == ("inconclusive", "cancelled")
    assert not desk.supervisor.cancel(run_id)
    if blocker:
        gate.set()
        assert desk.ended(blocker)["ok"]


def test_a_run_cancelled_between_steps_keeps_the_steps_it_did(database):
    gate, is_second_going_on = Gate(), Gate()

    class SecondStepWaits(FakeBrowser):
        def perform(self, step, index, longest_ms=None):
            if index == 1:
                is_second_going_on.set()
                gate.wait()
            return super().perform(step, index)

    desk = Desk(database, SecondStepWaits())
    run_id = desk.start()
    assert is_second_going_on.wait(10)

    desk.supervisor.cancel(run_id)
    ending = desk.ended(run_id)

    steps = desk.records.runs.steps([run_id])
    said = "The run was cancelled while the step was going on."
    assert [(step.action, step.ok, step.error) for step in steps] == [("goto", True, None), ("click", False, said)]
    assert (ending["totalSteps"], ending["failedSteps"]) == (2, 1)
    failure = desk.events(run_id)[-2]
    assert (failure["type"], failure["stepIndex"], failure["payload"]["final"]) == ("step_failure", 1, True)
    assert failure["payload"]["error"] == {"code": "cancelled", "message": said}
    assert desk.browsers.opened[0].closed == 1


@pytest.mark.parametrize(
    ("trouble", "verdict", "stop_reason"),
    [
        (BrowserGone("The browser died."), "inconclusive-environment", "environment"),
        (BrowserMissing("No browser: install one."), "inconclusive-environment", "environment"),
        (ZeroDivisionError("a bug with tiger-striped in it"), "inconclusive", "internal-error"),
    ],
)
def test_a_run_whose_browser_or_engine_dies_says_so(database, caplog, trouble, verdict, stop_reason):
    desk = Desk(database, trouble)
    run_id = desk.start(secrets={"A": "tiger-striped"})

    ending = desk.ended(run_id)

    assert (ending["verdict"], ending["stopReason"]) == (verdict, stop_reason)
    assert "tiger-striped" not in caplog.text + json.dumps(ending)
    assert desk.ended(desk.start())["ok"]


def test_a_run_that_takes_too_long_is_stopped(database):
    desk = Desk(database, FakeBrowser(gate=Gate()), seconds=0.2)

    ending = desk.ended(desk.start())

    assert (ending["verdict"], ending["stopReason"]) == ("inconclusive-environment", "timed-out")
    assert "0.2 seconds" in ending["verdictReason"]


def test_a_server_that_stops_ends_its_runs_itself(database):
    desk = Desk(database, FakeBrowser(gate=Gate()), runs=1)
    running, waiting = desk.start(), desk.start()
    eventually(lambda: desk.browsers.opened)

    desk.supervisor.stop(5)

    assert {desk.ended(run_id)["stopReason"] for run_id in (running, waiting)} == {"server-stopped"}
    with pytest.raises(Unavailable):
        desk.supervisor.admit()


def test_a_full_queue_is_said_at_the_door(database):
    desk = Desk(database, FakeBrowser(gate=Gate()), runs=1, queued=1)
    first = desk.start()
    eventually(lambda: desk.browsers.opened)
    second = desk.start()

    with pytest.raises(TooManyRequests):
        desk.supervisor.admit()
    desk.supervisor.stop(5)
    assert not desk.ended(first)["ok"]
    assert not desk.ended(second)["ok"]


class FlakyJournal(Journal):
    """Loses the database now and then, before or after the commit."""

    turn = 0

    def append(self, run_id, event, redactor):
        self.turn += 1
        if self.turn % 3 == 1:
            raise OperationalError("lost before", {}, Exception())
        record = super().append(run_id, event, redactor)
        if self.turn % 3 == 2:
            raise OperationalError("lost after", {}, Exception())
        return record


def test_a_database_that_is_lost_for_a_moment_costs_no_event_and_doubles_none(database):
    desk = Desk(database, journal=FlakyJournal)
    run_id = desk.start()

    assert desk.ended(run_id)["ok"]

    told = [event["type"] for event in desk.events(run_id)]
    assert told == ["loop_state", *["step_start", "step_success"] * 2, "loop_state", "run_end"]


def test_the_reaper_ends_what_nobody_drives_and_spares_what_lives(database):
    desk = Desk(database, FakeBrowser(gate=Gate()))
    orphan = a_run(database, owner="dead", heartbeat_ms=now_ms() - 60_000)
    for event in (HorizonStarted(1, 2), StepStarted(0, STEPS[0])):
        desk.journal.append(orphan, event, Redactor())
    young = a_run(database, "33333333-1111-4111-8111-111111111111", owner="other", heartbeat_ms=now_ms())
    mine = desk.start()
    eventually(lambda: desk.browsers.opened)

    Reaper(desk.records, desk.supervisor, stale_ms=20_000).beat()

    ending = desk.ended(orphan)
    assert (ending["staleAfterRestart"], ending["verdict"]) == (True, "inconclusive-environment")
    told = desk.events(orphan)
    assert [event["type"] for event in told[2:]] == ["step_failure", "horizon_end", "run_end"]
    assert (told[2]["payload"]["error"]["code"], told[3]["payload"]["outcome"]) == ("worker_lost", "failed")
    assert not desk.journal.head(young).finished
    assert not desk.journal.head(mine).finished
    desk.supervisor.stop(5)


def test_a_cancel_asked_of_another_worker_reaches_the_owner_through_the_database(database):
    desk = Desk(database, FakeBrowser(gate=Gate()))
    run_id = desk.start()
    eventually(lambda: desk.browsers.opened)

    desk.records.runs.request_cancel(run_id)
    Reaper(desk.records, desk.supervisor, stale_ms=20_000).obey()

    assert desk.ended(run_id)["cancelled"]


def test_no_greenlet_of_a_finished_run_is_left(database):
    desk = Desk(database)
    for _ in range(3):
        desk.ended(desk.start())

    assert desk.supervisor.run_ids == []
    gevent.idle()


def test_a_run_that_is_held_during_its_last_step_does_not_end_before_it_is_released(database):
    gate = Gate()
    desk = Desk(database, FakeBrowser(gate=gate))
    run_id = desk.start(STEPS[:1])
    eventually(lambda: "step_start" in [event["type"] for event in desk.events(run_id)])
    assert desk.supervisor.hold(run_id)
    gate.set()

    eventually(lambda: desk.events(run_id)[-1]["payload"].get("state") == "paused")
    assert desk.supervisor.release(run_id)
    assert desk.ended(run_id)["ok"]

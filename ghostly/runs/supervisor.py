"""Keeps the runs of this worker: one greenlet each, from start to verdict, whatever goes wrong in between."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import gevent
from gevent import Greenlet, GreenletExit
from gevent.event import Event as Wake

from ..engine import assist
from ..engine.assist import Assignment, AssistState
from ..engine.crew.assist import AssistCrew
from ..engine.crew.minds import Minds, builtin_minds
from ..engine.crew.script import Kit, crew
from ..engine.events import (
    Event,
    HealStarted,
    HorizonEnded,
    HorizonStarted,
    LoopStateChanged,
    RunEnded,
    RunStopped,
    StepStarted,
)
from ..engine.loop import drive
from ..engine.ports import Browser, Browsers, Clock, Session
from ..engine.state import RunState, next_move
from ..engine.steps import Step
from ..errors import RunError, RunOver, RunTimedOut, TooManyRequests, Unavailable
from ..journal.redact import Redactor
from ..storage.database import LOST
from . import endings
from .pen import Pen
from .records import Records

log = logging.getLogger(__name__)

# A step, a cure, the next round, and what is looked at when all is done; a run that is held does not end either.
_BEFORE_ACTS = (StepStarted, HealStarted, HorizonStarted, HorizonEnded, RunStopped)


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` is the longest time a run may take once started."""

    runs: int = 4
    queued: int = 200
    seconds: float = 3600.0


@dataclass(frozen=True, slots=True)
class Job:
    """A run to be driven, by its steps or by the goal of its `task`. `secrets` are the values of the `{{NAME}}`
    placeholders in them."""

    session: Session
    steps: tuple[Step, ...]
    secrets: Mapping[str, str]
    redactor: Redactor
    user_id: str = ""
    project_id: str = ""
    task: Assignment | None = None
    hints: str = ""

    @property
    def run_id(self) -> str:
        return self.session.run_id


def _set() -> Wake:
    wake = Wake()
    wake.set()
    return wake


class RunClock:
    """The clock of one run, which stands still while the run is held: what it waits for its user is no time it took."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._held_ms = 0

    def now_ms(self) -> int:
        return self._clock.now_ms() - self._held_ms

    def stand_still(self, wait: Callable[[], object]) -> None:
        began = self._clock.now_ms()
        wait()
        self._held_ms += self._clock.now_ms() - began


@dataclass(eq=False, slots=True)
class Charge:
    """A job in our care. `fate` is what its end will be called if its greenlet is killed."""

    job: Job
    pen: Pen
    clock: RunClock
    position: int = 0
    fate: endings.Make = endings.cancelled
    greenlet: Greenlet[..., Exception | None] | None = None
    browser: Browser | None = None
    over: bool = False
    began_ms: int = 0
    horizon: int = 0
    go: Wake = field(default_factory=_set)


class Supervisor:
    """The engine in a box: gives it a turn, a voice, a greenlet and an end."""

    def __init__(
        self,
        records: Records,
        browsers: Browsers,
        clock: Clock,
        limits: Limits,
        minds: Callable[[Job], Minds] | None = None,
    ) -> None:
        self._records = records
        self._browsers = browsers
        self._clock = clock
        self._limits = limits
        self._minds = minds or (lambda job: builtin_minds())
        self._waiting: dict[str, Charge] = {}
        self._active: dict[str, Charge] = {}
        self._wake = Wake()
        self._dispatcher: Greenlet[..., None] | None = None
        self._draining = False

    @property
    def run_ids(self) -> list[str]:
        return [*self._active, *self._waiting]

    @property
    def counts(self) -> tuple[int, int]:
        """(running, waiting)"""
        return len(self._active), len(self._waiting)

    def admit(self) -> None:
        """Raises Unavailable or TooManyRequests when no further run can be taken."""
        if self._draining:
            raise Unavailable("The server is shutting down: try again in a moment.", code="draining")
        if len(self._waiting) >= self._limits.queued:
            raise TooManyRequests(
                f"{len(self._waiting)} runs are waiting already: try again when some have finished.", code="queue_full"
            )

    def start(self, job: Job) -> None:
        self._waiting[job.run_id] = Charge(
            job, Pen(self._records.journal, job.run_id, job.redactor), RunClock(self._clock)
        )
        if self._dispatcher is None or self._dispatcher.dead:
            self._dispatcher = gevent.spawn(self._dispatch)
        self._wake.set()

    def cancel(self, run_id: str) -> bool:
        """Whether the run was ours to cancel."""
        if charge := self._waiting.pop(run_id, None):
            self._end(charge, endings.cancelled)
            self._wake.set()
            return True
        charge = self._active.get(run_id)
        if charge is None or charge.over:
            return False
        self._kill(charge)
        return True

    def hold(self, run_id: str) -> bool | None:
        """Hold a run before its next step: whether it was going on; None when it is not ours."""
        charge = self._active.get(run_id) or self._waiting.get(run_id)
        if charge is None or charge.over:
            return None
        was_going = charge.go.is_set()
        charge.go.clear()
        return was_going

    def release(self, run_id: str) -> bool | None:
        """Let a held run go on: whether it was held; None when it is not ours."""
        charge = self._active.get(run_id) or self._waiting.get(run_id)
        if charge is None or charge.over:
            return None
        was_held = not charge.go.is_set()
        charge.go.set()
        return was_held

    def stop(self, seconds: float) -> None:
        """End every run because the server stops; waits for that, but no longer than `seconds`."""
        self._draining = True
        buried = [self._buried(charge) for charge in self._active.values()]
        for charge in list(self._active.values()):
            charge.fate = endings.server_stopped
            self._kill(charge)
        try:
            with gevent.Timeout(seconds):
                while self._waiting:
                    self._end(self._waiting.popitem()[1], endings.server_stopped)
                for wait in buried:
                    wait()
        except gevent.Timeout:
            log.warning("%d runs could not be ended before the server stopped", len(self.run_ids))
        if self._dispatcher is not None:
            self._dispatcher.kill(block=False)

    def _buried(self, charge: Charge) -> Callable[[], None]:
        def wait() -> None:
            while self._active.get(charge.job.run_id) is charge:
                gevent.sleep(0.01)

        return wait

    def _dispatch(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            while self._waiting and len(self._active) < self._limits.runs and not self._draining:
                self._begin(self._waiting.pop(next(iter(self._waiting))))
            for position, charge in enumerate(list(self._waiting.values()), 1):
                self._tell_position(charge, position)

    def _tell_position(self, charge: Charge, position: int) -> None:
        if charge.position == position or charge.job.run_id not in self._waiting:
            return
        charge.position = position
        reason = f"{len(self._active)} runs are going on; this one is number {position} in the queue."
        try:
            charge.pen.write(LoopStateChanged("queued", position=position, reason=reason))
        except (RunOver, *LOST) as error:
            log.warning("run %s could not be told its position: %s", charge.job.run_id, type(error).__name__)

    def _begin(self, charge: Charge) -> None:
        self._active[charge.job.run_id] = charge
        charge.greenlet = gevent.spawn(self._run, charge)
        # A link and not a try/except: a greenlet killed before its first line never enters its `try`. And a greenlet
        # of its own, because a link is called by the event loop, which must not wait for a database.
        charge.greenlet.link(lambda greenlet: gevent.spawn(self._bury, charge, greenlet))

    def _run(self, charge: Charge) -> Exception | None:
        """What the run died of, if it did; returned, because gevent would print what is raised."""
        limit = self._limits.seconds
        # No ordinary exception, which a query or a call that it interrupts could take for its own.
        alarm = gevent.Timeout(limit)
        try:
            with alarm:
                self._drive(charge)
        except gevent.Timeout as late:
            if late is not alarm:
                raise
            return RunTimedOut(f"The run was stopped after {limit:g} seconds, the longest time that a run may take.")
        except Exception as error:  # the last line of defence of every run
            if not isinstance(error, (RunError, RunOver)):
                details = charge.job.redactor.text(traceback.format_exc())
                log.error("run %s crashed: %s", charge.job.run_id, details)
            return error
        return None

    def _drive(self, charge: Charge) -> None:
        job, pen = charge.job, charge.pen
        charge.browser = browser = self._browsers.open(job.session)
        kit = Kit(browser, charge.clock, job.secrets, job.redactor.learn, f"/artifacts/{job.run_id}")
        ended = self._driven(charge, kit, lambda event: self._tell(charge, event))
        self._put_away(charge, keep_video=not ended.ok)
        pen.end(lambda: ended)
        charge.over = True

    def _tell(self, charge: Charge, event: Event) -> None:
        """Write an event down; a held run waits before it goes on with anything that may touch the page."""
        if isinstance(event, _BEFORE_ACTS) and not charge.go.is_set():
            horizon, elapsed_ms = charge.horizon or None, charge.clock.now_ms() - charge.began_ms
            reason = "The run was paused by its user."
            charge.pen.write(LoopStateChanged("paused", elapsed_ms, reason, horizon=horizon))
            charge.clock.stand_still(charge.go.wait)
            charge.pen.write(LoopStateChanged("resumed", elapsed_ms, horizon=horizon))
        if isinstance(event, HorizonStarted):
            charge.horizon = event.horizon
        charge.pen.write(event)

    def _driven(self, charge: Charge, kit: Kit, emit: Callable[[Event], object]) -> RunEnded:
        job = charge.job
        charge.began_ms = began = charge.clock.now_ms()
        if job.task is None:
            return drive(RunState(job.steps, job.session.base_url, began), next_move, crew(kit), emit)
        minds = self._minds(job)
        task = minds.prepared(job.task)
        return drive(AssistState(task, began, began), assist.next_move, AssistCrew(kit, minds).roles(), emit)

    def _bury(self, charge: Charge, greenlet: Greenlet[..., Exception | None]) -> None:
        try:
            if make := _untold(charge, greenlet):
                self._end(charge, make)
            self._put_away(charge, keep_video=True)
        finally:
            del self._active[charge.job.run_id]
            self._wake.set()

    def _end(self, charge: Charge, make: endings.Make) -> None:
        try:
            charge.pen.cut_short(lambda: endings.made(make, self._records, charge.job.run_id))
            charge.over = True
        except LOST:
            # Nobody says any more that the run lives, so that the reaper will end it.
            log.error("run %s could not be ended: the database is lost", charge.job.run_id)

    def _put_away(self, charge: Charge, keep_video: bool) -> None:
        if charge.browser is None:
            return
        recordings = charge.browser.close(keep_video)
        # Only now: a cancel that cuts the closing short leaves it to be done again.
        charge.browser = None
        try:
            if recordings.video or recordings.trace:
                self._records.runs.set_recordings(charge.job.run_id, recordings.video, recordings.trace)
        except LOST:
            log.error("run %s: its recordings could not be noted: the database is lost", charge.job.run_id)

    def _kill(self, charge: Charge) -> None:
        if charge.greenlet is not None:
            charge.greenlet.kill(block=False)


def _untold(charge: Charge, greenlet: Greenlet[..., Exception | None]) -> endings.Make | None:
    """How a run ended that has not said so itself."""
    match greenlet.value:
        case None | RunOver():
            return None
        case GreenletExit():
            return charge.fate
        case RunTimedOut() as late:
            return partial(endings.timed_out, str(late))
        case RunError() as trouble:
            return partial(endings.environment_failed, str(trouble))
    return endings.crashed

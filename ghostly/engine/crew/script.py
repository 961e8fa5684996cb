"""The crew of a scripted run: each role turns the state into the next event."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from ...errors import AppUnreachable, PageError
from ..events import Event, Failure, LoopStateChanged, RunEnded, RunStopped, StepFailed, StepPassed, StepStarted
from ..facts import of_troubles, ranked
from ..page import Page
from ..ports import Browser, Clock
from ..secrecy import MASK
from ..state import Move, RunState
from ..steps import Step
from ..verdict import Conclusion, conclude

Role = Callable[[RunState], Event]

_PLACEHOLDER = re.compile(r"\{\{([A-Z][A-Z0-9_]*)\}\}")
_ASSERTS = ("assertText", "assertVisible", "waitForSelector")


class Discretion:
    """Knows what may be shown of a step that types: a secret field is recognised by the page, not by its selector."""

    def __init__(self, browser: Browser, conceal: Callable[[str], object]) -> None:
        self._browser = browser
        self._conceal = conceal
        # What a field is called once is not asked again: a secret has been concealed by then.
        self._known: set[Step] = set()

    def shown(self, step: Step, seen: Page | None = None) -> Step:
        """The step, its value masked while nobody can know what field it goes to; `seen` is the page as it is now, for
        a step that is remembered in clear: its value was no secret when it was kept."""
        if step.action != "fill" or not isinstance(step.value, str) or not step.selector or step in self._known:
            return step
        if _PLACEHOLDER.fullmatch(step.value):
            return step
        match self._browser.is_secret(step.selector) if seen is None else _shows_secret(seen, step.selector):
            case None:
                return replace(step, value=MASK)
            case True:
                self._conceal(step.value)
        self._known.add(step)
        return step


def _shows_secret(page: Page, selector: str) -> bool:
    return any(node.secret for node in page.controls if node.selector == selector)


@dataclass(frozen=True, slots=True)
class Kit:
    """What a crew works with: `secrets` are the values of placeholders, `conceal` is told every further secret,
    and files are shown under `shelf`."""

    browser: Browser
    clock: Clock
    secrets: Mapping[str, str]
    conceal: Callable[[str], object]
    shelf: str

    def path(self, file: str | None) -> str | None:
        return f"{self.shelf}/{file}" if file else None


class Opener:
    """Opens the application, unless the first step says where to go. Raises AppUnreachable."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def __call__(self, state: RunState) -> LoopStateChanged:
        if state.current.action != "goto":
            try:
                self._browser.perform(Step("goto", url=state.base_url), -1)
            except PageError as error:
                raise AppUnreachable(f"The application could not be opened: {error}") from None
        return LoopStateChanged("executing")


class Announcer:
    """Says what is about to be done."""

    def __init__(self, discretion: Discretion) -> None:
        self._discretion = discretion

    def __call__(self, state: RunState) -> StepStarted:
        return StepStarted(state.passed, self._discretion.shown(state.current))


class Executor:
    """Does the next step, and tells whether the page accepted it."""

    def __init__(self, kit: Kit, discretion: Discretion) -> None:
        self._kit = kit
        self._discretion = discretion

    def __call__(self, state: RunState) -> StepPassed | StepFailed:
        step, index, began = state.current, state.passed, self._kit.clock.now_ms()
        try:
            done = self._kit.browser.perform(filled_in(step, self._kit.secrets), index)
        except PageError as error:
            failure = Failure(error.code, str(error))
            lasted = self._kit.clock.now_ms() - began
            shown = self._discretion.shown(step)
            return StepFailed(
                index,
                shown,
                error=failure,
                final=True,
                duration_ms=lasted,
                screenshot_path=self._kit.path(error.screenshot),
            )
        return StepPassed(
            index,
            self._discretion.shown(step),
            duration_ms=self._kit.clock.now_ms() - began,
            url=done.url,
            screenshot_path=self._kit.path(done.screenshot),
            target=done.target,
            a11y=done.a11y,
        )


class Closer:
    """Ends the run: collects what went wrong in the application, and concludes."""

    def __init__(self, browser: Browser, clock: Clock) -> None:
        self._browser = browser
        self._clock = clock

    def stop(self, state: RunState) -> RunStopped:
        troubles = self._browser.troubles()
        reason = conclude(state.passed, state.failure, troubles, _last_check(state)).stop_reason
        evidence = ranked(of_troubles(troubles)) or None
        lasted = self._clock.now_ms() - state.started_ms
        return RunStopped("stopped", lasted, reason, troubles=troubles, evidence=evidence)

    def conclude(self, state: RunState) -> RunEnded:
        conclusion = conclude(state.passed, state.failure, state.troubles or (), _last_check(state))
        return ending(conclusion, self._clock.now_ms() - state.started_ms, len(state.steps), int(bool(state.failure)))


def _last_check(state: RunState) -> int:
    done = enumerate(state.steps[: state.passed])
    return max((index for index, step in done if step.action in _ASSERTS), default=-1)


def ending(conclusion: Conclusion, duration_ms: int, total: int, failed: int) -> RunEnded:
    passed = conclusion.verdict == "success"
    return RunEnded(
        ok=passed,
        status="pass" if passed else "fail",
        verdict=conclusion.verdict,
        verdict_reason=conclusion.reason,
        stop_reason=conclusion.stop_reason,
        duration_ms=duration_ms,
        total_steps=total,
        failed_steps=failed,
        healed_steps=0,
    )


def filled_in(step: Step, secrets: Mapping[str, str]) -> Step:
    """The step with the values of its `{{NAME}}` placeholders, for the page alone."""
    if not secrets:
        return step

    def fill(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(fill(each) for each in value)
        return _PLACEHOLDER.sub(lambda m: secrets.get(m[1], m[0]), value) if isinstance(value, str) else value

    filled = {f.name: fill(getattr(step, f.name)) for f in fields(step) if f.name != "action"}
    return replace(step, **filled)  # type: ignore[arg-type]  # texts become texts, the rest stays


def crew(kit: Kit) -> dict[Move, Role]:
    closer = Closer(kit.browser, kit.clock)
    discretion = Discretion(kit.browser, kit.conceal)
    return {
        Move.BEGIN: Opener(kit.browser),
        Move.ANNOUNCE: Announcer(discretion),
        Move.ACT: Executor(kit, discretion),
        Move.STOP: closer.stop,
        Move.CONCLUDE: closer.conclude,
    }

"""What the engine asks of the world. Whoever implements a port imports it from here, never the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from .page import Page
from .steps import Step


@dataclass(frozen=True, slots=True)
class Target:
    """The element that was really acted on; `selector` finds it again."""

    role: str
    name: str
    selector: str


TroubleKind = Literal[
    "response", "unreachable", "unanswered", "exception", "refused", "accepted", "written", "twice", "unread"
]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that the application itself did wrong because of a step.

    `response`: it answered `status` (500 or more) to `method` `path` (no query), a request that the step caused.
    `unreachable`: such a request failed. `unanswered`: it, or a dialog, was still waiting at the end.
    `exception`: a script of the page threw and nobody caught it. `refused`: a write that a step caused was answered
    with an error, by its status (400 to 499) or in its JSON. `twice`: one step sent the same write two times.
    `unread`: what a step asked to read was answered with `status` (500 or more), by a request that is no polling.
    No troubles, but told alike: `accepted`, a write like one refused before was not; `written`, one that was not.
    `step_index` is the step that it came of; absent when that is not one of the run's.
    """

    kind: TroubleKind
    message: str
    method: str = ""
    path: str = ""
    status: int = 0
    step_index: int | None = None


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of a step: where the page is now, what was acted on, and what was captured. `held` is what a field that
    was typed into, or a list that was chosen from, held before: a text, or the values chosen; None where not known."""

    url: str
    target: Target | None = None
    screenshot: str | None = None
    a11y: str | None = None
    held: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Recordings:
    """The files that a closed session left in the run's artifacts folder, by name."""

    video: str | None = None
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """How a run wants its browser. `artifacts` is an absolute folder that exists; `uploads` the only folder that
    files are taken from; `secrets` are masked in what is recorded."""

    run_id: str
    base_url: str
    artifacts: str
    uploads: str
    headless: bool = True
    timeout_ms: int = 30_000
    screenshots: bool = False
    a11y: bool = False
    video: bool = False
    trace: bool = False
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: once it is calm, or after `longest_ms`.

    `picture` names a screenshot that is begun besides, and waited for by `Browser.picture`; `in_view`: it shows what is
    in the window, not the whole page. `in_passing`: before a step that is known to follow, which waits for what is
    under way, and for nothing else. `at_end`: after the last step, when what saves itself later is waited for too."""

    longest_ms: int
    picture: str = ""
    in_view: bool = False
    in_passing: bool = False
    at_end: bool = False


class Browser(Protocol):
    """One browser context, opened for one run. Every method may raise BrowserGone."""

    def perform(self, step: Step, index: int, longest_ms: int | None = None) -> Performed:
        """Do the step and wait until it is done, within its own time and `longest_ms`; raises PageError when the page
        does not accept it."""

    def is_secret(self, selector: str) -> bool | None:
        """Whether what is typed there must not be shown; None while no such field is on the page. Does not wait."""

    def observe(self, look: Look) -> Page:
        """What people see; raises PageError when it cannot be read."""

    def rest(self, longest_ms: int) -> None:
        """Wait as an `observe` in passing does, and look at nothing. Raises what is raised when there is no page."""

    def look_ahead(self, look: Look) -> None:
        """Begin what the next call, an `observe` of the same, will ask for. Waits for nothing and raises nothing."""

    def picture(self, name: str) -> str | None:
        """The screenshot of that name in the artifacts folder, taken now if no look has begun it since it was asked for
        last; None when the page allows none."""

    def troubles(self, wait: bool = True) -> tuple[Trouble, ...]:
        """What went wrong in the application since the last call, first waiting (bounded) for what steps started."""

    def close(self, keep_video: bool) -> Recordings:
        """Close the context, and stop at once whatever it is doing. Raises nothing."""


class Browsers(Protocol):
    def open(self, session: Session) -> Browser:
        """Open a context, with the base URL not visited yet; raises BrowserMissing or BrowserGone."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a model was asked for, summed over calls."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    calls: int = 0

    @property
    def tokens(self) -> int:
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.calls + other.calls,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What a model is asked. The answer must fit `schema`, a JSON schema of an object that is called `name`."""

    name: str
    system: str
    user: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Answer:
    data: Mapping[str, object]
    usage: Usage


class Model(Protocol):
    @property
    def name(self) -> str:
        """The model's name, as the endpoint knows it."""

    def ask(self, question: Question) -> Answer:
        """An answer that fits the schema; raises ModelFailed, with a sentence and the usage that it cost."""


class Meaning(Protocol):
    def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        """How near in meaning each of the others is to the text: 1 is the same, 0 or less has nothing to do with it."""


class Clock(Protocol):
    def now_ms(self) -> int:
        """Milliseconds of a clock that never runs backwards."""

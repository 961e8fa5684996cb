"""What planners, healers and examiners are asked and answer. The builtin ones and those that ask a model are alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from .facts import Fact
from .page import Page
from .ports import Target, Trouble, Usage
from .steps import Step

PlannerName = Literal["builtin", "llm"]


@dataclass(frozen=True, slots=True)
class Planned:
    """A step with what it is for. `uses` are the numbers of the goal's words that it carries out, `part` the part
    of the goal that it belongs to; `commits` says that it saves, sends, deletes or pays; `target` is the element as it
    was seen when the step was planned; `explores` that it only looks for the way, `ends_part` that nothing of
    the part is left after it; `modelled` that a model planned it."""

    step: Step
    why: str = ""
    uses: frozenset[int] = frozenset()
    part: int = 0
    commits: bool = False
    target: Target | None = None
    explores: bool = False
    ends_part: bool = False
    modelled: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """A planned step and what came of it; `before` is the page that it was planned on, `held` what its field held."""

    planned: Planned
    ok: bool
    error: str = ""
    healed: bool = False
    before: Page | None = None
    held: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """What there is to plan with: the page now, the page before the run did anything, and all that was tried. `listed`
    is the page that lists what was sent, `inside` what was changed as it is when it is opened again, and `revisited`
    are pages that were left before the end, loaded again."""

    goal: str
    base_url: str
    page: Page
    first: Page
    past: tuple[Tried, ...] = ()
    most: int = 3
    listed: Page | None = None
    inside: Page | None = None
    revisited: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The next steps, none when nothing is left to do. `unsure` is a sentence that says why the planner cannot go on,
    with the words that it could not use; steps are empty then."""

    steps: tuple[Planned, ...] = ()
    has_more: bool = False
    rationale: str = ""
    unsure: str = ""
    planner: PlannerName = "builtin"
    model: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    selector: str
    score: float


@dataclass(frozen=True, slots=True)
class Cure:
    """What to do instead of a step that failed. `then_original`: it only clears the way for it to be tried again."""

    step: Step | None
    rationale: str
    candidates: tuple[Candidate, ...] = ()
    then_original: bool = False
    by: PlannerName = "builtin"
    usage: Usage | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What an examiner found out about the goal: `met` is None when the evidence leaves it open. `unused` are the words
    of the goal that no step and no check has used. `expects_refusal`: the goal is that something is not accepted."""

    met: bool | None
    reason: str
    evidence: tuple[Fact, ...] = ()
    unused: tuple[str, ...] = ()
    app_bug: bool = False
    usage: Usage | None = None
    expects_refusal: bool = False


class Planner(Protocol):
    def plan(self, situation: Situation) -> Draft:
        """What to do next."""


class Healer(Protocol):
    def heal(self, situation: Situation, failed: Planned, error: str) -> Cure:
        """What to do instead of a step that failed; `step` is None when nothing is sure enough."""


class Examiner(Protocol):
    def wants_reload(self, goal: str) -> bool:
        """Whether the goal changes something that must still be there after the page has been loaded again."""

    def place_to_look(self, situation: Situation, page: Page) -> str:
        """The address of the page that lists what was sent; empty when there is no need for it, or none is known."""

    def way_inside(self, situation: Situation, page: Page) -> Step | None:
        """The click that opens again what was changed, where the page does not show what it was changed to."""

    def pages_left(self, situation: Situation) -> tuple[str, ...]:
        """The addresses of pages that a check is about, and from which the run went on only to look elsewhere."""

    def examine(self, situation: Situation, reloaded: Page | None, troubles: tuple[Trouble, ...]) -> Finding:
        """Whether the goal has been reached, judged by the page now and, if given, by the page loaded again."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge thinks of evidence that leaves the goal open; `cited` are the numbers of the evidence it relies on,
    counted from 1."""

    verdict: Literal["success", "fail-app-bug", "fail-test-broken", "fail-agent-lost", "inconclusive"]
    confidence: Literal["high", "medium", "low"]
    summary: str
    reasoning: str
    cited: tuple[int, ...]
    usage: Usage | None = None


class Judge(Protocol):
    def judge(self, situation: Situation, finding: Finding, evidence: tuple[Fact, ...]) -> Judgement:
        """What numbered evidence says about the goal; raises ModelFailed."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """A flow that reached the same goal before; `saved_at` is ISO 8601."""

    memory_id: str
    steps: tuple[Planned, ...]
    similarity: float
    saved_at: str
    candidates: int


class Memory(Protocol):
    """What was learned about one application, for one project."""

    def recall(self, goal: str) -> Recalled | None:
        """The flow that reached this goal, or one that asks for the same."""

    def keep(self, goal: str, steps: tuple[Planned, ...]) -> None:
        """Remember what reached the goal."""

    def doubt(self, memory_id: str) -> None:
        """A replay did not reach its goal: the second time the flow is forgotten."""

"""What lies before the planner while it plans, and what a part of a goal can come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..page import Node
from ..planning import Planned, Situation, Tried
from ..ports import Target
from ..steps import Step
from .finding import does
from .lexicon import COMMITTING
from .matching import Reading
from .part import Goal, Part
from .words import Token


@dataclass
class Desk:
    """What lies before the planner while it plans: the goal, the page, and the steps of this plan so far."""

    situation: Situation
    goal: Goal
    reading: Reading
    steps: list[Planned] = field(default_factory=list)

    def done_for(self, part: Part) -> list[Planned]:
        """The steps of a part that were carried out."""
        return [tried.planned for tried in self.situation.past if _counts(tried, part)]

    def failed_selectors(self) -> set[str]:
        return {tried.planned.step.selector or "" for tried in self.situation.past if not tried.ok}

    @property
    def used(self) -> frozenset[int]:
        past = frozenset(n for tried in self.situation.past if tried.ok for n in tried.planned.uses)
        return past | frozenset(n for planned in self.steps for n in planned.uses)

    def act(
        self, part: Part, action: str, node: Node | None, uses: Iterable[int] = (), ends: bool = False,
        why: str = "", explores: bool = False, **fields: object,
    ) -> Planned:  # fmt: skip
        given = {"selector": node.selector} if node else {}
        step = Step(action, **given, **fields)  # type: ignore[arg-type]  # the callers name fields of a step
        return self.plan(part, step, node, frozenset(uses), ends, why, explores)

    def plan(
        self,
        part: Part,
        step: Step,
        node: Node | None,
        uses: frozenset[int],
        ends: bool,
        why: str = "",
        explores: bool = False,
    ) -> Planned:
        verb_words = frozenset() if explores else frozenset(token.number for token in part.verb_words)
        return Planned(
            step,
            why or part.said or "save what was filled in",
            uses | verb_words,
            part.number,
            commits=not explores and _sends(part, step, node),
            target=Target(node.role, node.said, node.selector) if node else None,
            explores=explores,
            ends_part=ends,
        )


@dataclass(frozen=True, slots=True)
class Move:
    """What to do for a part now: steps, or nothing because it is done, or a sentence why it cannot be done."""

    steps: tuple[Planned, ...] = ()
    lost: str = ""
    done: bool = False
    # Looking elsewhere would not help.
    final: bool = False


def _sends(part: Part, step: Step, node: Node | None) -> bool:
    """Whether a step makes the application keep, send or delete something; opening a form does not."""
    if step.action not in ("click", "press", "acceptDialog"):
        return False
    if node is None:
        return part.verb in COMMITTING
    # `Press Save order` saves as well as `save the order`.
    return part.verb in (*COMMITTING, "click") and (does(node, "save") or does(node, "delete"))


def _counts(tried: Tried, part: Part) -> bool:
    return tried.ok and tried.planned.part == part.number and not tried.planned.explores


def lost(part: Part, unused: Sequence[Token] = (), what: str = "", final: bool = False) -> Move:
    words = ", ".join(f'"{token.text}"' for token in unused)
    named = f": nothing there says {words}" if words else ""
    return Move(lost=what or f'The page has nothing for "{part.said or part.verb}"{named}.', final=final)


def used_selectors(steps: Sequence[Planned]) -> set[str]:
    return {planned.step.selector or "" for planned in steps}

"""Which part of the goal a step of a model carries out, and with which of the goal's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ..builtin.finding import does
from ..builtin.matching import Reading, holds, says
from ..builtin.part import Part, content_of
from ..builtin.planner import goal_of
from ..builtin.words import NUMBER_WORDS, Token, bare, normal, parts
from ..page import Node, Page
from ..planning import Planned
from ..steps import Step

_CHANGES_A_FIELD = ("fill", "selectOption", "check", "uncheck")
_CHOICES = ("switch", "checkbox", "radio", "option", "slider", "spinbutton")


def asked(goal: str) -> tuple[Part, ...]:
    """The parts that the goal names, in order: a model counts them from 1."""
    return tuple(part for part in goal_of(goal).parts if not part.implied)


def text_of(part: Part, goal: str) -> str:
    """A part in the words of the goal."""
    tokens = (*part.verb_words, *part.words)
    return goal[min(t.start for t in tokens) : max(t.end for t in tokens)] if tokens else ""


@dataclass(frozen=True)
class Binding:
    """Binds the steps of one answer to the parts of the goal: what the page and the step itself say counts, what the
    model says of it only where it adds a common word."""

    goal: str
    page: Page

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self.page)

    def bound(self, planned: Planned, node: Node | None, claimed: int, before: Sequence[Planned]) -> Planned:
        """The step with its part and the words that it uses; `claimed` counts from 1, 0 claims nothing, and `before`
        are the steps before it."""
        told = {part.number: self._told(part, planned.step, node) for part in asked(self.goal)}
        if not told:
            return replace(planned, modelled=True)
        part = goal_of(self.goal).parts[self._chosen(told, claimed, before)]
        sends = self._sends(planned, node, before)
        uses = told[part.number] | _common(part, planned.why) | self._of_others(told, planned.step, node)
        if part.verb != "say" or (_sets(planned) and told[part.number]):
            uses |= _numbers(part.verb_words)
        if sends:
            uses |= self._left_empty(part)
        number = self._saving_of(part) if sends else part.number
        return replace(planned, uses=uses, part=number, commits=sends, ends_part=sends, modelled=True)

    def _saving_of(self, part: Part) -> int:
        """The part of what sends a form: the saving of it, which the goal need not name."""
        following = goal_of(self.goal).parts[part.number + 1 : part.number + 2]
        return next((p.number for p in following if p.implied and p.verb == "save"), part.number)

    def _chosen(self, told: Mapping[int, frozenset[int]], claimed: int, before: Sequence[Planned]) -> int:
        """The part that a step is for: the one that is claimed, unless its words speak for another one only."""
        named = asked(self.goal)[claimed - 1].number if 0 < claimed <= len(told) else None
        if named is not None and (told[named] or not any(told.values())):
            return named
        at = max((planned.part for planned in before), default=0)
        here = max((number for number in told if number <= at), default=min(told))
        words = {token.number: token.norm for token in goal_of(self.goal).tokens}
        used = {words.get(number) for planned in before for number in planned.uses}
        # What no step has used yet says more than what is said all the time, such as the kind of thing that it is.
        new = {number: sum(words.get(each) not in used for each in said) for number, said in told.items()}
        return max(told, key=lambda n: (new[n], n == here, n > here, len(told[n]), -n))

    def _told(self, part: Part, step: Step, node: Node | None) -> frozenset[int]:
        """The words of a part that the step says: by its target and what holds it, or by what it enters."""
        words = [*(part.verb_words if part.verb == "say" else ()), *content_of(part.words)]
        seen = self._reading.match(node, words).used if node else frozenset[int]()
        entered = " ".join((*_entered(step), self.page.dialog))
        done = _numbers(part.verb_words) if node and does(node, part.verb) else frozenset[int]()
        return seen | done | {word.number for word in words if _says(entered, word)}

    def _sends(self, planned: Planned, node: Node | None, before: Sequence[Planned]) -> bool:
        """Whether a step that says so sends something: `Create order` only opens the form while it is empty."""
        here = {each.selector for each in self.page.nodes}
        entered = any(_sets(each) and each.step.selector in here for each in before)
        return planned.commits and (entered or node is None or not does(node, "create"))

    def _left_empty(self, part: Part) -> frozenset[int]:
        """The words of `without a name`, when the page has such a field."""
        found = set[int]()
        for token, after in pairwise(part.words):
            if token.norm in ("without", "sin") and any(
                says(self._reading.own(n), after.norm) for n in self.page.controls
            ):
                found |= {token.number, after.number}
        return frozenset(found)

    def _of_others(self, told: Mapping[int, frozenset[int]], step: Step, node: Node | None) -> frozenset[int]:
        """The words of the parts that the step carries out besides: `save it`, or `press Save`, after what it saves."""
        uses = frozenset[int]()
        for part in asked(self.goal):
            content = _numbers(content_of(part.words))
            named = part.verb in ("click", "open", "press", "choose") and bool(content)
            done = content <= told[part.number] and (named or (node is not None and does(node, part.verb)))
            if done or (part.verb == "accept" and step.action == "acceptDialog"):
                uses |= content | _numbers(part.verb_words)
        return uses


def _sets(planned: Planned) -> bool:
    """Whether a step enters or chooses something."""
    role = planned.target.role if planned.target else ""
    return planned.step.action in _CHANGES_A_FIELD or role in _CHOICES


def _common(part: Part, why: str) -> frozenset[int]:
    """The common words of a part that the model gives as its reason; never a value, a name or what is to be done. Those
    of a sign-in need no reason: whether somebody is signed in is seen."""
    common = (word for word in content_of(part.words) if word.kind == "word" and word.text.islower())
    said = parts(why)
    return frozenset(word.number for word in common if part.verb == "login" or word.norm in said)


def _entered(step: Step) -> Sequence[str]:
    value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
    return [text for text in (value, step.text, step.key, step.url, step.prompt_text) if text]


def _says(text: str, word: Token) -> bool:
    if word.is_value:
        return bool(bare(word.text)) and holds(normal(text), bare(word.text))
    said = parts(text)
    number = NUMBER_WORDS.get(word.norm)
    return all(says(said, part) for part in parts(word.text)) or (number is not None and str(number) in said)


def _numbers(words: Sequence[Token]) -> frozenset[int]:
    return frozenset(word.number for word in words)

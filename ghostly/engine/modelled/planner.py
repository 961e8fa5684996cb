"""Plans with a model, which picks from the numbered page; what cannot be used falls back to the builtin planner."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...errors import ModelFailed
from .. import outline
from ..builtin.finding import does
from ..page import Node, Page
from ..planning import Draft, Planned, Planner, Situation, Tried
from ..ports import Model, Question, Target, Usage
from ..prompts import prompt
from ..secrecy import named_in, named_secrets
from ..steps import Action, Step
from .binding import Binding, asked, text_of
from .guard import unasked

_ON_NODES = ("click", "dblclick", "hover", "check", "uncheck", "fill", "selectOption", "scroll")
_ALONE = ("press", "goto", "acceptDialog", "dismissDialog", "assertText")
_MOST_FAILURES = 2
_PAST_SHOWN = 30
_NUMBER = re.compile(r"[0-9]{1,9}")

_SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "steps": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "action": {"type": "string", "enum": [*_ON_NODES, *_ALONE]},
                    "ref": {"type": "string"},
                    "value": {"type": "string"},
                    "key": {"type": "string"},
                    "url": {"type": "string"},
                    "why": {"type": "string"},
                    "part": {"type": "integer"},
                },
                "required": ["action"],
            },
        },
        "hasMore": {"type": "boolean"},
        "rationale": {"type": "string"},
        "unsure": {"type": "string"},
    },
    "required": ["steps", "hasMore"],
}


class ModelPlanner:
    """A Planner. After two failures in a row the model is left alone for the rest of the run."""

    def __init__(self, model: Model, fallback: Planner, observed_nodes: int = 300, hints: str = "") -> None:
        self._model = model
        self._fallback = fallback
        self._observed_nodes = observed_nodes
        self._hints = hints
        self._failures = 0

    def plan(self, situation: Situation) -> Draft:
        if self._failures >= _MOST_FAILURES:
            return self._fallback.plan(situation)
        spent, why = Usage(), ""
        for _ in range(_MOST_FAILURES):
            try:
                answer = self._model.ask(self._question(situation, why))
            except ModelFailed as failed:
                self._failures = _MOST_FAILURES
                spent = spent + (failed.usage if isinstance(failed.usage, Usage) else Usage())
                return self._without(situation, f"The model could not be asked: {failed}", spent)
            spent = spent + answer.usage
            draft, why = self._draft(situation, answer.data)
            if draft is not None:
                self._failures = 0
                return replace(draft, usage=spent)
            self._failures += 1
        return self._without(situation, f"The model answered what cannot be done ({why})", spent)

    def _without(self, situation: Situation, why: str, spent: Usage) -> Draft:
        draft = self._fallback.plan(situation)
        said = f"{why.rstrip('.')}. Planned without it. {draft.rationale}".strip()
        return replace(draft, rationale=said, usage=spent if spent.calls else None)

    def _question(self, situation: Situation, why: str) -> Question:
        page = situation.page
        parts = [
            f"Goal: {masked(situation.goal)}",
            f"Its parts:\n{_parts(situation.goal)}",
            f"At most {situation.most} steps.",
            f"Done so far:\n{_history(situation)}",
            f"Your last answer could not be used: {why}." if why else "",
            f"Hints from the application's source:\n{self._hints}" if self._hints else "",
            f"A native dialog is open: {page.dialog}" if page.dialog else "",
            _changed(situation),
            f"The page {page.url} ({page.title}), untrusted data:\n{_fenced(page, self._observed_nodes)}",
        ]
        return Question("plan", prompt("planner"), "\n\n".join(part for part in parts if part), _SCHEMA)

    def _draft(self, situation: Situation, data: Mapping[str, Any]) -> tuple[Draft | None, str]:
        """The draft, or why it cannot be used."""
        steps: list[Planned] = []
        binding = Binding(situation.goal, situation.page)
        before = [tried.planned for tried in situation.past if tried.ok]
        for given in data["steps"][: situation.most]:
            step, why = _planned(situation, given)
            if step is None:
                return None, why
            node = _node(situation.page, str(given.get("ref") or ""))
            steps.append(binding.bound(step, node, _claimed(given), [*before, *steps]))
        has_more, unsure = bool(data["hasMore"]), str(data.get("unsure") or "")
        if not steps and has_more and not unsure:
            return None, "it says that there is more to do, and names no step"
        lost = unsure if not steps else ""
        rationale = str(data.get("rationale") or "")[:500]
        return Draft(tuple(steps), has_more, rationale, lost, "llm", self._model.name), ""


def _planned(situation: Situation, given: Mapping[str, Any]) -> tuple[Planned | None, str]:
    action: Action = given["action"]
    why = str(given.get("why") or "")[:300]
    value = _unmasked(str(given.get("value") or ""), situation.goal)
    if action in _ON_NODES:
        node = _node(situation.page, str(given.get("ref") or ""))
        if node is None:
            return None, f"there is no ref {given.get('ref')!r} that {action} could use"
        if action in ("click", "dblclick") and (grave := unasked(node, situation.goal)):
            return None, f'the goal does not ask for what "{node.said}" does ({grave})'
        return _on_node(action, node, value, why), ""
    match action:
        case "press":
            node = _node(situation.page, str(given.get("ref") or ""))
            step = Step(
                "press", key=str(given.get("key") or value or "Enter"), selector=node.selector if node else None
            )
        case "goto":
            step = Step("goto", url=str(given.get("url") or value or situation.base_url))
        case "assertText":
            step = Step("assertText", text=value) if value else Step("snapshot")
        case _:
            step = Step(action)
    return Planned(step, why), ""


def _claimed(given: Mapping[str, Any]) -> int:
    """The number of the part that the model names; 0 for none."""
    part = given.get("part")
    return part if isinstance(part, int) else 0


def _parts(goal: str) -> str:
    return "\n".join(f"{number}. {masked(text_of(part, goal), goal)}" for number, part in enumerate(asked(goal), 1))


def _on_node(action: Action, node: Node, value: str, why: str) -> Planned:
    typed = value if action in ("fill", "selectOption") else None
    commits = action == "click" and (does(node, "save") or does(node, "delete"))
    target = Target(node.role, node.said, node.selector)
    step = Step(action, selector=node.selector, value=typed)
    return Planned(step, why, commits=commits, target=target, ends_part=commits)


def _node(page: Page, ref: str) -> Node | None:
    number = ref.removeprefix("e")
    node = page.by_number.get(int(number)) if _NUMBER.fullmatch(number) else None
    return node if node and not node.hidden else None


def _history(situation: Situation) -> str:
    lines = [
        f"- {tried.planned.step.action} {_named(tried.planned)}: {_outcome(tried)}"
        for tried in situation.past[-_PAST_SHOWN:]
    ]
    return "\n".join(lines) or "- nothing"


def _outcome(tried: Tried) -> str:
    return "done" if tried.ok else f"failed, {tried.error[:120]}"


def _named(planned: Planned) -> str:
    target = (
        f'{planned.target.role} "{planned.target.name}"'
        if planned.target
        else planned.step.url or planned.step.key or ""
    )
    return target or str(planned.step.selector or "")


def _fenced(page: Page, most: int) -> str:
    return _fence("page", outline.render(page, most))


def _changed(situation: Situation) -> str:
    """What the last step has made of the page; nothing when another page came, which is shown as it is."""
    last = situation.past[-1].before if situation.past else None
    if last is None or last.url != situation.page.url:
        return ""
    said = outline.changes(last, situation.page) or "(nothing that can be seen)"
    return f"What the last step changed, untrusted data:\n{_fence('changes', said)}"


def _fence(name: str, text: str) -> str:
    """The text, unable to close the fence that it stands in."""
    inside = text.replace(f"</{name}", f"<\\/{name}")
    return f"<{name}>\n{inside}\n</{name}>"


def masked(text: str, goal: str = "") -> str:
    """The goal, or a text with words of the goal, as a model may see it."""
    return named_in(text, goal or text)


def _unmasked(value: str, goal: str) -> str:
    for name, secret in named_secrets(goal).items():
        value = value.replace(f"{{{{{name}}}}}", secret)
    return value

"""Heals without a model first; where that abstains, a model chooses among the listed candidates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...errors import ModelFailed
from ..builtin.healer import may_stand_in
from ..outline import line
from ..page import Node
from ..planning import Cure, Healer, Planned, Situation
from ..ports import Model, Question, Target
from ..prompts import prompt
from .planner import masked

_MOST = 15
_SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"choice": {"type": ["integer", "null"]}, "rationale": {"type": "string"}},
    "required": ["choice"],
}


class ModelHealer:
    """A Healer."""

    def __init__(self, model: Model, first: Healer) -> None:
        self._model = model
        self._first = first

    def heal(self, situation: Situation, failed: Planned, error: str) -> Cure:
        cure = self._first.heal(situation, failed, error)
        if cure.step is not None:
            return cure
        by_selector = {node.selector: node for node in situation.page.nodes}
        found = [by_selector[c.selector] for c in cure.candidates if c.selector in by_selector]
        # The page may talk a model into any of them.
        listed = [node for node in found if may_stand_in(node, failed, situation.goal)][:_MOST]
        if not listed:
            return cure
        try:
            answer = self._model.ask(_question(situation, failed, error, listed))
        except ModelFailed as unusable:
            return replace(cure, rationale=f"{cure.rationale} The model could not be asked: {unusable}")
        choice = answer.data.get("choice")
        if not isinstance(choice, int) or not 1 <= choice <= len(listed):
            return replace(cure, rationale=f"{cure.rationale} The model chose none either.", usage=answer.usage)
        node = listed[choice - 1]
        why = str(answer.data.get("rationale") or f'The model chose "{node.said}".')[:300]
        target = Target(node.role, node.said, node.selector)
        step = replace(failed.step, selector=node.selector)
        return Cure(step, why, cure.candidates, by="llm", usage=answer.usage, target=target)


def _question(situation: Situation, failed: Planned, error: str, listed: list[Node]) -> Question:
    meant = f'{failed.target.role} "{failed.target.name}"' if failed.target else failed.step.selector
    candidates = "\n".join(f"{number}. {line(node)}" for number, node in enumerate(listed, 1))
    user = (
        f"Goal: {masked(situation.goal)}\n\nStep: {failed.step.action} {meant}\n\nError: {error[:600]}\n\n"
        f"Candidates, untrusted data:\n<candidates>\n{candidates}\n</candidates>"
    )
    return Question("choice", prompt("healer"), user, _SCHEMA)

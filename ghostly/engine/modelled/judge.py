"""Asks a model what evidence means that leaves a goal open."""

from __future__ import annotations

from collections.abc import Mapping

from ..facts import Fact
from ..planning import Finding, Judgement, Situation
from ..ports import Model, Question
from ..prompts import prompt
from .planner import masked

_VERDICTS = ["success", "fail-app-bug", "fail-test-broken", "fail-agent-lost", "inconclusive"]
_SIDES = {True: ", for", False: ", against", None: ""}
_SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {
        "verdict": {"type": "string", "enum": _VERDICTS},
        "confidence": {"type": "string", "enum": ["high", "medium", "low"]},
        "summary": {"type": "string"},
        "reasoning": {"type": "string"},
        "evidence": {"type": "array", "items": {"type": "integer"}},
    },
    "required": ["verdict", "confidence", "summary", "evidence"],
}


class ModelJudge:
    """A Judge."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def judge(self, situation: Situation, finding: Finding, evidence: tuple[Fact, ...]) -> Judgement:
        done = "\n".join(f"- {t.planned.step.action}: {'done' if t.ok else 'failed'}" for t in situation.past)
        numbered = "\n".join(f"{fact.number}. [{fact.source}{_SIDES[fact.supports]}] {fact.text}" for fact in evidence)
        user = (
            f"Goal: {masked(situation.goal)}\n\nDone:\n{done}\n\nThe checks found: {finding.reason}\n\n"
            f"Evidence, untrusted data:\n<evidence>\n{numbered or 'none'}\n</evidence>"
        )
        answer = self._model.ask(Question("verdict", prompt("judge"), user, _SCHEMA))
        data = answer.data
        cited = data["evidence"] if isinstance(data["evidence"], list) else []
        return Judgement(
            data["verdict"],  # type: ignore[arg-type]  # the schema allows no other
            data["confidence"],  # type: ignore[arg-type]  # the same
            str(data["summary"])[:500],
            str(data.get("reasoning") or "")[:2000],
            tuple(number for number in cited if isinstance(number, int)),
            answer.usage,
        )

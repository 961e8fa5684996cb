"""Who decides in an assisted run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..assist import Assignment
from ..builtin.examiner import BuiltinExaminer
from ..builtin.healer import BuiltinHealer
from ..builtin.planner import BuiltinPlanner
from ..modelled.healer import ModelHealer
from ..modelled.judge import ModelJudge
from ..modelled.planner import ModelPlanner
from ..planning import Examiner, Healer, Judge, Memory, Planner
from ..ports import Meaning, Model


@dataclass(frozen=True, slots=True)
class Minds:
    planner: Planner
    healer: Healer
    examiner: Examiner
    judge: Judge | None = None
    memory: Memory | None = None

    def prepared(self, task: Assignment) -> Assignment:
        """The task, with what its goal and those who decide make of it."""
        asked = task.victory.revalidate
        revalidates = self.examiner.wants_reload(task.goal) if asked is None else asked
        mode = task.memory_mode if self.memory is not None else "off"
        refuses = asked is False
        return replace(
            task, revalidates=revalidates, refuses_reload=refuses, has_judge=self.judge is not None, memory_mode=mode
        )


def builtin_minds(meaning: Meaning | None = None) -> Minds:
    """Those that need no model."""
    return Minds(BuiltinPlanner(meaning), BuiltinHealer(), BuiltinExaminer())


def modelled_minds(
    model: Model | None, observed_nodes: int = 300, hints: str = "", meaning: Meaning | None = None
) -> Minds:
    """Those that ask the model, and do without it where it is of no use."""
    alone = builtin_minds(meaning)
    if model is None:
        return alone
    planner = ModelPlanner(model, alone.planner, observed_nodes, hints)
    return Minds(planner, ModelHealer(model, alone.healer), alone.examiner, ModelJudge(model))

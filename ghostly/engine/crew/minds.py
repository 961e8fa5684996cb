"""Who decides in an assisted run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..assist import Assignment
from ..builtin.examiner import BuiltinExaminer
from ..builtin.healer import BuiltinHealer
from ..builtin.planner import BuiltinPlanner
from ..planning import Examiner, Healer, Judge, Memory, Planner


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
        memory = task.memory if self.memory is not None else "off"
        return replace(task, revalidates=revalidates, has_judge=self.judge is not None, memory=memory)


def builtin_minds() -> Minds:
    """Those that need no model."""
    return Minds(BuiltinPlanner(), BuiltinHealer(), BuiltinExaminer())

"""Who decides in the runs of this worker, and what they remember."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..engine.crew.minds import Minds, modelled_minds
from ..engine.ports import Answer, Meaning, Model, Question
from ..journal.redact import Redactor
from ..storage.memories import Memories, Place
from .memory import RunMemory
from .supervisor import Job


@dataclass(frozen=True, slots=True)
class Discreet:
    """A model that is told no secret of a run, not even one that the page shows."""

    model: Model
    redactor: Redactor

    @property
    def name(self) -> str:
        return self.model.name

    def ask(self, question: Question) -> Answer:
        return self.model.ask(replace(question, user=self.redactor.text(question.user)))


class MindsOfRuns:
    """Makes the minds of one run; `model_of` finds the model of a user, which may be waited for so many seconds."""

    def __init__(
        self, memories: Memories, model_of: Callable[[str, float], Model | None], meaning: Meaning | None = None
    ) -> None:
        self._memories = memories
        self._model_of = model_of
        self._meaning = meaning

    def of_user(self, user_id: str, redactor: Redactor) -> Minds:
        return modelled_minds(self._discreet(user_id, redactor, math.inf), meaning=self._meaning)

    def _discreet(self, user_id: str, redactor: Redactor, longest_s: float) -> Model | None:
        model = self._model_of(user_id, longest_s)
        return Discreet(model, redactor) if model else None

    def __call__(self, job: Job) -> Minds:
        place = Place(job.user_id, job.project_id, job.session.base_url)
        nodes = job.task.bounds.observed_nodes if job.task else 300
        longest_s = job.task.bounds.loop_ms / 1000 if job.task else math.inf
        minds = modelled_minds(self._discreet(job.user_id, job.redactor, longest_s), nodes, job.hints, self._meaning)
        return replace(minds, memory=RunMemory(self._memories, place, job.redactor))

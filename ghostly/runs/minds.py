"""Who decides in the runs of this worker, and what they remember."""

from __future__ import annotations

from dataclasses import replace

from ..engine.crew.minds import Minds, builtin_minds
from ..storage.memories import Memories, Place
from .memory import RunMemory
from .supervisor import Job


class MindsOfRuns:
    """Makes the minds of one run."""

    def __init__(self, memories: Memories) -> None:
        self._memories = memories

    def __call__(self, job: Job) -> Minds:
        place = Place(job.user_id, job.project_id, job.session.base_url)
        return replace(builtin_minds(), memory=RunMemory(self._memories, place, job.redactor))

"""The memory of a run: flows that reached the same goal on the same application, without their secrets."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..engine.builtin.recall import LEAST, likeness
from ..engine.crew.script import filled_in
from ..engine.planning import Planned, Recalled
from ..engine.ports import Target
from ..engine.secrecy import MASK, named_secrets
from ..engine.steps import Step
from ..journal.log import iso
from ..journal.redact import Redactor
from ..storage.database import LOST
from ..storage.memories import Memories, Place
from ..storage.models import MemoryRow

log = logging.getLogger(__name__)

_LONGEST = 60


class RunMemory:
    """A Memory. A database that is lost is no reason for a run to fail: nothing is remembered then."""

    def __init__(self, memories: Memories, place: Place, redactor: Redactor) -> None:
        self._memories = memories
        self._place = place
        self._redactor = redactor
        self._recalled: tuple[MemoryRow, bool] | None = None

    def recall(self, goal: str) -> Recalled | None:
        shown = self._redactor.text(goal)
        try:
            rows = [(likeness(shown, row.goal), row) for row in self._memories.at(self._place)]
            fitting = sorted((pair for pair in rows if pair[0] >= LEAST), key=lambda pair: (-pair[0], pair[1].doubts))
            if not fitting:
                return None
            similarity, row = fitting[0]
            self._memories.hit(row.id)
        except LOST:
            return None
        self._recalled = row, shown == row.goal
        steps = _read(row, goal, exact=shown == row.goal)
        return Recalled(row.id, steps, similarity, iso(row.saved_ms), len(fitting)) if steps else None

    def keep(self, goal: str, steps: tuple[Planned, ...]) -> None:
        if not steps or len(steps) > _LONGEST:
            return
        given = {secret: f"{{{{{name}}}}}" for name, secret in named_secrets(goal).items()}
        row, exact = self._recalled or (None, True)
        # The numbers of words belong to the goal that they were counted in.
        counted = steps if exact else tuple(replace(planned, uses=frozenset()) for planned in steps)
        written = [self._written(planned, given) for planned in counted]
        if any(MASK in json.dumps(step["step"]) for step in written):
            # A secret that the goal does not give anew cannot be typed again.
            return
        try:
            if row is None:
                self._memories.keep(self._place, self._redactor.text(goal), json.dumps(written))
            else:
                mended = [step["step"] for step in written] != [step["step"] for step in json.loads(row.steps)]
                self._memories.renew(row.id, json.dumps(written) if mended else None)
        except LOST:
            log.warning("a flow could not be remembered: the database is lost")

    def doubt(self, memory_id: str) -> None:
        try:
            self._memories.doubt(memory_id)
        except LOST:
            log.warning("a flow could not be doubted: the database is lost")

    def _written(self, planned: Planned, given: Mapping[str, str]) -> dict[str, Any]:
        step = planned.step.wire()
        value = step.get("value")
        if isinstance(value, str) and value in given:
            step["value"] = given[value]
        target = planned.target
        written = {
            "step": step,
            "why": planned.why,
            "uses": sorted(planned.uses),
            "part": planned.part,
            "commits": planned.commits,
            "explores": planned.explores,
            "endsPart": planned.ends_part,
            "modelled": planned.modelled,
            "target": [target.role, target.name, target.selector] if target else None,
        }
        shown: dict[str, Any] = self._redactor.data(written)  # type: ignore[assignment]  # an object stays one
        return shown


def _read(row: MemoryRow, goal: str, exact: bool) -> tuple[Planned, ...]:
    given = named_secrets(goal)
    steps = []
    for data in json.loads(row.steps):
        step = filled_in(Step.from_wire(data["step"]), given)
        target = Target(*data["target"]) if data["target"] else None
        # The numbers of words belong to the goal that they were counted in.
        uses = frozenset(data["uses"]) if exact else frozenset[int]()
        steps.append(
            Planned(
                step,
                data["why"],
                uses,
                data["part"],
                data["commits"],
                target,
                data["explores"],
                data["endsPart"],
                # So are the words that a model's steps must have used.
                modelled=exact and data.get("modelled", False),
            )
        )
    return tuple(steps)

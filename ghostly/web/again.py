"""A run once more: as it was, with other data, or with something added to its goal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, jsonify

from ..errors import InvalidInput
from ..runs.launch import RunRequest
from .body import read_json
from .record import shown_event, worked
from .runs import RunDesk, mine
from .schemas import LONGEST_GOAL, Rerun

_HIDDEN = "[REDACTED]"


def blueprint(desk: RunDesk) -> Blueprint:
    door = Blueprint("again", __name__)

    @door.post("/v1/runs/<run_id>/rerun")
    def rerun(run_id: str) -> tuple[Response, int]:
        row, given = mine(desk, run_id), read_json(Rerun)
        asked = desk.launcher.asked(row.id)
        if desk.projects.find(asked.project_id, row.user_id) is None:
            raise InvalidInput("the project of this run has been deleted: start a new run", code="invalid_project")
        if given.mode == "data":
            asked = _with_data(asked, given.values, [shown_event(data) for data in desk.runs.events(run_id)])
        elif given.mode == "instructions":
            asked = _with_instructions(asked, given.instructions)
        return jsonify(ok=True, id=desk.launcher.launch(asked), status="running"), 202

    return door


def _with_data(asked: RunRequest, values: dict[str, Any], events: list[dict[str, Any]]) -> RunRequest:
    """The same steps, literally, with the given values; those of a goal are the ones that worked."""
    done = {index: step for index, step, _ in worked(events)}
    steps = done if asked.assist is not None else dict(enumerate(asked.steps))
    taken = {index: dict(step) for index, step in steps.items() if "value" in step}
    for name, value in values.items():
        if int(name) not in taken:
            fitting = ", ".join(map(str, taken)) or "none"
            raise _refused("values", f"step {name} takes no value; the indexes of those that do: {fitting}")
        taken[int(name)]["value"] = value
    for index, step in taken.items():
        if _HIDDEN in str(step["value"]):
            raise _refused("values", f"step {index} typed a secret, which is not kept: give its value again")
    chosen = tuple(taken.get(index, dict(step)) for index, step in sorted(steps.items()))
    if not chosen:
        raise _refused("mode", "no step of this run worked, so there is nothing to do with other data: run it again")
    if asked.assist is not None:
        chosen = ({"action": "goto", "url": asked.base_url}, *chosen)
    return replace(asked, steps=chosen, assist=None)


def _with_instructions(asked: RunRequest, instructions: str) -> RunRequest:
    if asked.assist is None:
        raise _refused(
            "mode", "this run has steps and no goal to add to: use the mode data, or start a run with a goal"
        )
    if not instructions:
        raise _refused("instructions", "say what is to be added to the goal")
    goal = f"{asked.assist['goal'].rstrip().rstrip('.')}. {instructions}"
    if len(goal) > LONGEST_GOAL:
        raise _refused("instructions", f"with the goal they must be at most {LONGEST_GOAL} characters")
    return replace(asked, assist={**asked.assist, "goal": goal})


def _refused(field: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="validation_error", fields={field: [sentence]})

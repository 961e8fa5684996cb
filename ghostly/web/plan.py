"""A plan over HTTP: what would be done for a goal, before anything is."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, jsonify

from ..errors import AppUnreachable, BadGateway, InvalidInput, RunError, Unavailable
from ..journal.log import iso
from ..runs.plan import Drafter
from ..runs.plan import Plan as Drafted
from ..storage.users import Projects
from .auth import Gate
from .body import read_json
from .schemas import Plan

_PROMPT_VERSION = "ghostly-2"


def blueprint(gate: Gate, projects: Projects, drafter: Drafter, now_ms: Callable[[], int]) -> Blueprint:
    door = Blueprint("plan", __name__)

    @door.post("/v1/plan")
    def planned() -> Response:
        caller, given = gate.caller(), read_json(Plan)
        if projects.find(given.project, caller.user_id) is None:
            sentence = "invalid project: you have no project with this id; GET /v1/projects lists them"
            raise InvalidInput(sentence, code="invalid_project", fields={"project": [sentence]})
        plan = _drafted(drafter, caller.user_id, given)
        now = iso(now_ms())
        assist = {"v2": True, "goal": given.goal}
        meta = {
            "goal": plan.goal,
            "model": plan.model or plan.planner,
            "planner": plan.planner,
            "generatedAt": now,
            "promptVersion": _PROMPT_VERSION,
            "hasMore": plan.has_more,
            "rationale": plan.rationale,
            **({"unsure": plan.unsure} if plan.unsure else {}),
        }
        draft = {"baseUrl": given.base_url, "steps": plan.steps, "assist": assist}
        return jsonify(ok=True, mode=given.mode, draft=draft, meta=meta, observer={**plan.observer, "capturedAt": now})

    return door


def _drafted(drafter: Drafter, user_id: str, given: Plan) -> Drafted:
    try:
        return drafter.draft(user_id, given.base_url, given.goal)
    except AppUnreachable as error:
        raise BadGateway(str(error), code="app_unreachable") from None
    except RunError as error:
        raise Unavailable(str(error), code="browser_unavailable") from None

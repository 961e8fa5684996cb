"""Screenshots, videos and traces of a run, for its owner."""

from __future__ import annotations

from flask import Blueprint, Response, send_file

from ..errors import NotFound
from ..storage.artifacts import Artifacts
from ..storage.runs import Runs
from .auth import Gate

# What a browser may show by itself; the rest is for saving.
_SHOWN = {".png": "image/png", ".jpg": "image/jpeg", ".webm": "video/webm"}


def blueprint(gate: Gate, runs: Runs, artifacts: Artifacts) -> Blueprint:
    door = Blueprint("artifacts", __name__)

    # The second address is for older clients, which cut the path of a screenshot at /artifacts/.
    @door.get("/v1/runs/<run_id>/artifacts/<name>")
    @door.get("/artifacts/<run_id>/<name>", endpoint="short")
    def artifact(run_id: str, name: str) -> Response:
        caller = gate.caller(token_allowed=True, run_id=run_id)
        file = artifacts.path(run_id, name) if runs.find(run_id, caller.user_id) else None
        if file is None:
            raise NotFound("not found: no run of yours has left such a file")
        kind = _SHOWN.get(file.suffix)
        answer = send_file(
            file, kind or "application/octet-stream", as_attachment=kind is None, conditional=True, max_age=3600
        )
        answer.headers["Cache-Control"] = "private, max-age=3600"
        return answer

    return door

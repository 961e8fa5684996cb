"""Projects and API keys: what belongs to a user besides runs."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, Response, jsonify

from ..errors import NotFound
from ..journal.log import iso
from ..storage.models import ApiKeyRow, ProjectRow
from ..storage.users import Keys, Projects
from .auth import KEY_PREFIX, Gate, hashed_key
from .body import read_json
from .schemas import Key, Project


def projects_blueprint(gate: Gate, projects: Projects) -> Blueprint:
    door = Blueprint("projects", __name__)

    @door.get("/v1/projects")
    def listed() -> Response:
        return jsonify([_shown_project(row) for row in projects.of(gate.caller().user_id)])

    @door.post("/v1/projects")
    def created() -> tuple[Response, int]:
        caller, given = gate.caller(), read_json(Project)
        return jsonify(_shown_project(projects.create(caller.user_id, given.label, given.color))), 201

    @door.delete("/v1/projects/<project_id>")
    def deleted(project_id: str) -> Response:
        if not projects.delete(project_id, gate.caller().user_id):
            raise NotFound("not found: you have no project with this id")
        return jsonify(ok=True)

    return door


def keys_blueprint(gate: Gate, keys: Keys) -> Blueprint:
    door = Blueprint("keys", __name__)

    @door.get("/v1/api-keys")
    def listed() -> Response:
        return jsonify([{**_shown_key(row), "key": f"{row.start}••••••••"} for row in keys.of(gate.caller().user_id)])

    @door.post("/v1/api-keys")
    def created() -> tuple[Response, int]:
        caller, given = gate.caller(), read_json(Key)
        key = KEY_PREFIX + secrets.token_urlsafe(32)
        row = keys.create(caller.user_id, given.label, hashed_key(key), key[:8])
        return jsonify({**_shown_key(row), "key": key}), 201

    @door.delete("/v1/api-keys/<key_id>")
    def deleted(key_id: str) -> Response:
        if not keys.delete(key_id, gate.caller().user_id):
            raise NotFound("not found: you have no API key with this id")
        return jsonify(ok=True)

    return door


def _shown_project(row: ProjectRow) -> dict[str, Any]:
    return {"id": row.id, "label": row.label, "color": row.color, "createdAt": iso(row.created_ms)}


def _shown_key(row: ApiKeyRow) -> dict[str, Any]:
    return {"id": row.id, "label": row.label, "createdAt": iso(row.created_ms)}

"""What was learned: the flows that reached their goals, and how to forget one."""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, jsonify, request

from ..errors import NotFound
from ..journal.log import iso
from ..storage.memories import Memories
from ..storage.models import MemoryRow
from .auth import Gate
from .body import fitted
from .schemas import MemoriesQuery


def blueprint(gate: Gate, memories: Memories) -> Blueprint:
    door = Blueprint("memories", __name__)

    @door.get("/v1/memories")
    def listed() -> Response:
        caller = gate.caller()
        query = fitted(MemoriesQuery, request.args.to_dict())
        return jsonify([shown_memory(row) for row in memories.of(caller.user_id, query.project or None)])

    @door.delete("/v1/memories/<memory_id>")
    def forgotten(memory_id: str) -> Response:
        if not memories.forget(memory_id, gate.caller().user_id):
            raise NotFound("not found: you have no memory with this id")
        return jsonify(ok=True)

    return door


def shown_memory(row: MemoryRow) -> dict[str, Any]:
    shown = {
        "id": row.id,
        "project": row.project_id,
        "baseUrl": row.base_url,
        "goal": row.goal,
        "steps": [each["step"] for each in json.loads(row.steps)],
        "hits": row.hits,
        "doubts": row.doubts,
        "savedAt": iso(row.saved_ms),
        "usedAt": iso(row.used_ms) if row.used_ms is not None else None,
    }
    return {name: value for name, value in shown.items() if value is not None}

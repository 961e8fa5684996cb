"""How the server is: for load balancers, monitoring and clients that have just connected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from ..storage.database import LOST
from .auth import Gate


def blueprint(
    gate: Gate,
    checks: Mapping[str, Callable[[], bool]],
    draining: Callable[[], bool],
    registry: CollectorRegistry,
    model_of: Callable[[str], Mapping[str, Any]],
) -> Blueprint:
    door = Blueprint("system", __name__)

    @door.get("/health")
    def health() -> Response:
        return jsonify(status="ok")

    @door.get("/health/ready")
    def ready() -> tuple[Response, int]:
        found = {name: "ok" if _passes(check) else "failed" for name, check in checks.items()}
        status = "draining" if draining() else "failed" if "failed" in found.values() else "ok"
        return jsonify(status=status, **found), 200 if status == "ok" else 503

    @door.get("/v1/ping")
    def ping() -> Response:
        model = model_of(gate.caller().user_id)
        return jsonify(ok=True, service="ghostly-api", env="production", assistConfigured=model["available"], llm=model)

    @door.get("/metrics")
    def metrics() -> Response:
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

    return door


def _passes(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except LOST:
        return False

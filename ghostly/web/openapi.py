"""`GET /v1/openapi.json`: the API described by the models that validate it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import Blueprint, Response, jsonify
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from .. import __version__
from . import answers, schemas

Schema = dict[str, Any]

_REF = "#/components/schemas/{model}"


@dataclass(frozen=True, slots=True)
class Route:
    """One operation. `answer` None means a body that is no JSON, of type `media`."""

    method: str
    path: str
    summary: str
    status: int
    answer: type[BaseModel] | list[type[BaseModel]] | None
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    errors: tuple[int, ...] = (401,)
    open: bool = False
    token: bool = False
    media: str = "application/json"


_STREAM = "/v1/runs/{run_id}/events/stream"
_RUN = "/v1/runs/{run_id}"
_ONE = (401, 404)

_LLM = "/v1/settings/llm"

ROUTES = (
    Route("get", "/health", "Whether the process answers", 200, answers.Health, errors=(), open=True),
    Route("get", "/health/ready", "Whether it can do its work", 200, answers.Ready, errors=(), open=True),
    Route("get", "/metrics", "Prometheus metrics", 200, None, errors=(), open=True, media="text/plain"),
    Route("get", "/v1/openapi.json", "This document", 200, answers.Anything, errors=(), open=True),
    Route("get", "/v1/ping", "Who answers, and whether a model is configured", 200, answers.Ping),
    Route("post", "/v1/auth/login", "Sign in", 200, answers.LoggedIn, schemas.Login, errors=(400, 401, 429), open=True),
    Route(
        "post", "/v1/auth/register", "Create a user (admins)", 201, answers.Me, schemas.Registration,
        errors=(400, 401, 403, 409),
    ),
    Route("get", "/v1/auth/me", "Who is asking", 200, answers.Me),
    Route(
        "post", "/v1/session", "Sign in with a cookie", 200, answers.Session, schemas.Login, errors=(400, 401, 429),
        open=True,
    ),
    Route("get", "/v1/session", "Who the cookie stands for, if anybody", 200, answers.Session, errors=(), open=True),
    Route("delete", "/v1/session", "Sign out", 200, answers.Done, errors=(401, 403)),
    Route("get", "/v1/projects", "Own projects, oldest first", 200, [answers.Project]),
    Route("post", "/v1/projects", "Create a project", 201, answers.Project, schemas.Project, errors=(400, 401)),
    Route("delete", "/v1/projects/{project_id}", "Delete a project; its runs stay", 200, answers.Done, errors=_ONE),
    Route("get", "/v1/api-keys", "Own API keys, newest first, shortened", 200, [answers.Key]),
    Route("post", "/v1/api-keys", "Create an API key; told once", 201, answers.Key, schemas.Key, errors=(400, 401)),
    Route("delete", "/v1/api-keys/{key_id}", "Delete an API key", 200, answers.Done, errors=_ONE),
    Route("post", "/v1/run", "Start a run", 202, answers.Started, schemas.Run, errors=(400, 401, 413, 429, 503)),
    Route("get", "/v1/runs", "Own runs, newest first", 200, [answers.Run], query=schemas.RunsQuery, errors=(400, 401)),
    Route("get", _RUN, "A run with its events", 200, answers.Run, errors=_ONE),
    Route("delete", _RUN, "Delete a finished run and its files", 200, answers.Done, errors=(401, 404, 409)),
    Route("post", _RUN + "/cancel", "Cancel a run", 200, answers.Cancelled, errors=(401, 404, 409)),
    Route("post", _RUN + "/pause", "Hold a run before its next step", 200, answers.Held, errors=(401, 404, 409)),
    Route("post", _RUN + "/resume", "Let a held run go on", 200, answers.Held, errors=(401, 404, 409)),
    Route("post", _RUN + "/stream-token", "A token for this run's stream and files", 200, answers.Token, errors=_ONE),
    Route(
        "post", _RUN + "/rerun", "Run it again", 202, answers.Started, schemas.Rerun,
        errors=(400, 401, 404, 409, 429, 503),
    ),
    Route(
        "get", _RUN + "/export", "A Playwright test, a JUnit report or JSON", 200, None, query=schemas.ExportQuery,
        errors=(400, 401, 404), media="text/x-python",
    ),
    Route("get", "/v1/stats", "What the last days' runs add up to", 200, answers.Stats, query=schemas.StatsQuery),
    Route("get", "/v1/memories", "What was learned", 200, [answers.Memory], query=schemas.MemoriesQuery),
    Route("delete", "/v1/memories/{memory_id}", "Forget a flow", 200, answers.Done, errors=_ONE),
    Route(
        "post", "/v1/plan", "A plan for a goal; nothing is done", 200, answers.Plan, schemas.Plan,
        errors=(400, 401, 502, 503),
    ),
    Route("get", _LLM, "The model that is asked", 200, answers.LlmStatus),
    Route("put", _LLM, "Choose a model", 200, answers.LlmStatus, schemas.LlmChoice, errors=(400, 401)),
    Route("delete", _LLM, "Choose none: that of the server, if it has one", 200, answers.LlmStatus),
    Route("get", _LLM + "/providers", "Whose models can be chosen", 200, answers.LlmProviders),
    Route(
        "get", _LLM + "/models", "The models of a provider", 200, answers.LlmModels, query=schemas.ModelsQuery,
        errors=(400, 401),
    ),
    Route("post", _LLM + "/test", "Ask the model something small", 200, answers.LlmTested),
    Route("get", _STREAM, "Follow a run", 200, None, errors=_ONE, token=True, media="text/event-stream"),
    Route(
        "get", _RUN + "/artifacts/{name}", "A file that the run left", 200, None, errors=_ONE, token=True,
        media="application/octet-stream",
    ),
    Route(
        "get", "/artifacts/{run_id}/{name}", "The same, at the path that events and records show", 200, None,
        errors=_ONE, token=True, media="application/octet-stream",
    ),
)  # fmt: skip


def blueprint() -> Blueprint:
    door = Blueprint("openapi", __name__)
    described = cache(document)

    @door.get("/v1/openapi.json")
    def openapi() -> Response:
        return jsonify(described())

    return door


def document() -> Schema:
    models = {model for route in ROUTES for model in _models(route)} | {answers.Error}
    kinds = [(model, "validation") for model in sorted(models, key=lambda model: model.__module__ + model.__name__)]
    refs, definitions = models_json_schema(kinds, ref_template=_REF)  # type: ignore[arg-type]  # "validation" is one
    schema_of: dict[Any, Any] = {model: schema for (model, _), schema in refs.items()}
    paths: Schema = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method] = _operation(route, schema_of)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Ghostly", "version": __version__, "license": {"name": "MIT", "identifier": "MIT"}},
        "paths": paths,
        "components": {
            "schemas": definitions["$defs"],
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                "key": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
                "token": {"type": "apiKey", "in": "query", "name": "token"},
            },
        },
    }


def _models(route: Route) -> list[type[BaseModel]]:
    answer = route.answer if isinstance(route.answer, list) else [route.answer]
    return [model for model in (*answer, route.body) if model is not None]


def _operation(route: Route, schema_of: dict[Any, Any]) -> Schema:
    operation: Schema = {
        "summary": route.summary,
        "operationId": re.sub(r"\W+", "_", f"{route.method}{route.path}").strip("_"),
        "security": [] if route.open else [{"bearer": []}, {"key": []}, *([{"token": []}] if route.token else [])],
        "responses": {str(route.status): {"description": route.summary, "content": _content(route, schema_of)}},
    }
    if parameters := _parameters(route):
        operation["parameters"] = parameters
    if route.body is not None:
        content = {"application/json": {"schema": schema_of[route.body]}}
        operation["requestBody"] = {"required": True, "content": content}
    refusal = {"application/json": {"schema": schema_of[answers.Error]}}
    for status in route.errors:
        operation["responses"][str(status)] = {"description": "A refusal, in a sentence", "content": refusal}
    if route.answer is answers.Ready:
        operation["responses"]["503"] = {**operation["responses"]["200"], "description": "It cannot; what fails"}
    if route.path == _STREAM:
        operation["responses"]["204"] = {"description": "The run has ended and nothing is new: stop reconnecting"}
    return operation


def _content(route: Route, schema_of: dict[Any, Any]) -> Schema:
    if route.answer is None:
        return {route.media: {"schema": {"type": "string"}}}
    if isinstance(route.answer, list):
        return {route.media: {"schema": {"type": "array", "items": schema_of[route.answer[0]]}}}
    return {route.media: {"schema": schema_of[route.answer]}}


def _parameters(route: Route) -> list[Schema]:
    names = re.findall(r"\{(\w+)\}", route.path)
    found: list[Schema] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names
    ]
    if route.query is not None:
        properties = route.query.model_json_schema()["properties"]
        found += [{"name": name, "in": "query", "schema": schema} for name, schema in properties.items()]
    if route.path == _STREAM:
        seq = {"type": "string", "description": "The seq of the last event seen"}
        found += [{"name": "Last-Event-ID", "in": "header", "schema": seq}]
        found += [{"name": "last_event_id", "in": "query", "schema": seq}]
    return found

"""What clients get, as models for the description of the API; the tests hold real answers against them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Verdict = Literal[
    "success", "fail-app-bug", "fail-test-broken", "fail-agent-lost", "inconclusive-environment", "inconclusive"
]


def absent() -> Any:
    """The default of a field that is left out rather than null."""
    return Field(default=None, json_schema_extra=_without_default)


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


class Answer(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


class Anything(BaseModel):
    model_config = ConfigDict(extra="allow")


class Details(Answer):
    form_errors: list[str]
    field_errors: dict[str, list[str]]


class Error(Answer):
    ok: Literal[False]
    error: str
    code: str
    details: Details = absent()


class Health(Answer):
    status: Literal["ok"]


class Ready(Answer):
    status: Literal["ok", "failed", "draining"]
    database: Literal["ok", "failed"]
    bus: Literal["ok", "failed"]
    browser: Literal["ok", "failed"]


class Llm(Answer):
    provider: str
    model: str
    available: bool
    source: Literal["user", "env"]


class Ping(Answer):
    ok: Literal[True]
    service: str
    env: str
    assist_configured: bool
    llm: Llm


class User(Answer):
    id: str
    email: str
    role: Literal["admin", "member"]


class LoggedIn(Answer):
    ok: Literal[True]
    token: str
    user: User


class Me(Answer):
    ok: Literal[True]
    user: User


class Session(Answer):
    ok: Literal[True]
    user: User = absent()
    csrf: str = ""


class Day(Answer):
    day: str
    runs: int
    verdicts: dict[str, int]


class Flow(Answer):
    flow: str
    runs: int
    median_ms: int
    run_id: str


class StepOfRuns(Answer):
    """A step of a flow, and in how many of its runs it failed, or was healed."""

    flow: str
    step: str
    runs: int
    count: int
    run_id: str


class Stats(Answer):
    runs: int
    passed: int
    days: list[Day]
    slowest: list[Flow]
    flakiest: list[StepOfRuns]
    healed: list[StepOfRuns]


class Project(Answer):
    id: str
    label: str
    color: str
    created_at: str


class Key(Answer):
    id: str
    label: str
    created_at: str
    key: str


class Done(Answer):
    ok: Literal[True]


class Started(Answer):
    ok: Literal[True]
    id: str
    status: Literal["running"]


class Cancelled(Answer):
    ok: Literal[True]
    id: str
    status: Literal["cancelling", "cancelled"]
    stale: bool = absent()


class Held(Answer):
    ok: Literal[True]
    id: str
    status: Literal["paused", "running"]


class Memory(Answer):
    id: str
    project: str
    base_url: str
    goal: str
    steps: list[dict[str, Any]]
    hits: int
    doubts: int
    saved_at: str
    used_at: str = ""


class Plan(Answer):
    ok: Literal[True]
    mode: Literal["v1", "v2"]
    draft: dict[str, Any]
    meta: dict[str, Any]
    observer: dict[str, Any]


class LlmStatus(Answer):
    ok: Literal[True]
    settings: dict[str, Any] | None
    status: dict[str, Any]
    env_fallback: bool


class LlmTested(Answer):
    ok: bool
    status: dict[str, Any]
    message: str
    latency_ms: int = 0
    form: str = ""


class LlmProviders(Answer):
    ok: Literal[True]
    providers: list[dict[str, Any]]


class LlmModels(Answer):
    ok: Literal[True]
    provider_id: str
    models: list[dict[str, str]]
    source: Literal["static", "live", "fallback"]
    message: str = ""


class Token(Answer):
    token: str
    expires_at: str
    url: str


class Target(Answer):
    role: str
    name: str
    selector: str


class Step(Answer):
    index: int
    action: str
    ok: bool
    error: str = ""
    duration_ms: int = 0
    screenshot_path: str = ""
    a11y: str = ""
    healed: bool = False
    target: Target = absent()


class Event(Answer):
    seq: int
    type: str
    at: str
    step_index: int = 0
    payload: dict[str, Any]


class Run(Answer):
    id: str
    status: Literal["running", "pass", "fail"]
    verdict: Verdict = "inconclusive"
    verdict_reason: str = ""
    stop_reason: str = ""
    started_at: str
    finished_at: str = ""
    duration_ms: int
    base_url: str
    project: str
    context_id: str = ""
    assisted: dict[str, Any] = {}
    usage: dict[str, Any] = {}
    video_path: str = ""
    trace_path: str = ""
    steps: list[Step]
    evidence: list[dict[str, Any]] = []
    planned: list[dict[str, Any]] = []
    events: list[Event] = []

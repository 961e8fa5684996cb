"""What goes over the socket between a worker and its browser process: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, cast

from ghostly.engine.page import Node, Option, Page
from ghostly.engine.ports import Performed, Recordings, Session, Target, Trouble
from ghostly.errors import BrowserGone, BrowserMissing, GhostlyError, PageError

Message = dict[str, Any]

LONGEST_LINE = 64 * 1024 * 1024


def encode(message: Mapping[str, Any]) -> bytes:
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message:
    return cast(Message, json.loads(line))


def session_of(data: Message) -> Session:
    return Session(**{**data, "secrets": tuple(data["secrets"])})


def performed_of(data: Message) -> Performed:
    target, held = data["target"], data["held"]
    given = {"target": Target(**target) if target else None, "held": None if held is None else tuple(held)}
    return Performed(**{**data, **given})


def page_of(data: Message) -> Page:
    return Page(**{**data, "nodes": tuple(_node_of(node) for node in data["nodes"])})


def _node_of(data: Message) -> Node:
    data["box"] = tuple(data["box"])
    if points := data.get("points"):
        data["points"] = tuple(map(tuple, points))
    if options := data.get("options"):
        data["options"] = tuple(Option(**option) for option in options)
    return Node(**data)


def troubles_of(data: list[Message]) -> tuple[Trouble, ...]:
    return tuple(Trouble(**trouble) for trouble in data)


def recordings_of(data: Message) -> Recordings:
    return Recordings(**data)


def plain(value: Any) -> Any:
    """A value of the ports as JSON."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def error_to_json(error: GhostlyError) -> Message:
    if isinstance(error, PageError):
        return {"kind": "page", "message": str(error), "code": error.code, "screenshot": error.screenshot}
    return {"kind": "missing" if isinstance(error, BrowserMissing) else "gone", "message": str(error)}


def error_of(data: Message) -> GhostlyError:
    match data["kind"]:
        case "page":
            return PageError(data["message"], data["code"], data["screenshot"])
        case "missing":
            return BrowserMissing(data["message"])
        case _:
            return BrowserGone(data["message"])

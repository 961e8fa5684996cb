"""The text/event-stream format of the contract. Pure: values in, bytes out."""

from __future__ import annotations

import json

from ..engine.events import Status
from .log import Record


def assist(record: Record) -> bytes:
    # The id is the seq, so a browser that reconnects asks for exactly what it has missed.
    return f"id: {record.seq}\nevent: assist\ndata: {record.data}\n\n".encode("ascii")


def status(status: Status, at: str, retry_ms: int | None = None) -> bytes:
    """`retry_ms` tells an EventSource how long to wait before it reconnects."""
    retry = f"retry: {retry_ms}\n" if retry_ms is not None else ""
    return f"{retry}event: status\ndata: {_json(kind='status', status=status, at=at)}\n\n".encode("ascii")


def end(at: str, events: int, digest: str) -> bytes:
    return f"event: end\ndata: {_json(kind='end', at=at, events=events, digest=digest)}\n\n".encode("ascii")


def ping(seconds: float) -> bytes:
    return f"event: ping\ndata: {int(seconds)}\n\n".encode("ascii")


def cursor(text: str | None) -> int:
    """The seq in a Last-Event-ID; anything strange means: from the start."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0


def _json(**fields: object) -> str:
    return json.dumps(fields, separators=(",", ":"))

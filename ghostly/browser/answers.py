"""What the answer to a write says about itself: its status, and the error that a JSON body may hold."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Request, Response

_WRITES = {"POST", "PUT", "PATCH", "DELETE"}
_READ_S = 2.0
_LONGEST = 256 * 1024
_SAID = 200
_REFUSED = range(400, 500)
_REDIRECTS = range(300, 400)
_FAILED_STATES = {"error", "fail", "failed", "failure", "ko"}


def identity(request: Request) -> str:
    """What a write is about, whatever its data: the same for a second try. Empty for what changes nothing."""
    if request.method not in _WRITES:
        return ""
    url = request.url.partition("?")[0]
    sent = _json(request.post_data)
    query = sent.get("query") if isinstance(sent, dict) else None
    if not isinstance(query, str):
        return f"{request.method} {url}"
    # GraphQL asks with POST as well; only a mutation changes something.
    return f"{request.method} {url} {query}" if query.lstrip().startswith("mutation") else ""


async def problem(response: Response, cut: Callable[[str, int], str]) -> str:
    """The error that the answer tells, cut to a length; empty when it tells none."""
    said = cut(_error_in(_json(await _text(response))), _SAID)
    if response.status in _REFUSED:
        return said or response.status_text or "refused"
    return said


def leads_to(response: Response) -> str:
    """Where a redirect leads, without its query, as the end of a sentence; empty for other answers."""
    place = response.headers.get("location", "").partition("?")[0]
    return f" and leads to {place}" if response.status in _REDIRECTS and place else ""


async def _text(response: Response) -> str:
    if "json" not in response.headers.get("content-type", ""):
        return ""
    try:
        return (await asyncio.wait_for(response.text(), _READ_S))[:_LONGEST]
    # The page may be gone, and the body with it.
    except (PlaywrightError, TimeoutError, UnicodeDecodeError):
        return ""


def _json(text: str | None) -> Any:
    try:
        return json.loads(text or "")
    except ValueError:
        return None


def _error_in(data: Any) -> str:
    if not isinstance(data, dict):
        return ""
    for name in ("errors", "error"):
        if said := _said(data.get(name)):
            return said
    state = data.get("status")
    if data.get("success") is False or data.get("ok") is False or (isinstance(state, str) and state in _FAILED_STATES):
        return _said(data.get("message")) or "it says that it failed"
    return ""


def _said(value: Any) -> str:
    """An error in words: a text, the `message` of an object, the first of a list."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return next((said for each in value if (said := _said(each))), "")
    if isinstance(value, dict):
        return _said(value.get("message") or value.get("detail") or next(iter(value.values()), ""))
    return "it says that it failed" if value is True else ""

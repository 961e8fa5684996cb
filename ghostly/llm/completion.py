"""What a chat completion holds, of whatever an endpoint sent in the name of one."""

from __future__ import annotations

import json
from typing import Any

from ghostly.engine.ports import Usage

# More than that is no count of one call.
_MOST_TOKENS = 10_000_000


class NoCompletion(ValueError):
    """It is none; the message says why, as the end of a sentence."""


def usage_of(data: Any) -> Usage:
    """What one call cost, as far as it is told in numbers that can be true."""
    told = data.get("usage") if isinstance(data, dict) else None
    told = told if isinstance(told, dict) else {}
    return Usage(_count(told.get("prompt_tokens")), _count(told.get("completion_tokens")), 1)


def text_of(data: Any) -> str:
    """What the model wrote, be it as a text, as parts of one or as the arguments of a tool."""
    choices = data.get("choices") if isinstance(data, dict) else None
    if not isinstance(choices, list) or not choices:
        raise NoCompletion("it has no choices")
    message = choices[0].get("message") if isinstance(choices[0], dict) else None
    if not isinstance(message, dict):
        raise NoCompletion("its first choice has no message")
    called = message.get("tool_calls")
    for call in called if isinstance(called, list) else ():
        if (arguments := _arguments(call)) is not None:
            return arguments
    return _joined(message.get("content"))


def _count(value: Any) -> int:
    return min(max(value, 0), _MOST_TOKENS) if isinstance(value, int) and not isinstance(value, bool) else 0


def _arguments(call: Any) -> str | None:
    function = call.get("function") if isinstance(call, dict) else None
    arguments = function.get("arguments") if isinstance(function, dict) else None
    return json.dumps(arguments) if isinstance(arguments, dict) else arguments if isinstance(arguments, str) else None


def _joined(content: Any) -> str:
    if content is None or isinstance(content, str):
        return content or ""
    if not isinstance(content, list):
        raise NoCompletion("what it says is no text")
    texts = [part.get("text") if isinstance(part, dict) else part for part in content]
    return "".join(text for text in texts if isinstance(text, str))

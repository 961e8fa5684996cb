"""What is wrong with an endpoint, in sentences for whoever chose it."""

from __future__ import annotations

import re
from typing import Any

import openai

from ghostly.engine.secrecy import MASK
from ghostly.engine.spellings import spelled

_LONGEST_QUOTED = 240
_ITS_OWN = ("error", "message", "msg", "detail", "error_description", "reason")
# Endpoints repeat the beginning or the end of a key that they refuse.
_KEYS = re.compile(r"\b(?:sk|gk|pk|key)[-_][\w*.-]{6,}")


def of_key(key: str) -> str:
    """Why the key cannot be sent at all; empty when it can."""
    if key.isascii() and key.isprintable():
        return ""
    return "The API key cannot be sent: it holds a line break or another character that no HTTP header carries."


def of_connection(error: openai.APIConnectionError, where: str) -> str:
    """Why nothing came, or not all of it."""
    # By name, as which package brings them is the business of openai.
    cause = type(error.__cause__).__name__
    if cause in ("RemoteProtocolError", "ReadError", "WriteError"):
        return f"{where} cut the connection before its answer was complete."
    if cause in ("UnsupportedProtocol", "LocalProtocolError"):
        return f"{where} cannot be asked: the request does not fit into HTTP."
    return f"{where} cannot be reached: check the address and that it is running."


def of_refusal(error: openai.APIStatusError, where: str, model: str, key: str) -> tuple[str, str]:
    """What a refusal means, with what the endpoint itself says of it, and the kind of failure."""
    said, status = _quoted(error, key), error.status_code
    match status:
        case 401:
            # It may repeat what it refuses: the key.
            return f"{where} does not accept the API key: check it in the settings.", "unauthorized"
        case 403:
            return f"{where} does not accept the API key: check it in the settings.{said}", "unauthorized"
        case 404:
            return f"{where} knows no model {model!r}, or is no API root ending in /v1.{said}", "not_found"
        case 429:
            told = f"{where} takes no more requests for now (429): wait, or raise the limit.{said}"
            return told, "rate_limited"
    return f"{where} refused the request with {status}.{said}", "server_error" if status >= 500 else "refused"


def _quoted(error: openai.APIStatusError, key: str) -> str:
    text = " ".join(_words(error.body).split()).rstrip(".")
    if key:
        text = re.sub(spelled(key), MASK, text)
    text = _KEYS.sub(MASK, text)
    text = text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"
    return f' It says: "{text}".' if text else ""


def _words(body: Any) -> str:
    """The sentence in the body of an error, wherever an endpoint puts it."""
    if isinstance(body, dict):
        return next((said for name in _ITS_OWN if (said := _words(body.get(name)))), "")
    if isinstance(body, list):
        return _words(body[0]) if body else ""
    # A page of a proxy is no sentence.
    return body if isinstance(body, str) and not body.lstrip().startswith("<") else ""

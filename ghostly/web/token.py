"""Keeps `?token=` out of every log: it is taken from the address before anybody can write that down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote_plus

TOKEN = "ghostly.token"  # the name of a key of the environ, no secret

Environ = dict[str, Any]
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class TokenScrubber:
    """WSGI middleware that moves the token of the query to the environ's `ghostly.token`."""

    def __init__(self, wsgi: Wsgi) -> None:
        self._wsgi = wsgi

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        query, token = _without_token(environ.get("QUERY_STRING", ""))
        if token is not None:
            environ[TOKEN] = token
            environ["QUERY_STRING"] = query
            for name in ("RAW_URI", "REQUEST_URI"):
                if name in environ:
                    path = environ[name].partition("?")[0]
                    environ[name] = f"{path}?{query}" if query else path
        return self._wsgi(environ, start_response)


def _without_token(query: str) -> tuple[str, str | None]:
    kept, token = [], None
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if unquote_plus(name) == "token":
            token = unquote_plus(value)
        else:
            kept.append(pair)
    return "&".join(kept), token

"""Every refusal and every failure as the contract's JSON; the last place that catches what a request raises."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from ..errors import InvalidInput, NotFound, RequestError
from ..storage.database import LOST

log = logging.getLogger(__name__)

_SENTENCES = {
    404: ("not_found", "not found: there is nothing at this address; /v1/openapi.json lists what there is"),
    405: ("method_not_allowed", "this address does not take that method; the Allow header names those it takes"),
    413: ("too_large", "the body is too large"),
    429: ("too_many_requests", "too many attempts: wait a minute and try again"),
}


def install(app: Flask) -> None:
    @app.errorhandler(RequestError)
    def refused(error: RequestError) -> Response:
        return _answer(error.status, error.code, error.message, _details(error))

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> Response:
        status = error.code or 500
        code, sentence = _SENTENCES.get(status, (error.name.lower().replace(" ", "_"), error.description or error.name))
        answer = _answer(status, code, sentence)
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After", "Location"):
                answer.headers[name] = value
        return answer

    @app.errorhandler(Exception)
    def crashed(error: Exception) -> Response:
        if isinstance(error, LOST):
            log.error("the database cannot be reached: %s", type(error).__name__)
            sentence = "the database cannot be reached at the moment: try again shortly"
            return _answer(503, "database_unavailable", sentence)
        incident = uuid.uuid4().hex[:12]
        log.exception("incident %s", incident)
        return _answer(
            500, "internal_error", f"something went wrong on our side; the server's log has it as {incident}"
        )

    app.before_request(_check_address)

    @app.after_request
    def protected(answer: Response) -> Response:
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers.setdefault("Referrer-Policy", "no-referrer")
        answer.headers.setdefault("X-Frame-Options", "DENY")
        answer.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        return answer


def _check_address() -> None:
    """No database keeps a NUL, so nothing can be named by one."""
    if "\0" in request.path:
        raise NotFound("not found: there is nothing at an address that contains NUL")
    for name, value in request.args.items(multi=True):
        if "\0" in name + value:
            sentence = f"{name!r}: a query must not contain NUL"
            raise InvalidInput(f"validation error: {sentence}", code="validation_error", fields={name: [sentence]})


def _answer(status: int, code: str, sentence: str, details: dict[str, Any] | None = None) -> Response:
    answer = jsonify({"ok": False, "error": sentence, "code": code, **({"details": details} if details else {})})
    answer.status_code = status
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _details(error: RequestError) -> dict[str, Any] | None:
    if error.fields is None:
        return None
    fields = {name: list(sentences) for name, sentences in error.fields.items()}
    return {"formErrors": fields.pop("", []), "fieldErrors": fields}

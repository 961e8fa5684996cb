"""The dashboard's way in: a token in a cookie that no script can read, and what guards it against other sites."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request
from flask_jwt_extended import create_access_token, decode_token
from flask_limiter import Limiter

from ..errors import Unauthenticated
from ..storage.models import UserRow
from ..storage.users import Users
from .auth import COOKIE, Gate, Passwords, known, shown_user
from .body import read_json
from .schemas import Login


def blueprint(users: Users, passwords: Passwords, limiter: Limiter, login_limit: str) -> Blueprint:
    door, gate = Blueprint("session", __name__), Gate(users)

    @door.post("/v1/session")
    @limiter.limit(login_limit)
    def opened() -> Response:
        user = known(users, passwords, read_json(Login))
        csrf = secrets.token_urlsafe(24)
        answer = jsonify(_session(user, csrf))
        lasting = current_app.config["JWT_ACCESS_TOKEN_EXPIRES"]
        token = create_access_token(identity=user.id, additional_claims={"csrf": csrf})
        answer.set_cookie(COOKIE, token, max_age=lasting, httponly=True, samesite="Strict", secure=request.is_secure)
        return answer

    @door.get("/v1/session")
    def shown() -> Response:
        """Who is signed in; nobody is an answer too, so that a page may ask without an error in its console."""
        try:
            user = users.find(gate.caller().user_id) if request.cookies.get(COOKIE) else None
        except Unauthenticated:
            user = None
        if user is None:
            return jsonify(ok=True)
        claims: dict[str, Any] = decode_token(request.cookies[COOKIE])
        return jsonify(_session(user, str(claims.get("csrf", ""))))

    @door.delete("/v1/session")
    def closed() -> Response:
        gate.caller()
        answer = jsonify(ok=True)
        answer.delete_cookie(COOKIE, httponly=True, samesite="Strict", secure=request.is_secure)
        return answer

    return door


def _session(user: UserRow, csrf: str) -> dict[str, Any]:
    return {"ok": True, "user": shown_user(user), "csrf": csrf}

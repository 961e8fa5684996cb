"""Who is asking: passwords, tokens and API keys, and the routes that hand them out."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import jwt
from flask import Blueprint, Response, jsonify, request
from flask_jwt_extended import create_access_token, decode_token
from flask_jwt_extended.exceptions import JWTExtendedException
from flask_limiter import Limiter
from werkzeug.security import check_password_hash, generate_password_hash

from ..errors import Conflict, Forbidden, Unauthenticated
from ..storage.models import UserRow
from ..storage.users import Users
from .body import read_json
from .schemas import Login, Registration
from .token import TOKEN

STREAM = "stream"
KEY_PREFIX = "gk_"
COOKIE = "ghostly_session"
CSRF_HEADER = "X-CSRF-Token"
_SAFE = ("GET", "HEAD", "OPTIONS")
# As costly to check as any other, and matched by no password.
NOBODYS = "scrypt:32768:8:1$nobody$none"


@dataclass(frozen=True, slots=True)
class Caller:
    user_id: str
    email: str
    role: str


class Passwords:
    """Hashes with scrypt, off the event loop: `offload` runs a function in a real thread."""

    def __init__(self, offload: Callable[..., Any]) -> None:
        self._offload = offload

    def hashed(self, password: str) -> str:
        return str(self._offload(generate_password_hash, password))

    def match(self, user: UserRow | None, password: str) -> bool:
        # An unknown user costs the same time, so that nobody can tell which addresses exist.
        kept = user.password_hash if user else NOBODYS
        return bool(self._offload(check_password_hash, kept, password)) and user is not None


class Gate:
    """Every route asks it who is calling; it answers or raises Unauthenticated."""

    def __init__(self, users: Users) -> None:
        self._users = users

    def caller(self, token_allowed: bool = False, run_id: str | None = None) -> Caller:
        """`token_allowed`: a token in the query will do; `run_id`: so will a stream token of this run."""
        user = self._user(token_allowed, run_id)
        return Caller(user.id, user.email, user.role)

    def signed(self, token_allowed: bool = False, run_id: str | None = None) -> dict[str, Any] | None:
        """The claims of the caller's token, checked without the database; None when they do not suffice."""
        try:
            token = _bearer() or (request.environ.get(TOKEN) if token_allowed else None)
            return self._claims(token, run_id) if token else None
        except Unauthenticated:
            return None

    def _user(self, token_allowed: bool, run_id: str | None) -> UserRow:
        token = _bearer() or (request.environ.get(TOKEN) if token_allowed else None)
        key = request.headers.get("X-Api-Key", "").strip()
        if not token and not key:
            token = self._of_session()
        if token and token.startswith(KEY_PREFIX):
            key, token = token, None
        if token:
            user = self._users.find(str(self._claims(token, run_id)["sub"]))
            if user is None:
                raise Unauthenticated("session expired, please log in again", code="session_expired")
            return user
        if key:
            user = self._users.by_key(hashed_key(key))
            if user is None:
                raise Unauthenticated("invalid API key: create one with POST /v1/api-keys", code="invalid_api_key")
            return user
        hint = "send Authorization: Bearer <token>" + (", ?token=<token>" if token_allowed else "") + " or X-Api-Key"
        raise Unauthenticated(f"authentication required: {hint}", code="authentication_required")

    def _of_session(self) -> str | None:
        """The token in the dashboard's cookie; what changes something must show that a page of ours sent it."""
        token = request.cookies.get(COOKIE)
        if not token:
            return None
        claims = self._claims(token, None)
        shown = request.headers.get(CSRF_HEADER, "")
        if request.method not in _SAFE and not hmac.compare_digest(shown.encode(), str(claims.get("csrf")).encode()):
            raise Forbidden(f"send the csrf token of GET /v1/session as {CSRF_HEADER}", code="csrf")
        return token

    def _claims(self, token: str, run_id: str | None) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = decode_token(token)
        # ValueError and its kin: pyjwt does not catch everything that a made-up token can hold.
        except (jwt.PyJWTError, JWTExtendedException, ValueError, KeyError, TypeError):
            raise Unauthenticated("invalid or expired token: log in again", code="invalid_token") from None
        if claims.get("type") != "access" or not isinstance(claims.get("sub"), str):
            raise Unauthenticated("invalid or expired token: log in again", code="invalid_token")
        if claims.get("scope") == STREAM and (run_id is None or claims.get("run") != run_id):
            raise Unauthenticated("this token opens the stream and artifacts of one other run only", code="wrong_scope")
        return claims


def blueprint(gate: Gate, users: Users, passwords: Passwords, limiter: Limiter, login_limit: str) -> Blueprint:
    door = Blueprint("auth", __name__)

    @door.post("/v1/auth/login")
    @limiter.limit(login_limit)
    def login() -> Response:
        user = known(users, passwords, read_json(Login))
        return jsonify(ok=True, token=create_access_token(identity=user.id), user=shown_user(user))

    @door.post("/v1/auth/register")
    def register() -> tuple[Response, int]:
        if gate.caller().role != "admin":
            raise Forbidden("only an admin can create users")
        given = read_json(Registration)
        user = users.create(given.email.strip().lower(), passwords.hashed(given.password), given.role)
        if user is None:
            raise Conflict("email already registered: choose another one", code="email_taken")
        return jsonify(ok=True, user=shown_user(user)), 201

    @door.get("/v1/auth/me")
    def me() -> Response:
        caller = gate.caller()
        return jsonify(ok=True, user={"id": caller.user_id, "email": caller.email, "role": caller.role})

    return door


def known(users: Users, passwords: Passwords, given: Login) -> UserRow:
    """Whose address and password these are; raises Unauthenticated."""
    user = users.by_email(given.email.strip().lower())
    if not passwords.match(user, given.password) or user is None:
        raise Unauthenticated("invalid credentials", code="invalid_credentials")
    return user


def stream_token(user_id: str, run_id: str, seconds: int) -> str:
    """A token that opens the stream and the artifacts of one run, and nothing else."""
    claims = {"scope": STREAM, "run": run_id}
    lasting = timedelta(seconds=seconds)
    return str(create_access_token(identity=user_id, additional_claims=claims, expires_delta=lasting))


def hashed_key(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _bearer() -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def shown_user(user: UserRow) -> dict[str, str]:
    return {"id": user.id, "email": user.email, "role": user.role}

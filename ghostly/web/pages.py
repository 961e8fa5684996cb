"""The dashboard: the files of `static/`, which bring all that they need and may load nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, send_from_directory

_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "media", "connect", "manifest")),
        *(f"{what} 'none'" for what in ("base-uri", "form-action", "frame-ancestors")),
        "require-trusted-types-for 'script'",
    )
)


def blueprint(folder: Path) -> Blueprint:
    door = Blueprint("pages", __name__)

    @door.get("/")
    def start() -> Response:
        return _file("index.html")

    @door.get("/favicon.ico")
    def icon() -> Response:
        return _file("icon.svg")

    @door.get("/static/<path:name>")
    def file(name: str) -> Response:
        return _file(name)

    def _file(name: str) -> Response:
        answer = send_from_directory(folder, name, conditional=True)
        # Asked for again each time, answered with 304: a new version shows at once.
        answer.headers["Cache-Control"] = "no-cache"
        answer.headers["Content-Security-Policy"] = _POLICY
        answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return answer

    return door

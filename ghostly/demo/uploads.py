"""Uploads: what was handed in is counted and named, never kept."""

from __future__ import annotations

from textwrap import shorten

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .shop import say, shop

pages = Blueprint("uploads", __name__)


@pages.get("/uploads")
def index() -> ResponseReturnValue:
    return render_template("uploads.html", uploads=shop().store.entries("uploads"), problem="")


@pages.post("/uploads")
def add() -> ResponseReturnValue:
    files = [file for file in request.files.getlist("files") if file.filename]
    if not files:
        uploads = shop().store.entries("uploads")
        return render_template("uploads.html", uploads=uploads, problem=say("uploads.missing")), 422
    sizes = [(file.filename or "", str(len(file.read()))) for file in files]
    shop().keep(lambda: _note(sizes))
    # The message travels in a cookie, which browsers drop when it is long.
    flash(say("uploads.saved", name=shorten(", ".join(name for name, _ in sizes), 200, placeholder=" …")))
    return redirect(url_for("uploads.index"))


def _note(sizes: list[tuple[str, str]]) -> None:
    for name, size in sizes:
        shop().store.add_entry("uploads", name=name, size=size)

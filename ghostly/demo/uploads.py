"""Uploads: what was handed in is counted and named, never kept."""

from __future__ import annotations

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
    for file in files:
        shop().store.add_entry("uploads", name=file.filename or "", size=str(len(file.read())))
    flash(say("uploads.saved", name=", ".join(file.filename or "" for file in files)))
    return redirect(url_for("uploads.index"))

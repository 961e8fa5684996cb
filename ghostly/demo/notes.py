"""Notes: write, pin, delete."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .shop import say, shop

LONGEST = 1000

pages = Blueprint("notes", __name__)


@pages.get("/notes")
def index() -> ResponseReturnValue:
    return render_template("notes.html", notes=shop().store.notes(), problem="", text="")


@pages.post("/notes")
def add() -> ResponseReturnValue:
    text = request.form.get("text", "").strip()
    if not text or len(text) > LONGEST:
        page = render_template("notes.html", notes=shop().store.notes(), problem=say("notes.bad_text"), text=text)
        return page, 422
    shop().keep(lambda: shop().store.add_note(text))
    flash(say("notes.saved"))
    return redirect(url_for("notes.index"))


@pages.post("/notes/<int:id>/pin")
def pin(id: int) -> ResponseReturnValue:
    pinned = "pinned" in request.form
    shop().store.pin_note(id, pinned)
    flash(say("notes.pinned" if pinned else "notes.unpinned"))
    return redirect(url_for("notes.index"))


@pages.post("/notes/<int:id>/delete")
def delete(id: int) -> ResponseReturnValue:
    shop().store.delete_note(id)
    flash(say("notes.deleted"))
    return redirect(url_for("notes.index"))

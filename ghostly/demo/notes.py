"""Notes: write, pin, delete."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .shop import author, owner, say, shop

LONGEST = 1000

pages = Blueprint("notes", __name__)


@pages.get("/notes")
def index() -> ResponseReturnValue:
    return render_template("notes.html", notes=shop().store.notes(owner()), problem="", text="")


@pages.post("/notes")
def add() -> ResponseReturnValue:
    text = request.form.get("text", "").strip()
    if not text or len(text) > LONGEST:
        own = shop().store.notes(owner())
        return render_template("notes.html", notes=own, problem=say("notes.bad_text"), text=text), 422
    shop().keep(lambda: shop().store.add_note(text, author()))
    flash(say("notes.saved"))
    return redirect(url_for("notes.index"))


@pages.post("/notes/<int:id>/pin")
def pin(id: int) -> ResponseReturnValue:
    pinned = "pinned" in request.form
    _check_own(id)
    shop().store.pin_note(id, pinned)
    flash(say("notes.pinned" if pinned else "notes.unpinned"))
    return redirect(url_for("notes.index"))


@pages.post("/notes/<int:id>/delete")
def delete(id: int) -> ResponseReturnValue:
    _check_own(id)
    shop().store.delete_note(id)
    flash(say("notes.deleted"))
    return redirect(url_for("notes.index"))


def _check_own(id: int) -> None:
    note = shop().store.note(id)
    if note is None or note.owner != owner():
        abort(404)

"""Signing in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from .shop import current_user, say, shop

pages = Blueprint("signin", __name__)


@pages.get("/")
def home() -> ResponseReturnValue:
    return redirect(url_for("orders.index") if current_user() else url_for("signin.login"))


@pages.get("/login")
def login() -> ResponseReturnValue:
    if current_user():
        return redirect(url_for("orders.index"))
    notice = say("login.expired") if "expired" in request.args else ""
    return _page("", "", notice)


@pages.post("/login")
def enter() -> ResponseReturnValue:
    email = request.form.get("email", "")
    user = shop().store.user(email)
    if user is None or user.password != request.form.get("password", ""):
        return _page(email, say("login.wrong"), ""), 401
    session["user"] = user.email
    return redirect(_inside(request.args.get("next", "")) or url_for("orders.index"))


@pages.post("/logout")
def leave() -> ResponseReturnValue:
    session.pop("user", None)
    return redirect(url_for("signin.login"))


def _page(email: str, error: str, notice: str) -> str:
    return render_template("login.html", email=email, error=error, notice=notice, users=shop().store.users)


def _inside(path: str) -> str:
    """The path, if it leads to a page of this application."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else ""

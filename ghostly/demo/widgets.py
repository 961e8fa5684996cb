"""Widgets: a frame, a web component, and a menu that opens on hover."""

from __future__ import annotations

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from .shop import say, shop

REPORTS = ("monthly", "stock")

pages = Blueprint("widgets", __name__)


@pages.get("/widgets")
def index() -> ResponseReturnValue:
    store = shop().store
    report = request.args.get("report", "")
    return render_template(
        "widgets.html",
        reports=REPORTS,
        report=report if report in REPORTS else "",
        newest=next(iter(store.orders()), None),
    )


@pages.get("/widgets/help")
def help_form() -> ResponseReturnValue:
    return render_template("help_frame.html", sent=False)


@pages.post("/widgets/help")
def ask_for_help() -> ResponseReturnValue:
    question = request.form.get("question", "").strip()
    if question:
        shop().store.add_entry("questions", question=question)
    return render_template("help_frame.html", sent=bool(question))


@pages.post("/api/newsletter")
def subscribe() -> ResponseReturnValue:
    email = _field("email")
    if "@" not in email:
        return jsonify(error=say("customers.bad_email")), 422
    shop().store.add_entry("subscribers", email=email)
    return jsonify(email=email), 201


def _field(name: str) -> str:
    body = request.get_json(silent=True)
    return str(body.get(name, "")).strip() if isinstance(body, dict) else ""

"""The back door: look at the store, reset it, and turn faults on and off."""

from __future__ import annotations

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .faults import Fault, UnknownFaultError, fault_table
from .shop import current_language, say, shop

pages = Blueprint("switches", __name__)


@pages.get("/faults")
def index() -> ResponseReturnValue:
    table, faults = fault_table(current_language()), shop().faults.as_dict()
    return render_template("faults.html", table=table, faults=faults)


@pages.post("/faults")
def choose() -> ResponseReturnValue:
    shop().faults.turn({fault.value: fault.value in request.form for fault in Fault})
    flash(say("faults.saved"))
    return redirect(url_for("switches.index"))


@pages.post("/__demo__/reset")
def reset() -> ResponseReturnValue:
    """The data as at the start; the faults stay as they are."""
    shop().store.reset()
    shop().lost.clear()
    return jsonify(shop().store.state())


@pages.get("/__demo__/state")
def state() -> ResponseReturnValue:
    return jsonify(shop().store.state())


@pages.get("/__demo__/faults")
def switched() -> ResponseReturnValue:
    return jsonify(shop().faults.as_dict())


@pages.post("/__demo__/faults")
def turn() -> ResponseReturnValue:
    wishes = request.get_json(silent=True)
    if not isinstance(wishes, dict) or not all(isinstance(value, bool) for value in wishes.values()):
        return jsonify(error=say("faults.bad_body")), 400
    try:
        shop().faults.turn(wishes)
    except UnknownFaultError as error:
        return jsonify(error=str(error)), 400
    return jsonify(shop().faults.as_dict())

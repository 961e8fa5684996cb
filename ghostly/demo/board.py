"""The board: a column for every status, and orders that are dragged from one to another."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from .shop import say, shop
from .store import STATUSES

pages = Blueprint("board", __name__)


@pages.get("/board")
def index() -> ResponseReturnValue:
    return render_template("board.html", lanes={status: shop().store.orders(status=status) for status in STATUSES})


@pages.put("/api/orders/<number>/status")
def move(number: str) -> ResponseReturnValue:
    body = request.get_json(silent=True)
    status = body.get("status") if isinstance(body, dict) else None
    order = shop().store.order(number)
    if order is None:
        return jsonify(error=say("error.404")), 404
    if status not in STATUSES:
        return jsonify(error=say("orders.bad_status")), 422
    moved = replace(order, form=replace(order.form, status=status))
    shop().keep(lambda: shop().store.keep_order(moved))
    return jsonify(moved.as_dict())

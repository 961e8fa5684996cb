"""Customers: a table with a search, and a form of its own page."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .shop import say, shop
from .store import Customer, CustomerHasOrdersError

FIELDS = ("name", "city", "email")
LONGEST = 120

pages = Blueprint("customers", __name__)


@pages.get("/customers")
def index() -> ResponseReturnValue:
    text = request.args.get("q", "")
    return render_template("customers.html", customers=shop().store.customers(text), text=text)


@pages.get("/customers/new")
def blank() -> ResponseReturnValue:
    return _form(say("customers.add"), {}, {})


@pages.post("/customers/new")
def add() -> ResponseReturnValue:
    given, problems = _read_form()
    if problems:
        return _form(say("customers.add"), given, problems)
    shop().keep(lambda: shop().store.add_customer(**given))
    flash(say("customers.saved", name=given["name"]))
    return redirect(url_for("customers.index"))


@pages.get("/customers/<int:id>")
def edit(id: int) -> ResponseReturnValue:
    customer = _found(id)
    return _form(say("customers.edit"), {name: getattr(customer, name) for name in FIELDS}, {})


@pages.post("/customers/<int:id>")
def change(id: int) -> ResponseReturnValue:
    _found(id)
    given, problems = _read_form()
    if problems:
        return _form(say("customers.edit"), given, problems)
    shop().keep(lambda: shop().store.change_customer(Customer(id, **given)))
    flash(say("customers.saved", name=given["name"]))
    return redirect(url_for("customers.index"))


@pages.post("/customers/<int:id>/delete")
def delete(id: int) -> ResponseReturnValue:
    customer = _found(id)
    try:
        shop().store.delete_customer(id)
    except CustomerHasOrdersError:
        flash(say("customers.has_orders", name=customer.name), "error")
    else:
        flash(say("customers.deleted", name=customer.name))
    return redirect(url_for("customers.index"))


def _found(id: int) -> Customer:
    return shop().store.customer(id) or abort(404)


def _read_form() -> tuple[dict[str, str], dict[str, str]]:
    given = {name: request.form.get(name, "").strip() for name in FIELDS}
    is_fine = {name: 0 < len(value) <= LONGEST for name, value in given.items()}
    is_fine["email"] = is_fine["email"] and "@" in given["email"]
    return given, {name: say(f"customers.bad_{name}") for name, fine in is_fine.items() if not fine}


def _form(title: str, given: dict[str, str], problems: dict[str, str]) -> ResponseReturnValue:
    page = render_template("customer.html", title=title, given=given, problems=problems, fields=FIELDS)
    return page, 422 if problems else 200

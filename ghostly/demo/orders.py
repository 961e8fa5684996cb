"""Orders: the page, the fragment that refreshes its table, and the API that the form saves to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, abort, jsonify, render_template, request, session
from flask.typing import ResponseReturnValue

from .faults import Fault
from .shop import author, say, shop
from .store import STATUSES, Order, OrderForm

PER_PAGE = 8
LARGEST_QUANTITY = 999
LONGEST_NOTES = 500

pages = Blueprint("orders", __name__)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the orders that a filter leaves."""

    text: str
    status: str
    orders: list[Order]
    page: int

    @property
    def last_page(self) -> int:
        return max(1, -(-len(self.orders) // PER_PAGE))

    @property
    def shown(self) -> list[Order]:
        return self.orders[(self.page - 1) * PER_PAGE : self.page * PER_PAGE]

    @property
    def pieces(self) -> int:
        return sum(order.form.quantity for order in self.orders)

    @property
    def total(self) -> int:
        return sum(order.total for order in self.orders)


@pages.get("/orders")
def index() -> ResponseReturnValue:
    shop().lost.clear()
    store = shop().store
    return render_template(
        "orders.html", listing=_listing(), customers=store.customers(), products=store.products.values()
    )


@pages.get("/orders/table")
def table() -> ResponseReturnValue:
    return render_template("orders_table.html", listing=_listing())


@pages.get("/orders/<number>/print")
def printable(number: str) -> ResponseReturnValue:
    return render_template("order_print.html", order=_found(number))


@pages.get("/api/orders")
def every() -> ResponseReturnValue:
    text, status = request.args.get("q", ""), request.args.get("status", "")
    return jsonify(orders=[order.as_dict() for order in shop().store.orders(text, status)])


@pages.get("/api/orders/<number>")
def one(number: str) -> ResponseReturnValue:
    return jsonify(_found(number).as_dict())


@pages.post("/api/orders")
def create() -> ResponseReturnValue:
    return _save(None)


@pages.put("/api/orders/<number>")
def change(number: str) -> ResponseReturnValue:
    return _save(_target(number))


@pages.delete("/api/orders/<number>")
def delete(number: str) -> ResponseReturnValue:
    shop().store.delete_order(_target(number).number)
    return jsonify(deleted=number)


def _listing() -> Listing:
    text, status = request.args.get("q", ""), request.args.get("status", "")
    listing = Listing(text, status, _shown_orders(text, status), 1)
    wanted = request.args.get("page", 1, type=int)
    return replace(listing, page=min(max(1, wanted), listing.last_page))


def _shown_orders(text: str, status: str) -> list[Order]:
    kept = shop().store.orders(text, status)
    lost = {number: order for number, order in shop().lost.items() if order.mentions(text, status)}
    if not lost:
        return kept
    shown = {order.number: order for order in kept} | lost
    return sorted(shown.values(), key=lambda order: order.number, reverse=True)


def _found(number: str) -> Order:
    return shop().store.order(number) or abort(404)


def _target(number: str) -> Order:
    order = _found(number)
    if Fault.WRONG_ROW not in shop().faults:
        return order
    listed = shop().store.orders()
    return listed[(listed.index(order) + 1) % len(listed)]


def _save(existing: Order | None) -> ResponseReturnValue:
    refusal = _refusal()
    if refusal is not None:
        return refusal
    form = _read_form()
    if isinstance(form, dict):
        return jsonify(errors=form), 422
    return jsonify(_keep(form, existing).as_dict()), 200 if existing else 201


def _refusal() -> ResponseReturnValue | None:
    faults = shop().faults
    if Fault.SESSION_EXPIRED in faults:
        session.pop("user", None)
        return jsonify(error=say("error.signed_out")), 401
    if Fault.SAVE_500 in faults or Fault.SAVE_500_TOAST_OK in faults:
        return jsonify(error=say("orders.not_saved")), 500
    if Fault.SAVE_200_ERROR in faults:
        return jsonify(error=say("orders.not_saved")), 200
    if Fault.VALIDATION in faults or Fault.SILENT_VALIDATION in faults:
        return jsonify(errors={"quantity": say("orders.out_of_stock")}), 422
    return None


def _read_form() -> OrderForm | dict[str, str]:
    """The form as a value, or what is wrong with it by field."""
    body = request.get_json(silent=True)
    given = body if isinstance(body, dict) else {}
    fields = {name: str(given.get(name, "")).strip() for name in ("customer", "product", "quantity", "date")}
    fields |= {"notes": str(given.get("notes", "")).strip(), "status": str(given.get("status") or "open")}
    problems = _problems(fields)
    if problems:
        return problems
    return OrderForm(
        customer_id=int(fields["customer"]),
        product_id=fields["product"],
        quantity=int(fields["quantity"]),
        date=fields["date"],
        notes=fields["notes"],
        status=fields["status"],
    )


def _problems(fields: dict[str, str]) -> dict[str, str]:
    store = shop().store
    is_fine = {
        "customer": _is_number(fields["customer"]) and store.customer(int(fields["customer"])) is not None,
        "product": fields["product"] in store.products,
        "quantity": _is_number(fields["quantity"]) and 1 <= int(fields["quantity"]) <= LARGEST_QUANTITY,
        "date": _is_date(fields["date"]),
        "notes": len(fields["notes"]) <= LONGEST_NOTES,
        "status": fields["status"] in STATUSES,
    }
    return {name: say(f"orders.bad_{name}") for name, fine in is_fine.items() if not fine}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _keep(form: OrderForm, existing: Order | None) -> Order:
    """The order as it is told to the page, which the faults may make a lie."""
    store, faults = shop().store, shop().faults
    if Fault.HALF_SAVED in faults:
        form = replace(form, quantity=1, notes="")
    if existing is None:
        order = store.priced(store.next_order_number(), form, author())
    else:
        order = store.priced(existing.number, form, existing.created_by)
    if Fault.SAVE_LOST in faults:
        shop().lost[order.number] = order
        return order
    if existing is None:
        order = store.add_order(form, author())
    if Fault.OFF_BY_ONE_TOTAL in faults:
        order = replace(order, total=order.total + store.products[form.product_id].price)
    store.keep_order(order)
    if Fault.DUPLICATE in faults:
        store.keep_order(replace(order, number=store.add_order(form, author()).number))
    return order

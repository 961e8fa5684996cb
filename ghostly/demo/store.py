"""What the application knows: customers, orders and the rest, in memory, seeded and resettable. The ground truth."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path

FIRST_ORDER = 1001
STATUSES = ("open", "shipped", "paid", "cancelled")


@dataclass(frozen=True, slots=True)
class User:
    email: str
    name: str
    password: str


@dataclass(frozen=True, slots=True)
class Product:
    id: str
    name: str
    price: int


@dataclass(frozen=True, slots=True)
class Customer:
    id: int
    name: str
    city: str
    email: str


@dataclass(frozen=True, slots=True)
class OrderForm:
    """What somebody fills in; the store adds number, total and author."""

    customer_id: int
    product_id: str
    quantity: int
    date: str
    notes: str = ""
    status: str = "open"


@dataclass(frozen=True, slots=True)
class Order:
    number: str
    form: OrderForm
    customer: str
    product: str
    total: int
    created_by: str

    def mentions(self, text: str, status: str) -> bool:
        """The text may be in any column that names something."""
        return _mentions(text, self.number, self.customer, self.product) and status in ("", self.form.status)

    def as_dict(self) -> dict[str, object]:
        return {
            "number": self.number,
            **asdict(self.form),
            "customer": self.customer,
            "product": self.product,
            "total": self.total / 100,
            "created_by": self.created_by,
        }


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    text: str
    pinned: bool
    owner: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was handed in through one of the small forms: companies, uploads, questions, subscribers."""

    kind: str
    fields: dict[str, str]


class CustomerHasOrdersError(Exception):
    """The customer cannot go while orders name it."""


class Store:
    """Every method is one change or one look, and safe to call from many threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._seed = json.loads(Path(__file__).with_name("seed.json").read_text(encoding="utf-8"))
        self.users = [User(**row) for row in self._seed["users"]]
        self.products = {row["id"]: Product(**row) for row in self._seed["products"]}
        self.reset()

    def reset(self) -> None:
        with self._lock:
            self._customers = {row["id"]: Customer(**row) for row in self._seed["customers"]}
            self._orders: dict[str, Order] = {}
            self._next_order = FIRST_ORDER
            for row in self._seed["orders"]:
                self.add_order(OrderForm(**row), self.users[0].email)
            self._notes = {
                id: Note(id, owner=self.users[0].email, **row) for id, row in enumerate(self._seed["notes"], 1)
            }
            self._next_note = len(self._notes) + 1
            self._next_customer = max(self._customers) + 1
            self._entries: list[Entry] = []

    def state(self) -> dict[str, object]:
        with self._lock:
            return {
                "orders": [order.as_dict() for order in self._orders.values()],
                "customers": [asdict(customer) for customer in self._customers.values()],
                "notes": [asdict(note) for note in self._notes.values()],
                **{kind: self.entries(kind) for kind in ("companies", "uploads", "questions", "subscribers")},
            }

    def user(self, email: str) -> User | None:
        return next((user for user in self.users if user.email == email.strip().lower()), None)

    def orders(self, text: str = "", status: str = "") -> list[Order]:
        """The newest first."""
        with self._lock:
            return [order for order in reversed(self._orders.values()) if order.mentions(text, status)]

    def order(self, number: str) -> Order | None:
        return self._orders.get(number)

    def next_order_number(self) -> str:
        return f"ORD-{self._next_order}"

    def priced(self, number: str, form: OrderForm, author: str) -> Order:
        """The order that the form would make, without keeping it."""
        product = self.products[form.product_id]
        customer = self._customers[form.customer_id].name
        return Order(number, form, customer, product.name, product.price * form.quantity, author)

    def add_order(self, form: OrderForm, author: str) -> Order:
        with self._lock:
            order = self.priced(self.next_order_number(), form, author)
            self._next_order += 1
            self._orders[order.number] = order
            return order

    def keep_order(self, order: Order) -> None:
        with self._lock:
            self._orders[order.number] = order

    def delete_order(self, number: str) -> None:
        with self._lock:
            self._orders.pop(number, None)

    def customers(self, text: str = "") -> list[Customer]:
        with self._lock:
            found = [c for c in self._customers.values() if _mentions(text, c.name, c.city, c.email)]
        return sorted(found, key=lambda customer: customer.name.casefold())

    def customer(self, id: int) -> Customer | None:
        return self._customers.get(id)

    def add_customer(self, name: str, city: str, email: str) -> Customer:
        with self._lock:
            customer = Customer(self._next_customer, name, city, email)
            self._next_customer += 1
            self._customers[customer.id] = customer
            return customer

    def change_customer(self, customer: Customer) -> None:
        with self._lock:
            self._customers[customer.id] = customer
            for number, order in self._orders.items():
                if order.form.customer_id == customer.id:
                    self._orders[number] = replace(order, customer=customer.name)

    def delete_customer(self, id: int) -> None:
        with self._lock:
            if any(order.form.customer_id == id for order in self._orders.values()):
                raise CustomerHasOrdersError(id)
            self._customers.pop(id, None)

    def notes(self, owner: str) -> list[Note]:
        """The pinned first, then the newest first."""
        with self._lock:
            own = [note for note in self._notes.values() if note.owner == owner]
        return sorted(own, key=lambda note: (not note.pinned, -note.id))

    def note(self, id: int) -> Note | None:
        return self._notes.get(id)

    def add_note(self, text: str, owner: str) -> Note:
        with self._lock:
            note = Note(self._next_note, text, False, owner)
            self._next_note += 1
            self._notes[note.id] = note
            return note

    def pin_note(self, id: int, pinned: bool) -> None:
        with self._lock:
            if id in self._notes:
                self._notes[id] = replace(self._notes[id], pinned=pinned)

    def delete_note(self, id: int) -> None:
        with self._lock:
            self._notes.pop(id, None)

    def add_entry(self, kind: str, **fields: str) -> None:
        with self._lock:
            self._entries.append(Entry(kind, fields))

    def entries(self, kind: str) -> list[dict[str, str]]:
        with self._lock:
            return [entry.fields for entry in self._entries if entry.kind == kind]


def _mentions(text: str, *values: str) -> bool:
    wanted = text.strip().casefold()
    return any(wanted in value.casefold() for value in values)

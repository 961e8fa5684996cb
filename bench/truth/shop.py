"""A shop: a catalogue, a cart that counts, and a checkout; pages from the server, the cart by requests of its own."""

import time
from pathlib import Path

from flask import Flask, jsonify, redirect, request

HERE = Path(__file__).parent
PRODUCTS = {"Green tea": 450, "Black tea": 390, "Rooibos": 600, "Teapot": 2450, "Honey": 715, "Ginger cookies": 320}

BASE = (HERE / "shop.html").read_text()
ADD = (HERE / "shop-add.js").read_text()
CART = (HERE / "shop-cart.js").read_text()
BUY = (HERE / "shop-buy.js").read_text()


def money(cents):
    return f"€{cents / 100:.2f}"


class Store:
    def __init__(self):
        self.cart = {}
        self.orders = []

    def snapshot(self):
        return {"cart": dict(self.cart), "orders": [dict(order) for order in self.orders]}


def create(faults):
    app, store = Flask(__name__), Store()

    def page(title, body, script=""):
        text = BASE.replace("TITLE", title).replace("COUNT", str(sum(store.cart.values()))).replace("BODY", body)
        lies = "true" if {"500-thanks", "200-error"} & set(faults) else "false"
        script = script.replace("LIES", lies).replace("TWICE", "true" if "twice" in faults else "false")
        return text.replace("SCRIPT", script.replace("SILENT", "true" if "silent" in faults else "false"))

    @app.before_request
    def wait():
        if "slow" in faults and request.method == "POST":
            time.sleep(1.2)

    @app.get("/")
    def catalogue():
        cards = "".join(
            f'<div class="card"><h3>{name}</h3><p>{money(price)}</p>'
            f'<button data-add="{name}">Add to cart</button></div>'
            for name, price in PRODUCTS.items()
        )
        return page("Shop", cards, ADD)

    @app.get("/cart")
    def cart():
        rows = "".join(
            f'<tr><td>{name}</td><td><input type="number" aria-label="Quantity of {name}" data-quantity="{name}" '
            f'value="{count}"></td><td>{money(PRODUCTS[name] * count)}</td>'
            f'<td><button data-remove="{name}">Remove</button></td></tr>'
            for name, count in store.cart.items()
        )
        total = sum(PRODUCTS[name] * count for name, count in store.cart.items()) + (1 if "total" in faults else 0)
        table = f"<table><tr><th>Product</th><th>Quantity</th><th>Price</th><th></th></tr>{rows}</table>"
        return page("Cart", f'{table}<p>Total: {money(total)}</p><a href="/checkout">Go to checkout</a>', CART)

    @app.get("/checkout")
    def checkout():
        shown = "<p>Error: a card was declined? Call us.</p>" if "help" in faults else ""
        form = (
            '<form id="buy" novalidate><p><label>Full name <input name="name"></label></p><p><label>E-mail '
            '<input name="email" type="email"></label></p><p><label>Address <input name="address"></label></p>'
            '<p id="wrong" role="alert"></p><button>Place order</button></form>'
        )
        return page("Checkout", shown + form, BUY)

    @app.get("/thanks/<int:number>")
    def thanks(number):
        return page("Thank you", f"<p>Thank you! Order number {number} has been placed.</p>")

    @app.get("/orders")
    def orders():
        rows = "".join(
            f"<tr><td>{o['number']}</td><td>{o['name']}</td><td>{money(o['total'])}</td></tr>" for o in store.orders
        )
        return page("My orders", f"<table><tr><th>Number</th><th>Name</th><th>Total</th></tr>{rows}</table>")

    @app.get("/login")
    def login():
        form = '<p>Your session is over.</p><label>Password <input type="password"></label><button>Sign in</button>'
        return page("Sign in", form)

    @app.post("/api/cart")
    def add():
        name = request.get_json()["product"]
        if "500" in faults:
            return jsonify(error="The server failed."), 500
        if "200-error" in faults:
            return jsonify(error=f"{name} is sold out.")
        if "wrong-product" in faults:
            names = list(PRODUCTS)
            name = names[(names.index(name) + 1) % len(names)]
        if "lost" not in faults:
            store.cart[name] = store.cart.get(name, 0) + 1
        return jsonify(count=sum(store.cart.values()) + (1 if "lost" in faults else 0))

    @app.post("/api/quantity")
    def quantity():
        sent = request.get_json()
        if "lost" in faults:
            return jsonify(ok=True)
        count = sent["quantity"] + (1 if "off-by-one" in faults and sent["quantity"] else 0)
        store.cart[sent["product"]] = count
        if not count:
            del store.cart[sent["product"]]
        return jsonify(ok=True)

    @app.post("/api/checkout")
    def place():
        sent = request.get_json()
        if {"500-thanks", "500"} & set(faults):
            return jsonify(error="The server failed."), 500
        if "session" in faults:
            return jsonify(login=True)
        if not all(sent.values()) or "@" not in sent["email"] or "silent" in faults:
            return jsonify(error="Fill in your name, a valid e-mail address and your address."), 422
        total = sum(PRODUCTS[name] * count for name, count in store.cart.items())
        number = 501 + len(store.orders)
        if "lost" not in faults:
            store.orders.append({**sent, "number": number, "total": total, "items": dict(store.cart)})
            if "twice" not in faults:
                store.cart.clear()
        return jsonify(number=number)

    @app.errorhandler(404)
    def nothing(_error):
        return redirect("/")

    return app, store

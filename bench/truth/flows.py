"""The flows: a goal, the application it is for, the fault that is switched on, and what its store must say afterwards.

Whether the application really did it is read from its own store by `truth`; nobody writes it down for a fault.
"""

from dataclasses import dataclass
from typing import Any

SIGN_IN = "Sign in as demo@ghostly.test with password demo1234"


@dataclass(frozen=True)
class Flow:
    app: str
    goal: str
    truth: Any
    fault: str = ""
    name: str = ""
    # Faults of what is shown: the store is right, and the page is not.
    spoiled_by: tuple[str, ...] = ()

    @property
    def title(self):
        return f"{self.app}/{self.name}/{self.fault or 'healthy'}"


def added(before, after):
    return [each for each in after if each not in before]


def gone(before, after):
    return [each for each in before if each not in after]


def new_one(key=None, **wanted):
    """Just one entry is new, it says this, and nothing else has changed."""

    def truth(before, after):
        before, after = (before[key], after[key]) if key else (before, after)
        new = added(before, after)
        return (
            len(new) == 1 and not gone(before, after) and all(new[0][name] == value for name, value in wanted.items())
        )

    return truth


def changed(who, key=None, **wanted):
    """Just the named entry has changed, in just that."""

    def truth(before, after):
        before, after = (before[key], after[key]) if key else (before, after)
        old, new = gone(before, after), added(before, after)
        same = all(old[0].get(name) == value for name, value in who.items()) if len(old) == 1 else False
        return same and [{**each, "total": 0} for each in new] == [{**old[0], **wanted, "total": 0}]

    return truth


def removed(key=None, **who):
    """Just the named entry is gone."""

    def truth(before, after):
        before, after = (before[key], after[key]) if key else (before, after)
        old = gone(before, after)
        return len(old) == 1 and not added(before, after) and all(old[0][name] == value for name, value in who.items())

    return truth


def untouched(before, after):
    return before == after


def never(before, after):
    """What the goal asks for cannot be had, whatever the store says."""
    return False


def cart(**wanted):
    def truth(before, after):
        return after["cart"] == {name.replace("_", " "): count for name, count in wanted.items()}

    return truth


def ordered(name, **items):
    def truth(before, after):
        new = after["orders"]
        return len(new) == 1 and new[0]["name"] == name and set(new[0]["items"].values()) == set(items.values())

    return truth


def flows():
    found = []

    def of(app, name, goal, truth, *faults, spoiled_by=()):
        found.extend(Flow(app, goal, truth, fault, name, spoiled_by) for fault in ("", *faults))

    saves = ("500-toast", "200-error", "lost")
    of(
        "people",
        "invite",
        "Invite Nadia Rahm with the e-mail nadia@corp.test as Editor and check that she is in the table",
        new_one(name="Nadia Rahm", email="nadia@corp.test", role="Editor"),
        *saves,
        "other-workspace",
        "leftover",
        "half",
        "silent",
        "twice",
        "slow",
        "ephemeral",
        "help",
    )
    of(
        "people",
        "role",
        "Change the role of Omar Nadir to Admin and save it",
        changed({"name": "Omar Nadir"}, role="Admin"),
        *saves,
        "half",
        "wrong-row",
        "stale",
        "slow",
    )
    of(
        "people",
        "delete",
        "Delete Lena Vogt and make sure she is not listed any more",
        removed(name="Lena Vogt"),
        *saves,
        "wrong-row",
        "stale",
        "ephemeral",
    )
    of("people", "far", "Rename Emil Kraus to Emil Krause", changed({"name": "Emil Kraus"}, name="Emil Krause"), "lost")
    of("people", "missing", "Delete Zoe Quill", never)
    of("people", "ambiguous", "Change the role of Kim Lee to Admin", never)
    of("people", "refused", "Invite a person without a name and check that an error is shown", untouched, "help")
    of("people", "contradiction", "Delete Jon Ames and check that Jon Ames is in the table", never)

    of(
        "shop",
        "cart",
        "Add a Teapot to the cart, open the cart and check that Teapot is in it",
        cart(Teapot=1),
        "500",
        "200-error",
        "lost",
        "wrong-product",
    )
    of(
        "shop",
        "total",
        "Add Rooibos to the cart, go to the cart and check that the total is €6.00",
        lambda before, after: after["cart"] == {"Rooibos": 1},
        "lost",
        "wrong-product",
    )
    of(
        "shop",
        "off-by-one",
        "Add Honey to the cart, go to the cart and check that the total is €7.15",
        cart(Honey=1),
        "total",
        spoiled_by=("total",),
    )
    of(
        "shop",
        "quantity",
        "Add Green tea to the cart, open the cart, set the quantity of Green tea to 3 and check that the total "
        "is €13.50",
        cart(Green_tea=3),
        "lost",
        "off-by-one",
    )
    buy = (
        "Add Black tea to the cart, go to the cart, go to checkout, fill in the full name Rosa Vidal, the e-mail "
        "rosa@mail.test and the address Calle Mayor 7, then place the order and check that a thank-you appears"
    )
    of(
        "shop",
        "checkout",
        buy,
        ordered("Rosa Vidal", tea=1),
        "500",
        "500-thanks",
        "200-error",
        "lost",
        "session",
        "silent",
        "twice",
        "slow",
        "help",
    )
    of("shop", "impossible", "Add a Coffee grinder to the cart", never)

    of(
        "board",
        "add",
        "Add a task called Buy paint in the column Doing and check that it is on the board",
        new_one(title="Buy paint", column="Doing"),
        "rollback",
        "errors-kept",
        "lost",
        "half",
        "js-error",
        "slow",
        "ephemeral",
    )
    of(
        "board",
        "rename",
        "Rename the task Fix the login to Fix the sign-in and check that Fix the sign-in is shown",
        changed({"title": "Fix the login"}, title="Fix the sign-in"),
        "rollback",
        "errors-kept",
        "lost",
        "wrong-row",
        "slow",
    )
    of(
        "board",
        "delete",
        "Delete the task Order chairs and check that it is gone",
        removed(title="Order chairs"),
        "rollback",
        "errors-kept",
        "lost",
        "slow",
    )
    of("board", "missing", "Delete the task Water the plants", never)

    of(
        "demo",
        "create",
        f"{SIGN_IN}, create an order for Textil Sur with 7 of Linen roll and confirm that it appears in the table",
        new_one("orders", customer="Textil Sur", product="Linen roll", quantity=7),
        "save-500",
        "save-500-toast-ok",
        "save-lost",
        "save-200-error",
        "silent-validation",
        "wrong-user",
        "duplicate",
        "half-saved",
        "session-expired",
        "js-error",
        "ephemeral-toast",
        "stale-until-reload",
        "error-text-static",
        "slow",
        "renamed-ids",
        "blocking-modal",
    )
    of(
        "demo",
        "edit",
        f"{SIGN_IN} and change the quantity of order ORD-1003 to 26",
        changed({"number": "ORD-1003"}, "orders", quantity=26),
        "wrong-row",
        "save-lost",
        "save-500",
        "half-saved",
        "error-text-static",
    )
    of("demo", "down", f"{SIGN_IN} and delete the order ORD-1003", removed("orders", number="ORD-1003"), "app-down")
    return found + more_flows()


def more_flows():
    """Written after the others passed, to see what had been fitted to them."""
    found = []

    def of(app, name, goal, truth, *faults, spoiled_by=()):
        found.extend(Flow(app, goal, truth, fault, name, spoiled_by) for fault in ("", *faults))

    of(
        "people",
        "invite-es",
        "Invita a Carla Ruiz, correo carla@corp.test, con el rol Admin y comprueba que aparece en la tabla",
        new_one(name="Carla Ruiz", email="carla@corp.test", role="Admin"),
        "lost",
        "half",
        "twice",
        "200-error",
    )
    of(
        "people",
        "mail",
        "Edit Mira Cole and set the email to mira@new.test",
        changed({"name": "Mira Cole"}, email="mira@new.test"),
        "lost",
        "wrong-row",
        "500-toast",
    )
    of(
        "people",
        "remove",
        "Remove Tomas Reyes from the list",
        removed(name="Tomas Reyes"),
        "lost",
        "wrong-row",
        "200-error",
    )
    of("people", "search", "Search for Ines and check that Ines Moya is shown", untouched, "help")
    of("people", "search-none", "Search for Zelda and check that Zelda Fitz is shown", never)
    of(
        "shop",
        "two",
        "Add Honey and Ginger cookies to the cart. The cart must list both",
        cart(Honey=1, Ginger_cookies=1),
        "lost",
        "wrong-product",
        "500",
        "200-error",
    )
    of(
        "shop",
        "remove",
        "Add Teapot to the cart, go to the cart, remove Teapot and check that Teapot is gone",
        cart(),
    )
    of(
        "shop",
        "refused",
        "Add Honey to the cart and go to checkout. Leave the form empty, place the order and verify that an error "
        "appears",
        lambda before, after: not after["orders"] and bool(after["cart"]),
        "silent",
        "help",
        spoiled_by=("silent",),
    )
    of(
        "board",
        "done",
        "Mark the task Fix the login as done",
        changed({"title": "Fix the login"}, done=True),
        "rollback",
        "errors-kept",
        "lost",
        "wrong-row",
    )
    of(
        "board",
        "add-es",
        'Crea la tarea "Pintar la valla" en la columna Shipped y confirma que se ve',
        new_one(title="Pintar la valla", column="Shipped"),
        "rollback",
        "lost",
        "half",
        "errors-kept",
    )
    of(
        "board",
        "plumber",
        "Change the title of Call the printer to Call the plumber",
        changed({"title": "Call the printer"}, title="Call the plumber"),
        "rollback",
        "lost",
        "wrong-row",
    )
    of(
        "demo",
        "delete",
        f"{SIGN_IN}. Remove order ORD-1012 and verify it is no longer there",
        removed("orders", number="ORD-1012"),
        "wrong-row",
        "save-lost",
        "save-500",
        "stale-until-reload",
    )
    of(
        "demo",
        "note",
        f'{SIGN_IN}, then write a note saying "Call the mill" and check that it is listed',
        new_one("notes", text="Call the mill", owner="demo@ghostly.test"),
        "save-500",
        "save-lost",
        "save-200-error",
        "wrong-user",
        "duplicate",
    )
    of(
        "demo",
        "status",
        f"{SIGN_IN}. Set the status of ORD-1010 to Cancelled and check the row",
        changed({"number": "ORD-1010"}, "orders", status="cancelled"),
        "save-lost",
        "wrong-row",
        "silent-validation",
        "session-expired",
    )
    of(
        "demo",
        "customer",
        f"{SIGN_IN} and add the customer Lanas Vega in Burgos with info@vega.test",
        new_one("customers", name="Lanas Vega", city="Burgos"),
        "save-500",
        "save-lost",
        "save-500-toast-ok",
    )
    return found

"""Every fault makes a difference: in the store's truth, or else in what the page does with it."""

import re
import time
from functools import cached_property

import pytest

from ghostly.demo import Fault, UnknownFaultError, create_demo

ORDER = {"customer": "1", "product": "linen", "quantity": "3", "date": "2025-04-01", "notes": "Soon"}
CHANGE = ORDER | {"quantity": "5"}
CUSTOMER = {"name": "Zeta Moda", "city": "Vigo", "email": "z@zeta.test"}
SLOW_MS = 100
# What scripts say is theirs, and a heading keeps its words.
BUTTON_TAGS = re.compile(r"<script.*?</script>|<h2.*?</h2>", re.DOTALL)


def entered(*faults):
    """A visitor who is signed in."""
    client = create_demo(faults, slow_ms=SLOW_MS).test_client()
    client.post("/login", data={"email": "demo@ghostly.test", "password": "demo1234"})
    return client


class Visit:
    """Somebody signs in, saves an order, changes one and deletes one."""

    def __init__(self, *faults):
        self.client = entered(*faults)
        started = time.monotonic()
        self.saved = self.client.post("/api/orders", json=ORDER)
        self.seconds = time.monotonic() - started
        self.client.put("/api/orders/ORD-1010", json=CHANGE)
        self.client.delete("/api/orders/ORD-1005")
        self.orders = self.client.get("/__demo__/state").json["orders"]

    @cached_property
    def page(self):
        return self.client.get("/orders").text

    def order(self, number):
        return next((order for order in self.orders if order["number"] == number), None)


@pytest.fixture(scope="module")
def healthy():
    return Visit()


NOTHING_KEPT = {
    Fault.SAVE_500: 500,
    Fault.SAVE_500_TOAST_OK: 500,
    Fault.SAVE_LOST: 201,
    Fault.SAVE_200_ERROR: 200,
    Fault.VALIDATION: 422,
    Fault.SILENT_VALIDATION: 422,
    Fault.SESSION_EXPIRED: 401,
}
OTHERWISE_KEPT = {
    Fault.DUPLICATE: lambda visit: visit.order("ORD-1016")["quantity"] == 3,
    Fault.WRONG_USER: lambda visit: visit.order("ORD-1015")["created_by"] == "other@ghostly.test",
    Fault.OFF_BY_ONE_TOTAL: lambda visit: visit.order("ORD-1015")["total"] == 4 * 48.5,
    Fault.HALF_SAVED: lambda visit: (visit.order("ORD-1015")["quantity"], visit.order("ORD-1015")["notes"]) == (1, ""),
    Fault.WRONG_ROW: lambda visit: visit.order("ORD-1009")["quantity"] == 5 and visit.order("ORD-1004") is None,
}
SEEN_ON_THE_PAGE = {
    Fault.BLOCKING_MODAL: 'role="alertdialog"',
    Fault.ERROR_TEXT_STATIC: "Tip: if a payment failed",
    Fault.EPHEMERAL_TOAST: '"toastMs": 150',
    Fault.STALE_UNTIL_RELOAD: '"refreshes": false',
    Fault.JS_ERROR: '"hasTotals": false',
}


def test_the_tables_name_every_fault():
    named = [*NOTHING_KEPT, *OTHERWISE_KEPT, *SEEN_ON_THE_PAGE, Fault.SLOW, Fault.RENAMED_IDS]

    assert sorted(named) == sorted(Fault)


@pytest.mark.parametrize(("fault", "status"), NOTHING_KEPT.items())
def test_nothing_is_kept_with(healthy, fault, status):
    visit = Visit(fault)

    assert healthy.order("ORD-1015")["quantity"] == 3
    assert healthy.order("ORD-1010")["quantity"] == 5
    assert visit.saved.status_code == status
    assert visit.order("ORD-1015") is None
    assert visit.order("ORD-1010")["quantity"] == 10


@pytest.mark.parametrize(("fault", "is_wrong"), OTHERWISE_KEPT.items())
def test_something_else_is_kept_with(healthy, fault, is_wrong):
    visit = Visit(fault)

    assert is_wrong(visit)
    assert visit.orders != healthy.orders
    assert healthy.order("ORD-1016") is None
    assert healthy.order("ORD-1015")["total"] == 3 * 48.5
    assert healthy.order("ORD-1009")["quantity"] == 10


@pytest.mark.parametrize(("fault", "sign"), SEEN_ON_THE_PAGE.items())
def test_the_truth_is_right_and_the_page_is_not_with(healthy, fault, sign):
    visit = Visit(fault)

    assert sign in visit.page
    assert sign not in healthy.page
    assert visit.orders == healthy.orders


def test_a_slow_save_takes_its_time_and_is_right():
    visit = Visit(Fault.SLOW)

    assert visit.seconds >= SLOW_MS / 1000
    assert visit.order("ORD-1015")["quantity"] == 3


@pytest.fixture(scope="module")
def renamed():
    return Visit(Fault.RENAMED_IDS)


@pytest.mark.parametrize("name", ["new-order", "save-order", "customer", "orders-table", "order-ORD-1014"])
def test_renamed_ids_keep_none_of_the_known_ones(healthy, renamed, name):
    page = renamed.page

    assert f'id="{name}"' in healthy.page
    for attribute in ("id", "for", "name", "data-testid"):
        assert f' {attribute}="{name}"' not in page


@pytest.mark.parametrize(("fault", "count"), [(Fault.SAVE_500, 3), (Fault.SAVE_LOST, 3), (Fault.DUPLICATE, 5)])
def test_what_is_saved_by_a_plain_form_goes_wrong_as_well(fault, count):
    client = Visit(fault).client

    client.post("/notes", data={"text": "Water the plants"})

    assert len(client.get("/__demo__/state").json["notes"]) == count


@pytest.mark.parametrize(("path", "values"), [("/notes", {"text": "x"}), ("/customers/new", CUSTOMER)])
def test_a_plain_form_that_ends_the_session_leads_to_the_sign_in(path, values):
    client = entered(Fault.SESSION_EXPIRED)
    before = client.get("/__demo__/state").json

    assert client.post(path, data=values).location == "/login?expired=1"
    assert client.get("/__demo__/state").json == before


def test_a_lost_order_is_shown_until_the_page_is_loaded_anew():
    client = entered(Fault.SAVE_LOST)
    client.post("/api/orders", json=ORDER)
    client.put("/api/orders/ORD-1014", json=CHANGE)

    shown = client.get("/orders/table").text
    assert "ORD-1015" in shown
    assert shown.count('id="order-ORD-1014"') == 1
    assert "ORD-1015" not in client.get("/orders/table?q=textil+norte").text
    assert len(client.get("/api/orders").json["orders"]) == 14
    assert "ORD-1015" not in client.get("/orders").text
    assert "ORD-1015" not in client.get("/orders/table").text


def test_a_note_saved_under_another_user_is_in_the_other_list():
    client = entered(Fault.WRONG_USER)
    client.post("/notes", data={"text": "Water the plants"})

    assert "Water the plants" not in client.get("/notes").text
    client.post("/logout")
    client.post("/login", data={"email": "other@ghostly.test", "password": "other1234"})
    assert "Water the plants" in client.get("/notes").text


def test_the_page_names_who_an_order_was_saved_under(healthy):
    assert healthy.client.get("/orders/table").text.count("Oscar Thiele") == 0
    assert Visit(Fault.WRONG_USER).client.get("/orders/table").text.count("Oscar Thiele") == 1


def test_slow_pages_take_their_time_too():
    client = entered(Fault.SLOW)
    started = time.monotonic()
    client.get("/customers")

    assert time.monotonic() - started >= SLOW_MS / 1000


@pytest.mark.parametrize(
    ("lang", "usual", "other"),
    [
        ("en", ("New order", "Save order", "Delete order"), ("Create purchase", "Store changes", "Remove order")),
        ("es", ("Nuevo pedido", "Guardar pedido", "Borrar pedido"), ("Crear encargo", "Registrar cambios", "Eliminar")),
    ],
)
def test_renamed_buttons_say_the_same_in_other_words(renamed, lang, usual, other):
    page = renamed.client.get(f"/orders?lang={lang}").text

    assert not [words for words in usual if words in BUTTON_TAGS.sub(" ", page)]
    assert all(words in page for words in other)


def test_an_expired_session_asks_to_sign_in_again():
    client = Visit(Fault.SESSION_EXPIRED).client

    assert client.get("/orders").location.startswith("/login")
    assert "Your session has expired" in client.get("/login?expired=1").text


def test_a_fault_that_does_not_exist_is_refused():
    with pytest.raises(UnknownFaultError, match="no such fault: save-twice"):
        create_demo(["save-twice"])

"""What the demo application does when nothing is wrong with it."""

import io
import json
import string
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import escape

import ghostly.demo
from ghostly.demo import Fault, Store, create_demo, fault_table

HOME = Path(ghostly.demo.__file__).parent
WORDS = json.loads((HOME / "words.json").read_text(encoding="utf-8"))
GOOD_ORDER = {"customer": "1", "product": "linen", "quantity": "3", "date": "2025-04-01", "notes": "Soon"}


@pytest.fixture
def client():
    return create_demo().test_client()


@pytest.fixture
def inside(client):
    return signed_in(client)


@pytest.fixture(scope="module")
def reader():
    """Somebody who only looks around."""
    return signed_in(create_demo().test_client())


def signed_in(client):
    client.post("/login", data={"email": "demo@ghostly.test", "password": "demo1234"})
    return client


def state(client):
    return client.get("/__demo__/state").json


def test_a_page_asks_to_sign_in_first_and_comes_back_after_it(client):
    asked = client.get("/orders?q=sur")
    entered = client.post(asked.location, data={"email": "demo@ghostly.test", "password": "demo1234"})

    assert asked.location.startswith("/login?next=")
    assert entered.location == "/orders?q=sur"


@pytest.mark.parametrize("target", ["//evil.test", "https://evil.test", "/\\evil.test"])
def test_signing_in_leads_to_no_other_site(client, target):
    answer = client.post(
        "/login", query_string={"next": target}, data={"email": "demo@ghostly.test", "password": "demo1234"}
    )

    assert answer.location == "/orders"


def test_a_wrong_password_is_refused_and_the_page_says_so(client):
    answer = client.post("/login", data={"email": "demo@ghostly.test", "password": "nope"})

    assert answer.status_code == 401
    assert "Email or password is wrong." in answer.text
    assert client.get("/api/orders").status_code == 401


def test_signing_out_ends_the_session(inside):
    inside.post("/logout")

    assert inside.get("/orders").location.startswith("/login")


@pytest.mark.parametrize(
    "page",
    [
        "orders",
        "board",
        "uploads",
        "widgets",
        "customers",
        "customers/new",
        "customers/1",
        "notes",
        "companies",
        "companies/new/company",
    ],
)
@pytest.mark.parametrize(("lang", "word"), [("en", "Sign out"), ("es", "Salir")])
def test_every_page_speaks_both_languages(reader, page, lang, word):
    answer = reader.get(f"/{page}?lang={lang}")

    assert answer.status_code == 200
    assert f'<html lang="{lang}">' in answer.text
    assert word in answer.text


def test_the_language_stays_until_it_is_changed(inside):
    inside.get("/notes?lang=es")

    assert "Tus notas" in inside.get("/notes").text


@pytest.mark.parametrize("section", WORDS)
def test_every_sentence_has_both_languages_with_the_same_gaps(section):
    for entry in WORDS[section].values():
        assert set(entry) == {"en", "es"}
        assert gaps(entry["en"]) == gaps(entry["es"])


def gaps(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_a_saved_order_is_in_the_store_and_leads_the_table(inside):
    saved = inside.post("/api/orders", json=GOOD_ORDER)

    assert saved.status_code == 201
    assert state(inside)["orders"][-1] == saved.json
    assert saved.json["customer"] == "Textil Sur"
    assert saved.json["total"] == 145.5
    assert saved.json["created_by"] == "demo@ghostly.test"
    assert inside.get("/orders/table").text.index(saved.json["number"]) < inside.get("/orders/table").text.index("1014")


def test_an_order_can_be_changed_and_deleted(inside):
    inside.put("/api/orders/ORD-1014", json=GOOD_ORDER | {"status": "paid"})
    inside.delete("/api/orders/ORD-1013")

    orders = {order["number"]: order for order in state(inside)["orders"]}
    assert (orders["ORD-1014"]["quantity"], orders["ORD-1014"]["status"]) == (3, "paid")
    assert "ORD-1013" not in orders


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[("customer", ""), ("customer", "99"), ("product", "gold"), ("quantity", "0"), ("quantity", "1.5")],
        *[("quantity", "1000"), ("date", "tomorrow"), ("notes", "x" * 501), ("status", "eaten")],
    ],
)
def test_an_order_that_makes_no_sense_is_refused_at_its_field(inside, field, value):
    before = state(inside)

    answer = inside.post("/api/orders", json=GOOD_ORDER | {field: value})

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert state(inside) == before


def test_filters_and_pages_divide_the_orders_and_the_sum_is_of_all_that_match(inside):
    sur = inside.get("/orders/table?q=textil+sur").text
    second = inside.get("/orders/table?page=2").text

    assert "Total of 3 orders" in sur
    assert "€1,987.50" in sur
    assert "Textil Norte" not in sur
    assert "Page 2 of 2" in second
    assert {order["status"] for order in inside.get("/api/orders?status=paid").json["orders"]} == {"paid"}


def test_customers_are_added_changed_found_and_deleted(inside):
    inside.post("/customers/new", data={"name": "Zeta Moda", "city": "Vigo", "email": "z@zeta.test"})
    inside.post("/customers/8", data={"name": "Zeta Moda", "city": "Lugo", "email": "z@zeta.test"})
    assert "Zeta Moda" in inside.get("/customers?q=lugo").text
    inside.post("/customers/8/delete")

    assert all(customer["name"] != "Zeta Moda" for customer in state(inside)["customers"])


def test_a_customer_with_orders_stays(inside):
    answer = inside.post("/customers/1/delete", follow_redirects=True)

    assert "Textil Sur still has orders" in answer.text
    assert state(inside)["customers"][0]["name"] == "Textil Sur"


def test_a_renamed_customer_has_the_new_name_in_its_orders(inside):
    inside.post("/customers/1", data={"name": "Textil Sureste", "city": "Murcia", "email": "a@b.test"})

    assert {order["customer"] for order in state(inside)["orders"] if order["customer_id"] == 1} == {"Textil Sureste"}


def test_notes_are_written_pinned_and_deleted(inside):
    inside.post("/notes", data={"text": "Water the plants"})
    inside.post("/notes/4/pin", data={"pinned": "on"})
    inside.post("/notes/1/delete")

    notes = {note["id"]: note for note in state(inside)["notes"]}
    assert notes[4] == {"id": 4, "text": "Water the plants", "pinned": True, "owner": "demo@ghostly.test"}
    assert 1 not in notes


def test_nobody_touches_the_notes_of_somebody_else(inside):
    other = inside.application.test_client()
    other.post("/login", data={"email": "other@ghostly.test", "password": "other1234"})
    before = state(inside)["notes"]

    assert other.post("/notes/1/delete").status_code == 404
    assert other.post("/notes/1/pin", data={"pinned": "on"}).status_code == 404
    assert state(inside)["notes"] == before


def test_moving_an_order_on_the_board_changes_its_status_only(inside):
    before = {order["number"]: order for order in state(inside)["orders"]}

    moved = inside.put("/api/orders/ORD-1009/status", json={"status": "shipped"})
    refused = inside.put("/api/orders/ORD-1008/status", json={"status": "eaten"})
    missing = inside.put("/api/orders/ORD-9999/status", json={"status": "paid"})

    assert (moved.status_code, refused.status_code, missing.status_code) == (200, 422, 404)
    after = {order["number"]: order for order in state(inside)["orders"]}
    assert after == before | {"ORD-1009": before["ORD-1009"] | {"status": "shipped"}}


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}{number}"]
)
def test_text_of_visitors_is_shown_as_text(inside, hostile):
    inside.post("/notes", data={"text": hostile})
    inside.post("/customers/1", data={"name": hostile, "city": hostile, "email": "a@b.test"})
    inside.post("/uploads", data={"files": (io.BytesIO(b"1"), hostile.replace("/", ""))})
    shown = str(escape(hostile))

    for page in ("notes", "customers", "orders", "orders/table", "orders/ORD-1009/print", "board"):
        text = inside.get(f"/{page}").text
        assert shown in text
        assert shown == hostile or hostile not in text
    assert "<img src=x" not in inside.get("/uploads").text


@pytest.mark.parametrize("path", ["/customers/new", "/companies/new/company"])
def test_text_too_long_for_the_session_is_refused(inside, path):
    fields = {"name": "x" * 5000, "city": "y", "email": "a@b.test", "company": "x" * 5000, "tax_id": "1"}

    assert inside.post(path, data=fields).status_code == 422
    assert inside.get("/orders").status_code == 200


def test_the_sign_in_tells_who_may_enter_and_they_may(client):
    page = client.get("/login").text

    for user in Store().users:
        assert user.email in page
        assert user.password in page
        assert client.post("/login", data={"email": user.email, "password": user.password}).location == "/orders"
        client.post("/logout")


def test_the_wizard_registers_a_company_only_when_it_is_finished(inside):
    inside.post("/companies/new/company", data={"company": "Acme", "tax_id": "B123"})
    early = inside.post("/companies/new/finish")
    inside.post("/companies/new/contact", data={"contact": "Ann", "contact_email": "ann@acme.test"})
    assert "ann@acme.test" in inside.get("/companies/new/review").text
    assert state(inside)["companies"] == []
    inside.post("/companies/new/finish")

    assert early.location == "/companies/new/company"
    assert [company["company"] for company in state(inside)["companies"]] == ["Acme"]


def test_an_upload_is_counted_and_named(inside):
    inside.post("/uploads", data={"files": (io.BytesIO(b"12345"), "five.txt")})

    assert state(inside)["uploads"] == [{"name": "five.txt", "size": "5"}]


def test_reset_brings_back_the_data_of_the_start(inside):
    start = state(inside)
    inside.post("/api/orders", json=GOOD_ORDER)
    inside.post("/notes", data={"text": "x"})
    inside.put("/api/orders/ORD-1009/status", json={"status": "paid"})
    assert state(inside) != start

    inside.post("/__demo__/reset")

    assert state(inside) == start == json.loads(json.dumps(Store().state()))


def test_two_applications_share_nothing(inside):
    other = create_demo()

    inside.post("/notes", data={"text": "mine"})

    assert state(inside) != state(other.test_client())
    assert inside.application.secret_key != other.secret_key


def test_the_faults_page_shows_every_fault_and_turns_the_ticked_ones_on(client):
    page = client.get("/faults").text
    client.post("/faults", data={"slow": "on", "duplicate": "on"})

    assert all(name in page and sentence in page for name, sentence in fault_table("en").items())
    faults = client.post("/__demo__/faults", json={"slow": False}).json
    assert [name for name, on in faults.items() if on] == ["duplicate"]


@pytest.mark.parametrize("body", [{"no-such": True}, {"slow": "yes"}, ["slow"], {"duplicate": True, "no-such": True}])
def test_faults_that_make_no_sense_change_nothing(client, body):
    answer = client.post("/__demo__/faults", json=body)

    assert answer.status_code == 400
    assert not any(client.post("/__demo__/faults", json={}).json.values())


def test_the_command_tells_every_fault_with_its_sentence():
    told = subprocess.run([sys.executable, "-m", "ghostly.demo", "--help"], capture_output=True, text=True, check=True)

    said = " ".join(told.stdout.split())
    assert all(f"{fault.value} {fault_table('en')[fault.value]}" in said for fault in Fault)

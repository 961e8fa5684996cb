"""Redaction: the value goes, the sentence stays."""

import pytest

from ghostly.journal.redact import Redactor

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("typed hunter2-long into it", "typed [REDACTED] into it"),
        ("GET /login?next=hunter2-long%21&x=1", "GET /login?next=[REDACTED]%21&x=1"),
        ("pin 4711 is not 47110 nor a4711", "pin [REDACTED] is not 47110 nor a4711"),
        (f"Authorization: Bearer {JWT}", "Authorization: Bearer [REDACTED]"),
        (f"/stream?token={JWT}", "/stream?token=[REDACTED]"),
        ("https://ada:geheim@app.test/x", "https://[REDACTED]@app.test/x"),
        ('{"password": "abc", "user": "ada"}', '{"password": "[REDACTED]", "user": "ada"}'),
        (
            "?new_password=abc&reset_token=x1&clientSecret=y2",
            "?new_password=[REDACTED]&reset_token=[REDACTED]&clientSecret=[REDACTED]",
        ),
        ("shipping=abc&opinion=1&mapins=2", "shipping=abc&opinion=1&mapins=2"),
        ("password=abc&user=ada", "password=[REDACTED]&user=ada"),
        ("contraseña: abc", "contraseña: [REDACTED]"),
        ("The password field is empty", "The password field is empty"),
        ("No element matches #password:visible", "No element matches #password:visible"),
        ('No element matches [name="password"]', 'No element matches [name="password"]'),
        ("The token has expired.", "The token has expired."),
    ],
)
def test_secrets_are_masked_and_what_is_around_them_stays_readable(text, shown):
    assert Redactor(["hunter2-long", "4711"]).text(text) == shown


@pytest.mark.parametrize(
    "selector",
    ["#password", "input[name=newPassword]", "#api_key", "text=Contraseña", "#pin", "[name='cvv']", "Pin code"],
)
def test_a_fill_whose_selector_names_a_secret_keeps_its_value_to_itself(selector):
    step = {"action": "fill", "selector": selector, "value": "abc"}

    assert Redactor().data({"step": step}) == {"step": {**step, "value": "[REDACTED]"}}


@pytest.mark.parametrize(
    "selector", ["#shipping", "text=Opinion", "#secretary", "label=Pinned", "#tokenizer", "text=Pin note"]
)
def test_a_word_that_only_contains_one_is_no_secret(selector):
    step = {"action": "fill", "selector": selector, "value": "abc"}

    assert Redactor().data(step) == step


def test_a_value_learnt_on_the_way_is_masked_from_then_on_also_when_encoded_for_a_url():
    redactor = Redactor()
    before = redactor.text("p@ss word!")
    redactor.learn("p@ss word!")

    assert before == "p@ss word!"
    assert (
        redactor.data(["p@ss word!", "?q=p%40ss%20word%21", "?q=p%40ss+word%21"])
        == ["[REDACTED]"] + ["?q=[REDACTED]"] * 2
    )


def test_a_password_that_is_a_word_of_the_protocol_does_not_break_the_protocol():
    payload = {"status": "pass", "verdict": "success", "reason": "typed pass"}

    assert Redactor(["pass", "success"]).data(payload) == {
        "status": "pass",
        "verdict": "success",
        "reason": "typed [REDACTED]",
    }


def test_what_is_left_of_a_secret_before_the_dots_of_a_cut_is_masked():
    redactor = Redactor(["hunter2-long", "4711"])

    assert redactor.text('It says "hunter2-lo…" and 471…') == 'It says "[REDACTED]…" and 471…'
    assert redactor.text("hunters and hunting grounds") == "hunters and hunting grounds"


def test_an_empty_secret_masks_nothing():
    assert Redactor(["", " "]).text("a b") == "a b"


def test_characters_that_no_database_keeps_are_replaced():
    assert Redactor().text("a\x00b\ud800c") == "a\ufffdb?c"


@pytest.mark.parametrize(
    "spelled", ["Zx9!hunter-77Q%C3%A9", "Zx9%21hunter-77Q%c3%a9", "Zx9!hunter%2D77Qé", r"Zx9!hunter-77Q\u00e9"]
)
def test_a_secret_is_masked_however_an_address_or_a_json_text_spells_it(spelled):
    assert Redactor(["Zx9!hunter-77Qé"]).text(f"/shelf?k={spelled}&n=1") == "/shelf?k=[REDACTED]&n=1"

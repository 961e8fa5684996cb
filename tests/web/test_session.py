"""The dashboard's session: a cookie that no script can read, and pages of other sites that cannot use it."""

import pytest
from houses import EMAIL, PASSWORD

NEW = {"label": "Shop"}


@pytest.fixture
def page(app):
    """A browser in which the admin is signed in, and its csrf token."""
    client = app.test_client()
    answer = client.post("/v1/session", json={"email": EMAIL, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return client, answer.json["csrf"], answer.headers["Set-Cookie"]


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(page):
    _, csrf, cookie = page

    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert csrf not in cookie


def test_over_https_the_cookie_is_secure(client):
    answer = client.post("/v1/session", json={"email": EMAIL, "password": PASSWORD}, base_url="https://ghostly.test")

    assert "Secure" in answer.headers["Set-Cookie"]


def test_a_session_reads_with_the_cookie_alone_and_changes_with_its_token_only(page):
    client, csrf, _ = page

    assert client.get("/v1/projects").status_code == 200
    for headers in ({}, {"X-CSRF-Token": "guessed"}, {"X-CSRF-Token": "ñ"}):
        refused = client.post("/v1/projects", json=NEW, headers=headers)
        assert (refused.status_code, refused.json["code"]) == (403, "csrf")
    assert client.post("/v1/projects", json=NEW, headers={"X-CSRF-Token": csrf}).status_code == 201


def test_the_token_is_told_to_whom_the_cookie_belongs(page, client):
    mine, csrf, _ = page

    assert mine.get("/v1/session").json["csrf"] == csrf
    assert mine.get("/v1/session").json["user"]["email"] == EMAIL
    assert client.get("/v1/session").json == {"ok": True}


def test_a_cookie_that_is_made_up_is_nobody_s(client):
    client.set_cookie("ghostly_session", "a.b.c")

    assert client.get("/v1/session").json == {"ok": True}
    assert client.get("/v1/projects").status_code == 401


def test_signing_out_takes_the_cookie(page):
    client, csrf, _ = page

    assert client.delete("/v1/session").status_code == 403
    assert client.delete("/v1/session", headers={"X-CSRF-Token": csrf}).status_code == 200
    assert client.get("/v1/projects").status_code == 401


def test_wrong_credentials_open_no_session(client):
    answer = client.post("/v1/session", json={"email": EMAIL, "password": "wrong"})

    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers


def test_the_page_may_load_nothing_from_elsewhere_and_run_no_inline_script(client):
    answer = client.get("/", buffered=True)
    policy = answer.headers["Content-Security-Policy"]

    assert answer.content_type.startswith("text/html")
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("name", ["../app.py", "..%2fapp.py", "js/../../app.py", "nothing.js", ".", "js"])
def test_nothing_but_the_dashboard_s_files_is_served(client, name):
    answer = client.get(f"/static/{name}", buffered=True)

    assert answer.status_code == 404
    assert answer.json["ok"] is False

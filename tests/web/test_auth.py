"""Who gets in, and with what."""

import base64
import json
import re
import time

import jwt
import pytest
from houses import EMAIL, PASSWORD
from werkzeug.security import check_password_hash, generate_password_hash

from ghostly.settings import Settings
from ghostly.storage.models import ApiKeyRow, UserRow, db
from ghostly.web.auth import NOBODYS
from ghostly.wiring import create_app

from .conftest import close, signed_in

RUN = "11111111-1111-4111-8111-111111111111"


def test_the_first_start_creates_the_admin_that_the_settings_name(root):
    assert root.get("/v1/auth/me").json == {"ok": True, "user": {"id": root.id, "email": EMAIL, "role": "admin"}}


def test_without_a_password_in_the_settings_one_is_made_up_and_said_once(tmp_path, capsys):
    settings = Settings(home=tmp_path / "home")
    for _ in range(2):
        app = create_app(settings)
        close(app)

    [password] = re.findall(r"with the password (\S+)", capsys.readouterr().err)
    app = create_app(settings)
    signed_in(app, "admin@ghostly.local", password)
    close(app)
    assert (tmp_path / "home" / "jwt_secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("email", [EMAIL, EMAIL.upper(), f" {EMAIL} "])
def test_an_address_is_the_same_however_it_is_written(client, email):
    assert client.post("/v1/auth/login", json={"email": email, "password": PASSWORD}).status_code == 200


@pytest.mark.parametrize(("email", "password"), [(EMAIL, "wrong password"), ("nobody@ghostly.test", PASSWORD)])
def test_wrong_credentials_are_refused_alike(client, email, password):
    answer = client.post("/v1/auth/login", json={"email": email, "password": password})

    assert answer.status_code == 401
    assert answer.json == {"ok": False, "error": "invalid credentials", "code": "invalid_credentials"}


def test_passwords_and_keys_are_kept_as_hashes(app, root):
    key = root.post("/v1/api-keys", {"label": "ci"}).json["key"]

    with app.app_context():
        user = db.session.get(UserRow, root.id)
        [row] = db.session.query(ApiKeyRow).filter_by(user_id=root.id).all()
    assert user.password_hash.startswith("scrypt:")
    assert key not in (row.key_hash, row.start)
    assert len(row.key_hash) == 64
    assert key.startswith(row.start)


def test_login_attempts_are_limited(tmp_path):
    settings = Settings(home=tmp_path / "home", admin_password=PASSWORD, login_limit="2 per minute")
    app = create_app(settings)
    client = app.test_client()

    answers = [client.post("/v1/auth/login", json={"email": "x@y.z", "password": "p"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert answers[2].json["code"] == "too_many_requests"
    assert 0 < int(answers[2].headers["Retry-After"]) <= 60
    close(app)


def test_only_an_admin_creates_users_and_an_address_is_taken_once(admin, stranger, client):
    new = {"email": f"ada-{admin.id}@ghostly.test", "password": "analytical"}

    assert client.post("/v1/auth/register", json=new).status_code == 401
    assert stranger.post("/v1/auth/register", new).status_code == 403
    created = admin.post("/v1/auth/register", new)
    assert created.status_code == 201
    assert created.json["user"]["role"] == "member"
    assert admin.post("/v1/auth/register", {**new, "email": new["email"].upper()}).status_code == 409


def test_an_issued_key_works_on_every_route(admin, app):
    project, key = admin.project(), admin.post("/v1/api-keys", {"label": "ci"}).json["key"]
    client = app.test_client()

    def ask(method, path, **options):
        return client.open(path, method=method, headers={"X-Api-Key": key}, **options).status_code

    assert ask("GET", "/v1/auth/me") == 200
    assert ask("GET", "/v1/projects") == 200
    assert ask("GET", "/v1/ping") == 200
    assert ask("GET", "/v1/runs") == 200
    assert ask("GET", f"/v1/runs/{RUN}") == 404
    assert ask("GET", f"/v1/runs/{RUN}/events/stream") == 404
    assert ask("GET", f"/v1/runs/{RUN}/artifacts/a.png") == 404
    assert ask("POST", "/v1/api-keys", json={"label": "another"}) == 201
    assert ask("DELETE", f"/v1/projects/{project}") == 200
    client.get("/health", headers={"X-Api-Key": "gk_wrong"})
    assert client.get("/v1/projects", headers={"X-Api-Key": "gk_wrong"}).json["code"] == "invalid_api_key"


def test_a_deleted_key_opens_nothing(admin, app):
    made = admin.post("/v1/api-keys", {"label": "ci"}).json
    shown = admin.get("/v1/api-keys").json

    assert shown == [
        {"id": made["id"], "label": "ci", "createdAt": made["createdAt"], "key": made["key"][:8] + "•" * 8}
    ]
    assert admin.delete(f"/v1/api-keys/{made['id']}").status_code == 200
    assert app.test_client().get("/v1/runs", headers={"X-Api-Key": made["key"]}).status_code == 401


def unsigned(claims):
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(claims)}."


def tokens(app, admin):
    secret, good = app.config["JWT_SECRET_KEY"], jwt.decode(admin.token, options={"verify_signature": False})
    yield "alg none", unsigned(good)
    yield "expired", jwt.encode({**good, "exp": int(time.time()) - 10}, secret, "HS256")
    yield "another secret", jwt.encode(good, "x" * 40, "HS256")
    yield "another algorithm", jwt.encode(good, secret, "HS512")
    yield "no subject", jwt.encode({**good, "sub": None}, secret, "HS256")
    yield "odd subject", jwt.encode({**good, "sub": {"a": 1}}, secret, "HS256")
    yield "unknown user", jwt.encode({**good, "sub": RUN}, secret, "HS256")
    yield "refresh", jwt.encode({**good, "type": "refresh"}, secret, "HS256")
    yield "cut", admin.token[:-3]
    yield "no token", "abc"
    yield "odd bytes", "\u00e9.\u00e9.\u00e9"


def test_no_made_up_token_opens_anything(app, admin, client):
    for name, token in tokens(app, admin):
        header = {"Authorization": f"Bearer {token}".encode().decode("latin-1")}
        for path in ("/v1/runs", f"/v1/runs/{RUN}/events/stream"):
            answer = client.get(path, headers=header)
            assert (answer.status_code, answer.json["ok"]) == (401, False), name
        assert client.get(f"/v1/runs/{RUN}/events/stream", query_string={"token": token}).status_code == 401, name


def test_a_token_in_the_query_opens_streams_and_artifacts_only(admin, client):
    query = {"token": admin.token}

    assert client.get("/v1/runs", query_string=query).status_code == 401
    assert client.get("/v1/auth/me", query_string=query).status_code == 401
    assert client.get(f"/v1/runs/{RUN}/events/stream", query_string=query).status_code == 404
    assert client.get(f"/v1/runs/{RUN}/artifacts/a.png", query_string=query).status_code == 404


def test_looking_for_a_user_who_does_not_exist_costs_what_a_wrong_password_costs():
    scheme, *_ = generate_password_hash("a password").split("$")
    assert NOBODYS.startswith(f"{scheme}$")
    assert not check_password_hash(NOBODYS, "a password")
    assert not check_password_hash(NOBODYS, "")

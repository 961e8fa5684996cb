"""How the server describes itself, and how it is."""

import re

import pytest
from flask import Flask
from houses import PASSWORD
from openapi_spec_validator import validate
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry
from sqlalchemy.exc import TimeoutError as PoolTimeout
from stories import Ledger

from ghostly.settings import Settings
from ghostly.web import answers, openapi, system
from ghostly.wiring import create_app

from .conftest import close


def test_the_description_is_valid_and_names_every_route_and_no_other(app, client):
    document = client.get("/v1/openapi.json").json
    described = {(method.upper(), path) for path, operations in document["paths"].items() for method in operations}
    served = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        # The dashboard's files are no part of the API.
        if not rule.endpoint.startswith("pages.")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }

    validate(document)
    assert described == served


def test_real_answers_have_the_shape_that_is_described(app, admin, client, settings):
    ledger = Ledger(settings.sqlalchemy_url, admin.id)
    run_id = ledger.begin(events=2)
    admin.project()
    admin.post("/v1/api-keys", {"label": "ci"})
    ids = {"run_id": run_id}
    for route in openapi.ROUTES:
        path = route.path.format(**{**ids, "name": "x", "project_id": "x", "key_id": "x", "memory_id": "x"})
        if route.method == "get" and route.answer is not None:
            data = admin.get(path).json
            for item in data if isinstance(route.answer, list) else [data]:
                (route.answer[0] if isinstance(route.answer, list) else route.answer).model_validate(item)
        elif not route.open:
            answers.Error.model_validate(client.open(path, method=route.method).json)
    ledger.finish(run_id)
    answers.Run.model_validate(admin.get(f"/v1/runs/{run_id}").json)
    answers.Token.model_validate(admin.post(f"/v1/runs/{run_id}/stream-token").json)
    ledger.close()


def test_health_says_ok_and_readiness_what_works(tmp_path):
    app = create_app(Settings(home=tmp_path / "home", admin_password=PASSWORD))
    client = app.test_client()
    ready = client.get("/health/ready")

    assert client.get("/health").json == {"status": "ok"}
    assert (ready.status_code, ready.json["status"], ready.json["database"]) == (200, "ok", "ok")
    app.extensions["ghostly"].feed.drain()
    assert client.get("/health/ready").status_code == 503
    close(app)


def _out_of_connections():
    raise PoolTimeout


@pytest.mark.parametrize("broken", [lambda: False, _out_of_connections])
def test_readiness_names_what_fails(broken):
    app = Flask("bare")
    checks = {"database": broken, "bus": lambda: True, "browser": lambda: True}
    app.register_blueprint(system.blueprint(None, checks, lambda: False, CollectorRegistry(), lambda user: {}))

    answer = app.test_client().get("/health/ready")

    assert answer.status_code == 503
    assert answer.json == {"status": "failed", "database": "failed", "bus": "ok", "browser": "ok"}
    answers.Ready.model_validate(answer.json)


def test_metrics_are_text_for_prometheus(client):
    answer = client.get("/metrics")

    assert answer.headers["Content-Type"] == CONTENT_TYPE_LATEST
    for name in ("ghostly_streams_open", "ghostly_runs_active", "ghostly_runs_waiting", "process_open_fds"):
        assert re.search(rf"^{name} \d", answer.text, re.M)


def test_ping_needs_a_caller(client, admin):
    assert client.get("/v1/ping").status_code == 401
    assert admin.get("/v1/ping").json == {
        "ok": True,
        "service": "ghostly-api",
        "env": "production",
        "assistConfigured": False,
        "llm": {"provider": "http", "model": "builtin", "available": False, "source": "env"},
    }


TRICKS = [
    "..",
    "%2e%2e",
    "..%2f..%2fjwt_secret",
    "%2fetc%2fpasswd",
    ".hidden",
    "a%00b",
    "link.png",
    "..\\x",
    "loop.png",
    "folder",
    "%252e%252e",
    "%ff",
    "x" * 300,
    "none.png",
]


@pytest.mark.parametrize("name", TRICKS)
def test_no_path_leads_out_of_the_folder_of_the_run(admin, settings, name):
    ledger = Ledger(settings.sqlalchemy_url, admin.id)
    run_id = ledger.begin()
    folder = settings.artifacts_folder / run_id
    folder.mkdir()
    (folder / ".hidden").write_text("x")
    (folder / "link.png").symlink_to(settings.data_folder / "jwt_secret")
    (folder / "loop.png").symlink_to(folder / "loop.png")
    (folder / "folder").mkdir()

    for path in (f"/v1/runs/{run_id}/artifacts/{name}", f"/artifacts/{run_id}/{name}"):
        answer = admin.get(path)
        assert (answer.status_code, answer.json["ok"]) == (404, False)
    ledger.close()


def test_a_file_of_the_run_is_served_to_its_owner_in_parts_too(admin, settings):
    ledger = Ledger(settings.sqlalchemy_url, admin.id)
    run_id = ledger.begin()
    folder = settings.artifacts_folder / run_id
    folder.mkdir()
    (folder / "step-1-ok.png").write_bytes(b"0123456789")
    (folder / "trace.zip").write_bytes(b"zip")

    whole = admin.get(f"/artifacts/{run_id}/step-1-ok.png")
    part = admin.client.get(whole.request.path, headers={**admin.headers, "Range": "bytes=2-4"}, buffered=True)

    assert (whole.data, whole.mimetype) == (b"0123456789", "image/png")
    assert (part.status_code, part.data) == (206, b"234")
    assert "attachment" in admin.get(f"/v1/runs/{run_id}/artifacts/trace.zip").headers["Content-Disposition"]
    ledger.close()

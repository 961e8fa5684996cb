"""What failed on our side, and what other origins may see."""

import logging
import sqlite3

import pytest
from flask import Flask
from houses import PASSWORD
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ghostly.settings import Settings
from ghostly.web import answers, errors
from ghostly.wiring import create_app

from .conftest import close


def failing(error):
    app = Flask("bare")

    @app.get("/")
    def fail():
        raise error

    errors.install(app)
    return app.test_client()


def test_what_nobody_expected_is_logged_and_told_without_its_details(caplog):
    answer = failing(RuntimeError("the key is under the mat")).get("/")

    assert (answer.status_code, answer.json["code"]) == (500, "internal_error")
    assert "mat" not in answer.text
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    incident = record.getMessage().removeprefix("incident ")
    assert incident in answer.json["error"]
    assert "under the mat" in caplog.text
    answers.Error.model_validate(answer.json)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("SELECT secret", {}, sqlite3.OperationalError("gone")),
        InterfaceError("SELECT secret", {}, sqlite3.InterfaceError("gone")),
        PoolTimeout(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_lost_database_is_a_passing_trouble(error, caplog):
    answer = failing(error).get("/")

    assert (answer.status_code, answer.json["code"]) == (503, "database_unavailable")
    assert "secret" not in answer.text + caplog.text


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    home = tmp_path_factory.mktemp("cors") / "home"
    origins = "https://one.test, https://two.test"
    app = create_app(Settings(home=home, admin_password=PASSWORD, cors_origins=origins))
    yield app.test_client()
    close(app)


def test_named_origins_may_call_and_read_refusals_and_no_other_may(opened, client):
    def allowed(caller, origin):
        preflight = {"Access-Control-Request-Method": "DELETE", "Access-Control-Request-Headers": "X-Api-Key"}
        asked = caller.options("/v1/runs/x", headers={"Origin": origin, **preflight})
        refused = caller.get("/v1/runs", headers={"Origin": origin})
        assert refused.status_code == 401
        [seen] = {answer.headers.get("Access-Control-Allow-Origin") for answer in (asked, refused)}
        return seen

    assert allowed(opened, "https://one.test") == "https://one.test"
    assert allowed(opened, "https://two.test") == "https://two.test"
    assert allowed(opened, "https://evil.test") is None
    assert allowed(client, "https://one.test") is None

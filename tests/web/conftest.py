"""The application as its clients meet it, without a network in between."""

import uuid
from dataclasses import replace

import pytest
from flask_jwt_extended import create_access_token
from houses import EMAIL, PASSWORD
from sqlalchemy import create_engine, text

from ghostly.settings import Settings
from ghostly.storage.models import UserRow, db
from ghostly.wiring import create_app, migrate


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def settings(request, tmp_path_factory):
    home = tmp_path_factory.mktemp("web") / "home"
    # The reaper would end the runs that tests leave without a worker, if it came by in time.
    rarely = {"heartbeat_seconds": 600, "stale_seconds": 1_200}
    settings = Settings(home=home, admin_email=EMAIL, admin_password=PASSWORD, login_limit="5000 per minute", **rarely)
    if request.param == "postgresql":
        server = request.getfixturevalue("postgresql_url")
        settings = replace(settings, database_url=f"{server.rpartition('/')[0]}/ghostly_web")
        admin = create_engine(server, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE ghostly_web"))
        admin.dispose()
    return settings


@pytest.fixture(scope="session")
def app(settings):
    """One application for all tests, each of which brings users of its own."""
    migrate(settings)
    app = create_app(settings)
    yield app
    close(app)


def close(app):
    app.extensions["ghostly"].stop()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def root(app):
    """The admin that the first start created."""
    return signed_in(app, EMAIL, PASSWORD)


@pytest.fixture
def client(app):
    """Nobody is signed in."""
    return app.test_client()


@pytest.fixture
def admin(app):
    return new_person(app, "admin")


@pytest.fixture
def stranger(app):
    return new_person(app, "member")


def new_person(app, role):
    """Somebody who has just signed in; without the sign-in, whose hashing takes its time."""
    with app.app_context():
        user = UserRow(id=str(uuid.uuid4()), email=f"{uuid.uuid4()}@x.test", password_hash="-", role=role, created_ms=1)
        db.session.add(user)
        db.session.commit()
        return Person(app, user.id, create_access_token(identity=user.id))


def signed_in(app, email, password):
    answer = app.test_client().post("/v1/auth/login", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    return Person(app, answer.json["user"]["id"], answer.json["token"])


class Person:
    """Somebody with a token: `get`, `post` and `delete` return the answer."""

    def __init__(self, app, user_id, token):
        self.client = app.test_client()
        self.token = token
        self.id = user_id
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path, **options):
        return self.client.get(path, headers=self.headers, buffered=True, **options)

    def post(self, path, data=None, **options):
        return self.client.post(path, json=data, headers=self.headers, **options)

    def delete(self, path):
        return self.client.delete(path, headers=self.headers)

    def project(self):
        return self.post("/v1/projects", {"label": "Shop"}).json["id"]

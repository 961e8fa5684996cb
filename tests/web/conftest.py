"""The application as its clients meet it, without a network in between."""

import pytest
from houses import EMAIL, PASSWORD

from ghostly.settings import Settings
from ghostly.wiring import create_app, migrate


@pytest.fixture
def settings(tmp_path, database_url):
    return Settings(
        home=tmp_path / "home",
        database_url=database_url,
        admin_email=EMAIL,
        admin_password=PASSWORD,
        login_limit="500 per minute",
    )


@pytest.fixture
def app(settings):
    migrate(settings)
    app = create_app(settings)
    yield app
    app.extensions["ghostly"].stop()


@pytest.fixture
def client(app):
    """Nobody is signed in."""
    return app.test_client()


@pytest.fixture
def admin(app):
    return Person(app, EMAIL, PASSWORD)


@pytest.fixture
def stranger(app, admin):
    admin.post("/v1/auth/register", {"email": "eve@ghostly.test", "password": "eavesdropper"})
    return Person(app, "eve@ghostly.test", "eavesdropper")


class Person:
    """Somebody with a token: `get`, `post` and `delete` return the answer."""

    def __init__(self, app, email, password):
        self.client = app.test_client()
        answer = self.client.post("/v1/auth/login", json={"email": email, "password": password})
        assert answer.status_code == 200, answer.text
        self.token = answer.json["token"]
        self.id = answer.json["user"]["id"]
        self.headers = {"Authorization": f"Bearer {self.token}"}

    def get(self, path, **options):
        return self.client.get(path, headers=self.headers, buffered=True, **options)

    def post(self, path, data=None, **options):
        return self.client.post(path, json=data, headers=self.headers, **options)

    def delete(self, path):
        return self.client.delete(path, headers=self.headers)

    def project(self):
        return self.post("/v1/projects", {"label": "Shop"}).json["id"]

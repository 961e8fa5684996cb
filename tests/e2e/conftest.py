"""A whole server for the tests that look at it from outside."""

import pytest
from houses import House
from stories import Ledger


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server on SQLite for all tests that leave it as they found it."""
    house = House(tmp_path_factory.mktemp("house") / "home", GHOSTLY_HEAD_CHECK_SECONDS=0.1)
    yield house
    house.stop()


@pytest.fixture
def api(server):
    with server.client() as client:
        yield client


@pytest.fixture
def ledger(server, api):
    """Writes runs into the server's database from outside, as another worker would."""
    ledger = Ledger(f"sqlite:///{server.home / 'ghostly.db'}", api.get("/v1/auth/me").json()["user"]["id"])
    yield ledger
    ledger.close()

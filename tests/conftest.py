"""Shared fixtures. Patched first, as the server is."""

from gevent import monkey

monkey.patch_all()

import signal  # noqa: E402
import uuid  # noqa: E402

import pytest  # noqa: E402
from servers import postgresql  # noqa: E402
from sqlalchemy import create_engine, text  # noqa: E402

from ghostly.browser.executables import find_executable  # noqa: E402
from ghostly.browser.options import BrowserOptions  # noqa: E402
from ghostly.storage.database import Database  # noqa: E402
from ghostly.storage.models import Base  # noqa: E402

# Tests that were started in the background would hand down that Ctrl-C is to be ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgresql_url():
    """A real PostgreSQL of our own, for as long as the tests run."""
    with postgresql() as url:
        yield url


@pytest.fixture
def new_postgresql_url(postgresql_url):
    """An empty database on that server."""
    admin = create_engine(postgresql_url, isolation_level="AUTOCOMMIT")
    name = f"ghostly_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield f"{postgresql_url.rpartition('/')[0]}/{name}"
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """An empty database: whatever uses this is tested on both kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ghostly.db'}"
    return request.getfixturevalue("new_postgresql_url")


@pytest.fixture(scope="session")
def browser_executable():
    """The browser that tests drive themselves; empty for Playwright's own."""
    return find_executable(BrowserOptions(), headless=True).path or ""


@pytest.fixture
def database(database_url):
    engine = create_engine(database_url)
    database = Database(engine)
    Base.metadata.create_all(engine)
    yield database
    engine.dispose()

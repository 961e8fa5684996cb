"""Shared fixtures. Patched first, as the server is."""

from gevent import monkey

monkey.patch_all()

import pytest  # noqa: E402

try:
    from servers import postgresql
except ImportError:
    postgresql = None
from sqlalchemy import create_engine, text  # noqa: E402

from ghostly.storage.database import Database  # noqa: E402
from ghostly.storage.models import Base  # noqa: E402


@pytest.fixture(scope="session")
def postgresql_url():
    """A real PostgreSQL of our own, for as long as the tests run."""
    with postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """An empty database: whatever uses this is tested on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'ghostly.db'}"
        return
    server = request.getfixturevalue("postgresql_url")
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"ghostly_{tmp_path.name}".lower()[:50] + f"_{abs(hash(str(tmp_path))) % 10**8}"
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    yield f"{server.rpartition('/')[0]}/{name}"
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
    admin.dispose()


@pytest.fixture
def database(database_url):
    engine = create_engine(database_url)
    database = Database(engine)
    Base.metadata.create_all(engine)
    yield database
    engine.dispose()

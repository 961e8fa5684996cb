"""Migrations: they build what the models say, and any number of processes may apply them."""

import logging
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from houses import ROOT
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from ghostly.errors import SettingsError
from ghostly.settings import Settings
from ghostly.storage.models import Base, db
from ghostly.storage.upgrade import is_current, upgrade
from ghostly.wiring import create_app, migrate


@pytest.fixture
def settings(tmp_path, database_url):
    return Settings(home=tmp_path / "home", database_url=database_url, admin_password="correct horse")


def test_the_migrations_build_exactly_what_the_models_say(settings):
    migrate(settings)
    migrate(settings)
    app = create_app(settings)

    with app.app_context(), db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert differences == []
    assert is_current(app)
    app.extensions["ghostly"].stop()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(database_url):
    """An application with a database and nothing else."""
    app = Flask("bare")
    app.config["SQLALCHEMY_DATABASE_URI"] = database_url
    db.init_app(app)
    with app.app_context():
        yield app
        db.engine.dispose()


def test_an_upgrade_that_fails_half_way_leaves_nothing_behind(app):
    with db.engine.begin() as connection:
        connection.execute(text("CREATE TABLE run_steps (id INTEGER)"))

    with pytest.raises(DBAPIError, match="already exists"):
        upgrade(app)
    left = inspect(db.engine).get_table_names()
    with db.engine.begin() as connection:
        connection.execute(text("DROP TABLE run_steps"))
    assert not is_current(app)
    upgrade(app)

    assert left == ["run_steps"]
    assert set(inspect(db.engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_an_upgrade_says_nothing_and_leaves_logging_as_it_was(app, capfd):
    def state():
        root, ours = logging.getLogger(), logging.getLogger("ghostly.storage.upgrade")
        return root.level, list(root.handlers), ours.disabled

    before = state()
    upgrade(app)

    assert state() == before
    assert capfd.readouterr() == ("", "")
    assert is_current(app)


def test_a_server_on_postgresql_does_not_start_before_the_release_phase(tmp_path, new_postgresql_url):
    settings = Settings(home=tmp_path / "home", database_url=new_postgresql_url)

    with pytest.raises(SettingsError, match="python -m ghostly migrate"):
        create_app(settings)


# On a busy machine it takes the three a minute to start.
@pytest.mark.timeout(300)
def test_processes_that_start_together_on_a_new_database_do_not_collide(settings):
    code = (
        "from gevent import monkey; monkey.patch_all()\n"
        "import sys; from pathlib import Path\n"
        "from ghostly.settings import Settings; from ghostly.wiring import migrate\n"
        "migrate(Settings(home=Path(sys.argv[1]), database_url=sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(settings.home), settings.database_url]
    started = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(3)]

    for process in started:
        _, said = process.communicate(timeout=200)
        assert process.returncode == 0, said

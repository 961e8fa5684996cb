"""Brings the schema up to date; the only user of the migrations."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Engine, text

from .models import db

FOLDER = str(Path(__file__).parent / "migrations")
# Any number that no other program on the same PostgreSQL is likely to lock.
_LOCK = 4_709_212_003


def upgrade(app: Flask) -> None:
    """Apply what is missing. Processes that start together do it one after the other."""
    with app.app_context():
        _attached(app)
        with _alone(db.engine):
            if not is_current(app):
                flask_migrate.upgrade(FOLDER)


def is_current(app: Flask) -> bool:
    with app.app_context(), db.engine.connect() as connection:
        applied = MigrationContext.configure(connection).get_current_revision()
    return applied == ScriptDirectory(FOLDER).get_current_head()


def _attached(app: Flask) -> None:
    if "migrate" not in app.extensions:
        flask_migrate.Migrate(app, db, FOLDER)


@contextmanager
def _alone(engine: Engine) -> Iterator[None]:
    if engine.dialect.name == "sqlite":
        with open(f"{engine.url.database}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        return
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})

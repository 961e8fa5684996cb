"""The way to the database: short transactions, one writer at a time on SQLite, and no wait that stops the others."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

# What a lost or overloaded database raises, as against a statement that is wrong.
LOST = (OperationalError, InterfaceError, PoolTimeout)


class Database:
    """Hands out sessions that live as long as one `with` block."""

    def __init__(self, engine: Engine, lock_wait_seconds: float = 10.0) -> None:
        self._engine = engine
        self._writer = engine.execution_options(ghostly_write=True)
        self._turn: AbstractContextManager[Any] = Lock() if engine.dialect.name == "sqlite" else nullcontext()
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _set_up_sqlite)
            event.listen(engine, "begin", _Begin(lock_wait_seconds))

    @contextmanager
    def read(self) -> Iterator[Session]:
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction: committed at the end of the block, rolled back by an exception."""
        with self._turn, Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """The same as `write` for bare statements, which spares the cost of a session."""
        with self._turn, self._writer.begin() as connection:
            yield connection

    def is_up(self) -> bool:
        try:
            with self.read() as session:
                session.execute(text("SELECT 1"))
        except DBAPIError:
            return False
        return True


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    # FULL, because what a reader was shown must outlive a power cut as well.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=0"):
        connection.execute(f"PRAGMA {pragma}")


class _Begin:
    """Begins SQLite transactions; waits for another process's write by sleeping, which lets other greenlets run."""

    def __init__(self, wait_seconds: float) -> None:
        self._wait_seconds = wait_seconds

    def __call__(self, connection: Connection) -> None:
        if not connection.get_execution_options().get("ghostly_write"):
            connection.exec_driver_sql("BEGIN")
            return
        deadline = time.monotonic() + self._wait_seconds
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(random.uniform(0.005, 0.02))
            else:
                return

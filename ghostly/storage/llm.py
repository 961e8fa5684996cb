"""Which model each user has chosen."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import delete

from .database import Database
from .models import LlmRow


class LlmSettings:
    def __init__(self, database: Database, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._now_ms = now_ms

    def of(self, user_id: str) -> LlmRow | None:
        with self._database.read() as session:
            return session.get(LlmRow, user_id)

    def keep(self, row: LlmRow) -> None:
        row.saved_ms = self._now_ms()
        with self._database.write() as session:
            session.merge(row)

    def forget(self, user_id: str) -> None:
        with self._database.write() as session:
            session.execute(delete(LlmRow).where(LlmRow.user_id == user_id))

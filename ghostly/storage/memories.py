"""Flows that reached their goals, by the place where they did."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from .database import Database
from .models import MemoryRow

MOST_DOUBTS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Whose memories, of which project, about which application."""

    user_id: str
    project_id: str
    base_url: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.base_url.encode()).hexdigest()


class Memories:
    def __init__(self, database: Database, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._now_ms = now_ms

    def at(self, place: Place) -> list[MemoryRow]:
        """The memories of a place, those used or saved last first."""
        rows = select(MemoryRow).where(
            MemoryRow.user_id == place.user_id,
            MemoryRow.project_id == place.project_id,
            MemoryRow.base_url_hash == place.hash,
        )
        with self._database.read() as session:
            return list(session.scalars(rows.order_by(MemoryRow.saved_ms.desc())))

    def of(self, user_id: str, project_id: str | None) -> list[MemoryRow]:
        rows = select(MemoryRow).where(MemoryRow.user_id == user_id)
        if project_id:
            rows = rows.where(MemoryRow.project_id == project_id)
        with self._database.read() as session:
            return list(session.scalars(rows.order_by(MemoryRow.saved_ms.desc())))

    def keep(self, place: Place, goal: str, steps: str) -> None:
        """Remember the flow, in place of what was remembered for the same goal."""
        now = self._now_ms()
        same = (MemoryRow.user_id == place.user_id, MemoryRow.project_id == place.project_id)
        with self._database.write() as session:
            row = session.scalar(
                select(MemoryRow).where(*same, MemoryRow.base_url_hash == place.hash, MemoryRow.goal == goal)
            )
            if row is None:
                row = MemoryRow(
                    id=str(uuid.uuid4()),
                    user_id=place.user_id,
                    project_id=place.project_id,
                    base_url=place.base_url,
                    base_url_hash=place.hash,
                    goal=goal,
                    hits=0,
                )
                session.add(row)
            row.steps, row.saved_ms, row.doubts = steps, now, 0

    def renew(self, memory_id: str, steps: str | None) -> None:
        """Trust a memory again that has held, with new steps if it had to be mended."""
        changed = {"doubts": 0} | ({"steps": steps, "saved_ms": self._now_ms()} if steps else {})
        with self._database.write() as session:
            session.execute(update(MemoryRow).where(MemoryRow.id == memory_id).values(**changed))

    def hit(self, memory_id: str) -> None:
        now = self._now_ms()
        with self._database.write() as session:
            session.execute(
                update(MemoryRow).where(MemoryRow.id == memory_id).values(hits=MemoryRow.hits + 1, used_ms=now)
            )

    def doubt(self, memory_id: str) -> None:
        """Count a replay that did not reach its goal; the last one that is borne forgets the flow."""
        with self._database.write() as session:
            session.execute(update(MemoryRow).where(MemoryRow.id == memory_id).values(doubts=MemoryRow.doubts + 1))
            session.execute(delete(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.doubts >= MOST_DOUBTS))

    def forget(self, memory_id: str, user_id: str) -> bool:
        with self._database.write() as session:
            gone = session.execute(delete(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.user_id == user_id))
            return bool(gone.rowcount)  # type: ignore[attr-defined]  # a delete counts its rows

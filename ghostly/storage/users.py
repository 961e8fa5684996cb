"""Users, their API keys and their projects."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from .database import Database
from .models import ApiKeyRow, ProjectRow, UserRow


class Users:
    def __init__(self, database: Database, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._now_ms = now_ms

    def find(self, user_id: str) -> UserRow | None:
        with self._database.read() as session:
            return session.get(UserRow, user_id)

    def by_email(self, email: str) -> UserRow | None:
        with self._database.read() as session:
            return session.scalar(select(UserRow).where(UserRow.email == email))

    def by_key(self, key_hash: str) -> UserRow | None:
        """The owner of the API key with this SHA-256."""
        with self._database.read() as session:
            return session.scalar(
                select(UserRow).join(ApiKeyRow, ApiKeyRow.user_id == UserRow.id).where(ApiKeyRow.key_hash == key_hash)
            )

    def count(self) -> int:
        with self._database.read() as session:
            return session.scalar(select(func.count()).select_from(UserRow)) or 0

    def create(self, email: str, password_hash: str, role: str) -> UserRow | None:
        """The new user; None when the address is taken."""
        user = UserRow(id=_id(), email=email, password_hash=password_hash, role=role, created_ms=self._now_ms())
        try:
            with self._database.write() as session:
                session.add(user)
        except IntegrityError:
            return None
        return user


class Keys:
    def __init__(self, database: Database, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._now_ms = now_ms

    def create(self, user_id: str, label: str, key_hash: str, start: str) -> ApiKeyRow:
        row = ApiKeyRow(
            id=_id(), user_id=user_id, label=label, key_hash=key_hash, start=start, created_ms=self._now_ms()
        )
        with self._database.write() as session:
            session.add(row)
        return row

    def of(self, user_id: str) -> list[ApiKeyRow]:
        """Newest first."""
        newest = (ApiKeyRow.created_ms.desc(), ApiKeyRow.id)
        with self._database.read() as session:
            return list(session.scalars(select(ApiKeyRow).where(ApiKeyRow.user_id == user_id).order_by(*newest)))

    def delete(self, key_id: str, user_id: str) -> bool:
        with self._database.write() as session:
            return _deleted(
                session.execute(delete(ApiKeyRow).where(ApiKeyRow.id == key_id, ApiKeyRow.user_id == user_id))
            )


class Projects:
    def __init__(self, database: Database, now_ms: Callable[[], int]) -> None:
        self._database = database
        self._now_ms = now_ms

    def create(self, user_id: str, label: str, color: str) -> ProjectRow:
        row = ProjectRow(id=_id(), user_id=user_id, label=label, color=color, created_ms=self._now_ms())
        with self._database.write() as session:
            session.add(row)
        return row

    def find(self, project_id: str, user_id: str) -> ProjectRow | None:
        with self._database.read() as session:
            return session.scalar(select(ProjectRow).where(ProjectRow.id == project_id, ProjectRow.user_id == user_id))

    def of(self, user_id: str) -> list[ProjectRow]:
        """Oldest first."""
        oldest = (ProjectRow.created_ms, ProjectRow.id)
        with self._database.read() as session:
            return list(session.scalars(select(ProjectRow).where(ProjectRow.user_id == user_id).order_by(*oldest)))

    def delete(self, project_id: str, user_id: str) -> bool:
        with self._database.write() as session:
            return _deleted(
                session.execute(delete(ProjectRow).where(ProjectRow.id == project_id, ProjectRow.user_id == user_id))
            )


def _deleted(result: Any) -> bool:
    return bool(result.rowcount)


def _id() -> str:
    return str(uuid.uuid4())

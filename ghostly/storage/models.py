"""The tables. Times are milliseconds since 1970 (UTC); ids are UUID v4 as text."""

from __future__ import annotations

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ..engine.events import Status


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)

Id = String(36)
Milliseconds = BigInteger


class UserRow(Base):
    __tablename__ = "users"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    email: Mapped[str] = mapped_column(String(320), unique=True)
    password_hash: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(16))
    created_ms: Mapped[int] = mapped_column(Milliseconds)


class ApiKeyRow(Base):
    __tablename__ = "api_keys"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(Text)
    # SHA-256 of the key, in hex: a copy of the database opens nothing.
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    start: Mapped[str] = mapped_column(String(8))
    created_ms: Mapped[int] = mapped_column(Milliseconds)


class ProjectRow(Base):
    __tablename__ = "projects"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(Text)
    color: Mapped[str] = mapped_column(String(32))
    created_ms: Mapped[int] = mapped_column(Milliseconds)


class RunRow(Base):
    """A run. `last_seq` is the number of its events; `owner` the worker that drives it."""

    __tablename__ = "runs"
    __table_args__ = (
        Index("ix_runs_user_started", "user_id", "started_ms", "id"),
        Index("ix_runs_status_heartbeat", "status", "heartbeat_ms"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id", ondelete="CASCADE"))
    # No foreign key: runs outlive their project.
    project_id: Mapped[str] = mapped_column(Id, index=True)
    status: Mapped[Status] = mapped_column(String(16))
    verdict: Mapped[str | None] = mapped_column(String(32))
    verdict_reason: Mapped[str | None] = mapped_column(Text)
    stop_reason: Mapped[str | None] = mapped_column(String(64))
    started_ms: Mapped[int] = mapped_column(Milliseconds)
    finished_ms: Mapped[int | None] = mapped_column(Milliseconds)
    base_url: Mapped[str] = mapped_column(Text)
    context_id: Mapped[str | None] = mapped_column(Text)
    assisted: Mapped[str | None] = mapped_column(Text)
    total_steps: Mapped[int] = mapped_column(default=0)
    video: Mapped[str | None] = mapped_column(Text)
    trace: Mapped[str | None] = mapped_column(Text)
    last_seq: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str | None] = mapped_column(String(71))
    owner: Mapped[str] = mapped_column(Text)
    heartbeat_ms: Mapped[int] = mapped_column(Milliseconds)
    cancel_requested: Mapped[bool] = mapped_column(default=False)
    # What a model was asked for, as JSON.
    usage: Mapped[str | None] = mapped_column(Text)
    # Without its secrets, to be searched.
    goal: Mapped[str | None] = mapped_column(Text)
    # All that was asked for, encrypted: it may hold secrets, and is read only to do it again.
    request: Mapped[str | None] = mapped_column(Text, deferred=True)


class EventRow(Base):
    """An event as clients see it: `data` is the exact text of its `data:` line."""

    __tablename__ = "run_events"

    run_id: Mapped[str] = mapped_column(Id, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[str] = mapped_column(String(32))
    data: Mapped[str] = mapped_column(Text)


class StepRow(Base):
    """What came of a step, written in the transaction of the event that says so."""

    __tablename__ = "run_steps"
    __table_args__ = (UniqueConstraint("run_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(Id, ForeignKey("runs.id", ondelete="CASCADE"))
    seq: Mapped[int]
    index: Mapped[int]
    action: Mapped[str] = mapped_column(String(32))
    ok: Mapped[bool]
    error: Mapped[str | None] = mapped_column(Text)
    duration_ms: Mapped[int | None]
    screenshot: Mapped[str | None] = mapped_column(Text)
    a11y: Mapped[str | None] = mapped_column(Text)
    healed: Mapped[bool] = mapped_column(default=False)
    target: Mapped[str | None] = mapped_column(Text)


class MemoryRow(Base):
    """A flow that reached a goal, without its secrets; `doubts` counts the replays since that did not reach it."""

    __tablename__ = "memories"
    __table_args__ = (Index("ix_memories_place", "user_id", "project_id", "base_url_hash"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id", ondelete="CASCADE"))
    project_id: Mapped[str] = mapped_column(Id)
    base_url: Mapped[str] = mapped_column(Text)
    base_url_hash: Mapped[str] = mapped_column(String(64))
    goal: Mapped[str] = mapped_column(Text)
    steps: Mapped[str] = mapped_column(Text)
    hits: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0)
    saved_ms: Mapped[int] = mapped_column(Milliseconds)
    used_ms: Mapped[int | None] = mapped_column(Milliseconds)


class LlmRow(Base):
    """The model that a user has chosen; the key is encrypted."""

    __tablename__ = "llm_settings"

    user_id: Mapped[str] = mapped_column(Id, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    provider: Mapped[str] = mapped_column(String(64))
    model: Mapped[str] = mapped_column(Text)
    base_url: Mapped[str | None] = mapped_column(Text)
    key: Mapped[str | None] = mapped_column(Text)
    key_hint: Mapped[str | None] = mapped_column(String(16))
    saved_ms: Mapped[int] = mapped_column(Milliseconds)

"""Builds a server out of its parts: the only module that knows them all."""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import signal
import socket
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import gevent
from flask import Flask
from flask_cors import CORS
from flask_jwt_extended import JWTManager
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from gevent.pywsgi import WSGIServer
from werkzeug.middleware.proxy_fix import ProxyFix

from .browser.options import BrowserOptions
from .browser.remote import RemoteBrowsers
from .errors import SettingsError
from .journal.bus import LocalBus
from .journal.feed import Feed, FeedOptions
from .journal.log import Journal, Record
from .llm.catalog import PROVIDERS
from .llm.config import LlmConfig
from .llm.meaning import installed_meaning
from .llm.models import Chosen, Models
from .llm.models import Keys as ModelKeys
from .runs.hub import Ticker, offload, watch_departure
from .runs.launch import Folders, Launcher
from .runs.minds import MindsOfRuns
from .runs.plan import Drafter
from .runs.reaper import Reaper
from .runs.records import Records
from .runs.supervisor import Limits, Supervisor
from .settings import Settings, check_secret
from .storage.artifacts import Artifacts
from .storage.database import Database
from .storage.llm import LlmSettings
from .storage.memories import Memories
from .storage.models import db
from .storage.runs import Runs
from .storage.upgrade import is_current, upgrade
from .storage.users import Keys, Projects, Users
from .web import (
    again,
    artifacts,
    auth,
    errors,
    exports,
    llm,
    memories,
    openapi,
    pages,
    plan,
    projects,
    runs,
    session,
    stats,
    stream,
    system,
)  # fmt: skip
from .web.metrics import Metrics
from .web.token import TokenScrubber

log = logging.getLogger(__name__)

_STATIC = Path(__file__).parent.parent / "static"
# What gunicorn's workers exit with when there is no use in starting another one.
_BOOT_FAILED = 3
# How long readers may take to hear the goodbye.
_FAREWELL_SECONDS = 0.5


class SystemClock:
    """The clock of `engine.ports`."""

    def now_ms(self) -> int:
        return int(time.monotonic() * 1000)


@dataclass(frozen=True, slots=True)
class Station:
    """The parts of a server that outlive a request; kept as `app.extensions["ghostly"]`."""

    feed: Feed
    supervisor: Supervisor
    browsers: RemoteBrowsers
    tickers: tuple[Ticker, ...]

    def start(self) -> None:
        for ticker in self.tickers:
            ticker.start()

    def stop(self) -> None:
        """End the runs, then the streams, then the browser: nobody is left hanging. May be called twice."""
        self.supervisor.stop(seconds=0.5)
        self.feed.drain()
        deadline = time.monotonic() + _FAREWELL_SECONDS
        while self.feed.open and time.monotonic() < deadline:
            gevent.sleep(0.01)
        for ticker in self.tickers:
            ticker.stop()
        self.browsers.stop()


def create_app(settings: Settings) -> Flask:
    """A server that is ready to serve; raises SettingsError with a sentence when it cannot be."""
    _prepare_folders(settings)
    app = _bare_app(settings)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            upgrade(app)
        elif not is_current(app):
            db.engine.dispose()
            raise SettingsError("The database has not been migrated: run `python -m ghostly migrate` first.")
        # Connections that were opened so far know nothing of what Database sets up.
        db.engine.dispose()
        database = Database(db.engine)
    station = _assemble(app, settings, database)
    app.extensions["ghostly"] = station
    station.start()
    return app


def migrate(settings: Settings) -> None:
    """Bring the database up to date."""
    _prepare_folders(settings)
    app = _bare_app(settings)
    try:
        upgrade(app)
    finally:
        with app.app_context():
            db.engine.dispose()


def application() -> Flask:
    """The server that the environment asks for; without it, a sentence and the end of the process."""
    try:
        return create_app(Settings.from_env())
    except SettingsError as error:
        print(f"ghostly: {error}", file=sys.stderr, flush=True)
        sys.exit(_BOOT_FAILED)


def serve() -> None:
    """Serve with gevent's own server, until interrupted or terminated."""
    app, settings = application(), Settings.from_env()
    server = WSGIServer((settings.host, settings.port), app, log=None)
    for number in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(number, server.stop, 1)
    print(f"Ghostly serves on http://{settings.host}:{settings.port}", flush=True)
    try:
        server.serve_forever()
    except OSError as error:
        sys.exit(f"ghostly: http://{settings.host}:{settings.port} cannot be served: {error.strerror}")
    finally:
        app.extensions["ghostly"].stop()


def _prepare_folders(settings: Settings) -> None:
    try:
        for folder in (settings.data_folder, settings.artifacts_folder, settings.uploads_folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"GHOSTLY_HOME: {error.filename} cannot be used: {error.strerror}.") from None


def _bare_app(settings: Settings) -> Flask:
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    app = Flask("ghostly", static_folder=None)
    app.config.update(
        SQLALCHEMY_DATABASE_URI=settings.sqlalchemy_url,
        SQLALCHEMY_ENGINE_OPTIONS={
            "pool_size": 10,
            "max_overflow": 20,
            "pool_timeout": 5,
            "pool_pre_ping": True,
            "hide_parameters": True,
        },
        JWT_SECRET_KEY=settings.jwt_secret or _kept_secret(settings),
        JWT_ACCESS_TOKEN_EXPIRES=timedelta(hours=settings.token_hours),
        MAX_CONTENT_LENGTH=settings.max_body_bytes,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    db.init_app(app)
    return app


def _kept_secret(settings: Settings) -> str:
    """The secret in the data folder, made at the first start."""
    file = settings.data_folder / "jwt_secret"
    if not file.exists():
        # Written whole before it gets its name, and only the first of two processes gives it that.
        new = settings.data_folder / f".jwt_secret-{uuid.uuid4().hex}"
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(new, file)
        new.unlink()
    secret = file.read_text().strip()
    check_secret(secret)
    return secret


def _assemble(app: Flask, settings: Settings, database: Database) -> Station:
    metrics, bus = Metrics(), LocalBus()
    models = _models(settings, app.config["JWT_SECRET_KEY"], LlmSettings(database, _now_ms))

    def announce(record: Record) -> None:
        metrics.count(record)
        bus.publish(record)

    journal = Journal(database, announce, _now_ms)
    feed_options = FeedOptions(settings.stream_queue, settings.stream_ring, streams=settings.max_streams)
    feed = Feed(journal, bus, feed_options, _now_ms)
    records = Records(journal, Runs(database), _now_ms, f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}")
    browsers = RemoteBrowsers(_browser_options(settings))
    limits = Limits(settings.max_runs, settings.max_queued, settings.run_timeout_seconds)
    minds = MindsOfRuns(Memories(database, _now_ms), models.for_user, installed_meaning(offload))
    supervisor = Supervisor(records, browsers, SystemClock(), limits, minds)
    reaper = Reaper(records, supervisor, int(settings.stale_seconds * 1000))
    tickers = (
        Ticker("pings", settings.ping_seconds, feed.ping),
        Ticker("the check for lost doorbells", settings.head_check_seconds, feed.check_heads),
        Ticker("the heartbeat", settings.heartbeat_seconds, reaper.beat),
        Ticker("the look for cancel requests", min(1.0, settings.heartbeat_seconds), reaper.obey),
    )
    station = Station(feed, supervisor, browsers, tickers)
    _open_doors(
        app, settings, database, records, station, metrics, lambda user: llm.model_status(models.config_of(user))
    )
    _open_goal_doors(app, settings, database, station, models, minds)
    return station


def _open_doors(
    app: Flask,
    settings: Settings,
    database: Database,
    records: Records,
    station: Station,
    metrics: Metrics,
    model_of: Callable[[str], Mapping[str, Any]],
) -> None:
    users, own_projects = Users(database, _now_ms), Projects(database, _now_ms)
    JWTManager(app)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", headers_enabled=True)
    passwords, gate = auth.Passwords(offload), auth.Gate(users)
    _ensure_admin(settings, users, passwords)
    desk = _run_desk(app, settings, gate, own_projects, records, station.supervisor)
    line = stream.Line(watch_departure, settings.stream_write_seconds, settings.stream_send_buffer)
    metrics.watch(lambda: station.feed.open, lambda: station.supervisor.counts)
    checks = {"database": database.is_up, "bus": lambda: True, "browser": station.browsers.alive}
    for door in (
        auth.blueprint(gate, users, passwords, limiter, settings.login_limit),
        session.blueprint(users, passwords, limiter, settings.login_limit),
        *(module.blueprint(desk) for module in (again, exports, stats)),
        pages.blueprint(_STATIC),
        projects.projects_blueprint(gate, own_projects),
        projects.keys_blueprint(gate, Keys(database, _now_ms)),
        runs.blueprint(desk),
        stream.blueprint(gate, records.journal, station.feed, line),
        artifacts.blueprint(gate, records.runs, desk.artifacts),
        system.blueprint(gate, checks, lambda: station.feed.draining, metrics.registry, model_of),
        openapi.blueprint(),
    ):
        app.register_blueprint(door)
    errors.install(app)
    if settings.allowed_origins:
        CORS(app, origins=settings.allowed_origins, expose_headers=["Link", "Retry-After"])
    wsgi = TokenScrubber(app.wsgi_app)
    hops = settings.trusted_proxies
    app.wsgi_app = ProxyFix(wsgi, hops, hops, hops, hops) if hops else wsgi  # type: ignore[method-assign]  # documented


def _run_desk(
    app: Flask,
    settings: Settings,
    gate: auth.Gate,
    own_projects: Projects,
    records: Records,
    supervisor: Supervisor,
) -> runs.RunDesk:
    shelf, safe = Artifacts(settings.artifacts_folder), ModelKeys(app.config["JWT_SECRET_KEY"], "requests")
    folders, stale_ms = Folders(shelf, str(settings.uploads_folder)), int(settings.stale_seconds * 1000)
    launcher = Launcher(records, supervisor, folders, stale_ms, safe)
    return runs.RunDesk(gate, own_projects, records.runs, shelf, launcher, _now_ms, settings.stream_token_seconds)


def _open_goal_doors(
    app: Flask, settings: Settings, database: Database, station: Station, models: Models, minds: MindsOfRuns
) -> None:
    """What runs with a goal need besides: plans, memories, models."""
    gate = auth.Gate(Users(database, _now_ms))
    drafter = Drafter(station.browsers, str(settings.uploads_folder), minds.of_user)
    hide = ModelKeys(app.config["JWT_SECRET_KEY"]).hidden
    for door in (
        memories.blueprint(gate, Memories(database, _now_ms)),
        plan.blueprint(gate, Projects(database, _now_ms), drafter, _now_ms),
        llm.blueprint(llm.Counter(gate, LlmSettings(database, _now_ms), models, PROVIDERS, hide)),
    ):
        app.register_blueprint(door)


def _models(settings: Settings, secret: str, chosen: LlmSettings) -> Models:
    base_url = settings.llm_base_url or PROVIDERS["openai"].base_url or ""
    defaults = LlmConfig(
        base_url, settings.llm_model, settings.llm_api_key, settings.llm_timeout_seconds, settings.llm_attempts,
        provider="custom" if settings.llm_base_url else "openai",
    )  # fmt: skip
    given = settings.llm_api_key or settings.llm_base_url

    def of(user_id: str) -> Chosen | None:
        row = chosen.of(user_id)
        return Chosen(row.provider, row.model, row.base_url, row.key) if row else None

    return Models(of, ModelKeys(secret), defaults if given else None, defaults)


def _ensure_admin(settings: Settings, users: Users, passwords: auth.Passwords) -> None:
    """The first start creates an admin, and says its password once unless it was given."""
    if users.count():
        return
    password = settings.admin_password or secrets.token_urlsafe(12)
    created = users.create(settings.admin_email.strip().lower(), passwords.hashed(password), "admin")
    if created and not settings.admin_password:
        print(
            f"\n  First start. Sign in as {created.email} with the password {password}\n", file=sys.stderr, flush=True
        )


def _browser_options(settings: Settings) -> BrowserOptions:
    return BrowserOptions(
        executable=settings.browser or None,
        ws_endpoint=settings.browser_ws or None,
        settle_ms=settings.settle_ms,
        browsers_path=settings.browsers_path or None,
        viewport_width=settings.viewport_width,
        viewport_height=settings.viewport_height,
        ffmpeg_folder=str(settings.data_folder / "ffmpeg"),
    )


def _now_ms() -> int:
    return int(time.time() * 1000)

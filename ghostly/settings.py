"""Every number and word that an operator may change; the only place that reads the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from .errors import SettingsError

WELL_KNOWN_SECRETS = {"ghostly-secret", "secret", "changeme", "change-me", "jwt-secret", "super-secret", "password"}
SHORTEST_SECRET = 32
_LIMIT = re.compile(r"[1-9]\d* ?(?:per|/) ?(?:\d+ ?)?(?:second|minute|hour|day)s?")


def _setting(variable: str, default: Any, about: str, *, least: float | None = None, unit: str = "") -> Any:
    about = f"{about} ({unit})" if unit else about
    return field(default=default, metadata={"variable": variable, "about": about, "least": least})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one server. `from_env` fails with a sentence rather than start with one that cannot work."""

    home: Path = _setting("GHOSTLY_HOME", Path("~/.ghostly"), "folder for the database, artifacts, uploads and secrets")
    host: str = _setting("HOST", "127.0.0.1", "address to listen on; 0.0.0.0 for every interface")
    port: int = _setting("PORT", 4000, "port to listen on", least=0)
    database_url: str = _setting(
        "DATABASE_URL", "", "SQLite in the data folder unless set; postgresql://… is supported"
    )
    jwt_secret: str = _setting("JWT_SECRET", "", "signs tokens, 32 characters or more; generated and kept unless set")
    admin_email: str = _setting("GHOSTLY_ADMIN_EMAIL", "admin@ghostly.local", "the admin that the first start creates")
    admin_password: str = _setting("GHOSTLY_ADMIN_PASSWORD", "", "its password; generated and printed once unless set")
    token_hours: float = _setting("GHOSTLY_TOKEN_HOURS", 168.0, "how long a login lasts", least=0.01, unit="hours")
    stream_token_seconds: int = _setting(
        "GHOSTLY_STREAM_TOKEN_SECONDS", 3600, "how long a run's stream token lasts", least=1, unit="s"
    )
    login_limit: str = _setting("GHOSTLY_LOGIN_LIMIT", "10 per minute", "login attempts allowed per address")
    max_body_bytes: int = _setting("GHOSTLY_MAX_BODY_BYTES", 262_144, "largest request body", least=1024, unit="bytes")
    cors_origins: str = _setting("GHOSTLY_CORS_ORIGINS", "", "other origins that may call the API, comma-separated")
    trusted_proxies: int = _setting(
        "GHOSTLY_TRUSTED_PROXIES", 0, "how many proxies in front set X-Forwarded-*", least=0
    )
    max_runs: int = _setting("GHOSTLY_MAX_RUNS", 4, "runs at once per worker; further ones wait in order", least=1)
    max_queued: int = _setting("GHOSTLY_MAX_QUEUED", 200, "runs that may wait per worker", least=0)
    run_timeout_seconds: float = _setting(
        "GHOSTLY_RUN_TIMEOUT_SECONDS", 3600.0, "longest time a run may take once started", least=1, unit="s"
    )
    heartbeat_seconds: float = _setting(
        "GHOSTLY_HEARTBEAT_SECONDS", 5.0, "how often a worker says that its runs live", least=0.1, unit="s"
    )
    stale_seconds: float = _setting(
        "GHOSTLY_STALE_SECONDS", 20.0, "silence after which a run counts as abandoned", least=0.5, unit="s"
    )
    ping_seconds: float = _setting("GHOSTLY_PING_SECONDS", 15.0, "time between pings on a stream", least=0.1, unit="s")
    head_check_seconds: float = _setting(
        "GHOSTLY_HEAD_CHECK_SECONDS", 2.0, "how soon a lost doorbell is made good", least=0.1, unit="s"
    )
    stream_queue: int = _setting(
        "GHOSTLY_STREAM_QUEUE", 256, "events queued per reader before it reads the store", least=1
    )
    stream_ring: int = _setting("GHOSTLY_STREAM_RING", 512, "last events of a followed run kept in memory", least=1)
    stream_write_seconds: float = _setting(
        "GHOSTLY_STREAM_WRITE_SECONDS", 30.0, "a reader that takes nothing for so long is dropped", least=0.1, unit="s"
    )
    stream_send_buffer: int = _setting(
        "GHOSTLY_STREAM_SEND_BUFFER", 65_536, "socket send buffer of a stream", least=4096, unit="bytes"
    )
    max_streams: int = _setting("GHOSTLY_MAX_STREAMS", 2000, "open streams per worker", least=1)
    browser: str = _setting("GHOSTLY_BROWSER", "", "browser executable; looked for unless set")
    browser_ws: str = _setting(
        "GHOSTLY_BROWSER_WS", "", "remote browser (CDP or Playwright endpoint) instead of a local one"
    )
    browsers_path: str = _setting(
        "PLAYWRIGHT_BROWSERS_PATH", "", "where Playwright's own browsers are, if not where it puts them by itself"
    )
    viewport_width: int = _setting("GHOSTLY_VIEWPORT_WIDTH", 1280, "width of the page under test", least=100, unit="px")
    viewport_height: int = _setting("GHOSTLY_VIEWPORT_HEIGHT", 720, "and its height", least=100, unit="px")
    settle_ms: int = _setting(
        "GHOSTLY_SETTLE_MS",
        1000,
        "quiet time after which a page without the target fails the step",
        least=50,
        unit="ms",
    )
    llm_api_key: str = _setting("OPENAI_API_KEY", "", "key of the model; without one the builtin planner does the work")
    llm_base_url: str = _setting(
        "OPENAI_BASE_URL", "", "any OpenAI-compatible API root, such as http://127.0.0.1:11434/v1"
    )
    llm_model: str = _setting("GHOSTLY_LLM_MODEL", "gpt-4o-mini", "model to ask")
    llm_timeout_seconds: float = _setting(
        "GHOSTLY_LLM_TIMEOUT_SECONDS", 45.0, "longest wait for an answer of the model", least=1, unit="s"
    )
    llm_attempts: int = _setting(
        "GHOSTLY_LLM_ATTEMPTS", 3, "how often a model is asked before going on without", least=1
    )
    log_level: str = _setting("GHOSTLY_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR")
    server: str = _setting("GHOSTLY_SERVER", "", "server of the command line; that of the last login unless set")
    api_key: str = _setting("GHOSTLY_API_KEY", "", "API key of the command line; the last login's token unless set")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        values = {f.name: _parse(f, environ[f.metadata["variable"]]) for f in fields(cls) if _is_given(f, environ)}
        return cls(**values).checked()

    def checked(self) -> Settings:
        """Itself, if it can work; raises SettingsError with a sentence otherwise."""
        if self.jwt_secret:
            check_secret(self.jwt_secret)
        if self.admin_password and len(self.admin_password) < 8:
            raise SettingsError("GHOSTLY_ADMIN_PASSWORD is too short: use at least 8 characters.")
        if "@" not in self.admin_email:
            raise SettingsError(f"GHOSTLY_ADMIN_EMAIL must be an e-mail address, not {self.admin_email!r}.")
        if self.log_level.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise SettingsError(f"GHOSTLY_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {self.log_level!r}.")
        if not _LIMIT.fullmatch(self.login_limit):
            raise SettingsError(f"GHOSTLY_LOGIN_LIMIT must read like `10 per minute`, not {self.login_limit!r}.")
        _ = self.sqlalchemy_url
        if self.port > 65_535:
            raise SettingsError(f"PORT must be from 0 to 65535, not {self.port}.")
        if self.stale_seconds < 2 * self.heartbeat_seconds:
            raise SettingsError("GHOSTLY_STALE_SECONDS must be at least twice GHOSTLY_HEARTBEAT_SECONDS.")
        return self

    @property
    def data_folder(self) -> Path:
        return self.home.expanduser().absolute()

    @property
    def artifacts_folder(self) -> Path:
        return self.data_folder / "artifacts"

    @property
    def uploads_folder(self) -> Path:
        return self.data_folder / "uploads"

    @property
    def sqlalchemy_url(self) -> str:
        """`DATABASE_URL` with the driver that is installed; Heroku's `postgres://` is understood."""
        url = self.database_url or f"sqlite:///{self.data_folder / 'ghostly.db'}"
        for prefix in ("postgres://", "postgresql://"):
            if url.startswith(prefix):
                return "postgresql+psycopg://" + url.removeprefix(prefix)
        if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
            scheme = url.partition(":")[0]
            raise SettingsError(f"DATABASE_URL must start with postgresql:// or sqlite:///, not {scheme!r}.")
        return url

    @property
    def allowed_origins(self) -> list[str]:
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]


def check_secret(secret: str) -> None:
    """Raises SettingsError for a secret that could be guessed."""
    if secret.lower() in WELL_KNOWN_SECRETS or len(set(secret)) < 8:
        raise SettingsError("JWT_SECRET is well known or too simple: use 32 random characters, or leave it unset.")
    if len(secret) < SHORTEST_SECRET:
        raise SettingsError(f"JWT_SECRET has {len(secret)} characters: use 32 or more, or leave it unset.")


def table() -> list[tuple[str, str, str]]:
    """(variable, default, what it is) of every setting, as the README lists them."""
    return [(f.metadata["variable"], str(f.default), f.metadata["about"]) for f in fields(Settings)]


def environment(changes: Mapping[str, str], keeping: Collection[str] | None = None) -> dict[str, str]:
    """The environment for another process; with `keeping`, it inherits no settings of ours but those."""
    ours = {f.metadata["variable"] for f in fields(Settings)}
    inherited = {name: v for name, v in os.environ.items() if keeping is None or name not in ours or name in keeping}
    return inherited | dict(changes)


def _is_given(setting: Field[Any], environ: Mapping[str, str]) -> bool:
    return bool(environ.get(setting.metadata["variable"], "").strip())


def _parse(setting: Field[Any], text: str) -> Any:
    kind: Any = type(setting.default)
    variable, least = setting.metadata["variable"], setting.metadata["least"]
    text = text.strip()
    if issubclass(kind, (str, Path)):
        return kind(text)
    try:
        number = kind(text)
    except ValueError:
        what = "a whole number" if kind is int else "a number"
        raise SettingsError(f"{variable} must be {what}, not {text!r}.") from None
    # `not >=` and not `<`, so that nan is refused too.
    if least is not None and not least <= number < float("inf"):
        raise SettingsError(f"{variable} must be at least {least:g}, not {text}.")
    return number

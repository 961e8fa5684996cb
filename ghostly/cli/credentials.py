"""Which server a command talks to and as whom, and the file in which a login is kept."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from ..settings import Settings
from .exits import BadInput


@dataclass(frozen=True, slots=True)
class Login:
    """A login as it is kept: the token is good for this server alone."""

    server: str
    email: str
    token: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the options of a command say; empty where they say nothing."""

    server: str = ""
    api_key: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """A server, and the headers that prove who asks."""

    server: str
    headers: dict[str, str]


def access(given: Given, settings: Settings) -> Access:
    """Options come before settings, and settings before the login that is kept."""
    login = kept(settings)
    server = server_of(given, settings, login)
    if given.token:
        return Access(server, _bearer(given.token))
    if key := given.api_key or settings.api_key:
        return Access(server, {"X-Api-Key": _checked(key, "API key")})
    # Never to another server than the one that issued it.
    return Access(server, _bearer(login.token) if login and login.server == server else {})


def server_of(given: Given, settings: Settings, login: Login | None = None) -> str:
    local = f"http://127.0.0.1:{settings.port}"
    return checked_server(given.server or settings.server or (login.server if login else local))


def checked_server(url: str) -> str:
    """Without what follows the host and its path; raises UsageError for what is no web address."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not url.isascii() or not url.isprintable() or " " in url:
        raise click.UsageError(f"The server must be an address such as http://127.0.0.1:4000, not {url!r}.")
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")


def kept(settings: Settings) -> Login | None:
    """The login of last time; a file that cannot be read counts as none."""
    try:
        return Login(**json.loads(_file(settings).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def keep(login: Login, settings: Settings) -> Path:
    file = _file(settings)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Readable by its owner alone from its first byte on, and never half a file.
        handle, name = tempfile.mkstemp(prefix=".cli-", dir=file.parent)
        with os.fdopen(handle, "w") as draft:
            json.dump(asdict(login), draft)
        Path(name).replace(file)
    except OSError as error:
        raise BadInput(f"The login could not be kept in {file}: {error.strerror}.") from None
    return file


def _file(settings: Settings) -> Path:
    return settings.data_folder / "cli.json"


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {_checked(token, 'token')}"}


def _checked(secret: str, what: str) -> str:
    if not secret.isascii() or not secret.isprintable() or " " in secret:
        raise BadInput(f"The {what} has characters that none can have: copy it again, without spaces and line ends.")
    return secret

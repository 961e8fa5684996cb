"""Commands that become a server: `serve` and `migrate` hand over to a process of the server's side."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

import click

from ..settings import Settings, environment
from .exits import BadInput

ROOT = Path(__file__).resolve().parents[2]
GUNICORN = ("-m", "gunicorn", "-c", "gunicorn.conf.py", "app:app")
MIGRATION = ("-m", "ghostly.cli.migration")


@click.command()
@click.option("--host", default="", help="The address to listen on (also HOST); 0.0.0.0 is every interface.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port to listen on (also PORT).")
def serve(host: str, port: int | None) -> None:
    """Start the server: http://127.0.0.1:4000 unless told otherwise.

    The first start creates an admin and prints the password, once. README.md lists the settings.

    \b
    Examples:
      python -m ghostly serve
      python -m ghostly serve --port 8080
      DATABASE_URL=postgresql://localhost/ghostly python -m ghostly serve
    """
    changes = {"HOST": host} if host else {}
    if port is not None:
        changes["PORT"] = str(port)
    settings = Settings.from_env(environment(changes))
    _check_address(settings)
    _become(GUNICORN, settings, changes)


@click.command()
def migrate() -> None:
    """Bring the database in DATABASE_URL to the current schema.

    \b
    Example:
      DATABASE_URL=postgresql://localhost/ghostly python -m ghostly migrate
    """
    _become(MIGRATION, Settings.from_env(), {})


def _become(command: tuple[str, ...], settings: Settings, changes: dict[str, str]) -> NoReturn:
    # The folder may be named relative to where we are, and we leave for the one where the server's files are.
    environ = environment(changes | {"GHOSTLY_HOME": str(settings.data_folder)})
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(sys.executable, [sys.executable, *command], environ)


def _check_address(settings: Settings) -> None:
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        raise BadInput(
            f"{where} cannot be listened on: {error.strerror}. Choose another with --host or --port."
        ) from None

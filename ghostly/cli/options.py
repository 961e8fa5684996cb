"""The options that several commands share, and the server that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from ..settings import Settings
from .api import Api
from .credentials import Given, access

R = TypeVar("R")

run_id = click.argument("run_id", type=click.UUID, metavar="RUN_ID")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
patience = click.option(
    "--patience",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to go on trying when the server cannot be reached.",
)
server = click.option("--server", default="", metavar="URL", help="The server; that of the last login unless given.")


def on_a_server(command: Callable[..., R]) -> Callable[..., R]:
    """Gives the command a server as its first argument, and the options that choose one."""

    @server
    @click.option("--api-key", default="", metavar="KEY", help="An API key (also GHOSTLY_API_KEY), instead of a login.")
    @click.option("--token", default="", metavar="TOKEN", help="The token of a login, instead of the one that is kept.")
    @wraps(command)
    def connected(*, server: str, api_key: str, token: str, **options: Any) -> R:
        with Api(access(Given(server, api_key, token), Settings.from_env())) as api:
            return command(api, **options)

    return connected

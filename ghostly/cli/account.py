"""Who one is on a server: `login` and `keys`."""

from __future__ import annotations

import json
import sys
from uuid import UUID

import click

from ..settings import Settings
from . import options
from .api import Api
from .credentials import Access, Given, Login, keep, kept, server_of
from .exits import BadInput
from .screen import Output


@click.command()
@options.server
@click.option("--email", default="", help="The account; asked for unless given.")
@click.option("--password", default="", help="Asked for unless given; others on this machine may see it here.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def login(server: str, email: str, password: str, password_stdin: bool) -> None:
    """Sign in to a server, and keep the token for other commands.

    \b
    Examples:
      python -m ghostly login
      python -m ghostly login --server https://ghostly.example --email me@example.org
      python -m ghostly login --email me@example.org --password-stdin < password.txt
    """
    settings = Settings.from_env()
    address = server_of(Given(server=server), settings, kept(settings))
    if password and password_stdin:
        raise click.UsageError("Give --password or --password-stdin, not both.")
    if password_stdin and not (password := sys.stdin.readline().rstrip("\r\n")):
        raise BadInput("There was no password on standard input.")
    email = email or click.prompt("Email", default=settings.admin_email, err=True)
    password = password or click.prompt("Password", hide_input=True, err=True)
    with Api(Access(address, {})) as api:
        answer = api.post("/v1/auth/login", {"email": email, "password": password})
        file = keep(Login(address, email, api.text(answer, "token")), settings)
    click.echo(f"Signed in to {address} as {email}; the token is kept in {file}.")


@click.group()
def keys() -> None:
    """API keys, which open every route until they are deleted."""


@keys.command("list")
@options.as_json
@options.on_a_server
def list_keys(api: Api, as_json: bool) -> None:
    """List the keys, each with its first characters only."""
    found = api.listing("/v1/api-keys")
    if as_json:
        click.echo(json.dumps(found))
    elif found:
        Output().table(("id", "label", "key", "createdAt"), found)
    else:
        click.echo("There are no API keys.")


@keys.command("create")
@click.argument("label")
@options.as_json
@options.on_a_server
def create_key(api: Api, label: str, as_json: bool) -> None:
    """Create a key, and print it this once.

    \b
    Example:
      export GHOSTLY_API_KEY=$(python -m ghostly keys create "my laptop")
    """
    created = api.post("/v1/api-keys", {"label": label})
    click.echo(json.dumps(created) if as_json else api.text(created, "key"))


@keys.command("delete")
@click.argument("key_id", type=click.UUID, metavar="ID")
@options.on_a_server
def delete_key(api: Api, key_id: UUID) -> None:
    """Delete a key, which then opens nothing any more."""
    api.delete(f"/v1/api-keys/{key_id}")
    click.echo(f"The API key {key_id} is deleted.")

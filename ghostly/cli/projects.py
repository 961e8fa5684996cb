"""Projects on a server: `projects`, and the one that a label means."""

from __future__ import annotations

import json
from contextlib import suppress
from uuid import UUID

import click

from . import options
from .api import Api
from .exits import BadInput
from .screen import Output
from .words import printable


@click.command()
@options.as_json
@options.on_a_server
def projects(api: Api, as_json: bool) -> None:
    """List the projects; `python -m ghostly run --project LABEL` creates one."""
    found = api.listing("/v1/projects")
    if as_json:
        click.echo(json.dumps(found))
    elif found:
        Output().table(("id", "label", "createdAt"), found)
    else:
        click.echo("There are no projects.")


def project_id(api: Api, wanted: str, *, create: bool = True) -> str:
    """The id of the project with this id or label; one that is missing is created, if it may be."""
    wanted = wanted.strip()
    found = api.listing("/v1/projects")
    for project in found:
        if wanted in (project.get("id"), project.get("label")):
            return api.text(project, "id")
    if _is_id(wanted) or not create:
        known = ", ".join(printable(project.get("label", "")) for project in found) or "none"
        raise BadInput(f"There is no project {wanted!r}; there are: {known}.")
    created = api.text(api.post("/v1/projects", {"label": wanted}), "id")
    click.echo(f"Project {wanted} did not exist and is created.", err=True)
    return created


def _is_id(text: str) -> bool:
    with suppress(ValueError):
        return bool(UUID(text))
    return False

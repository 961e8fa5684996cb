"""Goals in plain words on a server: `plan` and `memories`."""

from __future__ import annotations

import json
from collections.abc import Mapping

import click

from . import options
from .api import Api
from .exits import Exit
from .projects import project_id
from .screen import Output
from .words import Facts, doing, printable


@click.command()
@click.argument("goal")
@click.option("--base-url", required=True, metavar="URL", help="The application under test.")
@click.option("--project", default="Default", show_default=True, metavar="ID|LABEL", help="Created if it is new.")
@options.as_json
@options.on_a_server
def plan(api: Api, goal: str, base_url: str, project: str, as_json: bool) -> int:
    """Show the first steps that a run would take for GOAL, and do nothing.

    With --json the draft is printed, which `run -` takes as it is. The exit code is 2 when the
    planner could not place the goal.

    \b
    Examples:
      python -m ghostly plan "Sign in as ada@x.test with password p4ss" --base-url https://x.test
      python -m ghostly plan "Open Orders" --base-url https://x.test --json | python -m ghostly run - --follow
    """
    body = {"project": project_id(api, project), "baseUrl": base_url, "goal": goal, "mode": "v2"}
    answer = Facts(api.post("/v1/plan", body))
    draft, meta = answer.part("draft"), answer.part("meta")
    if as_json:
        click.echo(json.dumps(draft.fields))
    else:
        _tell(draft.fields, meta)
    return Exit.INCONCLUSIVE if meta.text("unsure") else Exit.PASS


def _tell(draft: Mapping[object, object], meta: Facts) -> None:
    steps = draft.get("steps")
    for number, step in enumerate(steps if isinstance(steps, list) else [], 1):
        click.echo(f"{number:>3}. {doing(Facts(step))}")
    if meta.text("unsure"):
        click.echo(meta.text("unsure"))
    elif meta.is_true("hasMore"):
        click.echo("     and more, once it can be seen what these lead to")


@click.group()
def memories() -> None:
    """List the flows that are remembered, or forget one."""


@memories.command("list")
@click.option("--project", default="", metavar="ID|LABEL", help="Only those of a project.")
@options.as_json
@options.on_a_server
def remembered(api: Api, project: str, as_json: bool) -> None:
    """List the flows that reached their goals."""
    query = {"project": project_id(api, project, create=False)} if project else {}
    found = api.listing("/v1/memories", query)
    if as_json:
        click.echo(json.dumps(found))
    elif found:
        shown = [{**each, "goal": printable(each.get("goal", ""))[:70]} for each in found]
        Output().table(("id", "goal", "baseUrl", "hits", "savedAt"), shown)
    else:
        click.echo("Nothing is remembered.")


@memories.command()
@click.argument("memory_id", type=click.UUID)
@options.on_a_server
def forget(api: Api, memory_id: object) -> None:
    """Forget a flow: the next run for its goal plans anew."""
    api.delete(f"/v1/memories/{memory_id}")
    click.echo(f"The flow {memory_id} is forgotten.")

"""Runs on a server: `run`, `follow`, `cancel` and `runs`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

import click

from . import options
from .api import Api
from .exits import BadInput, Exit, Interrupted
from .projects import project_id
from .runfile import Body, read_run, read_secrets, secret_name
from .screen import Output
from .watch import Watch, watch


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options of `run` add to the file."""

    base_url: str
    screenshots: bool
    video: bool
    trace: bool
    headed: bool
    timeout: int | None

    def body(self) -> Body:
        wished: dict[str, object] = {
            "baseUrl": self.base_url,
            "captureScreenshotAfterEachStep": self.screenshots,
            "recordVideoOnFailure": self.video,
            "recordTrace": self.trace,
            "defaultTimeoutMs": self.timeout,
        }
        return {name: value for name, value in wished.items() if value} | ({"headless": False} if self.headed else {})


@click.command()
@click.argument("steps_file", metavar="[STEPS.JSON]", required=False)
@click.option("--goal", default="", metavar="TEXT", help="What to do and to check, in plain English or Spanish.")
@click.option("--project", default="", metavar="ID|LABEL", help="Created when there is none of this label.")
@click.option("--base-url", default="", metavar="URL", help="The application under test, unless the file says it.")
@click.option("--follow", "follows", is_flag=True, help="Show what happens, and exit as `follow` does.")
@click.option("--screenshots", is_flag=True, help="Take a screenshot after each step.")
@click.option("--video", is_flag=True, help="Keep a video if the run fails.")
@click.option("--trace", is_flag=True, help="Record a Playwright trace.")
@click.option("--timeout", type=click.IntRange(min=1), metavar="MS", help="The longest time a step may take.")
@click.option("--headed", is_flag=True, help="With a window, on the server's screen.")
@click.option("--secret", "asked", multiple=True, metavar="NAME=-", help="Ask for the value of {{NAME}} in the steps.")
@click.option("--secret-file", metavar="FILE", help="A file with NAME=VALUE on each line, for the same.")
@options.patience
@options.as_json
@options.on_a_server
def run(
    api: Api,
    steps_file: str | None,
    goal: str,
    project: str,
    follows: bool,
    asked: tuple[str, ...],
    secret_file: str | None,
    patience: float,
    as_json: bool,
    **wishes: object,
) -> int:
    """Start a run of the steps in STEPS.JSON (- is standard input), or for a goal, and print its id.

    The file holds a list of steps, or the whole body of POST /v1/run. With a goal besides, the steps come first.

    \b
    Examples:
      python -m ghostly run --goal "Add a note saying Hello, and check that it is listed" --base-url URL --follow
      python -m ghostly run steps.json --base-url http://127.0.0.1:8000 --follow
      python -m ghostly run login.json --secret PASSWORD=- --follow --screenshots
      generate-steps | python -m ghostly run - --project Shop --base-url https://shop.test --json
    """
    body = _asked(steps_file, goal) | Wishes(**wishes).body()  # type: ignore[arg-type]  # click has checked them
    if secrets := _secrets(asked, secret_file):
        body["secrets"] = _merged(body.get("secrets"), secrets)
    body["project"] = project_id(api, project or str(body.get("project") or "Default"))
    started = api.post("/v1/run", body)
    run_id = api.text(started, "id")
    if not follows:
        click.echo(json.dumps(started) if as_json else run_id)
        return Exit.PASS
    click.echo(f"Run {run_id} has started.", err=as_json)
    return _watched(api, Watch(run_id, patience, as_json))


@click.command()
@options.run_id
@click.option("--from", "first", type=click.IntRange(min=1), default=1, metavar="SEQ", help="Show no earlier events.")
@options.patience
@options.as_json
@options.on_a_server
def follow(api: Api, run_id: UUID, first: int, patience: float, as_json: bool) -> int:
    """Show what happens in a run until it ends, and exit with its verdict.

    A connection that is cut is resumed; in the end the count and the digest of the events prove that
    none is missing, doubled or altered. With --from the earlier events are read as well, for that proof.

    \b
    Exit codes:
      0  the run passed            3  it was cancelled
      1  it failed                 4  the server cannot be reached
      2  it is inconclusive       76  the stream is not what happened
    """
    return _watched(api, Watch(str(run_id), patience, as_json, first))


@click.command()
@options.run_id
@options.on_a_server
def cancel(api: Api, run_id: UUID) -> None:
    """Cancel a run, wherever it stands."""
    answer = api.post(f"/v1/runs/{run_id}/cancel")
    click.echo(f"The run {run_id} is {api.text(answer, 'status')}.")


@click.command()
@click.option("--project", default="", metavar="ID|LABEL", help="Only those of a project.")
@click.option("--status", type=click.Choice(["running", "pass", "fail"]), help="Only those that stand so.")
@click.option("--limit", type=click.IntRange(1, 100), default=20, show_default=True, help="How many.")
@options.as_json
@options.on_a_server
def runs(api: Api, project: str, status: str | None, limit: int, as_json: bool) -> None:
    """List the last runs, the newest first."""
    query = {"limit": str(limit)} | ({"status": status} if status else {})
    if project:
        query["project"] = project_id(api, project, create=False)
    found = api.listing("/v1/runs", query)
    if as_json:
        click.echo(json.dumps(found))
    elif found:
        Output().table(("id", "status", "verdict", "startedAt", "baseUrl"), found)
    else:
        click.echo("There are no such runs.")


def _asked(steps_file: str | None, goal: str) -> Body:
    if not steps_file and not goal.strip():
        raise click.UsageError("Say what to do: a file of steps, or --goal with a sentence.")
    body = read_run(steps_file) if steps_file else {}
    if goal.strip():
        given = body.get("assist")
        body["assist"] = {**(given if isinstance(given, dict) else {}), "v2": True, "goal": goal}
    return body


def _watched(api: Api, wish: Watch) -> Exit:
    try:
        return watch(api, wish)
    except KeyboardInterrupt:
        goes_on = f"Stopped following; the run goes on. To end it: python -m ghostly cancel {wish.run_id}"
        raise Interrupted(goes_on) from None


def _secrets(asked: tuple[str, ...], file: str | None) -> dict[str, str]:
    secrets = read_secrets(file) if file else {}
    for wish in asked:
        name, _, value = wish.partition("=")
        if value != "-":
            raise click.UsageError("A secret is --secret NAME=- (it is asked for) or a line of --secret-file.")
        secrets[secret_name(name)] = click.prompt(name, hide_input=True, err=True)
    return secrets


def _merged(known: object, secrets: dict[str, str]) -> dict[str, object]:
    if known is not None and not isinstance(known, dict):
        raise BadInput('The "secrets" of a run are an object such as {"PASSWORD": "…"}.')
    return {**(known or {}), **secrets}

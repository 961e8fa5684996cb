"""`demo`: a server and an application under test of its own, one run of it, and the stream as it happens."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import click
import httpx
from rich.text import Text

from ..settings import environment
from .api import Api
from .children import Child, Command
from .credentials import Access
from .exits import BadInput
from .runfile import read_run
from .screen import Output
from .server import GUNICORN, ROOT
from .watch import Watch, watch

FOLDER = ROOT / ".demo"
STEPS = ROOT / "ghostly" / "demo" / "steps.json"
APPLICATION = ("-m", "ghostly.demo", "--port", "0")
EMAIL = "demo@ghostly.local"
# Which browser to use is a fact of the machine; everything else is as if nothing had been set.
KEEPING = ("GHOSTLY_BROWSER", "GHOSTLY_BROWSER_WS", "GHOSTLY_LOG_LEVEL")
START_SECONDS = 60.0
USUAL_PORT = 4000


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demonstration happens."""

    server: str
    application: str
    password: str


@click.command()
@click.option("--keep", is_flag=True, help="Leave the server and the application running until Ctrl-C.")
def demo(keep: bool) -> int:
    """Test the bundled demo application in a real browser, and watch.

    Everything is done with a server of its own, in the folder .demo, which is emptied first.
    The exit code is that of `python -m ghostly follow`.
    """
    out = Output()
    with _stopped_by_signals(), _folder_of_our_own(), _stage(out) as stage:
        with Api(Access(stage.server, {})) as api:
            token = api.text(api.post("/v1/auth/login", {"email": EMAIL, "password": stage.password}), "token")
        with Api(Access(stage.server, {"Authorization": f"Bearer {token}"})) as api:
            run_id = _start(api, stage)
            out.print(f"Run {run_id} tests {stage.application}\n")
            code = watch(api, Watch(run_id))
        _tell_where(out, stage, run_id, keep)
        if keep:
            _wait_for_ctrl_c()
    return code


def _start(api: Api, stage: Stage) -> str:
    project = api.text(api.post("/v1/projects", {"label": "Demo"}), "id")
    wishes = {"project": project, "baseUrl": stage.application, "captureScreenshotAfterEachStep": True}
    return api.text(api.post("/v1/run", read_run(str(STEPS)) | wishes), "id")


@contextmanager
def _stage(out: Output) -> Iterator[Stage]:
    port, password = _free_port(), secrets.token_urlsafe(18)
    settings = {
        "GHOSTLY_HOME": str(FOLDER),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "GHOSTLY_ADMIN_EMAIL": EMAIL,
        "GHOSTLY_ADMIN_PASSWORD": password,
    }
    application = Child(
        Command("The demo application", APPLICATION, ROOT, environment({"PYTHONUNBUFFERED": "1"}, KEEPING)),
        FOLDER / "application.log",
    )
    server = Child(Command("The server", GUNICORN, ROOT, environment(settings, KEEPING)), FOLDER / "server.log")
    with application, server:
        application.start()
        server.start()
        with out.status("starting the server and the demo application …"):
            address = application.until(lambda: _address_in(application.said()), START_SECONDS)
            url = f"http://127.0.0.1:{port}"
            server.until(lambda: _is_healthy(url) or None, START_SECONDS)
        out.print(f"Ghostly serves {url}, and the application to test is {address}")
        yield Stage(url, address, password)


def _tell_where(out: Output, stage: Stage, run_id: str, keep: bool) -> None:
    while_it_serves = "" if keep else " (while the server runs: --keep leaves it running)"
    shown = {
        "record": f"{stage.server}/v1/runs/{run_id}{while_it_serves}",
        "screenshots": _seen_from_here(FOLDER / "artifacts" / run_id),
        "logs": f"{_seen_from_here(FOLDER / 'server.log')}, {_seen_from_here(FOLDER / 'application.log')}",
    }
    if keep:
        account = f"--email {EMAIL} --password {stage.password}"
        shown["sign in"] = f"python -m ghostly login --server {stage.server} {account}"
    out.print()
    for name, value in shown.items():
        out.print(Text.assemble((f"{name:<12}", "dim"), value))
    if keep:
        out.print("\nServing until Ctrl-C.")


def _seen_from_here(path: Path) -> str:
    return os.path.relpath(path)


def _wait_for_ctrl_c() -> None:
    try:
        signal.pause()
    except KeyboardInterrupt:
        click.echo(err=True)


@contextmanager
def _folder_of_our_own() -> Iterator[None]:
    """An empty .demo; raises BadInput while another demonstration uses it."""
    try:
        FOLDER.mkdir(exist_ok=True)
        lock = os.open(FOLDER, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError as error:
        raise BadInput(f"{FOLDER} cannot be used: {error.strerror}.") from None
    try:
        _lock(lock)
        _empty(FOLDER)
        yield
    finally:
        os.close(lock)


def _lock(folder: int) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BadInput("Another demo is going on: let it end, or end it with Ctrl-C, first.") from None


def _empty(folder: Path) -> None:
    try:
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    except OSError as error:
        raise BadInput(f"{folder} cannot be emptied: {error.strerror}.") from None


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """A SIGTERM or a closed terminal ends the block as Ctrl-C does, so that no child stays behind."""

    def leave(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    before = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _free_port() -> int:
    for port in (USUAL_PORT, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise BadInput("No port of 127.0.0.1 is free.")


def _address_in(text: str) -> str | None:
    found = re.search(r"https?://[\w.:\[\]-]+", text.rpartition("\n")[0])
    return found[0] if found else None


def _is_healthy(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health", timeout=2, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False

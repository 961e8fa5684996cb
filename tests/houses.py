"""A whole Ghostly, started as its users start it, and ways to look at it from outside."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
from fakes import eventually

ROOT = Path(__file__).parent.parent
EMAIL, PASSWORD = "admin@ghostly.test", "correct horse battery"
GUNICORN = ("-m", "gunicorn", "-c", "gunicorn.conf.py", "app:app")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """A running server; everything it says is in `log`."""

    def __init__(self, home, command=GUNICORN, **settings):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.home = Path(home)
        self.log_file = self.home.parent / f"server-{self.port}.log"
        self._command = [sys.executable, *(part.format(port=self.port) for part in command)]
        self._env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GHOSTLY_")},
            "GHOSTLY_HOME": str(home),
            "GHOSTLY_ADMIN_EMAIL": EMAIL,
            "GHOSTLY_ADMIN_PASSWORD": PASSWORD,
            "GHOSTLY_LOGIN_LIMIT": "1000 per minute",
            "PORT": str(self.port),
            **{name: str(value) for name, value in settings.items()},
        }
        self.start()

    def start(self):
        # In a file and not a pipe, which nobody empties while a test waits.
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                self._command, cwd=ROOT, env=self._env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        try:
            eventually(self._is_up, 90)
        except AssertionError:
            self.stop()
            raise AssertionError(f"the server did not start:\n{self.log}") from None

    def _is_up(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the server ended:\n{self.log}")
        with contextlib.suppress(httpx.TransportError):
            return httpx.get(f"{self.url}/health", timeout=2).status_code == 200

    @property
    def log(self):
        return self.log_file.read_text(errors="replace")

    @property
    def workers(self):
        """The process ids of gunicorn's workers."""
        return [pid for pid in descendants(self.process.pid) if b"gunicorn" in command_line(pid)]

    def stop(self, seconds=15):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise

    @contextlib.contextmanager
    def client(self):
        """An HTTP client that is signed in as the admin."""
        with httpx.Client(base_url=self.url, timeout=30) as client:
            answer = client.post("/v1/auth/login", json={"email": EMAIL, "password": PASSWORD})
            assert answer.status_code == 200, answer.text
            client.headers["Authorization"] = f"Bearer {answer.json()['token']}"
            yield client

    def metric(self, name):
        found = re.search(rf"^{name} ([0-9.e+]+)$", httpx.get(f"{self.url}/metrics").text, re.M)
        assert found, f"no metric {name}"
        return float(found[1])


def project(client):
    answer = client.post("/v1/projects", json={"label": "Shop"})
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


def run(client, base_url, steps, **options):
    """Start a run and return its id."""
    options = {"project": options.pop("project", None) or project(client), **options}
    answer = client.post("/v1/run", json={"baseUrl": base_url, "steps": steps, **options})
    assert answer.status_code == 202, answer.text
    return answer.json()["id"]


def finished(client, run_id, seconds=60):
    """The record of the run once it has ended."""

    def record():
        answer = client.get(f"/v1/runs/{run_id}")
        assert answer.status_code == 200, answer.text
        return answer.json() if answer.json()["status"] != "running" else None

    return eventually(record, seconds)


def stream_url(client, run_id):
    """The address of the run's stream, with a token of its own."""
    answer = client.post(f"/v1/runs/{run_id}/stream-token")
    assert answer.status_code == 200, answer.text
    return f"{str(client.base_url).rstrip('/')}/v1/runs/{run_id}/events/stream?token={answer.json()['token']}"


def descendants(pid):
    """Process ids of the children of `pid`, their children, and so on."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry.name))
    found, queue = [], [pid]
    while queue:
        queue += children.get(queue[0], [])
        found += children.get(queue.pop(0), [])
    return found


def command_line(pid):
    with contextlib.suppress(OSError):
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ")
    return b""


def is_alive(pid):
    with contextlib.suppress(OSError):
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def elapsed_since(begin):
    return time.monotonic() - begin

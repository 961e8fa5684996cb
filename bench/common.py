"""What the benches share: a server of their own, shares with their intervals, and the file of results."""

import math
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "bench" / "RESULTS.md"


@contextmanager
def ghostly(parallel, label):
    """A server of its own with nothing set but the number of runs; yields a client that is signed in, and a project."""
    with socket.socket() as probe, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        probe.bind(("127.0.0.1", 0))
        port, password = probe.getsockname()[1], secrets.token_urlsafe(12)
        probe.close()
        given = {name: value for name, value in os.environ.items() if not name.startswith(("GHOSTLY_", "OPENAI_"))}
        given |= {"GHOSTLY_HOME": home, "GHOSTLY_ADMIN_EMAIL": "bench@ghostly.local", "PORT": str(port)}
        given |= {"GHOSTLY_ADMIN_PASSWORD": password, "GHOSTLY_MAX_RUNS": str(parallel)}
        given |= {name: os.environ[name] for name in ("GHOSTLY_BROWSER",) if name in os.environ}
        process = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=given, stderr=subprocess.DEVNULL)
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
                wait_for(client)
                answer = client.post("/v1/auth/login", json={"email": "bench@ghostly.local", "password": password})
                client.headers["Authorization"] = f"Bearer {answer.json()['token']}"
                yield client, client.post("/v1/projects", json={"label": label}).json()["id"]
        finally:
            process.terminate()
            process.wait(20)


def wait_for(client):
    for _ in range(200):
        try:
            if client.get("/health").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    sys.exit("The server did not start.")


def wilson(hits, total):
    """The 95 % interval of a share, in percent."""
    if not total:
        return 0.0, 0.0
    z, share = 1.96, hits / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return tuple(max(0.0, 100 * (middle + sign * spread) / (1 + z * z / total)) for sign in (-1, 1))


def told(hits, total):
    low, high = wilson(hits, total)
    percent = 100 * hits / total if total else 0.0
    return f"{hits} of {total} = {percent:.1f} % ({low:.1f}-{high:.1f})"


def write_report(mark, text):
    """Replaces one bench's part of the report and leaves the others."""
    before = REPORT.read_text() if REPORT.exists() else "# Results\n\n"
    first, marked, rest = before.partition(mark)
    after = rest.partition(mark)[2].lstrip("\n") if marked else ""
    first = first if first.endswith("\n\n") else first.rstrip("\n") + "\n\n"
    REPORT.write_text(first + text + after)

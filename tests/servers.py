"""Real servers for tests, each of its own, on a free port, in a folder that goes when they stop."""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


@contextlib.contextmanager
def postgresql():
    """A fresh PostgreSQL; yields the URL of its database `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="ghostly-pg-"))
    data = folder / "data"
    # PostgreSQL refuses to run as root.
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    owner = "postgres" if as_owner else getpass.getuser()
    if as_owner:
        shutil.chown(folder, "postgres")
    port = _free_port()
    settings = f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    settings += " -c fsync=off -c full_page_writes=off -c max_connections=200"
    initdb, pg_ctl = (str(_programs() / name) for name in ("initdb", "pg_ctl"))
    _call(as_owner, initdb, "-D", str(data), "-A", "trust", "-U", owner, "--no-sync")
    _call(as_owner, pg_ctl, "-D", str(data), "-w", "-t", "60", "-o", settings, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql+psycopg://{owner}@127.0.0.1:{port}/postgres"
    finally:
        _call(as_owner, pg_ctl, "-D", str(data), "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _programs():
    """The newest PostgreSQL that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if found:
        return found[-1]
    on_path = shutil.which("pg_ctl")
    assert on_path, "PostgreSQL is not installed: `apt-get install postgresql`, or let `make test` do it"
    return Path(on_path).resolve().parent


def _call(as_owner, *command):
    done = subprocess.run([*as_owner, *command], cwd="/", capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]

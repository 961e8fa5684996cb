"""The command line with a real server, a real browser and the demo application."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import eventually
from houses import EMAIL, PASSWORD, House, descendants, is_alive

ROOT = Path(__file__).parents[2]


class Demo:
    """`python -m ghostly demo`, its lines as they come."""

    def __init__(self, *arguments, **env):
        command = [sys.executable, "-m", "ghostly", "demo", *arguments]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.said = []

    def until(self, words):
        for line in self.process.stdout:
            self.said.append(line)
            if words in line:
                return
        raise AssertionError("".join(self.said) + self.process.stderr.read())

    def end(self, *, code):
        out, err = self.process.communicate(timeout=60)
        self.said.append(out)
        assert self.process.returncode == code, "".join(self.said) + err
        assert "Traceback" not in err
        return "".join(self.said), err


def test_the_demo_passes_shows_where_to_look_and_leaves_nothing_behind():
    demo = Demo("--keep")
    demo.until("Serving until Ctrl-C.")
    family = descendants(demo.process.pid)
    _, refusal = Demo().end(code=65)
    demo.process.send_signal(signal.SIGTERM)
    out, err = demo.end(code=143)

    assert err == ""
    assert "verdict: success" in out
    assert re.search(r"stream verified: \d+ events, sha256:[0-9a-f]{64}\n", out)
    steps = len(json.loads((ROOT / "ghostly" / "demo" / "steps.json").read_text())["steps"])
    (folder,) = re.findall(r"^screenshots +(.+)$", out, re.M)
    assert len(list((ROOT / folder).glob("*.png"))) == steps
    assert re.search(r"^sign in +python -m ghostly login --server http://127\.0\.0\.1:\d+ --email ", out, re.M)
    assert "Another demo is going on" in refusal
    assert len(family) > 3
    eventually(lambda: not any(is_alive(pid) for pid in family))


def test_a_demo_that_is_interrupted_leaves_nothing_behind_either():
    demo = Demo()
    demo.until("step 1:")
    family = descendants(demo.process.pid)
    demo.process.send_signal(signal.SIGINT)
    demo.end(code=130)

    assert len(family) > 3
    eventually(lambda: not any(is_alive(pid) for pid in family))


def test_a_server_that_does_not_start_is_explained_by_its_last_words():
    _, err = Demo(GHOSTLY_LOG_LEVEL="LOUD").end(code=4)

    assert err.startswith("ghostly: The server ended at its start with code 1. The end of ")
    assert err.endswith("  ghostly: GHOSTLY_LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not 'LOUD'.\n")


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path / "server", ("-m", "ghostly", "serve"))
    yield house
    house.stop()


@pytest.fixture
def ghostly(tmp_path):
    env = os.environ | {"GHOSTLY_HOME": str(tmp_path / "client")}

    def start(*arguments, **options):
        command = [sys.executable, "-m", "ghostly", *arguments]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, cwd=ROOT, env=env, text=True, **pipes | options)

    return start


def done(process, code=0, stdin=None):
    out, err = process.communicate(stdin, timeout=60)
    assert process.returncode == code, out + err
    return out


def test_a_run_is_followed_across_a_restart_of_its_server(house, ghostly, tmp_path):
    """The whole story: serve, sign in, make a key, run, follow, lose the server, find it again, see how it ended."""
    steps = tmp_path / "steps.json"
    steps.write_text('[{"action": "waitForSelector", "selector": "#never"}]')
    account = ("--server", house.url, "--email", EMAIL)
    done(ghostly("login", *account, "--password-stdin", stdin=subprocess.PIPE), stdin=PASSWORD)
    key = done(ghostly("keys", "create", "ci")).strip()
    page = f"{house.url}/health"

    following = ghostly("run", str(steps), "--base-url", page, "--follow", "--api-key", key)
    while "waitForSelector #never" not in following.stdout.readline():
        assert following.poll() is None
    house.stop()
    house.start()
    out = done(following, code=2)

    assert "verdict: inconclusive-environment" in out
    assert "stream verified: " in out
    (run,) = json.loads(done(ghostly("runs", "--json")))
    assert run["verdict"] == "inconclusive-environment"
    again = done(ghostly("follow", run["id"], "--json"), code=2)
    assert json.loads(again.splitlines()[-1])["digest"] in out
    assert "finished" in _refusal(ghostly("cancel", run["id"]))


def _refusal(process):
    _, err = process.communicate(timeout=30)
    assert process.returncode == 65
    return err


def test_migrate_makes_a_database_ready(ghostly, tmp_path):
    out = done(ghostly("migrate"))

    assert out == "The database has the current schema.\n"
    assert (tmp_path / "client" / "ghostly.db").exists()


def test_a_database_that_cannot_be_reached_is_a_sentence(tmp_path):
    env = os.environ | {"GHOSTLY_HOME": str(tmp_path), "DATABASE_URL": "postgresql://me:secret@127.0.0.1:9/none"}
    command = [sys.executable, "-m", "ghostly", "migrate"]
    process = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)

    assert process.returncode == 4
    assert process.stderr.startswith("ghostly: The database cannot be used: ")
    assert "secret" not in process.stderr
    assert "Traceback" not in process.stderr

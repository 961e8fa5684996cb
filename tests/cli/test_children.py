"""Processes that a command starts: waited for, explained when they die, and never left behind."""

import os
import re

import pytest
from fakes import eventually
from houses import is_alive

from ghostly.cli.children import Child, Command
from ghostly.cli.exits import Unreachable

SLEEPS = "import time; print('up', flush=True); time.sleep(60)"
IGNORES_SIGTERM = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPS}"
HAS_A_CHILD = f"import subprocess; print(subprocess.Popen(['sleep', '60']).pid, flush=True); {SLEEPS}"


@pytest.fixture
def child(tmp_path):
    def make(code, stop_seconds=10.0):
        command = Command(
            "The server", ("-c", f"import os; print(os.getpid(), flush=True); {code}"), tmp_path, os.environ
        )
        return Child(command, tmp_path / "server.log", stop_seconds)

    return make


def up(child):
    """Process ids that a child has printed, once it is up."""
    return child.until(
        lambda: [int(n) for n in re.findall(r"\d+", child.said())] if "up\n" in child.said() else None, 20
    )


@pytest.mark.parametrize("code", [SLEEPS, HAS_A_CHILD], ids=["alone", "with a child of its own"])
def test_nothing_of_a_child_is_left_after_its_block(child, code):
    with child(code) as started:
        started.start()
        pids = up(started)
        assert all(is_alive(pid) for pid in pids)

    eventually(lambda: not any(is_alive(pid) for pid in pids))


def test_a_child_that_ignores_the_request_to_end_is_killed(child):
    with child(IGNORES_SIGTERM, stop_seconds=0.2) as started:
        started.start()
        (pid,) = up(started)

    assert not is_alive(pid)


def test_a_child_is_stopped_when_the_block_fails(child):
    pids = []

    def fail_in_the_block():
        with child(SLEEPS) as started:
            started.start()
            pids.extend(up(started))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_the_block()
    assert [is_alive(pid) for pid in pids] == [False]


def test_a_child_that_dies_at_its_start_is_an_error_with_its_last_words(child):
    code = "print(*range(9), sep='\\n'); raise SystemExit('the port is taken')"
    with child(code) as started:
        started.start()
        with pytest.raises(Unreachable) as refusal:
            started.until(lambda: None, 20)

    said = str(refusal.value).splitlines()
    assert said[0].startswith("The server ended at its start with code 1. The end of ")
    assert said[1:] == ["  5", "  6", "  7", "  8", "  the port is taken"]


def test_a_child_that_is_never_ready_is_an_error_too(child):
    with child(SLEEPS) as started:
        started.start()
        with pytest.raises(Unreachable, match=r"did not get ready within 0\.1 s"):
            started.until(lambda: None, 0.1)


def test_a_block_without_a_started_child_ends_in_peace(child):
    with child(SLEEPS):
        pass

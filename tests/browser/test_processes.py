"""Calls end when they must, and no process outlives what it was started for."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import gevent
import pytest
from browser.visitors import SETTLE_MS, Visitor

from ghostly.browser.options import BrowserOptions
from ghostly.browser.remote import RemoteBrowsers
from ghostly.engine.ports import Recordings
from ghostly.engine.steps import Step
from ghostly.errors import BrowserGone, BrowserMissing, PageError

WAIT = Step("waitForSelector", selector="#never", timeout_ms=30_000)
PARENT = Path(__file__).parent / "parent.py"


@pytest.fixture
def fresh():
    """Browsers of one test alone, for what it does to them."""
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=SETTLE_MS))
    yield browsers
    browsers.stop()


@pytest.fixture
def opened(fresh, session):
    visitor = Visitor(fresh.open(session()))
    visitor.do("goto", url="/form.html")
    return visitor


def family(pid):
    """The processes below one, however far, with their names."""
    below = {}
    for entry in Path("/proc").iterdir():
        try:
            name, _, rest = (entry / "stat").read_text().partition("(")[2].rpartition(")")
            state, parent = rest.split()[:2]
            below[int(entry.name)] = (int(parent), name, state)
        except (OSError, ValueError):
            continue
    found = {pid}
    while more := {child for child, (parent, _, _) in below.items() if parent in found} - found:
        found |= more
    return {child: below[child][1] for child in found - {pid} if below[child][2] not in "ZX"}


def child_pid(browsers):
    return browsers._child._process.pid


def until(true, seconds=10):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def is_running(pid):
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def none_runs(pids):
    return not any(map(is_running, pids))


def ends_gone(visitor):
    """Wait for what never comes, and return how that ended."""
    with pytest.raises(BrowserGone) as raised:
        visitor.browser.perform(WAIT, 1)
    return str(raised.value)


def test_a_long_wait_ends_at_once_when_the_browser_closes_and_others_go_on(browsers, session):
    closing, staying = (Visitor(browsers.open(session())) for _ in range(2))
    for visitor in (closing, staying):
        visitor.do("goto", url="/form.html")
    waiting = gevent.spawn(lambda: closing.fails("waitForSelector", selector="#never", timeout_ms=30_000))
    other = gevent.spawn(lambda: staying.fails("waitForSelector", selector="#never", timeout_ms=1_500))
    gevent.sleep(0.3)
    began = time.monotonic()

    assert closing.browser.close(keep_video=False) == Recordings()

    assert waiting.get(timeout=15).code == "page_closed"
    # Closing may take two seconds twice, and the wait would have taken thirty.
    assert time.monotonic() - began < 10
    assert other.get(timeout=10).code == "target_not_found"
    staying.do("click", selector="#save")
    staying.browser.close(keep_video=False)


def test_killing_the_greenlet_in_a_call_ends_the_action_over_there(browsers, session):
    there = Visitor(browsers.open(session(timeout_ms=60_000)))
    there.do("goto", url="/late.html?how=timer&ms=3000")
    clicking = gevent.spawn(there.browser.perform, Step("click", selector="#late"), 1)
    gevent.sleep(0.3)
    began = time.monotonic()

    clicking.kill()

    assert time.monotonic() - began < 2
    there.do("waitForSelector", selector="#late")
    assert there.fails("assertText", text="Clicked").code == "assertion_failed"
    there.browser.close(keep_video=False)


def test_killing_the_greenlet_that_closes_a_browser_still_closes_it(fresh, session):
    there = Visitor(fresh.open(session(trace=True)))
    there.do("goto", url="/form.html")
    renderers = len([name for name in family(child_pid(fresh)).values() if name != "node"])
    closing = gevent.spawn(there.browser.close, keep_video=False)
    gevent.sleep(0.02)

    closing.kill()

    until(lambda: len([name for name in family(child_pid(fresh)).values() if name != "node"]) < renderers)


def test_a_step_on_a_page_that_hangs_ends_and_the_browser_goes_on(fresh, session):
    there = Visitor(fresh.open(session(timeout_ms=4_000)))
    there.do("goto", url="/form.html")
    there.do("click", selector="#spin")

    error = there.fails("assertText", text="What never comes")

    assert error.code in ("timeout", "assertion_failed")
    assert error.took < 30
    other = Visitor(fresh.open(session()))
    other.do("goto", url="/form.html")


def test_closing_twice_and_calling_after_the_end_do_no_harm(browsers, session):
    there = Visitor(browsers.open(session()))

    assert there.browser.close(keep_video=True) == there.browser.close(keep_video=True)
    assert there.fails("goto", url="/form.html").code == "page_closed"


def test_twenty_at_once(browsers, session):
    def run(number):
        there = Visitor(browsers.open(session(timeout_ms=60_000)))
        there.do("goto", url="/form.html")
        there.do("fill", selector="#customer", value=f"Customer {number}")
        there.do("click", selector="#save")
        there.says("saved")
        outline = there.do("snapshot").a11y
        there.browser.close(keep_video=False)
        return f"Customer {number}" in outline

    running = [gevent.spawn(run, number) for number in range(20)]

    assert [greenlet.get(timeout=90) for greenlet in running] == [True] * 20


def test_a_frame_of_a_quarter_megabyte_arrives(look_at):
    there = look_at("form.html")
    text = "long " * 60_000

    there.do("fill", selector="#notes", value=text)

    assert len(there.do("snapshot").a11y) > 250_000


def test_a_killed_child_is_one_clear_error_and_the_next_open_works(fresh, opened, session):
    waiting = gevent.spawn(ends_gone, opened)
    gevent.sleep(0.3)
    pid = child_pid(fresh)
    processes = family(pid)
    assert any("chrom" in name or "headless" in name for name in processes.values())

    os.kill(pid, signal.SIGKILL)

    assert waiting.get(timeout=15) == "The browser process ended unexpectedly while the run was using it."
    with pytest.raises(BrowserGone):
        opened.do("snapshot")
    assert opened.browser.close(keep_video=True) == Recordings()
    again = Visitor(fresh.open(session()))
    again.do("goto", url="/form.html")
    until(lambda: none_runs(processes))


def test_a_killed_browser_is_one_clear_error_and_the_next_open_works(fresh, opened, session):
    waiting = gevent.spawn(ends_gone, opened)
    gevent.sleep(0.3)

    for pid, name in family(child_pid(fresh)).items():
        if "chrom" in name or "headless" in name:
            os.kill(pid, signal.SIGKILL)

    assert waiting.get(timeout=15) == "The browser ended unexpectedly while the run was using it."
    with pytest.raises(BrowserGone):
        opened.do("click", selector="#save")
    Visitor(fresh.open(session())).do("goto", url="/form.html")


def test_a_killed_driver_is_one_clear_error_and_the_next_open_works(fresh, opened, session):
    waiting = gevent.spawn(ends_gone, opened)
    gevent.sleep(0.3)

    for pid, name in family(child_pid(fresh)).items():
        if "node" in name:
            os.kill(pid, signal.SIGKILL)

    assert "ended unexpectedly" in waiting.get(timeout=15)
    Visitor(fresh.open(session())).do("goto", url="/form.html")


def test_stopping_leaves_no_process_and_tells_who_still_waits(fresh, opened):
    waiting = gevent.spawn(ends_gone, opened)
    gevent.sleep(0.3)
    processes = {child_pid(fresh), *family(child_pid(fresh))}
    scratch = Path(fresh._child._scratch)
    began = time.monotonic()

    fresh.stop()

    assert time.monotonic() - began < 5
    assert "shutting down" in waiting.get(timeout=15)
    assert none_runs(processes)
    assert not scratch.exists()


@pytest.mark.parametrize("last", [signal.SIGKILL, signal.SIGTERM])
def test_a_parent_that_dies_leaves_no_process(base_url, tmp_path, last):
    parent = subprocess.Popen([sys.executable, PARENT, base_url, tmp_path], stdout=subprocess.PIPE, text=True)
    scratch = Path(parent.stdout.readline().strip())
    processes = family(parent.pid)
    assert len(processes) > 3

    parent.send_signal(last)

    parent.wait(timeout=10)
    parent.stdout.close()
    until(lambda: none_runs(processes))
    until(lambda: not scratch.exists())


def test_the_browser_does_not_see_the_secrets_of_the_server(fresh, session, monkeypatch):
    monkeypatch.setenv("JWT_SECRET", "not-for-browsers")
    monkeypatch.setenv("SOMETHING_ELSE", "for-everybody")

    Visitor(fresh.open(session())).do("goto", url="/form.html")

    seen = b"".join((Path("/proc") / str(pid) / "environ").read_bytes() for pid in family(child_pid(fresh)))
    assert b"for-everybody" in seen
    assert b"not-for-browsers" not in seen


def test_it_is_alive_before_and_after_it_was_needed(fresh, session):
    assert fresh.alive() is True
    fresh.open(session()).close(keep_video=False)
    assert fresh.alive() is True


def test_a_browser_that_is_not_there_is_said_to_be_missing(session):
    browsers = RemoteBrowsers(BrowserOptions(executable="/nowhere/chromium"))
    try:
        assert browsers.alive() is False
        with pytest.raises(BrowserMissing, match="playwright install chromium --only-shell"):
            browsers.open(session())
    finally:
        browsers.stop()


def test_a_window_without_a_display_is_refused_with_a_sentence(fresh, session, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    with pytest.raises(BrowserMissing, match="run headless"):
        fresh.open(session(headless=False))


def test_a_remote_browser_takes_the_place_of_a_local_one(session, tmp_path):
    port_file = tmp_path / "profile" / "DevToolsActivePort"
    remote = subprocess.Popen(
        [
            *("chromium-headless-shell", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"),
            f"--user-data-dir={port_file.parent}",
        ],
        stderr=subprocess.DEVNULL,
    )
    until(port_file.exists)
    until(lambda: len(port_file.read_text().split()) == 2)
    browsers = RemoteBrowsers(BrowserOptions(ws_endpoint=f"http://127.0.0.1:{port_file.read_text().split()[0]}"))
    try:
        there = Visitor(browsers.open(session()))
        there.do("goto", url="/form.html")
        there.do("click", selector="#save")
        there.says("saved")
        browsers.stop()
        assert remote.poll() is None
    finally:
        browsers.stop()
        remote.kill()
        remote.wait()


def test_a_remote_browser_that_is_not_there_is_gone(session):
    browsers = RemoteBrowsers(BrowserOptions(ws_endpoint="http://127.0.0.1:1024"))
    try:
        with pytest.raises(BrowserGone, match="cannot be reached"):
            browsers.open(session())
    finally:
        browsers.stop()


def test_a_page_error_crosses_the_processes_whole(look_at):
    error = look_at("form.html").fails("click", selector="#nope")

    assert isinstance(error, PageError)
    assert error.screenshot.endswith("-failed.png")

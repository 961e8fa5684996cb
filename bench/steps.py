"""What a ten-step run costs here, against the same ten steps in plain Playwright, in alternating rounds."""

# The role is read before anything else is imported, because only one of the two sides runs patched.
import sys

if "--side=ours" in sys.argv:
    from gevent import monkey

    monkey.patch_all()

import argparse
import asyncio
import json
import statistics
import subprocess
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event

from playwright.async_api import async_playwright, expect
from sqlalchemy import create_engine

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from ghostly.browser import launching  # noqa: E402
from ghostly.browser.options import BrowserOptions  # noqa: E402
from ghostly.browser.remote import RemoteBrowsers  # noqa: E402
from ghostly.engine.steps import Step  # noqa: E402
from ghostly.journal.log import Journal  # noqa: E402
from ghostly.runs.launch import Folders, Launcher, RunRequest  # noqa: E402
from ghostly.runs.records import Records  # noqa: E402
from ghostly.runs.supervisor import Limits, Supervisor  # noqa: E402
from ghostly.storage.artifacts import Artifacts  # noqa: E402
from ghostly.storage.database import Database  # noqa: E402
from ghostly.storage.models import Base, UserRow  # noqa: E402
from ghostly.storage.runs import Runs  # noqa: E402
from ghostly.wiring import SystemClock  # noqa: E402

STEPS = [
    Step("goto", url="/steps.html"),
    Step("fill", selector="[name=customer]", value="Ada Lovelace"),
    Step("fill", selector="[name=email]", value="ada@example.org"),
    Step("fill", selector="[name=quantity]", value="3"),
    Step("selectOption", selector="[name=shipping]", value="courier"),
    Step("check", selector="[name=gift]"),
    Step("hover", selector="#save"),
    Step("click", selector="#save"),
    Step("assertText", text="Saved for Ada Lovelace"),
    Step("assertVisible", selector="#result"),
]


async def plain_steps(page, base_url):
    await page.goto(f"{base_url}/steps.html")
    await page.locator("[name=customer]").fill("Ada Lovelace")
    await page.locator("[name=email]").fill("ada@example.org")
    await page.locator("[name=quantity]").fill("3")
    await page.locator("[name=shipping]").select_option("courier")
    await page.locator("[name=gift]").check()
    await page.locator("#save").hover()
    await page.locator("#save").click()
    await expect(page.locator("body")).to_contain_text("Saved for Ada Lovelace")
    await expect(page.locator("#result")).to_be_visible()


async def plain_side(base_url):
    async with async_playwright() as driver:
        browser = await launching.launch(driver, BrowserOptions(), headless=True)
        for _ in sys.stdin:
            context = await browser.new_context(viewport={"width": 1280, "height": 720})
            page = await context.new_page()
            began = time.perf_counter()
            await plain_steps(page, base_url)
            await context.close()
            report((time.perf_counter() - began) * 1000)
        await browser.close()


class Stopwatch:
    """Listens to the journal: a run counts from its first event to its last, closing the context included."""

    def __init__(self):
        self._began = 0.0
        self._ended = Event()

    def hear(self, record):
        if record.seq == 1:
            self._began = time.perf_counter()
        if record.ends_run:
            self.took_ms = (time.perf_counter() - self._began) * 1000
            self._ended.set()

    def wait(self):
        self._ended.wait()
        self._ended.clear()
        return self.took_ms


def our_side(base_url):
    """The whole house without its HTTP door: supervisor, engine, redaction, journal on SQLite, browser process."""
    watch = Stopwatch()
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/bench.db")
        database = Database(engine)
        Base.metadata.create_all(engine)
        with database.write() as session:
            session.add(UserRow(id="bench", email="bench", password_hash="-", role="admin", created_ms=0))
        journal = Journal(database, watch.hear, now_ms)
        browsers = RemoteBrowsers()
        records = Records(journal, Runs(database), now_ms, "bench")
        supervisor = Supervisor(records, browsers, SystemClock(), Limits())
        folders = Folders(Artifacts(Path(folder)), folder)
        launcher = Launcher(records, supervisor, folders, stale_ms=60_000)
        for _ in sys.stdin:
            run_id = launcher.launch(request(base_url))
            report(watch.wait())
            assert journal.head(run_id).status == "pass", journal.read(run_id)[-1].data
        supervisor.stop(1)
        browsers.stop()
        engine.dispose()


def request(base_url):
    return RunRequest(
        user_id="bench",
        project_id="bench",
        base_url=base_url,
        steps=tuple(step.wire() for step in STEPS),
        headless=True,
        screenshots=False,
        a11y=False,
        video=False,
        trace=False,
        timeout_ms=30_000,
        context_id=None,
        assisted=None,
        secrets={},
    )


def now_ms():
    return int(time.time() * 1000)


def report(took_ms):
    print(json.dumps(took_ms), flush=True)


class Pages(SimpleHTTPRequestHandler):
    """Serves this folder, and says nothing about it."""

    def __init__(self, *arguments):
        super().__init__(*arguments, directory=str(HERE))

    def log_message(self, *arguments):
        pass


def start(side, base_url):
    command = [sys.executable, __file__, f"--side={side}", f"--base-url={base_url}"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def measure(rounds, base_url):
    sides = {name: start(name, base_url) for name in ("plain", "ours")}
    times = {name: [] for name in sides}
    # The first round warms up and is not counted.
    for number in range(rounds + 1):
        for name in sorted(sides, reverse=number % 2 == 0):
            sides[name].stdin.write("go\n")
            sides[name].stdin.flush()
            took_ms = json.loads(sides[name].stdout.readline())
            if number:
                times[name].append(took_ms)
    for side in sides.values():
        side.stdin.close()
        side.wait(timeout=30)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="rounds that are counted (default 30)")
    parser.add_argument("--side", choices=["ours", "plain"], help=argparse.SUPPRESS)
    parser.add_argument("--base-url", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side == "plain":
        return asyncio.run(plain_side(given.base_url))
    if given.side == "ours":
        return our_side(given.base_url)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    times = measure(given.rounds, f"http://127.0.0.1:{server.server_port}")
    middle = {name: statistics.median(values) for name, values in times.items()}
    print(f"ten steps, median of {given.rounds} rounds, browser start left out")
    for name, value in middle.items():
        print(f"  {name:6} {value:7.1f} ms   (fastest {min(times[name]):.1f})")
    print(f"  ratio  {middle['ours'] / middle['plain']:7.2f}")


if __name__ == "__main__":
    main()

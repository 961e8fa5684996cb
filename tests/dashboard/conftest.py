"""The dashboard in a real browser, on a server of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from houses import EMAIL, PASSWORD, ROOT, House, finished, run
from playwright.sync_api import sync_playwright
from stories import Ledger

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
# axe knows WCAG 2.2 as far as it can be checked by a machine.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PICTURES = ROOT / "ci-artifacts" / "dashboard"


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("dashboard") / "home", GHOSTLY_HEAD_CHECK_SECONDS=0.1)
    yield house
    house.stop()


@pytest.fixture(scope="session")
def api(server):
    with server.client() as client:
        yield client


@pytest.fixture(scope="session")
def ledger(server, api):
    """Writes runs into the server's database from outside, as another worker would."""
    ledger = Ledger(f"sqlite:///{server.home / 'ghostly.db'}", api.get("/v1/auth/me").json()["user"]["id"])
    yield ledger
    ledger.close()


@pytest.fixture(scope="session")
def application():
    """The bundled application to test."""
    command = [sys.executable, "-m", "ghostly.demo", "--port", "0"]
    served = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield served.stdout.readline().strip()
    finally:
        served.terminate()
        served.wait(10)
        served.stdout.close()


@pytest.fixture(scope="session")
def past_run(api, application):
    """A run with pictures, evidence and a verdict."""
    goal = "Sign in as demo@ghostly.test with password demo1234, create an order for Textil Sur with 7 of Linen roll"
    assist = {"v2": True, "goal": f"{goal} and confirm that it appears in the table"}
    run_id = run(api, application, [], assist=assist, captureScreenshotAfterEachStep=True)
    assert finished(api, run_id, 90)["verdict"] == "success"
    return run_id


@pytest.fixture(scope="session")
def chromium(browser_executable):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_executable or None, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium, server):
    """Opens a tab with `tab(…)`; at the end no script of any of them may have failed, and no policy been broken."""
    contexts, complaints = [], []

    def opened(signed_in=True, url=server.url, **options):
        context = chromium.new_context(base_url=url, **{"locale": "en", **options})
        contexts.append(context)
        context.set_default_timeout(15_000)
        if signed_in:
            answer = context.request.post("/v1/session", data={"email": EMAIL, "password": PASSWORD})
            assert answer.ok, answer.text()
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if _is_complaint(message) else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _is_complaint(message):
    """What a browser says of an answer such as 400, or of a connection that was cut, is no fault of the page."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


def show(page, path):
    """Open that page and wait until it is there."""
    page.goto(f"/#{path}")
    page.locator(f'main[data-path="{path.partition("?")[0]}"]:not([aria-busy]) h1').wait_for()
    return page


def check_access(page):
    """Fail on everything that axe finds, with where and why."""
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], rule["help"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


def picture(page, name):
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=Path(PICTURES, f"{name}.png"), full_page=True)

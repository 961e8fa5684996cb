"""A server of small pages, and browsers that are shared by all the tests of this folder."""

import threading

import pytest
from browser.visitors import SETTLE_MS, Handler, QuietServer, Visitor

from ghostly.browser.options import BrowserOptions
from ghostly.browser.remote import RemoteBrowsers
from ghostly.engine.ports import Session


@pytest.fixture(scope="session")
def base_url():
    server = QuietServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browsers():
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=SETTLE_MS, patience_ms=100, look_every_ms=50))
    yield browsers
    browsers.stop()


@pytest.fixture
def session(base_url, tmp_path):
    """Makes sessions; the folders are the test's own."""

    def make(**fields):
        for name in ("artifacts", "uploads"):
            (tmp_path / name).mkdir(exist_ok=True)
        given = {
            "base_url": base_url,
            "artifacts": str(tmp_path / "artifacts"),
            "uploads": str(tmp_path / "uploads"),
            "timeout_ms": 8_000,
        }
        return Session("run", **(given | fields))

    return make


@pytest.fixture
def visit(browsers, session):
    """Opens a page of the folder in a browser of its own."""
    opened = []

    def open_page(page, **fields):
        visitor = Visitor(browsers.open(session(**fields)))
        opened.append(visitor)
        if page:
            visitor.do("goto", url=f"/{page}")
        return visitor

    yield open_page
    for visitor in opened:
        visitor.browser.close(keep_video=False)


@pytest.fixture(scope="module")
def look_at(browsers, base_url, tmp_path_factory):
    """A page that the tests of a module only look at, in one browser for all of them."""
    opened = {}

    def page(name):
        if name not in opened:
            folder = str(tmp_path_factory.mktemp("shared"))
            opened[name] = Visitor(browsers.open(Session("run", base_url, folder, folder, timeout_ms=8_000)))
            opened[name].do("goto", url=f"/{name}")
        return opened[name]

    yield page
    for visitor in opened.values():
        visitor.browser.close(keep_video=False)

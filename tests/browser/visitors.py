"""A small web server that can be slow and broken, and a browser as the tests of this folder use it."""

import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from ghostly.engine.steps import Step
from ghostly.errors import PageError

PAGES = Path(__file__).parent / "pages"
SETTLE_MS = 300


class Handler(SimpleHTTPRequestHandler):
    """Serves the pages, and answers that are slow, broken or missing when asked to."""

    def __init__(self, *arguments):
        super().__init__(*arguments, directory=str(PAGES))

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/slow":
            time.sleep(int(asked["ms"]) / 1000)
            self.answer(int(asked.get("status", 200)))
        elif url.path.startswith("/status/"):
            self.answer(int(url.path.removeprefix("/status/")))
        elif url.path == "/json":
            self.answer(int(asked.get("status", 200)), asked["body"].encode(), "application/json")
        elif url.path == "/empty":
            self.answer(500, b"")
        elif url.path == "/cut":
            self.close_connection = True
        elif url.path == "/stream":
            self.stream()
        elif url.path == "/away":
            self.send_response(302)
            self.send_header("Location", "/form.html")
            self.end_headers()
        else:
            super().do_GET()

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    do_PUT = do_DELETE = do_POST

    def answer(self, status, body=b"<!doctype html><title>Answer</title><p>Answer</p>", kind="text/html"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"data: hello\n\n")
        self.wfile.flush()
        time.sleep(4)


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A browser that leaves early is no error."""


class Visitor:
    """A browser of one test: `do` performs a step, `fails` one that must not work."""

    def __init__(self, browser):
        self.browser = browser
        self.index = 0

    def do(self, action, **fields):
        performed = self.browser.perform(Step(action, **fields), self.index)
        self.index += 1
        return performed

    def fails(self, action, **fields):
        began = time.monotonic()
        with pytest.raises(PageError) as raised:
            self.do(action, **fields)
        raised.value.took = time.monotonic() - began
        assert "Call log" not in str(raised.value)
        assert "\n" not in str(raised.value)
        return raised.value

    def says(self, text):
        return self.do("assertText", text=text)

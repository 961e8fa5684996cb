"""What the pages of a run ask of servers: what is in flight, and what went wrong because of a step."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Page, Request, Response, WebError
from playwright.async_api import Error as PlaywrightError

from ghostly.engine.ports import Trouble, TroubleKind

from . import answers
from .hiding import Hider
from .options import BrowserOptions

_BACKGROUND = {"eventsource", "websocket", "ping", "cspviolationreport"}
_WRITES = {"POST", "PUT", "PATCH", "DELETE"}
_TWO_PART_SUFFIX = 2
_LONGEST_SECOND_LEVEL = 3
_TWICE = 2
_NO_CONTENT = 204
_BROKEN = 500
_MOST_WRITES = 50
_LONGEST_SAID = 500
_DATA = {"fetch", "xhr"}
_SCRIPT = re.compile(r"[a-z-]+://[^\s)]+")
# What development servers load into a page to replace its modules while it runs.
_DEV_CLIENT = re.compile(r"/@vite/|webpack-(?:hmr|dev-server)|hot-update|livereload|browser-sync|react-refresh")


@dataclass(slots=True)
class _Flight:
    started: float
    endpoint: str
    is_document: bool
    caused: bool
    page: object = None
    what: str = ""
    step: int | None = None
    reads: bool = False


@dataclass
class Traffic:
    """Follows every request of a context from its first event to its last."""

    base_url: str
    options: BrowserOptions
    hider: Hider = field(default_factory=Hider)
    _flights: dict[Request, _Flight] = field(default_factory=dict)
    _asked: Counter[str] = field(default_factory=Counter)
    _troubles: list[Trouble] = field(default_factory=list)
    _acting: bool = False
    _sent: Counter[tuple[int | None, str]] = field(default_factory=Counter)
    _written: set[tuple[int | None, str]] = field(default_factory=set)
    _step: int | None = None
    _ever: Counter[str] = field(default_factory=Counter)
    _refused: set[str] = field(default_factory=set)
    _readings: set[asyncio.Task[None]] = field(default_factory=set)
    _accepted: set[tuple[int | None, str]] = field(default_factory=set)
    _given_up: dict[tuple[int | None, str], float] = field(default_factory=dict)
    _stirred: float = 0.0
    _live: set[object] = field(default_factory=set)
    _documents: dict[object, tuple[str, int]] = field(default_factory=dict)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self._on_request)
        context.on("response", self._on_response)
        context.on("requestfinished", self._on_end)
        context.on("requestfailed", self._on_failed)
        context.on("weberror", self._on_exception)
        context.on("page", self._on_page)

    def begin_step(self, acting: bool, index: int = -1) -> None:
        self._acting = self._acting or acting
        self._step = index if index >= 0 else None
        self._asked.clear()

    def quiet_ms(self, page: object) -> float:
        """How long nothing that matters to the page has been in flight; 0 while something is."""
        now = time.monotonic()
        if any(self._matters(flight, now) for flight in self._flights.values() if flight.page in (None, page)):
            return 0
        return (now - self._stirred) * 1000

    def is_live(self, page: object) -> bool:
        """Whether the page is told things without asking: by a socket, a stream of events or a worker."""
        return page in self._live

    def document(self, page: object) -> tuple[str, int]:
        """With what method the document of the page was asked for, and with what status it was answered."""
        return self._documents.get(page, ("", 0))

    def document_pending(self) -> bool:
        return any(flight.is_document for flight in self._flights.values())

    async def troubles(self, wait: bool = True) -> tuple[Trouble, ...]:
        """The troubles since the last call, once what steps caused has been answered or the wait is over."""
        if not wait:
            found, self._troubles = tuple(self._troubles), []
            return found
        deadline = time.monotonic() + self.options.trouble_wait_ms / 1000
        while (self._unanswered() or self._readings) and time.monotonic() < deadline:
            await asyncio.sleep(0.02)
        found, self._troubles = (*self._troubles, *map(_unanswered_trouble, self._unanswered())), []
        return found

    def _unanswered(self) -> list[_Flight]:
        """What steps caused and still wait for; what is asked again and again is no answer to a step."""
        caused = (flight for flight in self._flights.values() if flight.caused)
        return [flight for flight in caused if self._asked[flight.endpoint] < self.options.polling_after]

    def _matters(self, flight: _Flight, now: float) -> bool:
        if flight.is_document:
            return True
        too_long = (now - flight.started) * 1000 > self.options.long_poll_ms
        return not too_long and self._asked[flight.endpoint] < self.options.polling_after

    def _on_request(self, request: Request) -> None:
        if request.resource_type == "eventsource":
            self._live.add(_page_of(request)[0])
        if request.resource_type in _BACKGROUND or not request.url.startswith(("http://", "https://")):
            return
        page, is_main = _page_of(request)
        is_document = is_main and request.is_navigation_request()
        if is_document:
            self._live.discard(page)
        caused = self._acting and (request.method in _WRITES or is_document) and self._is_ours(request.url)
        endpoint = f"{request.method} {request.url.partition('?')[0]}"
        self._asked[endpoint] += 1
        what = answers.identity(request) if caused else ""
        self._ever[f"{request.method} {request.url}"] += 1
        reads = self._acting and self._is_read(request)
        self._flights[request] = _Flight(
            time.monotonic(), endpoint, is_document, caused, page, what, step=self._step, reads=reads
        )

    def _is_read(self, request: Request) -> bool:
        """Whether a script asks for data now, and not for the same again and again."""
        asks = request.method == "GET" and request.resource_type in _DATA and self._is_ours(request.url)
        return asks and self._ever[f"GET {request.url}"] < self.options.polling_after

    def _on_response(self, response: Response) -> None:
        flight = self._flights.get(response.request)
        if flight is not None and flight.is_document:
            self._documents[flight.page] = (response.request.method, response.status)
        if flight is None:
            return
        if (flight.caused or flight.reads) and response.status >= _BROKEN:
            path = urlsplit(response.url).path or "/"
            method = response.request.method
            message = f"{method} {path} answered {response.status}"
            kind: Literal["response", "unread"] = "response" if flight.caused else "unread"
            self._troubles.append(Trouble(kind, message, method, path, response.status, flight.step))
        elif flight.what:
            reading = asyncio.ensure_future(self._read(flight, response, time.monotonic()))
            self._readings.add(reading)
            reading.add_done_callback(self._readings.discard)
        # The answer is what was waited for; its body may go on streaming.
        flight.caused = False

    async def _read(self, flight: _Flight, response: Response, answered: float) -> None:
        """Note what a write was answered with, if that says that it was refused, or that it was sent before."""
        method, path, status = response.request.method, urlsplit(response.url).path or "/", response.status
        problem = await answers.problem(response, self.hider.cut)

        def note(kind: TroubleKind, message: str) -> None:
            self._troubles.append(Trouble(kind, message, method, path, status, flight.step))

        if problem:
            self._refused.add(flight.what)
            note("refused", f"{method} {path} answered {status}: {problem}")
        elif flight.what in self._refused:
            self._refused.discard(flight.what)
            note("accepted", f"{method} {path} was accepted later")
        if not problem and (flight.step, flight.what) not in self._written and len(self._written) < _MOST_WRITES:
            self._written.add((flight.step, flight.what))
            note("written", f"{method} {path} answered {status}{answers.leads_to(response)}")
        # By the step that sent it: its answer may be read when the next step has begun.
        sent = _as_sent(flight, response.request)
        self._sent[sent] += 1 + (self._given_up.get(sent, 0.0) >= answered)
        if problem or status == _NO_CONTENT:
            return
        self._accepted.add(sent)
        if self._sent[sent] == _TWICE:
            note("twice", f"one step sent {method} {path} twice")

    def _on_end(self, request: Request) -> None:
        flight = self._flights.pop(request, None)
        if flight is not None and self._asked[flight.endpoint] < self.options.polling_after:
            self._stirred = time.monotonic()

    def _on_failed(self, request: Request) -> None:
        flight = self._flights.get(request)
        self._on_end(request)
        failure = request.failure or ""
        if flight is not None and flight.caused and flight.what and "ERR_ABORTED" in failure:
            self._give_up(flight, request)
        if flight is None or not flight.caused or "ERR_ABORTED" in failure or "RESPONSE_CODE_FAILURE" in failure:
            return
        path = urlsplit(request.url).path or "/"
        message = f"{request.method} {path} got no answer ({failure.removeprefix('net::')})"
        self._troubles.append(Trouble("unreachable", message, request.method, path, step_index=flight.step))

    def _give_up(self, flight: _Flight, request: Request) -> None:
        """A write that its page leaves behind has reached the server: one too many if the same was accepted before, but
        not if it was taken back to be sent again."""
        sent, path = _as_sent(flight, request), urlsplit(request.url).path or "/"
        self._given_up[sent] = time.monotonic()
        if sent in self._accepted and self._sent[sent] == 1:
            self._sent[sent] += 1
            message = f"one step sent {request.method} {path} twice"
            self._troubles.append(Trouble("twice", message, request.method, path, step_index=flight.step))

    def _on_page(self, page: Page) -> None:
        page.on("close", self._forget)
        page.on("websocket", lambda _: self._live.add(page))
        page.on("worker", lambda _: self._live.add(page))

    def _forget(self, page: Page) -> None:
        """A closed page takes along what it had asked for, and nobody says so."""
        self._live.discard(page)
        self._documents.pop(page, None)
        self._flights = {request: flight for request, flight in self._flights.items() if flight.page is not page}

    def _on_exception(self, problem: WebError) -> None:
        if not self._is_own_script(getattr(problem.error, "stack", None) or ""):
            return
        message = self.hider.cut(str(problem.error).strip().partition("\n")[0], _LONGEST_SAID) or "A script failed."
        self._troubles.append(Trouble("exception", message, step_index=self._step))

    def _is_own_script(self, stack: str) -> bool:
        """Whether the application threw it: not a browser extension, another site's script or a development server."""
        threw = _SCRIPT.search(stack)
        return threw is None or (self._is_ours(threw[0]) and not _DEV_CLIENT.search(threw[0]))

    def _is_ours(self, url: str) -> bool:
        return _site(url) == _site(self.base_url)


def _as_sent(flight: _Flight, request: Request) -> tuple[int | None, str]:
    """What tells a write from another: the step that it came of, where it went and what it said."""
    return flight.step, f"{flight.what} {request.post_data or ''}"


def _page_of(request: Request) -> tuple[object, bool]:
    try:
        frame = request.frame
        return frame.page, frame.parent_frame is None
    # The frame of a navigation that has no page yet, or of a service worker, cannot be had.
    except PlaywrightError:
        return None, request.is_navigation_request()


def _unanswered_trouble(flight: _Flight) -> Trouble:
    method, _, url = flight.endpoint.partition(" ")
    path = urlsplit(url).path or "/"
    return Trouble("unanswered", f"{method} {path} had not been answered", method, path, step_index=flight.step)


def _site(url: str) -> str:
    """The host, down to the part that one owner registers."""
    host = urlsplit(url).hostname or ""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        labels = host.split(".")
    short = len(labels) > _TWO_PART_SUFFIX and len(labels[-1]) == _TWO_PART_SUFFIX
    keep = 3 if short and len(labels[-2]) <= _LONGEST_SECOND_LEVEL else 2
    return ".".join(labels[-keep:])

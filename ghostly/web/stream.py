"""`GET /v1/runs/:id/events/stream`: who may follow a run, from where on, and over which socket."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Blueprint, Response, request

from ..errors import NotFound, Unavailable
from ..journal import sse
from ..journal.bus import Mailbox
from ..journal.feed import GONE, Feed, Frame
from ..journal.log import Head, Journal
from ..storage.database import LOST
from .auth import Gate

# Calls back once when the peer has left; what it returns stops the watch.
WatchDeparture = Callable[[socket.socket, Callable[[], None]], Callable[[], None]]


class Line:
    """The socket under a stream, where the server lets us have it: gunicorn and gevent.pywsgi do."""

    def __init__(self, watch: WatchDeparture, write_seconds: float, send_buffer: int) -> None:
        self._watch = watch
        self._write_seconds = write_seconds
        self._send_buffer = send_buffer

    @contextmanager
    def held(self, connection: socket.socket | None, mailbox: Mailbox[Frame]) -> Iterator[None]:
        """Within the block a client that leaves, or takes nothing for too long, ends the stream."""
        if connection is None:
            yield
            return
        before = connection.gettimeout()
        connection.settimeout(self._write_seconds)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, self._send_buffer)
        unwatch = self._watch(connection, lambda: mailbox.close(GONE))
        try:
            yield
        finally:
            unwatch()
            if connection.fileno() >= 0:
                connection.settimeout(before)


def blueprint(gate: Gate, journal: Journal, feed: Feed, line: Line) -> Blueprint:
    door = Blueprint("stream", __name__)

    @door.get("/v1/runs/<run_id>/events/stream")
    def stream(run_id: str) -> Response:
        try:
            head = _head(run_id)
        except LOST:
            if gate.signed(token_allowed=True, run_id=run_id) is None:
                raise Unavailable("The database cannot be reached at the moment: try again shortly.") from None
            # An EventSource gives up for good on an error status, but comes back after a clean close.
            return _streamed(iter([feed.goodbye()]))
        after = sse.cursor(request.headers.get("Last-Event-ID", request.args.get("last_event_id")))
        if after > head.last_seq:
            after = 0
        if head.finished and after == head.last_seq:
            return Response(status=204)
        return _streamed(_body(head, after, _connection(request.environ)))

    def _head(run_id: str) -> Head:
        caller = gate.caller(token_allowed=True, run_id=run_id)
        head = journal.head(run_id)
        if head is None or head.user_id != caller.user_id:
            raise NotFound("run not found: there is no run of yours with this id.")
        return head

    def _body(head: Head, after: int, connection: socket.socket | None) -> Iterator[bytes]:
        mailbox = feed.mailbox()
        with line.held(connection, mailbox):
            yield from feed.follow(head, after, mailbox)

    return door


def _streamed(body: Iterator[bytes]) -> Response:
    response = Response(body, content_type="text/event-stream; charset=utf-8")
    response.headers["Cache-Control"] = "no-store, no-transform"
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _connection(environ: dict[str, Any]) -> socket.socket | None:
    found = environ.get("gunicorn.socket") or getattr(environ.get("wsgi.input"), "socket", None)
    return found if isinstance(found, socket.socket) else None

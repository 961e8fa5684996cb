"""What needs gevent's event loop: regular duties, sockets that are watched, and work that would hold the others up."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Any

import gevent
from gevent import Greenlet, get_hub

log = logging.getLogger(__name__)


class Ticker:
    """Calls `duty` every `seconds`; a duty that fails is logged and tried again at the next turn."""

    def __init__(self, name: str, seconds: float, duty: Callable[[], object]) -> None:
        self._name = name
        self._seconds = seconds
        self._duty = duty
        self._greenlet: Greenlet[..., None] | None = None

    def start(self) -> None:
        self._greenlet = gevent.spawn(self._run)

    def stop(self) -> None:
        if self._greenlet is not None:
            self._greenlet.kill(block=False)

    def _run(self) -> None:
        while True:
            gevent.sleep(self._seconds)
            try:
                self._duty()
            except Exception as error:  # the last line of defence: a duty must not end with one bad turn
                log.warning("%s failed and will be tried again: %s", self._name, type(error).__name__)


def watch_departure(connection: socket.socket, left: Callable[[], None]) -> Callable[[], None]:
    """Call `left` once the peer has closed the connection; what is returned stops the watch."""
    watcher = get_hub().loop.io(connection.fileno(), 1)
    # The plain socket: gevent's own would wait for data, which a callback of the loop must not do.
    plain: Any = getattr(connection, "_sock", connection)

    def readable() -> None:
        try:
            data = plain.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except (BlockingIOError, InterruptedError):
            return
        except (OSError, ValueError):
            data = b""
        watcher.stop()
        if not data:
            left()

    def stop() -> None:
        watcher.stop()
        watcher.close()

    watcher.start(readable)
    return stop


def offload(work: Callable[..., Any], *arguments: object) -> Any:
    """Do it in a real thread while other greenlets go on."""
    return get_hub().threadpool.apply(work, arguments)

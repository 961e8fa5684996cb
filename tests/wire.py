"""A stream client on bare sockets, and a proxy that cuts connections where it is told to."""

import socket
from urllib.parse import urlsplit

from gevent.server import StreamServer
from streams import blocks


class CuttingProxy:
    """Forwards to `port`, and closes each connection after as many answer bytes as `cuts` says next, if it does."""

    def __init__(self, port):
        self._target = ("127.0.0.1", port)
        self._server = StreamServer(("127.0.0.1", 0), self._forward)
        self._server.start()
        self.cuts = []
        self.port = self._server.server_port

    def close(self):
        self._server.stop()

    def _forward(self, client, _address):
        left = self.cuts.pop(0) if self.cuts else None
        with socket.create_connection(self._target) as server:
            server.sendall(client.recv(65_536))
            while left != 0 and (data := server.recv(65_536)):
                data = data[:left]
                client.sendall(data)
                left = left - len(data) if left is not None else None
        client.close()


def get(url, port=None, last_id=None):
    """(status, body so far) of one request that is read until the connection closes."""
    parts = urlsplit(url)
    cursor = f"Last-Event-ID: {last_id}\r\n" if last_id else ""
    request = f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{cursor}\r\n"
    with socket.create_connection(("127.0.0.1", port or parts.port), timeout=30) as connection:
        connection.sendall(request.encode())
        raw = b""
        while data := connection.recv(65_536):
            raw += data
    head, _, rest = raw.partition(b"\r\n\r\n")
    status = int(head.split()[1]) if head.startswith(b"HTTP/1.1 ") and len(head) >= 12 else 0
    return status, dechunked(rest)


def dechunked(rest):
    """The body, as far as it came."""
    body = b""
    while rest:
        size, _, rest = rest.partition(b"\r\n")
        if not rest or int(size, 16) == 0:
            break
        body, rest = body + rest[: int(size, 16)], rest[int(size, 16) + 2 :]
    return body


def follow(url, port, last_id=None):
    """The blocks with an id that a client which resumes by itself has seen when it is told to stop."""
    seen = []
    for _ in range(50):
        status, body = get(url, port, last_id)
        assert status in (0, 200, 204), status
        if status == 204:
            return seen
        told = blocks(body)
        for block in told:
            if block.id:
                last_id = block.id
                seen.append(block)
        if told and told[-1].event == "end":
            return seen
    raise AssertionError("the stream never ended")

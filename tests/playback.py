"""A server that plays back what it is given, byte by byte if need be, and a recorded run to be played."""

import hashlib
import json
import socket
import threading
from dataclasses import dataclass, field

RUN = "11111111-1111-4111-8111-111111111111"
AT = "2026-01-02T03:04:05.678Z"


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


class Playback:
    """Answers each request with the bytes that `respond(request)` returns, and closes the connection after them."""

    def __init__(self, respond):
        self.respond = respond
        self.requests = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *trouble):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                request = self._read(connection)
                if request is None:
                    continue
                self.requests.append(request)
                said = self.respond(request)
                for part in [said] if isinstance(said, bytes) else said:
                    connection.sendall(part)

    def _read(self, connection):
        connection.settimeout(10)
        raw = b""
        while b"\r\n\r\n" not in raw:
            if not (more := connection.recv(65536)):
                return None
            raw += more
            if raw.startswith(b"\x16"):
                return Request("TLS", "", {}, raw)
        head, _, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        while len(body) < int(headers.get("content-length", 0)):
            body += connection.recv(65536)
        method, path, _ = first.split(" ")
        return Request(method, path, headers, body)


@dataclass(frozen=True)
class Recording:
    """A finished run as its stream tells it; `retry` is the pause it asks for, in milliseconds."""

    events: tuple
    status: str = "pass"
    retry: int = 1
    data: tuple = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "data", tuple(json.dumps(event, separators=(",", ":")) for event in self.events))

    @property
    def digest(self):
        return "sha256:" + hashlib.sha256("".join(f"{data}\n" for data in self.data).encode()).hexdigest()

    def block(self, seq):
        return f"id: {seq}\nevent: assist\ndata: {self.data[seq - 1]}\n\n".encode()

    def opening(self, status="running"):
        data = json.dumps({"kind": "status", "status": status, "at": AT}, separators=(",", ":"))
        return f"retry: {self.retry}\nevent: status\ndata: {data}\n\n".encode()

    def closing(self, **instead):
        end = {"kind": "end", "at": AT, "events": len(self.events), "digest": self.digest, **instead}
        return f"event: end\ndata: {json.dumps(end, separators=(',', ':'))}\n\n".encode()

    def body(self, after=0):
        blocks = b"".join(self.block(seq) for seq in range(after + 1, len(self.events) + 1))
        return self.opening(self.status) + blocks + self.closing()

    def respond(self, request):
        """As the contract says: 204 at the head of a finished run."""
        after = int(request.headers.get("last-event-id", 0))
        return answer(b"", status="204 No Content") if after == len(self.events) else stream(self.body(after))


def a_recording(*middle, **ending):
    """A run with one step, or with other events between its first and its last."""
    step = {"action": "click", "selector": "#save"}
    done = {
        "step": step,
        "durationMs": 12,
        "url": "http://app.test/",
        "target": {"role": "button", "name": "Sävé\u2028"},
    }
    told = middle or (
        ("step_start", {"step": step, "source": "input"}, 0),
        ("step_success", done, 0),
    )
    ending = {"ok": True, "status": "pass", "verdict": "success", "verdictReason": "All is well.", **ending}
    numbers = {"stopReason": "completed", "durationMs": 1234, "totalSteps": 1, "failedSteps": 0, "healedSteps": 0}
    events = [("loop_state", {"state": "executing", "elapsedMs": 1}), *told, ("run_end", {**ending, **numbers})]
    return Recording(tuple(_event(seq, *event) for seq, event in enumerate(events, 1)), ending["status"])


def _event(seq, kind, payload, step_index=None):
    step = {} if step_index is None else {"stepIndex": step_index}
    return {"kind": "assist", "type": kind, "seq": seq, "at": AT, **step, "payload": payload}


def answer(body, status="200 OK", content_type="application/json", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if not status.startswith("204"):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def json_answer(value, status="200 OK", **headers):
    return answer(json.dumps(value).encode(), status, **headers)


def stream(body, chunked=True):
    """An event stream, in chunks of a hundred bytes or until the connection is closed."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n"
    if not chunked:
        return f"{head}\r\n".encode() + body
    parts = [body[start : start + 100] for start in range(0, len(body), 100)]
    chunks = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts)
    return f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks + b"0\r\n\r\n"

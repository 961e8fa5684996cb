"""Readers of event streams: the format taken apart, and a reader in a greenlet of its own."""

import hashlib
import json
from dataclasses import dataclass

import gevent


@dataclass(frozen=True)
class Block:
    event: str
    data: str
    id: str | None = None
    retry: str | None = None

    @property
    def json(self):
        return json.loads(self.data)


def blocks(raw):
    """The complete blocks in `raw`; what comes after the last blank line is not there yet."""
    complete = raw.decode("ascii").rpartition("\n\n")[0]
    return [Block(**dict(line.split(": ", 1) for line in text.split("\n"))) for text in complete.split("\n\n") if text]


def digest(told):
    lines = b"".join(block.data.encode() + b"\n" for block in told if block.event == "assist")
    return "sha256:" + hashlib.sha256(lines).hexdigest()


class Reader:
    """Reads the body of a stream; `pause` is called between chunks."""

    def __init__(self, body, mailbox=None, pause=lambda: None):
        self.body = body
        self.mailbox = mailbox
        self.raw = b""
        self._pause = pause
        self._greenlet = None

    def start(self):
        self._greenlet = gevent.spawn(self.read)
        return self

    def read(self):
        for chunk in self.body:
            assert chunk, "an empty chunk ends a chunked response"
            self.raw += chunk
            self._pause()

    def join(self, seconds=10):
        self._greenlet.get(timeout=seconds)
        return self

    def all_ids(self):
        self.read()
        return self.ids

    @property
    def blocks(self):
        return blocks(self.raw)

    @property
    def ids(self):
        return [int(block.id) for block in self.blocks if block.id]

    def digest(self):
        return digest(self.blocks)

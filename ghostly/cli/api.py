"""HTTP to a server: what it answers as values, and whatever goes wrong as a sentence."""

from __future__ import annotations

import ipaddress
import json
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from urllib.parse import urlsplit

import httpx
from httpx_sse import EventSource, ServerSentEvent

from .credentials import Access
from .exits import CommandError, NotUnderstood, Refused, Unreachable
from .words import printable

TIMEOUT = httpx.Timeout(30, connect=10)
# Three of the server's pings: whoever is silent for longer is gone, though nobody said so.
STREAM_TIMEOUT = httpx.Timeout(45, connect=10)
PASSING = frozenset({502, 503, 504})

Answer = Mapping[str, object]


class Api:
    """A server, and the door to it. Raises Unreachable, Refused and NotUnderstood."""

    def __init__(self, access: Access) -> None:
        self.server = access.server
        self._signed = bool(access.headers)
        # A proxy has no way back to this machine.
        trusts_proxies = not _is_loopback(access.server)
        self._http = httpx.Client(
            base_url=access.server, headers=access.headers, timeout=TIMEOUT, trust_env=trusts_proxies
        )

    def __enter__(self) -> Api:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def listing(self, path: str, query: Mapping[str, str] | None = None) -> list[Answer]:
        found = self._call("GET", path, params=query)
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise self._strange()
        return found

    def get(self, path: str) -> Answer:
        return self._one("GET", path)

    def post(self, path: str, body: Answer | None = None) -> Answer:
        return self._one("POST", path, body)

    def delete(self, path: str) -> Answer:
        return self._one("DELETE", path)

    def text(self, answer: Answer, name: str) -> str:
        """A field that every such answer has."""
        value = answer.get(name)
        if not isinstance(value, str):
            raise self._strange()
        return value

    @contextmanager
    def stream(self, run_id: str, after: int) -> Iterator[Iterator[ServerSentEvent] | None]:
        """What a run tells after event number `after`; None when that was the last one."""
        headers = {"Accept": "text/event-stream", "Accept-Encoding": "identity", "Cache-Control": "no-store"}
        if after:
            headers["Last-Event-ID"] = str(after)
        path = f"/v1/runs/{run_id}/events/stream"
        with self._spoken(), self._http.stream("GET", path, headers=headers, timeout=STREAM_TIMEOUT) as response:
            if response.status_code == 204:
                yield None
                return
            if response.status_code != 200:
                response.read()
                raise self._refusal(response)
            if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise self._strange()
            response.encoding = "utf-8"
            yield EventSource(response).iter_sse()

    def _one(self, method: str, path: str, body: Answer | None = None) -> Answer:
        found = self._call(method, path, content=None if body is None else json.dumps(body))
        if not isinstance(found, dict):
            raise self._strange()
        return found

    def _call(
        self, method: str, path: str, *, content: str | None = None, params: Mapping[str, str] | None = None
    ) -> object:
        headers = {"Content-Type": "application/json"} if content is not None else {}
        with self._spoken():
            response = self._http.request(method, path, content=content, params=params, headers=headers)
        if not response.is_success:
            raise self._refusal(response)
        try:
            return response.json()
        except ValueError:
            raise self._strange() from None

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        try:
            yield
        except httpx.TimeoutException:
            raise Unreachable(f"{self.server} does not answer in time.") from None
        except (httpx.RequestError, httpx.InvalidURL) as error:
            reason = _reason(error)
            raise Unreachable(
                f"{self.server} cannot be reached: {reason}.", lasting=_tls_trouble(error) is not None
            ) from None

    def _refusal(self, response: httpx.Response) -> CommandError:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        said = _said(response)
        if response.status_code in PASSING:
            return Unreachable(f"{self.server} answers {status}{said and ': ' + said}")
        if response.is_redirect:
            elsewhere = printable(response.headers.get("Location", "another address"))
            return Refused(f"{self.server} answers {status} and points to {elsewhere}: name that one with --server.")
        hint = ""
        if response.status_code == 401 and not str(response.url).endswith("/v1/auth/login"):
            trouble = "Sign in again" if self._signed else "Sign in"
            hint = f" {trouble} (python -m ghostly login --server {self.server}), or give --api-key or --token."
        return Refused((said or f"{self.server} answers {status}.") + hint)

    def _strange(self) -> NotUnderstood:
        return NotUnderstood(f"{self.server} does not answer as a Ghostly server does: is the address right?")


def _said(response: httpx.Response) -> str:
    """The server's own sentence, and what is wrong with which field; empty if there is none."""
    try:
        answer = response.json()
        sentence = printable(answer["error"])
        fields = (answer.get("details") or {}).get("fieldErrors") or {}
        wrong = [_complaint(printable(name), printable(why)) for name, reasons in fields.items() for why in reasons]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    sentence = sentence if sentence.endswith((".", "!", "?")) else sentence + "."
    return sentence + "".join(f"\n  {line}" for line in wrong if line.rstrip(".") not in sentence)


def _complaint(field: str, reason: str) -> str:
    return reason if reason.startswith(field) else f"{field}: {reason}"


def _reason(error: Exception) -> str:
    tls = _tls_trouble(error)
    if isinstance(tls, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({tls.verify_message})"
    if tls is not None:
        return f"it does not speak TLS as it should ({tls.reason or tls})"
    text = str(error).partition("] ")[2] if str(error).startswith("[Errno") else str(error)
    return printable(text.rstrip(".")) or type(error).__name__


def _tls_trouble(error: BaseException) -> ssl.SSLError | None:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


def _is_loopback(server: str) -> bool:
    host = urlsplit(server).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

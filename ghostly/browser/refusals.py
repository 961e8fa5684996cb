"""What Playwright's errors mean to the reader of a run: one or two clean sentences and a code."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ghostly.errors import PageError

_PREFIX = re.compile(r"^(?:[A-Z]\w+\.\w+: |[A-Z]?\w*(?:Error|Exception): )+")
_INVALID_SELECTOR = re.compile(
    r"while parsing|Unknown engine|not a valid (?:selector|XPath)|Malformed|Unexpected end of selector|Invalid selector"
    r"|Unsupported token|Unexpected token|Can't query n-th element|Failed to execute 'querySelector|Error while parsing"
    r"|Invalid (?:regular expression|escape)|Selector cannot|engine expects"
    r"|Unknown attribute|must have a value|Expected .* selector"
)
_ADVICE = re.compile(r"\s*Did you mean to CSS\.escape it\?\s*")
_CLOSED = ("Target page, context or browser has been closed", "Target closed", "Target crashed", "Page crashed")
_UNREACHABLE = re.compile(
    r"net::(ERR_(?:CONNECTION_\w+|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ADDRESS_\w+|INTERNET_DISCONNECTED|TIMED_OUT"
    r"|SSL_\w+|CERT_\w+|BAD_SSL_\w+|EMPTY_RESPONSE|TUNNEL_CONNECTION_FAILED|PROXY_CONNECTION_FAILED|NETWORK_\w+"
    r"|SOCKET_NOT_CONNECTED|UNSAFE_PORT|HTTP2_PROTOCOL_ERROR|INVALID_RESPONSE|INVALID_HTTP_RESPONSE))"
)
_REASONS = {
    "ERR_CONNECTION_REFUSED": "nothing listens there",
    "ERR_NAME_NOT_RESOLVED": "its name is unknown",
    "ERR_EMPTY_RESPONSE": "it closed the connection without an answer",
    "ERR_CONNECTION_RESET": "it cut the connection",
    "ERR_TIMED_OUT": "it did not answer in time",
    "ERR_CONNECTION_TIMED_OUT": "it did not answer in time",
    "ERR_UNSAFE_PORT": "browsers refuse that port",
}


def shown(url: str) -> str:
    """A URL as it may be shown: without credentials, query and fragment."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if parts.scheme in {"http", "https"} else url.partition("?")[0]


def without_credentials(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl() if "@" in parts.netloc else url


def first_sentence(text: str) -> str:
    """The first line of a Playwright error, without its call, its log and its advice."""
    line = _PREFIX.sub("", text.partition("Call log:")[0].strip().partition("\n")[0])
    line = _ADVICE.sub("", line).strip().rstrip(":")
    return line if line.endswith((".", "!", "?")) else f"{line}."


def is_closed(text: str) -> bool:
    return any(words in text for words in _CLOSED)


def is_interrupted(text: str) -> bool:
    """Whether a look at the page failed because the page was just being replaced."""
    return (
        any(
            words in text
            for words in (
                "Execution context was destroyed",
                "Frame was detached",
                "frame got detached",
                "Cannot find context",
            )
        )
        or "navigat" in text.partition("Call log:")[0]
    )


def selector_refusal(selector: str, text: str) -> PageError | None:
    """What to say when the error is the selector's own fault."""
    if not _INVALID_SELECTOR.search(text.partition("Call log:")[0]):
        return None
    return PageError(f"The selector {selector!r} is not valid: {first_sentence(text)}", "invalid_selector")


def refusal(text: str) -> PageError:
    """What to say about an error that nothing more is known about."""
    if is_closed(text):
        return PageError("The page was closed or crashed.", "page_closed")
    if "Timeout" in text and "exceeded" in text:
        return PageError("The page did not get there in time.", "timeout")
    return PageError(first_sentence(text))


def navigation_refusal(url: str, text: str) -> PageError:
    """What to say about a page that could not be visited."""
    if is_closed(text):
        return refusal(text)
    if found := _UNREACHABLE.search(text):
        code = found[1]
        reason = "its certificate is not trusted" if "CERT" in code or "SSL" in code else code
        return PageError(f"{shown(url)} cannot be reached: {_REASONS.get(code, reason)}.", "unreachable")
    if "Timeout" in text and "exceeded" in text:
        return PageError(f"{shown(url)} did not load in time.", "navigation_failed")
    if "Download is starting" in text:
        return PageError(f"{shown(url)} is a download, not a page.", "navigation_failed")
    if "ERR_ABORTED" in text:
        return PageError(f"{shown(url)} answered with nothing to show.", "navigation_failed")
    return PageError(f"{shown(url)} did not load: {first_sentence(text)}", "navigation_failed")

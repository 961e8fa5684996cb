"""Everything that can go wrong, split by who has to act.

GhostlyError
├── SettingsError            the operator: the server does not start until it is mended
├── RequestError             the caller: the request cannot be granted as it is
│   ├── InvalidInput         400   Unauthenticated  401   Forbidden  403
│   ├── NotFound             404   Conflict         409   TooLarge   413
│   ├── TooManyRequests      429
│   ├── BadGateway           502   the operator of the application under test
│   └── Unavailable          503   nobody: passing, try again
├── RunError                 the run ends
│   ├── BrowserGone          the operator or nobody: the browser or its process died
│   ├── BrowserMissing       the operator: no browser is installed
│   ├── AppUnreachable       the caller: the application under test does not open
│   └── RunTimedOut          the caller: the run took longer than it may
├── ModelFailed              nobody in the run: the builtin roles go on without the model; the operator, if it stays
├── PageError                the step ends: the page did not do what the step asked for
└── RunOver                  nobody: an event came after the end of its run
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class GhostlyError(Exception):
    """The root: catch it to catch whatever Ghostly raises on purpose."""


class SettingsError(GhostlyError):
    """A setting that cannot work; the message says which and what would."""


class RequestError(GhostlyError):
    """A request that is refused, with the answer that says why."""

    status = 400
    code = "bad_request"

    def __init__(
        self, message: str, *, code: str | None = None, fields: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or type(self).code
        self.fields = fields


class InvalidInput(RequestError):
    code = "invalid_input"


class Unauthenticated(RequestError):
    status = 401
    code = "unauthenticated"


class Forbidden(RequestError):
    status = 403
    code = "forbidden"


class NotFound(RequestError):
    status = 404
    code = "not_found"


class Conflict(RequestError):
    status = 409
    code = "conflict"


class TooLarge(RequestError):
    status = 413
    code = "too_large"


class TooManyRequests(RequestError):
    status = 429
    code = "too_many_requests"


class BadGateway(RequestError):
    status = 502
    code = "bad_gateway"


class Unavailable(RequestError):
    status = 503
    code = "unavailable"


class RunError(GhostlyError):
    """A run that cannot go on; the message is a sentence for its owner."""


class BrowserGone(RunError):
    """The browser, or the process that hosts it, died."""


class BrowserMissing(RunError):
    """No browser was found; the message says how to install one."""


class AppUnreachable(RunError):
    """The application under test could not be opened."""


class RunTimedOut(RunError):
    """The run took longer than a run may."""


# What a step says whose action went through, although the page that it leads to has not come.
DONE_LATE = "The action was done, but the page that it leads to did not come in time."


class PageError(GhostlyError):
    """A step that the page did not accept.

    `code` is one of: target_not_found, target_ambiguous, target_blocked, timeout, assertion_failed, dialog_open,
    no_dialog, no_tab, file_refused, origin_refused, unreachable, navigation_failed, invalid_selector,
    page_closed, out_of_time, failed.
    """

    def __init__(self, message: str, code: str = "failed", screenshot: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.screenshot = screenshot


class RunOver(GhostlyError):
    """The run has ended already: nothing may be added to its history."""


class ModelFailed(GhostlyError):
    """A model gave no answer that can be used; `kind` is one word for programs, the message a sentence.

    Kinds: `unauthorized unreachable timeout rate_limited server_error malformed budget not_found refused`.
    `usage` is what it cost nevertheless, an `engine.ports.Usage`.
    """

    def __init__(self, message: str, kind: str, usage: object = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.usage = usage

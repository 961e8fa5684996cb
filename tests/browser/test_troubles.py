"""What the application did wrong because of a step is told; what it did by itself, or rightly, is not."""

import time

import pytest
from browser.visitors import SETTLE_MS, Visitor

from ghostly.browser.options import BrowserOptions
from ghostly.browser.remote import RemoteBrowsers


def kinds(there):
    return [(trouble.kind, trouble.method, trouble.path, trouble.status) for trouble in there.browser.troubles()]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("#save", [("response", "POST", "/status/500", 500)]),
        ("#slow", [("response", "PUT", "/slow", 503)]),
        ("#cut", [("unreachable", "DELETE", "/cut", 0)]),
        ("#throw", [("exception", "", "", 0)]),
        ("#broken", [("response", "GET", "/status/500", 500)]),
        ("#submit", [("response", "POST", "/status/502", 502)]),
        ("#read", []),
        ("#fine", []),
        ("#refused", []),
        ("#abort", []),
    ],
)
def test_what_a_click_caused(visit, selector, expected):
    there = visit("troubles.html")
    assert kinds(there) == []

    there.do("click", selector=selector)
    if selector in {"#read", "#fine", "#refused", "#abort"}:
        there.says("sent")

    found = kinds(there)
    while not found and expected:
        found = kinds(there)
    assert found == expected
    assert kinds(there) == []


def test_a_write_that_is_never_answered_is_no_success(session):
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=SETTLE_MS, trouble_wait_ms=300))
    try:
        there = Visitor(browsers.open(session()))
        there.do("goto", url="/troubles.html")
        there.do("click", selector="#forever")

        [trouble] = there.browser.troubles()
    finally:
        browsers.stop()

    assert (trouble.kind, trouble.method) == ("unanswered", "POST")
    assert trouble.message == "POST /slow had not been answered"


def test_a_trouble_says_what_happened(visit):
    there = visit("troubles.html")

    there.do("click", selector="#save")
    there.do("click", selector="#throw")
    there.says("sent")

    messages = []
    deadline = time.monotonic() + 20
    while len(messages) < 2 and time.monotonic() < deadline:
        messages += [trouble.message for trouble in there.browser.troubles()]
    assert messages == ["POST /status/500 answered 500", "Oh no"]

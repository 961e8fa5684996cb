"""Small working stand-ins for the world outside, and a database to write to."""

import itertools
import time

from ghostly.engine.ports import Performed, Recordings, Target
from ghostly.errors import PageError


class FakeClock:
    """Moves on by ten milliseconds whenever somebody looks."""

    def __init__(self):
        self._now = itertools.count(1_000, 10)

    def now_ms(self):
        return next(self._now)


class FakeBrowser:
    """A page on which every selector exists, unless it is named in `absent`; `gate` holds steps back."""

    def __init__(self, absent=(), secret=(), troubles=(), gate=None):
        self.absent = set(absent)
        self.secret = dict(secret)
        self.found_troubles = tuple(troubles)
        self.gate = gate
        self.performed = []
        self.closed = 0

    def perform(self, step, index):
        if self.gate is not None:
            self.gate.wait()
        if step.selector in self.absent:
            raise PageError(f"No element matches {step.selector}.", "target_not_found")
        self.performed.append(step)
        return Performed("http://app.test/", target=Target("button", "Save", step.selector or "body"))

    def is_secret(self, selector):
        return self.secret.get(selector, False)

    def troubles(self):
        return self.found_troubles

    def close(self, keep_video):
        self.closed += 1
        return Recordings()


class FakeBrowsers:
    """Opens the browsers it is given, in order, then healthy ones; an exception is raised instead."""

    def __init__(self, *browsers):
        self.next = list(browsers)
        self.opened = []

    def open(self, session):
        browser = self.next.pop(0) if self.next else FakeBrowser()
        if isinstance(browser, Exception):
            raise browser
        self.opened.append(browser)
        return browser


def eventually(condition, seconds=10.0):
    """Wait until `condition()` is true and return what it returned; fail after `seconds`."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {condition}")
        time.sleep(0.005)
    return value

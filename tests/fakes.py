"""Small working stand-ins for the world outside, and a database to write to."""

import itertools
import time

from ghostly.engine.facts import Fact
from ghostly.engine.page import Node, Page
from ghostly.engine.planning import Cure, Draft, Finding
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

    def perform(self, step, index, longest_ms=None):
        if self.gate is not None:
            self.gate.wait()
        if step.selector in self.absent:
            raise PageError(f"No element matches {step.selector}.", "target_not_found")
        self.performed.append(step)
        held = ("",) if step.action == "fill" else None
        return Performed("http://app.test/", target=Target("button", "Save", step.selector or "body"), held=held)

    def is_secret(self, selector):
        return self.secret.get(selector, False)

    def troubles(self, wait=True):
        return self.found_troubles if wait else ()

    def observe(self, look):
        return Page("http://app.test/", "App", (), elapsed_ms=1)

    def rest(self, longest_ms):
        pass

    def look_ahead(self, look):
        pass

    def picture(self, name):
        return None

    def close(self, keep_video):
        self.closed += 1
        return Recordings()


class PagedBrowser(FakeBrowser):
    """Shows its pages one after the other, a page an observation; the last one stays."""

    def __init__(self, *pages, **fields):
        super().__init__(**fields)
        self.pages = list(pages)
        self.at_once = ()

    def observe(self, look):
        return self.pages.pop(0) if len(self.pages) > 1 else self.pages[0]

    def troubles(self, wait=True):
        found, self.at_once = self.at_once, ()
        return found if not wait else (*found, *self.found_troubles)


def page(*said, url="http://app.test/"):
    """A page that shows the texts, and a button for each that begins with `>`."""
    nodes = [
        Node(number, -1, "control", "button", f"#b{number}", tag="button", name=text[1:])
        if text.startswith(">")
        else Node(number, -1, "text", "", f"#t{number}", text=text)
        for number, text in enumerate(said)
    ]
    return Page(url, "App", tuple(nodes))


class FakePlanner:
    """Hands out its drafts in order, then says that nothing is left to do."""

    def __init__(self, *drafts):
        self.drafts = list(drafts)
        self.asked = []

    def plan(self, situation):
        self.asked.append(situation)
        return self.drafts.pop(0) if self.drafts else Draft()


class FakeHealer:
    """Hands out its cures in order, then abstains."""

    def __init__(self, *cures):
        self.cures = list(cures)

    def heal(self, situation, failed, error):
        return self.cures.pop(0) if self.cures else Cure(None, "Nothing is like it.")


class FakeExaminer:
    def __init__(self, finding=None, reloads=False):
        self.finding = finding or Finding(True, "It is there.", (Fact("change", "It is there.", True),))
        self.reloads = reloads
        self.examined = []

    def wants_reload(self, goal):
        return self.reloads

    def pages_left(self, situation):
        return ()

    def way_inside(self, situation, page):
        return None

    def place_to_look(self, situation, page):
        return ""

    def examine(self, situation, reloaded, troubles):
        self.examined.append((situation, reloaded, troubles))
        return self.finding


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

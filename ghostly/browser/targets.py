"""From a selector to the one element that is meant: what matches, which match people can see, what is in its way."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from playwright.async_api import Frame, FrameLocator, Locator, Page

from ghostly.engine.ports import Target
from ghostly.engine.secrecy import sounds_secret
from ghostly.errors import PageError

LOOK_ENGINE = "ghostly"
TEXT_ENGINE = "ghostly-text"

_looks = itertools.count(1)
_LOOK_MS = 2_000
# Where the scripts in the page cut the texts that they find.
LONGEST_NAME = 200
_LONGEST_COVER = 60
SECRET_AUTOCOMPLETE = {"current-password", "new-password", "one-time-code", "cc-csc"}
_QUOTED_OR_CHAIN = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|(>>)""")


@dataclass(frozen=True, slots=True)
class Match:
    """One element that a selector matches, as `look.js` describes it."""

    index: int
    role: str
    name: str
    selector: str
    visible: bool
    tag: str
    type: str
    autocomplete: str
    words: list[str]
    value: str
    before: str | None
    disabled: bool
    readonly: bool
    cover: dict[str, str] | None
    box: list[float]
    options: list[dict[str, Any]]
    multiple: bool

    @property
    def title(self) -> str:
        """The element as a person would say it."""
        role = self.tag if self.role == "generic" else self.role
        name = self.name if len(self.name) < LONGEST_NAME else f"{self.name}…"
        return f'{role} "{name}"' if name else f"{role} ({self.selector})"

    def is_secret(self) -> bool:
        hints = set(self.autocomplete.split())
        return self.type == "password" or bool(hints & SECRET_AUTOCOMPLETE) or any(map(sounds_secret, self.words))


@dataclass(frozen=True, slots=True)
class Sight:
    """What a selector matches at one moment: how many elements, how many of them visible, and the first few."""

    count: int
    visible: int
    found: list[Match]

    def only(self) -> Match | None:
        """The element that is meant: the only match, or the only visible one."""
        if self.count == 1 or self.visible == 1:
            return self.found[0]
        return None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a selector points: a locator, and the selector of the frame that it is in."""

    locator: Locator
    frame: str = ""

    async def look(self) -> Sight:
        """What is there now; it does not wait for anything to match."""
        described = self.locator.or_(self.locator.page.locator("head")).locator(f"{LOOK_ENGINE}={next(_looks)}")
        seen = json.loads(await described.text_content(timeout=_LOOK_MS) or "{}")
        return Sight(seen["count"], seen["visible"], [Match(**facts) for facts in seen["found"]])

    def target(self, match: Match) -> Target:
        selector = f"{self.frame} >> {match.selector}" if self.frame else match.selector
        return Target("" if match.role == "generic" else match.role, match.name, selector)


def chain(selector: str) -> list[str]:
    """The parts of a selector between `>>`, those inside quotes left whole."""
    parts = [""]
    at = 0
    for found in _QUOTED_OR_CHAIN.finditer(selector):
        parts[-1] += selector[at : found.start()]
        if found[2]:
            parts.append("")
        else:
            parts[-1] += found[1]
        at = found.end()
    parts[-1] += selector[at:]
    return [part.strip() for part in parts]


async def locate(page: Page, selector: str) -> Place:
    """Where the selector points now: `frame >> inner` goes into the frame, any other `>>` is Playwright's."""
    parts = chain(selector)
    root: Page | FrameLocator = page
    frame: list[str] = []
    here: list[str] = []
    for part in parts[:-1]:
        here.append(part)
        inner = await _frame(root.locator(" >> ".join(here)))
        if inner is not None:
            root, frame, here = inner, [*frame, *here], []
    return Place(root.locator(" >> ".join([*here, parts[-1]])), " >> ".join(frame))


async def _frame(locator: Locator) -> FrameLocator | None:
    sight = await Place(locator).look()
    if not sight.found or any(match.tag not in {"iframe", "frame"} for match in sight.found):
        return None
    only = sight.only()
    if only is None:
        raise ambiguous(sight)
    return locator.nth(only.index).content_frame


async def read(frame: Frame, text: str) -> str:
    """Whether people can read the text in a frame: "yes", "case" when only the case differs, or "no"."""
    said = frame.locator("head").first.locator(f"{TEXT_ENGINE}={quote(text, safe='')}")
    return await said.text_content(timeout=_LOOK_MS) or "no"


def ambiguous(sight: Sight) -> PageError:
    named = ", ".join(match.title for match in sight.found)
    more = sight.visible - len(sight.found)
    rest = f" and {more} more" if more > 0 else ""
    return PageError(f"{sight.visible} visible elements match, and one is needed: {named}{rest}.", "target_ambiguous")


def missing(selector: str) -> PageError:
    return PageError(f"Nothing on the page matches {selector!r}.", "target_not_found")


def hidden(sight: Sight) -> PageError:
    what = sight.found[0].title
    if sight.count == 1:
        return PageError(f"{what} is on the page but hidden.", "target_blocked")
    return PageError(f"{sight.count} elements match, all hidden; the first is {what}.", "target_blocked")


def has_moved(earlier: Match | None, now: Match | None) -> bool:
    return bool(earlier and now and earlier.selector == now.selector and earlier.box != now.box)


def obstacle(match: Match, keeps_moving: bool) -> PageError | None:
    """What keeps a person from using the element, if anything does."""
    if match.disabled:
        return PageError(f"{match.title} is disabled.", "target_blocked")
    if match.cover:
        cover = match.cover
        more = "…" if len(cover["name"]) >= _LONGEST_COVER else ""
        name = f' "{cover["name"]}{more}"' if cover["name"] else ""
        role = "" if cover["role"] == "generic" else f"{cover['role']} "
        return PageError(f"{match.title} is covered by {role}<{cover['tag']}>{name}.", "target_blocked")
    if keeps_moving:
        return PageError(f"{match.title} keeps moving.", "target_blocked")
    return None

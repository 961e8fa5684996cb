"""A link that opens a tab of its own: what comes next in the goal is about the page in it."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from ..page import Node
from ..planning import Planned
from ..steps import Step
from .desk import Desk

# What a browser keeps as a file shows no page.
_FILES = re.compile(r"\.(?!html?$|php$|aspx?$|jsp$)\w{2,5}$")


def opens_tab(desk: Desk, planned: Planned) -> bool:
    """Whether a step presses a link of this page that opens a tab."""
    return planned.step.action == "click" and _link_of(desk.situation.page.nodes, planned) is not None


def into_new_tab(desk: Desk) -> Planned | None:
    """The step into the tab that the last one has opened, while the page is the old one still."""
    last = desk.situation.past[-1] if desk.situation.past else None
    if last is None or not last.ok or last.before is None or last.before.url != desk.situation.page.url:
        return None
    link = _link_of(last.before.nodes, last.planned) if last.planned.step.action == "click" else None
    if link is None or last.planned.part >= len(desk.goal.parts):
        return None
    here, there = urlsplit(desk.situation.page.url), urlsplit(urljoin(desk.situation.page.url, link.href))
    if here.netloc != there.netloc or _FILES.search(there.path) or (here.path, here.query) == (there.path, there.query):
        return None
    wanted = f"{there.path}?{there.query}" if there.query else there.path
    if wanted in desk.situation.page.url:
        # The tab could not be told from this one.
        return None
    part = desk.goal.parts[last.planned.part]
    step, own = Step("switchTab", url_includes=wanted), last.planned
    return desk.plan(part, step, None, frozenset(), own.ends_part, f'go to the tab of "{link.said}"', own.explores)


def _link_of(nodes: tuple[Node, ...], planned: Planned) -> Node | None:
    links = (n for n in nodes if n.selector == planned.step.selector and n.states.get("opens") == "tab")
    return next((n for n in links if n.href and not n.href.startswith(("#", "mailto:", "javascript:"))), None)

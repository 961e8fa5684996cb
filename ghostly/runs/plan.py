"""A plan before anything is done: the application is opened, looked at, and closed again."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..engine import outline
from ..engine.crew.minds import Minds
from ..engine.page import Page
from ..engine.planning import Draft, Situation
from ..engine.ports import Browsers, Session
from ..engine.secrecy import secrets_in
from ..engine.steps import Step
from ..errors import AppUnreachable, PageError
from ..journal.redact import Redactor

_CALM_MS = 5_000
_NODES_SHOWN = 300
_MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """`steps` and `observer` are in wire form; `unsure` says what the planner could not place, empty when it could."""

    steps: list[dict[str, Any]]
    has_more: bool
    rationale: str
    unsure: str
    planner: str
    model: str | None
    observer: dict[str, Any]


class Drafter:
    """Asks a planner for the first steps towards a goal."""

    def __init__(self, browsers: Browsers, uploads: str, minds_of: Callable[[str, Redactor], Minds]) -> None:
        self._browsers = browsers
        self._uploads = uploads
        self._minds_of = minds_of

    def draft(self, user_id: str, base_url: str, goal: str) -> Plan:
        """Raises AppUnreachable when the application does not open, and RunError when no browser does."""
        redactor = Redactor(secrets_in(goal))
        with tempfile.TemporaryDirectory(prefix="ghostly-plan-") as folder:
            session = Session(f"plan-{uuid.uuid4()}", base_url, folder, self._uploads)
            browser = self._browsers.open(session)
            try:
                browser.perform(Step("goto", url=base_url), -1)
                page = browser.observe(_CALM_MS)
            except PageError as error:
                raise AppUnreachable(f"Could not reach the app at {base_url}: {error}") from None
            finally:
                browser.close(keep_video=False)
        draft = self._minds_of(user_id, redactor).planner.plan(Situation(goal, base_url, page, page, (), _MOST_STEPS))
        return _shown(draft, page, redactor)


def _shown(draft: Draft, page: Page, redactor: Redactor) -> Plan:
    dialogs = [{"role": node.role, "heading": node.said} for node in page.dialogs]
    observer = {
        "url": page.url,
        "title": page.title,
        "treeMarkdown": outline.render(page, _NODES_SHOWN),
        "nodeCount": len(page.nodes),
        "visibleDialogs": dialogs,
        "pageErrors": [],
    }
    shown: dict[str, Any] = redactor.data(observer)  # type: ignore[assignment]  # an object stays one
    steps = [planned.step.wire() for planned in draft.steps]
    return Plan(
        steps,
        draft.has_more,
        redactor.text(draft.rationale),
        redactor.text(draft.unsure),
        draft.planner,
        draft.model,
        shown,
    )

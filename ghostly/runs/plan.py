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
from ..engine.ports import Browsers, Look, Session
from ..engine.secrecy import named_in, secrets_in
from ..engine.steps import Step
from ..errors import AppUnreachable, PageError
from ..journal.redact import Redactor

_CALM_MS = 5_000
_NODES_SHOWN = 300
_MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """`goal` is without its passwords, `steps` and `observer` are in wire form; `unsure` says what the planner could
    not place, empty when it could."""

    goal: str
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
                page = browser.observe(Look(_CALM_MS))
            except PageError as error:
                raise AppUnreachable(f"Could not reach the app at {base_url}: {error}") from None
            finally:
                browser.close(keep_video=False)
        draft = self._minds_of(user_id, redactor).planner.plan(Situation(goal, base_url, page, page, (), _MOST_STEPS))
        return _shown(draft, page, goal, redactor)


def _shown(draft: Draft, page: Page, goal: str, redactor: Redactor) -> Plan:
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
    steps = [_without_secrets(planned.step.wire(), goal) for planned in draft.steps]
    return Plan(
        redactor.text(goal),
        steps,
        draft.has_more,
        redactor.text(draft.rationale),
        redactor.text(draft.unsure),
        draft.planner,
        draft.model,
        shown,
    )


def _without_secrets(step: dict[str, Any], goal: str) -> dict[str, Any]:
    """The step with the names of the goal's passwords in their place; a run of the same goal knows them."""
    return {name: named_in(value, goal) if isinstance(value, str) else value for name, value in step.items()}

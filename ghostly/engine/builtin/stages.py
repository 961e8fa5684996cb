"""At which step of several a form is, as a check tells it: `I stay on the first step`, `no pasa al paso Contacto`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from ..page import Node, Page
from .lexicon import STOP
from .part import Part
from .questions import Answer, says
from .speech import DETERMINERS, NOT
from .words import ORDINALS, Token, count_of

_STEP = {"step", "stage", "page", "screen", "paso", "etapa", "pagina", "pantalla", "fase"}
# How somebody, or the form, gets to a step or is at it.
_GETS = re.compile(
    r"(?:(?:go|goe|mov|advanc|continu|proceed|get|stay|remain|reach|land|tak|mak)(?:e?s|es|ing|e)?"
    r"|am|i'm|is|are|be|still|on|taken|brought"
    r"|pas[aeo]\w*|avanz\w+|avanc\w+|sig[aou]\w*|segu\w+|qued\w+|est[aoe]\w*|continu\w+|lleg\w+|llev\w+|deb\w+|deja\w*|vay\w*|va)$"
)
_IDLE = {
    "on", "onto", "to", "ahead", "forward", "at", "in", "it", "i", "we", "me", "us", "form", "wizard", "registration",
    "through", "past", "same", "al", "en", "se", "nos", "formulario", "asistente", "todavia", "aun", "still", "does",
    "doesn't", "must", "should", "not", "de", "del", "of", "called", "ya", "tiene", "que", "adelante", "hasta", "a",
    "yo", "then", "just", "app", "aplicacion", "let", "lets",
}  # fmt: skip


def at_step(part: Part, page: Page) -> Answer | None:
    """None where a check names no step of those that the page lists, or says more than that."""
    steps = [n for n in page.nodes if n.role == "listitem" and not n.hidden]
    now = next((n for n in steps if n.states.get("current") == "step"), None)
    if now is None or not any(_GETS.match(t.norm) for t in part.words):
        return None
    row = [n for n in steps if n.parent == now.parent]
    meant = _meant(part.words, row, page)
    if meant is None:
        return None
    said = f'The form is at the step "{page.words_of(now)}".'
    return Answer((meant is now) is not part.negated, said)


def _meant(words: Sequence[Token], row: Sequence[Node], page: Page) -> Node | None:
    """The step that is named or counted, if nothing else is told."""
    left = [t for t in words if t.kind != "mark" and not _is_idle(t)]
    led = any(t.norm in _STEP for t in words)
    told = [t for t in left if t.norm not in _STEP]
    if len(told) == 1 and led and (at := ORDINALS.get(told[0].norm, count_of(told[0]))) is not None:
        return row[at - 1] if 0 < at <= len(row) else None
    named = [n for n in row if told and all(says(page.words_of(n), t) for t in told)]
    # `I stay on the Contact` may speak of something else.
    return named[0] if len(named) == 1 and (led or all(t.names for t in told)) else None


def _is_idle(token: Token) -> bool:
    return token.norm in STOP | DETERMINERS | NOT | _IDLE or bool(_GETS.match(token.norm))


def stays_put(words: Sequence[Token]) -> bool:
    """`I stay on the first step`, `sigo en el primer paso`, `it does not go on to Contact`."""
    told = [t for t in words if t.kind != "mark"]
    spoken = list(dropwhile(lambda t: t.norm in {"i", "we", "it", "me", "se", "and", "y", "no"}, told))
    is_step = any(t.norm in _STEP for t in spoken)
    return (
        bool(spoken)
        and is_step
        and bool(_GETS.match(spoken[0].norm))
        and all(_is_idle(t) or t.norm in _STEP | ORDINALS.keys() or t.names for t in spoken)
    )

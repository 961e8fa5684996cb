"""What a box in an entry makes of it, as a check tells it: `the note about linen is pinned`."""

from __future__ import annotations

from ..page import Page
from .lexicon import STOP, same
from .part import Part
from .questions import Answer, head_words, items, says
from .speech import finite_at
from .toggles import toggled

_NOT_YET = {"not", "no", "still", "now", "already", "ya", "ahora", "aun", "todavia", "sigue", "marked", "as"}


def toggled_so(part: Part, page: Page) -> Answer | None:
    """None where a check says nothing that a box of its entry tells, or not of which entry."""
    words = [t for t in part.words if t.kind != "mark"]
    verb = finite_at(words) or 0
    told = [t for t in words[verb + 1 :] if t.norm not in STOP | _NOT_YET]
    about = [t for t in words[:verb] if t.names or t.norm not in STOP]
    if len(told) != 1 or not about or told[0].kind != "word":
        return None
    rows = [(n, text) for n, text in items(page) if toggled(page, n, told[0]) is not None]
    # `The note about linen`: what each of them is need not be said in it.
    heads = head_words(page)
    wanted = [t for t in about if t.names or not any(same(t.norm, w) for w in heads)]
    own = [(n, text) for n, text in rows if wanted and all(says(text, t) for t in wanted)]
    if len(own) != 1:
        return None
    is_on = toggled(page, own[0][0], told[0])
    said = f'"{own[0][1][:80]}" is {"" if is_on else "not "}{told[0].text}.'
    return Answer(is_on is not part.negated, said)

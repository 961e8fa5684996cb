"""What a check says of several entries, of each its own: `Tank 1 should hold 40 litres and Tank 4 25`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..page import Node, Page
from .lexicon import STOP
from .part import Part, content_of, groups_of
from .questions import Answer, cell_under, first_said, heads_of, items, says
from .speech import MODAL, finite_at
from .words import Token, parts

_SEVERAL = 2
_LEADS = {"with", "at", "to", "con", "en", "a", "has", "holds", "tiene"}


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said of one entry: what it is called, and the value that it is to have."""

    name: Sequence[Token]
    value: Token
    unit: Token | None


def each_told(part: Part, page: Page) -> Answer | None:
    """None where a check does not tell of several entries by what stands first in each, or one of them is not sure."""
    told = _told(part)
    rows = [(each, _row_of(page, each.name)) for each in told]
    if part.negated or len(told) < _SEVERAL or any(row is None for _, row in rows):
        return None
    unit = next((each.unit for each in told if each.unit), None)
    places: set[int] | None = None
    for each, row in rows:
        said = _places_of(page, row, each.value, unit) if row else set[int]()
        if row and not said:
            return Answer(False, f'"{page.words_of(row)[:80]}" does not say {each.value.text}.')
        places = said if places is None else places & said
    named = ", ".join(f'"{page.words_of(row)[:60]}"' for _, row in rows if row)
    # What one says as its stock the other may say as its size.
    return Answer(True, f"{named} say it.") if places else Answer(False, f"{named} say it of different things.")


def _told(part: Part) -> list[_Told]:
    """What each group of the words says of one entry; nothing where a group says something else."""
    found: list[_Told] = []
    groups = groups_of(part.words)
    for number, group in enumerate(groups):
        cut = next((i for i, t in enumerate(group) if i and t.norm in _LEADS and _is_value(group[i + 1 :])), 0)
        last = max((i for i, t in enumerate(group) if t.kind == "number"), default=0)
        cut = cut or (last if number else finite_at(tuple(group)) or 0)
        values = [t for t in group[cut:] if t.kind == "number"] if cut else []
        until = (finite_at(tuple(group[:cut])) or cut) if cut else 0
        name = [t for t in group[:until] if (t.is_value or t.kind == "word") and t.norm not in STOP | MODAL]
        if len(values) != 1 or not name or not any(t.names for t in name):
            return []
        after = content_of(group[group.index(values[0]) + 1 :])
        if len(after) > 1:
            return []
        found.append(_Told(name, values[0], after[0] if after else None))
    return found


def _is_value(words: Sequence[Token]) -> bool:
    return bool(words) and words[0].kind == "number"


def _row_of(page: Page, name: Sequence[Token]) -> Node | None:
    """The one entry that begins with the name, or with a name that ends with it: `the 4` where there is a `Tank 4`."""
    wanted = tuple(word for t in name for word in parts(t.text))
    heads = [(parts(first), row) for row, _ in items(page) if (first := first_said(page, row))]
    whole = [row for said, row in heads if said == wanted]
    ends = [row for said, row in heads if said[-len(wanted) :] == wanted] if all(t.is_value for t in name) else []
    rows = whole or ends
    return rows[0] if len(rows) == 1 else None


def _places_of(page: Page, row: Node, value: Token, unit: Token | None) -> set[int]:
    """Where in an entry a value stands, its name left out; where a column is called by the unit, only there."""
    if unit and (unit.norm,) in heads_of(page):
        return {0} if says(cell_under(page, row, (unit,)), value) else set()
    texts = [n.said for n in page.within(row) if n.said and not n.hidden and n.kind == "text"]
    return {at for at, text in enumerate(texts) if at and says(text, value)}

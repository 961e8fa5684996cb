"""Whether the only entry that fits is the only one on all pages of its list: they are turned before it is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..page import Node, Page
from ..planning import Planned
from .comparing import Ranking
from .desk import Desk, Move, lost
from .finding import does, usable
from .matching import Match, Reading
from .part import Part
from .words import Token, parts

_FORTH, _BACK = "look for others like it", "go back to where it is"
_MOST = 4
_PREVIOUS = {"previous", "prev", "anterior", "back", "atras"}
_SIGNS = {"‹", "«", "<", "←"}

Finder = Callable[[Reading], Sequence[Node]]


def survey(
    desk: Desk, part: Part, asked: Sequence[Token], chosen: Match | None, controls: Finder, rank: Ranking | None = None
) -> Move | None:
    """A step through the pages of the list, the sentence that names several that fit, or None when it can be done; the
    one of several that is meant by how it compares is told by its rank."""
    walked = [t.planned for t in desk.situation.past if t.ok and t.planned.part == part.number]
    forth = [p for p in walked if p.explores and p.why.startswith(_FORTH)]
    back = [p for p in walked if p.explores and p.why.startswith(_BACK)]
    if not forth and (chosen is None or not _may_have_others(desk, chosen, asked)):
        return None
    if not back and len(forth) < _MOST and (further := onward(desk)):
        return Move((desk.act(part, "click", further, explores=True, why=_FORTH),))
    seen = _seen(desk, part)
    fits = list(_fitting(seen, asked, controls))
    if rank and (place := rank([text for _, text in fits])) is not None:
        fits = [fits[place]]
    if len(fits) > 1:
        names = "; ".join(dict.fromkeys(text[:60] for _, text in fits))
        said = " ".join(t.text for t in asked if t.kind != "mark")
        return lost(part, what=f'Several things fit "{said}", and the goal does not say which: {names}.', final=True)
    apart = len(seen) - 1 - len(back) - fits[0][0] if fits else 0
    return _returned(desk, part, apart) if apart > 0 else None


def is_surveyed(desk: Desk, part: Part) -> bool:
    """Whether the pages of a list have been turned to look for others, and nothing was opened since."""
    walked = [t.planned for t in desk.situation.past if t.ok and t.planned.part == part.number and t.planned.explores]
    return bool(walked) and walked[-1].why.startswith((_FORTH, _BACK))


def _may_have_others(desk: Desk, chosen: Match, asked: Sequence[Token]) -> bool:
    told = [t for t in asked if t.number in chosen.used]
    is_unique = any(t.kind in ("code", "email", "url", "placeholder") for t in told)
    item = desk.reading.item(chosen.node)
    return item is not None and item.role == "row" and not is_unique and onward(desk) is not None


def _seen(desk: Desk, part: Part) -> list[Page]:
    """The pages of the list, one after the other."""
    past = [
        t for t in desk.situation.past if t.ok and t.planned.part == part.number and t.planned.explores and t.before
    ]
    turned = [t for t in past if t.planned.why.startswith((_FORTH, _BACK))]
    forth = [t.before for t in turned if t.planned.why.startswith(_FORTH) and t.before]
    last = next((t.before for t in turned if t.planned.why.startswith(_BACK)), None)
    return [*forth, last or desk.situation.page]


def _fitting(pages: Sequence[Page], asked: Sequence[Token], controls: Finder) -> Iterator[tuple[int, str]]:
    """The entries that say the most of what is asked, each with the number of its page."""
    found: list[tuple[int, int, str]] = []
    for index, page in enumerate(pages):
        reading = Reading(page)
        for node in controls(reading):
            item = reading.item(node)
            if item is not None:
                found.append((len(reading.match(node, asked).used), index, page.words_of(item)))
    most = max((used for used, _, _ in found), default=0)
    yield from dict.fromkeys((index, text) for used, index, text in found if used == most)


def onward(desk: Desk) -> Node | None:
    """What turns to the next page of a list."""
    nodes = [n for n in usable(desk.reading) if n.role in ("link", "button") and not n.disabled]
    apart = [n for n in nodes if not any(h.role in ("form", "row", "dialog") for h in desk.reading.page.parents(n))]
    if further := [n for n in apart if does(n, "next") and len(parts(n.said)) < 3]:
        return further[0]
    numbers = [n for n in apart if n.said.isdigit()]
    now = _number_shown(desk, numbers)
    return next((n for n in numbers if now and int(n.said) == now + 1), None)


def _number_shown(desk: Desk, numbers: Sequence[Node]) -> int:
    """The number of the page of a list that is shown, among the links to others; 0 where that cannot be told."""
    shown = [n for n in desk.situation.page.nodes if n.said.strip().isdigit() and not n.hidden]
    now = next((int(n.said) for n in shown if n.states.get("current") in ("page", "true")), 0)
    if not now and numbers:
        # The page that is shown is often the only one without a link.
        now = next(i for i in range(1, len(numbers) + 2) if str(i) not in {n.said for n in numbers})
    return now


def shows_more(node: Node) -> bool:
    """Whether a button only makes a list longer."""
    said = parts(node.said)
    return node.role in ("button", "link") and not node.disabled and len(said) < 4 and bool(
        {"more", "mas"} & set(said[1:]) and {"show", "load", "view", "see", "ver", "mostrar", "cargar"} & set(said[:1])
    )  # fmt: skip


def longer(desk: Desk) -> Node | None:
    """What shows more of a list: its next page, or a button that makes it longer."""
    return onward(desk) or next((n for n in usable(desk.reading) if shows_more(n)), None)


def back_one(desk: Desk) -> Node | None:
    """What turns to the page of a list before this one."""
    nodes = [n for n in usable(desk.reading) if n.role in ("link", "button") and not n.disabled]
    return next((n for n in nodes if _PREVIOUS & set(parts(n.said)) or n.said.strip() in _SIGNS), None)


def _returned(desk: Desk, part: Part, apart: int) -> Move | None:
    nodes = [n for n in usable(desk.reading) if n.role in ("link", "button") and not n.disabled]
    # The survey may have begun on a later page than the first.
    place = _number_shown(desk, [n for n in nodes if n.said.isdigit()]) - apart
    numbered = [n for n in nodes if n.said == str(place)]
    before = back_one(desk)
    if not numbered and before is None:
        return None
    steps = [desk.act(part, "click", before or numbered[0], explores=True, why=_BACK) for _ in range(apart)]
    return Move(_first_of(steps, before is not None))


def _first_of(steps: Sequence[Planned], one_by_one: bool) -> tuple[Planned, ...]:
    return tuple(steps) if one_by_one else tuple(steps[:1])

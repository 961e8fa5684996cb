"""The columns of a board, each with a heading of its own: where a check says that a card is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from ..page import Node, Page
from .lexicon import same
from .part import Part
from .speech import ASIDES, COLUMNS, DETERMINERS, finite_at, to_at
from .words import Token, parts

# How a check says that it means the column to which something was just moved.
_THAT = {"that", "this", "same", "new", "esa", "esta", "misma", "dicha", "nueva"}
_INTO = {"into", "onto", "under", "over", "bajo", "hasta"}
_HOLDERS = {"region", "list", "listitem", "group", "article", "item"}
_OF = {"of", "de", "del", "called", "llamada"}
_LONGEST_NAME, _SEVERAL = 4, 2


def column_told(part: Part) -> Sequence[Token]:
    """The name of `the Ready column`, `la columna En curso`, where a check says that something is there."""
    words = part.words[finite_at(part.words) or 0 :]
    at = next((i for i, t in enumerate(words) if t.norm in COLUMNS), None)
    if at is None or part.verb != "expect":
        return ()
    before = list(takewhile(lambda t: t.norm not in DETERMINERS and t.kind in ("word", "quoted"), reversed(words[:at])))
    after = list(takewhile(lambda t: t.kind in ("word", "quoted"), words[at + 1 :]))
    led = len(before) < at and words[at - len(before) - 1].norm in DETERMINERS
    # `The In progress column` has a name that begins so.
    is_name = bool(before) and (before[-1].text[:1].isupper() or before[-1].norm not in ASIDES)
    name = before[::-1] if led and is_name else after
    return name if 0 < len(name) <= _LONGEST_NAME and name[0].text[:1].isupper() else ()


def column_before(part: Part) -> Sequence[Token]:
    """The name of the column of which a check says something: `the Ready column has only that one`."""
    words = part.words[: finite_at(part.words) or len(part.words)]
    at = next((i for i, t in enumerate(words) if t.norm in COLUMNS), None)
    if at is None:
        return ()
    before = [t for t in words[:at] if t.norm not in DETERMINERS | ASIDES]
    name = before or [t for t in words[at + 1 :] if t.norm not in DETERMINERS]
    return name if 0 < len(name) <= _LONGEST_NAME else ()


def means_column(part: Part) -> bool:
    """Whether a check says `in that column`, of which something before it has told."""
    words = [t.norm for t in part.words[finite_at(part.words) or 0 :]]
    return part.verb == "expect" and any(b in COLUMNS and a in _THAT for a, b in pairwise(words))


def column_moved_to(page: Page, moved: Part) -> Node | None:
    """The column to which a part moves something: `over to Shipped`, `a la columna de pagados`."""
    at = max((i for i, t in enumerate(moved.words) if i and t.norm in _INTO), default=to_at(moved.words))
    at = max(at, to_at(moved.words))
    place = takewhile(lambda t: t.kind in ("word", "quoted"), moved.words[at + 1 :] if at else ())
    told = [t for t in place if t.norm not in DETERMINERS | COLUMNS | _OF]
    names = (told[:end] for end in range(min(len(told), _LONGEST_NAME), 0, -1))
    return next((column for name in names if (column := column_of(page, name, loosely=True))), None)


def column_of(page: Page, name: Sequence[Token], loosely: bool = False) -> Node | None:
    """What holds the cards under the heading that is called so, beside others like it; `loosely` if another form of its
    words will do, as `pagados` for `Pagado`."""
    said = [word for token in name for word in parts(token.text)]
    headed = [(h, n) for n in page.nodes if n.role == "heading" and not n.hidden for h in _holder(page, n)]
    fits = [holder for holder, head in headed if said and _uncounted(head) == said]
    fits = fits or [holder for holder, head in headed if loosely and said and _are_same(_uncounted(head), said)]
    alike = [holder for holder, _ in headed if fits and (holder.role, holder.parent) == (fits[0].role, fits[0].parent)]
    return fits[0] if len(fits) == 1 and len({h.number for h in alike}) >= _SEVERAL else None


def is_of_table(page: Page, name: Sequence[Token]) -> bool:
    """Whether a table has a column that is called so."""
    said = [word for token in name for word in parts(token.text)]
    return any(n.role == "columnheader" and _uncounted(n) == said for n in page.nodes)


def _holder(page: Page, head: Node) -> list[Node]:
    """The box that begins with a heading."""
    return [h for h in list(page.parents(head))[:_SEVERAL] if h.role in _HOLDERS][:1]


def _are_same(head: Sequence[str], said: Sequence[str]) -> bool:
    return len(head) == len(said) and all(map(same, head, said))


def _uncounted(head: Node) -> list[str]:
    return [word for word in parts(head.said) if not word.isdigit()]

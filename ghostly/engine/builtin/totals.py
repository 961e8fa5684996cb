"""What the last row of a table adds up, each sum under its head: `the totals are 50 hours and 1,148 litres`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..page import Node, Page
from .evidence import THINGS, is_how
from .lexicon import EVERY, same
from .part import Part, content_of, groups_of
from .questions import Answer, amounts_said, as_amount, first_said, is_under, links
from .regions import FEET, names_foot_of_table
from .speech import MODAL
from .units import names_of_unit, names_unit, shows_unit
from .words import Token, normal, parts, runs_of, stem

_SUMS = re.compile(
    r"(?:totals?|totales|totaliz\w+|sums?|suma[nrs]?|sumen?|sumando|asciende[n]?|worth"
    r"|altogether|together)$"
)
_ADDS_UP = ("add", "adds", "adding"), ("up", "to")
# Where the sums of a table stand, which says nothing of what they are.
_PLACES = {
    "below", "under", "beneath", "bottom", "end", "debajo", "bajo", "abajo", "final", "row", "line", "fila", "linea",
}  # fmt: skip
_BEGINS = re.compile(
    r"(?:grand |gran )?(?:totals?|totales|sums?|suma)\b(?! ?(?!(?:of (?:all|the)|de (?:todos|todas|los|las))\b)[a-z])"
)
# What may stand between the words of a name, and what may not follow its last.
_BETWEEN, _ENDS = r"(?:\W+[a-z]{1,3})*\W+", r"(?!\w| [A-ZÁÉÍÓÚÑ\d])"
_GROUPS = 2
_SIGN = re.compile(r"[€$£¥%]")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A cell of the last row with the head it stands under; `said` is all that both say."""

    cell: str
    head: str

    @property
    def said(self) -> str:
        return f"{self.cell} {self.head}"


def sums_told(part: Part, page: Page) -> Answer | None:
    """None where a check tells of no sums, or the page has no row with a place for each of them."""
    told = [(group, [t for t in group if _is_amount(t)]) for group in groups_of(part.words)]
    if part.negated or not told or any(len(amounts) != 1 for _, amounts in told):
        return None
    rows = [row for row in _rows_told_of(part, page) if all(_place(page, row, group, one) for group, (one,) in told)]
    if len(rows) != 1:
        return None
    places = [(one, place) for group, (one,) in told if (place := _place(page, rows[0], group, one))]
    row = " ".join(each.cell for each in rows[0])
    wrong = [one.text for one, place in places if not _comes_to(place, one)]
    if wrong:
        return Answer(False, f'"{row[:80]}" does not say {wrong[0]} there.')
    return Answer(True, f'"{row[:80]}" says it, each under its head.')


def _is_amount(token: Token) -> bool:
    return token.kind == "number" and len(amounts_said(token.text)) == 1


def _rows_told_of(part: Part, page: Page) -> list[list[_Sum]]:
    """The rows of sums that a check may mean: those at the foot where it says so, and else those that call it a sum."""
    of_foot = names_foot_of_table(part.words)
    if not of_foot and not any(_tells_sum(part.words, at) for at in range(len(part.words))):
        return []
    return [row for row in _last_rows(page) if of_foot or any(map(_SUMS.match, parts(" ".join(s.cell for s in row))))]


def _tells_sum(words: Sequence[Token], at: int) -> bool:
    adds, up = _ADDS_UP
    after = words[at + 1].norm if at + 1 < len(words) else ""
    return bool(_SUMS.match(words[at].norm)) or (words[at].norm in adds and after in up)


def _last_rows(page: Page) -> Iterator[list[_Sum]]:
    """The last row of each table that has heads, where it stands in a group of its own or begins with `Total`."""
    for table in (n for n in page.nodes if n.role in ("table", "grid") and not n.hidden):
        inside = list(page.within(table))
        heads = [n for n in inside if n.role == "columnheader" and n.said]
        rows = [n for n in inside if n.role == "row" and not n.hidden]
        last = rows[-1] if len(rows) > 1 else None
        if last and heads and (_is_apart(last, rows) or _BEGINS.match(normal(first_said(page, last)))):
            cells = [n for n in page.within(last) if n.kind != "holder" and n.said and not n.hidden]
            yield [_Sum(cell.said, next((h.said for h in heads if is_under(h, cell)), "")) for cell in cells]


def _is_apart(last: Node, rows: Sequence[Node]) -> bool:
    """Whether a row is the only one of its group, behind a group of heads and one of entries."""
    return last.parent not in {row.parent for row in rows[:-1]} and len({row.parent for row in rows}) > _GROUPS


def _place(page: Page, row: Sequence[_Sum], group: Sequence[Token], amount: Token) -> _Sum | None:
    """The only cell for an amount: it says in itself or in its head all that is told with it, or else is the only one
    in its currency. What leads to the amount may be what the page is about."""
    at, signs = group.index(amount), _SIGN.findall(amount.text)
    after, before = (_named(words) for words in (group[at + 1 :], group[:at]))
    fits = [each for each in row if len(amounts_said(each.cell)) == 1]
    fits = [each for each in fits if all(_says(each, t) for t in after) and all(s in each.said for s in signs)]
    is_only = bool(after or signs) or len(fits) == 1
    rest: list[Token] = []
    for token in before:
        own = [each for each in fits if _says(each, token)]
        fits, is_only = own or fits, is_only or bool(own)
        rest += [] if own else [token]
    return fits[0] if is_only and len(fits) == 1 and _is_about(page, row, rest) else None


def _is_about(page: Page, row: Sequence[_Sum], told: Sequence[Token]) -> bool:
    """Whether a page says of itself what a check says that its sums are of: in its titles, in what its lists are
    narrowed to, or in the row. A name has to be the whole name there: `North Mill` is not `North Mill Annex`; and `the
    new order` is one of the `Orders`, whose sums it does not tell."""
    chosen = (o.label for n in page.controls if n.tag == "select" for o in n.options if o.selected and not n.hidden)
    texts = (*page.titles, *chosen, *(each.cell for each in row))
    names = [_BETWEEN.join(re.escape(t.text) for t in run) for run in runs_of(told, lambda t: t.names)]
    kinds = [word for t in told if not t.names for word in parts(t.text)]
    said = {word for text in texts for word in parts(text)}
    is_kind = all(any(same(word, w) and not _is_one_of(word, w) for w in said) for word in kinds)
    return is_kind and all(any(re.search(rf"(?<!\w)(?i:{name}){_ENDS}", text) for text in texts) for name in names)


def _is_one_of(one: str, many: str) -> bool:
    return stem(one) == one and stem(many) != many


def _named(words: Sequence[Token]) -> list[Token]:
    """What is told beside an amount, without what says only that it is a sum and where it stands."""
    idle = _PLACES | FEET | MODAL | EVERY | THINGS.keys()
    said = [t for i, t in enumerate(words) if not _tells_sum(words, i)]
    return [t for t in content_of(said) if t.names or not (t.norm in idle or is_how(t) or links(t))]


def _says(place: _Sum, token: Token) -> bool:
    said = parts(place.said)
    if token.kind == "word" and names_unit(token) and set(names_of_unit(token.norm)) & set(said):
        return True
    return all(any(same(word, w) for w in said) for word in parts(token.text)) or shows_unit(place.cell, token)


def _comes_to(place: _Sum, amount: Token) -> bool:
    """Whether a cell says just that number, in whichever of the two the sign of its currency stands."""
    (is_said,), (wanted,) = amounts_said(place.cell), amounts_said(amount.text)
    below = [text.strip()[:1] in "-−" for text in (place.cell, amount.text)]
    return below[0] == below[1] and as_amount(is_said)[1] == as_amount(wanted)[1]

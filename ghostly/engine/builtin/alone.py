"""What a check says to be the only one: of a list, or of somebody in it, as in `of Ada only ORD-7 is left`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from ..page import Page
from .deeds import Deeds
from .evidence import PRESSES, Check, another_so, heads_row, is_same_place, item_of, whose_only
from .finding import has_more_pages, turns_further
from .part import Part
from .questions import items, says
from .words import Token

_OF = {"of", "from", "for", "de", "del", "a", "has"}


class Alone(Deeds):
    """Whether nothing else is listed of what a check calls the only one."""

    def _besides_only(self, part: Part, subject: Sequence[Token], used: frozenset[int]) -> Check | None:
        """What lies beside the only one; None where nothing does."""
        # What a search or a filter has left stands on the page that it shows.
        narrowed = any(each.verb in ("search", "filter") for each in self.goal.parts[: part.number])
        owner = [] if narrowed else owner_told(part, subject)
        own = [t for t in subject if t not in owner]
        named = " ".join(t.text for t in subject)
        other = (
            self._another_of(part, owner, own)
            if owner
            else another_so(self.situation.page, part, subject, whose_only(part.words))
        )
        if other:
            return Check(False, f'The page shows "{other[:80]}" too, not only "{named}".', used, absent=False)
        if owner and self._has_unseen_pages():
            return Check(None, f'The other pages of the list may show more than "{named}".', used, against=True)
        return None

    def _another_of(self, part: Part, owner: Sequence[Token], own: Sequence[Token]) -> str:
        """Another entry of the same owner that a page of the list has shown and that was not deleted since."""
        gone = self._entries_deleted(part)
        entries = [text for page in self._list_pages() for n, text in items(page) if not heads_row(page, n)]
        others = (text for text in entries if text not in gone and all(says(text, t) for t in owner))
        return next((text for text in others if not all(says(text, t) for t in own)), "")

    def _list_pages(self) -> list[Page]:
        page = self.situation.page
        return [page, *(each for each in self._pages() if is_same_place(each, page))]

    def _has_unseen_pages(self) -> bool:
        """Whether a list goes on where nobody has looked: neither its first page nor its last one need be this one."""
        pages = self._list_pages()
        return has_more_pages(self.situation.page) and all(turns_further(page) for page in pages)

    def _entries_deleted(self, part: Part) -> set[str]:
        """The entries, as they were, whose own buttons were pressed to delete them before a check."""
        deletes = [p for p in self.goal.parts[: part.number] if p.verb == "delete"]
        pressed = [t for p in deletes for t in self._steps_of(p) if t.planned.step.action in PRESSES and t.before]
        return {item_of(t.before, t.planned.step.selector or "") or "" for t in pressed if t.before}


def owner_told(part: Part, subject: Sequence[Token]) -> list[Token]:
    """Whose the only one is that a check calls by its number: the Ada of `of Ada only ORD-7 is left`."""
    if not any(t.kind == "code" for t in subject):
        return []
    for at, (of, name) in enumerate(pairwise(part.words)):
        if of.norm in _OF and name in subject and name.kind == "word":
            return list(takewhile(lambda t: t in subject and t.kind == "word" and t.names, part.words[at + 1 :]))
    return []

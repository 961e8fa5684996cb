"""That something is as it was before, as a check tells it: `its total stays the same`, `el correo no ha cambiado`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..page import Node, Page
from .besides import Besides
from .differences import differences
from .evidence import (
    LONGEST_LABEL,
    LOOKS,
    PRESSES,
    SETS,
    SUMS,
    Check,
    heads_row,
    is_same_place,
    names_before,
    same_item,
)
from .finding import only_filters, turns_further
from .labelled import behind_each, texts_of
from .lexicon import same
from .part import Part, content_of
from .questions import cell_under, items, lists, says, told_counts
from .showing import same_from
from .speech import OTHERS
from .words import Token, bare, parts

_FIELDS = {"field", "box", "input", "value", "campo", "casilla", "valor"}
_HOW_MANY = {"number", "count", "numero", "cantidad"}
_ACTS = {*PRESSES, *SETS, "press", "drag"}

# An entry as it was, and as it is, each with its page.
_Rows = tuple[Page, Node, Page, Node]


class Unchanged(Besides):
    """Whether what is said to be as it was says now what it said before the last change."""

    def _as_it_has_been(self, part: Part) -> Check | None:
        """What a check comes to that says that something has not changed; None where it says no such thing."""
        at = same_from(part.words)
        if at is None or self.others_told(part):
            return None
        about = [t for t in content_of(part.words[:at]) if t.norm not in _FIELDS]
        if OTHERS & {t.norm for t in part.words[:at]}:
            # `The others have not changed` says that they are listed still, as they were.
            stay = replace(part.words[at - 1], kind="word", text="remain", norm="remain")
            rest = self._rest_stays(replace(part, words=(*part.words[:at], stay), negated=False))
            return replace(rest, used=part.numbers) if rest else None
        before, now = self._until_changed(part), self._as_now()
        found = self._then_and_now(part, about, before, now)
        if found is None:
            return Check(None, f'Nothing tells whether "{part.said}".', part.numbers, against=True)
        was, is_ = found
        told = f'"{is_[:80]}", as before' if was == is_ else f'"{is_[:80]}" now, and said "{was[:80]}" before'
        return Check(was == is_, f'What "{part.said}" is about says {told}.', part.numbers)

    def _then_and_now(
        self, part: Part, about: Sequence[Token], before: Sequence[Page], now: Sequence[Page]
    ) -> tuple[str, str] | None:
        """What was said of it and what is; None where that cannot be told."""
        if any(a.norm in _HOW_MANY and b.norm in ("of", "de") for a, b in pairwise(part.words)):
            return _how_many(before, now, [t for t in about if t.norm not in _HOW_MANY])
        names = _names_in(about, before)
        if names or self.is_about_own(part):
            rows = self._rows_of(part, names, before, now)
            if names or rows:
                return _said_in(rows, [t for t in about if t not in names]) if rows else None
        if found := _said_on(before, now, about):
            return found
        # `The name is not to be touched`: that of the entry which was changed, by its column.
        changes = self._changes(part) if about else []
        own = self._rows_of(part, names_before(changes[-1]), before, now) if changes else None
        return _said_in(own, about) if own else None

    def _until_changed(self, part: Part) -> list[Page]:
        """The pages before anything was set for what was saved last before a check, the latest first."""
        done = [t for t in self._ok if t.planned.part < part.number and t.before]
        own = [i for i, t in enumerate(done) if not t.planned.explores and self._verb_of(t) not in LOOKS]
        acts = [i for i in own if done[i].planned.step.action in _ACTS]
        saves = [i for i in acts if done[i].planned.commits] or acts[-1:]
        if not saves:
            return []
        # What only answers a question of the page belongs to what was asked for.
        last = self.goal.parts[done[saves[-1]].planned.part]
        asked = last.number - (last.implied or last.verb == "accept")
        began = max((i for i in saves[:-1] if done[i].planned.part < asked), default=-1)
        sets = (i for i in acts if i > began and done[i].planned.step.action in SETS)
        until = min(next(sets, saves[-1]), saves[-1])
        return [t.before for t in reversed(done[began + 1 : until + 1]) if t.before]

    def _as_now(self) -> list[Page]:
        pages = (self.reloaded or self.situation.page, self.situation.inside, *self.situation.revisited)
        return [page for page in pages if page]

    def _rows_of(self, part: Part, names: Sequence[Token], before: Sequence[Page], now: Sequence[Page]) -> _Rows | None:
        """The entry that has these names, or that was acted on, as it was and as it is; None where it is not known."""
        acted = self._acted(part.number)
        for page in before:
            fits = [(n, text) for n, text in _entries(page) if all(says(text, t) for t in names)]
            fits = fits if names else [(n, text) for n, text in fits if acted and text == acted[1]]
            if len({text for _, text in fits}) == 1:
                again = _entry_again(now, fits[0][1], names)
                return (page, fits[0][0], *again) if again else None
        return None


def _names_in(about: Sequence[Token], before: Sequence[Page]) -> list[Token]:
    """The words that say of which entry a check speaks, and not of which column."""
    heads = {word for page in before for n in page.nodes if n.role == "columnheader" for word in parts(n.said)}
    return [t for t in about if t.names and t.norm not in heads]


def _entries(page: Page) -> list[tuple[Node, str]]:
    return [(n, text) for n, text in items(page) if not heads_row(page, n)]


def _entry_again(pages: Sequence[Page], was: str, names: Sequence[Token]) -> tuple[Page, Node] | None:
    """The entry as it is now: the only one that says its names, or the one that says the most of what it said."""
    for page in pages:
        said = "" if names else same_item(page, was)
        fits = [n for n, text in _entries(page) if (all(says(text, t) for t in names) if names else text == said)]
        if len(fits) == 1:
            return page, fits[0]
    return None


def _said_in(rows: _Rows, told: Sequence[Token]) -> tuple[str, str] | None:
    """What an entry said and says in the columns that are named, or all of it where it says just what it said."""
    before, was, now, is_ = rows
    heads = [parts(n.said) for n in before.nodes if n.role == "columnheader" and parts(n.said)]
    named = [[t for t in told if any(_is(t, w) for w in head)] for head in heads]
    asked = [tokens for tokens, head in zip(named, heads, strict=True) if len(tokens) == len(head)]
    if not asked:
        whole = before.words_of(was), now.words_of(is_)
        return whole if whole[0] == whole[1] or not told else None
    cells = [(cell_under(before, was, head), cell_under(now, is_, head)) for head in asked]
    known = all(was and is_ for was, is_ in cells)
    return (", ".join(was for was, _ in cells), ", ".join(is_ for _, is_ in cells)) if known else None


def _said_on(before: Sequence[Page], now: Sequence[Page], about: Sequence[Token]) -> tuple[str, str] | None:
    """What two pages say by a label or hold in a field that is called so, as it was and as it is."""
    for one in before if about else ():
        for other in now:
            held = [(was, _held(other, about)) for was in _held(one, about)]
            if len(held) == 1 and len(held[0][1]) == 1:
                return held[0][0], held[0][1][0]
            was, is_ = _behind(one, about), _behind(other, about)
            if was and is_ and is_same_place(one, other):
                return ", ".join(was), ", ".join(is_)
            if changes := differences(one, other, [t for t in about if t.norm not in SUMS]):
                so = not any(changes)
                return ("the same", "the same") if so else ("another number", f"{changes[0]:+g}")
    return None


def _how_many(before: Sequence[Page], now: Sequence[Page], about: Sequence[Token]) -> tuple[str, str] | None:
    """How many of them there were and are, as far as one page lists them all."""
    for one in before:
        other = next((page for page in now if is_same_place(one, page)), None)
        if other is None:
            continue
        told = [told_counts(page, about[-1], about[:-1]) if about else [] for page in (one, other)]
        if all(told):
            return str(told[0][0]), str(told[1][0])
        counts = [len(max(lists(page), key=len, default=[])) for page in (one, other)]
        if all(counts) and not turns_further(one) and not turns_further(other):
            return str(counts[0]), str(counts[1])
    return None


def _held(page: Page, about: Sequence[Token]) -> list[str]:
    """What the fields hold whose label is just that."""
    fields = [n for n in page.controls if n.tag in ("input", "select", "textarea") and not n.hidden and not n.secret]
    own = [n for n in fields if _is_called(n.label or n.name, about) and not only_filters(page, n)]
    return [bare(n.value) or str(n.checked) for n in own if n.value or n.checked is not None]


def _behind(page: Page, about: Sequence[Token]) -> list[str]:
    """What stands right behind a label that is just that."""
    labels = {n.label for n in page.controls if n.label}
    texts = [n for n in texts_of(page) if n.role != "columnheader" and n.said not in labels]
    return [bare(said) for _, label, said in behind_each(texts) if _is_called(label, about)]


def _is_called(label: str, about: Sequence[Token]) -> bool:
    said = parts(label)
    told = all(any(_is(t, word) for word in said) for t in about)
    return 0 < len(said) <= LONGEST_LABEL and told and len(said) <= len(about) + 1


def _is(token: Token, word: str) -> bool:
    return token.norm == word or same(token.norm, word)

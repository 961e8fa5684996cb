"""Which of several entries is meant, by what the others say: `Bo's lamp` is not his kettle where Ada has a lamp."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from ..page import ENTRIES, Node
from .controls import page_is_about
from .desk import Desk
from .lexicon import STOP
from .matching import Match, says
from .part import Part, content_of, thing_of
from .speech import DETERMINERS
from .words import ORDINALS, Token, bare, parts, runs_of, stem

_OF = {"of", "de", "del"}
_LISTS = {"list", "table", "row", "line", "lista", "tabla", "fila", "linea"}
_TEXTS = ("text", "shape")


def is_another(desk: Desk, node: Node, words: Sequence[Token]) -> bool:
    """Whether the entry of a control lacks a word that another of its list says, and has no code that is named."""
    item = entry_of(desk, node)
    own = _held_in(desk, item) if item else ()
    asked = [t for t in content_of(words) if t.norm not in STOP]
    if item is None or any(t.kind == "code" and _is_said(own, t) for t in asked):
        return False
    missing = [t for t in asked if not _is_said(own, t) and not page_is_about(desk, [t])]
    others = [_told_in(desk, other) for other in _beside(desk, item)] if missing else []
    return any(_is_written(told, t) for t in missing for told in others)


def is_namesake(desk: Desk, node: Node, words: Sequence[Token]) -> bool:
    """Whether the entry of a control says one of the names by which somebody is called in full, and not the other:
    that of Petra Novak is not Patrick Novak's."""
    item = entry_of(desk, node)
    own = parts(desk.reading.text(item)) if item else ()
    runs = runs_of(words, lambda t: t.kind == "word" and t.text[:1].isupper() and t.norm not in STOP)
    said = [[all(word in own for word in parts(t.text)) or page_is_about(desk, [t]) for t in run] for run in runs]
    return bool(own) and any(any(run) and not all(run) for run in said)


def closest(desk: Desk, nodes: Sequence[Node], words: Sequence[Token]) -> list[Node]:
    """The controls of the entries that say all the words which any of them says; of the one that is called just so
    where several do, and of none where the only one is another than is told. What no entry holds is kept."""
    held = [(n, entry_of(desk, n)) for n in nodes]
    asked = [t for t in content_of(words) if t.norm not in STOP]
    told = {item.number: _held_in(desk, item) for _, item in held if item}
    some = [t for t in asked if any(_is_said(said, t) for said in told.values())]
    fits = [(n, item) for n, item in held if item and all(_is_said(told[item.number], t) for t in some)]
    exact = [(n, item) for n, item in fits if _is_called_just(desk, item, asked)]
    fits = exact if len({item.number for _, item in exact}) == 1 else fits
    kept = {n.number for n, _ in fits if len({item.number for _, item in fits}) > 1 or not is_another(desk, n, words)}
    return [n for n, item in held if item is None or n.number in kept]


def by_texts(desk: Desk, nodes: Sequence[Node], words: Sequence[Token]) -> list[Node]:
    """The controls of the entries whose texts say the most, their buttons left out: `Mark as paid` is in each of them,
    and only one of them is paid."""
    told = [(n, _told_in(desk, item)) for n in nodes if (item := entry_of(desk, n))]
    some = [t for t in words if any(_is_said(said, t) for _, said in told)]
    return [n for n, said in told if some and all(_is_said(said, t) for t in some)]


def nth(desk: Desk, nodes: Sequence[Node], words: Sequence[Token]) -> Match | None:
    """The control of the entry that is told by its place: `the second note`, `the first note of Ada`."""
    places = [t for t in words if t.norm in ORDINALS and not t.text[:1].isupper()]
    asked = [t for t in content_of(words) if t not in places and t.norm not in _LISTS]
    held = [(n, item) for n in nodes if (item := entry_of(desk, n))]
    told = [_held_in(desk, item) for _, item in held]
    missing = [t for t in asked if not any(_is_said(said, t) for said in told)]
    unknown = [t for t in missing if not page_is_about(desk, [t])]
    in_list = any(t.norm in _LISTS for t in words)
    # One word may be what such things are called.
    if len(places) != 1 or len(unknown) > (unknown == missing) or any(t.names for t in unknown):
        return None
    place = ORDINALS[places[0].norm]
    fits = [
        n for (n, _), said in zip(held, told, strict=True) if all(_is_said(said, t) for t in asked if t not in missing)
    ]
    if (place < 0 and not in_list) or place > len(fits) or not fits or len({i.number for _, i in held}) != len(held):
        # The last one may be the newest.
        return None
    used = frozenset(t.number for t in (*places, *asked) if t not in unknown)
    return Match(fits[place - 1 if place > 0 else -1], 1.0, used, frozenset(), 0.0)


def _held_in(desk: Desk, item: Node) -> tuple[str, ...]:
    """What an entry says, and what its fields hold."""
    held = [n.value for n in desk.reading.page.within(item) if n.value and not n.secret]
    return (*parts(desk.reading.text(item)), *parts(" ".join(held)), *parts(item.classes))


def _is_called_just(desk: Desk, item: Node, asked: Sequence[Token]) -> bool:
    """Whether something in an entry is called by the words that end with the last: `Pump 2`, not `Pump 2 spare`."""
    kinds = len(list(takewhile(lambda t: not t.names, asked)))
    runs = [asked[at:] for at in range(kinds + 1) if any(t.kind != "number" for t in asked[at:])]
    names = {bare(" ".join(t.text for t in run)) for run in runs}
    return any(bare(n.said) in names for n in desk.reading.page.within(item))


def owners_missed(desk: Desk, node: Node, words: Sequence[Token]) -> list[Token]:
    """Whose a thing is told to be, where the entry of a control names others: the `Ada` of `Ada's lamp`."""
    item = entry_of(desk, node)
    if item is None or not _beside(desk, item):
        return []
    own = parts(desk.reading.text(item))
    whose = [b for a, b in pairwise(words) if a.norm in _OF and b.kind == "word" and b.names]
    whose += [t for t in words if t.kind == "word" and t.names and t.end - t.start > len(t.text)]
    return [t for t in whose if not _is_said(own, t) and not page_is_about(desk, [t])]


def by_story(desk: Desk, part: Part, nodes: Sequence[Node]) -> list[Node]:
    """The controls of entries that say what is told before an order which only says `it`: `Ada no longer wants the
    lamp. Archive her order` is not about her kettle."""
    story = _told_before(desk, part)
    texts = [(n, parts(desk.reading.text(item)) if (item := entry_of(desk, n)) else None) for n in nodes]
    said = [told for _, told in texts if told is not None]
    objects = [b for a, b in pairwise(story) if a.norm in DETERMINERS and any(_is_said(told, b) for told in said)]
    texts = [(n, told) for n, told in texts if told is None or all(_is_said(told, t) for t in objects)]
    named = [t for t in part.words if t.names]
    fits = [(n, told) for n, told in texts if told is not None and all(_is_said(told, t) for t in named)]
    counts = [sum(_is_said(told, t) for t in content_of(story)) for _, told in fits]
    best = [n for (n, _), count in zip(fits, counts, strict=True) if count == max(counts)]
    return best if story and len(best) == 1 < len(fits) else [n for n, _ in texts]


def _told_before(desk: Desk, part: Part) -> list[Token]:
    """The words of the story before an order that has borrowed its thing from it."""
    if not thing_of(desk.goal.parts[part.number]) or not part.verb_words:
        return []
    own = {t.number for each in desk.goal.parts for t in (*each.words, *each.verb_words)}
    said = {t.norm for t in part.words}
    since = max((t.number for each in desk.goal.parts[: part.number] for t in each.words), default=-1)
    until = part.verb_words[0].number
    between = [t for t in desk.goal.tokens if since < t.number < until]
    return [t for t in between if t.number not in own and t.kind != "mark" and t.norm not in said]


def entry_of(desk: Desk, node: Node) -> Node | None:
    """The entry of a list that a control belongs to."""
    return next((h for h in desk.reading.page.parents(node) if h.role in ENTRIES), None)


def _beside(desk: Desk, item: Node) -> list[Node]:
    """The other entries of a list, without its heads."""
    page = desk.reading.page
    alike = [n for n in page.children.get(item.parent, ()) if n.role == item.role and n != item and not n.hidden]
    return [n for n in alike if not any(h.role == "columnheader" for h in page.children.get(n.number, ()))]


def _told_in(desk: Desk, item: Node) -> tuple[str, ...]:
    """What people read in an entry, without its buttons."""
    inside = desk.reading.page.within(item)
    told = [n.said for n in inside if not n.hidden and (n.kind in _TEXTS or n.role == "link")]
    return parts(" ".join(told))


def _is_said(words: Sequence[str], token: Token) -> bool:
    return all(says(words, word) for word in parts(token.text))


def _is_written(words: Sequence[str], token: Token) -> bool:
    told = {stem(word) for word in words}
    return bool(bare(token.text)) and all(stem(word) in told for word in parts(token.text))

"""The entry of a list that a goal describes without its name: `the fault of the lift that squeaks`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from ..page import Node
from .desk import Desk, Move
from .finding import does, opens_all, usable
from .lexicon import Verb, content, same, verbs
from .matching import Reading, holds, says
from .part import Part, content_of
from .speech import DETERMINERS
from .surveying import Finder, is_surveyed, survey
from .words import Token, bare, parts, whole

_INTO = {"to", "in", "into", "for", "on", "a", "al", "en", "para"}
_OF = {"for", "of", "on", "in", "at", "de", "para", "en"}
_LEAST = 2
# What a link says that only leads into its entry: `See class`, `Ver más`, `Details`.
_MORE = {"more", "details", "detail", "mas", "detalle", "detalles"}
_LONGEST_OPENER = 3
ACTS: tuple[Verb, ...] = ("delete", "save", "logout", "create", "edit", "close")
_DONE_TO: set[Verb] = {"delete", "edit", "say", "save", "close", "open", "check", "uncheck"}
_ITEMS = {"row", "listitem", "article"}
# What leads to whom or what a thing is given, or changed to.
_GIVES = {"to", "a", "al", "para", "into", "as", "como", "por"}


def into_described(desk: Desk, part: Part) -> Move | None:
    """Open the only entry whose title the words of the part say, which name nothing else that it does not say."""
    told = _described_with(part)
    fills = part.verb == "fill" and not any(t.is_value or t.text in (":", "=") for t in part.words)
    if not (part.verb in _DONE_TO or fills) or sum(not t.names for t in told) < 1:
        return None
    looked = (_into_one(desk, part, phrase, partial(_saying_all, phrase=phrase)) for phrase in _things(part))
    return _into_one(desk, part, told, partial(_fitting, told=told)) or next(filter(None, looked), None)


def _into_one(desk: Desk, part: Part, told: Sequence[Token], entries: Finder) -> Move | None:
    """Open the only entry that is meant by some words, once it is known to be the only one."""
    opened = {t.planned.step.selector for t in desk.situation.past if t.planned.explores}
    fits = [n for n in entries(desk.reading) if n.selector not in opened]
    chosen = desk.reading.match(fits[0], told) if len(fits) == 1 else None
    if (chosen or is_surveyed(desk, part)) and (others := survey(desk, part, told, chosen, entries)):
        return others
    if chosen is None:
        return None
    why = f'look under "{chosen.node.said}" for {part.said}'
    return Move(
        (desk.act(part, "click", chosen.node, _said_by(desk.reading, chosen.node, told), explores=True, why=why),)
    )


def _things(part: Part) -> list[list[Token]]:
    """What may say whose the thing is that is to be set, in all the words that follow: `the alarm of` `the buoy at Pier
    4`."""
    words = _before_change(part)
    leads = (
        i for i, t in enumerate(words[:-1]) if t.norm == "del" or (t.norm in _OF and words[i + 1].norm in DETERMINERS)
    )
    found = [list(content_of(words[i + 1 :])) for i in leads]
    return [phrase for phrase in found if len(phrase) >= _LEAST and any(not t.names for t in phrase)]


def _saying_all(reading: Reading, phrase: Sequence[Token]) -> list[Node]:
    """The links of the entries that say all of it, where each has no other that leads elsewhere."""
    links = [n for n in usable(reading) if n.role == "link" and n.said and not any(does(n, verb) for verb in ACTS)]
    rows = [(n, item) for n in links if (item := reading.item(n)) and item.role in _ITEMS]
    fits = {item.number: (n, item) for n, item in reversed(rows)}
    said = [(n, item) for n, item in fits.values() if all(_says_in(reading.text(item), t) for t in phrase)]
    return [n for n, item in said if len({each.href for each, its in rows if its is item}) == 1]


def _described_with(part: Part) -> list[Token]:
    """The words that may say which thing is meant: those before what it is given to or changed to."""
    return list(content_of(_before_change(part)))


def _before_change(part: Part) -> tuple[Token, ...]:
    words = part.words
    whom = list(takewhile(lambda t: t.names, words[words[:1] != () and words[0].norm in _GIVES :]))
    after = words[words.index(whom[-1]) + 1 :] if part.verb == "say" and whom else ()
    if after and (after[0].norm in DETERMINERS or _leads_to_thing(after)):
        # `Assign Ada the fault of the lift`, `Apunta a Ada al coro`
        words = after
    # `Change the pump of the cellar: level 3`
    words = tuple(takewhile(lambda t: t.text != ":", words))
    gives = (i for i in range(len(words) - 1, 0, -1) if words[i].norm in _GIVES)
    to = next((i for i in gives if any(t.names for t in words[i + 1 : i + 3])), len(words))
    return words[:to]


def _leads_to_thing(words: Sequence[Token]) -> bool:
    """Whether what somebody is put into follows, told by no name: `al coro infantil`, `to the evening class`."""
    led = list(takewhile(lambda t: t.norm in _INTO | DETERMINERS, words))
    return bool(led) and led[0].norm in _INTO and (led[0].norm == "al" or led[-1].norm in DETERMINERS)


def _fitting(reading: Reading, told: Sequence[Token]) -> list[Node]:
    """The links of the entries whose title is said by the words most fully."""
    kinds = {word for n in reading.page.nodes if n.role == "heading" and not n.hidden for word in parts(n.said)}
    apart = [t for t in told if not any(same(t.norm, word) for word in kinds)]
    links = [n for n in usable(reading) if n.said and (n.role == "link" or _opens(n)) and not acts(n, told)]
    rows = [(n, item) for n in links if (item := reading.item(n)) and item.role in _ITEMS]
    rated = [(_rate(_title(reading, n, item), told, apart), n, item) for n, item in rows]
    most = max((rate for rate, _, _ in rated), default=0)
    best = [(n, item) for rate, n, item in rated if rate == most > 0]
    firm = [t for t in told if t.names]
    best = [(n, item) for n, item in best if all(_says_in(reading.text(item), t) for t in firm)]
    return [n for n, _ in best]


def _title(reading: Reading, link: Node, item: Node) -> str:
    """What an entry is called: its heading, where its only link says no more than that it opens it, as `See class`."""
    inside = list(reading.page.within(item))
    heads = [n.said for n in inside if n.role == "heading" and not n.hidden]
    alone = sum(n.role in ("link", "button") and not n.hidden for n in inside) == 1
    return heads[0] if _opens(link) and alone and len(heads) == 1 else link.said


def _opens(node: Node) -> bool:
    """Whether a control says no more than that it opens something: `Open`, `See class`, `Ver más`."""
    said = parts(node.said)
    opens = bool(said) and ("open" in verbs().get(said[0], ()) or bool(_MORE & set(said)))
    return opens and node.role in ("link", "button") and len(said) <= _LONGEST_OPENER


def acts(node: Node, told: Sequence[Token]) -> bool:
    """Whether a link does something to an entry; one that says nothing but what the goal tells is the entry itself,
    though a word of it may mean an act: `Book of hours`."""
    said = {word for t in told for word in (*parts(t.text), *whole(t.text))}
    return any(does(node, verb) for verb in ACTS) and not said.issuperset(content(node.said))


def _rate(title: str, told: Sequence[Token], apart: Sequence[Token]) -> int:
    """How many words of a title are said, where all of them are, or where it says all of the words."""
    words = content(title)
    said = [word for word in words if any(same(t.norm, word) for t in told)]
    whole = len(words) >= _LEAST and len(said) == len(words)
    loose = [t for t in apart if not t.names]
    covers = bool(loose) and all(says(parts(title), t.norm) for t in loose)
    return len(said) if whole or covers else 0


def _said_by(reading: Reading, entry: Node, told: Sequence[Token]) -> frozenset[int]:
    item = reading.item(entry)
    text = reading.text(item) if item else entry.said
    return frozenset(t.number for t in told if _says_in(text, t))


def _says_in(text: str, token: Token) -> bool:
    return holds(text, bare(token.text)) if token.is_value else says(parts(text), token.norm)


def opener_beside(desk: Desk, part: Part, link: Node) -> Node | None:
    """The one link that leads to all of an entry, where that is of the kind which the part and the page name: `Open
    visit of Rex` beside `Rex`, for `the visit of Rex`."""
    heads = {w for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden for w in parts(n.said)}
    kinds = [t for t in content_of(part.words) if t.text.islower() and any(same(t.norm, word) for word in heads)]
    item = desk.reading.item(link)
    beside = [n for n in usable(desk.reading) if n.role == "link" and opens_all(n) and desk.reading.item(n) == item]
    return beside[0] if kinds and item and len(beside) == 1 else None

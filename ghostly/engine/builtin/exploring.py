"""Where to look when a page does not have what a part of the goal needs: the likely way first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from urllib.parse import urljoin

from ..page import ENTRIES, Node
from ..planning import Planned
from .controls import after_to
from .describing import ACTS, acts, into_described, opener_beside
from .desk import Desk, Move
from .finding import closers, does, opener_in, top_dialog, usable
from .lexicon import STOP, same, verbs
from .listing import ways_to_lists
from .matching import Match, Reading, holds, says
from .part import Part, booked_by, content_of, thing_of
from .surveying import Finder, is_surveyed, shows_more, survey
from .taking import is_typed
from .words import Token, bare, normal, parts, runs_of

_MOST = 6
_MOST_TURNS = 20
_PAIR = 2
_TO_OLD_ONES = {"delete", "edit", "close", "check", "uncheck"}
_ALTERS = {"delete", "edit", "say", "save"}
_TURNS = {">", "›", "»", "→"}
_NEXT = {"next", "siguiente"}
_DETERMINERS = {"the", "a", "an", "this", "that", "el", "la", "un", "una", "este", "esta"}
# What leads to where a new thing belongs.
_AT = {"on", "in", "to", "for", "at", "of", "en", "a", "al", "de", "del", "para", "with", "con", "por", "sobre"}
_SIGNS = {"▸", "▶", "►", "▹", "▷", "+", "⊞", "›", "❯", "»"}
_MENUS = {
    "more", "menu", "options", "actions", "mas", "opciones", "acciones", "⋯", "⋮", "…", "...", "•••", "☰", "▾", "▼",
}  # fmt: skip
_LANGUAGES = (
    "english", "spanish", "french", "german", "italian", "portuguese", "catalan", "galician", "basque", "dutch",
)  # fmt: skip
_WAYS = {"link": 0.3, "tab": 0.35, "menuitem": 0.25, "button": 0.0, "treeitem": 0.2}


def look_elsewhere(desk: Desk, part: Part) -> Move:
    """A click that leads to where the part can be done: nothing that saves, deletes or sends."""
    tried = [t.planned for t in desk.situation.past if t.planned.explores]
    part = _without_filling(desk, part)
    if _has_looked_enough(part, tried):
        return Move()
    if top_dialog(desk.reading):
        return _out_of_the_way(desk, part)
    been = {(p.target.role, p.target.name) for p in tried if p.target} | _come_from(desk, part)
    if part.verb in _ALTERS and is_surveyed(desk, part) and (others := _others(desk, part, None)):
        return others
    if holder := _menu_of(desk, part, tried) or _unfolding(desk, part, been):
        return _under(desk, part, holder)
    if inside := _into_what_is_told(desk, part, been):
        return inside
    ways = [n for n in usable(desk.reading) if (_leads_somewhere(n) or navigates(desk, n)) and not _in_row(desk, n)]
    ways = [n for n in ways if (n.role, n.said) not in been and not _leads_here(desk, n) and not _translates(n, part)]
    if inside := _where_made(desk, part, been, ways):
        return inside
    ways = [n for n in ways if not does(n, "create") or _may_make(n, part)]
    ranked = sorted((_ranked(desk, n, part) for n in _closest(ways, part)), key=lambda m: (-m.score, m.node.number))
    entry = _entry(desk, part, been)
    is_here = part.verb in (*_ALTERS, "fill") and _is_here(desk, part, entry, ranked)
    if not is_here and ranked and ranked[0].own and not _is_of_another(desk, part, ranked[0]):
        return _under(desk, part, ranked[0].node)
    if listed := _list_told_of(desk, part, entry, ways):
        return _under(desk, part, listed[0])
    if entry and not _says_less(desk, part, entry):
        return _into(desk, part, entry)
    left = _untold(desk, part, ways, been)
    return _under(desk, part, left[0]) if left else Move()


def _without_filling(desk: Desk, part: Part) -> Part:
    """The order without what is filled in for a thing that it names, and that no page says yet: `close the case of Ada`
    with the reason "Solved"."""
    at = next((i for i, t in enumerate(part.words) if t.norm in ("with", "con")), 0)
    values = [t for t in part.words[at:] if t.is_value]
    named = part.verb == "say" and at and any(_is_particular(t) for t in part.words[:at])
    pages = (desk.situation.page, *(t.before for t in desk.situation.past if t.before))
    told = any(_says_in(text, t) for t in values for page in pages for text in page.readable)
    return replace(part, words=part.words[:at]) if named and values and not told else part


def _untold(desk: Desk, part: Part, ways: Sequence[Node], been: set[tuple[str, str]]) -> list[Node]:
    """Where nothing tells which way: those that the page itself offers first, one after the other."""
    tried = [t.planned for t in desk.situation.past if t.planned.explores]
    folded = [n for n in ways if _is_folded(n)]
    # A page may be turned again and again.
    turns = [n for n in usable(desk.reading) if _leads_somewhere(n) and n.selector not in _in_vain(desk)]
    further = [n for n in turns if does(n, "next") and n.role in ("link", "button") and _turns_pages(desk, n)]
    further = further or _next_number(desk, part, tried)
    longer = [] if further else [n for n in usable(desk.reading) if shows_more(n) and n.selector not in _in_vain(desk)]
    # What makes the list longer leads away from nothing that it shows.
    left = [*longer, *folded, *further, *_beside_current(desk, been), *_not_seen(desk, part, _main_ways(desk, ways))]
    # What is new is on no further page of a list.
    left.sort(key=lambda n: part.verb == "create" and n in (*further, *longer) and _is_in(desk, n, ("navigation",)))
    # What makes something new holds nothing yet that could be set.
    left.sort(key=lambda n: part.verb == "fill" and does(n, "create"))
    return left


def _translates(node: Node, part: Part) -> bool:
    """Whether a control is called by a language and nothing else: it leads nowhere that the part does not ask for."""
    said = parts(node.said)
    language = next((name for name in _LANGUAGES if len(said) == 1 and same(name, said[0])), "")
    return bool(language) and not any(same(language, word) for t in part.words for word in parts(t.text))


def _leads_here(desk: Desk, node: Node) -> bool:
    """Whether a link leads to the page that is shown, as that of a list in its own navigation may."""
    here = desk.situation.page.url
    return bool(node.href) and "#" not in node.href and urljoin(here, node.href) == here


def _is_here(desk: Desk, part: Part, entry: Node | None, ranked: Sequence[Match]) -> bool:
    """Whether the list on the page is of the kind of thing that is named, and one entry of it says all of its names:
    a way that is called by that kind alone leads to others."""
    item = desk.reading.item(entry) if entry else None
    # What is to be filled in is in no entry yet.
    values = [t for t in part.words if part.verb == "fill" and t.is_value]
    names = [t for t in part.words if _is_particular(t) and t not in (*_given_to(part), *values)]
    told = desk.reading.text(item) if item else ""
    heads = [parts(n.said) for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    own = ranked[0].own if ranked else frozenset()
    kinds = [t for t in part.words if t.number in own]
    about = all(any(same(t.norm, word) for head in heads for word in head) for t in kinds)
    return bool(names) and about and all(_says_in(told, t) for t in names)


def _has_looked_enough(part: Part, tried: Sequence[Planned]) -> bool:
    own = [p for p in tried if p.part == part.number]
    turned = [p for p in own if p.target and _turns_a_page(p.target.name)]
    # The tabs of a page are soon looked through.
    tabs = [p for p in own if p.target and p.target.role == "tab"]
    return len(own) - len(turned) - len(tabs) // _PAIR >= _MOST or len(turned) >= _MOST_TURNS


def _come_from(desk: Desk, part: Part) -> set[tuple[str, str]]:
    """The tabs and links of the places that the search has come through: they lead back to what was seen there."""
    seen = [t.before for t in desk.situation.past if t.before and t.planned.part == part.number and t.planned.explores]
    tabs = {(n.role, n.said) for page in seen for n in page.controls if n.states.get("selected") == "true"}
    been, here = {page.url for page in seen}, desk.situation.page
    links = [n for n in here.controls if n.role == "link" and n.href and _is_in(desk, n, ("navigation", "banner"))]
    return tabs | {(n.role, n.said) for n in links if urljoin(here.url, n.href) in been}


def _turns_a_page(name: str) -> bool:
    words = parts(name)
    return (
        name in _TURNS
        or name.isdigit()
        or bool({"more", "mas"} & set(words))
        or (len(words) <= _PAIR and bool(_NEXT & set(words[:1])))
    )


def _beside_current(desk: Desk, been: set[tuple[str, str]]) -> list[Node]:
    """The links that stand beside the one of the part of a page that is shown, like the tabs of a list."""
    current = [n for n in desk.situation.page.controls if n.role == "link" and "current" in n.states and not n.hidden]
    beside = {n.parent for n in current if n.states["current"] != "false" and not n.said.isdigit()}
    links = [n for n in usable(desk.reading) if n.role == "link" and n.parent in beside and _leads_somewhere(n)]
    return [n for n in links if n.said and not n.said.isdigit() and (n.role, n.said) not in been]


def _not_seen(desk: Desk, part: Part, ways: Sequence[Node]) -> list[Node]:
    """The ways but those to where the part has been looked for: it is shown there still, or it is not."""
    past = [t for t in desk.situation.past if t.planned.part == part.number and t.planned.explores]
    seen = {desk.situation.page.url, *(t.before.url for t in past if t.before)}
    leads = Counter(n.href for n in ways)
    return [n for n in ways if leads[n.href] > 1 or urljoin(desk.situation.page.url, n.href) not in seen]


def _main_ways(desk: Desk, ways: Sequence[Node]) -> list[Node]:
    """The links by which one gets about in an application: those of its navigation, else the row of them at its top."""
    links = [n for n in ways if n.role == "link" and n.said and not n.said.isdigit()]
    told = [n for n in (*links, *(n for n in ways if n.role == "button")) if _is_in(desk, n, ("navigation", "banner"))]
    told = told or [n for n in ways if n.role == "button" and _buttons_beside_current(desk, n)]
    told = told or [n for n in links if _is_in(desk, n, ("complementary", "menu", "menubar", "toolbar"))]
    head = next((n.number for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden), 0)
    above = Counter(n.parent for n in desk.situation.page.controls if n.role == "link" and n.number < head)
    return told or [n for n in links if n.number < head and above[n.parent] > _PAIR]


def _in_vain(desk: Desk) -> set[str]:
    """What failed, and what was clicked last where the page offers just the same since."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.before is None or last.before.url != desk.situation.page.url:
        return desk.failed_selectors()
    before, now = ({(n.selector, n.said) for n in page.controls} for page in (last.before, desk.situation.page))
    return desk.failed_selectors() | ({last.planned.step.selector or ""} if before == now else set())


def _made(part: Part) -> Token | None:
    """The thing that is made: `viewing` in `book a viewing on property P-12`; none where only names are told."""
    led = takewhile(lambda t: t.norm not in _AT - _DETERMINERS and t.kind == "word", part.words)
    return next((t for t in content_of(tuple(led)) if t.text.islower()), None)


def _may_make(node: Node, part: Part) -> bool:
    """Whether what opens a form may open the one that is meant: what is there already is not found in any, and what is
    new not in that of what it is made in."""
    made = _made(part) if part.verb == "create" else None
    return part.verb not in _TO_OLD_ONES and (made is None or any(same(made.norm, word) for word in parts(node.said)))


def _closest(ways: list[Node], part: Part) -> list[Node]:
    """Where things of its own kind are told of, what is new is not looked for under what it is made in."""
    return [n for n in ways if part.verb == "create" and _may_make(n, part)] or ways


def _where_made(desk: Desk, part: Part, been: set[tuple[str, str]], ways: Sequence[Node]) -> Move | None:
    """Into the one entry that a new thing is made in: `a payment for the order of Noa Ray`, `a visit on property P-12`;
    none where something leads to things of its own kind, which is the way for what is only booked for somebody."""
    if booked := [n for n in ways if any(same(kind, word) for kind in booked_by(part) for word in parts(n.said))]:
        return _under(desk, part, booked[0])
    made = _made(part) if part.verb == "create" else None
    if made is None or any(same(made.norm, word) for n in ways for word in parts(n.said)):
        return None

    for named, is_certain in _named_places(part):
        entries = _entries_called(named, is_certain)
        fits = [n for n in entries(desk.reading) if (n.role, n.said) not in been]
        places = {item.number if (item := desk.reading.item(n)) else n.number for n in fits}
        chosen = desk.reading.match(fits[0], named) if len(places) == 1 else None
        if (chosen or is_surveyed(desk, part)) and (others := survey(desk, part, named, chosen, entries)):
            return others
        if chosen:
            return _under(desk, part, chosen.node, frozenset(t.number for t in named))
    return None


def _entries_called(named: Sequence[Token], is_certain: bool) -> Finder:
    """The links that are called by just these names, else those of the entries that say them, unless that may be by
    chance."""
    said = bare(" ".join(t.text for t in named))

    def entries(reading: Reading) -> list[Node]:
        links = [n for n in usable(reading) if n.role == "link" and not any(does(n, verb) for verb in ACTS)]
        rows = [(n, item) for n in links if (item := reading.item(n))]
        inside = [n for n, item in rows if all(_says_in(reading.text(item), t) for t in named)]
        return [n for n in links if bare(n.said) == said] or (inside if is_certain else [])

    return entries


def _named_places(part: Part) -> Iterator[tuple[list[Token], bool]]:
    """The names of what something may be made in, and whether more says so than a single word of it: a word for its
    kind, its code, or its surname."""
    for at, token in enumerate(part.words):
        after = [t for t in part.words[at + 1 :] if t.norm not in _DETERMINERS] if token.norm in _AT else []
        kind = list(takewhile(lambda t: t.kind == "word" and (t.text.islower() or t.norm in _AT), after))
        named = list(takewhile(lambda t: _is_particular(t) and t.kind != "number", after[len(kind) :]))
        if named and len(kind) <= _PAIR:
            is_one = kind or named[0].kind == "code" or len(named) >= _PAIR
            yield named, bool(is_one)


def _into_what_is_told(desk: Desk, part: Part, been: set[tuple[str, str]]) -> Move | None:
    """Into the entry that is called or described just as the part says."""
    entry = _exact_entry(desk, part, been)
    found = _into(desk, part, entry) if entry else into_described(desk, part)
    return found and _by_its_opener(desk, part, found)


def _by_its_opener(desk: Desk, part: Part, move: Move) -> Move:
    """The same way, by the link that leads to the entry itself where the one found leads to something in it."""
    last = move.steps[-1] if move.steps else None
    clicked = next((n for n in usable(desk.reading) if last and n.selector == last.step.selector), None)
    opener = opener_beside(desk, part, clicked) if clicked and clicked.role == "link" else None
    if last is None or opener is None or opener is clicked:
        return move
    return Move((*move.steps[:-1], desk.act(part, "click", opener, last.uses, explores=True, why=last.why)))


def _into(desk: Desk, part: Part, entry: Node) -> Move:
    """Open an entry, once it is known to be the only one that is called so, where something is to be done to it."""
    if part.verb in _ALTERS and (others := _others(desk, part, entry)):
        return others
    return _by_its_opener(desk, part, _under(desk, part, entry, _told_by(desk, part, entry)))


def _list_told_of(desk: Desk, part: Part, entry: Node | None, ways: Sequence[Node]) -> list[Node]:
    """The way to the list that a later check names, where no entry here is called like what is to be changed: one that
    only mentions it may be a thing of another kind."""
    if part.verb not in _ALTERS or (entry and _is_called_so(entry, part)):
        return []
    return ways_to_lists(desk.goal.parts[part.number + 1 :], ways)


def _is_called_so(entry: Node, part: Part) -> bool:
    return any(says(parts(entry.said), word) for t in part.words if _is_particular(t) for word in parts(t.text))


def _says_less(desk: Desk, part: Part, entry: Node) -> bool:
    """Whether an entry that was opened in vain said more of what is named: one that says less is not what is meant."""
    opened = [t.planned for t in desk.situation.past if t.ok and t.planned.part == part.number and t.planned.explores]
    told = _told_by(desk, part, entry)
    return part.verb in _ALTERS and any(told < planned.uses for planned in opened)


def _others(desk: Desk, part: Part, entry: Node | None) -> Move | None:
    """The way through the pages of a list on which others may be called like what is to be opened."""
    # `Book in 6 boxes of Tea`: how many there are names none.
    counts = part.words[:1] if part.verb == "say" and part.words and part.words[0].kind == "number" else ()
    # What an entry is to hold is in none yet.
    new = after_to(part) if part.verb == "edit" else ()
    named = [t for t in part.words if _is_particular(t) and t not in (*receivers(part), *counts, *new)]

    def entries(reading: Reading) -> list[Node]:
        links = [(n, item) for n in usable(reading) if n.role == "link" and (item := reading.item(n)) is not None]
        told = [n for n, item in links if any(_says_in(n.said, t) for t in named)
                and all(_says_in(f"{n.said} {reading.text(item)}", t) for t in named)]  # fmt: skip
        return [n for n in told if all(_says_in(n.said, t) for t in named)] or told

    chosen = desk.reading.match(entry, named) if entry else None
    return survey(desk, part, named, chosen, entries) if named else None


def _is_of_another(desk: Desk, part: Part, match: Match) -> bool:
    """Whether this is just what the part is about, but of another thing: the one that is named is not on the page."""
    if match.node.role == "link" and _is_in(desk, match.node, ("navigation", "banner")):
        return False
    about = [t for t in part.words if _is_particular(t)]
    told = desk.situation.page.readable
    absent = [t for t in about if not any(_says_in(text, t) for text in told)]
    own = [t for t in content_of(part.words) if t not in about and t not in thing_of(part)]
    acts = part.verb in ("click", "double", "hover", "check", "uncheck", "say")
    return acts and bool(absent) and bool(own) and all(t.number in match.used for t in own)


def _unfolding(desk: Desk, part: Part, been: set[tuple[str, str]]) -> Node | None:
    """What has folded away most of what the part names."""
    asked = content_of(part.words)
    opened = {t.planned.step.selector for t in desk.situation.past if t.planned.explores}
    shut = [n for n in usable(desk.reading, ("control", "text")) if n.hides and (n.role, n.said) not in been]
    shut = [n for n in shut if _toggle(desk, n).selector not in opened]
    shut = [n for n in shut if not n.disabled and not any(does(n, verb) for verb in ("delete", "save", "logout"))]
    told = [(sum(_weight(t) for t in asked if _says_in(n.hides, t)), n) for n in shut]
    most = max((weight for weight, _ in told), default=0.0)
    return next((_toggle(desk, n) for weight, n in told if weight == most > 0), None)


def _toggle(desk: Desk, node: Node) -> Node:
    """The sign beside a name that unfolds what is under it, or the name itself when it has none."""
    item = desk.reading.item(node)
    signs = [n for n in usable(desk.reading) if n.said.strip() in _SIGNS and item and desk.reading.item(n) == item]
    return signs[0] if len(signs) == 1 else node


def _menu_of(desk: Desk, part: Part, tried: list[Planned]) -> Node | None:
    """What opens more about the thing that the part names, and stands in it."""
    named = [t for t in content_of(part.words) if _is_particular(t)]
    been = {p.step.selector for p in tried}
    menus = [n for n in usable(desk.reading) if _MENUS & {*parts(n.said), *parts(n.title), n.said.strip()}]
    found = [n for n in menus if n.selector not in been and (item := desk.reading.item(n)) and all(
        _says_in(desk.reading.text(item), t) for t in named)]  # fmt: skip
    return found[0] if named and len(found) == 1 else None


def _weight(token: Token) -> float:
    return 1.0 if token.is_value or _is_particular(token) else 0.4


def _says_in(text: str, token: Token) -> bool:
    if token.is_value:
        return holds(normal(text), bare(token.text.removeprefix("@")))
    return says(parts(text), token.norm) or (not token.norm.isalnum() and set(parts(token.text)) <= set(parts(text)))


def _entry(desk: Desk, part: Part, been: set[tuple[str, str]]) -> Node | None:
    """The entry of a list that says what the part names: what is to be done may be inside."""
    sources = [b for a, b in pairwise(part.words) if a.norm in ("from", "by", "of", "de") and _is_particular(b)]
    named = sources or [t for t in content_of(part.words) if _is_particular(t) and t not in _put_elsewhere(desk, part)]
    entries = [
        n
        for n in usable(desk.reading)
        if n.role in ("", "listitem", "row", "option", "article", "link") and n.said and (n.role, n.said) not in been
        and not acts(n, part.words) and not (part.verb in _ALTERS and _parts_a_name(desk, part, n))
        and not (n.draggable and n.role != "link") and not _serves(desk, part, n)
    ]  # fmt: skip
    whole = [n for n in entries if n.role == "link" and desk.reading.item(n) and _is_told_whole(n, part)]
    if len(whole) == 1:
        return whole[0]
    words = [word for t in named for word in parts(t.text) if word not in STOP]
    told = [(sum(says(parts(n.said), word) for word in words), n) for n in entries]
    best = max((count for count, _ in told), default=0)
    fits = [n for count, n in told if count == best]
    if best and len(fits) == 1:
        return fits[0]
    # What is made anew has names in it that others have too.
    named = [t for t in named if part.verb != "create" or t.kind in ("code", "quoted")]
    if found := _link_in_row(desk, named, [n for n in entries if n.role == "link"]) if named else None:
        return found
    opener = _opener_in_row(desk, part, entries) if part.verb != "create" else None
    return opener or _opener_of(desk, named, been)


def _serves(desk: Desk, part: Part, node: Node) -> bool:
    """Whether a link only does something with its entry that the part does not ask for: `Print ORD-7` beside `Edit
    ORD-7`, or `Download`."""
    act, *thing = parts(node.said) or ("",)
    item = desk.reading.item(node)
    if item is None or "say" not in verbs().get(act, ()) or any(same(t.norm, act) for t in part.words):
        return False
    beside = (parts(n.said) for n in desk.reading.page.within(item) if n.kind == "control" and n is not node)
    return not thing or any(len(said) > len(thing) and said[-len(thing) :] == thing for said in map(list, beside))


def _opener_of(desk: Desk, named: Sequence[Token], been: set[tuple[str, str]]) -> Node | None:
    """The button of the only row or card that says every name, which leads to all of it: `View`, `Ver ficha`."""
    buttons = [n for n in usable(desk.reading) if n.role == "button"]
    items = {item.number: item for n in buttons if (item := desk.reading.item(n))}
    fits = [i for i in items.values() if named and all(_says_in(desk.reading.text(i), t) for t in named)]
    opener = opener_in(desk.reading, fits[0]) if len(fits) == 1 else None
    return opener if opener and (opener.role, opener.said) not in been else None


def _parts_a_name(desk: Desk, part: Part, entry: Node) -> bool:
    """Whether an entry says a part of a name and lacks the rest: `iPhone 14 Pro` is no `MacBook Pro 14`."""
    heads = [n.said for n in desk.situation.page.nodes if n.role in ("heading", "columnheader") and not n.hidden]
    item = desk.reading.item(entry)
    text = f"{entry.said} {desk.reading.text(item) if item else ''}"
    for name in runs_of(part.words, _is_particular):
        given = name[0] in receivers(part)
        own = [t for t in name if not given and not any(_says_in(head, t) for head in heads)]
        said = [_says_in(text, t) for t in own]
        if any(said) and not all(said):
            return True
    return False


def _exact_entry(desk: Desk, part: Part, been: set[tuple[str, str]]) -> Node | None:
    """The only link that is called just like a number, a title or a name that the part names: it leads to the thing
    itself."""
    given = _put_elsewhere(desk, part)
    names = {bare(t.text) for t in part.words if t.kind in ("code", "quoted") and t not in given}
    names |= {bare(" ".join(t.text for t in name)) for name in _full_names(part) if name[0] not in given}
    links = [n for n in usable(desk.reading) if n.role == "link" and (n.role, n.said) not in been]
    links = [n for n in links if bare(n.said) in names]
    return links[0] if len({n.href for n in links}) == 1 and part.verb not in ("create", "fill") else None


def _is_told_whole(entry: Node, part: Part) -> bool:
    """Whether a part says all of a name that has no capital in the middle of a sentence: `book in 5 garden spades`."""
    name, said = parts(entry.said), [word for t in part.words for word in parts(t.text) or ("",)]
    begins = range(len(said) - len(name) + 1)
    return len(name) >= _PAIR and any(
        all(same(word, told) for word, told in zip(name, said[at:], strict=False)) for at in begins
    )


def _full_names(part: Part) -> Iterator[list[Token]]:
    """The names of several words: `Ada Ray`."""
    named = runs_of(part.words, lambda t: t.kind == "word" and t.text[:1].isupper())
    return (run for run in named if len(run) >= _PAIR)


def _link_in_row(desk: Desk, named: list[Token], links: list[Node]) -> Node | None:
    """The link of the only row or card that says all that is named: it leads to the thing itself."""
    rows: dict[int, list[Node]] = {}
    told: dict[int, int] = {}
    for node in links:
        item = desk.reading.item(node)
        if item is not None and (count := sum(_says_in(desk.reading.text(item), t) for t in named)):
            rows.setdefault(item.number, []).append(node)
            told[item.number] = count
    best = [number for number, count in told.items() if count == max(told.values())]
    return rows[best[0]][0] if len(best) == 1 else None


def _opener_in_row(desk: Desk, part: Part, entries: Sequence[Node]) -> Node | None:
    """What can be pressed, and is no control of its own, in the only row or card that says every name: `the shift of
    Ada Ray as Pilot`, where `Pilot` opens it."""
    named = [t for t in content_of(part.words) if _is_particular(t) and t not in _given_to(part)]
    openers = [(n, item) for n in entries if n.role == "" and n.kind == "control" and (item := desk.reading.item(n))]
    fits = [(n, item) for n, item in openers if all(_says_in(desk.reading.text(item), t) for t in named)]
    return fits[0][0] if len(named) >= _PAIR and len({item.number for _, item in fits}) == 1 else None


def receivers(part: Part) -> list[Token]:
    """Who something is to be sent to: `to Ada`, or `Ada the report`."""
    given = len(part.words) > 2 and part.words[1].norm in _DETERMINERS and part.verb in ("say", "save")
    return [
        *(part.words[:1] if given else ()),
        *(b for a, b in pairwise(part.words) if a.norm in ("to", "a", "para") and _is_particular(b)),
    ]


def _given_to(part: Part) -> list[Token]:
    """What is put somewhere, and the names of who something is sent to, to their ends: `Ray` too in `to Ada Ray`."""
    first = receivers(part)
    if part.verb == "fill":
        # `Pon el plazo en 5`: what is put somewhere is no entry of a list.
        return [*first, *(b for a, b in pairwise(part.words) if a.norm == "en" and b is part.words[-1] and b.is_value)]
    runs = runs_of(part.words, _is_particular) if part.verb in ("say", "save") else ()
    return [*first, *(t for run in runs if run[0] in first for t in run)]


def _put_elsewhere(desk: Desk, part: Part) -> list[Token]:
    """What is given to somebody else than whose entry it is done in: `Charge the fee to Ada`, where nothing else is
    named and she has an entry that is called so, is done in hers."""
    given = _given_to(part)
    named = [t for t in content_of(part.words) if _is_particular(t)]
    whole = bare(" ".join(t.text for t in named))
    own = any(n.role == "link" and bare(n.said) == whole for n in usable(desk.reading))
    return [] if part.verb == "say" and own and all(t in given for t in named) else given


def _told_by(desk: Desk, part: Part, entry: Node) -> frozenset[int]:
    """The words that were needed to find an entry: inside it they need not be said again."""
    said = parts(entry.said)
    told = frozenset(t.number for t in part.words if _is_particular(t) and says(said, t.norm))
    item = desk.reading.item(entry)
    text = desk.reading.text(item) if item is not None else ""
    if not told:
        told = frozenset(t.number for t in part.words if _is_particular(t) and _says_in(text, t))
    scope = frozenset(t.number for t in thing_of(part))
    # Who else is named there is still to be found inside.
    others = [t for t in thing_of(part) if _is_particular(t) and t.number not in told and not _says_in(text, t)]
    if part.verb == "delete" and told:
        # `The returned parcel of Ada`: all that is said of what is to go says which one it is.
        told |= frozenset(t.number for t in content_of(part.words) if _says_in(text, t))
    return told | scope if told & scope and not others else told


def _under(desk: Desk, part: Part, node: Node, uses: frozenset[int] = frozenset()) -> Move:
    why = f'look under "{node.said}" for {part.said}'
    if node.role == "menuitem" and "haspopup" in node.states:
        return Move((desk.act(part, "hover", node, explores=True, why=why),))
    return Move((desk.act(part, "click", node, uses, explores=True, why=why),))


def _out_of_the_way(desk: Desk, part: Part) -> Move:
    """Close a dialog that has nothing to do with the part, by what only closes it."""
    node = next(iter(closers(usable(desk.reading))), None)
    if node is None:
        return Move()
    return Move((desk.act(part, "click", node, (), explores=True, why=f'"{node.said}" closes what is in the way'),))


def _ranked(desk: Desk, node: Node, part: Part) -> Match:
    # Values say what is to be done there, not where it is.
    words = [t for t in content_of(part.words) if part.verb == "open" or not _is_particular(t) or _is_all_of(t, node)]
    match = desk.reading.match(node, words)
    return Match(node, match.score + _WAYS.get(node.role, 0.0), match.used, match.own, match.extra)


def _is_particular(token: Token) -> bool:
    return token.is_value or (token.number > 0 and token.text[:1].isupper() and not token.text.isupper())


def _is_folded(node: Node) -> bool:
    opens_menu = node.role == "menuitem" and "haspopup" in node.states
    return node.states.get("expanded") == "false" or node.states.get("selected") == "false" or opens_menu


def _is_all_of(token: Token, node: Node) -> bool:
    return bare(token.text) == bare(node.said)


def _leads_somewhere(node: Node) -> bool:
    if node.disabled or node.hidden or node.states.get("current") in ("page", "true"):
        return False
    if any(does(node, verb) for verb in ACTS) and node.role not in ("link", "tab"):
        return False
    if does(node, "delete") or does(node, "logout"):
        return False
    return (
        node.role in ("link", "tab", "menuitem", "treeitem")
        or "expanded" in node.states
        or node.tag == "summary"
        or does(node, "next")
    )


def navigates(desk: Desk, node: Node) -> bool:
    """Whether a button is one of those by which one gets about: several in a navigation, or beside the one of the page
    that is shown, and none does anything."""
    if node.role != "button" or not node.said or node.disabled or node.states.get("current") in ("page", "true"):
        return False
    holder = next((h for h in desk.reading.page.parents(node) if h.role == "navigation"), None)
    beside = [n for n in desk.reading.page.within(holder) if n.role == "button" and n.said] if holder else []
    beside = beside or _buttons_beside_current(desk, node)
    turns = any(does(n, "next") or n.said.strip().isdigit() for n in beside)
    # Two in a navigation are ways as well.
    return len(beside) > _PAIR - (holder is not None) and not turns and not any(does(node, verb) for verb in ACTS)


def _buttons_beside_current(desk: Desk, node: Node) -> list[Node]:
    """The buttons of a row in which one is marked as that of the page that is shown; those of a tool act on it."""
    if _is_in(desk, node, ("toolbar", "menu", "dialog", "alertdialog", "form", "group")):
        return []
    row = [n for n in desk.reading.page.controls if n.role == "button" and n.said and n.parent == node.parent]
    return row if any(n.states.get("current") in ("page", "true") for n in row) else []


def _is_in(desk: Desk, node: Node, roles: tuple[str, ...]) -> bool:
    return any(h.role in roles for h in desk.reading.page.parents(node))


def _next_number(desk: Desk, part: Part, tried: list[Planned]) -> list[Node]:
    """The number after the last page that was seen, where pages are only numbered."""
    turned = [int(p.target.name) for p in tried if p.part == part.number and p.target and p.target.name.isdigit()]
    numbers = [n for n in usable(desk.reading) if n.said.isdigit() and n.role in ("link", "button") and not n.disabled]
    return [n for n in numbers if int(n.said) == max(turned, default=1) + 1 and not _in_row(desk, n)]


def _in_row(desk: Desk, node: Node) -> bool:
    item = desk.reading.item(node)
    if item is not None and item.role == "item":
        # Two boxes of a kind are as likely the parts of a page.
        alike = [n for n in desk.situation.page.nodes if n.role == "item" and n.parent == item.parent]
        return len(alike) > _PAIR
    return item is not None and item.role != "listitem"


def _turns_pages(desk: Desk, node: Node) -> bool:
    page, holders = desk.reading.page, list(desk.reading.page.parents(node))
    if node.role == "link" or any(h.role == "navigation" for h in holders):
        return True
    # What stands beside fields goes on in what is filled in there.
    beside = [n for n in page.within(holders[0]) if n is not node] if holders and holders[0].number else []
    # Those before a list only narrow it.
    listed = [n.number for n in beside if n.role in ENTRIES and not n.hidden and n.number < node.number]
    beside = [n for n in beside if n.number > listed[0]] if len(listed) >= _PAIR else beside
    fills = any(n.type in ("radio", "checkbox") or n.tag in ("select", "textarea") or is_typed(n) for n in beside)
    return not fills and not any(h.role == "form" for h in holders)

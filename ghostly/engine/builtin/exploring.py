"""Where to look when a page does not have what a part of the goal needs: the likely way first."""

from __future__ import annotations

from itertools import pairwise

from ..page import Node
from .desk import Desk, Move
from .finding import closes, does, top_dialog, usable
from .grammar import Part, content_of, thing_of
from .matching import Match, says
from .words import Token, bare, parts

_MOST = 6
_WAYS = {"link": 0.3, "tab": 0.35, "menuitem": 0.25, "button": 0.0, "treeitem": 0.2}


def look_elsewhere(desk: Desk, part: Part) -> Move:
    """A click that leads to where the part can be done: nothing that saves, deletes or sends."""
    tried = [t.planned for t in desk.situation.past if t.planned.explores]
    if len([p for p in tried if p.part == part.number]) >= _MOST:
        return Move()
    if top_dialog(desk.reading):
        return _out_of_the_way(desk, part)
    been = {(p.target.role, p.target.name) for p in tried if p.target}
    ways = [n for n in usable(desk.reading) if _leads_somewhere(n) and not _in_row(desk, n)]
    ways = [n for n in ways if (n.role, n.said) not in been]
    ranked = sorted((_ranked(desk, n, part) for n in ways), key=lambda m: (-m.score, m.node.number))
    if ranked and ranked[0].own:
        return _under(desk, part, ranked[0].node)
    if entry := _entry(desk, part, been):
        return _under(desk, part, entry, _told_by(part, entry))
    folded = [n for n in ways if _is_folded(n)]
    further = [n for n in ways if does(n, "next") and n.role in ("link", "button") and _turns_pages(desk, n)]
    return _under(desk, part, (*folded, *further)[0]) if folded or further else Move()


def _entry(desk: Desk, part: Part, been: set[tuple[str, str]]) -> Node | None:
    """The entry of a list that says what the part names: what is to be done may be inside."""
    sources = [b for a, b in pairwise(part.words) if a.norm in ("from", "by", "of", "de") and _is_particular(b)]
    named = sources or [t for t in content_of(part.words) if _is_particular(t)]
    entries = [
        n
        for n in usable(desk.reading)
        if n.role in ("", "listitem", "row", "option", "article", "link") and n.said and (n.role, n.said) not in been
        and not any(does(n, verb) for verb in ("delete", "save", "logout", "create", "edit", "close"))
    ]  # fmt: skip
    told = [(sum(says(parts(n.said), word) for t in named for word in parts(t.text)), n) for n in entries]
    best = max((count for count, _ in told), default=0)
    fits = [n for count, n in told if count == best]
    return fits[0] if best and len(fits) == 1 else None


def _told_by(part: Part, entry: Node) -> frozenset[int]:
    """The words that were needed to find an entry: inside it they need not be said again."""
    said = parts(entry.said)
    told = frozenset(t.number for t in part.words if _is_particular(t) and says(said, t.norm))
    scope = frozenset(t.number for t in thing_of(part))
    return told | scope if told & scope else told


def _under(desk: Desk, part: Part, node: Node, uses: frozenset[int] = frozenset()) -> Move:
    why = f'look under "{node.said}" for {part.said}'
    if node.role == "menuitem" and "haspopup" in node.states:
        return Move((desk.act(part, "hover", node, explores=True, why=why),))
    return Move((desk.act(part, "click", node, uses, explores=True, why=why),))


def _out_of_the_way(desk: Desk, part: Part) -> Move:
    """Close a dialog that has nothing to do with the part, by what only closes it."""
    closers = [n for n in usable(desk.reading) if closes(n) and not n.disabled]
    if not closers:
        return Move()
    node = closers[0]
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
    if (
        any(does(node, verb) for verb in ("delete", "save", "logout", "create", "edit", "close"))
        and node.role != "link"
    ):
        return False
    if does(node, "delete") or does(node, "logout"):
        return False
    return (
        node.role in ("link", "tab", "menuitem", "treeitem")
        or "expanded" in node.states
        or node.tag == "summary"
        or does(node, "next")
    )


def _in_row(desk: Desk, node: Node) -> bool:
    item = desk.reading.item(node)
    return item is not None and item.role != "listitem"


def _turns_pages(desk: Desk, node: Node) -> bool:
    return any(h.role == "navigation" for h in desk.reading.page.parents(node)) or node.role == "link"

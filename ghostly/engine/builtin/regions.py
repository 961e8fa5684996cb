"""The part of a page that a check names: the foot of a table or of the page, and the menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..page import Node, Page
from .evidence import THINGS
from .speech import DETERMINERS, MODAL, STATING, TELL
from .words import Token, parts

FEET = {"foot", "footer", "pie"}
_OF_PAGE = {"page", "site", "application", "app", "pagina", "sitio", "aplicacion"}
_LEADS = DETERMINERS | {"in", "at", "on", "en", "al", "of", "de", "del"}
_MENUS = {"menu", "navigation", "navegacion"}
_KINDS = {"main", "top", "principal", "superior", "bar", "barra", "now", "ahora"}
_SAYS = TELL | STATING | MODAL | {"say", "show", "read"}


def foot_before(words: Sequence[Token]) -> int:
    """Where a check goes on after `the footer of the table` and `en el pie de la página`; 0 where it names none."""
    place = list(takewhile(lambda t: t.norm in _LEADS | FEET | _OF_PAGE | THINGS.keys(), words))
    return len(place) if FEET & {t.norm for t in place} and _goes_on(words, len(place)) else 0


def foots_in(words: Sequence[Token]) -> list[Token]:
    """The `foot` of `at the foot of the list` and `al pie de la página`, which says where and no text; a pie is one."""
    return [b for a, b, c in zip(words, words[1:], words[2:], strict=False) if b.norm in FEET and _is_foot(a, c)]


def _is_foot(before: Token, after: Token) -> bool:
    return before.norm in _LEADS and after.norm in ("of", "de", "del")


def names_foot_of_table(words: Sequence[Token]) -> bool:
    """Whether a check speaks of a foot, and not of that of the page."""
    named = {t.norm for t in words}
    return bool(named & FEET) and not named & _OF_PAGE


def feet_of(page: Page, place: Sequence[Token]) -> list[Page]:
    """What stands at the foot of the tables of a page, of the page itself, or of both where nothing says of which."""
    named = {t.norm for t in place}
    of_page, of_table = bool(named & _OF_PAGE), any(THINGS.get(norm, set()) & {"table", "grid"} for norm in named)
    tables = [n for n in page.nodes if n.role in ("table", "grid") and not n.hidden]
    feet = [foot for n in tables for foot in _foot_of_table(page, n)] if not of_page else []
    feet += [n for n in page.nodes if n.role == "contentinfo" and not n.hidden] if not of_table else []
    return [replace(page, nodes=(foot, *page.within(foot))) for foot in feet]


def _foot_of_table(page: Page, table: Node) -> list[Node]:
    """The last group of rows, where another one stands between it and the heads; of a single row the page may only
    have the row."""
    rows = [n for n in page.within(table) if n.role == "row" and not n.hidden]
    groups = [n for n in page.within(table) if n.role == "rowgroup" and not n.hidden]
    bodies = [n for n in groups if not any(cell.role == "columnheader" for cell in page.within(n))]
    if bodies and rows and rows[-1].parent == table.number:
        return rows[-1:]
    return bodies[-1:] if len(bodies) > 1 else []


def menu_before(words: Sequence[Token]) -> int:
    """Where a check goes on after `the main menu now`; 0 where it does not speak of what the menu says."""
    place = list(takewhile(lambda t: t.norm in _LEADS | _MENUS | _KINDS, words))
    return len(place) if _MENUS & {t.norm for t in place} and _goes_on(words, len(place)) else 0


def menu_has(page: Page, names: Sequence[Sequence[Token]]) -> bool:
    """Whether each of these is a way of one menu, in just these words: in another language it is another menu."""
    menus = [n for n in page.nodes if n.role in THINGS["menu"] and not n.hidden]
    ways = [{parts(n.said) for n in page.within(menu) if n.said and not n.hidden} for menu in menus]
    wanted = {tuple(word for t in name for word in parts(t.text)) for name in names}
    return bool(wanted) and any(wanted <= said for said in ways)


def _goes_on(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].norm in _SAYS

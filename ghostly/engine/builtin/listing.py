"""The page that lists what was sent, when the page after the sending only says thank you."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from urllib.parse import SplitResult, urljoin, urlsplit

from ..page import ENTRIES, Node, Page
from ..planning import Situation
from .finding import does
from .lexicon import STOP, Verb, same
from .matching import holds
from .part import Goal, Part
from .taking import is_typed
from .words import Token, bare, normal, parts

_SHORT = 2
_LISTS = re.compile(
    r"(?:list|show|contain|includ|display|hold|has|have|muestr|mostr|contien|conten|inclu|tien|ten|indic)"
)
_SEEN = re.compile(
    r"(?:figur|aparec|aparez|sal[eg]|dice|pone|sig|qued|appear|say|read|stand|sit|decir|diga|poner|ponga)"
)
_MUST = re.compile(r"(?:must|should|shall|will|now|deb|tien)")
_TYPES = {"fill", "selectOption"}
_WITHIN = {"in", "on", "under", "en", "among", "entre", "bajo"}
_KINDS = {
    "list", "page", "tab", "table", "section", "board", "overview", "dashboard", "panel", "view", "screen", "menu",
    "cart", "lista", "listado", "pagina", "pestana", "tabla", "seccion", "tablero", "vista", "pantalla", "carrito",
}  # fmt: skip
_REPORTS = {"report", "informe"}
_PAGES = {"page", "tab", "screen", "pagina", "pestana", "pantalla", *_REPORTS}
_GIVES = re.compile(r"(?:say|read|giv|tell|count|dice|diga|pone|ponga|da$)")
_ACTS: tuple[Verb, ...] = (
    "create", "edit", "delete", "save", "logout", "search", "filter", "sort", "clear", "close", "accept", "upload",
    "next", "back",
)  # fmt: skip
_OF = {"of", "de", "del"}
_LIST_WORDS = {"list", "table", "lista", "listado", "tabla"}
_ENDS_PLACE = {
    "with", "con", "as", "como", "and", "y", "it", "there", "hay", "is", "are", "has", "que", "that", "now", "at",
    "after", "the", "el", "la", "lo", "los", "las", "its", "su", "without", "sin", "for", "para",
}  # fmt: skip


def place_of(situation: Situation, goal: Goal, page: Page) -> str:
    """The address of the page that is called like what was sent; empty when nothing was, or it is on this page."""
    values = typed(situation)
    # What only opens a form may be called like what sends it: `Register a company`.
    sent = [t.planned.part for t in situation.past if t.ok and t.planned.commits and t.planned.ends_part]
    if not values or not sent or not 0 <= sent[-1] < len(goal.parts):
        return ""
    if any(holds(normal(text), bare(value)) for text in _entries(page) for value in values):
        return ""
    links = [n for n in page.nodes if n.role == "link" and n.href and not n.hidden and _is_a_way(n, page)]
    nouns = _nouns(goal.parts[sent[-1]])
    named = [n for n in links if any(same(noun, word) for noun in nouns for word in parts(n.said))]
    places = {urljoin(page.url, n.href) for n in named}
    return places.pop() if len(places) == 1 else ""


def named_place(part: Part, page: Page) -> tuple[Node, frozenset[int]] | None:
    """The way to the place that a check begins with, as in `the cart must list both`, and the words that name it; none
    when the page is that place, or the name could mean several."""
    says = next((i for i, t in enumerate(part.words) if _LISTS.match(t.norm)), 0) or _told_of_page(part)
    named = [t for t in part.words[:says] if t.kind == "word" and t.norm not in STOP and not _MUST.match(t.norm)]
    # `The Reports page shows …`
    is_page = any(t.norm in _PAGES for t in part.words[:says])
    what = [t for t in named if t.norm not in _REPORTS | _LIST_WORDS]
    if place := _by_its_name(part, page):
        return place
    if part.verb != "expect" or not what or len(what) > _SHORT or not all(t.text.islower() or is_page for t in named):
        return _place_inside(part, page) if part.verb == "expect" else None
    links = [n for n in page.nodes if n.role == "link" and n.href and not n.hidden and _is_a_way(n, page)]
    found = [n for n in links if _says_all(n, named)]
    # `The Late returns report` is what the link `Late returns` leads to, where none is called a report.
    found = found or [n for n in links if what != named and _says_all(n, what) and _is_called(n, what)]
    found = [n for n in found if not (is_page and _is_on_one_of(n, what, page))]
    places = {urljoin(page.url, n.href) for n in found}
    if len(places) == 1:
        return found[0], frozenset(t.number for t in named)
    return _place_inside(part, page)


def _by_its_name(part: Part, page: Page) -> tuple[Node, frozenset[int]] | None:
    """The way that is called just as the place of which a check tells first: `the overview gives 9`, `the bills list
    shows three`, where a bar of buttons may be what one gets about by."""
    says = next((i for i, t in enumerate(part.words) if _LISTS.match(t.norm) or _GIVES.match(t.norm)), 0)
    told = [t for t in part.words[:says] if t.norm not in STOP and not _MUST.match(t.norm)]
    name = [t for t in told if t.norm not in _LIST_WORDS]
    if part.verb != "expect" or not name or len(name) > _SHORT or not all(t.text.islower() for t in told):
        return None
    return _way_called(name, page, frozenset(t.number for t in told))


def _way_called(name: Sequence[Token], page: Page, uses: frozenset[int]) -> tuple[Node, frozenset[int]] | None:
    called = " ".join(t.norm for t in name)
    is_here = any(n.role == "heading" and not n.hidden and bare(n.said) == called for n in page.nodes)
    ways = [n for n in page.controls if not n.hidden and bare(n.said) == called]
    ways = [n for n in ways if (n.role == "link" and n.href and _is_a_way(n, page)) or _is_of_a_bar(n, page)]
    # `Old cart` may be meant by the cart as well.
    also = [n for n in page.controls if n.role == "link" and not n.hidden and _says_all(n, name) and _is_a_way(n, page)]
    places = {urljoin(page.url, n.href) if n.role == "link" else n.selector for n in (*ways, *also)}
    return (ways[0], uses) if ways and len(places) == 1 and not is_here else None


def _is_of_a_bar(node: Node, page: Page) -> bool:
    """Whether a button is one of a row by which one gets about: in no form, entry or dialog, and none but the way out
    does anything."""
    around = {h.role for h in page.parents(node)}
    row = [n for n in page.controls if n.parent == node.parent and n.role == "button" and n.said and not n.hidden]
    row = [n for n in row if abs(n.center[1] - node.center[1]) < max(1, node.box[3])]
    plain = [n for n in row if not any(does(n, verb) for verb in _ACTS)]
    acts = [n for n in row if n not in plain and not does(n, "logout")]
    is_one = node in plain and len(plain) > _SHORT and not acts
    return is_one and not around & {*ENTRIES, "form", "dialog", "alertdialog", "table", "toolbar", "menu", "tablist"}


def _is_on_one_of(node: Node, named: Sequence[Token], page: Page) -> bool:
    """Whether the page that is shown is that of one of what a link lists, and that is what is named: `the lot page`,
    and not the list `Lots`."""
    one = all(t.norm not in parts(node.said) for t in named)
    there, here = (urlsplit(urljoin(page.url, url)) for url in (node.href, page.url))
    inside = here.path.startswith(there.path.rstrip("/") + "/") and here.netloc == there.netloc
    return one and bool(there.path.strip("/")) and inside


def _says_all(node: Node, named: Sequence[Token]) -> bool:
    return all(any(same(t.norm, word) for word in parts(node.said)) for t in named)


def _told_of_page(part: Part) -> int:
    """Where a check begins to tell what a page says that it names first: `the Notes page must say …`."""
    page = next((i for i, t in enumerate(part.words) if t.norm in _PAGES), len(part.words))
    tells = (i for i, t in enumerate(part.words) if i > page and (_SEEN.match(t.norm) or _GIVES.match(t.norm)))
    says = next(tells, 0)
    led = part.words[page + 1 : says]
    return says if all(t.norm in _OF or _MUST.match(t.norm) or t.text[:1].isupper() for t in led) else 0


def _place_inside(part: Part, page: Page) -> tuple[Node, frozenset[int]] | None:
    """The way to where something is to be seen: `in the list of courses`, `on the Cancelled tab`, `in My bookings`."""
    heads = [parts(n.said) for n in page.nodes if n.role == "heading" and not n.hidden]
    for group, named in (*_places_in(part), *_places_called(part, page)):
        if any(
            all(any(same(t.norm, w) for w in head) for t in named) and len(head) <= len(named) + 1 for head in heads
        ):
            continue
        if bar := _way_called(named, page, frozenset(t.number for t in group)):
            return bar
        ways = [n for n in page.nodes if n.role in ("link", "tab") and not n.hidden and _leads_away(n, page)]
        found = [n for n in ways if _is_called(n, named)] or [n for n in ways if _is_called(n, named[-1:])]
        if _is_of_one(group, named):
            # `The asset's page` is not where all assets are listed.
            found = [n for n in found if all(t.norm in parts(n.said) for t in named)]
        if found and len({(n.role, urljoin(page.url, n.href)) for n in found}) == 1:
            return found[0], frozenset(t.number for t in group)
    return None


def _is_of_one(group: Sequence[Token], named: Sequence[Token]) -> bool:
    """Whether a place is told as that of one thing: `the asset's page`, `la ficha del activo`."""
    last = named[-1]
    led = group[: group.index(last)]
    owned = last.text.islower() and last.end - last.start > len(last.text)
    of = [t.norm for t in led[-2:]]
    return owned or of[-1:] == ["del"] or of in (["of", "the"], ["de", "la"])


def ways_to_lists(parts_left: Sequence[Part], nodes: Sequence[Node]) -> list[Node]:
    """Those of the nodes that lead to a list which a later check names: `in the list of vehicles`, `the job list`."""
    told = [found for part in parts_left if part.verb == "expect" for found in _places_in(part)]
    named = [name for group, name in told if _LIST_WORDS & {t.norm for t in group}]
    named += [[part.words[1]] for part in parts_left if part.verb == "expect" and _begins_with_list(part.words)]
    return [n for n in nodes if any(_is_called(n, name) for name in named)]


def _begins_with_list(words: Sequence[Token]) -> bool:
    """`The customer table should show Ada`"""
    led = len(words) > _SHORT and words[0].norm == "the" and words[1].kind == "word" and words[1].text.islower()
    return led and words[1].norm not in STOP and words[2].norm in _LIST_WORDS


def _places_called(part: Part, page: Page) -> Iterator[tuple[list[Token], list[Token]]]:
    """The word after `in` by which just one way of the page is called: `in the catalogue`."""
    for at, token in enumerate(part.words[:-1]):
        after = [t for t in part.words[at + 1 : at + 3] if t.norm not in STOP][:1] if token.norm in _WITHIN else []
        links = [n for n in page.nodes if after and n.role in ("link", "tab") and bare(n.said) == after[0].norm]
        if len(links) == 1 and after[0].kind == "word":
            yield after, after


def names_place(part: Part) -> bool:
    """Whether a check says where to look, on whatever page that may be found."""
    return part.verb == "expect" and (next(_places_in(part), None) is not None or _told_of_page(part) > 0)


def _places_in(part: Part) -> Iterator[tuple[list[Token], list[Token]]]:
    """The words that may be a place, and those of them that name it."""
    for at, token in enumerate(part.words[:-1]):
        # `The In analysis tab` has a name that begins so.
        # `The total of the Sums page`
        of_page = token.norm in _OF and bool(_PAGES & {t.norm for t in part.words[at + 1 : at + 4]})
        if not (token.norm in _WITHIN or of_page) or (at and token.text[:1].isupper()):
            continue
        group = list(takewhile(_may_name, part.words[at + 1 : at + 7]))
        group = group[: next((i for i in range(1, len(group)) if _ends_place(group, i)), len(group))]
        named = [t for t in group if t.norm not in STOP | _KINDS] or [t for t in group if t.text[:1].isupper()]
        is_place = bool(_KINDS & {t.norm for t in group}) or any(t.text[:1].isupper() for t in group)
        if named and is_place and len(named) <= _SHORT:
            yield group, named


def _may_name(token: Token) -> bool:
    return token.kind == "word" and (token.norm in _KINDS or not _LISTS.match(token.norm))


def _ends_place(words: Sequence[Token], at: int) -> bool:
    """Whether what is to be seen there begins: a verb, or a name after `the list of courses`."""
    token, before = words[at], words[at - 1]
    # `The Rejected tab together with …`
    if before.norm in _KINDS and token.norm not in _OF and any(t.norm not in STOP | _KINDS for t in words[: at - 1]):
        return True
    tells = bool(_MUST.match(token.norm) or _SEEN.match(token.norm)) or token.norm in _ENDS_PLACE
    return tells or (token.text[:1].isupper() and before.text.islower() and before.norm not in STOP)


def _leads_away(node: Node, page: Page) -> bool:
    if node.role == "tab":
        return node.states.get("selected") == "false"
    address, here = urlsplit(urljoin(page.url, node.href)), urlsplit(page.url)
    # The tabs of a list are often links to the same page with another query.
    turned = address.netloc == here.netloc and address.path == here.path and bool(address.query)
    return bool(node.href) and (_is_a_way(node, page) or (turned and address.query != here.query))


def _is_called(node: Node, named: Sequence[Token]) -> bool:
    said = [word for word in parts(node.said) if not word.isdigit()]
    return len(said) <= len(named) + 1 and all(any(same(t.norm, word) for word in said) for t in named)


def typed(situation: Situation) -> list[str]:
    steps = [t.planned.step for t in situation.past if t.ok and t.planned.step.action in _TYPES]
    return [s.value for s in steps if isinstance(s.value, str) and len(bare(s.value)) > 1 and "{{" not in s.value]


def entry_of(situation: Situation, listed: Page) -> str | None:
    """The entry that says what was typed, or the number that the application has given it; "" when the page lists
    nothing at all, and None when that cannot be told: a form lists nothing whatever was sent."""
    entries = _entries(listed)
    before = set(situation.first.readable)
    given = [n for text in situation.page.readable if text not in before for n in re.findall(r"\d{3,}", text)]
    wanted = [*given, *sorted(typed(situation), key=len, reverse=True)]
    found = next((text for value in wanted for text in entries if holds(normal(text), bare(value))), None)
    return found if found or entries or _is_form(listed) else ""


def _is_form(page: Page) -> bool:
    """Whether something is to be typed on a page, and saved there."""
    seen = [n for n in page.controls if not n.hidden and "search" not in (n.type, n.role)]
    return any(is_typed(n) for n in seen) and any(does(n, "save") or does(n, "create") for n in seen)


def _nouns(part: Part) -> set[str]:
    words = [token.norm for token in (*part.verb_words, *part.words) if token.kind == "word"]
    return {word for word in words if word not in STOP and len(word) > _SHORT}


def _is_a_way(link: Node, page: Page) -> bool:
    address = urlsplit(urljoin(page.url, link.href))
    here = urlsplit(page.url)
    away = address.netloc != here.netloc or _place_in(address) == _place_in(here)
    return not away and not any(does(link, verb) for verb in ("delete", "logout", "create", "edit", "save"))


def _place_in(address: SplitResult) -> str:
    """The path, with what follows the # where an application turns its pages there."""
    return f"{address.path}#{address.fragment}" if address.fragment.startswith(("/", "!")) else address.path


def _entries(page: Page) -> list[str]:
    rows = [n for n in page.nodes if n.role in ENTRIES and not n.hidden]
    heads = {n.parent for n in page.nodes if n.role == "columnheader"}
    apart = {n.number for n in rows if any(h.role in ("navigation", "banner", "contentinfo") for h in page.parents(n))}
    return [page.words_of(n) for n in rows if n.number not in heads | apart]

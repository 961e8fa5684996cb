"""Where something is to be done, as a goal says it: `on the Security tab`, `from the list of issues`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ..page import Node
from .desk import Desk, Move
from .finding import top_dialog, usable
from .lexicon import same
from .part import Part, aside_of, content_of
from .speech import DETERMINERS, NEW
from .words import Token, parts

_LEADS = {"in", "on", "from", "under", "at", "within", "inside", "en", "desde", "bajo", "dentro"}
_KINDS = {
    "page", "list", "tab", "section", "screen", "view", "area", "menu", "table", "details", "detail", "overview",
    "panel", "pagina", "lista", "listado", "pestana", "seccion", "pantalla", "vista", "tabla", "ficha", "apartado",
    "step", "paso",
}  # fmt: skip
_LISTS = {"list", "table", "page", "screen", "tab", "lista", "listado", "tabla", "pagina", "pantalla", "pestana"}
_PAGES = {"page", "screen", "tab", "section", "pagina", "pantalla", "pestana", "seccion"}
_LONGEST_PLACE = 3
FORMS = {"form", "dialog", "window", "popup", "modal", "formulario", "dialogo", "ventana"}
_ACTS = {
    "fill", "choose", "check", "uncheck", "create", "edit", "delete", "say", "click", "search", "filter", "save",
    "login", "drag", "sort",
}  # fmt: skip


def way_to_place(desk: Desk, part: Part) -> Move | None:
    """The click that leads to the place that is named; None when the page is there, or shows no way to it."""
    if part.verb not in _ACTS or desk.steps or desk.done_for(part):
        return None
    been = {
        t.planned.step.selector for t in desk.situation.past if t.planned.explores and t.planned.part == part.number
    }
    for words in _places(part) or _named_by_link(desk, part):
        if is_here(desk, words):
            continue
        if opener := _opener(desk, part, words):
            why = f'open "{opener.said}" for {part.said}'
            return Move((desk.act(part, "click", opener, explores=True, why=why),))
        ways = [n for n in usable(desk.reading) if n.role in ("link", "tab", "menuitem") and _is_named(n, words)]
        ways = [n for n in ways if n.selector not in been and not n.disabled]
        if len({(n.said, n.href) for n in ways}) != 1:
            return None
        why = f'go to "{ways[0].said}" for {part.said}'
        return Move((desk.act(part, "click", ways[0], explores=True, why=why),))
    return None


def _opener(desk: Desk, part: Part, words: Sequence[Token]) -> Node | None:
    """The button that opens the form in which something is to be done: `in the New order dialog choose …`."""
    if not _names_form(aside_of(part)) or top_dialog(desk.reading):
        return None
    buttons = [n for n in usable(desk.reading) if n.role in ("button", "link") and not n.disabled]
    fits = [n for n in buttons if _is_named(n, words) and len(parts(n.said)) == len(words) and not _is_sent_by(desk, n)]
    return fits[0] if len({n.said for n in fits}) == 1 else None


def _is_sent_by(desk: Desk, button: Node) -> bool:
    """Whether a button stands in a form, which it may send."""
    return any(h.role in ("form", "search", "dialog") or h.tag == "form" for h in desk.reading.page.parents(button))


def _names_form(aside: Sequence[Token]) -> bool:
    """Whether a form is called by the name of what it is for: `in the New order dialog`, not `in the form`."""
    named = any(t.norm in NEW or t.names for t in aside[1:])
    return named and bool(FORMS & {t.norm for t in aside[1:]})


def without_place(desk: Desk, part: Part) -> Part:
    """The part without the place, where the page is that."""
    places = _places(part) or _named_by_link(desk, part)
    if not places or not all(is_here(desk, words) for words in places):
        return part
    if aside_of(part):
        return part.without(aside_of(part))
    named = _amid(part) or _at_end(part) or [t for words in places for t in words]
    return part.less(frozenset(t.number for t in named))


def _places(part: Part) -> list[list[Token]]:
    """The places, each by its words, from the outside in: `in Settings > Security` is two."""
    aside = _of_page(_listed(aside_of(part))) or _amid(part) or _at_end(part)
    if not aside or aside[0].norm not in _LEADS or any(t.norm in ("of", "de", "del", "row", "fila") for t in aside):
        return []
    groups: list[list[Token]] = [[]]
    for token in aside[1:]:
        if token.text in (">", "›", "→", "/"):
            groups.append([])
        else:
            groups[-1].append(token)
    kinds = _KINDS | (FORMS if _names_form(aside) else set())
    kept = [[t for t in group if (t in content_of(group) or t.norm in NEW) and t.norm not in kinds] for group in groups]
    return [group for group in kept if group]


def _named_by_link(desk: Desk, part: Part) -> list[list[Token]]:
    """The place that something is moved on, by the link of the navigation that is called so: `… on the board`."""
    at = len(part.words) - 1
    lead = [t for t in part.words[max(at - 2, 0) : max(at, 0)] if t.norm not in DETERMINERS]
    if part.verb != "drag" or not lead or lead[-1].norm not in _LEADS or not part.words[at].text.islower():
        return []
    links = [n for n in usable(desk.reading) if n.role == "link" and len(parts(n.said)) == 1]
    return [[part.words[at]]] if any(_is_named(n, [part.words[at]]) for n in links) else []


def _of_page(aside: Sequence[Token]) -> Sequence[Token]:
    """`En la página Clientes` for `en la página de Clientes`, whose `de` tells of no thing of anybody."""
    kind = next((i for i, t in enumerate(aside) if t.norm in _PAGES), len(aside))
    return [t for i, t in enumerate(aside) if i != kind + 1 or t.norm not in ("de", "del")]


def _at_end(part: Part) -> Sequence[Token]:
    """The place that a part ends with and calls a page: `… on the Customers page`, `… en la página de Clientes`."""
    at = next((i for i in range(len(part.words) - 1, 0, -1) if part.words[i].norm in _LEADS), 0)
    said = [t for t in _of_page(part.words[at:]) if t.norm not in DETERMINERS] if at else []
    is_page = 1 < len(said) - 1 <= _LONGEST_PLACE and {said[1].norm, said[-1].norm} & _PAGES
    return said if is_page and not any(t.kind == "mark" for t in said) else ()


def _amid(part: Part) -> Sequence[Token]:
    """The place that stands behind the verb, or at the end behind what leaves no doubt of it: `change in Settings the
    term to 15`, `set the term to 15 in Settings`."""
    led = list(takewhile(lambda t: t.names and t.kind in ("word", "quoted"), part.words[1:]))
    after = part.words[1 + len(led) : 2 + len(led)]
    if part.words and part.words[0].norm in _LEADS and led and after and after[0].norm in DETERMINERS:
        return part.words[: 1 + len(led)]
    last = list(takewhile(lambda t: t.names and t.kind in ("word", "quoted"), reversed(part.words)))
    lead = part.words[-len(last) - 2 : -len(last)] if last else ()
    firm = len(lead) > 1 and lead[0].kind in ("quoted", "number") and lead[1].norm in _LEADS
    return part.words[-len(last) - 1 :] if firm else ()


def without_form(norms: Sequence[str]) -> str:
    """`New order` for `new order form` and `formulario de nuevo pedido`: what the button says that opens it."""
    led = list(norms[2:] if norms[:1] and norms[0] in FORMS and norms[1:2] == ["de"] else norms)
    return " ".join(led[:-1] if led and led[-1] in FORMS else led)


def _listed(aside: Sequence[Token]) -> Sequence[Token]:
    """`In the list of jobs` as `in the jobs list`; what is of somebody stays: `in the list of Ada`."""
    of = next((i for i, t in enumerate(aside) if t.norm in ("of", "de")), 0)
    is_kind = of > 1 and aside[of - 1].norm in _LISTS | FORMS and all(t.norm in DETERMINERS for t in aside[1 : of - 1])
    plain = all(t.kind == "word" and t.text.islower() for t in aside[of + 1 :])
    return (aside[0], *aside[of + 1 :]) if is_kind and plain else aside


def is_here(desk: Desk, words: Sequence[Token]) -> bool:
    """Whether a heading, the title, the chosen tab or the current link says that this is the place."""
    page = desk.situation.page
    shown = [n for n in page.nodes if not n.hidden and (n.role in ("heading", "group", "region", "tabpanel", "form"))]
    chosen = [n for n in page.nodes if "true" in (n.states.get("selected"), n.states.get("current")) or (
        n.states.get("current") in ("page", "step"))]  # fmt: skip
    return any(_is_named(n, words) for n in (*shown, *chosen)) or _says(parts(page.title), words)


def _is_named(node: Node, words: Sequence[Token]) -> bool:
    said = parts(node.said or node.name)
    return _says(said, words) and len(said) <= len(words) + 2


def _says(said: Sequence[str], words: Sequence[Token]) -> bool:
    return bool(said) and all(any(same(word, each) for each in said) for t in words for word in parts(t.text))

"""`Mark order 12 as paid`, where each thing has its own controls: the one that says so is pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..page import Node
from ..planning import Planned
from .controls import ended
from .desk import Desk, Move
from .finding import top_dialog, usable
from .lexicon import STOP, Verb, same
from .matching import says
from .part import Part, content_of, groups_of, is_on_it
from .speech import DETERMINERS, PRONOUNS
from .words import Token, bare, parts

_AS = {"as", "como"}
_GROUPS = {"group", "radiogroup"}
_STATES: Mapping[Verb, set[str]] = {
    "close": {"closed", "cerrado", "cerrada", "cerrados", "cerradas"},
    "open": {"open", "abierto", "abierta", "abiertos", "abiertas"},
}
_ROLES = {"button", "link", "radio", "menuitem", "tab", "switch", "checkbox", ""}


def mark(desk: Desk, part: Part) -> Move | None:
    """None when the words do not say what as what, or no single thing has such a control."""
    if part.verb in _STATES:
        return _set_open(desk, part)
    steps: list[Planned] = []
    done = {planned.step.selector for planned in desk.done_for(part)}
    for group in groups_of(part.words):
        thing, value = _thing_and_value(group)
        is_it = value and is_on_it(part) and all(t.norm in PRONOUNS for t in thing)
        fits = _fitting_here(desk, value) if is_it else _fitting(desk, thing, value) if thing and value else []
        if len(fits) != 1:
            return None
        if fits[0].selector not in done:
            steps.append(desk.act(part, "click", fits[0], {t.number for t in group}))
    return ended(steps) if groups_of(part.words) else None


def _set_open(desk: Desk, part: Part) -> Move | None:
    """`Close the shop`, where the choices Open and Closed stand under just that name."""
    said, page = content_of(part.words), desk.reading.page
    groups = [n for n in page.nodes if n.role in _GROUPS and not n.hidden and said and _is_called(n.name, said)]
    radios = [n for group in groups for n in page.within(group) if n.role == "radio" and not n.disabled]
    meant = [n for n in radios if bare(n.said) in _STATES[part.verb]]
    if len(groups) != 1 or len(meant) != 1:
        return None
    action = "check" if meant[0].tag == "input" else "click"
    return Move((desk.act(part, action, meant[0], {t.number for t in said}, ends=True),))


def _is_called(name: str, words: Sequence[Token]) -> bool:
    told = [word for word in parts(name) if word not in STOP]
    return len(told) == len(words) and all(any(same(t.norm, word) for word in told) for t in words)


def _thing_and_value(words: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """`the bill of Ada as paid`, or the other way round: `as paid the bill of Ada`."""
    cut = next((i for i, t in enumerate(words) if t.norm in _AS), None)
    if cut is None:
        return (), ()
    if cut:
        return words[:cut], words[cut + 1 :]
    thing = next((i for i, t in enumerate(words) if i > 1 and t.norm in DETERMINERS), len(words))
    return words[thing:], words[1:thing]


def _fitting(desk: Desk, thing: Sequence[Token], value: Sequence[Token]) -> list[Node]:
    """The controls that say the value, each in what holds the thing."""
    wanted = bare(" ".join(t.text for t in value))
    named = {word for t in thing for word in parts(t.text)}
    nodes = [n for n in usable(desk.reading) if n.role in _ROLES and not n.disabled]
    controls = [n for n in nodes if _says_just(n, wanted, named)]
    return [n for n in controls if _is_in(desk, n, content_of(thing)) or _is_of_page(desk, n, content_of(thing))]


def _fitting_here(desk: Desk, value: Sequence[Token]) -> list[Node]:
    """The controls that say the value of the one thing that is open, `mark it as paid`: in a dialog, or outside of all
    that is listed."""
    wanted = bare(" ".join(t.text for t in value))
    nodes = [n for n in usable(desk.reading) if n.role in _ROLES and not n.disabled and _says_just(n, wanted, set())]
    alone = [n for n in nodes if top_dialog(desk.reading) or desk.reading.item(n) is None]
    # `Paid` alone may be the tab of a list.
    return [n for n in alone if bare(n.said) != wanted]


def _says_just(node: Node, wanted: str, named: set[str]) -> bool:
    """`Paid`, `Mark as paid`, or `Mark bill 7 as paid` where that is the bill."""
    said = parts(node.said)
    marks = len(said) > len(parts(wanted)) and said[0].startswith(("mark", "marc", "set", "put", "pon"))
    plain = tuple(word for word in said[1:] if word not in _AS | {"to"} | (named - {*parts(wanted)})) if marks else said
    return bare(node.said) == wanted or (marks and plain == parts(wanted))


def _is_of_page(desk: Desk, node: Node, words: Sequence[Token]) -> bool:
    """Whether the page is that of the thing that is named, and the control stands on the page itself."""
    asked = [t for t in words if t.names]
    heads = [parts(n.said) for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    here = any(all(says(told, p) for t in asked for p in parts(t.text)) for told in heads)
    item = desk.reading.item(node)
    return bool(asked) and here and (item is None or item.role not in ("row", "listitem", "article"))


def _is_in(desk: Desk, node: Node, words: Sequence[Token]) -> bool:
    """Whether the nearest thing around the control that says anything else says what is named."""
    asked = [t for t in words if t.names] or list(words)
    own = set(parts(node.said))
    around = (told for h in desk.reading.page.parents(node) if set(told := parts(desk.reading.text(h))) - own)
    return any(all(says(told, p) for t in asked for p in parts(t.text)) for told in [next(around, ())])

"""`Mark order 12 as paid`, where each thing has its own controls: the one that says so is pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..page import Node
from ..planning import Planned
from .contrasts import by_story, closest
from .controls import ended
from .desk import Desk, Move
from .finding import top_dialog, usable
from .lexicon import STOP, Verb, is_done, same
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
_PRESSED = {"button", "link", "menuitem"}
_ROOT = 4
_ROLES = {"button", "link", "radio", "menuitem", "tab", "switch", "checkbox", ""}


def mark(desk: Desk, part: Part) -> Move | None:
    """None when the words do not say what as what, or no single thing has such a control."""
    if part.verb in _STATES:
        return _set_open(desk, part)
    steps: list[Planned] = []
    done = {planned.step.selector for planned in desk.done_for(part)}
    for group, thing, value in _each(part.words):
        is_it = value and is_on_it(part) and all(t.norm in PRONOUNS for t in thing)
        fits = _fitting_here(desk, value) if is_it else _fitting(desk, part, thing, value) if thing and value else []
        if len(fits) != 1:
            return None
        if fits[0].selector not in done:
            steps.append(_set(desk, part, fits[0], group))
    return ended(steps) if groups_of(part.words) else None


def _set(desk: Desk, part: Part, node: Node, words: Sequence[Token]) -> Planned:
    # A click would take the tick of a box away again.
    action = "check" if node.tag == "input" and node.type in ("checkbox", "radio") else "click"
    return desk.act(part, action, node, {t.number for t in words})


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


def _each(words: Sequence[Token]) -> list[tuple[Sequence[Token], Sequence[Token], Sequence[Token]]]:
    """Each of several things with what it is marked as, which may be told once for all of them."""
    groups: list[tuple[Sequence[Token], Sequence[Token], Sequence[Token]]]
    groups = [(group, *_thing_and_value(group)) for group in groups_of(words)]
    thing, value = _thing_and_value(words)
    if all(told for _, _, told in groups) or not value:
        return groups
    return [((*group, *value), group, value) for group in groups_of(thing)]


def _fitting(desk: Desk, part: Part, thing: Sequence[Token], value: Sequence[Token]) -> list[Node]:
    """The controls that say the value, each in what holds the thing."""
    wanted = bare(" ".join(t.text for t in value))
    named = {word for t in thing for word in parts(t.text)}
    nodes = [n for n in usable(desk.reading) if n.role in _ROLES and not n.disabled]
    controls = [n for n in nodes if _says_just(n, wanted, named | _told_beside(desk, n))]
    controls = by_story(desk, part, controls or [n for n in nodes if _does(desk, n, wanted, named)])
    words = content_of(thing)
    asked = [t for t in words if t.names] or list(words)
    fits = [n for n in controls if _is_in(desk, n, asked) or _is_of_page(desk, n, words)]
    # `Ada's lamp`, where she has a kettle as well.
    return closest(desk, fits, words)


def _told_beside(desk: Desk, node: Node) -> set[str]:
    """What the entry of a control says besides its controls: its code may be a part of what each of them is called."""
    item = desk.reading.item(node)
    texts = desk.reading.page.within(item) if item else ()
    return {word for n in texts if n.kind == "text" and not n.hidden for word in parts(n.said)}


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
    return bare(node.said) == wanted or (marks and _are_alike(plain, parts(wanted)))


def _are_alike(said: Sequence[str], wanted: Sequence[str]) -> bool:
    """`Marcar como pagado`, where a bill is to be `pagada`."""
    pairs = zip(said, wanted, strict=False)
    return len(said) == len(wanted) and all(a == b or (same(a, b) and a[:_ROOT] == b[:_ROOT]) for a, b in pairs)


def _does(desk: Desk, node: Node, wanted: str, named: set[str]) -> bool:
    """`Ship`, or `Ship order 7` where that is the order, for what is to be `shipped`."""
    verb, *rest = parts(node.said) or ("",)
    if node.role not in _PRESSED or not is_done(wanted, verb):
        return False
    row = desk.reading.item(node) if set(rest) - named else None
    texts = (n.said for n in desk.reading.page.within(row) if n.kind == "text") if row else ()
    return set(rest) <= named | {word for said in texts for word in parts(said)}


def _is_of_page(desk: Desk, node: Node, words: Sequence[Token]) -> bool:
    """Whether the page is that of the thing that is named, and the control stands on the page itself."""
    asked = [t for t in words if t.names]
    heads = [parts(n.said) for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    here = any(all(says(told, p) for t in asked for p in parts(t.text)) for told in heads)
    item = desk.reading.item(node)
    return bool(asked) and here and (item is None or item.role not in ("row", "listitem", "article"))


def _is_in(desk: Desk, node: Node, asked: Sequence[Token]) -> bool:
    """Whether the nearest thing around the control that says anything else says what is named."""
    own = set(parts(node.said))
    around = (told for h in desk.reading.page.parents(node) if set(told := parts(desk.reading.text(h))) - own)
    return any(all(says(told, p) for t in asked for p in parts(t.text)) for told in [next(around, ())])

"""Whose a thing is: who a page says has it, and what belongs to a thing that a goal names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

from ..page import ENTRIES, Node, Page
from .evidence import is_how
from .lexicon import STOP, same
from .part import Part, content_of
from .questions import cell_under, items, says
from .words import Token, bare, normal, parts

_NOBODY = {"nobody", "nadie"}
_ANYBODY = {"anyone", "anybody", "alguien", *_NOBODY}
_HOLDS = re.compile(
    r"(?:has|have|having|had|holds?|held|owns?|owned|uses?|using|used|assigned|belongs?|keeps?"
    r"|tiene|tenga|tener|usa|use|usar|lleva|llevar|posee|asignad[oa]|pertenece|pertenecer)$"
)
_HOLDER = re.compile(r"(?:assigne|assigned|holder|held|owner|asignad|responsab|titular|propietari)")
_FREE = {
    "nobody", "no one", "none", "unassigned", "not assigned", "no owner", "nadie", "ninguno", "ninguna", "sin asignar",
    "no asignado", "no asignada", "sin responsable", "", "—",
}  # fmt: skip
_LONGEST_LABEL = 3
_OF = {"of", "de", "del"}
# What the page of somebody or something is itself, whatever it is called by.
_OWN_PAGES = {
    "account", "profile", "user", "record", "entry", "row", "line", "item", "page", "card", "file", "data", "cuenta",
    "perfil", "usuario", "usuaria", "registro", "entrada", "fila", "linea", "ficha", "pagina", "tarjeta", "datos",
}  # fmt: skip
_THE_THING = {"it", "lo", "la"}
_NOTHING = {"nothing", "nada"}


def owned_thing(words: Sequence[Token]) -> list[Token]:
    """The words for a thing that belongs to what is named, and has no name: `invoice` in `the invoice of Ada`, and in
    `la factura del cliente Ada`."""
    until = next((i for i, t in enumerate(words) if t.norm in _OF), len(words))
    told = [t for t in words[:until] if t.norm not in STOP]
    is_plain = all(t.kind == "word" and not t.names and t.norm not in _OWN_PAGES for t in told)
    return told if is_plain and any(t.names for t in words[until:]) else []


def owner_kind(words: Sequence[Token]) -> list[Token]:
    """The words for whose it is: `customer` in `the invoice of the customer Ada`."""
    until = next((i for i, t in enumerate(words) if t.norm in _OF), len(words))
    return [t for t in takewhile(lambda t: not t.names, words[until + 1 :]) if t.norm not in STOP]


def kind_of(words: Sequence[Token]) -> list[Token]:
    """The words for the kind of what is named, or of what belongs to it: `customer` in `the customer Ada`."""
    led = [t for t in takewhile(lambda t: not t.names, words) if t.norm not in STOP]
    is_plain = len(led) < len(words) and all(t.kind == "word" and t.norm not in _OWN_PAGES for t in led)
    return owned_thing(words) or (led[-1:] if is_plain and not _OF & {t.norm for t in words} else [])


def leads_to_kind(page: Page, kinds: Sequence[Token]) -> bool:
    """Whether a page has a way to where such things are kept."""
    links = [n for n in page.controls if n.role in ("link", "tab") and not n.hidden]
    ways = [n for n in links if not any(h.role in ENTRIES - {"listitem"} for h in page.parents(n))]
    return any(same(kind.norm, word) for kind in kinds for n in ways for word in parts(n.said))


def is_of_kind(page: Page, control: Node, kinds: Sequence[Token]) -> bool:
    """Whether a page, the part of it in which a control stands, or what the control says, is about such a thing."""
    heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden and n.number < control.number]
    around = [n.said for n in page.parents(control)]
    here = [n.said for n in page.nodes if n.states.get("current") in ("page", "true")]
    told = (*heads[:1], *heads[-1:], *here, page.title, urlsplit(page.url).path, *around, control.said, control.title)
    said = {word for text in told for word in parts(text)}
    return any(same(kind.norm, word) for kind in kinds for word in said)


def said_holder(part: Part, of: frozenset[str] = frozenset(_THE_THING)) -> Sequence[Token]:
    """The name of who a check says has the thing that was acted on, and nothing else: `Ada should still have it`."""
    words = [t.norm for t in part.words]
    rest = [t for t in content_of(part.words) if not is_how(t) and t.norm not in of and not _HOLDS.match(t.norm)]
    has = next((i for i, word in enumerate(words) if _HOLDS.match(word)), None)
    is_said = has is not None and bool(of & {*words[max(has - 1, 0) : has], *words[has + 1 : has + 2]})
    is_name = all(t.names and t.kind == "word" for t in rest)
    return rest if part.verb == "expect" and is_said and is_name and "to" not in words else ()


def said_bare(part: Part) -> Sequence[Token]:
    """The name of who a check says has nothing at all."""
    return said_holder(part, frozenset(_NOTHING))


def held_by(page: Page, name: Sequence[Token]) -> str | None:
    """What the list of a page says that somebody has; None where it does not say who has what."""
    heads = [n for n in page.nodes if n.role == "columnheader" and _HOLDER.match(normal(n.said))]
    if not heads:
        return None
    rows = ((text, cell_under(page, row, _words_of(head))) for row, text in items(page) for head in heads)
    return next((text for text, who in rows if who and all(says(who, t) for t in name)), "")


def is_nobodys(part: Part) -> bool:
    """Whether a check only says that nobody has the thing that was acted on."""
    words = [t.norm for t in part.words]
    said = {*words}
    nobody = bool(said & _NOBODY) or ("no", "one") in pairwise(words) or (part.negated and bool(said & _ANYBODY))
    rest = [t for t in content_of(part.words) if not is_how(t) and t.norm not in _ANYBODY]
    return nobody and any(map(_HOLDS.match, words)) and not [t for t in rest if not _HOLDS.match(t.norm)]


def holder_of(page: Page, thing: Sequence[Token]) -> str | None:
    """Who a page says has a thing, in its row or on its own page; "" where it says nobody, None where it does not."""
    rows = [node for node, text in items(page) if all(says(text, t) for t in thing)]
    heads = [n for n in page.nodes if n.role == "columnheader" and _HOLDER.match(normal(n.said))]
    own = any(n.role == "heading" and not n.hidden and all(says(n.said, t) for t in thing) for n in page.nodes)
    told = [cell_under(page, row, _words_of(head)) for row in rows for head in heads if not own]
    told = _beside_labels(page) if own else [said for said in told if said]
    holders = {"" if bare(said) in _FREE else said for said in told}
    return holders.pop() if len(holders) == 1 else None


def _beside_labels(page: Page) -> list[str]:
    """What stands right behind each label for who has something."""
    texts = [n for n in page.nodes if n.kind == "text" and not n.hidden and n.said]
    return [after.said for label, after in pairwise(texts) if _is_label(label)] + [
        said for n in texts if (said := _after_colon(n.said))
    ]


def _is_label(node: Node) -> bool:
    said = parts(node.said)
    return 0 < len(said) <= _LONGEST_LABEL and bool(_HOLDER.match(said[0])) and ":" not in node.said[:-1]


def _after_colon(text: str) -> str:
    label, colon, said = text.partition(":")
    return said.strip() if colon and said.strip() and _HOLDER.match(normal(label)) else ""


def _words_of(head: Node) -> list[Token]:
    return [Token(-1, "word", word, word, 0, 0) for word in parts(head.said)]

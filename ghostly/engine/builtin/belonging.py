"""Who a page says has a thing: `nobody has it any more`, `Ada should have it`, `ahora lo tiene Ada`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..page import Node, Page
from .evidence import is_how
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
_THE_THING = {"it", "lo", "la"}
_NOTHING = {"nothing", "nada"}


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

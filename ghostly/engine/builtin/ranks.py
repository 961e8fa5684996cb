"""At which place of a list something stands, as a check tells it: `Ada comes first`, `la lista termina con Ada`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..page import Page
from .evidence import is_how, without_offers
from .lexicon import STOP, same
from .part import Part
from .questions import COUNTED, Answer, lists, says
from .relations import relates
from .speech import MODAL
from .words import ORDINALS, Token, parts

_ENDS = {
    **dict.fromkeys(("top", "arriba", "principio", "beginning"), 1),
    **dict.fromkeys(("bottom", "abajo", "final", "end"), -1),
}
_LOOSE = {"end", "final", "beginning", "principio"}
_BEGINS = {
    **dict.fromkeys(("starts", "begins", "start", "begin", "empieza", "comienza", "empezar", "comenzar"), 1),
    **dict.fromkeys(("ends", "finishes", "end", "finish", "termina", "acaba", "terminar", "acabar"), -1),
}
_WITH = {"with", "con", "por", "en"}
_LISTS = {"list", "lista", "listado", "table", "tabla"}
# What is first or last otherwise than in a list: `the first page`, `the last name`, `last seen`.
_NO_ENTRIES = {
    "page", "pagina", "name", "nombre", "apellido", "step", "paso", "time", "vez", "tab", "pestana", "screen", "field",
    "campo", "column", "columna", "message", "mensaje", "seen", "visto", "vista", "day", "dia", "week", "semana",
}  # fmt: skip
# `It says Ada at the top` is said of the page, not of a list.
_SAYS = {
    "says", "say", "reads", "read", "shows", "show", "displays", "display", "dice", "diga", "pone", "ponga", "lee",
    "lea", "muestra", "muestre",
}  # fmt: skip
_IDLE = {
    "one", "ones", "comes", "come", "stands", "stand", "place", "position", "lugar", "posicion", "todo", "right",
    "very", "that", "of", "del", "de", "al", "a", "uno", "una", "el", "la", "is", "es", "sale", "aparece", "esta", "va",
}  # fmt: skip


def ranked(part: Part, page: Page) -> Answer | None:
    """None where a check names no place of a list, or says more than what stands there."""
    words = [t for t in part.words if t.kind != "mark"]
    names = [t for t in words if t.names and t.norm not in STOP and t.norm not in ORDINALS]
    place = _place_in(words, names)
    others = {t.norm for t in words} & _NO_ENTRIES or any(t.kind == "number" for t in names)
    if place is None or not names or others or any(not _is_idle(t, page) for t in words if t not in names):
        return None
    is_bare = not any(t.norm in ORDINALS.keys() | _LISTS | COUNTED | _BEGINS.keys() for t in words if t not in names)
    if is_bare and any(t.norm in _SAYS for t in words):
        return None
    own = [group for group in lists(page) if any(all(says(text, t) for t in names) for _, text in group)]
    if is_bare and not own:
        return None
    groups = own or lists(page)
    longest = max(map(len, groups), default=0)
    groups = [group for group in groups if len(group) == longest]
    if len(groups) != 1 or longest < max(abs(place), 2):
        return None
    node, _ = groups[0][place - 1 if place > 0 else place]
    said = without_offers(page, node, part.words)
    return Answer(all(says(said, t) for t in names) is not part.negated, f'The entry at that place is "{said[:80]}".')


def _place_in(words: Sequence[Token], names: Sequence[Token]) -> int | None:
    """The place that the words tell; None where they tell none, or several."""
    plain = [t for t in words if t not in names]
    begins = [_BEGINS[a.norm] for a, b in pairwise(words) if a.norm in _BEGINS and b.norm in _WITH]
    if begins and any(t.norm in _LISTS for t in plain):
        return begins[0]
    told = {ORDINALS[t.norm] for t in plain if t.norm in ORDINALS and t.norm not in _LOOSE}
    # `It has to end up there`, and `al final` of what comes in the end.
    of_list = any(t.norm in _LISTS for t in plain)
    told |= {_ENDS[t.norm] for t in plain if t.norm in _ENDS and (of_list or t.norm not in _LOOSE)}
    return next(iter(told)) if len(told) == 1 else None


def _is_idle(token: Token, page: Page) -> bool:
    """Whether a word says nothing of what stands there, or only what the page lists."""
    if token.kind != "word" or not token.text[:1].islower():
        return token.norm in STOP
    if token.norm in STOP | MODAL | ORDINALS.keys() | _ENDS.keys() | _BEGINS.keys() | _LISTS | COUNTED | _IDLE:
        return True
    heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden][:2]
    kinds = [n.said for n in page.nodes if n.role == "columnheader"]
    return is_how(token) or relates(token) or any(same(token.norm, w) for h in (*heads, *kinds) for w in parts(h))

"""A search or a filter that is taken away again: `clear the search`, `quita el filtro`, `borra lo que he escrito`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexicon import Verb, is_conjugated
from .part import Part
from .speech import EMPTY, LEAVES
from .words import Token

SEARCHES = {"search", "searches", "searchbox", "busqueda", "busquedas", "buscador"}
FILTERS = {"filter", "filters", "filtro", "filtros"}
# What a search is kept as, or finds, is no search that is set.
_KEPT = {
    "saved", "guardado", "guardada", "guardados", "guardadas", "result", "results", "resultado", "resultados",
    "history", "historial", "button", "boton", "icon", "icono",
}  # fmt: skip
_TYPED = {"typed", "wrote", "written", "entered", "searched", "escrito", "escribi", "puesto", "buscado", "tecleado"}
_WHAT = {"what", "whatever", "lo", "todo", "everything"}
_UNDOES = {"undo", "undoes", "lift", "drop", "deshaz", "deshago", "deshace", "deshacer"}
_AWAY = {"away", "off"}
_STATES = {"status", "statuses", "states", "estados"}
_ALL = {"all", "todos", "todas"}


def is_emptied(part: Part) -> bool:
    """Whether a part takes a search or a filter away, and nothing that is called by a name."""
    return takes_away(part.verb_words, part.words, part.verb)


def takes_away(verb_words: Sequence[Token], body: Sequence[Token], verb: Verb = "say") -> bool:
    words = [t.norm for t in body]
    told = set(words)
    head = verb_words[0].norm if verb_words else ""
    named = any(t.names and t.norm != "i" and not _is_typed_text(body, i) for i, t in enumerate(body))
    if not head or named or told & _KEPT or any(t.kind == "mark" for t in body):
        return False
    if verb in ("delete", "clear") and words[:1] and words[0] in _WHAT | {"it"} and told & _TYPED:
        return True
    away = head in ("take", "takes", "taking") and bool(words) and words[-1] in _AWAY
    empties = (head in LEAVES or is_conjugated(head, "dejar")) and bool(told & EMPTY)
    undoes = head in _UNDOES or is_conjugated(head, "anular")
    takes = verb in ("delete", "clear", "uncheck") or away or empties or undoes
    return takes and bool(told & (SEARCHES | FILTERS))


def widens_at(part: Part) -> int:
    """Where it is said that all are shown again: `switch back to all statuses`, `vuelvo a todos los estados`; 0 where
    it is not."""
    words = part.words
    at = next((i for i, t in enumerate(words) if t.norm in _ALL and i and words[i - 1].norm in ("to", "a", "en")), 0)
    said = [t.norm for t in words[:at]]
    again = part.verb == "back" or "back" in said or bool({("otra", "vez"), ("de", "nuevo")} & set(pairwise(said)))
    kind = words[at + 1 :]
    plain = bool(kind) and all(t.kind == "word" and t.text.islower() for t in kind)
    # `Go back to all orders` may be a way.
    names = at and (words[at].kind == "quoted" or bool(_STATES & {t.norm for t in kind}))
    acts = part.verb in ("edit", "fill", "say", "choose") or (part.verb == "back" and names)
    return at if acts and again and plain else 0


def _is_typed_text(words: Sequence[Token], at: int) -> bool:
    """Whether a value is what stands in a search: the `"oak"` of `delete "oak" from the search box`."""
    after = [t.norm for t in words[at + 1 :]]
    return words[at].kind == "quoted" and after[:1] != [] and after[0] in ("from", "in", "de", "del", "en")

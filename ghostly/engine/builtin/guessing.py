"""Where nothing on the page says what a part asks for: the way that is nearest in meaning, if it clearly is."""

from __future__ import annotations

from ..page import Node
from ..ports import Meaning
from .desk import Desk, Move
from .finding import closes, does, is_kind, top_dialog, usable
from .lexicon import FAINT, Verb, same
from .part import Part, content_of
from .words import parts

# By what was measured: less is chance, and two that are about as near cannot be told apart.
_LEAST, _AHEAD = 0.55, 0.15
# Ways to somewhere else; a button may do anything.
_WAYS = ("link", "tab", "menuitem", "treeitem")
_DEEDS: tuple[Verb, ...] = ("save", "delete", "logout", "create", "edit", "upload", "accept", "clear")
_GRAVE = (
    *("send", "pay", "buy", "order", "publish", "submit", "confirm", "subscribe", "archive", "cancel", "leave", "exit"),
    *("quit", "transfer", "enviar", "pagar", "comprar", "publicar", "confirmar", "suscribir", "archivar", "cancelar"),
    *("salir", "transferir", "donate", "donar", "invite", "invitar", "reset"),
)


def guess(desk: Desk, part: Part, meaning: Meaning | None) -> Move:
    """A click on what means most likely what the part names: never one that changes something or leaves a session."""
    asked = [t for t in content_of(part.words) if not is_kind(t) and t.norm not in FAINT]
    if meaning is None or part.verb not in ("click", "open") or not asked or top_dialog(desk.reading):
        return Move()
    nodes = [n for n in usable(desk.reading) if n.said and not n.disabled]
    named = any(t.is_value or not t.text.islower() for t in asked)
    if named or not nodes or any(desk.reading.match(node, asked).used for node in nodes):
        return Move()
    near = _nearest(meaning, " ".join(t.text for t in asked), nodes)
    if near is None or near[1].role not in _WAYS or is_grave(near[1]):
        return Move()
    likeness, node = near
    why = f'nothing says "{part.said}"; "{node.said}" is the nearest in meaning ({likeness:.2f})'
    # A guess counts only where a check of the goal stands behind it.
    is_checked = any(later.verb == "expect" for later in desk.goal.parts[part.number + 1 :])
    uses = part.numbers if is_checked else frozenset[int]()
    return Move((desk.act(part, "click", node, uses, ends=True, why=why),))


def _nearest(meaning: Meaning, text: str, nodes: list[Node]) -> tuple[float, Node] | None:
    """The node that is clearly nearer than any that is called something else, and near enough."""
    alikes = meaning.likeness(text, [node.said for node in nodes])
    ranked = sorted(zip(alikes, nodes, strict=True), key=lambda pair: (-pair[0], pair[1].number))
    best = ranked[0]
    rivals = [likeness for likeness, node in ranked if node.said != best[1].said]
    ahead = best[0] - max(rivals, default=0.0)
    return best if best[0] >= _LEAST and ahead >= _AHEAD else None


def is_grave(node: Node) -> bool:
    """Whether a control does more than show something else."""
    said = parts(node.said)
    return (
        closes(node)
        or any(does(node, verb) for verb in _DEEDS)
        or any(word == grave or same(word, grave) for word in said for grave in _GRAVE)
    )

"""Keeps a model from what cannot be undone, unless the goal asks for it: a page may have talked it into that."""

from __future__ import annotations

from ..builtin.lexicon import same
from ..builtin.planner import goal_of
from ..builtin.words import parts
from ..page import Node

# What a control that cannot be taken back does, and the words of a goal that ask for it.
_GRAVE = {
    "delete": "delete remove erase discard cancel close clear borrar eliminar quitar suprimir vaciar anular",
    "remove": "delete remove erase discard cancel close clear borrar eliminar quitar suprimir vaciar anular",
    "pay": "pay buy purchase order checkout book donate pagar comprar pedir pedido reservar donar",
    "buy": "pay buy purchase order checkout book donate pagar comprar pedir pedido reservar donar",
    "publish": "publish post release announce share publicar compartir anunciar lanzar",
    "send": "send submit write email contact reply answer invite share request enviar mandar "
    "escribir contactar responder invitar compartir solicitar",
    "password": "password contrasena clave passcode login signin sign log register account acceder entrar cuenta",
}
_CHANGES = ("change", "reset", "update", "cambiar", "actualizar")


def unasked(node: Node, goal: str) -> str:
    """The word of a control that does what the goal does not ask for; empty when there is none."""
    said = parts(node.said or node.title)
    asked = (*parts(goal), *(part.verb for part in goal_of(goal).parts))
    for grave, asking in _GRAVE.items():
        word = next((w for w in said if _means(w, grave)), "")
        if not word or (grave == "password" and not any(_means(w, change) for w in said for change in _CHANGES)):
            continue
        wanted = {word, *asking.split()}
        if not any(one == other or same(one, other) for one in asked for other in wanted):
            return word
    return ""


def _means(word: str, grave: str) -> bool:
    return word == grave or same(word, grave)

"""Whether a box or a switch in an entry is on, by what it is called: `Pin` tells whether it is pinned."""

from __future__ import annotations

from ..page import Node, Page
from .lexicon import is_done
from .words import Token, parts

_TURNS = {"checkbox", "switch", "button", "menuitemcheckbox"}


def toggled(page: Page, entry: Node, state: Token) -> bool | None:
    """Whether what an entry is turned with is on, which is called by the verb of a state: `Pin` for `pinned`."""
    turned = [n for n in page.within(entry) if n.role in _TURNS and not n.hidden and _is_of(n, state)]
    on = {n.checked if n.checked is not None else n.states.get("pressed") == "true" for n in turned if _turns(n)}
    return on.pop() if len(on) == 1 else None


def _turns(node: Node) -> bool:
    return node.checked is not None or "pressed" in node.states


def _is_of(node: Node, state: Token) -> bool:
    said = parts(node.said)
    return bool(said) and state.kind == "word" and is_done(state.norm, said[0])

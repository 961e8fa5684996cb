"""Text that is selected as with the mouse, and what is done to it then: bold, italic, underlined."""

from __future__ import annotations

from collections.abc import Sequence

from ..page import Node
from ..steps import Step
from .desk import Desk, Move, lost
from .finding import usable
from .matching import holds
from .part import Part
from .words import ORDINALS, Token, bare, normal, parts, stem

_UNITS = {
    "text", "word", "sentence", "line", "phrase", "paragraph", "texto", "palabra", "frase", "linea", "parrafo",
    "passage", "letter", "everything", "all", "todo",
}  # fmt: skip
_HIGHLIGHTS = {"highlight", "resaltar", "resalta", "subrayar"}
_STYLES = {
    "bold": {"bold", "negrita", "strong"}, "italic": {"italic", "italics", "cursiva", "emphasis"},
    "underline": {"underline", "underlined", "subrayado", "subrayada"},
    "strikethrough": {"strikethrough", "strike", "tachado", "tachada"},
}  # fmt: skip
_LEAST = 2


def highlights(part: Part) -> bool:
    """Whether text is to be selected, not one of several choices."""
    said = {t.norm for t in part.verb_words}
    units = {stem(t.norm) for t in part.words} & _UNITS
    return bool(said & _HIGHLIGHTS) or (part.verb == "choose" and bool(units) and _quoted(part) is not None)


def highlight(desk: Desk, part: Part) -> Move:
    node, text = _meant(desk, part, [n for n in usable(desk.reading, ("text", "control")) if _is_read(n)])
    if node is None:
        return lost(part, [t for t in part.words if t.is_value])
    step = Step("selectText", selector=node.selector, text=text or None)
    return Move((desk.plan(part, step, node, part.numbers, True),))


def _quoted(part: Part) -> Token | None:
    return next((t for t in part.words if t.is_value), None)


def _meant(desk: Desk, part: Part, nodes: Sequence[Node]) -> tuple[Node | None, str]:
    """Where the text is, and what of it; all of it when only the place is named."""
    quoted = _quoted(part)
    if quoted:
        fits = [n for n in nodes if holds(normal(n.value or n.said), bare(quoted.text))]
        return (min(fits, key=lambda n: len(n.value or n.said)) if fits else None), quoted.text
    blocks = [n for n in nodes if n.kind == "text" and len(parts(n.said)) >= _LEAST and not n.role]
    tags = {"p"} if {stem(t.norm) for t in part.words} & {"paragraph", "parrafo"} else {n.tag for n in blocks}
    blocks = [n for n in blocks if n.tag in tags] or blocks
    place = next((ORDINALS[t.norm] for t in part.words if t.norm in ORDINALS), 0)
    if place and -len(blocks) <= place <= len(blocks):
        return blocks[place - 1 if place > 0 else place], ""
    return (blocks[0], "") if len(blocks) == 1 else (None, "")


def _is_read(node: Node) -> bool:
    return node.kind == "text" or (node.role == "textbox" and not node.secret)


def style_of(desk: Desk, part: Part) -> tuple[str, frozenset[int]] | None:
    """The style that the words ask for, when the page has something to write in and a control for it."""
    said = [(name, t) for name, words in _STYLES.items() for t in part.words if t.norm in words]
    return (said[0][0], frozenset({said[0][1].number})) if said and _editors(desk) else None


def _editors(desk: Desk) -> list[Node]:
    return [n for n in usable(desk.reading) if n.role == "textbox" and n.tag not in ("input", "select")]


def restyle(desk: Desk, part: Part) -> Move:
    """Select the text, then press what gives it the style."""
    style = style_of(desk, part)
    if style is None:
        return lost(part)
    wanted = _STYLES[style[0]]
    nodes = [n for n in usable(desk.reading) if wanted & set(parts(f"{n.said} {n.title} {n.classes} {n.id}"))]
    if not nodes:
        return lost(part, [t for t in part.words if t.number in style[1]])
    if desk.done_for(part):
        return Move((desk.act(part, "click", nodes[0], style[1], ends=True),))
    quoted = _quoted(part)
    editors = [n for n in _editors(desk) if quoted is None or holds(normal(n.value), bare(quoted.text))]
    if len(editors) != 1:
        return lost(part, [quoted] if quoted else [])
    uses = part.numbers
    step = Step("selectText", selector=editors[0].selector, text=quoted.text if quoted else None)
    return Move((desk.plan(part, step, editors[0], uses, False),))

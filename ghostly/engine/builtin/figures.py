"""Figures: the shapes, letters and patches of a drawing, as people describe them: `the large red circles`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..page import Node
from .colors import color_words
from .finding import usable
from .matching import Reading
from .words import Token, stem

_ANYTHING = {"item", "object", "thing", "element", "objeto", "elemento", "cosa", "figure", "figura"}
_SHAPE = {"shape", "forma", "figure", "figura"}
_BOX = {"box", "square", "rectangle", "container", "area", "caja", "cuadrado", "rectangulo", "recuadro"}
_DOT = {"point", "dot", "mark", "marker", "punto", "marca"}
_DIGIT, _LETTER = {"digit", "number", "digito", "numero", "cifra"}, {"letter", "character", "letra"}
# The largest circle that is still a dot, in CSS pixels.
_DOT_PX = 16
_BY_TAG = {
    "circle": {"circle", "circulo"} | _SHAPE, "ellipse": {"ellipse", "oval", "elipse"} | _SHAPE,
    "rect": _BOX | _SHAPE, "line": {"line", "segment", "linea", "segmento"},
    "path": _SHAPE, "polyline": {"line", "linea"} | _SHAPE,
}  # fmt: skip
_BY_CORNERS = {
    3: {"triangle", "triangulo"}, 4: {"quadrilateral", "rectangle", "square", "diamond", "rectangulo", "cuadrado"},
    5: {"pentagon", "pentagono"}, 6: {"hexagon", "hexagono"}, 7: {"heptagon", "heptagono"},
    8: {"octagon", "octagono"},
}  # fmt: skip
_LARGE, _SMALL = {"large", "big", "grande", "huge"}, {"small", "little", "tiny", "pequeno", "pequena"}
_LARGER = {"larger", "largest", "bigger", "biggest", "mayor"}
_SMALLER = {"smaller", "smallest", "littlest", "tiniest", "menor"}
# Which way from the middle the words point: x to the right, y downwards.
SIDES = {
    "left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1), "upper": (0, -1), "lower": (0, 1),
    "leftmost": (-1, 0), "rightmost": (1, 0), "izquierda": (-1, 0), "derecha": (1, 0), "izquierdo": (-1, 0),
    "derecho": (1, 0), "superior": (0, -1), "inferior": (0, 1),
}  # fmt: skip
_MARKED = {"marked", "given", "marcado", "dado", "colored", "coloured"}
_EMPTY = {
    "the", "a", "an", "any", "one", "of", "with", "that", "which", "is", "are", "be", "there", "on", "in", "el", "la",
    "los", "las", "un", "una", "de", "del", "con", "que", "hay", "en", "colour", "color", "page", "pagina", "drawing",
    "image", "picture", "imagen", "dibujo", "it",
}  # fmt: skip
KNOWN = frozenset().union(
    _ANYTHING, _SHAPE, _BOX, _DOT, _DIGIT, _LETTER, _LARGE, _SMALL, *_BY_TAG.values(), *_BY_CORNERS.values()
)
_SIZES_DIFFER = 1.25
_LEAST_DIFFERENCE = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A node with the words for it, without the endings of their plurals."""

    node: Node
    words: frozenset[str]

    @property
    def area(self) -> int:
        return self.node.box[2] * self.node.box[3]


def figures_of(reading: Reading) -> tuple[Figure, ...]:
    """What is drawn: shapes, what is written in drawings, and texts that fill a box of their own."""
    surfaces = {n.number for n in reading.page.nodes if n.kind == "surface"}
    nodes = [n for n in usable(reading, ("shape", "text", "control")) if _is_drawn(reading, n, surfaces)]
    heights = [n.box[3] for n in nodes if n.kind != "shape" or n.painted]
    return tuple(Figure(node, frozenset(_words(node) | _size(node, heights))) for node in nodes)


def _is_drawn(reading: Reading, node: Node, surfaces: set[int]) -> bool:
    if node.kind == "shape" or (node.kind == "text" and node.painted):
        return True
    return any(holder.number in surfaces for holder in reading.page.parents(node))


def _words(node: Node) -> set[str]:
    said = node.said.strip()
    words = set(_ANYTHING) | set(color_words(node.color))
    if said:
        words |= (_DIGIT if said.isdigit() else _LETTER if len(said) == 1 else set()) | ({said.casefold()})
        return words | (_BOX if node.painted else set())
    words |= _DOT if node.tag == "circle" and node.box[3] <= _DOT_PX else set()
    words |= _BY_TAG.get(node.tag, set() if node.tag == "polygon" else _BOX)
    return words | (_BY_CORNERS.get(len(node.points), set()) | _SHAPE if node.tag == "polygon" else set())


def _size(node: Node, heights: Sequence[int]) -> set[str]:
    least, most = min(heights, default=0), max(heights, default=0)
    if most <= _SIZES_DIFFER * least or most - least < _LEAST_DIFFERENCE:
        return set()
    return _LARGE if node.box[3] > (least + most) / 2 else _SMALL


@dataclass(frozen=True, slots=True)
class Described:
    """The figures that words describe; `unknown` are the words that describe none of those there."""

    figures: tuple[Figure, ...]
    used: frozenset[int]
    unknown: tuple[Token, ...] = ()


def described(figures: Sequence[Figure], words: Sequence[Token]) -> Described:
    asked = [t for t in words if t.kind != "mark" and t.norm not in _MARKED | _EMPTY]
    compared = [t for t in asked if t.norm in _LARGER | _SMALLER | SIDES.keys()]
    plain = [t for t in asked if t not in compared]
    left, unknown = list(figures), []
    for token in plain:
        fits = [f for f in left if f.words & {token.norm, stem(token.norm), token.text.casefold()}]
        if not fits:
            unknown.append(token)
        left = fits or left
    left = left if plain or compared else []
    for token in compared:
        left = _extreme(left, token.norm)
    uses = {t.number for t in words if t.norm in _MARKED} | {t.number for t in asked if t not in unknown}
    return Described(() if unknown else tuple(left), frozenset(uses), tuple(unknown))


def _extreme(figures: Iterable[Figure], word: str) -> list[Figure]:
    ranked = sorted(figures, key=lambda f: (_measure(f, word), f.node.number))
    if len(ranked) < 2 or _measure(ranked[0], word) == _measure(ranked[1], word):
        return []
    return ranked[:1]


def _measure(figure: Figure, word: str) -> float:
    if word in SIDES:
        x, y = figure.node.center
        return -(x * SIDES[word][0] + y * SIDES[word][1])
    return figure.area if word in _SMALLER else -figure.area


def surface_of(reading: Reading, node: Node) -> Node | None:
    """What a figure is drawn on."""
    return next((holder for holder in reading.page.parents(node) if holder.kind == "surface"), None)

"""Which of the things on a page is meant: words are weighed against what each one says and against what holds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from ..page import Node, Page
from .colors import color_words
from .dates import says_day
from .lexicon import FAINT, PAIRS, STOP, is_another, is_doing_of, same
from .words import Token, bare, normal, parts, whole

# What holds one thing among several of its kind; what is said elsewhere in it tells it from its neighbours.
_ITEMS = {"row", "listitem", "article", "item", "group", "radiogroup", "figure"}
_WIDER = {
    "dialog",
    "alertdialog",
    "form",
    "region",
    "search",
    "navigation",
    "tabpanel",
    "toolbar",
    "menu",
    "table",
    "grid",
    "list",
    "banner",
}
# What people call the parts of a page that its roles name.
_LANDMARKS = {
    "contentinfo": "footer pie",
    "banner": "header cabecera encabezado",
    "navigation": "menu nav navbar navegacion",
    "complementary": "sidebar lateral",
}
_SHAPES = {
    "circle": ("circle", "circulo", "shape"),
    "rect": ("rectangle", "square", "rectangulo", "cuadrado", "box", "shape"),
    "ellipse": ("ellipse", "oval", "elipse", "shape"),
    "polygon": ("polygon", "poligono", "shape"),
    "line": ("line", "linea"),
}
_OWN, _ITEM, _WIDE, _CLOSE = 1.0, 0.75, 0.35, 0.45
# An entry that says `Call Ada` is less surely about calling than one that says so.
_DONE_IN_ITEM = 0.55
_NEWS = {"new", "add", "nuevo", "nueva"}
_LEAST_FUZZY = 5
# How wide a letter is at least, by the height of its line.
_LETTER = 0.3
_TITLED = re.compile(r"[A-Z][a-z]{0,4}\. ?[A-Z]")


@dataclass(frozen=True, slots=True)
class Match:
    """A node with how well it fits: `used` are the numbers of the words that it or what holds it says, `own` those that
    it says itself, and `extra` how much it says besides."""

    node: Node
    score: float
    used: frozenset[int]
    own: frozenset[int]
    extra: float


def fuzzy(one: str, other: str) -> bool:
    """Whether two words differ by a slip of the pen."""
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < _LEAST_FUZZY or one[0] != other[0] or any(c.isdigit() for c in one + other):
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=2) <= (1 if longest < 8 else 2)


def says(words: Iterable[str], wanted: str) -> bool:
    return any(_alike(word, wanted) for word in words)


@lru_cache(maxsize=PAIRS)
def _alike(word: str, wanted: str) -> bool:
    return word == wanted or same(word, wanted) or fuzzy(word, wanted)


@dataclass(frozen=True)
class Reading:
    """A page, read once for as many questions as there are."""

    page: Page

    @cached_property
    def _own(self) -> Mapping[int, tuple[str, ...]]:
        return {node.number: own_words(node) for node in self.page.nodes}

    def own(self, node: Node) -> tuple[str, ...]:
        return self._own[node.number]

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {}

    def text(self, holder: Node) -> str:
        """All that people read in what holds a node."""
        if holder.number not in self._texts:
            self._texts[holder.number] = normal(self.page.words_of(holder))
        return self._texts[holder.number]

    def item(self, node: Node) -> Node | None:
        """The row, card or entry that the node belongs to."""
        holders = (h for h in self.page.parents(node) if h.role in _ITEMS or h.kind == "control")
        return next((holder for holder in holders if self.text(holder)), None)

    def dialog(self, node: Node) -> Node | None:
        return next((holder for holder in self.page.parents(node) if holder in self.page.dialogs), None)

    def wider(self, node: Node) -> str:
        """What the regions around a node are called."""
        names = [
            holder.name or _heading(self.page, holder) for holder in self.page.parents(node) if holder.role in _WIDER
        ]
        roles = [holder.role for holder in self.page.parents(node)]
        return normal(" ".join([*names, *roles, *(_LANDMARKS.get(role, "") for role in roles)]))

    def match(self, node: Node, words: Sequence[Token]) -> Match:
        """How well the node fits the words."""
        own = self.own(node)
        own_text = _own_text(node)
        item = self.item(node)
        item_text = f"{self.text(item)} {' '.join(parts(item.classes))}" if item else ""
        wide = self.wider(node)
        close = self.near(node)
        score, used, owned = 0.0, set[int](), set[int]()
        for word in words:
            weight = _weight(word)
            is_faint = word.norm in FAINT and word.kind == "word" and not self._says(own, own_text, word)
            if is_faint or (item and _is_of_another(word, (*own, *parts(item_text)))):
                continue
            if self._says(own, own_text, word) or (node.color and word.norm in color_words(node.color)):
                score += weight * _OWN
                owned.add(word.number)
            elif item and self._says(parts(item_text), item_text, word):
                score += weight * _ITEM
            elif item and any(is_doing_of(word.norm, said) for said in parts(item_text)):
                score += weight * _DONE_IN_ITEM
            elif self._says(parts(close), close, word):
                score += weight * _CLOSE
            elif self._says(parts(wide), wide, word):
                score += weight * _WIDE
            else:
                continue
            used.add(word.number)
        extra = _extra(node, own, words, item_text)
        cased = any(w.is_value and w.text in node.said for w in words if w.number in owned)
        exact = (
            0.1 * cased + 0.5
            if owned and bare(node.said) == bare(" ".join(w.text for w in words if w.number in owned))
            else 0.0
        )
        return Match(node, score + exact - 0.12 * extra, frozenset(used), frozenset(owned), extra)

    @staticmethod
    def _says(words: Sequence[str], text: str, word: Token) -> bool:
        if word.kind == "word":
            told = parts(word.text) if not word.norm.isalnum() else ()
            if told and all(part in words for part in told):
                return True
            return says(words, word.norm) if len(word.norm) > 1 else word.norm in words
        if word.kind == "number" and says_day(text, word.text):
            return True
        wanted = bare(word.text.removeprefix("@"))
        if _TITLED.match(word.text) and all(part in words for part in parts(word.text)):
            # `Dr. Obi` may be `Dr. Amara Obi`.
            return True
        # An icon has no text; its maker's names for it are the words that it has.
        return bool(wanted) and (holds(text, wanted) or (not text and set(parts(word.text)) <= set(words)))

    def near(self, node: Node) -> str:
        """The text just before a control, or left of it, or above: what a field without a label is called."""
        return self._near.get(node.number, "")

    @cached_property
    def _near(self) -> dict[int, str]:
        texts = [node for node in self.page.nodes if node.kind == "text" and not node.hidden and node.said]
        found = {}
        for node in self.page.controls:
            if node.tag not in ("input", "select", "textarea") and node.role not in (
                "textbox",
                "combobox",
                "slider",
                "spinbutton",
            ):
                continue
            best = min(((_distance(text, node), text.number) for text in texts), default=None)
            if best and best[0] < 120:
                found[node.number] = normal(self.page.by_number[best[1]].said)
        return found


def holds(text: str, wanted: str) -> bool:
    """Whether a text has the wanted one in it, as whole words."""
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(wanted) : at + len(wanted) + 1]
        if not (before.isalnum() and wanted[0].isalnum()) and not (after.isalnum() and wanted[-1].isalnum()):
            return True
        at = text.find(wanted, at + 1)
    return False


def numbered_otherwise(text: str, words: Sequence[Token]) -> bool:
    """Whether a text begins with a word of the goal and with another number than that has: `Table 2 with 4 seats` is
    not Table 4, whatever else it says."""
    begins = [*parts(text)[:2], ""]
    told = [(a, b.norm) for a, b in pairwise(words) if a.kind == "word" and b.norm.isdigit()]
    alike = [number for word, number in told if word.norm not in STOP and same(word.norm, begins[0])]
    return bool(alike) and begins[1].isdigit() and begins[1] not in alike


def own_words(node: Node) -> tuple[str, ...]:
    """The words of what a node is called; the names that only programs see come last and count the same."""
    seen = " ".join((node.said, node.text if node.name else "", node.label, node.placeholder, node.title))
    inner = " ".join((node.test_id, node.id, node.html_name)) if node.kind == "control" else ""
    icon = f"{node.classes} {node.id}" if node.kind in ("control", "shape") and not node.said else ""
    return (
        *parts(seen),
        *whole(seen),
        *parts(inner),
        *parts(icon),
        *_SHAPES.get(node.tag if node.kind == "shape" else "", ()),
    )


def _own_text(node: Node) -> str:
    is_control = node.kind == "control"
    seen = (node.said, node.text if is_control else "", node.label, node.placeholder, node.title)
    return normal(" ".join((*seen, "" if is_control else node.value)))


def _heading(page: Page, holder: Node) -> str:
    return next((node.said for node in page.within(holder) if node.role in ("heading", "legend")), "")


def _is_of_another(word: Token, said: Sequence[str]) -> bool:
    """Whether an entry says no such name, and one that differs as those of a man and a woman do: `Juana` for `Juan`."""
    is_name = word.kind == "word" and word.text[:1].isupper() and word.norm not in said
    return is_name and any(is_another(word.norm, each) for each in said)


def _weight(word: Token) -> float:
    if word.kind == "word":
        return 0.4 if word.norm in STOP else 1.0
    return 1.0 + 0.5 * min(3, len(word.text.split()))


def _extra(node: Node, own: Sequence[str], words: Sequence[Token], item_text: str) -> float:
    """How many words the node says that were not asked for, and that do not name its own row either."""
    asked = [part for word in words for part in parts(word.text)]
    said = [part for part in parts(node.said) if part not in STOP]
    # `New issue` says more than `Issues`, though little.
    new = 0.75 * any(part in _NEWS and not says(asked, part) for part in parts(node.said)[:1])
    return new + float(
        sum(not says(asked, part) and part not in parts(item_text.replace(normal(node.said), "", 1)) for part in said)
    )


def _distance(text: Node, control: Node) -> float:
    """How far a text is from the control that it may name, in CSS pixels; large when it stands behind or below it."""
    tx, ty, tw, th = text.box
    # A block is as wide as its page; what stands in it often is not.
    tw = min(tw, round(_LETTER * th * len(text.said)))
    cx, cy, cw, ch = control.box
    same_line = ty < cy + ch and cy < ty + th
    if same_line and tx + tw <= cx + 4:
        return float(cx - tx - tw)
    if same_line and control.type in ("checkbox", "radio") and tx >= cx + cw - 4:
        return float(tx - cx - cw)
    if ty + th <= cy + 4 and tx < cx + cw and cx < tx + tw + 40:
        return 10.0 + (cy - ty - th) + abs(tx - cx) / 4
    return 10_000.0

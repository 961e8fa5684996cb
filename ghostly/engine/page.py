"""What people see of a page at one moment: its controls and texts in the order of the document, and what holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from .secrecy import MASK

# Said wherever something is not found on a page that was cut.
TOO_BIG = "The page is too big to be read whole."
# The roles of what is one of several alike: of an entry in a list.
ENTRIES = frozenset({"row", "listitem", "article", "item"})

_TITLED = ("heading", "dialog", "table", "form")

Kind = Literal["control", "text", "holder", "shape", "frame", "surface"]
Box = tuple[int, int, int, int]
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on a page. `parent` is the number of the node that holds it, -1 for none; `box` is x, y, width, height
    in CSS pixels; `value` is what a field holds, masked if it is secret; `hidden` is what people cannot see; `points`
    are the corners of a shape, or the ends of a line; `painted` says that it fills its box, or has a frame."""

    number: int
    parent: int
    kind: Kind
    role: str
    selector: str
    tag: str = ""
    name: str = ""
    text: str = ""
    type: str = ""
    label: str = ""
    placeholder: str = ""
    title: str = ""
    id: str = ""
    html_name: str = ""
    test_id: str = ""
    classes: str = ""
    autocomplete: str = ""
    value: str = ""
    checked: bool | None = None
    options: tuple[Option, ...] = ()
    multiple: bool = False
    required: bool = False
    readonly: bool = False
    invalid: bool = False
    disabled: bool = False
    draggable: bool = False
    covered: bool = False
    hidden: bool = False
    secret: bool = False
    busy: bool = False
    modal: bool = False
    href: str = ""
    color: str = ""
    points: tuple[Place, ...] = ()
    painted: bool = False
    states: Mapping[str, str] = field(default_factory=dict)
    box: Box = (0, 0, 0, 0)

    @property
    def ref(self) -> str:
        return f"e{self.number}"

    @property
    def said(self) -> str:
        """What the node says to people."""
        return self.name or self.text

    @property
    def hides(self) -> str:
        """The text of what is folded away behind the node, which people cannot see before they unfold it."""
        return self.states.get("hides", "")

    @property
    def center(self) -> Place:
        x, y, width, height = self.box
        return x + width / 2, y + height / 2


@dataclass(frozen=True)
class Page:
    """A page as it was observed. `focus` is the selector of the focused control; `whole` is false when it was cut;
    `dialog` is what an open native dialog says, after its type: nothing else can be seen then. `status` is what the
    server answered for the document, 0 where that is not known; `posted` says that it was the answer to a form."""

    url: str
    title: str
    nodes: tuple[Node, ...]
    focus: str = ""
    busy: bool = False
    whole: bool = True
    width: int = 1280
    height: int = 720
    elapsed_ms: int = 0
    dialog: str = ""
    status: int = 0
    posted: bool = False

    @cached_property
    def children(self) -> Mapping[int, tuple[Node, ...]]:
        found: dict[int, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node)
        return {number: tuple(nodes) for number, nodes in found.items()}

    @cached_property
    def by_number(self) -> Mapping[int, Node]:
        return {node.number: node for node in self.nodes}

    @cached_property
    def controls(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind == "control")

    def parents(self, node: Node) -> Iterator[Node]:
        """What holds the node, from the inside out."""
        at = self.by_number.get(node.parent)
        while at is not None:
            yield at
            at = self.by_number.get(at.parent)

    def within(self, holder: Node) -> Iterator[Node]:
        """Everything that the holder holds, in order."""
        for child in self.children.get(holder.number, ()):
            yield child
            yield from self.within(child)

    def words_of(self, node: Node) -> str:
        """All that people read in the node, what fields hold left out."""
        known = self._told.get(node.number)
        if known is None or known[0] is not node:
            known = self._told[node.number] = (node, self._words_in(node))
        return known[1]

    @cached_property
    def _told(self) -> dict[int, tuple[Node, str]]:
        return {}

    def _words_in(self, node: Node) -> str:
        inside = " ".join(each.said for each in self.within(node) if not each.hidden and each.kind != "holder")
        # What a row is called is what is in it.
        return inside.strip() if node.kind == "holder" and inside.strip() else f"{node.said} {inside}".strip()

    @cached_property
    def entries(self) -> tuple[tuple[Node, str], ...]:
        """What the page lists, each with all that people read in it."""
        boxes = self._boxes_of_tables
        told = (n for n in self.nodes if n.role in ENTRIES and not n.hidden and n.number not in boxes)
        return tuple((n, self.words_of(n)) for n in told)

    @cached_property
    def _boxes_of_tables(self) -> frozenset[int]:
        """The boxes that only hold a whole table with its heads, and are none of several cards with one each."""
        heads = [n for n in self.nodes if n.role == "columnheader"]
        held = {h.number: h for head in heads for h in self.parents(head) if h.role == "item"}
        count = Counter(h.parent for h in held.values())
        return frozenset(number for number, h in held.items() if count[h.parent] == 1)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What the page and its parts are called, and where its navigation says that one is."""
        titled = (n.said for n in self.nodes if n.role in _TITLED)
        current = (n.said for n in self.nodes if n.states.get("current") in ("page", "true"))
        return (*titled, *current, self.title)

    def holding(self, selector: str, held: tuple[str, ...]) -> Page:
        """The page with that in one of its fields, instead of what it holds."""
        return replace(self, nodes=tuple(_held(n, held) if n.selector == selector else n for n in self.nodes))

    @cached_property
    def dialogs(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.role in ("dialog", "alertdialog") and not node.hidden)

    @cached_property
    def readable(self) -> tuple[str, ...]:
        """The texts that people can read, without what fields hold."""
        return tuple(n.said for n in self.nodes if n.kind != "holder" and not n.hidden and n.said and not _is_field(n))

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """Equal for two moments in which nothing that people see has changed."""
        seen = (
            (n.role, n.name, n.text, n.value, n.checked, n.disabled, _open_states(n))
            for n in self.nodes
            if not n.hidden
        )
        return (self.url, self.title, *seen)

    @cached_property
    def looks(self) -> tuple[object, ...]:
        """As `signature`, with how things are marked: a chosen tile may differ in nothing else."""
        return (self.signature, tuple((n.classes, n.color, n.box) for n in self.nodes))


def _is_field(node: Node) -> bool:
    return node.tag in ("input", "textarea", "select") and node.role != "button"


def _held(node: Node, held: tuple[str, ...]) -> Node:
    """The field with other contents; what is secret stays masked."""
    if node.options:
        options = tuple(replace(option, selected=option.value in held) for option in node.options)
        return replace(node, options=options, value=", ".join(o.label for o in options if o.selected))
    value = held[0] if held else ""
    return replace(node, value=MASK if node.secret and value else value)


def _open_states(node: Node) -> tuple[tuple[str, str], ...]:
    """The states that people see: nobody reads what is folded away."""
    return tuple((name, value) for name, value in node.states.items() if name != "hides")

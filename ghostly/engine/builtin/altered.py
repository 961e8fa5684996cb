"""What has become otherwise in an entry though nothing was asked of it: a name or a remark beside what was changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from ..page import Node, Page
from .evidence import heads_row
from .lexicon import STOP
from .questions import CELLS, is_under, items
from .words import bare, parts

# What stands in these columns follows from what is done to a thing.
_FOLLOWING = re.compile(
    r"(?:status|state|stage|phase|condition|estado|situacion|fase|etapa|condicion|action|accion|result|resultado"
    r"|last|latest|ultim[oa]|next|proxim[oa]|siguiente|by|por|chang|edit|updat|modif|actualiz|cambi)\w*$"
)
_PARTICIPLE = re.compile(r"\w{2,}(?:ed|ing|ad[oa]s?|id[oa]s?)$")
_LEAST_OF_NAME, _MOST_OF_NAME, _LEAST_OF_PROSE = 2, 4, 3


def altered_besides(before: Page, old: str, now: Page, told: Collection[str]) -> str:
    """Why a row is not as it was in a column that nobody spoke of, where it says another name or another text there;
    empty where all else is as it was, or may follow from what was done. `told` are the words that may be new."""
    heads_then, heads_now = _heads(before), _heads(now)
    heads = [head for head in heads_then if head in heads_now]
    then_over, now_over = [heads_then[head] for head in heads], [heads_now[head] for head in heads]
    rows = [node for node, text in items(before) if text == old and node.role == "row"]
    was = _by_name(before, then_over, _name_of(before, then_over, rows[0])) if len(rows) == 1 else None
    name = _name_of(before, then_over, was) if was else ""
    is_ = _by_name(now, now_over, name) if name else None
    if was is None or is_ is None:
        return ""
    beside = {bare(n.said) for n in now.nodes if n.kind == "text" and not n.hidden and not _is_in_row(now, n)}
    for head in heads:
        then, since = _cell(before, was, heads_then[head]), _cell(now, is_, heads_now[head])
        is_other = bare(then) != bare(since) and bare(since) not in beside and _are_alike(then, since)
        if is_other and not _FOLLOWING.match(parts(head)[0]) and not _is_told(since, told):
            return f'Under "{head}" the entry "{name[:60]}" says "{since[:60]}" now, and not "{then[:60]}" as before.'
    return ""


def _name_of(page: Page, heads: Sequence[Node], row: Node) -> str:
    """What a row is called: what its first cell says that says anything."""
    return next((said for head in heads if (said := _cell(page, row, head))), "")


def _by_name(page: Page, heads: Sequence[Node], name: str) -> Node | None:
    """The only row that is called so."""
    listed = (node for node, _ in items(page) if node.role == "row" and not heads_row(page, node))
    rows = [node for node in listed if bare(_name_of(page, heads, node)) == bare(name)]
    return rows[0] if len(rows) == 1 else None


def _heads(page: Page) -> dict[str, Node]:
    """The heads of columns that no other column has, by what they say."""
    heads = [n for n in page.nodes if n.role == "columnheader" and not n.hidden and parts(n.said)]
    times = Counter(n.said for n in heads)
    return {n.said: n for n in heads if times[n.said] == 1}


def _cell(page: Page, row: Node, head: Node) -> str:
    cells = (n for n in page.within(row) if n.role in CELLS and not n.hidden)
    return next((page.words_of(n) for n in cells if is_under(head, n)), "")


def _is_in_row(page: Page, node: Node) -> bool:
    return any(h.role == "row" for h in page.parents(node))


def _are_alike(one: str, other: str) -> bool:
    """Whether both are names, or both texts of several words; numbers, dates and states may follow from a change."""
    if re.search(r"\d", one + other):
        return False
    return (_is_name(one) and _is_name(other)) or (_is_prose(one) and _is_prose(other))


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    if not _LEAST_OF_NAME <= len(words) <= _MOST_OF_NAME or any(_PARTICIPLE.match(bare(word)) for word in words):
        return False
    return words[0][:1].isupper() and bare(words[0]) not in STOP and words[-1][:1].isupper()


def _is_prose(text: str) -> bool:
    return len(parts(text)) >= _LEAST_OF_PROSE


def _is_told(text: str, told: Collection[str]) -> bool:
    return all(word in told for word in parts(text) if word not in STOP)

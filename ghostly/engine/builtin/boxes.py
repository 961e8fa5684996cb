"""Boxes and switches that a goal gives an answer for, as if they were fields: `Urgent: yes`, `newsletter off`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..page import Node
from .lexicon import STOP
from .part import Part
from .taking import DETERMINERS, Assignment, Field, same_words
from .words import Token, bare, parts

_YES = {"yes", "true", "on", "checked", "ticked", "enabled", "si", "marcado", "marcada", "activado", "activada"}
_NO = {
    "no", "false", "off", "unchecked", "unticked", "disabled", "desmarcado", "desmarcada", "desactivado", "desactivada",
}  # fmt: skip
_LEADS = {":", "=", "to", "is", "as", "a", "como", "es"}
_AHEAD = {"on", "off", "no"}
_NOT_SET = frozenset[int]()


@dataclass(frozen=True, slots=True)
class Answers:
    """What is ticked and unticked, and the words of the boxes that are so already."""

    found: tuple[Assignment, ...] = ()
    kept: frozenset[int] = _NOT_SET

    @property
    def uses(self) -> frozenset[int]:
        return self.kept.union(*(a.uses for a in self.found))


def answered(part: Part, nodes: Sequence[Node], used: frozenset[int]) -> Answers:
    """The boxes among the nodes whose whole label stands before an answer."""
    found: list[Assignment] = []
    kept: set[int] = set()
    boxes = [n for n in nodes if (n.type == "checkbox" or n.role == "switch") and not n.disabled and not n.hidden]
    for box in boxes:
        told = [each for at in range(len(part.words)) if (each := _answer(part.words, at, box, used | kept))]
        if len(told) != 1:
            continue
        uses, wanted = told[0]
        if box.checked is wanted or (not wanted and not box.checked):
            kept |= uses
        else:
            found.append(Assignment(Field((box,), (box.name,)), "" if wanted else "off", uses))
    return Answers(tuple(found), frozenset(kept))


def _answer(words: Sequence[Token], at: int, box: Node, used: frozenset[int]) -> tuple[frozenset[int], bool] | None:
    """The words that say a label from there on and the answer to it, and whether that is a yes."""
    label = [word for word in parts(box.label or box.name) if word not in STOP] or list(parts(box.label or box.name))
    said: list[Token] = [words[at]] if words[at].kind == "quoted" and bare(words[at].text) == bare(box.said) else []
    label = [bare(box.said)] if said else label
    for token in words[at:]:
        if len(said) == len(label) or token.kind != "word" or token.number in used:
            break
        if token.norm not in STOP or (label[len(said)] == token.norm):
            said.append(token)
        elif not said:
            return None
    if not label or not same_words([t.norm for t in said], label):
        return None
    after = words[words.index(said[-1]) + 1 :]
    lead = list(takewhile(lambda t: t.text in _LEADS or t.norm in _LEADS | DETERMINERS, after))
    answer, rest = after[len(lead) : len(lead) + 1], after[len(lead) + 1 :]
    # `Newsletter on Monday` says when, and `urgent no later than` how soon.
    ends = bool(answer) and (
        answer[0].norm not in _AHEAD or not rest or rest[0].kind == "mark" or rest[0].norm in ("and", "y")
    )
    if not ends or answer[0].kind not in ("word", "quoted") or answer[0].norm not in _YES | _NO:
        return None
    return frozenset(t.number for t in (*said, answer[0])), answer[0].norm in _YES

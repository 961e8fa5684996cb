"""Finds what a step meant when its target is gone, or clears what is in its way; abstains when it is not sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ..modelled.guard import unasked
from ..page import Node
from ..planning import Candidate, Cure, Planned, Situation
from ..ports import Target
from ..steps import Step
from .finding import closers, does, top_dialog, usable
from .lexicon import EVERY, STOP, meanings, same
from .matching import Reading, fuzzy
from .taking import is_typed
from .words import normal, parts

_SURE = 0.62
_SURE_TO_COMMIT = 0.85
_MARGIN = 0.12
_MOST_SHOWN = 5
_QUOTED = re.compile(r"""["']((?:\\.|[^"'\\])+)["']""")
_BARE = re.compile(
    r"[#.]([\w-]+)|\[([\w-]+)(?=[~|^$*]?=)|=([\w-]+)\]|text=([^\"'\]>]+)|(?<![\w-])(button|a|input|select|textarea)(?![\w-])"
)
_NO_NAME = {
    "data",
    "testid",
    "test",
    "id",
    "name",
    "role",
    "aria",
    "label",
    "placeholder",
    "text",
    "has",
    "visible",
    "nth",
    "type",
    "css",
    "cy",
    "qa",
}
_ROLE_OF_TAG = {"button": "button", "a": "link", "select": "combobox", "input": "", "textarea": "textbox"}
_BLOCKED = ("covered by", "intercepts pointer events", "is open: answer it")
_SAVES = ("save", "delete", "create", "upload")
# How many are meant tells controls apart, although the words are common: `Delete all orders` is not `Delete order`.
_HOW_MANY = EVERY | {"everything", "both", "todo", "toda", "ambos", "ambas"}


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a failed step was aimed at: its role, if it is known, its words, and those that say how many, too."""

    role: str
    words: tuple[str, ...]
    all_words: tuple[str, ...]


class BuiltinHealer:
    """A Healer."""

    def heal(self, situation: Situation, failed: Planned, error: str) -> Cure:
        reading = Reading(situation.page)
        if situation.page.dialog:
            return _answered(situation.page.dialog)
        if any(sign in error for sign in _BLOCKED) or (top_dialog(reading) and not _still_there(reading, failed)):
            cure = _cleared(reading, failed)
            if cure.step:
                return cure
        return _replaced(situation, reading, failed)


def _answered(dialog: str) -> Cure:
    """An alert can only be accepted; anything else is declined, because nobody asked for it."""
    action = "acceptDialog" if dialog.startswith("alert") else "dismissDialog"
    return Cure(Step(action), f"A native dialog is in the way ({dialog[:80]}).", then_original=True)  # type: ignore[arg-type]  # both are actions


def _still_there(reading: Reading, failed: Planned) -> bool:
    return any(node.selector == failed.step.selector for node in usable(reading))


def _cleared(reading: Reading, failed: Planned) -> Cure:
    """Close what lies over the page, without agreeing to anything."""
    top = top_dialog(reading)
    scope = usable(reading) if top else [n for n in usable(reading) if not n.covered]
    shut = closers(scope)
    agrees = [n for n in scope if top and does(n, "accept") and not n.disabled] if not shut else []
    for node in (*shut, *agrees)[:1]:
        target = Target(node.role, node.said, node.selector)
        return Cure(
            Step("click", selector=node.selector), f'"{node.said}" closes what is in the way.', (), True, target=target
        )
    return Cure(None, "Something is in the way, and nothing on it closes it.")


def _replaced(situation: Situation, reading: Reading, failed: Planned) -> Cure:
    meant = _meant(failed)
    if not meant.words:
        return Cure(None, f"{failed.step.selector!r} does not say what it looks for.")
    nodes = [node for node in usable(reading) if _can(node, failed.step)]
    ranked = sorted(
        ((_likeness(reading, node, meant), node) for node in nodes), key=lambda pair: (-pair[0], pair[1].number)
    )
    shown = tuple(Candidate(node.selector, round(score, 2)) for score, node in ranked[:_MOST_SHOWN] if score > 0)
    if not shown:
        return Cure(None, f"Nothing on the page is like {' '.join(meant.words)!r}.", shown)
    score, best = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if grave := _grave(best, failed, meant, situation.goal):
        return Cure(None, f'"{best.said}" does what nobody asked for ({grave}).', shown)
    commits = failed.commits or any(does(best, verb) for verb in _SAVES)  # type: ignore[arg-type]  # all are verbs
    if score < (_SURE_TO_COMMIT if commits else _SURE) or score - second < _MARGIN:
        return Cure(
            None, f'"{best.said}" is the most like {" ".join(meant.words)!r}, but not surely what was meant.', shown
        )
    target = Target(best.role, best.said, best.selector)
    return Cure(
        replace(failed.step, selector=best.selector),
        f'"{best.said}" is what {" ".join(meant.words)!r} was.',
        shown,
        target=target,
    )


def may_stand_in(node: Node, failed: Planned, goal: str) -> bool:
    """Whether the control may be tried on somebody's word: it does nothing that nobody asked for, and commits to
    nothing that the step itself did not."""
    meant = _meant(failed)
    if failed.step.action not in ("click", "dblclick"):
        return True
    named = Node(node.number, node.parent, node.kind, node.role, node.selector, name=" ".join(meant.all_words))
    commits = [verb for verb in _SAVES if does(node, verb) and not does(named, verb)]  # type: ignore[arg-type]  # all are verbs
    return not commits and not _grave(node, failed, meant, goal)


def _grave(node: Node, failed: Planned, meant: _Meant, goal: str) -> str:
    """The word of a control that does what neither the goal nor the step asks for; empty when there is none."""
    return unasked(node, f"{goal} {' '.join(meant.all_words)}") if failed.step.action in ("click", "dblclick") else ""


def _meant(failed: Planned) -> _Meant:
    if failed.target and failed.target.name:
        named = parts(failed.target.name)
        return _Meant(failed.target.role, _content(named), named)
    selector = failed.step.selector or ""
    quoted = " ".join(_QUOTED.findall(selector))
    loose = [next(filter(None, found)) for found in _BARE.findall(_QUOTED.sub("", selector)) if any(found)]
    tag = next((word for word in loose if word in _ROLE_OF_TAG), "")
    role = re.search(r"role=(\w+)", selector)
    words = [word for word in parts(f"{quoted} {' '.join(loose)}") if word not in _NO_NAME and word not in _ROLE_OF_TAG]
    return _Meant(role[1] if role else _ROLE_OF_TAG.get(tag, ""), _content(tuple(dict.fromkeys(words))), tuple(words))


def _content(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOP or len(words) < 2) or tuple(words)


def _can(node: Node, step: Step) -> bool:
    """Whether the step can be done to such a control at all."""
    if node.disabled:
        return False
    if step.action == "fill":
        return is_typed(node)
    if step.action == "selectOption":
        return node.tag == "select"
    if step.action in ("check", "uncheck"):
        return node.role in ("checkbox", "radio", "switch")
    if step.action == "setInputFiles":
        return node.type == "file"
    return step.action in ("click", "dblclick", "hover", "press") and not is_typed(node) and node.tag != "select"


def _likeness(reading: Reading, node: Node, meant: _Meant) -> float:
    """0 to 1: how surely the control is the one that was meant; 0 when a word tells them apart."""
    seen = _content(parts(" ".join(filter(None, (node.said or node.label or reading.near(node), node.title)))))
    inner = parts(" ".join((node.test_id, node.id, node.html_name)))
    if meant.role and node.role and meant.role != node.role and {meant.role, node.role} != {"button", "link"}:
        return 0.0
    if _HOW_MANY.intersection(parts(node.said or node.label)) != _HOW_MANY.intersection(meant.all_words):
        return 0.0
    missing = [word for word in meant.words if not _said(word, (*seen, *inner))]
    extra = [word for word in seen if not _said(word, meant.words)]
    if missing and extra and not _one_slip(missing, extra):
        return 0.0
    whole = len(meant.words) or 1
    covered = (whole - len(missing)) / whole
    spelled = fuzz.token_set_ratio(" ".join(meant.words), normal(" ".join(seen))) / 100
    role = 0.1 if meant.role == node.role else 0.0
    return min(1.0, 0.75 * covered + 0.15 * spelled + role - 0.08 * len(extra))


def _said(word: str, words: Sequence[str]) -> bool:
    return any(word == other or same(word, other) or fuzzy(word, other) for other in words)


def _one_slip(missing: Sequence[str], extra: Sequence[str]) -> bool:
    """Whether the words that differ may be the same ones in other words, not words that tell things apart."""
    return all(any(fuzz.ratio(a, b) > 80 for b in extra) for a in missing) and not any(
        meanings(a) and meanings(b) for a in missing for b in extra
    )

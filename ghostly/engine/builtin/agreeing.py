"""A box that a form insists on, such as the rules that one agrees to: nobody tells of it in a goal."""

from __future__ import annotations

from ..page import Node, Page
from ..planning import Tried
from .desk import Desk
from .finding import usable
from .lexicon import STOP, verbs
from .part import Part, content_of
from .speech import EMPTY, LEAVES
from .taking import is_typed
from .words import bare, parts, stem

_LACKING = EMPTY | LEAVES | {
    "without", "sin", "missing", "incomplete", "required", "mandatory", "falta", "faltan", "incompleto", "obligatorio",
    "obligatoria", "nothing", "nada",
}  # fmt: skip
# Why a form is sent whose answer is to be waited for.
TO_SEE_IF_COMPLETE = ", and see whether it insists on a box"


def boxes_to_agree(desk: Desk) -> list[Node]:
    """The boxes that say that somebody agrees to something, of which the goal does not tell itself."""
    if _LACKING & {t.norm for t in desk.goal.tokens} and not _is_about_field(desk):
        # What is said to be missing may be just that.
        return []
    boxes = [n for n in usable(desk.reading) if n.type == "checkbox" and not n.checked and not n.disabled]
    said = _told(desk)
    if any(map(_agrees, said)) or any(each.verb == "accept" for each in desk.goal.parts):
        return []
    agreeing = [n for n in boxes if any(_agrees(word) for word in parts(n.label or n.name))]
    return [n for n in agreeing if not _subject(n.label or n.name) <= said]


def waits_for_answer(desk: Desk, part: Part) -> bool:
    """Whether the last step has sent a form to see what it answers."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.part == part.number and last.why.endswith(TO_SEE_IF_COMPLETE) and not desk.steps


def box_insisted_on(desk: Desk, button: Node) -> Node | None:
    """The one box without which the form, sent just now by that button, was not taken: the page says so, or the box
    itself, which a browser holds to."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    boxes = boxes_to_agree(desk)
    if last is None or last.before is None or len(boxes) != 1 or last.planned.step.selector != button.selector:
        return None
    if _held(last.before) != _held(desk.situation.page):
        # What was taken leaves an empty form.
        return None
    before, subject = set(last.before.readable), _subject(boxes[0].label or boxes[0].name)
    texts = [n for n in desk.situation.page.nodes if not n.hidden and n.said and n.said not in before]
    asked = [both for n in texts if _complains(desk.situation.page, n) and (both := subject & _subject(n.said))]
    if not asked:
        # What a browser holds to it does not write on the page.
        return boxes[0] if boxes[0].required and not subject <= _told(desk) else None
    return boxes[0] if not asked[0] & _told(desk) else None


def _is_about_field(desk: Desk) -> bool:
    """Whether a check tells of a field that was filled in, and so of no box."""
    filled = {t.planned.target.name for t in desk.situation.past if t.ok and t.planned.target and _fills(t)}
    named = {stem(word) for name in filled for word in parts(name) if word not in STOP}
    checks = [t for part in desk.goal.parts if part.verb == "expect" for t in content_of(part.words)]
    return any(stem(t.norm) in named for t in checks)


def _fills(tried: Tried) -> bool:
    return tried.planned.step.action in ("fill", "selectOption")


def _held(page: Page) -> list[tuple[str, str]]:
    return [(n.selector, n.value) for n in page.controls if is_typed(n)]


def _complains(page: Page, node: Node) -> bool:
    """Whether a text says that something is not as it must be."""
    alerts = node.role == "alert" or any(h.role == "alert" for h in page.parents(node))
    return node.kind == "text" and (alerts or any(map(_agrees, parts(node.said))))


def _told(desk: Desk) -> set[str]:
    """What the goal tells of."""
    return {stem(t.norm) for t in content_of(desk.goal.tokens)}


def _agrees(word: str) -> bool:
    return "accept" in verbs().get(word, ())


def _subject(text: str) -> set[str]:
    """What is agreed to, by its words."""
    return {stem(word) for word in parts(bare(text)) if word not in STOP and not _agrees(word)}

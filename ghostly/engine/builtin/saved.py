"""What the fields of a form hold when it is loaded again, once the goal has set and saved them."""

from __future__ import annotations

from ..page import Node, Page
from ..planning import Tried
from .bulk import is_of_actions
from .dates import read_date
from .deeds import held_by, holds_value
from .evidence import item_of
from .part import Goal
from .showing import field_of
from .words import bare

# How verbs begin that keep what a form says, and do not hand it on as `send` does.
_KEEPS = ("sav", "stor", "guard", "grab")
_SETS = {"fill", "choose", "check", "uncheck", "edit"}


def saves_fields(goal: Goal) -> bool:
    """Whether the goal sets fields and then says to save them, and makes nothing new."""
    first = min((part.number for part in goal.parts if part.verb in _SETS), default=len(goal.parts))
    makes = any(part.verb in ("create", "close", "delete") for part in goal.parts)
    return not makes and any(number > first for number in saving(goal))


def saving(goal: Goal) -> list[int]:
    """The numbers of the parts that say to save."""
    saves = (part for part in goal.parts if part.verb == "save" and not part.implied and not part.tried)
    return [part.number for part in saves if any(t.norm.startswith(_KEEPS) for t in part.verb_words[:1])]


def is_blank(tried: Tried, again: Page) -> bool:
    """Whether a field that was filled in is empty when its page is loaded again."""
    now = field_of(again, tried.planned.step.selector)
    return now is not None and tried.planned.step.action == "fill" and bool(tried.planned.step.value) and not now.value


def held_otherwise(tried: Tried, again: Page) -> str:
    """What a field of the same page holds now, where that is not what a step has given it; empty where it may be just
    that in another notation, or is not to be seen."""
    page, step = tried.before, tried.planned.step
    was, now = field_of(page, step.selector), field_of(again, step.selector)
    if page is None or was is None or now is None or again.url != page.url or _is_of_entry(page, was):
        return ""
    if (now.role, now.said) != (was.role, was.said) or is_of_actions(was):
        return ""
    if step.action in ("check", "uncheck"):
        wanted = step.action == "check"
        is_so = now.checked is None or now.checked is wanted
        return "" if is_so else f'After a reload "{now.said}" is {"not " if wanted else ""}ticked.'
    if step.action not in ("fill", "selectOption"):
        return ""
    wished = bare(step.value if isinstance(step.value, str) else " ".join(step.value or ()))
    if not held_by(now) or holds_value(now, wished) or _is_alike(now, wished):
        return ""
    return f'After a reload "{now.label or now.said}" says "{now.value}", not "{step.value}".'


def _is_of_entry(page: Page, node: Node) -> bool:
    return item_of(page, node.selector) is not None


def _is_alike(node: Node, wished: str) -> bool:
    """Whether a field writes in its own way what it was given: a day, a number of a telephone, an address."""
    held, day = held_by(node), read_date(wished)
    if day is not None and any(read_date(each) == day for each in held):
        return True
    pairs = [(_letters(each), _letters(wished)) for each in held]
    # `https://ada.test/` is the `ada.test` that was typed, and 900 is no 90.
    return any(one == other or (not other.isdigit() and other in one) for one, other in pairs if other)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())

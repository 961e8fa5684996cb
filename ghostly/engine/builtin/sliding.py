"""Sliders that are set to the numbers which a goal names: `Select 45 with the slider`."""

from __future__ import annotations

import re

from ..steps import Step
from .controls import ended
from .desk import Desk, Move
from .finding import usable
from .part import Part
from .words import ORDINALS, Token, stem

_SLIDERS = {"slider", "deslizador", "control"}


def slide(desk: Desk, part: Part) -> Move | None:
    """One number for each slider in their order, or one for the slider that is named by its place; None otherwise."""
    sliders = [n for n in usable(desk.reading) if n.role == "slider" and not n.disabled]
    numbers = [number for token in part.words for number in _numbers(token)]
    if not sliders or not any(stem(t.norm) in _SLIDERS for t in part.words):
        return None
    place = next((ORDINALS[t.norm] for t in part.words if t.norm in ORDINALS), 0)
    if place and -len(sliders) <= place <= len(sliders):
        sliders = [sliders[place - 1 if place > 0 else place]]
    if len(sliders) != len(numbers):
        return None
    done = {planned.step.selector for planned in desk.done_for(part)}
    uses = part.numbers
    pairs = [(n, value) for n, value in zip(sliders, numbers, strict=True) if n.selector not in done]
    steps = [Step("fill", selector=node.selector, value=value) for node, value in pairs]
    return ended([desk.plan(part, step, node, uses, False) for step, (node, _) in zip(steps, pairs, strict=True)])


def _numbers(token: Token) -> list[str]:
    return re.findall(r"-?\d+(?:\.\d+)?", token.text) if token.is_value and token.norm not in ORDINALS else []

"""The steps of a run: what is done to a page, as submitted and as it goes over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from .wire import snake, wire

Action = Literal[
    "goto",
    "click",
    "dblclick",
    "hover",
    "check",
    "uncheck",
    "fill",
    "press",
    "selectOption",
    "selectText",
    "setInputFiles",
    "dragTo",
    "scroll",
    "waitForSelector",
    "acceptDialog",
    "dismissDialog",
    "switchTab",
    "assertText",
    "assertVisible",
    "snapshot",
]
ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in CSS pixels from the upper left corner of an element; it may lie outside of it."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step. Only the fields that its action takes are set; `y` is in CSS pixels, `timeout_ms` in milliseconds.

    `position` is where in the element the pointer acts, its middle unless given; `path` is the way of a drag that
    ends at no element, both from the corner of the element.
    """

    action: Action
    selector: str | None = None
    url: str | None = None
    value: str | tuple[str, ...] | None = None
    key: str | None = None
    files: tuple[str, ...] | None = None
    target: str | None = None
    position: Point | None = None
    path: tuple[Point, ...] | None = None
    y: int | None = None
    timeout_ms: int | None = None
    prompt_text: str | None = None
    index: int | None = None
    url_includes: str | None = None
    text: str | None = None

    def wire(self) -> dict[str, object]:
        """The step as JSON: camelCase names, absent fields left out."""
        return cast(dict[str, object], wire(self))

    @classmethod
    def from_wire(cls, data: Mapping[str, object]) -> Step:
        """The step that `wire` wrote; raises TypeError for a field that no step has."""
        values = {snake(name): _from_json(v) for name, v in data.items()}
        return cls(**values)  # type: ignore[arg-type]  # the door has validated them


def _from_json(value: object) -> object:
    if isinstance(value, list):
        return tuple(_from_json(each) for each in value)
    return Point(**value) if isinstance(value, Mapping) else value

"""How values of the engine look as JSON: camelCase names, absent fields left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache


@cache
def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def wire(value: object) -> object:
    """A dataclass becomes an object without its None fields, a tuple an array; the rest is JSON already."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((camel(f.name), getattr(value, f.name)) for f in fields(value))
        return {name: wire(v) for name, v in pairs if v is not None}
    if isinstance(value, Mapping):
        return {str(key): wire(v) for key, v in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [wire(v) for v in value]
    return value

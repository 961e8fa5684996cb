"""What goes into a form and is told before it is opened, or with that: `Test data: customer Ada, quantity 3`, `open the
new order form, customer Ada`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .part import Part
from .speech import COMMA, is_labelled
from .words import Token

_DATA = {"data", "datos", "values", "valores", "input", "inputs", "details", "detalles", "fields", "campos"}
_OF_DATA = {"test", "the", "to", "enter", "of", "for", "form", "de", "del", "la", "prueba", "entrada", "order", "used"}
_WITH = {"with", "using", "from", "con", "usando", "according"}
_FORMS = {"form", "formulario", "dialog", "dialogo"}
_LONGEST_LABEL, _LONGEST_PLACE = 4, 6


def with_data(parts: Sequence[Part]) -> list[Part]:
    """The data of a test go into what is made after them, and what is told with a form goes into that."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        data = _data_of(before) if before and part.verb == "create" else ()
        if data and not any(t.names for t in part.words[1:]):
            found[-1] = replace(part, words=(*_without_data(part.words), COMMA, *data))
        else:
            found += _filled(part)
    return [replace(part, number=number) for number, part in enumerate(found)]


def _data_of(part: Part) -> Sequence[Token]:
    """What stands behind the `Test data:` of a part; nothing where it begins otherwise."""
    label = [t.norm for t in part.words[:_LONGEST_LABEL]]
    colon = label.index(":") if ":" in label else 0
    is_data = bool(_DATA & set(label[:colon])) and set(label[:colon]) <= _DATA | _OF_DATA
    return part.words[colon + 1 :] if is_data and part.verb == "fill" and not part.verb_words else ()


def _without_data(words: Sequence[Token]) -> Sequence[Token]:
    """The words without the `with the data above` that they end with."""
    at = next((i for i, t in enumerate(words) if t.norm in _WITH and _DATA & {w.norm for w in words[i:]}), len(words))
    return words[:at]


def _filled(part: Part) -> list[Part]:
    comma = next((i for i, t in enumerate(part.words[: _LONGEST_PLACE + 1]) if t.text in (",", ":")), 0)
    rest = part.words[comma + 1 :]
    is_form = part.verb == "open" and comma > 0 and bool(_FORMS & {t.norm for t in part.words[:comma]})
    told = is_labelled(rest) or any(t.names for t in rest[1:])
    if not is_form or not told or not rest or rest[0].names:
        return [part]
    return [replace(part, words=part.words[:comma]), Part(part.number, "fill", tuple(rest))]

"""Orders with the old value first, or the new one: `replace the city Cork with Porto`, `set 75 as the fee of Ada`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .part import Part, content_of
from .speech import COMMA, DETERMINERS, says_which
from .words import Token

_REPLACES = ("replac", "substitut", "sustitu", "reemplaz")
_ENTRIES = {"entry", "record", "entrada", "registro", "ficha"}
_SETS = ("set", "put", "pon", "fij", "establec")
_TYPES = ("enter", "typ", "writ", "escrib", "introdu")
_WITH = {"with", "by", "con", "por"}
_OF, _IN = {"of", "for", "de", "del"}, {"in", "on", "for", "en", "to", "a"}


def replaced(part: Part) -> Part:
    """The same as a change to the new value, from the old one where that is told."""
    words = part.words
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in _WITH), 0)
    new = words[at + 1 :]
    is_order = part.verb == "edit" and part.verb_words[:1] != () and part.verb_words[0].norm.startswith(_REPLACES)
    plain = says_which(new) and not any(t.norm in _IN or t.kind == "mark" for t in words[at:])
    if not is_order or not at or not plain:
        return part
    return replace(part, words=(*_with_from(words[:at]), _to(words[at]), *new))


def given_as(part: Part) -> Part:
    """`Set 75 as the fee of Ada` changes her fee to that."""
    at = next((i for i, t in enumerate(part.words) if i and t.norm in ("as", "como")), 0)
    of_at = next((i for i in range(len(part.words) - 1, at + 1, -1) if part.words[i].norm in _OF - {"for"}), 0)
    new, label, entry = part.words[:at], part.words[at + 1 : of_at], part.words[of_at + 1 :]
    head = part.verb_words[0].norm if part.verb in ("fill", "edit", "open") and part.verb_words else ""
    is_set = head.startswith(_SETS)
    if head.startswith(_SETS + _TYPES) and at and not of_at and (inside := _inside_of(part.words[at:])):
        of = replace(COMMA, kind="word", text="of", norm="of")
        return replace(part, verb="edit", words=(*inside[0], of, *inside[1], _to(part.words[at]), *new))
    plain = bool(content_of(label)) and all(t.kind == "word" and t.text.islower() for t in label)
    named = bool(entry) and entry[0].names and not any(t.kind == "mark" for t in (*new, *entry))
    if not is_set or not at or not of_at or not plain or not named:
        return part
    return replace(part, verb="edit", words=(*label, part.words[of_at], *entry, _to(part.words[at]), *new))


def _to(token: Token) -> Token:
    return replace(token, text="to", norm="to")


def _inside_of(words: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """The label and the entry of `75 as the fee, in WS-7`, where that is told by its number or said to be one."""
    comma = next((i for i, t in enumerate(words) if t.text == ","), 0)
    label, place = words[1:comma], [t for t in words[comma + 1 :] if t.norm not in DETERMINERS]
    is_entry = place[1:2] != [] and place[1].norm in _ENTRIES
    entry = place[1 + is_entry :]
    plain = bool(content_of(label)) and all(t.kind == "word" and t.text.islower() for t in label)
    told = is_entry or [t.kind for t in entry] == ["code"]
    led = place[:1] != [] and place[0].norm in _IN and not any(t.kind == "mark" for t in entry)
    return (label, entry) if comma and plain and led and told and says_which(entry) else None


def _with_from(words: Sequence[Token]) -> Sequence[Token]:
    """With a `from` before the value that stands behind what is called by it; `the city of Ada` tells no value."""
    named = next((i for i, t in enumerate(words) if t.names), 0)
    label = words[:named]
    is_led = bool(content_of(label)) and all(t.kind == "word" for t in label) and label[-1].norm not in _OF
    since = replace(COMMA, kind="word", text="from", norm="from")
    return (*label, since, *words[named:]) if named and is_led else words

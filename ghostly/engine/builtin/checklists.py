"""Lists of what is to be seen, under a line that says to check it: `Then check:` and `- Status: Paid` below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .speech import CONNECTORS, ENDS, tells_of, verb_at
from .words import ORDINALS, Token

# What a line says besides, which leads to what stands below it.
_LEADS = {
    "that", "if", "the", "following", "this", "these", "here", "now", "below", "too", "also", "que", "si", "lo",
    "siguiente", "siguientes", "esto", "aqui", "tambien", "ahora",
}  # fmt: skip
_TICKS = {"check", "checks"}
_LONGEST_LABEL, _LONGEST_VALUE = 4, 4


def with_checklists(tokens: Sequence[Token]) -> list[Token]:
    """Each line below `Then check:` as a check of its own, until one that begins with an order."""
    found: list[Token] = []
    at, listed = 0, False
    while at < len(tokens):
        head = _head_from(tokens, at)
        if head is not None:
            # The line that only leads to them says nothing.
            found = [*_without_lead(found), replace(tokens[head], text=".", norm=".")]
            at, listed = head + 1, True
        begins = listed and tokens[at : at + 1] and tokens[at].kind != "mark" and found[-1].text in ENDS
        if begins and verb_at(tokens, at) and not _label_from(tokens, at):
            listed = False
        elif begins:
            line = _line_from(tokens, at)
            found += [replace(tokens[at], kind="word", text=said, norm=said) for said in ("check", "that")] + line
            at += len(line)
            continue
        found += tokens[at : at + 1]
        at += 1
    return found


def _head_from(tokens: Sequence[Token], at: int) -> int | None:
    """Where the colon stands of a `then check:` that begins here, with a line below it or a label behind it."""
    begins = not at or tokens[at - 1].kind == "mark" or tokens[at - 1].norm in CONNECTORS
    if not begins or "expect" not in _meant(tokens, at) or tokens[at].kind != "word":
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].norm in _LEADS:
        end += 1
    if end + 1 >= len(tokens) or tokens[end].text != ":":
        return None
    below = next((i for i in range(end + 1, len(tokens)) if tokens[i].text != "\n"), end)
    if tokens[end + 1].text != "\n" or below == end:
        line = _line_from(tokens, end + 1)
        # `Check: first ORD-7` ticks nothing.
        told = tokens[at].norm in _TICKS and (tells_of_place(line) or any(map(tells_of, line)))
        return end if _label_from(tokens, end + 1) or (told and not verb_at(line, 0)) else None
    line = _line_from(tokens, below)
    # `Check:` may stand over boxes that are to be ticked.
    tells = bool(_label_from(tokens, below)) or any(tells_of(t) for t in line)
    return end if tells or tokens[at].norm not in _TICKS else None


def tells_of_place(line: Sequence[Token]) -> bool:
    """Whether a line begins with the place of an entry: `first ORD-7`, `last row: …`."""
    place, after = (*line[:2], *line[:1])[:2] if line else (None, None)
    return place is not None and place.norm in ORDINALS and bool(after and (after.names or len(line) > 2))


def _meant(tokens: Sequence[Token], at: int) -> Sequence[str]:
    found = verb_at(tokens, at)
    # `Check` alone may tick a box, where no list of what is so stands below it.
    return ("expect",) if tokens[at].norm in _TICKS else found[:1] if found else ()


def _label_from(tokens: Sequence[Token], at: int) -> int:
    """Where the colon stands behind a label that begins here, or 0."""
    run = tokens[at : at + _LONGEST_LABEL + 1]
    colon = next((i for i, t in enumerate(run) if t.text in (":", "=")), 0)
    is_label = colon and all(t.kind in ("word", "quoted") for t in run[:colon])
    return at + colon if is_label and at + colon + 1 < len(tokens) and tokens[at + colon + 1].text not in ENDS else 0


def _line_from(tokens: Sequence[Token], at: int) -> list[Token]:
    """The rest of a line; a value that looks like an order, as `Active` does, is a name there."""
    end = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))
    line, colon = list(tokens[at:end]), _label_from(tokens, at)
    value = line[colon + 1 - at :] if colon else []
    if not value or len(value) > _LONGEST_VALUE or not any(verb_at(value, i) for i in range(len(value))):
        return line
    said = " ".join(t.text for t in value)
    norm = " ".join(t.norm for t in value)
    return [*line[: colon + 1 - at], replace(value[0], kind="quoted", text=said, norm=norm, end=value[-1].end)]


def _without_lead(found: list[Token]) -> list[Token]:
    """Without the `and then` before the words that lead to a list."""
    while found and (found[-1].norm in CONNECTORS or found[-1].text == ","):
        found = found[:-1]
    return found

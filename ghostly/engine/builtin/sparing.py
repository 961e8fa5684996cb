"""What a goal says to be careful with: `ojo, no el de Ada`, `don't touch the orders of Ada`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import STOP, Verb
from .part import Part
from .speech import COMMA, ENDS, NOT, joins
from .words import Token

_WARNS = {
    "ojo", "cuidado", "atencion", "importante", "recuerda", "careful", "attention", "beware", "caution", "mind",
    "important", "remember", "note", "nb",
}  # fmt: skip
_WITH_THEM = {"be", "out", "you", "well", "con", "eso", "mucho"}
_LONGEST_WARNING = 3
# Orders to let something be: the word that denies, and what is not to be done.
_LETS_BE = (
    (
        {"don't", "dont", "never", "not", "without"},
        {
            "touch", "touching", "change", "changing", "modify", "modifying", "alter", "altering", "edit", "editing",
            "affect", "affecting",
        },
    ),
    (
        {"no", "sin", "nunca"},
        {
            "toques", "toque", "tocar", "cambies", "cambie", "cambiar", "modifiques", "modifique", "modificar",
            "alteres", "alterar", "edites", "edite", "editar", "afectar",
        },
    ),
)  # fmt: skip
_REST = {
    "other", "others", "rest", "else", "otros", "otras", "otro", "otra", "demas", "resto",
}  # fmt: skip
_ACTS: frozenset[Verb] = frozenset(
    {"edit", "delete", "say", "check", "uncheck", "choose", "fill", "drag", "click", "double"}
)


def without_warnings(tokens: Sequence[Token]) -> list[Token]:
    """Without the `ojo,` of `(ojo, no el de Ada)`: what follows says what is not meant."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark"
        end = next((i for i in range(at, min(len(tokens), at + _LONGEST_WARNING)) if tokens[i].kind == "mark"), at)
        said = {t.norm for t in tokens[at:end]}
        denies = end + 1 < len(tokens) and tokens[end + 1].norm in NOT and tokens[end].text in ",:!-–—"
        warns = begins and denies and bool(said & _WARNS) and said <= _WARNS | _WITH_THEM
        if not warns:
            kept.append(tokens[at])
        elif kept and kept[-1].text == ";":
            kept[-1] = replace(kept[-1], text=",", norm=",")
        at = end + 1 if warns else at + 1
    return kept


def without_spared(tokens: Sequence[Token]) -> tuple[list[Token], list[Sequence[Token]]]:
    """The goal without its `don't touch the orders of Ada`, and the words of what is not to be touched."""
    kept: list[Token] = []
    spared: list[Sequence[Token]] = []
    at = 0
    while at < len(tokens):
        begin = _object_at(tokens, at)
        end = next((i for i in range(begin, len(tokens)) if _ends(tokens, i)), len(tokens)) if begin else at
        thing = tokens[begin:end]
        names = [t for t in thing if t.names and t.norm not in STOP]
        if begin and (names or _REST & {t.norm for t in thing}):
            while kept and (kept[-1].text in ",(" or joins(kept[-1])):
                kept.pop()
            spared += [thing] if names else []
            at = end + (end < len(tokens) and tokens[end].text in "),")
            continue
        kept.append(tokens[at])
        at += 1
    return kept, spared


def _object_at(tokens: Sequence[Token], at: int) -> int:
    """Where what is not to be touched begins behind an order to let it be; 0 where there is none."""
    if tokens[at].norm == "do" and tokens[at + 1 : at + 2] and tokens[at + 1].norm == "not":
        at += 1
    elif tokens[at].norm == "not":
        return 0
    touched = tokens[at + 1].norm if at + 2 < len(tokens) else ""
    return at + 2 if any(tokens[at].norm in denies and touched in acts for denies, acts in _LETS_BE) else 0


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a thing end here; `Ada and Bo` goes on."""
    if tokens[at].kind == "mark":
        return tokens[at].text in {",", ")", ":"} | ENDS
    return joins(tokens[at]) and not (at + 1 < len(tokens) and tokens[at + 1].names)


def sparing(parts: Sequence[Part], spared: Sequence[Sequence[Token]]) -> list[Part]:
    """The parts, that one leaving out what is not to be touched which acts before it is said, or else after."""
    found = list(parts)
    for words in spared:
        acting = [i for i, part in enumerate(found) if part.verb in _ACTS]
        before = [i for i in acting if all(t.number < words[0].number for t in found[i].verb_words)]
        if acting:
            at = before[-1] if before else acting[0]
            left = found[at].excluded
            found[at] = replace(found[at], excluded=(*left, COMMA, *words) if left else tuple(words))
    return found

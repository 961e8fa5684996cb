"""Amounts that a goal writes in several words, as the numbers that they are: `two hundred`, `una docena`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..secrecy import places_of_secrets
from .words import NUMBER_WORDS, Token

_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
    "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600,
    "seiscientas": 600, "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800,
    "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_THOUSAND, _DOZENS = {"thousand", "mil"}, {"dozen", "docena", "docenas"}
_A = {"a", "one", "una", "un"}
_SHARES = (("percent",), ("per", "cent"), ("por", "ciento"))
_HUNDRED, _LEAST_TEN, _DOZEN = 100, 20, 12


def with_amounts(tokens: Sequence[Token], text: str) -> list[Token]:
    found: list[Token] = []
    secrets, at = places_of_secrets(text), 0
    while at < len(tokens):
        is_secret = any(start <= tokens[at].start < end for start, end in secrets)
        said, end = ("", at) if is_secret else _said_at(tokens, at)
        if said:
            found.append(replace(tokens[at], kind="number", text=said, norm=said, end=tokens[end - 1].end))
        else:
            found.append(tokens[at])
        at = end if said else at + 1
    return found


def _said_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The number that begins here, and where it ends; empty where that is one word, which is read where it is used."""
    value, end = _dozens(tokens, at)
    value, end = (value, end) if value else _amount(tokens, at)
    figure = tokens[at].text if tokens[at].kind == "number" else ""
    told, end = (str(value), end) if value else (figure.rstrip("%").strip(), at + 1)
    share = next((len(each) for each in _SHARES if _norms(tokens[end : end + len(each)]) == each), 0)
    if told and share:
        return f"{told} %", end + share
    alone = end == at + 1 and tokens[at].norm in NUMBER_WORDS
    return (str(value), end) if value and not alone else ("", end)


def _norms(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words, written as such and not as names."""
    return tuple(t.norm if t.kind == "word" and t.text.islower() else "" for t in tokens)


def _dozens(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """`A dozen`, `two dozen`, `half a dozen`, `una docena de`; 0 where none begins here."""
    first, second, third = (*_norms(tokens[at : at + 3]), "", "", "")[:3]
    if (first, second) in (("half", "a"), ("media", "docena")) and (third == "dozen" or first == "media"):
        count, end = _DOZEN // 2, at + 2 + (first == "half")
    elif second in _DOZENS and (first in _A or first in NUMBER_WORDS):
        count, end = _DOZEN * (1 if first in _A else NUMBER_WORDS[first]), at + 2
    else:
        return 0, at
    return count, end + (_norms(tokens[end : end + 1]) in (("of",), ("de",)))


def _amount(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """`Two thousand and fifty`, `treinta y cinco`; 0 where no number begins here."""
    below, end = _below_thousand(tokens, at)
    word = _norms(tokens[end : end + 1])
    if word and word[0] in _THOUSAND and (below or word == ("mil",)):
        rest, until = _below_thousand(tokens, _after_and(tokens, end + 1))
        return max(below, 1) * 1000 + rest, until if rest else end + 1
    return below, end


def _below_thousand(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The number below a thousand that begins here, and where it ends; 0 where none does."""
    first, second = (*_norms(tokens[at : at + 2]), "", "")[:2]
    count = 1 if first in _A else NUMBER_WORDS.get(first, 0)
    if second == "hundred" and 0 < count < _LEAST_TEN:
        hundreds, end = count * _HUNDRED, at + 2
    else:
        hundreds = _HUNDREDS.get(first, 0)
        end = at + bool(hundreds)
    rest, until = _below_hundred(tokens, _after_and(tokens, end) if second == "hundred" else end)
    return hundreds + rest, until if rest else end


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    first, second, third = (*_norms(tokens[at : at + 3]), "", "", "")[:3]
    value = NUMBER_WORDS.get(first, 0)
    is_ten = value >= _LEAST_TEN and not value % 10
    if is_ten and 0 < NUMBER_WORDS.get(second, 0) < 10:
        return value + NUMBER_WORDS[second], at + 2
    if is_ten and second == "y" and 0 < NUMBER_WORDS.get(third, 0) < 10:
        return value + NUMBER_WORDS[third], at + 3
    return value, at + bool(value)


def _after_and(tokens: Sequence[Token], at: int) -> int:
    """Behind the `and` of `two hundred and fifty`, where a number follows."""
    said = _norms(tokens[at : at + 2])
    return at + 1 if said[:1] == ("and",) and len(said) > 1 and said[1] in NUMBER_WORDS else at

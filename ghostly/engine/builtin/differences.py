"""By how much a number on a page has changed, as a check tells it: `it drops by €20`, `el saldo baja en 20 €`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..page import Page
from .part import Part
from .questions import as_amount, links, says
from .speech import finite_at
from .words import Token, bare, count_of

_LESS = re.compile(
    r"(?:drop|fall|fell|decreas|declin|lower|reduc|shrink|sink|down|baj|disminu|decrec|desciend|descend)"
)
_MORE = re.compile(r"(?:ris|rose|grow|grew|increas|climb|go(?:es)?$|up$|rais|sub|aument|crec|increment)")
_BY = {"by", "en"}
_SIDES, _GOES = {"up", "down"}, re.compile(r"(?:go|goes|going|gone|went|come|comes|came|gone)$")
_TURNS = re.compile(
    r"(?:drops?|dropped|falls?|fell|fallen|decreases?|decreased|rises?|rose|risen|increases?|increased|baja|bajar|bajado"
    r"|baje|sube|subir|subido|suba|aument(?:a|ar|ado|e)|disminu(?:ye|ir|ido|ya))$"
)
_FINITE = re.compile(r"(?:drops|falls|decreases|rises|increases|baj[ae]|sub[ae]|aument[ae]|disminuy[ae])$")
_APPEARS, _THAT = {("come", "up"), ("comes", "up"), ("came", "up"), ("coming", "up")}, {"that", "que"}
_AFTERWARDS = {"then", "now", "afterwards", "again", "too", "also", "entonces", "ahora", "despues", "tambien"}
_FIGURE = re.compile(r"\d[\d.,]*")
_CLOSE = 0.005


@dataclass(frozen=True, slots=True)
class Told:
    """Where a check says that something changes, by how much, and which way: 1 is up."""

    at: int
    amount: float
    way: int

    def fits(self, difference: float) -> bool:
        return abs(difference - self.way * self.amount) < _CLOSE


def changed_by(part: Part) -> Told | None:
    """What a check says of the difference; None where it says none."""
    for at, (by, number) in enumerate(pairwise(part.words)):
        count = count_of(number)
        figure = _FIGURE.search(number.text) if number.kind == "number" else None
        if by.norm not in _BY or (figure is None and count is None):
            continue
        verb = next((i for i in range(at - 1, max(at - 4, -1), -1) if _way(part.words[i])), None)
        if verb is not None:
            down = any(_way(t) < 0 for t in part.words[verb:at])
            amount = _number(figure[0]) if figure else float(count or 0)
            return Told(verb, amount, -1 if down else 1)
    return None


def changed_way(part: Part) -> Told | None:
    """Which way a check says that something changes, where it does not say by how much: `the total should go down`."""
    words = [t for t in part.words if t.kind != "mark" and t.norm not in _AFTERWARDS]
    if len(words) < 2 or any(t.kind == "number" for t in words) or not words[-1].text.islower():
        return None
    before, last = words[-2:]
    # `ORD-7 should come up` says that it appears.
    goes = last.norm in _SIDES and bool(_GOES.match(before.norm)) and (before.norm, last.norm) not in _APPEARS
    if not goes and (not _TURNS.match(last.norm) or _is_said_to_be(words)):
        return None
    return Told(part.words.index(before if goes else last), 0, _way(last) or 1)


def _is_said_to_be(words: Sequence[Token]) -> bool:
    """Whether the last word is no verb, as another says what is: `aparece con prioridad baja`, `cough drops`."""
    clause = words[max((i + 1 for i, t in enumerate(words) if t.norm in _THAT), default=0) : -1]
    is_led = bool(clause) and clause[-1].norm == "de"
    return is_led or bool(
        _FINITE.match(words[-1].norm) and any(links(t) or finite_at((t,)) is not None for t in clause)
    )


def _way(token: Token) -> int:
    if token.kind != "word" or not token.text.islower():
        return 0
    return -1 if _LESS.match(token.norm) else 1 if _MORE.match(token.norm) else 0


def differences(before: Page, now: Page, about: Sequence[Token]) -> list[float]:
    """By how much each number has changed that both pages tell by the words that a check names, and by others alike."""
    was, is_ = dict(_labelled(before)), dict(_labelled(now))
    labels = [label for label in was if label in is_ and about and all(says(label, t) for t in about)]
    return list(dict.fromkeys(round(is_[label] - was[label], 2) for label in labels))


def differences_in(was: str, now: str) -> list[float]:
    """By how much the only number has changed that an entry says otherwise than before."""
    pairs = list(zip(_FIGURE.findall(was), _FIGURE.findall(now), strict=False))
    changed = [round(_number(new) - _number(old), 2) for old, new in pairs if old != new]
    return changed if len(changed) == 1 and len(_FIGURE.findall(was)) == len(_FIGURE.findall(now)) else []


def _number(text: str) -> float:
    return float(as_amount(text)[1])


def _labelled(page: Page) -> Iterator[tuple[str, float]]:
    """The numbers of a page, each by the words of its text or by what stands before it."""
    for text, after in pairwise((*page.readable, "")):
        for said, figure in ((text, text), (text, after)):
            found = _FIGURE.findall(figure)
            if len(found) == 1 and (said is figure or not (_FIGURE.search(said) or re.search(r"[^\W\d]", figure))):
                yield bare(_FIGURE.sub("", said)), _number(found[0])

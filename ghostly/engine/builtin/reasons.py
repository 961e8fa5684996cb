"""Why a page refuses something, as a check says it and as the page does: it is taken, barred, or filled in wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..page import Page
from .evidence import MARKED
from .lexicon import STOP, content, same
from .part import Goal, Part, content_of
from .speech import NOTICES
from .words import Token, normal

_DOUBLE, _BARRED, _FILLED = "double", "barred", "filled"
_REASONS = {
    _DOUBLE: re.compile(
        r"\b(?:exist|already|ya\b|taken|in use|en uso|duplic|repe(?:at|tid)|registered|unique|unic[oa]\b)"
    ),
    _BARRED: re.compile(r"\b(?:lock|block|suspend|expir|disabl|deactivat|bloque|caduc|desactiv)"),
    _FILLED: re.compile(
        r"\b(?:required|mandatory|missing|empty|blank|enter\b|fill|choose|select|(?:in)?valid|wrong|incorrect|match"
        r"|at (?:least|most)|(?:more|less|greater|fewer) than|too (?!many)|maxim|minim|between|obligatori|falta|vaci"
        r"|rellen|introdu|escrib|elig|elij|selecc|coincid|menor|mayor|demasiad)"
    ),
}  # fmt: skip
_SINCE = {"about", "because", "as", "since", "that", "sobre", "porque", "que"}
_SAYING = {"saying", "says", "say", "telling", "diciendo", "dice", "diga"}
_ASKS = re.compile(
    r"(?:asks?|asking|demands?|requires?|insists?|pide|pida|piden|pedir|exig[ei]r?n?|exija|reclam[ae]r?n?|solicit[ae]r?n?)$"
)
# What a form may ask for, little as the word says elsewhere.
_ASKED = {"name", "nombre", "title", "titulo", "text", "texto", "value", "valor"}
_TELLS, _WHOM = {"tells", "reminds", "tell", "remind"}, {"me", "us", "you", "them", "him", "her"}
# The end of a sentence that says why, which a check is read without, and the beginning of one.
_WHY = re.compile(r"\s*,?\s*(?:because|since|as|porque|ya que|pues)\b([^.;\n]*)", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:^|[.;!?\n])\s*(?:because|since|as|porque|como|ya que|dado que|pues)\b([^.;!?\n]*),\s*$", re.IGNORECASE
)


def is_for_another(part: Part, goal: Goal, complaints: Sequence[str]) -> bool:
    """Whether a check says why something is refused, and the page tells a reason of another kind."""
    asked, told = _kinds(_reason_in(part, goal)), _kinds(*(said for said in complaints if MARKED not in said))
    return bool(asked and told) and not asked & told


def _reason_in(part: Part, goal: Goal) -> str:
    since = max((i for i, t in enumerate(part.words) if t.norm in _SINCE), default=None)
    if any(t.kind == "quoted" for t in part.words):
        return ""
    if since is not None:
        return " ".join(t.text for t in part.words[since + 1 :])
    said = (*part.verb_words, *part.words)
    why = _WHY.match(goal.text, max((t.end for t in said), default=0))
    why = why or _GIVEN.search(goal.text[: min((t.start for t in said if t.number >= 0), default=0)])
    return why[1] if why else ""


def reason_at(words: Sequence[Token]) -> int:
    """Where begins what a refusal is to tell, as in `refused with a hint that …`; the end where it tells nothing."""
    told = (i + 1 for i, t in enumerate(words) if i and t.norm in _SINCE | _SAYING and words[i - 1].kind == "word")
    return min(told, default=len(words))


def asked_for(part: Part) -> Sequence[Token]:
    """What a form is to ask for, as in `the form asks for the customer` and `pide que se elija el cliente`."""
    asks = (i for i, t in enumerate(part.words) if i and t.kind == "word" and (_ASKS.match(t.norm) or _bids(part, i)))
    at = next(asks, None)
    if at is None or part.verb != "expect" or part.negated:
        return ()
    asked = content_of(part.words[at + 1 :])
    return [t for t in part.words[at + 1 :] if t in asked or t.norm in _ASKED]


def _bids(part: Part, at: int) -> bool:
    """`The form tells me to enter a number`"""
    after = [t.norm for t in part.words[at + 1 : at + 3]]
    return part.words[at].norm in _TELLS and "to" in after[: 1 + (after[:1] != [] and after[0] in _WHOM)]


def field_in(part: Part, page: Page, goal: Goal) -> Sequence[Token]:
    """The words of a check, or of the reason that it gives, by which just one of the fields on the page is called."""
    said = (*part.words, *_tokens_of_reason(part, goal))
    labels = {content(n.label or n.name) for n in page.controls if n.type != "hidden" and n.role != "button"}
    # The `message` of `with a message that …` is no field.
    about = {a.number for a, b in pairwise(said) if a.norm in NOTICES and b.norm in _SINCE | _SAYING | {"de"}}
    words = [t for t in said if t.kind == "word" and t.norm not in STOP and t.number not in about]
    return [t for t in words if sum(any(same(t.norm, word) for word in label) for label in labels) == 1]


def _tokens_of_reason(part: Part, goal: Goal) -> Sequence[Token]:
    """The words of the goal that say why, where a check is read without them."""
    reason = _reason_in(part, goal)
    at = goal.text.find(reason) if reason else -1
    inside = [t for t in goal.tokens if at >= 0 and at <= t.start < at + len(reason)]
    return [t for t in inside if t.number not in part.numbers]


def _kinds(*texts: str) -> set[str]:
    return {kind for text in texts for kind, said in _REASONS.items() if said.search(normal(text))}

"""Whose value a check tells of: `the total of that order` is its total, where an order was changed last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import STOP, Verb
from .part import Part
from .speech import ASIDES, COMMA, DETERMINERS, ITS, OTHERS, finite_at, says_which
from .words import Token

_CHANGES: frozenset[Verb] = frozenset({"create", "edit", "delete"})
_OF, _OF_THE = {"of", "de"}, {"del"}
_THAT = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha", "the", "la"}
_THEY = {"they", "it", "he", "she"}
_LONGEST = 3
_NARROWS: frozenset[Verb] = frozenset({"search", "filter", "choose", "fill"})
_LOOKS: frozenset[Verb] = frozenset({
    "login", "open", "search", "filter", "sort", "choose", "fill", "clear", "expect", "wait", "scroll", "next",
})  # fmt: skip


def with_whose(parts: Sequence[Part]) -> list[Part]:
    """The parts with `its total` for `the total of that order`, where an order was changed last before the check."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        part = _owned(part, parts[:at]) if part.verb == "expect" else part
        found.append(_of_told(_of_found(part, found), found) if part.verb == "expect" else part)
    return found


def _of_told(part: Part, before: Sequence[Part]) -> Part:
    """The part with the name that `they` stands for, where nothing was done and the check before has it: `Ada's email
    is a@b.test and they are in Leeds`."""
    last = before[-1] if before else None
    if last is None or last.verb != "expect" or any(each.verb not in _LOOKS for each in before):
        return part
    at = sum(t.norm in ("that", "que") for t in part.words[:1])
    names = [t for t in last.words[: finite_at(last.words) or 0] if t.names and t.norm not in STOP]
    is_meant = part.words[at : at + 1] and part.words[at].norm in _THEY
    # A sentence begins with a capital.
    named = names and (names[0] is not last.words[0] or last.verb_words or names[0].is_value or len(names) > 1)
    told = is_meant and named
    return replace(part, words=(*part.words[:at], *names, *part.words[at + 1 :])) if told else part


def _of_found(part: Part, before: Sequence[Part]) -> Part:
    """The part with what was found and looked at before, where nothing was changed: `only ORD-7 is listed, and its
    status is Paid`, `the others are not shown`."""
    narrowed = max((i for i, each in enumerate(before) if each.verb in _NARROWS), default=None)
    if narrowed is None or any(each.verb not in _LOOKS for each in before):
        return part
    told = [t for each in before[narrowed + 1 :] if not each.negated for t in each.words if t.kind == "code"]
    codes = list({t.norm: t for t in told}.values())
    first, words = part.words[:1], part.words
    if len(codes) == 1 and first and first[0].norm in ITS and not any(t.kind == "code" for t in words):
        until = finite_at(words) or next((i for i, t in enumerate(words) if t.norm in ("es", "son")), 0)
        of = replace(first[0], text="of", norm="of")
        the = replace(first[0], text="the", norm="the")
        return replace(part, words=(the, *words[1:until], of, codes[0], *words[until:])) if until > 1 else part
    others = (
        part.negated and OTHERS & {t.norm for t in words} and not says_which([t for t in words[1:] if t.norm != "i"])
    )
    if others and codes:
        only, listed = (replace(words[0], text=w, norm=w) for w in ("only", "listed"))
        named = [each for code in codes for each in (code, COMMA)][:-1]
        return replace(part, words=(only, *named, listed), verb_words=(), negated=False)
    return part


def _owned(part: Part, before: Sequence[Part]) -> Part:
    words = part.words
    of = next((i for i, t in enumerate(words[: _LONGEST + 1]) if t.norm in _OF | _OF_THE), 0)
    kind = of + 1 + (bool(of) and words[of].norm in _OF)
    changed = next((each for each in reversed(before) if each.verb in _CHANGES), None)
    if of < 2 or words[0].norm not in DETERMINERS or kind + 1 >= len(words) or changed is None:
        return part
    that = words[of].norm in _OF_THE or words[of + 1].norm in _THAT
    plain = all(t.kind == "word" and t.text.islower() for t in words[1 : kind + 1])
    # `The total of the orders` sums up several, and `the order total` of a line that was added is no line's.
    is_its = any(t.norm == words[kind].norm for t in _thing_of(changed))
    if not that or not plain or not is_its or finite_at(words[kind + 1 :]) != 0:
        return part
    said = "its" if words[of].norm == "of" else "su"
    its = replace(words[0], text=said, norm=said)
    return replace(part, words=(its, *words[1:of], *words[kind + 1 :]))


def _thing_of(changed: Part) -> list[Token]:
    """The words for what is changed or made, where it is one that is named or new."""
    led = list(takewhile(lambda t: t.norm not in ASIDES | {"of", "de", "to", "a"} and t.kind != "mark", changed.words))
    # What is made begins with its article.
    led = led or list(changed.words[1:2])
    return led if changed.verb != "delete" and (changed.verb == "create" or says_which(led)) else []

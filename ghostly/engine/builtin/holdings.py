"""What a goal tells first of whose several things are: `Ada has two orders, one of wool and one of silk. Delete the one
of wool` means the order of Ada of wool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .speech import BOTH, COMMA, ENDS, joins, tells_of
from .words import NUMBER_WORDS, Token

_HAS = {"has", "have", "tiene", "tienen"}
_SEVERAL = {"several", "various", "varios", "varias", "multiple"}
_LEADS = {
    "given", "and", "dado", "dada", "y", "que", "that", "the", "el", "la", "customer", "cliente", "clienta", "but",
}  # fmt: skip
_OF, _DE = {"of", "for", "from", "with"}, {"de", "del", "con", "para"}
_ONE_DE = {"de", "del", "con"}
_LONGEST_LEAD, _LONGEST_OWNER = 4, 5


def with_holdings(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal with the thing and its owner for each `the one`, and without the sentence that tells of them."""
    for at, token in enumerate(tokens):
        if token.norm in _HAS and token.kind == "word" and (told := _told_at(tokens, at)):
            begin, end, owner, thing, kind = told
            rest = _with_things(tokens[end:], owner, thing, kind)
            if len(rest) > len(tokens) - end:
                return (*tokens[:begin], *rest)
    return tokens


def _told_at(tokens: Sequence[Token], has: int) -> tuple[int, int, Sequence[Token], Token, Sequence[Token]] | None:
    """Where a sentence begins and ends that says who has several of what, and which names of a kind belong to that."""
    begin = next((i + 1 for i in range(has - 1, -1, -1) if tokens[i].text in ENDS), 0)
    end = next((i + 1 for i in range(has, len(tokens)) if tokens[i].text in ENDS), len(tokens))
    led = list(takewhile(lambda t: t.norm in _LEADS, tokens[begin:has]))
    owner = tokens[begin + len(led) : has]
    count, thing = (*tokens[has + 1 : has + 3], COMMA, COMMA)[:2]
    several = count.norm in NUMBER_WORDS.keys() | _SEVERAL | BOTH or (count.kind == "number" and count.text.isdigit())
    is_thing = several and count.norm not in ("one", "1", "un", "una") and thing.kind == "word" and thing.text.islower()
    named = 0 < len(owner) <= _LONGEST_OWNER and len(led) <= _LONGEST_LEAD and owner[0].names and owner[-1].names
    if not named or not is_thing or not thing.norm.endswith("s") or end == len(tokens):
        return None
    after = list(takewhile(lambda t: t.kind != "mark", tokens[has + 3 : end]))
    told = bool(after) and after[0].norm in _OF | _DE
    kind = after if told and after[1:2] and after[1].names and not any(t.kind == "number" for t in after) else []
    rest = tokens[has + 3 + len(after) : end]
    # `Ada has two orders and wants one of them back` says more than which there are.
    plain = (not after or told) and not any(map(tells_of, rest))
    return (begin, end, owner, thing, kind) if plain else None


def _with_things(tokens: Sequence[Token], owner: Sequence[Token], thing: Token, kind: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    at = 0
    spanish = thing.norm if thing.norm != _one_of(thing.norm) else ""
    one = replace(thing, text=_one_of(thing.text), norm=_one_of(thing.norm))
    while at < len(tokens):
        the, said = (*tokens[at : at + 2], COMMA, COMMA)[:2]
        english = the.norm == "the" and said.norm == "one"
        span = the.norm in ("el", "la") and the.kind == "word" and said.norm in _ONE_DE and bool(spanish)
        if not english and not span:
            found.append(the)
            at += 1
            continue
        whose = () if {t.norm for t in owner} <= {t.norm for t in _clause_around(tokens, at)} else owner
        of = replace(said, text="de" if span else "of", norm="de" if span else "of")
        found += [the, one, *((of, *whose) if whose else ()), *_kind_of(kind, tokens[at:])]
        at += 1 if span else 2
    return found


def _clause_around(tokens: Sequence[Token], at: int) -> list[Token]:
    def goes_on(token: Token) -> bool:
        return token.text not in ENDS | {","} and not joins(token)

    return [*takewhile(goes_on, reversed(tokens[:at])), *takewhile(goes_on, tokens[at:])]


def _kind_of(kind: Sequence[Token], after: Sequence[Token]) -> Sequence[Token]:
    """The kind of all of them, unless it is said again of the one."""
    said = {t.norm for t in takewhile(lambda t: t.text not in ENDS, after)}
    return () if any(t.norm in said for t in kind if t.names) else kind


def _one_of(plural: str) -> str:
    """`order` of `orders`, `reunión` of `reuniones`, `company` of `companies`."""
    if plural.endswith("ies") and len(plural) > len("ties"):
        return plural[:-3] + "y"
    if plural.endswith(("ones", "ores", "ales", "ades", "enes", "xes", "ches", "shes", "sses")):
        return plural[:-2]
    return plural[:-1]

"""Clauses of a check that say by `does`, `isn't` or a number alone what the clause before has said in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from .speech import (
    COMMA,
    GONE,
    HAS_TO,
    IS,
    LONGEST_LABEL,
    MODAL,
    NOT,
    OF_THEM,
    TELL,
    denies,
    finite_at,
    is_sum_at,
    joins,
    says_which,
    tells_of,
    without_ends,
)
from .words import Token, count_of, stem

_PAIR = 2
_OF = {"from", "of", "for", "by", "de", "del", "para"}
_WHILE = {"while", "whereas", "mientras", "aunque", "though", "but", "pero"}
_ARE = {"es", "son"}
_ANY_MORE = {"any", "more", "anymore", "ya", "mas"}
_BARE = re.compile(r"(?:(?:do|does|is|are|has|have|did|was|were)(?: not|n't)?|si|no|tambien no|tampoco)")


def goes_on_alike(clause: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether what follows tells of more of the same, or of another thing in the same way."""
    after = list(takewhile(lambda t: not joins(t) and t.text != ",", rest))
    counted = bool(clause) and count_of(clause[0]) is not None
    if _goes_on_being(clause, rest) or _are_both_being(clause, rest):
        return True
    if _tells_of_none(clause) and any(t.is_value for t in after):
        # `No rows, total of 0 orders`
        return True
    if _is_pair(clause[-_PAIR:]) and _is_pair(after):
        return True
    several = counted and (_counts_more(clause, after) or (_is_so_many(clause) and _is_so_many(after)))
    return _is_of_them(rest) or several or bool(_alike_from(clause, rest))


def lacks_predicate(clause: Sequence[Token]) -> bool:
    """Whether a clause has a thing of its own, and leaves out what is said of it, or tells only what all come to."""
    denied = bool(clause) and (clause[-1].norm in NOT or clause[-1].norm.endswith("n't"))
    if (denied and len(clause) <= LONGEST_LABEL + 1 and says_which(clause)) or _is_bare(clause):
        # `while Old does not`
        return True
    counts = len(clause) > _PAIR and count_of(clause[0]) is not None and clause[1].norm in IS
    return counts or is_sum_at(clause) or _adds_up(clause)


def told_alike(clauses: list[list[Token]]) -> list[list[Token]]:
    """With what the clause before says where one only says `does`, `isn't` or `two are Open`: `A is not Paid, but B
    is`."""
    found: list[list[Token]] = []
    for clause in clauses:
        before = found[-1] if found else []
        at = finite_at(before)
        if at and _is_bare(clause):
            found.append([*_subject_of(clause), *_turned(before[at:], clause)])
        elif before and (verb_from := _alike_from(before, clause)):
            at = at or next(i for i, t in enumerate(before) if i and t.norm in IS | _ARE)
            found.append([*clause[:verb_from], before[at], *clause[verb_from:]])
        elif before and _is_of_them(clause) and finite_at(clause) is None:
            verb = "estan" if clause[1].norm == "de" else "are"
            found.append([*clause[:3], replace(clause[2], text=verb, norm=verb), *clause[3:]])
        elif _counts_more(before, clause):
            found.append(_with_noun(before, at or len(before), clause))
        elif before and (verb_until := _goes_on_being(before, clause)):
            found.append([*before[:verb_until], *clause])
        else:
            found.append(clause)
    return found


def _goes_on_being(clause: Sequence[Token], rest: Sequence[Token]) -> int:
    """Where a clause has said that a thing has to be something, and what follows says what else it has to be: the `be
    first` and `show as pinned` of `it should be first and show as pinned`, `debe estar Enviado y costar 5 €`; or 0."""
    at = next((i for i, t in enumerate(clause) if i and t.norm in MODAL), 0)
    has_to = next((i for i, (a, b) in enumerate(pairwise(clause)) if i and (a.norm, b.norm) in HAS_TO), 0)
    until = at + 1 if at else has_to + _PAIR if has_to else 0
    first = rest[0] if rest else COMMA
    spanish = _BEING.fullmatch(first.norm) is not None and until < len(clause) and clause[until].norm.endswith("r")
    goes_on = first.kind == "word" and first.text.islower() and (spanish or first.norm in _BARE_VERBS)
    # `It should vanish and stay away` says one thing.
    goes_on = goes_on and until < len(clause) and not denies(clause)
    return until if until and goes_on and len(rest) > 1 and not any(map(tells_of, rest[1:3])) else 0


def _are_both_being(clause: Sequence[Token], rest: Sequence[Token]) -> bool:
    """The `ser de Ada` and `costar 5 €` behind `debe estar Enviado`."""
    firsts = [words[0].norm for words in (clause, rest) if words]
    alike = all(map(_BEING.fullmatch, firsts)) or all(norm in _BARE_VERBS for norm in firsts)
    return len(firsts) == _PAIR and alike


def _tells_of_none(clause: Sequence[Token]) -> bool:
    """`No rows`"""
    words = without_ends(clause)
    return len(words) == _PAIR and words[0].norm == "no" and words[1].kind == "word" and words[1].text.islower()


def _is_pair(clause: Sequence[Token]) -> bool:
    """`ORD-7 Paid`"""
    return len(clause) == _PAIR and clause[0].kind == "code" and clause[1].kind == "word" and clause[1].names


def _adds_up(clause: Sequence[Token]) -> bool:
    """`… y sumar 90 €`, `and add up to €90`, of what was told of before."""
    up = [t.norm for t in clause[1:3]] == ["up", "to"]
    adds = bool(clause) and not clause[0].norm.endswith("ing") and (up or clause[0].norm.startswith("suma"))
    return adds and [t.kind for t in clause[1 + 2 * up :]] == ["number"]


def _is_of_them(clause: Sequence[Token]) -> bool:
    """`…, two of them pinned`, `…, uno de ellos fijado`: how many of those that were just told of are so."""
    return len(clause) > _PAIR + 1 and count_of(clause[0]) is not None and (
        clause[1].norm in _OF and clause[2].norm in OF_THEM
    )  # fmt: skip


_ONE_MORE = {"another", "other", "otro", "otra"}
_BEING = re.compile(r"(?:ser|estar|tener|costar|valer|pertenecer|figurar|aparecer|salir|quedar|llevar|mostrar|decir)")
_BARE_VERBS = {"be", "show", "say", "read", "have", "stay", "remain", "appear", "cost", "belong", "stand", "list"}


def _is_bare(clause: Sequence[Token]) -> bool:
    """`B does`, `B isn't`, `B sí`, `B does not`"""
    said = without_ends(clause)
    subject = _subject_of(said)
    short = len(said) <= LONGEST_LABEL + 1 and len(subject) < len(said)
    return short and says_which(subject) and not any(tells_of(t) for t in subject)


def _subject_of(clause: Sequence[Token]) -> Sequence[Token]:
    said = list(dropwhile(lambda t: t.norm in _WHILE, without_ends(clause)))
    end = next((n for n in (2, 1) if _BARE.fullmatch(" ".join(t.norm for t in said[-n:]))), 0)
    # `Si` asks, and `sí` says yes.
    asks = end == 1 and said[-1].norm == "si" and said[-1].text.casefold() == "si"
    return said[: len(said) - end] if not asks else said


def _turned(predicate: Sequence[Token], clause: Sequence[Token]) -> Sequence[Token]:
    """What is said of one thing, as it is said of another: denied if that is denied, and else not."""
    is_denied = any(t.norm in NOT or t.norm.endswith("n't") for t in without_ends(clause)[-2:])
    plain = [replace(t, text=t.text[:-3], norm=t.norm[:-3]) if t.norm.endswith("n't") else t for t in predicate]
    plain = [t for t in plain if t.norm not in NOT | _ANY_MORE]
    if GONE.match(plain[0].norm) if plain else True:
        return predicate if not is_denied else [replace(t, text="listed", norm="listed") for t in plain[:1]]
    denial = [replace(plain[0], text="not", norm="not")] if is_denied else []
    return [plain[0], *denial, *plain[1:]] if plain[0].norm in IS | MODAL else [*denial, *plain]


def _counts_more(before: Sequence[Token], clause: Sequence[Token]) -> bool:
    """Whether so many more of the same are told of: the `two are Open` of `one order is Paid and two are Open`."""
    at = finite_at(before) or len(before)
    counted = bool(before) and count_of(before[0]) is not None
    kind = counted and all(t.kind == "word" and t.text.islower() for t in before[1:at])
    return kind and _is_so_many(clause)


def _is_so_many(clause: Sequence[Token]) -> bool:
    """`Two are Open`, `two Open`, `otro Cancelado`"""
    first, then = (*clause[:2], COMMA, COMMA)[:2]
    is_state = then.kind == "word" and then.text[:1].isupper() and len(without_ends(clause)) == _PAIR
    counts = count_of(first) is not None or first.norm in _ONE_MORE
    return counts and (then.norm in IS | MODAL | TELL or is_state)


def _with_noun(before: Sequence[Token], at: int, clause: Sequence[Token]) -> list[Token]:
    """`Two orders are Open`, of which only `two are Open` or `two Open` is said."""
    many = clause[0] if count_of(clause[0]) is not None else replace(clause[0], text="one", norm="one")
    kind = list(before[1:at])
    if kind:
        one = stem(kind[-1].norm)
        named = one if count_of(many) == 1 else f"{one}s" if one == kind[-1].norm else kind[-1].norm
        kind[-1] = replace(kind[-1], text=named, norm=named)
    verb = before[at] if at < len(before) else replace(many, text="are", norm="are")
    return [many, *kind, *([verb] if clause[1].text[:1].isupper() else []), *clause[1:]]


def _alike_from(clause: Sequence[Token], after: Sequence[Token]) -> int:
    """Where begins what is said of another thing in just the way of the one before, without its verb: the `from Bath`
    of `Ada is from Leeds and Bo from Bath`; 0 where nothing is."""
    at = finite_at(clause) or next((i for i, t in enumerate(clause) if i and t.norm in IS | _ARE), 0)
    led = clause[at + 1 : at + 2]
    until = next((i for i, t in enumerate(after) if joins(t) or t.text in (",", ";")), len(after))
    name = list(takewhile(lambda t: t.names, after[:until]))
    rest = after[len(name) : until]
    alike = at and name and led and not led[0].names and rest[:1] != () and rest and rest[0].norm == led[0].norm
    told = alike and len(rest) > 1 and all(t.names for t in rest[1:]) and all(t.names for t in clause[:at])
    return len(name) if told else 0

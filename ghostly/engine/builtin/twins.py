"""What is to stay beside the entry that an order is about, told without its name: `Delete the paid order of Ada. Keep
the open one`, `el enviado se queda`, `el otro no`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from .holdings import COMPARED
from .lexicon import STOP, Verb
from .speech import ENDS, LEAVES, NOT, joins, tells_of, verb_at
from .words import Token

_DOES: frozenset[Verb] = frozenset({"delete", "edit", "check", "drag"})
_BUT = {"but", "pero", "and", "y", "while", "mientras", "que", "eso", "si"}
_THE, _EL = {"the"}, {"el", "la"}
_OF = {"of", "from", "for", "by", "de", "del", "para"}
_OTHER = {"other", "otro", "otra"}
_KEEPS = LEAVES | {
    "keep",
    "keeping",
    "conserva",
    "conservar",
    "conservando",
    "manten",
    "mantener",
    "respeta",
    "preserve",
}
_ORDERED = {
    "first",
    "last",
    "new",
    "old",
    "next",
    "previous",
    "second",
    "third",
    "same",
    "only",
    "right",
    "wrong",
    "correct",
}
# What says that a thing stays, as its whole predicate.
_STAYS = re.compile(
    r"(?:(?:must|should|has to|have to|is to|needs to|can|may)? ?(?:just )?(?:stays?|remains?|be kept|survives?)"
    r"(?: (?:there|put|where it is|in the list|listed|alone))?"
    r"|(?:must|should|is) not (?:to )?(?:disappear|vanish|go|go away|be deleted|be removed|be gone)"
    r"|(?:mustn't|shouldn't) (?:disappear|vanish|go|be deleted|be removed)"
    r"|(?:que )?(?:se )?(?:queda|quede|sigue|siga|permanece|permanezca)(?: (?:ahi|en la lista|donde esta))?"
    r"|(?:debe|tiene que|ha de) (?:quedar|quedarse|seguir|permanecer|continuar)(?: (?:ahi|en la lista|donde esta))?"
    r"|(?:que )?no (?:desaparezca|se borre|se elimine|se vaya|se pierda)"
    r"|no (?:debe|puede|tiene que|ha de) (?:desaparecer|borrarse|eliminarse|irse|perderse)"
    r"|not|no)$"
)
_IN_LIST = {True: ("debe", "seguir", "en", "la", "lista"), False: ("must", "stay", "in", "the", "list")}
_AS_IT_WAS = {True: ("debe", "quedar", "como", "estaba"), False: ("must", "not", "change")}
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class _Order:
    """An order that is done to one entry: what that is called, whose it is, and whether it is done away with."""

    noun: Token
    owner: Sequence[Token]
    deletes: bool
    is_spanish: bool


def with_twins(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with a plain check for what is to stay beside the entry of an order."""
    found: list[Token] = []
    order: _Order | None = None
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS | {",", ":", "("} or joins(tokens[at - 1])
        order = _order_at(tokens, at) or order
        end, told = _kept_at(tokens, at, order) if begins and order else (at, [])
        if told:
            while found and (found[-1].text in (",", "(") or joins(found[-1])):
                found.pop()
            apart = not found or found[-1].text in ENDS | {":"}
            found += told if apart else [replace(tokens[at - 1], kind="mark", text=";", norm=";"), *told]
            at = end + (end < len(tokens) and tokens[end].text == ")")
            continue
        found.append(tokens[at])
        at += 1
    return _without_but(found)


def _without_but(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`Delete the paid one, but not the open one` leaves that out."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        denied, the = (*tokens[at + 1 : at + 3], token, token)[:2]
        if token.norm in ("but", "pero") and denied.norm in ("not", "no") and the.norm in _THE | _EL:
            if found and found[-1].text != ",":
                found.append(replace(token, kind="mark", text=",", norm=","))
            continue
        found.append(token)
    return tuple(found)


def _order_at(tokens: Sequence[Token], at: int) -> _Order | None:
    """The order that begins here and is done to one entry, with what that is called."""
    verb = verb_at(tokens, at)
    if verb is None or verb[0] not in _DOES:
        return None
    begin = at + len(verb[1])
    told = list(takewhile(lambda t: t.text not in ENDS | {","} and not joins(t), tokens[begin:]))
    # `Change the date of the order of Ada` is done to the order.
    starts = [i for i, t in enumerate(told) if t.norm in _THE | _EL | {"del"}] or [0]
    for start in reversed(starts):
        if order := _object_of(told[start:], verb[0] == "delete"):
            return order
    return None


def _object_of(told: Sequence[Token], deletes: bool) -> _Order | None:
    of = next((i for i, t in enumerate(told) if t.norm in _OF and i + 1 < len(told) and told[i + 1].names), len(told))
    is_spanish = bool(told) and told[0].norm in _EL | {"del"}
    led = list(takewhile(lambda t: t.norm not in _OF or t is told[0], told))
    plain = [t for t in led[1:] if t.kind == "word" and t.text.islower() and t.norm not in STOP]
    named = [t for t in led if t.names and t.kind == "word"]
    if not plain or any(t.norm in COMPARED for t in plain):
        return None
    noun = plain[0] if is_spanish else plain[-1]
    run = list(
        takewhile(lambda t: (t.names and t.kind != "number") or t.norm in ("de", "of", "and", "y", "&"), told[of + 1 :])
    )
    while run and not run[-1].names:
        run.pop()
    has_names = any(t.kind != "number" for t in run)
    owner = [told[of], *run] if run and has_names else []
    if not owner and named and told[0].names and not is_spanish:
        # `Ada's open order`
        of_it = replace(noun, text="of", norm="of")
        owner = [of_it, *takewhile(lambda t: t.names, told)]
    return _Order(noun, owner, deletes, is_spanish) if owner else None


def _kept_at(tokens: Sequence[Token], at: int, order: _Order) -> tuple[int, list[Token]]:
    """Where a clause ends that begins here and says that another is to stay, and that as a plain check; nothing where
    it says more or something else."""
    begin = at + len(list(takewhile(lambda t: t.norm in _BUT, tokens[at:])))
    keeps = begin < len(tokens) and tokens[begin].norm in _KEEPS
    begin += keeps
    end = next(
        (i for i in range(begin, len(tokens)) if tokens[i].text in ENDS | {",", ")"} or joins(tokens[i])), len(tokens)
    )
    if end - begin > _LONGEST:
        return at, []
    clause = list(tokens[begin:end])
    thing = _reference_in(clause, order.is_spanish)
    rest = clause[len(thing) :]
    if thing and any(t.norm in _OTHER for t in thing) and not rest:
        # `The other one, the open one, stays`
        again = (
            _kept_at(tokens, end + 1, order) if end < len(tokens) and tokens[end].text == "," and not keeps else None
        )
        if again and again[1]:
            return again
    said = " ".join(t.norm for t in rest)
    if not rest and thing and not keeps and end < len(tokens) and tokens[end].text == ",":
        # `El enviado, que no desaparezca`
        until = next((i for i in range(end + 1, len(tokens)) if tokens[i].text in ENDS | {","}), len(tokens))
        said = " ".join(t.norm for t in tokens[end + 1 : until])
        end = until if _STAYS.match(said) else end
    stays = (keeps and not rest) or bool(said and _STAYS.match(said))
    if not thing:
        return at, []
    whole = _whole(thing, order)
    if not stays:
        # `The one for 20 is still Paid` is about another one, whatever else it says.
        told = bool(rest) and tells_of(rest[0]) and not {t.norm for t in thing} & (_OTHER | _ORDERED)
        return (end, [*whole, *rest]) if told and begin == at else (at, [])
    words = (_IN_LIST if order.deletes else _AS_IT_WAS)[order.is_spanish]
    return end, [*whole, *(replace(thing[0], text=word, norm=word, kind="word") for word in words)]


def _reference_in(clause: Sequence[Token], is_spanish: bool) -> Sequence[Token]:
    """The words at the head of a clause that mean another without its noun: `the one for 20`, `el enviado`."""
    if not clause or clause[0].norm not in (_EL if is_spanish else _THE):
        return ()
    stop = next((i for i, t in enumerate(clause) if i and _begins_predicate(clause, i)), len(clause))
    led = clause[:stop]
    if not is_spanish:
        one = next((i for i, t in enumerate(led) if t.norm in ("one", "other")), 0)
        return led if one and all(t.kind == "word" and t.norm not in _OF for t in led[1:one]) else ()
    if len(led) > 1 and led[1].norm in ("de", "del"):
        return led
    other = len(led) > 1 and led[1].norm in _OTHER and (len(led) == 2 or led[2].norm == "que")
    is_so = len(led) == 2 and led[1].kind == "word" and led[1].norm.endswith(("ado", "ada", "ido", "ida", "to", "ta"))
    return led if other or is_so else ()


def _begins_predicate(clause: Sequence[Token], at: int) -> bool:
    said = " ".join(t.norm for t in clause[at:])
    return bool(_STAYS.match(said)) or (
        tells_of(clause[at]) and clause[at - 1].norm != "que" and clause[at].norm not in NOT
    )


def _whole(thing: Sequence[Token], order: _Order) -> list[Token]:
    """The thing with its noun, and with whose it is unless it says that itself."""
    names = any(t.names and t.kind == "word" for t in thing)
    owner = () if names else order.owner
    if order.is_spanish:
        behind = list(dropwhile(lambda t: t.norm in _OTHER | _EL, thing[1:]))
        behind = behind if not behind or behind[0].norm != "que" else []
        other = [t for t in thing[1:2] if t.norm in _OTHER]
        return [thing[0], *other, order.noun, *(behind if _is_state(behind) else ()), *owner,
                *(() if _is_state(behind) else behind)]  # fmt: skip
    one = next((i for i, t in enumerate(thing) if t.norm == "one"), len(thing))
    return [*thing[:one], order.noun, *owner, *thing[one + 1 :]]


def _is_state(words: Sequence[Token]) -> bool:
    return len(words) == 1

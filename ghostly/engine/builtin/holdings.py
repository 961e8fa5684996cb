"""What a goal tells first of its several things: `Ada has two orders, one of wool and one of silk. Delete the one of
wool` means the order of Ada of wool, and `the other one` that of silk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from .having import DE, EL, OF, OTHER, THE, WHICH, Told, of_kind, told_at
from .lexicon import STOP
from .part import content_of
from .speech import COMMA, ENDS, NOT, STILL, joins, tells_of
from .words import NUMBER_WORDS, Token

_ONE_DE = {"de", "del", "con", "que"}
# What leads to how one of them is, told by a clause: `the one that is still open`, `el que sigue abierto`.
_IS_SO = {
    "that", "which", "is", "that's", "was", "que", "esta", "es", "yet", "ya", "todavia", "aun", "already", "marked",
    "as", "como", "figura", "sale", *STILL,
}  # fmt: skip
# How one is told from the others by what all of them have.
COMPARED = {
    "newer", "newest", "older", "oldest", "later", "earlier", "larger", "largest", "smaller", "smallest", "bigger",
    "biggest", "mas", "reciente", "antiguo", "antigua", "nuevo", "nueva", "viejo", "vieja", "grande", "pequeno",
    "pequena",
}  # fmt: skip
_LONGEST_NAME, _TWO = 6, 2


@dataclass(frozen=True, slots=True)
class _Reference:
    """The words that mean one of several: `the open one`, `el de 25`, up to a place behind them. `denied` says that
    it is the one which is not so: `the unpaid one`, `el no pagado`."""

    end: int
    led: Sequence[Token]
    after: Sequence[Token]
    denied: bool = False

    @property
    def said(self) -> set[str]:
        return {t.norm for t in content_of((*self.led, *self.after))}

    @property
    def is_other(self) -> bool:
        return any(t.norm in OTHER for t in self.led)


def with_holdings(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal with the thing and its owner for each `the one`, and without the sentence that tells of them."""
    for at in range(len(tokens)):
        if told := told_at(tokens, at):
            rest = _with_things(tokens[told.end :], told)
            if rest != list(tokens[told.end :]):
                return (*tokens[: told.begin], *rest)
    return tokens


def _with_things(tokens: Sequence[Token], told: Told) -> list[Token]:
    found: list[Token] = []
    at, meant = 0, -1
    while at < len(tokens):
        reference = _reference_at(tokens, at, told)
        which = _which_of(reference, told.each, meant) if reference else -1
        if reference is None or ((reference.is_other or reference.denied) and which < 0):
            found.append(tokens[at])
            at += 1
            continue
        meant = meant if reference.is_other else which
        found += _thing_of(tokens, at, reference, told, which)
        at = reference.end
    return found


def _reference_at(tokens: Sequence[Token], at: int, told: Told) -> _Reference | None:
    """The words here that mean one of what was told of, and what is said of it behind them."""
    the, said = (*tokens[at : at + 2], COMMA, COMMA)[:2]
    if the.kind != "word" or the.norm not in (EL if told.is_spanish else THE):
        return None
    if by_clause := _told_by_clause(tokens, at, told):
        return by_clause
    if not told.is_spanish:
        led = list(takewhile(lambda t: t.kind in ("word", "number") and t.norm not in OF | {"one"}, tokens[at + 1 :]))
        end = at + len(led) + 1
        is_one = end < len(tokens) and tokens[end].norm == "one" and len(led) < _LONGEST_NAME
        plain = not any(joins(t) or tells_of(t) or t.norm in WHICH | STOP - OTHER - NUMBER_WORDS.keys() for t in led)
        return _Reference(end + 1, led, _behind(tokens[end + 1 :])) if is_one and (plain or not led) else None
    if said.norm in _ONE_DE:
        return _Reference(at + 1, (), _behind(tokens[at + 1 :]))
    more = list(takewhile(lambda t: t.norm in COMPARED, tokens[at + 1 :]))
    firsts = {each[0].norm for each in told.each if each and each[0].kind == "word" and each[0].text.islower()}
    led = more if len(more) == _TWO else [said] if said.norm in firsts - OF - DE or said.norm in OTHER else []
    after = (*tokens[at + 1 + len(led) :], COMMA)[0]
    goes_on = bool(led) and said.norm in OTHER and after.kind == "word" and after.norm == told.one.norm
    return _Reference(at + 1 + len(led), led, _behind(tokens[at + 1 + len(led) :])) if led and not goes_on else None


def _told_by_clause(tokens: Sequence[Token], at: int, told: Told) -> _Reference | None:
    """`The one that is still open`, `the unpaid one`, `el que sigue abierto`, `el no pagado`."""
    known = {t.norm for each in told.each for t in each[:1] if t.kind == "word" and t.text.islower()}
    if not told.is_spanish and len(tokens) > at + _TWO and tokens[at + 2].norm == "one":
        said = tokens[at + 1].norm
        plain = next((word for word in known if said in (f"un{word}", f"in{word}", f"non-{word}")), "")
        return _Reference(at + 3, [replace(tokens[at + 1], norm=plain)], (), True) if plain else None
    begin = at + 1 + (not told.is_spanish and tokens[at + 1 : at + 2] != () and tokens[at + 1].norm == "one")
    led = list(takewhile(lambda t: t.norm in _IS_SO | NOT, tokens[begin:]))
    end = begin + len(led)
    state = tokens[end] if led and end < len(tokens) else COMMA
    one = told.is_spanish or begin > at + 1
    # `El que sigue abierto` says how it is, whether or not it was told so before.
    told_so = state.norm in known or (not told.each and state.text.islower() and state.norm not in STOP | DE | OF)
    if not one or not told_so or state.kind != "word":
        return None
    denied = bool(NOT & {t.norm for t in led})
    return _Reference(end + 1, [state], (), denied) if not denied or told.each else None


def _behind(tokens: Sequence[Token]) -> Sequence[Token]:
    """What is said right behind `the one` of which is meant: `with 30 pieces`."""
    if not tokens or tokens[0].norm not in OF | DE | _ONE_DE:
        return ()
    stops = {"to", "a", "al", "as", "como"}
    return list(takewhile(lambda t: t.kind != "mark" and not joins(t) and t.norm not in stops, tokens))


def _which_of(reference: _Reference, each: Sequence[Sequence[Token]], meant: int) -> int:
    """Which of those that were told apart is meant, by its place; -1 where none is told so, or several are."""
    if reference.is_other:
        return 1 - meant if meant >= 0 and len(each) == _TWO else -1
    said = [reference.said <= {t.norm for t in words} for words in each]
    fits = [i for i, so in enumerate(said) if reference.said and so is not reference.denied]
    return fits[0] if len(fits) == 1 else -1


def _thing_of(tokens: Sequence[Token], at: int, reference: _Reference, told: Told, which: int) -> list[Token]:
    """The noun with all that is known of the one that is meant."""
    clause = {t.norm for t in _clause_around(tokens, at)}
    owner = () if {t.norm for t in told.owner} <= clause else of_kind(told.owner, told.is_spanish)
    known = [t for t in told.each[which] if t.norm not in reference.said] if which >= 0 else []
    names = any(t.names for t in known)
    # What an entry says of itself tells more than how it compares.
    kept = () if reference.is_other or reference.denied else reference.led
    led = [t for t in kept if not (names and t.norm in COMPARED)]
    known = [t for t in known if t.norm not in COMPARED]
    while known and known[-1].norm in OF | DE:
        known.pop()
    kind = _kind_of(told.kind, (*reference.led, *known, *tokens[reference.end :]))
    if told.is_spanish:
        return [tokens[at], told.one, *led, *owner, *kind, *known]
    state = known[:1] if len(known) == 1 and known[0].kind == "word" and known[0].text.islower() else []
    return [tokens[at], *led, *state, told.one, *owner, *kind, *known[len(state) :]]


def _clause_around(tokens: Sequence[Token], at: int) -> list[Token]:
    def goes_on(token: Token) -> bool:
        return token.text not in ENDS | {","} and not joins(token)

    return [*takewhile(goes_on, reversed(tokens[:at])), *takewhile(goes_on, tokens[at:])]


def _kind_of(kind: Sequence[Token], after: Sequence[Token]) -> Sequence[Token]:
    """The kind of all of them, unless it is said again of the one."""
    said = {t.norm for t in takewhile(lambda t: t.text not in ENDS, after)}
    return () if any(t.norm in said for t in content_of(kind)) else kind

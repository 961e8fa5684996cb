"""What a goal tells first of its several things: `Ada has two orders, one of wool and one of silk. Delete the one of
wool` means the order of Ada of wool, and `the other one` that of silk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from .lexicon import STOP
from .part import content_of
from .speech import BOTH, COMMA, ENDS, STILL, THEY_WISH, joins, tells_of, verb_at
from .words import NUMBER_WORDS, Token

_HAS = {"has", "have", "tiene", "tienen"}
_SEVERAL = {"several", "various", "varios", "varias", "multiple"}
_LEADS = {
    "given", "and", "dado", "dada", "y", "que", "that", "the", "el", "la", "customer", "cliente", "clienta", "but",
    "so", "note", "well", "ojo", "mira", "pues",
}  # fmt: skip
_OF, _DE = {"of", "for", "from", "with"}, {"de", "del", "con", "para"}
_ONE_DE = {"de", "del", "con", "que"}
_THE, _EL = {"the"}, {"el", "la", "al", "del"}
_WHICH = {"that", "which", "que", "from", "in", "on", "en"}
_BE = {"is", "was", "are", "es", "esta", "son"}
_OTHER = {"other", "otro", "otra", "another", "second", "segundo", "segunda"}
# What each of several begins with where they are told apart.
_EACH = {"one", "uno", "una", "un", "a", "an", *_THE, *_EL, *_OTHER}
_ALIKE = {"similar", "identical", "different", "separate", "same", "almost", "iguales", "parecidos", "parecidas"}
# How one is told from the others by what all of them have.
_COMPARED = {
    "newer", "newest", "older", "oldest", "later", "earlier", "larger", "largest", "smaller", "smallest", "bigger",
    "biggest", "mas", "reciente", "antiguo", "antigua", "nuevo", "nueva", "viejo", "vieja", "grande", "pequeno",
    "pequena",
}  # fmt: skip
_LOS, _A = {"los", "las"}, {"a", "an", "one", "un", "una"}
# What says that each of several has one.
_APIECE = {"each", "apiece", "both", "cada", "ambos", "ambas"}
_LONGEST_LEAD, _LONGEST_OWNER, _LONGEST_NAME, _TWO = 4, 5, 6, 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells of several things: where it stands, whose they are, what one of them is called, what they
    all are, and what each is told from the others by."""

    begin: int
    end: int
    owner: Sequence[Token]
    one: Token
    kind: Sequence[Token]
    each: Sequence[Sequence[Token]]
    is_spanish: bool


@dataclass(frozen=True, slots=True)
class _Reference:
    """The words that mean one of several: `the open one`, `el de 25`, up to a place behind them."""

    end: int
    led: Sequence[Token]
    after: Sequence[Token]

    @property
    def said(self) -> set[str]:
        return {t.norm for t in content_of((*self.led, *self.after))}

    @property
    def is_other(self) -> bool:
        return any(t.norm in _OTHER for t in self.led)


def with_holdings(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal with the thing and its owner for each `the one`, and without the sentence that tells of them."""
    for at in range(len(tokens)):
        if told := _told_at(tokens, at):
            rest = _with_things(tokens[told.end :], told)
            if rest != list(tokens[told.end :]):
                return (*tokens[: told.begin], *rest)
    return tokens


def _told_at(tokens: Sequence[Token], at: int) -> _Told | None:
    """The sentence that says here who has several of what, or that there are several, or has them looked for."""
    there = tokens[at].norm == "hay" or [t.norm for t in tokens[at : at + 2]] == ["there", "are"]
    sought = _sought_at(tokens, at)
    if not (there or sought or tokens[at].norm in _HAS or tokens[at].text == ":"):
        return None
    begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0)
    end = next((i + 1 for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))
    led = list(takewhile(lambda t: t.norm in _LEADS, tokens[begin:at]))
    owner = tokens[begin + len(led) : at]
    if len(led) > _LONGEST_LEAD or end == len(tokens):
        return None
    is_spanish = tokens[at].norm in ("hay", "tiene", "tienen") or tokens[at + sought].norm in _LOS or (
        tokens[at].text == ":" and not any(t.norm in _THE for t in tokens)
    )  # fmt: skip
    words = tokens[at + 1 + (sought or (there and not is_spanish)) : end - 1]
    if owners := _one_each(owner, words):
        return _held_by_each(begin, end, owners, words, is_spanish)
    alone = there or sought > 0
    named = 0 < len(owner) <= _LONGEST_OWNER and owner[0].names and owner[-1].names
    noun = _noun_of(words, is_spanish) if (not owner if alone else named) else 0
    each = _told_apart(words[noun + 1 :]) if noun else None
    if not noun or each is None or (alone and len(each) < _TWO):
        return None
    before = [t for t in words[1:noun] if t.norm not in _ALIKE]
    kind = (*_of_kind(before, is_spanish), *_said_of_all(words[noun + 1 :]))
    return _Told(begin, end, () if alone else owner, _singular(words[noun]), kind, each, is_spanish)


def _sought_at(tokens: Sequence[Token], at: int) -> int:
    """How many words from here lead to the number of things that are looked for: `find the two orders`; 0 if none."""
    begins = not at or tokens[at - 1].text in ENDS or tokens[at - 1].norm in _LEADS
    verb, said = (verb_at(tokens, at) if begins else None) or ("", ())
    the, count = (*tokens[at + len(said) :][:2], COMMA, COMMA)[:2]
    several = the.norm in _THE | _LOS and count.norm in BOTH | {"2"}
    return len(said) if verb == "search" and several else 0


def _one_each(owner: Sequence[Token], words: Sequence[Token]) -> list[list[Token]]:
    """Each of those who have one thing of a kind apiece: `Ada and Bo each have an order`; none if not said so."""
    runs: list[list[Token]] = [[]]
    for token in owner:
        if joins(token) or token.text == ",":
            runs.append([])
        elif token.norm not in _APIECE:
            runs[-1].append(token)
    said = {t.norm for t in (*owner[-1:], *words[:2], *words[-2:])}
    named = len(runs) >= _TWO and all(run and run[0].names and run[-1].names for run in runs)
    return runs if named and said & _APIECE and not any(tells_of(t) for t in words) else []


def _held_by_each(
    begin: int, end: int, owners: Sequence[Sequence[Token]], words: Sequence[Token], is_spanish: bool
) -> _Told | None:
    """`Ada y Bo tienen cada una un pedido de lana`, whose things are told apart by who has them."""
    said = [t for i, t in enumerate(words) if t.norm not in _APIECE and (i < 1 or words[i - 1].norm != "cada")]
    if len(said) < _TWO or said[0].norm not in _A or not said[1].text.islower():
        return None
    noun = next((i for i, t in enumerate(said) if t.norm in _OF | _DE), len(said)) - 1
    kind = (*_of_kind(said[1:noun], is_spanish), *_said_of_all(said[noun + 1 :]))
    plain = noun == 1 or (0 < noun < _LONGEST_NAME and not is_spanish)
    return _Told(begin, end, (), said[noun], kind, owners, is_spanish) if plain else None


def _singular(noun: Token) -> Token:
    return replace(noun, text=_one_of(noun.text), norm=_one_of(noun.norm))


def _noun_of(words: Sequence[Token], is_spanish: bool) -> int:
    """Where the noun stands that a number of things are called by: the `orders` of `two denim orders`; 0 if nowhere."""
    count = words[0] if words else COMMA
    several = count.norm in NUMBER_WORDS.keys() | _SEVERAL | BOTH or (count.kind == "number" and count.text.isdigit())
    if not several or count.norm in ("one", "1", "un", "una"):
        return 0
    run = list(takewhile(lambda t: t.kind == "word" and t.norm not in _OF | _DE | _WHICH and not joins(t), words[1:]))
    plural = [i for i, t in enumerate(run, 1) if t.text.islower() and t.norm.endswith("s") and t.norm not in _ALIKE]
    if is_spanish:
        return 1 if plural[:1] == [1] else 0
    return plural[-1] if plural and plural[-1] == len(run) <= _LONGEST_NAME else 0


def _of_kind(words: Sequence[Token], is_spanish: bool) -> Sequence[Token]:
    of = "de" if is_spanish else "of"
    return (replace(COMMA, kind="word", text=of, norm=of), *words) if words else ()


def _said_of_all(words: Sequence[Token]) -> Sequence[Token]:
    """The `of Linen` of `two orders of Linen`, `two orders of 12 Linen`."""
    after = list(takewhile(lambda t: t.kind != "mark" and t.norm not in _WHICH, words))
    named = [t for t in after[1:] if t.kind != "number"]
    told = bool(after) and after[0].norm in _OF | _DE
    return (after[0], *named) if told and named and named[0].names else ()


def _told_apart(words: Sequence[Token]) -> list[Sequence[Token]] | None:
    """What each of several things is told from the others by; None where a sentence says more than which there are:
    `Ada has two orders and wants one of them back`."""
    runs: list[list[Token]] = [[]]
    for token in words:
        # `The open one (Ada)` tells whose that is.
        if joins(token) or token.text in (",", ":", "/", ";") or (token.text == "(" and not runs[1:]):
            runs.append([])
        elif token.text not in ("(", ")"):
            runs[-1].append(token)
    each: list[Sequence[Token]] = []
    for at, run in enumerate(runs):
        if not run:
            continue
        begins = run[0].norm in _EACH or run[0].kind == "number"
        alike = not at or run[0].norm in BOTH or run[0].norm in ("that", "which", "que")
        telling = [t for t in run if (tells_of(t) or t.norm in THEY_WISH) and t.norm not in _BE | STILL | {"same"}]
        if telling and not (alike and {t.norm for t in run} & _WHICH):
            return None
        if at and begins and run[0].norm not in BOTH:
            led = list(takewhile(lambda t: t.norm in _EACH | _BE | STILL | {"is"}, run))
            each.append([t for t in run[len(led) :] if t.norm not in ("one", "ones")])
    return each


def _with_things(tokens: Sequence[Token], told: _Told) -> list[Token]:
    found: list[Token] = []
    at, meant = 0, -1
    while at < len(tokens):
        reference = _reference_at(tokens, at, told)
        which = _which_of(reference, told.each, meant) if reference else -1
        if reference is None or (reference.is_other and which < 0):
            found.append(tokens[at])
            at += 1
            continue
        meant = meant if reference.is_other else which
        found += _thing_of(tokens, at, reference, told, which)
        at = reference.end
    return found


def _reference_at(tokens: Sequence[Token], at: int, told: _Told) -> _Reference | None:
    """The words here that mean one of what was told of, and what is said of it behind them."""
    the, said = (*tokens[at : at + 2], COMMA, COMMA)[:2]
    if the.kind != "word" or the.norm not in (_EL if told.is_spanish else _THE):
        return None
    if not told.is_spanish:
        led = list(takewhile(lambda t: t.kind in ("word", "number") and t.norm not in _OF | {"one"}, tokens[at + 1 :]))
        end = at + len(led) + 1
        is_one = end < len(tokens) and tokens[end].norm == "one" and len(led) < _LONGEST_NAME
        plain = not any(joins(t) or tells_of(t) or t.norm in _WHICH | STOP - _OTHER - NUMBER_WORDS.keys() for t in led)
        return _Reference(end + 1, led, _behind(tokens[end + 1 :])) if is_one and (plain or not led) else None
    if said.norm in _ONE_DE:
        return _Reference(at + 1, (), _behind(tokens[at + 1 :]))
    more = list(takewhile(lambda t: t.norm in _COMPARED, tokens[at + 1 :]))
    firsts = {each[0].norm for each in told.each if each and each[0].kind == "word" and each[0].text.islower()}
    led = more if len(more) == _TWO else [said] if said.norm in firsts - _OF - _DE or said.norm in _OTHER else []
    after = (*tokens[at + 1 + len(led) :], COMMA)[0]
    goes_on = bool(led) and said.norm in _OTHER and after.kind == "word" and after.norm == told.one.norm
    return _Reference(at + 1 + len(led), led, _behind(tokens[at + 1 + len(led) :])) if led and not goes_on else None


def _behind(tokens: Sequence[Token]) -> Sequence[Token]:
    """What is said right behind `the one` of which is meant: `with 30 pieces`."""
    if not tokens or tokens[0].norm not in _OF | _DE | _ONE_DE:
        return ()
    stops = {"to", "a", "al", "as", "como"}
    return list(takewhile(lambda t: t.kind != "mark" and not joins(t) and t.norm not in stops, tokens))


def _which_of(reference: _Reference, each: Sequence[Sequence[Token]], meant: int) -> int:
    """Which of those that were told apart is meant, by its place; -1 where none is told so, or several are."""
    if reference.is_other:
        return 1 - meant if meant >= 0 and len(each) == _TWO else -1
    fits = [i for i, words in enumerate(each) if reference.said and reference.said <= {t.norm for t in words}]
    return fits[0] if len(fits) == 1 else -1


def _thing_of(tokens: Sequence[Token], at: int, reference: _Reference, told: _Told, which: int) -> list[Token]:
    """The noun with all that is known of the one that is meant."""
    clause = {t.norm for t in _clause_around(tokens, at)}
    owner = () if {t.norm for t in told.owner} <= clause else _of_kind(told.owner, told.is_spanish)
    known = [t for t in told.each[which] if t.norm not in reference.said] if which >= 0 else []
    names = any(t.names for t in known)
    # What an entry says of itself tells more than how it compares.
    kept = () if reference.is_other else reference.led
    led = [t for t in kept if not (names and t.norm in _COMPARED)]
    known = [t for t in known if t.norm not in _COMPARED]
    while known and known[-1].norm in _OF | _DE:
        known.pop()
    kind = _kind_of(told.kind, (*reference.led, *known, *tokens[reference.end :]))
    if told.is_spanish:
        return [tokens[at], told.one, *led, *owner, *kind, *known]
    return [tokens[at], *led, told.one, *owner, *kind, *known]


def _clause_around(tokens: Sequence[Token], at: int) -> list[Token]:
    def goes_on(token: Token) -> bool:
        return token.text not in ENDS | {","} and not joins(token)

    return [*takewhile(goes_on, reversed(tokens[:at])), *takewhile(goes_on, tokens[at:])]


def _kind_of(kind: Sequence[Token], after: Sequence[Token]) -> Sequence[Token]:
    """The kind of all of them, unless it is said again of the one."""
    said = {t.norm for t in takewhile(lambda t: t.text not in ENDS, after)}
    return () if any(t.norm in said for t in content_of(kind)) else kind


def _one_of(plural: str) -> str:
    """`order` of `orders`, `reunión` of `reuniones`, `company` of `companies`."""
    if plural.endswith("ies") and len(plural) > len("ties"):
        return plural[:-3] + "y"
    if plural.endswith(("ones", "ores", "ales", "ades", "enes", "xes", "ches", "shes", "sses")):
        return plural[:-2]
    return plural[:-1]

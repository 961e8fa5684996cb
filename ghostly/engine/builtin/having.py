"""Sentences that tell of several things of a kind, which an order then means one of: `Ada has two orders, one of wool
and one of silk`, `of the two orders of wool, …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from .lexicon import is_conjugated
from .speech import BOTH, COMMA, ENDS, ORDERING, STILL, THEY_WISH, joins, sentence_so_far, tells_of, verb_at
from .words import NUMBER_WORDS, Token

_HAS = {"has", "have", "tiene", "tienen"}
_SEVERAL = {"several", "various", "varios", "varias", "multiple"}
_LEADS = {
    "given", "and", "dado", "dada", "y", "que", "that", "the", "el", "la", "customer", "cliente", "clienta", "but",
    "so", "note", "well", "ojo", "mira", "pues",
}  # fmt: skip
OF, DE = {"of", "for", "from", "with"}, {"de", "del", "con", "para"}
THE, EL = {"the"}, {"el", "la", "al", "del"}
WHICH = {"that", "which", "que", "from", "in", "on", "en"}
_BE = {"is", "was", "are", "es", "esta", "son"}
OTHER = {"other", "otro", "otra", "another", "second", "segundo", "segunda"}
# What each of several begins with where they are told apart.
_EACH = {"one", "uno", "una", "un", "a", "an", *THE, *EL, *OTHER}
_ALIKE = {"similar", "identical", "different", "separate", "same", "almost", "iguales", "parecidos", "parecidas"}
_LOS, _A = {"los", "las"}, {"a", "an", "one", "un", "una"}
# What says that each of several has one.
_APIECE = {"each", "apiece", "both", "cada", "ambos", "ambas"}
# What begins the kind of those that one is meant of: `of the two orders of wool, …`.
_OUT_OF = {"de", "of", "from", "entre", "among", "between"}
_THERE = ({"hay"}, {"there"}, {"there's"}, {"existen"}, {"existe"})
# What has two stems, and is no regular form of its verb.
_ORDERED = {"ordered", "pidio", "pidieron", "encargo"}
# Who tells of several things that are somebody else's.
_OURS = {"we", "i", "you", "we've", "i've"}
_WE_HAVE = {"tenemos", "tengo", "tienes"}
_TWICE = (("twice",), ("two", "times"), ("dos", "veces"), ("thrice",), ("three", "times"), ("tres", "veces"))
_LONGEST_LEAD, _LONGEST_OWNER, _LONGEST_NAME, _LONGEST_VERB, _TWO = 4, 5, 6, 3, 2


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells of several things: where it stands, whose they are, what one of them is called, what they
    all are, and what each is told from the others by."""

    begin: int
    end: int
    owner: Sequence[Token]
    one: Token
    kind: Sequence[Token]
    each: Sequence[Sequence[Token]]
    is_spanish: bool


def told_at(tokens: Sequence[Token], at: int) -> Told | None:
    """The sentence that says here who has several of what, or that there are several, or has them looked for."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0)
    end = next((i + 1 for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))
    if end == len(tokens) and tokens[at].norm not in _OUT_OF:
        return None
    return (
        _out_of(tokens, at)
        or _of_those_sought(tokens, at, end)
        or _of_each_state(tokens[begin:end], at - begin, begin)
        or _ordered_twice(tokens, at, begin, end)
        or _had_at(tokens, at, begin, end)
    )


def _had_at(tokens: Sequence[Token], at: int, begin: int, end: int) -> Told | None:
    there = tokens[at].norm == "hay" or [t.norm for t in tokens[at : at + 2]] == ["there", "are"]
    sought = _sought_at(tokens, at)
    has, verb = _has_at(tokens, at, begin)
    if not (there or sought or has or tokens[at].text == ":"):
        return None
    led = list(takewhile(lambda t: t.norm in _LEADS, tokens[begin:at]))
    owner = tokens[begin + len(led) : at]
    ours = tokens[at].norm in _WE_HAVE or ([t.norm for t in owner] in [[w] for w in _OURS])
    owner = () if ours else owner
    if len(led) > _LONGEST_LEAD:
        return None
    spanish = {"hay", "tiene", "tienen"} | _WE_HAVE
    is_spanish = tokens[at].norm in spanish or tokens[at + sought].norm in _LOS or (
        tokens[at].text == ":" and not any(t.norm in THE for t in tokens)
    ) or (has and verb > 1 and not tokens[at + verb - 1].norm.endswith("ed") and not _is_english(tokens))  # fmt: skip
    words = tokens[at + max(1, verb) + (sought or (there and not is_spanish)) : end - 1]
    if owners := _one_each(owner, words):
        return _held_by_each(begin, end, owners, words, is_spanish)
    alone = there or sought > 0 or ours
    named = 0 < len(owner) <= _LONGEST_OWNER and owner[0].names and owner[-1].names
    noun = _noun_of(words, is_spanish) if (not owner if alone else named) else 0
    each = _told_apart(words[noun + 1 :]) if noun else None
    if not noun or each is None:
        return None
    whole = _all_told(words, noun, is_spanish) if alone and not each and words[0].norm in BOTH else ()
    if whole:
        return Told(end if sought else begin, end, (), _singular(words[noun]), whole, each, is_spanish)
    if alone and len(each) < _TWO:
        return None
    before = [t for t in words[1:noun] if t.norm not in _ALIKE]
    kind = (*of_kind(before, is_spanish), *_said_of_all(words[noun + 1 :]))
    return Told(begin, end, () if alone else owner, _singular(words[noun]), kind, each, is_spanish)


def _all_told(words: Sequence[Token], noun: int, is_spanish: bool) -> Sequence[Token]:
    """All that `there are two orders of 20 Cotton` says of both; nothing where it says more than what they are."""
    before, behind = [t for t in words[1:noun] if t.norm not in _ALIKE], words[noun + 1 :]
    plain = not any(t.kind == "mark" or joins(t) or tells_of(t) or t.norm in WHICH - OF for t in behind)
    led = not behind or behind[0].norm in OF | DE
    return (*of_kind(before, is_spanish), *behind) if plain and led and any(t.names for t in words[1:]) else ()


def _has_at(tokens: Sequence[Token], at: int, begin: int) -> tuple[bool, int]:
    """Whether a verb here says that somebody has several of something, or came to have them, and of how many words it
    is: `Ada placed two orders`."""
    if tokens[at].norm in _HAS | _WE_HAVE:
        return True, 1
    if at == begin or not tokens[at - 1].names or tokens[at].kind != "word" or not tokens[at].text.islower():
        return False, 0
    verb = list(takewhile(lambda t: t.kind == "word" and t.text.islower() and not _counts(t), tokens[at:]))
    after = tokens[at + len(verb) : at + len(verb) + 1]
    plain = not any(t.norm in OF | DE | WHICH or joins(t) or tells_of(t) or verb_at((t,), 0) for t in verb)
    held = bool(after) and _counts(after[0]) and plain and 0 < len(verb) <= _LONGEST_VERB
    return held, len(verb) if held else 0


def _counts(token: Token) -> bool:
    several = token.norm in NUMBER_WORDS.keys() | _SEVERAL | BOTH or (token.kind == "number" and token.text.isdigit())
    return several and token.norm not in ("one", "1", "un", "una", "uno", "these", "those", "estos", "estas")


def _is_english(tokens: Sequence[Token]) -> bool:
    return any(t.norm in THE for t in tokens)


def _out_of(tokens: Sequence[Token], at: int) -> Told | None:
    """`Of the two orders of wool, delete …`, which an order for one of them follows."""
    begins = not at or tokens[at - 1].text in ENDS | {","} or joins(tokens[at - 1])
    the = tokens[at + 1] if at + 1 < len(tokens) else COMMA
    if not begins or tokens[at].norm not in _OUT_OF or the.norm not in THE | _LOS:
        return None
    until = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS | {",", ":"}), len(tokens) - 1)
    words = tokens[at + 2 : until]
    if not words or tokens[until].text in ENDS:
        return None
    several = words if _counts(words[0]) else (replace(words[0], text="two", norm="two"), *words)
    is_spanish = the.norm in _LOS
    noun = _noun_of(several, is_spanish)
    told = not any(tells_of(t) for t in several)
    behind = several[noun + 1 :]
    kind = (*of_kind(several[1:noun], is_spanish), *behind)
    led = not behind or behind[0].norm in OF | DE
    return Told(at, until + 1, (), _singular(several[noun]), kind, (), is_spanish) if noun and told and led else None


def _of_those_sought(tokens: Sequence[Token], at: int, end: int) -> Told | None:
    """`Find the orders of wool: there is one of Ada and another of Bo`, of which the first clause is an order."""
    parted = at and tokens[at - 1].text in ENDS | {",", ":", "("}
    if not parted or not any(tokens[at].norm in said for said in _THERE):
        return None
    words = list(dropwhile(lambda t: t.norm in ("there", "there's", "hay", "is", "are", "existen"), tokens[at:end]))
    each = _told_apart((COMMA, *[t for t in words if t.text not in ENDS | {")"}]))
    before = sentence_so_far(tokens[: at - 1])
    the = next((i for i, t in enumerate(before) if t.norm in THE | _LOS), len(before))
    is_spanish = the < len(before) and before[the].norm in _LOS
    several = (replace(tokens[at], kind="word", text="two", norm="two"), *before[the + 1 :])
    noun = _noun_of(several, is_spanish)
    if each is None or len(each) < _TWO or not noun or words[:1] == [] or words[0].norm not in _EACH:
        return None
    behind = list(takewhile(lambda t: t.kind != "mark", several[noun + 1 :]))
    kind = (*of_kind(several[1:noun], is_spanish), *behind)
    return Told(at, end, (), _singular(several[noun]), kind, each, is_spanish)


def _of_each_state(sentence: Sequence[Token], at: int, begin: int) -> Told | None:
    """`Ada has an open order and a paid one`, `Ada tiene un pedido abierto y otro pagado`."""
    if sentence[at].norm not in _HAS or not sentence[:at] or not sentence[at - 1].names:
        return None
    owner = list(dropwhile(lambda t: t.norm in _LEADS, sentence[:at]))
    words = [t for t in sentence[at + 1 :] if t.text not in ENDS]
    joint = next((i for i, t in enumerate(words) if joins(t)), 0)
    one, other = words[:joint], words[joint + 1 :]
    is_spanish = sentence[at].norm in ("tiene", "tienen")
    if len(one) != _TWO + 1 or len(other) < _TWO or one[0].norm not in _A or other[0].norm not in _A | OTHER:
        return None
    noun, state = (one[1], one[2]) if is_spanish else (one[2], one[1])
    said = [t for t in other[1:] if t.norm not in ("one", noun.norm)]
    plain = len(said) == 1 and all(t.kind == "word" and t.text.islower() for t in (noun, state, *said))
    named = 0 < len(owner) <= _LONGEST_OWNER and owner[0].names
    end = begin + len(sentence)
    return Told(begin, end, owner, noun, (), ([state], said), is_spanish) if plain and named else None


def _ordered_twice(tokens: Sequence[Token], at: int, begin: int, end: int) -> Told | None:
    """`Ada ordered 12 Linen twice`, `Ada pidió dos veces 12 Linen`: the orders are hers."""
    verb = next((each for each in ORDERING if is_conjugated(tokens[at].norm, each)), "")
    ordered = tokens[at].norm in _ORDERED or bool(verb)
    owner = list(dropwhile(lambda t: t.norm in _LEADS, tokens[begin:at]))
    words = [t for t in tokens[at + 1 : end] if t.text not in ENDS]
    if not ordered or not owner or not owner[-1].names or len(owner) > _LONGEST_OWNER:
        return None
    for i in range(len(words)):
        run = next((r for r in _TWICE if tuple(t.norm for t in words[i : i + len(r)]) == r), ())
        if run:
            goods = [*words[:i], *words[i + len(run) :]]
            is_spanish = "veces" in run
            name = "pedido" if is_spanish else "order"
            one = replace(tokens[at], text=name, norm=name)
            told = list(takewhile(lambda t: t.kind != "mark" and not joins(t), goods))
            return Told(begin, end, owner, one, of_kind(told, is_spanish), (), is_spanish)
    return None


def _sought_at(tokens: Sequence[Token], at: int) -> int:
    """How many words from here lead to the number of things that are looked for: `find the two orders`; 0 if none."""
    begins = not at or tokens[at - 1].text in ENDS or tokens[at - 1].norm in _LEADS
    verb, said = (verb_at(tokens, at) if begins else None) or ("", ())
    the, count = (*tokens[at + len(said) :][:2], COMMA, COMMA)[:2]
    several = the.norm in THE | _LOS and count.norm in BOTH | {"2"}
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
) -> Told | None:
    """`Ada y Bo tienen cada una un pedido de lana`, whose things are told apart by who has them."""
    said = [t for i, t in enumerate(words) if t.norm not in _APIECE and (i < 1 or words[i - 1].norm != "cada")]
    if len(said) < _TWO or said[0].norm not in _A or not said[1].text.islower():
        return None
    noun = next((i for i, t in enumerate(said) if t.norm in OF | DE), len(said)) - 1
    kind = (*of_kind(said[1:noun], is_spanish), *_said_of_all(said[noun + 1 :]))
    plain = noun == 1 or (0 < noun < _LONGEST_NAME and not is_spanish)
    return Told(begin, end, (), said[noun], kind, owners, is_spanish) if plain else None


def _singular(noun: Token) -> Token:
    return replace(noun, text=_one_of(noun.text), norm=_one_of(noun.norm))


def _noun_of(words: Sequence[Token], is_spanish: bool) -> int:
    """Where the noun stands that a number of things are called by: the `orders` of `two denim orders`; 0 if nowhere."""
    count = words[0] if words else COMMA
    several = count.norm in NUMBER_WORDS.keys() | _SEVERAL | BOTH or (count.kind == "number" and count.text.isdigit())
    if not several or count.norm in ("one", "1", "un", "una"):
        return 0
    run = list(takewhile(lambda t: t.kind == "word" and t.norm not in OF | DE | WHICH and not joins(t), words[1:]))
    plural = [i for i, t in enumerate(run, 1) if t.text.islower() and t.norm.endswith("s") and t.norm not in _ALIKE]
    if is_spanish:
        return 1 if plural[:1] == [1] else 0
    return plural[-1] if plural and plural[-1] == len(run) <= _LONGEST_NAME else 0


def of_kind(words: Sequence[Token], is_spanish: bool) -> Sequence[Token]:
    of = "de" if is_spanish else "of"
    return (replace(COMMA, kind="word", text=of, norm=of), *words) if words else ()


def _said_of_all(words: Sequence[Token]) -> Sequence[Token]:
    """The `of Linen` of `two orders of Linen`, `two orders of 12 Linen`."""
    after = [*words[:1], *takewhile(lambda t: t.kind != "mark" and t.norm not in WHICH, words[1:])]
    named = [t for t in after[1:] if t.kind != "number"]
    told = bool(after) and after[0].norm in OF | DE
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
        if telling and not (alike and {t.norm for t in run} & WHICH):
            return None
        if at and begins and run[0].norm not in BOTH:
            led = list(takewhile(lambda t: t.norm in _EACH | _BE | STILL | {"is"}, run))
            each.append([t for t in run[len(led) :] if t.norm not in ("one", "ones")])
    return each


def _one_of(plural: str) -> str:
    """`order` of `orders`, `reunión` of `reuniones`, `company` of `companies`."""
    if plural.endswith("ies") and len(plural) > len("ties"):
        return plural[:-3] + "y"
    if plural.endswith(("ones", "ores", "ales", "ades", "enes", "xes", "ches", "shes", "sses")):
        return plural[:-2]
    return plural[:-1]

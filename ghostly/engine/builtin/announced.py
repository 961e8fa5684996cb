"""A first line that only says what the goal is about, and is told in full after it: `Scenario: rejecting a bill`,
`UX-12 Sorting by name`, `As a clerk I want to answer people`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .lexicon import COMMITTING, STOP, Verb, same, verbs
from .speech import ASIDES, ENDS, MODAL, NOT, PRONOUNS, WANTS, WISHES, joins, verb_at
from .stories import GREETINGS
from .words import Token, normal, parts

_LABELS = {
    "scenario", "feature", "test", "case", "story", "escenario", "funcionalidad", "caracteristica", "prueba", "caso",
    "historia", "title", "titulo", "ticket", "bug", "issue", "incidencia",
}  # fmt: skip
# What a form may ask for too, unless what it stands over tells of steps and of what is expected.
_OF_REPORTS = {
    "title", "titulo", "summary", "resumen", "objective", "objetivo", "goal", "purpose", "bug", "ticket", "issue",
    "incidencia", "check",
}  # fmt: skip
_SECTIONS = {"steps", "pasos", "expected", "esperado", "esperada", "preconditions", "precondition", "precondicion"}
_STORY = {"as", "como"}
_KNOWS = {"know", "see", "find", "learn", "saber", "ver", "averiguar", "mirar", "look"}
_WONDERS = {
    "which", "how", "what", "who", "where", "cual", "cuales", "cuanto", "cuanta", "cuantos", "cuantas", "que", "quien",
    "quienes", "donde",
}  # fmt: skip
# `I want to check what I typed` ticks nothing.
_LOOKING: frozenset[Verb] = frozenset({"check", "expect", "open"})
_WHETHER, _LOOKS = {"that", "whether", "if", "que", "si"}, {"ver", "see", "know", "saber", "probar", "test"}
# `See whether one can be made`
_CAN = {"can", "possible", "works", "puede", "pueden", "puedo", "podemos", "deja", "posible", "funciona"}
# What leads to `a ver si …`, and what stands for all that is told after it.
_TO_SEE, _FOLLOWING = {"a", "vamos", "let's", "lets", "let", "us"}, {"esto", "this", "siguiente", "following"}
_WANTS = 3
_LONGEST = 30
# How many words may stand before the colon: `Test case 4:`.
_LABEL = 4
_PLACE, _PAIR = 4, 2
# What is done on the way, and carries out nothing that a title could announce.
_ON_THE_WAY: frozenset[Verb] = frozenset(
    {"login", "logout", "open", "expect", "accept", "save", "reload", "back", "scroll", "wait", "close", "next"}
)
_NARROWS: frozenset[Verb] = frozenset({"filter", "sort", "search"})
_LEADS = {"i", "we", "then", "when", "cuando", "luego", "please", "to", "start", "begin"}
_CLITICS = ("lo", "la", "los", "las")


def without_announced(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without the title that says only what the lines after it tell in full."""
    ends = (i for i, t in enumerate(tokens[:_LONGEST]) if t.text in ENDS or (t.text == ":" and _trial(tokens[:i])))
    end = next(ends, 0)
    said, rest = tokens[:end], tokens[end + 1 :]
    while rest and rest[0].kind == "mark":
        rest = rest[1:]
    ends_line = end > 0 and "\n" in [t.text for t in tokens[end : end + 2]]
    title = _title(said, rest, ends_line) if end else ()
    announced = verb_at(title, 0) if title else None
    ordered = _orders(rest, announced[0] if announced else None) if title else []
    if not ordered or _names_alone(title, rest) or _refers_back(rest, ordered[0]):
        return tokens
    done = {verb for at in ordered if (found := verb_at(rest, at)) for verb in found[:1]}
    if announced and announced[0] in COMMITTING and announced[0] not in done and not done - _NARROWS - COMMITTING:
        # `Test: delete the paid bills`, where nothing else says to delete them.
        return tokens
    if said[0].kind == "code" and not _is_retold(title, rest, done):
        return tokens
    wonders = announced is not None and announced[0] in _LOOKING and {t.norm for t in title[1:3]} & _WONDERS
    if said[0].norm in _STORY and announced and announced[0] not in {"say", *done} and not wonders:
        return tokens
    return rest


def _title(said: Sequence[Token], rest: Sequence[Token], ends_line: bool) -> Sequence[Token]:
    """What a first line says that may be a title, less its label; nothing if it is none."""
    colon = next((i for i, t in enumerate(said[: _LABEL + 1]) if t.text == ":"), 0)
    # `Negative case: …`
    labelled = said[0].norm in _LABELS or (colon == _PAIR and said[1].norm in _LABELS and not verb_at(said, 0))
    reports = ends_line and said[0].norm in _OF_REPORTS and _has_sections(rest)
    if colon and (labelled or reports):
        return said[colon + 1 :]
    if said[0].kind == "code" and ends_line:
        return said[1 + (said[1:2] != () and said[1].kind == "mark") :]
    if claim := _claim(said, rest) or _trial(said):
        return claim
    wants = next((i for i, t in enumerate(said) if t.norm in WANTS | WISHES), 0)
    if _only_asks(said, wants):
        return said[wants + 1 :]
    if said[0].norm in _STORY and wants and not any(t.names and t.norm != "i" for t in said[wants + 1 :]):
        return said[wants + 1 + (said[wants + 1 : wants + 2] != () and said[wants + 1].norm == "to") :]
    plain = all(t.kind == "word" for t in said) and all(t.text.islower() for t in said[1:])
    if plain and said[0].norm == "check" and verbs().get(said[-1].norm.removesuffix("s"), ("",))[0] in _NARROWS:
        # `Check the filters.` ticks no box.
        return said[1:]
    return ()


def _only_asks(said: Sequence[Token], wants: int) -> bool:
    """`I'd like to know which orders are open`, `quiero ver cuántos hay`: what somebody wonders about."""
    told = [t.norm for t in said[wants + 1 : wants + 6] if t.norm not in ("to", "out")]
    begins = wants <= 2 and any(t.norm in WANTS | WISHES for t in said[: wants + 1])
    knows = next((i for i, norm in enumerate(told[:2]) if norm in _KNOWS), len(told))
    return begins and bool(_WONDERS & set(told[knows + 1 : knows + 3])) and not any(t.is_value for t in said)


def _claim(said: Sequence[Token], rest: Sequence[Token]) -> Sequence[Token]:
    """What a first sentence would have checked, without a name in it, where what has to be so is told after it: `I want
    to see whether the total is right.`"""
    wants = next((i for i, t in enumerate(said[:_WANTS]) if t.norm in WANTS | WISHES), None)
    if wants is None:
        return ()
    that = next((i for i, t in enumerate(said[: wants + _LABEL]) if t.norm in _WHETHER), 0)
    claim = said[that + 1 :] if that > wants else ()
    looks = any(t.norm in _LOOKS or (verb_at(said, i) or ("",))[0] == "expect" for i, t in enumerate(said[:that]) if i)
    plain = all(t.kind in ("word", "mark") and not t.names for t in claim) and not any(t.norm in NOT for t in claim)
    checks = [i for i, t in enumerate(rest) if t.norm in MODAL or (verb_at(rest, i) or ("",))[0] == "expect"]
    told = bool(checks) and any(t.is_value for t in rest[checks[0] :])
    return claim if looks and plain and told else ()


def _trial(said: Sequence[Token]) -> Sequence[Token]:
    """What is to be tried, where only that is asked, and without a name: `see whether a new booking can be made`,
    `a ver si me pruebas esto`."""
    led = list(takewhile(lambda t: t.norm in GREETINGS | _TO_SEE or t.kind == "mark", said))
    looks = verb_at(said, len(led)) if len(led) < len(said) else None
    if looks is None or not {t.norm for t in said[len(led) : len(led) + _WANTS]} & {"if", "whether", "si"}:
        return ()
    claim = said[len(led) + len(looks[1]) :]
    plain = all(t.kind == "word" and not t.names for t in claim)
    tried = any(t.norm in _CAN for t in claim) or {t.norm for t in claim[-_WANTS:]} & _FOLLOWING
    return claim if looks[0] in ("expect", "open") and plain and tried else ()


def _has_sections(rest: Sequence[Token]) -> bool:
    """Whether lines follow that say what is done and what is expected: `Steps: …`."""
    begins = (i for i, t in enumerate(rest) if t.norm in _SECTIONS and (not i or rest[i - 1].kind == "mark"))
    return any(t.text == ":" for i in begins for t in rest[i + 1 : i + _LABEL])


def _orders(rest: Sequence[Token], announced: Verb | None) -> list[int]:
    """Where what follows says to do what was announced, or something that is not only on the way there."""
    found = []
    for at, token in enumerate(rest):
        verb = verb_at(rest, at) if token.kind == "word" and _begins(rest, at) else None
        if verb and (verb[0] not in _ON_THE_WAY or verb[0] == announced):
            found.append(at)
    return found


def _begins(rest: Sequence[Token], at: int) -> bool:
    """Whether an order may begin here; it may be told first where: `On the page Bills sort …`."""
    clause = list(takewhile(lambda t: t.kind != "mark", reversed(rest[:at])))[::-1]
    before = clause[-1] if clause else None
    place = clause[:1] and clause[0].norm in ASIDES and len(clause) <= _PLACE
    return before is None or joins(before) or before.norm in _LEADS or bool(place)


def _names_alone(title: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a title says which one is meant, and nothing else does."""
    named = [t for i, t in enumerate(title) if t.is_value or (i and t.names)]
    told = " ".join(t.norm for t in rest)
    return any(t.norm not in told for t in named)


def _refers_back(rest: Sequence[Token], order: int) -> bool:
    """Whether the first order speaks of what only the title can have named: `Delete it`."""
    named = any(t.names and t.kind != "email" and not _is_secret(t) for t in rest[1:order])
    after = rest[order + 1 : order + 2]
    means_it = bool(after) and after[0].norm in PRONOUNS
    return not named and (means_it or rest[order].norm.endswith(_CLITICS))


def _is_secret(token: Token) -> bool:
    """Whether a word is quoted only because it is what somebody signs in with."""
    return token.kind == "quoted" and token.end - token.start == len(token.text)


def _is_retold(title: Sequence[Token], rest: Sequence[Token], done: set[Verb]) -> bool:
    """Whether a title that begins with a number is no more than what follows: it names the same thing, or all of its
    words are said again."""
    words = [t for t in title if t.kind == "word" and t.norm not in STOP]
    said = " ".join(parts(" ".join(t.text for t in title)))
    names = [normal(t.text) for t in rest if t.kind == "quoted" and not _is_secret(t)]
    if any(" " in name and name in said for name in names):
        return True
    again = [t for t in rest if t.kind == "word"]
    announced = verb_at(title, 0)
    is_done = announced is not None and announced[0] in done
    left = words[1:] if is_done and words[:1] == list(title[:1]) else words
    return (is_done or bool(left)) and all(any(same(t.norm, other.norm) for other in again) for t in left)

"""How many there are to be within bounds or in a state: `at least 5 orders`, `dos pedidos están en Paid`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from ..page import Page
from .bounds import Bound, bound_in, is_message
from .evidence import is_how, tells_of_message
from .finding import turns_further
from .lexicon import STOP
from .part import Part
from .questions import Answer, about_of, heads_of, is_of, links, told_counts
from .relations import relates
from .speech import MODAL, finite_at
from .units import names_unit
from .words import Token, count_of, stem

_NUMBER = {"number", "count", "numero", "cantidad"}
_OF, _THEM = (
    {"of", "de", "del"},
    {"them", "these", "those", "ellos", "ellas", "the", "los", "las", "all", "todos", "todas"},
)
_PLAIN = {
    "list", "lista", "listado", "table", "tabla", "page", "pagina", "total", "exactly", "exactamente", "i", "we", "can",
    "it", "there", "se", "en", "in", "of", "de",
}  # fmt: skip
# How a check says in which state the things counted are.
_STATED = MODAL | {
    "is", "are", "were", "be", "have", "has", "had", "been", "marked", "as", "now", "with", "status", "state", "that",
    "which", "in", "column", "the", "a", "on", "at", "still", "estan", "esta", "son", "es", "ser", "estar", "han", "ha",
    "sido", "tienen", "tiene", "con", "en", "como", "estado", "el", "la", "los", "las", "que", "columna", "marcados",
    "marcadas", "marcado", "marcada", "ahora", "de", "se", "listed", "shown", "say", "show", "read", "dicen",
    "muestran", "ponen", "figuran", "salen", "aparecen",
}  # fmt: skip
# `One more order` is told of what there was.
_COMPARED = {"more", "fewer", "less", "additional", "extra"}
_WITH = {"with", "con"}
_THIS = {"that", "this", "it", "him", "her", "ese", "esa", "este", "esta", "el", "ella", "the", "la"}
_ONE = {"it", "she", "he", "its", "her", "his", "su", "sus", "ella"}
_LONGEST_KIND, _LONGEST_STATE = 3, 2
_PAGER = re.compile(
    r"^\D*\d+\s*(?:[-–—]|to|a|al)\s*\d+\s+(?:of|de|out of)\s+(\d[\d.,]*)(?:\s+[^\W\d]+)?\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Tally:
    """What a check counts: how many, of what, of which kind, and in which state."""

    bound: Bound
    noun: Token | None
    kinds: Sequence[Token]
    state: Sequence[Token]


def tally(part: Part, page: Page) -> Answer | None:
    """None where a check counts nothing within bounds, in a state, or by a word such as `the number of orders`."""
    told = _told(part, page) if not tells_of_message(part) and not is_message(part.words) else None
    if told is None:
        return None
    wanted = [*told.kinds, *told.state]
    name = " ".join(t.text for t in (*wanted, *filter(None, [told.noun]))) or "entries"
    counts = _counts(told, page)
    if counts is None:
        return Answer(None, f"The page shows only some of what it lists, and says nothing of {told.bound.said}.")
    fits = [count for count in counts if told.bound.fits(count)]
    if fits and len(fits) < len(counts):
        several = " and ".join(map(str, counts))
        return Answer(None, f"The page has lists of {several} {name}, and the goal does not say which it means.")
    met = bool(fits) is not part.negated
    if fits:
        return Answer(met, f"The page has {fits[0]} {name}.")
    return Answer(met, f"The page has {counts[0] if counts else 'no'} {name}, not {told.bound.said}.")


def tallied(part: Part, page: Page) -> tuple[Token, Sequence[Token]] | None:
    """What a check counts, and of which kind and state; None where it counts nothing that it names."""
    told = _told(part, page) if not tells_of_message(part) and not is_message(part.words) else None
    return (told.noun, [*told.kinds, *told.state]) if told and told.noun else None


def _counts(told: _Tally, page: Page) -> list[int] | None:
    """How many the page says that there are, or has in each list; None where it shows only some of them."""
    wanted = [*told.kinds, *told.state]
    if told.noun and (said := told_counts(page, told.noun, wanted)):
        return list(dict.fromkeys(said))
    if not wanted and (said := paged(page)):
        return said
    if turns_further(page):
        return None
    groups = about_of(page, told.noun)
    sizes = [sum(is_of(page, entry, wanted, wanted) for entry in group) for group in groups]
    return list(dict.fromkeys(size for size in sizes if size)) or [0]


def paged(page: Page) -> list[int]:
    """The number of all that is listed, as a page says it where it shows some: `Showing 1-10 of 12`."""
    found = (_PAGER.match(text) for text in page.readable)
    return [int(re.sub(r"[.,]", "", match[1])) for match in found if match][:1]


def _told(part: Part, page: Page) -> _Tally | None:
    words = _spelled([t for t in part.words if t.kind != "mark"])
    found = bound_in(words)
    if found is None:
        return None
    bound, start, end, is_loose = found
    before, after = words[:start], words[end:]
    if any(t.norm in _WITH | _ONE for t in before) and not is_loose:
        return None
    if any(not _is_idle(t) for t in before) or any(t.norm in _COMPARED for t in after[:1]):
        return None
    of_them = len(after) > 1 and after[0].norm in _OF
    after = list(dropwhile(lambda t: t.norm in _THEM, after[1:])) if of_them else after
    run = list(takewhile(_is_noun, after))[:_LONGEST_KIND]
    nouns = [t for t in run if stem(t.norm) != t.norm or bound.least == bound.most == 1]
    rest = after[len(run) :]
    state = [t for t in rest if not _is_state_lead(t)]
    if (run and not nouns) or not _is_state(state, rest):
        return None
    if state and not is_loose and (_is_of_one(rest) or not (run or of_them or any(map(_is_verb, rest)))):
        # `The table shows 18 for that course`, `quedan 39 en existencias`: a number that an entry says.
        return None
    noun = _noun_of(nouns) if nouns else None
    if noun and names_unit(noun):
        return None
    if not (is_loose or of_them or state or _says_number(part.words) or (not rest and noun and paged(page))):
        return None
    if noun and (noun.norm,) in heads_of(page) and not is_loose and not state:
        # `22 seats` is what an entry says in a column of that name.
        return None
    return _Tally(bound, noun, [t for t in run if t is not noun and not is_how(t)], state)


def _is_state(state: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a check says no more of the things counted than one state that they are in."""
    led = bool(rest) and (rest[0].norm in _STATED or is_how(rest[0]))
    few = len(state) <= _LONGEST_STATE and all(t.kind in ("word", "quoted") for t in state)
    return not state or (led and few and state == list(rest[len(rest) - len(state) :]))


def _is_of_one(rest: Sequence[Token]) -> bool:
    return any(a.norm in ("for", "para") and b.norm in _THIS for a, b in pairwise(rest))


def _is_verb(token: Token) -> bool:
    return token.kind == "word" and (links(token) or finite_at((token,)) is not None)


def _noun_of(nouns: Sequence[Token]) -> Token:
    """Of `open orders` the last, and of `pedidos pagados` the first."""
    is_spanish = nouns[-1].norm.endswith(("dos", "das", "tos", "tas")) and len(nouns) > 1
    return nouns[0] if is_spanish else nouns[-1]


def _is_noun(token: Token) -> bool:
    counted = token.kind == "word" and token.text.islower()
    return counted and token.norm not in STOP | _STATED and finite_at((token,)) is None and not relates(token)


def _is_idle(token: Token) -> bool:
    return is_how(token) or token.norm in STOP | _PLAIN | MODAL


def _is_state_lead(token: Token) -> bool:
    return (token.norm in _STATED | STOP | _PLAIN or is_how(token)) and token.text[:1].islower()


def _says_number(words: Sequence[Token]) -> bool:
    return any(t.norm in _NUMBER for t in words)


def _spelled(words: Sequence[Token]) -> Sequence[Token]:
    """`The number of open orders is 4` as `4 open orders`, and what it comes to be as what it is."""
    at = next((i for i, (a, b) in enumerate(pairwise(words)) if a.norm in _NUMBER and b.norm in _OF), None)
    number = words[-1] if words and count_of(words[-1]) is not None else None
    if at is None or number is None or any(not _is_idle(t) for t in words[:at]):
        return words
    of = list(takewhile(_is_noun, _without_articles(words[at + 2 : -1])))
    link = [t for t in words[at + 2 : -1] if t not in of and t.norm not in STOP]
    return [number, *of] if of and all(is_how(t) or t.norm in _STATED for t in link) else words


def _without_articles(words: Sequence[Token]) -> Sequence[Token]:
    return words[1:] if words and words[0].norm in _THEM else words

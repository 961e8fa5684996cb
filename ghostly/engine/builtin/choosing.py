"""Options that a goal says without the name of their list, in whole or in part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from ..page import Option
from .lexicon import STOP, same
from .matching import holds
from .taking import BESIDES, DETERMINERS, Assignment, Field, forename_first, is_free_name, read_time, same_words
from .words import Token, bare, normal, parts, runs_of

_ENDS = (
    ({"from", "source", "origin", "desde", "origen"}, {"from", "desde", "de", "del"}),
    ({"to", "target", "destination", "hasta", "hacia", "destino"}, {"to", "into", "a", "al", "hasta", "hacia"}),
)
_OF = {"of", "de", "del"}
_MORE = re.compile(r"[(,·|:]|\s[-–—]\s")


def by_option(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The option that the words name, if it is just one; the longest name wins."""
    found = []
    for option in field.options:
        # What stands in brackets is told besides, and so is a price: `Eye test (€30)`, `Eye test from €30`.
        wanted = parts(BESIDES.sub("", option.label)) or parts(option.label)
        is_told = wanted and not (len(wanted) == 1 and wanted[0] in STOP)
        place = (_stretch(words, wanted, used) or _turned_round(words, wanted, used)) if is_told else None
        place = place or _surname_last(words, option.label, used)
        if place:
            found.append((len(wanted), option, place))
    if not found and (timed := _by_time(field, words, used)):
        return timed
    if not found:
        return _by_code_of_option(field, words, used) or _by_part_of_option(field, words, used)
    most = max(length for length, _, _ in found)
    best = [(option, place) for length, option, place in found if length == most]
    if len(best) != 1:
        best = _by_brackets(best, words, used)
    if len(best) != 1:
        return None
    option, place = best[0]
    return Assignment(field, option.label, place | _called_beside(field, words, place))


def by_ends(words: Sequence[Token], fields: Sequence[Field], used: set[int]) -> list[Assignment]:
    """The two ends of a way, each in the list that is called so: `from Tank 1 to Tank 4` in Origin and Destination."""
    found = []
    for names, leads in _ENDS:
        lists = [f for f in fields if f.options and any(names & set(parts(name)) for name in f.names)]
        led = [i + 1 for i, token in enumerate(words) if token.norm in leads] if len(lists) == 1 else []
        starts = [at + (words[at].norm in DETERMINERS) for at in led if at < len(words)]
        fits = [
            (option, place)
            for option in (lists[0].options if starts else ())
            for at in starts
            if (wanted := parts(option.label)) and (place := _stretch(words[at : at + len(wanted)], wanted, used))
        ]
        if len(fits) == 1:
            found.append(Assignment(lists[0], fits[0][0].label, fits[0][1]))
    # One end alone may be told of anything.
    return found if len(found) == len(_ENDS) else []


def _by_brackets(
    found: Sequence[tuple[Option, frozenset[int]]], words: Sequence[Token], used: set[int]
) -> list[tuple[Option, frozenset[int]]]:
    """Of options called alike the one of which the words say what stands in brackets: `Price (highest first)`."""
    told = []
    for option, place in found:
        besides = {word for inside in re.findall(r"\(([^)]*)\)", option.label) for word in parts(inside)} - STOP
        said = {t.number for t in words if t.number not in used and any(same(t.norm, word) for word in besides)}
        told.append((option, place | said))
    most = max(len(place) for _, place in told)
    return [(option, place) for option, place in told if len(place) == most]


def _called_beside(field: Field, words: Sequence[Token], place: frozenset[int]) -> frozenset[int]:
    """The word right beside a value that says what the field is: `pool water`, `normal priority`."""
    names = {word for name in field.names for word in parts(name)} - STOP
    pairs = [*pairwise(words), *((b, a) for a, b in pairwise(words))]
    return frozenset(b.number for a, b in pairs if a.number in place and b.kind == "word" and b.norm in names)


def _by_code_of_option(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The only option with a code in it, and what else it is called beside that: `R-12 (Room 3, North House)`."""
    for at, token in enumerate(words):
        if token.kind != "code" or token.number in used:
            continue
        fits = [option for option in field.options if holds(normal(option.label), bare(token.text))]
        if len(fits) == 1:
            beside = _while_said(words[at + 1 :], fits[0].label, used)
            return Assignment(field, fits[0].label, frozenset({token.number, *beside}))
    return None


def _by_time(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The option for a time that is told otherwise: `3 pm` where a list has 15:00."""
    times = {o.label: read_time(o.label) for o in field.options}
    for token in words:
        time = read_time(token.text) if token.kind == "number" and token.number not in used else ""
        fits = [label for label, told in times.items() if time and told == time]
        if len(fits) == 1:
            return Assignment(field, fits[0], frozenset({token.number}))
    return None


def _while_said(words: Sequence[Token], label: str, used: set[int]) -> set[int]:
    """The words up to the first that a label does not say."""
    said = set(parts(label))
    told = takewhile(lambda t: t.kind == "mark" or t.norm in DETERMINERS or set(parts(t.text)) <= said, words)
    return {t.number for t in told if t.kind != "mark" and t.norm not in DETERMINERS and t.number not in used}


def _by_part_of_option(field: Field, words: Sequence[Token], used: set[int]) -> Assignment | None:
    """The only option that says a whole name of several words, and more: `Ada Ray, Engineer`."""
    for names in _names_of_names(words, used):
        fits = [o for o in field.options if all(holds(normal(o.label), t.norm) for t in names)]
        if len(fits) == 1:
            return Assignment(field, fits[0].label, frozenset(t.number for t in names))
    for names in _names_together(words, used):
        said = " ".join(t.norm for t in names)
        fits = [option for option in field.options if holds(normal(option.label), said)]
        if len(fits) == 1:
            return Assignment(field, fits[0].label, frozenset(t.number for t in names))
    for at, token in enumerate(words):
        around = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        alone = is_free_name(token, used) and not any(t.kind == "word" and t.text[:1].isupper() for t in around)
        fits = [o for o in field.options if token.norm in parts(o.label)] if alone else []
        # `Kiki the parrot`, where an option is called so and says more: `Kiki (parrot) - Ada Ray`.
        if len(fits) == 1 and bare(_MORE.split(fits[0].label)[0]) == token.norm:
            beside = _while_said(words[at + 1 :], fits[0].label, used)
            return Assignment(field, fits[0].label, frozenset({token.number, *beside}))
    return None


def _names_of_names(words: Sequence[Token], used: set[int]) -> Iterable[list[Token]]:
    """`the Corolla of Nuria Calvo`: a name and whose it is, both of which an option may say in any order."""
    for at in range(1, len(words) - 1):
        if words[at].norm not in _OF:
            continue
        before = list(takewhile(lambda t: is_free_name(t, used), reversed(words[:at])))
        after = list(takewhile(lambda t: is_free_name(t, used), words[at + 1 :]))
        if before and after:
            yield [*reversed(before), *after]


def _names_together(words: Sequence[Token], used: set[int]) -> Iterable[list[Token]]:
    def is_name(token: Token) -> bool:
        return token.kind in ("word", "quoted") and token.text[:1].isupper() and token.number not in used

    return (run for run in runs_of(words, is_name) if len(run) > 1 or run[0].kind == "quoted")


def _stretch(words: Sequence[Token], wanted: Sequence[str], used: set[int]) -> frozenset[int] | None:
    """The tokens, side by side, that say the wanted words."""
    flat = [(part, token.number) for token in words if token.number not in used for part in parts(token.text)]
    for start in range(len(flat) - len(wanted) + 1):
        stretch = flat[start : start + len(wanted)]
        if same_words([part for part, _ in stretch], wanted):
            return frozenset(number for _, number in stretch)
    return None


def _surname_last(words: Sequence[Token], label: str, used: set[int]) -> frozenset[int] | None:
    """The whole words that name somebody as people do whom a list has by the surname: `Ada Ray` for `Ray, Ada`."""
    wanted = tuple(forename_first(label).split())
    runs = runs_of(words, lambda t: t.number not in used and (is_free_name(t, used) or t.kind == "quoted"))
    for run in runs if wanted else ():
        flat = [(word, t.number) for t in run for word in t.norm.split()]
        for at in range(len(flat) - len(wanted) + 1):
            if tuple(word for word, _ in flat[at : at + len(wanted)]) == wanted:
                return frozenset(number for _, number in flat[at : at + len(wanted)])
    return None


def _turned_round(words: Sequence[Token], wanted: Sequence[str], used: set[int]) -> frozenset[int] | None:
    """The tokens that say the wanted words the other way round: `rolls of linen` for `Linen roll`."""
    for at in range(1, len(words)):
        stretch = [words[at - 1], *words[at + 1 : at + len(wanted)]]
        if words[at].norm not in _OF or any(t.kind != "word" or t.number in used for t in stretch):
            continue
        kind, *of_what = [part for token in stretch for part in parts(token.text)]
        if of_what and same_words([*of_what, kind], wanted):
            return frozenset(token.number for token in stretch)
    return None

"""One order for several things: they are done one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .context import (
    INSTEAD_OF,
)
from .endings import PAIR
from .lexicon import STOP, verbs
from .part import Part, groups_of, thing_of
from .speech import (
    ANOTHER,
    ASIDES,
    COMMA,
    CONNECTORS,
    DETERMINERS,
    ONE_MORE,
    joins,
    says_which,
    without_ends,
)
from .words import NUMBER_WORDS, Token

_ONE = {"one", "another", "uno", "una", "otro", "otra"}


def clicks(part: Part) -> Iterator[Part]:
    """`Click on A and then on B` are two."""
    if part.verb == "create":
        yield from _creations(part)
        return
    if part.verb == "delete":
        yield from (each for one in _then_another(part) for each in _each_apart(one))
        return
    if part.verb not in ("click", "double"):
        yield _without_instead(part) if part.verb in ("press", "close") else part
        return
    part = _without_instead(part)
    start = 0
    for index, token in enumerate(part.words):
        after = [t.norm for t in part.words[index + 1 : index + 3]]
        again = after[:1] in (["on"], ["en"]) or (
            after[:1] and after[0] in CONNECTORS and after[1:] in (["on"], ["en"])
        )
        if joins(token) and again and without_ends(part.words[start:index]):
            yield replace(part, words=tuple(without_ends(part.words[start:index])))
            start = index + 1 + (after[0] in CONNECTORS)
    yield replace(part, words=part.words[start:], verb_words=part.verb_words if not start else ())


def chosen_too(parts: Sequence[Part]) -> list[Part]:
    """`Choose the tab Open and the owner Ada` presses the one, and chooses the other."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if part.verb == "say" and not part.verb_words and last and _chooses(last) and _names_choice(part.words):
            found.append(replace(part, verb="choose"))
            continue
        at = next((i for i, t in enumerate(part.words) if joins(t) and _names_choice(part.words[i + 1 :])), 0)
        if not at or not _chooses(part):
            found.append(part)
            continue
        found.append(replace(part, words=part.words[:at]))
        found.append(replace(part, verb="choose", verb_words=(), words=part.words[at + 1 :]))
    return [replace(part, number=number) for number, part in enumerate(found)]


def _chooses(part: Part) -> bool:
    """Whether a click was told as a choice: `choose the tab Open`."""
    return part.verb == "click" and any("choose" in verbs().get(t.norm, ()) for t in part.verb_words[:1])


def _names_choice(words: Sequence[Token]) -> bool:
    """`The owner Ada`: what is chosen from, and what."""
    if len(words) < PAIR + 1 or words[0].norm not in DETERMINERS or not words[1].text.islower():
        return False
    return words[1].kind == "word" and words[1].norm not in STOP and all(t.names for t in words[2:])


def _without_instead(part: Part) -> Part:
    """`Press Cancel instead of saving` presses the one; of what is not done nothing is asked."""
    pairs = [(a.norm, b.norm) for a, b in pairwise(part.words)]
    at = next((i for i, pair in enumerate(pairs) if i and pair in INSTEAD_OF), 0)
    led = part.words[: at - (part.words[at - 1].norm == "en")] if at else ()
    return replace(part, words=led) if led else part


def _then_another(part: Part) -> Iterator[Part]:
    """`Delete order B-7 and then the customer Ada` is done to the one, and to the other after it."""
    start = 0
    for at in range(1, len(part.words) - 2):
        then, thing = part.words[at + 1 : at + 3]
        parted = joins(part.words[at]) or part.words[at].text == ","
        another = says_which(part.words[start:at]) and says_which(part.words[at + 2 :])
        if parted and then.norm in ANOTHER and thing.norm in DETERMINERS and another:
            yield replace(part, words=tuple(without_ends(part.words[start:at])))
            start = at + 2
    yield replace(part, words=part.words[start:])


def _each_apart(part: Part) -> Iterator[Part]:
    """`Delete B-7, B-8 and B-9` is done to one after the other."""
    yield from (with_only(part, code) for code in codes_apart(part)) if codes_apart(part) else (part,)


def codes_apart(part: Part) -> list[Token]:
    """The codes of several things that a part names one after the other; none where it says more between them."""
    codes = [i for i, t in enumerate(part.words) if t.kind == "code"]
    between = part.words[codes[0] : codes[-1]] if codes else ()
    is_list = all(t.kind == "code" or joins(t) or t.text in (",", "&") for t in between)
    return [part.words[i] for i in codes] if len(codes) >= PAIR and is_list else []


def with_only(part: Part, code: Token) -> Part:
    """The part as it is for just one of several things that it names by their codes."""
    at = [i for i, t in enumerate(part.words) if t.kind == "code"]
    return replace(part, words=(*part.words[: at[0]], code, *part.words[at[-1] + 1 :]))


def _creations(part: Part) -> Iterator[Part]:
    """`Create a customer … and then an order` are two, and so are `"Bolt", 3 at 0.50, and "Nut", 2 at 0.20`."""
    if each := _told_alike(part) or _one_and_one(part):
        yield from (replace(part, words=words) for words in each)
        return
    start = 0
    for at in range(1, len(part.words) - 2):
        said = [t.norm for t in part.words[at : at + 3]]
        if joins(part.words[at]) and said[1] in ANOTHER and said[2] in ONE_MORE:
            yield replace(part, words=tuple(without_ends(part.words[start:at])))
            start = at + 2
    yield replace(part, words=part.words[start:])


def _told_alike(part: Part) -> list[tuple[Token, ...]]:
    """The words for each of several things of one kind that are told of alike, each by a name and numbers; none where
    just one is told of."""
    words, aside = part.words, thing_of(part)
    own = words[: len(words) - len(aside) - 1] if aside else words
    first = next((i for i, t in enumerate(own) if t.kind == "quoted" or (i and t.text[:1].isupper())), 0)
    kind = own[:first]
    if not kind or any(not t.text.islower() or t.norm in ASIDES for t in kind):
        return []
    told = groups_of(own[first:])
    shapes = [_shape(group) for group in told]
    for size in range(1, len(told) // PAIR + 1):
        shape = shapes[:size]
        alike = len(told) % size == 0 and all(shapes[i : i + size] == shape for i in range(0, len(told), size))
        if alike and shape[0][:1] == ("name",) and any("number" in each for each in shape):
            things = [told[i : i + size] for i in range(0, len(told), size)]
            return [(*kind, *_joined(thing), *((COMMA, *aside) if aside else ())) for thing in things]
    return []


def _one_and_one(part: Part) -> list[tuple[Token, ...]]:
    """The words for each of `two orders for Ada, one of 5 mugs and one of 3 cups`, where just so many are told of."""
    words = part.words
    begins = [i for i in range(2, len(words) - 1) if words[i].norm in _ONE and _parts(words[i - 1])]
    first = words[0].norm if words else ""
    count = NUMBER_WORDS.get(first, 0) or int(first if first.isdigit() else 0)
    kind = words[1 : begins[0]] if begins else ()
    apart = count == len(begins) >= PAIR and bool(kind) and kind[0].kind == "word" and kind[0].text.islower()
    if not apart or words[begins[0] - 1].text not in (",", ":"):
        return []
    told = [without_ends(words[i + 1 : j]) for i, j in pairwise((*begins, len(words)))]
    shared = without_ends(kind)
    return [(*shared, *each) for each in told] if all(says_which(each) for each in told) else []


def _parts(token: Token) -> bool:
    return joins(token) or token.text in (",", ":")


def _shape(words: Sequence[Token]) -> tuple[str, ...]:
    """How a thing is told of, whichever it is: `name`, or `number at number`."""
    shape: list[str] = []
    for token in words:
        is_name = token.kind == "quoted" or (token.kind == "word" and token.text[:1].isupper())
        goes_on = shape[-1:] == ["name"] and token.kind == "word" and token.norm not in STOP
        if is_name or goes_on:
            shape += [] if shape[-1:] == ["name"] else ["name"]
        elif token.kind != "mark":
            shape.append("number" if token.kind == "number" else token.norm)
    return tuple(shape)


def _joined(groups: Sequence[Sequence[Token]]) -> list[Token]:
    """The groups with a comma between them."""
    return [t for number, group in enumerate(groups) for t in (*([COMMA] if number else []), *group)]

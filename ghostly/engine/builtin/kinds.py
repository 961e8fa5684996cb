"""Words for the kind of a thing before its name: `the ticket Broken lamp` is what is called Broken lamp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ..page import Node
from .finding import SYNONYMS, Found, does, find, opens_all
from .lexicon import STOP, same, verbs
from .matching import Match, Reading
from .part import content_of
from .words import Token, parts

_LONGEST_NAME = 3
_AT, _PAGES = {"on", "in", "at", "en"}, {"page", "screen", "section", "pagina", "pantalla", "seccion"}
# How a form that is filled in on several pages is gone on with, and is ended.
_STEPS = SYNONYMS["next"], {"finish", "complete", "finalizar", "completar", "terminar"}
# How something is put into a list, a register or a book.
_PUTS_IN = {"add", "create", "enter", "record", "register", "log", "anadir", "anotar", "introducir", "registrar"}
# What any form holds.
_CHANGES = {"changes", "change", "data", "details", "form", "cambios", "cambio", "datos", "formulario"}


def by_name(
    reading: Reading, words: Sequence[Token], nodes: Sequence[Node], prefers: Callable[[Node], float], found: Found
) -> Found:
    """What the name alone finds, where nothing fits the name and the word for its kind together."""
    kinds = [a for a, b in pairwise(words) if _is_kind_of(a, b)]
    if found.is_sure or not kinds:
        return found
    named = find(reading, [t for t in words if t not in kinds], nodes, prefers)
    if not named.is_sure or named.match is None:
        return found
    match = named.match
    if _does_untold(match.node, words):
        # `Water Rex` is not meant by `releasing Rex`.
        return found
    return Found(Match(match.node, match.score, match.used | {t.number for t in kinds}, match.own, match.extra))


def _does_untold(node: Node, words: Sequence[Token]) -> bool:
    """Whether a button begins with a word of what it does to the thing, which is not asked for."""
    act, *thing = parts(node.said) or ("",)
    told = {word for t in words for word in parts(t.text)}
    acts = node.role in ("button", "menuitem") and bool(thing) and all(word in told or word in STOP for word in thing)
    return acts and not any(same(act, word) for word in told) and not opens_all(node)


def renamed(reading: Reading, words: Sequence[Token], nodes: Sequence[Node], found: Found) -> Found:
    """The one button that says the same in other words: `Create purchase` for `New order`."""
    told = content_of(_without_page(reading, words))
    asked = [word for token in told for word in parts(token.text)]
    # `Continue` is what `Next` does, and hardly any other single word is sure to mean the same as another.
    least = 1 if any({*asked} <= group for group in _STEPS) else 2
    if found.is_sure or not least <= len(asked) <= _LONGEST_NAME or any(t.kind not in ("word", "quoted") for t in told):
        return found
    buttons = [n for n in nodes if n.role in ("button", "link", "menuitem") and not n.disabled]
    alike = [n for n in buttons if _says_same(parts(n.said), asked)] or [n for n in buttons if _saves_too(n, asked)]
    is_step = len(asked) > 1 or any({*asked, *(w for n in alike for w in parts(n.said))} <= group for group in _STEPS)
    if len(alike) != 1 or not is_step:
        return found
    used = frozenset(t.number for t in words if t.kind != "mark")
    return Found(Match(alike[0], 1.0, used, used, 0.0))


def _without_page(reading: Reading, words: Sequence[Token]) -> Sequence[Token]:
    """Without what says on which page a control is, where that page is shown: `on the Boats page`."""
    at = next((i for i, t in enumerate(words) if t.norm in _AT and words[i + 1 : i + 2]), len(words))
    place = [t for t in words[at + 1 :] if t.kind != "mark" and t.norm not in STOP]
    called = [word for t in place if t.norm not in _PAGES for word in parts(t.text)]
    shown = [n for n in reading.page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")]
    is_here = len(called) < len(place) and any(list(parts(n.said)) == called for n in shown if not n.hidden)
    return [t for t in words[:at] if t.text != ","] if is_here else words


def is_renamed(node: Node, words: Sequence[Token]) -> bool:
    """Whether a control says all that is asked for, word for word, in other words."""
    asked = [word for token in content_of(words) for word in parts(token.text)]
    return bool(asked) and (_says_same(parts(node.said), asked) or _saves_too(node, asked))


def _says_same(said: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether two names have one word each for every word of the other."""
    left = list(asked)
    for word in said:
        twin = next((w for w in left if _is_like(word, w)), None)
        if twin is None:
            return False
        left.remove(twin)
    return bool(said) and not left


def _saves_too(node: Node, asked: Sequence[str]) -> bool:
    """`Store changes`, where `Save order` is asked for: both keep what the form holds, whatever it is called."""
    said = parts(node.said)
    keeps = "save" in verbs().get(asked[0], ())[:1] and does(node, "save")
    return keeps and len(said) > 1 and all(word in _CHANGES or word in STOP for word in said[1:])


def _is_like(one: str, other: str) -> bool:
    both = verbs().get(one, ())[:1], verbs().get(other, ())[:1]
    return (
        same(one, other)
        or (bool(both[0]) and both[0] == both[1])
        or {one, other} <= _PUTS_IN
        or {one, other} <= SYNONYMS["next"]
    )


def _is_kind_of(word: Token, name: Token) -> bool:
    is_name = name.names
    return word.kind == "word" and word.text.islower() and word.norm not in STOP and is_name

"""Words that say when something is looked at, and nothing of it: `at the end`, `once finished`, `una vez guardado`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from .lexicon import Verb, participles
from .speech import CONNECTORS, DETERMINERS, KEPT, MODAL, PRONOUNS, does_more, finite_at, says_which, verb_at
from .words import Token

# When something is to be looked at, unless it is the end `of` something.
_WHEN = (
    ("at", "the", "end"),
    ("in", "the", "end"),
    ("at", "the", "very", "end"),
    ("al", "final"),
    ("en", "el", "acto"),
    ("al", "terminar"),
    ("al", "acabar"),
    ("al", "finalizar"),
    ("al", "hacerlo"),
    ("por", "ultimo"),
    ("when", "done"),
    ("once", "done"),
    ("after", "that"),
    ("tras", "el", "cambio"),
    ("tras", "ello"),
    ("after", "the", "change"),
    ("when", "that", "is", "done"),
    ("once", "that", "is", "done"),
    ("for", "good"),
    ("paso", "a", "paso"),
    ("step", "by", "step"),
    ("once", "saved"),
    ("when", "saved"),
    ("a", "continuacion"),
    ("from", "now", "on"),
    ("desde", "ahora"),
    ("a", "partir", "de", "ahora"),
    ("de", "ahora", "en", "adelante"),
)
_LEADS = (
    ("una", "vez", "que"),
    ("una", "vez"),
    ("as", "soon", "as"),
    ("en", "cuanto"),
    ("once",),
    ("when",),
    ("cuando",),
)
_ANYTHING = {
    "it", "that", "this", "everything", "all", "you", "i", "we", "they", "todo", "eso", "ello", "se", "lo", "la",
    "is", "are", "am", "has", "have", "been", "be", "was", "it's", "that's", "you're", "i'm", "we're", "you've", "i've",
    "we've", "everything's", "esta", "este", "estes", "haya", "hayas", "hayan", "ha", "he", "sido", "sea",
}  # fmt: skip
# What says of whatever was done that it is over.
_OVER = re.compile(r"(?:finished|done|completed?|saved|(?:termin|acab|finaliz|complet|guard|grab)ad[oa]s?|hecho)$")
_GOES_ON = DETERMINERS | PRONOUNS | MODAL | CONNECTORS | {"it", "they", "there", "tiene", "tienen", "ha", "se", "no"}
_LEAST_ALIKE = 4
_LOOKS: frozenset[Verb] = frozenset({"login", "open", "search", "filter", "sort", "expect", "explore", "back", "wait"})


def without_when(tokens: Sequence[Token]) -> list[Token]:
    """Without `at the end` and its like."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        said = tuple(t.norm for t in tokens[at : at + 4])
        when = next((len(words) for words in _WHEN if said[: len(words)] == words), 0) or _when_over(tokens, at)
        if said[:1] == ("so",) and kept and KEPT.match(kept[-1].norm):
            # `They are still so` joins nothing.
            at += 1
            continue
        if when and said[when : when + 1] not in (("of",), ("de",), ("del",)):
            at += when
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _when_over(tokens: Sequence[Token], at: int) -> int:
    """How many words say that what was ordered before is over: `once it is finished`, `una vez borrada la factura`."""
    lead = next((len(w) for w in _LEADS if tuple(t.norm for t in tokens[at : at + len(w)]) == w), 0)
    if not lead or not at:
        return 0
    between = len(list(takewhile(lambda t: t.norm in _ANYTHING, tokens[at + lead :])))
    over = at + lead + between
    is_over = over < len(tokens) and _OVER.match(tokens[over].norm) and does_more(tokens[:at], _LOOKS)
    if not is_over and (over >= len(tokens) or not _was_ordered(tokens[over], tokens[:at])):
        return 0
    after = tokens[over + 1 :]
    clause = list(takewhile(lambda t: t.kind != "mark", after))
    comma = after[len(clause) : len(clause) + 1]
    of_thing = clause and clause[0].norm in DETERMINERS and finite_at(clause) is None and not says_which(clause)
    if of_thing and comma and comma[0].text == "," and tokens[over].norm.endswith(("o", "a", "os", "as")):
        return over + 1 + len(clause) - at
    goes_on = not clause or clause[0].norm in _GOES_ON or clause[0].names or _is_check(after)
    return over + 1 - at if goes_on else 0


def _is_check(tokens: Sequence[Token]) -> bool:
    found = verb_at(tokens, 0)
    return found is not None and found[0] == "expect"


def _was_ordered(done: Token, before: Sequence[Token]) -> bool:
    """Whether a participle is of a verb that was used before: `Register it. Once registered …`."""
    root = re.sub(r"(?:ed|[ai]d[oa]s?)$", "", done.norm)
    is_done = done.norm in participles() or re.search(r"[ai]d[oa]s?$", done.norm)
    if not is_done or len(root) < _LEAST_ALIKE or done.kind != "word":
        return False
    used = (t for i, t in enumerate(before) if t.norm.startswith(root) and t.norm != done.norm and verb_at(before, i))
    return next(used, None) is not None

"""Whether two goals ask for the same thing: by what they do, with what values, in what order."""

from __future__ import annotations

from .lexicon import FAINT, STOP, meanings
from .part import Goal, Part, content_of
from .planner import goal_of
from .words import NUMBER_WORDS, ORDINALS, Token, bare, stem

LEAST = 0.6
# Words that turn what is asked for into something else, however alike the rest sounds.
_TURNS = {
    word: meaning
    for meaning, words in {
        "all": "all every each everything everyone any both todos todas todo cada ambos ambas",
        "except": "except but excepting excluding other than apart salvo excepto menos otro otra otros otras another",
        "not": "not no never none without nothing nor neither sin nunca ningun ninguna nada ni",
        "only": "only just solely solo solamente unicamente",
        "if": "if unless when si cuando salvo",
        "before": "before until antes hasta",
        "after": "after since despues tras desde",
        "instead": "instead rather vez lugar",
        "more": "more most over above greater least mas mayor encima",
        "less": "less fewer under below menor debajo",
        "first": "oldest earliest top cheapest lowest smallest",
        "last": "newest latest bottom dearest highest largest",
    }.items()
    for word in words.split()
}


def likeness(one: str, other: str) -> float:
    """0 to 1; 0 when a value, a name, its place or the kind of a step differs: another goal then, however alike it
    sounds."""
    if one == other:
        return 1.0
    first, second = goal_of(one), goal_of(other)
    if [(p.verb, p.negated) for p in first.parts] != [(p.verb, p.negated) for p in second.parts]:
        return 0.0
    if any(_particulars(a) != _particulars(b) for a, b in zip(first.parts, second.parts, strict=True)):
        return 0.0
    if _turns(first.tokens) != _turns(second.tokens):
        return 0.0
    # The verbs are the same ones already, whatever the words for them.
    said, wanted = _words(first), _words(second)
    common = sum(_is_among(word, wanted) for word in said)
    if any(not _is_among(word, wanted) for word in said - FAINT) and any(
        not _is_among(word, said) for word in wanted - FAINT
    ):
        # Each says something that the other does not: `export the rows`, `export the columns`.
        return 0.0
    return round(2 * common / (len(said) + len(wanted)), 2) if said or wanted else 1.0


def _is_among(word: str, words: set[str]) -> bool:
    return any(word == each or meanings(word) & meanings(each) for each in words)


def _particulars(part: Part) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and the numbers of a part, each in their order, which no paraphrase changes: `from Ana to Luis`."""
    tokens = [token for token in (*part.words, *part.excluded) if _is_name(token)]
    names = tuple(word for token in tokens if token.kind != "number" for word in bare(token.text).split())
    return names, tuple(bare(token.text) for token in tokens if token.kind == "number")


def _is_name(token: Token) -> bool:
    return token.is_value or (
        token.kind == "word" and token.text[:1].isupper() and token.norm not in STOP and token.number > 0
    )


def _turns(tokens: tuple[Token, ...]) -> list[str]:
    """What the goal says of which one, how many and when, in order."""
    words = [token.norm for token in tokens if token.kind == "word"]
    places = [
        str(ORDINALS[w]) if w in ORDINALS else str(NUMBER_WORDS[w]) for w in words if w in ORDINALS | NUMBER_WORDS
    ]
    return [*sorted(_TURNS[word] for word in words if word in _TURNS), *places]


def _words(goal: Goal) -> set[str]:
    return {stem(t.norm) for part in goal.parts for t in content_of(part.words) if t.kind == "word"}

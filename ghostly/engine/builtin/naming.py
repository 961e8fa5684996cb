"""Names of several words that would be torn apart: `Peña de la Cruz`, `van der Berg`, `The Red Lion`, `Dr. Obi`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .lexicon import STOP, verbs
from .part import Part
from .speech import DETERMINERS, ENDS, joins
from .words import Token, normal

# What stands inside a name, between two words of it, and what begins one, small as it is.
_INSIDE = (("de", "la"), ("de", "los"), ("de", "las"), ("del",), ("van", "der"), ("van",), ("von",), ("dos",), ("&",))
_BEFORE = (("van", "der"), ("van", "den"), ("van",), ("von",), ("de", "la"), ("de",), ("del",), ("di",), ("le",))
_ALWAYS = {"van", "von"}
_NAMING = {"called", "named", "name", "nombre", "llamado", "llamada", "apellido", "surname"}
_ARTICLES, _NEW = {"the", "el", "la", "los", "las"}, {"new", "nuevo", "nueva"}
_LONGEST = 8
_LONGEST_LABEL = 2


def with_whole_names(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Each such name as one token, as it is written."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end_of_name(tokens, at)
        elided = tokens[at].kind == "word" and tokens[at].names and tokens[at].text[:1].islower()
        if end > at + 1 or elided:
            end = max(end, at + 1)
            said = text[tokens[at].start : tokens[end - 1].end]
            said = said[:-2] if _owns(tokens, end) and said.endswith(("'s", "’s")) else said
            found.append(replace(tokens[at], kind="quoted", text=said, norm=normal(said), end=tokens[end - 1].end))
        else:
            found.append(tokens[at])
        at = max(end, at + 1)
    return tuple(replace(token, number=number) for number, token in enumerate(found))


def with_counts(part: Part, text: str) -> Part:
    """In a check what stands before a number in brackets is one name with it: `the tabs say Open (3) and Sent (2)`."""
    if part.verb != "expect" or not any(t.text == "(" for t in part.words):
        return part
    found: list[Token] = []
    for token in part.words:
        found.append(token)
        number = found[-1] if len(found) > 1 and found[-2].text == "(" else None
        at = _labelled_at(found[:-2]) if number is not None and number.norm.isdigit() else None
        closes = number is not None and text[number.end : number.end + 1] == ")"
        if at is None or number is None or not closes:
            continue
        said = text[found[at].start : number.end + 1]
        found[at:] = [replace(found[at], kind="quoted", text=said, norm=normal(said), end=number.end + 1)]
    ends = {t.end for t in found if t.kind == "quoted" and t.text.endswith(")")}
    return replace(part, words=tuple(t for t in found if not (t.text == ")" and t.end in ends)))


def _labelled_at(words: Sequence[Token]) -> int | None:
    """Where the name begins that ends here: `Turned down`."""
    for at in range(len(words) - 1, max(0, len(words) - 1 - _LONGEST_LABEL), -1):
        if words[at].kind != "word" or words[at].norm in DETERMINERS or joins(words[at]):
            return None
        if words[at].text[:1].isupper():
            return at
    return None


def _end_of_name(tokens: Sequence[Token], at: int) -> int:
    """Where a name ends that begins there and has something in it that is no word of a name elsewhere."""
    before = tokens[at - 1] if at else None
    start = at + _particles(tokens, at, _BEFORE)
    led = start > at and before is not None and (tokens[at].norm in _ALWAYS or before.norm in _NAMING)
    # `El nombre de Ada` says whose it is.
    led = led and not (tokens[at].norm in ("de", "del") and at > 1 and tokens[at - 2].norm in DETERMINERS | {"como"})
    goes_on = before is not None and _goes_on(before) and not _is_order(tokens, at - 1)
    if (not led and not _is_name(tokens, at)) or goes_on or _is_order(tokens, at):
        return at
    odd = led or tokens[at].text.endswith(".") or (_is_name(tokens, at + 1) and _is_led(tokens[at], before))
    end = start if led else at + 1
    while end < len(tokens) and end - at < _LONGEST:
        inside = 0 if tokens[end - 1].norm in _ARTICLES else _particles(tokens, end, _INSIDE)
        if not _is_name(tokens, end + inside):
            break
        odd = odd or (inside > 0 and tokens[end].text != "&") or tokens[end + inside].text.endswith(".")
        end += inside + 1
    return end if odd else at


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is named has what stands there: `Dr. Obi's order`, and not `St. Mary's in Bath`."""
    return at < len(tokens) and tokens[at].kind == "word" and not tokens[at].names and tokens[at].norm not in STOP


def _is_order(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital is only that of a sentence: `Suspend Mrs. Lee`, `Archive Peña de la Cruz`."""
    begins = not at or tokens[at - 1].text in (*ENDS, ":")
    if not begins or tokens[at].kind != "word" or tokens[at].text.endswith("."):
        return False
    titled = at + 1 < len(tokens) and tokens[at + 1].kind == "word" and tokens[at + 1].text.endswith(".")
    return tokens[at].norm in verbs() or titled


def _goes_on(before: Token) -> bool:
    """Whether what follows is no name of its own: `the Total of …`, `Mary Ann …`."""
    return before.kind == "word" and (before.norm in DETERMINERS or before.names)


def _is_led(token: Token, before: Token | None) -> bool:
    """Whether an article belongs to a name: `a customer The Red Lion`, where no sentence begins."""
    if before is None or before.text in (*ENDS, ":"):
        return False
    return token.norm in _ARTICLES or (token.norm in _NEW and before.norm not in STOP)


def _particles(tokens: Sequence[Token], at: int, all_of: Sequence[tuple[str, ...]]) -> int:
    """How many small words of a name stand there, before a word of it."""
    for run in all_of:
        words = tokens[at : at + len(run)]
        small = all(t.text == "&" or (t.kind == "word" and t.text.islower()) for t in words)
        if small and tuple(t.norm for t in words) == run and _is_name(tokens, at + len(run)):
            return len(run)
    return 0


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].names

"""Which words mark a field whose content nobody may read back."""

from __future__ import annotations

import re

MASK = "[REDACTED]"

# English, Spanish, Portuguese, French, German and Italian; whole words, so that "shipping" holds no "pin".
_SECRET = re.compile(
    r"""\b(?:pass(?:word|wd|phrase|code)s? | pas+w?o?rd | pwd? | secrets? | tokens? | pin | cvv2? | cvc2? | otp
    | api\ ?keys? | credentials? | contrase[nñ]as? | claves? | secretos? | senhas? | segredos?
    | mots?\ de\ passe | mdp | passw[oö]rt(?:er)? | kennw[oö]rt(?:er)? | geheimnis | parole? \ d\ ?ordine )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[\W_]+")


def sounds_secret(text: str) -> bool:
    """Whether a label, name, id or selector says that the field holds a secret."""
    words = _NOT_WORD.sub(" ", _HUMP.sub(" ", text))
    return bool(_SECRET.search(words))


_GIVEN = re.compile(
    _SECRET.pattern
    + r""" (?: \s+ (?: is | of | es | de | to | as | como | a | the ) \b )* (?: \s* [:=] \s* | \s+ )
    (?: "([^"]+)" | '([^']+)' | “([^”]+)” | «([^»]+)» | ([^\s"'“”«»`,;]+) )""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_VALUE = re.compile(
    r"(?:field|box|input|and|or|y|o|then|is|are|in|into|on|for|with|the|a|an|must|should|reset|form|page|campo|el|la|en|con|"
    r"change|cambio|link|button|error|was|not|has|that|que|policy|again|too|wrong|incorrect|visible|empty)[.!?]?$",
    re.IGNORECASE,
)


def secrets_in(goal: str) -> tuple[str, ...]:
    """The secrets that a goal gives in plain text, such as `password hunter2`; placeholders are none."""
    return tuple(goal[start:end] for start, end in places_of_secrets(goal))


def places_of_secrets(goal: str) -> tuple[tuple[int, int], ...]:
    """Where they begin and end."""
    places = []
    for match in _GIVEN.finditer(goal):
        group = next(number for number, said in enumerate(match.groups(), 1) if said)
        value = match[group].rstrip(".!?)")
        if len(value) > 2 and not value.startswith("{{") and not _NO_VALUE.match(value):
            places.append((match.start(group), match.start(group) + len(value)))
    return tuple(places)

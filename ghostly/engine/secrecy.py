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
# "Pin note" fastens something, "PIN code" and "Pin number" are secret.
_FASTENS = re.compile(r"^\s*(?:text |label )?[Pp]in(?= [a-z])(?! (?:code|number|nr|no|again|repeat|of|for|de|del)\b)")


def sounds_secret(text: str) -> bool:
    """Whether a label, name, id or selector says that the field holds a secret."""
    words = _NOT_WORD.sub(" ", _HUMP.sub(" ", text))
    return bool(_SECRET.search(_FASTENS.sub("", words)))


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


# What may stand between the name and the password of who signs in.
_BETWEEN = (
    r"(?:and|y|with|con|the|la|el|his|her|its|su|as|como|is|es|e-?mail|correo|signed|logged|signs|logs|in|dentro|user|"
    r"usuario|identificad[oa]|tries|to|sign|log|enters?|intenta|entrar|entra|password|pass(?:phrase|code|wd)?|pwd?|contrase[nñ]a|clave)\b"
)
_LET_IN = re.compile(
    rf"""(?:(?P<name>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
      | \b(?:user(?:name)?|usuario|account|cuenta|login|as|como)\s*[:=]?\s*
        (?!{_BETWEEN})["'«“]?(?P<who>[\w.-]*\w)["'»”]?)
    (?P<between>(?:\s | [/|,:.;(=\u2013-] | \b{_BETWEEN}){{1,16}}?)
    (?: "(?P<a>[^"]+)" | '(?P<b>[^']+)' | “(?P<c>[^”]+)” | «(?P<d>[^»]+)» | `(?P<e>[^`]+)`
      | (?!{_BETWEEN}) (?P<f>[^\s"'“”«»`,;:()/|=.\u2013-][^\s"'“”«»`,;()/|]*?(?=[.:!?]*(?:[\s,;()/|"'“”«»`]|$))) )""",
    re.IGNORECASE | re.VERBOSE,
)
_CODE = re.compile(r"#?[A-Z]{1,5}[-#]?\d+$")


def logins_in(goal: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """Where the names and the passwords stand of those who sign in, as in `ada@x.test / s3cret`."""
    places = []
    for match in _LET_IN.finditer(goal):
        group = next(name for name in "abcdef" if match[name])
        # Whoever has no address is only known by the word for a password.
        if _is_password(match[group], match["between"]) and (match["name"] or _SECRET.search(match["between"])):
            places.append((match.span("name" if match["name"] else "who"), match.span(group)))
    return tuple(places)


def _is_password(value: str, between: str) -> bool:
    if value.startswith("{{") or "@" in value or _NO_VALUE.match(value):
        return False
    if _SECRET.search(between):
        return len(value) > 2
    mixed = any(c.isdigit() for c in value) and any(c.isalpha() for c in value) and not _CODE.match(value)
    return mixed or between.strip() == "/"


def secrets_in(goal: str) -> tuple[str, ...]:
    """The secrets that a goal gives in plain text, such as `password hunter2`; placeholders are none."""
    return tuple(goal[start:end] for start, end in places_of_secrets(goal))


def named_secrets(goal: str) -> dict[str, str]:
    """Each of these secrets by the name that stands for it in a placeholder."""
    return {f"GOAL_SECRET_{number}": secret for number, secret in enumerate(secrets_in(goal), 1)}


def named_in(text: str, goal: str) -> str:
    """The text with a placeholder for each secret of the goal."""
    for name, secret in named_secrets(goal).items():
        text = text.replace(secret, f"{{{{{name}}}}}")
    return text


def places_of_secrets(goal: str) -> tuple[tuple[int, int], ...]:
    """Where they begin and end."""
    places = [secret for _, secret in logins_in(goal)]
    for match in _GIVEN.finditer(goal):
        group = next(number for number, said in enumerate(match.groups(), 1) if said)
        value = match[group].rstrip(".!?)")
        place = match.start(group), match.start(group) + len(value)
        fastens = match[0][:3].casefold() == "pin" and not value.isdigit()
        if len(value) > 2 and not value.startswith("{{") and not _NO_VALUE.match(value) and not fastens:
            places += [] if any(_overlap(place, other) for other in places) else [place]
    return tuple(sorted(places))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]

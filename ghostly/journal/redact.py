"""What never leaves: secrets are masked in an event before anyone, the store included, gets to see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import cast

from ..engine.secrecy import MASK, sounds_secret
from ..engine.spellings import begun, spelled

# A shorter value is masked only where it stands alone: "1234" must not blank out "12345".
_LONG_ENOUGH_ANYWHERE = 6

_NAMES = r"""pass(?:word|wd|phrase|code)|pwd|secret|(?:access|refresh|id|auth|csrf|api)?[_-]?token|api[_-]?key
|authorization|contraseña|contrasena|clave|senha|mot\ de\ passe|passwort|kennwort|pin|cvv"""
# Words of the protocol itself: a password "pass" must not make the status unreadable.
_STRUCTURE = frozenset({"action", "code", "kind", "source", "state", "status", "stopReason", "type", "verdict"})
_PATTERNS = (
    (re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*"), MASK),
    (re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]{8,}", re.IGNORECASE), rf"\1 {MASK}"),
    (re.compile(r"\b(sk|gk|pk)[-_][\w-]{16,}"), MASK),
    (re.compile(r"(://)[^/@\s:]+:[^/@\s]+@"), rf"\1{MASK}@"),
    # name=value, "name": "value" and name: value; not `#password:visible` or `[name=password]`, which are selectors.
    (
        re.compile(
            rf"""(?:\b|(?<=[_-])|(?-i:(?<=[a-z])(?=[A-Z])))({_NAMES})("?\s*=\s*"?|"\s*:\s*"?|:\s+"?)(?!Bearer\b|Basic\b|\[REDACTED|\{{\{{)([^\s"'&,;\])]+)""",
            re.I | re.X,
        ),
        rf"\1\2{MASK}",
    ),
)


# One of these is in every text that some pattern could match.
_SUSPICIOUS = re.compile(r"[=@]|eyJ|[sgp]k[-_]|:\s|\"\s*:|bearer|basic", re.IGNORECASE)


class Redactor:
    """Masks the secrets of one run, those known from its start and those learnt on the way."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._values: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        for value in secrets:
            self.learn(value)

    def learn(self, value: str) -> None:
        """From now on `value` is a secret."""
        if not value.strip() or value in self._values:
            return
        self._values.add(value)
        longest_first = sorted(self._values, key=len, reverse=True)
        cut = [begun(value) for value in longest_first if len(value) >= _LONG_ENOUGH_ANYWHERE]
        self._pattern = re.compile("|".join([*map(_escaped, longest_first), *cut]))

    def text(self, text: str) -> str:
        """`text` with its secrets masked, and without the characters that no database keeps."""
        if not text.isascii() or "\x00" in text:
            text = text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
        if self._pattern is not None:
            text = self._pattern.sub(MASK, text)
        # Most texts are short and plain, and every event has a dozen of them.
        if _SUSPICIOUS.search(text):
            for pattern, mask in _PATTERNS:
                text = pattern.sub(mask, text)
        return text

    def data(self, value: object) -> object:
        """The same for every string of a JSON value."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            value = self._without_typed_secret(value)
            return {key: v if key in _STRUCTURE else self.data(v) for key, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.data(v) for v in value]
        return value

    def _without_typed_secret(self, step: Mapping[str, object]) -> Mapping[str, object]:
        """A `fill` step whose selector says what it fills keeps its value to itself."""
        if step.get("action") != "fill" or not isinstance(step.get("value"), str):
            return step
        typed = cast(str, step["value"])
        if typed in self._values or (typed and sounds_secret(str(step.get("selector", "")))):
            # A placeholder is no secret, and says which one was typed.
            return {**step, "value": typed if _is_placeholder(typed) else MASK}
        return step


def _is_placeholder(text: str) -> bool:
    return re.fullmatch(r"\{\{\w+\}\}", text) is not None


def _escaped(value: str) -> str:
    escaped = spelled(value)
    if len(value) >= _LONG_ENOUGH_ANYWHERE:
        return escaped
    return rf"(?<!\w){escaped}(?!\w)"

"""Keeps the secrets of a visit out of whatever its browser says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ghostly.engine.secrecy import MASK
from ghostly.engine.spellings import DOTS, begun, plainest, spelled

_SHORTEST_ANYWHERE = 4


class Hider:
    """Masks the secrets that a run brought and those that were typed, a short one only where it is a whole value."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._plainest: list[str] = []
        self._whole: re.Pattern[str] | None = None
        self._begun: re.Pattern[str] | None = None
        self._values: re.Pattern[str] | None = None
        for secret in secrets:
            self.learn(secret)

    def learn(self, secret: str) -> None:
        """From now on it is one."""
        if not secret or secret in self._known:
            return
        self._known.add(secret)
        longest_first = sorted(self._known, key=len, reverse=True)
        long = [each for each in longest_first if len(each) >= _SHORTEST_ANYWHERE]
        short = [re.escape(each) for each in longest_first if len(each) < _SHORTEST_ANYWHERE]
        # To look for a part is a hundred times faster, and a trace may be large.
        self._plainest = [plainest(each) for each in long]
        self._whole = re.compile("|".join(map(spelled, long))) if long else None
        self._begun = re.compile("|".join(filter(None, map(begun, long)))) if long else None
        value = "|".join(short)
        self._values = re.compile(rf'^(?:{value})$|(?<=: )"?(?:{value})"?$', re.MULTILINE) if short else None

    def also(self, secrets: Iterable[str]) -> Hider:
        """One that knows more, for a moment."""
        return Hider([*self._known, *secrets])

    def text(self, text: str) -> str:
        text = self.whole(text)
        if self._begun is not None and any(dots in text for dots in DOTS):
            text = self._begun.sub(MASK, text)
        if self._values is not None and text:
            text = self._values.sub(MASK, text)
        return text

    def whole(self, text: str) -> str:
        """The same for a text that nobody has cut, however long it is."""
        if self._whole is not None and any(part in text for part in self._plainest):
            text = self._whole.sub(MASK, text)
        return text

    def cut(self, text: str, longest: int) -> str:
        """No longer than that, and without a part of a secret at its end."""
        return self.text(text)[:longest]

    def been_cut(self, text: str, longest: int) -> str:
        """The same for a text that the page has cut already."""
        if len(text) < longest:
            return self.text(text)
        return self.text(f"{text}…").removesuffix("…")

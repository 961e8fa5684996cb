"""Text of a page that addresses whoever tests it. It is only counted: nothing that a page says is an order. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .facts import Fact
from .page import Page

_MOST = 5
_SHOWN = 120
# Ways to speak to a program that reads along, in English and Spanish; they decide nothing.
_ADDRESSES = re.compile(
    r"\b(?:ignore|disregard|forget|override|ignora|olvida|descarta)\b.{0,40}"
    r"\b(?:instructions?|prompts?|rules|goals?|tasks?|instrucciones|reglas|objetivo|tarea)\b"
    r"|\b(?:ai|llm|gpt|language model|automated|testing|test)\s+(?:agents?|assistants?|testers?|bots?|models?)\b"
    r"|\b(?:agente|asistente|bot|modelo)\s+(?:de\s+)?(?:ia|pruebas|inteligencia artificial|automatico)\b"
    r"|\bsystem\s+(?:prompt|message|override)\b|\bmark\s+(?:this|the)\s+(?:test|run)\b"
    r"|\b(?:as|you are)\s+an?\s+(?:ai|assistant|agent|language model)\b",
    re.IGNORECASE | re.DOTALL,
)


def attempts(pages: Iterable[Page]) -> tuple[Fact, ...]:
    """What the pages say to whoever tests them, whether people can see it or not."""
    found: dict[str, bool] = {}
    for page in pages:
        for node in page.nodes:
            for text in (node.name, node.text, node.title, node.hides):
                if text and _ADDRESSES.search(text):
                    found.setdefault(_shown(text), node.hidden or text == node.hides)
    said = list(found.items())[:_MOST]
    return tuple(
        Fact("untrusted", f"The page addresses the tester{' in hidden text' if hidden else ''}, unheeded: {text}.")
        for text, hidden in said
    )


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return f'"{flat}"' if len(flat) <= _SHOWN else f'"{flat[: _SHOWN - 1]}…"'

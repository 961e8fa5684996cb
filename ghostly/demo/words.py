"""The words of the application in every language it speaks, read from words.json."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

LANGUAGES = ("en", "es")

Sections = dict[str, dict[str, dict[str, str]]]


@cache
def _sections() -> Sections:
    return cast(Sections, json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8")))


def _section(name: str, lang: str) -> dict[str, str]:
    return {key: entry[lang] for key, entry in _sections()[name].items()}


@cache
def page_words(lang: str) -> dict[str, str]:
    return _section("pages", lang)


@cache
def script_words(lang: str) -> dict[str, str]:
    """What the scripts of a page say."""
    return _section("scripts", lang)


@cache
def synonyms(lang: str) -> dict[str, str]:
    """Other words for the same buttons."""
    return _section("synonyms", lang)


@cache
def fault_sentences(lang: str) -> dict[str, str]:
    return _section("faults", lang)


def money(cents: int, lang: str) -> str:
    amount = f"{cents / 100:,.2f}"
    if lang == "es":
        return amount.translate(str.maketrans(",.", ".,")) + " €"
    return "€" + amount

"""Days, however people write them: `2025-02-27`, `27 Feb 2025`, `27 de febrero`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from .words import WEEKDAY, parts

_MONTHS = (
    "jan january ene enero",
    "feb february febrero",
    "mar march marzo",
    "apr april abr abril",
    "may mayo",
    "jun june junio",
    "jul july julio",
    "aug august ago agosto",
    "sep sept september septiembre setiembre",
    "oct october octubre",
    "nov november noviembre",
    "dec december dic diciembre",
)
_POINTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}


def read_date(text: str, year_of: int | None = None) -> date | None:
    """A date as people write it: with the month as a word, year first, or month first; day first where the month could
    not be one, and between points. `year_of` is the year where none is named."""
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    month = next((MONTHS[word] for word in parts(text) if word in MONTHS), None)
    if month is not None and 0 < len(numbers) < 3:
        return _day(numbers[1] if len(numbers) > 1 else year_of, month, numbers[0])
    if len(numbers) != 3:
        return None
    year, month, day = numbers if numbers[0] > 31 else (numbers[2], numbers[0], numbers[1])
    if month > 12 or _POINTED.fullmatch(text.strip()):
        month, day = day, month
    return _day(year if year > 99 else 2000 + year, month, day)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


# Whose 29 February there is, for two days that both name no year.
_LEAP = 2000
_MONTH = "|".join(MONTHS)
DATES = re.compile(
    rf"\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}"
    rf"|(?:\b{WEEKDAY})?(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?:{_MONTH})\b\.?"
    rf"(?:,?\s+(?:de\s+|del\s+)?\d{{4}}\b)?"
    rf"|\b(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def says_day(text: str, said: str) -> bool:
    """Whether a text says the day that a goal names, where both can be read in one way only; the year is that of the
    other where one names none."""
    if not _is_plain(said):
        return False
    named = read_date(said)
    days = (read_date(each, named.year if named else _LEAP) for each in DATES.findall(text) if _is_plain(each))
    return any(day is not None and read_date(said, day.year) == day for day in days)


def _is_plain(said: str) -> bool:
    """Whether day and month cannot be taken for each other: by a word, or by the year that stands first."""
    return bool(DATES.fullmatch(said)) and bool(re.match(r"\d{4}|.*[^\W\d]{3}", said))

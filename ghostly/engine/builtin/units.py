"""Words for a currency or a unit, and the signs by which a page shows it: `euros` where a total is €5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from .words import Token, normal

# One line a unit.
_NAMES = """
€ eur euro euros
$ usd dollar dollars dolar dolares
£ gbp pound pounds sterling libra libras
¥ jpy yen yenes
% percent percentage porcentaje
kg kilo kilos kilogram kilograms kilogramo kilogramos
km kilometre kilometres kilometer kilometers kilometro kilometros
g gram grams gramo gramos
l litre litres liter liters litro litros
ml millilitre millilitres milliliter milliliters mililitro mililitros
m metre metres meter meters metro metros
mm millimetre millimetres millimeter millimeters milimetro milimetros
m² m2 sqm
cm centimetre centimetres centimeter centimeters centimetro centimetros
mi mile miles milla millas
h hour hours hora horas
min minute minutes minuto minutos
°c celsius
°f fahrenheit
"""


_COUNTS = {"are", "hay", "quedan", "remain"}
_SIGNS = ("€", "$", "£")


def with_signs(words: Sequence[Token]) -> tuple[Token, ...]:
    """Amounts by their signs: `340 euros` as `340 €`."""
    found: list[Token] = []
    for token in words:
        sign = names_of_unit(token.norm)[:1] if token.kind == "word" and names_unit(token) else ()
        plain = (
            bool(found) and found[-1].kind == "number" and found[-1].text[-1:].isdigit() and found[-1].text[0].isdigit()
        )
        if plain and sign and sign[0] in _SIGNS:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {sign[0]}", norm=f"{found[-1].norm} {sign[0]}")
        else:
            found.append(token)
    return tuple(found)


def is_otherwise(text: str, words: Sequence[Token]) -> bool:
    """Whether a text gives a number that is told in a unit, as `4.5 kg` is, in other units only, as `4.5 € … 9 kg`
    does, or one that counts things, as in `there are 3 left`, only in some unit."""
    for at, token in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        if token.kind != "number" or not token.text[-1:].isdigit():
            continue
        if after is not None and after.kind == "word" and names_unit(after):
            names: Sequence[str] = names_of_unit(after.norm)
        elif at and words[at - 1].norm in _COUNTS:
            names = ()
        else:
            continue
        if _gives_otherwise(normal(text), token, names):
            return True
    return False


def _gives_otherwise(text: str, number: Token, names: Sequence[str]) -> bool:
    figure = "[.,]".join(map(re.escape, re.split("[.,]", number.text)))
    places = list(re.finditer(rf"(?<![\w.,]){figure}0*(?![.,]?\d)", text))
    given = [_unit_beside(text, place) for place in places]
    if not names:
        return bool(given) and all(given)
    elsewhere = bool(_beside_number(tuple(names)).search(text))
    return bool(places) and not any(unit in names for unit in given) and (elsewhere or all(given))


def _unit_beside(text: str, place: re.Match[str]) -> str:
    """The unit right before or behind a number; empty where it has none."""
    after = re.match(r"\s?([^\W\d_]+[²2]?|[€$£¥%])", text[place.end() :])
    before = re.search(r"(?<!\d)(?<!\d )([€$£¥])\s?$", text[: place.start()])
    units = [found[1] for found in (after, before) if found and names_of_unit(found[1])]
    return units[0] if units else ""


def names_unit(token: Token) -> bool:
    return bool(names_of_unit(token.norm)) and (token.text.islower() or token.text.isupper())


def shows_unit(text: str, token: Token) -> bool:
    """Whether a text has a number in the unit that a word names, whatever it calls that."""
    return names_unit(token) and bool(_beside_number(names_of_unit(token.norm)).search(normal(text)))


@lru_cache(maxsize=1_000)
def names_of_unit(word: str) -> Sequence[str]:
    """All that a unit is called, by one of its names; none where the word names no unit."""
    return next((tuple(names) for line in _NAMES.strip().splitlines() if word in (names := line.split())), ())


@lru_cache(maxsize=100)
def _beside_number(names: Sequence[str]) -> re.Pattern[str]:
    said = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?:{said})\s?[-−]?\d|\d\s?(?:{said})(?!\w)")

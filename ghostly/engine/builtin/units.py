"""Words for a currency or a unit, and the signs by which a page shows it: `euros` where a total is €5."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

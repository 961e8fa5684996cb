"""What people call a colour: by the nearest of the usual names, and by the family of its hue."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

from .words import stem

_NAMES = {
    "black negro": (0, 0, 0), "white blanco": (255, 255, 255), "gray grey gris": (128, 128, 128),
    "silver plata": (192, 192, 192), "red rojo": (255, 0, 0), "maroon granate": (128, 0, 0),
    "green verde": (0, 128, 0), "lime lima": (0, 255, 0), "blue azul": (0, 0, 255), "navy marino": (0, 0, 128),
    "yellow amarillo": (255, 255, 0), "orange naranja": (255, 165, 0), "purple morado violet": (128, 0, 128),
    "magenta fuchsia fucsia": (255, 0, 255), "cyan aqua cian turquoise": (0, 255, 255), "teal": (0, 128, 128),
    "olive oliva": (128, 128, 0), "pink rosa": (255, 192, 203), "brown marron": (139, 69, 19),
}  # fmt: skip
# Where each family of hues ends, in degrees.
_HUES = (
    (15, "red rojo"), (45, "orange naranja"), (70, "yellow amarillo"), (165, "green verde"), (200, "cyan cian"),
    (260, "blue azul"), (290, "purple morado violet"), (345, "magenta pink rosa"), (360, "red rojo"),
)  # fmt: skip
_NEAR = 60
COLORS = frozenset(name for names in (*_NAMES, *(words for _, words in _HUES)) for name in names.split())


@lru_cache(maxsize=512)
def color_words(css: str) -> frozenset[str]:
    """The names of a colour such as `rgb(255, 0, 0)`, each with the ending of its plural and gender cut."""
    numbers = [float(each) for each in re.findall(r"[\d.]+", css)][:3]
    if not css.startswith("rgb") or len(numbers) < 3:
        return frozenset()
    red, green, blue = numbers
    near = {name: max(abs(a - b) for a, b in zip(numbers, rgb, strict=True)) for name, rgb in _NAMES.items()}
    closest = min(near, key=lambda name: near[name])
    names = set(closest.split()) if near[closest] < _NEAR else set()
    hue, _, colourful = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    if colourful > 0.15 and max(numbers) - min(numbers) > 30:
        names |= set(next(words for end, words in _HUES if hue * 360 <= end).split())
    return frozenset(names | {stem(name) for name in names})

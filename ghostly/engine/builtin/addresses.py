"""Street addresses as people write them: `Flat 3, 12 Elm Street`, `C/ Mayor, 5, 2º B`, `5 Rue de la Paix`."""

from __future__ import annotations

import re

_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’-]*"
_SMALL = r"(?:(?:de|del|la|las|los|el|l[ae]s?|du|des|y)\s)"
_NAMES = rf"{_SMALL}{{0,2}}{_NAME}(?:\s{_SMALL}{{0,2}}{_NAME}){{0,3}}?"
_FLAT = r"(?:Flat|Apt|Apartment|Unit|Suite)\.?\s\w{1,4}"
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Drive|Court|Square|Crescent|Terrace)\b(?:\.(?=,|\s[a-z]))?"
)
_KIND = r"(?:[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo|[Cc]amino|[Rr]onda|Avda\.|Av\.|Pza\.)\s"
# `Pon calle Calle Mayor 5` names the field first.
_CALLE = rf"(?:[Cc]/\s?|{_KIND}(?!{_KIND}))"
_FLOOR = r"\d{1,2}[ºª°](?:\s?[A-Z]\b|\s(?:izquierda|derecha|(?:izq|izda|dcha|dch)\b\.?))?"
# What follows shows that no thing is counted: `3 Tennis Court bookings`.
_ENDS = r"(?=\s*(?:$|[.,;:)\n]|(?:and|with|as|in|for|to|from|on|into|at|y|con|como|en|para)\b))"
ADDRESS = (
    rf"(?:{_FLAT},\s)?\d{{1,5}}[A-Za-z]?\s{_NAMES}\s{_STREET}(?:\s[NS]?[EW]\b)?(?:,\s{_FLAT}\b)?{_ENDS}"
    rf"|{_CALLE}{_NAMES},?\s(?:n[º°.]\s?)?\d{{1,4}}[A-Za-z]?\b(?:,?\s{_FLOOR})?(?!\w)"
    rf"|\d{{1,4}},?\s(?:[Rr]ue|[Bb]oulevard)\s{_NAMES}{_ENDS}"
)
_WHOLE = re.compile(ADDRESS)


def is_address(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text))

"""Whether a sentence says how something is, and orders nothing: `The list starts with Ada`, `13 orders remain`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lexicon import STOP, Verb
from .part import Part
from .speech import COMMA, DETERMINERS, GONE, ITS, SOLELY, joins, verb_at
from .words import Token, count_of, stem

# What only what is shown does, whatever it is; nobody is ordered so in the third person.
_SHOWS_ITSELF = re.compile(
    r"(?:opens|loads|tells|states|starts|begins|ends|adds|sums|totals|turns|comes|pops|stays?|remains?|matches|match|equals|reads?"
    r"|appears?|disappears?|lists|contains|includes|stands?|amounts"
    r"|empiezan?|comienzan?|acaban?|terminan?|suman?|siguen?|quedan?|salen?|aparecen?|desaparecen?|constan?|figuran?"
    r"|contienen?|coinciden?|ponen?|dicen?|muestran?|permanecen?)$"
)
# What anybody and anything may be or have, and what may tell why something is done.
_IS = re.compile(r"(?:is|are|was|were|has|have|belongs?|es|son|estan?|fue|fueron|tienen?|pertenecen?)$")
_PLACES = {
    "list", "table", "page", "screen", "header", "heading", "row", "line", "footer", "counter", "lista", "listado",
    "tabla", "pagina", "pantalla", "cabecera", "fila", "linea", "pie", "contador",
}  # fmt: skip
_NOW = {"now", "still", "ahora", "ya", "todavia", "aun"}
_RELATIVES = {"that", "which", "who", "whose", "que", "if", "when", "because", "si", "cuando", "porque", "and", "y"}
_SPOTS = {"arriba", "abajo"}
_NONE = {"no", "none", "nothing", "nobody", "ningun", "ninguna", "ninguno", "nada", "nadie"}
_IT = {"it", "they", "everything", "todo"}
_DETAILED: frozenset[Verb] = frozenset({"create", "edit", "fill", "choose", "upload"})
_LONGEST_SUBJECT = 9


def asserts(words: Sequence[Token], before: Part | None) -> bool:
    """Whether the words tell what has come of what was done. Behind an order that may go on with what goes into a form
    it has to be told of a place, of another thing by its code, or as it is now."""
    at = _verb_of(words)
    if not at:
        return False
    subject, shows = words[:at], bool(_SHOWS_ITSELF.match(words[at].norm))
    # `The customer has cancelled it` tells why.
    told = _tells(words[at + 1 :]) and (subject[0].is_value or any(t.names for t in words[1:]))
    told = told or subject[0].norm in _NONE or any(GONE.match(t.norm) for t in words[at + 1 : at + 3])
    if not shows and not told:
        return False
    if before is None or before.verb not in _DETAILED:
        return shows or subject[0].norm not in _IT
    known = {t.norm for t in before.words}
    another = any(t.kind == "code" and t.norm not in known for t in subject)
    of_place = bool({w for t in subject for w in (t.norm, stem(t.norm))} & _PLACES - {stem(w) for w in known})
    return another or of_place or bool({t.norm for t in words} & _NOW)


def shows_itself(words: Sequence[Token]) -> bool:
    """Whether only what an application shows can be told of so, as in `The Orders page opens`."""
    at = _verb_of(words)
    return bool(at and _SHOWS_ITSELF.match(words[at].norm))


def _tells(told: Sequence[Token]) -> bool:
    return any(t.kind != "mark" and (t.names or t.norm not in STOP) for t in told)


def _verb_of(words: Sequence[Token]) -> int:
    """Where the verb stands behind a thing that the words begin with; 0 where they begin with none."""
    begins = _begins(words)
    comma = 0
    least = 1 + (words[0].norm in DETERMINERS | ITS) if begins else len(words)
    for at in range(least, min(len(words), _LONGEST_SUBJECT)):
        token = words[at]
        if token.norm in _RELATIVES and not (joins(token) and words[at - 1].names):
            return 0
        if token.text == ",":
            comma += 1
            continue
        if token.kind == "mark":
            return 0
        verb = token.kind == "word" and token.text.islower() and comma != 1
        if verb and (_SHOWS_ITSELF.match(token.norm) or _IS.match(token.norm)):
            return at
    return 0


def _begins(words: Sequence[Token]) -> bool:
    """Whether a thing stands first: `the list`, `ORD-7`, `its total`, `13 orders`, `it`."""
    first, after = (*words[:2], COMMA, COMMA)[:2]
    if first.norm in DETERMINERS | ITS | _IT | _NONE | SOLELY | _SPOTS:
        return True
    counts = count_of(first) is not None and after.kind == "word" and stem(after.norm) != after.norm
    named = first.is_value or (first.text[:1].isupper() and first.norm not in STOP and verb_at(words, 0) is None)
    return counts or (named and first.kind != "number")

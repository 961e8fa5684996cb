"""That nothing has come of what was tried, as a check tells it: `nothing was saved`, `no se crea ningún cliente`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .speech import DETERMINERS, NOTICES
from .words import Token

_DONE = r"(?:(?:creat|sav|add|stor|record|register|book|plac|insert|persist)ed|made)"
_BE = r"(?:(?:should|must|may|shall|has to|will) )?(?:is|was|are|were|be|been|gets?|got|(?:has|have|had) been)"
_NOT = r"(?:(?:is|was|are|were|has|have|been|be|does|did) not|(?:is|are|was|were|has|have|does|did)n't|never)"
_AFTER = r"(?: (?:yet|either|at all|anywhere|there|here|then|afterwards|(?:to|in|on) the \w+))*"
_LED = r"(?:(?:and|but|so|then|also|that|que|y|e|pero|entonces|ademas|por tanto) )*"
_GUARDA = r"(?:guard|cre[aeo]|registr|anad|grab|almacen)\w*"
_ANYTHING = r"(?: (?:nada|nadie|ningun\w*(?: \w+){1,3}|(?:el|la|los|las|un|una)(?: \w+){1,2}))?"
_KEEPS_NOTHING = re.compile(
    rf"{_LED}(?:"
    rf"(?:nothing|none|no(?: \w+){{1,3}}?)(?: new)?(?: {_BE})? (?:actually |really )?{_DONE}{_AFTER}"
    rf"|(?:\w+ ){{1,5}}?{_NOT} (?:been |get |gets |be )?{_DONE}{_AFTER}"
    rf"|(?:\w+ ){{0,4}}?(?:tampoco |no )se (?:lo |la |le )?(?:h[ae]n? |hayan? |llega a |debe )?{_GUARDA}{_ANYTHING}"
    r"(?: (?:a|en) (?:la|el|su) \w+)?"
    rf"|(?:\w+ ){{0,4}}?no (?:puede|debe|tiene que) (?:quedar|estar|ser|haber sido|haberse|haber quedado) {_GUARDA}"
    rf"|nada se (?:ha )?{_GUARDA}"
    r"|(?:no|sin) (?:guardar|crear|registrar|anadir|grabar|aceptar)(?:l[oae]s?|se)"
    r"|(?:not|without) (?:sav|creat|add|stor|register|accept|keep)(?:e|ing)? (?:it|him|her|them|anything)"
    r"|(?:\w+ ){0,3}?no (?:guarda|crea|registra|anade|graba) (?:nada|ningun\w*(?: \w+){1,2})"
    r")"
)
SPEAKER = (
    r"(?:form|page|app|application|system|site|website|screen|dialog|shop"
    r"|formulario|pagina|aplicacion|sistema|web|pantalla|dialogo|tienda)"
)
_SPEAKS = (
    rf"(?:(?:the|el|la) (?:\w+ )?{SPEAKER} (?:me |nos |lo |la |then |just )*"
    r"|(?:me |nos )?(?:lo|la|se) |it (?:just )?)"
)
_REFUSES = (
    r"(?:rejects?|refuses?|declines?|(?:does not|doesn't|won't|will not) (?:accept|take)|turns? (?:it|this|that) down"
    r"|rechaz[ao]n?|denieg[ao]n?|no (?:lo |la )?(?:acepta|admite))\b"
)
_TURNS_DOWN = re.compile(f"{_LED}{_SPEAKS}{_REFUSES}")


def keeps_nothing(words: Sequence[Token]) -> bool:
    """Whether a clause says this and nothing else; in `it is not saved as Paid` something was."""
    if any(t.is_value for t in words):
        return False
    return bool(_KEEPS_NOTHING.fullmatch(" ".join(t.norm for t in words if t.kind == "word")))


def gets_message(words: Sequence[Token]) -> bool:
    """`(I get) the message "Choose a size."`, `an error`: what somebody is told, and no thing that they fetch."""
    told = [t.norm for t in words[:4] if t.kind == "word"]
    return bool(told) and told[0] in DETERMINERS and bool(set(told) & (NOTICES | {"error"}))


def turns_down(words: Sequence[Token]) -> bool:
    """Whether a statement begins with the application refusing something: `the form rejects it with …`."""
    return bool(_TURNS_DOWN.match(" ".join(t.norm for t in words if t.kind == "word")))

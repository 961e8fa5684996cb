"""Whether what a page says really says it: not that it failed, not that it will be, and not of somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .lexicon import STOP, same
from .words import Token, bare, normal, parts

_DENIES = {
    "not", "no", "never", "nothing", "none", "nobody", "cannot", "without", "unable", "impossible", "neither", "nor",
    "nunca", "nada", "nadie", "ningun", "ninguna", "ninguno", "sin", "tampoco", "imposible",
}  # fmt: skip
_FAILS = re.compile(
    r"(?:fail(?:s|ed|ure|ing)?|error(?:s|es)?|discarded|reject(?:s|ed)|denied|refused|declined|aborted|cancel(?:l?ed)"
    r"|forbidden|blocked|locked|fallo|fallid[oa]|fracas\w+|descartad[oa]|rechazad[oa]|denegad[oa]|cancelad[oa]|abortad[oa]"
    r"|bloquead[oa]|anulad[oa])$"
)
_SHORT_NOT = re.compile(r"\w+n['’]t\b|\bcould not\b|\bcan not\b", re.IGNORECASE)
_LATER = {"will", "shall", "tomorrow", "soon", "sera", "seran", "manana", "pronto", "would", "could"}
_ASKS = {"please", "favor"}
# What tells which of two things is meant: from one to another, one before another.
_DIRECTIONS = {
    "from", "to", "before", "after", "by", "above", "below", "over", "under", "than", "desde", "hasta", "antes",
    "despues", "tras", "sobre", "bajo", "for", "para",
}  # fmt: skip
_OF = {"of", "de"}
# What makes of a word right behind it something that is not so, or not yet, or in part: `partly paid`, `to be paid`.
_HEDGES = {
    "partly", "partially", "half", "almost", "nearly", "hardly", "barely", "mostly", "pre", "semi", "non", "quasi",
    "pending", "awaiting", "waiting", "unless", "until", "parcialmente", "casi", "medio", "apenas", "pendiente",
    "esperando",
}  # fmt: skip
_TO_BE = {("to", "be"), ("should", "be"), ("must", "be"), ("sin", "ser"), ("para", "ser"), ("por", "ser")}
_ENTRY = {
    "password", "passwords", "email", "mail", "user", "username", "account", "login", "sign", "log", "access",
    "credentials", "contrasena", "clave", "correo", "usuario", "cuenta", "credenciales", "acceso", "sesion",
}  # fmt: skip
_WRONG = {
    "wrong", "incorrect", "invalid", "unknown", "locked", "expired", "suspended", "disabled", "deactivated", "again",
    "incorrecto", "incorrecta", "incorrectos", "incorrectas", "invalido", "invalida", "desconocido", "caducada",
    "suspendida", "bloqueada", "desactivada",
}  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?;,])\s+|\n+|\s+[-–—|·•]\s+")
_CLAUSE = re.compile(r"[.,;!?\n]")
BINDS = {"no", "not", "without", "sin", "ningun", "ninguna"}
# What may stand between a denial and what it denies.
_MEANWHILE = {"yet", "longer", "been", "currently", "really", "aun", "todavia", "ha", "sido", "esta", "is"}
_NEAR = 3
_NEVER = BINDS | {"never", "nunca"}
_NAUGHT = {"0", "zero", "cero"}
_REACH = 2
_LONGEST_LAMENT = 160
_LAMENTS = re.compile(
    r"^\W*(?:error|fail(?:ed|ure)|fatal|something went wrong|(?:we |you )?(?:could|can|did|do) ?(?:not|n['’]t)|cannot"
    r"|unable to|sorry|oops|no se (?:ha|han)? ?pud\w+|no se pudo|ha ocurrido un error|algo (?:ha )?sali\w+ mal|fallo)\b"
)


_REFUSES = re.compile(
    r"\b(?:cannot|can ?not|can['’]t|could not|couldn['’]t|may not|not (?:be )?(?:allowed|permitted|possible)"
    r"|impossible|imposible|denied|refused|rejected|no (?:se )?(?:pued|pudo|podr|ha podido)\w*"
    r"|(?:was|were|is|has|have) not (?:been )?\w+ed|no se han? \w+[ai]d[oa]"
    r"|no permitid[oa]|denegad[oa]|rechazad[oa])\b",
    re.IGNORECASE,
)


def refuses(text: str) -> bool:
    """Whether a message says that what was asked for is not done: `It still has orders and cannot be deleted.`"""
    return bool(_REFUSES.search(text))


def vouches(text: str, words: Sequence[Token], subject: Sequence[Token]) -> bool:
    """Whether a text that has all the words of a check in it says what the check says. `words` are all those of the
    check, `subject` those that say what is to be seen."""
    loose = [t for t in subject if t.kind not in ("quoted", "code", "email", "url", "placeholder")]
    if not loose:
        # What is quoted is meant to the letter, and is read so.
        return not _is_denied_code(text, words, subject)
    said = [s for s in _SENTENCE.split(text) if any(_says(s, t) for t in subject)]
    told = " ".join(said) or text
    return not (_denies(told, words) or _is_yet_to_come(told, words) or _is_of_more(told, words, loose)
                or _is_turned(told, words))  # fmt: skip


def hedges(text: str, words: Sequence[Token], token: Token) -> bool:
    """Whether a text says a word of a check only as what is not so, not yet or not wholly: `Not paid`, `To be paid`."""
    if not vouches(text, words, [token]):
        return True
    asked = {part for t in words for part in parts(t.text)}
    said = parts(text)
    places = [at for at, word in enumerate(said) if any(word == p or same(word, p) for p in parts(token.text))]
    return bool(places) and all(_is_hedged(said, at, asked) for at in places)


def _is_hedged(said: Sequence[str], at: int, asked: set[str]) -> bool:
    led = said[max(0, at - 2) : at]
    return bool(led and led[-1] in _HEDGES - asked) or (tuple(led) in _TO_BE and not set(led) <= asked)


def laments(text: str) -> bool:
    """Whether a text complains that something did not work, as far as that can be told by how it begins."""
    return len(text) <= _LONGEST_LAMENT and bool(_LAMENTS.match(normal(text)))


def refuses_entry(text: str) -> bool:
    """Whether a text says that somebody was not let in."""
    said = set(parts(text))
    about = bool(said & _ENTRY) and len(text) <= _LONGEST_LAMENT
    return about and (bool(denial_in(text)) or bool(said & _WRONG))


def denial_in(text: str) -> str:
    """The word by which a text says that something is not so, or did not work; empty when it does not."""
    said = parts(text)
    short = _SHORT_NOT.search(text)
    return next((w for w in said if w in _DENIES or _FAILS.match(w)), "") or (short[0] if short else "")


def _says(text: str, token: Token) -> bool:
    return any(part in parts(text) for part in parts(token.text)) or bare(token.text) in normal(text)


def _denies(text: str, words: Sequence[Token]) -> bool:
    asked = {part for t in words for part in parts(t.text)}
    if asked & _DENIES or any(_FAILS.match(word) or (word.endswith("t") and "n't" in word) for word in asked):
        return False
    if any("n't" in t.norm or "n’t" in t.norm for t in words):
        return False
    said = [word for word in parts(text) if word not in asked]
    none = any(a in _NAUGHT and b in asked for a, b in pairwise(parts(text))) and not asked & _NAUGHT
    return none or any(word in _DENIES or _FAILS.match(word) for word in said) or bool(_SHORT_NOT.search(text))


def _is_denied_code(text: str, words: Sequence[Token], subject: Sequence[Token]) -> bool:
    """`Limit reached: Juliet7 was discarded` does not show that Juliet7 is there; a quoted sentence is what it is."""
    if all(t.kind == "quoted" and len(parts(t.text)) > 1 for t in subject):
        asked = {part for t in words for part in parts(t.text)}
        return asked.isdisjoint(_DENIES) and any(_is_denied_beside(normal(text), bare(t.text)) for t in subject)
    said = [s for s in _SENTENCE.split(text) if any(_says(s, t) for t in subject)]
    return _denies(" ".join(said) or text, words)


def _is_denied_beside(text: str, phrase: str) -> bool:
    """Whether a phrase is denied wherever it stands: `no Bob Test`, `Bob Test could not be saved`."""
    places = [found.span() for found in re.finditer(re.escape(phrase), text)] if phrase else []

    def is_denied(start: int, end: int) -> bool:
        before = parts(_CLAUSE.split(text[:start])[-1])[-_NEAR:]
        after = parts(_CLAUSE.split(text[end:])[0])[:_NEAR]
        return bool(BINDS & set(before)) or any(w in _DENIES or _FAILS.match(w) for w in after)

    return bool(places) and all(is_denied(*place) for place in places)


def says_not(text: str, words: Sequence[Token]) -> bool:
    """Whether a text that says a word of a check says just there that it is not so: `Not yet paid`, `sin pagar`."""
    asked = {part for t in words for part in parts(t.text)}
    if asked & _DENIES or any("n't" in t.norm or "n’t" in t.norm for t in words):
        return False
    # The `No` of `No 5` denies nothing.
    told = [t.norm for t in words if t.kind in ("word", "quoted") and not any(c.isdigit() for c in t.norm)]
    told = [part for norm in told for part in parts(norm) if part not in STOP]
    said = parts(text)
    leads = [[word for word in said[max(0, at - _NEAR) : at] if word not in _MEANWHILE][-1:] for at in range(len(said))]
    places = [at for at, word in enumerate(said) if any(same(each, word) for each in told)]
    return bool(places) and all(_NEVER & set(leads[at]) for at in places)


def _is_yet_to_come(text: str, words: Sequence[Token]) -> bool:
    asked, said = {t.norm for t in words}, parts(text)
    if text.rstrip().endswith("?") and "?" not in asked:
        return True
    return bool((_LATER & set(said)) - asked) or bool(_ASKS & set(said[:2]) and not _ASKS & asked)


def _is_of_more(text: str, words: Sequence[Token], subject: Sequence[Token]) -> bool:
    """`3 of 12 rows exported` does not say that 12 were."""
    said = parts(text)
    wanted = {t.text for t in subject if t.kind == "number" and t.text.isdigit()}
    asked = {part for t in words for part in parts(t.text)}
    for at in range(2, len(said)):
        total = said[at - 3] if said[at - 2] == "out" and at > _REACH else said[at - 2]
        if said[at] in wanted and said[at - 1] in _OF and total.isdigit() and total not in asked:
            return True
    return False


def _is_turned(text: str, words: Sequence[Token]) -> bool:
    """Whether two names have changed places: `from Ana to Luis` is not `from Luis to Ana`, nor `Bo Ray` `Ray Bo`."""
    asked, said = _led(tuple(p for t in words for p in parts(t.text))), _led(parts(text))
    names = {part for t in words if t.names for part in parts(t.text)}
    for lead in asked.keys() & said.keys():
        one, other = asked[lead] & names, said[lead] & names
        if one and other and not one & other:
            return True
    return any(_stands_before(parts(text), *pair) for pair in _name_pairs(words))


def _led(said: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for at, word in enumerate(said):
        if word in _DIRECTIONS:
            found.setdefault(word, set()).update(said[at + 1 : at + 1 + _REACH])
    return found


def _name_pairs(words: Sequence[Token]) -> list[tuple[str, str]]:
    """Names that stand side by side in a check, as first and last name do."""
    return [
        (one.norm, other.norm)
        for one, other in pairwise(words)
        if one.kind == other.kind == "word" and one.text[:1].isupper() and other.text[:1].isupper()
        and other.number == one.number + 1
    ]  # fmt: skip


def _stands_before(said: Sequence[str], one: str, other: str) -> bool:
    """Whether the two are said side by side the other way round, and nowhere as they should be."""
    pairs = set(pairwise(said))
    return (other, one) in pairs and (one, other) not in pairs

"""What a goal says in general before it asks for anything: `Nobody gets in with a wrong password: …`, `Hola,`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .lexicon import Verb
from .speech import DETERMINERS, DOING, ENDS, HAS_TO, MODAL, NOT, SECRETS, tells_of, verb_at
from .stories import GREETINGS
from .words import Token

# Whom and when a rule is about that no run can prove.
_ANYBODY = {
    "never", "always", "nobody", "anyone", "anybody", "someone", "somebody", "everyone", "everybody", "whoever",
    "people", "nunca", "jamas", "siempre", "nadie", "alguien", "cualquiera", "quien", "quienes",
}  # fmt: skip
_MAY = MODAL | {"can", "may", "could", "cannot", "can't", "puede", "pueden", "podria", "ought", "has", "have"}
_ONE = {"a", "an", "un", "una"}
_KEEPS = {"keep", "keeps", "sigo", "sigue", "suelo", "always", "siempre"}
_MISTAKES, _FORGETS = re.compile(r"(?:mistyp|equivo[cq]|typo)"), re.compile(r"(?:forg[eo]t|remember|recuerd|olvid)")
_WHAT, _HAPPENS = {"what", "que"}, {"happens", "happen", "occurs", "pasa", "ocurre", "sucede", "pasaria"}
_PERSONS = {
    "customer", "client", "colleague", "boss", "team", "support", "somebody", "someone", "they", "cliente", "clienta",
    "companero", "companera", "jefe", "jefa", "equipo", "soporte", "alguien",
}  # fmt: skip
_CLAIMS = {"says", "say", "claims", "reports", "reported", "complains", "said", "told", "dice", "dicen", "cuenta"}
_ADDS = {
    "ademas", "additionally", "moreover", "furthermore", "asimismo", "igualmente", "besides", "btw", "bueno", "vale",
    "ok", "okay", "pues", "well",
}  # fmt: skip
_HOURS = {"good", "morning", "afternoon", "evening", "dias", "tardes", "noches", "all", "team", "everyone", "equipo"}
_LONGEST_GREETING = 4
_THANKS = {
    "thanks", "thank", "you", "cheers", "please", "gracias", "muchas", "mil", "por", "favor", "so", "much", "many",
}  # fmt: skip
_DEEDS: frozenset[Verb] = frozenset({"create", "edit", "delete", "fill", "choose", "save", "click", "logout"})


def without_preamble(tokens: Sequence[Token]) -> list[Token]:
    """The goal without the general sentences that it begins with, where something is done and seen after them."""
    at = 0
    while end := next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS | {":"}), 0):
        if not _is_general(tokens[at:end]):
            break
        at = end + 1
    return list(tokens[at:] if at and _looks(tokens[at:]) else tokens)


def without_openers(tokens: Sequence[Token]) -> list[Token]:
    """The goal without the `Hola,` and `Además,` that sentences begin with, and the `, thanks!` that they end with."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text == "." and tokens[at + 1 : at + 2] != () and tokens[at + 1].text == ":":
            # `Exp.: …`
            at += 1
            continue
        if tokens[at].text == ",":
            ends = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind == "mark"), len(tokens))
            courteous = at + 1 < ends and all(t.norm in _THANKS for t in tokens[at + 1 : ends])
            if courteous and (ends == len(tokens) or tokens[ends].text in ENDS):
                at = ends
                continue
        begins = not kept or kept[-1].text in ENDS
        end = next((i for i in range(at, min(len(tokens), at + _LONGEST_GREETING)) if tokens[i].kind == "mark"), at)
        said = [t.norm for t in tokens[at:end]]
        greets = said[:1] != [] and said[0] in GREETINGS | {"good"} and set(said[1:]) <= GREETINGS | _HOURS
        # `Hey, the lamp is broken. Archive it` tells a story.
        greets = greets and tokens[min(end + 1, len(tokens) - 1)].norm not in DETERMINERS
        adds = len(said) == 1 and said[0] in _ADDS
        if begins and end > at and tokens[end].text in (",", "!") and (greets or adds) and end + 1 < len(tokens):
            at = end + 1
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _is_general(said: Sequence[Token]) -> bool:
    """Whether a sentence tells of nobody and nothing in particular, and gives no order."""
    words = [t.norm for t in said if t.kind == "word"]
    named = any(t.is_value or (i and t.text[:1].isupper() and len(t.text) > 1) for i, t in enumerate(said))
    first = verb_at(said, 0) if said else None
    if SECRETS & set(words) and any(map(_FORGETS.match, words)) and not any(t.is_value for t in said):
        return True
    if not words or named or (first is not None and first[0] in _DEEDS):
        return False
    may = bool(_MAY & set(words)) or any(pair in HAS_TO for pair in pairwise(words))
    rule = bool(_ANYBODY & set(words)) and (may or any(map(tells_of, said)))
    rule = rule or (words[0] in _ONE and may and bool(NOT & set(words)))
    asks = any(a in _WHAT and b in _HAPPENS for a, b in pairwise(words))
    habit = bool(_KEEPS & set(words[:2])) and any(word.endswith(DOING) for word in words)
    claim = bool(_PERSONS & set(words[:3])) and bool(_CLAIMS & set(words[:4]))
    return rule or asks or habit or claim or any(_MISTAKES.match(word) for word in words)


def _looks(tokens: Sequence[Token]) -> bool:
    """Whether something is to be seen."""
    verbs = [verb_at(tokens, i) for i in range(len(tokens))]
    looks = any(verb is not None and verb[0] == "expect" for verb in verbs)
    return looks or any(t.norm in MODAL or tells_of(t) for t in tokens)

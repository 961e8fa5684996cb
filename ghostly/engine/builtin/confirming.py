"""How a goal says that the question is answered which a page asks: `confirm when you are asked`, `confirmo que sí`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .lexicon import Verb, verbs
from .part import Part, calls_off
from .speech import ASIDES, DETERMINERS, ENDS, MODAL, NOT, PRONOUNS, TELL, WHENEVER, verb_at
from .words import Token

# Words that say what is asked, when, and by what; none of them says anything else of a thing.
_ASKED = {
    "when", "if", "once", "that", "you", "i", "we", "me", "am", "i'm", "you're", "are", "be", "being", "it", "asks",
    "ask", "asked", "asking", "prompts", "prompted", "appears", "comes", "pops", "up", "shows", "want", "wants",
    "wanted", "do", "really", "sure", "deletion", "removal", "delete", "deleting", "remove", "removing", "yes", "to",
    "app", "application", "page", "browser", "system", "cuando", "si", "que", "se", "de", "pregunte", "preguntan",
    "pregunten", "pregunta", "pida", "pide", "pidan", "salga", "sale", "aparezca", "aparece", "quiero", "quieres",
    "seguro", "segura", "estoy", "estas", "borrado", "eliminacion", "borrar", "borrarlo", "borrarla", "eliminar",
    "eliminarlo", "eliminarla", "aplicacion", "navegador", "sistema", "al", "del", "confirmacion", "ello", "also",
}  # fmt: skip
QUESTIONS = {
    "question", "confirmation", "dialog", "prompt", "popup", "pop-up", "alert", "warning", "notice", "message", "box",
    "window", "dialogo", "alerta", "aviso", "mensaje", "ventana", "advertencia", "cuadro",
}  # fmt: skip
# What covers a page, and how somebody takes it away.
_LAYERS = {"banner", "modal", "overlay", "cookie", "cookies", "popup", "pop-up", "dialog", "emergente", "welcome"}
_COVERING = re.compile(
    r"(?:cover|hid(?:es?|ing)|block|overla[py]|obscur|obstruct|tap[ae]|cubr|ocult|bloque|estorb|delante\b|encima\b)"
    r"|\b(?:in the way|in front of|on top of|over (?:the|everything)|no deja ver|por medio|en medio)\b"
)
_LED_BY = DETERMINERS | {
    "given", "that", "there", "there's", "is", "and", "but", "dado", "que", "hay", "sale", "aparece", "y", "pero",
}  # fmt: skip
# How often it comes, and when: `when you sign in a popup usually appears`, `suele salir un aviso`.
_MOSTLY = {"usually", "often", "sometimes", "normally", "typically", "suele", "suelen", "normalmente", "frecuentemente"}
_COMES = _MOSTLY | {
    "appear", "appears", "come", "comes", "up", "pop", "pops", "show", "shows", "salir", "aparecer", "saltar", "salta",
    "te", "me", "you", "will", "first", "primero",
}  # fmt: skip
_GETS_PAST = (
    ("get", "past"), ("click", "past"), ("get", "around"), ("get", "through"), ("saltate",), ("salta",), ("esquiva",),
    ("quitate", "de", "encima"), ("quitate", "de", "en", "medio"),
)  # fmt: skip
_TAKEN = re.compile(r"(?:close|dismiss|accept|shut|remove|clear|cierr|cerrar|acept|quit|apart|descart|get|click|press)")
_OF_LAYER = DETERMINERS | _LAYERS | QUESTIONS | _COMES | {"de", "of", "about", "sobre"}
_LEAST_COVERED = 4
_PARTS = ENDS | {",", ":", "→", "-", "–", "—"}
_IN, _JOINS = {"in", "on", "en"}, {"but", "and", "then", "pero", "y", ","}
_TAKES = ("quit", "remov", "get", "clear", "apart", "sac")
_OF = {"de", "of", "del", "about", "sobre"}
_AGREES = re.compile(r"(?:confirm|accept|acept|agree|yes$|ok$|okay$|si$)")
_DECLINES = re.compile(r"(?:dismiss|declin|reject|cancel|rechaz|deneg|den[iy]|refus)")
# Whether words ask for anything more than an answer, in which this is said of the question.
_ASKING = re.compile(r"(?:ask|prompt|pregunt|pid[ae]n?$)")
_ANSWERS: frozenset[Verb] = frozenset({"accept", "save", "expect", "close", "say", "delete"})


def asks_first(words: Sequence[Token]) -> bool:
    """Whether something is told of the question that a page asks: `if it asks`, `cuando pregunte`."""
    return any(_ASKING.match(t.norm) for t in words)


def without_question(tokens: Sequence[Token]) -> list[Token]:
    """The goal without the `when the question comes up,` and `si pregunta,` that lead to the answer to a deletion."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS
        at = _end_of_question(tokens, at) if begins else _end_of_aside(tokens, at)
        kept.append(tokens[at])
        at += 1
    return kept


def without_layers(tokens: Sequence[Token]) -> list[Token]:
    """The goal without the `a cookie notice covers the orders` before the order to close it: that cannot be done where
    nothing is in the way."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS or (tokens[at - 1].text == "," and _led_by_when(kept[:-1]))
        end = next((i for i in range(at, len(tokens)) if tokens[i].text in _PARTS), len(tokens)) if begins else at
        at = end + 1 if end > at and _covers(tokens[at:end]) and _is_taken(tokens[end + 1 :]) else at
        past = _gets_past(tokens, at)
        if past > at:
            kept.append(replace(tokens[at], norm="close"))
            at = past
        kept += tokens[at : at + 1]
        at += 1
    return kept


def _led_by_when(before: Sequence[Token]) -> bool:
    """Whether the clause that ends here is the `when you sign in` of a sentence."""
    start = next((i + 1 for i in reversed(range(len(before))) if before[i].text in ENDS), 0)
    clause = before[start:]
    return bool(clause) and len(_without_signing_in(clause)) == 0


def _gets_past(tokens: Sequence[Token], at: int) -> int:
    """Where what is in the way begins behind `get past`; the beginning for all else, as `get past the first step`."""
    run = next((len(w) for w in _GETS_PAST if tuple(t.norm for t in tokens[at : at + len(w)]) == w), 0)
    begins = not at or tokens[at - 1].text in _PARTS or tokens[at - 1].norm in ("and", "y", "then", "luego")
    if not run or not begins:
        return at
    end = next((i for i in range(at, len(tokens)) if tokens[i].text in _PARTS or tokens[i].norm in ("and", "y")), None)
    return at + run if _is_layer(tokens[at + run : end]) else at


def _covers(clause: Sequence[Token]) -> bool:
    """Whether words only tell of something in front of a page: `there is a popup over the list`."""
    mostly = any(t.norm in _MOSTLY for t in clause)
    clause = _without_signing_in(clause)
    layer = next((i for i, t in enumerate(clause) if t.norm in _LAYERS | QUESTIONS), len(clause))
    told = clause[layer + 1 :]
    while told and told[0].norm in _LAYERS | QUESTIONS:
        told = told[1:]
    plain = all(t.kind == "word" and t.norm not in MODAL | NOT - {"no"} for t in clause)
    led = all(
        t.norm in _LED_BY | _COMES or (t.norm not in TELL and not verb_at(clause, i))
        for i, t in enumerate(clause[:layer])
    )
    covers = _COVERING.search(" ".join(t.norm for t in told)) or (mostly and all(t.norm in _OF_LAYER for t in told))
    return plain and led and bool(covers) and layer < len(clause) and len(clause) >= _LEAST_COVERED


def _without_signing_in(clause: Sequence[Token]) -> Sequence[Token]:
    """A clause without the `when you sign in` that it begins with."""
    when = bool(clause) and clause[0].norm in WHENEVER | {"al", "after", "tras", "nada", "mas"}
    verb = next(((i, v) for i in range(1, min(_LEAST_COVERED, len(clause))) if (v := verb_at(clause, i))), None)
    if not when or verb is None or not (verb[1][0] == "login" or clause[verb[0]].norm.startswith("entr")):
        return clause
    return clause[verb[0] + len(verb[1][1]) :]


def _is_taken(words: Sequence[Token]) -> bool:
    """Whether what is in the way is closed next."""
    said = [t.norm for t in words if t.kind == "word"][:_LEAST_COVERED]
    return any(_TAKEN.match(norm) for norm in said)


def _end_of_question(tokens: Sequence[Token], at: int) -> int:
    comma = next((i for i in range(at, len(tokens)) if tokens[i].kind == "mark"), len(tokens))
    if tokens[at].norm not in WHENEVER or comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return at
    if not any("delete" in verbs().get(t.norm, ()) for t in tokens[:at]):
        return at
    led, answer = tokens[at:comma], tokens[comma + 1].norm
    asks = asks_first(led) or bool(QUESTIONS & {t.norm for t in led})
    answers = _AGREES.match(answer) is not None or _DECLINES.match(answer) is not None
    return comma + 1 if asks and answers and _only_answers(led) else at


def _end_of_aside(tokens: Sequence[Token], at: int) -> int:
    """Where the answer begins in `delete J-4, but when it asks for confirmation choose "Keep"`."""
    if tokens[at].norm not in WHENEVER | _IN or tokens[at - 1].norm not in _JOINS:
        return at
    is_idle = lambda t: t.norm in _IN | {"for"} or _only_answers([t])  # noqa: E731
    led = list(takewhile(is_idle, tokens[at:]))
    end = at + len(led)
    end += end < len(tokens) and tokens[end].text == ","
    acts = verbs().get(tokens[end].norm, ()) if end < len(tokens) else ()
    asks = asks_first(led) or any(t.norm in QUESTIONS or t.norm.startswith("confirmac") for t in led)
    deletes = any("delete" in verbs().get(t.norm, ()) for t in tokens[:at])
    return end if asks and deletes and {"click", "press", "choose", "close", "accept"} & set(acts) else at


def taken_away(part: Part) -> bool:
    """Whether what is to go is only in the way: `quita el aviso de las cookies`, `get rid of the popup`."""
    led = part.verb_words[:1] != () and part.verb_words[0].norm.startswith(_TAKES)
    called = [a.norm for a, b in pairwise(part.words) if b.kind == "quoted"]
    pressed = all(norm in ("with", "con", "using", "via") for norm in called)
    return led and pressed and _is_layer(part.words)


def _is_layer(said: Sequence[Token]) -> bool:
    """Whether words name nothing but what is in the way of a page: `the cookie banner`, `el aviso "Novedades"`."""
    words = [t for t in said if t.kind != "quoted"]
    told = {t.norm for t in words if t.norm not in DETERMINERS | ASIDES | _OF}
    is_layer = bool(told & _LAYERS) or (len(words) < len(said) and bool(told & QUESTIONS))
    return is_layer and not any(t.names for t in words) and told <= QUESTIONS | _LAYERS


def answered(parts: Sequence[Part]) -> list[Part]:
    """The parts, those as a plain answer that only tell how the question is answered which a deletion leads to."""
    found: list[Part] = []
    for part in parts:
        found.append(_as_answer(part) if any(map(_deletes, found[-2:])) else part)
    return found


def _as_answer(part: Part) -> Part:
    told = [t for t in (*part.verb_words, *part.words) if t.kind != "mark"]
    if part.verb not in _ANSWERS or not told or not part.verb_words or not _only_answers(told[1:]):
        return part
    if part.verb == "accept" or _AGREES.match(told[0].norm):
        return replace(part, verb="accept", words=(), negated=False)
    named = part.verb != "delete" or bool(QUESTIONS & {t.norm for t in told[1:]})
    if _DECLINES.match(told[0].norm) and named:
        return replace(part, verb="close", verb_words=(replace(told[0], norm="cancel"),), words=(), negated=False)
    return part


def _only_answers(words: Sequence[Token]) -> bool:
    idle = _ASKED | QUESTIONS | DETERMINERS | PRONOUNS | ASIDES
    return all(t.kind == "word" and t.norm in idle for t in words)


def _deletes(part: Part) -> bool:
    """`Delete it`, `press Delete`, `cancel the order`"""
    pressed = part.words[:2] if part.verb in ("click", "press") else ()
    presses = any("delete" in verbs().get(t.norm, ()) for t in pressed)
    return part.verb == "delete" or presses or (part.verb == "close" and calls_off(part) and bool(part.words))

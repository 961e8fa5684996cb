"""What is begun and left before it is saved: `start an order and back out`, `échate atrás antes de guardarlo`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import STOP, Verb, verbs
from .part import Part, content_of, gives_up
from .speech import (
    COMMA,
    DETERMINERS,
    ENDS,
    ONE_MORE,
    PRONOUNS,
    STILL,
    TELL,
    joins,
    tells_of,
    verb_at,
    without_ends,
)
from .words import Token

_BEGINS = {
    "start", "starts", "starting", "begin", "begins", "beginning", "empieza", "empiezo", "empezar", "empiece",
    "comienza", "comienzo", "comenzar", "comience", "inicia", "inicio", "iniciar", "inicie",
}  # fmt: skip
# What leads to the saving that does not come about.
_NOT_YET = (
    ("before",), ("without",), ("instead", "of"), ("rather", "than"), ("antes", "de"), ("sin",), ("en", "vez", "de"),
    ("en", "lugar", "de"),
)  # fmt: skip
_SAVING = ("sav", "stor", "submi", "send", "confirm", "finish", "guard", "envi", "grab", "termin", "acab", "complet")
# How somebody leaves what was begun, where the verb alone may mean something else.
_LEAVES = ("leav", "exit", "clos", "back", "go", "sal", "vuelv", "volv", "cierr", "cerr", "cancel", "anul", "abandon")
_BACKS_OUT = {
    "back", "backs", "backing", "change", "think", "call", "abandon", "abandons", "abandoning", "cambia", "cambio",
    "abandona", "abandono", "abandonar", "desiste", "desisto", "desistir",
}  # fmt: skip
# What is left: the form, the dialog or the page that was opened for it.
_LEFT = {
    "form", "dialog", "window", "page", "screen", "formulario", "dialogo", "ventana", "pagina", "pantalla", "of", "de",
    "del", "out", "again", "otra", "vez",
}  # fmt: skip


# How somebody makes up their mind, and answers.
_DECIDES = {
    "choose", "chooses", "decide", "decides", "opt", "opts", "prefer", "prefers", "elige", "elijo", "elegir", "decido",
    "decidir", "opta", "opto", "optar", "prefiere", "prefiero",
}  # fmt: skip
_ANSWERS = {
    "answer", "answers", "say", "says", "reply", "replies", "contesta", "contesto", "contestar", "responde", "respondo",
    "responder", "di", "digo", "decir", "dice",
}  # fmt: skip
_SPARES = re.compile(r"(?:keep|keeping|leave|(?:conserv|manten|mantien|dej)\w*)$")
_NO = {"no", "not"}
_BESIDES = {
    "to", "for", "por", "instead", "after", "all", "there", "finally", "again", "que", "al", "final", "in", "end",
}  # fmt: skip
_BUT = {"but", "and", "then", "pero", "y", "luego"}
_ASKED = {"when", "if", "cuando", "si"}


# When something is looked at, once what was begun is left: `after cancelling`, `al cerrar el formulario`.
_ONCE = (
    ("after",), ("on",), ("upon",), ("once",), ("when",), ("if",), ("al",), ("tras",), ("si",), ("cuando",),
    ("despues", "de"), ("una", "vez"),
)  # fmt: skip
_QUITS = re.compile(r"(?:(cancel|dismiss|discard|descart)|clos|cerr|cierr)\w*$")
_QUITTER = {"i", "we", "you", "yo", "it's", "is", "lo", "se"}


def quit_first(tokens: Sequence[Token]) -> list[Token]:
    """`After cancelling, the list still says 14` and `al cerrar siguen siendo 14`: an order, and then a check."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        verb, until = _quits_at(tokens, at)
        if not until:
            kept.append(tokens[at])
            at += 1
            continue
        while kept and (kept[-1].text in (",", ":") or joins(kept[-1])):
            kept.pop()
        told = tokens[verb]
        quits = _QUITS.match(told.norm)
        stop = replace(told, kind="mark", text=";", norm=";")
        thing = [t for t in tokens[verb + 1 : until] if t.kind == "word"]
        kept += [stop] * bool(kept) + [replace(told, norm="cancel" if quits and quits[1] else "close"), *thing, stop]
        at = until
    return kept


def _quits_at(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Where the verb stands of a clause that begins here and only leaves what was begun, and where what is told then
    begins; zeros where there is none."""
    led = next((len(w) for w in _ONCE if tuple(t.norm for t in tokens[at : at + len(w)]) == w), 0)
    verb = at + led
    while led and verb < len(tokens) and tokens[verb].norm in _QUITTER:
        verb += 1
    if not led or verb >= len(tokens) or not _QUITS.match(tokens[verb].norm):
        return 0, 0
    idle = PRONOUNS | DETERMINERS | _LEFT | {"now", "again", "ahora", "without", "saving", "sin", "guardar"}
    until = verb + 1
    while until < len(tokens) and tokens[until].norm in idle - {"los", "las"} and not _tells_at(tokens, until):
        until += 1
    until += until < len(tokens) and tokens[until].text == ","
    sentence = list(takewhile(lambda t: t.text not in ENDS, tokens[until:]))
    clause = list(takewhile(lambda t: t.text != ",", sentence))
    if len(clause) < len(sentence) and not any(tells_of(t) or t.norm in TELL | STILL | {"hay"} for t in clause):
        # `If I close the notice, the list must be shown`
        return 0, 0
    told = any(tells_of(t) or t.norm in TELL | STILL | {"hay", "there"} for t in sentence)
    return (verb, until) if told and not joins(sentence[0]) else (0, 0)


def _tells_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is told of begins here, and nothing that is left: the list in `after cancelling the list says 3`."""
    noun = tokens[at + 1] if at + 1 < len(tokens) else COMMA
    return tokens[at].norm in DETERMINERS and noun.norm not in _LEFT


def given_up(parts: Sequence[Part]) -> list[Part]:
    """What is left unsaved as called off, and what was only begun before that as made."""
    left: list[Part] = []
    for part in map(_called_off, _kept_after_all(parts)):
        if left and left[-1].verb == part.verb == "close" and gives_up(left[-1]) and gives_up(part):
            # `Change your mind and cancel`
            part = replace(part, verb_words=(*left.pop().verb_words, *part.verb_words))
        left.append(part)
    return [_begun(part, left[at + 1 : at + 2]) for at, part in enumerate(left)]


def _kept_after_all(parts: Sequence[Part]) -> Iterator[Part]:
    """`Delete it but choose to keep it`, `bórralo pero responde que no`: the question that a page asks is declined."""
    deletes = False
    for part in parts:
        said = (*part.verb_words, *part.words)
        if deletes and part.verb in ("choose", "say", "accept", "fill") and said and _spares(said):
            yield replace(part, verb="close", verb_words=(replace(said[0], norm="cancel"),), words=())
            continue
        deletes = part.verb == "delete"
        at = next((i for i, t in enumerate(said) if t.norm in _BUT and _spares(said[i + 1 :])), 0) if deletes else 0
        cut = at - len(part.verb_words)
        if cut <= 0:
            yield part
            continue
        while cut and part.words[cut - 1].kind == "mark":
            cut -= 1
        yield replace(part, words=part.words[:cut])
        yield Part(0, "close", (), (replace(said[at + 1], norm="cancel"),))


def _spares(words: Sequence[Token]) -> bool:
    """Whether this says that nothing is deleted after all, and no more than that."""
    asked = next((i for i, t in enumerate(words) if t.norm in _ASKED), len(words))
    told = [t.norm for t in words[:asked] if t.norm not in PRONOUNS | _BESIDES and t.kind != "mark"]
    decides = bool(told) and told[0] in _DECIDES
    answers = bool(told) and told[0] in _DECIDES | _ANSWERS
    rest = told[answers:]
    if not rest or any(t.names for t in words[asked:]):
        return False
    spares = len(rest) == 1 and bool(_SPARES.match(rest[0])) and (decides or len(words) > 1)
    denied = rest[0] in _NO and (len(rest) == 1 or (len(rest) == 2 and "delete" in _meant(rest[1])))
    return spares or (answers and denied)


def _meant(word: str) -> Sequence[Verb]:
    plain = next((w for w in (word, re.sub(r"(?:l[oa]s?)$", "", word)) if w in verbs()), word)
    return verbs().get(plain, ())


def _called_off(part: Part) -> Part:
    """`Back out`, and `go back before saving it`: as if it said `cancel`."""
    head = part.verb_words[:1]
    if part.verb not in ("close", "back", "say", "save", "open") or not (head or part.words):
        return part
    said = (*part.verb_words, *part.words)
    at = next((i for i in range(len(said)) if _is_unsaved(said, i)), 0)
    led = [t for t in said[len(part.verb_words) : at or None] if t.norm not in PRONOUNS | _LEFT | STOP]
    leaves = bool(at) and said[0].norm.startswith(_LEAVES) and not content_of(without_ends(led))
    backs_out = part.verb == "close" and bool(head) and _backs_out(head[0]) and not content_of(led)
    if not leaves and not backs_out:
        return part
    return replace(part, verb="close", verb_words=(replace(said[0], norm="cancel"),), words=())


def _backs_out(head: Token) -> bool:
    return head.norm in _BACKS_OUT or head.norm.startswith(("ech", "arrepient", "arrepent"))


def _is_unsaved(words: Sequence[Token], at: int) -> bool:
    """Whether it says here, to the end, that nothing was saved then: `before saving it`, `sin guardar`."""
    norms = tuple(t.norm for t in words[at : at + 4])
    run = next((run for run in _NOT_YET if norms[: len(run)] == run), ())
    rest = words[at + len(run) :] if run else ()
    # `Before you save`, `antes de que lo guardes`.
    verb = next((i for i, t in enumerate(rest[:4]) if t.norm.startswith(_SAVING) and _is_verb(rest, i)), None)
    if verb is None or content_of([t for t in rest[:verb] if t.norm not in PRONOUNS | {"lo", "la"}]):
        return False
    return not any(t.names for t in rest) and not content_of([t for t in rest[verb + 1 :] if t.norm not in _LEFT])


def _is_verb(words: Sequence[Token], at: int) -> bool:
    found = verb_at(words, at)
    return found is not None and found[0] in ("save", "say", "expect")


def _begun(part: Part, following: Sequence[Part]) -> Part:
    """`Start an order for Ada` makes one, where the next thing is to give it up or to save it."""
    ends = bool(following) and (gives_up(following[0]) or (following[0].verb == "save" and not following[0].implied))
    words = (*part.verb_words, *part.words)
    begins = part.verb == "say" and len(words) > 2 and words[0].norm in _BEGINS
    if not ends or not begins or words[1].norm not in ONE_MORE:
        return part
    return replace(part, verb="create", verb_words=words[:1], words=words[1:])

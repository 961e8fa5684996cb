"""What a goal says that has nothing to do with it: `There is a hint about errors. It is no part of this test.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from .speech import ENDS, MODAL, PRONOUNS, leads_in, sentence_so_far, verb_at
from .words import Token

_PHRASES = (
    ("nothing", "to", "do", "with"), ("no", "tiene", "que", "ver", "con"), ("no", "tiene", "nada", "que", "ver"),
    ("no", "tienen", "que", "ver", "con"), ("no", "tienen", "nada", "que", "ver"),
    ("not", "part", "of"), ("no", "part", "of"), ("no", "forma", "parte", "de"), ("no", "forman", "parte", "de"),
    ("does", "not", "matter"), ("doesn't", "matter"), ("no", "importa"), ("no", "afecta"), ("not", "relevant"),
    ("irrelevant",), ("can", "be", "ignored"), ("se", "puede", "ignorar"), ("can", "ignore", "it"),
)  # fmt: skip
# What says at its end that a sentence asks for nothing.
_NEEDLESS = (
    ("no", "hace", "falta"), ("no", "es", "necesario"), ("not", "needed"), ("not", "necessary"), ("isn't", "needed"),
    ("isn't", "necessary"),
)  # fmt: skip
_THIS = {"test", "case", "prueba", "caso", "goal", "task", "tarea"}
_THAT = {"this", "it", "esto", "eso", "ello"}
_SAYS_IT = PRONOUNS | {"that", "this", "they", "it's", "that's", "eso", "esto", "es", "son", "no", "solo", "only", "se"}
_CONTROLS = {
    "button", "buttons", "label", "labels", "link", "boton", "botones", "rotulo", "rotulos", "enlace", "etiqueta",
}  # fmt: skip
_CALLED = {
    "called", "named", "labelled", "labeled", "renamed", "reads", "says", "name", "names", "label", "labels", "caption",
    "text", "llama", "llaman", "llamarse", "nombre", "nombres", "texto", "pone", "dice", "rotulo", "else", "different",
}  # fmt: skip
_BY_NOW = {
    "now", "may", "might", "nowadays", "days", "recently", "meanwhile", "different", "else", "renamed", "changed",
    "another", "new", "no", "ahora", "puede", "pueden", "podria", "quiza", "quizas", "recientemente", "cambiado",
    "cambiaron", "cambio", "distinto", "distintos", "otro", "otra", "ya", "nuevo", "nuevos",
}  # fmt: skip
# `Or whatever it is called`, `o como se llame`.
_OR, _AND = {"or", "o"}, {"and", "then", "y", "luego"}
_HOWEVER = {"whatever", "however", "whichever", "como", "comoquiera", "cualquiera", "lo", "el"}
_NAMED = {"llame", "llamen", "llamara", "ponga", "diga", "rotule", "calls", "reads", "it's"}
_DASHES, _CLOSE = ("-", "–", "—"), (")", "-", "–", "—")
_LONGEST = 14
_SOON = 5
_SEEN = {"there", "hay", "there's", "is", "are"}


# `, que ayer fallaba`, `, which was broken yesterday`: how it went before.
_WENT = re.compile(r"(?:\w+(?:aba|aban|ia|ian)|fue|fallo|was|were|had|\w{3,}ed)$")
_WHICH, _LONGEST_ASIDE = {"que", "which"}, 6


def _without_past(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end_of_past(tokens, at)
        led = sentence_so_far(kept) if end > at else []
        # `Delete the bill, which was paid` says which.
        makes = any((verb := verb_at(led, i)) and verb[0] == "create" for i in range(len(led)))
        end = end if makes else at
        kept += [] if end > at else [tokens[at]]
        at = max(end, at + 1)
    return tuple(kept)


def _end_of_past(tokens: Sequence[Token], at: int) -> int:
    """Where a clause ends that only tells how something went before, with its comma; the place itself for all else."""
    led = tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].norm in _WHICH
    if not led:
        return at
    said = list(takewhile(lambda t: t.kind == "word", tokens[at + 2 :]))
    end = at + 2 + len(said)
    plain = 0 < len(said) < _LONGEST_ASIDE and all(t.text.islower() for t in said)
    ends = end == len(tokens) or tokens[end].kind == "mark"
    past = plain and ends and any(_WENT.match(t.norm) for t in said) and not any(t.norm in MODAL for t in said)
    return end if past else at


def without_disclaimed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without such a sentence, and without the one before it that only tells what `it` is."""
    tokens = _without_past(_without_hedges(tokens))
    kept: list[list[Token]] = []
    for sentence in _sentences(tokens):
        if not _disclaims(sentence):
            kept.append(sentence)
            continue
        told = [t for t in sentence if t.kind == "word"]
        if told[0].norm in _SAYS_IT and kept and _only_tells(kept[-1]):
            kept.pop()
    return tuple(token for sentence in kept for token in sentence) if kept else tokens


def _without_hedges(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The goal without what else a control may be called: `press "Save", or whatever it is called now`."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        opened = tokens[at].text in (",", "(", *_DASHES)
        start = at + opened
        clause = list(takewhile(lambda t: t.kind == "word" and t.norm not in _AND, tokens[start : start + _LONGEST]))
        said = [t.norm for t in clause]
        led = said[0] in _OR and said[1] in _HOWEVER if len(said) > 2 else False
        if not led or not (_CALLED | _NAMED) & set(said[2:]) or any(t.names for t in clause):
            kept.append(tokens[at])
            at += 1
            continue
        end = start + len(clause)
        at = end + (opened and end < len(tokens) and tokens[at].text in ("(", *_DASHES) and tokens[end].text in _CLOSE)
    return tuple(kept)


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    found: list[list[Token]] = [[]]
    for token in tokens:
        found[-1].append(token)
        if token.kind == "mark" and token.text in ENDS:
            found.append([])
    return [sentence for sentence in found if sentence]


def _disclaims(sentence: Sequence[Token]) -> bool:
    return _is_unrelated(sentence) or _tells_of_label(sentence)


def _tells_of_label(sentence: Sequence[Token]) -> bool:
    """`The button may have a new label`, `ahora el botón se llama Quitar`: what a control is called by now, which asks
    for nothing where an order is told apart from it."""
    said = [t for t in sentence if t.kind == "word"]
    at = next((i for i, t in enumerate(said[:_SOON]) if t.norm in _CONTROLS), None)
    words = {t.norm for t in said}
    hedged = bool(words & _BY_NOW) and bool(words & _CALLED)
    led = at is not None and not any(verb_at(said, i) for i in range(at) if said[i].norm not in _BY_NOW)
    return led and hedged and not words & (MODAL - {"should"}) and not _orders(said[(at or 0) + 1 :])


def _is_unrelated(sentence: Sequence[Token]) -> bool:
    said = [t.norm for t in sentence if t.kind == "word"]
    at = next((i + len(run) for i in range(len(said)) for run in _PHRASES if tuple(said[i : i + len(run)]) == run), 0)
    if any(tuple(said[-len(run) :]) == run for run in _NEEDLESS) and not any(t.is_value for t in sentence):
        return True
    orders = any(t.is_value for t in sentence) or _orders(sentence)
    # `The note is not part of this list` is to be so.
    of_this = at == len(said) or bool(_THIS & set(said[at:])) or (len(said) == at + 1 and said[at] in _THAT)
    return at > 0 and not orders and of_this


def _orders(sentence: Sequence[Token]) -> bool:
    """Whether a sentence begins with an order, or what has to be looked at."""
    at = next((i for i, t in enumerate(sentence) if t.kind == "word" and not leads_in(t)), 0)
    return verb_at(sentence, at) is not None and sentence[at].norm not in _SEEN


def _only_tells(sentence: Sequence[Token]) -> bool:
    """Whether a sentence says what there is: `On the orders page there is a hint`, `hay un aviso`."""
    return bool(_SEEN & {t.norm for t in sentence}) and not _orders(sentence) and not any(t.is_value for t in sentence)

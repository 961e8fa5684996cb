"""What a goal tells besides what it asks for: why, who wanted it, how it came about, what is to be left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .lexicon import STOP, verbs
from .words import Token

_REASONS = {"because", "porque", "pues", "puesto"}
_LONG_REASONS = (("ya", "que"), ("dado", "que"), ("debido", "a"), ("due", "to"))
# What a purpose says that asks for nothing.
_IDLE = {
    *("can", "could", "may", "right", "correct", "know", "knows", "nobody", "everyone", "everybody", "later", "up-to-date"),
    *("pueda", "puedan", "podamos", "sepa", "sepan", "nadie", "correcto", "correcta", "bien", "conste"),
}  # fmt: skip
_PURPOSES = (("so", "that"), ("so", "we"), ("so", "i"), ("para", "que"))
_FIRST = {"we", "i", "they", "he", "she", "you", "it"}
_TOLD = {
    *("is", "are", "was", "were", "has", "had", "have", "wants", "want", "needs", "need", "asks", "got", "went", "came"),
    *("said", "told", "found", "left", "sent", "bought", "paid", "made", "saw", "took", "lost", "broke", "forgot"),
    *("wrote", "rang", "gave", "called", "moved", "decided", "likes", "complains", "can't", "cannot", "doesn't"),
    *("quiere", "quieren", "pide", "piden", "necesita", "necesitan", "ha", "han", "hemos", "esta", "estan", "es", "son"),
    *("tiene", "tienen", "era", "fue", "fueron", "dice", "dicen", "llega", "llegan", "queria", "quedan", "queda"),
}  # fmt: skip
_CALLED = {"called", "named", "titled", "llama", "llaman", "llamado", "llamada", "llamados", "llamadas"}
_LEAST = 3
_EXCEPT = {"except", "excepting", "excluding", "excepto", "salvo", "menos", "but"}
_LONG_EXCEPT = (
    ("other", "than"), ("apart", "from"), ("aside", "from"), ("except", "for"), ("but", "not"), ("a", "excepcion", "de"),
    ("pero", "no"),
)  # fmt: skip
_EVERY = {"all", "every", "each", "everything", "everyone", "todos", "todas", "todo", "cada"}


def tells(words: Sequence[Token]) -> bool:
    """Whether a sentence without an order tells how things are or came about: `Ada called and wants her room back`."""
    said = [t for t in words if t.kind != "mark"]
    return len(said) >= _LEAST and any(_is_told(said, at) for at in range(len(said) - 1))


def _is_told(words: Sequence[Token], at: int) -> bool:
    token = words[at]
    if token.kind != "word" or not token.text.islower() or (at and words[at - 1].norm in ("to", "a", "the", "of")):
        return False
    past = token.norm.endswith("ed") and len(token.norm) > 4
    pasado = at > 0 and token.text.endswith(("ó", "aron", "ieron")) and len(token.norm) > 3
    # `Ada wants`, `Leo asks`: what somebody does, by a name.
    does = at > 0 and token.norm.endswith("s") and token.norm in verbs() and words[at - 1].text[:1].isupper()
    return (at > 0 and token.norm in _TOLD) or past or pasado or (does and at == 1)


def is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says what somebody did: `we received the payment`."""
    return at > 0 and tokens[at].norm.endswith("ed") and tokens[at - 1].norm in _FIRST


def without_reasons(tokens: Sequence[Token]) -> list[Token]:
    """Without `because …`, which asks for nothing; what follows the reason stays."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if _begins_reason(tokens, at):
            at = _end_of_reason(tokens, at + 1)
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def without_purpose(tokens: Sequence[Token]) -> list[Token]:
    """Without a `so that we can ship it` that names nothing: it says what something is good for."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if at and any(_runs(tokens, at, run) for run in _PURPOSES):
            end = _end_of_reason(tokens, at + 2)
            purpose = tokens[at + 2 : end]
            names = any(t.is_value or t.text[:1].isupper() for t in purpose)
            if not names and _IDLE & {t.norm for t in purpose}:
                at = end
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _begins_reason(tokens: Sequence[Token], at: int) -> bool:
    if not at or tokens[at - 1].kind == "mark" and tokens[at - 1].text in ".!?\n":
        # `Because ORD-5 is wrong, delete it` names what is meant.
        return False
    return tokens[at].norm in _REASONS or any(_runs(tokens, at, run) for run in _LONG_REASONS)


def _runs(tokens: Sequence[Token], at: int, run: Sequence[str]) -> bool:
    return tuple(t.norm for t in tokens[at : at + len(run)]) == tuple(run)


def _end_of_reason(tokens: Sequence[Token], at: int) -> int:
    """At the end of the sentence, a comma, or an `and` before an order."""
    for index in range(at, len(tokens)):
        token = tokens[index]
        if token.kind == "mark" and token.text in ".;,!?\n:":
            return index
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.norm in ("and", "then", "y", "e", "luego") and after and after.norm in verbs():
            return index
    return len(tokens)


def exception(words: Sequence[Token]) -> tuple[int, int]:
    """Where the words begin that leave out some of several, and where those that name them: `all but Ada`; both at the
    end where none is left out."""
    each = next((i for i, t in enumerate(words) if t.norm in _EVERY), len(words))
    for at in range(each + 1, len(words)):
        run = next((r for r in _LONG_EXCEPT if _runs(words, at, r)), ())
        if run or words[at].norm in _EXCEPT:
            left = at + max(1, len(run))
            if any(t.is_value or t.norm not in STOP for t in words[left:]):
                return at, left
    return len(words), len(words)


def names_in(words: Sequence[Token]) -> Iterator[Token]:
    """The values and names that a story tells of; what something is called is its name to the end."""
    called = next((i + 1 for i, t in enumerate(words) if t.norm in _CALLED), 0)
    if 0 < called < len(words):
        yield from (t for t in words[called:] if t.kind != "mark")
        return
    for index, token in enumerate(words):
        if token.is_value or (index and token.kind == "word" and token.text[:1].isupper() and token.norm not in STOP):
            yield token

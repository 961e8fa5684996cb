"""What a goal is read into: parts with one verb each, and the words that belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lexicon import STOP, Verb, is_conjugated, same
from .speech import ASIDES, COMMA, DETERMINERS, ORDERING, orders_it, says_which
from .words import Token

# What a page may call a state or a column, and says little otherwise.
_STATE_NAMES = {
    "done", "new", "all", "other", "valid", "invalid", "both", "next", "present", "nuevo", "nueva", "todos", "todas",
}  # fmt: skip
# What is booked for somebody, when only the names are told.
_BOOKED = ("appointment", "booking", "session", "slot", "viewing")
# How verbs begin that say what becomes of a thing.
MARKS = ("mark", "marc", "marq", "flag", "tag", "label", "classif", "etiquet", "clasific")
_PRESSED = {
    "link", "button", "tab", "option", "item", "menu", "enlace", "boton", "pestana", "opcion", "elemento",
}  # fmt: skip
_PAIR = 2
_GIVES_UP = {"discard", "descartar"}
_CLITICS = (
    "alo", "ala", "elo", "ela", "alos", "alas", "elos", "elas", "arlo", "arla", "erlo", "erla", "irlo", "irla", "arlos",
    "arlas", "erlos", "erlas", "irlos", "irlas",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a goal asks for. `words` are its tokens without the verb, `verb_words` those of the verb;
    `implied` says that the goal does not name it, as the saving of a form that was filled in."""

    number: int
    verb: Verb
    words: tuple[Token, ...]
    verb_words: tuple[Token, ...] = ()
    negated: bool = False
    implied: bool = False
    key: str = ""
    # What is left out where each of several is meant.
    excluded: tuple[Token, ...] = ()
    # Whether the goal says to try it: it may be refused.
    tried: bool = False
    # Whether somebody is in the middle of it: `I am editing the order` has the form open, and nothing saved.
    underway: bool = False
    # Whether it saves choices that are to be so still, if anything does: many are kept as soon as they are made.
    keeps: bool = False

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(token.number for token in self.words)

    def without(self, words: Sequence[Token]) -> Part:
        """The part less words that it ends with."""
        gone = {token.number for token in words}
        kept = tuple(t for t in self.words if t.number not in gone)
        return replace(self, words=kept[:-1] if kept and kept[-1] is COMMA else kept)

    def less(self, numbers: frozenset[int]) -> Part:
        """The part less the words of these numbers, wherever they stand."""
        return replace(self, words=tuple(t for t in self.words if t.number not in numbers))

    @property
    def left_out(self) -> frozenset[int]:
        return frozenset(token.number for token in self.excluded)

    @property
    def said(self) -> str:
        return " ".join(token.text for token in (*self.verb_words, *self.words) if token.kind != "mark")


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]

    @property
    def day_first(self) -> bool:
        """Whether `5/6/2026` is the fifth of June: in Spanish it is, and where another date can only be read so."""
        return bool(_DAY_FIRST.search(self.text)) or self.is_spanish

    @property
    def is_spanish(self) -> bool:
        """Whether more of its small words are Spanish than English."""
        words = [token.norm for token in self.tokens]
        return sum(word in _SPANISH for word in words) > sum(word in _ENGLISH for word in words)


_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]\d{4}\b")
_SPANISH = {"el", "la", "los", "las", "de", "del", "en", "con", "que", "un", "una", "para", "y", "se"}
_ENGLISH = {"the", "a", "an", "of", "in", "on", "with", "that", "for", "and", "to", "is", "it"}


def marks(part: Part) -> bool:
    """Whether the verb says what becomes of a thing, and gives it no other name: `mark it as a favourite`."""
    return any(t.norm.startswith(MARKS) for t in part.verb_words[:1])


def calls_off(part: Part) -> bool:
    """Whether the verb says that something is not to be any more: `cancel`."""
    return any(t.norm.startswith(("cancel", "anul")) for t in part.verb_words[:1])


def gives_up(part: Part) -> bool:
    """Whether what was begun is left without being saved: `press Cancel`, `y cancela`."""
    if part.verb == "close":
        # `Think better of it` is no button, whatever is pressed for it.
        return len(part.verb_words) > _PAIR or (calls_off(part) and not says_which(part.words))
    told = content_of(part.words) if part.verb in ("click", "press") else ()
    return bool(told) and all(same(t.norm, "cancel") or t.norm in _GIVES_UP for t in told)


def booked_by(part: Part) -> tuple[str, ...]:
    """What an order makes that names only for whom: an appointment in `book Bo in with Dr Shah`; what is ordered by how
    many is a `pedido`."""
    if any(t.norm == verb or is_conjugated(t.norm, verb) for t in part.verb_words[:1] for verb in ORDERING):
        return ("pedido", "encargo")
    told = content_of(part.words)[:1]
    is_named = bool(told) and told[0].text[:1].isupper() and told[0].kind == "word"
    return _BOOKED if is_named and any(same(t.norm, "book") for t in part.verb_words[:1]) else ()


def is_on_it(part: Part) -> bool:
    """Whether the verb ends with its object: `elimínalo`."""
    return any(t.norm.endswith(_CLITICS) for t in part.verb_words) or orders_it(part.verb_words[:1] or (COMMA,), 0)


def thing_of(part: Part) -> Sequence[Token]:
    """The words that another part has lent, because this one does not name its thing."""
    place = next((i for i in range(len(part.words) - 1, -1, -1) if part.words[i] is COMMA), None)
    return part.words[place + 1 :] if place is not None else ()


def aside_of(part: Part) -> Sequence[Token]:
    """The words that stood before the verb and say where or with what."""
    words = thing_of(part)
    return words if words and words[0].norm in ASIDES else ()


def content_of(words: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens that say what is meant; within a part, `Done` and `New` are names."""
    return tuple(
        token
        for index, token in enumerate(words)
        if token.is_value
        or (
            token.kind == "word"
            and (
                token.norm not in STOP
                or (index and _is_state(token))
                or _is_lettered(words, index)
                or _is_short(words, index)
            )
        )
    )


def _is_lettered(words: Sequence[Token], at: int) -> bool:
    """Whether a letter ends a name, and is no article: the `A` of `in Room A`."""
    before, letter, after = words[at - 1] if at else None, words[at], words[at + 1] if at + 1 < len(words) else None
    is_letter = len(letter.text) == 1 and letter.text.isupper() and letter.kind == "word"
    ends = after is None or not after.text[:1].isupper()
    return is_letter and ends and before is not None and before.kind == "word" and before.text.istitle()


def _is_short(words: Sequence[Token], at: int) -> bool:
    """Whether capitals are what a control is called, small as the word is: `the IT tab`, `el enlace ES`."""
    before, said, after = (COMMA, *words, COMMA)[at : at + 3]
    named = said.text.isupper() and len(said.text) > 1 and not (before.text.isupper() or after.text.isupper())
    return named and (before.norm in _PRESSED or (before.norm in DETERMINERS and after.norm in _PRESSED))


def _is_state(token: Token) -> bool:
    return token.text[:1].isupper() and token.norm in _STATE_NAMES


def groups_of(words: Sequence[Token]) -> list[list[Token]]:
    """What stands between commas and `and`."""
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.norm in ("and", "y", "e") or token.text == ",":
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if content_of(group)]

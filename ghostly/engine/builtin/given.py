"""What an order gives besides, told in words of its own: `Reject it, giving "Too late" as the reason`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .lexicon import STOP, Verb
from .part import Part
from .speech import COMMA, DETERMINERS, ends_here, is_order, joins, says_which, to_at, verb_at
from .words import Token

_GIVING = {
    "giving", "give", "stating", "state", "entering", "enter", "providing", "provide", "specifying", "specify",
    "typing", "writing", "indicando", "dando", "poniendo", "introduciendo", "escribiendo", "alegando",
}  # fmt: skip
# `New order with the following data: …`
_WITH = {"with", "con"}
_DATA = {"data", "details", "values", "fields", "datos", "valores", "detalles", "campos"}
_SUCH = {"this", "these", "the", "following", "estos", "los", "siguientes", "below", "next"}
# Orders after which a page may ask for more.
_ASKS: frozenset[Verb] = frozenset({"say", "delete", "close", "create", "edit"})
_TO = {"a", "al", "en", "on", "to"}
_INTO = {"in", "into", "on", "en"}
_OF = {"of", "de", "del"}
_GIVES = ("give", "giving", "assign", "asign", "dale", "dar")
_PLACES = {
    "form", "field", "box", "page", "list", "table", "section", "tab", "dialog", "screen", "filter", "formulario",
    "campo", "casilla", "pagina", "lista", "tabla", "seccion", "pestana", "dialogo", "pantalla", "filtro",
}  # fmt: skip
_LONGEST_FIELD = 3


def with_given(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `with the reason "Too late"` instead, and without a `with this data:` that only leads to it."""
    tokens = _without_lead(tokens)
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        label = _label_at(tokens, at)
        if not label or not _follows_order(tokens, at):
            kept.append(tokens[at])
            at += 1
            continue
        while kept and (kept[-1].text == "," or joins(kept[-1])):
            kept.pop()
        kept += [replace(tokens[at], text="with", norm="with"), *label, tokens[at + 1]]
        at = next(i for i, t in enumerate(tokens) if t is label[-1]) + 1
    return tuple(kept)


def given_to_entry(part: Part) -> Part:
    """`Pon a ORD-7 la cantidad 5`, `give ORD-7 the status Paid`, `write "Ring" in the notes of ORD-7`: a change of a
    field of an entry."""
    words = part.words
    if put := _put_into_field(part) or _set_in_entry(part):
        return put
    at = next((i for i, t in enumerate(words) if i and t.norm in DETERMINERS and words[i - 1].names), 0)
    thing = words[words[0].norm in _TO : at] if at else ()
    field = list(takewhile(lambda t: t.kind == "word" and t.text.islower(), words[at + 1 :]))
    value = words[at + 1 + len(field) :]
    field = field[:-1] if field and field[-1].norm in _OF else field
    owned = any(a.norm in _OF and b.names for a, b in pairwise(thing))
    is_one = any(t.kind == "code" for t in thing) or owned
    gives = part.verb in ("fill", "choose") or (part.verb == "say" and _gives(part.verb_words))
    gives = gives and (words[:1] != () and (words[0].norm in _TO or part.verb == "say"))
    is_plain = bool(field) and len(field) <= _LONGEST_FIELD and not any(t.kind == "mark" for t in words)
    if not gives or not is_one or not is_plain or not value or not all(t.names for t in value):
        return part
    of, to = (replace(words[at], text=said, norm=said, number=-1) for said in ("of", "to"))
    return replace(part, verb="edit", words=(words[at], *field, of, *thing, to, *value))


def _put_into_field(part: Part) -> Part | None:
    """`Write "Ring" in the notes of ORD-7` as the change that it is; None where no entry is named by its code."""
    words = part.words
    at = next((i for i, t in enumerate(words) if i and t.norm in _INTO), 0)
    of = next((i for i in range(at + 1, len(words)) if words[i].norm in _OF), 0) if at else 0
    field, thing = words[at + 1 : of], words[of + 1 :]
    named = [t for t in field if t.norm not in DETERMINERS]
    plain = 0 < len(named) <= _LONGEST_FIELD and all(t.kind == "word" and t.text.islower() for t in named)
    is_one = any(t.kind == "code" for t in thing) and not any(t.kind == "mark" for t in words)
    if part.verb not in ("fill", "choose") or not plain or not is_one or not any(t.names for t in words[:at]):
        return None
    to = replace(words[at], text="to", norm="to", number=-1)
    return replace(part, verb="edit", words=(*field, words[of], *thing, to, *words[:at]))


def _set_in_entry(part: Part) -> Part | None:
    """`Set the quantity to 90 in the order of Ada` as the change of that entry; None where it is a place or a form."""
    words = part.words
    to = next((i for i, t in enumerate(words) if i and t.norm in _TO), 0)
    at = next((i for i in range(to + 2, len(words) - 2) if words[i].norm in _INTO), 0) if to else 0
    field, value, thing = words[:to], words[to + 1 : at], words[at + 1 :]
    plain = 0 < len([t for t in field if t.norm not in DETERMINERS]) <= _LONGEST_FIELD
    plain = plain and all(t.kind == "word" and t.text.islower() for t in field[1:])
    led = len(thing) > 1 and thing[0].norm in DETERMINERS and thing[1].text.islower()
    kind = [thing[1].norm] if led else []
    owned = any(a.norm in _OF | {"from", "for", "para"} and b.names for a, b in pairwise(thing))
    is_one = bool(kind) and owned and kind[0] not in _PLACES
    if part.verb not in ("fill", "choose") or not plain or not is_one or not value or not value[0].names:
        return None
    of = replace(words[at], text="of", norm="of", number=-1)
    return replace(part, verb="edit", words=(*field, of, *thing, words[to], *value))


def changed_with(parts: Iterable[Part]) -> list[Part]:
    """`Edit ORD-7 with quantity 5 and notes "Ring"` says what is to be changed, where nothing else does."""
    told = list(parts)
    for at, part in enumerate(told):
        after = told[at + 1].verb if at + 1 < len(told) else "save"
        lead = next((i for i, t in enumerate(part.words) if i and t.norm in _WITH), 0)
        lone = part.verb == "edit" and lead and after not in ("fill", "choose", "edit", "clear", "check", "uncheck")
        says_more = any(t.text == ":" for t in part.words[:lead]) or to_at(part.words[: lead + 1])
        label = list(takewhile(lambda t: t.kind == "word" and t.text.islower(), part.words[lead + 1 :]))
        value = part.words[lead + 1 + len(label) :][:1]
        gives = 0 < len([t for t in label if t.norm not in DETERMINERS]) <= _LONGEST_FIELD
        gives = gives and bool(value) and (value[0].names or value[0].text in (":", "="))
        if lone and gives and not says_more and not to_at(part.words) and says_which(part.words[:lead]):
            colon = replace(part.words[lead], kind="mark", text=":", norm=":", number=-1)
            told[at] = replace(part, words=(*part.words[:lead], colon, *part.words[lead + 1 :]))
    return told


def _gives(verb_words: Sequence[Token]) -> bool:
    return bool(verb_words) and verb_words[0].norm.startswith(_GIVES)


def _without_lead(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    until = 0
    for at, token in enumerate(tokens):
        led = list(takewhile(lambda t: t.norm in _SUCH | _DATA, tokens[at + 1 :])) if token.norm in _WITH else []
        ends = tokens[at + 1 + len(led) :][:1]
        if led and {t.norm for t in led} & _DATA and ends and ends[0].text == ":":
            until = at + 1 + len(led)
        if at >= until:
            kept.append(token)
    return kept


def _label_at(tokens: Sequence[Token], at: int) -> list[Token]:
    """What the field is called of `giving "Too late" as the reason`; nothing where no field is given anything."""
    value, as_ = (*tokens[at + 1 : at + 3], COMMA, COMMA)[:2]
    if tokens[at].norm not in _GIVING or value.kind != "quoted" or as_.norm not in ("as", "como"):
        return []
    led = list(takewhile(lambda t: t.kind == "word" and t.text.islower() and not joins(t), tokens[at + 3 :]))
    article = led[:1] if led and led[0].norm in DETERMINERS else []
    called = list(takewhile(lambda t: t.norm not in STOP, led[len(article) :]))
    return [*article, *called] if called else []


def _follows_order(tokens: Sequence[Token], at: int) -> bool:
    begin = next((i + 1 for i in range(at - 1, -1, -1) if ends_here(tokens, i)), 0)
    found = (verb_at(tokens, i) for i in range(begin, at))
    return is_order(tokens, begin) or any(verb is not None and verb[0] in _ASKS for verb in found)

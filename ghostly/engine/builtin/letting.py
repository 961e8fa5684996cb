"""What a goal leaves as a form shows it, which asks for nothing: `leave the date as it is`, `fecha: la que venga`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from .lexicon import Verb
from .sparing import LETS_BE, NOTHING
from .speech import COMMA, MODAL, NEW, joins, verb_at
from .words import Token

# What a thing is left as, behind the verb that says so.
_AS_IT_IS = (
    r"(?:(?:just |exactly )?(?:as|the way|how) (?:it|they|that) (?:is|are|was|were|comes?|stands?|appears?)"
    r"|as is|as shown|alone|untouched|unchanged|as (?:proposed|suggested|preset|offered|given)"
    r"|(?:at|on|with) (?:its|their|the) defaults?(?: value)?"
    r"|(?:tal (?:y )?)?como (?:esta|estan|viene|vienen|venga|vengan|sale|salga|salen|aparece|aparezca)"
    r"|tal cual|igual|intact[oa]s?|sin (?:tocar|cambiar|cambios|modificar)|por defecto"
    r"|(?:la |el |lo )?que (?:viene|venga|sale|salga|pone|ponga|propone|proponga|aparece|aparezca|hay|haya))"
    r"(?: (?:now|already|by default|ya|por defecto|puest[oa]s?|(?:esta|estan|viene|vienen|venga)"
    r"|(?:el|la) (?:sistema|aplicacion|formulario|pagina|programa)))*"
)
_SAID_BEFORE = r"(?:(?:please|but|pero|just|i|i'll|we|you|can|puedes|y|simplemente|solo|also|tambien|me) )*"
_LEAVES = (
    r"(?:leave|leaving|keep|keeping|deja|dejo|deje|dejar|dejas|dejando|dejamos|dejad|manten|mantengo|mantener|conserva)"
)
_THING = r"(?:\S+ ){1,7}"
_TOUCHES = r"(?:toc|cambi|modific|edit)(?:o|a|an|amos|ar|ue|uen|e|en)"
_LEFT = re.compile(
    rf"{_SAID_BEFORE}(?:{_LEAVES} {_THING}{_AS_IT_IS}"
    rf"|{_THING}(?:(?:la|lo|las|los|i|we) )?{_LEAVES} {_AS_IT_IS}"
    rf"|{_THING}(?:no|ni) (?:(?:la|lo|las|los|se) ){_TOUCHES}"
    rf"|{_THING}(?:is|are|es|son) (?:optional|opcional(?:es)?)|(?:so )?(?:skip|omit) (?:them|it)"
    r"|(?:don't|do not|no need to) bother (?:with|about) (?:\S+ ?){1,4})"
)
# What may stay as a form shows it, or has a label there and no value of its own.
_MAY_STAY = re.compile(
    rf"{_THING}(?:(?:can|may|could) (?:just )?(?:stay|remain|be left)(?: {_AS_IT_IS})?"
    rf"|(?:stays?|remains?|se quedan?|queda|quedan|puede quedar(?:se)?|pueden quedar(?:se)?) {_AS_IT_IS}"
    rf"|(?:(?:is|are) )?(?:fine|okay|ok)(?: {_AS_IT_IS})?"
    rf"|(?:me )?(?:vale|valen|sirve|da igual|dan igual)|(?:doesn't|don't|does not) matter|no importan?|esta bien)"
)
_LABELLED = re.compile(
    # `The date stays as it is` tells something.
    r"(?!.*\b(?:stays?|remains?|quedan?|siguen?|is|are|esta|estan)\b \w+)(?:\S+ ){1,3}(?:[:=] )?"
    rf"(?:(?:{_LEAVES}|{_LEAVES}l[oa]s?) )?"
    rf"(?:{_AS_IT_IS}|defaults?|whatever (?:\S+ ?){{1,4}}|(?:la|el|lo) que sea)"
)
# A day of its own is no default, whatever is said to be good enough.
_DAYS = {"today", "today's", "tomorrow", "hoy", "manana", "ayer", "yesterday"}
_PERHAPS = {"if", "whether", "si", "that", "que", "which", "expected", "esperado"}
_LED_BY = {"that", "que", "which"}
_ENDS_FILLING: frozenset[Verb] = frozenset({"expect", "save", "delete", "edit"})
_LONGEST = 14


def without_left(tokens: Sequence[Token]) -> list[Token]:
    """The goal without what it leaves in a form as it is."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark" or joins(tokens[at - 1])
        end = _end_of_left(tokens, at) if begins else at
        if end == at:
            kept.append(tokens[at])
            at += 1
            continue
        opened = bool(kept) and kept[-1].text == "("
        while kept and (kept[-1].text in (",", "(", "-", "–", "—", ":") or joins(kept[-1])):
            kept.pop()
        after = tokens[end] if end < len(tokens) else COMMA
        # `(the date as it is, no notes)` says more in its brackets.
        goes_on = opened and after.text == ","
        kept += tokens[at - 1 : at] if goes_on else ()
        at = end + (goes_on or after.text == ")")
    return kept


def _end_of_left(tokens: Sequence[Token], at: int) -> int:
    """Where a clause ends that begins there and only says what stays as it is; the same place where none does."""
    for end in range(at + 1, min(len(tokens), at + _LONGEST) + 1):
        ends = end == len(tokens) or tokens[end].kind == "mark" or joins(tokens[end])
        labels = end < len(tokens) and tokens[end].text in (":", "=")
        if ends and not labels and _is_left(tokens, at, end):
            return end
        if end < len(tokens) and tokens[end].kind == "mark" and not labels:
            return at
    return at


def _is_left(tokens: Sequence[Token], at: int, end: int) -> bool:
    words = tokens[at:end]
    if any(t.is_value or t.norm in MODAL or (i and t.names) for i, t in enumerate(words)):
        return False
    said = " ".join(t.norm for t in words)
    if _LEFT.fullmatch(said) or _lets_be([t.norm for t in words]):
        return True
    told = {t.norm for t in words}
    led = sum(1 for _ in takewhile(joins, words))
    plain = not told & (_DAYS | _PERHAPS - {"que"}) and verb_at(words, led) is None
    stays = _MAY_STAY.fullmatch(said) is not None and _is_new(tokens[:at])
    return plain and (stays or _LABELLED.fullmatch(said) is not None) and _is_filling(tokens[:at])


def _lets_be(said: list[str]) -> bool:
    """`Don't touch the date`, `sin cambiar la fecha`: a field of which nothing is told."""
    said = ["don't", *said[2:]] if said[:2] == ["do", "not"] else said
    is_order = any(
        said[:1] != [] and said[0] in denies and said[1:2] != [] and said[1] in acts for denies, acts in LETS_BE
    )
    return (
        is_order
        and len(said) > 2
        and not {"que", "that"} & set(said)
        and (not NOTHING & set(said) or bool({"else", "mas"} & set(said)))
    )


def _is_filling(before: Sequence[Token]) -> bool:
    """Whether nothing has been told yet that comes of what is filled in, or is changed."""
    ends = (found[0] in _ENDS_FILLING for at in range(len(before)) if (found := verb_at(before, at)))
    return not any(ends) and not any(t.norm in MODAL or t.norm in _PERHAPS - _LED_BY for t in before)


def _is_new(before: Sequence[Token]) -> bool:
    """Whether something new is made: of what is there already, that it stays as it is may be a check."""
    return any(t.norm in NEW or (verb_at(before, at) or ("",))[0] == "create" for at, t in enumerate(before))

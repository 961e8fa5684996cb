"""What comes of an order, told in the same breath: `Delete ORD-7 and the total drops to 3` is an order and a check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .endings import denied_at
from .lexicon import Verb
from .narrowed import FILTERS, SEARCHES
from .speech import (
    COMMA,
    DETERMINERS,
    ENDS,
    IS,
    ITS,
    MODAL,
    NEW,
    NOT,
    NOTICES,
    ONE_MORE,
    SOLELY,
    finite_at,
    joins,
    statement_at,
    verb_at,
)
from .words import NUMBER_WORDS, Token

# What somebody does not do: a page does.
_SHOWS = {
    "sale", "salen", "aparece", "aparecen", "desaparece", "desaparecen", "queda", "quedan", "figura", "figuran",
}  # fmt: skip
_IS_SHOWN = {"se": {"muestra", "muestran", "ve", "ven"}}
_WHERE, _SAYS = {"abajo", "arriba", "alli", "ahi"}, {"pone", "dice", "muestra"}
_TO_WHOM = {"me", "nos", "te", "le", "les", "se", "ya"}
_TELLS = {
    "pasa", "pasan", "dice", "pone", "muestra", "marca", "indica", "sale", "salen", "aparece", "aparecen", "baja",
    "sube", "desaparece", "desaparecen", "says", "reads", "shows", "appears", "appear", "disappears", "disappear",
    "becomes", "vanishes", "drops", "rises", "goes",
}  # fmt: skip
# `Shows up`, `is displayed`, `are left`
_TELL_TWICE = {
    ("show", "up"), ("shows", "up"), ("pops", "up"), ("pop", "up"), ("comes", "up"), ("is", "shown"), ("are", "shown"),
    ("is", "displayed"), ("are", "displayed"), ("is", "gone"), ("are", "gone"), ("are", "left"), ("is", "left"),
    ("there", "are"), ("there", "is"), ("goes", "away"), ("is", "listed"), ("are", "listed"),
}  # fmt: skip
_OF_SEVERAL = {"appear", "disappear", "aparecen", "desaparecen", "salen", "bajan", "pasan"}
_DAY = re.compile(r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia)$")
_GETS, _I = {"get", "gets"}, {"i", "we", "you"}
_LEAVES = {"leaving", "quedando", "dejando"}
_IF = {"if", "si", "unless", "which", "whose", "where", "cuyo", "cuya", "donde"}
# What comes of something is told behind it anyway.
_THEN = {"then", "entonces", "luego"}
_GIVES, _ERRORS = {"da", "salta", "gives", "shows"}, {"error", "fallo", "aviso", "hint"}
_STAYS = re.compile(r"(?:stay|remain|sig[aou]|segui|qued|permane)")
_AFTER = {"after", "upon", "on", "tras", "al"}
_SENDS: frozenset[Verb] = frozenset({"save", "next"})
_NARROWS: frozenset[Verb] = frozenset({"search", "filter", "sort", "clear"})
_NONE = {"no", "nothing", "nobody", "none", "nada", "nadie", "ningun", "ninguno", "ninguna"}
_NOW = {"now", "ahora"}
_ONLY = {"only", "solo"}
_LONGEST, _LONGEST_THING = 5, 7


def with_sequels(tokens: Sequence[Token]) -> list[Token]:
    """With a check of its own for each statement that is joined to an order."""
    found: list[Token] = []
    begins = 0
    for at, token in enumerate(tokens):
        if at and _ends_when(tokens, at):
            found.append(replace(token, kind="mark", text=".", norm="."))
            found += [replace(token, kind="word", text=word, norm=word) for word in ("verify", "that")]
            begins = at
        down = _turned_down(tokens, at) if found and found[-1].text == ":" else None
        if down is not None and _is_order(tokens[begins : at - 1]):
            found[-1] = replace(found[-1], text=".", norm=".")
            found += [replace(token, kind="word", text=word, norm=word) for word in down.split()]
            begins = at
        if found and _stays_with_notice(tokens[begins:at], tokens[at:]):
            found.append(replace(token, kind="mark", text=".", norm="."))
            found += [replace(token, kind="word", text=word, norm=word) for word in ("verify", "that")]
            begins = at
            continue
        starts = found and _is_joint(tokens, at - 1) and _is_told(tokens, at)
        starts = starts or (found and _is_result(tokens[begins : at - 1], tokens[at - 1 :]))
        # `It is gone, leaving 8` says both of what was done before.
        starts = starts and (token.norm in _LEAVES or _is_order(tokens[begins : at - 1]))
        if starts:
            found[-1] = replace(found[-1], kind="mark", text=".", norm=".")
            found += [replace(token, kind="word", text=word, norm=word) for word in ("verify", "that")]
            begins = at
        if not (starts and token.norm in _LEAVES):
            found.append(token)
        else:
            found.append(replace(token, text="quedan", norm="quedan"))
        begins = at + 1 if token.text in ENDS else begins
    return found


def _turned_down(tokens: Sequence[Token], at: int) -> str | None:
    """What leads to the check that is told behind a colon, where that is that an order was refused: `Register Acme
    without a number: it doesn't let you go on`, `… : sale un error`."""
    clause = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    led = list(takewhile(lambda t: t.norm in NOT | _TO_WHOM | {"it", "they"} or t.norm.endswith("n't"), clause))
    denied = bool(led) and denied_at(clause)[0] is not None
    rest = clause[len(led) : len(led) + 3]
    errs = bool(rest) and rest[0].norm in _SHOWS | _GIVES and any(t.norm in _ERRORS for t in rest[1:])
    return "" if denied else "verify that" if errs else None


def _stays_with_notice(before: Sequence[Token], words: Sequence[Token]) -> bool:
    """`I stay on the first step with a hint to fill it in`, of which each is to be seen."""
    leads = words[0].norm in ("with", "con") and len(words) > 2 and words[1].norm in ONE_MORE
    stays = any(_STAYS.match(t.norm) for t in before)
    return leads and stays and words[2].norm in NOTICES | _ERRORS


def _ends_when(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is to be seen begins right behind what it comes after: `After Finish the room is listed`."""
    sends = verb_at(tokens, at - 1)
    led = at - 2 - (at > 2 and (verb_at(tokens, at - 2) or ("",))[0] == "click")
    if sends is None or sends[0] not in _SENDS or len(sends[1]) > 1 or led < 0 or tokens[led].norm not in _AFTER:
        return False
    clause = list(takewhile(lambda t: t.kind != "mark", tokens[at:]))
    # `After saving the order the list shows 3`
    told = bool(clause) and finite_at(clause[1:]) is not None and not statement_at(clause)
    return told and _begins_thing(clause[0])


def _is_result(order: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether a sign leads from an order to what is listed then: `clear the search -> 14 orders`, `filter by Paid: only
    ORD-7`, `busca seda → "Nada."`."""
    sign, first, after = (*told[:3], COMMA, COMMA)[:3]
    if sign.text not in ("→", ":", "="):
        return False
    # `The search` and `a new order` are no orders.
    at_verbs = (i for i in range(len(order)) if not i or order[i - 1].norm not in DETERMINERS | NEW)
    verbs = [(v[0], i) for i in at_verbs if (v := verb_at(order, i))]
    if not verbs:
        return False
    verb, at = verbs[-1]
    narrows = (
        verb in _NARROWS
        or (verb == "choose" and first.norm in _SHOWS)
        or (verb == "delete" and any(t.norm in SEARCHES | FILTERS for t in order[at:]))
    )
    # `Search for: 3 rolls` says what for.
    is_whole = verb in ("clear", "delete") or any(t.names for t in order[at + 1 :])
    if narrows and sign.text == ":" and len(order) > at + 1 and _says_what_is(told[1:]):
        return True
    if sign.text != "→" and not (narrows and is_whole):
        return False
    counts = _is_number(first) and after.kind == "word" and after.text.islower()
    says = first.kind == "quoted" and (narrows or first.text.rstrip()[-1:] in (".", "!", "?"))
    shows = narrows and first.norm in _SHOWS
    return counts or says or shows or first.norm in SOLELY | _NONE or (narrows and first.kind == "code")


def _says_what_is(told: Sequence[Token]) -> bool:
    """`Ada has to be there`, `the list must be empty`, `tienen que salir dos`"""
    clause = list(takewhile(lambda t: t.kind != "mark", told))
    if not clause or clause[0].norm in IS or verb_at(clause, 0):
        # A box may be called `Is open`, and `Order 7: delete it` goes on with an order.
        return False
    says = finite_at(clause[: _LONGEST + 1])
    is_said = says is not None and says < len(clause) - 1 and not any(verb_at(clause, i) for i in range(says))
    return is_said or _tells_of_thing(clause)


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    return (joins(tokens[at]) and tokens[at].norm not in _THEN) or tokens[at].text in (",", ";", ":")


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Whether a statement begins there that says what is to be seen."""
    clause = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    if not clause or _is_check(clause):
        return False
    if tokens[at].norm in _LEAVES:
        return len(clause) > 1 and _is_number(clause[1])
    if any(t.norm in MODAL for t in clause[: _LONGEST + 1]):
        return False
    if tokens[at].norm in _NOW and any(t.norm in IS for t in clause[2 : _LONGEST + 1]):
        # `Go back, now ORD-7 is on top`
        return _begins_thing(clause[1])
    if not joins(tokens[at - 1]):
        # `Rellena el viaje: sale el lunes` may be what a form asks for.
        return _is_shown(clause) and any(t.kind == "quoted" for t in clause)
    return _is_shown(clause) or _tells_of_thing(clause)


def _is_check(clause: Sequence[Token]) -> bool:
    """Whether a check begins there already: `see it in the list`, `it shows up in the list`."""
    return any((found := verb_at(clause, i)) and found[0] == "expect" for i in range(min(2, len(clause))))


def _is_shown(clause: Sequence[Token]) -> bool:
    """`Sale "Hecho"`, `ya no aparece`, `se muestra el aviso`"""
    led = list(takewhile(lambda t: t.norm in _TO_WHOM | NOT | _WHERE, clause))
    verb = clause[len(led)].norm if len(led) < len(clause) else ""
    after = clause[len(led) + 1 : len(led) + 2]
    dated = [t for t in clause[len(led) + 2 : len(led) + 3] if t.kind == "number" or _DAY.match(t.norm)]
    goes_on = not dated and (
        not after or _begins_thing(after[0]) or after[0].kind == "mark" or after[0].norm in ("en", "de", "como")
    )
    below = bool(led) and led[0].norm in _WHERE and verb in _SAYS and any(t.kind == "quoted" for t in after)
    return below or (goes_on and (verb in _SHOWS or (bool(led) and verb in _IS_SHOWN.get(led[-1].norm, ()))))


def _tells_of_thing(clause: Sequence[Token]) -> bool:
    """`"Done" appears`, `the total drops to 3`, `3 orders are left`, `it is gone`, `I get an error`"""
    norms = [t.norm for t in clause]
    if norms[0] in _I:
        return len(clause) > 2 and norms[1] in _GETS and _begins_thing(clause[2])
    if tuple(norms[:2]) in _TELL_TWICE:
        return True
    if not (_begins_thing(clause[0]) or norms[0] in ITS | {"it", "they"}):
        return False
    for at in range(1, min(_LONGEST_THING, len(clause))):
        if clause[at].kind == "mark" or joins(clause[at]):
            return False
        if clause[0].kind == "word" and clause[0].text[:1].isupper() and norms[at] in _OF_SEVERAL:
            # `The plays Hamlet and Macbeth appear …`
            return False
        if norms[at] in _TELLS or tuple(norms[at : at + 2]) in _TELL_TWICE:
            return norms[at - 1] not in DETERMINERS
    return False


def _begins_thing(token: Token) -> bool:
    return token.kind == "quoted" or _is_number(token) or token.norm in DETERMINERS or token.text[:1].isupper()


def _is_number(token: Token) -> bool:
    return token.kind == "number" or token.norm in NUMBER_WORDS or token.norm in _ONLY


def _is_order(words: Sequence[Token]) -> bool:
    """Whether something is done there, and nothing checked, and no condition told."""
    # `… y confirma` checks nothing.
    last = len(words) - 1
    verbs = [v[0] for i in range(len(words)) if (v := verb_at(words, i)) and not (v[0] == "expect" and i == last)]
    return bool(verbs) and "expect" not in verbs and not any(t.norm in _IF for t in words)

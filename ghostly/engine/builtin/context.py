"""What is told before something is asked for: the thing that `it` then means, its new value, the kind of `one`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .lexicon import STOP, participles
from .part import Part, content_of, is_on_it
from .speech import (
    COMMA,
    DETERMINERS,
    DOING,
    ENDS,
    LONGEST_LABEL,
    MODAL,
    NOT,
    ONE_MORE,
    PRONOUNS,
    STATING,
    TELL,
    is_statement,
    joins,
    says_which,
    tells_of,
    verb_at,
)
from .stories import GREETINGS, names_in
from .words import NUMBER_WORDS, Token

# `The 10-piece order`
_MEASURED = re.compile(r"\d+-[^\W\d]+$")
_OF_PEOPLE = {"her", "his", "him", "them", "their", "le", "les"}
_TITLING = {"de", "of", "about", "called", "named", "titled", "sobre"}
_INSTEAD = {"not", "no"}
_INSTEAD_LED = {"instead", "rather", "en", "not", "y", "and"}
INSTEAD_OF = {("instead", "of"), ("rather", "than"), ("lugar", "de"), ("vez", "de")}
_WHEN = {"after", "once", "when", "on", "tras", "al", "cuando", "despues"}
_AND = {"and", "y", "e"}
_WITH = {
    "called", "named", "titled", "with", "for", "llamado", "llamada", "titulado", "titulada", "con", "para", "de",
    "que",
}  # fmt: skip


# How somebody got from one thing to another.
_BECOMES = {
    "moved", "moves", "changed", "changes", "switched", "switches", "went", "goes", "rose", "fell", "se", "pasa",
    "paso", "cambia", "cambio", "sube", "subio", "baja", "bajo", "hemos",
}  # fmt: skip
# How a statement says that something is to become another thing, and how much of it there is to be.
_MOVES = {
    "adelanta", "adelantan", "aplaza", "aplazan", "baja", "bajan", "brought", "cambia", "cambian", "cambiara",
    "change", "changes", "changing", "delayed", "drops", "goes", "move", "moved", "moves", "moving", "mueve",
    "mueven", "pasa", "pasan", "pasara", "pasaran", "pospone", "posponen", "postponed", "retrasa", "retrasan",
    "rises", "sube", "suben", "switches", "traslada", "trasladan", "muda", "mudan", "mudado", "mudada", "mudados",
    "trasladado", "trasladada", "trasladados", "pasado", "pasada", "cambiado", "movido", "subido", "bajado",
}  # fmt: skip
# What stands before such a word: `is moving`, `has moved`, `se ha mudado`.
_HELPS = {"se", "is", "has", "have", "had", "was", "ha", "han", "habia"}
_TOWARDS = {"a", "al", "to"}
_OWNED = {"la", "el", "the", "its", "su", "their", "his", "her"}
_MEASURES = {"be", "last", "cost", "take", "ser", "estar", "durar", "costar", "tener", "have"}
_HAVE = {"tiene", "tienen"}
_MEANWHILE = {"when", "while", "on", "al"}
_PAIR = 2
_GOES = ("back", "open", "reload")
_LONGEST_WAY = 9
_IF, _DOERS = {"if", "si"}, {"i", "you", "we", "one", "somebody", "someone", "se", "yo", "alguien"}
_TRYING = {"try", "tries", "to", "intento", "intenta", "trato", "trata", "de", "then", "now"}
_I_MUST = {"debo", "debemos", "tengo", "tenemos"}
_ARRIVES = {
    "have", "has", "had", "han", "ha", "arrived", "came", "come", "in", "at", "on", "from", "to", "for", "en", "para",
}  # fmt: skip
_ALREADY = {"ya", "already", "now", "ahora", "hoy", "today", "no", "not"}
_GIVEN = {"given", "dado", "dada", "dados", "dadas"}


_SOMEONE = {"someone", "somebody", "anybody", "alguien"}


def named_in(told: Sequence[Token], part: Part) -> tuple[Token, ...]:
    """The thing that a statement is about; a code that stands elsewhere in it, where the order is not for somebody."""
    subject = told[: next((i for i, t in enumerate(told) if tells_of(t) or t.norm in _HAVE), 0)]
    idle = STOP | GREETINGS | _GIVEN | _SOMEONE | NUMBER_WORDS.keys()
    names = tuple(t for i, t in enumerate(subject) if t.norm not in idle and (t.names or _goes_on(subject, i)))
    codes = tuple(t for t in told if t.kind == "code" and not _MEASURED.match(t.norm))
    names = tuple(t for t in names if not _MEASURED.match(t.norm))
    if not codes and (thing := _thing_had(told, part)):
        return thing
    if not says_which(names):
        whole = set(names_in(told))
        if not whole and subject and subject[0].norm in ("the", "el", "la") and len(content_of(subject)) > 1:
            # `The leak in the cellar is mended`
            return tuple(t for t in subject[1:] if t.norm not in _ALREADY)
        if not whole and part.verb == "say":
            return _told_of_last(told)
        return tuple(t for i, t in enumerate(told) if t in whole or _goes_on(told, i))
    last = subject.index(names[-1]) + 1 if names[-1] in subject else len(subject)
    if names[-1].kind == "word" and subject[0].norm in ("the", "el", "la") and 0 < len(subject) - last < _PAIR + 1:
        # `The Japanese maple is ill`
        rest = [t for t in subject[last:] if t.kind == "word" and t.norm not in idle | NOT | _ALREADY]
        names = (*names, *(rest if len(rest) == len(subject) - last else ()))
    elsewhere = len(codes) == 1 and not any(t.is_value for t in names)
    return codes if elsewhere and not _OF_PEOPLE & {t.norm for t in part.words} else names


def _thing_had(told: Sequence[Token], part: Part) -> tuple[Token, ...]:
    """The `note about the labels` of `Ada keeps losing the note about the labels`, which `it` means and not her."""
    who = list(takewhile(lambda t: t.text[:1].isupper() and t.kind == "word", told))
    owned = {"its", "their", "his", "her", "su"}
    the = next((i for i in range(len(who) + 1, len(told)) if told[i].norm in {"the", "el", "la", *owned}), 0)
    thing = list(takewhile(lambda t: t.kind == "word" and not tells_of(t) and not joins(t), told[the + 1 :]))
    about = next((i for i, t in enumerate(thing) if t.norm in _TITLING | {"with", "from", "for", "con"}), 0)
    acts = bool(who) and len(told) > len(who) and told[len(who)].kind == "word"
    told_so = acts and the > 0 and about > 0 and len(content_of(thing)) > 1
    if not told_so or _OF_PEOPLE & {t.norm for t in part.words}:
        return ()
    # `Ada has paid her order of wool`: it is hers.
    of = replace(told[the], text="of", norm="of")
    return (*thing, of, *who) if told[the].norm in owned else tuple(thing)


def _told_of_last(told: Sequence[Token]) -> tuple[Token, ...]:
    """The thing that a statement ends with, of which it names nothing: `Somebody forgot the rosemary`."""
    at = next((i for i in range(len(told) - 1, 0, -1) if told[i].norm in DETERMINERS), 0)
    thing = tuple(told[at + 1 :])
    plain = at > 0 and 0 < len(thing) <= _PAIR and all(t.kind == "word" and t.norm not in STOP | NOT for t in thing)
    return thing if plain else ()


def amount_in(told: Sequence[Token]) -> tuple[Token, ...]:
    """How many of what a statement tells of: `15 units of Linen` in `15 units of Linen have arrived`."""
    for at in range(len(told) - 3):
        number, unit, of = told[at : at + 3]
        counts = number.norm.isdigit() or number.norm in NUMBER_WORDS
        is_unit = unit.kind == "word" and unit.text.islower() and unit.norm not in STOP
        if counts and is_unit and of.norm in ("of", "de", "del"):
            thing = takewhile(lambda t: t.text not in ENDS | {",", ":"} and not _ends_thing(t), told[at + 3 :])
            phrase = (*told[at : at + 3], *thing)
            return phrase if content_of(phrase[3:]) else ()
    return ()


def _ends_thing(token: Token) -> bool:
    return tells_of(token) or token.norm in _HAVE | _ARRIVES or joins(token)


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a word ends the name of a thing that is called by several: `the notice about Lost keys`."""
    begins = (i for i in range(at - 1, 0, -1) if words[i].text[:1].isupper() and words[i - 1].norm in _TITLING)
    start = next(begins, 0)
    return bool(start) and all(t.kind == "word" and t.norm not in STOP | NOT for t in words[start : at + 1])


def is_circumstance(part: Part, denied: int, following: Sequence[Part]) -> bool:
    """Whether what cannot be is only why something is done: `Ada cannot come. Cancel her visit`."""
    after = following[0] if following else None
    if part.verb not in ("say", "expect") or part.verb_words or after is None or after.tried or not after.verb_words:
        return False
    on_it = is_on_it(after) or any(t.norm in PRONOUNS for t in after.words)
    same = any(after.verb in _meanings(part.words, i) for i in range(len(part.words)))
    acts = after.verb in ("delete", "close", "edit", "say", "check", "uncheck")
    return on_it and acts and not same and says_which(part.words[:denied])


def _meanings(words: Sequence[Token], at: int) -> tuple[str, ...]:
    verb, done = verb_at(words, at), participles().get(words[at].norm)
    return (*((verb[0],) if verb else ()), *((done,) if done else ()))


def with_kind(part: Part, told: Sequence[Token]) -> Part:
    """`We start a new campaign, so create one called Spring`: one more of what was told of."""
    says_one = part.verb == "create" and len(part.words) > 1 and part.words[0].norm in ("one", "uno", "una", "another")
    at = next((i for i, t in enumerate(told) if t.norm in ONE_MORE), None)
    if not says_one or at is None or part.words[1].norm not in _WITH:
        return part
    noun = list(takewhile(lambda t: t.kind == "word" and t.norm not in STOP - ONE_MORE, told[at:]))
    kind = [t for t in noun if t.norm not in STOP | ONE_MORE and t.text.islower()]
    return replace(part, words=(*kind, *part.words[1:])) if kind else part


def with_new_value(part: Part, told: Sequence[Token]) -> Part | None:
    """`We agreed £40 for WS-1, not £35. Correct the fee`: what is to be changed, of what, and to what."""
    if part.verb != "edit" or says_which(part.words) or not content_of(part.words):
        return None
    things = [t for t in told if t.kind in ("code", "quoted")]
    values = [(i, t) for i, t in enumerate(told) if t.kind == "number"]
    old = {t.number for i, t in values if _INSTEAD & {w.norm for w in told[max(0, i - 1) : i]} or _is_instead(told, i)}
    new = [t for _, t in values if t.number not in old]
    plain = part.words[0].norm in DETERMINERS and all(t.kind == "word" for t in part.words)
    if len(new) != 1 or len(things) != 1 or not plain or not {t.norm for t in part.words} & DETERMINERS:
        return None
    of, to = (replace(COMMA, kind="word", text=word, norm=word) for word in ("of", "to"))
    return replace(part, words=(*part.words, of, things[0], to, new[0]))


def with_instead(part: Part, told: Sequence[Token]) -> Part | None:
    """`Ada needs 6 pieces of wool instead of 4. Update the quantity of her order`: whose, of what, and to how many."""
    values = [(i, t) for i, t in enumerate(told) if t.kind == "number"]
    new = [(i, t) for i, t in values if not _is_instead(told, i)]
    names = _names_told(told)
    nouns = [t for t in part.words if t.kind == "word" and t.norm not in STOP | _OF_PEOPLE]
    is_so = part.verb == "edit" and len(values) == _PAIR and len(new) == 1 and len(names) > 1
    if not is_so or says_which(part.words) or not 0 < len(nouns) <= _PAIR or any(t.kind == "mark" for t in part.words):
        return None
    value, after = new[0][1], told[new[0][0] + 1]
    unit = (after,) if after.kind == "word" and after.text.islower() and after.norm not in STOP else ()
    of, to = (replace(COMMA, kind="word", text=word, norm=word) for word in ("of", "to"))
    # The quantity is what is counted anyway.
    attribute = (nouns[0], of) if len(nouns) == _PAIR else ()
    return replace(part, words=(*attribute, nouns[-1], of, *names, to, value, *(() if attribute else unit)))


def _names_told(told: Sequence[Token]) -> list[Token]:
    """All names in a story, and the small words that end one behind `of`: `6 pieces of Merino wool`."""
    found: list[Token] = []
    led = False
    for before, token in pairwise((COMMA, *told)):
        named = token.kind == "word" and token.text[:1].isupper()
        capital = named and (token.norm not in STOP or before.norm in ("of", "de"))
        led = (capital and (before.norm in ("of", "de") or led)) or (
            led and before in found and token.kind == "word" and token.norm not in STOP | _INSTEAD_LED
        )
        found += [token] if capital or led else []
    return found


def with_change(part: Part, told: Sequence[Token]) -> Part | None:
    """`Ada has moved from Bilbao to Vitoria. Update her city`: of what the story is, and what it has become."""
    to = next((i for i in range(len(told) - 1, 0, -1) if told[i].norm in ("to", "a")), 0)
    since = next((i for i in range(to - 1, 0, -1) if told[i].norm in ("from", "de")), 0)
    new, old = told[to + 1 :], told[since + 1 : to]
    stands = part.verb == "edit" and bool(part.words) and part.words[0].norm in _OF_PEOPLE | {"its", "su", "sus", "it"}
    if not stands or not since or not old or not says_which(new[:1]) or says_which(part.words):
        return None
    about = list(takewhile(lambda t: not tells_of(t) and t.norm not in _BECOMES, told[:since]))
    about = about[1:] if about and about[0].norm in DETERMINERS else about
    what = [t for t in part.words[1:] if t.kind == "word"]
    of = replace(COMMA, kind="word", text="of", norm="of")
    lead = (*what, of) if what else ()
    return replace(part, words=(*lead, *about, told[since], *old, told[to], *new)) if content_of(about) else None


def with_becoming(part: Part, told: Sequence[Token]) -> Part | None:
    """`The yoga class moves to Monday. Change it`: what was told is what is to be changed, and to what."""
    kind: Sequence[Token] = ()
    if part.verb == "edit" and (called := _in_own_record(part.words)):
        part, kind = replace(part, words=tuple(called[:_PAIR])), called[_PAIR:]
    on_it = is_on_it(part) or any(t.norm in PRONOUNS | _OWNED for t in part.words[:1])
    if part.verb != "edit" or not on_it or says_which(part.words):
        return None
    place = part.words[1:] if part.words and part.words[0].norm in PRONOUNS else part.words
    # `Cambia la fecha` says what of it is to be changed.
    called = part.words if len(part.words) == _PAIR and part.words[0].norm in _OWNED and content_of(place) else ()
    place = () if called else place
    of = (replace(COMMA, kind="word", text="of", norm="of"), *kind) if called else ()
    for at in range(1, len(told) - 1):
        helps = list(takewhile(lambda t: t.norm in _HELPS, reversed(told[:at])))
        thing = told[: at - len(helps)]
        after = told[at + 1 :]
        if not content_of(thing):
            continue
        if told[at].norm in _MOVES and after[0].norm in _TOWARDS:
            return replace(part, words=(*called, *of, *_without_article(thing, called), *after, *place))
        if told[at].norm in MODAL and len(after) > 1 and after[0].norm in _MEASURES and says_which(after[1:2]):
            to = replace(after[0], text="to", norm="to")
            return replace(part, words=(*called, *of, *_without_article(thing, called), to, *after[1:], *place))
    return None


def _in_own_record(words: Sequence[Token]) -> Sequence[Token]:
    """The `its city` of `the city in its customer record`; nothing where it does not say so."""
    if len(words) < _PAIR * 2 or words[0].norm not in DETERMINERS or words[2].norm not in ("in", "on", "en"):
        return ()
    its, record = words[3], words[4:]
    plain = words[1].kind == "word" and words[1].text.islower() and not says_which(record)
    # A `customer record` is that of a customer, and a record alone of no kind.
    kind = [t for t in record if t.kind == "word" and t.norm not in STOP]
    kind = kind[-1:] if its.norm in ("su", "la", "el") else kind[:1]
    own = plain and its.norm in _OWNED | _OF_PEOPLE
    return (replace(its, text="its", norm="its"), words[1], *(kind if len(record) > 1 else ())) if own else ()


def _without_article(thing: Sequence[Token], called: Sequence[Token]) -> Sequence[Token]:
    return thing[1:] if called and thing[0].norm in DETERMINERS else thing


def _is_instead(words: Sequence[Token], at: int) -> bool:
    """Whether a value is the one that is not to be any more: `£40 instead of £35`."""
    return tuple(t.norm for t in words[max(0, at - 2) : at]) in INSTEAD_OF


def clauses_first(tokens: Sequence[Token]) -> list[Token]:
    """`Check that, after reloading the page, it is so` in the order in which that is done."""
    found = list(tokens)
    for at in range(len(tokens) - 3):
        ends = next((i for i in range(at + 3, min(at + 8, len(tokens))) if tokens[i].text == ","), 0)
        leads = tokens[at].norm in ("que", "that") and tokens[at + 1].text == "," and tokens[at + 2].norm in _WHEN
        verb = next((i for i in range(max(0, at - 3), at) if (verb_at(tokens, i) or ("",))[0] == "expect"), None)
        if verb is not None and not leads and (says := _end_of_way(tokens, at)):
            comma = replace(COMMA, number=tokens[says].number)
            return [*tokens[:verb], *tokens[at + 1 : says], comma, *tokens[verb : at + 1], *tokens[says:]]
        if leads and ends and verb is not None:
            clause = tokens[at + 2 : ends + 1]
            return [*tokens[:verb], *clause, *tokens[verb : at + 1], *clauses_first(tokens[ends + 1 :])]
        if begins := _sought_behind(tokens, at):
            end = next((i for i in range(begins, len(tokens)) if tokens[i].text in ENDS), len(tokens))
            does = begins + 1 + (tokens[begins + 1].norm == "se")
            clause = [tokens[begins], *tokens[does:end], replace(COMMA, number=tokens[begins].number)]
            return [*tokens[:at], *clause, *tokens[at:begins], *clauses_first(tokens[end:])]
    return found


def _sought_behind(tokens: Sequence[Token], at: int) -> int:
    """Where a check that begins here says what is searched for it: `check that A-3 comes up when I search for Ada`; 0
    where it says none, or more than that."""
    verb = verb_at(tokens, at)
    if verb is None or verb[0] != "expect" or at + len(verb[1]) >= len(tokens):
        return 0
    clause = list(takewhile(lambda t: t.text not in ENDS | {",", ":"} and t.norm not in _AND, tokens[at:]))
    ends = at + len(clause) == len(tokens) or tokens[at + len(clause)].text in ENDS
    whens = (i for i in range(len(verb[1]) + 1, len(clause) - 2) if clause[i].norm in ("al", "when", "cuando"))
    when = next((i for i in whens if _is_searching(clause[i + 1 :])), 0)
    return at + when if ends and when and clause[-1].names else 0


def _is_searching(said: Sequence[Token]) -> bool:
    """`Searching for Ada`, `I search for Ada`, `busco Ada`, `buscar Ada`"""
    led = len(list(takewhile(lambda t: t.norm in _DOERS, said)))
    return (verb_at(said, led) or ("",))[0] == "search"


def _end_of_way(tokens: Sequence[Token], at: int) -> int:
    """Where a check goes on behind the way that it tells first: `que al volver a Ajustes sigue activado`; 0 where it
    tells of none."""
    if tokens[at].norm != "que" or tokens[at + 1].norm not in ("al", "cuando"):
        return 0
    found = verb_at(tokens, at + 2)
    if found is None or found[0] not in _GOES:
        return 0
    rest = range(at + 3, min(at + _LONGEST_WAY, len(tokens)))
    says = next((i for i in rest if tokens[i].kind == "mark" or tokens[i].norm in TELL | STATING | MODAL), 0)
    return says if says and tokens[says].kind != "mark" and tokens[says - 1].norm not in DETERMINERS else 0


def deeds_first(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`If I filter by Paid, I should find 4` asks to do that; `if it asks for a reason, give none` does not."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        begins = token.norm in _IF and (not at or tokens[at - 1].text in ENDS)
        comma = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS | {","}), at) if begins else at
        if comma > at and tokens[comma].text == "," and _does_something(tokens[at + 1 : comma]):
            clause = list(takewhile(lambda t: t.text not in ENDS, tokens[comma + 1 :]))
            must = any(t.norm in MODAL | _I_MUST for t in clause[:LONGEST_LABEL])
            when = "cuando" if token.norm == "si" else "when"
            found[at] = replace(token, text=when, norm=when) if must or is_statement(clause) else token
            if found[at] is not token and tokens[at + 1].norm == "se":
                # `Si se busca Ada`: whoever carries out the goal does it.
                found[at + 1] = replace(tokens[at + 1], kind="mark", text=",", norm=",")
    return _while_doing(found)


def _while_doing(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`If when adding a room I press Save, it should …` asks to begin the one, and to do the other in it."""
    found: list[Token] = []
    begun = False
    for at, token in enumerate(tokens):
        begins = token.norm in _IF and (not at or tokens[at - 1].text in ENDS)
        doing = tokens[at + 1 : at + 3] if begins else ()
        if len(doing) == _PAIR and doing[0].norm in _MEANWHILE and _is_begun(tokens, at + 2):
            begun = True
            continue
        if begun and tokens[at - 1].norm in _IF and token.norm != "al":
            token = replace(token, text="when", norm="when")
        if begun and (token.norm in _DOERS or _is_first_person(tokens, at)):
            found += [COMMA, token] if found[-1].text != "," else [token]
            begun = False
            continue
        begun = begun and token.text not in ENDS
        found.append(token)
    return tuple(found)


def _is_begun(tokens: Sequence[Token], at: int) -> bool:
    verb = verb_at(tokens, at)
    is_form = tokens[at].norm.endswith((*DOING, "ar", "er", "ir"))
    return verb is not None and verb[0] in ("create", "edit", "fill") and is_form


def _is_first_person(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "word" and tokens[at].norm.endswith("o") and verb_at(tokens, at) is not None


def _does_something(clause: Sequence[Token]) -> bool:
    """Whether somebody who carries out a goal is said to do something: `I filter …`, `you try to open …`, `busco …`."""
    led = list(takewhile(lambda t: t.norm in _DOERS | _TRYING, clause))
    verb = verb_at(clause, len(led)) if len(led) < len(clause) else None
    acts = verb is not None and verb[0] not in ("expect", "accept")
    return acts and (bool(led) or clause[0].norm.endswith("o"))


def value_instead(part: Part) -> tuple[Token, ...]:
    """The new value of `it should be 4.5 hours instead of 3`, which says what it is not to be any more."""
    words = part.words
    modal = next((i for i, t in enumerate(words[:3]) if t.norm in MODAL), None)
    if part.verb != "expect" or part.verb_words or modal is None or words[modal + 1].norm not in ("be", "ser", "estar"):
        return ()
    if any(t.norm not in PRONOUNS | {"this", "they"} for t in words[:modal]):
        return ()
    told = words[modal + 2 :]
    old = next((i for i, t in enumerate(told) if t.is_value and i and _is_old(told, i)), None)
    if old is None:
        return ()
    lead = 1 if told[old - 1].norm in _INSTEAD else 2
    new = [t for t in told[: old - lead] if t.kind != "mark" and t.norm not in ("and", "y", "en")]
    return tuple(new) if any(t.is_value for t in new) else ()


def _is_old(words: Sequence[Token], at: int) -> bool:
    return words[at - 1].norm in _INSTEAD or _is_instead(words, at)


def is_refusal(part: Part) -> bool:
    """Whether a check only says that what is tried is to be refused."""
    return part.verb == "expect" and not part.verb_words and [t.norm for t in part.words[:1]] == ["refused"]

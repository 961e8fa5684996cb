"""What a goal leaves empty, and the check that says it must not be: `leave the phone blank … it is required`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .lexicon import STOP, Verb, verbs
from .part import Part, content_of, thing_of
from .speech import (
    ASIDES,
    COMMA,
    DETERMINERS,
    DOING,
    EMPTY,
    ENDS,
    HAS_TO,
    IS,
    LEAVES,
    MODAL,
    NOT,
    PRONOUNS,
    STATING,
    TELL,
    joins,
    verb_at,
)
from .stories import NO_ACT
from .words import Token

_NEEDED = re.compile(
    r"(?:obligatori[oa]s?|requerid[oa]s?|necesari[oa]s?|imprescindibles?|falta|faltan|required|mandatory|compulsory"
    r"|needed|necessary|missing)$"
)
# How a check says that the page says so.
_TELLS = re.compile(
    r"(?:says?|tells?|told|shows?|reads?|warn|complain|object|alert|messag|mensaj|notic|error|dec|dic|dig|avis|advert|adviert"
    r"|quej|indi|indique|muestr|mostr|sal|aparec|aparez|recuerd)\w*$"
)
_ASKS = re.compile(
    r"(?:asks?|demands?|requires?|prompts?|insists?|pid[ea]n?|exig[ea]n?|pedir|exigir|solicit[ae]n?|hints?|messages?)$"
)
_FILLS_IN = re.compile(
    r"(?:fill(?:ed|ing)?|complet(?:e|ed|ing)|rellen(?:ar(?:l[oa])?|e|emos|es|ad[oa])|complet(?:ar(?:l[oa])?|e|emos|ad[oa]))$"
)
_THAT_FIELD = {
    "field", "box", "that", "this", "the", "it", "in", "out", "be", "to", "me", "us", "for", "campo", "casilla", "ese",
    "este", "esa", "esta", "dicho", "el", "la", "lo", "que", "se", "a", "nos",
}  # fmt: skip
_WITHOUT = {"without", "sin"}
_BUT = {"but", "pero", "aunque", "though"}
_ANY = {"any", "ningun", "ninguna", "field", "box", "campo", "casilla", "en", "its", "his", "her", "su"}
_WITH, _NOTHING = {"with", "con"}, {"no", "nothing", "none", "nada", "ningun", "ninguna"}
_EVERYTHING = {"everything", "all", "every", "todo", "todos", "todas", "each", "cada"}
_FILLING: frozenset[Verb] = frozenset({"fill", "choose", "check", "upload"})
_SENDING: frozenset[Verb] = frozenset({"click", "double", "save", "say", "upload", "next", "accept"})
_CHOSEN = {"chosen", "set", "written"}
_DONE = ("ed", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
_IDLE, _NAMES = {"it's", "you", "us"}, {"name", "nombre", "title", "titulo", "number", "numero"}
_LONGEST = 6
_FIELD, _FILLED = 3, 2
# What is said behind a field that stays empty: `the city left blank`, `el NIF se deja vacío`, `ciudad en blanco`.
_STAYS = {"en", "in", "se", "lo", "la", "left", "being", "kept", "as"}
_LEAVING = {"leaving", "keeping", "dejando"}
_NONE = {"none", "nothing", "ninguno", "ninguna", "nada"}
# What is empty in a page, and no field of a form.
_NO_FIELDS = {
    "list", "table", "cart", "basket", "page", "form", "note", "order", "everything", "all", "lista", "tabla",
    "carrito", "cesta", "pagina", "formulario", "nota", "pedido", "todo", "results", "resultados",
}  # fmt: skip


def blanks_told(tokens: Sequence[Token]) -> list[Token]:
    """The goal with `without the city` for `city blank`, `with an empty city`, `City: (empty)`, `la ciudad en blanco`
    among what is filled in."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].norm in _BUT and at and tokens[at + 1 : at + 2] and tokens[at + 1].norm in _WITHOUT:
            # `Quantity 5 but without choosing a customer`
            at += 1
        begin, end, field = _told_blank(tokens, at)
        if not field or any(_is_told(tokens, i) for i in range(_sentence_at(tokens, at), begin)):
            kept.append(tokens[at])
            at += 1
            continue
        del kept[len(kept) - (at - begin) :]
        if kept and kept[-1].norm in _WITH | _BUT:
            kept.pop()
        spanish = tokens[at].norm in {"vacio", "vacia", "vacios", "vacias", "blanco", "ninguno", "ninguna", "nada"}
        without = "sin" if spanish else "without"
        kept += [replace(field[0], kind="word", text=without, norm=without), *field]
        at = end
    return kept


def _told_blank(tokens: Sequence[Token], at: int) -> tuple[int, int, Sequence[Token]]:
    """Where the field that is said to be empty at a word and the phrase begin and end, and the field; none if it is no
    such word."""
    nowhere = (at, at, ())
    if tokens[at].kind != "word" or not (tokens[at].norm in EMPTY | _NONE or _leaves_out(tokens, at)):
        return nowhere
    shut = [t.text for t in (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])] == ["(", ")"]
    end, to = at + 1 + shut, at - shut
    colon = to > 0 and tokens[to - 1].text in (":", "=")
    to -= colon
    if tokens[at].norm in _NONE and not colon:
        return nowhere
    begin = next((i + 1 for i in range(to - 1, -1, -1) if _bounds(tokens[i])), 0)
    run = list(tokens[begin:to])
    while len(run) > 1 and (run[-1].norm in _STAYS or run[-1].norm.startswith(("dej", "qued"))):
        run.pop()
    if leaving := _left_in_passing(tokens, begin, to):
        begin, run = leaving, run[leaving + 1 - begin :]
        if not run:
            run = list(takewhile(lambda t: t.kind == "word" and not joins(t), tokens[at + 1 : at + 2 + _FIELD]))
            end = at + 1 + len(run)
    elif not run or all(t.norm in DETERMINERS for t in run):
        begin, end, run = _empty_before(tokens, at, begin)
    field = [t for t in run if t.norm not in DETERMINERS]
    bounded = end >= len(tokens) or _bounds(tokens[end])
    leaves = bool(run) and run[0].norm.startswith(("dej", "leav", "keep"))
    # `Persona de contacto`
    inner = [t for i, t in enumerate(field) if not (0 < i < len(field) - 1 and t.norm in ("de", "of"))]
    plain = not leaves and 0 < len(field) <= _FIELD and not any(_is_no_field(t) for t in inner)
    return (begin, end, field) if bounded and plain and begin else nowhere


def _left_in_passing(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the `leaving` stands behind an order to make something: `registra la empresa dejando el NIF vacío`; 0
    where it does not, as what is there already has to be emptied."""
    at = next((i for i in range(end - 1, begin - 1, -1) if tokens[i].norm in _LEAVING), 0)
    # `Registra la empresa, pero deja vacío el NIF`
    bare = next((i for i in range(end, begin - 1, -1) if i < len(tokens) and tokens[i].norm in LEAVES), 0)
    begins = bare == begin or (bare == begin + 1 and tokens[begin].norm in _BUT)
    at = at or (bare if bare and begins and _goes_on_from(tokens[bare - 1]) else 0)
    # `A visit` is what is booked.
    led = (i for i in range(_sentence_at(tokens, at), at) if not i or tokens[i - 1].norm not in DETERMINERS)
    acts = {verb[0] for i in led if (verb := verb_at(tokens, i))}
    return at if "create" in acts and not acts & {"edit", "delete", "open", "clear"} else 0


def _leaves_out(tokens: Sequence[Token], at: int) -> bool:
    """`Leave the email out`"""
    led = list(
        takewhile(lambda t: t.kind == "word" and t.norm not in LEAVES, reversed(tokens[max(0, at - _LONGEST) : at]))
    )
    before = tokens[at - len(led) - 1] if at > len(led) else COMMA
    return tokens[at].norm == "out" and 0 < len(led) <= _FIELD + 1 and before.norm in LEAVES


def _goes_on_from(before: Token) -> bool:
    return before.text in (",", ";") or joins(before) or before.norm in _BUT


def _bounds(token: Token) -> bool:
    """Whether what is told of one field ends here, or begins behind it."""
    return token.kind != "word" or joins(token) or token.norm in _WITH


def _empty_before(tokens: Sequence[Token], at: int, begin: int) -> tuple[int, int, list[Token]]:
    """The field of `with an empty city`, where that is the end."""
    if not begin or tokens[begin - 1].norm not in _WITH:
        return at, at, []
    run = list(takewhile(lambda t: t.kind == "word" and not joins(t), tokens[at + 1 : at + 2 + _FIELD]))
    return begin, at + 1 + len(run), run


def _is_no_field(token: Token) -> bool:
    idle = LEAVES | NOT | MODAL | IS | EMPTY | ASIDES | _NO_FIELDS | _WITHOUT | TELL | PRONOUNS | STATING
    return token.norm in idle or token.norm in STOP - _NAMES


def _sentence_at(tokens: Sequence[Token], at: int) -> int:
    return next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0)


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word makes of a sentence what is to be seen."""
    verb = verb_at(tokens, at)
    return tokens[at].norm in MODAL | STATING | TELL or (verb is not None and verb[0] == "expect")


def without_blank_field(part: Part) -> Part:
    """Without the `sin el nombre` among what is filled in: nothing is done for it."""
    words = part.words if part.verb == "fill" else ()
    for at in range(len(words)):
        begins = words[at].norm in _WITHOUT and at and (words[at - 1].kind == "mark" or joins(words[at - 1]))
        said = list(takewhile(lambda t: t.kind == "word" and not joins(t), words[at + 1 :])) if begins else []
        ends = at + 1 + len(said)
        if 0 < len(said) <= _FIELD and (ends == len(words) or words[ends].kind == "mark" or joins(words[ends])):
            return replace(part, words=(*words[: at - 1], *words[ends:]))
    return part


def with_blank(tokens: Sequence[Token], parts: Sequence[Part]) -> list[Part]:
    """A check that only says that something is required gets the one field that the goal leaves empty."""
    fields = {tuple(t.norm for t in field): field for field in _blanks(tokens)}
    if not fields and _leaves_all_blank(tokens, parts):
        return [_with_own_blank(part) for part in parts]
    if len(fields) != 1:
        return list(parts)
    field = next(iter(fields.values()))
    return [replace(p, words=(*p.words, COMMA, *field)) if _says_needed(p, field) else p for p in parts]


def tells_blank(tokens: Sequence[Token]) -> bool:
    """Whether a goal says which field it leaves empty."""
    return next(_blanks(tokens), None) is not None


def _leaves_all_blank(tokens: Sequence[Token], parts: Sequence[Part]) -> bool:
    """`Press Send without choosing anything`, `send the empty form`: no field is named that is left empty."""
    fills = (b for a, b in pairwise(tokens) if a.norm in _WITHOUT)
    sent = {t.norm for part in parts if part.verb != "expect" for t in part.words}
    return bool(EMPTY & sent) or any(_FILLING & set(verbs().get(t.norm, ())) for t in fills)


def _with_own_blank(part: Part) -> Part:
    """A check that says itself what is missing: `it warns that the file is missing`."""
    needed = part.verb == "expect" and not part.negated and any(_NEEDED.match(t.norm) for t in part.words)
    told = any(_TELLS.match(t.norm) for t in (*part.verb_words, *part.words))
    if not needed or not told:
        return part
    idle = ({word for pair in HAS_TO for word in pair} | STOP | MODAL | IS | PRONOUNS | _IDLE) - _NAMES
    left = [t for t in part.words if t.kind != "mark" and t.norm not in idle and not _TELLS.match(t.norm)]
    field = [t for t in left if not _NEEDED.match(t.norm)]
    is_field = 0 < len(field) <= _FIELD and all(t.kind == "word" and t.text.islower() for t in field)
    return replace(part, words=(*part.words, COMMA, *field)) if is_field else part


def without_blank(part: Part) -> Part:
    """Without what an order says that is not filled in: `Press Send` `with no file chosen`, `sin elegir archivo`."""
    words = part.words if part.verb in _SENDING else ()
    for at in range(1, len(words) - 1):
        said = list(takewhile(lambda t: t.kind == "word" and not joins(t), words[at:]))
        ends = at + len(said) == len(words) or words[at + len(said)].text == ","
        if said and ends and _is_blank(said) and not any(t.names for t in said):
            return replace(part, words=(*words[:at], *words[at + len(said) :]))
    return part


def _is_blank(said: Sequence[Token]) -> bool:
    """Whether words begin a circumstance in which nothing is filled in or chosen."""
    lead, rest = said[0].norm, [t.norm for t in said[1:]]
    if not rest or len(said) > _LONGEST or any(t in MODAL for t in rest):
        return False
    does = verb_at(said, 1)
    done = any(t in _CHOSEN or t.endswith(_DONE) for t in rest[1:])
    if lead in _WITHOUT:
        return (does is not None and does[0] in _FILLING) or (rest[0] in _NOTHING | {"any"} and done)
    all_empty = rest[0] in _EVERYTHING and any(t in EMPTY for t in rest[1:])
    return lead in _WITH and (all_empty or (rest[0] in _NOTHING and done))


def blank_of(part: Part) -> Sequence[Token]:
    """The field of which a check says that it must not be empty."""
    field = thing_of(part) if part.verb == "expect" and not part.negated else ()
    return field if field and _says_needed(part, field) else ()


def _blanks(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    for at, token in enumerate(tokens):
        end = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))
        several = sum(t.norm in EMPTY for t in tokens[at:end]) > 1
        ahead = list(takewhile(lambda t: t.kind == "word" and not joins(t), tokens[at + 1 : at + 1 + _LONGEST]))
        empties = token.norm in LEAVES and any(t.norm in EMPTY for t in ahead) and not several
        lacks = token.norm in _WITHOUT and token.kind == "word"
        if not empties and not lacks:
            continue
        said = ahead if empties else list(takewhile(lambda t: t.norm not in ASIDES, _without_filling(ahead)))
        field = tuple(t for t in said if t.norm not in EMPTY | DETERMINERS | PRONOUNS | _ANY)
        acts = any(t.norm in verbs() and t.norm.endswith((*DOING, "ar", "er", "ir")) for t in field)
        if 0 < len(field) <= _FIELD and not acts and all(t.text.islower() or t.text.isupper() for t in field):
            yield field


def _without_filling(said: Sequence[Token]) -> Sequence[Token]:
    """The field of `without giving the e-mail` and `sin poner el NIF`."""
    led = list(takewhile(lambda t: t.norm not in DETERMINERS, said))
    fills = 0 < len(led) <= _FILLED and (led[0].norm in NO_ACT or bool(_FILLING & set(verbs().get(led[0].norm, ()))))
    return said[len(led) :] if fills and len(led) < len(said) else said


def _says_needed(part: Part, field: Sequence[Token]) -> bool:
    """Whether a check says that something is required, and of nothing but the field what."""
    if part.verb != "expect" or part.negated:
        return False
    has_to = {word for pair in HAS_TO for word in pair}
    idle = STOP | MODAL | IS | PRONOUNS | has_to | {t.norm for t in field} | _IDLE
    left = [t for t in content_of(part.words) if t.norm not in idle and not _TELLS.match(t.norm)]
    asked = _asks_for_it(part.words)
    return asked or (bool(left) and all(t.kind == "word" and _NEEDED.match(t.norm) for t in left))


def _asks_for_it(words: Sequence[Token]) -> bool:
    """`The page asks to fill in that field`, `pide rellenar ese campo`, which says of no other field."""
    at = next((i for i, t in enumerate(words) if _ASKS.match(t.norm)), None)
    asked = list(takewhile(lambda t: t is not COMMA, words[at + 1 :])) if at is not None else []
    rest = [t.norm for t in asked if not _FILLS_IN.match(t.norm)]
    led = all((t.kind == "word" and t.text.islower()) or not i for i, t in enumerate(words[: at or 0]))
    return led and len(rest) < len(asked) and bool(rest) and all(word in _THAT_FIELD for word in rest)

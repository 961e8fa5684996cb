"""Things that are made in several steps: how a goal tells that one begins, what goes into it, and that it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import STOP, Verb, is_conjugated, same, verbs
from .part import Part, aside_of, content_of
from .speech import (
    COMMA,
    DETERMINERS,
    ENDS,
    ITS,
    MODAL,
    NEW,
    ONE_MORE,
    PRONOUNS,
    finite_at,
    is_labelled,
    joins,
    leads_in,
    tells_of,
    verb_at,
    without_ends,
)
from .words import NUMBER_WORDS, ORDINALS, Token

_STARTS = {"start", "starts", "starting", "started", "begin", "begins", "beginning", "begun"}
_STARTED = ("empezar", "comenzar", "iniciar")
_OPENS = {"open", "opens", "opening", "launch"}
# What it is called when a thing is made, and the verb that makes it.
_MAKING = {
    "registration": "register", "creation": "create", "registro": "registrar", "creacion": "crear", "alta": "registrar",
}  # fmt: skip
_A_NEW_ONE = ["a", "new", "one"]
_PATHS = {">", "→", "›", "»"}
_CARRIES_OUT = {"complete", "do", "perform", "run", "carry"}
_ITS_FORM = {"form", "wizard", "formulario", "asistente", "process", "proceso"}
_OF = {"of", "for", "de", "del", "para"}
# How somebody goes from one page of a form to the next.
_GOES = {"go", "goes", "step", "steps", "click", "proceed", "move", "work", "get", "continue", "look", "read"}
_GOES_ON = {"sigue", "siga", "sigo", "seguimos", "prosigue"}
_WENT = ("pasar", "avanzar", "recorrer", "seguir", "continuar", "llegar", "completar")
_THROUGH = {"through", "over", "past", "por", "recorro", "recorre", "recorrer", "across"}
_PAGES = {
    "page", "pages", "step", "steps", "screen", "screens", "wizard", "form", "pagina", "paginas", "paso", "pasos",
    "pantalla", "pantallas", "asistente", "formulario", "way", "end", "final", "fin", "review", "revision", "resumen",
    "summary",
}  # fmt: skip
_AMONG = STOP | DETERMINERS | NUMBER_WORDS.keys() | {"both", "ambas", "ambos", "two", "dos", "all", "until", "hasta"}
_REVIEWS = {"review", "revision", "resumen", "summary"}
_REVIEWED, _BEFORE_PLACE = {"review", "revision"}, {"on", "in", "the", "en", "la"}
_SAYS = {"is", "es", "llama", "called", "named"}
_CALLED = {"called", "named", "llamado", "llamada"}
# What the page shows on which all that was told is read once more before it is sent.
_SHOWS = {
    "shows", "show", "displays", "display", "lists", "list", "has", "contains", "says", "have", "muestra", "muestre",
    "mostrar", "ensena", "ensene", "tiene", "contiene", "dice", "aparecen", "sale", "salen", "refleja", "recoge",
}  # fmt: skip
_BEFORE_SHOWN = MODAL | {"me", "nos", "se", "to", "que", "still", "now", "also"}
_ENTERED = {"value", "values", "data", "details", "fields", "dato", "datos", "valores", "campos", "information"}
_WHOLE = {"everything", "all", "todo", "todos", "todas"}
_THOSE = {
    "those", "these", "that", "of", "it", "them", "my", "our", "entered", "is", "are", "there", "esos", "esas",
    "estos", "eso", "ello", "mis", "de", "esta", "estan", "ahi", "correct", "right", "correctos", "bien",
}  # fmt: skip
_REVIEWING = {"review", "reviewing", "check", "revisar", "reviso", "revisa", "repaso", "repasar", "revisando"}
_LEAD = 5
_DECIDES = {"choose", "decide", "chose", "opt"}
_I_AM, _SOMEONE = (
    {"i'm", "we're", "soy", "somos"},
    {"new", "from", "a", "an", "the", "part", "de", "del", "el", "la", "un", "una", "nuevo", "nueva"},
)
_IN, _NEXT = {"on", "in", "en"}, {"next", "following", "siguiente"}
_NUMBERED = {"page", "step", "screen", "pagina", "paso", "pantalla"}
_EACH = {"each", "every", "cada", "both", "ambos", "ambas", "todos", "todas", "all", "until", "hasta"}
_BUTTONS, _THENS = {"next", "siguiente", "back", "atras"}, {"then", "luego", "despues", "and", "y"}
_WHEN = {"when", "once", "cuando", "al"}
_ARRIVES = {"reach", "get", "arrive", "reached", "am", "are"}
_TOWARDS = {"to", "at", "on", "a", "al", "en", "de", "last", "ultima", "ultimo"}
_INTO = {"to", "into", "in", "on", "al", "en"}
_FILLED = ("fill", "choose", "create")
_BETWEEN: frozenset[Verb] = frozenset({"login", "open", "explore"})
_PRESSES: frozenset[Verb] = frozenset({"open", "click"})
_TELLS: frozenset[Verb] = frozenset({"say", "fill", "expect"})


def with_begun(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The goal with `register a company` for `start registering a company` and `open the registration of a company`,
    and without what only says that one goes on through the pages of a form."""
    tokens = _without_way(_with_buttons(_without_leads(_going_on(tokens))))
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if whole := _whole_making(tokens, at):
            found += whole[0]
            at = whole[1]
            continue
        start = _begun_at(tokens, at)
        if start < len(tokens) and _only_begins(tokens, start) and start > at and any(_makes(t) for t in found):
            # `I want to register a company … and start registering.`
            while found and joins(found[-1]):
                found.pop()
            at = start + 1
            continue
        if (
            start > at + 1
            and (start == len(tokens) or tokens[start].norm not in ONE_MORE | DETERMINERS)
            and _names_making(tokens[start - 1])
        ):
            found += [replace(tokens[at], norm=_MAKING[tokens[start - 1].norm]), *_words(" ".join(_A_NEW_ONE))]
            at = start
            continue
        if start > at + 1 and tokens[start].norm in ONE_MORE | DETERMINERS:
            making = next(_MAKING[t.norm] for t in tokens[at:start] if t.norm in _MAKING)
            found.append(replace(tokens[at], norm=making))
            at = start
            continue
        found += [] if start > at else [tokens[at]]
        at = max(start, at + 1)
    return tuple(found)


def _going_on(tokens: Sequence[Token]) -> Sequence[Token]:
    """`… y sigue con el contacto, Ada Ray` goes on to that, and says of nothing that it is so still."""
    found = list(_to_pages(tokens))
    tokens = found
    for at in range(1, len(tokens) - 2):
        told = list(takewhile(lambda t: t.text not in ENDS, tokens[at + 2 :]))
        begins = joins(tokens[at - 1]) or tokens[at - 1].text in ENDS | {","}
        goes = _is(tokens[at], _GOES_ON, ("seguir", "continuar")) and tokens[at + 1].norm == "con"
        if begins and goes and told[0].norm in DETERMINERS and any(t.names for t in told):
            found[at] = replace(tokens[at], norm="avanza")
    return found


def _to_pages(tokens: Sequence[Token]) -> list[Token]:
    """`Go on` for `go on to the second step`, `pasar al segundo paso`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        verb = verb_at(tokens, at)
        goes = (verb is not None and verb[0] == "next") or _is(tokens[at], _GOES_ON, _WENT)
        start = at + (len(verb[1]) if verb and verb[0] == "next" else 1)
        to, *place = [*tokens[start : start + 4], *[COMMA] * 4][:4]
        place = place[place[0].norm in DETERMINERS :]
        paged = place[0].norm in ORDINALS.keys() | _NEXT and place[1].norm in _NUMBERED
        if goes and to.norm in ("to", "al", "a") and paged:
            found += [replace(t, norm="avanza") for t in tokens[at : at + 1]]
            at = start + 1 + (4 - 1 - len(place)) + 2
            continue
        found.append(tokens[at])
        at += 1
    return found


def _without_leads(tokens: Sequence[Token]) -> list[Token]:
    """The goal without what only stands before what is told: `Los datos:`, `Step 2:`, `I'm new in sales and`."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS | {"("}
        # `Data: …` above all else is for what is made below.
        end = _end_of_lead(tokens, at) if begins and (at or tokens[0].norm not in _ENTERED) else at
        after = tokens[at + 2 : at + 3]
        if tokens[at].norm in _DECIDES and after and tokens[at + 1].norm == "to" and verb_at(tokens, at + 2):
            # `I choose to register it`
            end = at + 2
        kept += [] if end > at else [tokens[at]]
        at = max(end, at + 1)
    return kept


def _end_of_lead(tokens: Sequence[Token], at: int) -> int:
    clause = list(takewhile(lambda t: t.text not in ENDS, tokens[at:]))
    if not clause:
        return at
    colon = next((i for i, t in enumerate(clause[:_LEAD]) if t.text == ":"), 0)
    led = [t.norm for t in clause[:colon] if t.norm not in DETERMINERS | {"son", "are", "of"}]
    if colon and len(clause) > colon + 1 and (len(led) == 1 and led[0] in _ENTERED):
        return at + colon + 1
    numbered = (
        len(led) > 1
        and led[0] in _NUMBERED
        and (clause[1].kind == "number" or clause[1].norm in NUMBER_WORDS)
        and colon == len(led)
    )
    if numbered and len(clause) > colon + 1:
        return at + colon + 1
    who = (
        1 if clause[0].norm in _I_AM else 2 if tuple(t.norm for t in clause[:2]) in (("i", "am"), ("we", "are")) else 0
    )
    joint = next((i for i, t in enumerate(clause) if joins(t)), 0)
    tells = who and who < joint and clause[who].norm in _SOMEONE and not any(t.is_value for t in clause[:joint])
    return at + joint + 1 if tells else at


def _with_buttons(tokens: Sequence[Token]) -> list[Token]:
    """The goal with an order of its own for each `next` and `back` that stands alone between marks: `Name Acme, tax 4,
    then Next, contact Ada`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _end_of_button(tokens, at)
        if not end:
            found.append(token)
        else:
            while found and (found[-1].norm in _THENS or joins(found[-1])):
                found.pop()
            if found and found[-1].text in _PATHS | {","}:
                found[-1] = replace(found[-1], text=".", norm=".")
            led = {"back": "go", "atras": "volver"}.get(token.norm, "")
            found += [replace(token, text=led, norm=led)] if led else []
            found.append(token if led else replace(token, text=token.text.capitalize(), norm="continue"))
            if end > at + 1:
                found.append(replace(tokens[at + 1], kind="mark", text=".", norm="."))
        at = max(end, at + 1)
    return found


def _end_of_button(tokens: Sequence[Token], at: int) -> int:
    """Where a button ends that is all that stands between two marks, with the comma behind it; 0 for all else."""
    token = tokens[at]
    if token.norm not in _BUTTONS:
        return 0
    led = at
    while led and (tokens[led - 1].norm in _THENS or joins(tokens[led - 1])):
        led -= 1
    before, after = tokens[led - 1] if led else None, tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or after.text in ENDS
    titled = token.text.istitle() and (led > 0 or ends)
    begins = before is None or before.text in ENDS
    if begins and (ends or (titled and joins(after or COMMA))):
        return at + 1
    amid = titled and before is not None and before.text in _PATHS | {","}
    if ends or after is None:
        return at + 1 if amid or tokens[at - 1].norm in _THENS else 0
    return at + 2 if amid and (after.text in _PATHS | {","} or joins(after)) else 0


def _only_begins(tokens: Sequence[Token], at: int) -> bool:
    return _makes(tokens[at]) and (at + 1 == len(tokens) or tokens[at + 1].text in ENDS | {","})


def _makes(token: Token) -> bool:
    return "create" in verbs().get(token.norm, ())


def with_steps(tokens: Sequence[Token]) -> list[Token]:
    """With `first step:` and `second step:` for the `First page:` and `Next page:` behind which the values of what was
    begun are told."""
    found = list(tokens)
    led: set[int] = set()
    begun = next((i for i, t in enumerate(tokens) if _makes(t) or _is(t, _STARTS, _STARTED)), len(tokens))
    for at in range(begun + 3, len(tokens)):
        one, other = tokens[at - 2 : at]
        before = list(takewhile(lambda t: t.norm in DETERMINERS | _IN, reversed(tokens[: at - 2])))
        start = at - 2 - len(before)
        place = next((t.norm for t in (one, other) if t.norm in _NEXT | ORDINALS.keys()), "")
        told = list(takewhile(lambda t: t.text not in ENDS, tokens[at + 1 :]))
        fills = tokens[at].text == ":" and verb_at(tokens, at + 1) is None and not any(map(tells_of, told))
        if tokens[start - 1].text in ENDS and fills and place and {one.norm, other.norm} & _NUMBERED:
            place = "second" if place in _NEXT else place
            found[at - 2 : at] = [replace(one, text=place, norm=place), replace(other, text="step", norm="step")]
            led |= set(range(start, at - 2))
    return [t for i, t in enumerate(found) if i not in led]


def _without_way(tokens: Sequence[Token]) -> list[Token]:
    """The goal less its clauses that only lead through the pages of a form, or to the last one before an order."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].text in ENDS | {",", ":"} or joins(tokens[at - 1])
        clause = list(takewhile(lambda t: not _parts_clauses(t), tokens[at:])) if begins else []
        if clause and goes_on_only(clause):
            at += len(clause)
            at += at < len(tokens) and (tokens[at].text == "," or joins(tokens[at]))
            continue
        if begins and (next_at := _end_of_next_page(tokens, at)):
            at = next_at
            continue
        end = (_end_of_arrival(tokens, at) or _end_before_sending(tokens, at)) if begins else at
        if end > at and (order := verb_at(tokens, end)) and order[0] == "expect":
            place = [t for t in tokens[at:end] if t.norm in _REVIEWS]
            place = place or [replace(tokens[at], text="review", norm="review")]
            told = _REVIEWS & {t.norm for t in kept[-2:]}
            kept += (
                []
                if told
                else [replace(tokens[at], text="on", norm="on"), *place, replace(COMMA, number=place[-1].number)]
            )
        at = end
        if end < len(tokens):
            kept.append(replace(tokens[end], norm="termino") if _is_over(tokens, end) else tokens[end])
            at = end + 1
    return kept


def _parts_clauses(token: Token) -> bool:
    # `Next` joins sentences, and is pressed.
    return token.text in ENDS | {","} or (joins(token) and not (token.norm in _BUTTONS and token.text.istitle()))


def _end_of_next_page(tokens: Sequence[Token], at: int) -> int:
    """Where an order begins that is for the page that comes next: `On the next page I enter …`; else 0."""
    led = [t.norm for t in tokens[at : at + 4]]
    placed = len(led) > 3 and led[0] in _IN and led[1] in DETERMINERS and bool(_NUMBERED & set(led[2:]))
    if not placed or not (_NEXT | ORDINALS.keys()) & set(led[2:]):
        return 0
    start = at + 4
    while start < len(tokens) and tokens[start].norm in ("i", "we", ",", "you"):
        start += 1
    found = verb_at(tokens, start)
    return start if found and found[0] in ("fill", "choose", "edit", "check") else 0


def _is_over(tokens: Sequence[Token], at: int) -> bool:
    """`Cuando acabe, …`: whoever is done has sent it."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return at > 0 and tokens[at - 1].norm in ("cuando", "yo") and tokens[at].norm.startswith("acab") and after == ","


def _end_of_arrival(tokens: Sequence[Token], at: int) -> int:
    """Where an order begins that is for when the last page of a form is come to: `Cuando llego a la revisión, …`."""
    start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].norm in ("i", "we", "yo"))
    if tokens[at].norm not in _WHEN or start >= len(tokens) or not _is(tokens[start], _ARRIVES, ("llegar",)):
        return 0
    led = list(takewhile(lambda t: t.norm in DETERMINERS | _PAGES | _TOWARDS, tokens[start + 1 :]))
    end = start + 1 + len(led)
    comma = end < len(tokens) and tokens[end].text == ","
    follows = any(verb_at(tokens, i) for i in range(end + comma, min(end + comma + 3, len(tokens))))
    return end + comma if follows and any(t.norm in _REVIEWS | {"end", "final", "last"} for t in led) else 0


def _end_before_sending(tokens: Sequence[Token], at: int) -> int:
    """Where a check begins that is made before a form is sent: `On the last page before finishing, check that …`."""
    clause = list(takewhile(lambda t: t.text not in ENDS | {","}, tokens[at:]))
    end = at + len(clause) + 1
    before = next((i for i, t in enumerate(clause) if t.norm in ("before", "antes")), None)
    if before is None or end >= len(tokens) or (verb_at(tokens, end) or ("",))[0] != "expect":
        return at
    led, sends = clause[:before], [t for t in clause[before + 1 :] if t.norm not in _TOWARDS | {"i", "we"} | PRONOUNS]
    plain = all(t.norm in _PAGES | DETERMINERS | _TOWARDS | {"just", "justo"} for t in led)
    return end if plain and len(sends) == 1 and "save" in verbs().get(sends[0].norm, ()) else at


def _begun_at(tokens: Sequence[Token], at: int) -> int:
    """Where it says what is begun here, or a new thing of what kind is; `at` itself where nothing is."""
    starts = _is(tokens[at], _STARTS, _STARTED)
    if not starts and not _is(tokens[at], _OPENS, ("abrir",)):
        return at
    ahead = at + 1
    while ahead < len(tokens) and tokens[ahead].norm in DETERMINERS | {"new", "to", "a"}:
        ahead += 1
    making = ahead < len(tokens) and tokens[ahead].norm in _MAKING
    if starts and not making and ahead < len(tokens) and "create" in verbs().get(tokens[ahead].norm, ()):
        return ahead if tokens[ahead].norm.endswith(("ing", "ar", "er", "ir")) or tokens[ahead - 1].norm == "to" else at
    end = ahead + 1
    while making and end < len(tokens) and tokens[end].norm in _ITS_FORM | _OF:
        end += 1
    led = making and end < len(tokens) and tokens[end - 1].norm in _OF and tokens[end].norm in ONE_MORE | DETERMINERS
    ends = making and starts and (end == len(tokens) or tokens[end].kind == "mark" or joins(tokens[end]))
    # `Empieza el registro con el nombre Acme`
    ends = ends or (making and starts and tokens[end].norm in ("with", "con"))
    return end if led or (ends and _names_making(tokens[end - 1])) else at


def _whole_making(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """`Register a company` for `go through the whole company registration`, `completa el registro de una empresa`."""
    verb = verb_at(tokens, at)
    if verb is None or not (
        at == 0 or tokens[at - 1].kind == "mark" or joins(tokens[at - 1]) or leads_in(tokens[at - 1])
    ):
        return None
    does = verb[0] == "explore" or tokens[at].norm in _CARRIES_OUT
    start = at + len(verb[1])
    led = list(takewhile(lambda t: t.norm in DETERMINERS | _WHOLE | {"whole", "entire", "complete"}, tokens[start:]))
    noun = list(takewhile(lambda t: t.text.islower() and t.norm not in _MAKING, tokens[start + len(led) : start + 4]))
    end = start + len(led) + len(noun)
    if not does or not led or len(noun) != 1 or end >= len(tokens) or not _names_making(tokens[end]):
        return None
    made = replace(tokens[at], norm=_MAKING[tokens[end].norm])
    end += 1 + (end + 1 < len(tokens) and tokens[end + 1].norm in _ITS_FORM | {"once"})
    end += end < len(tokens) and tokens[end].norm == "once"
    return [made, replace(COMMA, kind="word", text="a", norm="a"), *noun], end


def _names_making(token: Token) -> bool:
    return token.norm in _MAKING


def _is(token: Token, words: set[str], infinitives: Sequence[str]) -> bool:
    said = token.norm
    return token.kind == "word" and (said in words or any(said == v or is_conjugated(said, v) for v in infinitives))


def goes_on_only(words: Sequence[Token]) -> bool:
    """Whether words only say to go through the pages of a form: `I go through both pages to the review`."""
    told = [t for t in words if t.kind == "word"]
    leads = list(takewhile(lambda t: t.norm in PRONOUNS | {"i", "we", "then", "luego"}, told))
    rest = told[len(leads) :]
    if len(rest) < 2 or any(t.is_value for t in words) or _presses_each(rest):
        return len(rest) > 1 and not any(t.is_value for t in words)
    if not _is(rest[0], _GOES, _WENT):
        return False
    passes = any(t.norm in _THROUGH for t in rest) or (rest[-1].norm in _REVIEWS and _is(rest[0], set(), _WENT))
    return passes and all(t.norm in _PAGES | _AMONG | _THROUGH for t in rest[1:])


def _presses_each(words: Sequence[Token]) -> bool:
    """`Press Next on every page`, `pulsa Siguiente en cada paso`"""
    verb = verb_at(words, 0)
    rest = words[len(verb[1]) :] if verb and verb[0] in _PRESSES | {"press"} else ()
    told = {t.norm for t in rest}
    plain = told <= _BUTTONS | _PAGES | _AMONG | _EACH | _IN
    return plain and bool(told & _BUTTONS) and bool(told & _EACH) and bool(told & _PAGES)


def by_pages(part: Part) -> list[Part]:
    """The part less the page of a form that a value is for, as in `en la primera página`; what is told page by page
    behind colons is several parts: `first step: …, second step: …`."""
    if part.verb not in ("fill", "say", "create", "edit"):
        return [part]
    pages: list[list[Token]] = [[]]
    at = 0
    while at < len(part.words):
        end = _end_of_page(part.words, at)
        if end == at:
            pages[-1].append(part.words[at])
        elif part.words[end - 1].text == ":" and any(t.names for t in pages[-1]):
            pages.append([])
        at = max(end, at + 1)
    if not all(pages):
        return [part]
    told = [replace(part, words=tuple(without_ends(page))) for page in pages]
    further = [replace(each, verb="fill", verb_words=()) for each in told[1:]]
    return [told[0], *(p for each in further for p in (Part(0, "next", ()), each))]


def _end_of_page(words: Sequence[Token], at: int) -> int:
    led = at + (words[at].norm in ("on", "in", "en"))
    the = led + (led < len(words) and words[led].norm in ("the", "el", "la"))
    told = words[the : the + 2]
    is_page = len(told) > 1 and told[0].norm in ORDINALS and told[1].norm in _NUMBERED
    is_page = is_page or (len(told) > 1 and told[0].norm in _NUMBERED and told[1].kind == "number")
    end = the + 2
    if is_page and end < len(words) and words[end].text == ":":
        return end + 1
    # `En la segunda`, behind `en la primera página`
    alone = the == at + 2 and bool(told) and told[0].norm in ORDINALS and (len(told) == 1 or told[1].kind == "mark")
    return end if is_page and led > at else the + 1 if alone else at


def _of_page(part: Part, before: Sequence[Part]) -> list[Part]:
    """`Segundo paso: Ana Gil`, behind what was filled in on the page before."""
    end = _end_of_page(part.words, 0) if not part.verb_words and before and before[-1].verb in _FILLED else 0
    if not end or part.words[end - 1].text != ":":
        return [part]
    return [Part(0, "next", ()), replace(part, verb="fill", words=part.words[end:])]


def _gone_on_with(part: Part) -> list[Part]:
    """`Carry on with the contact, Ada Ray` goes on, and fills that in."""
    is_lead = part.verb == "next" and part.words[:1] != () and part.words[0].norm in ("with", "con")
    if not is_lead or not any(t.names for t in part.words[1:]):
        return [part]
    return [replace(part, words=()), Part(part.number, "fill", part.words[1:])]


def made_as_told(parts: Sequence[Part]) -> list[Part]:
    """`I want to register a company. Go to Companies. The company is called Acme` makes one company, called Acme, and
    not before it says so."""
    parts = [each for part in parts for each in _gone_on_with(part)]
    parts = [each for at, part in enumerate(parts) for told in _of_page(part, parts[:at]) for each in by_pages(told)]
    found = list(parts)
    for part in parts:
        at = next((i for i, p in enumerate(found) if p is part), None)
        if at is None or not _is_bare(part):
            continue
        after = at + 1
        while after < len(found) and found[after].verb in _BETWEEN and not _begins_it(found[after], part):
            after += 1
        if after < len(found) and (_begins_it(found[after], part) or _makes_it(found[after], part)):
            # What begins it is told again, and more of it.
            if not _begins_it(found[after], part) and [t.norm for t in found[after].words[:3]] == _A_NEW_ONE:
                found[after] = replace(found[after], words=(*part.words, *found[after].words[3:]))
            del found[at]
            continue
        told = list(takewhile(_tells_of_it, found[after:]))
        apart = after > at + 1 or any(p.verb == "expect" for p in told)
        if told and (apart or _begins_with_name(told[0])) and len(found) > after + len(told):
            words = [t for each in told for t in (COMMA, *_facts(each))]
            made = replace(part, words=(*part.words, *words))
            found = [*found[:at], *found[at + 1 : after], made, *found[after + len(told) :]]
    return [replace(part, number=number) for number, part in enumerate(_told_after(found))]


def _told_after(parts: Sequence[Part]) -> list[Part]:
    """What is told after the form for a new thing was opened goes into it: `Click New company. Its name is Acme`."""
    found: list[Part] = []
    begun = False
    for at, part in enumerate(parts):
        further = any(p.verb in ("fill", "save", "next", "click", "edit") for p in parts[at + 1 :])
        tells = _tells_of_it(part) or (part.verb == "say" and (_labels_value(part.words) or _lists(part.words)))
        if begun and further and part.verb in ("say", "expect") and not part.verb_words and tells:
            part = replace(part, verb="fill")
        elif begun and part.verb == "edit" and _puts(part):
            part = replace(part, verb="fill", words=part.words[1:])
        makes = part.verb in _PRESSES and any(_makes(t) or t.norm in NEW for t in part.words[:1])
        # Who has gone on to the next page of what is made is still in its form.
        turns = part.verb in ("next", "back") or (part.verb == "click" and {t.norm for t in part.words} <= _BUTTONS)
        paged = turns and any(p.verb in _FILLED for p in parts[:at])
        begun = makes or paged or (begun and part.verb in ("fill", "next", "say", "back", "edit"))
        found.append(part)
    return found


def _lists(words: Sequence[Token]) -> bool:
    """`Ada Ray, Oslo, ada@x.test`: nothing but values."""
    told = [t for t in words if t.text not in (",", ";")]
    return len(told) > 1 and all(t.names or (i and told[i - 1].names) for i, t in enumerate(told)) and told[0].names


def _labels_value(words: Sequence[Token]) -> bool:
    """`contact Ada, email ada@x.test`: a label and its value, one after the other."""
    label = [t for i, t in enumerate(words[:_LEAD]) if t.kind == "word" and (not i or t.text.islower())]
    label = list(takewhile(lambda t: t in label, words))
    named = words[len(label) : len(label) + 1]
    plain = bool(label) and not any(t.norm in MODAL or tells_of(t) for t in label)
    return plain and any(t.norm not in STOP for t in label) and bool(named) and named[0].names


def _puts(part: Part) -> bool:
    """`Pongo a Alba como contacto`"""
    said = [t.norm for t in (*part.verb_words[:1], *part.words[:1])]
    return len(said) > 1 and said[0].startswith("pon") and said[1] == "a" and any(t.norm == "como" for t in part.words)


def _begins_with_name(part: Part) -> bool:
    """Whether what goes into a form begins with what the new thing is called: `I fill in "Acme" and the number 5`."""
    named = part.verb == "fill" and bool(part.words) and part.words[0].kind in ("quoted", "word")
    # `Acme as name` says where it goes.
    return named and part.words[0].names and not any(t.norm in ("as", "como") for t in part.words)


def _is_bare(part: Part) -> bool:
    """Whether something is to be made of which nothing but its kind is told: `register a company`."""
    told = [t for t in part.words if t.names and t is not part.words[0]]
    # `Add Black tea to the cart` says what, and where.
    one = part.words[:1] != () and part.words[0].norm in ONE_MORE | DETERMINERS | ITS
    one = one and not any(t.norm in _INTO for t in part.words)
    return part.verb == "create" and bool(part.verb_words) and one and not told and not part.negated and not part.tried


def _kind(part: Part) -> list[Token]:
    return [t for t in content_of(part.words) if t.kind == "word" and t.norm not in _PAGES | ONE_MORE]


def _begins_it(after: Part, part: Part) -> bool:
    """Whether what is pressed there is called by what it makes: `click Register a company`."""
    makes = after.verb in _PRESSES and any(_makes(t) or t.norm in NEW for t in after.words[:2])
    return makes and _is_of_kind(after, part)


def _makes_it(after: Part, part: Part) -> bool:
    is_more = after.verb == "create" and bool(after.verb_words)
    return is_more and (_is_of_kind(after, part) or any(t.names for t in after.words))


def _is_of_kind(after: Part, part: Part) -> bool:
    kind = _kind(part)
    return bool(kind) and any(same(one.norm, other.norm) for one in kind for other in content_of(after.words))


def _tells_of_it(part: Part) -> bool:
    """Whether a part says what goes into a form, as a fact or as a label and a value."""
    if part.verb not in _TELLS or part.negated or not any(t.names for t in part.words[1:]):
        return False
    if part.verb == "fill":
        return True
    said = {t.norm for t in part.words}
    if part.verb_words or said & MODAL:
        return False
    return is_labelled(part.words) or _is_called(part.words)


def _is_called(words: Sequence[Token]) -> bool:
    """`The company is called Acme`, `su NIF es B12`: who or what is called what."""
    at = finite_at(words)
    at = at if at is not None else next((i for i, t in enumerate(words) if t.norm in _SAYS), None)
    if not at or words[at].norm not in _SAYS:
        return False
    rest = [t for t in words[at + 1 :] if t.norm not in _CALLED]
    return bool(rest) and rest[0].names and all(t.text.islower() or i == 0 for i, t in enumerate(words[:at]))


def _facts(part: Part) -> Sequence[Token]:
    """What is told, less what only leads to it: `los pasos:` in `relleno los pasos: nombre Acme`."""
    colon = next((i for i, t in enumerate(part.words) if t.text == ":"), 0)
    led = part.words[:colon]
    is_lead = bool(led) and all(t.norm in _PAGES | _AMONG | {"data", "datos", "details", "detalles"} for t in led)
    return part.words[colon + 1 :] if is_lead else part.words


def on_review(parts: Sequence[Part]) -> list[Part]:
    """`The review shows those four values` as what is to be seen there of all that was told."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        seen = _seen_there(part)
        sends = any(p.verb == "save" or _sends(p) for p in parts[at + 1 :])
        begun = any(p.verb in ("create", "fill", "say", "next", "edit") for p in parts[:at])
        if seen is None and sends and begun and _is_reviewed(part):
            seen = (*_all_values(part.words), *_place(()))
        if part.verb == "save" and begun and not part.implied and _names_what_is_sent(part):
            found.append(replace(part, words=()))
            continue
        if seen is None and part.verb == "expect":
            seen = _with_page(_as_statement(part))
            seen = seen[:-1] if seen and seen[-1] is COMMA else seen
        found.append(part if seen is None else replace(part, verb="expect", words=seen))
    return found


def _names_what_is_sent(part: Part) -> bool:
    """`Confirm the data on the review`: what was filled in, and the page that sends it."""
    plain = all(
        t.norm in _ENTERED | _WHOLE | _PAGES | _THOSE | DETERMINERS | _IN or t.kind == "mark" for t in part.words
    )
    return plain and any(t.norm in _ENTERED | _WHOLE | _REVIEWS for t in part.words)


def shows_review(words: Sequence[Token]) -> bool:
    """`La revisión me enseña los cuatro datos`"""
    return _seen_there(Part(0, "say", tuple(words))) is not None


def _seen_there(part: Part) -> tuple[Token, ...] | None:
    """What a check says to be on the review, and that it is there; None where it speaks of something else."""
    told = [t for t in part.words if t is not COMMA]
    verb = next((i for i, t in enumerate(told) if t.norm in _SHOWS), 0)
    lead = [t for t in told[:verb] if t.norm not in _BEFORE_SHOWN]
    place = [t for t in lead if t.norm in _REVIEWS]
    plain = all(t.norm in _REVIEWS | _PAGES | DETERMINERS for t in lead)
    if part.verb not in ("say", "expect") or part.negated or not place or not plain or verb + 1 >= len(told):
        return None
    shown = told[verb + 1 :]
    if shown[0].norm in ("que", "that"):
        # `El resumen dice que hay que pagar 20 €`
        return None
    if _means_all(shown):
        return (*_all_values(shown), *_place(place))
    return (*_place(place)[1:], *_words("appear"), *part.words[part.words.index(shown[0]) :])


def _sends(part: Part) -> bool:
    told = content_of(part.words) if part.verb == "click" else ()
    return len(told) == 1 and "save" in verbs().get(told[0].norm, ())


def _is_reviewed(part: Part) -> bool:
    """`Reviso los datos`, `check that all of that is there`: nothing is named that is to be seen."""
    if part.verb not in ("say", "expect", "check") or part.negated:
        return False
    aside = aside_of(part)
    if (
        aside
        and any(t.norm in _REVIEWS for t in aside)
        and all(t.norm in _PAGES | _TOWARDS | DETERMINERS for t in aside)
    ):
        # `On the review step check that all four values are right`
        part = part.without(aside)
    words = (*part.verb_words, *part.words)
    reviews = (
        bool(words) and words[0].norm in _REVIEWING and not part.words[part.verb != "expect" and not part.verb_words :]
    )
    return reviews or (bool(part.words) and _means_all([t for t in part.words if t.norm not in _REVIEWING]))


def _means_all(words: Sequence[Token]) -> bool:
    told = [t for t in words if t.kind != "mark"]
    plain = all(t.norm in _ENTERED | _WHOLE | _THOSE | DETERMINERS | NUMBER_WORDS.keys() for t in told)
    return bool(told) and plain and any(t.norm in _ENTERED | _WHOLE for t in told)


def _all_values(words: Sequence[Token]) -> tuple[Token, ...]:
    counts = [t for t in words if t.norm in NUMBER_WORDS]
    return (*_words("all values"), *counts)


def _place(place: Sequence[Token]) -> tuple[Token, ...]:
    # A capital that begins a line names nothing.
    review = tuple(replace(t, text=t.norm) for t in place) or _words("review")
    return (COMMA, *_words("on the"), *review, *_words("page"))


def _words(said: str) -> tuple[Token, ...]:
    return tuple(replace(COMMA, kind="word", text=word, norm=word) for word in said.split())


def _as_statement(part: Part) -> Sequence[Token]:
    """The words with `es` for the `sea` of `mira que el NIF sea B12`."""
    led = [t.norm for t in part.verb_words[-1:]] == ["que"]
    return [replace(t, text="es", norm="es") if led and i and t.norm == "sea" else t for i, t in enumerate(part.words)]


def _with_page(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words with `on the review page` for `on the review`."""
    at = next(
        (i for i, t in enumerate(words) if t.norm in _REVIEWED and i and words[i - 1].norm in _BEFORE_PLACE), None
    )
    if at is None or (at + 1 < len(words) and words[at + 1].norm in _PAGES | _OF):
        return tuple(words)
    return (*words[: at + 1], *_words("page"), *words[at + 1 :])

"""What a search and a refusal are to come to, told in one sentence with what is tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from .context import (
    is_circumstance,
)
from .ellipses import goes_on_alike, lacks_predicate, told_alike
from .lexicon import STOP, Verb, is_conjugated, order_of, participles
from .part import Part, aside_of, content_of
from .pieces import NOUNS
from .provisos import NOTHING_ELSE, without_alone
from .ranks import BEGINS, WITH
from .settling import CORNERS, settled
from .speech import (
    ASIDES,
    BOTH,
    COMMA,
    DETERMINERS,
    GONE,
    HAS_TO,
    IS,
    KEPT,
    LONGEST_LABEL,
    MODAL,
    NO_ONE,
    NOT,
    NOTICES,
    ONE_MORE,
    OTHERS,
    PRONOUNS,
    SOLELY,
    TELL,
    asks_of_us,
    denies,
    finite_at,
    joins,
    says_which,
    statement_at,
    tells_of,
    told_from,
    verb_at,
    without_ends,
)
from .unkept import keeps_nothing
from .words import NUMBER_WORDS, ORDINALS, Token, count_of

_TOGETHER = {("together", "with"), ("along", "with"), ("alongside", "with"), ("junto", "con"), ("junto", "a")}
_FINDS = {
    "finds", "brings", "shows", "returns", "gives", "yields", "says", "lists", "leads", "results", "produces", "is",
    "muestra", "devuelve", "da", "encuentra", "dice", "lleva",
}  # fmt: skip
_LEAVES = {"leaves", "deja", "dejan", "narrows", "reduces"}
_EXACTLY = {"exactly", "precisely", "exactamente", "justo"}
# What limits what is told to come up, before the verb that tells it.
_LIMITS = SOLELY | {"no", "ya", "now", "then", "still", "todavia", "aun", "ahora", "tan"}
_THERE = {"quedan", "quedara", "quedaran", "hay", "salen", "aparecen", "figuran"}
_AM = {"am", "are"}
# What tells by itself, though it may also lead to more: `la lista tiene 13 pedidos`, `tiene que salir`.
_ABOUT = {"about", "for", "of", "from", "sobre", "de", "del", "para"}
_HOLDS = {"tiene", "tienen", "have"}
_ARE = {"are", "were", "have", "should", "must"}
# What is said of several things only together, and of none of them alone.
_OF_ALL = SOLELY | {
    "together", "same", "both", "all", "each", "other", "ones", "equal", "alike", "next", "beside", "between", "apart",
    "juntos", "juntas", "mismo", "misma", "ambos", "ambas", "todos", "todas", "unicos", "unicas", "iguales", "entre",
    *NUMBER_WORDS,
}  # fmt: skip
_I_AM = {"i'm", "we're", "sigo", "seguimos", "estoy"}
_SEEN = {
    "verse", "aparecer", "figurar", "estar", "quedar", "salir", "constar", "mostrarse", "aparece", "sale", "figura",
    "consta", "queda", "aparezca", "salga", "figure", "conste", "quede",
}  # fmt: skip
_POSSIBLE = {
    "possible",
    "allowed",
    "permitted",
    "able",
    "posible",
    "permitido",
    "permitida",
    "permitirse",
    "accepted",
    "admitted",
    "aceptado",
    "aceptada",
    "admitido",
    "aceptar",
    "permitir",
    "dejar",
    "let",
    "allow",
    "deje",
    "permita",
}
# What an application enforces, and shows nowhere.
_ENFORCED = {
    "limit", "limits", "validation", "validations", "rule", "rules", "bounds", "range", "limite", "limites",
    "validacion", "validaciones", "regla", "reglas", "rango",
}  # fmt: skip
# What is turned down, said in two words and in one; what a button may do as well, and what none does.
_TURNED_DOWN = {("turned", "down"), ("turned", "away"), ("knocked", "back"), ("not", "accepted"), ("not", "allowed")}
_SENT_BACK = {
    "rejected", "declined", "denied", "rechazado", "rechazada", "rechazarse", "denegado", "denegada", "denegarse",
}  # fmt: skip
_KEPT_OUT = {"refused", "blocked", "prevented", "bloqueado", "bloqueada", "impedido", "impedida", "impedirse"}
# `Try it with …`, `inténtalo con …`.
_IT = {"it", "that", "this", "so", "eso", "esto"}
_DOES_IT = re.compile(r"(?:[aeo]|[aei]r)l[oa]$")
_GIVEN = {"with", "using", "for", "con", "usando", "para"}
_IMPOSSIBLE = {"impossible", "imposible"}
_TAKES = {"acepta", "aceptan", "admite", "admiten", "accept", "accepts", "take"}
_LETS = {"deja", "dejan", "permite", "permiten", "let", "lets", "allow", "allows"}
_GOES_ON_SAYING = {":", ",", "and", "y", "with", "con", "saying", "diciendo", "because", "porque"}
_WHOM = {"me", "nos", "te", "le", "us", "you", "them", "the"}
_CAN, _CANNOT = {"can", "may", "could", "puede", "pueden", "pueda", "podra"}, {"cannot", "can't", "mustn't"}
LOOKS: frozenset[Verb] = frozenset(
    {"login", "open", "search", "filter", "sort", "expect", "wait", "reload", "explore", "back", "logout"}
)
STEPS: frozenset[Verb] = frozenset({"save", "close", "accept", "reload", "back", "next"})
# What something is shown in, whatever it is.
_SHOWN_IN = {"list", "table", "page", "form", "lista", "listado", "tabla", "pagina", "formulario"}
PAIR = 2
# What several things come to, and where that is shown.
_SUMS = {"total", "totals", "sum", "suma", "suman", "altogether", "together", "importe", "all", "worth", "valor"}
_BELOW = {"bottom", "last", "foot", "line", "row", "below", "footer", "abajo", "pie", "linea", "fila", "ultima"}
_ONE_ROW = {"row", "fila", "entry", "entrada"}
_NONE = {"none", "ninguno", "ninguna"}
_BELONGS = {"from", "of", "for", "by", "de", "del", "para"}
_LONGEST_THING = 6
_THINGS_TOLD = {"it", "he", "she", "they"}
_VANISHES = {"desaparece", "desaparecen", "disappears", "vanishes"}
_TOWARDS = {"to", "down", "up", "back", "at", "as", "a", "en", "como"}
# What a form of several pages shows before it is sent.
# What leads to a place on the page, and whose thing stands there.
_PLACED = {"at", "in", "on", "en", "a", "de", "del", "my", "mi", "su"}
_OWN, _LISTED_IN = {"my", "mi", "su"}, {"list", "table", "lista", "tabla", "listado"}
_BE_SEEN = {"aparecer", "figurar", "salir", "verse", "estar", "quedar", "constar"}
_WHILE = ("ing", "ar", "er", "ir")
# `Al buscarlo`: what is done to what was told of before.
_DOING_IT = re.compile(r"[aei]r(?:l[oae]s?)?$")
_COMES_UP = {"sale", "salen", "aparece", "aparecen", "figura", "figuran", "pone", "hay", "queda", "quedan"}
_AGAIN = {("otra", "vez"), ("de", "nuevo"), ("nuevamente",), ("again",), ("once", "more")}


def sought(part: Part) -> Iterator[Part]:
    """`A search for ORD-7 finds nothing`, `looking for ORD-7 brings up …`: what is done, and what that is to show."""
    words, head = part.words, part.verb_words
    lead = _lead(words)
    lead += (
        bool(words) and words[lead : lead + 1] != () and words[lead].norm in ONE_MORE and _is_search(words, lead + 1)
    )
    verb = verb_at(words, lead) if part.verb == "expect" and words else None
    acts = verb is not None and verb[0] not in LOOKS - {"search", "filter", "open"} and verb[1][0].norm.endswith("ing")
    by_al = verb is not None and verb[0] in ("search", "filter") and words[max(lead - 1, 0)].norm == "al"
    acts = acts or by_al or (lead > 0 and _is_search(words, lead))
    if acts and verb is not None:
        at = lead + len(verb[1])
        made, words = Part(0, verb[0], (), tuple(verb[1])), words[at:]
    elif words and words[0].norm in MODAL and part.verb != "expect":
        # `Al guardarlo debe salir en la lista`
        yield replace(part, words=())
        yield from facts_of(Part(0, "expect", tuple(words)))
        return
    elif part.verb in ("search", "filter", "reload") or (
        head and head[0].norm.endswith(_WHILE) and part.verb != "expect"
    ):
        made = replace(part, words=())
    else:
        yield part
        return
    ends = MODAL if part.verb not in ("search", "filter", "expect") else _FINDS | MODAL
    until = next((i for i in range(1, len(words)) if words[i].norm in ends and _tells_outcome(words, i)), None)
    until = _leaves_at(made, words) if until is None else _denied_from(words, until)
    begins = 0 if part.verb == "reload" else statement_at(words) if made.verb in STEPS | {"open"} else None
    if begins is not None and (begins or made.verb != "open") and (until is not None or part.verb != "reload"):
        # `After closing the form the card still shows 8`
        yield replace(made, words=tuple(without_ends(words[:begins])))
        yield from facts_of(Part(0, "expect", tuple(words[begins:])))
        return
    if until is None:
        yield part
        return
    yield settled(replace(_as_search(made, words, until), words=tuple(_once(without_ends(words[:until])))))
    yield from facts_of(Part(0, "expect", tuple(words[until:]), head if part.verb == "expect" else ()))


def _as_search(made: Part, words: Sequence[Token], until: int | None) -> Part:
    """`Typing "oak" should leave 3` names no field but that in which one searches."""
    typed = without_ends(words[:until]) if until is not None and made.verb == "fill" else ()
    is_alone = len(typed) == 1 and typed[0].is_value and words[until or 0].norm in MODAL
    return replace(made, verb="search") if is_alone else made


def _only_looks(before: Sequence[Part], after: Sequence[Part]) -> bool:
    """Whether nothing is tried that could be refused: `The two cannot be mixed up` may head what only looks."""
    looks = all(each.verb in LOOKS for each in (*before, *after))
    return looks and any(each.verb not in ("expect", "login") for each in after)


def _tells_outcome(words: Sequence[Token], at: int) -> bool:
    """Whether a verb tells what is found, and not which one is sought: `the order that is shipped`."""
    return words[at].kind == "word" and words[at - 1].norm not in ("that", "which", "who")


def _comes_up_at(made: Part, words: Sequence[Token]) -> int | None:
    """Where it says what is to be seen then: `al buscar ORD-7 sale …`, `al buscarlo otra vez no hay …`."""
    doing = (
        made.verb in ("search", "filter", "click", "press")
        and bool(made.verb_words)
        and _DOING_IT.search(made.verb_words[-1].norm)
    )
    told = (i for i, t in enumerate(words) if doing and t.kind == "word" and t.norm in _COMES_UP)
    at = next((i for i in told if not i or words[i - 1].norm not in ("que", "si", "donde")), None)
    return None if at is None else _limited_from(words, at)


def _limited_from(words: Sequence[Token], at: int) -> int:
    """Where what is told begins, with what limits it in front of the verb: `ya no sale …`, `now only shows …`."""
    limits = takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm in _LIMITS, reversed(words[:at]))
    return at - len(list(limits))


def _once(words: Sequence[Token]) -> Sequence[Token]:
    """Without the `otra vez` that says only that it is done once more."""
    said = tuple(t.norm if t.kind == "word" else "" for t in words)
    run = next((run for run in _AGAIN if run in (said[-len(run) :], said[: len(run)])), ())
    return words[: len(words) - len(run)] if said[len(said) - len(run) :] == run else words[len(run) :]


def _denied_from(words: Sequence[Token], until: int) -> int:
    """Where what is told begins, with the `no` in front of it: `buscar Ada no debe dar nada`."""
    denies = (i for i in range(1, until) if words[i].text == "no" and words[i - 1].names)
    return next(denies, _limited_from(words, until) or until)


def _leaves_at(made: Part, words: Sequence[Token]) -> int | None:
    """Where it says how many are left: `typing Ada in the search box leaves two`, `buscar Ada deja solo tres`; or what
    comes up."""
    if (at := _comes_up_at(made, words)) is not None:
        return at
    if made.verb not in ("search", "filter", "fill", "choose", "check", "uncheck"):
        return None
    for at in range(1, len(words) - 1):
        after = words[at + 1]
        counts = after.kind == "number" or after.norm in NUMBER_WORDS or after.norm in SOLELY | _EXACTLY
        if counts and words[at].norm in _LEAVES | _FINDS | _THERE and words[at].kind == "word":
            return _limited_from(words, at) or at
    return None


def _is_search(words: Sequence[Token], at: int) -> bool:
    """Whether a noun says that something is searched, in `a search for ORD-7 finds nothing`."""
    return [t.norm for t in words[at : at + 2]] in (["search", "for"], ["busqueda", "de"], ["busqueda", "por"])


def _lead(words: Sequence[Token]) -> int:
    """Where a clause begins after `that`."""
    return next((i for i, t in enumerate(words) if t.norm not in ("that", "que", "when", "if", "al")), 0)


def impossible(parts: Sequence[Part], read: Callable[[Sequence[Token]], list[Part]]) -> list[Part]:
    """`It must not be possible to create an order without a customer` asks to try that, and for a refusal."""
    found: list[Part] = []
    parts = [fact for part in parts for fact in (_of_title(facts_of(part)) if part.verb == "expect" else [part])]
    for at, part in enumerate(parts):
        words = (*part.verb_words, *part.words)
        if turned := _turned_down(part):
            made, refused = turned
            found += [refused] if any(asks_for_something(each) for each in parts[at + 1 :]) else [made, refused]
            continue
        place, modal = denied_at(words)
        tries = any(map(_is_trial, parts[at + 1 : at + 2]))
        if place is None or (is_circumstance(part, modal, parts[at + 1 :]) and not tries):
            found.append(part)
            continue
        colon = next((i for i in range(place, len(words)) if words[i].text == ":"), len(words))
        if all(t.kind == "quoted" for t in words[colon + 1 :]):
            # `It doesn't accept it: "Choose a size."`
            colon = len(words)
        # What follows a colon says how it is tried.
        said = [_shown(settled(replace(each, number=at))) for each in read(words[colon + 1 :])]
        is_able = words[place].norm in _CAN | _CANNOT
        thing = words[len(part.verb_words) : modal] if is_able else ()
        thing = thing[: len(thing) - sum(t.norm in NOT for t in thing[-1:])]
        meant = _meant(words[place + 1 : colon], thing) or _made(words[:modal]) or _tried(words[:modal])
        for row, start in ((said, 0), (parts, at + 1)):
            trial = next((i for i in range(start, len(row)) if _is_trial(row[i])), None)
            if meant and trial is not None:
                row[trial] = _with_trial(meant, row[trial])
        order = None if said else meant
        # `It has to say that it is in use and cannot be deleted` is about what was tried before.
        if order and not _was_tried(order, found) and not any(asks_for_something(each) for each in parts[at + 1 :]):
            found.append(order)
        if not (meant or said) and _only_looks(found, parts[at + 1 :]):
            continue
        tried_with = meant.numbers if meant else frozenset()
        message = [t for t in words[:colon] if t.kind == "quoted" and t.number not in tried_with]
        found.append(Part(0, "expect", (replace(words[place], text="refused", norm="refused"), *message)))
        found += said
    return [replace(part, number=number) for number, part in enumerate(found)]


def _shown(part: Part) -> Part:
    """A message alone behind a refusal is what the page says then."""
    alone = part.verb == "say" and not part.verb_words and all(t.kind == "quoted" for t in part.words)
    return replace(part, verb="expect") if alone else part


def _of_title(facts: Iterable[Part]) -> list[Part]:
    """Without the title of `Check the limits: an order of 0 has to be refused`."""
    told = list(facts)
    return told[1:] if len(told) > 1 and told[0].verb_words and is_enforced(told[0].words) else told


def is_enforced(words: Sequence[Token]) -> bool:
    """Whether only what an application enforces is named: `the quantity limits`, `la validación`."""
    return not says_which(words) and any(t.norm in _ENFORCED for t in words[-1:])


def _turned_down(part: Part) -> tuple[Part, Part] | None:
    """`An order of 0 rolls has to be turned down` asks to make one, and for a refusal."""
    words = part.words
    begins = part.verb in ("expect", "say") and not part.verb_words and bool(words) and words[0].norm in ONE_MORE
    pairs = list(pairwise(t.norm for t in words))
    modal = next((i for i, pair in enumerate(pairs) if begins and (pair[0] in MODAL or pair in HAS_TO)), 0)
    down = next((i for i in range(modal + 1, min(modal + 5, len(words))) if _refused_at(words, i)), 0) if modal else 0
    if not down or not content_of(words[1:modal]):
        return None
    rest = words[down + _refused_at(words, down) :]
    # `A request of Ada has to be rejected` may ask for that to be done.
    tells = bool(rest) and rest[0].norm in ("with", "con", "by", "because", "porque")
    lacks = any(t.norm in ("without", "sin") or t.norm == "0" for t in words[:modal])
    if words[down].norm in _SENT_BACK and not tells and not lacks:
        return None
    refused = replace(words[down], text="refused", norm="refused")
    return (
        replace(settled(Part(0, "create", words[:modal])), tried=True),
        Part(0, "expect", (refused, *rest)),
    )


def _meant(told: Sequence[Token], thing: Sequence[Token]) -> Part | None:
    """What cannot be done, as an order. `Oslo cannot be deleted`, `Oslo no se puede borrar` name first what it would be
    done to; `no order may be created` tells of what comes of another order."""
    done = told[1] if len(told) > 1 and told[0].norm in ("be", "ser") else None
    names_it = bool(content_of(thing)) and thing[0].norm not in NO_ONE | NOT and finite_at(thing) is None
    meant = (_done_to(thing, done) if names_it else None) if done else _tried(told)
    is_bare = meant is not None and not content_of(meant.words) and names_it
    return settled(replace(meant, words=(*thing, *told[2:]))) if meant and is_bare else meant


def _done_to(thing: Sequence[Token], done: Token) -> Part | None:
    verb = verb_at((replace(done, norm=order_of(done.norm)),), 0)
    kind = participles().get(done.norm) or (verb[0] if verb else None)
    kind = "create" if thing and thing[0].norm in ONE_MORE else kind
    return Part(0, kind, (), (done,)) if kind else None


def _was_tried(order: Part, before: Sequence[Part]) -> bool:
    """Whether what cannot be done was ordered already: `Delete Oslo … it cannot be deleted`."""
    told = {t.norm for t in content_of(order.words)}
    acts = [each for each in before if each.verb not in LOOKS]
    if order.verb == "next" and not told and acts and acts[-1].verb in ("click", "press", "next", "save"):
        # `Press Next. It must not let me go on.`
        return True
    return any(each.verb == order.verb and told <= {t.norm for t in each.words} for each in before)


def _made(words: Sequence[Token]) -> Part | None:
    """`Orders without a customer`, of which one is to be made, though the first word may be an order of its own."""
    verb = verb_at(words, 0) if words else None
    lacks = any(t.norm in ("without", "sin") for t in words[1:3])
    return Part(0, "create", tuple(words)) if verb and verb[0] in LOOKS and lacks else None


def _refused_at(words: Sequence[Token], at: int) -> int:
    """How many words say here that something is refused."""
    if tuple(t.norm for t in words[at : at + 2]) in _TURNED_DOWN:
        return 2
    return int(words[at].norm in _SENT_BACK | _KEPT_OUT)


def _is_trial(part: Part) -> bool:
    """`Try it with 5 rolls`, `inténtalo con 5 rollos`: what was told of, and with what."""
    on_it = any(_DOES_IT.search(t.norm) for t in part.verb_words[-1:])
    led = bool(part.words) and part.words[0].norm in _IT
    rest = part.words[led:]
    does = part.verb in ("say", "create", "edit", "save")
    return does and (on_it or led) and len(rest) > 1 and rest[0].norm in _GIVEN


def _with_trial(order: Part, trial: Part) -> Part:
    """What was said to be impossible, as it is tried."""
    makes = order.verb in ("save", "say") and order.words[:1] != () and order.words[0].norm in ONE_MORE
    given = trial.words[trial.words[0].norm in _IT :]
    lacks = next((i for i, t in enumerate(order.words) if t.norm in ("without", "sin")), len(order.words))
    words = (*order.words[:lacks], *given, *order.words[lacks:])
    head = order.verb_words or trial.verb_words or trial.words[:1]
    return replace(order, verb="create" if makes else order.verb, verb_words=head, words=words, tried=True)


def denied_at(words: Sequence[Token]) -> tuple[int | None, int]:
    """Where it says that something cannot be done, and where that begins: `must not be possible`, `no se puede`."""
    told = [t.norm for t in words[: told_from(words)]]
    for at, word in enumerate(told):
        before = told[:at]
        if word in _CANNOT or (word in _CAN and {"noone", *NO_ONE} & set(before[-2:])):
            return at, at
        if word in _CAN and (set(before[-2:]) & {"no", "not"} or set(told[at + 1 : at + 2]) & {"not", "no"}):
            return at + (told[at + 1 : at + 2] == ["not"]), at - 1
        if (word in _LETS and _has_denied(told, at)) or _is_curt(words, at):
            return at, at
        if word in _TAKES and _takes_none(told, at):
            return at, at
        if word in _IMPOSSIBLE and set(before) & (MODAL | IS | {"be", "es", "ser"}):
            return at, next((i for i, w in enumerate(told) if w in MODAL | IS | {"be", "es"}), at)
        possible = (
            word in _POSSIBLE
            or _is_able(told, at)
            or _works(words, at)
            or word.startswith(("aceptarl", "aceptad", "admit", "permit", "dejar"))
        )
        if possible and set(before) & NOT and set(before) & (MODAL | IS | {"be", "es", "debe", "ser"}):
            return at, next((i for i, w in enumerate(told) if w in MODAL | IS | {"be", "es"}), at)
    return None, len(words)


def _is_curt(words: Sequence[Token], at: int) -> bool:
    """Whether nothing but `not possible`, `no deja` is said of it."""
    ends = at + 1 == len(words) or words[at + 1].kind in ("mark", "quoted")
    led = list(takewhile(lambda t: t.norm in NOT | _WHOM, reversed(words[:at])))
    # `Comprueba que no te deja`
    begins = len(led) == at or words[at - len(led) - 1].norm in ("que", "that")
    denied = sum(t.norm in NOT for t in led) == 1
    return begins and denied and words[at].norm in _POSSIBLE | _LETS and ends


def _is_able(told: Sequence[str], at: int) -> bool:
    """Whether a word is the `poder` of `no se debe poder guardar`, and of nothing that is to be seen."""
    after = told[at + 1 : at + 2]
    return told[at] in ("poder", "poderse") and not any(word in _SEEN or word == "ver" for word in after)


def _works(words: Sequence[Token], at: int) -> bool:
    """Whether a word is that of `it should not work`, `no debe funcionar`, which name nothing that works."""
    only = all(t.norm in PRONOUNS | NOT | MODAL | {"it", "that", "this", "eso", "esto"} for t in words[:at])
    ends = at + 1 == len(words) or words[at + 1].kind in ("mark", "quoted")
    return only and ends and words[at].norm in ("work", "funcionar")


def _has_denied(told: Sequence[str], at: int) -> bool:
    """Whether a word is that of `no me deja seguir`, `it doesn't let me go on`, and nothing is left by it."""
    before = [word for word in told[max(0, at - 3) : at] if word not in _WHOM]
    after = told[at + 1 : at + 2]
    lets = bool(after) and (after[0] in _WHOM or re.search(r"[aei]r(?:l[oae]s?)?$", after[0]) is not None)
    return lets and bool(before) and before[-1] in NOT


def _takes_none(told: Sequence[str], at: int) -> bool:
    """Whether a word is that of `la aplicación no lo acepta`, `the form doesn't accept it`."""
    before = [word for word in told[max(0, at - 3) : at] if word not in _WHOM | PRONOUNS]
    after = [word for word in told[at + 1 :] if word not in PRONOUNS][:1]
    return bool(before) and before[-1] in NOT and (not after or after[0] in _GOES_ON_SAYING)


def _tried(words: Sequence[Token]) -> Part | None:
    """What is said to be impossible, as an order."""
    at = next((i for i in range(min(4, len(words))) if verb_at(words, i) and words[i].norm not in _POSSIBLE), None)
    verb = verb_at(words, at) if at is not None else None
    # `Check that it does not let you` tries nothing by itself.
    verb = None if verb and verb[0] == "expect" else verb
    return settled(Part(0, verb[0], tuple(words[(at or 0) + len(verb[1]) :]), tuple(verb[1]))) if verb else None


def asks_for_something(part: Part) -> bool:
    return part.verb not in ("expect", "wait", "explore") and (bool(part.verb_words) or part.verb == "say")


def facts_of(part: Part) -> Iterator[Part]:
    """The facts of `on the review A is listed and B is not`, one check each, all of them to be seen there."""
    aside = aside_of(part)
    for each in _facts_apart(part.without(aside)) if aside else _facts_apart(part):
        yield replace(each, words=(*each.words, COMMA, *aside)) if aside else each


def _facts_apart(part: Part) -> Iterator[Part]:
    """The facts, of which what tells more about one thing stays together."""
    if placed := _placed_apart(part):
        yield from placed
        return
    if summed := _summed_apart(part):
        for each in summed:
            yield from facts_of(each)
        return
    if others := _pairs_alone(part):
        for each in others:
            yield from facts_of(each)
        return
    part = replace(part, words=_with_shared(part.words))
    clauses = told_alike(_clauses_of(part.words))
    told_of = [each for clause in clauses if without_ends(clause) for each in _counted(clause)]
    kept = [each for clause in told_of for each in _with_others(_without_yes(clause))]
    for number, clause in enumerate(kept):
        # `A and B are not shown` denies both.
        told = next((c for c in kept[number:] if finite_at(c) is not None), clause)
        head = part.verb_words if not number else ()
        holds = any(t.kind == "word" and t.norm in _HOLDS for t in clause[1:-1])
        elliptic = finite_at((*head, *clause)) is None and not _is_message(head, clause, told) and not holds
        elliptic = elliptic and not _says_who_is(clause) and not any(t.norm == "hay" for t in clause[:2])
        elliptic = elliptic and not any(t.norm in ("es", "son") for t in clause[1:])
        if clause[0].norm in NO_ONE and number:
            # `… and nothing may be saved` speaks of no thing.
            begin = 0 if keeps_nothing(clause) or (clause[1:] and clause[1].norm in MODAL | _CAN | IS) else 1
            yield replace(part, words=tuple(without_ends(clause[begin:])), negated=True, verb_words=head)
            continue
        negated = denies((*head, *without_alone(tuple(clause)))) or (elliptic and denies((*head, *told)))
        for index, words in enumerate(_each_with(clause, told) if elliptic else [clause]):
            verb_words = head if not index else ()
            yield replace(part, words=tuple(without_ends(words)), negated=negated, verb_words=verb_words)


def _clauses_of(words: tuple[Token, ...]) -> list[list[Token]]:
    """The words of a check, apart where another fact begins."""
    clauses: list[list[Token]] = [[]]
    for index, token in enumerate(words):
        rest = words[index + 1 :]
        joint = joins(token) or token.norm in ("while", "mientras", "nor", "ni") or token.text in (",", ";", ":")
        marks_before = [t.text for t in clauses[-1]]
        # What stands in brackets belongs to one thing: `both (A and B) are paid`.
        joint = joint and marks_before.count("(") <= marks_before.count(")")
        if joint and clauses[-1] and _is_of_another(clauses[-1], rest):
            clauses.append([])
        elif joint and clauses[-1] and _is_fact(rest) and not _goes_on(clauses[-1], token):
            clauses.append([token] if token.norm in NOT else [])
        else:
            clauses[-1].append(token)
    return clauses


def _is_of_another(clause: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether what follows tells of something else, though it may lack a verb of its own."""
    if rest and rest[0].norm in NO_ONE and tuple(t.norm for t in rest) not in NOTHING_ELSE:
        return True
    if goes_on_alike(clause, rest):
        return True
    if _tells_of_notice(clause) and _is_seen_in(rest):
        return True
    # `It turns grey and disappears` says one thing.
    gone = finite_at(clause) is not None and _is_gone(rest)
    # `The text "No rows match." and "Total of 0 rows"` are two lines, and no values of one entry.
    lines = all(t.kind == "quoted" and len(t.text.split()) > PAIR for t in (clause[-1], *rest[:1])) and len(rest) == 1
    return gone or lines or _is_of_none(rest) or _is_one_of(clause, rest)


def _without_yes(clause: list[Token]) -> list[Token]:
    """`ORD-7 ya no aparece y ORD-8 sí`: that one is there."""
    is_yes = clause[-1].text.lower() == "sí" and len(clause) > 1 and says_which(clause[:-1])
    return clause[:-1] if is_yes else clause


def _with_shared(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """`The note about A is there and the note about B is there` for `the notes about A and about B are there`."""
    for at in range(1, len(words) - 1):
        of = words[at + 1]
        if not joins(words[at]) or of.norm not in _ABOUT or of.kind != "word":
            continue
        before = list(takewhile(lambda t: not joins(t) and t.kind != "mark", reversed(words[:at])))[::-1]
        led = next((i for i, t in enumerate(before) if t.norm == of.norm), 0)
        after = list(takewhile(lambda t: not joins(t) and t.kind != "mark", words[at + 1 :]))
        tells = next((i for i, t in enumerate(after) if tells_of(t) or t.norm in TELL), 0)
        thing = before[:led]
        if tells and len(thing) > 1 and thing[0].norm in DETERMINERS and finite_at(before) is None:
            return (*words[:at], *after[tells:], words[at], *thing, *_with_shared(words[at + 1 :]))
    return words


def _placed_apart(part: Part) -> tuple[Part, ...]:
    """`Ada comes first and Bob last` as one check each, with the verb for Bob too."""
    if len(ends := parted_ends(part)) > 1:
        return ends
    words = part.words
    at = next((i for i in range(2, len(words)) if joins(words[i]) and words[i - 1].norm in ORDINALS), 0)
    named, place = words[at + 1 : -1], words[-1:]
    led = next((i for i, t in enumerate(words[:at]) if not t.names), 0)
    is_so = bool(at and led and named) and all(t.names for t in named) and place[0].norm in ORDINALS
    if not is_so or not place[0].text.islower():
        return ()
    verbs_told = words[led : at - 1]
    return replace(part, words=words[:at]), replace(part, words=(*named, *verbs_told, *place), verb_words=())


def parted_ends(part: Part) -> tuple[Part, ...]:
    """A check as one check each for what stands first and last, where it tells of both."""
    ends = _both_ends(part.words) or _begins_and_ends(part.words)
    return (replace(part, words=ends[0]), replace(part, words=ends[1], verb_words=())) if ends else (part,)


def _begins_and_ends(words: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """`The list starts with A and ends with Z` as one statement each."""
    ends = [i for i, (a, b) in enumerate(pairwise(words)) if a.norm in BEGINS and b.norm in WITH]
    if len(ends) != PAIR or not joins(words[ends[1] - 1]) or not any(t.names for t in words[ends[0] : ends[1]]):
        return None
    return words[: ends[1] - 1], (*words[: ends[0]], *words[ends[1] :])


def _both_ends(words: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
    """`The first row is ORD-9 and the last one ORD-1` as one statement each."""
    leads = [i for i, (a, b) in enumerate(pairwise(words)) if a.norm in DETERMINERS and b.norm in ORDINALS]
    if len(leads) != PAIR or not leads[1] or (words[leads[1] - 1].text != "," and not joins(words[leads[1] - 1])):
        return None
    first, second = words[leads[0] : leads[1] - 1], words[leads[1] :]
    says = next((i for i, t in enumerate(first) if t.norm in IS | {"es", "son", "shows", "says"}), 0)
    name = [t for t in second[2:] if t.norm not in IS | {"one", "es", "son", "de", "of", "from"}]
    noun = [t for t in first[2:says] if t.kind == "word" and t.text.islower()]
    if not says or not name or not all(t.names for t in name) or not any(t.names for t in first[says:]):
        return None
    return (*words[: leads[0]], *first), (*second[:2], *noun, first[says], *name)


def _summed_apart(part: Part) -> tuple[Part, ...]:
    """What several things come to as a check of its own, apart from what is said before and behind it."""
    words = part.words
    joints = (i for i in range(1, len(words) - 1) if words[i].text in (",", ";"))
    at = next((i for i in joints if _is_sum_of(words[:i], words[i + 1 :])), 0)
    if not at:
        return ()
    end = next((i for i in range(at + 1, len(words)) if words[i].text in (",", ";") or joins(words[i])), len(words))
    rest = tuple(dropwhile(lambda t: joins(t) or t.kind == "mark", words[end:]))
    told = (replace(part, words=words[:at]), replace(part, words=words[at + 1 : end], verb_words=()))
    return (*told, replace(part, words=rest, verb_words=())) if rest else told


def _is_sum_of(clause: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether what follows tells what several things come to, or a line that is shown below them: the end of `only A-1
    and A-2 are listed, total €5` and of `3 boats, "Total of 3 boats", €5 in all`."""
    many = any((count_of(t) or 0) > 1 for t in clause if t.kind == "number" or t.norm in NUMBER_WORDS)
    several = many or sum(t.kind == "code" for t in clause) >= PAIR
    norms = {t.norm for t in clause}
    several = several or bool(SOLELY & norms) or (clause[-1].kind == "quoted" and bool(_BELOW & norms))
    group = list(takewhile(lambda t: t.text not in (",", ";") and not joins(t), after))
    amounts = [
        t for t in group if t.kind == "number" and (t.text[:1] in "€$£" or t.text[-1:] in "€$£" or "." in t.text)
    ]
    told = {t.norm for t in group if t.kind == "word"}
    # A bare amount behind `ORD-7 of Oak Ltd, 40 rolls` is that of one entry.
    of_one = sum(t.kind == "code" for t in clause) == 1 or (many and not told & _SUMS) or bool(norms & _ONE_ROW)
    is_sum = len(amounts) == 1 and told <= _SUMS | STOP and not of_one
    is_line = (
        bool(group) and group[-1].kind == "quoted" and told <= _SUMS | _BELOW | STOP and len(group) <= LONGEST_LABEL
    )
    return several and (is_sum or is_line)


def _is_of_none(words: Sequence[Token]) -> bool:
    """`… three orders, none of Ada`, `…, ninguno Abierto`"""
    none, of = (*words[:2], COMMA, COMMA)[:2]
    return none.norm in _NONE and (of.names or of.norm in ("of", "from", "de", "del"))


def _is_one_of(clause: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether one more thing is told of by what it belongs to: the second of `A-1 from Ada and A-2 from Bo`."""
    of = {b.norm for a, b in pairwise(clause) if a.kind == "code" and b.norm in _BELONGS}
    one = after[after[:1] != () and after[0].norm in DETERMINERS :][:2]
    return len(one) == PAIR and one[0].kind == "code" and one[1].norm in of


def _each_with(clause: Sequence[Token], told: Sequence[Token]) -> list[Sequence[Token]]:
    """The names in a clause, each with what the next one says of them too: `A and B are Paid`."""
    at = finite_at(told) or 0
    names = _names_listed([t for t in without_ends(clause) if t.norm not in BOTH - NUMBER_WORDS.keys()])
    is_of_all = bool(at) and _is_plural(told[at].norm) and bool(_names_listed(told[:at]))
    if not names or not is_of_all or _OF_ALL & {t.norm for t in told[at:]}:
        return [clause]
    return [[*name, *told[at:]] for name in names]


def _is_plural(verb: str) -> bool:
    """Whether a verb tells something of several: `are`, `should`, `appear`, `están`, and not `is`, `appears`."""
    return verb in _ARE or not verb.endswith(("s", "a", "e"))


def _tells_of_notice(clause: Sequence[Token]) -> bool:
    """`El aviso de que se ha guardado`"""
    says = (i for i, (a, b) in enumerate(pairwise(clause)) if i and (a.norm, b.norm) == ("de", "que"))
    return any(clause[i - 1].norm in NOTICES for i in says)


def _is_seen_in(words: Sequence[Token]) -> bool:
    """`… y aparecer en la lista`, which no notice does."""
    return len(words) > 1 and words[0].norm in _BE_SEEN and words[1].norm in ASIDES


def _is_message(head: Sequence[Token], clause: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether a sentence in quotes is to be seen, whatever the next clause denies: `see "No." and Ada must not …`."""
    whole = without_ends(clause)
    if whole[:-1] and all(t.norm in NOTICES | DETERMINERS for t in whole[:-1]) and whole[-1].kind == "quoted":
        # `Expected: message "ORD-7 deleted." and ORD-7 gone`
        return True
    says_so = len(whole) == 1 and whole[0].kind == "quoted" and whole[0].text.rstrip()[-1:] in (".", "!", "?")
    sees = bool(head) and head[-1].norm not in ("that", "que", "if", "whether", "si")
    return says_so and sees and told[0].kind != "quoted"


def _pairs_alone(part: Part) -> tuple[Part, ...]:
    """`ORD-7 Open and ORD-8 Paid, nothing else` as what is said of each, and that there is no other."""
    words = part.words
    plain = without_alone(words)
    codes = [t for t in plain if t.kind == "code"]
    if plain == words or len(codes) < PAIR or not goes_on_alike(plain[:PAIR], plain[PAIR + 1 :]):
        return ()
    joint = replace(codes[0], kind="word", text="and", norm="and")
    named = [each for code in codes for each in (code, joint)][:-1]
    return replace(part, words=tuple(without_ends(plain))), replace(part, words=(*named, *words[-PAIR:]), verb_words=())


def _counted(clause: list[Token]) -> list[list[Token]]:
    """`2 found, Luna and Lunar`: how many there are, and each of them."""
    at = next((i for i, t in enumerate(clause) if t.text in (",", ":")), len(clause))
    counts = [int(t.norm) if t.norm.isdigit() else NUMBER_WORDS.get(t.norm, 0) for t in clause[:at]]
    named = _names_listed(clause[at + 1 :])
    tells_which = any(token.names and not count for token, count in zip(clause, counts, strict=False))
    if not named or max(counts, default=0) != len(named) or tells_which:
        return [clause]
    return [clause[:at], *named]


def _with_others(clause: list[Token]) -> list[list[Token]]:
    """`Ada is listed together with Bob`: each is there."""
    pairs = [(a.norm, b.norm) for a, b in pairwise(clause)]
    at = next((i for i, pair in enumerate(pairs) if i and pair in _TOGETHER), None)
    others = _names_listed(clause[at + 2 :]) if at else []
    return [clause[:at], *others] if others else [clause]


def _names_listed(words: Sequence[Token]) -> list[list[Token]]:
    """The names of `Luna, the Lunar and ORD-7`, each by its words; none where anything else is said."""
    groups: list[list[Token]] = [[]]
    for token in words:
        if joins(token) or token.text == ",":
            groups.append([])
        elif token.norm not in DETERMINERS and token.text not in "()":
            groups[-1].append(token)
    named = [group for group in groups if group]
    return named if all(token.names for group in named for token in group) else []


def _goes_on(clause: Sequence[Token], joint: Token) -> bool:
    """Whether what follows says more of the same: of several things together, or of one that two commas tell more of
    as in `the other one, the paid one, has to stay`."""
    apposed = joint.text == "," and finite_at(clause) is None and any(t.text == "," for t in clause)
    return _counts_out(clause) or (apposed and clause[0].norm in DETERMINERS)


def _counts_out(clause: Sequence[Token]) -> bool:
    """Whether all of several things are meant together: `only A and B are listed`."""
    return bool(SOLELY & {t.norm for t in clause}) and finite_at(clause) is None


def _comes_to_value(clause: Sequence[Token]) -> bool:
    """`The total drops to 5`, and without the verb of the clause before `the total drop to 5`, `el total bajar a 5`."""
    at = next((i for i in range(PAIR, min(len(clause) - 1, _LONGEST_THING)) if _tells(clause, i)), 0)
    is_thing = at > 0 and clause[0].norm in DETERMINERS | PRONOUNS and all(t.kind == "word" for t in clause[:at])
    return is_thing and clause[at - 1].norm not in ASIDES and any(t.names for t in clause[at + 1 :])


def _stands_somewhere(clause: Sequence[Token]) -> bool:
    """`… and at the top the text "Hello"`, `y arriba mi nombre`: something else, by its place on the page."""
    led = list(takewhile(lambda t: t.norm in CORNERS | DETERMINERS | _PLACED, clause))
    place, thing = [t for t in led if t.norm in CORNERS], clause[len(led) :]
    begins = bool(place) and led[0].norm in _PLACED | CORNERS and led[0].text.islower()
    if not begins or not thing or thing[0].norm in _LISTED_IN:
        return False
    owned = led[-1].norm in DETERMINERS | _OWN and thing[0].kind == "word"
    return thing[0].names or owned or (thing[0].norm in TELL and any(t.names for t in thing[1:]))


def _keeps_others(clause: Sequence[Token]) -> bool:
    """`… while the other two stay`, `y las demás siguen`, `y los dos pedidos de Ada siguen ahí`"""
    stays = next((i for i, t in enumerate(clause) if KEPT.match(t.norm)), 0)
    thing = [t.norm for t in clause[:stays]]
    is_thing = bool(thing) and thing[0] in DETERMINERS | OTHERS
    return is_thing and (says_which(clause[:stays]) or (stays < _LONGEST_THING and not OTHERS.isdisjoint(thing)))


def _is_gone(clause: Sequence[Token]) -> bool:
    """`… and it is gone from the list`, `y desaparece de la lista`, whatever a message says of it besides."""
    after = clause[1 + (clause[1].norm in IS) :] if len(clause) > 1 and clause[0].norm in _THINGS_TOLD else clause
    return bool(after) and (bool(GONE.match(after[0].norm)) if after is not clause else after[0].norm in _VANISHES)


def _tells(clause: Sequence[Token], at: int) -> bool:
    word, after = clause[at].norm, clause[at + 1]
    if clause[at].kind != "word" or word in NOUNS:
        return False
    # `A price drop of 5` is a thing, and `the price drop to 5` tells of one.
    bare_form = any(f"{word}{end}" in TELL for end in ("s", "es")) or any(is_conjugated(told, word) for told in TELL)
    return word in TELL or (bare_form and (after.is_value or after.norm in _TOWARDS))


def _says_who_is(clause: Sequence[Token]) -> bool:
    """`I am back on the list`, `sigo en la lista`"""
    led = [t.norm for t in clause[:2]]
    return len(led) > 1 and (led[0] in _I_AM or (led[0] in ("i", "we") and led[1] in _AM))


def _beyond_apposed(words: Sequence[Token], comma: int) -> Sequence[Token]:
    """What follows a thing that two commas tell more of: the `must stay` of `the other order, ORD-8, must stay`."""
    led = words[:comma]
    shut = next((i for i in range(comma + 1, len(words)) if joins(words[i]) or words[i].kind == "mark"), len(words))
    is_one = bool(led) and led[0].norm in DETERMINERS and words[shut : shut + 1] and words[shut].text == ","
    rest = words[shut + 1 :] if is_one and words[comma].text == "," and finite_at(words[:shut]) is None else ()
    told = bool(rest) and (finite_at(rest) == 0 or bool(KEPT.match(rest[0].norm)))
    return list(takewhile(lambda t: not joins(t) and t.text not in (",", ";"), rest)) if told else ()


def _is_fact(words: Sequence[Token]) -> bool:
    """Whether a clause begins here that has its own subject."""
    until = next((i for i, t in enumerate(words) if joins(t) or t.text in (",", ";")), len(words))
    clause = (*words[:until], *_beyond_apposed(words, until))
    if len(clause) > 1 and ((clause[0].norm, clause[1].norm) in HAS_TO or clause[0].norm in _THERE):
        # `… y tienen que quedar cinco`
        return True
    if (
        len(clause) > 1
        and clause[0].norm == "there"
        and (clause[1].norm in IS | MODAL or clause[1].norm.endswith("n't"))
    ):
        return True
    if len(clause) > 2 and clause[0].norm in _SEEN and clause[1].norm in DETERMINERS and clause[2].kind == "word":
        # `… y verse la fila`: what is to be seen stands behind.
        return True
    says_who = len(clause) > 1 and clause[0].norm in ("i", "we") and tells_of(clause[1])
    if says_who or _says_who_is(clause):
        # `… and I'm still not signed in`
        return True
    if keeps_nothing(clause):
        return True
    if clause and clause[0].norm in NOT | {"that", "que"}:
        return tuple(t.norm for t in clause) not in NOTHING_ELSE and any(
            token.is_value or token.norm not in STOP for token in clause[1:]
        )
    if lacks_predicate(clause):
        return True
    if _comes_to_value(clause) or _keeps_others(clause) or _stands_somewhere(clause) or asks_of_us(clause):
        return True
    place = finite_at(clause)
    holds = place == PAIR and clause[place].norm in MODAL | {"has", "tiene"}
    if holds and clause[0].norm in DETERMINERS and clause[1].norm in _SHOWN_IN:
        # `… and the list must still have 4 entries`
        return True
    return place is not None and any(t.is_value or (t.kind == "word" and t.norm not in STOP) for t in clause[:place])

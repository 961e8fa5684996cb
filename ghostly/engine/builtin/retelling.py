"""Parts are told again as what they ask for: passives as orders, stories as names, statements as checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from .context import (
    INSTEAD_OF,
    amount_in,
    is_circumstance,
    is_refusal,
    named_in,
    value_instead,
    with_change,
    with_kind,
    with_new_value,
)
from .lexicon import STOP, Verb, is_conjugated, participles, verbs
from .part import Part, aside_of, calls_off, content_of, groups_of, is_on_it, marks, thing_of
from .settling import settled
from .speech import (
    ANOTHER,
    ASIDES,
    BOTH,
    COMMA,
    CONNECTORS,
    DETERMINERS,
    GONE,
    HAS_TO,
    IS,
    LONGEST_LABEL,
    MODAL,
    NOT,
    ONE_MORE,
    PRONOUNS,
    SOLELY,
    SOMEWHERE,
    WANTS,
    WISHES,
    before_change,
    denies,
    finite_at,
    is_to_be,
    joins,
    means_one,
    says_which,
    statement_at,
    tells_of,
    to_at,
    told_from,
    verb_at,
    without_ends,
)
from .stories import GREETINGS, tells
from .words import NUMBER_WORDS, ORDINALS, Token

_TOGETHER = {("together", "with"), ("along", "with"), ("alongside", "with"), ("junto", "con"), ("junto", "a")}
_BE = {"este", "quede", "sea", "pase"}
_NEEDS, _BEING = {"needs", "need", "has", "have", "tiene", "necesita"}, {"be", "get", "ser"}
_LEAST_CLITIC = 4
_OWNED = {"its", "their", "his", "her", "su", "sus"}
_TITLES = {"name", "title", "nombre", "titulo"}
_NAUGHT = {"nothing", "nada", "nobody", "nadie"}
_FINDS = {
    "finds", "brings", "shows", "returns", "gives", "yields", "says", "lists", "leads", "results", "produces", "is",
    "muestra", "devuelve", "da", "encuentra", "dice", "lleva",
}  # fmt: skip
_LEAVES = {"leaves", "deja", "dejan", "narrows", "reduces"}
_EXACTLY = {"exactly", "precisely", "exactamente", "justo"}
_GOES = {"go", "goes", "navigate", "visit", "ve", "ir", "voy", "switch"}
_THERE = {"quedan", "quedara", "quedaran", "hay", "salen", "aparecen", "figuran"}
_AM = {"am", "are"}
_I_AM = {"i'm", "we're", "sigo", "seguimos", "estoy"}
_SEEN = {
    "verse", "aparecer", "figurar", "estar", "quedar", "salir", "constar", "mostrarse", "aparece", "sale", "figura",
    "consta", "queda", "aparezca", "salga", "figure", "conste", "quede",
}  # fmt: skip
_THAT = {"ese", "esa", "esos", "esas"}
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
_CALLED = {"called", "named", "titled", "llamado", "llamada", "titulado", "titulada"}
_LETS = {"deja", "dejan", "permite", "permiten", "let", "lets", "allow", "allows"}
_WHOM = {"me", "nos", "te", "le", "us", "you", "them", "the"}
_CAN, _CANNOT = {"can", "may", "could", "puede", "pueden", "pueda", "podra"}, {"cannot", "can't", "mustn't"}
_QUESTIONS = {
    "question", "pregunta", "confirmation", "confirmacion", "dialog", "dialogo", "deletion", "borrado", "prompt",
    "popup", "alert", "alerta", "page", "pagina", "screen", "pantalla",
}  # fmt: skip
LOOKS: frozenset[Verb] = frozenset(
    {"login", "open", "search", "filter", "sort", "expect", "wait", "reload", "explore", "back", "logout"}
)
_STEPS: frozenset[Verb] = frozenset({"save", "close", "accept", "reload", "back", "next"})
# What something is shown in, whatever it is.
_SHOWN_IN = {"list", "table", "page", "form", "lista", "listado", "tabla", "pagina", "formulario"}
_PAIR = 2
_ARRIVED = {"arrived", "received", "delivered", "came", "come"}
_TURNED_DOWN = {"rejected", "refused", "denied", "declined", "rechazado", "rechazada", "denegado", "denegada"}
_ATTEMPTS = {"attempt", "login", "sign-in", "access", "entry", "intento", "acceso", "entrada", "tiene"}
_REQUESTS = {"request", "reserve", "schedule", "hire", "pedir", "solicitar", "reservar", "encargar", "programar"}
# What a form of several pages shows before it is sent.
NOTICES = {"aviso", "avisos", "mensaje", "notificacion", "confirmacion", "warning", "notice", "message", "notification"}
_BE_SEEN = {"aparecer", "figurar", "salir", "verse", "estar", "quedar", "constar"}
_ADDRESSES = {"address", "email", "e-mail", "mail", "correo", "direccion"}
_SUCH = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha"}
_REVIEWS = {"review", "revision", "summary", "resumen", "preview", "recap", "comprobacion", "repaso"}
# How a verb ends that says when something is to be looked at: `after saving`, `al guardar`.
_AFTER = ("ing", "ar", "er", "ir", "arlo", "arla", "ado", "ada")
_WHILE = ("ing", "ar", "er", "ir")
_SAVES = ("sav", "stor", "guard", "grab")
_SENT: frozenset[Verb] = frozenset({"create", "edit", "delete", "search", "filter", "sort"})
_FILLS: frozenset[Verb] = frozenset({"fill", "choose", "check", "uncheck", "upload", "clear", "drag"})


def has_values(part: Part) -> bool:
    return any(token.is_value for token in part.words)


def ordered(part: Part) -> Part:
    """`An e-mail that needs to be forwarded to Ada` asks for it; what should be so is checked."""
    if part.verb != "expect" or part.verb_words:
        return part
    for index in range(len(part.words) - 3):
        need, _, being, done = part.words[index : index + 4]
        verb = participles().get(done.norm)
        if need.norm in _NEEDS and being.norm in _BEING and verb:
            words = (*part.words[:index], *part.words[index + 4 :])
            head = (replace(done, norm=_plain(done.norm)),)
            return replace(part, verb=verb, verb_words=head, words=words, negated=False)
    return part


def wished(tokens: Sequence[Token], part: Part) -> Part:
    """`I want ORD-7 to be paid` asks for that to be done."""
    if part.verb not in ("say", "expect") or part.verb_words or not part.words:
        return part
    led = [t.norm for t in tokens[max(0, part.words[0].number - 3) : part.words[0].number]]
    words = [t for t in part.words if t.norm not in {"that", "que"} | WANTS]
    for at in range(1, len(words) - 1):
        wants = bool(WANTS & {*led, part.words[0].norm}) and is_to_be(words[at:])
        state = words[at + 2 :] if wants else words[at + 1 :] if WISHES & set(led) and words[at].norm in _BE else []
        if not state or state[0].norm in SOMEWHERE | NOT or not says_which(words[:at]):
            continue
        verb = "delete" if GONE.match(state[0].norm) else participles().get(state[0].norm)
        if verb:
            head = replace(state[0], norm=_plain(state[0].norm))
            return replace(part, verb=verb, verb_words=(head,), words=(*words[:at], *state[1:]), negated=False)
        return replace(part, verb="edit", words=(*words[:at], replace(words[at], text="as", norm="as"), *state))
    return part


def by_whom(part: Part) -> Part:
    """`It names Ada as the person who entered it`: entered by Ada, as a page would say."""
    at = next((i for i, t in enumerate(part.words) if i and t.norm in ("as", "como")), None)
    said = part.words[at + 1 :] if at is not None and part.verb == "expect" else ()
    who = next((i for i, t in enumerate(said[:4]) if t.norm in ("who", "que")), 0)
    done = said[who + 1] if who and who + 1 < len(said) else None
    rest = {t.norm for t in said[who + 2 :] if t.kind == "word"}
    if done is None or said[0].norm not in DETERMINERS or not says_which(part.words[:at]) or rest - PRONOUNS - STOP:
        return part
    if done.norm in participles() or done.norm.endswith("ed"):
        by = replace(said[who], text="by", norm="by")
        return replace(part, words=(*without_ends(part.words[:at]), replace(COMMA), done, by))
    return part


def _plain(participle: str) -> str:
    """`forward` for `forwarded`."""
    return next((root for root in (participle[:-2], participle[:-1]) if root in verbs()), participle)


def signed_in_first(parts: Sequence[Part]) -> list[Part]:
    """In `create an order, so sign in …` signing in comes first all the same."""
    at = next((i for i, part in enumerate(parts) if part.verb == "login"), 0)
    if not at or any(part.verb not in _SENT for part in parts[:at]):
        return list(parts)
    ordered = [parts[at], *parts[:at], *parts[at + 1 :]]
    return [replace(part, number=number) for number, part in enumerate(ordered)]


def same_thing(parts: Sequence[Part]) -> list[Part]:
    """`Create an order, …, create it` is one order, and `delete it, confirm the question` one deletion."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        if _is_said_again(part, parts[at + 1 : at + 2]):
            # `I want to archive finished projects. Archive the project Brand guide`
            continue
        before = {"delete" if each.verb == "close" and calls_off(each) else each.verb for each in found}
        said = {t.norm for t in part.words if t.kind == "word"} - DETERMINERS
        last = found[-1] if found else None
        clitic = any(t.norm.endswith(("lo", "la", "los", "las")) for t in part.verb_words)
        again = part.verb == "edit" and (said or clitic) and said <= PRONOUNS
        if (
            again
            and last is not None
            and last.verb == "edit"
            and (to_at(last.words) or any(t.text == ":" for t in last.words))
        ):
            # `The area is 60, not 54. Change it`: it has been said to what.
            continue
        if part.verb == "create" and "create" in before and said and said <= PRONOUNS:
            part = replace(part, verb="save")
        answers = said <= PRONOUNS | ASIDES | _QUESTIONS and not any(t.is_value for t in part.words)
        if part.verb == "accept" and "delete" in before and answers:
            part = replace(part, words=())
        if part.verb == "save" and "delete" in before and answers and part.verb_words:
            head = part.verb_words[0].norm
            part = replace(part, verb="accept", words=()) if head.startswith(("confirm", "accept", "acept")) else part
        found.append(part)
    return found


def changed_to(parts: Sequence[Part]) -> list[Part]:
    """`Edit the entry: it should be 4.5 hours instead of 3` says what is to be changed, and to what."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if last and last.verb == "edit" and last.verb_words and not to_at(last.words) and (new := value_instead(part)):
            colon = replace(COMMA, text=":", norm=":")
            found[-1] = replace(last, words=(*last.words, colon, *new))
            continue
        found.append(part)
    return found


def done_already(parts: Sequence[Part]) -> list[Part]:
    """Without the `after saving` that only says once more what was done before a check."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        repeats = part.verb in _STEPS and bool(part.verb_words) and part.verb_words[0].norm.endswith(_AFTER)
        acts = [each for each in found if each.verb != "expect"]
        checked = found[-1:] != acts[-1:] or any(each.verb == "expect" for each in parts[at + 1 : at + 2])
        if repeats and checked and acts and acts[-1].verb == part.verb and not has_values(part):
            continue
        found.append(part)
    return [replace(part, number=number) for number, part in enumerate(found)]


def refused_last(parts: Sequence[Part]) -> list[Part]:
    """What is said to be refused before it is tried is looked for once it was, before anything else is done."""
    found = list(parts)
    for part in parts:
        if not is_refusal(part):
            continue
        at = found.index(part)
        acts = [i for i in range(at + 1, len(found)) if found[i].verb not in ("expect", "close", "back", "reload")]
        ends = next((i for i in acts if found[i].verb in ("save", "delete", "click", "press", "accept")), None)
        ends = max((i for i in acts if ends is not None and i <= ends), default=None)
        if ends is not None and any(each.verb in ("close", "back") for each in found[ends + 1 :]):
            found.insert(ends + 1, part)
            found.pop(at)
    return [replace(part, number=number) for number, part in enumerate(found)]


def _is_said_again(part: Part, following: Sequence[Part]) -> bool:
    """Whether an order names nothing, and the next one is the same and says which."""
    after = following[0] if following else None
    if after is None or part.verb in LOOKS or after.verb != part.verb or not part.verb_words or not after.verb_words:
        return False
    same_verb = part.verb_words[0].norm == after.verb_words[0].norm
    return same_verb and bool(part.words) and not says_which(part.words) and says_which(after.words)


def filled_first(part: Part) -> Iterator[Part]:
    """`Save pH 15` fills that in, and saves it."""
    values = [i for i, t in enumerate(part.words) if t.kind in ("number", "quoted")]
    saves = part.verb == "save" and bool(part.verb_words) and part.verb_words[0].norm.startswith(_SAVES)
    # `Try to save the fee 900` may mean what is filled in; `save the order 900` does not.
    leads = (ASIDES | PRONOUNS) - DETERMINERS if part.tried else ASIDES | PRONOUNS | DETERMINERS
    led = not part.words or part.words[0].kind == "mark" or part.words[0].norm in leads
    led = led or any(t.norm in _OWNED for t in part.words)
    if saves and len(values) == 1 and values[0] < LONGEST_LABEL and not led:
        yield replace(part, verb="fill", verb_words=())
        yield replace(part, words=())
        return
    yield part


def sought(part: Part) -> Iterator[Part]:
    """`A search for ORD-7 finds nothing`, `looking for ORD-7 brings up …`: what is done, and what that is to show."""
    words, head = part.words, part.verb_words
    lead = _lead(words)
    lead += (
        bool(words) and words[lead : lead + 1] != () and words[lead].norm in ONE_MORE and _is_search(words, lead + 1)
    )
    verb = verb_at(words, lead) if part.verb == "expect" and words else None
    acts = verb is not None and verb[0] not in LOOKS - {"search", "filter", "open"} and verb[1][0].norm.endswith("ing")
    acts = acts or (lead > 0 and _is_search(words, lead))
    if acts and verb is not None:
        at = lead + len(verb[1])
        made, words = Part(0, verb[0], (), tuple(verb[1])), words[at:]
    elif words and words[0].norm in MODAL and part.verb != "expect":
        # `Al guardarlo debe salir en la lista`
        yield replace(part, words=())
        yield from _facts(Part(0, "expect", tuple(words)))
        return
    elif part.verb in ("search", "filter", "reload") or (
        head and head[0].norm.endswith(_WHILE) and part.verb != "expect"
    ):
        made = replace(part, words=())
    else:
        yield part
        return
    ends = MODAL if part.verb not in ("search", "filter", "expect") else _FINDS | MODAL
    until = next((i for i in range(1, len(words)) if words[i].norm in ends and words[i].kind == "word"), None)
    until = _leaves_at(made, words) if until is None else _denied_from(words, until)
    begins = 0 if part.verb == "reload" else statement_at(words) if made.verb in _STEPS | {"open"} else None
    if begins is not None and (begins or made.verb != "open") and (until is not None or part.verb != "reload"):
        # `After closing the form the card still shows 8`
        yield replace(made, words=tuple(without_ends(words[:begins])))
        yield from _facts(Part(0, "expect", tuple(words[begins:])))
        return
    if until is None:
        yield part
        return
    yield settled(replace(made, words=tuple(without_ends(words[:until]))))
    yield from _facts(Part(0, "expect", tuple(words[until:]), head if part.verb == "expect" else ()))


def _denied_from(words: Sequence[Token], until: int) -> int:
    """Where what is told begins, with the `no` in front of it: `buscar Ada no debe dar nada`."""
    denies = (i for i in range(1, until) if words[i].text == "no" and words[i - 1].names)
    return next(denies, until)


def _leaves_at(made: Part, words: Sequence[Token]) -> int | None:
    """Where it says how many are left: `typing Ada in the search box leaves two`, `buscar Ada deja solo tres`."""
    if made.verb not in ("search", "filter", "fill", "choose", "check", "uncheck"):
        return None
    for at in range(1, len(words) - 1):
        after = words[at + 1]
        counts = after.kind == "number" or after.norm in NUMBER_WORDS or after.norm in SOLELY | _EXACTLY
        if counts and words[at].norm in _LEAVES | _FINDS | _THERE and words[at].kind == "word":
            return at
    return None


def _is_search(words: Sequence[Token], at: int) -> bool:
    """Whether a noun says that something is searched, in `a search for ORD-7 finds nothing`."""
    return [t.norm for t in words[at : at + 2]] in (["search", "for"], ["busqueda", "de"], ["busqueda", "por"])


def _lead(words: Sequence[Token]) -> int:
    """Where a clause begins after `that`."""
    return next((i for i, t in enumerate(words) if t.norm not in ("that", "que", "when", "if")), 0)


def passive(parts: Sequence[Part]) -> list[Part]:
    """`The order ORD-7 should be deleted` asks for that, where nothing else in the goal does anything."""
    turned_down = {b.number for a, b in pairwise(parts) if a.verb == "login" and _turns_down(b)}
    parts = [replace(part, verb="expect") if part.number in turned_down else part for part in parts]
    # `When the report is approved` always asks for it.
    parts = [_asked_or_told(part, parts[:at]) if part.verb == "say" else part for at, part in enumerate(parts)]
    if any(_asks_for_something(part) and part.verb not in LOOKS and part.verb_words for part in parts):
        return parts
    told = ((i, part) for i, part in enumerate(parts) if part.number not in turned_down)
    at, found = next(((i, p) for i, part in told if (p := _done_to(part))), (0, None))
    return [*parts[:at], found, *parts[at + 1 :]] if found else parts


def _asked_or_told(part: Part, before: Sequence[Part]) -> Part:
    """What is to be done where a part says that it is done, and a check where that was ordered before: `Approve ORD-7.
    ORD-7 is approved`."""
    done = _done_to(part)
    ordered = {each.verb_words[0].norm for each in before if each.verb_words and each.verb != "expect"}
    if done and done.verb_words[0].norm in ordered:
        return replace(part, verb="expect", negated=denies(part.words))
    return done or part


def _turns_down(part: Part) -> bool:
    """Whether what was tried just before is to be refused, and nothing else is named: `… should be rejected`."""
    done = next((i for i, t in enumerate(part.words) if t.norm in _TURNED_DOWN), 0)
    led = [t for t in part.words[:done] if t.norm not in STOP | MODAL | IS | PRONOUNS | _ATTEMPTS]
    return part.verb in ("say", "expect") and not part.verb_words and done > 0 and not led


def _done_to(part: Part) -> Part | None:
    """What is to be done where a part says that something is done to a thing: `an order is placed for Ada`."""
    if part.verb not in ("expect", "say") or part.verb_words:
        return None
    words = part.words
    for at in range(1, len(words) - 1):
        verb = participles().get(words[at + 1].norm)
        before = [t.norm for t in words[max(0, at - 2) : at]]
        asks = part.verb == "say" or bool(set(before) & (MODAL | {"to"}))
        if verb and words[at].norm in _BEING | {"is", "are", "gets"} and asks and not {"not", "no"} & set(before):
            begin = next(
                (i for i in range(1, at + 1) if words[i].norm in MODAL | _BEING | {"is", "are", "has", "have"}), at
            )
            agent = next((i for i in range(at + 2, len(words)) if words[i].norm == "by"), len(words))
            head = (replace(words[at + 1], norm=_plain(words[at + 1].norm)),)
            return replace(
                part, verb=verb, verb_words=head, words=(*words[:begin], *words[at + 2 : agent]), negated=False
            )
    return None


def impossible(parts: Sequence[Part], read: Callable[[Sequence[Token]], list[Part]]) -> list[Part]:
    """`It must not be possible to create an order without a customer` asks to try that, and for a refusal."""
    found: list[Part] = []
    parts = [fact for part in parts for fact in (_facts(part) if part.verb == "expect" else [part])]
    for at, part in enumerate(parts):
        words = (*part.verb_words, *part.words)
        place, modal = denied_at(words)
        if place is None or is_circumstance(part, modal, parts[at + 1 :]):
            found.append(part)
            continue
        colon = next((i for i in range(place, len(words)) if words[i].text == ":"), len(words))
        # What follows a colon says how it is tried.
        said = [settled(replace(each, number=at)) for each in read(words[colon + 1 :])] if words[colon + 1 :] else []
        order = None if said else _tried(words[place + 1 : colon]) or _tried(words[:modal])
        # `It has to say that it is in use and cannot be deleted` is about what was tried before.
        was_tried = order and not content_of(order.words) and any(each.verb == order.verb for each in found)
        if order and not was_tried and not any(_asks_for_something(each) for each in parts[at + 1 :]):
            found.append(order)
        refused = replace(words[place], text="refused", norm="refused")
        message = [t for t in words[place + 1 : colon] if t.kind == "quoted"]
        found.append(Part(0, "expect", (refused, *message), negated=False))
        found += said
    return [replace(part, number=number) for number, part in enumerate(found)]


def denied_at(words: Sequence[Token]) -> tuple[int | None, int]:
    """Where it says that something cannot be done, and where that begins: `must not be possible`, `no se puede`."""
    told = [t.norm for t in words[: told_from(words)]]
    for at, word in enumerate(told):
        before = told[:at]
        if word in _CANNOT or (word in _CAN and {"noone", *_NAUGHT} & set(before[-2:])):
            return at, at
        if word in _CAN and (set(before[-2:]) & {"no", "not"} or set(told[at + 1 : at + 2]) & {"not", "no"}):
            return at + (told[at + 1 : at + 2] == ["not"]), at - 1
        if word in _LETS and _has_denied(told, at):
            return at, at
        possible = word in _POSSIBLE or word.startswith(("aceptarl", "aceptad", "admit", "permit", "dejar"))
        if possible and set(before) & NOT and set(before) & (MODAL | IS | {"be", "es", "debe", "ser"}):
            return at, next((i for i, w in enumerate(told) if w in MODAL | IS | {"be", "es"}), at)
    return None, len(words)


def _has_denied(told: Sequence[str], at: int) -> bool:
    """Whether a word is that of `no me deja seguir`, `it doesn't let me go on`, and nothing is left by it."""
    before = [word for word in told[max(0, at - 3) : at] if word not in _WHOM]
    after = told[at + 1 : at + 2]
    lets = bool(after) and (after[0] in _WHOM or re.search(r"[aei]r(?:l[oae]s?)?$", after[0]) is not None)
    return lets and bool(before) and before[-1] in NOT


def _tried(words: Sequence[Token]) -> Part | None:
    """What is said to be impossible, as an order."""
    at = next((i for i in range(min(4, len(words))) if verb_at(words, i) and words[i].norm not in _POSSIBLE), None)
    verb = verb_at(words, at) if at is not None else None
    return settled(Part(0, verb[0], tuple(words[(at or 0) + len(verb[1]) :]), tuple(verb[1]))) if verb else None


def told_before(parts: Sequence[Part]) -> list[Part]:
    """`Order 7 is wrong: remove it` says first what is meant and why, which asks for nothing by itself."""
    found: list[Part] = []
    told: list[Part] = []
    known: list[Part] = []
    of_them: tuple[Token, ...] = ()
    for at, part in enumerate(parts):
        if of_them and part.verb == "expect" and means_one(part.words):
            # `Ada has two orders. Pay the one of 3 May; the one of 5 May is still open`
            part = replace(part, words=(*of_them, *part.words))
        if _is_told(part) or _is_given(part, parts[:at], parts[at + 1 :]):
            told.append(part)
            continue
        meant = _meant_by(part, told or known) if told or known else None
        if told and meant is None and not _asks_for_something(part):
            found += told
            meant = part
        # Who it was about may be meant by `his account` still after somebody has signed in.
        known = told or known if meant is None and part.verb in LOOKS else []
        of_them = named_in(told[-1].words, part) if told and meant and means_one(part.words) else of_them
        found.append(meant or part)
        told = []
    return [replace(part, number=number) for number, part in enumerate((*found, *told))]


def _is_told(part: Part) -> bool:
    """Whether a sentence has no order in it: it may tell what the next one is about."""
    if part.verb != "say" or part.verb_words or not part.words:
        return False
    # `Hey, the notice is old`
    greets = part.words[0].norm in GREETINGS and any(t.text == "," for t in part.words[1:2])
    begins = part.words[2:3] if greets else part.words[:1]
    return tells(part.words) or any(tells_of(t) for t in part.words) or any(t.norm in DETERMINERS for t in begins)


def _is_given(part: Part, before: Sequence[Part], after: Sequence[Part]) -> bool:
    """Whether a statement tells how things are before anything is done: `there are two of them; delete …`."""
    head = [t.norm for t in part.verb_words]
    says_so = head in (["there", "is"], ["there", "are"], ["there's"], ["hay"], [])
    if part.verb != "expect" or not says_so or any(each.verb not in LOOKS for each in before) or not after:
        return False
    words = {t.norm for t in part.words}
    if part.verb_words:
        return any(_asks_for_something(each) for each in after)
    answers = after[0].verb in ("close", "accept") and any(
        t.norm.endswith(("lo", "la", "it")) for t in after[0].verb_words
    )
    # What is to be refused is no story.
    return not words & (MODAL | {"refused"}) and (
        answers or bool({"it", "them", "her", "him"} & {t.norm for t in after[0].words[:1]}) or _means_both(after[0])
    )


def _asks_for_something(part: Part) -> bool:
    return part.verb not in ("expect", "wait", "explore") and (bool(part.verb_words) or part.verb == "say")


def _meant_by(part: Part, stories: Sequence[Part]) -> Part | None:
    """The order with the thing that was told of before, when it does not name it."""
    told = stories[-1]
    if (kind := with_kind(part, told.words)) is not part:
        return kind
    if goods := _booked_in(part, told):
        return goods
    if part.verb == "create" and {t.norm for t in part.words} <= PRONOUNS:
        # `We need room 3 on Monday. Please book it`: the whole of it is what is to be made.
        return replace(part, words=tuple(t for story in stories for t in (*story.words, COMMA)))
    if changed := with_new_value(part, told.words) or with_change(part, told.words):
        return changed
    on_it = any(t.norm in PRONOUNS for t in part.words) or (is_on_it(part) and not part.words)
    lacks = not to_at(part.words) and not has_values(part) and on_it
    if part.verb == "edit" and lacks and not marks(part):
        # `Ada's new city is Porto. Update her record`: the story says what is to be changed to what.
        return replace(part, words=(*part.words, replace(COMMA, text=":", norm=":"), *told.words))
    several = amount_in(told.words) if part.verb == "say" and not has_values(part) and _lacks_a_thing(part) else ()
    named = several or named_in(told.words, part)
    return _about(part, named) if named else None


def _booked_in(part: Part, story: Part) -> Part | None:
    """`25 garden spades have been received: book them in` is said of the stock of those, and makes nothing new."""
    ends = part.words[-1:] and part.words[-1].norm == "in"
    if part.verb not in ("create", "say") or not ends or not {t.norm for t in part.words[:-1]} <= {"it", "them"}:
        return None
    goods = list(takewhile(lambda t: not tells_of(t) and t.norm not in _ARRIVED | {"have", "were"}, story.words))
    counted = bool(goods) and (goods[0].norm.isdigit() or goods[0].norm in NUMBER_WORDS)
    came = bool(_ARRIVED & {t.norm for t in story.words[len(goods) :]})
    if not counted or not came or not content_of(goods[1:]):
        return None
    return replace(part, verb="say", verb_words=(*part.verb_words, part.words[-1]), words=tuple(goods))


def _about(part: Part, named: Sequence[Token]) -> Part | None:
    """The part with the thing that it does not name itself; None when it names one, or acts on none."""
    if part.verb == "close" and calls_off(part) and any(t.norm in PRONOUNS for t in part.words):
        part = replace(part, verb="delete")
    if _means_both(part):
        # Each of them is one thing.
        things = [token for token in named if token.kind in ("code", "quoted")]
        each = [token for thing in things for token in (thing, COMMA)]
        state = part.words[at:] if (at := to_at(part.words)) else ()
        return replace(part, words=(*each[:-1], *state)) if len(things) > 1 else None
    if _lacks_a_thing(part):
        return replace(part, words=(*_without_purpose(part.words), COMMA, *named))
    if _is_given_to_it(part):
        # `Put 5 in that loan` changes the loan.
        value = tuple(takewhile(lambda t: t.norm not in ASIDES, part.words))
        to = replace(COMMA, kind="word", text="to", norm="to")
        kind = tuple(t for t in part.words[len(value) :] if t.kind == "word" and t.norm not in STOP | PRONOUNS | _THAT)
        return replace(part, verb="edit", words=(*kind, *named, to, *value))
    if part.verb == "edit" and means_one(part.words):
        return replace(part, words=(*named, *part.words))
    if any(t.norm in ("one", "ones") for t in part.words):
        return replace(part, words=(*part.words, COMMA, *named))
    told = before_change(part.words)
    if (
        part.verb == "edit"
        and not says_which(told)
        and (is_on_it(part) or any(t.norm in PRONOUNS | _THAT for t in told))
    ):
        return replace(part, words=(*named, *part.words))
    return None


def _without_purpose(words: Sequence[Token]) -> tuple[Token, ...]:
    """In `the trash icon to delete it` only what is clicked: the rest says what that does."""
    for index in range(2, len(words) - 1):
        if words[index].norm in ("to", "para") and verb_at(words, index + 1):
            after = words[index + 2 :]
            if not says_which(after) and len(after) <= 4 and any(t.norm in PRONOUNS for t in after):
                return tuple(words[:index])
    return tuple(words)


def clicks(part: Part) -> Iterator[Part]:
    """`Click on A and then on B` are two."""
    if part.verb == "create":
        yield from _creations(part)
        return
    if part.verb == "delete":
        yield from (each for one in _then_another(part) for each in _each_apart(one))
        return
    if part.verb not in ("click", "double"):
        yield _without_instead(part) if part.verb in ("press", "close") else part
        return
    part = _without_instead(part)
    start = 0
    for index, token in enumerate(part.words):
        after = [t.norm for t in part.words[index + 1 : index + 3]]
        again = after[:1] in (["on"], ["en"]) or (
            after[:1] and after[0] in CONNECTORS and after[1:] in (["on"], ["en"])
        )
        if joins(token) and again and without_ends(part.words[start:index]):
            yield replace(part, words=tuple(without_ends(part.words[start:index])))
            start = index + 1 + (after[0] in CONNECTORS)
    yield replace(part, words=part.words[start:], verb_words=part.verb_words if not start else ())


def _without_instead(part: Part) -> Part:
    """`Press Cancel instead of saving` presses the one; of what is not done nothing is asked."""
    pairs = [(a.norm, b.norm) for a, b in pairwise(part.words)]
    at = next((i for i, pair in enumerate(pairs) if i and pair in INSTEAD_OF), 0)
    led = part.words[: at - (part.words[at - 1].norm == "en")] if at else ()
    return replace(part, words=led) if led else part


def _then_another(part: Part) -> Iterator[Part]:
    """`Delete order B-7 and then the customer Ada` is done to the one, and to the other after it."""
    start = 0
    for at in range(1, len(part.words) - 2):
        then, thing = part.words[at + 1 : at + 3]
        parted = joins(part.words[at]) or part.words[at].text == ","
        another = says_which(part.words[start:at]) and says_which(part.words[at + 2 :])
        if parted and then.norm in ANOTHER and thing.norm in DETERMINERS and another:
            yield replace(part, words=tuple(without_ends(part.words[start:at])))
            start = at + 2
    yield replace(part, words=part.words[start:])


def _each_apart(part: Part) -> Iterator[Part]:
    """`Delete B-7, B-8 and B-9` is done to one after the other."""
    codes = [i for i, t in enumerate(part.words) if t.kind == "code"]
    between = part.words[codes[0] : codes[-1]] if codes else ()
    if len(codes) < _PAIR or not all(t.kind == "code" or joins(t) or t.text in (",", "&") for t in between):
        yield part
        return
    for at in codes:
        yield replace(part, words=(*part.words[: codes[0]], part.words[at], *part.words[codes[-1] + 1 :]))


def _creations(part: Part) -> Iterator[Part]:
    """`Create a customer … and then an order` are two, and so are `"Bolt", 3 at 0.50, and "Nut", 2 at 0.20`."""
    if each := _told_alike(part):
        yield from (replace(part, words=words) for words in each)
        return
    start = 0
    for at in range(1, len(part.words) - 2):
        said = [t.norm for t in part.words[at : at + 3]]
        if joins(part.words[at]) and said[1] in ANOTHER and said[2] in ONE_MORE:
            yield replace(part, words=tuple(without_ends(part.words[start:at])))
            start = at + 2
    yield replace(part, words=part.words[start:])


def _told_alike(part: Part) -> list[tuple[Token, ...]]:
    """The words for each of several things of one kind that are told of alike, each by a name and numbers; none where
    just one is told of."""
    words, aside = part.words, thing_of(part)
    own = words[: len(words) - len(aside) - 1] if aside else words
    first = next((i for i, t in enumerate(own) if t.kind == "quoted" or (i and t.text[:1].isupper())), 0)
    kind = own[:first]
    if not kind or any(not t.text.islower() or t.norm in ASIDES for t in kind):
        return []
    told = groups_of(own[first:])
    shapes = [_shape(group) for group in told]
    for size in range(1, len(told) // _PAIR + 1):
        shape = shapes[:size]
        alike = len(told) % size == 0 and all(shapes[i : i + size] == shape for i in range(0, len(told), size))
        if alike and shape[0][:1] == ("name",) and any("number" in each for each in shape):
            things = [told[i : i + size] for i in range(0, len(told), size)]
            return [(*kind, *_joined(thing), *((COMMA, *aside) if aside else ())) for thing in things]
    return []


def _shape(words: Sequence[Token]) -> tuple[str, ...]:
    """How a thing is told of, whichever it is: `name`, or `number at number`."""
    shape: list[str] = []
    for token in words:
        is_name = token.kind == "quoted" or (token.kind == "word" and token.text[:1].isupper())
        goes_on = shape[-1:] == ["name"] and token.kind == "word" and token.norm not in STOP
        if is_name or goes_on:
            shape += [] if shape[-1:] == ["name"] else ["name"]
        elif token.kind != "mark":
            shape.append("number" if token.kind == "number" else token.norm)
    return tuple(shape)


def _joined(groups: Sequence[Sequence[Token]]) -> list[Token]:
    """The groups with a comma between them."""
    return [t for number, group in enumerate(groups) for t in (*([COMMA] if number else []), *group)]


def _facts(part: Part) -> Iterator[Part]:
    """The facts of `A is listed and B is not`, one check each; what tells more about one thing stays together."""
    clauses: list[list[Token]] = [[]]
    for index, token in enumerate(part.words):
        joint = joins(token) or token.norm in ("while", "mientras", "nor", "ni") or token.text in (",", ";", ":")
        after = part.words[index + 1].norm if index + 1 < len(part.words) else ""
        marks_before = [t.text for t in clauses[-1]]
        # What stands in brackets belongs to one thing: `both (A and B) are paid`.
        joint = joint and marks_before.count("(") <= marks_before.count(")")
        of_another = _tells_of_notice(clauses[-1]) and _is_seen_in(part.words[index + 1 :])
        if joint and clauses[-1] and (after in _NAUGHT or of_another):
            clauses.append([])
        elif joint and clauses[-1] and _is_fact(part.words[index + 1 :]) and not _goes_on(clauses[-1], token):
            clauses.append([token] if token.norm in NOT else [])
        else:
            clauses[-1].append(token)
    told_of = [each for clause in clauses if without_ends(clause) for each in _counted(clause)]
    kept = [each for clause in told_of for each in _with_others(clause)]
    for number, clause in enumerate(kept):
        # `A and B are not shown` denies both.
        told = next((c for c in kept[number:] if finite_at(c) is not None), clause)
        head = part.verb_words if not number else ()
        elliptic = finite_at((*head, *clause)) is None and not _is_message(head, clause, told)
        if clause[0].norm in _NAUGHT and number:
            # `… and nothing may be saved` speaks of no thing.
            begin = 0 if clause[1:] and clause[1].norm in MODAL | _CAN | IS else 1
            yield replace(part, words=tuple(without_ends(clause[begin:])), negated=True, verb_words=head)
            continue
        negated = denies((*head, *clause)) or (elliptic and denies((*head, *told)))
        yield replace(part, words=tuple(without_ends(clause)), negated=negated, verb_words=head)


def _tells_of_notice(clause: Sequence[Token]) -> bool:
    """`El aviso de que se ha guardado`"""
    says = (i for i, (a, b) in enumerate(pairwise(clause)) if i and (a.norm, b.norm) == ("de", "que"))
    return any(clause[i - 1].norm in NOTICES for i in says)


def _is_seen_in(words: Sequence[Token]) -> bool:
    """`… y aparecer en la lista`, which no notice does."""
    return len(words) > 1 and words[0].norm in _BE_SEEN and words[1].norm in ASIDES


def recalled(parts: Sequence[Part]) -> list[Part]:
    """`A line with that address`, where the goal has told of one address: that is what the line has to say."""
    found: list[Part] = []
    for part in parts:
        told = [t for each in found if each.verb != "login" for t in each.words if t.kind == "email"]
        if part.verb == "expect" and len({t.norm for t in told}) == 1:
            # What a page is to tell is told in its own words: `told that this email is taken`.
            until = told_from(part.words)
            words = [
                replace(told[0], number=t.number) if t.norm in _ADDRESSES and before.norm in _SUCH and i < until else t
                for i, (before, t) in enumerate(pairwise((COMMA, *part.words)))
            ]
            part = replace(part, words=tuple(words))
        found.append(part)
    return found


def named_again(parts: Sequence[Part]) -> list[Part]:
    """`In that job add …` and `para ese trámite`, where the goal has made one such thing before: it is called so."""
    found: list[Part] = []
    for part in parts:
        words = list(part.words)
        for at in range(len(words) - 1, 0, -1):
            said = words[at - 1].norm in _SUCH and words[at].kind == "word" and words[at].text.islower()
            after = words[at + 1] if at + 1 < len(words) else COMMA
            name = _called_before(found, words[at]) if said and not after.names and part.verb != "expect" else ()
            words[at + 1 : at + 1] = name
        found.append(replace(part, words=tuple(words)))
    return found


def _called_before(parts: Sequence[Part], kind: Token) -> Sequence[Token]:
    """What the only thing of a kind is called that was made before."""
    made = [each for each in parts if each.verb == "create" and _kind_made(each) == kind.norm]
    words = made[0].words if len(made) == 1 else ()
    quoted = [t for t in words if t.kind == "quoted"]
    called = next((i + 1 for i, t in enumerate(words) if t.norm in _CALLED), 0)
    led = next((i for i, t in enumerate(words) if i and t.text[:1].isupper() and words[i - 1].norm == kind.norm), 0)
    named = list(takewhile(lambda t: t.kind == "word" and t.text[:1].isupper(), words[called or led :]))
    return quoted if len(quoted) == 1 else named if called or led else ()


def _kind_made(part: Part) -> str:
    """The `job` of `create a new job for Ada`."""
    told = (t for t in part.words if t.norm not in DETERMINERS | ONE_MORE)
    return next((t.norm for t in told if t.kind == "word" and t.text.islower()), "")


def _is_message(head: Sequence[Token], clause: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether a sentence in quotes is to be seen, whatever the next clause denies: `see "No." and Ada must not …`."""
    whole = without_ends(clause)
    says_so = len(whole) == 1 and whole[0].kind == "quoted" and whole[0].text.rstrip()[-1:] in (".", "!", "?")
    sees = bool(head) and head[-1].norm not in ("that", "que", "if", "whether", "si")
    return says_so and sees and told[0].kind != "quoted"


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
        elif token.norm not in DETERMINERS:
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


def _is_fact(words: Sequence[Token]) -> bool:
    """Whether a clause begins here that has its own subject."""
    until = next((i for i, t in enumerate(words) if joins(t) or t.text in (",", ";")), len(words))
    clause = words[:until]
    if len(clause) > 1 and ((clause[0].norm, clause[1].norm) in HAS_TO or clause[0].norm in _THERE):
        # `… y tienen que quedar cinco`
        return True
    if len(clause) > 2 and clause[0].norm in _SEEN and clause[1].norm in DETERMINERS and clause[2].kind == "word":
        # `… y verse la fila`: what is to be seen stands behind.
        return True
    says_who = len(clause) > 1 and clause[0].norm in ("i", "we") and (clause[1].norm in _AM or tells_of(clause[1]))
    if says_who or (len(clause) > 1 and clause[0].norm in _I_AM):
        # `… and I'm still not signed in`
        return True
    if clause and clause[0].norm in NOT | {"that", "que"}:
        return any(token.is_value or token.norm not in STOP for token in clause[1:])
    if len(clause) < LONGEST_LABEL and clause and clause[-1].norm in NOT and says_which(clause):
        # `while Old does not`
        return True
    place = finite_at(clause)
    holds = place == _PAIR and clause[place].norm in MODAL | {"has", "tiene"}
    if holds and clause[0].norm in DETERMINERS and clause[1].norm in _SHOWN_IN:
        # `… and the list must still have 4 entries`
        return True
    return place is not None and any(t.is_value or (t.kind == "word" and t.norm not in STOP) for t in clause[:place])


def of_one_thing(parts: Sequence[Part]) -> list[Part]:
    """`Open order 7 and change its quantity to 3` is one change: the second part does not say of what."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if part.verb == "search" and part.words and all(t.norm in PRONOUNS for t in part.words):
            # `Delete Ada … Searching for her finds nobody`
            named = next((each for each in reversed(found) if each.verb != "login" and says_which(each.words)), part)
            part = replace(part, words=tuple(t for t in named.words if t.names) or part.words)
        if part.verb == "create" and before and before.underway and part.verb_words[0].norm.startswith("ent"):
            # `I am editing Ada. I enter a limit of 50`: what a form is open for is filled in.
            part = replace(part, verb="fill")
        called_off = part.verb == "close" and calls_off(part) and any(t.norm in PRONOUNS for t in part.words)
        if called_off and before is not None and before.verb in ("search", "open"):
            # `Find Ada's booking … Cancel it`
            part = replace(part, verb="delete")
        owned = part.words[:1] and part.words[0].norm in _OWNED and bool(to_at(part.words))
        if owned and part.verb in ("fill", "choose"):
            # `Open ORD-7 and set its status to Paid` changes it.
            part = replace(part, verb="edit")
        found_first = before is not None and before.verb == "search" and part.verb in ("click", "double")
        if (
            before
            and before.verb in ("search", "open")
            and not _goes_to(before)
            and (says_which(before.words) or _names_a_word(before.words))
            and (found_first or _lacks_a_thing(part))
        ):
            part = replace(part, words=(*_without_purpose(part.words), COMMA, *before.words))
        elif part.verb in ("click", "double"):
            part = replace(part, words=_without_purpose(part.words))
        edits = part.verb == "edit" and before is not None and not _goes_to(before)
        if before and edits and before.verb in ("open", "edit", "search") and says_which(before.words):
            to = to_at(part.words)
            if to and not to_at(before.words) and not says_which(before_change(part.words)):
                verb_words = (*before.verb_words, *part.verb_words)
                found[-1] = replace(part, words=(*before.words, *part.words), verb_words=verb_words)
                continue
        found.append(part)
    return _changed_again([_awaited(part, found[index + 1 :]) for index, part in enumerate(found)])


def _changed_again(parts: Sequence[Part]) -> list[Part]:
    """`Put ORD-7 on hold and reduce it to 2` changes that one twice."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before and before.verb == part.verb == "edit" and _is_of_it(part):
            left = part.excluded or before.excluded
            part = replace(part, words=(*_changed_thing(before), *part.words), excluded=left)
        found.append(part)
    return found


def _is_of_it(part: Part) -> bool:
    """Whether what is changed next is of what was changed just now: `reduce it to 2`, `set its price to 5`."""
    led = before_change(part.words)
    says_it = is_on_it(part) or any(t.norm in _OWNED | {"it", "them"} for t in led)
    return bool(to_at(part.words)) and says_it and not says_which(led)


def _changed_thing(part: Part) -> tuple[Token, ...]:
    """The names of what a part changes: the new one, where it changes that."""
    to = to_at(part.words)
    renames = any(t.norm in _TITLES or t.norm.startswith(("renam", "renom")) for t in (*part.verb_words, *part.words))
    return tuple(t for t in (part.words[to + 1 :] if renames else part.words[:to]) if t.names)


def _goes_to(part: Part) -> bool:
    """`Go to Settings` names a page, and not the thing that something is done to next."""
    return bool(part.verb_words) and part.verb_words[0].norm in _GOES and not any(t.is_value for t in part.words)


def _names_a_word(words: Sequence[Token]) -> bool:
    """Whether something in a text is meant by its place: `the last word of the text`."""
    return any(a.norm in ORDINALS and b.norm in ("word", "palabra") for a, b in pairwise(words))


def _awaited(part: Part, following: Sequence[Part]) -> Part:
    """What is waited for at the end must be there then."""
    ends = part.verb == "wait" and all(each.verb in ("expect", "wait") for each in following)
    return replace(part, verb="expect", negated=denies(part.words)) if ends and content_of(part.words) else part


def _is_given_to_it(part: Part) -> bool:
    """Whether a value is for a thing that another sentence names: `put 5 in that loan`, `ponle 5`."""
    on_it = any(t.norm.endswith(("le", "les")) and len(t.norm) > _LEAST_CLITIC for t in part.verb_words)
    return part.verb in ("fill", "choose") and (on_it or any(t.norm in _THAT | _OWNED | {"that"} for t in part.words))


def _means_both(part: Part) -> bool:
    """Whether an order names nothing but that it is for all that was told of: `tick the two`, `mark both as paid`."""
    at = to_at(part.words)
    words = [t.norm for t in part.words[: at or None] if t.kind == "word" and t.norm not in DETERMINERS]
    acts = part.verb in ("delete", "say", "click", "check", "uncheck", "choose", "edit", "save")
    return acts and bool(words) and set(words) <= BOTH


def _lacks_a_thing(part: Part) -> bool:
    """Whether a part acts on a thing that it does not name: `delete it`, `reply to them`, `click the star`."""
    if part.verb not in ("delete", "say", "click", "double", "check", "uncheck", "save", "fill", "create"):
        return False
    on_it = any(
        a.norm in ASIDES | {"to", "a"} and b.norm in ("it", "them", "ella", "el") for a, b in pairwise(part.words)
    )
    if part.verb == "create":
        return on_it
    if is_on_it(part) or any(token.norm in PRONOUNS | _THAT for token in part.words):
        return part.verb != "fill" or part.words[0].norm in PRONOUNS
    return part.verb in ("delete", "say") and not says_which(part.words)


def _is_on_review(part: Part) -> bool:
    """`The review shows all of it`: what is looked at there is not sent yet, where the goal tells to finish it."""
    lead = aside_of(part) or part.words[: finite_at(part.words) or 0]
    return part.verb == "expect" and bool(_REVIEWS & {t.norm for t in lead})


def _before_sending(part: Part, following: Sequence[Part]) -> Part | None:
    """What is done or seen while a form is not sent yet: `on the review go back`, `see the sum before I finish`."""
    if part.verb == "back" and _REVIEWS & {t.norm for t in aside_of(part)}:
        return part
    if _is_on_review(part) and following and following[0].verb == "save" and not says_which(following[0].words):
        return part
    at = next((i for i, t in enumerate(part.words) if i and t.norm in ("before", "antes")), None)
    if part.verb != "expect" or at is None:
        return None
    sends = [i for i in range(at + 1, len(part.words)) if (verb_at(part.words, i) or ("",))[0] == "save"]
    leads = part.words[at + 1 : sends[0]] if sends else ()
    ends = bool(sends) and len(part.words) - sends[0] <= LONGEST_LABEL and not says_which(part.words[sends[0] :])
    return replace(part, words=part.words[:at]) if ends and all(t.norm in STOP | {"i"} for t in leads) else None


def _asks_anew(part: Part) -> bool:
    """`Request an appointment`, `pide una cita`: another thing of its own begins, and no field of the form before."""
    if part.verb != "say" or not part.verb_words or part.words[:1] == () or part.words[0].norm not in ONE_MORE:
        return False
    head = part.verb_words[0].norm
    return head in _REQUESTS or any(is_conjugated(head, verb) for verb in _REQUESTS)


def with_implied_saves(parts: Sequence[Part]) -> list[Part]:
    """A form that was filled in to create or to change something is saved, whether the goal says so or not."""
    found: list[Part] = []
    owes = waits = False
    for at, part in enumerate(parts):
        agrees = part.verb == "accept" and content_of(part.words) and not _QUESTIONS & {t.norm for t in part.words}
        # Who agrees to the rules of a form has still to send it.
        if owes and (ahead := _before_sending(part, parts[at + 1 :])):
            # The form is gone through to its end, and sent later.
            found += [Part(0, "save", (), implied=True, underway=True), ahead]
            waits = True
            continue
        goes_on = part.verb in _FILLS or part.verb == "say" or (waits and part.verb == "edit")
        if owes and (not goes_on or _asks_anew(part)) and not agrees:
            if part.verb not in ("save", "click", "press", "next", "accept", "close", "login"):
                found.append(Part(0, "save", (), implied=True))
            owes = waits = False
        found.append(part)
        # What somebody is in the middle of is not saved before something is told to be.
        owes = not part.underway and (
            owes
            or part.verb in ("create", "edit", "drag", "sort", "draw")
            or (part.verb == "say" and bool(part.verb_words))
        )
    if owes:
        found.append(Part(0, "save", (), implied=True))
    return [replace(part, number=number) for number, part in enumerate(found)]

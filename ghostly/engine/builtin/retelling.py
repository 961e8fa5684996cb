"""Parts are told again as what they ask for: passives as orders, stories as names, statements as checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from .context import (
    amount_in,
    is_refusal,
    named_in,
    value_instead,
    with_becoming,
    with_change,
    with_instead,
    with_kind,
    with_new_value,
)
from .endings import LOOKS, STEPS, asks_for_something
from .lexicon import STOP, Verb, is_conjugated, participles, same, verbs
from .part import Part, aside_of, calls_off, content_of, is_on_it, marks
from .settling import FIELDISH, REMARKS
from .speech import (
    ASIDES,
    BOTH,
    COMMA,
    DETERMINERS,
    GONE,
    HAS_TO,
    IS,
    ITS,
    KEPT,
    LONGEST_LABEL,
    MODAL,
    NOT,
    NOTICES,
    ONE_MORE,
    PRONOUNS,
    SOMEWHERE,
    WANTS,
    WISHES,
    before_change,
    denies,
    finite_at,
    is_to_be,
    means_one,
    says_which,
    so_at,
    tells_of,
    to_at,
    told_from,
    verb_at,
    without_ends,
)
from .stories import GREETINGS, names_in, tells
from .words import NUMBER_WORDS, ORDINALS, Token

_AS = {"as", "como"}
_BE = {"este", "quede", "sea", "pase"}
_NEEDS, _BEING = {"needs", "need", "has", "have", "tiene", "necesita"}, {"be", "get", "ser"}
_HAVING = {"have", "got", "tenemos", "tengo"}
_LEAST_CLITIC = 4
_TITLES = {"name", "title", "nombre", "titulo"}
_GOES = {"go", "goes", "navigate", "visit", "ve", "ir", "voy", "switch"}
_STATES = {"estado", "status", "state"}
_INTO_STATE = _STATES | {"en", "in", "into", "to", "a", "como", "as"}
_THE = {"the", "that", "this", "el", "la", "ese", "esa", "este", "esta", "dicho", "dicha"}
_HIM = {"it", "him", "her", "them"}
_THAT = {"ese", "esa", "esos", "esas"}
_CALLED = {"called", "named", "titled", "llamado", "llamada", "titulado", "titulada"}
_QUESTIONS = {
    "question", "pregunta", "confirmation", "confirmacion", "dialog", "dialogo", "deletion", "borrado", "prompt",
    "popup", "alert", "alerta", "page", "pagina", "screen", "pantalla",
}  # fmt: skip
_THERE_ARE = {"hay", "there", "only", "solo", "exactly", "just"}
_AS_WELL = {"too", "also", "as", "away"}
_ARRIVED = {"arrived", "received", "delivered", "came", "come"}
_TO_GO = {"go", "irse", "borrarse", "eliminarse"}
_TURNED_DOWN = {"rejected", "refused", "denied", "declined", "rechazado", "rechazada", "denegado", "denegada"}
_ATTEMPTS = {"attempt", "login", "sign-in", "access", "entry", "intento", "acceso", "entrada", "tiene"}
_REQUESTS = {"request", "reserve", "schedule", "hire", "pedir", "solicitar", "reservar", "encargar", "programar"}
_ADDRESSES = {"address", "email", "e-mail", "mail", "correo", "direccion"}
_SUCH = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha"}
_REVIEWED = {"review", "revision"}
_REVIEWS = {"review", "revision", "summary", "resumen", "preview", "recap", "comprobacion", "repaso"}
# How a verb ends that says when something is to be looked at: `after saving`, `al guardar`.
_AFTER = ("ing", "ar", "er", "ir", "arlo", "arla", "ado", "ada")
# A verb with `it` at its end: `buscarla`, `búscalo`.
_ON_IT = re.compile(r"(?:[aei]r|ndo|[ae])l[oa]s?$")
_SAVES = ("sav", "stor", "guard", "grab")
_SENT: frozenset[Verb] = frozenset({"create", "edit", "delete", "search", "filter", "sort"})
# Parts of an application, which are opened and hold more than one thing.
_PAGES = {
    "page", "list", "table", "screen", "tab", "view", "board", "section", "menu", "form", "dialog", "panel", "step",
    "settings", "pagina", "lista", "tabla", "pantalla", "pestana", "vista", "tablero", "seccion", "formulario",
    "dialogo", "ajustes", "paso",
}  # fmt: skip
_FILLS: frozenset[Verb] = frozenset({"fill", "choose", "check", "uncheck", "upload", "clear", "drag"})

_CHOOSES: frozenset[Verb] = frozenset({"fill", "choose", "check", "uncheck"})


def has_values(part: Part) -> bool:
    return any(token.is_value for token in part.words)


def ordered(part: Part) -> Part:
    """`An e-mail that needs to be forwarded to Ada` asks for it; what should be so is checked."""
    if part.verb != "expect" or part.verb_words:
        return part
    for index in range(len(part.words) - 3):
        need, _, being, done = part.words[index : index + 4]
        verb = participles().get(done.norm) or _moved_on(part.words[index + 3 :])
        if need.norm in _NEEDS and being.norm in _BEING and verb:
            words = (*part.words[:index], *part.words[index + 4 :])
            head = (replace(done, norm=_plain(done.norm)),)
            return replace(part, verb=verb, verb_words=head, words=words, negated=False)
    return part


def _moved_on(words: Sequence[Token]) -> Verb | None:
    """What it is to have a visit `moved to 17 April`: its day is changed."""
    done, to, day = (*words[:3], COMMA, COMMA)[:3]
    return "edit" if done.norm == "moved" and to.norm == "to" and day.kind == "number" else None


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
    parts = _aimed_at(parts)
    for at, part in enumerate(parts):
        following = parts[at + 1 :]
        if (
            _is_said_again(part, following[:1])
            or _is_meant_by(part, following, parts[:at])
            or _only_tidies(part, following)
        ):
            # `I want to archive finished projects. Archive the project Brand guide`
            continue
        before = {"delete" if _is_deletion(each) else each.verb for each in found}
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


def _is_told_after(part: Part, other: Part) -> bool:
    return bool(part.words and other.words) and part.words[0].number > other.words[-1].number


def _only_tidies(part: Part, following: Sequence[Part]) -> bool:
    """`Quiero hacer limpieza en mis notas`, before it is said what is done away with: it makes nothing."""
    does = part.verb == "create" and part.verb_words[:1] != () and part.verb_words[0].norm.startswith(("hac", "hag"))
    kind = part.words[:1] != () and part.words[0].norm not in DETERMINERS | ONE_MORE
    plain = kind and part.words[0].text.islower() and all(t.kind == "word" and not t.names for t in part.words)
    return does and plain and any(each.verb in ("delete", "edit") for each in following)


def _aimed_at(parts: Sequence[Part]) -> list[Part]:
    """`As a user I want to delete the note "Buy tea". I sign in, open Notes and delete that note`: the first says what
    is meant, and the second when it is done."""
    found: list[Part] = []
    for part in parts:
        looked = list(takewhile(lambda each: each.verb in LOOKS, reversed(found)))[::-1]
        aim = found[-len(looked) - 1] if len(looked) < len(found) else None
        if aim is None or not _is_done_to_it(part, aim):
            found.append(part)
            continue
        # What is to come of it is seen once it is done.
        led, checks = ([p for p in looked if (p.verb == "expect") is told] for told in (False, True))
        found[-len(looked) - 1 :] = [*led, replace(part, words=aim.words), *checks]
    return found


def _is_done_to_it(part: Part, aim: Part) -> bool:
    """Whether a deletion only means what another one has named: `I delete that note`, `borro el pedido`."""
    alike = part.verb == aim.verb == "delete" and bool(part.verb_words and aim.verb_words)
    thing = [t for t in part.words if t.norm not in DETERMINERS | PRONOUNS | _THAT]
    called = len(thing) <= 1 and all(t.kind == "word" and t.text.islower() for t in thing)
    led = not part.words or part.words[0].norm in _THE | _THAT | PRONOUNS
    meant = bool(thing) and any(same(thing[0].norm, t.norm) for t in aim.words)
    on_it = not thing and (is_on_it(part) or bool(part.words))
    return alike and called and led and (meant or on_it) and says_which(aim.words)


def _is_deletion(part: Part) -> bool:
    """`Cancel the order`, and `click Delete` too."""
    pressed = content_of(part.words)[:1] if part.verb == "click" else ()
    presses = any("delete" in verbs().get(t.norm, ()) for t in pressed)
    return presses or (part.verb == "close" and calls_off(part))


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


def corrected(parts: Sequence[Part]) -> list[Part]:
    """`The phone of Ada is wrong, it should be 5. Correct it` tells first what is to be changed, and to what."""
    found: list[Part] = []
    for part in parts:
        about, new = _should_be(found[-1]) if found and only_changes_it(part) else ((), ())
        of_it = bool(new) and all(t.norm in PRONOUNS for t in about)
        if of_it and len(found) > 1 and _is_told(found[-2]):
            about = tuple(takewhile(lambda t: not tells_of(t), found[-2].words))
        # What was done before is rather checked so.
        if new and says_which(about) and all(p.verb in LOOKS for p in found[: -1 - of_it]):
            del found[-1 - of_it :]
            to = replace(COMMA, kind="word", text="to", norm="to")
            part = replace(part, words=(*about, to, *new))
        found.append(part)
    return [replace(part, number=number) for number, part in enumerate(found)]


def only_changes_it(part: Part) -> bool:
    """`Change it`, `corrígelo`"""
    on_it = is_on_it(part) or any(t.norm in PRONOUNS | _THAT for t in part.words)
    return part.verb == "edit" and on_it and all(t.norm in PRONOUNS | _THAT for t in part.words)


def _should_be(part: Part) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Of what a statement says that it should be something, and what that is."""
    modal = next((i for i, t in enumerate(part.words[:-2]) if t.norm in MODAL), None)
    if part.verb != "expect" or part.verb_words or modal is None or part.words[modal + 1].norm not in ("be", "ser"):
        return (), ()
    new = tuple(takewhile(lambda t: t.kind != "mark", part.words[modal + 2 :]))
    about = tuple(takewhile(lambda t: not tells_of(t), part.words[:modal]))
    return (about, new) if any(t.names for t in new) else ((), ())


def done_already(parts: Sequence[Part]) -> list[Part]:
    """Without the `after saving` that only says once more what was done before a check."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        repeats = part.verb in STEPS and bool(part.verb_words) and part.verb_words[0].norm.endswith(_AFTER)
        acts = [each for each in found if each.verb != "expect"]
        # What is only gone through is still to be sent.
        repeats = repeats and not (acts and acts[-1].underway)
        checked = found[-1:] != acts[-1:] or any(each.verb == "expect" for each in parts[at + 1 : at + 2])
        if repeats and checked and acts and acts[-1].verb == part.verb and not has_values(part):
            continue
        found.append(part)
    return [replace(part, number=number) for number, part in enumerate(found)]


def spared(parts: Sequence[Part]) -> list[Part]:
    """`Delete Oslo … it must not go`: what was to be deleted is to stay, and so that is refused."""
    found: list[Part] = []
    for part in parts:
        deleted = next((p for p in reversed(found) if p.verb == "delete"), None)
        denied = _is_not_to_go(part) if deleted else None
        told = {t.norm for t in content_of(part.words) if t.names and t is not denied}
        stays = denied and deleted and told <= {t.norm for t in deleted.words}
        if told or not stays:
            found.append(replace(part, negated=part.negated or _has_to_go(part)))
        if stays and denied:
            found.append(Part(0, "expect", (replace(denied, text="refused", norm="refused"),)))
    return [replace(part, number=number) for number, part in enumerate(found)]


def _is_not_to_go(part: Part) -> Token | None:
    """What denies that a thing goes: `must not be deleted`; whether a notice of that is there is another matter."""
    words = part.words
    if part.verb != "expect" or any(t.norm in NOTICES for t in words):
        return None
    goes = (i for i, t in enumerate(words) if t.kind == "word" and (GONE.match(t.norm) or t.norm in _TO_GO))
    return next((t for i in goes for t in words[max(0, i - 2) : i] if t.norm in NOT), None)


def _has_to_go(part: Part) -> bool:
    """`ORD-8 has to go too`, which no page shows that lists it still."""
    words = (*part.words, COMMA)
    goes = (i for i, (a, b) in enumerate(pairwise(words)) if b.norm == "go" and a.norm in {"to", *MODAL})
    ends = any(words[i + 2].kind == "mark" or words[i + 2].norm in _AS_WELL for i in goes)
    return part.verb == "expect" and ends and not any(t.norm in NOT for t in words)


def refused_last(parts: Sequence[Part]) -> list[Part]:
    """What is said to be refused before it is tried is looked for once it was, before anything else is done."""
    found = list(parts)
    for part in parts:
        at = found.index(part)
        first = part.verb == "expect" and all(each.verb in LOOKS for each in found[:at])
        if not is_refusal(part) and not (first and _TURNED_DOWN & {t.norm for t in part.words}):
            continue
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
    told = content_of(part.words)
    # `Set the colour to red, set the name to Blue door` are two orders.
    same_verb = same_verb and not (told and to_at(part.words)) and _shares_thing(told, content_of(after.words))
    return same_verb and bool(part.words) and not says_which(part.words) and says_which(after.words)


def _is_meant_by(part: Part, following: Sequence[Part], before: Sequence[Part]) -> bool:
    """Whether an order is for things of a kind, before anybody signs in or looks at them, and a later one says which:
    `throw away notes that are done … I delete the note about the labels`."""
    later = list(dropwhile(lambda each: each.verb in ("login", "open"), following))
    begins = part.verb == "delete" and part.words[:1] != () and part.words[0].norm in ONE_MORE
    # `I need a note deleted. Sign in …`: the login that is done first is told between the two.
    begins = begins and any(each.verb == "login" and _is_told_after(each, part) for each in before)
    after = later[0] if later and (begins or len(later) < len(following)) else None
    if after is None or part.verb in LOOKS or after.verb != part.verb or not part.words or not part.verb_words:
        return False
    of_kind = begins or part.words[0].norm not in DETERMINERS | PRONOUNS
    of_kind = of_kind and not says_which(part.words) and not to_at(part.words)
    one = after.words[:1] != () and after.words[0].norm in ("the", "el", "la") and len(content_of(after.words)) > 1
    named = begins and any(t.kind == "code" for t in after.words)
    return of_kind and one and (named or _shares_thing(content_of(part.words), content_of(after.words)))


def _shares_thing(told: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether what is spoken of first, if anything is, is what is named then: `finished projects` and a `project`."""
    return not told or any(same(one.norm, other.norm) for one in told for other in after)


def filled_first(part: Part) -> Iterator[Part]:
    """`Save pH 15` fills that in, and saves it."""
    values = [i for i, t in enumerate(part.words) if t.kind in ("number", "quoted")]
    saves = part.verb == "save" and bool(part.verb_words) and part.verb_words[0].norm.startswith(_SAVES)
    # `Try to save the fee 900` may mean what is filled in; `save the order 900` does not.
    leads = (ASIDES | PRONOUNS) - DETERMINERS if part.tried else ASIDES | PRONOUNS | DETERMINERS
    led = not part.words or part.words[0].kind == "mark" or part.words[0].norm in leads
    led = led or any(t.norm in ITS for t in part.words)
    if saves and len(values) == 1 and values[0] < LONGEST_LABEL and not led:
        yield replace(part, verb="fill", verb_words=())
        yield replace(part, words=())
        return
    yield part


def passive(parts: Sequence[Part]) -> list[Part]:
    """`The order ORD-7 should be deleted` asks for that, where nothing else in the goal does anything."""
    turned_down = {b.number for a, b in pairwise(parts) if a.verb == "login" and _turns_down(b)}
    parts = [replace(part, verb="expect") if part.number in turned_down else part for part in parts]
    # `When the report is approved` always asks for it.
    parts = [_asked_or_told(part, parts[:at]) if part.verb == "say" else part for at, part in enumerate(parts)]
    if any(asks_for_something(part) and part.verb not in LOOKS and part.verb_words for part in parts):
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
        # `Closed` is what a state is called.
        verb = participles().get(words[at + 1].norm) if words[at + 1].text[:1].islower() else None
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
        following = parts[at + 1 :]
        if _counts_hits(part, parts[:at]):
            found.append(replace(part, verb="expect"))
            continue
        if _is_told(part) or _is_given(part, parts[:at], following) or _names_for(part, following[:1]):
            told.append(part)
            continue
        meant = _meant_by(part, told or known) if told or known else None
        if told and meant is None and not asks_for_something(part):
            found += told
            meant = part
        # Who it was about may be meant by `his account` still after somebody has signed in.
        known = told or known if meant is None and part.verb in LOOKS else []
        of_them = named_in(told[-1].words, part) if told and meant and means_one(part.words) else of_them
        found.append(meant or part)
        told = []
    return [replace(part, number=number) for number, part in enumerate((*found, *told))]


def _names_for(part: Part, following: Sequence[Part]) -> bool:
    """Whether a statement names what the next one says it of: `ORD-8 looks just like it and must stay`."""
    is_told = part.verb == "say" and not part.verb_words and says_which(part.words)
    return is_told and any(map(_lacks_subject, following))


def _lacks_subject(part: Part) -> bool:
    """Whether a check says what something must be or stay, and not what: `must stay`, `debe seguir ahí`."""
    is_left_out = part.verb == "expect" and not part.verb_words and bool(part.words)
    says_so = is_left_out and (part.words[0].norm in MODAL or bool(KEPT.match(part.words[0].norm)))
    has_to = is_left_out and tuple(t.norm for t in part.words[:2]) in HAS_TO
    return (says_so or has_to) and not says_which(part.words)


def _is_told(part: Part) -> bool:
    """Whether a sentence has no order in it: it may tell what the next one is about."""
    if part.verb != "say" or part.verb_words or not part.words:
        return False
    # `Hey, the notice is old`
    greets = part.words[0].norm in GREETINGS and any(t.text == "," for t in part.words[1:2])
    begins = part.words[2:3] if greets else part.words[:1]
    tells_so = tells(part.words) or _says_what_there_is(part.words)
    return tells_so or any(tells_of(t) for t in part.words) or any(t.norm in DETERMINERS for t in begins)


def _is_given(part: Part, before: Sequence[Part], after: Sequence[Part]) -> bool:
    """Whether a statement tells how things are before anything is done: `there are two of them; delete …`."""
    head = [t.norm for t in part.verb_words]
    says_so = head in (["there", "is"], ["there", "are"], ["there's"], ["hay"], [])
    if part.verb != "expect" or not says_so or any(each.verb not in LOOKS for each in before) or not after:
        return False
    words = {t.norm for t in part.words}
    if part.verb_words or part.words[0].norm == "hay" or _says_what_there_is(part.words):
        return any(asks_for_something(each) for each in after)
    if not part.negated and with_becoming(after[0], part.words):
        return True
    answers = after[0].verb in ("close", "accept") and any(
        t.norm.endswith(("lo", "la", "it")) for t in after[0].verb_words
    )
    # `El de Ada figura como Enviado. Hay que ponerlo en Pagado`
    answers = answers or bool(is_on_it(after[0]) and _put_into(after[0]) and named_in(part.words, after[0]))
    # What is to be refused is no story.
    return not words & (MODAL | {"refused"}) and (
        answers or bool({"it", "them", "her", "him"} & {t.norm for t in after[0].words[:1]}) or _means_both(after[0])
    )


def _counts_hits(part: Part, before: Sequence[Part]) -> bool:
    """`There are three`, `3 orders are listed`, which asks of what was looked for just before."""
    many = part.words[1:2] if part.words and part.words[0].norm in _THERE_ARE else part.words[:1]
    counts = [t for t in part.words if t.norm in NUMBER_WORDS or t.norm.isdigit()]
    is_count = bool(many) and counts == list(many) and not any(t.names for t in part.words[1:] if t not in counts)
    tells_so = part.verb == "expect" or (part.verb == "say" and not part.verb_words and any(map(tells_of, part.words)))
    return is_count and tells_so and bool(before) and before[-1].verb in ("search", "filter")


def _made_as_told(part: Part, stories: Sequence[Part]) -> Part | None:
    """`Ada wants 3 tables. Enter this as a new order with the note "Soon"`: what was told goes into one."""
    words = part.words
    led = list(takewhile(lambda t: t.norm in PRONOUNS | {"this", "eso", "esto"}, words))
    kind = list(
        takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm not in ASIDES, words[len(led) + 1 :])
    )
    as_one = words[len(led) : len(led) + 1] != () and words[len(led)].norm in _AS and kind[1:] != []
    as_one = as_one and kind[0].norm in ONE_MORE and part.verb in ("fill", "create", "say")
    if not as_one or not (led or is_on_it(part)):
        return None
    told = tuple(t for story in stories for t in (COMMA, *story.words))
    return replace(part, verb="create", words=(*kind, *told, COMMA, *words[len(led) + 1 + len(kind) :]))


def _says_what_there_is(words: Sequence[Token]) -> bool:
    """`En la lista hay dos que …`, `in the list there are two`: a place, and what there is; `we have two of Ada`."""
    if len(words) > 1 and words[0].norm in _HAVING and (words[1].norm in NUMBER_WORDS or words[1].norm.isdigit()):
        return True
    at = next((i for i, t in enumerate(words) if t.norm in ("hay", "there")), 0)
    place = words[:at]
    is_place = bool(place) and place[0].norm in ASIDES and all(t.kind == "word" for t in place)
    return is_place and not says_which(place[1:])


def _put_into(part: Part) -> Sequence[Token]:
    """The state of `ponlo en Pagado` and `set it to the status Paid`, with what leads to it; none where it is none."""
    led = list(takewhile(lambda t: t.norm in _INTO_STATE | PRONOUNS | DETERMINERS, part.words))
    state = part.words[len(led) :]
    named = 0 < len(state) < LONGEST_LABEL and all(t.names and t.kind in ("word", "quoted") for t in state)
    leads = bool(led) and bool({t.norm for t in led} & _INTO_STATE - _STATES)
    return part.words if part.verb == "fill" and leads and named else ()


def _meant_by(part: Part, stories: Sequence[Part]) -> Part | None:
    """The order with the thing that was told of before, when it does not name it."""
    told = stories[-1]
    if (kind := with_kind(part, told.words)) is not part:
        return kind
    if _lacks_subject(part) and says_which(told.words):
        return replace(part, words=(*names_in(told.words), *part.words))
    if goods := _booked_in(part, told):
        return goods
    if made := _made_as_told(part, stories):
        return made
    if part.verb == "create" and {t.norm for t in part.words} <= PRONOUNS:
        # `We need room 3 on Monday. Please book it`: the whole of it is what is to be made.
        return replace(part, words=tuple(t for story in stories for t in (*story.words, COMMA)))
    changed = with_new_value(part, told.words) or with_instead(part, told.words)
    changed = changed or with_change(part, told.words) or with_becoming(part, told.words)
    if changed:
        return changed
    on_it = any(t.norm in PRONOUNS for t in part.words) or (is_on_it(part) and not part.words)
    lacks = not to_at(part.words) and not has_values(part) and on_it
    if part.verb == "edit" and lacks and not marks(part):
        # `Ada's new city is Porto. Update her record`: the story says what is to be changed to what.
        return replace(part, words=(*part.words, replace(COMMA, text=":", norm=":"), *told.words))
    if part.verb == "edit" and _means_the_thing(part, told.words) and (thing := named_in(told.words, part)):
        return replace(part, words=(*thing, *part.words))
    if (at := _edited_at(part)) is not None and (thing := named_in(told.words, part)):
        return replace(part, words=(*thing, *part.words[at:]))
    several = amount_in(told.words) if part.verb == "say" and not has_values(part) and _lacks_a_thing(part) else ()
    named = several or named_in(told.words, part)
    return (_sought_in(part, named) or _about(part, named)) if named else None


def _sought_in(part: Part, named: Sequence[Token]) -> Part | None:
    """`Ada is back. Look for her among the archived people`: it is she who is looked for there."""
    on_it = part.verb == "search" and bool(part.words[1:]) and part.words[0].norm in _HIM
    return replace(part, words=(*named, *part.words[1:])) if on_it and not says_which(part.words) else None


def _edited_at(part: Part) -> int | None:
    """Where the new values begin of `edit it: 6 pieces`, `edítala: hora 10:30`, which names nothing; else None."""
    at = next((i for i, t in enumerate(part.words[:2]) if t.text == ":"), None)
    if part.verb != "edit" or at is None or not has_values(part):
        return None
    led = part.words[:at]
    is_it = all(t.norm in PRONOUNS for t in led) if led else is_on_it(part)
    return at if is_it else None


def _means_the_thing(part: Part, story: Sequence[Token]) -> bool:
    """Whether an order is for what a story has named, and calls it by its kind: `mark the order as paid`, `change the
    quantity of the order to 5`, and `set the order to Paid` where the story has called it so."""
    led = before_change(part.words)
    if not led or says_which(led) or not all(t.kind == "word" and t.text.islower() for t in led[1:]):
        return False
    of_it = any(a.norm in ("of", "de") and b.norm in _THE for a, b in pairwise(led)) or any(
        t.norm == "del" for t in led
    )
    # `The order's quantity`
    of_it = of_it or any(t.end - t.start > len(t.text) for t in led[1:-1])
    kind = led[1:] if led[0].norm in _THE else ()
    called = len(kind) == 1 and kind[0].norm in {t.norm for t in story}
    return of_it or called or (marks(part) and 0 < len(kind) < LONGEST_LABEL)


def said_so(parts: Sequence[Part]) -> list[Part]:
    """`Mark ORD-7 as paid and check that the list says so`: that ORD-7 is paid."""
    found: list[Part] = []
    for part in parts:
        at = so_at(part.words) if part.verb == "expect" else 0
        change = next((p for p in reversed(found) if p.verb not in ("expect", "save", "reload")), None) if at else None
        to = to_at(change.words) if change is not None and change.verb == "edit" else 0
        thing = [t for t in change.words[:to] if t.names] if change is not None else []
        if change is not None and thing and change.words[to + 1 :]:
            told = (*thing, replace(part.words[at], text="as", norm="as"), *change.words[to + 1 :])
            begin, end = (at - 1, at + 1) if part.words[at].norm in ("so", "asi") else (at, at + 2)
            begin -= part.words[begin - 1].norm == "asi"
            said = " ".join(t.text for t in part.words[begin:end])
            shows = replace(part.words[begin], text=said, norm="shows")
            led = part.words[:begin]
            part = replace(part, words=(*led, shows, *told, *part.words[end:]))
        found.append(part)
    return found


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
    if is_on_it(part) and part.words[:1] != () and part.words[0].norm not in _AS and (into := _put_into(part)):
        to = replace(COMMA, kind="word", text="to", norm="to")
        return replace(part, verb="edit", words=(*named, to, *(t for t in into if t.names)))
    if part.verb == "fill" and is_on_it(part) and part.words[:1] != () and part.words[0].norm in _AS:
        # `Ponla como Resuelta` says what becomes of it.
        return replace(part, verb="edit", words=(*named, *part.words))
    if any(t.norm in ("one", "ones") for t in part.words):
        is_called = any(t.kind == "code" for t in part.words)
        return None if is_called else replace(part, words=(*part.words, COMMA, *named))
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


def of_one_thing(parts: Iterable[Part]) -> list[Part]:
    """`Open order 7 and change its quantity to 3` is one change: the second part does not say of what."""
    found: list[Part] = []
    for part in _opened_and_set(map(_opened_to_edit, parts)):
        before = found[-1] if found else None
        if part.verb == "search" and _looks_for_it(part):
            named = next((each for each in reversed(found) if each.verb != "login" and says_which(each.words)), part)
            part = replace(part, words=tuple(t for t in named.words if t.names) or part.words)
        if part.verb == "create" and before and _goes_into_form(part, before):
            part = replace(part, verb="fill")
        called_off = part.verb == "close" and calls_off(part) and any(t.norm in PRONOUNS for t in part.words)
        if called_off and before is not None and before.verb in ("search", "open"):
            # `Find Ada's booking … Cancel it`
            part = replace(part, verb="delete")
        owned = part.words[:1] and part.words[0].norm in ITS and bool(to_at(part.words))
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
        part = _with_made(_with_sought(part, before), found[-2:])
        edits = part.verb == "edit" and before is not None and not _goes_to(before)
        if before and edits and before.verb in ("open", "edit", "search") and says_which(before.words):
            to = to_at(part.words)
            if to and not to_at(before.words) and not says_which(before_change(part.words)):
                verb_words = (*before.verb_words, *part.verb_words)
                found[-1] = replace(part, words=_joined(before, part), verb_words=verb_words)
                continue
        found.append(part)
    return _changed_again([_awaited(part, found[index + 1 :]) for index, part in enumerate(found)])


def _joined(before: Part, part: Part) -> tuple[Token, ...]:
    """Which one and what of it, and where at the end."""
    aside = aside_of(before)
    told, place = (before.without(aside).words, (COMMA, *aside)) if aside else (before.words, ())
    return (*told, *part.words, *place)


def _opened_and_set(parts: Iterable[Part]) -> list[Part]:
    """`Open ORD-7, set the quantity to 7 and save` changes it, by whatever it is opened."""
    told = list(parts)
    for at, part in enumerate(told[:-1]):
        inside = list(takewhile(lambda each: each.verb in ("fill", "choose", "clear"), told[at + 1 :]))
        saves = told[at + 1 + len(inside) : at + 2 + len(inside)]
        if inside and opens_entry(part) and saves and saves[0].verb == "save":
            told[at] = replace(part, verb="edit")
    return told


def opens_entry(part: Part) -> bool:
    """Whether one thing of a list is opened: `open ORD-7`, `abre la factura de Ada`; no page and no part of one."""
    owned = any(a.norm in ("of", "de", "del") and b.names for a, b in pairwise(part.words))
    is_one = any(t.kind in ("code", "number") for t in part.words) or owned
    return part.verb == "open" and is_one and not _goes_to(part) and not {t.norm for t in part.words} & _PAGES


def _opened_to_edit(part: Part) -> Part:
    """`Open ORD-7 to edit it`, `abre ORD-7 para editarlo` and `open ORD-7 for editing` open its form."""
    at = len(part.words) - _ends_for(part.words)
    doing = verb_at(part.words, at + 1) if part.verb == "open" and 1 < at < len(part.words) else None
    edits = doing is not None and doing[0] == "edit" and says_which(part.words[:at])
    return replace(part, verb="edit", words=part.words[:at]) if edits else part


def _ends_for(words: Sequence[Token]) -> int:
    """How many words at the end say what for, and name nothing: `to edit it`, `para editarlo`, `for editing`."""
    ends = [t.norm for t in words[-3:]]
    if ends[:1] in (["to"], ["para"]) and ends[2:] != [] and ends[2] in PRONOUNS:
        return 3
    on_it = ends[1:2] == ["para"] and bool(_ON_IT.search(ends[-1]))
    return 2 if on_it or (ends[1:2] == ["for"] and ends[-1].endswith("ing")) else 0


def _goes_into_form(part: Part, before: Part) -> bool:
    """Whether what is added is for a form that is open: `I am editing Ada. I enter a limit of 50`, `edit ORD-7, add the
    note "Fragile"`."""
    entered = before.underway and part.verb_words[0].norm.startswith("ent")
    return entered or ((_only_opens_form(before) or _is_in_form(before)) and _is_for_a_field(part))


def _is_in_form(part: Part) -> bool:
    """Whether a change was told within that of a thing, and more may follow: `edit ORD-7, set its city to Porto`."""
    told = [t.norm for t in part.verb_words]
    return part.verb == "edit" and len(told) > 1 and "edit" in verbs().get(told[0], ())


def _only_opens_form(part: Part) -> bool:
    """Whether a part names what is to be edited, and nothing that it is changed to: `edit ORD-7`."""
    is_thing = part.verb == "edit" and bool(part.verb_words) and says_which(part.words)
    return is_thing and not to_at(part.words) and not marks(part) and not any(t.kind == "mark" for t in part.words)


def _is_for_a_field(part: Part) -> bool:
    """`Add the note "Fragile"`, `añade el teléfono 600`: what a field is called, and what belongs there."""
    words = part.words[part.words[:1] != () and part.words[0].norm in DETERMINERS :]
    is_field = len(words) > 1 and words[0].norm in FIELDISH | REMARKS and words[0].text.islower()
    return is_field and all(t.is_value for t in words[1:])


def _looks_for_it(part: Part) -> bool:
    """`Delete Ada … Searching for her finds nobody`, `al buscarla no sale nadie`"""
    on_it = bool(part.words) or any(_ON_IT.search(t.norm) for t in part.verb_words)
    return on_it and all(t.norm in PRONOUNS for t in part.words)


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


def _with_sought(part: Part, before: Part | None) -> Part:
    """`Search for the shift of Ada. Edit it: hour 10:30` edits what was looked for."""
    sought = before.words if before is not None and before.verb == "search" and says_which(before.words) else ()
    at = _edited_at(part) if sought else None
    return part if at is None else replace(part, words=(*sought, *part.words[at:]))


def _with_made(part: Part, before: Sequence[Part]) -> Part:
    """`Write the note "Buy tea", save it and pin it`: what is done to it then is done to what was made."""
    is_made = [each.verb for each in before] == ["create", "save"]
    quoted = [t for t in before[0].words if t.kind == "quoted"] if is_made and part.verb == "say" else []
    on_it = bool(part.verb_words) and bool(part.words) and all(t.norm in PRONOUNS for t in part.words)
    # In Spanish the order says it itself: `fíjala`.
    on_it = on_it or (not part.words and is_on_it(part))
    return replace(part, words=(*part.words, COMMA, *quoted)) if on_it and len(quoted) == 1 else part


def _is_of_it(part: Part) -> bool:
    """Whether what is changed next is of what was changed just now: `reduce it to 2`, `set its price to 5`."""
    led = before_change(part.words)
    says_it = is_on_it(part) or any(t.norm in ITS | {"it", "them"} for t in led)
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
    return part.verb in ("fill", "choose") and (on_it or any(t.norm in _THAT | ITS | {"that"} for t in part.words))


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
    if part.verb == "back" and (_REVIEWS & {t.norm for t in aside_of(part)} or _goes_back_in_form(part, following)):
        return part
    reviewed = _REVIEWED & {t.norm for t in aside_of(part)} and all(p.verb == "expect" for p in following)
    if following and reviewed:
        # Whoever looks at the list afterwards has finished.
        return part
    then = next((each for each in following if not _is_on_review(each)), part)
    if _is_on_review(part) and then.verb == "save" and not says_which(then.words):
        return part
    at = next((i for i, t in enumerate(part.words) if i and t.norm in ("before", "antes")), None)
    if part.verb != "expect" or at is None:
        return None
    sends = [i for i in range(at + 1, len(part.words)) if (verb_at(part.words, i) or ("",))[0] == "save"]
    leads = part.words[at + 1 : sends[0]] if sends else ()
    ends = bool(sends) and len(part.words) - sends[0] <= LONGEST_LABEL and not says_which(part.words[sends[0] :])
    return replace(part, words=part.words[:at]) if ends and all(t.norm in STOP | {"i"} for t in leads) else None


def _goes_back_in_form(part: Part, following: Sequence[Part]) -> bool:
    """Whether one only goes back to change something, and sends it then."""
    verbs_left = [p.verb for p in following]
    return not part.words and verbs_left[:1] in (["edit"], ["fill"]) and "save" in verbs_left


def _asks_anew(part: Part) -> bool:
    """`Request an appointment`, `pide una cita`: another thing of its own begins, and no field of the form before."""
    if part.verb != "say" or not part.verb_words or part.words[:1] == () or part.words[0].norm not in ONE_MORE:
        return False
    head = part.verb_words[0].norm
    return head in _REQUESTS or any(is_conjugated(head, verb) for verb in _REQUESTS)


def _is_to_last(parts: Sequence[Part], at: int) -> bool:
    """Whether what was chosen just before is to be so still: `tick the box and check that it stays ticked`."""
    said = next((part for part in parts[at:] if part.verb != "reload"), None)
    was_set = at > 0 and parts[at - 1].verb in _CHOOSES and (parts[at].verb in ("reload", "expect"))
    checks = said is not None and said.verb == "expect" and not said.negated
    return was_set and checks and said is not None and any(KEPT.match(t.norm) for t in said.words)


def with_implied_saves(parts: Sequence[Part]) -> list[Part]:
    """A form that was filled in to create or to change something is saved, whether the goal says so or not."""
    found: list[Part] = []
    owes = waits = False
    for at, part in enumerate(parts):
        agrees = part.verb == "accept" and content_of(part.words) and not _QUESTIONS & {t.norm for t in part.words}
        # Who agrees to the rules of a form has still to send it.
        paged = bool(found) and found[-1].verb == "fill" and any(p.verb == "next" for p in found)
        if (owes or paged) and (ahead := _before_sending(part, parts[at + 1 :])):
            # The form is gone through to its end, and sent later.
            through = [] if found[-1].verb == "next" else [Part(0, "save", (), implied=True, underway=True)]
            found += [*through, ahead]
            waits = True
            continue
        goes_on = part.verb in _FILLS or part.verb == "say" or (waits and part.verb == "edit")
        if owes and (not goes_on or _asks_anew(part)) and not agrees:
            if part.verb not in ("save", "click", "press", "next", "accept", "close", "login"):
                found.append(Part(0, "save", (), implied=True))
            owes = waits = False
        elif not owes and _is_to_last(parts, at):
            found.append(Part(0, "save", (), implied=True, keeps=True))
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

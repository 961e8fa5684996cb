"""What a goal says of signing in besides who does so with what: that it works, that one is in, the password that is
tried after a wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ..secrecy import logins_in, retried_in
from .accounts import ENTERS, LEADS, ONCE
from .lexicon import STOP
from .part import Part, content_of
from .pieces import Piece
from .signing import APPS, GIVEN, LEAVES_SESSION, TYPES_IN, sent_at
from .speech import (
    COMMA,
    DETERMINERS,
    ENDS,
    IS,
    NOT,
    PRONOUNS,
    SECRETS,
    TRIES,
    denies,
    joins,
    tells_of,
    verb_at,
)
from .words import ORDINALS, Token

# What leads to the password that is tried next.
_AGAIN = (LEADS | TRIES | TYPES_IN | SECRETS | STOP) | {
    "right", "correct", "good", "real", "proper", "actual", "valid", "buena", "bueno", "correcta", "correcto",
    "verdadera", "verdadero", "valida", "valido", "one", "instead", "again", "now", "ahora", "time", "this", "esta",
    "vez", "then", "luego", "despues", "after", "that", "retry", "otra", "nuevo", "finally", "meto", "mete", "uso",
    "corrijo", "corrige", "repito", "repite", "bien", "change", "cambio", "it", "lo",
}  # fmt: skip
_INSTEAD = {"instead", "again", "now", "ahora", "su", "lugar", "en", "esta", "vez", "this", "time"}
# Who is inside, as people say it: `once I'm in`, `ya dentro`.
_INSIDE = {"inside", "dentro", "in"}
_WHILE_IN = (LEADS | ENTERS | ONCE | _INSIDE) | {
    "ya", "soon", "been", "having", "have", "has", "had", "let", "me", "us", "done", "que", "haya", "hayamos", "este",
    "estemos", "estamos", "user", "get", "got", "they", "he", "she", "successfully", "you're", "i'm",
    "we're", "she's", "he's", "correctamente", "se",
}  # fmt: skip
_LEAVING = {"out", "off", "cierre", "salir", "salida", "logout", "signout", "cerrar"}
# What the title of a test of signing in may say besides.
_OF_SESSION = STOP | SECRETS | TRIES | {
    "title", "titulo", "test", "prueba", "case", "caso", "check", "session", "sesion", "in", "on", "de", "happy",
    "path", "wrong", "right", "good", "incorrecta", "correcta", "equivocada", "mala", "buena", "failed", "first",
    "flow", "flujo", "comprobar", "probar", "inicio", "page", "pagina", "with", "con", "again", "works",
}  # fmt: skip
_WHEN = ONCE | {"ya", "as", "al", "cuando"}
_TO = {"to", "into", "en", "a", "al"}
# Who has an account, and what is said of it by the way.
_HAS = {
    "have", "has", "own", "got", "there", "exists", "exist", "tengo", "tenemos", "tiene", "hay", "existe", "existen",
    "registered", "existing", "valid", "known", "active", "normal", "ordinary", "registrado", "registrada", "valido",
    "valida", "existente", "activo", "activa", "already", "que", "following", "siguiente", "siguientes", "yo",
}  # fmt: skip
_OWNS = {"tengo", "tenemos", "have"}
_ACCOUNTS = {
    "user", "account", "login", "credentials", "customer", "member", "usuario", "usuaria", "cuenta", "acceso",
    "credenciales", "cliente", "clienta",
}  # fmt: skip
# What says at which attempt something is seen.
_AT = {"after", "at", "on", "in", "tras", "en", "a", "despues", "de", "with", "con"}
_ATTEMPTS = {"attempt", "try", "time", "login", "sign-in", "intento", "vez"}
_PAIR = 2
_MISTAKES = {
    "mistype", "mistyped", "wrong", "incorrect", "mistake", "make", "typo", "by", "get", "once", "first", "equivoco",
    "equivocada", "mal", "mala", "erronea", "primero", "primera", "confundo", "falsa",
}  # fmt: skip
_WORKS = {
    "works", "work", "working", "fine", "ok", "okay", "well", "correctly", "properly", "right", "possible", "able",
    "funciona", "funcione", "funcionan", "funcionar", "bien", "correctamente", "va", "vaya", "marcha", "sirve", "can",
    "could", "puedo", "puede", "pueda", "podemos", "poder", "posible", "still", "sigue", "funcionando", "correct",
    "correcta", "correcto",
}  # fmt: skip
_STATED, _LETS_IN = {"am", "i'm", "be", "he", "estoy"}, {"signs", "logs", "lets"}
_SCREENS = {"page", "form", "process", "flow", "proceso", "pagina", "screen", "pantalla", "me", "mi", "my", "for"}
_FORMS, _AS = {"login", "sign-in", "log-in", "signin"}, {"with", "as", "using", "con", "como"}


def without_session_title(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """The goal without a first line that only says what is tried: `Signing in and out`, `Cierre de sesión`."""
    end = next((i for i, t in enumerate(tokens) if t.text in (":", "\n")), 0)
    rest = tokens[end + 1 :]
    starts = [who[0] for who, _ in logins_in(text)[:1]]
    said = {t.norm for t in tokens[:end]}
    only = bool(said & (ENTERS | _LEAVING)) and said <= _OF_SESSION | ENTERS | _LEAVING
    below = bool(starts) and any(t.start > starts[0] for t in rest) and tokens[end].start < starts[0]
    orders = [verb for i in range(len(rest)) if (verb := verb_at(rest, i))]
    leaves = any(verb in ("logout", "click", "close") for verb, _ in orders)
    tells = tokens[end : end + 1] != () and tokens[end].text == "\n" and len(orders) > 1
    return rest if only and below and tells and (leaves or not said & _LEAVING) else tokens


def with_right_password(tokens: Sequence[Token], login: Sequence[Token], text: str) -> list[Token]:
    """The goal with a login of its own for each password that is tried after a wrong one: `then the right one,
    s3cret`."""
    starts = [start for start, _ in retried_in(text)] if login else []
    found = list(tokens)
    for start in starts:
        at = next((i for i, t in enumerate(found) if t.start <= start < t.end), None)
        begin = _led_from(found, at) if at is not None else None
        if at is None or begin is None:
            continue
        word = replace(found[at], kind="quoted")
        end = at + 1
        while end < len(found) and (found[end].norm in _INSTEAD or found[end].text == ")"):
            end += 1
        stop = replace(found[at], kind="mark", text=".", norm=".")
        signs_in = replace(found[at], kind="word", text="login", norm="login")
        found[begin : sent_at(found, end, True)] = [stop, signs_in, login[0], word, stop]
    return found


def _led_from(tokens: Sequence[Token], at: int) -> int | None:
    """Where the clause begins that leads to a password and says nothing else; None where it says more."""
    begin, comma = at, None
    while begin and tokens[begin - 1].text not in ENDS:
        before = tokens[begin - 1]
        if before.kind == "quoted" and before.text.rstrip()[-1:] in ENDS:
            return begin
        if before.norm not in _AGAIN and before.text not in ",:(=":
            # `…, which must fail, then with s3cret1`
            return comma
        comma = begin if before.text == "," and begin < at else comma
        begin -= 1
    return begin


def without_being_in(tokens: Sequence[Token], login: Sequence[Token]) -> list[Token]:
    """The goal without the `once I'm in` of what is done or seen then, and without a sentence that only tells that
    somebody has an account: whoever signs in is in."""
    if not login:
        return list(tokens)
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not kept or kept[-1].kind == "mark" or joins(kept[-1])
        end = max(_end_of_being_in(tokens, at), _end_of_account(tokens, at)) if begins else at
        if end == at:
            kept.append(tokens[at])
        at = max(end, at + 1)
        if _leaves(kept):
            return [*kept, *tokens[at:]]
    return kept


def _leaves(kept: Sequence[Token]) -> bool:
    last = verb_at(kept, len(kept) - 2) if len(kept) > 1 else None
    return tuple(t.norm for t in kept[-2:]) in LEAVES_SESSION or (last is not None and last[0] == "logout")


def _end_of_being_in(tokens: Sequence[Token], at: int) -> int:
    """Where `once I'm in` ends, with its comma; the beginning where that is all of a sentence, or none."""
    if tokens[at].norm not in _WHEN:
        return at
    end = at + 1
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].norm in _WHILE_IN:
        end += 1
    inside = [i for i in range(at + 1, end) if tokens[i].norm in ENTERS - {"login"} | _INSIDE]
    if not inside:
        return at
    end = inside[-1] + 1
    if tokens[end : end + 1] and tokens[end].norm in ("out", "off"):
        return at
    if tokens[end : end + 1] and tokens[end].norm in _TO:
        place = end + 1
        while place < len(tokens) and tokens[place].norm in APPS:
            place += 1
        end = place if place > end + 1 else end
    if end >= len(tokens) or tokens[end].text in ENDS:
        return at
    return end + (tokens[end].text == ",")


def _end_of_account(tokens: Sequence[Token], at: int) -> int:
    """Where a sentence ends that only says `I am a registered user`; the beginning where it says more."""
    end = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))
    begins = not at or tokens[at - 1].text in ENDS
    said = {t.norm for t in tokens[at:end] if t.kind != "mark"}
    only = bool(said & (_ACCOUNTS | _OWNS)) and said <= LEADS | GIVEN | _HAS | _ACCOUNTS | DETERMINERS | {"and", "y"}
    # `I mistype my password once`
    only = only or bool(said & _MISTAKES and said & SECRETS and said <= _AGAIN | _MISTAKES and not said & IS)
    return end if begins and only and not said & NOT else at


def signed_in_anew(parts: Sequence[Part], login: Sequence[Token]) -> list[Part]:
    """The parts with a check for each `the login form is back` and `I am signed in as Ada`, and with the same name and
    password for each `sign in again` after somebody has signed out."""
    found: list[Part] = []
    for part in parts:
        if login and _tells_who(part, login):
            part = replace(part, verb="expect", verb_words=(), words=(*part.verb_words, *part.words))
        bare = part.verb == "login" and not any(t.is_value for t in part.words)
        if bare and _tells_of_way_in(part):
            part = replace(part, verb="expect", verb_words=(), words=(*part.verb_words, *part.words))
        elif bare and login and any(map(_signs_out, found)):
            part = replace(part, words=tuple(login))
        found.append(part)
    return found


def _tells_who(part: Part, login: Sequence[Token]) -> bool:
    """`I am signed in as Ada`, said after who signs in with what: that is seen then."""
    said = (*part.verb_words, *part.words)
    enters = next((i for i, t in enumerate(said) if t.norm in ENTERS | _LETS_IN), None)
    if enters is None or part.verb not in ("login", "say") or said[enters].number < max(t.number for t in login):
        return False
    if part.verb == "login":
        return said[0].norm in _STATED
    name = next((i for i, t in enumerate(said) if t.norm in ("as", "como")), len(said))
    return enters < name and any(t.names for t in said[name + 1 :])


def at_attempts(parts: Sequence[Part]) -> list[Part]:
    """The parts with each check of `after the first attempt …; after the second …` behind the login that it is
    about."""
    logins = [part for part in parts if part.verb == "login" and any(t.is_value for t in part.words)]
    told = {id(part): _attempt(part) for part in parts if part.verb in ("expect", "say") and not part.verb_words[2:]}
    if len(logins) < _PAIR or not all(0 < at <= len(logins) for at, _ in told.values() if at):
        return [replace(part, number=number) for number, part in enumerate(parts)]
    meant = [part for part in parts if id(part) in told and told[id(part)][0]]
    moved = [part for part in parts if part not in meant]
    for part in reversed(meant):
        at, rest = told[id(part)]
        place = moved.index(logins[at - 1]) + 1
        moved.insert(place, replace(part, verb="expect", verb_words=(), words=rest, negated=denies(rest)))
    return [replace(part, number=number) for number, part in enumerate(moved)]


def _attempt(part: Part) -> tuple[int, tuple[Token, ...]]:
    """Which attempt a check is about, and what it says without that; 0 where it speaks of none."""
    led = list(takewhile(lambda t: t.norm in _AT | DETERMINERS, part.words))
    which, noun = (*part.words[len(led) : len(led) + 2], COMMA, COMMA)[:2]
    rest = part.words[len(led) + 1 + (noun.norm in _ATTEMPTS) :]
    only = bool(led) and (noun.norm in _ATTEMPTS or led[0].norm in _AT) and bool(rest)
    return (ORDINALS[which.norm], rest) if only and which.norm in ORDINALS else (0, ())


def as_leaving(piece: Piece) -> Piece:
    """`Salir`, and nothing else, as an order to sign out."""
    said = [t.norm for t in (*piece.head, *piece.body)]
    alone = piece.verb == "say" and said[:1] in (["salir"], ["salgo"], ["sal"]) and set(said[1:]) <= _AGAIN
    return replace(piece, verb="logout", head=(*piece.head, *piece.body), body=()) if alone else piece


def _tells_of_way_in(part: Part) -> bool:
    """`The login form is back`, unlike `sign in with the account shown`."""
    told = next((i for i, t in enumerate(part.words) if tells_of(t)), None)
    named = part.verb_words[:1] != () and part.verb_words[0].norm in _FORMS
    return told is not None and named and not {t.norm for t in part.words[:told]} & _AS


def _signs_out(part: Part) -> bool:
    pressed = verb_at(part.words, 0) if part.verb == "click" else None
    return part.verb == "logout" or (pressed is not None and pressed[0] == "logout")


def without_trial(parts: Sequence[Part]) -> list[Part]:
    """The parts without the `check that the login works` that says what all the rest is about."""
    at = next((i for i, part in enumerate(parts) if part.verb not in ("login", "open") and not _is_trial(part)), None)
    if at is None or not any(part.verb == "login" for part in parts):
        return list(parts)
    if not any(part.verb == "expect" for part in parts[at:]):
        return list(parts)
    left = [part for i, part in enumerate(parts) if i >= at or not _is_trial(part)]
    return [replace(part, number=number) for number, part in enumerate(left)]


def _is_trial(part: Part) -> bool:
    """Whether a part says no more than that signing in is to work."""
    told = {t.norm for t in content_of(part.words)} - PRONOUNS
    idle = _WORKS | _SCREENS | ENTERS | _ACCOUNTS | LEADS
    tries = part.verb in ("expect", "check", "say") and not part.negated
    about = bool({t.norm for t in part.words} & (ENTERS | _ACCOUNTS))
    says_so = part.verb == "check" or bool({t.norm for t in part.words} & _WORKS)
    return tries and about and says_so and told <= idle and not {t.norm for t in part.words} & NOT

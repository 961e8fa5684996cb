"""Who signs in with what, wherever a goal says it: `(ada@x.test, s3cret)` says it in passing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..secrecy import logins_in
from .accounts import ENTERS, LEADS, ONCE, begin_of_talk, end_of_talk
from .lexicon import STOP
from .offered import offered_in
from .part import Part, aside_of
from .speech import DETERMINERS, NOT, SECRETS, STATING, TRIES, WANTS, WISHES, joins, says_which, tells_of, verb_at
from .words import Token, normal, parts, slipped

# Who has done it, before the word for it: `hemos entrado`, `me identifico`.
_HAS = {"have", "has", "i've", "we've", "had", "ha", "han", "hemos", "haber", "habiendo", "me", "nos", "se", "ya"}
# Whoever does this gives an address and a password to the application, and is not let in by them.
_TYPES = {
    "enter", "type", "fill", "write", "put", "set", "input", "invite", "register", "escribe", "introduce", "rellena",
    "pon", "teclea", "invita", "registra", "change", "cambia", "enters", "types", "writes", "puts", "entering",
    "typing",
}  # fmt: skip
_ACCOUNTS = {
    "user", "account", "member", "colleague", "person", "usuario", "usuaria", "cuenta", "miembro", "employee",
    "empleado", "empleada", "admin", "teammate",
}  # fmt: skip
_MAKES = {
    "create", "add", "register", "invite", "sign", "crea", "anade", "agrega", "registra", "invita", "crear", "anadir",
    "agregar", "registrar", "invitar",
}  # fmt: skip
LEAVES_SESSION = {
    ("log", "out"), ("sign", "out"), ("log", "off"), ("cierra", "sesion"), ("cerrar", "sesion"), ("cierro", "sesion"),
    ("cierre", "sesion"), ("cerramos", "sesion"), ("cerrando", "sesion"), ("cerrada", "sesion"), ("cerrado", "sesion"),
}  # fmt: skip
_WHOSE = {"la", "mi", "tu", "su"}
# Who wants to be let in asks for just that.
_WISHES = WANTS | WISHES | {"would"}
# Who types, and only types, a name and a password.
TYPES_IN = {
    "enter", "enters", "entering", "type", "types", "typing", "fill", "put", "input", "introduce", "introduzco",
    "introducir", "escribe", "escribo", "teclea", "pongo", "pon", "rellena", "escribir", "teclear", "poner", "meter",
    "meto", "mete", "tecleo", "rellenar", "relleno", "escribimos", "ponemos",
}  # fmt: skip
_WHO = {"i", "we", "he", "she", "they", "the", "user", "usuario", "el", "cuando"}
_WAYS_IN = {
    "sign in", "log in", "login", "signin", "log on", "sign on", "enter", "submit", "entrar", "acceder", "acceso",
    "iniciar sesion", "continue", "continuar", "go", "enviar",
}  # fmt: skip
_PAGES = {"page", "form", "screen", "pagina", "formulario", "pantalla"}
_ON_FORM = _PAGES | {
    "on", "at", "in", "en", "the", "la", "el", "login", "sign-in", "signin", "log-in", "sign", "log", "de", "acceso",
    "inicio", "sesion", "entrada", "button", "boton",
}  # fmt: skip
# What a page offers to everyone who wants to try it.
SHOWN = {
    "test", "demo", "shown", "sample", "page", "prueba", "mostradas", "mostrados", "mostrada", "muestra", "given",
    "provided", "data", "datos", "displayed", "listed", "details", "sale", "salen",
}  # fmt: skip
_OFFERED = SHOWN - {"page", "given", "data", "datos", "details", "listed", "sale", "salen", "muestra"}
_LOGINS = {"account", "credentials", "login", "cuenta", "credenciales"}
# Who works as somebody, and is not one for whom something is done: `with the demo user`.
_AS, _USERS = {"with", "as", "using", "con", "como", "usando"}, {"user", "usuario", "usuaria"}
# What stands between `not` and the word for a session, and what says that there is one.
_BEING = {
    "being", "having", "been", "yet", "a", "an", "any", "haber", "haberse", "haberme", "estar", "he", "hemos", "ha",
    "estoy", "estamos", "esta", "iniciar", "iniciado", "iniciada", "abrir", "abierto", "aun", "todavia", "ninguna",
}  # fmt: skip
_SIGNED = {"signed", "signing", "logged", "logging"}
_SESSIONS = {
    "sesion", "entrado", "identificado", "identificada", "identificarme", "identificarse", "logueado",
    "logueada", "autenticado", "autenticada",
}  # fmt: skip
# What a clause begins with that says how things are, and who it speaks of.
GIVEN = {"given", "when", "if", "while", "as", "dado", "cuando", "si", "mientras", "being", "estando"}
_ANYBODY = {
    "i", "i'm", "am", "we", "we're", "are", "the", "a", "an", "user", "visitor", "guest", "who", "is", "still", "that",
    "que", "un", "una", "el", "usuario", "usuaria", "visitante", "yo",
}  # fmt: skip
_ENDS = {".", ";", "!", "?", "\n"}
_ASKED = {"asked", "asks", "prompted", "told", "sent", "pide", "piden", "solicita", "manda", "lleva", "required"}
APPS = {
    "the", "la", "el", "a", "app", "application", "aplicacion", "system", "sistema", "site", "sitio", "web", "program",
    "programa", "tool", "herramienta", "platform", "plataforma",
}  # fmt: skip
_GOES = {
    "go",
    "entras",
    "vas",
    "abres",
    "open",
    "visit",
    "voy",
    "ve",
    "abro",
    "abre",
    "abrir",
    "ir",
    "start",
    "launch",
    "visito",
    "visita",
}
_SITES = {"in", "into", "to", "en", "shop", "store", "tienda", "website", "portal"}
_FIRST = {"first", "beforehand", "before", "primero", "antes"}
_INTO, _FIELDS, _SHORT = {"in", "into", "for", "en", "para"}, {"field", "box", "campo"}, 3
_ONCE_MORE = {"again", "otra", "vez", "nuevo"}
# What people call an application that they open before they sign in.
_SHOPS = {
    "shop", "store", "website", "webapp", "url", "portal", "tienda", "intranet", "home", "backoffice", "page", "pagina",
    "login", "sign-in", "acceso", "screen", "pantalla", "de", "web", "inicio",
}  # fmt: skip
_FURTHEST = 6
_CHECKED = {"that", "whether", "if", "que", "si"}


def let_in(tokens: Sequence[Token], text: str) -> tuple[list[Token], tuple[Token, ...], tuple[Token, ...]]:
    """The goal without the login that it says first, wherever that is, the words that let somebody in, and who with
    what, or which of those whom the page tells of; none where there is none."""
    found = logins_in(text)
    if not found:
        rest, said, which = offered_in(tokens)
        return rest, _entering(said), which
    for who, secret in found[:1]:
        name, word = (
            next((i for i, t in enumerate(tokens) if t.start <= at < t.end), -1) for at in (who[0], secret[0])
        )
        first, last = sorted((name, word))
        if first < 0 or _signs_out(tokens[:first]):
            break
        start = _when(tokens, _begin(tokens, first), first)
        end = _end(tokens, last, start, alone=not start or tokens[start - 1].kind == "mark")
        typed = _typed_at(tokens, start)
        sent = sent_at(tokens, end, typed is not None)
        makes = bool(_MAKES & {t.norm for t in tokens[:start]} - {"sign"})
        is_all = typed is not None and not makes and (sent > end or _is_looked_at(tokens, end))
        if is_all or not (_is_given(tokens, start, first) or _is_changed(tokens, first, last)):
            start = _at_form(tokens, typed) if typed is not None and is_all else start
            head = _entering(tokens[start:first]) or _entering(tokens[last + 1 : sent])
            start = start if typed is not None and is_all else begin_of_talk(tokens, start, sent)
            return [*tokens[:start], *tokens[sent:]], head, (_cut(tokens[name], who), _cut(tokens[word], secret))
    return list(tokens), (), ()


def _entering(said: Sequence[Token]) -> tuple[Token, ...]:
    """The words, where they say that somebody signs in."""
    words = tuple(t for t in said if t.kind == "word" and t.norm not in ONCE)
    return words if ENTERS & {t.norm for t in words} else ()


def _signs_out(tokens: Sequence[Token]) -> bool:
    """`Log out`, `cierra la sesión`, unlike `con la sesión de Ada`."""
    return any(pair in LEAVES_SESSION for pair in _pairs(tokens))


def without_session(tokens: Sequence[Token], login: Sequence[Token]) -> tuple[list[Token], bool]:
    """The goal without the `given I am not signed in` that it says before anybody signs in, and whether it does: each
    run begins so."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at if login and tokens[at].number > login[0].number else signed_out_at(tokens, at)
        # A course may be `sin sesión` too.
        end = at if not login and [t.norm for t in tokens[at:end]] == ["sin", "sesion"] else end
        start = _given_at(kept, tokens[at], tokens[end : end + 1]) if end > at else None
        if start is None:
            kept.append(tokens[at])
            at += 1
            continue
        after = tokens[end : end + 1]
        # `When I am not signed in and open the list` goes on.
        goes_on = start < len(kept) and any(map(joins, after))
        is_clause = start < len(kept) or not kept or kept[-1].text in _ENDS
        kept = kept[: start + goes_on]
        at = end + (goes_on or (is_clause and any(t.text == "," for t in after)))
    return kept, len(kept) < len(tokens)


def signed_out_at(tokens: Sequence[Token], at: int) -> int:
    """Where the words end that begin there and say that nobody is signed in: `not signed in`, `sin iniciar sesión`; the
    same place where none do."""
    said = [t.norm for t in tokens[at : at + 2]]
    if said in (["signed", "out"], ["logged", "out"]):
        return at + len(said)
    end = at + 1
    while end < len(tokens) and tokens[end].norm in _BEING:
        end += 1
    said = [t.norm for t in tokens[end : end + 2]]
    if tokens[at].norm not in NOT or not said:
        return at
    if said[0] in _SIGNED and said[1:] == ["in"]:
        return end + len(said)
    return end + 1 if said[0] in _SESSIONS else at


def _given_at(before: Sequence[Token], begins: Token, after: Sequence[Token]) -> int | None:
    """Where the clause begins by which nobody is signed in, or only the words that say so; None where they ask for it,
    or tell what is to be seen."""
    start = len(before)
    while start and before[start - 1].norm in _ANYBODY:
        start -= 1
    if start and before[start - 1].norm in GIVEN:
        return start - 1
    if before and before[-1].norm in GIVEN:
        return len(before) - 1
    alone = (not before or before[-1].text in _ENDS) and bool(after) and after[0].text == ","
    return len(before) if begins.norm in ("without", "sin") or alone else None


def without_asking(tokens: Sequence[Token], login: Sequence[Token]) -> list[Token]:
    """The goal without the `and am asked to sign in` of a `Given I opened the list and am asked to sign in`, where
    somebody signs in behind it: the form for that is where it is done."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        begin = next((i + 1 for i in range(len(kept) - 1, -1, -1) if kept[i].text in _ENDS), 0)
        ends = at + 1 == len(tokens) or token.text in _ENDS
        given = bool(login) and ends and kept[begin:] != [] and kept[begin].norm in GIVEN - {"as", "while", "when"}
        if given and login[0].number > token.number:
            joint = next((i for i in range(len(kept) - 1, begin, -1) if joins(kept[i])), 0)
            kept = kept[:joint] if joint and _asks_in([t.norm for t in kept[joint + 1 :]]) else kept
        kept.append(token)
    return kept


def _asks_in(said: Sequence[str]) -> bool:
    """`Am asked to sign in`, `me pide entrar`, `the page asks for a login`."""
    asks = next((i for i, word in enumerate(said) if word in _ASKED), None)
    return (
        asks is not None
        and bool(ENTERS & set(said[asks:]))
        and set(said) <= _ASKED | LEADS | _ANYBODY | _PAGES | {"me", "nos", "se", "que"}
    )


def entered_first(parts: Sequence[Part], login: Token) -> list[Part]:
    """The parts without an `entrar en la aplicación` that names nothing, where somebody signs in anyway, and without an
    `open the shop` before that; what `para ver mis notas` says behind it is opened then."""
    found: list[Part] = []
    for part in parts:
        words = part.words
        # Who enters the shop at first comes to it; later there may be a page called so.
        leads, apps = (ENTERS, APPS) if found else (ENTERS | _GOES, APPS | _SITES)
        enters = part.verb == "open" and bool(part.verb_words) and part.verb_words[0].norm in leads | {"enter"}
        if part.verb == "open" and (_is_door(words, login) or (enters and not words and not found)):
            # `Go in as Ada`
            continue
        to = next((i for i, t in enumerate(words) if t.norm in ("para", "to")), len(words))
        verb = verb_at(words, to + 1) if to + 1 < len(words) else None
        if not enters or not words or any(t.norm not in apps for t in words[:to]) or (to < len(words) and not verb):
            found.append(part)
        elif verb is not None:
            opens = verb[0] if verb[0] != "expect" else "open"
            rest = words[to + 1 + len(verb[1]) :]
            found.append(replace(part, verb=opens, verb_words=tuple(verb[1]), words=rest))
    return [replace(part, number=number) for number, part in enumerate(found)]


def _is_door(words: Sequence[Token], login: Token) -> bool:
    """Whether what is opened is only the application, before somebody signs in."""
    before = bool(words) and words[-1].number < login.number and not any(t.is_value for t in words)
    named = [t for t in words if t.text[:1].isupper()]
    return before and not named and all(t.kind == "word" and t.norm in APPS | _SHOPS for t in words)


def with_shown_account(parts: Sequence[Part]) -> list[Part]:
    """`Using the test account shown on the page, delete ORD-3` signs in with that first."""
    for at, part in enumerate(parts):
        aside = aside_of(part)
        said = {t.norm for t in aside}
        named = _LOGINS | (_USERS if aside and aside[0].norm in _AS else set())
        offered = said & named and said & _OFFERED and not says_which(aside[1:])
        if offered and not any(each.verb == "login" for each in parts):
            told = [Part(0, "login", tuple(aside)), *parts[:at], part.without(aside), *parts[at + 1 :]]
            return [replace(each, number=number) for number, each in enumerate(told)]
    return list(parts)


def _cut(token: Token, place: tuple[int, int]) -> Token:
    """The half of `ada/s3cret` that stands there."""
    start, end = (max(0, at - token.start) for at in place)
    said = token.text[start:end] if token.kind not in ("quoted", "placeholder") else token.text
    return token if said == token.text else replace(token, text=said, norm=normal(said))


def _pairs(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    return list(pairwise(t.norm for t in tokens if t.norm not in _WHOSE))


def _begin(tokens: Sequence[Token], name: int) -> int:
    """Where the words begin that lead to the name; up to a bracket, and beyond it where they let somebody in."""
    start = _led(tokens, name)
    if start and tokens[start - 1].text in ("(", "[", "-", "–", "—", ":", '"'):
        if tokens[start - 1].text == ":" and not ENTERS & {t.norm for t in tokens[_led(tokens, start - 1) : start]}:
            return _labelled(tokens, start)
        before = _led(tokens, start - 1)
        enters = bool(ENTERS & {t.norm for t in tokens[before : start - 1]})
        opened = tokens[start - 1].text == ":" and before and tokens[before - 1].text in ("(", "[")
        return before - bool(opened) if enters else start - 1
    return start


def _labelled(tokens: Sequence[Token], start: int) -> int:
    """Before the label of the name, where that begins a sentence or a bracket: `User: ada@x.test, password: s3cret`."""
    before = _led(tokens, start - 1)
    before_it = tokens[before - 1].text if before else "\n"
    if before == start - 1 or before_it not in _ENDS | {"(", "["}:
        return start
    return before - (before_it in ("(", "["))


def _when(tokens: Sequence[Token], start: int, name: int) -> int:
    """Where `after signing in with …` begins, which only says that it is done first, and `try to sign in with …`."""
    enters = bool(ENTERS & {t.norm for t in tokens[start:name]})
    while enters and start and tokens[start - 1].norm in ONCE | TRIES | _WISHES | _HAS:
        start -= 1
    return _one_who(tokens, start) if enters else start


def _one_who(tokens: Sequence[Token], start: int) -> int:
    """Where `a user who` begins before what that user has done."""
    at = start - 1
    if (
        at < 1
        or tokens[at].norm not in ("who", "that", "que")
        or (tokens[at - 1].norm not in _ACCOUNTS | {"someone"} and tokens[at - 2].norm not in DETERMINERS)
    ):
        return start
    at -= 1
    while at and tokens[at - 1].norm in ("a", "an", "the", "un", "una", "el", "la"):
        at -= 1
    return at


def _led(tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at - 1].kind == "word" and tokens[at - 1].norm in LEADS:
        at -= 1
    # `Sing in as Ada`
    is_slip = at and tokens[at].norm in ("in", "on") and any(slipped(tokens[at - 1].norm, word) for word in ENTERS)
    return at - 1 if is_slip else at


def _end(tokens: Sequence[Token], word: int, start: int, alone: bool) -> int:
    """After the password, and after what shuts or calls it: `demo1234 as the password)`."""
    end = word + 1
    if end < len(tokens) and tokens[end].norm in ("as", "como"):
        while end < len(tokens) and tokens[end].kind == "word" and end < word + 4:
            end += 1
    end = _in_field(tokens, end)
    end = _let_in_by(tokens, end)
    end += end < len(tokens) and tokens[end].text in (")", "]", ":")
    # `Log in as Ada first.`
    ends = all(t.text in _ENDS for t in tokens[end + 1 : end + 2])
    end += end < len(tokens) and tokens[end].norm in _FIRST and ends
    # In `check that ada@x.test / s3cret1 gets in` that is what is checked.
    end = end if start and tokens[start - 1].norm in _CHECKED else end_of_talk(tokens, end)
    # What follows then is an order of its own.
    return end + (alone and end + 1 < len(tokens) and tokens[end].text == ",")


def _in_field(tokens: Sequence[Token], at: int) -> int:
    """Where `into the password field` ends."""
    led = list(takewhile(lambda t: t.norm in _INTO or t.norm in DETERMINERS, tokens[at : at + _SHORT]))
    end = at + len(led)
    if not led or led[0].norm not in _INTO or end >= len(tokens) or tokens[end].norm not in SECRETS:
        return at
    return end + 1 + (tokens[end + 1 : end + 2] != [] and tokens[end + 1].norm in _FIELDS)


def _let_in_by(tokens: Sequence[Token], at: int) -> int:
    """Where `to get in` ends, which says what a name and a password are for: `Use ada@x.test / s3cret to get in.`"""
    end = next((i for i in range(at, len(tokens)) if tokens[i].kind == "mark" or joins(tokens[i])), len(tokens))
    said = [t.norm for t in tokens[at:end]]
    enters = bool(ENTERS & set(said)) or ("get", "in") in pairwise(said) or ("get", "into") in pairwise(said)
    return end if said[:1] in (["to"], ["para"]) and enters and set(said) <= LEADS | _ON_FORM else at


def _is_given(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether the name and the password are what a form is filled in with, or a new account gets."""
    ended = next((i for i in range(start - 1, -1, -1) if tokens[i].text in _ENDS), -1)
    before = [t.norm for t in tokens[max(ended + 1, start - _FURTHEST) : name]]
    if ENTERS & set(before[-_FURTHEST:]) and not _MAKES & set(before):
        return False
    if _TYPES & set(before[-3:]):
        return True
    sentence = {t.norm for t in tokens[ended + 1 : start]}
    return bool(_MAKES & sentence) and bool(_ACCOUNTS & sentence)


def _is_changed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the password is what another one becomes: `reset the password of ada@x.test to s3cret1`."""
    of = {t.norm for t in tokens[max(0, first - _SHORT) : first]}
    return bool(of & SECRETS) and tokens[last - 1].norm in ("to", "a", "por", "into")


def _typed_at(tokens: Sequence[Token], start: int) -> int | None:
    """Where the `enter` of `enter ada@x.test and s3cret` stands, with who does it; None where nothing is typed."""
    at = start - (tokens[start - 1].norm == "in" if start else 0)
    if not at or tokens[at - 1].norm not in TYPES_IN:
        return None
    at -= 1
    while at and tokens[at - 1].norm in _WHO | ONCE:
        at -= 1
    return at


def sent_at(tokens: Sequence[Token], at: int, is_typed: bool) -> int:
    """Where `and click Sign in` ends, or the `submit` of what was typed; the beginning where neither is said."""
    begin = at
    while begin < len(tokens) and (tokens[begin].text in (",", "\n") or joins(tokens[begin])):
        begin += 1
    begin += begin < len(tokens) and tokens[begin].norm in ("i", "we", "yo")
    verb = verb_at(tokens, begin)
    if verb is None or verb[0] not in ("click", "press", "save"):
        return at
    begin += len(verb[1])
    end = next((i for i in range(begin, len(tokens)) if tokens[i].kind == "mark" or joins(tokens[i])), len(tokens))
    named = [t for t in tokens[begin:end] if t.norm not in (STOP | _PAGES | {"button", "boton"}) - {"in", "on"}]
    said = [word for t in named for word in parts(t.text) if word not in _ONCE_MORE]
    sends = " ".join(said) in _WAYS_IN or (is_typed and verb[0] == "save" and not said)
    return end if sends else at


def _is_looked_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing is done any more with what was typed before something is looked at."""
    for index in range(at, len(tokens)):
        verb = verb_at(tokens, index)
        if verb is not None and (tokens[index].norm not in STATING or verb[0] == "expect"):
            return verb[0] == "expect"
        if tells_of(tokens[index]):
            return True
    return False


def _at_form(tokens: Sequence[Token], start: int) -> int:
    """Where `on the login page` begins before what is typed there."""
    at = start - (tokens[start - 1].text == "," if start else 0)
    begin = at
    while begin and tokens[begin - 1].norm in _ON_FORM:
        begin -= 1
    said = {t.norm for t in tokens[begin:at]}
    begins = not begin or tokens[begin - 1].text in _ENDS | {","}
    return begin if begins and said & _PAGES and tokens[begin].norm in ("on", "at", "in", "en") else start

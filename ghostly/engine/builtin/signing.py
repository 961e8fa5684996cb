"""Who signs in with what, wherever a goal says it: `(ada@x.test, s3cret)` says it in passing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..secrecy import logins_in
from .words import Token, normal, slipped

_ENTERS = {
    "identificate", "identificarse", "logueate", "conectate", "acceda", "ingrese", "inicie",
    "sign", "log", "login", "signing", "logging", "signed", "logged", "entra", "entrar", "entro", "entrado", "entrando",
    "accede", "acceder", "accediendo", "inicia", "iniciar", "ingresa", "ingresar", "dentro", "acceso", "credentials",
    "credenciales", "sign-in", "log-in",
}  # fmt: skip
# What leads to the name of who signs in.
_LEADS = _ENTERS | {
    "entre",
    "as", "with", "using", "use", "by", "user", "username", "account", "the", "email", "e-mail", "mail", "login", "log",
    "in", "sign", "signed", "logged", "signing", "logging", "credentials", "for", "a", "an", "you", "can", "via", "on",
    "to", "is", "am", "are", "access", "demo", "test", "into", "app", "application", "i", "i'm", "we", "get", "como",
    "con", "por", "usuario", "usuaria", "cuenta", "la", "el", "correo", "credenciales", "entra", "entrar", "entrando",
    "accede", "acceder", "accediendo", "acceso", "para", "usando", "usa", "identificado", "iniciando", "sesion",
    "puedes", "ya", "entro", "inicia", "iniciar", "inicio", "en", "aplicacion", "ingresa", "ingresar", "de", "entrado",
    "dentro", "estoy", "he", "identificada", "datos", "es", "antes", "primero", "before", "first", "beforehand",
    "my", "our", "these", "mi", "mis", "nuestras", "son", "las", "los", "estas", "sign-in", "log-in",
}  # fmt: skip
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
_MAKES = {"create", "add", "register", "crea", "anade", "agrega", "registra", "invite", "invita", "sign"}
_LEAVES = {
    ("log", "out"), ("sign", "out"), ("log", "off"), ("cierra", "sesion"), ("cerrar", "sesion"), ("la", "sesion"),
}  # fmt: skip
_ONCE = {"after", "once", "when", "upon", "having", "tras", "despues", "una", "vez", "nada", "mas"}
_ENDS = {".", ";", "!", "?", "\n"}
_FURTHEST = 6


def let_in(tokens: Sequence[Token], text: str) -> tuple[list[Token], tuple[Token, ...], tuple[Token, ...]]:
    """The goal without the login that it says first, wherever that is, the words that let somebody in, and who with
    what; none where there is none."""
    for who, secret in logins_in(text)[:1]:
        name, word = (
            next((i for i, t in enumerate(tokens) if t.start <= at < t.end), -1) for at in (who[0], secret[0])
        )
        if name < 0 or word < 0 or any(pair in _LEAVES for pair in _pairs(tokens[:name])):
            break
        start = _when(tokens, _begin(tokens, name), name)
        end = _end(tokens, word, alone=not start or tokens[start - 1].kind == "mark")
        if not _is_given(tokens, start, name):
            head = tuple(t for t in tokens[start:name] if t.kind == "word" and t.norm not in _ONCE)
            head = head if _ENTERS & {t.norm for t in head} else ()
            return [*tokens[:start], *tokens[end:]], head, (_cut(tokens[name], who), _cut(tokens[word], secret))
    return list(tokens), (), ()


def _cut(token: Token, place: tuple[int, int]) -> Token:
    """The half of `ada/s3cret` that stands there."""
    start, end = (max(0, at - token.start) for at in place)
    said = token.text[start:end] if token.kind not in ("quoted", "placeholder") else token.text
    return token if said == token.text else replace(token, text=said, norm=normal(said))


def _pairs(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    return [(a.norm, b.norm) for a, b in pairwise(tokens)]


def _begin(tokens: Sequence[Token], name: int) -> int:
    """Where the words begin that lead to the name; up to a bracket, and beyond it where they let somebody in."""
    start = _led(tokens, name)
    if start and tokens[start - 1].text in ("(", "[", "-", "–", "—", ":", '"'):
        if tokens[start - 1].text == ":" and not _ENTERS & {t.norm for t in tokens[_led(tokens, start - 1) : start]}:
            return start
        before = _led(tokens, start - 1)
        enters = bool(_ENTERS & {t.norm for t in tokens[before : start - 1]})
        opened = tokens[start - 1].text == ":" and before and tokens[before - 1].text in ("(", "[")
        return before - bool(opened) if enters else start - 1
    return start


def _when(tokens: Sequence[Token], start: int, name: int) -> int:
    """Where `after signing in with …` begins, which only says that it is done first."""
    enters = bool(_ENTERS & {t.norm for t in tokens[start:name]})
    while enters and start and tokens[start - 1].norm in _ONCE:
        start -= 1
    return start


def _led(tokens: Sequence[Token], at: int) -> int:
    while at and tokens[at - 1].kind == "word" and tokens[at - 1].norm in _LEADS:
        at -= 1
    # `Sing in as Ada`
    is_slip = at and tokens[at].norm in ("in", "on") and any(slipped(tokens[at - 1].norm, word) for word in _ENTERS)
    return at - 1 if is_slip else at


def _end(tokens: Sequence[Token], word: int, alone: bool) -> int:
    """After the password, and after what shuts or calls it: `demo1234 as the password)`."""
    end = word + 1
    if end < len(tokens) and tokens[end].norm in ("as", "como"):
        while end < len(tokens) and tokens[end].kind == "word" and end < word + 4:
            end += 1
    end += end < len(tokens) and tokens[end].text in (")", "]", ":")
    # What follows then is an order of its own.
    return end + (alone and end + 1 < len(tokens) and tokens[end].text == ",")


def _is_given(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether the name and the password are what a form is filled in with, or a new account gets."""
    ended = next((i for i in range(start - 1, -1, -1) if tokens[i].text in _ENDS), -1)
    before = [t.norm for t in tokens[max(ended + 1, start - _FURTHEST) : name]]
    if _ENTERS & set(before[-_FURTHEST:]) and not _MAKES & set(before):
        return False
    if _TYPES & set(before[-3:]):
        return True
    sentence = {t.norm for t in tokens[ended + 1 : start]}
    return bool(_MAKES & sentence) and bool(_ACCOUNTS & sentence)

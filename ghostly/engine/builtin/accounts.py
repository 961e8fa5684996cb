"""What a sentence says around a name and a password, and asks for nothing by it: `Do this as Oscar (…)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from .speech import DETERMINERS, ENDS, NOT, TRIES, joins, verb_at
from .words import Token

ENTERS = {
    "identificate", "identificarse", "logueate", "conectate", "acceda", "ingrese", "inicie",
    "sign", "log", "login", "signing", "logging", "signed", "logged", "entra", "entrar", "entro", "entrado", "entrando",
    "accede", "acceder", "accediendo", "inicia", "iniciar", "ingresa", "ingresar", "dentro", "acceso", "credentials",
    "credenciales", "sign-in", "log-in", "access", "entrad", "accedo", "accedido", "accedemos", "ingreso", "ingresado",
    "ingresando", "ingresamos", "entramos", "iniciado", "iniciada", "iniciando", "iniciamos", "identifico",
    "identificado", "identificada", "identificarme", "identificandome", "conecto", "conectarse", "conectarme",
    "conectado", "conectada", "logueado", "logueada", "autenticado", "autenticada", "autenticate", "autenticarse",
}  # fmt: skip
# What leads to the name of who signs in.
LEADS = ENTERS | {
    "entre",
    "as", "with", "using", "use", "by", "user", "username", "account", "the", "email", "e-mail", "mail", "login", "log",
    "in", "sign", "signed", "logged", "signing", "logging", "credentials", "for", "a", "an", "you", "can", "via", "on",
    "to", "is", "am", "are", "access", "demo", "test", "into", "app", "application", "i", "i'm", "we", "get", "como",
    "con", "por", "usuario", "usuaria", "cuenta", "la", "el", "correo", "credenciales", "entra", "entrar", "entrando",
    "accede", "acceder", "accediendo", "acceso", "para", "usando", "usa", "identificado", "iniciando", "sesion",
    "puedes", "ya", "entro", "inicia", "iniciar", "inicio", "en", "aplicacion", "ingresa", "ingresar", "de", "entrado",
    "dentro", "estoy", "he", "hemos", "identificada", "datos", "es", "antes", "primero", "before", "first",
    "beforehand", "my", "our", "these", "mi", "mis", "nuestras", "son", "las", "los", "estas", "sign-in", "log-in",
    "tienda", "shop", "store", "soy", "name", "staff", "member", "employee", "nombre", "iniciada", "abierta", "session",
}  # fmt: skip
ONCE = {"after", "once", "when", "upon", "having", "tras", "despues", "una", "vez", "nada", "mas"}
# Whose account it is: `As Oscar (…)`, `from the account of Oscar`, `I'm Oscar`.
_WHO = {"as", "como", "soy", "am", "i'm", "being", "siendo"}
_OWNED = {
    "account", "login", "user", "credentials", "session", "password", "cuenta", "usuario", "sesion", "credenciales",
    "acceso", "access",
}  # fmt: skip
_BEGINS = {"as", "with", "using", "under", "from", "como", "con", "usando", "desde", "bajo", "by", "via", "mediante"}
# Who somebody works as, however that is said.
_DOES = re.compile(
    r"(?:us(?:es?|ing|ed|[ao]|ar|ando|amos|emos)|utili[zc]\w+|emple[ae]\w*|do(?:es|ing|ne)?|haz(?:lo)?|hace(?:r|rlo|mos)?"
    r"|work(?:s|ing)?|trabaj\w+|act(?:s|ing|ua|uando)?|happens?|pon(?:te|erte|erse|iendote)|tak(?:es?|ing)|toma|coge"
    r"|belongs?|pertenece|need(?:s|ed)?|hay(?:as?|amos|an)|est(?:as|es?|e?mos|en|ando|an|ar)|val(?:e|en)|sirven?|necesari[oa]s?|necesita(?:s|mos)?"
    r"|precond\w*|pre-cond\w*|prerequisites?|required|abr(?:e|imos)|creds?|testers?|being|siendo)$"
)
_IDLE = {
    "to", "so", "this", "that", "everything", "all", "it", "whole", "thing", "task", "job", "rest", "please", "you'll",
    "i'll", "we'll", "will", "you're", "we're", "they", "he", "she", "his", "her", "your", "our", "must", "have", "has",
    "usual", "always", "then", "now", "and", "o", "hay", "que", "tienes", "tengo", "tenemos", "todo", "esto", "ello",
    "eso", "tarea", "resto", "siempre", "favor", "por", "yo", "su", "sus", "tu", "tus", "te", "se", "cuando", "cual",
    "when", "once", "after", "while", "mientras", "tras", "given", "dado", "dada", "be", "been", "un", "una", "of",
    "from", "desde", "under", "bajo", "there", "alli", "case", "caso", "esta", "este", "it's", "its", "own", "password",
    "contrasena", "clave", "vez", "lo", "ella", "el", "pages", "page", "pagina", "sign-in", "form", "formulario", "me",
    "who", "quien", "whoever", "shared", "compartida", "compartido", "address", "direccion",
    "whose", "which", "cuyo", "cuya", "podeis", "podemos",
}  # fmt: skip
_IN = {"is", "was", "has", "signs", "logs", "gets", "works", "ha", "esta", "entra", "inicia", "accede", "trabaja"}
_LONGEST_WHO = 3
_MOST_CLAUSES, _APART = 2, {",", ":", ";", ".", "\n", "-", "\u2013", "\u2014", ")"}
# What begins a statement of its own: `I am in`.
_STATES = {"i", "we", "i'm", "we're", "you're", "estoy", "estamos", "hay", "it", "he", "she", "they"}
_ASIDE = {",", ":", ".", "(", "[", "-", "\u2013", "\u2014"}


def begin_of_talk(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the words begin that only say who signs in, before those that lead to the name; `end` is where the words
    end that say so behind the password."""
    # `Precond.: logged in as …`
    ends = (i + 1 for i in range(start - 1, -1, -1) if _ends(tokens[i]) and tokens[i + 1].text != ":")
    sentence = next(ends, 0)
    at = start
    while at > sentence and (is_idle(tokens[at - 1]) or tokens[at - 1].text in _ASIDE or is_person(tokens, at - 1)):
        at -= 1
    if _is_somebody(tokens, sentence, at) or _comes_in(tokens[sentence:at], tokens[start:end]):
        at = sentence
    while at < start and not _can_begin(tokens, at, sentence):
        at += 1
    return at


def end_of_talk(tokens: Sequence[Token], at: int) -> int:
    """Where the words end that follow the password and only say that it is for this, or that one signs in with it:
    `…: sign in with it`; where they begin, if they say more."""
    for _ in range(_MOST_CLAUSES):
        led = len(list(takewhile(lambda t: t.text in _APART, tokens[at:])))
        said = list(takewhile(lambda t: t.kind != "mark" and not joins(t), tokens[at + led :]))
        goes_on = not led or tokens[at].text == "," or ENTERS & {t.norm for t in said}
        only = bool(said) and all(is_idle(t) for t in said) and said[0].norm not in _STATES
        if not only or not goes_on:
            return at
        at += led + len(said)
    return at


def _comes_in(who: Sequence[Token], said: Sequence[Token]) -> bool:
    """`Oscar (…) signs in`"""
    named = 0 < len(who) <= _LONGEST_WHO and all(t.kind == "word" and t.text.istitle() for t in who)
    return named and bool(_IN & {t.norm for t in said})


def _ends(token: Token) -> bool:
    return token.text in ENDS or (token.kind == "quoted" and token.text.rstrip()[-1:] in ENDS)


def is_idle(token: Token) -> bool:
    is_plain = token.kind == "word" and token.norm not in NOT
    return is_plain and (token.norm in LEADS | _IDLE | _IN | ONCE | TRIES or bool(_DOES.match(token.norm)))


def is_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is that of who signs in: `as Oscar Thiele`, `Oscar's account`, `Oscar signs in`."""
    if tokens[at].kind != "word" or not tokens[at].text[:1].isupper():
        return False
    begin, end = at, at + 1
    while begin and tokens[begin - 1].kind == "word" and tokens[begin - 1].text.istitle() and at - begin < _LONGEST_WHO:
        if is_idle(tokens[begin - 1]):
            break
        begin -= 1
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].text.istitle():
        end += 1
    led, after = [t.norm for t in tokens[max(0, begin - 2) : begin]], tokens[end].norm if end < len(tokens) else ""
    owned = led[-1:] in (["of"], ["de"]) and bool(_OWNED & set(led))
    begins = not begin or tokens[begin - 1].kind == "mark" or led[-1:] in (["given"], ["que"])
    alone = begins and after in _IN | _OWNED
    return bool(_WHO & set(led[-1:])) or owned or alone or after in _OWNED


def _is_somebody(tokens: Sequence[Token], sentence: int, at: int) -> bool:
    """Whether the sentence begins with who does so, told by what they are: `The clerk is signed in as …`."""
    who = tokens[sentence:at]
    is_one = 1 < len(who) <= _LONGEST_WHO + 1 and who[0].norm in DETERMINERS and all(t.kind == "word" for t in who)
    plain = is_one and all(t.text.islower() and not verb_at(who, i) for i, t in enumerate(who) if i)
    return plain and tokens[at].norm in _IN


def _can_begin(tokens: Sequence[Token], at: int, sentence: int) -> bool:
    before = tokens[at - 1] if at > sentence else None
    apart = before is None or before.kind == "mark" or joins(before)
    return (apart and tokens[at].kind == "word") or tokens[at].norm in _BEGINS

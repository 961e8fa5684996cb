"""Who signs in that the page itself tells of: `with the second of the accounts that the sign-in page shows`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from .accounts import ENTERS, begin_of_talk, is_idle, is_person
from .lexicon import Verb
from .speech import ENDS, NOT, SECRETS, joins, verb_at
from .words import NUMBER_WORDS, ORDINALS, Token

_ACCOUNTS = {
    "account", "accounts", "user", "users", "login", "logins", "credentials", "cuenta", "cuentas", "usuario",
    "usuarios", "usuaria", "credenciales", "pair",
}  # fmt: skip
# That a page offers it to everyone, and which page that is.
_OFFERED = {
    "shown", "shows", "show", "displayed", "displays", "listed", "lists", "offers", "offered", "offer", "given",
    "gives", "provided", "sample", "test", "demo", "appears", "appear", "printed", "stands", "suggested", "suggests",
    "aparece", "aparecen", "sale", "salen", "muestra", "mostrada", "mostradas", "mostrado", "mostrados", "ofrece",
    "ofrecidas", "propone", "prueba", "figura", "figuran", "ve", "ven", "viene", "vienen", "lista", "listadas", "pone",
}  # fmt: skip
_DOOR = {
    "page", "screen", "form", "pagina", "pantalla", "formulario", "entrada", "acceso", "sign-in", "login", "log-in",
    "inicio", "signin", "front",
}  # fmt: skip
_BESIDES = {
    "there", "itself", "ahi", "alli", "abajo", "under", "below", "beneath", "beside", "debajo", "de", "del", "pick",
    "elige", "choose", "either", "those", "them", "ones", "up", "already", "people", "everyone", "trying", "try", "one",
    "that", "are", "available", "disponible", "disponibles", "cual", "dos", "al", "pie", "bottom", "top", "whose",
    "lugar", "place", "position", "posicion", "which", "cuya", "cuyo", "whichever",
}  # fmt: skip
_DEEDS: frozenset[Verb] = frozenset({"create", "edit", "delete", "save", "logout"})
_USES = {"use", "using", "take", "taking", "pick", "with", "as", "usa", "usando", "uso", "usar", "con", "como", "coge"}


def offered_in(tokens: Sequence[Token]) -> tuple[list[Token], Sequence[Token], tuple[Token, ...]]:
    """The goal without the words that say who of those whom the page tells of signs in, those words, and which of them
    say who it is; all of it, and none, where none do."""
    for at, token in enumerate(tokens):
        if token.norm not in _ACCOUNTS and token.kind != "email":
            continue
        begin, end = _around(tokens, at)
        said = tokens[begin:end]
        if _tells_account(tokens, begin, end) and not (_does_more(said) or _tells_secret(tokens, end)):
            which = tuple(t for t in said if _says_which(t))
            return [*tokens[:begin], *tokens[_after(tokens, begin, end) :]], said, which or (token,)
    return list(tokens), (), ()


def _does_more(said: Sequence[Token]) -> bool:
    """Whether the words deny it, or say what else is done: `sign out of the account`, `sign up with it`."""
    verbs = [verb_at(said, i) for i in range(len(said))]
    return any(t.norm in NOT for t in said) or any(verb is not None and verb[0] in _DEEDS for verb in verbs)


def _tells_secret(tokens: Sequence[Token], end: int) -> bool:
    """Whether more is told of the password, or it stands elsewhere: `as ada@x.test, leave the password empty`."""
    rest = takewhile(lambda t: t.text not in ENDS, tokens[end:])
    return any(t.norm in SECRETS for t in rest) or any(t.kind == "placeholder" for t in tokens)


def _around(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Where the words around a place begin and end that only tell of an account."""
    begin, end = at, at + 1
    while begin and _tells_of_one(tokens, begin - 1):
        begin -= 1
    while end < len(tokens) and (_tells_of_one(tokens, end) or _goes_on(tokens, end)):
        end += 1
    while end > at + 1 and tokens[end - 1].kind == "mark" and tokens[end - 1].text != ")":
        end -= 1
    return begin_of_talk(tokens, begin, end), end


def _tells_of_one(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    known = _ACCOUNTS | _OFFERED | _DOOR | _BESIDES | ORDINALS.keys() | NUMBER_WORDS.keys() | SECRETS
    return token.kind == "email" or (
        not joins(token) and (token.norm in known or is_idle(token) or is_person(tokens, at))
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket, `, whose password is shown` or `and the password of the page` goes on telling of it."""
    led = [t.norm for t in tokens[at + 1 : at + 3]]
    if tokens[at].text in ("(", ")"):
        return tokens[at].text == ")" or (led != [] and _tells_of_one(tokens, at + 1))
    if joins(tokens[at]):
        return bool(SECRETS & set(led)) and all(_tells_of_one(tokens, at + 1 + i) for i in range(len(led)))
    return tokens[at].text == "," and bool({"whose", "which", "that", "que", "cuya"} & set(led[:1]))


def _tells_account(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a whole clause says just which account of those that the page shows is used."""
    said = [t.norm for t in tokens[begin:end]]
    before, after = tokens[begin - 1] if begin else None, tokens[end] if end < len(tokens) else None
    apart = before is None or before.kind == "mark" or joins(before) or said[0] in _USES
    ends = after is None or after.kind == "mark" or joins(after) or verb_at(tokens, end) is not None
    leads = bool(set(said) & (_USES | ENTERS - {"login"})) or (before is not None and before.text == "(")
    if not (apart and ends and leads and said):
        return False
    named = [t for t in tokens[begin:end] if t.kind == "email"]
    which = bool(set(said) & _ACCOUNTS) or bool(named)
    shown = bool(set(said) & _OFFERED) or ("page" in said or bool(set(said) & (_DOOR - {"login", "sign-in"})))
    placed = any(word in ORDINALS for word in said) and any(b in ("page", "screen") for _, b in pairwise(said))
    is_who = bool(named) and (said[0] in ("as", "como") or bool(set(said) & (_ACCOUNTS | ENTERS)))
    return which and len(named) <= 1 and (shown or placed or is_who)


def _says_which(token: Token) -> bool:
    names = token.text[:1].isupper() and not is_idle(token) and token.norm not in _BESIDES | _USES
    return token.kind == "email" or token.norm in ORDINALS or token.norm in ("demo", "test") or names


def _after(tokens: Sequence[Token], begin: int, end: int) -> int:
    """After the mark that ends the clause, where it began a sentence."""
    begins = not begin or tokens[begin - 1].text in ENDS
    return end + (begins and end < len(tokens) and tokens[end].text in (",", ":"))

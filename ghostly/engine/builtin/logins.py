"""Parts that sign in: with what the goal says, or with what the page offers to everyone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import Node, Page
from ..planning import Planned
from ..secrecy import logins_in
from ..steps import Step
from .accounts import is_idle
from .controls import LAYERS, SECRET_WORDS, is_filled, is_search, said_with, sends
from .desk import Desk, Move, lost
from .finding import does, usable
from .lexicon import STOP
from .part import Goal, Part
from .signing import SHOWN
from .speech import EMPTY, NOT
from .taking import is_typed
from .words import ORDINALS, Token, normal, parts

_LABELS = {
    "email", "username", "user", "usuario", "correo", "mail", "e-mail", "account", "cuenta", "credentials",
    "credenciales", "login", "electronico", "address", "direccion",
}  # fmt: skip
_ACCESS = {
    "access", "credentials", "login", "account", "acceso", "credenciales", "cuenta", "screen", "one", "user", "sign-in",
    "log-in",
}  # fmt: skip
_WRONG = {
    "wrong", "invalid", "incorrect", "bad", "correct", "right", "fake", "valid", "incorrecta", "incorrecto", "mala",
    "erronea", "equivocada", "invalida", "correcta", "falsa", "valida",
}  # fmt: skip
_WAYS_IN = {
    "acceso", "acceder", "entrar", "cuenta", "intranet", "privada", "privado", "account", "login", "signin", "members",
    "identificarse", "identificate",
}  # fmt: skip
_LONGEST_WAY, _SEVERAL = 3, 2
_PAIR = re.compile(
    r"(?<![\w./])(?P<who>[\w.@+-]{2,})\s*[/:]\s*"
    r"(?P<word>(?P=who)|(?=[^\s,;:/()]*\d)(?=[^\s,;:/()]*[^\W\d])[^\s,;:/()]{4,}?)(?=[\s,;.)]|$)"
)
# What pages put between a name and its password.
_PARTS = str.maketrans("·•|", ",,,")


def login(desk: Desk, part: Part) -> Move:
    """Fill in the form that asks for a password, and send it."""
    secrets = [n for n in usable(desk.reading) if n.type == "password" and not n.disabled]
    if not secrets:
        return _way_to_login(desk, part)
    secret = secrets[0]
    name, password = credentials(part)
    if name is None and password is None and is_filled(desk, secret):
        return Move((_sent(desk, part, secret, frozenset()),))
    shown = meant_login(desk.situation.page, part.words, desk.goal) if not (password or _leaves_out(part)) else None
    if shown and (name is None or not name.is_value or name.norm == shown[0].norm):
        name, password = shown
    typed = [n for n in usable(desk.reading) if is_typed(n) and n.number < secret.number and not is_search(desk, n)]
    if password is None or (typed and name is None):
        what = "password" if password is None else "user name or e-mail address"
        return lost(part, what=f"The page asks to sign in, and the goal names no {what}.")
    given = [(typed[-1], name)] if typed and name else []
    steps = [_typed(desk, part, node, token) for node, token in (*given, (secret, password))]
    where = takewhile(lambda t: not t.is_value and t.norm not in ("as", "with", "using", "como", "con"), part.words)
    known = SECRET_WORDS | _LABELS | SHOWN | _WRONG | _ACCESS | ORDINALS.keys()
    called = {t.number for t in part.words if name and t.norm in (name.norm, name.norm.partition("@")[0])}
    uses = said_with(part, known) | {t.number for t in where} | called
    done = {planned.step.selector for planned in desk.done_for(part)}
    return Move((*(p for p in steps if p.step.selector not in done), _sent(desk, part, secret, uses)))


def _leaves_out(part: Part) -> bool:
    """`Sign in as ada@x.test without a password` is to be tried just so."""
    return bool((NOT | EMPTY) & {t.norm for t in part.words})


def sign_in(desk: Desk, part: Part) -> Move | None:
    """Sign in where the page asks for that first and offers with what, though the goal says nothing of it."""
    secret = next((n for n in usable(desk.reading) if n.type == "password" and not n.disabled), None)
    shown = meant_login(desk.situation.page, (), desk.goal)
    if secret is None or shown is None or any(p.verb == "login" for p in desk.goal.parts) or is_filled(desk, secret):
        return None
    typed = [n for n in usable(desk.reading) if is_typed(n) and n.number < secret.number and not is_search(desk, n)]
    pairs = [*((node, shown[0]) for node in typed[-1:]), (secret, shown[1])]
    why = "sign in with what the page offers"
    steps = [desk.act(part, "fill", node, explores=True, why=why, value=token.text) for node, token in pairs]
    called = {t.number for t in desk.goal.tokens if t.norm == normal(shown[0].text).partition("@")[0]}
    sent = _sent(desk, part, secret, frozenset(called))
    return Move((*steps, replace(sent, explores=True, ends_part=False, commits=False, why=why)))


def meant_login(page: Page, told: Sequence[Token], goal: Goal) -> tuple[Token, Token] | None:
    """The name and the password of those that a page itself offers to who wants to try it whom the words mean: by their
    address, their place, or what they are called; else the one whose address the goal says anywhere, or the first.
    None where the words name somebody else and several are offered."""
    offered = _offered(page)
    addresses = [t.norm for t in told if t.kind == "email"]
    if addresses:
        return next((_as_tokens(each) for each in offered if normal(each[0]) in addresses), None)
    if place := next((ORDINALS[t.norm] for t in told if t.norm in ORDINALS), 0):
        at = place - 1 if place > 0 else len(offered) - 1
        return _as_tokens(offered[at]) if 0 <= at < len(offered) else None
    # `As the clerk, …` says which of those offered is meant.
    words = {t.norm for t in told or goal.tokens}
    called = [each for each in offered if normal(each[0]).partition("@")[0] in words]
    if len(called) != 1 and len(offered) > 1 and any(t.kind == "word" and t.names and not is_idle(t) for t in told):
        return None
    everywhere = {t.norm for t in goal.tokens if t.kind == "email"}
    said = [each for each in offered if normal(each[0]) in everywhere]
    meant = called if len(called) == 1 else said or offered
    return _as_tokens(meant[0]) if meant and (len(said) < _SEVERAL or meant is not said) else None


def _offered(page: Page) -> list[tuple[str, str]]:
    texts = [n.said.translate(_PARTS) for n in page.nodes if n.kind == "text" and not n.hidden]
    return list(dict.fromkeys([pair for text in texts for pair in _told_in(text)] or _told_in(" ".join(texts))))


def _as_tokens(account: tuple[str, str]) -> tuple[Token, Token]:
    name, password = (Token(-1, "quoted", each, normal(each), 0, 0) for each in account)
    return name, password


def _told_in(text: str) -> list[tuple[str, str]]:
    """The names with their passwords that a text of a sign-in page tells, however tersely: `clerk / pass77`."""
    told = [_said_at(text, *found) for found in logins_in(text)]
    return told or [(match["who"], match["word"]) for match in _PAIR.finditer(text)]


def _said_at(text: str, name: tuple[int, int], secret: tuple[int, int]) -> tuple[str, str]:
    return text[slice(*name)], text[slice(*secret)]


def _way_to_login(desk: Desk, part: Part) -> Move:
    nodes = usable(desk.reading)
    if desk.done_for(part) or any(does(n, "logout") for n in nodes):
        return Move(done=True)
    ways = [n for n in nodes if does(n, "login") and not does(n, "logout")]
    ways = ways or [n for n in nodes if n.role in ("link", "button", "tab", "menuitem") and _is_way_in(n)]
    return Move((desk.act(part, "click", ways[0], explores=True),)) if ways else lost(part)


def _is_way_in(node: Node) -> bool:
    """Whether a short name is that of where people sign in: `Acceso empleados`, `My account`."""
    said = parts(node.said)
    return len(said) <= _LONGEST_WAY and bool(_WAYS_IN & set(said))


def _typed(desk: Desk, part: Part, node: Node, token: Token) -> Planned:
    return desk.plan(
        part, Step("fill", selector=node.selector, value=token.text), node, frozenset({token.number}), False
    )


def _sent(desk: Desk, part: Part, secret: Node, uses: frozenset[int]) -> Planned:
    form = next((h for h in desk.reading.page.parents(secret) if h.role in LAYERS), None)
    inside = list(desk.reading.page.within(form)) if form else usable(desk.reading)
    buttons = sorted((n for n in inside if sends(n)), key=lambda n: (not does(n, "login"), n.number))
    if buttons:
        return desk.act(part, "click", buttons[0], uses, ends=True)
    return desk.plan(part, Step("press", key="Enter", selector=secret.selector), secret, uses, True)


def credentials(part: Part) -> tuple[Token | None, Token | None]:
    """Who signs in, and with what password."""
    # The `without` of `without a password` is none.
    words = [t for t in part.words if t.kind != "mark" and (t.is_value or t.norm not in NOT | EMPTY)]
    at = next((i for i, t in enumerate(words) if t.norm in SECRET_WORDS), None)
    password = next((t for t in words[at + 1 :] if t.is_value or t.norm not in STOP), None) if at is not None else None
    values = [
        t for t in words if t is not password and (t.is_value or (t.norm not in STOP and t.norm not in SECRET_WORDS))
    ]
    named = [
        t for t in values if t.norm not in _LABELS and (t.is_value or t.norm not in SHOWN | _ACCESS | ORDINALS.keys())
    ]
    if password is None:
        password = next((t for t in named[1:] if not _is_surname(t, words)), None)
    name = next((t for t in named if t.kind in ("email", "placeholder", "quoted") and t is not password), None)
    return name or next((t for t in named if t is not password), None), password


def _is_surname(token: Token, words: Sequence[Token]) -> bool:
    """Whether a word is the last one of a name: `sign in as Cy Lund`."""
    before = next((a for a, b in pairwise(words) if b is token), None)
    return token.kind == "word" and token.text.istitle() and before is not None and before.text.istitle()

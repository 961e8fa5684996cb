"""Which page a check says is shown: `I land on the Orders page`, `the Orders page opens`, `I am taken to /orders`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from ..page import Page
from .lexicon import STOP, same
from .speech import DETERMINERS
from .words import ORDINALS, Token, parts

_SCREENS = {"page", "screen", "view", "pagina", "pantalla", "vista"}
_SELVES = {
    "i", "i'm", "we", "we're", "you", "you're", "user", "users", "me", "us", "app", "application", "site", "browser",
    "usuario", "usuaria", "aplicacion", "sitio", "navegador", "yo", "nos",
}  # fmt: skip
_ARRIVES = re.compile(
    r"(?:land(?:s|ed|ing)?|ends?|ended|am|i'm|(?:we|you)'re|are|was|were|been|being|be|is|arriv(?:es?|ed|ing)|taken|takes?|(?:re)?directs?"
    r"|(?:re)?directed|sent|sends?|brought|brings?|led|leads?|gets?|got|reach(?:es|ed)?|see(?:s|n)?|shown?|shows|display(?:ed|s)?"
    r"|opens?|opened|appears?|appeared|loads?|loaded|comes?|came|visible|remains?|stays?|find|myself"
    r"|lleg[aoue]\w*|acab[aoe]\w*|est(?:oy|amos|a|as|e|es|ar)|termin[aoe]\w*|aterriz\w+|redirig\w+|redirij\w+|llev[aeo]\w*"
    r"|muestr\w+|mostrad[oa]|mostrar\w*|ve|veo|vea|ver|vemos|abr[aei]\w*|aparec\w+|aparez\w+|carg\w+|sal[eg]\w*|sigo|siga|queda\w*|pas(?:[aeo]|an|ar|amos))$"
)
_I_DO = re.compile(
    r"(?:(?:lleg|acab|est|termin|aterriz|sig)(?:o|oy|amos|uimos)|(?:lleg|acab|termin|llev)a|redirig\w+)$"
)
# What only somebody does, left out as he may be: `then get to the Notes page`.
_MOVES = re.compile(
    r"(?:(?:land|arriv|reach)\w*|pas(?:[aeo]|an|ar|amos)|gets?|got|ends?|ended|taken|(?:re)?directed|sent|brought|led)$"
)
_OPENS = re.compile(r"(?:opens?|opened|loads?|loaded|abr[aei]\w*|carg[aue]\w*)$")
_OF = {"of", "de", "del"}
_TOWARDS = {"on", "at", "to", "in", "en", "a"}
_HERE = {
    "up", "back", "automatically", "directly", "straight", "right", "now", "again", "ahora", "directamente", "de",
    "vuelta",
}  # fmt: skip


def page_meant(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words that name the page; none where the check says anything else as well."""
    told = [t for t in words if t.kind != "mark" or t.text == "/"]
    screen = next((i for i, t in enumerate(told) if t.norm in _SCREENS), None)
    name = _gone_to(told) if screen is None else _named_before(told, screen) or _named_after(told, screen)
    led = told[told.index(name[0]) - 1 :: -1] if name and told.index(name[0]) else []
    towards = next((t for t in led if t.norm not in DETERMINERS | _SCREENS | _OF), None)
    if screen is not None and towards and towards.norm in _TOWARDS and not _is_somebody(told):
        # `It is shown on the Orders page` is said of something on it.
        return ()
    rest = [t for t in told if t not in name and t.text != "/" and t.norm not in _SCREENS | _SELVES | _HERE | STOP]
    arrives = any(_ARRIVES.match(t.norm) for t in told if t not in name)
    return tuple(name) if name and arrives and all(_ARRIVES.match(t.norm) for t in rest) else ()


def _is_somebody(told: Sequence[Token]) -> bool:
    first = next((t.norm for t in told if t.norm not in DETERMINERS | {"se", "me", "nos", "te"}), "")
    return first in _SELVES or bool(_I_DO.match(first) or _MOVES.match(first))


def _gone_to(told: Sequence[Token]) -> list[Token]:
    """`I am redirected to Orders`: only somebody arrives somewhere without a word for it."""
    at = next((i for i, t in enumerate(told) if i and t.norm in _TOWARDS), None)
    if (
        at is None
        or not (told[0].norm in _SELVES or _I_DO.match(told[0].norm))
        or not _ARRIVES.match(told[at - 1].norm)
    ):
        return []
    name = [t for t in told[at + 1 :] if t.text != "/" and t.norm not in STOP]
    is_path = at + 1 < len(told) and told[at + 1].text.startswith("/")
    return name if is_path or all(t.names for t in name) else []


def page_opened(words: Sequence[Token]) -> tuple[Token, ...]:
    """The name of what opens, which may be a page: `se abre Pedidos`; none where a check says anything else."""
    told = [t for t in words if t.kind != "mark" and t.norm not in {*DETERMINERS, "se"}]
    name = tuple(t for t in told if t.names)
    opens = len(told) == len(name) + 1 and any(_OPENS.match(t.norm) for t in (told[0], told[-1]) if t not in name)
    return name if name and opens else ()


def _named_before(told: Sequence[Token], screen: int) -> list[Token]:
    """`The New order page`"""
    begin = screen
    while begin and _may_name(told[begin - 1]):
        begin -= 1
    name = [t for t in told[begin:screen] if t.names or not _ARRIVES.match(t.norm)]
    return [] if any(t.norm in ORDINALS for t in name) else name


def _may_name(token: Token) -> bool:
    written = token.text[:1].isupper() and token.norm not in DETERMINERS
    return token.text != "/" and token.norm not in _SELVES and (written or token.norm not in STOP)


def _named_after(told: Sequence[Token], screen: int) -> list[Token]:
    """`La página de Pedidos`"""
    after = told[screen + 1 :]
    leads = bool(after) and after[0].norm in ("of", "de", "del", "for", "called", "llamada")
    name: list[Token] = []
    for token in after[1:] if leads else []:
        if name and (token.norm in STOP or _ARRIVES.match(token.norm)):
            break
        if token.norm not in STOP:
            name.append(token)
    return name


def is_called(page: Page, name: Sequence[Token]) -> bool:
    """Whether a heading, the title, the current link or the address of the page names it so."""
    words = [word for token in name for word in parts(token.norm)]
    shown = [n for n in page.nodes if not n.hidden]
    heads = [n.said for n in shown if n.role == "heading" or n.states.get("current") in ("page", "true")]
    titles = re.split(r"\s+[|·•–—-]\s+", page.title)
    last = urlsplit(page.url).path.rstrip("/").rpartition("/")[2]
    return any(_names(parts(head), words) for head in (*heads, *titles, last))


def _names(said: Sequence[str], words: Sequence[str]) -> bool:
    """In just these words, or as a whole in words that mean the same: `Customer` in a heading of more is no
    `Customers` page."""
    told = [word for word in said if word not in STOP]
    alike = len(told) == len(words) and all(any(same(word, each) for each in told) for word in words)
    return bool(told) and (alike or all(word in told for word in words))

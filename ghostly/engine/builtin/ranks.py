"""At which place of a list something stands, as a check tells it: `Ada comes first`, `la lista termina con Ada`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..page import Page
from .evidence import is_how, without_offers
from .finding import turns_further
from .lexicon import STOP, same
from .part import Part
from .questions import COUNTED, GOES_ON, Answer, heads_of, lists, says, says_all
from .regions import feet_of
from .relations import relates
from .speech import COMMA, DETERMINERS, MODAL, NEW, tells_of
from .words import ORDINALS, Token, parts

_ENDS = {
    **dict.fromkeys(("top", "arriba", "principio", "beginning"), 1),
    **dict.fromkeys(("bottom", "abajo", "final", "end"), -1),
}
_LOOSE = {"end", "final", "beginning", "principio"}
BEGINS = {
    **dict.fromkeys(("starts", "begins", "start", "begin", "empieza", "comienza", "empezar", "comenzar"), 1),
    **dict.fromkeys(("ends", "finishes", "end", "finish", "termina", "acaba", "terminar", "acabar"), -1),
}
WITH = {"with", "con", "por", "en"}
_LISTS = {"list", "lista", "listado", "table", "tabla"}
_AT, _ROWS = {"in", "on", "at", "en"}, {"row", "fila", "line", "linea", "entry", "entrada"}
# What is first or last otherwise than in a list: `the first page`, `the last name`, `last seen`.
_NO_ENTRIES = {
    "page", "pagina", "name", "nombre", "apellido", "step", "paso", "time", "vez", "tab", "pestana", "screen", "field",
    "campo", "column", "columna", "message", "mensaje", "seen", "visto", "vista", "day", "dia", "week", "semana",
}  # fmt: skip
# `It says Ada at the top` is said of the page, not of a list.
_SAYS = {
    "says", "say", "reads", "read", "shows", "show", "displays", "display", "dice", "diga", "pone", "ponga", "lee",
    "lea", "muestra", "muestre",
}  # fmt: skip
_IDLE = {
    "one", "ones", "comes", "come", "stands", "stand", "place", "position", "lugar", "posicion", "todo", "right",
    "very", "that", "of", "del", "de", "al", "a", "uno", "una", "el", "la", "is", "es", "sale", "aparece", "esta", "va",
    "quedar", "queda", "quede", "figurar", "figura", "figure", "tiene", "que", "has", "to",
}  # fmt: skip


def ranked(part: Part, page: Page) -> Answer | None:
    """None where a check names no place of a list, or says more than what stands there."""
    words = [t for t in part.words if t.kind != "mark"]
    names = [t for t in words if t.names and t.norm not in STOP and t.norm not in ORDINALS]
    place = _place_in(words, names)
    others = {t.norm for t in words} & _NO_ENTRIES or any(t.kind == "number" for t in names)
    if place is None or not names or others or any(not _is_idle(t, page) for t in words if t not in names):
        return None
    is_bare = not any(t.norm in ORDINALS.keys() | _LISTS | COUNTED | BEGINS.keys() for t in words if t not in names)
    if is_bare and any(t.norm in _SAYS for t in words):
        return None
    if place < 0 and (foot := _foot_with(page, names)):
        # `At the end of the table it says "3 orders in all"`
        return Answer(not part.negated, f'At the foot stands "{foot[:80]}".')
    own = [group for group in lists(page) if any(all(says(text, t) for t in names) for _, text in group)]
    if is_bare and not own:
        return None
    groups = own or lists(page)
    longest = max(map(len, groups), default=0)
    groups = [group for group in groups if len(group) == longest]
    if len(groups) != 1 or longest < max(abs(place), 2):
        return None
    if place < 0 and turns_further(page):
        return GOES_ON
    node, _ = groups[0][place - 1 if place > 0 else place]
    said = without_offers(page, node, part.words)
    return Answer(all(says(said, t) for t in names) is not part.negated, f'The entry at that place is "{said[:80]}".')


def place_told(part: Part) -> int | None:
    """The place of a list at which a check says that something stands, whatever it says besides of it."""
    words = [t for t in part.words if t.kind != "mark" and not t.is_value]
    names = [t for t in words if t.names and t.norm not in STOP and t.norm not in ORDINALS]
    of_list = any(t.norm in ORDINALS.keys() | _LISTS | COUNTED | BEGINS.keys() for t in words if t not in names)
    told = {t.norm for t in words}
    return None if told & _NO_ENTRIES or (not of_list and told & _SAYS) else _place_in(words, names)


def _foot_with(page: Page, names: Sequence[Token]) -> str:
    """What the foot of a table says, where no entry and only it says all of this."""
    if any(all(says(text, t) for t in names) for group in lists(page) for _, text in group):
        return ""
    told = (" ".join(foot.readable) for foot in feet_of(page, ()))
    return next((text for text in told if all(says(text, t) for t in names)), "")


def ranked_own(part: Part, page: Page, row: str) -> Answer | None:
    """Whether what was made or changed, of which a check says nothing else, stands at the place that it tells: `the
    first row is the new one`, `sale la primera`."""
    words = [t for t in part.words if t.kind != "mark"]
    names = [t for t in words if t.names and t.norm not in STOP and t.norm not in ORDINALS]
    place, heads = _place_in(words, names), [w for n in page.nodes if n.role == "columnheader" for w in parts(n.said)]
    told = [t for t in words if t not in names and t.norm not in NEW]
    others = {t.norm for t in words} & _NO_ENTRIES or any(same(t.norm, w) for t in told for w in heads)
    if place is None or others or not all(says(row, t) and t.kind != "number" for t in names):
        return None
    if not all(_is_idle(t, page) for t in told):
        return None
    groups = [[text for _, text in group] for group in lists(page) if any(text == row for _, text in group)]
    if len(groups) != 1 or len(groups[0]) < max(abs(place), 2):
        return None
    if place < 0 and turns_further(page):
        return GOES_ON
    said = groups[0][place - 1 if place > 0 else place]
    return Answer((said == row) is not part.negated, f'The entry at that place is "{said[:80]}".')


def told_in_row(part: Part, page: Page) -> Answer | None:
    """`I see Ada and 20 in the first row`: all that is told is in that row; None where it names no row."""
    words = [t for t in part.words if t.kind != "mark"]
    at = next((i for i in range(2, len(words) - 1) if _is_row(words[i - 2 : i + 2])), None)
    if at is None:
        return None
    before, after = words[: at - 2], words[at + 2 :]
    of_list = [t for t in after if t.norm in STOP | _LISTS]
    told = before if len(of_list) == len(after) else after if all(t.norm in STOP for t in before) else []
    heads = {word for head in heads_of(page) for word in head}
    told = [t for t, then in pairwise([*told, COMMA]) if t.norm in heads or not _only_tells(t, then)]
    longest = max(lists(page), key=len, default=())
    place = ORDINALS[words[at].norm]
    if not any(t.names or t.kind == "number" for t in told) or len(longest) < max(place, 2):
        return None
    if sum(len(group) == len(longest) for group in lists(page)) > 1 or (place < 0 and turns_further(page)):
        return Answer(None, "The page does not tell which row that is.")
    node, text = longest[place - 1 if place > 0 else place]
    return Answer(says_all(page, node, told, part.words) is not part.negated, f'That row is "{text[:80]}".')


def _is_row(words: Sequence[Token]) -> bool:
    lead, article, place, row = (t.norm for t in words)
    return lead in _AT and article in DETERMINERS and place in ORDINALS and row in _ROWS


def _only_tells(token: Token, then: Token) -> bool:
    """Whether a word says how something is to be seen, or what kind of thing a name behind it is."""
    if token.names or token.kind != "word":
        return False
    is_kind = then.names and token.norm not in ORDINALS
    return is_kind or is_how(token) or tells_of(token) or token.norm in STOP | MODAL | _LISTS


def _place_in(words: Sequence[Token], names: Sequence[Token]) -> int | None:
    """The place that the words tell; None where they tell none, or several."""
    plain = [t for t in words if t not in names]
    begins = [BEGINS[a.norm] for a, b in pairwise(words) if a.norm in BEGINS and b.norm in WITH]
    if begins and any(t.norm in _LISTS for t in plain):
        return begins[0]
    told = {ORDINALS[t.norm] for t in plain if t.norm in ORDINALS and t.norm not in _LOOSE}
    # `It has to end up there`, and `al final` of what comes in the end.
    of_list = any(t.norm in _LISTS for t in plain)
    told |= {_ENDS[t.norm] for t in plain if t.norm in _ENDS and (of_list or t.norm not in _LOOSE)}
    return next(iter(told)) if len(told) == 1 else None


def _is_idle(token: Token, page: Page) -> bool:
    """Whether a word says nothing of what stands there, or only what the page lists."""
    if token.kind != "word" or not token.text[:1].islower():
        return token.norm in STOP
    if token.norm in STOP | MODAL | ORDINALS.keys() | _ENDS.keys() | BEGINS.keys() | _LISTS | COUNTED | _IDLE:
        return True
    heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden][:2]
    kinds = [n.said for n in page.nodes if n.role == "columnheader"]
    return is_how(token) or relates(token) or any(same(token.norm, w) for h in (*heads, *kinds) for w in parts(h))

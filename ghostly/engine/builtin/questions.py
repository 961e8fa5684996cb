"""Checks that ask for more than a text: how many, in which place, in which state, in which field, at which address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, takewhile
from math import dist

from ..page import Node, Page
from .arrivals import is_called, page_meant, page_opened
from .bounds import bound_in, is_any, is_message
from .dates import read_date, says_day
from .finding import turns_further
from .lexicon import EVERY, STOP, same, same_name, verbs
from .matching import Reading, holds
from .part import Part, groups_of
from .relations import labels_of, relates
from .speech import COMMA, DETERMINERS, KEPT, NOT, OTHERS, RELOADS, finite_at
from .toggles import toggled
from .units import names_unit, shows_unit
from .unnamed import COUNTS
from .vouching import hedges, says_not
from .words import ORDINALS, Token, bare, count_of, normal, parts, stem, whole

_DENIALS = {"no", "not"}
_REMAINING = {"left", "remaining", "restantes", "altogether"}
COUNTED = {
    "row", "rows", "fila", "filas", "entry", "entries", "entrada", "entradas", "item", "items", "elemento", "elementos",
    "result", "results", "resultado", "resultados", "record", "records", "registro", "registros", "card", "cards",
    "tarjeta", "tarjetas", "line", "lines", "linea", "lineas",
}  # fmt: skip
CELLS = ("cell", "gridcell", "rowheader")
_THE_ONLY = {("the", "only"), ("the", "sole"), ("el", "unico"), ("la", "unica")}
_ONCE = {"once": 1, "twice": 2, "thrice": 3}
_TIMES = {"time", "times", "vez", "veces"}
_OF_TIMES = {
    "list", "table", "page", "lista", "tabla", "pagina", "appears", "appear", "occurs", "found", "sale", "salga",
    "aparece", "aparezca", "figura", "figure", "esta", "is", "entry", "row", "fila", "entrada",
}  # fmt: skip
_ARTICLES, _ALONE = (
    {"un", "una"},
    {"only", "just", "exactly", "single", "solo", "solamente", "exactamente", "queda", "unico", "sola", "unica"},
)
_EXACTLY = {"exactly", "exactamente", "the", "los", "las", "all", "that", "que", "only", "solo", "just", "now", "ahora"}
_REMAIN = {"are", "were", "remain", "appear", "show", "come"}
_MARKED_AS = {"marked", "shown", "listed", "as", "now", "marcado", "marcada", "marcados", "marcadas", "como", "ahora"}
# `Two orders remain`
_LASTS = {"remain", "stay", "exist", "appear"}
_THEM = {"them", "ellos", "ellas"}
_BEING = {"there", "are", "be", "were", "must", "should", "hay", "deben", "debe", "haber", "se", "estan", "ser"}
_SEEN = {
    "listed", "shown", "displayed", "listados", "listadas", "listan", "muestran", "salen", "aparecen", "salir",
    "aparecer",
}  # fmt: skip
# `Two orders come up`
_COME, _UP = {"come", "comes", "turn", "turns", "show", "shows", "pop", "pops"}, {"up", "back"}
_IN_ALL = {"total", "altogether", "suma", "suman"}
_EXIST = {"are", "hay", "haber", "haya", "habra", "quedan", "salen", "aparecen", "figuran", "remain", "left", "listed"}
# What is said of a sum, and what tells one amount of each from another.
_SUM = {"total", "totals", "totales", "sum", "suma"}
_COMPARES = {
    "over", "under", "above", "below", "than", "least", "most", "from", "mas", "menos", "sobre", "at", "each", "with",
    "cada", "con", "and", "y", "e", "or", "o",
}  # fmt: skip
_COLUMNS = {"column", "columna", "columns", "columnas"}
# What a check may add to the name of a column.
_PLAIN_HEADS = _COLUMNS | {"date", "fecha", "value", "valor", "time", "hora", "day", "dia", "name", "nombre", "limite"}
_LONGEST_AMOUNT = 8
_PLURALS = {"people", "personas", "gente"}
_ANYTHING = Token(-1, "word", "entries", "entries", 0, 0)
_COUNTS = re.compile(
    r"(?:there|has|have|had|show|list|contain|includ|display|hold|hay|tien|muestr|mostr|contien|qued|left|remain|only"
    r"|just|solo|exact|must|should|deb|see|expect|esper[aeo]|total|in$|encuentr|hall|found|find|aparec|figuran|salen|ven$|veo$|vemos$)"
)
_FIELDS = {"field", "box", "input", "textbox", "campo", "casilla", "caja", "textarea"}
_VALUED = ("textbox", "searchbox", "combobox", "spinbutton", "slider")
_TICKED = ("checkbox", "switch", "radio", "menuitemcheckbox", "menuitemradio")
_SAYS_WHAT = re.compile(
    r"(?:is|are|shows?|says?|contains?|reads?|holds?|has|be|equals?|esta|es|son|muestra|dice|diga|decir|contiene"
    r"|contener|tiene|tener|contain|show|say|read|have|ends?|termina)$"
)
# `The price must stay 4 €`, `el precio tiene que seguir siendo 4 €`.
_STAYS = re.compile(r"(?:remain|stay|keep|continu|segu|sig(?:ue|uen|a|an)$|siendo$|being$|permanec|manten|mantien)")
_OF = {"of", "for", "in", "on", "de", "del", "en"}
# `The total should become €5`, `el stock baja a 3`.
_BECOMES = re.compile(
    r"(?:becom|turn(?:s|ed)?$|chang|ris(?:e|es|en|ing)$|rose$|drop|fall|fell|increas|decreas|go(?:es)?$|went$|up$|down$"
    r"|updat|pas(?:a|e|o|ar|ado)$|qued|cambi|sub(?:e|a|ir|io|ido)$|baj(?:a|e|ar|o|ado)$|actualiz)"
)
_SET_TO = {"set", "chosen", "selected", "seleccionado", "seleccionada", "elegido", "elegida"}
_IS_SO = {"is", "are", "be", "es", "esta", "sea", "marked", "not", "no"}
_ADJECTIVE = re.compile(r"(?:able|ible|ed|ory|ad[oa]|id[oa]|ori[oa]|only)$")
_ADDRESS = {"url", "address", "direccion"}
_STATES: Mapping[str, tuple[str, bool]] = {
    **dict.fromkeys(("disabled", "deshabilitado", "deshabilitada", "greyed", "grayed", "gris", "readonly", "read-only",
                     "bloqueado", "bloqueada"), ("enabled", False)),
    **dict.fromkeys(("enabled", "habilitado", "habilitada", "clickable", "editable"), ("enabled", True)),
    # Of a box it says that it is ticked, and of a button that it may be pressed.
    **dict.fromkeys(("active", "activo", "activa"), ("either", True)),
    **dict.fromkeys(("inactive", "inactivo", "inactiva"), ("either", False)),
    **dict.fromkeys(("activado", "activada"), ("either", True)),
    **dict.fromkeys(("desactivado", "desactivada"), ("either", False)),
    **dict.fromkeys(("checked", "ticked", "on", "marcado", "marcada"), ("checked", True)),
    **dict.fromkeys(("unchecked", "unticked", "off", "desmarcado", "desmarcada"), ("checked", False)),
    **dict.fromkeys(("selected", "seleccionado", "seleccionada", "chosen", "elegido", "elegida"), ("selected", True)),
}  # fmt: skip
_BOXES = ("checkbox", "switch", "menuitemcheckbox")
_BOX_WORDS = {
    "box", "boxes", "checkbox", "checkboxes", "switch", "switches", "casilla", "casillas", "interruptor",
    "interruptores",
}  # fmt: skip
# How a sentence begins that denies all of a kind, the longest first.
_NOT_ONE = (
    ("not", "a", "single"), ("not", "one"), ("ni", "una", "sola"), ("ni", "un", "solo"), ("ni", "una"), ("ni", "un"),
    ("none",), ("no",), ("ninguna",), ("ninguno",), ("ningun",),
)  # fmt: skip
_AFTER = {"after", "tras", "al", "despues"}
# What shows how many of something there are.
_MARKS = {"marca", "marque", "marcar", "indica", "indique", "indicar"}
_COUNTERS = {"counter", "contador", "badge", "marcador"}
_DETERMINERS, _OF_ITS, _PAIR = {"the", "a", "el", "un", "la", "that", "que", "its", "su"}, {"of", "for", "de", "del"}, 2
_THE_PAGE = {"a", "the", "una", "la", "de", "of", "page", "pagina"}
SAYS_IT = {"it", "they", "he", "she"}
_SET = {
    **dict.fromkeys(("chosen", "active", "set", "elegido", "elegida", "activo", "activa"), True),
    **dict.fromkeys(("encendido", "encendida"), True),
    **dict.fromkeys(("inactive", "inactivo", "inactiva", "apagado", "apagada"), False),
}
_CHOICES = {"option", "opcion", "radio", "toggle", "interruptor", "switch"}
# What stands beside how something is, and says no more.
_AS_IT_IS = {"not", "no", "turned", "still", "already", "ya", "now", "ahora", "switched"}
_BE = {
    "aparece",
    "sale",
    "appears",
    "looks",
    "is",
    "are",
    "be",
    "esta",
    "estan",
    "este",
    "estar",
    "remains",
    "stays",
    "sigue",
    "turned",
    "switched",
    "becomes",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page says to a question; `rest` are the words that the question left over."""

    met: bool | None
    said: str
    rest: tuple[Token, ...] = ()


# What comes last in a list that has more pages.
GOES_ON = Answer(None, "The list goes on on another page, which says what comes last.")


def answer(part: Part, page: Page) -> Answer | None:
    """None when the check asks for nothing but a text."""
    for ask in (_of_address, _of_screen, _of_counter, _of_state, _of_field, _of_times, _of_count, _of_place):
        if found := ask(part, page):
            if found.met is None or not part.negated:
                return found
            return Answer(not found.met, found.said, found.rest)
    return None


def items(page: Page) -> tuple[tuple[Node, str], ...]:
    return page.entries


def says(text: str, token: Token) -> bool:
    """Whether a text says a word or a value of the goal: a number as a whole one, a date in any notation."""
    if token.kind == "word":
        # `pH` is one word, and `newOrder` two.
        said = {*parts(text), *whole(text)}
        alike = same_name if token.text[:1].isupper() else same
        is_said = all(any(part == word or alike(part, word) for part in said) for word in parts(token.norm))
        return is_said or shows_unit(text, token)
    if token.kind != "number":
        return holds(normal(text), bare(token.text)) or _denies_it(text, token) or _says_share(text, token)
    wanted = f"-{bare(token.text)}" if re.match(r"-\d", token.text) else bare(token.text)
    if any(not _is_below_zero(normal(text), found.start()) for found in re.finditer(
        rf"(?<!\w)(?<!\d[.,:/-]){re.escape(wanted)}(?!\w|[.,:/-]\d)", normal(text))):  # fmt: skip
        return True
    if _is_amount(token.text) and any(as_amount(each) == as_amount(token.text) for each in _AMOUNTS.findall(text)):
        return True
    day = read_date(token.text)
    return says_day(text, token.text) or (
        day is not None and any(read_date(each) == day for each in _DATES.findall(text))
    )


def _says_share(text: str, token: Token) -> bool:
    """Whether a text says how many of how many in other words: `4/20` and `4 of 20` for `4 de 20`."""
    told = _SHARE.fullmatch(token.norm) if token.kind == "quoted" else None
    return told is not None and any(found.groups() == told.groups() for found in _SHARE.finditer(normal(text)))


def _denies_it(text: str, token: Token) -> bool:
    """Whether a text says in another language that something is not so: `Not paid` for `no pagada`."""
    no, *state = parts(token.norm) if token.kind == "quoted" else ("",)
    if no not in _DENIALS or len(state) != 1 or len(token.text) < token.end - token.start:
        # What the goal quotes is meant literally.
        return False
    return any(one in _DENIALS and same(other, state[0]) for one, other in pairwise(parts(text)))


def _is_below_zero(text: str, at: int) -> bool:
    """Whether a minus stands before a number that has none of its own."""
    return text[at : at + 1] not in "-−" and bool(re.search(r"(?:^|[\s:=(€$£])[-−]$", text[:at]))


def shows_value(text: str, value: str) -> bool:
    """Whether a text shows what was typed: an amount with either mark, and a day in any notation."""
    if holds(normal(text), bare(value)):
        return True
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = read_date(value)
        return day is not None and any(day in _days_of(each) for each in _DATES.findall(text))
    days = _days_of(value) - {None} if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", value) else set()
    if len(days) == 1:
        return any(_days_of(each) - {None} == days for each in _DATES.findall(text))
    if not re.fullmatch(r"-?\d+[.,]\d+", value):
        return False
    return any(as_amount(each)[1] == as_amount(value)[1] for each in _AMOUNTS.findall(text))


def _days_of(text: str) -> set[date | None]:
    """The days that a text may mean, by whether the day or the month comes first."""
    turned = re.sub(r"^(\d{1,2})([/.-])(\d{1,2})([/.-])", r"\3\2\1\4", text)
    return {read_date(text), read_date(turned)}


_SHARE = re.compile(r"(?<![\w.,/])(\d+) ?(?:de|of|out of|/) ?(\d+)(?![\w/]|[.,]\d)")
_PARTED = re.compile(r"\d+[.,]\d[\d.,]*(?<![.,])")
_AMOUNTS = re.compile(r"(?:[$€£]\s?)?\d[\d.,]*(?<![.,])(?:\s?(?:[$€£%]|EUR\b|USD\b|GBP\b))?")
_CODES = {"EUR": "€", "USD": "$", "GBP": "£"}


def _is_amount(text: str) -> bool:
    return bool(re.search(r"[$€£]|\d[.,]\d", text)) and not re.search(r"[/:-]", text)


def amounts_said(text: str) -> list[str]:
    """The numbers in a text, each with the sign of its currency."""
    return _AMOUNTS.findall(text)


def as_amount(text: str) -> tuple[str, str]:
    """The sign of an amount and its number, however its decimals are written: `319,60 €` and `€319.60` are one."""
    sign = "".join(_CODES.get(each, each) for each in re.findall(r"[$€£%]|EUR|USD|GBP", text))
    digits = re.sub(r"[^\d.,]", "", text)
    whole, mark, cents = digits.rpartition("," if digits.rfind(",") > digits.rfind(".") else ".")
    if not mark or len(cents) == 3 or (digits.count(mark) > 1 and not set(",.") - {mark} & set(digits)):
        whole, cents = digits, ""
    return sign, f"{int(re.sub(r'[.,]', '', whole) or 0)}.{cents.rstrip('0')}"


def values_by_head(page: Page, words: Sequence[Token]) -> list[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    """The columns that a check names, each by its words, with the values that it is to say."""
    said = [parts(n.said) for n in page.nodes if n.role == "columnheader" and parts(n.said)]
    # `Stock` is said for `In stock`.
    words = _with_heads_spelled(words, said)
    heads = {*said, *(kept for head in said if (kept := tuple(w for w in head if w not in STOP)))}
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        # `On the Business plan` is about the plan, whatever else is called a business.
        is_name = at > 0 and words[at].text[:1].isupper()
        length = max((len(h) for h in heads if _names_head(words[at : at + len(h)], h, is_name)), default=0)
        if not length and (head := _head_of(words[at], heads)):
            words = [*words[:at], *head, *words[at + 1 :]]
            length = len(head)
        if length:
            places.append((at, at + length))
        at += max(1, length)
    found = []
    for number, (start, end) in enumerate(places):
        after = words[end : places[number + 1][0] if number + 1 < len(places) else len(words)]
        before = words[places[number - 1][1] if number else 0 : start]
        # `The due date of ORD-7`, where the column is called `Due`.
        after = after[1:] if len(after) > 1 and after[0].norm in _PLAIN_HEADS and after[1].norm in _OF else after
        is_at = says_at(after) if after and after[0].norm in _OF else 0
        # `The total of ORD-7 should be €5` names the entry between.
        after = after[is_at:] if any(t.names for t in after[:is_at]) else after
        values = _run_of_values(after) or _run_of_values(before[::-1])[::-1]
        # `On the Basic plan with 5 seats`: what stands right before the next head is said of that.
        is_next = number + 1 < len(places) and values and after and values[-1] is after[-1]
        # `With 5 seats for Ana`
        counts = bool(before) and before[-1].kind == "number" and not (after and _SAYS_WHAT.match(after[0].norm))
        counts = counts and not (after and after[0].names)
        if counts or (is_next and before and before[-1].names):
            values = _run_of_values(before[::-1])[::-1]
        if values:
            found.append((tuple(words[start:end]), tuple(values)))
    return found


def head_words(page: Page) -> set[str]:
    """The words of the headings that a page shows."""
    return {word for node in page.nodes if node.role == "heading" and not node.hidden for word in parts(node.said)}


def tells_what(token: Token) -> bool:
    """Whether a verb leads to what something is or says: `shows`, `es`."""
    return token.text.islower() and bool(_SAYS_WHAT.match(token.norm))


def says_at(words: Sequence[Token]) -> int:
    """Where a verb says what something is: `el precio de ORD-7 es 5`."""
    said = (i for i, t in enumerate(words) if t.text.islower() and (links(t) or finite_at((t,)) is not None))
    return next(said, 0)


def _with_heads_spelled(words: Sequence[Token], heads: Sequence[tuple[str, ...]]) -> Sequence[Token]:
    """With a head that is quoted as its words: `the "Entered by" column`, `la columna "Total"`."""
    found: list[Token] = []
    for at, token in enumerate(words):
        beside = {t.norm for t in (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])}
        head = parts(token.text) if token.kind == "quoted" and beside & _COLUMNS else ()
        found += [replace(token, kind="word", text=w, norm=w) for w in head] if head in heads else [token]
    return found


def _head_of(verb: Token, heads: Iterable[tuple[str, ...]]) -> list[Token]:
    """The only head that says what a verb tells, as its words: `Value` for `costs`; none where several could."""
    for family in labels_of(verb) if relates(verb) else ():
        if fits := [head for head in heads if family & set(head)]:
            least = min(fits, key=len)
            return [replace(verb, text=w, norm=w) for w in least] if all(set(least) <= set(h) for h in fits) else []
    return []


def _names_head(words: Sequence[Token], head: tuple[str, ...], is_name: bool = False) -> bool:
    return len(words) == len(head) and all(
        w.kind == "word" and (w.norm == h or (same(w.norm, h) and not is_name))
        for w, h in zip(words, head, strict=True)
    )


def _is_head(words: Sequence[Token], head: tuple[str, ...]) -> bool:
    return _names_head(words, head) or _names_head(words, tuple(w for w in head if w not in STOP))


def _run_of_values(words: Sequence[Token]) -> list[Token]:
    """The values or names that stand first, after words without content."""
    found: list[Token] = []
    becomes = False
    for token in words:
        if becomes and not found and token.norm in ("from", "de", "desde"):
            # `Went from 3 to 9` says the old one first.
            break
        if token.names:
            found.append(token)
        elif found or (token.kind == "word" and token.norm not in STOP and not links(token)):
            break
        becomes = becomes or bool(_BECOMES.match(token.norm))
    return found


def links(token: Token) -> bool:
    """Whether the word stands between what a thing is called and what it says."""
    return any(verbs.match(token.norm) for verbs in (_SAYS_WHAT, _STAYS, _BECOMES))


def first_said(page: Page, row: Node) -> str:
    """What stands first in an entry, which is mostly what it is called."""
    return next((n.said for n in page.within(row) if n.said and not n.hidden and n.kind != "holder"), "")


def heads_of(page: Page) -> list[tuple[str, ...]]:
    """What the columns of the page are called."""
    return [said for n in page.nodes if n.role == "columnheader" and (said := parts(n.said))]


def cell_under(page: Page, row: Node, head: Sequence[Token]) -> str:
    """What an entry says under a head; empty where it has no such column."""
    heads = [n for n in page.nodes if n.role == "columnheader" and _is_head(head, parts(n.said))]
    inside = [n for n in page.within(row) if not n.hidden]
    cells = [n for n in inside if n.role in CELLS]
    # A cell that only holds a badge may not be told apart from it.
    texts = [n for n in inside if n.kind == "text" and n not in cells]
    for each in heads:
        under = (n for group in (cells, texts) for n in group if is_under(each, n))
        if (cell := next(under, None)) is not None:
            return page.words_of(cell) if cell in cells else cell.said
    return ""


def counts_so(page: Page, row: Node, number: Token, unit: Token) -> bool:
    """Whether a row says that number in the only column that is called as what is counted, or counts anything; or an
    entry without columns says so many times what it lists: `15 x Denim`."""
    if unit.norm in COUNTS and row.role != "row":
        return bool(re.search(rf"(?<!\w){re.escape(number.text)}\s?[x\u00d7]\s", page.words_of(row)))
    names = COUNTS if unit.norm in COUNTS else {unit.norm}
    heads = [head for head in heads_of(page) if len(head) == 1 and any(same(head[0], name) for name in names)]
    called = replace(unit, norm=heads[0][0], text=heads[0][0]) if len(heads) == 1 and unit.text.islower() else None
    return called is not None and parts(cell_under(page, row, (called,))) == parts(number.text)


def is_under(head: Node, node: Node) -> bool:
    """Whether something stands in the column of a head."""
    left, width = head.box[0], head.box[2]
    return left <= node.center[0] <= left + width


_FROM = {"from", "de", "desde"}
# `No longer 120` is about 120.
_SINCE_WHEN = {"no", "not", "never", "longer", "anymore", "still", "now", "already", "ya", "todavia", "aun", "ahora"}
_LABELLED = re.compile(r"([^\W\d][^:.;,·|()]*):\s*(\d+)(?![.,:/-]?\d)(?=\s*(?:$|[.;,·|)]))")
_BY_NOW = {"now", "currently", "ahora", "actualmente"}
_LEAVES = {"page", "pagina"}
_DATES = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


_OF_BARS = {"heading", "textbox", "searchbox", "combobox", "spinbutton"}


def lists(page: Page) -> list[list[tuple[Node, str]]]:
    """The entries of the page, list by list; heads and sums are none."""
    groups: dict[tuple[int, str], list[tuple[Node, str]]] = defaultdict(list)
    for node, text in items(page):
        table = next((h.number for h in page.parents(node) if h.role in ("table", "grid", "treegrid")), node.parent)
        groups[table, node.role].append((node, text))
    listed = [group for group in groups.values() if not all(_asks_for(page, node) for node, _ in group)]
    kept = (group for group in listed if not _leads(page, group[0][0]))
    return [_without_heads(page, group) if group[0][0].role != "item" else _alike(page, group) for group in kept]


def _alike(page: Page, group: list[tuple[Node, str]]) -> list[tuple[Node, str]]:
    """Without the boxes before the cards of a list that only look like such: they head the page or narrow the list, and
    lack most of what most of the others have."""
    made = [(entry, {n.role for n in page.within(entry[0]) if not n.hidden}) for entry in group]
    usual = {role for _, roles in made for role in roles if sum(role in each for _, each in made) * 2 > len(made)}
    first = next((entry[0].number for entry, roles in made if len(roles & usual) * 2 > len(usual)), 0)
    bars = [entry for entry, roles in made if entry[0].number < first and (roles - usual) & _OF_BARS]
    return [entry for entry in group if entry not in bars]


def without_bars(page: Page, entries: Iterable[tuple[Node, str]]) -> list[tuple[Node, str]]:
    """Without the boxes that only stand beside cards."""
    groups: dict[int, list[tuple[Node, str]]] = defaultdict(list)
    for node, text in (each for each in items(page) if each[0].role == "item"):
        groups[node.parent].append((node, text))
    cards = {node.number for group in groups.values() for node, _ in _alike(page, group)}
    return [(node, text) for node, text in entries if node.role != "item" or node.number in cards]


def _asks_for(page: Page, entry: Node) -> bool:
    """Whether a box is a line of a form, which begins with what its field is called, and no entry of a list."""
    inside = [n for n in page.within(entry) if not n.hidden and n.said]
    field = next((n for n in inside if n.tag in ("input", "select", "textarea")), None)
    return entry.role == "item" and field is not None and inside[0].said in (field.said, field.name, field.label)


def _leads(page: Page, node: Node) -> bool:
    return any(h.role in ("navigation", "banner", "contentinfo", "menu") for h in page.parents(node))


def _without_heads(page: Page, group: list[tuple[Node, str]]) -> list[tuple[Node, str]]:
    cells = {n.number: [c.role for c in page.within(n) if c.role in (*CELLS, "columnheader")] for n, _ in group}
    # A head may have more cells than its rows, where some of theirs hold nothing but controls.
    rows = [(n, text) for n, text in group if "columnheader" not in cells[n.number]]
    most = max((len(cells[n.number]) for n, _ in rows), default=0)
    return [(n, text) for n, text in rows if len(cells[n.number]) == most]


def _is_of_page(words: Sequence[str]) -> bool:
    """Whether an address is that of a page; `the details page shows the new address` is of somebody."""
    at = next((i for i, word in enumerate(words) if word in _ADDRESS), len(words))
    beside = {*words[max(at - 1, 0) : at], *words[at + 1 : at + 5]}
    return bool({"page", "pagina"} & beside)


def _of_address(part: Part, page: Page) -> Answer | None:
    words = [t.norm for t in part.words]
    told = _told(part)
    if {"title", "titulo"} & set(words) and {"page", "pagina", "tab", "window"} & set(words):
        return Answer(all(says(page.title, t) for t in told), f'The title is "{page.title}".') if told else None
    if "url" not in words and not _is_of_page(words):
        return None
    if not _ADDRESS & set(words) or not told:
        return None
    wanted = "".join(t.text for t in part.words if t.number >= told[0].number and t.text not in "\"'")
    return Answer(wanted.strip(".").casefold() in page.url.casefold(), f"The address of the page is {page.url}.")


def _of_screen(part: Part, page: Page) -> Answer | None:
    """`I land on the Orders page`: a link of that name is not the page."""
    name = page_meant(part.words)
    if not name:
        return _of_opened(part, page)
    said = " ".join(t.text for t in name)
    head = next((n.said for n in page.nodes if n.role == "heading" and not n.hidden), page.title) or page.url
    if is_called(page, name):
        return Answer(True, f'The page is called "{said}".')
    # `The confirmation page` may be called otherwise.
    is_another = any(n.role == "link" and _names_head(name, parts(n.said)) for n in page.nodes)
    return (
        Answer(False, f'The page is "{head[:80]}", and not called "{said}".')
        if is_another or _is_written(name)
        else None
    )


def _of_opened(part: Part, page: Page) -> Answer | None:
    """`Orders opens` of what a link leads to, which may be something else than a page."""
    name = page_opened(part.words)
    if part.negated or not name or not any(n.role == "link" and _names_head(name, parts(n.said)) for n in page.nodes):
        return None
    said = " ".join(t.text for t in name)
    is_it = is_called(page, name)
    return Answer(is_it or None, f'The page is {"" if is_it else "not "}called "{said}".')


def _is_written(name: Sequence[Token]) -> bool:
    """Whether the words are written as a name, or as a path."""
    return any(t.text[:1].isupper() for t in name)


def _told(part: Part) -> list[Token]:
    """What the check says that something is: what follows its last verb."""
    at = next((i for i in range(len(part.words) - 1, -1, -1) if _SAYS_WHAT.match(part.words[i].norm)), None)
    after = part.words[at + 1 :] if at is not None else ()
    told = [t for t in after if t.kind != "mark" and not (t.norm in _SINCE_WHEN and t.text.islower())]
    return [t for t in told if t.is_value or t.norm not in STOP or t.text[:1].isupper()]


def _without_reload(words: Sequence[Token]) -> Sequence[Token]:
    """Without the `after a reload` that a check begins or ends with."""
    at = next((i for i, t in enumerate(words) if t.norm in _AFTER), len(words))
    again = next((i for i, t in enumerate(words) if at < i < at + 4 and RELOADS.match(t.norm)), 0)
    of_page = [t for t in words[again + 1 :] if t.norm not in _THE_PAGE]
    if not again or (at and of_page) or any(t.norm not in _THE_PAGE for t in words[at + 1 : again]):
        return words
    return words[:at] if at else of_page


def _of_state(part: Part, page: Page) -> Answer | None:
    words = _without_idle(_without_reload([t for t in part.words if t.kind != "mark"]))
    if len(words) < 3 or words[-1].norm not in _STATES or words[-2].norm not in _BE | _AS_IT_IS:
        return None
    kind, wanted = _STATES[words[-1].norm]
    asked = [t for t in words[:-1] if t.is_value or t.norm not in STOP | _BE | _AS_IT_IS]
    asked = [t for t in asked if t.norm not in _CHOICES or t.names] or asked
    if kind == "checked" and (of_all := _of_all_boxes(part, page, words, wanted)):
        return of_all
    reading = Reading(page)
    matches = [reading.match(n, asked) for n in page.controls if not n.hidden and asked]
    fits = [m.node for m in matches if len(m.used) == len(asked) and m.own]
    on = [n for n in fits if _may_be_on(n)]
    fits = fits if kind == "enabled" or (kind == "either" and not on) else on
    if len(fits) > 1:
        least = min(len(parts(n.said)) for n in fits)
        fits = [n for n in fits if len(parts(n.said)) == least]
    if len(fits) != 1:
        # What is not there is not known to be otherwise.
        met = None if fits or part.negated else False
        return Answer(met, f'"{part.said}" fits {len(fits) or "nothing"} on the page.')
    node = fits[0]
    kind = kind if kind != "either" else "checked" if _may_be_on(node) else "enabled"
    state = not node.disabled if kind == "enabled" else _is_on(node)
    if (
        kind == "enabled"
        and _may_be_on(node)
        and state is not _is_on(node)
        and not _BOX_WORDS & {t.norm for t in words}
    ):
        # `The newsletter is enabled` may say that it is ticked.
        return Answer(None, f'"{node.said}" may be changed, and is {"" if _is_on(node) else "not "}ticked.')
    said = f'"{node.said}" is {"" if state else "not "}{kind}.'
    return Answer(state is wanted, said)


def _without_idle(words: Sequence[Token]) -> Sequence[Token]:
    """A state without what is added to its words: `greyed out`, `ticked by default`, `en gris`."""
    ends = tuple(t.norm for t in words[-2:])
    words = words[:-2] if ends in (("by", "default"), ("por", "defecto")) else words
    words = words[:-1] if ends in (("greyed", "out"), ("grayed", "out")) else words
    return [*words[:-2], words[-1]] if ends == ("en", "gris") else words


def _may_be_on(node: Node) -> bool:
    return node.checked is not None or node.role in _TICKED or "selected" in node.states


def _of_all_boxes(part: Part, page: Page, words: Sequence[Token], wanted: bool) -> Answer | None:
    """`No box is ticked`, `every alert is off`: of all the boxes of a page that is about such things."""
    said = tuple(t.norm for t in words)
    none = next((len(run) for run in _NOT_ONE if said[: len(run)] == run), 0)
    if bool(none) is not part.negated or not (none or said[0] in EVERY) or not OTHERS.isdisjoint(said):
        return None
    boxes = [n for n in page.controls if n.role in _BOXES and not n.hidden]
    heads = [n for n in page.nodes if n.role in ("heading", "legend") and n.said and not n.hidden]
    kind = [t for t in words[none or 1 : -1] if t.norm not in STOP - _BOX_WORDS | _BE]
    named = [t for t in kind if t.norm not in _BOX_WORDS]
    own = [n for n in heads if all(any(same(t.norm, w) for w in parts(n.said)) for t in named)]
    if not kind or not boxes or (named and not own) or any(t.is_value for t in kind):
        return None
    wrong = [n for n in boxes if _is_on(n) is wanted] if none else [n for n in boxes if _is_on(n) is not wanted]
    told = f"{len(wrong)} of {len(boxes)} boxes are {'' if wanted is bool(none) else 'not '}ticked."
    if wrong and named and not any(_heads(heads, n) in own for n in wrong):
        # Those under another heading may be of another kind.
        return Answer(None, told)
    return Answer(bool(wrong) if none else not wrong, told)


def _heads(heads: Sequence[Node], node: Node) -> Node | None:
    """The last heading before something."""
    return next((head for head in reversed(heads) if head.number < node.number), None)


def is_set(state: str) -> bool | None:
    """Whether a word says that something is ticked or chosen, or that it is not; None where it says neither."""
    # `Activadas` says of several what `activada` says of one.
    one = state.removesuffix("s") if state.endswith(("os", "as")) else state
    kind, wanted = _STATES.get(one, ("", False))
    return wanted if kind in ("checked", "selected", "either") else _SET.get(one)


def _is_on(node: Node) -> bool:
    return node.checked is True or "true" in (node.states.get("checked"), node.states.get("selected"))


_SENT = re.compile(r"(?:(?:sav|stor|creat|add|register|record)ed|(?:guard|cre|registr|grab)ad[oa]s?|anadid[oa]s?)$")


# What stands at a field is no value of it: `under City it says "Enter a city."`
_BESIDE_FIELDS = {"under", "below", "beneath", "beside", "next", "by", "near", "bajo", "debajo", "junto"}


def _of_field(part: Part, page: Page) -> Answer | None:
    """`The quantity field shows 7`: what a field holds, which is named and stands on the page."""
    words = _without_reload(part.words)
    # What it held before, and that it has changed or stayed, is no name and no value of it.
    old = _old_in(words)
    words = [t for t in words if t not in old and not KEPT.match(t.norm) and not (old and _BECOMES.match(t.norm))]
    told = _told(replace(part, words=tuple(words)))
    told = [t for t in told if t.norm not in _SET_TO or t.names] or told
    named = [t for t in words if t.kind == "word" and t not in told and t.norm not in STOP | _SINCE_WHEN | _SET_TO]
    fields = [n for n in page.controls if n.role in _VALUED and not n.hidden and not n.secret]
    asks = bool(_FIELDS & {t.norm for t in part.words})
    if not asks and all(_SENT.match(t.norm) and t.text.islower() for t in told):
        # `The note is not saved` speaks of no field.
        return None
    fits = _fitting(fields, named, 0.5 if asks else 1.0) or _holding(fields, named, told)
    beside = part.words[:1] != () and part.words[0].norm in _BESIDE_FIELDS and all(t.kind == "quoted" for t in told)
    if (
        beside
        or len(fits) != 1
        or not told
        or not (asks or all(t.norm in _names(fits[0]) for t in named if not _is_verb(t)))
    ):
        return None
    if _is_condition(words, told) and not (part.negated and says(fits[0].value, told[0])):
        # `The email field is not editable` says nothing of what it holds.
        return Answer(None, f'Nothing tells whether "{part.said}".') if part.negated else None
    value = " ".join((fits[0].value, *(o.label for o in fits[0].options if o.selected)))
    text = value or (fits[0].text if fits[0].role == "combobox" else "")
    return Answer(
        all(says(text, t) for t in told), f'The field "{fits[0].label or fits[0].said}" says "{text.strip()}".'
    )


def _is_condition(words: Sequence[Token], told: Sequence[Token]) -> bool:
    """Whether a field is said to be in some way, and not to hold a value: `is required`, `es obligatorio`."""
    plain = len(told) == 1 and told[0].kind == "word" and told[0].text.islower()
    before = [t.norm for t in words[: words.index(told[0])]][-2:] if plain and told[0] in words else []
    return bool(_IS_SO & set(before)) and bool(_ADJECTIVE.search(told[0].norm))


def _old_in(words: Sequence[Token]) -> Sequence[Token]:
    """What something was before, as in `from 3 to 9`."""
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    return [b for a, b, c, d in runs if a.norm in _FROM and c.norm in ("to", "a") and d.names and b.names]


def _is_verb(token: Token) -> bool:
    return bool(_SAYS_WHAT.match(token.norm) or re.match(r"(?:should|must|deb)", token.norm))


def _names(node: Node) -> set[str]:
    return {w for said in (node.label, node.name, node.placeholder, node.title) for w in parts(said)}


def _holding(fields: Sequence[Node], named: Sequence[Token], told: Sequence[Token]) -> list[Node]:
    """The only field that a part of its name calls, where it holds just what is told: `the email is ada@x.test` of a
    `Billing email`."""
    called = [t for t in named if not _is_verb(t) and not RELOADS.match(t.norm)]
    fits = [n for n in fields if called and all(t.norm in _names(n) for t in called)]
    whole = bare(" ".join(t.text for t in told))
    return fits if len(fits) == 1 and whole and bare(fits[0].value) == whole else []


def _fitting(fields: Sequence[Node], named: Sequence[Token], least: float) -> list[Node]:
    """The fields the most of whose name is among the words."""

    def share(node: Node) -> float:
        words = [w for w in parts(node.label or node.name or node.placeholder) if w not in STOP]
        return sum(any(w == t.norm or same(w, t.norm) for t in named) for w in words) / len(words) if words else 0.0

    best = max((share(n) for n in fields), default=0.0)
    return [n for n in fields if share(n) == best] if best >= least else []


def _of_times(part: Part, page: Page) -> Answer | None:
    """`Ada Moss is listed only once`, `exactly one Ada Moss is listed`: how many entries of one list are called so."""
    found = _times(part.words)
    names = [t for t in part.words if found and t.names and t.norm not in STOP and t.number not in found[1]]
    counts = [sum(all(says(text, t) for t in names) for _, text in group) for group in lists(page)] if names else []
    if found is None or part.negated or not any(counts):
        return None
    wanted = found[0]
    if any(not _is_told_of_times(t) for t in part.words if t not in names):
        return None
    told, most = " ".join(t.text for t in names), max(counts)
    return Answer(most == wanted, f'{most} {"entry says" if most == 1 else "entries say"} "{told}".')


def _times(words: Sequence[Token]) -> tuple[int, set[int]] | None:
    """How often a check says that something is listed, with the numbers of the words that say it."""
    for at, token in enumerate(words):
        before, after = words[at - 1 : at] if at else (), words[at + 1 : at + 3]
        alone = any(t.norm in _ALONE for t in before)
        if token.norm in _ONCE and (alone or at == len(words) - 1):
            return _ONCE[token.norm], {token.number}
        count = _number(token)
        times = next((t for t in after if t.norm in _TIMES), None)
        if count and times and all(t is times or t.norm in _ALONE for t in after[: after.index(times) + 1]):
            return count, {token.number, times.number}
        if count == 1 and alone and after and after[0].kind in ("word", "quoted") and after[0].names:
            return 1, {token.number}
    return None


def _is_told_of_times(token: Token) -> bool:
    """Whether a word says only that something is listed, and how often."""
    said = _ALONE | _ONCE.keys() | _TIMES | STOP | _SEEN | _COME | _UP | _EXIST | _BEING | _OF_TIMES
    return token.kind == "mark" or token.norm in said or _number(token) is not None


def _of_count(part: Part, page: Page) -> Answer | None:
    """`There are 3 open orders`: by what the page says of their number, and else by counting them."""
    counted = _counted(part)
    if counted is None or names_unit(counted[2]) or _is_told_of_bound(part):
        # `340 euros` are no things that a page lists.
        return None
    if own := _within_bounds(part) or _of_entries(part, page):
        return own
    at, number, noun, kinds = counted
    if (its := _of_its_own(part, page, at, number)) is not None:
        return its if isinstance(its, Answer) else None
    if noun is _ANYTHING and _means_them(part.words, at, [t.norm for t in part.verb_words]) and turns_further(page):
        return Answer(None, f"The page shows only some of what it lists, and says nothing of {number}.")
    if (worth := _amount_of(part.words[at + 1 :])) and noun is not _ANYTHING:
        found = _of_count(part.without(worth), page)
        return _with_worth(page, worth[-1], noun, found) if found and found.met else found
    kinds = [*kinds, *_state_told(part.words[at + 1 :], noun)]
    return _counted_on(page, (number, noun, kinds), part, at)


def _counted_on(page: Page, counted: tuple[int, Token, list[Token]], part: Part, at: int) -> Answer | None:
    """Whether a page says or lists that many of a kind; the number stands at that place of the check."""
    number, noun, kinds = counted
    name = " ".join(t.text for t in (*kinds, noun))
    rest = tuple(t for t in part.words if (t.is_value or _is_named(t, part)) and t not in (part.words[at], *kinds))
    sizes = [sum(is_of(page, entry, kinds, part.words) for entry in group) for group in about_of(page, noun)]
    told = told_counts(page, noun, kinds) if noun is not _ANYTHING else []
    if not told and number in sizes and len({size for size in sizes if size}) > 1:
        several = " and ".join(str(size) for size in sizes if size)
        return Answer(None, f"The page has lists of {several} {name}, and the goal does not say which it means.")
    if number in told or (not told and number in sizes):
        if kinds and (other := _is_of_others(page, noun, kinds, part, rest)):
            return Answer(False, f"{other} is none of the {number} {name}.")
        rest = tuple(t for t in rest if not (kinds and t.kind == "code"))
        return Answer(True, f"The page has {number} {name}.", rest)
    if not told and _is_under_head(page, noun, part.words[at]):
        # `With 22 seats`, where that is what an entry says in a column of that name.
        return None
    seen = [*told, *sizes]
    if not seen and number == 0:
        return Answer(True, f"The page has no {name}.", rest)
    return Answer(False, f"The page has {seen[0] if seen else 'no'} {name}, not {number}.", rest)


def _is_of_others(page: Page, noun: Token, kinds: Sequence[Token], part: Part, rest: Sequence[Token]) -> str:
    """What is told to be one of a kind, and stands in an entry of another: `one order is Paid, ORD-7`."""
    entries = [entry for group in about_of(page, noun) for entry in group]
    own = [text for entry in entries for text in entry[1:] if is_of(page, entry, kinds, part.words)]
    codes = [t for t in rest if t.kind == "code" and any(says(text, t) for _, text in entries)]
    return next((t.text for t in codes if not any(says(text, t) for text in own)), "")


def counted_in(part: Part) -> tuple[Token, Sequence[Token]] | None:
    """What `there are 3 open orders` counts, and of which kind; None where a check counts nothing that it names."""
    counted = _counted(part)
    if counted is None or counted[2] is _ANYTHING or names_unit(counted[2]) or _is_told_of_bound(part):
        return None
    at, _, noun, kinds = counted
    return noun, [*kinds, *_state_told(part.words[at + 1 :], noun)]


def _is_told_of_bound(part: Part) -> bool:
    found = bound_in(part.words) if is_message(part.words) else None
    return bool(found and found[-1])


def _within_bounds(part: Part) -> Answer | None:
    """`At least 5` is no 5, where nothing else has told how many there are."""
    found = bound_in(part.words)
    return Answer(None, f"Nothing tells whether there are {found[0].said}.") if found and found[-1] else None


def _state_told(after: Sequence[Token], noun: Token) -> list[Token]:
    """The state that a check says the things counted are in: `one order is marked as Paid`."""
    led = list(takewhile(lambda t: t.kind != "mark", after[after.index(noun) + 1 :])) if noun in after else []
    is_state = len(led) > 1 and led[0].norm in _BE and led[-1].kind == "word" and led[-1].text[:1].isupper()
    return led[-1:] if is_state and all(t.norm in _MARKED_AS for t in led[1:-1]) else []


def is_of(page: Page, entry: tuple[Node, str], kinds: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether an entry is of a kind, by what it says itself: `Mark as paid`, `Not paid`, `Paid Services` make no order
    a paid one."""
    node, text = entry
    if not all(says(text, t) or toggled(page, node, t) for t in kinds):
        return False
    inside = [n for n in page.within(node) if n.kind != "holder" and not n.hidden]
    told = [(t, [n for n in inside if says(n.said, t)]) for t in kinds]
    return all(not said or any(_tells(n, t, words) and _is_kind(page, n, t, kinds) for n in said) for t, said in told)


def _is_kind(page: Page, node: Node, token: Token, kinds: Sequence[Token]) -> bool:
    """Whether a cell stands in the column where others say just the kind, and is no longer name that begins with it."""
    places = {n.box[0] for n in page.nodes if n.role in CELLS and parts(n.said) == parts(token.text)}
    if node.role in CELLS and places and node.box[0] not in places:
        return False
    names = [b for a, b in pairwise(node.said.split()) if says(a, token) and a[:1].isupper() and b[:1].isupper()]
    return all(any(says(name, t) for t in kinds) for name in names)


def _tells(node: Node, token: Token, words: Sequence[Token]) -> bool:
    offers = node.role == "button" and len(parts(node.said)) > 1 and parts(node.said)[0] in verbs()
    return not offers and not hedges(node.said, words, token)


def _amount_of(after: Sequence[Token]) -> tuple[Token, ...]:
    """The words from what leads to an amount that the things counted come to: `4 orders` `worth €90`."""
    at = next((i for i, t in enumerate(after[:_LONGEST_AMOUNT]) if t.is_value or t.kind == "mark"), 0)
    noun = next((i + 1 for i, t in enumerate(after[:at]) if stem(t.norm) != t.norm or t.norm in _PLURALS), at)
    is_led = 0 < noun < at and after[at].kind == "number" and _is_amount(after[at].text)
    if not is_led or _COMPARES & {t.norm for t in after[noun:at]} or after[noun].norm in _OF:
        # `Invoices over €90` are of a kind, and of those `of €90` each is.
        return ()
    return tuple(after[noun : at + 1])


def _with_worth(page: Page, amount: Token, noun: Token, found: Answer) -> Answer:
    """The answer to how many, held to what the page says that they come to: one entry may say the amount as well."""
    texts = [n.said for n in page.nodes if n.kind == "text" and not n.hidden and n.said and n.role != "columnheader"]
    beside = [f"{one} {other}" for one, other in pairwise(texts) if _says_sum(one) and not _has_amount(one)]
    said = [[t for t in each if _says_sum(t) and _has_amount(t)] for each in (page.readable, _rows(page), beside)]
    sums = [each[0] for each in said if len(each) == 1]
    sums += [t for t in (*page.readable, *_rows(page)) if _counts_in(t, [noun.norm], 0) and _has_amount(t)]
    if not sums:
        return Answer(None, f"The page does not say what they come to: {amount.text}.")
    is_so = any(says(text, amount) for text in sums)
    return Answer(is_so, f'{found.said[:-1]}, and says "{sums[-1][:80]}".', found.rest)


def _rows(page: Page) -> list[str]:
    return [text for _, text in items(page)]


def _says_sum(text: str) -> bool:
    return bool(_SUM & set(parts(text)))


def _has_amount(text: str) -> bool:
    return any(map(_is_amount, _AMOUNTS.findall(text)))


def _is_under_head(page: Page, noun: Token, number: Token) -> bool:
    rows = [node for node, _ in items(page)] if noun is not _ANYTHING else []
    return any(says(cell_under(page, row, (noun,)), number) for row in rows)


def _of_its_own(part: Part, page: Page, at: int, number: int) -> Answer | bool | None:
    """`Spring survey is listed with 2 samples` is said of that entry; True where the entry says the number, so that the
    rest is to be read there too. None where nothing is named first, or no entry is called so."""
    verb = finite_at(part.words[:at])
    names = [t for t in part.words[:verb] if t.names and t.norm not in STOP] if verb else []
    rows = [text for _, text in items(page) if names and all(says(text, t) for t in names)]
    if not rows or len(rows) == number == 1:
        return None
    if len(rows) == number:
        return Answer(True, f'{number} entries say "{" ".join(t.text for t in names)}".')
    if any(says(text, part.words[at]) for text in rows):
        return True
    return Answer(False, f'"{min(rows, key=len)[:80]}" does not say {part.words[at].text}.')


def _of_entries(part: Part, page: Page) -> Answer | None:
    """`Overflow rack holds 1 item and Basement 1`, where the page has an entry for each that says how many."""
    rows = [text for node, text in items(page) if node.role in ("row", "listitem", "article")]
    told: list[str] = []
    if part.words and part.words[0].norm in SAYS_IT:
        # `It is on the Basic plan with 5 desks` is said of what was looked at, not of an entry Basic.
        return None
    for group in groups_of(part.words):
        names = [t for t in group if t.kind in ("word", "quoted", "code") and _is_named(t, part)]
        names = names or [t for t in group[:1] if t.text[:1].isupper() and t.kind == "word" and t.norm not in STOP]
        number = next((t for t in group if _number(t) is not None and t.kind == "number"), None)
        fits = [text for text in rows if names and all(says(text, t) for t in names)]
        if number is None or len(fits) != 1:
            return None
        if not says(fits[0], number):
            return Answer(False, f'"{fits[0][:80]}" does not say {number.text}.')
        told.append(f'"{fits[0][:80]}"')
    return Answer(True, f"{', '.join(told)} says it.") if told else None


def _counted(part: Part) -> tuple[int, int, Token, list[Token]] | None:
    """Where the number stands, the number, what is counted, and of which kind."""
    head = [t.norm for t in part.verb_words]
    for at, token in enumerate(part.words):
        number = _number(token)
        before = [t.norm for t in part.words[:at]]
        if (token.norm in _ARTICLES or is_any([*before, token.norm], at)) and not _ALONE & {*head, *before}:
            # `Un error` is any one, and `the one from Cork` is named.
            continue
        leads = [w for w in before if w not in _EXACTLY]
        begins = not leads and any(_COUNTS.match(t.norm) or _is_verb(t) for t in part.words[at + 1 : at + 6])
        if number is None or not (begins or any(_COUNTS.match(w) for w in (*head, *before))):
            continue
        ends = (_ends_count(part.words, at) or _is_all_told(part.words, at, head)) and (leads or head)
        # `A single one, B-7`, where `one` alone may be any of them; `the only one` may be so of its kind.
        is_one = number == 1 and ends and bool(_ALONE & set(before)) and not _THE_ONLY & set(pairwise(before))
        if is_one or (number > 1 and (ends or _means_them(part.words, at, head))):
            # `Exactly three: A, B and C`, of whatever they are.
            return at, number, _ANYTHING, []
        pairs = pairwise([*part.words[at + 1 : at + 5], COMMA])
        after = [each for each, _ in takewhile(lambda pair: _is_counted(*pair), pairs)]
        while len(after) > 1 and after[-1].norm in _REMAINING:
            after.pop()
        if (
            after
            and (number == 1 or stem(after[-1].norm) != after[-1].norm or after[-1].norm in _PLURALS)
            and _is_open_ended(part.words[at + 1 + len(after) :])
        ):
            return at, number, after[-1], after[:-1]
        spanish = [i for i, t in enumerate(after) if t.norm.endswith("s")]
        if spanish and number != 1:
            return at, number, after[0], after[1:]
    return None


def _is_counted(token: Token, then: Token) -> bool:
    """Whether a word behind a number still says what is counted."""
    if token.kind != "word" or not token.text.islower() or token.norm in STOP - COUNTED or _is_verb(token):
        return False
    return token.norm not in _LASTS and not (token.norm in _COME and then.norm in _UP)


def _means_them(words: Sequence[Token], at: int, head: Sequence[str] = ()) -> bool:
    """Whether a number is that of all that is listed, by no other word: `five are listed`, `there are 5 of them`."""
    told = list(takewhile(lambda t: t.text not in (",", ";"), words[at + 1 :]))
    # What they come to is looked for besides: `two of them, 40 kg in total`.
    sums = any(t.norm in _IN_ALL for t in words[at + 1 + len(told) :])
    after = [t.norm for t in (told if sums else words[at + 1 :]) if t.text != "."]
    after = after[:-2] if after[-2:] in (["in", "total"], ["en", "total"]) else after
    of_them = len(after) > 1 and after[0] in _OF and after[1] in _THEM
    # `There should be` says it too; `check that` says nothing of them.
    led = set(head) if set(head) <= _BEING else set()
    before = (led | {t.norm for t in words[:at]}) - _EXACTLY
    rest = after[2:] if of_them else after
    said = before | set(rest)
    # `Five of them are paid` is said of some.
    return bool(said) and said <= _BEING | _SEEN and (of_them or bool(said & _SEEN))


def _is_all_told(words: Sequence[Token], at: int, head: Sequence[str]) -> bool:
    """Whether it is only said that they are so many: `tienen que ser cuatro`, `there must be 4, …`."""
    led = {*head, *(t.norm for t in words[:at])} - _EXACTLY
    ends = at + 1 == len(words) or words[at + 1].kind == "mark"
    return ends and bool(led & {"ser", "be", "son", "are"}) and led <= _BEING | {"tienen", "que", "they", "son"}


def _ends_count(words: Sequence[Token], at: int) -> bool:
    """Whether nothing is said of what is counted: `there are 4`, `exactly three: …`."""
    after = words[at + 1] if at + 1 < len(words) else None
    said = [t.norm for t in words[:at]]
    alone = bool(_ALONE & set(said)) or any(w in _EXIST for w in said)
    # `Only 9, 12 and 13` are names of what is listed.
    several = sum(_number(t) is not None for t in words) > 1
    named = at > 0 and words[at - 1].norm in ("la", "el", "the", "number", "numero", "no")
    ends = after is None or after.text in (":", ",", "(", "-", "–") or after.norm in _REMAIN
    return alone and not several and not named and ends


def _is_open_ended(after: Sequence[Token]) -> bool:
    """Whether nothing follows that makes it the number of something else: `7 rolls of Linen`."""
    return not after or after[0].norm not in ("of", "de")


def _is_named(token: Token, part: Part) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and token is not part.words[0] and token.norm not in STOP


def _number(token: Token) -> int | None:
    return 1 if token.norm == "un" else count_of(token)


def about_of(page: Page, noun: Token | None) -> list[list[tuple[Node, str]]]:
    """The lists of what is counted: of anything where rows are, else those that are called so."""
    groups = lists(page)
    if noun is None or noun is _ANYTHING:
        return [max(groups, key=len)] if groups else []
    if noun.norm in COUNTED or len(groups) < 2:
        return groups
    named = [g for g in groups if g and any(_is_called(page, holder, noun) for holder in page.parents(g[0][0]))]
    return named or groups


def _is_called(page: Page, holder: Node, noun: Token) -> bool:
    heads = [n.said for n in page.within(holder) if n.role == "heading"][:1] if holder.role != "main" else []
    return any(same(noun.norm, word) for said in (holder.name, *heads) for word in parts(said))


def told_counts(page: Page, noun: Token, kinds: Sequence[Token] = ()) -> list[int]:
    """The numbers that stand before the noun and what kind it is of: `Total of 14 orders`, `13 issues found`."""
    found = []
    wanted = [noun.norm, *(t.norm for t in kinds)]
    # What could be chosen and was not counts nothing: `12 months` beside a button that is not the chosen one.
    offered = {bare(n.label or n.name) for n in page.controls if n.role == "radio" and not n.checked}
    for text in page.readable:
        found += _counts_in(text, wanted, len(kinds)) if bare(text) not in offered else []
    return found or _counts_beside(page, wanted)


def _of_counter(part: Part, page: Page) -> Answer | None:
    """`The counter of open jobs is 5`: by a number that stands beside that name, and not by an entry that says both."""
    words = part.words
    at = next((i for i, t in enumerate(words) if t.norm in _COUNTERS), None)
    numbers = [t for t in words if t.is_value]
    if at is None or len(numbers) != 1 or not numbers[0].text.isdigit():
        return None
    led = list(takewhile(lambda t: t.norm not in _DETERMINERS and t.kind == "word", reversed(words[:at])))
    after = words[at + 2 :] if words[at + 1 : at + 2] and words[at + 1].norm in _OF_ITS else ()
    owned = list(takewhile(lambda t: t is not numbers[0] and not (_is_verb(t) or links(t) or t.norm in _MARKS), after))
    named = [t for t in owned or led if t.kind == "word" and t.norm not in STOP and t is not numbers[0]]
    if not named:
        return None
    wanted, name = [t.norm for t in named], " ".join(t.text for t in named)
    found = _beside_name(page, wanted)
    number = int(numbers[0].text)
    if number in found or (not found and _told_apart(page, (*named, numbers[0]))):
        return Answer(True, f'"{name}" counts {number}.')
    return Answer(False, f'"{name}" counts {found[0]}, not {number}.' if found else f'Nothing counts "{name}" there.')


def _beside_name(page: Page, wanted: Sequence[str]) -> list[int]:
    """The numbers that a text says with that name and nothing else, or that stand alone beside it; the cells of an
    entry are no counters."""
    rows = [n for n in page.nodes if n.role == "row"]
    cells = {n.number for row in rows for n in page.within(row) if len(_texts(page.within(row))) > _PAIR}
    texts = [n for n in page.nodes if n.number not in cells]
    found = [number for text in _texts(texts) if (number := _number_with(parts(text), wanted)) is not None]
    shown = [n for n in texts if n.kind == "text" and not n.hidden and n.said.strip()]
    found += [number for said, number in _numbers_beside(shown) if _is_name(said, wanted)]
    return list(dict.fromkeys(found))


def _numbers_beside(shown: Sequence[Node]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each text with the number that stands alone next to it; between two the nearer one."""
    for at, label in enumerate(shown):
        beside = [n for n in (*shown[max(0, at - 1) : at], *shown[at + 1 : at + 2]) if n.said.strip().isdigit()]
        least = min((_distance(label, n) for n in beside), default=0.0)
        if not label.said.strip().isdigit():
            yield from ((parts(label.said), int(n.said)) for n in beside if _distance(label, n) == least)


def _distance(one: Node, other: Node) -> float:
    ends = ((n.box[0] + n.box[2] / 2, n.box[1] + n.box[3] / 2) for n in (one, other) if n.box)
    return dist(*centers) if len(centers := list(ends)) == _PAIR else 0.0


def _texts(nodes: Iterable[Node]) -> list[str]:
    return [n.said.strip() for n in nodes if n.kind in ("text", "control") and not n.hidden and n.said.strip()]


def _number_with(said: Sequence[str], wanted: Sequence[str]) -> int | None:
    numbers, label = [w for w in said if w.isdigit()], [w for w in said if not w.isdigit()]
    return int(numbers[0]) if len(numbers) == 1 and _is_name(label, wanted) else None


def _is_name(said: Sequence[str], wanted: Sequence[str]) -> bool:
    label = [w for w in said if w not in STOP or w in wanted]
    return len(label) == len(wanted) and all(any(same(w, s) for s in label) for w in wanted)


def _told_apart(page: Page, words: Sequence[Token]) -> bool:
    """Whether a text that is in no entry of a list says all the words."""
    inside = {n.number for entry, _ in items(page) for n in (entry, *page.within(entry))}
    texts = _texts(n for n in page.nodes if n.number not in inside)
    return any(all(says(text, t) for t in words) for text in texts)


def _counts_in(text: str, wanted: Sequence[str], kinds: int) -> list[int]:
    # `1.5 rows` are no 5 rows, and `1,200 rows` no 200.
    found, said = [], parts(_PARTED.sub(_whole_of, text))
    for at, word in enumerate(said):
        after = said[at + 1 : at + 2 + kinds]
        # `3 of 12 rows`: the second number is that of something else; `12 of 12 rows` are all of them.
        if at > 1 and said[at - 1] in ("of", "de") and said[at - 2].isdigit() and said[at - 2] != word:
            continue
        if word.isdigit() and all(any(same(each, w) for each in after) for w in wanted):
            found.append(int(word))
    return found


def _whole_of(amount: re.Match[str]) -> str:
    """What a number with marks in it counts: 1200 for `1,200`, and nothing that is counted for `1.5`."""
    return re.sub(r"[.,]", "", amount[0]) if re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", amount[0]) else "-"


def _counts_beside(page: Page, wanted: Sequence[str]) -> list[int]:
    """The numbers that stand alone beside what they count, as on the tiles of a dashboard."""
    texts = [n for n in page.nodes if n.kind == "text" and not n.hidden and n.said]
    heads = [parts(n.said) for n in page.nodes if n.role == "heading" or n.states.get("selected") == "true"]
    heads.append(parts(page.title))
    # What the page is about needs no saying: `Available now: 6` under `Tools`.
    untold = [w for w in wanted if not any(same(word, w) for head in heads for word in head)] or wanted
    found = []
    for said, number in (*_numbers_beside(texts), *_labelled_numbers(page)):
        label = [word for word in said if word not in _IN_ALL | _BY_NOW and (word not in STOP or word in NOT)]
        whole = 0 < len(said) <= len(wanted) + 1 and all(any(same(s, w) for s in said) for w in wanted)
        if whole or (len(label) == len(untold) and all(any(same(s, w) for s in label) for w in untold)):
            found.append(number)
    return list(dict.fromkeys(found))


def _labelled_numbers(page: Page) -> Iterator[tuple[tuple[str, ...], int]]:
    """What texts say before a colon and the number behind it, `Loans: 4. Late: 1`, but not what entries say."""
    inside = {n.number for entry, _ in items(page) for n in page.within(entry)}
    texts = (n.said for n in page.nodes if n.kind == "text" and not n.hidden and n.number not in inside)
    told = (match for text in texts for match in _LABELLED.finditer(text))
    yield from ((parts(match[1]), int(match[2])) for match in told)


def _comes_at(words: Sequence[Token]) -> int | None:
    """Where a check ends with the place of what it names first: `Ada comes first`, `ORD-7 is last`, `Ada va la última`;
    None where it does not."""
    end = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm not in _IN_LISTS), 0)
    led = end - 1 - (words[end - 1].norm in DETERMINERS) if end else 0
    is_place = words[end].norm in ORDINALS and words[end].text.islower() if words else False
    return end if is_place and led > 0 and words[led].norm in _COMES_AT and words[0].names else None


_COMES_AT = {
    "comes", "come", "is", "appears", "stands", "ranks", "listed", "shown", "be", "va", "es", "sale", "aparece",
    "queda", "figura", "esta",
}  # fmt: skip
_WITH = {"with", "con", "and", "y", "for", "showing", "that", "which", "que"}
_LIST_NOUNS = {"list", "table", "lista", "tabla", "listado", "page", "pagina"}
_IN_LISTS = {
    "in", "on", "of", "en", "de", "the", "la", "el", "list", "table", "lista", "tabla", "page", "pagina", "now",
}  # fmt: skip


def _of_place(part: Part, page: Page) -> Answer | None:
    """`The first row is ORD-1`: what an entry says that is named by its place."""
    words = part.words
    # `The second page` is where something is, not what.
    places = (i for i, t in enumerate(words[:-1]) if t.norm in ORDINALS and words[i + 1].norm not in _LEAVES)
    at = next(places, None)
    told = _told(part)
    if (placed := _comes_at(words)) is not None:
        at, told = placed, list(takewhile(lambda t: t.names, words))
    elif at is None or not told or part.words[at].number > told[0].number:
        return None
    of_list = {words[at].number, *_of_list(words[at + 1 :])}
    told = [t for t in told if t.number not in of_list]
    if not told:
        return None
    groups = sorted(lists(page), key=len, reverse=True)
    place = ORDINALS[part.words[at].norm]
    index = place - 1 if place > 0 else -1
    if placed is not None and place < 0 and turns_further(page):
        return GOES_ON
    if not groups or len(groups[0]) < max(place, 1):
        return Answer(False, f"The page has no {part.words[at].text} entry.")
    node, text = groups[0][index]
    return Answer(says_all(page, node, told, part.words), f'The {part.words[at].text} entry is "{text[:80]}".')


def _of_list(words: Sequence[Token]) -> set[int]:
    """What only says of which list something is the first: `row of the orders table`, before what the row says."""
    led = list(takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm not in _WITH, words))
    ends = max((i + 1 for i, t in enumerate(led) if t.norm in _LIST_NOUNS), default=0)
    return {t.number for t in led[:ends]} if ends and not any(t.names for t in led[:ends]) else set()


def says_all(page: Page, node: Node, told: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether an entry says all of it, what is told with the name of a column in that column."""
    numbers = {t.number for t in told}
    by_head = [each for each in values_by_head(page, words) if numbers >= {t.number for group in each for t in group}]
    known = {t.number for head, values in by_head for t in (*head, *values)}
    rest, text = [t for t in told if t.number not in known], page.words_of(node)
    # A cell `Not paid` says no `paid`.
    denied = [t for t in told if any(says(n.said, t) and says_not(n.said, words) for n in page.within(node))]
    cells = ((cell_under(page, node, head), values) for head, values in by_head)
    return all(says(text, t) for t in rest) and not denied and all(says(c, t) for c, values in cells for t in values)

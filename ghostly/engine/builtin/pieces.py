"""Where one thing that a goal asks for ends and the next begins, and with what verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise, takewhile

from .lexicon import STOP, Verb, is_conjugated, meanings
from .speech import (
    AGAIN,
    ANOTHER,
    ASIDES,
    BEFORE_NOUNS,
    BOARDS,
    BOTH,
    COMMA,
    DETERMINERS,
    DOING,
    EMPTY,
    ENDS,
    HAS_TO,
    IS,
    LEAVES,
    LONGEST_LABEL,
    MODAL,
    NOT,
    ONE_MORE,
    PRONOUNS,
    SOLELY,
    STATES_A_FACT,
    STATING,
    STILL,
    TELL,
    TRIES,
    WANTS,
    WISHES,
    comes_to,
    ends_here,
    finite_at,
    has_its_object,
    is_doing,
    is_order,
    is_statement,
    is_to_be,
    is_tried,
    joins,
    leads_in,
    orders_it,
    shows_something,
    tells_of,
    verb_at,
    without_ends,
)
from .stories import is_past
from .words import NUMBER_WORDS, Token, stem

_SOMEBODY = {"i", "you", "we", "user", "usuario", "usted", "he", "she", "yo", "i'd", "we'd"}
# What ends like a verb and is mostly more than one thing.
PLURALS = {
    "orders", "searches", "filters", "changes", "copies", "books", "updates", "views", "shares", "posts", "tags",
    "lists", "reports", "notes", "types", "records", "archives", "exports", "imports", "votes", "comments", "replies",
    "places", "marks", "buttons", "forms", "drops", "moves", "goes", "uses",
}  # fmt: skip
_EXPECTED = {"exp", "expected", "expect", "outcome", "expectation", "acceptance", "esperado", "esperada", "aceptacion"}
_RESULTS = {"result", "results", "resultado", "resultados"}
_FOUND = _RESULTS | {"actual", "outcome", "behaviour", "behavior", "comportamiento", "real", "obtenido"}
_TO_BE = {"be", "now", "then", "read", "ser", "ahora", "final", "new", "nuevo"}
_LONGEST_LEAD = 8
_APPS = {
    "application", "app", "aplicacion", "page", "pagina", "system", "sistema", "site", "sitio", "form", "formulario",
}  # fmt: skip
_BESIDE = {"below", "above", "beneath", "beside", "behind", "over", "near", "junto", "sobre", "bajo"}
_SHOWN_IN = {
    "row", "table", "list", "page", "column", "header", "message", "heading", "total", "badge", "counter", "status",
    "fila", "tabla", "lista", "pagina", "columna", "cabecera", "mensaje", "contador", "estado", "screen", "pantalla",
}  # fmt: skip
# Where in a page something stands.
_SPOTS = {"foot", "footer", "pie", "bottom", "top", "below", "above", "abajo", "arriba", "debajo", "encima"}
_PLACED = _SPOTS | _SHOWN_IN | DETERMINERS | {"at", "in", "on", "of", "al", "a", "en", "de", "del", "mas"}
_LOOKING = {"mira", "mire", "miro", "mirar", "miramos"}
_USES = {"use", "usa", "uso", "utilizo", "using"}
# What leads to the several things that something is done to one of.
_OF = {"of", "from", "among", "amongst", "between", "de", "entre"}
# What is done, said by a noun: `Alta de un cliente llamado Ada`.
_MAKING = {("alta", "de"), ("alta", "del"), ("creation", "of"), ("creacion", "de"), ("registration", "of")}
_PURPOSES = {("so", "that"), ("para", "que"), ("y", "que")}
_TO_SHOW = TELL | {
    "names", "mentions", "muestre", "ponga", "diga", "liste", "nombre", "indique", "mencione", "incluya", "refleje",
}  # fmt: skip
# Verbs that are as often the name of a thing.
NOUNS = {
    "order", "search", "filter", "change", "copy", "book", "update", "view", "share", "post", "tag", "list", "report",
    "note", "type", "sign-in", "login", "record", "archive", "export", "import", "invite", "vote", "comment", "reply",
}  # fmt: skip
_OPEN = {"open", "opened", "loaded", "abierto", "abierta", "displayed", "shown"}
_POLITE = {
    "please", "try", "intenta", "intentar", "trata", "tratar", "quiero", "necesito", "i", "we", "want", "need", "to",
    "de", "would", "i'd", "attempt", "when", "cuando", "they", "he", "she", "intente", "trate",
}  # fmt: skip
_PLACES = {
    "page", "list", "tab", "section", "screen", "view", "overview", "dashboard", "menu", "pagina", "lista", "listado",
    "pestana", "seccion", "pantalla", "vista", "panel", "ficha", "apartado", "record", "profile", "perfil",
}  # fmt: skip
_SCREENS = {"page", "pagina", "screen", "pantalla"}
# Verbs after which a thing is told of at length, and what leads to what it is told with.
_DETAILED: frozenset[Verb] = frozenset({"create", "fill"})
_FOR = {"for", "to", "with", "from", "as", "a", "al", "para", "por", "con", "de", "como"}
_SPEAKERS = {"i", "we", "you", "it", "they"}
_SUBORDINATES = {
    "that",
    "which",
    "if",
    "when",
    "whether",
    "what",
    "where",
    "who",
    "as",
    "how",
    "because",
    "since",
    "than",
}
_WHO = {"it", "they", "se", "the", "he", "she", "its", "his", "her", "their"}
# How Spanish says what something is to be, and how the words end that say what was done to it.
_BECOMES = {
    "quede", "queden", "este", "esten", "figure", "figuren", "aparezca", "aparezcan", "salga", "salgan", "conste",
    "consten", "pase", "pasen",
}  # fmt: skip
# How Spanish says what is to be seen.
_SEEN = {"vea", "vean", "muestre", "muestren", "lea", "lean"}
_APPEARS = {"aparezca", "aparezcan", "figure", "figuren", "salga", "salgan"}
_LONGEST_PLACE = 7
_ARTICLES = {"the", "an", "el", "un", "una"}
_DONE = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
_WHEN = {"when", "whenever", "if", "once", "cuando", "si"}
_SHOWS = {"shows", "muestra", "muestran"}
_THEN, _AND = {"then", "entonces"}, {"and", "but", "y", "e", "pero"}
_SO_MANY = {"exactly", "precisely", "exactamente", "justo", "no", "nothing", "nobody", "nada", "nadie", "none"}
_I_MUST = {"debo", "debemos"}
# What is done to things that are called by their names.
_DONE_TO: frozenset[Verb] = frozenset({"delete", "edit", "check", "uncheck", "choose", "say", "close", "save", "drag"})
# What an arrow leads from to what comes of it: `sort by price → Ada first`; in `quantity → 5` it leads to a value.
_COMES_TO: frozenset[Verb] = frozenset({"sort", "filter", "search", "save", "delete"})
_ALL_CHANGED = {"changes", "cambios", "everything", "todo"}
_OBJECT_LESS: frozenset[Verb] = frozenset({
    "login", "logout", "back", "reload", "save", "close", "accept", "next", "scroll", "search", "expand", "clear",
})  # fmt: skip


# A day, or an hour, as one token.
_DAY = re.compile(r"\d[/.:-]\d|[a-z]{3}")
_ON_A_DAY = {
    "on", "at", "by", "date", "day", "the", "el", "para", "fecha", "dia", "prevista", "previsto", "planned", "a", "las",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    verb: Verb
    head: Sequence[Token]
    body: Sequence[Token]
    titled: bool = False
    begins_line: bool = False
    # Whether the goal says that it comes of what was done: `Then the invoice is Paid`.
    follows: bool = False
    # Whether it is a sentence of its own.
    begins: bool = False


def pieces_of(tokens: Sequence[Token]) -> list[Piece]:
    pieces: list[Piece] = []
    where: Sequence[Token] = ()
    at = 0
    while at < len(tokens):
        start, verb, head, aside = _begin(tokens, at)
        body_start = start + len(head)
        sentence = list(takewhile(lambda t: t.text not in ENDS, tokens[body_start:]))
        whether = bool(head) and (_looks_whether(head[0], sentence) or _shows_as_well(tokens, at, pieces[-1:]))
        verb = "expect" if verb == "open" and whether else verb
        # `Cuando lo guardes debe verse …`
        at_once = (
            head
            and body_start < len(tokens)
            and verb not in ("say", "expect")
            and _is_after_when(tokens, body_start, 1)
        )
        end = body_start if at_once and _must_be(tokens, body_start) else _end(tokens, body_start, verb)
        body = _with_pronoun(tokens, at, start, head, without_ends(tokens[body_start:end]))
        if not head and verb == "say" and _is_only_where(body) and tokens[end - 1].text == "," and end < len(tokens):
            # `On the Locations page, …`: what is done or seen there follows.
            where, at = body, end
            continue
        aside, where = aside or where, ()
        if aside and aside[0].norm not in ASIDES and verb not in _DETAILED | {"open"}:
            # Before what it becomes: `of the two bills mark the March one as paid`.
            body = [*aside, *body]
        elif aside:
            body = [*body, COMMA, *aside]
        if head or body:
            titled = ":" in [t.text for t in tokens[max(0, at - 2) : at] if t.text not in ("\n", ",")][-1:]
            titled = titled or (bool(pieces) and at > 0 and _is_dash(tokens, at - 1) and _is_code(pieces[-1]))
            begins_line = at > 0 and tokens[at - 1].text == "\n"
            follows = _follows(tokens, at, pieces[-1] if pieces else None)
            begins = not at or tokens[at - 1].text in ENDS
            pieces.append(Piece(verb, head, body, titled, begins_line, follows, begins))
        at = max(end, at + 1)
    return pieces


def _is_code(piece: Piece) -> bool:
    """Whether a part says just which one it is about: `ORD-7 - set the status to Paid`."""
    return piece.verb == "say" and not piece.head and [t.kind for t in piece.body] == ["code"]


def _looks_whether(verb: Token, body: Sequence[Token]) -> bool:
    """`Mira en el tablón que sale la nota`: what is to be seen there, and no place alone."""
    if not body:
        return False
    at = next((i for i, t in enumerate(body) if i > 1 and t.norm in ("que", "si")), 0)
    led = at > 0 and body[at - 1].norm not in DETERMINERS and verb.norm in _LOOKING and body[0].norm in ASIDES
    return led and any(tells_of(t) or t.norm in TELL for t in body[at + 1 :])


def _shows_as_well(tokens: Sequence[Token], at: int, before: Sequence[Piece]) -> bool:
    """`Check that her page opens and shows 3`, `… se abre y muestra 3`: what is checked goes on there."""
    checked = bool(before) and before[0].verb == "expect" and at > 0 and joins(tokens[at - 1])
    return checked and tokens[at].norm in _SHOWS


def _with_pronoun(tokens: Sequence[Token], at: int, verb: int, head: Sequence[Token], body: list[Token]) -> list[Token]:
    """With the `it` that Spanish says before a verb or not at all: `cuando lo publico`, `se ve en el tablón`."""
    before = tokens[verb - 1] if verb > at else None
    if before is not None and before.norm in ("lo", "los"):
        return [replace(before, text="it", norm="it"), *body]
    if head and head[0].norm == "se" and body and body[0].norm in ASIDES:
        return [replace(head[0], text="it", norm="it"), *body]
    return body


def _is_only_where(body: Sequence[Token]) -> bool:
    """Whether the words only name a place of the application."""
    words = [t.norm for t in body]
    return (
        bool(words) and words[0] in ASIDES and words[-1] in _PLACES and all(t.kind in ("word", "quoted") for t in body)
    )


def _follows(tokens: Sequence[Token], at: int, before: Piece | None) -> bool:
    """Whether a line or a clause begins with `Then`, or a line with an `And` after such a line."""
    if before and tokens[at].norm in _THEN and _is_after_when(tokens, at):
        return True
    if not before or tokens[at - 1].text not in ENDS | {","}:
        return False
    if tokens[at].norm in _THEN:
        return True
    return before.follows and tokens[at - 1].text == "\n" and tokens[at].norm in _AND


def _begin(tokens: Sequence[Token], at: int) -> tuple[int, Verb, Sequence[Token], Sequence[Token]]:
    """Where the verb of the part that begins here stands, what it means, its words, and the words before it that say
    where or with what."""
    purpose = next((n for n in (1, 2) if tuple(t.norm for t in tokens[at : at + n]) in _PURPOSES), 0)
    # `Que no salga ya en la lista.`
    purpose = purpose or (tokens[at].norm == "que" and (not at or tokens[at - 1].text in ENDS))
    if purpose and _tells_outcome(tokens, at, at + purpose):
        return at + purpose, "expect", (), ()
    if led := _out_of_several(tokens, at) or _led_in(tokens, at):
        return led
    while at < len(tokens) and (tokens[at].kind == "mark" or joins(tokens[at])):
        at += 1
    piece = tokens[at : _end(tokens, at, "say")]
    makes = (not at or tokens[at - 1].text in ENDS) and tuple(t.norm for t in piece[:2]) in _MAKING
    if makes and piece[-1].text != ":":
        # What a colon ends is the title of an order.
        return at, "create", piece[:2], ()
    if label := _is_expected(tokens[at:]):
        return at, "expect", tokens[at : at + label], ()
    if used := _used(tokens, at):
        return used
    if piece and piece[0].norm in ASIDES and (inner := _verb_inside(tokens, at + 1)):
        place, found = inner
        aside = [t for t in tokens[at:place] if t.norm not in _POLITE - {"to", "de"}]
        # A lone `para` says only what something is done for.
        return place, found[0], found[1], without_ends(aside) if len(aside) > 1 else ()
    if named := _named_open(piece):
        return at, "open", piece[:1], named
    if _tells_of_several(tokens, at):
        return at, "expect", (), ()
    return _begin_without(tokens, at, piece)


def _out_of_several(tokens: Sequence[Token], at: int) -> tuple[int, Verb, Sequence[Token], Sequence[Token]] | None:
    """`Of the two orders of Ada remove the wool one`: what is done to one of those that are told of first."""
    while at + 1 < len(tokens) and tokens[at].kind == "mark":
        at += 1
    begins = at + 1 < len(tokens) and (not at or tokens[at - 1].text in ENDS)
    if not begins or tokens[at].norm not in _OF or tokens[at + 1].norm not in DETERMINERS | BOTH:
        return None
    start = at + 1
    while start < len(tokens) and (tokens[start].norm in DETERMINERS | BOTH | NUMBER_WORDS.keys()):
        start += 1
    for index in range(start + 1, len(tokens) - 1):
        found = None if ends_here(tokens, index) else verb_at(tokens, index)
        after = tokens[index + len(found[1])] if found and index + len(found[1]) < len(tokens) else None
        if ends_here(tokens, index):
            return None
        # In `the two open orders` nothing is opened.
        if found and after and (after.norm in DETERMINERS or after.names) and not tokens[index].names:
            several = without_ends(tokens[start:index])
            is_one = not {t.norm for t in several} & (_PLACES | _SHOWN_IN) and not any(map(tells_of, several))
            is_one = is_one and tokens[index - 1].norm not in BEFORE_NOUNS
            return (index, *found, several) if is_one and several else None
    return None


def _used(tokens: Sequence[Token], at: int) -> tuple[int, Verb, Sequence[Token], Sequence[Token]] | None:
    """`When I use New visit to add …`: what is added, and with what."""
    start = at
    while start < len(tokens) and (tokens[start].text == "," or leads_in(tokens[start])):
        start += 1
    if start >= len(tokens) or tokens[start].norm not in _USES:
        return None
    until = next((i for i in range(start, len(tokens)) if ends_here(tokens, i)), len(tokens))
    to = next((i for i in range(start + 2, until) if tokens[i].norm in ("to", "para")), until)
    found = verb_at(tokens, to + 1)
    return (to + 1, *found, tokens[start : to + 1]) if found and to + 1 < until else None


def _led_in(tokens: Sequence[Token], at: int) -> tuple[int, Verb, Sequence[Token], Sequence[Token]] | None:
    """The verb that nothing but words without content, or somebody who does it, stands before."""
    start = at
    while True:
        found = verb_at(tokens, start)
        finds = found is not None and _finds_so_many(tokens, at, start)
        if found and (finds or _is_expected_of(tokens[at:start], found) or _says_besides(tokens, start)):
            return at, "expect", (), ()
        if found:
            # `They are leaving us` tells something.
            they = [t.norm for t in tokens[at:start]][-2:] == ["they", "are"] and tokens[start].norm.endswith("ing")
            return None if they or _is_subject(tokens, at, start) else (start, *found, ())
        leads = start < len(tokens) and (leads_in(tokens[start]) or is_doing(tokens, start) or _if_i_do(tokens, start))
        if start < len(tokens) and (tokens[start].kind == "mark" or leads):
            start += 1
        elif told := _narrated(tokens, start):
            start = told
        else:
            return None


def _if_i_do(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is told what somebody does, and what is to come of it: `if I open the list`, `si abro la lista`."""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    does = after in ("i", "we") or (after.endswith(("o", "mos")) and verb_at(tokens, at + 1) is not None)
    return tokens[at].norm in ("if", "si") and does


def _is_expected_of(led: Sequence[Token], found: tuple[Verb, Sequence[Token]]) -> bool:
    """Whether a thing, and nobody, is to do it: `it should show up in the list`."""
    said = {t.norm for t in led if t.kind == "word"}
    modal = bool(said & MODAL) or any(pair in HAS_TO for pair in pairwise(t.norm for t in led))
    return modal and bool(said & {"it", "they", "this", "that"}) and not said & _SOMEBODY and found[0] != "expect"


def _finds_so_many(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether a number is to be found, or nothing: `I should find exactly 4 people`."""
    led = [t.norm for t in tokens[at:verb]]
    modal = bool(set(led) & (MODAL | _I_MUST)) or any(pair in HAS_TO for pair in pairwise(led))
    finds = tokens[verb].norm in ("find", "encontrar")
    after = tokens[verb + 1 : verb + 2]
    counts = bool(after) and (after[0].kind == "number" or after[0].norm in NUMBER_WORDS.keys() | _SO_MANY | SOLELY)
    return modal and finds and counts


def _says_besides(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word after `que` tells what something says, in `… y que pone 4 de 8 plazas`."""
    return at > 1 and tokens[at].norm in TELL | {"pone", "ponga"} and tokens[at - 1].norm in ("que", "that") and (
        joins(tokens[at - 2]) or tokens[at - 2].text == ","
    )  # fmt: skip


def _tells_of_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence is one statement about several things: `Only Ada and Bo should be listed.`, or what a mark
    parts from an order is one: `Look for oak - only Ada and Bo should be listed`."""
    if at >= len(tokens):
        return False
    begins = not at or tokens[at - 1].text in ENDS
    begins = begins or (tokens[at].norm in SOLELY and (tokens[at - 1].text in ",:" or _is_dash(tokens, at - 1)))
    said = tokens[at : _end(tokens, at, "expect")]
    modal = next((i for i, t in enumerate(said) if t.norm in MODAL and t.kind == "word"), 0)
    joint = next((i for i in range(modal - 1, 0, -1) if joins(said[i])), 0)
    if not begins or not joint or said[joint - 1].text == ",":
        return False
    # `Only the red one and the blue one`: a thing that nothing is told of goes on.
    goes_on = said[0].norm in SOLELY and not any(map(tells_of, said[:joint]))
    if said[joint + 1].norm in DETERMINERS and not goes_on:
        return False
    return not any(t.text in ":(" for t in said[:modal]) and not any(verb_at(said, i) for i in range(joint))


def _begin_without(
    tokens: Sequence[Token], at: int, piece: Sequence[Token]
) -> tuple[int, Verb, Sequence[Token], Sequence[Token]]:
    """What a part is that has no verb of ours."""
    if is_statement(piece) or (at and tokens[at - 1].text == "→"):
        return at, "expect", (), ()
    while (
        at + 1 < len(tokens)
        and (tokens[at].norm in _POLITE or _is_attempt(tokens, at))
        and tokens[at + 1].kind == "word"
    ):
        at += 1
    wants = {t.norm for t in tokens[max(0, at - 2) : at]} & (WANTS | WISHES)
    if wants and at + 2 < len(tokens) and tokens[at].norm in ONE_MORE and tokens[at + 1].text.islower():
        # `I want a new order for …`
        return at, "create", (), ()
    if is_past(tokens, at):
        # `We agreed on it` tells something by its `we`.
        return at - 1, "say", (), ()
    if is_order(tokens, at):
        return at, "say", tokens[at : at + 1], ()
    return at, "say", (), ()


_INFINITIVE = re.compile(r"\w{2,}[aei]r(?:l[aeo]s?)?$")


def _is_attempt(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is said to try what a Spanish verb says: `intento renovar`, `trato de renovar`."""
    led = tokens[at - 1].norm if at and tokens[at].norm in ("a", "de") else tokens[at].norm
    rest = [t.norm for t in tokens[at + 1 : at + 3]]
    done = rest[-1] if rest[:1] in (["a"], ["de"]) else rest[0]
    return led in TRIES and bool(_INFINITIVE.match(done))


def _narrated(tokens: Sequence[Token], at: int) -> int:
    """Where the verb stands of somebody who does something: `Dana opens …`, `the support team looks up …`; else 0."""
    until = min(len(tokens) - 1, at + LONGEST_LABEL)
    for place in range(at + 1, until):
        before = tokens[at:place]
        if any(t.kind != "word" or t.norm in ASIDES - {"for"} | MODAL for t in before):
            return 0
        verb = verb_at(tokens, place)
        if verb is None or not tokens[place].text.islower():
            continue
        does = verb[1][0].norm.endswith("s") and verb[0] != "expect" and verb[1][0].norm != "shows"
        led = tokens[at - 1].norm if at else ""
        is_who = all(t.text[:1].isupper() for t in before) or {before[0].norm, led} & DETERMINERS
        thing = {t.norm for t in before} & (_SHOWN_IN | _APPS)
        return place if does and is_who and not thing and verb[1][0].norm not in TELL | STATING | PLURALS else 0
    return 0


def _is_expected(piece: Sequence[Token]) -> int:
    """How many words lead in what is expected, as in `Expected result: …`; 0 when none do."""
    colon = next((i for i, t in enumerate(piece[:LONGEST_LABEL]) if t.text == ":"), 0)
    # `Result: Approved` is what a label says, `Result: ORD-7 is gone` is not.
    tells = colon == 1 and piece[0].norm in _RESULTS and any(tells_of(t) or t.norm in SOLELY for t in piece[2:])
    if tells or _EXPECTED & {t.norm for t in piece[:colon]}:
        return colon + 1
    colon = next((i for i, t in enumerate(piece[:_LONGEST_LEAD]) if t.text == ":"), 0)
    said = {t.norm for t in piece[:colon]}
    # `Actual should now be: …`; what a report says is actual without that is the defect.
    is_to_be = bool(said & MODAL) and bool(said & _FOUND) and said <= _FOUND | MODAL | _TO_BE | DETERMINERS
    return colon + 1 if is_to_be else 0


def only_expects(words: Sequence[Token]) -> bool:
    """Whether nothing is left of `Expected:`, whose checks have become parts of their own."""
    said = {t.norm for t in words if t.kind == "word"}
    return bool(said) and said <= _EXPECTED | _RESULTS


def _named_open(piece: Sequence[Token]) -> Sequence[Token]:
    """The place of `Given the help desk is open` and `Given the list of orders`."""
    words = without_ends(piece)
    if len(words) < 3 or words[0].norm not in ("given", "dado", "dada"):
        return ()
    ends = {words[2].norm, words[-1].norm}
    told = any(map(tells_of, words)) or any(t.names for t in words[1:])
    if words[1].norm in DETERMINERS and (words[-1].norm in _SCREENS or (ends & (_PLACES | BOARDS) and not told)):
        return words[1:]
    return words[1:-2] if words[-1].norm in _OPEN and words[-2].norm in IS else ()


def _is_subject(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether a word that could be a verb is a noun here: `the search field should contain …`."""
    before = tokens[verb - 1].norm if verb > at else ""
    is_noun = bool({tokens[verb].norm, stem(tokens[verb].norm)} & NOUNS)
    if _is_numbered_title(tokens, verb, is_noun) or _is_held(tokens[verb:], is_noun):
        return True
    if verb - 1 > at and (tokens[verb - 2].norm in AGAIN or is_tried(tokens, verb)):
        return False
    if before in _SOMEBODY or (before not in DETERMINERS and not is_noun):
        return False
    if is_noun and before in DETERMINERS - ONE_MORE:
        return True
    end = _end(tokens, verb + 1, "expect")
    leads = tokens[verb + 1].norm in ("for", "by") if verb + 1 < end else False
    solely = [i for i in range(verb + 1, end - 1) if tokens[i].text in ",:" and tokens[i + 1].norm in SOLELY]
    dashes = solely or [i for i in range(verb + 1, end) if _parts_off(tokens, i) or (leads and tokens[i].text == ":")]
    # What a dash or a colon parts from an order is not told of it: `Search for Ana - nothing should be found`.
    # Nor is what comes of it: `Search the orders for silk, so it should say "Nothing"`.
    so = next((i for i in range(verb + 1, end) if tokens[i].norm == "so" and tokens[i - 1].text == ","), end)
    piece = tokens[verb : min(so, dashes[0] if len(dashes) == 1 else end)]
    if is_noun and len(piece) > 2 and piece[1].is_value and (tells_of(piece[2]) or is_to_be(piece[2:])):
        return True
    return is_statement(piece) and (
        before in DETERMINERS or not {"that", "which", "who", "que"} & {t.norm for t in piece}
    )


def _is_held(piece: Sequence[Token], is_noun: bool) -> bool:
    """`Order ORD-7 of Ada has 3 pieces`, `Booking R-12 has 3 seats`: what a thing that has a number holds."""
    called = is_noun or (piece[0].norm.endswith("ing") and piece[0].text[:1].isupper())
    led = list(takewhile(lambda t: t.norm != "has" and t.kind != "mark", piece))
    return (
        called and [t.kind for t in piece[1:2]] == ["code"] and len(led) < len(piece) and piece[len(led)].norm == "has"
    )


def _is_numbered_title(tokens: Sequence[Token], at: int, is_noun: bool) -> bool:
    """`Order ORD-7: …`, `Booking 12: cancel it`, which only name what something is done to behind the colon."""
    number, colon = (*tokens[at + 1 : at + 3], COMMA, COMMA)[:2]
    called = is_noun or (tokens[at].norm.endswith("ing") and tokens[at].text[:1].isupper())
    is_one = number.kind == "code" or (number.kind == "number" and number.text.isdigit())
    acts = verb_at(tokens, at + 3) is not None or any(t.norm in PRONOUNS for t in tokens[at + 4 : at + 5])
    return called and is_one and colon.text == ":" and acts


def _verb_inside(tokens: Sequence[Token], at: int) -> tuple[int, tuple[Verb, Sequence[Token]]] | None:
    """The verb of a sentence that begins with something else."""
    for index in range(at, len(tokens)):
        if ends_here(tokens, index):
            return None
        if tokens[index - 1].text == "," and _is_passed(tokens, index):
            return index, ("say", ())
        found = verb_at(tokens, index)
        if (
            found
            and tokens[index - 1].norm not in BEFORE_NOUNS - {"to", "para"}
            and not _is_adjective(tokens, index, found[0])
            and _starts_a_part(tokens, index, "say")
        ):
            return index, found
    return None


def _is_adjective(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a Spanish word says what a noun is like, as in `en nombre completo pon Ada`, though it may tell what is
    done: nothing follows that it is done to."""
    noun, said = tokens[at - 1], tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else COMMA
    follows = after.kind == "mark" or joins(after) or verb_at(tokens, at + 1) is not None
    is_noun = at > 0 and noun.kind == "word" and noun.text.islower() and not leads_in(noun)
    return is_noun and verb == "fill" and said.norm.endswith("o") and follows


def _ends_quoted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends within its quotes: `… says "All done." Then …`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = tokens[at].kind == "quoted" and tokens[at].text.rstrip()[-1:] in (".", "!", "?")
    return ends and after is not None and after.kind == "word" and after.text[:1].isupper()


def _end(tokens: Sequence[Token], at: int, verb: Verb) -> int:
    """Where the part ends that goes on here: at the end of its sentence, or where a connector is followed by a verb."""
    for index in range(at, len(tokens)):
        token = tokens[index]
        if ends_here(tokens, index) or _ends_quoted(tokens, index) or _states_after(tokens, at, index, verb):
            return index + 1
        if (index > at or (joins(token) and verb in _OBJECT_LESS)) and _begins_check(tokens, index, verb):
            return index
        if (joins(token) or token.text == ",") and _writes_elsewhere(tokens, index + 1, verb):
            return index + 1
        joint = joins(token) or (token.kind == "mark" and (token.text in ",:(→" or _is_dash(tokens, index)))
        more = verb in _DETAILED and _tells_more(tokens, index + 1)
        is_said_on = verb in _DETAILED and _is_dated(tokens, index + 1)
        joint = joint and not (is_said_on or _names_next(tokens, at, index, verb))
        if token.text == "," and (more or _closes_aside(tokens, at, index, verb)):
            continue
        if token.norm in ANOTHER and index > at and tokens[index - 1].kind != "mark" and _tells_next(tokens, index):
            continue
        if joint and index + 1 < len(tokens):
            if _starts_a_part(tokens, index + 1, verb) or (token.text == ":" and _is_aside(tokens, index + 1, verb)):
                return index + 1
            if joins(token) and verb != "expect" and _orders_next(tokens, at, index, verb):
                return index + 1
    return len(tokens)


def _states_after(tokens: Sequence[Token], at: int, joint: int, verb: Verb) -> bool:
    """Whether a statement follows an order that needs no object: `When I finish, Acme is in the list`."""
    signs = (":",) if verb == "close" else (",", "→", ":")
    parts_it = joint == at and tokens[at].text in signs and verb in ("save", "next", "reload", "close")
    clause = tokens[at + 1 : _end(tokens, at + 1, "expect")] if parts_it else ()
    # `Cancel: ORD-3 has 10 still`, `Guardar: no se guarda`
    told = (
        parts_it and tokens[at].text == ":" and (any(map(tells_of, clause)) or bool(clause and clause[0].norm in NOT))
    )
    return is_statement(clause) or told


def _orders_next(tokens: Sequence[Token], at: int, joint: int, verb: Verb) -> bool:
    """Whether an order follows; the `ciudad a` of `pon nombre a Luna y ciudad a Cádiz` is none."""
    to = tokens[joint + 2].norm if joint + 2 < len(tokens) else ""
    is_alike = verb == "fill" and to in ("a", "to") and to in {t.norm for t in tokens[at:joint]}
    return not is_alike and is_order(tokens, joint + 1)


def _writes_elsewhere(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """`For the venue enter Main hall and for the date enter 9 May`: what follows has a verb of its own."""
    if verb == "expect" or at >= len(tokens) or tokens[at].norm not in ASIDES:
        return False
    place, (writes, _) = _verb_inside(tokens, at + 1) or (at, ("say", ()))
    is_written = writes in ("fill", "choose") or tokens[place].norm == "enter"
    return at + 1 < place <= at + _LONGEST_PLACE and is_written


def _names_next(tokens: Sequence[Token], at: int, joint: int, verb: Verb) -> bool:
    """Whether a capital within a sentence begins the next of several names that look like orders: `delete Send invoice
    7 and Send invoice 70`, `tick Book flight and Send cards`."""
    named = next((i for i in range(at, min(at + LONGEST_LABEL, joint)) if tokens[i].text[:1].isupper()), joint)
    led = all(t.kind == "word" for t in tokens[at:named])
    if verb not in _DONE_TO or not led or named + 1 >= joint or joint + 2 >= len(tokens):
        return False
    one, other = tokens[named], tokens[joint + 1]
    if other.kind != "word" or not other.text.istitle() or not verb_at(tokens, joint + 1):
        return False
    if one.norm == other.norm:
        return tokens[joint + 2].kind in ("word", "number", "code")
    before = [named, *(i + 1 for i in range(named, joint) if tokens[i].text == ",")]
    looks_so = verb_at(tokens, named) is not None or len(before) > 1 or one.norm.endswith(("ar", "er", "ir"))
    return looks_so and all(_begins_title(tokens, i) for i in (*before, joint + 1))


def _begins_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name of several words begins here, of which only the first has a capital: `Send invoice`."""
    one, other = (*tokens[at : at + 2], COMMA, COMMA)[:2]
    is_plain = other.kind == "word" and other.text.islower() and other.norm not in _ALL_CHANGED
    return one.kind == "word" and one.text.istitle() and is_plain and not (other.norm in STOP and verb_at(tokens, at))


def _is_passed(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is told here what becomes of a thing: `Edita la cita C-4: pasa el estado a Hecha`."""
    passes = tokens[at].norm == "pasar" or is_conjugated(tokens[at].norm, "pasar")
    return passes and at + 1 < len(tokens) and tokens[at + 1].norm in DETERMINERS | {"a"}


def _is_aside(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether an order follows that begins with where it is done: `: on the settings page set …`."""
    if verb in ("edit", "open", "search") and _is_passed(tokens, at):
        return True
    return tokens[at].norm in ASIDES and _verb_inside(tokens, at + 1) is not None


def _tells_next(tokens: Sequence[Token], at: int) -> bool:
    """`The list then shows 3` is one statement."""
    follows = at + 1 < len(tokens) and tokens[at + 1].norm in TELL | STATES_A_FACT | MODAL
    return follows or tokens[at - 1].norm in MODAL


def _begins_check(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a check follows that no mark parts from what comes before: `… so that it is listed`, `… la aplicación
    debe negarse`, `… → ORD-7 gone`."""
    said = [t.norm for t in tokens[at : at + 6]]
    if verb == "expect":
        # `Confirma la cita para que quede Confirmada` may look like a check until it says what is to come of it.
        return said[:2] == ["para", "que"] and _is_to_become(tokens[at + 2 : _end(tokens, at + 2, "say")])
    if tuple(said[:2]) in _PURPOSES and said[2:3]:
        clause = tokens[at + 2 : _end(tokens, at + 2, "expect")]
        becomes = said[0] in ("para", "y") and (_is_to_become(clause) or _is_to_be_seen(clause))
        return (said[2] in _WHO and is_statement(clause)) or _is_to_show(clause) or becomes
    if said[0] in _THEN and (tokens[at - 1].text == "," or _is_after_when(tokens, at)):
        # `When I sort by price, then the first is Ada`
        clause = tokens[at + 1 : _end(tokens, at + 1, "expect")]
        return any(map(tells_of, clause)) or shows_something(clause) or comes_to(clause)
    if verb != "say" and _is_after_when(tokens, at) and _must_be(tokens, at):
        return True
    if tokens[at].text == "→":
        comes = verb in _COMES_TO and at + 1 < len(tokens) and verb_at(tokens, at + 1) is None
        return comes or is_statement(tokens[at + 1 : _end(tokens, at + 1, "expect")])
    if said[0] in SOLELY:
        # `Al buscar Ada solo debe salir ella`
        follows = tokens[at - 1].kind == "mark" and _tells_of_several(tokens, at)
        return follows or bool(MODAL & set(said[1:2]))
    if (
        verb != "say"
        and said[0] in _SPEAKERS
        and said[1:2]
        and said[1] in MODAL
        and tokens[at - 1].norm not in _SUBORDINATES
    ):
        # `When I delete it I should be asked`
        return True
    if _app_must(tokens, at) or (verb == "save" and _wants_to_see(tokens, at)):
        return True
    return said[0] in DETERMINERS and _shows_next(tokens, at, verb)


def _shows_next(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """`On pressing "Got it"` `the notice disappears`, `…, the column Total shows 5`: what a field is to say is told
    otherwise."""
    clause = tokens[at : _end(tokens, at, "expect")]
    if tokens[at - 1].kind == "quoted" and verb in ("click", "press"):
        told = list(takewhile(lambda t: t.kind == "word" and t.norm not in ("that", "que", "which"), clause))
        return any(tells_of(t) or t.norm in TELL for t in told[2:4])
    shown = bool(_SHOWN_IN & {t.norm for t in tokens[at : at + 6]})
    return tokens[at - 1].text == "," and shown and shows_something(clause)


def _wants_to_see(tokens: Sequence[Token], at: int) -> bool:
    """`After saving I want to see it in the list`, `al guardar quiero verlo en la lista`"""
    who = tokens[at].norm in ("i", "we")
    wants = tokens[at + who].norm in WANTS | WISHES | {"expect"} if at + who < len(tokens) else False
    to = at + who + 1
    found = verb_at(tokens, to + (tokens[to].norm == "to")) if wants and to < len(tokens) else None
    return found is not None and found[0] in ("expect", "open")


def _app_must(tokens: Sequence[Token], at: int) -> bool:
    """`The app must refuse it`; in `the total below the form must show 5` it is the total that must."""
    said = [t.norm for t in tokens[at : at + 4]]
    is_app = len(said) > 2 and said[0] in DETERMINERS and said[1] in _APPS
    return (
        is_app
        and tokens[at - 1].norm not in BEFORE_NOUNS | _BESIDE
        and (said[2] in MODAL or tuple(said[2:4]) in HAS_TO)
    )


def _is_after_when(tokens: Sequence[Token], at: int, least: int = 2) -> bool:
    """Whether a clause without a comma began with `when` or `if`: what is to come of it follows."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS | {","}), 0)
    led = list(dropwhile(joins, tokens[begin:at]))
    return len(led) > least and led[0].norm in _WHEN


def _must_be(tokens: Sequence[Token], at: int) -> bool:
    """Whether it says here what has to be then, of whomever: `me tiene que pedir entrar`, `the list must be empty`."""
    checks = (verb_at(tokens, at) or ("",))[0] == "expect"
    if checks and {t.norm for t in tokens[at + 1 : at + 2]} & {"que", "that", "si", "whether"}:
        # `Cuando la envíes comprueba que sale`
        return True
    start = at + (tokens[at].norm in PRONOUNS | {"me", "nos", "se", "i", "we"})
    if start == at and tokens[at].norm in DETERMINERS and tokens[at + 1 : at + 2]:
        start = at + 2
    said = tuple(t.norm for t in tokens[start : start + 2])
    return bool(said) and (said[0] in MODAL or said in HAS_TO) and tokens[start - 1].norm not in ("that", "que")


def _tells_outcome(tokens: Sequence[Token], at: int, clause_at: int) -> bool:
    """Whether a purpose says what is to be seen, or in Spanish how a thing is to be, when it is done."""
    clause = tokens[clause_at : _end(tokens, clause_at, "say")]
    becomes = tokens[at].norm in ("para", "y", "que") and (_is_to_become(clause) or _is_to_be_seen(clause))
    return becomes or _is_to_show(tokens[clause_at : _end(tokens, clause_at, "expect")])


def _is_to_show(clause: Sequence[Token]) -> bool:
    """`The list names Ada`, `la fila muestre 3`: what is to be seen in something, as a purpose says it."""
    where = next((i for i, t in enumerate(clause[:LONGEST_LABEL]) if {t.norm, stem(t.norm)} & _SHOWN_IN), 0)
    shows = next((i for i in range(where + 1, len(clause)) if clause[i].norm in _TO_SHOW), 0)
    led = where > 0 and clause[0].norm in DETERMINERS and 0 < shows - where < LONGEST_LABEL
    return led and any(t.names for t in clause[shows + 1 :])


_ONWARDS = {"a", "al", "hacia", "con", "adelante"}


def _is_apposed(tokens: Sequence[Token], at: int, comma: int) -> bool:
    """Whether a thing that two commas tell more of has to be something, or stays so: `the other one, the paid one, must
    stay`, `y que ORD-7, el de Ada, sigue pendiente`."""
    begins = not at or tokens[at - 1].text in ENDS or joins(tokens[at - 1])
    after = tuple(t.norm for t in tokens[comma + 1 : comma + 3])
    must = bool(after) and (after[0] in MODAL or after in HAS_TO)
    must = must or (len(after) > 1 and after[0] in STILL and after[1] not in _ONWARDS)
    must = must or (len(after) > 1 and after[0] in IS and after[1] in STILL)
    said = tokens[at + (tokens[at].norm in ("that", "que")) : comma]
    inside = next((i for i, t in enumerate(said) if t.text == ","), 0)
    named = inside > 0 and (said[0].names or said[0].norm in DETERMINERS)
    return begins and must and named and said[inside + 1].norm in DETERMINERS


def _opens_apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether such a thing is told of from here: `X is gone, and` `ORD-7, the one of Ada, is still there`."""
    until = next((i for i in range(at, len(tokens)) if tokens[i].text in ENDS), len(tokens))
    commas = [i for i in range(at, min(until, at + _LONGEST_LEAD)) if tokens[i].text == ","]
    apposed = len(commas) > 1 and _is_apposed(tokens, at, commas[1])
    return apposed and tokens[at].norm not in ("that", "que") and tokens[commas[1] + 2].norm not in IS


def quotes_at_spot(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is told from here what stands where: `it greets Ada, and` `at the foot of the list "Total of 14"`."""
    place = list(takewhile(lambda t: t.norm in _PLACED, tokens[at : at + _LONGEST_LEAD]))
    told = tokens[at + len(place) : at + len(place) + 2]
    alone = bool(told) and told[0].kind == "quoted" and (len(told) == 1 or told[1].kind == "mark")
    return alone and bool(_SPOTS & {t.norm for t in place})


def _closes_aside(tokens: Sequence[Token], at: int, comma: int, verb: Verb) -> bool:
    """Whether a comma closes what is told of a thing that has to be so, or stays: `el otro barco, Egret, sigue ahí`."""
    if verb != "expect":
        return verb == "say" and _is_apposed(tokens, at, comma)
    begins = max((i + 1 for i in range(at, comma) if tokens[i].norm in ("that", "que")), default=at)
    said, after = tokens[begins:comma], tokens[comma + 1 : comma + 3]
    is_open = any(t.text == "," for t in said) and finite_at(said) is None
    return is_open and len(after) > 1 and after[0].norm in STILL and after[1].norm not in _ONWARDS


def _tells_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that ends like a verb says more of the thing: `a guest: Ana Ruiz, booking for Oslo, …`."""
    said = list(takewhile(lambda t: t.kind != "mark" or t.text not in ENDS | {",", ":"}, tokens[at:]))
    does = bool(said) and said[0].kind == "word" and said[0].norm.endswith(DOING)
    towards = does and len(said) > 1 and said[1].norm in _FOR
    return towards and any(t.names for t in said[2:]) and not any(joins(t) for t in said)


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun that looks like a verb tells a day and nothing else: `… and delivery on 4 May`, `y entrega el 4 de
    mayo`."""
    said = list(takewhile(lambda t: t.kind != "mark" or t.text not in ENDS | {","}, tokens[at:]))
    led = said[1:-1]
    is_noun = len(said) > 1 and said[0].text.islower() and bool(meanings(said[0].norm)) and said[0].text == said[0].norm
    is_day = is_noun and said[-1].kind == "number" and bool(_DAY.search(said[-1].norm))
    return is_day and all(t.norm in _ON_A_DAY or t.text == ":" for t in led)


def _is_to_become(clause: Sequence[Token]) -> bool:
    """Whether a clause says how a thing is to be afterwards: `quede en estado Activa`, `la cita figure como Hecha`."""
    at = next((i for i, t in enumerate(clause[:LONGEST_LABEL]) if t.norm in _BECOMES), None)
    after = clause[at + 1 : at + 2] if at is not None else ()
    return bool(after) and (after[0].norm in ASIDES | {"a"} or after[0].names or after[0].norm.endswith(_DONE))


def _is_to_be_seen(clause: Sequence[Token]) -> bool:
    """Whether a clause says what is to be seen afterwards: `se vea el proveedor`, `en su ficha aparezca el nombre`."""
    for at, token in enumerate(clause[:_LONGEST_PLACE]):
        led = at > 0 and clause[at - 1].norm == "se" and token.norm in _SEEN
        if led or token.norm in _APPEARS:
            rest = (*clause[: at - led], *clause[at + 1 :])
            return any(t.is_value or t.norm not in STOP for t in rest)
        if tells_of(token):
            return False
    return False


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """A dash with space around it, which parts what it stands between."""
    apart = 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return apart and tokens[at].text in ("-", "–", "—")


def _parts_off(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text == "→" or _is_dash(tokens, at)


def _is_told_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause that begins here says that something must be."""
    rest = list(takewhile(lambda t: not (t.kind == "mark" and t.text in ".;,\n"), tokens[at:]))
    words = {token.norm for token in rest if token.kind == "word"}
    words |= {"must"} if any((a.norm, b.norm) in HAS_TO for a, b in pairwise(rest[:8])) else set()
    inside = any(token.text == ")" for token in rest) and not any(token.text == "(" for token in rest)
    return bool(words & MODAL) and not inside


def _starts_a_part(tokens: Sequence[Token], at: int, before: Verb) -> bool:
    start = at
    while start < len(tokens) and start - at < 4 and leads_in(tokens[start]) and not verb_at(tokens, start):
        start += 1
    found = verb_at(tokens, start)
    if start < len(tokens) and tokens[start].norm in LEAVES and EMPTY & {t.norm for t in tokens[start : start + 5]}:
        return True
    # `The permit number` is no order.
    is_noun = found is not None and found[0] != "expect" and start > at and tokens[start - 1].norm in _ARTICLES
    if found is None or is_noun:
        told = before in ("expect", "open") and quotes_at_spot(tokens, at)
        return told or (_opens_apposed(tokens, at) if before == "expect" else _is_told_to(tokens, at))
    follows = start + len(found[1])
    if follows >= len(tokens):
        return found[0] in _OBJECT_LESS or before != "fill"
    if len(found[1]) > 1 or found[0] == "expect" or (start > at and tokens[start - 1].norm == "lo"):
        return True
    after = tokens[follows]
    if after.kind == "mark" and after.text in ".;\n" and found[0] not in _OBJECT_LESS:
        # `El aviso está mal: bórralo.`
        return tokens[start].text.islower() and (orders_it(tokens, start) or has_its_object(tokens[start]))
    if after.text == ":" and found[0] in _OBJECT_LESS and joins(tokens[at - 1]):
        return True
    # A noun that looks like a verb is followed by what no object begins with.
    return not (after.norm in ("is", "are", "should", "must", "debe", "esta", "=") or after.text in ("=", ":"))

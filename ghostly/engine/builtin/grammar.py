"""A goal in plain English or Spanish becomes parts: one verb each, with the words that belong to it, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile, zip_longest

from ..secrecy import logins_in
from .accepting import with_expected
from .addressed import with_person
from .aims import without_aim
from .announced import without_announced
from .apart import told_apart
from .asserting import asserts
from .blanks import blanks_told, with_blank, without_blank, without_blank_field
from .checklists import with_checklists
from .coming_back import with_coming_back
from .confirming import answered, asks_first, without_layers, without_question
from .context import clauses_first, deeds_first, with_becoming
from .disclaiming import without_disclaimed
from .elisions import with_ellipses
from .endings import LOOKS, denied_at, impossible, is_enforced, sought
from .entering import (
    as_leaving,
    at_attempts,
    signed_in_anew,
    with_right_password,
    without_being_in,
    without_session_title,
    without_trial,
)
from .excerpts import with_excerpts
from .given import changed_with, given_to_entry, with_given
from .givingup import given_up, quit_first
from .headings import (
    TICKETS,
    with_places,
    with_results,
    without_heading,
    without_scenarios,
    without_titles,
    without_told_title,
)
from .holdings import with_holdings
from .kinds_of_rules import with_kind_of_rule
from .letting import without_left
from .lexicon import EVERY, STOP, Verb, is_conjugated, order_of, same, verbs
from .made_for import by_name, made_for, registered, with_typed
from .measures import measured
from .naming import with_counts, with_whole_names
from .narrowed import takes_away
from .numerals import with_amounts
from .outcomes import WORKED_OUT, refused_as_ordered, says_how_it_is, stated, tells_outcome
from .part import Goal, Part, calls_off, content_of, is_on_it
from .paths import along_paths
from .pieces import NOUNS, Piece, only_expects, pieces_of, quotes_at_spot
from .preambles import without_openers, without_preamble
from .punctuation import punctuated
from .questions import COUNTED
from .remarks import with_note, with_remark
from .reopening import looked_into
from .retelling import (
    by_whom,
    changed_to,
    corrected,
    done_already,
    filled_first,
    has_values,
    named_again,
    of_one_thing,
    opens_entry,
    ordered,
    passive,
    recalled,
    refused_last,
    said_so,
    same_thing,
    signed_in_first,
    spared,
    told_before,
    wished,
    with_implied_saves,
)
from .righting import righted
from .roundabout import told_plainly
from .rules import without_rule
from .sameness import with_same
from .sequels import with_sequels
from .settling import FIELDISH, REMARKS, TO_BE, settled
from .several import chosen_too, clicks
from .shown_besides import with_listed
from .signing import entered_first, let_in, with_shown_account, without_asking, without_session
from .slots import as_settings
from .sought_for import with_found
from .sparing import sparing, unsaved, without_restraint, without_saving, without_spared, without_warnings
from .speech import (
    ASIDES,
    COMMA,
    DETERMINERS,
    EMPTY,
    ENDS,
    ENDS_UP,
    HAS_TO,
    IS,
    KEPT,
    LEAVES,
    LONGEST_LABEL,
    LONGEST_ROLE,
    MODAL,
    NEW,
    NO_ONE,
    NOT,
    ONE_MORE,
    PRONOUNS,
    SECRETS,
    SOLELY,
    STILL,
    THEY_WISH,
    TRIES,
    asks_of_us,
    comes_to,
    is_doing,
    is_labelled,
    is_order,
    joins,
    opens_itself,
    says_which,
    tells_of,
    to_at,
    verb_at,
)
from .stages import stays_put
from .staying import with_staying
from .stories import fills_up, keeps_rest, tells, told_only
from .tables import with_tables
from .testdata import with_data
from .timing import without_when
from .turned_down import with_refusals
from .twins import with_twins
from .unkept import gets_message, keeps_nothing, turns_down
from .wanted import with_wanted
from .whose import with_whose
from .wizards import made_as_told, on_review, shows_review, with_begun, with_steps
from .wordings import told_shortly
from .words import ORDINALS, Token, count_of, tokens_of
from .written import is_head, with_written

_OF_TICKETS = {
    "status", "state", "priority", "severity", "owner", "assignee", "estado", "prioridad", "gravedad", "responsable",
}  # fmt: skip
# What has a number in a title, and is nothing in an application.
_NO_THINGS = {
    "step", "test", "case", "scenario", "story", "part", "phase", "point", "example", "section", "requirement", "tc",
    "priority", "sprint", "version", "day", "chapter", "goal", "paso", "prueba", "caso", "escenario", "historia",
    "parte", "fase", "punto", "ejemplo", "seccion", "requisito", "prioridad", "dia", "objetivo",
}  # fmt: skip
_PAIR, _LONGEST_HEADING = 2, 3
_RESULTS = {"status", "total", "state", "estado", "result", "resultado", "message", "mensaje", "outcome", "balance"}
_DETAILED: frozenset[Verb] = frozenset({"create", "edit", "fill", "fillform", "login", "choose", "filter", "search"})
_TO_THE_END = {"end", "final", "rest", "resto", "steps", "pasos", "way", "everything", "wizard", "asistente", "pages"}
_UNTIL = {"hasta", "to", "until", "through", "all", "right"}
_TILL_END = _UNTIL | _TO_THE_END | {"el", "the", "of", "del", "fin", "proceso", "process"}
_SHOWN_IN = {"list", "table", "lista", "tabla", "listado"}
# What may be in the way of something.
_LAYERS = {
    "notice", "banner", "dialog", "popup", "pop-up", "message", "window", "modal", "overlay", "cookie", "cookies",
    "tour", "aviso", "dialogo", "ventana", "mensaje", "welcome", "hint", "question", "confirmation", "alert",
}  # fmt: skip
_TITLES = {"title", "name", "text", "message", "titulo", "nombre", "texto", "mensaje"}
_ALLOWS = {"may", "might", "puede", "pueden", "podria", "podrian", "perhaps", "maybe", "quizas"}
_CAN_BE = {"puede": "debe", "pueden": "deben", "cannot": "shouldn't", "can't": "shouldn't"}
_APPEARS = {"aparecer", "figurar", "appear"}
_MUST = {
    **dict.fromkeys(["debo", "debemos", "deberia", "deberiamos"], "debe"),
    **dict.fromkeys(["tengo", "tenemos", "tendria", "tendriamos", "tienes"], "tiene"),
}
_MAY_BE = {"may": "must", "can": "must", "could": "must", "puede": "debe", "pueden": "deben"}
_HAVE = {"ha", "han"}
_HAVE_BEEN = {"have", "haber", "haberse"}
_SEEN = {"estar", "salir", "quedar", "seguir", "be", *_APPEARS}
# Parts of a page that nothing is filled in.
_HEADERS = {"header", "heading", "footer", "banner", "toast", "cabecera", "encabezado", "pie"}
_THERE = {"back", "still", "on", "at", "in", "taken", "sent", "redirected", "returned", "again"}
_WHO_IS = {"am", "i'm", "you're", "we're", "are", "you", "we"}
_SEES, _SAW = {"see", "ver"}, {"veo", "vemos", "ven", "ve"}
_OF_TESTS = {"test", "check", "flow", "form", "page", "screen", "list"}
_ONLY = {"only", "sole", "single", "unico", "unica", "unicas"}
_HITS = {"hit", "hits", "match", "matches", "coincidencia", "coincidencias"}
_NUMBERS = {"no", "nr", "num"}
_SINCE = {"del", "desde"}
# What begins the name of a state that is called by what is not so.
_NOT_SO = {"not", "no", "sin", "without"}
_BEFORE_SHORT = DETERMINERS | {"of", "de", "del"}
_WHO = {"usuario", "usuaria", "persona", "ella", "usted", "uno", "se", "quien", "alguien"}
_AMONG = {"entre", "en", "in", "among", "amongst", "between", "on", "one", "part"}
_ASKS = {"i", "i'd", "we", "quiero", "necesito", "deseo", "me", "queremos"}
_ARE = {"are", "son", "estan"}
_SOUGHT: frozenset[Verb] = frozenset({"search", "filter"})
_NARROWS: frozenset[Verb] = frozenset({"filter", "sort"})
_OPENED = {"opened": "open", "visited": "visit", "went": "go", "navigated": "navigate", "accessed": "access"}
_THEN = {"then", "now", "entonces"}
_ONE_OF = {"a", "an", "un", "una"}
_ARTICLES = {"a", "an", "the", "un", "una", "el", "la"}
_NONE_FOUND = {("sin", "resultados"), ("nothing", "found"), ("nada", "encontrado"), ("none", "found")}
_HAPPENS = {"happens", "pasa", "ocurre", "sucede"}
_OWNED_BY = {"of", "de", "del", "for", "para"}
# How a word ends that says what is done: `edición`, `editing`.
_OF_DEEDS = ("cion", "sion", "ing", "ment", "tion")
_COURTEOUS = {"please", "can", "could", "you", "would", "por", "favor", "puedes", "podrias"}
# Verbs that name what they are given for: `As a category, choose Food`.
_FILLS: frozenset[Verb] = frozenset({"fill", "choose", "upload", "expect", "search", "filter"})
# What only sets what a page shows, where nothing is saved.
_SETS: frozenset[Verb] = frozenset({"choose", "fill", "clear", "sort"})
_HEADING: frozenset[Verb] = frozenset({"edit", "delete", "say", "clear"})


def read_goal(text: str) -> Goal:
    text = with_tables(text)
    tokens = _plainly(text)
    told, head, login = let_in(_without_role(deeds_first(tokens)), text)
    told, is_out = without_session(told, login)
    told = without_preamble(without_being_in(with_right_password(told, login, text), login))
    parts = signed_in_anew(_parts(along_paths(without_asking(told, login)), bool(login)), login)
    parts = _signed_in(parts, login, head, is_out) if login else parts
    return Goal(text, tokens, tuple(_understood(parts, tokens, text)))


def _plainly(text: str) -> tuple[Token, ...]:
    """The words of a goal in plain sentences: without titles and asides, with what its sentences leave out."""
    tokens = without_session_title(without_told_title(with_note(with_written(tokens_of(text), text), text)), text)
    tokens = without_titles(without_announced(with_whole_names(tokens, text)))
    tokens = with_holdings(without_disclaimed(with_expected(with_amounts(with_checklists(tokens), text))))
    tokens = with_ellipses(with_found(with_kind_of_rule(with_excerpts(told_shortly(tokens)))))
    tokens = with_wanted(with_refusals(with_twins(told_plainly(with_person(tokens)))))
    tokens = tuple(blanks_told(with_places(with_steps(with_results(without_heading(without_scenarios(tokens)))))))
    tokens = _with_to(_with_clitics(_with_left(_with_opened(punctuated(tuple(with_coming_back(tokens)), text)))))
    tokens = _with_denied(_with_names(_with_phrases(_with_numbers(_with_hits(tokens)))))
    tokens = _with_modals(with_begun(with_listed(with_given(tokens))))
    return tuple(without_openers(_asked_apart(without_rule(tokens))))


def _signed_in(parts: Sequence[Part], login: Sequence[Token], head: Sequence[Token], is_out: bool) -> list[Part]:
    """Whoever signs in does so first, wherever the goal says with what, unless it tells of a time before."""
    told_so = next((part for part in parts if part.verb == "login" and not has_values(part)), None)
    head = head or (told_so.verb_words if told_so else ())
    place = _signed_in_at(told_so.words) if told_so else ()
    rest = [part for part in parts if part is not told_so]
    at = sum(_begins_before(part, login[0]) for part in rest) if is_out else 0
    rest = entered_first(rest, login[0])
    parts = [*rest[:at], Part(0, "login", (*login, *place), tuple(head)), *rest[at:]]
    return [replace(part, number=number) for number, part in enumerate(at_attempts(parts))]


def _understood(parts: Sequence[Part], tokens: tuple[Token, ...], text: str) -> list[Part]:
    """The parts with what they leave to each other."""
    parts = [part for part in parts if part.verb != "say" or part.verb_words or not only_expects(part.words)]
    parts = made_as_told(without_aim(without_trial(with_shown_account(parts))))
    parts = [each for part in parts for told in sought(part) for each in filled_first(told)]
    parts = with_data([each for part in parts for each in told_apart(part)])
    parts = by_name(chosen_too(parts))
    parts = passive(impossible(corrected(righted(changed_to(given_up(answered(parts))))), _parts))
    parts = refused_as_ordered(stated(signed_in_first(same_thing(registered(told_before(registered(parts)))))))
    parts = with_blank(tokens, [by_whom(ordered(each)) for part in parts for each in clicks(without_blank(part))])
    parts = looked_into([measured(with_counts(with_remark(part, text), text)) for part in with_same(parts)])
    parts = with_typed(recalled(made_for(named_again(on_review(parts)))))
    parts = changed_with(of_one_thing(as_settings(map(given_to_entry, parts))))
    parts = with_implied_saves(said_so(parts))
    parts = [replace(p, negated=True) if p.verb == "expect" and keeps_nothing(p.words) else p for p in parts]
    return list(with_whose(refused_last(spared(done_already(parts)))))


def _begins_before(part: Part, token: Token) -> bool:
    return any(0 <= t.number < token.number for t in (*part.verb_words, *part.words))


def _signed_in_at(words: Sequence[Token]) -> Sequence[Token]:
    """`Sign in to Billing with …` signs in there."""
    at = next((i for i, t in enumerate(words) if t.norm in ("to", "into", "en", "a", "al")), None)
    named = words[at + 1 :] if at is not None else ()
    return (COMMA, replace(words[at], text="in", norm="in"), *named) if at is not None and says_which(named) else ()


def _with_phrases(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is quoted once is one name everywhere: `set the status to "On hold" … shows the status On hold`."""
    phrases = {tuple(t.norm.split()) for t in tokens if t.kind == "quoted" and 1 < len(t.norm.split()) <= LONGEST_ROLE}
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        run = next((p for p in phrases if tuple(t.norm for t in tokens[at : at + len(p)]) == p), ())
        words = tokens[at : at + len(run)]
        if run and all(t.kind == "word" for t in words) and words[0].text[:1].isupper():
            said = " ".join(t.text for t in words)
            found.append(replace(words[0], kind="quoted", text=said, norm=" ".join(run), end=words[-1].end))
            at += len(run)
            continue
        found.append(tokens[at])
        at += 1
    return tuple(found)


def _with_denied(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A state that is called by what is not so is one name: `shows as not paid`, `says Not paid`, `sale como no
    pagada`."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _end_of_denied(tokens, at)
        if end > at:
            said = " ".join(t.text for t in tokens[at:end])
            norm = " ".join(t.norm for t in tokens[at:end])
            found.append(replace(tokens[at], kind="quoted", text=said, norm=norm, end=tokens[end - 1].end))
        else:
            found.append(tokens[at])
        at = max(end, at + 1)
    return tuple(found)


def _end_of_denied(tokens: Sequence[Token], at: int) -> int:
    before, said, state, particle, after = (*tokens[at - 1 : at + 4], *[COMMA] * 5)[:5] if at else [COMMA] * 5
    idle = STOP | NOT | ASIDES | {"in", "on"}
    if said.norm not in _NOT_SO or before.kind != "word" or state.kind != "word" or state.norm in idle:
        return at
    led = before.norm in ("as", "como") and state.text.islower() and said.norm in ("not", "no")
    named = said.text in ("Not", "No", "Sin", "Without") and before.text.islower() and state.text.islower()
    goes_on = particle.norm in ("in", "out", "up", "off") and (after.kind == "mark" or joins(after))
    return at + 2 + goes_on if led or named else at


def _with_left(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Deja anotado que …` and `quiero dejar cerrada la sala` ask for it to be noted and closed."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if token.norm == "quedado" and found and found[-1].norm in _HAVE and tokens[at + 1 : at + 2]:
            # `Se han quedado así`
            stays = tokens[at + 1].norm == "asi"
            found = found[: -1 - (len(found) > 1 and found[-2].norm == "se")] if stays else found
            found.append(replace(token, text="siguen", norm="siguen") if stays else token)
            continue
        if found and token.norm == "habiendo" and KEPT.match(found[-1].norm):
            # `Sigue habiendo 8`
            found[-1] = replace(token, text="hay", norm="hay", start=found[-1].start)
            continue
        done = found and token.kind == "word" and (found[-1].norm == "dejar" or is_conjugated(found[-1].norm, "dejar"))
        if done and (order := order_of(token.norm)):
            found[-1] = replace(token, norm=order, start=found[-1].start)
            continue
        found.append(token)
    return tuple(found)


def _asked_apart(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """In `Hola, ¿puedes borrar la nota 4?` the question is a sentence of its own."""
    found = list(tokens)
    for at, (before, after) in enumerate(pairwise(tokens)):
        if before.text in (",", ":") and after.text in ("¿", "¡"):
            found[at] = replace(before, text=".", norm=".")
    return tuple(found)


def _with_opened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Given I opened the list` and `given I went to the list` ask to do that, as `given I open the list` does."""
    found = list(tokens)
    for at in range(2, len(tokens)):
        begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0)
        led = [t.norm for t in tokens[begin:at]]
        past = _OPENED.get(tokens[at].norm)
        if past and led[-1:] != [] and led[-1] in ("i", "we", "user") and led[:1] == ["given"]:
            found[at] = replace(tokens[at], norm=past)
    return tuple(found)


def _with_to(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Pasa la fecha al 10 de marzo` says to what, as `a 10` does; from one day `al 10` is a span."""
    found = list(tokens)
    for at, (before, after) in enumerate(pairwise(tokens)):
        spans = any(t.kind == "number" and tokens[i - 1].norm in _SINCE for i, t in enumerate(tokens[:at]) if i)
        if before.norm == "al" and after.kind == "number" and not spans:
            found[at] = replace(before, norm="a")
    return tuple(found)


def _with_clitics(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """In `cuando la borro` the word before what somebody does means a thing, as `lo` does, and begins no noun."""
    found = list(tokens)
    for at, (before, after) in enumerate(pairwise(tokens)):
        # `La guardes`: after the article of one thing stands no noun for several.
        ends = ("o", "amos", "emos", "imos", *(("es", "as") if before.norm == "la" else ()))
        does = after.text.islower() and after.norm.endswith(ends) and verb_at(tokens, at + 1)
        if before.norm in ("la", "las", "los") and does:
            found[at] = replace(before, norm="lo")
    return tuple(found)


def _with_hits(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`The only hit`, `la única coincidencia`: what a search finds, by whatever name."""
    found = list(tokens)
    for at in range(2, len(tokens)):
        the, only, hit = tokens[at - 2 : at + 1]
        if the.norm in DETERMINERS and only.norm in _ONLY and hit.norm in _HITS:
            found[at] = replace(hit, norm="results" if hit.norm.endswith("s") else "result")
    return tuple(found)


def _with_numbers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`Tax no. 44-871` has no denial in it, and no end of a sentence."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        said, dot, number = (*tokens[at : at + 3], COMMA, COMMA)[:3]
        is_label = said.norm in _NUMBERS and dot.text == "." and dot.start == said.end
        named = bool(found) and found[-1].kind == "word" and found[-1].norm not in STOP | IS
        if is_label and named and number.kind in ("number", "code"):
            found.append(replace(said, norm="number"))
            at += 2
            continue
        found.append(said)
        at += 1
    return tuple(found)


def _with_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`All` within a sentence is what something is called: `open the tab All`."""
    named = {
        token.number
        for before, token in pairwise(tokens)
        if token.norm in EVERY and token.text[:1].isupper() and before.kind == "word" and before.text.islower()
    }
    return tuple(replace(t, kind="quoted") if t.kind == "word" and t.number in named else t for t in tokens)


def _with_modals(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`No puede estar entre ellas` and `it cannot be in the list` say what must not be seen, and forbid no deed; the
    `then` of `should then say` says nothing."""
    pairs = pairwise((COMMA, *tokens))
    tokens = tuple(b for a, b in pairs if not (a.norm in MODAL and b.norm in _THEN))
    found = list(tokens)
    for at in range(1, len(tokens) - 2):
        can, seen, there = tokens[at : at + 3]
        if can.norm in _CAN_BE and seen.norm in _SEEN and (there.norm in _AMONG or seen.norm in _APPEARS):
            found[at] = replace(can, norm=_CAN_BE[can.norm])
    for at in range(len(tokens) - 1):
        if tokens[at].norm in _MAY_BE and tokens[at + 1].norm in _HAVE_BEEN and _is_denied(tokens, at):
            # `No order may have been added` and `no puede haberse creado` speak of what was done.
            found[at] = replace(tokens[at], norm=_MAY_BE[tokens[at].norm])
        has_to = tokens[at].norm in MODAL or (at and (tokens[at - 1].norm, tokens[at].norm) in HAS_TO)
        sentence = takewhile(lambda t: t.text not in ENDS | {","}, reversed(tokens[:at]))
        must = _MUST.get(tokens[at].norm, "")
        comes = tokens[at + 1 + (must == "tiene") :][:1]
        if must and comes and comes[0].norm in ENDS_UP and (must == "debe" or tokens[at + 1].norm == "que"):
            # `Debo acabar en la lista` says where one is to be then.
            found[at] = replace(tokens[at], norm=must)
        after = tokens[at + 2].kind if at + 2 < len(tokens) else ""
        puts = tokens[at + 1].norm == "poner" or (tokens[at + 1].norm == "marcar" and after == "number")
        if has_to and puts and not any(t.norm in _WHO for t in sentence):
            # `En la tabla debe poner 50`, `debe marcar 50`: whoever has to put it there would be `debes`.
            found[at + 1] = replace(tokens[at + 1], norm="decir")
    return tuple(found)


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence denies what a word says, before it."""
    sentence = takewhile(lambda t: t.text not in ENDS | {","}, reversed(tokens[:at]))
    return any(t.norm in NOT | NO_ONE for t in sentence)


def _parts(tokens: Sequence[Token], is_in: bool = False) -> list[Part]:
    """What the goal asks for and tells, one after the other; that nothing is to be changed asks for nothing where
    nothing else does. `is_in` says that somebody has signed in before."""
    only = without_restraint(tokens)
    looked = _each_part(only, is_in) if len(only) < len(tokens) else []
    only_looks = all(part.verb in LOOKS | _SETS for part in looked)
    return looked if looked and only_looks else _each_part(tokens, is_in)


def _each_part(tokens: Sequence[Token], is_in: bool) -> list[Part]:
    parts: list[Part] = []
    told = with_staying(without_question(without_layers(quit_first(tokens))))
    told, spared = without_spared(without_left(without_warnings(without_when(with_sequels(told)))))
    told, until = without_saving(told)
    pieces = pieces_of(clauses_first(told_only(told)))
    for piece, after in zip_longest(pieces, pieces[1:]):
        if _allows(piece) or _only_verifies(piece, parts):
            continue
        piece = _as_check(_as_new(as_leaving(piece), parts, after), parts, is_in)
        if parts and _tells_a_wish(parts[-1], piece):
            parts[-1] = replace(parts[-1], words=(*parts[-1].words, COMMA, *piece.head, *piece.body))
            continue
        fills = fills_up(piece.head, piece.body, not parts and not _is_line(after))
        if piece.verb == "say" and parts and not piece.head and not fills and _continues(parts[-1], piece):
            parts[-1] = replace(parts[-1], words=(*parts[-1].words, COMMA, *piece.body))
            continue
        piece = _pressed_alone(piece, parts) or _with_values_alone(piece)
        if place := _place_left_empty(piece):
            piece = replace(piece, verb="open", body=place)
        piece = _emptied(piece, parts)
        if fills or _asks_nothing(piece):
            continue
        if piece.verb == "say" and not piece.head and parts and _is_result(piece.body, parts[-1]):
            piece = replace(piece, verb="expect")
        if piece.verb == "say" and not piece.head and (is_labelled(piece.body) or (parts and _values(piece.body))):
            piece = replace(piece, verb="fill")
        part = wished(tokens, settled(Part(len(parts), piece.verb, tuple(piece.body), tuple(piece.head))))
        part = _without_end(without_blank_field(part))
        part = replace(part, tried=_is_tried(tokens, piece), underway=part.underway or _is_underway(tokens, piece))
        if piece.titled and _is_title(parts, piece.verb) and not with_becoming(part, parts[-1].words):
            # `Buy a tea: add it to the cart …` begins with a title; it says what `it` is.
            title = parts.pop()
            part = part if _wonders(title.words) else _titled(part, _title_of(title), _is_thing_of(title))
            part = replace(part, number=len(parts))
        parts.append(part)
    return [unsaved(part, until) for part in sparing(parts, spared)]


def _asks_nothing(piece: Piece) -> bool:
    left_empty = _leaves_empty(piece) and not takes_away(piece.head, piece.body)
    return left_empty or keeps_rest((*piece.head, *piece.body))


def _is_line(piece: Piece | None) -> bool:
    """Whether a line says what goes into a form: `Seats: 12`."""
    label = [] if piece is None or piece.head else list(takewhile(lambda t: t.text != ":", piece.body))
    return piece is not None and piece.begins_line and is_labelled(piece.body) and not is_head(label)


def _title_of(part: Part) -> Sequence[Token]:
    """What a title names; `Invoice 40` is no order to invoice 40 of them."""
    whole = (*part.verb_words, *part.words)
    return whole if _numbered(whole) or _is_thing_of(part) else part.words


def _done_to_thing(part: Part, thing: Sequence[Token], to: int) -> Part:
    """What is done to the thing that a title names: `Booking of Ada: set the nights to 3`, `Visit of Bo: delete`."""
    led = [t for t in part.words[:to] if t.norm not in PRONOUNS] if to else []
    if to and content_of(tuple(led)):
        of = replace(part.words[to], text="of", norm="of", number=-1)
        return replace(part, verb="edit", words=(*led, of, *thing, *part.words[to:]))
    if part.verb == "close" and calls_off(part):
        part = replace(part, verb="delete")
    if part.verb in ("fill", "choose") and part.words[:1] and part.words[0].norm in TO_BE:
        part = replace(part, verb="edit")
    return replace(part, words=(*part.words, COMMA, *thing))


def _titled(part: Part, title: Sequence[Token], of_one: bool = False) -> Part:
    """The part with what its title names, where it says `it`, or names nothing itself: `Order 7: delete it`, `Pedido
    ORD-7: bórralo`, `Order ORD-7: set the status to Paid`, `Invoice 40: set the status to Paid`."""
    described, to = _described(title), _becomes_at(part)
    led = () if part.words[:1] and part.words[0].norm in TO_BE else part.words[: to or len(part.words)]
    if of_one and not says_which(led) and part.verb in ("edit", "fill", "choose", "delete", "close", "say"):
        return _done_to_thing(part, [replace(title[0], text=title[0].text.lower()), *title[1:]], to)
    thing = _numbered(title) or (described if not {t.norm for t in part.words[:to]} & PRONOUNS else ())
    if thing and to and part.verb in ("edit", "fill"):
        return _with_numbered(part, thing, to)
    is_one = any(t.kind == "code" for t in title) and not {t.norm for t in title[:1]} & TICKETS
    title = described or title[title[0].kind == "word" :]
    code = next((i for i, t in enumerate(title) if t.kind == "code"), len(title))
    if all(t.kind == "word" and t.text.islower() for t in title[code + 1 :]):
        # `Order ORD-7 is not needed: delete it`
        title = title[: code + 1]
    says_it = any(t.norm in PRONOUNS for t in part.words) or (is_one and is_on_it(part))
    lacks = is_one and part.verb in ("edit", "fill", "choose", "delete")
    lacks = lacks and not any(t.kind == "code" for t in part.words)
    if part.verb == "close" and calls_off(part) and is_one:
        part = replace(part, verb="delete")
    if part.verb == "expect" and is_one and not says_it:
        return replace(part, words=(*title, *part.words))
    if not says_it and not lacks:
        return part
    if not is_one or part.verb not in ("fill", "choose"):
        return replace(part, words=(*part.words, COMMA, *title))
    if any(t.norm in TO_BE for t in part.words):
        return replace(part, verb="edit", words=(*part.words, COMMA, *title))
    return replace(part, verb="edit", words=(*title, replace(COMMA, text=":", norm=":"), *part.words))


def _numbered(title: Sequence[Token]) -> Sequence[Token]:
    """The `Invoice 40` that a title is, and no `Step 1`; empty where it is none."""
    noun, number = title if len(title) == _PAIR else (COMMA, COMMA)
    is_one = noun.kind == "word" and number.kind == "number" and number.text.isdigit()
    return [replace(noun, text=noun.text.lower()), number] if is_one and noun.norm not in _NO_THINGS else ()


def _described(title: Sequence[Token]) -> Sequence[Token]:
    """The `Open order of Ada` that a title is, with what it is told by; empty where it is none, or tells of a deed."""
    of = next((i for i, (a, b) in enumerate(pairwise(title)) if i and a.norm in _OWNED_BY and b.names), 0)
    led = title[:of]
    plain = all(t.kind == "word" and (not i or t.text.islower()) for i, t in enumerate(led))
    # `Edición de Textil Sur`, `Editing of Ada` say what is done.
    deed = any(t.norm.endswith(_OF_DEEDS) for t in led[:1]) or any(t.kind == "code" for t in title)
    is_one = bool(led) and plain and not deed and not {t.norm for t in led} & (_NO_THINGS | TICKETS)
    return [replace(led[0], text=led[0].text.lower()), *title[1:]] if is_one else ()


def _becomes_at(part: Part) -> int:
    """Where a part begins to say what is to be so: `to Paid`, `en Cerrado`."""
    leads = (i for i, (a, b) in enumerate(pairwise(part.words)) if a.norm in TO_BE or (a.norm == "en" and b.names))
    return next(leads, 0)


def _with_numbered(part: Part, numbered: Sequence[Token], to: int) -> Part:
    """`Set the status of invoice 40 to Paid`; a ticket may only say where something else is written down."""
    field = part.words[:to]
    is_its = numbered[0].norm not in TICKETS or bool(_OF_TICKETS & {t.norm for t in field})
    if says_which(field) or not is_its or any(t.norm in PRONOUNS for t in field):
        return (
            replace(part, words=(*part.words, COMMA, numbered[1])) if any(t.norm in PRONOUNS for t in field) else part
        )
    of = replace(part.words[to], text="of", norm="of")
    lead = replace(part.words[to], text="to", norm="to") if part.words[to].norm == "en" else part.words[to]
    return replace(part, verb="edit", words=(*field, of, *numbered, lead, *part.words[to + 1 :]))


def _is_tried(tokens: Sequence[Token], piece: Piece) -> bool:
    """`Try to delete it`, `intenta borrarlo`."""
    at = _place_of(piece.head, tokens)
    led = list(takewhile(lambda t: t.norm in TRIES | {"to", "a", "de"}, reversed(tokens[max(0, at - 3) : at])))
    return bool(TRIES & {t.norm for t in led})


def _is_underway(tokens: Sequence[Token], piece: Piece) -> bool:
    """`I am editing the order`, `estoy editando el pedido`."""
    at = _place_of(piece.head, tokens)
    return at > 0 and is_doing(tokens, at - 1)


def _place_of(head: Sequence[Token], tokens: Sequence[Token]) -> int:
    return next((i for i, t in enumerate(tokens) if head and t.number == head[0].number), 0)


def _stands_in(words: Sequence[Token]) -> Sequence[Token]:
    """What a part of a page is to say that holds no field: `Header: Signed in as Ada`; empty where none is told."""
    colon = next((i for i, t in enumerate(words) if t.text in (":", "=")), 0)
    led = {t.norm for t in words[:colon]}
    return words[colon + 1 :] if led & _HEADERS and led <= _HEADERS | DETERMINERS | {"page", "pagina", "de"} else ()


def _is_sum_line(piece: Piece) -> bool:
    """A line that only tells what is worked out, below one that is checked: `- total 799.00`."""
    *label, amount = piece.body or (COMMA,)
    led = {t.norm for t in label if t.kind == "word"}
    return piece.begins_line and amount.kind == "number" and bool(led & WORKED_OUT) and len(label) <= _PAIR


def _first_row(words: Sequence[Token]) -> Sequence[Token]:
    """`First row: ORD-7, Ada` as what that row says; empty where no place of a list is told."""
    colon = next((i for i, t in enumerate(words[: LONGEST_LABEL + 1]) if t.text == ":"), 0)
    led = [t.norm for t in words[:colon] if t.norm not in DETERMINERS]
    places = [norm in ORDINALS for norm in led]
    is_row = len(led) == _PAIR and any(places) and any(norm in COUNTED for norm in led)
    says = replace(words[colon], kind="word", text="says", norm="says") if is_row else COMMA
    return (*words[:colon], says, *words[colon + 1 :]) if is_row and len(words) > colon + 1 else ()


def _is_result(words: Sequence[Token], before: Part) -> bool:
    """`Approve it. Status: Approved` says what has come of it."""
    is_done = before.verb in ("say", "delete", "save", "click", "accept", "edit", "expect")
    label = {t.norm for t in takewhile(lambda t: t.text not in (":", "="), words)}
    # Behind a check nobody types what is worked out: `suma total: 9 €`, `average price: 5`.
    worked_out = before.verb == "expect" and not WORKED_OUT.isdisjoint(label)
    return is_done and is_labelled(words) and (worked_out or words[0].norm in _RESULTS)


def _as_new(piece: Piece, parts: Sequence[Part], after: Piece | None) -> Piece:
    """`Pedido nuevo: cliente Ada, cantidad 3` asks for one, where nothing has been begun that it could belong to; so
    does `Pedido nuevo` above the lines that say what goes into it."""
    told = next((i for i, t in enumerate(piece.body) if t.text == ":"), 0)
    if piece.verb == "open" and _PAIR <= told < len(piece.body) - 1 and piece.body[0].norm in _ONE_OF:
        # `Open a ticket for Ada: priority high`
        return replace(piece, verb="create")
    begun = any(p.verb not in LOOKS and not (p.verb == "say" and not p.verb_words) for p in parts)
    over = after is not None and not after.head and is_labelled(after.body) and len(piece.body) <= _LONGEST_HEADING
    over = over or (after is not None and after.titled and is_labelled(after.body))
    # `Pedido nuevo de Ada, 5 lámparas`
    owned = any(i > 1 and a.norm in _OWNED_BY and b.names for i, (a, b) in enumerate(pairwise(piece.body)))
    over = over or (owned and any(t.text == "," for t in piece.body))
    if piece.verb != "say" or piece.head or begun or not (is_labelled(piece.body) or over):
        return piece
    # `Pedido nuevo con estos datos` too
    leads = {"con", "with", *_OWNED_BY}
    ends = (i for i, t in enumerate(piece.body) if t.text in (":", "=") or (i > 1 and t.norm in leads))
    colon = next(ends, len(piece.body))
    new = next((t for t in piece.body[:colon] if t.norm in NEW), None)
    thing = [t for t in piece.body[:colon] if t is not new and t.norm not in DETERMINERS]
    if new is None or not thing or {t.norm for t in thing} & (FIELDISH - REMARKS | SECRETS):
        return piece
    if any(t.kind != "word" or (i and t.names) for i, t in enumerate(piece.body[:colon])):
        return piece
    # What begins the sentence is no name.
    kind = [replace(t, text=t.text.lower()) for t in thing]
    return replace(piece, verb="create", head=(new,), body=(*kind, *piece.body[colon:]))


def _as_check(piece: Piece, parts: Sequence[Part], is_in: bool) -> Piece:
    """A statement without a verb of ours as a check, where it tells what has come of what was done; so does `then I
    only see Ada`, where `I only want to see Ada` asks for it."""
    head = {t.norm for t in piece.head}
    if piece.verb == "filter" and (head & _SAW or (piece.follows and head & _SEES)):
        return replace(piece, verb="expect", head=(), body=(*piece.head, *piece.body))
    told = piece.follows or gets_message(piece.body)
    if piece.verb == "say" and (_tells_of_session(piece, parts, is_in) or (told and comes_to(_whole(piece)))):
        return replace(piece, verb="expect", head=(), body=_whole(piece))
    below = bool(parts) and parts[-1].verb == "expect"
    after_check = below and not piece.begins
    if after_check and piece.verb in ("say", "fill") and quotes_at_spot(_whole(piece), 0):
        return replace(piece, verb="expect", head=(), body=_whole(piece))
    if piece.verb != "say" or piece.head:
        return piece
    if below and _is_sum_line(piece):
        return replace(piece, verb="expect")
    if placed := _first_row(piece.body):
        return replace(piece, verb="expect", body=placed)
    if said := _stands_in(piece.body):
        return replace(piece, verb="expect", body=said)
    told = piece.follows and any(map(tells_of, piece.body))
    told = told or (piece.begins and bool(parts) and _counts_found(parts[-1], piece.body))
    # `The form asks for a name: Ada` says what to fill in.
    asks = asks_of_us(piece.body, act=not piece.follows) and not any(t.text == ":" for t in piece.body)
    told = told or (asks and (piece.follows or bool(piece.begins and parts and _continues(parts[-1], piece))))
    told = (
        told
        or (piece.begins and shows_review(piece.body))
        or (bool(parts) and (_is_so_there(piece) or _is_all_left(piece)))
    )
    told = told or bool(piece.begins and parts and (tells_outcome(piece.body, parts[-1]) or _still_is(piece.body)))
    told = told or (bool(parts) and (keeps_nothing(piece.body) or turns_down(piece.body) or _stays_put(piece)))
    told = told or bool(parts and (piece.begins or piece.follows) and asserts(piece.body, parts[-1]))
    return replace(piece, verb="expect") if told or (parts and _states(parts[-1], piece)) else piece


def _is_so_there(piece: Piece) -> bool:
    """`It is Paid in the list`: how something is where things are shown."""
    led = [t.norm for t in piece.body[:2]]
    is_so = len(led) > 1 and led[0] in ("it", "this", "that") and led[1] in IS
    return piece.begins and is_so and bool({t.norm for t in piece.body[2:]} & _SHOWN_IN)


def _is_all_left(piece: Piece) -> bool:
    """`Only ORD-7 is left`, `solo sale Ada`."""
    only = piece.begins and bool(piece.body) and piece.body[0].norm in SOLELY
    return only and any(t.norm in IS | {"left", "remains", "remain", "shows", "show"} for t in piece.body[1:])


def _counts_found(before: Part, words: Sequence[Token]) -> bool:
    """Whether a sentence without a verb says what a list comes to that was narrowed just before: `Filter by Paid. 3
    orders: ORD-1, …`; what is searched for may have a field for `2 adults`."""
    many, noun = (*words[:2], COMMA, COMMA)[:2]
    if before.verb not in ("search", "filter", "clear"):
        return False
    counts = count_of(many) is not None and noun.kind == "word" and noun.text.islower()
    codes = sum(t.kind == "code" for t in words)
    told = before.verb != "search" or codes or any(same(noun.norm, t.norm) for t in before.words)
    told = told or noun.norm in COUNTED | _HITS
    none = (many.norm == "no" and noun.norm in COUNTED | _HITS | {"hay"}) or (many.norm, noun.norm) in _NONE_FOUND
    return bool(counts and told) or none or many.norm in SOLELY or (bool(codes) and many.kind == "code")


def _stays_put(piece: Piece) -> bool:
    """`Sigo en el primer paso, no se ha guardado nada`, of which each is a check."""
    return stays_put(list(takewhile(lambda t: t.text != ",", piece.body)))


def _whole(piece: Piece) -> tuple[Token, ...]:
    return (*piece.head, *piece.body)


def _tells_of_session(piece: Piece, parts: Sequence[Part], is_in: bool) -> bool:
    """Whether it is told what there is to see once somebody has signed in or out: `I land on the list`, `se abre la
    lista`, `it asks for a password`."""
    after = is_in or (bool(piece.body) and joins(piece.body[0]))
    after = parts[-1].verb in ("login", "logout", "click", "open", "expect") if parts else after
    if not after or piece.head:
        return False
    told = comes_to(piece.body) or opens_itself(piece.body) or asks_of_us(piece.body)
    # `I am back on the list`, `back on the list`, unlike `I am a clerk`
    led = [t.norm for t in piece.body if t.norm not in _WHO_IS][:2]
    is_there = len(led) > 1 and led[0] in (_THERE if piece.body[0].norm in _WHO_IS else {"back"}) and led[1] != "to"
    return told or (piece.begins and is_there)


def _still_is(body: Sequence[Token]) -> bool:
    """`El otro, el de lana, sigue en la lista`: a thing that commas tell more of is there still."""
    begins = body[0].norm in DETERMINERS
    return begins and any(a.text == "," and b.norm in STILL for a, b in pairwise(body))


def _states(before: Part, piece: Piece) -> bool:
    """`Save. The total is £648.00`: what is so once everything was done."""
    ends = before.verb in ("save", "expect", "reload", "accept", "delete", "close") and bool(
        before.verb_words or before.words
    )
    body = piece.body
    is_one = len(body) > 2 and body[0].norm in DETERMINERS and any(t.norm in IS | {"es", "son"} for t in body[1:5])
    return ends and is_one and any(t.names for t in body[2:])


def _is_title(parts: Sequence[Part], verb: Verb) -> bool:
    """Whether the last part only says what the list is about that follows it."""
    title = parts[-1] if parts else None
    if title is not None and len(parts) == 1 and _wonders(title.words):
        return True
    if title is None or any(map(tells_of, title.words)) or denied_at(title.words)[0] is not None:
        return False
    if title.verb == "say" and len(parts) == 1:
        return True
    if _is_thing_of(title) and verb not in LOOKS:
        return True
    if len(parts) == 1 and title.verb in ("expect", "check") and title.verb_words and is_enforced(title.words):
        return True
    if len(parts) == 1 and title.verb_words and _is_compound((*title.verb_words, *title.words)):
        return True
    if title.verb in _HEADING | ({verb} & _NARROWS) and title.verb_words:
        # `Update our customer data: …`; what is to be done follows.
        return bool(content_of(title.words)) and not says_which(title.words) and not is_on_it(title)
    # `ORD-7 (Ada, two pieces): …`, where nothing was done yet but to sign in.
    is_code = [t.kind for t in title.words[:1]] == ["code"]
    begins = len(parts) == 1 or (is_code and all(part.verb == "login" for part in parts[:-1]))
    return title.verb == "say" and not title.verb_words and (begins or not says_which(title.words[1:]))


def _is_thing_of(title: Part) -> bool:
    """`Booking of Ada: …`, `Order of Bo: …`: a noun that looks like a verb, and whose it is."""
    head: Sequence[Token] = title.verb_words if len(title.verb_words) == 1 else ()
    if title.verb == "say" and not title.verb_words:
        head = title.words[:1]
    plain = not any(t.kind in ("mark", "code") or tells_of(t) for t in title.words)
    the = title.verb == "say" and not title.verb_words and {t.norm for t in title.words[:1]} & DETERMINERS
    if the and plain and any(t.names for t in title.words[1:]):
        # `The oldest order of Ada: set the quantity to 5`
        return True
    rest = title.words[not title.verb_words :]
    of = len(rest) > 1 and rest[0].norm in ("of", "de", "del") and rest[1].names
    is_noun = bool(head) and head[0].kind == "word" and not head[0].norm.endswith(("cion", "sion"))
    is_noun = is_noun and title.verb in ("create", "open", "say", "search")
    return is_noun and of and not to_at(title.words)


def _wonders(words: Sequence[Token]) -> bool:
    """`See what happens when …`, `ver qué pasa al …`: what follows a colon says what is done, and what comes of it."""
    return any(b.norm in _HAPPENS for b in words[:2]) and not any(t.is_value for t in words)


def _is_compound(words: Sequence[Token]) -> bool:
    """`Order search`, `Note export form`: nouns that look like verbs, and one more."""
    told = [t.norm for t in words]
    plain = all(t.kind == "word" and t.norm not in STOP - _OF_TESTS for t in words)
    return 1 < len(words) < LONGEST_LABEL and plain and told[0] in NOUNS and told[-1] in NOUNS | _OF_TESTS


def _without_role(tokens: Sequence[Token]) -> list[Token]:
    """Without the `As a shop clerk` of `As a shop clerk I want to …` and `As a shop clerk, delete …`: it says who asks,
    and asks for nothing; nor does a name, where the login of whoever is called so stands beside it."""
    kept = list(tokens)
    for index, token in enumerate(tokens):
        begins = token.norm in ("as", "como") and (not index or tokens[index - 1].text in ENDS)
        until = next((i for i in range(index + 1, len(tokens)) if _asks(tokens[i])), 0) if begins else 0
        order = _end_of_role(tokens, index) if begins else 0
        until = min(filter(None, (order, until)), default=0)
        role = [t for t in _outside(tokens[index + 1 : until]) if t.text not in (",", ":")]
        logs_in = until and tokens[until - 1].text in (")", ",") and _tells_login(tokens[index + 1 : until])
        plain = all(t.text.islower() or logs_in or _is_of_role(role, i) for i, t in enumerate(role))
        plain = plain and all(t.kind == "word" for t in role)
        if 0 < len(role) <= LONGEST_ROLE and plain and not _is_login_of(tokens[index:until], role):
            said = {token.number, *(t.number for t in role)}
            kept = [t for t in kept if t.number not in said]
    return kept


def _end_of_role(tokens: Sequence[Token], at: int) -> int:
    """Where the order begins that a role stands before: `As a shop clerk, delete …`; 0 where what stands there may be
    what a field is called or what a new thing is: `As a reason, enter …`, `As a supplier, add Acme`."""
    comma = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind == "mark"), 0)
    role = tokens[at + 1 : comma]
    article = bool(role) and (role[0].norm in _ARTICLES or tokens[at].norm == "como")
    noun = {t.norm for t in role} - _ARTICLES
    order = next((i for i in range(comma + 1, len(tokens)) if tokens[i].norm not in _COURTEOUS), 0)
    begins = comma and order and tokens[comma].text in (",", ":")
    found = verb_at(tokens, order) if begins else None
    if begins and not found and is_order(tokens[order:], 0):
        # `As the clerk, pay invoice F-7`
        found = ("say", tokens[order : order + 1])
    if not found or not article or not noun or noun & (FIELDISH | REMARKS | SECRETS | NEW) or found[0] in _FILLS:
        return 0
    after = order + len(found[1])
    told = found[0] not in ("create", "edit") or (after < len(tokens) and tokens[after].norm in DETERMINERS | ONE_MORE)
    return comma + 1 if told else 0


def _is_of_role(role: Sequence[Token], at: int) -> bool:
    """Whether a word with a capital is nobody's name: that of `an Admin`, and the `IT` of `responsable de IT`."""
    is_short = role[at].text.isupper() and len(role[at].text) <= LONGEST_LABEL
    return role[0].norm in ("a", "an", "un", "una") or (is_short and at > 0 and role[at - 1].norm in _BEFORE_SHORT)


def _tells_login(tokens: Sequence[Token]) -> bool:
    """`Ada (ada@x.test, s3cret)`"""
    opened = next((i for i, t in enumerate(tokens) if t.text == "("), len(tokens))
    return bool(logins_in(" ".join(t.text for t in tokens[opened:])))


def _is_login_of(tokens: Sequence[Token], role: Sequence[Token]) -> bool:
    """Whether a role is the name that is signed in with: `As ada (password s3cret) I want to …`."""
    said = " ".join(t.text for t in tokens)
    return any(said[slice(*who)] in {t.text for t in role} for who, _ in logins_in(said))


def _outside(tokens: Sequence[Token]) -> list[Token]:
    """What does not stand in brackets."""
    depth, kept = 0, []
    for token in tokens:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")"
    return kept


def _asks(token: Token) -> bool:
    """`I`, or a verb that says so: `entro`, `elimino`."""
    return token.norm in _ASKS or (token.norm.endswith("o") and token.norm in verbs())


def _without_end(part: Part) -> Part:
    """Without the `to the end` behind all that is filled in: what is made is made to its end anyway."""
    last = next((i for i in reversed(range(len(part.words))) if part.words[i].kind == "mark"), 0)
    said = [t.norm for t in part.words[last + 1 :]]
    to_end = len(said) > 1 and said[0] in _UNTIL and {"end", "final", "fin"} & set(said) and set(said) <= _TILL_END
    return replace(part, words=part.words[:last]) if part.verb in ("create", "fill") and last and to_end else part


def _allows(piece: Piece) -> bool:
    """`A notice may be in the way` and `go through to the end` ask for nothing either."""
    words = {t.norm for t in piece.body if t.kind == "word"}
    if piece.verb in ("explore", "next") and words <= STOP | _TO_THE_END:
        return piece.verb == "explore"
    allows = bool(words & _ALLOWS) and not words & (MODAL | NOT | SOLELY | {"nobody", "nadie"})
    allows = allows and not says_which(piece.body[1:]) and bool(words & _LAYERS)
    if (
        piece.verb in ("close", "accept")
        and words & {"if", "si"}
        and not (says_which(piece.body) or asks_first(piece.body))
    ):
        # What is in the way is closed anyway.
        return True
    return piece.verb in ("say", "expect") and not piece.head and allows


def _values(words: Sequence[Token]) -> bool:
    """`Day 22, time 09:30`: a label and its value, one after the other."""
    return len(words) > 1 and words[0].kind == "word" and words[1].is_value and words[0].norm not in STOP - _TITLES


def _leaves_empty(piece: Piece) -> bool:
    """`Leave the form empty` asks for nothing: what is not mentioned is not filled in anyway."""
    words = [t.norm for t in (*piece.head, *piece.body) if t.kind == "word"]
    if piece.verb == "say" and words[:1] and words[0] in ("without", "sin") and len(words) < LONGEST_LABEL:
        return True
    return piece.verb == "say" and bool(LEAVES & set(words[:1])) and bool(EMPTY & set(words))


def _only_verifies(piece: Piece, parts: Sequence[Part]) -> bool:
    """The `and check it` behind a change or a deletion, which ticks nothing: what was done is looked at anyway."""
    last = parts[-1].verb if parts else ""
    on_it = bool(piece.body) and all(t.norm in {"it", "this", "that"} for t in piece.body)
    looks = piece.verb == "check" and [t.norm for t in piece.head] == ["check"]
    return looks and on_it and last in ("edit", "delete", "save")


def _emptied(piece: Piece, parts: Sequence[Part]) -> Piece:
    """`Edit order 7 and leave the quantity empty`: what is there already has to be emptied."""
    deed = next((part.verb for part in reversed(parts) if part.verb not in LOOKS), "")
    field = [t for t in piece.body if t.norm not in LEAVES | EMPTY | {"en", "se"}]
    says_which_one = (
        bool(content_of(tuple(field))) and len(field) < len(piece.body) and not {t.norm for t in field} & NOT
    )
    begun = any(part.verb == "edit" or opens_entry(part) for part in parts)
    is_in_it = deed in ("edit", "fill", "choose", "clear", "") and begun
    if not is_in_it or not _leaves_empty(piece) or not says_which_one:
        return piece
    return replace(piece, verb="clear", head=tuple(t for t in piece.body if t.norm in LEAVES), body=tuple(field))


def _pressed_alone(piece: Piece, parts: Sequence[Part]) -> Piece | None:
    """A line that says nothing but what is pressed: `- "Store changes"`."""
    told = piece.body[0] if len(piece.body) == 1 and piece.begins_line and not piece.head else COMMA
    is_label = told.kind == "quoted" and len(told.text.split()) <= LONGEST_LABEL and told.text[-1:] not in ".!?"
    return replace(piece, verb="click") if is_label and parts and piece.verb == "say" else None


def _with_values_alone(piece: Piece) -> Piece:
    """The values of `nombre en blanco, NIF B-7`, which begins with a field that stays empty."""
    comma = next((i for i, t in enumerate(piece.body[:LONGEST_LABEL]) if t.text == ","), 0)
    begins = piece.verb == "say" and not piece.head and comma and piece.body[0].norm in ("without", "sin")
    rest = piece.body[comma + 1 :]
    told = begins and len(rest) > 1 and rest[0].kind == "word" and rest[0].norm not in STOP - FIELDISH and rest[1].names
    return replace(piece, verb="fill", body=rest) if told else piece


def _place_left_empty(piece: Piece) -> Sequence[Token]:
    """The form of `on New issue leave the title empty`, which is to be opened all the same."""
    words = [t.norm for t in piece.body]
    leaves = next((i for i, word in enumerate(words) if word in LEAVES), 0)
    is_so = piece.verb == "say" and leaves > 1 and words[0] in ASIDES and bool(EMPTY & set(words[leaves:]))
    return piece.body[1:leaves] if is_so else ()


def _tells_a_wish(before: Part, piece: Piece) -> bool:
    """Whether a sentence only tells what somebody would have, for whom something was just to be made: `Add Ada to the
    list; she wants a large one`."""
    told = (*piece.head, *piece.body)
    makes = before.verb in _DETAILED or (before.verb == "say" and bool(before.verb_words))
    # `She needs to be listed` and `necesita aparecer` say what is to be so.
    after = told[1].norm if len(told) > 1 else "to"
    is_thing = after not in ("to", "that", "que") and not after.endswith(("ar", "er", "ir"))
    return makes and piece.verb == "say" and is_thing and told[0].norm in THEY_WISH


def _continues(before: Part, piece: Piece) -> bool:
    """Whether words without a verb say more about the part before: what a form is to be filled in with."""
    if piece.begins_line and before.verb in ("choose", "filter", "search") and is_labelled(piece.body):
        return False
    if _is_so_there(piece) or _is_all_left(piece):
        return False
    words = {token.norm for token in piece.body}
    if before.verb == "login":
        return bool(words & SECRETS) or any(token.kind in ("email", "placeholder") for token in piece.body)
    says_all = piece.begins or bool(piece.body and piece.body[0].norm in EVERY)
    if before.verb in _SOUGHT and says_all and words & _ARE and says_how_it_is(piece.body, True):
        # `Search for Glass. All of them are sold`, unlike `Filter by ward. The ward is North`
        return False
    told = any(token.is_value or token.text in (":", "=") or token.text[:1].isupper() for token in piece.body)
    if tells(piece.body) and not any(
        t.is_value or t.text in (":", "=") or t.text[:1].isupper() for t in piece.body[1:]
    ):
        # `The table does not refresh by itself` says nothing more of it.
        return False
    return before.verb in _DETAILED and told

"""What a verb with several meanings means in its part: `enter a name`, `enter the shop`, `enter an order for Ada`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from .bracketed import unbracketed
from .confirming import taken_away
from .lexicon import STOP, Verb, is_conjugated, meanings
from .narrowed import is_emptied, widens_at
from .part import MARKS, Part, calls_off, content_of, marks
from .replacing import given_as, replaced
from .speech import (
    ASIDES,
    BOTH,
    CARDS,
    COLUMNS,
    COMMA,
    DETERMINERS,
    IS,
    ITS,
    MODAL,
    NEW,
    NOT,
    NOTICES,
    ONE_MORE,
    PRONOUNS,
    SECRETS,
    STATES_A_FACT,
    STATING,
    TELL,
    TYPES,
    denies,
    finite_at,
    key_of,
    means_one,
    says_which,
    shows_something,
    to_at,
)
from .stories import exception
from .units import names_unit
from .words import NUMBER_WORDS, Token

_AT = (["on"], ["in"], ["at"], ["under"])
# What is typed and no thing of its own.
FIELDISH = {
    "quantity", "amount", "number", "name", "email", "password", "date", "price", "title", "description", "value",
    "text", "code", "phone", "address", "city", "comment", "message", "reason", "term", "username", "total", "cantidad",
    "nombre", "correo", "fecha", "precio", "titulo", "descripcion", "valor", "texto", "codigo", "telefono", "direccion",
    "ciudad", "comentario", "mensaje", "motivo", "usuario", "contrasena", "clave", "numero", "importe", "time", "hora",
    "note",
}  # fmt: skip
REMARKS = {
    "note", "comment", "message", "review", "feedback", "reply", "remark", "nota", "comentario", "mensaje", "resena",
}  # fmt: skip
# Verbs that say with one more word that something is not to be in a place any more.
_TAKES = {
    **dict.fromkeys(["take", "takes", "taking"], ("off",)),
    **dict.fromkeys(["strike", "strikes"], ("off", "from")),
    **dict.fromkeys(["saca", "sacar", "saque", "sacalo", "sacala", "sacalos", "sacalas"], ("de", "del")),
}
_OURS = {"our", "my", "your", "their", "its", "his", "her", "nuestro", "nuestra", "su", "mi"}
_REGISTERS = {"register", "records", "system", "database", "registro", "registros", "sistema"}
_HAS_BEEN = {
    "is", "are", "was", "were", "has", "have", "been", "be", "now", "already", "esta", "estan", "ha", "han", "sido",
    "ya", "fue", "queda", "quedo",
}  # fmt: skip
# `Check the row` looks at what was done; there is no box to check.
_SEEN_AGAIN = DETERMINERS | {
    "row", "table", "list", "result", "results", "change", "changes", "page", "fila", "tabla", "lista", "resultado",
    "cambio", "cambios", "pagina",
}  # fmt: skip


# What leads to the state that a thing comes to, and what says in Spanish that it does.
TO_BE = {"to", "as", "a", "como"}
_INTO_PLACE = {"to", "into", "in", "under", "a", "en", "hasta"}
_BECOMES = {"pase", "pasen", "quede", "queden", "este", "esten", "sea", "sean"}
_DONE = re.compile(r"(?:\w{2}[ai]d[oa]s?|hech[oa]s?)$")
_EXPECTS = {"espero", "esperamos", "esperaria"}
_LONGEST_STATE = 3
_VERSIONS = {"version", "view", "vista"}
_WRITES_DOWN = ("apuntar", "anotar")
_FROM, _LONGEST_PLACE = {"desde", "from"}, 6
_PAIR = 2
_WHICH = {"that", "which", "who", "whose", "what", "where"}
# Spanish verbs that raise or lower what they are given a number for, and do something else otherwise.
_RAISES = {"sube", "suba", "subo", "subir", "baja", "baje", "bajo", "bajar"}
_PUTS = {"put", "puts", "putting", "place", "pon", "pongo", "ponga", "poner"}
_BRINGS = _PUTS | {"set", "bring", "push", "get", "take"}
_MAKES_SO = {"make", "makes", "making", "haz", "hacer", "haga"}
# `Put that right`, `ponlo bien`: what it ought to be has been told.
_SETS = _PUTS | {"set", "sets", "setting", "make", "makes", "making"}
_PONER, _THIS = ("poner", "dejar"), {"this", "eso", "esto"}
_RIGHT = {"right", "straight", "correctly", "bien", "correctamente"}
_USES = {"use", "usa", "usar", "utiliza", "utilizar"}
_ENTERS = {
    "enter", "input", "introduce", "ingresa", "put in", "put through", "key in", "type in", "punch in", "write up",
    "draw up", "lodge", "issue", "prepare",
}  # fmt: skip
_METER = ("meter", "tramitar", "cursar", "preparar", "emitir")
# What says that a form is filled in, and no more.
_FILLS_IN = ("fill in", "fill out", "filling in", "filling out", "fills in", "fills out", "rellen")
_SHEETS = {"form", "formulario", "sheet", "hoja", "page", "pagina", "row", "fila", "line", "linea"}
_QUESTIONS = {"dialog", "popup", "pop-up", "window", "question", "prompt", "dialogo", "ventana", "pregunta", "aviso"}
_INCLUDED = {"included", "including", "inclusive", "incl", "incluido", "incluida", "incluidos", "incluidas"}


_PAGES = {"page", "pagina", "screen", "pantalla"}
_WINDOWS = {"tab", "window", "pestana", "ventana", "navegador", "browser"}
# What can be ticked, whatever it is called.
_TICKED = {"box", "boxes", "checkbox", "checkboxes", "option", "options", "switch", "toggle", "radio"}


# With what something is changed, and where on a page that stands.
MEANS = {"using", "with", "via", "through", "by", "con", "usando", "mediante"}
CONTROLS = {
    "switch", "switcher", "toggle", "button", "menu", "dropdown", "selector", "link", "links", "control", "picker",
    "list", "interruptor", "conmutador", "boton", "desplegable", "enlace", "lista",
}  # fmt: skip
CORNERS = {
    "header", "footer", "top", "bottom", "corner", "left", "right", "bar", "toolbar", "sidebar", "page", "cabecera",
    "pie", "arriba", "abajo", "esquina", "izquierda", "derecha", "barra", "pagina", "language", "idioma",
}  # fmt: skip


_TO_CORNERS = {"at", "in", "on", "en", "a", "de", "del", "from", "upper", "lower", "hand", "side"}
_BARS = {"bar", "toolbar", "sidebar", "corner", "barra", "esquina"}
_SIDES = {"top", "bottom", "arriba", "abajo"}


def settled(part: Part) -> Part:
    """Decides what a verb with several meanings means here."""
    words = {token.norm for token in part.words if token.kind == "word"}
    head = " ".join(token.norm for token in part.verb_words)
    told, part = part, _shown_again(part, head)
    if part is not told and part.verb in ("choose", "clear"):
        return part
    key = key_of(part.words) if part.verb in ("press", "click") and head not in ("click", "click on") else ""
    part = _added_as(_used_as(given_as(replaced(unbracketed(part)))))
    part = _fronted(_passed(_into_column(_tagged(_written_down(_placed_last(_put_in(part)))))))
    part = _noted(_taken_off(_put_so(_made_so(_turned(_put_right(_labelled(part)), head), head), head)), head)
    head = " ".join(token.norm for token in part.verb_words)
    words = {token.norm for token in part.words if token.kind == "word"}
    verb = "press" if key else _meant(part, head, words)
    asked = bool(part.words) and part.words[-1].norm in _QUESTIONS and len(content_of(part.words)) <= _PAIR
    answers = (asked or words <= STOP | _QUESTIONS) and not says_which(part.words)
    if verb == "save" and head.startswith("confirm") and answers:
        # `Confirm in the dialog` answers what is asked.
        part = replace(part, words=())
    if verb == "edit":
        part = _without_means(part)
        # `Flip the switch Dark mode` does not say to what.
        verb = "click" if head in ("flip", "flips", "flipping") and not to_at(part.words) else verb
    if verb == "open":
        part = _without_version(part)
    if verb in ("click", "logout", "expect"):
        part = _without_corner(part)
    if verb != "expect":
        part = _aliased(part)
        at, left = exception(part.words)
        is_left = bool(part.words[left:])
        part = replace(part, words=part.words[:at], excluded=part.words[left:]) if is_left else _without_others(part)
    else:
        part = _with_share(_without_remark(part))
    underway = verb == "create" and _fills_in(part, head)
    negated = verb == "expect" and denies((*part.verb_words, *part.words))
    return replace(part, verb=verb, key=key, underway=underway, negated=negated)


def _shown_again(part: Part, head: str) -> Part:
    """What leads back to more of a list, and what is expected of it: `go back with Previous`, `switch back to all
    statuses`, `quita el filtro`, `espero que salgan 3`."""
    if part.verb == "wait" and head in _EXPECTS and part.words[:1] and part.words[0].norm in ("que", "ver"):
        return replace(part, verb="expect", negated=denies(part.words))
    if part.verb == "back" and len(part.words) > 1 and part.words[0].norm in MEANS and part.words[1].names:
        return replace(part, verb="click", words=part.words[1:])
    if at := widens_at(part):
        return replace(part, verb="choose", words=part.words[at:])
    return replace(part, verb="clear") if is_emptied(part) else part


def _put_in(part: Part) -> Part:
    """`Put in an order for Ada`: the small word belongs to the verb."""
    led = " ".join(t.norm for t in (*part.verb_words, *part.words[:1]))
    is_one = any(t.norm in ONE_MORE for t in part.words[1:2])
    if len(part.verb_words) != 1 or led not in _ENTERS or not is_one:
        return part
    return replace(part, verb_words=(*part.verb_words, part.words[0]), words=part.words[1:])


def _tagged(part: Part) -> Part:
    """`Flag the invoice as urgent` marks it so."""
    head, *rest = (*part.verb_words, *part.words) or (None,)
    as_so = any(t.norm in ("as", "como") for t in rest[1:-1])
    if part.verb != "say" or head is None or not as_so or not head.norm.startswith(MARKS):
        return part
    return replace(part, verb="edit", verb_words=(head,), words=tuple(rest))


def _without_means(part: Part) -> Part:
    """Without the `using the switch in the header` of a change, which names no control."""
    words = part.words
    at = next((i for i in range(len(words) - 1, 1, -1) if words[i].norm in MEANS and words[i - 1].kind == "word"), 0)
    rest = words[at + 1 :] if at else ()
    plain = bool(rest) and rest[0].norm in DETERMINERS and all(t.kind == "word" and t.text.islower() for t in rest)
    is_plain = plain and bool({t.norm for t in rest} & CONTROLS)
    idle = CONTROLS | CORNERS | STOP
    return replace(part, words=words[:at]) if is_plain and all(t.norm in idle for t in rest) else part


def _without_corner(part: Part) -> Part:
    """Without the `at the top right` behind what a control is called, which tells it by its name."""
    idle = CORNERS | DETERMINERS | _TO_CORNERS
    at = len(part.words)
    while (
        at
        and part.words[at - 1].kind == "word"
        and part.words[at - 1].text.islower()
        and part.words[at - 1].norm in idle
    ):
        at -= 1
    corner = part.words[at:]
    told = part.verb == "logout" or any(t.names for t in part.words[:at])
    placed = bool({t.norm for t in corner} & CORNERS) and corner[0].norm in _TO_CORNERS | _SIDES
    # `At the top` may be said of a list.
    placed = placed and (part.verb != "expect" or bool({t.norm for t in corner} & _BARS))
    return replace(part, words=part.words[:at]) if told and placed else part


def _without_version(part: Part) -> Part:
    """`The version for printing of ORD-7`, `la versión para imprimir de ORD-7`, `the printable view of ORD-7`: what is
    done with it is all that a page calls it."""
    words = part.words
    at = next((i for i, t in enumerate(words[:_LONGEST_STATE]) if i and t.norm in _VERSIONS), 0)
    lead, act = (*words[at + 1 : at + 3], COMMA, COMMA)[:2] if at else (COMMA, COMMA)
    if lead.norm == "para" and act.norm.endswith(("ar", "er", "ir")):
        return replace(part, words=(*words[:at], *words[at + 2 :]))
    if lead.norm == "for" and act.norm.endswith("ing"):
        return replace(part, words=(*words[:at], _root(act, "ing"), *words[at + 3 :]))
    able = at == _PAIR and words[1].norm.endswith("able") and words[1].text.islower() and lead.norm in ("of", "for")
    return replace(part, words=(words[0], _root(words[1], "able"), *words[at + 1 :])) if able else part


def _root(token: Token, ending: str) -> Token:
    return replace(token, norm=token.norm.removesuffix(ending))


def _written_down(part: Part) -> Part:
    """`Apunta la nota …`, `anota el gasto …` and `jot down the idea …` make one; `apunta a Ana` signs her up."""
    head, *rest = (*part.verb_words, *part.words) or (COMMA,)
    writes = any(is_conjugated(head.norm, verb) for verb in _WRITES_DOWN) or head.norm in ("jot", "jots", "note")
    rest = rest[rest[:1] != [] and rest[0].norm == "down" :]
    is_thing = len(rest) > _PAIR and rest[0].norm in DETERMINERS | ONE_MORE and rest[1].text.islower()
    if part.verb != "say" or not writes or not is_thing or not any(t.names for t in rest[2:]):
        return part
    return replace(part, verb="create", verb_words=(head,), words=tuple(rest))


def _placed_last(part: Part) -> Part:
    """`Manda desde la ayuda la pregunta …`, `send from the help page the question …`: the place is said before the
    thing."""
    words = part.words
    if part.verb not in ("save", "create", "say") or not words or words[0].norm not in _FROM:
        return part
    thing = next((i for i in range(2, min(len(words), _LONGEST_PLACE)) if words[i].norm in DETERMINERS), 0)
    place = words[:thing]
    plain = all(t.kind == "word" and t.text.islower() for t in place)
    if not thing or not plain or words[thing - 1].norm in DETERMINERS | ASIDES or not says_which(words[thing:]):
        return part
    return replace(part, words=(*words[thing:], *place))


def _passed(part: Part) -> Part:
    """`Pasa el pedido a Enviado` and `haz que pase a Enviado` change its state; `pasa el correo a Ada` hands it on."""
    told = (*part.verb_words, *part.words)
    verb, words = told[:1], told[1:]
    if part.verb == "create" and part.verb_words:
        return _made_to_become(part)
    if part.verb != "say" or not verb or not (verb[0].norm == "pasar" or is_conjugated(verb[0].norm, "pasar")):
        return part
    if verb[0].norm.endswith(("lo", "la", "los", "las")):
        words = (replace(verb[0], text="it", norm="it"), *words)
    turned = _fronted(replace(part, verb="edit", verb_words=verb, words=words))
    to = to_at(turned.words)
    return turned if to and turned.words[to].norm in TO_BE and _is_state(turned.words[to + 1 :]) else part


def _into_column(part: Part) -> Part:
    """`Pasa la tarjeta B-7 a la columna de Pagados` and `put B-7 in the Paid column` move it there."""
    told = (*part.verb_words, *part.words)
    leads = (i for i, t in enumerate(told) if i > 1 and t.norm in _INTO_PLACE)
    at = next((i for i in leads if COLUMNS & {t.norm for t in told[i + 1 : i + 2 + _PAIR]}), 0)
    it, thing = told[:1], told[1:at]
    is_one = any(t.kind == "code" for t in thing) or bool(CARDS & {t.norm for t in thing})
    # `Put 5 in the Stock column of B-7` and `change … in the State column to Paid` fill in a table.
    values = any(t.kind == "number" for t in told) or any(t.kind == "code" or t.norm in TO_BE for t in told[at + 1 :])
    moves = bool(it) and it[0].kind == "word" and it[0].norm not in DETERMINERS | ASIDES and it[0].norm not in CARDS
    if part.verb not in ("say", "fill", "edit") or not at or not is_one or values or not moves:
        return part
    return replace(part, verb="drag", verb_words=it, words=told[1:])


def _made_to_become(part: Part) -> Part:
    words = part.words
    at = next((i for i, t in enumerate(words) if i > 1 and t.norm in _BECOMES), 0)
    state = tuple(dropwhile(lambda t: t.norm in TO_BE, words[at + 1 :]))
    makes = part.verb_words[0].norm.startswith(("haz", "hag", "hac")) and words[:1] and words[0].norm == "que"
    if not at or not makes or not _is_state(state):
        return part
    return replace(part, verb="edit", words=(*words[1:at], replace(words[at], text="a", norm="a"), *state))


def _is_state(words: Sequence[Token]) -> bool:
    """Whether the words name what becomes of a thing, and nobody: `Enviado`, `"On hold"`."""
    told = list(takewhile(lambda t: t.kind != "mark", words))
    named = bool(told) and len(told) <= _LONGEST_STATE and all(t.kind in ("word", "quoted") for t in told)
    return named and (
        told[0].kind == "quoted" or bool(_DONE.search(told[-1].norm) or (told[0].names and meanings(told[0].norm)))
    )


def _fronted(part: Part) -> Part:
    """`Marca como Pagada la factura de Ada`, `set to Paid the bill F-3`, `cambia a 18 la cantidad`: what it becomes is
    said before the thing."""
    words = part.words
    raises = part.verb == "upload" and any(t.norm in _RAISES for t in part.verb_words)
    changes = part.verb in ("edit", "fill", "drag") or marks(part) or raises
    if not changes or not words or words[0].norm not in TO_BE:
        return part
    state = list(takewhile(lambda t: t.names and t.kind in ("word", "quoted"), words[1:]))
    if not state and len(words) > 1 and _counts(words[1]):
        # `Cambia a 18 unidades la cantidad`
        unit = words[2:3] if words[3:] and words[3].norm in DETERMINERS and words[2].text.islower() else ()
        state = [words[1], *(t for t in unit if t.norm not in STOP)]
    thing = words[1 + len(state) :]
    if not state or len(state) > _LONGEST_STATE or not thing[1:] or thing[0].norm not in DETERMINERS:
        return part
    aside = next((i for i, t in enumerate(thing) if t.kind == "mark"), len(thing))
    return replace(part, words=(*thing[:aside], words[0], *state, *thing[aside:]))


def _labelled(part: Part) -> Part:
    """`Cancel ("Anular", do not delete) the booking of Ada`: what stands in brackets right behind an order is what the
    page calls it, and what is not meant."""
    words = part.words
    shut = next((i for i, t in enumerate(words) if t.text == ")"), 0)
    said = [t for t in words[1:shut] if t.kind != "mark"]
    rest = [t.norm for t in said[1:]]
    is_label = bool(said) and words[0].text == "(" and said[0].kind == "quoted" and len(part.verb_words) == 1
    if part.verb == "expect" or not is_label or (rest and not (rest[0] in NOT or rest[:2] == ["do", "not"])):
        return part
    verb = replace(part.verb_words[0], text=said[0].text, norm=said[0].norm)
    return replace(part, verb_words=(verb,), words=words[shut + 1 :])


def _put_right(part: Part) -> Part:
    """`Put that right`, `set it straight`, `ponlo bien`: it is to be as was told."""
    head, *told = [t for t in (*part.verb_words, *part.words) if t.kind != "mark"] or [COMMA]
    if part.verb not in ("fill", "say", "create", "edit") or not told or told[-1].norm not in _RIGHT:
        return part
    it = told[:-1]
    sets = head.norm in _SETS or any(is_conjugated(head.norm, verb) for verb in _PONER)
    on_it = len(it) == 1 and it[0].norm in PRONOUNS | _THIS if it else head.norm.endswith(("lo", "la"))
    return replace(part, verb="edit", verb_words=(head, told[-1]), words=tuple(it)) if sets and on_it else part


def _turned(part: Part, head: str) -> Part:
    """`Turn the alerts off`, `switch Lodging on`, `check her in`."""
    last = part.words[-1].norm if part.words else ""
    if head == "check" and len(part.words) > 1 and last in ("in", "out"):
        if {t.norm for t in part.words} & {"am", "are", "is", "signed", "logged"}:
            return replace(part, verb="expect")
        # `Check her in`, as at a hotel.
        return replace(part, verb="say", words=part.words[:-1], verb_words=(*part.verb_words, part.words[-1]))
    leads = [t.norm for t in part.words[:1]]
    if head == "book" and leads in (["in"], ["out"]) and _counts(part.words[1] if part.words[1:] else part.words[0]):
        # `Book in 6 boxes`, as at a store.
        return replace(part, verb="say", words=part.words[1:], verb_words=(*part.verb_words, part.words[0]))
    if head == "check out" and part.verb == "save" and says_which(part.words):
        return replace(part, verb="say")
    if (
        head.split(" ")[:1] in (["turn"], ["switch"], ["turns"], ["switches"], ["flip"], ["flips"])
        and len(part.words) > 1
        and last in ("on", "off")
    ):
        return replace(part, verb="check" if last == "on" else "uncheck", words=part.words[:-1])
    return part


def _made_so(part: Part, head: str) -> Part:
    """`Make Floor 3 my preferred floor` and `make the signature "M. K."` say what a field is to hold."""
    words = part.words
    if head in _MAKES_SO and (so := _becomes_so(words)):
        return replace(part, verb="edit", words=so)
    if head not in ("make", "makes", "making") or len(words) < 2 or words[0].norm in ONE_MORE:
        return part
    if words[0].norm in DETERMINERS | PRONOUNS and words[-1].names and not says_which(words[1:2]):
        return replace(part, verb="edit" if words[0].norm in PRONOUNS else "fill")
    mine = next((i for i, t in enumerate(words) if i and t.norm in ("my", "the", "our", "their")), None)
    if mine and says_which(words[:mine]) and not says_which(words[mine:]) and mine + 1 < len(words):
        as_ = replace(words[mine], text="as", norm="as")
        return replace(part, verb="fill", words=(*words[mine + 1 :], as_, *words[:mine]))
    return part


def _becomes_so(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is made of what there is, as `mark` has it: `W-203 as urgent` of `make W-203 urgent`, and `el pedido W-203
    como urgente` of `haz urgente el pedido W-203`; empty where something new is made."""
    *thing, state = words or (COMMA,)
    if len(words) > _PAIR and words[1].norm in ("el", "la") and words[0].text.islower() and says_which(words[2:]):
        so, thing = words[0], list(words[1:])
        return (*thing, replace(so, text="como", norm="como"), so) if so.norm not in STOP | ONE_MORE else ()
    of_that = [t.norm for t in thing] in (["it"], ["them"]) or [t.kind for t in thing] == ["code"]
    named = len(thing) > 1 and thing[0].norm in ("the", "el", "la") and thing[-1].names and thing[1].text.islower()
    is_state = state.kind == "word" and state.text.islower() and state.norm not in STOP
    return (*thing, replace(state, text="as", norm="as"), state) if is_state and (of_that or named) else ()


def _put_so(part: Part, head: str) -> Part:
    """`Put ORD-7 on hold`, `pon a Ana en espera`: what a thing becomes."""
    end = next((i for i, t in enumerate(part.words) if t.kind == "mark" and t.text == ","), len(part.words))
    thing = [t for t in part.words[: end - _PAIR] if t.text not in "()"]
    state = part.words[max(0, end - _PAIR) : end]
    leads = len(state) == _PAIR and state[0].norm in ("on", "en")
    is_so = leads and state[1].kind == "word" and state[1].text.islower()
    if head not in _PUTS or not is_so or state[1].norm in STOP | FIELDISH or not says_which(thing):
        return part
    if any(t.norm in ("to", "as", "in", "into", "a", "como") for t in thing[1:]):
        return part
    as_ = replace(state[0], text="as", norm="as")
    return replace(part, verb="edit", words=(*part.words[: end - _PAIR], as_, *state, *part.words[end:]))


def _with_share(part: Part) -> Part:
    """`4 de 20 plazas ocupadas`, `4 out of 20 seats taken`: how many of how many are one value, and that they are taken
    goes without saying."""
    found: list[Token] = []
    at = 0
    while at < len(part.words):
        share = part.words[at : at + 3 + (part.words[at + 1 : at + 2] != () and part.words[at + 1].norm == "out")]
        if not _is_share(share):
            found.append(part.words[at])
            at += 1
            continue
        said = " ".join(t.text for t in share)
        found.append(replace(share[0], kind="quoted", text=said, norm=said, end=share[-1].end))
        at += len(share)
        noun = part.words[at : at + 2]
        if len(noun) == _PAIR and noun[0].text.islower() and noun[1].norm in _TAKEN:
            found.append(noun[0])
            at += _PAIR
    return replace(part, words=tuple(found))


def _is_share(words: Sequence[Token]) -> bool:
    """`4 de 20`, `4 of 20`, `4 out of 20`."""
    numbers = [t for t in words if t.kind == "number" and t.text.isdigit()]
    between = [t.norm for t in words[1:-1]]
    return len(numbers) == _PAIR and between in (["de"], ["of"], ["out", "of"], ["/"]) and int(numbers[1].text) > 0


def _without_remark(part: Part) -> Part:
    """`The total (VAT included) is €9`: that it is all of it need not be said on the page."""
    words = list(part.words)
    opened = next((i for i, t in enumerate(words) if t.text == "("), 0)
    shut = next((i for i in range(opened, len(words)) if words[i].text == ")"), 0)
    remark = words[opened + 1 : shut]
    includes = bool(_INCLUDED & {t.norm for t in remark}) and not any(t.is_value for t in remark)
    if not opened or not includes or {t.norm for t in remark} & NOT:
        return part
    return replace(part, words=(*words[:opened], *words[shut + 1 :]))


def _taken_off(part: Part) -> Part:
    """`Take her off our register`, `saca a Ada de la lista`: it is not to be there any more."""
    words = (*part.verb_words, *part.words)
    away = _TAKES.get(words[0].norm, ()) if words else ()
    off = next((i for i, t in enumerate(words) if i and t.norm in away), 0)
    thing = words[1:off]
    is_place = words[off].norm == "del" or any(t.norm in DETERMINERS | _OURS for t in words[off + 1 : off + 2])
    named = bool(thing) or words[0].norm.startswith("sacal")
    # `Saca la hoja del pedido B-7`: what is named is not what is taken.
    named = named and not (says_which(words[off + 1 :]) and thing and not says_which(thing))
    if part.verb != "say" or not off or not named or not is_place or any(_counts(t) for t in thing):
        # `Take 10 % off the price`
        return part
    from_ = replace(words[off], text="from", norm="from")
    place = words[off + 1 :]
    # `Our register` is the application itself.
    whole = all(t.norm in STOP | _OURS | _REGISTERS for t in place)
    return replace(part, verb="delete", verb_words=words[:1], words=thing if whole else (*thing, from_, *place))


def _counts(token: Token) -> bool:
    return token.kind == "number" or token.norm in NUMBER_WORDS


def _noted(part: Part, head: str) -> Part:
    """`Record that it has been paid` marks it as paid, and `anota que "…"` makes a note of it."""
    words = part.words
    quoted = next((i for i, t in enumerate(words) if t.kind == "quoted"), None)
    if quoted is not None and head.startswith("anot") and not REMARKS & {t.norm for t in words}:
        led = words[: quoted - (quoted > 0 and words[quoted - 1].norm in ("que", ":"))]
        note = replace(words[quoted], kind="word", text="nota", norm="nota", number=-1)
        return replace(part, words=(*led, note, *words[quoted:]))
    if not head.startswith(("record", "register", "registr")) or not words or words[0].norm not in ("that", "que"):
        return part
    at = next((i for i, t in enumerate(words) if i and t.norm in _HAS_BEEN), 0)
    state = next((i for i in range(at, len(words)) if words[i].norm not in _HAS_BEEN), 0) if at else 0
    if not state or len(words) - state > 1 or not words[state].text.islower():
        return part
    it, as_ = replace(words[0], text="it", norm="it"), replace(words[at], text="as", norm="as")
    thing = tuple(t for t in words[1:at] if t.norm != "se") or (it,)
    mark = replace(part.verb_words[0], norm="mark")
    return replace(part, verb="edit", verb_words=(mark,), words=(*thing, as_, *words[state:]))


def _aliased(part: Part) -> Part:
    """`The waiting list (Lista de espera)`: what stands in brackets is what the page calls it."""
    for at, token in enumerate(part.words):
        inside = takewhile(lambda t: t.text != ")", part.words[at + 1 :]) if token.text == "(" and at else ()
        name = list(inside)
        first = next((i for i in range(at, 0, -1) if not _describes(part.words[i - 1])), 0)
        rest = part.words[at + len(name) + 2 :]
        if part.verb == "create" and name and name[0].norm.split()[0] in NEW and _is_label(name):
            # `An issue without a title ("Nueva incidencia")`: the form for all of it is called so.
            thing = list(takewhile(lambda t: t.norm not in ASIDES | {"without", "sin"}, part.words[:at]))
            return replace(part, words=(*thing, *name, *part.words[len(thing) : at], *rest))
        if name and first < at and name[0].norm not in DETERMINERS and _is_label(name):
            return replace(part, words=(*part.words[:first], *name, *rest))
    return part


def _describes(token: Token) -> bool:
    is_word = token.kind == "word" and token.text.islower()
    return is_word and token.norm not in DETERMINERS | ASIDES | {"of", "de", "del", "to", "al", "a"}


def _is_label(words: Sequence[Token]) -> bool:
    return words[0].kind == "quoted" or (words[0].kind == "word" and words[0].text[:1].isupper())


def _without_others(part: Part) -> Part:
    """`The order of Ada (not the paid one)`, and `Sand but not Paint`, say by what another one is known that is not
    meant."""
    for at, token in enumerate(part.words[:-2]):
        is_pair = token.norm in ("but", "and", "pero", "y") and part.words[at + 1].norm in ("not", "no")
        if at and is_pair and part.words[at + 2].names:
            return replace(part, words=part.words[:at], excluded=part.words[at + 2 :])
        opens = token.text in ("(", ",", "–", "-") and part.words[at + 1].norm in ("not", "no")
        other = part.words[at + 2]
        named = other.names and part.verb in _ON_ONE
        if opens and (named or other.norm in DETERMINERS or other.kind in ("number", "quoted")):
            end = next(
                (i for i in range(at + 2, len(part.words)) if part.words[i].text in ("),", ")", ",", ":")),
                len(part.words),
            )
            words = (*part.words[:at], *part.words[end + (end < len(part.words) and part.words[end].text == ")") :])
            return replace(part, words=words, excluded=part.words[at + 2 : end])
    return part


# What is done to one thing, so that a name behind `not` is that of another.
_ON_ONE: frozenset[Verb] = frozenset({"edit", "delete", "open", "click", "say", "check", "uncheck"})
_TAKEN = {
    "taken", "filled", "booked", "occupied", "used", "reserved", "ocupadas", "ocupados", "cubiertas", "cubiertos",
    "reservadas", "reservados", "cogidas", "cogidos", "usadas", "usados",
}  # fmt: skip
# How soon a colon follows what is to be looked at: `check the order ORD-7: …`.
_PLACED = 4
_SAID = {"message", "error", "toast", "confirmation"}
_PUTS_ONE, _ONE = re.compile(r"(?:pon|pong[ao]|poner|ponme|ponle|ponga|pongan)$"), (["un"], ["una"])
_NOTES_DOWN = re.compile(r"apunt(?:[ao]|e|ar|es|en|amos)(?:l[oa]s?)?$")
_IT, _WAS = {"it", "they", "this", "that"}, {"was", "were", "has", "have", "had", "shows", "says", "reads", "got"}
_SPOKEN_OF = {"for", "i", "i'm", "we", "we're", "you", "you're"}


def _was_so(words: Sequence[Token]) -> bool:
    """`Check it was entered by Ada`"""
    it, was = [*(t.norm for t in words[:2]), "", ""][:2]
    return it in _IT and was in _WAS


def _is_value(words: Sequence[Token]) -> bool:
    """`Escribe el NIF B-7`, `write the name Ada`"""
    is_field = words[0].norm not in ONE_MORE and any(t.norm in FIELDISH - REMARKS for t in words[1:2])
    return is_field or any(t.kind == "code" for t in words[2:])


def _noted_down(part: Part, head: str) -> Verb | None:
    """`Apunta un pedido`, `apúntalo`; `apunta a Ada al taller` is done by a button of its own."""
    puts = part.verb in ("fill", "edit") and bool(_PUTS_ONE.match(head)) and [t.norm for t in part.words[:1]] in _ONE
    thing = next((t for t in part.words[1:2] if t.kind == "word" and t.text.islower()), None)
    led = any(t.norm in ("de", "para", "a") for t in part.words[2:3]) and any(t.names for t in part.words[3:])
    if puts and thing is not None and thing.norm not in FIELDISH - REMARKS and led:
        # `Pon un pedido de 3 sillas a nombre de Ada`
        return "create"
    notes = part.verb == "say" and bool(_NOTES_DOWN.match(head))
    told = head.endswith(("lo", "la", "los", "las")) or any(t.norm in ("un", "una") for t in part.words[:1])
    return "create" if notes and told else None


def _meant(part: Part, head: str, words: set[str]) -> Verb:
    says_that = bool(words & {"that", "que"})
    # `Conserva` may be what something is called.
    plain = {token.norm for token in part.words if token.kind == "word" and token.text.islower()}
    states = bool(plain & (STATING - {"there"})) or bool(words & MODAL)
    if _enters(part, head, words):
        return "login"
    if meant := _noted_down(part, head) or _made_or_seen(part, head, words):
        return meant
    if head.startswith(("confirm", "valid")):
        tells = shows_something(part.words) or any(t.norm in TELL for t in part.words[1:4] if part.words[0].norm in ITS)
        return "expect" if {states, says_that, tells, bool(words & NOT), len(part.verb_words) > 1} & {True} else "save"
    if part.verb == "check":
        looks = head.startswith("check") and (words <= _SEEN_AGAIN or _tells_of_both(part.words))
        # `Check for the message`, `check I am on the list`
        looks = looks or (head == "check" and any(t.norm in _SPOKEN_OF for t in part.words[:1]))
        looks = looks or (head == "check" and _was_so(part.words))
        looks = looks or (head == "check" and (_states_so(_behind_colon(part.words)) or _lists_checks(part.words)))
        # `Check the confirmation message`: what a page says is not ticked, unless a box is for it.
        last = part.words[-1].norm if part.words and not says_which(part.words) else ""
        looks = looks or (head.startswith("check") and (last in _SAID or shows_something(part.words)))
        # `Mark it as visible` says what is to become of it.
        marks_as = marks(part) and bool(words & {"as", "como"})
        told = plain & ({"if", "whether"} | (set() if marks_as else STATES_A_FACT))
        # `Mark that order as paid`
        says_that = says_that and not (marks_as and part.words[0].norm in ("that", "this") and "is" not in words)
        if _says_of_it(part.words) or says_that or told or looks:
            return "expect"
        return "edit" if marks_as else "check"
    if part.verb in ("open", "fill") and head in ("enter", "entra", "entrar"):
        return "fill" if _types(part, words) and head == "enter" else "open"
    if head.startswith(("writ", "escrib")) and part.words[:1] and part.words[0].norm in DETERMINERS:
        # A note is written where there was none; a name is written into a field.
        return "fill" if words & {"in", "into", "en"} or _is_value(part.words) else "create"
    if _alters(part, head):
        return "edit"
    if part.verb in ("close", "delete"):
        called_off = part.verb == "close" and calls_off(part) and says_which(part.words)
        return "delete" if called_off else "close" if taken_away(part) else _looked_at(part, head, says_that)
    return _sent_as(part, head, words) if part.verb == "save" else _looked_at(part, head, says_that)


_I_EXPECT = {"espero", "esperamos"}


def _looked_at(part: Part, head: str, says_that: bool) -> Verb:
    """`Show that it is paid` checks something, `show the list` opens it, and `pick the tab All` presses it."""
    if part.verb == "choose" and {"tab", "pestana"} & {t.norm for t in part.words[:3]}:
        return "click"
    looks = part.verb == "open" and head in ("ver", "ve", "show", "muestra") and says_that
    # `I want to see ORD-7 of Ada` is a check in English too.
    names, norms = sum(t.names for t in part.words), {t.norm for t in part.words}
    listed = "en" in norms and norms & {"lista", "listado", "tabla"}
    # `Y ver la nueva fecha en la lista`
    looks = looks or (part.verb == "open" and head == "ver" and (names > 1 or bool(listed)))
    # `Ver el error "Elige una talla."`
    is_told = bool(norms & NOTICES) or "error" in norms
    looks = looks or (part.verb == "open" and head == "ver" and is_told and any(t.kind == "quoted" for t in part.words))
    # `Espero ver "Elige una talla."`, unlike `espera a que se cargue`
    looks = looks or (
        part.verb == "wait" and head in _I_EXPECT and bool({"ver", "que"} & {t.norm for t in part.words[:1]})
    )
    return "expect" if looks else "click" if part.verb == "press" else part.verb


def _is_drawn(part: Part, head: str) -> bool:
    """`Retira 50 € de la cuenta` takes an amount out, and does away with nothing."""
    return head.startswith("retir") and part.verb == "delete" and any(_counts(t) for t in part.words[:1])


def _made_or_seen(part: Part, head: str, words: set[str]) -> Verb | None:
    """What a verb means here that otherwise means something else: `order 3 rolls`, `find it in the list`."""
    first = [t.norm for t in part.words[:2]]
    if _is_drawn(part, head):
        return "say"
    is_new = first in (["a", "new"], ["another", "new"], ["one", "more"])
    orders = part.verb == "sort" and head.startswith("order") and says_which(part.words)
    leaves = part.verb == "say" and head.startswith(("leav", "deja")) and bool(words & REMARKS)
    enters = head in _ENTERS or _fills_in(part, head) or any(is_conjugated(head, verb) for verb in _METER)
    enters = (enters or head in _METER) and first[:1] != [] and first[0] in ONE_MORE - NEW
    is_thing = enters and not words & {"in", "into", "as", "en", "como"} and not set(first[1:]) & FIELDISH
    told = any(t.norm in ("of", "for", "with", "de", "para", "con", "called") for t in part.words[2:4])
    # `Mete un pedido nuevo: Ada, 3 peras`
    told = told or (bool(NEW & {t.norm for t in part.words[:3]}) and any(t.text == ":" for t in part.words[2:4]))
    is_thing = is_thing and told
    if (
        leaves
        or is_thing
        or (head.startswith("enter") and is_new)
        or (orders and not words & {"by", "por", "ascending"})
    ):
        return "create"
    if part.verb == "open" and _is_new_one(part.words):
        return "create"
    if _loads_page(part, head):
        return "reload"
    if part.verb == "reload" and any(t.kind == "number" for t in part.words) and says_which(part.words[1:]):
        # `Recarga 15 € a Ada` loads no page.
        return "say"
    raises = (part.verb == "create" and head.startswith("rais")) or head in _RAISES or _puts_up(part, head)
    if raises and _is_to_number(part.words):
        return "edit"
    finds = part.verb == "search" and head.startswith("find") and first[:1] in (["it"], ["them"])
    stays = part.verb == "next" and head.startswith(("sig", "contin")) and head != "continue"
    finds = finds or (part.verb == "check" and first[:1] in (["it"], ["that"], ["this"]) and first[1:] in _AT)
    looks = part.verb == "say" and head == "check in" and bool(words & {"that", "que"})
    return "expect" if finds or looks or (stays and content_of(part.words)) else None


def _puts_up(part: Part, head: str) -> bool:
    """`Put the price of a filling up to £118`, `bring it down to 5`."""
    before = part.words[to_at(part.words) - 1 :][:1] if to_at(part.words) > 1 else ()
    return head in _BRINGS and bool(before) and before[0].norm in ("up", "down")


def _loads_page(part: Part, head: str) -> bool:
    """`Load the orders page again`, `vuelve a cargar la página`; a file is loaded up, and no page."""
    loads = head in ("load", "loads", "loading") or head == "cargar" or is_conjugated(head, "cargar")
    said = {t.norm for t in part.words}
    plain = all(t.kind == "word" for t in part.words) and not said & (ASIDES | {"to", "a", "into"})
    return loads and part.verb in ("say", "upload") and plain and bool(said & _PAGES)


def _is_new_one(words: Sequence[Token]) -> bool:
    """`Abre un pedido nuevo para Ada`, of which the form is opened; not `abre una pestaña nueva`."""
    one, thing, new = (*words[:3], *[COMMA] * 3)[:3]
    is_thing = thing.kind == "word" and thing.text.islower() and thing.norm not in _WINDOWS
    return is_thing and one.norm in ONE_MORE - NEW and new.norm in NEW and new.text.islower()


def _fills_in(part: Part, head: str) -> bool:
    """`Fill in an order for Ada`, of which the form is to be opened; it is sent only where the goal says so."""
    return head.startswith(_FILLS_IN) and not _SHEETS & {t.norm for t in part.words[:3]}


def _is_to_number(words: Sequence[Token]) -> bool:
    """`The stock of Luna to 30`, whatever was said before the verb about where."""
    own = list(takewhile(lambda t: t is not COMMA, words))
    to = to_at(own)
    unit = own[to + 2 :]
    counted = not unit or (len(unit) == 1 and names_unit(unit[0]))
    return to > 0 and own[to + 1 :] != [] and counted and own[to + 1].kind == "number"


def _behind_colon(words: Sequence[Token]) -> Sequence[Token]:
    return words[words[:1] != () and words[0].text == ":" :]


def _states_so(words: Sequence[Token]) -> bool:
    """`Check she is still on the list` tells how something is; `check the box that is empty` says which."""
    verb = finite_at(words)
    is_so = verb is not None and 0 < verb < len(words) - 1 and words[verb].norm in IS | {"says", "say"}
    # `Check the box Price is fixed` ticks it.
    return is_so and not any(t.kind == "mark" or t.norm in _WHICH | _TICKED for t in words[:verb])


def _lists_checks(words: Sequence[Token]) -> bool:
    """`Check: "Order ORD-7 deleted.", ORD-7 not in the list`: what is to be seen, where boxes would be ticked."""
    told = next((i + 1 for i, t in enumerate(words[1:_PLACED], 1) if t.text == ":"), 0)
    if told and words[told - 2].kind == "code" and any(t.names for t in words[told:]):
        # `Check ORD-7: Oak Ltd, 40 rolls`
        return True
    said = words[1:] if words[:1] and words[0].text == ":" else ()
    is_sentence = bool(said) and said[0].kind == "quoted" and said[0].text.rstrip()[-1:] in (".", "!", "?")
    return is_sentence or any(t.norm in NOT and t.text.islower() for t in said)


def _added_as(part: Part) -> Part:
    """`Add Ada (phone 555) as a customer`: a customer called Ada."""
    words = part.words
    at = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in ("as", "como")), 0)
    kind = words[at + 1 :]
    noun = kind[1:] if kind[:1] and kind[0].norm in ONE_MORE | DETERMINERS else kind
    plain = 0 < len(noun) <= _PAIR and all(t.kind == "word" and t.text.islower() for t in noun)
    # `Create ORD-7 as draft` says how it is.
    plain = plain and words[at].text.islower() and words[at - 1].text != ","
    plain = plain and (len(noun) < len(kind) or (words[at].norm == "como" and words[0].kind != "code"))
    named = words[words[:1] != () and words[0].norm == "a" : at]
    if part.verb != "create" or not at or not plain or not (named and named[0].names) or set(noun) & FIELDISH:
        return part
    return replace(part, words=(*kind, replace(words[at], text="called", norm="called"), *named))


def _used_as(part: Part) -> Part:
    """`Use Linea as the name`, which types it."""
    first, *rest = (*part.verb_words, *part.words) or (COMMA,)
    led = any(t.norm in ("as", "como", "for", "para") for t in rest[1:])
    if part.verb != "say" or first.norm not in _USES or not led or not rest[0].names:
        return part
    return replace(part, verb="fill", verb_words=(first,), words=tuple(rest))


def _types(part: Part, words: set[str]) -> bool:
    """Whether `enter` is for a field and not for a place."""
    into = any(token.is_value for token in part.words) or bool(words & {"in", "into", "as", "como"})
    aside = any(a.text == "," and b.norm == "for" for a, b in pairwise(part.words))
    return into or aside or _types_for(part.words)


def _types_for(words: Sequence[Token]) -> bool:
    """`Enter Main hall for the venue and red for the colour`, `enter red for the colour`: a place is named, or has its
    article."""
    led = sum(a.norm == "for" and b.norm in DETERMINERS for a, b in pairwise(words[1:]))
    is_place = not words or words[0].norm in DETERMINERS or words[0].names
    return led > 1 or (led == 1 and not is_place)


def _alters(part: Part, head: str) -> bool:
    """Whether one thing among several is to be changed: `set the status of ORD-7 to Paid`, `move it to 9 May`."""
    makes = head in ("make", "makes", "haz", "hace", "haga") and part.words[:1] and part.words[0].norm not in ONE_MORE
    # `Escribe B-50 como NIF`: what is typed is no entry.
    typed = head.startswith(TYPES) and part.words[to_at(part.words)].norm in ("as", "como") if part.words else False
    of_entry = _is_of_something(part.words) or _is_of_entry(part.words)
    if (part.verb in ("fill", "choose") or makes) and of_entry and not typed:
        return True
    return part.verb == "drag" and not head.startswith(("drag", "arrastr")) and _is_put_off(part.words)


def _sent_as(part: Part, head: str, words: set[str]) -> Verb:
    """What saving means where the words say of what: `save a new order`, `complete the form with …`."""
    if head.startswith(("sav", "guard", "grab")) and part.words and part.words[0].norm in ONE_MORE:
        return "create"
    return "fill" if head.startswith(("complet", "finish")) and words & {"with", "con"} else "save"


def _tells_of_both(words: Sequence[Token]) -> bool:
    """`Check both really say Sent` looks at what several things say."""
    said = [t.norm for t in words[1:4] if t.text.islower()]
    return bool(words) and words[0].norm in BOTH and bool({"say", "show", "read", "have", "are"} & set(said))


def _says_of_it(words: Sequence[Token]) -> bool:
    """`Check it is listed` looks at something; there is no box that is called so."""
    said = [t.norm for t in words[:2]]
    return len(said) > 1 and said[0] in PRONOUNS | {"there"} and said[1] in STATING | MODAL


def _enters(part: Part, head: str, words: set[str]) -> bool:
    """Whether somebody is to be let in, whose name is given."""
    enters = part.verb in ("open", "say", "fill") and head.startswith(("acced", "entr", "access", "ingres", "loguea"))
    # `Ingresa la contraseña` only types it; `ingresa con …` lets somebody in.
    if head.startswith("ingres") and not words & {"con", "como", "with", "usando"}:
        return False
    return enters and head != "enter" and (bool(words & SECRETS) or any(token.kind == "email" for token in part.words))


def _is_put_off(words: Sequence[Token]) -> bool:
    """Whether something is moved to another day or hour."""
    return any(t.kind == "number" and re.search(r"\d[/.:-]\d|[a-z]{3}", t.norm) for t in words[to_at(words) :])


def _is_of_something(words: Sequence[Token]) -> bool:
    """Whether a value belongs to one thing among several: `set the status of ORD-7 to Paid`, `the one dated 3 May`."""
    to = to_at(words)
    if means_one(words) and says_which(words[2:to]):
        return True
    of = next((i for i, t in enumerate(words[:to]) if i and t.norm in ("of", "for", "de", "del")), None)
    # `The price of a tea to 3`: a field is called by no `a`.
    one = of is not None and of + 2 < to and words[of + 1].norm in ("a", "an", "un", "una")
    one = one and not any(t.norm in NEW for t in words[:to])
    return of is not None and (one or says_which(words[of + 1 : to]))


def _is_of_entry(words: Sequence[Token]) -> bool:
    """Whether an entry is named where a field would be: `set ORD-7 to Paid`."""
    return any(token.kind == "code" for token in words[: to_at(words)])

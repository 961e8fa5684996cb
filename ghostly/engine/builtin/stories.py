"""What a goal tells besides what it asks for: why, who wanted it, how it came about, what is to be left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from .lexicon import ASKS_FOR_NUMBER, COMMITTING, STOP, is_conjugated, verbs
from .speech import AGAIN, DETERMINERS, ENDS, HAS_TO, KEPT, MODAL, ONE_MORE, TELL, joins, statement_at, verb_at
from .words import ORDINALS, Token

_REASONS = {"because", "porque", "pues", "puesto", "although", "though", "aunque"}
_LONG_REASONS = (("ya", "que"), ("dado", "que"), ("debido", "a"), ("due", "to"), ("even", "though"))
# What leads from how something is to what comes of it.
_SO = (
    ("so",),
    ("asi", "que"),
    ("por", "lo", "que"),
    ("por", "tanto"),
    ("por", "lo", "tanto"),
    ("therefore",),
    ("hence",),
)
# What begins a reason at the head of a sentence only, and the verbs that tell it from `as an admin, …`.
_SINCE = {"as", "since", "como"}
_HOLDS = {"have", "tiene", "tienen", "hay", "still", "sigue", "siguen", "there's"}
_MISTAKEN = (
    ("by", "mistake"), ("by", "accident"), ("in", "error"), ("accidentally",), ("mistakenly",), ("por", "error"),
    ("por", "equivocacion"), ("por", "accidente"), ("sin", "querer"),
)  # fmt: skip
_ON_PURPOSE = (
    ("on", "purpose"), ("deliberately",), ("intentionally",), ("a", "proposito"), ("adrede",), ("aposta",),
    ("queriendo",), ("deliberadamente",), ("intencionadamente",),
)  # fmt: skip
_HINTS = {"it", "pide", "pedira", "sale", "use", "using", "usa", "usando", "asks", "via", "hay"}
_TELLS_WHICH = {"not", "no", "the", "el", "la", "a", "an", "new", "nuevo", "nueva", "open"}
# What says only how little something matters, and what an aside begins with that tells how it is.
_WEIGHS = (
    ("anyway",), ("anyways",), ("anyhow",), ("in", "any", "case"), ("after", "all"), ("de", "todas", "formas"),
    ("de", "todas", "maneras"), ("de", "todos", "modos"), ("en", "cualquier", "caso"), ("igualmente",),
)  # fmt: skip
_NO_MORE = (
    ("y", "ya", "esta"), ("y", "listo"), ("y", "nada", "mas"), ("and", "that", "is", "it"), ("and", "that's", "it"),
    ("and", "that", "is", "all"), ("and", "that's", "all"), ("y", "eso", "es", "todo"), ("y", "se", "acabo"),
)  # fmt: skip
_WAS = {
    "is", "are", "was", "were", "it's", "they're", "that's", "has", "had", "es", "son", "esta", "estan", "era", "eran",
    "estaba", "estaban", "fue", "fueron", "ha", "habia",
}  # fmt: skip
# How an aside says on which page of a list something is.
_PAGES = {"page", "pages", "pagina", "paginas"}
_IS_AT = {
    "is", "it's", "are", "sits", "stands", "appears", "esta", "estan", "sale", "aparece", "figura", "veras", "see",
    "find", "encontraras",
}  # fmt: skip
_WHEREABOUTS = _PAGES | _IS_AT | DETERMINERS | ORDINALS.keys() | {
    "it", "they", "you", "may", "have", "will", "lo", "los", "las", "on", "in", "at", "of", "en", "de", "del", "list",
    "lista", "listado", "table", "tabla", "next", "siguiente", "another", "otra", "further", "mas", "adelante", "down",
    "number", "numero", "probably", "found", "shown",
}  # fmt: skip
_SEES = {"saw", "found", "want", "need", "got", "have", "had"}
# Why a search finds nothing.
_IN_VAIN = re.compile(
    r"(?:(?:which|that|who|whom|as|since) )?(?:we|i) (?:do not|don't|never|no longer) (?!want|need|wish)\w+"
    r"(?: (?:it|them|any ?more|here|at all|in stock|any))*"
    r"|(?:which|that|who|as it|since it|as there) (?:does not|doesn't|do not|don't) exist(?: here| at all)?"
    r"|there (?:is|are) (?:none|no such \w+)"
    r"|(?:(?:que|pues|porque) )?(?:no|ya no|nunca) (?:lo |la |los |las )?"
    r"(?:(?!h[ae]|quer|dese|necesit)\w+[aei]mos|existen?|hay)(?: (?:ya|aqui|nada|ningun\w*|en catalogo))*"
)
_SOON_TOLD = 16
_PARTS = {",", ";", "(", "-", "–", "—"}
# When somebody looks again, which is done anyway: `when I come back to the page`.
_WHENEVER = {"when", "if", "after", "once", "whenever", "cuando", "si", "al", "despues", "tras"}
_AFTERWARDS = {"despues", "tras"}
_RETURNS = {
    "come", "coming", "return", "returning", "back", "again", "reopen", "reopening", "reload",
    "reloading", "refresh", "refreshing", "vuelvo", "vuelva", "volver", "regreso", "regrese", "regresar", "recargo",
    "recargar", "entrar", "later",
}  # fmt: skip
_NEIGHBOURS = {"previous", "next", "first", "last", "anterior", "previa", "siguiente", "primera", "ultima"}
_INFINITIVE = re.compile(r"\w{2}[aei]r(?:l[oa]s?)?$")
_SUCH = {"that", "this", "these", "those", "ese", "esa", "este", "esta"}
_NAMES_ONE = DETERMINERS | {"its", "his", "her", "their", "su", "sus"}
# Where somebody comes back to, and what is still so then.
_TOWARDS = {"to", "a", "en", "al", "in", "into", "on"}
_LOOKED_AT = {"page", "pagina", "pantalla", "screen", "app", "aplicacion", "form", "formulario", "application"}
# How somebody goes away from a page, to which does not matter, and comes back.
_LEAVES = {"go", "leave", "switch", "navigate", "visit", "open", "ve", "vete", "voy", "sal", "salgo", "abre", "cambia"}
_ELSEWHERE = {"another", "other", "different", "any", "some", "elsewhere", "away", "otra", "otro", "cualquier"}
_HERE = {"here", "aqui", "ella", "el", "la", "this", "then"}
_THEY = {"it", "they", "both", "everything", "all", "todo", "ambos", "ambas", "that"}
_TELL = TELL | {"is", "are", "esta", "estan", "should", "must", "debe", "deben"}
# What a purpose says that asks for nothing.
_DENIES = {"not", "cannot", "can't", "mustn't", "shouldn't", "refuse", "refused", "reject", "no", "rechazar", "negarse"}
_IDLE = {
    "can", "could", "may", "right", "correct", "know", "knows", "nobody", "everyone", "everybody", "later",
    "up-to-date", "pueda", "puedan", "podamos", "sepa", "sepan", "nadie", "correcto", "correcta", "bien", "conste",
}  # fmt: skip
_REFUSES = ("reject", "refus", "deny", "denied", "declin", "rechaz", "deneg", "prevent", "block", "impid", "bloque")
# `So that nothing wrong gets stored`
_NO_HARM = (
    ("nothing", "wrong"), ("no", "mistake"), ("no", "mistakes"), ("nothing", "bad"), ("nada", "mal"),
    ("nada", "malo"), ("nada", "equivocado"), ("nada", "incorrecto"),
)  # fmt: skip
_ABLE = {"can", "could", "may", "pueda", "puedan"}
_TO_BE_ABLE = (
    ("para", "poder"), ("to", "be", "able", "to"), ("in", "order", "to", "be", "able", "to"), ("so", "as", "to"),
)  # fmt: skip
_PURPOSES = (("so", "that"), ("so", "we"), ("so", "i"), ("para", "que"))
_SOME_DAY = (
    " later", " later on", " some day", " next time", " in the future", " from now on", " tomorrow", " despues",
    " luego", " mas tarde", " mas adelante", " otro dia", " en el futuro", " manana", " la proxima vez",
)  # fmt: skip
_FIRST = {"we", "i", "they", "he", "she", "you", "it"}
_TOLD = {
    "is", "are", "was", "were", "has", "had", "have", "wants", "want", "needs", "need", "asks", "got", "went", "came",
    "said", "told", "found", "left", "sent", "bought", "paid", "made", "saw", "took", "lost", "broke", "forgot",
    "wrote", "rang", "gave", "called", "does", "doesn't", "won", "moved", "decided", "likes", "complains", "can't",
    "cannot", "quiere", "quieren", "deja", "dejan", "pide", "piden", "necesita", "necesitan", "ha", "han", "hemos",
    "esta", "estan", "es", "son", "tiene", "tienen", "era", "fue", "fueron", "dice", "dicen", "llega", "llegan",
    "queria", "quedan", "queda",
}  # fmt: skip
# What begins a sentence whose `we` has been left out.
_HAPPENED = {
    "had", "got", "went", "came", "said", "told", "found", "sent", "bought", "paid", "made", "saw", "took", "lost",
    "broke", "forgot", "wrote", "rang", "gave", "ha", "han", "hemos",
}  # fmt: skip
# Who begins a sentence that tells something; nobody is ordered so.
_SOMEBODY = {"we're", "we've", "i'm", "i've", "they're", "they've", "nos"}
_CALLED = {"called", "named", "titled", "llama", "llaman", "llamado", "llamada", "llamados", "llamadas"}
_LEAST = 3
_EXCEPT = {"except", "excepting", "excluding", "excepto", "salvo", "menos", "but"}
_LONG_EXCEPT = (
    ("other", "than"), ("apart", "from"), ("aside", "from"), ("except", "for"), ("but", "not"), ("pero", "no"),
    ("a", "excepcion", "de"),
)  # fmt: skip
_EVERY = {"all", "every", "each", "everything", "everyone", "todos", "todas", "todo", "cada"}
GREETINGS = {"hello", "hi", "hey", "dear", "hola", "buenas", "buenos", "thanks", "gracias", "please", "oye", "oiga"}
# Words that are said around an order.
_FILLERS = {
    "hello", "hi", "hey", "dear", "thank", "thanks", "you", "please", "cheers", "regards", "given", "account", "user",
    "credentials", "login", "hola", "buenas", "buenos", "dias", "tardes", "gracias", "saludos", "favor", "dado", "dada",
    "dados", "que", "cuenta", "usuario", "acceso", "credenciales", "antes", "before", "beforehand", "primero", "first",
    "steps", "pasos", "then", "luego", "task", "tarea", "todo", "team", "equipo", "qa", "note", "nota", "when", "al",
    "cuando", "after", "despues", "tras", "como", "as", "muchas", "mil", "later", "the", "a", "i", "we", "with", "for",
    "and", "y", "el", "la", "con", "para", "of", "de", "to", "by", "por", "vale", "okay", "there", "good", "morning",
    "afternoon", "evening", "everyone", "folks", "noches", "buen", "un", "una", "an", "signed-in", "logged-in",
}  # fmt: skip
_TITLED = {
    "scenario", "feature", "escenario", "funcionalidad", "caracteristica", "title", "titulo", "test", "story",
    "historia", "background", "antecedentes", "objective", "objetivo", "goal", "case", "caso", "ticket", "context",
    "contexto",
}  # fmt: skip
_REST = {
    "other", "others", "rest", "else", "alone", "untouched", "unchanged", "otros", "otras", "otro", "otra", "demas",
    "resto", "igual", "intacto", "intacta", "intactos", "intactas",
}  # fmt: skip
_KEEPS = {"leave", "leaving", "keep", "keeping", "deja", "dejar", "dejando", "conserva", "manten"}
_IF = {"if", "si", "should"}
_CAN = {"puedes", "podrias", "podeis", "podriais", "you"}
# How an order is begun politely.
_POLITELY = (
    "would you mind|do you mind|would you be so kind as to|could you be so kind as to|be so kind as to|"
    "would you be able to|do me a favour and|do me a favor and|i was wondering if you could|any chance you could|"
    "te importaria|le importaria|os importaria|te importa|le importa|serias tan amable de|seria tan amable de|"
    "seria usted tan amable de|puede usted|podria usted|puede|podria|tendrias la amabilidad de|"
    "tendria la amabilidad de|haz el favor de|haga el favor de|hazme el favor de"
)
_COURTESIES = tuple(tuple(said.split()) for said in _POLITELY.split("|"))
# What a condition may ask for that is done anyway where it is needed.
_IN_THE_WAY = {
    "close", "dismiss", "accept", "confirm", "get", "skip", "agree", "wait", "allow", "acknowledge", "okay", "ok",
    "cierra", "cierralo", "cierrala", "acepta", "aceptalo", "aceptala", "confirma", "confirmalo", "espera", "omite",
    "omitelo", "quitalo", "apartalo",
}  # fmt: skip
_SCENARIOS = {"scenario", "feature", "escenario", "funcionalidad", "caracteristica", "background", "antecedentes"}
_ACTIONS = {"action", "actions", "accion", "acciones"}
_KINDS_OF_TEST = {"qa", "negative", "regression", "smoke", "negativa"}
_CHECKS = {
    "qa", "test", "negative", "regression", "smoke", "prueba", "caso", "check", "case", "negativa", "steps", "pasos",
    "task", "tarea", "todo",
}  # fmt: skip
NO_ACT = {
    "typing", "filling", "entering", "writing", "choosing", "selecting", "giving", "setting", "picking", "putting",
    "providing", "specifying", "escribir", "rellenar", "poner", "introducir", "completar", "elegir", "indicar", "dar",
    "touching", "changing", "tocar", "cambiar",
}  # fmt: skip
NOT_TO_DO = {
    "pick", "choose", "select", "fill", "enter", "type", "set", "give", "put", "elijas", "elegir", "rellenes",
    "rellenar", "pongas", "poner", "selecciones", "seleccionar", "escribas", "escribir", "indiques", "indicar",
}  # fmt: skip
_NAUGHT = {"anything", "nothing", "nada"}


def _without_labels(tokens: Sequence[Token]) -> list[Token]:
    """Without the `Negative test:` before what is to be done."""

    def end_of(at: int) -> int:
        if not at or tokens[at - 1].text in (".", "\n"):
            colon = next((i for i in range(at, min(len(tokens), at + 4)) if tokens[i].text == ":"), 0)
            words = [t.norm for t in tokens[at:colon]]
            if (
                colon
                and (_KINDS_OF_TEST | _ACTIONS if at else _CHECKS) & set(words)
                and all(t.kind == "word" for t in tokens[at:colon])
                and len(tokens) > colon + 1
                and not _makes_one(words)
            ):
                return colon + 1
        return at

    return _without(tokens, end_of)


def _makes_one(words: Sequence[str]) -> bool:
    """`Add a task: …`, which is no title."""
    return len(words) > 1 and "create" in verbs().get(words[0], ()) and words[1] in ONE_MORE


def _tells_what_is_wrong(value: Token, said: Sequence[Token]) -> bool:
    """`(no @ in it)`, `(sin arroba)`, `(not a valid date)`: what is wrong with the value that stands before it."""
    told = {t.norm for t in said}
    # `(not the long one)` tells which one is meant.
    lacks = bool(said) and said[0].norm in _LACKS and not told & {"the", "one", "ones", "el", "la", "los", "las"}
    return (
        lacks
        and value.kind != "mark"
        and bool(told & _OF_VALUES)
        and not any(t.is_value or t.text.istitle() for t in said[1:])
    )


def fills_up(head: Sequence[Token], body: Sequence[Token], first: bool) -> bool:
    """Whether a piece asks for nothing: `Hello`, `Thank you`, or the title of a scenario; what a form asks for may be
    called `Title` too, once something has been begun."""
    words = [t.norm for t in body if t.kind == "word"]
    titled = _TITLED if first else _SCENARIOS
    if body and not head and body[0].norm in titled and any(t.text == ":" for t in body[1:4]):
        return True
    only = all(t.kind in ("word", "mark") for t in body) and bool(words)
    # `Buenos días` is no order, though it may look like one.
    greets = all(t.norm in GREETINGS for t in head)
    return greets and only and all(word in _FILLERS | GREETINGS for word in words)


def keeps_rest(words: Sequence[Token]) -> bool:
    """`Leave the others alone` asks for nothing to be done."""
    said = {t.norm for t in words[:8]}
    keeps = bool(words) and (words[0].norm in _KEEPS or _is_untouched(words))
    return keeps and bool(said & _REST) and not any(t.is_value for t in words)


def _is_untouched(words: Sequence[Token]) -> bool:
    """`Lo demás no lo toques`"""
    said = [t.norm for t in words]
    return (
        said[0] in DETERMINERS | {"lo"} and "no" in said and bool({"toques", "toque", "cambies", "cambie"} & set(said))
    )


def _without_greeting(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without the `Morning!` that a goal begins with: a call of a word or two that orders nothing."""
    end = next((i for i, t in enumerate(tokens[: _LEAST + 1]) if t.kind == "mark" and t.text != "¡"), 0)
    said = [t for t in tokens[:end] if t.text != "¡"]
    plain = all(t.kind == "word" for t in said) and not any(t.names for t in said[1:])
    calls = bool(said) and tokens[end].text == "!" and plain and not any(verb_at(said, i) for i in range(len(said)))
    return tokens[end + 1 :] if calls else tokens


def _without_questions(tokens: Sequence[Token]) -> list[Token]:
    """Without `Could you check that it works?`, which names nothing and is said before what is to be done."""

    def end_of(at: int) -> int:
        begins = not at or tokens[at - 1].text in (".", "!", "?", "\n")
        end = next((i for i in range(at, len(tokens)) if tokens[i].text in (".", "!", "?", "\n")), len(tokens))
        said = [t for t in tokens[at:end] if t.text != "¿"]
        asks = begins and end + 1 < len(tokens) and tokens[end].text == "?"
        counts = any(t.norm in ASKS_FOR_NUMBER for t in said[:3])
        idle = not counts and not any(t.is_value or (i and t.text[:1].isupper()) for i, t in enumerate(said))
        return end + 1 if asks and idle and not _asks_for_deed(said) else at

    return _without(tokens, end_of)


def _without_courtesy(tokens: Sequence[Token]) -> list[Token]:
    """With a plain `puedes` for `¿serías tan amable de …?` and `would you mind …?`, which ask for the same."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        begins = not at or tokens[at - 1].kind == "mark"
        run = next((run for run in _COURTESIES if begins and _runs(tokens, at, run)), ())
        if run and verb_at(tokens, at + len(run)):
            kept.append(replace(tokens[at], text="puedes", norm="puedes"))
            at += len(run)
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _asks_for_deed(said: Sequence[Token]) -> bool:
    """`Could you delete the paid note?` asks for that, and `could you have a look?` for nothing."""
    can = next((i for i, t in enumerate(said[:3]) if t.norm in _CAN), None)
    told = [t for t in said[can + 1 :] if t.norm != "please"] if can is not None else []
    verb = verb_at(told, 0)
    meant = () if verb is None else verbs().get(verb[1][0].norm, ()) if len(verb[1]) == 1 else (verb[0],)
    if verb is None or "expect" in meant:
        # `Could you confirm that it works?`
        return False
    rest = [t for t in told[len(verb[1]) :] if t.kind == "word"]
    return bool(rest) and (verb[0] in COMMITTING - {"save"} or any(t.norm not in STOP for t in rest))


def told_only(tokens: Sequence[Token]) -> list[Token]:
    """Without why, what for, `if something pops up`, and `without typing anything`."""
    asked = _without_questions(_without_courtesy(_without_greeting(tokens)))
    told = _without_hints(_without_whereabouts(_without_tales(_without_weight(_without_rest(asked)))))
    told = without_purpose(without_reasons(_without_return(told)))
    return _without_labels(_without_please(_without_nothing(_without_conditions(told))))


def _without_rest(tokens: Sequence[Token]) -> list[Token]:
    """Without the `and that's it` of `close it and that's it`, which says that no more is to be done."""

    def end_of(at: int) -> int:
        run = next((run for run in _NO_MORE if _runs(tokens, at, run)), ()) if at else ()
        ends = at + len(run) == len(tokens) or tokens[at + len(run)].text in ENDS
        return at + len(run) if run and ends and tokens[at - 1].text not in ENDS else at

    return _without(tokens, end_of)


def _without_weight(tokens: Sequence[Token]) -> list[Token]:
    """Without the `anyway` of `Remove ORD-7, it was paid anyway`; that it was so tells still which one is meant."""

    def end_of(at: int) -> int:
        if at and tokens[at - 1].text == "," and _runs_any(tokens, at, (("total", "ya"), ("total", "que"))):
            # `…, total ya estaba cancelado`
            return at + 1
        run = next((run for run in _WEIGHS if _runs(tokens, at, run)), ())
        led = list(takewhile(lambda t: t.kind != "mark", reversed(tokens[:at])))[::-1] if run else []
        parted = bool(led) and at > len(led) and tokens[at - len(led) - 1].text in _PARTS
        ends = at + len(run) == len(tokens) or tokens[at + len(run)].kind == "mark"
        # `Click Delete anyway` may be what the button says.
        tells = any(t.norm in _WAS for t in led[:_LEAST]) and not any(verb_at(led, i) for i in range(len(led)))
        return at + len(run) if parted and ends and tells else at

    return _without(tokens, end_of)


_LACKS = {
    "no", "not", "without", "sin", "falta", "missing", "lacks", "too", "demasiado", "invalid", "invalido", "wrong",
    "isn't", "mal", "incorrecto",
}  # fmt: skip
_OF_VALUES = {
    "@", "it", "at", "sign", "arroba", "valid", "valido", "valida", "number", "numero", "address", "format", "formato",
    "long", "largo", "larga", "email", "correo", "date", "fecha", "dot", "punto", "domain", "dominio", "letters",
    "letras", "digits",
}  # fmt: skip


def _without_tales(tokens: Sequence[Token]) -> list[Token]:
    """Without the `we called them yesterday` of `Delete the note "Call Ada", we called them yesterday`, and `que ya no
    vale`: behind an order it tells why, and names nothing."""

    def end_of(at: int) -> int:
        if not at or tokens[at - 1].text not in _PARTS:
            return at
        end = next((i for i in range(at, len(tokens)) if tokens[i].kind == "mark"), len(tokens))
        said = tokens[at:end]
        if end < len(tokens) and _is_sought_in_vain(tokens, at, end):
            return end
        ends = end == len(tokens) or tokens[end].text in ENDS | {")"}
        ours = len(said) > 1 and said[0].norm in ("we", "i") and is_told(said, 1) and said[1].norm not in _SEES
        useless = tuple(t.norm for t in said[:3]) == ("que", "ya", "no") and not any(map(_tells_on, said))
        idle = not any(t.names or t.norm in MODAL or (i and verb_at(said, i)) for i, t in enumerate(said) if i > 1)
        return end if ends and (ours or (useless and said[3:4])) and idle else at

    return _without(tokens, end_of)


def _is_sought_in_vain(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`…, which we do not sell`, `(que no existe)`: why a search finds nothing, before what is to be seen then."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in ENDS), 0)
    seeks = any((verb_at(tokens, i) or ("",))[0] in ("search", "filter") for i in range(begin, at))
    # `Busca los pedidos, que no tenemos` may say which ones.
    named = any(t.names for t in tokens[begin + 1 : at - 1]) or tokens[at - 3].norm in ("for", "by", "por")
    told = " ".join(t.norm for t in tokens[at:end])
    after = tokens[end : end + _SOON_TOLD]
    checked = any(t.norm in MODAL or "expect" in verbs().get(t.norm, ()) for t in after)
    return seeks and named and checked and any(t.kind == "quoted" for t in after) and bool(_IN_VAIN.fullmatch(told))


def _without_hints(tokens: Sequence[Token]) -> list[Token]:
    """Without `(edit the item)` and `(it asks first)`, which say only how it is done, and `(wrong on purpose)`."""

    def end_of(at: int) -> int:
        if tokens[at].text != "(":
            return at
        end = next((i for i in range(at, len(tokens)) if tokens[i].text == ")"), 0)
        said = tokens[at + 1 : end]
        plain = bool(said) and all(t.kind == "word" and (t.text.islower() or t is said[0]) for t in said)
        acts = plain and ("edit" in verbs().get(said[0].norm, ()) or said[0].norm in _HINTS)
        # What is said to be there `(not paid)`, or so `(it was paid)`, tells which one is meant.
        tells = plain and (said[0].norm in _TELLS_WHICH or any(t.norm in _WAS for t in said[1:2]))
        # `(it is wrong on purpose)`, where it is told what comes of that.
        meant = plain and any(_runs_any(said, i, _ON_PURPOSE) for i in range(len(said)))
        meant = meant and any(t.norm in MODAL or "expect" in verbs().get(t.norm, ()) for t in tokens[end:])
        meant = meant or _tells_what_is_wrong(tokens[at - 1], said)
        return end + 1 if meant or (acts and not tells) else at

    return _without(tokens, end_of)


def _without_whereabouts(tokens: Sequence[Token]) -> list[Token]:
    """Without the `it is on the second page of the list` that stands in brackets: where it is found."""

    def end_of(at: int) -> int:
        opened = next((t.text for t in reversed(tokens[: at + 1]) if t.text in "()"), "")
        if opened != "(" or tokens[at].text not in ("(", ";", ","):
            return at
        said = list(takewhile(lambda t: t.text not in ("(", ")", ";", ","), tokens[at + 1 :]))
        end = at + 1 + len(said)
        norms = {t.norm for t in said}
        alone = tokens[at].text == "(" and tokens[end : end + 1] and tokens[end].text == ")"
        where = norms & _PAGES and norms & _IS_AT and all(t.norm in _WHEREABOUTS or t.kind == "number" for t in said)
        told = _sentence_before(tokens, at)
        checked = any(t.norm in MODAL or (verb_at(told, i) or ("",))[0] == "expect" for i, t in enumerate(told))
        return end + bool(alone) if where and not checked else at

    return _without(tokens, end_of)


def _without_return(tokens: Sequence[Token]) -> list[Token]:
    """Without the `when I come back to the page` of what must still be so then; what is so is told for itself."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end, tells = max((_end_of_return(tokens, at), (_end_of_detour(tokens, at), False)))
        if end == at:
            kept.append(tokens[at])
        elif tells and kept and (joins(kept[-1]) or kept[-1].text in (",", ";")):
            kept[-1] = replace(kept[-1], kind="mark", text=".", norm=".")
            # `Siguen así` would be an order without it.
            kept.append(replace(tokens[at], text="verify", norm="verify"))
        elif tells and kept and kept[-1].text in ENDS:
            kept.append(replace(tokens[at], text="verify", norm="verify"))
        at = max(end, at + 1)
    return kept


def _end_of_return(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Where the words end that only say when somebody looks again, and whether a statement begins there."""
    if tokens[at].norm not in _WHENEVER:
        return at, False
    end = next(
        (i for i in range(at, len(tokens)) if tokens[i].kind == "mark" or tokens[i].norm in ("and", "y")),
        len(tokens),
    )
    led = tokens[at + 1 : end]
    begins = _untold_at(led) or statement_at(led) or _told_at(led)
    end = at + 1 + begins if begins else end
    said = tokens[at + 1 : end]
    who = {t.norm for t in said[:2]} & _FIRST or tokens[at].norm in {"al", "cuando", "si"} | _AFTERWARDS
    names = any(t.kind != "word" or (t.text[:1].isupper() and t.norm != "i") for t in said)
    # `When I go back to the previous page` of a list turns one.
    turns = any(t.norm in _NEIGHBOURS for t in said)
    is_one = bool(who) and not (names or turns) and bool(_RETURNS & {t.norm for t in said})
    # Where no check begins, `después de recargar` says what to do.
    in_check = at > 0 and tokens[at - 1].norm == "que" and bool(begins)
    is_one = is_one and (in_check or tokens[at].norm not in _AFTERWARDS)
    # `Si abro la lista me tiene que pedir entrar` says what has to be.
    is_one = is_one and not any(_runs_any(said, i, HAS_TO) for i in range(len(said)))
    return (end, bool(begins)) if is_one else (at, False)


def _end_of_detour(tokens: Sequence[Token], at: int) -> int:
    """Where `go to another page and come back` ends, before what is to be so still; the same place otherwise."""
    if tokens[at].norm not in _LEAVES or (at and tokens[at - 1].kind != "mark" and not joins(tokens[at - 1])):
        return at
    away = list(takewhile(lambda t: t.kind != "mark" and not joins(t), tokens[at + 1 :]))
    start = at + 1 + len(away)
    while start < len(tokens) and (tokens[start].text == "," or joins(tokens[start])):
        start += 1
    back = list(takewhile(lambda t: t.kind != "mark", tokens[start:]))
    end = start + len(back)
    leaves = any(t.norm in _ELSEWHERE for t in away) or (bool(away) and away[-1].norm in _LOOKED_AT)
    returns = bool(back) and (back[0].norm in _RETURNS or is_conjugated(back[0].norm, "volver"))
    # `Go to another page and back to the list of Ada` names where to.
    idle = all(t.norm in _RETURNS | _TOWARDS | _LOOKED_AT | _NAMES_ONE | _THEY | _HERE for t in back[1:])
    names = any(t.names for t in (*away, *back))
    return end if leaves and returns and idle and not names and _is_so_still(tokens[end:]) else at


def _is_so_still(words: Sequence[Token]) -> bool:
    """Whether it is said next what is so still, or has to be: `: both must have been kept`."""
    said = list(takewhile(lambda t: t.text not in (".", "!", "?", "\n"), words[1:]))
    return any(_tells_on(t) or t.norm in MODAL or _runs_any(said, i, HAS_TO) for i, t in enumerate(said))


def _untold_at(words: Sequence[Token]) -> int:
    """Where the statement begins that follows the return and does not say of what it speaks: `siguen así` in `volver a
    entrar siguen así`, `they are still on` in `I come back they are still on`; 0 where there is none."""
    at = next((i + 1 for i, t in enumerate(words) if t.norm in _RETURNS), len(words))
    while at < len(words) and (words[at].norm in _RETURNS | _TOWARDS or _is_done_again(words, at)):
        at += 1
    while 0 < at < len(words) and words[at].names and (words[at - 1].norm in _TOWARDS or words[at - 1].names):
        # `Volver a Ajustes`, which names the place.
        at += 1
    if at < len(words) and words[at].norm in DETERMINERS:
        place = list(takewhile(lambda t: not _tells_on(t) and t.norm not in DETERMINERS | _THEY, words[at + 1 :]))
        if not place or not (words[at - 1].norm in _TOWARDS or place[-1].norm in _LOOKED_AT):
            return 0
        at += 1 + len(place)
    # `Se mantienen`
    says_it = at < len(words) and words[at].norm in _THEY | {"se"}
    return at if at + says_it < len(words) and _tells_on(words[at + says_it]) else 0


def _is_done_again(words: Sequence[Token], at: int) -> bool:
    """Whether a verb only says how somebody comes back: the `abrirlos` of `al volver a abrirlos`."""
    again = at > 1 and words[at - 1].norm == "a" and words[at - 2].norm in AGAIN
    return again and bool(_INFINITIVE.search(words[at].norm))


def _told_at(words: Sequence[Token]) -> int:
    """Where something is named after the return, and told of: `el resumen es diario` in `volver a entrar el resumen es
    diario`; 0 where nothing is."""
    back = next((i + 1 for i, t in enumerate(words) if t.norm in _RETURNS), len(words))
    told = range(back, len(words))
    tells = next((i for i in told if _tells_on(words[i]) or words[i].norm in ("es", "son") or _has_to(words, i)), 0)
    named = (i for i in range(tells - 1, back - 1, -1) if words[i].norm in _NAMES_ONE)
    return next((i for i in named if i and words[i - 1].norm not in _TOWARDS | {"of", "de", "del"}), 0)


def _has_to(words: Sequence[Token], at: int) -> bool:
    """Whether it is said there that something named has to be so: `los dos cambios tienen que seguir`."""
    return at > 0 and words[at - 1].norm not in _RETURNS | _LOOKED_AT | STOP and _runs_any(words, at, HAS_TO)


def _tells_on(token: Token) -> bool:
    return token.norm in _TELL or bool(KEPT.match(token.norm))


def _without_please(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        pair = tuple(t.norm for t in tokens[max(0, at - 1) : at + 2])
        is_favour = (token.norm == "favor" and "por" in pair[:1]) or (token.norm == "por" and pair[-1:] == ("favor",))
        # `The message Please call`, `the message (Please call)` says it to somebody else.
        led = at > 0 and (tokens[at - 1].kind != "mark" or (at > 1 and tokens[at - 1].text == "("))
        is_said = token.text[:1].isupper() and led
        if is_said or not (token.kind == "word" and (token.norm in ("please", "pls", "plz") or is_favour)):
            kept.append(token)
    return kept


def _without_conditions(tokens: Sequence[Token]) -> list[Token]:
    """Without `If a banner shows up, close it`: what is in the way is closed anyway."""

    def end_of(at: int) -> int:
        starts = not at or (tokens[at - 1].kind == "mark" and tokens[at - 1].text in ".;!?\n,(")
        if starts and tokens[at].norm in _IF:
            end = next((i for i in range(at, len(tokens)) if tokens[i].text in (".", ";", "\n", "!", ")")), len(tokens))
            said = tokens[at:end]
            # `Should a banner appear, close it` is a condition; `should accept the order` is none.
            is_one = tokens[at].norm != "should" or any(t.text == "," for t in said)
            if (
                is_one
                and _IN_THE_WAY & {t.norm for t in said}
                and not any(t.kind not in ("word", "mark") for t in said)
            ):
                return end
        return at

    return _without(tokens, end_of)


def _without_nothing(tokens: Sequence[Token]) -> list[Token]:
    """Without `without filling anything in`, and `fill in nothing`."""

    def end_of(at: int) -> int:
        ahead = [t.norm for t in tokens[at : at + 6]]
        naught = next((i for i, word in enumerate(ahead) if word in _NAUGHT), 0)
        leaves_out = ahead[0] in ("without", "sin") and bool(NO_ACT & set(ahead[:naught]))
        if naught and (
            leaves_out or (ahead[0] in ("fill", "type", "enter", "write", "rellena", "escribe") and naught < 3)
        ):
            end = at + naught + 1
            return end + (end < len(tokens) and tokens[end].norm in ("in", "out"))
        return at

    return _without(tokens, end_of)


def tells(words: Sequence[Token]) -> bool:
    """Whether a sentence without an order tells how things are or came about: `Ada called and wants her room back`."""
    said = [t for t in words if t.kind != "mark"]
    if len(said) >= _LEAST and said[0].norm == "am":
        # `I am a clerk`
        return True
    happened = len(said) > 1 and said[0].kind == "word" and said[0].norm in _HAPPENED | _SOMEBODY
    # `Oak Ltd rang`; `the list shown` tells nothing.
    last = len(said) - (not (len(said) >= _LEAST and said[-2].text[:1].isupper() and said[-1].norm in _TOLD))
    return happened or (len(said) >= _LEAST and any(is_told(said, at) for at in range(last)))


def is_told(words: Sequence[Token], at: int) -> bool:
    """Whether a word says what somebody did, does or has: `Ada called`, `Ada wants`."""
    token = words[at]
    if token.kind != "word" or not token.text.islower() or (at and words[at - 1].norm in ("to", "a", "the", "of")):
        return False
    past = token.norm.endswith("ed") and len(token.norm) > 4
    pasado = at > 0 and token.text.endswith(("ó", "aron", "ieron", "aba", "aban")) and len(token.norm) > 3
    # `Ada wants`, `Leo asks`: what somebody does, by a name.
    named = at > 0 and words[at - 1].text[:1].isupper() and words[at - 1].norm not in STOP
    does = named and token.norm.endswith("s") and token.norm in verbs()
    # `Ada keeps losing it`, `Leo misplaces the key`
    after = words[at + 1].norm if at + 1 < len(words) else ""
    does = does or (named and token.norm.endswith("s") and (after.endswith("ing") or after in DETERMINERS))
    # `Sara Vidal deja el curso`
    hace = named and token.norm.endswith(("a", "e", "an", "en")) and token.norm in verbs() and token.norm not in STOP
    return (
        token.norm in (_TOLD if at else _HAPPENED)
        or past
        or pasado
        or hace
        or (does and at == 1)
        or (named and _happens_to(words[at : at + 2]))
    )


def _happens_to(said: Sequence[Token]) -> bool:
    """What somebody does by a Spanish verb that no order is given with: `se muda`, `se jubilan`."""
    is_so = [t.norm for t in said[:1]] == ["se"] and said[-1].norm.endswith(("a", "e", "an", "en"))
    return is_so and said[-1].text.islower() and said[-1].norm not in STOP | MODAL and not verbs().get(said[-1].norm)


def is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says what somebody did: `we received the payment`."""
    return 0 < at < len(tokens) and tokens[at].norm.endswith("ed") and tokens[at - 1].norm in _FIRST


def without_reasons(tokens: Sequence[Token]) -> list[Token]:
    """Without `because …`, which asks for nothing; what follows the reason stays."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if after := _end_of_given_reason(tokens, at):
            at = after
            continue
        end = _end_of_reason(tokens, at + 1) if _begins_reason(tokens, at) else at
        # What a refusal is to say is no reason: `it must not let you because of ("there are open bills")`.
        says = end > at and any(t.norm in _DENIES for t in _sentence_before(tokens, at))
        kept += [t for t in tokens[at:end] if says and t.kind == "quoted"] if end > at else [tokens[at]]
        at = max(end, at + 1)
    return kept


def _end_of_given_reason(tokens: Sequence[Token], at: int) -> int:
    """Where a sentence says what has to be so behind the reason that it begins with: `Because it has orders, the app
    should refuse`; 0 where it does not, or where the reason names what is meant."""
    if at and tokens[at - 1].text not in ENDS:
        return 0
    comma = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in ENDS | {","}), at)
    clause = tokens[at:comma]
    led = tokens[at].norm in _REASONS or any(_runs(tokens, at, run) for run in _LONG_REASONS)
    led = led or (tokens[at].norm in _SINCE and any(t.norm in _WAS | _HOLDS for t in clause))
    told = list(takewhile(lambda t: t.text not in ENDS, tokens[comma + 1 :]))
    concludes = (
        not led
        and _is_why(clause)
        and _runs_any(told, 0, _SO)
        and any(t.norm in _DENIES or t.norm.startswith(_REFUSES) for t in told)
    )
    # How many there are names none of them: `as there are only 3, it must refuse`.
    names = any(t.names and (concludes or t.kind != "number") for t in clause[1:])
    if not (led or concludes) or tokens[comma:] == () or tokens[comma].text != "," or names:
        return 0
    must = next((i for i, t in enumerate(told) if t.norm in MODAL or _runs_any(told, i, HAS_TO)), None)
    orders = must is None or any(verb_at(told, i) for i in range(must) if not i or told[i - 1].text == ",")
    return 0 if orders else comma + 1


def _is_why(clause: Sequence[Token]) -> bool:
    """Whether a thing is said to be in the way of what is tried: `the slot is already taken`."""
    begins = bool(clause) and clause[0].norm in DETERMINERS | _SUCH and not verb_at(clause, 0)
    return begins and any(t.norm in _WAS | _HOLDS for t in clause) and not MODAL & {t.norm for t in clause}


def _sentence_before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    begin = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in (".", "!", "?", "\n")), 0)
    return tokens[begin:at]


def without_purpose(tokens: Sequence[Token]) -> list[Token]:
    """Without a `so that we can ship it` that names nothing, or only who can do then what is done outside of any
    application: it says what something is good for."""

    def end_of(at: int) -> int:
        if able := _end_of_ability(tokens, at):
            return able
        if not at or not any(_runs(tokens, at, run) for run in _PURPOSES):
            return at
        end = _end_of_reason(tokens, at + 2)
        purpose = tokens[at + 2 : end]
        names = any(t.names and t.norm != "i" for t in purpose)
        if not names and any(_runs(purpose, i, pair) for i in range(2) for pair in _NO_HARM):
            return end
        idle = not names or (_is_told_fully(tokens[:at]) and _happens_outside(purpose))
        return end if idle and _IDLE & {t.norm for t in purpose} else at

    return _without(tokens, end_of)


def _end_of_ability(tokens: Sequence[Token], at: int) -> int:
    """Where `para poder avisarle` ends, which does nothing in the application; 0 where it is something else."""
    run = next((run for run in _TO_BE_ABLE if at and _runs(tokens, at, run)), ())
    end = _end_of_reason(tokens, at + len(run))
    purpose = tokens[at + len(run) : end]
    # `Para poder abrirlo` may ask for that.
    known = bool(purpose) and purpose[0].norm in verbs() and not _is_for_later(purpose)
    return end if run and purpose and not known and not any(t.names for t in purpose) else 0


def _is_for_later(purpose: Sequence[Token]) -> bool:
    """`Para poder hacerle pedidos más adelante` asks for nothing now."""
    return " ".join(t.norm for t in purpose).endswith(_SOME_DAY)


def _is_told_fully(tokens: Sequence[Token]) -> bool:
    """Whether an order has named its thing, and the number or the time that it is changed to."""
    begins = next((i + 1 for i in range(len(tokens) - 1, -1, -1) if tokens[i].text in (".", ";", "\n")), 0)
    said = tokens[begins:]
    to = next((i for i in range(len(said) - 1, 0, -1) if said[i].norm in ("to", "a", "al")), 0)
    return any(t.names for t in said[1:to]) and any(t.kind == "number" for t in said[to:])


def _happens_outside(purpose: Sequence[Token]) -> bool:
    """`Mr Tran can bring the dog`, where `Ada can edit it` asks for something."""
    can = next((i for i, t in enumerate(purpose) if t.norm in _ABLE), 0)
    after = purpose[can + 1 : can + 2]
    who = all(t.kind == "word" for t in purpose[:can])
    return can > 0 and who and bool(after) and after[0].norm not in verbs() and not any(t.names for t in purpose[can:])


def _without(tokens: Sequence[Token], end_of: Callable[[int], int]) -> list[Token]:
    """Without each stretch that begins at a token; its end is the beginning where there is none."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        end = end_of(at)
        if end == at:
            kept.append(tokens[at])
        at = max(end, at + 1)
    return kept


def _begins_reason(tokens: Sequence[Token], at: int) -> bool:
    if not at or (tokens[at - 1].kind == "mark" and tokens[at - 1].text in ".!?\n"):
        # `Because ORD-5 is wrong, delete it` names what is meant.
        return False
    if tokens[at + 1 : at + 2] and tokens[at + 1].norm in ("of", "de"):
        # `Because of cost` may be what a form asks for.
        return False
    led = tokens[at].norm in _REASONS or any(_runs(tokens, at, run) for run in _LONG_REASONS)
    return led or _was_mistake(tokens, at)


def _was_mistake(tokens: Sequence[Token], at: int) -> bool:
    """`…, it was ticked by mistake`, `…, se marcó por error`: why something is undone."""
    clause = tokens[at : _end_of_reason(tokens, at)]
    is_aside = tokens[at - 1].text in (",", "(", "-", "–", "—", ":") and not any(t.names for t in clause)
    return is_aside and not MODAL & {t.norm for t in clause} and any(
        _runs(clause, i, run) for i in range(len(clause)) for run in _MISTAKEN
    )  # fmt: skip


def _runs(tokens: Sequence[Token], at: int, run: Sequence[str]) -> bool:
    return tuple(t.norm for t in tokens[at : at + len(run)]) == tuple(run)


def _end_of_reason(tokens: Sequence[Token], at: int) -> int:
    """At the end of the sentence, a comma, or an `and` before an order."""
    for index in range(at, len(tokens)):
        token = tokens[index]
        if token.kind == "mark" and token.text in ".;,!?\n:":
            return index
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.norm in ("and", "then", "y", "e", "luego") and after and after.norm in verbs():
            return index
        if token.norm in ("and", "y", "e", "but", "pero") and _tells_what_must(tokens[index + 1 : index + 6]):
            return index
    return len(tokens)


def _tells_what_must(words: Sequence[Token]) -> bool:
    """Whether a thing that is named is said to have to be so: `and ORD-7 must still be listed`."""
    clause = list(takewhile(lambda t: t.kind != "mark", words))
    must = next((i for i, t in enumerate(clause) if t.norm in MODAL or _runs_any(clause, i, HAS_TO)), 0)
    return must > 0 and any(t.names for t in clause[:must])


def _runs_any(words: Sequence[Token], at: int, runs: Iterable[Sequence[str]]) -> bool:
    return any(_runs(words, at, run) for run in runs)


def exception(words: Sequence[Token]) -> tuple[int, int]:
    """Where the words begin that leave out some of several, and where those that name them: `all but Ada`; both at the
    end where none is left out."""
    each = next((i for i, t in enumerate(words) if t.norm in _EVERY), len(words))
    for at in range(each + 1, len(words)):
        run = next((r for r in _LONG_EXCEPT if _runs(words, at, r)), ())
        if run or words[at].norm in _EXCEPT:
            left = at + max(1, len(run))
            if any(t.is_value or t.norm not in STOP for t in words[left:]):
                return at, left
    return len(words), len(words)


def names_in(words: Sequence[Token]) -> Iterator[Token]:
    """The values and names that a story tells of; what something is called is its name to the end."""
    called = next((i + 1 for i, t in enumerate(words) if t.norm in _CALLED), 0)
    if 0 < called < len(words) and words[called].names:
        yield from (t for t in words[called:] if t.kind != "mark")
        return
    for index, token in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        begins = index or (after is not None and after.text[:1].isupper() and after.start == token.end + 1)
        if token.is_value or (begins and token.kind == "word" and token.text[:1].isupper() and token.norm not in STOP):
            yield token

"""What pages show, read as evidence: notices, entries and their texts, and the words of a check in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

from ..facts import Source
from ..page import ENTRIES, Node, Page
from ..planning import Situation, Tried
from ..steps import Step
from .blanks import blank_of
from .lexicon import STOP, order_of, participles, verbs
from .part import Part, content_of, groups_of
from .questions import is_of, items, says, shows_value, without_bars
from .speech import AGAIN, DETERMINERS, GONE, IS, MODAL, NOT, SINGLE, SOLELY, STILL, finite_at, told_from
from .units import is_otherwise
from .unkept import keeps_nothing
from .vouching import says_not, vouches
from .words import Token, bare, normal, parts

SETS = {"fill", "selectOption", "check", "uncheck"}
TYPES = {"fill", "selectOption", "check"}
_REFUSAL = {
    *("error", "errors", "errores", "invalid", "invalido", "refused", "rejected", "rejects", "rechaza", "rechazado",
    "required", "obligatorio"),
    *("warning", "aviso", "warns", "validation", "validacion", "refuses", "denied", "denegado", "fails", "failed",
    "falla", "not allowed", "complains"),
    *("complain", "complaint", "objects", "protests", "quejarse", "queja", "queje", "protesta", "proteste"),
    *("requerido", "rechazada", "invalida", "incorrect", "incorrecto", "incorrecta", "wrong", "reject", "refuse"),
    *("negarse", "niega", "rechazar", "rechazarse", "rechace", "rechazarlo", "impedir", "impide", "prevent", "block"),
}  # fmt: skip
# Words of a check that say how something is to be seen, not what; by their beginnings, whatever their endings.
_HOW = re.compile(
    r"(?:appear|registrad|register|submitt|llev|tener|tendri|ponga|pongan|show|list|display|exist|contain|includ|incluy|visib|present|remain|read|see|find|found|searchable|localiz|encontr|sav|creat|add|updat|chang|success"
    r"|confirm|messag|mensaj|aparec|aparez|mostr|muestr|(?:figur|qued|muestr|const)an$|figur|contien|conten|inclu|aparezca|vean|figur|decir|diga|qued|guardad|cread|anadid|agregad|actualizad|cambiad"
    r"|set|way|worth|val|dic|dicen|siendo|habl|hablan|speak|talk|stuck|stick|lee|leer|pone|poner|poniend|sig|segu|sigue|siguen|siguiend|mientras|brings?|com|comes|stay|sit|carr|keep|turn|arriba|abajo"
    r"|end|becom|became|go|went|rose|grew|count|carr|carri|bear|hold|land|belong|fall|fell|ris|drop|increas|decreas|climb|amount|arriv|get|got|giv"
    r"|result|return|yield|bring|lead|stand|continu|mention|tell|told|greet|pas|baj|sub|sal|lleg|figur|const|reflej|indic"
    r"|avis|advert|warn|acab|termin|aterriz|directly|directamente|straight|vuelv|cambi|devuelv|encuentr|aument|disminuy|suma"
    r"|cabecera|head|header|top|bottom|encabezado|reload|refresh|recarg|exit|result|not|no|more|mas|longer|already|still|ya|any|alguno|never|nunca|must|deb|should|be|been|was|were|has|have|had|it|they"
    r"|them|lo|la|that|this|ella|esto|new|nuev|there|get|correct|does|ask|pid|pedir|abr|sal|sali|salg|veo|ves?|ven|verse|ver|vea|anymore|say|says|said|pon|tien|tengan?|contengan?|hayan?|among|between|entre|results|result|resultad|todavi|aun|alli|ahi|ha|han|hay|both|row|fila|line|do|doesn't|isn't|now)(?:s|es|ed|d|ing|iendo|ando|n|en|a|o|as|os|e|er|ar|ir|ion|fully|ly|ble|able|arse|erse|irse)?$"
)
# Who does something is a thing of its own: `the note about the carrier`; so is `linen`, which is no line.
_WHO_DOES = re.compile(r"(?:(?:carri|read|keep|speak|talk|lead|find|climb|bear|creat|stick)er|linen)s?$")
THINGS = {
    **{key: {"table", "grid"} for key in ["table", "tabla", "grid"]},
    **{key: {"dialog", "alertdialog"} for key in ["dialog", "dialogo", "modal", "popup", "window", "ventana"]},
    **{key: {"form"} for key in ["form", "formulario"]},
    **{key: {"list", "table", "grid", "feed"} for key in ["list", "lista", "listado"]},
    **{key: {"menu", "menubar", "navigation"} for key in ["menu"]},
}
# `The list shows Paid for her` is said of her entry.
_FOR_IT = {
    *((of, it) for of in ("for", "beside", "against") for it in ("him", "her", "it")),
    *(("para", it) for it in ("el", "ella", "ello")),
}
_THAT = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha"}
LEAST_TOLD = 2
LONGEST_LABEL = 4
# How much of an entry is told of.
LONGEST_ENTRY = 160
_ANY_OF = {
    "estar", "ser", "sido", "estando", "whether", "together", "too", "also", "juntos", "tambien",
    "ambos", "ambas", "nothing", "nada", "nobody", "nadie", "tanto", "ningun", "ninguna", "none", "several", "varios",
    "varias", "neither", "nor", "ni", "tampoco",
    "anything", "everything", "left", "among", "names", "able", "possible", "posible", "poder", "pueda", "puedan",
}  # fmt: skip
SUMS = {"amount", "importe", "monto", "total"}
_PRONOUNS = {"its", "it", "su", "sus", "her", "his", "their", "he", "she"}
ITSELF = _PRONOUNS | {"row", "fila", "entry", "card", "entrada", "tarjeta", "ficha"}
_FINITE = re.compile(
    r"(?:says?|shows?|reads?|is|are|has|contains?|displays?|must|should|now|dice|diga|muestr|esta|debe|tiene|tenga|pone|ponga|sale$|salga$)"
)
PRESSES = {"click", "dblclick", "check", "uncheck"}
EXACTLY = {"exactly", "exactamente", "precisely", "altogether"}
_BEEN = {
    "is", "was", "are", "were", "been", "be", "has", "have", "gets", "got", "esta", "fue", "ha", "han", "se", "sido",
    "queda", "quede", "este", "sea",
}  # fmt: skip
_DONE = re.compile(r"(?:\w{2,}(?:ed|ado|ada|ados|adas|ido|ida|idos|idas)|done|sent|gone|paid|made|kept|hech[oa]s?)$")
_SEEN = re.compile(r"(?:list|show|display|present|need|includ|contain|visual|mostr|listad|incluid|presentad)\w*$")
_BARE = {
    "aparece", "figura", "sale", "queda", "pasa", "consta", "esta", "appears", "appear", "shows", "show", "is", "be",
    "becomes", "become", "reads", "turns", "turn", "aparezca", "figure", "salga", "quede", "pase", "este", "salir",
    "quedar", "aparecer", "pasar", "figurar", "estar", "constar", "sigue", "siga", "seguir", "stays", "stay", "remains",
    "remain", "permanece", "verse", "mostrarse",
}  # fmt: skip
_APPEARING = re.compile(r"(?:apareci|figur|sali|est|qued|const)[aie]?[eé]?ndo$|(?:appear|show|be)ing$")
_BEFORE_VERBS = {"ahora", "now", "que", "that", "ya", "then", "tiene", "ha", "has", "have", "to", "de"}
_AS_WHAT = {"como", "as", "con", "with", "a", "now", "ahora", "en", "to", "marked", "marcada", "marcado"}
_NOTICES = {"aviso", "warning"}
_DEEDS = {"create", "edit", "save", "delete"}
MESSAGES = {
    "message", "notice", "notification", "toast", "thank-you", "thanks", "confirmation", "mensaje", "aviso",
    "notificacion", "confirmacion", "agradecimiento", "gracias",
}  # fmt: skip
_THAT_IS, _REACH = {"that", "que"}, 6
_SAYING = {"says", "saying", "dice", "diga", "diciendo", "diciendome", "informa", "informando", "confirma"}
DELETED = re.compile(r"(?:delet|remov|eras|elimin|borr|suprim)(?:ed|ad[oa]s?|id[oa]s?)$")
_OF_WHAT = (["de", "que"], ["that", "the"], ["that", "it"])
_KEPT = {
    "created", "saved", "added", "stored", "registered", "accepted", "booked", "creado", "creada", "crearse", "crear",
    "guardado", "guardada", "guardarse", "guardar", "registrado", "registrada", "registrarse", "anadido", "anadida",
    "anadirse", "aceptado", "aceptada", "aceptarse", "anadir", "agregar", "registrar", "grabar", "aceptar", "add",
    "save", "store", "register", "accept",
}  # fmt: skip
# What a form says that lacks something, or holds what it cannot take: `that it has to be filled in`.
_LACKS = re.compile(
    r"\bhay que (?:rellen|escrib|pon|introduc|indic|eleg|escog|seleccion|complet|cumpliment)\w*r\b|\bobligatori[oa]s?\b"
    r"|\b(?:required|mandatory)\b|\bya existe\b|\balready exists\b"
    r"|\b(?:must|has to|have to|needs to) be (?:filled|entered|given|chosen|selected|typed)\b"
)
# What was filled in, or signed in with, whatever it was.
_FILLED_IN = {
    "data", "details", "credentials", "login", "sign-in", "access", "information", "values", "given", "typed",
    "datos", "acceso", "credenciales", "detalles", "informacion", "valores", "introducidos", "introducidas", "sesion",
    "inicio", "entrada", "entered",
}  # fmt: skip
# What a page says of what it was given.
_WRONG = re.compile(
    r"\b(?:no (?:es|son|sea|sean)|(?:is|are|was|were) not|isn't|aren't) "
    r"(?:correct|valid|right|correct[oa]s?|valid[oa]s?|aceptables?)\b"
    r"|\b(?:incorrect|invalid|erron)(?:[eo]?[oa])?s?\b|\bequivocad[oa]s?\b|\bwrong\b"
)
# `A valid email is needed`, `pide un correo válido`: what was given was none.
_DEMANDS = re.compile(
    r"(?:needed|required|necessary|must|has|needs?|asks?|wants?|demands?|insists?|pide|pida|pedir|exige|exija|exigir"
    r"|necesit\w+|debe|tiene|hace|falta|requiere|requerid[oa]|necesari[oa]|have|to|be|ser|sea)$"
)
_VALID = re.compile(r"\b(?:valid|valid[oa]s?)\b")
# `The donation is not recorded`, `el pedido no se crea`: what was filled in has come to nothing.
_KEPT_OUT = re.compile(
    r"(?:(?:(?:is|are|was|were|been|be) not|isn't|aren't|wasn't) (?:been )?"
    r"(?:(?:creat|sav|add|stor|record|register|book)ed|made)$"
    r"|no se (?:ha |han )?(?:guard|cre[aeo]|registr|anad|grab)\w*$)"
)
SAME_ENTRY, NEAR_ENTRY, _LEAST_LOST = 0.6, 0.8, 2
CHANGES = {"create", "edit", "delete"}
MARKED = "is marked as invalid"
NOTHING_CHANGED = "Every step was carried out, but nothing on the page has changed."
STEPS = {
    "tab", "list", "summary", "overview", "resumen", "lista", "listado", "page", "step", "screen", "pagina", "paso",
    "pantalla",
}  # fmt: skip
NO_ACTS = {"assertText", "assertVisible", "waitForSelector", "scroll"}
LOOKS = {
    "login",
    "logout",
    "back",
    "open",
    "search",
    "filter",
    "sort",
    "expect",
    "wait",
    "explore",
    "reload",
    "scroll",
}


@dataclass(frozen=True, slots=True)
class Check:
    """What one check came to: `met` is None when it could not be decided; `used` are the words that it took in.
    `against`: it decides nothing, and yet speaks against the goal. `absent`: it rests on what is not there, as
    a check that is not met does unless it says otherwise."""

    met: bool | None
    said: str
    used: frozenset[int] = frozenset()
    app_bug: bool = False
    source: Source | None = None
    against: bool = False
    absent: bool | None = None


def names_refusal(part: Part) -> bool:
    if part.verb != "expect":
        return False
    # `The stage Rejected` is the name of a stage.
    told = [t for t in part.words if t.kind == "word" and (t.text.islower() or t is part.words[0])]
    if part.negated:
        # `No invoice created` and `it must not be saved` say the same.
        words = {t.norm for t in part.words}
        none = (
            part.words[:1]
            and part.words[0].norm in ("no", "not", "ningun", "ninguna", "nothing", "nada")
            and not words & IS
        )
        kept_out = keeps_nothing(part.words) or _KEPT_OUT.search(" ".join(t.norm for t in told))
        return bool(kept_out) or (any(t.norm in _KEPT for t in told) and bool(none or MODAL & words))
    refuses = (_REFUSAL - (_NOTICES if tells_of_doing(part) else set())) & {t.norm for t in told}
    return bool(refuses or blank_of(part)) or _says_what_lacks(part) or _says_wrong(part)


def _says_wrong(part: Part) -> bool:
    """Whether the page is to say that something is wrong: `que los datos no son correctos`, `are not valid`."""
    said = [*part.verb_words, *part.words]
    told = [t.norm for t in said[told_from(said) :] if t.kind == "word" and t.text.islower()]
    message = " ".join(told)
    demanded = any(_DEMANDS.match(word) for word in told) and not NOT & set(told) and not part.negated
    return bool(_WRONG.search(message)) or (demanded and bool(_VALID.search(message)))


def said_wrong(part: Part) -> Sequence[Token]:
    """What the page is to say that it is wrong, where that is more than what was filled in: `the phone number`."""
    said = [*part.verb_words, *part.words]
    message = said[told_from(said) :] if _says_wrong(part) else []
    led = list(takewhile(lambda t: _DEMANDS.match(t.norm) or t.norm in _PRONOUNS, message))
    about = takewhile(
        lambda t: finite_at((t,)) is None and t.norm not in NOT | {"es", "son", "sea", "sean"}, message[len(led) :]
    )
    return [t for t in content_of(list(about)) if t.norm not in _FILLED_IN and not _DEMANDS.match(t.norm)]


def _says_what_lacks(part: Part) -> bool:
    """Whether the page is to say that something has to be filled in: `avisa de que hay que escribir algo`."""
    said = [*part.verb_words, *part.words]
    message = " ".join(t.norm for t in said[told_from(said) :] if t.kind == "word")
    return bool(_LACKS.search(message))


def tells_of_doing(part: Part) -> bool:
    """Whether a notice is to say that something was done, and does not warn of it: `el aviso de que se ha guardado`."""
    norms = [t.norm for t in part.words]
    notice = next((i for i, norm in enumerate(norms) if norm in _NOTICES), len(norms))
    if any(t.kind == "quoted" and _says_done(t.text) for t in part.words[notice + 1 : notice + 3]):
        return True
    at = next((i for i, norm in enumerate(norms) if norm in _NOTICES and _leads_to_what(norms[i + 1 : i + 3])), None)
    done = at is not None and any(map(_is_done, norms[at + 2 :]))
    return (done or _quotes_deed(part)) and not NOT & set(norms)


def _quotes_deed(part: Part) -> bool:
    """Whether a notice is quoted that says last what was done: `el aviso "Empresa Acme registrada."`."""
    quoted = [b.norm for a, b in pairwise(part.words) if a.norm in _NOTICES and b.kind == "quoted"]
    words = re.findall(r"\w+", quoted[0]) if quoted else []
    done = {participles().get(words[-1]), *verbs().get(order_of(words[-1]), ())} if words else set()
    told = bool(words) and (bool(done & _DEEDS) or _is_done(words[-1]))
    return told and not (NOT | IS | _REFUSAL | {"ya", "already"}) & set(words)


def _is_done(word: str) -> bool:
    """`saved`, `guardada`, `borrado`"""
    return bool(_KEPT & {word, f"{word[:-1]}o"} or DELETED.match(word))


def _says_done(text: str) -> bool:
    """Whether a text says that something was done, as in `el aviso «Pedido eliminado»`."""
    said = set(parts(text))
    done = any(word in participles() or order_of(word) for word in said)
    return done and not said & (NOT | _REFUSAL | {"ya", "already"})


def tells_of_message(part: Part) -> bool:
    """Whether a message of any kind is to say that something was done: `a message should confirm that it was saved`."""
    norms = [t.norm for t in part.words]
    at = next((i for i, norm in enumerate(norms) if norm in MESSAGES), len(norms))
    told = next((i for i, norm in enumerate(norms[: at + _REACH]) if i > at and norm in _THAT_IS), len(norms))
    done = any(_KEPT & {n, n.removesuffix("s"), n.removesuffix("s")[:-1] + "o"} for n in norms[told + 1 :])
    return done and part.verb == "expect" and not (part.negated or NOT & set(norms))


def _leads_to_what(norms: Sequence[str]) -> bool:
    """Whether what a notice says follows: `que dice que`, `saying`."""
    return norms in _OF_WHAT or bool(_SAYING & set(norms))


# How a way to a part of a list ends that says how many are in it: `Open (3)`, `Open 3`.
_COUNTED = re.compile(r"[^\W\d]\W*?[\s(\[·:–-]+(\d+)\W*$")
_LEADING = {"tab", "link", "menuitem", "button", "radio", "option"}
_LEADERS = {"navigation", "tablist", "menubar", "toolbar"}
_WAYS = {
    "tab", "tabs", "filter", "filters", "chip", "badge", "counter", "link", "pestana", "pestanas", "filtro", "filtros",
    "contador", "enlace", "count", "counts", "number", "numero",
}  # fmt: skip
_MARKED = {"marked", "marcado", "marcada", "flagged", "labelled", "labeled", "tagged", "figurando"}
_ON = {"on", "in", "at", "en"}
_PAGES = {
    "page", "screen", "card", "record", "profile", "file", "sheet", "details", "ficha", "pagina", "pantalla", "perfil",
}  # fmt: skip
_OF_BUTTONS = {
    "button", "buttons", "boton", "botones", "option", "opcion", "action", "accion", "link", "enlace",
    "offers", "ofrece",
}  # fmt: skip
# How a check says what may be done to something.
_MAY = {
    "can", "can't", "cannot", "could", "may", "lets", "allows", "allowed", "possible", "puede", "pueden", "pueda",
    "puedan", "puedo", "podemos", "poder", "permite", "posible",
}  # fmt: skip
# What says that a button tells what there is, and unfolds or turns it.
_TELLING = {"pressed", "expanded", "haspopup", "checked", "selected", "current"}
_WHOSE = {"de", "of", "for", "from"}
_WHERE = {"in", "under", "among", "within", "en", "bajo", "entre", "dentro"}


def deed(part: Part) -> Token | None:
    """What a check says was done, as in `it is saved`; none where it only says that it is to be seen."""
    at = next((i for i, t in enumerate(part.words) if t.norm in _BEEN), None)
    after = [t for t in part.words[at + 1 :] if t.kind == "word"] if at is not None else []
    # What follows is a place, and says nothing of what was done: `listed under Closed`.
    after = list(takewhile(lambda t: t.norm not in _WHERE, after))
    deeds = [t for t in after if _DONE.match(t.norm) and not _SEEN.match(t.norm)]
    return deeds[0] if deeds and part.verb == "expect" else None


def own_page_in(words: Sequence[Token]) -> Sequence[Token]:
    """The words of `on the asset's page`, `on its page` or `en la ficha del activo`, which is that of one thing."""
    for at, token in enumerate(words[:-1]):
        ahead = words[at + 1 : at + 6] if token.norm in _ON else ()
        kind = next((i for i, t in enumerate(ahead) if t.norm in _PAGES), None)
        if kind is None or any(t.kind != "word" or not t.text.islower() for t in ahead[: kind + 1]):
            continue
        before, after = ahead[:kind], [t.norm for t in ahead[kind + 1 : kind + 3]]
        if any(t.norm in _PRONOUNS or t.end - t.start > len(t.text) for t in before):
            return words[at : at + kind + 2]
        of = 1 if after[:1] == ["del"] else 2 if after in (["of", "the"], ["de", "la"]) else 0
        if of and len(before) == 1 and before[0].norm in DETERMINERS:
            return words[at : at + kind + 3 + of]
    return ()


def place_before(words: Sequence[Token]) -> int:
    """Where a check goes on after `in the list of courses`, which says only where it is made."""
    norms = [t.norm for t in words[:8]]
    if norms[:1] not in (["in"], ["on"], ["en"], ["under"]) or not STEPS & set(norms[1:4]):
        return 0
    at = next(i for i, norm in enumerate(norms) if norm in STEPS) + 1
    if norms[at : at + 1] in (["of"], ["de"]):
        at += 2
        at += norms[at - 1 : at] in (["the"], ["los"], ["las"])
    return at if at < len(words) else 0


def _listing_before(words: Sequence[Token]) -> int:
    """Where a check goes on after `in the table` or `en la carta`, in which its entry `sale como Agotado`."""
    led = [t.norm for t in words[:2]]
    if led[:1] not in (["in"], ["on"], ["en"]) or not DETERMINERS & set(led[1:]):
        return 0
    at = next((i for i, t in enumerate(words[:6]) if t.norm in _BARE), 0)
    place, after = words[2:at], [t.norm for t in words[at + 1 : at + 2]]
    is_list = any(THINGS.get(t.norm, set()) & {"table", "list"} for t in place)
    is_place = bool(place) and all(t.kind == "word" and t.text.islower() for t in place)
    return at if is_place and (is_list or after in (["como"], ["as"])) else 0


def names_before(part: Part) -> list[Token]:
    """The names and values by which a part says which thing it is about, what that is changed to left out."""
    # `Dock the boat`: an order whose verb nobody knows begins with it.
    ordered = part.verb == "say" and len(part.words) > 1 and part.words[1].norm in DETERMINERS
    words = part.words[ordered:]
    to = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in ("to", "into", "a", "as", "como")), None)
    named = [t for t in words[:to] if t.is_value or (t.kind == "word" and t.text[:1].isupper() and t.norm not in STOP)]
    # `Name: Ada` names her, and no name.
    labels = {a.number for a, b in pairwise(words) if b.text == ":" and a.kind == "word" and part.verb == "create"}
    return [t for t in named if t.number not in labels]


def is_about_itself(part: Part) -> bool:
    """Whether a check is about what was changed, which it does not name: `its row says 9`."""
    if leaves_out_subject(part) or without_whose(part.words) != part.words:
        return True
    says_it = next((i for i, t in enumerate(part.words) if _FINITE.match(t.norm)), len(part.words))
    about = part.words[:says_it]
    pronoun = next((i for i, t in enumerate(about) if t.norm in _PRONOUNS), None)
    # Whatever the verb may be: `its status turns to Closed`.
    about = about if pronoun is None else about[: pronoun + 1]
    named = any(t.names for t in about[1:] if t.norm not in STOP)
    return not named and bool(ITSELF & {t.norm for t in about})


def without_whose(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the `for her` and `para ese pedido` at the end of `the list shows Paid for her`."""
    ends = tuple(t.norm for t in words[-3:])
    if len(ends) > LEAST_TOLD and ends[0] in ("for", "para") and ends[1] in _THAT and words[-1].text.islower():
        return words[:-3]
    return words[:-2] if ends[-2:] in _FOR_IT else words


def leaves_out_subject(part: Part) -> bool:
    """Whether a check does not say of what it speaks: `aparece como Confirmada`, `is now Paid`."""
    # `Debe aparecer` may be all that makes it a check.
    led = [t for t in part.verb_words if t.norm in _BARE]
    told = [*led, *part.words[place_before(part.words) or _listing_before(part.words) :]]
    told = [t for t in told if t.kind != "mark" and t.norm not in _BEFORE_VERBS | MODAL]
    # `Sigue apareciendo como Activa` says no more than `aparece como Activa`.
    told = told[1:] if len(told) > 1 and told[0].norm in _BARE and _APPEARING.match(told[1].norm) else told
    # `Vuelve a salir como Activa` neither.
    told = told[2:] if len(told) > 2 and told[0].norm in AGAIN and told[1].norm == "a" else told
    if told and _APPEARING.match(told[0].norm):
        told = [replace(told[0], norm="aparece"), *told[1:]]
    # `Appears in the list as Open`
    told = [*told[:1], *told[1 + place_before(told[1:]) :]]
    words = [t for t in told if t.kind in ("word", "quoted")] if told and told[0].kind == "word" else []
    states = len(words) > 1 and (words[1].norm in _AS_WHAT or words[1].text[:1].isupper() or words[1].kind == "quoted")
    return states and words[0].norm in _BARE and not _is_sentence(words[1])


def _is_sentence(token: Token) -> bool:
    """Whether a page is to say a whole sentence, which is no state of a thing."""
    return token.kind == "quoted" and (len(parts(token.text)) > LEAST_TOLD or token.text.rstrip()[-1:] in ".!?")


def same_item(page: Page, item: str) -> str:
    """The entry that says the most of what another said, and of those the one that begins like it, if just one."""
    told = sorted(((common(text, item), _begins_alike(text, item), text) for _, text in items(page)), reverse=True)
    words = len(parts(item))
    if not told or told[0][0] <= SAME_ENTRY * words:
        return ""
    if not told[0][1] and words - told[0][0] > max(_LEAST_LOST, (1 - NEAR_ENTRY) * words):
        # Another of the kind says much that is the same, and begins with a name of its own.
        return ""
    return "" if len(told) > 1 and told[1][:2] == told[0][:2] else told[0][2]


def _begins_alike(one: str, other: str) -> int:
    """How many words two entries begin with alike: what an entry is called stands first, most often."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(parts(one), parts(other), strict=False))))


def is_how(token: Token) -> bool:
    """Whether a word of a check says how something is to be seen, not what."""
    return token.kind == "word" and (
        token.norm.endswith("n't")
        or token.norm in STOP | _REFUSAL | _ANY_OF | SOLELY | EXACTLY
        or (token.norm in SINGLE and token.text.islower())
        or bool(
            (_HOW.match(token.norm) and not _WHO_DOES.match(token.norm))
            or GONE.match(token.norm)
            or _is_passive_how(token.norm)
        )
    )


def _is_passive_how(word: str) -> bool:
    """`Leerse` and `decirse` say no more than `leer` and `decir`."""
    return word.endswith(("arse", "erse", "irse")) and bool(_HOW.match(word.removesuffix("se")))


def names_seen(situation: Situation, ok: Iterable[Tried]) -> set[str]:
    """The words of what was acted on, and of the titles that were seen: a goal may name them in passing."""
    pages = {id(page): page for page in (situation.page, situation.first, *(t.before for t in ok if t.before))}
    titles = [title for page in pages.values() for title in page.titles]
    acted = [t.planned.target.name for t in ok if t.planned.target]
    # An option that was chosen is called so, however the goal writes it.
    acted += [_typed(t.planned.step) for t in ok if t.planned.step.action == "selectOption"]
    # Steps that were given or remembered do not say which words they carry out; what they typed does.
    acted += [_typed(t.planned.step) for t in ok if not t.planned.uses or t.planned.modelled]
    if any(n.type == "password" for page in pages.values() for n in page.controls):
        acted.append("login sign-in signin acceso")
    return {word for said in (*titles, *acted) for word in parts(said)}


def _typed(step: Step) -> str:
    value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
    return " ".join(filter(None, (value, step.text, step.selector, step.key, step.url)))


def shown_at(page: Page, subject: Sequence[Token], notices: bool = True, asked: Sequence[Token] = ()) -> str:
    """What shows all of the subject at once: an entry or a text that people can read; empty when nothing does. `asked`
    are the words of the check that a text must not contradict."""
    told = (
        ()
        if notices
        else {n.said for h in page.nodes if h.role in ("status", "alert", "log") for n in (h, *page.within(h))}
    )
    alone = [text for text in page.readable if text not in told and all(says(text, token) for token in subject)]
    if asked:
        alone = [text for text in alone if vouches(text, asked, subject) and not only_offered(page, text, asked)]
        alone = [text for text in alone if not only_leads(page, text, asked) and not is_otherwise(text, asked)]
    fits = [*alone, *_entries_that_say(page, subject, asked)]
    return min(fits, key=len)[:120] if fits else ""


def without_offers(page: Page, entry: Node, asked: Sequence[Token]) -> str:
    """What an entry says, without what its buttons would make of it, as `Mark as paid` does, and what it says not to be
    so, as `Not paid` does; all of it where that is asked for."""
    offers = {n.number for n in page.within(entry) if _offers(page, n, asked) or says_not(n.said, asked)}
    said = [n.said for n in page.within(entry) if n.number not in offers and not n.hidden and n.kind != "holder"]
    return " ".join(said).strip() if offers else page.words_of(entry)


def without_acts(page: Page, asked: Sequence[Token]) -> Page:
    """The page without the buttons that only say what may be done, unless that is asked for."""
    kept = tuple(n for n in page.nodes if not _offers(page, n, asked))
    return page if len(kept) == len(page.nodes) else replace(page, nodes=kept)


def shows_as(words: Sequence[Token]) -> int:
    """Where begins what a check says that one thing is shown as, which it only calls by its kind: `the claim is shown
    as Open`, `la reserva figura como Abierta`; 0 where it says no such thing."""
    is_one = [t.norm for t in words[:1]] in (["the"], ["el"], ["la"]) and not any(t.names for t in words[1:2])
    lead = next((i for i in range(2, len(words)) if words[i].norm not in _BEFORE_VERBS | MODAL | IS | STILL), 0)
    seen, *told = [t.norm for t in words[lead : lead + 3]] if is_one and lead else [""]
    is_seen = seen in _BARE | _MARKED or bool(_SEEN.match(seen))
    # `The fee stays as it was`
    is_state = bool(told[1:]) and told[1] not in STOP | _PRONOUNS | {"they", "before", "antes"}
    return lead + 2 if is_seen and is_state and told[0] in ("as", "como") else 0


def only_leads(page: Page, text: str, asked: Sequence[Token]) -> bool:
    """Whether nothing but ways to parts of a list say a text: `Open (3)` is no state of anything, and no more is the
    tab `Open` where a check says what one thing is, unless it asks for the number or for the way."""
    told = [n for n in page.nodes if n.said == text and not n.hidden and n.kind != "holder"]
    words, count = {word for t in asked for word in parts(t.text)}, _COUNTED.search(text)
    if not told or words & _WAYS or (count is not None and count[1] in words):
        return False
    around = [{h.role for h in (n, *page.parents(n))} for n in told]
    if count is not None and all(roles & _LEADING for roles in around):
        return True
    of_one = bool(shows_as(asked)) or any(t.norm in _PRONOUNS for t in asked[:1])
    return of_one and all("tab" in roles or (roles & _LEADING and roles & _LEADERS) for roles in around)


def only_offered(page: Page, text: str, asked: Sequence[Token]) -> bool:
    """Whether nothing but buttons say a text, and only as what they would do: `Report issue` shows no issue."""
    told = [n for n in page.nodes if n.said == text and not n.hidden and n.kind != "holder"]
    return bool(told) and all(_offers(page, n, asked) for n in told)


def _offers(page: Page, node: Node, asked: Sequence[Token]) -> bool:
    """Whether a button says what it does to something, which a check does not ask for; what tells a number tells what
    there is, and what an entry begins with is its name."""
    said = parts(node.said) if node.role == "button" and not node.hidden else ()
    counts = any(any(c.isdigit() for c in word) for word in said)
    if len(said) == 1 and any(said[0] == t.norm for t in asked):
        return not _TELLING & node.states.keys() and not _asks_for_acts(asked) and _is_act_of_entries(page, node)
    if len(said) < LEAST_TOLD or counts or _TELLING & node.states.keys() or said[0] in STOP:
        return False
    if said[0] not in verbs():
        entry = next((h for h in page.parents(node) if h.role in ENTRIES), None)
        inside = page.within(entry) if entry else ()
        first = next((n for n in inside if n.said and not n.hidden and n.kind != "holder"), None)
        if first is None or first is node:
            return False
    return said[0] not in {word for t in asked for word in parts(t.text)} and not _asks_for_acts(asked)


def _is_act_of_entries(page: Page, node: Node) -> bool:
    """Whether an entry offers by one word what another entry of its list says to be so in a text of its own: beside the
    `Open` of a status, the button `Open` tells no status."""
    entry = next((h for h in page.parents(node) if h.role in ENTRIES), None)
    told = bare(node.said)
    others = (n for n, _ in items(page) if entry is not None and n.role == entry.role and n.number != entry.number)
    return any(n.kind == "text" and not n.hidden and bare(n.said) == told for e in others for n in page.within(e))


def _asks_for_acts(asked: Sequence[Token]) -> bool:
    """Whether a check is about a button, or about what may be done: `the fee can be paid`, and not `can be seen`."""
    norms = [t.norm for t in asked]
    after = (next((t for t in asked[i + 1 :] if t.norm not in STOP), None) for i, n in enumerate(norms) if n in _MAY)
    return bool(_OF_BUTTONS & set(norms)) or any(t is not None and not is_how(t) for t in after)


def _entries_that_say(page: Page, subject: Sequence[Token], asked: Sequence[Token]) -> Iterator[str]:
    """The entries that say all of it, with what is chosen in their lists, and whatever their buttons offer."""
    for node, text in items(page):
        chosen = [n.value for n in page.within(node) if n.tag == "select" and n.value and not n.hidden]
        told = " ".join((text, *chosen))
        if all(says(told, token) for token in subject) and not is_otherwise(told, asked):
            itself = " ".join((without_offers(page, node, (*subject, *asked)), *chosen))
            if all(says(itself, token) for token in subject):
                yield told


def each_meant(part: Part, subject: Sequence[Token]) -> list[list[Token]]:
    """The things that a check means together, as in `only A, B and C are listed`."""
    words = [t for t in part.words if t.is_value or t in subject or t is not part.words[0]]
    told = [content_of(group) for group in groups_of(words)]
    # `The red one and the blue one` are told apart by words that name nothing.
    plain = not any(t.names for group in told for t in group)
    groups = [[t for t in group if t.names or (plain and t in subject)] for group in told]
    # `9, 12 and 13` are three things.
    counted = [[[t] for t in each] if all(t.kind == "number" for t in each) else [each] for each in groups if each]
    named = [each for group in counted for each in group]
    return named if len(named) > 1 else [list(subject)]


def whose_only(words: Sequence[Token]) -> Sequence[Token]:
    """The `Ada` of whose things a check tells the only one: `de Ada solo queda ORD-7`, `only ORD-7 is left of Ada`."""
    only = next((i for i, t in enumerate(words) if t.norm in SOLELY), len(words))
    led = list(takewhile(lambda t: t.names, words[1:only])) if only < len(words) and words[0].norm in _WHOSE else []
    if led and len(led) == only - 1:
        return led
    one, of = (*words[only + 1 : only + 3], *words[:0])[:2] if len(words) > only + 3 else (None, None)
    if one is None or of is None or one.kind != "code" or of.norm not in _WHOSE:
        return ()
    return list(takewhile(lambda t: t.names, words[only + 3 :]))


def another_shown(page: Page, subjects: Sequence[Sequence[Token]], whose: Sequence[Token] = ()) -> str:
    """An entry beside those that say one of the subjects, which says none of them; `whose` all entries have to be."""
    entries = without_bars(page, [(node, text) for node, text in items(page) if not heads_row(page, node)])
    entries = [(node, text) for node, text in entries if all(says(text, t) for t in whose)]

    def is_meant(node: Node, text: str) -> bool:
        # A bare number has to be in what the entry is called by.
        return any(all(says(_key_of(page, node) if t.kind == "number" else text, t) for t in each) for each in subjects)

    fits = {node.parent for node, text in entries if is_meant(node, text)}
    return next((text for node, text in entries if node.parent in fits and not is_meant(node, text)), "")[:80]


def another_so(page: Page, part: Part, subject: Sequence[Token], whose: Sequence[Token] = ()) -> str:
    """An entry beside those that a check says are the only ones: of those in a state, `only A is Paid`, one in it."""
    verb = finite_at(part.words) or 0
    subject = [t for t in subject if t not in whose]
    own = [t for t in subject if t.names and t in part.words[:verb]]
    state = [t for t in subject if t in part.words[verb:]]
    is_state = len(state) == 1 and state[0] is part.words[-1] and state[0].kind == "word" and state[0].names
    if not own or not is_state:
        return another_shown(page, each_meant(part, subject), whose)
    meant = each_meant(part, own)
    entries = [(n, text) for n, text in items(page) if not heads_row(page, n) and all(says(text, t) for t in whose)]
    others = [(n, text) for n, text in entries if not any(all(says(text, t) for t in each) for each in meant)]
    return next((text for n, text in others if is_of(page, (n, text), state, part.words)), "")[:80]


def _key_of(page: Page, entry: Node) -> str:
    """What an entry begins with."""
    return next((n.said for n in page.within(entry) if n.said and not n.hidden and n.role != "checkbox"), "")


def heads_row(page: Page, row: Node) -> bool:
    return any(n.role == "columnheader" for n in page.within(row))


def new_items(page: Page, before: Sequence[Page]) -> list[str]:
    """The entries that no page before has shown, and new texts where there are no entries."""
    old = {normal(text) for each in before for _, text in items(each)} | {
        normal(t) for each in before for t in each.readable
    }
    found = [text for _, text in items(page) if normal(text) not in old]
    return found or [text for text in page.readable if normal(text) not in old]


def best_item(items: Sequence[str], values: Sequence[str]) -> str | None:
    """The entry that says what was filled in: most of the values, and the longest of them."""
    if not values:
        return None
    longest = max(values, key=len)
    needed = max(1, (len(values) + 1) // 2)
    fits = [text for text in items if shows_value(text, longest) or len(values) > 2]
    told = [sum(shows_value(text, v) for v in values) for text in fits]
    most = max(told, default=0)
    if most < needed:
        return None
    best = fits[told.index(most)]
    # Of a box and a row in it that say as much, the row is the entry.
    inside = [text for text, count in zip(fits, told, strict=True) if count == most and text in best]
    return min(inside, key=len)[:LONGEST_ENTRY]


def entry_told(page: Page, told: str | None) -> str:
    """All that the entry says which `best_item` has told of, if the page lists it."""
    return next((text for _, text in items(page) if told and text[:LONGEST_ENTRY] == told), "")


def item_of(page: Page, selector: str) -> str | None:
    node = next((n for n in page.nodes if n.selector == selector), None)
    holders = page.parents(node) if node else ()
    holder = next((h for h in holders if h.role in ENTRIES and not _is_no_entry(page, h)), None)
    return page.words_of(holder) if holder else None


def _is_no_entry(page: Page, holder: Node) -> bool:
    return holder.role == "item" and (_is_line_of_form(page, holder) or _is_bar(page, holder))


def _is_line_of_form(page: Page, holder: Node) -> bool:
    """Whether a box holds a field with its label, and nothing else."""
    inside = [n for n in page.within(holder) if not n.hidden]
    fields = [n for n in inside if n.tag in ("input", "select", "textarea")]
    labels = {said for n in fields for said in (n.name, n.label)}
    return bool(fields) and all(n in fields or n.said in labels for n in inside)


def _is_bar(page: Page, holder: Node) -> bool:
    """Whether a box holds fields with their labels, and buttons, or buttons alone that begin with what they do and not
    with a name, and is like no other beside it: what a list is narrowed with, or the end of a dialog."""
    inside = [n for n in page.within(holder) if not n.hidden]
    fields = [n for n in inside if n.tag in ("input", "select", "textarea")]
    labels = {said for n in fields for said in (n.name, n.label)}
    pressed = [n for n in inside if n.role in ("button", "link")]
    others = [n for n in page.children[holder.parent] if n.role == "item" and n is not holder and not n.hidden]
    shapes = [{n.role for n in page.within(n)} for n in others]
    is_plain = all(n in fields or n in pressed or n.said in labels for n in inside)
    acts = len(pressed) > 1 and (*parts(pressed[0].said), "")[0] in verbs()
    fills = any(n.checked is None for n in fields)
    return (fills or acts) and is_plain and {n.role for n in inside} not in shapes


def asks_to_sign_in(page: Page) -> bool:
    return any(n.type == "password" and not n.hidden for n in page.controls)


def address_of(page: Page) -> str:
    """Where a page is: its path, and what follows the # where the application turns its pages there."""
    address = urlsplit(page.url)
    return f"{address.path}#{address.fragment}"


def path_of(page: Page) -> str:
    return urlsplit(page.url).path


def is_same_place(one: Page, other: Page) -> bool:
    """Whether two pages are one place; behind a # there may be others, with headings of their own."""
    places = [urlsplit(page.url).fragment.partition("?")[0] for page in (one, other)]
    routes = [place if place.startswith(("/", "!/")) else "" for place in places]
    heads = [next((n.said for n in page.nodes if n.role == "heading" and not n.hidden), "") for page in (one, other)]
    apart = routes[0] != routes[1] and (all(routes) or heads[0] != heads[1])
    return path_of(one) == path_of(other) and not apart


def common(one: str, other: str) -> int:
    """How many words two entries share."""
    return sum((Counter(parts(one)) & Counter(parts(other))).values())


_COMPLAINS = {"error", "errors", "invalid", "danger", "problem", "alert", "err", "warning", "validation", "feedback"}


def _is_complaint(node: Node) -> bool:
    """Whether a text is marked as one that complains, in the words of who made the page."""
    return node.kind == "text" and bool(_COMPLAINS & set(parts(node.classes)))


def complaints(page: Page) -> list[str]:
    """What the page says is wrong: alerts, and fields that it marks."""
    alerts = [page.words_of(n) for n in page.nodes if not n.hidden and (n.role == "alert" or _is_complaint(n))]
    fields = [f"{n.name or n.label} {MARKED}" for n in page.controls if n.invalid]
    return [said for said in (*alerts, *fields) if said.strip()]

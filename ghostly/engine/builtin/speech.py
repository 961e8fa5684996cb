"""How goals are worded: what joins, denies and states, and the verbs in it; English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile, pairwise, takewhile

from .lexicon import EVERY, PHRASES, STOP, Verb, is_conjugated, meanings, verbs
from .words import NUMBER_WORDS, Token, slipped

CONNECTORS = {
    "and",
    "then",
    "y",
    "e",
    "luego",
    "despues",
    "but",
    "pero",
    "finally",
    "finalmente",
    "afterwards",
    "next",
    "so",
    "asi",
    "entonces",
}
AGAIN = {"volver", "vuelve", "vuelvo", "vuelva", "vuelven", "volviendo"}
_PREFIXES = CONNECTORS | {
    *("please", "also", "now", "i", "you", "we", "want", "need", "to", "would", "like", "should", "try", "por",
    "favor", "quiero", "first"),
    *("necesito", "que", "tambien", "ahora", "after", "that", "eso", "a", "debes", "debo", "debemos",
    "can", "must", "have", "just", "let", "us", "continuacion", "intenta", "intentar", "trata", "tratar", "prueba",
    "probar", "attempt", "user"),
    *("primero", "finalmente", "finally", "lastly", "once", "done", "it", "lo", "the", "user", "usuario", "puedes",
    "hay", "de", "al", "final"),
    *("will", "could", "podrias", "podria", "podeis", "podriais", "podemos"),
    *("deberia", "deberias", "me", "gustaria", "then", "subsequently", "in", "order", "are", "going"),
    *("given", "when", "scenario", "dado", "dada", "cuando", "entonces", "i'd", "i'm", "i'll", "you'd", "let's",
    "they", "he", "she", "tengo", "tenemos", "intente", "trate", "intento", "pls", "plz", "tras",
    "could", "usted", "yo", "afterwards", "later", "start", "begin", "empieza", "comienza"),
    *AGAIN,
}  # fmt: skip
MODAL = {"should", "must", "debe", "deben", "deberia", "deberian", "shall"}
_MUST_NOT = {"shouldn't", "mustn't"}
HAS_TO = {
    ("has", "to"),
    ("have", "to"),
    ("needs", "to"),
    ("ought", "to"),
    ("tiene", "que"),
    ("tienen", "que"),
    ("tendria", "que"),
    ("tendrian", "que"),
    ("ha", "de"),
}
WANTS, WISHES = {"want", "need", "like"}, {"quiero", "necesito", "queremos"}
# What somebody would have, who is spoken of.
THEY_WISH = {
    "wants", "needs", "prefers", "requires", "wishes", "quiere", "necesita", "prefiere", "desea", "requiere",
}  # fmt: skip
# How a verb ends that tells of what it follows: `Ana Ruiz, working for Sales`.
DOING = ("ing", "ando", "iendo")
_RELATIVES = {"that", "which", "who", "que"}
_AM = {"am", "i'm", "estoy"}
# What may be gone on with, its form or page being open: who says `I'm cancelling it` tells a story.
_GONE_ON_WITH: frozenset[Verb] = frozenset({"create", "edit", "fill", "open", "search", "filter"})
STATING = {
    *("appears", "appear", "aparece", "aparecen", "visible", "shown", "displayed", "listed", "exists", "exist",
    "existe", "existen", "shows"),
    *("contains", "contiene", "muestra", "gone", "disappears", "desaparece", "says", "dice", "reads", "present",
    "is", "are", "esta", "estan"),
    *("has", "figura", "sale", "displays", "there", "includes", "incluye", "be", "sea", "remains", "sigue",
    "becomes", "changed", "been", "conserva", "conservan", "mantiene", "mantienen", "persist", "persists"),
}  # fmt: skip
STATES_A_FACT = STATING - {
    "is",
    "are",
    "esta",
    "estan",
    "has",
    "there",
    "be",
    "sea",
    "been",
    "says",
    "muestra",
    "changed",
    "sigue",
    "mantiene",
}
SOLELY = {"only", "just", "solo", "solamente", "unicamente"}
SINGLE = {"sole", "unico", "unica", "unicos", "unicas"}
ONLY_ONE = SOLELY | SINGLE
TELL = {
    "says", "shows", "displays", "lists", "reads", "contains", "holds", "includes", "remains", "stays",
    "sits", "carries", "counts", "drops", "mentions", "menciona", "mencionan",
    "muestra", "muestran", "dice", "pone", "lista", "figura", "figuran", "sale", "salen", "incluye", "contiene",
    "avisa", "advierte", "informa", "warns", "complains",
    "sigue", "siguen", "queda", "quedan", "refleja", "baja", "bajan", "sube", "suben", "finds", "equals", "comes",
    "goes", "rises", "falls", "increases", "decreases", "changes", "turns", "aumenta", "aumentan", "disminuye",
    "cambia", "cambian", "pasa", "pasan",
}  # fmt: skip
_BECOMES = {"changes", "turns", "cambia", "cambian", "pasa", "pasan"}
_REMAINS = {"quedan", "queda", "salen", "sale", "figuran", "figura", "aparecen", "aparece", "hay", "son"}
# What of an application asks for something, and how that is said.
_SPEAKERS = {
    "form", "page", "app", "application", "system", "site", "website", "screen", "dialog", "formulario", "pagina",
    "aplicacion", "sistema", "web", "pantalla", "dialogo",
}  # fmt: skip
_ASKS_OF = {
    "tells", "asks", "requires", "prompts", "demands", "reminds", "insists", "wants", "pide", "exige", "solicita",
    "indica", "recuerda", "reclama", "requiere", "pedir", "pedirme", "pedirnos", "solicitar", "exigir",
}  # fmt: skip
_IT_ASKS = {"it", "they", "se", "me", "nos", "le", "pide", "piden", "exige", "solicita", "reclama"}
_SPEAKS = {"says", "dice", "pone", "lists", "reads", "finds", "comes", "goes"}
# How somebody gets to where something is to be seen: `then I get the form`, `debo acabar en la lista`.
COMES = {
    "get", "gets", "land", "lands", "reach", "reaches", "arrive", "arrives", "end", "ends", "llego", "llega", "acabo",
    "acaba", "termino", "termina", "aterrizo", "aterriza", "stay", "stays", "sigo", "seguimos", "vuelvo", "volvemos",
}  # fmt: skip
ENDS_UP = {"acabar", "llegar", "terminar", "aterrizar", "quedar", "ver"}
STILL = {
    "still", "remains", "stays", "todavia", "aun", "sigue", "siguen", "siga", "seguir", "continua", "permanece",
    "permanecer", "continuar",
}  # fmt: skip
# What says of several things that none of them has changed back.
KEPT = re.compile(
    r"(?:still|kept|keeps?|remain(?:s|ed)?|stay(?:s|ed)?|persist(?:s|ed|e|en|an)?|surviv(?:es?|ed)|retain(?:s|ed)?|preserved"
    r"|todavia|aun|sig(?:ue|a)n?|conserv(?:an?|en?|ad[oa]s?)|mant(?:iene|enga)n?|mantenid[oa]s?|perman(?:ece|ezca)n?)$"
)
# What somebody calls all of a list but one.
OTHERS = {
    "other", "others", "rest", "remaining", "otros", "otras", "demas", "resto", "restantes", "otro", "otra",
}  # fmt: skip
# What says that a page is loaded again: `after a refresh`, `al recargar`.
RELOADS = re.compile(r"(?:reload|refresh|recarg)")
_WHOM = {"me", "us", "you", "him", "her", "them", "nos", "le", "les", "te"}
_REFUSED = {"refused", "rejected", "denied", "accepted", "rechazado", "rechazada", "aceptado", "aceptada"}
_COPULAS = {"is", "was", "were", "has", "had", "belongs", "esta", "estaba", "fue", "ha", "es", "pertenece"}
IS = {"is", "are", "esta", "estan"}
# Those that were told of before.
OF_THEM = {"them", "these", "those", "ellos", "ellas", "estos", "estas"}
SOMEWHERE = {"in", "on", "among", "not", "still", "no", "now", "then", "en", "entre", "entonces", "gone", "under"}
NOT = {
    "not", "no", "never", "ninguno", "none", "without", "sin", "nunca", "don't", "doesn't", "isn't", "aren't", "cannot",
    "mustn't", "shouldn't", "can't", "won't", "ningun", "ninguna", "longer", "nor", "neither", "ni", "tampoco",
}  # fmt: skip
_TELLS = re.compile(
    r"(?:say|said|tell|told|read|complain|quej|warn|messag|mensaj|hint|notic|dic|dig|dec|avis|aparec|aparez|sal|indi)"
)
GONE = re.compile(r"(?:gone|disappear|desapare|vanish|remov|delet|eras|elimin|borrad[oa]s?\b)")
# What follows `that` where it tells which thing is meant: `the notice that was shown`.
_WHICH = {"is", "are", "was", "were", "has", "had", "fue", "era", "estaba", "habia"}
_SHOWS = re.compile(
    r"(?:appears?|shown|shows|displayed|visible|seen|aparec\w+|aparezc\w+|sale|salga|muestr\w+|mostrar\w*)$"
)
NOTICES = {
    "aviso", "avisos", "mensaje", "notificacion", "confirmacion", "warning", "notice", "message", "notification",
    "toast", "confirmation",
}  # fmt: skip
# What a sentence may begin with before its verb: where, for whom, with what.
ASIDES = {
    "in", "on", "under", "for", "within", "inside", "from", "at", "with", "using", "as", "en", "dentro", "con", "como",
    "para", "desde", "bajo", "usando", "use", "usa", "uso", "utiliza", "utilizo", "utilizando",
}  # fmt: skip
DETERMINERS = {
    "the", "a", "an", "all", "every", "this", "that", "my", "el", "la", "los", "las", "un", "una", "todos", "todas",
    "este", "esta", "cada",
}  # fmt: skip
ONE_MORE = {"a", "an", "another", "un", "una", "otro", "otra", "new", "nuevo", "nueva"}
ANOTHER = {"then", "also", "after", "afterwards", "despues", "luego", "tambien"}
BEFORE_NOUNS = (
    DETERMINERS
    | ASIDES
    | {"first", "second", "last", "of", "de", "del", "al", "to", "by", "por", "its", "su", "new", "nuevo"}
)
PRONOUNS = {"it", "them", "its", "their", "his", "her", "him", "that", "lo", "la", "los", "las", "le", "su"}
SAME = {"same", "mismo", "misma", "mismos", "mismas"}
NO_ONE = {"nothing", "nobody", "nada", "nadie"}
ITS = {"its", "their", "his", "her", "su", "sus"}
# Words that mean all of the several things that were just told of.
# What people call the place where things of a kind are shown, whatever it calls itself.
BOARDS = {
    "board", "tablero", "overview", "register", "registro", "directory", "directorio", "catalogue", "catalog",
    "catalogo", "module", "modulo",
}  # fmt: skip
# The parts of a board.
COLUMNS = {"column", "columna", "lane"}
CARDS = {"card", "tarjeta"}
BOTH = {"both", "two", "these", "those", "ambos", "ambas", "dos", "estos", "estas"}
LEAVES = {"leave", "leaving", "deja", "dejo", "deje", "dejar", "dejando", "keep"}
EMPTY = {"empty", "blank", "vacio", "vacia", "vacios", "vacias", "blanco"}
SECRETS = {"password", "contrasena", "clave", "passphrase", "passcode", "pw", "pwd", "pasword", "passwort"}
NEW = {"new", "nuevo", "nueva"}
# How the verbs begin that type something.
TYPES = (
    "typ", "writ", "enter", "input", "key", "fill", "use", "usa", "utiliza", "escrib", "teclea", "introdu", "ingres",
    "rellen",
)  # fmt: skip
# Who does this may not get it done.
TRIES = {
    "try", "tries", "trying", "attempt", "attempts", "attempting", "intenta", "intentar", "intente", "intento", "trata",
    "tratar", "trate", "trato", "prueba", "probar", "pruebe", "pruebo",
}  # fmt: skip
_TRIED = re.compile(r"(?:prueba|probar|pruebe|pruebo|probemos) a \w{2,}[aei]r(?:l[oa]s?)?$")
# Spanish verbs of which a noun says what they make, and no verb of ours.
ORDERING = ("pedir", "encargar")
COMMA = Token(-1, "mark", ",", ",", 0, 0)
LONGEST_ROLE, LONGEST_LABEL, _LONGEST_SLIP, _FULL_NAME = 6, 4, 8, 2
ENDS = {".", ";", "!", "?", "\n"}
_KEYS = {
    "enter": "Enter", "return": "Enter", "intro": "Enter", "tab": "Tab", "escape": "Escape", "esc": "Escape",
    "space": "Space", "backspace": "Backspace", "delete": "Delete", "home": "Home", "end": "End", "pageup": "PageUp",
    "pagedown": "PageDown", "arrowup": "ArrowUp", "arrowdown": "ArrowDown", "arrowleft": "ArrowLeft",
    "arrowright": "ArrowRight", "f5": "F5",
}  # fmt: skip
_ASKING = {"intenta", "intentar", "quiero", "necesito", "trata", "puede", "podrias", "queremos", "hay", "que", "debes"}
_LIST_ENDS = {
    **dict.fromkeys(["top", "start", "beginning", "head", "principio", "comienzo", "inicio"], 0),
    **dict.fromkeys(["bottom", "end", "final"], -1),
}
_LISTS = {"list", "table", "lista", "tabla", "listado"}
_TITLES = {"dr", "dra", "mr", "mrs", "ms", "prof", "sr", "sra", "srta", "st", "sta", "don", "av", "num", "approx"}
_WOULD = {"would", "i'd", "we'd", "you'd", "they'd", "should"}


def is_labelled(words: Sequence[Token]) -> bool:
    """`Contact person: Ada`: a label and what belongs there."""
    at = next((i for i, t in enumerate(words) if t.text in (":", "=")), 0)
    plain = all(t.kind == "word" for t in words[:at]) or [t.kind for t in words[:at]] == ["quoted"]
    return 0 < at <= LONGEST_LABEL and at + 1 < len(words) and plain


def leads_in(token: Token) -> bool:
    return token.kind == "word" and token.norm in _PREFIXES


def is_tried(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb says what is tried, so that the `a` before it is no article: `prueba a borrar`."""
    return bool(_TRIED.match(" ".join(t.norm for t in tokens[max(0, at - 2) : at + 1])))


def is_doing(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is said to be in the middle of what the next word says: `am` in `I am editing`."""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    opens = bool(_GONE_ON_WITH & set(verbs().get(after, ())))
    return tokens[at].norm in _AM and opens and after.endswith(DOING)


def joins(token: Token) -> bool:
    return token.kind == "word" and token.norm in CONNECTORS


def without_ends(words: Sequence[Token]) -> list[Token]:
    """Without the marks and connectors at the end."""
    left = list(words)
    while left and ((left[-1].kind == "mark" and left[-1].text not in "%€$£") or joins(left[-1])):
        # `Press Next` names a button.
        is_called = left[-1].norm == "next" and left[-1].text[0].isupper()
        if is_called or ((at := so_at(left)) and at == len(left) - 1):
            break
        left.pop()
    return left


def so_at(words: Sequence[Token]) -> int:
    """Where a check means what was told before it: the `so` of `the list says so`, the `lo` of `la lista lo dice`; 0
    where it does not."""
    for at in range(1, len(words)):
        said, before = words[at].norm, words[at - 1].norm
        if (said in ("so", "asi") and _SAYS.match(before)) or (before in ("lo", "asi") and _SAYS.match(said)):
            return at if said in ("so", "asi") else at - 1
    return 0


_SAYS = re.compile(
    r"(?:says?|shows?|tells?|reflects?|states?|confirms?|reads|dicen?|diga|decir|muestran?|muestre|mostrar|refleja?n?|refleje"
    r"|reflejar|indican?|indique|indicar|consta?|conste|figura|figure)$"
)
_AUXILIARIES = {"han", "ha", "hemos", "he", "habeis"}
_CLITICS = ("lo", "la", "le", "los", "las", "les")
# `Repónlas`, `cóbralo`: an order with its object takes an accent, and ends otherwise than `capítulo` and `símbolo`.
_ORDERS_IT = re.compile(r"(?=\w*[áéíóú])\w+(?:[ae]|[aeiouáéíóú]n)l[oa]s?$", re.IGNORECASE)
_AFTER_IT = {"a", "al", "del", "de", "por", "hasta", "sobre"}
_TOWARDS = {"up", "over", "in", "into", "to", "from", "on", "onto", "off", "out", "for", "a", "al", "en", "de", "para"}


def orders_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether a Spanish word that is no known verb orders something to be done to what was told of: `Repónlas`."""
    begins = not at or tokens[at - 1].text in ENDS | {",", ":"} or joins(tokens[at - 1])
    after = tokens[at + 1] if at + 1 < len(tokens) else COMMA
    leads = after.kind == "mark" or joins(after) or after.norm in ASIDES | _AFTER_IT
    token = tokens[at]
    return begins and leads and token.kind == "word" and bool(_ORDERS_IT.match(token.text)) and token.norm not in STOP


def has_its_object(token: Token) -> bool:
    """Whether a Spanish verb says by its end what it is done to: `bórralo`, `actualizalas`."""
    clitic = next((each for each in _CLITICS if token.norm.endswith(each)), "")
    return bool(clitic) and token.kind == "word" and bool(verbs().get(token.norm.removesuffix(clitic)))


def is_order(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is no known verb is used as one: `merge the customers`."""
    idle = STOP | _PREFIXES | STATING | MODAL | _AUXILIARIES | NOT | NUMBER_WORDS.keys()
    if at < len(tokens) and orders_it(tokens, at):
        return True
    # `Ada's phone` begins with whose it is.
    owns = at < len(tokens) and tokens[at].end - tokens[at].start > len(tokens[at].text)
    if at + 1 >= len(tokens) or tokens[at].kind != "word" or tokens[at].norm in idle or owns:
        return False
    after = tokens[at + 1]
    ordered = tokens[at].text[1:].islower() and tokens[at].norm.endswith(("a", "e", *_CLITICS))
    asked = bool(at) and tokens[at - 1].norm in _ASKING and tokens[at].norm.endswith(("ar", "er", "ir", "arlo", "irlo"))
    if asked and tokens[at].text.islower() and (after.norm in DETERMINERS | {"al", "a", "del"}):
        return True
    if ordered and len(tokens[at].norm) > LONGEST_LABEL and after.norm in ("al", "a", "del"):
        return not at or tokens[at - 1].text in ENDS or joins(tokens[at - 1])
    if _asks_for_thing(tokens, at) or _moves_one(tokens, at):
        return True
    named = any(t.names for t in tokens[at + 2 : at + 4])
    if not at and after.kind == "word" and after.text.islower() and named and not meanings(tokens[at].norm):
        # `Renew contract C-102`, `Alquila la sala 3 a Ana`, unlike `Hoy la sala 3 está libre`
        said = takewhile(lambda t: t.text not in ENDS, tokens)
        led = after.norm in DETERMINERS and tokens[at].norm.endswith(("a", "e", "d"))
        return after.norm not in STOP | STATING or (led and not any(map(tells_of, said)))
    begins = not at or tokens[at - 1].norm == "to" or (tokens[at - 1].text in ENDS and tokens[at].text[1:].islower())
    wants = at > 1 and tokens[at - 1].norm == "to" and tokens[at - 2].norm in WANTS
    if (not at or wants) and after.kind == "word" and after.text[:1].isupper():
        # `Enrol Ada in the class`, `Sign Bo Ray up for the shift`, `I want to hand Ada over to Bo`
        who = next((i for i, t in enumerate(tokens[at + 1 : at + 6], at + 1) if not t.text[:1].isupper()), 0)
        # `Customer Ada in Madrid` and `Status Open to Closed` order nothing, and `Transfer Ada Ray to Bo` does.
        if wants or not meanings(tokens[at].norm):
            return bool(who) and tokens[who].norm in _TOWARDS
        return who - at > _FULL_NAME and tokens[who].norm in ("to", "over")
    if after.kind == "number":
        # `… and quantity 3` says more of what is being filled in, and so does a line of a list that says `Quantity 17`.
        ends = at + 2 >= len(tokens) or tokens[at + 2].text in ENDS | {","}
        return begins and not (ends and bool(meanings(tokens[at].norm)))
    return (begins or tokens[at].text.islower()) and after.norm in DETERMINERS | {"it", "them"}


def _moves_one(tokens: Sequence[Token], at: int) -> bool:
    """`… y pasa ORD-7 a Enviado`: an order in Spanish, behind another."""
    led = at > 0 and (joins(tokens[at - 1]) or tokens[at - 1].text == ",")
    to = tokens[at + 2].norm if at + 2 < len(tokens) and tokens[at + 1].kind == "code" else ""
    plain = tokens[at].text.islower() and tokens[at].norm.endswith(("a", "e")) and not meanings(tokens[at].norm)
    return led and plain and to in ("a", "al", "en", "como")


def _asks_for_thing(tokens: Sequence[Token], at: int) -> bool:
    """`Pide cita para Ana`, `Solicita plaza con …`: an order, a thing without an article, and for whom it is; so is a
    line that says no more than `pack G-303`."""
    begins = not at or tokens[at - 1].text in ENDS
    if begins and [t.kind for t in tokens[at + 1 : at + 2]] == ["code"] and not meanings(tokens[at].norm):
        return tokens[at].text.islower() and all(t.text in ENDS or joins(t) for t in tokens[at + 2 : at + 3])
    said, thing, whom = (*tokens[at : at + 3], *[tokens[at]] * 3)[:3]
    is_thing = thing.kind == "word" and thing.text.islower() and thing.norm not in STOP | STATING
    is_thing = is_thing and not re.search(r"[ai]d[oa]s?$", thing.norm)
    orders = said.norm.endswith(("a", "e")) and not meanings(said.norm)
    return begins and orders and is_thing and whom.norm in ("para", "con")


def is_statement(piece: Sequence[Token]) -> bool:
    words = {token.norm for token in piece if token.kind == "word"}
    pairs = {(a.norm, b.norm) for a, b in pairwise(piece)}
    is_somewhere = any(a in IS and b in SOMEWHERE | _REFUSED for a, b in pairs)
    is_somewhere = is_somewhere or shows_something(piece)
    # `I am not signed in`
    is_out = bool(words & NOT) and bool(pairs & {("signed", "in"), ("logged", "in")})
    is_somewhere = is_somewhere or any(_is_at_end(piece, at) for at in range(1, len(piece) - 2))
    is_somewhere = is_somewhere or (is_out and not words & {"if", "when", "unless", "given"})
    is_somewhere = is_somewhere or any(_is_sum(piece, at) for at in range(1, len(piece)))
    return bool(words & (MODAL | _MUST_NOT)) or bool(words & STATES_A_FACT) or bool(pairs & HAS_TO) or is_somewhere


def asks_of_us(piece: Sequence[Token], act: bool = False) -> bool:
    """`The form tells me to enter a number`, `la página pide un archivo`: an application asks, and no person; `act`
    says that it is to be asked to do something, and not just for something."""
    spoken = [t.norm for t in piece if t.kind != "mark"]
    who = spoken[1:2] if spoken[:1] and spoken[0] in DETERMINERS else []
    rest = [norm for norm in spoken[2:6] if norm not in _WHOM]
    asks = bool(who) and who[0] in _SPEAKERS and bool(rest[1:]) and rest[0] in _ASKS_OF
    if spoken and not act and spoken[0] in _IT_ASKS | AGAIN:
        # `It asks for a password`, `me pide la clave`, `vuelve a pedir la clave`
        rest = [norm for norm in spoken[:5] if norm not in _WHOM | AGAIN | {"it", "they", "se", "a"}]
        asks = bool(rest[1:]) and rest[0] in _ASKS_OF
    return asks and (not act or rest[1] in ("to", "that", "que") or rest[1].endswith(("ar", "er", "ir")))


def _is_at_end(piece: Sequence[Token], at: int) -> bool:
    """`The new order is at the top of the list`, unlike `the visit is at the top floor`."""
    return piece[at].norm in IS and end_of_list(piece, at + 1) is not None


def end_of_list(words: Sequence[Token], at: int) -> int | None:
    """Which end of a list is meant by `at the top of the list`, as an index; None where none is."""
    if words[at].norm not in ("at", "al", "to"):
        return None
    place = at + 1 + (at + 1 < len(words) and words[at + 1].norm in DETERMINERS)
    end = _LIST_ENDS.get(words[place].norm) if place < len(words) else None
    # `At the top of the list`, `of the asset list`.
    after = [t.norm for t in takewhile(lambda t: t.kind == "word", words[place + 1 : place + 6])]
    of_list = after[:1] in (["of"], ["de"], ["in"]) and bool(_LISTS & set(after[1:]))
    alone = not after or words[place + 1].kind == "mark"
    return end if of_list or (alone and words[place].norm in ("top", "bottom")) else None


def shows_something(piece: Sequence[Token]) -> bool:
    """`The companies page lists Ada`, `la tabla muestra 3`, `ORD-9 still there`: something tells what it is or says."""
    spoken = [t for t in piece if t.kind != "mark"]
    at = next((i for i, t in enumerate(spoken[1:7], 1) if t.norm in TELL and t.kind == "word"), 0)
    if spoken and spoken[0].norm in _REMAINS and spoken[0].kind == "word":
        return len(spoken) > 1
    if at:
        after = spoken[at + 1] if at + 1 < len(spoken) else None
        if spoken[at].norm in _BECOMES and after and after.norm in ("from", "de"):
            # `The room goes from 10 to 12 seats` may tell what is to be done.
            return False
        begins = spoken[0].norm in DETERMINERS | NOT or spoken[0].names or spoken[0].norm in ("it", "that", "then")
        before = spoken[at - 1]
        noun = before.is_value or before.norm not in BEFORE_NOUNS | {"that", "which", "who", "que", "and", "y", "to"}
        return begins and noun and not (after and after.norm in ("that", "que") and spoken[at].norm in _SPEAKS)
    return any(a.norm in STILL and b.norm in ("there", "ahi", "alli") for a, b in pairwise(spoken))


# `Género`, `público`, `válida`: but for its object, no Spanish verb is stressed that early.
_NO_VERB = re.compile(
    r"[áéíóú][^\Waeiou]+[aeiou]{1,2}(?!(?:l[aeo]s?|[nm]os|[mst]e)$)[^\Waeiou]+[aeo]s?$", re.IGNORECASE
)
_QUEUES = {"list", "lists", "room", "rooms", "time", "times"}


# What a clause begins with that says when something is so.
WHENEVER = {"when", "if", "once", "cuando", "si"}
_PAIR_OF_WORDS = 2
_PAGES_OF = {"page", "list", "table", "screen", "tab", "view", "board", "section"}


def verb_at(tokens: Sequence[Token], at: int) -> tuple[Verb, Sequence[Token]] | None:
    if _says_again(tokens, at):
        return None
    for length in (5, 4, 3, 2) if at < len(tokens) and tokens[at].norm in _phrase_beginnings() else ():
        words = tuple(token.norm for token in tokens[at : at + length] if token.kind == "word")
        if len(words) == length and words in PHRASES:
            return PHRASES[words], tokens[at : at + length]
    if at >= len(tokens) or tokens[at].kind not in ("word", "code"):
        return None
    before = tokens[at - 1].norm if at else ""
    # `The Open column`: a name is no order.
    is_name = before in DETERMINERS and (tokens[at].norm in NEW or tokens[at].text[:1].isupper())
    if is_name or (tokens[at].norm == "like" and before in _WOULD) or _NO_VERB.search(tokens[at].text):
        return None
    if _is_sum(tokens, at) or _is_waiting(tokens, at) or _names_page(tokens, at):
        return None
    if tokens[at].norm in EMPTY and (at + 1 >= len(tokens) or tokens[at + 1].kind == "mark" or joins(tokens[at + 1])):
        return None
    if _is_named_next(tokens, at):
        return "next", tokens[at : at + 1]
    if _is_ordered(tokens, at):
        return "create", tokens[at : at + 1]
    meant = verbs().get(tokens[at].norm.replace("-", "")) or verbs().get(tokens[at].norm)
    return (meant[0], tokens[at : at + 1]) if meant else _misspelt(tokens, at)


def does_more(tokens: Sequence[Token], than: Set[Verb]) -> bool:
    """Whether anything is asked for besides orders of those kinds; a sentence may begin with a verb of its own."""
    found = [verb_at(tokens, at) for at in range(len(tokens))]
    begins = [at for at in range(len(tokens)) if found[at] is None and (not at or tokens[at - 1].text in ENDS)]
    return any(v is not None and v[0] not in than for v in found) or any(is_order(tokens, at) for at in begins)


def _names_page(tokens: Sequence[Token], at: int) -> bool:
    """`Expect: orders page, …`: the page of several is named, and nobody orders one."""
    page, after = (*tokens[at + 1 : at + 3], COMMA, COMMA)[:2]
    several = tokens[at].norm.endswith("s") and page.norm in _PAGES_OF and not after.names
    return several and (verbs().get(tokens[at].norm) or ("",))[0] in ("create", "edit", "sort")


def _is_ordered(tokens: Sequence[Token], at: int) -> bool:
    """Whether so many of something are ordered: `pides 22 de Seda`, unlike `el formulario pide 2 fotos` and `me pide 2
    fotos`."""
    before, counts = tokens[at - 1] if at else COMMA, [t.norm for t in tokens[at + 1 : at + 3]]
    token = tokens[at].norm
    orders = any(token == verb or is_conjugated(token, verb) for verb in ORDERING)
    begins = before.kind == "mark" or joins(before) or (before.norm in WISHES | {"a", "que"} and token.endswith("r"))
    counted = len(counts) > 1 and (counts[0].isdigit() or (counts[0] in NUMBER_WORDS and counts[0] not in DETERMINERS))
    return begins and counted and orders


def sentence_so_far(tokens: Sequence[Token]) -> list[Token]:
    """The words behind the last end of a sentence."""
    return list(takewhile(lambda t: t.text not in ENDS, reversed(tokens)))[::-1]


def is_sum_at(words: Sequence[Token]) -> bool:
    """Whether a thing is said to add up to something: `the line at the foot adds up to 35`."""
    begins = bool(words) and (words[0].norm in DETERMINERS | ITS | {"they"} or words[0].names)
    return begins and any(_is_sum(words, at) for at in range(1, len(words)))


def _is_sum(tokens: Sequence[Token], at: int) -> bool:
    """Whether several things are said to `add up to` an amount; `add up to three of them` is an order."""
    told = [t.norm for t in tokens[at : at + 3]]
    before = tokens[at - 1] if at else None
    if told[1:] != ["up", "to"] or before is None or before.norm in ("to", "please"):
        return False
    return told[0] in ("adding", "adds") or (
        told[0] == "add" and before.text not in ENDS | {":", ","} and not joins(before)
    )


def _is_waiting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says what kind of thing something is, as in `the waiting list`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    is_kind = tokens[at].norm == "waiting" and after is not None and after.kind == "word"
    return is_kind and (after.norm in _QUEUES or (at > 0 and tokens[at - 1].norm in DETERMINERS)) if after else False


_ASKING_AGAIN = {"pedir", "pedirme", "pedirnos", "solicitar", "aparecer", "salir", "exigir"}


def _says_again(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says that something is done once more: `vuelve a abrir el pedido`, unlike `vuelve a la lista`."""
    said, to, done = (*(t.norm for t in tokens[at : at + 3]), *("",) * 3)[:3]
    does = done in verbs() or (done in _ASKING_AGAIN and said.startswith("vuelve"))
    return said in AGAIN and to == "a" and done.endswith(("ar", "er", "ir")) and does


def _is_named_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line or an item of a list says just `Next`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    begins = at > 0 and tokens[at - 1].text in ("\n", ",", ";", ".", "→")
    ends = after is None or after.text in ("\n", ".", ",", ";", "→")
    return tokens[at].text in ("Next", "Siguiente") and begins and ends


def _misspelt(tokens: Sequence[Token], at: int) -> tuple[Verb, Sequence[Token]] | None:
    """The verb that a word would be but for a slip of the pen: `chek`, `sing in`."""
    word = tokens[at]
    begins = not at or tokens[at - 1].text in ENDS
    if (
        word.kind != "word"
        or word.norm in STOP
        or word.norm in _PREFIXES
        or word.norm in NUMBER_WORDS
        or meanings(word.norm)
        or is_conjugated(word.norm, "pasar")
        or not (begins or word.text.islower())
    ):
        return None
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    for first, verb in _phrases_by_end().get(after, ()):
        if slipped(word.norm, first):
            return verb, (replace(word, norm=first), tokens[at + 1])
    if word.norm.endswith(("ing", "ed", "est", "ado", "ada", "ido", "ida")):
        return None
    meant = _slipped_from(word.norm)
    return (
        next(((verb, (replace(word, norm=known),)) for verb, known in meant.items()), None) if len(meant) == 1 else None
    )


@lru_cache(1)
def _phrase_beginnings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in PHRASES)


@lru_cache(1)
def _phrases_by_end() -> Mapping[str, Sequence[tuple[str, Verb]]]:
    """The verbs of two words by the second one, each with the first."""
    found: dict[str, list[tuple[str, Verb]]] = {}
    for phrase, verb in PHRASES.items():
        if len(phrase) == _PAIR_OF_WORDS:
            found.setdefault(phrase[1], []).append((phrase[0], verb))
    return found


@lru_cache(10_000)
def _slipped_from(word: str) -> Mapping[Verb, str]:
    """The verbs that a word may have been before a slip of the pen, with how they are written."""
    return {verbs()[known][0]: known for known in verbs() if len(known) <= _LONGEST_SLIP and slipped(word, known)}


def ends_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with this mark; the point of `Dr. Ray` and of `Bo B. Ray` ends none."""
    if tokens[at].kind != "mark" or tokens[at].text not in ENDS:
        return False
    if tokens[at].text != "." or not at or at + 1 >= len(tokens):
        return True
    before, after = tokens[at - 1], tokens[at + 1]
    initial = len(before.text) == 1 and before.text.isupper() and at > 1 and tokens[at - 2].text[:1].isupper()
    return not ((before.norm in _TITLES or initial) and before.end == tokens[at].start and after.text[:1].isupper())


def told_from(words: Sequence[Token]) -> int:
    """Where begins what something is to say, as in `the page must say that the name must not be empty`."""
    told = [i + 1 for i, t in enumerate(words) if _TELLS.match(t.norm)]
    # `Tells me that …`, `avisa de que …`
    told = [i + (words[i].norm in _WHOM | {"de"}) for i in told if i < len(words)]
    says = [i + 1 for i in told if i < len(words) and words[i].norm in ("that", "que")]
    # `The message that was shown is gone` tells which.
    says = [i for i in says if not (words[i - 2].norm in NOTICES and i < len(words) and words[i].norm in _WHICH)]
    return next(iter(says), len(words))


def messages_in(words: Sequence[Token]) -> list[Sequence[Token]]:
    """What something may be meant to say word by word: `the message that it is taken`, `says it is taken`."""
    told = [list(words[i + 1 :]) for i, t in enumerate(words) if _TELLS.match(t.norm)]
    led = _WHOM | {"de", "que", "that", ":"}
    return [rest for each in told if (rest := list(dropwhile(lambda t: t.norm in led, each))) and rest[0].number >= 0]


def _notice_from(words: Sequence[Token]) -> int:
    """Where begins what a notice says, as in `a message says Ada was deleted`, which asks for the message."""
    notice = next((i for i, t in enumerate(words) if t.norm in NOTICES), len(words))
    says = (i for i, t in enumerate(words) if i > notice and _TELLS.match(t.norm) and t.norm not in NOTICES)
    return next(says, len(words))


def _without_said(words: Sequence[Token]) -> Sequence[Token]:
    """`The notice that it was removed appears` without what the notice says, if it ends with that it is to be seen."""
    notice = next((i for i, t in enumerate(words) if t.norm in NOTICES | {"banner", "alert"}), len(words))
    led = [t.norm for t in words[notice + 1 : notice + 3] if t.norm != "de"]
    gone = max((i for i, t in enumerate(words) if GONE.match(t.norm)), default=0)
    is_said = led[:1] in (["that"], ["que"]) and gone > notice + 1 and words[notice + 2].norm not in _WHICH
    return (*words[: notice + 1], *words[gone + 1 :]) if is_said and _SHOWS.match(words[-1].norm) else words


def denies(words: Sequence[Token]) -> bool:
    words = _without_said(words)
    words = words[: min(told_from(words), _notice_from(words))]
    # `Shown as deleted` says what it is, and that it is there.
    told = [t for i, t in enumerate(words) if t.kind == "word" and not _begins_name(words, i)]
    told = [t for t in told if not (GONE.match(t.norm) and (_is_led_as(words, t) or _goes_up(words, t)))]
    denied = sum(token.norm in NOT or bool(GONE.match(token.norm)) for token in told)
    return denied == 1 or (denied > 1 and not any(GONE.match(token.norm) for token in words))


def _goes_up(words: Sequence[Token], token: Token) -> bool:
    """Whether a number has only gone up or down."""
    return any(a is token and b.norm in ("up", "down") for a, b in pairwise(words))


def _is_led_as(words: Sequence[Token], token: Token) -> bool:
    return any(a.norm in ("as", "como") and b is token for a, b in pairwise(words))


def _begins_name(words: Sequence[Token], at: int) -> bool:
    """Whether a word is the first of a name, as in `No Name Ltd`."""
    after = words[at + 1] if at + 1 < len(words) else None
    return at > 0 and words[at].text[:1].isupper() and after is not None and after.text[:1].isupper()


def finite_at(clause: Sequence[Token]) -> int | None:
    """Where the clause says what is or must be."""
    has_to = {i for i, (a, b) in enumerate(pairwise(clause)) if (a.norm, b.norm) in HAS_TO}
    return next((i for i, t in enumerate(clause) if _is_finite(t) or i in has_to), None)


def statement_at(words: Sequence[Token]) -> int | None:
    """Where a statement begins behind the words of a clause: `the card shows 8` in `the form the card shows 8`."""
    tells = (i for i, t in enumerate(words) if i and t.kind == "word" and t.norm in TELL | STATING | MODAL)
    # `The lists` is what is told of, `it lists` tells it.
    says = next((i for i in tells if words[i - 1].norm not in DETERMINERS), None)
    if says is None:
        return None
    begins = next((i for i in range(says - 1, -1, -1) if words[i].norm in DETERMINERS | {"it"}), None)
    between = words[begins:says] if begins is not None else ()
    return begins if not any(t.kind == "mark" or t.norm in _RELATIVES for t in between) else None


def tells_of(token: Token) -> bool:
    return token.norm in _COPULAS or _is_finite(token)


_AT_ONCE = {"ya", "now", "ahora", "straight", "directly", "directamente", "this", "time", "esta", "vez"}
_OPENS = {"abre", "abren", "carga", "cargan", "muestra", "muestran"}


def opens_itself(words: Sequence[Token]) -> bool:
    """`Se abre la lista`, which nobody is told to do."""
    return [t.norm for t in words[:1]] == ["se"] and len(words) > 1 + 1 and words[1].norm in _OPENS


def comes_to(words: Sequence[Token]) -> bool:
    """Whether a clause says where somebody gets to, or what to see: `I get the form`, `we land on the list`."""
    told = [t for t in words if t.kind != "mark" and t.norm not in CONNECTORS | _AT_ONCE]
    who = bool(told) and told[0].norm in ("i", "we", "you", "it", "they", "se")
    return told[who : who + 1] != [] and told[who].norm in COMES and len(told) > who + 1


def is_to_be(words: Sequence[Token]) -> bool:
    return [t.norm for t in words[:2]] in (["to", "be"], ["to", "become"])


def _is_finite(token: Token) -> bool:
    return token.norm in STATING | MODAL or token.norm.endswith("n't") or bool(GONE.match(token.norm))


def to_at(words: Sequence[Token]) -> int:
    return next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in ("to", "a", "por", "as", "como")), 0)


def before_change(words: Sequence[Token]) -> Sequence[Token]:
    """What is changed, before what it is changed from and to: `his ticket` in `his ticket from Standard to VIP`."""
    led = words[: to_at(words)]
    owned = bool(words) and words[0].norm in ITS
    since = {"from", "desde"} | ({"de"} if owned else set())
    return led[: next((i for i, t in enumerate(led) if i and t.norm in since), len(led))]


def says_which(words: Sequence[Token]) -> bool:
    """Whether the words say which one is meant."""
    return any(token.names or "." in token.text[1:-1] for token in words)


_THE_ONE = {("the", "one"), *((a, b) for a in ("el", "la") for b in ("de", "del", "que", "con"))}


def means_one(words: Sequence[Token]) -> bool:
    """Whether a thing is told from others of its kind, which is not named again: `the one dated 3 May`."""
    return tuple(t.norm for t in words[:2]) in _THE_ONE


def says_every(words: Sequence[Token]) -> bool:
    """Whether all of something are meant; what is written as a name is one: `the tab All`."""
    return any(token.norm in EVERY and token.kind != "quoted" for token in words)


def key_of(words: Sequence[Token]) -> str:
    named = [
        token
        for token in words
        if token.kind in ("word", "code")
        and token.norm not in ("the", "key", "tecla", "la", "button", "on", "keyboard", "keys")
    ]
    if not named or (
        len(named) > 1 and "key" not in {t.norm for t in words} and "tecla" not in {t.norm for t in words}
    ):
        return ""
    combined = named[0].norm.replace(" ", "")
    if combined in _KEYS:
        return _KEYS[combined]
    modifier, plus, rest = combined.partition("+")
    if plus and modifier in ("ctrl", "control", "alt", "shift", "meta", "cmd"):
        names = {"ctrl": "Control", "control": "Control", "alt": "Alt", "shift": "Shift"}
        return f"{names.get(modifier, 'Meta')}+{_KEYS.get(rest, rest.upper() if len(rest) == 1 else rest)}"
    return ""

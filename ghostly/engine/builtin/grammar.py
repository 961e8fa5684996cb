"""A goal in plain English or Spanish becomes parts: one verb each, with the words that belong to it, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .lexicon import PHRASES, STOP, Verb, meanings, participles, verbs
from .signing import let_in
from .stories import exception, fills_up, is_past, keeps_rest, names_in, tells, told_only
from .words import NUMBER_WORDS, ORDINALS, Token, slipped, stem, tokens_of

_CONNECTORS = {
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
_PREFIXES = _CONNECTORS | {
    *("please", "also", "now", "i", "you", "we", "want", "need", "to", "would", "like", "should", "try", "por",
    "favor", "quiero", "first"),
    *("necesito", "que", "tambien", "ahora", "after", "that", "eso", "a", "debes", "can", "must", "have", "just",
    "let", "us", "continuacion", "intenta", "intentar", "trata", "tratar", "prueba", "probar", "attempt", "user"),
    *("primero", "finalmente", "finally", "lastly", "once", "done", "it", "lo", "the", "user", "usuario", "puedes",
    "hay", "de", "al", "final"),
    *("will", "could", "podrias", "podria"),
    *("deberia", "deberias", "me", "gustaria", "then", "subsequently", "in", "order", "are", "going"),
    *("given", "when", "scenario", "dado", "dada", "cuando", "entonces", "i'd", "i'm", "i'll", "you'd", "let's",
    "they", "he", "she", "intente", "trate", "intento",
    "could", "usted", "yo", "afterwards", "later", "start", "begin", "empieza", "comienza"),
}  # fmt: skip
_MODAL = {"should", "must", "debe", "deben", "deberia", "deberian", "shall"}
_HAS_TO = {
    ("has", "to"),
    ("have", "to"),
    ("needs", "to"),
    ("ought", "to"),
    ("tiene", "que"),
    ("tienen", "que"),
    ("ha", "de"),
}
_WANTS, _WISHES = {"want", "need", "like"}, {"quiero", "necesito", "queremos"}
_BE = {"este", "quede", "sea", "pase"}
# When something is to be looked at, unless it is the end `of` something.
_WHEN = (
    ("at", "the", "end"),
    ("in", "the", "end"),
    ("at", "the", "very", "end"),
    ("al", "final"),
    ("en", "el", "acto"),
    ("al", "terminar"),
    ("al", "acabar"),
    ("al", "finalizar"),
    ("al", "hacerlo"),
    ("por", "ultimo"),
    ("when", "done"),
    ("once", "done"),
    ("after", "that"),
    ("tras", "el", "cambio"),
    ("tras", "ello"),
    ("after", "the", "change"),
    ("when", "that", "done"),
    ("once", "that", "done"),
    ("for", "good"),
    ("a", "continuacion"),
)
_NEEDS, _BEING = {"needs", "need", "has", "have", "tiene", "necesita"}, {"be", "get", "ser"}
_STATING = {
    *("appears", "appear", "aparece", "aparecen", "visible", "shown", "displayed", "listed", "exists", "exist",
    "existe", "existen", "shows"),
    *("contains", "contiene", "muestra", "gone", "disappears", "desaparece", "says", "dice", "reads", "present",
    "is", "are", "esta", "estan"),
    *("has", "figura", "sale", "displays", "there", "includes", "incluye", "be", "sea", "remains", "sigue",
    "becomes", "changed", "been"),
}  # fmt: skip
_STATES_A_FACT = _STATING - {
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
}
_SOLELY = {"only", "just", "solo", "solamente", "unicamente"}
_TELL = {
    "says", "shows", "displays", "lists", "reads", "contains", "remains", "stays", "sits", "carries", "counts", "drops",
    "muestra", "muestran", "dice", "pone", "lista", "figura", "figuran", "sale", "salen", "incluye", "contiene",
    "sigue", "siguen", "queda", "quedan", "refleja", "baja", "bajan", "sube", "suben", "finds", "equals", "comes",
    "goes",
}  # fmt: skip
_OWNED = {"its", "their", "his", "her", "su", "sus"}
_AT = (["on"], ["in"], ["at"], ["under"])
_SOMEBODY = {"i", "you", "we", "user", "usuario", "usted", "he", "she", "yo", "i'd", "we'd"}
# What is typed and no thing of its own.
_FIELDISH = {
    "quantity", "amount", "number", "name", "email", "password", "date", "price", "title", "description", "value", "text",
    "code", "phone", "address", "city", "comment", "message", "reason", "term", "username", "total", "cantidad", "nombre",
    "correo", "fecha", "precio", "titulo", "descripcion", "valor", "texto", "codigo", "telefono", "direccion", "ciudad",
    "comentario", "mensaje", "motivo", "usuario", "contrasena", "clave", "numero", "importe", "time", "hora", "note",
}  # fmt: skip
_NAUGHT = {"nothing", "nada", "nobody", "nadie"}
_REMAINS = {"quedan", "queda", "salen", "sale", "figuran", "figura", "aparecen", "aparece", "hay"}
_SPEAKS, _STILL = (
    {"says", "dice", "pone", "lists", "reads", "finds", "comes", "goes"},
    {"still", "todavia", "aun", "sigue"},
)
_FINDS = {
    "finds", "brings", "shows", "returns", "gives", "yields", "says", "lists", "leads", "results", "produces", "is",
    "muestra", "devuelve", "da", "encuentra", "dice", "lleva",
}  # fmt: skip
# What ends like a verb and is mostly more than one thing.
_PLURALS = {
    "orders", "searches", "filters", "changes", "copies", "books", "updates", "views", "shares", "posts", "tags",
    "lists", "reports", "notes", "types", "records", "archives", "exports", "imports", "votes", "comments", "replies",
    "places", "marks", "buttons", "forms", "drops", "moves", "goes", "uses",
}  # fmt: skip
_REFUSED = {"refused", "rejected", "denied", "accepted", "rechazado", "rechazada", "aceptado", "aceptada"}
_COPULAS = {"is", "was", "were", "has", "had", "esta", "estaba", "fue", "ha", "es"}
_IS = {"is", "are", "esta", "estan"}
_SOMEWHERE = {"in", "on", "among", "not", "still", "no", "now", "en", "entre", "gone", "under"}
_NOT = {
    "not", "no", "never", "ninguno", "none", "without", "sin", "nunca", "don't", "doesn't", "isn't", "aren't", "cannot",
    "mustn't", "shouldn't", "can't", "won't", "ningun", "ninguna", "longer", "nor", "neither", "ni", "tampoco",
}  # fmt: skip
_TELLS = re.compile(r"(?:say|said|tell|read|complain|warn|messag|mensaj|dic|dig|dec|avis|aparec|aparez|sal|indi)")
GONE = re.compile(r"(?:gone|disappear|desapare|vanish|remov|delet|eras|elimin|borrad)")
# What a sentence may begin with before its verb: where, for whom, with what.
_ASIDES = {
    "in", "on", "under", "for", "within", "inside", "from", "at", "with", "using", "as", "en", "dentro", "con", "como",
    "para", "desde", "bajo", "usando", "use", "usa", "utiliza", "utilizando",
}  # fmt: skip
_DETERMINERS = {
    "the", "a", "an", "all", "every", "this", "that", "my", "el", "la", "los", "las", "un", "una", "todos", "todas",
    "este", "esta", "cada",
}  # fmt: skip
_ONE_MORE = {"a", "an", "another", "un", "una", "otro", "otra", "new", "nuevo", "nueva"}
_ANOTHER = {"then", "also", "after", "afterwards", "despues", "luego", "tambien"}
_BEFORE_NOUNS = _DETERMINERS | _ASIDES | {"of", "de", "del", "al", "to", "by", "por", "its", "su", "new", "nuevo"}
_GOES = {"go", "goes", "navigate", "visit", "ve", "ir", "voy", "switch"}
_THAT = {"ese", "esa", "esos", "esas"}
_EXPECTED = {"expected", "expect", "outcome", "expectation", "acceptance", "esperado", "esperada", "aceptacion"}
_APPS = {
    "application", "app", "aplicacion", "page", "pagina", "system", "sistema", "site", "sitio", "form", "formulario",
}  # fmt: skip
# What a page may call a state or a column, and says little otherwise.
_STATE_NAMES = {
    "done", "new", "all", "other", "valid", "invalid", "both", "next", "present", "nuevo", "nueva", "todos", "todas",
}  # fmt: skip
_RESULTS = {"status", "total", "state", "estado", "result", "resultado", "message", "mensaje", "outcome", "balance"}
_REMARKS = {
    "note", "comment", "message", "review", "feedback", "reply", "remark", "nota", "comentario", "mensaje", "resena",
}  # fmt: skip
_SHOWN_IN = {
    "row", "table", "list", "page", "column", "header", "message", "heading", "total", "badge", "counter", "status",
    "fila", "tabla", "lista", "pagina", "columna", "cabecera", "mensaje", "contador", "estado", "screen", "pantalla",
}  # fmt: skip
_POSSIBLE = {
    "possible",
    "allowed",
    "permitted",
    "able",
    "posible",
    "permitido",
    "permitida",
    "permitirse",
    "accepted",
    "admitted",
    "aceptado",
    "aceptada",
    "admitido",
    "aceptar",
    "permitir",
    "dejar",
    "let",
    "deje",
    "permita",
}
_CAN, _CANNOT = {"can", "may", "could", "puede", "pueden", "pueda", "podra"}, {"cannot", "can't", "mustn't"}
_PRONOUNS = {"it", "them", "its", "their", "his", "her", "him", "that", "lo", "la", "los", "las", "le", "su"}
# `Check the row` looks at what was done; there is no box to check.
_SEEN_AGAIN = _DETERMINERS | {
    "row", "table", "list", "result", "results", "change", "changes", "page", "fila", "tabla", "lista", "resultado",
    "cambio", "cambios", "pagina",
}  # fmt: skip
_LEAVES = {"leave", "leaving", "deja", "dejar", "dejando", "keep"}
_EMPTY = {"empty", "blank", "vacio", "vacia", "vacios", "vacias", "blanco"}
_SECRETS = {"password", "contrasena", "clave", "passphrase", "passcode", "pw", "pwd", "pasword", "passwort"}
_DETAILED: frozenset[Verb] = frozenset({"create", "edit", "fill", "fillform", "login", "choose", "filter", "search"})
_NEW = {"new", "nuevo", "nueva"}
_COMMA = Token(-1, "mark", ",", ",", 0, 0)
_LONGEST_ROLE, _LONGEST_LABEL, _LONGEST_SLIP = 6, 4, 8
_ENDS = {".", ";", "!", "?", "\n"}
_KEYS = {
    "enter": "Enter", "return": "Enter", "intro": "Enter", "tab": "Tab", "escape": "Escape", "esc": "Escape",
    "space": "Space", "backspace": "Backspace", "delete": "Delete", "home": "Home", "end": "End", "pageup": "PageUp",
    "pagedown": "PageDown", "arrowup": "ArrowUp", "arrowdown": "ArrowDown", "arrowleft": "ArrowLeft",
    "arrowright": "ArrowRight", "f5": "F5",
}  # fmt: skip
_TITLES = {"dr", "dra", "mr", "mrs", "ms", "prof", "sr", "sra", "srta", "st", "sta", "don", "av", "num", "approx"}
# Verbs that are as often the name of a thing.
_NOUNS = {
    "order", "search", "filter", "change", "copy", "book", "update", "view", "share", "post", "tag", "list", "report",
    "note", "type", "sign-in", "login", "record", "archive", "export", "import", "invite", "vote", "comment", "reply",
}  # fmt: skip
_OPEN = {"open", "opened", "loaded", "abierto", "abierta", "displayed", "shown"}
_POLITE = {
    "please", "try", "intenta", "intentar", "trata", "tratar", "quiero", "necesito", "i", "we", "want", "need", "to",
    "de", "would", "i'd", "attempt", "when", "cuando", "they", "he", "she", "intente", "trate",
}  # fmt: skip
_WOULD = {"would", "i'd", "we'd", "you'd", "they'd", "should"}
_TO_THE_END = {"end", "final", "rest", "resto", "steps", "pasos", "way", "everything", "wizard", "asistente", "pages"}
# What may be in the way of something.
_LAYERS = {
    "notice", "banner", "dialog", "popup", "pop-up", "message", "window", "modal", "overlay", "cookie", "cookies", "tour",
    "aviso", "dialogo", "ventana", "mensaje", "welcome", "hint", "question", "confirmation", "alert",
}  # fmt: skip
_ALLOWS = {"may", "might", "puede", "pueden", "podria", "podrian", "perhaps", "maybe", "quizas"}
_ASKS = {"i", "i'd", "we", "quiero", "necesito", "deseo", "me", "queremos"}
_QUESTIONS = {
    "question", "pregunta", "confirmation", "confirmacion", "dialog", "dialogo", "deletion", "borrado", "prompt",
    "popup", "alert", "alerta",
}  # fmt: skip
_LOOKS: frozenset[Verb] = frozenset(
    {"login", "open", "search", "filter", "sort", "expect", "wait", "reload", "explore", "back", "logout"}
)
_HEADING: frozenset[Verb] = frozenset({"edit", "delete", "say", "clear"})
_SENT: frozenset[Verb] = frozenset({"create", "edit", "delete", "search", "filter", "sort"})
_FILLS: frozenset[Verb] = frozenset({"fill", "choose", "check", "uncheck", "upload", "clear", "drag"})
_OBJECT_LESS: frozenset[Verb] = frozenset({
    "login", "logout", "back", "reload", "save", "close", "accept", "next", "scroll", "search", "expand", "clear",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a goal asks for. `words` are its tokens without the verb, `verb_words` those of the verb;
    `implied` says that the goal does not name it, as the saving of a form that was filled in."""

    number: int
    verb: Verb
    words: tuple[Token, ...]
    verb_words: tuple[Token, ...] = ()
    negated: bool = False
    implied: bool = False
    key: str = ""
    # What is left out where each of several is meant.
    excluded: tuple[Token, ...] = ()

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(token.number for token in self.words)

    def without(self, words: Sequence[Token]) -> Part:
        """The part less words that it ends with."""
        gone = {token.number for token in words}
        kept = tuple(t for t in self.words if t.number not in gone)
        return replace(self, words=kept[:-1] if kept and kept[-1] is _COMMA else kept)

    @property
    def left_out(self) -> frozenset[int]:
        return frozenset(token.number for token in self.excluded)

    @property
    def said(self) -> str:
        return " ".join(token.text for token in (*self.verb_words, *self.words) if token.kind != "mark")


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]


def read_goal(text: str) -> Goal:
    tokens = _with_phrases(tokens_of(text))
    told, head, login = let_in(_without_role(tokens), text)
    parts = _parts(told)
    if login:
        # Whoever signs in does so first, wherever the goal says with what.
        told_so = next((part for part in parts if part.verb == "login" and not _values_of(part)), None)
        head = head or (told_so.verb_words if told_so else ())
        parts = [Part(0, "login", login, head), *(part for part in parts if part is not told_so)]
        parts = [replace(part, number=number) for number, part in enumerate(parts)]
    parts = [each for part in parts for each in _sought(part)]
    parts = _signed_in_first(_same_thing(_told_before(_passive(_impossible(parts)))))
    parts = [_ordered(each) for part in parts for each in _clicks(part)]
    return Goal(text, tokens, tuple(_with_implied_saves(_of_one_thing(parts))))


def _with_phrases(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is quoted once is one name everywhere: `set the status to "On hold" … shows the status On hold`."""
    phrases = {tuple(t.norm.split()) for t in tokens if t.kind == "quoted" and 1 < len(t.norm.split()) <= _LONGEST_ROLE}
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


def _parts(tokens: Sequence[Token]) -> list[Part]:
    """What the goal asks for and tells, one after the other."""
    parts: list[Part] = []
    for piece in _pieces(told_only(_without_when(tokens))):
        if _allows(piece):
            continue
        if piece.verb == "say" and parts and not piece.head and _continues(parts[-1], piece):
            parts[-1] = replace(parts[-1], words=(*parts[-1].words, _COMMA, *piece.body))
            continue
        if place := _place_left_empty(piece):
            piece = replace(piece, verb="open", body=place)
        if _leaves_empty(piece) or fills_up(piece.head, piece.body) or keeps_rest((*piece.head, *piece.body)):
            continue
        if piece.verb == "say" and not piece.head and parts and _is_result(piece.body, parts[-1]):
            piece = replace(piece, verb="expect")
        if piece.verb == "say" and not piece.head and (_labels(piece.body) or (parts and _values(piece.body))):
            piece = replace(piece, verb="fill")
        part = _wished(tokens, _settled(Part(len(parts), piece.verb, tuple(piece.body), tuple(piece.head))))
        if piece.titled and _is_title(parts):
            # `Buy a tea: add it to the cart …` begins with a title; it says what `it` is.
            title = parts.pop().words[1:]
            lent = (_COMMA, *title) if any(t.norm in _PRONOUNS for t in part.words) else ()
            part = replace(part, number=len(parts), words=(*part.words, *lent))
        parts.append(part)
    return parts


def _is_result(words: Sequence[Token], before: Part) -> bool:
    """`Approve it. Status: Approved` says what has come of it."""
    is_done = before.verb in ("say", "delete", "save", "click", "accept", "edit", "expect")
    return is_done and _labels(words) and words[0].norm in _RESULTS


def _values_of(part: Part) -> bool:
    return any(token.is_value for token in part.words)


def _is_title(parts: Sequence[Part]) -> bool:
    """Whether the last part only says what the list is about that follows it."""
    title = parts[-1] if parts else None
    if title is None or any(map(_tells, title.words)) or _denied_at(title.words)[0] is not None:
        return False
    if title.verb in _HEADING and title.verb_words:
        # `Update our customer data: …`; what is to be done follows.
        return bool(content_of(title.words)) and not _names(title.words)
    return title.verb == "say" and not title.verb_words and (len(parts) == 1 or not _names(title.words[1:]))


def _ordered(part: Part) -> Part:
    """`An e-mail that needs to be forwarded to Ada` asks for it; what should be so is checked."""
    if part.verb != "expect" or part.verb_words:
        return part
    for index in range(len(part.words) - 3):
        need, _, being, done = part.words[index : index + 4]
        verb = participles().get(done.norm)
        if need.norm in _NEEDS and being.norm in _BEING and verb:
            words = (*part.words[:index], *part.words[index + 4 :])
            head = (replace(done, norm=_plain(done.norm)),)
            return replace(part, verb=verb, verb_words=head, words=words, negated=False)
    return part


def _wished(tokens: Sequence[Token], part: Part) -> Part:
    """`I want ORD-7 to be paid` asks for that to be done."""
    if part.verb not in ("say", "expect") or part.verb_words or not part.words:
        return part
    led = [t.norm for t in tokens[max(0, part.words[0].number - 3) : part.words[0].number]]
    words = [t for t in part.words if t.norm not in {"that", "que"} | _WANTS]
    for at in range(1, len(words) - 1):
        wants = bool(_WANTS & {*led, part.words[0].norm}) and _is_to_be(words[at:])
        state = words[at + 2 :] if wants else words[at + 1 :] if _WISHES & set(led) and words[at].norm in _BE else []
        if not state or state[0].norm in _SOMEWHERE | _NOT or not _names(words[:at]):
            continue
        verb = "delete" if GONE.match(state[0].norm) else participles().get(state[0].norm)
        if verb:
            head = replace(state[0], norm=_plain(state[0].norm))
            return replace(part, verb=verb, verb_words=(head,), words=(*words[:at], *state[1:]), negated=False)
        return replace(part, verb="edit", words=(*words[:at], replace(words[at], text="as", norm="as"), *state))
    return part


def _plain(participle: str) -> str:
    """`forward` for `forwarded`."""
    return next((root for root in (participle[:-2], participle[:-1]) if root in verbs()), participle)


def _without_role(tokens: Sequence[Token]) -> list[Token]:
    """Without the `As a shop clerk` of `As a shop clerk I want to …`: it says who asks, and asks for nothing."""
    kept = list(tokens)
    for index, token in enumerate(tokens):
        begins = token.norm in ("as", "como") and (not index or tokens[index - 1].text in _ENDS)
        until = next((i for i in range(index + 1, len(tokens)) if _asks(tokens[i])), 0) if begins else 0
        role = [t for t in tokens[index + 1 : until] if t.text != ","]
        if 0 < len(role) <= _LONGEST_ROLE and all(t.kind == "word" and t.text.islower() for t in role):
            kept = [t for t in kept if t.number < index or t.number >= until]
    return kept


def _asks(token: Token) -> bool:
    """`I`, or a verb that says so: `entro`, `elimino`."""
    return token.norm in _ASKS or (token.norm.endswith("o") and token.norm in verbs())


def _without_when(tokens: Sequence[Token]) -> list[Token]:
    """Without `at the end` and its like, which say when something is to be looked at, and nothing of it."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        said = tuple(t.norm for t in tokens[at : at + 4])
        when = next((len(words) for words in _WHEN if said[: len(words)] == words), 0)
        if when and said[when : when + 1] not in (("of",), ("de",), ("del",)):
            at += when
            continue
        kept.append(tokens[at])
        at += 1
    return kept


def _allows(piece: _Piece) -> bool:
    """`A notice may be in the way` and `go through to the end` ask for nothing either."""
    words = {t.norm for t in piece.body if t.kind == "word"}
    if piece.verb in ("explore", "next") and words <= STOP | _TO_THE_END:
        return piece.verb == "explore"
    allows = bool(words & _ALLOWS) and not words & (_MODAL | _NOT | _SOLELY | {"nobody", "nadie"})
    allows = allows and not _names(piece.body[1:]) and bool(words & _LAYERS)
    if piece.verb in ("close", "accept") and words & {"if", "si"} and not _names(piece.body):
        # What is in the way is closed anyway.
        return True
    return piece.verb in ("say", "expect") and not piece.head and allows


def _signed_in_first(parts: Sequence[Part]) -> list[Part]:
    """In `create an order, so sign in …` signing in comes first all the same."""
    at = next((i for i, part in enumerate(parts) if part.verb == "login"), 0)
    if not at or any(part.verb not in _SENT for part in parts[:at]):
        return list(parts)
    ordered = [parts[at], *parts[:at], *parts[at + 1 :]]
    return [replace(part, number=number) for number, part in enumerate(ordered)]


def _same_thing(parts: Sequence[Part]) -> list[Part]:
    """`Create an order, …, create it` is one order, and `delete it, confirm the question` one deletion."""
    found: list[Part] = []
    for part in parts:
        before = {each.verb for each in found}
        said = {t.norm for t in part.words if t.kind == "word"} - _DETERMINERS
        if part.verb == "create" and "create" in before and said and said <= _PRONOUNS:
            part = replace(part, verb="save")
        if part.verb == "save" and "delete" in before and said <= _PRONOUNS | _QUESTIONS and part.verb_words:
            head = part.verb_words[0].norm
            part = replace(part, verb="accept", words=()) if head.startswith(("confirm", "accept", "acept")) else part
        found.append(part)
    return found


def _sought(part: Part) -> Iterator[Part]:
    """`A search for ORD-7 finds nothing`, `looking for ORD-7 brings up …`: what is done, and what that is to show."""
    words, head = part.words, part.verb_words
    verb = _verb_at(words, _lead(words)) if part.verb == "expect" and words else None
    acts = verb is not None and verb[0] not in _LOOKS - {"search", "filter", "open"} and verb[1][0].norm.endswith("ing")
    if acts and verb is not None:
        at = _lead(words) + len(verb[1])
        made, words = Part(0, verb[0], (), tuple(verb[1])), words[at:]
    elif words and words[0].norm in _MODAL and part.verb != "expect":
        # `Al guardarlo debe salir en la lista`
        yield replace(part, words=())
        yield from _facts(Part(0, "expect", tuple(words)))
        return
    elif part.verb in ("search", "filter", "reload") or (
        head and head[0].norm.endswith("ing") and part.verb != "expect"
    ):
        made = replace(part, words=())
    else:
        yield part
        return
    ends = _MODAL if part.verb not in ("search", "filter", "expect") else _FINDS | _MODAL
    until = next((i for i in range(1, len(words)) if words[i].norm in ends and words[i].kind == "word"), None)
    if until is None:
        yield part
        return
    if part.verb == "reload":
        yield made
        yield from _facts(Part(0, "expect", tuple(words)))
        return
    yield _settled(replace(made, words=tuple(_bare(words[:until]))))
    yield from _facts(Part(0, "expect", tuple(words[until:]), head if part.verb == "expect" else ()))


def _lead(words: Sequence[Token]) -> int:
    """Where a clause begins after `that`."""
    return next((i for i, t in enumerate(words) if t.norm not in ("that", "que", "when", "if")), 0)


def _passive(parts: Sequence[Part]) -> list[Part]:
    """`The order ORD-7 should be deleted` asks for that, where nothing else in the goal does anything."""
    # `When the report is approved` always asks for it.
    parts = [(_done_to(part) or part) if part.verb == "say" else part for part in parts]
    if any(_asks_for_something(part) and part.verb not in _LOOKS and part.verb_words for part in parts):
        return parts
    at, found = next(((i, p) for i, part in enumerate(parts) if (p := _done_to(part))), (0, None))
    return [*parts[:at], found, *parts[at + 1 :]] if found else parts


def _done_to(part: Part) -> Part | None:
    """What is to be done where a part says that something is done to a thing: `an order is placed for Ada`."""
    if part.verb not in ("expect", "say") or part.verb_words:
        return None
    words = part.words
    for at in range(1, len(words) - 1):
        verb = participles().get(words[at + 1].norm)
        before = [t.norm for t in words[max(0, at - 2) : at]]
        asks = part.verb == "say" or bool(set(before) & (_MODAL | {"to"}))
        if verb and words[at].norm in _BEING | {"is", "are", "gets"} and asks and not {"not", "no"} & set(before):
            begin = next(
                (i for i in range(1, at + 1) if words[i].norm in _MODAL | _BEING | {"is", "are", "has", "have"}), at
            )
            agent = next((i for i in range(at + 2, len(words)) if words[i].norm == "by"), len(words))
            head = (replace(words[at + 1], norm=_plain(words[at + 1].norm)),)
            return replace(
                part, verb=verb, verb_words=head, words=(*words[:begin], *words[at + 2 : agent]), negated=False
            )
    return None


def _impossible(parts: Sequence[Part]) -> list[Part]:
    """`It must not be possible to create an order without a customer` asks to try that, and for a refusal."""
    found: list[Part] = []
    parts = [fact for part in parts for fact in (_facts(part) if part.verb == "expect" else [part])]
    for at, part in enumerate(parts):
        words = (*part.verb_words, *part.words)
        place, modal = _denied_at(words)
        if place is None:
            found.append(part)
            continue
        colon = next((i for i in range(place, len(words)) if words[i].text == ":"), len(words))
        # What follows a colon says how it is tried.
        said = [_settled(replace(each, number=at)) for each in _parts(words[colon + 1 :])] if words[colon + 1 :] else []
        order = None if said else _tried(words[place + 1 : colon]) or _tried(words[:modal])
        if order and not any(_asks_for_something(each) for each in parts[at + 1 :]):
            found.append(order)
        refused = replace(words[place], text="refused", norm="refused")
        found.append(Part(0, "expect", (refused,), negated=False))
        found += said
    return [replace(part, number=number) for number, part in enumerate(found)]


def _denied_at(words: Sequence[Token]) -> tuple[int | None, int]:
    """Where it says that something cannot be done, and where that begins: `must not be possible`, `no se puede`."""
    told = [t.norm for t in words[: _told_from(words)]]
    for at, word in enumerate(told):
        before = told[:at]
        if word in _CANNOT or (word in _CAN and {"noone", *_NAUGHT} & set(before[-2:])):
            return at, at
        if word in _CAN and (set(before[-2:]) & {"no", "not"} or set(told[at + 1 : at + 2]) & {"not", "no"}):
            return at + (told[at + 1 : at + 2] == ["not"]), at - 1
        possible = word in _POSSIBLE or word.startswith(("aceptarl", "aceptad", "admit", "permit", "dejarl"))
        if possible and set(before) & _NOT and set(before) & (_MODAL | _IS | {"be", "es", "debe", "ser"}):
            return at, next((i for i, w in enumerate(told) if w in _MODAL | _IS | {"be", "es"}), at)
    return None, len(words)


def _tried(words: Sequence[Token]) -> Part | None:
    """What is said to be impossible, as an order."""
    at = next((i for i in range(min(4, len(words))) if _verb_at(words, i) and words[i].norm not in _POSSIBLE), None)
    verb = _verb_at(words, at) if at is not None else None
    return _settled(Part(0, verb[0], tuple(words[(at or 0) + len(verb[1]) :]), tuple(verb[1]))) if verb else None


def _told_before(parts: Sequence[Part]) -> list[Part]:
    """`Order 7 is wrong: remove it` says first what is meant and why, which asks for nothing by itself."""
    found: list[Part] = []
    told: list[Part] = []
    known: list[Part] = []
    for at, part in enumerate(parts):
        if _is_told(part) or _is_given(part, parts[:at], parts[at + 1 :]):
            told.append(part)
            continue
        meant = _meant_by(part, told or known) if told or known else None
        if told and meant is None and not _asks_for_something(part):
            found += told
            meant = part
        # Who it was about may be meant by `his account` still after somebody has signed in.
        known = told or known if meant is None and part.verb in _LOOKS else []
        found.append(meant or part)
        told = []
    return [replace(part, number=number) for number, part in enumerate((*found, *told))]


def _is_told(part: Part) -> bool:
    """Whether a sentence has no order in it: it may tell what the next one is about."""
    if part.verb != "say" or part.verb_words or not part.words:
        return False
    return tells(part.words) or any(map(_tells, part.words)) or part.words[0].norm in _DETERMINERS


def _is_given(part: Part, before: Sequence[Part], after: Sequence[Part]) -> bool:
    """Whether a statement tells how things are before anything is done: `there are two of them; delete …`."""
    head = [t.norm for t in part.verb_words]
    says_so = head in (["there", "is"], ["there", "are"], ["there's"], ["hay"], [])
    if part.verb != "expect" or not says_so or any(each.verb not in _LOOKS for each in before) or not after:
        return False
    words = {t.norm for t in part.words}
    if part.verb_words:
        return any(_asks_for_something(each) for each in after)
    answers = after[0].verb in ("close", "accept") and any(
        t.norm.endswith(("lo", "la", "it")) for t in after[0].verb_words
    )
    return not words & _MODAL and (answers or bool({"it", "them"} & {t.norm for t in after[0].words[:1]}))


def _asks_for_something(part: Part) -> bool:
    return part.verb not in ("expect", "wait", "explore") and (bool(part.verb_words) or part.verb == "say")


def _meant_by(part: Part, stories: Sequence[Part]) -> Part | None:
    """The order with the thing that was told of before, when it does not name it."""
    told = stories[-1]
    if part.verb == "create" and {t.norm for t in part.words} <= _PRONOUNS:
        # `We need room 3 on Monday. Please book it`: the whole of it is what is to be made.
        return replace(part, words=tuple(t for story in stories for t in (*story.words, _COMMA)))
    lacks = not _to(part.words) and not _values_of(part) and any(t.norm in _PRONOUNS for t in part.words)
    if part.verb == "edit" and lacks and not marks(part):
        # `Ada's new city is Porto. Update her record`: the story says what is to be changed to what.
        return replace(part, words=(*part.words, replace(_COMMA, text=":", norm=":"), *told.words))
    is_at = next((i for i, t in enumerate(told.words) if _tells(t)), None)
    named = tuple(t for t in told.words[: is_at or 0] if t.is_value or t.norm not in STOP | NUMBER_WORDS.keys())
    named = named if _names(named) else tuple(names_in(told.words))
    return _about(part, named) if named else None


def _about(part: Part, named: Sequence[Token]) -> Part | None:
    """The part with the thing that it does not name itself; None when it names one, or acts on none."""
    if part.verb == "close" and calls_off(part) and any(t.norm in _PRONOUNS for t in part.words):
        part = replace(part, verb="delete")
    if _lacks_a_thing(part):
        return replace(part, words=(*_without_purpose(part.words), _COMMA, *named))
    if any(t.norm in ("one", "ones") for t in part.words):
        return replace(part, words=(*part.words, _COMMA, *named))
    told = part.words[: _to(part.words)]
    if part.verb == "edit" and not _names(told) and any(t.norm in _PRONOUNS for t in told):
        return replace(part, words=(*named, *part.words))
    return None


def marks(part: Part) -> bool:
    """Whether the verb says what becomes of a thing, and gives it no other name: `mark it as a favourite`."""
    return any(t.norm.startswith(("mark", "marc", "marq")) for t in part.verb_words[:1])


def calls_off(part: Part) -> bool:
    """Whether the verb says that something is not to be any more: `cancel`."""
    return any(t.norm.startswith(("cancel", "anul")) for t in part.verb_words[:1])


def _labels(words: Sequence[Token]) -> bool:
    """`Contact person: Ada`: a label and what belongs there."""
    at = next((i for i, t in enumerate(words) if t.text in (":", "=")), 0)
    return 0 < at <= _LONGEST_LABEL and at + 1 < len(words) and all(t.kind == "word" for t in words[:at])


def _values(words: Sequence[Token]) -> bool:
    """`Day 22, time 09:30`: a label and its value, one after the other."""
    return len(words) > 1 and words[0].kind == "word" and words[1].is_value and words[0].norm not in STOP


def _leaves_empty(piece: _Piece) -> bool:
    """`Leave the form empty` asks for nothing: what is not mentioned is not filled in anyway."""
    words = [t.norm for t in (*piece.head, *piece.body) if t.kind == "word"]
    return piece.verb == "say" and bool(_LEAVES & set(words[:1])) and bool(_EMPTY & set(words))


def _place_left_empty(piece: _Piece) -> Sequence[Token]:
    """The form of `on New issue leave the title empty`, which is to be opened all the same."""
    words = [t.norm for t in piece.body]
    leaves = next((i for i, word in enumerate(words) if word in _LEAVES), 0)
    is_so = piece.verb == "say" and leaves > 1 and words[0] in _ASIDES and bool(_EMPTY & set(words[leaves:]))
    return piece.body[1:leaves] if is_so else ()


@dataclass(frozen=True, slots=True)
class _Piece:
    verb: Verb
    head: Sequence[Token]
    body: Sequence[Token]
    titled: bool = False
    begins_line: bool = False


def _continues(before: Part, piece: _Piece) -> bool:
    """Whether words without a verb say more about the part before: what a form is to be filled in with."""
    if piece.begins_line and before.verb in ("choose", "filter", "search") and _labels(piece.body):
        return False
    words = {token.norm for token in piece.body}
    if before.verb == "login":
        return bool(words & _SECRETS) or any(token.kind in ("email", "placeholder") for token in piece.body)
    told = any(token.is_value or token.text in (":", "=") or token.text[:1].isupper() for token in piece.body)
    if tells(piece.body) and not any(
        t.is_value or t.text in (":", "=") or t.text[:1].isupper() for t in piece.body[1:]
    ):
        # `The table does not refresh by itself` says nothing more of it.
        return False
    return before.verb in _DETAILED and told


def _pieces(tokens: Sequence[Token]) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(tokens):
        start, verb, head, aside = _begin(tokens, at)
        body_start = start + len(head)
        end = _end(tokens, body_start, verb)
        body = _bare(tokens[body_start:end])
        if aside:
            body = [*body, _COMMA, *aside]
        if head or body:
            titled = ":" in [t.text for t in tokens[max(0, at - 2) : at] if t.text != "\n"][-1:]
            pieces.append(_Piece(verb, head, body, titled, at > 0 and tokens[at - 1].text == "\n"))
        at = max(end, at + 1)
    return pieces


def _leads_in(token: Token) -> bool:
    return token.kind == "word" and token.norm in _PREFIXES


def _joins(token: Token) -> bool:
    return token.kind == "word" and token.norm in _CONNECTORS


def _bare(words: Sequence[Token]) -> list[Token]:
    """Without the marks and connectors at the end."""
    left = list(words)
    while left and ((left[-1].kind == "mark" and left[-1].text not in "%€$£") or _joins(left[-1])):
        left.pop()
    return left


def _begin(tokens: Sequence[Token], at: int) -> tuple[int, Verb, Sequence[Token], Sequence[Token]]:
    """Where the verb of the part that begins here stands, what it means, its words, and the words before it that say
    where or with what."""
    if led := _led_in(tokens, at):
        return *led, ()
    while at < len(tokens) and (tokens[at].kind == "mark" or _joins(tokens[at])):
        at += 1
    piece = tokens[at : _end(tokens, at, "say")]
    if label := _is_expected(tokens[at:]):
        return at, "expect", tokens[at : at + label], ()
    if piece and piece[0].norm in _ASIDES and (inner := _verb_inside(tokens, at + 1)):
        place, found = inner
        aside = [t for t in tokens[at:place] if t.norm not in _POLITE - {"to", "de"}]
        return place, found[0], found[1], _bare(aside)
    if named := _named_open(piece):
        return at, "open", piece[:1], named
    return _begin_without(tokens, at, piece)


def _led_in(tokens: Sequence[Token], at: int) -> tuple[int, Verb, Sequence[Token]] | None:
    """The verb that nothing but words without content, or somebody who does it, stands before."""
    start = at
    while True:
        found = _verb_at(tokens, start)
        if found and _is_expected_of(tokens[at:start], found):
            return at, "expect", ()
        if found:
            return None if _is_subject(tokens, at, start) else (start, *found)
        if start < len(tokens) and (tokens[start].kind == "mark" or _leads_in(tokens[start])):
            start += 1
        elif told := _narrated(tokens, start):
            start = told
        else:
            return None


def _is_expected_of(led: Sequence[Token], found: tuple[Verb, Sequence[Token]]) -> bool:
    """Whether a thing, and nobody, is to do it: `it should show up in the list`."""
    said = {t.norm for t in led if t.kind == "word"}
    modal = bool(said & _MODAL) or any(pair in _HAS_TO for pair in pairwise(t.norm for t in led))
    return modal and bool(said & {"it", "they", "this", "that"}) and not said & _SOMEBODY and found[0] != "expect"


def _begin_without(
    tokens: Sequence[Token], at: int, piece: Sequence[Token]
) -> tuple[int, Verb, Sequence[Token], Sequence[Token]]:
    """What a part is that has no verb of ours."""
    if _states(piece):
        return at, "expect", (), ()
    while at + 1 < len(tokens) and tokens[at].norm in _POLITE and tokens[at + 1].kind == "word":
        at += 1
    wants = {t.norm for t in tokens[max(0, at - 2) : at]} & (_WANTS | _WISHES)
    if wants and at + 2 < len(tokens) and tokens[at].norm in _ONE_MORE and tokens[at + 1].text.islower():
        # `I want a new order for …`
        return at, "create", (), ()
    if _is_order(tokens, at) and not is_past(tokens, at):
        return at, "say", tokens[at : at + 1], ()
    return at, "say", (), ()


def _narrated(tokens: Sequence[Token], at: int) -> int:
    """Where the verb stands of somebody who does something: `Dana opens …`, `the support team looks up …`; else 0."""
    until = min(len(tokens) - 1, at + _LONGEST_LABEL)
    for place in range(at + 1, until):
        before = tokens[at:place]
        if any(t.kind != "word" or t.norm in _ASIDES - {"for"} | _MODAL for t in before):
            return 0
        verb = _verb_at(tokens, place)
        if verb is None or not tokens[place].text.islower():
            continue
        does = verb[1][0].norm.endswith("s") and verb[0] != "expect" and verb[1][0].norm != "shows"
        led = tokens[at - 1].norm if at else ""
        is_who = all(t.text[:1].isupper() for t in before) or {before[0].norm, led} & _DETERMINERS
        thing = {t.norm for t in before} & (_SHOWN_IN | _APPS)
        return place if does and is_who and not thing and verb[1][0].norm not in _TELL | _STATING | _PLURALS else 0
    return 0


def _is_expected(piece: Sequence[Token]) -> int:
    """How many words lead in what is expected, as in `Expected result: …`; 0 when none do."""
    colon = next((i for i, t in enumerate(piece[:_LONGEST_LABEL]) if t.text == ":"), 0)
    return colon + 1 if _EXPECTED & {t.norm for t in piece[:colon]} else 0


def _named_open(piece: Sequence[Token]) -> Sequence[Token]:
    """The place of `Given the help desk is open`."""
    words = _bare(piece)
    if len(words) < 3 or words[0].norm not in ("given", "dado", "dada"):
        return ()
    if words[1].norm in _DETERMINERS and words[-1].norm in ("page", "pagina", "screen", "pantalla"):
        return words[1:]
    return words[1:-2] if words[-1].norm in _OPEN and words[-2].norm in _IS else ()


def _is_subject(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether a word that could be a verb is a noun here: `the search field should contain …`."""
    before = tokens[verb - 1].norm if verb > at else ""
    is_noun = bool({tokens[verb].norm, stem(tokens[verb].norm)} & _NOUNS)
    if before not in _DETERMINERS and not is_noun:
        return False
    if is_noun and before in _DETERMINERS - _ONE_MORE:
        return True
    piece = tokens[verb : _end(tokens, verb + 1, "expect")]
    if is_noun and len(piece) > 2 and piece[1].is_value and (_tells(piece[2]) or _is_to_be(piece[2:])):
        return True
    return _states(piece) and (before in _DETERMINERS or not {"that", "which", "who", "que"} & {t.norm for t in piece})


def _verb_inside(tokens: Sequence[Token], at: int) -> tuple[int, tuple[Verb, Sequence[Token]]] | None:
    """The verb of a sentence that begins with something else."""
    for index in range(at, len(tokens)):
        if _ends_here(tokens, index):
            return None
        found = _verb_at(tokens, index)
        if (
            found
            and tokens[index - 1].norm not in _BEFORE_NOUNS - {"to", "para"}
            and _starts_a_part(tokens, index, "say")
        ):
            return index, found
    return None


def _is_order(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is no known verb is used as one: `merge the customers`."""
    if at + 1 >= len(tokens) or tokens[at].kind != "word" or tokens[at].norm in STOP | _PREFIXES | _STATING | _MODAL:
        return False
    after = tokens[at + 1]
    ordered = tokens[at].text[1:].islower() and tokens[at].norm.endswith(("a", "e", "lo", "la", "le"))
    if ordered and len(tokens[at].norm) > _LONGEST_LABEL and after.norm in ("al", "a", "del"):
        return not at or tokens[at - 1].text in _ENDS or _joins(tokens[at - 1])
    named = any(t.is_value or t.text[:1].isupper() for t in tokens[at + 2 : at + 4])
    if not at and after.kind == "word" and after.text.islower() and named and not meanings(tokens[at].norm):
        # `Renew contract C-102`
        return after.norm not in STOP | _STATING
    begins = not at or tokens[at - 1].norm == "to" or (tokens[at - 1].text in _ENDS and tokens[at].text[1:].islower())
    if after.kind == "number":
        # `… and quantity 3` says more of what is being filled in, and so does a line of a list that says `Quantity 17`.
        ends = at + 2 >= len(tokens) or tokens[at + 2].text in _ENDS | {","}
        return begins and not (ends and bool(meanings(tokens[at].norm)))
    return (begins or tokens[at].text.islower()) and after.norm in _DETERMINERS | {"it", "them"}


def _states(piece: Sequence[Token]) -> bool:
    words = {token.norm for token in piece if token.kind == "word"}
    pairs = {(a.norm, b.norm) for a, b in pairwise(piece)}
    is_somewhere = any(a in _IS and b in _SOMEWHERE | _REFUSED for a, b in pairs)
    is_somewhere = is_somewhere or _shows(piece)
    return bool(words & _MODAL) or bool(words & _STATES_A_FACT) or bool(pairs & _HAS_TO) or is_somewhere


def _shows(piece: Sequence[Token]) -> bool:
    """`The companies page lists Ada`, `la tabla muestra 3`, `ORD-9 still there`: something tells what it is or says."""
    spoken = [t for t in piece if t.kind != "mark"]
    at = next((i for i, t in enumerate(spoken[1:7], 1) if t.norm in _TELL and t.kind == "word"), 0)
    if spoken and spoken[0].norm in _REMAINS and spoken[0].kind == "word":
        return len(spoken) > 1
    if at:
        after = spoken[at + 1] if at + 1 < len(spoken) else None
        begins = spoken[0].norm in _DETERMINERS | _NOT or spoken[0].names or spoken[0].norm in ("it", "that", "then")
        before = spoken[at - 1]
        noun = before.is_value or before.norm not in _BEFORE_NOUNS | {"that", "which", "who", "que", "and", "y", "to"}
        return begins and noun and not (after and after.norm in ("that", "que") and spoken[at].norm in _SPEAKS)
    return any(a.norm in _STILL and b.norm in ("there", "ahi", "alli") for a, b in pairwise(spoken))


def _verb_at(tokens: Sequence[Token], at: int) -> tuple[Verb, Sequence[Token]] | None:
    for length in (5, 4, 3, 2):
        words = tuple(token.norm for token in tokens[at : at + length] if token.kind == "word")
        if len(words) == length and words in PHRASES:
            return PHRASES[words], tokens[at : at + length]
    if at >= len(tokens) or tokens[at].kind not in ("word", "code"):
        return None
    before = tokens[at - 1].norm if at else ""
    if (tokens[at].norm in _NEW and before in _DETERMINERS) or (tokens[at].norm == "like" and before in _WOULD):
        return None
    if tokens[at].norm in _EMPTY and (at + 1 >= len(tokens) or tokens[at + 1].kind == "mark" or _joins(tokens[at + 1])):
        return None
    if _is_named_next(tokens, at):
        return "next", tokens[at : at + 1]
    meant = verbs().get(tokens[at].norm.replace("-", "")) or verbs().get(tokens[at].norm)
    return (meant[0], tokens[at : at + 1]) if meant else _misspelt(tokens, at)


def _is_named_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line of a list says just `Next`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    begins = at > 0 and tokens[at - 1].text == "\n"
    return tokens[at].text in ("Next", "Siguiente") and begins and (after is None or after.text in ("\n", ".", ","))


def _misspelt(tokens: Sequence[Token], at: int) -> tuple[Verb, Sequence[Token]] | None:
    """The verb that a word would be but for a slip of the pen: `chek`, `sing in`."""
    word = tokens[at]
    begins = not at or tokens[at - 1].text in _ENDS
    if (
        word.kind != "word"
        or word.norm in STOP | _PREFIXES
        or meanings(word.norm)
        or not (begins or word.text.islower())
    ):
        return None
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    for phrase, verb in PHRASES.items():
        if phrase[1:] == (after,) and slipped(word.norm, phrase[0]):
            return verb, (replace(word, norm=phrase[0]), tokens[at + 1])
    if word.norm.endswith(("ing", "ed", "est")):
        return None
    meant = {verbs()[known][0]: known for known in verbs() if len(known) <= _LONGEST_SLIP and slipped(word.norm, known)}
    return (
        next(((verb, (replace(word, norm=known),)) for verb, known in meant.items()), None) if len(meant) == 1 else None
    )


def _ends_here(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends with this mark; the point of `Dr. Ray` and of `Bo B. Ray` ends none."""
    if tokens[at].kind != "mark" or tokens[at].text not in _ENDS:
        return False
    if tokens[at].text != "." or not at or at + 1 >= len(tokens):
        return True
    before, after = tokens[at - 1], tokens[at + 1]
    initial = len(before.text) == 1 and before.text.isupper() and at > 1 and tokens[at - 2].text[:1].isupper()
    return not ((before.norm in _TITLES or initial) and before.end == tokens[at].start and after.text[:1].isupper())


def _ends_quoted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends within its quotes: `… says "All done." Then …`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = tokens[at].kind == "quoted" and tokens[at].text.rstrip()[-1:] in (".", "!", "?")
    return ends and after is not None and after.kind == "word" and after.text[:1].isupper()


def _end(tokens: Sequence[Token], at: int, verb: Verb) -> int:
    """Where the part ends that goes on here: at the end of its sentence, or where a connector is followed by a verb."""
    for index in range(at, len(tokens)):
        token = tokens[index]
        if _ends_here(tokens, index) or _ends_quoted(tokens, index):
            return index + 1
        if index > at and _begins_check(tokens, index, verb):
            return index
        joint = _joins(token) or (token.kind == "mark" and (token.text in ",:(→" or _is_dash(tokens, index)))
        if token.norm in _ANOTHER and index > at and tokens[index - 1].kind == "word" and _tells_next(tokens, index):
            continue
        if joint and index + 1 < len(tokens):
            if _starts_a_part(tokens, index + 1, verb) or (token.text == ":" and _is_aside(tokens, index + 1)):
                return index + 1
            if _joins(token) and verb != "expect" and _is_order(tokens, index + 1):
                return index + 1
    return len(tokens)


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether an order follows that begins with where it is done: `: on the settings page set …`."""
    return tokens[at].norm in _ASIDES and _verb_inside(tokens, at + 1) is not None


def _tells_next(tokens: Sequence[Token], at: int) -> bool:
    """`The list then shows 3` is one statement."""
    follows = at + 1 < len(tokens) and tokens[at + 1].norm in _TELL | _STATES_A_FACT
    return follows or tokens[at - 1].norm in _MODAL


def _begins_check(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Whether a check follows that no mark parts from what comes before: `… so that it is listed`, `… la aplicación
    debe negarse`, `… → ORD-7 gone`."""
    if verb == "expect":
        return False
    said = [t.norm for t in tokens[at : at + 6]]
    if said[0] in ("so", "para") and said[1:2] in (["that"], ["que"]) and said[2:3]:
        return said[2] in ("it", "they", "se", "the") and _states(tokens[at + 2 : _end(tokens, at + 2, "expect")])
    if tokens[at].text == "→":
        return _states(tokens[at + 1 : _end(tokens, at + 1, "expect")])
    is_app = said[0] in _DETERMINERS and len(said) > 2 and said[1] in _APPS
    if is_app and (said[2] in _MODAL or tuple(said[2:4]) in _HAS_TO):
        return True
    if tokens[at - 1].text != "," or said[0] not in _DETERMINERS:
        return False
    # `…, the column Total shows 5`: what a field is to say is told otherwise.
    return bool(_SHOWN_IN & set(said)) and _shows(tokens[at : _end(tokens, at, "expect")])


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """A dash with space around it, which parts what it stands between."""
    apart = 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    return apart and tokens[at].text in ("-", "–", "—")


def _starts_a_part(tokens: Sequence[Token], at: int, before: Verb) -> bool:
    start = at
    while start < len(tokens) and start - at < 4 and _leads_in(tokens[start]) and not _verb_at(tokens, start):
        start += 1
    found = _verb_at(tokens, start)
    if start < len(tokens) and tokens[start].norm in _LEAVES and _EMPTY & {t.norm for t in tokens[start : start + 5]}:
        return True
    if found is None:
        rest = []
        for token in tokens[at:]:
            if token.kind == "mark" and token.text in ".;,\n":
                break
            rest.append(token)
        words = {token.norm for token in rest if token.kind == "word"}
        words |= {"must"} if any((a.norm, b.norm) in _HAS_TO for a, b in pairwise(rest[:5])) else set()
        inside = any(token.text == ")" for token in rest) and not any(token.text == "(" for token in rest)
        return bool(words & _MODAL) and before != "expect" and not inside
    follows = start + len(found[1])
    if follows >= len(tokens):
        return found[0] in _OBJECT_LESS or before != "fill"
    if len(found[1]) > 1 or found[0] == "expect":
        return True
    after = tokens[follows]
    if after.kind == "mark" and after.text in ".;\n" and found[0] not in _OBJECT_LESS:
        return False
    if after.text == ":" and found[0] in _OBJECT_LESS and _joins(tokens[at - 1]):
        return True
    # A noun that looks like a verb is followed by what no object begins with.
    return not (after.norm in ("is", "are", "should", "must", "debe", "esta", "=") or after.text in ("=", ":"))


def _settled(part: Part) -> Part:
    """Decides what a verb with several meanings means here."""
    words = {token.norm for token in part.words if token.kind == "word"}
    head = " ".join(token.norm for token in part.verb_words)
    key = _key(part.words) if part.verb in ("press", "click") and head not in ("click", "click on") else ""
    part = _made_so(_turned(part, head), head)
    words = {token.norm for token in part.words if token.kind == "word"}
    verb = "press" if key else _meant(part, head, words)
    if verb != "expect":
        at, left = exception(part.words)
        is_left = bool(part.words[left:])
        part = replace(part, words=part.words[:at], excluded=part.words[left:]) if is_left else _without_others(part)
    return replace(part, verb=verb, key=key, negated=verb == "expect" and _denies((*part.verb_words, *part.words)))


def _turned(part: Part, head: str) -> Part:
    """`Turn the alerts off`, `switch Lodging on`."""
    last = part.words[-1].norm if part.words else ""
    if (
        head.split(" ")[:1] in (["turn"], ["switch"], ["turns"], ["switches"])
        and len(part.words) > 1
        and last in ("on", "off")
    ):
        return replace(part, verb="check" if last == "on" else "uncheck", words=part.words[:-1])
    return part


def _made_so(part: Part, head: str) -> Part:
    """`Make Floor 3 my preferred floor` and `make the signature "M. K."` say what a field is to hold."""
    words = part.words
    if head not in ("make", "makes", "making") or len(words) < 2 or words[0].norm in _ONE_MORE:
        return part
    if words[0].norm in _DETERMINERS | _PRONOUNS and words[-1].names and not _names(words[1:2]):
        return replace(part, verb="edit" if words[0].norm in _PRONOUNS else "fill")
    mine = next((i for i, t in enumerate(words) if i and t.norm in ("my", "the", "our", "their")), None)
    if mine and _names(words[:mine]) and not _names(words[mine:]) and mine + 1 < len(words):
        as_ = replace(words[mine], text="as", norm="as")
        return replace(part, verb="fill", words=(*words[mine + 1 :], as_, *words[:mine]))
    return part


def _without_others(part: Part) -> Part:
    """`The order of Ada (not the paid one)` says by what another one is known that is not meant."""
    for at, token in enumerate(part.words[:-2]):
        opens = token.text in ("(", ",", "–", "-") and part.words[at + 1].norm in ("not", "no")
        if opens and part.words[at + 2].norm in _DETERMINERS:
            end = next(
                (i for i in range(at + 2, len(part.words)) if part.words[i].text in ("),", ")", ",")), len(part.words)
            )
            words = (*part.words[:at], *part.words[end + (end < len(part.words) and part.words[end].text == ")") :])
            return replace(part, words=words, excluded=part.words[at + 2 : end])
    return part


def _without_purpose(words: Sequence[Token]) -> tuple[Token, ...]:
    """In `the trash icon to delete it` only what is clicked: the rest says what that does."""
    for index in range(2, len(words) - 1):
        if words[index].norm in ("to", "para") and _verb_at(words, index + 1):
            after = words[index + 2 :]
            if not _names(after) and len(after) <= 4 and any(t.norm in _PRONOUNS for t in after):
                return tuple(words[:index])
    return tuple(words)


def _told_from(words: Sequence[Token]) -> int:
    """Where begins what something is to say, as in `the page must say that the name must not be empty`."""
    tells = (i + 2 for i, (a, b) in enumerate(pairwise(words)) if _TELLS.match(a.norm) and b.norm in ("that", "que"))
    return next(tells, len(words))


def _denies(words: Sequence[Token]) -> bool:
    words = words[: _told_from(words)]
    denied = sum(token.norm in _NOT or bool(GONE.match(token.norm)) for token in words if token.kind == "word")
    return denied == 1 or (denied > 1 and not any(GONE.match(token.norm) for token in words))


def _meant(part: Part, head: str, words: set[str]) -> Verb:
    says_that = bool(words & {"that", "que"})
    states = bool(words & (_STATING - {"there"})) or bool(words & _MODAL)
    if _enters(part, head, words):
        return "login"
    if meant := _made_or_seen(part, head, words):
        return meant
    if head.startswith(("confirm", "valid")):
        return "expect" if {states, says_that, bool(words & _NOT), len(part.verb_words) > 1} & {True} else "save"
    if part.verb == "check":
        if _says_of_it(part.words) or says_that or words & ({"if", "whether"} | _STATES_A_FACT) or words <= _SEEN_AGAIN:
            return "expect"
        return "edit" if marks(part) and words & {"as", "como"} else "check"
    if part.verb in ("open", "fill") and head in ("enter", "entra", "entrar"):
        return "fill" if _types(part, words) and head == "enter" else "open"
    if head.startswith(("writ", "escrib")) and part.words[:1] and part.words[0].norm in _DETERMINERS:
        # A note is written where there was none; a name is written into a field.
        return "fill" if words & {"in", "into", "en"} else "create"
    if _alters(part, head):
        return "edit"
    if part.verb == "close" and calls_off(part) and _names(part.words):
        return "delete"
    return _sent_as(part, head, words) if part.verb == "save" else _looked_at(part, head, says_that)


def _looked_at(part: Part, head: str, says_that: bool) -> Verb:
    """`Show that it is paid` checks something, and `show the list` opens it."""
    looks = part.verb == "open" and head in ("ver", "ve", "show", "muestra") and says_that
    return "expect" if looks else "click" if part.verb == "press" else part.verb


def _made_or_seen(part: Part, head: str, words: set[str]) -> Verb | None:
    """What a verb means here that otherwise means something else: `order 3 rolls`, `find it in the list`."""
    first = [t.norm for t in part.words[:2]]
    is_new = first in (["a", "new"], ["another", "new"], ["one", "more"])
    orders = part.verb == "sort" and head.startswith("order") and _names(part.words)
    leaves = part.verb == "say" and head.startswith(("leav", "deja")) and bool(words & _REMARKS)
    enters = head in ("enter", "input", "introduce", "ingresa", "put in") and first[:1] and first[0] in _ONE_MORE - _NEW
    is_thing = enters and not words & {"in", "into", "as", "en", "como"} and not set(first[1:]) & _FIELDISH
    is_thing = is_thing and any(t.norm in ("of", "for", "with", "de", "para", "con", "called") for t in part.words[2:4])
    if leaves or is_thing or (head.startswith("enter") and is_new) or (orders and not words & {"by", "por", "ascending"}):
        return "create"
    if part.verb == "create" and head.startswith("rais") and _to(part.words) and part.words[-1].kind == "number":
        return "edit"
    finds = part.verb == "search" and head.startswith("find") and first[:1] in (["it"], ["them"])
    stays = part.verb == "next" and head.startswith(("sig", "contin")) and head != "continue"
    finds = finds or (part.verb == "check" and first[:1] in (["it"], ["that"], ["this"]) and first[1:] in _AT)
    looks = part.verb == "say" and head == "check in" and bool(words & {"that", "que"})
    return "expect" if finds or looks or (stays and content_of(part.words)) else None


def _types(part: Part, words: set[str]) -> bool:
    """Whether `enter` is for a field and not for a place."""
    return any(token.is_value for token in part.words) or bool(words & {"in", "into", "as", "como"})


def _alters(part: Part, head: str) -> bool:
    """Whether one thing among several is to be changed: `set the status of ORD-7 to Paid`, `move it to 9 May`."""
    makes = head in ("make", "makes", "haz", "hace", "haga") and part.words[:1] and part.words[0].norm not in _ONE_MORE
    if (part.verb in ("fill", "choose") or makes) and _is_of_something(part.words):
        return True
    return part.verb == "drag" and not head.startswith(("drag", "arrastr")) and _is_put_off(part.words)


def _sent_as(part: Part, head: str, words: set[str]) -> Verb:
    """What saving means where the words say of what: `save a new order`, `complete the form with …`."""
    if head.startswith(("sav", "guard", "grab")) and part.words and part.words[0].norm in _ONE_MORE:
        return "create"
    return "fill" if head.startswith(("complet", "finish")) and words & {"with", "con"} else "save"


def _says_of_it(words: Sequence[Token]) -> bool:
    """`Check it is listed` looks at something; there is no box that is called so."""
    said = [t.norm for t in words[:2]]
    return len(said) > 1 and said[0] in _PRONOUNS | {"there"} and said[1] in _STATING | _MODAL


def _enters(part: Part, head: str, words: set[str]) -> bool:
    """Whether somebody is to be let in, whose name is given."""
    enters = part.verb in ("open", "say", "fill") and head.startswith(("acced", "entr", "access", "ingres", "loguea"))
    # `Ingresa la contraseña` only types it; `ingresa con …` lets somebody in.
    if head.startswith("ingres") and not words & {"con", "como", "with", "usando"}:
        return False
    return enters and head != "enter" and (bool(words & _SECRETS) or any(token.kind == "email" for token in part.words))


def _is_put_off(words: Sequence[Token]) -> bool:
    """Whether something is moved to another day or hour."""
    return any(t.kind == "number" and re.search(r"\d[/.:-]\d|[a-z]{3}", t.norm) for t in words[_to(words) :])


def _is_of_something(words: Sequence[Token]) -> bool:
    """Whether a value belongs to one thing among several: `set the status of ORD-7 to Paid`."""
    to = _to(words)
    of = next((i for i, t in enumerate(words[:to]) if i and t.norm in ("of", "for", "de", "del")), None)
    return of is not None and _names(words[of + 1 : to])


def _clicks(part: Part) -> Iterator[Part]:
    """`Click on A and then on B` are two."""
    if part.verb == "create":
        yield from _creations(part)
        return
    if part.verb not in ("click", "double"):
        yield part
        return
    start = 0
    for index, token in enumerate(part.words):
        after = [t.norm for t in part.words[index + 1 : index + 3]]
        again = after[:1] in (["on"], ["en"]) or (
            after[:1] and after[0] in _CONNECTORS and after[1:] in (["on"], ["en"])
        )
        if _joins(token) and again and _bare(part.words[start:index]):
            yield replace(part, words=tuple(_bare(part.words[start:index])))
            start = index + 1 + (after[0] in _CONNECTORS)
    yield replace(part, words=part.words[start:], verb_words=part.verb_words if not start else ())


def _creations(part: Part) -> Iterator[Part]:
    """`Create a customer … and then an order` are two."""
    start = 0
    for at in range(1, len(part.words) - 2):
        said = [t.norm for t in part.words[at : at + 3]]
        if _joins(part.words[at]) and said[1] in _ANOTHER and said[2] in _ONE_MORE:
            yield replace(part, words=tuple(_bare(part.words[start:at])))
            start = at + 2
    yield replace(part, words=part.words[start:])


def _facts(part: Part) -> Iterator[Part]:
    """The facts of `A is listed and B is not`, one check each; what tells more about one thing stays together."""
    clauses: list[list[Token]] = [[]]
    for index, token in enumerate(part.words):
        joint = _joins(token) or token.norm in ("while", "mientras", "nor", "ni") or token.text in (",", ";", ":")
        after = part.words[index + 1].norm if index + 1 < len(part.words) else ""
        if joint and clauses[-1] and after in _NAUGHT:
            clauses.append([])
        elif joint and clauses[-1] and _is_fact(part.words[index + 1 :]) and not _counts_out(clauses[-1]):
            clauses.append([token] if token.norm in _NOT else [])
        else:
            clauses[-1].append(token)
    kept = [clause for clause in clauses if _bare(clause)]
    for number, clause in enumerate(kept):
        # `A and B are not shown` denies both.
        told = next((c for c in kept[number:] if _finite(c) is not None), clause)
        head = part.verb_words if not number else ()
        elliptic = _finite((*head, *clause)) is None
        if clause[0].norm in _NAUGHT and number:
            # `… and nothing may be saved` speaks of no thing.
            begin = 0 if clause[1:] and clause[1].norm in _MODAL | _CAN | _IS else 1
            yield replace(part, words=tuple(_bare(clause[begin:])), negated=True, verb_words=head)
            continue
        negated = _denies((*head, *clause)) or (elliptic and _denies((*head, *told)))
        yield replace(part, words=tuple(_bare(clause)), negated=negated, verb_words=head)


def _counts_out(clause: Sequence[Token]) -> bool:
    """Whether all of several things are meant together: `only A and B are listed`."""
    return bool(_SOLELY & {t.norm for t in clause}) and _finite(clause) is None


def _is_fact(words: Sequence[Token]) -> bool:
    """Whether a clause begins here that has its own subject."""
    until = next((i for i, t in enumerate(words) if _joins(t) or t.text in (",", ";")), len(words))
    clause = words[:until]
    if clause and clause[0].norm in _NOT | {"that", "que"}:
        return any(token.is_value or token.norm not in STOP for token in clause[1:])
    if len(clause) < _LONGEST_LABEL and clause and clause[-1].norm in _NOT and _names(clause):
        # `while Old does not`
        return True
    place = _finite(clause)
    return place is not None and any(t.is_value or (t.kind == "word" and t.norm not in STOP) for t in clause[:place])


def _finite(clause: Sequence[Token]) -> int | None:
    """Where the clause says what is or must be."""
    return next((i for i, t in enumerate(clause) if _is_finite(t)), None)


def _tells(token: Token) -> bool:
    return token.norm in _COPULAS or _is_finite(token)


def _is_to_be(words: Sequence[Token]) -> bool:
    return [t.norm for t in words[:2]] in (["to", "be"], ["to", "become"])


def _is_finite(token: Token) -> bool:
    return token.norm in _STATING | _MODAL or token.norm.endswith("n't") or bool(GONE.match(token.norm))


def _of_one_thing(parts: Sequence[Part]) -> list[Part]:
    """`Open order 7 and change its quantity to 3` is one change: the second part does not say of what."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        owned = part.words[:1] and part.words[0].norm in _OWNED and bool(_to(part.words))
        if owned and part.verb in ("fill", "choose"):
            # `Open ORD-7 and set its status to Paid` changes it.
            part = replace(part, verb="edit")
        found_first = before is not None and before.verb == "search" and part.verb in ("click", "double")
        if (
            before
            and before.verb in ("search", "open")
            and not _goes_to(before)
            and (_names(before.words) or _names_a_word(before.words))
            and (found_first or _lacks_a_thing(part))
        ):
            part = replace(part, words=(*_without_purpose(part.words), _COMMA, *before.words))
        elif part.verb in ("click", "double"):
            part = replace(part, words=_without_purpose(part.words))
        edits = part.verb == "edit" and before is not None and not _goes_to(before)
        if before and edits and before.verb in ("open", "edit", "search") and _names(before.words):
            to = _to(part.words)
            if to and not _to(before.words) and not _names(part.words[:to]):
                verb_words = (*before.verb_words, *part.verb_words)
                found[-1] = replace(part, words=(*before.words, *part.words), verb_words=verb_words)
                continue
        found.append(part)
    return [_awaited(part, found[index + 1 :]) for index, part in enumerate(found)]


def _goes_to(part: Part) -> bool:
    """`Go to Settings` names a page, and not the thing that something is done to next."""
    return bool(part.verb_words) and part.verb_words[0].norm in _GOES and not any(t.is_value for t in part.words)


def _names_a_word(words: Sequence[Token]) -> bool:
    """Whether something in a text is meant by its place: `the last word of the text`."""
    return any(a.norm in ORDINALS and b.norm in ("word", "palabra") for a, b in pairwise(words))


def _awaited(part: Part, following: Sequence[Part]) -> Part:
    """What is waited for at the end must be there then."""
    ends = part.verb == "wait" and all(each.verb in ("expect", "wait") for each in following)
    return replace(part, verb="expect", negated=_denies(part.words)) if ends and content_of(part.words) else part


def thing_of(part: Part) -> Sequence[Token]:
    """The words that another part has lent, because this one does not name its thing."""
    place = next((i for i in range(len(part.words) - 1, -1, -1) if part.words[i] is _COMMA), None)
    return part.words[place + 1 :] if place is not None else ()


def aside_of(part: Part) -> Sequence[Token]:
    """The words that stood before the verb and say where or with what."""
    words = thing_of(part)
    return words if words and words[0].norm in _ASIDES else ()


def _lacks_a_thing(part: Part) -> bool:
    """Whether a part acts on a thing that it does not name: `delete it`, `reply to them`, `click the star`."""
    if part.verb not in ("delete", "say", "click", "double", "check", "uncheck", "save", "fill", "create"):
        return False
    on_it = any(
        a.norm in _ASIDES | {"to", "a"} and b.norm in ("it", "them", "ella", "el") for a, b in pairwise(part.words)
    )
    if part.verb == "create" and on_it:
        return True
    clitic = any(t.norm.endswith(("alo", "ala", "elo", "ela", "alos", "alas")) for t in part.verb_words)
    if part.verb == "create":
        return False
    if clitic or any(token.norm in _PRONOUNS | _THAT for token in part.words):
        return part.verb != "fill" or part.words[0].norm in _PRONOUNS
    return part.verb in ("delete", "say") and not _names(part.words)


def _to(words: Sequence[Token]) -> int:
    return next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in ("to", "a", "por", "as", "como")), 0)


def _names(words: Sequence[Token]) -> bool:
    """Whether the words say which one is meant."""
    return any(token.is_value or token.text[:1].isupper() or "." in token.text[1:-1] for token in words)


def _key(words: Sequence[Token]) -> str:
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


def _with_implied_saves(parts: Sequence[Part]) -> list[Part]:
    """A form that was filled in to create or to change something is saved, whether the goal says so or not."""
    found: list[Part] = []
    owes = False
    for part in parts:
        if owes and part.verb not in _FILLS and part.verb != "say":
            if part.verb not in ("save", "click", "press", "next", "accept", "close", "login"):
                found.append(Part(0, "save", (), implied=True))
            owes = False
        found.append(part)
        owes = (
            owes
            or part.verb in ("create", "edit", "drag", "sort", "draw")
            or (part.verb == "say" and bool(part.verb_words))
        )
    if owes:
        found.append(Part(0, "save", (), implied=True))
    return [replace(part, number=number) for number, part in enumerate(found)]


def content_of(words: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens that say what is meant; within a part, `Done` and `New` are names."""
    return tuple(
        token
        for index, token in enumerate(words)
        if token.is_value or (token.kind == "word" and (token.norm not in STOP or (index and _is_state(token))))
    )


def _is_state(token: Token) -> bool:
    return token.text[:1].isupper() and token.norm in _STATE_NAMES


def groups_of(words: Sequence[Token]) -> list[list[Token]]:
    """What stands between commas and `and`."""
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.norm in ("and", "y") or token.text == ",":
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if content_of(group)]

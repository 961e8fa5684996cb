"""What words mean: verbs, words without content, words that say the same; English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from .words import normal, parts, stem

Verb = Literal[
    "click", "open", "fill", "choose", "check", "uncheck", "create", "edit", "delete", "save", "search", "filter",
    "sort",
    "login", "logout", "close", "accept", "upload", "drag", "hover", "scroll", "press", "back", "reload", "wait",
    "expect",
    "expand", "collapse", "clear", "fillform", "double", "next", "say", "explore", "copy", "paste", "focus",
    "draw",
]  # fmt: skip

# The words of a goal are held against those of its pages, and mostly the same ones, again and again.
PAIRS = 1 << 15

_ENGLISH: dict[Verb, str] = {
    "click": "click tap hit push activate",
    "double": "double-click doubleclick",
    "open": "open go navigate visit view access show enter",
    "fill": "fill enter type input write put provide key set supply",
    "check": "check tick mark enable",
    "uncheck": "uncheck untick unmark deselect unselect disable deactivate",
    "create": "create add new raise register make place insert book compose record",
    "edit": "edit change update modify rename correct fix amend replace substitute adjust reschedule postpone raise"
    " lower increase reduce switch flip",
    "delete": "delete remove erase discard trash destroy revoke",
    "save": "save submit send confirm apply finish complete publish store",
    "search": "search find look locate query",
    "filter": "filter narrow restrict",
    "sort": "sort order arrange",
    "login": "login signin authenticate",
    "logout": "logout signout",
    "close": "close dismiss cancel abandon exit",
    "accept": "accept agree allow",
    "upload": "upload attach",
    "drag": "drag move drop reorder",
    "draw": "draw sketch trace",
    "hover": "hover",
    "scroll": "scroll",
    "press": "press",
    "back": "",
    "reload": "reload refresh",
    "wait": "wait",
    "expect": "verify ensure assert expect see validate check confirm",
    "expand": "expand unfold reveal",
    "collapse": "collapse fold minimize",
    "clear": "clear empty reset",
    "next": "continue proceed advance",
    "copy": "copy",
    "paste": "paste",
    "focus": "focus",
    "choose": "select choose pick highlight",
    "say": "leave schedule solve calculate compute resize give reply respond forward like share star follow print"
    " download undo revert archive pin mute duplicate"
    " approve reject restore reinstate reactivate reopen unarchive subscribe invite assign import export vote dispose",
}
_SPANISH: dict[Verb, str] = {
    "click": "clicar pulsar pinchar tocar cliquear presionar",
    "open": "abrir ir navegar visitar entrar acceder ver mostrar consultar mirar",
    "fill": "rellenar llenar introducir escribir ingresar teclear completar poner indicar",
    "choose": "seleccionar elegir escoger resaltar",
    "check": "marcar tildar activar habilitar",
    "uncheck": "desmarcar destildar desactivar deshabilitar",
    "create": "crear añadir agregar registrar generar hacer anotar",
    "edit": "editar cambiar modificar actualizar corregir renombrar reprogramar aplazar posponer aumentar reducir"
    " sustituir reemplazar incrementar disminuir rebajar arreglar rectificar subsanar enmendar",
    "delete": "borrar eliminar quitar suprimir revocar retirar",
    "save": "guardar enviar mandar aplicar finalizar publicar grabar confirmar terminar",
    "search": "buscar encontrar localizar",
    "filter": "filtrar restringir acotar",
    "sort": "ordenar",
    "login": "loguear identificar autenticar",
    "logout": "desconectar",
    "close": "cerrar cancelar descartar anular abandonar desistir",
    "accept": "aceptar permitir",
    "upload": "subir adjuntar cargar",
    "drag": "arrastrar mover trasladar",
    "draw": "dibujar trazar",
    "scroll": "desplazar",
    "reload": "recargar refrescar",
    "wait": "esperar",
    "expect": "verificar comprobar asegurar confirmar validar ver",
    "expand": "expandir desplegar",
    "collapse": "colapsar plegar contraer",
    "clear": "limpiar vaciar",
    "next": "continuar avanzar seguir",
    "copy": "copiar",
    "paste": "pegar",
    "focus": "enfocar",
    "say": "resolver calcular redimensionar deshacer revertir"
    " responder reenviar compartir imprimir descargar archivar duplicar aprobar rechazar invitar asignar"
    " fijar suscribir silenciar restaurar reactivar reabrir desarchivar readmitir restablecer",
}
_IRREGULAR: dict[str, Verb] = {
    "there's": "expect", "vuelve": "back", "vuelvo": "back", "volver": "back", "regresa": "back",
    "pongo": "fill", "hago": "create", "elijo": "choose", "introduzco": "fill", "veis": "expect",
    "ve": "open", "vaya": "open", "vete": "open", "voy": "open", "pon": "fill", "ponga": "fill", "elige": "choose",
    "elija": "choose", "escoge": "choose", "escojo": "choose",
    "cierra": "close", "cierre": "close", "comprueba": "expect",
    "compruebe": "expect", "muestra": "open", "muestre": "open", "encuentra": "search", "despliega": "expand",
    "introduzca": "fill", "haz": "create", "corrige": "edit", "añade": "create", "anade": "create",
    "rellena": "fill", "dale": "click", "pulse": "click", "busque": "search", "verifique": "expect",
    "marque": "check", "desmarque": "uncheck", "recargue": "reload", "aplique": "save", "sube": "upload",
    "sigue": "next", "veo": "expect", "vea": "expect", "veamos": "expect", "quita": "delete", "revisa": "expect",
    "revise": "expect", "reviso": "expect", "chequea": "expect", "controla": "expect", "confirma": "expect",
    "arrepientete": "close", "deshaz": "say", "deshago": "say", "deshaga": "say",
}  # fmt: skip
# Forms that are made of another root than their verb.
_SHORTENED = dict.fromkeys(["deshaz", "deshago", "deshaga"], "deshacer")
# Several words that are one verb; the longest that fits wins.
_PHRASES: dict[Verb, str] = {
    "click": "click on|click in|haz clic en|haz click en|hacer clic en|da clic en|dale a|dar clic en|"
    "darle a|le doy a|le doy al|doy a|le das a|le damos a|dale al|doy clic en|"
    "hacer click en|pulsa en|haga clic en|hago clic en|hago click en|use the action|use the bulk action|"
    "apply the action|apply the bulk action|"
    "run the bulk action|usa la accion|usa la accion masiva|aplica la accion|aplica la accion masiva|ejecuta la accion",
    "double": "double click|double click on|haz doble clic en|doble clic en",
    "open": "look at|take a look at|have a look at|echa un vistazo|echar un vistazo|echale un vistazo|eche un vistazo|"
    "da un vistazo|dar un vistazo|dale un vistazo|am looking at|are looking at|is looking at|i'm looking at|"
    "go to|navigate to|go into|switch to|change to the tab|take me to|ve a|ir a|entra en|entrar en|"
    "vaya a|navega a|am on|am at|i'm on|i'm at|estoy en",
    "login": "log in|sign in|log into|sign into|log on|sign on|inicia sesion|iniciar sesion|entra como|"
    "entrar como|identificate|accede como|acceder como|inicie sesion|login as|am signed in|am logged in|"
    "i'm signed in|i'm logged in|be signed in|be logged in|he iniciado sesion|inicio sesion|estoy identificado|"
    "estoy identificada|estoy logueado|estoy logueada|logueate|loguearse",
    "logout": "log out|sign out|log off|cierra sesion|cerrar sesion|cierra la sesion|cerrar la sesion|"
    "sal de la sesion|cierre sesion|desconectate|sal de la aplicacion|salir de la aplicacion|salgo de la aplicacion|"
    "salga de la aplicacion|exit the app|exit the application|leave the app|has signed out|have signed out|"
    "has logged out|have logged out|ha cerrado sesion|ha cerrado la sesion|haya cerrado la sesion|he cerrado la sesion|"
    "he cerrado sesion|hemos cerrado la sesion|ha salido de la aplicacion|haya salido de la aplicacion",
    "search": "look for|look up|search for",
    "say": "check in",
    "filter": "limit the|limit it|limit them|limiting the|limita los|limita las|limita el|limita la|limito los|"
    "limito las|limito el|limito la|limitar los|limitar las|limitar el|limitar la|only want to see|want to see only|"
    "only see|see only|ver unicamente|ver solo|ver solamente|limit to|"
    "narrow down to|filter by|show only|show just|list only|muestra solo|mostrar solo|filtra por|muestra solamente|"
    "solo veo|solo vemos|solo se ven|solo se ve|unicamente veo|veo solo|veo unicamente|se ven solo|se ve solo|"
    "display only|leave only|dejar solo|deja solo|dejo solo|dejad solo|quedate solo con",
    "sort": "sort by|order by|ordena por|ordenar por",
    "expect": "shows up|show up|"
    "check that|check if|check whether|confirm that|verify that|make sure|make sure that|ensure that|"
    "see that|be sure that|have a look that|have a look whether|have a look if|take a look that|take a look whether|"
    "asegurate de que|asegurate que|comprueba que|verifica que|confirma que|confirmar que|"
    "comprobar que|verificar que|"
    "mirar que|mire que|mirad que|mirar si|mira si|mire si|mira a ver si|mirar a ver si|"
    "should see|you should see|i should see|debe verse|debe aparecer|se ve|se ven|i expect|"
    "expect to see|valida que|mira que|compruebe que|there should be|tell me whether|tell me if|"
    "know that|know whether|know if|find out whether|find out if|saber si|saber que|"
    "let me know whether|let me know if|fijate que|fijate si|fijate de que|revisa que|revise que|chequea que|"
    "se avisa de que|se avisa que|se informa de que|se informa que|se indica que|avisa de que|informa de que|"
    "i am told that|i'm told that|it tells me that|it says that|read that|reads that|leer que|lee que|leo que|"
    "tell me that|tell me it|tell me they|tell me there|dime que|confirmame que|confirmame si|"
    "controla que|dime si|decime si|ver que|vea que|there is|there are|there must be|there's",
    "back": "go back|volver atras|vuelve atras|ve atras|volver|vuelve",
    "reload": "reload the page|refresh the page|recarga la pagina",
    "fill": "fill in|fill out|key in|type in|enter in",
    "create": "sign up|da de alta|dar de alta|de de alta|doy de alta|damos de alta|"
    "set up|start a new|begin a new|open a new|start another|"
    "empieza un nuevo|empieza una nueva|inicia un nuevo|abre un nuevo|abri un nuevo|comienza un nuevo",
    "delete": "dala de baja|dalo de baja|dalas de baja|dalos de baja|"
    "get rid of|throw away|throw out|deshazte de|deshacete de|take off|da de baja|dar de baja",
    "save": "turn in|send in|check out|place the order|realiza el pedido",
    "uncheck": "turn off|switch off|clear the checkbox|quita la marca de",
    "check": "turn on|switch on",
    "drag": "drag and drop|arrastra y suelta",
    "focus": "focus on|focus in|focus into|put the cursor in|place the cursor in|pon el cursor en|enfoca en",
    "explore": "switch between|navigate through|navigate around|"
    "go through|look through|browse through|look around|recorre|navega entre|cambia entre",
    "wait": "wait for|wait until|espera a|espera hasta|espera a que",
    "hover": "hover over|hover on|mouse over|pasa el raton por|pasa el raton sobre|move the mouse over",
    "scroll": "scroll to|scroll down to|desplazate hasta",
    "upload": "attach the file",
    "close": "close down|back out of|back out|change your mind|change my mind|think better of it|call it off|"
    "echate atras|echarse atras|echarte atras|echarme atras|echese atras|me echo atras|te echas atras|arrepientete|"
    "cambia de idea|cambia de opinion|cambio de idea|cambio de opinion|me arrepiento|"
    "sal sin|salir sin|salgo sin|salte sin|sal del formulario|salir del formulario|salgo del formulario",
    "accept": "say yes|answer yes|answer with yes|say ok|di que si|responde que si|decir que si|contesta que si",
    "next": "move on|go on|pasa al siguiente paso|sigue adelante",
}


def _english_forms(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {verb, verb + "s", verb[:-1] + "ing"}
    doubled = {verb + verb[-1] + "ing"} if len(verb) < 5 else set()
    hisses = {verb + "es"} if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else set()
    hisses |= {verb[:-1] + "ies"} if verb.endswith("y") and verb[-2:-1] not in "aeiou" else set()
    return {verb, verb + "s", verb + "ing", *hisses, *doubled}


_ENDINGS = {"ar": "a e o en an as ando amos", "er": "e a o an en es iendo emos", "ir": "e a o an en es iendo imos i"}
# How a root is written where another vowel follows, and which vowel it has where it is stressed.
_WRITTEN = {"ar": (("c", "qu"), ("g", "gu"), ("z", "c")), "er": (("c", "zc"), ("g", "j")), "ir": (("g", "j"),)}
_STRESSED = {"ar": (("e", "ie"), ("o", "ue")), "er": (("e", "ie"), ("o", "ue")), "ir": (("e", "i"), ("e", "ie"))}
# What would be a Spanish form, and is another verb in English.
_ENGLISH_TOO = {"terminate"}
_CLITICS = ("lo", "la", "los", "las", "te", "le", "les", "se", "selo", "sela", "me", "nos", "melo", "mela")


def _spanish_forms(verb: str) -> set[str]:
    root, kind = verb[:-2], verb[-2:]
    if len(root) < _SHORTEST_ROOT:
        return {verb}
    roots = {root} | {_with_vowel(root, *change) for change in _STRESSED[kind]}
    roots |= {r[: -len(old)] + new for r in set(roots) for old, new in _WRITTEN[kind] if r.endswith(old)}
    ordered = _ENDINGS[kind].split()
    plain = {verb, *(each + ending for each in roots for ending in ordered)}
    begins = {verb, *(each + ending for each in roots for ending in (ordered[0], ordered[1], ordered[-1]))}
    # `Borrad`, `abrid`; those in -ed are English too: `moved`.
    plain |= {root + kind[0] + "d"} if kind != "er" else set()
    if len(root) > _SHORTEST_COMPOUND and root.endswith(_BARE_ORDERS):
        # `Repón` and `reponga`, as `pon` and `ponga`.
        begins |= {root, root + "ga", root + "gan"}
        plain |= {*begins, root + "go"}
    return plain | {form + clitic for form in begins for clitic in _CLITICS} - _ENGLISH_TOO


@cache
def _conjugated(infinitive: str) -> frozenset[str]:
    return frozenset(normal(form) for form in _spanish_forms(infinitive))


def is_conjugated(word: str, infinitive: str) -> bool:
    """Whether a word is a form of a Spanish verb: `pide` of `pedir`, `publico` of `publicar`."""
    is_verb = len(infinitive) > _SHORTEST_VERB and infinitive[-2:] in _ENDINGS
    return is_verb and word != infinitive and word in _conjugated(infinitive)


@lru_cache(maxsize=PAIRS)
def is_doing_of(noun: str, word: str) -> bool:
    """Whether one names what the other does or orders: `calling` for `call`, `llamar` for `llama`."""
    if len(word) < _SHORTEST_VERB:
        return False
    return (noun.endswith("ing") and word != noun and noun in _english_forms(word)) or is_conjugated(word, noun)


@cache
def infinitives(word: str) -> frozenset[str]:
    """The Spanish verbs that a word is a form of, as pages say them: `aprobar` for `aprueba`."""
    known = {infinitive for each in _SPANISH.values() for infinitive in each.split()}
    found = {infinitive for infinitive in known if is_conjugated(word, normal(infinitive))}
    return frozenset(map(normal, found | {_SHORTENED[word]} if word in _SHORTENED else found))


@cache
def order_of(participle: str) -> str:
    """The Spanish verb that a participle is of: `anotar` for `anotada`; empty where it is that of none."""
    told = re.fullmatch(r"(\w+)(ad|id)[oa]s?", participle)
    known = {normal(infinitive) for each in _SPANISH.values() for infinitive in each.split()}
    endings = () if told is None else ("ar",) if told[2] == "ad" else ("er", "ir")
    return next((told[1] + end for end in endings if told and told[1] + end in known), "")


@cache
def is_done(participle: str, verb: str) -> bool:
    """Whether a word says that a verb was carried out: `shipped` by `ship`, `molida` by `moler`."""
    told = re.fullmatch(r"(\w+)(ad|id)[oa]s?", participle)
    endings = () if told is None else ("ar",) if told[2] == "ad" else ("er", "ir")
    if told and any(verb == told[1] + end for end in endings) and len(told[1]) >= _SHORTEST_ROOT:
        return True
    changed = verb[:-1] if verb.endswith("e") else verb[:-1] + "i" if verb.endswith("y") else verb
    roots = {verb + verb[-1:], changed}
    return len(verb) >= _SHORTEST_DONE and any(participle == root + "ed" for root in roots)


@cache
def _verbs_of(participle: str) -> frozenset[str]:
    """What verbs a participle may be of: `save` for `saved`, `guardar` for `guardados`."""
    order, root = order_of(participle), participle[:-2] if participle.endswith("ed") else ""
    return frozenset({root + "e", root} if root else {order} if order else ())


def same_deed(one: str, other: str) -> bool:
    """Whether two participles say that the same was done, each in its language: `saved` and `guardados`."""
    return any(same(a, b) for a in _verbs_of(one) for b in _verbs_of(other))


def _with_vowel(root: str, old: str, new: str) -> str:
    """The root with its last vowel changed: `mostr` and `muestr`."""
    place = max((i for i, letter in enumerate(root) if letter in "aeiou"), default=-1)
    return root[:place] + new + root[place + 1 :] if place >= 0 and root[place] == old else root


# `ir` and `ver` have forms of their own, which are listed.
_SHORTEST_ROOT, _SHORTEST_VERB, _SHORTEST_DONE = 2, 4, 3
_SHORTEST_COMPOUND, _BARE_ORDERS = 3, ("pon", "ten", "ven")


def _spoken(phrase: str) -> Iterator[str]:
    """`sign in`, `signing in` as in `after signing in`, and `signs in` as in `Ada signs in`; Spanish does without."""
    yield phrase
    first, *rest = phrase.split()
    if first in _ENGLISH_VERBS:
        yield from (" ".join((form, *rest)) for form in _english_forms(first))


_ENGLISH_VERBS = {word for words in _ENGLISH.values() for word in words.split()} | {
    "look", "log", "sign", "go", "turn", "switch", "set", "get", "throw", "take", "check", "key", "fill", "move",
    "back",
}  # fmt: skip


PHRASES: dict[tuple[str, ...], Verb] = {
    tuple(said.split()): verb
    for verb, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
    for said in _spoken(phrase)
}


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Every form of every verb, without accents, and what it may mean."""
    found: dict[str, list[Verb]] = {}
    for table, forms in ((_ENGLISH, _english_forms), (_SPANISH, _spanish_forms)):
        for verb, words in table.items():
            for word in words.split():
                for form in forms(word):
                    meanings = found.setdefault(normal(form), [])
                    if verb not in meanings:
                        meanings.append(verb)
    for word, verb in _IRREGULAR.items():
        found.setdefault(normal(word), []).insert(0, verb)
    return {word: tuple(meanings) for word, meanings in found.items()}


@cache
def participles() -> dict[str, Verb]:
    """What was done, in English: `deleted`, `forwarded`; only of what changes something."""
    acts: tuple[Verb, ...] = ("delete", "say", "edit", "create", "close", "upload", "check", "uncheck")
    words = [(word, verb) for verb in acts for word in _ENGLISH[verb].split()]
    return {word + ("d" if word.endswith("e") else "ed"): verb for word, verb in words}


# Words that say nothing about what is meant.
STOP = frozenset(
    normal(word)
    for word in [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "desde",
        "with",
        "by",
        "into",
        "onto",
        "as",
        "is",
        "are",
        "be",
        "been",
        "was",
        "were",
        "era",
        "eran",
        "estaba",
        "estaban",
        "fue",
        "fueron",
        "it",
        "its",
        "and",
        "or",
        "then",
        "also",
        "please",
        "now",
        "so",
        "there",
        "here",
        "you",
        "your",
        "i",
        "my",
        "me",
        "we",
        "our",
        "us",
        "his",
        "him",
        "her",
        "their",
        "them",
        "they",
        "he",
        "she",
        "can",
        "could",
        "should",
        "must",
        "will",
        "would",
        "shall",
        "need",
        "needs",
        "want",
        "wants",
        "like",
        "have",
        "has",
        "had",
        "do",
        "does",
        "done",
        "make",
        "sure",
        "after",
        "before",
        "until",
        "when",
        "while",
        "using",
        "use",
        "via",
        "through",
        "mediante",
        "traves",
        "which",
        "who",
        "whose",
        "where",
        "page",
        "screen",
        "website",
        "site",
        "app",
        "application",
        "web",
        "just",
        "only",
        "some",
        "any",
        "all",
        "each",
        "every",
        "both",
        "either",
        "next",
        "following",
        "given",
        "new",
        "inside",
        "within",
        "under",
        "over",
        "below",
        "above",
        "item",
        "one",
        "ones",
        "whole",
        "same",
        "other",
        "equal",
        "igual",
        "invalid",
        "invalido",
        "valid",
        "valido",
        "about",
        "number",
        "numero",
        "really",
        "actually",
        "indeed",
        "realmente",
        "reference",
        "referencia",
        "again",
        "up",
        "down",
        "out",
        "off",
        "un",
        "una",
        "unos",
        "unas",
        "el",
        "la",
        "los",
        "las",
        "lo",
        "al",
        "del",
        "de",
        "en",
        "a",
        "por",
        "para",
        "con",
        "sin",
        "sobre",
        "y",
        "e",
        "o",
        "u",
        "que",
        "se",
        "su",
        "sus",
        "mi",
        "mis",
        "tu",
        "tus",
        "este",
        "esta",
        "estos",
        "estas",
        "ese",
        "esa",
        "eso",
        "como",
        "es",
        "son",
        "ser",
        "esta",
        "estan",
        "luego",
        "despues",
        "entonces",
        "ahora",
        "tambien",
        "favor",
        "debe",
        "deben",
        "deberia",
        "deberian",
        "quiero",
        "necesito",
        "pagina",
        "pantalla",
        "aplicacion",
        "sitio",
        "web",
        "todo",
        "todos",
        "toda",
        "todas",
        "cada",
        "cual",
        "quien",
        "quienes",
        "cuyo",
        "donde",
        "cuando",
        "mientras",
        "hay",
        "intenta",
        "intentar",
        "intente",
        "ya",
        "le",
        "les",
        "nos",
        "called",
        "named",
        "titled",
        "labeled",
        "labelled",
        "saying",
        "says",
        "text",
        "value",
        "field",
        "button",
        "link",
        "box",
        "input",
        "textbox",
        "checkbox",
        "radio",
        "option",
        "tab",
        "menu",
        "icon",
        "list",
        "dropdown",
        "drop-down",
        "form",
        "row",
        "column",
        "table",
        "section",
        "area",
        "name",
        "label",
        "title",
        "entry",
        "record",
        "line",
        "cell",
        "llamado",
        "llamada",
        "titulado",
        "boton",
        "enlace",
        "campo",
        "casilla",
        "opcion",
        "pestana",
        "menu",
        "icono",
        "lista",
        "formulario",
        "fila",
        "columna",
        "tabla",
        "seccion",
        "desplegable",
        "texto",
        "valor",
        "nombre",
        "registro",
        "linea",
        "celda",
        "cuyo",
        "con",
        "titled",
        "appears",
        "appear",
        "visible",
        "shown",
        "displayed",
        "shows",
        "show",
        "display",
        "aparece",
        "aparecen",
        "visible",
        "muestra",
        "see",
        "ve",
        "listed",
        "exists",
        "exist",
        "existe",
        "present",
        "presente",
        "currently",
        "actually",
        "successfully",
        "correctly",
        "correctamente",
        "exitosamente",
        "properly",
        "correct",
        "right",
        "somewhere",
        "usted",
        "ellos",
        "ellas",
        "ella",
        "vos",
        "yo",
        "am",
        "still",
        "tras",
        "what",
        "listado",
        "ficha",
        "fichas",
        "asi",
        "ademas",
        "hasta",
        "segun",
        "durante",
        "yet",
        "already",
        "todavia",
        "aun",
        "among",
        "instead",
        "i'm",
        "i'd",
        "let's",
        "may",
        "might",
    ]
)

# Words that say the same on pages, whatever the language. One line a meaning; words are compared by their stems.
_SAME = """
new add create register plus nuevo nueva anadir agregar crear registrar alta insert compose
edit change modify update editar cambiar modificar actualizar
delete remove erase trash discard borrar eliminar quitar suprimir descartar bin
save store keep guardar grabar
submit send enviar mandar
ok okay accept aceptar yes si confirm confirmar agree
cancel cancelar abandon
close cerrar dismiss x
search find buscar busqueda buscador lookup encontrar
filter filtrar filtro
sort ordenar
login signin entrar acceder
logout signout salir
forward give resend reenviar dar pass
next siguiente continue continuar proceed forward avanzar
back previous atras anterior volver
finish complete done finalizar terminar listo
order pedido orden purchase
customer client cliente buyer comprador
spanish espanol castellano
english ingles
french frances francais
german aleman deutsch
portuguese portugues
italian italiano
patient paciente
company firm business empresa compania
transfer transferir transferencia
book booking reserve reservation reservar reserva
appointment cita turno visit
product item articulo producto
from origin departure origen salida desde
to destination destino arrival llegada
quantity amount count qty cantidad units unidades pieces piezas pcs uds
price precio cost coste importe
importe total monto
total sum
value valor worth
currency moneda divisa
date day fecha dia dated fechado
status state estado
open abierto abierta pending pendiente
shipped sent enviado enviada
paid pagado pagada
cancelled canceled cancelado cancelada anulado anulada
note comment remark nota comentario observacion observaciones memo message mensaje
name nombre
surname lastname apellido
user usuario username
password contrasena clave passphrase
email mail correo e-mail
phone telephone telefono mobile movil
address direccion street calle
city ciudad town poblacion
country pais
zip postcode postal
title titulo subject asunto heading topic tema
description descripcion details detalles
file archivo fichero document documento attachment adjunto
upload subir cargar attach
image picture photo imagen foto
settings preferences ajustes configuracion preferencias options opciones
home inicio start dashboard panel
list listado lista overview
all todos todas every
none ninguno ninguna
tag label etiqueta
category categoria kind type tipo
language idioma
english ingles
spanish espanol castellano
red rojo roja
green verde
blue azul
yellow amarillo amarilla
black negro negra
white blanco blanca
cart basket carrito cesta bag
checkout pay pago pagar payment
buy comprar purchase
help ayuda support
profile perfil account cuenta
report informe
task tarea todo
project proyecto
team equipo
calendar calendario
print imprimir
download descargar
share compartir
view ver show mostrar see
first primero primera
last ultimo ultima
delivery entrega shipping envio
invoice factura bill
contact contacto
person persona
role rol
board tablero kanban
step paso
review revisar revision
summary resumen
approve aprobar
reject rechazar
copy copiar duplicate duplicar
undo revert deshacer revertir
arrived llegado
rename renombrar
archive archivar
active activo activa enabled
inactive inactivo inactiva disabled
urgent urgente
high alta alto
low baja bajo
medium media medio
monday lunes mon lun
tuesday martes tue tues
wednesday miercoles wed mie
thursday jueves thu thur thurs jue
friday viernes fri vie
saturday sabado sat sab
sunday domingo sun dom
linen lino
wool lana
tax nif cif vat fiscal
terms terminos condiciones conditions
job trabajo
loan prestamo
repair reparacion
course curso
supplier proveedor proveedora
employee empleado empleada
warehouse almacen
student alumno alumna
teacher profesor profesora
attendee asistente
reason motivo razon
driver conductor conductora chofer
vehicle vehiculo
unit unidad
distance distancia
mileage odometer clock kilometraje cuentakilometros odometro
message mensaje
cotton algodon
thread yarn hilo
roll rollo
box caja
seat plaza asiento
guest invitado invitada
member socio socia miembro
terrace terraza
garden jardin
kitchen cocina
bedroom dormitorio
building edificio
dish plato
starter entrante
dessert postre
drink bebida
allergen alergeno
vegetarian vegetariano vegetariana
recipe receta
weight peso
height altura alto
length longitud largo
width anchura ancho
thickness grosor espesor
speed velocidad
breed raza
vaccine vaccination vacuna vacunacion
owner dueno duena propietario propietaria
dog perro perra
cat gato gata
discount descuento
author autor autora
library biblioteca
shelf estante estanteria
season temporada
week semana
month mes
hour hora
minute minuto
car coche
boat barco
bicycle bike bicicleta bici
machine maquina
school escuela colegio
nurse enfermero enfermera
treatment tratamiento
diagnosis diagnostico
flight vuelo
passenger pasajero pasajera
luggage equipaje
contract contrato
salary salario sueldo
holiday vacaciones
deposit fianza
reminder recordatorio
receipt recibo
collect cobrar
lesson class clase
level nivel
capacity aforo capacidad
period plazo
packet envelope sobre
variety variedad
activity actividad
village pueblo
seed semilla
lend prestar
borrower prestatario prestataria
neighbour neighbor vecino vecina
floor planta
lift elevator ascensor
garage garaje
door puerta
roof tejado
fence valla
issue incidencia
vote votar
voting votacion
parking aparcamiento
instrument instrumento
room habitacion sala
classroom aula
choir coro
workshop taller
trip excursion
guide guia
boots botas
helmet casco
tooth diente molar
allergy alergia
age edad
birthday cumpleanos
birth nacimiento
weekly semanal
daily diario
monthly mensual
yearly annual anual
closing cierre
opening apertura
kilo kilogram kilogramme kilogramo kg
kilometre kilometer kilometro km
time hora
quality calidad
shift turno
yield rendimiento
tank deposito
depth profundidad
frequency frecuencia
volume volumen
tool herramienta
purpose finalidad
branch sucursal
return devolucion
missed absence falta ausencia
available disponible
unavailable indisponible
sold vendido
damaged danado
broken averiado roto
stock existencias
minimum minimo
maximum maximo
overdue vencido
balance saldo
fee cuota
budget presupuesto
quote cotizacion
size talla tamano
colour color
brand marca
model modelo
serial serie
plate matricula
engine motor
fuel combustible
route ruta
station estacion
harbour harbor port puerto
subscription suscripcion subscribed suscrito suscrita
subscribe suscribir
pin fijar
mute silenciar
newsletter boletin
channel canal
privacy privacidad
security seguridad
dark oscuro
sound sonido
favourite favorite favorito favorita
priority prioridad
year ano
strength fuerza
strong fuerte
weak debil
big large grande
small pequeno pequena
gender sexo genero
group grupo
section seccion
manager responsable
deadline plazo
location ubicacion
department departamento
office oficina
duration duracion
temperature temperatura
average media promedio
threshold umbral
income ingreso
expense gasto
result resultado
score puntuacion
lesson leccion
visitor visitante
meeting reunion
trip viaje
question pregunta
answer respuesta
stage etapa
phase fase
code codigo
number numero
reference referencia
window ventana
chair silla
bed cama
box caja
package paquete
voucher coupon vale cupon
gift regalo
card tarjeta
bank banco
cash efectivo
valuable valioso valiosa
damaged danado danada
broken roto rota
lost perdido perdida
closed cerrado cerrada
approved aprobado aprobada
rejected rechazado rechazada
finished terminado terminada
free libre
busy ocupado ocupada
child nino nina
family familia
king rey
queen reina
harvest cosecha
wrong bad incorrect mistaken erroneous mal malo mala incorrecto incorrecta erroneo erronea equivocado equivocada
valid valido valida
enter introducir escribir
choose select pick elegir seleccionar escoger
whole integer entero
invalid invalido invalida
"""


@cache
def _meanings() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.strip().splitlines()):
        for word in line.split():
            for form in (word, stem(normal(word))):
                found.setdefault(stem(normal(form)), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def meanings(word: str) -> frozenset[int]:
    """The meanings of a word, as numbers; those of a verb's forms are found by the verb."""
    known = _meanings()
    # `Meses`, `flores`, `veces`: what ends with a consonant takes `es` in Spanish.
    one = word[:-3] + "z" if word.endswith("ces") else word[:-2] if word.endswith("es") else word
    return known.get(stem(word)) or known.get(one, frozenset())


_LANGUAGES = ("spanish", "english", "french", "german", "portuguese", "italian")


def names_language(word: str) -> bool:
    """`Spanish`, `castellano`: what an application may be shown in."""
    return any(meanings(word) & meanings(language) for language in _LANGUAGES)


@lru_cache(maxsize=PAIRS)
def same(one: str, other: str) -> bool:
    """Whether two words, without case and accents, say the same."""
    return stem(one) == stem(other) or _is_form_of(one, other) or bool(meanings(one) & meanings(other))


def same_name(one: str, other: str) -> bool:
    """As `same`, but `Soto` and `Sotos` are two people, and so are `Ernesta` and `Ernesto`, `Martin` and `Martina`;
    `Pagada` and `Pagado` say the same."""
    is_plural = one in (f"{other}s", f"{other}es") or other in (f"{one}s", f"{one}es")
    is_other = (is_plural and one != other and not meanings(one) | meanings(other)) or is_another(one, other)
    return same(one, other) and not is_other


@lru_cache(maxsize=PAIRS)
def is_another(one: str, other: str) -> bool:
    """Whether two names differ as those of a man and a woman do: `Ernesto` and `Ernesta`, `Juan` and `Juana`; a
    `doctora` is called by what she does, and `Urgente` says what `Urgent` does."""
    shorter, longer = sorted((one, other), key=len)
    hers = longer[:-1] == shorter and longer[-1:] in "aeo" and not shorter.endswith(("or", "ent", "iv"))
    differ = len(one) > 1 and one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeo")
    differ = differ and not one[:-1].endswith(("ad", "id"))
    return (hers or differ) and one != other and not meanings(one) | meanings(other)


# `socio` and `socia`: what somebody or something is, by its gender.
_GENDERED = re.compile(r"(?P<root>\w{2,}(?:ad|id|it|ari|ic|an|in|er|iv|os|i|or|umn|ent))(?:o|a|e|os|as|es)?$")


_DENYING = {"not", "no", "non", "sin"}


def _is_form_of(one: str, other: str) -> bool:
    """Whether one is the Spanish plural of the other, as in `actividades`, or says the same of a woman."""
    shorter, longer = sorted((one, other), key=len)
    if longer in (f"{shorter}es", f"{shorter[:-1]}ces" if shorter.endswith("z") else ""):
        # `Notes` are not many of `not`.
        return shorter not in STOP | _DENYING
    # `automatic` and `automatically`
    if longer in (f"{shorter}ly", f"{shorter}ally", f"{shorter[:-1]}amente", f"{shorter}mente"):
        return True
    of_one, of_other = _GENDERED.match(one), _GENDERED.match(other)
    return bool(of_one and of_other and of_one["root"] == of_other["root"])


# Each one of several is meant.
EVERY = frozenset(["all", "every", "each", "todos", "todas", "cada"])

# What a question for a number begins with.
ASKS_FOR_NUMBER = frozenset(["many", "cuantos", "cuantas"])

# Words without much content that may still tell one control from another.
FAINT = frozenset([
    "new", "nuevo", "nueva", "next", "all", "todos", "todas", "name", "nombre", "title", "page", "list", "table",
    "form", "other", "again", "up", "down", "out", "off", "over", "same",
])  # fmt: skip


def content(text: str) -> tuple[str, ...]:
    """The words of a text that say what is meant; all of them when none does."""
    words = parts(text)
    return tuple(word for word in words if word not in STOP) or words


COMMITTING: frozenset[Verb] = frozenset({"create", "edit", "delete", "save", "upload"})


PARTICIPLE = re.compile(r"(?:\w{3,}(?:ed|ado|ada|ido|ida)|kept|held|due|worth)$")
_ROOT = 5


def says_done(word: str, order: str) -> bool:
    """Whether a word says that an order was carried out: `rejected` of `reject`, `rechazada` of `rechaza`."""
    root = order[:_ROOT]
    return len(root) == _ROOT and bool(PARTICIPLE.match(word)) and (word.startswith(root) or same(order, word))

"""The one control that a part of a goal means, or why none is sure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..page import Node, Page
from .lexicon import FAINT, STOP, Verb, meanings, verbs
from .matching import Match, Reading, says
from .part import Part, content_of, groups_of
from .words import ORDINALS, Token, bare, parts, stem, whole

_ROLE_WORDS = {
    "button": {"button"}, "boton": {"button"}, "link": {"link"}, "enlace": {"link"}, "tab": {"tab"}, "pestana": {"tab"},
    "checkbox": {"checkbox", "switch"}, "casilla": {"checkbox"}, "radio": {"radio"}, "icon": {"button", "img", ""},
    "icono": {"button", "img", ""},
    "menu": {"button", "menuitem", "link"}, "option": {"option", "radio", "menuitem"},
    "box": {"checkbox", "textbox", ""},
    "field": {"textbox", "searchbox", "combobox", "spinbutton"},
    "campo": {"textbox", "searchbox", "combobox", "spinbutton"},
    "textbox": {"textbox", "searchbox"}, "input": {"textbox", "searchbox", "spinbutton"},
    "tree": {"treeitem"}, "arbol": {"treeitem"}, "folder": {"treeitem"}, "carpeta": {"treeitem"},
    "file": {"treeitem"}, "archivo": {"treeitem"},
    "post": {"article"}, "item": {"listitem"}, "entry": {"listitem"}, "card": {"article"}, "entrada": {"listitem"},
    "area": {"textarea"}, "dropdown": {"combobox", "listbox"}, "textarea": {"textarea"}, "widget": set(),
    "widgets": set(), "labeled": set(), "labelled": set(),
    "center": set(), "centre": set(), "middle": set(), "centro": set(),
    "colored": set(), "coloured": set(), "shade": set(), "shades": set(), "tono": set(), "tonos": set(),
    "switch": {"switch", "checkbox"}, "image": {"img"}, "slider": {"slider"}, "text": {"textbox"},
}  # fmt: skip
_PERSONS = {"user", "person", "member", "usuario", "usuaria", "persona", "miembro"}
_TIE = 0.08
_LEAST_EXACT = 2
# How near to the edge of the window is at it, in pixels, and how much of the window no card at its edge covers.
_EDGE = 40
_LARGE_PART = 0.25
# What the words of a verb are on a control that does it.
SYNONYMS: dict[Verb, frozenset[str]] = {
    "create": frozenset(
        [
            "new",
            "add",
            "create",
            "register",
            "insert",
            "nuevo",
            "nueva",
            "anadir",
            "agregar",
            "crear",
            "registrar",
            "alta",
            "plus",
            "+",
            "compose",
        ]
    ),
    "edit": frozenset(
        ["edit", "change", "modify", "update", "rename", "editar", "cambiar", "modificar", "actualizar", "renombrar"]
    ),
    "delete": frozenset(
        [
            "delete",
            "remove",
            "erase",
            "trash",
            "discard",
            "borrar",
            "eliminar",
            "quitar",
            "suprimir",
            "descartar",
            "bin",
        ]
    ),
    "save": frozenset(
        [
            "save",
            "submit",
            "send",
            "apply",
            "ok",
            "confirm",
            "finish",
            "done",
            "create",
            "add",
            "publish",
            "update",
            "guardar",
            "enviar",
            "aplicar",
            "aceptar",
            "confirmar",
            "finalizar",
            "crear",
            "anadir",
            "agregar",
            "actualizar",
            "listo",
            "terminar",
            "complete",
            "completar",
            "concluir",
            "place",
            "checkout",
            "register",
            "registrar",
            "book",
            "continue",
        ]
    ),
    "search": frozenset(["search", "find", "buscar", "go", "lookup"]),
    "filter": frozenset(["filter", "apply", "search", "filtrar", "aplicar", "buscar"]),
    "login": frozenset(["login", "signin", "entrar", "acceder", "continue"]),
    "logout": frozenset(["logout", "signout", "salir"]),
    "close": frozenset(
        [
            "close",
            "cancel",
            "dismiss",
            "cerrar",
            "cancelar",
            "x",
            "abandon",
            "discard",
            "keep",
            "mantener",
            "conservar",
            "×",
            "✕",
        ]
    ),
    "accept": frozenset(["accept", "agree", "ok", "yes", "aceptar", "si", "allow", "got", "permitir", "acepto"]),
    "next": frozenset(
        [">", "›", "»", "→", "next", "continue", "siguiente", "continuar", "proceed", "forward", "avanzar"]
    ),
    "clear": frozenset(["clear", "reset", "limpiar", "vaciar", "empty"]),
}
_SPOKEN: dict[Verb, tuple[tuple[str, ...], ...]] = {
    "login": (("log", "in"), ("sign", "in"), ("log", "on"), ("iniciar", "sesion"), ("inicia", "sesion")),
    "delete": (("dar", "de", "baja"), ("da", "de", "baja"), ("dar", "baja"), ("take", "off")),
    "create": (("dar", "de", "alta"), ("da", "de", "alta"), ("dar", "alta")),
    "logout": (("log", "out"), ("sign", "out"), ("log", "off"), ("cerrar", "sesion"), ("desconectar",)),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `rivals` fit just as well, `unused` are the words that nothing there says."""

    match: Match | None
    rivals: tuple[Match, ...] = ()
    unused: tuple[Token, ...] = ()

    @property
    def is_sure(self) -> bool:
        return self.match is not None and not self.rivals and not self.unused


_NARROWS = {
    "filter",
    "search",
    "apply",
    "show",
    "find",
    "clear",
    "reset",
    "filtrar",
    "buscar",
    "aplicar",
    "mostrar",
    "ver",
}


def does(node: Node, verb: Verb) -> bool:
    """Whether a control says that it does what the verb asks for."""
    # `PocketBook` books nothing.
    said = whole(node.said) or parts(node.title)
    if any(_has_run(said, run) for run in _SPOKEN.get(verb, ())):
        return True
    words = {*said, stem(said[0])} if said else {node.said.strip()}
    if words & SYNONYMS.get(verb, frozenset()):
        return True
    if not node.said:
        inner = {*parts(node.classes), *parts(node.id), *parts(node.test_id), *parts(node.html_name)}
        return bool(inner & SYNONYMS.get(verb, frozenset()))
    return bool(said) and verb in verbs().get(said[0], ())


_CALLS_OFF = {"cancel", "cancelar", "anular", "abandon", "abandonar", "discard", "descartar"}
_BACKWARDS, _SHORT_NAME = {"previous", "prev", "anterior"}, 2


# What a control says that leads to all of an entry.
_WHOLE = {"details", "detail", "detalles", "detalle", "ficha"}


def opens_all(node: Node) -> bool:
    """Whether a control says that it leads to all of its entry."""
    words = parts(node.said)
    return bool(words) and (does(node, "open") or bool(_WHOLE & {words[0], words[-1]}))


def opener_in(reading: Reading, item: Node) -> Node | None:
    """The one control of an entry that leads to all of it: `View`, `Ver ficha`; what changes it is none."""
    own = [n for n in usable(reading) if reading.item(n) == item and n.role in ("button", "link")]
    opens = [n for n in own if opens_all(n)]
    # `Show` may unfold it, or put it before the public.
    opens = [n for n in opens if parts(n.said)[0] not in ("show", "mostrar")]
    opens = [n for n in opens if not n.disabled and not does(n, "edit") and not does(n, "delete")]
    return opens[0] if len(opens) == 1 else None


def turns_further(page: Page) -> bool:
    """Whether a page offers to turn to more of what it lists."""
    return any(does(n, "next") for n in _turners(page))


def has_more_pages(page: Page) -> bool:
    """Whether a list goes on on another page, before or after this one."""
    return bool(_turners(page))


def _turners(page: Page) -> list[Node]:
    nodes = [n for n in page.controls if n.role in ("link", "button") and not n.disabled and not n.hidden]
    nodes = [n for n in nodes if len(parts(n.said)) <= _SHORT_NAME]
    nodes = [n for n in nodes if does(n, "next") or _BACKWARDS & set(parts(n.said))]
    return [n for n in nodes if not any(h.role in ("form", "row", "dialog") for h in page.parents(n))]


_WAVES_OFF = {"later", "skip", "thanks", "luego", "gracias", "omitir", "understood", "entendido", "got", "dismiss"}


# What a control may name that closes only what it is on: `Close this window`, and not `Close account`.
_LAYERS = {
    "dialog", "dialogo", "modal", "popup", "window", "ventana", "message", "mensaje", "banner", "notice", "aviso",
    "panel", "menu", "alert", "alerta", "it", "this", "tour", "notification", "notificacion",
}  # fmt: skip


def closes(node: Node) -> bool:
    """Whether a control only closes what it is on."""
    said = [word for word in parts(node.said) if word not in STOP | _LAYERS]
    waves = bool(_WAVES_OFF & set(parts(node.said)))
    return waves or (does(node, "close") and (len(said) < 2 or all(w in SYNONYMS["close"] for w in said)))


def closers(nodes: Iterable[Node]) -> list[Node]:
    """The controls that only close what they are on, those first that say nothing else: where there is a `Close`,
    a `Cancel` beside it may call off what the dialog is about."""
    found = [node for node in nodes if closes(node) and not node.disabled]
    return sorted(found, key=lambda node: bool(_CALLS_OFF & set(parts(node.said))))


def _has_run(words: Sequence[str], run: Sequence[str]) -> bool:
    return any(tuple(words[i : i + len(run)]) == tuple(run) for i in range(len(words)))


def usable(reading: Reading, kinds: Iterable[str] = ("control",)) -> list[Node]:
    """What a person could act on now: in the dialog that is on top, if one is open."""
    top = top_dialog(reading)
    return [
        node
        for node in reading.page.nodes
        if node.kind in kinds and not node.hidden and (top is None or reading.dialog(node) == top)
    ]


def usable_in(reading: Reading, holder: Node) -> list[Node]:
    """What a person could act on now within a holder."""
    inside = {node.number for node in reading.page.within(holder)}
    return [node for node in usable(reading) if node.number in inside]


def top_dialog(reading: Reading) -> Node | None:
    """The dialog that keeps people from the rest of the page: the last one that is modal, or in the way of it."""
    page = reading.page
    dialogs = [d for d in page.dialogs if d.modal or (_is_large(d) and not _stands_aside(page, d))]
    return dialogs[-1] if dialogs else None


def _stands_aside(page: Page, dialog: Node) -> bool:
    """Whether a dialog is a bar or a card at the edge of the window, beside which the page can be used: for cookies, a
    newsletter, a chat."""
    left, top, width, height = dialog.box
    is_wide = width >= page.width - 2 * _EDGE
    at_side = left <= _EDGE or left + width >= page.width - _EDGE
    is_centred = abs(dialog.center[0] - page.width / 2) <= _EDGE
    at_edge = (top + height >= page.height - _EDGE and (at_side or is_centred)) or (is_wide and top <= _EDGE)
    if not at_edge or width * height > _LARGE_PART * page.width * page.height:
        return False
    inside = {node.number for node in page.within(dialog)}
    around = [n for n in page.controls if n.number not in inside and not n.hidden and _is_in_window(page, n)]
    return 2 * sum(node.covered for node in around) < max(1, len(around))


def _is_in_window(page: Page, node: Node) -> bool:
    x, y = node.center
    return 0 <= x < page.width and 0 <= y < page.height


def _is_large(node: Node) -> bool:
    return node.box[2] > 60 and node.box[3] > 40


def find(
    reading: Reading, words: Sequence[Token], nodes: Sequence[Node], prefers: Callable[[Node], float] = lambda node: 0.0
) -> Found:
    """The node that fits the words best. An ordinal among the words counts only among nodes that fit alike."""
    if named := _named_so(words, nodes) or _named_exactly(words, nodes):
        return named
    place = next((ORDINALS[t.norm] for t in words if t.norm in ORDINALS), 0)
    told = [t for t in content_of(words) if not (place and t.norm in ORDINALS)]
    kinds = [t for t in words if _kind_of(t) and not _is_name(reading, t)]
    asked = [t for t in told if t not in kinds]
    faint = [t for t in words if t.kind == "word" and t.norm in FAINT and t not in kinds and t not in asked]
    roles = {role for token in kinds for role in _ROLE_WORDS[_kind_of(token)]}
    if not asked and roles:
        # Nothing but its kind is said: then it must be the only one of it.
        nodes = [n for n in nodes if roles & {n.role, n.tag} and (bool(n.role) or not n.said)]
        prefers = _prefers_nothing
    ranked = []
    for node in nodes:
        match = reading.match(node, [*asked, *faint])
        if asked and not match.used - {t.number for t in faint}:
            continue
        bonus = prefers(node) + (0.4 if roles & {node.role, node.tag} else 0.0) - (0.6 if node.disabled else 0.0)
        used = match.used | {token.number for token in kinds}
        ranked.append(Match(node, match.score + bonus, used, match.own, match.extra))
    ranked.sort(key=lambda match: (-match.score, match.node.number))
    if not ranked:
        return Found(None, (), tuple(asked))
    return _best(reading, ranked, asked, place, frozenset(t.number for t in words if t.norm in ORDINALS))


def _named_so(words: Sequence[Token], nodes: Sequence[Node]) -> Found | None:
    """The only control that is called by words which mean nothing elsewhere: `press Show`."""
    spoken = [t for t in words if t.kind != "mark" and t.norm not in ("the", "el", "la", "on", "en")]
    if any(t.kind != "word" or t.norm not in STOP for t in spoken) or not spoken:
        return None
    phrase = " ".join(t.norm for t in spoken if not is_kind(t))
    fits = [n for n in nodes if bare(n.said) == phrase and not n.disabled]
    used = frozenset(t.number for t in spoken)
    return Found(Match(fits[0], 1.0, used, used, 0.0)) if phrase and len(fits) == 1 else None


def _named_exactly(words: Sequence[Token], nodes: Sequence[Node]) -> Found | None:
    """The only control that is called by all of the words as they stand: `My bookings`, beside `Book Alder`."""
    spoken = [t for t in words if t.kind != "mark"]
    spoken = spoken[1:] if spoken and spoken[0].norm in ("the", "el", "la", "los", "las") else spoken
    phrase = " ".join(bare(t.text) for t in spoken)
    fits = [n for n in nodes if bare(n.said) == phrase and not n.disabled and not n.covered]
    if len(spoken) < _LEAST_EXACT or len(fits) != 1:
        return None
    used = frozenset(t.number for t in spoken)
    return Found(Match(fits[0], 2.0, used, used, 0.0))


def _prefers_nothing(node: Node) -> float:
    return 0.0


def _best(
    reading: Reading, ranked: Sequence[Match], asked: Sequence[Token], place: int, ordinals: frozenset[int]
) -> Found:
    top = ranked[0]
    alike = [match for match in ranked if top.score - match.score < _TIE and match.used == top.used]
    alike.sort(key=lambda match: match.node.number)
    chosen, rivals = (
        top,
        tuple(match for match in alike if match is not top and not _is_twin(reading, match.node, top.node)),
    )
    if place:
        same_kind = [
            match
            for match in ranked
            if match.used == top.used and match.node.role == top.node.role and top.score - match.score < 0.5
        ]
        same_kind.sort(key=lambda match: match.node.number)
        index = place - 1 if place > 0 else len(same_kind) - 1
        if index >= len(same_kind):
            return Found(None, (), tuple(asked))
        chosen, rivals = same_kind[index], ()
        chosen = replace(chosen, used=chosen.used | ordinals)
    chosen = replace(chosen, used=chosen.used | _persons(asked, chosen.used))
    unused = tuple(token for token in asked if token.number not in chosen.used)
    return Found(chosen, rivals, unused)


def _persons(words: Sequence[Token], used: frozenset[int]) -> frozenset[int]:
    """The words that only say of a name that was found that it is somebody's: `the user Ada`."""
    return frozenset(
        token.number for token, name in pairwise(words) if token.norm in _PERSONS and name.number in used and name.names
    )


def _is_twin(reading: Reading, one: Node, other: Node) -> bool:
    """Whether it makes no difference which of two is taken: links to one place, one inside the other, or two that say
    the same where nothing around them tells them apart."""
    if one in reading.page.parents(other) or other in reading.page.parents(one):
        return True
    if bare(one.said) != bare(other.said) or not one.said:
        return False
    return (bool(one.href) and one.href == other.href) or (reading.item(one) is None and reading.item(other) is None)


def _is_name(reading: Reading, token: Token) -> bool:
    """Whether a word for a kind of control is the name of one here: quoted, or with a capital."""
    if token.kind == "word" and token.text.islower():
        return False
    if not _ROLE_WORDS[_kind_of(token)]:
        # `In the office Centro` is not in the middle of anything.
        return True
    return token.kind not in ("word", "quoted") or any(bare(n.said) == bare(token.text) for n in reading.page.nodes)


def _kind_of(token: Token) -> str:
    """The word for a kind of control that a token is, whether for one or for several."""
    return next((word for word in (token.norm, stem(token.norm)) if word in _ROLE_WORDS), "")


def is_kind(token: Token) -> bool:
    """Whether a word says what kind of control is meant."""
    return token.kind == "word" and bool(_kind_of(token))


def is_left_out(reading: Reading, node: Node, part: Part) -> bool:
    """Whether a control belongs to one of the things that the part leaves out of several."""
    item = reading.item(node)
    said = parts(f"{node.said} {reading.text(item) if item else ''}")
    groups = [content_of(group) for group in groups_of(part.excluded)]
    return any(all(says(said, word) for t in group for word in parts(t.text)) for group in groups if group)


def describes(node: Node, words: Sequence[Token]) -> bool:
    """Whether a heading or a region is called by some of the words."""
    said = parts(node.said)
    return any(says(said, token.norm) for token in content_of(words) if token.kind == "word")


def means(text: str, verb: Verb) -> bool:
    wanted = {meaning for word in SYNONYMS.get(verb, ()) for meaning in meanings(word)}
    return any(meanings(part) & wanted for part in parts(text))


def only_filters(page: Page, node: Node) -> bool:
    """Whether a control belongs to a form that only narrows a list: nothing is changed by it."""
    form = next((h for h in page.parents(node) if h.role in ("form", "search")), None)
    buttons = [n for n in page.within(form) if n.role == "button" and n.said] if form else []
    return bool(buttons) and all(_NARROWS & set(parts(n.said)[:1]) for n in buttons)

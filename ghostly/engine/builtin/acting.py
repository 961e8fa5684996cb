"""Parts that come down to one control: a click, a page to open, a key, a box to check, a dialog to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import parse_qsl, urljoin, urlsplit

from ..page import ENTRIES, Node, Page
from ..planning import Planned
from ..steps import Step
from .columns import column_of, column_told
from .contrasts import closest
from .controls import is_of_an_entry
from .describing import opener_beside
from .desk import Desk, Move, lost, used_selectors
from .evidence import best_item, leaves_out_subject
from .figures import described, figures_of
from .finding import (
    SYNONYMS,
    Found,
    describes,
    does,
    find,
    is_kind,
    is_left_out,
    opener_in,
    top_dialog,
    usable,
)
from .kinds import by_name, is_renamed, renamed
from .lexicon import EVERY, FAINT, STOP, Verb, same
from .listing import named_place
from .matching import Match, Reading, fuzzy, holds, says
from .menus import along_menu
from .part import Part, content_of, gives_up
from .picking import pick
from .places import FORMS, without_form
from .questions import items
from .questions import says as says_it
from .reopening import opens_again
from .speech import BOARDS, DETERMINERS, KEPT, NEW, finite_at, says_every
from .surveying import back_one, longer
from .taking import is_typed
from .words import NUMBER_WORDS, ORDINALS, Token, bare, normal, parts, stem

_KEY_WORDS = {"key", "keys", "tecla", "keyboard", "teclado", "intro", "return", "esc", "ctrl", "control", "cmd"}
_ANY = {"a", "an", "any", "un", "una", "algun", "alguna", "some"}
_LOGIN = {"login", "log-in", "sign-in", "signin", "acceso"}
_APPEARS = {"aparece", "figura", "sale", "esta", "consta", "appears", "shows"}
_BACKWARDS = "look for it on the page before"
_BOXES = {"checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"}
_DIALOGS = {
    "dialog",
    "dialogo",
    "modal",
    "popup",
    "pop-up",
    "window",
    "ventana",
    "message",
    "mensaje",
    "banner",
    "notice",
    "aviso",
}
_QUESTIONS = _DIALOGS | {
    "question",
    "pregunta",
    "confirmation",
    "confirmacion",
    "alert",
    "alerta",
    "prompt",
    "yes",
    "ok",
}
_SCROLLS = (
    ({"down", "bottom", "abajo", "final", "end"}, 1),
    ({"up", "top", "arriba", "principio", "beginning"}, -1),
)
# Nobody presses what holds the links of a page.
_LANDMARKS = {"navigation", "banner", "contentinfo", "main"}
_PAGE = {"page", "pagina", "window", "ventana", "screen", "pantalla"}
_MOST_TURNS = 5
# A tab of a page is two.
_MOST_PLACES = 2
_IT = {
    "it", "this", "that", "lo", "la", "they", "she", "he", "her", "him", "ella", "appears", "aparece", "listed",
    "aparezca",
}  # fmt: skip
_OPTIONS = {"filter", "filtro", "option", "opcion", "setting", "ajuste", "flag"}
# What a page may say by a verb alone: `Email me when …`.
_NOTICES = {
    "notice", "notices", "notification", "notifications", "alert", "alerts", "aviso", "avisos", "notificacion",
    "notificaciones", "alerta", "alertas",
}  # fmt: skip
_ASKED_ABOUT = {"delete", "save", "say", "edit", "create", "click", "uncheck", "check"}
_ONWARD = {"next", "siguiente", "proxima", "following"}
_ENDMOST = {"last", "ultima", "first", "primera", "previous", "anterior"}
_GOES_TO: frozenset[Verb] = frozenset({"open", "click", "next", "say"})
_CARD, _ROW = ("article", "item"), ("row", "listitem")
# What the entries of a list are, by what a check calls it or them.
_HOLDERS = {
    **dict.fromkeys(["card", "cards", "tarjeta", "tarjetas"], _CARD),
    **dict.fromkeys(["row", "fila", "table", "tabla"], ("row",)),
    **dict.fromkeys(["list", "lista", "listado", "entry", "overview"], (*_ROW, *_CARD)),
}
_OPENS = {"+", "⊕", "▸", "▶", "►", "▾", "▼", "⌄", "☰", "⋮", "⋯", "…", "..."}
_GOES = {"link": 0.35, "tab": 0.35, "menuitem": 0.3, "treeitem": 0.2, "button": 0.05}


def click(desk: Desk, part: Part) -> Move:
    """Click what the words name; a path such as `File > Open` is clicked one after the other."""
    part = along_menu(desk, part)
    groups = _split(part.words, ">›→")
    done = len(desk.done_for(part))
    if picked := pick(desk, part):
        return picked
    if (says_every(part.words) or how_many(part)) and not desk.situation.page.dialog:
        return _click_all(desk, part)
    if done >= len(groups):
        return Move(done=True)
    if desk.situation.page.dialog:
        return answer(desk, part)
    nodes = clickable(desk)
    if not [t for t in content_of(groups[done]) if not is_kind(t)]:
        # `Click the item with the icon` is not what was clicked just now to get there.
        clicked = {t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action == "click"}
        nodes = [n for n in nodes if n.selector not in clicked]
        nodes = _with_icon(desk, part, nodes) or nodes
    found = find(desk.reading, groups[done], nodes, _prefers_button)
    if found.match and found.rivals and not found.unused and _ANY & {t.norm for t in part.words}:
        found = Found(found.match)
    if found.match is None or found.unused or found.rivals or not found.match.own:
        found = _on_its_page(desk, _find_other(desk, part, groups[done], found))
    found = by_name(desk.reading, groups[done], _all(desk), prefers_small, found)
    found = renamed(desk.reading, groups[done], nodes, found)
    if not found.is_sure or found.match is None:
        return _drawn(desk, part) or _unsure(part, found)
    if _is_of_another(desk, found.match, groups[done]) and not _sends_its_form(desk, found.match.node):
        return lost(part, content_of(groups[done]) or groups[done])
    return Move((_press(desk, part, found.match, ends=done + 1 == len(groups)),))


def _is_of_another(desk: Desk, match: Match, words: Sequence[Token]) -> bool:
    """Whether a control only means what is said, and does it to something else: `Remove star` for `Delete`, or any for
    a `Next` that nothing leads on by."""
    if not match.own and any(t.norm in _ONWARD and t.text[:1].isupper() for t in words):
        return True
    said = [word for word in parts(match.node.said) if word not in STOP]
    told = [word for t in words if t.number in match.own for word in parts(t.text)]
    literal = any(stem(word) == stem(other) or fuzzy(word, other) for word in told for other in said)
    # What stands in an entry keeps that entry.
    is_it = literal or (is_renamed(match.node, words) and desk.reading.item(match.node) is None)
    return bool(told) and len(said) > 1 and match.extra >= 1 and not is_it


def _sends_its_form(desk: Desk, node: Node) -> bool:
    """Whether a button saves the form that it stands in, whatever it calls what is saved: `Store changes`."""
    holds_it = (h for h in desk.situation.page.parents(node) if h.role in ("form", "dialog") or h.tag == "form")
    form = next(holds_it, None)
    return form is not None and does(node, "save") and any(is_typed(n) for n in desk.situation.page.within(form))


def _drawn(desk: Desk, part: Part) -> Move | None:
    """The click on what the words describe as it is drawn: `a large red circle`."""
    found = described(figures_of(desk.reading), part.words)
    several = _ANY & {t.norm for t in part.words}
    if not found.figures or (len(found.figures) > 1 and not several):
        return None
    match = replace(desk.reading.match(found.figures[0].node, ()), used=found.used)
    return Move((_press(desk, part, match),))


def _find_other(desk: Desk, part: Part, words: Sequence[Token], found: Found) -> Found:
    """Things that are no controls by their looks may be clicked too."""
    other = find(desk.reading, words, _all(desk), prefers_small)
    better = len(other.unused) < len(found.unused) or (bool(found.rivals) and not other.rivals)
    if found.match and other.match and not found.match.own and not other.unused and not other.rivals:
        # A control that only stands beside what is named is not the thing itself.
        better = better or _names_all(other.match, words)
    return other if other.match and better else found


def _names_all(match: Match, words: Sequence[Token]) -> bool:
    return all(token.number in match.own for token in content_of(words) if not is_kind(token))


def _all(desk: Desk) -> list[Node]:
    nodes = usable(desk.reading, ("control", "text", "shape", "holder"))
    return [n for n in nodes if n.role not in _LANDMARKS]


def _with_icon(desk: Desk, part: Part, nodes: Sequence[Node]) -> list[Node]:
    """The controls that have a picture in them, when the words ask for such a one."""
    if not {"icon", "icono", "image", "imagen", "picture"} & {t.norm for t in part.words}:
        return []
    return [n for n in nodes if any(c.kind == "shape" or c.role == "img" for c in desk.reading.page.within(n))]


def _on_its_page(desk: Desk, found: Found) -> Found:
    """What the only heading of its size says is said of all that is on the page: `the address of Bo Ray`."""
    heads = [n for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    alone = [n for n in heads if sum(other.tag == n.tag for other in heads) == 1]
    titles = parts(" ".join((desk.situation.page.title, *(n.said for n in alone))))
    told = frozenset(t.number for t in found.unused if says(titles, t.norm))
    if found.match is None or not told or not found.match.own:
        return found
    match = replace(found.match, used=found.match.used | told)
    return Found(match, found.rivals, tuple(t for t in found.unused if t.number not in told))


def clickable(desk: Desk) -> list[Node]:
    failed = desk.failed_selectors()
    return [node for node in usable(desk.reading) if node.selector not in failed]


def _prefers_button(node: Node) -> float:
    """A button is what people click, where a tab or a text says the same."""
    return (0.1 if node.role in ("button", "link", "menuitem") else 0.0) + _prefers_free(node)


def _prefers_free(node: Node) -> float:
    return -0.3 if node.covered else 0.0


def prefers_small(node: Node) -> float:
    return -0.4 if node.kind == "holder" else -0.15 if node.kind != "control" else 0.0


def _press(desk: Desk, part: Part, match: Match, ends: bool = True) -> Planned:
    action = "dblclick" if part.verb == "double" else "hover" if part.verb == "hover" else "click"
    if not ends and match.node.role == "menuitem" and "haspopup" in match.node.states:
        # A click on it might take it instead of opening what is under it.
        action = "hover"
    return desk.act(part, action, match.node, match.used, ends=ends)


def _click_all(desk: Desk, part: Part) -> Move:
    done = {planned.step.selector for planned in desk.done_for(part)}
    most = how_many(part)
    words = [token for token in part.words if token.norm not in EVERY and not _is_amount(token)]
    asked = [token for token in content_of(words) if not is_kind(token)]
    kinds = frozenset(token.number for token in words if is_kind(token))
    nodes = [*clickable(desk), *(usable(desk.reading, ("shape",)) if asked else ())]
    matches = [replace(m, used=m.used | kinds) for m in (desk.reading.match(node, asked) for node in nodes)]
    whole = [match for match in matches if len(match.used - kinds) == len(asked) and (match.own or not asked)]
    whole = [replace(m, used=m.used | part.left_out) for m in whole if not is_left_out(desk.reading, m.node, part)]
    left = [match for match in whole if match.node.selector not in done]
    if (not whole and not done) or len(whole) < most:
        return lost(part, asked)
    left = left[: max(0, most - len(done))] if most else left
    return Move(tuple(_press(desk, part, match, ends=match is left[-1]) for match in left), done=not left)


def how_many(part: Part) -> int:
    """In `2 posts by Ada` two; 0 where no number of things is named."""
    for amount, kind in pairwise(part.words):
        if _is_amount(amount) and is_kind(kind):
            return int(amount.norm) if amount.norm.isdigit() else NUMBER_WORDS[amount.norm]
    return 0


def _is_amount(token: Token) -> bool:
    return token.norm.isdigit() or token.norm in NUMBER_WORDS


def _unsure(part: Part, found: Found) -> Move:
    if found.match is None or found.unused:
        return lost(part, found.unused)
    names = ", ".join(
        f'{match.node.role or match.node.kind} "{match.node.said}"' for match in (found.match, *found.rivals)[:4]
    )
    return lost(part, what=f'"{part.said}" could mean several things, and none fits better: {names}.', final=True)


def _split(words: Sequence[Token], marks: str) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.kind == "mark" and token.text in marks:
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if group] or [[]]


def open_page(desk: Desk, part: Part) -> Move:
    """Go where the words say, unless the page is that already."""
    through = along_menu(desk, part)
    return click(desk, through) if through is not part else _go(desk, part)


def _go(desk: Desk, part: Part) -> Move:
    address = next((token for token in part.words if token.kind == "url" or token.text.startswith("/")), None)
    if address:
        path = (
            address.text if address.kind == "url" else "".join(t.text for t in part.words[part.words.index(address) :])
        )
        after = part.words if address.kind != "url" else (address,)
        uses = {t.number for t in after[after.index(address) :]}
        return Move((desk.plan(part, Step("goto", url=path), None, frozenset(uses), True),))
    if not content_of(part.words) and not part.words:
        return Move(done=True)
    signs_in = any(n.type == "password" for n in usable(desk.reading)) or any(
        p.verb == "login" for p in desk.goal.parts
    )
    if _LOGIN & {t.norm for t in part.words} and signs_in:
        return Move(done=True)
    if leaf := _as_before(desk, part) or _leaf(desk, part) or pick(desk, part):
        return leaf
    if board := _board(desk, part):
        opened = open_page(desk, part.without([board]))
        return replace(opened, steps=tuple(replace(s, uses=s.uses | {board.number}) for s in opened.steps))
    if _is_here(desk, part):
        return Move(done=True)
    if asked := _by_address(desk, part):
        return asked
    # What deletes a thing is called by it too, and opens nothing.
    ways, all_of_them = ([n for n in nodes if not _deletes(n, part)] for nodes in (clickable(desk), _all(desk)))
    found = find(desk.reading, part.words, ways, lambda node: _GOES.get(node.role, -0.2) + _prefers_free(node))
    if not found.is_sure or found.match is None or not found.match.own:
        found = _find_other(desk, part, part.words, found)
        found = found if found.match is None or not _deletes(found.match.node, part) else Found(None)
        found = by_name(desk.reading, part.words, all_of_them, prefers_small, found)
    if not found.is_sure or found.match is None:
        return _unsure(part, found)
    return _opened(desk, part, found.match)


def _opened(desk: Desk, part: Part, match: Match) -> Move:
    item = desk.reading.item(match.node) if match.node.kind != "control" else None
    # What names an entry may be no way to it.
    node = (opener_in(desk.reading, item) if item else None) or match.node
    if _is_list_of_new(part, node):
        # `The new customer form` is opened from the list of customers.
        why = f'go to "{node.said}" for {part.said}'
        return Move((desk.act(part, "click", node, match.used, explores=True, why=why),))
    node = (opener_beside(desk, part, node) if node.role == "link" else None) or node
    return Move((desk.act(part, "click", node, match.used, ends=True),))


def _is_list_of_new(part: Part, node: Node) -> bool:
    """Whether a link leads to the list of what a form is for that makes a new one, and not to the form."""
    words = {t.norm for t in part.words}
    is_form = bool(words & NEW) and bool(words & FORMS)
    return is_form and node.role == "link" and not NEW & set(parts(node.said)) and not does(node, "create")


def _deletes(node: Node, part: Part) -> bool:
    """Whether a button deletes what it names, where the words do not say so."""
    said = parts(node.said)
    return node.role == "button" and does(node, "delete") and not any(says(said[:1], t.norm) for t in part.words)


def _as_before(desk: Desk, part: Part) -> Move | None:
    """Open an entry again by the control that opened its form before, where nothing is called like the entry itself."""
    names = [t for t in part.words if t.names]
    if not names or not opens_again((*part.verb_words, *part.words)):
        return None
    said = [word for t in names for word in parts(t.text)]
    clicked = {t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action == "click"}
    openers = [n for n in clickable(desk) if n.selector in clicked and does(n, "edit")]
    texts = [(n, _said_with(desk, n)) for n in openers]
    fits = [n for n, text in texts if all(word in text for word in said)]
    itself = any(list(parts(n.said)) == said and n.role == "link" for n in clickable(desk))
    return Move((desk.act(part, "click", fits[0], part.numbers, ends=True),)) if len(fits) == 1 and not itself else None


def _said_with(desk: Desk, node: Node) -> Sequence[str]:
    item = desk.reading.item(node)
    return parts(f"{node.said} {desk.reading.text(item) if item else ''}")


def _by_address(desk: Desk, part: Part) -> Move | None:
    """Open a place by the address that says what it is called, where the page asks to sign in instead of showing it."""
    words = [t for t in content_of(part.words) if t.norm not in FAINT]
    if not words or not any(n.type == "password" for n in usable(desk.reading)):
        return None
    page = urlsplit(desk.situation.page.url)
    wanted = (value for _, value in parse_qsl(page.query) if value.startswith("/"))
    for path in (urlsplit(desk.situation.base_url).path, *wanted):
        if all(any(same(t.norm, word) for word in parts(path)) for t in words):
            return Move((desk.plan(part, Step("goto", url=path), None, part.numbers, True),))
    return None


def _board(desk: Desk, part: Part) -> Token | None:
    """The word of `the jobs board` that nothing on the page says, where something there is called by the others."""
    said = [parts(n.said) for n in desk.situation.page.nodes if (n.kind == "control" or n.role == "heading")]
    words = content_of(part.words)
    board = next((t for t in words if t.norm in BOARDS and t.text.islower()), None)
    if board is None or any(says(each, board.norm) for each in said):
        return None
    others = [t for t in words if t is not board]
    return board if others and any(each and all(says(each, t.norm) for t in others) for each in said) else None


def _leaf(desk: Desk, part: Part) -> Move | None:
    """Turn to `the second page` or `page 3` of a long list."""
    words = [t for t in part.words if t.kind != "mark"]
    at = next((i for i, t in enumerate(words) if t.norm in ("page", "pagina")), None)
    if at is None:
        return None
    around = words[max(0, at - 1) : at + 2]
    if any(t.norm in ("last", "ultima") for t in around) and not desk.done_for(part):
        numbered = [n for n in clickable(desk) if n.said.strip().isdigit() and n.role in ("link", "button")]
        ends = [n for n in clickable(desk) if bare(n.said) in ("last", "last page", "ultima")] or numbered
        if ends:
            last = max(ends, key=lambda n: int(n.said) if n.said.strip().isdigit() else 0)
            return Move((desk.act(part, "click", last, part.numbers, ends=True),))
    place = next((int(t.norm) if t.norm.isdigit() else ORDINALS[t.norm] for t in around if _counts(t)), 0)
    if not place and _ONWARD & {t.norm for t in around}:
        onward = [n for n in clickable(desk) if does(n, "next") and n.role in ("link", "button") and not n.disabled]
        return Move((desk.act(part, "click", onward[0], part.numbers, ends=True),)) if onward else None
    pages = [n for n in clickable(desk) if bare(n.said) in (str(place), f"page {place}", f"pagina {place}")]
    turns = [n for n in clickable(desk) if does(n, "next") and not n.disabled]
    uses = {t.number for t in around if _counts(t)}
    if len(pages) == 1 and not desk.done_for(part):
        return Move((desk.act(part, "click", pages[0], uses, ends=True),))
    left = place - 1 - len(desk.done_for(part))
    if place < 2 or not turns:
        return None
    return Move((desk.act(part, "click", turns[0], uses, ends=left == 1),)) if left > 0 else Move(done=True)


def _counts(token: Token) -> bool:
    return token.norm.isdigit() or ORDINALS.get(token.norm, 0) > 0


def _is_here(desk: Desk, part: Part) -> bool:
    """Whether a heading or the current link says that this is the page."""
    words = content_of(part.words)
    headings = [
        n for n in desk.situation.page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")
    ]
    headings = [n for n in headings if part.verb != "open" or not _opener_beside(desk, n)]
    told = [t.norm for t in part.words if t.kind != "mark" and t.norm not in DETERMINERS]
    named = {" ".join(told), without_form(told)}
    # `New report` leads on from the page of the reports.
    if any(bare(n.said) in named for n in clickable(desk)) and not any(bare(n.said) in named for n in headings):
        return False
    chosen = [n for n in desk.situation.page.nodes if n.role == "tab" and n.states.get("selected") == "true"]
    if len(words) > 1 and all(any(describes(n, [t]) for n in (*headings, *chosen)) for t in words):
        # `My upcoming bookings` are the tab Upcoming of My bookings.
        return True
    whole = [n for n in headings if words and all(describes(n, [token]) for token in words)]
    titled = bool(words) and all(says(parts(desk.situation.page.title), t.norm) for t in words)
    return titled or any(len(parts(n.said)) <= len(words) + 1 for n in whole)


def _opener_beside(desk: Desk, text: Node) -> Node | None:
    """The one button that opens the card, of several, on which a text stands: its page is another one."""
    card = desk.reading.item(text)
    if card is None or not is_of_an_entry(desk, text):
        return None
    return opener_in(desk.reading, card)


def check(desk: Desk, part: Part) -> Move:
    """Check or uncheck the boxes that the words name, one group of words each."""
    boxes = [node for node in usable(desk.reading) if node.role in _BOXES and not node.disabled]
    done = {planned.step.selector for planned in desk.done_for(part)}
    if boxes and says_every(part.words):
        return _check_all(desk, part, boxes, done)
    if not boxes:
        move = click(desk, part)
        # The cell of a table that only mentions a thing turns nothing on or off, nor do links beside several such.
        in_cell = any(p.target and p.target.role in ("cell", "gridcell") for p in move.steps)
        return lost(part, content_of(part.words)) if in_cell or move.final else move
    steps: list[Planned] = []
    for words in _listed(part.words):
        words = _without_notices(words, boxes)
        near = closest(desk, boxes, words) or boxes
        found = _without_kind(desk.reading, words, boxes, find(desk.reading, words, near))
        if not found.is_sure or found.match is None:
            whole = find(desk.reading, part.words, closest(desk, boxes, part.words) or boxes)
            if whole.is_sure and whole.match:
                found = whole
            else:
                return _unsure(part, found)
        if found.match and found.match.node.selector not in done | used_selectors(steps):
            steps.append(_tick(desk, part, found.match.node, found.match.used))
    named = frozenset(t.number for t in part.words if t.norm in _OPTIONS | _NOTICES)
    return _all_of([replace(step, uses=step.uses | named) for step in steps])


def _without_notices(words: list[Token], boxes: Sequence[Node]) -> list[Token]:
    """The words without those for what any box is, and without the notice of `the notice by e-mail to the drivers`,
    where no box is called so."""
    told = {word for box in boxes for word in parts(box.said)}
    idle = _OPTIONS if any(says(told, t.norm) for t in words if t.norm in _NOTICES) else _OPTIONS | _NOTICES
    return [t for t in words if t.norm not in idle] or words


def _without_kind(reading: Reading, words: Sequence[Token], boxes: Sequence[Node], found: Found) -> Found:
    """The box of `the coupon SPRING`, where no other box is that of a coupon either."""
    rows = [(box, reading.item(box)) for box in boxes]
    told = {word for box, row in rows for word in parts(f"{box.said} {reading.text(row) if row else ''}")}
    kinds = [
        token
        for token, name in pairwise(words)
        if token in found.unused and token.kind == "word" and token.text.islower() and name.names
        if found.match and name.number in found.match.used and not says(tuple(told), token.norm)
    ]
    if not kinds or found.match is None:
        return found
    match = replace(found.match, used=found.match.used | {t.number for t in kinds})
    return replace(found, match=match, unused=tuple(t for t in found.unused if t not in kinds))


def _check_all(desk: Desk, part: Part, boxes: Sequence[Node], done: set[str | None]) -> Move:
    wanted = part.verb == "check"
    uses = part.numbers | part.left_out
    boxes = [node for node in boxes if node.role != "radio" and not is_left_out(desk.reading, node, part)]
    left = [node for node in boxes if node.checked is not wanted and node.selector not in done]
    return _all_of([_tick(desk, part, node, uses) for node in left])


def _tick(desk: Desk, part: Part, node: Node, uses: frozenset[int]) -> Planned:
    wanted = part.verb != "uncheck"
    if node.tag == "input":
        return desk.act(part, "check" if wanted else "uncheck", node, uses)
    return desk.act(part, "click", node, uses)


def _all_of(steps: Sequence[Planned]) -> Move:
    if not steps:
        return Move(done=True)
    return Move((*steps[:-1], replace(steps[-1], ends_part=True)))


def _listed(words: Sequence[Token]) -> list[list[Token]]:
    """The things in `a, b and c`."""
    groups: list[list[Token]] = [[]]
    for token in words:
        if (token.kind == "mark" and token.text in ",;") or token.norm in ("and", "y", "e"):
            groups.append([])
        else:
            groups[-1].append(token)
    kept = [group for group in groups if content_of(group)] or [list(words)]
    kinds = [token for token in kept[-1] if is_kind(token)]
    # In `the 1st and the 4th box` both are boxes.
    return [[*group, *kinds] if _lacks_kind(group) else group for group in kept]


def _lacks_kind(words: Sequence[Token]) -> bool:
    return any(t.norm in ORDINALS for t in words) and not any(is_kind(t) for t in words)


def answer(desk: Desk, part: Part) -> Move:
    """Answer a native dialog, or a dialog of the page."""
    accepts = part.verb not in ("close",) and not {"cancel", "cancelar", "dismiss"} & {t.norm for t in part.words}
    if desk.situation.page.dialog:
        said = parts(desk.situation.page.dialog)
        uses = [t.number for t in part.words if t.norm in _QUESTIONS or says(said, t.norm)]
        return Move((desk.act(part, "acceptDialog" if accepts else "dismissDialog", None, uses, ends=True),))
    if part.verb == "accept" and _is_answered(desk, part):
        return Move(done=True)
    if part.verb == "accept" and (ticked := _agreed(desk, part)):
        return ticked
    if part.verb == "accept" and (confirmed := confirm_asked(desk, part)):
        return confirmed
    if (part.verb == "accept" and not content_of(part.words)) or part.verb == "close":
        return close(desk, part)
    return click(desk, part)


def confirm_asked(desk: Desk, part: Part) -> Move | None:
    """Confirm what a dialog asks by the one button that does not leave it: `Delete the note`, beside `Keep it`."""
    said = [t for t in content_of(part.words) if t.norm not in _QUESTIONS]
    buttons = [n for n in clickable(desk) if n.role in ("button", "link") and n.said and not n.disabled]
    going = [n for n in buttons if not does(n, "close")]
    asked = top_dialog(desk.reading) is not None and not any(does(n, "accept") for n in buttons)
    if said or not asked or len(going) != 1 or len(buttons) != len(going) + 1:
        return None
    return Move((desk.act(part, "click", going[0], part.numbers, ends=True),))


def _is_answered(desk: Desk, part: Part) -> bool:
    """Whether what the part before asked for was confirmed on the way: the page asks nothing any more."""
    before = desk.goal.parts[part.number - 1] if part.number else None
    asks = top_dialog(desk.reading) is not None or desk.situation.page.dialog
    plain = not [t for t in content_of(part.words) if t.norm not in _QUESTIONS]
    acted = before is not None and (before.verb in _ASKED_ABOUT or before.implied) and bool(desk.done_for(before))
    return plain and acted and not asks and not any(does(n, "accept") for n in clickable(desk) if n.role == "button")


def _agreed(desk: Desk, part: Part) -> Move | None:
    """`Accepting the rules`, where a box says that one does."""
    asked = content_of(part.words)
    boxes = [n for n in usable(desk.reading) if n.role in _BOXES and n.role != "radio" and not n.disabled]
    found = find(desk.reading, part.words, boxes) if asked and boxes else Found(None)
    if found.match is None or found.unused or found.rivals or not found.match.own:
        return None
    if found.match.node.checked:
        return Move(done=True)
    return Move((replace(_tick(desk, part, found.match.node, found.match.used), ends_part=True),))


def close(desk: Desk, part: Part) -> Move:
    """Close what the words name, or the dialog that is open."""
    if desk.situation.page.dialog and not [t for t in content_of(part.words) if t.norm not in _QUESTIONS]:
        return answer(desk, part)
    nodes = [node for node in clickable(desk) if does(node, part.verb)]
    dialog = top_dialog(desk.reading)
    said = content_of(part.words)
    names = [t for t in said if t.is_value or (t.text[:1].isupper() and t.norm not in _DIALOGS)]
    if names and dialog is None:
        # What closes all, or something else, does not close what is named.
        nodes = [n for n in nodes if any(t.number in desk.reading.match(n, names).used for t in names)]
        if not nodes:
            return press_called(desk, part, names)
    if len(nodes) == 1 or (nodes and dialog and not [t for t in said if t.is_value]):
        best = sorted(nodes, key=lambda node: (-_closeness(node, part), node.number))[0]
        uses = desk.reading.match(best, said).used | _of_dialog(desk, dialog, said)
        return Move((desk.act(part, "click", best, uses, ends=True),))
    found = find(desk.reading, part.words, nodes or clickable(desk))
    if found.is_sure and found.match:
        leads = not nodes and _is_entry(desk, found.match.node)
        return lost(part, said) if leads else Move((_press(desk, part, found.match),))
    if dialog:
        return Move((desk.plan(part, Step("press", key="Escape"), None, _of_dialog(desk, dialog, said), True),))
    if gives_up(part) and not nodes and _was_led_here(desk, part):
        # A form on a page of its own is left by going back.
        return back(desk, part)
    return _unsure(part, found)


def _was_led_here(desk: Desk, part: Part) -> bool:
    """Whether what the part before has begun is on another page than the one it was begun from."""
    begun = [t.before for t in desk.situation.past if t.planned.part == part.number - 1 and t.before]
    return bool(begun) and begun[0].url != desk.situation.page.url


def _is_entry(desk: Desk, node: Node) -> bool:
    """Whether a link only leads into an entry of a list: that opens a thing, and closes none."""
    item = desk.reading.item(node)
    return node.role == "link" and item is not None and item.role in ENTRIES


def press_called(desk: Desk, part: Part, names: Sequence[Token]) -> Move:
    """Press what is called by the word of the order, where the page is that of the thing that is named."""
    told = parts(" ".join(n.said for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden))
    here = all(word in told for t in names for word in parts(t.text))
    words = [t.norm for t in part.verb_words]
    called = [n for n in clickable(desk) if words and any(same(word, words[0]) for word in parts(n.said)[:1])]
    if not here or len(called) != 1:
        return lost(part, names)
    uses = {t.number for t in names} | desk.reading.match(called[0], content_of(part.words)).used
    return Move((desk.act(part, "click", called[0], uses, ends=True),))


def _of_dialog(desk: Desk, dialog: Node | None, words: Sequence[Token]) -> frozenset[int]:
    """The words that a dialog says, or that are names for a dialog."""
    text = parts(desk.reading.text(dialog)) if dialog else ()
    return frozenset(t.number for t in words if dialog and (t.norm in _DIALOGS or says(text, t.norm)))


def _closeness(node: Node, part: Part) -> int:
    """A button that says just what the goal says is better than a sign for it."""
    verb = " ".join(token.norm for token in part.verb_words)
    return 2 if bare(node.said) == verb else 1 if normal(node.said) in SYNONYMS["close"] else 0


def press(desk: Desk, part: Part) -> Move:
    last = next(
        (t.planned.step.selector for t in reversed(desk.situation.past) if t.planned.step.action == "fill"), None
    )
    planned = next((s.step.selector for s in reversed(desk.steps) if s.step.action == "fill"), last)
    node = next((n for n in desk.situation.page.nodes if n.selector == planned), None)
    uses = {t.number for t in part.words if t.norm.replace(" ", "") in _KEY_WORDS or part.key.lower() in t.norm}
    used = uses | (desk.reading.match(node, content_of(part.words)).used if node else set())
    step = Step("press", key=part.key, selector=planned if node else None)
    return Move((desk.plan(part, step, None, frozenset(used), True),))


def back(desk: Desk, part: Part) -> Move:
    named = [t for t in part.words if t.kind in ("word", "quoted") and t.text[:1].isupper()]
    ways = [n for n in clickable(desk) for t in named if bare(n.said) == bare(t.text)]
    if len(ways) == 1:
        # `Go back with Cancel`
        uses = desk.reading.match(ways[0], part.words).used | {t.number for t in content_of(part.words)}
        return Move((desk.act(part, "click", ways[0], uses, ends=True),))
    if content_of(part.words) and (found := find(desk.reading, part.words, clickable(desk))).is_sure and found.match:
        # `Back to the list of vehicles`: where there is a link to it, that is the way.
        return Move((desk.act(part, "click", found.match.node, found.match.used, ends=True),))
    nodes = [n for n in clickable(desk) if {"back", "atras", "volver"} & set(parts(n.said))]
    if len(nodes) == 1:
        return Move((desk.act(part, "click", nodes[0], _that_way(part), ends=True),))
    return Move((desk.plan(part, Step("press", key="Alt+ArrowLeft"), None, _that_way(part), True),))


# What the pages of a form are called.
_STEPS = {"step", "page", "screen", "paso", "pagina", "pantalla"}


def _that_way(part: Part) -> frozenset[int]:
    said = {"previous", "last", "anterior", "previa", *_STEPS, *ORDINALS}
    return frozenset(t.number for t in part.words if t.norm in said)


def reload(desk: Desk, part: Part) -> Move:
    return Move((desk.plan(part, Step("goto", url=desk.situation.page.url), None, frozenset(), True),))


def wait(desk: Desk, part: Part) -> Move:
    """Every page is waited for anyway; what is to be seen is checked at the end."""
    return Move(done=True)


def scroll(desk: Desk, part: Part) -> Move:
    words = {token.norm for token in part.words}
    if inside := _scroll_in(desk, part, words):
        return inside
    uses = frozenset(t.number for t in part.words if t.norm in ("bottom", "final", "abajo", "arriba", "top", "end"))
    if words & {"down", "bottom", "abajo", "final"} or not content_of(part.words):
        return Move(
            (desk.plan(part, Step("scroll", y=100_000 if words & {"bottom", "final"} else 600), None, uses, True),)
        )
    if words & {"up", "top", "arriba"}:
        return Move((desk.plan(part, Step("scroll", y=-100_000), None, uses, True),))
    found = find(desk.reading, part.words, usable(desk.reading, ("control", "text", "holder")))
    if found.match is None or found.unused:
        return _unsure(part, found)
    return Move((desk.act(part, "scroll", found.match.node, found.match.used, ends=True),))


def _scroll_in(desk: Desk, part: Part, words: set[str]) -> Move | None:
    """Scroll in what is named and scrolls itself: `the text area to the bottom`."""
    way = next((sign for names, sign in _SCROLLS if words & names), 0)
    known = {name for names, _ in _SCROLLS for name in names}
    named = [t for t in part.words if t.norm not in known]
    told = [t for t in named if t.kind == "word" and t.norm not in _PAGE]
    nodes = [n for n in usable(desk.reading, ("control", "holder")) if n.tag == "textarea" or n.kind == "holder"]
    found = find(desk.reading, told, nodes) if content_of(told) or any(is_kind(t) for t in told) else Found(None)
    if not way or found.match is None or found.rivals or found.unused:
        return None
    uses = found.match.used | {t.number for t in part.words if t.norm in known}
    far = 100_000 if words & {"bottom", "top", "final", "end", "principio"} else 600
    return Move((desk.act(part, "scroll", found.match.node, uses, ends=True, y=way * far),))


def expand(desk: Desk, part: Part) -> Move:
    """Open what is folded: the thing that is named, or the only one there is."""
    wanted = "true" if part.verb == "collapse" else "false"
    folded = [n for n in usable(desk.reading, ("control", "text")) if n.states.get("expanded") == wanted or n.hides]
    if content_of(part.words):
        found = find(desk.reading, part.words, folded or clickable(desk))
        if found.is_sure and found.match:
            return Move((_press(desk, part, found.match),))
    # What is inside is looked for by the parts that come after; they unfold what they need.
    several = EVERY | {"sections", "secciones", "items", "menus", "panels"}
    if not folded and not desk.done_for(part) and (opener := _opener(desk, part)):
        return opener
    if not folded or desk.done_for(part) or (len(folded) > 1 and several & {t.norm for t in part.words}):
        return Move(done=True)
    return Move((desk.act(part, "click", folded[0], ends=True),))


def _opener(desk: Desk, part: Part) -> Move | None:
    """The click on the only sign there is for opening something."""
    signs = [n for n in usable(desk.reading) if n.said.strip() in _OPENS]
    return Move((desk.act(part, "click", signs[0], part.numbers, ends=True),)) if len(signs) == 1 else None


def expect(desk: Desk, part: Part) -> Move:
    """Goes to the place that the check names; what is to be seen there is for the examiner."""
    place = named_place(part, desk.reading.page)
    gone = [t for t in desk.situation.past if t.planned.part == part.number]
    if turned := _leafed(desk, part, len(gone)) or _turned_on(desk, part, len(gone)) or _turned_to(desk, part):
        return turned
    if back_there := None if gone else _to_board(desk, part) or _to_list(desk, part):
        return back_there
    # What opened a form for the goal before leads to no list.
    makers = [each.number for each in desk.goal.parts[: part.number] if each.verb in ("create", "say", "edit")]
    opened = [t for t in desk.situation.past if t.ok and t.planned.part in makers and not t.planned.explores]
    been = {t.planned.target.name for t in (*gone, *opened) if t.planned.target}
    if place is None or len(gone) >= _MOST_PLACES or place[0].said in been:
        return Move(done=True)
    node, uses = place
    why = f'look under "{node.said}" for {part.said}'
    return Move((desk.act(part, "click", node, uses, why=why, explores=True),))


def list_left(desk: Desk, part: Part) -> Page | None:
    """The page with the list out of which an entry was opened, where a check tells of that list, or of the entry in it:
    `the card shows 3`, `en el listado sale su nivel`; none where the page that was come to has such a one itself."""
    kinds = {role for t in part.words if t.text.islower() for role in _HOLDERS.get(t.norm, ())}
    here = desk.situation.page
    if part.verb != "expect" or not kinds or any(_holds_entries(here, kinds)):
        return None
    for tried in reversed(desk.situation.past):
        page = tried.before
        if not tried.ok or page is None or urlsplit(page.url).path == urlsplit(here.url).path:
            continue
        node = next((n for n in page.controls if n.selector == tried.planned.step.selector), None)
        if node and tried.planned.step.action == "click" and any(h.role in kinds for h in page.parents(node)):
            return page
    return None


def _holds_entries(page: Page, kinds: set[str]) -> Iterator[Node]:
    apart = {n.number for h in page.nodes if h.role in ("navigation", "banner") for n in page.within(h)}
    return (n for n in page.nodes if n.role in kinds and not n.hidden and n.number not in apart)


def _to_list(desk: Desk, part: Part) -> Move | None:
    """The click back to the list out of which the thing was opened that a check sees in it."""
    page = list_left(desk, part)
    ways = [n for n in clickable(desk) if n.role == "link" and n.href]
    there = urlsplit(page.url).path if page else None
    return _go_back(desk, part, [n for n in ways if urlsplit(urljoin(desk.situation.page.url, n.href)).path == there])


def _to_board(desk: Desk, part: Part) -> Move | None:
    """The click back to the board that was left, where a check says in which of its columns something is."""
    name, here = column_told(part), desk.situation.page
    boards = [t.before.url for t in desk.situation.past if name and t.before and column_of(t.before, name)]
    ways = [n for n in clickable(desk) if boards and n.role == "link" and urljoin(here.url, n.href) == boards[-1]]
    return None if column_of(here, name) else _go_back(desk, part, ways)


def _go_back(desk: Desk, part: Part, ways: Sequence[Node]) -> Move | None:
    """The click on the first of the links that lead back; None where there is none."""
    why = f'go back to "{ways[0].said}" for {part.said}' if ways else ""
    return Move((desk.act(part, "click", ways[0], why=why, explores=True),)) if ways else None


def _leafed(desk: Desk, part: Part, times: int) -> Move | None:
    """The click towards `the second page` of a list, where a check says that something is there."""
    at = next((i for i, t in enumerate(part.words) if i and t.norm in ("page", "pagina")), 0)
    before = part.words[at - 1] if at else None
    place = ORDINALS.get(before.norm, 0) if before else 0
    turns = [n for n in clickable(desk) if does(n, "next") and n.role in ("link", "button") and not n.disabled]
    if before is None or not times < place - 1 or len(turns) != 1:
        return None
    uses = {before.number, part.words[at].number}
    return Move((desk.act(part, "click", turns[0], uses, explores=True, why=f"turn to the page of {part.said}"),))


def made_before(desk: Desk, part: Part) -> Part | None:
    """The part that made what a check calls `it`, or by its name, and is to be seen."""
    made = next((p for p in reversed(desk.goal.parts[: part.number]) if p.verb == "create"), None)
    leaves_it = leaves_out_subject(part) or (part.words[:1] and part.words[0].norm in _APPEARS)
    says_it = bool(leaves_it or _IT & {t.norm for t in (*part.verb_words, *part.words)})
    names_it = made is not None and bool(named := _names_in(part)) and named <= _names_in(made)
    return made if (says_it or names_it) and not part.negated else None


def _names_in(part: Part) -> set[str]:
    return {t.norm for t in part.words if t.names and t.norm not in STOP}


def _turned_on(desk: Desk, part: Part, times: int) -> Move | None:
    """The click to the next page of a list, where what was made is looked for in it and not on this page."""
    made = made_before(desk, part)
    if made is None or times > _MOST_TURNS:
        return None
    done = [t for t in desk.situation.past if t.ok and t.planned.part == made.number]
    typed = [t.planned.step for t in done]
    values = [s.value for s in typed if s.action == "fill" and isinstance(s.value, str) and len(bare(s.value)) > 1]
    value = normal(max(values, key=len, default=""))
    page = desk.situation.page
    further = longer(desk) if any(n.role in ENTRIES for n in page.nodes) else None
    # A message that it was saved says its name too.
    notices = {n.said for n in page.nodes if n.role in ("status", "alert")}
    if not value or further is None or any(value in normal(text) for text in page.readable if text not in notices):
        return None
    told = [s.value for s in typed if s.action in ("fill", "selectOption") and isinstance(s.value, str) and s.value]
    if best_item(_entries_since(page, [t.before for t in done if t.before]), told):
        # Its longest value, such as a note, may be what no list shows.
        return None
    return Move((desk.act(part, "click", further, explores=True, why=f"look for {part.said} on the next page"),))


def _entries_since(page: Page, before: Sequence[Page]) -> list[str]:
    """The entries that are new to a list which was seen before."""
    old = {text for each in before for _, text in items(each)}
    return [text for _, text in items(page) if text not in old] if old else []


def codes_in(part: Part) -> list[Token]:
    """The codes of the entries that a check says are listed."""
    return [t for t in part.words if t.kind == "code"] if part.verb == "expect" and not part.negated else []


def seen_before(desk: Desk, part: Part) -> list[Token]:
    """The names and days by which a check tells an entry that was seen on a page of a list before."""
    until = finite_at(part.words) if part.verb == "expect" and not part.negated else None
    names = [t for t in part.words[:until] if t.names and t.norm not in STOP] if until else []
    pages = [t.before for t in desk.situation.past if t.before]
    listed = [text for page in pages for _, text in items(page) if all(says_it(text, t) for t in names)]
    if not names[1:] or not listed:
        return []
    # What is so still is told by its state too, which was not changed: `the paid order of Ada Ray still has 12`.
    is_kept = any(KEPT.match(t.norm) for t in part.words)
    states = [t for t in content_of(part.words[:until]) if t not in names] if is_kept else []
    said = max(([t for t in states if says_it(text, t)] for text in listed), key=len)
    return [*names, *said]


def _lists(page: Page, names: Sequence[Token]) -> bool:
    return any(all(says_it(text, t) for t in names) for _, text in items(page))


def _turned_to(desk: Desk, part: Part) -> Move | None:
    """The click to another page of the list, where a check names an entry of it and this page does not show that."""
    page = desk.situation.page
    missing = [t for t in codes_in(part) if not any(holds(normal(text), bare(t.text)) for text in page.readable)]
    if not missing and (names := seen_before(desk, part)) and not _lists(page, names):
        missing = names
    gone = [t for t in desk.situation.past if t.planned.part == part.number and t.planned.explores]
    if _is_on_leaf(desk, part):
        return None
    if not missing or len(gone) > _MOST_TURNS or (gone and gone[-1].before and gone[-1].before.looks == page.looks):
        return None
    turned_back = any(t.planned.why == _BACKWARDS for t in gone)
    further = None if turned_back else longer(desk)
    if (way := further or back_one(desk)) is None:
        return None
    why = f"look for {missing[0].text} on the next page" if further else _BACKWARDS
    return Move((desk.act(part, "click", way, explores=True, why=why),))


def _is_on_leaf(desk: Desk, part: Part) -> bool:
    """Whether the goal has just gone to a page of the list by its number, so that the check is about that one."""
    before = next((p for p in reversed(desk.goal.parts[: part.number]) if p.verb != "expect"), None)
    words = [t for t in before.words if t.kind != "mark"] if before and before.verb in _GOES_TO else []
    at = next((i for i, t in enumerate(words) if t.norm in ("page", "pagina")), None)
    around = words[max(0, at - 1) : at + 2] if at is not None else []
    return any(_counts(t) or t.norm in _ONWARD | _ENDMOST for t in around)


def follow(desk: Desk, part: Part) -> Move:
    """Go on in a wizard, or leave a session: the control that says so."""
    nodes = [node for node in clickable(desk) if does(node, part.verb) and not node.disabled]
    if not nodes:
        return click(desk, part)
    words = content_of(part.words)
    best = max(nodes, key=lambda node: (desk.reading.match(node, words).score, -node.number))
    uses = desk.reading.match(best, words).used
    return Move((desk.act(part, "click", best, uses | {t.number for t in words if describes(best, [t])}, ends=True),))


def copy(desk: Desk, part: Part) -> Move:
    """What is copied is read when it is pasted."""
    return Move(done=True)


def focus(desk: Desk, part: Part) -> Move:
    """Click into the field that the words name."""
    fields = [
        n for n in clickable(desk) if n.tag in ("input", "textarea", "select") or n.role in ("textbox", "combobox")
    ]
    found = find(desk.reading, part.words, fields)
    if not found.is_sure or found.match is None:
        return click(desk, part)
    return Move((desk.act(part, "click", found.match.node, found.match.used, ends=True),))


ACTING = {"focus": focus, "copy": copy, "explore": wait,
    "click": click, "double": click, "hover": click, "open": open_page, "check": check, "uncheck": check,
    "close": close,
    "accept": answer, "press": press, "back": back, "reload": reload, "wait": wait, "scroll": scroll, 
    "expand": expand, "collapse": expand, "expect": expect, "next": follow, "logout": follow, 
}  # fmt: skip

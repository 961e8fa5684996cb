"""Parts that fill in and send forms: values go where the page asks for them, the form's own button sends them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..page import Node, Page
from ..planning import Planned, Tried
from ..secrecy import logins_in
from ..steps import Step
from .acting import click, open_page, used_selectors
from .adding import add_line, add_to
from .calendars import pick_date
from .desk import Desk, Move, lost
from .fields import Assignment, Field, assign, best_option, fields_of, is_typed
from .finding import does, find, is_left_out, top_dialog, usable
from .lexicon import EVERY, STOP, same
from .lookup import look_up
from .matching import Match, Reading, holds
from .menus import from_menu
from .part import Part, calls_off, content_of, marks
from .picking import is_extreme, pick
from .stories import NO_ACT, NOT_TO_DO
from .surveying import survey
from .words import Token, bare, normal, parts

_CODES = {
    "sku", "code", "codigo", "reference", "referencia", "ref", "number", "numero", "id", "serial", "matricula", "plate",
    "isbn", "key", "clave",
}  # fmt: skip
_DETERMINERS = {"the", "el", "la", "los", "las", "his", "her", "their", "a", "an", "un", "una"}
_NOT_TO = {"don't", "not", "no"}
_NAMES = {"name", "nombre", "title", "titulo"}
_FIRST_NAMES = {"first", "given", "nombre", "forename", "name"}
_SURNAMES = {"surname", "lastname", "last", "family", "apellido", "apellidos"}
_EVERYWHERE = {*EVERY, "both", "ambos", "ambas"}
_UPPER, _LOWER = {"upper", "uppercase", "mayusculas", "capitals"}, {"lower", "lowercase", "minusculas"}
_CASES = _UPPER | _LOWER | {"case", "letters", "letras"}
_FIELDS = {"fields", "field", "campos", "campo", "boxes", "inputs", "passwords"}
_DONE = {"done", "complete", "completed", "finished", "hecho", "hecha", "completada", "completado", "terminada"}
_TO = {"to", "a", "por", "as", "como", "into"}
_NEWS = {"new", "nuevo", "nueva", "called", "named", "llamado", "llamada"}
# Verbs that say of anything that it is made.
_MAKES = {"add", "create", "new", "make", "crear", "crea", "nuevo", "anadir", "anade", "agregar", "agrega", "insert"}
_PARTICLES = {"of", "de", "del", "la", "las", "los", "the", "and", "y", "e", "von", "van", "da", "do", "di"}
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
_SETTING = ("fill", "selectOption", "check", "uncheck")
_IT = {"it", "this", "that", "lo", "la", "su", "its", "este", "esta", "ese", "esa"}
_ENTRIES = {"row", "listitem", "article", "item"}
_NOTHING = {"nothing", "none", "nada", "ninguno", "ninguna"}
_MOST_PAGES = 6
_SEVERAL = 2
_FOR_THE_REST = " for the rest of the form"
_LONGEST_BUTTON = 4
_LEAST_WORD = 2
_ROOT = 5
_CHOICES = {"option", "radio", "checkbox", "menuitem", "menuitemradio", "menuitemcheckbox", "tab", "treeitem", "switch"}
_SEARCHES = {"search", "buscar", "busqueda", "find", "query", "q"}
_SECRET_WORDS = {"password", "contrasena", "clave", "passphrase", "pin", "pass", "pw", "pwd", "pasword"}
_LABELS = {
    "email", "username", "user", "usuario", "correo", "mail", "e-mail", "account", "cuenta", "credentials",
    "credenciales", "login", "electronico", "address", "direccion",
}  # fmt: skip
# What people call the whole of what they filled in.
_FILLED_IN = {
    "change", "changes", "cambio", "cambios", "form", "formulario", "data", "datos", "information", "informacion",
    "edits", "everything", "todo", "details", "detalles", "wizard", "asistente", "settings", "ajustes",
}  # fmt: skip
_ACCESS = {"access", "credentials", "login", "account", "acceso", "credenciales", "cuenta", "screen", "one", "user"}
_WRONG = {"wrong", "invalid", "incorrect", "bad", "correct", "right", "incorrecta", "incorrecto", "mala", "erronea"}
_SHOWN = {
    "test", "demo", "shown", "sample", "page", "prueba", "mostradas", "mostrados", "muestra", "given", "provided",
    "data", "datos", "displayed", "listed", "details",
}  # fmt: skip
_LAYERS = ("dialog", "alertdialog", "form")


def steps_for(desk: Desk, part: Part, assignments: Iterable[Assignment]) -> list[Planned]:
    done = {planned.step.selector for planned in desk.done_for(part)} | used_selectors(desk.steps)
    made = []
    for assignment in assignments:
        step = assignment.step()
        # Of radio buttons the one is meant that is pressed.
        node = next((n for n in assignment.field.nodes if n.selector == step.selector), assignment.field.node)
        if step.selector not in done:
            made.append(desk.plan(part, step, node, assignment.uses, False))
    return made


def ended(steps: Sequence[Planned]) -> Move:
    return Move((*steps[:-1], replace(steps[-1], ends_part=True))) if steps else Move(done=True)


def scope(desk: Desk) -> list[Node]:
    """The controls of the form that is meant: of the dialog on top, else of the page without its search."""
    nodes = usable(desk.reading)
    if top_dialog(desk.reading):
        return nodes
    return [node for node in nodes if not _is_search(desk, node) and not _only_filters(desk, node)]


def _only_filters(desk: Desk, node: Node) -> bool:
    """Whether a control belongs to a form that only narrows a list: nothing is changed by it."""
    form = next((h for h in desk.reading.page.parents(node) if h.role in ("form", "search")), None)
    buttons = [n for n in desk.reading.page.within(form) if n.role == "button" and n.said] if form else []
    return bool(buttons) and all(_NARROWS & set(parts(n.said)[:1]) for n in buttons)


def _is_search(desk: Desk, node: Node) -> bool:
    label = parts(node.label or node.name or node.placeholder)
    return (
        node.role == "searchbox"
        or bool(_SEARCHES & set(label[:1]))
        or any(h.role in ("search", "navigation", "banner") for h in desk.reading.page.parents(node))
    )


def _taken(desk: Desk, part: Part) -> frozenset[int]:
    return frozenset(n for planned in desk.done_for(part) for n in planned.uses)


def fill(desk: Desk, part: Part) -> Move:
    """Type each value of the words into the field that they name."""
    if picked := pick_date(desk, part):
        return picked
    everywhere = fields_of(desk.reading, _fillable(desk, part))
    at_once = _offered(desk, part) or look_up(desk, part) or _from_list(desk, part, everywhere)
    if at_once := at_once or _in_every(desk, part):
        return at_once
    found = assign(part.words, desk.goal.text, everywhere, _case_words(part))
    found = tuple(replace(a, value=_cased(a.value, part), uses=a.uses | _case_words(part)) for a in found)
    if found and (desk.done_for(part) or not _labels_unknown(desk, part, found)):
        found = (*found, *the_last(desk, part, everywhere, found))
    steps = steps_for(desk, part, found)
    if not found:
        only = [field for field in everywhere if not field.options]
        if len(only) == 1 and not _is_elsewhere(desk, part, only[0]) and (value := _all_words(desk, part)):
            typed = {t.number for t in part.words if set(parts(t.text)) <= set(parts(value))}
            uses = typed | desk.reading.match(only[0].node, content_of(part.words)).used | _case_words(part)
            steps = steps_for(desk, part, [Assignment(only[0], _cased(value, part), frozenset(uses))])
        elif menu := from_menu(desk, part, _after_to(part)):
            return menu
        elif option := _chosen(desk, part, [t for t in part.words if t.is_value and t.number not in desk.used]):
            return Move((option,))
        elif not desk.done_for(part):
            return next_page(desk, part) or add_to(desk, part) or lost(part, content_of(part.words))
    missing = [t for t in unfilled(part, found) if not _page_is_about(desk, [t])] if found else []
    if missing and not desk.done_for(part):
        return next_page(desk, part) or lost(part, missing)
    return ended(steps)


def _labels_unknown(desk: Desk, part: Part, found: Sequence[Assignment]) -> bool:
    """Whether a value that no field takes is called something that no field is: `shoe size "42"`."""
    used = {n for a in found for n in a.uses}
    for before, token in pairwise(part.words):
        is_label = (
            before.kind == "word" and before.text.islower() and before.norm not in STOP and before.number not in used
        )
        if token.is_value and token.number not in used and is_label:
            return True
    return False


def next_page(desk: Desk, part: Part) -> Move | None:
    """To the next page of the form that was filled in last, where what comes now may be."""
    filled = [t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action in _SETTING]
    set_so = [n for n in usable(desk.reading) if n.selector in filled[-8:]]
    nodes = [n for n in set_so if is_typed(n) or n.tag == "select" or n.type in ("radio", "checkbox")]
    onward = _onward(desk, nodes) if nodes else None
    if onward is None or _was_pressed(desk, onward):
        return None
    return Move((desk.act(part, "click", onward, why=f'press "{onward.said}"{_FOR_THE_REST}'),))


def _from_list(desk: Desk, part: Part, fields: Sequence[Field]) -> Move | None:
    """Choose from a list that is opened by a button, when it is what the words name: `set the language to Basque`."""
    lists = [n for n in usable(desk.reading) if n.role == "combobox" and not is_typed(n) and n.tag != "select"]
    lists += [n for n in usable(desk.reading) if n.states.get("haspopup") == "listbox" and n not in lists]
    asked = content_of(part.words)
    named = [n for n in lists if desk.reading.match(n, asked).own]
    if len(named) != 1 or assign(part.words, desk.goal.text, fields, frozenset()):
        return None
    told = desk.reading.match(named[0], asked).own
    value = [t for t in asked if t.number not in told]
    opened = any(p.step.selector == named[0].selector for p in desk.done_for(part))
    if not opened:
        return Move((desk.act(part, "click", named[0], told),))
    options = [n for n in usable(desk.reading) if n.role in ("option", "menuitem", "menuitemradio")]
    found = find(desk.reading, value, options)
    if not found.is_sure or found.match is None:
        return lost(part, value, final=True)
    return Move((desk.act(part, "click", found.match.node, found.match.used | told, ends=True),))


def _is_elsewhere(desk: Desk, part: Part, field: Field) -> bool:
    """Whether the words name another control that was seen on the way: the only field there is is not what is meant."""
    said = {word for name in field.names for word in parts(name)}
    ways = {t.planned.target.name for t in desk.situation.past if t.planned.target and t.planned.part == part.number}
    named = [
        t for t in part.words if t.kind == "word" and t.norm not in STOP and not any(same_word(t, w) for w in said)
    ]
    return any(same_word(t, word) for t in named for way in ways for word in parts(way))


def _fillable(desk: Desk, part: Part) -> list[Node]:
    """What may be typed into: the search of the page only if it is named, or there is nothing else."""
    nodes = usable(desk.reading)
    if _SEARCHES & {t.norm for t in part.words}:
        return nodes
    searches = {n.number for n in nodes if _is_search(desk, n)}
    without = [n for n in nodes if n.number not in searches]
    named = [n for n in nodes if n.number in searches and desk.reading.match(n, content_of(part.words)).own]
    return [*without, *named]


def _in_every(desk: Desk, part: Part) -> Move | None:
    """One value for all the fields there are: `into both fields`."""
    values = [t for t in part.words if t.is_value]
    if len(values) != 1 or not any(_is_every_field(part.words, i) for i in range(len(part.words))):
        return None
    nodes = [n for n in usable(desk.reading) if is_typed(n) and n.tag == "input" and not _is_search(desk, n)]
    uses = frozenset({values[0].number}) | _said(part, _EVERYWHERE | _FIELDS | _SECRET_WORDS)
    done = {planned.step.selector for planned in desk.done_for(part)}
    steps = [Step("fill", selector=n.selector, value=values[0].text) for n in nodes if n.selector not in done]
    planned = [desk.plan(part, s, n, uses, False) for s, n in zip(steps, nodes, strict=False)]
    return ended(planned) if nodes else None


def _is_every_field(words: Sequence[Token], at: int) -> bool:
    return words[at].norm in _EVERYWHERE and bool(_FIELDS & {t.norm for t in words[at + 1 : at + 4]})


def _case_words(part: Part) -> frozenset[int]:
    """The words that say only in which letters to type."""
    return _said(part, _CASES) if _said(part, _UPPER | _LOWER) else frozenset()


def _cased(value: str, part: Part) -> str:
    words = {t.norm for t in part.words}
    if words & _UPPER:
        return value.upper()
    return value.lower() if words & _LOWER else value


def unfilled(part: Part, found: Sequence[Assignment]) -> list[Token]:
    """The values that no field takes."""
    used = {number for assignment in found for number in assignment.uses}
    return [t for t in part.words if t.number not in used and (t.is_value or _is_name(t, part))]


def _is_name(token: Token, part: Part) -> bool:
    """Whether a word is written as a name: it says who or what, and must go somewhere."""
    return token.kind == "word" and token.text[:1].isupper() and token.norm not in STOP and token is not part.words[0]


def _all_words(desk: Desk, part: Part) -> str:
    said = [token for token in part.words if token.kind != "mark"]
    value = next((token.text for token in said if token.is_value), "")
    if value or not said:
        return value
    until = next((i for i in range(1, len(said) - 1) if _leads_to_field(said, i)), len(said))
    words = content_of(said[:until])
    return desk.goal.text[words[0].start : words[-1].end] if words else ""


def _leads_to_field(words: Sequence[Token], at: int) -> bool:
    """Whether what follows is where to type: `into the search box`."""
    return words[at].norm in ("into", "in", "en") and words[at + 1].norm in ("the", "el", "la", "that")


def _offered(desk: Desk, part: Part) -> Move | None:
    """A field that offers what fits what was typed wants one of the offers to be taken."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.part != part.number or last.step.action != "fill":
        return None
    typed = next((n for n in desk.situation.page.nodes if n.selector == last.step.selector), None)
    options = [n for n in usable(desk.reading) if n.role == "option" and bare(n.said) == bare(str(last.step.value))]
    if typed is None or typed.role != "combobox" or len(options) != 1:
        return None
    return Move((desk.act(part, "click", options[0], ends=last.ends_part),))


def choose(desk: Desk, part: Part) -> Move:
    """Choose what the words name: in a list, among buttons of a kind, or in a menu that has to be opened first."""
    if any(token.text in ">›→" for token in part.words):
        return click(desk, part)
    if _NOTHING & {token.norm for token in part.words} and not any(token.is_value for token in part.words):
        return Move(done=True)
    if picked := pick_date(desk, part):
        return picked
    fields = fields_of(desk.reading, usable(desk.reading))
    several = _several(desk, part, fields)
    if several:
        return several
    found = assign(part.words, desk.goal.text, [f for f in fields if f.options], frozenset())
    if found and not unfilled(part, found):
        return ended(steps_for(desk, part, found))
    choices = [node for node in usable(desk.reading) if node.role in _CHOICES and not node.disabled]
    if picked := _picked(desk, part, choices):
        return picked
    typed = assign(part.words, desk.goal.text, fields, frozenset())
    if typed and not unfilled(part, typed):
        return _offered(desk, part) or ended(steps_for(desk, part, typed))
    return _opened_list(desk, part) or click(desk, part)


def _several(desk: Desk, part: Part, fields: Sequence[Field]) -> Move | None:
    """Several options of one list that takes several."""
    for field in fields:
        if not field.node.multiple or field.node.tag != "select":
            continue
        groups = _groups(part.words)
        options = [best_option(field.options, " ".join(t.text for t in content_of(g))) for g in groups]
        if all(options):
            step = Step("selectOption", selector=field.node.selector, value=tuple(o.label for o in options if o))
            return Move((desk.plan(part, step, field.node, part.numbers, True),))
    return None


def _groups(words: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in words:
        if token.norm in ("from", "in", "de", "en"):
            break
        if token.kind == "mark" or token.norm in ("and", "y"):
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if content_of(group)]


def _picked(desk: Desk, part: Part, choices: Sequence[Node]) -> Move | None:
    groups = _groups(part.words) if len(_groups(part.words)) > 1 else [list(part.words)]
    done = {planned.step.selector for planned in desk.done_for(part)}
    steps = []
    for group in groups:
        found = find(desk.reading, group, choices)
        if not found.is_sure or found.match is None or not found.match.own:
            return None
        node = found.match.node
        action = "check" if node.tag == "input" and node.type in ("checkbox", "radio") else "click"
        if node.selector not in done:
            steps.append(desk.act(part, action, node, found.match.used))
    return ended(steps) if steps else Move(done=True)


def _opened_list(desk: Desk, part: Part) -> Move | None:
    """Open the list that the words name, or the only one there is; its options come next."""
    lists = [
        n
        for n in usable(desk.reading)
        if (n.role in ("combobox", "listbox") and n.tag != "select") or "expanded" in n.states
    ]
    closed = [
        n
        for n in lists
        if n.states.get("expanded") == "false" and n.selector not in {p.step.selector for p in desk.done_for(part)}
    ]
    if not closed:
        return None
    named = [(len(desk.reading.match(n, content_of(part.words)).own), n) for n in closed]
    best = max(score for score, _ in named)
    top = [n for score, n in named if score == best]
    return Move((desk.act(part, "click", top[0]),)) if len(top) == 1 else None


def create(desk: Desk, part: Part) -> Move:
    """Open the form for a new thing, unless it is open, and fill in what the words say."""
    began = bool(desk.done_for(part))
    form = _creation_form(desk, part, began)
    if is_extreme(part) and not _is_label_of(desk, part, form) and (best := _best_of_search(desk, part)):
        return best
    if form is None:
        return (began and _step_without_fields(desk, part)) or _without_form(desk, part, began)
    fields = fields_of(desk.reading, form)
    empty = left_empty(part, fields)
    noun = _named_elsewhere(desk, part)
    found = assign(part.words, desk.goal.text, fields, noun | empty)
    # A first name and a surname go together, whatever else is filled in.
    found = _with_surname((*_called(desk, part, fields, found, noun), *found), fields)
    found = (*found, *_ticked_with(part, form, {n for a in found for n in a.uses} | desk.used))
    found = (*found, *the_last(desk, part, fields, found))
    steps = steps_for(desk, part, found)
    steps[:1] = [replace(planned, uses=planned.uses | empty) for planned in steps[:1]]
    missing = [t for t in unfilled(part, found) if t.number not in desk.used and not _page_is_about(desk, [t])]
    if steps and (told := _described(desk, part, missing)):
        steps[0] = replace(steps[0], uses=steps[0].uses | {t.number for t in told})
        missing = [t for t in missing if t not in told]
    if not missing:
        return ended(steps)
    if chosen := _chosen(desk, part, missing):
        return Move((*steps, chosen))
    onward = _onward(desk, form)
    if onward is None or len(desk.done_for(part)) > 4 * _MOST_PAGES:
        return lost(part, missing, f"The form has no field for {', '.join(token.text for token in missing)}.")
    if not steps and _was_pressed(desk, onward):
        return lost(part, missing, f'"{onward.said}" leads nowhere, and {_not_taken(missing)}.', final=True)
    return Move((*steps, desk.act(part, "click", onward, why=f'press "{onward.said}"{_FOR_THE_REST}')))


def _described(desk: Desk, part: Part, missing: Sequence[Token]) -> list[Token]:
    """The words in brackets that only say more about what was opened on the way, where that page says so: `for Max (the
    German Shepherd)`."""
    opened = [t for t in desk.situation.past if t.ok and t.planned.explores and t.planned.part == part.number]
    pages = [*(t.before for t in opened[1:] if t.before), desk.situation.page] if opened else []
    inside: set[int] = set()
    for at, token in enumerate(part.words):
        begins = token.text == "(" and bool({t.norm for t in part.words[at + 1 : at + 2]} & _DETERMINERS)
        end = next((i for i in range(at, len(part.words)) if part.words[i].text == ")"), len(part.words))
        inside |= {t.number for t in part.words[at + 1 : end]} if begins else set()
    told = [t for t in missing if t.number in inside]
    is_so = any(all(any(holds(normal(text), bare(t.text)) for text in page.readable) for t in told) for page in pages)
    return told if told and is_so else []


def is_being_filled(desk: Desk, part: Part) -> bool:
    """Whether the form for the new thing of a part lies open: what it lacks is not to be looked for elsewhere."""
    return part.verb == "create" and bool(desk.done_for(part)) and _creation_form(desk, part, began=True) is not None


def further(desk: Desk, part: Part, form: Sequence[Node]) -> Planned | None:
    """The click to the next page of a form, where what this one does not ask for may be."""
    onward = _onward(desk, form) if form else None
    if onward is None or _was_pressed(desk, onward) or len(desk.done_for(part)) > 4 * _MOST_PAGES:
        return None
    return desk.act(part, "click", onward, why=f'press "{onward.said}"{_FOR_THE_REST}')


def _with_surname(found: Sequence[Assignment], fields: Sequence[Field]) -> tuple[Assignment, ...]:
    """The first name and the surname, each in its own field, where a form asks for both."""
    taken = {a.field.node.selector for a in found}
    lasts = [f for f in fields if any(_SURNAMES & set(parts(name)) for name in f.names)]
    if len(lasts) != 1 or lasts[0].node.selector in taken or lasts[0].node.value:
        return tuple(found)
    made: list[Assignment] = []
    for each in found:
        names = each.value.split()
        is_first = not each.field.options and any(_FIRST_NAMES & set(parts(name)) for name in each.field.names)
        if is_first and len(names) > 1 and all(name[:1].isupper() for name in (names[0], names[-1])):
            made += [replace(each, value=names[0]), Assignment(lasts[0], " ".join(names[1:]), each.uses)]
        else:
            made.append(each)
    return tuple(made)


def _ticked_with(part: Part, form: Sequence[Node], used: set[int]) -> list[Assignment]:
    """The boxes that the words ask for: `with parking and without a locker`."""
    found: list[Assignment] = []
    wanted = True
    for token in part.words:
        wanted = False if token.norm in ("without", "sin") else True if token.norm in ("with", "con") else wanted
        if token.kind != "word" or token.number in used or token.norm in STOP or not token.text.islower():
            continue
        boxes = [n for n in form if n.type == "checkbox" and any(same_word(token, w) for w in parts(n.label or n.name))]
        if len(boxes) == 1 and not boxes[0].disabled and (wanted or boxes[0].checked):
            found.append(
                Assignment(Field((boxes[0],), (boxes[0].name,)), "" if wanted else "off", frozenset({token.number}))
            )
    return found


def _step_without_fields(desk: Desk, part: Part) -> Move | None:
    """A page of a form on which things are only clicked, as days and hours are."""
    left = [t for t in unfilled(part, ()) if t.number not in desk.used and not _page_is_about(desk, [t])]
    if not left:
        return None
    if chosen := _chosen(desk, part, left):
        return Move((chosen,))
    onward = next((n for n in usable(desk.reading) if _sends(n) and _goes_on(n) and not n.disabled), None)
    if onward is None or _was_pressed(desk, onward) or len(desk.done_for(part)) > 4 * _MOST_PAGES:
        return None
    return Move((desk.act(part, "click", onward, why=f'press "{onward.said}"{_FOR_THE_REST}'),))


def _chosen(desk: Desk, part: Part, missing: Sequence[Token]) -> Planned | None:
    """The day of a calendar, or a button that says just what no field takes: `16:30`."""
    picked = pick_date(desk, replace(part, words=tuple(t for t in part.words if t in missing)))
    if picked and picked.steps:
        return replace(picked.steps[0], ends_part=False)
    for token in missing:
        nodes = [n for n in usable(desk.reading) if bare(n.said) == bare(token.text) and not n.disabled]
        nodes = [n for n in nodes if n.role in ("button", "option", "radio", "")]
        if len(nodes) == 1 and token.is_value:
            return desk.act(part, "click", nodes[0], {token.number})
    return None


def _without_form(desk: Desk, part: Part, began: bool) -> Move:
    if added := add_to(desk, part):
        return added
    if began:
        return add_line(desk, part, scope(desk)) or Move(done=True)
    opener = _opener(desk, part)
    return (opener.lost and add_line(desk, part, scope(desk))) or opener


def _best_of_search(desk: Desk, part: Part) -> Move | None:
    """`Book the cheapest flight from A to B`: what is offered has to be searched for first, unless it is there."""
    if picked := pick(desk, replace(part, number=-1)):
        return Move(tuple(replace(s, part=part.number) for s in picked.steps), picked.lost, picked.done)
    searched = _search_form(desk, part)
    return Move(tuple(replace(s, ends_part=False) for s in searched.steps)) if searched.steps else None


def _not_taken(missing: Sequence[Token]) -> str:
    return f"the form has no field for {', '.join(token.text for token in missing)}"


def _was_pressed(desk: Desk, button: Node) -> bool:
    """Whether the button was pressed last, and the same fields are still there."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.before is None or last.planned.step.selector != button.selector:
        return False
    pages = (last.before, desk.situation.page)
    before, now = ({n.selector for n in page.controls if is_typed(n) or n.tag == "select"} for page in pages)
    return before == now and last.before.url == desk.situation.page.url


def _called(
    desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment], noun: frozenset[int]
) -> Sequence[Assignment]:
    """In `add the company Northern Looms` the name goes where a name is asked for, or what the noun says."""
    nouns = [i for i, t in enumerate(part.words[:4]) if t.number in noun and t.kind == "word"]
    if coded := _coded(desk, part, fields, found):
        return coded
    named = _name_after(part, nouns[0] + 1) if nouns else []
    used = _taken(desk, part) | {n for a in found for n in a.uses}
    if not named or any(t.number in used for t in named):
        return ()
    free = [f for f in fields if not f.options and not f.node.value and all(a.field is not f for a in found)]
    thing = part.words[nouns[0]]
    fits = [f for f in free if any(same_word(thing, w) or w in _NAMES for name in f.names for w in parts(name))]
    if len(fits) > 1:
        # Of first name and surname the first one leads.
        fits = [f for f in fits if not any(_SURNAMES & set(parts(name)) for name in f.names)]
    if len(fits) != 1:
        return ()
    value = named[0].text if len(named) == 1 else desk.goal.text[named[0].start : named[-1].end]
    return (Assignment(fits[0], value, frozenset(t.number for t in (thing, *named))),)


def _coded(desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment]) -> Sequence[Assignment]:
    """In `create the item HD-540 "Desk lamp"` the code goes where one is asked for, and the name where a name is."""
    used = _taken(desk, part) | {n for a in found for n in a.uses}
    free = [f for f in fields if not f.options and not f.node.value and all(a.field is not f for a in found)]
    made: list[Assignment] = []
    for token, after in pairwise(part.words):
        if token.kind != "code" or token.number in used or (after.kind != "quoted" and not _is_name(after, part)):
            continue
        named = [after] if after.kind == "quoted" else _name_after(part, part.words.index(after))
        text = named[0].text if len(named) == 1 else desk.goal.text[named[0].start : named[-1].end]
        for wanted, value, uses in ((_CODES, token.text, [token]), (_NAMES, text, named)):
            fits = [f for f in free if any(wanted & set(parts(name)) for name in f.names)]
            if len(fits) == 1 and not any(t.number in used for t in uses):
                made.append(Assignment(fits[0], value, frozenset(t.number for t in uses)))
    return made


def _name_after(part: Part, at: int) -> list[Token]:
    """The name that stands here, after `new` or a colon: `Hilados del Norte` in `una empresa: Hilados del Norte`."""
    words = part.words
    while at < len(words) and (words[at].text in (":", ",") or words[at].norm in _NEWS | {"for", "para"}):
        at += 1
    named: list[Token] = []
    while at < len(words):
        after = words[at + 1] if at + 1 < len(words) else None
        joins = bool(named) and words[at].norm in _PARTICLES and after is not None and after.text[:1].isupper()
        if not (words[at].kind == "quoted" or words[at].text == "&" or joins or _is_name(words[at], part)):
            break
        named.append(words[at])
        at += 1
    return named


def the_last(desk: Desk, part: Part, fields: Sequence[Field], found: Sequence[Assignment]) -> Sequence[Assignment]:
    """In `lend the drill to Ada until Friday` the one name that is left goes into the one field that is left."""
    filled = {t.planned.step.selector for t in desk.situation.past if t.ok}
    lines = [f for f in fields if not f.options and f.node.tag == "input" and f.node.type in ("", "text")]
    free = [
        f for f in lines if not f.node.value and f.node.selector not in filled and all(a.field is not f for a in found)
    ]
    left = [t for t in unfilled(part, found) if t.number not in desk.used and not _page_is_about(desk, [t])]
    left = _whole_name(part, left, {n for a in found for n in a.uses} | desk.used)
    if len(free) != 1 or not left or any(b.number - a.number != 1 for a, b in pairwise(left)):
        return ()
    if any(t.kind not in ("word", "quoted") for t in left) or (len(left) > 1 and left[0].kind == "quoted"):
        return ()
    value = left[0].text if len(left) == 1 else desk.goal.text[left[0].start : left[-1].end]
    return (Assignment(free[0], value, frozenset(t.number for t in left)),)


def _whole_name(part: Part, left: list[Token], used: set[int]) -> list[Token]:
    """A name with the words that follow it up to the next mark: `Design hours` in `a line: Design hours, 3 of them`."""
    if not left or left[-1].kind != "word" or left[-1] not in part.words:
        return left
    at = part.words.index(left[-1])
    begins = (
        part.words[part.words.index(left[0]) - 1] if left[0] in part.words and left[0] is not part.words[0] else None
    )
    if begins is None or begins.text not in (":", ",", "("):
        return left
    after = list(takewhile(lambda t: t.kind == "word" and t.norm not in STOP, part.words[at + 1 :]))
    ends = part.words[at + 1 + len(after) : at + 2 + len(after)]
    is_end = not ends or ends[0].text in (",", ")", ";")
    return [*left, *after] if is_end and not any(t.number in used for t in after) else left


def left_empty(part: Part, fields: Sequence[Field]) -> frozenset[int]:
    """The words of `without a product`: that field stays as it is."""
    for index, token in enumerate(part.words):
        if token.norm not in {"without", "sin"} | _NOT_TO:
            continue
        ahead = part.words[index + 1 : index + 7]
        acts = [t for t in ahead[:2] if t.norm in NO_ACT | NOT_TO_DO]
        if token.norm in _NOT_TO and not acts:
            continue
        named = [t for t in ahead if t.kind == "word" and t not in acts and (t.norm not in STOP)]
        if named and any(same_word(named[0], word) for field in fields for name in field.names for word in parts(name)):
            until = ahead.index(named[0])
            return frozenset({token.number, *(t.number for t in ahead[: until + 1])})
    return frozenset()


def _onward(desk: Desk, form: Sequence[Node]) -> Node | None:
    """The button that leads to the next page of a form."""
    holders = {h.number for node in form for h in desk.reading.page.parents(node) if h.role in _LAYERS}
    inside = [n for n in usable(desk.reading) if any(h.number in holders for h in desk.reading.page.parents(n))]
    return next((n for n in inside if _sends(n) and _goes_on(n) and not n.disabled), None)


def _named_elsewhere(desk: Desk, part: Part) -> frozenset[int]:
    """The word of a thing that is created is not the label of a field: `an order` in a form for orders."""
    nouns = [t for t in part.words[:4] if t.kind == "word" and t.norm not in STOP | _NEWS]
    titles = " ".join(
        n.said for n in desk.situation.page.nodes if n.role in ("heading", "dialog", "button") and not n.hidden
    )
    first = nouns[:1] if nouns and any(same_word(nouns[0], word) for word in parts(titles)) else []
    return frozenset(token.number for token in first) | _taken(desk, part)


def same_word(token: Token, word: str) -> bool:
    return same(token.norm, word)


def _creation_form(desk: Desk, part: Part, began: bool) -> list[Node] | None:
    """The controls of the form for the new thing, if it is there."""
    here = scope(desk)
    typed = [node for node in here if is_typed(node) or node.tag == "select" or node.type in ("radio", "checkbox")]
    if top_dialog(desk.reading):
        return here if typed else None
    makers = [node for node in here if does(node, "create") or does(node, "save")]
    for maker in makers:
        form = next((h for h in desk.reading.page.parents(maker) if h.role == "form"), None)
        inside = [n for n in desk.reading.page.within(form) if n in typed] if form else []
        if inside and (began or _is_about(desk, part, maker, form)):
            return inside
    if began:
        return typed or None
    for maker in makers:
        inside = _beside(desk, maker, typed)
        if inside and (_is_about(desk, part, maker, None) or _offers(inside, part)):
            return inside
    return None


def _is_label_of(desk: Desk, part: Part, form: Sequence[Node] | None) -> bool:
    """Whether what would be the most or the least of several is what a field is called: `minimum`."""
    names = {word for field in fields_of(desk.reading, form or ()) for name in field.names for word in parts(name)}
    extremes = [t for t in part.words if is_extreme(replace(part, words=(t,)))]
    return bool(extremes) and all(any(same_word(t, word) for word in names) for t in extremes)


def _beside(desk: Desk, maker: Node, typed: Sequence[Node]) -> list[Node]:
    """The fields that share the nearest holder with a button, where no form is around them."""
    for holder in desk.reading.page.parents(maker):
        if holder.role in ("main", "form", "table", "row", "dialog") or holder.number == 0:
            return []
        if inside := [n for n in desk.reading.page.within(holder) if n in typed]:
            return inside
    # Nothing holds them: those that stand right before it.
    before = [n for n in reversed(desk.reading.page.nodes) if n.number < maker.number and n.parent == maker.parent]
    return [
        n for n in takewhile(lambda n: n in typed or (n.kind == "text" and n.role != "heading"), before) if n in typed
    ]


def _offers(fields: Sequence[Node], part: Part) -> bool:
    """Whether a list has the name that the part begins with: `add Joon Park`."""
    said = " ".join(t.norm for t in content_of(part.words)[:2])
    return bool(said) and any(holds(normal(o.label), said) for n in fields for o in n.options)


def _is_about(desk: Desk, part: Part, maker: Node, form: Node | None) -> bool:
    """Whether a form on the page is for the thing that the words name: the button, or a heading, says so."""
    around = [maker, *([form] if form else []), *(n for n in desk.situation.page.nodes if n.role == "heading")]
    if not does(maker, "create") and not any(does(n, "create") for n in around):
        return False
    nouns = content_of(part.words)[:2]
    if _makes_just_that(maker, part):
        return True
    inside = list(desk.reading.page.within(form)) if form else []
    kinds = [*(o.label for n in inside for o in n.options), *(n.said for n in inside if n.type == "radio")]
    if any(same_word(t, word) for t in nouns[:1] for label in kinds for word in parts(label)[:1]):
        # `A bug` where the form for a new issue asks of which type it is.
        return True
    return not nouns or any(same_word(token, word) for token in nouns for n in around for word in parts(n.said))


def _makes_just_that(maker: Node, part: Part) -> bool:
    """Whether a button says what the order does, whatever kind of word that is: `Add a line`, `Create a new item`."""
    thing = [word for word in parts(maker.said)[1:] if len(word) > _LEAST_WORD]
    said = [t for t in part.words[:4] if t.kind == "word"]
    return bool(thing) and all(any(t.norm == word or same_word(t, word) for t in said) for word in thing)


def _opener(desk: Desk, part: Part) -> Move:
    failed = desk.failed_selectors()
    nodes = [n for n in usable(desk.reading) if does(n, "create") and n.selector not in failed and not n.disabled]
    if not nodes:
        return lost(part, content_of(part.words)[:1])
    asked = content_of(part.words)
    ranked = sorted((desk.reading.match(n, asked) for n in nodes), key=lambda m: (-m.score, m.node.number))
    best = ranked[0]
    nouns = [t for t in asked if t.kind == "word"][:1]
    about = not nouns or any(t.number in best.used for t in nouns) or _page_is_about(desk, nouns)
    # `Book Ruby with Dr. Patel` is done under `Book appointment`.
    about = about or _makes_just_that(best.node, part)
    about = about or any(t.norm == parts(best.node.said)[0] for t in part.verb_words if t.norm not in _MAKES)
    # `Add Ada Ray to the waiting list` is done on the page of that list.
    is_named = bool(asked) and asked[0].text[:1].isupper() and asked[0].kind == "word"
    where = [t for t in asked if t.kind == "word" and t.text.islower()]
    about = about or (is_named and len(nodes) == 1 and any(_page_is_about(desk, [t]) for t in where))
    # `Order 3 rolls` makes an order.
    verbs = [t for t in part.verb_words[:1] if t.norm not in _MAKES]
    about = about or any(same(t.norm, word) for t in verbs for word in parts(best.node.said)[1:])
    if not about:
        return lost(part, nouns)
    if len(ranked) > 1 and best.score - ranked[1].score < 0.08 and ranked[1].used == best.used:
        names = ", ".join(f'"{match.node.said}"' for match in ranked[:3])
        return lost(part, what=f'"{part.said}" could begin with several controls: {names}.')
    told = {t.number for t in nouns if t.number in best.used or _page_is_about(desk, [t])}
    return Move((desk.act(part, "click", best.node, best.own | told),))


def _page_is_about(desk: Desk, nouns: Sequence[Token]) -> bool:
    headings = [n.said for n in desk.situation.page.nodes if n.role in ("heading", "table", "region", "main")]
    return any(
        same_word(t, word) for t in nouns for said in (*headings, desk.situation.page.title) for word in parts(said)
    )


def save(desk: Desk, part: Part) -> Move:
    """Press the button that sends the form that was filled in last."""
    if told := _told_with(desk, part):
        return told
    began = bool(desk.done_for(part))
    if part.implied and _was_dragged(desk):
        return _send_dragged(desk, part)
    has_form = _has_form(desk) or _is_untouched(desk, part) or _is_on_the_way(desk, part)
    if part.implied and not began and (not has_form or _was_sent(desk, part)):
        return Move(done=True)
    buttons = _senders(desk, part, began, has_form)
    if not buttons:
        return Move(done=True) if part.implied or began else click(desk, part)
    asked = content_of(part.words)
    ranked = sorted(buttons, key=lambda n: (-_sending(desk, n, asked), n.number))
    best = ranked[0]
    if began and _was_pressed(desk, best):
        return Move(done=True)
    if best.disabled:
        return lost(part, what=f'The button "{best.said}" is disabled: the form does not accept what was filled in.')
    if _sending(desk, best, asked) < 0.5:
        return lost(part, asked)
    uses = desk.reading.match(best, asked).used | {t.number for t in part.words if t.norm in _FILLED_IN}
    # A button that leads to the next page of a form does not end the form.
    ends = not _goes_on(best) or len(desk.done_for(part)) >= _MOST_PAGES
    return Move((desk.act(part, "click", best, uses, ends=ends, why=f'press "{best.said}"'),))


def _is_beside_filled(desk: Desk, node: Node) -> bool:
    """Whether a button stands with the fields that were filled in, where no form is around them."""
    filled = {t.planned.step.selector for t in desk.situation.past if t.ok and t.planned.step.action in _SETTING}
    filled |= {s.step.selector for s in desk.steps if s.step.action in _SETTING}
    fields = [n for n in usable(desk.reading) if n.selector in filled]
    makes = does(node, "create") or does(node, "save")
    return makes and bool(fields) and bool(_beside(desk, node, fields))


def _is_only_one(desk: Desk, node: Node) -> bool:
    """Whether a form of the page itself has no other button, and nothing to fill in: the last page of a wizard."""
    holders = list(desk.reading.page.parents(node))
    form = next((h for h in holders if h.role == "form"), None)
    if (
        form is None
        or any(h.role in ("navigation", "banner", "row", "listitem") for h in holders)
        or does(node, "logout")
    ):
        return False
    inside = list(desk.reading.page.within(form))
    return [n for n in inside if n.role == "button"] == [node] and not any(is_typed(n) for n in inside)


def _is_of_an_entry(desk: Desk, node: Node) -> bool:
    """Whether a button belongs to one of several entries: it sends nothing that was filled in elsewhere."""
    item = desk.reading.item(node)
    return (
        item is not None and item.role in _ENTRIES and sum(n.role == item.role for n in desk.situation.page.nodes) > 1
    )


def _senders(desk: Desk, part: Part, began: bool, has_form: bool) -> list[Node]:
    """The buttons that may send what was filled in."""
    around = _form_around(desk)
    # Without a form around what was filled in, a button must say that it sends.
    is_form = has_form and len(around) < len(usable(desk.reading))
    is_form = is_form or top_dialog(desk.reading) is not None
    came = _came_with_form(desk, part)
    return [
        n
        for n in around
        if _sends(n)
        and not n.covered
        and (is_form or not _is_of_an_entry(desk, n))
        and (
            is_form
            or _is_plain(n)
            or n.type == "submit"
            or _says(n, part)
            or n.selector in came
            or (began and _is_only_one(desk, n))
            or _is_beside_filled(desk, n)
        )
    ]


def _was_dragged(desk: Desk) -> bool:
    last = desk.steps[-1] if desk.steps else next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.step.action == "dragTo"


def _send_dragged(desk: Desk, part: Part) -> Move:
    """What was moved or drawn is sent where the page has one button for that, and nothing else that it could send."""
    nodes = usable(desk.reading)
    buttons = [n for n in nodes if n.role == "button" and _plainly_sends(n) and not n.disabled]
    if len(buttons) != 1 or any(is_typed(n) for n in nodes):
        return Move(done=True)
    return Move((desk.act(part, "click", buttons[0], ends=True, why=f'press "{buttons[0].said}"'),))


def _came_with_form(desk: Desk, part: Part) -> set[str]:
    """The controls that came when the form was opened, which no page before had."""
    opened = next((t for t in desk.situation.past if t.ok and _opens_form(t, part) and t.before), None)
    if opened is None or opened.before is None:
        return set()
    before = {(n.selector, n.said) for n in opened.before.controls}
    return {n.selector for n in desk.situation.page.controls if (n.selector, n.said) not in before and does(n, "save")}


def _is_on_the_way(desk: Desk, part: Part) -> bool:
    """Whether the part before went on to a further page of its form, which is still to be sent."""
    last = next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.part == part.number - 1 and last.why.endswith(_FOR_THE_REST) and not desk.steps


def _is_untouched(desk: Desk, part: Part) -> bool:
    """Whether a form was opened for something new and nothing is to be filled in: then it is sent as it is."""
    before = desk.goal.parts[part.number - 1] if part.number else None
    opened = next((t for t in desk.situation.past if t.ok and _opens_form(t, part) and t.before), None)
    if before is None or before.verb != "create" or opened is None or opened.before is None:
        return False
    had = {n.selector for n in opened.before.controls}
    return any(
        is_typed(n) or n.tag == "select" or n.type == "radio" for n in usable(desk.reading) if n.selector not in had
    )


def _opens_form(tried: Tried, part: Part) -> bool:
    return tried.planned.step.action == "click" and tried.planned.part == part.number - 1


def _told_with(desk: Desk, part: Part) -> Move | None:
    """Fill in what the words of the sending say themselves: `send a message as Ada saying "Hello"`."""
    told = [t for t in part.words if t.is_value or _is_name(t, part)]
    # What is sent is no field: `send a message as Ada`.
    taken = _taken(desk, part) | {t.number for t in content_of(part.words[:2]) if t.kind == "word"}
    if not told or all(t.number in taken for t in told):
        return None
    found = assign(part.words, desk.goal.text, fields_of(desk.reading, scope(desk)), taken)
    steps = steps_for(desk, part, found)
    if not steps:
        return None
    missing = [t for t in unfilled(part, found) if t.number not in taken and not _page_is_about(desk, [t])]
    return lost(part, missing, final=True) if missing else Move(tuple(steps))


def _goes_on(button: Node) -> bool:
    return does(button, "next") and not does(button, "create") and not {"finish", "complete"} & set(parts(button.said))


def _was_sent(desk: Desk, part: Part) -> bool:
    """Whether the part before has sent what it filled in already."""
    last = desk.steps[-1] if desk.steps else next((t.planned for t in reversed(desk.situation.past) if t.ok), None)
    return last is not None and last.part == part.number - 1 and (last.commits or last.step.action == "press")


def _says(button: Node, part: Part) -> bool:
    """Whether a button begins with the word of the order itself."""
    return any(same(parts(button.said)[0], t.norm) for t in part.verb_words if parts(button.said))


def _is_plain(button: Node) -> bool:
    return button.role == "button" and _plainly_sends(button)


def _plainly_sends(button: Node) -> bool:
    """Whether a button can only be meant to send what is there: one that opens a form for something new cannot."""
    return does(button, "save") and not does(button, "create")


def _has_form(desk: Desk) -> bool:
    filled = {
        t.planned.step.selector
        for t in desk.situation.past
        if t.ok and t.planned.step.action in ("fill", "selectOption", "check", "uncheck")
    }
    filled |= {s.step.selector for s in desk.steps}
    here = [n for n in usable(desk.reading) if n.selector in filled]
    return bool(here) or top_dialog(desk.reading) is not None


def _form_around(desk: Desk) -> list[Node]:
    nodes = usable(desk.reading)
    recent = [t.planned.step.selector for t in desk.situation.past if t.ok] + [s.step.selector for s in desk.steps]
    for selector in reversed(recent):
        node = next(
            (
                n
                for n in nodes
                if n.selector == selector
                and (is_typed(n) or n.tag == "select" or n.type in ("checkbox", "radio", "file"))
            ),
            None,
        )
        form = next((h for h in desk.reading.page.parents(node) if h.role in _LAYERS), None) if node else None
        if form:
            inside = [n for n in desk.reading.page.within(form) if n in nodes]
            if any(_sends(n) for n in inside):
                return inside
    return nodes


def _sends(node: Node) -> bool:
    return (
        (_is_button(node) or node.type in ("submit", "image") or (not node.said and does(node, "save")))
        and not node.hidden
        and not does(node, "close")
        and not does(node, "delete")
    )


def _is_button(node: Node) -> bool:
    """Whether people take it for a button: what can be clicked may be made of anything."""
    made = not node.role and node.kind == "control" and node.tag not in ("input", "select", "textarea", "a", "label")
    return node.role == "button" or (made and 0 < len(parts(node.said)) <= _LONGEST_BUTTON and not is_typed(node))


def _sending(desk: Desk, node: Node, asked: Sequence[Token]) -> float:
    match = desk.reading.match(node, asked)
    score = 1.0 if does(node, "save") else 0.0
    score += 0.6 if node.type == "submit" or (node.tag == "button" and not node.type) else 0.0
    score += 0.3 if {"primary", "submit", "main"} & set(parts(node.classes)) else 0.0
    return score + 1.5 * len(match.own) - (0.2 if node.disabled else 0.0)


def edit(desk: Desk, part: Part) -> Move:
    """Open the form of the thing that is to be changed, and change what the words say."""
    if ticked := _ticked(desk, part):
        return ticked
    began = bool(desk.done_for(part))
    here = [n for n in scope(desk) if is_typed(n) or n.tag == "select" or n.type in ("radio", "checkbox")]
    here = _just_opened(desk, part, here) or _of_the_named(desk, part, here)
    if here and (began or top_dialog(desk.reading)):
        taken = _taken(desk, part)
        found = assign(part.words, desk.goal.text, fields_of(desk.reading, here), taken)
        new = _after_to(part)
        if marks(part):
            found = tuple(a for a in found if a.uses & {t.number for t in new})
        else:
            found = found or _replaced(desk, part, fields_of(desk.reading, here), taken)
        found = tuple(a for a in found if not _is_of_another(desk, part, a))
        missing = [
            t
            for t in new
            if t.is_value and t.number not in {n for a in found for n in a.uses} and t.number not in desk.used
        ]
        if missing or (new and not found and not desk.done_for(part)[1:]):
            return lost(part, missing or new)
        return ended(steps_for(desk, part, found))
    if not began and (inline := _in_place(desk, part)):
        return inline
    if menu := from_menu(desk, part, _after_to(part)):
        return menu
    return Move(done=True) if began and not _after_to(part) else _editor(desk, part)


def _is_of_another(desk: Desk, part: Part, assignment: Assignment) -> bool:
    """Whether a text goes into a field that is not called as the part says: `its status` is no name."""
    new = {t.number for t in _after_to(part)}
    if assignment.field.options or not assignment.uses & new:
        return False
    names = {word for name in assignment.field.names for word in parts(name)}
    return any(not any(same_word(t, word) for word in names) for t in _attribute(desk, part, assignment.field))


def _attribute(desk: Desk, part: Part, field: Field) -> list[Token]:
    """The word right before `to` that says what of a thing is to be changed, if it is no part of its old name."""
    to = next((i for i in range(len(part.words) - 1, 0, -1) if part.words[i].norm in _TO), 0)
    last = part.words[to - 1] if to else None
    if last is None or last.kind != "word" or not last.text.islower() or last.norm in STOP | _NAMES:
        return []
    known = last.norm in parts(field.node.value) or _page_is_about(desk, [last])
    return [] if known else [last]


def _just_opened(desk: Desk, part: Part, fields: Sequence[Node]) -> list[Node]:
    """The fields that came with the last step of the part: an entry that is edited in its place has its own."""
    last = next((t for t in reversed(desk.situation.past) if t.ok), None)
    if last is None or last.before is None or last.planned.part != part.number or last.planned.step.action != "click":
        return []
    before = {n.selector for n in last.before.nodes}
    return [n for n in fields if n.selector not in before]


def _in_place(desk: Desk, part: Part) -> Move | None:
    """Type into a field that stands on the page itself, as the quantity in a cart."""
    new = {t.number for t in _after_to(part)}
    nodes = [n for n in scope(desk) if is_typed(n) or n.tag == "select" or n.type == "radio"]
    nodes = _of_the_named(desk, part, nodes)
    found = [a for a in assign(part.words, desk.goal.text, fields_of(desk.reading, nodes), frozenset()) if a.uses & new]
    named = [t for t in part.words if t.number not in new and (t.is_value or _is_name(t, part))]
    if len(found) != 1:
        return None
    node = found[0].field.node
    item = desk.reading.item(node)
    told = _told_in(desk, item) if item else ""
    used = desk.reading.match(node, named).used
    named += [t for t in content_of(part.words) if t.number not in new and t not in named and holds(told, t.norm)]
    if any(t.number not in used and not holds(told, bare(t.text)) for t in named):
        return None
    typed = desk.plan(part, found[0].step(), node, found[0].uses | {t.number for t in named}, False)
    form = next((h for h in desk.reading.page.parents(node) if h.role == "form"), None)
    if form is not None and any(_sends(n) for n in desk.reading.page.within(form)):
        # Its own button sends it.
        return ended([typed])
    left = desk.plan(part, Step("press", key="Tab", selector=node.selector), node, frozenset(), True)
    return Move((typed, left))


def _of_the_named(desk: Desk, part: Part, nodes: Sequence[Node]) -> list[Node]:
    """The fields that belong to the thing that is named, where each of several has its own; else all of them."""
    new = {t.number for t in _after_to(part)}
    names = [t for t in part.words if t.number not in new and (t.is_value or _is_name(t, part))]
    items = [(n, desk.reading.item(n)) for n in nodes]
    if not names or len({item.number for _, item in items if item}) < _SEVERAL:
        return list(nodes)
    return [n for n, item in items if item is None or _says_each(_told_in(desk, item), names)]


def _told_in(desk: Desk, item: Node) -> str:
    """What an entry says, and what its fields hold."""
    held = [n.value for n in desk.reading.page.within(item) if n.value and not n.secret]
    return normal(" ".join((desk.reading.text(item), *held)))


def _says_each(text: str, names: Sequence[Token]) -> bool:
    return all(holds(text, bare(t.text)) for t in names)


def _ticked(desk: Desk, part: Part) -> Move | None:
    """`Mark it as done`: the box of the entry that is named, or that was added last."""
    if not _DONE & {t.norm for t in part.words} or desk.done_for(part):
        return None
    named = [t for t in content_of(part.words) if t.norm not in _DONE]
    typed = [t.planned.step.value for t in desk.situation.past if t.ok and t.planned.step.action == "fill"]
    boxes = [n for n in usable(desk.reading) if n.role in ("checkbox", "switch") and not n.disabled]
    items = [(n, item) for n in boxes if (item := desk.reading.item(n))]
    if named:
        fits = _best_named(desk, items, named)
    else:
        last = set(parts(str(typed[-1] if typed else "")))
        fits = [n for n, item in items if last and last <= set(parts(desk.reading.text(item)))]
    if len(fits) != 1:
        return None
    uses = {t.number for t in part.words if t in named or t.norm in _DONE}
    action = "check" if fits[0].tag == "input" else "click"
    return Move((desk.act(part, action, fits[0], uses, ends=True),))


def _best_named(desk: Desk, items: Sequence[tuple[Node, Node]], named: Sequence[Token]) -> list[Node]:
    """The boxes of the entries that say most of the words, and all that are names or values."""
    told = [(n, [t for t in named if set(parts(t.text)) <= set(parts(desk.reading.text(item)))]) for n, item in items]
    most = max((len(said) for _, said in told), default=0)
    firm = [t for t in named if t.is_value or t.text[:1].isupper()]
    return [n for n, said in told if most and len(said) == most and all(t in said for t in firm)]


def _after_to(part: Part) -> list[Token]:
    """What a thing is changed to: `to 7`, `as paid`, `: the city is Porto`, `so that its quantity is 4`."""
    words = part.words
    changed = next((i for i in range(1, len(words)) if words[i].text == ":" or _says_how(words, i)), None)
    if changed is None:
        changed = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in _TO), None)
    return [t for t in words[changed + 1 :] if t.kind != "mark" and t.number >= 0] if changed is not None else []


def _says_how(words: Sequence[Token], at: int) -> bool:
    return [t.norm for t in words[at : at + 2]] in (["so", "that"], ["para", "que"], ["de", "modo"])


def _replaced(desk: Desk, part: Part, fields: Sequence[Field], taken: frozenset[int]) -> tuple[Assignment, ...]:
    """The field that holds the old value takes the new one."""
    new = [t for t in _after_to(part) if t.number not in taken]
    old = [t for t in part.words if t not in new]
    holding = [f for f in fields if not f.options and f.node.value and _says_all(f.node.value, old)]
    if len(holding) != 1 or not new or _attribute(desk, part, holding[0]):
        # Something else of it may be to be changed: `its status to On hold`.
        return ()
    text = new[0].text if len(new) == 1 else desk.goal.text[new[0].start : new[-1].end]
    said = {word for token in new for word in parts(token.text)} | set(parts(holding[0].node.value))
    uses = {t.number for t in part.words if set(parts(t.text)) <= said}
    return (Assignment(holding[0], text, frozenset(uses)),)


def _says_all(value: str, words: Sequence[Token]) -> bool:
    said = {p for token in words for p in parts(token.text)}
    return bool(parts(value)) and set(parts(value)) <= said


def _editor(desk: Desk, part: Part) -> Move:
    new = {t.number for t in _after_to(part)}
    identity = [t for t in part.words if t.number not in new]
    failed = desk.failed_selectors()

    def editing(reading: Reading) -> list[Node]:
        return [n for n in usable(reading) if does(n, "edit") and not n.disabled and n.selector not in failed]

    nodes = [n for n in editing(desk.reading) if not is_left_out(desk.reading, n, part)]
    if made := _of_created(desk, part, nodes):
        return Move((desk.act(part, "click", made.node, made.used),))
    chosen = _of_item(desk, identity, nodes) or _of_page(desk, identity, nodes)
    if isinstance(chosen, str):
        return _kept_elsewhere(desk, part, identity, None) or lost(part, what=chosen, final=True)
    if chosen and (kept := _kept_elsewhere(desk, part, identity, chosen)):
        return kept
    if others := survey(desk, part, content_of(identity), chosen, editing):
        return others
    if chosen is None:
        particular = [t for t in identity if t.is_value or t.text[:1].isupper()]
        if particular and all(_page_is_about(desk, [t]) for t in particular):
            return lost(part, content_of(identity) or content_of(part.words))
        opened = open_page(desk, replace(part, words=tuple(t for t in identity)))
        return (
            Move(tuple(replace(s, ends_part=False) for s in opened.steps), opened.lost)
            if opened.steps
            else lost(part, content_of(identity))
        )
    return Move((desk.act(part, "click", chosen.node, chosen.used | part.left_out),))


def _of_item(desk: Desk, identity: Sequence[Token], nodes: Sequence[Node]) -> Match | str | None:
    """The control that belongs to the thing that is named; a sentence when several could be."""
    asked = content_of(identity)
    matches = sorted((desk.reading.match(n, asked) for n in nodes), key=lambda m: (-m.score, m.node.number))
    naming = [m for m in matches if m.used]
    if not naming:
        return (
            matches[0] if len(matches) == 1 and not [t for t in asked if t.is_value or t.text[:1].isupper()] else None
        )
    best = naming[0]
    particular = [t for t in asked if t.is_value or t.text[:1].isupper()]
    if any(t.number not in best.used for t in particular):
        return None
    rivals = [m for m in naming[1:] if best.score - m.score < 0.08]
    if rivals:
        places = [desk.reading.item(m.node) for m in (best, *rivals)]
        names = "; ".join(
            dict.fromkeys(
                (desk.reading.page.words_of(p) if p else m.node.said)[:60]
                for p, m in zip(places, (best, *rivals), strict=True)
            )
        )
        return f'Several things fit "{" ".join(t.text for t in asked)}", and the goal does not say which: {names}.'
    return best


def _of_page(desk: Desk, identity: Sequence[Token], nodes: Sequence[Node]) -> Match | None:
    """The only such control that stands on the page itself, where that is the page of what is named."""
    particular = [t for t in content_of(identity) if t.is_value or t.text[:1].isupper()]
    heads = [n.said for n in desk.situation.page.nodes if n.role == "heading" and not n.hidden]
    named = any(
        all(any(same_word(t, w) for w in parts(said)) for t in particular for _ in parts(t.text)) for said in heads
    )
    apart = [n for n in nodes if not _is_of_an_entry(desk, n)]
    if not particular or not named or len(apart) != 1:
        return None
    told = frozenset(t.number for t in content_of(identity) if _page_is_about(desk, [t]))
    return Match(apart[0], 1.0, told, frozenset(), 0.0)


def _of_created(desk: Desk, part: Part, nodes: Sequence[Node]) -> Match | None:
    """The control in the entry that the goal has made before, when the part only says `it`."""
    made = next((p for p in reversed(desk.goal.parts[: part.number]) if p.verb == "create"), None)
    told = part.words[: next((i for i, t in enumerate(part.words) if t.norm in _TO), len(part.words))]
    if (
        made is None
        or not any(t.norm in _IT for t in part.words)
        or any(t.is_value or t.text[:1].isupper() for t in told)
    ):
        return None
    past = [t for t in desk.situation.past if t.ok and made.number <= t.planned.part < part.number]
    values = [str(t.planned.step.value) for t in past if t.planned.step.action in ("fill", "selectOption")]
    before = {t.before.words_of(n) for t in past[:1] if t.before for n in t.before.nodes if n.role in _ENTRIES}
    fits = []
    for node in nodes:
        item = next((h for h in desk.reading.page.parents(node) if h.role in _ENTRIES), None)
        said = desk.reading.page.words_of(item) if item else ""
        if item and said not in before and all(holds(normal(said), bare(value)) for value in values if bare(value)):
            fits.append(node)
    return (
        Match(fits[0], 1.0, frozenset(t.number for t in told), frozenset(), 0.0) if len(fits) == 1 and values else None
    )


def _kept_elsewhere(desk: Desk, part: Part, identity: Sequence[Token], chosen: Match | None) -> Move | None:
    """The way to where things of the named kind are kept, when what was found is not of that kind."""
    used = chosen.used if chosen else frozenset[int]()
    if any(t.planned.explores and t.planned.uses for t in desk.situation.past if t.planned.part == part.number):
        # The thing itself has been opened.
        return None
    particular = [t for t in identity if t.is_value or t.text[:1].isupper()]
    if particular and all(_page_is_about(desk, [t]) for t in particular):
        return None
    kinds = [t for t in identity if t.kind == "word" and t.text.islower() and t.norm not in STOP]
    kinds = [t for t in kinds if t.number not in used]
    kinds = [t for t in kinds if not _page_is_about(desk, [t])]
    links = [
        n
        for n in usable(desk.reading)
        if n.role in ("link", "tab")
        and any(same_word(t, w) for t in kinds for w in parts(n.said))
        and not any(h.role in _ENTRIES - {"listitem"} for h in desk.reading.page.parents(n))
    ]
    been = {t.planned.step.selector for t in desk.situation.past if t.planned.explores}
    left = [n for n in links if n.selector not in been]
    return Move((desk.act(part, "click", left[0], explores=True),)) if left else None


def delete(desk: Desk, part: Part) -> Move:
    """Press the control that deletes the thing that is named, and confirm if the page asks."""
    done = desk.done_for(part)
    if desk.situation.page.dialog:
        if done and _is_answered_by(desk, part):
            return Move(done=True)
        return Move((desk.act(part, "acceptDialog", None, ends=True),)) if done else lost(part)
    if done:
        asks = top_dialog(desk.reading)
        sure = [
            n
            for n in usable(desk.reading)
            if asks and (does(n, "delete") or does(n, "accept") or does(n, "save")) and not does(n, "close")
        ]
        best = sorted(sure, key=lambda n: (not does(n, "delete"), n.number))
        return Move((desk.act(part, "click", best[0], ends=True),)) if best else Move(done=True)
    failed = desk.failed_selectors()

    def deleting(reading: Reading) -> list[Node]:
        return [n for n in usable(reading) if _deletes(n, part) and not n.disabled and n.selector not in failed]

    nodes = [n for n in deleting(desk.reading) if not is_left_out(desk.reading, n, part)]
    if made := _of_created(desk, part, nodes):
        return Move((desk.act(part, "click", made.node, made.used),))
    chosen = _of_item(desk, part.words, nodes) or _of_page(desk, part.words, nodes)
    if isinstance(chosen, str):
        return _kept_elsewhere(desk, part, part.words, None) or lost(part, what=chosen, final=True)
    if chosen and (kept := _kept_elsewhere(desk, part, part.words, chosen)):
        return kept
    if others := survey(desk, part, content_of(part.words), chosen, deleting):
        return others
    if chosen is None:
        return lost(part, content_of(part.words))
    return Move((desk.act(part, "click", chosen.node, chosen.used | part.left_out),))


def _deletes(node: Node, part: Part) -> bool:
    """Whether a control does away with its thing, by the word of the goal if that is one of its own: `cancel`."""
    if not calls_off(part):
        return does(node, "delete")
    verb = part.verb_words[0]
    return any(same_word(verb, word) or word[:_ROOT] == verb.norm[:_ROOT] for word in parts(node.said)[:1])


def _is_answered_by(desk: Desk, part: Part) -> bool:
    """Whether the goal itself says next how to answer the question."""
    following = (each for each in desk.goal.parts[part.number + 1 :] if each.verb != "expect")
    return next((each.verb for each in following), "") in ("accept", "close")


def search(desk: Desk, part: Part) -> Move:
    """Type into the search of the page and send it; without one, what is looked for is found by the other parts."""
    boxes = [
        n
        for n in usable(desk.reading)
        if is_typed(n)
        and (n.role == "searchbox" or _SEARCHES & set(parts(f"{n.said} {n.placeholder} {n.html_name} {n.id}")))
    ]
    if away := _searched_elsewhere(desk, part, boxes):
        return away
    value = _sought(desk, part, boxes[0]) if boxes else []
    if not boxes or not value:
        return _search_form(desk, part)
    text = value[0].text if len(value) == 1 else desk.goal.text[value[0].start : value[-1].end]
    match = desk.reading.match(boxes[0], content_of(part.words))
    about = {t.number for t in part.words if t.kind == "word" and _page_is_about(desk, [t])}
    uses = match.used | about | {t.number for t in value}
    typed = desk.plan(part, Step("fill", selector=boxes[0].selector, value=text), boxes[0], uses, False)
    return Move((typed, _send(desk, part, boxes[0])))


def _searched_elsewhere(desk: Desk, part: Part, boxes: Sequence[Node]) -> Move | None:
    """The way to the things that are to be searched, as in `search the customers for Leeds`, when they have a page of
    their own."""
    until = next((i for i, t in enumerate(part.words) if t.is_value or t.norm in ("for", "por")), len(part.words))
    nouns = [t for t in part.words[:until] if t.kind == "word" and t.text.islower() and t.norm not in STOP]
    labels = [word for n in boxes for word in parts(n.label or n.name or n.placeholder)]
    here = any(same_word(t, word) for t in nouns for word in labels) or _page_is_about(desk, nouns)
    if len(nouns) != 1 or here or any(p.explores for p in _steps_of(desk, part)):
        return None
    ways = [n for n in usable(desk.reading) if n.role in ("link", "tab") and len(parts(n.said)) == 1]
    named = [n for n in ways if same_word(nouns[0], parts(n.said)[0])]
    return Move((desk.act(part, "click", named[0], {nouns[0].number}, explores=True),)) if len(named) == 1 else None


def _steps_of(desk: Desk, part: Part) -> list[Planned]:
    return [t.planned for t in desk.situation.past if t.ok and t.planned.part == part.number]


def _search_form(desk: Desk, part: Part) -> Move:
    """Fill in a search that asks for several things: `a trip from Porto to Prague on 2026-12-03`."""
    nodes = usable(desk.reading)
    found = assign(part.words, desk.goal.text, fields_of(desk.reading, nodes), frozenset())
    if not part.words:
        filled = next((n for n in nodes if _is_filled(desk, n)), None)
        return Move((_send(desk, part, filled),)) if filled else Move(done=True)
    found = (*found, *_left_over(desk, part, found, fields_of(desk.reading, nodes)))
    missing = [t for t in unfilled(part, found) if t.number not in desk.used]
    if len(found) < 2 or any(t.kind != "number" for t in missing):
        return Move(done=True)
    steps = steps_for(desk, part, found)
    if missing:
        picked = None if steps else pick_date(desk, part)
        steps = [replace(s, ends_part=False) for s in picked.steps] if picked else steps
        return Move(tuple(steps), done=not steps)
    rest = frozenset(t.number for t in content_of(part.words) if _page_is_about(desk, [t]))
    sent = _send(desk, part, found[-1].field.node)
    again = any(p.step == sent.step for p in desk.done_for(part))
    return Move(done=True) if again else Move((*steps, replace(sent, uses=rest)))


def _left_over(desk: Desk, part: Part, found: Sequence[Assignment], fields: Sequence[Field]) -> Sequence[Assignment]:
    """In `comedy films by Lubitsch from 1940` what is no name of anything goes into the only field that is left."""
    used = {n for a in found for n in a.uses}
    taken = {a.field.node.selector for a in found}
    free = [f for f in fields if f.node.selector not in taken and not f.node.value]
    left = [t for t in content_of(part.words) if t.number not in used and not _page_is_about(desk, [t])]
    if not found or len(free) != 1 or free[0].options or len(left) != 1:
        return ()
    return (Assignment(free[0], left[0].text, frozenset({left[0].number})),)


def _send(desk: Desk, part: Part, box: Node) -> Planned:
    form = next((h for h in desk.reading.page.parents(box) if h.role in ("search", "form")), None)
    near = desk.reading.page.within(form) if form else usable(desk.reading)
    buttons = [n for n in near if n.role == "button" and not n.disabled and (does(n, "search") or does(n, "filter"))]
    buttons = buttons if form or len(buttons) == 1 else []
    if buttons:
        return desk.act(part, "click", buttons[0], ends=True)
    return desk.plan(part, Step("press", key="Enter", selector=box.selector), box, frozenset(), True)


def _sought(desk: Desk, part: Part, box: Node) -> list[Token]:
    words = list(part.words)
    for index, token in enumerate(words):
        if index and token.norm in ("in", "en", "using", "con", "with", "on", "within") and index + 1 < len(words):
            words = words[:index]
            break
    firm = [t for t in words if t.is_value]
    if firm:
        return firm[:1]
    leads = [i for i, t in enumerate(words) if t.norm in ("for", "por")]
    words = words[leads[0] + 1 :] if leads else words
    titles = parts(" ".join((box.said, box.placeholder, desk.situation.page.title)))
    named = [t for t in words if t.kind == "word" and t.norm not in STOP]
    value = [t for t in named if not any(same_word(t, w) for w in titles)] or named
    return [t for t in named if value and value[0].start <= t.start <= value[-1].start]


def narrow(desk: Desk, part: Part) -> Move:
    """Set the filters that the words name, and apply them."""
    everywhere = usable(desk.reading)
    fields = fields_of(desk.reading, everywhere)
    value = [t for t in content_of(part.words) if t.is_value or _is_name(t, part)]
    found = assign(part.words, desk.goal.text, [f for f in fields if f.options], frozenset())
    if not found and (menu := from_menu(desk, part, value)):
        return menu
    found = found or assign(part.words, desk.goal.text, fields, frozenset())
    if not found:
        return click(desk, part) if content_of(part.words) else lost(part)
    steps = [desk.plan(part, a.step(), a.field.node, a.uses, False) for a in found]
    around = next((h for h in desk.reading.page.parents(found[-1].field.node) if h.role in ("search", "form")), None)
    buttons = [
        n
        for n in (desk.reading.page.within(around) if around else everywhere)
        if n.role == "button" and does(n, "filter") and not n.disabled
    ]
    if buttons:
        steps.append(desk.act(part, "click", buttons[0]))
    rest = [t for t in part.words if t.kind == "word" and _page_is_about(desk, [t])]
    steps[-1] = replace(steps[-1], ends_part=True, uses=steps[-1].uses | {t.number for t in rest})
    return Move(tuple(steps))


def sort(desk: Desk, part: Part) -> Move:
    down = {"descending", "descendente", "desc", "highest", "newest", "mayor", "reverse"} & {t.norm for t in part.words}
    words = [
        t
        for t in part.words
        if t.norm not in ("descending", "descendente", "ascending", "ascendente", "desc", "asc", "order", "orden")
    ]
    heads = [
        n
        for n in usable(desk.reading)
        if any(h.role == "columnheader" for h in desk.reading.page.parents(n)) or n.states.get("sort")
    ]
    fields = [f for f in fields_of(desk.reading, usable(desk.reading)) if f.options]
    if not heads and (found := assign(words, desk.goal.text, fields, frozenset())):
        return ended(steps_for(desk, part, found))
    by = next((i for i, t in enumerate(words) if t.norm in ("by", "por")), None)
    words = words[by + 1 :] if by is not None else words
    found_head = find(desk.reading, words, heads or usable(desk.reading))
    if found_head.match is None or not found_head.match.own or found_head.unused:
        return lost(part, content_of(words))
    again = len(desk.done_for(part)) == 0 and bool(down)
    uses = found_head.match.used | {t.number for t in part.words if t not in words}
    return Move((desk.act(part, "click", found_head.match.node, uses, ends=not again),))


def login(desk: Desk, part: Part) -> Move:
    """Fill in the form that asks for a password, and send it."""
    secrets = [n for n in usable(desk.reading) if n.type == "password" and not n.disabled]
    if not secrets:
        return _way_to_login(desk, part)
    secret = secrets[0]
    name, password = credentials(part)
    if name is None and password is None and _is_filled(desk, secret):
        return Move((_sent(desk, part, secret, frozenset()),))
    if password is None and (shown := shown_login(desk.situation.page)):
        name, password = shown
    typed = [n for n in usable(desk.reading) if is_typed(n) and n.number < secret.number and not _is_search(desk, n)]
    if password is None or (typed and name is None):
        what = "password" if password is None else "user name or e-mail address"
        return lost(part, what=f"The page asks to sign in, and the goal names no {what}.")
    given = [(typed[-1], name)] if typed and name else []
    steps = [_typed(desk, part, node, token) for node, token in (*given, (secret, password))]
    place = takewhile(lambda t: not t.is_value and t.norm not in ("as", "with", "using", "como", "con"), part.words)
    uses = _said(part, _SECRET_WORDS | _LABELS | _SHOWN | _WRONG | _ACCESS) | {t.number for t in place}
    done = {planned.step.selector for planned in desk.done_for(part)}
    return Move((*(p for p in steps if p.step.selector not in done), _sent(desk, part, secret, uses)))


def sign_in(desk: Desk, part: Part) -> Move | None:
    """Sign in where the page asks for that first and offers with what, though the goal says nothing of it."""
    secret = next((n for n in usable(desk.reading) if n.type == "password" and not n.disabled), None)
    shown = shown_login(desk.situation.page)
    if secret is None or shown is None or any(p.verb == "login" for p in desk.goal.parts) or _is_filled(desk, secret):
        return None
    typed = [n for n in usable(desk.reading) if is_typed(n) and n.number < secret.number and not _is_search(desk, n)]
    pairs = [*((node, shown[0]) for node in typed[-1:]), (secret, shown[1])]
    why = "sign in with what the page offers"
    steps = [desk.act(part, "fill", node, explores=True, why=why, value=token.text) for node, token in pairs]
    sent = _sent(desk, part, secret, frozenset())
    return Move((*steps, replace(sent, explores=True, ends_part=False, commits=False, why=why)))


def shown_login(page: Page) -> tuple[Token, Token] | None:
    """The name and the password that a page itself offers to who wants to try it."""
    texts = [n.said for n in page.nodes if n.kind == "text" and not n.hidden]
    for text in (*texts, " ".join(texts)):
        for name, secret in logins_in(text):
            said = [text[slice(*place)] for place in (name, secret)]
            return tuple(Token(-1, "quoted", each, normal(each), 0, 0) for each in said)  # type: ignore[return-value]
    return None


def _is_filled(desk: Desk, node: Node) -> bool:
    """Whether a part before has typed into the field."""
    past = [t.planned for t in desk.situation.past if t.ok]
    return any(p.step.action == "fill" and p.step.selector == node.selector for p in (*past, *desk.steps))


def _way_to_login(desk: Desk, part: Part) -> Move:
    nodes = usable(desk.reading)
    if desk.done_for(part) or any(does(n, "logout") for n in nodes):
        return Move(done=True)
    ways = [n for n in nodes if does(n, "login") and not does(n, "logout")]
    return Move((desk.act(part, "click", ways[0], explores=True),)) if ways else lost(part)


def _typed(desk: Desk, part: Part, node: Node, token: Token) -> Planned:
    return desk.plan(
        part, Step("fill", selector=node.selector, value=token.text), node, frozenset({token.number}), False
    )


def _sent(desk: Desk, part: Part, secret: Node, uses: frozenset[int]) -> Planned:
    form = next((h for h in desk.reading.page.parents(secret) if h.role in _LAYERS), None)
    inside = list(desk.reading.page.within(form)) if form else usable(desk.reading)
    buttons = sorted((n for n in inside if _sends(n)), key=lambda n: (not does(n, "login"), n.number))
    if buttons:
        return desk.act(part, "click", buttons[0], uses, ends=True)
    return desk.plan(part, Step("press", key="Enter", selector=secret.selector), secret, uses, True)


def credentials(part: Part) -> tuple[Token | None, Token | None]:
    """Who signs in, and with what password."""
    words = [t for t in part.words if t.kind != "mark"]
    at = next((i for i, t in enumerate(words) if t.norm in _SECRET_WORDS), None)
    password = next((t for t in words[at + 1 :] if t.is_value or t.norm not in STOP), None) if at is not None else None
    values = [
        t for t in words if t is not password and (t.is_value or (t.norm not in STOP and t.norm not in _SECRET_WORDS))
    ]
    named = [t for t in values if t.norm not in _LABELS and (t.is_value or t.norm not in _SHOWN | _ACCESS)]
    if password is None:
        password = (
            next((t for t in named[1:] if t.kind in ("placeholder", "quoted", "code") or t.text), None)
            if len(named) > 1
            else None
        )
    name = next((t for t in named if t.kind in ("email", "placeholder", "quoted") and t is not password), None)
    return name or next((t for t in named if t is not password), None), password


_FILES = {"file", "files", "archivo", "archivos", "fichero", "document", "documento", "attachment", "adjunto"}


def _said(part: Part, words: set[str]) -> frozenset[int]:
    return frozenset(t.number for t in part.words if t.norm in words)


def upload(desk: Desk, part: Part) -> Move:
    files = [n for n in desk.situation.page.nodes if n.type == "file"]
    named = [t for t in part.words if "." in t.text.strip(".") and t.kind in ("word", "quoted", "code")]
    if not files or not named:
        return lost(part, named) if named else lost(part)
    best = max(files, key=lambda n: desk.reading.match(n, content_of(part.words)).score)
    step = Step("setInputFiles", selector=best.selector, files=tuple(t.text for t in named))
    uses = desk.reading.match(best, content_of(part.words)).used | {t.number for t in named}
    return Move((desk.plan(part, step, best, uses | _said(part, _FILES), True),))


def clear(desk: Desk, part: Part) -> Move:
    fields = [n for n in usable(desk.reading) if is_typed(n)]
    found = find(desk.reading, part.words, fields)
    if found.is_sure and found.match:
        return Move((desk.act(part, "fill", found.match.node, found.match.used, ends=True, value=""),))
    buttons = [n for n in usable(desk.reading) if does(n, "clear")]
    if len(buttons) == 1 and (match := desk.reading.match(buttons[0], content_of(part.words))).used >= {
        t.number for t in content_of(part.words)
    }:
        return Move((desk.act(part, "click", buttons[0], match.used, ends=True),))
    return lost(part, content_of(part.words))


FORMS = {
    "fill": fill, "choose": choose, "create": create, "save": save, "edit": edit, "delete": delete, "search": search,
    "filter": narrow, "sort": sort, "login": login, "upload": upload, "clear": clear, "fillform": fill,
}  # fmt: skip

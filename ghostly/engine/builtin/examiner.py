"""Judges without a model whether a goal was reached: by what is new on the page and still there after a reload."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest
from urllib.parse import urlsplit

from ..facts import Fact, Source
from ..page import TOO_BIG, Node, Page
from ..planning import Finding, Situation, Tried
from ..ports import Trouble
from ..steps import Step
from .bulk import is_of_actions
from .dragging import is_drag, was_in_vain
from .echo import page_without_echo, without_echo
from .finding import does, is_kind
from .lexicon import STOP, same
from .listing import entry_of, place_of
from .matching import holds
from .part import Goal, Part, aside_of, calls_off, content_of, groups_of
from .planner import goal_of
from .questions import answer, cell_under, items, lists, says, shows_value, values_by_head
from .speech import GONE, MODAL, SOLELY
from .stories import NOT_TO_DO
from .vouching import denial_in, laments, refuses_entry, vouches
from .words import NUMBER_WORDS, ORDINALS, Token, bare, normal, parts

_ITEMS = {"row", "listitem", "article", "item"}
_SETS = {"fill", "selectOption", "check", "uncheck"}
_TYPES = {"fill", "selectOption", "check"}
_REFUSAL = {
    *("error", "errors", "errores", "invalid", "invalido", "refused", "rejected", "rejects", "rechaza", "rechazado",
    "required", "obligatorio"),
    *("warning", "aviso", "warns", "validation", "validacion", "refuses", "denied", "denegado", "fails", "failed",
    "falla", "not allowed", "complains"),
    *("requerido", "rechazada", "invalida", "incorrect", "incorrecto", "incorrecta", "wrong", "reject", "refuse"),
    *("negarse", "niega", "rechazar", "rechazarse", "rechace", "rechazarlo", "impedir", "impide", "prevent", "block"),
}  # fmt: skip
# Words of a check that say how something is to be seen, not what; by their beginnings, whatever their endings.
_HOW = re.compile(
    r"(?:appear|registrad|register|submitt|llev|tener|ponga|pongan|show|list|display|exist|contain|includ|visib|present|remain|read|see|find|found|sav|creat|add|updat|chang|success"
    r"|confirm|messag|mensaj|aparec|aparez|mostr|muestr|figur|contien|conten|inclu|aparezca|vean|figur|decir|diga|qued|guardad|cread|anadid|agregad|actualizad|cambiad"
    r"|set|way|worth|val|dic|dicen|siendo|habl|hablan|speak|talk|stuck|stick|lee|leer|pone|poner|poniend|sig|sigue|siguen|siguiend|mientras|brings?|com|comes|stay|sit|carr|keep|turn|arriba|abajo"
    r"|end|becom|go|count|carr|bear|hold|land|belong|fall|fell|ris|drop|increas|decreas|climb|amount|arriv|get|got|giv"
    r"|result|return|yield|bring|lead|stand|continu|mention|tell|told|greet|pas|baj|sub|sal|lleg|figur|const|reflej|indic"
    r"|vuelv|cambi|devuelv|encuentr|aument|disminuy|suma"
    r"|cabecera|header|top|bottom|encabezado|reload|refresh|recarg|exit|result|not|no|more|mas|longer|already|still|ya|any|alguno|never|nunca|must|deb|should|be|been|was|were|has|have|had|it|they"
    r"|them|lo|la|that|this|ella|esto|new|nuev|there|get|correct|does|sal|sali|salg|veo|ves?|ven|verse|ver|vea|anymore|say|says|said|pon|tien|among|between|entre|results|result|resultad|todavi|aun|alli|ahi|ha|han|hay|both|row|fila|line|do|doesn't|isn't|now)(?:s|es|ed|d|ing|n|en|a|o|as|os|e|er|ar|ir|ion|fully|ly|ble)?$"
)
_THINGS = {
    **{key: {"table", "grid"} for key in ["table", "tabla", "grid"]},
    **{key: {"dialog", "alertdialog"} for key in ["dialog", "dialogo", "modal", "popup", "window", "ventana"]},
    **{key: {"form"} for key in ["form", "formulario"]},
    **{key: {"list", "table", "grid", "feed"} for key in ["list", "lista", "listado"]},
    **{key: {"menu", "menubar", "navigation"} for key in ["menu"]},
}
_NOTICE = re.compile(
    r"(?:confirmation|success|message|notification|toast|notice|confirmacion|mensaje|aviso|exito|acknowledg|thank)"
)
_LEAST_TOLD = 2
_LEAST_AKIN = 6
_LONGEST_LABEL = 4
_ANY_OF = {
    "estar", "ser", "estando", "whether", "together", "too", "also", "juntos", "tambien",
    "nothing", "nada", "nobody", "nadie", "tanto", "ningun", "ninguna", "none", "several", "varios", "varias",
    "anything", "everything", "left", "among",
}  # fmt: skip
_KINDS = {
    "filter", "tab", "filtro", "pestana", "badge", "counter", "contador", "count", "label", "etiqueta",
    "heading", "header", "encabezado", "titulo", "message", "mensaje", "notice", "aviso", "text", "texto", "word",
    "words", "palabra", "status", "row", "card", "tarjeta", "alert", "toast", "banner",
}  # fmt: skip
_SAYS = re.compile(r"(?:says?|reads?|dice|diga|decir)$")
_PLACES = {"in", "on", "at", "en", "after", "when", "and", "y", "under", "as", "como"}
_ITSELF = {"row", "fila", "its", "it", "su", "entry", "card", "her", "his", "their", "he", "she", "entrada", "tarjeta"}
_FINITE = re.compile(
    r"(?:says?|shows?|reads?|is|are|has|contains?|displays?|must|should|now|dice|diga|muestr|esta|debe|tiene)"
)
_ROWS = {"row", "fila", "entry", "card", "entrada", "tarjeta"}
_CODES = {"code", "codigo", "otp", "pin", "verification", "verificacion", "2fa", "mfa"}
_LIVE = {"alert", "status", "log"}
_PRESSES = {"click", "dblclick", "check", "uncheck"}
_MIDDLES = {"middle", "center", "centre", "centro"}
_EXACTLY = {"exactly", "exactamente", "precisely", "altogether"}
_BEEN = {
    "is", "was", "are", "were", "been", "be", "has", "have", "gets", "got", "esta", "fue", "ha", "han", "se", "sido",
    "queda", "quede", "este", "sea",
}  # fmt: skip
_DONE = re.compile(r"(?:\w{2,}(?:ed|ado|ada|ados|adas|ido|ida|idos|idas)|done|sent|gone|paid|made|kept|hech[oa]s?)$")
_SEEN = re.compile(r"(?:list|show|display|present|need|includ|contain|visual|mostr|listad|incluid|presentad)\w*$")
_BARE = {
    "aparece", "figura", "sale", "queda", "pasa", "consta", "esta", "appears", "appear", "shows", "show", "is", "be",
    "becomes", "become", "reads", "turns", "turn", "aparezca", "figure", "salga", "quede", "pase", "este", "salir",
    "quedar", "aparecer", "pasar", "figurar", "estar", "constar",
}  # fmt: skip
_BEFORE_VERBS = {"ahora", "now", "que", "that", "ya", "then", "tiene", "ha", "has", "have", "to", "de"}
_AS_WHAT = {"como", "as", "a", "now", "ahora", "en", "to", "marked", "marcada", "marcado"}
_ALL_OF = {"both", "all", "they", "each", "ambos", "ambas", "todos", "todas", "cada", "them"}
_EVERY_ONE = {"every", "each", "all", "todos", "todas", "cada", "everything"}
_EVERY_WORDS = _EVERY_ONE | {"etiqueta", "tag", "label", "badge", "llevan", "lleva", "carry", "shown", "rows", "row"}
_NO_ONE = {"none", "no", "ninguno", "ninguna", "ningun"}
_OTHER = {"another", "other", "different", "else", "otro", "otra", "otros", "otras", "distinto", "distinta"}
_SEVERAL = {
    "are", "were", "appear", "show", "remain", "both", "all", "aparecen", "figuran", "estan", "salen", "quedan",
    "siguen", "aparezcan", "salgan", "queden", "deben", "tienen", "ambos", "ambas",
}  # fmt: skip
_PARTICIPLE = re.compile(r"(?:\w{3,}(?:ed|ado|ada|ido|ida)|kept|held|due|worth)$")
_ON = {"on", "in", "at", "for", "by", "to", "from", "en", "a", "al", "para", "por", "de", "desde", "with", "con"}
_THESE = {"these", "those", "this", "that", "same", "the", "all", "estos", "esos", "los", "mismos", "my", "his", "her"}
_DATA = {"details", "data", "values", "information", "detalles", "datos", "valores", "informacion", "fields"}
_OPENS = {"open", "opens", "abrir", "abrirse", "abre", "load", "loads"}
_LAYERS = {"dialog", "dialogo", "modal", "popup"}
_KEPT = {
    "created", "saved", "added", "stored", "registered", "accepted", "booked", "creado", "creada", "crearse", "crear",
    "guardado", "guardada", "guardarse", "guardar", "registrado", "registrada", "registrarse", "anadido", "anadida",
    "anadirse", "aceptado", "aceptada", "aceptarse",
}  # fmt: skip
_NAUGHT = {"nothing", "nobody", "none", "nada", "nadie", "ninguno", "ninguna"}
_ONLY = {"only", "solo", "solamente", "unicamente", "just"}
_SAME_ENTRY = 0.6
_CHANGES = {"create", "edit", "delete"}
_NOTHING_CHANGED = "Every step was carried out, but nothing on the page has changed."
_STEPS = {
    "tab", "list", "summary", "overview", "resumen", "lista", "listado", "page", "step", "screen", "pagina", "paso",
    "pantalla",
}  # fmt: skip
_UNCHANGED = {
    "still",
    "remain",
    "remains",
    "stay",
    "stays",
    "keep",
    "keeps",
    "sigue",
    "siguen",
    "seguir",
    "todavia",
    "aun",
}
_ALTERS = {"edit", "drag"}
_IT_MEANS = {"it", "they", "its", "their", "his", "her", "he", "she", "lo", "la", "los", "las", "su", "sus"}
_NO_ACTS = {"assertText", "assertVisible", "waitForSelector", "scroll"}
_LOOKS = {
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
_ALL_SO_BEFORE = "All that the goal checks had been so before."
_NEEDS_NO_STEP = {"expect", "wait", "explore"}


@dataclass(frozen=True, slots=True)
class _Check:
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


class BuiltinExaminer:
    """An Examiner."""

    def wants_reload(self, goal: str) -> bool:
        parts_of_it = goal_of(goal).parts
        return any(part.verb in _CHANGES for part in parts_of_it) and not _expects_refusal(goal_of(goal))

    def place_to_look(self, situation: Situation, page: Page) -> str:
        goal = goal_of(situation.goal)
        return "" if _expects_refusal(goal) else place_of(situation, goal, page)

    def way_inside(self, situation: Situation, page: Page) -> Step | None:
        goal = goal_of(situation.goal)
        return _Case(without_echo(situation, goal), page_without_echo(page, goal), goal).way_inside()

    def pages_left(self, situation: Situation) -> tuple[str, ...]:
        goal = goal_of(situation.goal)
        case = _Case(without_echo(situation, goal), None, goal)
        left = [case.left(part) for part in goal.parts if part.verb == "expect"]
        return tuple(dict.fromkeys(page.url for page in left if page and page.url != situation.page.url))

    def examine(self, situation: Situation, reloaded: Page | None, troubles: tuple[Trouble, ...]) -> Finding:
        goal = goal_of(situation.goal)
        again = page_without_echo(reloaded, goal) if reloaded else None
        if again and _asks_to_sign_in(again) and not _asks_to_sign_in(situation.page):
            # An application that forgets who is signed in when it is loaded again shows nothing of what it keeps.
            again = None
        case = _Case(without_echo(situation, goal), again, goal, troubles)
        checks = [case.expected(part) for part in goal.parts if part.verb == "expect"]
        checks += [check for part in goal.parts for check in case.implied(part, bool(checks))]
        checks += case.listed()
        if not all(page.whole for page in (situation.page, reloaded) if page):
            checks = [_of_part(check) for check in checks]
        checks += [*case.thrown_out(), *case.astray(), *case.undone(), *case.lamented()]
        if not troubles and reloaded is None and checks and all(check.met for check in checks) and case.is_idle():
            # What stood there before the run, and was not touched by it, is no evidence of what it did.
            checks.append(_Check(None, f"{_NOTHING_CHANGED} What was looked for had been there before.", against=True))
        used = frozenset(n for check in checks for n in check.used)
        unused = tuple(token.text for token in case.unused(used))
        if again is not None and case.is_elsewhere():
            # What another page does not show is not lost.
            checks = [replace(c, met=None, against=True) if c.app_bug and c.met is False else c for c in checks]
        refusal = any(case.expects_refusal(part) for part in goal.parts)
        return replace(_finding(checks, unused, again is not None), expects_refusal=refusal)


def _finding(checks: Sequence[_Check], unused: tuple[str, ...], is_reloaded: bool) -> Finding:
    default: Source = "reload" if is_reloaded else "change"
    evidence = tuple(
        Fact(check.source or default, check.said, False if check.against else check.met) for check in checks
    )
    broken = [check for check in checks if check.met is False]
    if broken:
        return Finding(False, broken[0].said, evidence, unused, app_bug=broken[0].app_bug)
    if unused:
        words = ", ".join(f'"{word}"' for word in unused)
        return Finding(None, f"No step and no check has used these words of the goal: {words}.", evidence, unused)
    doubtful = [check for check in checks if check.met is None]
    if doubtful or not checks:
        return Finding(None, doubtful[0].said if doubtful else "Nothing shows that the goal was reached.", evidence)
    return Finding(True, " ".join(dict.fromkeys(fact.text for fact in evidence)), evidence)


def _of_part(check: _Check) -> _Check:
    """What a check comes to on a page of which only a part was read: what is not in it may be in the rest."""
    rests_on_absence = check.met is False if check.absent is None else check.absent
    if check.met is None or not rests_on_absence:
        return check
    return replace(check, met=None, app_bug=False, said=f"{TOO_BIG} In what was read: {check.said}")


def _expects_refusal(goal: Goal) -> bool:
    return any(_names_refusal(part) for part in goal.parts)


def _names_refusal(part: Part) -> bool:
    if part.verb != "expect":
        return False
    # `The stage Rejected` is the name of a stage.
    told = [t for t in part.words if t.kind == "word" and (t.text.islower() or t is part.words[0])]
    if part.negated:
        return any(t.norm in _KEPT for t in told) and bool(MODAL & {t.norm for t in part.words})
    return bool(_REFUSAL & {t.norm for t in told})


@dataclass(frozen=True)
class _Case:
    situation: Situation
    reloaded: Page | None
    goal: Goal
    troubles: tuple[Trouble, ...] = ()

    @property
    def _ok(self) -> list[Tried]:
        return [tried for tried in self.situation.past if tried.ok]

    def _steps_of(self, part: Part) -> list[Tried]:
        return [t for t in self._ok if t.planned.part == part.number and not t.planned.explores]

    def _changes(self, before: Part | None = None) -> list[Part]:
        """The parts that were to change something, by their verbs or by what was typed for them."""
        parts_of_it = self.goal.parts[: before.number] if before else self.goal.parts
        return [part for part in parts_of_it if part.verb in _CHANGES or self._is_sent(part)]

    @property
    def _is_refused(self) -> bool:
        return any(self.expects_refusal(part) for part in self.goal.parts)

    def _is_sent(self, part: Part) -> bool:
        """Whether a part with a verb of its own, such as `invite`, has filled in something."""
        return part.verb in ("say", "drag") and any(t.planned.step.action in _TYPES for t in self._steps_of(part))

    def _before(self) -> list[Page]:
        """The pages as they were until something was saved."""
        pages = [self.situation.first]
        for tried in self._ok:
            verb = self.goal.parts[tried.planned.part].verb if tried.planned.part < len(self.goal.parts) else ""
            if verb == "expect":
                # Only looked for what was done.
                break
            if tried.before is not None:
                pages.append(tried.before)
            if (tried.planned.commits or verb == "save") and tried.planned.ends_part:
                break
        return pages

    def expected(self, part: Part) -> _Check:
        """What a part that says `check that` comes to: it asks how things are then, before what the goal does next."""
        at = self._at(part)
        if at is None and (left := self._where_left(part)):
            found = left._expected(part)
            return found if found.met or part.negated else self._expected(part)
        found = at._expected(part) if at else self._expected(part)
        # What is said before anything is done may be meant for the end.
        return self._expected(part) if at and not found.met and not at._has_acted() else found

    def _at(self, part: Part) -> _Case | None:
        """The case as it was when the part was come to; None where nothing was done after it."""
        past = self.situation.past
        later = (i for i, t in enumerate(past) if t.ok and t.planned.part > part.number and not t.planned.explores)
        at = next((i for i in later if past[i].planned.step.action not in _NO_ACTS), None)
        page = past[at].before if at is not None else None
        if at is None or page is None or page.dialog:
            return None
        return _Case(replace(self.situation, page=page, past=past[:at], listed=None), None, self.goal)

    def left(self, part: Part) -> Page | None:
        """The page on which a check was come to, where the run went on from there only to look for something else."""
        later = [t for t in self._ok if t.planned.part > part.number]
        acts = any(not t.planned.explores and t.planned.step.action not in _NO_ACTS for t in later)
        page = later[0].before if later and not acts else None
        return None if page is None or page.dialog else page

    def _where_left(self, part: Part) -> _Case | None:
        """The case on the page that was left, as that is when it is loaded again."""
        page = self.left(part)
        if page is None or page.url == self.situation.page.url:
            return None
        again = next((each for each in self.situation.revisited if each.url == page.url), None)
        past = tuple(t for t in self.situation.past if t.planned.part <= part.number)
        again = page_without_echo(again, self.goal) if again else None
        return _Case(replace(self.situation, page=page, past=past, listed=None), again, self.goal)

    def _has_acted(self) -> bool:
        """Whether anything was done but to look for something, or to sign in."""
        return any(self.goal.parts[t.planned.part].verb not in _LOOKS for t in self._ok if not t.planned.explores)

    def _expected(self, part: Part) -> _Check:
        everything = part.numbers
        page = self.reloaded or self.situation.page
        if found := answer(part, page):
            check = _Check(found.met, found.said, everything, source=None if self.reloaded else "change")
            others = [self._present(part, run, everything) for run in _runs(found.rest, part)] if found.met else []
            return next((other for other in others if not other.met), check)
        return self._shown(part, everything)

    def _shown(self, part: Part, everything: frozenset[int]) -> _Check:
        """What a check comes to that asks for texts."""
        if part.negated and _names_refusal(part):
            return self._not_made(part, everything)
        if part.negated and (every := self._said_of_every(part, everything)):
            return every
        if self.expects_refusal(part):
            return self._refused(part, everything)
        if sought := self._sought_in_vain(part):
            return self._absent(sought, everything)
        subject = self._subject(part)
        if subject and all(_NOTICE.match(t.norm) for t in subject) and not part.negated:
            return self._noticed(part, everything)
        if not subject and (meant := self._meant_by_it(part)):
            if not part.negated and (done := _deed(part)):
                return self._told_done(part, done, everything)
            return self._absent(meant, everything) if part.negated else self._present(part, meant, everything)
        if not subject or all(_is_of_a_layer(t) for t in subject):
            return self._of_last_change(part, everything)
        return self._absent(subject, everything) if part.negated else self._said_of(part, subject, everything)

    def _sought_in_vain(self, part: Part) -> list[Token]:
        """What was searched for last, where a check says that nothing is found."""
        before = self.goal.parts[part.number - 1] if part.number else None
        if before is None or before.verb != "search" or not _NAUGHT & {t.norm for t in part.words} or part.negated:
            return []
        return [t for t in before.words if t.is_value or t.text[:1].isupper()]

    def _said_of(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> _Check:
        """What a check comes to that names what is to be seen; of `only` and `every` nothing else may be listed."""
        if every := self._said_of_every(part, everything):
            return every
        found = self._said_somewhere(part, subject, everything)
        page = self.reloaded or self.situation.page
        if (
            found.met
            and (SOLELY | _EXACTLY) & {t.norm for t in part.words}
            and (other := _another(page, _each_meant(part, subject)))
        ):
            return _Check(False, f'The page shows "{other}" too.', everything)
        return found

    def _said_of_every(self, part: Part, everything: frozenset[int]) -> _Check | None:
        """`All of them are in Logistics`, `none belongs to another vet`: what each entry of the list says."""
        words = [t.norm for t in part.words]
        told = [t for t in content_of(part.words) if not _is_how(t) and t.norm not in _EVERY_WORDS]
        told = [t for t in told if t.is_value or t.text[:1].isupper()] or told
        is_every = any(word in _EVERY_ONE for word in words[:4]) and not part.negated
        is_none = any(word in _NO_ONE for word in words[:4]) and bool(_OTHER & set(words))
        if is_none:
            told = [
                t for p in self.goal.parts[: part.number] if p.verb in ("filter", "search", "choose") for t in _names(p)
            ]
        before = self.goal.parts[part.number - 1].verb if part.number else ""
        looked = any(p.verb in ("filter", "search", "choose", "check", "sort") for p in self.goal.parts[: part.number])
        changed = bool(self._changes(part)) or before in ("create", "edit")
        listed = max(lists(self.reloaded or self.situation.page), key=len, default=[])
        if not (is_every or is_none) or not told or not looked or changed or not listed:
            return None
        wrong = [text for _, text in listed if not all(says(text, t) for t in told)]
        said = " ".join(t.text for t in told)
        if wrong:
            return _Check(False, f'"{wrong[0][:80]}" does not say "{said}".', everything)
        return _Check(True, f'All {len(listed)} entries say "{said}".', everything)

    def _said_somewhere(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> _Check:
        """In its entry, in its columns, or anywhere."""
        words = {token.norm for token in part.words}
        if (phrase := _literal(part)) and not any(holds(bare(text), phrase) for text in self._texts()):
            return _Check(False, f'The page does not say "{phrase}".', everything)
        if its := self._of_each_acted(part, subject, everything) or self._of_its_entry(part, subject, everything):
            return its
        if said := self._told_by_heads(part, subject):
            return _Check(True, f'"{said[:120]}" says it in the columns that are named.', everything)
        row = self._row_of_change(part)
        if row and self._is_own_page() and all(_place(self.situation.page, [t], asked=part.words) for t in subject):
            # What is said of it may stand anywhere on a page of its own.
            told = ", ".join(f'"{t.text}"' for t in subject)
            return _Check(True, f"The page of it shows {told}.", everything)
        if row and (missing := [t for t in subject if _is_lacking(row, t)]):
            told = ", ".join(f'"{t.text}"' for t in missing)
            return _Check(False, f'"{row[:80]}" does not say {told}.', everything)
        if not row and _is_about_itself(part) and _ROWS & words and self._acted(part.number):
            return _Check(
                None, f'Which entry "{part.said}" is about cannot be told any more.', everything, source="coverage"
            )
        if row and all(says(row, t) or any(says(text, t) for text in self._texts()) for t in subject):
            return _Check(True, f'"{row[:80]}" says it{" after a reload" if self.reloaded else ""}.', everything)
        return self._present(part, subject, everything)

    def _of_each_acted(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> _Check | None:
        """`Both are Rejected now` is said of every entry that was ticked or pressed, and of each by itself."""
        if not _ALL_OF & {t.norm for t in part.words} or part.negated:
            return None
        last = [t for t in self._ok if t.planned.part < part.number and t.planned.step.action in _PRESSES and t.before]
        last = [t for t in last if self.goal.parts[t.planned.part].verb not in _LOOKS and not t.planned.explores]
        last = [t for t in last if not self._is_done_to_ticked(self.goal.parts[t.planned.part])]
        entries = [_item_of(t.before, t.planned.step.selector or "") for t in last if t.before]
        listed = {text for t in last if t.before for node, text in items(t.before) if node.role != "item"}
        acted = list(dict.fromkeys(entry for entry in entries if entry in listed))
        pages = [page for page in (self.reloaded, self.situation.page) if page]
        now = [next((said for page in pages if (said := _same_item(page, entry))), "") for entry in acted]
        if len(acted) < _LEAST_TOLD:
            return None
        if not all(now):
            gone = acted[now.index("")][:80]
            return _Check(None, f'The page does not list "{gone}" any more.', everything, against=True)
        wrong = [text for text in now if not all(says(text, t) for t in subject)]
        if wrong:
            return _Check(False, f'"{wrong[0][:80]}" does not say it.', everything)
        told = ", ".join(f'"{text[:60]}"' for text in now)
        return _Check(True, f"{told} say it{' after a reload' if self.reloaded else ''}.", everything)

    def _of_its_entry(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> _Check | None:
        """`It is listed as Approved` is said of the entry of what was acted on, where the page lists that."""
        meant = self._meant_by_it(part) if _is_about_itself(part) else []
        page = self.reloaded or self.situation.page
        rows = [text for _, text in items(page) if meant and all(says(text, t) for t in meant)]
        if not meant or any(t in meant for t in subject):
            return None
        heads = " ".join((page.title, *(n.said for n in page.nodes if n.role in ("heading", "dialog"))))
        if not rows and items(page) and not any(says(heads, t) for t in meant):
            said = " ".join(t.text for t in meant)
            lacking = f'The page lists things, but not "{said}", which "{part.said}" is about.'
            return _Check(None, lacking, everything, against=True)
        if not rows:
            return None
        named = " ".join(t.text for t in subject)
        if fits := [text for text in rows if all(says(text, t) for t in subject)]:
            return _Check(True, f'"{fits[0][:120]}" says it{" after a reload" if self.reloaded else ""}.', everything)
        return _Check(False, f'"{min(rows, key=len)[:80]}" does not say "{named}".', everything)

    def _meant_by_it(self, part: Part) -> list[Token]:
        """The names of what was acted on last, when a check only calls it `it` and no form was filled in for it."""
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in _LOOKS and not p.implied]
        # What only answers a question speaks of nothing by itself.
        while acting and acting[-1].verb in ("accept", "save") and not _names(acting[-1]):
            acting.pop()
        # What is called off is often still listed, as just that.
        changed = acting and acting[-1].verb in _CHANGES and not calls_off(acting[-1])
        if not acting or changed or self._is_sent(acting[-1]):
            return []
        said = {t.norm for t in (*part.verb_words, *part.words)}
        return _names_before(acting[-1]) if said & _IT_MEANS or _leaves_out_subject(part) else []

    def expects_refusal(self, part: Part) -> bool:
        return _names_refusal(part) or self.tells_refusal(part)

    def tells_refusal(self, part: Part) -> bool:
        """Whether a check repeats what the page complains of since something was sent, in the goal's words."""
        if part.verb != "expect" or part.negated:
            return False
        before = Counter(_complaints(self._last_before_commit()))
        new = [said for said in _complaints(self.situation.page) if said not in before]
        quoted = [bare(t.text) for t in part.words if t.kind == "quoted"]
        words = [t.norm for t in part.words if t.kind == "word"]
        return any(
            any(holds(bare(said), text) for text in quoted)
            or (not quoted and _content_within(said, words) >= _LEAST_TOLD)
            for said in new
        )

    def _texts(self) -> list[str]:
        pages = filter(None, (self.situation.page, self.reloaded))
        return [text for page in pages for text in (*page.readable, *(text for _, text in items(page)))]

    def _is_own_page(self) -> bool:
        """Whether the page came after something was saved, at an address that no page before had."""
        return _address(self.situation.page) not in {_address(page) for page in self._before()}

    def _row_of_change(self, part: Part) -> str:
        """All that the entry says which was changed last, when the check is about just that: `the row says 9`."""
        if not _is_about_itself(part):
            return ""
        changes = self._changes(part)
        page = self.reloaded or self.situation.page
        if changes and changes[-1].verb != "delete":
            told = _best_item(_new_items(page, self._before()), self._values(changes[-1]))
            if row := next((text for _, text in items(page) if told and text[:160] == told), ""):
                return row
        return self._acted_row(part, page)

    def _acted_row(self, part: Part, page: Page) -> str:
        """What the entry says now in which something was pressed last before the check."""
        acted = self._acted(part.number)
        return _same_item(page, acted[1]) if acted else ""

    def _acted(self, before: int) -> tuple[Tried, str] | None:
        """The last step before a part that was done in an entry, and what that said then."""
        for tried in reversed(self._ok):
            step, is_its = tried.planned.step, tried.planned.part < before and not tried.planned.explores
            item = _item_of(tried.before, step.selector or "") if tried.before and step.action in _PRESSES else None
            if is_its and item:
                return tried, item
        return None

    def _subject(self, part: Part) -> list[Token]:
        """What a check is about: names and values if there are any, else the words that are left."""
        begins = part.words[:1] if not part.verb_words else ()
        part = self._without_old(_without_these(self._without_place(part)))
        said = [t for t in content_of(part.words) if not _is_how(t) or (t.text[:1].isupper() and t not in begins)]
        particular = [t for t in said if t.is_value or t.text[:1].isupper()]
        seen = _names_seen(self.situation, self._ok)
        if particular:
            # What is named says more than the kind of text that it stands in.
            said = [t for t in said if t in particular or t.norm not in _KINDS]
        left = [t for t in said if t in particular or not any(same(t.norm, word) for word in seen)]
        # `It is in the table of orders` is about what was changed, not about the word orders.
        changed = bool(self._changes(part))
        return left if left or changed else said

    def _without_old(self, part: Part) -> Part:
        """The check without what was so before, as in `goes from 17 to 13`, if that was seen then."""
        for at in range(len(part.words) - 3):
            lead, old, to, new = part.words[at : at + 4]
            is_change = lead.norm in ("from", "de") and to.norm in ("to", "a") and old.is_value and new.is_value
            if is_change and any(_place(page, [old]) for page in self._before()):
                return replace(part, words=(*part.words[:at], *part.words[at + 3 :]))
        return part

    def _without_place(self, part: Part) -> Part:
        """The check without where it is made, as `on the review page`, when the page calls itself so somewhere."""
        aside = aside_of(part)
        place = [t for t in content_of(aside) if t.norm not in _THINGS and not is_kind(t)]
        is_page = bool(_STEPS & {t.norm for t in aside}) and not any(t.is_value for t in aside)
        here = is_page and all(_place(self.situation.page, [t]) or says(self.situation.page.title, t) for t in place)
        part = part.without(aside) if here else part
        part = replace(part, words=part.words[_place_before(part.words) :])
        return part.without(self._place_after(part))

    def _place_after(self, part: Part) -> Sequence[Token]:
        """The words of `under Companies` at the end of a check, where the page calls itself so."""
        page, words = self.situation.page, part.words
        heads = [n.said for n in page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")]
        # Where the planner has gone for this check is the place, whatever the page calls itself.
        gone = [t.planned for t in self._ok if t.planned.explores and t.planned.part == part.number]
        heads += [re.sub(r"\W*\d+\W*$", "", planned.target.name) for planned in gone if planned.target]
        names = [parts(said) for said in (page.title, *heads) if said]
        for at in range(max(0, len(words) - _LONGEST_LABEL), len(words) - 1):
            told = [t for t in words[at + 1 :] if t.kind == "word" and t.norm not in STOP]
            leads = ("in", "on", "under", "en", "bajo", "among", "between", "entre")
            is_lead = words[at].norm in leads and len(told) > 0
            if is_lead and any(all(any(same(t.norm, w) for w in name) for t in told) for name in names):
                return words[at:]
        return ()

    def _of_last_change(self, part: Part, used: frozenset[int]) -> _Check:
        changes = self._changes(part)
        if not changes and _is_about_itself(part):
            changes = [each for each in self.goal.parts[: part.number] if each.verb == "fill" and self._values(each)]
        if not changes or any(t.norm in _LAYERS for t in part.words):
            return self._of_a_kind(part, used)
        if changes[-1].verb == "delete" or part.negated:
            check = self._deleted(changes[-1])
        elif (named := _names_in(changes[-1])) and not self._values(changes[-1]):
            check = self._shown_all(named)
        else:
            check = self._changed(changes[-1])
        return (
            _Check(check.met, check.said, used | check.used, check.app_bug)
            if check.met is not None
            else _Check(False, check.said, used)
        )

    def _shown_all(self, named: Sequence[Sequence[Token]]) -> _Check:
        """Whether everything that was chosen by its name is shown, where it was not before."""
        page = self.reloaded or self.situation.page
        for tokens in named:
            said = " ".join(t.text for t in tokens)
            if not _place(page, tokens):
                return _Check(False, f'The page does not show "{said}".')
            if self._was_there(tokens):
                return _Check(False, f'"{said}" was on the page before the change, and nothing new shows it.')
        told = ", ".join(f'"{" ".join(t.text for t in tokens)}"' for tokens in named)
        return _Check(True, f"The page shows {told}{' after a reload' if self.reloaded else ''}.")

    def _noticed(self, part: Part, used: frozenset[int]) -> _Check:
        """`A confirmation appears`: a text that came with the last step, and complains of nothing."""
        before = next((t.before for t in reversed(self._ok) if t.before), None)
        old = Counter(before.readable) if before else Counter[str]()
        new = [text for text in _contents(self.situation.page) if text not in old]
        if any(t.norm.startswith(("thank", "graci")) for t in part.words):
            new = [text for text in new if re.search(r"\b(?:thank|graci)", normal(text))]
        if said := [text for text in _complaints(self.situation.page) if text not in old]:
            return _Check(False, f'The page complains: "{said[0]}".', used, absent=False)
        if not new:
            return _Check(False, "No message has appeared on the page.", used, source="change")
        return _Check(True, f'The page says: "{new[0][:120]}".', used, source="change")

    def _told_done(self, part: Part, done: Token, used: frozenset[int]) -> _Check:
        """`It is saved` after something was pressed: the page has to say so in words that it did not say before."""
        before = next((t.before for t in reversed(self._ok) if t.before), None)
        old = Counter(before.readable) if before else Counter[str]()
        new = [text for text in _contents(self.situation.page) if text not in old]
        told = [text for text in new if says(text, done) and vouches(text, part.words, [done])]
        if told:
            return _Check(True, f'The page says: "{told[0][:120]}".', used, source="change")
        if not new:
            return _Check(False, "No message has appeared on the page.", used, source="change")
        return _Check(None, f'Nothing on the page says "{part.said}"; new is "{new[0][:120]}".', used, against=True)

    def _of_a_kind(self, part: Part, used: frozenset[int]) -> _Check:
        """`The table is shown`, `no dialog is open`: about nothing but the kind of a thing."""
        named = [token for token in part.words if token.norm in _THINGS]
        if not named:
            return _Check(None, f'"{part.said}" does not say what to look for.', used, source="coverage")
        roles = _THINGS[named[0].norm]
        there = any(n.role in roles and not n.hidden for n in self.situation.page.nodes)
        said = f"The page {'shows' if there else 'does not show'} a {named[0].text}."
        return _Check(there is not part.negated, said, used)

    def _present(self, part: Part, subject: Sequence[Token], used: frozenset[int]) -> _Check:
        # What a notice says of the thing that was deleted does not show the thing.
        is_said = any(t.kind == "quoted" and len(parts(t.text)) > _LEAST_TOLD for t in subject)
        notices = is_said or not any(change.verb == "delete" for change in self._changes(part))
        late = self.reloaded is not None and not _place(self.situation.page, subject, notices, part.words)
        page = self.reloaded if late and self.reloaded else self.situation.page
        now = _place(page, subject, notices, part.words)
        return (
            self._holds(part, subject, now, used) if now else self._shown_otherwise(part, subject, page, used, notices)
        )

    def _shown_otherwise(
        self, part: Part, subject: Sequence[Token], page: Page, used: frozenset[int], notices: bool
    ) -> _Check:
        """What a check comes to whose words no single text and no entry says."""
        named = " ".join(token.text for token in subject)
        if other := _place(page, subject, notices):
            return _Check(False, f'The page says something else: "{other}".', used)
        if len(subject) > 1 and all(t.kind == "code" for t in subject):
            each = [self._present(part, [t], used) for t in subject]
            return next((check for check in each if not check.met), each[0])
        if row := self._told_by_heads(part, subject):
            return _Check(True, f'"{row[:120]}" says it in the columns that are named.', used)
        if listed := self._listed_apart(part):
            return _Check(True, f"The page shows {listed}.", used)
        if told := self._told_by_labels(subject):
            return _Check(True, f'The page shows "{told}"{" after a reload" if self.reloaded else ""}.', used)
        if each_of := self._shown_one_by_one(part, subject, page):
            return _Check(True, f"The page shows {each_of}{' after a reload' if self.reloaded else ''}.", used)
        alone = [t.text for t in subject if not _place(self.situation.page, [t])]
        what = ", ".join(f'"{text}"' for text in alone) or f'"{named}" together'
        return _Check(False, f"The page does not show {what}.", used)

    def _shown_one_by_one(self, part: Part, subject: Sequence[Token], page: Page) -> str:
        """The things that a check names one after the other, each somewhere on the page: `A, B and C are listed`."""
        wanted = {t.number for t in subject}
        groups = [kept for group in _each_meant(part, subject) if (kept := [t for t in group if t.number in wanted])]
        named = {t.number for group in groups for t in group}
        several = any(t.norm in _SEVERAL for t in (*part.verb_words, *part.words))
        if len(groups) < _LEAST_TOLD or not several or any(t.number not in named for t in subject):
            return ""
        # One by one, and not on any terms: `only A and B` leaves no other.
        if _ONLY & {t.norm for t in part.words} and _another(page, groups):
            return ""
        found = [_place(page, group, asked=part.words) for group in groups]
        return ", ".join(f'"{text[:60]}"' for text in found) if all(found) else ""

    def _holds(self, part: Part, subject: Sequence[Token], now: str, used: frozenset[int]) -> _Check:
        """Whether what shows the words of a check is new, and stays."""
        named = " ".join(token.text for token in subject)
        if (done := _deed(part)) and done not in subject and self._stood_before(now):
            return _Check(None, f'"{now}" had been on the page before; nothing says that it was {done.text}.', used)
        # A message may go; an entry may not. What was changed is held to a reload besides.
        stays = any(all(says(text, t) for t in subject) for _, text in items(self.situation.page))
        stays = stays or any(t.kind in ("code", "email", "number") or t.norm in _THINGS for t in part.words)
        # A refusal is said once.
        stays = stays and not self._is_refused
        if stays and self.reloaded is not None and not _place(self.reloaded, subject):
            return _Check(False, f'"{now}" was shown, but is gone after the page was loaded again.', used, app_bug=True)
        changed = bool(self._changes(part))
        stays_so = bool(_UNCHANGED & {t.norm for t in part.words})
        if changed and not stays_so and self._was_there(subject) and self._changed_nothing(part):
            return _Check(False, f'"{named}" was on the page before the change, and nothing new shows it.', used)
        solely = bool(_ONLY & {t.norm for t in part.words})
        if solely and (other := _another(self.situation.page, _each_meant(part, subject))):
            return _Check(False, f'The page shows "{other}" too, not only "{named}".', used, absent=False)
        return _Check(True, f'The page shows "{now}"{" after a reload" if self.reloaded else ""}.', used)

    def _told_by_heads(self, part: Part, subject: Sequence[Token]) -> str:
        """The entry that says each value in the column that the check names with it: `with a total of €5`."""
        page = self.reloaded or self.situation.page
        told = values_by_head(page, part.words)
        known = {t.number for head, values in told for t in (*head, *values)}
        rest = [t for t in subject if t.number not in known]
        entries = items(page) if told else []
        if _is_about_itself(part):
            own = self._row_of_change(part)
            entries = [(row, text) for row, text in entries if own and text == own]
        elif self._changes(part) and not rest:
            # Nothing but the values tells which entry is meant: it is the new one.
            new = set(_new_items(page, self._before()))
            entries = [(row, text) for row, text in entries if text in new]
        for row, text in entries:
            if all(says(text, t) for t in rest) and all(
                says(cell_under(page, row, head), t) for head, values in told for t in values
            ):
                return text
        return ""

    def _listed_apart(self, part: Part) -> str:
        """All that a check lists after a colon, each somewhere on the page: `two are found: A and B`."""
        colon = next((i for i, t in enumerate(part.words) if t.text == ":"), None)
        page = self.reloaded or self.situation.page
        groups = [content_of(group) for group in groups_of(part.words[colon + 1 :])] if colon else []
        head = [t for t in content_of(part.words[:colon]) if not _is_how(t)] if colon else []
        counts = [t for t in head if t.norm.isdigit() or t.norm in NUMBER_WORDS]
        is_sum = not counts or any(_number_of(t) == len(groups) for t in counts)
        found = [_place(page, [t for t in group if t.is_value or t.text[:1].isupper()] or group) for group in groups]
        known = all(t in counts or _place(page, [t]) for t in head)
        return (
            ", ".join(f'"{place[:60]}"' for place in found)
            if len(found) > 1 and all(found) and is_sum and known
            else ""
        )

    def _told_by_labels(self, subject: Sequence[Token]) -> str:
        """What the page shows right after a label, as the check says: `status Paid` where that stands beside it."""
        page = self.reloaded or self.situation.page
        texts = [n.said for n in page.nodes if n.kind == "text" and not n.hidden and n.said]
        told = []
        for label, values in _labelled(subject):
            places = (i for i, text in enumerate(texts) if len(parts(text)) <= _LONGEST_LABEL and _all_in(text, label))
            fits = (t for i in places for t in texts[i + 1 : i + 3] if all(says(t, value) for value in values))
            if not (said := next(fits, "")):
                return ""
            told.append(f"{' '.join(t.text for t in label)}: {said[:60]}")
        return "; ".join(told)

    def _was_there(self, subject: Sequence[Token]) -> bool:
        """Whether this page showed it before the change; what other pages showed says nothing about it."""
        here = _path(self.situation.page)
        return any(_place(page, subject) for page in self._before() if _path(page) == here)

    def _stood_before(self, text: str) -> bool:
        """Whether the page said just that before the last step."""
        before = next((t.before for t in reversed(self._ok) if t.before and not t.planned.explores), None)
        return before is not None and any(each.startswith(text) for each in (*before.readable, *_entries(before)))

    def _changed_nothing(self, part: Part) -> bool:
        """Whether the last change before the check has left no trace."""
        change = self._changes(part)[-1]
        check = self._deleted(change) if change.verb == "delete" else self._changed(change)
        return check.met is not True

    def _absent(self, subject: Sequence[Token], used: frozenset[int]) -> _Check:
        named = " ".join(token.text for token in subject)
        # A notice that something was deleted names it too, and is gone after a reload.
        page = self.reloaded or self.situation.page
        if place := _place(page, subject, notices=False, asked=subject):
            return _Check(False, f'The page still shows "{place}".', used, absent=False)
        texts = [text for text in page.readable if all(says(text, t) for t in subject)]
        if denied := [text for text in texts if not vouches(text, subject, subject)]:
            # `No orders saved` shows no orders.
            return _Check(True, f'The page says: "{denied[0][:120]}".', used, absent=False)
        shown = [self.situation.first, *(t.before for t in self._ok if t.before)]
        if not any(_place(page, subject) for page in shown) and not self._is_refused:
            return _Check(None, f'"{named}" is not on the page, but was never seen before either.', used)
        return _Check(True, f'"{named}" is not on the page any more.', used, absent=True)

    def _refused(self, part: Part, used: frozenset[int]) -> _Check:
        """A refusal that the goal asks for: a message or a field marked wrong, that was not there before."""
        quoted = [t for t in part.words if t.kind == "quoted"]
        before = Counter(_complaints(self._last_before_commit()))
        now = [said for said in _complaints(self.situation.page) if said not in before]
        saved = [p for p in self.goal.parts if p.verb in ("create", "edit") and self._changed(p).met]
        if saved:
            return _Check(False, "The application accepted what it should have refused.", used, app_bug=True)
        if quoted:
            told = [t for t in quoted if not _place(self.situation.page, [t])]
            return _Check(
                not told, f'The page {"does not show" if told else "shows"} "{(told or quoted)[0].text}".', used
            )
        if not now:
            return _Check(False, "The page shows no error that was not there before.", used, source="change")
        return _Check(True, f'The page refused it: "{now[0]}".', used, source="change")

    def _not_made(self, part: Part, used: frozenset[int]) -> _Check:
        """`… must not be created`: nothing new says what was filled in, on the page or where such things are listed."""
        change = next(
            (p for p in reversed(self.goal.parts[: part.number]) if p.verb in ("create", "edit", "say")), None
        )
        if change is None:
            return _Check(None, f'"{part.said}" does not say of what.', used)
        values, pages = self._values(change), filter(None, (self.situation.page, self.reloaded, self.situation.listed))
        made = next((told for page in pages if (told := _best_item(_listed_anew(page, self._before()), values))), None)
        if made:
            return _Check(False, f'"{made}" was made all the same.', used, app_bug=True)
        return _Check(True, "Nothing new on the page says what was filled in.", used)

    def _last_before_commit(self) -> Page:
        return self._before()[-1]

    def implied(self, part: Part, has_checks: bool) -> Iterable[_Check]:
        """What must be true although the goal does not say so."""
        if part.verb == "login" and self._steps_of(part) and not self._is_refused_at(part):
            yield self._signed_in()
        elif part.verb == "create" and self._is_changed_later(part):
            return
        elif (part.verb in ("create", "edit") or self._is_sent(part)) and not self._is_refused:
            check = self._changed(part)
            if part.verb == "say" and self._is_unsent(part):
                yield _Check(None, f'What was filled in for "{part.said}" was not sent.', against=True)
            elif not (has_checks and check.met is None):
                yield check
            elif self._proves_nothing():
                yield replace(check, said=f"{check.said} {_ALL_SO_BEFORE}", against=True)
        elif part.verb == "delete":
            yield self._deleted(part)
        elif part.verb == "drag" and (stuck := self._is_stuck(part)):
            yield stuck
        elif not has_checks and part.verb not in ("expect", *_CHANGES) and part is self.goal.parts[-1]:
            yield self._moved()

    def _is_changed_later(self, made: Part) -> bool:
        """Whether what was made is changed by a later part, which calls it `it` and proves that it is there."""
        later = self.goal.parts[made.number + 1 :]
        return any(p.verb == "edit" and not _names_before(p) and _ITSELF & {t.norm for t in p.words[:2]} for p in later)

    def _proves_nothing(self) -> bool:
        """Whether all that the goal checks had been so before anything was done."""
        acts = (t for t in self._ok if self.goal.parts[t.planned.part].verb not in _LOOKS and not t.planned.explores)
        first = next((t for t in acts if t.before), None)
        if first is None or first.before is None or first.before.dialog:
            return False
        before = _Case(replace(self.situation, page=first.before, past=(), listed=None), None, self.goal)
        checks = [part for part in self.goal.parts if part.verb == "expect"]
        return bool(checks) and all(before._expected(part).met for part in checks)

    def _is_stuck(self, part: Part) -> _Check | None:
        """Why what was dragged last has not been moved, if it has not."""
        for at, tried in enumerate(self._ok):
            others = any(not is_drag(t) for t in self._steps_of(part))
            is_own = tried.planned.part == part.number and not others
            if is_own and was_in_vain(tried, self._ok[at + 1 :], self.situation.page):
                said = tried.planned.target.name if tried.planned.target else "it"
                return _Check(None, f'"{said}" was dragged, but nothing on the page has changed.', against=True)
        return None

    def listed(self) -> list[_Check]:
        """What the page says that lists what was sent."""
        page = self.situation.listed
        if page is None:
            return []
        entry = entry_of(self.situation, page)
        if entry == "":
            said = f'Nothing is listed on "{page.title or page.url}", although the page said that it was done.'
            return [_Check(False, said, app_bug=True, source="reload")]
        return [_Check(True, f'It is listed: "{entry[:120]}".', source="reload")] if entry else []

    def astray(self) -> list[_Check]:
        """What was done to an entry that is not the one which the goal names, although the page shows that one too."""
        found = []
        for tried in self._ok:
            part, page, step = self.goal.parts[tried.planned.part], tried.before, tried.planned.step
            if page is None or tried.planned.explores or part.verb in _LOOKS or step.action not in _PRESSES | _SETS:
                continue
            names = [t for t in _names_before(part) if t.kind != "number"]
            item = _item_of(page, step.selector or "") if names else None
            if item is None or any(says(item, t) for t in names):
                continue
            if any(all(says(text, t) for t in names) for node, text in items(page) if not _heads(page, node)):
                said = " ".join(t.text for t in names)
                found.append(_Check(None, f'"{item[:80]}" was acted on, and not "{said}".', against=True))
        return found[:1]

    def is_elsewhere(self) -> bool:
        """Whether the page that was loaded again need not show what the page did: that was the answer to a form, or has
        no address of its own."""
        page, again = self.situation.page, self.reloaded
        return again is not None and (page.posted or _path(again) != _path(page))

    def undone(self) -> list[_Check]:
        """Parts that ask for something for which nothing was done at all, whoever planned the steps."""
        asking = [part for part in self.goal.parts if part.verb not in _NEEDS_NO_STEP and not part.implied]
        left = [part for part in asking if not self._is_so(part)]
        if self._ok or not left:
            return []
        return [_Check(None, f'Nothing was done for "{left[0].said}".', against=True)]

    def _is_so(self, part: Part) -> bool:
        """Whether the page is already what a part asks for: the place, or that somebody is signed in."""
        page = self.situation.page
        if part.verb == "login":
            return any(does(node, "logout") for node in page.controls) and not _asks_to_sign_in(page)
        heads = [n.said for n in page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")]
        said = {word for text in (page.title, *heads) for word in parts(text)}
        words = [t for t in content_of(part.words) if not is_kind(t)]
        return part.verb == "open" and all(any(same(t.norm, word) for word in said) for t in words)

    def lamented(self) -> list[_Check]:
        """What the page complains of since the last step that was to do something, where no refusal was asked for."""
        acts = [t for t in self._ok if t.before and not t.planned.explores and t.planned.step.action in _PRESSES]
        before = acts[-1].before if acts else None
        if before is None or self._is_refused or any(part.negated for part in self.goal.parts):
            return []
        old, page = Counter(before.readable), self.situation.page
        live = {n.said for h in page.nodes if h.role in _LIVE and not h.hidden for n in (h, *page.within(h))}
        live |= {page.words_of(h) for h in page.nodes if h.role in _LIVE and not h.hidden}
        texts = page.readable if _address(page) == _address(before) else [t for t in page.readable if t in live]
        asked = {word for part in self.goal.parts for t in part.words for word in parts(t.text)}
        is_told = any(part.verb == "expect" for part in self.goal.parts)
        new = [t for t in texts if t not in old and (laments(t) or (t in live and denial_in(t) and not is_told))]
        told = [text for text in new if not asked >= set(parts(text))]
        return [_Check(None, f'The page complains: "{told[0][:160]}".', against=True)] if told else []

    def thrown_out(self) -> list[_Check]:
        """A page that asks for a password where none did before, though nobody asked to sign in or out."""
        if any(part.verb in ("login", "logout") for part in self.goal.parts if self._steps_of(part)):
            before = [t.before for t in self._ok if t.before and t.planned.commits]
        else:
            before = [self.situation.first]
        signed_in = bool(before) and not any(_asks_to_sign_in(page) for page in before)
        leaves = any(part.verb == "logout" for part in self.goal.parts)
        if signed_in and not leaves and _asks_to_sign_in(self.situation.page):
            return [_Check(False, "The application asks to sign in again instead of doing it.", app_bug=True)]
        return []

    def _is_unsent(self, part: Part) -> bool:
        typed = [t for t in self._steps_of(part) if t.planned.step.action in _TYPES]
        after = [t for t in self._ok if t.planned.part > part.number]
        return bool(typed) and not any(t.planned.step.action in ("click", "press") for t in after)

    def _is_refused_at(self, login: Part) -> bool:
        """Whether it is the signing in that is to be refused: nothing else is done after it."""
        return self._is_refused and all(part.verb in _LOOKS for part in self.goal.parts[login.number + 1 :])

    def _signed_in(self) -> _Check:
        page = self._until_signed_out()
        asks = [n for n in page.controls if n.type == "password" and not n.hidden]
        if asks:
            said = _complaints(page)
            return _Check(False, f"The sign-in form is still there{': ' + said[0] if said else '.'}", absent=False)
        if any(does(n, "logout") for n in page.controls if not n.hidden):
            return _Check(True, "The sign-in form is gone, and the page offers to sign out.", absent=False)
        if told := next((text for text in page.readable if refuses_entry(text)), ""):
            return _Check(False, f'The sign-in form is gone, but the page says: "{told[:160]}".', absent=False)
        if code := next((n for n in page.controls if not n.hidden and _asks_for_code(n)), None):
            said_so = f'The page asks for one thing more to sign in: "{code.said or code.label}".'
            return _Check(None, said_so, against=True)
        return _Check(True, "The sign-in form is gone.", absent=True)

    def _until_signed_out(self) -> Page:
        """The page as it was while somebody was signed in."""
        leaving = [p.number for p in self.goal.parts if p.verb == "logout"]
        left = next((t.before for t in self._ok if t.planned.part in leaving and t.before), None)
        return left or self.situation.page

    def is_idle(self) -> bool:
        """Whether buttons were pressed, and nothing else done, and the page is in every way as before the first one."""
        acted = [t for t in self._ok if t.planned.step.action in ("click", "dblclick")]
        buttons = all(t.planned.target is not None and t.planned.target.role == "button" for t in acted)
        only = len(acted) == len([t for t in self._ok if t.planned.step.action not in ("assertText", "assertVisible")])
        before = acted[0].before if acted else None
        return only and buttons and before is not None and before.looks == self.situation.page.looks

    def _moved(self) -> _Check:
        """Whether the last part that did something has changed the page."""
        last = next((tried.planned.part for tried in reversed(self._ok) if tried.before), -1)
        # What only answers a question of the page belongs to what was asked for.
        first = last - 1 if last > 0 and self.goal.parts[last].implied else last
        began = next((t.before for t in self._ok if t.before and t.planned.part in (first, last)), None)
        if began is None or began.signature == self.situation.page.signature:
            return _Check(None, _NOTHING_CHANGED if began else "No step was carried out.", against=True)
        if failed := [trouble for trouble in self.troubles if trouble.kind in ("exception", "unread")]:
            # That the page has changed says little where something has failed besides.
            what = "a script of the page failed" if failed[0].kind == "exception" else "the application failed"
            return _Check(None, f"Every step was carried out, but {what}: {failed[0].message}", against=True)
        if fallen := self._fallen_back():
            return _Check(False, fallen, app_bug=True)
        if untouched := self._as_before():
            return _Check(None, untouched, against=True)
        if button := self._unsent_by(last):
            said = f'What was filled in was not sent: the goal does not say to press "{button}", nor what must be seen.'
            return _Check(None, said, against=True)
        return _Check(True, "Every step was carried out, and the page changed.", source="change")

    def _acted_and_reloaded(self) -> tuple[str, Page, Page] | None:
        """What the entry said in which something was pressed last, the page then, and the page after a reload."""
        acted = self._acted(len(self.goal.parts))
        if acted is None or self.reloaded is None or acted[0].before is None:
            return None
        return acted[1], acted[0].before, self.reloaded

    def _fallen_back(self) -> str:
        """Why what was pressed in an entry has changed nothing for good: a reload shows it as it was."""
        if not (acted := self._acted_and_reloaded()):
            return ""
        item, *pages = acted
        was, again = (_count(page, item) for page in pages)
        if not _count(self.situation.page, item) < was <= again:
            return ""
        return f'"{item[:80]}" had changed, and is as it was after the page was loaded again.'

    def _as_before(self) -> str:
        """Why nothing shows what became of what was pressed in an entry and sent: the entry is as it was."""
        if not (acted := self._acted_and_reloaded()):
            return ""
        item, before, again = acted
        if _looks(before, item) != _looks(again, item):
            return ""
        return f'"{item[:80]}" is as it was, and the goal does not say what must be seen.'

    def _unsent_by(self, number: int) -> str:
        """The button that would send what the last part only filled in; empty when nothing waits to be sent."""
        done = [t.planned for t in self._ok if t.planned.part == number]
        typed = [p.step.selector for p in done if p.step.action in _SETS]
        page = self.situation.page
        if not done or (done[-1].step.action not in _SETS and not (typed and done[-1].step.action == "click")):
            return ""
        node = next((n for n in page.controls if n.selector in typed), None)
        form = next((h for h in page.parents(node) if h.role == "form"), None) if node else None
        around = page.within(form) if form else page.controls if node else ()
        sends = [n for n in around if n.role == "button" and not n.hidden and not n.disabled and does(n, "save")]
        return next((n.said for n in sends if not does(n, "create")), "")

    def _values(self, part: Part) -> list[str]:
        """What was filled in for a part, and for those that follow it up to its saving."""
        found = []
        for tried in self._ok:
            step = tried.planned.step
            if tried.planned.part >= part.number and step.action in _TYPES:
                value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
                target = tried.planned.target
                found.append(value or (target.name if target else ""))
            elif tried.planned.part > part.number and tried.planned.commits:
                break
        return [value for value in found if bare(value) and "{{" not in value]

    def _typed(self, part: Part) -> list[tuple[str, str, frozenset[str]]]:
        """The fields that were filled in for a part, by name, with what, and what else could have been chosen."""
        found = []
        for tried in self._ok:
            step = tried.planned.step
            if tried.planned.part >= part.number and step.action in ("fill", "selectOption") and tried.before:
                node = next((n for n in tried.before.nodes if n.selector == step.selector), None)
                value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
                if node and value and "{{" not in value:
                    options = frozenset(bare(option.label) for option in node.options)
                    found.append((node.label or node.name, value, options))
            elif tried.planned.part > part.number and tried.planned.commits:
                break
        return found

    def _changed(self, part: Part) -> _Check:
        """Whether an entry is on the page that was not there before and says what was filled in."""
        values = self._values(part)
        now = _new_items(self.situation.page, self._before())
        told = _best_item(now, values)
        if told is None and (kept := self._kept(part)):
            return kept
        if told is None and self.reloaded is not None:
            # What a page shows late is there all the same.
            told = _best_item(_new_items(self.reloaded, self._before()), values)
        if told is None and part.verb == "create" and (apart := self._shown_apart(values)):
            return apart
        if told is None and (same_as_before := self._as_it_was(part)):
            return _Check(False, same_as_before, app_bug=True)
        if told is None and self.reloaded is not None and (lacking := self._lacking(part, values)):
            return _Check(False, lacking, app_bug=True)
        if told is None:
            shown = " and ".join(f'"{value}"' for value in values) or "what was asked for"
            return _Check(None, f"Nothing new on the page shows {shown}.", against=True)
        for page in filter(None, (self.situation.page, self.reloaded)):
            wrong = self._contradicted(part, page, told) or self._of_another(part, page, values)
            if wrong := wrong or (self._as_it_was(part) if page is self.reloaded else ""):
                return _Check(False, wrong, app_bug=True)
        gone = self.reloaded is not None and _best_item(_new_items(self.reloaded, self._before()), values) is None
        # A message that somebody was subscribed may go; what is listed may not.
        is_message = part.verb == "say" and not any(text[:160] == told for _, text in items(self.situation.page))
        if gone and not is_message:
            return _Check(False, f'"{told}" was shown, but is gone after the page was loaded again.', app_bug=True)
        still = " (still there after a reload)" if self.reloaded and not gone else ""
        return _Check(True, f'New on the page: "{told}"{still}.')

    def _shown_apart(self, values: Sequence[str]) -> _Check | None:
        """Whether the page of the new thing shows each of the values, one here and one there, and still does after a
        reload."""
        here = {_address(page) for page in self._before()}
        if len(values) < _LEAST_TOLD or _address(self.situation.page) in here:
            return None
        old = {normal(text) for page in self._before() for text in page.readable}
        new = [text for text in self.situation.page.readable if normal(text) not in old]
        fresh = [value for value in values if any(shows_value(text, value) for text in new)]
        pages = filter(None, (self.situation.page, self.reloaded))
        lacking = [v for page in pages for v in values if not any(shows_value(text, v) for text in page.readable)]
        if 2 * len(fresh) < len(values) or max(values, key=len) not in fresh:
            return None
        told = ", ".join(f'"{value}"' for value in values)
        if not lacking:
            return _Check(True, f"The page of the new entry shows {told}{' after a reload' if self.reloaded else ''}.")
        gone = all(any(shows_value(text, v) for text in self.situation.page.readable) for v in lacking)
        if not gone:
            return None
        said = ", ".join(f'"{value}"' for value in dict.fromkeys(lacking))
        return _Check(False, f"{said} was shown, but is gone after the page was loaded again.", app_bug=True)

    def _kept(self, part: Part) -> _Check | None:
        """Whether what was changed still holds its values after a reload: on the page, as settings do, or inside."""
        if self.reloaded is None or part.verb not in _ALTERS:
            return None
        steps = self._steps_of(part)
        # What was ticked for a button that was pressed then is a choice, and no setting.
        sets = {"fill", "selectOption"} if any(t.planned.step.action == "click" for t in steps) else _SETS
        held = [self._held(tried) for tried in steps if tried.planned.step.action in sets]
        lost = next((check for check in held if check is not None and check.met is False), None)
        if lost or not held or any(check is None for check in held):
            return lost
        return _Check(True, " ".join(check.said for check in held if check))

    def _held(self, tried: Tried) -> _Check | None:
        """Whether one field still holds what was set; None where it cannot be seen, or nothing was changed by it."""
        step = tried.planned.step
        pages = (tried.before, self.reloaded, self.situation.inside)
        nodes = [next((n for n in page.nodes if n.selector == step.selector), None) for page in pages if page]
        was, now = nodes[0] if nodes else None, next(filter(None, nodes[1:]), None)
        name = (now.label or now.name or now.said) if now else ""
        # A list of things to be done holds nothing.
        if was is None or now is None or was.secret or is_of_actions(was):
            return None
        if step.action in ("check", "uncheck"):
            wanted = step.action == "check"
            said = f'After a reload "{name}" is {"checked" if now.checked else "not checked"}.'
            return _Check(now.checked is wanted, said, app_bug=True) if now.checked is not None else None
        wished = bare(step.value if isinstance(step.value, str) else " ".join(step.value or ()))
        before, after = _held_by(was), _held_by(now)
        if wished in after and wished not in before:
            return _Check(True, f'After a reload {name} still says "{step.value}".')
        if after & before and wished not in after:
            return _Check(
                False, f'{name} says "{now.value}" again after the page was loaded anew.', app_bug=True, absent=False
            )
        return None

    def way_inside(self) -> Step | None:
        """The click that opened the form of what was changed last, where the page shows none of its fields now."""
        page = self.reloaded
        if page is None:
            return None
        here = {n.selector: n for n in page.nodes if not n.hidden}
        for part in reversed(self.goal.parts):
            typed = [t for t in self._steps_of(part) if t.planned.step.action in _SETS and t.before]
            if part.verb not in _ALTERS or not typed or any(t.planned.step.selector in here for t in typed):
                continue
            if _best_item(_new_items(page, self._before()), self._values(part)):
                return None
            opened = [t for t in self._ok[: self._ok.index(typed[0])] if t.planned.step.action == "click"]
            target = opened[-1].planned.target if opened else None
            node = here.get(opened[-1].planned.step.selector or "") if opened else None
            if node is None or target is None or node.said != target.name or does(node, "save") or does(node, "delete"):
                return None
            return Step("click", selector=node.selector)
        return None

    def _of_another(self, part: Part, page: Page, values: Sequence[str]) -> str:
        """Why what is new is not the entry that was to be changed, or not the only one that was to be made."""
        told = _best_item(_new_items(page, self._before()), values)
        if told is None:
            return ""
        if part.verb not in _ALTERS:
            alike = [text for text in _new_items(page, self._before()) if _without_numbers(text, told)]
            return f'"{told[:80]}" was added {len(alike)} times.' if len(alike) > 1 else ""
        acted = next((t for t in self._steps_of(part) if t.before and t.planned.step.selector), None)
        old = _item_of(acted.before, acted.planned.step.selector or "") if acted and acted.before else None
        if acted is None or acted.before is None or old is None:
            return ""
        others = [text for _, text in items(acted.before) if normal(text) != normal(old)]
        nearest = max(others, key=lambda text: _common(text, told), default="")
        wrong = _common(nearest, told) > _common(old, told)
        return f'"{nearest[:80]}" was changed instead of "{old[:80]}".' if wrong else ""

    def _lacking(self, part: Part, values: Sequence[str]) -> str:
        """Why the new entry is not there, when the page that lists such things shows all of them."""
        page = self.reloaded
        if page is None or not values or part.verb != "create" or not any(t.planned.commits for t in self._ok):
            return ""
        nouns = [t for t in content_of(part.words)[:2] if t.kind == "word"]
        heads = {w for n in page.nodes if n.role in ("heading", "table") for w in parts(n.said)} | set(
            parts(page.title)
        )
        is_about = any(same(t.norm, word) for t in nouns for word in heads)
        pages = any(n.kind == "control" and (does(n, "next") or n.said.isdigit()) for n in page.nodes)
        if not is_about or pages or not items(page) or any(_place_of(page, value) for value in values):
            return ""
        return f'"{max(values, key=len)}" was sent, but the page does not list it after it was loaded again.'

    def _as_it_was(self, part: Part) -> str:
        """Why the entry that was to be changed has not been, by what a reload shows of it."""
        acted = next((t for t in self._steps_of(part) if t.before and t.planned.step.selector), None)
        old = _item_of(acted.before, acted.planned.step.selector or "") if acted and acted.before else None
        if part.verb not in _ALTERS or old is None or acted is None or acted.before is None or self.reloaded is None:
            return ""
        if self._is_done_to_ticked(part):
            return ""
        sent = bool(self._values(part)) and any(t.planned.commits for t in self._ok) and self._shows_fields(part, old)
        still = _count(self.reloaded, old) >= _count(acted.before, old)
        if sent and still:
            return f'"{old[:80]}" is as it was after the page was loaded again.'
        after = max((text for _, text in items(self.reloaded)), key=lambda text: _common(text, old), default="")
        lacks = not any(shows_value(after, value) for value in self._values(part))
        is_it = _common(after, old) > _SAME_ENTRY * len(parts(old)) and parts(after)[:1] == parts(old)[:1]
        return f'"{after[:80]}" does not say it after the page was loaded again.' if sent and lacks and is_it else ""

    def _is_done_to_ticked(self, part: Part) -> bool:
        """Whether a part has chosen, in a list of things to be done, what is done to the entries that were ticked."""
        steps = [t for t in self._steps_of(part) if t.planned.step.action == "selectOption" and t.before]
        nodes = [n for t in steps if t.before for n in t.before.controls if n.selector == t.planned.step.selector]
        return any(map(is_of_actions, nodes))

    def _shows_fields(self, part: Part, old: str) -> bool:
        """Whether an entry shows any of the fields that were changed: by what they held, or in a column so called."""
        for tried in (t for t in self._ok if t.planned.part >= part.number):
            page, step = tried.before, tried.planned.step
            node = next((n for n in page.nodes if n.selector == step.selector), None) if page else None
            if node is None or step.action not in ("fill", "selectOption"):
                continue
            if any(said and holds(normal(old), said) for said in _held_by(node)) or step.action == "selectOption":
                return True
            heads = {parts(n.said) for each in self._before() for n in each.nodes if n.role == "columnheader"}
            if parts(node.label or node.name) in heads:
                return True
        return False

    def _gone_too(self, page: Page, before: Page, item: str) -> str:
        """An entry that was beside the deleted one and is gone as well, when the list has not got shorter otherwise."""
        if page.url != before.url:
            return ""
        there = {normal(text) for _, text in items(page)}
        left = [text for _, text in items(before) if normal(text) not in there and normal(text) != normal(item)]
        kept = [text for _, text in items(before) if normal(text) in there]
        return (
            left[0] if len(left) == 1 and len(kept) >= len(left) and len(items(page)) < len(items(before)) - 1 else ""
        )

    def _contradicted(self, part: Part, page: Page, told: str) -> str:
        """What the new entry says in a column that has the name of a field, if it is not what was typed there."""
        row = next((node for node, text in items(page) if text[:160] == told), None) or self._entry_of(part, page)
        if row is None:
            return ""
        for field, value, options in self._typed(part):
            under = bare(_heading_of(page, row))
            if under in options and under != bare(value):
                return f'The new entry stands under "{_heading_of(page, row)}", not under the {field} "{value}".'
        for field, value, options in self._typed(part):
            heads = [n for n in page.nodes if n.role == "columnheader" and field and parts(n.said) == parts(field)]
            for head in heads[:1]:
                cell = next((n for n in page.within(row) if n.role == "cell" and _is_under(n, head)), None)
                if cell and not _agrees(cell.said, value, options):
                    return f'The new entry says "{cell.said}" under {head.said}, not "{value}".'
        return ""

    def _entry_of(self, part: Part, page: Page) -> Node | None:
        """The entry in which a field was changed, as it is now, where what is new is only said beside it."""
        typed = next((t for t in self._steps_of(part) if t.before and t.planned.step.action in _TYPES), None)
        item = _item_of(typed.before, typed.planned.step.selector or "") if typed and typed.before else None
        said = _same_item(page, item) if item else ""
        return next((node for node, text in items(page) if said and text == said), None)

    def _deleted(self, part: Part) -> _Check:
        target = next((t for t in self._steps_of(part) if t.planned.target and t.before), None)
        if target is None or target.before is None:
            return _Check(None, "Nothing was deleted.", against=True)
        item = _item_of(target.before, target.planned.step.selector or "")
        if item is None:
            gone = [t for t in content_of(part.words) if t.is_value or t.text[:1].isupper()]
            unknown = _Check(None, "Nothing shows what was deleted.", against=True)
            return self._absent(gone, frozenset()) if gone else unknown
        page = self.reloaded or self.situation.page
        if _count(page, item) >= _count(target.before, item):
            again = " after the page was loaded again" if page is self.reloaded else ""
            return _Check(False, f'"{item[:80]}" is still on the page{again}.', app_bug=True, absent=False)
        if other := self._gone_too(page, target.before, item):
            return _Check(False, f'"{other[:80]}" is gone as well, which nobody asked for.', app_bug=True)
        return _Check(True, f'"{item[:80]}" is gone{" (after a reload too)" if self.reloaded else ""}.', absent=True)

    def unused(self, checked: frozenset[int]) -> list[Token]:
        """The words that say what is meant and that nothing has used."""
        used = checked | {n for tried in self._ok for n in tried.planned.uses}
        acted, shown = (_names_seen(self.situation, steps) for steps in (self._ok, ()))
        left, undone = [], []
        for part in self.goal.parts:
            seen = shown if self._is_skipped(part) else acted
            missing = [t for t in content_of(part.words) if not _is_said(t, part, used, seen)]
            missing += [t for t in content_of(part.excluded) if t.number not in used]
            left += missing
            if (self._is_skipped(part) and (missing or part.verb != "open")) or self._says_unasked(part):
                undone += [t for t in part.verb_words if t.number not in used]
        by_the_way = self._by_the_way({t.number for t in left})
        return [*undone, *(token for token in left if token.number not in by_the_way)]

    def _is_skipped(self, part: Part) -> bool:
        """Whether a model, which says what its steps are for, has planned none for a part that asks for one."""
        if part.implied or part.verb in _NEEDS_NO_STEP or not any(t.planned.modelled for t in self._ok):
            return False
        return not any(t.planned.part == part.number for t in self._ok)

    def _says_unasked(self, part: Part) -> bool:
        """Whether what a part asks for has no verb of ours, so that a model's word is not enough for it."""
        return part.verb == "say" and any(t.planned.modelled for t in self._ok)

    def _is_left_empty(self, token: Token, after: Token | None) -> bool:
        """Whether this is the `without` of `without a name`, and nothing was typed there."""
        denies = token.norm in ("don't", "not", "no") and after is not None and after.norm in NOT_TO_DO
        if token.norm not in ("without", "sin") and not denies:
            return False
        typed = [t for t in self._ok if t.planned.step.action in _TYPES and t.planned.target]
        following = [t for part in self.goal.parts for t in part.words if t.number > token.number][:3]
        names = {word for t in typed if t.planned.target for word in parts(t.planned.target.name)}
        return not any(same(word, t.norm) for t in following for word in names)

    def _by_the_way(self, left: set[int]) -> set[int]:
        """Words for the kind of a thing, which say nothing more: `the slider`, and `contact` in `the contact Bo Ray`
        where the pages have no such word to tell one kind from another."""
        pages = {id(t.before): t.before for t in self._ok if t.before} | {0: self.situation.page}
        ways = [n for page in pages.values() for n in page.nodes if n.role in ("link", "tab", "menuitem", "treeitem")]
        told = {word for node in ways for word in parts(node.said)}
        found: set[int] = set()
        for part in self.goal.parts:
            for before, token, after in zip_longest((None, *part.words), part.words, part.words[1:]):
                if token is not None and before is not None and self._is_left_empty(before, token):
                    found.add(token.number)
                if token is None or token.kind != "word" or not token.text.islower():
                    continue
                named = after is not None and after.number not in left and (after.is_value or after.text[:1].isupper())
                is_step = token.norm in ORDINALS and after is not None and after.norm in _STEPS
                # `Stored on Shelf A2`: it leads to what was filled in.
                is_step = is_step or (bool(_PARTICIPLE.match(token.norm)) and after is not None and after.norm in _ON)
                if (
                    is_step
                    or (is_kind(token) and not _qualifies(token, after))
                    or self._is_left_empty(token, after)
                    or (named and not any(same(token.norm, word) for word in told))
                ):
                    found.add(token.number)
        return found


def _without_these(part: Part) -> Part:
    """The check without `with all these details`, which means what was filled in."""
    for at in range(len(part.words) - 1):
        ahead = [t.norm for t in part.words[at : at + 5]]
        kind = next((i for i in range(2, len(ahead)) if ahead[i] in _DATA), 0)
        if ahead[0] in ("with", "con") and kind and _THESE & set(ahead[1:kind]):
            words = (*part.words[:at], *part.words[at + kind + 1 :])
            return replace(part, words=tuple(t for t in words if t.norm not in _OPENS))
    return part


def _deed(part: Part) -> Token | None:
    """What a check says was done, as in `it is saved`; none where it only says that it is to be seen."""
    at = next((i for i, t in enumerate(part.words) if t.norm in _BEEN), None)
    after = [t for t in part.words[at + 1 :] if t.kind == "word"] if at is not None else []
    deeds = [t for t in after if _DONE.match(t.norm) and not _SEEN.match(t.norm)]
    return deeds[0] if deeds and part.verb == "expect" else None


def _runs(tokens: Sequence[Token], part: Part) -> list[list[Token]]:
    """The tokens that stand together in a check, with no comma and no `and` between them."""
    groups = [[t for t in group if t in tokens] for group in groups_of(part.words)]
    return [group for group in groups if group]


def _names(part: Part) -> list[Token]:
    return [t for t in part.words if t.is_value or (t.text[:1].isupper() and t.norm not in STOP and t.kind == "word")]


def _place_before(words: Sequence[Token]) -> int:
    """Where a check goes on after `in the list of courses`, which says only where it is made."""
    norms = [t.norm for t in words[:8]]
    if norms[:1] not in (["in"], ["on"], ["en"], ["under"]) or not _STEPS & set(norms[1:4]):
        return 0
    at = next(i for i, norm in enumerate(norms) if norm in _STEPS) + 1
    if norms[at : at + 1] in (["of"], ["de"]):
        at += 2
        at += norms[at - 1 : at] in (["the"], ["los"], ["las"])
    return at if at < len(words) else 0


def _names_before(part: Part) -> list[Token]:
    """The names and values by which a part says which thing it is about, what that is changed to left out."""
    words = part.words
    to = next((i for i in range(len(words) - 1, 0, -1) if words[i].norm in ("to", "into", "a", "as", "como")), None)
    return [t for t in words[:to] if t.is_value or (t.kind == "word" and t.text[:1].isupper() and t.norm not in STOP)]


def _number_of(token: Token) -> int:
    return int(token.norm) if token.norm.isdigit() else NUMBER_WORDS[token.norm]


def _labelled(subject: Sequence[Token]) -> list[tuple[list[Token], list[Token]]]:
    """Words that may be labels, each with the values that follow it; none when one of both is lacking."""
    found: list[tuple[list[Token], list[Token]]] = []
    for token in subject:
        is_value = token.is_value or token.text[:1].isupper()
        if not is_value and (not found or found[-1][1]):
            found.append(([token], []))
        elif not found:
            return []
        else:
            found[-1][1 if is_value else 0].append(token)
    return found if all(values for _, values in found) else []


def _all_in(text: str, words: Sequence[Token]) -> bool:
    said = parts(text)
    return all(any(word == t.norm or same(word, t.norm) or _akin(word, t.norm) for word in said) for t in words)


def _akin(one: str, other: str) -> bool:
    """`assigned` and `Assignee`."""
    return min(len(one), len(other)) > _LEAST_AKIN and one[:_LEAST_AKIN] == other[:_LEAST_AKIN]


def _qualifies(token: Token, after: Token | None) -> bool:
    """Whether a word for a place tells one field from another, as in `the middle name`, unlike `the middle of`."""
    return (
        token.norm in _MIDDLES and after is not None and after.kind == "word" and after.norm not in ("of", "de", "del")
    )


def _is_said(token: Token, part: Part, used: Container[int], seen: Iterable[str]) -> bool:
    """Whether a word was used, says nothing that could be, or is among the words that were seen."""
    if token.number in used or (token.kind == "word" and (token.norm in STOP or part.verb == "expect")):
        return True
    return all(any(same(part_of, word) for word in seen) for part_of in parts(token.text))


def _names_in(part: Part) -> list[list[Token]]:
    """The things that a part names, one after the other: `Honey and Ginger cookies` are two."""
    found: list[list[Token]] = [[]]
    for token in part.words:
        if token.norm in ("and", "y", "e") or token.text == ",":
            found.append([])
        elif token.norm in STOP:
            # Where it goes to follows, as in `to the cart`.
            found.append([])
        elif token.is_value or token.text[:1].isupper() or found[-1]:
            found[-1].append(token)
    return [tokens for tokens in found if tokens]


def _is_about_itself(part: Part) -> bool:
    """Whether a check is about what was changed, which it does not name: `its row says 9`."""
    if _leaves_out_subject(part):
        return True
    says_it = next((i for i, t in enumerate(part.words) if _FINITE.match(t.norm)), len(part.words))
    about = part.words[:says_it]
    named = any(t.is_value or t.text[:1].isupper() for t in about[1:] if t.norm not in STOP)
    return not named and bool(_ITSELF & {t.norm for t in about})


def _leaves_out_subject(part: Part) -> bool:
    """Whether a check does not say of what it speaks: `aparece como Confirmada`, `is now Paid`."""
    told = part.words[_place_before(part.words) :]
    words = [t for t in told if t.kind in ("word", "quoted") and t.norm not in _BEFORE_VERBS | MODAL]
    states = len(words) > 1 and (words[1].norm in _AS_WHAT or words[1].text[:1].isupper() or words[1].kind == "quoted")
    return states and words[0].norm in _BARE


def _looks(page: Page | None, item: str) -> list[tuple[object, ...]]:
    """How the entries that say this look: what is ticked, pressed or marked in them."""
    nodes = [n for n, text in items(page) if normal(text) == normal(item)] if page else []
    inside = [each for n in nodes if page for each in (n, *page.within(n))]
    return [(n.role, n.said, n.checked, n.value, n.disabled, n.classes, tuple(n.states.items())) for n in inside]


def _same_item(page: Page, item: str) -> str:
    """The entry that says the most of what another said, if it is just one."""
    told = sorted(((_common(text, item), text) for _, text in items(page)), key=lambda each: -each[0])
    if not told or told[0][0] <= _SAME_ENTRY * len(parts(item)):
        return ""
    return "" if len(told) > 1 and told[1][0] == told[0][0] else told[0][1]


def _is_lacking(row: str, token: Token) -> bool:
    """Whether a value or a name is not in the row; words may be in its head."""
    return (token.is_value or token.text[:1].isupper()) and not says(row, token)


def _content_within(text: str, words: Sequence[str]) -> int:
    """How many words with a meaning a text has, 0 when one of them is not among the given."""
    wanted = [word for word in parts(text) if word not in STOP]
    return len(wanted) if all(any(word == w or same(word, w) for w in words) for word in wanted) else 0


def _literal(part: Part) -> str:
    """The words that the page is to say just so: `the page should say Settings saved`."""
    at = next((i for i, t in enumerate(part.words) if _SAYS.match(t.norm)), None)
    after = list(takewhile(lambda t: t.norm not in _PLACES and t.kind != "mark", part.words[at + 1 :])) if at else []
    is_said = len(after) > 1 and after[0].text[:1].isupper() and all(t.kind == "word" for t in after)
    return bare(" ".join(t.text for t in after)) if is_said else ""


def _contents(page: Page) -> list[str]:
    """What the page says, without the ways to other pages and the controls."""
    apart = {h.number for h in page.nodes if h.role in ("navigation", "banner", "contentinfo")}
    inside = {n.number for n in page.nodes if any(h.number in apart for h in page.parents(n))}
    texts = [n for n in page.nodes if n.kind == "text" and n.number not in inside and not n.hidden]
    return [n.said for n in texts if n.said]


def _is_of_a_layer(token: Token) -> bool:
    """Whether a word only speaks of a thing such as a dialog that is open; `Open` is what a column may say."""
    return token.norm in _THINGS or (token.text.islower() and token.norm in ("open", "abierto", "abierta"))


def _is_how(token: Token) -> bool:
    """Whether a word of a check says how something is to be seen, not what."""
    return token.kind == "word" and (
        token.norm.endswith("n't")
        or token.norm in STOP | _REFUSAL | _ANY_OF | SOLELY | _EXACTLY
        or bool(_HOW.match(token.norm) or GONE.match(token.norm))
    )


def _names_seen(situation: Situation, ok: Iterable[Tried]) -> set[str]:
    """The words of what was acted on, and of the titles that were seen: a goal may name them in passing."""
    pages = {id(page): page for page in (situation.page, situation.first, *(t.before for t in ok if t.before))}
    titles = [n.said for page in pages.values() for n in page.nodes if n.role in ("heading", "dialog", "table", "form")]
    current = [n.said for page in pages.values() for n in page.nodes if n.states.get("current") in ("page", "true")]
    acted = [t.planned.target.name for t in ok if t.planned.target]
    # An option that was chosen is called so, however the goal writes it.
    acted += [_typed(t.planned.step) for t in ok if t.planned.step.action == "selectOption"]
    # Steps that were given or remembered do not say which words they carry out; what they typed does.
    acted += [_typed(t.planned.step) for t in ok if not t.planned.uses or t.planned.modelled]
    if any(n.type == "password" for page in pages.values() for n in page.controls):
        acted.append("login sign-in signin acceso")
    return {word for said in (*titles, *current, *acted, *(p.title for p in pages.values())) for word in parts(said)}


def _typed(step: Step) -> str:
    value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
    return " ".join(filter(None, (value, step.text, step.selector, step.key, step.url)))


def _place(page: Page, subject: Sequence[Token], notices: bool = True, asked: Sequence[Token] = ()) -> str:
    """What shows all of the subject at once: an entry or a text that people can read; empty when nothing does. `asked`
    are the words of the check that a text must not contradict."""
    told = (
        ()
        if notices
        else {n.said for h in page.nodes if h.role in ("status", "alert", "log") for n in (h, *page.within(h))}
    )
    alone = [text for text in page.readable if text not in told and all(says(text, token) for token in subject)]
    alone = [text for text in alone if vouches(text, asked, subject)] if asked else alone
    fits = [*alone, *(text for _, text in items(page) if all(says(text, token) for token in subject))]
    return min(fits, key=len)[:120] if fits else ""


def _each_meant(part: Part, subject: Sequence[Token]) -> list[list[Token]]:
    """The things that a check means together, as in `only A, B and C are listed`."""
    groups = [[t for t in content_of(group) if t.is_value or t.text[:1].isupper()] for group in groups_of(part.words)]
    named = [group for group in groups if group]
    return named if len(named) > 1 else [list(subject)]


def _another(page: Page, subjects: Sequence[Sequence[Token]]) -> str:
    """An entry beside those that say one of the subjects, which says none of them."""
    entries = [(node, text) for node, text in items(page) if not _heads(page, node)]

    def is_meant(node: Node, text: str) -> bool:
        # A bare number has to be in what the entry is called by.
        return any(all(says(_key_of(page, node) if t.kind == "number" else text, t) for t in each) for each in subjects)

    fits = {node.parent for node, text in entries if is_meant(node, text)}
    return next((text for node, text in entries if node.parent in fits and not is_meant(node, text)), "")[:80]


def _key_of(page: Page, entry: Node) -> str:
    """What an entry begins with."""
    return next((n.said for n in page.within(entry) if n.said and not n.hidden and n.role != "checkbox"), "")


def _heads(page: Page, row: Node) -> bool:
    return any(n.role == "columnheader" for n in page.within(row))


def _is_under(cell: Node, head: Node) -> bool:
    return head.box[0] <= cell.center[0] <= head.box[0] + head.box[2]


def _agrees(said: str, value: str, options: frozenset[str]) -> bool:
    """Whether a cell shows a value: formats of dates and numbers differ, and long texts are cut."""
    if options:
        return bare(said) == bare(value) or bare(said) not in options
    if not bare(said) or not re.fullmatch(r"-?[\d\s.,]+", value.strip()):
        return True
    return _digits(value) in _digits(said) or holds(normal(said), bare(value))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _new_items(page: Page, before: Sequence[Page]) -> list[str]:
    """The entries that no page before has shown, and new texts where there are no entries."""
    old = {normal(text) for each in before for _, text in items(each)} | {
        normal(t) for each in before for t in each.readable
    }
    found = [text for _, text in items(page) if normal(text) not in old]
    return found or [text for text in page.readable if normal(text) not in old]


def _listed_anew(page: Page, before: Sequence[Page]) -> list[str]:
    """The entries that no page before has shown."""
    old = {normal(text) for each in before for _, text in items(each)}
    return [text for _, text in items(page) if normal(text) not in old]


def _held_by(node: Node) -> frozenset[str]:
    """What a field holds: its value, and what the option that is chosen is called."""
    return frozenset({bare(node.value), *(bare(o.label) for o in node.options if o.selected)} - {""})


def _best_item(items: Sequence[str], values: Sequence[str]) -> str | None:
    """The entry that says what was filled in: most of the values, and the longest of them."""
    if not values:
        return None
    longest = max(values, key=len)
    needed = max(1, (len(values) + 1) // 2)
    fits = [text for text in items if shows_value(text, longest) or len(values) > 2]
    best = max(fits, key=lambda text: sum(shows_value(text, v) for v in values), default=None)
    if best is None or sum(shows_value(best, v) for v in values) < needed:
        return None
    return best[:160]


def _item_of(page: Page, selector: str) -> str | None:
    node = next((n for n in page.nodes if n.selector == selector), None)
    holder = next((h for h in page.parents(node) if h.role in _ITEMS), None) if node else None
    return page.words_of(holder) if holder else None


def _asks_for_code(node: Node) -> bool:
    """Whether a field is for the second step of signing in."""
    words = {*parts(node.label), *parts(node.name), *parts(node.placeholder), *parts(node.html_name)}
    is_typed = node.tag == "input" and node.type in ("", "text", "tel", "number", "password")
    return is_typed and (node.autocomplete == "one-time-code" or bool(words & _CODES))


def _asks_to_sign_in(page: Page) -> bool:
    return any(n.type == "password" and not n.hidden for n in page.controls)


def _entries(page: Page) -> list[str]:
    return [text for _, text in items(page)]


def _place_of(page: Page, value: str) -> bool:
    return any(holds(normal(text), bare(value)) for text in page.readable)


def _heading_of(page: Page, item: Node) -> str:
    """The heading that an entry stands under."""
    heads = [n for n in page.nodes if n.role == "heading" and n.number < item.number and not n.hidden]
    return heads[-1].said if heads else ""


def _address(page: Page) -> str:
    """Where a page is: its path, and what follows the # where the application turns its pages there."""
    address = urlsplit(page.url)
    return f"{address.path}#{address.fragment}"


def _path(page: Page) -> str:
    return urlsplit(page.url).path


def _without_numbers(one: str, other: str) -> bool:
    """Whether two entries differ only in the numbers that were given to them."""
    return re.sub(r"\d+", "", normal(one))[:160] == re.sub(r"\d+", "", normal(other))[:160]


def _common(one: str, other: str) -> int:
    """How many words two entries share."""
    return sum((Counter(parts(one)) & Counter(parts(other))).values())


def _count(page: Page, item: str) -> int:
    return sum(normal(text) == normal(item) for _, text in items(page))


_COMPLAINS = {"error", "errors", "invalid", "danger", "problem", "alert", "err", "warning", "validation", "feedback"}


def _is_complaint(node: Node) -> bool:
    """Whether a text is marked as one that complains, in the words of who made the page."""
    return node.kind == "text" and bool(_COMPLAINS & set(parts(node.classes)))


def _complaints(page: Page) -> list[str]:
    """What the page says is wrong: alerts, and fields that it marks."""
    alerts = [page.words_of(n) for n in page.nodes if not n.hidden and (n.role == "alert" or _is_complaint(n))]
    fields = [f"{n.name or n.label} is marked as invalid" for n in page.controls if n.invalid]
    return [said for said in (*alerts, *fields) if said.strip()]

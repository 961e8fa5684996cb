"""What a goal says to be so, held against the page as it was then: `check that it shows Draft`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

from ..page import Node, Page
from ..planning import Planned, Tried
from .belonging import held_by, holder_of, is_nobodys, said_bare, said_holder
from .blanks import blank_of
from .case import writes
from .columns import column_told
from .differences import changed_by, differences, differences_in
from .echo import page_without_echo
from .evidence import (
    CHANGES,
    EXACTLY,
    ITSELF,
    LEAST_TOLD,
    LONGEST_ENTRY,
    LONGEST_LABEL,
    LOOKS,
    NO_ACTS,
    PRESSES,
    STEPS,
    SUMS,
    THINGS,
    TYPES,
    Check,
    another_shown,
    best_item,
    complaints,
    deed,
    each_meant,
    is_about_itself,
    is_how,
    is_same_place,
    item_of,
    leaves_out_subject,
    names_before,
    names_refusal,
    names_seen,
    new_items,
    own_page_in,
    place_before,
    same_item,
    shown_at,
    tells_of_doing,
    without_offers,
    without_whose,
)
from .finding import has_more_pages, is_kind
from .lexicon import EVERY, STOP, content, same
from .matching import holds
from .part import Part, aside_of, calls_off, content_of, gives_up, groups_of
from .provisos import another_of_kind, none_left, one_lacking, only_in_entries
from .questions import answer, cell_under, is_set, items, lists, says, shows_value, values_by_head
from .reasons import field_in, is_for_another
from .renewed import new_kind, with_new_value
from .showing import Shown, field_of, says_unchanged
from .speech import BOTH, COMES, ENDS_UP, MODAL, NEW, SOLELY, STILL, end_of_list, finite_at, says_which, tells_of
from .units import names_unit
from .vouching import refuses
from .words import NUMBER_WORDS, Token, bare, normal, parts, stem

_NOTICE = re.compile(
    r"(?:confirmation|success|message|notification|toast|notice|confirmacion|mensaje|aviso|exito|acknowledg|thanks?$)"
)
_KINDS = {
    "filter", "tab", "filtro", "pestana", "badge", "counter", "contador", "count", "label", "etiqueta",
    "heading", "header", "encabezado", "titulo", "message", "mensaje", "notice", "aviso", "text", "texto", "word",
    "words", "palabra", "status", "row", "card", "tarjeta", "alert", "toast", "banner",
}  # fmt: skip
_WARNS = re.compile(r"(?:avis(?:a|e|ar|an|en)|advert\w+|adviert\w+|warns?|alerts?|complains?|queja|quejarse)$")
_SAYS = re.compile(r"(?:says?|reads?|dice|diga|decir)$")
# What people call all that they have filled in.
_ENTERED = {
    "value", "values", "detail", "details", "data", "field", "fields", "valor", "valores", "dato", "datos", "campos",
    "entered", "introducido", "introducidos", "rellenado", "rellenados",
}  # fmt: skip
_OF_WHAT = {"for", "para", "beside", "against", "junto"}
_PLACES = {"in", "on", "at", "en", "after", "when", "and", "y", "under", "as", "como"}
_ROWS = {"row", "fila", "entry", "card", "entrada", "tarjeta"}
_STATUSES = {"status", "state", "estado"}
_ALL_OF = {"both", "all", "they", "each", "ambos", "ambas", "todos", "todas", "cada", "them"}
_EVERY_ONE = {"every", "each", "all", "todos", "todas", "cada", "everything"}
_EVERY_WORDS = _EVERY_ONE | {"etiqueta", "tag", "label", "badge", "llevan", "lleva", "carry", "shown", "rows", "row"}
_NO_ONE = {"none", "no", "ninguno", "ninguna", "ningun"}
_OF_THEM = {"them", "these", "those", "ellos", "ellas", "estos", "estas"}
_OTHER = {"another", "other", "different", "else", "otro", "otra", "otros", "otras", "distinto", "distinta"}
_THAT = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha"}
_THESE = {"these", "those", "this", "that", "same", "the", "all", "estos", "esos", "los", "mismos", "my", "his", "her"}
_DATA = {
    "changes", "cambios", "details", "data", "values", "information", "detalles", "datos", "valores", "informacion",
    "fields",
}  # fmt: skip
# What a page is called that leads to another one.
_WAYSIDES = {"step", "page", "screen", "dialog", "paso", "pagina", "pantalla", "dialogo"}
_CHANGES = re.compile(r"(?:chang|cambi|updat|actualiz)\w*$")
_SIGNS = {"badge", "label", "status", "state", "stage", "pill", "chip", "etiqueta", "estado", "distintivo", "insignia"}
_TURNED = {"is", "be", "turned", "switched"}
# What a check calls that which was ticked or chosen.
_CHOICES = {
    "choice", "option", "setting", "selection", "preference", "box", "checkbox", "switch", "toggle", "opcion",
    "eleccion", "seleccion", "casilla", "interruptor", "ajuste", "preferencia",
}  # fmt: skip
# How a check says what something is since.
_BECOMES = {
    "queda", "quede", "pasa", "pase", "figura", "figure", "aparece", "aparezca", "sigue", "siga", "becomes", "become",
    "turns", "turn", "stays", "stay", "remains", "remain", "reads", "shows", "appears", "goes", "go", "va", "vaya",
}  # fmt: skip
_OPENS = {"open", "opens", "abrir", "abrirse", "abre", "load", "loads"}
_LAYERS = {"dialog", "dialogo", "modal", "popup"}
_NAUGHT = {"nothing", "nobody", "none", "nada", "nadie", "ninguno", "ninguna"}
_NAUGHT_TOO = {"nada", "nadie", "ninguno", "ninguna"}
_IT_MEANS = {"it", "they", "its", "their", "his", "her", "he", "she", "lo", "la", "los", "las", "su", "sus"}
_AMONG, _THEM = (
    {"among", "of", "in", "entre", "de", "between"},
    {"them", "these", "those", "ellas", "ellos", "esas", "esos"},
)
_COMES_TO = {
    "quedar", "queda", "quede", "estar", "este", "ser", "pasar", "pasa", "pase", "seguir", "figurar", "figura",
    "become", "becomes", "stay", "stays", "remain", "remains", "as", "como",
}  # fmt: skip
# What ends the name of a state: `In use now`.
_SINCE = {"now", "again", "still", "already", "too", "also", "by", "instead", "yet", "ahora", "ya", "tambien"}
_STATE_LEADS = {"on", "in", "out", "off", "under", "en", "fuera"}
# How a check says that something is to be seen, unless it is nowhere.
_IS_SEEN = {
    "found", "find", "listed", "shown", "visible", "appear", "appears", "exist", "exists", "displayed", "there",
    "encontrar", "encontrarse", "encuentra", "aparecer", "aparece", "salir", "sale", "figurar", "figura", "verse",
    "existe", "existir",
}  # fmt: skip
_NOWHERE = _NAUGHT | {"nowhere", "impossible", "imposible", "no", "not"}
_STAYS = STILL | {"stay", "remain", "listed", "permanecer", "continuar", "quedarse"}
# Who says of himself where he gets to.
_SELVES = {
    "i", "we", "debo", "debemos", "acabo", "acabamos", "llego", "llegamos", "termino", "terminamos", "aterrizo",
    "usuario", "user",
}  # fmt: skip
# That a thing is there already, as a goal says it and as pages do.
_EXISTS = re.compile(r"\balready exist|\bya exist|\bduplica")
_DOUBLE = re.compile(
    r"exist|already|\bya\b|taken|in use|en uso|duplic|repe(?:at|tid)|registered|unique|unic[oa]|used|usad"
)
# What goes on with what was begun, before it is saved or called off.
_GOES_ON = {"fill", "choose", "check", "uncheck"}
_ALL_SO_BEFORE = "All that the goal checks had been so before."


_ITS = {"its", "their", "his", "her", "su", "sus"}
_LEADS_ON = {"to", "by", "of", "for", "with", "from", "at", "a", "por", "de", "para", "con", "desde", "en"}
# What denies all of a kind: `no Pike`, and not `no longer`.
_ANY_ONE = {"no", "any", "another", "ningun", "ninguna", "otro", "otra"}
_THEY = BOTH | {"neither", "none", "ninguno", "ninguna", "either", "three", "tres"}


class Claims(Shown):
    """What the goal says to be so, asked of the page as it is then."""

    def expected(self, part: Part) -> Check:
        """What a part that says `check that` comes to: it asks how things are then, before what the goal does next."""
        found = self._claimed(part)
        told = self._told_after(part) if part.negated and found.met is None else None
        return replace(self.expected(told), used=found.used | part.numbers) if told else found

    def _told_after(self, part: Part) -> Part | None:
        """The check that tells after a colon how it is to be seen: `He sees no notes: the page must say "None"`."""
        at = max((t.number for t in part.words), default=0) + 1
        later = self.goal.parts[part.number + 1 : part.number + 2]
        led = any(t.text == ":" and t.number == at for t in self.goal.tokens)
        told = next(
            (p for p in later if p.verb == "expect" and not p.negated and any(t.is_value for t in p.words)), None
        )
        return told if led else None

    def _claimed(self, part: Part) -> Check:
        """What a check comes to by its own words."""
        filled = [t for t in self._ok if t.planned.part < part.number and t.planned.step.action in TYPES]
        if (told := with_new_value(part, filled)) is not part:
            found = self._claimed(told)
            return replace(found, used=found.used | part.numbers)
        if inside := self.opened_again(part):
            return inside
        at = self._at(part)
        passed = self._passed(part)
        is_step = bool({"step", "paso"} & {t.norm for t in part.words})
        if passed is not None and ((found := passed._expected(part)).met or is_step):
            # A step of a form is nowhere else.
            return found
        if at is None and (left := self._where_left(part)):
            found = left._expected(part)
            return found if found.met or part.negated else self._expected(part)
        found = at._expected(part) if at else self._expected(part)
        # What is said before anything is done may be meant for the end.
        return self._expected(part) if at and not found.met and not at._has_acted() else found

    def _at(self, part: Part) -> Claims | None:
        """The case as it was when the part was come to; None where nothing was done after it."""
        past = self.situation.past
        later = (i for i, t in enumerate(past) if t.ok and t.planned.part > part.number and not t.planned.explores)
        at = next((i for i in later if past[i].planned.step.action not in NO_ACTS), None)
        page = past[at].before if at is not None else None
        if at is None or page is None or page.dialog:
            return None
        at_it = replace(self.situation, page=page, past=past[:at], listed=None)
        return replace(self, situation=at_it, reloaded=None, troubles=())

    def _passed(self, part: Part) -> Claims | None:
        """The case on a page that the run has passed: `The review step should show …`, said after the whole form."""
        aside, verb = aside_of(part), finite_at(part.words) or 0
        lead = aside or part.words[: place_before(part.words) or verb]
        names = [t for t in content_of(lead) if t.norm not in _WAYSIDES and not is_how(t)]
        if (
            not names
            or part.negated
            or not _WAYSIDES & {t.norm for t in lead}
            or _is_called(self.situation.page, names)
        ):
            return None
        past = self.situation.past
        later = (i for i in range(len(past) - 1, -1, -1) if past[i].ok and past[i].planned.part < part.number)
        at = next((i for i in later if (page := past[i].before) and _is_called(page, names)), None)
        page = past[at].before if at is not None else None
        if page is None:
            return None
        on_it = replace(self.situation, page=page, past=past[:at], listed=None)
        return replace(self, situation=on_it, reloaded=None, troubles=())

    def _where_left(self, part: Part) -> Claims | None:
        """The case on the page that was left, as that is when it is loaded again."""
        page = self.left(part)
        if page is None or page.url == self.situation.page.url:
            return None
        again = next((each for each in self.situation.revisited if each.url == page.url), None)
        past = tuple(t for t in self.situation.past if t.planned.part <= part.number)
        again = page_without_echo(again, self.goal) if again else None
        on_it = replace(self.situation, page=page, past=past, listed=None)
        return replace(self, situation=on_it, reloaded=again, troubles=())

    def _expected(self, part: Part) -> Check:
        if by := self._by_how_much(part):
            return by
        found = self._expected_anywhere(part)
        return (self._otherwise(part) if found.met and not part.negated else None) or found

    def _by_how_much(self, part: Part) -> Check | None:
        """`The total drops by €20`: by what the page said of it before anything was done, and what it says now."""
        told = changed_by(part)
        if told is None or part.negated:
            return None
        about = [t for t in content_of(part.words[: told.at]) if not is_how(t) and t.norm not in SUMS]
        now = self.reloaded or self.situation.page
        found = differences(self.situation.first, now, about) or next(
            (d for each in self._before() if (d := differences(each, now, about))), []
        )
        acted = self._acted(part.number)
        found = found or (differences_in(acted[1], same_item(now, acted[1])) if acted else [])
        if not found:
            return Check(None, f'Nothing tells by how much "{part.said}" changes.', part.numbers, against=True)
        so = all(told.fits(d) for d in found)
        said = ", ".join(f"{d:+g}" for d in found)
        return Check(so, f'What "{part.said}" speaks of has changed by {said}.', part.numbers)

    def _otherwise(self, part: Part) -> Check | None:
        """What a check says besides, and is not so."""
        of_list = self._not_at_end(part) or self._not_of_every(part) or self._not_alone(part)
        of_change = self._not_from_old(part) or self._only_within_new(part) or self._not_warned(part)
        of_place = self._was_led(part) or self._only_labelled(part) or self._not_in_own_column(part)
        return of_list or of_change or of_place or self._not_twice(part)

    def _not_warned(self, part: Part) -> Check | None:
        """What the page is to warn of, as in `it must warn that it has orders`, and only said before it was asked."""
        norms, subject = [t.norm for t in part.words], self._subject(part)
        at = next((i for i, norm in enumerate(norms) if _WARNS.match(norm)), None)
        warns = at is not None and bool({"that", "que"} & set(norms[at + 1 : at + 3]))
        acted = any(t.planned.commits for t in self._ok) and not self.expects_refusal(part)
        if not warns or not subject or not acted:
            return None
        there = set(self._last_before_commit().readable)
        new = [text for text in self.situation.page.readable if text not in there]
        if all(any(says(text, t) for text in new) for t in subject):
            return None
        return Check(None, f'Nothing that the page says since then warns of "{part.said}".', part.numbers, against=True)

    def _not_twice(self, part: Part) -> Check | None:
        """A message that is to be seen twice, and stands there once."""
        quoted = [t for t in part.words if t.kind == "quoted"]
        pairs = {(a.norm, b.norm) for a, b in pairwise(part.words)}
        if not quoted or not ("twice" in {t.norm for t in part.words} or ("dos", "veces") in pairs):
            return None
        page = self.reloaded or self.situation.page
        nodes = [n for n in page.nodes if n.kind == "text" and not n.hidden and says(n.said, quoted[0])]
        said = f'"{quoted[0].text}" does not stand there twice.'
        return Check(False, said, part.numbers) if len(nodes) < LEAST_TOLD else None

    def _not_in_own_column(self, part: Part) -> Check | None:
        """`Its quantity is 40`, where the entry that was made or changed says 40 in another column."""
        page, row = self.reloaded or self.situation.page, self._row_of_change(part)
        entry = next((n for n, text in items(page) if row and text.startswith(row)), None)
        places = [n.box[0] for n in page.nodes if n.role == "columnheader"]
        is_told = entry is not None and len(set(places)) == len(places)
        for head, values in values_by_head(page, part.words) if is_told else []:
            cell = cell_under(page, entry, head) if entry else ""
            # `The boat is listed as Docked` tells no boat.
            own = any(a.norm in _ITS and b.number == head[0].number for a, b in pairwise(part.words))
            if own and cell and not any(says(cell, t) for t in values):
                named = " ".join(t.text for t in head)
                return Check(False, f'Under "{named}" its entry says "{cell}".', part.numbers)
        return None

    def _only_labelled(self, part: Part) -> Check | None:
        """What nothing but the label of something else says: `Assigned to`, before `Nobody`, is not assigned."""
        subject, page = self._subject(part), self.reloaded or self.situation.page
        texts = [text for text in page.readable if subject and all(says(text, t) for t in subject)]
        if (
            not texts
            or any(t.names for t in subject)
            or not all(parts(text)[-1:] and parts(text)[-1] in _LEADS_ON for text in texts)
        ):
            return None
        return Check(None, f'"{texts[0][:80]}" only says what follows it.', part.numbers, against=True)

    def _only_within_new(self, part: Part) -> Check | None:
        """A value that a field held before and that is shown only within the new one: `Air 5` does not show `Air`."""
        page, old = (
            self.reloaded or self.situation.page,
            {bare(text) for each in self._before() for text in each.readable},
        )
        typed = [bare(v) for t in self._ok if t.planned.part < part.number for v in _values_of(t)]
        for token in (t for t in part.words if t.kind == "quoted" and bare(t.text) in old):
            value = bare(token.text)
            new = [v for v in typed if v != value and holds(v, value)]
            texts = [normal(text) for text in page.readable if holds(normal(text), value)]
            if new and value not in typed and texts and all(any(holds(text, v) for v in new) for text in texts):
                return Check(False, f'The page shows "{texts[0][:120]}", and not "{token.text}".', part.numbers)
        return None

    def _was_led(self, part: Part) -> Check | None:
        """Where somebody is said to land, if the run went there only to look for it."""
        at = next((i for i, t in enumerate(part.words) if t.norm in COMES | ENDS_UP), None)
        led = part.words[: at + 1] if at is not None else ()
        ways = [planned for planned in self._looked_for(part) if planned.step.action in PRESSES]
        if not ways or not _SELVES & {normal(t.text) for t in led}:
            return None
        return Check(None, f'Nothing but "{ways[-1].why}" led there.', part.numbers, against=True)

    def _not_of_every(self, part: Part) -> Check | None:
        """What is said of every entry, where one of the list says it and another does not."""
        changed = [p for p in self.goal.parts[: part.number] if p.verb in CHANGES]
        if len(self._entries_acted_on(part)) >= LEAST_TOLD or len(changed) >= LEAST_TOLD:
            # All that were acted on are meant.
            return None
        other = one_lacking(self.reloaded or self.situation.page, part)
        return Check(None, f'"{other}" does not say "{part.said}".', part.numbers, against=True) if other else None

    def _not_alone(self, part: Part) -> Check | None:
        """What is said to be the only one, or to stand at the top, and has others beside it or stands in a list."""
        page, changes = self.reloaded or self.situation.page, self._changes(part) or self._sent(part)
        new = best_item(new_items(page, self._before()), self._values(changes[-1])) if changes else None
        if other := another_of_kind(page, part, new):
            return Check(False, f'The page shows "{other}" too.', part.numbers)
        if not only_in_entries(page, part, self._subject(part)):
            return None
        return Check(None, f'"{part.said}": it is shown only in a list.', part.numbers, against=True)

    def _not_at_end(self, part: Part) -> Check | None:
        """Whether what is said to be `at the top of the list` is listed, and stands elsewhere in it."""
        end = next((e for i in range(len(part.words)) if (e := end_of_list(part.words, i)) is not None), None)
        if end is None:
            return None
        page, changes = self.reloaded or self.situation.page, self._changes(part)
        names = [t for t in self._subject(part) if t.names]
        new = best_item(new_items(page, self._before()), self._values(changes[-1])) if changes else None
        own = [[_is_entry(text, new, names) for _, text in group] for group in lists(page)]
        listed = [group for group in own if any(group)]
        if not listed or any(group[end] for group in listed):
            return None
        return Check(False, f'"{part.said}": it stands elsewhere in the list.', part.numbers)

    def _expected_anywhere(self, part: Part) -> Check:
        everything = part.numbers
        page = self.reloaded or self.situation.page
        turned = self._still_set(part, everything) or self._turned_in_entry(part, everything)
        if held := turned or self._all_held(part, everything):
            return held
        # A column says more of what was acted on than a field of that name that the page has besides, such as a filter.
        own = self._told_by_heads(part, self._subject(part)) if self.is_about_own(part) and not part.negated else ""
        if own:
            return Check(True, f'"{own[:120]}" says it in the columns that are named.', everything)
        if entered := self._all_entered(part, page):
            return entered
        if found := answer(part, page):
            check = Check(found.met, found.said, everything, source=None if self.reloaded else "change")
            others = [self._present(part, run, everything) for run in _runs(found.rest, part)] if found.met else []
            return next((other for other in others if not other.met), check)
        of_session = self._of_session(part, everything) or self._of_way_in(part, everything)
        return of_session or self._shown(part, everything)

    def _all_entered(self, part: Part, page: Page) -> Check | None:
        """`All four values are on the review page`: each that was filled in before is to be read there."""
        words = {t.norm for t in part.words}
        made = next((p for p in reversed(self.goal.parts[: part.number]) if p.verb in ("create", "edit", "fill")), None)
        of_several = any(stem(word) in _ROWS | BOTH - NUMBER_WORDS.keys() for word in words)
        if (
            not (words & EVERY and words & _ENTERED)
            or of_several
            or made is None
            or part.negated
            or any(t.names for t in part.words)
        ):
            return None
        told = [t for t in content_of(part.words) if t.norm not in _ENTERED | EVERY | STEPS and not is_how(t)]
        counts = [NUMBER_WORDS[t.norm] for t in told if t.norm in NUMBER_WORDS]
        rest = [t for t in told if t.norm not in NUMBER_WORDS]
        values = self._values(made)
        if not values or any(n != len(values) for n in counts) or not all(shown_at(page, [t]) for t in rest):
            return None
        lacking = [v for v in values if not any(shows_value(text, v) for text in page.readable)]
        named = ", ".join(f'"{value}"' for value in lacking or values)
        return Check(not lacking, f"The page {'does not show' if lacking else 'shows'} {named}.", part.numbers)

    def _still_set(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`That option is still on` is said of the box that was ticked last, or of what was chosen last."""
        told = [t for t in content_of(part.words) if not is_how(t) and t.norm not in _CHOICES]
        told += [b for a, b in pairwise(part.words) if b.norm in ("on", "off") and a.norm in STILL | _TURNED]
        wanted = is_set(told[0].norm) if len(told) == 1 and not told[0].is_value else None
        pages = (self.reloaded or self.situation.page, self.situation.inside)
        last = next((t for t in reversed(self._ok) if t.planned.part < part.number and _sets_choice(t)), None)
        if wanted is None or part.negated or last is None:
            return None
        was = field_of(last.before, last.planned.step.selector)
        now = next(filter(None, (field_of(page, last.planned.step.selector) for page in pages)), None)
        if was is None or now is None or now.role != was.role or now.said != was.said:
            return None
        if now.checked is None:
            chosen = {bare(text) for o in now.options if o.selected for text in (o.label, o.value)}
            is_on = bool(chosen & {bare(v) for v in _values_of(last)})
        else:
            is_on = now.checked
        again = "After a reload " if self.reloaded else ""
        return Check(is_on is wanted, f'{again}"{now.said}" is {"" if is_on else "not "}set.', everything)

    def _turned_in_entry(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`It is still pinned` of the entry in which something was pressed, where that has a box `Pin`."""
        told = [t for t in content_of(part.words) if not is_how(t)]
        acted = self._acted(part.number) if is_about_itself(part) and len(told) == 1 else None
        page = self.reloaded or self.situation.page
        entry = same_item(page, acted[1]) if acted else ""
        inside = next((page.within(n) for n, text in items(page) if entry and text == entry), ())
        boxes = [n for n in inside if n.checked is not None and n.role != "radio" and _is_done(told[0], n)]
        if len(boxes) != 1:
            return None
        is_on = bool(boxes[0].checked)
        again = "After a reload " if self.reloaded else ""
        said = f'{again}"{boxes[0].said}" is {"" if is_on else "not "}set in "{entry[:80]}".'
        return Check(is_on is not part.negated, said, everything)

    def _shown(self, part: Part, everything: frozenset[int]) -> Check:
        """What a check comes to that asks for texts."""
        if part.negated and names_refusal(part):
            return self._not_made(part, everything)
        if part.negated and (every := self._said_of_every(part, everything)):
            return every
        if self.expects_refusal(part):
            return self._refused(part, everything)
        return self._others_stay(part, everything) or self._shown_of(part, everything)

    def _shown_of(self, part: Part, everything: frozenset[int]) -> Check:
        """What a check comes to by its subject."""
        it_is = self._of_holder(part, everything) or self._it_in_column(part, everything) or self._some_left(part)
        if found := it_is or self._state_missed(part, everything):
            return found
        if sought := self._sought_in_vain(part):
            return self._found_by_none(sought, everything) or self._absent(sought, everything)
        if gone := self._out_of_the_way(part) or self._come_to(part):
            return replace(gone, used=everything)
        subject = self._subject(part)
        if subject and all(_NOTICE.match(t.norm) and not t.names for t in subject) and not part.negated:
            return self._noticed(part, everything)
        if not subject and tells_of_doing(part) and (done := deed(part)):
            return self._told_done(part, done, everything)
        if not subject and (meant := self._meant_by_it(part)):
            if not part.negated and (done := deed(part)):
                return self._told_done(part, done, everything)
            return self._absent(meant, everything) if part.negated else self._present(part, meant, everything)
        if state := self._state_alone(part, subject, everything):
            return state
        of_them = part.negated and all(t.norm in _THEY for t in subject)
        if of_them or all(_is_of_a_layer(t) for t in subject) or self._tells_of_change(part, subject):
            return self._of_last_change(part, everything)
        return self._not_so(part, subject, everything) if part.negated else self._said_of(part, subject, everything)

    def _some_left(self, part: Part) -> Check | None:
        """`There are none left in Drafts`, after one thing was deleted or changed, where the list has others still."""
        changes, told = self._changes(part), none_left(part)
        if told is None or len(changes) != 1 or EVERY & {t.norm for t in changes[0].words}:
            return None
        kind, place = told
        page = self.reloaded or self.situation.page
        named = (n for n in page.nodes if n.role in ("table", "grid", "list", "heading") or n.states.get("current"))
        heads = [page.title, *(n.said or n.name for n in named)]
        called = [_uncounted(planned.target.name) for planned in self._looked_for(part) if planned.target]
        if place and not all(any(says(said, t) for said in (*heads, *called)) for t in place):
            where = " ".join(t.text for t in place)
            return Check(None, f'The page is not "{where}", where nothing is to be left.', part.numbers, against=True)
        is_of_list = all(any(same(t.norm, word) for said in heads for word in parts(said)) for t in kind)
        # A way to somewhere, such as a tab, is no entry.
        listed = [text for group in lists(page) for node, text in group if not _is_a_way(page, node)]
        left = next((text for text in listed if is_of_list or all(says(text, t) for t in kind)), "")
        left = left or _counted_at(page, place)
        return Check(None, f'The page still lists "{left[:80]}".', part.numbers, against=True) if left else None

    def _it_in_column(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`It is in the Ready column` of what was changed last, which the check does not name."""
        changes = self._changes(part) if column_told(part) and not part.negated else []
        if not changes or any(t.names for t in part.words[: finite_at(part.words) or 0]):
            return None
        meant = [t for t in names_before(changes[-1]) if not self.is_set_to(changes[-1], t)]
        return self._in_column(part, meant, everything) if meant else None

    def _of_holder(self, part: Part, everything: frozenset[int]) -> Check | None:
        """What a check comes to that says who has a thing, or what somebody has."""
        nobody = self._is_left_by_all(part, everything)
        return nobody or self._is_with(part, everything) or self._has_nothing(part, everything)

    def _is_left_by_all(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`Nobody has it any more`: the page has to say so of what was acted on, where it says who has it."""
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in LOOKS and names_before(p)]
        if not acting or not is_nobodys(part):
            return None
        thing = names_before(acting[-1])
        named, holder = " ".join(t.text for t in thing), holder_of(self.reloaded or self.situation.page, thing)
        if holder is None:
            return Check(None, f'The page does not say who has "{named}".', everything, against=True)
        return Check(not holder, f'The page says that {holder or "nobody"} has "{named}".', everything, absent=False)

    def _is_with(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`Ada should have it now`: whom the page names as the one who has what was acted on, and not anywhere."""
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in LOOKS and names_before(p)]
        name = said_holder(part) if acting else ()
        if not name:
            return None
        thing, who = names_before(acting[-1]), " ".join(t.text for t in name)
        named, holder = " ".join(t.text for t in thing), holder_of(self.reloaded or self.situation.page, thing)
        if holder is None:
            return Check(None, f'The page does not say who has "{named}", and whether {who}.', everything, against=True)
        has = all(says(holder, t) for t in name)
        told = f'The page says that {holder or "nobody"} has "{named}".'
        return Check(has is not part.negated, told, everything, absent=False)

    def _has_nothing(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`Ada has nothing any more`: no entry says that she has it."""
        name = said_bare(part)
        if not name:
            return None
        who, entry = " ".join(t.text for t in name), held_by(self.reloaded or self.situation.page, name)
        if entry is None:
            return Check(None, f"The page does not say who has what, and what {who}.", everything, against=True)
        return Check(not entry, f"{who} has {f'{entry[:80]!r}' if entry else 'nothing'}.", everything, absent=not entry)

    def _not_so(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check:
        """What a check comes to that says what is not to be seen."""
        if listed := self._among_none(part, subject):
            return Check(True, f'None of the {listed} entries says "{" ".join(t.text for t in subject)}".', everything)
        of_it = self._not_in_own(part, subject, everything) or self._gone_from_it(part, subject, everything)
        return of_it or self._on_no_page(part, subject) or self._absent(subject, everything)

    def _on_no_page(self, part: Part, subject: Sequence[Token]) -> Check | None:
        """`No Pike is left`, where the list has other pages, which may show one besides the one that was deleted."""
        page, told = self.reloaded or self.situation.page, {t.norm for t in subject}
        gone = [{t.norm for t in self.gone(p)} for p in self.goal.parts[: part.number] if p.verb == "delete"]
        any_one = any(a.norm in _ANY_ONE and b.norm in told for a, b in pairwise(part.words))
        if not has_more_pages(page) or any(told >= own or (told <= own and not any_one) for own in gone if own):
            return None
        listed = any(all(says(text, t) for t in subject) for each in self._pages() for _, text in items(each))
        if not listed or shown_at(page, subject, notices=False, asked=subject):
            return None
        named = " ".join(t.text for t in subject)
        said = f'"{named}" is not on this page of the list; the others were not looked at.'
        return Check(None, said, part.numbers, against=True)

    def _not_in_own(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`Its state is not Docked` is said of the entry that was acted on, whatever others say."""
        told = [t for t in subject if t.names]
        row = self._row_of_change(part) if told else ""
        if not row:
            return None
        says_it, named = all(says(row, t) for t in told), " ".join(t.text for t in told)
        return Check(not says_it, f'"{row[:80]}" {"says" if says_it else "does not say"} "{named}".', everything)

    def _tells_of_change(self, part: Part, subject: Sequence[Token]) -> bool:
        """`The badge changes` after something was: what it changed to is to be new on the page."""
        changes = any(_CHANGES.match(t.norm) for t in part.words) and all(t.norm in _SIGNS for t in subject)
        kind = new_kind(part.words)
        # `The card shows the new price` is said of what holds it.
        changes = changes or (bool(subject) and bool(kind) and all(t in kind or t.norm in ITSELF for t in subject))
        return (changes or _means_values(part, subject)) and not part.negated and bool(self._changes(part))

    def _among_none(self, part: Part, subject: Sequence[Token]) -> int:
        """How many entries the page lists, where that is how many the goal has asked for just before, and none of them
        says the subject: `4 are listed, and OT-3 is not one of them`."""
        among = any(a.norm in _AMONG and b.norm in _THEM for a, b in pairwise(part.words))
        page = self.reloaded or self.situation.page
        told = next((p for p in reversed(self.goal.parts[: part.number]) if p.verb == "expect"), None)
        wanted = (
            {NUMBER_WORDS.get(t.norm, t.norm) for t in told.words if not t.names or t.kind == "number"} if told else {}
        )
        counts = [len(group) for group in lists(page) if str(len(group)) in map(str, wanted)]
        shown = shown_at(page, subject) or any(all(says(text, t) for t in subject) for _, text in items(page))
        return counts[0] if among and len(counts) == 1 and not shown else 0

    def _gone_from_it(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`The notice of that product disappears`, which others may have still: what its entry said and says."""
        of_it = any(a.norm in ("of", "de", "del") and b.norm in _THAT for a, b in pairwise(part.words))
        changes = [each for each in self._changes(part) if each.verb != "delete"]
        if not of_it or not changes:
            return None
        page = self.reloaded or self.situation.page
        _, old = self._first_acted(changes[-1])
        now = best_item(new_items(page, self._before()), self._values(changes[-1])) or ""
        told = [t for t in subject if t.names or says(old or "", t)]
        if not old or not now or not told or not all(says(old, t) for t in told):
            return None
        left = " ".join(t.text for t in told)
        if all(says(now, t) for t in told):
            return Check(False, f'"{now[:80]}" still says "{left}".', everything)
        return Check(True, f'"{now[:80]}" does not say "{left}" any more.', everything)

    def _sought_in_vain(self, part: Part) -> list[Token]:
        """What was searched for last, where a check says that nothing is found."""
        before = self.goal.parts[part.number - 1] if part.number else None
        naught = _NAUGHT & {t.norm for t in part.words}
        # `No debe salir nada` denies once.
        denied = part.negated and not naught & _NAUGHT_TOO
        if before is None or before.verb != "search" or not naught or denied:
            return []
        return [t for t in before.words if t.names]

    def _found_by_none(self, sought: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """What a search of the list that had shown it finds no more is gone from that list, wherever its results are
        shown; None where another list was searched."""
        page = self.reloaded or self.situation.page
        listed = urlsplit(self.listed_at(sought))
        typed = [v for t in self._ok if t.planned.step.action == "fill" for v in _values_of(t)]
        searched = any(all(says(value, t) for t in sought) for value in typed)
        is_same_list = bool(listed.path) and listed.path == urlsplit(page.url).path
        if not searched or not is_same_list or shown_at(page, sought, notices=False, asked=sought):
            return None
        return Check(
            True, f'The search finds no "{" ".join(t.text for t in sought)}" any more.', everything, absent=True
        )

    def _out_of_the_way(self, part: Part) -> Check | None:
        """`Accept it and check that it disappears`: what was pressed last, and all that the box around it says."""
        before = next((p for p in reversed(self.goal.parts[: part.number]) if p.verb not in LOOKS), None)
        if not part.negated or before is None or before.verb not in ("accept", "close"):
            return None
        meant = {t.norm for t in before.words} | _LAYERS
        told = [t for t in content_of(part.words) if t.norm not in meant]
        if not all(is_how(t) and not names_refusal(replace(part, negated=False, words=(t,))) for t in told):
            # `Close it and check that the error disappears` is about something else.
            return None
        pressed = next((t for t in reversed(self._steps_of(before)) if t.planned.step.action in PRESSES), None)
        was = field_of(pressed.before, pressed.planned.step.selector) if pressed else None
        if pressed is None or pressed.before is None or was is None:
            return None
        around = next((h for h in pressed.before.parents(was) if pressed.before.words_of(h) != was.said), None)
        said = [n.said for n in pressed.before.within(around) if n.said and n is not was] if around else []
        page = self.situation.page
        there = any(n.role == was.role and n.said == was.said and not n.hidden for n in page.nodes)
        there = there or any(text in page.readable for text in said)
        whole = " ".join((*said, was.said))[:80]
        return Check(not there, f'"{whole}" is {"still" if there else "no longer"} on the page.', absent=not there)

    def _come_to(self, part: Part) -> Check | None:
        """`I should land on the list of customers`: the page has to call itself so, and not only to mention them."""
        at = next((i for i, t in enumerate(part.words) if t.norm in COMES | ENDS_UP), None)
        led = part.words[: at + 1] if at is not None else ()
        names = [t for t in content_of(part.words[len(led) :]) if not is_how(t) and t.norm not in THINGS]
        if part.negated or not _SELVES & {normal(t.text) for t in led} or not names or any(t.is_value for t in names):
            return None
        page, named = self.situation.page, " ".join(t.text for t in names)
        current = (n.said for n in page.nodes if n.states.get("current") in ("page", "true"))
        told = [*parts(urlsplit(page.url).path), *(word for said in current for word in parts(said))]
        if _is_called(page, names) or all(any(same(t.norm, word) for word in told) for t in names):
            return Check(True, f'The page calls itself "{named}".', source="change")
        return Check(None, f'The page does not call itself "{named}".', against=True)

    def _said_of(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check:
        """What a check comes to that names what is to be seen; of `only` and `every` nothing else may be listed."""
        if every := self._said_of_every(part, everything):
            return every
        found = self._said_somewhere(part, subject, everything)
        page = self.reloaded or self.situation.page
        if (
            found.met
            and (SOLELY | EXACTLY) & {t.norm for t in part.words}
            and (other := another_shown(page, each_meant(part, subject)))
        ):
            return Check(False, f'The page shows "{other}" too.', everything)
        return found

    def _said_of_every(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`All of them are in Logistics`, `none belongs to another vet`: what each entry of the list says."""
        words = [t.norm for t in part.words]
        told = [t for t in content_of(part.words) if not is_how(t) and t.norm not in _EVERY_WORDS]
        told = [t for t in told if t.names] or told
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
        is_not = part.negated and not is_none and words[0] in _NO_ONE and bool(_OF_THEM & set(words[1:4]))
        if not (is_every or is_none or is_not) or not told or not looked or changed or not listed:
            return None
        heads = {w for n in (self.reloaded or self.situation.page).nodes if n.role == "heading" for w in parts(n.said)}
        if is_every and all(not t.names and any(same(t.norm, w) for w in heads) for t in told):
            # `All orders are shown` of a list that was narrowed says nothing of its entries.
            return Check(None, f'Nothing tells whether "{part.said}".', everything, against=True)
        if is_not:
            return self._said_of_none(listed, told, everything)
        wrong = [text for _, text in listed if not all(says(text, t) for t in told)]
        said = " ".join(t.text for t in told)
        if wrong:
            return Check(False, f'"{wrong[0][:80]}" does not say "{said}".', everything)
        return Check(True, f'All {len(listed)} entries say "{said}".', everything)

    def _said_of_none(
        self, listed: Sequence[tuple[Node, str]], told: Sequence[Token], everything: frozenset[int]
    ) -> Check:
        """`None of them has the status Open`."""
        said = " ".join(t.text for t in told)
        wrong = [text for _, text in listed if all(says(text, t) for t in told)]
        if wrong:
            return Check(False, f'"{wrong[0][:80]}" says "{said}".', everything)
        return Check(True, f'None of {len(listed)} entries says "{said}".', everything)

    def _said_somewhere(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check:
        """In its entry, in its columns, or anywhere."""
        words = {token.norm for token in part.words}
        if unsaid := self._unsaid(part):
            return Check(False, f'The page does not say "{unsaid}".', everything)
        if own := self._state_with(part, subject, everything) or self._in_column(part, subject, everything):
            return own
        its = self._of_each_acted(part, subject, everything) or self._of_its_entry(part, subject, everything)
        if its := its or self._has_gone_over(part, everything) or self._labelled_apart(part, subject, everything):
            return its
        if said := self._told_by_heads(part, subject):
            return Check(True, f'"{said[:120]}" says it in the columns that are named.', everything)
        row = self._row_of_change(part)
        if lost := self._said_of_others(row, subject, everything) if row else self._deleted_since(part, everything):
            return lost
        if row and self._is_own_page() and all(shown_at(self.situation.page, [t], asked=part.words) for t in subject):
            # What is said of it may stand anywhere on a page of its own.
            told = ", ".join(f'"{t.text}"' for t in subject)
            return Check(True, f"The page of it shows {told}.", everything)
        if row and (missing := [t for t in subject if _is_lacking(row, t)]):
            told = ", ".join(f'"{t.text}"' for t in missing)
            return Check(False, f'"{row[:80]}" does not say {told}.', everything)
        if not row and is_about_itself(part) and _ROWS & words and self._acted(part.number):
            return Check(
                None, f'Which entry "{part.said}" is about cannot be told any more.', everything, source="coverage"
            )
        if row and all(says(row, t) or any(says(text, t) for text in self._texts()) for t in subject):
            return Check(True, f'"{row[:80]}" says it{" after a reload" if self.reloaded else ""}.', everything)
        return self._said_of_another(part, subject, everything) or self._present(part, subject, everything)

    def _said_of_others(self, row: str, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """Whether an entry lacks a word that nothing but the cells of other entries says."""
        page = self.reloaded or self.situation.page
        inside = {n.number for node, _ in items(page) for n in (node, *page.within(node)) if n.role != "columnheader"}
        outside = [n.said for n in page.nodes if n.number not in inside and not n.hidden and n.said]
        told = [t for t in subject if not t.names and not says(row, t)]
        lacking = [t for t in told if not any(says(text, t) for text in (*outside, page.title))]
        other = next((t.text for t in lacking if any(says(text, t) for _, text in items(page))), "")
        said = f'"{row[:80]}" does not say "{other}"; another entry does.'
        return Check(None, said, everything, against=True) if other and not self._is_own_page() else None

    def _unsaid(self, part: Part) -> str:
        """What a check has the page say in just these words, if no text does."""
        state = self._state(part) if not part.negated else ""
        wanted = (_literal(part), state if state.split()[:1] and state.split()[0] in STOP else "")
        texts = [bare(text) for text in self._texts()]
        return next((each for each in wanted if each and not any(holds(text, each) for text in texts)), "")

    def _labelled_apart(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`Her balance is 0 €`, where the page says that beside its entries and what was changed has no balance."""
        page, row = self.reloaded or self.situation.page, self._row_of_change(part)
        labels, values = [t for t in subject if not t.names], [t for t in subject if t.names]
        if not row or not labels or not values or any(says(row, t) for t in labels):
            return None
        if any(says(n.said, t) for n in page.nodes if n.role == "columnheader" for t in labels):
            return None
        inside = {n.number for entry, _ in items(page) for n in page.within(entry)}
        apart = [n.said for n in page.nodes if n.kind == "text" and not n.hidden and n.number not in inside]
        pairs = pairwise(apart)
        beside = (f"{a} {b}" for a, b in pairs if all(says(a, t) for t in labels) and all(says(b, t) for t in values))
        said = next((text for text in apart if all(says(text, t) for t in subject)), "") or next(beside, "")
        again = " after a reload" if self.reloaded else ""
        return Check(True, f'The page shows "{said}"{again}.', everything) if said else None

    def _said_of_another(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`Look up Ana. She is in Sales`, where the entry of Ana is listed and only another one says that."""
        page, sought = self.reloaded or self.situation.page, self._sought_before(part)
        rows = [(n, text, all(says(text, t) for t in sought)) for n, text in items(page)] if sought else []
        own = next((text for _, text, is_own in rows if is_own), "")
        told = [is_own for n, _, is_own in rows if _row_says(page, n, part, subject)]
        if not own or not told or any(told):
            return None
        return Check(False, f'"{own[:80]}" does not say "{" ".join(t.text for t in subject)}".', everything)

    def _state_of_own(self, part: Part, everything: frozenset[int], is_own: bool = False) -> Check | None:
        """`Its status is In repair` is said of its own entry, in just these words; `is_own` where it names nothing."""
        phrase = self._state(part)
        if not phrase or part.negated or not (is_own or self.is_about_own(part)):
            return None
        page, meant = self.reloaded or self.situation.page, self._thing_meant(part)
        if not meant and (changes := self._changes(part)):
            meant = [t for t in names_before(changes[-1]) if not self.is_set_to(changes[-1], t)]
        own_page = self._is_page_of_acted(part)
        entries = [text for n, text in items(page) if not (own_page and _is_labelled_line(page, n))]
        named = [text for text in entries if meant and all(says(text, t) for t in meant)]
        row = self._row_of_change(part) or (named[0] if len(named) == 1 else "")
        if row:
            so = holds(normal(row), phrase)
            return Check(so, f'"{row[:80]}" {"says" if so else "does not say"} "{phrase}".', everything)
        so = any(holds(normal(n.said), phrase) for n in page.nodes if n.kind == "text" and not n.hidden)
        heads = " ".join((page.title, *(n.said for n in page.nodes if n.role == "heading")))
        is_own = (bool(meant) and all(says(heads, t) for t in meant)) or own_page
        if so and items(page) and not is_own:
            said = f'Which entry "{part.said}" is about cannot be told.'
            return Check(None, said, everything, source="coverage")
        return Check(so, f'The page {"says" if so else "does not say"} "{phrase}".', everything)

    def _state_missed(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`It stays On hold`, in words that say little one by one, where its own entry or page says something else."""
        own = None if self._subject(part) else self._state_of_own(part, everything)
        return own if own and not own.met else None

    def _state_alone(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """What a check comes to that names nothing but a state, such as `it is On hold`."""
        of_state = {t.norm for t in subject} <= set(self._state(part).split())
        state = self._state_of_own(part, everything, is_own=True) if of_state else None
        if state and (subject or not (state.met and (self._changes(part) or self._sent(part)))):
            return state
        nowhere = "" if subject else self._state_nowhere(part)
        return Check(None, f'Nothing on any page says "{nowhere}".', everything, against=True) if nowhere else None

    def _state_with(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """The state of its own, and the names that are told with it: `it is In use by Ada`."""
        own, phrase = self._state_of_own(part, everything), self._state(part).split()
        rest = [t for t in subject if t.names and t.norm not in phrase]
        return self._present(part, rest, everything) if own and own.met and rest else own

    def _state(self, part: Part) -> str:
        """The state that a check names as it is written, or as a page has it somewhere, in words that say little one by
        one: `is In repair`."""
        known, words = self._said_briefly(), without_whose(part.words)
        for at, token in enumerate(words[:-2]):
            if not (tells_of(token) or token.norm in _COMES_TO | _BECOMES):
                continue
            begins = at + 1 + (words[at + 1].norm in ("como", "as") or _comes_to_name(words[at + 1 :]))
            first, *after = words[begins : begins + LONGEST_LABEL]
            rest = takewhile(lambda t: t.kind == "word" and t.text.islower() and t.norm not in _PLACES | _SINCE, after)
            run = [first.norm, *(t.norm for t in rest)]
            told = [" ".join(run[:end]) for end in range(len(run), 1, -1)]
            if first.kind != "word" or not told:
                continue
            is_known = next((said for said in told if said in known and first.norm in STOP), "")
            if is_known or first.text[:1].isupper():
                return is_known or told[0]
        return ""

    def _state_nowhere(self, part: Part) -> str:
        """The end of `it is on hold`, where no page has a word of that: then it is no place either."""
        words = [t for t in part.words if t.kind != "mark" and t.norm not in _SINCE]
        if len(words) <= LEAST_TOLD or part.negated:
            return ""
        copula, lead, state = words[-3:]
        is_state = lead.norm in _STATE_LEADS and state.kind == "word" and state.norm not in {*THINGS, *STEPS, *ITSELF}
        if not is_state or not (tells_of(copula) or copula.norm in _COMES_TO):
            return ""
        texts = (text for page in (*self._pages(), self.situation.page) for text in (page.title, *page.readable))
        is_said = any(same(state.norm, word) for text in texts for word in parts(text))
        return "" if is_said or state.norm in STOP else f"{lead.text} {state.text}"

    def _said_briefly(self) -> set[str]:
        """What the pages say in a word or two, and the options of their lists."""
        pages = (*self._pages(), self.situation.page)
        said = {text for page in pages for text in page.readable}
        said |= {option.label for page in pages for n in page.controls for option in n.options}
        return {bare(text) for text in said if len(parts(text)) <= LONGEST_LABEL}

    def _deleted_since(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`It is still listed as Active` of what was deleted, and is gone."""
        changes = self._changes(part)
        if not changes or changes[-1].verb != "delete" or part.negated or not says_unchanged(part):
            return None
        gone = self._deleted(changes[-1]) if self.is_about_own(part) else None
        return Check(False, f'{gone.said} "{part.said}" is about it.', everything) if gone and gone.met else None

    def _of_each_acted(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`Both are Rejected now` is said of every entry that was ticked or pressed, and of each by itself."""
        if not _ALL_OF & {t.norm for t in part.words} or part.negated:
            return None
        acted = self._entries_acted_on(part)
        pages = [page for page in (self.reloaded, self.situation.page) if page]
        now = [next((said for page in pages if (said := same_item(page, entry))), "") for entry in acted]
        if len(acted) < LEAST_TOLD:
            return None
        if not all(now):
            gone = acted[now.index("")][:80]
            return Check(None, f'The page does not list "{gone}" any more.', everything, against=True)
        wrong = [text for text in now if not all(says(text, t) for t in subject)]
        if wrong:
            return Check(False, f'"{wrong[0][:80]}" does not say it.', everything)
        told = ", ".join(f'"{text[:60]}"' for text in now)
        return Check(True, f"{told} say it{' after a reload' if self.reloaded else ''}.", everything)

    def _entries_acted_on(self, part: Part) -> list[str]:
        """The entries, as they were, in which something was ticked or pressed before the part."""
        last = [t for t in self._ok if t.planned.part < part.number and t.planned.step.action in PRESSES and t.before]
        last = [t for t in last if not t.planned.explores]
        last = [t for t in last if t.planned.step.action == "check" or self._verb_of(t) not in LOOKS]
        last = [t for t in last if not self._is_done_to_ticked(self.goal.parts[t.planned.part])]
        entries = [item_of(t.before, t.planned.step.selector or "") for t in last if t.before]
        listed = {text for t in last if t.before for node, text in items(t.before) if node.role != "item"}
        return list(dict.fromkeys(entry for entry in entries if entry in listed))

    def _verb_of(self, tried: Tried) -> str:
        return self.goal.parts[tried.planned.part].verb

    def _of_its_entry(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`It is listed as Approved` is said of the entry of what was acted on, where the page lists that."""
        meant = self._thing_meant(part) if is_about_itself(part) else self._meant_by_kind(part)
        if not is_about_itself(part) and meant:
            about = part.words[: finite_at(part.words)]
            told = [t for t in subject if t not in about]
            if not told and not part.negated:
                return self._listed_still(part, meant, everything)
            subject = told or subject
        page = self.reloaded or self.situation.page
        entries = [(n, text) for n, text in items(page) if meant and all(says(text, t) for t in meant)]
        if self._is_page_of_acted(part):
            # What the page of the thing says behind its labels is no entry of a list.
            entries = [(n, text) for n, text in entries if not _is_labelled_line(page, n)]
            if meant and not entries:
                return None
        rows = [text for _, text in entries]
        if not meant or any(t in meant for t in subject):
            return None
        heads = " ".join((page.title, *(n.said for n in page.nodes if n.role in ("heading", "dialog"))))
        if not rows and items(page) and not any(says(heads, t) for t in meant):
            if again := self._where_listed(meant):
                return again._of_its_entry(part, subject, everything)
            said = " ".join(t.text for t in meant)
            lacking = f'The page lists things, but not "{said}", which "{part.said}" is about.'
            return Check(None, lacking, everything, against=True)
        if not rows:
            return None
        named = " ".join(t.text for t in subject)
        if fits := [text for n, text in entries if _row_says(page, n, part, subject)]:
            return Check(True, f'"{fits[0][:120]}" says it{" after a reload" if self.reloaded else ""}.', everything)
        return Check(False, f'"{min(rows, key=len)[:80]}" does not say "{named}".', everything)

    def _where_listed(self, meant: Sequence[Token]) -> Claims | None:
        """The case on the page of a list that had the entry, where that is loaded again and has it still."""
        url = self.listed_at(meant)
        again = next((page for page in self.situation.revisited if url and page.url == url), None)
        if again is None or not any(all(says(text, t) for t in meant) for _, text in items(again)):
            return None
        again = page_without_echo(again, self.goal)
        return replace(self, situation=replace(self.situation, page=again, listed=None, revisited=()), reloaded=again)

    def _listed_still(self, part: Part, meant: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`The job is in the list`, which says no more of it than that."""
        page = self.reloaded or self.situation.page
        if row := next((text for _, text in items(page) if all(says(text, t) for t in meant)), ""):
            return Check(True, f'"{row[:120]}" is listed{" after a reload" if self.reloaded else ""}.', everything)
        return self._present(part, meant, everything)

    def _meant_by_it(self, part: Part) -> list[Token]:
        """The names of what was acted on last, when a check only calls it `it` and no form was filled in for it."""
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in LOOKS and not p.implied]
        # What only answers a question speaks of nothing by itself.
        while acting and acting[-1].verb in ("accept", "save") and not _names(acting[-1]):
            acting.pop()
        if acting and self._only_sends(acting[-1]):
            # `Press "Save order" and see it in the list`: what was filled in.
            return []
        # What is called off is often still listed, as just that.
        changed = acting and acting[-1].verb in CHANGES and not calls_off(acting[-1])
        if not acting or changed or self._is_sent(acting[-1]):
            return []
        said = {t.norm for t in (*part.verb_words, *part.words)}
        names = [t for t in names_before(acting[-1]) if not self.is_set_to(acting[-1], t)]
        return names if said & _IT_MEANS or leaves_out_subject(part) else []

    def _thing_meant(self, part: Part) -> list[Token]:
        """As `_meant_by_it`, but what a button is called that was pressed is no thing."""
        last = next((t for t in reversed(self._ok) if t.planned.part < part.number and t.planned.target), None)
        meant, target = self._meant_by_it(part), last.planned.target if last else None
        if last is None or target is None or target.role != "button":
            return meant
        # That of an entry may be called like the entry.
        is_apart = last.before is not None and item_of(last.before, target.selector) is None
        return [t for t in meant if not (is_apart and says(target.name, t))]

    def _only_sends(self, part: Part) -> bool:
        """Whether a part presses the button by which a form is sent that other parts have filled in."""
        steps = self._steps_of(part)
        clicks = part.verb == "click" and all(t.planned.step.action == "click" for t in steps)
        sends = clicks and any(t.planned.commits for t in steps)
        return sends and bool(self._sent(replace(part, number=part.number + 1)))

    def _meant_by_kind(self, part: Part) -> list[Token]:
        """The code of `the ticket`, where that was told before as `the ticket T-13`, and no other."""
        verb = finite_at(part.words) or 0
        about = [t for t in part.words[:verb] if t.kind == "word" and t.norm not in STOP | MODAL]
        if len(about) != 1 or about[0].names or not verb:
            return []
        said = [pair for each in self.goal.parts[: part.number] for pair in pairwise(each.words)]
        told = [after for before, after in said if before.norm == about[0].norm and after.kind == "code"]
        return told if len({t.norm for t in told}) == 1 else self._named_with(part, about[0])

    def _named_with(self, part: Part, kind: Token) -> list[Token]:
        """The name of `the job`, where that was told before as `the job Account Executive`, and no other."""
        names: dict[tuple[str, ...], list[Token]] = {}
        for each in self.goal.parts[: part.number]:
            for at, token in enumerate(each.words[:-1]):
                name = list(takewhile(lambda t: t.names and t.kind != "number", each.words[at + 1 :]))
                if token.norm == kind.norm and name:
                    names[tuple(t.norm for t in name)] = name
        return next(iter(names.values())) if len(names) == 1 else []

    def _subject(self, part: Part) -> list[Token]:
        """What a check is about: names and values if there are any, else the words that are left."""
        begins = part.words[:1] if not part.verb_words else ()
        part = self._without_old(_without_these(self._without_place(part)))
        part = replace(part, words=without_whose(part.words))
        whole = content_of(self._called_whole(part))
        said = [t for t in content_of(part.words) if not is_how(t) or (t.text[:1].isupper() and t not in begins)]
        said = [t for t in content_of(part.words) if t in said or t in whole]
        said += [t for t in part.words if t not in said and self._is_choice(part, t)]
        said = [t for t in said if not self._is_idle_label(part, t)]
        # Where in a list it stands is no text.
        ends = [
            w for i in range(len(part.words)) if end_of_list(part.words, i) is not None for w in part.words[i : i + 3]
        ]
        said = [t for t in said if t.names or t not in ends]
        particular = [t for t in said if t.names or t in whole]
        seen = names_seen(self.situation, self._ok)
        if particular:
            # What is named says more than the kind of text that it stands in.
            said = [t for t in said if t in particular or t.norm not in _KINDS]
        # In what unit something is shown was chosen elsewhere, and is to be seen here all the same.
        left = [t for t in said if t in particular or names_unit(t) or not any(same(t.norm, word) for word in seen)]
        if left and all(t.kind == "number" for t in left):
            # A number alone may stand anywhere: `the Open tab counts 3`.
            titles = names_seen(self.situation, ())
            left = [t for t in said if t in particular or not any(same(t.norm, word) for word in titles)]
        # `It is in the table of orders` is about what was changed, not about the word orders.
        changed = bool(self._changes(part) or self._sent(part))
        return left if left or changed else said

    def _called_whole(self, part: Part) -> list[Token]:
        """All the words of what a page calls just so, where only the first is written as a name: `Field of wheat`."""
        words, known = part.words, self._said_briefly() if any(not t.names for t in part.words) else set[str]()
        for at, token in enumerate(words):
            run = list(takewhile(lambda t: t.kind == "word" and not t.names, words[at + 1 : at + LONGEST_LABEL]))
            ends = range(len(run), 0, -1) if token.kind == "word" and token.names else ()
            named = (words[at : at + 1 + end] for end in ends)
            if whole := next((name for name in named if bare(" ".join(t.text for t in name)) in known), None):
                return list(whole)
        return []

    def _is_choice(self, part: Part, token: Token) -> bool:
        """Whether a word that says little is one of what a list offers, of the name that stands before it: `with a low
        priority`, `con prioridad baja`."""
        at = next((i for i, t in enumerate(part.words) if t.number == token.number), 0)
        beside = [t for t in part.words[max(at - 1, 0) : at + 2] if t is not token and t.norm not in STOP]
        if token.kind != "word" or token.norm in STOP or not beside:
            return False
        lists_of = (n for page in self._pages() for n in page.controls if n.options)
        offers = (n for n in lists_of if any(bare(o.label) == bare(token.text) for o in n.options))
        return any(same(t.norm, word) for n in offers for t in beside for word in parts(n.label or n.name))

    def _is_idle_label(self, part: Part, token: Token) -> bool:
        """The `amount` of `an amount of €5` and the `status` of `status Open`, where the page calls nothing so."""
        if token.norm not in SUMS | _STATUSES:
            return False
        at = next(i for i, t in enumerate(part.words) if t.number == token.number)
        page = self.reloaded or self.situation.page
        if any(same(token.norm, word) for text in page.readable for word in parts(text)):
            return False
        if token.norm in _STATUSES:
            return any(t.names for t in part.words[at + 1 : at + 4])
        # `The unpaid total` is what is unpaid.
        about = part.words[at - 1] if at else None
        if token.norm == "total" and (about is None or about.norm in STOP or about.kind != "word"):
            return False
        within = part.words[at + 1 :] if token.norm == "total" else part.words[at + 1 : at + 3]
        return any(t.kind == "number" and re.search(r"[$€£]", t.text) for t in within)

    def _without_old(self, part: Part) -> Part:
        """The check without what was so before, as in `goes from 17 to 13`, if that was seen then."""
        at = _change_at(part)
        if at is not None and any(shown_at(page, [part.words[at + 1]]) for page in self._before()):
            return replace(part, words=(*part.words[:at], *part.words[at + 3 :]))
        return part

    def _not_from_old(self, part: Part) -> Check | None:
        """What is said to go `from 17 to 13`, and has not said 17 before in the place where it says 13 now."""
        at, now = _change_at(part), self.reloaded or self.situation.page
        old, new = (part.words[at + 1], part.words[at + 3]) if at is not None else (None, None)
        if old is None or new is None or any(_turned(page, now, old, new) for page in self._before()):
            return None
        said = f'Nothing that said "{old.text}" before says "{new.text}" in its place.'
        return Check(None, said, part.numbers, against=True)

    def _has_gone_over(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`Stock goes from 17 to 13` of the entry in which something was pressed, by what it said and says."""
        at, acted = _change_at(part), self._acted(part.number)
        if at is None or acted is None or part.negated or any(t.names for t in part.words[1:at]):
            return None
        old, new = part.words[at + 1], part.words[at + 3]
        now = same_item(self.reloaded or self.situation.page, acted[1])
        if not now or not says(acted[1], old) or says(acted[1], new) or says(now, old) or not says(now, new):
            return None
        again = " after a reload" if self.reloaded else ""
        return Check(True, f'"{now[:80]}" says {new.text} instead of {old.text}{again}.', everything)

    def _without_place(self, part: Part) -> Part:
        """The check without where it is made, as `on the review page`, when the page calls itself so somewhere."""
        aside = aside_of(part)
        place = [t for t in content_of(aside) if t.norm not in THINGS and not is_kind(t)]
        is_page = bool(STEPS & {t.norm for t in aside}) and not any(t.is_value for t in aside)
        here = is_page and all(shown_at(self.situation.page, [t]) or says(self.situation.page.title, t) for t in place)
        part = part.without(aside) if here else part
        part = part.without(self._gone_to(part))
        if (own := own_page_in(part.words)) and self._is_page_of_acted(part):
            part = part.without(own)
        part = replace(part, words=part.words[place_before(part.words) :])
        return part.without(self._place_after(part))

    def _is_page_of_acted(self, part: Part) -> bool:
        """Whether the page is the one that was opened by an entry to do something to that last."""
        led = [i for i, t in enumerate(self._ok) if t.planned.part < part.number and t.planned.explores]
        opened = [i for i in led if self._ok[i].planned.uses and self._verb_of(self._ok[i]) not in LOOKS]
        pages = [self._ok[i + 1].before if i + 1 < len(self._ok) else self.situation.page for i in opened[-1:]]
        return any(page is not None and is_same_place(page, self.situation.page) for page in pages)

    def _looked_for(self, part: Part) -> list[Planned]:
        """The steps that only led to where a check is made."""
        return [t.planned for t in self._ok if t.planned.explores and t.planned.part == part.number]

    def _gone_to(self, part: Part) -> Sequence[Token]:
        """The words of the place that the planner has gone to for this check; its name there is no proof."""
        used = {number for planned in self._looked_for(part) for number in planned.uses}
        at = [i for i, t in enumerate(part.words) if t.number in used]
        return part.words[at[0] : at[-1] + 1] if at else ()

    def _place_after(self, part: Part) -> Sequence[Token]:
        """The words of `under Companies` at the end of a check, where the page calls itself so."""
        page, words = self.situation.page, part.words
        heads = [n.said for n in page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")]
        # Where the planner has gone for this check is the place, whatever the page calls itself.
        heads += [_uncounted(planned.target.name) for planned in self._looked_for(part) if planned.target]
        chosen = [_uncounted(n.said) for n in page.nodes if n.states.get("selected") == "true"]
        names = [parts(said) for said in (page.title, *heads, *(f"{c} {h}" for c in chosen for h in heads)) if said]
        for at in range(len(words) - 1):
            end = next((i for i in range(at + 1, len(words)) if _ends_place(words[i])), len(words))
            told = [t for t in words[at + 1 : end] if t.kind == "word" and t.norm not in STOP]
            leads = ("in", "on", "under", "en", "bajo", "among", "between", "entre")
            is_lead = words[at].norm in leads and 0 < len(told) < LONGEST_LABEL
            if is_lead and _calls(names, told):
                return words[at:end]
        return next((place for place in _pages_in(words) if _calls(names, place)), ())

    def _of_last_change(self, part: Part, used: frozenset[int]) -> Check:
        changes = self._changes(part) or self._sent(part)
        if not changes and is_about_itself(part):
            changes = [each for each in self.goal.parts[: part.number] if each.verb == "fill" and self._values(each)]
        if not changes or any(t.norm in _LAYERS for t in part.words):
            return self._of_a_kind(part, used)
        if _means_values(part, content_of(part.words)):
            check = self._shows_values(changes)
        elif part.negated and changes[-1].verb != "delete" and NEW & {t.norm for t in part.words}:
            # `And not the new one`: it is the old one that is to be there.
            new = self._changed(changes[-1])
            check = replace(new, met=not new.met) if new.met is not None else new
        elif changes[-1].verb == "delete" or part.negated:
            gone = [self._deleted(each) for each in changes if each.verb == "delete"] or [self._deleted(changes[-1])]
            check = next((each for each in gone if not each.met), gone[-1])
            said = {t.norm for t in part.words}
            stays = not part.negated and not said & _NOWHERE and bool((_STAYS | _IS_SEEN) & said)
            # That it is gone is no proof of `it must still be in the list`.
            check = replace(check, met=False) if stays and check.met else check
        elif (named := _names_in(changes[-1])) and not self._values(changes[-1]):
            check = self._shown_all(named)
        else:
            check = self._changed(changes[-1])
            if not check.met and changes[-1].verb not in CHANGES:
                check = self._said_and_held(part, used) or check
        return (
            Check(check.met, check.said, used | check.used, check.app_bug)
            if check.met is not None
            else Check(False, check.said, used)
        )

    def _shows_values(self, changes: Sequence[Part]) -> Check:
        """`Both values are shown`: all that was filled in, in one entry, or on a page that lists nothing."""
        page = self.reloaded or self.situation.page
        values = list(dict.fromkeys(v for part in changes for v in self._values(part)))
        texts = [text for _, text in items(page)] or [" ".join(page.readable)]
        shown = next((text for text in texts if values and all(shows_value(text, v) for v in values)), "")
        changed = self._changed(changes[-1])
        if not shown:
            return Check(False, f"Nothing on the page shows {' and '.join(values)} together.")
        return replace(changed, said=f'"{shown[:120]}" shows both.') if changed.met else changed

    def _refused(self, part: Part, used: frozenset[int]) -> Check:
        """A refusal that the goal asks for: a message or a field marked wrong, that was not there before."""
        quoted = [t for t in part.words if t.kind == "quoted"]
        before = Counter(complaints(self._last_before_commit()))
        now = [said for said in complaints(self.situation.page) if said not in before] or self._turned_down_in_words()
        made = [(p, self._changed(p)) for p in self.goal.parts if p.verb in ("create", "edit")]
        # `A room called Oslo exists already` is no new room.
        saved = [
            p for p, check in made if check.met and not any(f'"{said[:LONGEST_ENTRY]}"' in check.said for said in now)
        ]
        saved += [p for p in self.goal.parts if p.verb == "delete" and self._is_to_stay(p) and self._deleted(p).met]
        if saved:
            return Check(False, "The application accepted what it should have refused.", used, app_bug=True)
        if quoted:
            told = [t for t in quoted if not shown_at(self.situation.page, [t])]
            return Check(
                not told, f'The page {"does not show" if told else "shows"} "{(told or quoted)[0].text}".', used
            )
        if not now:
            return Check(False, "The page shows no error that was not there before.", used, source="change")
        is_double = _EXISTS.search(normal(part.said))
        if is_double and not any(_DOUBLE.search(normal(said)) for said in now):
            return Check(None, f'The page complains of something else: "{now[0]}".', used, against=True)
        if is_for_another(part, self.goal, now):
            return Check(None, f'The page refused it for another reason: "{now[0]}".', used, against=True)
        if other := self._complains_of_another(blank_of(part) or field_in(part, self.situation.page), now):
            return Check(None, f'The page refused it for another reason: "{other}".', used, against=True)
        return Check(True, f'The page refused it: "{now[0]}".', used, source="change")

    def _turned_down_in_words(self) -> list[str]:
        """What a notice without any mark of an alert says since something was sent, if it is a refusal."""
        page, there = self.situation.page, set(self._last_before_commit().readable)
        new = (
            n
            for n in page.nodes
            if n.kind == "text" and not n.hidden and n.said not in there and refuses(normal(n.said))
        )
        return [n.said for n in new if any(h.role in ("status", "log") for h in (n, *page.parents(n)))]

    def _complains_of_another(self, field: Sequence[Token], complaints_now: Sequence[str]) -> str:
        """A complaint about another field of the form, where none is about the one that the goal left empty."""
        if not field or any(says(said, t) for said in complaints_now for t in field):
            return ""
        labels = {n.label or n.name for n in self.situation.page.controls if n.type != "hidden"}
        named = [parts(label) for label in labels if content(label) and not any(says(label, t) for t in field)]
        words = [(said, set(parts(said))) for said in complaints_now]
        return next((said for said, told in words if any(told >= set(label) for label in named)), "")

    def _not_made(self, part: Part, used: frozenset[int]) -> Check:
        """`… must not be created`: nothing new says what was filled in, on the page or where such things are listed."""
        change = next(
            (p for p in reversed(self.goal.parts[: part.number]) if p.verb in ("create", "edit", "say")), None
        )
        if change is None:
            return Check(None, f'"{part.said}" does not say of what.', used)
        values, pages = self._values(change), filter(None, (self.situation.page, self.reloaded, self.situation.listed))
        made = next((told for page in pages if (told := best_item(_listed_anew(page, self._before()), values))), None)
        if made:
            return Check(False, f'"{made}" was made all the same.', used, app_bug=True)
        if not self._is_turned_down():
            return Check(None, f'No page says whether "{part.said}".', used)
        return Check(True, "Nothing new on the page says what was filled in.", used)

    def _is_turned_down(self) -> bool:
        """Whether the page complains of what was sent, holds it still in its form, or says nothing new at all."""
        page, before = self.situation.page, Counter(complaints(self._last_before_commit()))
        held = {normal(n.value) for n in page.nodes if n.value and not n.hidden}
        sent = [t.planned.step.value for t in self._ok if t.planned.step.action == "fill"]
        complains = any(said not in before for said in complaints(page))
        known = {text for each in self._before() for text in each.readable}
        return (
            complains
            or set(page.readable) <= known
            or any(isinstance(value, str) and normal(value) in held for value in sent)
        )

    def implied(self, part: Part, has_checks: bool) -> Iterable[Check]:
        """What must be true although the goal does not say so."""
        if part.verb == "login" and self._steps_of(part) and not self._is_refused_at(part):
            yield self._signed_in()
        elif part.verb == "create" and self._is_changed_later(part):
            return
        elif has_checks and self._is_given_up(part):
            yield from self._of_giving_up(part)
        elif self._is_to_change(part, has_checks) and not self._is_refused:
            yield from self._of_change(part, has_checks)
        elif part.verb == "delete":
            yield from self._of_deletion(part, has_checks)
        elif part.verb == "drag" and (stuck := self._is_stuck(part)):
            yield stuck
        elif not has_checks and part.verb not in ("expect", *CHANGES) and part is self.goal.parts[-1]:
            yield self._moved()

    def _is_to_change(self, part: Part, has_checks: bool) -> bool:
        """Whether a part is to leave something new behind, by its verb or step by step: `type 9 and press Save`."""
        if part.verb in ("create", "edit") or self._is_sent(part):
            return True
        return has_checks and not self._changes() and part in self._sent(self.goal.parts[-1])

    def _is_given_up(self, part: Part) -> bool:
        """Whether what a part has begun was called off before anything was saved: `…, but press Cancel`."""
        later = next((p for p in self.goal.parts[part.number + 1 :] if p.verb not in _GOES_ON), None)
        begins = part.verb in ("create", "edit") and later is not None and gives_up(later)
        return begins and later is not None and bool(self._steps_of(later))

    def _of_giving_up(self, part: Part) -> Iterator[Check]:
        """Only what was called off and is there all the same speaks against it."""
        values, pages = self._values(part), filter(None, (self.situation.page, self.reloaded, self.situation.listed))
        anew = (best_item(_listed_anew(page, self._before()), values) for page in pages if values)
        kept = next(filter(None, anew), "")
        if kept or self._changed(part).met:
            said = f'"{kept or part.said}" was saved, though it was called off.'
            yield Check(False, said, part.numbers, app_bug=True)

    def _of_change(self, part: Part, has_checks: bool) -> Iterator[Check]:
        check = self._changed_where_left(part)
        if check.met is None and (lost := self._lost_since(part)):
            check = lost
        if part.verb == "say" and self._is_unsent(part):
            yield Check(None, f'What was filled in for "{part.said}" was not sent.', against=True)
        elif check.met is not None or not has_checks or self._checks_only_old():
            yield check
        elif self._proves_nothing():
            yield replace(check, said=f"{check.said} {_ALL_SO_BEFORE}", against=True)

    def _checks_only_old(self) -> bool:
        """Whether all that the goal checks is that something is as it was, which shows no change."""
        checks = [p for p in self.goal.parts if p.verb == "expect"]
        return all(says_unchanged(p) and any(t.is_value for t in p.words) for p in checks)

    def _changed_where_left(self, part: Part) -> Check:
        """Whether something was changed, if need be on the page that was left only to look for something else."""
        check, last = self._changed(part), self.last_act()
        left = self._where_left(last) if last and not check.met else None
        return left._changed(part) if left and left.reloaded else check

    def _of_deletion(self, part: Part, has_checks: bool) -> Iterable[Check]:
        if self._is_to_stay(part):
            return [self._left_alone(part)]
        return self._called_off(part) if calls_off(part) and has_checks else [self._deleted(part)]

    def _is_to_stay(self, part: Part) -> bool:
        """Whether the goal expects that this deletion, its only change, is refused."""
        changes = [each for each in self.goal.parts if each.verb in CHANGES or each.verb == "say"]
        refused = (self.expects_refusal(each) and not each.negated for each in self.goal.parts)
        return changes == [part] and any(refused)

    def _left_alone(self, part: Part) -> Check:
        """A deletion that was to be refused: the thing is there still."""
        deleted = self._deleted(part)
        if deleted.met is None:
            return deleted
        return Check(not deleted.met, deleted.said, app_bug=bool(deleted.met), absent=deleted.absent)

    def _called_off(self, part: Part) -> list[Check]:
        """What is cancelled may stay in its list: then what the goal says of it decides."""
        return [check for check in [self._deleted(part)] if check.met is not None]

    def _proves_nothing(self) -> bool:
        """Whether all that the goal checks had been so before anything was done."""
        acts = (t for t in self._ok if self.goal.parts[t.planned.part].verb not in LOOKS and not t.planned.explores)
        first = next((t for t in acts if t.before), None)
        if first is None or first.before is None or first.before.dialog:
            return False
        checks = [part for part in self.goal.parts if part.verb == "expect"]
        before = self._as_on(first.before, ())
        new = [part for part in checks if self._is_worded_anew(part, first.before)]
        return bool(checks) and all(
            (before._expected(part).met or self._own_said(part)) and not (part in new or self._has_turned(part))
            for part in checks
        )

    def _is_worded_anew(self, part: Part, before: Page) -> bool:
        """Whether the page says now in the words of a check what it said in another language."""
        names = [t for t in self._subject(part) if t.kind == "word" and t.names]
        page = self.reloaded or self.situation.page
        return bool(names) and not part.negated and writes(page, names) and not writes(before, names)

    def _as_on(self, page: Page, past: Sequence[Tried]) -> Claims:
        """The case on an earlier page, with what had been tried."""
        at_first = replace(self.situation, page=page, past=tuple(past), listed=None)
        return replace(self, situation=at_first, reloaded=None, troubles=())

    def _has_turned(self, part: Part) -> bool:
        """Whether each that was acted on says it now, and did not all say it before."""
        subject = self._subject(part)
        if self._has_own_turned(part, subject):
            return True
        told = self._of_each_acted(part, subject, frozenset())
        entries = self._entries_acted_on(part)
        return bool(told and told.met) and not all(says(text, t) for text in entries for t in subject)

    def _has_own_turned(self, part: Part, subject: Sequence[Token]) -> bool:
        """Whether the one entry that was acted on, and that a check is about, says it now and did not before, whatever
        its buttons offer."""
        told, (was, now) = [t for t in subject if t.names], self._own_told(part)
        says_it = bool(was and now and told) and all(says(now, t) for t in told)
        return says_it and not all(says(was, t) for t in told)

    def _own_said(self, part: Part) -> bool:
        """Whether the entry that was acted on, and that a check is about, said it before it was."""
        told, (was, _) = [t for t in self._subject(part) if t.names], self._own_told(part)
        return bool(was and told) and all(says(was, t) for t in told)

    def _own_told(self, part: Part) -> tuple[str, str]:
        """What the entry that a check is about said before something was pressed in it, and what it says now."""
        acted = self._acted(part.number) if self.is_about_own(part) and not part.negated else None
        if acted is None or acted[0].before is None:
            return "", ""
        page, then = self.reloaded or self.situation.page, acted[1]
        return _told_in(acted[0].before, then), _told_in(page, same_item(page, then))


def _told_in(page: Page, entry: str) -> str:
    """What an entry says, without its buttons."""
    row = next((node for node, text in items(page) if text == entry), None)
    said = [n.said for n in page.within(row) if n.role != "button" and n.said and not n.hidden] if row else []
    return " ".join(said)


def _is_labelled_line(page: Page, row: Node) -> bool:
    """Whether a row is a label with what it stands for, and no entry with columns."""
    heads, cells = ("rowheader", "columnheader"), ("cell", "gridcell")
    roles = [n.role for n in page.within(row) if n.role in (*heads, *cells)]
    return len(roles) == LEAST_TOLD and roles[0] in heads and roles[1] in cells


def _is_done(token: Token, box: Node) -> bool:
    """Whether a word says that what a box is called was done: `pinned` of `Pin`, `fijada` of `Fijar`."""
    word = token.norm if token.kind == "word" and token.text.islower() else ""
    for verb in parts(box.said):
        english = {f"{verb}ed", f"{verb}d" if verb.endswith("e") else "", f"{verb}{verb[-1:]}ed"}
        root = verb[:-2] if verb.endswith(("ar", "er", "ir")) else ""
        if word and (word in english or (root and re.fullmatch(rf"{re.escape(root)}[ai]d[oa]s?", word))):
            return True
    return False


def _row_says(page: Page, row: Node, part: Part, subject: Sequence[Token]) -> bool:
    """Whether an entry says all of it, and what a check names with its column in that: `in status Active`."""
    told = values_by_head(page, part.words)
    heads = {t.number for head, _ in told for t in head}
    apart = all(says(cell_under(page, row, head), t) for head, values in told for t in values)
    text = without_offers(page, row, part.words)
    return all(says(text, t) for t in subject) or (
        bool(told) and apart and all(says(text, t) for t in subject if t.number not in heads)
    )


def _means_values(part: Part, subject: Sequence[Token]) -> bool:
    """`Both values`, `all the changes`: what was filled in, and nothing that is named."""
    lead = [t for t in part.words[: finite_at(part.words) or 0] if t.norm not in STOP | MODAL - _ALL_OF]
    means = bool(_ALL_OF & {t.norm for t in part.words[:1]}) and any(t.norm in _DATA for t in subject)
    return means and all(t.norm in _DATA | _ALL_OF for t in lead) and not any(t.names for t in part.words[1:])


def _is_called(page: Page, names: Sequence[Token]) -> bool:
    """Whether a page calls itself so, in a heading or its title."""
    heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden]
    return any(all(says(head, t) for t in names) for head in (*heads, page.title))


def _sets_choice(tried: Tried) -> bool:
    """Whether a step ticked a box, turned a switch, or chose an option."""
    node = field_of(tried.before, tried.planned.step.selector)
    if node is None or tried.planned.explores:
        return False
    return node.checked is not None or tried.planned.step.action == "selectOption"


def _values_of(tried: Tried) -> tuple[str, ...]:
    value = tried.planned.step.value
    return (value,) if isinstance(value, str) else tuple(value or ())


def _without_these(part: Part) -> Part:
    """The check without `with all these details`, which means what was filled in."""
    for at in range(len(part.words) - 1):
        ahead = [t.norm for t in part.words[at : at + 5]]
        kind = next((i for i in range(2, len(ahead)) if ahead[i] in _DATA), 0)
        if ahead[0] in ("with", "con") and kind and _THESE & set(ahead[1:kind]):
            words = (*part.words[:at], *part.words[at + kind + 1 :])
            return replace(part, words=tuple(t for t in words if t.norm not in _OPENS))
    return part


def _counted_at(page: Page, place: Sequence[Token]) -> str:
    """What the way to a place says of how many there are: `Drafts (2)`."""
    name = [word for t in place for word in parts(t.text)]
    ways = [n.said for n in page.nodes if n.role in ("link", "tab", "button") and not n.hidden]
    told = (said for said in ways if name and list(parts(_uncounted(said))) == name)
    return next((said for said in told if re.search(r"[1-9]\d*\W*$", said)), "")


def _is_a_way(page: Page, entry: Node) -> bool:
    """Whether an entry holds nothing but one link or button."""
    inside = [n for n in page.within(entry) if n.said and not n.hidden]
    return len({n.said for n in inside}) <= 1 and any(n.role in ("link", "button", "tab") for n in (entry, *inside))


def _comes_to_name(words: Sequence[Token]) -> bool:
    """`Pasa a En espera`: what it comes to is written as a name."""
    return len(words) > 1 and words[0].norm in ("a", "to") and words[1].kind == "word" and words[1].text[:1].isupper()


def _ends_place(token: Token) -> bool:
    """Whether a word says what a thing is like on a page, and not which one: `in the table at 18:30`."""
    return token.norm in ("with", "con", "at") or token.is_value


def _uncounted(name: str) -> str:
    """`Open (3)` without the number that it tells."""
    return re.sub(r"\W*\d+\W*$", "", name)


def _calls(names: Iterable[Sequence[str]], words: Sequence[Token]) -> bool:
    """Whether one of these names is what the words say."""
    told = [t for t in words if t.kind == "word" and t.norm not in STOP]
    return bool(told) and any(all(any(same(t.norm, w) for w in name) for t in told) for name in names)


def _pages_in(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The words that say on which page something is, in `it is on the Orders page with 3 rolls`."""
    for at in range(len(words) - 2):
        page = next((i for i in range(at + 2, min(at + 5, len(words))) if words[i].norm in STEPS), 0)
        is_place = words[at].norm in ("on", "en") and words[at + 1].norm in ("the", "la", "el")
        if page and is_place and all(t.kind == "word" for t in words[at:page]):
            yield words[at : page + 1]
        # `El total de la página Informes`
        name = list(takewhile(lambda t: t.names, words[at + 3 :])) if words[at + 2].norm in STEPS else []
        if name and words[at].norm in ("en", "de") and words[at + 1].norm in ("la", "el"):
            yield words[at : at + 3 + len(name)]


def _runs(tokens: Sequence[Token], part: Part) -> list[list[Token]]:
    """The tokens that stand together in a check, with no comma and no `and` between them."""
    groups = [[t for t in group if t in tokens] for group in groups_of(part.words)]
    return [group for group in groups if group]


def _names(part: Part) -> list[Token]:
    return [t for t in part.words if t.is_value or (t.text[:1].isupper() and t.norm not in STOP and t.kind == "word")]


def _names_in(part: Part) -> list[list[Token]]:
    """The things that a part names, one after the other: `Honey and Ginger cookies` are two."""
    found: list[list[Token]] = [[]]
    for token in part.words:
        if token.norm in ("and", "y", "e") or token.text == ",":
            found.append([])
        elif token.norm in STOP:
            # Where it goes to follows, as in `to the cart`.
            found.append([])
        elif token.names or found[-1]:
            found[-1].append(token)
    return [tokens for tokens in found if tokens]


def _is_entry(text: str, new: str | None, names: Sequence[Token]) -> bool:
    """Whether an entry is the one that was made, or says all the names where none was."""
    return text[:LONGEST_ENTRY] == new if new else bool(names) and all(says(text, t) for t in names)


def _is_lacking(row: str, token: Token) -> bool:
    """Whether a value or a name is not in the row; words may be in its head."""
    return token.names and not says(row, token)


def _literal(part: Part) -> str:
    """The words that the page is to say just so: `the page should say Settings saved`."""
    at = next((i for i, t in enumerate(part.words) if _SAYS.match(t.norm)), None)
    after = list(takewhile(lambda t: t.norm not in _PLACES and t.kind != "mark", part.words[at + 1 :])) if at else []
    of = next((i for i, t in enumerate(after) if t.norm in _OF_WHAT), len(after))
    if of and says_which(after[of + 1 : of + 2]):
        # `It says Porto for Ada`: that is what it says of Ada, and no text.
        after = after[:of]
    is_said = len(after) > 1 and after[0].text[:1].isupper() and all(t.kind == "word" for t in after)
    return bare(" ".join(t.text for t in after)) if is_said else ""


def _is_of_a_layer(token: Token) -> bool:
    """Whether a word only speaks of a thing such as a dialog that is open; `Open` is what a column may say."""
    return token.norm in THINGS or (token.text.islower() and token.norm in ("open", "abierto", "abierta"))


def _listed_anew(page: Page, before: Sequence[Page]) -> list[str]:
    """The entries that no page before has shown."""
    old = {normal(text) for each in before for _, text in items(each)}
    return [text for _, text in items(page) if normal(text) not in old]


def _turned(before: Page, now: Page, old: Token, new: Token) -> bool:
    """Whether an entry, a text or what stands beside a label said the old value, and says the new one in its place."""
    for _, text in items(before):
        if says(text, old) and (again := same_item(now, text)) and says(again, new) and not says(again, old):
            return True
    was, is_ = ([normal(text) for text in page.readable] for page in (before, now))
    told = {text.replace(bare(old.text), bare(new.text)) for text in was if says(text, old) and text != bare(old.text)}
    beside = {a for a, b in pairwise(was) if b == bare(old.text)} & {a for a, b in pairwise(is_) if b == bare(new.text)}
    return bool(told & set(is_)) or bool(beside)


def _change_at(part: Part) -> int | None:
    """Where a check says that something `goes from 17 to 13`."""
    for at in range(len(part.words) - 3):
        lead, old, to, new = part.words[at : at + 4]
        if lead.norm in ("from", "de") and to.norm in ("to", "a") and old.is_value and new.is_value:
            return at
    return None

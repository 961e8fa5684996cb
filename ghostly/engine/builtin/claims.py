"""What a goal says to be so, held against the page as it was then: `check that it shows Draft`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Self
from urllib.parse import urlsplit

from ..page import Node, Page
from ..planning import Tried
from .alone import owner_told
from .apiece import each_told
from .besides import SELVES
from .case import value_of, writes
from .deeds import holds_value
from .echo import page_without_echo
from .evidence import (
    CHANGES,
    EXACTLY,
    ITSELF,
    LOOKS,
    MESSAGES,
    NO_ACTS,
    STEPS,
    THINGS,
    TYPES,
    Check,
    another_so,
    best_item,
    deed,
    entry_told,
    is_about_itself,
    is_how,
    is_same_place,
    names_refusal,
    place_before,
    shown_at,
    shows_as,
    tells_of_doing,
    tells_of_message,
    whose_only,
    without_offers,
)
from .finding import turns_further
from .gone import LAYERS, NAUGHT, values_of
from .lexicon import EVERY, STOP, Verb, same
from .ordered import in_order
from .owned import ALL_OF, told_in
from .part import Part, aside_of, calls_off, content_of, gives_up, groups_of
from .provisos import only_kind, stays_as_it_was
from .questions import COUNTED, Answer, answer, is_set, items, lists, says, shows_value
from .ranks import ranked, ranked_own, told_in_row
from .refused import listed_anew
from .renewed import new_kind, with_its_value, with_new_value, with_own_name
from .sections import in_section
from .showing import SETTINGS, field_of, is_sentence, says_unchanged
from .speech import (
    BOTH,
    COMES,
    COMMA,
    DETERMINERS,
    ENDS_UP,
    ITS,
    KEPT,
    MODAL,
    NEW,
    OF_THEM,
    SOLELY,
    STILL,
    finite_at,
    tells_of,
)
from .stages import at_step
from .subjects import DATA, names_of
from .tallies import tally
from .toggled import toggled_so
from .totals import sums_told
from .unchanged import Unchanged
from .units import with_signs
from .unkept import keeps_nothing
from .words import NUMBER_WORDS, Token, bare, normal, parts, stem, tokens_of

_ASKS = (at_step, each_told, in_order, ranked, told_in_row, in_section, toggled_so, tally, answer)
_NOTICE = re.compile(
    r"(?:confirmation|success|message|notification|toast|notice|confirmacion|mensaje|aviso|exito|acknowledg|thank|agradec|gracias$|da[rn]?$)"
)
# What people call all that they have filled in.
_ENTERED = {
    "value", "values", "detail", "details", "data", "field", "fields", "valor", "valores", "dato", "datos", "campos",
    "entered", "introducido", "introducidos", "rellenado", "rellenados",
}  # fmt: skip
_FILLING: frozenset[Verb] = frozenset({"create", "edit", "fill", "choose", "say"})
_SENDING: frozenset[Verb] = frozenset({"save", "delete", "login", "logout", "accept"})
_ROWS = {"row", "fila", "entry", "card", "entrada", "tarjeta", "ficha"}
_EVERY_ONE = {"every", "each", "all", "todos", "todas", "cada", "everything"}
_EVERY_WORDS = _EVERY_ONE | {"etiqueta", "tag", "label", "badge", "llevan", "lleva", "carry", "shown", "rows", "row"}
_THE_ONE = {"the", "el", "la", "this", "that", "este", "esta"}
_NO_ONE = {"none", "no", "ninguno", "ninguna", "ningun"}
_OTHER = {"another", "other", "different", "else", "otro", "otra", "otros", "otras", "distinto", "distinta"}
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
# How a check says that something is to be seen, unless it is nowhere.
_IS_SEEN = {
    "found", "find", "listed", "shown", "visible", "appear", "appears", "exist", "exists", "displayed", "there",
    "encontrar", "encontrarse", "encuentra", "aparecer", "aparece", "salir", "sale", "figurar", "figura", "verse",
    "existe", "existir",
}  # fmt: skip
_NOWHERE = NAUGHT | {"nowhere", "impossible", "imposible", "no", "not"}
_STAYS = STILL | {"stay", "remain", "listed", "permanecer", "continuar", "quedarse"}
# What goes on with what was begun, before it is saved or called off.
_GOES_ON = {"fill", "choose", "check", "uncheck"}
_ALL_SO_BEFORE = "All that the goal checks had been so before."
_TWO = {"both", "ambos", "ambas", "either"}
_OR = {"or", "o", "u"}
# Verbs that are said of several things.
_ARE_MANY = {
    "they", "are", "were", "remain", "stay", "siguen", "sigan", "estan", "esten", "quedan", "queden", "continuan",
    "permanecen", "son", "these", "those", "deben", "tienen",
}  # fmt: skip
_THEY = BOTH | {"neither", "none", "ninguno", "ninguna", "either", "three", "tres"}


class Claims(Unchanged):
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
        if (signed := with_signs(part.words)) != part.words:
            found = self._claimed(replace(part, words=signed))
            return replace(found, used=found.used | part.numbers)
        if (told := self._with_filled(part)) is not part:
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

    def _with_filled(self, part: Part) -> Part:
        """The check with what was filled in before, where it only says that it is the new name, or hers."""
        filled = [t for t in self._ok if t.planned.part < part.number and t.planned.step.action in TYPES]
        return with_new_value(with_own_name(with_its_value(part, filled), filled), filled)

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

    def _where_counted(self, part: Part) -> Self | None:
        """The case on the page that says how many there are of what a check counts, as that is when it is loaded again;
        none where the page itself is about such things."""
        page = self.counted_at(part)
        again = next((each for each in self.situation.revisited if page and each.url == page.url), None)
        if again is None:
            return None
        on_it = replace(self.situation, page=page_without_echo(again, self.goal), listed=None, revisited=())
        return replace(self, situation=on_it, reloaded=on_it.page)

    def _expected(self, part: Part) -> Check:
        if there := self._where_counted(part):
            return there._expected(part)
        if by := self._by_how_much(part):
            return by
        found = self._expected_anywhere(part)
        same_as = self._as_it_has_been(part)
        if same_as and (same_as.met is not None or not self.expects_refusal(part)):
            return same_as
        told = self._said_gone(part)
        if told and (not part.negated or found.met is None or (found.met and not told.met)):
            return told
        found = (self._otherwise(part) if found.met and not part.negated else None) or found
        return (self._on_buttons_only(part) if found.met and not part.negated else None) or found

    def _on_buttons_only(self, part: Part) -> Check | None:
        """What speaks against `the issue is still shown on plot 4`, where nothing but buttons such as `Close issue` say
        what is to be seen."""
        about = [t for t in part.words[: finite_at(part.words)] if t.kind == "word" and t.norm not in STOP | MODAL]
        stays = any(KEPT.match(t.norm) for t in part.words) and bool(_IS_SEEN & {t.norm for t in part.words})
        page = self.reloaded or self.situation.page
        if len(about) != 1 or about[0].names or not stays:
            return None
        told = [n for n in page.nodes if n.kind != "holder" and not n.hidden and says(n.said, about[0])]
        only = bool(told) and all(n.role == "button" and "expanded" not in n.states for n in told)
        lacking = f'Nothing but a button says "{about[0].text}".'
        return Check(None, lacking, part.numbers, against=True) if only and not says(page.title, about[0]) else None

    def _expected_anywhere(self, part: Part) -> Check:
        everything = part.numbers
        page = self.reloaded or self.situation.page
        turned = self._still_set(part, everything) or self._turned_in_entry(part, everything)
        if held := turned or self._all_held(part, everything) or self._setting_stays(part, everything):
            return held
        # A column says more of what was acted on than a field of that name that the page has besides, such as a filter.
        own = self._told_by_heads(part, self._subject(part)) if self.is_about_own(part) and not part.negated else ""
        if own:
            return Check(True, f'"{own[:120]}" says it in the columns that are named.', everything)
        if (sums := sums_told(part, page)) and not self._is_sum_of_own(part):
            return Check(sums.met, sums.said, everything, source=None if self.reloaded else "change")
        if self._kept_elsewhere(part) and (kept := self._others_stay(part, everything)):
            return kept
        if placed := self._all_entered(part, page) or self._at_foot(part, self._subject(part), everything):
            return placed
        # Where the run has gone for this check is a place, and says nothing of what is told of it.
        here = part.without(self._gone_to(part))
        asked = self._own_place(part, page) or next(filter(None, (ask(here, page) for ask in _ASKS)), None)
        if found := asked:
            check = Check(found.met, found.said, everything, source=None if self.reloaded else "change")
            others = [self._present(part, run, everything) for run in _runs(found.rest, part)] if found.met else []
            return next((other for other in others if not other.met), check)
        of_session = self._of_session(part, everything) or self._of_way_in(part, everything)
        return of_session or self._shown(part, everything)

    def _own_place(self, part: Part, page: Page) -> Answer | None:
        """At which place, or under which heading, stands what was made or changed last, where a check tells of nothing
        else."""
        changes = self._changes(part)
        untold = not any(t.norm in DETERMINERS | COUNTED for t in part.words[:1])
        is_own = self.is_about_own(part) or untold or bool(NEW & {t.norm for t in part.words})
        is_own = is_own or (bool(changes) and _is_of_kind(part, changes[-1]))
        if not is_own or not changes or changes[-1].verb not in ("create", "edit"):
            return None
        row = entry_told(page, self._made_in(page, changes[-1])) or self._acted_row(part, page)
        return (ranked_own(part, page, row) or in_section(part, page, row)) if row else None

    def _is_sum_of_own(self, part: Part) -> bool:
        """Whether `the total` and `it comes to` are said by the entry that was changed, and not of all of them."""
        subject = self._subject(part)
        if not self._changes(part) or part.negated:
            return False
        row = self._row_of_change(part)
        return bool(row and subject and all(says(row, t) for t in subject)) or bool(self._told_by_heads(part, subject))

    def _all_entered(self, part: Part, page: Page) -> Check | None:
        """`All four values are on the review page`: each that was filled in before is to be read there."""
        words = {t.norm for t in part.words}
        made = self._begun_before(part)
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
        values = self._told_since(made, part)
        if not values or any(n != len(values) for n in counts) or not all(shown_at(page, [t]) for t in rest):
            return None
        lacking = [v for v in values if not any(shows_value(text, v) for text in page.readable)]
        named = ", ".join(f'"{value}"' for value in lacking or values)
        return Check(not lacking, f"The page {'does not show' if lacking else 'shows'} {named}.", part.numbers)

    def _begun_before(self, part: Part) -> Part | None:
        """The part with which began what is looked at before it is sent: a form may be told of page by page."""
        made = None
        for before in reversed(self.goal.parts[: part.number]):
            if before.verb in _SENDING and not before.underway:
                break
            made = before if before.verb in _FILLING else made
        return made

    def _told_since(self, made: Part, part: Part) -> list[str]:
        """What the fields hold that were filled in between two parts, each as it was last."""
        filled = [t for t in self._ok if made.number <= t.planned.part < part.number]
        held = {t.planned.step.selector: value_of(t) for t in filled if t.planned.step.action in TYPES}
        return [value for value in held.values() if bare(value) and "{{" not in value] or self._values(made)

    def _still_set(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`That option is still on` is said of the box that was ticked last, or of what was chosen last, and `they are
        still on` of each that was turned on."""
        told = [t for t in content_of(part.words) if not is_how(t) and not {t.norm, stem(t.norm)} & _CHOICES]
        told = [t for t in told if t.norm not in ALL_OF | _THEY | _TURNED | NUMBER_WORDS.keys()]
        leads = STILL | _TURNED | _ARE_MANY
        told += [b for a, b in pairwise(part.words) if b.norm in ("on", "off") and a.norm in leads]
        wanted = is_set(told[0].norm) if len(told) == 1 and not told[0].is_value else None
        choices = [t for t in self._ok if t.planned.part < part.number and _sets_choice(t)]
        if wanted is None or part.negated or not choices:
            return None
        meant = choices[-1:]
        if _speaks_of_several(part):
            # `Tick A and untick B; they are still on` speaks of those that were brought to just that.
            last = {t.planned.step.selector: t for t in choices}
            meant = [t for t in last.values() if _is_brought_to(t, wanted)] or meant
        counts = {2} if _TWO & {t.norm for t in part.words} else set()
        counts |= {NUMBER_WORDS[t.norm] for t in part.words if t.norm in NUMBER_WORDS}
        if counts - {len(meant), 1}:
            return Check(None, f'{len(meant)} were set, not as many as "{part.said}".', everything, against=True)
        return self._each_held(meant, wanted, everything)

    def _each_held(self, meant: Sequence[Tried], wanted: bool, everything: frozenset[int]) -> Check | None:
        """Whether each box is set still, or is not; None where the only one is not to be seen."""
        held = [self._is_held(tried, wanted, everything) for tried in meant]
        seen = [check for check in held if check]
        if len(seen) < len(held):
            unseen = Check(None, "Not all that was set can be seen after a reload.", everything, against=True)
            return unseen if len(held) > 1 else None
        wrong = next((check for check in seen if not check.met), None)
        return wrong or replace(seen[0], said=" ".join(check.said for check in seen))

    def _is_held(self, tried: Tried, wanted: bool, everything: frozenset[int]) -> Check | None:
        """Whether what a step ticked or chose is set now, or is not, as is wanted; None where it is not to be seen."""
        pages = (self.reloaded or self.situation.page, self.situation.inside)
        was = field_of(tried.before, tried.planned.step.selector)
        now = next(filter(None, (field_of(page, tried.planned.step.selector) for page in pages)), None)
        if was is None or now is None or now.role != was.role or now.said != was.said:
            return None
        if now.checked is None:
            chosen = {bare(text) for o in now.options if o.selected for text in (o.label, o.value)}
            is_on = bool(chosen & {bare(v) for v in values_of(tried)})
        else:
            is_on = now.checked
        again = "After a reload " if self.reloaded else ""
        return Check(is_on is wanted, f'{again}"{now.said}" is {"" if is_on else "not "}set.', everything)

    def _shown(self, part: Part, everything: frozenset[int]) -> Check:
        """What a check comes to that asks for texts."""
        if part.negated and names_refusal(part):
            return self._said_not_kept(part, everything) or self._not_made(part, everything)
        if part.negated and (every := self._said_of_every(part, everything)):
            return every
        if self.expects_refusal(part):
            return self._refused(part, everything)
        apart = self._among_others(part) or self._others_stay(part, everything) or self._not_listed(part)
        return apart or self._shown_of(part, everything)

    def _said_not_kept(self, part: Part, everything: frozenset[int]) -> Check | None:
        """What a page says itself in so many words, where nothing was filled in: `No orders saved`."""
        begun = any(p.verb not in LOOKS | {"click", "press"} for p in self.goal.parts[: part.number])
        told = [t for t in content_of(part.words) if not is_how(t)]
        new = [text for text in self._said_since() if keeps_nothing(tokens_of(text))]
        said = next((text for text in new if told and all(says(text, t) for t in told)), "")
        return Check(True, f'The page says "{said}".', everything, source="change") if said and not begun else None

    def _shown_of(self, part: Part, everything: frozenset[int]) -> Check:
        """What a check comes to by its subject."""
        it_is = self._of_holder(part, everything) or self._it_in_column(part, everything) or self._some_left(part)
        if found := self._of_all_listed(part, everything) or it_is or self._state_missed(part, everything):
            return found
        placed = self._acted_at_end(part) or self._is_shown_one(part) or self._rest_stays(part)
        if gone := placed or self._out_of_the_way(part) or self._come_to(part):
            return replace(gone, used=everything)
        subject = self._subject(part)
        if (done := deed(part)) and _tells_of_saving(part, subject):
            return self._told_and_kept(part, done, everything)
        if subject and all(_NOTICE.match(t.norm) and not t.names for t in subject) and not part.negated:
            return self._noticed(part, everything)
        if not subject and (meant := self._meant_by_it(part)):
            return self._of_it(part, meant, everything)
        if state := self._state_alone(part, subject, everything):
            return state
        of_them = part.negated and all(t.norm in _THEY for t in subject)
        if of_them or all(_is_of_a_layer(t) for t in subject) or self._tells_of_change(part, subject):
            return self._of_last_change(part, everything)
        return self._not_so(part, subject, everything) if part.negated else self._said_of(part, subject, everything)

    def _of_all_listed(self, part: Part, everything: frozenset[int]) -> Check | None:
        """What is said of every row of a list, of what a search has found, or of an empty list."""
        if sought := self._sought_in_vain(part):
            found = self._found_by_none(sought, everything) or self._finds_nothing(sought, everything)
            return found or self._absent(sought, everything)
        every = self._said_of_every(part, everything) if _is_of_rows(part) else None
        return every or self._list_is_empty(part)

    def _of_it(self, part: Part, meant: Sequence[Token], everything: frozenset[int]) -> Check:
        """What a check comes to that names nothing but `it`, which is what was acted on last."""
        if part.negated:
            return self._absent(meant, everything)
        if done := deed(part):
            return self._told_done(part, done, everything)
        turned = self._turned_in_list(part, meant)
        return replace(turned, used=everything) if turned else self._present(part, meant, everything)

    def _told_and_kept(self, part: Part, done: Token, everything: frozenset[int]) -> Check:
        """Whether a message says that something was saved, and no field that was set has lost what it was given."""
        told = self._told_done(part, done, everything)
        held = self._held_until(part) if told.met and self.reloaded else []
        lost = next((check for check in held if check.met is False), None)
        return replace(lost, used=everything) if lost else told

    def _tells_of_change(self, part: Part, subject: Sequence[Token]) -> bool:
        """`The badge changes` after something was: what it changed to is to be new on the page."""
        changes = any(_CHANGES.match(t.norm) for t in part.words) and all(t.norm in _SIGNS for t in subject)
        kind = new_kind(part.words)
        # `The card shows the new price` is said of what holds it.
        changes = changes or (bool(subject) and bool(kind) and all(t in kind or t.norm in ITSELF for t in subject))
        # `Her card appears` of what was made for her.
        changes = changes or (bool(subject) and _is_its_entry(part) and all(t.norm in _ROWS for t in subject))
        return (changes or _means_values(part, subject)) and not part.negated and bool(self._changes(part))

    def _come_to(self, part: Part) -> Check | None:
        """`I should land on the list of customers`: the page has to call itself so, and not only to mention them."""
        at = next((i for i, t in enumerate(part.words) if t.norm in COMES | ENDS_UP), None)
        led = part.words[: at + 1] if at is not None else ()
        names = [t for t in content_of(part.words[len(led) :]) if not is_how(t) and t.norm not in THINGS]
        if part.negated or not SELVES & {normal(t.text) for t in led} or not names or any(t.is_value for t in names):
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
        announced = is_about_itself(part) and self._is_announced(subject)
        told = self._present if announced else self._said_somewhere
        found = told(part, subject, everything)
        page = self.reloaded or self.situation.page
        if (
            found.met
            and (SOLELY | EXACTLY) & {t.norm for t in part.words}
            and not only_kind(part.words)
            and not owner_told(part, subject)
            and (other := another_so(page, part, subject, whose_only(part.words)))
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
                t
                for p in self.goal.parts[: part.number]
                if p.verb in ("filter", "search", "choose")
                for t in names_of(p)
            ]
        before = self.goal.parts[part.number - 1].verb if part.number else ""
        # `Every row says Paid` means them all, whatever was done before.
        of_rows = is_every and _is_of_rows(part)
        looked = any(p.verb in ("filter", "search", "choose", "check", "sort") for p in self.goal.parts[: part.number])
        looked, changed = looked or of_rows, bool(self._changes(part)) or before in ("create", "edit")
        listed = max(lists(self.reloaded or self.situation.page), key=len, default=[])
        is_not = part.negated and not is_none and words[0] in _NO_ONE and bool(OF_THEM & set(words[1:4]))
        if not (is_every or is_none or is_not) or not told or not looked or (changed and not of_rows) or not listed:
            return None
        heads = {w for n in (self.reloaded or self.situation.page).nodes if n.role == "heading" for w in parts(n.said)}
        if is_every and all(not t.names and any(same(t.norm, w) for w in heads) for t in told):
            # `All orders are shown` of a list that was narrowed says nothing of its entries.
            return Check(None, f'Nothing tells whether "{part.said}".', everything, against=True)
        if is_not:
            return self._said_of_none(listed, told, everything)
        page = self.reloaded or self.situation.page
        itself = [(without_offers(page, node, part.words), text) for node, text in listed]
        either = _alternatives(part.words, told)
        wrong = [text for own, text in itself if not any(all(says(own, t) for t in each) for each in either)]
        said = '" or "'.join(" ".join(t.text for t in each) for each in either)
        if wrong:
            return Check(False, f'"{wrong[0][:80]}" does not say "{said}".', everything)
        if is_every and not either[1:] and (lost := self._lost_by_narrowing(part, listed, told)):
            gone = f'"{lost[:80]}" says "{said}" too, and is not listed any more.'
            return Check(None, gone, everything, against=True)
        return Check(True, f'All {len(listed)} entries say "{said}".', everything)

    def _lost_by_narrowing(self, part: Part, listed: Sequence[tuple[Node, str]], told: Sequence[Token]) -> str:
        """An entry that a list has lost when it was narrowed by one thing, though it says that in the same place as
        those that are left."""
        narrows = [p for p in self.goal.parts[: part.number] if p.verb in ("filter", "search", "choose")]
        page = self.reloaded or self.situation.page
        steps = self._steps_of(narrows[0]) if len(narrows) == 1 and not self._changes(part) else []
        before = next((t.before for t in steps if t.before and is_same_place(t.before, page)), None)
        asked = {t.norm for t in narrows[0].words} if narrows else set()
        if before is None or turns_further(page) or not all(t.norm in asked for t in told):
            return ""
        now, places = {normal(text) for _, text in listed}, [_places_of(page, node, told) for node, _ in listed]
        same_place = set.intersection(*places)
        longest = max(lists(before), key=len, default=[])
        lost = (text for n, text in longest if normal(text) not in now and same_place & _places_of(before, n, told))
        return next(lost, "")

    def _said_somewhere(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check:
        """In its entry, in its columns, or anywhere."""
        words = {token.norm for token in part.words}
        if said := self._said_by_page(part, subject, everything):
            return said
        state = self._state_with(part, subject, everything) or self._state_in_list(part, subject, everything)
        if own := state or self._in_column(part, subject, everything):
            return own
        its = self._of_each_acted(part, subject, everything) or self._of_its_entry(part, subject, everything)
        its = its or self._fact_turned(part, everything)
        if its := its or self._has_gone_over(part, everything) or self._labelled_apart(part, subject, everything):
            return its
        if row_told := self._told_by_heads(part, subject):
            return Check(True, f'"{row_told[:120]}" says it in the columns that are named.', everything)
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
        tells_entry = (is_about_itself(part) and _ROWS & words) or shows_as(part.words)
        if not row and tells_entry and self._acted(part.number):
            return Check(
                None, f'Which entry "{part.said}" is about cannot be told any more.', everything, source="coverage"
            )
        if row and all(says(row, t) or any(says(text, t) for text in self._texts()) for t in subject):
            return Check(True, f'"{row[:80]}" says it{" after a reload" if self.reloaded else ""}.', everything)
        return self._said_of_another(part, subject, everything) or self._present(part, subject, everything)

    def _said_by_page(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`It says "Note saved."` of the page, whatever was saved; and what a page is to say and does not."""
        if subject and all(t.kind == "quoted" and is_sentence(t) for t in subject) and is_about_itself(part):
            return self._present(part, subject, everything)
        unsaid = self._unsaid(part)
        return Check(False, f'The page does not say "{unsaid}".', everything) if unsaid else None

    def _of_deleted(self, part: Part, changes: Sequence[Part]) -> Check:
        """What a check says of what was deleted: that it is gone, or there still."""
        said = {t.norm for t in part.words}
        stays = not part.negated and not said & _NOWHERE and bool((_STAYS | _IS_SEEN) & said)
        if stays and self._is_to_stay(changes[-1]):
            return self._left_alone(changes[-1])
        gone = [self._deleted(each) for each in changes if each.verb == "delete"] or [self._deleted(changes[-1])]
        check = next((each for each in gone if not each.met), gone[-1])
        # That it is gone is no proof of `it must still be in the list`.
        return replace(check, met=False) if stays and check.met else check

    def _of_last_change(self, part: Part, used: frozenset[int]) -> Check:
        changes = self._changes(part) or self._sent(part)
        if not changes and is_about_itself(part):
            changes = [each for each in self.goal.parts[: part.number] if each.verb == "fill" and self._values(each)]
        if not changes or any(t.norm in LAYERS for t in part.words):
            return self._of_a_kind(part, used)
        if _means_values(part, content_of(part.words)):
            check = self._shows_values(changes)
        elif part.negated and changes[-1].verb != "delete" and NEW & {t.norm for t in part.words}:
            # `And not the new one`: it is the old one that is to be there.
            new = self._changed(changes[-1])
            check = replace(new, met=not new.met) if new.met is not None else new
        elif changes[-1].verb == "delete" or part.negated:
            check = self._of_deleted(part, changes)
        elif (named := _names_in(changes[-1])) and not self._values(changes[-1]):
            turned = self._turned_in_list(part, named[0]) if len(named) == 1 else None
            check = turned or self._shown_all(named)
        else:
            check = self._changed(changes[-1])
            if not check.met and changes[-1].verb not in CHANGES:
                check = self._said_and_held(part, used) or check
        return (
            Check(check.met, check.said, used | check.used, check.app_bug)
            if check.met is not None
            else Check(False, check.said, used)
        )

    def _turned_in_list(self, part: Part, named: Sequence[Token]) -> Check | None:
        """Whether the one entry in which something was pressed is listed where the check led, and says something else
        now than it said then; None where it is not listed."""
        acted = self._acted(part.number) if self._looked_for(part) and not part.negated else None
        own = [t for t in named if acted and says(acted[1], t)]
        if acted is None or acted[0].before is None or not own or self._verb_of(acted[0]) in LOOKS:
            return None
        pages = (acted[0].before, self.situation.page, self.reloaded or self.situation.page)
        then, here, again = (
            {told_in(p, text) for _, text in items(p) if all(says(text, t) for t in own)} for p in pages
        )
        if not len(then) == len(here) == len(again) == 1:
            return None
        said = next(iter(here))[:80]
        if then & (here | again):
            return Check(False, f'"{said}" is listed as it was.', app_bug=self.reloaded is not None)
        return Check(
            True, f'"{said}" is listed{" after a reload" if self.reloaded else ""}, and said something else before.'
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

    def implied(self, part: Part, has_checks: bool) -> Iterable[Check]:
        """What must be true although the goal does not say so."""
        if part.verb == "fill" and (lost := self._denied_and_lost(part)):
            yield lost
        if part.verb == "login" and self._steps_of(part) and not self.is_kept_out(part):
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
        elif not has_checks and part.verb not in ("expect", *CHANGES) and self._is_last_act(part):
            yield self._moved()

    def _is_pressed_in_entry(self, part: Part) -> bool:
        """Whether nothing was filled in for what is to be registered, and only a button pressed in the entry of a thing
        that was there before: `register the return of the ladder`."""
        steps = self._steps_of(part)
        pressed = all(t.planned.step.action == "click" and t.planned.target for t in steps) and not self._values(part)
        in_entry = bool(steps) and self._item_acted(steps[-1]) is not None
        is_button = bool(steps) and steps[-1].planned.target is not None and steps[-1].planned.target.role == "button"
        return pressed and in_entry and is_button and not any(t.planned.part > part.number for t in self._ok)

    def _denied_and_lost(self, part: Part) -> Check | None:
        """A field that holds neither the old value, which is all that the goal says of it, nor what it was given."""
        checks = [p for p in self.goal.parts[part.number + 1 :] if p.verb == "expect"]
        denied = {bare(t.text) for p in checks if p.negated for t in p.words if t.names}
        if not checks or not all(p.negated for p in checks):
            return None
        for tried in (t for t in self._ok if t.planned.part == part.number and t.planned.step.action == "fill"):
            was = field_of(tried.before, tried.planned.step.selector)
            now = field_of(self.reloaded or self.situation.page, tried.planned.step.selector)
            typed = values_of(tried)[:1]
            if was and now and bare(was.value) in denied and not all(holds_value(now, bare(v)) for v in typed):
                return Check(False, f'"{now.said}" says "{now.value}", and not "{typed[0]}".', app_bug=True)
        return None

    def _is_last_act(self, part: Part) -> bool:
        """Whether nothing follows but that other things are left alone."""
        return all(p.verb == "expect" and stays_as_it_was(p) for p in self.goal.parts[part.number + 1 :])

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
        anew = (best_item(listed_anew(page, self._before()), values) for page in pages if values)
        kept = next(filter(None, anew), "")
        if kept or self._changed(part).met:
            said = f'"{kept or part.said}" was saved, though it was called off.'
            yield Check(False, said, part.numbers, app_bug=True)

    def _of_change(self, part: Part, has_checks: bool) -> Iterator[Check]:
        if part.verb == "create" and self._is_pressed_in_entry(part):
            yield from () if has_checks else (self._moved(),)
            return
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

    def _called_off(self, part: Part) -> list[Check]:
        """What is cancelled may stay in its list: then what the goal says of it decides, unless all that was so before
        and its entry says what it said."""
        check = self._deleted(part)
        in_vain = check.met is None and self._listed_as_it_was(self.gone(part)) and self._proves_nothing()
        return [check] if check.met is not None or in_vain else []

    def _proves_nothing(self) -> bool:
        """Whether all that the goal checks had been so before anything was done."""
        acts = (t for t in self._ok if self.goal.parts[t.planned.part].verb not in LOOKS and not t.planned.explores)
        first = next((t for t in acts if t.before), None)
        if first is None or first.before is None or first.before.dialog:
            return False
        checks = [self._with_filled(part) for part in self.goal.parts if part.verb == "expect"]
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


def _is_of_rows(part: Part) -> bool:
    """`Every row says Paid`"""
    words = [t.norm for t in part.words[:5]]
    return not part.negated and any(a in _EVERY_ONE and stem(b) in _ROWS for a, b in pairwise(words))


def _is_of_kind(part: Part, made: Part) -> bool:
    """Whether a check begins with the one thing that was made: `the order` behind `create an order for Ada`."""
    article, noun = (*part.words[:2], COMMA, COMMA)[:2]
    kinds = [t for t in made.words[:3] if t.kind == "word" and t.text.islower() and t.norm not in STOP]
    is_one = made.verb == "create" and article.norm in _THE_ONE and noun.kind == "word"
    return is_one and any(same(noun.norm, kind.norm) for kind in kinds[:1])


def _is_its_entry(part: Part) -> bool:
    """Whether a check tells of the row or card of something, and of nothing else: `its card`, `su fila`."""
    return any(a.norm in ITS and b.norm in _ROWS for a, b in pairwise(part.words))


def _tells_of_saving(part: Part, subject: Sequence[Token]) -> bool:
    """Whether a message is to say that something was done, to nothing that is named."""
    of_settings = all(t.norm in SETTINGS | MESSAGES and t.text.islower() for t in subject)
    return (not subject and tells_of_doing(part)) or (of_settings and tells_of_message(part))


def _means_values(part: Part, subject: Sequence[Token]) -> bool:
    """`Both values`, `all the changes`: what was filled in, and nothing that is named."""
    lead = [t for t in part.words[: finite_at(part.words) or 0] if t.norm not in STOP | MODAL - ALL_OF]
    means = bool(ALL_OF & {t.norm for t in part.words[:1]}) and any(t.norm in DATA for t in subject)
    return means and all(t.norm in DATA | ALL_OF for t in lead) and not any(t.names for t in part.words[1:])


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


def _is_brought_to(tried: Tried, wanted: bool) -> bool:
    """Whether a step has set what it ticked or chose, or has taken it away."""
    action, was = tried.planned.step.action, field_of(tried.before, tried.planned.step.selector)
    turned = was is not None and (was.checked is not True or was.role == "radio")
    return (turned if action == "click" else action != "uncheck") is wanted


def _speaks_of_several(part: Part) -> bool:
    """`They are still on`, `siguen activadas`."""
    return any(t.norm in _ARE_MANY or t.norm in _THEY or t.norm in ALL_OF for t in part.words)


def _places_of(page: Page, entry: Node, told: Sequence[Token]) -> set[int]:
    """Which of the texts of an entry say all of it."""
    texts = [n.said for n in page.within(entry) if n.kind == "text" and n.said and not n.hidden]
    return {at for at, text in enumerate(texts) if all(says(text, t) for t in told)}


def _runs(tokens: Sequence[Token], part: Part) -> list[list[Token]]:
    """The tokens that stand together in a check, with no comma and no `and` between them."""
    groups = [[t for t in group if t in tokens] for group in groups_of(part.words)]
    return [group for group in groups if group]


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


def _is_lacking(row: str, token: Token) -> bool:
    """Whether a value or a name is not in the row; words may be in its head."""
    return token.names and not says(row, token)


def _is_of_a_layer(token: Token) -> bool:
    """Whether a word only speaks of a thing such as a dialog that is open; `Open` is what a column may say."""
    return token.norm in THINGS or (token.text.islower() and token.norm in ("open", "abierto", "abierta"))


def _alternatives(words: Sequence[Token], told: Sequence[Token]) -> list[list[Token]]:
    """Of what is told of every entry, what one of them may say instead of another: `all of them are Open or Paid`."""
    runs: list[list[Token]] = [[]]
    for at, token in enumerate(words):
        if token.norm in _OR and runs[-1]:
            # `All of Ada or Bo are Open` says one thing of both.
            if any(map(tells_of, words[at:])):
                return [list(told)]
            runs.append([])
        elif token in told:
            runs[-1].append(token)
    return runs if all(runs) else [list(told)]

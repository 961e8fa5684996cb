"""What the steps have to have brought about: what was entered is kept, what was deleted is gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

from ..page import ENTRIES, Node, Page
from ..planning import Tried
from ..steps import Step
from .belonging import is_of_kind, kind_of, leads_to_kind, owned_thing, owner_kind
from .bulk import is_of_actions
from .case import Case, value_of
from .dragging import is_drag, was_in_vain
from .evidence import (
    DELETED,
    ITSELF,
    LEAST_TOLD,
    LONGEST_ENTRY,
    LOOKS,
    NOTHING_CHANGED,
    PRESSES,
    SAME_ENTRY,
    SETS,
    THINGS,
    TYPES,
    Check,
    address_of,
    asks_to_sign_in,
    best_item,
    common,
    complaints,
    entry_told,
    heads_row,
    is_how,
    is_same_place,
    item_of,
    names_before,
    new_items,
    path_of,
    same_item,
    shown_at,
    without_acts,
)
from .finding import does, has_more_pages, only_filters, turns_further
from .growing import counting_page
from .labelled import facts_told
from .lexicon import STOP, same, same_name, verbs
from .matching import Reading, holds
from .part import Part, calls_off, content_of, gives_up
from .provisos import stays_as_it_was
from .questions import (
    as_amount,
    cell_under,
    counts_so,
    first_said,
    head_words,
    items,
    lists,
    says,
    shows_value,
    values_by_head,
)
from .reopening import field_inside, is_meant, told_inside
from .speech import BOTH, KEPT, NEW, NOT, STILL, finite_at, means_one
from .steppers import steppers, wanted_number
from .vouching import refuses_entry, vouches
from .words import NUMBER_WORDS, Token, bare, count_of, normal, parts

_CODES = {"code", "codigo", "otp", "pin", "verification", "verificacion", "2fa", "mfa"}
# Words that say whether somebody is signed in, and what may stand with them.
_IN_SESSION = {"signed", "logged", "sesion", "entrado", "identificado", "identificada", "logueado", "logueada"}
_OF_SESSION = {
    "i'm", "we're", "user", "usuario", "sigo", "sigue", "seguimos", "estoy", "estamos", "haber", "he", "ha", "stay",
    "stays", "remain", "remains", "iniciada", "iniciado", "abierta", "been", "seguir", "estar", "quedar",
}  # fmt: skip
# How a check says after signing in that somebody gets in, or does not.
_GETS_IN = {"get", "gets", "let", "lets", "come", "comes", "go", "goes", "allowed", "admitted"}
_GOES_IN = {
    "enter", "enters", "admitted", "entrar", "entra", "entre", "entramos", "entren", "acceder", "accede", "acceda",
}  # fmt: skip
_LETS_IN = {
    *_GETS_IN, *_GOES_IN, "application", "app", "system", "site", "into", "aplicacion", "sistema", "poder", "puede",
    "pueda", "podamos", "dejar", "dejarnos", "dejarme", "dejarle", "deja", "deje", "permitir", "permite", "permitirse",
}  # fmt: skip
# What people call the form that lets them in, and how they say that it is there.
_WAY_IN = {"login", "sign-in", "signin", "log-in", "acceso", "sesion", "entrada", "identificacion"}
_ENTERS = {
    "entrar", "acceder", "identificarme", "identificarse", "identifique", "identificarnos", "loguearme", "loguearse",
    "autenticarme", "autenticarse",
}  # fmt: skip
_ASKS = {
    "ask", "asks", "asked", "prompt", "prompts", "prompted", "require", "requires", "request", "requests", "pedir",
    "pide", "pida", "piden", "pedirme", "pedirnos", "pedirle", "pedirse", "solicita", "solicitar", "exige", "exigir",
}  # fmt: skip
_SIGN = {"sign", "log", "inicio", "iniciar"}
_FORMS = {"form", "page", "screen", "formulario", "pagina", "pantalla", "view", "vista"}
# Who was not let in.
_STAYS = {
    "stay", "stays", "remain", "remains", "still", "sigo", "sigue", "seguimos", "seguir", "quedo", "queda", "quedarse",
    "permanezco", "permanece", "todavia", "aun",
}  # fmt: skip
_COMES = {
    "get", "land", "back", "again", "sent", "returned", "taken", "redirected", "asked", "end", "up", "vuelve", "volver",
    "vuelvo", "regresa", "regreso", "salir", "sale", "salga", "mostrar", "mostrarse", "aparecer", "veo", "lleva",
    "nuevo", "inicial", "otra", "vez", "user", "usuario", *_STAYS, "i'm", "we're", "you're", "correo", "email",
}  # fmt: skip
_LISTS = {"table", "grid", "list"}
_LISTED = {"listed", "listada", "listado", "listadas", "listados"}
_BEING = {"estando", "saliendo", "apareciendo", "estar", "aparecer", "salir", "permanecer", "seguir", "continuar"}
# What is done without leaving the list.
_GOES_NOWHERE = {"expect", "save", "accept", "wait", "close"}
_OTHERS = {"other", "others", "otro", "otra", "otros", "otras"}
_FILLS = {"fill", "choose", "check", "uncheck", "clear"}
_ALTERS = {"edit", "drag"}
_AMOUNT = re.compile(r"\d+(?:[.,]\d{1,2})?")


_LEAST_NAME = 4
# What a list may say of a field instead of what it holds.
_FLAGS = {"yes", "no", "si", "view", "show", "ver", "set", "none", "filled", "given"}


class Deeds(Case):
    """What the steps have to have brought about, whether or not the goal says so."""

    def _changed_nothing(self, part: Part) -> bool:
        """Whether the last change before the check has left no trace."""
        change = self._changes(part)[-1]
        check = self._deleted(change) if change.verb == "delete" else self._changed(change)
        return check.met is not True

    def _was_overwritten(self, subject: Sequence[Token]) -> bool:
        """Whether it was typed on the way and then changed: the first one may have been kept all the same."""
        fills = [t.planned.step for t in self._ok if t.planned.step.action == "fill"]
        typed = [(i, s) for i, s in enumerate(fills) if all(says(str(s.value), t) for t in subject)]
        return any(
            s.selector == later.selector != "" and later.value != s.value for i, s in typed for later in fills[i + 1 :]
        )

    def _absent(self, subject: Sequence[Token], used: frozenset[int], asked: Sequence[Token] = ()) -> Check:
        """What a check comes to that says what is not there; `asked` are its words, and what buttons would do is
        nothing that is there unless they are about that."""
        named = " ".join(token.text for token in subject)
        # A notice that something was deleted names it too, and is gone after a reload.
        page = self.reloaded or self.situation.page
        page = without_acts(page, asked) if asked else page
        if place := shown_at(page, subject, notices=False, asked=subject):
            return Check(False, f'The page still shows "{place}".', used, absent=False)
        texts = [text for text in page.readable if all(says(text, t) for t in subject)]
        if denied := [text for text in texts if not vouches(text, subject, subject)]:
            # `No orders saved` shows no orders.
            return Check(True, f'The page says: "{denied[0][:120]}".', used, absent=False)
        seen = (without_acts(each, asked) if asked else each for each in self._pages())
        if self._is_left_out_by_search(subject, page):
            return Check(True, f'"{named}" is not among what was searched for.', used, absent=True)
        known = any(shown_at(each, subject) for each in seen) or self._was_overwritten(subject)
        if not known and not self._is_refused and not self._was_called_off(subject):
            return Check(None, f'"{named}" is not on the page, but was never seen before either.', used)
        if self._has_strayed(subject, page):
            return Check(
                None, f'"{named}" is not on this page, and nothing says that it was to be.', used, against=True
            )
        if not self._is_listed_elsewhere(subject):
            return Check(True, f'"{named}" is not on the page any more.', used, absent=True)
        url = self.listed_at(subject)
        again = next((each for each in self.situation.revisited if each.url == url), None)
        if again is None:
            said = f'"{named}" is not on this page, but it never was: it was seen on another one.'
            return Check(None, said, used, against=True)
        again = without_acts(again, asked) if asked else again
        if place := shown_at(again, subject, notices=False, asked=subject):
            return Check(False, f'The page that listed it still shows "{place}".', used, absent=False)
        return Check(True, f'"{named}" is not on the page any more that listed it.', used, absent=True)

    def _was_called_off(self, subject: Sequence[Token]) -> bool:
        """Whether it was only typed into what was called off then: the page need not have shown it before."""
        off = max((p.number for p in self.goal.parts if gives_up(p) and self._steps_of(p)), default=-1)
        typed = [value_of(t) for t in self._ok if t.planned.part < off and t.planned.step.action == "fill"]
        return any(all(says(value, t) for t in subject) for value in typed)

    def _is_left_out_by_search(self, subject: Sequence[Token], page: Page) -> bool:
        """Whether a list that was narrowed, and is shown whole, has others that are numbered alike, and not it."""
        narrowed = any(self.goal.parts[t.planned.part].verb in ("search", "filter") for t in self._ok)
        if not narrowed or len(subject) != 1 or subject[0].kind != "code" or has_more_pages(page):
            return False
        shape = re.sub(r"\d+", "0", normal(subject[0].text))
        entries = (n for group in lists(page) for n, _ in group)
        return any(re.sub(r"\d+", "0", normal(first_said(page, n))) == shape for n in entries)

    def _listed_as_it_was(self, names: Sequence[Token]) -> str:
        """The only entry with these names, where a list still says of it just what it said before."""
        url = self.listed_at(names)
        before = next((page for page in reversed(self._pages()) if page.url == url), None)
        now = (self.reloaded, self.situation.page, *self.situation.revisited)
        listed = [text for _, text in items(before) if all(says(text, t) for t in names)] if before else []
        again = [text for page in now if page for _, text in items(page) if all(says(text, t) for t in names)]
        return listed[0] if len(set(listed)) == 1 and again and set(again) == set(listed) else ""

    def _has_strayed(self, subject: Sequence[Token], page: Page) -> bool:
        """Whether a check has left the page that listed something to look elsewhere: there it cannot be missed."""
        last = self._ok[-1].planned if self._ok else None
        strays = last is not None and last.explores and self.goal.parts[last.part].verb == "expect"
        listed = self.listed_at(subject) if strays else ""
        return bool(listed) and urlsplit(listed).path != urlsplit(page.url).path

    def _is_listed_elsewhere(self, subject: Sequence[Token]) -> bool:
        """Whether the page, as it was before, did not show what another one listed: its absence there says nothing."""
        if not any(part.verb == "delete" for part in self.goal.parts):
            # A list that was searched or narrowed shows less, as it is to do.
            return False
        url = (self.reloaded or self.situation.page).url
        there = [each for each in self._pages() if each.url == url]
        seen_here = any(shown_at(each, subject) for each in there)
        listed = self.listed_at(subject)
        # An address that came with the deletion, as `/orders?gone=9`, may leave out what the list itself shows.
        is_new = not there and urlsplit(listed).path == urlsplit(url).path
        return (bool(there) or is_new) and not seen_here and not self._is_refused and bool(listed)

    def listed_at(self, subject: Sequence[Token]) -> str:
        """The address of the page that listed the subject in an entry last; empty when none did."""
        for page in reversed(self._pages()):
            heads = [n.said for n in page.nodes if n.role == "heading"]
            own = any(all(says(head, t) for t in subject) for head in heads)
            if not page.dialog and not own and any(all(says(text, t) for t in subject) for _, text in items(page)):
                return page.url
        return ""

    def _pages(self) -> list[Page]:
        """The pages as they were seen on the way."""
        return [self.situation.first, *(tried.before for tried in self._ok if tried.before)]

    def gone(self, part: Part) -> list[Token]:
        """The names of what a part deletes."""
        return [t for t in content_of(part.words) if t.names]

    def lists_left(self) -> list[str]:
        """The pages that listed what was deleted, or what was to stay, where the page at the end never did."""
        named = [(part, self.gone(part)) for part in self.goal.parts if part.verb == "delete"]
        gone = [self.listed_at(names) for _, names in named if names and self._is_listed_elsewhere(names)]
        gone += [page.url for part, _ in named for page in self._lists_of_kind(part)]
        gone += [self.list_unseen(part) for part in self.goal.parts]
        gone += [page.url for part in self.goal.parts if (page := self.counted_at(part))]
        told = ((*self.spared_told(p), *self.others_told(p), *self._kept_elsewhere(p)) for p in self.goal.parts)
        stay = [text for each in told for text in each]
        return [*gone, *(self._last_listed(text) for text in stay if not _count(self.situation.page, text))]

    def counted_at(self, part: Part) -> Page | None:
        """The page that said how many there are of what a check counts, where the page at the end is about others."""
        return counting_page(part, self.situation.page, self._pages()) if part.verb == "expect" else None

    def list_unseen(self, part: Part) -> str:
        """The address of the list from which a form was opened that is on the page still, where a check says that what
        was filled in is not to be in the list."""
        made = next((p for p in reversed(self.goal.parts[: part.number]) if p.verb in ("create", "edit", "say")), None)
        if part.verb != "expect" or not part.negated or made is None or not says_listed(part):
            return ""
        now, typed = self.situation.page, self._values(made)
        if not any(t.names and says(value, t) for value in typed for t in part.words):
            return ""
        pages = (p for p in reversed(self._pages()) if not is_same_place(p, now) and not asks_to_sign_in(p))
        page = next(pages, None)
        return page.url if page and items(page) and any(n.value for n in now.controls if n.tag == "input") else ""

    def _lists_of_kind(self, part: Part) -> list[Page]:
        """The pages that list such things by their own heading, as `the product` Products, and that listed this one,
        where it was taken off a list that is called otherwise."""
        acted = next((t.before for t in self._steps_of(part) if t.before and t.planned.target), None)
        names = self._words_of_acted(part)
        kinds = [t for t in part.words if t.kind == "word" and not t.names and t not in names and t.norm not in STOP]
        if acted is None or not names or _is_headed(acted, kinds):
            return []
        lists = [page for page in self._pages() if page.url != acted.url and _is_headed(page, kinds)]
        return [page for page in lists if any(all(says(text, t) for t in names) for _, text in items(page))]

    def _words_of_acted(self, part: Part) -> list[Token]:
        """The words of a part that the entry says in which it was carried out."""
        steps = ((t, item_of(t.before, t.planned.step.selector or "")) for t in self._steps_of(part) if t.before)
        item = next((item for t, item in steps if item and t.planned.target), "")
        return [t for t in content_of(part.words) if says(item, t)]

    def _last_listed(self, entry: str) -> str:
        """The address of the page that listed an entry last."""
        return next((page.url for page in reversed(self._pages()) if _count(page, entry)), "")

    def spared_told(self, part: Part) -> list[str]:
        """The one entry, as it was, that a check says to be left just so: `the order of Bo must stay as it was`."""
        until = finite_at(part.words) or 0
        names = [t for t in part.words[:until] if t.names and t.norm not in STOP]
        if part.verb != "expect" or not names or not stays_as_it_was(part):
            return []
        acted = {item for each in self._changes(part) if (item := self._first_acted(each)[1])}
        listed = [text for page in self._before() for _, text in items(page) if all(says(text, t) for t in names)]
        found = list(dict.fromkeys(listed))
        return found if len(found) == 1 and found[0] not in acted else []

    def others_told(self, part: Part) -> list[str]:
        """The entries, as they were, that a check means by `the other order of that customer`: those that say whose it
        is, but for the one that was changed."""
        until = finite_at(part.words) or 0
        change = next((each for each in reversed(self._changes(part)) if each.verb in ("delete", "edit")), None)
        about = part.words[:until]
        plain = about[sum(t.norm in ("that", "que") for t in about[:1]) :]
        one = means_one(plain) and bool(STILL & {t.norm for t in part.words})
        page, item = self._first_acted(change) if change else (None, None)
        if part.verb != "expect" or part.negated or not change or not (one or _speaks_of_another(about, change, page)):
            return []
        told = [t for t in about if t.names and t.norm not in STOP and not one] or names_before(change)
        names = [t for t in told if t.kind in ("word", "quoted") and item and says(item, t)]
        roles = {node.role for node, text in items(page) if text == item} if page else set()
        pages = [each for each in self._before() if page and path_of(each) == path_of(page)] if names else []
        listed = [(each, node, text) for each in pages for node, text in items(each) if node.role in roles]
        fits = [text for each, node, text in listed if text != item and not heads_row(each, node)]
        # `The one of 20 is still there` is that which says so, and not that which was changed.
        which = [t for t in about if t.is_value or t.norm not in STOP] if one else []
        if one and (not which or (item and all(says(item, t) for t in which))):
            return []
        fits = [text for text in fits if all(says(text, t) for t in names) and self._said_so(text, which)]
        found = list(dict.fromkeys(fits))
        return found or ([] if one or not page else _other_of_two(page, item, about))

    def _kept_elsewhere(self, part: Part) -> list[str]:
        """The entries, as they were, that a check says to be listed still after a change, where the page does not
        list them at the end: another page of the list may."""
        stays = _stays_at(part.words)
        changes = self._changes(part) if stays and part.verb == "expect" and not part.negated else []
        between = self.goal.parts[changes[-1].number + 1 : part.number] if changes else ()
        about = part.words[: min(finite_at(part.words) or stays, stays)] if changes else ()
        names = [t for t in about if t.names and t.norm not in STOP and count_of(t) is None]
        # A sentence begins with a capital: `Order ORD-7 is still listed`.
        names = [t for t in names if t is not about[0] or t.kind != "word" or part.verb_words] or names
        gone_to = any(planned.uses for planned in self._looked_for(part)) if changes else False
        if not changes or not names or gone_to or any(p.verb not in _GOES_NOWHERE for p in between):
            return []
        acted = {item for each in changes if (item := self._first_acted(each)[1])}
        listed = [(page, node, text) for page in self._before() for node, text in items(page)]
        fits = [text for page, node, text in listed if not heads_row(page, node) and all(says(text, t) for t in names)]
        found, counts = list(dict.fromkeys(fits)), [n for t in about if (n := 2 if t.norm in BOTH else count_of(t))]
        here = all(_count(self.situation.page, text) for text in found)
        # What was changed need not be as it was, wherever that was done.
        own = any(text in acted or all(says(text, t) for t in names_before(p)) for p in changes for text in found)
        return [] if here or own or len(found) != next(iter(counts), 1) else found

    def _others_stay(self, part: Part, used: frozenset[int]) -> Check | None:
        """Whether the others that a check means are listed still, just as they were."""
        spared, until = self.spared_told(part), finite_at(part.words) or _stays_at(part.words)
        others = spared or self.others_told(part) or self._kept_elsewhere(part)
        rest = [t for t in content_of(part.words[until:]) if not (is_how(t) or t.norm in _BEING)]
        # `As it was in the Orders` tells nothing of it, and `untouched with 14` does.
        rest = [t for t in rest if not spared or t.is_value or (t.names and not self._is_titled(t))]
        if not others:
            return None
        which = [t for t in content_of(_apposed(part.words[:until])) if t.norm not in STOP and not spared]
        others, rest = [text for text in others if all(says(text, t) for t in which)] or others, [*which, *rest]
        counted = {b.number for a, b in pairwise(rest) if all(self._counts(text, a, b) for text in others)}
        rest = [t for t in rest if t.number not in counted]
        if lacking := [text for text in others if not self._said_so(text, rest)]:
            return Check(None, f'"{lacking[0][:80]}" did not say that before.', used, against=True)
        now = (self.reloaded or self.situation.page, *self.situation.revisited)
        left = [text for text in others if not any(_count(page, text) for page in now)]
        if not left:
            told = ", ".join(f'"{text[:80]}"' for text in others)
            return Check(True, f"{told} is still listed, as it was.", used)
        known = {page.url for page in now}
        looked = self._last_listed(left[0]) in known and not any(same_item(page, left[0]) for page in now)
        # What another page of the list may show is not known to be gone.
        looked = looked and not any(map(has_more_pages, now))
        return Check(False if looked else None, f'"{left[0][:80]}" is not listed as it was.', used, against=True)

    def _is_titled(self, token: Token) -> bool:
        return any(says(title, token) for page in (*self._before(), self.situation.page) for title in page.titles)

    def _said_so(self, text: str, told: Sequence[Token]) -> bool:
        left = [t for t in told if not says(text, t)]
        return not left or {t.number for t in left} <= self._under_heads(text, told)

    def _under_heads(self, text: str, told: Sequence[Token]) -> set[int]:
        """What is told with the name of a column that an entry says in just that: `dated 3 May`, under `Date`."""
        rows = [(page, node) for page in self._before() for node, said in items(page) if said == text]
        by_head = [(*row, *each) for row in rows[:1] for each in values_by_head(row[0], told)]
        held = [(h, v) for page, node, h, v in by_head if all(says(cell_under(page, node, h), t) for t in v)]
        return {t.number for head, values in held for t in (*head, *values)}

    def _counts(self, text: str, number: Token, unit: Token) -> bool:
        """Whether an entry says so many of what a column is called by: `20 pieces`, under `Quantity`."""
        rows = ((page, node) for page in self._before() for node, told in items(page) if told == text)
        is_so = number.kind == "number" and unit.kind == "word"
        return is_so and any(counts_so(page, node, number, unit) for page, node in rows)

    def _is_changed_later(self, made: Part) -> bool:
        """Whether what was made is changed by a later part, which calls it `it` and proves that it is there."""
        later = self.goal.parts[made.number + 1 :]
        return any(p.verb == "edit" and not names_before(p) and ITSELF & {t.norm for t in p.words[:2]} for p in later)

    def _is_stuck(self, part: Part) -> Check | None:
        """Why what was dragged last has not been moved, if it has not."""
        for at, tried in enumerate(self._ok):
            others = any(not is_drag(t) for t in self._steps_of(part))
            is_own = tried.planned.part == part.number and not others
            if is_own and was_in_vain(tried, self._ok[at + 1 :], self.situation.page):
                said = tried.planned.target.name if tried.planned.target else "it"
                return Check(None, f'"{said}" was dragged, but nothing on the page has changed.', against=True)
        return None

    def _lost_since(self, part: Part) -> Check | None:
        """What was new on a page once it had been saved, and is not there any more when the goal loads it again."""
        saved = [i for i, t in enumerate(self._ok) if t.planned.part >= part.number and t.planned.commits]
        later = [t.before for t in self._ok[saved[0] + 1 :] if t.before] if saved else []
        if not later or any(p.verb in ("edit", "delete") for p in self.goal.parts[part.number + 1 :]):
            return None
        page = self.reloaded or self.situation.page
        told = self._made_in(later[0], part)
        entry = entry_told(later[0], told)
        if not entry or not is_same_place(later[0], page) or same_item(page, entry):
            return None
        return Check(False, f'"{told}" was shown, but is gone after the page was loaded again.', app_bug=True)

    def _is_unsent(self, part: Part) -> bool:
        own = self._steps_of(part)
        typed = [t for t in own if t.planned.step.action in TYPES]
        if typed and own[-1].planned.commits:
            return False
        after = [t for t in self._ok if t.planned.part > part.number]
        return bool(typed) and not any(t.planned.step.action in ("click", "press") for t in after)

    def is_kept_out(self, login: Part) -> bool:
        """Whether it is the signing in that is to be refused: nothing else is done after it."""
        after = self.goal.parts[login.number + 1 :]
        refused = self._is_refused or any(self.denies_session(part) or self._stays_out(part) for part in after)
        return refused and all(part.verb in LOOKS for part in after)

    def _stays_out(self, part: Part) -> bool:
        """`I stay on the sign-in page`"""
        stays = part.verb == "expect" and any(t.norm in _STAYS for t in (*part.verb_words, *part.words))
        found = self._of_way_in(part, frozenset()) if stays else None
        return found is not None and found.met is True

    def _signed_in(self) -> Check:
        page = self._until_signed_out()
        asks = [n for n in page.controls if n.type == "password" and not n.hidden]
        if asks:
            said = complaints(page)
            return Check(False, f"The sign-in form is still there{': ' + said[0] if said else '.'}", absent=False)
        if any(does(n, "logout") for n in page.controls if not n.hidden):
            return Check(True, "The sign-in form is gone, and the page offers to sign out.", absent=False)
        if told := next((text for text in page.readable if refuses_entry(text)), ""):
            return Check(False, f'The sign-in form is gone, but the page says: "{told[:160]}".', absent=False)
        if code := next((n for n in page.controls if not n.hidden and _asks_for_code(n)), None):
            said_so = f'The page asks for one thing more to sign in: "{code.said or code.label}".'
            return Check(None, said_so, against=True)
        return Check(True, "The sign-in form is gone.", absent=True)

    def _of_session(self, part: Part, used: frozenset[int]) -> Check | None:
        """`I'm still not signed in`: whether the page asks to sign in, or offers to sign out; None for other checks."""
        told = {t.norm for t in part.words if t.kind == "word"}
        idle = STOP | NOT | _IN_SESSION | _OF_SESSION
        if any(p.verb == "login" for p in self.goal.parts[: part.number]) and _says_let_in(part):
            told, idle = told | {"signed"}, idle | _LETS_IN
        if not told & _IN_SESSION or told - idle or any(t.is_value for t in part.words):
            return None
        page = self.situation.page
        asks, leaves = asks_to_sign_in(page), any(does(n, "logout") for n in page.controls if not n.hidden)
        if asks == leaves:
            return Check(None, "The page does not show whether somebody is signed in.", used, against=True)
        said = f"The page {'asks to sign in' if asks else 'offers to sign out'}."
        return Check(leaves is not (part.negated or "out" in told), said, used, source="change", absent=False)

    def _of_way_in(self, part: Part, used: frozenset[int]) -> Check | None:
        """`The login screen is back`, and `me tiene que pedir entrar`, whatever the page calls it: a form that asks for
        a password and lets somebody in; None where it is not there, or more is said of it."""
        told = {t.norm for t in part.words if t.kind != "mark" and not is_how(t)} - STOP
        norms = {t.norm for t in part.words}
        names = (_WAY_IN | _ENTERS) & told or (_SIGN & norms and {"in", "on"} & norms)
        said = (_FORMS | _ASKS) & norms or ("back" in norms and _WAY_IN & told)
        if part.negated or not names or not said or told - _WAY_IN - _ENTERS - _SIGN - _FORMS - _ASKS - _COMES:
            return None
        controls = [n for n in self.situation.page.controls if not n.hidden]
        lets_in = any(does(n, "login") for n in controls) and not any(does(n, "logout") for n in controls)
        if not lets_in or not asks_to_sign_in(self.situation.page):
            inside = any(does(n, "logout") for n in controls) and not any(n.type == "password" for n in controls)
            last = not any(p.verb == "login" for p in self.goal.parts[part.number :])
            return Check(False, "The page offers to sign out.", used, absent=False) if inside and last else None
        return Check(True, "The page asks to sign in.", used, source="change", absent=False)

    def denies_session(self, part: Part) -> bool:
        """Whether a check says that nobody is signed in."""
        return part.verb == "expect" and part.negated and self._of_session(part, frozenset()) is not None

    def _until_signed_out(self) -> Page:
        """The page as it was while somebody was signed in."""
        leaving = [p.number for p in self.goal.parts if self._leaves(p)]
        left = next((t.before for t in self._ok if t.planned.part in leaving and t.before), None)
        return left or self.situation.page

    def _moved(self) -> Check:
        """Whether the last part that did something has changed the page."""
        last = next((tried.planned.part for tried in reversed(self._ok) if tried.before), -1)
        # What only answers a question of the page belongs to what was asked for.
        first = last - 1 if last > 0 and self.goal.parts[last].implied else last
        began = next((t.before for t in self._ok if t.before and t.planned.part in (first, last)), None)
        if began is None or began.signature == self.situation.page.signature:
            return Check(None, NOTHING_CHANGED if began else "No step was carried out.", against=True)
        if failed := [trouble for trouble in self.troubles if trouble.kind in ("exception", "unread")]:
            # That the page has changed says little where something has failed besides.
            what = "a script of the page failed" if failed[0].kind == "exception" else "the application failed"
            return Check(None, f"Every step was carried out, but {what}: {failed[0].message}", against=True)
        if fallen := self._fallen_back():
            return Check(False, fallen, app_bug=True)
        if not self._is_held_inside() and (untouched := self._as_before()):
            return Check(None, untouched, against=True)
        if button := self._unsent_by(last):
            said = f'What was filled in was not sent: the goal does not say to press "{button}", nor what must be seen.'
            return Check(None, said, against=True)
        return Check(True, "Every step was carried out, and the page changed.", source="change")

    def _is_held_inside(self) -> bool:
        """Whether the form of what was changed still holds it, opened again after a reload: not all of it is listed."""
        held = [self._held_by_fields(part) for part in self.goal.parts if part.verb in _ALTERS]
        told = [check for check in held if check is not None]
        return self.situation.inside is not None and bool(told) and all(check.met for check in told)

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
        typed = [p.step.selector for p in done if p.step.action in SETS]
        page = self.situation.page
        if not done or (done[-1].step.action not in SETS and not (typed and done[-1].step.action == "click")):
            return ""
        node = next((n for n in page.controls if n.selector in typed), None)
        form = next((h for h in page.parents(node) if h.role == "form"), None) if node else None
        around = page.within(form) if form else page.controls if node else ()
        buttons = [n for n in around if n.role == "button" and not n.hidden and not n.disabled]
        if form is not None and (adds := [n for n in buttons if does(n, "create")]):
            # `Add reading` sends the form that it stands in.
            return adds[0].said
        return next((n.said for n in buttons if does(n, "save") and not does(n, "create")), "")

    def _changed(self, part: Part) -> Check:
        """Whether an entry is on the page that was not there before and says what was filled in."""
        values = self._values(part)
        now = new_items(self.situation.page, self._before())
        told = best_item(now, values)
        if told is None and (turned := self._turned_behind_label(part)):
            return turned
        if told is None and (kept := self._kept(part) or self._stepped(part) or self._placed_anew(part, values)):
            return kept
        if told is None and self.reloaded is not None:
            # What a page shows late is there all the same.
            told = best_item(new_items(self.reloaded, self._before()), values)
        if told is None and part.verb == "create" and (apart := self._shown_apart(part, values)):
            return apart
        if told is None and (same_as_before := self._as_it_was(part)):
            return Check(False, same_as_before, app_bug=True)
        wrong = (self._made_otherwise(part, values) or self._lacking(part, values)) if told is None else ""
        if wrong and self.reloaded is not None:
            return Check(False, wrong, app_bug=True)
        if told is None:
            shown = " and ".join(f'"{value}"' for value in values) or "what was asked for"
            return Check(None, f"Nothing new on the page shows {shown}.", against=True)
        for page in filter(None, (self.situation.page, self.reloaded)):
            wrong = self._contradicted(part, page, told) or self._of_another(part, page, values)
            if wrong := wrong or (self._as_it_was(part) if page is self.reloaded else ""):
                return Check(False, wrong, app_bug=True)
        return self._lasts(part, told, values)

    def _placed_anew(self, part: Part, values: Sequence[str]) -> Check | None:
        """An entry that was changed, and stands now under the heading that is called as what was chosen for it."""
        before, old = self._first_acted(part)
        if part.verb not in _ALTERS or before is None or not old or _count(before, old) != 1:
            return None
        pages = [page for page in (before, self.situation.page, self.reloaded) if page]
        over = [[_heading_of(page, node) for node, text in items(page) if text == old] for page in pages]
        was, *now = [heads[0] if len(heads) == 1 else "" for heads in over]
        if bare(was) == bare(now[-1]) or any(bare(head) != bare(now[-1]) for head in now):
            return None
        if not now[-1] or not any(bare(value) == bare(now[-1]) for value in values):
            return None
        again = " after a reload" if self.reloaded else ""
        return Check(True, f'"{old[:80]}" stood under "{was}", and stands under "{now[-1]}"{again}.')

    def _made_otherwise(self, part: Part, values: Sequence[str]) -> str:
        """What a new entry that is called as the one to be made says in the columns of other fields, where that was not
        what was typed."""
        page, longest = self.reloaded or self.situation.page, max(values, key=len, default="")
        new = new_items(page, self._before()) if part.verb == "create" and len(values) > 1 else []
        called = [text for text in new if shows_value(text, longest) and entry_told(page, text[:LONGEST_ENTRY])]
        return self._contradicted(part, page, called[0][:LONGEST_ENTRY]) if len(called) == 1 else ""

    def _lasts(self, part: Part, told: str, values: Sequence[str]) -> Check:
        """Whether what is new on the page is there still after a reload."""
        gone = self.reloaded is not None and best_item(new_items(self.reloaded, self._before()), values) is None
        # A message that somebody was subscribed may go; what is listed may not.
        is_listed = bool(entry_told(self.situation.page, told))
        is_message = part.verb == "say" and not is_listed
        if gone and self.reloaded and not is_listed and not is_message and _lists_more(self.reloaded):
            return Check(None, f'"{told}" was shown, but not in the page of the list that was seen.', against=True)
        if gone and not is_message:
            # What a message has said of a field may go, where that holds it still.
            if turned := self._turned_behind_label(part) or (None if is_listed else self._held_by_fields(part)):
                return turned
            return Check(False, f'"{told}" was shown, but is gone after the page was loaded again.', app_bug=True)
        still = " (still there after a reload)" if self.reloaded and not gone else ""
        return Check(True, f'New on the page: "{told}"{still}.')

    def _turned_behind_label(self, part: Part) -> Check | None:
        """Whether the page of the thing says what was filled in behind labels of the fields, and said something else
        there before: its `Shelf` where a `New shelf` was chosen."""
        page, said = self.reloaded or self.situation.page, []
        typed = [t for t in self._steps_of(part) if t.planned.step.action in ("fill", "selectOption") and t.before]
        for tried in typed if part.verb in _ALTERS else ():
            then, value = tried.before, value_of(tried)
            node = next((n for n in then.nodes if n.selector == tried.planned.step.selector), None) if then else None
            if then is None or node is None or not is_same_place(then, page):
                return None
            name = parts(node.label or node.name)
            was = {(bare(label), bare(told)) for label, told in facts_told(then, name)}
            now = [label for label, told in facts_told(page, name) if bare(told) == bare(value)]
            known, new = {label for label, _ in was}, bare(value)
            turned = [label for label in now if bare(label) in known and (bare(label), new) not in was]
            if not turned:
                return None
            said.append(
                f'"{turned[0]}" says "{value}"{" after a reload" if self.reloaded else ""}, and did not before.'
            )
        return Check(True, " ".join(said)) if said else None

    def _shown_apart(self, part: Part, values: Sequence[str]) -> Check | None:
        """Whether fields of a new entry hold the values, or the page of the new thing shows each of them, one here and
        one there, and still does after a reload."""
        if held := self._held_in_entry(part, values):
            return held
        here = {address_of(page) for page in self._before()}
        if len(values) < LEAST_TOLD or address_of(self.situation.page) in here:
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
            return Check(True, f"The page of the new entry shows {told}{' after a reload' if self.reloaded else ''}.")
        gone = all(any(shows_value(text, v) for text in self.situation.page.readable) for v in lacking)
        if not gone:
            return None
        said = ", ".join(f'"{value}"' for value in dict.fromkeys(lacking))
        return Check(False, f"{said} was shown, but is gone after the page was loaded again.", app_bug=True)

    def _held_in_entry(self, part: Part, values: Sequence[str]) -> Check | None:
        """Whether an entry of the thing that is new after a reload holds the values, some of them in fields of its own,
        as a line of a cart holds its quantity."""
        page = self.reloaded
        typed = [t for t in self._steps_of(part) if t.planned.step.action in TYPES and t.before]
        if page is None or not typed or typed[0].before is None:
            return None
        new, names = new_items(page, self._before()), [t.text for t in names_before(part) if t.kind != "number"]
        heads = [n.said for n in typed[0].before.nodes if n.role == "heading" and not n.hidden][:1]
        for entry, text in items(page):
            fields = [n for n in page.within(entry) if n.value and not n.hidden and not _is_one_of(n, typed)]
            held = [v for v in values if any(bare(n.value) == bare(v) for n in fields)]
            is_its = all(holds(normal(text), bare(name)) for name in names or heads) and bool(names or heads)
            if held and is_its and text in new and all(v in held or shows_value(text, v) for v in values):
                return Check(True, f'New on the page: "{text[:120]}", which holds "{held[0]}" (after a reload too).')
        return None

    def _kept(self, part: Part) -> Check | None:
        """Whether what was changed still holds its values after a reload: on the page, as settings do, or inside."""
        return self._held_by_fields(part) if part.verb in _ALTERS else None

    def _held_by_fields(self, part: Part) -> Check | None:
        if self.reloaded is None:
            return None
        steps = self._steps_in_form(part)
        # What was ticked for a button that was pressed then is a choice, and no setting.
        sets = {"fill", "selectOption"} if any(t.planned.step.action == "click" for t in steps) else SETS
        held = [self._held(tried) for tried in steps if tried.planned.step.action in sets]
        lost = next((check for check in held if check is not None and check.met is False), None)
        if lost or not held or any(check is None for check in held):
            return lost
        return Check(True, " ".join(check.said for check in held if check))

    def _stepped(self, part: Part) -> Check | None:
        """Whether a number that was brought to what the words say by its plus or minus says that after a reload."""
        wanted, pressed = wanted_number(part.words), [t for t in self._steps_of(part) if t.before]
        if self.reloaded is None or wanted is None or not pressed or pressed[-1].before is None:
            return None
        last = pressed[-1].planned.step.selector
        was, now = (
            next((s for s in steppers(Reading(page)) if last in (s.more.selector, s.less.selector)), None)
            for page in (pressed[-1].before, self.reloaded)
        )
        if was is None or now is None:
            return None
        name = now.more.said if last == now.more.selector else now.less.said
        is_so = now.number == int(wanted.norm)
        said = f'After a reload the number beside "{name}" is {now.number}.'
        return Check(is_so, said, app_bug=now.number == was.number != int(wanted.norm))

    def _steps_in_form(self, part: Part) -> list[Tried]:
        """The steps of a part, and of those right after it that fill in the form which it has opened."""
        filling = takewhile(lambda p: p.verb in _FILLS, self.goal.parts[part.number + 1 :])
        return [t for each in (part, *filling) for t in self._steps_of(each)]

    def _held(self, tried: Tried) -> Check | None:
        """Whether one field still holds what was set; None where it cannot be seen, or nothing was changed by it."""
        step = tried.planned.step
        pages = (tried.before, self.reloaded, self.situation.inside)
        nodes = [next((n for n in page.nodes if n.selector == step.selector), None) for page in pages if page]
        was, now = nodes[0] if nodes else None, next(filter(None, nodes[1:]), None)
        name = (now.label or now.name or now.said) if now else ""
        # A list of things to be done holds nothing, and a filter shows only what is asked for.
        if was is None or now is None or was.secret or is_of_actions(was):
            return None
        if tried.before and only_filters(tried.before, was):
            return None
        if step.action in ("check", "uncheck"):
            wanted = step.action == "check"
            said = f'After a reload "{name}" is {"checked" if now.checked else "not checked"}.'
            return Check(now.checked is wanted, said, app_bug=True) if now.checked is not None else None
        wished = bare(step.value if isinstance(step.value, str) else " ".join(step.value or ()))
        before, after = held_by(was), held_by(now)
        kept = holds_value(now, wished)
        if kept and not holds_value(was, wished):
            return Check(
                True, f'After a reload {name} still says "{now.value if wished not in after else step.value}".'
            )
        if after & before - _prompts_of(was) and not kept:
            return Check(
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
            typed = [t for t in self._steps_in_form(part) if t.planned.step.action in SETS and t.before]
            if part.verb not in _ALTERS or not typed or any(t.planned.step.selector in here for t in typed):
                continue
            if self._made_in(page, part) and not self._is_asked_inside(part):
                return None
            opened = [t for t in self._ok[: self._ok.index(typed[0])] if t.planned.step.action == "click"]
            target = opened[-1].planned.target if opened else None
            node = here.get(opened[-1].planned.step.selector or "") if opened else None
            if node is None or target is None or node.said != target.name or does(node, "save") or does(node, "delete"):
                return None
            if _makes_another(node):
                return None
            return Step("click", selector=node.selector)
        return None

    def _is_asked_inside(self, part: Part) -> bool:
        """Whether a check is of what was changed as it is when it is opened again."""
        told = (told_inside(each, self.goal) for each in self.goal.parts[part.number + 1 :])
        return any(inside and is_meant(inside, part) for inside in told)

    def opened_again(self, part: Part) -> Check | None:
        """Whether the field that a check names holds its value where the entry is opened again after a reload."""
        inside, page = told_inside(part, self.goal), self.situation.inside
        changed = [p for p in self.goal.parts[: part.number] if p.verb in _ALTERS and self._steps_in_form(p)]
        if inside is None or page is None or self.reloaded is None:
            return None
        if not changed or not is_meant(inside, changed[-1]):
            return None
        field = field_inside(inside, page, self.reloaded)
        if field is None:
            return None
        held, name = bare(inside.value.text) in held_by(field), field.label or field.name
        said = f'Opened again after a reload, "{name}" says "{field.value}".'
        return Check(held, said, part.numbers, app_bug=not held, absent=False)

    def _is_changed_entry(self, page: Page, text: str) -> bool:
        """Whether an entry was listed here before and said something else, by what stands first in it: both ends of a
        transfer change."""
        now = {said for _, said in items(page)}
        first = next((first_said(page, node) for node, said in items(page) if said == text), "")
        before = (p for p in self._before() if is_same_place(p, page))
        gone = ((p, node) for p in before for node, said in items(p) if said not in now)
        return bool(first) and any(first_said(p, node) == first for p, node in gone)

    def _of_another(self, part: Part, page: Page, values: Sequence[str]) -> str:
        """Why what is new is not the entry that was to be changed, or not the only one that was to be made."""
        told = best_item(new_items(page, self._before()), values)
        if told is None:
            return ""
        if instead := self._is_of_other_name(part, page, told):
            return instead
        before, old = self._meant(part)
        if part.verb not in _ALTERS and old is None:
            alike = Counter(text for text in new_items(page, self._before()) if _without_numbers(text, told))
            alike = Counter({text: n for text, n in alike.items() if not self._is_changed_entry(page, text)})
            added = (alike - Counter(map(page.words_of, _wrapped(page)))).total()
            return f'"{told[:80]}" was added {added} times.' if added > 1 else ""
        if before is None or old is None:
            return ""
        if not is_same_place(page, before):
            # The lines of a thing's own page are no entries of the list from which it was opened.
            return ""
        if besides := self._doubled(part, page, told, old, values):
            return f'"{besides[:80]}" was added, though "{old[:80]}" was only to be changed.'
        others = [text for n, text in items(before) if normal(text) != normal(old) and not heads_row(before, n)]
        if _count(page, old) < _count(before, old):
            # What stands there as it did was not changed instead.
            others = [text for text in others if _count(page, text) < _count(before, text)]
        nearest = max(others, key=lambda text: common(text, told), default="")
        wrong = common(nearest, told) > common(old, told)
        every = (*others, old)
        if coded := next((text for text in others if _codes_of(text, every) & _codes_of(told, ())), ""):
            # All that it says may have been written into another entry.
            nearest, wrong = coded, wrong or not _codes_of(old, every) & _codes_of(told, ())
        return f'"{nearest[:80]}" was changed instead of "{old[:80]}".' if wrong else ""

    def _meant(self, part: Part) -> tuple[Page | None, str | None]:
        """The entry that was to be changed, and the page that showed it. What something new is made with stands in a
        bar or in an entry that stays as it is."""
        if part.verb == "create":
            return None, None
        before, old = self._first_acted(part)
        return self._opened_from(part) if old is None else (before, old)

    def _doubled(self, part: Part, page: Page, told: str, old: str, values: Sequence[str]) -> str:
        """An entry with a code of its own that came besides the one that was changed, and says the same."""
        earlier = [t for t in self._ok if t.planned.part <= part.number]
        pages = [*self._before(), *(t.before for t in earlier if t.before)]
        known = {code for each in pages for _, text in items(each) for code in _codes_of(text, ())}
        known |= {word for value in values for word in normal(value).split()} | _codes_of(old, ())
        alike = [text for text in new_items(page, self._before()) if _without_numbers(text, told)]
        born = [text for text in alike if (codes := _codes_of(text, ())) and not codes & known]
        return born[0] if born and _codes_of(old, ()) else ""

    def _is_of_other_name(self, part: Part, page: Page, told: str) -> str:
        """Why what is new is not the entry that a part names: that one is listed too, and is another."""
        names = [t for t in names_before(part) if t.kind != "number" and not self.is_set_to(part, t)]
        names = [t for t in names if t.kind == "code"] or names
        if part.verb == "create" or not names or any(says(told, t) for t in names):
            return ""
        listed = any(all(says(text, t) for t in names) for node, text in items(page) if not heads_row(page, node))
        named = " ".join(t.text for t in names)
        return f'"{told[:80]}" was changed, and not "{named}".' if listed and entry_told(page, told) else ""

    def _opened_from(self, part: Part) -> tuple[Page | None, str | None]:
        """The page from which the form was opened that a part fills in, and the entry there in which that was done."""
        earlier = list(takewhile(lambda t: t.planned.part != part.number or t.planned.explores, self._ok))
        opened = next((t for t in reversed(earlier) if t.planned.step.action in PRESSES), None)
        opened = opened if self._steps_of(part) else None
        if opened is None or opened.before is None:
            return None, None
        return opened.before, item_of(opened.before, opened.planned.step.selector or "")

    def _first_acted(self, part: Part) -> tuple[Page | None, str | None]:
        """The page on which a part was begun, and what the entry said there in which it was."""
        acted = next((t for t in self._steps_of(part) if t.before and t.planned.step.selector), None)
        if acted is None or acted.before is None:
            return None, None
        return acted.before, item_of(acted.before, acted.planned.step.selector or "")

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
        if self._sent_nothing():
            return ""
        return f'"{max(values, key=len)}" was sent, but the page does not list it after it was loaded again.'

    def _sent_nothing(self) -> bool:
        """Whether Enter was pressed in a field that still holds what was typed: the page took it for no sending."""
        sent = next((t.planned.step for t in reversed(self._ok) if t.planned.commits), None)
        if sent is None or sent.action != "press":
            return False
        steps = [t.planned.step for t in self._ok if t.planned.step.action == "fill"]
        typed = [step.value for step in steps if step.selector == sent.selector]
        held = [n.value for n in self.situation.page.controls if n.selector == sent.selector]
        return bool(typed) and held == typed[-1:]

    def _as_it_was(self, part: Part) -> str:
        """Why the entry that was to be changed has not been, by what a reload shows of it."""
        before, old = self._first_acted(part)
        if part.verb not in _ALTERS or old is None or before is None or self.reloaded is None:
            return ""
        if self._is_done_to_ticked(part):
            return ""
        sent = bool(self._values(part)) and any(t.planned.commits for t in self._ok) and self._shows_fields(part, old)
        still = _count(self.reloaded, old) >= _count(before, old)
        if sent and still:
            return f'"{old[:80]}" is as it was after the page was loaded again.'
        after = max((text for _, text in items(self.reloaded)), key=lambda text: common(text, old), default="")
        lacks = not any(shows_value(after, value) for value in self._values(part))
        is_it = common(after, old) > SAME_ENTRY * len(parts(old)) and parts(after)[:1] == parts(old)[:1]
        # An entry that stood beside it before, and still says the same, is another one.
        is_it = is_it and not any(text == after != old for page in self._before() for _, text in items(page))
        return f'"{after[:80]}" does not say it after the page was loaded again.' if sent and lacks and is_it else ""

    def _shows_fields(self, part: Part, old: str) -> bool:
        """Whether an entry shows any of the fields that were changed: by what they held, or in a column so called."""
        for tried in (t for t in self._ok if t.planned.part >= part.number):
            page, step = tried.before, tried.planned.step
            node = next((n for n in page.nodes if n.selector == step.selector), None) if page else None
            if node is None or step.action not in ("fill", "selectOption"):
                continue
            if any(said and holds(normal(old), said) for said in held_by(node)) or step.action == "selectOption":
                return True
            heads = {parts(n.said) for each in self._before() for n in each.nodes if n.role == "columnheader"}
            if parts(node.label or node.name) in heads:
                return True
        return False

    def _still_listed(self, part: Part) -> Check | None:
        """What was taken off one list only, and is on the list of such things still."""
        left, gone = {page.url for page in self._lists_of_kind(part)}, self._words_of_acted(part)
        for page in (again for again in self.situation.revisited if again.url in left):
            if still := next((text for _, text in items(page) if all(says(text, t) for t in gone)), ""):
                said = f'It was taken off another list: "{page.title or page.url}" still lists "{still[:80]}".'
                return Check(None, said, against=True)
        return None

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
        row = next((node for node, text in items(page) if text[:LONGEST_ENTRY] == told), None) or self._entry_of(
            part, page
        )
        if row is None:
            return ""
        for field, value, options in self._typed(part):
            for over in (_heading_in(page, row), _heading_of(page, row)):
                if bare(over) in options and bare(over) != bare(value):
                    return f'The new entry stands under "{over}", not under the {field} "{value}".'
        for field, value, options in (*self._typed(part), *self._untouched(part)):
            heads = [n for n in page.nodes if n.role == "columnheader" and field and parts(n.said) == parts(field)]
            for head in heads[:1]:
                cell = next((n for n in page.within(row) if n.role == "cell" and _is_under(n, head)), None)
                if cell and not _agrees(cell.said, value, options):
                    return f'The new entry says "{cell.said}" under {head.said}, not "{value}".'
        return ""

    def _entry_of(self, part: Part, page: Page) -> Node | None:
        """The entry in which a field was changed, as it is now, where what is new is only said beside it."""
        typed = next((t for t in self._steps_of(part) if t.before and t.planned.step.action in TYPES), None)
        item = item_of(typed.before, typed.planned.step.selector or "") if typed and typed.before else None
        said = same_item(page, item) if item else ""
        return next((node for node, text in items(page) if said and text == said), None)

    def _deleted(self, part: Part) -> Check:
        target = next((t for t in self._steps_of(part) if t.planned.target and t.before), None)
        if target is None or target.before is None:
            return Check(None, "Nothing was deleted.", against=True)
        item = item_of(target.before, target.planned.step.selector or "")
        gone = self.gone(part)
        if item is None and not gone and (left := self._opened_and_gone(part)):
            return left
        if item is None and calls_off(part) and self.listed_at(gone):
            # What is cancelled may stay in its list, as cancelled.
            same_as_before = self._listed_as_it_was(gone)
            said = (
                f'"{same_as_before[:80]}" says just what it said before.'
                if same_as_before
                else "Nothing shows what was called off."
            )
            return Check(None, said, against=True)
        if kind := self._of_another_kind(part, item):
            return Check(None, f'Nothing shows that what was deleted is the "{kind}".', against=True)
        if item is None or (gone and not calls_off(part) and not any(says(item, t) for t in gone)):
            unknown = Check(None, "Nothing shows what was deleted.", against=True)
            return self._absent(gone, frozenset()) if gone else unknown
        # A list of several pages may have been left for its first one since.
        page = next((each for each in self.situation.revisited if each.url == target.before.url), None)
        page = page or self.reloaded or self.situation.page
        if _count(page, item) >= _count(target.before, item):
            again = "" if page is self.situation.page else " after the page was loaded again"
            return Check(False, f'"{item[:80]}" is still on the page{again}.', app_bug=True, absent=False)
        if _leads_on(target.before, page):
            return Check(None, f'"{page.title or page.url}" is not where "{item[:80]}" stood.', against=True)
        if listed := self._listed_after_all(part, page, target.before, item):
            return listed
        if other := self._gone_too(page, target.before, item):
            return Check(False, f'"{other[:80]}" is gone as well, which nobody asked for.', app_bug=True)
        return Check(True, f'"{item[:80]}" is gone{" (after a reload too)" if self.reloaded else ""}.', absent=True)

    def _listed_after_all(self, part: Part, page: Page, before: Page, item: str) -> Check | None:
        """Why an entry that no list shows any more as it was is not deleted, or is not known to be."""
        otherwise = "" if calls_off(part) else _listed_otherwise(page, before, item, self.gone(part))
        if otherwise:
            said = f'"{otherwise[:80]}" is still listed; it only says something else now.'
            return Check(False, said, app_bug=True, absent=False)
        return self._still_listed(part) or _emptied(page, before, item)

    def _opened_and_gone(self, part: Part) -> Check | None:
        """Whether the entry that was opened to be deleted, which only describes it, is gone from the list it stood in:
        `the lamp in the hall`; None where that list is not seen again."""
        opened = [t for t in self._ok if t.planned.part == part.number and t.planned.explores and t.planned.uses]
        tried = opened[-1] if opened else None
        before = tried.before if tried else None
        item = item_of(before, tried.planned.step.selector or "") if tried and before else None
        page = self.reloaded or self.situation.page
        if item is None or before is None or not is_same_place(page, before) or _lists_more(page):
            return None
        if _count(page, item) >= _count(before, item):
            return Check(False, f'"{item[:80]}" is still on the page.', app_bug=True, absent=False)
        if other := self._gone_too(page, before, item):
            return Check(False, f'"{other[:80]}" is gone as well, which nobody asked for.', app_bug=True)
        return Check(True, f'"{item[:80]}" is gone{" (after a reload too)" if self.reloaded else ""}.', absent=True)

    def _of_another_kind(self, part: Part, item: str | None) -> str:
        """What belongs to a thing that a part names, where all that was pressed belongs to the thing itself: its
        `order` on the page of a customer, or in the list of all customers."""
        kinds, owners = kind_of(part.words), owner_kind(part.words)
        pressed = [
            (t.before, node)
            for t in self._steps_of(part)
            if kinds and t.before and t.planned.target
            for node in t.before.nodes
            if node.selector == t.planned.step.selector
        ]
        if any(is_of_kind(page, node, kinds) for page, node in pressed) or (item and any(says(item, t) for t in kinds)):
            return ""
        # A list may not say of what it is; that of the owners does, and so does one beside a way to such things.
        is_its = any(is_of_kind(page, node, owners) or leads_to_kind(page, kinds) for page, node in pressed)
        is_its = is_its if item else bool(owned_thing(part.words))
        return " ".join(t.text for t in kinds) if pressed and is_its else ""


def _listed_otherwise(page: Page, before: Page, item: str, names: Sequence[Token]) -> str:
    """The entry that was to be deleted, as it is listed still, by all its names and by what it begins with."""
    if not names or not is_same_place(page, before):
        return ""

    def called(each: Page) -> list[str]:
        fits = [text for n, text in items(each) if not heads_row(each, n) and all(says(text, t) for t in names)]
        return [text for text in fits if _begins_alike(text, item)]

    was, now = called(before), called(page)
    # What stands there struck out, as deleted, is as good as gone.
    left = [text for text in now if text not in was and not any(map(DELETED.match, parts(text)))]
    return left[0] if left and len(now) >= len(was) else ""


def _begins_alike(one: str, other: str) -> bool:
    """Whether two entries begin with the same word, and with the same number where they begin with one."""
    numbers = [text.split()[:1] for text in (one, other)]
    numbered = all(any(c.isdigit() for word in each for c in word) for each in numbers)
    return numbers[0] == numbers[1] if numbered else parts(one)[:1] == parts(other)[:1]


def _emptied(page: Page, before: Page, item: str) -> Check | None:
    """That a list has lost all its entries when one was deleted: nothing shows what became of that one."""
    group = next((g for g in lists(before) if any(text == item for _, text in g)), [])
    roles, others = {n.role for n, _ in group}, [text for _, text in group if text != item]
    listed = any(n.role in roles and not heads_row(page, n) for n, _ in items(page))
    if not others or listed or not is_same_place(page, before):
        return None
    return Check(None, f'"{others[0][:80]}" is not listed any more either.', against=True)


def says_listed(part: Part) -> bool:
    """Whether a check says that a list shows something, which no message and no form does."""
    return any(t.norm in _LISTED or THINGS.get(t.norm, set()) & _LISTS for t in (*part.verb_words, *part.words))


def _lists_more(page: Page) -> bool:
    return bool(items(page)) and turns_further(page)


def _is_one_of(node: Node, typed: Sequence[Tried]) -> bool:
    return any(t.planned.step.selector == node.selector for t in typed)


def _leads_on(before: Page, page: Page) -> bool:
    """Whether a page lies under the one on which something was pressed, as one that asks whether it is meant does."""
    inside, outside = (address_of(each).rstrip("#/") for each in (page, before))
    return bool(outside) and inside.startswith(f"{outside}/")


def _speaks_of_another(about: Sequence[Token], change: Part, page: Page | None) -> bool:
    """Whether words mean another thing of the kind that was changed, or that its page is headed by: `the other order`,
    and not `the other fields`."""
    about = about[: len(about) - len(_apposed(about))]
    at = next((i for i, t in enumerate(about) if t.norm in _OTHERS), None)
    told = (
        [t for t in about[at + 1 :] if not t.names and t.norm not in STOP | NUMBER_WORDS.keys()]
        if at is not None
        else []
    )
    heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden] if page else []
    kinds = [*(t.norm for t in change.words if t.kind == "word"), *(word for head in heads for word in parts(head))]
    return at is not None and (not told or any(same(told[0].norm, kind) for kind in kinds))


def _other_of_two(page: Page, item: str | None, about: Sequence[Token]) -> list[str]:
    """The one entry that a list had besides that which was changed, where a check speaks of `the other one`."""
    single = [t.norm for t in about if t.norm in _OTHERS] in (["other"], ["otro"], ["otra"])
    group = next((texts for each in lists(page) if item in (texts := [text for _, text in each])), [])
    named = any(t.names and t.norm not in STOP for t in about)
    return [text for text in group if text != item] if single and not named and len(group) == LEAST_TOLD else []


def _apposed(about: Sequence[Token]) -> Sequence[Token]:
    """What two commas or brackets tell more of a thing: `the other order, the paid one, must stay`."""
    opens = next((i for i, t in enumerate(about) if i and t.text in (",", "(")), len(about))
    return about[opens:]


def _says_let_in(part: Part) -> bool:
    """`We must not get in`, `no debe dejarnos entrar`."""
    norms = {t.norm for t in part.words if t.kind == "word"}
    return bool(norms & _GOES_IN) or (bool(norms & _GETS_IN) and bool(norms & {"in", "into"}))


def _looks(page: Page | None, item: str) -> list[tuple[object, ...]]:
    """How the entries that say this look: what is ticked, pressed or marked in them."""
    nodes = [n for n, text in items(page) if normal(text) == normal(item)] if page else []
    inside = [each for n in nodes if page for each in (n, *page.within(n))]
    return [(n.role, n.said, n.checked, n.value, n.disabled, n.classes, tuple(n.states.items())) for n in inside]


def _codes_of(entry: str, others: Sequence[str]) -> set[str]:
    """The words with letters and digits by which an entry is told from all others: `ORD-1013`."""
    besides = {word for text in others if text != entry for word in normal(text).split()}
    said = set(normal(entry).split()) - besides
    return {word for word in said if re.search(r"\d", word) and re.search(r"[a-z]", word)}


def _is_headed(page: Page, kinds: Sequence[Token]) -> bool:
    """Whether one of these words stands in a heading of the page."""
    heads = head_words(page)
    return any(same(kind.norm, word) for kind in kinds for word in heads)


def _stays_at(words: Sequence[Token]) -> int:
    """Where a check says that something is so still; 0 where it does not."""
    return next((i for i, t in enumerate(words) if KEPT.match(t.norm) or t.norm in STILL), 0)


def _is_under(cell: Node, head: Node) -> bool:
    return head.box[0] <= cell.center[0] <= head.box[0] + head.box[2]


def _agrees(said: str, value: str, options: frozenset[str]) -> bool:
    """Whether a cell shows a value: formats of dates and numbers differ, and long texts are cut."""
    if options:
        return bare(said) == bare(value) or bare(said) not in options
    if not bare(said):
        return True
    if not re.fullmatch(r"-?[\d\s.,]+", value.strip()):
        return not _is_other_name(said, value)
    if value.strip().isdigit() and (numbers := re.findall(r"\d+", said)) and not re.search(r"\d\D{1,2}\d", said):
        return int(value) in map(int, numbers)
    return _digits(value) in _digits(said) or holds(normal(said), bare(value))


def _is_other_name(said: str, value: str) -> bool:
    """Whether a cell says another name than was typed: neither all of it, nor what it may be cut or shortened to."""
    cell, typed = parts(said), parts(value)
    is_plain = all(re.fullmatch(r"[^\W\d]+", word) for word in (*cell, *typed)) and not {*cell} & _FLAGS
    if not is_plain or len(typed) > LEAST_TOLD + 1 or max(map(len, typed), default=0) < _LEAST_NAME:
        return False
    kept = all(any(same_name(word, each) for each in cell) for word in typed)
    return not kept and not all(any(each.startswith(word) or same_name(word, each) for each in typed) for word in cell)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def held_by(node: Node) -> frozenset[str]:
    """What a field holds: its value, and what the option that is chosen is called."""
    return frozenset({bare(node.value), *(bare(o.label) for o in node.options if o.selected)} - {""})


def holds_value(node: Node, value: str) -> bool:
    """Whether a field holds what was given it, in whatever way it writes an amount: `0,9` for `0.90`."""
    held = held_by(node)
    alike = (each for each in held if _AMOUNT.fullmatch(each) and set(",.") & set(each + value))
    is_amount = bool(_AMOUNT.fullmatch(value))
    return value in held or (is_amount and any(as_amount(each) == as_amount(value) for each in alike))


def _makes_another(node: Node) -> bool:
    """Whether a control opens a form for one more, which holds nothing of the one that was saved: `New order`."""
    said = parts(node.said)
    makes = "create" in verbs().get(said[0], ()) if said else False
    return makes or any(word in NEW for word in (*said[:1], *said[-1:]))


def _prompts_of(node: Node) -> set[str]:
    """What a list says that asks for a choice, and stands for none: `Choose a shelf`."""
    return {bare(option.label) for option in node.options if not option.value}


def _asks_for_code(node: Node) -> bool:
    """Whether a field is for the second step of signing in."""
    words = {*parts(node.label), *parts(node.name), *parts(node.placeholder), *parts(node.html_name)}
    is_typed = node.tag == "input" and node.type in ("", "text", "tel", "number", "password")
    return is_typed and (node.autocomplete == "one-time-code" or bool(words & _CODES))


def _place_of(page: Page, value: str) -> bool:
    return any(holds(normal(text), bare(value)) for text in page.readable)


def _heading_in(page: Page, item: Node) -> str:
    """The heading that an entry begins with."""
    return next((n.said for n in page.within(item) if n.role == "heading" and not n.hidden), "")


def _heading_of(page: Page, item: Node) -> str:
    """The heading that an entry stands under: none with which another entry begins."""
    around = {h.number for h in page.parents(item)}
    heads = [n for n in page.nodes if n.role == "heading" and n.number < item.number and not n.hidden]
    entries = ((n, [h for h in page.parents(n) if h.role in ENTRIES and page.words_of(h) != n.said]) for n in heads)
    over = [n for n, holders in entries if all(h.number in around for h in holders)]
    return over[-1].said if over else ""


def _without_numbers(one: str, other: str) -> bool:
    """Whether two entries differ only in the numbers that were given to them."""
    return re.sub(r"\d+", "", normal(one))[:160] == re.sub(r"\d+", "", normal(other))[:160]


def _wrapped(page: Page) -> list[Node]:
    """The entries that are all that another entry holds: the card in an item of a list."""
    entries = {n.number: text for n, text in page.entries}
    return [n for n, text in page.entries if any(entries.get(h.number) == text for h in page.parents(n))]


def _count(page: Page, item: str) -> int:
    return sum(normal(text) == normal(item) for _, text in items(page))

"""What a check says of an entry: of that which was changed or pressed, of each of several, and of its state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Self

from ..page import Node, Page
from .belonging import held_by, holder_of, is_nobodys, said_bare, said_holder
from .bulk import is_of_actions
from .columns import column_moved_to, column_of, column_told, means_column
from .echo import page_without_echo
from .evidence import (
    ITSELF,
    LEAST_TOLD,
    LONGEST_LABEL,
    LOOKS,
    PRESSES,
    STEPS,
    THINGS,
    Check,
    is_about_itself,
    is_how,
    is_same_place,
    item_of,
    names_before,
    same_item,
    without_offers,
    without_whose,
)
from .labelled import facts_told
from .lexicon import STOP, same
from .matching import holds
from .part import Part, content_of
from .questions import cell_under, items, lists, says, values_by_head
from .showing import quotes_message, says_unchanged
from .speech import finite_at, says_which, tells_of
from .subjects import Subjects, change_at
from .vouching import says_not
from .words import Token, bare, normal, parts

_SAYS = re.compile(r"(?:says?|reads?|dice|diga|decir)$")
_OF_WHAT = {"for", "para", "beside", "against", "junto"}
_PLACES = {"in", "on", "at", "en", "after", "when", "and", "y", "under", "as", "como"}
ALL_OF = {"both", "all", "they", "each", "ambos", "ambas", "todos", "todas", "cada", "them"}
_THAT = {"that", "this", "ese", "esa", "este", "esta", "dicho", "dicha"}
# How a check says what something is since.
_BECOMES = {
    "queda", "quede", "pasa", "pase", "figura", "figure", "aparece", "aparezca", "sigue", "siga", "becomes", "become",
    "turns", "turn", "stays", "stay", "remains", "remain", "reads", "shows", "appears", "goes", "go", "va", "vaya",
}  # fmt: skip
_COMES_TO = {
    "quedar", "queda", "quede", "estar", "este", "ser", "pasar", "pasa", "pase", "seguir", "figurar", "figura",
    "become", "becomes", "stay", "stays", "remain", "remains", "as", "como",
}  # fmt: skip
# What ends the name of a state: `In use now`.
_SINCE = {"now", "again", "still", "already", "too", "also", "by", "instead", "yet", "ahora", "ya", "tambien"}
_STATE_LEADS = {"on", "in", "out", "off", "under", "en", "fuera"}


class Owned(Subjects):
    """What is said of `it` is held to its own entry or page, and to no other."""

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

    def _it_in_column(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`It is in the Ready column` of what was changed last, which the check does not name."""
        told = bool(column_told(part)) or means_column(part)
        changes = self._changed_by(part) if told and not part.negated else []
        lead = [t for t in part.words[: finite_at(part.words) or 0] if t.norm not in STOP]
        named = [t for t in lead if t.names]
        if not changes or (named and not means_column(part)):
            return None
        if any(t.norm not in ITSELF and not self._is_kind_of(t, changes[-1]) for t in lead if t not in named):
            # `The total is in that column` is about something else.
            return None
        meant = named or self._called_still(changes[-1])
        if not meant or not means_column(part):
            return self._in_column(part, meant, everything) if meant else None
        column = column_moved_to(self.reloaded or self.situation.page, changes[-1])
        lacking = Check(None, f'Nothing tells which column "{part.said}" means.', everything, against=True)
        return self._stands_in(column, meant, everything) if column else lacking

    def _called_still(self, change: Part) -> list[Token]:
        """The names of what was changed, without what it was changed from and to: `drag B-7 from Open to Paid`."""
        since = next((i for i, t in enumerate(change.words) if i and t.norm in ("from", "desde")), len(change.words))
        led = change.words[:since]
        return [t for t in names_before(change) if t in led and not self.is_set_to(change, t)]

    def _state_in_list(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`B-7 is paid`, `figura como pagado`: by the column of a board that is called so, or by its own entry among
        others, and not by what the page says elsewhere."""
        states = self._states_told(part) if not part.negated else []
        page, changes = self.reloaded or self.situation.page, self._changed_by(part)
        things = [t for t in subject if t not in states]
        if len(states) != 1 or any(not t.names for t in things) or not (things or (changes and is_about_itself(part))):
            return None
        meant = things or self._called_still(changes[-1])
        if meant and (column := column_of(page, states, loosely=True)):
            return self._stands_in(column, meant, everything)
        row = "" if things else self._row_of_change(part)
        alike = next((group for group in lists(page) if row in [text for _, text in group]), [])
        chosen = [o.label for n, text in alike if text == row for c in page.within(n) for o in c.options if o.selected]
        if len(alike) < LEAST_TOLD or any(says(text, states[0]) for text in (row, *chosen)):
            return None
        return Check(False, f'"{row[:80]}" does not say "{states[0].text}".', everything)

    def _changed_by(self, part: Part) -> list[Part]:
        """The parts before a check that were to change or to move something."""
        changes = self._changes(part)
        return [p for p in self.goal.parts[: part.number] if p.verb == "drag" or p in changes]

    def _is_kind_of(self, kind: Token, change: Part) -> bool:
        """Whether what is changed is called so where it is, or by what changes it."""
        heads = [n.said for n in self.situation.page.nodes if n.role == "heading" and not n.hidden]
        said = [*(t.norm for t in change.words), *(word for text in heads for word in parts(text))]
        return any(same(kind.norm, word) for word in said)

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

    def _not_in_own(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`Its state is not Docked` is said of the entry that was acted on, whatever others say."""
        told = [t for t in subject if t.names]
        row = self._row_of_change(part) if told else ""
        if not row:
            return None
        says_it, named = all(says(row, t) for t in told), " ".join(t.text for t in told)
        return Check(not says_it, f'"{row[:80]}" {"says" if says_it else "does not say"} "{named}".', everything)

    def _gone_from_it(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`The notice of that product disappears`, which others may have still: what its entry said and says."""
        of_it = any(a.norm in ("of", "de", "del") and b.norm in _THAT for a, b in pairwise(part.words))
        changes = [each for each in self._changes(part) if each.verb != "delete"]
        if not of_it or not changes:
            return None
        page = self.reloaded or self.situation.page
        _, old = self._first_acted(changes[-1])
        now = self._made_in(page, changes[-1]) or ""
        told = [t for t in subject if t.names or says(old or "", t)]
        if not old or not now or not told or not all(says(old, t) for t in told):
            return None
        left = " ".join(t.text for t in told)
        if all(says(now, t) for t in told):
            return Check(False, f'"{now[:80]}" still says "{left}".', everything)
        return Check(True, f'"{now[:80]}" does not say "{left}" any more.', everything)

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

    def _fact_turned(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`The status on its page says Delivered`, where the page of what was acted on said something else behind that
        label until then."""
        page = self.reloaded or self.situation.page
        acts = [t for t in self._ok if t.planned.part < part.number and not t.planned.explores and t.before]
        then = next((t.before for t in acts if t.before and is_same_place(t.before, page)), None)
        if part.negated or then is None or not self._is_page_of_acted(part):
            return None
        told = [word for t in part.words for word in parts(t.text)]
        for label, now in facts_told(page, told):
            was = {bare(said) for name, said in facts_told(then, parts(label)) if bare(name) == bare(label)}
            is_new = was and bare(now) not in was and holds(" ".join(told), " ".join(parts(now)))
            if is_new and all(t.norm in parts(f"{label} {now}") for t in self._subject(part)):
                again = " after a reload" if self.reloaded else ""
                return Check(True, f'"{label}" of it says "{now}"{again}, which it did not before.', everything)
        return None

    def _chosen_in_row(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`It is still Paid` of the entry in which something was chosen last, where a list in it says just that after a
        reload; None where none does."""
        acted, page = self._acted(part.number) if self.is_about_own(part) else None, self.reloaded
        entry = same_item(page, acted[1]) if acted and page and subject else ""
        row = next((node for node, text in items(page) if text == entry), None) if entry and page else None
        fields = [n for n in page.within(row) if n.tag == "select" and not is_of_actions(n)] if row and page else []
        chosen = [bare(o.label) for n in fields for o in n.options if o.selected]
        told = " ".join(t.text for t in subject)
        is_so = bare(told) in [*chosen, *(_held_in(page, entry) if entry and page else ())]
        return Check(True, f'"{entry[:80]}" has "{told}" chosen after a reload.', everything) if is_so else None

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
        if not phrase or part.negated or quotes_message(part) or not (is_own or self.is_about_own(part)):
            return None
        page, meant = self.reloaded or self.situation.page, self._thing_meant(part)
        if not meant and (changes := self._changes(part)):
            meant = [t for t in names_before(changes[-1]) if not self.is_set_to(changes[-1], t)]
        own_page = self._is_page_of_acted(part)
        entries = [text for n, text in items(page) if not (own_page and _is_labelled_line(page, n))]
        named = [text for text in entries if meant and all(says(text, t) for t in meant)]
        row = self._row_of_change(part) or (named[0] if len(named) == 1 else "")
        if row:
            # What is typed into an entry is read there as well.
            so = holds(normal(row), phrase) or (self.reloaded is not None and bare(phrase) in _held_in(page, row))
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
        if chosen := None if part.negated else self._chosen_in_row(part, subject, everything):
            return chosen
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
        known, words = self._said_briefly, without_whose(part.words)
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

    def _deleted_since(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`It is still listed as Active` of what was deleted, and is gone."""
        changes = self._changes(part)
        if not changes or changes[-1].verb != "delete" or part.negated or not says_unchanged(part):
            return None
        names = {t.norm for t in self.gone(changes[-1])}
        if any(t.kind == "code" and t.norm not in names for t in part.words):
            # `Their other order, ORD-8, stays` is about that one.
            return None
        gone = self._deleted(changes[-1]) if self.is_about_own(part) else None
        return Check(False, f'{gone.said} "{part.said}" is about it.', everything) if gone and gone.met else None

    def _of_each_acted(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`Both are Rejected now` is said of every entry that was ticked or pressed, and of each by itself."""
        if not ALL_OF & {t.norm for t in part.words} or part.negated:
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

    def _is_announced(self, subject: Sequence[Token]) -> bool:
        """Whether a notice says just what is quoted: `it says "Note pinned."` is then said of no entry."""
        page = self.situation.page
        notices = [n for h in page.nodes if h.role in ("status", "alert") for n in (h, *page.within(h))]
        said = {bare(n.said) for n in notices if n.said and not n.hidden}
        return bool(subject) and all(t.kind == "quoted" and bare(t.text) in said for t in subject)

    def _where_listed(self, meant: Sequence[Token]) -> Self | None:
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

    def _has_gone_over(self, part: Part, everything: frozenset[int]) -> Check | None:
        """`Stock goes from 17 to 13` of the entry in which something was pressed, by what it said and says."""
        at, acted = change_at(part), self._acted(part.number)
        if at is None or acted is None or part.negated or any(t.names for t in part.words[1:at]):
            return None
        old, new = part.words[at + 1], part.words[at + 3]
        now = same_item(self.reloaded or self.situation.page, acted[1])
        if not now or not says(acted[1], old) or says(acted[1], new) or says(now, old) or not says(now, new):
            return None
        again = " after a reload" if self.reloaded else ""
        return Check(True, f'"{now[:80]}" says {new.text} instead of {old.text}{again}.', everything)

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
        return told_in(acted[0].before, then), told_in(page, same_item(page, then))


def told_in(page: Page, entry: str) -> str:
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
    cells = [(cell_under(page, row, head), values) for head, values in told]
    apart = all(says(cell, t) and not says_not(cell, part.words) for cell, values in cells for t in values)
    text = without_offers(page, row, part.words)
    return all(says(text, t) for t in subject) or (
        bool(told) and apart and all(says(text, t) for t in subject if t.number not in heads)
    )


def _comes_to_name(words: Sequence[Token]) -> bool:
    """`Pasa a En espera`: what it comes to is written as a name."""
    return len(words) > 1 and words[0].norm in ("a", "to") and words[1].kind == "word" and words[1].text[:1].isupper()


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


def _held_in(page: Page, row: str) -> list[str]:
    """What the fields hold that people can type into in an entry."""
    entries = [node for node, text in items(page) if text == row]
    fields = [n for entry in entries[:1] for n in page.within(entry) if n.tag in ("input", "textarea") and not n.secret]
    return [bare(n.value) for n in fields if n.value and n.checked is None and not n.hidden]

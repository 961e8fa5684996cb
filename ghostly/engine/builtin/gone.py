"""What a check says is not there, is none of those listed, or was sought in vain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from ..page import Node, Page
from ..planning import Tried
from .evidence import (
    LEAST_TOLD,
    LOOKS,
    PRESSES,
    STEPS,
    THINGS,
    Check,
    asks_to_sign_in,
    is_how,
    is_same_place,
    item_of,
    names_refusal,
    shown_at,
    without_acts,
    without_offers,
)
from .finding import does, has_more_pages, only_filters
from .lexicon import EVERY, same
from .part import Part, content_of
from .provisos import none_left, says_alone
from .questions import COUNTED, cell_under, head_words, items, lists, says
from .refused import Refused, listed_anew
from .showing import field_of
from .speech import EMPTY, finite_at, told_from
from .subjects import uncounted
from .words import NUMBER_WORDS, Token, bare, normal, parts

# How a line begins that stands where nothing is listed: `No orders match.`
_NO_ENTRY = re.compile(r"(?:(?:there (?:is|are) )?no(?:thing|ne| \w+)|(?:aun |todavia )?no hay|ningun[ao]?|nada)\b")
_YES = {"yes", "si", "true", "✓", "✔"}
LAYERS = {"dialog", "dialogo", "modal", "popup"}
NAUGHT = {"nothing", "nobody", "none", "nada", "nadie", "ninguno", "ninguna"}
_NAUGHT_TOO = {"nada", "nadie", "ninguno", "ninguna"}
_AMONG, _THEM = (
    {"among", "of", "in", "entre", "de", "between"},
    {"them", "these", "those", "ellas", "ellos", "esas", "esos"},
)
_NONE = {"ninguno", "ninguna", "ningun", "any", "one", "ones", "alguno", "alguna"}
# What denies all of a kind: `no Pike`, and not `no longer`.
_NAUGHT_OF = {"ninguno", "ninguna", "none"}
_ANY_ONE = {"no", "any", "another", "ningun", "ninguna", "otro", "otra"}


class Gone(Refused):
    """What is not to be seen."""

    def _some_left(self, part: Part) -> Check | None:
        """`There are none left in Drafts`, after one thing was deleted or changed, where the list has others still."""
        told = none_left(part)
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in LOOKS and not p.implied]
        changes = self._changes(part) or acting[-1:]
        if told is None or len(changes) != 1 or EVERY & {t.norm for t in changes[0].words}:
            return None
        kind, place = told
        # `Report issue` leaves no issue.
        page = without_acts(self.reloaded or self.situation.page, part.words)
        named = (n for n in page.nodes if n.role in ("table", "grid", "list", "heading") or n.states.get("current"))
        heads = [page.title, *(n.said or n.name for n in named)]
        called = [uncounted(planned.target.name) for planned in self._looked_for(part) if planned.target]
        if place and not all(any(says(said, t) for said in (*heads, *called)) for t in place):
            where = " ".join(t.text for t in place)
            return Check(None, f'The page is not "{where}", where nothing is to be left.', part.numbers, against=True)
        is_of_list = all(any(same(t.norm, word) for said in heads for word in parts(said)) for t in kind)
        # A way to somewhere, such as a tab, is no entry.
        listed = [text for group in lists(page) for node, text in group if not _is_a_way(page, node)]
        state = [t for t in kind if not any(same(t.norm, word) for said in heads for word in parts(said))]
        if len(kind) > 1 and (len(state) == len(kind) or not listed):
            were = any(all(says(text, t) for t in kind[-1:]) for each in self._pages() for _, text in items(each))
            said = f'The page does not list those of which "{part.said}".'
            return Check(None, said, part.numbers, against=True) if were and not listed else None
        left = next((text for text in listed if is_of_list or all(says(text, t) for t in state)), "")
        left = left or _counted_at(page, place)
        return Check(None, f'The page still lists "{left[:80]}".', part.numbers, against=True) if left else None

    def _not_so(self, part: Part, subject: Sequence[Token], everything: frozenset[int]) -> Check:
        """What a check comes to that says what is not to be seen."""
        # `Ninguno Abierto`, `any Paid one`
        subject = [t for t in subject if t.norm not in _NONE] or subject
        if listed := self._among_none(part, subject):
            return Check(True, f'None of the {listed} entries says "{" ".join(t.text for t in subject)}".', everything)
        if self._is_shut_out(subject):
            return Check(True, "The page asks to sign in, and lists nothing.", everything, absent=True)
        if state := self._no_such_state(subject, everything):
            return state
        of_it = self._listed_otherwise(part, subject) or self._not_in_own(part, subject, everything)
        of_it = of_it or self._gone_from_it(part, subject, everything)
        return of_it or self._on_no_page(part, subject) or self._absent(subject, everything, part.words)

    def _listed_otherwise(self, part: Part, subject: Sequence[Token]) -> Check | None:
        """`ORD-7 is not Paid` of the one entry that is called so, where other things are."""
        until = finite_at(part.words) or 0
        names = [t for t in subject if t.names and t in part.words[:until]]
        state = [t for t in subject if t not in names]
        page = self.reloaded or self.situation.page
        rows = [(n, text) for n, text in items(page) if names and all(says(text, t) for t in names)]
        if len(rows) != 1 or not state or not all(t in part.words[until:] for t in state):
            return None
        is_known = any(shown_at(each, state) for each in (*self._pages(), page)) or all(map(self._is_option, state))
        says_so = all(says(without_offers(page, rows[0][0], state), t) for t in state)
        said = f'"{rows[0][1][:80]}" {"says" if says_so else "does not say"} "{" ".join(t.text for t in state)}".'
        return Check(not says_so, said, part.numbers, absent=False) if is_known or says_so else None

    def _no_such_state(self, subject: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """`No Paid one is listed`, where that is what the list can be narrowed to, and all that it lists is on the page
        and says something else."""
        page = self.reloaded or self.situation.page
        named = bare(" ".join(t.text for t in subject))
        offered = any(bare(o.label) == named and only_filters(page, n) for n in page.controls for o in n.options)
        listed = [text for group in lists(page) for _, text in group]
        if not offered or not listed or has_more_pages(page) or shown_at(page, subject, notices=False, asked=subject):
            return None
        if any(all(says(text, t) for t in subject) for text in listed):
            return None
        said = f'None of the {len(listed)} entries says "{" ".join(t.text for t in subject)}".'
        return Check(True, said, everything, absent=True)

    def _is_shut_out(self, subject: Sequence[Token]) -> bool:
        """Whether the page asks to sign in and has no entries of the kind of which none is to be seen, and a page
        before had a list: what its other texts mention is none of them."""
        page = self.reloaded or self.situation.page
        told = [text for _, text in items(page)] + [n.said for n in page.nodes if n.role == "heading"]
        plain = bool(subject) and all(t.kind == "word" and not t.names for t in subject)
        listed = any(n.role in ("table", "grid") and not n.hidden for n in page.nodes)
        gone = not listed and not any(says(text, t) for text in told for t in subject)
        return plain and gone and asks_to_sign_in(page) and any(map(lists, self._pages()))

    def _not_listed(self, part: Part) -> Check | None:
        """What is not to be in the list, and was sent with a form that is on the page still: what the list says."""
        url = self.list_unseen(part)
        if not url:
            return None
        typed = [v for t in self._ok if t.planned.step.action == "fill" for v in values_of(t)]
        names = [t for t in part.words if t.names and any(says(value, t) for value in typed)]
        named = " ".join(t.text for t in names)
        again = next((page for page in self.situation.revisited if page.url == url), None)
        if again is None:
            return Check(None, f'The list was not looked at that might show "{named}".', part.numbers, against=True)
        anew = (text for text in listed_anew(again, self._before()) if all(says(text, t) for t in names))
        listed = next(anew, "")
        said = f'The list shows "{listed[:80]}".' if listed else f'Nothing in the list that says "{named}" is new.'
        return Check(not listed, said, part.numbers, absent=not listed)

    def _pressed_away(self, part: Part, page: Page) -> list[set[str]]:
        """The names of the entries of this list whose buttons that delete were pressed by that name: `press Delete`."""
        named = []
        for tried in (
            t for p in self.goal.parts[: part.number] for t in self._steps_of(p) if p.verb in ("click", "say")
        ):
            before, selector = tried.before, tried.planned.step.selector or ""
            item = item_of(before, selector) if before and is_same_place(before, page) else None
            if before and item and any(does(n, "delete") for n in before.controls if n.selector == selector):
                told = self.goal.parts[tried.planned.part]
                named.append({t.norm for t in self.gone(told) if says(item, t)})
        return named

    def _on_no_page(self, part: Part, subject: Sequence[Token]) -> Check | None:
        """`No Pike is left`, where the list has other pages, which may show one besides the one that was deleted."""
        page, told = self.reloaded or self.situation.page, {t.norm for t in subject}
        gone = [{t.norm for t in self.gone(p)} for p in self.goal.parts[: part.number] if p.verb == "delete"]
        gone += self._pressed_away(part, page)
        any_one = any(a.norm in _ANY_ONE and b.norm in told for a, b in pairwise(part.words))
        # `Ninguno de Ada`, `none of Ada`
        any_one = any_one or any(t.norm in _NAUGHT_OF for t in part.words)
        if not has_more_pages(page) or any(told >= own or (told <= own and not any_one) for own in gone if own):
            return None
        listed = {text for each in self._pages() for _, text in items(each) if all(says(text, t) for t in subject)}
        if not listed or shown_at(page, subject, notices=False, asked=subject):
            return None
        if any(t.kind == "code" for t in subject) and listed <= self._entries_deleted(part):
            # Where the number is that of the only entry which was deleted, no other page has it.
            return None
        named = " ".join(t.text for t in subject)
        said = f'"{named}" is not on this page of the list; the others were not looked at.'
        return Check(None, said, part.numbers, against=True)

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

    def _sought_in_vain(self, part: Part) -> list[Token]:
        """What was searched for last, where a check says that nothing is found."""
        before = self.goal.parts[part.number - 1] if part.number else None
        naught = NAUGHT & {t.norm for t in part.words}
        # `No debe salir nada` denies once.
        denied = part.negated and not naught & _NAUGHT_TOO
        if before is None or before.verb != "search" or not naught or denied or says_alone(part.words):
            return []
        typed = [v for t in self._steps_of(before) if t.planned.step.action == "fill" for v in values_of(t)]
        return [t for t in before.words if t.names] or [
            t for t in content_of(before.words) if any(says(value, t) for value in typed)
        ]

    def _list_is_empty(self, part: Part) -> Check | None:
        """`The list is empty`: nothing is listed, or only a line that says so."""
        if says := _says_none(part.words):
            return self._says_there_is_none(part, says)
        known = EMPTY | THINGS.keys()
        words = [t for t in part.words if t.norm in known or not (is_how(t) or t.kind == "mark")]
        words = [t for t in words if t.norm not in STEPS - THINGS.keys()]
        counted = [t for t in part.words if t.norm in COUNTED and t.kind == "word"]
        others = [t for t in content_of(part.words) if not is_how(t) and t.norm not in COUNTED]
        if part.negated and counted and not others and part.words[0].norm in _ANY_ONE:
            # `No hay resultados`
            listed = entries_left(self.reloaded or self.situation.page)
            said = f'The page lists "{listed[0][:80]}".' if listed else "The page lists nothing."
            had = any(map(entries_left, self._pages()))
            return Check(not listed, said, part.numbers, absent=not listed) if listed or had else None
        if not words or words[-1].norm not in EMPTY or any(t.names for t in words[1:]):
            return None
        page = self.reloaded or self.situation.page
        heads = head_words(page)
        about = words[:-1]
        if not about or not all(t.norm in THINGS or any(same(t.norm, w) for w in heads) for t in about):
            return None
        listed = entries_left(page)
        is_so = not listed
        said = f"The page lists {len(listed) or 'nothing'}{' entries' if listed else ''}."
        if is_so and not any(map(entries_left, self._pages())):
            return None
        return Check(is_so is not part.negated, said, part.numbers, absent=is_so)

    def _found_by_none(self, sought: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """What a search of the list that had shown it finds no more is gone from that list, wherever its results are
        shown; None where another list was searched."""
        page = self.reloaded or self.situation.page
        listed = urlsplit(self.listed_at(sought))
        typed = [v for t in self._ok if t.planned.step.action == "fill" for v in values_of(t)]
        searched = any(all(says(value, t) for t in sought) for value in typed)
        is_same_list = bool(listed.path) and listed.path == urlsplit(page.url).path
        if not searched or not is_same_list or shown_at(page, sought, notices=False, asked=sought):
            return None
        return Check(
            True, f'The search finds no "{" ".join(t.text for t in sought)}" any more.', everything, absent=True
        )

    def _says_there_is_none(self, part: Part, kind: Sequence[Token]) -> Check | None:
        """`It must say that there are no notes`: nothing is listed where they are, and a line says so."""
        page = self.reloaded or self.situation.page
        told = next((t for t in page.readable if _NO_ENTRY.match(normal(t)) and all(says(t, k) for k in kind)), "")
        listed = entries_left(page)
        if listed or (not told and any(n.role in ("table", "grid", "list") for n in page.nodes)):
            return Check(False, f'The page lists "{(listed or [""])[0][:80]}".', part.numbers) if listed else None
        return Check(True, f'The page says "{told}".', part.numbers, source="change") if told else None

    def _finds_nothing(self, sought: Sequence[Token], everything: frozenset[int]) -> Check | None:
        """Whether a list that had entries has none, once it was searched."""
        page = self.reloaded or self.situation.page
        had = any(is_same_place(each, page) and entries_left(each) for each in self._pages())
        if not had or entries_left(page):
            return None
        return Check(True, f'Nothing is listed for "{" ".join(t.text for t in sought)}".', everything, absent=True)

    def _out_of_the_way(self, part: Part) -> Check | None:
        """`Accept it and check that it disappears`: what was pressed last, and all that the box around it says."""
        before = next((p for p in reversed(self.goal.parts[: part.number]) if p.verb not in LOOKS), None)
        if not part.negated or before is None or before.verb not in ("accept", "close"):
            return None
        meant = {t.norm for t in before.words} | LAYERS
        shut = next((t.before for t in self._steps_of(before) if t.before), None)
        window = _window_of(shut) if shut else []
        told = [t for t in content_of(part.words) if t.norm not in meant and not any(says(w, t) for w in window)]
        if not all(is_how(t) and not names_refusal(replace(part, negated=False, words=(t,))) for t in told):
            # `Close it and check that the error disappears` is about something else.
            return None
        pressed = next((t for t in reversed(self._steps_of(before)) if t.planned.step.action in PRESSES), None)
        if pressed is None and (shut := next((t.before for t in reversed(self._steps_of(before)) if t.before), None)):
            return _shut(shut, self.situation.page)
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

    def _said_of_none(
        self, listed: Sequence[tuple[Node, str]], told: Sequence[Token], everything: frozenset[int]
    ) -> Check:
        """`None of them has the status Open`."""
        said = " ".join(t.text for t in told)
        page = self.reloaded or self.situation.page
        # A column of that name says `Yes` of each that is so.
        wrong = [text for row, text in listed if all(bare(cell_under(page, row, [t])) in _YES for t in told)]
        wrong += [text for _, text in listed if all(says(text, t) for t in told)]
        if wrong:
            return Check(False, f'"{wrong[0][:80]}" says "{said}".', everything)
        return Check(True, f'None of {len(listed)} entries says "{said}".', everything)


def _says_none(words: Sequence[Token]) -> Sequence[Token]:
    """The `notes` of which something is to say that there are none; empty where it says no such thing."""
    at = told_from(words)
    said = [t for t in words[at:] if t.norm not in {"there", "is", "are", "hay"}]
    led = bool(said) and said[0].norm in _ANY_ONE | {"no"} and len(said) < LEAST_TOLD + LEAST_TOLD
    kind = [t for t in said[1:] if not is_how(t)] if led else []
    return kind if kind and all(t.kind == "word" and t.text.islower() for t in kind) else []


def entries_left(page: Page) -> list[str]:
    """What a page lists, but for a line that says that there is nothing, and one that adds up nothing."""
    listed = [text for _, text in max(lists(page), key=len, default=[])]
    is_told = any(_NO_ENTRY.match(normal(text)) for _, text in items(page))
    return [] if len(listed) < LEAST_TOLD and is_told else listed


def _window_of(page: Page) -> list[str]:
    """What a window says that lies on a page."""
    window = next((n for n in page.nodes if n.role in ("dialog", "alertdialog") and not n.hidden), None)
    return [n.said for n in (window, *page.within(window)) if n.said and not n.hidden] if window else []


def _shut(before: Page, now: Page) -> Check | None:
    """Whether the window that a key has closed is closed; None where there was none."""
    said = _window_of(before)
    if not said:
        return None
    there = any(text in now.readable for text in said)
    return Check(not there, f'"{said[0][:80]}" is {"still" if there else "no longer"} on the page.', absent=not there)


def values_of(tried: Tried) -> tuple[str, ...]:
    value = tried.planned.step.value
    return (value,) if isinstance(value, str) else tuple(value or ())


def _counted_at(page: Page, place: Sequence[Token]) -> str:
    """What the way to a place says of how many there are: `Drafts (2)`."""
    name = [word for t in place for word in parts(t.text)]
    ways = [n.said for n in page.nodes if n.role in ("link", "tab", "button") and not n.hidden]
    told = (said for said in ways if name and list(parts(uncounted(said))) == name)
    return next((said for said in told if re.search(r"[1-9]\d*\W*$", said)), "")


def _is_a_way(page: Page, entry: Node) -> bool:
    """Whether an entry holds nothing but one link or button."""
    inside = [n for n in page.within(entry) if n.said and not n.hidden]
    return len({n.said for n in inside}) <= 1 and any(n.role in ("link", "button", "tab") for n in (entry, *inside))

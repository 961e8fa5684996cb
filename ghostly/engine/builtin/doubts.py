"""What speaks against a pass even where every check is met: errors, laments, words that nothing used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise, takewhile, zip_longest

from ..page import ENTRIES, Node, Page
from ..planning import Tried
from .altered import altered_besides
from .claims import Claims
from .dates import read_date
from .evidence import (
    CHANGES,
    LONGEST_LABEL,
    LOOKS,
    PRESSES,
    SETS,
    STEPS,
    TYPES,
    Check,
    address_of,
    asks_to_sign_in,
    heads_row,
    is_same_place,
    item_of,
    names_before,
    names_seen,
    path_of,
    same_item,
)
from .finding import does, is_kind
from .gone import values_of
from .hearsay import told_of_another
from .lexicon import PARTICIPLE, STOP, same, says_done
from .listing import entry_of
from .matching import numbered_otherwise
from .part import Part, content_of
from .purposes import idle_purpose
from .questions import counts_so, items, lists, says
from .saved import held_otherwise, is_blank, saves_fields, saving
from .showing import field_of, is_held, says_unchanged
from .speech import DETERMINERS, DOING, ITS, NEW, ONE_MORE
from .stories import NOT_TO_DO
from .units import names_unit, shows_unit
from .unnamed import NAMING
from .vouching import denial_in, laments
from .words import NUMBER_WORDS, ORDINALS, Token, normal, parts, runs_of

_DAYS = {"date", "day", "fecha", "dia"}
_LIVE = {"alert", "status", "log"}
_MIDDLES = {"middle", "center", "centre", "centro"}
_ON = {"on", "in", "at", "for", "by", "to", "from", "en", "a", "al", "para", "por", "de", "desde", "with", "con"}
# What says of a new thing that there are others.
_MORE = {"another", "other", "additional", "further", "more", "otro", "otra", "adicional", "mas"}
_NEEDS_NO_STEP = {"expect", "wait", "explore"}


_LEAST_TOLD_EMPTY, _LEAST_STATE = 3, 2
_OF = {"of", "de", "del", "from", "by"}


class Doubts(Claims):
    """What speaks against a pass, whatever the checks came to, and the words that nothing has used."""

    def listed(self) -> list[Check]:
        """What the page says that lists what was sent."""
        page = self.situation.listed
        if page is None:
            return []
        entry = entry_of(self.situation, page)
        if entry == "":
            said = f'Nothing is listed on "{page.title or page.url}", although the page said that it was done.'
            return [Check(False, said, app_bug=True, source="reload")]
        return [Check(True, f'It is listed: "{entry[:120]}".', source="reload")] if entry else []

    def astray(self) -> list[Check]:
        """What was done to an entry that is not the one which the goal names, although the page shows that one too."""
        found = []
        for tried in self._ok:
            part, page, step = self.goal.parts[tried.planned.part], tried.before, tried.planned.step
            if page is None or tried.planned.explores or part.verb in LOOKS or step.action not in PRESSES | SETS:
                continue
            names = [t for t in names_before(part) if t.kind != "number" and not self.is_set_to(part, t)]
            item = item_of(page, step.selector or "")
            other = "" if names or item is None or step.action not in SETS else self._told_rather(page, tried, item)
            if item is not None and other:
                found.append(Check(None, f'"{item[:80]}" was acted on, and not "{other[:80]}".', against=True))
            if item is not None and (named := self._numbered_rather(page, part, item)):
                found.append(Check(None, f'"{item[:80]}" was acted on, and not "{named[:80]}".', against=True))
            if item is None or not names or any(says(item, t) for t in names):
                continue
            roles = {node.role for node, text in items(page) if text == item}
            entries = [text for node, text in items(page) if not heads_row(page, node) and node.role in roles]
            if any(all(says(text, t) for t in names) for text in entries):
                said = " ".join(t.text for t in names)
                found.append(Check(None, f'"{item[:80]}" was acted on, and not "{said}".', against=True))
        return found[:1]

    def mistold(self) -> list[Check]:
        """What the goal tells of a thing that it is to be done to, and the pages tell of others."""
        pages = {id(t.before): t.before for t in self._ok if t.before} | {0: self.situation.first}
        acting = [part for part in self.goal.parts if part.verb not in LOOKS and self._steps_of(part)]
        for part in acting:
            if name := told_of_another(self.goal, part, list(pages.values())):
                return [Check(None, f'What "{part.said}" is done to is not of "{name}"; others are.', against=True)]
        return []

    def instead(self) -> list[Check]:
        """An entry of the list that has changed, where the one in which something was pressed is just as it was."""
        acted, page = self._acted(len(self.goal.parts)), self.reloaded or self.situation.page
        before = acted[0].before if acted else None
        if acted is None or before is None or self._is_refused or not is_same_place(page, before):
            return []
        group = next((g for g in lists(before) if any(text == acted[1] for _, text in g)), [])
        was, now = [text for _, text in group], [text for _, text in items(page)]
        if acted[1] not in now or self._verb_of(acted[0]) in (*LOOKS, "drag"):
            return []
        turned = (text for text in was if text not in now and (again := same_item(page, text)) and again not in was)
        if other := next(turned, ""):
            return [Check(None, f'"{other[:80]}" has changed, and "{acted[1][:80]}" has not.', against=True)]
        return []

    def _numbered_rather(self, page: Page, part: Part, item: str) -> str:
        """The entry that has the number which a part names, where another one was acted on: `Table 4`, and not the
        `Table 2` that has 4 seats."""
        if part.verb == "create" or not numbered_otherwise(item, part.words):
            return ""
        first = parts(item)[0]
        entries = [text for n, text in items(page) if not heads_row(page, n) and parts(text)[:1] == (first,)]
        return next((text for text in entries if not numbered_otherwise(text, part.words)), "")

    def _told_rather(self, page: Page, tried: Tried, item: str) -> str:
        """Another entry of the list, of which the whole goal tells more than of the one that something was set in."""
        values = {t.planned.step.value for t in self._ok}
        told = [t for t in self.goal.tokens if t.names and t.text not in values]
        # A form in a dialog is not one of the entries behind it.
        place = next((_dialog_of(page, n) for n in page.nodes if n.selector == tried.planned.step.selector), None)
        entries = [text for n, text in items(page) if not heads_row(page, n) and _dialog_of(page, n) == place]
        best = max(entries, key=lambda text: sum(says(text, t) for t in told), default="")
        return best if sum(says(best, t) for t in told) > sum(says(item, t) for t in told) else ""

    def fallen_back(self) -> list[Check]:
        """A box whose turning was sent to the server at once, and that a reload shows as it had been before."""
        sent = {trouble.step_index for trouble in self.troubles if trouble.kind == "written"}
        last: dict[str | None, tuple[int, Tried]] = {}
        for index, tried in enumerate(self.situation.past):
            node = field_of(tried.before, tried.planned.step.selector)
            if tried.ok and node is not None and node.checked is not None and node.role != "radio":
                last[node.selector] = (index, tried)
        turned = [t for index, t in last.values() if index in sent and not _waits_in_form(t)]
        again = self.reloaded
        held = [is_held(t, (again,)) for t in turned if again and _is_of_same_entry(t, again)]
        return [check for check in held if check.met is False][:1]

    def unkept(self) -> list[Check]:
        """A field that was set and saved, and holds something else after a reload, whatever a message says of it."""
        again = self.reloaded
        if again is None or self._is_refused or not saves_fields(self.goal):
            return []
        saves = [i for i, t in enumerate(self._ok) if t.planned.part in saving(self.goal) and self._is_press(t)]
        sets = {t.planned.step.selector: t for t in self._ok[: saves[-1] if saves else 0] if self._is_setting(t)}
        if any(is_blank(tried, again) for tried in sets.values()):
            # A form that is empty again is for the next thing of its kind.
            return []
        otherwise = filter(None, (held_otherwise(tried, again) for tried in sets.values()))
        return [Check(None, said, against=True) for said in otherwise][:1]

    def is_elsewhere(self) -> bool:
        """Whether the page that was loaded again need not show what the page did: that was the answer to a form, or has
        no address of its own."""
        page, again = self.situation.page, self.reloaded
        return again is not None and (page.posted or path_of(again) != path_of(page))

    def undone(self) -> list[Check]:
        """Parts that ask for something for which nothing was done at all, whoever planned the steps."""
        asking = [part for part in self.goal.parts if part.verb not in _NEEDS_NO_STEP and not part.implied]
        left = [part for part in asking if not self._is_so(part)]
        if self._ok and not self._has_acted():
            # To look for a thing is not to change it.
            left = [part for part in left if part.verb in CHANGES or self._is_to_be_saved(part)]
        elif self._ok:
            left = []
        return [Check(None, f'Nothing was done for "{part.said}".', against=True) for part in left[:1]]

    def _is_to_be_saved(self, part: Part) -> bool:
        """Whether what a part fills in is sent by the one that follows."""
        after = self.goal.parts[part.number + 1 : part.number + 2]
        return part.verb == "fill" and any(each.verb == "save" for each in after)

    def _is_so(self, part: Part) -> bool:
        """Whether the page is already what a part asks for: the place, or that somebody is signed in."""
        page = self.situation.page
        if part.verb == "login":
            return any(does(node, "logout") for node in page.controls) and not asks_to_sign_in(page)
        heads = [n.said for n in page.nodes if n.role == "heading" or n.states.get("current") in ("page", "true")]
        said = {word for text in (page.title, *heads) for word in parts(text)}
        words = [t for t in content_of(part.words) if not is_kind(t)]
        return part.verb == "open" and all(any(same(t.norm, word) for word in said) for t in words)

    def lamented(self) -> list[Check]:
        """What the page complains of since the last step that was to do something, where no refusal was asked for."""
        acts = [t for t in self._ok if t.before and not t.planned.explores and t.planned.step.action in PRESSES]
        before = acts[-1].before if acts else None
        if before is None or self._is_refused or any(part.negated for part in self.goal.parts):
            return []
        old, page = Counter(before.readable), self.situation.page
        live = {n.said for h in page.nodes if h.role in _LIVE and not h.hidden for n in (h, *page.within(h))}
        live |= {page.words_of(h) for h in page.nodes if h.role in _LIVE and not h.hidden}
        texts = page.readable if address_of(page) == address_of(before) else [t for t in page.readable if t in live]
        asked = {word for part in self.goal.parts for t in part.words for word in parts(t.text)}
        is_told = any(part.verb == "expect" for part in self.goal.parts)
        denied = [t for t in texts if t in live and not is_told and self._denies_besides(t)]
        new = [t for t in texts if t not in old and (laments(t) or t in denied)]
        told = [text for text in new if not asked >= set(parts(text))]
        return [Check(None, f'The page complains: "{told[0][:160]}".', against=True)] if told else []

    def _denies_besides(self, text: str) -> bool:
        """Whether a text says that something did not work, as `Rejected` does not where that was ordered."""
        orders = [t.norm for part in self.goal.parts if part.verb != "expect" for t in part.verb_words]
        rest = [word for word in parts(text) if not any(says_done(word, order) for order in orders)]
        return bool(denial_in(text)) and (len(rest) == len(parts(text)) or bool(denial_in(" ".join(rest))))

    def thrown_out(self) -> list[Check]:
        """A page that asks for a password where none did before, though nobody asked to sign in or out."""
        if any(part.verb == "login" or self._leaves(part) for part in self.goal.parts if self._steps_of(part)):
            before = [t.before for t in self._ok if t.before and t.planned.commits]
        else:
            before = [self.situation.first]
        signed_in = bool(before) and not any(asks_to_sign_in(page) for page in before)
        leaves = any(self._leaves(part) or self._asks_for_way_in(part) for part in self.goal.parts)
        if signed_in and not leaves and asks_to_sign_in(self.situation.page):
            return [Check(False, "The application asks to sign in again instead of doing it.", app_bug=True)]
        return []

    def _asks_for_way_in(self, part: Part) -> bool:
        """Whether it is just that the page asks to sign in which the goal says."""
        return part.verb == "expect" and self._of_way_in(part, frozenset()) is not None

    def is_idle(self) -> bool:
        """Whether buttons were pressed, and nothing else done, and the page is in every way as before the first one."""
        acted = [t for t in self._ok if t.planned.step.action in ("click", "dblclick")]
        buttons = all(t.planned.target is not None and t.planned.target.role == "button" for t in acted)
        only = len(acted) == len([t for t in self._ok if t.planned.step.action not in ("assertText", "assertVisible")])
        before = acted[0].before if acted else None
        return only and buttons and before is not None and before.looks == self.situation.page.looks

    def in_vain(self) -> list[Check]:
        """A press that was to do something and has changed nothing, where all that is checked had been so before it."""
        acts = [i for i, t in enumerate(self._ok) if t.before and not t.planned.explores and self._is_press(t)]
        if not acts or any(trouble.kind == "written" for trouble in self.troubles):
            return []
        last, following = self._ok[acts[-1]], self._ok[acts[-1] + 1 :]
        after = following[0].before if following else self.situation.page
        if last.before is None or after is None or after.looks != last.before.looks or last.before.dialog:
            return []
        checks = [p for p in self.goal.parts[last.planned.part :] if p.verb == "expect" and not p.negated]
        # That nothing changes may be just what the goal says.
        if not checks or any(self.expects_refusal(p) or says_unchanged(p) for p in checks):
            return []
        # What only looked for it in the same place may have done it.
        own = ((i, t.before) for i, t in enumerate(self._ok) if t.before and t.planned.part == last.planned.part)
        first, page = next((i, page) for i, page in own if i == acts[-1] or is_same_place(page, last.before))
        before = self._as_on(page, self._ok[: first + 1])
        if not all(before._expected(p).met for p in checks):
            return []
        pressed = self.goal.parts[last.planned.part].said
        said = f'"{pressed}" changed nothing on the page. What was looked for had been there before.'
        return [Check(None, said, against=True)]

    def altered(self) -> list[Check]:
        """What was changed or pressed in a list, and says something else there of which the goal says nothing."""
        pages = (self.reloaded or self.situation.page, self.situation.listed, *self.situation.revisited)
        told = {word for t in self._ok for value in values_of(t) for word in parts(value)} | set(parts(self.goal.text))
        parts_of_it = () if self._is_refused else self.goal.parts
        acting = [part for part in parts_of_it if part.verb not in LOOKS and part.verb not in ("create", "delete")]
        begun = [found if (found := self._first_acted(part))[1] else self._opened_from(part) for part in acting]
        whys = (
            altered_besides(before, old, page, told)
            for before, old in begun
            for page in pages
            if before and old and page and is_same_place(page, before)
        )
        return [Check(None, why, against=True) for why in whys if why][:1]

    def _is_press(self, tried: Tried) -> bool:
        return tried.planned.step.action in ("click", "dblclick") and self._verb_of(tried) not in LOOKS

    def unused(self, checked: frozenset[int]) -> list[Token]:
        """The words that say what is meant and that nothing has used."""
        used = checked | {n for tried in self._ok for n in tried.planned.uses}
        used |= {t.number for part in self.goal.parts for t in self._units_of(part, used)}
        used |= {number for part in self.goal.parts for number in self._days_of(part, used)}
        used |= {number for part in self.goal.parts for number in self._become(part) | self._called(part, used)}
        if any(part.verb == "expect" for part in self.goal.parts):
            pages = [*self._pages(), *filter(None, (self.situation.page, self.reloaded))]
            used |= {t.number for part in self.goal.parts for t in idle_purpose(part, pages)}
        acted, shown = (names_seen(self.situation, steps) for steps in (self._ok, ()))
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

    def _days_of(self, part: Part, used: frozenset[int]) -> set[int]:
        """The `date` of `the due date`, beside the name of a field that a step has given a date."""
        typed = [t.planned.step.value for t in self._steps_of(part) if t.planned.step.action == "fill"]
        if not any(isinstance(value, str) and read_date(value) for value in typed):
            return set()
        pairs = [pair for a, b in pairwise(part.words) for pair in ((a, b), (b, a))]
        return {t.number for t, beside in pairs if t.norm in _DAYS and beside.kind == "word" and beside.number in used}

    def _become(self, part: Part) -> set[int]:
        """The words of an order that say what its thing has become, in a text that its own page has not had before and
        that stays there: `out for delivery`."""
        steps = [t for t in self._steps_of(part) if t.planned.step.action == "click" and t.before]
        page, before = self.reloaded or self.situation.page, steps[0].before if steps else None
        if part.verb == "expect" or before is None or self.reloaded is None or not is_same_place(before, page):
            return set()
        kept = set(self.situation.page.readable) & set(page.readable) - set(before.readable)
        told = [parts(text) for text in kept if _LEAST_STATE <= len(parts(text)) <= LONGEST_LABEL]
        runs = [part.words[at : at + len(said)] for said in told for at in range(len(part.words))]
        return {t.number for run in runs if tuple(normal(t.text) for t in run) in told for t in run}

    def _called(self, part: Part, used: frozenset[int]) -> set[int]:
        """The words of an order that are, with one that was used, just what a text says in the entry in which its step
        was done, as the `cat` of a machine `Winch cat`, and whose thing it is: `the ladder of Ada Ray`."""
        found: set[int] = set()
        for tried in self._steps_of(part):
            page, item = (
                tried.before,
                item_of(tried.before, tried.planned.step.selector or "") if tried.before else None,
            )
            owners = _owners(part) if item and tried.planned.step.action == "click" else []
            found |= {t.number for run in owners if item and all(says(item, t) for t in run) for t in run}
            holders = [n for n, text in items(page) if text == item] if page and item else []
            told = {parts(n.said) for h in holders for n in page.within(h) if n.kind == "text"} if page else set()
            for said in (each for each in told if len(each) > 1):
                runs = (part.words[at : at + len(said)] for at in range(len(part.words)))
                same_words = (run for run in runs if tuple(t.norm for t in run) == said)
                found |= {t.number for run in same_words if used & {t.number for t in run} for t in run}
        return found

    def _units_of(self, part: Part, used: frozenset[int]) -> list[Token]:
        """The `pounds` of `500 pounds`, where a step has used the number and the application counts in pounds; the
        `units` of `the order of 20 units`, where the row that a step has acted in says 20 in the column of those."""
        pairs = [(a, b) for a, b in pairwise(part.words) if a.kind == "number" and a.number in used]
        units = [unit for _, unit in pairs if names_unit(unit)]
        shown = [unit for unit in units if any(shows_unit(text, unit) for text in self._texts())]
        rows = [row for tried in self._steps_of(part) for row in _row_acted_in(tried)]
        return shown + [unit for number, unit in pairs if any(counts_so(*row, number, unit) for row in rows)]

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
        typed = [t for t in self._ok if t.planned.step.action in TYPES and t.planned.target]
        following = [t for part in self.goal.parts for t in part.words if t.number > token.number][:3]
        names = {word for t in typed if t.planned.target for word in parts(t.planned.target.name)}
        return not any(same(word, t.norm) for t in following for word in names)

    def _left_empty(self, words: Sequence[Token]) -> Sequence[Token]:
        """The words of `don't pick a customer` that are left when nothing was typed there."""
        if len(words) < _LEAST_TOLD_EMPTY or not self._is_left_empty(words[0], words[1]):
            return ()
        following = list(takewhile(lambda t: t.kind == "word" and not t.names, words[2:5]))
        return following if words[0].norm not in ("without", "sin") else ()

    def _by_the_way(self, left: set[int]) -> set[int]:
        """Words for the kind of a thing, which say nothing more: `the slider`, and `contact` in `the contact Bo Ray`
        where the pages have no such word to tell one kind from another."""
        pages = {id(t.before): t.before for t in self._ok if t.before} | {0: self.situation.page}
        ways = [n for page in pages.values() for n in page.nodes if n.role in ("link", "tab", "menuitem", "treeitem")]
        told = {word for node in ways for word in parts(node.said)}
        found: set[int] = set()
        for part in self.goal.parts:
            found |= {t.number for at in range(len(part.words)) for t in self._left_empty(part.words[at:])}
            found |= self._measures(part, left) | self._one_more(part)
            for before, token, after in zip_longest((None, *part.words), part.words, part.words[1:]):
                if token is not None and before is not None and self._is_left_empty(before, token):
                    found.add(token.number)
                if token is None or token.kind != "word" or not token.text.islower():
                    continue
                named = after is not None and after.number not in left and after.names
                # `Put the Oslo trip on hold`: what kind of a thing that is.
                is_as = after is not None and after.norm in ("as", "como") and before is not None and before.names
                named = named or (is_as and before is not None and before.number not in left)
                named = named or _is_kind_of_quoted(part, token, left)
                is_step = token.norm in ORDINALS and after is not None and after.norm in STEPS
                # `Stored on Shelf A2`: it leads to what was filled in.
                is_led = after is not None and after.norm in _ON
                is_step = is_step or (bool(PARTICIPLE.match(token.norm)) and is_led)
                # `Ana Ruiz, working for Sales`, and not `a booking for Sales`.
                tells = token.norm.endswith(DOING) and before is not None and (before.kind == "mark" or before.names)
                is_step = is_step or (tells and is_led and not _is_in_title(part, token))
                # `Another vehicle` is one more.
                is_step = is_step or (part.verb == "create" and token.norm in ONE_MORE)
                if (
                    is_step
                    or (is_kind(token) and not _qualifies(token, after))
                    or self._is_left_empty(token, after)
                    or (named and not any(same(token.norm, word) for word in told))
                ):
                    found.add(token.number)
        return found

    def _measures(self, part: Part, left: set[int]) -> set[int]:
        """The `reams` of `delete the order of 25 reams of paper`: what is counted was found by how many and of what;
        where something is filled in, it may be what is to be chosen."""
        if any(t.planned.step.action in TYPES for t in self._steps_of(part)):
            return set()
        runs = zip(part.words, part.words[1:], part.words[2:], part.words[3:], strict=False)
        return {
            unit.number
            for count, unit, of, thing in runs
            if count.kind == "number" and unit.kind == "word" and unit.text.islower() and of.norm in ("of", "de")
            and thing.norm not in STOP and not {count.number, thing.number} & left
        }  # fmt: skip

    def _one_more(self, part: Part) -> set[int]:
        """The `another` of `add another driver`: it says that there are some, and nothing of the one that is made."""
        if part.verb != "create" and not self._is_sent(part):
            return set()
        led = list(takewhile(lambda t: t.norm in _MORE | DETERMINERS | NEW or t.norm in NUMBER_WORDS, part.words))
        # `Un conductor más`
        behind = part.words[len(led) + 1 : len(led) + 2]
        return {t.number for t in (*led, *behind) if t.norm in _MORE}


def _is_of_same_entry(tried: Tried, again: Page) -> bool:
    """Whether what a step has set stands in the entry in which it stood then, where it stood in one."""
    page, selector = tried.before, tried.planned.step.selector or ""
    then, now = (item_of(each, selector) if each else None for each in (page, again))
    return same_item(again, then) == now if then else not now


def _waits_in_form(tried: Tried) -> bool:
    """Whether what a step has set is sent for good only by the button of its form."""
    node, page = field_of(tried.before, tried.planned.step.selector), tried.before
    form = next((h for h in page.parents(node) if h.role in ("form", "dialog")), None) if page and node else None
    inside = page.within(form) if page and form else ()
    return any(n.role == "button" and not n.hidden and does(n, "save") for n in inside)


def _owners(part: Part) -> list[list[Token]]:
    """The names that say whose something is: `of Ada Ray`, `de Ada Ray`, `Ada Ray's`."""
    runs = runs_of(part.words, lambda t: t.kind in ("word", "quoted") and t.text[:1].isupper())
    led = {b.number for a, b in pairwise(part.words) if a.norm in _OF}
    return [run for run in runs if run[0].number in led or run[-1].end - run[-1].start > len(run[-1].text)]


def _row_acted_in(tried: Tried) -> list[tuple[Page, Node]]:
    """The row or the entry in which a step has pressed or set something, and its page."""
    page = tried.before
    node = field_of(page, tried.planned.step.selector) if page else None
    rows = [h for h in page.parents(node) if h.role in ENTRIES] if page and node else []
    return [(page, row) for row in rows[:1] if page]


def _qualifies(token: Token, after: Token | None) -> bool:
    """Whether a word for a place tells one field from another, as in `the middle name`, unlike `the middle of`."""
    return (
        token.norm in _MIDDLES and after is not None and after.kind == "word" and after.norm not in ("of", "de", "del")
    )


def _is_kind_of_quoted(part: Part, token: Token, left: Container[int]) -> bool:
    """Whether a word says what kind of a thing is called by what is quoted behind it: `her shift as "Night guard"`."""
    at = part.words.index(token)
    led, as_, name = (*part.words[max(at - 1, 0) : at], *part.words[at + 1 : at + 3], *[token] * 3)[:3]
    leads = led.norm in DETERMINERS | ITS and as_.norm in ("as", "como", "of", "de")
    return leads and name.kind == "quoted" and name.number not in left


def _is_said(token: Token, part: Part, used: Container[int], seen: Iterable[str]) -> bool:
    """Whether a word was used, says nothing that could be, or is among the words that were seen."""
    if token.number in used or (token.kind == "word" and (token.norm in STOP or part.verb == "expect")):
        return True
    if part.verb == "create" and token in part.words[:1] and token.norm in ONE_MORE:
        # `Add another guest` adds one.
        return True
    return all(any(same(part_of, word) for word in seen) for part_of in parts(token.text))


def _dialog_of(page: Page, node: Node) -> int | None:
    return next((h.number for h in page.parents(node) if h.role in ("dialog", "alertdialog")), None)


def _is_in_title(part: Part, token: Token) -> bool:
    """Whether a word may belong to what something is called: `called Pond cleaning`."""
    led = takewhile(lambda t: t is not token, part.words)
    return any(t.norm in NAMING for t in led)

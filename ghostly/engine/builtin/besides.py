"""What a check says besides what it looks for: where in a list, of every entry, from what, how often, by how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..page import Node, Page
from ..planning import Tried
from .columns import column_before, column_of
from .differences import changed_by, changed_way, differences, differences_in
from .evidence import (
    CHANGES,
    DELETED,
    LEAST_TOLD,
    LONGEST_ENTRY,
    LOOKS,
    PRESSES,
    SUMS,
    Check,
    asks_to_sign_in,
    each_meant,
    entry_told,
    heads_row,
    is_how,
    is_same_place,
    names_before,
    same_item,
    without_acts,
    without_offers,
)
from .finding import has_more_pages, turns_further
from .gone import Gone, values_of
from .growing import COUNTERS, grown, has_grown
from .lexicon import STOP, same
from .matching import holds
from .part import Part, content_of
from .provisos import another_of_kind, every_told, one_lacking, only_in_entries, only_kind, says_alone
from .questions import GOES_ON, cell_under, first_said, items, lists, says, shows_value, values_by_head
from .ranks import place_told
from .reasons import asked_for
from .remaining import each_of_rest, rest_told
from .speech import COMES, DETERMINERS, ENDS_UP, ITS, KEPT, NOT, STILL, end_of_list, finite_at, tells_of
from .subjects import change_at, names_of
from .vouching import denial_in, hedges
from .words import Token, bare, normal, parts, runs_of, stem

_WARNS = re.compile(r"(?:avis(?:a|e|ar|an|en)|advert\w+|adviert\w+|warns?|alerts?|complains?|queja|quejarse)$")
# Who says of himself where he gets to.
SELVES = {
    "i", "we", "debo", "debemos", "tengo", "tenemos", "acabo", "acabamos", "llego", "llegamos", "termino",
    "terminamos", "aterrizo", "usuario", "user",
}  # fmt: skip
# What says something to people, how a check says that it does, and that it is gone.
_TELLERS = re.compile(
    r"(?:messages?|notices?|notifications?|confirmations?|toast|banner|alert|page|app|application|screen|mensajes?|avisos?"
    r"|notificacion|confirmacion|pagina|pantalla|aplicacion)$"
)
_TELLS = re.compile(
    r"(?:says?|saying|tells?|telling|that|confirm(?:s|ing)|states?|dic\w+|dig\w+|inform\w+|indic\w+|que)$"
)
# What a check calls that which was changed to.
_LIKE_THAT = {("like", "that"), ("like", "this"), ("that", "way"), ("this", "way")}
_LEADS_ON = {"to", "by", "of", "for", "with", "from", "at", "a", "por", "de", "para", "con", "desde", "en"}


# How a check says that of several things one is seen now; what is written otherwise is a state.
_CHOSEN = (
    r"(?:shown|displayed|selected|chosen|opened|active|current|viewed|visible|picked|muestra|mostrad[oa]|mostrando|ve"
    r"|viendo|seleccionad[oa]|elegid[oa]|abiert[oa]|activ[oa]|actual|vist[oa])"
)
_SHOWN_ONE = re.compile(
    rf"\bthe one (?:(?:that|which) )?(?:is )?(?:being |currently |now )*{_CHOSEN}\b"
    rf"|\b(?:el|la) que (?:se |está |esta |ahora )*{_CHOSEN}\b|\b(?:es|sea) (?:el|la) {_CHOSEN}\b"
)
_IS_CHOSEN = re.compile(_CHOSEN + "$")
# What a check says of where a message is to stand.
_BESIDE = {
    "under", "below", "beneath", "beside", "by", "at", "next", "near", "on", "in", "junto", "debajo", "bajo", "en",
    "al", "lado",
}  # fmt: skip
_BESIDE_OF, _FIELDS = {"to", "a", "de", "del", "of", "field", "campo"}, {"field", "input", "box", "campo", "casilla"}
_HEADS = {"heading", "status", "alert", "log"}
_MARKED = {"current", "selected", "pressed"}
_LEADING = {"navigation", "menu", "menubar", "banner", "contentinfo"}


class Besides(Gone):
    """What would otherwise go unasked in a check that is met."""

    def _by_how_much(self, part: Part) -> Check | None:
        """`The total drops by €20`: by what the page said of it before anything was done, and what it says now."""
        by, way = changed_by(part), changed_way(part)
        told = by or way
        if told is None or part.negated:
            return None if part.negated else self._more_listed(part)
        about = [t for t in content_of(part.words[: told.at]) if not is_how(t) and t.norm not in SUMS | COUNTERS]
        # `The total goes down` has no other name.
        about = about or ([t for t in part.words if t.norm in SUMS] if way else [])
        now = self.reloaded or self.situation.page
        found = differences(self.situation.first, now, about) or next(
            (d for each in self._before() if (d := differences(each, now, about))), []
        )
        acted = self._acted(part.number)
        found = found or (differences_in(acted[1], same_item(now, acted[1])) if acted else [])
        if not found and (listed := self._more_listed(part)):
            return listed
        if not found:
            return Check(None, f'Nothing tells by how much "{part.said}" changes.', part.numbers, against=True)
        so = all(told.fits(d) if by else d * told.way > 0 for d in found)
        said = ", ".join(f"{d:+g}" for d in found)
        return Check(so, f'What "{part.said}" speaks of has changed by {said}.', part.numbers)

    def _more_listed(self, part: Part) -> Check | None:
        """`There is one more order`: by how many the page listed before something was saved, and lists now."""
        # What a page complains of may name the least and the most.
        told, now = None if self.tells_refusal(part) else grown(part), self.reloaded or self.situation.page
        before = [page for page in self._before() if is_same_place(page, now)]
        if told is None or part.negated or not before:
            return None
        found = has_grown(told, before[-1], now)
        if found is None:
            return Check(None, f'Nothing tells how many more "{part.said}".', part.numbers, against=True)
        return Check(found[0], f"The page has {found[1]}.", part.numbers, absent=False)

    def _otherwise(self, part: Part) -> Check | None:
        """What a check says besides, and is not so."""
        of_list = self._not_at_end(part) or self._not_of_every(part) or self._not_alone(part)
        of_list = of_list or self._with_others(part) or self._listed_no_more(part)
        of_change = self._not_from_old(part) or self._only_within_new(part) or self._not_warned(part)
        of_change = of_change or self._not_as_changed(part)
        of_place = self._was_led(part) or self._only_labelled(part) or self._not_in_own_column(part)
        of_place = of_place or self._kept_behind(part) or self._only_hedged(part) or self._asks_for_another(part)
        of_place = of_place or self._not_at_field(part)
        return of_list or of_change or of_place or self._not_twice(part)

    def _not_at_field(self, part: Part) -> Check | None:
        """`Under City it says "Enter a city"`, where only other fields are marked as wrong."""
        fields = [n for n in self.situation.page.controls if not n.hidden and n.role not in ("button", "link")]
        wrong = [n for n in fields if n.invalid]
        says_so = any(t.kind == "quoted" and " " in t.norm for t in part.words)
        told = [n for n in fields if _stands_at(part.words, parts(n.said))] if says_so and wrong else []
        if not told or any(n in wrong for n in told):
            return None
        said = f'Not "{told[0].said}" is marked as wrong, but "{wrong[0].said}".'
        return Check(None, said, part.numbers, against=True)

    def _asks_for_another(self, part: Part) -> Check | None:
        """`The form tells me to enter a name`, where what says `Enter` goes on with something else."""
        asked, page = asked_for(part), self.reloaded or self.situation.page
        little = [t for t in asked if t not in content_of(part.words)]
        if not little or any(all(says(text, t) for t in asked) for text in page.readable):
            return None
        said = " ".join(t.text for t in asked)
        return Check(None, f'Nothing on the page asks for "{said}".', part.numbers, against=True)

    def _only_hedged(self, part: Part) -> Check | None:
        """A state that its entry says only as what is not so, or not wholly: `Not paid`, `Partly paid`."""
        page, row, subject = self.reloaded or self.situation.page, self._row_of_change(part), self._subject(part)
        entries = [(n, text) for n, text in items(page) if not heads_row(page, n)]
        # What names a column stands in no entry.
        subject = [t for t in subject if any(says(text, t) for _, text in entries)]
        listed = [(n, text) for n, text in entries if all(says(text, t) for t in subject)]
        own = [(n, text) for n, text in listed if row in (text, without_offers(page, n, part.words))]
        listed = own or listed
        for token in (t for t in subject if t.kind == "word" and len(parts(t.text)) == 1):
            inside = (n for entry, _ in listed for n in page.within(entry) if n.kind == "text" and not n.hidden)
            told = [n.said for n in inside if says(n.said, token)]
            if told and all(hedges(text, part.words, token) for text in told):
                return Check(False, f'It says "{told[0][:80]}", and not "{token.text}".', part.numbers, absent=False)
        return None

    def _not_warned(self, part: Part) -> Check | None:
        """What the page is to warn of, as in `it must warn that it has orders`, and only said before it was asked."""
        norms, subject = [t.norm for t in part.words], self._subject(part)
        at = next((i for i, norm in enumerate(norms) if _WARNS.match(norm)), None)
        warns = at is not None and bool({"that", "que"} & set(norms[at + 1 : at + 3]))
        acted = any(t.planned.commits for t in self._ok) and not self.expects_refusal(part)
        if not warns or not subject or not acted:
            return None
        new = self._said_since()
        if all(any(says(text, t) for text in new) for t in subject):
            return None
        return Check(None, f'Nothing that the page says since then warns of "{part.said}".', part.numbers, against=True)

    def _said_gone(self, part: Part) -> Check | None:
        """A message that is to say that something was deleted, where nothing has said so since: that it is gone is no
        message."""
        norms = [t.norm for t in part.words]
        at = next((i for i, norm in enumerate(norms) if _TELLERS.match(norm) and _tells(norms[i + 1 : i + 5])), None)
        done = next((t for t in part.words[at + 1 :] if DELETED.match(t.norm)), None) if at is not None else None
        deleted = [p for p in self.goal.parts[: part.number] if p.verb == "delete"]
        # `The message that says hi was deleted` is about a message.
        its_own = at is not None and any(norms[at] == t.norm for p in deleted for t in p.words)
        if at is None or done is None or not deleted or its_own or NOT & set(norms):
            return None
        acts = [i for i, t in enumerate(self._ok) if t.planned.part <= part.number and not t.planned.explores]
        acts = [i for i in acts if self._ok[i].before and self._ok[i].planned.step.action in PRESSES]
        before = self._ok[acts[-1]].before if acts else None
        if before is None:
            return None
        after = [*(t.before for t in self._ok[acts[-1] + 1 :] if t.before), self.situation.page]
        new = [text for page in after for text in page.readable if text not in before.readable]
        about = content_of(part.words[at + 1 : part.words.index(done)])
        # `The customer was deleted` is not said by `Note deleted`.
        names = [t for t in about if t.names] or [t for t in about if not (is_how(t) or _TELLS.match(t.norm))]
        if told := next((text for text in new if _says_deleted(text, names)), ""):
            return Check(True, f'The page says: "{told[:120]}".', part.numbers, source="change")
        return Check(None, f'No message has said "{part.said}".', part.numbers, against=True)

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
            own = any(a.norm in ITS and b.number == head[0].number for a, b in pairwise(part.words))
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

    def _kept_behind(self, part: Part) -> Check | None:
        """`I should still see the orders` of a page that asks to sign in, whose words mention them: what is called so
        was seen only while somebody was signed in."""
        page, subject = self.situation.page, self._subject(part)
        left = any(map(self._leaves, self.goal.parts[: part.number]))
        if not left or not subject or any(t.names for t in subject) or not asks_to_sign_in(page):
            return None
        inside = [each for each in self._pages() if not asks_to_sign_in(each)]
        heads = (n.said for each in inside for n in each.nodes if n.role == "heading" or n.states.get("current"))
        if not any(all(says(head, t) for t in subject) for head in heads):
            return None
        named = " ".join(t.text for t in subject)
        said = f'The page asks to sign in; what it says of "{named}" shows none.'
        return Check(None, said, part.numbers, against=True)

    def _only_within_new(self, part: Part) -> Check | None:
        """A value that a field held before and that is shown only within the new one: `Air 5` does not show `Air`."""
        page = self.reloaded or self.situation.page
        old = {bare(text) for each in self._before() for text in each.readable}
        typed = [bare(v) for t in self._ok if t.planned.part < part.number for v in values_of(t)]
        for value in (said for said in (bare(text) for text in _names_told(part)) if said in old):
            new = [v for v in typed if v != value and holds(v, value)]
            texts = [normal(text) for text in page.readable if holds(normal(text), value)]
            if new and value not in typed and texts and all(any(holds(text, v) for v in new) for text in texts):
                return Check(False, f'The page shows "{texts[0][:120]}", and not "{value}".', part.numbers)
        return None

    def _was_led(self, part: Part) -> Check | None:
        """Where somebody is said to land, if the run went there only to look for it."""
        at = next((i for i, t in enumerate(part.words) if t.norm in COMES | ENDS_UP), None)
        led = part.words[: at + 1] if at is not None else ()
        ways = [planned for planned in self._looked_for(part) if planned.step.action in PRESSES]
        if not ways or not SELVES & {normal(t.text) for t in led}:
            return None
        return Check(None, f'Nothing but "{ways[-1].why}" led there.', part.numbers, against=True)

    def _not_of_every(self, part: Part) -> Check | None:
        """What is said of every entry, where one of the list says it and another does not."""
        changed = [p for p in self.goal.parts[: part.number] if p.verb in CHANGES]
        if len(self._entries_acted_on(part)) >= LEAST_TOLD or len(changed) >= LEAST_TOLD:
            # All that were acted on are meant.
            return None
        page = self.reloaded or self.situation.page
        if other := one_lacking(page, part):
            return Check(None, f'"{other}" does not say "{part.said}".', part.numbers, against=True)
        kind, told = every_told(part)
        if kind and told and lists(page) and not any(lists(page)) and self._acted(part.number):
            # The one that was changed shows nothing of those beside it.
            return Check(None, f'Nothing lists all of which "{part.said}".', part.numbers, against=True)
        nouns = [t for t in content_of(kind) if t.text.islower()]
        if not nouns or not told or not any(_lists_such(each, nouns) for each in self._pages()):
            return None
        if any(all(says(text, t) for t in told) for group in lists(page) for _, text in group):
            return None
        return Check(None, f'The page does not list those of which "{part.said}".', part.numbers, against=True)

    def _not_alone(self, part: Part) -> Check | None:
        """What is said to be the only one, or to stand at the top, and has others beside it or stands in a list."""
        page, names = self.reloaded or self.situation.page, [t for t in self._subject(part) if t.names]
        new = self._made_for(part)
        names = [t for t in names if t not in (only_kind(part.words) or ())]
        if new or names:
            page = without_acts(page, part.words)
            other = another_of_kind(page, part, lambda text: _is_entry(text, new, names))
            if other is None:
                said = f'No list shows whether "{part.said}".'
                return Check(None, said, part.numbers, against=True)
            if other:
                return Check(False, f'The page shows "{other}" too.', part.numbers)
        if not only_in_entries(page, part, self._subject(part)) or _heads_its_list(page, self._subject(part)):
            return None
        return Check(None, f'"{part.said}": it is shown only in a list.', part.numbers, against=True)

    def _made_for(self, part: Part) -> str | None:
        """The new entry of the last change before a check."""
        page, changes = self.reloaded or self.situation.page, self._changes(part) or self._sent(part)
        return self._made_in(page, changes[-1]) if changes else None

    def _with_others(self, part: Part) -> Check | None:
        """`The Paid column has only that one`, and `nothing else is listed`, with others beside what was acted on."""
        if not says_alone(part.words) or part.negated:
            return None
        page, names = self.reloaded or self.situation.page, [t for t in self._subject(part) if t.names]
        name = column_before(part)
        column = column_of(page, name) if name else None
        inside = {n.number for n in page.within(column)} if column else set()
        groups = [group for group in lists(page) if not column or any(n.number in inside for n, _ in group)]
        names = [t for t in names if t not in name]
        acting = [p for p in self.goal.parts[: part.number] if p.verb not in LOOKS and names_before(p)]
        meant = each_meant(part, names) if names else [names_before(acting[-1])] if acting else []
        told = [[(text, _is_any(text, meant)) for _, text in group] for group in groups]
        held = [group for group in told if any(is_own for _, is_own in group)]
        if not held:
            return Check(None, f'No list shows whether "{part.said}".', part.numbers, against=True)
        other = next((text for group in held for text, is_own in group if not is_own), "")
        return Check(False, f'The page shows "{other[:80]}" too.', part.numbers) if other else None

    def _acted_at_end(self, part: Part) -> Check | None:
        """`Pin it, it should jump to the top`: where the entry stands in which something was pressed last."""
        end = _end_told(part)
        if end is None or self._subject(part) or part.negated or self._changes(part) or self._sent(part):
            return None
        page = self.reloaded or self.situation.page
        row = self._acted_row(part, page)
        listed = [[text for _, text in group] for group in lists(page)]
        own = next((texts for texts in listed if row and row in texts), None)
        if own is None:
            return Check(None, f'Nothing tells where "{part.said}" stands in a list.', against=True)
        there = own[end] == row
        return Check(there, f'"{row[:80]}" stands {"there" if there else "elsewhere"} in the list.')

    def _listed_no_more(self, part: Part) -> Check | None:
        """`The order is still listed` of the one in which something was pressed, where the list has it no more: that
        the page says `Orders` does not show it."""
        verb = finite_at(part.words) or 0
        about = [t for t in part.words[:verb] if t.norm not in STOP and t.kind != "mark"]
        led = part.words[0].norm in DETERMINERS if verb else False
        one = led and len(about) == 1 and about[0].text.islower() and stem(about[0].norm) == about[0].norm
        stays = any(KEPT.match(t.norm) for t in part.words) or bool(STILL & {t.norm for t in part.words})
        acted, page = self._acted(part.number), self.reloaded or self.situation.page
        if part.negated or not (one and stays) or acted is None or acted[0].before is None:
            return None
        heads = " ".join((page.title, *(n.said for n in page.nodes if n.role == "heading" and not n.hidden)))
        if not says(heads, about[0]) or any(p.verb == "delete" for p in self.goal.parts[: part.number]):
            return None
        if not is_same_place(page, acted[0].before) or same_item(page, acted[1]) or not items(page):
            return None
        return Check(None, f'"{acted[1][:80]}" is not listed any more.', part.numbers, against=True)

    def _rest_stays(self, part: Part) -> Check | None:
        """`The other two remain`: those that stood in one list with what was deleted are listed still, and are as many
        as the check says."""
        done = [each for each in self.goal.parts[: part.number] if each.verb == "delete"] or self._changes(part)
        change = done[-1] if done else None
        told = rest_told(part, change) if change else None
        if change is None or told is None:
            return None
        before, item = self._first_acted(change)
        page = self.reloaded or self.situation.page
        if change.verb == "create":
            # What is made has stood in no entry; the rest of its list was seen before.
            seen = (each for each in reversed(self._before()) if is_same_place(each, page) and lists(each))
            before = next(seen, None)
            item = next((text for _, text in max(lists(before), key=len)), "") if before else ""
        groups = [[text for _, text in group] for group in lists(before)] if before else []
        rest = [text for text in next((g for g in groups if item in g), []) if change.verb == "create" or text != item]
        if before is None or not rest or has_more_pages(before) or not is_same_place(before, page):
            unknown = Check(None, f'Nothing tells which others "{part.said}" means.', against=True)
            # Those that are named need nothing else to tell them.
            named = each_of_rest(part)
            is_named = bool(named) and told[0] in (None, len(named)) and all(t.is_value for g in named for t in g)
            return None if part.negated or is_named else unknown
        if told[0] not in (None, len(rest)):
            return Check(False, f"{len(rest)} others were listed, and not {told[0]}.", absent=False)
        unknown_of = (g for g in each_of_rest(part) if not any(all(says(text, t) for t in g) for text in rest))
        if other := next(unknown_of, None):
            return Check(None, f'None of the others says "{" ".join(t.text for t in other)}".', against=True)
        listed = {normal(text) for _, text in items(page)}
        if part.negated:
            # `The other two are gone too` is not shown by the one that was deleted.
            there = next((text for text in rest if normal(text) in listed), "")
            return Check(False, f'"{there[:80]}" is still listed.') if there else None
        left = [text for text in rest if normal(text) not in listed]
        if left:
            return Check(None, f'"{left[0][:80]}" is not listed as it was.', against=True)
        return Check(True, f"The {len(rest)} others are still listed, as they were.")

    def _is_shown_one(self, part: Part) -> Check | None:
        """`The page says it is the one being shown` of what was opened last: a new text, or a way that is marked as
        the current one, says what that is called."""
        one = _SHOWN_ONE.search(" ".join(t.text for t in part.words if t.kind != "mark"))
        named = [t for t in names_of(part) if not _IS_CHOSEN.match(t.norm)]
        idle = all(is_how(t) or t in named or _IS_CHOSEN.match(t.norm) for t in content_of(part.words))
        last = next((t for t in reversed(self._ok) if t.planned.part < part.number and self._is_pressed(t)), None)
        if not one or not idle or part.negated:
            return None
        page = self.reloaded or self.situation.page
        told = _told_at(page)
        if named and any(all(says(n.said, t) for t in named) for n in told):
            return None
        if not named and (last is None or last.before is None or last.planned.target is None):
            return None
        old = {n.said for n in _told_at(last.before)} if last and last.before else set()
        target = last.planned.target.name if last and last.planned.target else ""
        name = bare(" ".join(t.text for t in named) or target)
        says_so = next((n.said for n in told if name and n.said not in old and _presents(n, name)), "")
        marked = (n.said for n in page.controls if name and bare(n.said) == name and _is_marked(n))
        said = says_so or next(marked, "")
        return Check(
            bool(said) or None,
            f'The page {"says" if said else "does not say that it shows"} "{said or name}".',
            against=not said,
        )

    def _is_pressed(self, tried: Tried) -> bool:
        return tried.planned.step.action in PRESSES and not tried.planned.explores

    def _not_at_end(self, part: Part) -> Check | None:
        """Whether what is said to be `at the top of the list` is listed, and stands elsewhere in it."""
        end = _end_told(part)
        if end is None:
            return self._not_at_place(part)
        page, changes = self.reloaded or self.situation.page, self._changes(part)
        names = [t for t in self._subject(part) if t.names]
        changes = changes or ([] if names else self._sent(part))
        new = self._made_in(page, changes[-1]) if changes else None
        own = [[_is_entry(text, new, names) for _, text in group] for group in lists(page)]
        listed = [group for group in own if any(group)]
        if not listed or any(group[end] for group in listed):
            return None
        return Check(False, f'"{part.said}": it stands elsewhere in the list.', part.numbers)

    def _not_at_place(self, part: Part) -> Check | None:
        """`It comes last, with €20` of what was made or changed, which stands elsewhere in its list."""
        place, page = place_told(part), self.reloaded or self.situation.page
        changes = [*self._changes(part)[-1:], *self._sent(part)] if place is not None else []
        made = filter(None, (self._made_in(page, each) for each in changes if each.verb != "delete"))
        rows = [row for told in made if (row := entry_told(page, told))] or [self._acted_row(part, page)]
        own = [[text for _, text in group] for group in lists(page) if any(text == rows[0] for _, text in group)]
        names = [t for t in self._subject(part) if t.names or t.kind == "number"]
        if (
            not changes
            or place is None
            or len(own) != 1
            or not all(says(rows[0], t) or shows_value(rows[0], t.text) for t in names)
        ):
            return None
        if place < 0 and turns_further(page):
            return Check(GOES_ON.met, GOES_ON.said, part.numbers, against=True)
        at = place - 1 if place > 0 else place
        is_there = len(own[0]) >= abs(place) and own[0][at] == rows[0]
        said = f'"{rows[0][:80]}" stands elsewhere in the list.'
        return None if is_there else Check(None, said, part.numbers, against=True)

    def _not_as_changed(self, part: Part) -> Check | None:
        """`Ada aparece así en la tabla` after another one was changed: her entry has to say what was filled in."""
        norms, names = [t.norm for t in part.words], [t for t in self._subject(part) if t.names]
        changes, page = self._changes(part), self.reloaded or self.situation.page
        values = self._values(changes[-1]) if changes and changes[-1].verb in ("create", "edit") else []
        if not ("asi" in norms or any(pair in _LIKE_THAT for pair in pairwise(norms))) or not names or not values:
            return None
        own = [text for _, text in items(page) if all(says(text, t) for t in names)]
        if not own or any(shows_value(text, v) for text in own for v in values):
            return None
        said = f'"{own[0][:80]}" does not say "{values[-1]}".'
        return Check(None, said, part.numbers, against=True)

    def _not_from_old(self, part: Part) -> Check | None:
        """What is said to go `from 17 to 13`, and has not said 17 before in the place where it says 13 now."""
        at, now = change_at(part), self.reloaded or self.situation.page
        old, new = (part.words[at + 1], part.words[at + 3]) if at is not None else (None, None)
        # What a page complains of may name the least and the most: `from 1 to 999`.
        is_limit = self.tells_refusal(part)
        if old is None or new is None or is_limit or any(_turned(page, now, old, new) for page in self._before()):
            return None
        said = f'Nothing that said "{old.text}" before says "{new.text}" in its place.'
        return Check(None, said, part.numbers, against=True)


def _names_told(part: Part) -> list[str]:
    """What a check quotes, and its names of several words."""
    runs = runs_of(part.words[1:], _is_written_as_name)
    return [*(t.text for t in part.words if t.kind == "quoted"), *(" ".join(t.text for t in run) for run in runs)]


def _is_written_as_name(token: Token) -> bool:
    return token.kind == "word" and not token.text.islower()


def _end_told(part: Part) -> int | None:
    """At which end of a list a check says that something stands; None where it says no such thing."""
    ends = (end_of_list(part.words, at) for at in range(len(part.words)))
    return next((end for end in ends if end is not None), None)


def _tells(norms: Sequence[str]) -> bool:
    return any(map(_TELLS.match, norms))


def _says_deleted(text: str, names: Sequence[Token]) -> bool:
    said = any(DELETED.match(word) for word in parts(text))
    return said and not denial_in(text) and all(says(text, t) for t in names)


def _lists_such(page: Page, nouns: Sequence[Token]) -> bool:
    """Whether a page that calls itself so has a list."""
    heads = [n.said for n in page.nodes if n.role == "heading" and not n.hidden]
    told = any(all(any(same(t.norm, word) for word in parts(head)) for t in nouns) for head in heads)
    return told and any(len(group) >= LEAST_TOLD for group in lists(page))


def _heads_its_list(page: Page, subject: Sequence[Token]) -> bool:
    """Whether the first entry of the only list that has it is called so."""
    own = [group for group in lists(page) if any(all(says(text, t) for t in subject) for _, text in group)]
    if len(own) != 1:
        return False
    entry, text = own[0][0]
    return says(first_said(page, entry), subject[0]) and all(says(text, t) for t in subject)


def _is_any(text: str, meant: Sequence[Sequence[Token]]) -> bool:
    return any(all(says(text, t) for t in each) for each in meant)


def _told_at(page: Page) -> list[Node]:
    """The texts of a page that lead nowhere."""
    ways = {n.number for h in page.nodes if h.role in _LEADING for n in (h, *page.within(h))}
    return [n for n in page.nodes if n.kind == "text" and not n.hidden and n.number not in ways]


def _presents(node: Node, name: str) -> bool:
    """Whether a text says what is shown: `Shown: Monthly report`, and not `Search reports`."""
    is_head = node.role in _HEADS or bare(node.said) == name or any(map(_IS_CHOSEN.match, parts(node.said)))
    return is_head and holds(normal(node.said), name)


def _is_marked(node: Node) -> bool:
    return bool(node.checked) or any(node.states.get(name) not in (None, "false") for name in _MARKED)


def _stands_at(words: Sequence[Token], label: Sequence[str]) -> bool:
    """Whether a check places something at a field of that label, and not at what is only called after it."""
    plain, long = [t for t in words if t.norm not in DETERMINERS | _BESIDE_OF], len(label)
    for at, lead in enumerate(plain):
        told, after = plain[at + 1 : at + 1 + long], plain[at + 1 + long : at + 2 + long]
        named = [t.kind for t in told] == ["word"] * long and all(map(same, (t.norm for t in told), label))
        ends = not after or after[0].kind != "word" or after[0].norm in STOP | _FIELDS or tells_of(after[0])
        if label and lead.norm in _BESIDE and named and ends:
            return True
    return False


def _is_entry(text: str, new: str | None, names: Sequence[Token]) -> bool:
    """Whether an entry is the one that was made, or says all the names where none was."""
    return text[:LONGEST_ENTRY] == new if new else bool(names) and all(says(text, t) for t in names)


def _turned(before: Page, now: Page, old: Token, new: Token) -> bool:
    """Whether an entry, a text or what stands beside a label said the old value, and says the new one in its place."""
    for _, text in items(before):
        if says(text, old) and (again := same_item(now, text)) and says(again, new) and not says(again, old):
            return True
    held = {n.selector: n.value for n in now.controls if not n.secret}
    if any(
        bare(n.value) == bare(old.text) and bare(held.get(n.selector, "")) == bare(new.text) for n in before.controls
    ):
        return True
    was, is_ = ([normal(text) for text in page.readable] for page in (before, now))
    told = {text.replace(bare(old.text), bare(new.text)) for text in was if says(text, old) and text != bare(old.text)}
    beside = {a for a, b in pairwise(was) if b == bare(old.text)} & {a for a, b in pairwise(is_) if b == bare(new.text)}
    return bool(told & set(is_)) or bool(beside)

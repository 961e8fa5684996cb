"""What is to be refused: the page complains of it, and nothing has come of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..page import Node, Page
from ..planning import Tried
from .blanks import blank_of, tells_blank
from .case import value_of
from .evidence import (
    CHANGES,
    LONGEST_ENTRY,
    SETS,
    Check,
    best_item,
    complaints,
    said_wrong,
    shown_at,
)
from .finding import does
from .lexicon import content
from .owned import Owned
from .part import Part, content_of
from .questions import items, says
from .reasons import field_in, is_for_another, reason_at
from .showing import field_of
from .speech import STILL, finite_at
from .taking import is_typed
from .vouching import refuses
from .words import Token, normal, parts

# That a thing is there already, as a goal says it and as pages do.
_EXISTS = re.compile(r"\balready exist|\bya exist|\bduplica")
_DOUBLE = re.compile(
    r"exist|already|\bya\b|taken|in use|en uso|duplic|repe(?:at|tid)|registered|unique|unic[oa]|used|usad"
)

# What a form says of itself that was accepted.
_SAVED = re.compile(
    r"(?:(?:sav|stor|creat|add|register|record)ed|sent|thanks?|done|(?:guard|cre|registr|grab|envi)ad[oa]s?|anadid[oa]s?|gracias|listo)$"
)

_FILLS = {"fill", "choose", "check"}


class Refused(Owned):
    """What the application was to refuse."""

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
        if saved and (untyped := self._untyped()):
            return Check(None, f'"{untyped}" was not typed as the goal says, and what was typed is accepted.', used)
        if saved:
            return Check(False, "The application accepted what it should have refused.", used, app_bug=True)
        if labelled := self._labels_entry(part, quoted, used):
            return labelled
        if quoted:
            told = [t for t in quoted if not shown_at(self.situation.page, [t])]
            return Check(
                not told, f'The page {"does not show" if told else "shows"} "{(told or quoted)[0].text}".', used
            )
        if not now:
            return Check(False, "The page shows no error that was not there before.", used, source="change")
        return self._refused_so(part, now, used)

    def _untyped(self) -> str:
        """What stands behind the colon of a field, and was typed nowhere, or only with more of the goal before it."""
        sent = [p for p in self.goal.parts if p.verb in ("create", "edit", "fill")]
        led = [(p.words[i], p.words[i + 1]) for p in sent for i in range(len(p.words) - 1)]
        told = [t for mark, t in led if mark.text in (":", "(") and t.kind != "mark" and not t.text.isalpha()]
        typed = [normal(value_of(t)) for t in self._ok if t.planned.step.action in SETS]
        named = [normal(t.planned.target.name) for t in self._ok if t.planned.target]
        left = (t for t in told if not any(t.norm in v and ":" not in v.split(t.norm)[0] for v in typed))
        return next((t.text for t in left if t.kind not in ("number", "placeholder") and t.norm not in named), "")

    def _refused_so(self, part: Part, now: Sequence[str], used: frozenset[int]) -> Check:
        """Whether what the page complains of is what the goal tells of it."""
        is_double = _EXISTS.search(normal(part.said))
        if is_double and not any(_DOUBLE.search(normal(said)) for said in now):
            return Check(None, f'The page complains of something else: "{now[0]}".', used, against=True)
        wrong = [t for t in said_wrong(part) if not any(says(said, t) for said in now)]
        if wrong:
            said = f'The page refused it, and does not say "{wrong[0].text}": "{now[0]}".'
            return Check(None, said, used, against=True)
        if lacking := self._number_untold(part, now):
            return Check(None, f'The page refused it, and does not say "{lacking}": "{now[0]}".', used, against=True)
        if is_for_another(part, self.goal, now):
            return Check(None, f'The page refused it for another reason: "{now[0]}".', used, against=True)
        if other := self._complains_of_another(blank_of(part) or field_in(part, self.situation.page, self.goal), now):
            return Check(None, f'The page refused it for another reason: "{other}".', used, against=True)
        if (field := blank_of(part)) and not tells_blank(self.goal.tokens) and not _is_told_of(field, now):
            # Nothing but the check says which field it is.
            return Check(None, f'The page says of no field that it is missing: "{now[0]}".', used, against=True)
        return Check(True, f'The page refused it: "{now[0]}".', used, source="change")

    def _number_untold(self, part: Part, now: Sequence[str]) -> str:
        """A number that a refusal is to tell and does not: `refused with a hint that only 1 to 9 is allowed`."""
        numbers = [t for t in part.words[reason_at(part.words) :] if t.kind == "number"]
        told = [*now, *self._said_since()]
        # A page may tell it beside the field all the time.
        told = told if any(c.isdigit() for said in told for c in said) else [*told, *self.situation.page.readable]
        return next((t.text for t in numbers if not any(says(said, t) for said in told)), "")

    def _labels_entry(self, part: Part, quoted: Sequence[Token], used: frozenset[int]) -> Check | None:
        """`Ada is shown with the warning "Late"`, where entries say that: it has to be hers, and refuses nothing."""
        page = self.situation.page
        # What a form says of a field is no label of an entry.
        entries = [text for n, text in items(page) if not any(is_typed(each) for each in page.within(n))]
        if not quoted or not any(all(says(text, t) for t in quoted) for text in entries):
            return None
        names = [t for t in self._subject(part) if t.names and t.kind not in ("quoted", "number")]
        # The place where it is looked for is none of the entries.
        told = [t for t in names if any(says(e, t) for e in entries) or not any(says(e, t) for e in page.titles)]
        return self._present(part, [*told, *quoted], used) if told else None

    def _turned_down_in_words(self) -> list[str]:
        """What a notice without any mark of an alert says since something was sent, if it is a refusal, and what stands
        in the form since then that holds still what was sent."""
        there = set(self._last_before_commit().readable)
        # The page that complained may have been left to look at a list.
        for page in (self.situation.page, *self._since_last_act()[1:]):
            new = [n for n in page.nodes if n.kind == "text" and not n.hidden and n.said not in there]
            at_fields = [n.said for n in new if self._is_at_a_field(page, n)]
            told = [n for n in new if refuses(normal(n.said))]
            told = [n for n in told if any(h.role in ("status", "log") for h in (n, *page.parents(n)))]
            if said := at_fields + [n.said for n in told]:
                return said
        return []

    def _is_at_a_field(self, page: Page, text: Node) -> bool:
        """Whether a text stands in a form that the server has just turned down, or that holds still all that was typed
        into it, beside one of its fields."""
        form = next((h for h in page.parents(text) if h.role in ("form", "dialog") or h.tag == "form"), None)
        fields = [n for n in page.within(form) if is_typed(n) or n.tag == "select"] if form else []
        typed = {t.planned.step.selector: value_of(t) for t in self._sent_last() if t.planned.step.action == "fill"}
        held = [n.value == typed[n.selector] for n in fields if n.selector in typed and not n.secret]
        stays = bool(held) and all(held) and not any(_SAVED.match(word) for word in parts(text.said))
        refused = any(t.kind == "refused" for t in self.troubles)
        there = {n.selector for n in self._last_before_commit().controls}
        return (stays or refused) and bool(fields) and all(n.selector in there for n in fields)

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
        earlier = self.goal.parts[: part.number]
        change = next((p for p in reversed(earlier) if p.verb in ("create", "edit", "say")), None)
        # A form may be filled in step by step: `open the form, pick Ada, then cancel`.
        change = change or next((p for p in earlier if p.verb in _FILLS and self._values(p)), None)
        if change is None:
            return self._nothing_came(part, earlier, used)
        values, pages = self._values(change), filter(None, (self.situation.page, self.reloaded, self.situation.listed))
        made = next((told for page in pages if (told := best_item(listed_anew(page, self._before()), values))), None)
        if made:
            return Check(False, f'"{made}" was made all the same.', used, app_bug=True)
        if not self._is_turned_down():
            return Check(None, f'No page says whether "{part.said}".', used)
        return Check(True, "Nothing new on the page says what was filled in.", used)

    def _nothing_came(self, part: Part, earlier: Sequence[Part], used: frozenset[int]) -> Check:
        """`Press Save … the note is not saved`, with nothing filled in: the page complains, and has nothing new."""
        page, before = self.situation.page, Counter(complaints(self._last_before_commit()))
        is_sent = any(each.verb in ("click", "press", "save") for each in earlier)
        if not is_sent or any(t.planned.step.action in SETS for t in self._sent_last()):
            return Check(None, f'"{part.said}" does not say of what.', used)
        pages = [each for each in (page, self.reloaded, self.situation.listed) if each]
        if made := next((told for each in pages for told in listed_anew(each, self._before())), ""):
            return Check(None, f'"{made[:80]}" is new on the page.', used, against=True)
        now = next((said for said in complaints(page) if said not in before), "")
        said = (
            f'The page refused it, and lists nothing new: "{now}".' if now else f'No page says whether "{part.said}".'
        )
        return Check(True if now else None, said, used)

    def _sent_last(self) -> list[Tried]:
        """What was done since somebody has signed in."""
        logins = [p.number for p in self.goal.parts if p.verb == "login"]
        return [t for t in self._ok if t.planned.part not in logins]

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

    def _is_to_stay(self, part: Part) -> bool:
        """Whether the goal expects that this deletion, its only change, is refused, or has declined it."""
        changes = [each for each in self.goal.parts if each.verb in CHANGES or each.verb == "say"]
        refused = (self.expects_refusal(each) and not each.negated for each in self.goal.parts)
        return changes == [part] and (any(refused) or self._is_declined(part))

    def _is_declined(self, part: Part) -> bool:
        """Whether the next part has answered the question that the first press of a deletion came to, by a button that
        deletes nothing, and a check says that the thing is there: `but choose Keep job`."""
        answers = [t for p in self.goal.parts[part.number + 1 :][:1] for t in self._steps_of(p)]
        pressed = [n for t in answers if (n := _button_of_dialog(t)) and not does(n, "delete")]
        later = [p for p in self.goal.parts[part.number + 1 :] if p.verb == "expect" and not p.negated]
        named = {t.norm for t in self.gone(part)}
        is_told = bool(named) and any(named <= {t.norm for t in p.words} or _tells_it_is_left(p) for p in later)
        return is_told and len(pressed) == len(answers) == len(self._steps_of(part)) == 1

    def _left_alone(self, part: Part) -> Check:
        """A deletion that was to be refused: the thing is there still."""
        deleted = self._deleted(part)
        if deleted.met is None:
            return deleted
        return Check(not deleted.met, deleted.said, app_bug=bool(deleted.met), absent=deleted.absent)


def _tells_it_is_left(part: Part) -> bool:
    """`The job is still there`, `sigue ahí`: without a name, the thing is that which was to be deleted."""
    subject = part.words[: finite_at(part.words) or 0]
    return not any(t.names for t in content_of(subject)) and bool(STILL & {t.norm for t in part.words})


def _button_of_dialog(tried: Tried) -> Node | None:
    """The button of a dialog that a step has pressed."""
    node, page = field_of(tried.before, tried.planned.step.selector), tried.before
    layers = [h for h in page.parents(node) if h.role in ("dialog", "alertdialog")] if node and page else []
    return node if node and node.role == "button" and layers else None


def listed_anew(page: Page, before: Sequence[Page]) -> list[str]:
    """The entries that no page before has shown."""
    old = {normal(text) for each in before for _, text in items(each)}
    return [text for _, text in items(page) if normal(text) not in old]


def _is_told_of(field: Sequence[Token], complaints_now: Sequence[str]) -> bool:
    return any(all(says(said, t) for t in field) for said in complaints_now)

"""The case of a goal: what was tried for it, and what the pages showed meanwhile."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..page import Node, Page
from ..planning import Planned, Situation, Tried
from ..ports import Trouble
from .bulk import is_of_actions
from .evidence import (
    CHANGES,
    LEAST_TOLD,
    LOOKS,
    NO_ACTS,
    PRESSES,
    SETS,
    SUMS,
    TYPES,
    address_of,
    best_item,
    complaints,
    entry_told,
    is_about_itself,
    is_same_place,
    item_of,
    names_refusal,
    new_items,
    same_item,
    shown_at,
    shows_as,
    without_offers,
)
from .finding import does, only_filters
from .lexicon import STOP, same
from .matching import holds
from .part import Goal, Part
from .questions import COUNTED, items, says, says_at
from .reasons import asked_for
from .speech import DETERMINERS, NEW, finite_at, messages_in, says_which
from .vouching import refuses
from .words import Token, bare, parts, stem

_DIALOGS = ("dialog", "alertdialog")
# What an option says besides of how many there are, or what it costs: `Shelf B1 (2 of 6 used)`.
_BRACKETED = re.compile(r"\s*\([^()]*\d[^()]*\)$")


@dataclass(frozen=True)
class Case:
    """What was tried for a goal and what its pages showed: facts, no judgement."""

    situation: Situation
    reloaded: Page | None
    goal: Goal
    troubles: tuple[Trouble, ...] = ()

    @cached_property
    def _ok(self) -> list[Tried]:
        return [tried for tried in self.situation.past if tried.ok]

    def _steps_of(self, part: Part) -> list[Tried]:
        return [t for t in self._ok if t.planned.part == part.number and not t.planned.explores]

    def _leaves(self, part: Part) -> bool:
        """Whether a part signs somebody out, by its verb or by the name of what it presses: `click "Sign out"`."""
        steps = self._steps_of(part) if part.verb in ("click", "press", "say") else []
        pressed = (n for t in steps if t.before for n in t.before.controls if n.selector == t.planned.step.selector)
        return part.verb == "logout" or any(does(node, "logout") for node in pressed)

    def _looked_for(self, part: Part) -> list[Planned]:
        """The steps that only led to where a check is made."""
        return [t.planned for t in self._ok if t.planned.explores and t.planned.part == part.number]

    def _changes(self, before: Part | None = None) -> list[Part]:
        """The parts that were to change something, by their verbs or by what was typed for them."""
        parts_of_it = self.goal.parts[: before.number] if before else self.goal.parts
        return [part for part in parts_of_it if part.verb in CHANGES or self._is_sent(part)]

    def _sent(self, before: Part) -> list[Part]:
        """The part that began to fill in what was saved last before another, whatever its verb; none if nothing was."""
        done = [t for t in self._ok if t.planned.part < before.number]
        saves = [i for i, t in enumerate(done) if t.planned.commits]
        if not saves:
            return []
        earlier = saves[-2] + 1 if len(saves) > 1 else 0
        typed = [t.planned.part for t in done[earlier : saves[-1]] if t.planned.step.action in TYPES]
        return [part for number in typed if (part := self.goal.parts[number]).verb not in LOOKS][:1]

    @property
    def _is_refused(self) -> bool:
        return any(self.expects_refusal(part) for part in self.goal.parts)

    def _is_sent(self, part: Part) -> bool:
        """Whether a part with a verb of its own, such as `invite`, has filled in something."""
        return part.verb in ("say", "drag") and any(t.planned.step.action in TYPES for t in self._steps_of(part))

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

    def left(self, part: Part) -> Page | None:
        """The page on which a check was come to, where the run went on from there only to look for something else."""
        later = [t for t in self._ok if t.planned.part > part.number]
        acts = any(not t.planned.explores and t.planned.step.action not in NO_ACTS for t in later)
        page = later[0].before if later and not acts else None
        return None if page is None or page.dialog else page

    def last_act(self) -> Part | None:
        """The part for which something was done last, where the goal changes a thing."""
        acted = [self.goal.parts[t.planned.part] for t in self._ok if not t.planned.explores]
        acted = [part for part in acted if part.verb not in LOOKS]
        return acted[-1] if any(part.verb == "edit" for part in acted) else None

    def _has_acted(self) -> bool:
        """Whether anything was done but to look for something, or to sign in."""
        acts = (t for t in self._ok if not t.planned.explores and not _only_seeks(t))
        return any(self.goal.parts[t.planned.part].verb not in LOOKS for t in acts)

    def expects_refusal(self, part: Part) -> bool:
        return names_refusal(part) or self.tells_refusal(part)

    def tells_refusal(self, part: Part) -> bool:
        """Whether a check repeats what the page complains of since something was sent, in the goal's words."""
        if part.verb != "expect" or part.negated:
            return False
        before = Counter(complaints(self._last_before_commit()))
        quoted = [bare(t.text) for t in part.words if t.kind == "quoted"]
        new = [said for said in complaints(self.situation.page) if said not in before]
        # The page that complained may have been left since, where just its words are quoted.
        new += self._complained_since() if quoted else []
        if any(map(refuses, quoted)):
            # Said without any mark of an alert, but in plain words.
            new += self._said_since()
        if (wanted := asked_for(part)) and any(all(says(said, t) for t in wanted) for said in new):
            return True
        words = [t.norm for t in part.words if t.kind == "word"]
        # What the server itself said when it refused something.
        answers = {bare(t.message.rpartition(": ")[2]).rstrip(".") for t in self.troubles if t.kind == "refused"}
        if any(text.rstrip(".") in answers for text in quoted if len(parts(text)) > LEAST_TOLD):
            return True
        messages = [bare(self.goal.text[rest[0].start : rest[-1].end]) for rest in messages_in(part.words)]
        messages = [text for text in messages if sum(word not in STOP for word in parts(text)) >= LEAST_TOLD]
        return any(
            any(holds(bare(said), text) for text in quoted)
            or (not quoted and _content_within(said, words) >= LEAST_TOLD)
            or (not quoted and any(holds(bare(said), text) for text in messages))
            for said in new
        )

    def _texts(self) -> list[str]:
        pages = filter(None, (self.situation.page, self.reloaded))
        return [text for page in pages for text in (*page.readable, *(text for _, text in items(page)))]

    def _is_own_page(self) -> bool:
        """Whether the page came after something was saved, at an address that no page before had."""
        page, before = self.situation.page, self._before()
        is_new = address_of(page) not in {address_of(each) for each in before}
        # The link to the list adds a `#/` to where the list has been all the time.
        return is_new and not any(is_same_place(each, page) for each in before)

    def _row_of_change(self, part: Part) -> str:
        """All that the entry says which was changed last, when the check is about just that: `the row says 9`."""
        if not self.is_about_own(part):
            return ""
        changes = self._changes(part) or self._sent(part)
        page = self.reloaded or self.situation.page
        if changes and changes[-1].verb != "delete":
            told = self._made_in(page, changes[-1])
            if row := entry_told(page, told):
                return _said_in(page, row, part)
        return _said_in(page, self._acted_row(part, page), part)

    def is_about_own(self, part: Part) -> bool:
        """Whether a check is about what was changed or acted on, which it does not name: `its row says 9`, and `the
        status is Closed` where the list has a column of that name."""
        if is_about_itself(part) or shows_as(part.words):
            return True
        if self._is_of_new(part):
            return True
        about = [t for t in part.words[1:] if t.norm not in STOP or t.names]
        if not part.words or part.words[0].norm not in DETERMINERS or not about or about[0].names:
            return False
        said = finite_at(part.words) or says_at(part.words)
        of_another = {"of", "for", "de", "del"} & {t.norm for t in part.words[:said]} and says_which(part.words[1:said])
        if of_another:
            # `The seats of Ada Moss should be 5` names whose.
            return False
        heads = [parts(n.said) for n in (self.reloaded or self.situation.page).nodes if n.role == "columnheader"]
        return about[0].norm not in SUMS and any(len(h) == 1 and same(about[0].norm, h[0]) for h in heads)

    def _is_of_new(self, part: Part) -> bool:
        """Whether a check is about what was made last, which it calls new by its kind: `the new order is Open`, `el
        total del nuevo pedido`."""
        named = next((i for i, t in enumerate(part.words[1:], 1) if says_which([t])), None)
        about = part.words[: finite_at(part.words) or says_at(part.words) or named]
        changes = self._changes(part)
        if not changes or changes[-1].verb != "create" or says_which(about[1:]):
            return False
        kinds = {t.norm for t in changes[-1].words if t.kind == "word" and not t.names} | COUNTED
        beside = [b for a, b in pairwise(about) if a.norm in NEW] + [a for a, b in pairwise(about) if b.norm in NEW]
        return any(t.norm not in STOP and any(same(t.norm, kind) for kind in kinds) for t in beside)

    def _acted_row(self, part: Part, page: Page) -> str:
        """What the entry says now in which something was pressed last before the check."""
        acted = self._acted(part.number)
        return same_item(page, acted[1]) if acted else ""

    def _acted(self, before: int) -> tuple[Tried, str] | None:
        """The last step before a part that was done in an entry, and what that said then."""
        for tried in reversed(self._ok):
            step, is_its = tried.planned.step, tried.planned.part < before and not tried.planned.explores
            acts = step.action in PRESSES or self._is_set_in_list(tried)
            item = self._item_acted(tried) if acts else None
            if is_its and item:
                return tried, item
        return None

    def _item_acted(self, tried: Tried) -> str | None:
        """What the entry said in which a step was done, or from which the dialog was opened in which it was."""
        selector = tried.planned.step.selector or ""
        item = item_of(tried.before, selector) if tried.before else None
        if item or not _is_in_dialog(tried):
            return item
        earlier = self._ok[: next(i for i, t in enumerate(self._ok) if t is tried)]
        opened = next((t for t in reversed(earlier) if not _is_in_dialog(t)), None)
        if opened is None or opened.before is None or opened.planned.step.action not in PRESSES:
            return None
        return item_of(opened.before, opened.planned.step.selector or "")

    def is_set_to(self, part: Part, token: Token) -> bool:
        """Whether a name is what a part fills in, and not what it fills it in for."""
        values = [t.planned.step.value for t in self._steps_of(part) if t.planned.step.action in SETS]
        return any(isinstance(value, str) and bare(value) == bare(token.text) for value in values)

    def _is_set_in_list(self, tried: Tried) -> bool:
        """Whether something was chosen in an entry of a list, and not in a form."""
        page, step = tried.before, tried.planned.step
        node = next((n for n in page.nodes if n.selector == step.selector), None) if page else None
        if page is None or node is None or step.action != "selectOption":
            return False
        return any(h.role in ("row", "listitem") for h in page.parents(node))

    def _was_there(self, subject: Sequence[Token]) -> bool:
        """Whether this page showed it before the change; what other pages showed says nothing about it."""
        here = self.situation.page
        names = [t for t in subject if t.kind == "word" and t.names]
        if names and writes(here, names):
            # `Pedidos` is new where the page said `Orders`.
            return any(
                shown_at(page, subject) and writes(page, names) for page in self._before() if is_same_place(page, here)
            )
        return any(shown_at(page, subject) for page in self._before() if is_same_place(page, here))

    def _stood_before(self, text: str) -> bool:
        """Whether the page said just that before the last step."""
        before = next((t.before for t in reversed(self._ok) if t.before and not t.planned.explores), None)
        # `Nora Valen` does not begin with `Nora Vale`.
        begins = re.compile(rf"{re.escape(text)}(?!\w)")
        return before is not None and any(map(begins.match, (*before.readable, *_entries(before))))

    def _last_before_commit(self) -> Page:
        return self._before()[-1]

    def _complained_since(self) -> list[str]:
        """What was complained of since something was done last, on pages that were left to look at others."""
        was, *left = self._since_last_act() or (None,)
        known = set(complaints(was)) if was else set()
        return [said for page in left if page for said in complaints(page) if said not in known]

    def _since_last_act(self) -> list[Page]:
        """The page on which something was done last, and those since then that were left to look at others."""
        verbs = [self.goal.parts[t.planned.part].verb for t in self._ok]
        looks = {*LOOKS, "close"}
        acts = [i for i, t in enumerate(self._ok) if not t.planned.explores and verbs[i] not in looks]
        return [t.before for t in self._ok[acts[-1] :] if t.before] if acts and self._ok[acts[-1]].before else []

    def _said_since(self) -> list[str]:
        """The texts that are new on the page since something was sent last."""
        there = set(self._last_before_commit().readable)
        return [text for text in self.situation.page.readable if text not in there]

    def _acted_and_reloaded(self) -> tuple[str, Page, Page] | None:
        """What the entry said in which something was pressed last, the page then, and the page after a reload."""
        acted = self._acted(len(self.goal.parts))
        if acted is None or self.reloaded is None or acted[0].before is None:
            return None
        return acted[1], acted[0].before, self.reloaded

    def _made_in(self, page: Page, part: Part) -> str | None:
        """The new entry of a page that says what was filled in for a part."""
        return best_item(new_items(page, self._before()), self._values(part))

    def _values(self, part: Part) -> list[str]:
        """What was filled in for a part, and for those that follow it up to its saving."""
        found = []
        for tried in self._ok:
            step = tried.planned.step
            if tried.planned.part >= part.number and step.action in TYPES:
                value = value_of(tried)
                target = tried.planned.target
                found.append(value or (target.name if target else ""))
            elif tried.planned.part > part.number and tried.planned.commits:
                break
        return [value for value in found if bare(value) and "{{" not in value]

    def _typed(self, part: Part) -> list[tuple[str, str, frozenset[str]]]:
        """The fields that were filled in for a part, by name, with what, and what else could have been chosen; what
        was typed over counts no more."""
        found: dict[str, tuple[str, str, frozenset[str]]] = {}
        for tried in self._ok:
            step = tried.planned.step
            if tried.planned.part >= part.number and step.action in ("fill", "selectOption") and tried.before:
                node = next((n for n in tried.before.nodes if n.selector == step.selector), None)
                value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
                if node and value and "{{" not in value:
                    options = frozenset(bare(option.label) for option in node.options)
                    found[node.label or node.name] = (node.label or node.name, value, options)
            elif tried.planned.part > part.number and tried.planned.commits:
                break
        return list(found.values())

    def _untouched(self, part: Part) -> list[tuple[str, str, frozenset[str]]]:
        """The other fields of a form that a part has changed, by name, with what they held when it was saved."""
        steps = [t for t in self._ok if t.planned.part >= part.number and t.before]
        at = next((i for i, t in enumerate(steps) if t.planned.commits), None)
        page = steps[at].before if at is not None else None
        typed = [t.planned.step.selector for t in steps[:at] if t.planned.step.action in TYPES]
        forms = [h.number for n in page.nodes if n.selector in typed for h in _forms_of(page, n)] if page else []
        if page is None or part.verb == "create":
            return []
        held = [n for n in page.controls if n.tag in ("input", "select", "textarea") and n.value and not n.secret]
        own = [n for n in held if n.selector not in typed and any(h.number in forms for h in _forms_of(page, n))]
        return [(n.label or n.name, n.value, frozenset(bare(o.label) for o in n.options)) for n in own]

    def _is_done_to_ticked(self, part: Part) -> bool:
        """Whether a part has chosen, in a list of things to be done, what is done to the entries that were ticked."""
        steps = [t for t in self._steps_of(part) if t.planned.step.action == "selectOption" and t.before]
        nodes = [n for t in steps if t.before for n in t.before.controls if n.selector == t.planned.step.selector]
        return any(map(is_of_actions, nodes))


def value_of(tried: Tried) -> str:
    """What a step filled in; of an option without what its brackets add, as in `B1 (2 of 6 used)`, where that alone
    tells it from the others."""
    step = tried.planned.step
    value = step.value if isinstance(step.value, str) else " ".join(step.value or ())
    called = _BRACKETED.sub("", value)
    nodes = tried.before.nodes if tried.before and called and called != value else ()
    node = next((n for n in nodes if n.selector == step.selector), None)
    alike = [o for o in node.options if _BRACKETED.sub("", o.label) == called] if node else []
    return called if len(alike) == 1 else value


def writes(page: Page, names: Sequence[Token]) -> bool:
    """Whether a page says words as they are written, in whatever number, and not in another language."""
    said = {stem(word) for text in page.readable for word in parts(text)}
    return all({stem(word) for word in parts(t.text)} <= said for t in names)


def _content_within(text: str, words: Sequence[str]) -> int:
    """How many words with a meaning a text has, 0 when one of them is not among the given."""
    wanted = [word for word in parts(text) if word not in STOP]
    return len(wanted) if all(any(word == w or same(word, w) for w in words) for word in wanted) else 0


def _is_in_dialog(tried: Tried) -> bool:
    page = tried.before
    node = next((n for n in page.nodes if n.selector == tried.planned.step.selector), None) if page else None
    return page is not None and node is not None and any(h.role in _DIALOGS for h in page.parents(node))


def _only_seeks(tried: Tried) -> bool:
    """Whether a step has typed into what only narrows a list, whatever it was for."""
    page, step = tried.before, tried.planned.step
    node = next((n for n in page.nodes if n.selector == step.selector), None) if page else None
    if page is None or node is None or step.action not in TYPES:
        return False
    return node.role == "searchbox" or only_filters(page, node)


def _said_in(page: Page, row: str, part: Part) -> str:
    """What an entry says itself, whatever its buttons offer."""
    entry = next((node for node, text in items(page) if row and text == row), None)
    return without_offers(page, entry, part.words) if entry else row


def _entries(page: Page) -> list[str]:
    return [text for _, text in items(page)]


def _forms_of(page: Page, node: Node) -> list[Node]:
    """What holds a field and the others of its form."""
    return [h for h in page.parents(node) if h.role in ("form", "dialog") or h.tag == "form"][:1]

"""Judges without a model whether a goal was reached: by what is new on the page and still there after a reload."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..facts import Fact, Source
from ..page import ENTRIES, TOO_BIG, Page
from ..planning import Finding, Situation, Tried
from ..ports import Trouble
from ..steps import Step
from .bulk import is_of_actions
from .deeds import says_listed
from .doubts import Doubts
from .echo import page_without_echo, without_echo
from .evidence import CHANGES, NOTHING_CHANGED, Check, asks_to_sign_in, names_refusal, tells_of_message
from .listing import place_of
from .part import Goal, Part, content_of, gives_up
from .planner import goal_of
from .provisos import stays_as_it_was
from .questions import items
from .saved import saves_fields
from .showing import field_of, quotes_message
from .speech import KEPT, RELOADS

_SETS = {"fill", "choose"}


class BuiltinExaminer:
    """An Examiner."""

    def wants_reload(self, goal: str) -> bool:
        # What a field holds that was saved shows only when it is loaded again.
        return self._proves_by_reload(goal) or (saves_fields(goal_of(goal)) and not _expects_refusal(goal_of(goal)))

    def _proves_by_reload(self, goal: str) -> bool:
        """Whether a reload shows more of what the goal says than whether the fields hold what they were given."""
        parts_of_it = goal_of(goal).parts
        # `Sign Ada up for the class` has no verb of ours, but what it fills in is sent.
        is_sent = any(one.verb == "say" and two.implied for one, two in pairwise(parts_of_it))
        # What has a number of its own is kept somewhere: `move ORD-7 to Paid`.
        moves = any(part.verb == "drag" and any(t.kind == "code" for t in part.words) for part in parts_of_it)
        turns = any(part.verb in ("check", "uncheck", "save", "fill", "choose") for part in parts_of_it)
        # What is still so is kept, and not only shown.
        stays = turns and any(_says_still(part) or tells_of_message(part) for part in parts_of_it)
        stays = stays or any(_says_reloaded(part) for part in parts_of_it)
        # What was called off may have been kept all the same.
        given_up = any(_is_after_giving_up(goal_of(goal), part) for part in parts_of_it)
        # A field holds what was typed, whether or not that was saved.
        saved = _checks_what_was_saved(parts_of_it)
        changes = is_sent or moves or stays or given_up or saved or any(part.verb in CHANGES for part in parts_of_it)
        # What was refused is on no list, which the form does not show.
        of_list = any(part.verb == "expect" and part.negated and says_listed(part) for part in parts_of_it)
        return changes and (of_list or not _expects_refusal(goal_of(goal)))

    def place_to_look(self, situation: Situation, page: Page) -> str:
        goal = goal_of(situation.goal)
        return "" if _expects_refusal(goal) else place_of(situation, goal, page)

    def way_inside(self, situation: Situation, page: Page) -> Step | None:
        goal = goal_of(situation.goal)
        if _expects_refusal(goal):
            return None
        return Doubts(without_echo(situation, goal), page_without_echo(page, goal), goal).way_inside()

    def pages_left(self, situation: Situation) -> tuple[str, ...]:
        goal = goal_of(situation.goal)
        case = Doubts(without_echo(situation, goal), None, goal)
        come_to = [*(part for part in goal.parts if part.verb == "expect"), *filter(None, [case.last_act()])]
        left = [page.url for part in come_to if (page := case.left(part))]
        return tuple(dict.fromkeys(url for url in (*left, *case.lists_left()) if url and url != situation.page.url))

    def examine(self, situation: Situation, reloaded: Page | None, troubles: tuple[Trouble, ...]) -> Finding:
        goal = goal_of(situation.goal)
        again = page_without_echo(reloaded, goal) if reloaded else None
        if again and asks_to_sign_in(again) and not asks_to_sign_in(situation.page):
            # An application that forgets who is signed in when it is loaded again shows nothing of what it keeps.
            again = None
        if _expects_refusal(goal):
            # Only the list was to be looked at: a form that is loaded again says nothing of what it refused.
            again = None
        anew = again
        proves = self._proves_by_reload(situation.goal)
        if again and not proves and (saves_fields(goal) or _is_wider(situation, again)):
            again = None
        case = Doubts(without_echo(situation, goal), again, goal, troubles)
        checks = [case.expected(part) for part in goal.parts if part.verb == "expect"]
        # That another thing was left alone proves nothing of what was done.
        proving = any(part.verb == "expect" and not stays_as_it_was(part) for part in goal.parts)
        checks += [check for part in goal.parts for check in case.implied(part, proving)]
        checks += case.listed()
        if not all(page.whole for page in (situation.page, reloaded) if page):
            checks = [_of_part(check) for check in checks]
        checks += [*_against(case), *replace(case, reloaded=anew).unkept()]
        checks += case.fallen_back()
        if not troubles and reloaded is None and checks and all(check.met for check in checks) and case.is_idle():
            # What stood there before the run, and was not touched by it, is no evidence of what it did.
            checks.append(Check(None, f"{NOTHING_CHANGED} What was looked for had been there before.", against=True))
        checks += case.in_vain()
        used = frozenset(n for check in checks for n in check.used)
        unused = tuple(token.text for token in case.unused(used))
        if again is not None and case.is_elsewhere():
            # What another page does not show is not lost.
            checks = [replace(c, met=None, against=True) if c.app_bug and c.met is False else c for c in checks]
        refusal = any(case.expects_refusal(p) or (p.verb == "login" and case.is_kept_out(p)) for p in goal.parts)
        return replace(_finding(checks, unused, again is not None), expects_refusal=refusal)


def _against(case: Doubts) -> list[Check]:
    return [
        *case.thrown_out(),
        *case.astray(),
        *case.mistold(),
        *case.instead(),
        *case.undone(),
        *case.lamented(),
        *case.altered(),
    ]


def _finding(checks: Sequence[Check], unused: tuple[str, ...], is_reloaded: bool) -> Finding:
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


def _of_part(check: Check) -> Check:
    """What a check comes to on a page of which only a part was read: what is not in it may be in the rest."""
    rests_on_absence = check.met is False if check.absent is None else check.absent
    if check.met is None or not rests_on_absence:
        return check
    return replace(check, met=None, app_bug=False, said=f"{TOO_BIG} In what was read: {check.said}")


def _is_wider(situation: Situation, again: Page) -> bool:
    """Whether a page has lost what a list was narrowed by when it was loaded again: then it shows another list."""
    goal = goal_of(situation.goal)
    done = [t for t in situation.past if t.ok]
    pages = [t.before for t in done[1:]] + [situation.page]
    apart = [
        t.planned.step.selector
        for t, after in zip(done, pages, strict=False)
        if goal.parts[t.planned.part].verb in ("filter", "search") or _only_rearranges(t, after)
    ]
    for selector in filter(None, apart):
        held, holds = (field_of(page, selector) for page in (situation.page, again))
        if held and holds and (held.value, held.checked, held.options) != (holds.value, holds.checked, holds.options):
            return True
    return False


def _only_rearranges(tried: Tried, after: Page | None) -> bool:
    """Whether a choice has changed nothing but which entries of a list are shown, and in what order."""
    before = tried.before
    node = next((n for n in before.controls if n.selector == tried.planned.step.selector), None) if before else None
    if before is None or after is None or node is None or tried.planned.step.action != "selectOption":
        return False
    was, now = ([text for _, text in items(page)] for page in (before, after))
    apart = any(h.role in (*ENTRIES, "form", "dialog") for h in before.parents(node)) or is_of_actions(node)
    return bool(now) and was != now and not Counter(now) - Counter(was) and not apart


def _checks_what_was_saved(parts: Sequence[Part]) -> bool:
    """Whether a field that was set, and then saved, is checked, or its value, and not only what a message says."""
    saves = [part.number for part in parts if part.verb == "save" and not part.implied]
    sets = [p for p in parts if p.verb in _SETS and any(p.number < number for number in saves)]
    checks = [p for p in parts if p.verb == "expect" and any(p.number > number for number in saves)]
    values = {t.norm for part in sets for t in content_of(part.words)}
    told = (content_of(part.words) for part in checks if not quotes_message(part))
    # `Thank you, Ada` says more than her field does.
    return any(
        values & {t.norm for t in words}
        and not any(t.names and t.kind != "number" and t.norm not in values for t in words)
        for words in told
    )


def _says_still(part: Part) -> bool:
    return part.verb == "expect" and (any(KEPT.match(t.norm) for t in part.words) or stays_as_it_was(part))


def _says_reloaded(part: Part) -> bool:
    return part.verb == "expect" and any(RELOADS.match(t.norm) for t in part.words)


def _expects_refusal(goal: Goal) -> bool:
    return any(names_refusal(part) and not _is_after_giving_up(goal, part) for part in goal.parts)


def _is_after_giving_up(goal: Goal, part: Part) -> bool:
    """Whether nothing is to have been kept because it was called off, and not because it was refused."""
    kept_out = part.verb == "expect" and part.negated and names_refusal(part)
    return kept_out and any(gives_up(each) for each in goal.parts[: part.number])

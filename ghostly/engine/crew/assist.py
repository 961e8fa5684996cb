"""The crew of an assisted run: each role turns the state into the next event."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from ...errors import DONE_LATE, AppUnreachable, ModelFailed, PageError
from .. import outline
from ..assist import (
    FAILED_APP,
    AssistState,
    Move,
    exhausted,
    finished,
    has_left,
    is_replay,
    is_whole,
    next_move,
    on_known_way,
)
from ..builtin.finding import does
from ..events import (
    Event,
    Examined,
    Failure,
    HealChosen,
    HealFailed,
    HealStarted,
    HealSucceeded,
    HorizonEnded,
    HorizonStarted,
    LoopStateChanged,
    MemoryHit,
    MemoryMissed,
    Observed,
    Opened,
    Outcome,
    PlanMade,
    PlanSource,
    Recon,
    RunEnded,
    RunStopped,
    StepFailed,
    StepPassed,
    StepStarted,
    VictoryChecked,
)
from ..facts import Fact, of_troubles, ranked
from ..modelled.binding import Binding
from ..outcome import conclude, evidence_of
from ..page import ENTRIES, TOO_BIG, Page
from ..planning import Cure, Draft, Finding, Planned, Tried
from ..ports import Look, Performed, Target
from ..steps import Step
from ..verdict import ENVIRONMENT, OUT_OF_TIME
from ..victory import check
from .minds import Minds
from .script import Discretion, Kit, ending, filled_in

Role = Callable[[AssistState], Event]

_CHECKS = ("assertText", "assertVisible", "goto")
_CALM_MS = 4_000
_LOOK_MS = 10_000
_PROGRESS_SHOWN = 120
_MOST_LOOKS_BACK = 2
_REFUSED = 400
_NAVIGATION = {"navigation", "tablist", "menubar", "menu", "banner"}


class AssistCrew:
    """Every role of an assisted run, by the move that it makes."""

    def __init__(self, kit: Kit, minds: Minds) -> None:
        self._kit = kit
        self._minds = minds
        self._discretion = Discretion(kit.browser, kit.conceal)

    def roles(self) -> dict[Move, Role]:
        return {
            Move.OPEN: self._open,
            Move.OBSERVE: self._observe,
            Move.RECON: self._recon,
            Move.RECALL: self._recall,
            Move.ADOPT: self._adopt,
            Move.START_HORIZON: lambda state: HorizonStarted(state.horizon + 1, len(state.queue)),
            Move.SAY_PLANNING: self._said("planning"),
            Move.PLAN: self._plan,
            Move.SAY_EXECUTING: self._said("executing"),
            Move.ANNOUNCE: self._announce,
            Move.ACT: self._act,
            Move.TRIP: self._trip,
            Move.SAY_STALLED: self._said("stalled", "Three steps in a row have changed nothing on the page."),
            Move.CHECK_AT_ONCE: lambda state: self._check(state, at_once=True),
            Move.START_HEALING: self._start_healing,
            Move.CURE: self._cure,
            Move.TREAT: self._treat,
            Move.TELL_HEALED: self._tell_healed,
            Move.GIVE_UP_STEP: self._give_up,
            Move.END_HORIZON: self._end_horizon,
            Move.CHECK: self._check,
            Move.SAY_REVALIDATING: self._said("revalidating_persistence"),
            Move.RELOAD: self._reload,
            Move.EXAMINE: self._examine,
            Move.SAY_LOST: self._say_lost,
            Move.SAY_JUDGE: self._said("judge_invoked", "The evidence leaves it open whether the goal was reached."),
            Move.JUDGE: self._judge,
            Move.STOP: self._stop,
            Move.CONCLUDE: self._conclude,
        }

    def _elapsed(self, state: AssistState) -> int:
        return self._kit.clock.now_ms() - state.started_ms

    def _said(self, name: str, reason: str | None = None) -> Role:
        def say(state: AssistState) -> LoopStateChanged:
            horizon = state.horizon or None
            return LoopStateChanged(name, self._elapsed(state), reason, horizon=horizon)  # type: ignore[arg-type]

        return say

    def _open(self, state: AssistState) -> Opened:
        try:
            self._do(state, Step("goto", url=state.task.base_url), -1)
        except PageError as error:
            if error.code != OUT_OF_TIME:
                raise AppUnreachable(f"The application could not be opened: {error}") from None
        return Opened(self._kit.clock.now_ms())

    def _do(self, state: AssistState, step: Step, index: int) -> Performed:
        """Do a step of the run in the time that is left to it; raises PageError."""
        filled = filled_in(step, self._kit.secrets)
        try:
            return self._kit.browser.perform(filled, index, self._left_ms(state))
        except PageError as error:
            if self._elapsed(state) < state.task.bounds.loop_ms:
                raise
            said = f"The time of the run (maxLoopMs) was over while the step was going on. {error}"
            raise PageError(said, OUT_OF_TIME, error.screenshot) from None

    def _look_anew(self, state: AssistState, step: Step) -> None:
        """Do what is only done to look; that is bounded too, though the time of the run is over; raises PageError."""
        self._kit.browser.perform(step, -1, max(_LOOK_MS, self._left_ms(state)))

    def _observe(self, state: AssistState) -> Event:
        try:
            page = self._kit.browser.observe(self._look(state))
        except PageError:
            if self._elapsed(state) < state.task.bounds.loop_ms:
                raise
            # Nothing newer is known of the page, and nothing more is done to it.
            page = state.page or Page(state.task.base_url, "", ())
        troubles = self._kit.browser.troubles(wait=False)
        wanted = state.task.victory.selector_visible if state.page is None else ()
        visible = {selector: self._refusal_of(state, selector) is None for selector in wanted} if wanted else None
        return Observed(page, troubles, at_ms=self._kit.clock.now_ms(), visible=visible)

    def _look(self, state: AssistState) -> Look:
        """How the page is looked at next."""
        longest = min(_CALM_MS if state.page is None else state.task.bounds.calm_ms, self._left_ms(state))
        # What is seen once everything has been done is what the verdict rests on.
        at_end = bool(state.past) and finished(state)
        in_passing = bool(state.past) and on_known_way(state)
        picture = "end.png" if at_end and _wants_picture(state) else ""
        return Look(longest, picture, is_replay(state), in_passing, at_end)

    def _seen(self, state: AssistState, picture: str) -> Page:
        return self._kit.browser.observe(Look(_CALM_MS, f"{picture}.png" if picture else "", is_replay(state)))

    def _left_ms(self, state: AssistState) -> int:
        return max(500, state.task.bounds.loop_ms - self._elapsed(state))

    def _recon(self, state: AssistState) -> Recon:
        assert state.page is not None
        page = state.page
        tree = outline.render(page, state.task.bounds.observed_nodes)
        return Recon(page.url, page.title, len(page.nodes), tree, page.elapsed_ms)

    def _recall(self, state: AssistState) -> MemoryHit | MemoryMissed:
        assert self._minds.memory is not None
        found = self._minds.memory.recall(state.task.goal)
        if found is None:
            return MemoryMissed("No flow that reached such a goal on this application is remembered.")
        return MemoryHit(
            found.candidates, "durable", Draft(found.steps), found.memory_id, found.similarity, found.saved_at
        )

    def _adopt(self, state: AssistState) -> PlanMade:
        """Take the steps that the request or the memory gave as the first plan."""
        given = tuple(Planned(step) for step in state.task.steps) if state.source != "memory" else state.queue
        source: PlanSource = "memory" if state.source == "memory" else "input"
        return self._made(state, Draft(given, has_more=source == "input" and not state.task.is_full_plan), source, 0)

    def _plan(self, state: AssistState) -> PlanMade:
        began = self._kit.clock.now_ms()
        draft = self._minds.planner.plan(state.situation())
        if is_whole(draft):
            draft = replace(draft, steps=(*draft.steps, *state.owed))
        return self._made(state, draft, "replan" if state.replan_for else "planner", self._kit.clock.now_ms() - began)

    def _made(self, state: AssistState, draft: Draft, source: PlanSource, elapsed_ms: int) -> PlanMade:
        failed = state.replan_for
        # A planner may have taken its time since the page was looked at.
        seen = state.page if source == "memory" else None
        return PlanMade(
            horizon=max(1, state.horizon),
            steps=tuple(self._discretion.shown(planned.step, seen) for planned in draft.steps),
            has_more=draft.has_more,
            source=source,
            planner=draft.planner,
            elapsed_ms=elapsed_ms,
            draft=draft,
            model=draft.model,
            rationale=draft.rationale or draft.unsure or None,
            plan_progress=_progress(state) or None,
            replanned_from_error=True if failed else None,
            failed_step=failed.step if failed else None,
            usage=draft.usage,
        )

    def _announce(self, state: AssistState) -> StepStarted:
        return StepStarted(state.index, self._discretion.shown(state.current.step), state.source)

    def _act(self, state: AssistState) -> StepPassed | StepFailed:
        planned, began = state.current, self._kit.clock.now_ms()
        try:
            if has_left(state):
                # What a page still does to its form once it has come would undo what is typed into it.
                self._kit.browser.rest(min(state.task.bounds.calm_ms, self._left_ms(state)))
            done = self._do(state, planned.step, state.index)
        except PageError as error:
            # What was done already is not done in another way.
            curable = planned.step.action not in _CHECKS and DONE_LATE not in str(error)
            curable = curable and state.task.bounds.heals_per_step > 0 and error.code != OUT_OF_TIME
            return StepFailed(
                state.index,
                self._discretion.shown(planned.step),
                error=Failure(error.code, str(error)),
                final=not curable or error.code in ENVIRONMENT,
                duration_ms=self._kit.clock.now_ms() - began,
                screenshot_path=self._kit.path(error.screenshot),
            )
        passed = self._passed(state, planned.step, done, self._kit.clock.now_ms() - began)
        # The page is looked at while it is written down what was done to it.
        if next_move(following := state.after(passed)) is Move.OBSERVE:
            self._kit.browser.look_ahead(self._look(following))
        return passed

    def _passed(self, state: AssistState, step: Step, done: Performed, lasted_ms: int) -> StepPassed:
        return StepPassed(
            state.index,
            self._discretion.shown(step),
            duration_ms=lasted_ms,
            url=done.url,
            screenshot_path=self._kit.path(done.screenshot),
            target=done.target or state.current.target,
            a11y=done.a11y,
            held=done.held,
            planned=_bound(state, step, done.target) if state.current.step in state.task.steps else None,
        )

    def _trip(self, state: AssistState) -> LoopStateChanged:
        failed = [trouble for trouble in state.troubles if trouble.kind in FAILED_APP]
        reason = f"The application failed: {failed[0].message}." if failed else None
        return LoopStateChanged(
            "circuit_breaker_tripped",
            self._elapsed(state),
            reason,
            evidence=ranked(of_troubles(failed)),
            horizon=state.horizon or None,
        )

    def _start_healing(self, state: AssistState) -> HealStarted:
        assert state.healing is not None
        assert state.page is not None
        most, nodes = state.task.bounds.heals_per_step, len(state.page.nodes)
        return HealStarted(state.index, state.healing.attempts + 1, most, nodes, state.healing.failure.error.message)

    def _cure(self, state: AssistState) -> HealChosen | HealFailed:
        assert state.healing is not None
        failure = state.healing.failure
        cure = self._minds.healer.heal(state.situation(), state.current, failure.error.message)
        if cure.step is None:
            return HealFailed(state.index, cure.rationale, failure.error.message)
        candidates = tuple({"selector": c.selector, "score": c.score} for c in cure.candidates) or None
        return HealChosen(state.index, self._discretion.shown(cure.step), cure.rationale, cure, candidates)

    def _treat(self, state: AssistState) -> HealSucceeded | HealFailed:
        assert state.healing is not None
        assert state.healing.cure is not None
        cure, began = state.healing.cure, self._kit.clock.now_ms()
        try:
            done, step = self._treated(state, cure)
        except PageError as error:
            return HealFailed(state.index, "What was tried instead did not work either.", str(error))
        lasted = self._kit.clock.now_ms() - began
        passed = replace(self._passed(state, step, done, lasted), healed=True, reason=cure.rationale)
        return HealSucceeded(state.index, self._discretion.shown(step), cure.by, lasted, passed)

    def _treated(self, state: AssistState, cure: Cure) -> tuple[Performed, Step]:
        assert cure.step is not None
        done = self._do(state, cure.step, state.index)
        if not cure.then_original:
            return done, cure.step
        original = state.current.step
        return self._do(state, original, state.index), original

    def _tell_healed(self, state: AssistState) -> StepPassed:
        assert state.healing is not None
        assert state.healing.passed is not None
        return state.healing.passed

    def _give_up(self, state: AssistState) -> StepFailed:
        assert state.healing is not None
        return replace(state.healing.failure, final=True)

    def _end_horizon(self, state: AssistState) -> HorizonEnded:
        outcome: Outcome = "continue"
        if finished(state):
            outcome = "success"
        elif exhausted(state) == "time":
            outcome = "exhausted"
        elif state.tripped or state.unsure or (_failed_last(state) and not state.replan_for):
            outcome = "failed"
        elif exhausted(state):
            outcome = "exhausted"
        return HorizonEnded(state.horizon, len(state.queue), state.has_more, outcome)

    def _check(self, state: AssistState, at_once: bool = False) -> VictoryChecked:
        victory = state.task.victory
        if not victory or state.page is None:
            return VictoryChecked(state.horizon, False, False, immediate=at_once or None, reason="not-configured")
        refused = {selector: self._refusal_of(state, selector) for selector in victory.selector_visible}
        visible = {selector: refusal is None for selector, refusal in refused.items()}
        result = check(victory, state.reloaded or state.page, None if state.reloaded else state.first, visible)
        return VictoryChecked(
            state.horizon,
            True,
            result.met,
            text_includes=result.texts if victory.text_includes else None,
            url_includes=result.urls if victory.url_includes else None,
            selector_visible=result.selectors if victory.selector_visible else None,
            immediate=at_once or None,
            evidence=tuple(f"not met: {_lacking(name, refused.get(name))}" for name in result.missing) or None,
        )

    def _refusal_of(self, state: AssistState, selector: str) -> PageError | None:
        """Why nothing can be seen there; None when something can."""
        try:
            self._look_anew(state, Step("assertVisible", selector=selector))
        except PageError as error:
            return error
        return None

    def _reload(self, state: AssistState) -> Event:
        assert state.page is not None
        pictures = self._pictured("end") if _wants_picture(state) else {}
        try:
            self._look_anew(state, Step("goto", url=state.page.url or state.task.base_url))
            page = self._seen(state, "reloaded")
            if page.status >= _REFUSED > state.page.status:
                # The address alone shows nothing: it was the answer to a form, or turned by a script.
                self._look_anew(state, Step("goto", url=state.task.base_url))
                page = self._seen(state, "reloaded")
            page = self._found_again(state, page)
            listed = self._look_at_list(state, page)
            inside = self._look_inside(state, page)
            revisited = self._look_back(state)
        except PageError as error:
            finding = Finding(None, f"The page could not be loaded again: {error}")
            return Examined(finding, (*state.troubles, *self._kit.browser.troubles()), pictures)
        troubles = self._kit.browser.troubles(wait=False)
        return Observed(page, troubles, True, listed=listed, inside=inside, revisited=revisited, pictures=pictures)

    def _pictured(self, name: str) -> dict[str, str]:
        """A picture of the page as it is now, by its name; none when the page allows none."""
        path = self._kit.path(self._kit.browser.picture(f"{name}.png"))
        return {name: path} if path else {}

    def _look_at_list(self, state: AssistState, page: Page) -> Page | None:
        address = self._minds.examiner.place_to_look(state.situation(), page)
        return self._glimpse(state, Step("goto", url=address), "reloaded") if address else None

    def _look_inside(self, state: AssistState, page: Page) -> Page | None:
        """What was changed, opened again where the page itself does not show it."""
        step = self._minds.examiner.way_inside(state.situation(), page)
        return self._glimpse(state, step) if step else None

    def _look_back(self, state: AssistState) -> tuple[Page, ...]:
        """The pages that checks are about and that the run has left, loaded again."""
        left = self._minds.examiner.pages_left(state.situation())[:_MOST_LOOKS_BACK]
        found = [self._looked_back_at(state, address) for address in left]
        return tuple(page for page in found if page)

    def _looked_back_at(self, state: AssistState, address: str) -> Page | None:
        """A page that the run has left, after the way on which it was found there."""
        page = self._glimpse(state, Step("goto", url=address))
        for step in _way_within(_until_left(state.past, address), address) if page else ():
            page = self._glimpse(state, step) or page
        return page

    def _glimpse(self, state: AssistState, way: Step, picture: str = "") -> Page | None:
        """The page that a step leads to, looked at only; None when it leads nowhere."""
        try:
            self._look_anew(state, way)
        except PageError:
            return None
        return self._seen(state, picture)

    def _found_again(self, state: AssistState, page: Page) -> Page:
        """The page after the way to where things were done, when that left no trace in its address: a list that was
        turned to its third page is at its first again, and an application of one address at its first screen."""
        assert state.page is not None
        way = _way_within(state.past, page.url) or _way_to_screen(state.past, state.page, page)
        if any(_is_another(page, tried) for tried in state.past if way and tried.planned.step is way[0]):
            # What stood in the tenth place was deleted, and another stands there now.
            return page
        try:
            for step in way:
                self._look_anew(state, step)
        except PageError:
            return page
        return self._seen(state, "reloaded") if way else page

    def _examine(self, state: AssistState) -> Examined:
        # What is still under way when the plan ends belongs to its steps.
        troubles = (*state.troubles, *self._kit.browser.troubles())
        page, shown = state.page, "reloaded" if state.reloaded else "end"
        if state.reloaded is None and page is not None:
            page = self._seen(state, shown)
        finding = self._minds.examiner.examine(state.situation(page), state.reloaded, troubles)
        pictures = self._pictured(shown)
        return Examined(self._with_victory(state, finding), troubles, pictures)

    def _with_victory(self, state: AssistState, finding: Finding) -> Finding:
        """The finding, with the conditions of the run checked again on the page as it is now."""
        if not state.task.victory:
            return finding
        checked = self._check(state)
        if not checked.met:
            missing = ", ".join(said.removeprefix("not met: ") for said in checked.evidence or ())
            reason = f"The success conditions were not met: {missing}."
            if (page := state.reloaded or state.page) and not page.whole:
                return replace(finding, met=None, reason=f"{TOO_BIG} In what was read: {reason}")
            return replace(finding, met=False, reason=reason)
        if state.first and check(state.task.victory, state.first, None, state.visible_at_first).met:
            fact = Fact("change", "The success conditions had been met before anything was done.")
            return replace(finding, evidence=(fact, *finding.evidence))
        reason = "The success conditions are met" + (" after a reload too." if state.reloaded else ".")
        fact = Fact("reload" if state.reloaded else "change", reason, True)
        # What the conditions say is covered by them; the rest of the goal is not.
        said = " ".join(state.task.victory.texts()).casefold()
        unused = tuple(word for word in finding.unused if word.casefold() not in said)
        is_open = finding.met is False or bool(unused)
        return replace(
            finding,
            met=finding.met if is_open else True,
            reason=finding.reason if is_open else reason,
            evidence=(fact, *finding.evidence),
            unused=unused,
        )

    def _say_lost(self, state: AssistState) -> LoopStateChanged:
        assert state.finding is not None
        return LoopStateChanged(
            "persistence_check_failed",
            self._elapsed(state),
            state.finding.reason,
            evidence=ranked(state.finding.evidence),
        )

    def _judge(self, state: AssistState) -> LoopStateChanged:
        assert state.finding is not None
        assert self._minds.judge is not None
        evidence = evidence_of(state)
        try:
            found = self._minds.judge.judge(state.situation(), state.finding, evidence)
        except ModelFailed as failed:
            said = f"The judge could not be asked: {failed}"
            return LoopStateChanged(
                "judge_verdict", self._elapsed(state), said, verdict="inconclusive", confidence="low"
            )
        cited = tuple(evidence[number - 1] for number in found.cited if 0 < number <= len(evidence))
        # A judge may weigh what speaks for the goal, but not cite what speaks against it, or for nothing.
        unfounded = found.verdict == "success" and not any(_is_ground(fact) for fact in cited)
        return LoopStateChanged(
            "judge_verdict",
            self._elapsed(state),
            "A success without evidence does not count." if unfounded else None,
            evidence=cited,
            verdict="inconclusive" if unfounded else found.verdict,
            confidence=found.confidence,
            summary=found.summary,
            reasoning=found.reasoning,
            usage=found.usage,
        )

    def _stop(self, state: AssistState) -> RunStopped:
        troubles = state.troubles
        if state.finding is None:
            troubles = (*troubles, *self._kit.browser.troubles(wait=exhausted(state) != "time"))
        pictures = {} if {"end", "reloaded"} & state.pictures.keys() else self._pictured("end")
        final = replace(state, troubles=troubles, pictures={**state.pictures, **pictures})
        return RunStopped(
            "stopped",
            self._elapsed(state),
            conclude(final).stop_reason,
            troubles=troubles,
            evidence=evidence_of(final) or None,
            horizon=state.horizon or None,
        )

    def _conclude(self, state: AssistState) -> RunEnded:
        total = state.index
        conclusion = conclude(state)
        self._remember(state, conclusion.verdict == "success")
        ended = ending(conclusion, self._elapsed(state), total, state.failed_steps)
        usage = state.usage if state.usage.calls else None
        done = sum(tried.ok for tried in state.past)
        horizons = "horizon" if state.horizon == 1 else "horizons"
        summary = f"{done} of {total} steps were carried out in {state.horizon} {horizons}."
        return replace(ended, healed_steps=state.healed_steps, usage=usage, plan_progress_summary=summary)

    def _remember(self, state: AssistState, reached: bool) -> None:
        memory = self._minds.memory
        if memory is None or state.task.memory_mode == "off" or state.task.steps:
            return
        if reached:
            memory.keep(state.task.goal, worked(state))
        elif state.memory_id:
            memory.doubt(state.memory_id)


def _bound(state: AssistState, step: Step, target: Target | None) -> Planned:
    """A step of the request with the words of the goal that it carries out, by what it was done to."""
    assert state.page is not None
    node = next((n for n in state.page.nodes if target and n.selector == target.selector), None)
    commits = step.action == "click" and node is not None and (does(node, "save") or does(node, "delete"))
    before = [tried.planned for tried in state.past if tried.ok]
    planned = Planned(step, commits=commits, target=target)
    return Binding(state.task.goal, state.page).bound(planned, node, 0, before)


def worked(state: AssistState) -> tuple[Planned, ...]:
    """The steps that led to the end, with what they were healed to; those that only looked for the way are kept too,
    because the way is still needed."""
    return tuple(tried.planned for tried in state.past if tried.ok)


def _until_left(past: Sequence[Tried], url: str) -> Sequence[Tried]:
    """What was done before the page of that address was left."""
    left = next((i for i in range(len(past) - 1, -1, -1) if (page := past[i].before) and page.url == url), 0)
    return past[:left]


def _way_within(past: Sequence[Tried], url: str) -> list[Step]:
    """The steps that looked for something, since the page has had that address for good."""
    way: list[Step] = []
    for tried in reversed([t for t in past if t.ok and t.before]):
        if tried.before is None or tried.before.url != url:
            break
        target = tried.planned.target
        if tried.planned.explores or (target is not None and target.role == "tab"):
            way.insert(0, tried.planned.step)
    return way


def _way_to_screen(past: Sequence[Tried], page: Page, again: Page) -> list[Step]:
    """The last press that led to the screen on which a page ended, where the address shows another one again."""
    lost = _heads_of(page) - _heads_of(again)
    if page.url != again.url or not lost:
        return []
    after = [*(t.before for t in past[1:]), page]
    for tried, led in zip(reversed(past), reversed(after), strict=True):
        brought = _heads_of(led) - _heads_of(tried.before) if led and tried.before else set()
        if brought & lost and _turns(tried, brought):
            return [tried.planned.step]
    return []


def _turns(tried: Tried, brought: Set[str]) -> bool:
    """Whether a step only went to another screen: by the name of that, or in the navigation."""
    step, target = tried.planned.step, tried.planned.target
    if step.action != "click" or not tried.ok or tried.planned.commits or target is None or tried.before is None:
        return False
    node = next((n for n in tried.before.controls if n.selector == step.selector), None)
    holders = {holder.role for holder in tried.before.parents(node)} if node else set()
    return target.name in brought or bool(holders & _NAVIGATION)


def _is_another(page: Page, tried: Tried) -> bool:
    """Whether what a step was done to is called otherwise on this page, in the same place."""
    target = tried.planned.target
    node = next((n for n in page.nodes if n.selector == tried.planned.step.selector), None)
    return target is not None and node is not None and bool(target.name) and node.said != target.name


def _heads_of(page: Page) -> Set[str]:
    """What the parts of a page are called, those of its entries and of what is open over it left out."""
    heads = (n for n in page.nodes if n.role == "heading" and not n.hidden)
    apart = (*ENTRIES, "dialog", "alertdialog")
    return {n.said for n in heads if n.said and not any(holder.role in apart for holder in page.parents(n))}


def _lacking(name: str, refusal: PageError | None) -> str:
    """A condition that was not met, or what keeps it from ever being met."""
    return str(refusal).removesuffix(".") if refusal and refusal.code == "invalid_selector" else name


def _wants_picture(state: AssistState) -> bool:
    """Whether a picture of the end is still to be taken. Of a replay the one that proves its result will do."""
    return "end" not in state.pictures and not is_replay(state)


def _is_ground(fact: Fact) -> bool:
    """Whether a success may rest on it: it speaks for the goal, or tells what has been seen to change."""
    if fact.source in ("coverage", "untrusted", "judge"):
        return False
    return fact.supports is True or (fact.supports is None and fact.source in ("change", "reload"))


def _failed_last(state: AssistState) -> bool:
    return bool(state.past) and not state.past[-1].ok


def _progress(state: AssistState) -> tuple[dict[str, object], ...]:
    """What has become of the steps so far, the last ones of many."""
    return tuple(
        {"status": "ok" if tried.ok else "failed", "action": tried.planned.step.action, **_note(tried.planned)}
        for tried in state.past[-_PROGRESS_SHOWN:]
    )


def _note(planned: Planned) -> dict[str, object]:
    return {"note": planned.why} if planned.why else {}

"""What an assisted run means: whether its goal was reached, and whose fault it is if not. Pure."""

from __future__ import annotations

from dataclasses import replace

from .assist import AssistState, exhausted, finished, is_out_of_time, is_stalled
from .events import StepFailed, Verdict
from .facts import Fact, of_changes, of_troubles, ranked
from .page import TOO_BIG, Page
from .planning import Finding
from .ports import Trouble
from .untrusted import attempts
from .verdict import ENVIRONMENT, Conclusion, refused_for_good, sentence


def conclude(state: AssistState) -> Conclusion:
    """The first line that applies wins; what the server said counts more than what the page shows."""
    for rule in (_of_environment, _of_application, _of_plan, _of_finding):
        if conclusion := rule(state):
            return conclusion
    return Conclusion("inconclusive", "The run ended before its goal was examined.", "not-examined")


def evidence_of(state: AssistState) -> tuple[Fact, ...]:
    """All that is known about the goal, with the picture that shows it."""
    finding = state.finding
    refusal = finding is not None and finding.expects_refusal
    judged = state.judgement
    found = [
        *of_troubles(state.troubles, refusal),
        *(finding.evidence if finding else ()),
        *(_uncovered(finding) if finding else ()),
        *(of_changes(_before_last_change(state), state.page, _typed(state)) if state.page else ()),
        *attempts(_pages(state)),
        *(
            [Fact("judge", judged.summary or judged.verdict, judged.verdict == "success")]
            if judged and judged.verdict
            else ()
        ),
    ]
    return ranked(_pictured(fact, state) for fact in found)


def _uncovered(finding: Finding) -> tuple[Fact, ...]:
    words = ", ".join(f'"{word}"' for word in finding.unused)
    return (Fact("coverage", f"No step and no check has used {words}.", False),) if words else ()


def _pages(state: AssistState) -> list[Page]:
    seen = [state.first, *(tried.before for tried in state.past), state.page, state.reloaded]
    return list({id(page): page for page in seen if page is not None}.values())


def _before_last_change(state: AssistState) -> Page:
    """The page before the last step that saved or sent something, else before the first one."""
    saved = [tried.before for tried in state.past if tried.ok and tried.planned.commits and tried.before]
    first = saved[-1] if saved else state.first
    assert first is not None
    return first


def _typed(state: AssistState) -> list[str]:
    values = [tried.planned.step.value for tried in state.past]
    return [value for value in values if isinstance(value, str)]


def _pictured(fact: Fact, state: AssistState) -> Fact:
    taken = state.pictures.get(f"step-{fact.step_index}") if fact.step_index is not None else None
    shown = taken or state.pictures.get("reloaded" if fact.source == "reload" else "end")
    return replace(fact, screenshot_path=fact.screenshot_path or shown)


def _of_environment(state: AssistState) -> Conclusion | None:
    failure = state.final_failure
    if failure and failure.error.code in ENVIRONMENT and not finished(state):
        return Conclusion("inconclusive-environment", _at(failure), "app-unreachable")
    return None


def _of_application(state: AssistState) -> Conclusion | None:
    answers = [trouble for trouble in state.troubles if trouble.kind in ("response", "unreachable")]
    if answers:
        said = "; ".join(dict.fromkeys(trouble.message for trouble in answers))
        return Conclusion("fail-app-bug", sentence(f"The application failed: {said}"), "app-error")
    unread = [trouble for trouble in state.troubles if trouble.kind == "unread"]
    lost = bool(state.unsure) or (state.finding is not None and state.finding.met is not True)
    if unread and lost:
        what = state.unsure or (state.finding.reason if state.finding else "")
        return Conclusion(
            "fail-app-bug", f"{sentence(what)} The application failed: {unread[-1].message}.", "app-error"
        )
    thrown = [trouble for trouble in state.troubles if trouble.kind == "exception"]
    broken = (state.finding is not None and state.finding.met is False) or _is_broken_off(state)
    if thrown and broken:
        what = state.finding.reason if state.finding else _at(state.final_failure) if state.final_failure else ""
        return Conclusion(
            "fail-app-bug", sentence(f"{what} A script of the page had failed: {thrown[-1].message}"), "app-error"
        )
    return None


def _is_broken_off(state: AssistState) -> bool:
    return state.final_failure is not None and not state.replan_for and not finished(state) and not state.unsure


def _of_plan(state: AssistState) -> Conclusion | None:
    if state.unsure and state.page and not state.page.whole:
        return Conclusion("inconclusive", f"{TOO_BIG} In what was read: {sentence(state.unsure)}", "page-too-big")
    if state.unsure and state.final_failure and not is_out_of_time(state):
        return Conclusion(
            "fail-test-broken", f"{_at(state.final_failure)} {sentence(state.unsure)}", "healing-exhausted"
        )
    if state.unsure:
        denied = _denied(state)
        before = f" Before that the application had refused something: {denied.message}" if denied else ""
        return Conclusion("fail-agent-lost", sentence(f"{sentence(state.unsure)}{before}"), "unsure")
    if is_stalled(state):
        return Conclusion("inconclusive", "The steps that were carried out changed nothing on the page.", "stalled")
    if not finished(state) and state.final_failure and not state.replan_for and not is_out_of_time(state):
        return Conclusion("fail-test-broken", _at(state.final_failure), "healing-exhausted")
    if not finished(state) and (budget := exhausted(state)):
        told = f"The run used up its {_NAMED[budget]} before the goal was reached."
        return Conclusion("inconclusive", f"{told}{_still_looking(state)}", f"budget-{budget}")
    return None


def _still_looking(state: AssistState) -> str:
    """What was looked for in vain when a budget ended."""
    last = state.past[-1].planned if state.past else None
    return f" What was tried last: {sentence(last.why)}" if last is not None and last.explores and last.why else ""


def _denied(state: AssistState) -> Trouble | None:
    """The write that the application refused and did not accept later, or took two times."""
    twice = [trouble for trouble in state.troubles if trouble.kind == "twice"]
    return next(iter((*refused_for_good(state.troubles), *twice)), None)


def _is_told(state: AssistState, denied: Trouble) -> bool:
    """Whether a page has let people know of a refusal since: by an alert, a field that it marks, the server's words,
    or by asking them to sign in. What came after it may have been closed by a later step."""
    if state.page is None:
        return True
    since = () if denied.step_index is None else state.past[denied.step_index + 1 :]
    said = denied.message.rpartition(": ")[2].casefold().rstrip(".")
    return any(_tells(page, said) for page in (*(tried.before for tried in since), state.page) if page is not None)


def _tells(page: Page, said: str) -> bool:
    alerts = any(node.role == "alert" and not node.hidden and page.words_of(node) for node in page.nodes)
    marked = any((node.invalid or node.type == "password") and not node.hidden for node in page.controls)
    return alerts or marked or any(said in text.casefold() for text in page.readable)


_NAMED = {
    "horizons": "horizons (maxHorizons)",
    "time": "time (maxLoopMs)",
    "tokens": "tokens (maxTokens)",
    "steps": "steps (maxSteps)",
}


def _of_finding(state: AssistState) -> Conclusion | None:
    finding = state.finding
    if finding is None:
        return None
    if finding.met is False:
        denied = None if finding.expects_refusal else _denied(state)
        reason = f"{sentence(finding.reason)} {denied.message}" if denied else finding.reason
        hidden = denied is not None and not _is_told(state, denied)
        reason = f"{sentence(reason)} The page does not say so." if hidden else reason
        verdict: Verdict = "fail-app-bug" if finding.app_bug or hidden else "fail-test-broken"
        return Conclusion(verdict, sentence(reason), "goal-not-met")
    waiting = [trouble for trouble in state.troubles if trouble.kind == "unanswered"]
    if waiting:
        return Conclusion("inconclusive", sentence(f"Nobody knows what came of it: {waiting[0].message}"), "unanswered")
    if finding.met is True and not finding.expects_refusal and (denied := _denied(state)):
        said = f"The page looks as if it had been done, but it was not: {denied.message}"
        return Conclusion("fail-app-bug", sentence(said), "app-error")
    if finding.met is None and not finding.expects_refusal and (denied := _denied(state)):
        return Conclusion("fail-test-broken", sentence(f"The application refused it: {denied.message}"), "refused")
    if finding.met is None:
        return _judged(state) or Conclusion("inconclusive", sentence(finding.reason), "goal-open")
    return Conclusion("success", sentence(finding.reason), "goal-met")


def _judged(state: AssistState) -> Conclusion | None:
    judged = state.judgement
    if judged is None or judged.verdict is None:
        return None
    # A reason of our own says why the answer of the judge does not count.
    reason = judged.reason or judged.summary or judged.reasoning or "The judge gave no reason."
    return Conclusion(judged.verdict, sentence(reason), "judge")


def _at(failure: StepFailed) -> str:
    return sentence(f"Step {failure.step_index + 1} ({failure.step.action}) failed: {failure.error.message}")

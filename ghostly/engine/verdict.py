"""What a run means: whose fault a failure is, and whether a pass has been earned. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from .events import StepFailed, Verdict
from .ports import Trouble

# Codes of a step that says nothing about the application, because it could not be reached.
ENVIRONMENT = frozenset({"unreachable", "navigation_failed"})
# The code of a step that was going on when the time of its run was over.
OUT_OF_TIME = "out_of_time"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """`reason` is one sentence for people, `stop_reason` one word for programs."""

    verdict: Verdict
    reason: str
    stop_reason: str


def conclude(
    passed: int, failure: StepFailed | None, troubles: tuple[Trouble, ...], last_check: int = -1
) -> Conclusion:
    """The first line that applies wins; what the server said counts more than what the page shows. `last_check` is the
    index of the last step that asserted something."""
    if failure and failure.error.code in ENVIRONMENT:
        return Conclusion("inconclusive-environment", _at(failure), "app-unreachable")
    answers = [trouble for trouble in troubles if trouble.kind in ("response", "unreachable")]
    if answers:
        said = "; ".join(dict.fromkeys(trouble.message for trouble in answers))
        return Conclusion("fail-app-bug", sentence(f"The application failed: {said}"), "app-error")
    exceptions = [trouble for trouble in troubles if trouble.kind == "exception"]
    if failure and exceptions:
        reason = f"{_at(failure)} A script of the page had failed before: {exceptions[-1].message}"
        return Conclusion("fail-app-bug", sentence(reason), "app-error")
    if failure:
        return Conclusion("fail-test-broken", _at(failure), "step-failed")
    if refused := _refused_unseen(troubles, last_check):
        reason = f"Every step was carried out, but {refused.message}, and no step after it checks what that means."
        return Conclusion("inconclusive", reason, "refused")
    waiting = [trouble for trouble in troubles if trouble.kind == "unanswered"]
    if waiting:
        reason = f"Every step was carried out, but nobody knows what came of it: {waiting[0].message}"
        return Conclusion("inconclusive", sentence(reason), "unanswered")
    return Conclusion("success", _earned(passed, len(exceptions)), "completed")


def _refused_unseen(troubles: tuple[Trouble, ...], last_check: int) -> Trouble | None:
    """The write that the application refused for good, with no check behind it that could have asked for that."""
    left = refused_for_good(troubles)
    return next((t for t in left if t.step_index is None or t.step_index > last_check), None)


def refused_for_good(troubles: tuple[Trouble, ...]) -> list[Trouble]:
    """The writes that the application refused and did not accept later."""
    left: dict[tuple[str, str], Trouble] = {}
    for trouble in troubles:
        if trouble.kind == "refused":
            left[trouble.method, trouble.path] = trouble
        elif trouble.kind == "accepted":
            left.pop((trouble.method, trouble.path), None)
    return list(left.values())


def _at(failure: StepFailed) -> str:
    return sentence(f"Step {failure.step_index + 1} ({failure.step.action}) failed: {failure.error.message}")


def _earned(passed: int, exceptions: int) -> str:
    steps = "The only step was" if passed == 1 else f"All {passed} steps were"
    but = f"; {exceptions} uncaught script errors were seen on the way" if exceptions else ""
    return f"{steps} carried out, and no page load or write that they caused failed{but}."


def sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."

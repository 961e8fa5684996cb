"""A scripted run from its first step to its verdict, on a fake page."""

import pytest
from fakes import FakeBrowser, FakeClock

from ghostly.engine.crew.script import Kit, crew, filled_in
from ghostly.engine.events import StepStarted
from ghostly.engine.loop import drive
from ghostly.engine.ports import Trouble
from ghostly.engine.state import Move, RunState, next_move
from ghostly.engine.steps import Step
from ghostly.errors import AppUnreachable, PageError

GOTO = Step("goto", url="/")
SAVE = Step("click", selector="#save")
NAME = Step("fill", selector="#name", value="Ada")
SERVER_ERROR = Trouble("response", "POST /api/orders answered 500", "POST", "/api/orders", 500)
UNANSWERED = Trouble("unanswered", "POST /api/orders had not been answered", "POST", "/api/orders")
SCRIPT_ERROR = Trouble("exception", "TypeError: x is undefined")


def run(steps, browser, secrets=None, conceal=lambda value: None):
    told = []
    state = RunState(tuple(steps), "http://app.test/")
    kit = Kit(browser, FakeClock(), secrets or {}, conceal, "/artifacts/x")
    ended = drive(state, next_move, crew(kit), told.append)
    return told, ended


def test_every_step_is_announced_done_and_told_in_order():
    told, ended = run([GOTO, SAVE], FakeBrowser())

    assert [(event.type, event.at_step) for event in told] == [
        ("loop_state", None),
        ("step_start", 0),
        ("step_success", 0),
        ("step_start", 1),
        ("step_success", 1),
        ("loop_state", None),
    ]
    assert [event.state for event in told if event.type == "loop_state"] == ["executing", "stopped"]
    assert (ended.ok, ended.status, ended.verdict, ended.stop_reason) == (True, "pass", "success", "completed")
    assert (ended.total_steps, ended.failed_steps) == (2, 0)


def test_a_step_that_fails_ends_the_run_and_what_follows_is_not_done():
    browser = FakeBrowser(absent=["#save"])

    told, ended = run([GOTO, SAVE, NAME], browser)

    assert [event.type for event in told][-2:] == ["step_failure", "loop_state"]
    assert browser.performed == [GOTO]
    assert (ended.ok, ended.verdict, ended.failed_steps, ended.total_steps) == (False, "fail-test-broken", 1, 3)
    assert ended.verdict_reason == "Step 2 (click) failed: No element matches #save."


def test_a_script_that_does_not_say_where_to_go_starts_at_the_base_url():
    browser = FakeBrowser()

    run([SAVE], browser)

    assert browser.performed == [Step("goto", url="http://app.test/"), SAVE]


class DownBrowser(FakeBrowser):
    def perform(self, step, index, longest_ms=None):
        raise PageError("http://app.test/ refused the connection.", "unreachable")


def test_an_application_that_is_down_is_nobodys_failure():
    _, ended = run([GOTO], DownBrowser())

    assert (ended.status, ended.verdict) == ("fail", "inconclusive-environment")
    with pytest.raises(AppUnreachable, match="refused the connection"):
        run([SAVE], DownBrowser())


@pytest.mark.parametrize(
    ("absent", "troubles", "verdict"),
    [
        ([], [], "success"),
        ([], [SERVER_ERROR], "fail-app-bug"),
        (["#save"], [SERVER_ERROR], "fail-app-bug"),
        ([], [UNANSWERED], "inconclusive"),
        (["#save"], [UNANSWERED], "fail-test-broken"),
        ([], [SCRIPT_ERROR], "success"),
        (["#save"], [SCRIPT_ERROR], "fail-app-bug"),
        (["#save"], [], "fail-test-broken"),
    ],
)
def test_the_verdict_says_whose_fault_it_is(absent, troubles, verdict):
    _, ended = run([GOTO, SAVE], FakeBrowser(absent=absent, troubles=troubles))

    assert ended.verdict == verdict
    assert ended.ok is (verdict == "success")
    for trouble in troubles:
        assert verdict in ("success", "fail-test-broken") or trouble.message in ended.verdict_reason


@pytest.mark.parametrize(
    ("secret", "shown", "concealed"), [(False, "Ada", []), (True, "Ada", ["Ada"]), (None, "[REDACTED]", [])]
)
def test_a_value_is_shown_only_once_the_field_is_known_to_be_plain(secret, shown, concealed):
    learnt = []

    told, _ = run([GOTO, NAME], FakeBrowser(secret={"#name": secret}), conceal=learnt.append)

    [announced] = [event for event in told if isinstance(event, StepStarted) and event.step.action == "fill"]
    assert announced.step.value == shown
    assert learnt == concealed


def test_the_page_gets_the_value_of_a_placeholder_and_the_events_its_name():
    browser = FakeBrowser()
    step = Step("fill", selector="#password", value="{{PASSWORD}}")

    told, _ = run([GOTO, step], browser, secrets={"PASSWORD": "tiger"})

    assert browser.performed[-1].value == "tiger"
    assert {event.step.value for event in told if event.at_step == 1} == {"{{PASSWORD}}"}


def test_only_the_placeholders_of_the_runs_own_secrets_are_filled_in():
    step = Step("fill", selector="#{{A}}", value="{{A}} {{B}} {{a}} {A}")

    assert filled_in(step, {"A": "1"}) == Step("fill", selector="#1", value="1 {{B}} {{a}} {A}")
    assert filled_in(step, {}) is step
    chosen = Step("selectOption", selector="select", value=("{{A}}", "b"))
    assert filled_in(chosen, {"A": "1"}).value == ("1", "b")


def test_every_state_has_one_next_move():
    fresh = RunState((GOTO,), "http://app.test/")

    assert next_move(fresh) is Move.BEGIN


def test_a_step_survives_the_wire():
    steps = [
        Step("selectOption", selector="select", value=("a", "b")),
        Step("switchTab", url_includes="/print"),
        Step("acceptDialog", prompt_text="yes"),
        Step("waitForSelector", selector="p", timeout_ms=5),
    ]

    assert [Step.from_wire(step.wire()) for step in steps] == steps
    assert steps[1].wire() == {"action": "switchTab", "urlIncludes": "/print"}

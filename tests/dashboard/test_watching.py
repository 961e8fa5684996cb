"""A run watched live: nothing missing, nothing doubled, whatever happens to the connection."""

import contextlib
import json

import gevent
import pytest
from fakes import eventually
from gevent import socket
from gevent.event import Event
from gevent.pywsgi import WSGIServer
from gevent.server import StreamServer
from houses import finished, run
from playback import a_recording

from ghostly.engine.events import Failure, Recon, StepFailed
from ghostly.engine.steps import Step
from ghostly.journal.redact import Redactor

from .conftest import check_access, picture, show

SEEN = "[...document.querySelectorAll('.event')].map((row) => Number(row.dataset.seq))"
HOSTILE = '"><img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'


class Tunnel:
    """Forwards everything to `port`; the connections that carry a stream are cut after as many bytes as `cuts` says."""

    def __init__(self, port, cuts=()):
        self._target, self.cuts, self.cut = ("127.0.0.1", port), [*cuts], 0
        self.is_up, self._open = True, set()
        self._server = StreamServer(("127.0.0.1", 0), self._serve)
        self._server.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self):
        self._server.stop()

    def fall(self):
        """Cut everything, and let nobody in until `is_up` is set."""
        self.is_up = False
        for client in self._open:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def _serve(self, client, _address):
        if not self.is_up:
            return
        self._open.add(client)
        # The server may close what it has kept open for long just when something is sent.
        with contextlib.suppress(OSError), socket.create_connection(self._target) as server:
            state = {"left": None}
            back = gevent.spawn(self._answer, server, client, state)
            while data := _received(client):
                if b"/events/stream" in data and self.cuts:
                    state["left"] = self.cuts.pop(0)
                server.sendall(data)
            back.kill()
        self._open.discard(client)

    def _answer(self, server, client, state):
        while data := _received(server):
            if state["left"] is not None:
                data, state["left"] = data[: state["left"]], state["left"] - len(data)
            client.sendall(data)
            if state["left"] is not None and state["left"] <= 0:
                self.cut += 1
                break
        client.shutdown(socket.SHUT_RDWR)


def row(page, number):
    return page.locator(f'.event[data-seq="{number}"]')


def _received(connection):
    try:
        return connection.recv(65_536)
    except OSError:
        return b""


def test_a_run_is_watched_to_its_end_through_a_connection_that_is_cut_twice(tab, server, ledger):
    run_id = ledger.begin(events=30)
    tunnel = Tunnel(server.port, [2_000, 3_000])
    page = show(tab(url=tunnel.url), f"/runs/{run_id}")
    for _ in range(30):
        ledger.write(run_id)
        page.wait_for_timeout(20)
    ledger.finish(run_id)
    page.locator(".line.verified").wait_for()
    row(page, 61).wait_for()
    tunnel.close()

    assert tunnel.cut == 2
    assert page.evaluate(SEEN) == list(range(1, 62))
    assert "61 events" in page.locator(".line").inner_text()


def test_it_says_that_it_reconnects_and_goes_on_by_itself(tab, server, ledger):
    run_id = ledger.begin(events=3)
    tunnel = Tunnel(server.port)
    page = show(tab(url=tunnel.url), f"/runs/{run_id}")
    page.locator(".line.open").wait_for()
    tunnel.fall()
    page.locator(".line.lost").wait_for()
    ledger.write(run_id, 2)
    tunnel.is_up = True
    page.locator(".line.open").wait_for(timeout=30_000)
    ledger.finish(run_id)
    page.locator(".line.verified").wait_for()
    tunnel.close()

    assert page.evaluate(SEEN) == [1, 2, 3, 4, 5, 6]


def test_a_connection_that_falls_silent_is_replaced(tab, ledger):
    run_id = ledger.begin(events=1)
    page = tab()
    page.clock.install()
    tokens = []
    page.on("request", lambda request: tokens.append(request.url) if request.url.endswith("/stream-token") else None)
    show(page, f"/runs/{run_id}")
    page.locator(".line.open").wait_for()
    # Time stands still, so that it is not found again before somebody has seen that it was lost.
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 20)
    page.clock.fast_forward(46_000)
    page.locator(".line.lost").wait_for()
    page.clock.fast_forward(2_000)
    page.locator(".line.open").wait_for()

    assert len(tokens) == 2
    ledger.finish(run_id)


def test_a_stream_token_that_has_expired_is_replaced(tab, ledger):
    run_id = ledger.begin(events=4)
    page = tab()
    refused = []

    def refuse_once(route):
        if refused:
            route.continue_()
        else:
            refused.append(route.request.url)
            route.fulfill(status=401, json={"ok": False, "error": "invalid or expired token"})

    page.route("**/events/stream*", refuse_once)
    show(page, f"/runs/{run_id}")
    page.locator(".line.open").wait_for(timeout=30_000)
    # And the record, which is asked for at the end, is lost once.
    page.route(f"**/v1/runs/{run_id}", lambda route: route.abort(), times=1)
    ledger.finish(run_id)
    page.locator(".line.verified").wait_for()
    assert page.locator(".verdict h2").inner_text() == "Inconclusive"

    assert page.evaluate(SEEN) == [1, 2, 3, 4, 5]


def test_leaving_a_run_closes_its_stream(tab, server, ledger):
    run_id = ledger.begin(events=1)
    page = show(tab(), f"/runs/{run_id}")
    page.locator(".line.open").wait_for()
    assert server.metric("ghostly_streams_open") == 1
    page.get_by_role("link", name="Runs", exact=True).click()
    page.get_by_role("heading", name="Runs").wait_for()

    eventually(lambda: server.metric("ghostly_streams_open") == 0, 10)
    ledger.finish(run_id)


def test_a_tab_that_nobody_looks_at_leaves_the_server_and_misses_nothing(tab, server, ledger):
    run_id = ledger.begin(events=1)
    page = tab()
    page.clock.install()
    show(page, f"/runs/{run_id}").locator(".line.open").wait_for()

    def look(hidden):
        page.evaluate(
            f"Object.defineProperty(document, 'hidden', {{ value: {str(hidden).lower()}, configurable: true }}); "
            "document.dispatchEvent(new Event('visibilitychange'))"
        )

    look(hidden=True)
    page.clock.run_for(60_000)
    eventually(lambda: server.metric("ghostly_streams_open") == 0, 10)
    ledger.write(run_id, 2)
    look(hidden=False)
    row(page, 3).wait_for(state="attached")
    ledger.finish(run_id)
    page.locator(".line.verified").wait_for()

    assert page.evaluate(SEEN) == [1, 2, 3, 4]


SENTENCES = [
    ("recon", {"url": "/", "title": "Shop", "nodeCount": 3}, "Looked at Shop (3 elements)"),
    ("plan_chunk", {"steps": [{}, {}], "source": "planner", "rationale": "buy"}, "Planned 2 steps: buy"),
    ("loop_state", {"state": "stopped", "reason": "goal-met"}, "Stopped: the goal was reached"),
    ("horizon_start", {"horizon": 2}, "Horizon 2 begins"),
    ("horizon_end", {"horizon": 2, "outcome": "success"}, "Horizon 2 ends: done"),
    ("victory_check", {"configured": True, "met": True}, "Checked whether it is done: yes"),
    ("memory_hit", {"candidates": 1}, "Remembered a flow like this"),
    ("memory_miss", {"reason": "none"}, "Nothing remembered for this"),
    ("step_start", {"step": {"action": "click", "selector": "#save"}}, "Click #save…"),
    (
        "step_success",
        {"step": {"action": "click"}, "target": {"name": "Save"}, "healed": True, "reason": "the button was renamed"},
        "Clicked Save · healed: the button was renamed",
    ),
    (
        "step_failure",
        {"step": {"action": "click", "selector": "#save"}, "error": {"message": "It is gone."}, "final": True},
        "Failed: Click #save · It is gone.",
    ),
    ("heal_start", {"attempt": 1, "maxAttempts": 2, "cause": "It is gone."}, "Healing, try 1 of 2: It is gone."),
    (
        "heal_action",
        {"step": {"action": "click", "selector": "#keep"}, "rationale": "it is most alike"},
        "Trying Click #keep instead: it is most alike",
    ),
    ("heal_success", {"by": "builtin"}, "Healed by the builtin healer"),
    ("heal_failure", {"reason": "Nothing is like it."}, "Could not be healed: Nothing is like it."),
    ("run_end", {"ok": True, "status": "pass", "verdict": "success"}, "The run has ended: Passed"),
]


def test_every_type_of_event_is_a_sentence_and_what_a_model_has_used_is_said(tab):
    page = show(tab(), "/memories")
    events = [{"type": kind, "payload": payload} for kind, payload, _ in SENTENCES]
    said = page.evaluate(
        "async (events) => { const { eventSentence } = await import('/static/js/sentences.js');"
        "const { h } = await import('/static/js/dom.js');"
        "return events.map((event) => h('p', eventSentence(event)).textContent) }",
        events,
    )
    usage = page.evaluate(
        "async () => (await import('/static/js/outcome.js')).files("
        "{ id: '1', usage: { promptTokens: 120, completionTokens: 30, calls: 2 } }).textContent"
    )

    assert said == [sentence for *_, sentence in SENTENCES]
    assert len({kind for kind, *_ in SENTENCES}) == 16
    assert "120 + 30 tokens in 2 calls" in usage


def test_five_thousand_events_do_not_freeze_the_page(tab, ledger):
    run_id = ledger.begin()
    ledger.finish(run_id)
    done = {"step": {"action": "click"}, "durationMs": 12, "target": {"name": "Save"}, "screenshotPath": "/favicon.ico"}
    many = a_recording(*(("step_success", done, index) for index in range(4_998)))
    page = tab()
    page.route("**/events/stream*", lambda route: route.fulfill(content_type="text/event-stream", body=many.body()))
    page.add_init_script(
        "self.longest = 0; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) "
        "self.longest = Math.max(self.longest, duration) }).observe({ entryTypes: ['longtask'] })"
    )
    show(page, f"/runs/{run_id}")
    page.locator(".line.verified").wait_for(timeout=30_000)
    row(page, 5_000).wait_for(state="attached", timeout=30_000)

    assert page.evaluate(SEEN) == list(range(1, 5_001))
    # The longest time in which nothing could be clicked is 300 to 500 ms on a busy machine.
    assert page.evaluate("self.longest") < 1_500


def test_what_a_page_under_test_says_is_only_ever_text(tab, ledger):
    run_id = ledger.begin(goal=HOSTILE, assisted=json.dumps({"goal": HOSTILE}), base_url=f"http://x/{HOSTILE}")
    step = Step("fill", selector=f"#{HOSTILE}", value=HOSTILE)
    seen = Recon(f"http://x/{HOSTILE}", HOSTILE, 3, HOSTILE, 1)
    emoji = Failure("not_found", "x" + "🚀" * 300)
    for event in (seen, *(StepFailed(0, step, why, True, 1) for why in (Failure("not_found", HOSTILE), emoji))):
        ledger.journal.append(run_id, event, Redactor())
    ledger.finish(run_id)
    page = show(tab(), f"/runs/{run_id}")
    page.locator(".line.verified").wait_for()
    page.get_by_label("Timeline").get_by_text("<script>").first.wait_for()
    assert HOSTILE in page.title()
    # No emoji was cut in half.
    assert page.evaluate("document.body.innerText.isWellFormed()")
    for path in ("/", "/runs"):
        show(page, path).get_by_text("<script>").first.wait_for()

    assert page.locator("main img").count() == 0
    assert page.title() != "owned"


def test_a_goal_is_planned_started_watched_and_run_again(tab, application, api):
    page = show(tab(), "/new")
    page.get_by_label("Project", exact=True).select_option("+")
    page.get_by_label("Name of the new project").fill("Shop")
    page.get_by_label("Address of the application").fill(application)
    page.get_by_label("Goal", exact=True).fill(
        "Sign in as demo@ghostly.test with password {{PASSWORD}} and check that it says Orders"
    )
    page.get_by_text("Secrets").click()
    page.get_by_role("button", name="Add a secret").click()
    page.get_by_label("Name", exact=True).fill("PASSWORD")
    page.get_by_label("Value").fill("demo1234")
    page.get_by_role("button", name="Preview the plan").click()
    page.get_by_role("heading", name="The plan").wait_for()
    assert page.locator(".preview .plan li").count() >= 2
    check_access(page)
    picture(page, "plan")
    page.get_by_role("button", name="Start the run").click()

    page.locator(".line.verified").wait_for(timeout=60_000)
    assert page.locator(".verdict h2").inner_text() == "Passed"
    assert page.title().startswith("Passed: Sign in as")
    assert page.locator(".evidence li").count() > 0
    assert "demo1234" not in page.content()
    page.locator(".pictures img").first.wait_for()
    before = page.locator(".pictures > p").inner_text()
    page.keyboard.press("ArrowLeft")
    assert page.locator(".pictures > p").inner_text() != before
    page.locator(".evidence button").first.click()
    page.get_by_role("dialog").locator("img").wait_for()
    shown = page.locator(".lightbox p").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator(".lightbox p").inner_text() != shown
    check_access(page)
    picture(page, "picture")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "picture"
    picture(page, "verdict")

    first = page.url
    page.get_by_role("button", name="Run again").click()
    page.get_by_label("How", exact=True).select_option("instructions")
    page.get_by_label("What to add to the goal").fill('Check that it says "New order"')
    check_access(page)
    picture(page, "again")
    page.get_by_role("dialog").get_by_role("button", name="Start the run").click()
    page.wait_for_url(lambda url: url != first)
    page.get_by_role("heading", level=1).get_by_text("New order").wait_for()
    page.locator(".line.verified").wait_for(timeout=60_000)
    assert page.locator(".verdict h2").inner_text() == "Passed"


def test_steps_that_are_no_json_or_unknown_are_refused_in_place(tab, application):
    page = show(tab(), "/new")
    page.get_by_label("Address of the application").fill(application)
    page.get_by_label("Steps", exact=True).check()
    area = page.get_by_label("Steps, as JSON")
    area.fill("[{")
    page.get_by_role("button", name="Start the run").click()
    page.get_by_role("alert").get_by_text("not valid JSON").wait_for()
    area.fill('[{"action": "clik", "selector": "a"}]')
    page.get_by_role("button", name="Start the run").click()
    page.get_by_role("alert").get_by_text("did you mean click?").wait_for()

    assert area.input_value() == '[{"action": "clik", "selector": "a"}]'


@pytest.fixture
def late_page():
    """A page on which #late appears once `late` is set."""
    late = "Object.assign(document.createElement('p'), {id: 'late', textContent: 'Late'})"
    script = f"fetch('/late').then(() => document.body.append({late}))"
    gate = Event()

    def serve(environ, respond):
        if environ["PATH_INFO"] == "/late":
            gate.wait()
        respond("200 OK", [("Content-Type", "text/html")])
        return [f"<!doctype html><title>Late</title><body><h1>Late</h1><script>{script}</script>".encode()]

    served = WSGIServer(("127.0.0.1", 0), serve, log=None)
    served.start()
    served.url, served.late = f"http://127.0.0.1:{served.server_port}", gate
    yield served
    gate.set()
    served.stop()


def test_a_run_is_paused_and_resumed_from_the_page(tab, api, late_page):
    wait = {"action": "waitForSelector", "selector": "#late", "timeoutMs": 60_000}
    steps = [{"action": "goto", "url": "/"}, wait, {"action": "snapshot"}, {"action": "assertText", "text": "Late"}]
    run_id = run(api, late_page.url, steps)
    page = show(tab(), f"/runs/{run_id}")
    page.locator(".plan .now").get_by_text("Wait for #late").wait_for()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Resume").wait_for()
    assert page.locator(".facts .pill").inner_text() == "Pausing after this step…"
    assert page.evaluate("document.activeElement.textContent") == "Resume"
    late_page.late.set()
    page.locator(".facts .pill").get_by_text("Paused").wait_for()
    page.locator(".progress").get_by_text("2 of 4 steps", exact=True).wait_for()
    check_access(page)
    picture(page, "paused")
    page.keyboard.press("Enter")
    page.locator(".line.verified").wait_for()

    assert page.locator(".verdict h2").inner_text() == "Passed"
    assert finished(api, run_id)["status"] == "pass"


def test_a_run_is_cancelled_from_the_page_after_a_question(tab, api, application):
    steps = [
        {"action": "goto", "url": "/login"},
        {"action": "waitForSelector", "selector": "#never", "timeoutMs": 60_000},
    ]
    run_id = run(api, application, [*steps, {"action": "snapshot"}])
    page = show(tab(), f"/runs/{run_id}")
    page.locator(".plan .now").get_by_text("Wait for #never").wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("dialog").get_by_role("button", name="Let it go on").click()
    page.get_by_role("button", name="Cancel").click()
    check_access(page)
    page.get_by_role("dialog").get_by_role("button", name="Cancel the run").click()

    page.locator(".line.verified").wait_for(timeout=30_000)
    assert finished(api, run_id)["stopReason"] == "cancelled"
    page.get_by_role("button", name="Run again").wait_for()
    assert page.locator(".plan .cut").inner_text() == "Wait for #never cut short"
    assert page.locator(".plan .unreached").inner_text() == "Take a snapshot not reached"
    assert page.locator(".unseen").inner_text() == "The run has ended: Inconclusive"


def test_steps_are_run_again_with_other_data_and_a_secret_stays_hidden(tab, api, application):
    steps = [
        {"action": "goto", "url": "/login"},
        {"action": "fill", "selector": "#email", "value": "somebody@ghostly.test"},
        {"action": "fill", "selector": "#password", "value": "demo1234"},
    ]
    run_id = run(api, application, steps, recordTrace=True)
    page = show(tab(), f"/runs/{run_id}")
    page.get_by_role("link", name="Playwright trace").wait_for(timeout=60_000)
    page.get_by_role("button", name="Run again").click()
    page.get_by_label("How", exact=True).select_option("data")
    secret = page.get_by_label("Step 3")
    assert (secret.input_value(), secret.get_attribute("type")) == ("", "password")
    page.get_by_label("Step 2").fill("somebody.else@ghostly.test")
    page.get_by_role("dialog").get_by_role("button", name="Start the run").click()

    page.get_by_label("Timeline").get_by_text("Typed somebody.else@ghostly.test into Email").wait_for()
    page.locator(".line.verified").wait_for(timeout=60_000)
    assert "demo1234" not in page.content()


@pytest.mark.parametrize("format", ["Playwright test", "JUnit report", "JSON"])
def test_a_run_can_be_taken_away(tab, past_run, format):
    page = show(tab(), f"/runs/{past_run}")
    with page.expect_download() as download:
        page.get_by_role("link", name=format, exact=True).click()

    assert past_run[:8] in download.value.suggested_filename

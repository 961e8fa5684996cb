"""Whole runs in a real browser, and what becomes of runs, streams and browsers when something dies."""

import os
import signal
import subprocess
import sys
import time

import gevent
import httpx
import pytest
from fakes import eventually
from gevent.pywsgi import WSGIServer
from houses import House, command_line, descendants, elapsed_since, finished, is_alive, run, stream_url
from stories import Ledger
from streams import blocks, digest
from wire import follow

PAGE = b"""<!doctype html><title>Shop</title><h1>Shop</h1>
<label>Name <input id="name"></label> <label>Password <input id="secret" type="password"></label>
<button id="save" onclick="shown.textContent = 'Saved ' + document.querySelector('#name').value">Save</button>
<output id="shown"></output>
<button id="broken" onclick="fetch('/api/orders', {method: 'POST'})">Order</button>"""

GOTO = {"action": "goto", "url": "/"}
NEVER = {"action": "waitForSelector", "selector": "#never", "timeoutMs": 60_000}
SAVE = [
    GOTO,
    {"action": "fill", "selector": "#name", "value": "Ada"},
    {"action": "click", "selector": "#save"},
    {"action": "assertText", "text": "Saved Ada"},
]


def shop(environ, start_response):
    broken = environ["PATH_INFO"].startswith("/api")
    start_response("500 Internal Server Error" if broken else "200 OK", [("Content-Type", "text/html")])
    return [b"{}" if broken else PAGE]


@pytest.fixture(scope="module")
def shop_url():
    server = WSGIServer(("127.0.0.1", 0), shop, log=None)
    server.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.stop()


@pytest.fixture
def house(tmp_path):
    """A server that may be hurt."""
    house = House(
        tmp_path / "home", GHOSTLY_HEARTBEAT_SECONDS=0.3, GHOSTLY_STALE_SECONDS=2, GHOSTLY_HEAD_CHECK_SECONDS=0.1
    )
    yield house
    house.stop()


def browser_processes(pid):
    return [
        child for child in descendants(pid) if b"chrom" in command_line(child) or b"playwright" in command_line(child)
    ]


def test_curl_prints_the_documented_lifecycle_of_a_run_in_a_real_browser(api, shop_url):
    run_id = run(api, shop_url, SAVE, captureScreenshotAfterEachStep=True)
    told = subprocess.run(["curl", "-sN", stream_url(api, run_id)], capture_output=True, timeout=60)
    told, code = blocks(told.stdout), told.returncode

    assert code == 0
    types = [block.json["type"] for block in told if block.event == "assist"]
    assert types == ["loop_state", *["step_start", "step_success"] * 4, "loop_state", "run_end"]
    assert [block.event for block in told][-3:] == ["assist", "status", "end"]
    assert told[-2].json["status"] == "pass"
    assert told[-1].json["digest"] == digest(told)
    record = api.get(f"/v1/runs/{run_id}").json()
    assert (record["status"], record["verdict"], len(record["steps"])) == ("pass", "success", 4)
    assert record["steps"][2]["target"]["role"] == "button"
    picture = api.get(record["steps"][3]["screenshotPath"])
    assert picture.content.startswith(b"\x89PNG")


def test_an_application_that_answers_500_is_found_out_though_every_step_was_done(api, shop_url):
    record = finished(api, run(api, shop_url, [GOTO, {"action": "click", "selector": "#broken"}]))

    assert (record["status"], record["verdict"]) == ("fail", "fail-app-bug")
    assert "POST /api/orders" in record["verdictReason"]
    assert [step["ok"] for step in record["steps"]] == [True, True]


def test_a_step_that_fails_names_itself_and_leaves_a_picture(api, shop_url):
    record = finished(api, run(api, shop_url, [*SAVE[:3], {"action": "assertText", "text": "Saved Eve"}]))

    assert (record["status"], record["verdict"]) == ("fail", "fail-test-broken")
    assert "Step 4 (assertText)" in record["verdictReason"]
    assert api.get(record["steps"][3]["screenshotPath"]).content.startswith(b"\x89PNG")


def test_a_password_reaches_the_page_and_nothing_else(server, api, shop_url):
    secret = "tiger-striped-7"
    fill = {"action": "fill", "selector": "css=label:nth-of-type(2) input", "value": secret}
    given = {"action": "fill", "selector": "#name", "value": "{{NAME}}"}
    steps = [GOTO, fill, given, {"action": "click", "selector": "#save"}, {"action": "snapshot"}]
    run_id = run(api, shop_url, steps, secrets={"NAME": "ada-the-first"}, recordTrace=True)

    record = finished(api, run_id)
    told = httpx.get(stream_url(api, run_id)).text

    assert record["verdict"] == "success"
    database = b"".join(path.read_bytes() for path in server.home.glob("ghostly.db*"))
    for text in (secret, "ada-the-first"):
        assert text not in told + str(record) + server.log
        assert text.encode() not in database
    assert '"value":"{{NAME}}"' in told
    assert "[REDACTED]" in told


def test_a_run_is_cancelled_at_once_in_the_middle_of_a_step(api, shop_url):
    run_id = run(api, shop_url, [GOTO, NEVER])
    eventually(lambda: len(api.get(f"/v1/runs/{run_id}").json()["steps"]) == 1, 30)
    begin = time.monotonic()

    assert api.post(f"/v1/runs/{run_id}/cancel").json() == {"ok": True, "id": run_id, "status": "cancelling"}
    record = finished(api, run_id)

    assert elapsed_since(begin) < 3
    assert record["events"][-1]["payload"]["cancelled"] is True
    assert [(step["action"], step["ok"]) for step in record["steps"]] == [("goto", True), ("waitForSelector", False)]
    assert api.post(f"/v1/runs/{run_id}/cancel").status_code == 409


def test_the_death_of_the_browser_is_one_clear_error_and_the_next_run_gets_a_new_one(house, shop_url):
    with house.client() as client:
        run_id = run(client, shop_url, [GOTO, NEVER])
        eventually(lambda: len(client.get(f"/v1/runs/{run_id}").json()["steps"]) == 1, 30)

        for pid in browser_processes(house.process.pid):
            if b"chrom" in command_line(pid).split(b" ")[0]:
                os.kill(pid, signal.SIGKILL)
        record = finished(client, run_id)

        assert record["verdict"] == "inconclusive-environment"
        assert "browser" in record["verdictReason"].lower()
        assert finished(client, run(client, shop_url, SAVE))["verdict"] == "success"


def test_sigterm_ends_fifty_streams_cleanly_within_a_second_and_leaves_no_browser(house, shop_url):
    with house.client() as client:
        run_id = run(client, shop_url, [GOTO, NEVER])
        eventually(lambda: len(client.get(f"/v1/runs/{run_id}").json()["steps"]) == 1, 30)
        ledger = Ledger(f"sqlite:///{house.home / 'ghostly.db'}", client.get("/v1/auth/me").json()["user"]["id"])
        other = ledger.begin(events=3)
        urls = [stream_url(client, run_id)] * 25 + [stream_url(client, other)] * 25
        curls = [subprocess.Popen(["curl", "-sN", url], stdout=subprocess.PIPE) for url in urls]
        eventually(lambda: house.metric("ghostly_streams_open") == 50, 30)
        browsers = browser_processes(house.process.pid)
        assert browsers

        begin = time.monotonic()
        house.process.terminate()
        told = [curl.communicate(timeout=20)[0] for curl in curls]
        took = elapsed_since(begin)
        house.process.wait(20)

    assert [curl.returncode for curl in curls] == [0] * 50
    assert took < 10, "ten times the promised second"
    for output in told[:25]:
        assert blocks(output)[-1].event == "end"
        assert blocks(output)[-3].json["payload"]["stopReason"] == "server-stopped"
    for output in told[25:]:
        last = blocks(output)[-1]
        assert (last.event, last.json["status"]) == ("status", "running")
        assert last.retry
    eventually(lambda: not any(is_alive(pid) for pid in browsers), 5)
    ledger.close()


def test_the_death_of_a_worker_ends_its_runs_as_stale_and_leaves_no_browser(house, shop_url):
    with house.client() as client:
        run_id = run(client, shop_url, [GOTO, NEVER])
        eventually(lambda: len(client.get(f"/v1/runs/{run_id}").json()["steps"]) == 1, 30)
        [worker] = house.workers
        browsers = browser_processes(worker)
        assert browsers
        reader = gevent.spawn(follow_through, stream_url(client, run_id), house.port)

        os.kill(worker, signal.SIGKILL)

        eventually(lambda: not any(is_alive(pid) for pid in browsers), 10)
        eventually(house._is_up, 30)
        record = finished(client, run_id)
        ending = record["events"][-1]["payload"]
        assert ending["staleAfterRestart"] is True
        assert record["verdict"] == "inconclusive-environment"
        assert [(step["action"], step["ok"]) for step in record["steps"]] == [
            ("goto", True),
            ("waitForSelector", False),
        ]
        told = reader.get(timeout=30)
        assert [int(block.id) for block in told] == [event["seq"] for event in record["events"]]


def follow_through(url, port):
    """Follow over the death of the server: a refused connection is tried again."""
    seen = []
    for _ in range(300):
        try:
            seen += follow(url, port, seen[-1].id if seen else None)
            return seen
        except (ConnectionError, AssertionError):
            gevent.sleep(0.1)
    raise AssertionError("the stream never ended")


def test_runs_beyond_the_limit_wait_in_order_and_say_so(tmp_path, shop_url):
    house = House(tmp_path / "home", GHOSTLY_MAX_RUNS=1)
    try:
        with house.client() as client:
            first, second = run(client, shop_url, [GOTO, NEVER]), run(client, shop_url, SAVE)
            eventually(lambda: client.get(f"/v1/runs/{second}").json()["events"])
            client.post(f"/v1/runs/{first}/cancel")

            queued = finished(client, second)["events"][0]["payload"]

            assert (queued["state"], queued["position"]) == ("queued", 1)
            assert client.get(f"/v1/runs/{second}").json()["verdict"] == "success"
    finally:
        house.stop()


def test_a_setting_that_cannot_work_is_a_sentence_and_not_a_traceback(tmp_path):
    for variable, value in (("GHOSTLY_HOME", "/proc/x"), ("JWT_SECRET", "short"), ("PORT", "many")):
        env = {**os.environ, "GHOSTLY_HOME": str(tmp_path), "PORT": "0", variable: value}
        done = subprocess.run(
            [sys.executable, "-m", "ghostly", "serve"], env=env, capture_output=True, text=True, timeout=60
        )

        assert done.returncode != 0
        assert variable in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr

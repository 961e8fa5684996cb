"""Runs over HTTP: what is accepted, what is refused and how, what is shown."""

import json
import random
import re

import pytest
from fakes import eventually
from stories import Ledger

STEPS = [{"action": "goto", "url": "/"}]


@pytest.fixture
def ledger(app, admin, settings):
    ledger = Ledger(settings.sqlalchemy_url, admin.id)
    yield ledger
    ledger.close()


@pytest.fixture
def body(admin):
    return {"project": admin.project(), "baseUrl": "http://127.0.0.1:9", "steps": STEPS}


@pytest.mark.parametrize(("where", "name"), [("/v1/plan", "secrets"), ("/v1/plan", "headles"), ("/v1/run", "apiKeys")])
def test_a_field_of_another_object_is_not_suggested(admin, body, where, name):
    given = {"project": body["project"], "baseUrl": body["baseUrl"], "goal": "Look around"}

    answer = admin.post(where, {**given, name: {}})

    assert answer.json["details"]["fieldErrors"][name] == [f"{name} is not a known field"]


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"hedless": True}, "hedless", "did you mean headless?"),
        ({"steps": [{"action": "click", "selectr": "a"}]}, "steps", "did you mean selector?"),
        (
            {"assist": {"v2": True, "goal": "buy", "victory": {"textInclude": []}}},
            "assist",
            "did you mean textIncludes?",
        ),
        ({"assist": {"v2": False, "goal": "buy"}}, "assist", "assist.v2: it must be true"),
        ({"steps": []}, "steps", "1 to 25 steps"),
        ({"steps": STEPS * 26}, "steps", "at most 25 items"),
        ({"steps": [{"action": "clik", "selector": "a"}]}, "steps", "did you mean click?"),
        ({"steps": [{"action": "click"}]}, "steps", "steps[0].selector is required"),
        ({"steps": [{"action": "click", "selector": "a", "force": True}]}, "steps", "steps[0].force is not a known"),
        ({"steps": [{"action": "goto", "url": "https://elsewhere.test/"}]}, "steps", "must stay on"),
        ({"steps": [{"action": "goto", "url": "http://[::1"}]}, "steps", "can be read"),
        ({"steps": [{"action": "scroll"}]}, "steps", "needs a selector"),
        ({"steps": [{"action": "dragTo", "selector": "a"}]}, "steps", "either target, a selector, or path"),
        ({"steps": [{"action": "dragTo", "selector": "a", "path": [{"x": 1, "y": 2}]}]}, "steps", "path"),
        ({"steps": [{"action": "click", "selector": "a", "position": {"x": 1}}]}, "steps", "position.y is required"),
        ({"steps": [{"action": "switchTab", "index": 0, "urlIncludes": "a"}]}, "steps", "either index or urlIncludes"),
        ({"steps": [{"action": "selectOption", "selector": "a", "value": []}]}, "steps", "non-empty"),
        ({"steps": "goto"}, "steps", "must be a list"),
        ({"baseUrl": "ftp://x"}, "baseUrl", "http://"),
        ({"baseUrl": "http://"}, "baseUrl", "names a host"),
        ({"baseUrl": "http://a:b@c/"}, "baseUrl", "user name or password"),
        ({"baseUrl": "http://x:99999/"}, "baseUrl", "cannot be read"),
        ({"baseUrl": 5}, "baseUrl", "must be a text"),
        ({"defaultTimeoutMs": 120_001}, "defaultTimeoutMs", "120000"),
        ({"defaultTimeoutMs": 0}, "defaultTimeoutMs", "must be 1 or more"),
        ({"defaultTimeoutMs": "5"}, "defaultTimeoutMs", "whole number"),
        ({"headless": "yes"}, "headless", "true or false"),
        ({"project": "nope"}, "project", "invalid project"),
        ({"assist": {"v2": True}}, "assist", "assist.goal is required"),
        ({"assist": {"v2": True, "goal": " "}}, "assist", "goal"),
        ({"assist": {"v2": True, "goal": "buy", "maxHorizons": 51}}, "assist", "50 or less"),
        ({"assist": {"v2": True, "goal": "buy", "victory": {"textIncludes": ["a"] * 11}}}, "assist", "textIncludes"),
        ({"assist": {"v2": True, "goal": "sign in with {{PIN}}"}}, "assist", "{{PIN}}, which secrets does not give"),
        ({"plan": [1]}, "plan", "must be an object"),
        ({"plan": {"goal": "x"}}, "plan", "plan.goal"),
        ({"secrets": {"pw": "x"}}, "secrets", "capital letters"),
        ({"steps": [{"action": "fill", "selector": "a", "value": "{{PW}}"}]}, "steps", "{{PW}}"),
        ({"steps": [{"action": "selectOption", "selector": "a", "value": ["{{PW}}"]}]}, "steps", "{{PW}}"),
        ({"steps": [{"action": "setInputFiles", "selector": "a", "files": ["{{PW}}"]}]}, "steps", "{{PW}}"),
        ({"steps": [7]}, "steps", "steps[0]: it must be an object"),
        ({"steps": [{"action": "press", "key": ""}]}, "steps", "steps[0].key: it must not be empty"),
        ({"steps": [{"action": "waitForSelector", "selector": "a", "timeoutMs": 120_001}]}, "steps", "120000 or less"),
        ({"codeHints": {"components": [{"name": "A", "roles": "b"}]}}, "codeHints", "roles: it must be a list"),
        ({"assisted": {"goal": "g"}}, "assisted", "assisted.model is required"),
        ({"x" * 200_000: 1}, "x" * 80 + "…", "is not a known field"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_does_not_fit_is_refused_with_a_sentence_that_names_it(admin, body, change, field, sentence):
    answer = admin.post("/v1/run", {**body, **change})

    assert answer.status_code == 400, answer.text
    details = answer.json["details"]
    assert any(sentence in text for text in details["fieldErrors"].get(field, [])), answer.json
    assert answer.json["error"]
    assert admin.get("/v1/runs").json == []


def test_a_secret_is_not_told_back(admin, body):
    answer = admin.post("/v1/run", {**body, "secrets": {"PW": "tiger-striped", "pw": "tiger-striped"}})

    assert answer.status_code == 400
    assert "tiger-striped" not in answer.text


@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [
        (b"", 400, "invalid_json"),
        (b"{", 400, "invalid_json"),
        (b"[]", 400, "invalid_json"),
        (b"null", 400, "invalid_json"),
        (b'{"a": NaN}', 400, "invalid_json"),
        (b"\xff\xfe", 400, "invalid_json"),
        (b'{"a": "\\u0000"}', 400, "invalid_text"),
        (b'{"a": "\\ud800"}', 400, "invalid_text"),
        (b'{"\\u0000": 1}', 400, "invalid_text"),
        (b"[" * 200_000, 400, "invalid_json"),
        (b'{"a":' * 50 + b"1" + b"}" * 50, 400, "invalid_json"),
        (b'{"defaultTimeoutMs": ' + b"9" * 5000 + b"}", 400, "invalid_json"),
        (b'{"project": "' + b"x" * 1_000_000 + b'"}', 413, "too_large"),
    ],
    ids=str,
)
def test_a_body_that_is_no_json_object_is_refused_on_every_route_that_takes_one(admin, raw, status, code):
    for path in ("/v1/run", "/v1/projects", "/v1/api-keys", "/v1/auth/register", "/v1/auth/login"):
        answer = admin.client.post(path, data=raw, headers=admin.headers)
        assert (answer.status_code, answer.json["code"]) == (status, code), path
        assert answer.json["ok"] is False


def test_a_run_is_accepted_recorded_and_ends_with_a_verdict(admin, body):
    started = admin.post("/v1/run", body)

    assert started.status_code == 202
    assert started.json == {"ok": True, "id": started.json["id"], "status": "running"}
    record = eventually(lambda: finished(admin, started.json["id"]), 60)
    assert (record["status"], record["verdict"]) == ("fail", "inconclusive-environment")
    assert record["events"][-1]["type"] == "run_end"
    assert [event["seq"] for event in record["events"]] == list(range(1, len(record["events"]) + 1))
    assert record["steps"][0]["action"] == "goto"
    assert None not in record.values()


def finished(person, run_id):
    record = person.get(f"/v1/runs/{run_id}").json
    return record if record["status"] != "running" else None


def test_the_plan_wrapper_of_older_clients_is_merged_and_the_top_level_wins(admin, body):
    wrapped = {
        "project": body["project"],
        "contextId": "mine",
        "artifactsDir": "/etc",
        "plan": {"baseUrl": body["baseUrl"], "steps": STEPS, "contextId": "theirs", "artifactsDir": "artifacts"},
    }
    answer = admin.post("/v1/run", wrapped)

    assert answer.status_code == 202, answer.text
    record = admin.get(f"/v1/runs/{answer.json['id']}").json
    assert (record["contextId"], record["baseUrl"]) == ("mine", body["baseUrl"])


def test_where_the_steps_came_from_is_shown_without_its_secrets(admin, body):
    assisted = {"goal": "log in with password: hunter2x", "model": "m", "promptVersion": "1"}
    answer = admin.post("/v1/run", {**body, "assisted": {**assisted, "generatedAt": "2026-01-01T00:00:00Z"}})

    record = admin.get(f"/v1/runs/{answer.json['id']}").json
    assert record["assisted"]["goal"] == "log in with password: [REDACTED]"


def test_runs_are_listed_newest_first_in_pages_that_miss_and_repeat_nothing(admin, ledger):
    ids = [ledger.begin(events=2) for _ in range(7)]
    for run_id in ids[:2]:
        ledger.finish(run_id)

    everything = admin.get("/v1/runs").json
    seen, path = [], "/v1/runs?limit=3"
    while path:
        page = admin.get(path)
        seen += [record["id"] for record in page.json]
        following = re.fullmatch(r'<(.+)>; rel="next"', page.headers.get("Link", ""))
        path = following[1] if following else None

    assert seen == [record["id"] for record in everything]
    assert sorted(seen) == sorted(ids)
    assert all("events" not in record for record in everything)
    assert {record["id"] for record in admin.get("/v1/runs?status=fail").json} == set(ids[:2])
    assert admin.get("/v1/runs?project=unknown").json == []
    assert len(admin.get("/v1/runs?project=").json) == 7


@pytest.mark.parametrize(
    "query",
    ["cursor=abc", "cursor=%00", "cursor=MTIz", "cursor=" + "A" * 500, "cursor=é", "limit=0", "limit=201", "limit=x",
     "status=odd", "limt=5", "project=%00", "a%00b=1", "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTkuYQ"],
)  # fmt: skip
def test_a_hostile_query_is_a_400_with_a_sentence(admin, query):
    answer = admin.get(f"/v1/runs?{query}")

    assert answer.status_code == 400, answer.text
    assert answer.json["details"]["fieldErrors"]


def test_a_run_belongs_to_its_user(admin, stranger, ledger):
    run_id = ledger.begin(events=1)
    ledger.finish(run_id)

    assert stranger.get("/v1/runs").json == []
    for ask in (
        stranger.get(f"/v1/runs/{run_id}"),
        stranger.get(f"/v1/runs/{run_id}/events/stream"),
        stranger.post(f"/v1/runs/{run_id}/cancel"),
        stranger.post(f"/v1/runs/{run_id}/stream-token"),
        stranger.delete(f"/v1/runs/{run_id}"),
        stranger.get(f"/v1/runs/{run_id}/artifacts/step-1-ok.png"),
        stranger.get(f"/artifacts/{run_id}/step-1-ok.png"),
    ):
        assert (ask.status_code, ask.json["ok"]) == (404, False)
    assert admin.get(f"/v1/runs/{run_id}").status_code == 200


def test_a_finished_run_can_be_deleted_and_a_running_one_cannot(admin, ledger):
    run_id = ledger.begin(events=3)

    refused = admin.delete(f"/v1/runs/{run_id}")
    ledger.finish(run_id)

    assert (refused.status_code, refused.json["code"]) == (409, "run_active")
    assert admin.post(f"/v1/runs/{run_id}/cancel").status_code == 409
    assert admin.delete(f"/v1/runs/{run_id}").json == {"ok": True}
    assert admin.get(f"/v1/runs/{run_id}").status_code == 404
    assert ledger.journal.read(run_id) == []


def test_a_run_that_lost_its_worker_is_ended_by_a_cancel(admin, ledger):
    run_id = ledger.begin(events=1, heartbeat_ms=1)

    answer = admin.post(f"/v1/runs/{run_id}/cancel")

    assert answer.json == {"ok": True, "id": run_id, "status": "cancelled", "stale": True}
    ending = json.loads(ledger.journal.read(run_id)[-1].data)["payload"]
    assert (ending["cancelled"], ending["source"], ending["staleAfterRestart"]) == (True, "user", True)


def test_a_stream_token_opens_its_run_and_nothing_else(admin, client, ledger):
    run_id, other = ledger.begin(events=1), ledger.begin(events=1)
    for each in (run_id, other):
        ledger.finish(each)
    given = admin.post(f"/v1/runs/{run_id}/stream-token").json
    token = {"Authorization": f"Bearer {given['token']}"}

    assert given["url"] == f"/v1/runs/{run_id}/events/stream?token={given['token']}"
    assert client.get(given["url"]).status_code == 200
    assert client.get(f"/v1/runs/{other}/events/stream?token={given['token']}").status_code == 401
    for path in ("/v1/runs", "/v1/auth/me", f"/v1/runs/{run_id}", "/v1/projects", "/v1/api-keys"):
        assert client.get(path, headers=token).status_code == 401, path
    assert client.post(f"/v1/runs/{run_id}/cancel", headers=token).status_code == 401


@pytest.mark.parametrize(
    "path", ["/nowhere", "/v1/nowhere", "/v1/runs/a/b/c", "/v1/runs/%00", "/v1/runs/" + "9" * 3000]
)
def test_whatever_is_not_there_is_a_404_in_json(admin, path):
    for answer in (admin.get(path), admin.delete(path)):
        assert (answer.status_code, answer.json["ok"]) in ((404, False), (405, False))
        assert answer.json["code"]
    for kind in ("projects", "api-keys"):
        assert admin.delete(f"/v1/{kind}/{path.rpartition('/')[2]}").status_code == 404


def test_a_method_that_is_not_taken_says_which_are(admin):
    answer = admin.client.put("/v1/projects", headers=admin.headers)

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert answer.json["ok"] is False


def test_no_body_made_of_random_pieces_gets_a_server_error(admin, body):
    seed = random.randrange(10**9)
    dice = random.Random(seed)
    pieces = [
        None,
        True,
        -1,
        1e308,
        "",
        "x",
        "{{A}}",
        "é\u202e",
        [],
        {},
        [[]],
        {"a": None},
        "http://x",
        10**30,
        STEPS[0],
    ]
    names = [
        *body,
        "assisted",
        "codeHints",
        "secrets",
        "plan",
        "contextId",
        "headless",
        "defaultTimeoutMs",
        "recordTrace",
    ]
    for _ in range(150):
        changed = {**body, **{dice.choice(names): dice.choice(pieces) for _ in range(dice.randint(1, 3))}}
        status = admin.post("/v1/run", changed).status_code
        assert status in (202, 400), (seed, changed)
        if status == 202:
            for record in admin.get("/v1/runs?status=running").json:
                admin.post(f"/v1/runs/{record['id']}/cancel")


def test_no_answer_lacks_the_protecting_headers(admin, client):
    for answer in (client.get("/health"), client.get("/v1/runs"), admin.get("/v1/runs"), client.get("/x")):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]

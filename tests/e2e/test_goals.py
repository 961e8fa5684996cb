"""Goals in plain words, without any model: what is said to be done was done, and nothing else."""

import threading

import pytest
from e2e.goals import IMPOSSIBLE, REACHED
from houses import finished, project
from werkzeug.serving import make_server

from ghostly.demo.app import create_demo


class Episode:
    """A goal, an application of its own, and the run that goes for it."""

    def __init__(self, api, project_id, goal):
        self.goal, self.api = goal, api
        self.server = make_server("127.0.0.1", 0, create_demo(goal.faults, slow_ms=600, lang=goal.lang), threaded=True)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.before = self.state()
        body = {
            "project": project_id,
            "baseUrl": f"http://127.0.0.1:{self.server.port}",
            "assist": {"v2": True, "goal": goal.words, "memoryMode": "off"},
            "defaultTimeoutMs": 8_000,
        }
        answer = api.post("/v1/run", json=body)
        assert answer.status_code == 202, answer.text
        self.run_id = answer.json()["id"]

    def state(self):
        return self.server.app.test_client().get("/__demo__/state").json

    def end(self):
        record = finished(self.api, self.run_id, 240)
        self.server.shutdown()
        self.server.server_close()
        return record, self.state()


@pytest.fixture(scope="module")
def episodes(server):
    """All runs are asked for at once: the server does as many as it may, and the tests wait for theirs."""
    with server.client() as api:
        shop = project(api)
        yield {goal: Episode(api, shop, goal) for goal in [*REACHED, *IMPOSSIBLE]}


@pytest.mark.parametrize("goal", REACHED, ids=lambda goal: goal.words)
def test_what_a_goal_asks_for_is_done_and_said_to_be_done(episodes, goal):
    record, after = episodes[goal].end()

    assert record["verdict"] == "success", record["verdictReason"]
    assert goal.holds(episodes[goal].before, after)


@pytest.mark.parametrize("goal", IMPOSSIBLE, ids=lambda goal: goal.words)
def test_what_cannot_be_done_or_was_not_done_is_never_a_pass(episodes, goal):
    record, after = episodes[goal].end()

    assert record["verdict"] in ("fail-agent-lost", "fail-test-broken", "fail-app-bug", "inconclusive")
    assert record["status"] == "fail"
    assert record["verdictReason"].endswith(".")
    assert goal.holds is None or goal.holds(episodes[goal].before, after)

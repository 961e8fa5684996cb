"""What many runs add up to."""

import pytest
from stories import Ledger, now_ms

from ghostly.storage.models import StepRow

DAY = 86_400_000


@pytest.fixture
def ledger(app, admin, settings):
    ledger = Ledger(settings.sqlalchemy_url, admin.id)
    yield ledger
    ledger.close()


def run(ledger, verdict, took_ms, goal, *steps, ago=0):
    started = now_ms() - ago
    status = "pass" if verdict == "success" else "fail"
    run_id = ledger.begin(goal=goal, verdict=verdict, status=status, started_ms=started, finished_ms=started + took_ms)
    with ledger.database.write() as session:
        for index, (ok, healed) in enumerate(steps):
            target = '{"role": "button", "name": "Save", "selector": "#save"}' if ok else None
            session.add(
                StepRow(run_id=run_id, seq=index + 1, index=index, action="click", ok=ok, healed=healed, target=target)
            )
    return run_id


def test_days_verdicts_and_the_slow_the_flaky_and_the_healed_are_told(admin, ledger):
    run(ledger, "success", 1_000, "Save", (True, True), (True, False))
    run(ledger, "success", 5_000, "Save", (True, True), (True, False))
    broken = run(ledger, "fail-test-broken", 3_000, "Save", (True, False), (False, False))
    slow = run(ledger, "inconclusive", 9_000, "Order", (False, False), ago=DAY)
    run(ledger, "success", 60_000, "Long ago", ago=40 * DAY)

    stats = admin.get("/v1/stats").json

    assert (stats["runs"], stats["passed"], len(stats["days"])) == (4, 2, 14)
    assert sum(day["runs"] for day in stats["days"]) == 4
    assert stats["days"][-1]["verdicts"] == {"success": 2, "fail-test-broken": 1}
    assert stats["slowest"] == [
        {"flow": "Order", "runs": 1, "medianMs": 9_000, "runId": slow},
        {"flow": "Save", "runs": 3, "medianMs": 3_000, "runId": broken},
    ]
    assert stats["flakiest"] == [{"flow": "Save", "step": "2. click Save", "runs": 3, "count": 1, "runId": broken}]
    assert [(step["step"], step["count"]) for step in stats["healed"]] == [("1. click Save", 2)]


def test_days_are_those_of_the_reader(admin, ledger):
    just_after_midnight = now_ms() // DAY * DAY + 60_000
    ledger.begin(status="pass", verdict="success", started_ms=just_after_midnight, finished_ms=now_ms())
    days = {offset: admin.get(f"/v1/stats?offset={offset}").json["days"] for offset in (0, -1_439)}

    assert [each["runs"] for each in days[0][-2:]] == [0, 1]
    assert next(each["day"] for each in days[-1_439] if each["runs"]) == days[0][-2]["day"]


def test_nothing_yet_is_an_answer_of_empty_days(stranger):
    stats = stranger.get("/v1/stats?days=3").json

    assert [day["runs"] for day in stats["days"]] == [0, 0, 0]
    assert stats["slowest"] == stats["flakiest"] == stats["healed"] == []


def test_a_number_of_days_that_cannot_be_is_refused(admin):
    assert admin.get("/v1/stats?days=0").status_code == 400

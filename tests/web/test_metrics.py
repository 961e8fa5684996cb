"""What the server counts."""

import pytest

from ghostly.journal.log import Record
from ghostly.web.metrics import Metrics


@pytest.fixture
def metrics():
    return Metrics()


def test_events_are_counted_by_type_and_runs_by_verdict(metrics):
    for seq, kind in enumerate(("step_start", "step_success", "step_start"), 1):
        metrics.count(Record("run", seq, kind, '{"payload":{"verdict":"none of this one\'s business"}}'))
    metrics.count(Record("run", 4, "run_end", '{"payload":{"ok":true,"verdict":"success"}}'))

    value = metrics.registry.get_sample_value
    assert value("ghostly_events_total", {"type": "step_start"}) == 2
    assert value("ghostly_events_total", {"type": "run_end"}) == 1
    assert value("ghostly_runs_total", {"verdict": "success"}) == 1
    assert value("ghostly_runs_total", {"verdict": "none of this one's business"}) is None


def test_gauges_show_what_is_so_at_the_moment_of_asking(metrics):
    now = {"streams": 0, "runs": (0, 0)}
    metrics.watch(lambda: now["streams"], lambda: now["runs"])
    now.update(streams=3, runs=(2, 1))

    value = metrics.registry.get_sample_value
    assert value("ghostly_streams_open") == 3
    assert value("ghostly_runs_active") == 2
    assert value("ghostly_runs_waiting") == 1

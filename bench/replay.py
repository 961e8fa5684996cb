"""What a goal costs the first time, with a model and without, what its replay from memory costs, and what the same
steps cost as a script, in alternating rounds on one server."""

import argparse
import json
import logging
import statistics
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "tests")]

import httpx  # noqa: E402
from common import ghostly, write_report  # noqa: E402
from llm.endpoint import endpoint  # noqa: E402
from llm.player import plays  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

from ghostly.demo.app import create_demo  # noqa: E402

MARK = "<!-- replay -->"
PASSWORD = "demo1234"
GOAL = (
    f"Sign in as demo@ghostly.test with password {PASSWORD}, create an order for Textil Sur with product Linen roll "
    "and quantity 37 and check that it is listed"
)
# What a script does that looks again whether the order was kept.
CHECKS = [
    {"action": "assertText", "text": "Order ORD-1015 saved."},
    {"action": "goto", "url": "/orders"},
    {"action": "assertVisible", "selector": '#order-ORD-1015:has-text("Textil Sur")'},
    {"action": "assertText", "text": "€1,794.50"},
]
# What the model answers, a list of steps a call: what to do, with what it is called on the page, and the value.
ANSWERS = [
    [("fill", "Email", "demo@ghostly.test"), ("fill", "Password", "{{GOAL_SECRET_1}}"), ("click", "Sign in", "")],
    [("click", "New order", "")],
    [("selectOption", "Customer", "Textil Sur"), ("selectOption", "Product", "Linen roll"), ("fill", "Quantity", "37")],
    [("click", "Save order", "")],
]
NAMES = {
    "model": "first run, a model plans",
    "builtin": "first run, the builtin planner",
    "replay": "replay from memory",
    "script": "script of the same steps",
    "checks": "script of the same steps that checks, reloads and checks",
}


@contextmanager
def application(slow_ms):
    """The demo application, each of its answers late by so much; yields its address."""
    app = create_demo([])
    answer = app.wsgi_app

    def late(environ, start_response):
        if slow_ms and not environ["PATH_INFO"].startswith(("/static", "/__demo__")):
            time.sleep(slow_ms / 1000)
        return answer(environ, start_response)

    app.wsgi_app = late
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Bench:
    """Runs one after the other on one server, from the application's data as it was at the start."""

    def __init__(self, client, address, project):
        self.client, self.address, self.project = client, address, project

    def run(self, *, project=None, **wish):
        httpx.post(f"{self.address}/__demo__/reset")
        body = {"project": project or self.project, "baseUrl": self.address, **wish}
        answer = self.client.post("/v1/run", json=body)
        answer.raise_for_status()
        run = f"/v1/runs/{answer.json()['id']}"
        # The stream tells of the end without being asked again and again, which would cost the run some time.
        with self.client.stream("GET", f"{run}/events/stream", timeout=120) as lines:
            for line in lines.iter_lines():
                if line.startswith("event: end"):
                    break
        record = self.client.get(run).json()
        if record["verdict"] != "success":
            sys.exit(f"{wish}: {record['verdict']}: {record['verdictReason']}")
        return record

    def first(self, goal=GOAL):
        fresh = self.client.post("/v1/projects", json={"label": "first"}).json()["id"]
        return self.run(project=fresh, assist={"v2": True, "goal": goal})

    def modelled(self, url):
        choice = {"providerId": "custom", "model": "scripted", "baseUrl": url, "apiKey": "sk-bench"}
        self.client.put("/v1/settings/llm", json=choice).raise_for_status()
        try:
            record = self.first()
        finally:
            self.client.delete("/v1/settings/llm")
        assert {p["planner"] for p in payloads(record, "plan_chunk")} == {"llm"}, payloads(record, "plan_chunk")
        return record

    def replay(self):
        record = self.run(assist={"v2": True, "goal": GOAL})
        assert payloads(record, "memory_hit"), "it was not remembered"
        return record


def payloads(record, kind):
    return [event["payload"] for event in record["events"] if event["type"] == kind]


def measure(bench, url, wish):
    learned = bench.run(assist={"v2": True, "goal": GOAL})
    steps = [payload["step"] for payload in payloads(learned, "step_start")]
    steps = json.loads(json.dumps(steps).replace("[REDACTED]", PASSWORD))
    kinds = {
        "builtin": bench.first,
        "replay": bench.replay,
        "script": lambda: bench.run(steps=steps),
        "checks": lambda: bench.run(steps=[*steps, *CHECKS]),
    }
    times = {name: [] for name in NAMES}
    # The first round warms up and is not counted.
    for number in range(wish.rounds + 1):
        for name in sorted(kinds, reverse=number % 2 == 0):
            record = kinds[name]()
            if number:
                times[name].append(record["durationMs"])
    times["model"] = [bench.modelled(url)["durationMs"] for _ in range(wish.model_rounds)]
    return times


def table(times, slow_ms):
    middle = {name: statistics.median(values) for name, values in times.items() if values}
    about = f"answers {slow_ms} ms late" if slow_ms else "answers at once"
    lines = [f"| the application {about} | median | fastest | replay is |", "|---|---|---|---|"]
    for name, value in middle.items():
        times_of = "" if name == "replay" else f"{middle['replay'] / value:.2f} of it"
        lines.append(f"| {NAMES[name]} | {value:.0f} ms | {min(times[name]):.0f} ms | {times_of} |")
    return "\n".join([*lines, ""])


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds that are counted (default: 15)")
    parser.add_argument("--model-rounds", type=int, default=3, help="first runs with the model (default: 3)")
    parser.add_argument("--latency-ms", type=int, default=1_000, help="what a call of the model takes (default: 1000)")
    parser.add_argument(
        "--slow-ms", type=int, nargs="*", default=[0, 150], help="how late the application answers (default: 0 150)"
    )
    parser.add_argument("--report", action="store_true", help="write the figures into bench/RESULTS.md as well")
    return parser.parse_args()


def main():
    wish = arguments()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    tables = []
    with ghostly(1, "Replay") as (client, _), endpoint(plays(*ANSWERS, latency=wish.latency_ms / 1000)) as server:
        for slow_ms in wish.slow_ms:
            project = client.post("/v1/projects", json={"label": f"Replay {slow_ms}"}).json()["id"]
            with application(slow_ms) as address:
                tables.append(table(measure(Bench(client, address, project), server.url, wish), slow_ms))
                print(tables[-1])
    if wish.report:
        about = (
            f"An order is created in the demo application: {wish.rounds} alternating rounds, each run timed by its own "
            f"record from start to verdict; a call of the (scripted) model takes {wish.latency_ms} ms."
        )
        write_report(MARK, "\n".join([MARK, "## Replay from memory", "", about, "", *tables, MARK, ""]))


if __name__ == "__main__":
    main()

"""How often Ghostly tells the truth: `python bench/truth --help`.

Every flow is a run like any other, without a model, against an application of its own in which one fault is switched
on, or none. Whether the application really did what the goal asks for is read from its own store afterwards.
"""

import argparse
import base64
import html
import json
import logging
import statistics
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)]

import board  # noqa: E402
import people  # noqa: E402
import shop  # noqa: E402
from common import ROOT, ghostly, told, write_report  # noqa: E402
from flows import Flow, flows, never  # noqa: E402
from rich.progress import Progress  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

from ghostly.demo.app import create_demo  # noqa: E402
from ghostly.demo.shop import EXTENSION  # noqa: E402

MARK = "<!-- truth -->"
LONGEST_SECONDS = 60


@dataclass
class Outcome:
    flow: Flow
    really: bool = False
    verdict: str = ""
    reason: str = ""
    seconds: float = 0.0
    pictures: list = field(default_factory=list)

    @property
    def kind(self):
        if self.verdict == "success":
            return "truthful" if self.really else "false pass"
        if self.verdict.startswith("fail"):
            return "false fail" if self.really else "truthful"
        # Nobody can tell more of an application that is not there.
        return "truthful" if self.flow.fault == "app-down" and "environment" in self.verdict else "inconclusive"


@contextmanager
def application(flow):
    """The application of a flow, served; yields its address and what reads its store."""
    if flow.app == "demo":
        app = create_demo([flow.fault] if flow.fault and flow.fault != "app-down" else [])
        store = app.extensions[EXTENSION].store
        snapshot = store.state
    else:
        app, store = {"people": people, "shop": shop, "board": board}[flow.app].create({flow.fault} - {""})
        snapshot = store.snapshot
    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    if flow.fault == "app-down":
        server.shutdown()
        server.server_close()
    yield f"http://127.0.0.1:{server.server_port}", lambda: json.loads(json.dumps(snapshot()))
    if flow.fault != "app-down":
        server.shutdown()
        server.server_close()


def play(flow, client, project):
    outcome = Outcome(flow)
    with application(flow) as (address, snapshot):
        before, began = snapshot(), time.monotonic()
        assist = {"v2": True, "goal": flow.goal, "memoryMode": "off", "maxLoopMs": LONGEST_SECONDS * 1000}
        body = {"project": project, "baseUrl": address, "assist": assist, "defaultTimeoutMs": 6_000}
        answer = client.post("/v1/run", json=body)
        answer.raise_for_status()
        run_id = answer.json()["id"]
        while time.monotonic() - began < LONGEST_SECONDS + 60:
            record = client.get(f"/v1/runs/{run_id}").json()
            if record["status"] != "running":
                break
            time.sleep(0.2)
        outcome.seconds = time.monotonic() - began
        # What the application still has in hand counts as done.
        time.sleep(0.3)
        outcome.really = flow.truth(before, snapshot()) and flow.fault not in flow.spoiled_by
    outcome.verdict, outcome.reason = record.get("verdict") or record["status"], record.get("verdictReason") or ""
    shown = [
        each["screenshotPath"] for each in (*record["steps"], *record.get("evidence", ())) if "screenshotPath" in each
    ]
    outcome.pictures = [client.get(path).content for path in list(dict.fromkeys(shown))[-2:]]
    return outcome


def summary(outcomes):
    kinds = Counter(outcome.kind for outcome in outcomes)
    seconds = sorted(outcome.seconds for outcome in outcomes)
    really = [o for o in outcomes if o.really]
    not_really = [o for o in outcomes if not o.really]
    pairs = twins(outcomes)
    lines = [
        MARK,
        "## The truth suite, without a model",
        "",
        f"{len(outcomes)} flows over {len({o.flow.app for o in outcomes})} applications, "
        f"{len(not_really)} of which the application did not do and {len(really)} of which it did, by its own store.",
        "The engine was mended against most of these flows. Of 60 that were new to it when they were written, none of "
        "the 41 that were not done passed, and 47 ended truthfully at first.",
        "",
        "| | share (95 % interval) |",
        "|---|---|",
    ]
    for kind in ("truthful", "false pass", "false fail", "inconclusive"):
        lines.append(f"| {kind} | {told(kinds[kind], len(outcomes))} |")
    healthy = [o for o in outcomes if not o.flow.fault and o.flow.truth is not never]
    passes = sum(o.verdict == "success" for o in not_really)
    lines += [
        f"| false passes among what was not done | {told(passes, len(not_really))} |",
        f"| passes among what was done | {told(sum(o.verdict == 'success' for o in really), len(really))} |",
        f"| flows without a fault that were carried out | {told(sum(o.really for o in healthy), len(healthy))} |",
        f"| pairs of a fault that matters and its healthy twin, told apart | {told(sum(pairs), len(pairs))} |",
        "",
        f"Seconds a flow: median {statistics.median(seconds):.1f}, slowest {seconds[-1]:.1f}.",
        "",
        "| flow | did it | verdict | kind |",
        "|---|---|---|---|",
    ]
    for o in outcomes:
        lines.append(f"| {o.flow.title} | {'yes' if o.really else 'no'} | {o.verdict} | {o.kind} |")
    return "\n".join([*lines, MARK, ""])


def twins(outcomes):
    """For every flow with a fault that kept the application from it: does its verdict differ from its twin's?"""
    healthy = {(o.flow.app, o.flow.name): o for o in outcomes if not o.flow.fault}
    found = []
    for outcome in outcomes:
        twin = healthy.get((outcome.flow.app, outcome.flow.name))
        if outcome.flow.fault and twin and twin.really and not outcome.really:
            found.append(outcome.verdict != twin.verdict)
    return found


def page(outcomes):
    """The report with pictures, in one file."""
    rows = []
    order = {"false pass": 0, "false fail": 1, "inconclusive": 2, "truthful": 3}
    for o in sorted(outcomes, key=lambda o: (order[o.kind], o.flow.title)):
        pictures = "".join(
            f'<img alt="the last step" src="data:image/png;base64,{base64.b64encode(p).decode()}">' for p in o.pictures
        )
        told_by = html.escape(o.reason)
        rows.append(
            f'<tr class="{o.kind.replace(" ", "-")}"><td><b>{html.escape(o.flow.title)}</b>'
            f"<p>{html.escape(o.flow.goal)}</p><td>{'did it' if o.really else 'did not do it'}"
            f"<td>{o.verdict}<p>{told_by}</p><td>{o.kind}<br>{o.seconds:.1f} s<td>{pictures}"
        )
    kinds = Counter(outcome.kind for outcome in outcomes)
    head = ", ".join(f"{kinds[kind]} {kind}" for kind in order)
    return (
        "<!doctype html><meta charset=utf-8><title>The truth suite</title><style>body{font:14px sans-serif;margin:24px}"
        "td{border-top:1px solid #ccc;padding:8px;vertical-align:top;max-width:420px}"
        "img{width:320px;border:1px solid #ccc}"
        ".false-pass{background:#fcc}.false-fail{background:#fec}.inconclusive{background:#ffd}</style>"
        f"<h1>The truth suite</h1><p>{len(outcomes)} flows: {head}.</p><table>"
        "<tr><th>Flow<th>The application<th>Ghostly says<th><th>Last picture" + "".join(rows) + "</table>"
    )


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="flows whose title has this in it, such as shop/ or /lost")
    parser.add_argument("--skip", type=int, default=0, help="leave out so many of the first flows (default: 0)")
    parser.add_argument("--parallel", type=int, default=3, help="runs at once (default: 3)")
    out = ROOT / "ci-artifacts" / "truth.html"
    parser.add_argument("--html", type=Path, default=out, help=f"the report (default: {out.relative_to(ROOT)})")
    parser.add_argument("--report", action="store_true", help="write the figures into bench/RESULTS.md as well")
    return parser.parse_args()


def main():
    wish = arguments()
    chosen = [flow for flow in flows() if wish.only in flow.title][wish.skip :]
    if not chosen:
        sys.exit(f"No flow has {wish.only!r} in its title.")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    began = time.monotonic()
    with ghostly(wish.parallel, "Truth") as (client, project), Progress() as progress:
        bar = progress.add_task("flows", total=len(chosen))
        outcomes = []
        with ThreadPoolExecutor(wish.parallel) as pool:
            for outcome in pool.map(lambda flow: play(flow, client, project), chosen):
                outcomes.append(outcome)
                progress.advance(bar)
                if outcome.kind != "truthful":
                    progress.console.print(f"{outcome.kind}: {outcome.flow.title}: {outcome.verdict}: {outcome.reason}")
    text = summary(outcomes)
    print(text.replace(MARK + "\n", ""))
    wish.html.parent.mkdir(parents=True, exist_ok=True)
    wish.html.write_text(page(outcomes))
    print(f"{time.monotonic() - began:.0f} s in all. Pictures: {wish.html}")
    if wish.report:
        write_report(MARK, text)
    sys.exit(1 if any(outcome.kind == "false pass" for outcome in outcomes) else 0)


if __name__ == "__main__":
    main()

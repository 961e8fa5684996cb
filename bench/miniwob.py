"""The public MiniWoB++ pages through the ordinary engine, without a model: `python bench/miniwob.py --help`.

Needs the package of the pages besides Ghostly's own: `pip install --no-deps miniwob==1.1.0`.
Every episode is a run like any other: POST /v1/run with the page as baseUrl and the page's own instruction as goal.
What counts is the page's own reward, never Ghostly's verdict; the two are compared besides.
Tasks whose names begin with a to e were developed against; of all others only numbers are ever shown.
"""

import argparse
import asyncio
import json
import re
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import metadata
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.async_api import async_playwright
from rich.console import Console
from rich.progress import Progress

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from common import REPORT, ROOT, ghostly, told, write_report  # noqa: E402

from ghostly.browser import launching  # noqa: E402
from ghostly.browser.options import BrowserOptions  # noqa: E402

MARK = "<!-- miniwob -->"
DEVELOPED = "abcde"
# The package registers three more, which need pages of airlines that it does not hold.
TASKS = 125
LONGEST_SECONDS = 60
# Starts the episode as the package's own environment does, without its START button, and reports the raw reward.
STARTER = """<script>
(function () {
  var given = new URLSearchParams(location.search), begun = false;
  var display = core.createDisplay, end = core.endEpisode;
  function tell(what) {
    var call = new XMLHttpRequest();
    call.open('POST', '/tell?key=' + given.get('key'), false);
    call.send(JSON.stringify(what));
  }
  core.EPISODE_MAX_TIME = 3600000;
  core.createDisplay = function () { display(); document.getElementById('reward-display').style.display = 'none'; };
  core.startEpisode = function () {
    core.createDisplay();
    if (core.cover_div == null) core.cover_div = document.createElement('div');
    if (begun) return;
    begun = true;
    Math.seedrandom(Number(given.get('seed')));
    core.setDataMode('train');
    core.startEpisodeReal();
    tell({goal: core.getUtterance().utterance || core.getUtterance()});
  };
  core.endEpisode = function (reward, proportional, reason) {
    var counts = core.EP_TIMER !== null;
    end(reward, proportional, reason);
    if (counts) tell({reward: reward});
  };
})();
</script>"""


@dataclass
class Episode:
    task: str
    seed: int
    goal: str = ""
    reward: float | None = None
    verdict: str = ""
    same_goal: bool = True
    run_id: str = ""
    seconds: float = 0.0

    @property
    def is_success(self) -> bool:
        return self.reward is not None and self.reward > 0


def pages_folder():
    try:
        return Path(metadata.distribution("miniwob").locate_file("miniwob"))
    except metadata.PackageNotFoundError:
        sys.exit("The pages are not installed: pip install --no-deps miniwob==1.1.0")


def registered(folder):
    names = re.findall(r'id="miniwob/([\w.-]+)-v1"', (folder / "registration.py").read_text())
    tasks = sorted(name for name in names if (folder / "html" / "miniwob" / f"{name}.html").exists())
    assert len(tasks) == TASKS, f"the package registers {len(tasks)} tasks with a page, not {TASKS}"
    return tasks


class Pages(SimpleHTTPRequestHandler):
    """Serves the package's pages, and hears what they tell."""

    def __init__(self, *arguments):
        super().__init__(*arguments, directory=str(pages_folder() / "html"))

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        path = urlsplit(self.path).path
        if not (path.startswith("/miniwob/") and path.endswith(".html")):
            super().do_GET()
            return
        text = (pages_folder() / "html" / path.lstrip("/")).read_text()
        tag = re.search(r"<script[^>]*core/core\.js[^>]*></script>", text)
        page = (text[: tag.end()] + STARTER + text[tag.end() :]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def do_POST(self):
        key = parse_qs(urlsplit(self.path).query)["key"][0]
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        told = self.server.told.setdefault(key, {})
        for name, value in said.items():
            # Only the first episode of a page counts, whatever happens to the page afterwards.
            told.setdefault(name, value)
        self.send_response(204)
        self.end_headers()


@contextmanager
def serving():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads, server.told = True, {}
    server.handle_error = lambda *arguments: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


async def goals(server, tasks, seeds):
    """The instruction of every episode, as the page gives it; read in a browser before any run."""
    episodes = [Episode(task, seed) for task in tasks for seed in seeds]
    async with async_playwright() as driver:
        browser = await launching.launch(driver, BrowserOptions(), headless=True)
        page = await browser.new_page()
        for episode in episodes:
            await page.goto(address(server, episode, "goal"))
            await page.wait_for_function("core.EP_TIMER !== null")
            episode.goal = await page.evaluate("core.getUtterance().utterance || core.getUtterance()")
        await browser.close()
    return episodes


def address(server, episode, kind):
    key = f"{kind}-{episode.task}-{episode.seed}"
    return f"http://127.0.0.1:{server.server_port}/miniwob/{episode.task}.html?seed={episode.seed}&key={key}"


def play(server, client, project, episode):
    """One run, to its end or to the end of its time."""
    began = time.monotonic()
    body = {
        "project": project,
        "baseUrl": address(server, episode, "run"),
        "assist": {"v2": True, "goal": episode.goal, "memoryMode": "off", "maxLoopMs": LONGEST_SECONDS * 1000},
        "defaultTimeoutMs": 4_000,
    }
    answer = client.post("/v1/run", json=body)
    if answer.status_code != 202:
        episode.verdict = f"refused: {answer.json()['error']}" if episode.task[0] in DEVELOPED else "refused"
        return episode
    episode.run_id = answer.json()["id"]
    while time.monotonic() - began < LONGEST_SECONDS + 60:
        record = client.get(f"/v1/runs/{episode.run_id}").json()
        if record["status"] != "running":
            episode.verdict = record["verdict"]
            break
        time.sleep(0.3)
    said = server.told.get(f"run-{episode.task}-{episode.seed}", {})
    episode.reward = said.get("reward")
    episode.same_goal = said.get("goal") == episode.goal
    episode.seconds = time.monotonic() - began
    return episode


def skill(task):
    return task.split("-")[0]


def share(episodes):
    return told(sum(episode.is_success for episode in episodes), len(episodes))


def report(episodes, seeds):
    developed = [e for e in episodes if e.task[0] in DEVELOPED]
    others = [e for e in episodes if e.task[0] not in DEVELOPED]
    called = Counter((e.verdict == "success", e.is_success) for e in episodes)
    lines = [
        MARK,
        "## MiniWoB++, without a model",
        "",
        f"{len({e.task for e in episodes})} tasks of miniwob 1.1.0, seeds {seeds}, one run each through POST /v1/run; "
        "success is a raw reward above 0 reported by the page itself. The tasks whose names begin with a to e were "
        "looked at while the engine was built; of the others nobody has seen more than these numbers.",
        "",
        "| group | success (95 % interval) |",
        "|---|---|",
        f"| all | {share(episodes)} |",
        f"| a to e: developed against | {share(developed)} |",
        f"| f to z: never looked at | {share(others)} |",
        "",
        f"Verdicts beside rewards: {called[True, True]} passes that were earned, {called[True, False]} passes without "
        f"a reward, {called[False, True]} rewards without a pass, {called[False, False]} neither. "
        f"Goals that were not the same twice: {sum(not e.same_goal for e in episodes)}.",
        "",
        "| skill | success (95 % interval) |",
        "|---|---|",
    ]
    by_skill = {}
    by_task = {}
    for episode in episodes:
        by_skill.setdefault(skill(episode.task), []).append(episode)
        by_task.setdefault(episode.task, []).append(episode)
    lines += [f"| {name} | {share(group)} |" for name, group in sorted(by_skill.items())]
    lines += ["", "| task | rewards | passes |", "|---|---|---|"]
    for task, group in sorted(by_task.items()):
        passes = sum(e.verdict == "success" for e in group)
        lines.append(f"| {task} | {sum(e.is_success for e in group)} of {len(group)} | {passes} |")
    return "\n".join([*lines, MARK, ""])


def show(client, episode):
    """What happened, for the developer of the engine; the others stay unseen."""
    out = Console(width=160, highlight=False)
    out.print(f"[bold]{episode.task} {episode.seed}[/bold] reward {episode.reward} verdict {episode.verdict}")
    out.print(episode.goal, markup=False)
    if not episode.run_id:
        return
    record = client.get(f"/v1/runs/{episode.run_id}").json()
    out.print(f"  {record.get('verdictReason')}", markup=False)
    for event in record["events"]:
        if event["type"] in ("plan_chunk", "step_failure", "heal_action"):
            payload = {k: v for k, v in event["payload"].items() if k in ("steps", "error", "message", "rationale")}
            out.print(f"  {event['type']} {json.dumps(payload, ensure_ascii=False)[:600]}", markup=False)


def chosen(tasks, wish):
    if wish == "all":
        return tasks
    if re.fullmatch(r"\w-\w", wish):
        return [task for task in tasks if wish[0] <= task[0] <= wish[2]]
    names = wish.split(",")
    unknown = [name for name in names if name not in tasks]
    if unknown:
        sys.exit(f"There is no task {', '.join(unknown)}.")
    return names


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", default="all", help="all, a range such as a-e, or names with commas (default: all)")
    parser.add_argument("--seeds", default="0-4", help="a range (default: 0-4)")
    parser.add_argument("--parallel", type=int, default=3, help="runs at once (default: 3)")
    parser.add_argument("--json", type=Path, help="write every episode there (numbers only for tasks f to z)")
    parser.add_argument("--report", action="store_true", help=f"write {REPORT.relative_to(ROOT)}")
    parser.add_argument("--show", action="store_true", help="tell what happened in each episode; tasks a to e only")
    return parser.parse_args()


def main():
    wish = arguments()
    tasks = chosen(registered(pages_folder()), wish.tasks)
    if wish.show and any(task[0] not in DEVELOPED for task in tasks):
        sys.exit("Only tasks whose names begin with a to e may be looked at: the others measure what was not seen.")
    first, _, last = wish.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    hosting = ghostly(wish.parallel, "MiniWoB++")
    with serving() as server, hosting as (client, project), Progress(transient=True) as progress:
        episodes = asyncio.run(goals(server, tasks, seeds))
        bar = progress.add_task("episodes", total=len(episodes))
        with ThreadPoolExecutor(wish.parallel) as pool:
            for _ in pool.map(lambda episode: play(server, client, project, episode), episodes):
                progress.advance(bar)
        if wish.show:
            for episode in episodes:
                show(client, episode)
    if wish.json:
        wish.json.write_text(json.dumps([shown(episode) for episode in episodes], indent=1))
    text = report(episodes, wish.seeds)
    if wish.report:
        write_report(MARK, text)
    print(text.replace(MARK + "\n", ""))


def shown(episode):
    unseen = {} if episode.task[0] in DEVELOPED else {"goal": "", "run_id": ""}
    return asdict(episode) | unseen


if __name__ == "__main__":
    main()

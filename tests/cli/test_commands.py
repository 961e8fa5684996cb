"""The commands as they are typed: what they print, what they send, and how they exit."""

import hashlib
import io
import json
import os
import pty
import re
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from fakes import eventually
from playback import RUN, Playback, a_recording, answer, json_answer, stream

from ghostly.cli.main import main

ROOT = Path(__file__).parents[2]
PROJECT = "22222222-2222-4222-8222-222222222222"
RECORDING = a_recording()
TOKEN = "the-token-of-a-login"


class Typed:
    """A command in a process of its own, with a data folder of its own."""

    def __init__(self, home):
        self.home = home

    def start(self, *arguments, **options):
        ours = {name: value for name, value in os.environ.items() if not name.startswith("GHOSTLY_")}
        env = ours | {"GHOSTLY_HOME": str(self.home), "NO_COLOR": "1"} | options.pop("env", {})
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen([sys.executable, "-m", "ghostly", *arguments], cwd=ROOT, env=env, **pipes | options)

    def __call__(self, *arguments, stdin="", **options):
        process = self.start(*arguments, **options)
        out, err = process.communicate(stdin, timeout=30)
        assert "Traceback" not in err
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)


@pytest.fixture
def ghostly(tmp_path):
    return Typed(tmp_path / "home")


@pytest.fixture
def steps_file(tmp_path):
    file = tmp_path / "steps.json"
    file.write_text('[{"action": "click", "selector": "#save"}]')
    return str(file)


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """The same in this process, which is faster: for commands that end by themselves."""

    def run_here(*arguments):
        for name in [name for name in os.environ if name.startswith("GHOSTLY_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("GHOSTLY_HOME", str(tmp_path / "home"))
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        code = main(arguments)
        return subprocess.CompletedProcess(arguments, code, *capsys.readouterr())

    return run_here


class Server:
    """Enough of a server for the commands: routes to answers, everything else is a 404."""

    def __init__(self, recording=RECORDING, **routes):
        self.routes = {
            "POST /v1/auth/login": lambda request: json_answer({"ok": True, "token": TOKEN, "user": {}}),
            "GET /v1/projects": lambda request: json_answer([{"id": PROJECT, "label": "Shop", "createdAt": "now"}]),
            "POST /v1/projects": lambda request: json_answer({"id": RUN, "label": "Default"}, "201 Created"),
            "POST /v1/run": lambda request: json_answer({"ok": True, "id": RUN, "status": "running"}, "202 Accepted"),
            f"GET /v1/runs/{RUN}/events/stream": recording.respond,
            **{name.replace("_", " ", 1): respond for name, respond in routes.items()},
        }

    def __call__(self, request):
        respond = self.routes.get(f"{request.method} {request.path.partition('?')[0]}")
        return respond(request) if respond else json_answer({"ok": False, "error": "not found"}, "404 Not Found")


def sent(server, wanted):
    return [request for request in server.requests if f"{request.method} {request.path}".partition("?")[0] == wanted]


def follow(ghostly, server, *more, **options):
    return ghostly("follow", RUN, "--server", server.url, "--token", "t", *more, **options)


ENDS = [
    ({"status": "pass", "verdict": "success"}, 0, "success"),
    ({"status": "fail", "verdict": "fail-app-bug"}, 1, "fail-app-bug"),
    ({"status": "fail", "verdict": "inconclusive-environment"}, 2, "inconclusive-environment"),
    ({"status": "fail", "verdict": "inconclusive", "cancelled": True}, 3, "cancelled (inconclusive)"),
]


@pytest.mark.parametrize(("ending", "code", "verdict"), ENDS, ids=[verdict for _, _, verdict in ENDS])
def test_follow_exits_with_the_verdict_of_the_run(ghostly, ending, code, verdict):
    recording = a_recording(**ending)
    with Playback(Server(recording)) as server:
        done = follow(ghostly, server)

    assert (done.returncode, done.stderr) == (code, "")
    assert f"verdict: {verdict}\nAll is well.\n1 step, 1.2 s\n" in done.stdout
    assert done.stdout.endswith(f"stream verified: 4 events, {recording.digest}\n")


def test_follow_prints_a_plain_line_for_each_event(ghostly):
    with Playback(Server()) as server:
        done = follow(ghostly, server, env={"TZ": "UTC"})

    assert done.stdout.splitlines()[:4] == [
        "03:04:05.678    1 · the browser is ready",
        "03:04:05.678    2 · step 1: click #save …",
        "03:04:05.678    3 ✓ step 1 passed: click button “Sävé” (12 ms)",
        "03:04:05.678    4 ✓ the run has ended: pass",
    ]


def test_follow_shows_a_panel_on_a_terminal(ghostly):
    ours, theirs = pty.openpty()
    reason = " ".join(f"reason{number}" for number in range(30))
    with Playback(Server(a_recording(verdictReason=reason))) as server:
        colours = {"TERM": "xterm", "NO_COLOR": ""}
        process = ghostly.start("follow", RUN, "--server", server.url, "--token", "t", stdout=theirs, env=colours)
        process.communicate(timeout=30)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)

    assert "╭─" in shown
    assert all(word in shown for word in reason.split())
    assert "\x1b[32m" in shown
    assert "stream verified: 4 events" in shown


@pytest.mark.parametrize("cut", [False, True], ids=["whole", "with a cut"])
def test_json_is_what_the_stream_said_whether_it_was_cut_or_not(ghostly, cut):
    running = RECORDING.opening() + b"".join(RECORDING.block(seq) for seq in (1, 2, 3, 4))
    rest = RECORDING.opening("pass").partition(b"\n")[2] + RECORDING.closing()
    at_cut = stream(running.partition(b"id: 3")[0] + b"id: 3\nevent: ass", chunked=False)

    def respond(request):
        if request.headers.get("last-event-id") == "2":
            return stream(RECORDING.opening() + RECORDING.block(3) + RECORDING.block(4) + rest)
        return at_cut if cut else stream(running + rest)

    server = Server()
    server.routes[f"GET /v1/runs/{RUN}/events/stream"] = respond
    with Playback(server) as playback:
        done = follow(ghostly, playback, "--json")

    assert done.returncode == 0
    whole = (running + rest).decode()
    assert done.stdout.splitlines() == [line[6:] for line in whole.splitlines() if line.startswith("data: ")]
    events = "".join(line + "\n" for line in done.stdout.splitlines() if '"kind":"assist"' in line)
    assert f"sha256:{hashlib.sha256(events.encode()).hexdigest()}" == RECORDING.digest
    assert ("trying again in" in done.stderr) == cut


def test_from_hides_earlier_events_and_still_proves_all(ghostly):
    with Playback(Server()) as server:
        done = follow(ghostly, server, "--json", "--from", "3")

    seqs = [json.loads(line).get("seq") for line in done.stdout.splitlines()]
    assert seqs == [None, 3, 4, None]
    assert f"stream verified: 4 events, {RECORDING.digest}" in done.stderr


def test_a_stream_that_was_altered_ends_with_an_error(ghostly):
    def altered(request):
        return stream(RECORDING.body().replace(b'"durationMs":12,', b'"durationMs":13,'))

    with Playback(Server(**{f"GET_/v1/runs/{RUN}/events/stream": altered})) as server:
        done = follow(ghostly, server)

    assert done.returncode == 76
    assert "ghostly: The stream is broken: its events hash to sha256:" in done.stderr
    assert "verified" not in done.stdout


def test_a_lost_server_is_waited_for_and_then_given_up(ghostly):
    with Playback(Server()) as server:
        pass
    done = follow(ghostly, server, "--patience", "1.5")

    assert done.returncode == 4
    assert re.search(r"before the first event: http://\S+ cannot be reached: Connection refused; trying a", done.stderr)
    assert "ghostly: Gave up after 1.5 s without the server: " in done.stderr


def test_ctrl_c_stops_following_and_tells_how_to_cancel(ghostly):
    def endless(request):
        yield stream(RECORDING.opening() + RECORDING.block(1), chunked=False)
        waiting.recv(1)

    waiting, done = socket.socketpair()
    with Playback(Server(**{f"GET_/v1/runs/{RUN}/events/stream": endless})) as server:
        process = ghostly.start("follow", RUN, "--server", server.url, "--token", "t")
        assert "the browser is ready" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        done.close()
    waiting.close()

    assert process.returncode == 130
    assert f"Stopped following; the run goes on. To end it: python -m ghostly cancel {RUN}" in err


def test_output_that_nobody_reads_ends_the_command_in_silence(ghostly):
    many = a_recording(*[("recon", {"title": "x" * 200})] * 1000)
    for mode in ([], ["--json"]):
        with Playback(Server(many)) as server:
            process = ghostly.start("follow", RUN, "--server", server.url, "--token", "t", *mode)
            assert process.stdout.readline()
            process.stdout.close()
            process.stdin.close()
            err = process.stderr.read()
            process.stderr.close()
            assert (process.wait(30), err) == (141, "")


def test_run_prints_the_id_of_the_new_run(ghostly, steps_file):
    with Playback(Server()) as server:
        done = ghostly("run", steps_file, "--base-url", "http://app.test", "--server", server.url, "--project", "Shop")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{RUN}\n", "")
    assert sent(server, "POST /v1/run")[0].json == {
        "steps": [{"action": "click", "selector": "#save"}],
        "baseUrl": "http://app.test",
        "project": PROJECT,
    }


def test_run_sends_what_the_options_say(ghostly, steps_file, tmp_path):
    secrets = tmp_path / "secrets"
    secrets.write_text("PASSWORD=a b\n")
    options = ["--screenshots", "--video", "--trace", "--headed", "--timeout", "5000", "--secret-file", str(secrets)]
    with Playback(Server()) as server:
        ghostly("run", "-", *options, "--server", server.url, stdin='{"steps": [], "baseUrl": "http://a.test"}')

    assert sent(server, "POST /v1/run")[0].json == {
        "steps": [],
        "baseUrl": "http://a.test",
        "captureScreenshotAfterEachStep": True,
        "recordVideoOnFailure": True,
        "recordTrace": True,
        "headless": False,
        "defaultTimeoutMs": 5000,
        "secrets": {"PASSWORD": "a b"},
        "project": RUN,
    }


def test_run_creates_a_project_that_is_missing_and_says_so(typed, steps_file):
    with Playback(Server()) as server:
        done = typed("run", steps_file, "--project", "New shop", "--server", server.url)

    assert sent(server, "POST /v1/projects")[0].json == {"label": "New shop"}
    assert "Project New shop did not exist and is created." in done.stderr


def test_run_follow_exits_as_follow_does(ghostly, steps_file):
    with Playback(Server(a_recording(status="fail", verdict="fail-app-bug"))) as server:
        done = ghostly("run", steps_file, "--follow", "--json", "--server", server.url)

    assert done.returncode == 1
    assert f"Run {RUN} has started." in done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["kind"] == "end"


def test_what_a_server_refuses_is_told_in_its_words(typed, steps_file):
    details = {"formErrors": [], "fieldErrors": {"steps": ["must stay", "steps[1] is odd"], "baseUrl": ["gone"]}}
    refusal = {"ok": False, "error": "baseUrl: gone", "code": "invalid_input", "details": details}
    with Playback(Server(**{"POST_/v1/run": lambda request: json_answer(refusal, "400 Bad Request")})) as server:
        done = typed("run", steps_file, "--server", server.url, "--project", "Shop")

    assert done.returncode == 65
    assert done.stderr == "ghostly: baseUrl: gone.\n  steps: must stay\n  steps[1] is odd\n"


def test_login_keeps_the_token_for_its_owner_and_its_server_alone(ghostly):
    with Playback(Server()) as server, Playback(Server()) as other:
        arguments = ["--server", server.url + "/", "--email", "a@b.test", "--password-stdin"]
        done = ghostly("login", *arguments, stdin="correct horse\n")
        ghostly("projects")
        ghostly("projects", "--server", other.url)

    assert done.returncode == 0
    assert done.stdout.startswith(f"Signed in to {server.url} as a@b.test; ")
    assert server.requests[0].json == {"email": "a@b.test", "password": "correct horse"}
    assert server.requests[1].headers["authorization"] == f"Bearer {TOKEN}"
    assert "authorization" not in other.requests[0].headers
    assert stat.S_IMODE((ghostly.home / "cli.json").stat().st_mode) == 0o600


def test_an_api_key_can_come_from_the_environment(ghostly):
    with Playback(Server()) as server:
        env = {"GHOSTLY_SERVER": server.url, "GHOSTLY_API_KEY": "gk_1"}
        done = ghostly("projects", env=env)

    assert server.requests[0].headers["x-api-key"] == "gk_1"
    assert "Shop" in done.stdout


def test_keys_are_listed_created_and_deleted(typed):
    key = {"id": PROJECT, "label": "ci", "key": "gk_12345••••••••", "createdAt": "2026-01-02T03:04:05.678Z"}
    created = {"id": PROJECT, "label": "ci", "key": "gk_whole", "createdAt": "2026-01-02T03:04:05.678Z"}
    routes = {
        "GET_/v1/api-keys": lambda request: json_answer([key]),
        "POST_/v1/api-keys": lambda request: json_answer(created, "201 Created"),
        f"DELETE_/v1/api-keys/{PROJECT}": lambda request: json_answer({"ok": True}),
    }
    with Playback(Server(**routes)) as server:
        listed = typed("keys", "list", "--server", server.url)
        new = typed("keys", "create", "ci", "--server", server.url)
        gone = typed("keys", "delete", PROJECT, "--server", server.url)

    assert listed.stdout.splitlines()[1].split() == [PROJECT, "ci", "gk_12345••••••••", "2026-01-02T03:04:05.678Z"]
    assert new.stdout == "gk_whole\n"
    assert gone.stdout == f"The API key {PROJECT} is deleted.\n"


def test_cancel_says_what_became_of_the_run(typed):
    answered = json_answer({"ok": True, "id": RUN, "status": "cancelling"})
    with Playback(Server(**{f"POST_/v1/runs/{RUN}/cancel": lambda request: answered})) as server:
        done = typed("cancel", RUN, "--server", server.url)

    assert (done.returncode, done.stdout) == (0, f"The run {RUN} is cancelling.\n")


def test_runs_are_listed_newest_first_as_a_table_or_as_json(typed):
    found = [{"id": RUN, "status": "pass", "verdict": "success", "startedAt": "now", "baseUrl": "http://app.test"}]
    with Playback(Server(**{"GET_/v1/runs": lambda request: json_answer(found)})) as server:
        table = typed("runs", "--status", "pass", "--project", "Shop", "--server", server.url)
        lines = typed("runs", "--json", "--server", server.url)

    assert sent(server, "GET /v1/runs")[0].path == f"/v1/runs?limit=20&status=pass&project={PROJECT}"
    assert table.stdout.splitlines()[1].split() == [RUN, "pass", "success", "now", "http://app.test"]
    assert json.loads(lines.stdout) == found


UNAUTHORIZED = json_answer({"ok": False, "error": "authentication required: send a token"}, "401 Unauthorized")
MOVED = answer(b"", "301 Moved Permanently", Location="https://elsewhere.test/")
STRANGE = [
    (UNAUTHORIZED, 65, r"authentication required: send a token\. Sign in \(python -m ghostly login --server http"),
    (MOVED, 65, r"answers 301 Moved Permanently and points to https://elsewhere\.test/: name that one with --server"),
    (answer(b"<html>"), 76, r"does not answer as a Ghostly server does: is the address right\?"),
    (json_answer({"not": "a list"}), 76, "does not answer as a Ghostly server does"),
    (answer(b"oops", "500 Internal Server Error"), 65, r"answers 500 Internal Server Error\."),
    (answer(b"oops", "503 Service Unavailable"), 4, "answers 503 Service Unavailable"),
    (b"", 4, r"cannot be reached: Server disconnected without sending a response\."),
    (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", 4, "cannot be reached: illegal status line"),
    (answer(b"xx", Content_Encoding="gzip"), 4, "cannot be reached: "),
]


@pytest.mark.parametrize(("said", "code", "sentence"), STRANGE, ids=[sentence[:40] for _, _, sentence in STRANGE])
def test_a_strange_answer_becomes_a_sentence(typed, said, code, sentence):
    with Playback(lambda request: said) as server:
        done = typed("runs", "--server", server.url)

    assert done.returncode == code
    assert re.fullmatch(rf"ghostly: .*{sentence}.*\n", done.stderr)


def test_a_server_without_tls_is_not_tried_again(ghostly):
    with Playback(lambda request: b"HTTP/1.1 400 Bad Request\r\n\r\n") as server:
        done = ghostly("follow", RUN, "--server", server.url.replace("http:", "https:"))

    assert done.returncode == 4
    assert re.fullmatch(r"ghostly: https://\S+ cannot be reached: it does not speak TLS as it should .*\n", done.stderr)


WRONG = [
    (("runs", "--server", "ftp://x"), 64, "must be an address such as http://127.0.0.1:4000, not 'ftp://x'"),
    (("runs", "--server", "http://x:99999"), 64, "must be an address"),
    (("follow", "../../etc"), 64, "'../../etc' is not a valid UUID"),
    (("frobnicate",), 64, "No such command 'frobnicate'"),
    (("run", "steps.json", "--secret", "PASSWORD=1234"), 65, "steps.json cannot be read: No such file"),
    (("runs", "--api-key", "a\nb"), 65, "The API key has characters that none can have"),
    (("login", "--email", "a@b.test", "--password-stdin"), 65, "There was no password on standard input."),
    (("login", "--password", "a", "--password-stdin"), 64, "Give --password or --password-stdin, not both."),
    (("runs", "--server", "http://no-such-host.invalid"), 4, "http://no-such-host.invalid cannot be reached: "),
]


@pytest.mark.parametrize(("arguments", "code", "sentence"), WRONG, ids=[" ".join(typed) for typed, _, _ in WRONG])
def test_a_command_that_is_typed_wrongly_says_so(typed, arguments, code, sentence):
    done = typed(*arguments)

    assert done.returncode == code
    assert sentence in done.stderr


def test_a_secret_on_the_command_line_is_refused_without_showing_it(typed, steps_file):
    done = typed("run", steps_file, "--secret", "PASSWORD=hunter2")

    assert done.returncode == 64
    assert "A secret is --secret NAME=- (it is asked for) or a line of --secret-file." in done.stderr
    assert "hunter2" not in done.stderr


def test_a_setting_that_cannot_work_is_a_sentence(typed, monkeypatch):
    monkeypatch.setenv("PORT", "many")
    done = typed("serve")

    assert (done.returncode, done.stderr) == (78, "ghostly: PORT must be a whole number, not 'many'.\n")


def test_serve_says_that_an_address_is_taken(typed):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = typed("serve", "--port", str(port))

    assert done.returncode == 65
    assert done.stderr.startswith(f"ghostly: 127.0.0.1:{port} cannot be listened on: Address already in use.")


@pytest.mark.parametrize("command", ["serve", "migrate", "demo", "login", "run", "follow", "cancel", "runs", "keys"])
def test_each_command_explains_itself(typed, command):
    done = typed(command, "--help")

    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: python -m ghostly {command} ")


def test_progress_is_seen_at_once_though_nobody_has_a_terminal(ghostly):
    def slow(request):
        yield stream(RECORDING.opening() + RECORDING.block(1), chunked=False)
        eventually(lambda: seen)
        yield b"".join(RECORDING.block(seq) for seq in (2, 3, 4)) + RECORDING.closing()

    seen = []
    with Playback(Server(**{f"GET_/v1/runs/{RUN}/events/stream": slow})) as server:
        process = ghostly.start("follow", RUN, "--server", server.url, "--token", "t")
        seen.append(process.stdout.readline())
        out, _ = process.communicate(timeout=30)

    assert "the browser is ready" in seen[0]
    assert "stream verified" in out


PLANNED = {
    "ok": True,
    "mode": "v2",
    "draft": {
        "baseUrl": "http://a.test",
        "steps": [{"action": "click", "selector": "#open"}],
        "assist": {"v2": True, "goal": "Open it"},
    },
    "meta": {"planner": "builtin", "hasMore": True},
}


def planning(unsure="", steps=None):
    answer = {**PLANNED, "meta": PLANNED["meta"] | ({"unsure": unsure} if unsure else {})}
    if steps is not None:
        answer["draft"] = PLANNED["draft"] | {"steps": steps}
    return Server(**{"POST_/v1/plan": lambda request: json_answer(answer)})


def test_run_takes_a_goal_instead_of_a_file_or_besides(typed, steps_file):
    with Playback(Server()) as server:
        alone = typed("run", "--goal", "Open it", "--base-url", "http://a.test", "--server", server.url)
        besides = typed("run", steps_file, "--goal", "Open it", "--base-url", "http://a.test", "--server", server.url)

    assert (alone.returncode, besides.returncode) == (0, 0)
    first, second = (request.json for request in sent(server, "POST /v1/run"))
    assert first["assist"] == {"v2": True, "goal": "Open it"}
    assert "steps" not in first
    assert len(second["steps"]) == 1
    assert second["assist"]["goal"] == "Open it"


def test_run_wants_to_be_told_what_to_do(typed):
    done = typed("run", "--goal", " ", "--server", "http://127.0.0.1:9")

    assert done.returncode == 64
    assert "a file of steps, or --goal" in done.stderr


def test_plan_shows_the_first_steps(typed):
    with Playback(planning()) as server:
        done = typed("plan", "Open it", "--base-url", "http://a.test", "--project", "Shop", "--server", server.url)

    assert done.returncode == 0
    assert "1. click #open" in done.stdout
    assert "and more" in done.stdout
    assert sent(server, "POST /v1/plan")[0].json["goal"] == "Open it"


def test_a_plan_that_could_not_be_made_says_why_and_exits_with_2(typed):
    with Playback(planning("The page has nothing for it.", [])) as server:
        done = typed("plan", "Fly", "--base-url", "http://a.test", "--project", "Shop", "--server", server.url)

    assert (done.returncode, done.stdout) == (2, "The page has nothing for it.\n")


def test_a_plan_in_json_is_what_run_takes(typed):
    with Playback(planning()) as server:
        done = typed(
            "plan", "Open it", "--base-url", "http://a.test", "--project", "Shop", "--json", "--server", server.url
        )

    assert json.loads(done.stdout) == PLANNED["draft"]


def test_memories_are_listed_and_forgotten(typed):
    memory = {
        "id": RUN,
        "goal": "Open \x1b[31mit",
        "baseUrl": "http://a.test",
        "hits": 2,
        "savedAt": "now",
        "steps": [],
    }
    routes = {
        "GET_/v1/memories": lambda request: json_answer([memory]),
        f"DELETE_/v1/memories/{RUN}": lambda request: json_answer({"ok": True}),
    }
    with Playback(Server(**routes)) as server:
        listed = typed("memories", "list", "--server", server.url)
        forgotten = typed("memories", "forget", RUN, "--server", server.url)

    assert "Open" in listed.stdout
    assert "\x1b[31m" not in listed.stdout
    assert "is forgotten" in forgotten.stdout
    assert (listed.returncode, forgotten.returncode) == (0, 0)

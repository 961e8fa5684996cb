"""The stream as its readers meet it: over real sockets, through cuts, from slow and vanishing clients."""

import json
import re
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

import gevent
import httpx
import pytest
from fakes import eventually
from houses import GUNICORN, ROOT, House, elapsed_since, stream_url
from stories import Ledger
from streams import blocks, digest
from wire import CuttingProxy, follow

CLIENTS = Path(__file__).parent / "clients"


@pytest.fixture
def finished_run(ledger):
    run_id = ledger.begin(events=4)
    ledger.finish(run_id)
    return run_id


def test_a_finished_run_is_told_whole_and_the_answer_has_the_promised_headers(api, finished_run):
    answer = httpx.get(stream_url(api, finished_run))

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store, no-transform"
    assert answer.headers["x-accel-buffering"] == "no"
    assert "content-length" not in answer.headers
    assert "content-encoding" not in answer.headers
    told = blocks(answer.content)
    assert [block.event for block in told] == ["status", *["assist"] * 5, "end"]
    assert told[-1].json["events"] == 5
    assert told[-1].json["digest"] == digest(told)


@pytest.mark.parametrize("cursor", ["abc", "-1", "1.5", "99", "\uff11", "1 2", "9" * 40, ""])
def test_a_strange_cursor_means_from_the_start(api, finished_run, cursor):
    answer = httpx.get(stream_url(api, finished_run), headers={"Last-Event-ID": cursor.encode()})

    assert [block.id for block in blocks(answer.content) if block.id] == ["1", "2", "3", "4", "5"]


def test_the_header_wins_over_the_query_and_both_resume(api, finished_run):
    url = stream_url(api, finished_run) + "&last_event_id=2"

    by_query = blocks(httpx.get(url).content)
    by_header = blocks(httpx.get(url, headers={"Last-Event-ID": "4"}).content)

    assert [block.id for block in by_query if block.id] == ["3", "4", "5"]
    assert [block.id for block in by_header if block.id] == ["5"]


def test_the_head_of_a_finished_run_answers_204(api, finished_run):
    answer = httpx.get(stream_url(api, finished_run), headers={"Last-Event-ID": "5"})

    assert (answer.status_code, answer.content) == (204, b"")


def test_strangers_are_told_so_in_json_before_the_stream_starts(server, api, finished_run):
    url = f"{server.url}/v1/runs/{finished_run}/events/stream"
    unknown = f"{server.url}/v1/runs/00000000-0000-4000-8000-000000000000/events/stream"

    assert httpx.get(url).status_code == 401
    assert httpx.get(url + "?token=nonsense").status_code == 401
    for address in (unknown, unknown.replace("00000000-0000", "zzz"), f"{server.url}/v1/runs/%00/events/stream"):
        answer = api.get(address)
        assert answer.status_code == 404
        assert answer.json()["ok"] is False


def test_bearer_and_api_key_open_the_stream_as_well(server, api, finished_run):
    url = f"{server.url}/v1/runs/{finished_run}/events/stream"
    key = api.post("/v1/api-keys", json={"label": "ci"}).json()["key"]

    assert blocks(api.get(url).content)[-1].event == "end"
    assert blocks(httpx.get(url, headers={"X-Api-Key": key}).content)[-1].event == "end"


@pytest.fixture(params=["sqlite", "postgresql"])
def any_server(request, tmp_path):
    """A server on either database: (server, client, ledger)."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'home' / 'ghostly.db'}"
        house = House(tmp_path / "home", GHOSTLY_HEAD_CHECK_SECONDS=0.1)
    else:
        url = request.getfixturevalue("new_postgresql_url")
        migrate(url, tmp_path / "home")
        house = House(tmp_path / "home", DATABASE_URL=url, GHOSTLY_HEAD_CHECK_SECONDS=0.1)
    try:
        with house.client() as client:
            ledger = Ledger(url, client.get("/v1/auth/me").json()["user"]["id"])
            yield house, client, ledger
            ledger.close()
    finally:
        house.stop()


def migrate(url, home):
    """What the Procfile's release phase does."""
    command = [sys.executable, "-m", "ghostly", "migrate"]
    subprocess.run(command, cwd=ROOT, check=True, env={"DATABASE_URL": url, "GHOSTLY_HOME": str(home), "PATH": ""})


# Some two thousand connections, each cut and taken up again; where the events are kept in a server, every fifth byte
# will do: what is sent is the same.
@pytest.mark.timeout(300)
def test_a_connection_cut_after_any_byte_loses_and_repeats_nothing(any_server):
    server, client, ledger = any_server
    run_id = ledger.begin(events=2)
    ledger.finish(run_id)
    url = stream_url(client, run_id)
    whole = follow(url, server.port)
    length = len(raw_answer(url))

    def cut_each(offsets):
        proxy = CuttingProxy(server.port)
        for offset in offsets:
            proxy.cuts.append(offset)
            assert follow(url, proxy.port) == whole, f"cut after byte {offset}"
        proxy.close()

    stride = 1 if ledger.database._engine.dialect.name == "sqlite" else 5
    cutters = [gevent.spawn(cut_each, range(first, length + 1, 4 * stride)) for first in range(0, 4 * stride, stride)]
    gevent.joinall(cutters, raise_error=True)

    assert [block.id for block in whole] == ["1", "2", "3"]
    assert length > 1000


def raw_answer(url):
    port = int(url.split(":")[2].split("/")[0])
    request = f"GET {url.partition(str(port))[2]} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_a_live_run_cut_again_and_again_is_told_once_to_all_readers(any_server):
    server, client, ledger = any_server
    run_id = ledger.begin(events=1)
    url = stream_url(client, run_id)
    proxy = CuttingProxy(server.port)
    proxy.cuts = [500 + 37 * number for number in range(24)]

    readers = [gevent.spawn(follow, url, proxy.port) for _ in range(6)]
    for _ in range(20):
        ledger.write(run_id)
        gevent.sleep(0.02)
    ledger.finish(run_id)
    gevent.joinall(readers, timeout=60, raise_error=True)
    proxy.close()

    assert [[block.id for block in reader.value] for reader in readers] == [[str(n) for n in range(1, 23)]] * 6


LIBRARIES = [
    "with_httpx_sse.py",
    "with_sseclient_py.py",
    "with_requests_sse.py",
    "with_chromium.py",
    "with_eventsource.mjs",
]


@pytest.mark.parametrize("client", LIBRARIES)
def test_every_client_library_sees_the_same_events(api, ledger, client, browser_executable):
    run_id = ledger.begin(events=3)
    url = stream_url(api, run_id)
    command = [sys.executable, CLIENTS / client, url]
    if client.endswith(".mjs"):
        command = ["node", CLIENTS / client, url, f"{sys.prefix}/lib"]
    if client == "with_chromium.py":
        command.append(browser_executable)

    eventually(lambda: ledger_followers(api) == 0)
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    eventually(lambda: ledger_followers(api) == 1, 60)
    ledger.write(run_id, 2)
    ledger.finish(run_id)
    told = [json.loads(line) for line in process.communicate(timeout=60)[0].splitlines()]

    truth = [record.data for record in ledger.journal.read(run_id)]
    assert [data for event, _, data in told if event == "assist"] == truth
    assert [ident for event, ident, _ in told if event == "assist"] == [str(n) for n in range(1, 7)]
    assert [event for event, _, _ in told if event != "ping"] == ["status", *["assist"] * 6, "status", "end"]


def ledger_followers(api):
    found = re.search(r"^ghostly_streams_open ([0-9.]+)$", api.get("/metrics").text, re.M)
    return float(found[1])


def test_curl_sees_the_lifecycle_and_ends_by_itself(api, ledger):
    run_id = ledger.begin(events=2)
    eventually(lambda: ledger_followers(api) == 0)
    process = subprocess.Popen(["curl", "-sN", stream_url(api, run_id)], stdout=subprocess.PIPE)
    eventually(lambda: ledger_followers(api) == 1)

    ledger.write(run_id)
    ledger.finish(run_id)
    output = process.communicate(timeout=30)[0]

    assert process.returncode == 0
    told = [block.event for block in blocks(output) if block.event != "ping"]
    assert told == ["status", *["assist"] * 4, "status", "end"]


def test_a_reader_that_leaves_is_noticed_within_a_second(server, api, ledger):
    run_id = ledger.begin(events=1)
    url = stream_url(api, run_id)
    eventually(lambda: server.metric("ghostly_streams_open") == 0)

    def took():
        with httpx.stream("GET", url) as answer:
            chunks = answer.iter_raw()
            next(chunks)
            assert server.metric("ghostly_streams_open") == 1
        begin = time.monotonic()
        eventually(lambda: server.metric("ghostly_streams_open") == 0)
        return elapsed_since(begin)

    # A machine that is busy with something else may be late, but not most of the time.
    assert statistics.median(took() for _ in range(5)) < 1.0
    ledger.finish(run_id)


def test_a_reader_that_stops_reading_slows_nobody_and_loses_its_place(tmp_path):
    house = House(tmp_path / "home", GHOSTLY_HEAD_CHECK_SECONDS=0.1, GHOSTLY_STREAM_WRITE_SECONDS=1.5)
    try:
        with house.client() as client:
            url = f"sqlite:///{house.home / 'ghostly.db'}"
            ledger = Ledger(url, client.get("/v1/auth/me").json()["user"]["id"])
            run_id = ledger.begin(events=1)
            stuck = socket.create_connection(("127.0.0.1", house.port))
            stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            path = stream_url(client, run_id).partition(str(house.port))[2]
            stuck.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            eventually(lambda: house.metric("ghostly_streams_open") == 1)
            quick = subprocess.Popen(["curl", "-sN", "-o", tmp_path / "told", stream_url(client, run_id)])
            eventually(lambda: house.metric("ghostly_streams_open") == 2)

            # More than the buffers of the kernel and of the worker hold.
            ledger.write_large(run_id, 300)
            eventually(lambda: house.metric("ghostly_streams_open") == 1, 20)
            ledger.finish(run_id)

            assert quick.wait(30) == 0
            told = blocks((tmp_path / "told").read_bytes())
            assert [int(block.id) for block in told if block.id] == list(range(1, 303))
            assert "Traceback" not in house.log
            stuck.close()
            ledger.close()
    finally:
        house.stop()


def test_no_token_is_in_any_line_of_the_log(server, api, finished_run):
    url = stream_url(api, finished_run)
    token = url.partition("token=")[2]
    httpx.get(url)
    httpx.get(f"{server.url}/v1/nowhere?token={token}")
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(f"GET /?token={token} HTTP/9.9\r\nBad Header\r\n\r\n".encode())
        connection.recv(1000)

    eventually(lambda: "/events/stream" in server.log)
    assert token not in server.log
    assert token.split(".")[2] not in server.log


@pytest.mark.parametrize(
    "command",
    [GUNICORN, ("app.py",), ("-m", "waitress", "--listen=127.0.0.1:{port}", "app:app")],
    ids=["gunicorn", "gevent.pywsgi", "waitress"],
)
def test_the_application_is_plain_wsgi(tmp_path, command):
    house = House(tmp_path / "home", command, GHOSTLY_HEAD_CHECK_SECONDS=0.1)
    try:
        with house.client() as client:
            url = f"sqlite:///{house.home / 'ghostly.db'}"
            ledger = Ledger(url, client.get("/v1/auth/me").json()["user"]["id"])
            run_id = ledger.begin(events=2)
            address = stream_url(client, run_id)
            process = subprocess.Popen(["curl", "-sN", address], stdout=subprocess.PIPE)
            eventually(lambda: house.metric("ghostly_streams_open") == 1)
            ledger.write(run_id, 2)
            ledger.finish(run_id)
            told = blocks(process.communicate(timeout=30)[0])

            assert process.returncode == 0
            events = [block.event for block in told if block.event != "ping"]
            assert events == ["status", *["assist"] * 5, "status", "end"]
            assert told[-1].json["digest"] == digest(told)
            assert httpx.get(address, headers={"Last-Event-ID": "5"}).status_code == 204
            assert address.partition("token=")[2] not in house.log
            ledger.close()
    finally:
        house.stop()

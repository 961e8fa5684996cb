"""Following a run: whatever happens to the connection, each event comes once, or there is an error that says why."""

import pytest
from playback import RUN, Playback, Recording, a_recording, answer, json_answer, stream

from ghostly.cli.api import Api
from ghostly.cli.continuity import Assist, End, Status
from ghostly.cli.credentials import Access
from ghostly.cli.exits import NotUnderstood, Refused, StreamBroken, Unreachable
from ghostly.cli.stream import Patience, Pause, Stream

RECORDING = a_recording()
SHORT = ((1, "recon"), (2, "memory_miss"), (3, "run_end"))


def follow(server, patience=60.0):
    """Everything that is told, pauses included, and the seconds that were waited."""
    waited = []
    with Api(Access(server.url, {})) as api:
        return list(Stream(api, RUN, Patience(patience), waited.append)), waited


def seqs(told):
    return [event.seq for event in told if isinstance(event, Assist)]


def in_turn(*answers):
    """Each of the answers once, and then the last one for ever; a function is asked."""
    left = list(answers)

    def respond(request):
        said = left.pop(0) if len(left) > 1 else left[0]
        return said(request) if callable(said) else said

    return respond


def test_a_finished_run_is_told_from_its_first_event_to_its_end():
    with Playback(RECORDING.respond) as server:
        told, waited = follow(server)

    assert [type(event) for event in told] == [Status, *[Assist] * 4, End]
    assert [event.data for event in told if isinstance(event, Assist)] == list(RECORDING.data)
    assert waited == []


@pytest.mark.parametrize("chunked", [True, False], ids=["chunked", "until closed"])
def test_a_cut_after_any_byte_loses_nothing_and_doubles_nothing(chunked):
    short = Recording(tuple({"kind": "assist", "type": kind, "seq": seq, "payload": {}} for seq, kind in SHORT))
    whole = stream(short.body(), chunked)
    with Playback(None) as server, Api(Access(server.url, {})) as api:
        for cut in range(len(whole)):
            server.respond = in_turn(whole[:cut], short.respond)
            stream_of_run = Stream(api, RUN, Patience(60), lambda seconds: None)

            told = list(stream_of_run)

            assert seqs(told) == [1, 2, 3], f"cut after {cut} bytes"
            assert isinstance(told[-1], End)
            assert stream_of_run.continuity.digest == short.digest


def test_a_connection_resumes_after_the_last_event_that_was_read():
    whole = stream(RECORDING.opening() + RECORDING.block(1) + RECORDING.block(2) + RECORDING.block(3)[:-1], False)
    with Playback(in_turn(whole, RECORDING.respond)) as server:
        told, _ = follow(server)

    assert [request.headers.get("last-event-id") for request in server.requests] == [None, "2"]
    assert seqs(told) == [1, 2, 3, 4]


def test_an_end_that_was_lost_is_asked_for_again():
    whole = stream(RECORDING.body().partition(b"event: end")[0], False)
    with Playback(in_turn(whole, RECORDING.respond)) as server:
        told, _ = follow(server)

    assert [request.headers.get("last-event-id") for request in server.requests] == [None, "4", None]
    assert isinstance(told[-1], End)


def test_the_history_that_comes_with_a_lost_end_must_be_the_one_that_was_read():
    whole = stream(RECORDING.body().partition(b"event: end")[0], False)
    other = stream(RECORDING.opening() + RECORDING.closing(digest="sha256:" + "0" * 64))
    nothing_new = answer(b"", "204 No Content")
    with Playback(in_turn(whole, nothing_new, other)) as server, pytest.raises(StreamBroken, match="hash to"):
        follow(server)


BLOCKS = [RECORDING.block(seq) for seq in (1, 2, 3, 4)]
OPENING, CLOSING = RECORDING.opening(), RECORDING.closing()
BROKEN = {
    "a gap": ([OPENING, BLOCKS[0], BLOCKS[2]], "event 3 came right after event 1"),
    "a first event that is missing": ([OPENING, BLOCKS[1]], "event 2 came right after event 0"),
    "a duplicate": ([OPENING, BLOCKS[0], BLOCKS[0]], "event 1 came again after event 1"),
    "disorder": ([OPENING, *BLOCKS[:3], BLOCKS[1]], "event 2 came again after event 3"),
    "an event after the last": ([OPENING, *BLOCKS, a_recording(*[("recon", {})] * 4).block(5)], "after the end of its"),
    "an id of another event": ([OPENING, BLOCKS[0].replace(b"id: 1", b"id: 2")], "event 1 came with the id '2'"),
    "an event without an id": ([OPENING, BLOCKS[0].replace(b"id: 1\n", b"")], "event 1 came with the id ''"),
    "a changed letter": ([OPENING, BLOCKS[0].replace(b"executing", b"executinG"), *BLOCKS[1:], CLOSING], "hash to"),
    "a byte that is no text": ([OPENING, BLOCKS[0].replace(b"exec", b"ex\xffc"), *BLOCKS[1:], CLOSING], "hash to"),
    "a count that is too high": ([OPENING, *BLOCKS, RECORDING.closing(events=5)], "has 5 events, and 4 came"),
    "another digest": ([OPENING, *BLOCKS, RECORDING.closing(digest="sha256:00")], "should to sha256:00"),
    "an end before the run's": ([OPENING, *BLOCKS[:3], CLOSING], "ended before its run did"),
}


@pytest.mark.parametrize(("blocks", "complaint"), BROKEN.values(), ids=BROKEN)
def test_a_stream_is_refused_for(blocks, complaint):
    with Playback(lambda request: stream(b"".join(blocks))) as server, pytest.raises(StreamBroken, match=complaint):
        follow(server)


@pytest.mark.parametrize(
    "data", [b"no json", b'{"kind":"assist"}', b"[1]", b'{"kind":"assist","seq":"1"}', b"[" * 9999]
)
def test_what_is_not_an_event_is_an_error_that_shows_it(data):
    said = stream(OPENING + b"id: 1\nevent: assist\ndata: " + data + b"\n\n")
    with Playback(lambda request: said) as server, pytest.raises(NotUnderstood, match="is not understood"):
        follow(server)


def test_pings_comments_and_kinds_of_later_servers_are_passed_over():
    extra = b'event: ping\ndata: 1767322000\n\n: hello\n\nevent: news\ndata: {"kind":"news"}\n\n'
    body = OPENING + extra + extra.join(BLOCKS) + extra + CLOSING
    with Playback(lambda request: stream(body)) as server:
        told, _ = follow(server)

    assert [type(event) for event in told] == [Status, *[Assist] * 4, End]


def test_the_pause_before_a_new_attempt_is_at_least_what_the_server_asks_for():
    goodbye = stream(b"retry: 2500\n" + OPENING.partition(b"\n")[2])
    with Playback(in_turn(goodbye, goodbye, goodbye, RECORDING.respond)) as server:
        told, waited = follow(server)

    assert waited == [2.5, 5.0, 10.0]
    pauses = [event for event in told if isinstance(event, Pause)]
    assert [(pause.seconds, pause.reason) for pause in pauses[:1]] == [(2.5, "the server closed the stream")]


def test_pauses_begin_anew_after_a_connection_that_brought_something():
    def one_more(request):
        after = int(request.headers.get("last-event-id", 0))
        return stream(b"retry: 2000\n" + OPENING.partition(b"\n")[2] + RECORDING.block(after + 1))

    with Playback(in_turn(one_more, one_more, one_more, RECORDING.respond)) as server:
        _, waited = follow(server)

    assert waited == [2.0, 2.0, 2.0]


def test_patience_ends_after_its_seconds_and_not_before():
    now = [100.0]
    patience = Patience(10, lambda: now[0])
    waited = []
    while (pause := patience.pause()) is not None:
        waited.append(pause)
        now[0] += pause

    assert waited == [1.0, 2.0, 4.0, 3.0]


def test_a_longer_retry_than_any_of_our_pauses_is_kept_to():
    patience = Patience(100, lambda: 0.0)
    patience.retry = 30.0

    assert [patience.pause() for _ in range(2)] == [30.0, 30.0]


def test_a_hostile_retry_ends_the_patience_instead_of_waiting_for_years():
    said = stream(b"retry: 99999999999999\n" + OPENING.partition(b"\n")[2])
    with Playback(lambda request: said) as server, pytest.raises(Unreachable, match="Gave up after 60 s"):
        follow(server)


def test_no_patience_means_no_second_attempt():
    with Playback(lambda request: stream(OPENING)) as server, pytest.raises(Unreachable, match="closed the stream"):
        follow(server, patience=0)

    assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout"])
def test_a_passing_trouble_of_a_proxy_is_outlasted(status):
    with Playback(in_turn(answer(b"<html>", status, "text/html"), RECORDING.respond)) as server:
        told, waited = follow(server)

    assert seqs(told) == [1, 2, 3, 4]
    assert waited == [1.0]


@pytest.mark.parametrize("status", ["401 Unauthorized", "404 Not Found", "500 Internal Server Error", "302 Found"])
def test_a_refusal_is_final(status):
    with Playback(lambda request: json_answer({"error": "no"}, status)) as server, pytest.raises(Refused):
        follow(server)

    assert len(server.requests) == 1


def test_an_answer_that_is_no_event_stream_is_final_too():
    page = answer(b"<html>", content_type="text/html")
    with Playback(lambda request: page) as server, pytest.raises(NotUnderstood, match="is the address right"):
        follow(server)

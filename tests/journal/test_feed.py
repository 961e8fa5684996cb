"""Following a run: every event once, in order, whenever a reader comes and whatever the bus loses."""

import json
import random
from contextlib import contextmanager

import gevent
import pytest
from fakes import eventually
from stories import RUN, a_run, ended, started
from streams import Reader, blocks

from ghostly.journal.bus import LocalBus
from ghostly.journal.feed import Feed, FeedOptions
from ghostly.journal.log import Journal
from ghostly.journal.redact import Redactor

NOW = 1_700_000_000_000


class House:
    """A journal, a bus and a feed, as one worker has them."""

    def __init__(self, database, bus=None, journal=Journal, **options):
        self.bus = bus or LocalBus()
        self.journal = journal(database, self.bus.publish, lambda: NOW)
        self.feed = Feed(self.journal, self.bus, FeedOptions(**options), lambda: NOW)

    def write(self, count, run_id=RUN):
        return [self.journal.append(run_id, started(index), Redactor()) for index in range(count)]

    def finish(self, run_id=RUN):
        return self.journal.finish(run_id, ended(), Redactor())

    def reader(self, after=0, run_id=RUN):
        mailbox = self.feed.mailbox()
        return Reader(self.feed.follow(self.journal.head(run_id), after, mailbox), mailbox)


@pytest.fixture
def house(database):
    a_run(database)
    return House(database)


def test_a_finished_run_is_told_from_its_start_and_ended(house):
    house.write(3)
    house.finish()

    told = blocks(b"".join(house.reader().body))

    assert [block.event for block in told] == ["status", "assist", "assist", "assist", "assist", "end"]
    assert [block.id for block in told] == [None, "1", "2", "3", "4", None]
    assert told[0].json["status"] == "fail"
    assert 1000 <= int(told[0].retry) <= 5000
    assert told[-1].json["events"] == 4
    assert told[-1].json["digest"] == house.journal.head(RUN).digest


def test_a_live_run_ends_with_its_run_end_then_status_then_end(house):
    house.write(1)
    reader = house.reader().start()
    eventually(lambda: reader.ids == [1])

    house.write(2)
    house.finish()
    reader.join()

    assert [block.event for block in reader.blocks] == ["status", *["assist"] * 4, "status", "end"]
    assert [block.json["status"] for block in reader.blocks if block.event == "status"] == ["running", "fail"]
    assert reader.ids == [1, 2, 3, 4]


def test_a_reader_that_comes_back_gets_only_what_it_has_not_seen(house):
    house.write(5)
    house.finish()

    assert [house.reader(after).all_ids() for after in (0, 3, 5)] == [[1, 2, 3, 4, 5, 6], [4, 5, 6], [6]]
    assert [block.event for block in blocks(b"".join(house.reader(6).body))] == ["status", "end"]


class SwitchingJournal(Journal):
    """Lets other greenlets run before and after each read of the store, as a database over a network does."""

    def read(self, run_id, after=0, limit=500):
        switch()
        found = super().read(run_id, after, limit)
        switch()
        return found


class SwitchingBus(LocalBus):
    """The same, before and after a subscription."""

    @contextmanager
    def listening(self, run_id, listener):
        switch()
        with super().listening(run_id, listener):
            switch()
            yield


def switch():
    for _ in range(random.randint(0, 3)):
        gevent.sleep(0)


# Hundreds of rounds, other ones each time, which take a busy machine a minute.
@pytest.mark.timeout(300)
def test_no_interleaving_of_a_publisher_and_joining_readers_loses_or_repeats_an_event(database):
    seed = random.randrange(10**9)
    random.seed(seed)
    rounds = 400 if database_kind(database) == "sqlite" else 100
    for number in range(rounds):
        house = House(
            database,
            bus=SwitchingBus(),
            journal=SwitchingJournal,
            ring=random.choice((1, 2, 64)),
            queue=random.choice((1, 2, 64)),
            page=random.choice((1, 3, 64)),
        )
        run_id = a_run(database, f"{number:08d}-1111-4111-8111-111111111111")
        assert_every_reader_is_told_all(house, run_id, f"seed {seed}, round {number}")


def assert_every_reader_is_told_all(house, run_id, label):
    events = random.randint(1, 6)

    def publish():
        for index in range(events):
            house.journal.append(run_id, started(index), Redactor())
            switch()
        house.finish(run_id)

    def join():
        gevent.sleep(0)
        switch()
        head = house.journal.head(run_id)
        after = random.randint(0, head.last_seq)
        mailbox = house.feed.mailbox()
        reader = Reader(house.feed.follow(head, after, mailbox), mailbox, pause=switch)
        reader.read()
        return after, reader.ids, reader.blocks[-1].event

    readers = [gevent.spawn(join) for _ in range(4)]
    publisher = gevent.spawn(publish)
    done = gevent.joinall([publisher, *readers], timeout=20, raise_error=True)
    assert len(done) == 5, f"somebody waits for ever ({label})"
    for reader in readers:
        after, ids, last = reader.value
        assert ids == list(range(after + 1, events + 2)), label
        assert last == "end", label


def database_kind(database):
    return database._engine.dialect.name


class DeafBus(LocalBus):
    """Loses every message."""

    def publish(self, record):
        pass


def test_a_bus_that_loses_everything_costs_a_delay_and_no_event(database):
    a_run(database)
    house = House(database, bus=DeafBus())
    reader = house.reader().start()
    eventually(lambda: reader.blocks)

    house.write(3)
    house.feed.check_heads()
    eventually(lambda: reader.ids == [1, 2, 3])
    house.finish()
    house.feed.check_heads()
    reader.join()

    assert reader.ids == [1, 2, 3, 4]
    assert reader.blocks[-1].event == "end"


def test_what_one_reader_finds_in_the_store_reaches_those_that_wait(database):
    a_run(database)
    house = House(database, bus=DeafBus())
    waiting = house.reader().start()
    eventually(lambda: waiting.blocks)

    house.write(3)
    house.finish()
    late = house.reader().start()
    late.join()
    house.feed.check_heads()
    waiting.join()

    assert late.ids == waiting.ids == [1, 2, 3, 4]
    assert waiting.blocks[-1].event == "end"


def test_a_bus_that_repeats_and_reorders_is_not_believed(database):
    a_run(database)
    house = House(database, bus=DeafBus())
    reader = house.reader().start()
    eventually(lambda: reader.blocks)

    records = house.write(4)
    for record in (records[2], records[0], records[0], records[3], records[1], records[3]):
        LocalBus.publish(house.bus, record)
    eventually(lambda: len(reader.ids) == 4)
    house.finish()
    house.feed.check_heads()
    reader.join()

    assert reader.ids == [1, 2, 3, 4, 5]


def test_a_reader_that_stops_reading_holds_nothing_and_is_served_from_the_store_later(database):
    a_run(database)
    house = House(database, queue=8, ring=8)
    mailbox = house.feed.mailbox()
    body = house.feed.follow(house.journal.head(RUN), 0, mailbox)
    slow = Reader(iter([next(body)]), mailbox)
    quick = house.reader().start()

    house.write(300)
    eventually(lambda: len(quick.ids) == 300)
    assert len(mailbox._queue) <= 8
    house.finish()
    slow.body = body
    slow.read()

    assert slow.ids == quick.join().ids == list(range(1, 302))


def test_readers_that_arrive_together_cost_one_read_of_the_store(database):
    a_run(database)
    house = House(database)
    house.write(50)
    reads = []
    read = house.journal.read
    house.journal.read = lambda *args: reads.append(args) or read(*args)

    readers = [house.reader().start() for _ in range(200)]
    eventually(lambda: all(len(reader.ids) == 50 for reader in readers), 60)
    house.finish()
    for reader in readers:
        reader.join(60)

    # One for the history, and at the most one for each reader that finds itself at the head.
    assert len([args for args in reads if args[1] == 0]) == 1


def test_pings_reach_quiet_readers_and_carry_no_id(house):
    reader = house.reader().start()
    eventually(lambda: reader.blocks)

    house.feed.ping()
    eventually(lambda: len(reader.blocks) == 2)
    house.finish()
    reader.join()

    assert reader.blocks[1].event == "ping"
    assert reader.blocks[1].id is None
    assert reader.blocks[1].data == str(NOW // 1000)


def test_a_server_that_stops_says_goodbye_with_a_time_to_come_back(house):
    readers = [house.reader().start() for _ in range(50)]
    eventually(lambda: house.feed.open == 50)

    house.feed.drain()

    for reader in readers:
        last = reader.join().blocks[-1]
        assert last.event == "status"
        assert last.json["status"] == "running"
        assert 1000 <= int(last.retry) <= 5000
    assert house.feed.open == 0


def test_a_draining_or_crowded_server_sends_new_readers_away_politely(database):
    a_run(database)
    house = House(database, streams=1)
    first = house.reader().start()
    eventually(lambda: house.feed.open == 1)

    refused = house.reader()

    assert [block.event for block in blocks(b"".join(refused.body))] == ["status"]
    house.feed.drain()
    first.join()
    assert [block.event for block in blocks(b"".join(house.reader().body))] == ["status"]


def test_a_reader_that_leaves_leaves_nothing_behind(house):
    reader = house.reader().start()
    eventually(lambda: house.feed.open == 1)

    reader.mailbox.close("gone")
    reader.join()

    assert house.feed.open == 0
    assert house.feed._channels == {}


def test_every_block_has_the_portable_form(house):
    house.write(2)
    reader = house.reader().start()
    eventually(lambda: len(reader.ids) == 2)
    house.feed.ping()
    house.finish()
    raw = reader.join().raw

    assert b"\r" not in raw
    for block in raw.decode("ascii").removesuffix("\n\n").split("\n\n"):
        lines = block.split("\n")
        assert len([line for line in lines if line.startswith("data: ")]) == 1
        assert all(line.partition(": ")[0] in {"id", "event", "data", "retry"} for line in lines)


def test_the_digest_can_be_computed_by_whoever_read_everything(house):
    house.write(4)
    house.finish()
    told = house.reader()
    told.read()

    assert told.digest() == told.blocks[-1].json["digest"]
    assert json.loads(told.blocks[1].data)["seq"] == 1

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace

from ghostly.browser.options import BrowserOptions
from ghostly.browser.traffic import Traffic

URL = "http://shop.test/orders"


class Context:
    """As much of a browser's context as the traffic listens to; what happens in it is told by hand."""

    def __init__(self):
        self.listeners = {}

    def on(self, name, listener):
        self.listeners[name] = listener

    def tell(self, name, what):
        self.listeners[name](what)


@dataclass(eq=False)
class Sent:
    post_data: str
    url: str = URL
    method: str = "POST"
    resource_type: str = "fetch"
    frame: object = field(default_factory=lambda: SimpleNamespace(page="page", parent_frame=None))

    def is_navigation_request(self):
        return False


def answered(request, read):
    async def text():
        await read.wait()
        return '{"id": 1}'

    headers = {"content-type": "application/json"}
    return SimpleNamespace(url=URL, request=request, status=201, status_text="Created", headers=headers, text=text)


async def kinds(*bodies):
    """What is told of writes that one step sent, the answer to the last of which is read once the next has begun."""
    context, traffic = Context(), Traffic("http://shop.test", BrowserOptions())
    traffic.watch(context)
    reads = [asyncio.Event() for _ in bodies]
    traffic.begin_step(True, 4)
    for request, read in zip(map(Sent, bodies), reads, strict=True):
        context.tell("request", request)
        context.tell("response", answered(request, read))
        context.tell("requestfinished", request)
    reads[0].set()
    await asyncio.sleep(0.05)
    traffic.begin_step(True, 5)
    reads[1].set()
    return sorted((trouble.kind, trouble.step_index) for trouble in await traffic.troubles())


def test_a_write_sent_twice_is_told_when_the_second_answer_is_read_after_the_next_step_began():
    assert asyncio.run(kinds("tea", "tea")) == [("twice", 4), ("written", 4)]


def test_two_writes_with_other_contents_are_not_the_same_twice():
    assert asyncio.run(kinds("tea", "coffee")) == [("written", 4)]


async def left_behind(first, *events):
    """What is told when a page leaves behind the second of two writes; `events` happen in that order."""
    context, traffic, read = Context(), Traffic("http://shop.test", BrowserOptions()), asyncio.Event()
    traffic.watch(context)
    one, other = Sent(first), Sent("tea")
    other.failure = "net::ERR_ABORTED"
    happens = {
        "answered": lambda: context.tell("response", answered(one, read)),
        "read": read.set,
        "left": lambda: context.tell("requestfailed", other),
    }
    traffic.begin_step(True, 4)
    context.tell("request", one)
    context.tell("request", other)
    for event in events:
        happens[event]()
        await asyncio.sleep(0.01)
    return sorted(trouble.kind for trouble in await traffic.troubles())


def test_a_write_that_the_page_leaves_behind_after_the_same_was_accepted_was_one_too_many():
    assert asyncio.run(left_behind("tea", "answered", "read", "left")) == ["twice", "written"]
    assert asyncio.run(left_behind("tea", "answered", "left", "read")) == ["twice", "written"]


def test_a_write_that_is_taken_back_to_be_sent_again_or_another_one_is_not():
    assert asyncio.run(left_behind("tea", "left", "answered", "read")) == ["written"]
    assert asyncio.run(left_behind("coffee", "answered", "read", "left")) == ["written"]

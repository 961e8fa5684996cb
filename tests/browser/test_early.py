"""What is taken of a page early is what the page is in the end, or it is taken again."""

import asyncio

import pytest
from playwright.async_api import Error as PlaywrightError

from ghostly.browser.early import Early


class Page:
    """What is said is what it says when it is asked."""

    def __init__(self, fails=0):
        self.says, self.asked, self.fails = "loading", 0, fails

    async def read(self):
        self.asked += 1
        said = self.says
        await asyncio.sleep(0)
        if self.asked <= self.fails:
            raise PlaywrightError("Execution context was destroyed")
        return said


class Clock:
    """It is as late as the test says, however busy the machine is."""

    now_ms = 0.0

    def __call__(self):
        return self.now_ms / 1000


def taken(page, *noticed, says=None):
    """What is taken after it was told when, and for how long all was quiet, of a page that says something else then."""

    async def look():
        clock = Clock()
        early = Early(page.read, clock)
        for at_ms, quiet_ms in noticed:
            clock.now_ms = at_ms
            early.notice(quiet_ms)
            # What has begun is read meanwhile.
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        page.says = says or page.says
        return await early.taken()

    return asyncio.run(look())


@pytest.mark.parametrize(
    "noticed",
    [
        [(0, 0), (10, 10), (60, 60)],
        [(10, 10)],
        [(0, 0), (10, 10), (20, 20), (40, 40), (80, 80)],
        # Asked late, or rounded a little: nothing has happened all the same.
        [(10, 10), (900, 898)],
    ],
)
def test_what_was_read_while_nothing_happened_is_not_read_again(noticed):
    page = Page()

    assert taken(page, *noticed, says="something later") == "loading"
    assert page.asked == 1


@pytest.mark.parametrize("noticed", [[(10, 10), (20, 0.1)], [(20, 20), (80, 80), (90, 0.1), (95, 5)]])
def test_what_was_read_before_something_happened_is_read_again(noticed):
    page = Page()

    assert taken(page, *noticed, says="loaded") == "loaded"
    assert page.asked == 2


def test_nothing_is_read_early_while_the_page_is_busy():
    page = Page()

    assert taken(page, (0, 0), (5, 0), says="loaded") == "loaded"
    assert page.asked == 1


def test_a_page_that_was_left_while_it_was_read_is_read_again():
    page = Page(fails=1)

    assert taken(page, (10, 10), (60, 60), says="loaded") == "loaded"
    assert page.asked == 2


def test_what_was_begun_is_dropped_with_the_look():
    page = Page()

    async def look():
        early = Early(page.read)
        early.notice(10)
        early.drop()
        await asyncio.sleep(0.005)

    asyncio.run(look())
    assert page.asked == 0

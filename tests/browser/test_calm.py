"""How long a page is waited for before it is looked at: until nothing is under way, and no longer."""

import time

import pytest

from ghostly.engine.ports import Look


@pytest.mark.parametrize("in_passing", [False, True])
@pytest.mark.parametrize(("button", "said"), [("#fetch", "fetched"), ("#old", "asked")])
def test_what_a_step_has_set_going_is_waited_for(visit, button, said, in_passing):
    visitor = visit("calm.html")
    visitor.do("click", selector=button)

    assert said in visitor.browser.observe(Look(4_000, in_passing=in_passing)).readable


def test_a_page_that_a_worker_may_speak_to_is_given_more_time(visit):
    visitor = visit("calm.html")
    visitor.do("click", selector="#worker")

    assert "worked" in visitor.browser.observe(Look(4_000)).readable


def test_what_is_asked_again_and_again_is_not_waited_for(visit):
    visitor = visit("calm.html")
    visitor.do("click", selector="#poll")
    began = time.monotonic()
    visitor.browser.observe(Look(20_000))

    assert time.monotonic() - began < 10


@pytest.mark.parametrize("kind", ["says", "sized", "drawn", "holds"])
def test_a_page_that_shows_that_it_is_busy_is_waited_for_even_without_a_word(visit, kind):
    assert "loaded" in visit(f"busy.html?kind={kind}").browser.observe(Look(6_000)).readable


def test_a_page_that_stays_busy_is_waited_for_no_longer_than_asked(visit):
    browser = visit("busy.html?kind=drawn&ms=60000").browser
    began = time.monotonic()

    assert "loading" in browser.observe(Look(800)).readable
    assert time.monotonic() - began < 5


def test_an_empty_box_that_nobody_sees_is_not_waited_for(visit):
    assert "loading" in visit("busy.html?kind=empty&ms=60000").browser.observe(Look(6_000)).readable


def test_a_picture_is_taken_with_a_look_and_only_when_asked_for(visit, tmp_path):
    visitor = visit("calm.html")

    visitor.browser.observe(Look(4_000))
    assert not list((tmp_path / "artifacts").glob("*.png"))

    visitor.browser.observe(Look(4_000, "look.png"))
    assert visitor.browser.picture("look.png") == "look.png"
    assert (tmp_path / "artifacts" / "look.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_a_look_has_begun_shows_the_page_before_the_next_step(visit, tmp_path):
    visitor, taken = visit("calm.html"), tmp_path / "artifacts"
    visitor.browser.picture("before.png")
    visitor.browser.observe(Look(4_000, "look.png"))
    visitor.do("goto", url="/plain.html")

    assert visitor.browser.picture("look.png") == "look.png"
    assert (taken / "look.png").read_bytes() == (taken / "before.png").read_bytes()
    assert visitor.browser.picture("look.png") == "look.png"
    assert (taken / "look.png").read_bytes() != (taken / "before.png").read_bytes()


def test_a_dialog_that_opens_while_a_picture_is_taken_holds_nothing_up(visit):
    visitor = visit("dialogs.html")
    visitor.browser.observe(Look(4_000, "look.png"))
    began = time.monotonic()
    visitor.do("click", selector="#alert")
    visitor.browser.observe(Look(4_000, "alert.png"))

    assert visitor.browser.picture("alert.png") is None
    visitor.do("acceptDialog")
    assert time.monotonic() - began < 5


def test_a_look_ahead_is_the_look_that_follows(visit):
    visitor = visit("calm.html")
    visitor.do("click", selector="#fetch")
    visitor.browser.look_ahead(Look(4_000))

    assert "fetched" in visitor.browser.observe(Look(4_000)).readable
    visitor.browser.look_ahead(Look(4_000, "left.png"))
    visitor.browser.close(keep_video=False)

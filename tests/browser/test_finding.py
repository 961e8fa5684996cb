"""The element that is meant is found, early or late, wherever it is; and when it cannot be, that is said soon."""

import pytest
from browser.visitors import SETTLE_MS, Visitor

from ghostly.browser.options import BrowserOptions
from ghostly.browser.remote import RemoteBrowsers

SOON = 4.0
TIMEOUT_MS = 20_000


def test_an_absent_target_fails_soon_after_the_page_is_quiet(visit):
    error = visit("form.html", timeout_ms=TIMEOUT_MS).fails("click", selector="#nope")

    assert (error.code, str(error)) == ("target_not_found", "Nothing on the page matches '#nope'.")
    assert SETTLE_MS / 1000 < error.took < SOON


@pytest.mark.parametrize(
    ("action", "how"),
    [
        *(("click", how) for how in ("timer", "hops", "fetch", "interval", "animation")),
        ("waitForSelector", "fetch"),
        ("assertVisible", "timer"),
    ],
)
def test_what_appears_late_is_waited_for(visit, how, action):
    there = visit(f"late.html?how={how}")

    assert there.do(action, selector="#late").target.name == "Late button"


def test_what_comes_and_is_acted_on_between_two_looks_is_named_all_the_same(session):
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=SETTLE_MS, patience_ms=60_000))
    there = Visitor(browsers.open(session()))
    try:
        there.do("goto", url="/late.html?how=timer")

        assert there.do("click", selector="#late").target.name == "Late button"
    finally:
        there.browser.close(keep_video=False)
        browsers.stop()


def test_text_that_appears_late_is_waited_for(visit):
    visit("late.html?how=fetch").says("Late button")


@pytest.mark.parametrize("how", ["never", "polling", "ticking", "stream", "far"])
def test_a_page_that_is_only_polling_counts_as_quiet(visit, how):
    error = visit(f"late.html?how={how}", timeout_ms=TIMEOUT_MS).fails("click", selector="#late")

    assert error.code == "target_not_found"
    assert error.took < SOON


def test_an_action_that_was_given_up_is_not_done_later(visit):
    there = visit("late.html?how=click")
    there.fails("click", selector="#late")

    there.do("press", key="a")
    there.do("waitForSelector", selector="#late")

    assert there.fails("assertText", text="Clicked").code == "assertion_failed"


def test_several_visible_matches_are_named(visit):
    error = visit("form.html").fails("click", selector=".same")

    assert error.code == "target_ambiguous"
    assert str(error) == '2 visible elements match, and one is needed: button "Same", button "Same".'
    assert error.took < SOON


def test_many_matches_are_counted(visit):
    error = visit("form.html").fails("click", selector="button")

    assert "8 visible elements match" in str(error)
    assert str(error).endswith("and 5 more.")


def test_the_only_visible_match_is_meant(visit):
    there = visit("form.html")

    there.do("click", selector=".mixed")

    there.says("the visible one")


def test_a_hidden_target_is_said_to_be_hidden(visit):
    error = visit("form.html", timeout_ms=TIMEOUT_MS).fails("click", selector="#unseen")

    assert (error.code, "hidden" in str(error)) == ("target_blocked", True)
    assert error.took < SOON


def test_a_disabled_target_is_said_to_be_disabled(visit):
    error = visit("form.html", timeout_ms=TIMEOUT_MS).fails("click", selector="#off")

    assert (error.code, str(error)) == ("target_blocked", 'button "Off" is disabled.')
    assert error.took < SOON


def test_what_covers_a_target_is_named(visit):
    there = visit("blocked.html?veil", timeout_ms=TIMEOUT_MS)

    error = there.fails("click", selector="#under")

    assert error.code == "target_blocked"
    assert str(error) == 'button "Under" is covered by dialog <div#veil> "Cookies".'
    assert error.took < SOON
    there.do("click", selector="#agree")
    there.do("click", selector="#under")
    there.says("Reached")


def test_a_cover_that_lifts_is_waited_for(visit):
    there = visit("blocked.html?veil&lifts")

    there.do("click", selector="#under")

    there.says("Reached")


def test_a_target_that_keeps_moving_is_said_to(visit):
    error = visit("blocked.html", timeout_ms=TIMEOUT_MS).fails("click", selector="#runner")

    assert (error.code, str(error)) == ("target_blocked", 'button "Runner" keeps moving.')
    assert error.took < SOON


def test_what_is_scrolled_to_does_not_count_as_moving_however_late_it_is_seen(session):
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=0, patience_ms=0, look_every_ms=1))
    there = Visitor(browsers.open(session()))
    try:
        for _ in range(12):
            there.do("goto", url="/scroll.html")
            assert there.do("click", selector="#bottom").target.selector == "#bottom"
    finally:
        there.browser.close(keep_video=False)
        browsers.stop()


@pytest.mark.parametrize("selector", ["div[", "button:nope(", "role=button[", "xpath=//[", "bogus=1", "a >> b["])
def test_a_selector_that_is_not_valid_fails_at_once(look_at, selector):
    error = look_at("form.html").fails("click", selector=selector)

    assert error.code == "invalid_selector"
    assert selector in str(error)
    assert error.took < SOON


def test_a_selector_goes_into_a_frame(visit):
    there = visit("frames.html")

    target = there.do("click", selector="#one >> #press").target
    assert (target.name, target.selector) == ("Press", "#one >> #press")
    there.says("I am one pressed")
    there.do("fill", selector="iframe[title=Second] >> #inside", value="x")
    there.do("click", selector="#one >> #nested >> text=Press")
    there.says("I am nested pressed")
    assert there.fails("click", selector="#one >> #nope").code == "target_not_found"


def test_a_frame_that_comes_late_is_waited_for(visit):
    there = visit("frames.html")

    there.do("click", selector="#late >> #press")

    there.says("I am late pressed")


def test_several_frames_are_ambiguous_and_only_frames_are_entered(visit):
    there = visit("frames.html")

    assert there.fails("click", selector="iframe >> #press").code == "target_ambiguous"
    there.do("click", selector="#box >> button")
    there.says("Chained done")


def test_quotes_keep_a_chain_together(visit):
    error = visit("form.html").fails("click", selector="text='Home >> Orders'")

    assert error.code == "target_not_found"


def test_open_shadow_roots_are_part_of_the_page(visit):
    there = visit("shadow.html")

    there.do("fill", selector="#nick", value="Ada")
    target = there.do("click", selector="text=Greet").target
    there.says("Hello Ada")
    assert there.do("click", selector=target.selector).target == target


def test_every_selector_that_is_reported_finds_its_element_and_no_other(look_at):
    there = look_at("plain.html")
    reported = []

    for tag, count in {"h1": 1, "h2": 2, "a": 3, "button": 9, "input": 5, "select": 1, "textarea": 1, "p": 7}.items():
        for index in range(count):
            target = there.do("assertVisible", selector=f"{tag} >> nth={index}").target
            assert there.do("hover", selector=target.selector).target == target
            reported.append(target.selector)

    assert len(set(reported)) == len(reported) == 29
    assert 'role=button[name="Save and close"]' in reported
    assert 'role=link[name="Home"]' in reported
    assert not any("12345" in selector or "r:1" in selector for selector in reported)

"""Every verb does what a person would do, says what it acted on, and fails when it cannot be carried out."""

import time

import pytest
from browser.visitors import Visitor

from ghostly.browser.options import BrowserOptions
from ghostly.browser.remote import RemoteBrowsers
from ghostly.engine.ports import Look
from ghostly.engine.steps import Point, Step
from ghostly.errors import PageError


def test_goto_takes_a_relative_url_and_says_where_it_arrived(visit, base_url):
    there = visit(None)

    assert there.do("goto", url="/form.html").url == f"{base_url}/form.html"
    assert there.do("goto", url="text.html").url == f"{base_url}/text.html"
    assert there.do("goto", url="/away").url == f"{base_url}/form.html"
    assert there.do("goto", url=f"{base_url}/form.html?a=1#b").url.endswith("?a=1#b")


def test_goto_refuses_another_origin(visit):
    there = visit(None)

    for url in ("https://example.org/", "//example.org/x", "http://127.0.0.1:1/", "file:///etc/passwd", "javascript:1"):
        assert there.fails("goto", url=url).code == "origin_refused"


def test_goto_says_that_nothing_listens(visit):
    error = visit(None, base_url="http://user:hunter22@127.0.0.1:1024/").fails("goto", url="/x?token=1")

    assert (error.code, str(error)) == (
        "unreachable",
        "http://127.0.0.1:1024/x cannot be reached: nothing listens there.",
    )


def test_a_page_that_answers_500_has_still_been_visited(visit, base_url):
    there = visit(None)

    assert there.do("goto", url="/status/500").url == f"{base_url}/status/500"
    assert there.do("goto", url="/empty")
    assert [(t.kind, t.status, t.path) for t in there.browser.troubles()] == [
        ("response", 500, "/status/500"),
        ("response", 500, "/empty"),
    ]


def test_going_to_where_one_is_loads_the_page_anew_behind_a_hash_too(visit):
    there = visit("hash.html#/items")
    there.do("click", selector="text=Change")

    there.do("goto", url="/hash.html#/other")
    there.do("assertText", text="only here")
    there.do("goto", url="/hash.html#/other")
    there.do("assertText", text="as loaded")
    there.do("assertText", text="place #/other")


def test_what_the_engine_itself_opens_is_always_loaded_anew(visit):
    there = visit("hash.html#/items")
    there.do("click", selector="text=Change")

    there.browser.perform(Step("goto", url="/hash.html#/other"), -1)

    there.do("assertText", text="as loaded")
    there.do("assertText", text="place #/other")


def test_click_says_what_it_clicked(visit):
    there = visit("form.html")

    target = there.do("click", selector="text=Save order").target

    assert (target.role, target.name, target.selector) == ("button", "Save order", "#save")
    there.says("saved")


@pytest.mark.parametrize("selector", ["#link", "#row", "#away", "text=Row"])
def test_what_has_the_focus_and_holds_nothing_can_be_clicked_again(visit, selector):
    there = visit("focus.html")

    there.do("click", selector=selector)
    there.do("click", selector=selector)


def test_a_page_is_read_to_its_end_before_anything_on_it_is_clicked(visit):
    there = visit("unready.html")

    there.do("click", selector="#again")
    there.do("click", selector="#go")

    there.says("gone")


def test_dblclick_and_hover(visit):
    there = visit("form.html")

    there.do("dblclick", selector="#twice")
    there.says("double")
    there.do("hover", selector="#over")
    there.says("hovered")


def test_check_and_uncheck_leave_the_box_as_asked(visit):
    there = visit("form.html")

    there.do("check", selector="#gift")
    there.do("check", selector="#gift")
    there.do("uncheck", selector="#terms")

    there.do("assertVisible", selector="#gift:checked")
    there.do("assertVisible", selector="#terms:not(:checked)")


def test_a_box_that_does_not_change_is_not_reported_checked(visit):
    error = visit("form.html").fails("check", selector="#stubborn")

    assert str(error) == "It was clicked, but it is still not checked."


def test_fill_types_what_was_asked(visit):
    there = visit("form.html")

    there.do("fill", selector="#customer", value="Ada “Countess” Lovelace")
    there.do("fill", selector="#notes", value="one\ntwo")
    there.do("fill", selector="#day", value="2026-02-01")
    there.do("fill", selector="#editor", value="Once upon")
    there.do("assertVisible", selector="#editor:has-text('Once upon')")
    there.do("fill", selector="#customer", value="")

    outline = there.do("snapshot").a11y
    assert 'textbox "Customer"\n' in outline
    assert "one two" in outline
    assert "2026-02-01" in outline


def test_fill_accepts_a_field_that_writes_it_in_its_own_way(visit):
    there = visit("form.html")

    there.do("fill", selector="#amount", value="1200")

    assert "1200 EUR" in there.do("snapshot").a11y


@pytest.mark.parametrize(("selector", "limit"), [("#brightness", "50"), ("#guests", "8")])
def test_fill_fails_where_a_number_was_taken_as_another_one(visit, selector, limit):
    there = visit("form.html")

    assert f"holds {limit} instead of 370" in str(there.fails("fill", selector=selector, value="370"))
    there.do("fill", selector=selector, value="7.0")


def test_fill_fails_where_the_text_was_not_taken(visit):
    there = visit("form.html")

    assert "holds what it held before" in str(there.fails("fill", selector="#frozen", value="new"))
    assert "holds nothing" in str(there.fails("fill", selector="#emptied", value="new"))
    assert there.fails("fill", selector="#archived", value="2020").code == "target_blocked"
    assert "took only the first 5 of 8 characters" in str(there.fails("fill", selector="#code", value="AB-12345"))
    assert "number" in str(there.fails("fill", selector="#quantity", value="many"))
    assert "not an <input>" in str(there.fails("fill", selector="h1", value="x"))


def test_press_with_and_without_a_selector(visit):
    there = visit("form.html")

    there.do("press", selector="#customer", key="Enter")
    there.says("Enter in customer")
    there.do("press", key="Escape")
    there.says("Escape in customer")
    assert "no key named 'Bogus'" in str(there.fails("press", key="Bogus"))
    assert there.fails("press", selector="h1", key="Enter").code == "target_blocked"
    assert there.fails("press", selector="#off", key="Enter").code == "target_blocked"


def test_a_field_is_not_said_to_refuse_the_focus_before_it_was_asked(session):
    browsers = RemoteBrowsers(BrowserOptions(settle_ms=0, patience_ms=0))
    there = Visitor(browsers.open(session()))
    try:
        there.do("goto", url="/form.html")

        for _ in range(20):
            assert there.do("press", selector="#customer", key="Shift").target.name == "Customer"
    finally:
        there.browser.close(keep_video=False)
        browsers.stop()


def test_select_option_by_value_by_label_and_several(visit):
    there = visit("form.html")

    there.do("selectOption", selector="#shipping", value="c")
    there.do("assertVisible", selector="#shipping:has(option[value=c]:checked)")
    there.do("selectOption", selector="#shipping", value="Post")
    there.do("assertVisible", selector="#shipping:has(option[value=p]:checked)")
    there.do("selectOption", selector="#extras", value=("Wrap", "Ribbon"))
    there.do("assertVisible", selector="#extras:has(option:nth-child(1):checked):has(option:nth-child(3):checked)")


def test_select_option_fails_with_what_is_offered(visit):
    there = visit("form.html")

    error = there.fails("selectOption", selector="#shipping", value="Pigeon")
    assert "no option 'Pigeon'; it offers 'Post', 'Courier', 'Drone'" in str(error)
    assert error.took < 4
    assert "that option is disabled" in str(there.fails("selectOption", selector="#shipping", value="Drone"))
    assert "1 of 2" in str(there.fails("selectOption", selector="#shipping", value=("Post", "Courier")))
    assert "not a <select>" in str(there.fails("selectOption", selector="#customer", value="Post"))


def test_what_follows_the_pointer_is_dropped_all_the_same(visit):
    there = visit("drag.html")

    there.do("dragTo", selector="#ball", target="#bin")
    there.says("the ball lies at true")


def test_drag_to(visit):
    there = visit("drag.html")

    assert there.do("dragTo", selector="#card", target="#done").target.selector == "#card"
    there.says("dropped")
    assert there.fails("dragTo", selector="#card", target="#nowhere").code == "target_not_found"


def test_a_drag_follows_a_path_within_and_beyond_its_element(visit):
    there = visit("drag.html")

    way = (Point(20, 30), Point(60, 80), Point(150, 40))
    assert there.do("dragTo", selector="#pad", path=way).target.selector == "#pad"
    there.says("drew 20,30 to 150,40 in many")
    there.do("dragTo", selector="#ball", path=(Point(12, 12), Point(-150, 12)))
    there.says("the ball lies at true")
    assert there.fails("dragTo", selector="#nothing", path=way).code == "target_not_found"


def test_the_pointer_acts_at_a_position_in_the_element(visit):
    there = visit("drag.html")

    there.do("dblclick", selector="#pad", position=Point(15, 70))
    there.says("twice at 15,70")
    there.do("click", selector="#pad", position=Point(190, 5))
    there.says("drew 190,5 to 190,5 in few")


def test_text_is_selected_as_with_the_mouse(visit):
    there = visit("drag.html")

    there.do("selectText", selector="#letter", text="ada, please answer")
    there.says("selected Ada, please answer")
    there.do("selectText", selector="#letter")
    there.says("selected Dear Ada, please answer soon.")
    there.do("selectText", selector="#note", text="Bo")
    there.says("selected Bo")
    assert "'Zoe' is not in the element" in str(there.fails("selectText", selector="#letter", text="Zoe"))
    assert "does not let" in str(there.fails("selectText", selector="#fixed"))


def test_scroll_into_view_and_by_pixels(visit):
    there = visit("scroll.html")

    there.do("scroll", selector="#list", y=250)
    there.says("page top list 250")
    there.do("scroll", y=300)
    there.says("page moved list 250")
    there.do("scroll", selector="#bottom")
    assert "does not go further down" in str(there.fails("scroll", y=500))


def test_wait_for_selector_waits_as_long_as_it_is_told(visit):
    there = visit("late.html?how=far")

    error = there.fails("waitForSelector", selector="#late", timeout_ms=1_500)
    assert error.code == "target_not_found"
    assert error.took > 1.5
    assert there.fails("waitForSelector", selector="#late").took < 5
    assert there.do("waitForSelector", selector="#now").target.selector == "#now"


def test_assert_visible_wants_one_visible_match(visit):
    there = visit("form.html")

    assert there.do("assertVisible", selector=".mixed").target.name == "Mixed"
    assert there.fails("assertVisible", selector="#unseen").code == "assertion_failed"
    assert "Nothing on the page matches" in str(there.fails("assertVisible", selector="#nope"))


def test_snapshot_is_the_outline_without_passwords(visit):
    there = visit("form.html", secrets=("Lovelace",))
    there.do("fill", selector="#password", value="hunter22")
    there.do("fill", selector="#customer", value="Ada Lovelace")

    outline = there.do("snapshot").a11y

    assert 'button "Save order"' in outline
    assert "hunter22" not in outline
    assert "Lovelace" not in outline
    assert 'textbox "Password": "[REDACTED]"' in outline or 'textbox "Password": [REDACTED]' in outline


def test_the_outline_comes_after_every_step_when_asked_for(visit):
    assert 'heading "Order"' in visit(None, a11y=True).do("goto", url="/form.html").a11y
    assert visit(None).do("goto", url="/form.html").a11y is None


@pytest.mark.parametrize("selector", ["#save", "role=button[name='Save order']", "css=button >> nth=0"])
def test_the_selector_that_is_reported_finds_the_element_again(visit, selector):
    there = visit("form.html")

    target = there.do("click", selector=selector).target

    assert there.do("click", selector=target.selector).target == target


def test_no_step_takes_longer_than_it_is_given(visit):
    there = visit("plain.html")
    steps = [Step("waitForSelector", selector="#never", timeout_ms=60_000), Step("goto", url="/slow?ms=60000")]
    for step in steps:
        began = time.monotonic()
        with pytest.raises(PageError):
            there.browser.perform(step, 0, 800)
        assert time.monotonic() - began < 5
        # The page that was left has not been lost, and answers.
        assert there.browser.observe(Look(2_000)).nodes


def test_a_page_that_does_not_open_is_given_up_in_the_time_of_a_step(session, browsers):
    browser = browsers.open(session(timeout_ms=1_000))
    began = time.monotonic()
    with pytest.raises(PageError, match="did not load in time"):
        browser.perform(Step("goto", url="/slow?ms=60000"), -1)
    assert time.monotonic() - began < 5
    browser.close(keep_video=False)

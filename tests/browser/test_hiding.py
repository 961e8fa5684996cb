"""A secret is masked however it is written down, and what is left of it where somebody cut it short."""

import json
import time

import pytest

from ghostly.browser.hiding import Hider

SECRET = 'Zq7!kW ümlaut/\\"q&x'


def nested(depth):
    text = SECRET
    for _ in range(depth):
        text = json.dumps(text, ensure_ascii=depth % 2 == 0)[1:-1]
    return text


@pytest.mark.parametrize("depth", range(6))
def test_a_text_within_a_text_may_escape_it_ever_more(depth):
    assert Hider([SECRET]).text(f'role=link[name="{nested(depth)}"] was not found') == (
        'role=link[name="[REDACTED]"] was not found'
    )


@pytest.mark.parametrize(
    "written",
    ["Zq7!kW%20%C3%BCmlaut%2F%5C%22q%26x", "Zq7!kW+%c3%bcmlaut/%5C%22q%26x", "Zq7!kW ümlaut/\\&quot;q&amp;x"],
)
def test_an_address_and_html_write_it_in_their_own_way(written):
    assert Hider([SECRET]).text(f"?a={written}&b=1") == "?a=[REDACTED]&b=1"


@pytest.mark.parametrize("left", range(3, len(SECRET)))
@pytest.mark.parametrize("dots", ["…", "...", "\\u2026"])
def test_the_beginning_of_a_secret_goes_where_it_was_cut(left, dots):
    assert Hider([SECRET]).text(f'fill("{SECRET[:left]}{dots}")') == f'fill("[REDACTED]{dots}")'


def test_a_cut_leaves_no_part_of_a_secret():
    hider = Hider(["hunter22-sesame"])

    assert hider.cut("x" * 20 + "hunter22-sesame" + "y" * 20, 30) == "x" * 20 + "[REDACTED]"
    assert hider.been_cut("x" * 20 + "hunter22-s", 30) == "x" * 20 + "[REDACTED]"
    assert hider.been_cut("It says hunter", 30) == "It says hunter"


def test_a_long_secret_that_was_cut_goes_as_well():
    secret = "k9" * 150

    assert Hider([secret]).text(f"is {secret[:280]}…") == "is [REDACTED]…"


@pytest.mark.parametrize("letter", ["\\", "!", "Z", "…", "&#"])
def test_a_page_that_repeats_what_a_secret_begins_with_takes_no_time(letter):
    hider = Hider([f"{letter}{SECRET}", SECRET, "!!!!!!!!"])
    began = time.monotonic()

    hider.text(letter * 200_000 + SECRET + "…")

    assert time.monotonic() - began < 5


def test_what_is_learnt_is_masked_from_then_on_and_a_short_one_only_as_a_whole_value():
    hider = Hider(["abc"])
    hider.learn("sesame-street")

    assert hider.text("abcdef sesame-street") == "abcdef [REDACTED]"
    assert (hider.text("abc"), hider.text('- textbox "Pin": abc')) == ("[REDACTED]", '- textbox "Pin": [REDACTED]')
    assert hider.also(["open"]).text("open") == "[REDACTED]"

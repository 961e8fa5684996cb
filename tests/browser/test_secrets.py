"""Whether what is typed into a field must not be shown."""

import time

import pytest


@pytest.mark.parametrize("field", list("abcdefghij"))
def test_a_field_is_secret_by_its_kind_or_its_words(look_at, field):
    assert look_at("secrets.html").browser.is_secret(f"#{field}") is True


@pytest.mark.parametrize("field", list("klmn"))
def test_a_field_is_not_secret_by_a_part_of_a_word(look_at, field):
    assert look_at("secrets.html").browser.is_secret(f"#{field}") is False


@pytest.mark.parametrize("selector", ["#absent", "div[", "iframe >> #inner"])
def test_what_is_not_on_the_page_is_not_known_to_be_plain_and_nobody_waits_for_it(look_at, selector):
    there = look_at("secrets.html")
    began = time.monotonic()

    assert there.browser.is_secret(selector) is None
    assert time.monotonic() - began < 3


def test_a_secret_is_not_in_the_words_of_a_failure(visit):
    there = visit("form.html", secrets=("sesame",))

    assert "sesame" not in str(there.fails("assertText", text="open sesame"))

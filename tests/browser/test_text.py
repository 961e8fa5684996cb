"""assertText finds what people can read on the page, and nothing else."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Hello wide world",
        "Hello\n  wide",
        "Alpha Beta",
        "SHOUTED",
        "shouted",
        "More",
        "Send it",
        "text in a frame",
        "text in a shadow",
    ],
)
def test_people_can_read(look_at, text):
    look_at("text.html").says(text)


@pytest.mark.parametrize(
    "text",
    [
        "Title only",
        "text in display none",
        "text in visibility hidden",
        "text in opacity zero",
        "text for screen readers",
        "text far away",
        "text in closed details",
        "text in an input",
        "text in a textarea",
        "text in a placeholder",
        "text in an option",
        "text in an editor",
        "text in a script",
        "text in a hidden frame",
    ],
)
def test_people_cannot_read(look_at, text):
    error = look_at("text.html").fails("assertText", text=text)

    assert (error.code, str(error)) == ("assertion_failed", f"The text {text!r} is not on the page.")


def test_other_capitals_are_another_text(look_at):
    error = look_at("text.html").fails("assertText", text="hello WIDE world")

    assert str(error) == "The text 'hello WIDE world' is not on the page; it is there in other capitals."


def test_text_that_a_run_typed_is_not_on_the_page(visit):
    there = visit("form.html")

    there.do("fill", selector="#customer", value="Ada Lovelace")
    there.do("fill", selector="#notes", value="Ada Lovelace")

    assert there.fails("assertText", text="Ada Lovelace").code == "assertion_failed"
